//! What a policy pays for opens some time after it is paid. Where much of the cost buys nothing up to
//! the last year, the planner is told so before the run.

use crate::base::{Base, Distribution, Level, Owner};
use crate::diagnostic::Problems;
use crate::policy::Decision;
use crate::policy::investment::{Amount, Investment, ShareOf};
use crate::policy::stations::StationUpgrade;
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
        let acts = from..=to;
        let last = *years.end();
        let share = match &plan.decision {
            Decision::Investment(money) => unopened(money, base, &acts, last),
            Decision::PrivateSector(owners) if owners.money() > 0.0 => {
                mean(&acts, |year| after(base, year, last))
            }
            Decision::StationUpgrade(works) => unready(works, base, &acts, last),
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
            _ => 0.0,
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

fn middle(base: &Base, id: &str) -> f64 {
    let known = base.assumptions.get(id);
    known.map_or(0.0, |a| a.distribution.quantile(0.5))
}

/// Share of the beds paid in a year that open after the last one.
fn after(base: &Base, year: Year, last: Year) -> f64 {
    let lag = base.assumptions.get("capex.build_lag");
    match lag.map(|a| &a.distribution) {
        Some(Distribution::Profile(shares)) => {
            let seen = usize::try_from(last.since(year) + 1).unwrap_or(0);
            shares.iter().skip(seen).sum()
        }
        _ => 0.0,
    }
}

/// The mean over the years of a policy.
fn mean(acts: &RangeInclusive<Year>, of: impl Fn(Year) -> f64) -> f64 {
    let years = acts.start().0..=acts.end().0;
    let number = years.clone().count().max(1) as f64;
    years.map(|y| of(Year(y))).sum::<f64>() / number
}

/// Share of an investment that becomes beds after the last year. A cut pays for nothing.
fn unopened(money: &Investment, base: &Base, acts: &RangeInclusive<Year>, last: Year) -> f64 {
    let late = match &money.amount {
        Amount::Multiple(times) if times.value.0 < 1.0 => return 0.0,
        Amount::Profile(rows) => {
            let whole: f64 = rows.iter().map(|(_, money)| money.0).sum();
            let late = rows
                .iter()
                .map(|(year, money)| money.0 * after(base, year.value, last));
            if whole > 0.0 {
                late.sum::<f64>() / whole
            } else {
                0.0
            }
        }
        _ => mean(acts, |year| after(base, year, last)),
    };
    let share = |of: &Option<ShareOf>| match of {
        Some(ShareOf::Share(share)) => share.value.0,
        Some(ShareOf::Assumed(id)) => middle(base, id),
        Some(ShareOf::Rest) | None => 0.0,
    };
    let split = &money.split;
    let named = [
        &split.new_beds,
        &split.expansion,
        &split.stations,
        &split.equipment,
        &split.training_places,
    ];
    let rest = (1.0 - named.into_iter().map(share).sum::<f64>()).max(0.0);
    let beds = [&split.new_beds, &split.expansion].map(|of| match of {
        Some(ShareOf::Rest) => rest,
        other => share(other),
    });
    late * beds.iter().sum::<f64>()
}

/// Share of stations whose works end after the last year.
fn unready(works: &StationUpgrade, base: &Base, acts: &RangeInclusive<Year>, last: Year) -> f64 {
    let takes = works.years.as_ref().map(|y| y.value.0);
    let takes = takes.unwrap_or_else(|| middle(base, "station.years"));
    mean(acts, |year| {
        1.0 - (f64::from(last.since(year) + 1) - takes).clamp(0.0, 1.0)
    })
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
