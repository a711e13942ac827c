//! Messages about indicators and milestones that a scenario declares.

use crate::said::messages;

messages! {
    bad_id(id) = "\"{id}\" cannot be the id of an indicator"
        => "write small letters, digits and _, such as \"health_books\"";
    bad_milestone_id(id) = "\"{id}\" cannot be the id of a milestone"
        => "write small letters, digits and hyphens, such as \"oncology-centre\"";
    known(id) = "there is an indicator \"{id}\" already"
        => "give this one another id, or ask that one: `carecast list indicators` prints them all";
    known_milestone(id) = "there is a milestone \"{id}\" already"
        => "give this one another id, or ask that one: `carecast list milestones` prints them all";
    unknown(id, help) = "there is no indicator \"{id}\"" => "{help}";
    does_not_add(id) = "{id} does not add up: shares, spreads and averages of others have no sum"
        => "add what is counted per 10,000 people, per station, in heads or in money";
    other_unit(id, first) = "{id} is not counted as {first} is"
        => "a sum is of indicators of one unit that are read in the same places";
    twice(id) = "{id} is in the sum already, or what it is judged on is" => "leave it out";
    one_part() = "a sum is of two indicators or more" => "ask the one itself, or name another";
    no_source(id) = "the figures of {id} come from nowhere"
        => "add `source: \"...\"`, and `reason: \"...\"`: why these laws hold its own past";
    milestone_without_source() = "a milestone says where it stands" => "add `source: \"...\"`, the document that plans it";
    nothing_followed() = "this base follows no indicator: what that takes is not in its assumptions"
        => "add track.province_ratio to assumptions.ron of the base";
    no_milestones() = "this base has no milestones: what they take is not in its assumptions"
        => "add milestone.on_time to assumptions.ron of the base";
    outside(value, low, high) = "the level {value} does not lie between {low} and {high}"
        => "write a share as a fraction, or state `low` and `high`";
    no_province(code, help) = "there is no province \"{code}\"" => "{help}";
    no_class(class, help) = "there is no class \"{class}\" of real projects" => "{help}";
    planned_before(planned, base) = "the milestone is planned for {planned}, and {base} is over"
        => "write a year of the run";
}

/// Classes of real projects a base has.
pub(crate) fn classes(known: &[&str]) -> String {
    format!("the base has {}", known.join(", "))
}

/// What is counted, of an indicator that a scenario declares.
pub(crate) fn declared(title: &str) -> String {
    format!("declared by the scenario: {title}")
}

/// What a law of a declared indicator is of, and its unit.
pub(crate) fn law(what: &str, title: &str) -> (String, String) {
    let (meaning, unit) = match what {
        "trend" => ("movement a year without any initiative", "its unit a year"),
        "noise_sd" => ("sd of the yearly shock", "its unit"),
        "observation_sd" => ("sd of the error of published figures", "its unit"),
        "province_sd" => ("sd between provinces where none is published", "its unit"),
        "response" => (
            "most an initiative adds to a year\'s movement",
            "its unit a year",
        ),
        _ => (
            "yearly money at which an initiative has 63 % of its most",
            "billion a year per million people",
        ),
    };
    (format!("{title}: {meaning}"), unit.to_owned())
}
