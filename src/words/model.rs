//! The model's equations in a line each: where every assumption acts, what every policy does to the world.
//! How an indicator is read stands with it.

mod rules;

use crate::said::Said;
pub use rules::rule;

/// Said of a target on a province that publishes no value of a followed indicator.
pub const NO_OWN_VALUE: Said = Said::en(
    "The base has no value of this province: it is taken to lie about the rest of the nation. Read the answer with care.",
);

/// How a followed indicator moves.
pub fn followed() -> &'static str {
    "log odds between the bounds + trend + shock + what initiatives add, each year; published with an error"
}

/// How a milestone is read.
pub fn milestone() -> &'static str {
    "1 from the year in which planned finish + drawn delay is over, else 0; its mean is the share of futures"
}

/// When an indicator is read and how places are put together.
pub fn measured(flow: bool, ratio: bool) -> String {
    let when = if flow {
        "Measure: what happened during the year"
    } else {
        "Measure: as it stands on 31 December"
    };
    if ratio {
        format!("{when}; a region and the nation add tops and bottoms of their provinces")
    } else {
        when.to_owned()
    }
}

/// A published figure of the base year.
pub fn published(value: &str, year: crate::units::Year) -> String {
    format!("{value}, published for the nation at the end of {year}")
}

/// A threshold for an example, where nobody has set one.
pub fn some_threshold(unit: crate::results::Unit) -> f64 {
    use crate::results::Unit;
    match unit {
        Unit::Per10k => 35.0,
        Unit::Share => 0.9,
        Unit::Count => 10_000.0,
        Unit::Money => 100_000.0,
        Unit::PerStation => 4.0,
        Unit::Ratio => 1.5,
        Unit::Years => 75.0,
        Unit::Per100 => 108.0,
    }
}

#[cfg(test)]
mod tests {
    use crate::base::Base;

    #[test]
    fn every_indicator_has_its_equation() {
        for entry in crate::indicator::registry(&Base::builtin()) {
            let told = !entry.equation.is_empty() || entry.is_followed();
            assert!(told, "{}", entry.info.id);
        }
    }
}
