//! What exists at the end of a year, in plain numbers, and how the program's world has it: the base
//! year's end is where the second version starts. No rule of a year is here.

use super::official::Official;
use super::policies;
use super::row::{Row, total, when};
use carecast::internals::base::{Base, Distribution, Occupation, Owner, ProjectState, Province};
use carecast::internals::chance::Key;
use carecast::internals::lanes::Lanes;
use carecast::internals::policy::Plan;
use carecast::internals::units::Payer;
use carecast::internals::world::InProvince;
use carecast::internals::world::care::CareBoard;
use carecast::internals::world::country::{Country as Lookups, Index};
use carecast::internals::world::facility::{
    BedBoard, BuiltBeds, Establishments, GROUPS, Group, Hospital as Listed, Station, Tier,
};
use carecast::internals::world::money::{
    Account as Book, Flow, ORDER_YEARS, Orders, OrdinaryCapital, READY_YEARS, Readiness, Works,
};
use carecast::internals::world::population::Population;
use carecast::internals::world::project::{Building, Progress};
use carecast::internals::world::school::{Programme, Students};
use carecast::internals::world::staff::{EMPLOYERS, Entrants, Headcount, Posts};
use carecast::internals::year::Model;
use enum_map::EnumMap;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// Assumptions at their medians by id; those of an occupation without its name: `exit.quit_public`.
pub type Medians = Rc<BTreeMap<String, f64>>;

/// A hospital; groups are 0 Central, 1 Provincial, 2 Regional, 3 Private.
pub struct Hospital {
    /// Position in the facility list; none for the place of new private hospitals of a province.
    pub facility: Option<usize>,
    pub p: usize,
    pub group: usize,
    pub at_base: f64,
    pub beds: f64,
    /// How many it stands for.
    pub count: f64,
    /// The part of it that has passed from its ministry to its province.
    pub passed: f64,
    /// The group that builds for it.
    pub builder: usize,
}

/// Staff of an employer: 0 Central, 1 Provincial, 2 Commune, 3 Private, 4 whoever it is.
pub struct Cohort {
    pub e: usize,
    /// People by age band; then names that are not people.
    pub heads: Vec<Row>,
    pub at_base: Row,
    pub per_bed: Row,
    pub posts: Row,
    /// Rates of the year: moves to private practice, and by age band retirement and moving up.
    pub moves: Row,
    pub old: Vec<[f64; 2]>,
}

impl Cohort {
    /// Everybody in the official count.
    pub fn total(&self) -> Row {
        total(&self.heads)
    }
}

/// Cohorts added up.
pub fn all(staff: &[Cohort], of: impl Fn(&Cohort) -> Row) -> Row {
    staff.iter().fold(Row::ZERO, |sum, c| sum + of(c))
}

/// An occupation: students, people on their way, and staff by employer.
pub struct Trade {
    pub of: Occupation,
    pub m: Medians,
    /// Deaths a year by age band.
    pub deaths: Vec<f64>,
    /// Students who finish in one year, in two, and so on.
    pub classes: Vec<f64>,
    pub late: f64,
    pub intake: f64,
    pub graduates: f64,
    pub practising: f64,
    pub again: f64,
    pub waiting: f64,
    pub staff: Vec<Cohort>,
}

/// A named project: beds it adds, how likely it is still to open, money still to pay.
pub struct Project {
    pub hospital: usize,
    pub state: ProjectState,
    pub planned: i32,
    pub central: bool,
    pub beds: f64,
    pub pending: f64,
    pub to_pay: f64,
}

/// Capital of one payer (0 the provinces, 1 the Ministry) for one purpose: a yearly amount, or a
/// multiple of the payer's ordinary plan; what part buys beds (`central`: of the Ministry), stations.
pub struct Account {
    pub from: i32,
    pub to: i32,
    pub payer: usize,
    pub amount: f64,
    pub times: f64,
    pub disbursed: f64,
    pub carried: f64,
    pub beds: f64,
    pub central: bool,
    pub stations: f64,
}

