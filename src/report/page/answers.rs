//! Each target gets one sentence: its chance with both errors, and where it is missed, what it
//! would take.

use super::markdown::{Page, plain};
use super::{first, futures, last, place, title};
use crate::base::tracked::is_milestone;
use crate::base::{Borders, Distribution, missed_by};
use crate::report::number::unit_on_pages;
use crate::report::tables;
use crate::results::{Findings, NATION, Probability, ScopeKind, Standing, TargetAnswer, Unit};
use crate::said::Told;
use crate::table::Table;
use crate::units::Year;
use crate::words::{focus, number, page as around, report as words};

/// What came, of a target that was due at the base year or before.
fn observed(f: &Findings, a: &TargetAnswer) -> Option<String> {
    if !f.is_past(a) || a.borders == Borders::Before2025 {
        return None;
    }
    let Some(point) = f.observed(a) else {
        return Some(words::OBSERVED_NOWHERE.to_owned());
    };
    let unit = f.info(&a.indicator).map_or(Unit::Ratio, |i| i.unit);
    let missed = missed_by(a.bound(), point.value);
    let from = plain(&f.publishers_of(&point.source_id));
    let grade = format!("{:?}", point.grade);
    Some(words::observed(
        unit,
        point.value,
        missed,
        &words::published_by(&from, &grade),
    ))
}

/// What stands in place of a chance.
#[derive(Clone, Debug, PartialEq)]
pub enum Instead {
    /// What came, of a target that is due already.
    Observed(String),
    /// Why no figure can answer it.
    Never(String),
    /// Why there is no answer.
    Unanswered(String),
}

impl Instead {
    /// What came, or the reason alone.
    pub fn reason(&self) -> &str {
        match self {
            Instead::Observed(text) | Instead::Never(text) | Instead::Unanswered(text) => text,
        }
    }

    /// In words that stand alone.
    pub fn said(&self) -> String {
        match self {
            Instead::Observed(said) | Instead::Never(said) => said.clone(),
            Instead::Unanswered(why) => words::unanswered(why),
        }
    }
}

/// What is said of a target that has no chance.
pub fn instead(f: &Findings, a: &TargetAnswer) -> Option<Instead> {
    if let Some(came) = observed(f, a) {
        return Some(Instead::Observed(came));
    }
    let why = if a.borders == Borders::Before2025 {
        words::OLD_BORDERS.into()
    } else if a.probability.is_some() {
        return None;
    } else if let Some(why) = why_never(f, a) {
        return Some(Instead::Never(words::never_answered(why)));
    } else if a.year < first(f) || a.year > last(f) {
        words::outside_years(a.year, first(f), last(f))
    } else {
        words::NOT_READ_THERE.into()
    };
    Some(Instead::Unanswered(why))
}

/// Why published figures cannot answer a target, where they cannot.
fn why_never<'a>(f: &'a Findings, a: &TargetAnswer) -> Option<&'a str> {
    let indicator = f.indicator(&a.indicator)?;
    f.indicators[indicator].not_answerable.as_deref()
}

/// What a target asks for, in words, with its place where that is neither the nation nor what the whole
/// question is about.
pub fn claim(f: &Findings, a: &TargetAnswer) -> String {
    let claim = claim_alone(f, a);
    match a.scope == NATION || a.scope == f.asked_place() {
        true => claim,
        false => words::claim_in(&plain(place(f, &a.scope)), &claim),
    }
}

/// The same, marked where it is asked as a draft of the place's.
pub(super) fn claim_marked(f: &Findings, a: &TargetAnswer) -> String {
    let mark = match a.standing {
        Some(Standing::Own) | None => "",
        Some(_) => words::not_adopted(a.status),
    };
    format!("{}{mark}", claim(f, a))
}

/// That the nation answers for the place the question names, where no target of its own is asked.
pub(super) fn for_the_place(f: &Findings) -> Option<String> {
    let focus = f.focus.as_ref()?;
    let nations = f.asks_the_nation() && f.headlines().next().is_some();
    let name = plain(place(f, &focus.province));
    nations.then(|| words::nation_for_the_place(&name, &f.country))
}

