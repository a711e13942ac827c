//! A national year a second time, in plain arrays and loops: the model's text read by another hand.
//! Every assumption stands at its median, every count at its expectation. Not rebuilt: second campuses,
//! the staffing gate, and money of plans other than totals and multiples above 1 for beds and stations.
//!
//! Silent in the model's text, taken from the guide and the program's own words:
//! - Ministries are capped one by one, what is cut goes round by listed beds; a province that is fuller
//!   than full is shrunk in proportion; where a level has no hospital the other has its beds.
//! - Central staff lie as Central beds, private staff as private beds and all staff, half and half; a
//!   province's own hospitals keep a least share; staff nobody knows by province lie as people.
//! - Graduates of the base year practise; a share of them waits; a share of each class is a year late.
//! - Accounts open as after equal plans. Works in progress leave out what named projects were paid, over
//!   five years. A named project costs what is published times overrun, else its net beds at unit cost,
//!   in equal parts up to its planned year, before other beds.
//! - Money is shared by beds of last year-end over people of this one; so are Central beds and those
//!   reclassified (in thirds). Lumps are beds over lump size, rounded; equally crowded hospitals come in
//!   the order of a hash; what is replaced is taken by beds. Private openings lie as listed beds.
//! - Posts of the year are funded before anybody leaves. Staff of both levels of a province share one
//!   crowding: last year's, by this year's beds. Allowances of 2026 touch stations only.
//! - Entrants go round six times. Distances are great circles (tiles where a centre is unknown) with a
//!   floor. Local days fill beds at their base fullness.
//! - A link does nothing in its first year; satellites of one place and specialty count by base beds.
//! - A handover that is only likely passes a part each year; who builds changes at one half. Its days are
//!   its share of last year's flows; a loss of service fades evenly.
//! - Stations differ by evenly spaced normal scores. Pay of hospital staff is inside the bed-year.

#[path = "second/beds.rs"]
mod beds;
#[path = "second/care.rs"]
mod care;
#[path = "second/money.rs"]
mod money;
#[path = "second/policy.rs"]
mod policy;
#[path = "second/read.rs"]
pub mod read;
#[path = "second/staff.rs"]
mod staff;
#[path = "second/start.rs"]
mod start;

use carecast::base::{Base, Distribution, Facility, Level, Owner, ProjectState, Province};
use carecast::policy::investment::{Allocation, Amount, MoneyKind, ShareOf};
use carecast::policy::{Decision, Plan};
use carecast::units::Payer;

/// A hospital; groups are 0 Central, 1 Provincial, 2 Regional, 3 Private; a part of it may have
/// passed to its province.
struct Hospital {
    facility: usize,
    p: usize,
    group: usize,
    at_base: f64,
    now: f64,
    count: f64,
    passed: f64,
}

/// Staff of an occupation, province and employer: 0 Central, 1 Provincial, 2 Commune, 3 Private.
struct Cohort {
    bands: Vec<f64>,
    names: f64,
    base: f64,
    posts: f64,
}

impl Cohort {
    fn heads(&self) -> f64 {
        self.bands.iter().sum::<f64>() + self.names
    }
}

/// Students and graduates of an occupation; `classes[k]` finishes in k + 1 years.
#[derive(Default)]
struct School {
    classes: Vec<f64>,
    late: f64,
    intake: f64,
    graduates: f64,
    practising: f64,
    again: f64,
    waiting: f64,
}

/// A province.
#[derive(Default)]
struct Place {
    people: f64,
    over_60: f64,
    stations: f64,
    at_stations: f64,
    /// Stations that money of plans has rebuilt.
    rebuilt: f64,
    built: [f64; 4],
    built_base: [f64; 4],
    operating: [f64; 4],
    added: [f64; 4],
    opened: f64,
    resigned: f64,
    /// Beds on order by level and years to go.
    orders: [[f64; 5]; 2],
    staff: Vec<[Cohort; 4]>,
    /// Bed-days of the base year near home and in Central hospitals.
    local_base: f64,
    sent_base: f64,
    local: f64,
    /// Bed-days in Central hospitals by host.
    sent: Vec<f64>,
    scale: f64,
    growth: f64,
    kept: f64,
    handed: f64,
    lost: f64,
    worked: [f64; 4],
    full: [f64; 4],
}

