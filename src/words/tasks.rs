//! Tasks: who does what by when, what is there then, what it costs, and what a policy waits for.

use super::hindcast::and;
use super::number::{decimal, grouped, threshold, trimmed};
use super::report::{bound_of, lower_first, upper_first};
use crate::base::Bound;
use crate::results::{Came, Report, Unit};
use crate::said::Said;
use crate::units::Year;
use std::borrow::Borrow;

/// A few names in a row, the rest counted: `A, B and 6 more`.
pub(crate) fn named<S: Borrow<str>>(all: &[S]) -> String {
    const SHOWN: usize = 4;
    match all.len() <= SHOWN + 1 {
        true => and(all),
        false => format!("{} and {} more", all[..SHOWN].join(", "), all.len() - SHOWN),
    }
}

/// An amount of money each year.
pub fn a_year(amount: f64, currency: &str) -> String {
    format!("{} {currency} a year", money_figure(amount))
}

/// An amount as a task shows it: whole, with one decimal where it is small.
pub fn money_figure(amount: f64) -> String {
    if amount.abs() < 99.95 {
        let text = decimal(amount, 1);
        text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
    } else {
        grouped(amount)
    }
}

/// An indicator and the place it is read in.
pub fn what(title: &str, place: Option<&str>) -> String {
    let title = lower_first(title);
    match place {
        Some(place) => format!("{title} ({place})"),
        None => title,
    }
}

/// What is there when an indicator lies where it should.
pub fn reaches(what: &str, unit: Unit, bound: Bound) -> String {
    format!("{what}: {}", bound_of(unit, bound))
}

/// What is there when a milestone is reached.
pub fn milestone_reached(title: &str) -> String {
    format!("milestone reached: {title}")
}

fn distance(unit: Unit, margin: f64) -> String {
    match unit {
        Unit::Share => format!("{} points", trimmed(margin * 100.0, 2)),
        _ => threshold(unit, margin),
    }
}

/// Waits for futures that fall behind a target.
pub fn waits_behind(what: &str, unit: Unit, margin: f64, by: Year) -> String {
    let by_much = if margin == 0.0 {
        String::new()
    } else {
        format!(" by more than {}", distance(unit, margin))
    };
    format!("{what}: behind the straight line to the target of {by}{by_much}")
}

/// Waits for futures below a level.
pub fn waits_below(what: &str, unit: Unit, level: f64) -> String {
    format!("{what}: below {}", threshold(unit, level))
}

/// Waits for futures above a level.
pub fn waits_above(what: &str, unit: Unit, level: f64) -> String {
    format!("{what}: above {}", threshold(unit, level))
}

/// What the table of tasks is.
pub fn lead(currency: &str) -> String {
    format!(
        "One row for each policy. Cost is the mean over all futures and simulated years in {currency} at constant \
         prices, with the range of 8 in 10 futures; it is a part of *What it costs*, not an addition to it. *On time* \
         asks whether the product is there at the end of the deadline's year; of a task whose product is money it asks \
         nothing, and *spent in time* says whether nine tenths of the money are spent by then. The same by year is in `policies.csv` and \
         `policy_costs.csv`, the table itself in `tasks.csv`. Latest starts: `carecast decide when`."
    )
}

/// A deadline: its year, or a month of it.
pub fn by(year: Year, month: Option<u32>) -> String {
    match month {
        None | Some(12) => year.to_string(),
        Some(month) => format!("{month}/{year}"),
    }
}

/// A date of a report: `6/2026`.
fn date(report: &Report) -> String {
    format!("{}/{}", report.month, report.year)
}

/// What was reported of a task, the last first.
pub fn reported(reports: &[Report]) -> String {
    let one = |report: &Report| {
        let source = report.source.as_ref();
        let source = source.map_or(String::new(), |source| format!(" ({source})"));
        format!(
            "{}% by {}{source}",
            trimmed(report.done * 100.0, 1),
            date(report)
        )
    };
    reports.iter().rev().map(one).collect::<Vec<_>>().join("; ")
}

