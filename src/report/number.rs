//! Numbers as tables and pages print them.

use crate::results::Unit;

/// A number in a table: twelve significant digits, no trailing zeros, empty when there is none. It
/// depends on the value alone, never on the machine's language.
pub fn cell(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let rounded: f64 = format!("{value:.11e}")
        .parse()
        .expect("a number just printed");
    if rounded == 0.0 {
        "0".into()
    } else {
        format!("{rounded}")
    }
}

/// A number in a table, empty where there is none.
pub fn cell_or_empty(value: Option<f64>) -> String {
    value.map(cell).unwrap_or_default()
}

/// The unit of a column of tables, where shares are fractions.
pub fn unit_in_tables(unit: Unit, currency: &str) -> String {
    match unit {
        Unit::Per10k => "per 10,000 people".into(),
        Unit::Share => "fraction".into(),
        Unit::Count => "count".into(),
        Unit::Money => currency.into(),
        Unit::PerStation => "per station".into(),
        Unit::Ratio => "ratio".into(),
        Unit::Years => "years".into(),
        Unit::Per100 => "per 100".into(),
    }
}

/// The unit as a page prints it after a number; empty where the title or the number carries it.
pub fn unit_on_pages(unit: Unit, currency: &str) -> String {
    match unit {
        Unit::Share | Unit::Count | Unit::Ratio => String::new(),
        other => unit_in_tables(other, currency),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_numbers_are_short_and_lose_nothing_that_counts() {
        let cases = [
            (0.1 + 0.2, "0.3"),
            (-0.0, "0"),
            (1e-13, "0.0000000000001"),
            (34.5, "34.5"),
            (102_350_000.0, "102350000"),
            (2.0 / 3.0, "0.666666666667"),
            (f64::NAN, ""),
        ];
        for (value, expected) in cases {
            assert_eq!(cell(value), expected);
        }
    }

    #[test]
    fn shares_are_fractions_in_tables() {
        assert_eq!(unit_in_tables(Unit::Share, "VND"), "fraction");
        assert_eq!(unit_in_tables(Unit::Money, "billion VND"), "billion VND");
        assert_eq!(unit_on_pages(Unit::Share, "VND"), "");
    }
}
