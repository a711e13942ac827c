//! Each target gets one sentence: its chance with both errors, and where it is missed, what it
//! would take.

use super::markdown::{Page, plain};
use super::{first, futures, last, place, title};
use crate::base::{Borders, Direction, TargetStatus};
use crate::report::number::unit_on_pages;
use crate::results::{Findings, Probability, ScopeKind, TargetAnswer, Unit};
use crate::words::{number, report as words};

/// Why a target has no answer, where it has none.
pub fn not_answered(f: &Findings, a: &TargetAnswer) -> Option<String> {
    if a.borders == Borders::Before2025 {
        Some(words::OLD_BORDERS.into())
    } else if a.probability.is_some() {
        None
    } else if a.year < first(f) || a.year > last(f) {
        Some(words::outside_years(a.year, first(f), last(f)))
    } else {
        Some(words::NOT_READ_THERE.into())
    }
}

/// What a target asks for, in words.
pub fn claim(f: &Findings, a: &TargetAnswer) -> String {
    let unit = f
        .indicator(&a.indicator)
        .map_or(Unit::Ratio, |i| f.indicators[i].unit);
    let counted = matches!(unit, Unit::Per10k | Unit::Count | Unit::PerStation);
    let at_least = a.direction == Direction::AtLeast;
    words::claim(
        title(f, &a.indicator),
        counted,
        at_least,
        &number::threshold(unit, a.threshold),
        a.year,
    )
}

/// Both errors of a target's chance.
fn errors(f: &Findings, a: &TargetAnswer, p: &Probability) -> String {
    let range = a
        .driver_range
        .map(|(low, high)| words::chance_range(low, high));
    let driver = a.driver.as_deref().map(|id| assumption(f, id));
    let range = range.as_deref().zip(driver.as_deref());
    words::both_errors(&words::sampling(p.low, p.high), range)
}

fn assumption(f: &Findings, id: &str) -> String {
    match f.assumptions.iter().find(|a| a.id == id) {
        Some(a) => words::assumption(&plain(&a.meaning), id, &format!("{:?}", a.grade)),
        None => format!("`{id}`"),
    }
}

/// The same target asked of both ways of counting: (plain, official).
fn is_pair(a: &TargetAnswer, b: &TargetAnswer) -> bool {
    b.indicator == format!("{}_official", a.indicator)
        && a.scope == b.scope
        && a.year == b.year
        && a.threshold == b.threshold
        && a.direction == b.direction
}

/// Answers in reading order, those of the two ways of counting side by side.
fn paired<'a>(all: &[&'a TargetAnswer]) -> Vec<(&'a TargetAnswer, Option<&'a TargetAnswer>)> {
    let twin = |a: &TargetAnswer| all.iter().copied().find(|b| is_pair(a, b));
    all.iter()
        .filter(|b| !all.iter().any(|a| is_pair(a, b)))
        .map(|a| (*a, twin(a)))
        .collect()
}

/// Chance with both errors, what missing it looks like, and when it is first met.
fn verdict(f: &Findings, a: &TargetAnswer) -> String {
    let Some(p) = a
        .probability
        .as_ref()
        .filter(|_| not_answered(f, a).is_none())
    else {
        return format!("not answered: {}.", not_answered(f, a).unwrap_or_default());
    };
    let mut text = format!("**{}** ({}).", words::chance(p), errors(f, a, p));
    if let Some(missed) = words::missed(p.hits, p.value) {
        text += &format!(" **{missed}**");
    }
    let short = a.expected_shortfall.filter(|s| *s > 0.0);
    if let (Some(short), Some(i)) = (short, f.indicator(&a.indicator)) {
        let unit = f.indicators[i].unit;
        let by = if unit == Unit::Share {
            format!("{} points", number::decimal(short * 100.0, 1))
        } else {
            format!(
                "{} {}",
                number::decimal(short, if short < 0.1 { 2 } else { 1 }),
                unit_on_pages(unit, &f.currency)
            )
        };
        text += &format!(
            " The average shortfall over all futures is {}.",
            by.trim_end()
        );
    }
    if let Some(gap) = a.median_gap.filter(|g| *g >= 0.5) {
        let things = words::counted_things(&a.indicator);
        let take = words::what_it_would_take(
            gap,
            &things,
            a.year,
            a.extra_a_year,
            first(f),
            a.multiple_of_flow,
        );
        text += &format!(" {take}");
    }
    if p.hits > 0 || !a.by_year.is_empty() {
        let [quick, half, slow] = a.year_first_met;
        text += &format!(" {}", words::first_met(quick, half, slow, last(f)));
    }
    text
}

