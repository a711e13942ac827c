//! A question, lived many times.

use crate::results::Findings;
use crate::scenario::Scenario;
use crate::units::Year;
use std::ops::Range;

/// How a scenario is lived.
#[derive(Clone, Debug)]
pub struct Options {
    /// Worker threads; `None`: as many as the machine offers.
    pub threads: Option<usize>,
    /// Futures to live.
    pub replicates: Range<u32>,
}

/// Why a run ended without results.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// A conservation law was broken.
    #[error("{detail}: {entity}, {year}, future {replicate}")]
    Violation {
        /// What broke it.
        entity: String,
        /// When.
        year: Year,
        /// In which future.
        replicate: u32,
        /// The law and the numbers.
        detail: String,
    },
    /// The caller asked to stop.
    #[error("interrupted")]
    Interrupted,
    /// The run could not be set up.
    #[error("{0}")]
    Setup(String),
}

/// Lives a scenario.
pub fn run(
    _scenario: &Scenario,
    _options: &Options,
    _progress: &(dyn Fn(u32, u32) -> bool + Sync),
) -> Result<Findings, RunError> {
    Err(RunError::Setup(
        "the engine is not part of this build".into(),
    ))
}
