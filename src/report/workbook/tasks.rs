//! Who does what by when, what it costs, and of the money promised how much is spent and how much is
//! not.

use super::figure::{self, WHOLE, figure as number};
use super::sheet::{Look, Sheet};
use crate::results::{Findings, PolicyUsed};
use crate::words::{page, tasks, workbook as words};
use rust_xlsxwriter::{Worksheet, XlsxError};

const WIDTHS: [f64; words::TASK_COLUMNS.len()] = [
    46.0, 22.0, 10.0, 46.0, 14.0, 14.0, 14.0, 24.0, 14.0, 14.0, 14.0, 14.0, 14.0, 20.0,
];

/// The sheet of the tasks; a run without policies has none.
pub fn sheet(f: &Findings, run: &str) -> Option<Result<Worksheet, XlsxError>> {
    (!f.policies.is_empty()).then(|| written(f, run))
}

fn written(f: &Findings, run: &str) -> Result<Worksheet, XlsxError> {
    let printed = words::TASKS_PRINTED;
    let mut s = Sheet::new(words::TASKS, &WIDTHS, printed, run)?;
    s.title(words::TASKS_TITLE, run, &[&tasks::lead(&f.currency)])?;
    s.header(&words::TASK_COLUMNS.map(|c| c.title), 1, 0)?;
    for policy in &f.policies {
        line(&mut s, policy)?;
    }
    s.done(true)
}

fn line(s: &mut Sheet, p: &PolicyUsed) -> Result<(), XlsxError> {
    let row = s.next();
    let payers: Vec<&str> = p.payers.iter().map(|p| page::payer(*p)).collect();
    let texts = [
        (0, tasks::task(&p.id, &p.summary).replace('`', "")),
        (1, p.responsible.clone().unwrap_or_default()),
        (3, p.product.clone()),
        (7, payers.join("; ")),
        (13, p.id.clone()),
    ];
    for (at, text) in &texts {
        s.text((row, *at), text, Look::Plain)?;
    }
    let due = p.deadline.map(|y| number(f64::from(y.0), "0"));
    s.some((row, 2), due, Look::Plain)?;
    let cost = [p.cost.constant, p.cost.constant_p10, p.cost.constant_p90];
    for (at, amount) in cost.into_iter().enumerate() {
        s.figure((row, 4 + at as u16), &number(amount, WHOLE), Look::Plain)?;
    }
    let chance = |p: &Option<_>| p.as_ref().map(figure::chance);
    s.some((row, 8), chance(&p.on_time), Look::Strong)?;
    if let Some(m) = &p.money {
        for (at, amount) in [m.promised, m.spent, m.unspent()].into_iter().enumerate() {
            s.figure((row, 9 + at as u16), &number(amount, WHOLE), Look::Plain)?;
        }
    }
    s.some((row, 12), chance(&p.spent_in_time), Look::Strong)
}
