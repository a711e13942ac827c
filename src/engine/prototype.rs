//! A scenario becomes a world: every entity and every system, made once for each worker.

use super::RunError;
use crate::base::{Distribution, Facility, Level, Owner, Published, Target};
use crate::chance::assumed::Assumed;
use crate::chance::{Chance, Clash, Key, Process, quantile, refuse_clashes};
use crate::dynamics;
use crate::dynamics::construction::Members;
use crate::dynamics::workforce::YearRules;
use crate::indicator::{Indicator, official, registry};
use crate::lanes::Lanes;
use crate::policy;
use crate::results::{Standing, official_twin};
use crate::rules::Layers;
use crate::scenario::{Payer, Scenario};
use crate::words::command as words;
use crate::world::care::CareBoard;
use crate::world::country::{Clock, Country, Index};
use crate::world::decisions::Decisions;
use crate::world::facility::{
    BedBoard, BuiltBeds, Establishments, Group, HandedOver, Hospital, HospitalBoard, Station,
    StationBoard, StationStaff,
};
use crate::world::fund::FundBoard;
use crate::world::ledger::{Laws, Ledger};
use crate::world::money::{Account, Costs, Flow, ORDER_YEARS, OrdinaryCapital, Works};
use crate::world::official::OfficialBoard;
use crate::world::population::Population;
use crate::world::private::PrivateLevers;
use crate::world::project::{Building, Progress, ProjectBoard};
use crate::world::school::{Programme, Students, TrainingLevers};
use crate::world::shocks::{Shocks, Stress};
use crate::world::staff::{
    Birthdays, Cohort, Employer, Entrants, Headcount, Movers, Posts, StaffBoard, StaffLevers,
    WITHOUT_POSTS,
};
use crate::world::tracked::{MilestoneBoard, TrackedBoard};
use crate::world::visits::{CareLevers, CheckUpBoard, VisitBoard};
use crate::world::{Address, InProvince};
use crate::year::Model;
use bevy_ecs::prelude::*;
use enum_map::EnumMap;

/// Where a target stands in the question, and why it is asked.
type Asked = Option<(usize, Standing)>;

/// Everything needed to make a world of a scenario.
pub struct Prototype {
    scenario: Scenario,
    country: Country,
    /// Indicators read each year.
    pub indicators: Vec<Indicator>,
    /// Readings besides, of indicators in one of their variants: for targets alone, never printed.
    pub variants: Vec<Indicator>,
    /// Targets to answer: the scenario's, and before each on beds that are built, where the base holds
    /// the law of plan beds, its twin on the official count.
    pub targets: Vec<Target>,
    /// `[target]`: its place in the question; `None` for what stands around it.
    pub asked: Vec<Asked>,
}

/// Every process by which the model draws.
pub fn processes() -> Vec<Process> {
    let happens = [
        dynamics::shocks::PROCESSES,
        dynamics::projects::PROCESSES,
        dynamics::construction::PROCESSES,
        dynamics::private::PROCESSES,
        dynamics::stress::PROCESSES,
        dynamics::training::PROCESSES,
        dynamics::workforce::PROCESSES,
        dynamics::tracked::PROCESSES,
        dynamics::milestones::PROCESSES,
        dynamics::official::PROCESSES,
    ];
    let decided = policy::KINDS.iter().map(|kind| kind.processes);
    happens
        .into_iter()
        .chain(decided)
        .flatten()
        .copied()
        .collect()
}

/// That no two names share an address: those of processes, of codes, and of what is made of codes.
fn refuse_shared_addresses(scenario: &Scenario) -> Result<(), Clash> {
    let base = &scenario.base;
    refuse_clashes(processes().iter().map(|p| p.name()))?;
    let mut composed = Vec::new();
    for p in &base.provinces {
        composed.push(format!("base/beds/{}", p.code));
        composed.push(format!("private/new/{}", p.code));
        for o in &base.occupations {
            composed.push(format!("base/{}/{}", o.code, p.code));
            for who in ["central", "provincial", "commune", "private", "any"] {
                composed.push(format!("{}/{}/{who}", p.code, o.code));
            }
        }
    }
    for t in &base.tracked {
        composed.push(format!("track/{}", t.id));
        let places = base.provinces.iter();
        composed.extend(places.map(|p| format!("track/{}/{}", t.id, p.code)));
    }
    for m in &base.milestones {
        composed.push(format!("{}{}", crate::base::tracked::MILESTONE, m.id));
    }
    for t in &base.transfers {
        let code = &base.facilities[t.facility].code;
        composed.push(format!("transfer/decided/{code}"));
    }
    for plan in &scenario.policies {
        composed.extend(plan.decision.keys(&plan.id, base));
    }
    refuse_clashes(composed.iter().map(String::as_str))?;
    refuse_clashes(
        base.facilities
            .iter()
            .map(|f| f.code.as_str())
            .chain(base.provinces.iter().map(|p| p.code.as_str()))
            .chain(base.occupations.iter().map(|o| o.code.as_str()))
            .chain(base.projects.iter().map(|p| p.code.as_str()))
            .chain(base.programmes.iter().map(|p| p.code.as_str()))
            .chain(base.assumptions.all.iter().map(|a| a.id.as_str())),
    )
}

