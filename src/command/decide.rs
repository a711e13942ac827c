//! What should be decided: each question is a verb of its own.

pub mod seek;
pub mod when;

use super::Failure;
use clap::{Args, Subcommand};
use seek::SeekOptions;
use when::WhenOptions;

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
}

/// Answers the question.
pub fn decide(options: &DecideOptions) -> Result<(), Failure> {
    match &options.question {
        Decide::Seek(options) => seek::seek(options),
        Decide::When(options) => when::when(options),
    }
}
