//! Provinces beside one another: the middle future, its range, the chance of reaching what the
//! nation aims at; and the targets that provinces set themselves.

use super::answers::{median_and_range, rows};
use super::markdown::{Page, plain};
use super::{last, place, title};
use crate::base::Borders;
use crate::report::number::unit_on_pages;
use crate::results::{Findings, Scope, ScopeKind, TargetAnswer, Unit};
use crate::units::Year;
use crate::words::{number, report as words};

/// A ratio worth comparing between provinces, and what the nation asks of it.
struct Column<'a> {
    indicator: &'a str,
    unit: Unit,
    target: Option<&'a TargetAnswer>,
}

/// The year of comparison: that of the first headline target, else the last year.
fn year_of_comparison(f: &Findings) -> Year {
    f.targets
        .iter()
        .filter(|a| a.headline)
        .map(|a| a.year)
        .min()
        .unwrap_or(last(f))
}

/// The headline ratios of that year; without any, every ratio per 10,000 people.
fn columns(f: &Findings, year: Year) -> Vec<Column<'_>> {
    let column = |id: &str, target| {
        let i = f.indicator(id)?;
        let info = &f.indicators[i];
        let ratio = matches!(info.unit, Unit::Per10k | Unit::PerStation);
        (ratio && !info.national_only).then_some(Column {
            indicator: info.id.as_str(),
            unit: info.unit,
            target,
        })
    };
    let asked: Vec<Column<'_>> = f
        .targets
        .iter()
        .filter(|a| a.headline && a.year == year && !a.indicator.ends_with("_official"))
        .filter_map(|a| column(&a.indicator, Some(a)))
        .collect();
    if asked.is_empty() {
        f.indicators
            .iter()
            .filter(|i| i.unit == Unit::Per10k)
            .filter_map(|i| column(&i.id, None))
            .take(4)
            .collect()
    } else {
        asked
    }
}

/// The table of provinces, who is lowest and highest, and whose figures were scaled to the nation.
pub fn provinces(f: &Findings, page: &mut Page) {
    let year = year_of_comparison(f);
    let columns = columns(f, year);
    if columns.is_empty() || f.provinces().next().is_none() {
        return;
    }
    page.section(&format!("Provinces at the end of {year}"));
    page.paragraph(words::PROVINCIAL_BANDS_TOO_NARROW);
    page.list(&extremes(f, &columns, year));
    page.paragraph(
        "Each cell has the median and, in brackets, the range of 8 in 10 futures. *Reaches* is the chance that the \
         province by itself stands where the nation wants to stand. The national target does not bind single provinces.",
    );
    let mut header = vec!["Province".to_string()];
    for c in &columns {
        header.push(title(f, c.indicator).to_string());
        if let Some(a) = asked(f, c) {
            header.push(format!(
                "Reaches {}",
                number::threshold(c.unit, a.threshold)
            ));
        }
    }
    let rows: Vec<Vec<String>> = f
        .provinces()
        .map(|p| {
            let mut row = vec![plain(&p.name)];
            for c in &columns {
                row.push(median_and_range(f, &p.code, c.indicator, year).unwrap_or_default());
                if let Some(a) = asked(f, c) {
                    row.push(reaches(f, p, a));
                }
            }
            row
        })
        .collect();
    page.table(&header, &rows);
    bottom_up(f, page);
}

fn extremes(f: &Findings, columns: &[Column<'_>], year: Year) -> Vec<String> {
    columns
        .iter()
        .filter_map(|c| {
            let mut medians: Vec<(f64, &Scope)> = f
                .provinces()
                .filter_map(|p| Some((f.summary(&p.code, c.indicator, year)?.median(), p)))
                .collect();
            medians.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.code.cmp(&b.1.code)));
            let named = |(v, p): &(f64, &Scope)| {
                format!("{} ({})", plain(&p.name), number::value(c.unit, *v))
            };
            let few = (medians.len() / 2).clamp(1, 3);
            let lowest: Vec<String> = medians[..few].iter().map(named).collect();
            let highest: Vec<String> = medians[medians.len() - few..]
                .iter()
                .rev()
                .map(named)
                .collect();
            (medians.len() > 1).then(|| {
                format!(
                    "{}: lowest in {}; highest in {}.",
                    title(f, c.indicator),
                    lowest.join(", "),
                    highest.join(", ")
                )
            })
        })
        .collect()
}

