//! Two scenarios of one seed share every draw their decisions do not touch, so their difference is
//! known from far fewer futures than two runs of different luck would need.

use carecast::engine::layout::Layout;
use carecast::engine::prototype::Prototype;
use carecast::engine::{Options, live};
use carecast::scenario::Scenario;
use carecast::scenario::file::BUILT_IN;

/// Futures of each scenario; `FUTURES` asks for another number.
const FUTURES: u32 = 96;
/// Where the factors are published.
const GUIDE: &str = include_str!("../src/guide/randomness.md");

/// National values of an indicator at the last year, in replicate order.
fn values(name: &str, indicator: &str, futures: u32) -> Vec<f64> {
    let (scenario, _) = Scenario::built_in(name).expect("shipped scenarios are sound");
    let prototype = Prototype::new(&scenario).expect("a checked scenario can be put into a world");
    let layout = Layout::of(&prototype);
    let options = Options {
        replicates: 0..futures,
        ..Options::of(&scenario)
    };
    let (blocks, _) = live(&prototype, &layout, &options, &|_, _| true).expect("the laws hold");
    let i = prototype
        .indicators
        .iter()
        .position(|i| i.info.id == indicator)
        .expect("an indicator of the registry");
    let year = layout
        .years
        .iter()
        .position(|y| y.0 == 2030)
        .expect("2030 is lived");
    let cell = layout.cell(layout.first_series[i], year);
    blocks
        .iter()
        .flat_map(|b| b.samples[cell * b.lanes..(cell + 1) * b.lanes].iter())
        .map(|v| f64::from(*v))
        .collect()
}

fn variance(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / (n - 1.0)
}

/// The indicators that the policies of a scenario exist for, the first of each kind that the baseline
/// does not have in the same form.
fn served(name: &str) -> Vec<String> {
    let (baseline, _) = Scenario::built_in("baseline").expect("shipped scenarios are sound");
    let (scenario, _) = Scenario::built_in(name).expect("shipped scenarios are sound");
    let mut all: Vec<String> = Vec::new();
    for plan in &scenario.policies {
        let kept = |p: &carecast::policy::Plan| format!("{p:?}") == format!("{plan:?}");
        let first = plan.decision.serves()[0];
        let shared = baseline.policies.iter().any(|p| p.id == plan.id || kept(p));
        let changes = name.starts_with("investment") || !shared;
        if changes && !all.iter().any(|id| id == first) {
            all.push(first.to_owned());
        }
    }
    assert!(!all.is_empty(), "{name} decides nothing of its own");
    all
}

/// The factor the guide publishes for a scenario and indicator.
fn published(name: &str, indicator: &str) -> Option<f64> {
    let row = GUIDE.lines().find(|line| {
        line.starts_with(&format!("| `{name}`")) && line.contains(&format!("`{indicator}`"))
    })?;
    let cell = row.trim_end_matches('|').rsplit('|').next()?;
    cell.trim().replace(',', "").parse().ok()
}

#[test]
fn matched_draws_cut_the_variance_of_every_difference_as_the_guide_says() {
    let futures = std::env::var("FUTURES").map_or(FUTURES, |n| n.parse().expect("a number"));
    let mut wrong = Vec::new();
    for (name, _) in BUILT_IN.iter().filter(|(name, _)| *name != "baseline") {
        for indicator in served(name) {
            let (a, b) = (
                values(name, &indicator, futures),
                values("baseline", &indicator, futures),
            );
            let difference: Vec<f64> = a.iter().zip(&b).map(|(a, b)| a - b).collect();
            let factor = (variance(&a) + variance(&b)) / variance(&difference);
            println!("| `{name}` | `{indicator}` | {factor:.1} |");
            // A difference that few futures decide has a variance that a hundred futures know only
            // to a factor of three.
            match published(name, &indicator) {
                Some(said) if (0.33..3.0).contains(&(factor / said)) => {}
                said => wrong.push(format!(
                    "{name}, {indicator}: {factor:.1}, the guide says {said:?}"
                )),
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
