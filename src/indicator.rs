//! What is read off the world at each year-end: one [`Fraction`] for each province. A region and
//! the nation are the sums of the tops over the sums of the bottoms, so nobody averages averages.
//!
//! A new indicator is one row of [`registry`] with its function in one of the files below.

mod beds;
mod crowding;
mod money;
pub mod official;
pub mod reach;
mod staff;
mod stations;
mod tracked;

use crate::base::{Base, Direction, Occupation};
use crate::chance::assumed::Assumed;
use crate::lanes::Lanes;
use crate::results::{IndicatorInfo, Unit};
use crate::world::care::CareBoard;
use crate::world::country::{Clock, Country};
use crate::world::facility::{BedBoard, HospitalBoard, StationBoard};
use crate::world::money::Costs;
use crate::world::official::OfficialBoard;
use crate::world::population::Population;
use crate::world::project::ProjectBoard;
use crate::world::shocks::Stress;
use crate::world::staff::{Entrants, StaffBoard, StaffLevers};
use crate::world::tracked::{MilestoneBoard, TrackedBoard};
use bevy_ecs::prelude::World;

/// A number read off a province: top over bottom. Sums add both.
#[derive(Clone, Copy, Debug)]
pub struct Fraction {
    /// What is counted.
    pub top: Lanes,
    /// What it is divided by; 1 for plain counts (then the sum of tops is read as it is).
    pub bottom: Lanes,
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
}

/// A measure of the spread between provinces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spread {
    /// The lowest province.
    Lowest,
    /// Highest over lowest.
    Ratio,
    /// Gini coefficient, weighted by population.
    Gini,
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
    /// Whether one more in the top is one more in the bottom too (a private bed is a bed).
    pub part_of_whole: bool,
    /// Whether the top counts heads, beds or stations, so that a gap can be told in them.
    pub counts_things: bool,
}

impl Indicator {
    /// Whether it is followed, or a milestone: not built from stocks of the network.
    pub fn is_followed(&self) -> bool {
        matches!(self.reading, Reading::Followed(_) | Reading::Milestone(_))
    }
}

/// Everything an indicator may look at.
pub struct View<'a> {
    /// The country.
    pub country: &'a Country,
    /// The calendar.
    pub clock: Clock,
    /// Assumptions.
    pub assumed: &'a Assumed,
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
    /// People between school and post, by occupation.
    pub entrants: Vec<Entrants>,
}

impl<'a> View<'a> {
    /// Looks at a world; `entrants` in order of occupations.
    pub fn of(world: &'a World, entrants: Vec<Entrants>) -> Self {
        View {
            country: world.resource(),
            clock: *world.resource(),
            assumed: world.resource(),
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
            entrants,
        }
    }
    /// Number of provinces.
    pub fn provinces(&self) -> usize {
        self.country.provinces()
    }
}

fn entry(
    id: &str,
    title: &str,
    unit: Unit,
    meaning: &str,
    occupation: usize,
    reading: Reading,
) -> Indicator {
    Indicator {
        info: IndicatorInfo {
            id: id.into(),
            title: title.into(),
            unit,
            meaning: meaning.into(),
            national_only: matches!(reading, Reading::National(_) | Reading::Spread(..)),
            not_answerable: None,
            open_between: None,
        },
        reading,
        occupation,
        flow: FLOWS.contains(&id),
        part_of_whole: PARTS.contains(&id),
        counts_things: unit == Unit::Per10k
            || PARTS.contains(&id)
            || id.starts_with("share_stations"),
    }
}

/// Indicators whose top is part of their bottom.
const PARTS: &[&str] = &["private_bed_share", "private_hospital_share"];

/// Indicators of what happened during a year.
const FLOWS: &[&str] = &[
    "resignations",
    "beds_opened",
    "stations_rebuilt",
    "capital_spent",
    "total_cost",
    "shock_years",
];

