//! The law lived many times.

use super::Law;
use crate::chance::{Addressed, Key, Process};
use crate::hindcast::rates::Base;
use crate::units::Year;

/// Every shock and error of a law lived alone.
const LIVED: Process = Process::named("hindcast/lived");

/// Log changes from what was published at the origin, replicate by replicate.
#[derive(Clone, Debug, PartialEq)]
pub struct Draws {
    /// Of the nation: `[horizon - 1][replicate]`.
    pub nation: Vec<Vec<f64>>,
    /// Of provinces: `[horizon - 1][place in the base][replicate]`.
    pub provinces: Vec<Vec<Vec<f64>>>,
}

/// Lives the law so many times over so many years.
///
/// In each replicate the path of the nation, the walks of provinces and every error of publication
/// are drawn afresh; the base of a province is what was published with a drawn error.
pub fn live(law: &Law, base: &Base, horizons: usize, replicates: usize, seed: u64) -> Draws {
    let mut dice = Addressed::new(seed, 0, LIVED, Key::of("law"), Year(2000));
    let mut normal = move || dice.normal();
    let places = base.log_rate.len();
    let mut draws = Draws {
        nation: vec![vec![0.0; replicates]; horizons],
        provinces: vec![vec![vec![0.0; replicates]; places]; horizons],
    };
    let kept = 1.0 - law.converge;
    let mut error_of_base = vec![0.0; places];
    let mut walk = vec![0.0; places];
    let mut shock = vec![0.0; places];
    for replicate in 0..replicates {
        let long = law.long + law.long_sd * normal();
        let mut growth = law.now + 0.5 * law.sd * normal();
        let mut grown = 0.0;
        for place in 0..places {
            error_of_base[place] = law.observation_sd * normal();
            walk[place] = 0.0;
        }
        for horizon in 0..horizons {
            growth = long + law.phi * (growth - long) + law.sd * normal();
            if let Some((slowest, fastest)) = law.clip {
                growth = growth.clamp(slowest, fastest);
            }
            grown += growth;
            draws.nation[horizon][replicate] = grown;
            let mut mean = 0.0;
            for place in 0..places {
                shock[place] = law.local_sd * normal();
                mean += base.share[place] * shock[place];
            }
            for place in 0..places {
                let deviation = base.deviation(place) + error_of_base[place];
                walk[place] = kept * walk[place] - law.converge * deviation + shock[place] - mean;
                draws.provinces[horizon][place][replicate] =
                    error_of_base[place] + grown + walk[place] + law.observation_sd * normal();
            }
        }
    }
    draws
}

#[cfg(test)]
mod tests {
    use super::super::tests::law;
    use super::*;

    fn base() -> Base {
        Base {
            provinces: vec![0, 1, 2],
            log_rate: vec![3.0, 2.0, 2.5],
            log_nation: 2.55,
            share: vec![0.5, 0.2, 0.3],
        }
    }

    fn moments(values: &[f64]) -> (f64, f64) {
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        (
            mean,
            (values
                .iter()
                .map(|value| (value - mean).powi(2))
                .sum::<f64>()
                / n)
                .sqrt(),
        )
    }

    #[test]
    fn draws_have_the_moments_of_the_closed_form() {
        let (law, base) = (law(), base());
        let draws = live(&law, &base, 5, 40_000, 7);
        for horizon in 1..=5 {
            let mut cases = vec![(law.nation(horizon), moments(&draws.nation[horizon - 1]))];
            for place in 0..3 {
                let drawn = moments(&draws.provinces[horizon - 1][place]);
                cases.push((law.province(&base, place, horizon), drawn));
            }
            for (closed, (mean, sd)) in cases {
                assert!(
                    (mean - closed.mean).abs() < 5.0 * closed.sd / 200.0,
                    "{horizon}"
                );
                assert!(
                    (sd / closed.sd - 1.0).abs() < 0.02,
                    "{horizon}: {sd} {}",
                    closed.sd
                );
            }
        }
    }

    #[test]
    fn the_clip_holds_every_year_of_growth() {
        let clipped = Law {
            clip: Some((-0.024, 0.087)),
            sd: 0.2,
            ..law()
        };
        let draws = live(&clipped, &base(), 3, 2_000, 3);
        for replicate in 0..2_000 {
            let mut before = 0.0;
            for horizon in 0..3 {
                let grown = draws.nation[horizon][replicate];
                assert!((-0.024 - 1e-12..=0.087 + 1e-12).contains(&(grown - before)));
                before = grown;
            }
        }
    }

    #[test]
    fn one_seed_gives_the_same_numbers() {
        assert_eq!(
            live(&law(), &base(), 2, 50, 1),
            live(&law(), &base(), 2, 50, 1)
        );
        assert_ne!(
            live(&law(), &base(), 2, 50, 1),
            live(&law(), &base(), 2, 50, 2)
        );
    }
}
