//! Indicators and milestones that a scenario declares: each is new, says where it comes from, and can be
//! lived like those of the base.

use crate::base::{
    Assumption, Base, Direction, Distribution, Grade, IndicatorSum, JudgedOn, Milestone,
    TrackedIndicator, TrackedValue, Weight,
};
use crate::diagnostic::{Problems, suggestion};
use crate::indicator::{Indicator, judged, registry};
use crate::messages::scenario::added as messages;
use crate::results::Unit;
use crate::scenario::added::{
    Better, FollowedUnit, FollowedWritten, IndicatorIs, IndicatorWritten, MilestoneWritten,
};
use crate::scenario::inherit::Resolved;
use crate::source::{Spanned, naming};
use std::sync::Arc;

/// The base with what a scenario declares in it; the same base where that is nothing.
pub(super) fn apply(file: &Resolved, base: Arc<Base>, problems: &mut Problems) -> Arc<Base> {
    if file.indicators.is_empty() && file.milestones.is_empty() {
        return base;
    }
    let mut wider = (*base).clone();
    // Those that are followed first: a sum may be of them.
    let is_sum = |own: &&IndicatorWritten| matches!(own.is, IndicatorIs::Sum(_));
    let (sums, followed): (Vec<_>, Vec<_>) = file.indicators.iter().partition(is_sum);
    for own in followed.into_iter().chain(sums) {
        if problems.crowded() {
            break;
        }
        if !is_new(own, &wider, problems) {
            continue;
        }
        match &own.is {
            IndicatorIs::Sum(parts) => sum(own, parts, &mut wider, problems),
            IndicatorIs::Followed(how) => follow(own, how, &mut wider, problems),
        }
    }
    for own in &file.milestones {
        milestone(own, &mut wider, problems);
    }
    Arc::new(wider)
}

fn is_new(own: &IndicatorWritten, base: &Base, problems: &mut Problems) -> bool {
    let before = problems.all.len();
    if own.id.is_empty() || !naming::is_plain(&own.id, b'_') {
        problems.refuse(&own.id, "added::bad-id", messages::bad_id(&own.id.value));
    } else if registry(base).iter().any(|i| i.info.id == *own.id) {
        problems.refuse(&own.id, "added::known", messages::known(&own.id.value));
    }
    named(&own.title, problems);
    problems.all.len() == before
}

fn named(title: &Spanned<String>, problems: &mut Problems) {
    if let Some(fault) = naming::fault(title, naming::LONGEST_TITLE) {
        problems.refuse(title, "scenario::bad-name", fault);
    }
}

/// Position of the province a code names; one that is not there is explained, former ones by their name of
/// today.
fn province(code: &Spanned<String>, base: &Base, problems: &mut Problems) -> Option<usize> {
    let at = base.province(code);
    if at.is_none() {
        let known: Vec<&str> = base.provinces.iter().map(|p| p.code.as_str()).collect();
        let help = base
            .former_help(code, known.iter().copied())
            .unwrap_or_else(|| suggestion(code, &known, crate::messages::scenario::PROVINCES));
        problems.refuse(
            code,
            "added::unknown",
            messages::no_province(&code.value, help),
        );
    }
    at
}

/// The sum of others, each as targets on it are judged.
fn sum(
    own: &IndicatorWritten,
    parts: &[Spanned<String>],
    base: &mut Base,
    problems: &mut Problems,
) {
    let all = registry(base);
    let before = problems.all.len();
    let mut of: Vec<usize> = Vec::new();
    let mut first: Option<&Indicator> = None;
    for part in parts {
        let Some(at) = all.iter().position(|i| i.info.id == **part) else {
            let known: Vec<&str> = all.iter().map(|i| i.info.id.as_str()).collect();
            let help = suggestion(part, &known, crate::messages::scenario::INDICATORS);
            problems.refuse(part, "added::unknown", messages::unknown(&part.value, help));
            continue;
        };
        let info = &all[at].info;
        let adds = matches!(
            info.unit,
            Unit::Per10k | Unit::Count | Unit::Money | Unit::PerStation
        );
        if !adds || info.spread_of.is_some() {
            problems.refuse(part, "added::no-sum", messages::does_not_add(&part.value));
        } else if first
            .is_some_and(|f| f.info.unit != info.unit || f.info.national_only != info.national_only)
        {
            problems.refuse(
                part,
                "added::no-sum",
                messages::other_unit(&part.value, &parts[0].value),
            );
        }
        first = first.or(Some(&all[at]));
        let judged = judged(&all, at).unwrap_or(at);
        match of.contains(&judged) {
            true => problems.refuse(part, "added::no-sum", messages::twice(&part.value)),
            false => of.push(judged),
        }
    }
    if parts.len() == 1 {
        problems.refuse(&parts[0], "added::no-sum", messages::one_part());
    }
    if problems.all.len() == before {
        base.sums.push(IndicatorSum {
            id: own.id.value.clone(),
            title: own.title.value.clone(),
            of,
        });
    }
}