/// Which way an indicator is better where no target says so; `None` where more is neither better
/// nor worse by itself: money spent, beds that only change hands.
pub fn better(id: &str) -> Option<Direction> {
    const MORE: &[&str] = &[
        "beds_per_10k",
        "operating_beds_per_10k",
        "bed_days_at_home",
        "beds_opened",
        "stations_rebuilt",
        "share_stations_with_4",
    ];
    const LESS: &[&str] = &[
        "central_occupancy",
        "referral_share",
        "resignations",
        "entrants_waiting",
        "projects_late",
    ];
    let staff = [
        "_per_10k",
        "_per_10k_official",
        "_per_10k_expected",
        "_per_station",
    ];
    if ["_spread", "_gini"].iter().any(|end| id.ends_with(end)) {
        Some(Direction::AtMost)
    } else if id.ends_with("_lowest") || MORE.iter().any(|start| id.starts_with(start)) {
        Some(Direction::AtLeast)
    } else if LESS.iter().any(|start| id.starts_with(start)) {
        Some(Direction::AtMost)
    } else if staff.iter().any(|end| id.ends_with(end)) && !id.contains("beds") {
        Some(Direction::AtLeast)
    } else {
        None
    }
}

/// Every indicator of a base, in printing order.
pub fn registry(base: &Base) -> Vec<Indicator> {
    use Reading::{National, Ratio, Spread as Of, Sum};
    let mut all = vec![entry(
        "beds_per_10k",
        "Hospital beds per 10,000 people",
        Unit::Per10k,
        "built hospital beds, public and private, without commune stations and polyclinics",
        0,
        Ratio(beds::built),
    )];
    if official::has_beds(base) {
        all.push(entry(
            "beds_per_10k_official",
            "Hospital beds per 10,000 people, official count",
            Unit::Per10k,
            "beds that the ministry will report: those built and plan beds, in the variant of each future",
            0,
            Reading::Official(official::Counted::Beds, None),
        ));
    }
    all.extend([
        entry(
            "operating_beds_per_10k",
            "Hospital beds with staff per 10,000 people",
            Unit::Per10k,
            "built beds that have staff enough to be open",
            0,
            Ratio(beds::operating),
        ),
        entry(
            "managed_beds_per_10k",
            "Beds managed by provinces per 10,000 people",
            Unit::Per10k,
            "built beds of hospitals owned by a province",
            0,
            Ratio(beds::managed),
        ),
        entry(
            "beds_at_stations",
            "Beds at commune stations",
            Unit::Count,
            "beds of commune stations, outside every ratio of hospital beds",
            0,
            Sum(beds::at_stations),
        ),
    ]);
    for (o, occupation) in base.occupations.iter().enumerate() {
        all.push(entry(
            &ratio_id(occupation),
            &format!("{} per 10,000 people", capital(&occupation.plural)),
            Unit::Per10k,
            &format!(
                "{} in the official count on the coverage of the base year",
                occupation.plural
            ),
            o,
            Ratio(staff::per_10k),
        ));
        if !occupation.not_answerable.is_empty() {
            let ratio = all.last_mut().expect("it was put there");
            ratio.info.not_answerable = Some(occupation.not_answerable.clone());
        }
        if official::has_expected(base, o) {
            all.push(entry(
                &format!("{}_expected", ratio_id(occupation)),
                &format!(
                    "{} per 10,000 people (expected)",
                    capital(&occupation.plural)
                ),
                Unit::Per10k,
                &format!(
                    "{} of the model with the error that looking back found: what targets on people are judged on",
                    occupation.plural
                ),
                o,
                Ratio(official::expected),
            ));
        }
        if o == 0 && official::has_recount(base) {
            all.push(entry(
                &format!("{}_official", ratio_id(occupation)),
                &format!(
                    "{} per 10,000 people, official count",
                    capital(&occupation.plural)
                ),
                Unit::Per10k,
                &format!(
                    "the same with {} counted beyond people as registration goes on, in the variant of each future",
                    occupation.plural
                ),
                o,
                Reading::Official(official::Counted::Heads, None),
            ));
        }
    }
    let first = base
        .occupations
        .first()
        .map_or("staff", |o| o.plural.as_str())
        .to_owned();
    all.extend([
        entry(
            "private_bed_share",
            "Private share of hospital beds",
            Unit::Share,
            "private beds over all hospital beds",
            0,
            Ratio(beds::private_share),
        ),
        entry(
            "private_hospital_share",
            "Private share of hospitals",
            Unit::Share,
            "private hospitals over all hospitals",
            0,
            Ratio(beds::private_hospital_share),
        ),
        entry(
            &format!("{first}_per_station"),
            &format!("{} per commune station", capital(&first)),
            Unit::PerStation,
            "people of the first occupation working at commune stations over stations; one lent by a hospital counts for the part of the year",
            0,
            Ratio(stations::staff_per_station),
        ),
        entry(
            &format!("share_stations_with_4_{first}"),
            &format!("Stations with four {first} or more"),
            Unit::Share,
            "commune stations with four or more over all stations",
            0,
            Ratio(stations::with_four),
        ),
        entry(
            "share_stations_upgraded",
            "Commune stations rebuilt or at standard since the base year",
            Unit::Share,
            "stations that policies have built, rebuilt or brought to standard since the base year over all stations",
            0,
            Ratio(stations::upgraded),
        ),
        entry(
            "central_occupancy",
            "Occupancy of Central hospitals",
            Unit::Share,
            "bed-days over beds times 365, hospitals of ministries, by host province",
            0,
            Ratio(crowding::central),
        ),
        entry(
            "provincial_occupancy",
            "Occupancy of provinces' hospitals",
            Unit::Share,
            "bed-days over beds times 365, hospitals owned by provinces",
            0,
            Ratio(crowding::provincial),
        ),
        entry(
            "referral_share",
            "Share of bed-days in Central hospitals",
            Unit::Share,
            "bed-days of the province's people in Central hospitals over all their bed-days",
            0,
            Ratio(crowding::referral_share),
        ),
        entry(
            "bed_days_at_home",
            "Bed-days treated at home",
            Unit::Count,
            "bed-days of the province's people in the year outside Central hospitals",
            0,
            Sum(crowding::at_home),
        ),
        entry(
            "resignations",
            "Resignations",
            Unit::Count,
            "staff with posts who left the profession or moved to private practice in the year",
            0,
            Sum(staff::resignations),
        ),
        entry(
            "beds_opened",
            "Beds opened",
            Unit::Count,
            "beds opened or put up in the year, before those closed",
            0,
            Sum(beds::opened),
        ),
    ]);
    for (o, occupation) in base.occupations.iter().enumerate() {
        if occupation.has_posts {
            all.push(entry(
                &format!("unfilled_posts_{}", occupation.plural),
                &format!("Unfilled public posts: {}", occupation.plural),
                Unit::Share,
                "funded posts at hospitals of ministries and provinces and at stations that nobody fills, over all such posts",
                o,
                Ratio(staff::unfilled),
            ));
        }
    }
    for (o, occupation) in base.occupations.iter().enumerate() {
        let what = &occupation.plural;
        all.push(entry(
            &format!("graduates_{what}"),
            &format!("Graduates: {what}"),
            Unit::Count,
            "graduates of the year",
            o,
            National(staff::graduates),
        ));
        all.push(entry(
            &format!("entrants_waiting_{what}"),
            &format!("Waiting for a post: {what}"),
            Unit::Count,
            "licensed, looking and not placed at the end of the year",
            o,
            National(staff::waiting),
        ));
    }
    all.extend([
        entry(
            "graduates",
            "Graduates",
            Unit::Count,
            "graduates of the year, all occupations",
            0,
            National(staff::all_graduates),
        ),
        entry(
            "entrants_waiting",
            "Waiting for a post",
            Unit::Count,
            "licensed, looking and not placed at the end of the year, all occupations",
            0,
            National(staff::all_waiting),
        ),
        entry(
            "projects_late",
            "Named projects late",
            Unit::Count,
            "named projects past their planned year and not open, not cancelled",
            0,
            National(beds::projects_late),
        ),
        entry(
            "stations_rebuilt",
            "Commune stations rebuilt",
            Unit::Count,
            "stations policies brought to standard in the year, and those their money could build or rebuild at unit cost",
            0,
            National(stations::rebuilt),
        ),
        entry(
            "capital_spent",
            "Capital spent",
            Unit::Money,
            "ordinary capital, programmes, campuses, fit-out and private beds in the year",
            0,
            National(money::capital),
        ),
        entry(
            "total_cost",
            "Total cost",
            Unit::Money,
            "capital and running costs of the year, all payers",
            0,
            National(money::total),
        ),
        entry(
            "shock_years",
            "Years with a shock of the stress test",
            Unit::Share,
            "1 in a year in which a shock that the scenario switches on strikes or lasts, else 0: the mean is the share of futures",
            0,
            National(crowding::shocks),
        ),
    ]);
    // Counts that ratios are made of, so that each can be made again.
    all.extend([
        entry(
            "people",
            "People",
            Unit::Count,
            "people at the end of the year",
            0,
            Sum(beds::people),
        ),
        entry(
            "beds",
            "Hospital beds",
            Unit::Count,
            "built hospital beds, public and private, without commune stations and polyclinics",
            0,
            Sum(beds::count),
        ),
        entry(
            "beds_public",
            "Hospital beds of ministries and provinces",
            Unit::Count,
            "built beds of hospitals of ministries and provinces",
            0,
            Sum(beds::public),
        ),
        entry(
            "beds_private",
            "Hospital beds of private owners",
            Unit::Count,
            "built beds of private hospitals",
            0,
            Sum(beds::private),
        ),
    ]);
    for (o, occupation) in base.occupations.iter().enumerate() {
        all.push(entry(
            &format!("heads_{}", occupation.plural),
            &capital(&occupation.plural),
            Unit::Count,
            &format!(
                "{} in the official count on the coverage of the base year, all employers",
                occupation.plural
            ),
            o,
            Sum(staff::heads),
        ));
        if official::has_expected(base, o) {
            all.push(entry(
                &format!("{}_expected_factor", occupation.plural),
                &format!("Expected over modelled {}", occupation.plural),
                Unit::Ratio,
                "what the heads of the model are multiplied by for what it misses",
                o,
                Ratio(official::expected_factor),
            ));
        }
    }
    if official::has_beds(base) {
        all.push(entry(
            "beds_official_factor",
            "Official over built beds",
            Unit::Ratio,
            "what built beds are multiplied by for plan beds, in the variant of each future",
            0,
            Ratio(official::beds_factor),
        ));
    }
    for id in [
        "beds_per_10k".to_owned(),
        base.occupations.first().map_or(String::new(), ratio_id),
    ] {
        let Some(position) = all.iter().position(|i| i.info.id == id) else {
            continue;
        };
        let (title, unit) = (all[position].info.title.clone(), all[position].info.unit);
        for (suffix, words, unit, spread) in [
            ("lowest", "lowest province", unit, Spread::Lowest),
            (
                "spread",
                "highest province over lowest",
                Unit::Ratio,
                Spread::Ratio,
            ),
            (
                "gini",
                "Gini coefficient between provinces",
                Unit::Ratio,
                Spread::Gini,
            ),
        ] {
            all.push(entry(
                &format!("{id}_{suffix}"),
                &format!("{title}: {words}"),
                unit,
                "spread between provinces",
                0,
                Of(position, spread),
            ));
        }
    }
    all.extend(tracked::rows(base));
    for indicator in &mut all {
        indicator.info.open_between = official::open_between(base, indicator);
    }
    all
}