/// The same without its place, for tables that name it.
pub fn claim_alone(f: &Findings, a: &TargetAnswer) -> String {
    let unit = f
        .indicator(&a.indicator)
        .map_or(Unit::Ratio, |i| f.indicators[i].unit);
    // What came is what was published, not what is expected.
    let judged = match f.is_past(a) {
        true => f.plain(&a.indicator),
        false => &a.indicator,
    };
    words::claim(&a.indicator, title(f, judged), unit, a.bound(), a.year)
}

/// Both errors of a target's chance.
fn errors(f: &Findings, a: &TargetAnswer, p: &Probability) -> String {
    let sampling = words::sampling(p.low, p.high);
    match (a.driver_range, &a.driver) {
        (Some((low, high)), Some(id)) => {
            words::both_errors(&sampling, low, high, &assumption(f, id))
        }
        _ if a.driver_asked => words::no_driver_told(&sampling),
        _ => sampling,
    }
}

fn assumption(f: &Findings, id: &str) -> String {
    match f.assumptions.iter().find(|a| a.id == id) {
        Some(a) => words::assumption(&plain(&a.meaning), &format!("{:?}", a.grade)),
        None => format!("`{id}`"),
    }
}

/// Both errors of a target's chance in few words, for a table: what sampling leaves, and the range across
/// the assumption that matters most with its grade.
pub fn main_doubt(f: &Findings, a: &TargetAnswer) -> String {
    let Some(p) = a.probability.filter(|_| instead(f, a).is_none()) else {
        return String::new();
    };
    plain(&words::doubt_of(&p, &a.doubt(), &f.assumptions))
}

/// The same target asked of both ways of counting: (plain, official).
fn is_pair(f: &Findings, a: &TargetAnswer, b: &TargetAnswer) -> bool {
    let official = f.info(&b.indicator).and_then(|i| i.figure_of.as_ref());
    official == Some(&a.indicator)
        && a.scope == b.scope
        && a.year == b.year
        && a.bound() == b.bound()
}

/// Answers in reading order, those of the two ways of counting side by side.
pub fn paired<'a>(
    f: &Findings,
    all: &[&'a TargetAnswer],
) -> Vec<(&'a TargetAnswer, Option<&'a TargetAnswer>)> {
    let twin = |a: &TargetAnswer| all.iter().copied().find(|b| is_pair(f, a, b));
    all.iter()
        .filter(|b| !all.iter().any(|a| is_pair(f, a, b)))
        .map(|a| (*a, twin(a)))
        .collect()
}

/// Chance with both errors, what missing it looks like, and when it is first met: sentence by sentence.
fn sentences(f: &Findings, a: &TargetAnswer) -> Vec<String> {
    let (Some(p), None) = (&a.probability, instead(f, a)) else {
        let said = instead(f, a).map(|instead| words::sentence(&instead.said()));
        return said.into_iter().collect();
    };
    let one_chance = a.is_one_chance();
    let told = words::upper_first(&in_short(f, a));
    let mut all = vec![match one_chance || p.of < 30 {
        true => format!("**{told}** ({}).", errors(f, a, p)),
        false => format!("**{told}** ({}).", words::sampling(p.low, p.high)),
    }];
    if !a.variants.is_empty() {
        all.push(words::variants(&a.variants));
        all.extend(super::past::outside(f, a));
        if !one_chance && let Some(gap) = a.median_gap.filter(|g| *g >= 0.5) {
            let things = f.counts(&a.indicator);
            all.push(words::turns(gap, things, a.year, a.extra_a_year, lately(f)));
        }
    }
    if !a.assumed_effects.is_empty() {
        let known = |id: &String| f.assumptions.iter().find(|x| x.id == *id);
        let meanings: Vec<String> = a
            .assumed_effects
            .iter()
            .filter_map(known)
            .map(|x| plain(&x.meaning))
            .collect();
        all.push(words::assumed_effects(&meanings));
    }
    let missed = words::missed(p.hits, p.value).map(|missed| format!("**{missed}**"));
    let by = shortfall(f, a).map(|by| words::shortfall(&by));
    let missing: Vec<String> = missed.into_iter().chain(by).collect();
    if !missing.is_empty() {
        all.push(missing.join(" "));
    }
    if let Some(gap) = a.median_gap.filter(|g| *g >= 0.5) {
        let things = f.counts(&a.indicator);
        all.push(words::what_it_would_take(
            gap,
            things,
            &words::date(a.form, a.year),
            a.extra_a_year,
            first(f),
            a.multiple_of_flow,
        ));
    }
    if p.hits > 0 || !a.by_year.is_empty() {
        let [quick, half, slow] = a.year_first_met;
        let late = (p.value <= 0.05 && !a.too_late.is_empty()).then_some(words::SEE_TOO_LATE);
        let met = words::first_met(quick, half, slow, last(f));
        let both = std::iter::once(met).chain(late.map(String::from));
        all.push(both.collect::<Vec<_>>().join(" "));
    }
    all
}

