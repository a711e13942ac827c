//! What a planner says of a task beside its decision: what is there when it is done, and what was reported
//! of it so far.

use super::targets;
use crate::base::Base;
use crate::diagnostic::Problems;
use crate::messages::scenario::tasks as messages;
use crate::policy::task::{ProductWritten, ReachesWritten, ReportWritten};
use crate::scenario::file::{PlanWritten, TargetWritten};
use crate::source::{Spanned, naming};
use crate::units::Year;

/// Checks products and reports of every policy.
pub(super) fn check(
    written: &[PlanWritten],
    base: &Base,
    (first, last): (Year, Year),
    problems: &mut Problems,
) {
    for plan in written {
        if problems.crowded() {
            return;
        }
        if let Some(said) = &plan.product {
            product(plan, said, base, (first, last), problems);
        }
        reports(plan, (first, last), problems);
    }
}

fn product(
    plan: &PlanWritten,
    said: &Spanned<ProductWritten>,
    base: &Base,
    (first, last): (Year, Year),
    problems: &mut Problems,
) {
    match &said.value {
        ProductWritten::Money if !plan.decision.is_money() => {
            problems.refuse(said, "task::no-money", messages::no_money());
        }
        ProductWritten::Money => {}
        ProductWritten::Milestone(id) if !base.milestones.iter().any(|m| m.id == **id) => {
            let known: Vec<&str> = base.milestones.iter().map(|m| m.id.as_str()).collect();
            let message = messages::no_milestone(&id.value, known.join(", "));
            problems.refuse(id, "task::unknown-milestone", message);
        }
        other => {
            let reaches = other.reaches().expect("not money");
            targets::sound(&as_target(reaches, last), base, (first, last), problems);
        }
    }
}

/// The same as a target of the last year: what can be asked can be reached.
fn as_target(reaches: ReachesWritten, by: Year) -> TargetWritten {
    TargetWritten {
        indicator: reaches.indicator,
        at_least: reaches.at_least,
        at_most: reaches.at_most,
        over: reaches.over,
        below: reaches.below,
        about: None,
        from: None,
        by_month: None,
        reduce_by: None,
        by: Some(Spanned::made(by)),
        scope: reaches.scope,
        document: None,
    }
}

fn reports(plan: &PlanWritten, (first, last): (Year, Year), problems: &mut Problems) {
    let begins = plan.from.as_ref().map_or(first, |from| from.value);
    let mut before: Option<(&ReportWritten, i32)> = None;
    for report in &plan.progress {
        let month = report.month.as_ref().map_or(12, |month| month.value);
        if let Some(month) = report
            .month
            .as_ref()
            .filter(|m| !(1..=12).contains(&m.value))
        {
            problems.refuse(month, "task::report", messages::month(month.value));
            continue;
        }
        let year = report.year.value;
        if year > last {
            problems.refuse(&report.year, "task::report", messages::after(year, last));
        } else if year >= first && year < begins && report.done.value.0 > 0.0 {
            let message = messages::before_it_begins(begins);
            problems.refuse(&report.year, "task::report", message);
        } else if year < first && report.done.value.0 >= 1.0 {
            let message = messages::done_before(&plan.id.value, year);
            problems.warn(&report.done, "task::done-before", message);
        }
        if let Some(sd) = report
            .sd
            .as_ref()
            .filter(|sd| !(0.005..=0.5).contains(&sd.value.0))
        {
            problems.refuse(sd, "task::report", messages::sd(sd.value.0));
        }
        if let Some(source) = &report.source
            && let Some(fault) = naming::fault(source, naming::LONGEST_TITLE)
        {
            problems.refuse(source, "scenario::bad-name", fault);
        }
        let when = year.0 * 12 + month as i32;
        if let Some((earlier, then)) = before {
            if when <= then {
                problems.refuse(&report.year, "task::report", messages::out_of_order());
            } else if report.done.value.0 < earlier.done.value.0 {
                let (was, is) = (earlier.done.value.0, report.done.value.0);
                problems.refuse(&report.done, "task::report", messages::less_done(was, is));
            }
        }
        before = Some((report, when));
    }
    let Some(report) = plan.progress.first() else {
        return;
    };
    if plan.when.waits() {
        problems.refuse(&report.year, "task::report", messages::waits());
    } else if !plan.decision.has_path() {
        let message = messages::moves_nothing(plan.decision.name());
        problems.warn(&report.year, "task::moves-nothing", message);
    } else if plan.progress.iter().all(|report| report.year.value < first) {
        let message = messages::all_before(first);
        problems.warn(&report.year, "task::moves-nothing", message);
    }
}

