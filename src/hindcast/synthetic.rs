//! A past made up from known parameters, in the shape of a real record: what the recipe should find
//! again.
//!
//! The growth of the nation is a first-order autoregression that began long ago; the state series and
//! provincial departments both follow it. Provinces walk about it, converge, and are published with
//! an error, from the rates that they had in the first year of the record. *Growth now* is the path's
//! growth in the origin's year.
//!
//! Simplification: people stay as many as in the first year, territories stay as they were, and
//! printed rates are not rounded.

use super::calibrate::Record;
use super::law::Law;
use crate::chance::{Addressed, Key, Process};
use crate::units;

/// Everything that is made up of one past.
const MADE_UP: Process = Process::named("hindcast/made-up");

/// The luck of one made-up past.
pub fn dice(seed: u64) -> Addressed {
    Addressed::new(seed, 0, MADE_UP, Key::of("past"), units::Year(2000))
}

/// A made-up record and what is true of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    /// What the recipe sees.
    pub record: Record,
    /// The growth of the origin's year.
    pub now: f64,
}

/// Makes a record like `like` (its years, provinces, first rates and gaps) in which `law` holds.
/// Growth now and the clip of the law are not used.
pub fn make(law: &Law, like: &Record, dice: &mut Addressed) -> Made {
    let mut normal = || dice.normal();
    let growths = like.state.len() - 1;
    let spread = law.sd / (1.0 - law.phi * law.phi).sqrt();
    let mut left = spread * normal();
    let mut path = Vec::with_capacity(growths);
    for _ in 0..growths {
        left = law.phi * left + law.sd * normal();
        path.push(law.long + left);
    }
    let mut record = like.clone();
    for (year, growth) in path.iter().enumerate() {
        record.state[year + 1] = record.state[year] * libm::exp(*growth);
    }

    let years = record.years();
    let units = record.count.len();
    let first = |unit: usize| like.count[unit][0].unwrap_or(1.0) / like.population[unit][0];
    let people: f64 = like.population.iter().map(|row| row[0]).sum();
    let share: Vec<f64> = like.population.iter().map(|row| row[0] / people).collect();
    let nation = libm::log(
        (0..units)
            .map(|unit| share[unit] * first(unit))
            .sum::<f64>(),
    );
    let deviation: Vec<f64> = (0..units)
        .map(|unit| libm::log(first(unit)) - nation)
        .collect();
    let mut walk = vec![0.0; units];
    let mut shock = vec![0.0; units];
    let mut grown = 0.0;
    for year in 0..years {
        if year > 0 {
            grown += path[growths - years + year];
            let mut mean = 0.0;
            for unit in 0..units {
                shock[unit] = law.local_sd * normal();
                mean += share[unit] * shock[unit];
            }
            for unit in 0..units {
                walk[unit] -= law.converge * (walk[unit] + deviation[unit]);
                walk[unit] += shock[unit] - mean;
            }
        }
        for unit in 0..units {
            let inhabitants = like.population[unit][0];
            let published =
                nation + deviation[unit] + grown + walk[unit] + law.observation_sd * normal();
            record.population[unit][year] = inhabitants;
            record.count[unit][year] =
                like.count[unit][year].map(|_| inhabitants * libm::exp(published));
        }
    }
    record.changed_in_2008.fill(false);
    Made {
        record,
        now: path[growths - 1],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hindcast::Stock;
    use crate::hindcast::calibrate::{Intervals, calibrate, fit};
    use crate::hindcast::facts::Facts;

    /// The parameters made up, and how often each lay in its interval.
    fn trials(seeds: std::ops::RangeInclusive<u64>) -> [(&'static str, usize); 5] {
        let facts = Facts::built_in();
        let (panel, nation) = facts.until(2013);
        let like = Record::gather(&panel, &nation, Stock::Beds, 2013).unwrap();
        let truth = Law {
            long: 0.02,
            sd: 0.024,
            observation_sd: 0.03,
            local_sd: 0.045,
            ..calibrate(&panel, &nation, Stock::Beds, 2013).unwrap().law
        };
        let mut held = [
            ("now", 0),
            ("long", 0),
            ("sd", 0),
            ("observation_sd", 0),
            ("local_sd", 0),
        ];
        for seed in seeds {
            let mut dice = dice(seed);
            let made = make(&truth, &like, &mut dice);
            let found = fit(&made.record);
            let intervals = Intervals::of(&found, &made.record, 0.9, 199, &mut dice);
            let cases = [
                (intervals.now, made.now),
                (intervals.long, truth.long),
                (intervals.sd, truth.sd),
                (intervals.observation_sd, truth.observation_sd),
                (intervals.local_sd, truth.local_sd),
            ];
            for ((_, number), (interval, truth)) in held.iter_mut().zip(cases) {
                *number += usize::from(interval.holds(truth));
            }
        }
        held
    }

    #[test]
    fn known_parameters_are_found_again() {
        for (parameter, number) in trials(1..=100) {
            assert!((80..=97).contains(&number), "{parameter}: {number} of 100");
        }
    }
}
