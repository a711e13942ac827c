//! What it costs, who pays and for what; and whether posts or people were short.

use super::markdown::Page;
use super::{first, last};
use crate::report::tables;
use crate::results::{BindingRow, CostRow, Findings, money_of};
use crate::scenario::PAYERS;
use crate::units::Payer;
use crate::words::report::upper_first;
use crate::words::{number, page as words};

fn bold(text: &str) -> String {
    format!("**{text}**")
}

/// Sum of one column over the rows a question selects.
fn sum(f: &Findings, wanted: impl Fn(&CostRow) -> bool, value: impl Fn(&CostRow) -> f64) -> f64 {
    f.costs.iter().filter(|c| wanted(c)).map(value).sum()
}

/// A payer and its money that could not be absorbed over all years.
fn not_absorbed(f: &Findings, payer: Payer) -> Option<String> {
    let stock = money_of(payer);
    let rows = f.ledger.iter();
    let rows = rows.filter(|l| l.stock == stock && l.cause == "not_absorbed");
    let over = -rows.map(|l| l.mean).sum::<f64>();
    (over >= 0.5).then(|| words::amount_of(words::payer(payer), over))
}

/// Costs by payer and purpose over all years, and by payer year by year.
pub fn costs(f: &Findings, page: &mut Page) {
    if f.costs.is_empty() {
        return;
    }
    page.section(words::COSTS);
    let base = f.years.first().copied().unwrap_or(first(f));
    page.paragraph(&words::costs_lead(&f.currency, base));
    page.part(&words::costs_by_payer(first(f), last(f)));
    let mut rows = Vec::new();
    let line = |name: &str, purpose: &str, wanted: &dyn Fn(&CostRow) -> bool| {
        vec![
            name.to_string(),
            purpose.to_string(),
            number::grouped(sum(f, wanted, |c| c.constant)),
            number::grouped(sum(f, wanted, |c| c.nominal)),
            number::grouped(sum(f, wanted, |c| c.discounted)),
        ]
    };
    for payer in PAYERS {
        let mut purposes: Vec<&str> = Vec::new();
        for c in f.costs.iter().filter(|c| c.payer == payer) {
            if !purposes.contains(&c.purpose.as_str()) {
                purposes.push(&c.purpose);
            }
        }
        for purpose in &purposes {
            let name = words::purpose(purpose);
            rows.push(line(words::payer(payer), &name, &|c| {
                c.payer == payer && c.purpose == *purpose
            }));
        }
        if purposes.len() > 1 {
            let name = bold(words::payer(payer));
            rows.push(line(&name, &bold(words::ALL_PURPOSES), &|c| {
                c.payer == payer
            }));
        }
    }
    rows.push(line(
        &bold(words::ALL_PAYERS),
        &bold(words::ALL_PURPOSES),
        &|_| true,
    ));
    page.aligned(&words::COSTS_COLUMNS, &rows, 2);

    let over: Vec<String> = PAYERS
        .into_iter()
        .filter_map(|p| not_absorbed(f, p))
        .collect();
    if !over.is_empty() {
        page.paragraph(&words::not_absorbed(&over, &f.currency));
    }

    page.part(words::COSTS_BY_YEAR);
    let mut header = vec![words::YEAR.to_string()];
    header.extend(PAYERS.map(|p| words::payer(p).to_string()));
    header.extend(words::COSTS_TOTALS.map(String::from));
    let rows: Vec<Vec<String>> = f
        .years
        .iter()
        .filter(|y| f.costs.iter().any(|c| c.year == **y))
        .map(|y| {
            let mut row = vec![y.to_string()];
            row.extend(PAYERS.map(|p| {
                number::grouped(sum(f, |c| c.year == *y && c.payer == p, |c| c.constant))
            }));
            row.push(number::grouped(sum(f, |c| c.year == *y, |c| c.constant)));
            row.push(number::grouped(sum(f, |c| c.year == *y, |c| c.nominal)));
            row.push(number::grouped(sum(f, |c| c.year == *y, |c| c.discounted)));
            row
        })
        .collect();
    page.table(&header, &rows);
}

/// Which side was short when staff were hired: posts or people.
pub fn hiring(f: &Findings, page: &mut Page) {
    if f.binding.is_empty() {
        return;
    }
    page.section(words::HIRING);
    page.paragraph(words::HIRING_LEAD);
    let mut occupations: Vec<&str> = Vec::new();
    for b in &f.binding {
        if !occupations.contains(&b.occupation.as_str()) {
            occupations.push(&b.occupation);
        }
    }
    let of = |occupation: &str| -> Vec<&BindingRow> {
        f.binding
            .iter()
            .filter(|b| b.occupation == occupation)
            .collect()
    };
    let said: Vec<String> = occupations
        .iter()
        .map(|occupation| {
            let rows = of(occupation);
            let posts = rows.iter().filter(|b| b.posts_bind >= 0.5).count();
            words::hiring(&upper_first(occupation), posts, rows.len())
        })
        .collect();
    page.list(&said);
    page.of(&tables::binding(f), &words::HIRING_COLUMNS, 2);
}