#[cfg(test)]
mod tests {
    use crate::scenario::small::{field, owned, problems};

    const LINK: &str = "do: SatelliteHospitals(links: [(core: \"royal\", satellite: \"south-general\", specialty: \"general\")])";
    const STAY: &str = "do: RetirementExtension(occupation: \"doctor\", share: 0.25, to_age: 67)";

    #[track_caller]
    fn task(line: &str, expected: &[(&str, &str)]) {
        let text = format!("(title: \"T\", base: \"made-up\", policies: [(id: \"p\", {line})])");
        assert_eq!(owned(expected), problems(&text), "{line}");
    }

    #[test]
    fn reports_follow_one_another_and_say_no_more_than_can_be() {
        let reported = |reports: &str, expected: &[(&str, &str)]| {
            task(&format!("{LINK}, progress: [{reports}]"), expected);
        };
        reported(
            "(year: 2026, month: 6, done: 0.4), (year: 2027, done: 0.9, sd: 0.05)",
            &[],
        );
        let bad = "task::report";
        reported("(year: 2026, month: 13, done: 0.4)", &[(bad, "13")]);
        reported("(year: 2040, done: 0.4)", &[(bad, "2040")]);
        reported("(year: 2026, done: 0.4, sd: 0)", &[(bad, "0")]);
        reported("(year: 2026, done: 40)", &[("ron::value", "40")]);
        let twice = "(year: 2027, done: 0.4), (year: 2026, done: 0.5)";
        reported(twice, &[(bad, "2026")]);
        reported(
            "(year: 2026, done: 0.4), (year: 2027, done: 0.3)",
            &[(bad, "0.3")],
        );
        reported(
            "(year: 2025, done: 0.4)",
            &[("task::moves-nothing", "2025")],
        );
        reported(
            "(year: 2025, done: 1), (year: 2026, done: 1)",
            &[("task::done-before", "1")],
        );
        task(
            &format!("{LINK}, from: 2028, progress: [(year: 2026, done: 0.1)]"),
            &[(bad, "2026")],
        );
        task(
            &format!("{STAY}, progress: [(year: 2026, done: 0.1)]"),
            &[("task::moves-nothing", "2026")],
        );
        let waits = "when: Below(indicator: \"beds_per_10k\", level: 30)";
        task(
            &format!("{LINK}, {waits}, progress: [(year: 2026, done: 0.1)]"),
            &[(bad, "2026")],
        );
    }

    #[test]
    fn a_product_is_one_that_can_be_seen() {
        let product = |said: &str, expected: &[(&str, &str)]| {
            task(&format!("{LINK}, product: {said}"), expected);
        };
        product(
            "Reaches(indicator: \"beds_per_10k\", at_least: 38, scope: \"north\")",
            &[],
        );
        product("Milestone(\"royal-grade-1\")", &[]);
        product(
            "Milestone(\"royal\")",
            &[("task::unknown-milestone", "\"royal\"")],
        );
        product("Money", &[("task::no-money", "Money")]);
        let share = "Reaches(indicator: \"private_bed_share\", at_least: 15)";
        product(share, &[("target::share-as-percent", "15")]);
        product(
            "Reaches(indicator: \"beds_per_10000\", at_least: 15)",
            &[("target::unknown-indicator", "\"beds_per_10000\"")],
        );
        field("", &[]);
    }
}
