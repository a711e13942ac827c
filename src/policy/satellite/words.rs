//! What is said of [`SatelliteHospitals`](super::SatelliteHospitals).

use crate::said::messages;
use crate::words::codes::{Code, refuses, warns};
use crate::words::tasks::named;

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    refuses(
        "satellite::core-too-small",
        "A regional hospital is named as the one that teaches.",
        "A core hospital is of the central or the provincial level: `carecast list facilities --level central`.",
    ),
    refuses(
        "satellite::link-twice",
        "The same two hospitals are linked twice in the same specialty.",
        "Keep one of the two links.",
    ),
    refuses(
        "satellite::not-a-provincial-hospital",
        "The hospital that learns is not owned by a province.",
        "Name a hospital of the province, such as its general hospital.",
    ),
    warns(
        "satellite::other-specialty",
        "A specialised hospital hands down a specialty it is not listed for.",
        "Right if the hospital has such a department; else change the specialty.",
    ),
    refuses(
        "satellite::own-satellite",
        "A hospital is linked with itself.",
        "Name the hospital that learns in `satellite`.",
    ),
    refuses(
        "satellite::private-core",
        "A private hospital is named as the one that teaches.",
        "A core hospital is a public one of the central or the provincial level.",
    ),
    refuses(
        "satellite::starts-outside-horizon",
        "A link starts in a year the run does not reach, or in one the policy does not act in.",
        "Change `from` of the link, or `from` and `to` of the policy.",
    ),
    refuses(
        "satellite::touches-nothing",
        "A policy links no hospitals.",
        "Add at least one link, or take the policy out.",
    ),
    warns(
        "satellite::turned-around",
        "A hospital that specialises in the specialty of a link is the one that learns, from one that does not.",
        "Exchange `core` and `satellite`, unless it is meant so.",
    ),
    refuses(
        "satellite::unknown-hospital",
        "No hospital has the code given in `core` or `satellite`.",
        "`carecast list facilities --match TEXT` finds the code; stations are not hospitals.",
    ),
    refuses(
        "satellite::unknown-specialty",
        "The base counts no referrals in the specialty.",
        "Take one of the specialties the message lists; referrals.csv of the base holds them.",
    ),
    warns(
        "satellite::year-left-out",
        "One link of a policy has no year of its own while others have; it starts in the first year of the policy.",
        "Add `from` to the link, or leave it out of all links of the policy.",
    ),
];

pub(super) const STARTS: &str = "the link starts in";

messages! {
    no_links() = "this policy links no hospitals"
        => "add at least one link, or take the policy out";
    year_left_out(start)
        = "this link has no year of its own, others of the policy have: it starts with the policy in {start}"
        => "add `from` to the link, or leave it out of all";
    link_twice(core, specialty, satellite) = "\"{core}\" already hands {specialty} down to \"{satellite}\""
        => "keep one of the two links";
    linked_already(policy, specialty) = "the policy \"{policy}\" already links these two in {specialty}"
        => "keep one of the two links";
    own_satellite() = "a hospital cannot be its own satellite"
        => "name the hospital that learns";
    private_core(core) = "{core} is private and cannot be a core hospital"
        => "a core hospital is a public one of the central or the provincial level";
    core_too_small(core) = "{core} is a regional hospital and cannot be a core hospital"
        => "a core hospital is of the central or the provincial level";
    not_provincial(hospital) = "{hospital} is not owned by a province"
        => "a satellite is a hospital of the province, such as its general hospital";
    unknown_specialty(specialty, help) = "the base counts no referrals in the specialty \"{specialty}\""
        => "{help}";
    other_specialty(core, listed, asked) = "{core} is listed for {listed}, not for {asked}"
        => "right if the hospital has such a department; else change the specialty";
    turned_around(satellite, specialty, core)
        = "\"{satellite}\" specialises in {specialty} and would learn it from \"{core}\", which does not"
        => "were `core` and `satellite` exchanged?";
}

/// The product of links between hospitals: all of them open.
pub(super) fn links(satellites: &[&str], links: usize) -> String {
    let links = if links == 1 {
        "1 link".to_owned()
    } else {
        format!("{links} links")
    };
    format!("{links} open to {}", named(satellites))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_product_is_said_in_a_line() {
        assert_eq!(links(&["A"], 1), "1 link open to A");
        assert_eq!(links(&["A", "B"], 3), "3 links open to A and B");
    }
}
