//! What a designed run leaves: a page, a table, all of it for programs, and a manifest.

use super::ReportError;
use super::guesses::{From, Left, of_run, pictures};
use super::page::markdown::{Page, plain};
use crate::plot::{self, Picture};
use crate::results::Findings;
use crate::results::designed::{Both, Designed, Explains, Index, OfTarget, Pair};
use crate::table::Cell::Named;
use crate::table::{Cell, Described, Kind, Table};
use crate::words::designed as words;
use crate::words::report::upper_first;
use std::path::{Path, PathBuf};

/// Kind of what it leaves.
pub const KIND: &str = "drivers-design";

/// Every part for every target.
pub(in crate::report) const PARTS: Described<Designed> =
    Described::new("parts", parts, words::PARTS);

/// Every two of the parts that explain most, for every target.
pub(in crate::report) const PAIRS: Described<Designed> =
    Described::new("pairs", pairs, words::PAIRS);

fn pairs(found: &Designed) -> Table<'_> {
    let each = found.targets.iter();
    pairs_of(each.flat_map(|t| t.pairs.iter().map(move |pair| (t, pair))))
}

fn pairs_of<'a>(rows: impl IntoIterator<Item = (&'a OfTarget, &'a Pair)>) -> Table<'a> {
    Table::over(rows)
        .text("target", |(t, _)| {
            Named(t.target.as_str().into(), upper_first(&t.says).into())
        })
        .text("part", |(_, p)| Cell::worded(|| words::part(&p.parts[0])))
        .text("other", |(_, p)| Cell::worded(|| words::part(&p.parts[1])))
        .each(
            ["spread_pair", "spread_pair_low_95", "spread_pair_high_95"],
            Kind::Number,
            |(_, p)| index(p.value),
        )
        .each(
            ["met_pair", "met_pair_low_95", "met_pair_high_95"],
            Kind::Number,
            |(_, p)| index(p.met),
        )
        .table()
}

/// A part of what is drawn, and the target that it moves.
struct Row<'a> {
    found: &'a Designed,
    target: &'a OfTarget,
    part: &'a Explains,
}

fn parts(found: &Designed) -> Table<'_> {
    let each = found.targets.iter();
    parts_of(each.flat_map(|target| rows(found, target)))
}

fn rows<'a>(found: &'a Designed, target: &'a OfTarget) -> impl Iterator<Item = Row<'a>> {
    let row = move |part| Row {
        found,
        target,
        part,
    };
    target.parts.iter().map(row)
}

fn index(of: Option<Index>) -> [Cell<'static>; 3] {
    match of {
        None => [const { Cell::Empty }; 3],
        Some(i) => [
            Cell::Told(i.index, words::index(&i)),
            Cell::Share(i.low),
            Cell::Share(i.high),
        ],
    }
}

fn parts_of<'a>(rows: impl IntoIterator<Item = Row<'a>>) -> Table<'a> {
    let first = |both: Option<Both>| index(both.map(|b| b.first));
    let total = |both: Option<Both>| index(both.map(|b| b.total));
    Table::over(rows)
        .text("target", |r| {
            Named(
                r.target.target.as_str().into(),
                upper_first(&r.target.says).into(),
            )
        })
        .text("part", |r| Cell::worded(|| words::part(&r.part.part)))
        .text("assumptions", |r| {
            let own = r.found.parts.iter().find(|p| p.name == r.part.part);
            own.map_or(String::new(), |p| p.assumptions.join(";"))
        })
        .each(
            [
                "spread_first",
                "spread_first_low_95",
                "spread_first_high_95",
            ],
            Kind::Number,
            move |r| first(r.part.value),
        )
        .each(
            [
                "spread_total",
                "spread_total_low_95",
                "spread_total_high_95",
            ],
            Kind::Number,
            move |r| total(r.part.value),
        )
        .each(
            ["met_first", "met_first_low_95", "met_first_high_95"],
            Kind::Number,
            move |r| first(r.part.met),
        )
        .each(
            ["met_total", "met_total_low_95", "met_total_high_95"],
            Kind::Number,
            move |r| total(r.part.met),
        )
        .table()
}

/// Writes what was found.
pub fn write(
    f: &Findings,
    found: &Designed,
    from: &From<'_>,
    out: &Path,
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<Vec<PathBuf>, ReportError> {
    let left = Left {
        kind: KIND,
        found,
        of: of_run(f),
        tables: &[PARTS, PAIRS],
        page: &|shown| page(f, found, shown),
        draw: &|| plot::guesses::designed(f, found),
        #[cfg(feature = "xlsx")]
        book: &|draft| super::workbook::designed(draft, f, found),
    };
    left.write(from, out, stop)
}

fn page(f: &Findings, found: &Designed, shown: &[Picture]) -> Page {
    let mut page = Page::titled(&words::title(&f.title));
    page.paragraph(&words::lead(found));
    if found.targets.is_empty() {
        page.paragraph(&words::NOTHING);
    }
    let each = found.targets.iter();
    let answers: Vec<String> = each
        .map(|t| {
            let says = upper_first(&plain(&t.says));
            format!("**{says}**: {}", words::matters(t))
        })
        .collect();
    page.list(&answers);
    for target in &found.targets {
        page.section(&upper_first(&plain(&target.says)));
        pictures(&mut page, shown, &target.target);
        page.of(&parts_of(rows(found, target)), &words::COLUMNS, 5);
        if !target.pairs.is_empty() {
            page.paragraph(&words::PAIRS_LEAD);
            let own = target.pairs.iter().map(|pair| (target, pair));
            page.of(&pairs_of(own), &words::PAIR_COLUMNS, 4);
        }
    }
    page.section(&words::LIMITS);
    page.list(words::HOW_TO_READ);
    page
}

/// The answers for the terminal.
pub fn said(found: &Designed) -> Vec<String> {
    if found.targets.is_empty() {
        return vec![words::NOTHING.to_owned()];
    }
    let each = found.targets.iter();
    each.map(|t| format!("{}: {}", t.says.replace('*', ""), words::matters(t)))
        .collect()
}
