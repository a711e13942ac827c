//! What is said of [`TransferToProvince`](super::TransferToProvince).

use crate::said::messages;
use crate::words::codes::{Code, refuses};
use crate::words::tasks::named;

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    refuses(
        "transfer::already-decided",
        "The hospital changes hands already by a decision that is part of the base.",
        "Take it out of the list.",
    ),
    refuses(
        "transfer::not-a-ministry-hospital",
        "Only hospitals of a ministry can be handed over, and this one belongs to somebody else.",
        "`carecast list facilities --owner ministry` shows those that can.",
    ),
    refuses(
        "transfer::touches-nothing",
        "The policy hands over no hospital.",
        "Name at least one hospital, or take the policy out.",
    ),
    refuses(
        "transfer::twice",
        "The same hospital is handed over twice.",
        "Keep one of the two.",
    ),
    refuses(
        "transfer::unknown-hospital",
        "No hospital has the code in the list.",
        "`carecast list facilities --owner ministry` shows the codes.",
    ),
    refuses(
        "transfer::year-outside-horizon",
        "Hospitals would change hands in a year the run does not reach, or in one the policy does not act in.",
        "Change `year`, or `from` and `to` of the policy.",
    ),
];

pub(super) const CHANGE_HANDS: &str = "the hospitals change hands in";

messages! {
    no_hospital() = "this policy hands over no hospital"
        => "name at least one hospital, or take the policy out";
    twice(code) = "\"{code}\" is handed over twice"
        => "keep one of the two";
    by_two_policies(code) = "\"{code}\" is handed over by two policies"
        => "a hospital changes hands once: keep one of the two";
    already_decided(hospital, year)
        = "{hospital} changes hands in {year} already: that is decided and part of the base"
        => "take it out of this list";
    owned_privately(hospital) = "{hospital} belongs to private owners already, not to a ministry"
        => "only hospitals of a ministry can be handed over to a province";
    owned_by_province(hospital) = "{hospital} belongs to its province already, not to a ministry"
        => "only hospitals of a ministry can be handed over to a province";
}

/// The product of handovers: the hospitals are the provinces'.
pub(super) fn handed_over(hospitals: &[&str]) -> String {
    let passed = if hospitals.len() == 1 {
        "handed to its province"
    } else {
        "handed to their provinces"
    };
    format!("{} {passed}", named(hospitals))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_product_is_said_in_a_line() {
        assert_eq!(
            handed_over(&["A", "B", "C", "D", "E", "F"]),
            "A, B, C, D and 2 more handed to their provinces"
        );
        assert_eq!(handed_over(&["A"]), "A handed to its province");
    }
}
