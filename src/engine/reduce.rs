//! Blocks become findings, always in replicate order: indicator by indicator, target by target.

mod focus;
mod money;
mod policies;

use super::block::BlockResult;
use super::layout::{Layout, Test};
use super::prototype::Prototype;
use crate::base::{Borders, Direction, TargetStatus};
use crate::indicator::{Indicator, Reading};
use crate::policy::Decision;
use crate::results::summary::{percentiles, probability, summarise};
use crate::results::{
    AssumptionUsed, BindingRow, BottomUp, Driver, Exceedance, Findings, JointAnswer, LedgerRow,
    Probability, ProvinceProbability, RunStatistics, Summary, TargetAnswer,
};
use crate::scenario::Scenario;
use crate::units::Year;
use crate::words;
use money::Prices;
use rayon::prelude::*;
use std::ops::Range;

/// Fewest futures for which fifths of an assumption are compared.
const FEWEST_FOR_DRIVERS: usize = 100;

/// Reduces blocks (in replicate order) to findings.
pub fn reduce(
    scenario: &Scenario,
    prototype: &Prototype,
    layout: &Layout,
    blocks: &[BlockResult],
    replicates: Range<u32>,
) -> Findings {
    let base = &scenario.base;
    let summaries = summaries(prototype, layout, blocks);
    let drivers = drivers(prototype, layout, blocks);
    let mut targets: Vec<TargetAnswer> = prototype
        .targets
        .iter()
        .enumerate()
        .map(|(t, _)| answer(prototype, layout, blocks, t, &drivers))
        .collect();
    // What is followed comes after what is built from stocks: a plan's ratios lead.
    let behind = |id: &str| {
        let found = prototype.indicators.iter().find(|i| i.info.id == id);
        found.is_some_and(Indicator::is_followed)
    };
    targets.sort_by_key(|t| (!t.headline, t.scope != "nation", behind(&t.indicator)));
    let mut read = vec![false; base.assumptions.all.len()];
    for block in blocks {
        note_read(&mut read, &block.read);
    }
    let assumptions = assumptions(scenario, &read);
    let prices = Prices::of(scenario, blocks);
    let mut bottom_up = Vec::new();
    for province in &base.provinces {
        for (o, occupation) in base.occupations.iter().enumerate() {
            if let (Some(counted), Some(used)) = (province.staff_bottom_up[o], province.staff[o]) {
                bottom_up.push(BottomUp {
                    province: province.code.clone(),
                    occupation: occupation.plural.clone(),
                    used: used.central,
                    bottom_up: counted,
                });
            }
        }
    }
    let stations = base
        .facilities
        .iter()
        .filter(|f| f.level == crate::base::Level::Commune)
        .count();
    let synthetic = base
        .facilities
        .iter()
        .filter(|f| f.level != crate::base::Level::Commune && f.synthetic)
        .count();
    Findings {
        scenario: scenario.name.clone(),
        title: scenario.title.clone(),
        note: scenario.note.clone(),
        country: base.name.clone(),
        currency: base.currency.clone(),
        base: base.code.clone(),
        base_digest: base.digest.clone(),
        scenario_digest: super::digest_of(scenario),
        scenario_files: scenario
            .behind
            .iter()
            .zip(&scenario.lying)
            .map(|(file, bytes)| (file.name.clone(), super::hex_digest(bytes)))
            .collect(),
        seed: scenario.seed,
        replicates,
        uncertainty: scenario.uncertainty.name().into(),
        staffing_gate: scenario.staffing_gate,
        years: layout.years.clone(),
        scopes: layout.scopes.clone(),
        indicators: prototype
            .indicators
            .iter()
            .map(|i| i.info.clone())
            .collect(),
        summaries,
        province_probability: province_probability(prototype, layout, blocks),
        exceedance: exceedance(prototype, layout, blocks),
        joint: joint(layout, blocks, prototype, &targets),
        targets,
        drivers,
        costs: money::costs(&prices, layout, blocks, |b| &b.costs),
        focus: layout
            .here
            .map(|here| focus::focus(prototype, &prices, layout, blocks, here)),
        ledger: ledger(layout, blocks),
        binding: binding(scenario, layout, blocks),
        assumptions,
        assumed_tables: base.assumed_tables.clone(),
        policies: policies::used(prototype, &prices, layout, blocks),
        history: base.history.clone(),
        bottom_up,
        facility_counts: (base.facilities.len() - stations, synthetic, stations),
        statistics: RunStatistics::default(),
    }
}

