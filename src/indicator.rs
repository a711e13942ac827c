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
    /// How it is read in one line: the equation of a province; the nation adds tops and bottoms.
    pub equation: String,
}

impl Indicator {
    /// Its top counts these, so that a gap can be told in them.
    fn counts(mut self, things: &str) -> Self {
        self.info.counts = things.to_owned();
        self
    }
    /// It is made of this stock of the ledger.
    fn stock(mut self, stock: &str) -> Self {
        self.info.stock = Some(stock.to_owned());
        self
    }
    /// It is the official or the expected figure of this indicator.
    fn figure_of(mut self, plain: &str) -> Self {
        self.info.figure_of = Some(plain.to_owned());
        self
    }
    /// More is better where no target says otherwise.
    fn more(mut self) -> Self {
        self.info.better = Some(Direction::AtLeast);
        self
    }
    /// Less is better where no target says otherwise.
    fn less(mut self) -> Self {
        self.info.better = Some(Direction::AtMost);
        self
    }
    /// It can be at most this.
    fn most(mut self, most: f64) -> Self {
        self.info.most = Some(most);
        self
    }
    /// It counts what happened during the year.
    fn of_the_year(mut self) -> Self {
        self.flow = true;
        self
    }
    /// One more in the top is one more in the bottom too.
    fn part_of_whole(mut self) -> Self {
        self.part_of_whole = true;
        self
    }
    /// It is read so.
    fn reads(mut self, equation: &str) -> Self {
        self.equation = equation.to_owned();
        self
    }
    /// Whether its top counts heads, beds or stations, so that a gap can be told in them.
    pub fn counts_things(&self) -> bool {
        !self.info.counts.is_empty()
    }
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
            better: None,
            counts: String::new(),
            stock: None,
            figure_of: None,
            // A share of a whole is at most all of it, where nothing else is said.
            most: (unit == Unit::Share).then_some(1.0),
        },
        reading,
        occupation,
        flow: false,
        part_of_whole: false,
        equation: String::new(),
    }
}

/// Fullness beyond which no hospital works.
const MOST_OCCUPANCY: f64 = 3.0;