/// The country at the end of a year; `t` counts years from the base year, rows of four go by group.
pub struct Country {
    pub base: Arc<Base>,
    pub plans: Vec<Plan>,
    pub m: Medians,
    pub lag: Vec<f64>,
    pub opened_rest: Vec<f64>,
    pub t: i32,
    pub people: Row,
    pub over_60: Row,
    pub stations: Row,
    pub at_stations: Row,
    /// Stations no money has rebuilt.
    pub untouched: Row,
    /// Standard normal scores of the stations of each province.
    pub scores: Vec<Vec<f64>>,
    pub built: [Row; 4],
    pub operating: [Row; 4],
    /// Net new beds of the year, by employer.
    pub added: [Row; 4],
    pub opened: Row,
    pub resigned: Row,
    /// Beds on order, by group and years to go; of Central ones only the sum counts.
    pub orders: [Vec<Row>; 3],
    /// Beds that could be begun in each of the last five years: Central ones of the nation (only the
    /// sum counts), then those of provinces.
    pub ready: [Vec<Row>; 2],
    /// In the order of a hash of their codes.
    pub hospitals: Vec<Hospital>,
    pub trades: Vec<Trade>,
    pub projects: Vec<Project>,
    pub handovers: Vec<policies::Handover>,
    /// The ordinary capital of the provinces, that of the Ministry, then plans.
    pub accounts: Vec<Account>,
    /// Bed-days of the base year near home and in Central hospitals.
    pub local_base: Row,
    pub sent_base: Row,
    /// People of the base year in reach of a host, and kilometres to each host.
    pub reach: Row,
    pub km: Vec<Row>,
    pub growth: Row,
    /// Parts of the base's referrals that handovers left, and that links keep.
    pub scale: Row,
    pub kept: Row,
    /// Bed-days that came by handovers, less those lost while they settle in, at base use.
    pub handed: Row,
    pub lost: Row,
    pub local: Row,
    /// Bed-days in Central hospitals, by host.
    pub sent: Vec<Row>,
    /// Occupancy.
    pub full: [Row; 4],
    /// What officials count; none before the first year is lived.
    pub official: Option<Official>,
    pub capital: f64,
    pub cost: f64,
    pub rebuilt: f64,
}

fn medians(base: &Base, names: &[&str]) -> Medians {
    let mut medians = BTreeMap::new();
    for a in &base.assumptions.all {
        let mut id = a.id.clone();
        for name in names {
            id = id.replace(&format!("_{name}"), "");
            id = id.replace(&format!(".{name}"), "");
        }
        medians.insert(id, a.distribution.quantile(0.5));
    }
    Rc::new(medians)
}

/// The shares of a profile over years.
fn profile(base: &Base, id: &str) -> Vec<f64> {
    match &base.assumptions.get(id).expect("known").distribution {
        Distribution::Profile(shares) => shares.clone(),
        other => panic!("{id} is {other:?}"),
    }
}

fn row(lanes: &[Lanes]) -> Row {
    Row::of(lanes.len(), |p| lanes[p].get(0))
}

fn on_order(orders: Vec<Orders>) -> Vec<Row> {
    let due = |k: usize| Row::of(orders.len(), |p| orders[p].by_year[k].get(0));
    (0..ORDER_YEARS).map(due).collect()
}

fn ready(of: &[Readiness]) -> Vec<Row> {
    let year = |k: usize| Row::of(of.len(), |p| of[p].years()[k].get(0));
    (0..READY_YEARS).rev().map(year).collect()
}

fn rows(lanes: &[EnumMap<Group, Lanes>]) -> [Row; 4] {
    GROUPS.map(|g| Row::of(lanes.len(), |p| lanes[p][g].get(0)))
}

impl Country {
    /// The year whose end this is.
    pub fn year(&self) -> i32 {
        self.base.year.0 + self.t
    }

    /// Built beds.
    pub fn beds(&self) -> Row {
        total(&self.built)
    }

    /// A figure of the base.
    pub fn of(&self, figure: impl Fn(&Province) -> f64) -> Row {
        let places = &self.base.provinces;
        Row::of(places.len(), |p| figure(&places[p]))
    }

    /// Hospitals added up by province.
    pub fn by_province(&self, of: impl Fn(&Hospital) -> f64) -> Row {
        let mut row = Row::ZERO;
        self.hospitals.iter().for_each(|h| row[h.p] += of(h));
        row
    }