fn follow(own: &IndicatorWritten, how: &FollowedWritten, base: &mut Base, problems: &mut Problems) {
    let before = problems.all.len();
    let said = |text: &Option<Spanned<String>>| text.as_ref().is_some_and(|t| !t.trim().is_empty());
    if !said(&own.source) || !said(&own.reason) {
        problems.refuse(
            &own.id,
            "added::no-source",
            messages::no_source(&own.id.value),
        );
    }
    if base.assumptions.get("track.province_ratio").is_none() {
        problems.refuse(&own.id, "added::cannot", messages::nothing_followed());
    }
    let (unit, most) = match how.unit {
        FollowedUnit::Share => (Unit::Share, 1.0),
        FollowedUnit::Years => (Unit::Years, 100.0),
        FollowedUnit::Per100 => (Unit::Per100, 100.0),
    };
    let low = how.low.as_ref().map_or(0.0, |low| low.value);
    let high = how.high.as_ref().map_or(most, |high| high.value);
    for value in std::iter::once(&how.value).chain(how.places.iter().map(|(_, value)| value)) {
        if !(low < value.value && value.value < high) {
            let message = messages::outside(value.value, low, high);
            problems.refuse(value, "added::outside", message);
        }
    }
    let mut values = Vec::new();
    for (code, value) in &how.places {
        values.extend(province(code, base, problems).map(|at| (at, value.value)));
    }
    if problems.all.len() > before {
        return;
    }
    let grade = own.grade.as_ref().map_or(Grade::E, |grade| grade.value);
    let text =
        |text: &Option<Spanned<String>>| text.as_ref().map_or(String::new(), |t| t.value.clone());
    let indicator = base.tracked.len();
    base.tracked.push(TrackedIndicator {
        id: own.id.value.clone(),
        title: own.title.value.clone(),
        unit,
        meaning: messages::declared(&own.title.value),
        low,
        high,
        better: match how.better {
            Better::Higher => Direction::AtLeast,
            Better::Lower => Direction::AtMost,
        },
        weight: Weight::People,
        value: Some(how.value.value),
        printed_to: 0.0001,
        judged_on: JudgedOn::True,
        source_id: text(&own.source),
        grade,
    });
    let source = text(&own.source);
    base.tracked_values
        .extend(values.into_iter().map(|(province, value)| TrackedValue {
            indicator,
            province,
            value,
            range: None,
            source_id: source.clone(),
            grade,
        }));
    laws(own, how, grade, base);
}

/// The laws a followed indicator is lived by; of what is not written, none.
fn laws(own: &IndicatorWritten, how: &FollowedWritten, grade: Grade, base: &mut Base) {
    let noise = how.noise.as_ref().map_or(0.0, |sd| sd.value);
    let given = |law: &Option<Spanned<Distribution>>, else_: f64| {
        law.as_ref()
            .map_or(Distribution::Fixed(else_), |law| law.value.clone())
    };
    for (what, law) in [
        ("trend", how.trend.value.clone()),
        ("noise_sd", Distribution::Fixed(noise)),
        ("observation_sd", Distribution::Fixed(0.0)),
        ("province_sd", Distribution::Fixed(0.0)),
        ("response", given(&how.response, 0.0)),
        ("response_money", given(&how.response_money, 1.0)),
    ] {
        let (meaning, unit) = messages::law(what, &own.title.value);
        base.assumptions.all.push(Assumption {
            id: format!("track.{}.{what}", own.id.value),
            meaning,
            unit,
            distribution: law,
            range: None,
            source: own
                .source
                .as_ref()
                .map_or(String::new(), |s| s.value.clone()),
            grade,
            reason: own
                .reason
                .as_ref()
                .map_or(String::new(), |r| r.value.clone()),
            held: String::new(),
            since: None,
            tied: None,
            level_of: String::new(),
        });
    }
}

fn milestone(own: &MilestoneWritten, base: &mut Base, problems: &mut Problems) {
    let before = problems.all.len();
    if !naming::is_kebab(&own.id) {
        problems.refuse(
            &own.id,
            "added::bad-id",
            messages::bad_milestone_id(&own.id.value),
        );
    } else if base.milestones.iter().any(|m| m.id == *own.id) {
        problems.refuse(
            &own.id,
            "added::known",
            messages::known_milestone(&own.id.value),
        );
    }
    named(&own.title, problems);
    if own.source.trim().is_empty() {
        problems.refuse(
            &own.source,
            "added::no-source",
            messages::milestone_without_source(),
        );
    }
    let mut classes: Vec<&str> = base.references.iter().map(|r| r.class.as_str()).collect();
    classes.dedup();
    if !classes.contains(&own.reference.as_str()) {
        let help = suggestion(&own.reference, &classes, messages::classes(&classes));
        let message = messages::no_class(&own.reference.value, help);
        problems.refuse(&own.reference, "added::unknown", message);
    }
    if own.planned.value <= base.year {
        let message = messages::planned_before(own.planned.value, base.year);
        problems.refuse(&own.planned, "added::cannot", message);
    }
    if base.assumptions.get("milestone.on_time").is_none() {
        problems.refuse(&own.id, "added::cannot", messages::no_milestones());
    }
    let scope = own.scope.as_ref().filter(|code| code.value != "nation");
    let province = scope.and_then(|code| province(code, base, problems));
    if problems.all.len() > before {
        return;
    }
    base.milestones.push(Milestone {
        id: own.id.value.clone(),
        title: own.title.value.clone(),
        province,
        facility: None,
        project: None,
        planned: own.planned.value,
        under_way: own.under_way,
        reference: own.reference.value.clone(),
        source_id: own.source.value.clone(),
        grade: own.grade.value,
    });
}
