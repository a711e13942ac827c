//! A made-up country of fixed size: 34 provinces, 5,000 facilities and their staff, from one
//! sequence of random numbers. The same for every implementation.

use carecast::internals::chance::Key;

pub const PROVINCES: usize = 34;
pub const OCCUPATIONS: usize = 4;
pub const BANDS: usize = 9;
pub const YEARS: usize = 10;
pub const HOSPITALS: usize = 1_600;
pub const STATIONS: usize = 3_400;
const PROGRAMMES: usize = 50;
const PROJECTS: usize = 300;
/// Where the sequence of the workload begins.
pub const START: u64 = 12_345;

/// Staff wanted for each bed, by occupation: doctor, nurse, pharmacist, other.
pub const STAFF_PER_BED: [f64; OCCUPATIONS] = [0.25, 0.40, 0.04, 0.30];
/// Staff wanted at a station.
pub const STAFF_OF_STATION: [f64; OCCUPATIONS] = [4.0, 4.0, 1.0, 3.0];
/// From this many doctors on a station counts.
pub const ENOUGH_DOCTORS: f64 = 3.5;
/// Share of graduates by sector.
pub const SECTOR_PULL: [f64; 2] = [0.8, 0.2];
/// Yearly retirement by band.
pub const RETIRE: [f64; BANDS] = [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.02, 0.12, 0.5];
/// Yearly resignation by occupation and band.
pub const RESIGN: [[f64; BANDS]; OCCUPATIONS] = [
    [
        0.030, 0.028, 0.024, 0.020, 0.016, 0.014, 0.012, 0.010, 0.010,
    ],
    [
        0.040, 0.036, 0.030, 0.024, 0.020, 0.016, 0.014, 0.012, 0.012,
    ],
    [
        0.035, 0.032, 0.026, 0.022, 0.018, 0.014, 0.012, 0.010, 0.010,
    ],
    [
        0.045, 0.040, 0.034, 0.028, 0.022, 0.018, 0.016, 0.014, 0.014,
    ],
];
pub const RESIGN_AT_MOST: f64 = 0.5;
/// Yearly moves from public to private practice by occupation.
pub const MOVE: [f64; OCCUPATIONS] = [0.012, 0.010, 0.015, 0.008];
/// Share of a band that moves up in a year.
pub const AGE: f64 = 0.2;
/// Students lost in each of six years.
pub const DROP: [f64; 6] = [0.08, 0.05, 0.04, 0.03, 0.03, 0.02];
/// Chance that a project is finished, by years since its start, and never more than this.
pub const HAZARD: [f64; 6] = [0.15, 0.30, 0.45, 0.55, 0.60, 0.60];
pub const FINISH_AT_MOST: f64 = 0.9;
/// Spread of the yearly shocks: intake by occupation, resignations, moves, growth, construction.
pub const SPREAD: [f64; 8] = [0.08, 0.08, 0.08, 0.08, 0.15, 0.20, 0.10, 0.20];
/// Spread of a province's growth of its own.
pub const LOCAL_GROWTH: f64 = 0.003;

const BAND_WEIGHTS: [f64; BANDS] = [0.16, 0.17, 0.16, 0.14, 0.12, 0.10, 0.07, 0.05, 0.03];
const TAUGHT: [usize; 10] = [0, 0, 0, 1, 1, 1, 2, 3, 1, 0];

/// People in two sectors and nine bands.
pub type Heads = [[f64; BANDS]; 2];

pub struct Province {
    pub key: Key,
    pub population: f64,
    pub growth: f64,
    /// Its hospitals and stations, as positions.
    pub hospitals: std::ops::Range<usize>,
    pub stations: std::ops::Range<usize>,
    /// How much graduates of an occupation like it.
    pub pull: [f64; OCCUPATIONS],
    /// Staff by occupation.
    pub heads: [Heads; OCCUPATIONS],
    pub cohort_keys: [Key; OCCUPATIONS],
}

#[derive(Clone, Copy)]
pub struct Hospital {
    pub province: usize,
    /// 0 public, 1 private.
    pub sector: usize,
    pub beds: f64,
    pub staff: [f64; OCCUPATIONS],
}

#[derive(Clone, Copy)]
pub struct Station {
    pub province: usize,
    pub staff: [f64; OCCUPATIONS],
}

pub struct Programme {
    pub key: Key,
    pub occupation: usize,
    pub capacity: f64,
    pub students: [f64; 6],
}

pub struct Project {
    pub key: Key,
    pub hospital: usize,
    pub beds: f64,
    pub start: usize,
}

/// The country before its first year.
pub struct Base {
    pub nation: Key,
    pub occupation_keys: [Key; OCCUPATIONS],
    pub provinces: Vec<Province>,
    pub hospitals: Vec<Hospital>,
    pub stations: Vec<Station>,
    pub programmes: Vec<Programme>,
    pub projects: Vec<Project>,
}

/// SplitMix64; a uniform number is made of the upper 53 bits.
struct Sequence(u64);

impl Sequence {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / 9_007_199_254_740_992.0
    }

    /// A standard normal number, by Box and Muller.
    fn normal(&mut self) -> f64 {
        let (a, b) = (self.uniform(), self.uniform());
        libm::sqrt(-2.0 * libm::log(1.0 - a)) * libm::cos(std::f64::consts::TAU * b)
    }
}