/// Adds the assumptions that were read, by position, to those known to be.
pub fn note_read(known: &mut [bool], read: &[bool]) {
    for (known, read) in known.iter_mut().zip(read) {
        *known |= read;
    }
}

/// The uncertain numbers of a scenario as they stand; `read` tells by position which
/// of them a system read.
pub fn assumptions(scenario: &Scenario, read: &[bool]) -> Vec<AssumptionUsed> {
    let all = scenario.base.assumptions.all.iter().zip(read);
    all.map(|(a, read)| AssumptionUsed {
        id: a.id.clone(),
        meaning: a.meaning.clone(),
        unit: a.unit.clone(),
        distribution: a.distribution.clone(),
        range: a.range,
        source: a.source.clone(),
        grade: a.grade,
        reason: a.reason.clone(),
        overridden: scenario.overrides.iter().any(|(id, _)| *id == a.id),
        read: *read,
    })
    .collect()
}

/// One cell over all futures, in replicate order.
fn gather(blocks: &[BlockResult], of: impl Fn(&BlockResult) -> &[f32], cell: usize) -> Vec<f32> {
    let mut row = Vec::with_capacity(blocks.iter().map(|b| b.lanes).sum());
    for block in blocks {
        row.extend_from_slice(&of(block)[cell * block.lanes..(cell + 1) * block.lanes]);
    }
    row
}

fn summaries(
    prototype: &Prototype,
    layout: &Layout,
    blocks: &[BlockResult],
) -> Vec<Option<Summary>> {
    let (indicators, years, scopes) = (
        prototype.indicators.len(),
        layout.years.len(),
        layout.scopes.len(),
    );
    (0..scopes * indicators)
        .into_par_iter()
        .flat_map_iter(|k| {
            let (scope, indicator) = (k / indicators, k % indicators);
            if scope > 0 && prototype.indicators[indicator].info.national_only {
                return vec![None; years];
            }
            let first = layout.cell(layout.first_series[indicator] + scope, 0);
            let mut rows = gather_rows(blocks, first, years);
            rows.iter_mut().map(|row| summarise(row)).collect()
        })
        .collect()
}

/// Cells that lie side by side in the samples, each over all futures in replicate order: one visit to
/// each block for all of them.
fn gather_rows(blocks: &[BlockResult], first: usize, cells: usize) -> Vec<Vec<f32>> {
    let futures = blocks.iter().map(|b| b.lanes).sum();
    let mut rows: Vec<Vec<f32>> = (0..cells).map(|_| Vec::with_capacity(futures)).collect();
    for block in blocks {
        let from = first * block.lanes;
        let side_by_side = &block.samples[from..from + cells * block.lanes];
        for (row, cell) in rows.iter_mut().zip(side_by_side.chunks(block.lanes)) {
            row.extend_from_slice(cell);
        }
    }
    rows
}

fn met(
    blocks: &[BlockResult],
    layout: &Layout,
    test: usize,
    year: usize,
) -> impl Iterator<Item = bool> {
    let at = test * layout.simulated() + year;
    blocks
        .iter()
        .flat_map(move |b| (0..b.lanes).map(move |lane| b.met[at] >> lane & 1 == 1))
}

fn share(hits: impl Iterator<Item = bool>) -> Probability {
    let (mut yes, mut of) = (0, 0);
    for hit in hits {
        of += 1;
        yes += u32::from(hit);
    }
    probability(yes, of)
}

fn test_of(layout: &Layout, target: usize) -> Option<(usize, &Test)> {
    layout
        .tests
        .iter()
        .enumerate()
        .find(|(_, test)| test.target == target)
}

