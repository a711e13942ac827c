//! What a search for packages finds: what was to hold, the packages that came into question, and what was
//! found of each, as plain data.

use super::comparison::Mean;
use super::public::Counted;
use super::sweep::SweptTarget;
use super::{AssumptionUsed, Probability};
use crate::base::AssumedTable;
use crate::said::Told;
use crate::shape::shaped;
use crate::units::Year;
use serde::{Deserialize, Serialize};

shaped! {
    /// How several targets are told in one number.
    #[derive(Copy, Default, PartialEq, Eq, Serialize)]
    pub enum By {
        /// the chance that all of them hold
        #[default]
        Together,
        /// the chance of the one that is least likely: of provinces, the worst
        Weakest,
        /// the number of them that hold, in the mean
        Number,
    }
}

shaped! {
    /// What a package should cost least of.
    #[derive(Copy, Default, PartialEq, Eq, Serialize)]
    pub enum Minimised {
        /// what the ceiling counts: the Ministry's and the provinces' money if it says nothing else
        #[default]
        PublicMoney,
        /// the money of all payers in the same years
        AllMoney,
    }
}

/// A lever with all it can be set to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lever {
    /// The policy's id.
    pub policy: String,
    /// Its kind.
    pub kind: String,
    /// Whether it is only in or out.
    pub switch: bool,
    /// Whether no package leaves it out.
    #[serde(default)]
    pub always: bool,
    /// From the least to the most; the first leaves the policy out, also where no package does.
    pub levels: Vec<Level>,
}

/// One setting of a lever.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Level {
    /// Whether the policy is carried out.
    pub on: bool,
    /// Which part of what is written, where it is sized by steps.
    pub part: Option<f64>,
    /// Its numbers: path, unit and value.
    pub numbers: Vec<(String, String, f64)>,
}

/// A number between two ends of its 95 % interval.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reach {
    /// The number: a chance, or a number of targets.
    pub value: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// What was found of a package over some futures; money is what it spends beyond the package in which
/// nothing is decided, billion.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// Futures lived.
    pub futures: u32,
    /// What is minimised.
    pub cost: Mean,
    /// Money that the ceiling counts.
    pub money: Mean,
    /// The same by payer (Ministry, Provincial, Hospitals, Private), in the years that count.
    pub payers: [f64; 4],
    /// How often it is over the ceiling.
    pub over: Option<Probability>,
    /// The chance of each target.
    pub targets: Vec<Probability>,
    /// The measure of each goal.
    pub goals: Vec<Reach>,
}

/// A package: one level for each lever.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Package {
    /// The level of each lever.
    pub levels: Vec<u8>,
    /// On the futures of the search.
    pub searched: Found,
    /// On futures that the search has never seen, where it was checked on them.
    pub checked: Option<Found>,
}

/// What holds of a goal, and at what price.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// Its targets.
    pub targets: Vec<usize>,
    /// How they are told in one number.
    pub by: By,
    /// The package with the most of it that the ceiling allows.
    pub best: usize,
    /// Packages that no other beats in both: from the cheapest up.
    pub frontier: Vec<usize>,
    /// What is needed for each of its levels.
    pub answers: Vec<Answer>,
}

/// The cheapest way to a level of a goal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The level.
    pub at_least: f64,
    /// The cheapest package that reaches it, on fresh futures too.
    pub package: Option<usize>,
    /// Cheaper ones that reached it in the search and failed on fresh futures.
    pub failed: Vec<usize>,
    /// Why there is none.
    pub stops: Option<Stops>,
    /// Packages within a twentieth of its cost that differ most, itself first.
    pub near: Vec<usize>,
    /// Of all packages near it: what each lever is.
    pub needs: Vec<Need>,
    /// What a step more of each lever does.
    pub next: Vec<Next>,
}

/// What stops a goal.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stops {
    /// The package with the most of it, whatever it costs.
    pub most: usize,
    /// The cheapest package that reaches it over the ceiling, if one does.
    pub over_ceiling: Option<usize>,
    /// Levers that are at their ends in the package with the most.
    pub at_ends: Vec<usize>,
    /// The year in which the package with the most would reach it, if one of the scenario's does.
    pub later: Option<Year>,
}

/// What a lever is to the packages near an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Need {
    /// In all of them.
    Must,
    /// In none.
    Never,
    /// In some.
    Free,
    /// In all that were looked at, and what goes without was not settled.
    Unsettled,
}

/// What a step more of a lever does.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Next {
    /// The level it comes to; `None` at its end.
    pub level: Option<u8>,
    /// What the step costs of what is minimised, billion.
    pub cost: Mean,
    /// What it adds to the measure.
    pub gain: Mean,
    /// Whether the package is over the ceiling then.
    pub over: bool,
}

impl Next {
    /// What the next thousand billion add at the rate of the step; `None` where the step costs nothing to
    /// speak of, or nobody can tell.
    pub fn per_thousand(&self) -> Option<Mean> {
        let step = self.cost.value;
        (self.level.is_some() && self.cost.low > 0.0 && step >= 1.0).then(|| {
            let of = |v: f64| v / step * 1000.0;
            Mean {
                value: of(self.gain.value),
                low: of(self.gain.low),
                high: of(self.gain.high),
            }
        })
    }
}

/// How a search went.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Effort {
    /// Packages there are.
    pub packages: u64,
    /// Packages lived.
    pub lived: u32,
    /// Futures of a package at first, and at most, in the search.
    pub search: (u32, u32),
    /// Futures of a check, numbered from behind those of the search.
    pub fresh: u32,
    /// Futures lived in all.
    pub futures: u64,
    /// Whether every package was lived.
    pub enumerated: bool,
}

/// Everything a search finds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seek {
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
    /// First and last year lived.
    pub years: (Year, Year),
    /// Seed.
    pub seed: u64,
    /// Whose money counts, and when.
    pub counted: Counted,
    /// The most of it that may be spent beyond what is spent where nothing is decided.
    pub ceiling: Option<f64>,
    /// What a package should cost least of.
    pub minimise: Minimised,
    /// What can be decided.
    pub levers: Vec<Lever>,
    /// Every target asked.
    #[serde(rename = "asked")]
    pub targets: Vec<SweptTarget>,
    /// The packages told of; the first is that in which nothing is decided.
    pub packages: Vec<Package>,
    /// The goals, the most important first.
    pub goals: Vec<Goal>,
    /// How it went.
    pub effort: Effort,
    /// The uncertain numbers of the scenario.
    pub assumptions: Vec<AssumptionUsed>,
    /// Whole tables of the base that are assumed.
    pub assumed_tables: Vec<AssumedTable>,
}

impl Package {
    /// What is known best of it: on fresh futures where it was checked.
    pub fn best(&self) -> &Found {
        self.checked.as_ref().unwrap_or(&self.searched)
    }
}

impl Seek {
    /// The package told of, by its position.
    pub fn package(&self, at: usize) -> &Package {
        &self.packages[at]
    }
}
