//! What lies near an answer: packages that cost nearly the same and differ most, what each lever is to them,
//! and what a step more of each does.
//!
//! Source: near-optimal alternatives are those of E. D. Brill, S.-Y. Chang and L. D. Hopkins, Modeling to
//! generate alternatives, Management Science 1982.

use super::Options;
use super::hunt::{Hunt, Wish};
use super::pool::Asked;
use crate::engine::RunError;
use crate::results::comparison::Mean;
use crate::results::seek::{Need, Next};
use crate::results::summary::interval;
use std::collections::BTreeSet;

/// How much more than the cheapest a package near it costs.
pub const NEAR: f64 = 0.05;
/// Packages near an answer that are told, itself among them.
const TOLD: usize = 6;
/// Packages tried for each lever.
const TRIES: usize = 2;

/// Nothing.
const NONE: Mean = Mean {
    value: 0.0,
    low: 0.0,
    high: 0.0,
};

/// Packages near an answer, itself first, and what each lever is to all of them.
pub fn near(
    hunt: &mut Hunt<'_, '_>,
    (at, wish): (usize, Wish),
) -> Result<(Vec<usize>, Vec<Need>), RunError> {
    let [cost, _] = hunt.means(at).expect("an answer was lived");
    let most = cost + cost.abs() * NEAR;
    let here = hunt.thought.package(at);
    let mut tried: BTreeSet<usize> = BTreeSet::new();
    let mut needs = Vec::new();
    for lever in 0..here.len() {
        let on = here[lever] > 0;
        let other = |hunt: &Hunt<'_, '_>, at: usize| (hunt.thought.package(at)[lever] > 0) != on;
        let mut found = known(hunt, wish, most)
            .into_iter()
            .any(|at| other(hunt, at));
        let mut settled = found;
        for _ in 0..TRIES {
            if found {
                break;
            }
            let least = wish.level - hunt.slack();
            let open = open(hunt, wish, most, &tried)
                .into_iter()
                .filter(|at| hunt.thought.goal(wish.goal, *at) >= least && other(hunt, *at));
            let goal = |at: &usize| hunt.thought.goal(wish.goal, *at);
            let next = open.max_by(|a, b| goal(a).total_cmp(&goal(b)).then(b.cmp(a)));
            let Some(next) = next else {
                settled = true;
                break;
            };
            tried.insert(next);
            found = hunt.try_one(next, wish, most)?;
            settled = found || hunt.thought.goal(wish.goal, next) < wish.level - hunt.slack();
        }
        needs.push(match (found, settled, on) {
            (true, ..) => Need::Free,
            (false, false, _) => Need::Unsettled,
            (false, true, true) => Need::Must,
            (false, true, false) => Need::Never,
        });
    }
    // Those that are farthest from all chosen so far.
    for _ in 0..TOLD {
        let chosen = differing(hunt, at, known(hunt, wish, most));
        let far = |hunt: &Hunt<'_, '_>, one: usize| {
            let all = chosen.iter().map(|c| hunt.apart(one, *c));
            all.fold(f64::INFINITY, f64::min)
        };
        let open = open(hunt, wish, most, &tried)
            .into_iter()
            .filter(|at| hunt.thought.goal(wish.goal, *at) >= wish.level);
        let next = open.max_by(|a, b| far(hunt, *a).total_cmp(&far(hunt, *b)).then(b.cmp(a)));
        let Some(next) = next else { break };
        tried.insert(next);
        hunt.try_one(next, wish, most)?;
    }
    let all = known(hunt, wish, most);
    // What turned up since may free a lever.
    for (lever, need) in needs.iter_mut().enumerate() {
        let on = here[lever] > 0;
        if all
            .iter()
            .any(|at| (hunt.thought.package(*at)[lever] > 0) != on)
        {
            *need = Need::Free;
        }
    }
    Ok((differing(hunt, at, all), needs))
}

/// Packages known to do what is wished for no more than that.
fn known(hunt: &Hunt<'_, '_>, wish: Wish, most: f64) -> Vec<usize> {
    let all = hunt.reaching(wish).into_iter();
    all.filter(|(_, cost)| *cost <= most)
        .map(|(at, _)| at)
        .collect()
}

/// Packages that may cost no more than that and are not settled.
fn open(hunt: &Hunt<'_, '_>, wish: Wish, most: f64, tried: &BTreeSet<usize>) -> Vec<usize> {
    let all = 0..hunt.thought.many();
    all.filter(|at| hunt.may(*at, wish, most, tried)).collect()
}

/// Of some packages those that differ most from one another, beginning with `first`.
fn differing(hunt: &Hunt<'_, '_>, first: usize, mut all: Vec<usize>) -> Vec<usize> {
    let mut chosen = vec![first];
    all.retain(|at| *at != first);
    while chosen.len() < TOLD && !all.is_empty() {
        let far = |one: usize| {
            let each = chosen.iter().map(|c| hunt.apart(one, *c));
            each.fold(f64::INFINITY, f64::min)
        };
        let next = (0..all.len()).max_by(|a, b| {
            let (one, two) = (all[*a], all[*b]);
            far(one).total_cmp(&far(two)).then(two.cmp(&one))
        });
        chosen.push(all.remove(next.expect("some are left")));
    }
    chosen
}

/// What a step more of each lever does to a package.
pub fn next(
    hunt: &mut Hunt<'_, '_>,
    (at, goal): (usize, usize),
    asked: &Asked,
    options: &Options,
) -> Result<Vec<Next>, RunError> {
    let here = hunt.thought.package(at);
    hunt.live(at, options.most)?;
    let mut all = Vec::new();
    for lever in 0..here.len() {
        if hunt.thought.grid.at_end(lever, here[lever]) {
            all.push(Next {
                level: None,
                cost: NONE,
                gain: NONE,
                over: false,
            });
            continue;
        }
        let mut more = here.clone();
        more[lever] += 1;
        let to = hunt.thought.position(&more);
        hunt.live(to, options.most)?;
        let pool = &hunt.pool;
        let points = [&here, &more].map(|package| pool.point(package).expect("lived"));
        let [before, after] = points.map(|point| pool.costs(point));
        let cost = before.iter().zip(&after).map(|(a, b)| b - a);
        let cost: Vec<f64> = cost.collect();
        let [before, after] = points.map(|point| pool.in_futures(point, goal));
        let gain: Vec<f64> = before.iter().zip(&after).map(|(a, b)| b - a).collect();
        let [_, money] = pool.means(points[1]);
        all.push(Next {
            level: Some(more[lever]),
            cost: interval(cost.into_iter()),
            gain: interval(gain.into_iter()),
            over: asked.ceiling.is_some_and(|ceiling| money > ceiling),
        });
    }
    Ok(all)
}
