//! The continuous ranked probability score of a positive quantity, as a share of what came.

use std::f64::consts::SQRT_2;

use crate::chance::quantile::normal_cdf as distribution;
use crate::hindcast::normal::Gaussian;

/// CRPS of a lognormal forecast over what came, both given as logs.
///
/// Source: Baran and Lerch, "Log-normal distribution based EMOS models", QJRMS 141 (2015), eq. 4.
pub fn of_lognormal(forecast: &Gaussian, came: f64) -> f64 {
    let Gaussian { mean, sd } = *forecast;
    if sd == 0.0 {
        return (libm::exp(mean - came) - 1.0).abs();
    }
    let z = (came - mean) / sd;
    let inner = distribution(z - sd) + distribution(sd / SQRT_2) - 1.0;
    2.0 * distribution(z) - 1.0 - 2.0 * libm::exp(mean - came + 0.5 * sd * sd) * inner
}

/// CRPS of equally likely values over what came, all given as logs; `values` rise.
pub fn of_draws(values: &[f64], came: f64) -> f64 {
    let n = values.len() as f64;
    let (mut distance, mut spread) = (0.0, 0.0);
    for (place, value) in values.iter().enumerate() {
        let ratio = libm::exp(value - came);
        distance += (ratio - 1.0).abs();
        // The sum over all pairs of |x - y| is 2 sum of (2 i + 1 - n) x[i].
        spread += (2.0 * place as f64 + 1.0 - n) * ratio;
    }
    distance / n - spread / (n * n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::quantile::normal as quantile;
    use proptest::prelude::*;

    #[test]
    fn many_quantiles_score_as_the_closed_form() {
        let law = Gaussian {
            mean: 0.12,
            sd: 0.2,
        };
        let values: Vec<f64> = (0..20_000)
            .map(|place| law.mean + law.sd * quantile((f64::from(place) + 0.5) / 20_000.0))
            .collect();
        for came in [-0.4, 0.0, 0.12, 0.3, 0.9] {
            let (closed, drawn) = (of_lognormal(&law, came), of_draws(&values, came));
            assert!((closed - drawn).abs() < 2e-5, "{came}: {closed} {drawn}");
        }
    }

    #[test]
    fn pairs_are_counted_once() {
        let values = [0.1_f64, 0.2, 0.5];
        let pair = |a: f64, b: f64| (a.exp() - b.exp()).abs();
        let all: f64 = values
            .iter()
            .flat_map(|a| values.iter().map(move |b| pair(*a, *b)))
            .sum();
        let distance: f64 = values.iter().map(|value| pair(*value, 0.3)).sum::<f64>() / 3.0;
        let by_hand = (distance - all / 18.0) / 0.3_f64.exp();
        assert!((of_draws(&values, 0.3) - by_hand).abs() < 1e-14);
    }

    proptest! {
        #[test]
        fn a_score_is_never_negative(mean in -1.0..1.0f64, sd in 0.001..1.0f64, came in -1.0..1.0f64) {
            let law = Gaussian { mean, sd };
            prop_assert!(of_lognormal(&law, came) > -1e-12);
        }
    }
}
