//! How right forecasts were: each is held against what came.

use super::known::late;
use super::{Lookback, MARKS, Options};
use crate::hindcast::found::{
    self, Hindcast, Level, Mark, NATION, Origin, PastTarget, Pit, QUANTILES, Scored, Series,
    Target, Windowed, Windows,
};
use crate::hindcast::score::{Forecast, score};
use crate::hindcast::variants::weights;
use crate::hindcast::{Stock, doctors};
use crate::units::Year;
use std::collections::{BTreeMap, BTreeSet};

impl Lookback<'_> {
    /// Everything put together.
    pub fn found(self, options: &Options) -> Hindcast {
        let origins = self.origins.iter().map(|origin| Origin {
            year: Year(*origin),
            not_known: late(self.facts, *origin, self.futures.contains_key(origin)),
            weights: weights(&self.events, *origin),
            provinces: self.provinces.get(origin).copied().unwrap_or(0),
        });
        let forecasts = self.rows.iter().map(|row| found::Forecast {
            origin: Year(row.origin),
            target: row.target,
            location: row.location.clone(),
            horizon: row.horizon as u32,
            model: row.model,
            quantiles: QUANTILES.map(|u| libm::exp(row.base + row.forecast.quantile(u))),
        });
        let targets = self.facts.targets.iter().map(|row| PastTarget {
            indicator: row.indicator.clone(),
            year: Year(row.year),
            target: row.target,
            set_in: Year(row.set_in),
            result: row.result,
            note: row.note.clone(),
        });
        let came_in = |stock: Stock| match stock {
            Stock::Beds => self.came.official.rate(MARKS.0),
            Stock::Doctors => self.came.doctors.get(&MARKS.0).copied(),
            Stock::Nurses => None,
        };
        let marks = [(Stock::Beds, 33.0), (Stock::Doctors, 15.0)]
            .into_iter()
            .filter_map(|(stock, threshold)| {
                Some(Mark {
                    target: Target::Official(stock),
                    threshold,
                    year: MARKS,
                    came: came_in(stock)?,
                    seen: self.marks.get(&Target::Official(stock))?.clone(),
                })
            });
        Hindcast {
            origins: origins.collect(),
            futures: options.futures,
            actual: options.actual.as_ref().map(|(file, _)| file.clone()),
            known_by: options.known_by.map(Year),
            forecasts: forecasts.collect(),
            series: self.series(),
            scores: self.scores(),
            pits: self.pits(),
            marks: marks.collect(),
            windows: self.windows(),
            past_targets: targets.collect(),
            passed_over: self.came.passed_over.clone().into_iter().collect(),
        }
    }

    /// Years between one origin and the next of its kind, which share no year.
    fn apart(&self, target: Target) -> BTreeSet<(i32, i32)> {
        let own = || self.rows.iter().filter(|row| row.target == target);
        let origins: BTreeSet<i32> = own().map(|row| row.origin).collect();
        let known: BTreeSet<i32> = own()
            .filter(|row| row.came.is_some())
            .map(|row| row.origin + row.horizon as i32)
            .collect();
        let mut all = BTreeSet::new();
        for origin in &origins {
            let next = origins.range(origin + 1..).next();
            let next = next.filter(|next| known.contains(next));
            let reached = known.range(origin + 1..).next_back();
            if let Some(to) = next.or(reached) {
                all.insert((*origin, *to));
            }
        }
        // Where an origin's own end lies beyond the next origin, it would share years.
        let starts: Vec<i32> = all.iter().map(|(from, _)| *from).collect();
        all.retain(|(from, to)| !starts.iter().any(|start| start > from && start < to));
        all
    }

    fn scores(&self) -> Vec<Scored> {
        type Key = (usize, Level, Windows, Option<i32>, Option<usize>, usize);
        let mut models: Vec<&'static str> = Vec::new();
        let mut targets: Vec<Target> = Vec::new();
        fn place<T: PartialEq>(all: &mut Vec<T>, one: T) -> usize {
            let known = all.iter().position(|known| *known == one);
            known.unwrap_or_else(|| {
                all.push(one);
                all.len() - 1
            })
        }
        let mut groups: BTreeMap<Key, Vec<(Forecast, f64)>> = BTreeMap::new();
        let apart: BTreeMap<Target, BTreeSet<(i32, i32)>> = self
            .rows
            .iter()
            .map(|row| row.target)
            .collect::<BTreeSet<_>>()
            .into_iter()
            .map(|target| (target, self.apart(target)))
            .collect();
        for row in &self.rows {
            let Some(came) = row.came else { continue };
            let (t, m) = (
                place(&mut targets, row.target),
                place(&mut models, row.model),
            );
            let mut put = |windows, origin, horizon| {
                let key = (t, row.level, windows, origin, horizon, m);
                let group = groups.entry(key).or_default();
                group.push((row.forecast.clone(), came));
            };
            put(Windows::All, Some(row.origin), Some(row.horizon));
            put(Windows::All, Some(row.origin), None);
            put(Windows::All, None, Some(row.horizon));
            put(Windows::All, None, None);
            let window = (row.origin, row.origin + row.horizon as i32);
            if apart[&row.target].contains(&window) {
                put(Windows::Apart, Some(row.origin), Some(row.horizon));
                put(Windows::Apart, None, None);
            }
        }
        let scored =
            groups
                .into_iter()
                .filter_map(|((t, level, windows, origin, horizon, m), rows)| {
                    let score = score(&rows)?;
                    Some(Scored {
                        target: targets[t],
                        level,
                        windows,
                        origin: origin.map(Year),
                        horizon: horizon.map(|h| h as u32),
                        model: models[m],
                        rows: score.rows,
                        mape: score.mape,
                        bias: score.bias,
                        crps: score.crps,
                        coverage: score.coverage,
                        pit: score.pit.iter().sum::<f64>() / score.pit.len() as f64,
                    })
                });
        scored.collect()
    }

    fn pits(&self) -> Vec<Pit> {
        let mut all: Vec<Pit> = Vec::new();
        for row in &self.rows {
            let Some(came) = row.came else { continue };
            let value = row.forecast.pit(came);
            let own = |pit: &&mut Pit| {
                (pit.target, pit.level, pit.model) == (row.target, row.level, row.model)
            };
            match all.iter_mut().find(own) {
                Some(pit) => pit.values.push(value),
                None => all.push(Pit {
                    target: row.target,
                    level: row.level,
                    model: row.model,
                    values: vec![value],
                }),
            }
        }
        all
    }

    fn windows(&self) -> Vec<Windowed> {
        let mut all = Vec::new();
        for row in &self.rows {
            let to = row.origin + row.horizon as i32;
            let told = self.headline_model(row.target) == row.model;
            if row.level != Level::Nation
                || !told
                || !self.apart(row.target).contains(&(row.origin, to))
            {
                continue;
            }
            if let Some(came) = row.came {
                all.push(Windowed {
                    target: row.target,
                    from: Year(row.origin),
                    to: Year(to),
                    forecast: [0.1, 0.5, 0.9]
                        .map(|u| libm::exp(row.base + row.forecast.quantile(u))),
                    came: libm::exp(row.base + came),
                });
            }
        }
        all
    }

    /// The model whose forecast is the answer on a target.
    fn headline_model(&self, target: Target) -> &'static str {
        let own = self.rows.iter().filter(|row| row.target == target);
        found::headline_of(&own.map(|row| row.model).collect::<Vec<_>>())
    }

    /// What was published of everything that was forecast.
    fn series(&self) -> Vec<Series> {
        let mut all = Vec::new();
        let points = |values: &BTreeMap<i32, f64>| {
            let years = values.iter().map(|(year, value)| (Year(*year), *value));
            years.collect::<Vec<_>>()
        };
        let asked = |target: Target| self.rows.iter().any(|row| row.target == target);
        for stock in Stock::ALL {
            let target = Target::Departments(stock);
            if !asked(target) {
                continue;
            }
            let now = &self.came.rates[&stock];
            let years = now.years();
            let last_base = years.clone().filter_map(|year| now.base(year)).next();
            let nation = years.clone().filter_map(|year| {
                let rate = now.log_nation_of(last_base.as_ref()?, year)?;
                Some((year, libm::exp(rate)))
            });
            all.push(Series {
                target,
                location: NATION.to_owned(),
                points: points(&nation.collect()),
            });
            for (place, code) in now.provinces.iter().enumerate() {
                let own = years
                    .clone()
                    .filter_map(|year| Some((year, libm::exp(now.log_rate(place, year)?))));
                all.push(Series {
                    target,
                    location: code.clone(),
                    points: points(&own.collect()),
                });
            }
        }
        if asked(Target::Official(Stock::Beds)) {
            let series = &self.came.official;
            let mut known = series.published.clone();
            for (year, rate) in &series.assumed {
                known.entry(*year).or_insert(*rate);
            }
            all.push(Series {
                target: Target::Official(Stock::Beds),
                location: NATION.to_owned(),
                points: points(&known),
            });
        }
        if asked(Target::Official(Stock::Doctors)) {
            let mut known = self.came.doctors.clone();
            for origin in self.origins {
                if let Some(base) = doctors::base(*origin) {
                    known.entry(*origin).or_insert(base);
                }
            }
            all.push(Series {
                target: Target::Official(Stock::Doctors),
                location: NATION.to_owned(),
                points: points(&known),
            });
        }
        all
    }
}