/// Every indicator of a base, in printing order.
pub fn registry(base: &Base) -> Vec<Indicator> {
    use Reading::{National, Ratio, Spread as Of, Sum};
    let mut all = vec![
        entry(
            "beds_per_10k",
            "Hospital beds per 10,000 people",
            Unit::Per10k,
            "built hospital beds, public and private, without commune stations and polyclinics",
            0,
            Ratio(beds::built),
        )
        .counts("beds")
        .stock("beds")
        .more()
        .reads("(beds of ministries + province + private) / people * 10,000"),
    ];
    if official::has_beds(base) {
        all.push(entry(
            "beds_per_10k_official",
            "Hospital beds per 10,000 people, official count",
            Unit::Per10k,
            "beds that the ministry will report: those built and plan beds, in the variant of each future",
            0,
            Reading::Official(official::Counted::Beds, None),
        ).counts("beds").figure_of("beds_per_10k").more().reads("built beds * growth of the official count beside building / people * 10,000"));
    }
    all.extend([
        entry(
            "operating_beds_per_10k",
            "Hospital beds with staff per 10,000 people",
            Unit::Per10k,
            "built beds that have staff enough to be open",
            0,
            Ratio(beds::operating),
        )
        .counts("operating beds")
        .more()
        .reads("min(built beds, beds the staff can run) / people * 10,000"),
        entry(
            "managed_beds_per_10k",
            "Beds managed by provinces per 10,000 people",
            Unit::Per10k,
            "built beds of hospitals owned by a province",
            0,
            Ratio(beds::managed),
        )
        .counts("managed beds")
        .reads("beds of provincial and regional hospitals / people * 10,000"),
        entry(
            "beds_at_stations",
            "Beds at commune stations",
            Unit::Count,
            "beds of commune stations, outside every ratio of hospital beds",
            0,
            Sum(beds::at_stations),
        )
        .reads("beds at stations of the base year + beds reclassified so far"),
    ]);
    for (o, occupation) in base.occupations.iter().enumerate() {
        all.push(
            entry(
                &ratio_id(occupation),
                &format!("{} per 10,000 people", capital(&occupation.plural)),
                Unit::Per10k,
                &format!(
                    "{} in the official count on the coverage of the base year",
                    occupation.plural
                ),
                o,
                Ratio(staff::per_10k),
            )
            .counts(&occupation.plural)
            .stock(&occupation.plural)
            .more()
            .reads(&format!(
                "{} of all employers / people * 10,000",
                occupation.plural
            )),
        );
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
            ).counts(&occupation.plural).figure_of(&ratio_id(occupation)).more().reads(&format!("{} * exp(E + v), with what the model misses / people * 10,000", occupation.plural)));
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
            ).counts(&occupation.plural).figure_of(&ratio_id(occupation)).more().reads(&format!("({} with what the model misses + heads counted beyond people) / people * 10,000", occupation.plural)));
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
        ).counts("private beds").part_of_whole().reads("private beds / all hospital beds"),
        entry(
            "private_hospital_share",
            "Private share of hospitals",
            Unit::Share,
            "private hospitals over all hospitals",
            0,
            Ratio(beds::private_hospital_share),
        ).counts("private hospitals").part_of_whole().reads("private hospitals / all hospitals"),
        entry(
            &format!("{first}_per_station"),
            &format!("{} per commune station", capital(&first)),
            Unit::PerStation,
            "people of the first occupation working at commune stations over stations; one lent by a hospital counts for the part of the year",
            0,
            Ratio(stations::staff_per_station),
        ).more().reads(&format!("({first} of commune stations + person-years lent by hospitals) / stations")),
        entry(
            &format!("share_stations_with_4_{first}"),
            &format!("Stations with four {first} or more"),
            Unit::Share,
            "commune stations with four or more over all stations",
            0,
            Ratio(stations::with_four),
        ).counts(&format!("stations with 4 {first}")).more().reads(&format!("stations with four {first} or more / stations")),
        entry(
            "share_stations_upgraded",
            "Commune stations rebuilt or at standard since the base year",
            Unit::Share,
            "stations that policies have built, rebuilt or brought to standard since the base year over all stations",
            0,
            Ratio(stations::upgraded),
        ).counts("stations upgraded").reads("(stations brought to standard + those rebuilt by investments since the base year) / stations"),
        entry(
            "central_occupancy",
            "Occupancy of Central hospitals",
            Unit::Share,
            "bed-days over beds times 365, hospitals of ministries, by host province",
            0,
            Ratio(crowding::central),
        ).less().most(MOST_OCCUPANCY).reads("bed-days of Central hospitals / (their beds * 365)"),
        entry(
            "provincial_occupancy",
            "Occupancy of provinces' hospitals",
            Unit::Share,
            "bed-days over beds times 365, hospitals owned by provinces",
            0,
            Ratio(crowding::provincial),
        ).most(MOST_OCCUPANCY).reads("bed-days of the province's hospitals / (their beds * 365)"),
        entry(
            "referral_share",
            "Share of bed-days in Central hospitals",
            Unit::Share,
            "bed-days of the province's people in Central hospitals over all their bed-days",
            0,
            Ratio(crowding::referral_share),
        ).less().reads("bed-days in Central hospitals / (those + bed-days at home)"),
        entry(
            "bed_days_at_home",
            "Bed-days treated at home",
            Unit::Count,
            "bed-days of the province's people in the year outside Central hospitals",
            0,
            Sum(crowding::at_home),
        ).more().reads("bed-days of the people of a province outside Central hospitals"),
        entry(
            "resignations",
            "Resignations",
            Unit::Count,
            "staff with posts who left the profession or moved to private practice in the year",
            0,
            Sum(staff::resignations),
        ).less().of_the_year().reads("sum over occupations with posts of those who left or moved to private practice"),
        entry(
            "beds_opened",
            "Beds opened",
            Unit::Count,
            "beds opened or put up in the year, before those closed",
            0,
            Sum(beds::opened),
        ).more().of_the_year().reads("beds opened or fitted out in the year, before closures"),
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
            ).reads(&format!("sum over public employers of max(posts - {}, 0) / posts", occupation.plural)));
        }
    }
    for (o, occupation) in base.occupations.iter().enumerate() {
        let what = &occupation.plural;
        all.push(
            entry(
                &format!("graduates_{what}"),
                &format!("Graduates: {what}"),
                Unit::Count,
                "graduates of the year",
                o,
                National(staff::graduates),
            )
            .reads(&format!("{what} who finish their studies in the year")),
        );
        all.push(
            entry(
                &format!("entrants_waiting_{what}"),
                &format!("Waiting for a post: {what}"),
                Unit::Count,
                "licensed, looking and not placed at the end of the year",
                o,
                National(staff::waiting),
            )
            .less()
            .reads(&format!(
                "licensed {what} who look for a post - those placed"
            )),
        );
    }
    all.extend([
        entry(
            "graduates",
            "Graduates",
            Unit::Count,
            "graduates of the year, all occupations",
            0,
            National(staff::all_graduates),
        ).reads("graduates of the year, all occupations"),
        entry(
            "entrants_waiting",
            "Waiting for a post",
            Unit::Count,
            "licensed, looking and not placed at the end of the year, all occupations",
            0,
            National(staff::all_waiting),
        ).less().reads("licensed and looking - placed, at the end of the year"),
        entry(
            "projects_late",
            "Named projects late",
            Unit::Count,
            "named projects past their planned year and not open, not cancelled",
            0,
            National(beds::projects_late),
        ).less().reads("named projects past their planned year, not open, not cancelled"),
        entry(
            "stations_rebuilt",
            "Commune stations rebuilt",
            Unit::Count,
            "stations policies brought to standard in the year, and those their money could build or rebuild at unit cost",
            0,
            National(stations::rebuilt),
        ).more().of_the_year().reads("stations whose works end in the year + money of investments for stations / cost of one, never more than are left"),
        entry(
            "capital_spent",
            "Capital spent",
            Unit::Money,
            "ordinary capital, programmes, campuses, fit-out and private beds in the year",
            0,
            National(money::capital),
        ).of_the_year().reads("ordinary capital + programmes + campuses + fit-out + private beds + public money for them"),
        entry(
            "total_cost",
            "Total cost",
            Unit::Money,
            "capital and running costs of the year, all payers",
            0,
            National(money::total),
        ).of_the_year().reads("capital + operation + pay + allowances + training + links + handovers"),
        entry(
            "shock_years",
            "Years with a shock of the stress test",
            Unit::Share,
            "1 in a year in which a shock that the scenario switches on strikes or lasts, else 0: the mean is the share of futures",
            0,
            National(crowding::shocks),
        ).of_the_year().reads("1 if a storm, an epidemic, a freeze or a wave of resignations strikes or lasts, else 0"),
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
        )
        .reads("people at the end of the year"),
        entry(
            "beds",
            "Hospital beds",
            Unit::Count,
            "built hospital beds, public and private, without commune stations and polyclinics",
            0,
            Sum(beds::count),
        )
        .reads("beds of ministries + province + private"),
        entry(
            "beds_public",
            "Hospital beds of ministries and provinces",
            Unit::Count,
            "built beds of hospitals of ministries and provinces",
            0,
            Sum(beds::public),
        )
        .reads("beds of ministries + province"),
        entry(
            "beds_private",
            "Hospital beds of private owners",
            Unit::Count,
            "built beds of private hospitals",
            0,
            Sum(beds::private),
        )
        .reads("beds of private hospitals"),
    ]);
    for (o, occupation) in base.occupations.iter().enumerate() {
        all.push(
            entry(
                &format!("heads_{}", occupation.plural),
                &capital(&occupation.plural),
                Unit::Count,
                &format!(
                    "{} in the official count on the coverage of the base year, all employers",
                    occupation.plural
                ),
                o,
                Sum(staff::heads),
            )
            .reads(&format!("{} of all employers", occupation.plural)),
        );
        if official::has_expected(base, o) {
            all.push(
                entry(
                    &format!("{}_expected_factor", occupation.plural),
                    &format!("Expected over modelled {}", occupation.plural),
                    Unit::Ratio,
                    "what the heads of the model are multiplied by for what it misses",
                    o,
                    Ratio(official::expected_factor),
                )
                .reads(&format!(
                    "{what} with what the model misses / {what}",
                    what = occupation.plural
                )),
            );
        }
    }
    if official::has_beds(base) {
        all.push(
            entry(
                "beds_official_factor",
                "Official over built beds",
                Unit::Ratio,
                "what built beds are multiplied by for plan beds, in the variant of each future",
                0,
                Ratio(official::beds_factor),
            )
            .reads("official beds / built beds"),
        );
    }
    for id in [
        "beds_per_10k".to_owned(),
        base.occupations.first().map_or(String::new(), ratio_id),
    ] {
        let Some(position) = all.iter().position(|i| i.info.id == id) else {
            continue;
        };
        let (title, unit) = (all[position].info.title.clone(), all[position].info.unit);
        let things = all[position].info.counts.clone();
        let of = |suffix: &str, words: &str, unit, spread| {
            entry(
                &format!("{id}_{suffix}"),
                &format!("{title}: {words}"),
                unit,
                "spread between provinces",
                0,
                Of(position, spread),
            )
        };
        all.push(
            of("lowest", "lowest province", unit, Spread::Lowest)
                .counts(&things)
                .more()
                .reads("the lowest province's value"),
        );
        let ratio = "highest province over lowest";
        all.push(
            of("spread", ratio, Unit::Ratio, Spread::Ratio)
                .less()
                .reads("highest province / lowest province"),
        );
        let gini = "Gini coefficient between provinces";
        all.push(
            of("gini", gini, Unit::Ratio, Spread::Gini)
                .less()
                .reads("Gini coefficient of the provinces' values, weighted by people"),
        );
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

#[cfg(test)]
mod tests {
    use super::*;

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
