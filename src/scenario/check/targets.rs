//! Which targets a scenario answers: the adopted ones of its base that fall due in its years, and
//! those it sets itself.

use super::plans::years_of;
use crate::base::{
    Base, Borders, Bound, Direction, Form, Grade, Province, Target, TargetStatus, bound_of,
};
use crate::diagnostic::{Problem, Problems, suggestion};
use crate::indicator::{Indicator, registry};
use crate::messages::scenario::targets as messages;
use crate::policy::Decision;
use crate::policy::rollout::reaches;
use crate::results::Unit;
use crate::scenario::file::{PlanWritten, TargetChoice, TargetWritten};
use crate::scenario::question;
use crate::source::Spanned;
use crate::units::Year;
use std::ops::RangeInclusive;

/// The targets to answer, in the base's order, then the file's; and the ids of what the file writes, in its
/// order. `place` is what the question is about.
pub(super) fn answered(
    (choice, place): (&TargetChoice, Option<&str>),
    policies: &[PlanWritten],
    base: &Base,
    (first, last): (Year, Year),
    problems: &mut Problems,
) -> (Vec<Target>, Vec<String>) {
    let mut of_base = match choice {
        TargetChoice::Only(_) => Vec::new(),
        TargetChoice::Adopted | TargetChoice::AdoptedAnd(_) => {
            of_base(base, place, (first, last), problems)
        }
    };
    let years = first..=last;
    of_base.retain(|target| {
        let idle = on_nothing(target, policies, base, &years);
        if idle {
            let said = messages::base_target_on_nothing(&target.id);
            problems.add(Problem::caution("target::without-policy", said));
        }
        !idle
    });
    let (mut targets, mut asked) = (Vec::<Target>::new(), Vec::new());
    if matches!(choice, TargetChoice::Only(own) if own.is_empty()) {
        problems.add(Problem::refusal(
            "target::touches-nothing",
            messages::none(),
        ));
    }
    for written in choice.own() {
        if problems.crowded() {
            break;
        }
        let Some(target) = own(written, base, first, last, problems) else {
            continue;
        };
        if on_nothing(&target, policies, base, &years) {
            let said = messages::on_nothing(&target.indicator, &target.scope, target.year);
            problems.refuse(&written.indicator, "target::on-nothing", said);
        }
        // What the file writes stands for the drafts of its place on the same indicator.
        let about = |t: &Target| (&t.indicator, &t.scope) == (&target.indicator, &target.scope);
        of_base.retain(|t| t.status == TargetStatus::Adopted || !about(t));
        // What is adopted already is asked by being written, and answered once.
        let adopted = of_base.iter().find(|t| same(t, &target));
        let id = adopted.map_or(&target.id, |known| &known.id).clone();
        if adopted.is_none() {
            targets.push(target);
        }
        match asked.contains(&id) {
            true => problems.refuse(&written.indicator, "target::twice", messages::twice()),
            false => asked.push(id),
        }
    }
    of_base.append(&mut targets);
    (of_base, asked)
}

/// Whether a target asks for a part of check-ups that nobody is promised, in its place and in one of its
/// years, in every future: there would be nothing to tell it from.
fn on_nothing(
    target: &Target,
    policies: &[PlanWritten],
    base: &Base,
    years: &RangeInclusive<Year>,
) -> bool {
    let indicators = registry(base);
    let own = indicators.iter().find(|i| i.info.id == target.indicator);
    if !own.is_some_and(|i| i.promised) {
        return false;
    }
    let region = base.regions.iter().position(|r| r.code == target.scope);
    let provinces = || {
        let all = base.provinces.iter();
        all.filter(|p| match region {
            Some(at) => p.region == at,
            None => target.scope == "nation" || p.code == target.scope,
        })
    };
    let promises = |plan: &PlanWritten, year: Year| {
        let (from, to) = years_of(plan, years);
        let reached = |p: &Province| match &plan.decision {
            Decision::CheckUps(check_ups) => {
                check_ups.share.value.0 > 0.0 && reaches(check_ups.provinces.as_ref(), &p.code)
            }
            _ => false,
        };
        !plan.when.waits() && (from..=to).contains(&year) && provinces().any(reached)
    };
    let from = target.form.from.unwrap_or(target.year);
    let mut asked = (from.0..=target.year.0).map(Year);
    asked.any(|year| !policies.iter().any(|plan| promises(plan, year)))
}

fn same(a: &Target, b: &Target) -> bool {
    a.indicator == b.indicator
        && a.scope == b.scope
        && a.year == b.year
        && a.direction == b.direction
        && a.threshold == b.threshold
        && a.form == b.form
        && a.borders == b.borders
}

