//! What a sweep finds: the same question asked over and over with other numbers in it, as plain
//! data.

use super::public::Counted;
use super::{AssumptionUsed, Doubt, Probability};
use crate::base::{AssumedTable, Direction};
use crate::said::Told;
use crate::units::Year;
use serde::{Deserialize, Serialize};

/// A number that was varied.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Axis {
    /// Its name: `investment-2026.amount`, `post.match`.
    pub name: String,
    /// What it is, in a few words of English.
    pub what: String,
    /// Its unit, in English; empty where it has none.
    pub unit: String,
    /// Whether it is shown in per cent.
    pub share: bool,
    /// What the scenario itself says, where that is one number.
    pub stands: Option<f64>,
    /// Values it takes, each once, from the lowest up.
    pub values: Vec<f64>,
}

/// How the points were chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Design {
    /// Every value of each number with every value of each other.
    Grid,
    /// A Latin hypercube: each number takes each of its strata once.
    Latin,
}

/// How many futures a point was given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Effort {
    /// As many everywhere.
    Fixed(u32),
    /// Few where the answer is clear, up to the most where it is not.
    Adaptive {
        /// Futures lived at every point.
        first: u32,
        /// Most futures of a point.
        most: u32,
        /// Chances that an interval must lie on one side of.
        lines: Vec<f64>,
        /// Half-width of an interval that is narrow enough anyway.
        narrow: f64,
    },
}

impl Effort {
    /// Futures that every point is given.
    pub fn first(&self) -> u32 {
        match self {
            Effort::Fixed(first) | Effort::Adaptive { first, .. } => *first,
        }
    }

    /// Futures that a point is given at most.
    pub fn most(&self) -> u32 {
        match self {
            Effort::Fixed(most) | Effort::Adaptive { most, .. } => *most,
        }
    }
}

/// A target answered at every point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SweptTarget {
    /// Id.
    pub id: String,
    /// Indicator.
    pub indicator: String,
    /// Scope.
    pub scope: String,
    /// Year.
    pub year: Year,
    /// Threshold.
    pub threshold: f64,
    /// Direction.
    pub direction: Direction,
    /// In words: at least 35 hospital beds per 10,000 people at the end of 2030.
    pub said: Told,
}

/// An indicator followed at every point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Followed {
    /// Id.
    pub id: String,
    /// Title.
    pub title: Told,
    /// Unit.
    pub unit: super::Unit,
    /// Where it is read.
    #[serde(default = "nation")]
    pub scope: String,
    /// Year it is read at.
    pub year: Year,
}

fn nation() -> String {
    super::NATION.to_owned()
}

/// A mean and its Monte Carlo standard error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mean {
    /// The mean.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
}

/// One point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The value of each number.
    pub at: Vec<f64>,
    /// Futures lived.
    pub futures: u32,
    /// Whether every answer is clear.
    pub clear: bool,
    /// The chance of each target.
    pub chances: Vec<Probability>,
    /// The mean of each indicator, where it is defined.
    pub means: Vec<Option<Mean>>,
    /// Cost of all policies over the years by payer (Ministry, Provincial, Hospitals, Private), at
    /// base-year prices.
    pub costs: [Mean; 4],
    /// What may make each chance wrong besides sampling; none in what an older version left.
    #[serde(default)]
    pub doubts: Vec<Doubt>,
    /// What the policies spend of the money the question is about, mean, in billion.
    #[serde(default)]
    pub money: f64,
}

/// Everything a sweep finds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sweep {
    /// Scenario name.
    pub scenario: String,
    /// Its title.
    pub title: Told,
    /// Country.
    pub country: Told,
    /// Currency unit.
    pub currency: Told,
    /// Base year.
    pub base_year: Year,
    /// First and last simulated year.
    pub years: (Year, Year),
    /// Seed.
    pub seed: u64,
    /// The numbers that were varied.
    pub axes: Vec<Axis>,
    /// How the points were chosen.
    pub design: Design,
    /// How many futures a point was given.
    pub effort: Effort,
    /// The targets asked.
    #[serde(rename = "asked")]
    pub targets: Vec<SweptTarget>,
    /// The indicators followed.
    pub followed: Vec<Followed>,
    /// The money the question is about; `None` in what an older version left.
    #[serde(default)]
    pub counted: Option<Counted>,
    /// The points, in order of the first number, then of the second.
    pub points: Vec<Point>,
    /// The uncertain numbers as they stand in the scenario itself.
    pub assumptions: Vec<AssumptionUsed>,
    /// Whole tables of the base that are assumed.
    pub assumed_tables: Vec<AssumedTable>,
}

impl Sweep {
    /// Futures lived over all points.
    pub fn futures(&self) -> u64 {
        self.points.iter().map(|p| u64::from(p.futures)).sum()
    }

    /// Cost of a point over all payers.
    pub fn cost(&self, point: &Point) -> f64 {
        point.costs.iter().map(|c| c.value).sum()
    }
}
