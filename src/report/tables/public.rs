//! The money a question is about: by payer and year, together, and against the ceiling.

use super::said;
use super::tasks::payer;
use crate::results::comparison::Mean;
use crate::results::public::{PublicLine, PublicMoney};
use crate::said::Told;
use crate::table::{Cell, Columns, Kind, Table};
use crate::words::public as words;

/// Names of the chance of going over.
const OVER: [&str; 5] = [
    "over_hits",
    "over_futures",
    "over_probability",
    "over_low_95",
    "over_high_95",
];

/// What is spent of it: by one payer in one year, or altogether.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    /// Of whom: the option by position; 0 in a run.
    pub option: usize,
    /// All of it.
    pub money: &'a PublicMoney,
    /// A part; `None`: all payers and years that count.
    pub line: Option<&'a PublicLine>,
}

/// The rows of some money, its sum first.
pub fn rows(option: usize, money: &PublicMoney) -> impl Iterator<Item = Row<'_>> {
    let of = move |line| Row {
        option,
        money,
        line,
    };
    std::iter::once(of(None)).chain(money.lines.iter().map(move |l| of(Some(l))))
}

/// The columns of it, behind those that say whose it is.
pub fn columns<'a>(table: Columns<'a, Row<'a>>, currency: &'a Told) -> Table<'a> {
    let all = |r: &Row<'_>| r.line.is_none();
    table
        .text("payer", |r| match r.line {
            Some(line) => Cell::Text(payer(line.payer).into()),
            None => said(words::TOGETHER),
        })
        .put("from", Kind::Whole, |r| {
            Cell::Year(r.line.map_or(r.money.counted.from, |l| l.year))
        })
        .put("to", Kind::Whole, |r| {
            Cell::Year(r.line.map_or(r.money.counted.to, |l| l.year))
        })
        .text("prices", |r| {
            format!("{:?}", r.money.counted.prices).to_lowercase()
        })
        .text("unit", move |_| Cell::told(currency))
        .number("spent_mean", |r| {
            r.line.map_or(r.money.spent.value, |l| l.spent)
        })
        .numbers(["spent_low_95", "spent_high_95"], move |r| {
            let Mean { low, high, .. } = r.money.spent;
            [low, high].map(|v| all(r).then_some(v))
        })
        .numbers(["spent_p10", "spent_p90"], move |r| {
            r.money.range.map(|v| all(r).then_some(v))
        })
        .number("promised_mean", |r| {
            r.line.map_or(r.money.promised, |l| l.promised)
        })
        .number("ceiling", move |r| {
            r.money.ceiling.filter(|_| all(r)).map(|c| c.amount)
        })
        .chance(OVER, move |r| {
            r.money.ceiling.filter(|_| all(r)).map(|c| c.over)
        })
        .table()
}
