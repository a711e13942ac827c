//! The built-in base is copied to a folder, where a spreadsheet can change it.

use super::{Failure, doors, screen};
use crate::words::command as words;
use std::path::Path;

/// Writes the built-in base to a new or empty folder.
pub fn write(folder: &Path) -> Result<(), Failure> {
    let shown = folder.display().to_string();
    let taken = std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if taken {
        return Err(Failure::Refused(words::folder_taken(&shown)));
    }
    doors::write_base(folder).map_err(Failure::CannotRun)?;
    screen::answer(&format!(
        "The base was written to {shown}.\nEdit its tables, then run: carecast run baseline --base {shown}"
    ));
    Ok(())
}
