//! The calls by which the front door reaches the rest of the house.

use super::screen;
use crate::base::Base;
use crate::diagnostic::Problems;
use crate::engine::{self, RunError};
use crate::results::Record;
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

/// What is kept of a run beside its findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keep {
    /// Every future of every indicator.
    pub draws: bool,
    /// Every hospital year by year.
    pub facilities: bool,
}

/// Reads the scenario a finished run wrote out; `base` is where the folder of its base lies now.
pub fn read_saved(path: &Path, base: Option<&Path>) -> Result<Scenario, String> {
    let (mut scenario, _) = read_file(path, base)?;
    // The run names its base as it was called then.
    if let Some(name) = file::base_named_in(&scenario.text) {
        scenario.base_name = name;
    }
    Ok(scenario)
}

/// Lives these futures of a scenario.
pub fn live(
    scenario: &Scenario,
    threads: Option<usize>,
    replicates: Range<u32>,
    keep: Keep,
    progress: &(dyn Fn(u32, u32) -> bool + Sync),
) -> Result<Record, RunError> {
    let options = engine::Options {
        threads,
        replicates,
        keep_draws: keep.draws,
        facilities: keep.facilities,
        ..engine::Options::of(scenario)
    };
    engine::record(scenario, &options, progress)
}
