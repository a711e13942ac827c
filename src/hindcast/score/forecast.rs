//! A forecast of a log change: normal, several normal laws at once, or drawn.

use super::crps;
use crate::hindcast::mixture::Mixture;
use crate::hindcast::normal::Gaussian;

/// A forecast of a log change.
#[derive(Clone, Debug, PartialEq)]
pub enum Forecast {
    /// Normal on logs.
    Normal(Gaussian),
    /// Variants with their weights, each normal on logs.
    Mixed(Mixture),
    /// Equally likely values, rising.
    Drawn(Vec<f64>),
}

impl Forecast {
    /// A forecast of drawn values, in any order; values that are not numbers are at the end.
    pub fn drawn(mut values: Vec<f64>) -> Forecast {
        values.sort_unstable_by(f64::total_cmp);
        Forecast::Drawn(values)
    }

    /// The value below which the chance is `u`: of draws, linear between neighbours.
    pub fn quantile(&self, u: f64) -> f64 {
        match self {
            Forecast::Normal(law) => law.quantile(u),
            Forecast::Mixed(laws) => laws.quantile(u),
            Forecast::Drawn(values) => {
                let Some(last) = values.len().checked_sub(1) else {
                    return f64::NAN;
                };
                let place = u * last as f64;
                let low = place.floor();
                let below = values[low as usize];
                let above = values[(low as usize + 1).min(last)];
                below + (place - low) * (above - below)
            }
        }
    }

    /// The median.
    pub fn median(&self) -> f64 {
        match self {
            Forecast::Normal(law) => law.mean,
            Forecast::Mixed(_) | Forecast::Drawn(_) => self.quantile(0.5),
        }
    }

    /// Ends of the central band of this level.
    pub fn band(&self, level: f64) -> (f64, f64) {
        (
            self.quantile(0.5 - 0.5 * level),
            self.quantile(0.5 + 0.5 * level),
        )
    }

    /// The chance of at most what came.
    pub fn pit(&self, came: f64) -> f64 {
        match self {
            Forecast::Normal(law) => law.chance_below(came),
            Forecast::Mixed(laws) => laws.chance_below(came),
            Forecast::Drawn(values) => {
                values.partition_point(|value| *value <= came) as f64 / values.len() as f64
            }
        }
    }

    /// CRPS of the rate, as a share of what came.
    pub fn crps(&self, came: f64) -> f64 {
        match self {
            Forecast::Normal(law) => crps::of_lognormal(law, came),
            Forecast::Mixed(laws) => laws.crps(came),
            Forecast::Drawn(values) => crps::of_draws(values, came),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_are_put_in_order_and_read_between() {
        let forecast = Forecast::drawn(vec![3.0, 1.0, 2.0]);
        assert_eq!(forecast.median(), 2.0);
        assert_eq!(forecast.quantile(0.25), 1.5);
        assert_eq!(forecast.band(1.0), (1.0, 3.0));
        assert_eq!(forecast.pit(2.0), 2.0 / 3.0);
    }
}
