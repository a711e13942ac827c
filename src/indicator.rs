//! What is read off the world at each year-end: one [`Fraction`] for each province. A region and
//! the nation are the sums of the tops over the sums of the bottoms, so nobody averages averages.
//!
//! A new indicator is one constant beside its function in one of the files below, and its name in
//! `PRINTED`. Nothing is read out of an id: what an indicator is, its [`row::Row`] says.
//!
//! In the terms of the field: top and bottom are numerator and denominator, the reach of an assumption
//! is its structural influence (what can enter a sensitivity analysis).

mod beds;
mod crowding;
mod fund;
mod money;
#[cfg(test)]
mod newcomer;
pub mod official;
pub mod reach;
pub mod row;
mod spread;
mod staff;
mod stations;
mod together;
mod tracked;
mod visits;
mod words;

use crate::base::Base;
use crate::lanes::Lanes;
use crate::results::IndicatorInfo;
use crate::said::Told;
use crate::world::care::CareBoard;
use crate::world::country::Country;
use crate::world::facility::{BedBoard, HospitalBoard, StationBoard};
use crate::world::fund::FundBoard;
use crate::world::money::Costs;
use crate::world::official::OfficialBoard;
use crate::world::population::Population;
use crate::world::project::ProjectBoard;
use crate::world::shocks::Stress;
use crate::world::staff::{Entrants, StaffBoard, StaffLevers};
use crate::world::tracked::{MilestoneBoard, TrackedBoard};
use crate::world::visits::{CheckUpBoard, VisitBoard};
use bevy_ecs::prelude::World;
use reach::Part;
use row::{Figure, Row};
pub use spread::Spread;

/// A number read off a province: top over bottom. Sums add both.
#[derive(Clone, Copy, Debug)]
pub struct Fraction {
    /// What is counted.
    pub top: Lanes,
    /// What it is divided by; 1 for plain counts (then the sum of tops is read as it is).
    pub bottom: Lanes,
}

impl Fraction {
    /// For each 10,000 people of a province.
    fn per_10k(top: Lanes, view: &View<'_>, p: usize) -> Fraction {
        Fraction {
            top,
            bottom: view.population.people[p] / 10_000.0,
        }
    }
}

