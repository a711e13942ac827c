//! One national year, four times: as an ordinary world of entities, as a world of lanes, as arrays
//! written by hand, and as the model itself lives it. One table of times and of what they ask of one
//! another.
//!
//! `cargo bench --bench year`. All four take turns on one thread, so that a busy machine slows them
//! alike; time is what the thread has worked. Making worlds and a first block are not counted.

#[path = "year/arrays.rs"]
mod arrays;
#[path = "year/base.rs"]
mod base;
#[path = "year/lanes.rs"]
mod lanes;
#[path = "year/national.rs"]
mod national;
#[path = "year/ordinary.rs"]
mod ordinary;
#[path = "year/rules.rs"]
mod rules;
mod support;

use arrays::Arrays;
use base::{Base, START, YEARS};
use carecast::internals::chance::Chance;
use carecast::internals::lanes::WIDTH;
use carecast::internals::year::PHASES;
use lanes::LanesWorld;
use national::{National, PARTS};
use ordinary::OrdinaryWorld;
use std::sync::Arc;
use support::{Rounds, timed};

const ROUNDS: u32 = 9;
/// Blocks of sixteen futures in a round, of lanes and arrays and of the model; futures of the
/// ordinary world.
const BLOCKS: u32 = 6;
const NATIONAL_BLOCKS: usize = 2;
const ORDINARY: u64 = 16;
const SEED: u64 = 7;

/// National numbers of the tenth year: mean and standard deviation over futures, as the design study
/// of this workload found them.
const STUDY: [(&str, f64, f64); 4] = [
    ("doctors per 10,000", 10.66, 0.126),
    ("nurses per 10,000", 14.57, 0.19),
    ("beds per 10,000", 35.56, 0.133),
    ("stations with doctors", 2465.0, 87.0),
];

fn main() {
    let rounds = support::asked("ROUNDS", ROUNDS).max(1);
    support::tell_machine(1);
    let base = Arc::new(Base::new(START));
    let mut ordinary = OrdinaryWorld::new(&base);
    let mut lanes = LanesWorld::new(&base);
    let mut arrays = Arrays::new(&base);
    let mut national = National::new();

    let mut seconds = [(); 4].map(|()| Vec::new());
    let mut parts = [(); PARTS].map(|()| Vec::new());
    let mut found = [(); 2].map(|()| Vec::new());
    // The first round warms up and is not counted.
    for round in 0..=rounds {
        let mut spent = [0.0; 4];
        let mut note = |design: usize, took: f64, years: f64| spent[design] += took / years;
        for i in 0..ORDINARY {
            let seed = u64::from(round) * ORDINARY + i;
            let (took, samples) = timed(|| ordinary.live(seed));
            note(0, took, ORDINARY as f64 * YEARS as f64);
            found[0].push(OrdinaryWorld::last_year(&samples));
        }
        let years = f64::from(BLOCKS) * (WIDTH * YEARS) as f64;
        for i in 0..BLOCKS {
            let chance = Chance::new(SEED, (round * BLOCKS + i) * WIDTH as u32, true);
            let (took, by_lanes) = timed(|| lanes.live(&chance));
            note(1, took, years);
            let (took, by_arrays) = timed(|| arrays.live(&chance));
            note(2, took, years);
            let bits = |samples: &[f32]| samples.iter().map(|v| v.to_bits()).collect::<Vec<_>>();
            assert!(
                bits(&by_lanes.samples) == bits(&by_arrays.samples),
                "entities and arrays give the same numbers, bit for bit"
            );
            found[1].extend(by_lanes.last_year());
        }
        for _ in 0..NATIONAL_BLOCKS {
            let took = national.live();
            note(3, took, NATIONAL_BLOCKS as f64 * national.years());
        }
        let by_part = national.parts();
        if round == 0 {
            continue;
        }
        for (all, one) in seconds.iter_mut().zip(spent) {
            all.push(one);
        }
        for (all, one) in parts.iter_mut().zip(by_part) {
            all.push(one / national.years());
        }
    }
    agree(&found);
    let [ordinary, lanes, arrays, year] = seconds.map(|rounds| Rounds::of(&rounds));
    tell(rounds, [ordinary, lanes, arrays, year], &national);
    tell_demands([ordinary, lanes, arrays, year]);
    tell_parts(&parts.map(|rounds| Rounds::of(&rounds)), year);
}

fn tell(rounds: u32, designs: [Rounds; 4], national: &National) {
    let [ordinary, lanes, arrays, year] = designs;
    println!("Microseconds of a replicate-year: median [least most] of {rounds} rounds\n");
    let row = |name: &str, time: &str, ratio: &str| println!("{name:<46} {time:>22} {ratio:>10}");
    row("design", "us", "to lanes");
    for (name, time) in [
        ("W, ordinary entities and rand_distr", ordinary),
        ("W, entities holding lanes", lanes),
        ("W, arrays by hand, same draws, same bits", arrays),
        ("the model's own national year", year),
    ] {
        let ratio = format!("{:.2}", time.median / lanes.median);
        row(name, &time.show(1e-6), &ratio);
    }
    let [read, prepare, make] = national.set_up.map(|seconds| seconds * 1e3);
    println!(
        "\nNot counted: reading the baseline {read:.0} ms, preparing its run {prepare:.0} ms, \
         making a world {make:.0} ms.\n"
    );
}

