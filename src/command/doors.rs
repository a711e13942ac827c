//! The calls by which the front door reaches the rest of the house.

use super::screen;
use crate::diagnostic::Problems;
use crate::scenario::Scenario;
use crate::scenario::file::{self, ReadError};
use std::path::Path;

/// What reading gives: a scenario with its warnings, or everything that is wrong, as shown.
pub type Read = Result<(Scenario, Problems), String>;

/// Names of the scenarios the program carries.
pub fn built_in_names() -> Vec<&'static str> {
    file::BUILT_IN.iter().map(|(name, _)| *name).collect()
}

/// Reads and checks a scenario file.
pub fn read_file(path: &Path, base: Option<&Path>) -> Read {
    file::read(path, base).map_err(shown)
}

/// Reads and checks a scenario the program carries; `None` when it carries none of that name.
pub fn read_built_in(name: &str, base: Option<&Path>) -> Option<Read> {
    built_in_names()
        .contains(&name.strip_suffix(".ron").unwrap_or(name))
        .then(|| Scenario::built_in_on(name, base).map_err(shown))
}

fn shown(error: ReadError) -> String {
    match error {
        ReadError::Rejected(rejected) => rejected.render(screen::width(), screen::colour()),
        other => other.to_string(),
    }
}
