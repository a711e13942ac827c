//! A table of the past is read row by row, with every mistake of it told at its place.

use super::Year;
use crate::base::tables::{Bounds, Files, GRADES, Reader, Row};
use crate::base::{Grade, TableProblem};
use crate::hindcast::Stock;
use crate::messages::base as messages;
use crate::said::Message;
use std::fmt;
use std::ops::Deref;

/// Where a row stands.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct At {
    /// The file, as the user knows it.
    pub file: String,
    /// The line, counted from 1 with the header.
    pub line: u64,
}

impl At {
    /// What is wrong with a column there.
    pub fn problem(&self, column: &str, code: &'static str, said: Message) -> TableProblem {
        TableProblem::of(code, &self.file, Some(self.line), said).column(column)
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// A row and where it stands.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Sited<T> {
    /// The file and line.
    pub at: At,
    /// What is written there.
    pub row: T,
}

impl<T> Deref for Sited<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.row
    }
}

/// A reader of one table of the past.
pub(super) struct Read<'a> {
    pub reader: Reader<'a>,
}

impl Read<'_> {
    /// A year.
    pub fn year(&mut self, row: &Row, column: &str) -> Year {
        self.reader.integer(row, column, 1900, 2100) as Year
    }

    /// The first year in which a figure could be known: not before the end of its own year's spring,
    /// so at the earliest in that year.
    pub fn published(&mut self, row: &Row, year: Year) -> Year {
        let published = self.year(row, "published");
        if published < year && (1900..=2100).contains(&published) {
            let said = messages::published_before(published, year);
            self.reader
                .refuse(row, "published", "hindcast::published-before", said);
        }
        published
    }

    /// Whether a forecaster had a figure of an origin, as the row says and as its date says.
    pub fn known_then(&mut self, row: &Row, origin: Year, published: Year) -> bool {
        let said = self.reader.yes(row, "known_then");
        let known = published <= origin + 1;
        if said != known {
            let said = messages::wrong_mark(published, origin, known);
            self.reader
                .refuse(row, "known_then", "hindcast::wrong-mark", said);
        }
        known
    }

    pub fn grade(&mut self, row: &Row) -> Grade {
        self.reader.choice(row, "grade", GRADES)
    }

    /// What a value of this row may be: counts and rates of stocks are more than zero.
    pub fn bounds(&self, row: &Row) -> Bounds {
        match row.cell("indicator") {
            flow if flow.ends_with("_rate") => Bounds::Any,
            // Logs are taken of these.
            "population" | "beds_per_10k" | "doctors_per_10k" => Bounds::Positive,
            own if Stock::ALL
                .iter()
                .any(|stock| own == stock.count() || own == stock.rate()) =>
            {
                Bounds::Positive
            }
            _ => Bounds::NotNegative,
        }
    }
}

/// Every row of a table, each with its place in the file `shown` to the user, or all that is wrong
/// with it.
pub(super) fn table<T>(
    name: &'static str,
    shown: &str,
    text: &str,
    columns: &'static [&'static str],
    of: fn(&mut Read<'_>, &Row) -> T,
) -> Result<Vec<Sited<T>>, Vec<TableProblem>> {
    let files = Files::from([(name.to_owned(), text.to_owned())]);
    let mut read = Read {
        reader: Reader::new(&files),
    };
    let rows: Vec<Sited<T>> = read
        .reader
        .table(name, columns)
        .iter()
        .map(|row| Sited {
            at: At {
                file: shown.to_owned(),
                line: row.line,
            },
            row: of(&mut read, row),
        })
        .collect();
    let mut problems = read.reader.problems;
    if problems.is_empty() {
        return Ok(rows);
    }
    crate::base::problem::by_place(&mut problems);
    for problem in &mut problems {
        shown.clone_into(&mut problem.file);
        if problem.code == "base::empty-table" {
            problem.help = messages::one_row_of(columns.join(","));
        }
    }
    Err(problems)
}