/// Whether a target is a headline: adopted, the nation's, for today's borders, within the horizon.
pub fn is_headline(prototype: &Prototype, layout: &Layout, target: usize) -> bool {
    let t = &prototype.targets[target];
    t.scope == "nation"
        && t.status == TargetStatus::Adopted
        && t.borders == Borders::Current
        && test_of(layout, target).is_some_and(|(_, test)| test.year.is_some())
}

/// The probability of every headline target, by id; of every target, where none is a headline.
pub fn headlines(
    prototype: &Prototype,
    layout: &Layout,
    blocks: &[BlockResult],
) -> Vec<(String, Probability)> {
    let id = |t: usize| prototype.targets[t].id.clone();
    chances(layout, blocks, &headline_targets(prototype, layout))
        .into_iter()
        .map(|(target, chance)| (id(target), chance))
        .collect()
}

/// Positions of the headline targets; of every target that has an answer, where none is a headline.
pub fn headline_targets(prototype: &Prototype, layout: &Layout) -> Vec<usize> {
    let asked = layout.tests.iter().filter(|test| test.year.is_some());
    let asked: Vec<usize> = asked.map(|test| test.target).collect();
    let headline = |t: &&usize| is_headline(prototype, layout, **t);
    let headlines: Vec<usize> = asked.iter().filter(headline).copied().collect();
    if headlines.is_empty() {
        asked
    } else {
        headlines
    }
}

/// The probability of these targets; those without an answer are left out.
pub fn chances(
    layout: &Layout,
    blocks: &[BlockResult],
    targets: &[usize],
) -> Vec<(usize, Probability)> {
    let inside = |(k, test): (usize, &Test)| Some((k, test.target, test.year?));
    let asked = layout.tests.iter().enumerate().filter_map(inside);
    asked
        .filter(|(_, t, _)| targets.contains(t))
        .map(|(k, t, year)| (t, share(met(blocks, layout, k, year))))
        .collect()
}

fn answer(
    prototype: &Prototype,
    layout: &Layout,
    blocks: &[BlockResult],
    target: usize,
    drivers: &[Driver],
) -> TargetAnswer {
    let t = &prototype.targets[target];
    let mut out = TargetAnswer {
        id: t.id.clone(),
        indicator: t.indicator.clone(),
        scope: t.scope.clone(),
        year: t.year,
        threshold: t.threshold,
        direction: t.direction,
        document: t.document.clone(),
        status: t.status,
        borders: t.borders,
        source_id: t.source_id.clone(),
        headline: is_headline(prototype, layout, target),
        probability: None,
        by_year: Vec::new(),
        year_first_met: [None; 3],
        expected_shortfall: None,
        median_gap: None,
        extra_a_year: None,
        multiple_of_flow: None,
        driver_range: None,
        driver: None,
        too_late: Vec::new(),
    };
    let Some((k, test)) = test_of(layout, target) else {
        return out;
    };
    let years = layout.simulated();
    out.by_year = (0..years)
        .map(|y| share(met(blocks, layout, k, y)))
        .collect();
    let mut first: Vec<Option<usize>> = vec![None; blocks.iter().map(|b| b.lanes).sum()];
    for y in 0..years {
        for (slot, hit) in first.iter_mut().zip(met(blocks, layout, k, y)) {
            if hit && slot.is_none() {
                *slot = Some(y);
            }
        }
    }
    first.sort_by_key(|y| y.unwrap_or(usize::MAX));
    out.year_first_met = [0.1, 0.5, 0.9].map(|q| {
        let place = ((first.len() - 1) as f64 * q).round() as usize;
        first[place].map(|y| layout.years[y + 1])
    });
    let Some(year) = test.year else { return out };
    out.probability = Some(out.by_year[year]);
    let row = |j: usize| -> Vec<f32> {
        blocks
            .iter()
            .flat_map(|b| (0..b.lanes).map(move |lane| b.gaps[k * b.lanes + lane][j]))
            .collect()
    };
    let short = row(0);
    out.expected_shortfall =
        Some(short.iter().map(|v| f64::from(*v)).sum::<f64>() / short.len() as f64);
    let counts_heads = prototype.indicators[test.indicator].counts_things;
    if test.scope == 0 && counts_heads {
        let [gap] = percentiles(&mut row(1), [0.5]);
        let [flow] = percentiles(&mut row(2), [0.5]);
        let extra = gap / f64::from(t.year.since(layout.years[0]));
        out.median_gap = Some(gap.round());
        out.extra_a_year = Some(extra);
        if flow > 0.0 {
            out.multiple_of_flow = Some((flow + extra) / flow);
        }
    }
    if out.headline {
        // The first driver of a target is the strongest.
        if let Some(strongest) = drivers.iter().find(|d| d.target == out.id) {
            let (a, b) = (strongest.low.value, strongest.high.value);
            out.driver_range = Some((a.min(b), a.max(b)));
            out.driver = Some(strongest.assumption.clone());
        }
    }
    out.too_late = too_late(prototype, layout, test, t.year);
    out
}