/// The target of a column, where the run asked it of provinces.
fn asked<'a>(f: &Findings, c: &Column<'a>) -> Option<&'a TargetAnswer> {
    c.target.filter(|a| {
        f.province_probability
            .iter()
            .any(|r| r.indicator == a.indicator && r.year == a.year && r.threshold == a.threshold)
    })
}

/// The chance that a province reaches the national threshold, where the run asked.
fn reaches(f: &Findings, province: &Scope, target: &TargetAnswer) -> String {
    let asked = f.province_probability.iter().find(|r| {
        r.province == province.code
            && r.indicator == target.indicator
            && r.year == target.year
            && r.threshold == target.threshold
    });
    asked
        .map(|r| number::chance(&r.probability))
        .unwrap_or_default()
}

/// Provinces whose staff were scaled up so that provinces add to the published nation.
fn bottom_up(f: &Findings, page: &mut Page) {
    let raised: Vec<_> = f
        .bottom_up
        .iter()
        .filter(|b| b.used > 1.05 * b.bottom_up)
        .collect();
    if raised.is_empty() {
        return;
    }
    page.part("Figures raised to meet the national total");
    page.paragraph(&format!(
        "In these provinces the staff counted one by one are fewer than the model uses at the start, because the \
         provinces must add to the published national figure. The true number may be nearer the lower one. Figures that differ by more than 5%: {} of {}.",
        raised.len(),
        f.bottom_up.len(),
    ));
    let header = [
        "Province",
        "Occupation",
        "Used (people)",
        "Counted (people)",
        "Raised by",
    ]
    .map(String::from);
    let rows: Vec<Vec<String>> = raised
        .iter()
        .map(|b| {
            let by = if b.bottom_up > 0.0 {
                number::percent(b.used / b.bottom_up - 1.0)
            } else {
                "no count".into()
            };
            vec![
                plain(place(f, &b.province)),
                b.occupation.clone(),
                number::whole(b.used),
                number::whole(b.bottom_up),
                by,
            ]
        })
        .collect();
    page.aligned(&header, &rows, 2);
}

fn of_provinces(f: &Findings, borders: Borders) -> Vec<&TargetAnswer> {
    let national = |a: &TargetAnswer| {
        f.scope(&a.scope)
            .is_some_and(|s| f.scopes[s].kind == ScopeKind::Nation)
    };
    f.targets
        .iter()
        .filter(|a| a.borders == borders && !national(a))
        .collect()
}

/// Targets that provinces and regions set in today's borders.
pub fn provincial_targets(f: &Findings, page: &mut Page) {
    let all = of_provinces(f, Borders::Current);
    if all.is_empty() {
        return;
    }
    page.section("Targets of provinces and regions");
    page.paragraph(words::PROVINCIAL_CHANCES_TOO_SURE);
    let header = ["Place", "Target", "Document", "Standing", "Answer"].map(String::from);
    page.aligned(&header, &rows(f, &all, true), 5);
}

/// Targets set for provinces that have since merged: listed with where the merged province stands,
/// and without a verdict.
pub fn old_borders(f: &Findings, page: &mut Page) {
    let all: Vec<&TargetAnswer> = f
        .targets
        .iter()
        .filter(|a| a.borders == Borders::Before2025)
        .collect();
    if all.is_empty() {
        return;
    }
    page.section("Targets set for borders that no longer exist");
    page.paragraph(
        "These targets were set for the borders before 2025. They cannot be met or missed by today's province, so no chance is given. The last column shows where today's province stands in the same year.",
    );
    let header = [
        "Lies today in",
        "Target",
        "Document",
        "Today's province: median (8 in 10 futures)",
    ];
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|a| {
            let unit = f
                .indicator(&a.indicator)
                .map(|i| unit_on_pages(f.indicators[i].unit, &f.currency));
            let stands = median_and_range(f, &a.scope, &a.indicator, a.year).map(|v| {
                format!("{v} {}", unit.unwrap_or_default())
                    .trim_end()
                    .to_string()
            });
            vec![
                plain(place(f, &a.scope)),
                words::upper_first(&super::answers::claim(f, a)),
                plain(&a.document),
                stands.unwrap_or_else(|| "not among the years lived".into()),
            ]
        })
        .collect();
    page.aligned(&header.map(String::from), &rows, 4);
}
