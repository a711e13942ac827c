//! What is said of [`ReachMilestone`](super::ReachMilestone).

use crate::said::messages;
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

pub(super) const PLANNED: &str = "the milestone is planned for";

messages! {
    no_effort() = "without effort the work never begins"
        => "1 finishes as planned; or take the policy out";
    unknown(id, help) = "the base has no milestone \"{id}\"" => "{help}";
    is_a_project(id) = "\"{id}\" is reached when its building project opens, which no policy hastens"
        => "choose a milestone that is no project of projects.csv";
    under_way(planned)
        = "this milestone is under way already, planned for {planned}: the policy brings nothing forward"
        => "plan for an earlier year, or take the policy out";
    faster_than_any(planned, class, shortest)
        = "{planned:.0} planned year(s) of work: no real project of the class `{class}` was planned for fewer than {shortest:.1} years"
        => "the run plans for that many years; start earlier or plan for a later year";
}

/// The milestones of a base.
pub(super) fn known(ids: &[&str]) -> String {
    if ids.is_empty() {
        "the base has no milestones: add rows to milestones.csv".to_owned()
    } else {
        format!("the milestones are: {}", ids.join(", "))
    }
}