    /// Stocks by name; more than indicators tell.
    pub fn stocks(&self) -> Vec<(String, Row)> {
        let one = |x: f64| Row::of(1, |_| x);
        let list = |row: &[f64]| Row::of(row.len(), |k| row[k]);
        let mut stocks = vec![
            ("people".to_owned(), self.people),
            ("people over 60".into(), self.people * self.over_60),
        ];
        for h in self.hospitals.iter() {
            let code = h.facility.map(|f| &self.base.facilities[f].code);
            stocks.push((format!("beds of {code:?}"), one(h.beds)));
        }
        for (group, queue) in self.orders.iter().enumerate() {
            for (k, beds) in queue.iter().enumerate() {
                let beds = if group == 0 { one(beds.sum()) } else { *beds };
                stocks.push((format!("beds of group {group} on order for year {k}"), beds));
            }
        }
        for (who, years) in ["Central", "of provinces"].into_iter().zip(&self.ready) {
            for (k, beds) in years.iter().enumerate() {
                stocks.push((format!("beds {who} ready in year {k}"), *beds));
            }
        }
        for x in &self.projects {
            let left = list(&[x.pending, x.to_pay]);
            stocks.push((format!("project at {}", x.hospital), left));
        }
        let carried: Vec<f64> = self.accounts[..2].iter().map(|a| a.carried).collect();
        stocks.push(("money carried over".into(), list(&carried)));
        for s in &self.trades {
            let pool = [s.late, s.practising, s.again, s.waiting];
            stocks.push((format!("{} on their way", s.of.plural), list(&pool)));
            stocks.push((format!("{} in classes", s.of.plural), list(&s.classes)));
            for c in &s.staff {
                let who = format!("{} of employer {}", s.of.plural, c.e);
                for (k, heads) in c.heads.iter().enumerate() {
                    stocks.push((format!("{who} in band {k}"), *heads));
                }
                stocks.push((format!("posts of {who}"), c.posts));
            }
        }
        stocks
    }

    /// The country as the program has it.
    pub fn of_program(model: &mut Model, base: &Arc<Base>, plans: &[Plan]) -> Self {
        let world = &mut model.world;
        let mut query = world.query::<(&Listed, &InProvince, &BuiltBeds, &Establishments)>();
        let world = &model.world;
        let (m, n) = (medians(base, &[]), base.provinces.len());
        let index = world.resource::<Index>().clone();
        let (beds, care) = (world.resource::<BedBoard>(), world.resource::<CareBoard>());
        let (works, lookups) = (world.resource::<Works>(), world.resource::<Lookups>());
        let population = world.resource::<Population>();

        let mut listed = Vec::new();
        for (f, entity) in index.hospitals.iter().enumerate() {
            listed.extend(entity.map(|entity| (Some(f), entity)));
        }
        listed.sort_by_key(|(f, _)| f.map(|f| Key::of(&base.facilities[f].code).number()));
        listed.extend(index.new_private.iter().map(|entity| (None, *entity)));
        let mut hospitals = Vec::new();
        for (facility, entity) in listed {
            let get = query.get(world, entity);
            let (kind, place, beds, count) = get.expect("hospitals keep their components");
            hospitals.push(Hospital {
                facility,
                p: place.0,
                group: kind.group as usize,
                at_base: beds.at_base.get(0),
                beds: beds.now.get(0),
                count: count.0.get(0),
                passed: 0.0,
                builder: kind.group as usize,
            });
        }

        let mut sent = vec![Row::ZERO; n];
        for p in 0..n {
            for (host, days) in care.flows.from(p) {
                sent[host][p] = days.get(0);
            }
        }
        let floor = m["care.distance_floor_km"];
        let km = |host: usize| Row::of(n, |p| lookups.distance[p][host].max(floor));
        let level = |l: Tier| works.provincial.iter().map(move |row| row[l]);
        let orders = [
            on_order(vec![works.central]),
            on_order(level(Tier::Provincial).collect()),
            on_order(level(Tier::Regional).collect()),
        ];

        let mut trades = Vec::new();
        for (o, of) in base.occupations.iter().enumerate() {
            let mut staff = Vec::new();
            let employers = if of.has_posts {
                &EMPLOYERS[..]
            } else {
                &EMPLOYERS[..1]
            };
            for (e, employer) in employers.iter().enumerate() {
                let cohort = |p: usize| world.entity(index.cohorts[o][p][*employer]);
                let heads = |p: usize| cohort(p).get::<Headcount>().expect("cohorts have heads");
                let posts = |p: usize| cohort(p).get::<Posts>().copied().unwrap_or_default();
                let band = |k: usize| Row::of(n, |p| heads(p).bands[k].get(0));
                let names = Row::of(n, |p| heads(p).names.get(0));
                staff.push(Cohort {
                    e: if of.has_posts { e } else { 4 },
                    heads: (0..of.bands()).map(band).chain([names]).collect(),
                    at_base: Row::of(n, |p| posts(p).base_staff.get(0)),
                    per_bed: Row::of(n, |p| beds.base_staff_per_bed[o][p][*employer].get(0)),
                    posts: Row::of(n, |p| posts(p).now.get(0)),
                    moves: Row::ZERO,
                    old: vec![],
                });
            }
            let pool = world.entity(index.entrants[o]);
            let pool = pool.get::<Entrants>().expect("entrants stay");
            let deaths = |b: usize| lookups.death_rate(of.first_age as usize + 5 * b);
            trades.push(Trade {
                of: of.clone(),
                m: medians(base, &[&of.plural, &of.code]),
                deaths: (0..of.bands()).map(deaths).collect(),
                classes: vec![0.0; of.study_years as usize],
                late: 0.0,
                intake: 0.0,
                graduates: pool.graduates.get(0),
                practising: pool.practising.get(0),
                again: pool.retry.get(0),
                waiting: pool.waiting.get(0),
                staff,
            });
        }
        let stations = Row::of(n, |p| lookups.stations[p]);
        let mut country = Country {
            base: base.clone(),
            plans: plans.to_vec(),
            lag: profile(base, "capex.build_lag"),
            opened_rest: profile(base, "pipe.opened_rest"),
            t: 0,
            people: row(&population.people),
            over_60: row(&population.share_60),
            stations,
            at_stations: row(&beds.at_stations),
            untouched: stations,
            scores: vec![vec![]; n],
            built: rows(&beds.built),
            operating: rows(&beds.operating),
            added: [Row::ZERO; 4],
            opened: Row::ZERO,
            resigned: Row::ZERO,
            orders,
            ready: [ready(&[works.ready_central]), ready(&works.ready)],
            handovers: policies::handovers(base, plans, &m, &hospitals),
            hospitals,
            trades,
            projects: Vec::new(),
            accounts: Vec::new(),
            local_base: row(&care.local_base),
            sent_base: row(&care.referred_base),
            reach: row(&care.reach),
            km: (0..n).map(km).collect(),
            growth: Row::of(n, |_| 1.0),
            scale: Row::of(n, |_| 1.0),
            kept: Row::ZERO,
            handed: Row::ZERO,
            lost: Row::ZERO,
            local: row(&care.local),
            sent,
            full: rows(&care.occupancy),
            official: None,
            capital: 0.0,
            cost: 0.0,
            rebuilt: 0.0,
            m,
        };
        country.read_entities(model);
        let plans = policies::accounts(plans, &country.m);
        country.accounts.extend(plans);
        country
    }

