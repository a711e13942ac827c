//! A question, lived many times.

use crate::results::Findings;
use crate::scenario::Scenario;
use crate::units::Year;
use std::ops::Range;

/// How a run is carried out; nothing here can change its results.
#[derive(Clone, Debug)]
pub struct Options {
    /// Worker threads; `None`: one for each core.
    pub threads: Option<usize>,
    /// Replicates to live.
    pub replicates: Range<u32>,
    /// Futures in one block, 1 to 16.
    pub width: usize,
}

impl Options {
    /// All replicates of a scenario on every core.
    pub fn of(scenario: &Scenario) -> Self {
        Options {
            threads: None,
            replicates: 0..scenario.replicates,
            width: 16,
        }
    }
}

/// A law that did not hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    /// What broke.
    pub entity: String,
    /// Year.
    pub year: Year,
    /// Replicate number.
    pub replicate: u32,
    /// Both sides of the law.
    pub detail: String,
}

/// Why a run gave no answer.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// A conservation law did not hold: an error of the program.
    #[error("{} in {} of future {} {}", .0.entity, .0.year, .0.replicate, .0.detail)]
    Violation(Violation),
    /// The caller asked to stop.
    #[error("the run was stopped")]
    Interrupted,
    /// The scenario cannot be put into a world.
    #[error("{0}")]
    Setup(String),
}

/// Lives all replicates of a scenario.
pub fn run(
    _scenario: &Scenario,
    _options: &Options,
    _progress: &(dyn Fn(u32, u32) -> bool + Sync),
) -> Result<Findings, RunError> {
    Err(RunError::Setup(
        "the engine is not part of this build".into(),
    ))
}
