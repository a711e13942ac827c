//! The sheet behind the answer: what was asked, what lies in the workbook, how to read it, what it does
//! not know.

use super::program;
use super::sheet::{Look, Sheet};
use crate::report::page::{first, last};
use crate::results::Findings;
use crate::said::Said;
use crate::words::{page, workbook as words};
use rust_xlsxwriter::{Worksheet, XlsxError};

const WIDTHS: [f64; 2] = [28.0, 110.0];

/// What stands on it.
pub struct About<'a> {
    /// Title.
    pub title: &'a str,
    /// Names of facts, and what is said of them.
    pub facts: Vec<(String, String)>,
    /// The other sheets.
    pub others: &'a [String],
    /// What a sheet shows.
    pub about: fn(Said) -> Said,
    /// Colours, and what they mean.
    pub keys: &'a [(Look, &'a str)],
    /// The guide.
    pub reading: Vec<String>,
    /// The limits.
    pub limits: Vec<String>,
}

/// That of a run; `others` are the other sheets.
pub fn sheet(f: &Findings, others: &[String], run: &str) -> Result<Worksheet, XlsxError> {
    let named = words::FACTS.map(String::from);
    let owned = |items: &[Said]| items.iter().map(|s| s.to_string()).collect::<Vec<_>>();
    let mut limits = owned(page::LEFT_OUT);
    if !f.staffing_gate {
        limits.push(page::BEDS_WITHOUT_STAFF.into());
    }
    if f.provinces().next().is_some() {
        limits.push(words::PROVINCIAL_BANDS.into());
    }
    let mut reading = owned(words::READING);
    reading.extend(owned(page::HOW_TO_READ));
    let about = About {
        title: &f.title,
        facts: named.into_iter().zip(facts(f)).collect(),
        others,
        about: words::about,
        keys: &[
            (Look::Synthetic, &words::SYNTHETIC_KEY),
            (Look::Weak, &words::WEAK_KEY),
        ],
        reading,
        limits,
    };
    self::about(&about, run)
}

/// The sheet of whatever was asked.
pub fn about(about: &About<'_>, run: &str) -> Result<Worksheet, XlsxError> {
    let mut s = Sheet::new(&words::READ_ME, &WIDTHS, WIDTHS.len(), run)?;
    s.title(about.title, run, &[])?;
    s.skip(1);
    heading(&mut s, &words::THE_RUN)?;
    for (name, says) in &about.facts {
        let row = s.next();
        s.text((row, 0), name, Look::Quiet)?;
        s.text((row, 1), says, Look::Plain)?;
    }
    s.skip(1);
    heading(&mut s, &words::SHEETS)?;
    for name in about.others {
        let row = s.next();
        s.link((row, 0), name)?;
        s.text((row, 1), &(about.about)(words::sheet(name)), Look::Plain)?;
    }
    s.skip(1);
    heading(&mut s, &words::HOW_TO_READ)?;
    for (look, key) in about.keys {
        let row = s.next();
        s.text((row, 0), "", *look)?;
        s.text((row, 1), key, Look::Plain)?;
    }
    list(&mut s, &about.reading)?;
    s.skip(1);
    heading(&mut s, &words::LIMITS)?;
    list(&mut s, &about.limits)?;
    s.done(false)
}

fn heading(s: &mut Sheet, text: &str) -> Result<(), XlsxError> {
    let row = s.next();
    s.heading((row, 0), text)
}

fn list(s: &mut Sheet, items: &[String]) -> Result<(), XlsxError> {
    for item in items {
        let row = s.next();
        s.text((row, 1), &unmarked(item), Look::Plain)?;
    }
    Ok(())
}

/// Text of a page without its marks.
fn unmarked(text: &str) -> String {
    text.replace(['*', '`'], "")
}

fn facts(f: &Findings) -> [String; words::FACTS.len()] {
    let base = f.years.first().copied().unwrap_or(first(f));
    [
        f.title.to_string(),
        f.note.trim().to_owned(),
        f.scenario.clone(),
        f.country.to_string(),
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
