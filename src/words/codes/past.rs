//! Codes of tables of the past: what was published, and what came.

use super::{Code, refuses};

/// Codes about looking back.
pub(super) const CODES: &[Code] = &[
    refuses(
        "hindcast::no-people",
        "A count of a province has neither people of the same year to be held against nor a rate beside it.",
        "Add a row `population` (thousand persons) of the province and year, or a row of the rate.",
    ),
    refuses(
        "hindcast::not-known-by",
        "A forecast uses a row that was published after the year named by --known-by.",
        "Leave that origin out or name a later year; without --known-by such rows are used, counted and listed.",
    ),
    refuses(
        "hindcast::nothing-to-score",
        "No row of a file of what came tells of a place, count and year that was forecast or put down.",
        "The message names what was: provinces and the nation for one to five years after an origin, or the indicators of predictions.csv.",
    ),
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
        "hindcast::unknown-origin",
        "Nothing was published from which a forecast of this origin could start.",
        "Name one or more of the origins that the message lists.",
    ),
    refuses(
        "hindcast::unknown-place",
        "A row of a file of what came names a province by another code than the base does.",
        "`carecast list provinces` shows the codes of today's units.",
    ),
    refuses(
        "hindcast::wrong-mark",
        "A row of an origin says that it was known then though it was published more than a year later, or the other way round.",
        "Correct the year of publication, or the mark: looking back uses what was not known then, and counts and lists it.",
    ),
];
