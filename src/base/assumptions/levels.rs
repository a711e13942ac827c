//! A number that is large because its country is large belongs to that country alone: a base of
//! another code that still holds it is refused, with its own numbers to fill in.

use super::{Assumption, AssumptionBook, Distribution};
use crate::base::Base;
use crate::base::TableProblem;
use crate::base::tables::Reader;
use crate::messages::base as messages;
use std::fmt::Write;

const FILE: &str = "assumptions.ron";

/// Sizes of one thing: levels of a country, but not larger where more people live.
const SIZES: &[&str] = &["capex.project_size", "priv.size"];

/// The country a base is about, as far as its levels need it.
#[derive(Clone, Copy, Debug)]
pub struct Land<'a> {
    /// Its code, as in `country.csv`.
    pub code: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Its currency, with the scale.
    pub currency: &'a str,
    /// Its people, where the table of the nation is readable.
    pub people: Option<f64>,
}

/// Refuses the levels of another country in one problem that lists them all and holds a block to
/// paste: counts scaled by people, prices and sizes left open.
pub fn own(reader: &mut Reader<'_>, book: &AssumptionBook, land: Land<'_>) {
    let foreign: Vec<&Assumption> = book.all.iter().filter(|a| is_foreign(a, land)).collect();
    let Some(first) = foreign.first() else {
        return;
    };
    let line = reader.line_of_assumption(FILE, &first.id);
    let ids: Vec<String> = foreign.iter().map(|a| format!("`{}`", a.id)).collect();
    let said = messages::levels_of_another(&ids, land.name, land.code, &block(&foreign, land));
    let problem = TableProblem::of("base::levels-of-another-country", FILE, line, said);
    reader.problems.push(problem);
}

/// Whether a number is the level of a country that this one is not: it says so, or it is a level
/// of the built-in base, taken over as it stands.
fn is_foreign(a: &Assumption, land: Land<'_>) -> bool {
    if !a.level_of.is_empty() {
        return a.level_of != land.code;
    }
    // Loaded only for other countries: the built-in base does not ask for itself.
    let base = match land.code {
        "viet-nam" => return false,
        _ => Base::builtin(),
    };
    base.assumptions.get(&a.id).is_some_and(|known| {
        !known.level_of.is_empty()
            && known.level_of != land.code
            && known.distribution == a.distribution
    })
}

/// The assumptions as this country would write them.
fn block(foreign: &[&Assumption], land: Land<'_>) -> String {
    let of_another = match land.code {
        "viet-nam" => None,
        _ => Some(Base::builtin()),
    };
    let mut text = String::new();
    for a in foreign {
        let ratio = of_another
            .as_deref()
            .filter(|base| a.level_of.is_empty() || a.level_of == base.code)
            .zip(land.people)
            .map(|(base, people)| people / base.population())
            .filter(|ratio| is_count(a) && ratio.is_finite() && *ratio > 0.0);
        let law = ratio.and_then(|ratio| scaled(&a.distribution, ratio));
        let (law, range, reason) = match (law, ratio) {
            (Some(law), Some(ratio)) => {
                let (low, high) = a.range.unwrap_or_else(|| around(&a.distribution));
                (
                    written(&law),
                    format!("({:?}, {:?})", round(low * ratio), round(high * ratio)),
                    messages::scaled_by_people(round(ratio)),
                )
            }
            _ => (
                "Triangular(low: , mode: , high: )".to_owned(),
                "(, )".to_owned(),
                String::new(),
            ),
        };
        let range = match a.distribution.is_drawn() || law.starts_with('T') {
            true => String::new(),
            false => {
                let held = match a.held.as_str() {
                    "" => messages::SCALED.text(),
                    held => held,
                };
                format!("range: Some({range}), held: {held:?}, ")
            }
        };
        let _ = writeln!(
            text,
            "    (id: {:?}, level_of: {:?}, meaning: {:?}, unit: {:?}, distribution: {law}, {range}grade: E, reason: {reason:?}),",
            a.id,
            land.code,
            a.meaning,
            a.unit
                .replace("billion VND", land.currency)
                .replace("million VND", &super::currency::thousandth(land.currency)),
        );
    }
    text
}

