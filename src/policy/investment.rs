//! Money for the network: by payer and year, split by purpose, allocated over the provinces.
//!
//! Assumption: planned money is disbursed like the payer's other capital; disbursed money is spent
//! as written.

pub mod act;

use super::{CheckContext, Policy};
use crate::diagnostic::Problems;
use crate::source::Spanned;
use crate::units::{Money, Multiple, Share, Year};
use serde::Deserialize;

/// Money by payer and year, split by purpose.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Investment {
    /// How much, each year the policy acts.
    pub amount: Amount,
    /// Whether the amount is planned money (disbursed in part) or money really disbursed.
    pub money: MoneyKind,
    /// What it buys; the shares add to 1.
    pub split: Split,
    /// How it is shared between provinces.
    #[serde(default)]
    pub allocation: Allocation,
}

/// How much money a year.
#[derive(Clone, Debug, Deserialize)]
pub enum Amount {
    /// The same amount each year, billion at base-year prices.
    Level(Spanned<Money>),
    /// The payer's ordinary health capital of the year, times this: `Multiple(1.5)` adds half as
    /// much again, `Multiple(0.7)` cuts three tenths.
    Multiple(Spanned<Multiple>),
    /// Amounts of single years; years left out get nothing.
    Profile(Vec<(Spanned<Year>, Money)>),
    /// A total given by an assumption, in equal parts over the years the policy acts.
    Assumed(Spanned<String>),
}

/// Whether money is planned or disbursed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum MoneyKind {
    /// Plan: only the payer's disbursed share is spent.
    Planned,
    /// Already disbursed.
    Disbursed,
}

/// A share written as a number or taken from an assumption.
#[derive(Clone, Debug, Deserialize)]
pub enum ShareOf {
    /// A number.
    Share(Spanned<Share>),
    /// The id of an assumption.
    Assumed(Spanned<String>),
    /// What the other purposes leave (at most one).
    Rest,
}

/// What money buys. Shares add to 1 (or one purpose takes the rest).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// New hospital beds with equipment, in new buildings.
    #[serde(default)]
    pub new_beds: Option<ShareOf>,
    /// Beds added to standing hospitals.
    #[serde(default)]
    pub expansion: Option<ShareOf>,
    /// Commune stations (building; no effect on beds or staff is modelled).
    #[serde(default)]
    pub stations: Option<ShareOf>,
    /// Equipment and repair without beds.
    #[serde(default)]
    pub equipment: Option<ShareOf>,
    /// Teaching places: raises intake within what schools can teach.
    #[serde(default)]
    pub training_places: Option<ShareOf>,
}

/// How money is shared between provinces.
#[derive(Clone, Debug, Default, Deserialize)]
pub enum Allocation {
    /// Like ordinary capital: by people and by lack of beds.
    #[default]
    Gap,
    /// By people alone.
    PerHead,
    /// To the listed provinces, by people.
    List(Vec<Spanned<String>>),
}

impl Policy for Investment {
    const NAME: &'static str = "Investment";
    const SUMMARY: &'static str = "money for beds, stations, equipment and teaching places";
    const SERVES: &'static [&'static str] = &["beds_per_10k", "beds_opened", "capital_spent"];
    const DOES_NOT_MOVE: &'static str = "money builds beds within two to four years; places for students begun in 2026 give licensed doctors from 2033, too late for 2030";

    fn check(&self, _context: &CheckContext<'_>, _problems: &mut Problems) {}
}