fn tell_demands([ordinary, lanes, arrays, year]: [Rounds; 4]) {
    let times = if support::V3 { 12.0 } else { 6.0 };
    let build = if support::V3 { "x86-64-v3" } else { "default" };
    for (what, ratio, at_most, bound) in [
        ("lanes / arrays", lanes.median / arrays.median, true, 1.2),
        (
            "ordinary / lanes",
            ordinary.median / lanes.median,
            false,
            times,
        ),
        (
            "national year / W in lanes",
            year.median / lanes.median,
            true,
            3.0,
        ),
    ] {
        let reached = if at_most {
            ratio <= bound
        } else {
            ratio >= bound
        };
        let form = if at_most { "at most" } else { "at least" };
        let verdict = if reached { "reached" } else { "NOT reached" };
        println!("{what:<28} {ratio:>7.2}   demanded: {form} {bound} ({build} build)   {verdict}");
    }
}

fn tell_parts(parts: &[Rounds; PARTS], year: Rounds) {
    println!("\nThe national year part by part\n");
    let row = |name: &str, time: &str, seconds: f64| {
        let share = seconds / year.median * 100.0;
        println!("{name:<46} {time:>22} us {share:>5.1} %");
    };
    for (phase, part) in PHASES.iter().zip(parts) {
        row(&format!("{phase:?}"), &part.show(1e-6), part.median);
    }
    let start = parts[PHASES.len()];
    row(
        "put at the base year, once in ten",
        &start.show(1e-6),
        start.median,
    );
    let rest = year.median - parts.iter().map(|part| part.median).sum::<f64>();
    let name = "the rest: answers read off, books copied";
    if rest > 0.0 {
        row(name, &format!("{:.1}", rest * 1e6), rest);
    } else {
        println!("{name:<46} less than these rounds can tell");
    }
}

/// Mean and standard deviation.
fn spread(values: impl Iterator<Item = f64> + Clone) -> (f64, f64) {
    let n = values.clone().count() as f64;
    let mean = values.clone().sum::<f64>() / n;
    let squares: f64 = values.map(|v| (v - mean) * (v - mean)).sum();
    (mean, (squares / (n - 1.0)).sqrt())
}

/// All implementations find the same country after ten years, and it is the one of the design study.
///
/// The study does not say in which order its base took numbers from the sequence, so our made-up
/// country is a sister of its: the study's numbers are held against those of many sisters.
fn agree(found: &[Vec<[f64; 4]>; 2]) {
    const SISTERS: u32 = 40;
    const BLOCKS_EACH: u32 = 4;
    let live = |i: u32| {
        let base = Base::new(START + u64::from(i));
        let mut arrays = Arrays::new(&base);
        let live = |block: u32| {
            let first = (i * BLOCKS_EACH + block) * WIDTH as u32;
            arrays.live(&Chance::new(SEED + 1, first, true))
        };
        let lived: Vec<_> = (0..BLOCKS_EACH).map(live).collect();
        lived.iter().flat_map(|block| block.last_year()).collect()
    };
    let sisters: Vec<Vec<[f64; 4]>> = (0..SISTERS).map(live).collect();
    println!("National numbers of the tenth year: mean and spread over futures\n");
    println!(
        "{:<24} {:>18} {:>18} {:>18} {:>20}",
        "", "ordinary", "lanes = arrays", "design study", "sister countries"
    );
    for (i, (name, mean, sd)) in STUDY.into_iter().enumerate() {
        let [a, b] = [0, 1].map(|design| spread(found[design].iter().map(|row| row[i])));
        let [means, spreads] = sisters_of(&sisters, i);
        let show = |(mean, sd): (f64, f64)| format!("{mean:.2} ± {sd:.3}");
        println!(
            "{name:<24} {:>18} {:>18} {:>18} {:>20}",
            show(a),
            show(b),
            show((mean, sd)),
            show((means.0, spreads.0))
        );
        let error = |(_, sd): (f64, f64), n: usize| sd / (n as f64).sqrt();
        let both = error(a, found[0].len()).hypot(error(b, found[1].len()));
        assert!(
            (a.0 - b.0).abs() < 4.0 * both,
            "{name}: {a:?} and {b:?} agree"
        );
        assert!(
            (mean - means.0).abs() < 3.0 * means.1,
            "{name}: the study's {mean} is one of {means:?}"
        );
        assert!(
            (sd - spreads.0).abs() < 3.0 * spreads.1,
            "{name}: the study's spread {sd} is one of {spreads:?}"
        );
    }
    println!();
}

/// Mean and spread, among sister countries, of the mean over futures and of the spread over futures.
fn sisters_of(sisters: &[Vec<[f64; 4]>], i: usize) -> [(f64, f64); 2] {
    let each: Vec<(f64, f64)> = sisters
        .iter()
        .map(|rows| spread(rows.iter().map(|row| row[i])))
        .collect();
    [
        spread(each.iter().map(|one| one.0)),
        spread(each.iter().map(|one| one.1)),
    ]
}
