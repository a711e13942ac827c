//! Costs over all futures: at constant prices, at the prices of each year, and discounted.

use super::gather;
use crate::engine::block::BlockResult;
use crate::engine::layout::Layout;
use crate::policy::things::{Lasting, Thing, left};
use crate::results::summary::percentiles;
use crate::results::{CostRow, Spending};
use crate::scenario::{PAYERS, Scenario};
use crate::units::Year;
use crate::world::money::PURPOSES;

/// How prices and interest grow in each future, `[years since the base year][future]`.
pub struct Prices {
    inflated: Vec<Vec<f64>>,
    discounted: Vec<Vec<f64>>,
    /// How long a building lasts, and equipment, `[future]`.
    lives: [Vec<f64>; 2],
}

impl Prices {
    /// By the draws of inflation and of the discount rate, unless the scenario fixes the latter.
    pub fn of(scenario: &Scenario, layout: &Layout, blocks: &[BlockResult]) -> Prices {
        let book = &scenario.base.assumptions;
        let futures = blocks.iter().map(|b| b.lanes).sum();
        let rates = |id: &str| match book.position(id) {
            Some(i) => {
                let drawn = gather(blocks, |b| &b.assumed, i);
                drawn.into_iter().map(f64::from).collect()
            }
            None => vec![0.0; futures],
        };
        let inflation = rates("cost.inflation");
        let discount = match scenario.discount_rate {
            Some(fixed) => vec![fixed; futures],
            None => rates("cost.discount"),
        };
        let grown = |rates: &[f64], elapsed: usize| -> Vec<f64> {
            let of = |rate: &f64| libm::pow(1.0 + rate, elapsed as f64);
            rates.iter().map(of).collect()
        };
        let years = 0..layout.years.len();
        Prices {
            lives: [Lasting::Building, Lasting::Equipment].map(|what| rates(what.life())),
            inflated: years.clone().map(|y| grown(&inflation, y)).collect(),
            discounted: years.map(|y| grown(&discount, y)).collect(),
        }
    }

    /// What is left, at the end of the last year, of the things that the futures buy in a year: the
    /// mean over all.
    pub fn residual(&self, row: &[f32], things: &[Thing], last: Year) -> f64 {
        let mut sum = 0.0;
        for thing in things {
            let lives = row.iter().zip(&self.lives[thing.what as usize]);
            let worth = lives.map(|(paid, life)| f64::from(*paid) * left(*life, thing.opens, last));
            sum += thing.share * worth.sum::<f64>();
        }
        sum / row.len() as f64
    }

    /// Amounts of the year that lies this many years after the base year, at its prices.
    pub fn inflate(&self, row: &mut [f64], elapsed: usize) {
        let levels = row.iter_mut().zip(&self.inflated[elapsed]);
        levels.for_each(|(amount, level)| *amount *= level);
    }

    /// What the futures spend in the year that lies this many years after the base year.
    pub fn spending(&self, row: &[f32], elapsed: usize) -> Spending {
        let (inflated, discounted) = (&self.inflated[elapsed], &self.discounted[elapsed]);
        let mut sums = [0.0; 3];
        for ((amount, inflated), discounted) in row.iter().zip(inflated).zip(discounted) {
            let amount = f64::from(*amount);
            sums[0] += amount;
            sums[1] += amount * inflated;
            sums[2] += amount * (1.0 / discounted);
        }
        let [constant, nominal, discounted] = sums.map(|sum| sum / row.len() as f64);
        let [constant_p10, constant_p90] = percentiles(row, [0.1, 0.9]);
        Spending {
            constant,
            constant_p10,
            constant_p90,
            nominal,
            discounted,
        }
    }
}

/// Rows of a book of costs `[payer][purpose][simulated year][lane]`; lines without money are left out.
pub fn costs(
    prices: &Prices,
    layout: &Layout,
    blocks: &[BlockResult],
    book_of: impl Fn(&BlockResult) -> &[f32],
) -> Vec<CostRow> {
    let years = layout.simulated();
    let mut out = Vec::new();
    for (p, payer) in PAYERS.iter().enumerate() {
        for (q, (_, name)) in PURPOSES.iter().enumerate() {
            for y in 0..years {
                let row = gather(blocks, &book_of, (p * PURPOSES.len() + q) * years + y);
                if row.iter().all(|v| *v == 0.0) {
                    continue;
                }
                let spending = prices.spending(&row, y + 1);
                out.push(CostRow {
                    payer: *payer,
                    purpose: (*name).into(),
                    year: layout.years[y + 1],
                    constant: spending.constant,
                    constant_p10: spending.constant_p10,
                    constant_p90: spending.constant_p90,
                    nominal: spending.nominal,
                    discounted: spending.discounted,
                });
            }
        }
    }
    out
}