    /// Students, named projects and ordinary capital, which the program keeps one by one.
    fn read_entities(&mut self, model: &mut Model) {
        let world = &mut model.world;
        for (school, students) in world.query::<(&Programme, &Students)>().iter(world) {
            let trade = &mut self.trades[school.occupation];
            for (class, more) in trade.classes.iter_mut().zip(&students.pipeline) {
                *class += more.get(0);
            }
            trade.late += students.late.get(0);
            trade.intake += students.base_intake.get(0);
        }
        for (station, place) in world.query::<(&Station, &InProvince)>().iter(world) {
            self.scores[place.0].push(station.score);
        }
        let mut projects = world.query::<(&Building, &Progress)>();
        for (project, (building, progress)) in self.base.projects.iter().zip(projects.iter(world)) {
            let at = |h: &Hospital| h.facility == Some(project.facility);
            let opened = building.state == ProjectState::Opened;
            let net = building.net_beds;
            self.projects.push(Project {
                hospital: self.hospitals.iter().position(at).expect("a hospital"),
                state: building.state,
                planned: building.planned.0,
                central: building.central,
                beds: if opened { progress.rest.get(0) } else { net },
                pending: progress.pending.get(0),
                to_pay: progress.to_pay.0.get(0),
            });
        }
        let mut carried = [0.0; 2];
        let mut books = world.query::<(&Book, &Flow, &OrdinaryCapital)>();
        for (book, flow, _) in books.iter(world) {
            carried[usize::from(book.payer == Payer::Ministry)] = flow.carried_out.0.get(0);
        }
        for (payer, name) in ["province", "central"].into_iter().enumerate() {
            self.accounts.push(Account {
                from: 0,
                to: i32::MAX,
                payer,
                amount: 0.0,
                times: 1.0,
                disbursed: self.m[&format!("capex.disburse_{name}")],
                carried: carried[payer],
                beds: self.m[&format!("capex.bed_share_{name}")],
                central: payer == 1,
                stations: 0.0,
            });
        }
    }

    /// Private beds of the facility list.
    pub fn listed_private(&self) -> Row {
        let mut row = Row::ZERO;
        for f in &self.base.facilities {
            row[f.province] += when(f.owner == Owner::Private, f.beds);
        }
        row
    }
}
