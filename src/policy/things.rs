//! Things that last: what part of a policy's cost in a year buys them, and when they open.
//!
//! Assumption: what is paid opens by the middle of the assumed lags, a campus in its planned year.
//! Staff, teaching, links and initiatives leave nothing that is worth money.

use crate::base::{Base, Distribution};
use crate::units::Year;

/// What wears out together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasting {
    /// Buildings, with what is fixed in them.
    Building,
    /// Equipment.
    Equipment,
}

impl Lasting {
    /// The assumption that says how long it lasts.
    pub fn life(self) -> &'static str {
        match self {
            Lasting::Building => "life.building",
            Lasting::Equipment => "life.equipment",
        }
    }
}

/// A part of a year's cost.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thing {
    /// What it is.
    pub what: Lasting,
    /// Its share of the cost.
    pub share: f64,
    /// When it opens.
    pub opens: Year,
}

/// The share of a cost whose things open after a year.
pub fn after(last: Year, things: Vec<Thing>) -> f64 {
    let late = things.into_iter().filter(|thing| thing.opens > last);
    late.map(|thing| thing.share).sum()
}

/// The mean of numbers by their weights; 0 where nothing weighs.
pub fn mean(of: impl Iterator<Item = (f64, f64)>) -> f64 {
    let add = |(sum, whole), (weight, x)| (sum + weight * x, whole + weight);
    let (sum, whole) = of.fold((0.0, 0.0), add);
    if whole > 0.0 { sum / whole } else { 0.0 }
}

/// A building.
pub fn building(share: f64, opens: Year) -> Thing {
    let what = Lasting::Building;
    Thing { what, share, opens }
}

/// The middle of what an assumption can be.
pub fn middle(base: &Base, id: &str) -> f64 {
    let known = base.assumptions.get(id);
    known.map_or(0.0, |a| a.distribution.quantile(0.5))
}

/// Beds that are paid for in a year and open over the next ones.
pub fn lagged(base: &Base, year: Year, share: f64) -> Vec<Thing> {
    let lag = base.assumptions.get("capex.build_lag");
    let Some(Distribution::Profile(parts)) = lag.map(|a| &a.distribution) else {
        return vec![building(share, year)];
    };
    let parts = (0..).zip(parts);
    parts
        .map(|(k, part)| building(share * part, year.plus(k)))
        .collect()
}

/// What is left at the end of the last year of a thing that opens in a year and loses as much of its
/// worth in each year after that: of one that is not open yet, all.
pub fn left(life: f64, opens: Year, last: Year) -> f64 {
    let age = f64::from(last.since(opens).max(0));
    (1.0 - age / life).max(0.0)
}
