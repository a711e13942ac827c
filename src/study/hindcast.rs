//! Earlier years are asked what later ones would bring: each origin forecasts by the law fitted on
//! what was published by then, by its variants and by rivals that need no model, and is held against
//! what came.
//!
//! Provinces, and the nation of provincial departments, to 2013: the law fitted at the origin. The
//! nation as the Ministry counts it, from 2018: official beds by their variants with the weights known
//! then; official doctors by the pool.
//!
//! The law is looked back on alone, and with the whole model lived from a base of the origin
//! ([`past`], [`mod@lived`]), where the tables tell what held then.

pub mod lived;
pub mod past;

use crate::base::{Base, TableProblem, former};
use crate::diagnostic::nearest;
use crate::hindcast::calibrate::{Fit, calibrate};
use crate::hindcast::doctors::{self, Registered};
use crate::hindcast::facts::{At, Came, Facts, PanelRow, Sited};
use crate::hindcast::found::{
    self as found, Hindcast, Late, Level, Mark, NATION, Origin, PastTarget, Pit, QUANTILES, Scored,
    Seen, Series, Windowed, Windows,
};
use crate::hindcast::law::Law;
use crate::hindcast::mixture::Mixture;
use crate::hindcast::official::Official;
use crate::hindcast::pool::Graduates;
use crate::hindcast::rates::Rates;
use crate::hindcast::score::{Forecast, Rival, Rivals, score};
use crate::hindcast::variants::{Event, Paths, Variant, weights};
use crate::hindcast::{self, Stock};
use crate::messages::base as messages;
use crate::units::Year;
use lived::{Futures, WAYS, errors, judged, lived};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Years to the furthest forecast of provinces.
const FURTHEST: usize = 5;
/// The year of the marks.
const MARKS: Year = Year(2025);
/// Last origin of provincial departments.
const DEPARTMENTS_TO: i32 = 2013;

/// Origins asked for where nobody names any.
pub const USUAL: [i32; 6] = [2008, 2011, 2013, 2018, 2020, 2022];

/// Origins that can be asked for.
pub const POSSIBLE: [i32; 12] = [
    2006, 2007, 2008, 2009, 2010, 2011, 2012, 2013, 2018, 2020, 2022, 2023,
];

/// What is asked.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// Years to forecast from, each of `POSSIBLE`.
    pub origins: Vec<i32>,
    /// What came as the user wrote it down, with the name of the file.
    pub actual: Option<(String, Came)>,
    /// The year by which everything used must have been published.
    pub known_by: Option<i32>,
    /// Futures of the whole model that are lived from each origin by each way of going on; 0: the law
    /// alone is looked back on.
    pub futures: u32,
}

/// Futures where nobody asks for another number.
pub const FUTURES: u32 = 1_000;

/// Looks back.
///
/// # Errors
/// Every row that was not published by the year asked for, and everything of the user's file that
/// cannot be scored.
pub fn hindcast(asked: &Asked) -> Result<Hindcast, Vec<TableProblem>> {
    let facts = Facts::built_in();
    let mut origins = asked.origins.clone();
    origins.sort_unstable();
    origins.dedup();
    if let Some(year) = asked.known_by {
        not_known_by(facts, &origins, year, asked.futures > 0)?;
    }
    let came = What::came(facts, asked.actual.as_ref())?;
    let mut look = Look::new(facts, &came, &origins);
    for origin in &origins {
        if asked.futures > 0 {
            look.live(*origin, asked.futures);
        }
        if *origin <= DEPARTMENTS_TO {
            look.departments(*origin);
        } else {
            look.official_beds(*origin);
            look.official_doctors(*origin);
        }
    }
    let found = look.found(asked);
    if let Some((file, _)) = &asked.actual
        && !came.is_scored(&found)
    {
        return Err(vec![nothing_to_score(file)]);
    }
    Ok(found)
}

/// Rows that forecasts of these origins use and that were published after a year.
fn not_known_by(
    facts: &Facts,
    origins: &[i32],
    year: i32,
    whole: bool,
) -> Result<(), Vec<TableProblem>> {
    let mut late: BTreeMap<(String, u64), (String, i32, i32)> = BTreeMap::new();
    for origin in origins {
        for (at, id, published) in used(facts, *origin, whole) {
            if published > year {
                let place = (at.file, at.line);
                late.entry(place).or_insert((id, published, *origin));
            }
        }
    }
    let told = late
        .into_iter()
        .map(|((file, line), (id, published, origin))| {
            let said = messages::not_known_by(id, origin, published, year);
            let at = At { file, line };
            at.problem("published", "hindcast::not-known-by", said)
        });
    let told: Vec<TableProblem> = told.collect();
    if told.is_empty() { Ok(()) } else { Err(told) }
}

