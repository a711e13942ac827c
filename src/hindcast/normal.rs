//! A forecast that is normal on logs.

use crate::chance::quantile::{normal as quantile, normal_cdf as distribution};
use std::f64::consts::PI;

/// A normal law of the logarithm of what is forecast.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gaussian {
    /// Mean, which is the median, log.
    pub mean: f64,
    /// Standard deviation, log.
    pub sd: f64,
}

impl Gaussian {
    /// The chance of at most this log value.
    pub fn chance_below(&self, log_value: f64) -> f64 {
        distribution((log_value - self.mean) / self.sd)
    }

    /// The chance of at least this log value.
    pub fn chance_above(&self, log_value: f64) -> f64 {
        distribution((self.mean - log_value) / self.sd)
    }

    /// The log value below which the chance is `u`.
    pub fn quantile(&self, u: f64) -> f64 {
        self.mean + self.sd * quantile(u)
    }

    /// Log density at this log value: the log score.
    pub fn log_density(&self, log_value: f64) -> f64 {
        let z = (log_value - self.mean) / self.sd;
        -0.5 * z * z - libm::log(self.sd) - 0.5 * libm::log(2.0 * PI)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_score_is_the_log_of_the_density() {
        let law = Gaussian { mean: 1.0, sd: 0.5 };
        let z: f64 = (1.3 - 1.0) / 0.5;
        let density = (-0.5 * z * z).exp() / (2.0 * PI).sqrt() / 0.5;
        assert!((law.log_density(1.3) - density.ln()).abs() < 1e-14);
        assert!((law.chance_above(1.3) + law.chance_below(1.3) - 1.0).abs() < 1e-15);
    }
}
