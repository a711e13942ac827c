//! What the index of the library says.

use super::command::duration;
use super::number::{self, whole};
use super::report::{lower_first, upper_first};
use crate::results::Unit;
use crate::units::Year;

/// Title of the index.
pub const TITLE: &str = "Questions and answers";

/// What the index is.
pub fn lead(questions: usize) -> String {
    format!(
        "{questions} questions about the network, each lived in the same futures. Chances are shares of these futures. \
         Numbers against the baseline come from the same futures with and without the decisions."
    )
}

/// Columns of the list of questions.
pub const COLUMNS: [&str; 3] = ["Scenario", "Question", "Time"];

/// How an answer was made.
pub fn made(name: &str, futures: u32, seconds: f64) -> String {
    format!(
        "carecast run {name}: {} futures in {}.",
        whole(f64::from(futures)),
        duration(seconds)
    )
}

/// Link to a run's page.
pub const REPORT: &str = "The whole report";

/// Heading of what moved.
pub const CHANGES: &str = "Changes that move the numbers";

/// What moved since the answers were written.
pub fn changes(many: usize) -> String {
    match many {
        0 => "Every answer agrees with those this version of the program was made with, within sampling.".into(),
        n => format!("{n} numbers differ from those this version of the program was made with, by more than sampling explains, or came or went:"),
    }
}

/// A number that moved.
pub fn has_moved(
    scenario: &str,
    name: &str,
    scope: &str,
    year: Year,
    then: &str,
    now: &str,
) -> String {
    format!("{scenario}: {name} ({scope}, {year}) was {then} and is {now}")
}

/// A number that is gone.
pub fn is_gone(scenario: &str, name: &str, scope: &str, year: Year) -> String {
    format!("{scenario}: {name} ({scope}, {year}) is no longer answered")
}

/// A number that came.
pub fn is_new(scenario: &str, name: &str, scope: &str, year: Year) -> String {
    format!("{scenario}: {name} ({scope}, {year}) is new")
}

/// What a cost is.
pub const COST: &str = "all costs of all years together, constant prices";

/// A chance, and what the baseline gives where it differs; `exact` are both, where they differ though
/// they read alike.
pub fn chance(asks: &str, now: &str, then: Option<&str>, exact: Option<(f64, f64)>) -> String {
    let asks = lower_first(asks);
    let percent = |value: f64| number::decimal(value * 100.0, 1);
    match (then, exact) {
        (_, Some((now, then))) => {
            format!("{asks}: {}% (baseline: {}%)", percent(now), percent(then))
        }
        (Some(then), _) => format!("{asks}: {now} (baseline: {then})"),
        (None, _) => format!("{asks}: {now}"),
    }
}

/// The chances in one sentence.
pub fn chances(all: &[String]) -> Option<String> {
    (!all.is_empty()).then(|| format!("{}.", upper_first(&all.join("; "))))
}

/// How many of the headline targets have the baseline's chance.
pub fn alike(targets: usize, told: usize) -> Option<String> {
    match (targets, told) {
        (0, _) => None,
        (1, 0) => Some("The headline target has the baseline's chance, to half a point.".into()),
        (n, 0) => Some(format!(
            "All {n} headline targets have the baseline's chances, to half a point."
        )),
        (1, _) => {
            Some("The other headline target has the baseline's chance, to half a point.".into())
        }
        (n, _) => Some(format!(
            "The other {n} headline targets have the baseline's chances, to half a point."
        )),
    }
}

/// A mean as an answer prints it: money with its currency.
pub fn amount(unit: Unit, value: f64, currency: &str) -> String {
    match unit {
        Unit::Money => format!("{} {currency}", number::value(unit, value)),
        _ => number::value(unit, value),
    }
}

/// A change of one year.
pub fn change(year: Year, then: &str, now: &str) -> String {
    format!("from {then} to {now} in {year}")
}

/// An indicator that moved against the baseline.
pub fn moved(title: &str, changes: &[String]) -> String {
    format!("{} {}", lower_first(title), changes.join(" and "))
}

/// What moved against the baseline.
pub fn against_baseline(moved: &[String]) -> String {
    if moved.is_empty() {
        "Nothing its policies are for moves by a printed digit against the baseline.".into()
    } else {
        format!("Means against the baseline: {}.", moved.join("; "))
    }
}

/// What it costs beyond the baseline.
pub fn cost(more: f64, currency: &str, last: Year) -> String {
    let amount = whole(more.abs());
    let what = if more >= 0.0 { "more" } else { "less" };
    format!(
        "All payers together spend {amount} {currency} {what} than in the baseline up to {last}, at constant prices."
    )
}

/// The head of the library's page.
pub const LIBRARY: &str = "\
# The questions that come with carecast

Each file here is a question, with its sources in comments. `carecast run NAME` answers one, `carecast gallery` all of
them. The answers below come from as many futures as `answers.csv` says beside each number; a test lives every question
again, holds these numbers against what it finds, and the paragraphs against the numbers.
";