fn too_late(prototype: &Prototype, layout: &Layout, test: &Test, target: Year) -> Vec<String> {
    let base = &prototype.scenario().base;
    let indicator = &prototype.indicators[test.indicator];
    let mut out = Vec::new();
    let occupation = &base.occupations[indicator.occupation];
    if indicator
        .info
        .id
        .starts_with(&crate::indicator::ratio_id(occupation))
    {
        out.extend(words::targets::students_too_late(
            &occupation.plural,
            layout.years[1],
            occupation.study_years,
            target,
        ));
        for plan in &prototype.scenario().policies {
            let trains = match &plan.decision {
                Decision::TrainingIntake(d) => *d.occupation == occupation.code,
                Decision::CommuneDoctors(d) => {
                    d.scholarships.is_some() && indicator.occupation == 0
                }
                _ => false,
            };
            if trains {
                out.extend(words::targets::classes_too_late(
                    &plan.id,
                    &occupation.plural,
                    plan.from,
                    occupation.study_years,
                    target,
                ));
            }
        }
    }
    if indicator.info.id.contains("bed")
        && let Some(crate::base::Distribution::Profile(lag)) = base
            .assumptions
            .get("capex.build_lag")
            .map(|a| &a.distribution)
    {
        let mean = lag.iter().enumerate().map(|(k, s)| k as f64 * s).sum();
        out.push(words::targets::money_too_late(mean, target));
    }
    out
}

/// How often each province stands at or above the nation's threshold, for every headline target on a
/// ratio.
fn province_probability(
    prototype: &Prototype,
    layout: &Layout,
    blocks: &[BlockResult],
) -> Vec<ProvinceProbability> {
    let regions = prototype.scenario().base.regions.len();
    let mut out = Vec::new();
    for test in &layout.tests {
        let indicator = &prototype.indicators[test.indicator];
        let (true, Some(year)) = (is_headline(prototype, layout, test.target), test.year) else {
            continue;
        };
        // One question for each indicator: that of the latest year.
        let later = |other: &Test| {
            other.indicator == test.indicator
                && other.year > test.year
                && is_headline(prototype, layout, other.target)
        };
        let occupation = &prototype.scenario().base.occupations[indicator.occupation];
        // Staff of whom nothing is known by province lie by population: no verdict on a province.
        let unknown = indicator
            .info
            .id
            .starts_with(&crate::indicator::ratio_id(occupation))
            && prototype
                .scenario()
                .base
                .provinces
                .iter()
                .all(|p| p.staff[indicator.occupation].is_none());
        if indicator.info.national_only || unknown || layout.tests.iter().any(later) {
            continue;
        }
        for (p, province) in prototype.scenario().base.provinces.iter().enumerate() {
            // A province that is only known as part of the nation has no verdict of its own.
            if let Reading::Followed(i) = indicator.reading
                && prototype.scenario().base.own_value(i, p).is_none()
            {
                continue;
            }
            let series = layout.first_series[test.indicator] + 1 + regions + p;
            let values = gather(blocks, |b| &b.samples, layout.cell(series, year + 1));
            if values.iter().any(|v| !v.is_finite()) {
                continue;
            }
            let hits = values.iter().map(|v| match test.direction {
                Direction::AtLeast => f64::from(*v) >= test.threshold - test.slack,
                Direction::AtMost => f64::from(*v) <= test.threshold + test.slack,
            });
            out.push(ProvinceProbability {
                province: province.code.clone(),
                indicator: indicator.info.id.clone(),
                year: layout.years[year + 1],
                threshold: test.threshold,
                probability: share(hits),
            });
        }
    }
    out
}

