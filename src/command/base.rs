//! The built-in base is copied to a folder, where a spreadsheet can change it.

use super::{Failure, screen};
use crate::base::{Base, WriteError};
use crate::words::command as words;
use std::path::Path;

/// Writes the built-in base to a new or empty folder.
pub fn write(folder: &Path) -> Result<(), Failure> {
    let shown = folder.display().to_string();
    Base::write(folder).map_err(|error| match error {
        WriteError::NotEmpty(_) => Failure::Refused(words::folder_taken(&shown)),
        other => Failure::CannotRun(other.to_string()),
    })?;
    screen::answer(&format!(
        "The base was written to {shown}.\nEdit its tables, then run: carecast run baseline --base {shown}"
    ));
    Ok(())
}
