//! Scenario files are read and checked as before a run, and nothing is run.

use super::{Failure, questions, screen};
use crate::diagnostic;
use std::path::Path;

/// Tells every mistake of every file.
pub fn check(files: &[String], base: Option<&Path>) -> Result<(), Failure> {
    let read = questions::read_all(files, base);
    for question in &read.0 {
        question.warn();
        screen::answer(&diagnostic::summary(&question.warnings, &question.asked));
    }
    questions::sound(read).map(drop)
}
