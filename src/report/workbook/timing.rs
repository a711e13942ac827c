//! The workbook about when decisions must be taken: each decision with its last years of start, the price
//! of waiting, and the years to which the plan is enough.

use super::sheet::OfTable;
use super::{assumptions, dictionary, program, read_me as front, written};
use crate::report::timing as tables;
use crate::results::timing::Timing;
use crate::words::number::grouped;
use crate::words::workbook::{self as words, timing as own};
use crate::words::{page, timing as said};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// The workbook as bytes; `digest` is that of the scenario, `base` the base's code and digest.
pub fn bytes(t: &Timing, digest: &str, base: (&str, &str)) -> Result<Vec<u8>, XlsxError> {
    let title = said::page_title(&t.title);
    let run = words::run(&title, t.seed, t.replicates.len() as u32, base.0);
    let decisions = OfTable {
        name: &own::DECISIONS,
        title: &said::DECIDE,
        lead: &[&*said::decide_lead(t)],
        columns: &own::DECISION_COLUMNS,
        widths: [
            28.0, 24.0, 9.0, 10.0, 60.0, 10.0, 12.0, 10.0, 10.0, 14.0, 14.0,
        ],
        printed: 10,
        frozen: 1,
    };
    let waiting = OfTable {
        name: &own::WAITING,
        title: &said::WAITING,
        lead: &[&*said::waiting_lead(t)],
        columns: &own::WAITING_COLUMNS,
        widths: [
            28.0, 10.0, 10.0, 60.0, 10.0, 10.0, 10.0, 11.0, 11.0, 11.0, 24.0, 14.0, 14.0, 14.0,
        ],
        printed: own::WAITING_COLUMNS.len(),
        frozen: 2,
    };
    let enough = OfTable {
        name: &own::ENOUGH,
        title: &said::ENOUGH,
        lead: &[&*said::enough_lead(t)],
        columns: &own::ENOUGH_COLUMNS,
        widths: [60.0, 9.0, 9.0, 10.0, 10.0, 10.0, 12.0],
        printed: own::ENOUGH_COLUMNS.len(),
        frozen: 1,
    };
    let columns = [
        (own::DECISIONS, own::DECISION_COLUMNS.to_vec()),
        (own::WAITING, own::WAITING_COLUMNS.to_vec()),
        (own::ENOUGH, own::ENOUGH_COLUMNS.to_vec()),
        (words::ASSUMPTIONS, words::ASSUMPTION_COLUMNS.to_vec()),
    ];
    let sheets = vec![
        decisions.sheet(&tables::last_starts(t), &run)?,
        waiting.sheet(&tables::waiting(t), &run)?,
        enough.sheet(&tables::enough(t), &run)?,
        assumptions::sheet(&t.assumptions, &t.assumed_tables, &run)?,
        dictionary::of(&[], &columns, &t.currency, &run)?,
    ];
    let first = |names: &[String]| read_me(t, names, (&title, &run), digest, base.0);
    written(&title, &run, digest, first, sheets)
}

fn read_me(
    t: &Timing,
    others: &[String],
    (title, run): (&str, &str),
    digest: &str,
    base: &str,
) -> Result<Worksheet, XlsxError> {
    let says = [
        t.scenario.clone(),
        t.country.to_string(),
        words::years(t.base_year, t.years.0, t.years.1),
        t.to.to_string(),
        grouped(f64::from(t.replicates.len() as u32)),
        t.seed.to_string(),
        words::money(&t.currency, t.base_year),
        base.to_owned(),
        digest.to_owned(),
        program(),
    ];
    let named = own::FACTS.map(String::from);
    let mut reading: Vec<String> = words::READING.iter().map(|s| s.to_string()).collect();
    reading.extend(said::how(t));
    let about = front::About {
        title,
        facts: named.into_iter().zip(says).collect(),
        others,
        about: own::about_timing,
        keys: &[],
        reading,
        limits: page::LEFT_OUT.iter().map(|s| s.to_string()).collect(),
    };
    front::about(&about, run)
}
