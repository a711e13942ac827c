//! What a run says of its own sampling error is true: thousands of small studies of one question are
//! held against all of them together.

use crate::support::country::{asking, three_provinces};
use carecast::internals::engine::layout::Layout;
use carecast::internals::engine::prototype::Prototype;
use carecast::internals::engine::{Options, live};
use carecast::internals::results::summary::{probability, summarise};
use carecast::internals::scenario::Scenario;
use std::sync::Arc;

/// Seeds, the studies each of them gives, and the futures of a study.
const SEEDS: u64 = 200;
const STUDIES_OF_A_SEED: u32 = 10;
const FUTURES: u32 = 64;
/// Number of studies.
const STUDIES: usize = SEEDS as usize * STUDIES_OF_A_SEED as usize;

/// Thresholds from hardly ever to almost always reached, so that no single one decides.
const TARGETS: &str = r#"targets: Only([
    (indicator: "beds_per_10k", at_least: 30.2, by: 2025),
    (indicator: "beds_per_10k", at_least: 30.0, by: 2026),
    (indicator: "beds_per_10k", at_least: 30.2, by: 2026),
    (indicator: "beds_per_10k", at_least: 30.3, by: 2026),
    (indicator: "beds_per_10k", at_least: 30.4, by: 2026),
    (indicator: "beds_per_10k", at_least: 30.5, by: 2026),
    (indicator: "doctors_per_10k", at_least: 12.3, by: 2025),
    (indicator: "doctors_per_10k", at_least: 12.3, by: 2026),
    (indicator: "doctors_per_10k", at_least: 12.4, by: 2026),
    (indicator: "doctors_per_10k", at_least: 12.5, by: 2026),
    (indicator: "doctors_per_10k", at_least: 12.6, by: 2026),
    (indicator: "nurses_per_10k", at_least: 18.0, by: 2026),
    (indicator: "referral_share", at_most: 0.15, by: 2026),
    (indicator: "private_bed_share", at_least: 0.1, by: 2026),
]),"#;

/// What one study saw: hits of each target, and the numbers of one indicator.
struct Study {
    hits: Vec<u32>,
    values: Vec<f32>,
}

fn question(seed: u64, targets: &str) -> Scenario {
    let fields = format!("seed: {seed}, years: (first: 2025, last: 2026), {targets}");
    asking(&Arc::new(three_provinces()), &fields, "")
}

/// The studies of one seed.
fn studies(seed: u64, targets: &str) -> Vec<Study> {
    let scenario = question(seed, targets);
    let prototype = Prototype::new(&scenario).expect("a checked scenario can be put into a world");
    let layout = Layout::of(&prototype);
    let options = Options {
        replicates: 0..STUDIES_OF_A_SEED * FUTURES,
        ..Options::of(&scenario)
    };
    let (blocks, _) = live(&prototype, &layout, &options, &|_, _| true).expect("the laws hold");
    let years = layout.simulated();
    let beds = prototype
        .indicators
        .iter()
        .position(|i| i.info.id == "doctors_per_10k")
        .expect("an indicator");
    let cell = layout.cell(layout.first_series[beds], years);
    blocks
        .chunks(FUTURES as usize / 16)
        .map(|part| Study {
            hits: layout
                .tests
                .iter()
                .enumerate()
                .filter(|(_, test)| !prototype.targets[test.target].id.ends_with("/official"))
                .map(|(k, test)| {
                    let year = test.year.expect("inside the horizon");
                    let ones = part.iter().map(|b| b.met[k * years + year].count_ones());
                    ones.sum()
                })
                .collect(),
            values: part
                .iter()
                .flat_map(|b| {
                    b.samples[cell * b.lanes..(cell + 1) * b.lanes]
                        .iter()
                        .copied()
                })
                .collect(),
        })
        .collect()
}

#[test]
fn stated_intervals_hold_the_truth_as_often_as_they_say_and_errors_are_as_large() {
    let all: Vec<Study> = (0..SEEDS).flat_map(|seed| studies(seed, TARGETS)).collect();
    assert_eq!(all.len(), STUDIES);
    let (mut held, mut asked) = (0, 0);
    let mut told = Vec::new();
    for target in 0..all[0].hits.len() {
        let hits: u32 = all.iter().map(|s| s.hits[target]).sum();
        let truth = f64::from(hits) / f64::from(STUDIES as u32 * FUTURES);
        // At the very ends an interval of few futures is one of very few, and holds by steps.
        if !(0.1..=0.9).contains(&truth) {
            continue;
        }
        let holds = all.iter().filter(|s| {
            let p = probability(s.hits[target], FUTURES);
            (p.low..=p.high).contains(&truth)
        });
        let holds = holds.count();
        told.push(format!("{truth:.3}: {:.4}", holds as f64 / STUDIES as f64));
        held += holds;
        asked += STUDIES;
    }
    println!("intervals that hold, by true probability: {told:?}");
    assert!(
        told.len() >= 5,
        "too few thresholds lie in the middle: {told:?}"
    );
    let coverage = held as f64 / asked as f64;
    assert!((0.935..=0.965).contains(&coverage), "{coverage}: {told:?}");

    // The stated error of a mean against the spread of means over seeds.
    let by_seed: Vec<(f64, f64)> = all
        .chunks(STUDIES_OF_A_SEED as usize)
        .map(|part| {
            let values: Vec<f32> = part.iter().flat_map(|s| s.values.clone()).collect();
            let summary = summarise(&values).expect("defined in every future");
            (summary.mean, summary.mc_error)
        })
        .collect();
    let n = by_seed.len() as f64;
    let mean = by_seed.iter().map(|(m, _)| m).sum::<f64>() / n;
    let spread = by_seed.iter().map(|(m, _)| (m - mean).powi(2)).sum::<f64>() / (n - 1.0);
    let stated = by_seed.iter().map(|(_, e)| e).sum::<f64>() / n;
    let ratio = stated / spread.sqrt();
    println!("stated error of a mean over its real spread, {n} seeds: {ratio:.3}");
    assert!((0.85..=1.15).contains(&ratio), "{ratio}");
}
