//! Doctors' stock and graduates since 2010 lie on a ridge: a higher share entering goes with higher
//! losses. The draws must keep to it.

use carecast::internals::engine::layout::Layout;
use carecast::internals::engine::prototype::Prototype;
use carecast::internals::engine::{Options, live};
use carecast::internals::scenario::{Scenario, Uncertainty};

/// Rank correlation of two samples without ties to speak of.
fn rank_correlation(a: &[f64], b: &[f64]) -> f64 {
    let ranks = |row: &[f64]| {
        let mut order: Vec<usize> = (0..row.len()).collect();
        order.sort_by(|i, j| row[*i].total_cmp(&row[*j]));
        let mut rank = vec![0.0; row.len()];
        for (place, i) in order.into_iter().enumerate() {
            rank[i] = place as f64;
        }
        rank
    };
    let (x, y) = (ranks(a), ranks(b));
    let mean = (a.len() - 1) as f64 / 2.0;
    let product: f64 = x.iter().zip(&y).map(|(p, q)| (p - mean) * (q - mean)).sum();
    let square: f64 = x.iter().map(|p| (p - mean).powi(2)).sum();
    product / square
}

#[test]
fn entry_and_attrition_are_tied() {
    let (mut scenario, _) = Scenario::built_in("baseline").expect("the baseline is sound");
    scenario.uncertainty = Uncertainty::Parameters;
    scenario.last = carecast::internals::units::Year(2030);
    scenario.replicates = 320;
    let prototype = Prototype::new(&scenario).expect("the baseline can be put into a world");
    let layout = Layout::of(&prototype);
    let (blocks, _) =
        live(&prototype, &layout, &Options::of(&scenario), &|_, _| true).expect("the laws hold");
    let entry = scenario
        .base
        .assumptions
        .position("entry.doctor")
        .expect("the base has it");
    let line = |cause: &str| {
        layout
            .ledger
            .iter()
            .position(|(stock, c, _)| stock == "doctors" && c == cause)
            .expect("the ledger has the line")
    };
    let losses = ["died", "retired", "left", "emigrated"].map(line);
    let stock = line("opening_stock");
    let years = layout.simulated();
    let (mut shares, mut rates) = (Vec::new(), Vec::new());
    for block in &blocks {
        for lane in 0..block.lanes {
            let at = |line: usize, y: usize| {
                f64::from(block.ledger[(line * years + y) * block.lanes + lane])
            };
            let rate: f64 = (0..years)
                .map(|y| -losses.iter().map(|l| at(*l, y)).sum::<f64>() / at(stock, y))
                .sum::<f64>()
                / years as f64;
            shares.push(f64::from(block.assumed[entry * block.lanes + lane]));
            rates.push(rate);
        }
    }
    let correlation = rank_correlation(&shares, &rates);
    assert!(
        (0.5..0.85).contains(&correlation),
        "rank correlation {correlation:.2}"
    );
    let mean = rates.iter().sum::<f64>() / rates.len() as f64;
    assert!(
        (0.010..0.022).contains(&mean),
        "mean loss {mean:.4} of stock a year"
    );
}
