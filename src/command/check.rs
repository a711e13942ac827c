//! Scenario files are read and checked as before a run, and nothing is run.

use super::{Failure, questions, screen};
use crate::diagnostic;
use std::path::Path;

/// Tells every mistake of every file; with `show`, prints what they say with all they build on.
pub fn check(files: &[String], base: Option<&Path>, show: bool) -> Result<(), Failure> {
    let read = questions::read_all(files, base);
    for question in &read.0 {
        question.warn();
        let summary = diagnostic::summary(&question.warnings, &question.typed);
        if show {
            screen::answer(question.scenario.shown().trim_end());
            screen::note(&summary);
        } else {
            screen::answer(&summary);
        }
    }
    questions::sound(read).map(drop)
}
