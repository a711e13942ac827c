//! Things that last: what part of a policy's cost in a year buys them, and when they open.
//!
//! Assumption: what is paid opens by the middle of the assumed lags, a campus in its planned year.
//! Staff, teaching, links and initiatives leave nothing that is worth money.

use super::Decision;
use super::investment::{Investment, ShareOf};
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

/// What the cost of a policy in a year buys that lasts.
pub fn bought(decision: &Decision, base: &Base, year: Year) -> Vec<Thing> {
    match decision {
        Decision::Investment(money) => invested(money, base, year),
        Decision::PrivateSector(owners) if owners.money() > 0.0 => lagged(base, year, 1.0),
        Decision::PrivateSector(_) => vec![building(1.0, year)],
        Decision::StationUpgrade(works) => {
            let takes = works.years.as_ref().map(|y| y.value.0);
            let takes = takes.unwrap_or_else(|| middle(base, "station.years"));
            let later = takes.fract();
            let ready = year.plus(takes.floor() as i32);
            vec![building(1.0 - later, ready), building(later, ready.plus(1))]
        }
        Decision::SecondCampus(campus) => {
            vec![building(1.0, campus.opens.value.max(year))]
        }
        _ => Vec::new(),
    }
}

fn building(share: f64, opens: Year) -> Thing {
    let what = Lasting::Building;
    Thing { what, share, opens }
}

/// The middle of what an assumption can be.
pub fn middle(base: &Base, id: &str) -> f64 {
    let known = base.assumptions.get(id);
    known.map_or(0.0, |a| a.distribution.quantile(0.5))
}

/// Beds that are paid for in a year and open over the next ones.
fn lagged(base: &Base, year: Year, share: f64) -> Vec<Thing> {
    let lag = base.assumptions.get("capex.build_lag");
    let Some(Distribution::Profile(parts)) = lag.map(|a| &a.distribution) else {
        return vec![building(share, year)];
    };
    let parts = (0..).zip(parts);
    parts
        .map(|(k, part)| building(share * part, year.plus(k)))
        .collect()
}

fn invested(money: &Investment, base: &Base, year: Year) -> Vec<Thing> {
    let share = |of: Option<&ShareOf>| match of {
        Some(ShareOf::Share(share)) => share.value.0,
        Some(ShareOf::Assumed(id)) => middle(base, &id.value),
        Some(ShareOf::Rest) | None => 0.0,
    };
    let purposes = money.split.purposes().map(|(_, of)| of);
    let rest = (1.0 - purposes.into_iter().map(share).sum::<f64>()).max(0.0);
    let [new_beds, expansion, stations, equipment, places] = purposes.map(|of| match of {
        Some(ShareOf::Rest) => rest,
        other => share(other),
    });
    let mut things = lagged(base, year, new_beds + expansion);
    things.push(building(stations + places, year));
    things.push(Thing {
        what: Lasting::Equipment,
        share: equipment,
        opens: year,
    });
    things
}

/// What is left at the end of the last year of a thing that opens in a year and loses as much of its
/// worth in each year after that: of one that is not open yet, all.
pub fn left(life: f64, opens: Year, last: Year) -> f64 {
    let age = f64::from(last.since(opens).max(0));
    (1.0 - age / life).max(0.0)
}
