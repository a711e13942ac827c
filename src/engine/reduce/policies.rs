//! What became of each policy: where it acted and since when, what it cost and whom, and how often
//! its product is there in time.

use super::money::Prices;
use super::targets::meets;
use super::{Lived, share};
use crate::engine::block::BlockResult;
use crate::engine::layout::{Layout, judged_on, own_factor};
use crate::engine::prototype::Prototype;
use crate::indicator::{Indicator, Reading};
use crate::policy::things::Thing;
use crate::policy::{Plan, ProductWritten, When};
use crate::results::summary::{by_rank, percentiles, probability};
use crate::results::{MoneyFate, PolicyCost, PolicyUsed, Promised, ScopeKind, Spending};
use crate::said::Told;
use crate::scenario::PAYERS;
use crate::units::{Payer, Year};
use crate::words::tasks as words;
use crate::world::money::{FATES, Fate};
use enum_map::{Enum, EnumMap};

/// Every policy of the scenario, in its order.
pub fn used(
    prototype: &Prototype,
    prices: &Prices,
    layout: &Layout,
    lived: &Lived<'_>,
) -> Vec<PolicyUsed> {
    let plans = prototype.scenario().policies.iter().enumerate();
    plans
        .map(|(n, plan)| one(prototype, prices, layout, lived, n, plan))
        .collect()
}

/// Cells that tell whether what planners say a task brings about is there.
pub(super) fn cells(prototype: &Prototype, layout: &Layout) -> Vec<usize> {
    let plans = prototype.scenario().policies.iter();
    let series =
        plans.filter_map(|plan| Some(series_of(prototype, layout, plan.product.as_ref()?)?.0));
    let years = 1..layout.years.len();
    series
        .flat_map(|series| years.clone().map(move |y| layout.cell(series, y)))
        .collect()
}

/// The series a product is read off, and what is made of it: as the place itself counts.
fn series_of(
    prototype: &Prototype,
    layout: &Layout,
    product: &ProductWritten,
) -> Option<(usize, f64)> {
    let reaches = product.reaches()?;
    let named = prototype.position(&reaches.indicator)?;
    // As a target on it would be: both are asked of the same people.
    let indicator = judged_on(prototype, named);
    let place = reaches.place();
    let scope = layout.scopes.iter().position(|s| s.code == place)?;
    let own = own_factor(prototype, &layout.scopes, (indicator, scope));
    Some((layout.first_series[indicator] + scope, own))
}

/// Whether what the planner says a task brings about is there, `[simulated year][future]`.
fn reached_of(
    prototype: &Prototype,
    layout: &Layout,
    lived: &Lived<'_>,
    product: &ProductWritten,
) -> Option<Vec<Vec<bool>>> {
    let (series, own) = series_of(prototype, layout, product)?;
    let bound = product.reaches()?.bound()?;
    let of = |y| {
        let values = lived.of_kept(layout.cell(series, y)).into_iter();
        let there = |v: f32| meets(bound, (f64::from(v) * own) as f32);
        values.map(there).collect()
    };
    Some((1..layout.years.len()).map(of).collect())
}

