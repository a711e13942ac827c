//! The policies of a file: each has an id of its own, acts within the years, and does nothing that
//! another one does already.

use crate::base::{Base, Target};
use crate::diagnostic::{Problem, Problems};
use crate::indicator::registry;
use crate::messages::scenario::plans as messages;
use crate::policy::{CheckContext, Earlier};
use crate::said::Message;
use crate::scenario::Uncertainty;
use crate::scenario::file::PlanWritten;
use crate::source::{Spanned, naming};
use crate::units::Year;
use std::ops::RangeInclusive;

/// Checks each policy by itself and against the earlier ones.
pub(super) fn check(
    written: &[PlanWritten],
    base: &Base,
    years: RangeInclusive<Year>,
    uncertainty: Uncertainty,
    problems: &mut Problems,
) {
    for (n, plan) in written.iter().enumerate() {
        id(plan, &written[..n], problems);
        let acts = acts(plan, &years, problems);
        deadline(plan, &acts, &years, problems);
        let context = CheckContext {
            acts,
            uncertainty,
            ..context(plan, base, &years)
        };
        plan.decision.check(&context, problems);
        let earlier = written[..n].iter().map(|p| Earlier {
            id: &p.id,
            acts: years_of(p, &years),
            decision: &p.decision,
        });
        plan.decision
            .check_beside(years_of(plan, &years), earlier, problems);
        if problems.crowded() {
            return;
        }
    }
}

/// What the checks of a policy may look at.
fn context<'a>(
    plan: &'a PlanWritten,
    base: &'a Base,
    years: &RangeInclusive<Year>,
) -> CheckContext<'a> {
    let (from, to) = years_of(plan, years);
    CheckContext {
        id: &plan.id,
        base,
        years: years.clone(),
        acts: from..=to,
        payer: plan.payer,
        dated: (plan.from.is_some(), plan.to.is_some()),
        uncertainty: Uncertainty::default(),
    }
}

fn id(plan: &PlanWritten, earlier: &[PlanWritten], problems: &mut Problems) {
    if let Some(fault) = naming::fault(&plan.id, naming::LONGEST) {
        problems.refuse(&plan.id, "policy::bad-id", fault);
    } else if !naming::is_kebab(&plan.id) {
        let better = crate::diagnostic::folded(&plan.id);
        problems.refuse(
            &plan.id,
            "policy::bad-id",
            messages::bad_id(&plan.id, naming::is_kebab(&better).then_some(&better)),
        );
    }
    if let Some(first) = earlier.iter().find(|p| p.id == plan.id) {
        let said = messages::id_twice(&plan.id.value);
        problems.twice((&first.id, &plan.id), "policy::id-twice", said);
    }
}

/// The years a policy acts; all of them where its own cannot be meant.
fn acts(
    plan: &PlanWritten,
    years: &RangeInclusive<Year>,
    problems: &mut Problems,
) -> RangeInclusive<Year> {
    let (first, last) = (*years.start(), *years.end());
    let inside = |year: &Option<Spanned<Year>>,
                  outside: fn(Year, Year, Year) -> Message,
                  usual,
                  problems: &mut Problems| match year {
        None => usual,
        Some(y) if years.contains(&y.value) => y.value,
        Some(y) => {
            problems.refuse(y, "policy::outside-horizon", outside(y.value, first, last));
            usual
        }
    };
    let from = inside(&plan.from, messages::starts_outside, first, problems);
    let to = inside(&plan.to, messages::ends_outside, last, problems);
    if from > to {
        let place = plan.to.as_ref().or(plan.from.as_ref());
        let place = place.expect("checked: defaults are in order, so one was written");
        problems.add(
            Problem::refusal(
                "policy::ends-before-start",
                messages::ends_before_start(from, to),
            )
            .over(place.span.clone())
            .note(
                plan.from.as_ref().and_then(|y| y.span.clone()),
                messages::STARTS_HERE,
            ),
        );
        return years.clone();
    }
    from..=to
}

fn deadline(
    plan: &PlanWritten,
    acts: &RangeInclusive<Year>,
    years: &RangeInclusive<Year>,
    problems: &mut Problems,
) {
    let month = plan.deadline_month.as_ref();
    if let Some(month) = month.filter(|m| !(1..=12).contains(&m.value)) {
        let message = messages::deadline_month(month.value);
        problems.refuse(month, "policy::deadline-month", message);
    }
    let Some(deadline) = &plan.deadline else {
        if let Some(month) = month {
            let message = messages::month_without_year();
            problems.refuse(month, "policy::deadline-month", message);
        }
        return;
    };
    let (from, last) = (*acts.start(), *years.end());
    // What was due before the run is told from reports.
    if deadline.value >= *years.start() && deadline.value < from {
        problems.refuse(
            deadline,
            "policy::deadline-before-start",
            messages::deadline_before_start(deadline.value, from),
        );
    } else if deadline.value > last {
        problems.warn(
            deadline,
            "policy::deadline-unseen",
            messages::deadline_unseen(deadline.value, last),
        );
    }
}

