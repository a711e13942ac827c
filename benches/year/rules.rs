//! The rules of the workload, written once for sixteen futures: students drop out, staff leave, age
//! and are hired, projects are finished, posts are filled.
//!
//! Both the world of entities and the plain arrays call these, so they differ only in how they walk.

use crate::base::*;
use carecast::internals::chance::{Chance, Draw, Key, Process, Word};
use carecast::internals::lanes::Lanes;
use carecast::internals::units::Year;

const SHOCK: Process = Process::named("workload/shock");
const GROWTH: Process = Process::named("workload/growth");
const STUDY: Process = Process::named("workload/study");
const STAFF: Process = Process::named("workload/staff");
const RECRUIT: Process = Process::named("workload/recruit");
const BUILD: Process = Process::named("workload/build");

/// Bands that people grow out of.
const YOUNG: usize = BANDS - 1;

/// Staff of one province and occupation by sector and band.
pub type HeadLanes = [[Lanes; BANDS]; 2];
/// One number for each occupation and sector.
pub type ByPost = [[Lanes; 2]; OCCUPATIONS];

/// The calendar year of the workload's year `y`.
pub fn calendar(y: usize) -> Year {
    Year(2026 + y as i32)
}

/// What every province shares this year.
#[derive(Clone)]
pub struct YearRates {
    pub intake: [Lanes; OCCUPATIONS],
    resign: [[Lanes; BANDS]; OCCUPATIONS],
    moves: [Lanes; OCCUPATIONS],
    growth: Lanes,
    build: Lanes,
}

impl YearRates {
    pub fn draw(chance: &Chance, nation: Key, year: Year) -> YearRates {
        let halves = [0, 1].map(|sub| chance.draw(SHOCK, nation, year, sub));
        let shock = |i: usize| {
            let z = halves[i / 4].normal(i % 4);
            (z * SPREAD[i] - SPREAD[i] * SPREAD[i] / 2.0).exp_fast()
        };
        let (resign, moves) = (shock(4), shock(5));
        YearRates {
            intake: std::array::from_fn(shock),
            resign: RESIGN.map(|row| row.map(|rate| (resign * rate).min(RESIGN_AT_MOST))),
            moves: MOVE.map(|rate| moves * rate),
            growth: shock(6),
            build: shock(7),
        }
    }
}

/// How many times larger a province has grown.
#[inline]
pub fn growth(chance: &Chance, rates: &YearRates, province: &Province, year: Year) -> Lanes {
    let own = chance.draw(GROWTH, province.key, year, 0).normal(0);
    1.0 + rates.growth * province.growth + own * LOCAL_GROWTH
}

/// Students of a programme move on by a year; those who finish are returned.
#[inline]
pub fn study(
    chance: &Chance,
    programme: &Programme,
    intake: Lanes,
    year: Year,
    students: &mut [Lanes; 6],
) -> Lanes {
    let [first, second] = [0, 1].map(|sub| chance.draw(STUDY, programme.key, year, sub));
    let words = std::array::from_fn::<_, 6, _>(|k| [&first, &second][k / 4].word(k % 4));
    let mut lost = [Lanes::ZERO; 6];
    chance.strike_each(&words, students, &DROP.map(Lanes::splat), &mut lost);
    let mut arriving = (intake * programme.capacity).round_half_up();
    for (slot, lost) in students.iter_mut().zip(lost) {
        let through = *slot - lost;
        *slot = arriving;
        arriving = through;
    }
    arriving
}

/// Staff of one province and occupation retire, resign, move to private practice and age. What is
/// left of each sector before anybody joins it, as a share, is returned.
///
/// The words of a block go to the decisions of a band; ageing in private practice has two blocks of
/// its own.
#[inline]
pub fn leave_and_age(
    chance: &Chance,
    key: Key,
    year: Year,
    rates: &YearRates,
    occupation: usize,
    heads: &mut HeadLanes,
) -> [Lanes; 2] {
    let (resign, moves) = (&rates.resign[occupation], &rates.moves[occupation]);
    let mut words = [[Word::default(); BANDS + 2]; 4];
    let rows = words.each_mut().map(|row| &mut row[..]);
    chance.words_by_sub(STAFF, key, year, BANDS + 2, rows);
    let total = |row: &[Lanes; BANDS]| row.iter().sum::<Lanes>();
    let before = [total(&heads[0]), total(&heads[1])];
    for row in heads.iter_mut() {
        for (n, retire) in row.iter_mut().zip(RETIRE) {
            if retire > 0.0 {
                *n -= (*n * retire).round_half_up();
            }
        }
    }
    let [public, private] = heads;
    take(chance, &words[0][..BANDS], public, resign);
    take(chance, &words[3][..BANDS], private, resign);
    let moved = take(chance, &words[1][..BANDS], public, &[*moves; BANDS]);
    let after = [total(public), total(private)];
    let private_ageing: [Word; YOUNG] = std::array::from_fn(|b| words[b % 4][BANDS + b / 4]);
    age(chance, &words[2][..YOUNG], public);
    age(chance, &private_ageing, private);
    for (heads, moved) in private.iter_mut().zip(moved) {
        *heads += moved;
    }
    [after[0].part_of(before[0]), after[1].part_of(before[1])]
}