/// Registered a year beyond those the schools bring, as lately seen.
fn lately(f: &Findings) -> Option<(f64, f64)> {
    let flow = f.assumptions.iter().find(|a| a.id == "recount.flow")?;
    match flow.distribution {
        Distribution::Triangular { low, high, .. } => Some((low, high)),
        _ => None,
    }
}

/// The mean shortfall with its unit, unless it would be printed as nothing.
pub(super) fn shortfall(f: &Findings, a: &TargetAnswer) -> Option<String> {
    short_of(f, a, a.expected_shortfall?)
}

/// The same of the middle future.
pub(super) fn median_shortfall(f: &Findings, a: &TargetAnswer) -> Option<String> {
    short_of(f, a, a.median_short?)
}

fn short_of(f: &Findings, a: &TargetAnswer, short: f64) -> Option<String> {
    // A milestone is reached or not: its chance says all.
    if is_milestone(&a.indicator) {
        return None;
    }
    let unit = f.indicators[f.indicator(&a.indicator)?].unit;
    match unit {
        Unit::Share if short >= 0.0005 => Some(words::points(short * 100.0)),
        Unit::Share => None,
        // A ratio has no unit of its own: it is missed by so much of what its title says.
        Unit::Ratio | Unit::Count if short >= 0.05 => Some(words::short_in(
            &number::decimal(short, 1),
            &words::lower_first(title(f, &a.indicator)),
        )),
        _ if short >= 0.05 => Some(with_unit(f, &number::decimal(short, 1), unit)),
        _ => None,
    }
}

/// A printed value with its unit.
pub fn with_unit(f: &Findings, value: &str, unit: Unit) -> String {
    format!("{value} {}", unit_on_pages(unit, &f.currency))
        .trim_end()
        .to_string()
}

fn headline(f: &Findings) -> Vec<&TargetAnswer> {
    f.headlines().collect()
}

/// The answer to each headline target.
pub fn headline_targets(f: &Findings, page: &mut Page) {
    let all = headline(f);
    let asked = f.asked_place();
    let name = plain(place(f, asked));
    match asked == NATION {
        true => page.section(&around::ANSWERS),
        false => page.section(&focus::answers(&name)),
    }
    if all.is_empty() {
        page.paragraph(&around::NO_HEADLINE);
        return;
    }
    page.paragraph(&match (f.asks_the_nation(), asked == NATION) {
        (true, _) => around::answers_lead(&name),
        (false, true) => around::OWN_ANSWERS_LEAD.to_owned(),
        (false, false) => focus::answers_lead(&name),
    });
    if all.iter().any(|a| a.scope != NATION) {
        page.paragraph(&around::PROVINCIAL_CHANCES_TOO_SURE);
    }
    for (a, twin) in paired(f, &all) {
        let document = match a.standing {
            Some(Standing::Place) => words::set_by(&plain(&a.document), a.status),
            _ => plain(&a.document),
        };
        page.part(&words::upper_first(&claim(f, a)));
        page.paragraph(&words::from_document(&document));
        match twin {
            None => page.list(&sentences(f, a)),
            // The count a document uses comes first.
            Some(b) => {
                for counted in [b, a] {
                    page.paragraph(&words::counted_as(title(f, &counted.indicator)));
                    page.list(&sentences(f, counted));
                }
            }
        }
    }
}

