//! Provinces beside one another: the middle future, its range, the chance of reaching what the
//! nation aims at; and the targets that provinces set themselves.

use super::answers::{claim_alone, main_year, median_and_range, rows, with_unit};
use super::markdown::{Page, plain};
use super::{last, place, title};
use crate::base::tracked::is_milestone;
use crate::base::{Borders, TargetStatus};
use crate::results::{Findings, NATION, Scope, ScopeKind, TargetAnswer, Unit};
use crate::units::Year;
use crate::words::report::{bound_in, upper_first};
use crate::words::{figures, number, page as words};

/// A ratio worth comparing between provinces, and what the nation asks of it.
struct Column<'a> {
    indicator: &'a str,
    unit: Unit,
    target: Option<&'a TargetAnswer>,
}

/// The ratios of that year that the question asks, or where it is another place's, that the nation has
/// adopted targets for; without any, every ratio per 10,000 people.
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
    let elsewhere = f.asked_elsewhere().is_some();
    let asked = |a: &TargetAnswer| match elsewhere {
        true => a.scope == NATION && a.status == TargetStatus::Adopted,
        false => a.headline,
    };
    let mut asked: Vec<Column<'_>> = f
        .targets
        .iter()
        .filter(|a| asked(a) && a.year == year && !f.is_twin(a))
        .filter_map(|a| column(&a.indicator, Some(a)))
        .collect();
    // One column for each ratio, however many places ask it.
    let mut known = Vec::new();
    asked.retain(|c| {
        !known.contains(&c.indicator) && {
            known.push(c.indicator);
            true
        }
    });
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

/// What is asked of a place, beside where its region and the nation stand then.
pub fn beside(f: &Findings, page: &mut Page) {
    let Some(here) = f.asked_elsewhere() else {
        return;
    };
    let Some(scope) = f.scope(here).map(|s| &f.scopes[s]) else {
        return;
    };
    let nation = f.scopes.iter().find(|s| s.kind == ScopeKind::Nation);
    let region = scope.region.as_deref();
    let all = [Some(here), region, nation.map(|s| s.code.as_str())];
    let places: Vec<&str> = all.into_iter().flatten().collect();
    let mut asked: Vec<(&str, Year)> = Vec::new();
    for a in f.headlines() {
        let at = (a.indicator.as_str(), a.year);
        let mut all = places.iter();
        let everywhere = !is_milestone(at.0) && all.all(|p| f.summary(p, at.0, at.1).is_some());
        if everywhere && !asked.contains(&at) {
            asked.push(at);
        }
    }
    if asked.is_empty() {
        return;
    }
    page.part(&words::COMPARATORS);
    let mut header = words::COMPARATOR_COLUMNS.map(String::from).to_vec();
    header.extend(places.iter().map(|code| plain(place(f, code))));
    let rows: Vec<Vec<String>> = asked
        .iter()
        .map(|(id, year)| {
            let mut row = vec![title(f, id).to_owned(), year.to_string()];
            let told = |code: &&str| median_and_range(f, code, id, *year).unwrap_or_default();
            row.extend(places.iter().map(told));
            row
        })
        .collect();
    page.table(&header, &rows);
}

/// The table of provinces, who is lowest and highest, and whose figures were scaled to the nation.
pub fn provinces(f: &Findings, page: &mut Page) {
    let year = main_year(f).unwrap_or(last(f));
    let columns = columns(f, year);
    if columns.is_empty() || f.provinces().next().is_none() {
        return;
    }
    page.section(&words::provinces(year));
    page.paragraph(&words::PROVINCIAL_BANDS_TOO_NARROW);
    page.list(&extremes(f, &columns, year));
    page.paragraph(&words::PROVINCES_LEAD);
    let mut header = vec![words::PROVINCE.to_string()];
    for c in &columns {
        header.push(title(f, c.indicator).to_string());
        if let Some(a) = provincial_target(f, c) {
            header.push(words::meets(&bound_in(c.unit, a.bound(), a.year)));
        }
    }
    let rows: Vec<Vec<String>> = f
        .provinces()
        .map(|p| {
            let mut row = vec![plain(&p.name)];
            for c in &columns {
                row.push(median_and_range(f, &p.code, c.indicator, year).unwrap_or_default());
                if let Some(a) = provincial_target(f, c) {
                    row.push(meets(f, p, a));
                }
            }
            row
        })
        .collect();
    page.table(&header, &rows);
    bottom_up(f, page);
    super::figures::own_counts(f, page);
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
            (medians.len() > 1).then(|| words::extremes(title(f, c.indicator), &lowest, &highest))
        })
        .collect()
}

/// The target of a column, where the run asked it of provinces.
fn provincial_target<'a>(f: &Findings, c: &Column<'a>) -> Option<&'a TargetAnswer> {
    c.target
        .filter(|a| f.province_probability.iter().any(|r| r.asks(a)))
}

/// The chance that a province meets what is asked of the nation, where the run asked.
fn meets(f: &Findings, province: &Scope, target: &TargetAnswer) -> String {
    let mut all = f.province_probability.iter();
    let asked = all.find(|r| r.province == province.code && r.asks(target));
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
    page.part(&words::RAISED);
    page.paragraph(&words::raised_lead(raised.len(), f.bottom_up.len()));
    let rows: Vec<Vec<String>> = raised
        .iter()
        .map(|b| {
            let by = if b.bottom_up > 0.0 {
                number::percent(b.used / b.bottom_up - 1.0)
            } else {
                words::NO_COUNT.into()
            };
            vec![
                plain(place(f, &b.province)),
                figures::what(&b.occupation).to_owned(),
                number::grouped(b.used),
                number::grouped(b.bottom_up),
                by,
            ]
        })
        .collect();
    page.aligned(&words::RAISED_COLUMNS, &rows, 2);
}

fn of_provinces(f: &Findings, borders: Borders) -> Vec<&TargetAnswer> {
    let national = |a: &TargetAnswer| {
        f.scope(&a.scope)
            .is_some_and(|s| f.scopes[s].kind == ScopeKind::Nation)
    };
    f.targets
        .iter()
        .filter(|a| a.borders == borders && !national(a) && !a.headline)
        .collect()
}

/// Targets that provinces and regions set in today's borders.
pub fn provincial_targets(f: &Findings, page: &mut Page) {
    let all = of_provinces(f, Borders::Current);
    if all.is_empty() {
        return;
    }
    page.section(&words::PROVINCIAL);
    page.paragraph(&words::PROVINCIAL_CHANCES_TOO_SURE);
    page.of(&rows(f, &all), &words::TARGET_COLUMNS, 5);
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
    page.section(&words::OLD_BORDERS);
    page.paragraph(&words::OLD_BORDERS_LEAD);
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|a| {
            let stands = f.indicator(&a.indicator).and_then(|i| {
                let value = median_and_range(f, &a.scope, &a.indicator, a.year)?;
                Some(with_unit(f, &value, f.indicators[i].unit))
            });
            vec![
                plain(place(f, &a.scope)),
                upper_first(&claim_alone(f, a)),
                plain(&a.document),
                stands.unwrap_or_else(|| words::NOT_LIVED.into()),
            ]
        })
        .collect();
    page.aligned(&words::OLD_BORDERS_COLUMNS, &rows, 4);
}