/// Those of the base that are answered unless the file says otherwise.
fn of_base(
    base: &Base,
    place: Option<&str>,
    (first, last): (Year, Year),
    problems: &mut Problems,
) -> Vec<Target> {
    let late: Vec<&str> = question::of_base(base, None)
        .filter(|t| t.year > last)
        .map(|t| t.id.as_str())
        .collect();
    if !late.is_empty() {
        problems.add(Problem::caution(
            "target::after-last-year",
            messages::after_last_year(&late, last),
        ));
    }
    question::of_base(base, place)
        .filter(|t| (first..=last).contains(&t.year))
        .cloned()
        .collect()
}

/// What a target asks of its indicator: one bound, or a band from at_least to at_most.
fn thresholds(written: &TargetWritten, problems: &mut Problems) -> Option<Bound> {
    if let Some(about) = &written.about {
        problems.refuse(about, "target::about", messages::about(about.value));
        return None;
    }
    let sides = written.bounds();
    let bound = bound_of(sides.map(|side| side.map(|t| t.value)));
    if bound.is_some() {
        return bound;
    }
    match sides {
        [Some(low), Some(high), None, None] => {
            let message = messages::empty_band(low.value, high.value);
            problems.refuse(high, "target::empty-band", message);
        }
        [None, None, None, None] => {
            let message = messages::no_threshold();
            problems.refuse(&written.indicator, "target::no-threshold", message);
        }
        several => {
            for t in several.into_iter().flatten().skip(1) {
                problems.refuse(t, "target::two-thresholds", messages::two_thresholds());
            }
        }
    }
    None
}

/// The level that "reduce by" comes to: a part less than what is published for the end of the base year.
fn reduced(
    written: &TargetWritten,
    share: &Spanned<f64>,
    base: &Base,
    indicators: &[Indicator],
    problems: &mut Problems,
) -> Option<Bound> {
    if written.bounds().iter().any(Option::is_some) || written.about.is_some() {
        problems.refuse(
            share,
            "target::two-thresholds",
            messages::reduced_and_bound(),
        );
        return None;
    }
    if !(share.value > 0.0 && share.value < 1.0) {
        problems.refuse(share, "target::reduce-by", messages::reduce_by(share.value));
        return None;
    }
    let own = indicators
        .iter()
        .find(|i| i.info.id == written.indicator.value)?;
    let scope = written
        .scope
        .as_ref()
        .map_or("nation", |scope| scope.as_str());
    let level = published(base, own, scope);
    if level.is_none() {
        let message = messages::level_unknown(&written.indicator.value, scope);
        problems.refuse(share, "target::reduce-by", message);
    }
    Some((
        Direction::AtMost,
        level? * (1.0 - share.value),
        Form::default(),
    ))
}

/// What is published of an indicator for the end of the base year.
fn published(base: &Base, indicator: &Indicator, scope: &str) -> Option<f64> {
    if let crate::indicator::Reading::Followed(i) = indicator.reading {
        return match scope {
            "nation" => base.tracked[i].value,
            code => base.own_value(i, base.province(code)?).map(|own| own.value),
        };
    }
    let mut figures = base.national.iter();
    let figure = figures.find(|figure| figure.indicator == indicator.info.id);
    figure
        .filter(|_| scope == "nation")
        .map(|figure| figure.value)
}

/// The month at whose end a target must hold; `None`: the end of its year.
fn month(
    written: &TargetWritten,
    indicator: Option<&Indicator>,
    past: bool,
    problems: &mut Problems,
) -> Option<u32> {
    let month = written.by_month.as_ref()?;
    let of_a_year = indicator
        .is_some_and(|i| i.flow || matches!(i.reading, crate::indicator::Reading::Milestone(_)));
    if !(1..=12).contains(&month.value) {
        problems.refuse(month, "target::month", messages::month(month.value));
    } else if written.by.is_none() || written.from.is_some() {
        problems.refuse(month, "target::month", messages::month_of_which_year());
    } else if past || of_a_year {
        problems.refuse(month, "target::month", messages::told_by_year());
    }
    (month.value < 12).then_some(month.value)
}

/// Adds a problem for everything about a target that cannot be meant.
pub(super) fn sound(
    written: &TargetWritten,
    base: &Base,
    (first, last): (Year, Year),
    problems: &mut Problems,
) {
    own(written, base, first, last, problems);
}

