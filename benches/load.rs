//! What surrounds a run, piece by piece: the base is read, a scenario checked, ten thousand numbers
//! become percentiles, a picture is drawn and painted.
//!
//! `cargo bench --bench load`. Time is what one thread has worked.

mod support;

use carecast::internals::base::load::from_files;
use carecast::internals::base::{Base, folder};
use carecast::internals::engine::{self, Options};
use carecast::internals::plot;
use carecast::internals::results::Findings;
use carecast::internals::results::summary::summarise;
use carecast::internals::scenario::Scenario;
use carecast::internals::scenario::file::BUILT_IN;
use std::hint::black_box;
use support::{Rounds, timed};

const ROUNDS: usize = 7;
const VALUES: usize = 10_000;

fn main() {
    support::tell_machine(1);
    println!("Milliseconds: median [least most] of {ROUNDS} rounds\n");
    tell("base from the program, read and checked", 1, |_| {
        let base = from_files("viet-nam", &folder::builtin_files());
        black_box(base.expect("the built-in base has no mistake"));
    });
    let home = tempfile::tempdir().expect("a folder for the base");
    let own = home.path().join("base");
    Base::write(&own).expect("the base can be written");
    tell("base from a folder, read and checked", 1, |_| {
        black_box(Base::read_folder(&own).expect("the base has no mistake"));
    });
    Base::builtin();
    tell(
        "a built-in scenario, read and checked",
        BUILT_IN.len(),
        |i| {
            let (name, _) = BUILT_IN[i];
            black_box(Scenario::built_in(name).expect("built-in scenarios can be read"));
        },
    );
    let columns = columns();
    tell(
        "mean, spread, percentiles of 10,000 values",
        columns.len(),
        |i| {
            black_box(summarise(black_box(&columns[i])).expect("numbers"));
        },
    );
    let findings = findings();
    tell("a chart as SVG", 1, |_| {
        black_box(svg(&findings));
    });
    #[cfg(feature = "png")]
    {
        let text = svg(&findings);
        // The first one loads the letters.
        tell("the same painted as PNG", 1, |_| {
            black_box(plot::png::png(&text).expect("an SVG of our own can be painted"));
        });
    }
}

/// Prints what one call takes, from rounds of a few calls.
fn tell(what: &str, calls: usize, mut work: impl FnMut(usize)) {
    work(0);
    let mut rounds = [0.0; ROUNDS];
    for round in &mut rounds {
        let (seconds, ()) = timed(|| (0..calls).for_each(&mut work));
        *round = seconds / calls as f64;
    }
    let rounds = Rounds::of(&rounds);
    let unit = 1e-3;
    println!(
        "{what:<46} {:>10.3} [{:.3} {:.3}]",
        rounds.median / unit,
        rounds.least / unit,
        rounds.most / unit
    );
}

/// Made-up columns of results: normal numbers in no order.
fn columns() -> Vec<Vec<f32>> {
    use rand::SeedableRng;
    use rand_distr::{Distribution, Normal};
    let mut luck = rand::rngs::Xoshiro256PlusPlus::seed_from_u64(1);
    let law = Normal::new(35.0_f32, 0.4).expect("a law");
    let column = |_| (0..VALUES).map(|_| law.sample(&mut luck)).collect();
    (0..50).map(column).collect()
}

fn findings() -> Findings {
    let (mut scenario, _) = Scenario::built_in("baseline").expect("the baseline can be read");
    scenario.replicates = 32;
    let options = Options {
        threads: Some(1),
        ..Options::of(&scenario)
    };
    engine::run(&scenario, &options, &|_, _| true).expect("the baseline can be lived")
}

fn svg(findings: &Findings) -> String {
    let picture = plot::draw("fan", findings, &plot::Options::default());
    let picture = picture.expect("a fan can be drawn");
    let svg = picture.svg().expect("a picture has an SVG");
    svg.expect("the baseline has something to draw")
}
