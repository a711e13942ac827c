//! The workbooks of what is read off finished results: guesses, and what misses have in common.

use super::sheet::{Look, OfTable};
use super::{dictionary, program, read_me as front, written};
use crate::report::designed::{PAIRS, PARTS};
use crate::report::guesses::{BOXES, GUESSES};
use crate::report::worth::TABLES as WORTH;
use crate::results::Findings;
use crate::results::comparison::Comparison;
use crate::results::designed::Designed;
use crate::results::guesses::{Guesses, Misses};
use crate::results::worth::Worth;
use crate::said::{Said, Told};
use crate::words::designed as about_designs;
use crate::words::guesses as said;
use crate::words::number::grouped;
use crate::words::workbook::{self as words, Column, guesses as own};
use crate::words::worth as about_worth;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// The workbook of guesses as bytes.
pub fn drivers(f: &Findings, found: &Guesses) -> Result<Vec<u8>, XlsxError> {
    let title = said::drivers_title(&f.title);
    let around = OfTable {
        name: &own::GUESSES,
        title: &title,
        lead: &[&said::drivers_lead(found.futures, found.tried)],
        columns: &own::GUESS_COLUMNS,
        widths: [
            44.0, 50.0, 7.5, 14.0, 16.0, 9.0, 18.0, 10.0, 18.0, 10.0, 22.0, 9.0, 16.0, 9.0, 10.0,
            10.0, 10.0, 10.0, 10.0, 10.0,
        ],
        printed: own::GUESSES_PRINTED,
        frozen: 2,
    };
    let sheet = |run: &str| around.sheet(&(GUESSES.of)(found), run);
    let columns = own::GUESS_COLUMNS.to_vec();
    book(
        f,
        found.futures,
        (&title, own::GUESSES, columns),
        &sheet,
        said::DRIVERS_LIMITS,
    )
}

/// The workbook of misses as bytes.
pub fn misses(f: &Findings, found: &Misses) -> Result<Vec<u8>, XlsxError> {
    let title = said::misses_title(&f.title);
    let around = OfTable {
        name: &own::BOXES,
        title: &title,
        lead: &[&said::misses_lead(found.futures)],
        columns: &own::BOX_COLUMNS,
        widths: [44.0, 11.0, 80.0, 10.0, 10.0, 10.0, 10.0, 10.0, 10.0, 10.0],
        printed: own::BOX_COLUMNS.len(),
        frozen: 1,
    };
    let sheet = |run: &str| around.sheet(&(BOXES.of)(found), run);
    let columns = own::BOX_COLUMNS.to_vec();
    book(
        f,
        found.futures,
        (&title, own::BOXES, columns),
        &sheet,
        said::MISSES_LIMITS,
    )
}

/// The workbook of a designed run as bytes.
pub fn designed(f: &Findings, found: &Designed) -> Result<Vec<u8>, XlsxError> {
    let title = about_designs::title(&f.title);
    let lead = about_designs::lead(found);
    let parts = OfTable {
        name: &own::PARTS,
        title: &title,
        lead: &[&lead],
        columns: &own::PART_COLUMNS,
        widths: [
            44.0, 22.0, 40.0, 16.0, 9.0, 9.0, 16.0, 9.0, 9.0, 16.0, 9.0, 9.0, 16.0, 9.0, 9.0,
        ],
        printed: own::PART_COLUMNS.len(),
        frozen: 2,
    };
    let pairs = OfTable {
        name: &own::PAIRS,
        title: &title,
        lead: &[&about_designs::PAIRS_LEAD],
        columns: &own::PAIR_COLUMNS,
        widths: [44.0, 22.0, 22.0, 16.0, 9.0, 9.0, 16.0, 9.0, 9.0],
        printed: own::PAIR_COLUMNS.len(),
        frozen: 1,
    };
    let run = words::run(&f.title, f.seed, found.futures, &f.base);
    let sheets = vec![
        parts.sheet(&(PARTS.of)(found), &run)?,
        pairs.sheet(&(PAIRS.of)(found), &run)?,
    ];
    let columns = vec![
        (own::PARTS, own::PART_COLUMNS.to_vec()),
        (own::PAIRS, own::PAIR_COLUMNS.to_vec()),
    ];
    around(f, found.futures, (&title, &run), about_designs::HOW_TO_READ).of(sheets, columns)
}

