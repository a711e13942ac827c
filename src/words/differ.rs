//! What is said of two questions that are held against each other.

use super::number::trimmed;
use super::report::date;
use crate::base::Bound;
use crate::said::Said;
use crate::units::Year;

/// Heading of differences of the base.
pub const BASE: Said = Said::en("base");
/// Heading of differences of the run itself.
pub const RUN: Said = Said::en("the run");
/// Heading of figures in place of the base's.
pub const FIGURES: Said = Said::en("figures of the base year");
/// Heading of differences of assumptions.
pub const ASSUMPTIONS: Said = Said::en("assumptions");
/// Heading of policies that only one of them has.
pub const POLICIES: Said = Said::en("policies");
/// Heading of differences of targets.
pub const TARGETS: Said = Said::en("targets");
/// The base year.
pub const BASE_YEAR: Said = Said::en("base year");
/// The currency.
pub const CURRENCY: Said = Said::en("currency");
/// A table of the base.
pub const TABLE: Said = Said::en("table");
/// The value the base has.
pub const BASES_OWN: Said = Said::en("the base's own");
/// A field that is not written.
pub const LEFT_OUT: Said = Said::en("left out");
/// Unit of shares.
pub const SHARE: Said = Said::en("share");
/// Unit of durations.
pub const DURATION: Said = Said::en("years");
/// Unit of beds.
pub const BEDS: Said = Said::en("beds");
/// Unit of multiples.
pub const MULTIPLE: Said = Said::en("times the ordinary amount");
/// Said when nothing differs.
pub const SAME: Said = Said::en("the same question: inputs, units and targets are equal");

/// Heading of a policy that both have.
pub fn policy(id: &str) -> String {
    format!("policy \"{id}\"")
}

/// A kind of policy and what it does.
pub fn kind(name: &str, summary: &str) -> String {
    format!("{name}: {summary}")
}

/// The years of a run.
pub fn years(first: Year, last: Year) -> String {
    format!("{first} to {last}")
}

/// The unit of an assumption, as a thing of its own.
pub fn unit_of(id: &str) -> String {
    format!("unit of {id}")
}

/// The stated range of an assumption.
pub fn range_of(id: &str) -> String {
    format!("stated range of {id}")
}

/// A range.
pub fn range(low: f64, high: f64) -> String {
    format!("{} to {}", figure(low), figure(high))
}

/// A law with its median and the range that nine futures in ten lie in.
pub fn law(law: &str, median: f64, low: f64, high: f64) -> String {
    format!(
        "{law}, median {}, 5 to 95 %: {}",
        figure(median),
        range(low, high)
    )
}

/// A figure with four digits that say something.
fn figure(value: f64) -> String {
    let size = value.abs();
    let places = if size >= 1000.0 || size == 0.0 {
        0.0
    } else {
        (3.0 - libm::log10(size).floor()).min(9.0)
    };
    trimmed(value, places as usize)
}

/// A target.
pub fn target(
    indicator: &str,
    scope: &str,
    (direction, threshold, form): Bound,
    year: Year,
    document: &str,
) -> String {
    let year = date(form, year);
    let side = form.side(direction).replace('_', " ");
    let up_to = form.up_to.map(|v| format!(" and at most {v}"));
    let up_to = up_to.unwrap_or_default();
    let from = form.from.map(|from| format!(" from {from} on,"));
    let from = from.unwrap_or_default();
    let place = if scope == "nation" {
        String::new()
    } else {
        format!(" in {scope}")
    };
    format!("{indicator}{place} {side} {threshold}{up_to}{from} by {year} ({document})")
}

/// The first line of a comparison.
pub fn sides(a: (&str, &str), b: (&str, &str)) -> String {
    format!("A: {} ({})\nB: {} ({})", a.0, a.1, b.0, b.1)
}

/// A value that is another one.
pub fn other(what: &str, a: &str, b: &str, unit: &str) -> String {
    let unit = match unit {
        "" => String::new(),
        unit => format!(" ({unit})"),
    };
    format!("{what}: {a} → {b}{unit}")
}

/// Something that only one side has.
pub fn only(what: &str, side: &str) -> String {
    format!("{what}, only in {side}")
}