/// The same in tables: `2026-06 0.4`, in order.
pub fn reported_in_tables(reports: &[Report]) -> String {
    let one = |r: &Report| format!("{}-{:02} {}", r.year, r.month, trimmed(r.done, 4));
    reports.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// What came of a task that was due before the run, in tables.
pub fn came_in_tables(came: Came) -> &'static str {
    match came {
        Came::Done => "done",
        Came::Late => "late",
        Came::Unknown => "unknown",
    }
}

/// What came of a task that was due before the run, as the report has it that tells it.
pub fn came(came: Came, told: Option<&Report>) -> String {
    let part = |report: &Report| trimmed(report.done * 100.0, 1);
    match (came, told) {
        (Came::Done, Some(report)) => format!("done by {}, in time", date(report)),
        (Came::Late, Some(report)) if report.is_done() => format!("late: done by {}", date(report)),
        (Came::Late, Some(report)) => format!("late: {}% done by {}", part(report), date(report)),
        _ => "was due before the run; no report says whether it is done".to_owned(),
    }
}

/// On which futures a run rests whose tasks were reported.
pub fn agreed(agree: u32, of: u32) -> String {
    format!(
        "Reports of progress tell which futures can be: of {} futures looked at, {} agree with them, and only these are \
         lived, each with the same weight (the effective number). A report may be off by its standard deviation, \
         0.1 of the whole unless the file says otherwise: an assumption, grade E.",
        grouped(f64::from(of)),
        grouped(f64::from(agree))
    )
}

/// Reports that tell nothing about futures, by the ids of their tasks.
pub fn reports_move_nothing(ids: &[&str]) -> String {
    let marked: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
    format!(
        "Printed, and moving nothing: reports of {} (how much of such a task is done does not follow from what is drawn, or \
         the report is older than the run).",
        named(&marked)
    )
}

/// Columns of the table of tasks that stand only where some task names one.
pub const NAMED_BY_SOME: [&str; 3] = ["coordinating", "authority", "reported_said"];

/// Columns of the table of tasks.
pub const COLUMNS: [(&str, Said); 12] = [
    ("task_marked", Said::en("Task")),
    ("responsible_or_nobody", Said::en("Responsible")),
    ("coordinating", Said::en("With")),
    ("authority", Said::en("Authority")),
    ("by", Said::en("By when")),
    ("product_said", Said::en("Product")),
    ("reported_said", Said::en("Reported")),
    ("cost_said", Said::en("Cost")),
    ("paid_by", Said::en("Paid by")),
    ("on_time_said", Said::en("Chance on time")),
    ("money_said", Said::en("Promised, spent, unspent")),
    ("in_time_said", Said::en("Chance spent in time")),
];

/// Said in place of a chance on time, where the product is money.
pub const ITS_PRODUCT_IS_MONEY: Said = Said::en("its product is money");

/// Said where no amount is promised.
pub const NO_PROMISE: Said = Said::en("no amount is promised");

/// Said in place of a chance that money is spent, where the product is something else.
pub const NOT_MONEY: Said = Said::en("its product is not money");

/// Money promised, spent and unspent.
pub fn promised(promised: f64, spent: f64, unspent: f64) -> String {
    [promised, spent, unspent].map(money_figure).join("; ")
}

/// What cannot be spent of the money a policy promises.
pub fn cannot_be_spent(promised: f64, spent: f64, unspent: f64, currency: &str) -> String {
    let [promised, spent, unspent] = [promised, spent, unspent].map(money_figure);
    format!(
        "Of {promised} {currency} promised, {spent} are spent and {unspent} are not: what is not spent lapses, waits past \
         the last year or finds nothing to buy, and helps nobody."
    )
}

/// What is left of the things a policy buys.
pub fn residual(left: f64, cost: f64, last: Year, currency: &str) -> String {
    format!(
        "Residual value: at the end of {last} what it buys is still worth {} of its {} {currency} (constant prices; each thing \
         loses as much of its worth every year after it opens, over the life of its kind).",
        money_figure(left),
        money_figure(cost)
    )
}

/// A task by its id and what it does.
pub fn task(id: &str, summary: &str) -> String {
    format!("`{id}`: {summary}")
}

