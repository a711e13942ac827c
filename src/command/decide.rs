//! What should be decided: each question is a verb of its own.

pub mod seek;
pub mod when;
mod worth;

use super::Failure;
use clap::{Args, Subcommand};
use seek::SeekOptions;
use when::WhenOptions;
use worth::WorthOptions;

/// What is asked about a decision.
#[derive(Clone, Debug, Args)]
#[command(arg_required_else_help = true)]
pub struct DecideOptions {
    #[command(subcommand)]
    question: Decide,
}

#[derive(Clone, Debug, Subcommand)]
enum Decide {
    /// Look for the cheapest package that reaches what must hold, and say whether any does
    Seek(SeekOptions),
    /// For each policy the last year of start that still gives its chance, and what waiting costs
    When(WhenOptions),
    /// Say what it is worth to know a guess better before one of the options of a comparison is chosen
    Worth(WorthOptions),
}

/// Answers the question.
pub fn decide(options: &DecideOptions) -> Result<(), Failure> {
    match &options.question {
        Decide::Seek(options) => seek::seek(options),
        Decide::When(options) => when::when(options),
        Decide::Worth(options) => worth::worth(options),
    }
}
