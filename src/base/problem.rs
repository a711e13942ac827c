//! What is wrong with a base: every mistake of every table at once, each with its place, its cause
//! and a way out.

use crate::diagnostic::named;
use crate::messages::base as messages;
use crate::said::Message;
use std::collections::BTreeMap;
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

impl TableProblem {
    /// Of a line of a file, or of the file as a whole.
    pub fn of(
        code: &'static str,
        file: impl Into<String>,
        line: Option<u64>,
        said: Message,
    ) -> TableProblem {
        TableProblem {
            code,
            file: file.into(),
            line,
            column: String::new(),
            message: said.text,
            help: said.help,
        }
    }

    /// The same, of one column.
    pub fn column(self, column: &str) -> TableProblem {
        let column = column.to_owned();
        TableProblem { column, ..self }
    }

    /// Where it stands: `facilities.csv:7 (beds)`.
    pub fn place(&self) -> String {
        messages::place(&self.file, self.line, &self.column)
    }
}

impl fmt::Display for TableProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.place())?;
        f.write_str(&named(messages::told(&self.message, &self.help)))
    }
}

/// Why a base cannot be used: all mistakes found, in the order of the tables.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", sentence(place, problems, warnings))]
pub struct BaseErrors {
    /// The folder read, or `viet-nam` for the built-in base.
    pub place: String,
    /// Every mistake found.
    pub problems: Vec<TableProblem>,
    /// What is only unlikely.
    pub warnings: Vec<TableProblem>,
}

/// Puts mistakes in the order of their lines, tables in the order they were first told of.
pub fn by_place(problems: &mut [TableProblem]) {
    let mut files: Vec<String> = Vec::new();
    for problem in problems.iter() {
        if !files.contains(&problem.file) {
            files.push(problem.file.clone());
        }
    }
    problems.sort_by_key(|problem| {
        let file = files.iter().position(|file| *file == problem.file);
        (file, problem.line)
    });
}

/// Mistakes of one cause that are drawn; the others are counted.
const MOST_ALIKE: usize = 3;

/// Mistakes of any tables under one another, below a line that counts them.
pub fn listed(head: &str, problems: &[TableProblem]) -> String {
    let mut text = head.to_owned();
    list(&mut text, problems);
    text
}

fn sentence(place: &str, problems: &[TableProblem], warnings: &[TableProblem]) -> String {
    let mut text = messages::mistakes_of(place, problems.len());
    list(&mut text, problems);
    if !warnings.is_empty() {
        text.push_str(messages::and_warnings(warnings.len()));
        list(&mut text, warnings);
    }
    text
}

/// Problems one under the other; of those of one cause in one column of one table the first few.
fn list(text: &mut String, problems: &[TableProblem]) {
    let cause = |p: &TableProblem| {
        let place = (p.code, p.file.clone(), p.column.clone());
        p.line.is_some().then_some(place)
    };
    let mut of_cause: BTreeMap<_, usize> = BTreeMap::new();
    for problem in problems {
        *of_cause.entry(cause(problem)).or_default() += 1;
    }
    let mut told: BTreeMap<_, usize> = BTreeMap::new();
    for problem in problems {
        let key = cause(problem);
        // Mistakes of a whole file are told one by one.
        let (before, all) = match key {
            None => (0, 1),
            Some(_) => {
                let before = told.entry(key.clone()).or_default();
                *before += 1;
                (*before - 1, of_cause[&key])
            }
        };
        let more = all - before;
        if before < MOST_ALIKE {
            text.push_str("\n  ");
            text.push_str(&problem.to_string().replace('\n', "\n  "));
        } else if before == MOST_ALIKE {
            text.push_str(&messages::more_rows(more, &problem.file, &problem.column));
        }
    }
}

/// Why the built-in base could not be copied into a folder.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The folder already holds something.
    #[error("{}", messages::not_empty(.0.display()))]
    NotEmpty(PathBuf),
    /// The path is a file.
    #[error("{}", messages::not_a_folder(.0.display()))]
    NotAFolder(PathBuf),
    /// The system refused.
    #[error("{}", messages::not_written(path.display(), reason))]
    Io {
        /// What could not be written.
        path: PathBuf,
        /// What the system said.
        reason: std::io::Error,
    },
}
