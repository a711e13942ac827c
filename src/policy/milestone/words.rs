//! What is said of [`ReachMilestone`](super::ReachMilestone).

use crate::words::codes::{Code, refuses, warns};

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    warns(
        "milestone::faster-than-any",
        "The planned time is shorter than that of any real project of the milestone's class.",
        "The run plans for that shortest time. Start earlier, or plan for a later year.",
    ),
    refuses(
        "milestone::is-a-project",
        "The milestone is reached when a building project of the base opens, and no policy hastens that.",
        "Choose a milestone that is no project of projects.csv.",
    ),
    warns(
        "milestone::no-effort",
        "With an effort of 0 the work never begins.",
        "Write 1 to finish as planned, or take the policy out.",
    ),
    refuses(
        "milestone::outside-horizon",
        "A milestone is planned for a year the run does not reach, or in which the policy does not act.",
        "Change `by`, or `from` and `to` of the policy, or the `years` of the scenario.",
    ),
    warns(
        "milestone::under-way",
        "The milestone is under way without any policy and planned for the same year or an earlier one.",
        "Plan for an earlier year, or take the policy out.",
    ),
    refuses(
        "milestone::unknown",
        "The base has no milestone of this id.",
        "The milestones are the rows of milestones.csv of the base.",
    ),
];
