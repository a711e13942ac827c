//! Money of an assumption is in the currency of the country, and in one of two scales: that of
//! `country.csv` for amounts, and a thousandth of it for pay, student years and bed-years.

use super::{Assumption, AssumptionBook, Land};
use crate::base::tables::Reader;
use crate::base::{Base, TableProblem};
use crate::messages::base as messages;

const FILE: &str = "assumptions.ron";

/// Words of scale, each a thousand times the one before.
const SCALES: &[&str] = &["", "thousand", "million", "billion", "trillion"];

/// Beginnings of the ids that count a thousandth of the currency.
const SMALL: &[&str] = &["cost.pay_", "cost.student_year_", "cost.bed_year"];

/// A currency with its scale: `million crowns`.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Currency<'a> {
    /// Position of its scale.
    scale: usize,
    /// Its name.
    name: &'a str,
}

impl<'a> Currency<'a> {
    fn of(text: &'a str) -> Currency<'a> {
        let (first, rest) = text.split_once(' ').unwrap_or(("", text));
        match SCALES.iter().position(|s| *s == first) {
            Some(scale) => Currency { scale, name: rest },
            None => Currency {
                scale: 0,
                name: text,
            },
        }
    }

    /// The currency in words, or a thousandth of it.
    fn words(self, small: bool) -> String {
        match (self.scale, small) {
            (0, true) => format!("1/1000 of {}", self.name),
            (scale, _) => format!(
                "{} {}",
                SCALES[scale - usize::from(small && scale > 0)],
                self.name
            )
            .trim()
            .to_owned(),
        }
    }

    /// Whether a unit counts in it.
    fn is_of(self, unit: &str, small: bool) -> bool {
        let whole = self.words(false);
        if let Some((_, rest)) = unit.split_once("1/1000 of ") {
            return small && rest.starts_with(&whole);
        }
        let Some(at) = unit.find(self.name) else {
            return false;
        };
        let before = unit[..at].trim_end().rsplit(' ').next().unwrap_or("");
        let scale = SCALES.iter().position(|s| *s == before).unwrap_or(0);
        match self.scale {
            0 => !small && scale == 0,
            own => scale + usize::from(small) == own,
        }
    }
}

/// A thousandth of a currency, in words.
pub fn thousandth(currency: &str) -> String {
    Currency::of(currency).words(true)
}

/// Whether an assumption counts a thousandth of the currency.
fn is_small(a: &Assumption) -> bool {
    SMALL.iter().any(|stem| a.id.starts_with(stem))
}

/// Refuses amounts that are not in the currency of the country, each with its line.
pub fn one_scale(reader: &mut Reader<'_>, book: &AssumptionBook, land: Land<'_>) {
    let currency = Currency::of(land.currency);
    if currency.name.is_empty() {
        return; // told of where it is read
    }
    // Loaded only for other countries: the built-in base is held to it by a test.
    let known = match land.code {
        "viet-nam" => None,
        _ => Some(Base::builtin()),
    };
    let is_money = |a: &Assumption| match &known {
        None => a.unit.contains("VND") || is_small(a),
        Some(base) => {
            let there = base.assumptions.get(&a.id);
            is_small(a) || there.is_some_and(|b| b.unit.contains("VND"))
        }
    };
    for a in &book.all {
        let own = a.level_of == land.code;
        if !own || !is_money(a) || currency.is_of(&a.unit, is_small(a)) {
            continue;
        }
        let line = reader.line_of_assumption(FILE, &a.id);
        let expected = currency.words(is_small(a));
        let (amounts, pay) = (currency.words(false), currency.words(true));
        let said = messages::other_currency(&a.id, &a.unit, &expected, amounts, pay);
        let problem = TableProblem::of("base::other-currency", FILE, line, said);
        reader.problems.push(problem);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_is_told_from_another() {
        let crowns = Currency::of("million crowns");
        for (unit, small, fits) in [
            ("million crowns per bed", false, true),
            ("million crowns a year per million people", false, true),
            ("billion crowns per bed", false, false),
            ("million VND per bed", false, false),
            ("thousand crowns per year", true, true),
            ("1/1000 of million crowns per year", true, true),
            ("million crowns per year", true, false),
            ("thousand crowns per bed", false, false),
        ] {
            assert_eq!(crowns.is_of(unit, small), fits, "{unit} {small}");
        }
        let euro = Currency::of("EUR");
        assert!(euro.is_of("EUR per bed", false) && !euro.is_of("million EUR", false));
        assert!(euro.is_of("1/1000 of EUR per year", true) && !euro.is_of("EUR", true));
        assert_eq!(thousandth("billion VND"), "million VND");
        assert_eq!(thousandth("EUR"), "1/1000 of EUR");
    }

    #[test]
    fn the_built_in_book_is_in_one_scale() {
        let base = Base::builtin();
        let currency = Currency::of(&base.currency);
        let mut small = 0;
        for a in base
            .assumptions
            .all
            .iter()
            .filter(|a| a.unit.contains("VND"))
        {
            assert!(
                currency.is_of(&a.unit, is_small(a)),
                "{} in {}",
                a.id,
                a.unit
            );
            small += usize::from(is_small(a));
        }
        assert_eq!(small, 6, "pay of two, student years of three, bed-years");
    }
}