/// How an indicator is read.
#[derive(Clone, Copy)]
pub enum Reading {
    /// A ratio of sums.
    Ratio(fn(&View<'_>, usize, usize) -> Fraction),
    /// What officials count per 10,000 people: in one variant, or in the one drawn in each future.
    Official(official::Counted, Option<usize>),
    /// A sum.
    Sum(fn(&View<'_>, usize, usize) -> Lanes),
    /// Read for the nation only.
    National(fn(&View<'_>, usize) -> Lanes),
    /// A spread between provinces of another indicator, by its position, nation only.
    Spread(usize, Spread),
    /// A followed indicator, by its position in the base.
    Followed(usize),
    /// A milestone, by its position in the base.
    Milestone(usize),
    /// A sum of others, by its position in the base.
    Together(usize),
}

/// One entry of the registry.
#[derive(Clone)]
pub struct Indicator {
    /// As printed.
    pub info: IndicatorInfo,
    /// How it is read.
    pub reading: Reading,
    /// The occupation it is about, by position; 0 for the others.
    pub occupation: usize,
    /// Whether it counts what happened during the year: then it is not defined for the base year,
    /// which is not lived.
    pub flow: bool,
    /// Whether it is a part of the check-ups that policies promise: without one it has no value.
    pub promised: bool,
    /// Whether one more in the top is one more in the bottom too (a private bed is a bed).
    pub part_of_whole: bool,
    /// How it is read in one line: the equation of a province; the nation adds tops and bottoms.
    pub equation: Told,
    /// The occupation it tells of; of none, where it tells of all or of no staff.
    pub whose: Option<usize>,
    /// Parts of the model it is made of.
    pub made_of: &'static [Part],
    /// Whether it is told in heads or in beds.
    pub figure: Figure,
    /// What targets on it are judged on, where that is something else: people with what the model misses.
    pub judged_on: Option<String>,
    /// The official count whose variants a target on it is told in, where that is not its own.
    pub told_in: Option<String>,
    /// What a target on it is asked of as well: what will be reported, beside beds as built.
    pub asked_beside: Option<String>,
    /// What targets on it are asked of where beds wait for staff.
    pub gated: Option<String>,
    /// The sd of the error with which it is published by province, where it is.
    pub published: Option<String>,
}

impl Indicator {
    /// Whether its top counts heads, beds or stations, so that a gap can be told in them.
    pub fn counts_things(&self) -> bool {
        !self.info.counts.is_empty()
    }
    /// Whether it is followed, or a milestone: not built from stocks of the network.
    pub fn is_followed(&self) -> bool {
        matches!(self.reading, Reading::Followed(_) | Reading::Milestone(_))
    }
    /// Whether it tells of staff of whom nothing is known by province: they lie by population, and a
    /// verdict on a province would be made up.
    pub fn unknown_by_province(&self, base: &Base) -> bool {
        let mut all = base.provinces.iter();
        self.figure == Figure::Heads && all.all(|p| p.staff[self.occupation].is_none())
    }
}

/// Everything an indicator may look at.
pub struct View<'a> {
    /// The country.
    pub country: &'a Country,
    /// People.
    pub population: &'a Population,
    /// Beds.
    pub beds: &'a BedBoard,
    /// Hospitals counted.
    pub hospitals: &'a HospitalBoard,
    /// Stations.
    pub stations: &'a StationBoard,
    /// Staff.
    pub staff: &'a StaffBoard,
    /// What policies do to employers.
    pub levers: &'a StaffLevers,
    /// Bed-days.
    pub care: &'a CareBoard,
    /// Costs of the year.
    pub costs: &'a Costs,
    /// Projects counted.
    pub projects: &'a ProjectBoard,
    /// Followed indicators.
    pub tracked: &'a TrackedBoard,
    /// Milestones.
    pub milestones: &'a MilestoneBoard,
    /// What officials count.
    pub official: &'a OfficialBoard,
    /// Shocks a plan is tested against.
    pub stress: &'a Stress,
    /// Visits and stays.
    pub visits: &'a VisitBoard,
    /// Free check-ups.
    pub check_ups: &'a CheckUpBoard,
    /// Who pays for care.
    pub fund: &'a FundBoard,
    /// People between school and post, by occupation.
    pub entrants: Vec<Entrants>,
}

impl<'a> View<'a> {
    /// Looks at a world; `entrants` in order of occupations.
    pub fn of(world: &'a World, entrants: Vec<Entrants>) -> Self {
        View {
            country: world.resource(),
            population: world.resource(),
            beds: world.resource(),
            hospitals: world.resource(),
            stations: world.resource(),
            staff: world.resource(),
            levers: world.resource(),
            care: world.resource(),
            costs: world.resource(),
            projects: world.resource(),
            tracked: world.resource(),
            milestones: world.resource(),
            official: world.resource(),
            stress: world.resource(),
            visits: world.resource(),
            check_ups: world.resource(),
            fund: world.resource(),
            entrants,
        }
    }
    /// Number of provinces.
    pub fn provinces(&self) -> usize {
        self.country.provinces()
    }
}

/// Rows that are printed together: one of each, or all of an occupation and then those of the next.
enum Rows {
    Once(&'static [Row]),
    Each(&'static [Row]),
}

/// Every indicator in printing order; spreads and what a base follows come after them.
const PRINTED: &[Rows] = &[
    Rows::Once(&[
        beds::PER_10K,
        official::BEDS,
        beds::OPERATING,
        beds::MANAGED,
        beds::AT_STATIONS,
    ]),
    Rows::Each(&[staff::PER_10K, official::EXPECTED, official::HEADS]),
    Rows::Once(&[
        beds::PRIVATE_SHARE,
        beds::PRIVATE_HOSPITALS,
        stations::STAFF,
        stations::WITH_FOUR,
        stations::UPGRADED,
        crowding::CENTRAL,
        crowding::PROVINCIAL,
        crowding::REFERRAL_SHARE,
        crowding::AT_HOME,
        staff::RESIGNATIONS,
        beds::OPENED,
    ]),
    Rows::Each(&[staff::UNFILLED]),
    Rows::Each(&[staff::GRADUATES, staff::WAITING]),
    Rows::Once(&[
        staff::ALL_GRADUATES,
        staff::ALL_WAITING,
        beds::PROJECTS_LATE,
        stations::REBUILT,
        money::CAPITAL,
        money::TOTAL,
        crowding::SHOCKS,
        // Counts that ratios are made of, so that each can be made again.
        beds::PEOPLE,
        beds::COUNT,
        beds::PUBLIC,
        beds::PRIVATE,
    ]),
    Rows::Each(&[staff::HEADS, official::EXPECTED_FACTOR]),
    Rows::Once(&[
        official::BEDS_FACTOR,
        visits::PER_HEAD,
        visits::ADMISSIONS,
        visits::AT_STATIONS,
        visits::AT_HOME,
        visits::NOT_SERVED,
        visits::ADEQUACY,
        visits::PEOPLE_PER_DOCTOR,
        visits::NEAR_CENTRAL,
        visits::FAR_FROM_CENTRAL,
        visits::CHECK_UPS,
        visits::CHECK_UPS_NO_STAFF,
        visits::CHECK_UPS_NO_MONEY,
        visits::VISITS,
        visits::STAYS,
        fund::HOUSEHOLDS,
        fund::SPENDING,
        fund::INCOME,
        fund::PAYMENTS,
        fund::BALANCE,
        fund::RESERVE,
        fund::MONTHS,
        #[cfg(test)]
        newcomer::PEOPLE_PER_BED,
    ]),
];

/// Every indicator of a base, in printing order; sums that a scenario declares stand last.
pub fn registry(base: &Base) -> Vec<Indicator> {
    let (mut all, mut spread) = (Vec::new(), Vec::new());
    let mut put = |row: &Row, occupation, each| {
        let Some(made) = row.in_base(base, occupation, each) else {
            return;
        };
        if row.spread && occupation == 0 {
            spread.push(all.len());
        }
        all.push(made);
    };
    for rows in PRINTED {
        match rows {
            Rows::Once(rows) => rows.iter().for_each(|row| put(row, 0, false)),
            Rows::Each(rows) => {
                for o in 0..base.occupations.len() {
                    rows.iter().for_each(|row| put(row, o, true));
                }
            }
        }
    }
    for position in spread {
        let own = spread::ROWS.map(|row| row.between_provinces(position, &all[position]));
        all.extend(own);
    }
    all.extend(tracked::rows(base));
    let sums = together::rows(base, &all);
    all.extend(sums);
    let ids: Vec<String> = all.iter().map(|i| i.info.id.clone()).collect();
    for indicator in &mut all {
        indicator.info.open_between = official::open_between(base, indicator);
        // What a base does not have, no target is asked of.
        for other in [
            &mut indicator.judged_on,
            &mut indicator.told_in,
            &mut indicator.asked_beside,
            &mut indicator.gated,
        ] {
            other.take_if(|id| !ids.contains(id));
        }
    }
    all
}

/// Position of what targets on an indicator are judged on, where that is another one.
pub fn judged(all: &[Indicator], at: usize) -> Option<usize> {
    let other = all[at].judged_on.as_ref()?;
    all.iter().position(|i| i.info.id == *other)
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or(String::new(), |c| c.to_uppercase().chain(letters).collect())
}

/// One indicator in every scope.
#[derive(Clone, Default)]
pub struct Read {
    /// Provinces (empty for national-only indicators).
    pub provinces: Vec<Lanes>,
    /// Regions (empty for national-only indicators).
    pub regions: Vec<Lanes>,
    /// Nation.
    pub nation: Lanes,
    /// Top and bottom for the nation, for ratios.
    pub fraction: Option<Fraction>,
    /// Tops and bottoms of regions, where a ratio is being added up.
    sums: Vec<Fraction>,
}

impl Read {
    /// The value in a scope: 0 the nation, then regions, then provinces.
    pub fn at(&self, scope: usize) -> Lanes {
        let regions = self.regions.len();
        match scope {
            0 => self.nation,
            s if s <= regions => self.regions[s - 1],
            s => self.provinces[s - 1 - regions],
        }
    }

    /// Makes the reading undefined everywhere.
    pub fn undefine(&mut self) {
        let nothing = Lanes::splat(f64::NAN);
        self.provinces.fill(nothing);
        self.regions.fill(nothing);
        self.nation = nothing;
    }
}

impl Fraction {
    /// Top over bottom; not a number where there is nothing to divide by.
    pub fn value(self) -> Lanes {
        let some = self.bottom.gt(Lanes::ZERO);
        some.select(
            self.top / some.select(self.bottom, Lanes::ONE),
            Lanes::splat(f64::NAN),
        )
    }
    fn add(&mut self, other: Fraction) {
        self.top += other.top;
        self.bottom += other.bottom;
    }
}

/// Reads one indicator into `read`, whatever stood there. `before` holds those read earlier, which
/// spreads refer to.
pub fn read(view: &View<'_>, indicator: &Indicator, before: &[Read], read: &mut Read) {
    let occupation = indicator.occupation;
    read.fraction = None;
    read.provinces.clear();
    read.provinces.reserve(view.provinces());
    read.regions.clear();
    match indicator.reading {
        Reading::Ratio(f) => {
            read.fraction = Some(ratio(view, |p| f(view, occupation, p), read));
        }
        Reading::Official(counted, variant) => {
            let of = |p| official::per_10k(view, counted, variant, p);
            read.fraction = Some(ratio(view, of, read));
        }
        // Weights are not heads or beds: a gap is told in the indicator's own unit.
        Reading::Followed(i) => {
            ratio(view, |p| tracked::followed(view, i, p), read);
        }
        Reading::Milestone(m) => {
            ratio(view, |p| tracked::milestone(view, m, p), read);
        }
        Reading::Sum(f) => {
            let base = &view.country.base;
            read.nation = Lanes::ZERO;
            read.regions.resize(base.regions.len(), Lanes::ZERO);
            for (p, province) in base.provinces.iter().enumerate() {
                let x = f(view, occupation, p);
                read.regions[province.region] += x;
                read.nation += x;
                read.provinces.push(x);
            }
        }
        Reading::National(f) => read.nation = f(view, occupation),
        Reading::Together(at) => {
            together::read(&view.country.base.sums[at].of, before, read);
            read.fraction.take_if(|_| !indicator.counts_things());
        }
        Reading::Spread(of, spread) => {
            read.nation = spread::spread_of(spread, &before[of].provinces, &view.population.people);
        }
    }
}

/// Top and bottom of a ratio in a scope (0 the nation, then regions, then provinces); `None` for what is no
/// ratio of heads, beds or people.
pub fn fraction(view: &View<'_>, all: &[Indicator], at: usize, scope: usize) -> Option<Fraction> {
    let indicator = &all[at];
    if let Reading::Together(sum) = indicator.reading {
        let parts = view.country.base.sums[sum].of.iter();
        return together::fraction(parts.map(|part| fraction(view, all, *part, scope)))
            .filter(|_| indicator.counts_things());
    }
    let of = |p| match indicator.reading {
        Reading::Ratio(f) => Some(f(view, indicator.occupation, p)),
        Reading::Official(counted, variant) => Some(official::per_10k(view, counted, variant, p)),
        _ => None,
    };
    let base = &view.country.base;
    let regions = base.regions.len();
    let within = |p: &usize| match scope {
        0 => true,
        s if s <= regions => base.provinces[*p].region == s - 1,
        s => *p == s - 1 - regions,
    };
    let mut parts = (0..base.provinces.len()).filter(within).map(of);
    let mut sum = parts.next()??;
    for part in parts {
        sum.add(part?);
    }
    Some(sum)
}

/// A ratio of sums in every scope; gives the nation's.
fn ratio(view: &View<'_>, of: impl Fn(usize) -> Fraction, read: &mut Read) -> Fraction {
    let base = &view.country.base;
    let zero = Fraction {
        top: Lanes::ZERO,
        bottom: Lanes::ZERO,
    };
    let mut nation = zero;
    read.sums.clear();
    read.sums.resize(base.regions.len(), zero);
    for (p, province) in base.provinces.iter().enumerate() {
        let fraction = of(p);
        read.sums[province.region].add(fraction);
        nation.add(fraction);
        read.provinces.push(fraction.value());
    }
    read.regions.extend(read.sums.iter().map(|sum| sum.value()));
    read.nation = nation.value();
    nation
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Direction;
    use crate::results::Unit;

    #[test]
    fn an_indicator_says_of_itself_what_it_counts_and_which_way_is_better() {
        let all = registry(&Base::builtin());
        let of = |id: &str| &all.iter().find(|i| i.info.id == id).expect("there").info;
        for (id, counts, better, plain) in [
            (
                "beds_per_10k",
                "beds",
                Some(Direction::AtLeast),
                "beds_per_10k",
            ),
            (
                "beds_per_10k_official",
                "beds",
                Some(Direction::AtLeast),
                "beds_per_10k",
            ),
            (
                "doctors_per_10k_official",
                "doctors",
                Some(Direction::AtLeast),
                "doctors_per_10k",
            ),
            (
                "doctors_per_10k_expected",
                "doctors",
                Some(Direction::AtLeast),
                "doctors_per_10k",
            ),
            (
                "doctors_per_10k_lowest",
                "doctors",
                Some(Direction::AtLeast),
                "doctors_per_10k_lowest",
            ),
            (
                "beds_per_10k_gini",
                "",
                Some(Direction::AtMost),
                "beds_per_10k_gini",
            ),
            (
                "managed_beds_per_10k",
                "managed beds",
                None,
                "managed_beds_per_10k",
            ),
            (
                "private_bed_share",
                "private beds",
                None,
                "private_bed_share",
            ),
            (
                "share_stations_with_4_doctors",
                "stations with 4 doctors",
                Some(Direction::AtLeast),
                "share_stations_with_4_doctors",
            ),
            (
                "entrants_waiting_nurses",
                "",
                Some(Direction::AtMost),
                "entrants_waiting_nurses",
            ),
            ("total_cost", "", None, "total_cost"),
        ] {
            let info = of(id);
            assert_eq!(
                (info.counts.as_str(), info.better),
                (counts, better),
                "{id}"
            );
            assert_eq!(info.plain(), plain);
        }
    }

    #[test]
    fn every_share_has_a_most_and_every_indicator_an_equation() {
        for indicator in registry(&Base::builtin()) {
            let info = &indicator.info;
            assert!(
                indicator.is_followed() || !indicator.equation.is_empty(),
                "{}",
                info.id
            );
            let share = info.unit == Unit::Share && !indicator.is_followed();
            assert_eq!(share, info.most.is_some(), "{}", info.id);
        }
    }
}