/// A target of the file, or what is wrong with it.
fn own(
    written: &TargetWritten,
    base: &Base,
    first: Year,
    last: Year,
    problems: &mut Problems,
) -> Option<Target> {
    let before = problems.all.len();
    let indicators = registry(base);
    let known: Vec<&str> = indicators.iter().map(|i| i.info.id.as_str()).collect();
    if !known.contains(&written.indicator.as_str()) {
        let all = messages::indicators(known.join(", "));
        problems.refuse(
            &written.indicator,
            "target::unknown-indicator",
            messages::no_indicator(
                &written.indicator.value,
                suggestion(&written.indicator, &known, &all),
            ),
        );
    }
    let by = written.by.as_ref().map_or(last, |by| by.value);
    // What was due at the base year or before is told from what was published.
    let past = |year: &Spanned<Year>| year.value < first && written.from.is_none();
    for year in written.by.iter().chain(&written.from) {
        if !(first..=last).contains(&year.value) && !past(year) {
            problems.refuse(
                year,
                "target::outside-horizon",
                messages::outside_years(year.value, first, last),
            );
        }
    }
    match (&written.from, &written.by) {
        (None, None) => {
            problems.refuse(&written.indicator, "target::no-year", messages::no_year());
        }
        (Some(from), Some(by)) if from.value > by.value => {
            problems.refuse(
                from,
                "target::no-year",
                messages::from_after(from.value, by.value),
            );
        }
        _ => {}
    }
    if let Some(code) = &written.scope {
        scope(code, base, problems);
        let indicator = indicators
            .iter()
            .find(|i| i.info.id == written.indicator.value);
        if let Some(crate::indicator::Reading::Followed(i)) = indicator.map(|i| i.reading)
            && let Some(p) = base.province(code)
            && base.own_value(i, p).is_none()
        {
            problems.warn(
                code,
                "target::no-own-value",
                messages::no_own_value(&written.indicator.value, &code.value),
            );
        }
        if code.value != "nation" && indicator.is_some_and(|i| i.info.national_only) {
            problems.refuse(
                code,
                "target::national-only",
                messages::national_only(&written.indicator.value),
            );
        }
    }
    let bound = match &written.reduce_by {
        None => thresholds(written, problems),
        Some(share) => reduced(written, share, base, &indicators, problems),
    };
    let own = indicators
        .iter()
        .find(|i| i.info.id == written.indicator.value);
    let month = month(written, own, by < first, problems);
    for t in written.bounds().into_iter().flatten() {
        plausible(&written.indicator, t, base, &indicators, problems);
    }
    let wrong = problems.all[before..]
        .iter()
        .any(|p| p.severity == crate::diagnostic::Severity::Error);
    let (direction, threshold, form) = bound.filter(|_| !wrong)?;
    let form = Form {
        from: written.from.as_ref().map(|from| from.value),
        month,
        ..form
    };
    let scope = written.scope.as_ref().map_or("nation", |s| s.as_str());
    let side = form.side(direction).replace('_', "-");
    let asked = match form.up_to {
        Some(up_to) => format!("between-{threshold}-{up_to}"),
        None => format!("{side}-{threshold}"),
    };
    let when = match (form.from, form.month) {
        (Some(from), _) => format!("{from}-{by}"),
        (None, Some(month)) => format!("{by}-{month:02}"),
        (None, None) => by.to_string(),
    };
    Some(Target {
        id: format!("{}/{scope}/{when}/{asked}", written.indicator.value),
        indicator: written.indicator.value.clone(),
        scope: scope.to_owned(),
        year: by,
        threshold,
        direction,
        form,
        document: written
            .document
            .clone()
            .unwrap_or_else(|| crate::words::targets::SET_BY_SCENARIO.en.to_owned()),
        status: TargetStatus::Draft,
        borders: Borders::Current,
        source_id: String::new(),
        grade: Grade::E,
    })
}

fn scope(code: &Spanned<String>, base: &Base, problems: &mut Problems) {
    let known: Vec<&str> = std::iter::once("nation")
        .chain(base.regions.iter().map(|r| r.code.as_str()))
        .chain(base.provinces.iter().map(|p| p.code.as_str()))
        .collect();
    if !known.contains(&code.as_str()) {
        problems.refuse(
            code,
            "target::unknown-scope",
            messages::no_scope(
                &code.value,
                base.former_help(code, known.iter().copied())
                    .unwrap_or_else(|| suggestion(code, &known, messages::SCOPES)),
            ),
        );
    }
}

/// No country has that many of one kind of staff or bed per 10,000 people.
const MOST_PER_10K: f64 = 300.0;

