//! A designed run: the question is lived with two draws of everything, and once for each part of it with the
//! second draw of that part in place of the first.

use crate::chance::designed::Designed as Design;
use crate::chance::points::DIMENSIONS;
use crate::engine::{Options, Progress, RunError, record};
use crate::results::designed::{Both, Designed, Explains, Index, OfTarget, Pair, Part};
use crate::results::{Findings, Futures, Record, TargetAnswer};
use crate::said::Told;
use crate::scenario::Scenario;
use crate::sensitivity::total::{Share, explained, together};
use crate::words::designed as words;
use std::sync::Arc;

/// Fewest rows that meet a target, and fewest that miss it, for what decides between them to be asked.
const FEWEST: usize = 30;

/// Parts of which every two are lived together: those that explain most of some target. Each pair takes as many
/// futures as a part.
const IN_PAIRS: usize = 4;

/// Says what a target asks in a run.
pub type Says<'a> = &'a dyn Fn(&Findings, &TargetAnswer) -> String;

/// Whether a book is small enough for two numbers of a row for each assumption.
pub fn fits(scenario: &Scenario) -> bool {
    2 * scenario.base.assumptions.all.len() <= DIMENSIONS
}

/// The beginning of an id: what it is a number of.
fn group(id: &str) -> &str {
    id.split_once('.').map_or(id, |(group, _)| group)
}

/// The groups of assumptions that are drawn and that something read, in the order of the book.
fn groups(findings: &Findings) -> Vec<Part> {
    let mut all: Vec<Part> = Vec::new();
    let asked = findings.assumptions.iter();
    for a in asked.filter(|a| a.read && a.distribution.is_drawn()) {
        let name = group(&a.id);
        match all.iter_mut().find(|part| part.name == name) {
            Some(part) => part.assumptions.push(a.id.clone()),
            None => all.push(Part {
                name: name.to_owned(),
                assumptions: vec![a.id.clone()],
            }),
        }
    }
    all
}

/// One way of drawing all rows.
struct Way<'a> {
    scenario: &'a Scenario,
    options: Options,
}

impl Way<'_> {
    fn live(&self, design: Design, progress: Progress<'_>) -> Result<Record, RunError> {
        let scenario = Scenario {
            designed: Some(Arc::new(design)),
            ..self.scenario.clone()
        };
        record(&scenario, &self.options, progress)
    }

    fn design(&self, second: impl Fn(&str) -> bool, [stocks, luck]: [bool; 2]) -> Design {
        let all = self.scenario.base.assumptions.all.iter();
        Design {
            rows: self.options.replicates.end,
            assumptions: all.map(|a| second(&a.id)).collect(),
            stocks,
            luck,
        }
    }
}

/// What is kept of a way: of each target the indicator in its year, and whether it is met.
type Rows = Vec<[Option<Vec<f64>>; 2]>;

fn kept(futures: Option<&Futures>, asked: &[TargetAnswer]) -> Rows {
    let of = |a: &TargetAnswer| {
        let futures = futures?;
        let name = format!("{}/{}/{}", a.indicator, a.scope, a.year);
        let mut values = futures.values.iter();
        let value = values.find(|(known, _)| *known == name);
        let value = value.map(|(_, row)| row.iter().map(|v| f64::from(*v)).collect::<Vec<f64>>());
        let mut met = futures.met.iter();
        let met = met.find(|(known, _)| *known == a.id);
        let met = met.and_then(|(_, row)| row.as_ref());
        let met = met.map(|row| row.iter().map(|m| f64::from(u8::from(*m))).collect());
        Some([value.filter(|row| row.iter().all(|v| v.is_finite())), met])
    };
    asked.iter().map(|a| of(a).unwrap_or_default()).collect()
}

