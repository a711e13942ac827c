//! What a policy pays for opens some time after it is paid. Where much of the cost buys nothing up to
//! the last year, the planner is told so before the run.

use super::plans::years_of;
use crate::base::Base;
use crate::diagnostic::Problems;
use crate::messages::scenario::plans as messages;
use crate::scenario::file::PlanWritten;
use crate::units::Year;
use std::ops::RangeInclusive;

/// Share of a cost that is worth a word.
const MUCH: f64 = 1.0 / 3.0;

/// Warns of each policy of whose cost much buys nothing in the years that are lived.
pub(super) fn check(
    written: &[PlanWritten],
    base: &Base,
    years: &RangeInclusive<Year>,
    problems: &mut Problems,
) {
    for plan in written {
        let last = *years.end();
        let acts = years_of(plan, years);
        let share = plan.decision.bought_too_late(base, acts, last);
        if share < MUCH {
            continue;
        }
        let said = messages::opens_too_late(share * 100.0, last);
        let code = "policy::opens-too-late";
        match plan.decision.opens().or(plan.from.as_ref()) {
            Some(year) => problems.warn(year, code, said),
            None => problems.warn(&plan.id, code, said),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::base::Base;
    use crate::scenario::file::from_text;

    const LATE: &[&str] = &["policy::opens-too-late"];

    fn warned(policy: &str) -> Vec<&'static str> {
        let text = format!(
            "(title: \"T\", base: \"viet-nam\", years: (first: 2026, last: 2035), policies: [{policy}])"
        );
        let read = from_text("t.ron", &text, Base::builtin());
        let (_, warnings) = read.unwrap_or_else(|e| panic!("{}", e.render(100, false)));
        let codes = warnings.all.iter().map(|w| w.code);
        codes.filter(|code| LATE.contains(code)).collect()
    }

    #[test]
    fn what_opens_after_the_last_year_is_told() {
        let campus = |opens: i32| {
            format!(
                "(id: \"c\", payer: Ministry, do: SecondCampus(hospital: \"bach-mai\", province: \"son-la\", beds: 500, opens: {opens}))"
            )
        };
        assert_eq!(warned(&campus(2028)), [""; 0]);
        assert_eq!(warned(&campus(2035)), LATE);
        let money = |from: i32, split: &str| {
            format!(
                "(id: \"m\", payer: Provincial, from: {from}, do: Investment(amount: Level(10), money: Disbursed, split: ({split})))"
            )
        };
        assert_eq!(warned(&money(2026, "new_beds: Share(1.0)")), [""; 0]);
        assert_eq!(warned(&money(2034, "new_beds: Share(1.0)")), LATE);
        assert_eq!(warned(&money(2034, "equipment: Rest")), [""; 0]);
    }
}
