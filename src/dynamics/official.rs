//! What officials will count: beds beside those built, and doctors beside those at work.
//!
//! Beds reported move by plan beds too, which yearly decisions set; no survey of beds that stand
//! exists. The growth of official beds per head returns to its long run, in one of three variants;
//! building beyond the growth that the laws were fitted with shows in the count in part; provinces walk
//! apart and converge. People are met by what the flow model misses: a growth with no trend of its own.
//! The layer reads the world and writes nothing to it, and no address of its draws holds a policy: two
//! options differ in official beds by what they build alone.
//!
//! Assumption: the official count of the base year is what is built and who works then.

use crate::base::Occupation;
use crate::chance::assumed::Assumed;
use crate::chance::{Chance, Key, Process};
use crate::lanes::Lanes;
use crate::units::Year;
use crate::world::country::{Clock, Country};
use crate::world::facility::BedBoard;
use crate::world::official::{Expected, OfficialBeds, OfficialBoard, Recount, Walk};
use crate::world::population::Population;
use crate::world::staff::StaffBoard;
use bevy_ecs::prelude::*;

/// Names of the draws made here.
pub const PROCESSES: &[Process] = &[BEDS, PEOPLE, PUBLISHED];

/// Word 0: the nation's growth of official beds, or a province's local step.
const BEDS: Process = Process::named("official/beds");
/// Word 0: what the flow model misses for the nation, or a province's local step.
const PEOPLE: Process = Process::named("official/people");

/// The error of a province's published figure.
const PUBLISHED: Process = Process::named("official/published");

/// The address of the nation in these draws.
const NATION: Key = Key::of("nation");

/// Address of an occupation's people in a province.
fn place(country: &Country, occupation: usize, province: usize) -> Key {
    let base = &country.base;
    Key::new2(
        &base.occupations[occupation].code,
        &base.provinces[province].code,
    )
}

/// Id of the yearly sd of what the flow model misses of an occupation.
pub fn missed_id(occupation: &Occupation) -> String {
    ["expected.sd_", &occupation.plural].concat()
}

/// Address of the errors with which a province's figure is published. `what` is the id of their sd: figures
/// published with the same sd share an error.
pub fn published(what: &str, province: &str) -> Key {
    Key::new2(what, province)
}

/// What a published figure is multiplied by for its error, fresh each year.
pub fn observation(chance: &Chance, published: Key, year: Year, sd: Lanes) -> Lanes {
    (chance.seen(PUBLISHED, published, year) * sd).exp()
}

fn per_head(count: Lanes, people: Lanes) -> Lanes {
    count.part_of(people)
}

/// Log of a province's rate over the nation's; nothing where the province has none.
fn apart(counts: &[Lanes], people: &[Lanes]) -> Vec<Lanes> {
    let all = counts.iter().sum::<Lanes>();
    let nation = per_head(all, people.iter().sum::<Lanes>());
    let each = counts.iter().zip(people);
    each.map(|(count, people)| {
        let some = count.gt(Lanes::ZERO);
        let rate = some.select(per_head(*count, *people), nation);
        (rate / nation).ln()
    })
    .collect()
}

fn shares(counts: &[Lanes]) -> Vec<Lanes> {
    let all = counts.iter().sum::<Lanes>();
    counts.iter().map(|count| count.part_of(all)).collect()
}

/// A local walk at the base year, of what is counted there.
fn walk_of(counts: &[Lanes], people: &[Lanes]) -> Walk {
    Walk {
        now: vec![Lanes::ZERO; counts.len()],
        weight: shares(counts),
        apart: apart(counts, people),
    }
}

/// A local walk takes its steps of `sd` and loses its weighted mean; gives the factors of provinces,
/// whose weighted mean is 1.
fn step(walk: &mut Walk, sd: Lanes, converge: Lanes, score: impl Fn(usize) -> Lanes) -> Vec<Lanes> {
    let mut mean = Lanes::ZERO;
    for (p, u) in walk.now.iter_mut().enumerate() {
        *u = *u * (Lanes::ONE - converge) - converge * walk.apart[p] + score(p) * sd;
        mean += walk.weight[p] * *u;
    }
    for u in &mut walk.now {
        *u -= mean;
    }
    let each: Vec<Lanes> = walk.now.iter().map(|u| u.exp()).collect();
    let mean = each.iter().zip(&walk.weight);
    let mean = mean.fold(Lanes::ZERO, |sum, (f, w)| sum + *f * *w);
    each.into_iter().map(|f| f / mean).collect()
}

