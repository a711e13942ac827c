//! Words of the lists: headings, units, and what is said when nothing is left.

use super::number::{grouped, trimmed};
use crate::results::Unit;
use serde_json::Value;

/// A column's heading: `beds_per_10k` is `beds per 10k`.
pub fn heading(column: &str) -> String {
    column.replace('_', " ")
}

/// A value in a table for people.
pub fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(n) if n.is_i64() => match n.as_i64() {
            // Years are not grouped.
            Some(n) if (1900..=2100).contains(&n) => n.to_string(),
            n => grouped(n.unwrap_or_default() as f64),
        },
        Value::Number(n) => trimmed(n.as_f64().unwrap_or_default(), 6),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// A number with four significant digits.
pub fn rounded(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let scale = 10f64.powi(3 - libm::floor(libm::log10(value.abs())) as i32);
    (value * scale).round() / scale
}

/// An indicator's unit in words.
pub fn unit(unit: Unit, currency: &str) -> String {
    match unit {
        Unit::Per10k => "per 10,000 people".to_owned(),
        Unit::Share => "share".to_owned(),
        Unit::Count => "count".to_owned(),
        Unit::Money => currency.to_owned(),
        Unit::PerStation => "per station".to_owned(),
        Unit::Ratio => "pure number".to_owned(),
        Unit::Years => "years".to_owned(),
        Unit::Per100 => "per 100".to_owned(),
    }
}

/// Where an indicator is read.
pub fn read_for(national_only: bool) -> &'static str {
    if national_only {
        "nation"
    } else {
        "nation, regions, provinces"
    }
}

/// How many rows were shown.
pub fn shown(rows: usize, of: usize, kind: &str) -> String {
    if rows == of {
        format!(
            "{} {kind}; explain one with: carecast explain NAME",
            grouped(of as f64)
        )
    } else {
        format!("{} of {} {kind}", grouped(rows as f64), grouped(of as f64))
    }
}

/// No row passed the filters.
pub fn nothing_left(kind: &str, of: usize) -> String {
    format!(
        "none of the {} {kind} fits all filters; leave one out to see more",
        grouped(of as f64)
    )
}

/// A filter that says nothing about what is listed.
pub fn filter_says_nothing(filter: &str, kind: &str, kinds: &[&str]) -> String {
    format!(
        "{filter} says nothing about {kind}\n  help: it works with {}; --match TEXT works with every list",
        kinds.join(", ")
    )
}

/// A word of a filter that is not known.
pub fn no_such(what: &str, asked: &str, help: &str) -> String {
    format!("there is no {what} \"{asked}\"\n  help: {help}")
}

/// The few words a filter takes.
pub fn one_of(names: &[&str]) -> String {
    format!("choose one of: {}", names.join(", "))
}

/// Where the known names of a place stand.
pub fn see(what: &str) -> String {
    match what {
        "province" => "carecast list provinces shows them all".to_owned(),
        what => format!("carecast list provinces shows every {what}"),
    }
}

/// A scenario we carry does not read: our fault.
pub fn built_in_broken(name: &str, why: &str) -> String {
    format!("the built-in scenario {name} cannot be read: {why}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn cells_are_written_for_people() {
        let cases = [
            (json!(3939), "3,939"),
            (json!(2030), "2030"),
            (json!(0.15), "0.15"),
            (json!(true), "yes"),
            (json!(null), ""),
        ];
        for (value, expected) in cases {
            assert_eq!(cell(&value), expected);
        }
        assert_eq!(rounded(0.012_345), 0.012_35);
        assert_eq!(rounded(0.0), 0.0);
    }
}
