//! The law alone and its rivals on every visible row: a cell for each stock, origin and horizon.

use super::{Forecast, Rival, Rivals, Score, score};
use crate::hindcast::law::{Law, live};
use crate::hindcast::rates::{Base, Rates};
use crate::hindcast::{Stock, Year};

/// How the law is lived.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reading {
    /// Normal on logs.
    ClosedForm,
    /// So many replicates from this seed.
    Drawn {
        /// Replicates.
        replicates: usize,
        /// Seed of the first.
        seed: u64,
    },
}

/// Scores of one stock, origin and horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What is counted.
    pub stock: Stock,
    /// Year-end from which the forecast starts.
    pub origin: Year,
    /// Years to the year forecast.
    pub horizon: usize,
    /// Of the law.
    pub law: Score,
    /// Of each of `Rival::ALL`, on the same rows; a rival that cannot speak has none.
    pub rivals: [Option<Score>; 3],
}

/// Scores of a law at one origin.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Board {
    /// One cell for each horizon with a published year.
    pub cells: Vec<Cell>,
}

impl Board {
    /// Scores a law from an origin over up to `horizons` years. Empty where nothing comparable was
    /// published at the origin.
    pub fn of(rates: &Rates, law: &Law, origin: Year, horizons: usize, reading: Reading) -> Board {
        let Some(base) = rates.base(origin) else {
            return Board::default();
        };
        let drawn = match reading {
            Reading::ClosedForm => None,
            Reading::Drawn { replicates, seed } => {
                Some(live(law, &base, horizons, replicates, seed).provinces)
            }
        };
        let mut drawn = drawn.unwrap_or_default().into_iter();
        let rivals = Rivals::at(rates, origin);
        let mut cells = Vec::new();
        for horizon in 1..=horizons {
            let mut draws = drawn.next();
            let came = came(rates, &base, origin, horizon);
            let rows: Vec<(Forecast, f64)> = came
                .iter()
                .map(|&(place, came)| {
                    let forecast = match &mut draws {
                        None => Forecast::Normal(law.province(&base, place, horizon)),
                        Some(draws) => Forecast::drawn(std::mem::take(&mut draws[place])),
                    };
                    (forecast, came)
                })
                .collect();
            let Some(law) = score(&rows) else {
                continue;
            };
            let of_rival = |rival| {
                let rows: Option<Vec<(Forecast, f64)>> = came
                    .iter()
                    .map(|&(place, came)| {
                        let province = base.provinces[place];
                        Some((rivals?.forecast(rival, province, horizon)?, came))
                    })
                    .collect();
                score(&rows?)
            };
            let rivals = Rival::ALL.map(of_rival);
            cells.push(Cell {
                stock: rates.stock,
                origin,
                horizon,
                law,
                rivals,
            });
        }
        Board { cells }
    }
}

