//! What is said of figures of the base year that the asker knows better, and of counts that provinces
//! publish of themselves.

use super::number;
use crate::results::OwnCount;
use crate::said::Said;

/// Unit of ratios in the table of figures.
pub const PER_10K: Said = Said::en("per 10,000 people");
/// Unit of heads in the table of figures.
pub const PEOPLE: Said = Said::en("people");

/// Heading of figures of the asker.
pub const HEADING: Said = Said::en("Figures of the asker");

/// What these figures are.
pub const LEAD: Said = Said::en(
    "These figures of the base year are not the base's but the asker's, with the asker's sources. \
    What is published of the nation stays, so the others make room in proportion to what they have; `figures.csv` lists each.",
);

/// Columns of these figures.
pub const COLUMNS: [Said; 6] = [
    Said::en("Figure"),
    Said::en("Place"),
    Said::en("In the base"),
    Said::en("Source there"),
    Said::en("Here"),
    Said::en("Source"),
];

/// Where the base has no figure.
pub const NONE: Said = Said::en("none");

/// Heading of counts that provinces publish of themselves.
pub const OWN_COUNTS: Said = Said::en("Counts that provinces publish of themselves");

/// What these counts are.
pub const OWN_COUNTS_LEAD: Said = Said::en(
    "These provinces publish another figure than the one that is raked so that provinces add \
    to the nation: definitions, coverage or dates differ, and no source says by how much. Stocks and the nation stand on the \
    raked figure; targets and chances of the province are judged on its own count, as far above or below it as at the base \
    year. Medians in tables and maps are those of the raked figure.",
);

/// Columns of these counts.
pub const OWN_COUNTS_COLUMNS: [Said; 6] = [
    Said::en("Province"),
    Said::en("Figure"),
    Said::en("Own count per 10,000"),
    Said::en("Raked per 10,000"),
    Said::en("Difference"),
    Said::en("Source"),
];

/// A figure with its range.
pub fn figure(value: f64, range: Option<(f64, f64)>) -> String {
    match range {
        None => amount(value),
        Some((low, high)) => format!("{} ({} to {})", amount(value), amount(low), amount(high)),
    }
}

fn amount(value: f64) -> String {
    if value.abs() >= 100.0 {
        return number::grouped(value);
    }
    number::trimmed(value, 4)
}

/// A ratio per 10,000 people.
pub fn ratio(value: f64) -> String {
    format!("{value:.1}")
}

/// Where a figure comes from, with its grade.
pub fn from(source: &str, grade: Option<&str>) -> String {
    match (source, grade) {
        ("", None) => String::new(),
        ("", Some(grade)) => format!("({grade})"),
        (source, None) => source.to_owned(),
        (source, Some(grade)) => format!("{source} ({grade})"),
    }
}

/// What the asker's figure makes of a ratio of its place.
pub fn moved(place: &str, what: &str, before: f64, after: f64) -> String {
    format!(
        "{place} begins with {after:.2} {what} per 10,000 people, {before:.2} in the base ({}).",
        by(after / before - 1.0)
    )
}

/// A change with its sign: `+3.1%`.
pub fn by(change: f64) -> String {
    format!("{:+.1}%", change * 100.0).replace('-', "\u{2212}")
}

/// A ratio of a place before and after.
pub fn from_to(place: &str, before: f64, after: f64) -> String {
    format!("{place} from {before:.2} to {after:.2}")
}

/// What the provinces without a figure of the asker make room by.
pub fn made_room(others: usize, what: &str, change: f64, named: &[String]) -> String {
    format!(
        "The other {others} provinces share the difference in {what}: each has {} ({}).",
        by(change),
        named.join(", ")
    )
}

/// That targets of a place are judged on its own count, and why both figures differ.
pub fn judged_on(place: &str, what: &str, own: &OwnCount) -> String {
    format!(
        "{place} publishes {} {what} per 10,000 people at the base year ({}, grade {:?}); raked so that provinces add to the \
         nation it has {}. Its targets are judged on its own count, {:.3} times the raked one in every year. The two differ by \
         definition, coverage or date, and no source says by how much; stocks, costs and the nation stand on the raked figure.",
        ratio(own.published),
        own.source_id,
        own.grade,
        ratio(own.raked),
        own.factor()
    )
}

/// Under a picture of provinces: how many of its figures were raised so that provinces add to the nation.
pub fn raised(raised: usize, of: usize, what: &str, by: f64) -> String {
    format!(
        "Raking to the nation raised the {what} of {raised} of {of} provinces, in the middle by {:.0}%.",
        by * 100.0
    )
}

/// Under a picture of provinces: which of them count otherwise themselves.
pub fn count_otherwise(places: &[String]) -> String {
    format!("Own counts differ: {}.", places.join(", "))
}

/// A province with its own count and the raked one.
pub fn against(place: &str, own: &OwnCount) -> String {
    format!(
        "{place} {} against {}",
        ratio(own.published),
        ratio(own.raked)
    )
}

/// Under the title of a fan: in which count it is drawn.
pub fn counted(own: &OwnCount) -> String {
    format!(
        "In the place's own count, {:.2} times the raked one.",
        own.factor()
    )
}