/// Said where nobody, or no year, is named.
pub const NOT_NAMED: Said = Said::en("not named");

/// Said where nothing is paid.
pub const NOBODY: Said = Said::en("nobody: no cost");

/// A cost with its range.
pub fn cost(mean: f64, low: f64, high: f64) -> String {
    let [mean, low, high] = [mean, low, high].map(money_figure);
    if low == high && mean == low {
        mean
    } else {
        format!("{mean} ({low} to {high})")
    }
}

/// The chance that a product is there in time; `of_those` where the policy acts in some futures only.
pub fn on_time(chance: &str, sampling: &str, of_those: bool) -> String {
    let of = if of_those { ", where it acts" } else { "" };
    format!("{chance}{of} ({sampling})")
}

/// The chance that a product is there at the end of a run that sees no deadline.
pub fn there_by(chance: &str, last: Year) -> String {
    format!("{chance} by {last}")
}

/// Said of a policy that no future gives cause to act.
pub const NEVER_ACTS: Said = Said::en("it acts in no future lived");

/// What is said of a policy, by its id.
pub fn of_policy(id: &str, said: &str) -> String {
    format!("`{id}`: {}", lower_first(said))
}

/// Money that was offered and could not be absorbed.
pub fn not_absorbed(offered: f64, spent: f64, over: f64, currency: &str) -> String {
    format!(
        "Of {} {currency} offered, {} are spent; {} lapse because they cannot be absorbed: there is no room for more \
         beds or stations a year.",
        money_figure(offered),
        money_figure(spent),
        money_figure(over)
    )
}

/// What a policy waits for.
pub fn waits(what: &str) -> String {
    format!(
        "What it waits for: {what}. A future is judged at each year-end; the policy acts from the next year on and costs \
         nothing where it does not act."
    )
}

/// In how many futures a policy that waits acts, and since when.
pub fn acts_in(chance: &str, first: [Option<Year>; 3]) -> String {
    match first {
        [Some(low), Some(middle), Some(high)] if low == high => {
            format!("It acts in {chance} futures, first in {middle}.")
        }
        [Some(low), Some(middle), Some(high)] => format!(
            "It acts in {chance} futures, first in {middle} in the middle one of these (8 in 10 of them: {low} to {high})."
        ),
        _ => format!("{}.", upper_first(&NEVER_ACTS)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_names_are_told_and_the_rest_counted() {
        assert_eq!(named(&["A"]), "A");
        assert_eq!(named(&["A", "B"]), "A and B");
        assert_eq!(named(&["A", "B", "C", "D", "E"]), "A, B, C, D and E");
        assert_eq!(
            named(&["A", "B", "C", "D", "E", "F"]),
            "A, B, C, D and 2 more"
        );
    }

    #[test]
    fn what_a_policy_waits_for_reads_as_a_sentence() {
        let beds = what("Hospital beds per 10,000 people", None);
        assert_eq!(
            waits_behind(&beds, Unit::Per10k, 0.5, Year(2030)),
            "hospital beds per 10,000 people: behind the straight line to the target of 2030 by more than 0.5"
        );
        let full = what("Occupancy of central hospitals", Some("Nörth"));
        assert_eq!(
            waits_above(&full, Unit::Share, 0.9),
            "occupancy of central hospitals (Nörth): above 90%"
        );
        assert_eq!(distance(Unit::Share, 0.02), "2 points");
        assert_eq!(
            acts_in("about 4 in 10", [2027, 2029, 2031].map(|y| Some(Year(y)))),
            "It acts in about 4 in 10 futures, first in 2029 in the middle one of these (8 in 10 of them: 2027 to 2031)."
        );
        assert_eq!(acts_in("", [None; 3]), "It acts in no future lived.");
    }

    #[test]
    fn small_costs_keep_a_decimal() {
        assert_eq!(cost(4.25, 3.0, 5.5), "4.2 (3 to 5.5)");
        assert_eq!(cost(12345.6, 12345.6, 12345.6), "12,346");
        assert_eq!(cost(-3000.0, -4000.0, -2000.0), "−3,000 (−4,000 to −2,000)");
    }
}
