//! Units as tables and pages print them.

use crate::results::Unit;
use crate::said::{Said, Told};

/// The unit of a column of tables, where shares are fractions.
pub fn unit_in_tables(unit: Unit, currency: &Told) -> Told {
    let said = match unit {
        Unit::Per10k => Said::new("per 10,000 people", "trên 10.000 dân"),
        Unit::Share => Said::new("fraction", "tỷ lệ"),
        Unit::Count => Said::new("count", "số lượng"),
        Unit::Money => return currency.clone(),
        Unit::PerStation => Said::new("per station", "trên một trạm"),
        Unit::Ratio => Said::new("ratio", "lần"),
        Unit::Years => Said::new("years", "tuổi"),
        Unit::Per100 => Said::new("per 100", "trên 100"),
    };
    said.into()
}

/// The unit as a page prints it after a number; empty where the title or the number carries it.
pub fn unit_on_pages(unit: Unit, currency: &Told) -> String {
    match unit {
        Unit::Share | Unit::Count | Unit::Ratio => String::new(),
        other => unit_in_tables(other, currency).text().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_fractions_in_tables() {
        assert_eq!(unit_in_tables(Unit::Share, &"VND".into()).en, "fraction");
        assert_eq!(
            unit_in_tables(Unit::Money, &"billion VND".into()).en,
            "billion VND"
        );
        assert_eq!(unit_on_pages(Unit::Share, &"VND".into()), "");
    }
}