/// Every row that the forecasts of an origin use: place, what it tells of, year of publication. The
/// whole model uses every row of the overlay.
fn used(facts: &Facts, origin: i32, whole: bool) -> Vec<(At, String, i32)> {
    let mut all = used_by_law(facts, origin);
    if whole {
        let own = facts.origins.iter().filter(|row| row.origin == origin);
        for row in own {
            let told = (row.at.clone(), row.id.clone(), row.published);
            if !all.contains(&told) {
                all.push(told);
            }
        }
    }
    all
}

fn used_by_law(facts: &Facts, origin: i32) -> Vec<(At, String, i32)> {
    let mut all = Vec::new();
    if origin <= DEPARTMENTS_TO {
        let own = |indicator: &str| {
            indicator == "population"
                || Stock::ALL
                    .iter()
                    .any(|stock| indicator == stock.count() || indicator == stock.rate())
        };
        for row in facts.panel.iter().filter(|row| row.year <= origin) {
            if own(&row.indicator) {
                all.push((row.at.clone(), row.indicator.clone(), row.published));
            }
        }
        let own = ["beds_per_10k", "doctors", "nurses", "population"];
        for row in facts.nation.iter().filter(|row| row.year <= origin) {
            let scope = ["state", "all"].contains(&row.scope.as_str());
            if scope && own.contains(&row.indicator.as_str()) {
                all.push((row.at.clone(), row.indicator.clone(), row.published));
            }
        }
        return all;
    }
    for row in facts.nation.iter().filter(|row| row.year <= origin) {
        let series = row.scope == "state" || row.scope == "all" && row.year >= 2018;
        if series && row.indicator == "beds_per_10k" {
            all.push((row.at.clone(), row.indicator.clone(), row.published));
        }
    }
    let series = Official::beds(facts);
    for row in facts.origins.iter().filter(|row| row.origin == origin) {
        let base = row.id == "base.beds_per_10k" && series.assumed.contains_key(&origin);
        let doctors = row.id == "base.doctors_per_10k" && doctors::base(origin).is_some();
        if base || doctors {
            all.push((row.at.clone(), row.id.clone(), row.published));
        }
    }
    if doctors::base(origin).is_some() {
        for row in facts
            .graduates
            .iter()
            .filter(|row| row.occupation == "doctor")
        {
            let id = format!("graduates of {}", row.year);
            all.push((row.at.clone(), id, row.published));
        }
    }
    all
}

/// Rows of an origin that a forecaster did not have, those used here first.
fn late(facts: &Facts, origin: i32, whole: bool) -> Vec<Late> {
    let used = used(facts, origin, whole);
    let mut all: Vec<Late> = Vec::new();
    let notes: BTreeMap<(&str, u64), &str> = facts
        .origins
        .iter()
        .map(|row| ((row.at.file.as_str(), row.at.line), row.note.as_str()))
        .collect();
    for (at, id, published) in &used {
        if *published > origin + 1 {
            let note = notes.get(&(at.file.as_str(), at.line)).copied();
            all.push(Late {
                place: at.to_string(),
                id: id.clone(),
                published: Year(*published),
                used: true,
                note: note.unwrap_or_default().to_owned(),
            });
        }
    }
    for row in facts.not_known_then(origin) {
        let place = row.at.to_string();
        if all.iter().all(|known| known.place != place) {
            all.push(Late {
                place,
                id: row.id.clone(),
                published: Year(row.published),
                used: false,
                note: row.note.clone(),
            });
        }
    }
    all
}