/// Id of an occupation's ratio.
pub fn ratio_id(occupation: &Occupation) -> String {
    format!("{}_per_10k", occupation.plural)
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or(String::new(), |c| c.to_uppercase().chain(letters).collect())
}

/// One indicator in every scope.
#[derive(Default)]
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
        Reading::Spread(of, spread) => {
            read.nation = spread_of(spread, &before[of].provinces, &view.population.people);
        }
    }
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

fn spread_of(spread: Spread, values: &[Lanes], people: &[Lanes]) -> Lanes {
    let lowest = values
        .iter()
        .copied()
        .reduce(|a, b| a.min(b))
        .unwrap_or(Lanes::ZERO);
    match spread {
        Spread::Lowest => lowest,
        Spread::Ratio => {
            let highest = values
                .iter()
                .copied()
                .reduce(|a, b| a.max(b))
                .unwrap_or(Lanes::ZERO);
            Fraction {
                top: highest,
                bottom: lowest,
            }
            .value()
        }
        Spread::Gini => {
            // Mean absolute difference between two people's provinces over twice the mean.
            let (mut gaps, mut mean, mut all) = (Lanes::ZERO, Lanes::ZERO, Lanes::ZERO);
            for (i, (a, n)) in values.iter().zip(people).enumerate() {
                mean += *a * *n;
                all += *n;
                for (b, m) in values.iter().zip(people).take(i) {
                    gaps += (*a - *b).abs() * *n * *m;
                }
            }
            Fraction {
                top: gaps,
                bottom: mean * all,
            }
            .value()
        }
    }
}