/// A threshold in the indicator's unit: shares are fractions, ratios near what is known today.
fn plausible(
    indicator: &str,
    threshold: &Spanned<f64>,
    base: &Base,
    all: &[Indicator],
    problems: &mut Problems,
) {
    let value = threshold.value;
    let info = |id: &str| all.iter().map(|i| &i.info).find(|i| i.id == id);
    let own = info(indicator);
    let most = own.and_then(|i| i.most);
    if !value.is_finite() || value < 0.0 {
        problems.refuse(
            threshold,
            "target::implausible",
            messages::below_zero(value),
        );
    } else if let Some(most) = most.filter(|most| value > *most) {
        problems.refuse(
            threshold,
            "target::share-as-percent",
            messages::share_as_percent(indicator, most, value, value / 100.0),
        );
    }
    if let Some(t) = base.tracked.iter().find(|t| t.id == indicator)
        && value.is_finite()
        && !(t.low..=t.high).contains(&value)
    {
        let (low, high) = (t.low, t.high);
        let (code, said) = match high <= 1.0 && value > 1.0 {
            true => (
                "target::share-as-percent",
                messages::tracked_as_percent(indicator, low, high, value, value / 100.0),
            ),
            false => (
                "target::implausible",
                messages::tracked_outside(indicator, low, high, value),
            ),
        };
        problems.refuse(threshold, code, said);
    }
    let unit = own.map(|i| i.unit);
    if unit == Some(Unit::PerStation) && value > 50.0 {
        problems.warn(
            threshold,
            "target::implausible",
            messages::per_station(value),
        );
    }
    // Of an official or expected figure, that of which it is one.
    let stock = own.and_then(|i| info(i.plain())?.stock.clone());
    let today = stock.and_then(|stock| {
        let mut staff = base.occupations.iter();
        match staff.find(|o| o.plural == stock) {
            Some(occupation) => occupation.national_per_10k,
            None => Some(base.beds_per_10k),
        }
    });
    if let Some(today) = today.filter(|t| *t > 0.0)
        && value > 8.0 * today
    {
        problems.warn(
            threshold,
            "target::implausible",
            messages::many_times(value, value / today, today),
        );
    } else if today.is_none() && unit == Some(Unit::Per10k) && value > MOST_PER_10K {
        problems.warn(threshold, "target::implausible", messages::per_10k(value));
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::file::from_text;
    use crate::scenario::small::{self, field};

    #[test]
    fn a_share_is_known_by_its_unit_and_not_by_its_name() {
        let of = |value: &str| {
            let target =
                format!("(indicator: \"unfilled_posts_doctors\", at_most: {value}, by: 2030)");
            format!("targets: Only([{target}])")
        };
        field(&of("0.05"), &[]);
        field(&of("5"), &[("target::share-as-percent", "5")]);
    }

    #[test]
    fn targets_are_ones_we_can_answer() {
        let only = |t: &str| format!("targets: Only([({t})])");
        field(
            &only("indicator: \"beds_per_10k\", at_least: 38, by: 2030, scope: \"north\""),
            &[],
        );
        field(
            &only("indicator: \"beds_per_10000\", at_least: 38, by: 2036, scope: \"nroth\""),
            &[
                ("target::unknown-indicator", "\"beds_per_10000\""),
                ("target::outside-horizon", "2036"),
                ("target::unknown-scope", "\"nroth\""),
            ],
        );
        field(
            &only("indicator: \"private_bed_share\", at_least: 15, by: 2030"),
            &[("target::share-as-percent", "15")],
        );
        field(
            &only("indicator: \"managed_beds_per_10k\", at_least: 3000, by: 2030"),
            &[("target::implausible", "3000")],
        );
        field(
            &only("indicator: \"beds_per_10k\", by: 2030"),
            &[("target::no-threshold", "\"beds_per_10k\"")],
        );
        field(
            &only("indicator: \"beds_per_10k\", at_least: 4, at_most: 3, by: 2030"),
            &[("target::empty-band", "3")],
        );
        field(
            &only("indicator: \"beds_per_10k\", at_least: 350, by: 2030"),
            &[("target::implausible", "350")],
        );
        field("targets: Only([])", &[("target::touches-nothing", "")]);
        field(
            "targets: AdoptedAnd([(indicator: \"beds_per_10k\", at_least: 40, by: 2030)])",
            &[],
        );
    }

    #[test]
    fn followed_indicators_and_milestones_are_asked_like_any_other() {
        let only = |t: &str| format!("targets: Only([({t})])");
        field(
            &only("indicator: \"insurance_cover\", at_least: 0.95, by: 2030, scope: \"north\""),
            &[],
        );
        field(
            &only(
                "indicator: \"insurance_cover\", at_least: 0.95, by: 2030, scope: \"south-coast\"",
            ),
            &[("target::no-own-value", "\"south-coast\"")],
        );
        field(
            &only("indicator: \"insurance_cover\", at_least: 95, by: 2030"),
            &[("target::share-as-percent", "95")],
        );
        field(
            &only("indicator: \"milestone:royal-grade-1\", at_least: 1, by: 2028"),
            &[],
        );
    }

    #[test]
    fn adopted_targets_after_the_last_year_are_named_and_drafts_left_out() {
        let text = "(title: \"T\", base: \"made-up\", policies: [])";
        let (scenario, warnings) = from_text("a/test.ron", text, small::base()).unwrap();
        assert_eq!(scenario.name, "test");
        assert_eq!(scenario.targets.len(), 1);
        assert_eq!(warnings.all[0].code, "target::after-last-year");
    }
}
