//! Codes of tables of the past: what was published, and what came.

use super::{Code, refuses};

/// Codes about looking back.
pub(super) const CODES: &[Code] = &[
    refuses(
        "hindcast::published-before",
        "A figure is said to be published before the end of the year that it tells of.",
        "`year` is the year the figure tells of, `published` the year in which it first appeared.",
    ),
    refuses(
        "hindcast::told-twice",
        "Two rows of a table tell of the same place, indicator and year.",
        "Keep one of the two rows.",
    ),
    refuses(
        "hindcast::wrong-mark",
        "A row of an origin says that it was known then though it was published more than a year later, or the other way round.",
        "Correct the year of publication, or the mark: looking back uses what was not known then, and counts and lists it.",
    ),
];