/// The nation's whole distribution wherever a headline target is due, once for each indicator and year.
fn exceedance(prototype: &Prototype, layout: &Layout, blocks: &[BlockResult]) -> Vec<Exceedance> {
    let hundredths: [f64; 101] = std::array::from_fn(|k| k as f64 / 100.0);
    let mut out: Vec<Exceedance> = Vec::new();
    for test in &layout.tests {
        let (true, Some(year)) = (is_headline(prototype, layout, test.target), test.year) else {
            continue;
        };
        let (id, due) = (
            &prototype.indicators[test.indicator].info.id,
            layout.years[year + 1],
        );
        if out.iter().any(|e| e.indicator == *id && e.year == due) {
            continue;
        }
        let cell = layout.cell(layout.first_series[test.indicator], year + 1);
        let mut values = gather(blocks, |b| &b.samples, cell);
        if values.is_empty() || values.iter().any(|v| !v.is_finite()) {
            continue;
        }
        out.push(Exceedance {
            indicator: id.clone(),
            year: due,
            quantiles: percentiles(&mut values, hundredths).to_vec(),
        });
    }
    out
}

/// Named sets of targets that must all hold: the headline targets of one document and year.
fn joint(
    layout: &Layout,
    blocks: &[BlockResult],
    prototype: &Prototype,
    answers: &[TargetAnswer],
) -> Vec<JointAnswer> {
    let mut sets: Vec<(String, Vec<usize>)> = Vec::new();
    for answer in answers
        .iter()
        .filter(|a| a.headline && !a.indicator.ends_with("_official"))
    {
        let target = prototype
            .targets
            .iter()
            .position(|t| t.id == answer.id)
            .expect("answers are to targets");
        let Some((k, _)) = test_of(layout, target) else {
            continue;
        };
        let indicator = &prototype.indicators[layout.tests[k].indicator];
        let name = if indicator.is_followed() {
            words::targets::followed_together(&answer.document, answer.year)
        } else {
            format!("{}, {}", answer.document, answer.year)
        };
        match sets.iter_mut().find(|(n, _)| *n == name) {
            Some((_, tests)) => tests.push(k),
            None => sets.push((name, vec![k])),
        }
    }
    sets.into_iter()
        .filter(|(_, tests)| tests.len() > 1)
        .map(|(name, tests)| {
            let years = layout.simulated();
            let all = blocks.iter().flat_map(|b| {
                let tests = &tests;
                (0..b.lanes).map(move |lane| {
                    tests.iter().all(|k| {
                        let year = layout.tests[*k]
                            .year
                            .expect("headline targets lie inside the horizon");
                        b.met[k * years + year] >> lane & 1 == 1
                    })
                })
            });
            JointAnswer {
                name,
                probability: share(all),
                targets: tests
                    .iter()
                    .map(|k| prototype.targets[layout.tests[*k].target].id.clone())
                    .collect(),
            }
        })
        .collect()
}