fn headline(f: &Findings) -> Vec<&TargetAnswer> {
    f.targets.iter().filter(|a| a.headline).collect()
}

/// The answer to each headline target.
pub fn headline_targets(f: &Findings, page: &mut Page) {
    page.section("The answers");
    let all = headline(f);
    if all.is_empty() {
        page.paragraph(
            "This scenario asks no adopted national target in these years. The other targets are answered below.",
        );
        return;
    }
    page.paragraph(&format!(
        "The chance that {} meets each adopted national target in its year:",
        plain(&f.country)
    ));
    let mut items = Vec::new();
    for (a, twin) in paired(&all) {
        let claim = words::upper_first(&claim(f, a));
        let document = plain(&a.document);
        match twin {
            None => items.push(format!(
                "**{claim}** ({document}): {}{}",
                verdict(f, a),
                delay(a)
            )),
            Some(b) => items.push(format!(
                "**{claim}** ({document}), counted in two ways:\n  - {}: {}{}\n  - {}: {}{}",
                title(f, &a.indicator),
                verdict(f, a),
                delay(a),
                title(f, &b.indicator),
                verdict(f, b),
                delay(b),
            )),
        }
    }
    page.list(&items);
}

/// Points a missed target to the levers that come too late for it.
fn delay(a: &TargetAnswer) -> &'static str {
    let missed = a.probability.is_some_and(|p| p.value <= 0.05);
    if missed && !a.too_late.is_empty() {
        " Some levers cannot act before that year; see *Too late to help*."
    } else {
        ""
    }
}

/// What moves each headline chance by more than ten points.
pub fn drivers(f: &Findings, page: &mut Page) {
    page.section("What drives it");
    page.paragraph(
        "For each target and assumption we compare the fifth of the futures where the assumption is lowest with the \
         fifth where it is highest. Assumptions that move a chance by more than 10 points are listed; the rest are in \
         `drivers.csv`.",
    );
    let mut rows = Vec::new();
    let mut calm = Vec::new();
    for a in headline(f) {
        let mut any = false;
        for d in f.drivers.iter().filter(|d| d.target == a.id) {
            let swing = (d.high.value - d.low.value) * 100.0;
            if swing.abs() <= 10.0 {
                continue;
            }
            any = true;
            let meaning = f
                .assumptions
                .iter()
                .find(|x| x.id == d.assumption)
                .map_or("", |x| x.meaning.as_str());
            rows.push(vec![
                words::upper_first(&claim(f, a)),
                format!(
                    "{} (`{}`)",
                    plain(meaning.trim_end_matches('.')),
                    d.assumption
                ),
                format!("{:?}", d.grade),
                number::percent(d.low.value),
                number::percent(d.high.value),
                format!(
                    "{}{} points",
                    if swing > 0.0 { "+" } else { "" },
                    number::decimal(swing, 0)
                ),
            ]);
        }
        if !any && a.probability.is_some() {
            calm.push(claim(f, a));
        }
    }
    let header = [
        "Target",
        "Assumption",
        "Grade",
        "Chance when it is low",
        "Chance when it is high",
        "Change",
    ];
    if !rows.is_empty() {
        page.aligned(&header.map(String::from), &rows, 3);
    }
    if !calm.is_empty() {
        page.paragraph("No single assumption moves these by more than 10 points:");
        page.list(&calm);
    }
}

/// Levers that cannot act before a target's year.
pub fn too_late(f: &Findings, page: &mut Page) {
    let mut items = Vec::new();
    for (a, twin) in paired(&headline(f)) {
        let mut sentences: Vec<&String> = Vec::new();
        for s in a
            .too_late
            .iter()
            .chain(twin.iter().flat_map(|t| &t.too_late))
        {
            if !sentences.contains(&s) {
                sentences.push(s);
            }
        }
        if !sentences.is_empty() {
            let said: Vec<String> = sentences.iter().map(|s| full_stop(s)).collect();
            items.push(format!(
                "{}: {}",
                words::upper_first(&claim(f, a)),
                said.join(" ")
            ));
        }
    }
    if !items.is_empty() {
        page.section("Too late to help");
        page.paragraph("Levers that cannot act before the year of the target, however hard they are pulled from now on:");
        page.list(&items);
    }
}

fn full_stop(s: &str) -> String {
    let s = words::upper_first(s.trim());
    if s.ends_with(['.', '!', '?']) {
        s
    } else {
        format!("{s}.")
    }
}

