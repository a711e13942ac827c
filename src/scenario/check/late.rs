//! What a policy pays for opens some time after it is paid. Where much of the cost buys nothing up to
//! the last year, the planner is told so before the run.

use crate::base::{Base, Level, Owner};
use crate::diagnostic::Problems;
use crate::policy::Decision;
use crate::policy::investment::Amount;
use crate::policy::things::{bought, middle};
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
        let from = plan.from.as_ref().map_or(*years.start(), |y| y.value);
        let to = plan.to.as_ref().map_or(*years.end(), |y| y.value);
        let acts = from.0..=to.0;
        let last = *years.end();
        let after = |year: Year| {
            let things = bought(&plan.decision, base, year).into_iter();
            let late = things.filter(|thing| thing.opens > last);
            late.map(|thing| thing.share).sum::<f64>()
        };
        let share = match &plan.decision {
            // A cut pays for nothing.
            Decision::Investment(money) => match &money.amount {
                Amount::Multiple(times) if times.value.0 < 1.0 => 0.0,
                Amount::Profile(rows) => mean(rows.iter().map(|(y, m)| (m.0, after(y.value)))),
                _ => mean(acts.map(|y| (1.0, after(Year(y))))),
            },
            Decision::SecondCampus(campus) => {
                let home = base.facilities.iter().find(|f| f.code == *campus.hospital);
                let central = home.is_some_and(|f| {
                    f.level == Level::Central
                        || matches!(f.owner, Owner::Ministry | Owner::OtherMinistry)
                });
                let delay = if central {
                    "pipe.campus_delay_mean"
                } else {
                    "pipe.delay_mean"
                };
                let chance = 1.0 / (1.0 + middle(base, delay));
                let tries = last.min(to).since(campus.opens.value) + 1;
                (1.0 - chance).powi(tries.max(0))
            }
            _ => mean(acts.map(|y| (1.0, after(Year(y))))),
        };
        if share < MUCH {
            continue;
        }
        let message = format!(
            "some {:.0} % of its cost buys nothing by {last}: what it pays for opens later",
            share * 100.0
        );
        let help = format!(
            "begin earlier, or let `years` run beyond {last}: what opens afterwards is paid for and not counted"
        );
        let code = "policy::opens-too-late";
        match (&plan.decision, &plan.from) {
            (Decision::SecondCampus(campus), _) => {
                problems.warn_at(&campus.opens, code, message, help);
            }
            (_, Some(from)) => problems.warn_at(from, code, message, help),
            (_, None) => problems.warn_at(&plan.id, code, message, help),
        }
    }
}

/// The mean of numbers by their weights; 0 where nothing weighs.
fn mean(of: impl Iterator<Item = (f64, f64)>) -> f64 {
    let add = |(sum, whole), (weight, x)| (sum + weight * x, whole + weight);
    let (sum, whole) = of.fold((0.0, 0.0), add);
    if whole > 0.0 { sum / whole } else { 0.0 }
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