/// For each headline target and drawn assumption: the probability in the lowest and the highest
/// fifth of its draws; the strongest first within a target.
fn drivers(prototype: &Prototype, layout: &Layout, blocks: &[BlockResult]) -> Vec<Driver> {
    let futures: usize = blocks.iter().map(|b| b.lanes).sum();
    if futures < FEWEST_FOR_DRIVERS || !prototype.scenario().uncertainty.parameters() {
        return Vec::new();
    }
    let book = &prototype.scenario().base.assumptions.all;
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
            let cell = layout.cell(layout.first_series[test.indicator], year + 1);
            (
                met(blocks, layout, *k, year).collect(),
                gather(blocks, |b| &b.samples, cell),
            )
        })
        .collect();
    let fifth = futures / 5;
    let mut all: Vec<Vec<Driver>> = book
        .par_iter()
        .enumerate()
        .filter(|(_, a)| a.distribution.is_drawn())
        .map(|(i, assumption)| {
            let draws = gather(blocks, |b| &b.assumed, i);
            let mut order: Vec<usize> = (0..futures).collect();
            order.sort_by(|a, b| draws[*a].total_cmp(&draws[*b]).then(a.cmp(b)));
            let (low, high) = (&order[..fifth], &order[futures - fifth..]);
            headline
                .iter()
                .zip(&columns)
                .map(|((_, test), (hits, values))| {
                    let rate = |part: &[usize]| share(part.iter().map(|r| hits[*r]));
                    let mean = |part: &[usize]| {
                        part.iter().map(|r| f64::from(values[*r])).sum::<f64>() / part.len() as f64
                    };
                    Driver {
                        target: prototype.targets[test.target].id.clone(),
                        assumption: assumption.id.clone(),
                        low: rate(low),
                        high: rate(high),
                        low_mean: mean(low),
                        high_mean: mean(high),
                        grade: assumption.grade,
                    }
                })
                .collect()
        })
        .collect();
    // By target, the widest swing first; swings of the mean decide where the probability is flat.
    let mut out: Vec<Driver> = Vec::new();
    for t in 0..headline.len() {
        let mut column: Vec<Driver> = all.iter_mut().map(|row| row[t].clone()).collect();
        let swing = |d: &Driver| {
            (
                (d.high.value - d.low.value).abs(),
                (d.high_mean - d.low_mean).abs(),
            )
        };
        column.sort_by(|a, b| {
            let (x, y) = (swing(a), swing(b));
            y.0.total_cmp(&x.0).then(y.1.total_cmp(&x.1))
        });
        out.append(&mut column);
    }
    out
}

fn ledger(layout: &Layout, blocks: &[BlockResult]) -> Vec<LedgerRow> {
    let years = layout.simulated();
    let mut out = Vec::new();
    for (line, (stock, cause, title)) in layout.ledger.iter().enumerate() {
        for y in 0..years {
            let mut row = gather(blocks, |b| &b.ledger, line * years + y);
            // Payers and purposes without money leave no line.
            if stock.starts_with("money:") && row.iter().all(|v| *v == 0.0) {
                continue;
            }
            let mean = row.iter().map(|v| f64::from(*v)).sum::<f64>() / row.len() as f64;
            let [p10, p90] = percentiles(&mut row, [0.1, 0.9]);
            out.push(LedgerRow {
                stock: stock.clone(),
                cause: cause.clone(),
                title: title.clone(),
                year: layout.years[y + 1],
                mean,
                p10,
                p90,
            });
        }
    }
    out
}

fn binding(scenario: &Scenario, layout: &Layout, blocks: &[BlockResult]) -> Vec<BindingRow> {
    let years = layout.simulated();
    let mut out = Vec::new();
    for (o, occupation) in scenario.base.occupations.iter().enumerate() {
        if !occupation.has_posts {
            continue;
        }
        for y in 0..years {
            let (mut bind, mut n, mut open, mut pool) = (0u32, 0u32, 0.0, 0.0);
            for block in blocks {
                let at = (o * years + y) * block.lanes;
                for [posts, looking] in &block.hiring[at..at + block.lanes] {
                    n += 1;
                    bind += u32::from(posts < looking);
                    open += f64::from(*posts);
                    pool += f64::from(*looking);
                }
            }
            out.push(BindingRow {
                occupation: occupation.plural.clone(),
                year: layout.years[y + 1],
                posts_bind: f64::from(bind) / f64::from(n),
                open_posts: open / f64::from(n),
                pool: pool / f64::from(n),
            });
        }
    }
    out
}
