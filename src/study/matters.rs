//! How large a difference must be to matter: as the reference states it, else as the options do,
//! else half a point of a chance and half of the last digit a report prints of a value.

use super::Candidate;
use crate::results::Unit;
use crate::scenario::Matters;
use crate::words::number::half_of_last_digit;

/// Smallest difference of a chance where nothing is stated: half a point.
pub const OF_A_CHANCE: f64 = 0.005;

/// The sizes one comparison goes by: all its verdicts hold differences against the same ones.
#[derive(Clone, Debug)]
pub struct Smallest(Matters);

impl Smallest {
    /// What the reference states; of what it does not, the largest size an option states.
    pub fn of(asked: &[Candidate], reference: usize) -> Smallest {
        let mut sizes = Matters::default();
        let others = asked.iter().enumerate().filter(|(o, _)| *o != reference);
        for (_, option) in others {
            let stated = &option.scenario.matters;
            let both = sizes.chances.into_iter().chain(stated.chances);
            sizes.chances = both.reduce(f64::max);
            for (id, size) in &stated.indicators {
                let known = sizes.indicators.entry(id.clone()).or_insert(*size);
                *known = known.max(*size);
            }
        }
        let own = &asked[reference].scenario.matters;
        sizes.chances = own.chances.or(sizes.chances);
        sizes.indicators.extend(own.indicators.clone());
        Smallest(sizes)
    }

    /// Of a chance, as a fraction.
    pub fn of_a_chance(&self) -> f64 {
        self.0.chances.unwrap_or(OF_A_CHANCE)
    }

    /// Of an indicator that is `about` so large.
    pub fn of_a_value(&self, indicator: &str, unit: Unit, about: f64) -> f64 {
        let stated = self.0.indicators.get(indicator).copied();
        stated.unwrap_or_else(|| half_of_last_digit(unit, about))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::file::from_text;
    use crate::scenario::small;

    fn candidate(matters: &str) -> Candidate {
        let text = format!("(title: \"T\", base: \"made-up\", policies: [], matters: ({matters}))");
        let (scenario, _) = from_text("t.ron", &text, small::base()).expect("sound");
        Candidate {
            name: "t".into(),
            file: "t.ron".into(),
            scenario,
        }
    }

    #[test]
    fn the_reference_goes_before_options_and_these_before_the_usual() {
        let beds = "indicators: {\"beds_per_10k\": 0.3}";
        let all = [
            candidate("chances: 0.02"),
            candidate(&format!("chances: 0.1, {beds}")),
        ];
        let sizes = Smallest::of(&all, 0);
        assert_eq!(sizes.of_a_chance(), 0.02);
        assert_eq!(sizes.of_a_value("beds_per_10k", Unit::Per10k, 30.0), 0.3);
        assert_eq!(sizes.of_a_value("x", Unit::Share, 0.3), 0.0005);
        let sizes = Smallest::of(&all, 1);
        assert_eq!(sizes.of_a_chance(), 0.1);
        assert_eq!(Smallest::of(&[candidate("")], 0).of_a_chance(), 0.005);
    }
}