/// What moves each headline chance by more than ten points, and can be told from luck.
pub fn drivers(f: &Findings, page: &mut Page) {
    page.section(&around::DRIVERS);
    page.paragraph(&around::DRIVERS_LEAD);
    let mut shown = Vec::new();
    let mut calm = Vec::new();
    let mut unclear = 0;
    for a in headline(f) {
        let (mut any, claim) = (false, claim(f, a));
        for d in f.drivers.iter().filter(|d| d.target == a.id) {
            if d.swing().abs() <= 0.1 {
                continue;
            }
            if !d.named {
                unclear += 1;
                continue;
            }
            any = true;
            shown.push(d);
        }
        if !any && a.probability.is_some() {
            calm.push(claim);
        }
    }
    if !shown.is_empty() {
        page.of(&tables::drivers_of(f, shown), &around::DRIVERS_COLUMNS, 3);
    }
    if !calm.is_empty() {
        page.paragraph(&around::CALM_LEAD);
        page.list(&calm);
    }
    if unclear > 0 {
        page.paragraph(&around::unclear(unclear));
    }
}

/// An item of a list with items of its own.
fn with_parts(item: &str, parts: &[String]) -> String {
    let parts = parts.iter().map(|part| format!("\n  - {part}"));
    std::iter::once(item.to_owned()).chain(parts).collect()
}

/// Levers that cannot act before a target's year.
pub fn too_late(f: &Findings, page: &mut Page) {
    let mut items = Vec::new();
    for (a, twin) in paired(f, &headline(f)) {
        let mut sentences: Vec<&Told> = Vec::new();
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
            let said: Vec<String> = sentences.iter().map(|s| words::sentence(s)).collect();
            items.push(with_parts(&words::upper_first(&claim(f, a)), &said));
        }
    }
    if !items.is_empty() {
        page.section(&around::TOO_LATE);
        page.paragraph(&around::TOO_LATE_LEAD);
        page.list(&items);
    }
}

/// Chances that sets of targets hold together.
pub fn together(f: &Findings, page: &mut Page) {
    if f.joint.is_empty() {
        return;
    }
    page.section(&around::TOGETHER);
    let asked = headline(f).len();
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
        let all = j.targets.len() == asked;
        let item = words::at_once(
            &words::upper_first(&plain(&j.name)),
            &words::sure(Some(p.word()), p),
            &words::sampling(p.low, p.high),
            j.bounds,
            named.len(),
        );
        // All that is asked stands above.
        items.push(match all {
            true => item,
            false => with_parts(&item, &named),
        });
    }
    page.list(&items);
    let unanswered = f.targets.iter();
    let unanswered = unanswered.filter(|a| a.headline && why_never(f, a).is_some());
    let unanswered: Vec<String> = unanswered.map(|a| claim(f, a)).collect();
    if !unanswered.is_empty() {
        page.paragraph(&words::left_out(&unanswered));
    }
}

/// National targets that the question does not ask: drafts, visions, those outside the years, and where the
/// question is another's, all.
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
    page.section(&around::OTHER_NATIONAL);
    page.of(&rows(f, &all), &around::TARGET_COLUMNS[1..], 4);
}

