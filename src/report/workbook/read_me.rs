//! The first sheet: what was asked, what lies in the workbook, how to read it, what it does not know.

use super::program;
use super::sheet::{Look, Sheet};
use crate::report::page::{first, last};
use crate::results::Findings;
use crate::words::{page, workbook as words};
use rust_xlsxwriter::{Worksheet, XlsxError};

const WIDTHS: [f64; 2] = [28.0, 110.0];

/// The sheet; `others` are the sheets after it.
pub fn sheet(f: &Findings, others: &[String], run: &str) -> Result<Worksheet, XlsxError> {
    let mut s = Sheet::new(words::READ_ME, &WIDTHS, WIDTHS.len(), run)?;
    s.title(&f.title, run, &[])?;
    s.skip(1);
    heading(&mut s, words::THE_RUN)?;
    for (name, says) in words::FACTS.iter().zip(facts(f)) {
        let row = s.next();
        s.text((row, 0), name, Look::Quiet)?;
        s.text((row, 1), &says, Look::Plain)?;
    }
    s.skip(1);
    heading(&mut s, words::SHEETS)?;
    for name in others {
        let row = s.next();
        s.link((row, 0), name)?;
        s.text((row, 1), words::about(name), Look::Plain)?;
    }
    s.skip(1);
    heading(&mut s, words::HOW_TO_READ)?;
    for (look, key) in [
        (Look::Synthetic, words::SYNTHETIC_KEY),
        (Look::Weak, words::WEAK_KEY),
    ] {
        let row = s.next();
        s.text((row, 0), "", look)?;
        s.text((row, 1), key, Look::Plain)?;
    }
    list(&mut s, words::READING)?;
    list(&mut s, page::HOW_TO_READ)?;
    s.skip(1);
    heading(&mut s, words::LIMITS)?;
    list(&mut s, page::LEFT_OUT)?;
    if !f.staffing_gate {
        list(&mut s, &[page::BEDS_WITHOUT_STAFF])?;
    }
    if f.provinces().next().is_some() {
        list(&mut s, &[page::PROVINCIAL_BANDS_TOO_NARROW])?;
    }
    s.done(false)
}

fn heading(s: &mut Sheet, text: &str) -> Result<(), XlsxError> {
    let row = s.next();
    s.heading((row, 0), text)
}

fn list(s: &mut Sheet, items: &[&str]) -> Result<(), XlsxError> {
    for item in items {
        let row = s.next();
        s.text((row, 1), &unmarked(item), Look::Plain)?;
    }
    Ok(())
}

/// Text of a page without its marks.
pub fn unmarked(text: &str) -> String {
    text.replace(['*', '`'], "")
}

fn facts(f: &Findings) -> [String; words::FACTS.len()] {
    let base = f.years.first().copied().unwrap_or(first(f));
    [
        f.title.clone(),
        f.note.trim().to_owned(),
        f.scenario.clone(),
        f.country.clone(),
        words::years(base, first(f), last(f)),
        words::futures(f.replicates.start, f.replicates.end),
        f.seed.to_string(),
        words::drawn(&f.uncertainty).to_owned(),
        words::gate(f.staffing_gate).to_owned(),
        words::money(&f.currency, base),
        f.base.clone(),
        f.scenario_digest.clone(),
        f.base_digest.clone(),
        program(),
    ]
}
