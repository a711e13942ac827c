//! Provinces beside one another: the middle future, its range, the chance of reaching what the
//! nation aims at; and the targets that provinces set themselves.

use super::answers::{median_and_range, rows};
use super::markdown::{Page, plain};
use super::{last, place, title};
use crate::base::{Borders, Direction};
use crate::report::number::{shown, threshold, unit_on_pages};
use crate::results::{Findings, PERCENTILES, Scope, ScopeKind, Summary, TargetAnswer, Unit};
use crate::units::Year;
use crate::words::report as words;

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
        if let Some(a) = c.target {
            header.push(format!("Reaches {}", threshold(a.threshold, c.unit)));
        }
    }
    let rows: Vec<Vec<String>> = f
        .provinces()
        .map(|p| {
            let mut row = vec![plain(&p.name)];
            for c in &columns {
                row.push(median_and_range(f, &p.code, c.indicator, year).unwrap_or_default());
                if let Some(a) = c.target {
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
            let named =
                |(v, p): &(f64, &Scope)| format!("{} ({})", plain(&p.name), shown(*v, c.unit));
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

/// The chance that a province reaches the national threshold: asked outright where the run did, else
/// between two percentiles.
fn reaches(f: &Findings, province: &Scope, target: &TargetAnswer) -> String {
    let asked = f.targets.iter().find(|a| {
        a.scope == province.code
            && a.indicator == target.indicator
            && a.year == target.year
            && a.threshold == target.threshold
            && a.direction == target.direction
            && a.borders == Borders::Current
    });
    if let Some(p) = asked.and_then(|a| a.probability) {
        return words::percent(p.value);
    }
    match f.summary(&province.code, &target.indicator, target.year) {
        Some(s) => between(s, target.threshold, target.direction),
        None => String::new(),
    }
}

/// A chance enclosed by the percentiles that are kept.
fn between(s: &Summary, threshold: f64, direction: Direction) -> String {
    let (mut low, mut high) = (0.0f64, 1.0f64);
    for (q, v) in PERCENTILES.iter().zip(s.percentiles) {
        match direction {
            Direction::AtLeast if v >= threshold => low = low.max(1.0 - q),
            Direction::AtLeast => high = high.min(1.0 - q),
            Direction::AtMost if v <= threshold => low = low.max(*q),
            Direction::AtMost => high = high.min(*q),
        }
    }
    let points = |share: f64| words::short(share * 100.0);
    if low <= 0.0 {
        format!("under {} %", points(high))
    } else if high >= 1.0 {
        format!("over {} %", points(low))
    } else {
        format!("{} to {} %", points(low), points(high))
    }
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
         provinces must add to the published national figure. The true number may be nearer the lower one. Figures that differ by more than 5 %: {} of {}.",
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
                words::percent(b.used / b.bottom_up - 1.0)
            } else {
                "no count".into()
            };
            vec![
                plain(place(f, &b.province)),
                b.occupation.clone(),
                words::whole(b.used),
                words::whole(b.bottom_up),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chance_between_percentiles_encloses_the_true_one() {
        let s = Summary {
            mean: 5.0,
            sd: 1.0,
            percentiles: [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0],
            mc_error: 0.0,
        };
        let cases = [
            (0.5, Direction::AtLeast, "over 97.5 %"),
            (4.5, Direction::AtLeast, "25 to 50 %"),
            (8.0, Direction::AtLeast, "under 2.5 %"),
            (4.5, Direction::AtMost, "50 to 75 %"),
            (0.5, Direction::AtMost, "under 2.5 %"),
            (8.0, Direction::AtMost, "over 97.5 %"),
        ];
        for (threshold, direction, expected) in cases {
            assert_eq!(
                between(&s, threshold, direction),
                expected,
                "{threshold} {direction:?}"
            );
        }
    }
}
