//! The first futures one by one: what was assumed in each, which targets it meets, and where indicators
//! stand in it when these are due.

use super::targets::{seen, test_of};
use super::{Lived, gather};
use crate::engine::layout::Layout;
use crate::engine::prototype::Prototype;
use crate::results::{Findings, Futures};

/// The first so many futures; `None` where none are asked for.
pub fn first(
    prototype: &Prototype,
    layout: &Layout,
    lived: &Lived<'_>,
    findings: &Findings,
    most: u32,
) -> Option<Futures> {
    if most == 0 {
        return None;
    }
    let most = most as usize;
    let few = |mut row: Vec<f32>| {
        row.truncate(most);
        row
    };
    let book = prototype.scenario().base.assumptions.all.iter();
    let drawn = book.enumerate().filter(|(_, a)| a.distribution.is_drawn());
    let assumed = drawn.map(|(i, a)| (a.id.clone(), few(gather(lived.kept, |b| &b.assumed, i))));
    let id = |t: usize| &prototype.targets[t].id;
    let met = findings.targets.iter().map(|answer| {
        let mut all = 0..prototype.targets.len();
        let test = all.find(|t| *id(*t) == answer.id);
        let due = test.and_then(|t| {
            let (k, test) = test_of(layout, t)?;
            Some(seen(lived.kept, layout, k, test.year?))
        });
        let each = due.map(|held| held.take(most).collect());
        (answer.id.clone(), each)
    });
    let mut values: Vec<(String, Vec<f32>)> = Vec::new();
    for test in &layout.tests {
        let Some(year) = test.year else { continue };
        let indicator = &prototype.indicators[test.indicator].info.id;
        let (scope, due) = (&layout.scopes[test.scope].code, layout.years[year + 1]);
        let name = format!("{indicator}/{scope}/{due}");
        if values.iter().all(|(known, _)| *known != name) {
            let series = layout.first_series[test.indicator] + test.scope;
            values.push((name, few(lived.of_kept(layout.cell(series, year + 1)))));
        }
    }
    Some(Futures {
        replicates: findings.replicates.clone().take(most).collect(),
        assumed: assumed.collect(),
        met: met.collect(),
        values,
    })
}
