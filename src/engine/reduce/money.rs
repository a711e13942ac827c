//! Costs over all futures: at constant prices, at the prices of each year, and discounted.

use super::gather;
use crate::engine::block::BlockResult;
use crate::engine::layout::Layout;
use crate::results::summary::percentiles;
use crate::results::{CostRow, Spending};
use crate::scenario::{PAYERS, Scenario};
use crate::world::money::PURPOSES;

/// What a billion of each future's money is worth as the years go by.
pub struct Prices {
    inflation: Option<Vec<f32>>,
    discount: Option<Vec<f32>>,
    fixed: f64,
}

impl Prices {
    /// The draws of inflation and of the discount rate, unless the scenario fixes the latter.
    pub fn of(scenario: &Scenario, blocks: &[BlockResult]) -> Prices {
        let book = &scenario.base.assumptions;
        let draws = |id: &str| book.position(id).map(|i| gather(blocks, |b| &b.assumed, i));
        let discount = match scenario.discount_rate {
            Some(_) => None,
            None => draws("cost.discount"),
        };
        Prices {
            inflation: draws("cost.inflation"),
            discount,
            fixed: scenario.discount_rate.unwrap_or(0.0),
        }
    }

    /// What the futures spend in the year that lies this many years after the base year.
    pub fn spending(&self, row: &[f32], elapsed: usize) -> Spending {
        let factor = |rates: &Option<Vec<f32>>, r: usize, fixed: f64| {
            let rate = rates.as_ref().map_or(fixed, |row| f64::from(row[r]));
            libm::pow(1.0 + rate, elapsed as f64)
        };
        let n = row.len() as f64;
        let mean = |f: &dyn Fn(usize) -> f64| {
            row.iter()
                .enumerate()
                .map(|(r, v)| f64::from(*v) * f(r))
                .sum::<f64>()
                / n
        };
        let constant = mean(&|_| 1.0);
        let nominal = mean(&|r| factor(&self.inflation, r, 0.0));
        let discounted = mean(&|r| 1.0 / factor(&self.discount, r, self.fixed));
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
