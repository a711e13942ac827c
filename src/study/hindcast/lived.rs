//! The whole model lived from an earlier year, with the official counts that its laws make of it.

use crate::base::{Base, CHOICES};
use crate::chance::{Addressed, Key, Process};
use crate::diagnostic::Rejected;
use crate::engine::block::BlockResult;
use crate::engine::layout::Layout;
use crate::engine::prototype::Prototype;
use crate::engine::{Known, Options, Progress, RunError, live_behind};
use crate::hindcast::Stock;
use crate::hindcast::found::NATION;
use crate::hindcast::variants::Variant;
use crate::indicator::Indicator;
use crate::results::ScopeKind;
use crate::scenario::Scenario;
use crate::scenario::file::from_text;
use crate::units::Year;
use std::collections::BTreeMap;
use std::sync::Arc;

const PUBLISHED: Process = Process::named("hindcast/published");

/// One way in which an origin goes on: of official beds, and of registration where that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// Of official beds.
    pub beds: Variant,
    /// Of registration, as `recount.variant` names it.
    pub doctors: &'static str,
}

/// The ways lived. Registration that goes on as it lately did was measured on these very years.
pub const WAYS: [Way; 3] = [
    Way {
        beds: Variant::Plateau,
        doctors: "stopped",
    },
    Way {
        beds: Variant::Half,
        doctors: "pool",
    },
    Way {
        beds: Variant::GoesOn,
        doctors: "pool",
    },
];

/// Per 10,000 people in each future, by place, indicator and years from the origin.
pub struct Futures {
    values: BTreeMap<(String, &'static str, usize), Vec<f64>>,
}

impl Futures {
    /// Values of a place in a year; none where it is not known.
    pub fn of(&self, place: &str, indicator: &'static str, horizon: usize) -> &[f64] {
        let own = self.values.get(&(place.to_owned(), indicator, horizon));
        own.map_or(&[], Vec::as_slice)
    }
}

/// The indicator on which a count of provincial departments is judged.
pub fn judged(stock: Stock) -> &'static str {
    match stock {
        Stock::Beds => "beds_per_10k_official",
        Stock::Doctors => "doctors_per_10k_expected",
        Stock::Nurses => "nurses_per_10k_expected",
    }
}

/// The indicators that are read.
const READ: [&str; 5] = [
    "beds_per_10k",
    "beds_per_10k_official",
    "doctors_per_10k_expected",
    "nurses_per_10k_expected",
    "doctors_per_10k_official",
];

/// Lives the futures of a scenario that goes on from an origin for `years`, but for those known.
///
/// # Errors
/// What keeps the model from living it.
pub fn lived(
    scenario: &Scenario,
    years: usize,
    known: &mut Known<'_>,
    progress: Progress<'_>,
) -> Result<Futures, RunError> {
    let prototype = Prototype::new(scenario)?;
    let layout = Layout::of(&prototype);
    let options = Options::of(prototype.scenario());
    let blocks = live_behind((&prototype, &layout), &options, known, progress)?;
    let mut values = BTreeMap::new();
    for id in READ {
        let own = |i: &Indicator| i.info.id == id;
        let Some(indicator) = prototype.indicators.iter().position(own) else {
            continue;
        };
        for (s, scope) in layout.scopes.iter().enumerate() {
            if scope.kind == ScopeKind::Region {
                continue;
            }
            let place = match scope.kind {
                ScopeKind::Nation => NATION,
                _ => scope.code.as_str(),
            };
            for horizon in 0..=years {
                let cell = layout.cell(layout.first_series[indicator] + s, horizon);
                let of = |block: &BlockResult| {
                    let at = cell * block.lanes;
                    block.samples[at..at + block.lanes].to_vec()
                };
                let all = blocks
                    .iter()
                    .flat_map(of)
                    .map(f64::from)
                    .collect::<Vec<f64>>();
                values.insert((place.to_owned(), id, horizon), all);
            }
        }
    }
    Ok(Futures { values })
}

/// Errors with which a figure of a place is published in each future, logs.
pub fn errors(place: &str, stock: Stock, year: i32, sd: f64, futures: u32) -> Vec<f64> {
    let key = Key::of(&format!("{} of {place}", stock.id()));
    let mut dice = Addressed::new(1, 0, PUBLISHED, key, Year(year));
    (0..futures).map(|_| sd * dice.normal()).collect()
}

/// So many futures of a base of an origin to `years` later, going on in one way.
///
/// # Errors
/// Why that is no question.
pub fn scenario(
    base: &Arc<Base>,
    way: Way,
    years: usize,
    futures: u32,
) -> Result<Scenario, String> {
    let certain = |id: &str, chosen: &str| {
        let (_, ways) = CHOICES.iter().find(|(own, _)| *own == id)?;
        let all: Vec<String> = ways
            .iter()
            .map(|way| format!("({way:?}, {:.1})", f64::from(u8::from(*way == chosen))))
            .collect();
        base.assumptions.get(id)?;
        Some(format!("{id:?}: Choice([{}])", all.join(", ")))
    };
    // The base names its ways in words, tables in one.
    let beds = way.beds.id().replace('_', " ");
    let assumed: Vec<String> = [
        ("quota.variant", beds.as_str()),
        ("recount.variant", way.doctors),
    ]
    .into_iter()
    .filter_map(|(id, chosen)| certain(id, chosen))
    .collect();
    let origin = base.year.0;
    let (first, last) = (origin + 1, origin + years as i32);
    let text = format!(
        "(title: \"From {origin}\", base: \"{}\", years: (first: {first}, last: {last}), replicates: {futures}, \
         assumptions: {{{}}}, policies: [], \
         targets: Only([(indicator: \"beds_per_10k\", at_least: 1, by: {last})]))",
        base.code,
        assumed.join(", ")
    );
    let read = from_text("looking-back.ron", &text, base.clone());
    let said = |rejected: Box<Rejected>| {
        let all = rejected.problems.all.iter().map(|p| p.message.clone());
        all.collect::<Vec<_>>().join("; ")
    };
    read.map(|(scenario, _)| scenario).map_err(said)
}
