//! Figures of the base year that the asker knows better, and counts that provinces publish of themselves.

use super::markdown::{Page, plain};
use super::place;
use crate::results::{FigureUsed, Findings, ProvinceCount};
use crate::words::{figures as words, number};

/// Of the others that make room so many are named, the largest first.
const LISTED: usize = 3;

/// What the asker replaced in the base, and what that moved.
pub fn of_the_asker(f: &Findings, page: &mut Page) {
    judged_on_its_own(f, page);
    if f.figures.is_empty() {
        return;
    }
    page.part(&words::HEADING);
    page.paragraph(&words::LEAD);
    let rows: Vec<Vec<String>> = f.figures.iter().map(|own| replaced(f, own)).collect();
    page.aligned(&words::COLUMNS, &rows, 6);
    let mut lines = Vec::new();
    for own in f.figures_moved.iter().filter(|m| m.own) {
        let name = plain(place(f, &own.province));
        lines.push(words::moved(&name, &own.what, own.before, own.after));
    }
    let mut stocks: Vec<&str> = f.figures_moved.iter().map(|m| m.what.as_str()).collect();
    stocks.dedup();
    for what in stocks {
        let others = f.figures_moved.iter();
        let mut others: Vec<_> = others.filter(|m| m.what == what && !m.own).collect();
        others.sort_by(|a, b| b.before.total_cmp(&a.before));
        let Some(first) = others.first() else {
            continue;
        };
        let by = first.after / first.before - 1.0;
        let named = others.iter().take(LISTED).map(|m| {
            let name = plain(place(f, &m.province));
            words::from_to(&name, m.before, m.after)
        });
        let named: Vec<String> = named.collect();
        lines.push(words::made_room(others.len(), what, by, &named));
    }
    page.list(&lines);
}

fn replaced(f: &Findings, own: &FigureUsed) -> Vec<String> {
    let place = match own.of.as_str() {
        "" => f.country.as_str(),
        code => place(f, code),
    };
    let grade = own.before_grade.map(|grade| format!("{grade:?}"));
    let before = own.before.map_or(words::NONE.to_owned(), |value| {
        words::figure(value, own.before_range)
    });
    vec![
        words::what(&own.what).to_owned(),
        plain(place),
        before,
        words::from(&plain(&own.before_source), grade.as_deref()),
        words::figure(own.value, own.range),
        words::from(&plain(&own.source), Some(&format!("{:?}", own.grade))),
    ]
}

/// Targets that are judged on a count of the place's own: both figures, and why they differ.
fn judged_on_its_own(f: &Findings, page: &mut Page) {
    let mut known: Vec<(&str, &str)> = Vec::new();
    for a in f.headlines() {
        let (Some(own), plain_id) = (&a.own_count, f.plain(&a.indicator)) else {
            continue;
        };
        if known.contains(&(plain_id, a.scope.as_str())) {
            continue;
        }
        known.push((plain_id, &a.scope));
        let counted = f.counts(&a.indicator);
        let name = plain(place(f, &a.scope));
        page.paragraph(&words::judged_on(&name, counted, own));
    }
}

/// Counts that provinces publish of themselves, beside the raked figures.
pub fn own_counts(f: &Findings, page: &mut Page) {
    if f.own_counts.is_empty() {
        return;
    }
    page.part(&words::OWN_COUNTS);
    page.paragraph(&words::OWN_COUNTS_LEAD);
    let row = |own: &ProvinceCount| {
        vec![
            plain(place(f, &own.province)),
            words::what(&own.what).to_owned(),
            words::ratio(own.count.published),
            words::ratio(own.count.raked),
            number::percent(own.count.factor() - 1.0),
            plain(&own.count.source_id),
        ]
    };
    let rows: Vec<Vec<String>> = f.own_counts.iter().map(row).collect();
    page.aligned(&words::OWN_COUNTS_COLUMNS, &rows, 2);
}