/// The workbook of what knowing is worth as bytes.
pub fn worth(c: &Comparison, w: &Worth) -> Result<Vec<u8>, XlsxError> {
    let title = about_worth::title(&w.options);
    let of_run = words::run(&title, c.seed, w.futures, &c.base);
    let worths = OfTable {
        name: &own::WORTH,
        title: &title,
        lead: &[&about_worth::lead(w)],
        columns: &own::WORTH_COLUMNS,
        widths: [
            40.0, 9.0, 14.0, 52.0, 7.5, 18.0, 16.0, 11.0, 18.0, 12.0, 16.0,
        ],
        printed: own::WORTH_COLUMNS.len(),
        frozen: 1,
    };
    let options = OfTable {
        name: &words::OPTIONS,
        title: &title,
        lead: &[],
        columns: &own::CHOICE_COLUMNS,
        widths: [50.0, 26.0, 10.0, 16.0, 16.0, 16.0],
        printed: own::CHOICE_COLUMNS.len(),
        frozen: 2,
    };
    let [all, of_options] = &WORTH;
    let sheets = vec![
        worths.sheet(&(all.of)(w), &of_run)?,
        options.sheet(&(of_options.of)(w), &of_run)?,
    ];
    let columns = vec![
        (own::WORTH, own::WORTH_COLUMNS.to_vec()),
        (words::OPTIONS, own::CHOICE_COLUMNS.to_vec()),
    ];
    let says = [
        w.options.join(", "),
        c.country.to_string(),
        grouped(w.futures.into()),
        c.seed.to_string(),
        c.base.clone(),
        c.base_digest.clone(),
        program(),
    ];
    let limits = about_worth::limits(w);
    let book = Book {
        title: &title,
        run: &of_run,
        currency: &c.currency,
        digest: &c.base_digest,
        facts: own::CHOICE_FACTS
            .map(String::from)
            .into_iter()
            .zip(says)
            .collect(),
        limits: limits.iter().map(String::as_str).collect(),
    };
    book.of(sheets, columns)
}

/// What stands around the sheets.
struct Book<'a> {
    title: &'a str,
    run: &'a str,
    currency: &'a Told,
    digest: &'a str,
    facts: Vec<(String, String)>,
    limits: Vec<&'a str>,
}

impl Book<'_> {
    fn of(
        self,
        mut sheets: Vec<Worksheet>,
        columns: Vec<(Said, Vec<Column>)>,
    ) -> Result<Vec<u8>, XlsxError> {
        sheets.push(dictionary::of(&[], &columns, self.currency, self.run)?);
        let first = |others: &[String]| {
            let about = front::About {
                title: self.title,
                facts: self.facts,
                others,
                about: own::about_guesses,
                keys: &[(Look::Weak, &words::WEAK_KEY)],
                reading: words::READING.iter().map(|s| s.to_string()).collect(),
                limits: self.limits.iter().map(|s| s.to_string()).collect(),
            };
            front::about(&about, self.run)
        };
        written(self.title, self.run, self.digest, first, sheets)
    }
}

fn book(
    f: &Findings,
    futures: u32,
    (title, name, columns): (&str, Said, Vec<Column>),
    sheet: &dyn Fn(&str) -> Result<Worksheet, XlsxError>,
    limits: &'static [Said],
) -> Result<Vec<u8>, XlsxError> {
    let run = words::run(&f.title, f.seed, futures, &f.base);
    let book = around(f, futures, (title, &run), limits);
    book.of(vec![sheet(&run)?], vec![(name, columns)])
}

/// What stands around the sheets of what a run of a scenario gave.
fn around<'a>(
    f: &'a Findings,
    futures: u32,
    (title, run): (&'a str, &'a str),
    limits: &'static [Said],
) -> Book<'a> {
    let says = [
        f.scenario.clone(),
        f.country.to_string(),
        grouped(futures.into()),
        f.seed.to_string(),
        f.base.clone(),
        f.scenario_digest.clone(),
        f.base_digest.clone(),
        program(),
    ];
    Book {
        title,
        run,
        currency: &f.currency,
        digest: &f.scenario_digest,
        facts: own::FACTS.map(String::from).into_iter().zip(says).collect(),
        limits: limits.iter().map(|s| s.text()).collect(),
    }
}
