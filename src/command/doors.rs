//! The calls by which the front door reaches the rest of the house.

use crate::diagnostic::{Problem, Problems, Rejected};
use crate::scenario::Scenario;
use std::path::Path;

/// Names of the scenarios the program carries.
pub const BUILT_IN: &[&str] = &[
    "baseline",
    "satellite",
    "transfer",
    "investment-low",
    "investment-high",
];

/// What reading gives: a scenario with its warnings, or everything that is wrong.
pub type Read = Result<(Scenario, Problems), Box<Rejected>>;

/// Reads and checks a scenario file.
pub fn read_file(path: &Path, _base: Option<&Path>) -> Read {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let problems = Problems {
        all: vec![Problem::error("file::no-base", "no base is built in", "")],
    };
    Err(Box::new(Rejected {
        problems,
        file_name: path.display().to_string(),
        text,
    }))
}

/// Reads and checks a scenario the program carries; `None` when it carries none of that name.
pub fn read_built_in(name: &str, base: Option<&Path>) -> Option<Read> {
    BUILT_IN
        .contains(&name)
        .then(|| read_file(Path::new(name), base))
}

/// Writes the built-in base to a folder.
pub fn write_base(_folder: &Path) -> Result<(), String> {
    Err("no base is built in".into())
}