/// What came: the tables, with the user's own in their place.
struct What {
    rates: BTreeMap<Stock, Rates>,
    official: Official,
    doctors: BTreeMap<i32, f64>,
    /// Targets and years that the user's file tells of.
    told: BTreeSet<(&'static str, i32)>,
    passed_over: BTreeMap<String, usize>,
}

impl What {
    fn came(facts: &Facts, actual: Option<&(String, Came)>) -> Result<What, Vec<TableProblem>> {
        let mut panel = facts.panel.clone();
        let mut what = What {
            rates: BTreeMap::new(),
            official: Official::beds(facts),
            doctors: facts
                .nation
                .iter()
                .filter(|row| row.indicator == "doctors_per_10k" && row.scope == "all")
                .map(|row| (row.year, row.value))
                .collect(),
            told: BTreeSet::new(),
            passed_over: BTreeMap::new(),
        };
        match actual {
            None => {}
            Some((_, Came::Panel(rows))) => what.provinces(&mut panel, rows)?,
            Some((_, Came::Nation(rows))) => {
                for row in rows {
                    let of_all = row.scope == "all";
                    match (row.indicator.as_str(), of_all) {
                        ("beds_per_10k", true) => {
                            what.official.assumed.remove(&row.year);
                            what.official.published.insert(row.year, row.value);
                            what.told.insert((official(Stock::Beds), row.year));
                        }
                        ("doctors_per_10k", true) => {
                            what.doctors.insert(row.year, row.value);
                            what.told.insert((official(Stock::Doctors), row.year));
                        }
                        (other, _) => {
                            let name = format!("{other} ({})", row.scope);
                            *what.passed_over.entry(name).or_default() += 1;
                        }
                    }
                }
            }
        }
        for stock in Stock::ALL {
            what.rates.insert(stock, Rates::gather(&panel, stock));
        }
        Ok(what)
    }

    /// The user's rows of provinces take the place of those of the program.
    fn provinces(
        &mut self,
        panel: &mut Vec<Sited<PanelRow>>,
        rows: &[Sited<PanelRow>],
    ) -> Result<(), Vec<TableProblem>> {
        let places: BTreeSet<String> = panel.iter().map(|row| row.province.clone()).collect();
        let about = |row: &PanelRow| (row.province.clone(), row.indicator.clone(), row.year);
        let mut own: BTreeMap<_, _> = BTreeMap::new();
        let mut problems = Vec::new();
        for row in rows {
            if !places.contains(&row.province) {
                let base = Base::builtin();
                let known = || places.iter().map(String::as_str);
                let merged = former::help(&base.former_units, &row.province, known());
                let near = || {
                    Some(messages::did_you_mean_name(nearest(
                        &row.province,
                        known(),
                    )?))
                };
                let said = messages::unknown_place(&row.province, merged.or_else(near));
                problems.push(row.at.problem("province", "hindcast::unknown-place", said));
                continue;
            }
            let stock = Stock::ALL
                .into_iter()
                .find(|stock| row.indicator == stock.count() || row.indicator == stock.rate());
            match stock {
                Some(stock) => {
                    self.told.insert((departments(stock), row.year));
                }
                None if row.indicator != "population" => {
                    *self.passed_over.entry(row.indicator.clone()).or_default() += 1;
                    continue;
                }
                None => {}
            }
            own.insert(about(&row.row), row);
        }
        // A count of one's own is not held against a rate of the program's.
        let stale = |row: &PanelRow| {
            let told = |indicator: &str| {
                own.contains_key(&(row.province.clone(), indicator.to_owned(), row.year))
            };
            own.contains_key(&about(row))
                || Stock::ALL
                    .iter()
                    .any(|stock| row.indicator == stock.rate() && told(stock.count()))
        };
        panel.retain(|row| !stale(&row.row));
        panel.extend(own.values().map(|row| (*row).clone()));
        let there: BTreeSet<_> = panel.iter().map(|row| about(&row.row)).collect();
        for ((province, indicator, year), row) in &own {
            let Some(stock) = Stock::ALL.into_iter().find(|s| indicator == s.count()) else {
                continue;
            };
            let has =
                |indicator: &str| there.contains(&(province.clone(), indicator.to_owned(), *year));
            if !has("population") && !has(stock.rate()) {
                let said =
                    messages::nobody_to_hold_against(indicator, province, *year, stock.rate());
                problems.push(row.at.problem("value", "hindcast::no-people", said));
            }
        }
        if problems.is_empty() {
            return Ok(());
        }
        crate::base::problem::by_place(&mut problems);
        Err(problems)
    }