/// First and last year a policy acts, as far as the file says them and the run's otherwise.
pub(super) fn years_of(plan: &PlanWritten, years: &RangeInclusive<Year>) -> (Year, Year) {
    let year = |y: &Option<Spanned<Year>>, usual: &Year| y.as_ref().map_or(*usual, |y| y.value);
    (year(&plan.from, years.start()), year(&plan.to, years.end()))
}

/// Checks what policies wait for: indicators that are read, targets that are answered.
pub(super) fn conditions(
    written: &[PlanWritten],
    base: &Base,
    targets: &[Target],
    problems: &mut Problems,
) {
    let waiting: Vec<&PlanWritten> = written.iter().filter(|p| p.when.waits()).collect();
    if waiting.is_empty() {
        return;
    }
    let indicators = registry(base);
    for plan in waiting {
        if problems.crowded() {
            return;
        }
        plan.when.check(base, &indicators, targets, problems);
    }
}

/// Warns of what a policy leaves to defaults that a planner rarely means to leave open: who pays,
/// and over which years a total is spread; and who answers for it by when, where others of the file
/// say so.
pub(super) fn unsaid(
    written: &[PlanWritten],
    base: &Base,
    years: &RangeInclusive<Year>,
    problems: &mut Problems,
) {
    let some_named = written.iter().any(|p| p.responsible.is_some());
    let some_due = written.iter().any(|p| p.deadline.is_some());
    for plan in written {
        if some_named && plan.responsible.is_none() {
            problems.warn(
                &plan.id,
                "policy::nobody-responsible",
                messages::nobody_responsible(),
            );
        }
        if some_due && plan.deadline.is_none() {
            problems.warn(&plan.id, "policy::no-deadline", messages::no_deadline());
        }
        let context = context(plan, base, years);
        plan.decision.warn_of_defaults(&context, problems);
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::{field, owned, problems};

    /// One policy line is written; what is found?
    #[track_caller]
    fn policy(line: &str, expected: &[(&str, &str)]) {
        let text = format!("(title: \"T\", base: \"made-up\", policies: [(id: \"p\", {line})])");
        assert_eq!(owned(expected), problems(&text), "{line}");
    }

    #[test]
    fn a_task_is_named_like_its_neighbours() {
        let link = |id: &str, satellite: &str, rest: &str| {
            format!(
                "(id: \"{id}\", do: SatelliteHospitals(links: [(core: \"royal\", satellite: \"{satellite}\", specialty: \"general\")]){rest})"
            )
        };
        let two = |one: &str, other: &str| {
            let (one, other) = (
                link("a", "south-general", one),
                link("b", "north-general", other),
            );
            problems(&format!(
                "(title: \"T\", base: \"made-up\", policies: [{one}, {other}])"
            ))
        };
        assert_eq!(two("", ""), []);
        let both = ", responsible: \"the Ministry\", deadline: 2030";
        assert_eq!(two(both, both), []);
        assert_eq!(
            two(both, ""),
            owned(&[
                ("policy::nobody-responsible", "\"b\""),
                ("policy::no-deadline", "\"b\""),
            ])
        );
        assert_eq!(
            two(", deadline: 2030", both),
            owned(&[("policy::nobody-responsible", "\"a\"")])
        );
    }

    #[test]
    fn policies_have_ids_and_years_in_order() {
        let link = "do: SatelliteHospitals(links: [(core: \"royal\", satellite: \"south-general\", specialty: \"general\")])";
        policy(link, &[]);
        policy(
            &format!("{link}, from: 2040"),
            &[("policy::outside-horizon", "2040")],
        );
        policy(
            &format!("{link}, from: 2030, to: 2028"),
            &[("policy::ends-before-start", "2028")],
        );
        policy(
            &format!("{link}, from: 2030, deadline: 2028"),
            &[("policy::deadline-before-start", "2028")],
        );
        policy(
            &format!("{link}, deadline: 2040"),
            &[("policy::deadline-unseen", "2040")],
        );
        policy(&format!("{link}, deadline: 2030, deadline_month: 6"), &[]);
        let bad = "policy::deadline-month";
        policy(
            &format!("{link}, deadline: 2030, deadline_month: 13"),
            &[(bad, "13")],
        );
        policy(&format!("{link}, deadline_month: 6"), &[(bad, "6")]);
        policy(&format!("{link}, when: Always"), &[]);
        policy(
            &format!("{link}, when: Behind(\"x\", 2, 0.1)"),
            &[("ron::unexpected", "\"x\"")],
        );
        field(
            &format!(
                "note: \"\", assumptions: {{}}, targets: Adopted, years: (first: 2026, last: 2030), policies: [(id: \"A b\", {link})]"
            ),
            &[("ron::field-twice", "policies")],
        );
        let two = format!(
            "(title: \"\", base: \"b\", policies: [(id: \"A b\", {link}), (id: \"A b\", {link})])"
        );
        assert_eq!(
            problems(&two),
            owned(&[
                ("scenario::no-title", "\"\""),
                ("policy::bad-id", "\"A b\""),
                ("policy::bad-id", "\"A b\""),
                ("policy::id-twice", "\"A b\""),
                ("satellite::link-twice", "\"south-general\""),
            ])
        );
    }
}