/// Whether a level is a number of people, beds or houses in the country.
fn is_count(a: &Assumption) -> bool {
    let counted = ["persons", "beds", "hospitals", "visits", "stays"];
    counted.iter().any(|unit| {
        a.unit
            .strip_prefix(unit)
            .is_some_and(|rest| matches!(rest, "" | " per year"))
    }) && !SIZES.contains(&a.id.as_str())
}

/// The law of a count where there are `ratio` times as many people.
fn scaled(law: &Distribution, ratio: f64) -> Option<Distribution> {
    let times = |v: f64| round(v * ratio);
    Some(match *law {
        Distribution::Fixed(v) => Distribution::Fixed(times(v)),
        Distribution::Normal { mean, sd } => Distribution::Normal {
            mean: times(mean),
            sd: times(sd),
        },
        Distribution::LogNormal { median, sigma } => Distribution::LogNormal {
            median: times(median),
            sigma,
        },
        Distribution::Triangular { low, mode, high } => Distribution::Triangular {
            low: times(low),
            mode: times(mode),
            high: times(high),
        },
        Distribution::Uniform { low, high } => Distribution::Uniform {
            low: times(low),
            high: times(high),
        },
        Distribution::Percentiles(ref all) => {
            Distribution::Percentiles(all.iter().map(|p| p.at(times(p.told().1))).collect())
        }
        Distribution::Profile(_)
        | Distribution::Beta(..)
        | Distribution::Choice(_)
        | Distribution::Variants(_) => return None,
    })
}

/// A range a fifth to each side, for a fixed count that had none.
fn around(law: &Distribution) -> (f64, f64) {
    let value = law.most_likely();
    (value * 0.8, value * 1.2)
}

/// Three digits that count: more would claim to know the country.
fn round(value: f64) -> f64 {
    format!("{value:.2e}").parse().unwrap_or(value)
}

/// A law as the file writes it.
fn written(law: &Distribution) -> String {
    match law {
        Distribution::Fixed(v) => format!("Fixed({v:?})"),
        Distribution::Profile(shares) => format!("Profile({shares:?})"),
        Distribution::Normal { mean, sd } => format!("Normal(mean: {mean:?}, sd: {sd:?})"),
        Distribution::LogNormal { median, sigma } => {
            format!("LogNormal(median: {median:?}, sigma: {sigma:?})")
        }
        Distribution::Triangular { low, mode, high } => {
            format!("Triangular(low: {low:?}, mode: {mode:?}, high: {high:?})")
        }
        Distribution::Uniform { low, high } => format!("Uniform(low: {low:?}, high: {high:?})"),
        Distribution::Beta(a, b) => format!("Beta({a:?}, {b:?})"),
        Distribution::Choice(ways) => format!("Choice({ways:?})"),
        Distribution::Percentiles(all) => format!("Percentiles({all:?})"),
        Distribution::Variants(_) => crate::source::options()
            .to_string(law)
            .expect("a law has a RON form"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_amount_head_and_bed_of_the_built_in_book_says_whose_it_is() {
        for a in &Base::builtin().assumptions.all {
            let level = a.unit.contains("VND") || is_count(a) || SIZES.contains(&a.id.as_str());
            let expected = if level { "viet-nam" } else { "" };
            assert_eq!(a.level_of, expected, "{} in {}", a.id, a.unit);
        }
    }

    #[test]
    fn a_count_keeps_its_order_when_it_is_scaled() {
        let law = Distribution::Triangular {
            low: 6500.0,
            mode: 8500.0,
            high: 10500.0,
        };
        let small = scaled(&law, 1.0 / 102.35).unwrap();
        assert_eq!(small.fault(), None);
        assert_eq!(
            written(&small),
            "Triangular(low: 63.5, mode: 83.0, high: 103.0)"
        );
    }
}
