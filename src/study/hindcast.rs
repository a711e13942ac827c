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

mod actual;
mod forecasts;
mod known;
pub mod lived;
pub mod past;
mod scored;

use crate::base::TableProblem;
use crate::engine::{Progress, RunError, Shelf};
use crate::hindcast::Stock;
use crate::hindcast::facts::{Came, Facts};
use crate::hindcast::found::{Hindcast, Level, Seen, Target};
use crate::hindcast::official::Official;
use crate::hindcast::pool::Graduates;
use crate::hindcast::rates::Rates;
use crate::hindcast::score::Forecast;
use crate::hindcast::variants::Event;
use crate::scenario::Scenario;
use crate::units::Year;
use actual::{Actual, nothing_to_score};
use forecasts::fitted;
use known::not_known_by;
use lived::Futures;
use std::collections::BTreeMap;

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
pub struct Options {
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

/// Why there is nothing to tell.
#[derive(Debug)]
pub enum Failed {
    /// Rows that were not published by the year asked for, and what of the user's file cannot be scored.
    Asked(Vec<TableProblem>),
    /// The whole model was not lived to the end.
    Lived(RunError),
}

impl From<Vec<TableProblem>> for Failed {
    fn from(problems: Vec<TableProblem>) -> Failed {
        Failed::Asked(problems)
    }
}

/// The origins, each once, from the earliest on.
fn origins(options: &Options) -> Vec<i32> {
    let mut origins = options.origins.clone();
    origins.sort_unstable();
    origins.dedup();
    origins
}

/// What is lived of the whole model, one scenario after the other.
pub fn scenarios(options: &Options) -> Vec<Scenario> {
    let facts = Facts::built_in();
    let Ok(came) = Actual::gather(facts, None) else {
        return Vec::new();
    };
    let origins = origins(options);
    let look = Lookback::new(facts, &came, &origins);
    let all = origins.iter();
    all.flat_map(|origin| look.scenarios(*origin, options.futures))
        .collect()
}

/// What can be said against a question before anything is lived.
///
/// # Errors
/// Every row that was not published by the year asked for, and everything of the user's file that has no
/// place.
pub fn check(options: &Options) -> Result<(), Vec<TableProblem>> {
    let facts = Facts::built_in();
    if let Some(year) = options.known_by {
        not_known_by(facts, &origins(options), year, options.futures > 0)?;
    }
    Actual::gather(facts, options.actual.as_ref()).map(drop)
}

/// Looks back. Some futures of the [`scenarios`] may have been lived before.
///
/// # Errors
/// Every row that was not published by the year asked for, everything of the user's file that cannot be
/// scored, and why the model was not lived.
pub fn hindcast(
    options: &Options,
    mut along: (Shelf<'_>, Progress<'_>),
) -> Result<Hindcast, Failed> {
    let facts = Facts::built_in();
    let origins = origins(options);
    check(options)?;
    let came = Actual::gather(facts, options.actual.as_ref())?;
    let mut look = Lookback::new(facts, &came, &origins);
    for origin in &origins {
        look.live(*origin, options.futures, &mut along)
            .map_err(Failed::Lived)?;
        if *origin <= DEPARTMENTS_TO {
            look.departments(*origin);
        } else {
            look.official_beds(*origin);
            look.official_doctors(*origin);
        }
    }
    let found = look.found(options);
    if let Some((file, _)) = &options.actual
        && !came.is_scored(&found)
    {
        return Err(vec![nothing_to_score(file)].into());
    }
    Ok(found)
}

/// A forecast with its place, and what came.
struct Row {
    target: Target,
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
struct Lookback<'a> {
    facts: &'a Facts,
    came: &'a Actual,
    origins: &'a [i32],
    known: BTreeMap<Stock, Rates>,
    official: Official,
    events: Vec<Event>,
    graduates: Option<Graduates>,
    rows: Vec<Row>,
    marks: BTreeMap<Target, Vec<Seen>>,
    provinces: BTreeMap<i32, usize>,
    /// The whole model from an origin, by each of its ways.
    futures: BTreeMap<i32, Vec<Futures>>,
    /// Scenarios lived.
    lived: u32,
}

impl<'a> Lookback<'a> {
    fn new(facts: &'a Facts, came: &'a Actual, origins: &'a [i32]) -> Lookback<'a> {
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
        Lookback {
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
            lived: 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::forecasts::{base_of, furthest};
    use super::lived::{WAYS, lived, scenario};
    use super::*;
    use crate::base::Base;
    use crate::hindcast::facts::came;
    use crate::hindcast::found::{Mark, NATION, Scored, Windows};
    use crate::hindcast::seen;
    use crate::hindcast::variants::BUILT;
    use std::sync::Arc;

    fn hindcast(options: &Options) -> Result<Hindcast, Vec<TableProblem>> {
        let found = super::hindcast(options, (Shelf::empty(), &|_, _| true));
        found.map_err(|failed| match failed {
            Failed::Asked(problems) => problems,
            Failed::Lived(error) => panic!("{error}"),
        })
    }

    fn usual() -> Hindcast {
        let asked = Options {
            origins: USUAL.to_vec(),
            ..Options::default()
        };
        hindcast(&asked).unwrap()
    }

    #[test]
    fn both_marks_of_2025_would_have_been_given_less_than_they_deserved() {
        let found = usual();
        let told = |mark: &Mark| mark.seen.iter().map(|seen| seen.chance).collect::<Vec<_>>();
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
            (Target::Departments(Stock::Beds), "goes_on", "beds"),
            (Target::Departments(Stock::Doctors), "law", "doctors"),
            (Target::Departments(Stock::Nurses), "law", "nurses"),
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
        let asked = Options {
            origins: vec![2018, 2020, 2022],
            futures: FUTURES,
            ..Options::default()
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
        let asked = Options {
            origins: USUAL.to_vec(),
            futures: FEW,
            ..Options::default()
        };
        let found = hindcast(&asked).unwrap();
        // The table of marks is of more futures: within four standard errors of these.
        for (mark, held) in found.marks.iter().zip(seen::marks()) {
            assert_eq!(
                (mark.target, mark.seen.len()),
                (held.target, held.seen.len())
            );
            for (few, many) in mark.seen.iter().zip(&held.seen) {
                let spread = (many.chance * (1.0 - many.chance)).max(0.05) / f64::from(FEW);
                let apart = (few.chance - many.chance).abs();
                assert!(apart < 4.0 * spread.sqrt(), "{few:?} {many:?}");
            }
        }
        let of = |target: Target, model: &str, origin: i32, horizon: u32| {
            let own = found.scores.iter().find(|s| {
                (s.target, s.level, s.windows, s.model)
                    == (target, Level::Provinces, Windows::All, model)
                    && (s.origin, s.horizon) == (Some(Year(origin)), Some(horizon))
            });
            own.unwrap()
        };
        // Nearer than the mean growth of all, and bands that hold what they promise.
        for (target, model, three, five) in [
            (Target::Departments(Stock::Beds), "model_goes_on", 9.4, 10.2),
            (Target::Departments(Stock::Doctors), "model", 7.9, 11.3),
            (Target::Departments(Stock::Nurses), "model", 13.5, 14.5),
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
        let refused = hindcast(&Options {
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
            let asked = scenario(&Arc::new(base), WAYS[0], years, 64).unwrap();
            let mut none = Shelf::empty();
            let all = lived(&asked, years, &mut none.of(0), &|_, _| true).unwrap();
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
            .filter(|w| w.target.stock() == Stock::Beds)
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

        let asked = Options {
            origins: vec![2020],
            known_by: Some(2021),
            ..Options::default()
        };
        let refused = hindcast(&asked).unwrap_err();
        let beds = refused
            .iter()
            .find(|p| p.message.contains("base.beds_per_10k"))
            .unwrap();
        assert_eq!(beds.file, "assets/hindcast/origin_laws.csv");
        assert!(beds.line.is_some() && beds.code == "hindcast::not-known-by");
        let asked = Options {
            origins: vec![2008],
            known_by: Some(2009),
            ..Options::default()
        };
        assert!(hindcast(&asked).is_ok());
        let asked = Options {
            known_by: Some(2008),
            ..asked
        };
        assert!(hindcast(&asked).unwrap_err().len() > 100);
    }

    const HEADER: &str =
        "province,indicator,year,value,unit,scope,source_id,grade,published,vintage,note\n";

    fn with(rows: &str, origin: i32) -> Result<Hindcast, Vec<TableProblem>> {
        let came = came("mine.csv", &format!("{HEADER}{rows}"))?;
        hindcast(&Options {
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
        let own = found
            .series(Target::Departments(Stock::Beds), "hue")
            .unwrap();
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
