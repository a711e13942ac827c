//! The calls by which the front door reaches the rest of the house.

use super::screen;
use crate::base::Base;
use crate::diagnostic::Problems;
use crate::engine::{self, RunError};
use crate::results::Findings;
use crate::scenario::Scenario;
use crate::scenario::file::{self, BUILT_IN, ReadError};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// What reading gives: a scenario with its warnings, or what the user reads instead.
pub type Read = Result<(Scenario, Problems), String>;

/// Names of the scenarios the program carries.
pub fn built_in_names() -> Vec<&'static str> {
    BUILT_IN.iter().map(|(name, _)| *name).collect()
}

/// Reads and checks a scenario file.
pub fn read_file(path: &Path, base: Option<&Path>) -> Read {
    file::read(path, base).map_err(told)
}

/// Reads and checks a scenario the program carries, on its own base or on that of a folder; `None`
/// when it carries none of that name.
pub fn read_built_in(asked: &str, base: Option<&Path>) -> Option<Read> {
    let (name, text) = BUILT_IN.iter().find(|(name, _)| *name == asked)?;
    let Some(folder) = base else {
        return Some(Scenario::built_in(name).map_err(told));
    };
    let read = || {
        let base = Arc::new(Base::read_folder(folder)?);
        let read = file::from_text(&format!("{name}.ron"), text, base).map_err(ReadError::Rejected);
        let (mut scenario, warnings) = read?;
        let whole = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        scenario.base_name = whole.to_string_lossy().into_owned();
        Ok((scenario, warnings))
    };
    Some(read().map_err(told))
}

fn told(error: ReadError) -> String {
    match error {
        ReadError::Rejected(rejected) => rejected.render(screen::width(), screen::colour()),
        other => other.to_string(),
    }
}

/// Writes the built-in base to a new or empty folder.
pub fn write_base(folder: &Path) -> Result<(), String> {
    Base::write(folder)
        .map(drop)
        .map_err(|error| error.to_string())
}

/// Lives these futures of a scenario.
pub fn live(
    scenario: &Scenario,
    threads: Option<usize>,
    replicates: Range<u32>,
    progress: &(dyn Fn(u32, u32) -> bool + Sync),
) -> Result<Findings, RunError> {
    let options = engine::Options {
        threads,
        replicates,
        ..engine::Options::of(scenario)
    };
    engine::run(scenario, &options, progress)
}
