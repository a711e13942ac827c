//! Published provincial rates of one stock by year, and the base from which a forecast starts.

use std::collections::BTreeMap;

use super::facts::{PanelRow, Sited};
use super::{Stock, Year};

/// Published rates per 10,000 people by province and year, as logs. `None` where nothing comparable
/// was published: Da Nang's doctors after 2011, all staff of 2012.
#[derive(Clone, Debug, PartialEq)]
pub struct Rates {
    /// What is counted.
    pub stock: Stock,
    /// Codes of provinces, in order.
    pub provinces: Vec<String>,
    /// The year of the first column.
    pub first_year: Year,
    /// Log rate, `[province][year - first_year]`.
    log: Vec<Vec<Option<f64>>>,
    /// Thousand persons, `[province][year - first_year]`.
    population: Vec<Vec<Option<f64>>>,
}

/// What is known of every province at an origin. All vectors are of one length: the provinces with
/// a published rate at the origin.
#[derive(Clone, Debug, PartialEq)]
pub struct Base {
    /// Place of each in `Rates::provinces`.
    pub provinces: Vec<usize>,
    /// Published rate per 10,000 people, log.
    pub log_rate: Vec<f64>,
    /// Rate of these provinces together, log.
    pub log_nation: f64,
    /// Share of each in their people.
    pub share: Vec<f64>,
}

impl Base {
    /// Log distance of a province's rate from that of the nation.
    pub fn deviation(&self, place: usize) -> f64 {
        self.log_rate[place] - self.log_nation
    }

    /// Variance of a province's shock less the people-weighted mean of all shocks, as a share of
    /// the variance of one shock: `1 - 2 w + sum of w^2`.
    pub fn centred(&self, place: usize) -> f64 {
        let squares: f64 = self.share.iter().map(|share| share * share).sum();
        1.0 - 2.0 * self.share[place] + squares
    }
}

impl Rates {
    /// The rates of one stock.
    ///
    /// Doctors are those of the cleaned count. A year in which the count was wider is left out.
    pub fn gather(panel: &[Sited<PanelRow>], stock: Stock) -> Rates {
        let of = |indicator: &str| -> BTreeMap<(&str, Year), f64> {
            panel
                .iter()
                .filter(|row| row.indicator == indicator)
                .map(|row| ((row.province.as_str(), row.year), row.value))
                .collect()
        };
        let (mut rates, people) = (of(stock.rate()), of("population"));
        // Where only the count was published, it is held against the people of that year.
        for ((province, year), count) in of(stock.count()) {
            if let Some(people) = people.get(&(province, year)) {
                rates
                    .entry((province, year))
                    .or_insert(count / people * 10.0);
            }
        }
        let mut provinces: Vec<&str> = rates.keys().map(|(province, _)| *province).collect();
        provinces.dedup();
        let years = || rates.keys().map(|(_, year)| *year);
        let (first_year, last_year) = (years().min().unwrap_or(0), years().max().unwrap_or(-1));
        let board = |values: &BTreeMap<(&str, Year), f64>,
                     take: &dyn Fn(Year, f64) -> Option<f64>| {
            let row = |province: &&str| {
                (first_year..=last_year)
                    .map(|year| {
                        values
                            .get(&(*province, year))
                            .and_then(|&value| take(year, value))
                    })
                    .collect()
            };
            provinces.iter().map(row).collect()
        };
        Rates {
            stock,
            first_year,
            log: board(&rates, &|year, rate| {
                (!stock.is_wider_in(year)).then(|| libm::log(rate))
            }),
            population: board(&people, &|_, people| Some(people)),
            provinces: provinces
                .iter()
                .map(|&province| province.to_owned())
                .collect(),
        }
    }

    /// The years of the board.
    pub fn years(&self) -> std::ops::RangeInclusive<Year> {
        let columns = self.log.first().map_or(0, Vec::len) as Year;
        self.first_year..=self.first_year + columns - 1
    }

