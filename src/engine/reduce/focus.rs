//! What a question about one province adds: its money, its rank, and who looks for the same people.

use super::money::{Prices, costs};
use super::{gather, is_headline};
use crate::engine::block::BlockResult;
use crate::engine::layout::Layout;
use crate::engine::prototype::Prototype;
use crate::results::summary::by_rank;
use crate::results::{Neighbour, ProvinceFocus, Rank, Unit};
use crate::scenario::Scenario;

/// Neighbours told of.
const NEAREST: usize = 5;

/// What is told of the province at position `here`.
pub(super) fn focus(
    prototype: &Prototype,
    prices: &Prices,
    layout: &Layout,
    blocks: &[BlockResult],
    here: usize,
) -> ProvinceFocus {
    let scenario = prototype.scenario();
    ProvinceFocus {
        province: scenario.base.provinces[here].code.clone(),
        costs: costs(prices, layout, blocks, |b| &b.costs_here),
        ranks: ranks(scenario, prototype, layout, blocks, here),
        neighbours: neighbours(scenario, prototype, blocks, here),
    }
}

/// Its rank in every ratio, in the years headline targets are due and in the last year.
fn ranks(
    scenario: &Scenario,
    prototype: &Prototype,
    layout: &Layout,
    blocks: &[BlockResult],
    here: usize,
) -> Vec<Rank> {
    let n = scenario.base.provinces.len();
    let first = 1 + scenario.base.regions.len();
    let mut years: Vec<usize> = layout
        .tests
        .iter()
        .filter(|test| is_headline(prototype, layout, test.target))
        .filter_map(|test| test.year.map(|y| y + 1))
        .collect();
    years.push(layout.years.len() - 1);
    years.sort_unstable();
    years.dedup();
    let mut out = Vec::new();
    for (i, indicator) in prototype.indicators.iter().enumerate() {
        let ratio = matches!(indicator.info.unit, Unit::Per10k | Unit::PerStation);
        // A spread over ways that no figure decides between is no forecast, and gives no rank.
        let open = indicator.info.open_between.is_some();
        if indicator.info.national_only || open || !ratio {
            continue;
        }
        // Staff of whom nothing is known by province lie by population: a rank would be made up.
        if indicator.unknown_by_province(&scenario.base) {
            continue;
        }
        for y in &years {
            let of = |p: usize| {
                let series = layout.first_series[i] + first + p;
                gather(blocks, |b| &b.samples, layout.cell(series, *y))
            };
            let own = of(here);
            if own.iter().any(|v| !v.is_finite()) {
                continue;
            }
            let mut rank = vec![1u32; own.len()];
            for p in (0..n).filter(|p| *p != here) {
                for ((slot, mine), other) in rank.iter_mut().zip(&own).zip(of(p)) {
                    *slot += u32::from(other > *mine);
                }
            }
            let quantiles = by_rank(&mut rank, [0.1, 0.5, 0.9], f64::from);
            out.push(Rank {
                indicator: indicator.info.id.clone(),
                year: layout.years[*y],
                quantiles: quantiles.map(|q| q.round() as u32),
                of: n as u32,
            });
        }
    }
    out
}

/// The province and its nearest neighbours, with the appeal that income gives a post there.
fn neighbours(
    scenario: &Scenario,
    prototype: &Prototype,
    blocks: &[BlockResult],
    here: usize,
) -> Vec<Neighbour> {
    let base = &scenario.base;
    let distance = &prototype.country().distance[here];
    let mut order: Vec<usize> = (0..base.provinces.len()).collect();
    order.sort_by(|a, b| distance[*a].total_cmp(&distance[*b]).then(a.cmp(b)));
    let elasticity = base
        .assumptions
        .position("post.income_elasticity")
        .map(|i| gather(blocks, |b| &b.assumed, i))
        .unwrap_or_default();
    let [elasticity] = if elasticity.is_empty() {
        [0.0]
    } else {
        crate::results::summary::percentiles(&elasticity, [0.5])
    };
    let own = base.provinces[here].income_index;
    order
        .into_iter()
        .take(NEAREST + 1)
        .map(|p| {
            let province = &base.provinces[p];
            Neighbour {
                province: province.code.clone(),
                kilometres: distance[p],
                income_index: province.income_index,
                pull: libm::pow(province.income_index / own, elasticity),
            }
        })
        .collect()
}
