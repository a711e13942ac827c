//! Tasks: each policy of a run with who answers for it, what is there when it is done, what was reported of
//! it, and what becomes of its money.

use super::Probability;
use crate::said::Told;
use crate::units::{Payer, Year};
use serde::{Deserialize, Serialize};

/// A policy as it acted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PolicyUsed {
    /// Id.
    pub id: String,
    /// Kind.
    pub kind: String,
    /// What it does.
    pub summary: Told,
    /// Indicators it exists for.
    pub serves: Vec<String>,
    /// Targets it is not expected to move, and why.
    pub does_not_move: Told,
    /// First and last year.
    pub from: Year,
    /// Last year.
    pub to: Year,
    /// Who is responsible.
    pub responsible: Option<String>,
    /// Who works with them.
    #[serde(default)]
    pub coordinating: Option<String>,
    /// What gives them the power to do it, or who decides.
    #[serde(default)]
    pub authority: Option<String>,
    /// Month of the deadline's year, where one is named.
    #[serde(default)]
    pub deadline_month: Option<u32>,
    /// Deadline.
    pub deadline: Option<Year>,
    /// What it waits for, in words; `None`: it acts in every future.
    pub when: Option<Told>,
    /// What is there when it is done, in words.
    pub product: Told,
    /// What was reported of it so far.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reports: Vec<Report>,
    /// Whether they tell which futures can be: those that are lived agree with them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reports_tell: bool,
    /// Who bears a cost of it, in the order of [`PAYERS`](crate::units::PAYERS).
    pub payers: Vec<Payer>,
    /// What it costs by payer and year: a part of [`Findings::costs`](super::Findings::costs).
    pub costs: Vec<PolicyCost>,
    /// What it costs over all simulated years, all payers together.
    pub cost: Spending,
    /// What is left at the end of the last year of the things it buys: mean, all payers, billion at
    /// constant prices.
    #[serde(default)]
    pub residual: f64,
    /// What becomes of its money over all simulated years, all payers together.
    #[serde(default)]
    pub fate: MoneyFate,
    /// In how many futures it acts, year by year, in the order of [`Findings::years`](super::Findings::years) without the
    /// base year.
    pub acts: Vec<Probability>,
    /// In how many futures it acts in some year of the run.
    pub acts_at_all: Probability,
    /// The year it first acts: 0.1, 0.5 and 0.9 quantile over the futures in which it does.
    pub first_acts: [Option<Year>; 3],
    /// How often its product is there at each year-end, of the futures in which it acts at all; where
    /// its product is money, how often nine tenths of it are spent.
    pub done: Vec<Probability>,
    /// How often its product is there by the deadline, of the futures in which it acts at all;
    /// `None` without a deadline inside the simulated years, and where its product is money.
    pub on_time: Option<Probability>,
    /// Where its product is money: how often that is spent by the deadline, of the futures in which
    /// it acts at all.
    pub spent_in_time: Option<Probability>,
    /// Whether its product is money.
    pub is_money: bool,
    /// What it promises and what is spent of it; `None` where it promises no amount.
    pub money: Option<Promised>,
}

/// What came of a task that was due before the run, as far as it was reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// It was done by then.
    Done,
    /// It was not, or not by then.
    Late,
    /// Nobody reported it.
    Unknown,
}

impl PolicyUsed {
    /// What came of it, where it was due before the first year of the run.
    pub fn came(&self) -> Option<Came> {
        let due = self.deadline.filter(|due| *due < self.from)?;
        let due = (due, self.deadline_month.unwrap_or(12));
        Some(
            match self
                .last_word()
                .map(|report| (report.date(), report.is_done()))
            {
                Some((date, true)) if date <= due => Came::Done,
                Some((_, true)) => Came::Late,
                Some((date, false)) if date >= due => Came::Late,
                _ => Came::Unknown,
            },
        )
    }

    /// The report that tells how far it is: the first that says it is done, else the last.
    pub fn last_word(&self) -> Option<&Report> {
        let done = self.reports.iter().find(|report| report.is_done());
        done.or(self.reports.last())
    }
}

/// How much of a task was done by when, as somebody reported it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Year.
    pub year: Year,
    /// Month at whose end, 1 to 12.
    pub month: u32,
    /// Share of the whole task.
    pub done: f64,
    /// Standard deviation of its error: an assumption.
    pub sd: f64,
    /// Where it stands.
    pub source: Option<String>,
}

impl Report {
    /// Year and month.
    fn date(&self) -> (Year, u32) {
        (self.year, self.month)
    }

    /// Whether all is done.
    pub fn is_done(&self) -> bool {
        self.done >= 1.0
    }

    /// The part of its year that is over.
    pub fn part(&self) -> f64 {
        f64::from(self.month) / 12.0
    }
}

/// How many futures agree with what was reported of tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// Those that do, all of which are lived: the effective number.
    pub agree: u32,
    /// Of so many that were looked at.
    pub of: u32,
}

/// Money that a policy promises over all simulated years, in billion at constant prices: means over all
/// futures. A cut counts below zero.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Promised {
    /// Promised.
    pub promised: f64,
    /// Spent of it.
    pub spent: f64,
}

impl Promised {
    /// What is not spent: it lapses, waits past the last year, or finds nothing to buy.
    pub fn unspent(&self) -> f64 {
        self.promised - self.spent
    }
}

/// Money over all futures, in billion. A cut counts below zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Spending {
    /// Mean at constant prices of the base year.
    pub constant: f64,
    /// 10th percentile at constant prices.
    pub constant_p10: f64,
    /// 90th percentile at constant prices.
    pub constant_p90: f64,
    /// Mean at the prices of the year.
    pub nominal: f64,
    /// Mean, constant prices, discounted to the base year.
    pub discounted: f64,
}

/// What a policy costs one payer in one year.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct PolicyCost {
    /// Who pays.
    pub payer: Payer,
    /// Year.
    pub year: Year,
    /// How much.
    pub spending: Spending,
    /// What is left at the end of the last year of the things it buys: each loses as much of its worth
    /// in every year after it opens. Mean, billion at constant prices.
    #[serde(default)]
    pub residual: f64,
    /// What becomes of its money besides.
    #[serde(default)]
    pub fate: MoneyFate,
}

/// What becomes of a policy's money besides what is spent: means over all futures in billion, at
/// constant prices of the base year. All zero for a policy that pays as costs arise; a cut counts
/// below zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MoneyFate {
    /// Offered.
    pub offered: f64,
    /// Lapsed because it was not disbursed.
    pub lapsed: f64,
    /// Lapsed because it could not be absorbed.
    pub not_absorbed: f64,
}

impl MoneyFate {
    /// Whether what could not be absorbed is worth a word: over a hundredth of what was offered.
    pub fn is_over(&self) -> bool {
        self.not_absorbed > 0.01 * self.offered && self.not_absorbed >= 0.5
    }
}