fn built(beds: &BedBoard) -> Vec<Lanes> {
    beds.built.iter().map(|row| row.values().sum()).collect()
}

fn heads(staff: &StaffBoard, o: usize) -> Vec<Lanes> {
    staff.heads[o]
        .iter()
        .map(|row| row.values().sum())
        .collect()
}

/// Growth now and in the long run, by variant.
fn growths(assumed: &Assumed) -> [[Lanes; 2]; 3] {
    let reference = assumed.get("quota.reference");
    [
        [reference; 2],
        [
            assumed.get("quota.now_half"),
            assumed.get("quota.long_half"),
        ],
        [assumed.get("quota.now_on"), assumed.get("quota.long_on")],
    ]
}

/// Puts official counts at the base year, where they are those of the tables.
pub fn start(
    country: Res<Country>,
    clock: Res<Clock>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    population: Res<Population>,
    beds: Res<BedBoard>,
    staff: Res<StaffBoard>,
    mut board: ResMut<OfficialBoard>,
) {
    let people = &population.people;
    let n = country.provinces();
    *board = OfficialBoard::default();
    // Read where results are made and targets are judged.
    assumed.find("observation_sd.beds");
    for occupation in &country.base.occupations {
        assumed.find(&["observation_sd.", &occupation.plural].concat());
    }
    if let Some(drawn) = assumed.find("quota.variant") {
        let counts = built(&beds);
        let first = chance.draw(BEDS, NATION, clock.year, 0).normal(0);
        let half = assumed.get("quota.sd") * 0.5;
        let each = counts.iter().zip(people);
        board.beds = Some(OfficialBeds {
            counted: counts.iter().map(|count| [*count; 3]).collect(),
            drawn,
            growth: growths(&assumed).map(|[now, _]| now + half * first),
            grown: [Lanes::ZERO; 3],
            local: walk_of(&counts, people),
            at_base: each
                .map(|(count, people)| per_head(*count, *people))
                .collect(),
        });
    }
    for (o, occupation) in country.base.occupations.iter().enumerate() {
        let counts = heads(&staff, o);
        let missed = assumed.find(&missed_id(occupation));
        board.expected.push(missed.map(|_| Expected {
            factor: vec![Lanes::ONE; n],
            missed: Lanes::ZERO,
            miss_growth: Lanes::ZERO,
            local: walk_of(&counts, people),
        }));
    }
    if let Some(drawn) = assumed.find("recount.variant") {
        let each = heads(&staff, 0);
        let counted = each.iter().sum::<Lanes>();
        board.recount = Some(Recount {
            added: [Lanes::ZERO; 3],
            drawn,
            pool: pool(&assumed, clock.base, counted, &country.base.occupations[0]),
            share: shares(&each),
        });
    }
}

/// Figures of a year in the book: the assumptions whose id is the stem and the year.
fn of_years(assumed: &Assumed, stem: &str) -> Vec<(Year, Lanes)> {
    let ids = assumed.ids().filter_map(|id| {
        let year = id.strip_prefix(stem)?.parse().ok()?;
        Some((Year(year), id.to_owned()))
    });
    let mut found: Vec<(Year, Lanes)> = ids.map(|(year, id)| (year, assumed.get(&id))).collect();
    found.sort_by_key(|(year, _)| *year);
    found
}

/// Reported graduates of a year: exponential between the years known, and beyond them.
fn graduates(known: &[(Year, Lanes)], year: Year) -> Lanes {
    match known {
        [] => Lanes::ZERO,
        [(_, only)] => *only,
        _ => {
            let last = known.len() - 2;
            let at = (0..last).find(|at| year <= known[at + 1].0).unwrap_or(last);
            let ((from, before), (to, after)) = (known[at], known[at + 1]);
            let part = f64::from(year.since(from)) / f64::from(to.since(from));
            before * ((after / before).ln() * part).exp()
        }
    }
}

