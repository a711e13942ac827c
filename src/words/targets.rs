//! Sentences about targets: levers that cannot act in time.

use crate::said::Said;
use crate::units::Year;

/// The document of a target that a scenario sets.
pub const SET_BY_SCENARIO: Said = Said::en("set by this scenario");

/// Name of a set of targets of one document and year that are followed, not built from stocks.
pub fn followed_together(document: &str, year: Year) -> String {
    format!("{document}, {year}, followed indicators")
}

/// Name of the goals of one document, whenever each is due.
pub fn goals_together(document: &str) -> String {
    match document == SET_BY_SCENARIO {
        true => "all targets of this scenario".to_owned(),
        false => format!("all goals of {document}"),
    }
}

/// New students finish too late.
pub fn students_too_late(
    plural: &str,
    first: Year,
    study_years: u32,
    target: Year,
) -> Option<String> {
    let licensed = first.plus(study_years as i32 + 1);
    (licensed > target).then(|| {
        format!("places for new students begun in {first} give licensed {plural} from {licensed}: too late for {target}")
    })
}

/// The first students of a policy finish too late.
pub fn classes_too_late(
    policy: &str,
    plural: &str,
    from: Year,
    study_years: u32,
    target: Year,
) -> Option<String> {
    let licensed = from.plus(study_years as i32 + 1);
    (licensed > target).then(|| {
        format!("the policy \"{policy}\" admits its first students in {from}: after {study_years} years of study and one of practice they are licensed as {plural} from {licensed}: too late for {target}")
    })
}

/// Money spent late opens beds after the target's year.
pub fn money_too_late(mean_lag: f64, target: Year) -> String {
    let last = target.plus(-(libm::ceil(mean_lag) as i32));
    format!(
        "a bed opens {mean_lag:.1} years after its money on average: what is spent after {last} mostly opens after {target}"
    )
}
