//! What it costs, who pays and for what; and whether posts or people were short.

use super::markdown::Page;
use super::{first, last};
use crate::report::tables;
use crate::results::{BindingRow, CostRow, Findings, money_of};
use crate::scenario::PAYERS;
use crate::units::{Payer, Year};
use crate::words::report::{sentence, upper_first};
use crate::words::{number, page as words, public};

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

/// The money the question is about, by payer and year.
pub fn public(f: &Findings, page: &mut Page) {
    let Some(money) = &f.public else { return };
    let counted = &money.counted;
    page.section(&public::heading(counted));
    let said = super::front::over(f).map(|over| sentence(&over));
    let said: Vec<String> = said.into_iter().chain(super::front::spent(f)).collect();
    page.paragraph(&said.join(" "));
    if money.lines.is_empty() {
        return;
    }
    page.paragraph(&public::LEAD_OF_RUN);
    let mut header = vec![public::YEAR.to_owned()];
    header.extend(counted.payers.iter().map(|p| words::payer(*p).to_owned()));
    header.push(public::TOGETHER.to_owned());
    let of = |year: Year, payer: Payer| {
        let lines = money.lines.iter();
        let own = lines.filter(|l| (l.year, l.payer) == (year, payer));
        own.map(|l| l.spent).sum::<f64>()
    };
    let years = f.years.iter().filter(|y| counted.holds(**y));
    let mut rows: Vec<Vec<String>> = years
        .map(|y| {
            let cells = counted.payers.iter().map(|p| number::grouped(of(*y, *p)));
            let mut row: Vec<String> = std::iter::once(y.to_string()).chain(cells).collect();
            row.push(number::grouped(money.in_year(*y)));
            row
        })
        .collect();
    let mut all = vec![bold(&public::ALL_YEARS)];
    all.extend(
        counted
            .payers
            .iter()
            .map(|p| bold(&number::grouped(money.of(*p)))),
    );
    all.push(bold(&number::grouped(money.spent.value)));
    rows.push(all);
    page.table(&header, &rows);
}

/// Costs by payer and purpose over all years, and by payer year by year.
pub fn costs(f: &Findings, page: &mut Page) {
    if f.costs.is_empty() {
        return;
    }
    page.section(&words::COSTS);
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
            rows.push(line(&name, &bold(&words::ALL_PURPOSES), &|c| {
                c.payer == payer
            }));
        }
    }
    rows.push(line(
        &bold(&words::ALL_PAYERS),
        &bold(&words::ALL_PURPOSES),
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

    page.part(&words::COSTS_BY_YEAR);
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
    page.section(&words::HIRING);
    page.paragraph(&words::HIRING_LEAD);
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