    /// Whether anything of the user's file was scored.
    fn is_scored(&self, found: &Hindcast) -> bool {
        self.told.iter().any(|(target, year)| {
            found.forecasts.iter().any(|forecast| {
                forecast.target == *target
                    && forecast.origin.0 + forecast.horizon as i32 == *year
                    && found
                        .series(target, &forecast.location)
                        .is_some_and(|s| s.points.iter().any(|(y, _)| y.0 == *year))
            })
        })
    }
}

fn nothing_to_score(file: &str) -> TableProblem {
    let indicators: Vec<&str> = Stock::ALL.iter().map(|stock| stock.rate()).collect();
    let said = messages::nothing_to_score(FURTHEST, DEPARTMENTS_TO, indicators.join(", "), MARKS);
    TableProblem::of("hindcast::nothing-to-score", file, None, said)
}

fn departments(stock: Stock) -> &'static str {
    match stock {
        Stock::Beds => "beds_per_10k_departments",
        Stock::Doctors => "doctors_per_10k_departments",
        Stock::Nurses => "nurses_per_10k_departments",
    }
}

/// The count of the Ministry.
fn official(stock: Stock) -> &'static str {
    match stock {
        Stock::Beds => "beds_per_10k_official",
        Stock::Doctors => "doctors_per_10k_official",
        Stock::Nurses => "nurses_per_10k_official",
    }
}

/// A forecast with its place, and what came.
struct Row {
    target: &'static str,
    level: Level,
    location: String,
    origin: i32,
    horizon: usize,
    model: &'static str,
    /// What the change is a change of, log.
    base: f64,
    forecast: Forecast,
    /// Log change that came.
    came: Option<f64>,
}

/// Looking back, under way.
struct Look<'a> {
    facts: &'a Facts,
    came: &'a What,
    origins: &'a [i32],
    known: BTreeMap<Stock, Rates>,
    official: Official,
    events: Vec<Event>,
    graduates: Option<Graduates>,
    rows: Vec<Row>,
    marks: BTreeMap<&'static str, Vec<Seen>>,
    provinces: BTreeMap<i32, usize>,
    /// The whole model from an origin, by each of [`WAYS`].
    futures: BTreeMap<i32, Vec<Futures>>,
}

impl<'a> Look<'a> {
    fn new(facts: &'a Facts, came: &'a What, origins: &'a [i32]) -> Look<'a> {
        let known: BTreeMap<Stock, Rates> = Stock::ALL
            .into_iter()
            .map(|stock| (stock, Rates::gather(&facts.panel, stock)))
            .collect();
        let official = Official::beds(facts);
        let fit = fitted(facts, Stock::Beds, 2008);
        let events = fit
            .and_then(|fit| Event::of_2008(&known[&Stock::Beds], &fit))
            .into_iter()
            .chain(Event::of_2018(&official));
        Look {
            facts,
            came,
            origins,
            events: events.collect(),
            known,
            official,
            graduates: Graduates::doctors(facts).ok(),
            rows: Vec::new(),
            marks: BTreeMap::new(),
            provinces: BTreeMap::new(),
            futures: BTreeMap::new(),
        }
    }

    /// Lives the whole model from an origin, where the tables tell what held then.
    fn live(&mut self, origin: i32, futures: u32) {
        if !self.facts.origins.iter().any(|row| row.origin == origin) {
            return;
        }
        let base = base_of(self.facts, &self.official, origin);
        let base = Arc::new(base.expect("tested: every overlay makes a base"));
        let years = furthest(origin);
        let all = WAYS.map(|way| lived(&base, way, years, futures));
        let all = all.into_iter().collect::<Result<Vec<_>, _>>();
        let all = all.expect("tested: every origin with an overlay can be lived");
        self.futures.insert(origin, all);
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
            each.map(|(value, error)| value.ln() + error - published)
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
    fn departments(&mut self, origin: i32) {
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
                .filter_map(|year| Some((year, known.log_nation(year)?.exp())))
                .collect();
            let alone = Rates::alone(stock, NATION, &nation);
            let mut rows = Vec::new();
            let mut put = |level, location: &str, horizon, base, came, model, forecast| {
                rows.push(Row {
                    target: departments(stock),
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
    fn official_beds(&mut self, origin: i32) {
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
            all.extend(self.by_whole(origin, Stock::Beds, NATION, horizon, base.ln(), 0.0));
            all.extend(rivals_of(&alone, origin, horizon));
            for (model, forecast) in all {
                self.put_official(Stock::Beds, origin, horizon, model, base, forecast, came);
            }
        }
        let told = self.told_by(origin, "model_mixture", "mixture");
        self.mark(official(Stock::Beds), 33.0, origin, base, told);
    }

    /// Doctors of the nation as the Ministry counts them.
    fn official_doctors(&mut self, origin: i32) {
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
                let values = futures[way].of(NATION, official(Stock::Doctors), horizon);
                let draws = values.iter().map(|value| (value / base).ln()).collect();
                let forecast = Forecast::drawn(draws);
                self.put_official(Stock::Doctors, origin, horizon, model, base, forecast, came);
            }
        }
        let told = self.told_by(origin, "model_pool", "pool");
        self.mark(official(Stock::Doctors), 15.0, origin, base, told);
    }

    /// The whole model where it was lived, else the law alone.
    fn told_by(&self, origin: i32, whole: &'static str, alone: &'static str) -> &'static str {
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
            target: official(stock),
            level: Level::Nation,
            location: NATION.to_owned(),
            origin,
            horizon,
            model,
            base: base.ln(),
            forecast,
            came: came.map(|rate| (rate / base).ln()),
        });
    }

