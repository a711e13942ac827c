//! The workbook of a search: what reaches each goal, the packages that are told of, the frontier, and what a
//! step more of each lever does.

use super::figure;
use super::sheet::{Look, Sheet};
use super::{assumptions, dictionary, program, read_me as front, written};
use crate::report::seek::TABLES;
use crate::results::seek::{By, Seek};
use crate::table::{Cell, Table};
use crate::words::workbook::{self as words, seek as own};
use crate::words::{page, seek as said};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// The workbook as bytes; `digest` is that of the scenario, `base` the base's code and digest.
pub fn bytes(s: &Seek, digest: &str, base: (&str, &str)) -> Result<Vec<u8>, XlsxError> {
    let title = said::page_title(&s.title);
    let run = own::run_of_seek(&title, s, base.0);
    let mut sheets = vec![goals(s, &run)?];
    for (table, (name, title)) in TABLES.iter().zip(own::SHEETS) {
        sheets.push(plain((&name, &title, &table.about), &(table.of)(s), &run)?);
    }
    sheets.push(assumptions::sheet(&s.assumptions, &s.assumed_tables, &run)?);
    let columns = vec![
        (own::GOALS, own::GOAL_COLUMNS.to_vec()),
        (words::ASSUMPTIONS, words::ASSUMPTION_COLUMNS.to_vec()),
    ];
    sheets.push(dictionary::of(&[], &columns, &s.currency, &run)?);
    let first = |names: &[String]| read_me(s, names, (&title, &run), digest, base);
    written(&title, &run, digest, first, sheets)
}

fn read_me(
    s: &Seek,
    others: &[String],
    (title, run): (&str, &str),
    digest: &str,
    base: (&str, &str),
) -> Result<Worksheet, XlsxError> {
    let says = [
        s.scenario.clone(),
        s.country.to_string(),
        words::years(s.base_year, s.years.0, s.years.1),
        said::money(s),
        s.seed.to_string(),
        words::money(&s.currency, s.base_year),
        base.0.to_owned(),
        digest.to_owned(),
        base.1.to_owned(),
        program(),
    ];
    let named = own::SEEK_FACTS.map(String::from);
    let about = front::About {
        title,
        facts: named.into_iter().zip(says).collect(),
        others,
        about: own::about_seek,
        keys: &[(Look::Weak, &words::WEAK_KEY)],
        reading: said::how(s),
        limits: page::LEFT_OUT.iter().map(|s| s.to_string()).collect(),
    };
    front::about(&about, run)
}

/// What reaches each goal at each level, in words and figures: what opens first.
fn goals(s: &Seek, run: &str) -> Result<Worksheet, XlsxError> {
    const WIDTHS: [f64; own::GOAL_COLUMNS.len()] =
        [56.0, 12.0, 14.0, 60.0, 14.0, 10.0, 10.0, 10.0, 60.0];
    let mut sheet = Sheet::new(&own::GOALS, &WIDTHS, WIDTHS.len(), run)?;
    sheet.title(&own::GOALS_TITLE, run, &[&said::money_is(s)])?;
    sheet.header(&own::GOAL_COLUMNS.map(|c| c.title), 1, 0)?;
    for (g, goal) in s.goals.iter().enumerate() {
        for answer in &goal.answers {
            let row = sheet.next();
            let at = answer.package.unwrap_or(goal.best);
            let found = s.package(at).best();
            let reach = found.goals[g];
            sheet.text((row, 0), &said::goal_in_short(s, g), Look::Plain)?;
            sheet.text(
                (row, 1),
                &said::at_least(goal.by, answer.at_least),
                Look::Plain,
            )?;
            let reached = words::yes(answer.package.is_some());
            sheet.text((row, 2), reached, Look::Strong)?;
            sheet.text(
                (row, 3),
                &said::package(s, &s.package(at).levels),
                Look::Plain,
            )?;
            let cost = figure::figure(found.cost.value, figure::WHOLE);
            sheet.figure((row, 4), &cost, Look::Plain)?;
            for (k, value) in [reach.value, reach.low, reach.high].into_iter().enumerate() {
                // A number of targets is no share.
                let format = match goal.by {
                    By::Number => figure::TWO,
                    By::Together | By::Weakest => figure::TENTHS,
                };
                let reached = figure::figure(value, format);
                sheet.figure((row, 5 + k as u16), &reached, Look::Plain)?;
            }
            let why = said::stopped(s, goal, answer);
            sheet.text((row, 8), &why, Look::Quiet)?;
        }
    }
    sheet.done(false)
}

/// A table as its file holds it.
fn plain(
    (name, title, lead): (&str, &str, &str),
    table: &Table<'_>,
    run: &str,
) -> Result<Worksheet, XlsxError> {
    let columns: Vec<_> = table.in_files().collect();
    let wide = |id: &str| match id {
        "goal" | "decides" => 60.0,
        _ => 15.0,
    };
    let widths: Vec<f64> = columns.iter().map(|c| wide(&c.id)).collect();
    let mut s = Sheet::new(name, &widths, widths.len().min(8), run)?;
    s.title(title, run, &[lead])?;
    let heads: Vec<&str> = columns.iter().map(|c| &*c.id).collect();
    s.header(&heads, 1, 0)?;
    for row in 0..table.rows {
        let at = s.next();
        for (column, place) in columns.iter().zip(0..) {
            match column.cell(row) {
                Cell::Absent | Cell::Empty => {}
                Cell::Text(text) | Cell::Both(_, text) | Cell::Named(_, text) => {
                    s.text((at, place), &text, Look::Plain)?;
                }
                Cell::Flag(is) => s.text((at, place), words::yes(is), Look::Plain)?,
                cell => {
                    let value = cell.value().unwrap_or(f64::NAN);
                    let format = match column.id.contains("chance") || value.abs() < 10.0 {
                        true => own::THOUSANDTHS,
                        false => figure::WHOLE,
                    };
                    s.figure((at, place), &figure::figure(value, format), Look::Plain)?;
                }
            }
        }
    }
    s.done(true)
}
