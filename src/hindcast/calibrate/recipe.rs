//! The recipe itself: from a record to a law, with what was fitted on and how well.

use super::record::Record;
use super::squares::two_parts;
use crate::hindcast::law::Law;
use crate::hindcast::{Stock, Year};
use crate::lanes::whole_power;

/// Share of a growth's distance from the long run that lasts a year. Set, not fitted: provincial
/// CRPS is flat between .64 and .9.
pub const PHI: f64 = 0.9;
/// Share of a province's deviation lost a year. Set, not fitted: slopes are .05 to .06.
pub const CONVERGE: f64 = 0.05;
/// Sd of the growth in the long run. Set, not fitted.
pub const LONG_SD: f64 = 0.02;
/// Longest change of a province's rate that is fitted on, years.
pub const HORIZONS: usize = 5;

/// A law, what it was fitted on and how well it fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// What is counted.
    pub stock: Stock,
    /// Last year of the rows.
    pub origin: Year,
    /// First year of the provincial changes.
    pub first_year: Year,
    /// The law.
    pub law: Law,
    /// How well it fits.
    pub statistics: Statistics,
}

/// What a law was fitted on and how well it fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Statistics {
    /// Rows of tables read.
    pub rows: usize,
    /// Rows published more than a year after the origin.
    pub not_known_then: usize,
    /// Yearly growths of the state series.
    pub state_growths: usize,
    /// Mean yearly log growth of the state series.
    pub state_growth: f64,
    /// Mean yearly log growth of departments since their first year.
    pub department_growth: f64,
    /// Provincial changes by horizon, from 1 year.
    pub changes: Vec<usize>,
    /// Mean square of the changes by horizon, log.
    pub mean_square: Vec<f64>,
    /// The same as the law has it: `2 observation_sd^2 + h local_sd^2`.
    pub fitted: Vec<f64>,
}

impl Statistics {
    /// Root of the mean squared miss of the fitted sd by horizon, log.
    pub fn miss_of_sd(&self) -> f64 {
        let miss = self.mean_square.iter().zip(&self.fitted);
        let squares: f64 = miss
            .map(|(seen, law)| whole_power(seen.sqrt() - law.sqrt(), 2))
            .sum();
        (squares / self.fitted.len().max(1) as f64).sqrt()
    }
}

/// Fits a law.
pub(super) fn fit(record: &Record) -> Fit {
    let departments = record.departments();
    let last = departments.len() - 1;
    let growth_since = |first: usize| {
        libm::log(departments[last] / departments[first]) / (last - first).max(1) as f64
    };
    let state: Vec<f64> = record
        .state
        .windows(2)
        .map(|pair| libm::log(pair[1] / pair[0]))
        .collect();
    let state_growth = state.iter().sum::<f64>() / state.len() as f64;
    let left = |place: usize| state[place] - state_growth;
    let squares: f64 = (1..state.len())
        .map(|t| whole_power(left(t) - PHI * left(t - 1), 2))
        .sum();
    let department_growth = growth_since(0);

    let first_year = if record.origin >= 2008 { 2004 } else { 2002 };
    let (mean_square, changes) = mean_squares(record, first_year);
    let (observation, walk) = two_parts(&mean_square);
    Fit {
        stock: record.stock,
        origin: record.origin,
        first_year,
        law: Law {
            now: growth_since(last.saturating_sub(4)),
            long: 0.5 * (state_growth + department_growth),
            phi: PHI,
            sd: (squares / (state.len() - 1) as f64).sqrt(),
            long_sd: LONG_SD,
            observation_sd: observation.sqrt(),
            local_sd: walk.sqrt(),
            converge: CONVERGE,
            clip: None,
        },
        statistics: Statistics {
            rows: record.rows,
            not_known_then: record.not_known_then,
            state_growths: state.len(),
            state_growth,
            department_growth,
            fitted: (1..=mean_square.len())
                .map(|h| 2.0 * observation + h as f64 * walk)
                .collect(),
            mean_square,
            changes,
        },
    }
}

/// Mean square of the units' changes less the mean of all, and their number, by horizon.
fn mean_squares(record: &Record, first_year: Year) -> (Vec<f64>, Vec<usize>) {
    let from = usize::try_from(first_year - record.first_year).unwrap_or(0);
    let break_at = usize::try_from(2008 - record.first_year).unwrap_or(usize::MAX);
    let units = record.count.len();
    let logs: Vec<Vec<Option<f64>>> = (0..units)
        .map(|unit| {
            let years = record.count[unit].iter().zip(&record.population[unit]);
            years
                .map(|(count, people)| count.map(|count| libm::log(count / people)))
                .collect()
        })
        .collect();
    let (mut means, mut numbers) = (Vec::new(), Vec::new());
    let mut compared: Vec<f64> = Vec::with_capacity(units);
    for h in 1..=HORIZONS {
        let (mut squares, mut number) = (0.0, 0);
        for start in from..record.years().saturating_sub(h) {
            let across = start < break_at && break_at <= start + h;
            compared.clear();
            for unit in 0..units {
                if across && record.changed_in_2008[unit] {
                    continue;
                }
                if let (Some(then), Some(now)) = (logs[unit][start], logs[unit][start + h]) {
                    compared.push(now - then);
                }
            }
            let mean = compared.iter().sum::<f64>() / compared.len().max(1) as f64;
            squares += compared
                .iter()
                .map(|change| whole_power(change - mean, 2))
                .sum::<f64>();
            number += compared.len();
        }
        if number == 0 {
            break;
        }
        means.push(squares / number as f64);
        numbers.push(number);
    }
    (means, numbers)
}
