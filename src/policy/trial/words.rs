//! What is said of [`TrialHostels`](super::TrialHostels).

use crate::said::messages;
use crate::words::codes::{Code, refuses, warns};

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    warns(
        "trial::no-places",
        "Hostels have no places.",
        "Write how many people can sleep there.",
    ),
    refuses(
        "trial::unknown-province",
        "Hostels stand in a province the base does not have.",
        "`carecast list provinces` shows the codes.",
    ),
];

messages! {
    no_places() = "hostels without places cost nothing and house nobody"
        => "write how many people can sleep there";
}

/// The hostels are open.
pub(super) fn open(places: u32) -> String {
    format!("{places} places open")
}