/// Takes away those whom it strikes, and returns them.
#[inline]
fn take(
    chance: &Chance,
    words: &[Word],
    heads: &mut [Lanes; BANDS],
    rates: &[Lanes; BANDS],
) -> [Lanes; BANDS] {
    let mut struck = [Lanes::ZERO; BANDS];
    chance.strike_each(words, heads, rates, &mut struck);
    for (heads, struck) in heads.iter_mut().zip(struck) {
        *heads -= struck;
    }
    struck
}

/// A fifth of each band but the last moves up.
#[inline]
fn age(chance: &Chance, words: &[Word], heads: &mut [Lanes; BANDS]) {
    let mut up = [Lanes::ZERO; BANDS];
    let fifth = [Lanes::splat(AGE); YOUNG];
    chance.strike_each(words, &heads[..YOUNG], &fifth, &mut up[..YOUNG]);
    let mut into = Lanes::ZERO;
    for (heads, up) in heads.iter_mut().zip(up) {
        *heads = *heads - up + into;
        into = up;
    }
}

/// Graduates look for posts, province by province: conditional binomials over provinces and sectors.
pub struct Recruiting {
    left: [Lanes; OCCUPATIONS],
    weight: [Lanes; OCCUPATIONS],
    draws: Option<[Draw; OCCUPATIONS]>,
}

impl Recruiting {
    pub fn new(base: &Base, graduates: &[Lanes; OCCUPATIONS], population: &[Lanes]) -> Recruiting {
        let weight = |o: usize| -> Lanes {
            let of = |(p, people): (&Province, &Lanes)| *people * p.pull[o];
            base.provinces.iter().zip(population).map(of).sum()
        };
        Recruiting {
            left: *graduates,
            weight: std::array::from_fn(weight),
            draws: None,
        }
    }

    /// Those who go to the next province, by sector; provinces are asked in order, and within each
    /// the occupations.
    #[inline]
    pub fn next(
        &mut self,
        chance: &Chance,
        base: &Base,
        year: Year,
        (p, o): (usize, usize),
        people: Lanes,
    ) -> [Lanes; 2] {
        if o == 0 && p.is_multiple_of(2) {
            let block = |key| chance.draw(RECRUIT, key, year, (p / 2) as u32);
            self.draws = Some(base.occupation_keys.map(block));
        }
        let draw = &self.draws.as_ref().expect("the first province draws")[o];
        [0, 1].map(|s| {
            if p + 1 == PROVINCES && s == 1 {
                return self.left[o];
            }
            let own = people * (base.provinces[p].pull[o] * SECTOR_PULL[s]);
            let share = own.part_of(self.weight[o]);
            self.weight[o] -= own;
            let hired = draw.binomial(p % 2 * 2 + s, &self.left[o], &share);
            self.left[o] -= hired;
            hired
        })
    }
}

/// A project goes on; the beds it adds, if it may be finished this year in some future.
#[inline]
pub fn build(
    chance: &Chance,
    rates: &YearRates,
    project: &Project,
    y: usize,
    done: &mut Lanes,
) -> Option<Lanes> {
    if y < project.start || done.ge(1.0).all() {
        return None;
    }
    let hazard = HAZARD[(y - project.start).min(HAZARD.len() - 1)];
    let p = (rates.build * hazard).min(FINISH_AT_MOST);
    let draw = chance.draw(BUILD, project.key, calendar(y), 0);
    let now = draw.bernoulli(0, p) * (1.0 - *done);
    *done += now;
    Some(now * project.beds)
}

/// Staff and open posts of one province by occupation and sector, and then its beds and stations.
pub struct Posts {
    staff: ByPost,
    open: ByPost,
    fill: ByPost,
    beds: [Lanes; 2],
    staffed_stations: Lanes,
}

impl Posts {
    pub fn new() -> Posts {
        Posts {
            staff: Default::default(),
            open: Default::default(),
            fill: Default::default(),
            beds: [Lanes::ZERO; 2],
            staffed_stations: Lanes::ZERO,
        }
    }

