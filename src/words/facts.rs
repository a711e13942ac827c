//! What is said around the figures of a place.

use super::number::grouped;
use crate::base::Source;
use crate::said::Said;
use crate::units::Year;

/// Unit of a hospital's figure.
pub const BEDS: Said = Said::en("beds");
/// Unit of a milestone's figure.
pub const PLANNED: Said = Said::en("planned year");
/// Note of a hospital that no list names.
pub const MADE_UP: Said =
    Said::en("made up: no list names it; number and size agree with published totals");

/// What the list is.
pub fn head(name: &str, code: &str, year: Year, stations: usize) -> String {
    format!(
        "{name} ({code}) as the base holds it at the end of {year}; beside what is listed, {} commune stations.\n",
        grouped(stations as f64)
    )
}

/// A source with its title.
pub fn source(source: &Source) -> String {
    format!(
        "{}: {}, {}, {}",
        source.id, source.title, source.publisher, source.date
    )
}

/// How the rows are printed that can be corrected.
pub fn to_correct(code: &str) -> String {
    format!(
        "`carecast facts {code} --figures` prints the figures to correct in a scenario (with --csv: in a table beside it); \
         `carecast facts {code} --csv` prints the rows to correct in a base of your own (`carecast base --write DIR`)"
    )
}

/// Where corrected rows belong.
pub fn correct_in(name: &str) -> String {
    format!(
        "Correct these rows of {name} in the tables named above, in a base made with `carecast base --write DIR`: give value, \
         range, your source and its grade. `carecast check SCENARIO --base DIR` says what no longer adds up."
    )
}

/// Above the raked figures beside those that are published or counted from below.
pub const RAKED: Said = Said::en("Figures that are raked so that provinces add to the nation:");

/// A raked figure with its ratio.
pub fn raked(what: &str, value: f64, per_10k: f64) -> String {
    format!(
        "  {what}: {} raked, {per_10k:.2} per 10,000 people",
        grouped(value)
    )
}

/// Beside it: what was counted from below.
pub fn from_below(value: f64, by: f64) -> String {
    format!(
        "; counted from below {} (raking moved it by {})",
        grouped(value),
        super::figures::by(by / 100.0)
    )
}

/// Beside it: what the province publishes.
pub fn published(per_10k: f64, source: &str, grade: &str) -> String {
    format!(
        "; the province publishes {per_10k} per 10,000 ({source}, {grade}): its targets are judged on that count"
    )
}

/// Above the figures of a scenario.
pub const TO_PASTE: Said = Said::en(
    "\nTo state a figure you know better, paste its line into a scenario, with your value, source and grade:",
);

/// Source of a figure of the base in a line to correct.
pub fn of_the_base(sources: &str) -> String {
    format!("the base: {sources}")
}

/// Reason of an assumed figure of the base in a line to correct.
pub const AS_ASSUMED: Said = Said::en("as the base assumes it");

/// Where corrected figures belong.
pub fn paste_in(name: &str) -> String {
    format!(
        "Keep what you know better of {name}, with your value, source and grade; without `low` and `high` a figure holds in every \
         future. The rest stays as the base has it."
    )
}