/// The country of a scenario, with what is worked out once of its base.
fn country(scenario: &Scenario) -> Country {
    let base = &scenario.base;
    let mut stations = vec![0.0; base.provinces.len()];
    for facility in &base.facilities {
        if facility.level == Level::Commune {
            stations[facility.province] += 1.0;
        }
    }
    let tile_km = base
        .assumptions
        .get("care.tile_km")
        .expect("checked: the base holds every required assumption")
        .quantile(0.5);
    Country {
        base: base.clone(),
        last: scenario.last,
        distance: Country::distances(base, tile_km),
        province_keys: base.provinces.iter().map(|p| Key::of(&p.code)).collect(),
        occupation_keys: base.occupations.iter().map(|o| Key::of(&o.code)).collect(),
        stations,
        ministry_hosts: (0..base.provinces.len())
            .map(|p| {
                let here = base.facilities.iter().filter(|f| f.province == p);
                let ministry = |f: &Facility| f.owner == Owner::Ministry && f.beds > 0.0;
                here.into_iter().any(ministry)
            })
            .collect(),
        private_shares: Country::shares_of_private_beds(base),
        storm_in: scenario.storm_in.as_ref().map(|codes| {
            let provinces = base.provinces.iter();
            provinces.map(|p| codes.contains(&p.code)).collect()
        }),
        staffing_gate: scenario.staffing_gate,
        discount_rate: scenario.discount_rate,
    }
}

/// Targets with their place in the question; before each on beds that are built, where the base holds the
/// law of plan beds, its twin on the official count.
fn with_twins(scenario: &Scenario, indicators: &[Indicator]) -> Vec<(Target, Asked)> {
    let mut targets = Vec::new();
    for target in &scenario.targets {
        let asked = scenario.question.place(&target.id);
        let own = indicators.iter().find(|i| i.info.id == target.indicator);
        let beside = own.and_then(|i| i.asked_beside.clone());
        // What was due before the run is told from what was published, once.
        if let Some(official) = beside.filter(|_| target.year > scenario.base.year) {
            let twin = Target {
                id: official_twin(&target.id),
                indicator: official,
                ..target.clone()
            };
            targets.push((twin, asked));
        }
        targets.push((target.clone(), asked));
    }
    targets
}

impl Prototype {
    /// Checks what only the engine can know: that no two names share an address.
    pub fn new(scenario: &Scenario) -> Result<Self, RunError> {
        let base = &scenario.base;
        refuse_shared_addresses(scenario).map_err(|e| RunError::Setup(e.to_string()))?;
        let lag = base
            .assumptions
            .get("capex.build_lag")
            .map(|a| &a.distribution);
        if matches!(lag, Some(Distribution::Profile(shares)) if shares.len() > ORDER_YEARS) {
            return Err(RunError::Setup(words::long_lag(ORDER_YEARS)));
        }
        let country = country(scenario);
        let indicators = registry(base);
        let (targets, asked) = with_twins(scenario, &indicators).into_iter().unzip();
        let told = indicators
            .iter()
            .filter(|i| official::drawn_by(i).is_some());
        let variants = told
            .flat_map(|i| (0..3).map(|v| official::in_variant(i, v)))
            .collect();
        Ok(Prototype {
            variants,
            indicators,
            targets,
            asked,
            scenario: scenario.clone(),
            country,
        })
    }