impl Base {
    /// Makes the country, in the order in which its parts are described.
    pub fn new(start: u64) -> Base {
        let mut sequence = Sequence(start);
        let next = &mut sequence;
        let mut provinces = provinces(next);
        let mut hospitals = Vec::with_capacity(HOSPITALS);
        for (p, province) in provinces.iter().enumerate() {
            hospitals.extend(province.hospitals.clone().map(|_| hospital(p, next)));
        }
        let mut stations = Vec::with_capacity(STATIONS);
        for (p, province) in provinces.iter().enumerate() {
            for _ in province.stations.clone() {
                let staff = STAFF_OF_STATION.map(|t| t * (0.2 + 0.9 * next.uniform()));
                stations.push(Station { province: p, staff });
            }
        }
        employ(&mut provinces, &hospitals, &stations);
        for province in &mut provinces {
            province.pull = province.pull.map(|_| 0.5 + next.uniform());
        }
        let programmes = programmes(&provinces, next);
        let projects = (0..PROJECTS).map(|i| Project {
            key: Key::of(&format!("project/{i}")),
            hospital: (HOSPITALS as f64 * next.uniform()) as usize,
            beds: 20.0 + 180.0 * next.uniform(),
            start: (8.0 * next.uniform()) as usize,
        });
        let projects = projects.collect();
        Base {
            nation: Key::of("nation"),
            occupation_keys: std::array::from_fn(|o| Key::of(&format!("occupation/{o}"))),
            provinces,
            hospitals,
            stations,
            programmes,
            projects,
        }
    }
}

fn provinces(next: &mut Sequence) -> Vec<Province> {
    let drawn: Vec<(f64, f64)> = (0..PROVINCES)
        .map(|_| {
            let u = next.uniform();
            (0.4 + 3.0 * u * u, 0.004 + 0.010 * next.uniform())
        })
        .collect();
    let all: f64 = drawn.iter().map(|(weight, _)| weight).sum();
    let shares: Vec<f64> = drawn.iter().map(|(weight, _)| weight / all).collect();
    let hospitals = split(HOSPITALS, &shares);
    let stations = split(STATIONS, &shares);
    let make = |p: usize| Province {
        key: Key::of(&format!("province/{p}")),
        population: 100e6 * shares[p],
        growth: drawn[p].1,
        hospitals: hospitals[p].clone(),
        stations: stations[p].clone(),
        pull: [0.0; OCCUPATIONS],
        heads: [[[0.0; BANDS]; 2]; OCCUPATIONS],
        cohort_keys: std::array::from_fn(|o| Key::of(&format!("cohort/{p}/{o}"))),
    };
    (0..PROVINCES).map(make).collect()
}

/// Positions of each province's part of `count`, by largest remainder.
fn split(count: usize, shares: &[f64]) -> Vec<std::ops::Range<usize>> {
    let exact: Vec<f64> = shares.iter().map(|s| s * count as f64).collect();
    let mut parts: Vec<usize> = exact.iter().map(|x| *x as usize).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|a, b| exact[*b].fract().total_cmp(&exact[*a].fract()));
    let missing = count - parts.iter().sum::<usize>();
    for p in order.into_iter().take(missing) {
        parts[p] += 1;
    }
    let mut end = 0;
    let mut place = |part: usize| {
        end += part;
        end - part..end
    };
    parts.into_iter().map(&mut place).collect()
}

fn hospital(province: usize, next: &mut Sequence) -> Hospital {
    let beds = 150.0 * libm::exp(0.9 * next.normal());
    let beds = beds.clamp(20.0, 1500.0).round();
    let sector = usize::from(next.uniform() < 0.2);
    Hospital {
        province,
        sector,
        beds,
        staff: STAFF_PER_BED.map(|ratio| ratio * beds * (0.75 + 0.2 * next.uniform())),
    }
}

/// Heads by province, occupation, sector and band follow the staff of facilities.
fn employ(provinces: &mut [Province], hospitals: &[Hospital], stations: &[Station]) {
    for province in provinces {
        let mut staff = [[0.0; 2]; OCCUPATIONS];
        for h in &hospitals[province.hospitals.clone()] {
            for o in 0..OCCUPATIONS {
                staff[o][h.sector] += h.staff[o];
            }
        }
        for s in &stations[province.stations.clone()] {
            for o in 0..OCCUPATIONS {
                staff[o][0] += s.staff[o];
            }
        }
        province.heads =
            staff.map(|by| by.map(|all| BAND_WEIGHTS.map(|w| (1.15 * all * w).round())));
    }
}

fn programmes(provinces: &[Province], next: &mut Sequence) -> Vec<Programme> {
    let stock = |o: usize| -> f64 {
        let of = |p: &Province| p.heads[o].iter().flatten().sum::<f64>();
        provinces.iter().map(of).sum()
    };
    let stocks: [f64; OCCUPATIONS] = std::array::from_fn(stock);
    let taught = |i: usize| TAUGHT[i % TAUGHT.len()];
    let count = |o| (0..PROGRAMMES).filter(|i| taught(*i) == o).count() as f64;
    let make = |i| {
        let occupation = taught(i);
        let capacity = 0.075 * stocks[occupation] / count(occupation) * (0.5 + next.uniform());
        let mut left = capacity;
        let students = DROP.map(|drop| {
            let here = left.round();
            left *= 1.0 - drop;
            here
        });
        Programme {
            key: Key::of(&format!("programme/{i}")),
            occupation,
            capacity,
            students,
        }
    };
    (0..PROGRAMMES).map(make).collect()
}
