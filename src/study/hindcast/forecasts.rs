//! Forecasts from an origin: by the laws fitted then, by the whole model where it is lived, and by
//! rivals that need no model.

use super::lived::{Futures, WAYS, errors, judged, lived, scenario};
use super::{DEPARTMENTS_TO, FURTHEST, Lookback, MARKS, Row, past};
use crate::base::Base;
use crate::engine::{Progress, RunError, Shelf};
use crate::hindcast::calibrate::{Fit, calibrate};
use crate::hindcast::doctors::{self, Registered};
use crate::hindcast::facts::Facts;
use crate::hindcast::found::{Level, NATION, Seen, Target};
use crate::hindcast::law::Law;
use crate::hindcast::mixture::Mixture;
use crate::hindcast::official::Official;
use crate::hindcast::rates::Rates;
use crate::hindcast::score::{Forecast, Rival, Rivals};
use crate::hindcast::variants::{Paths, Variant, weights};
use crate::hindcast::{self, Stock};
use crate::scenario::Scenario;
use crate::units::Year;
use std::collections::BTreeMap;
use std::sync::Arc;

impl Lookback<'_> {
    /// Lives the whole model from an origin, where the tables tell what held then.
    pub fn live(
        &mut self,
        origin: i32,
        futures: u32,
        along: &mut (Shelf<'_>, Progress<'_>),
    ) -> Result<(), RunError> {
        let mut all = Vec::new();
        for scenario in self.scenarios(origin, futures) {
            let mut known = along.0.of(self.lived);
            all.push(lived(&scenario, furthest(origin), &mut known, along.1)?);
            self.lived += 1;
        }
        if !all.is_empty() {
            self.futures.insert(origin, all);
        }
        Ok(())
    }

    /// What is lived from an origin: each way of going on.
    pub fn scenarios(&self, origin: i32, futures: u32) -> Vec<Scenario> {
        if futures == 0 || !self.facts.origins.iter().any(|row| row.origin == origin) {
            return Vec::new();
        }
        let base = base_of(self.facts, &self.official, origin);
        let base = Arc::new(base.expect("tested: every overlay makes a base"));
        let one = |way| scenario(&base, way, furthest(origin), futures);
        let all = WAYS.map(one).into_iter().collect::<Result<Vec<_>, _>>();
        all.expect("tested: every origin with an overlay can be lived")
    }

    /// What the whole model says of a place: log changes from what was published at the origin.
    fn by_whole(
        &self,
        origin: i32,
        stock: Stock,
        place: &str,
        horizon: usize,
        published: f64,
        sd: f64,
    ) -> Vec<(&'static str, Forecast)> {
        let Some(all) = self.futures.get(&origin) else {
            return Vec::new();
        };
        let lived = all[0].of(place, judged(stock), horizon).len();
        let errors = match place {
            NATION => vec![0.0; lived],
            _ => errors(place, stock, origin + horizon as i32, sd, lived as u32),
        };
        let of = |futures: &Futures| -> Vec<f64> {
            let values = futures.of(place, judged(stock), horizon).iter();
            let each = values.zip(&errors);
            each.map(|(value, error)| libm::log(*value) + error - published)
                .collect()
        };
        if stock != Stock::Beds {
            return vec![("model", Forecast::drawn(of(&all[0])))];
        }
        let ways: Vec<Vec<f64>> = all.iter().map(of).collect();
        let weights = weights(&self.events, origin);
        let together = weighed(&ways, weights);
        let names = WAYS.map(|way| by_model_of(way.beds)).into_iter();
        names
            .zip(ways)
            .chain([("model_mixture", together)])
            .map(|(name, draws)| (name, Forecast::drawn(draws)))
            .collect()
    }

    /// Provinces, and the nation of provincial departments.
    pub fn departments(&mut self, origin: i32) {
        for stock in Stock::ALL {
            let Some(fit) = fitted(self.facts, stock, origin) else {
                continue;
            };
            let known = &self.known[&stock];
            let Some(base) = known.base(origin) else {
                continue;
            };
            let now = &self.came.rates[&stock];
            let weights = weights(&self.events, origin);
            let (laws, national) = laws(&fit);
            let rivals = Rivals::at(known, origin);
            let (first, last) = (known.first_year, origin);
            let nation: BTreeMap<i32, f64> = (first..=last)
                .filter_map(|year| Some((year, libm::exp(known.log_nation(year)?))))
                .collect();
            let alone = Rates::alone(stock, NATION, &nation);
            let mut rows = Vec::new();
            let mut put = |level, location: &str, horizon, base, came, model, forecast| {
                rows.push(Row {
                    target: Target::Departments(stock),
                    level,
                    location: location.to_owned(),
                    origin,
                    horizon,
                    model,
                    base,
                    forecast,
                    came,
                });
            };
            for horizon in 1..=FURTHEST {
                let year = origin + horizon as i32;
                for (place, province) in base.provinces.iter().enumerate() {
                    let code = &known.provinces[*province];
                    let there = now.provinces.iter().position(|own| own == code);
                    let log = base.log_rate[place];
                    let came = there
                        .and_then(|own| now.log_rate(own, year))
                        .map(|rate| rate - log);
                    let of = |law: &Law| law.province(&base, place, horizon);
                    for (model, forecast) in by_model(&laws, weights, of) {
                        put(Level::Provinces, code, horizon, log, came, model, forecast);
                    }
                    let whole =
                        self.by_whole(origin, stock, code, horizon, log, fit.law.observation_sd);
                    for (model, forecast) in whole {
                        put(Level::Provinces, code, horizon, log, came, model, forecast);
                    }
                    for rival in Rival::ALL {
                        if let Some(forecast) =
                            rivals.and_then(|all| all.forecast(rival, *province, horizon))
                        {
                            let model = rival.id();
                            put(Level::Provinces, code, horizon, log, came, model, forecast);
                        }
                    }
                }
                let log = base.log_nation;
                let came = now.log_nation_of(&base, year).map(|rate| rate - log);
                for (model, forecast) in by_model(&national, weights, |law| law.nation(horizon)) {
                    put(Level::Nation, NATION, horizon, log, came, model, forecast);
                }
                for (model, forecast) in self.by_whole(origin, stock, NATION, horizon, log, 0.0) {
                    put(Level::Nation, NATION, horizon, log, came, model, forecast);
                }
                for (model, forecast) in rivals_of(&alone, origin, horizon) {
                    put(Level::Nation, NATION, horizon, log, came, model, forecast);
                }
            }
            self.rows.append(&mut rows);
            let most = self.provinces.entry(origin).or_default();
            *most = base.provinces.len().max(*most);
        }
    }

    /// Beds of the nation as the Ministry counts them.
    pub fn official_beds(&mut self, origin: i32) {
        let paths = Paths::at(&self.official, origin);
        let Some((paths, base)) = paths.zip(self.official.rate(origin)) else {
            return;
        };
        let weights = weights(&self.events, origin);
        let laws: Vec<(&'static str, Law)> = Variant::ALL
            .into_iter()
            .map(|variant| (variant.id(), paths.law(variant)))
            .collect();
        let known: BTreeMap<i32, f64> = self
            .official
            .published
            .range(..=origin)
            .map(|(year, rate)| (*year, *rate))
            .chain(std::iter::once((origin, base)))
            .collect();
        let alone = Rates::alone(Stock::Beds, NATION, &known);
        for horizon in 1..=(MARKS.0 - origin) as usize {
            let came = self.came.official.rate(origin + horizon as i32);
            let mut all = by_model(&laws, weights, |law| law.nation(horizon));
            all.extend(self.by_whole(origin, Stock::Beds, NATION, horizon, libm::log(base), 0.0));
            all.extend(rivals_of(&alone, origin, horizon));
            for (model, forecast) in all {
                self.put_official(Stock::Beds, origin, horizon, model, base, forecast, came);
            }
        }
        let told = self.headline_by(origin, "model_mixture", "mixture");
        self.mark(Target::Official(Stock::Beds), 33.0, origin, base, told);
    }

    /// Doctors of the nation as the Ministry counts them.
    pub fn official_doctors(&mut self, origin: i32) {
        let Some(base) = doctors::base(origin) else {
            return;
        };
        for registered in Registered::ALL {
            let looked = self
                .graduates
                .as_ref()
                .and_then(|graduates| doctors::look(graduates, origin, registered));
            for (year, forecast) in looked.into_iter().flatten().enumerate() {
                let horizon = year + 1;
                let came = self.came.doctors.get(&(origin + horizon as i32)).copied();
                let model = registered.id();
                self.put_official(Stock::Doctors, origin, horizon, model, base, forecast, came);
            }
        }
        for horizon in 1..=(MARKS.0 - origin) as usize {
            let came = self.came.doctors.get(&(origin + horizon as i32)).copied();
            for (model, way) in [("model_stopped", 0), ("model_pool", 2)] {
                let Some(futures) = self.futures.get(&origin) else {
                    continue;
                };
                let values =
                    futures[way].of(NATION, Target::Official(Stock::Doctors).id(), horizon);
                let draws = values.iter().map(|value| libm::log(value / base)).collect();
                let forecast = Forecast::drawn(draws);
                self.put_official(Stock::Doctors, origin, horizon, model, base, forecast, came);
            }
        }
        let told = self.headline_by(origin, "model_pool", "pool");
        self.mark(Target::Official(Stock::Doctors), 15.0, origin, base, told);
    }

    /// The whole model where it was lived, else the law alone.
    fn headline_by(&self, origin: i32, whole: &'static str, alone: &'static str) -> &'static str {
        match self.futures.contains_key(&origin) {
            true => whole,
            false => alone,
        }
    }

    fn put_official(
        &mut self,
        stock: Stock,
        origin: i32,
        horizon: usize,
        model: &'static str,
        base: f64,
        forecast: Forecast,
        came: Option<f64>,
    ) {
        self.rows.push(Row {
            target: Target::Official(stock),
            level: Level::Nation,
            location: NATION.to_owned(),
            origin,
            horizon,
            model,
            base: libm::log(base),
            forecast,
            came: came.map(|rate| libm::log(rate / base)),
        });
    }

    /// A target of 2025 as an origin saw it.
    fn mark(&mut self, target: Target, threshold: f64, origin: i32, base: f64, told: &str) {
        let needed = libm::log(threshold / base);
        let own = self.rows.iter().filter(|row| {
            row.target == target
                && row.origin == origin
                && row.origin + row.horizon as i32 == MARKS.0
                && !Rival::ALL.iter().any(|rival| rival.id() == row.model)
        });
        // A value that is exactly reached is met.
        let chance = |row: &Row| 1.0 - row.forecast.pit(needed - 1e-12);
        let by: Vec<(&'static str, f64)> =
            own.clone().map(|row| (row.model, chance(row))).collect();
        if let Some(row) = own.clone().find(|row| row.model == told) {
            let seen = Seen {
                origin: Year(origin),
                by,
                chance: chance(row),
                median: libm::exp(row.base + row.forecast.median()),
            };
            self.marks.entry(target).or_default().push(seen);
        }
    }
}