/// Log changes that came, by place in the base.
fn came(rates: &Rates, base: &Base, origin: Year, horizon: usize) -> Vec<(usize, f64)> {
    (0..base.provinces.len())
        .filter_map(|place| {
            let then = rates.log_rate(base.provinces[place], origin + horizon as Year)?;
            Some((place, then - base.log_rate[place]))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hindcast::facts::Facts;
    use crate::hindcast::printed::{self, ExpectedRow};

    const VISIBLE: [Year; 7] = [2006, 2007, 2008, 2009, 2010, 2011, 2012];

    fn boards(facts: &Facts, origins: &[Year], reading: impl Fn(usize) -> Reading) -> Vec<Cell> {
        let mut cells = Vec::new();
        for stock in Stock::ALL {
            let rates = Rates::gather(&facts.panel, stock);
            for (place, row) in printed::laws().iter().enumerate() {
                if row.indicator == stock.id() && origins.contains(&row.origin) {
                    let law = Law::from(row);
                    cells.extend(Board::of(&rates, &law, row.origin, 5, reading(place)).cells);
                }
            }
        }
        cells
    }

    fn expected(cell: &Cell) -> ExpectedRow {
        let found = printed::expected().into_iter().find(|row| {
            (row.indicator.as_str(), row.origin, row.h)
                == (cell.stock.id(), cell.origin, cell.horizon)
        });
        found.unwrap_or_else(|| panic!("{cell:?} is not expected"))
    }

    #[test]
    fn the_closed_form_scores_as_expected_in_every_cell() {
        let facts = Facts::built_in();
        let cells = boards(facts, &VISIBLE, |_| Reading::ClosedForm);
        assert_eq!(cells.len(), printed::expected().len());
        let mut worst: [f64; 5] = [0.0; 5];
        for cell in &cells {
            let row = expected(cell);
            assert_eq!(cell.law.rows, row.units);
            for (found, printed) in cell
                .law
                .coverage
                .iter()
                .zip([row.cov50, row.cov80, row.cov95])
            {
                assert!((found - printed).abs() < 0.01, "{cell:?}");
            }
            let rival = |place: usize| cell.rivals[place].as_ref().unwrap().mape;
            let misses = [
                cell.law.mape - row.mape,
                cell.law.bias - row.bias,
                cell.law.crps - row.crps_pct,
                rival(0) - row.mape_last_value,
                rival(1) - row.mape_pooled_growth,
            ];
            for (worst, miss) in worst.iter_mut().zip(misses) {
                *worst = worst.max(miss.abs());
            }
        }
        assert!(worst[..3].iter().all(|miss| *miss < 0.01), "{worst:?}");
        assert!(worst[3..].iter().all(|miss| *miss < 0.05), "{worst:?}");
    }

    #[test]
    fn draws_score_within_their_tolerances() {
        let facts = Facts::built_in();
        let reading = |place: usize| Reading::Drawn {
            replicates: 40_000,
            seed: place as u64,
        };
        let cells = boards(facts, &[2008, 2010], reading);
        let (mut by_one, mut by_two) = (0, 0);
        let mut worst: [f64; 3] = [0.0; 3];
        for cell in &cells {
            let row = expected(cell);
            for (found, printed) in cell
                .law
                .coverage
                .iter()
                .zip([row.cov50, row.cov80, row.cov95])
            {
                match ((found - printed) / 100.0 * row.units as f64).abs().round() as u32 {
                    0 => {}
                    1 => by_one += 1,
                    _ => by_two += 1,
                }
            }
            let misses = [
                cell.law.mape - row.mape,
                cell.law.bias - row.bias,
                cell.law.crps - row.crps_pct,
            ];
            for (worst, miss) in worst.iter_mut().zip(misses) {
                *worst = worst.max(miss.abs());
            }
        }
        let share = |number: i32| f64::from(number) / (3 * cells.len()) as f64;
        assert!(
            worst[0] < 0.15 && worst[1] < 0.3 && worst[2] < 0.1,
            "{worst:?}"
        );
        assert!(
            share(by_one) <= 0.12 && share(by_two) <= 0.02,
            "{by_one} {by_two}"
        );
    }

    #[test]
    fn the_law_beats_pooled_growth_for_beds_and_doctors_and_not_for_nurses() {
        let facts = Facts::built_in();
        let cells = boards(facts, &VISIBLE, |_| Reading::ClosedForm);
        let mean = |stock: Stock, of: &dyn Fn(&Cell) -> f64| {
            let own: Vec<f64> = cells
                .iter()
                .filter(|cell| cell.stock == stock)
                .map(of)
                .collect();
            own.iter().sum::<f64>() / own.len() as f64
        };
        let cases = [
            (Stock::Beds, [7.5, 7.9, 54.0, 80.0, 93.0]),
            (Stock::Doctors, [7.8, 8.4, 65.0, 86.0, 95.0]),
            (Stock::Nurses, [11.4, 10.7, 50.0, 78.0, 91.0]),
        ];
        for (stock, printed) in cases {
            let found = [
                mean(stock, &|cell| cell.law.mape),
                mean(stock, &|cell| {
                    cell.rivals[1].as_ref().map_or(f64::NAN, |rival| rival.mape)
                }),
                mean(stock, &|cell| cell.law.coverage[0]),
                mean(stock, &|cell| cell.law.coverage[1]),
                mean(stock, &|cell| cell.law.coverage[2]),
            ];
            assert!((found[0] - printed[0]).abs() < 0.06 && (found[1] - printed[1]).abs() < 0.06);
            for level in 2..5 {
                assert!(
                    (found[level] - printed[level]).abs() < 0.6,
                    "{stock:?} {found:?}"
                );
            }
        }
    }
}