fn one(
    prototype: &Prototype,
    prices: &Prices,
    layout: &Layout,
    lived: &Lived<'_>,
    policy: usize,
    plan: &Plan,
) -> PolicyUsed {
    let blocks = lived.kept;
    let years = layout.simulated();
    // Whether it acts (0), or its product is there (1), future by future.
    let at_work = |y: usize, what: usize| {
        let at = policy * years + y;
        blocks
            .iter()
            .flat_map(move |b| (0..b.lanes).map(move |lane| b.at_work[at][what] >> lane & 1 == 1))
    };
    let futures: usize = blocks.iter().map(|b| b.lanes).sum();
    let mut first: Vec<Option<Year>> = vec![None; futures];
    for y in 0..years {
        for (slot, acts) in first.iter_mut().zip(at_work(y, 0)) {
            if acts && slot.is_none() {
                *slot = Some(layout.years[y + 1]);
            }
        }
    }
    let reached = plan.product.as_ref();
    let reached = reached.and_then(|product| reached_of(prototype, layout, lived, product));
    let there = reached.unwrap_or_else(|| (0..years).map(|y| at_work(y, 1).collect()).collect());
    let done = |y: usize| {
        let where_it_acts = first
            .iter()
            .zip(&there[y])
            .filter(|(year, _)| year.is_some());
        share(where_it_acts.map(|(_, done)| *done))
    };
    let is_money = plan.is_money();
    let due = |deadline: Year| layout.years[1..].iter().position(|y| *y == deadline);
    // A month between two year-ends is read on the straight line; nothing is there at the base year-end.
    let by_then = |y: usize| {
        let then = done(y);
        match plan.deadline_month {
            None | Some(12) => then,
            Some(month) => {
                let before = if y == 0 { 0.0 } else { done(y - 1).value };
                let part = f64::from(month) / 12.0;
                let share = before + part * (then.value - before);
                let hits = (share * f64::from(then.of)).round() as u32;
                probability(hits, then.of)
            }
        }
    };
    let in_time = plan.deadline.and_then(due).map(by_then);
    let lasts = |year| plan.decision.lasting(&prototype.scenario().base, year);
    let (costs, cost) = spent(prices, layout, blocks, policy, lasts);
    let paid = costs.iter().filter(|c| c.spending != Spending::default());
    let mut payers: Vec<Payer> = paid.map(|c| c.payer).collect();
    payers.dedup();
    let costs_left = costs.iter().map(|c| c.residual).sum();
    let mut fate = MoneyFate::default();
    for row in &costs {
        fate.offered += row.fate.offered;
        fate.lapsed += row.fate.lapsed;
        fate.not_absorbed += row.fate.not_absorbed;
    }
    PolicyUsed {
        id: plan.id.clone(),
        kind: plan.decision.name().into(),
        summary: plan.decision.summary().into(),
        serves: plan.decision.serves(&prototype.scenario().base),
        does_not_move: plan.decision.does_not_move().into(),
        from: plan.from,
        to: plan.to,
        responsible: plan.responsible.clone(),
        coordinating: plan.coordinating.clone(),
        authority: plan.authority.clone(),
        deadline_month: plan.deadline_month,
        deadline: plan.deadline,
        when: Told::of_some(|| waits_for(prototype, layout, &plan.when)),
        product: Told::of(|| product_in_words(prototype, layout, plan)),
        reports: plan.progress.clone(),
        reports_tell: plan.is_followed(layout.years[0]) && prototype.scenario().agreed.is_some(),
        payers,
        costs,
        cost,
        residual: costs_left,
        fate,
        acts: (0..years).map(|y| share(at_work(y, 0))).collect(),
        acts_at_all: share(first.iter().map(Option::is_some)),
        first_acts: quantiles(first.iter().flatten().copied().collect()),
        done: (0..years).map(done).collect(),
        on_time: in_time.filter(|_| !is_money),
        spent_in_time: in_time.filter(|_| is_money),
        is_money,
        money: money(blocks, policy),
    }
}

/// What a policy promises and what is spent of it, means over all futures; `None` where it promises no
/// amount.
fn money(blocks: &[BlockResult], policy: usize) -> Option<Promised> {
    let rows = || {
        blocks
            .iter()
            .flat_map(|b| &b.promised[policy * b.lanes..(policy + 1) * b.lanes])
            .filter(|row| row[0].is_finite())
    };
    rows().next()?;
    let futures: usize = blocks.iter().map(|b| b.lanes).sum();
    let mean = |at: usize| rows().map(|row| f64::from(row[at])).sum::<f64>() / futures as f64;
    Some(Promised {
        promised: mean(0),
        spent: mean(1),
    })
}

/// The 0.1, 0.5 and 0.9 quantile of some years.
fn quantiles(mut years: Vec<Year>) -> [Option<Year>; 3] {
    if years.is_empty() {
        return [None; 3];
    }
    by_rank(&mut years, [0.1, 0.5, 0.9], |year| f64::from(year.0))
        .map(|year| Some(Year(year.round() as i32)))
}