    /// The indicator of this id, by position.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.indicators.iter().position(|i| i.info.id == id)
    }

    /// The count of its own that a place publishes of what an indicator tells, and what the indicator is
    /// multiplied by to be told as the place itself counts it.
    pub fn own_count(&self, indicator: usize, place: &str) -> Option<(&Published, f64)> {
        let base = &self.scenario.base;
        let plain = self.position(self.indicators[indicator].info.plain())?;
        let what = self.indicators[plain].info.counted.as_deref()?;
        base.own_count(base.province(place)?, what)
    }

    /// The scenario.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The luck of the futures from `first` on: of replicates in their order, or of those among them that
    /// agree with what was reported. Behind the last that was looked for any will do: nobody lives there.
    pub fn luck(&self, first: u32) -> Chance {
        let scenario = &self.scenario;
        let process = scenario.uncertainty.process();
        if let Some(designed) = &scenario.designed {
            return Chance::of_design(scenario.seed, first, process, designed);
        }
        let luck = match &scenario.agreed {
            None => Chance::new(scenario.seed, first, process),
            Some(agreed) => {
                let replicates = agreed.read(|found| {
                    let taken = |lane| found.taken.get(first as usize + lane).copied();
                    std::array::from_fn(|lane| taken(lane).unwrap_or(lane as u32))
                });
                Chance::with_replicates(scenario.seed, replicates, process)
            }
        };
        luck.laid_out(scenario.even())
    }

    /// The country.
    pub fn country(&self) -> &Country {
        &self.country
    }

    /// Makes a world with its systems. Structure is frozen from here on: policies and projects
    /// change values, never archetypes.
    pub fn instantiate(&self) -> Model {
        let mut model = Model::new();
        let world = &mut model.world;
        let n = self.country.provinces();
        let base = &self.country.base;
        world.insert_resource(self.country.clone());
        world.insert_resource(Clock {
            base: base.year,
            year: base.year,
        });
        world.insert_resource(Layers(self.scenario.uncertainty));
        world.insert_resource(Chance::new(
            self.scenario.seed,
            0,
            self.scenario.uncertainty.process(),
        ));
        world.insert_resource(Assumed::new(
            &base.assumptions,
            self.scenario.uncertainty.parameters(),
        ));
        world.insert_resource(Ledger::new(n, self.country.occupations()));
        world.insert_resource(Laws::default());
        world.insert_resource(Population {
            people: vec![],
            share_60: vec![],
            nation: Lanes::ZERO,
        });
        world.insert_resource(Shocks::default());
        world.insert_resource(Stress::none(n));
        world.insert_resource(PrivateLevers::default());
        world.insert_resource(BedBoard::default());
        world.insert_resource(HospitalBoard::default());
        world.insert_resource(StationBoard::default());
        world.insert_resource(StaffBoard::default());
        world.insert_resource(StaffLevers::default());
        world.insert_resource(CareBoard::default());
        world.insert_resource(CareLevers::none(n));
        world.insert_resource(CheckUpBoard::default());
        world.insert_resource(VisitBoard::default());
        world.insert_resource(FundBoard::default());
        world.insert_resource(Works::default());
        world.insert_resource(Costs {
            here: self
                .scenario
                .province
                .as_ref()
                .and_then(|code| base.provinces.iter().position(|p| p.code == *code)),
            ..Costs::default()
        });
        world.insert_resource(ProjectBoard::default());
        world.insert_resource(TrackedBoard::default());
        world.insert_resource(MilestoneBoard::default());
        world.insert_resource(OfficialBoard::default());
        world.insert_resource(TrainingLevers::default());
        world.insert_resource(YearRules::default());
        world.insert_resource(Members::default());
        let mut decisions = Decisions::default();
        for plan in &self.scenario.policies {
            decisions.add(plan.from, plan.to, plan.when.waits());
            if plan.is_followed(base.year) {
                decisions.ask_share(decisions.len() - 1);
            }
        }
        world.insert_resource(decisions);
        world.insert_resource(Index::default());

        self.spawn_facilities(world);
        self.spawn_staff(world);
        self.spawn_schools(world);
        self.spawn_projects(world);
        for payer in [Payer::Ministry, Payer::Provincial] {
            world.spawn((
                Account {
                    payer,
                    name: "capital".into(),
                },
                Flow::default(),
                OrdinaryCapital,
            ));
        }
        policy::transfer::act::spawn_decided(world, &self.country);
        for (n, plan) in self.scenario.policies.iter().enumerate() {
            plan.decision.spawn(world, &self.country, n, plan);
        }

        let mut passing = world.query_filtered::<(Entity, &InProvince), With<HandedOver>>();
        let passing: Vec<(Entity, usize)> = passing.iter(world).map(|(e, p)| (e, p.0)).collect();
        let mut members = world.resource_mut::<Members>();
        for (hospital, province) in passing {
            members.may_pass[province].push(hospital);
        }

        policy::register_base(&mut model);
        dynamics::register_base(&mut model);
        dynamics::register_before_policies(&mut model);
        policy::register(&mut model);
        dynamics::register_after_policies(&mut model);
        model
    }

    fn spawn_facilities(&self, world: &mut World) {
        let base = &self.country.base;
        let n = self.country.provinces();
        let mut index = Index {
            hospitals: vec![None; base.facilities.len()],
            ..Index::default()
        };
        let mut members = Members {
            by: vec![Default::default(); n],
            may_pass: vec![Vec::new(); n],
        };
        for (f, facility) in base.facilities.iter().enumerate() {
            if facility.level == Level::Commune {
                continue;
            }
            let group = Group::of(facility.level, facility.owner);
            let entity = world
                .spawn((
                    Hospital { group },
                    InProvince(facility.province),
                    Address(Key::of(&facility.code)),
                    BuiltBeds::default(),
                    Establishments::default(),
                ))
                .id();
            index.hospitals[f] = Some(entity);
            members.by[facility.province][group].push(entity);
        }
        // Where hospitals are equally crowded, a hash of the code decides, not the order of the list.
        let mut number = std::collections::BTreeMap::new();
        for (f, entity) in index.hospitals.iter().enumerate() {
            if let Some(entity) = entity {
                number.insert(*entity, Key::of(&base.facilities[f].code).number());
            }
        }
        for row in members.by.iter_mut().flat_map(EnumMap::values_mut) {
            row.sort_by_key(|entity| number[entity]);
        }
        for (p, province) in base.provinces.iter().enumerate() {
            let slot = world
                .spawn((
                    Hospital {
                        group: Group::Private,
                    },
                    InProvince(p),
                    Address(Key::new2("private/new", &province.code)),
                    BuiltBeds::default(),
                    Establishments::default(),
                ))
                .id();
            index.new_private.push(slot);
        }
        for p in 0..n {
            // Scores of a province's stations: evenly spaced normal quantiles, in an order fixed by
            // a hash of the code, so that size does not follow the alphabet.
            let mut row: Vec<(u64, &str)> = base
                .facilities
                .iter()
                .filter(|f| f.level == Level::Commune && f.province == p)
                .map(|f| (Key::of(&f.code).number(), f.code.as_str()))
                .collect();
            let count = row.len() as f64;
            let codes: Vec<&str> = row.iter().map(|(_, code)| *code).collect();
            row.sort_unstable();
            for code in codes {
                let rank = row
                    .iter()
                    .position(|(_, c)| *c == code)
                    .expect("the code is in the row");
                let score = quantile::normal((rank as f64 + 0.5) / count);
                let station = world.spawn((
                    Station { score },
                    InProvince(p),
                    Address(Key::of(code)),
                    StationStaff::default(),
                ));
                index.stations.push(station.id());
            }
        }
        world.insert_resource(index);
        world.insert_resource(members);
    }

    fn spawn_staff(&self, world: &mut World) {
        let base = &self.country.base;
        let mut cohorts = Vec::new();
        let mut entrants = Vec::new();
        for (o, occupation) in base.occupations.iter().enumerate() {
            let mut of_occupation = Vec::new();
            for (p, province) in base.provinces.iter().enumerate() {
                let mut spawn = |employer: Employer, who: &str| {
                    let mut entity = world.spawn((
                        Cohort {
                            province: p,
                            occupation: o,
                            employer,
                            bands: occupation.bands(),
                            first_age: occupation.first_age,
                        },
                        Address(Key::new3(&province.code, &occupation.code, who)),
                        Headcount::default(),
                        Movers::default(),
                        Birthdays::default(),
                    ));
                    if occupation.has_posts {
                        entity.insert(Posts::default());
                    }
                    entity.id()
                };
                of_occupation.push(if occupation.has_posts {
                    EnumMap::from_fn(|e| spawn(e, &format!("{e:?}").to_lowercase()))
                } else {
                    let all = spawn(WITHOUT_POSTS, "any");
                    EnumMap::from_fn(|_| all)
                });
            }
            cohorts.push(of_occupation);
            entrants.push(
                world
                    .spawn(Entrants {
                        occupation: o,
                        ..Entrants::default()
                    })
                    .id(),
            );
        }
        let mut index = world.resource_mut::<Index>();
        index.cohorts = cohorts;
        index.entrants = entrants;
    }

    fn spawn_schools(&self, world: &mut World) {
        for programme in &self.country.base.programmes {
            let occupation = &self.country.base.occupations[programme.occupation];
            world.spawn((
                Programme {
                    occupation: programme.occupation,
                    owner: programme.owner,
                    share: programme.intake_share,
                    years: occupation.study_years as usize,
                },
                InProvince(programme.province),
                Address(Key::of(&programme.code)),
                Students::default(),
            ));
        }
    }

    fn spawn_projects(&self, world: &mut World) {
        let base = &self.country.base;
        for project in &base.projects {
            let facility = &base.facilities[project.facility];
            let hospital = world.resource::<Index>().hospitals[project.facility]
                .expect("checked: projects belong to hospitals");
            world.spawn((
                Building {
                    hospital,
                    beds: project.beds,
                    net_beds: project.beds * project.additional,
                    cost: project.cost,
                    state: project.state,
                    planned: project.planned,
                    central: Group::of(facility.level, facility.owner) == Group::Central,
                },
                InProvince(facility.province),
                Address(Key::of(&project.code)),
                Progress::default(),
            ));
        }
    }
}
