//! What every indicator and every column of the workbook means, with its unit.

use super::sheet::{Look, Sheet};
use crate::report::number::unit_in_tables;
use crate::results::{Findings, IndicatorInfo};
use crate::said::{Said, Told};
use crate::words::workbook::{self as words, Column};
use rust_xlsxwriter::{Worksheet, XlsxError};

const WIDTHS: [f64; words::DICTIONARY_COLUMNS.len()] = [24.0, 44.0, 24.0, 100.0];

/// The columns of each sheet, in their order.
fn columns(about_one_province: bool, tasks: bool) -> Vec<(Said, Vec<Column>)> {
    let mut options = words::OPTION_COLUMNS.to_vec();
    options.push(words::OPTION_INTERVAL);
    let mut by_year = words::BY_YEAR_COLUMNS.to_vec();
    by_year.push(words::A_YEAR_OF_CHANCES);
    let mut provinces = vec![words::PROVINCE, words::AT_START];
    provinces.extend(words::PROVINCE_FIGURES);
    provinces.extend(words::PROVINCE_LAST);
    let mut facilities = words::FACILITY_COLUMNS.to_vec();
    facilities.extend([
        words::FACILITY_BEDS,
        words::FACILITY_LOW,
        words::FACILITY_HIGH,
        words::FACILITY_OCCUPANCY,
        words::FACILITY_OPEN,
        words::FACILITY_HANDED,
    ]);
    let costs = vec![words::COSTS_FIRST, words::A_YEAR_OF_COSTS, words::ALL_YEARS];
    let mut all = vec![
        (words::OPTIONS, options),
        (words::TARGETS, words::TARGET_COLUMNS.to_vec()),
        (words::BY_YEAR, by_year),
        (words::COSTS, costs.clone()),
        (words::PROVINCES, provinces),
        (words::FACILITIES, facilities),
        (words::ASSUMPTIONS, words::ASSUMPTION_COLUMNS.to_vec()),
    ];
    if about_one_province {
        all.push((words::PROVINCE_COSTS, costs));
    }
    if tasks {
        all.push((words::TASKS, words::TASK_COLUMNS.to_vec()));
    }
    all
}

/// The sheet of a run.
pub fn sheet(f: &Findings, run: &str) -> Result<Worksheet, XlsxError> {
    let columns = columns(f.focus.is_some(), !f.policies.is_empty());
    of(&f.indicators, &columns, &f.currency, run)
}

/// The sheet of these indicators and columns.
pub fn of(
    indicators: &[IndicatorInfo],
    columns: &[(Said, Vec<Column>)],
    currency: &Told,
    run: &str,
) -> Result<Worksheet, XlsxError> {
    let mut s = Sheet::new(&words::DICTIONARY, &WIDTHS, WIDTHS.len(), run)?;
    s.title(&words::DICTIONARY_TITLE, run, &[&words::DICTIONARY_LEAD])?;
    s.header(&words::DICTIONARY_COLUMNS, 2, 0)?;
    for i in indicators {
        let unit = unit_in_tables(i.unit, currency);
        let name = words::indicator(&i.title, &i.id);
        let meaning = words::indicator_meaning(&i.meaning, i.national_only);
        line(&mut s, [&words::INDICATOR, &name, &unit, &meaning])?;
    }
    for (sheet, columns) in columns {
        for column in columns {
            let unit = column.unit.replace(&*words::CURRENCY, currency);
            line(&mut s, [sheet, &column.title, &unit, &column.meaning])?;
        }
    }
    s.done(true)
}

fn line(s: &mut Sheet, texts: [&str; 4]) -> Result<(), XlsxError> {
    let row = s.next();
    for (at, text) in texts.iter().enumerate() {
        s.text((row, at as u16), text, Look::Plain)?;
    }
    Ok(())
}
