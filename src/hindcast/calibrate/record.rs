//! What one stock's law is fitted on: rows to an origin, put in order.

use std::collections::BTreeMap;

use super::CalibrateError;
use crate::hindcast::facts::{NationRow, PanelRow, Sited};
use crate::hindcast::{BOUNDARY_OF_2008, Stock, Year, words};

/// First year of provincial departments.
const DEPARTMENTS_FROM: Year = 2002;
/// Last year of provincial departments.
const DEPARTMENTS_TO: Year = 2013;
/// First year of the state series.
const STATE_FROM: Year = 1995;

/// One stock to an origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// What is counted.
    pub stock: Stock,
    /// The last year.
    pub origin: Year,
    /// The year of the first column of `count` and `population`.
    pub first_year: Year,
    /// Heads or beds, `[unit][year - first_year]`; `None` where not comparable.
    pub count: Vec<Vec<Option<f64>>>,
    /// Thousand persons, `[unit][year - first_year]`.
    pub population: Vec<Vec<f64>>,
    /// Whether the territory of a unit changed in 2008.
    pub changed_in_2008: Vec<bool>,
    /// State series, per 10,000 people, one a year to the origin.
    pub state: Vec<f64>,
    /// Rows read.
    pub rows: usize,
    /// Of these, rows published more than a year after the origin.
    pub not_known_then: usize,
}

impl Record {
    /// Puts the rows of one stock in order.
    ///
    /// # Errors
    /// As `calibrate`.
    pub fn gather(
        panel: &[Sited<PanelRow>],
        nation: &[Sited<NationRow>],
        stock: Stock,
        origin: Year,
    ) -> Result<Record, CalibrateError> {
        refuse_later(panel.iter().map(|row| (&row.at, row.year)), origin)?;
        refuse_later(nation.iter().map(|row| (&row.at, row.year)), origin)?;
        if !(DEPARTMENTS_FROM + 4..=DEPARTMENTS_TO).contains(&origin) {
            return Err(CalibrateError::NoDepartments { origin });
        }
        if stock.is_wider_in(origin) {
            return Err(CalibrateError::NeedsLaterYear { stock, origin });
        }
        let mut read = Reader {
            origin,
            rows: 0,
            late: 0,
        };
        let counts = read.panel(panel, stock.count());
        let people = read.panel(panel, "population");
        let mut codes: Vec<&str> = counts.keys().map(|(code, _)| *code).collect();
        codes.dedup();
        let mut record = Record {
            stock,
            origin,
            first_year: DEPARTMENTS_FROM,
            count: Vec::new(),
            population: Vec::new(),
            changed_in_2008: Vec::new(),
            state: read.state(nation, stock)?,
            rows: 0,
            not_known_then: 0,
        };
        for code in codes {
            record
                .changed_in_2008
                .push(BOUNDARY_OF_2008.contains(&code));
            let years = || DEPARTMENTS_FROM..=origin;
            let known: Vec<Option<f64>> = years()
                .map(|year| {
                    counts
                        .get(&(code, year))
                        .copied()
                        .filter(|_| !stock.is_wider_in(year))
                })
                .collect();
            for (year, value) in years().zip(&known) {
                // Cleaning left gaps among doctors; nothing else may be missing.
                if value.is_none() && stock != Stock::Doctors && !stock.is_wider_in(year) {
                    return Err(missing(code, stock.count(), year));
                }
            }
            if known.first().copied().flatten().is_none() {
                return Err(missing(code, stock.count(), DEPARTMENTS_FROM));
            }
            let inhabitants = years().map(|year| {
                people
                    .get(&(code, year))
                    .copied()
                    .ok_or_else(|| missing(code, "population", year))
            });
            record
                .population
                .push(inhabitants.collect::<Result<_, _>>()?);
            record.count.push(known);
        }
        if record.count.is_empty() {
            return Err(missing(&words::ANY_PROVINCE, stock.count(), origin));
        }
        record.rows = read.rows;
        record.not_known_then = read.late;
        Ok(record)
    }

    /// Years in the columns.
    pub fn years(&self) -> usize {
        self.population.first().map_or(0, Vec::len)
    }

    /// Provincial departments of all units together, per 10,000 people, one a year: a missing count
    /// is the unit's last one; a year counted more widely is the geometric mean of its neighbours.
    pub fn departments(&self) -> Vec<f64> {
        let mut last: Vec<f64> = vec![0.0; self.count.len()];
        let mut rates: Vec<f64> = (0..self.years())
            .map(|year| {
                let (mut counted, mut people) = (0.0, 0.0);
                for unit in 0..self.count.len() {
                    last[unit] = self.count[unit][year].unwrap_or(last[unit]);
                    counted += last[unit];
                    people += self.population[unit][year];
                }
                counted / people * 10.0
            })
            .collect();
        for column in 1..rates.len().saturating_sub(1) {
            if self.stock.is_wider_in(self.first_year + column as Year) {
                rates[column] = (rates[column - 1] * rates[column + 1]).sqrt();
            }
        }
        rates
    }
}

struct Reader {
    origin: Year,
    rows: usize,
    late: usize,
}

impl Reader {
    fn take(&mut self, published: Year) {
        self.rows += 1;
        self.late += usize::from(published > self.origin + 1);
    }

    fn panel<'a>(
        &mut self,
        panel: &'a [Sited<PanelRow>],
        indicator: &str,
    ) -> BTreeMap<(&'a str, Year), f64> {
        let mut found = BTreeMap::new();
        for row in panel {
            if row.indicator == indicator && row.year >= DEPARTMENTS_FROM {
                self.take(row.published);
                found.insert((row.province.as_str(), row.year), row.value);
            }
        }
        found
    }

    fn state(
        &mut self,
        nation: &[Sited<NationRow>],
        stock: Stock,
    ) -> Result<Vec<f64>, CalibrateError> {
        let years = STATE_FROM..=self.origin;
        let mut of = |indicator: &str, scope: &str, year: Year| {
            let row = nation
                .iter()
                .find(|row| row.indicator == indicator && row.scope == scope && row.year == year);
            let row = row.ok_or_else(|| missing(&words::NATION, indicator, year))?;
            self.take(row.published);
            Ok(row.value)
        };
        years
            .map(|year| match stock {
                Stock::Beds => of("beds_per_10k", "state", year),
                // Both in thousands.
                Stock::Doctors | Stock::Nurses => {
                    Ok(of(stock.id(), "state", year)? / of("population", "all", year)? * 10_000.0)
                }
            })
            .collect()
    }
}

fn refuse_later<'a>(
    rows: impl Iterator<Item = (&'a crate::hindcast::facts::At, Year)>,
    origin: Year,
) -> Result<(), CalibrateError> {
    for (at, year) in rows {
        if year > origin {
            return Err(CalibrateError::LaterRow {
                at: at.clone(),
                year,
                origin,
            });
        }
    }
    Ok(())
}

fn missing(place: &str, indicator: &str, year: Year) -> CalibrateError {
    CalibrateError::Missing {
        place: place.to_owned(),
        indicator: indicator.to_owned(),
        year,
    }
}
