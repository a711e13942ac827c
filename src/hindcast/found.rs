//! What looking back found: forecasts from earlier years, what came, and how right they were.

use super::Stock;
use crate::units::Year;

/// Shares of the quantiles that are kept of every forecast.
pub const QUANTILES: [f64; 9] = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975];

/// Levels of the central bands scored.
pub const LEVELS: [f64; 3] = [0.5, 0.8, 0.95];

/// Models whose forecast is the answer on a target, the first that was looked back on: the whole model
/// before the law alone, all ways together before one.
const HEADLINE: [&str; 6] = [
    "model_mixture",
    "model",
    "model_pool",
    "mixture",
    "law",
    "pool",
];

/// The one of these models whose forecast is the answer.
pub fn headline_of(models: &[&str]) -> &'static str {
    let there = |model: &&str| models.contains(model);
    HEADLINE.into_iter().find(there).unwrap_or("law")
}

/// What is forecast: a stock per 10,000 people, by who counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// At facilities of provincial departments.
    Departments(Stock),
    /// As the Ministry counts it.
    Official(Stock),
}

impl Target {
    /// The word used in tables.
    pub fn id(self) -> &'static str {
        match self {
            Target::Departments(Stock::Beds) => "beds_per_10k_departments",
            Target::Departments(Stock::Doctors) => "doctors_per_10k_departments",
            Target::Departments(Stock::Nurses) => "nurses_per_10k_departments",
            Target::Official(Stock::Beds) => "beds_per_10k_official",
            Target::Official(Stock::Doctors) => "doctors_per_10k_official",
            Target::Official(Stock::Nurses) => "nurses_per_10k_official",
        }
    }

    /// What is counted.
    pub fn stock(self) -> Stock {
        let (Target::Departments(stock) | Target::Official(stock)) = self;
        stock
    }

    /// Whether it is the Ministry's count.
    pub fn is_official(self) -> bool {
        matches!(self, Target::Official(_))
    }
}

/// Code of the nation among places.
pub const NATION: &str = "nation";

/// All that was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hindcast {
    /// Years from which was forecast, with what was not known then.
    pub origins: Vec<Origin>,
    /// Futures of the whole model lived from each origin by each way of going on; 0: the law alone.
    pub futures: u32,
    /// The file of what came, where the user handed one in.
    pub actual: Option<String>,
    /// The year by which everything used had to be published.
    pub known_by: Option<Year>,
    /// Every forecast.
    pub forecasts: Vec<Forecast>,
    /// What came, and what was known before.
    pub series: Vec<Series>,
    /// How right forecasts were.
    pub scores: Vec<Scored>,
    /// The chance that each forecast of a target gave to at most what came.
    pub pits: Vec<Pit>,
    /// Targets of 2025 as they would have been seen.
    pub marks: Vec<Mark>,
    /// National windows that share no year.
    pub windows: Vec<Windowed>,
    /// Targets of the past and what came of them.
    pub past_targets: Vec<PastTarget>,
    /// Indicators of the user's file that are not looked back on, with their rows.
    pub passed_over: Vec<(String, usize)>,
}

/// A year from which was forecast.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// The year-end.
    pub year: Year,
    /// Rows that a forecaster did not have.
    pub not_known: Vec<Late>,
    /// Weights of plateau, half and goes on, as known then.
    pub weights: [f64; 3],
    /// Provinces with forecasts.
    pub provinces: usize,
}

/// A row that a forecaster of an origin did not have.
#[derive(Clone, Debug, PartialEq)]
pub struct Late {
    /// File and line.
    pub place: String,
    /// What it tells of.
    pub id: String,
    /// When it was published.
    pub published: Year,
    /// Whether these forecasts use it; else it belongs to the whole model of that origin.
    pub used: bool,
    /// What it says itself.
    pub note: String,
}

/// A forecast of one value.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// From the end of this year.
    pub origin: Year,
    /// What is forecast.
    pub target: Target,
    /// Nation or province.
    pub location: String,
    /// Years to the year forecast.
    pub horizon: u32,
    /// By what.
    pub model: &'static str,
    /// At `QUANTILES`.
    pub quantiles: [f64; 9],
}

/// A series of published values.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What it tells of.
    pub target: Target,
    /// Nation or province.
    pub location: String,
    /// Values of years, in order.
    pub points: Vec<(Year, f64)>,
}

/// Where was forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The nation.
    Nation,
    /// Its provinces.
    Provinces,
}

impl Level {
    /// The word used in tables.
    pub fn id(self) -> &'static str {
        match self {
            Level::Nation => "nation",
            Level::Provinces => "provinces",
        }
    }
}

/// Which windows are scored together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Windows {
    /// Every origin and horizon: windows share years.
    All,
    /// From one origin to the next: none shares a year with another.
    Apart,
}

