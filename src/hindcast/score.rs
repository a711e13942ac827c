//! How right a forecast was, on rows published later.
//!
//! Errors are *actual minus forecast* on logs. CRPS is that of the rate itself (the forecast is
//! normal on logs, so the rate is lognormal) in % of what came, not the CRPS of the logs: the two
//! differ by up to a fifth on the visible rows.

#[cfg(any(test, feature = "internals"))]
mod board;
mod crps;
mod forecast;
mod rivals;

#[cfg(any(test, feature = "internals"))]
pub use board::{Board, Cell, Reading};
#[cfg(any(test, feature = "internals"))]
pub use crps::{of_draws as crps_of_draws, of_lognormal as crps_of_lognormal};
pub use forecast::Forecast;
pub use rivals::{Rival, Rivals};

/// Levels of the central bands scored.
pub const LEVELS: [f64; 3] = [0.5, 0.8, 0.95];

/// Scores of some forecasts together.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// Forecasts scored.
    pub rows: usize,
    /// Mean absolute error of the median, % of what came.
    pub mape: f64,
    /// Mean of actual minus median on logs, in %.
    pub bias: f64,
    /// Mean CRPS, % of what came.
    pub crps: f64,
    /// Share of what came inside the central bands of `LEVELS`, %.
    pub coverage: [f64; 3],
    /// The chance that each forecast gave to at most what came, row by row.
    pub pit: Vec<f64>,
}

/// Scores forecasts of log changes against the log changes that came. `None` where there are none.
pub fn score(rows: &[(Forecast, f64)]) -> Option<Score> {
    let n = rows.len() as f64;
    if rows.is_empty() {
        return None;
    }
    let mut sum = Score {
        rows: rows.len(),
        mape: 0.0,
        bias: 0.0,
        crps: 0.0,
        coverage: [0.0; 3],
        pit: Vec::with_capacity(rows.len()),
    };
    for (forecast, came) in rows {
        let median = forecast.median();
        sum.mape += 100.0 * (libm::exp(median - came) - 1.0).abs() / n;
        sum.bias += 100.0 * (came - median) / n;
        sum.crps += 100.0 * forecast.crps(*came) / n;
        for (level, covered) in LEVELS.iter().zip(&mut sum.coverage) {
            let (low, high) = forecast.band(*level);
            if (low..=high).contains(came) {
                *covered += 100.0 / n;
            }
        }
        sum.pit.push(forecast.pit(*came));
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hindcast::normal::Gaussian;

    #[test]
    fn a_forecast_that_is_right_scores_nothing_but_its_width() {
        let sure = Forecast::Normal(Gaussian {
            mean: 0.1,
            sd: 1e-9,
        });
        let score = score(&[(sure.clone(), 0.1), (sure, 0.1)]).unwrap();
        assert!(score.mape < 1e-9 && score.bias.abs() < 1e-9 && score.crps < 1e-6);
        assert_eq!(score.coverage.map(f64::round), [100.0; 3]);
        assert!(score.pit.iter().all(|pit| (pit - 0.5).abs() < 1e-6));
    }

    #[test]
    fn too_low_a_forecast_has_positive_bias_and_high_pit() {
        let low = Forecast::Normal(Gaussian {
            mean: 0.0,
            sd: 0.05,
        });
        let score = score(&[(low, 0.1)]).unwrap();
        assert!((score.bias - 10.0).abs() < 1e-12);
        assert!((score.mape - 100.0 * (1.0 - (-0.1_f64).exp())).abs() < 1e-12);
        assert!(score.pit[0] > 0.97);
        assert_eq!(score.coverage, [0.0, 0.0, 0.0]);
        assert!(super::score(&[]).is_none());
    }
}
