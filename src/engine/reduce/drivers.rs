//! Which assumptions drive a target: how its chance differs between the lowest and the highest fifth
//! of their draws, and of which that can be said at all.
//!
//! Hundreds of assumptions are tried for tens of targets, so some differ by luck. Only those that can
//! reach the indicator are tried, and a driver is named only where it stands after control of the share
//! of false ones among those named.

use super::targets::{is_headline, met, share};
use super::{Lived, gather, note_read};
use crate::engine::layout::{Layout, Test};
use crate::engine::prototype::Prototype;
use crate::indicator::reach::reaches;
use crate::results::Driver;
use crate::sensitivity::discovery::stand;
use rayon::prelude::*;

/// Fewest futures for which fifths of an assumption are compared.
const FEWEST: usize = 100;

/// Whether anything could be told of drivers, were there futures enough: assumptions are drawn.
pub fn drawn(prototype: &Prototype) -> bool {
    prototype.scenario().uncertainty.parameters()
}

/// For each headline target and drawn assumption that reaches it: the probability in the lowest and the
/// highest fifth of its draws; the strongest first within a target.
pub fn drivers(prototype: &Prototype, layout: &Layout, lived: &Lived<'_>) -> Vec<Driver> {
    let blocks = lived.kept;
    let futures: usize = blocks.iter().map(|b| b.lanes).sum();
    if futures < FEWEST || !drawn(prototype) {
        return Vec::new();
    }
    let scenario = prototype.scenario();
    let book = &scenario.base.assumptions.all;
    let mut read = vec![false; book.len()];
    blocks.iter().for_each(|b| note_read(&mut read, &b.read));
    let headline: Vec<(usize, &Test)> = layout
        .tests
        .iter()
        .enumerate()
        .filter(|(_, test)| is_headline(prototype, layout, test.target))
        .collect();
    let columns: Vec<(Vec<bool>, Vec<f32>)> = headline
        .iter()
        .map(|(k, test)| {
            let year = test.year.expect("headline targets lie inside the horizon");
            let series = layout.first_series[test.indicator] + test.scope;
            let cell = layout.cell(series, year + 1);
            (met(blocks, layout, *k, year).collect(), lived.of_kept(cell))
        })
        .collect();
    let fifth = futures / 5;
    let all: Vec<Vec<Option<Driver>>> = book
        .par_iter()
        .enumerate()
        .filter(|(i, a)| read[*i] && a.distribution.is_drawn())
        .map(|(i, assumption)| {
            let draws = gather(blocks, |b| &b.assumed, i);
            let mut order: Vec<usize> = (0..futures).collect();
            order.sort_by(|a, b| draws[*a].total_cmp(&draws[*b]).then(a.cmp(b)));
            let (low, high) = (&order[..fifth], &order[futures - fifth..]);
            headline
                .iter()
                .zip(&columns)
                .map(|((_, test), (hits, values))| {
                    let indicator = &prototype.indicators[test.indicator];
                    let gate = scenario.staffing_gate;
                    if !reaches(&assumption.id, indicator, &scenario.base, gate) {
                        return None;
                    }
                    let rate = |part: &[usize]| share(part.iter().map(|r| hits[*r]));
                    let mean = |part: &[usize]| {
                        let sum = part.iter().map(|r| f64::from(values[*r])).sum::<f64>();
                        sum / part.len() as f64 * test.own
                    };
                    Some(Driver {
                        target: prototype.targets[test.target].id.clone(),
                        assumption: assumption.id.clone(),
                        low: rate(low),
                        high: rate(high),
                        low_mean: mean(low),
                        high_mean: mean(high),
                        grade: assumption.grade,
                        named: false,
                    })
                })
                .collect()
        })
        .collect();
    let mut out: Vec<Driver> = Vec::new();
    for t in 0..headline.len() {
        let mut column: Vec<Driver> = all.iter().filter_map(|row| row[t].clone()).collect();
        name(&mut column);
        // The widest swing first; swings of the mean decide where the probability is flat.
        let swing = |d: &Driver| (d.swing().abs(), (d.high_mean - d.low_mean).abs());
        column.sort_by(|a, b| {
            let (x, y) = (swing(a), swing(b));
            y.0.total_cmp(&x.0).then(y.1.total_cmp(&x.1))
        });
        out.append(&mut column);
    }
    // A report names few false ones in all, not only for each target.
    let theirs: Vec<bool> = out.iter().map(|d| d.named).collect();
    name(&mut out);
    for (driver, own) in out.iter_mut().zip(theirs) {
        driver.named &= own;
    }
    out
}

/// Names the drivers that stand after control of false discoveries among all of these.
fn name(all: &mut [Driver]) {
    let chances: Vec<f64> = all.iter().map(Driver::by_luck).collect();
    for (driver, stands) in all.iter_mut().zip(stand(&chances)) {
        driver.named = stands;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Grade;
    use crate::chance::{Key, parameter_uniform};
    use crate::results::summary::probability;

    fn driver(low: u32, high: u32, of: u32) -> Driver {
        Driver {
            target: String::new(),
            assumption: String::new(),
            low: probability(low, of),
            high: probability(high, of),
            low_mean: 0.0,
            high_mean: 0.0,
            grade: Grade::E,
            named: false,
        }
    }

    /// 200 reports of 200 futures: 10 targets, 120 assumptions none of which has an effect.
    #[test]
    fn of_assumptions_without_effect_hardly_any_report_names_one() {
        let (reports, targets, assumptions, futures) = (200u32, 10usize, 120usize, 200usize);
        let fifth = futures / 5;
        let mut naming = 0;
        for report in 0..reports {
            let u = |what: &str, a: usize, r: usize| {
                parameter_uniform(7, report, Key::of(&format!("{what} {a} {r}")))
            };
            let met: Vec<Vec<bool>> = (0..targets)
                .map(|t| {
                    (0..futures)
                        .map(|r| u("met", t, r) < 0.1 * t as f64 + 0.05)
                        .collect()
                })
                .collect();
            let mut all = Vec::new();
            for a in 0..assumptions {
                let mut order: Vec<usize> = (0..futures).collect();
                let draws: Vec<f64> = (0..futures).map(|r| u("draw", a, r)).collect();
                order.sort_by(|x, y| draws[*x].total_cmp(&draws[*y]));
                let hits =
                    |part: &[usize], t: usize| part.iter().filter(|r| met[t][**r]).count() as u32;
                for t in 0..targets {
                    let (low, high) = (&order[..fifth], &order[futures - fifth..]);
                    all.push(driver(hits(low, t), hits(high, t), fifth as u32));
                }
            }
            name(&mut all);
            naming += usize::from(all.iter().any(|d| d.named));
        }
        assert!(naming <= reports as usize / 20, "{naming} of {reports}");
    }

    #[test]
    fn a_real_driver_stands_among_many_without_effect() {
        let mut all: Vec<Driver> = (0..400).map(|k| driver(18 + k % 5, 20, 40)).collect();
        all.push(driver(4, 33, 40));
        name(&mut all);
        let named: Vec<usize> = (0..all.len()).filter(|k| all[*k].named).collect();
        assert_eq!(named, [400]);
        let [low, high] = all[400].swing_range();
        assert!(0.5 < low && low < all[400].swing() && all[400].swing() < high && high < 0.9);
    }
}
