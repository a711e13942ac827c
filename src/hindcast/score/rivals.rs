//! Forecasts that need no model, on the same rows: the last value, pooled mean growth, a straight
//! line; each with a lognormal random walk about it.

use super::Forecast;
use crate::hindcast::Year;
use crate::hindcast::normal::Gaussian;
use crate::hindcast::rates::Rates;
use crate::lanes::whole_power;

/// The first year that rivals look at.
const SINCE: Year = 2004;

/// A forecast that needs no model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rival {
    /// The rate stays.
    LastValue,
    /// Every province grows by the unweighted mean of all yearly log growths of all provinces since
    /// 2004, breaks included.
    PooledGrowth,
    /// Least squares of a province's rate on the year, from 2004 to the origin.
    StraightLine,
}

impl Rival {
    /// All three.
    pub const ALL: [Rival; 3] = [Rival::LastValue, Rival::PooledGrowth, Rival::StraightLine];

    /// The word used in tables.
    pub fn id(self) -> &'static str {
        match self {
            Rival::LastValue => "last_value",
            Rival::PooledGrowth => "pooled_growth",
            Rival::StraightLine => "straight_line",
        }
    }
}

/// What rivals know at an origin.
#[derive(Clone, Copy, Debug)]
pub struct Rivals<'a> {
    rates: &'a Rates,
    origin: Year,
    /// Unweighted mean of yearly log growths.
    pub growth: f64,
    /// Their sd about that mean: the step of every rival's random walk.
    pub sd: f64,
}

impl<'a> Rivals<'a> {
    /// Looks at all rates to the origin. `None` where there are not two growths.
    pub fn at(rates: &'a Rates, origin: Year) -> Option<Rivals<'a>> {
        let growths: Vec<f64> = (0..rates.provinces.len())
            .flat_map(|province| (SINCE + 1..=origin).map(move |year| (province, year)))
            .filter_map(|(province, year)| {
                Some(rates.log_rate(province, year)? - rates.log_rate(province, year - 1)?)
            })
            .collect();
        let n = growths.len() as f64;
        let growth = growths.iter().sum::<f64>() / n;
        let squares: f64 = growths
            .iter()
            .map(|value| whole_power(value - growth, 2))
            .sum();
        (growths.len() > 1).then(|| Rivals {
            rates,
            origin,
            growth,
            sd: (squares / (n - 1.0)).sqrt(),
        })
    }

    /// A rival's forecast of the log change of a province over `horizon` years. `None` where the
    /// province has no rate at the origin, or too few for a line.
    pub fn forecast(&self, rival: Rival, province: usize, horizon: usize) -> Option<Forecast> {
        let last = self.rates.log_rate(province, self.origin)?;
        let mean = match rival {
            Rival::LastValue => 0.0,
            Rival::PooledGrowth => self.growth * horizon as f64,
            Rival::StraightLine => libm::log(self.line(province, horizon)?) - last,
        };
        Some(Forecast::Normal(Gaussian {
            mean,
            sd: self.sd * (horizon as f64).sqrt(),
        }))
    }

    /// The line's rate, not below a tenth of the last one.
    fn line(&self, province: usize, horizon: usize) -> Option<f64> {
        let points: Vec<(f64, f64)> = (SINCE..=self.origin)
            .filter_map(|year| {
                let rate = libm::exp(self.rates.log_rate(province, year)?);
                Some((f64::from(year - self.origin), rate))
            })
            .collect();
        let n = points.len() as f64;
        if points.len() < 2 {
            return None;
        }
        let mean_year = points.iter().map(|(year, _)| year).sum::<f64>() / n;
        let mean_rate = points.iter().map(|(_, rate)| rate).sum::<f64>() / n;
        let (mut across, mut along) = (0.0, 0.0);
        for (year, rate) in &points {
            across += (year - mean_year) * (rate - mean_rate);
            along += whole_power(year - mean_year, 2);
        }
        let last = points.last()?.1;
        Some((mean_rate + across / along * (horizon as f64 - mean_year)).max(0.1 * last))
    }
}