/// What the whole model with a variant of official beds is called in tables.
fn by_model_of(variant: Variant) -> &'static str {
    match variant {
        Variant::Plateau => "model_plateau",
        Variant::Half => "model_half",
        Variant::GoesOn => "model_goes_on",
    }
}

/// Draws of all ways together: of each way as many futures as its weight, and none of them twice.
fn weighed(ways: &[Vec<f64>], weights: [f64; 3]) -> Vec<f64> {
    let futures = ways.iter().map(Vec::len).min().unwrap_or(0);
    let mut up_to = 0.0;
    let mut all = Vec::with_capacity(futures);
    for (draws, weight) in ways.iter().zip(weights) {
        let from = all.len();
        up_to += weight;
        let to = ((up_to * futures as f64).round() as usize).min(futures);
        all.extend_from_slice(&draws[from..to]);
    }
    all
}

/// The country at the end of an origin. `None` where the tables do not tell of it.
pub(super) fn base_of(facts: &Facts, official: &Official, origin: i32) -> Option<Base> {
    let own = Stock::ALL.into_iter().filter(|_| origin <= DEPARTMENTS_TO);
    let fits: Vec<Fit> = own
        .filter_map(|stock| fitted(facts, stock, origin))
        .collect();
    let beds = fits.iter().find(|fit| fit.stock == Stock::Beds);
    let paths = beds.map_or_else(|| Paths::at(official, origin), Paths::of)?;
    let from = past::Origin {
        year: origin,
        facts,
        fits: &fits,
        paths,
    };
    from.base()
}

