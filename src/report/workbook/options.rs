//! Options beside one another. A single run answers one: its chances, and what it costs.

use super::figure::{self, WHOLE, figure};
use super::sheet::{Look, Sheet};
use crate::report::page::{claim, first, instead, last, over};
use crate::results::public::PublicMoney;
use crate::results::{CostRow, Findings, Probability};
use crate::units::{PAYERS, Year};
use crate::words::report::{sentence, upper_first};
use crate::words::{number, page, public as money, workbook as words};
use rust_xlsxwriter::{Worksheet, XlsxError};

const WIDTHS: [f64; 4] = [66.0, 18.0, 26.0, 18.0];

/// The sheet of a single run.
pub fn sheet(f: &Findings, run: &str) -> Result<Worksheet, XlsxError> {
    let mut s = Sheet::new(&words::OPTIONS, &WIDTHS, WIDTHS.len(), run)?;
    let mut lead = vec![words::OPTIONS_LEAD.to_owned()];
    // What cannot be paid for is said before anything else.
    lead.splice(0..0, over(f).map(|over| sentence(&over)));
    let lead: Vec<&str> = lead.iter().map(String::as_str).collect();
    s.title(&words::OPTIONS_TITLE, run, &lead)?;
    let [what, unit, _] = words::OPTION_COLUMNS.map(|c| c.title);
    s.header(
        &[&*what, &*unit, &f.scenario, &*words::OPTION_INTERVAL.title],
        1,
        0,
    )?;
    let headline: Vec<_> = f
        .targets
        .iter()
        .filter(|a| a.headline && instead(f, a).is_none())
        .collect();
    if !headline.is_empty() {
        group(&mut s, words::chances(f.asks_the_nation()))?;
        for a in headline {
            if let Some(p) = &a.probability {
                chance(&mut s, &upper_first(&claim(f, a)), p)?;
            }
        }
    }
    if !f.joint.is_empty() {
        group(&mut s, &words::AT_ONCE)?;
        for j in &f.joint {
            chance(
                &mut s,
                &words::together(&j.name, j.targets.len()),
                &j.probability,
            )?;
        }
    }
    if let Some(money) = &f.public {
        public(f, money, &mut s)?;
    }
    if !f.costs.is_empty() {
        costs(f, &mut s)?;
    }
    s.done(false)
}

fn group(s: &mut Sheet, name: &str) -> Result<(), XlsxError> {
    let row = s.next();
    s.heading((row, 0), name)
}

fn chance(s: &mut Sheet, what: &str, p: &Probability) -> Result<(), XlsxError> {
    let row = s.next();
    let tenths = |share: f64| format!("{}%", number::decimal(share * 100.0, 1));
    s.text((row, 0), what, Look::Plain)?;
    s.text((row, 1), &words::CHANCE, Look::Quiet)?;
    s.figure((row, 2), &figure::chance(p), Look::Strong)?;
    s.text(
        (row, 3),
        &words::interval(&tenths(p.low), &tenths(p.high)),
        Look::Plain,
    )
}

/// The money the question is about, and the ceiling.
fn public(f: &Findings, m: &PublicMoney, s: &mut Sheet) -> Result<(), XlsxError> {
    let base = f.years.first().copied().unwrap_or(first(f));
    let prices = money::prices(&m.counted, base);
    group(s, &money::heading(&m.counted))?;
    let mut line = |what: &str, value: f64, look: Look| {
        let row = s.next();
        s.text((row, 0), &money::at_prices(what, &prices), look)?;
        s.text((row, 1), &f.currency, Look::Quiet)?;
        s.figure((row, 2), &figure(value, WHOLE), look)?;
        Ok::<u32, XlsxError>(row)
    };
    for payer in &m.counted.payers {
        line(page::payer(*payer), m.of(*payer), Look::Plain)?;
    }
    let together = line(&money::TOGETHER, m.spent.value, Look::Strong)?;
    line(&money::TOTALS[1], m.promised, Look::Plain)?;
    let ceiling = m.ceiling;
    let held = ceiling.map(|c| line(&money::TOTALS[2], c.amount, Look::Plain));
    held.transpose()?;
    let [low, high] = m.range.map(number::grouped);
    s.text(
        (together, 3),
        &money::eight_in_ten(&low, &high),
        Look::Plain,
    )?;
    match ceiling {
        Some(ceiling) => chance(s, &money::TOTALS[3], &ceiling.over),
        None => Ok(()),
    }
}

fn costs(f: &Findings, s: &mut Sheet) -> Result<(), XlsxError> {
    group(s, &words::costs_of(first(f), last(f)))?;
    let base: Year = f.years.first().copied().unwrap_or(first(f));
    let constant = words::constant(base);
    let sum = |wanted: &dyn Fn(&CostRow) -> bool, money: fn(&CostRow) -> f64| -> f64 {
        f.costs.iter().filter(|c| wanted(c)).map(money).sum()
    };
    let mut line = |what: &str, value: f64, look: Look| {
        let row = s.next();
        s.text((row, 0), what, look)?;
        s.text((row, 1), &f.currency, Look::Quiet)?;
        s.figure((row, 2), &figure(value, WHOLE), look)
    };
    for payer in PAYERS {
        if f.costs.iter().any(|c| c.payer == payer) {
            let what = words::cost_in(page::payer(payer), &constant);
            let value = sum(&|c| c.payer == payer, |c| c.constant);
            line(&what, value, Look::Plain)?;
        }
    }
    let all = |money: &str| words::cost_in(&words::ALL_PAYERS, money);
    let value = sum(&|_| true, |c| c.constant);
    line(&all(&constant), value, Look::Strong)?;
    let value = sum(&|_| true, |c| c.nominal);
    line(&all(&words::NOMINAL), value, Look::Plain)?;
    let value = sum(&|_| true, |c| c.discounted);
    line(&all(&words::discounted(base)), value, Look::Plain)
}
