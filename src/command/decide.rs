//! What should be decided.

mod worth;

use super::Failure;
use clap::Subcommand;

/// What is asked.
#[derive(Clone, Debug, Subcommand)]
pub enum Decide {
    /// Say what it is worth to know a guess better before one of the options of a comparison is chosen
    Worth(worth::WorthOptions),
}

/// Answers it.
pub fn decide(what: &Decide) -> Result<(), Failure> {
    match what {
        Decide::Worth(options) => worth::worth(options),
    }
}
