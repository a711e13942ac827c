//! Scenario files are read and checked as before a run, and nothing is run.

use super::{Failure, questions, screen};
use crate::diagnostic;
use std::path::Path;

/// Tells every mistake of every file.
pub fn check(files: &[String], base: Option<&Path>) -> Result<(), Failure> {
    let questions = questions::ask(files, base)?;
    for question in &questions {
        question.warn();
        screen::answer(&diagnostic::summary(&question.warnings, &question.asked));
    }
    Ok(())
}
