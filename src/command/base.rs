//! The built-in base, or a small made-up one, is copied to a folder, where a spreadsheet can change
//! it.

use super::{Failure, doors, screen};
use crate::words::command as words;
use std::path::Path;

/// Writes the built-in base to a new or empty folder.
pub fn write(folder: &Path) -> Result<(), Failure> {
    copied(folder, doors::write_base, words::base_written)
}

/// Writes the made-up country to a new or empty folder.
pub fn example(folder: &Path) -> Result<(), Failure> {
    copied(folder, doors::write_example, words::example_written)
}

fn copied(
    folder: &Path,
    copy: fn(&Path) -> Result<(), String>,
    said: fn(&str) -> String,
) -> Result<(), Failure> {
    let shown = folder.display().to_string();
    let taken = std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if taken {
        return Err(Failure::Refused(words::folder_taken(&shown)));
    }
    copy(folder).map_err(Failure::CannotRun)?;
    screen::answer(&said(&shown));
    Ok(())
}
