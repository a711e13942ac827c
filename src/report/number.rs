//! Units as tables and pages print them.

use crate::results::Unit;

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
    fn shares_are_fractions_in_tables() {
        assert_eq!(unit_in_tables(Unit::Share, "VND"), "fraction");
        assert_eq!(unit_in_tables(Unit::Money, "billion VND"), "billion VND");
        assert_eq!(unit_on_pages(Unit::Share, "VND"), "");
    }
}