/// One row for one target, the two ways of counting one below the other.
pub fn rows<'a>(f: &'a Findings, all: &[&'a TargetAnswer]) -> Table<'a> {
    let pairs = paired(f, all).into_iter();
    tables::selected(
        f,
        pairs.flat_map(|(a, twin)| [Some(a), twin]).flatten(),
        &[],
    )
}

/// The year most headline targets are set for, the later one where two have as many.
pub fn main_year(f: &Findings) -> Option<Year> {
    let all = headline(f);
    let set_for = |year| all.iter().filter(|a| a.year == year).count();
    all.iter()
        .map(|a| a.year)
        .max_by_key(|year| (set_for(*year), *year))
}

/// How sure a target is, in a few words.
pub fn in_short(f: &Findings, a: &TargetAnswer) -> String {
    match instead(f, a) {
        Some(Instead::Never(_)) => return words::NEVER_IN_SHORT.to_owned(),
        Some(instead) => return instead.said(),
        None => {}
    }
    words::sure_of(a).unwrap_or_default()
}

/// The answers in a few plain lines for a terminal, those of the main year first.
pub fn headlines(f: &Findings, most: usize) -> Vec<String> {
    let all = headline(f);
    let asked = f.asked_place();
    let mut pairs = paired(f, &all);
    // What a scenario writes stays in its order, however many there are.
    let own = !f.asks_the_nation();
    let most = if own { usize::MAX } else { most };
    if !own {
        pairs.sort_by_key(|(a, _)| Some(a.year) != main_year(f));
    }
    let mut lines: Vec<String> = pairs
        .iter()
        .take(most)
        .map(|(a, twin)| {
            let mut claim = words::upper_first(&claim_marked(f, a));
            if asked != NATION {
                claim = words::headline(place(f, asked), &claim);
            }
            // The count a document uses comes first.
            match twin {
                Some(b) => words::headline_of_two(&claim, &in_short(f, b), &in_short(f, a)),
                None => words::headline(&claim, &in_short(f, a)),
            }
        })
        .collect();
    if lines.is_empty() {
        lines.push(words::no_headline(futures(f)));
    } else {
        lines.splice(0..0, for_the_place(f));
    }
    if pairs.len() > most {
        lines.push(words::more_in_report(pairs.len() - most));
    }
    lines
}

/// A value with its range of eight futures in ten, as pages print it.
pub fn median_and_range(f: &Findings, scope: &str, indicator: &str, year: Year) -> Option<String> {
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
        words::with_range(&middle, &low, &high)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Grade, HistoryPoint, TargetStatus};
    use crate::report::sample;
    use crate::results::ProvinceFocus;

    #[test]
    fn the_terminal_says_that_the_nation_answers_for_a_place_without_targets() {
        let mut f = sample::findings();
        assert_eq!(for_the_place(&f), None);
        f.focus = Some(ProvinceFocus {
            province: "ba-song".into(),
            costs: Vec::new(),
            ranks: Vec::new(),
            neighbours: Vec::new(),
        });
        let first = headlines(&f, 3).remove(0);
        assert!(first.starts_with("No target of Ba Sông's own"), "{first}");
    }

    #[test]
    fn a_draft_of_the_place_is_marked_and_what_a_scenario_writes_is_not() {
        let mut f = sample::findings();
        let mut a = f.targets[0].clone();
        a.status = TargetStatus::Draft;
        a.standing = Some(Standing::Place);
        assert!(claim_marked(&f, &a).ends_with(" (draft)"));
        a.standing = Some(Standing::Own);
        assert_eq!(claim_marked(&f, &a), claim(&f, &a));
        // What is published for the base year answers a target of it, with who said so.
        a.year = f.years[0];
        f.at_base.push(HistoryPoint {
            scope: a.scope.clone(),
            indicator: f.plain(&a.indicator).to_owned(),
            year: a.year,
            value: a.threshold,
            series: String::new(),
            grade: Grade::B,
            source_id: "S1;S2".into(),
        });
        f.publishers.push(("S1".into(), "A paper, 2025".into()));
        let came = instead(&f, &a)
            .map(|instead| instead.said())
            .unwrap_or_default();
        assert!(came.starts_with("observed: met"), "{came}");
        assert!(came.contains("(A paper, 2025; S2, grade B)"), "{came}");
    }
}