    /// A target of 2025 as an origin saw it.
    fn mark(&mut self, target: &'static str, threshold: f64, origin: i32, base: f64, told: &str) {
        let needed = (threshold / base).ln();
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
                told: chance(row),
                median: (row.base + row.forecast.median()).exp(),
            };
            self.marks.entry(target).or_default().push(seen);
        }
    }

    /// Everything put together.
    fn found(self, asked: &Asked) -> Hindcast {
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
            quantiles: QUANTILES.map(|u| (row.base + row.forecast.quantile(u)).exp()),
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
                    target: official(stock),
                    threshold,
                    year: MARKS,
                    came: came_in(stock)?,
                    seen: self.marks.get(official(stock))?.clone(),
                })
            });
        Hindcast {
            origins: origins.collect(),
            futures: asked.futures,
            actual: asked.actual.as_ref().map(|(file, _)| file.clone()),
            known_by: asked.known_by.map(Year),
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
    fn apart(&self, target: &str) -> BTreeSet<(i32, i32)> {
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
        let mut targets: Vec<&'static str> = Vec::new();
        let place = |all: &mut Vec<&'static str>, name| {
            all.iter()
                .position(|known| *known == name)
                .unwrap_or_else(|| {
                    all.push(name);
                    all.len() - 1
                })
        };
        let mut groups: BTreeMap<Key, Vec<(Forecast, f64)>> = BTreeMap::new();
        let apart: BTreeMap<&str, BTreeSet<(i32, i32)>> = self
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
            if apart[row.target].contains(&window) {
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
            let told = self.told(row.target) == row.model;
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
                    forecast: [0.1, 0.5, 0.9].map(|u| (row.base + row.forecast.quantile(u)).exp()),
                    came: (row.base + came).exp(),
                });
            }
        }
        all
    }

    /// The model that is told of a target.
    fn told(&self, target: &str) -> &'static str {
        let own = self.rows.iter().filter(|row| row.target == target);
        found::told_of(&own.map(|row| row.model).collect::<Vec<_>>())
    }

    /// What was published of everything that was forecast.
    fn series(&self) -> Vec<Series> {
        let mut all = Vec::new();
        let points = |values: &BTreeMap<i32, f64>| {
            let years = values.iter().map(|(year, value)| (Year(*year), *value));
            years.collect::<Vec<_>>()
        };
        let asked = |target: &str| self.rows.iter().any(|row| row.target == target);
        for stock in Stock::ALL {
            let target = departments(stock);
            if !asked(target) {
                continue;
            }
            let now = &self.came.rates[&stock];
            let years = now.years();
            let last_base = years.clone().filter_map(|year| now.base(year)).next();
            let nation = years.clone().filter_map(|year| {
                let rate = now.log_nation_of(last_base.as_ref()?, year)?;
                Some((year, rate.exp()))
            });
            all.push(Series {
                target,
                location: NATION.to_owned(),
                points: points(&nation.collect()),
            });
            for (place, code) in now.provinces.iter().enumerate() {
                let own = years
                    .clone()
                    .filter_map(|year| Some((year, now.log_rate(place, year)?.exp())));
                all.push(Series {
                    target,
                    location: code.clone(),
                    points: points(&own.collect()),
                });
            }
        }
        if asked(official(Stock::Beds)) {
            let series = &self.came.official;
            let mut known = series.published.clone();
            for (year, rate) in &series.assumed {
                known.entry(*year).or_insert(*rate);
            }
            all.push(Series {
                target: official(Stock::Beds),
                location: NATION.to_owned(),
                points: points(&known),
            });
        }
        if asked(official(Stock::Doctors)) {
            let mut known = self.came.doctors.clone();
            for origin in self.origins {
                if let Some(base) = doctors::base(*origin) {
                    known.entry(*origin).or_insert(base);
                }
            }
            all.push(Series {
                target: official(Stock::Doctors),
                location: NATION.to_owned(),
                points: points(&known),
            });
        }
        all
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
fn base_of(facts: &Facts, official: &Official, origin: i32) -> Option<Base> {
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
fn furthest(origin: i32) -> usize {
    match origin <= DEPARTMENTS_TO {
        true => FURTHEST,
        false => (MARKS.0 - origin) as usize,
    }
}

fn fitted(facts: &Facts, stock: Stock, origin: i32) -> Option<Fit> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hindcast::facts::came;
    use crate::hindcast::seen;
    use crate::hindcast::variants::BUILT;

    fn usual() -> Hindcast {
        let asked = Asked {
            origins: USUAL.to_vec(),
            ..Asked::default()
        };
        hindcast(&asked).unwrap()
    }

    #[test]
    fn both_marks_of_2025_would_have_been_given_less_than_they_deserved() {
        let found = usual();
        let told = |mark: &Mark| mark.seen.iter().map(|seen| seen.told).collect::<Vec<_>>();
        let [beds, doctors] = &found.marks[..] else {
            panic!("{:?}", found.marks)
        };
        for (seen, printed) in told(beds).iter().zip([0.29, 0.36, 0.57]) {
            assert!((seen - printed).abs() < 0.011, "{seen} {printed}");
        }
        for (seen, printed) in told(doctors).iter().zip([0.10, 0.11, 0.23]) {
            assert!((seen - printed).abs() < 0.05, "{seen} {printed}");
        }
        assert_eq!((beds.came, doctors.came), (34.5, 15.0));
        assert_eq!(beds.seen.len(), 3);
    }

    #[test]
    fn beds_and_doctors_are_scored_as_the_closed_form_is() {
        let found = usual();
        let at = |target, model, horizon| {
            let own = found.scores.iter().find(|s| {
                s.target == target
                    && s.level == Level::Provinces
                    && s.windows == Windows::All
                    && (s.origin, s.horizon) == (Some(Year(2008)), Some(horizon))
                    && s.model == model
            });
            own.unwrap().clone()
        };
        // As printed for origin 2008 by the law alone.
        let expected = crate::hindcast::printed::expected();
        for (target, model, stock) in [
            ("beds_per_10k_departments", "goes_on", "beds"),
            ("doctors_per_10k_departments", "law", "doctors"),
            ("nurses_per_10k_departments", "law", "nurses"),
        ] {
            for horizon in [3, 5] {
                let printed = expected
                    .iter()
                    .find(|e| (e.indicator.as_str(), e.origin, e.h) == (stock, 2008, horizon))
                    .unwrap();
                let own = at(target, model, horizon as u32);
                assert!(
                    (own.mape - printed.mape).abs() < 0.02,
                    "{own:?} {printed:?}"
                );
                assert!((own.coverage[1] - printed.cov80).abs() < 0.01);
                let rival = at(target, "pooled_growth", horizon as u32);
                assert!((rival.mape - printed.mape_pooled_growth).abs() < 0.05);
            }
        }
    }

    /// `UPDATE_SEEN=1 cargo test --release -- --ignored seen_anew` writes the table of marks anew.
    #[test]
    #[ignore = "lives thousands of futures: minutes where nothing is optimised"]
    fn marks_are_seen_anew() {
        let asked = Asked {
            origins: vec![2018, 2020, 2022],
            futures: FUTURES,
            ..Asked::default()
        };
        let table = seen::table(&hindcast(&asked).unwrap().marks);
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/hindcast/seen.csv");
        if std::env::var_os("UPDATE_SEEN").is_some() {
            std::fs::write(path, &table).unwrap();
        }
        assert_eq!(table, std::fs::read_to_string(path).unwrap());
    }

    #[test]
    fn the_whole_model_is_lived_from_every_origin_with_an_overlay() {
        const FEW: u32 = 64;
        let asked = Asked {
            origins: USUAL.to_vec(),
            futures: FEW,
            ..Asked::default()
        };
        let found = hindcast(&asked).unwrap();
        // The table of marks is of more futures: within four standard errors of these.
        for (mark, held) in found.marks.iter().zip(seen::marks()) {
            assert_eq!(
                (mark.target, mark.seen.len()),
                (held.target, held.seen.len())
            );
            for (few, many) in mark.seen.iter().zip(&held.seen) {
                let spread = (many.told * (1.0 - many.told)).max(0.05) / f64::from(FEW);
                let apart = (few.told - many.told).abs();
                assert!(apart < 4.0 * spread.sqrt(), "{few:?} {many:?}");
            }
        }
        let of = |target: &str, model: &str, origin: i32, horizon: u32| {
            let own = found.scores.iter().find(|s| {
                (s.target, s.level, s.windows, s.model)
                    == (target, Level::Provinces, Windows::All, model)
                    && (s.origin, s.horizon) == (Some(Year(origin)), Some(horizon))
            });
            own.unwrap()
        };
        // Nearer than the mean growth of all, and bands that hold what they promise.
        for (target, model, three, five) in [
            ("beds_per_10k_departments", "model_goes_on", 9.4, 10.2),
            ("doctors_per_10k_departments", "model", 7.9, 11.3),
            ("nurses_per_10k_departments", "model", 13.5, 14.5),
        ] {
            for (horizon, most) in [(3, three), (5, five)] {
                let score = of(target, model, 2008, horizon);
                assert!(score.mape < most, "{score:?}");
                assert!((60.0..=97.5).contains(&score.coverage[1]), "{score:?}");
            }
        }
        // Every row of the overlay is counted as used.
        let late = &found.origins[0].not_known;
        assert!(
            late.iter()
                .any(|late| late.used && late.id == "train.grad_doctor")
        );
        let refused = hindcast(&Asked {
            known_by: Some(2009),
            origins: vec![2008],
            ..asked
        });
        assert!(
            refused
                .unwrap_err()
                .iter()
                .any(|p| p.message.contains("train.grad_doctor"))
        );
    }

    #[test]
    fn built_beds_grow_in_runs_as_the_variants_have_it() {
        let facts = Facts::built_in();
        for (origin, held) in BUILT.into_iter().filter(|(year, _)| USUAL.contains(year)) {
            let base = base_of(facts, &Official::beds(facts), origin).unwrap();
            let years = furthest(origin);
            let all = lived(&Arc::new(base), WAYS[0], years, 64).unwrap();
            let median = |horizon| {
                let values = all.of(NATION, "beds_per_10k", horizon);
                Forecast::drawn(values.to_vec()).median()
            };
            let grown = (median(years) / median(0)).ln() / years as f64;
            assert!((grown - held).abs() < 0.002, "{origin}: {grown}");
        }
    }

    #[test]
    fn what_holds_only_for_a_time_is_laid_over_at_earlier_origins() {
        let facts = Facts::built_in();
        for origin in USUAL {
            let base = base_of(facts, &Official::beds(facts), origin).unwrap();
            let examined = base.occupations.iter().any(|o| o.exam_from.is_some());
            for a in &Base::builtin().assumptions.all {
                let Some(since) = a.since.filter(|since| *since > origin) else {
                    continue;
                };
                let laid = facts
                    .origins
                    .iter()
                    .any(|row| row.origin == origin && row.id == a.id);
                let gone = base.assumptions.get(&a.id).is_none();
                let idle = a.id.starts_with("exam.") && !examined || a.id.starts_with("ntp.");
                let stands_in = past::STANDS_IN.contains(&a.id.as_str());
                assert!(
                    laid || gone || idle || stands_in,
                    "{} of {since} at {origin}",
                    a.id
                );
            }
        }
    }

    #[test]
    fn windows_apart_are_those_between_origins() {
        let found = usual();
        let beds: Vec<(i32, i32)> = found
            .windows
            .iter()
            .filter(|w| w.target.starts_with("beds"))
            .map(|w| (w.from.0, w.to.0))
            .collect();
        let between = [
            (2008, 2011),
            (2011, 2013),
            (2018, 2020),
            (2020, 2022),
            (2022, 2025),
        ];
        assert_eq!(beds, between);
    }

    #[test]
    fn what_was_not_known_then_is_listed_and_can_be_refused() {
        let found = usual();
        let of = |year| found.origins.iter().find(|o| o.year == Year(year)).unwrap();
        let used = |year| {
            let late = of(year).not_known.iter().filter(|late| late.used);
            late.map(|late| late.id.clone()).collect::<Vec<_>>()
        };
        assert!(used(2008).is_empty());
        assert!(used(2020).contains(&"base.beds_per_10k".to_owned()));
        assert!(of(2008).not_known.len() >= 8);

        let asked = Asked {
            origins: vec![2020],
            known_by: Some(2021),
            ..Asked::default()
        };
        let refused = hindcast(&asked).unwrap_err();
        let beds = refused
            .iter()
            .find(|p| p.message.contains("base.beds_per_10k"))
            .unwrap();
        assert_eq!(beds.file, "assets/hindcast/origin_laws.csv");
        assert!(beds.line.is_some() && beds.code == "hindcast::not-known-by");
        let asked = Asked {
            origins: vec![2008],
            known_by: Some(2009),
            ..Asked::default()
        };
        assert!(hindcast(&asked).is_ok());
        let asked = Asked {
            known_by: Some(2008),
            ..asked
        };
        assert!(hindcast(&asked).unwrap_err().len() > 100);
    }

    const HEADER: &str =
        "province,indicator,year,value,unit,scope,source_id,grade,published,vintage,note\n";

    fn with(rows: &str, origin: i32) -> Result<Hindcast, Vec<TableProblem>> {
        let came = came("mine.csv", &format!("{HEADER}{rows}"))?;
        hindcast(&Asked {
            origins: vec![origin],
            actual: Some(("mine.csv".to_owned(), came)),
            known_by: None,
            futures: 0,
        })
    }

    #[test]
    fn later_years_of_ones_own_are_scored() {
        let rows = "hue,beds_per_10000,2014,30.5,r,p,S,A,2015,,\n\
                    hue,hospitals,2014,3,n,p,S,A,2015,,\n";
        let found = with(rows, 2013).unwrap();
        assert_eq!(found.passed_over, [("hospitals".to_owned(), 1)]);
        let scored: Vec<&Scored> = found
            .scores
            .iter()
            .filter(|s| s.level == Level::Provinces && s.model == "mixture")
            .collect();
        assert!(!scored.is_empty() && scored.iter().all(|s| s.rows == 1));
        // A count is held against its people.
        let rows = "hue,beds_excl_stations,2014,3500,n,p,S,A,2015,,\n\
                    hue,population,2014,1131,k,p,S,A,2015,,\n";
        let found = with(rows, 2013).unwrap();
        let own = found.series("beds_per_10k_departments", "hue").unwrap();
        let (year, rate) = own.points.last().unwrap();
        assert!(*year == Year(2014) && (rate - 35_000.0 / 1_131.0).abs() < 1e-9);
    }

    #[test]
    fn a_file_that_cannot_be_scored_is_refused_at_its_place() {
        for (rows, code, line) in [
            (
                "heu,beds_per_10000,2014,30.5,r,p,S,A,2015,,\n",
                "hindcast::unknown-place",
                Some(2),
            ),
            (
                "hue,beds_excl_stations,2014,3500,n,p,S,A,2015,,\n",
                "hindcast::no-people",
                Some(2),
            ),
            (
                "hue,beds_per_10000,2024,30.5,r,p,S,A,2025,,\n",
                "hindcast::nothing-to-score",
                None,
            ),
            (
                "hue,beds_per_10000,2014,0,r,p,S,A,2015,,\n",
                "base::out-of-range",
                Some(2),
            ),
        ] {
            let problems = with(rows, 2013).unwrap_err();
            assert_eq!((problems[0].code, problems[0].line), (code, line), "{rows}");
            assert!(!problems[0].help.is_empty());
        }
        let gone = "ba-ria-vung-tau,beds_per_10000,2014,30.5,r,p,S,A,2015,,\n";
        let problems = with(gone, 2013).unwrap_err();
        assert!(problems[0].help.contains("ho-chi-minh"), "{problems:?}");
    }
}