    /// The rates of one place by year, as if it were the only province.
    pub fn alone(stock: Stock, place: &str, series: &BTreeMap<Year, f64>) -> Rates {
        let first_year = series.keys().next().copied().unwrap_or(0);
        let last_year = series.keys().next_back().copied().unwrap_or(-1);
        let log =
            (first_year..=last_year).map(|year| series.get(&year).map(|rate| libm::log(*rate)));
        let log: Vec<Option<f64>> = log.collect();
        Rates {
            stock,
            provinces: vec![place.to_owned()],
            first_year,
            population: vec![vec![Some(1.0); log.len()]],
            log: vec![log],
        }
    }

    /// Log of the rate of the nation in the same provinces as at an origin; `None` where a tenth of
    /// their people or more lives where nothing comparable was published.
    pub fn log_nation_of(&self, base: &Base, year: Year) -> Option<f64> {
        let (mut counted, mut people, mut covered) = (0.0, 0.0, 0.0);
        for (province, share) in base.provinces.iter().zip(&base.share) {
            let rate = self.log_rate(*province, year);
            if let Some((rate, inhabitants)) = rate.zip(self.last_population(*province, year)) {
                counted += libm::exp(rate) * inhabitants;
                people += inhabitants;
                covered += share;
            }
        }
        (covered > 0.9).then(|| libm::log(counted / people))
    }

    /// Thousand persons of a province in a year, or when last published before it.
    fn last_population(&self, province: usize, year: Year) -> Option<f64> {
        let known = (self.first_year..=year).rev();
        known
            .filter_map(|year| self.population(province, year))
            .next()
    }

    /// Log of the published rate of a province in a year.
    pub fn log_rate(&self, province: usize, year: Year) -> Option<f64> {
        at(&self.log, province, year - self.first_year)
    }

    /// Thousand persons of a province in a year.
    pub fn population(&self, province: usize, year: Year) -> Option<f64> {
        at(&self.population, province, year - self.first_year)
    }

    /// Log of the rate of the nation: of all provinces with a published rate in that year. `None`
    /// where there is none.
    pub fn log_nation(&self, year: Year) -> Option<f64> {
        self.base(year).map(|base| base.log_nation)
    }

    /// What is known at an origin; `None` where nothing comparable was published.
    pub fn base(&self, origin: Year) -> Option<Base> {
        let known: Vec<(usize, f64, f64)> = (0..self.provinces.len())
            .filter_map(|province| {
                let rate = self.log_rate(province, origin)?;
                Some((province, rate, self.population(province, origin)?))
            })
            .collect();
        let people: f64 = known.iter().map(|(_, _, people)| people).sum();
        let counted: f64 = known
            .iter()
            .map(|(_, rate, people)| libm::exp(*rate) * people)
            .sum();
        (!known.is_empty()).then(|| Base {
            provinces: known.iter().map(|(province, _, _)| *province).collect(),
            log_rate: known.iter().map(|(_, rate, _)| *rate).collect(),
            log_nation: libm::log(counted / people),
            share: known
                .iter()
                .map(|(_, _, inhabitants)| inhabitants / people)
                .collect(),
        })
    }
}

fn at(board: &[Vec<Option<f64>>], row: usize, column: Year) -> Option<f64> {
    let column = usize::try_from(column).ok()?;
    board.get(row)?.get(column).copied().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hindcast::facts::Facts;

    #[test]
    fn what_is_not_comparable_is_left_out() {
        let facts = Facts::built_in();
        let doctors = Rates::gather(&facts.panel, Stock::Doctors);
        let da_nang = doctors
            .provinces
            .iter()
            .position(|code| code == "da-nang")
            .unwrap();
        assert!(doctors.log_rate(da_nang, 2011).is_some());
        assert!(doctors.log_rate(da_nang, 2013).is_none());
        assert!(doctors.base(2012).is_none());
        assert_eq!(doctors.base(2013).unwrap().provinces.len(), 33);
        let beds = Rates::gather(&facts.panel, Stock::Beds);
        assert_eq!(beds.base(2012).unwrap().provinces.len(), 34);
        assert!(beds.log_rate(0, 2014).is_none() && beds.log_rate(0, 1990).is_none());
    }

    #[test]
    fn shares_add_up_to_one() {
        let facts = Facts::built_in();
        let base = Rates::gather(&facts.panel, Stock::Beds).base(2008).unwrap();
        assert!((base.share.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }
}
