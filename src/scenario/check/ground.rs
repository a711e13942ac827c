//! The base carries the question: its warnings are passed on, its paths reach the last year, and what
//! its tables speak of exists.

use crate::base::{Base, TableProblem};
use crate::diagnostic::{Problem, Problems, nearest};
use crate::indicator::registry;
use crate::messages::{did_you_mean_name, scenario as messages};
use crate::said::Message;
use crate::units::Year;
use std::ops::RangeInclusive;

/// Warnings of the base that are passed on one by one; the rest is counted.
const MOST_TOLD: usize = 20;

/// Tells of a base that does not carry a run over these years.
pub(super) fn carries(base: &Base, years: &RangeInclusive<Year>, problems: &mut Problems) {
    for warning in base.warnings.iter().take(MOST_TOLD) {
        problems.add(passed_on(warning));
    }
    if let Some(next) = base.warnings.get(MOST_TOLD) {
        let more = base.warnings.len() - MOST_TOLD;
        problems.add(Problem::caution(next.code, messages::more_warnings(more)));
    }
    let last = base.population_path.last().map(|(year, _)| *year);
    if let Some(last) = last.filter(|last| last < years.end()) {
        problems.add(Problem::refusal(
            "base::path-too-short",
            messages::path_too_short(last, years.end()),
        ));
    }
    let known: Vec<String> = registry(base).into_iter().map(|i| i.info.id).collect();
    let exists = |id: &str| known.iter().any(|k| k == id) || crate::base::tracked::is_milestone(id);
    let history = base.history.iter().map(|h| ("history.csv", &h.indicator));
    let targets = base.targets.iter().map(|t| ("targets.csv", &t.indicator));
    let marks = base.marks.iter().map(|t| ("marks.csv", &t.indicator));
    let targets = targets.chain(marks);
    let mut unknown: Vec<(&str, &String, usize)> = Vec::new();
    for (table, id) in history.chain(targets).filter(|(_, id)| !exists(id)) {
        match unknown.iter_mut().find(|(t, i, _)| (*t, *i) == (table, id)) {
            Some((_, _, rows)) => *rows += 1,
            None => unknown.push((table, id, 1)),
        }
    }
    for (table, id, rows) in unknown {
        let help = match nearest(id, known.iter().map(String::as_str)) {
            Some(near) => did_you_mean_name(near),
            None => messages::INDICATORS.into(),
        };
        let mut firsts = base.indicator_rows.iter();
        let first = firsts.find(|(t, i, _)| (*t, i) == (table, id));
        let place = first.map_or(table.to_owned(), |(_, _, line)| format!("{table}:{line}"));
        problems.add(Problem::refusal(
            "base::unknown-indicator",
            messages::nothing_reckons(&place, id, rows, help),
        ));
    }
}

/// A warning of a table, with its place in words.
fn passed_on(warning: &TableProblem) -> Problem {
    let said = Message {
        text: format!("{}: {}", warning.place(), warning.message),
        help: warning.help.clone(),
    };
    Problem::caution(warning.code, said)
}