/// Lives the design and says what each part explains. `progress` hears of futures done and planned in all.
pub fn designed(
    scenario: &Scenario,
    rows: u32,
    says: Says<'_>,
    progress: Progress<'_>,
) -> Result<(Findings, Designed), RunError> {
    let options = Options {
        replicates: 0..rows,
        assumptions: rows,
        ..Options::of(scenario)
    };
    let way = Way { scenario, options };
    // Until it is known how many parts there are, two ways are planned.
    let first = way.live(way.design(|_| false, [false; 2]), &|done, _| {
        progress(done, 2 * rows)
    })?;
    let asked: Vec<TargetAnswer> = first
        .findings
        .headlines()
        .filter(|a| a.probability.is_some())
        .cloned()
        .collect();
    let [parameters, process] = [
        scenario.uncertainty.parameters(),
        scenario.uncertainty.process(),
    ];
    let mut parts = match parameters {
        true => groups(&first.findings),
        false => Vec::new(),
    };
    let named = |name: &str| Part {
        name: name.to_owned(),
        assumptions: Vec::new(),
    };
    if parameters {
        parts.push(named(words::FIGURES.en));
    }
    if process {
        parts.push(named(words::LUCK.en));
    }
    let many = parts.len().min(IN_PAIRS);
    let pairs = many * many.saturating_sub(1) / 2;
    let all = rows * (2 + parts.len() + pairs) as u32;
    let a = kept(first.futures.as_ref(), &asked);
    let live = |nth: u32, design: Design| -> Result<Rows, RunError> {
        let lived = way.live(design, &|done, _| progress(nth * rows + done, all))?;
        Ok(kept(lived.futures.as_ref(), &asked))
    };
    let b = live(1, way.design(|_| parameters, [parameters, process]))?;
    let mut swapped = Vec::new();
    for (nth, part) in parts.iter().enumerate() {
        let (stocks, luck) = (part.name == words::FIGURES.en, part.name == words::LUCK.en);
        let own = |id: &str| !stocks && !luck && group(id) == part.name;
        swapped.push(live(2 + nth as u32, way.design(own, [stocks, luck]))?);
    }
    let ab = [&a, &b];
    let mut both = Vec::new();
    for (nth, [i, j]) in every_two(&most(ab, &swapped, asked.len()))
        .into_iter()
        .enumerate()
    {
        let named = [i, j].map(|k| parts[k].name.as_str());
        let is = |name: &str| named.contains(&name);
        let own = |id: &str| is(group(id));
        let design = way.design(own, [is(words::FIGURES.en), is(words::LUCK.en)]);
        both.push(([i, j], live((2 + parts.len() + nth) as u32, design)?));
    }
    let targets = asked.iter().enumerate().map(|(t, answer)| {
        let mut found: Vec<Explains> = parts
            .iter()
            .zip(&swapped)
            .map(|(part, own)| Explains {
                part: part.name.clone(),
                value: alone([&a[t][0], &b[t][0], &own[t][0]]),
                met: alone([&a[t][1], &b[t][1], &own[t][1]].map(differing)),
            })
            .collect();
        let pair = |([i, j], own): &([usize; 2], Rows)| {
            let of = |k: usize| {
                [
                    &a[t][k],
                    &b[t][k],
                    &swapped[*i][t][k],
                    &swapped[*j][t][k],
                    &own[t][k],
                ]
            };
            Pair {
                parts: [*i, *j].map(|part| parts[part].name.clone()),
                value: in_pair(of(0)),
                met: in_pair(of(1).map(differing)),
            }
        };
        let mut pairs: Vec<Pair> = both.iter().map(pair).collect();
        let shared = |p: &Pair| p.value.or(p.met).map_or(0.0, |share| share.index);
        pairs.sort_by(|x, y| shared(y).total_cmp(&shared(x)));
        let size = |e: &Explains| e.value.or(e.met).map_or(0.0, |both| both.total.index);
        found.sort_by(|x, y| size(y).total_cmp(&size(x)));
        OfTarget {
            target: answer.id.clone(),
            says: Told::of(|| says(&first.findings, answer)),
            chance: answer.probability.expect("asked targets have a chance"),
            parts: found,
            pairs,
        }
    });
    let found = Designed {
        rows,
        futures: all,
        targets: targets.collect(),
        parts,
    };
    Ok((first.findings, found))
}

/// Whether enough rows lie on either side.
fn differ(met: &[f64]) -> bool {
    let hits = met.iter().filter(|m| **m > 0.5).count();
    hits.min(met.len() - hits) >= FEWEST
}

/// Rows of a target that is met in some and missed in others; no rows where too few differ.
fn differing(row: &Option<Vec<f64>>) -> &Option<Vec<f64>> {
    static NONE: Option<Vec<f64>> = None;
    match row.as_ref().is_some_and(|row| differ(row)) {
        true => row,
        false => &NONE,
    }
}

/// The parts that explain most of some target, by their positions.
fn most([a, b]: [&Rows; 2], swapped: &[Rows], targets: usize) -> Vec<usize> {
    let size = |own: &Rows| {
        let each = (0..targets).filter_map(|t| alone([&a[t][0], &b[t][0], &own[t][0]]));
        each.map(|both| both.total.index).fold(0.0, f64::max)
    };
    let mut all: Vec<(usize, f64)> = swapped.iter().map(size).enumerate().collect();
    all.sort_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
    all.truncate(IN_PAIRS);
    let mut most: Vec<usize> = all.into_iter().map(|(part, _)| part).collect();
    most.sort_unstable();
    most
}

/// Every two of some positions.
fn every_two(of: &[usize]) -> Vec<[usize; 2]> {
    let each = of.iter().enumerate();
    each.flat_map(|(k, i)| of[k + 1..].iter().map(|j| [*i, *j]))
        .collect()
}

fn index(share: Share) -> Index {
    Index {
        index: share.index,
        low: share.low,
        high: share.high,
    }
}

fn in_pair([a, b, one, other, own]: [&Option<Vec<f64>>; 5]) -> Option<Index> {
    let rows = [one.as_deref()?, other.as_deref()?, own.as_deref()?];
    together(a.as_ref()?, b.as_ref()?, rows).map(index)
}

fn alone([a, b, own]: [&Option<Vec<f64>>; 3]) -> Option<Both> {
    let found = explained(a.as_ref()?, b.as_ref()?, own.as_ref()?)?;
    Some(Both {
        first: index(found.first),
        total: index(found.total),
    })
}
