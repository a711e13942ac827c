//! The workbook a budget officer opens: the answers, what they cost by payer and year with sums that
//! follow their cells, every province and hospital, what all of it rests on, and what each column means.
//!
//! Equal runs leave equal bytes: nothing here knows the time, the machine or the number of threads.

mod assumptions;
mod comparison;
mod costs;
mod dictionary;
mod facilities;
mod figure;
mod guesses;
mod options;
mod provinces;
mod read_me;
mod seek;
mod sheet;
mod sweep;
mod targets;
mod tasks;
mod timing;

use super::draft::{self, Draft};
use super::{Handed, ReportError, page};
use crate::results::comparison::Comparison;
use crate::results::designed::Designed;
use crate::results::guesses::{Guesses, Misses};
use crate::results::seek::Seek;
use crate::results::sweep::Sweep;
use crate::results::timing::Timing;
use crate::results::worth::Worth;
use crate::results::{Facilities, Findings};
use crate::words::workbook as words;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use std::io;
use std::path::Path;

/// Name of the workbook.
pub const NAME: &str = "summary.xlsx";

/// Writes the workbook of a run.
pub fn write(draft: &Draft, handed: Handed<'_>) -> Result<(), ReportError> {
    put(draft, of_run(handed.findings, handed.facilities))
}

/// Writes the workbook of a comparison.
pub fn compared(draft: &Draft, c: &Comparison) -> Result<(), ReportError> {
    put(draft, comparison::bytes(c))
}

/// Writes the workbook of a sweep.
pub fn swept(
    draft: &Draft,
    sweep: &Sweep,
    digest: &str,
    base: (&str, &str),
) -> Result<(), ReportError> {
    put(draft, sweep::bytes(sweep, digest, base))
}

/// Writes the workbook about when decisions must be taken.
pub fn timed(
    draft: &Draft,
    timing: &Timing,
    digest: &str,
    base: (&str, &str),
) -> Result<(), ReportError> {
    put(draft, timing::bytes(timing, digest, base))
}

/// Writes the workbook of a search.
pub fn sought(
    draft: &Draft,
    found: &Seek,
    digest: &str,
    base: (&str, &str),
) -> Result<(), ReportError> {
    put(draft, seek::bytes(found, digest, base))
}

/// Writes the workbook of guesses.
pub fn drivers(draft: &Draft, f: &Findings, found: &Guesses) -> Result<(), ReportError> {
    put(draft, guesses::drivers(f, found))
}

/// Writes the workbook of misses.
pub fn misses(draft: &Draft, f: &Findings, found: &Misses) -> Result<(), ReportError> {
    put(draft, guesses::misses(f, found))
}

/// Writes the workbook of a designed run.
pub fn designed(draft: &Draft, f: &Findings, found: &Designed) -> Result<(), ReportError> {
    put(draft, guesses::designed(f, found))
}

/// Writes the workbook of what knowing is worth.
pub fn worth(draft: &Draft, c: &Comparison, found: &Worth) -> Result<(), ReportError> {
    put(draft, guesses::worth(c, found))
}

fn put(draft: &Draft, bytes: Result<Vec<u8>, XlsxError>) -> Result<(), ReportError> {
    let bytes = bytes.map_err(|error| draft::at(Path::new(NAME))(io::Error::other(error)))?;
    draft.put(NAME, &bytes)
}

/// The workbook of a run as bytes.
fn of_run(f: &Findings, facilities: Option<&Facilities>) -> Result<Vec<u8>, XlsxError> {
    let run = words::run(&f.title, f.seed, page::futures(f), &f.base);
    let mut sheets = vec![
        options::sheet(f, &run)?,
        targets::sheet(f, &run)?,
        targets::by_year(f, &run)?,
        costs::sheet(f, &run)?,
    ];
    if let Some(sheet) = costs::province(f, &run) {
        sheets.push(sheet?);
    }
    if let Some(sheet) = tasks::sheet(f, &run) {
        sheets.push(sheet?);
    }
    sheets.extend([
        provinces::sheet(f, &run)?,
        facilities::sheet(f, facilities, &run)?,
        assumptions::sheet(&f.assumptions, &f.assumed_tables, &run)?,
        dictionary::sheet(f, &run)?,
    ]);
    let first = |names: &[String]| read_me::sheet(f, names, &run);
    written(&f.title, &run, &f.scenario_digest, first, sheets)
}

/// The sheets as a file: the answer, a sheet that lists them and says how to read them, and the others.
fn written(
    title: &str,
    run: &str,
    digest: &str,
    first: impl FnOnce(&[String]) -> Result<Worksheet, XlsxError>,
    sheets: Vec<Worksheet>,
) -> Result<Vec<u8>, XlsxError> {
    // The date is not that of a clock, so that equal runs leave equal bytes.
    let (year, month, day) = (2000, 1, 1);
    let properties = DocProperties::new()
        .set_title(title)
        .set_subject(run)
        .set_author(program())
        .set_comment(digest)
        .set_creation_datetime(&ExcelDateTime::from_ymd(year, month, day)?);
    let names: Vec<String> = sheets.iter().map(|sheet| sheet.name()).collect();
    let mut book = Workbook::new();
    book.set_properties(&properties);
    // The answer is what opens.
    let about = first(&names)?;
    let mut sheets = sheets.into_iter();
    for sheet in sheets.next().into_iter().chain([about]).chain(sheets) {
        book.push_worksheet(sheet);
    }
    book.save_to_buffer().map(from_any_system)
}

/// System that is said to have packed the parts of a workbook: Unix.
const PACKED_ON: u8 = 3;

/// The same bytes whatever system packs them: the archive notes the system beside each of its parts.
fn from_any_system(mut book: Vec<u8>) -> Vec<u8> {
    for at in directory(&book) {
        book[at + 5] = PACKED_ON;
    }
    book
}

/// Where the rows of an archive's directory begin: PKWARE, *.ZIP File Format Specification*, 4.3.12 and
/// 4.3.16; a workbook has no comment behind its end.
fn directory(book: &[u8]) -> Vec<usize> {
    let short = |at: usize| usize::from(u16::from_le_bytes([book[at], book[at + 1]]));
    let end = book.len() - 22;
    let mut at = short(end + 16) + (short(end + 18) << 16);
    let mut rows = Vec::new();
    for _ in 0..short(end + 10) {
        rows.push(at);
        at += 46 + short(at + 28) + short(at + 30) + short(at + 32);
    }
    rows
}

/// Name and version of the program.
fn program() -> String {
    format!("{} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn a_workbook_does_not_tell_which_system_packed_it() {
        let mut book = of_run(&sample::findings(), None).expect("a workbook");
        let rows = directory(&book);
        assert!(rows.len() > 10);
        let plain = book.clone();
        for at in rows {
            assert_eq!(book[at..at + 4], *b"PK\x01\x02");
            assert_eq!(book[at + 5], PACKED_ON);
            book[at + 5] = 0;
        }
        assert_eq!(from_any_system(book), plain);
    }

    #[test]
    fn equal_runs_leave_equal_workbooks() {
        let made = || of_run(&sample::findings(), None).expect("a workbook");
        assert_eq!(made(), made());
    }

    #[test]
    fn a_run_without_answers_and_costs_still_makes_a_workbook() {
        let f = Findings {
            targets: Vec::new(),
            joint: Vec::new(),
            costs: Vec::new(),
            province_probability: Vec::new(),
            assumptions: Vec::new(),
            assumed_tables: Vec::new(),
            bottom_up: Vec::new(),
            ..sample::findings()
        };
        assert!(of_run(&f, None).is_ok());
    }
}