/// Years to the furthest forecast from an origin.
pub(super) fn furthest(origin: i32) -> usize {
    match origin <= DEPARTMENTS_TO {
        true => FURTHEST,
        false => (MARKS.0 - origin) as usize,
    }
}

pub(super) fn fitted(facts: &Facts, stock: Stock, origin: i32) -> Option<Fit> {
    let (panel, nation) = facts.until(origin);
    calibrate(&panel, &nation, stock, origin).ok()
}

/// Laws by name.
type Laws = Vec<(&'static str, Law)>;

/// The laws of provinces and of the nation: of beds the three variants, of staff the one fitted.
fn laws(fit: &Fit) -> (Laws, Laws) {
    match (fit.stock, Paths::of(fit)) {
        (Stock::Beds, Some(paths)) => {
            let fitted = |variant: Variant| {
                let (now, long) = paths.growths(variant);
                (
                    variant.id(),
                    Law {
                        now,
                        long,
                        ..fit.law
                    },
                )
            };
            let lone = |variant: Variant| (variant.id(), paths.law(variant));
            (
                Variant::ALL.map(fitted).to_vec(),
                Variant::ALL.map(lone).to_vec(),
            )
        }
        _ => (vec![("law", fit.law)], vec![("law", fit.law)]),
    }
}

/// The forecast of each law, and of all together where there are several.
fn by_model(
    laws: &Laws,
    weights: [f64; 3],
    of: impl Fn(&Law) -> hindcast::normal::Gaussian,
) -> Vec<(&'static str, Forecast)> {
    let mut all: Vec<(&'static str, Forecast)> = laws
        .iter()
        .map(|(model, law)| (*model, Forecast::Normal(of(law))))
        .collect();
    if laws.len() > 1 {
        let parts = weights.into_iter().zip(laws.iter().map(|(_, law)| of(law)));
        all.extend(Mixture::of(parts).map(|both| ("mixture", Forecast::Mixed(both))));
    }
    all
}

/// What rivals say of a place that stands alone.
fn rivals_of(alone: &Rates, origin: i32, horizon: usize) -> Vec<(&'static str, Forecast)> {
    let rivals = Rivals::at(alone, origin);
    let each = |rival: Rival| Some((rival.id(), rivals?.forecast(rival, 0, horizon)?));
    Rival::ALL.into_iter().filter_map(each).collect()
}
