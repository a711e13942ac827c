//! Which guess matters to a run: plain data, from which tables, pages and pictures are made.

use super::{Driver, Probability};
use crate::base::Grade;
use crate::said::Told;
use serde::{Deserialize, Serialize};

/// What the futures of a run say of the assumptions that they were lived with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Guesses {
    /// Futures whose draws were read.
    pub futures: u32,
    /// Pairs of an assumption and a target that were tried.
    pub tried: u32,
    /// By target, in the order of the question.
    pub targets: Vec<OfTarget>,
}

/// What is said of one target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfTarget {
    /// Its id.
    pub target: String,
    /// What it asks, in words.
    pub says: Told,
    /// Where no figure decides between ways, and they have no weights: the way this is told of.
    pub way: Option<String>,
    /// Its chance over all futures of the run.
    pub chance: Probability,
    /// The share of the spread of the indicator that assumptions explain one by one: the sum of those that
    /// can be told from luck; `None` where none can be asked.
    pub explained: Option<f64>,
    /// The assumptions that can reach it, the one that explains most first.
    pub guesses: Vec<Guess>,
}

/// One assumption and one target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Guess {
    /// Id of the assumption.
    pub assumption: String,
    /// What it is.
    pub meaning: Told,
    /// Its unit.
    pub unit: Told,
    /// Its grade.
    pub grade: Grade,
    /// First-order index of the indicator in the target's year; `None` where the indicator is the same in all
    /// futures.
    pub value: Option<Index>,
    /// First-order index of whether the target is met; `None` where too few futures differ.
    pub met: Option<Index>,
    /// The value below which its lowest fifth lies, and from which its highest does; of a choice `None`.
    pub fifths: Option<[f64; 2]>,
    /// Of a choice: the chance of the target in each of its ways, over the futures whose draws were read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ways: Vec<WayChance>,
    /// The chance of the target in these fifths, over all futures of the run.
    pub tornado: Driver,
}

/// The chance of a target in one way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WayChance {
    /// Name of the way.
    pub name: String,
    /// The chance.
    pub chance: Probability,
}

impl Guess {
    /// Whether anything can be told of it.
    pub fn is_told(&self) -> bool {
        self.tornado.named || self.value.is_some_and(|index| index.told)
    }

    /// The chances between which it moves the target: in its lowest and in its highest fifth; of a choice in
    /// the ways where it is least and most likely.
    pub fn ends(&self) -> [Probability; 2] {
        match self.extreme_ways() {
            Some(ways) => ways.map(|way| way.chance),
            None => [self.tornado.low, self.tornado.high],
        }
    }

    /// The ways in which the target is least and most likely.
    pub fn extreme_ways(&self) -> Option<[&WayChance; 2]> {
        let by_chance = |a: &&WayChance, b: &&WayChance| a.chance.value.total_cmp(&b.chance.value);
        let least = self.ways.iter().min_by(by_chance)?;
        Some([least, self.ways.iter().max_by(by_chance)?])
    }

    /// How far it moves the chance.
    pub fn moves(&self) -> f64 {
        let [one, other] = self.ends();
        (other.value - one.value).abs()
    }

    /// What it explains, for an order.
    pub fn rank(&self) -> (bool, f64, f64) {
        let index = self.value.map_or(0.0, |index| index.index);
        (self.is_told(), index, self.moves())
    }
}

/// A first-order index: a share of the spread between futures.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Index {
    /// The share.
    pub index: f64,
    /// Lower end of its 95 % interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// The chance of as much where nothing is explained.
    pub by_luck: f64,
    /// Whether it stands among all that were tried.
    pub told: bool,
}

/// What the futures that miss a target have in common.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Misses {
    /// Futures whose draws were read; boxes are sought on one half of them and counted on the other.
    pub futures: u32,
    /// By target, in the order of the question.
    pub targets: Vec<Missed>,
}

/// What is said of one target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Missed {
    /// Its id.
    pub target: String,
    /// What it asks, in words.
    pub says: Told,
    /// As [`OfTarget::way`].
    pub way: Option<String>,
    /// Futures of which the draws were kept.
    pub of: u32,
    /// Those of them that miss.
    pub misses: u32,
    /// Assumptions that were tried.
    pub tried: u32,
    /// Boxes in which most of those that miss lie.
    pub missing: Vec<InBox>,
    /// Boxes in which most of those that meet it lie, where more miss than meet.
    pub meeting: Vec<InBox>,
}

/// A box of conditions, counted on futures that did not take part in finding it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InBox {
    /// What holds in it, at most three.
    pub conditions: Vec<Condition>,
    /// Futures inside.
    pub inside: u32,
    /// Those inside that miss (of a box of those that meet: that meet).
    pub hits: u32,
    /// Futures no box before it holds.
    pub left: u32,
    /// Those of them that miss, or meet.
    pub hits_left: u32,
    /// All that miss, or meet, in the half.
    pub hits_in_all: u32,
}

impl InBox {
    /// Of all that miss, the share inside.
    pub fn coverage(&self) -> f64 {
        f64::from(self.hits) / f64::from(self.hits_in_all.max(1))
    }

    /// Of the futures inside, the share that misses.
    pub fn density(&self) -> f64 {
        f64::from(self.hits) / f64::from(self.inside.max(1))
    }
}

/// A condition on one assumption.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Condition {
    /// Id of the assumption.
    pub assumption: String,
    /// What it is.
    pub meaning: Told,
    /// Its unit.
    pub unit: Told,
    /// From this value on.
    pub from: Option<f64>,
    /// Below this value.
    pub below: Option<f64>,
    /// One of these ways; empty where it is a number.
    pub ways: Vec<String>,
    /// Of the futures of the run, the share in which it holds.
    pub holds: f64,
}
