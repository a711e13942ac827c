//! What is wrong with a base: every mistake of every table at once, each with its place, its cause
//! and a way out.

use std::fmt;
use std::path::PathBuf;

/// One mistake in a table of a base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableProblem {
    /// Code: `base::unknown-source`.
    pub code: &'static str,
    /// File name inside the base folder.
    pub file: String,
    /// Line in the file, counted from 1, where known.
    pub line: Option<u64>,
    /// Name of the column, empty where the whole row or file is meant.
    pub column: String,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl fmt::Display for TableProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if !self.column.is_empty() {
            write!(f, " ({})", self.column)?;
        }
        write!(f, ": {}\n  help: {}", self.message, self.help)
    }
}

/// Why a base cannot be used: all mistakes found, in the order of the tables.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", sentence(place, problems))]
pub struct BaseErrors {
    /// The folder read, or `viet-nam` for the built-in base.
    pub place: String,
    /// Every mistake found.
    pub problems: Vec<TableProblem>,
}

fn sentence(place: &str, problems: &[TableProblem]) -> String {
    let mut text = match problems.len() {
        1 => format!("the base {place} has a mistake"),
        n => format!("the base {place} has {n} mistakes"),
    };
    for problem in problems {
        text.push_str("\n  ");
        text.push_str(&problem.to_string().replace('\n', "\n  "));
    }
    text
}

/// Why the built-in base could not be copied into a folder.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The folder already holds something.
    #[error("the folder {} is not empty; name a new or an empty folder, so that nothing of yours is overwritten", .0.display())]
    NotEmpty(PathBuf),
    /// The path is a file.
    #[error("{} is a file; name a folder", .0.display())]
    NotAFolder(PathBuf),
    /// The system refused.
    #[error("cannot write {}: {reason}; check that the disk has room and that you may write there", path.display())]
    Io {
        /// What could not be written.
        path: PathBuf,
        /// What the system said.
        reason: std::io::Error,
    },
}