/// A handover on its way: how likely it is still to come, and bed-days that became local by year.
struct Handover {
    hospital: usize,
    planned: i32,
    until: i32,
    chance: f64,
    integration: f64,
    pending: f64,
    settling: Vec<(i32, f64)>,
}

/// The country at the end of a year.
pub struct Country<'a> {
    base: &'a Base,
    plans: &'a [Plan],
    t: i32,
    places: Vec<Place>,
    hospitals: Vec<Hospital>,
    schools: Vec<School>,
    handovers: Vec<Handover>,
    /// Beds of Central hospitals on order by years to go.
    orders: [f64; 5],
    /// Bed money of provinces and Central beds bought this year.
    ordered: (f64, f64),
    /// Money carried over: of provinces, of the Ministry, of each plan.
    carried: Vec<f64>,
    /// Named projects: what is to be paid, and how likely they are still to open.
    to_pay: Vec<f64>,
    pending: Vec<f64>,
    capital: f64,
    cost: f64,
    rebuilt: f64,
}

impl Country<'_> {
    /// One year, phase by phase; with every shock at nothing the first one draws nothing.
    pub fn live(&mut self) {
        self.t += 1;
        (self.capital, self.cost, self.rebuilt) = (0.0, 0.0, 0.0);
        self.grow();
        self.decide();
        self.spend();
        self.build();
        self.teach();
        self.work();
        self.place();
        self.treat();
        self.run_costs();
    }

    fn year(&self) -> i32 {
        self.base.year.0 + self.t
    }

    /// Provinces grow by natural increase and migration and together follow the official path.
    fn grow(&mut self) {
        let (b, m) = (self.base, |id: &str| median(self.base, id));
        let natural = |p: &Province| p.population * p.natural_increase;
        let mean = b.provinces.iter().map(natural).sum::<f64>() / b.population();
        let path = |t: i32| b.population_path[t as usize].1;
        let before: f64 = self.places.iter().map(|p| p.people).sum();
        let (shrink, migration) = (m("demo.natural_shrink"), m("demo.migration_mult"));
        let drift = m("demo.growth_drift").exp();
        let slope = m("demo.share60_slope");
        let to = before * path(self.t) / path(self.t - 1) * drift;
        for (place, p) in self.places.iter_mut().zip(&b.provinces) {
            let natural = mean + (1.0 - shrink) * (p.natural_increase - mean);
            place.people *= (natural + migration * p.net_migration).exp();
            place.over_60 += slope;
        }
        let w: f64 = self.places.iter().map(|p| p.people).sum();
        self.places.iter_mut().for_each(|p| p.people *= to / w);
    }
}

fn profile(base: &Base, id: &str) -> Vec<f64> {
    match &base.assumptions.get(id).expect("known").distribution {
        Distribution::Profile(shares) => shares.clone(),
        other => panic!("{id} is {other:?}"),
    }
}

fn maybe(base: &Base, id: &str) -> Option<f64> {
    Some(base.assumptions.get(id)?.distribution.quantile(0.5))
}

fn median(base: &Base, id: &str) -> f64 {
    maybe(base, id).unwrap_or_else(|| panic!("the base has no {id}"))
}

/// Shares of a whole by weight.
fn shares(weights: impl IntoIterator<Item = f64>) -> Vec<f64> {
    let weights: Vec<f64> = weights.into_iter().collect();
    let all: f64 = weights.iter().sum();
    weights.iter().map(|w| over(*w, all)).collect()
}

/// A part over a whole; nothing of nothing.
fn over(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// 32-bit FNV-1a: the fixed hash of a code.
fn hash(code: &str) -> u32 {
    code.bytes().fold(2_166_136_261, |h: u32, b| {
        (h ^ u32::from(b)).wrapping_mul(16_777_619)
    })
}
