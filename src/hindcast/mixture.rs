//! Several normal laws of a logarithm at once, each with a weight: variants together, or the growths
//! of the past with noise about each.

use super::normal::Gaussian;
use crate::chance::quantile::{normal as quantile, normal_cdf as distribution};

/// Weighted normal laws; weights add up to one.
#[derive(Clone, Debug, PartialEq)]
pub struct Mixture {
    parts: Vec<(f64, Gaussian)>,
}

impl Mixture {
    /// Of these parts, weights in any scale. `None` where no weight is above zero.
    pub fn of(parts: impl IntoIterator<Item = (f64, Gaussian)>) -> Option<Mixture> {
        let mut parts: Vec<(f64, Gaussian)> = parts
            .into_iter()
            .filter(|(weight, _)| *weight > 0.0)
            .collect();
        let all: f64 = parts.iter().map(|(weight, _)| weight).sum();
        for (weight, _) in &mut parts {
            *weight /= all;
        }
        (!parts.is_empty()).then_some(Mixture { parts })
    }

    /// The weighted laws.
    #[cfg(any(test, feature = "internals"))]
    pub fn parts(&self) -> &[(f64, Gaussian)] {
        &self.parts
    }

    fn mean_of(&self, of: impl Fn(&Gaussian) -> f64) -> f64 {
        self.parts
            .iter()
            .map(|(weight, law)| weight * of(law))
            .sum()
    }

    /// The chance of at most this log value.
    pub fn chance_below(&self, log_value: f64) -> f64 {
        self.mean_of(|law| law.chance_below(log_value))
    }

    /// The chance of at least this log value.
    pub fn chance_above(&self, log_value: f64) -> f64 {
        self.mean_of(|law| law.chance_above(log_value))
    }

    /// Log density at this log value: the log score.
    #[cfg(any(test, feature = "internals"))]
    pub fn log_density(&self, log_value: f64) -> f64 {
        libm::log(self.mean_of(|law| libm::exp(law.log_density(log_value))))
    }

    /// The log value below which the chance is `u`, by halving; for `0 < u < 1`.
    pub fn quantile(&self, u: f64) -> f64 {
        // The quantile of a mixture lies between those of its parts.
        let z = quantile(u);
        let ends = self.parts.iter().map(|(_, law)| law.mean + law.sd * z);
        let (mut low, mut high) = ends.fold((f64::MAX, f64::MIN), |(low, high), end| {
            (low.min(end), high.max(end))
        });
        for _ in 0..60 {
            let middle = 0.5 * (low + high);
            if self.chance_below(middle) < u {
                low = middle;
            } else {
                high = middle;
            }
        }
        0.5 * (low + high)
    }

    /// CRPS of what has this log, over what came.
    ///
    /// CRPS is the mean distance to what came, less half the mean distance of two draws; both are
    /// distances of lognormals, which have a closed form (that of an exchange option).
    pub fn crps(&self, came: f64) -> f64 {
        let came = Gaussian {
            mean: came,
            sd: 0.0,
        };
        let to_came = self.mean_of(|law| distance(law, &came));
        let between = self.mean_of(|one| self.mean_of(|other| distance(one, other)));
        (to_came - 0.5 * between) / libm::exp(came.mean)
    }
}

/// Mean distance of two independent lognormals.
fn distance(one: &Gaussian, other: &Gaussian) -> f64 {
    let spread = libm::hypot(one.sd, other.sd);
    let apart = one.mean - other.mean;
    let mean = |law: &Gaussian| libm::exp(law.mean + 0.5 * law.sd * law.sd);
    if spread == 0.0 {
        return (mean(one) - mean(other)).abs();
    }
    let above = |shift: f64| 2.0 * distribution(shift / spread) - 1.0;
    mean(one) * above(apart + one.sd * one.sd) + mean(other) * above(other.sd * other.sd - apart)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hindcast::score::{crps_of_draws, crps_of_lognormal};

    #[test]
    fn one_part_is_that_law() {
        let law = Gaussian {
            mean: 0.1,
            sd: 0.07,
        };
        let one = Mixture::of([(3.0, law)]).unwrap();
        assert!((one.quantile(0.9) - law.quantile(0.9)).abs() < 1e-12);
        assert!((one.log_density(0.2) - law.log_density(0.2)).abs() < 1e-12);
        assert!((one.crps(0.3) - crps_of_lognormal(&law, 0.3)).abs() < 1e-12);
        assert!(Mixture::of([(0.0, law)]).is_none());
    }

    #[test]
    fn two_parts_score_as_their_quantiles_do() {
        let parts = [
            (
                1.0,
                Gaussian {
                    mean: 0.0,
                    sd: 0.05,
                },
            ),
            (3.0, Gaussian { mean: 0.2, sd: 0.1 }),
        ];
        let both = Mixture::of(parts).unwrap();
        let values: Vec<f64> = (0..4_000)
            .map(|place| both.quantile((f64::from(place) + 0.5) / 4_000.0))
            .collect();
        for came in [-0.1, 0.1, 0.4] {
            let (closed, drawn) = (both.crps(came), crps_of_draws(&values, came));
            assert!((closed - drawn).abs() < 1e-4, "{came}: {closed} {drawn}");
        }
        assert!((both.chance_below(0.1) + both.chance_above(0.1) - 1.0).abs() < 1e-14);
    }
}
