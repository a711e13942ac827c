//! What it is worth to know a guess better before one of several options is chosen: plain data.

use super::Probability;
use crate::base::Grade;
use crate::said::Told;
use serde::{Deserialize, Serialize};

/// What knowing is worth to the choice between the options of a comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Worth {
    /// Futures whose draws were read.
    pub futures: u32,
    /// Assumptions that were tried.
    pub tried: u32,
    /// Names of the options.
    pub options: Vec<String>,
    /// Position of the option that costs are held against.
    pub reference: usize,
    /// Mean of what each option spends of public money beyond the reference to the year of the targets,
    /// billion.
    pub costs: Vec<f64>,
    /// Currency unit.
    pub currency: Told,
    /// People that a survey asks.
    pub people: u32,
    /// What the choice is judged by; what leads comes first. Empty where no option changes anything.
    pub questions: Vec<OfQuestion>,
}

/// The choice as it is judged by one target, or by all together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OfQuestion {
    /// Id of the target, or [`TOGETHER`](super::comparison::TOGETHER).
    pub id: String,
    /// What is asked, in words.
    pub says: Told,
    /// Its chance under each option.
    pub chances: Vec<Probability>,
    /// In chance alone, whatever it costs: shares of futures.
    pub chance: Measured,
    /// In money: what meeting it is worth, less what it costs. `None` where no value was given and none makes
    /// two options tie.
    pub money: Option<Money>,
}

/// The choice in money.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Money {
    /// What meeting the question is taken to be worth, billion.
    pub value: f64,
    /// The two options that tie there, where the value was not given.
    pub tie: Option<[usize; 2]>,
    /// What knowing is worth, billion.
    pub measured: Measured,
}

/// What knowing is worth in one measure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// Position of the option that is best without knowing more.
    pub best: usize,
    /// Mean benefit of each option.
    pub benefits: Vec<f64>,
    /// To know a future whole, with all its luck (EVPI): a bound on everything else.
    pub future: Known,
    /// To know all assumptions that can be told to matter, as far as their effects add up.
    pub all: Known,
    /// To know one of them (EVPPI), the one worth most first.
    pub guesses: Vec<KnownGuess>,
}

/// What knowing something is worth.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// Its worth in the unit of the measure.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
    /// The share of futures in which the choice would be another.
    pub changes: f64,
    /// Whether it was held to its bound, from which it lay no further than its error.
    pub held: bool,
}

/// What knowing one assumption is worth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KnownGuess {
    /// Id of the assumption.
    pub assumption: String,
    /// What it is.
    pub meaning: Told,
    /// Its unit.
    pub unit: Told,
    /// Its grade.
    pub grade: Grade,
    /// To know it.
    pub known: Known,
    /// To ask so many people about it (EVSI); `None` where it is not among the five that matter, or no share
    /// of people.
    pub survey: Option<Known>,
}
