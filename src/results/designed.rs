//! What a designed run says of groups of assumptions: plain data, from which tables and pages are made.

use super::Probability;
use crate::said::Told;
use serde::{Deserialize, Serialize};

/// What parts of all that is drawn explain of the headline targets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Designed {
    /// Rows of the design.
    pub rows: u32,
    /// Futures lived in all.
    pub futures: u32,
    /// The parts.
    pub parts: Vec<Part>,
    /// By target, in the order of the question.
    pub targets: Vec<OfTarget>,
}

/// A part of all that is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The beginning of the ids of its assumptions; `unpublished figures`; `luck`.
    pub name: String,
    /// Ids of its assumptions.
    pub assumptions: Vec<String>,
}

/// What is said of one target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfTarget {
    /// Its id.
    pub target: String,
    /// What it asks, in words.
    pub says: Told,
    /// Its chance in the rows of the first draw.
    pub chance: Probability,
    /// What each part explains, the largest total first.
    pub parts: Vec<Explains>,
    /// What two of the parts that explain most explain only together, the largest first.
    #[serde(default)]
    pub pairs: Vec<Pair>,
}

/// What two parts explain only together, beyond what each does alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// The parts, by their names.
    pub parts: [String; 2],
    /// Of the spread of the indicator in the target's year; `None` where it is the same in all rows.
    pub value: Option<Index>,
    /// Of whether the target is met; `None` where too few rows differ.
    pub met: Option<Index>,
}

/// What one part explains of one target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Explains {
    /// The part, by its name.
    pub part: String,
    /// Of the spread of the indicator in the target's year; `None` where it is the same in all rows.
    pub value: Option<Both>,
    /// Of whether the target is met; `None` where too few rows differ.
    pub met: Option<Both>,
}

/// The two indices of a part.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Both {
    /// Alone.
    pub first: Index,
    /// With all it does together with others.
    pub total: Index,
}

/// A share with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Index {
    /// The share.
    pub index: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}