    /// Those who left the sector left its facilities alike.
    #[inline]
    pub fn lose(
        &mut self,
        kept: &ByPost,
        sector: usize,
        wanted: [Lanes; OCCUPATIONS],
        staff: &mut [Lanes; OCCUPATIONS],
    ) {
        for o in 0..OCCUPATIONS {
            let here = staff[o] * kept[o][sector];
            staff[o] = here;
            self.staff[o][sector] += here;
            self.open[o][sector] += (wanted[o] - here).max(Lanes::ZERO);
        }
    }

    /// People without a post fill open posts as far as they go.
    pub fn match_people(&mut self, heads: &ByPost) {
        for o in 0..OCCUPATIONS {
            for s in 0..2 {
                let free = heads[o][s] - self.staff[o][s];
                self.fill[o][s] = free.part_of(self.open[o][s]).clamp(0.0, 1.0);
            }
        }
    }

    #[inline]
    fn hire(&self, sector: usize, wanted: [Lanes; OCCUPATIONS], staff: &mut [Lanes; OCCUPATIONS]) {
        for o in 0..OCCUPATIONS {
            let open = (wanted[o] - staff[o]).max(Lanes::ZERO);
            staff[o] += self.fill[o][sector] * open;
        }
    }

    #[inline]
    pub fn hire_at_hospital(
        &mut self,
        sector: usize,
        beds: Lanes,
        staff: &mut [Lanes; OCCUPATIONS],
    ) {
        self.hire(sector, wanted_at_hospital(beds), staff);
        self.beds[sector] += beds;
    }

    #[inline]
    pub fn hire_at_station(&mut self, staff: &mut [Lanes; OCCUPATIONS]) {
        self.hire(0, wanted_at_station(), staff);
        self.staffed_stations += staff[0].ge(ENOUGH_DOCTORS).as_lanes();
    }
}

#[inline]
pub fn wanted_at_hospital(beds: Lanes) -> [Lanes; OCCUPATIONS] {
    STAFF_PER_BED.map(|ratio| beds * ratio)
}

#[inline]
pub fn wanted_at_station() -> [Lanes; OCCUPATIONS] {
    STAFF_OF_STATION.map(Lanes::splat)
}

/// What a year is read off from, in one place.
#[derive(Clone, Copy, Default)]
struct Seen {
    people: Lanes,
    beds: [Lanes; 2],
    heads: [Lanes; 3],
    stations: Lanes,
}

/// Results in the order year, nation and provinces, indicator, future.
#[derive(Default)]
pub struct Results {
    pub samples: Vec<f32>,
}

/// Indicators of the workload: beds, doctors, nurses, pharmacists for 10,000 people, private share
/// of beds, stations with enough doctors.
pub const INDICATORS: usize = 6;

impl Results {
    pub fn with_room() -> Results {
        let cells = YEARS * (PROVINCES + 1) * INDICATORS;
        Results {
            samples: Vec::with_capacity(cells * carecast::internals::lanes::WIDTH),
        }
    }

    /// Writes down one year; `place` gives people, heads and posts of a province.
    pub fn note<'a>(&mut self, place: impl Fn(usize) -> (Lanes, &'a ByPost, &'a Posts)) {
        let mut nation = Seen::default();
        let provinces: [Seen; PROVINCES] = std::array::from_fn(|p| {
            let (people, heads, posts) = place(p);
            let seen = Seen {
                people,
                beds: posts.beds,
                heads: std::array::from_fn(|o| heads[o][0] + heads[o][1]),
                stations: posts.staffed_stations,
            };
            nation.people += seen.people;
            nation.stations += seen.stations;
            for s in 0..2 {
                nation.beds[s] += seen.beds[s];
            }
            for o in 0..3 {
                nation.heads[o] += seen.heads[o];
            }
            seen
        });
        self.write(&nation);
        provinces.iter().for_each(|seen| self.write(seen));
    }

    fn write(&mut self, seen: &Seen) {
        let per_10k = 10_000.0 / seen.people;
        let beds = seen.beds[0] + seen.beds[1];
        let [doctors, nurses, pharmacists] = seen.heads.map(|heads| heads * per_10k);
        for value in [
            beds * per_10k,
            doctors,
            nurses,
            pharmacists,
            seen.beds[1].part_of(beds),
            seen.stations,
        ] {
            self.samples.extend(value.to_array().map(|v| v as f32));
        }
    }

    /// National numbers of the last year: doctors, nurses, beds, stations, in each future.
    pub fn last_year(&self) -> impl Iterator<Item = [f64; 4]> {
        let width = carecast::internals::lanes::WIDTH;
        let first = (YEARS - 1) * (PROVINCES + 1) * INDICATORS * width;
        (0..width).map(move |lane| {
            [1, 2, 0, 5].map(|i| f64::from(self.samples[first + i * width + lane]))
        })
    }
}