impl Windows {
    /// The word used in tables.
    pub fn id(self) -> &'static str {
        match self {
            Windows::All => "all",
            Windows::Apart => "apart",
        }
    }
}

/// Scores of some forecasts together.
#[derive(Clone, Debug, PartialEq)]
pub struct Scored {
    /// What was forecast.
    pub target: Target,
    /// Where.
    pub level: Level,
    /// Which windows.
    pub windows: Windows,
    /// From where; all origins together where none is named.
    pub origin: Option<Year>,
    /// How far; all horizons together where none is named.
    pub horizon: Option<u32>,
    /// By what.
    pub model: &'static str,
    /// Forecasts.
    pub rows: usize,
    /// Mean absolute error of the median, % of what came.
    pub mape: f64,
    /// Mean of actual minus median on logs, %.
    pub bias: f64,
    /// Mean CRPS, % of what came.
    pub crps: f64,
    /// Share of what came inside the bands of `LEVELS`, %.
    pub coverage: [f64; 3],
    /// Mean chance given to at most what came.
    pub pit: f64,
}

/// Chances given to at most what came.
#[derive(Clone, Debug, PartialEq)]
pub struct Pit {
    /// What was forecast.
    pub target: Target,
    /// Where.
    pub level: Level,
    /// By what.
    pub model: &'static str,
    /// One for each forecast.
    pub values: Vec<f64>,
}

/// A target as it would have been seen from earlier years.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What it asks for.
    pub target: Target,
    /// At least this much.
    pub threshold: f64,
    /// By the end of this year.
    pub year: Year,
    /// What came.
    pub came: f64,
    /// From each origin.
    pub seen: Vec<Seen>,
}

/// A target seen from one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// The year-end.
    pub origin: Year,
    /// Chance by each way of going on.
    pub by: Vec<(&'static str, f64)>,
    /// The chance that would have been given.
    pub chance: f64,
    /// Median of the same forecast.
    pub median: f64,
}

/// A national forecast over a window that shares no year with another, and what came.
#[derive(Clone, Debug, PartialEq)]
pub struct Windowed {
    /// What was forecast.
    pub target: Target,
    /// The origin.
    pub from: Year,
    /// The year forecast.
    pub to: Year,
    /// 10, 50 and 90 % of the forecast.
    pub forecast: [f64; 3],
    /// What came.
    pub came: f64,
}

/// A target of the past and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct PastTarget {
    /// What it asked for.
    pub indicator: String,
    /// By the end of this year.
    pub year: Year,
    /// At least this much.
    pub target: f64,
    /// When it was set.
    pub set_in: Year,
    /// What was reported.
    pub result: Option<f64>,
    /// Definitions and doubts.
    pub note: String,
}

/// A law with the values that the past supports.
#[derive(Clone, Debug, PartialEq)]
pub struct Supported {
    /// Id of the assumption.
    pub id: String,
    /// What was fitted.
    pub fitted: f64,
    /// Lower end of its 90 % range.
    pub low: f64,
    /// Upper end of its 90 % range.
    pub high: f64,
    /// Value, low and high end of the base, where it has the law with a range.
    pub base: Option<(f64, f64, f64)>,
}

impl Supported {
    /// The share of the base's range that lies outside the range of the past.
    pub fn ruled_out(&self) -> Option<f64> {
        let (_, low, high) = self.base?;
        let kept = (high.min(self.high) - low.max(self.low)).max(0.0);
        (high > low).then(|| 1.0 - kept / (high - low))
    }
}

impl Hindcast {
    /// The score of a model over all origins and horizons.
    pub fn overall(&self, target: Target, level: Level, model: &str) -> Option<&Scored> {
        self.scores.iter().find(|s| {
            (s.target, s.level, s.windows, s.origin, s.horizon, s.model)
                == (target, level, Windows::All, None, None, model)
        })
    }

    /// A series by its target and place.
    pub fn series(&self, target: Target, location: &str) -> Option<&Series> {
        let own = |s: &&Series| s.target == target && s.location == location;
        self.series.iter().find(own)
    }

    /// Targets of a level, in the order in which they were forecast.
    pub fn targets(&self, level: Level) -> Vec<Target> {
        let mut all = Vec::new();
        for forecast in &self.forecasts {
            let fits = (forecast.location == NATION) == (level == Level::Nation);
            if fits && !all.contains(&forecast.target) {
                all.push(forecast.target);
            }
        }
        all
    }

    /// The model that would have answered for a target: the mixture where there are variants.
    pub fn headline_model(&self, target: Target) -> &'static str {
        let own = self.forecasts.iter().filter(|f| f.target == target);
        headline_of(&own.map(|f| f.model).collect::<Vec<_>>())
    }
}
