//! The money a question is about, and the ceiling it is held against.

use super::Probability;
use super::comparison::Mean;
use crate::units::{Payer, PriceBasis, Year};
use serde::{Deserialize, Serialize};

/// Whose money is public: that of the budgets.
pub const PUBLIC: [Payer; 2] = [Payer::Ministry, Payer::Provincial];

/// Whose money is counted, from when to when, and at which prices.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Counted {
    /// Whose, in the order of [`PAYERS`](crate::units::PAYERS).
    pub payers: Vec<Payer>,
    /// First year.
    pub from: Year,
    /// Last year.
    pub to: Year,
    /// Prices.
    pub prices: PriceBasis,
}

impl Counted {
    /// Whether it is public money.
    pub fn is_public(&self) -> bool {
        self.payers == PUBLIC
    }

    /// Whether a year counts.
    pub fn holds(&self, year: Year) -> bool {
        (self.from..=self.to).contains(&year)
    }
}

/// What decisions spend of it, in billion: of a run, and of the option that others are held against, what
/// its own policies cost; of any other option, what it spends more than that one in all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublicMoney {
    /// Which money.
    pub counted: Counted,
    /// Mean over futures, with the 95 % interval that sampling leaves.
    pub spent: Mean,
    /// The amounts that one future in ten stays under, and one in ten goes over.
    pub range: [f64; 2],
    /// What was promised of it, mean: the amounts that policies offer, and what arises with those that
    /// offer none.
    pub promised: f64,
    /// By payer and year, those without money left out.
    pub lines: Vec<PublicLine>,
    /// What policies spend that others have decided, mean; `None` where there are none, and of an option that is
    /// held against another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<f64>,
    /// The most that may be spent, and how often it is not enough; `None` where no ceiling is set.
    pub ceiling: Option<Held>,
}

/// What one payer spends in one year, mean over futures.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublicLine {
    /// Who pays.
    pub payer: Payer,
    /// When.
    pub year: Year,
    /// Spent.
    pub spent: f64,
    /// Promised.
    pub promised: f64,
}

/// A ceiling, and how often more is spent.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Held {
    /// The most that may be spent, billion.
    pub amount: f64,
    /// In how many futures more is.
    pub over: Probability,
}

impl PublicMoney {
    /// What one payer spends in all years that count.
    pub fn of(&self, payer: Payer) -> f64 {
        let lines = self.lines.iter().filter(|l| l.payer == payer);
        lines.map(|l| l.spent).sum()
    }

    /// What is spent in one year.
    pub fn in_year(&self, year: Year) -> f64 {
        let lines = self.lines.iter().filter(|l| l.year == year);
        lines.map(|l| l.spent).sum()
    }

    /// Whether more than the ceiling is spent in the mean.
    pub fn is_over(&self) -> bool {
        self.ceiling.is_some_and(|c| self.spent.value > c.amount)
    }
}