/// What a policy costs by payer and year, and all together.
fn spent(
    prices: &Prices,
    layout: &Layout,
    blocks: &[BlockResult],
    policy: usize,
    lasts: impl Fn(Year) -> Vec<Thing>,
) -> (Vec<PolicyCost>, Spending) {
    let years = layout.simulated();
    let last = layout.years[years];
    let futures: usize = blocks.iter().map(|b| b.lanes).sum();
    let mut rows = Vec::new();
    let mut all = Spending::default();
    let mut sums = vec![0.0f64; futures];
    for payer in PAYERS {
        for y in 0..years {
            let at = policy * years + y;
            let row: Vec<f32> = blocks
                .iter()
                .flat_map(|b| &b.policy_costs[at * b.lanes..(at + 1) * b.lanes])
                .map(|by_payer| EnumMap::from_array(*by_payer)[payer])
                .collect();
            let of = |fate: Fate| {
                let at = (policy * FATES + fate.into_usize()) * years + y;
                let row = blocks
                    .iter()
                    .flat_map(|b| &b.fates[at * b.lanes..(at + 1) * b.lanes])
                    .map(|by_payer| f64::from(EnumMap::from_array(*by_payer)[payer]));
                row.sum::<f64>() / futures as f64
            };
            let fate = MoneyFate {
                offered: of(Fate::Offered),
                lapsed: of(Fate::Lapsed),
                not_absorbed: of(Fate::NotAbsorbed),
            };
            if row.iter().all(|v| *v == 0.0) && fate == MoneyFate::default() {
                continue;
            }
            for (sum, amount) in sums.iter_mut().zip(&row) {
                *sum += f64::from(*amount);
            }
            let spending = prices.spending(&row, y + 1);
            all.constant += spending.constant;
            all.nominal += spending.nominal;
            all.discounted += spending.discounted;
            let year = layout.years[y + 1];
            rows.push(PolicyCost {
                payer,
                year,
                spending,
                residual: prices.residual(&row, &lasts(year), last),
                fate,
            });
        }
    }
    let sums: Vec<f32> = sums.iter().map(|sum| *sum as f32).collect();
    if !sums.is_empty() {
        [all.constant_p10, all.constant_p90] = percentiles(&sums, [0.1, 0.9]);
    }
    (rows, all)
}

/// What is there when a task is done, in words: as its planner says, else as the decision has it.
fn product_in_words(prototype: &Prototype, layout: &Layout, plan: &Plan) -> String {
    let reaches = plan.product.as_ref().and_then(ProductWritten::reaches);
    let bound = reaches.as_ref().and_then(|reaches| reaches.bound());
    let Some((reaches, bound)) = reaches.zip(bound) else {
        return plan.decision.product(&prototype.scenario().base);
    };
    let (indicator, of) = told(prototype, layout, (&reaches.indicator, reaches.place()));
    match indicator.reading {
        Reading::Milestone(_) => words::milestone_reached(&indicator.info.title),
        _ => words::reaches(&of, indicator.info.unit, bound),
    }
}

/// An indicator by its id, and how it is told of a place.
fn told<'a>(
    prototype: &'a Prototype,
    layout: &Layout,
    (id, place): (&str, &str),
) -> (&'a Indicator, String) {
    let at = prototype.position(id);
    let indicator = &prototype.indicators[at.expect("checked: the indicator exists")];
    let scope = layout.scopes.iter().find(|s| s.code == place);
    let scope = scope.expect("checked: the place exists");
    let place = match scope.kind {
        ScopeKind::Nation => None,
        _ => Some(scope.name.as_str()),
    };
    (indicator, words::what(&indicator.info.title, place))
}

/// What a policy waits for, in words.
fn waits_for(prototype: &Prototype, layout: &Layout, when: &When) -> Option<String> {
    let (id, place) = when.looks_at()?;
    let (indicator, of) = told(prototype, layout, (id, place));
    let unit = indicator.info.unit;
    Some(match when {
        When::Always => return None,
        When::Behind { by, margin, .. } => words::waits_behind(&of, unit, margin.value, by.value),
        When::Below { level, .. } => words::waits_below(&of, unit, level.value),
        When::Above { level, .. } => words::waits_above(&of, unit, level.value),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_years_are_told_over_the_futures_in_which_it_acts() {
        assert_eq!(quantiles(Vec::new()), [None; 3]);
        assert_eq!(quantiles(vec![Year(2030)]), [Some(Year(2030)); 3]);
        let years: Vec<Year> = (0..=10).rev().map(|y| Year(2026 + y)).collect();
        let wanted = [2027, 2031, 2035].map(|y| Some(Year(y)));
        assert_eq!(quantiles(years), wanted);
    }
}
