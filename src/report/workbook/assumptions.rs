//! Every uncertain number, the weakest first: what it means, from what it is drawn, who says so, and
//! why.

use super::figure;
use super::sheet::{Look, Sheet};
use crate::base::{AssumedTable, Grade};
use crate::results::AssumptionUsed;
use crate::words::{page, workbook as words};
use rust_xlsxwriter::{Worksheet, XlsxError};

const WIDTHS: [f64; words::ASSUMPTION_COLUMNS.len()] = [
    7.5, 30.0, 46.0, 16.0, 28.0, 20.0, 18.0, 64.0, 7.5, 11.0, 12.0, 12.0,
];

/// The sheet of the assumptions.
pub fn sheet(
    all: &[AssumptionUsed],
    tables: &[AssumedTable],
    run: &str,
) -> Result<Worksheet, XlsxError> {
    let printed = words::ASSUMPTIONS_PRINTED;
    let mut s = Sheet::new(words::ASSUMPTIONS, &WIDTHS, printed, run)?;
    let weak = all.iter().filter(|a| a.grade == Grade::E).count();
    let lead = words::assumptions_lead(all.len() + tables.len(), weak + tables.len());
    s.title(words::ASSUMPTIONS_TITLE, run, &[&lead])?;
    s.header(&words::ASSUMPTION_COLUMNS.map(|c| c.title), 2, 0)?;
    for table in tables {
        let row = s.next();
        s.text((row, 0), &format!("{:?}", Grade::E), Look::Weak)?;
        let texts = [
            &table.name,
            &table.what,
            "",
            words::A_TABLE,
            &table.range,
            "",
            &table.reason,
        ];
        for (at, text) in texts.iter().enumerate() {
            s.text((row, 1 + at as u16), text, Look::Plain)?;
        }
    }
    for grade in [Grade::E, Grade::D, Grade::C, Grade::B, Grade::A] {
        for a in all.iter().filter(|a| a.grade == grade) {
            line(&mut s, a)?;
        }
    }
    s.done(true)
}

fn line(s: &mut Sheet, a: &AssumptionUsed) -> Result<(), XlsxError> {
    let row = s.next();
    let look = match a.grade {
        Grade::E => Look::Weak,
        _ => Look::Plain,
    };
    s.text((row, 0), &format!("{:?}", a.grade), look)?;
    let range = a.range.map(|_| page::range(a.range));
    let texts = [
        &a.id,
        &a.meaning,
        &a.unit,
        &page::law(&a.distribution),
        &range.unwrap_or_default(),
        &a.source,
        &a.reason,
        words::yes(a.read),
        words::yes(a.overridden),
    ];
    for (at, text) in texts.iter().enumerate() {
        s.text((row, 1 + at as u16), text, Look::Plain)?;
    }
    let written = |v: f64| figure::printed(v, &page::figure(v));
    s.some((row, 10), a.range.map(|r| written(r.0)), Look::Plain)?;
    s.some((row, 11), a.range.map(|r| written(r.1)), Look::Plain)
}
