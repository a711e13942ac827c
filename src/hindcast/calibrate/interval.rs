//! How far a fitted parameter may lie from the true one: a parametric bootstrap with pivots.
//!
//! The fitted law makes records of the same shape (`synthetic::make`), and the recipe is fitted on
//! each. Growth now and in the long run lie at `estimate - q sd`, `q` a quantile of
//! `(refitted - true) / refitted sd`; a standard deviation lies at `estimate / q`, `q` a quantile of
//! `refitted / true`. Both pivots are nearly free of the parameters, so the bias of the recipe (the
//! state series' own mean takes part of the shocks with it) is corrected and not only its spread told.
//! A standard deviation fitted at zero has an interval from 0 to 0: its range is not told.

use super::recipe::{Fit, fit};
use super::record::Record;
use crate::chance::Addressed;
use crate::hindcast::synthetic::make;

/// A range of a parameter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

impl Interval {
    /// A share of both ends.
    pub fn times(&self, share: f64) -> Interval {
        Interval {
            low: share * self.low,
            high: share * self.high,
        }
    }

    /// Whether a value lies in the range.
    #[cfg(any(test, feature = "internals"))]
    pub fn holds(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }
}

/// Ranges of the fitted parameters of a law.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Intervals {
    /// Of growth now.
    pub now: Interval,
    /// Of growth in the long run.
    pub long: Interval,
    /// Of the sd of the yearly shock of growth.
    pub sd: Interval,
    /// Of the sd of the error of a published figure.
    pub observation_sd: Interval,
    /// Of the sd of the step of the local walk.
    pub local_sd: Interval,
}

impl Intervals {
    /// Central ranges of this level (such as .9) from so many refitted records; 199 are enough for
    /// ends at 5 and 95 %.
    pub fn of(
        found: &Fit,
        record: &Record,
        level: f64,
        replicates: usize,
        dice: &mut Addressed,
    ) -> Intervals {
        let law = &found.law;
        let mut pivots: [Vec<f64>; 5] = Default::default();
        for _ in 0..replicates {
            let made = make(law, record, dice);
            let again = fit(&made.record).law;
            let each = [
                (again.now - made.now) / again.sd,
                (again.long - law.long) / again.sd,
                again.sd / law.sd,
                again.observation_sd / law.observation_sd,
                again.local_sd / law.local_sd,
            ];
            for (pivots, pivot) in pivots.iter_mut().zip(each) {
                pivots.push(pivot);
            }
        }
        let ends = pivots.map(|mut pivots| {
            pivots.sort_unstable_by(f64::total_cmp);
            (
                rank(&pivots, 0.5 - 0.5 * level),
                rank(&pivots, 0.5 + 0.5 * level),
            )
        });
        let shifted = |estimate: f64, (low, high): (f64, f64)| Interval {
            low: estimate - high * law.sd,
            high: estimate - low * law.sd,
        };
        let scaled = |estimate: f64, (low, high): (f64, f64)| {
            if estimate == 0.0 {
                return Interval {
                    low: 0.0,
                    high: 0.0,
                };
            }
            Interval {
                low: estimate / high,
                high: if low > 0.0 {
                    estimate / low
                } else {
                    f64::INFINITY
                },
            }
        };
        Intervals {
            now: shifted(law.now, ends[0]),
            long: shifted(law.long, ends[1]),
            sd: scaled(law.sd, ends[2]),
            observation_sd: scaled(law.observation_sd, ends[3]),
            local_sd: scaled(law.local_sd, ends[4]),
        }
    }
}

/// The value at this share of rising values: the `u (n + 1)`th.
fn rank(rising: &[f64], u: f64) -> f64 {
    let place = (u * (rising.len() + 1) as f64).round().max(1.0) as usize;
    rising
        .get(place.min(rising.len()) - 1)
        .copied()
        .unwrap_or(f64::NAN)
}
