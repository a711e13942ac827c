//! What a question about one province adds: its money, its rank, and who looks for the same people.

use super::money::{Prices, costs};
use super::{Lived, gather, is_headline};
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
    lived: &Lived<'_>,
    here: usize,
) -> ProvinceFocus {
    let scenario = prototype.scenario();
    ProvinceFocus {
        province: scenario.base.provinces[here].code.clone(),
        costs: costs(prices, layout, lived.kept, |b| &b.costs_here),
        ranks: ranks(prototype, layout, lived, here),
        neighbours: neighbours(scenario, prototype, lived, here),
    }
}

/// Every ratio that ranks provinces, in the years headline targets are due and in the last year.
fn ranked<'a>(
    prototype: &'a Prototype,
    layout: &Layout,
) -> impl Iterator<Item = (usize, usize)> + 'a {
    let mut years: Vec<usize> = layout
        .tests
        .iter()
        .filter(|test| is_headline(prototype, layout, test.target))
        .filter_map(|test| test.year.map(|y| y + 1))
        .collect();
    years.push(layout.years.len() - 1);
    years.sort_unstable();
    years.dedup();
    let all = prototype.indicators.iter().enumerate();
    let asked = all.filter(|(_, indicator)| {
        let ratio = matches!(indicator.info.unit, Unit::Per10k | Unit::PerStation);
        // A spread over ways that no figure decides between is no forecast, and gives no rank.
        let open = indicator.info.open_between.is_some();
        // Staff of whom nothing is known by province lie by population: a rank would be made up.
        let unknown = || indicator.unknown_by_province(&prototype.scenario().base);
        ratio && !open && !indicator.info.national_only && !unknown()
    });
    asked.flat_map(move |(i, _)| years.clone().into_iter().map(move |y| (i, y)))
}

/// The cell of a ratio in a province and year.
fn cell(prototype: &Prototype, layout: &Layout, (i, y): (usize, usize), province: usize) -> usize {
    let first = layout.first_series[i] + 1 + prototype.scenario().base.regions.len();
    layout.cell(first + province, y)
}

/// The cells that ranks are read off.
pub(super) fn cells(prototype: &Prototype, layout: &Layout) -> impl Iterator<Item = usize> {
    let provinces = 0..prototype.scenario().base.provinces.len();
    let asked = layout.here.map(|_| ranked(prototype, layout));
    let of = move |at| (provinces.clone()).map(move |p| cell(prototype, layout, at, p));
    asked.into_iter().flatten().flat_map(of)
}

/// Its rank in each of them.
fn ranks(prototype: &Prototype, layout: &Layout, lived: &Lived<'_>, here: usize) -> Vec<Rank> {
    let n = prototype.scenario().base.provinces.len();
    let mut out = Vec::new();
    for (i, y) in ranked(prototype, layout) {
        let of = |p: usize| lived.of_kept(cell(prototype, layout, (i, y), p));
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
            indicator: prototype.indicators[i].info.id.clone(),
            year: layout.years[y],
            quantiles: quantiles.map(|q| q.round() as u32),
            of: n as u32,
        });
    }
    out
}

/// The province and its nearest neighbours, with the appeal that income gives a post there.
fn neighbours(
    scenario: &Scenario,
    prototype: &Prototype,
    lived: &Lived<'_>,
    here: usize,
) -> Vec<Neighbour> {
    let base = &scenario.base;
    let distance = &prototype.country().distance[here];
    let mut order: Vec<usize> = (0..base.provinces.len()).collect();
    order.sort_by(|a, b| distance[*a].total_cmp(&distance[*b]).then(a.cmp(b)));
    let elasticity = base
        .assumptions
        .position("post.income_elasticity")
        .map(|i| gather(lived.kept, |b| &b.assumed, i))
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
