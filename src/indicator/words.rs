//! What indicators say that are made from the tables of a base.

use crate::base::{JudgedOn, TrackedIndicator, Weight};
use crate::units::Year;

/// What a followed indicator counts; `own`: codes of the provinces with a value of their own.
pub(super) fn followed(of: &TrackedIndicator, own: &[&str]) -> String {
    let by = match of.weight {
        Weight::People => "people",
        Weight::Facilities => "facilities",
        Weight::Plain => "provinces alike",
    };
    let judged = match of.judged_on {
        JudgedOn::Published => "published, with its error",
        JudgedOn::True => "it is, without error of observation",
    };
    let known = if own.is_empty() {
        "no province has a value of its own: all lie about the nation's".to_owned()
    } else {
        format!(
            "provinces with a value of their own: {}; all others lie about the rest of the nation",
            own.join(", ")
        )
    };
    format!(
        "{}; as {judged}; followed, added up by {by}; {known}",
        of.meaning
    )
}

/// What a sum of others counts.
pub(super) fn together(of: &[&str]) -> String {
    format!("declared by the scenario: the sum of {}", of.join(", "))
}

/// What a milestone counts.
pub(super) fn milestone(planned: Year) -> String {
    format!("1 in futures in which it is reached by the end of the year, planned for {planned}")
}