/// People with a degree who work and are not yet counted: those counted once and the graduates since,
/// less those who left, less those counted now who work.
fn pool(assumed: &Assumed, base: Year, counted: Lanes, occupation: &Occupation) -> Lanes {
    let known = of_years(assumed, "pool.graduates_");
    let Some((from, once)) = of_years(assumed, "pool.counted_").first().copied() else {
        return Lanes::ZERO;
    };
    let kept = Lanes::ONE - assumed.get("pool.loss");
    let entry = assumed.get(&["entry.", &occupation.code].concat());
    let enter = entry * assumed.of("train.grad_coverage", &occupation.code);
    let mut all = once / (Lanes::ONE - assumed.get("pool.outside"));
    for year in from.0..base.0 {
        all = all * kept + graduates(&known, Year(year)) * enter;
    }
    let overcount = assumed.get(&["base.", &occupation.code, "_overcount"].concat());
    (all - (Lanes::ONE - overcount) * counted).max(Lanes::ZERO)
}

/// A year passes in what officials count.
pub fn advance(
    country: Res<Country>,
    clock: Res<Clock>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    population: Res<Population>,
    beds: Res<BedBoard>,
    mut board: ResMut<OfficialBoard>,
) {
    let n = country.provinces();
    let year = clock.year;
    let board = &mut *board;
    if let Some(official) = &mut board.beds {
        let (sd, converge) = (assumed.get("quota.local_sd"), assumed.get("quota.converge"));
        let apart = step(&mut official.local, sd, converge, |p| {
            chance
                .draw(BEDS, country.province_keys[p], year, 0)
                .normal(0)
        });
        let shock = chance.draw(BEDS, NATION, year, 0).normal(0) * assumed.get("quota.sd");
        let phi = assumed.get("quota.phi");
        let (slowest, fastest) = (assumed.get("quota.slowest"), assumed.get("quota.fastest"));
        let mut level = [Lanes::ONE; 3];
        for (v, [_, long]) in growths(&assumed).into_iter().enumerate() {
            let growth = long + phi * (official.growth[v] - long) + shock;
            official.growth[v] = growth.max(slowest).min(fastest);
            official.grown[v] += official.growth[v];
            level[v] = official.grown[v].exp();
        }
        let elapsed = f64::from(clock.elapsed());
        let due = assumed.get("quota.reference") * elapsed;
        let shown = assumed.get("quota.built_share");
        for p in 0..n {
            let count = beds.built[p].values().sum::<Lanes>();
            let before = official.at_base[p];
            let both = before.gt(Lanes::ZERO) & count.gt(Lanes::ZERO);
            let now = per_head(count, population.people[p]);
            let rise = both
                .select(now / both.select(before, Lanes::ONE), Lanes::ONE)
                .ln()
                - due;
            let all = population.people[p] * before * apart[p];
            let (whole, part) = (all * rise.exp(), all * (rise * shown).exp());
            let row = [level[0] * whole, level[1] * part, level[2] * part];
            official.counted[p] = row.map(|beds| both.select(beds, count));
        }
    }
    for (o, expected) in board.expected.iter_mut().enumerate() {
        let Some(expected) = expected else { continue };
        let occupation = &country.base.occupations[o];
        let sd = assumed.get(&["expected.local_sd_", &occupation.plural].concat());
        let converge = assumed.get("expected.converge");
        let apart = step(&mut expected.local, sd, converge, |p| {
            chance
                .draw(PEOPLE, place(&country, o, p), year, 0)
                .normal(0)
        });
        let draw = chance.draw(PEOPLE, Key::of(&occupation.code), year, 0);
        let shock = draw.normal(0) * assumed.get(&missed_id(occupation));
        expected.miss_growth = expected.miss_growth * assumed.get("expected.phi") + shock;
        expected.missed += expected.miss_growth;
        let nation = expected.missed.exp();
        expected.factor = apart.into_iter().map(|f| f * nation).collect();
    }
    if let Some(recount) = &mut board.recount {
        let years = f64::from(clock.elapsed());
        let left = (Lanes::ONE - assumed.get("recount.rate")).powf_scalar(years);
        let until = assumed.get("recount.until") - f64::from(clock.base.0);
        recount.added = [
            Lanes::ZERO,
            recount.pool * (Lanes::ONE - left),
            assumed.get("recount.flow") * until.max(Lanes::ZERO).min(years),
        ];
    }
}