/// Chances that sets of targets hold together.
pub fn together(f: &Findings, page: &mut Page) {
    if f.joint.is_empty() {
        return;
    }
    page.section("All together");
    let mut items = Vec::new();
    for j in &f.joint {
        let p = &j.probability;
        let named: Vec<String> = j
            .targets
            .iter()
            .map(|id| {
                f.targets
                    .iter()
                    .find(|a| a.id == *id)
                    .map_or_else(|| format!("`{id}`"), |a| claim(f, a))
            })
            .collect();
        items.push(format!(
            "**{}**, {} targets at once: **{}** ({}). They are: {}.",
            plain(&j.name),
            j.targets.len(),
            words::chance(p),
            words::sampling(p.low, p.high),
            named.join("; "),
        ));
    }
    page.list(&items);
}

/// National targets that are no headline: drafts, visions, and those outside the years.
pub fn other_national(f: &Findings, page: &mut Page) {
    let nation = |a: &&TargetAnswer| {
        f.scope(&a.scope)
            .is_some_and(|s| f.scopes[s].kind == ScopeKind::Nation)
    };
    let all: Vec<&TargetAnswer> = f
        .targets
        .iter()
        .filter(|a| !a.headline && a.borders == Borders::Current)
        .filter(nation)
        .collect();
    if all.is_empty() {
        return;
    }
    page.section("Other national targets");
    page.aligned(&OTHER.map(String::from), &rows(f, &all, false), 4);
}

const OTHER: [&str; 4] = ["Target", "Document", "Standing", "Answer"];

/// One row for one target: what it asks, who set it, its standing, its answer; the two ways of
/// counting one below the other.
pub fn rows(f: &Findings, all: &[&TargetAnswer], with_place: bool) -> Vec<Vec<String>> {
    paired(all)
        .into_iter()
        .flat_map(|(a, twin)| [Some(a), twin])
        .flatten()
        .map(|a| {
            let asks = words::upper_first(&claim(f, a));
            let answer = match not_answered(f, a) {
                Some(why) => format!("not answered: {why}"),
                None => a
                    .probability
                    .as_ref()
                    .map(|p| format!("{} ({})", words::chance(p), words::sampling(p.low, p.high)))
                    .unwrap_or_default(),
            };
            let mut row = if with_place {
                vec![place(f, &a.scope).to_string()]
            } else {
                Vec::new()
            };
            row.extend([asks, plain(&a.document), standing(a.status).into(), answer]);
            row
        })
        .collect()
}

/// A standing in words.
pub fn standing(s: TargetStatus) -> &'static str {
    match s {
        TargetStatus::Adopted => "adopted",
        TargetStatus::Draft => "draft",
        TargetStatus::Superseded => "replaced by a later document",
        TargetStatus::Vision => "long-term aim",
    }
}

/// The answers in a few plain lines for a terminal.
pub fn headlines(f: &Findings, most: usize) -> Vec<String> {
    let all = headline(f);
    let pairs = paired(&all);
    let mut lines: Vec<String> = pairs
        .iter()
        .take(most)
        .map(|(a, twin)| {
            let said = |a: &TargetAnswer| match &a.probability {
                Some(p) => words::chance(p),
                None => "not answered".into(),
            };
            let official = twin
                .map(|b| format!(" ({} by the official count)", said(b)))
                .unwrap_or_default();
            format!(
                "{}: {}{official}",
                words::upper_first(&claim(f, a)),
                said(a)
            )
        })
        .collect();
    if lines.is_empty() {
        lines.push(format!(
            "{} futures lived; no adopted national target falls in these years",
            number::whole(f64::from(futures(f)))
        ));
    } else if pairs.len() > most {
        lines.push(format!("and {} more in report.md", pairs.len() - most));
    }
    lines
}

/// A value with its range of eight futures in ten, as pages print it.
pub fn median_and_range(
    f: &Findings,
    scope: &str,
    indicator: &str,
    year: crate::units::Year,
) -> Option<String> {
    let unit = f.indicators[f.indicator(indicator)?].unit;
    let s = f.summary(scope, indicator, year)?;
    let [_, p10, _, p50, _, p90, _] = s.percentiles;
    let (low, middle, high) = (
        number::value(unit, p10),
        number::value(unit, p50),
        number::value(unit, p90),
    );
    Some(if low == high {
        middle
    } else {
        format!("{middle} ({low} to {high})")
    })
}
