//! What is said around the figures of a place.

use super::number::grouped;
use crate::base::Source;
use crate::units::Year;

/// Unit of a hospital's figure.
pub const BEDS: &str = "beds";
/// Unit of a milestone's figure.
pub const PLANNED: &str = "planned year";
/// Note of a hospital that no list names.
pub const MADE_UP: &str = "made up: no list names it; number and size agree with published totals";

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
        "`carecast facts {code} --csv` prints the rows to correct; `carecast base --write DIR` makes a base to correct them in"
    )
}

/// Where corrected rows belong.
pub fn correct_in(name: &str) -> String {
    format!(
        "Correct these rows of {name} in the tables named above, in a base made with `carecast base --write DIR`: give value, \
         range, your source and its grade. `carecast check SCENARIO --base DIR` says what no longer adds up."
    )
}
