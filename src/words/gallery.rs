//! What the index of the library says.

use super::command::duration;
use super::number::{self, grouped};
use super::report::{lower_first, upper_first};
use crate::results::Unit;
use crate::said::Said;
use crate::units::Year;

/// Title of the index.
pub const TITLE: Said = Said::en("Questions and answers");

/// What the index is.
pub fn lead(questions: usize) -> String {
    format!(
        "{questions} questions about the network, each lived in the same futures. Chances are shares of these futures. \
         Numbers against the baseline come from the same futures with and without the decisions."
    )
}

/// Columns of the list of questions.
pub const COLUMNS: [Said; 3] = [Said::en("Scenario"), Said::en("Question"), Said::en("Time")];

/// How an answer was made.
pub fn made(name: &str, futures: u32, seconds: f64) -> String {
    format!(
        "carecast run {name}: {} futures in {}.",
        grouped(f64::from(futures)),
        duration(seconds)
    )
}

/// Link to a run's page.
pub const REPORT: Said = Said::en("The whole report");

/// Heading of what moved.
pub const CHANGES: Said = Said::en("Changes that move the numbers");

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
pub const COST: Said = Said::en("all costs of all years together, constant prices");

/// The scenario that an answer is told against, in a sentence.
fn the(against: &str) -> String {
    match against {
        "baseline" => "the baseline".to_owned(),
        other => other.to_owned(),
    }
}

/// A chance now and then, as `against` gives it where it differs; `exact` are both, where they differ though
/// they read alike.
pub fn chance(
    asks: &str,
    against: &str,
    (now, then): (&str, Option<&str>),
    exact: Option<(f64, f64)>,
) -> String {
    let asks = lower_first(asks);
    let percent = |value: f64| number::decimal(value * 100.0, 1);
    match (then, exact) {
        (_, Some((now, then))) => {
            let (now, then) = (percent(now), percent(then));
            format!("{asks}: {now}% ({against}: {then}%)")
        }
        (Some(then), _) => format!("{asks}: {now} ({against}: {then})"),
        (None, _) => format!("{asks}: {now}"),
    }
}

/// The chances in one sentence.
pub fn chances(all: &[String]) -> Option<String> {
    (!all.is_empty()).then(|| format!("{}.", upper_first(&all.join("; "))))
}

/// How many of the headline targets have the chance they have in `against`.
pub fn alike(targets: usize, told: usize, against: &str) -> Option<String> {
    let the = the(against);
    match (targets, told) {
        (0, _) => None,
        (1, 0) => Some(format!(
            "The headline target has {the}'s chance, to half a point."
        )),
        (n, 0) => Some(format!(
            "All {n} headline targets have {the}'s chances, to half a point."
        )),
        (1, _) => Some(format!(
            "The other headline target has {the}'s chance, to half a point."
        )),
        (n, _) => Some(format!(
            "The other {n} headline targets have {the}'s chances, to half a point."
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

/// What moved against another scenario.
pub fn moved_against(moved: &[String], against: &str) -> String {
    let the = the(against);
    if moved.is_empty() {
        format!("Nothing its policies are for moves by a printed digit against {the}.")
    } else {
        format!("Means against {the}: {}.", moved.join("; "))
    }
}

/// What it costs beyond another scenario.
pub fn cost(more: f64, currency: &str, last: Year, against: &str) -> String {
    let amount = grouped(more.abs());
    let what = if more >= 0.0 { "more" } else { "less" };
    format!(
        "All payers together spend {amount} {currency} {what} than in {the} up to {last}, at constant prices.",
        the = the(against)
    )
}

/// The head of the library's page.
pub const LIBRARY: Said = Said::en("\
# The questions that come with carecast

Each file here is a question, with its sources in comments. `carecast run NAME` answers one, `carecast gallery` all of
them. The answers below come from as many futures as `answers.csv` says beside each number; a test lives every question
again, holds these numbers against what it finds, and the paragraphs against the numbers.
");
