//! One block of futures lived side by side in one world.

use super::checkpoint::plain;
use super::facilities::Trace;
use super::layout::{Layout, Test};
use super::prototype::Prototype;
use crate::base::Direction;
use crate::chance::Chance;
use crate::chance::assumed::Assumed;
use crate::dynamics::official::{observation, published};
use crate::indicator::{Fraction, Read, View, fraction, read};
use crate::lanes::native::level;
use crate::lanes::native::{narrow, read_two, starts};
use crate::lanes::{Lanes, Mask, WIDTH, total};
use crate::units::Year;
use crate::world::country::{Clock, Index};
use crate::world::decisions::Decisions;
use crate::world::ledger::{BedCause, Laws, Ledger, PeopleCause, Violation};
use crate::world::money::{ByPayer, Costs, FATES, PURPOSES};
use crate::world::staff::Entrants;
use crate::year::Model;
use enum_map::{Enum, EnumMap, enum_len};
use fearless_simd::dispatch;
use fearless_simd::prelude::*;
use serde::{Deserialize, Serialize};
use std::slice::from_ref;

/// What one block of futures leaves behind. Samples are `f32`, lane by lane within a cell; targets
/// are tested on the unrounded numbers.
#[derive(Serialize, Deserialize)]
pub struct BlockResult {
    /// First replicate.
    pub first: u32,
    /// Futures lived.
    pub lanes: usize,
    /// `[cell][lane]`.
    #[serde(with = "plain")]
    pub samples: Vec<f32>,
    /// `[ledger line][simulated year][lane]`, national.
    #[serde(with = "plain")]
    pub ledger: Vec<f32>,
    /// `[payer x purpose][simulated year][lane]`, constant prices.
    #[serde(with = "plain")]
    pub costs: Vec<f32>,
    /// `[test][simulated year]`: futures in which the target holds, a bit for each lane.
    #[serde(with = "plain")]
    pub met: Vec<u16>,
    /// `[test][simulated year]`: likewise, judged on what is published: where the target is on a figure
    /// of a province that is published with an error.
    #[serde(with = "plain")]
    pub seen: Vec<u16>,
    /// `[test][simulated year]`: likewise, in each variant the target is told in.
    #[serde(with = "plain")]
    pub seen_in: Vec<[u16; 3]>,
    /// `[test][lane]`: shortfall, gap in heads or beds, yearly net flow so far, at the target's year.
    #[serde(with = "plain")]
    pub gaps: Vec<[f32; 3]>,
    /// `[occupation][simulated year][lane]`: open posts and people looking.
    #[serde(with = "plain")]
    pub hiring: Vec<[f32; 2]>,
    /// `[payer][purpose][simulated year][lane]` in the province the question is about, constant
    /// prices; empty where it is about none.
    #[serde(with = "plain")]
    pub costs_here: Vec<f32>,
    /// `[policy][simulated year][lane]`: what it costs, by payer, constant prices.
    #[serde(with = "plain")]
    pub policy_costs: Vec<[f32; 4]>,
    /// `[policy][fate][simulated year][lane]`: what becomes of its money, by payer.
    #[serde(with = "plain")]
    pub fates: Vec<[f32; 4]>,
    /// `[policy][simulated year]`: futures in which it acts, and in which its product is there, a
    /// bit for each lane.
    #[serde(with = "plain")]
    pub at_work: Vec<[u16; 2]>,
    /// `[policy][lane]`: money promised and spent up to the last year, constant prices; NaN where a
    /// policy promises no amount.
    #[serde(with = "plain")]
    pub promised: Vec<[f32; 2]>,
    /// `[assumption][lane]`.
    #[serde(with = "plain")]
    pub assumed: Vec<f32>,
    /// Which assumptions were read so far.
    pub read: Vec<bool>,
    /// Comparisons of laws made.
    pub checks: u64,
    /// Hospitals year by year, where traced.
    pub trace: Option<Trace>,
}

/// Puts a world at the base year of replicates `first .. first + lanes`, each with its own luck.
pub fn begin(model: &mut Model, prototype: &Prototype, first: u32, lanes: usize) {
    let scenario = prototype.scenario();
    let base_year = scenario.base.year;
    let chance = prototype.luck(first);
    let mut laws = Laws {
        live: lanes,
        replicates: chance.replicates(),
        ..Laws::default()
    };
    laws.counts_whole = chance.counts_whole();
    // Drawn before the world is restored: systems of the base year read it.
    model.world.resource_mut::<Assumed>().draw(&chance);
    model.world.insert_resource(chance);
    model.world.insert_resource(laws);
    model.world.insert_resource(Clock {
        base: base_year,
        year: base_year,
    });
    model.restore();
}

/// Lives one block: replicates `first .. first + lanes`; where `traced`, hospital by hospital.
pub fn live(
    model: &mut Model,
    prototype: &Prototype,
    layout: &Layout,
    first: u32,
    lanes: usize,
    traced: bool,
) -> Result<BlockResult, Violation> {
    let scenario = prototype.scenario();
    let base_year = scenario.base.year;
    begin(model, prototype, first, lanes);

    let years = layout.simulated();
    let mut out = BlockResult {
        first,
        lanes,
        samples: vec![0.0; layout.cells() * lanes],
        ledger: vec![0.0; layout.ledger.len() * years * lanes],
        costs: vec![0.0; 4 * PURPOSES.len() * years * lanes],
        met: vec![0; layout.tests.len() * years],
        seen: vec![0; layout.tests.len() * years],
        seen_in: vec![[0; 3]; layout.tests.len() * years],
        gaps: vec![[0.0; 3]; layout.tests.len() * lanes],
        hiring: vec![[0.0; 2]; layout.occupations * years * lanes],
        costs_here: vec![
            0.0;
            if layout.here.is_some() {
                4 * PURPOSES.len() * years * lanes
            } else {
                0
            }
        ],
        policy_costs: vec![[0.0; 4]; scenario.policies.len() * years * lanes],
        fates: vec![[0.0; 4]; scenario.policies.len() * FATES * years * lanes],
        at_work: vec![[0; 2]; scenario.policies.len() * years],
        promised: vec![[f32::NAN; 2]; scenario.policies.len() * lanes],
        assumed: Vec::new(),
        read: Vec::new(),
        checks: 0,
        trace: None,
    };
    let mut trace = traced.then(|| Trace::new(&model.world, prototype, layout, lanes));
    if let Some(trace) = &mut trace {
        trace.note(model, 0);
    }
    let mut at_base = Vec::new();
    let mut fractions = Vec::new();
    measure(
        model,
        prototype,
        layout,
        0,
        (&mut at_base, &mut fractions),
        &mut out,
    );
    judge(model, layout, 0, &at_base, &at_base);
    let stocks = fractions.iter().map(|f| f.map_or(Lanes::ZERO, |f| f.top));
    let stocks: Vec<Lanes> = stocks.collect();
    let mut reads = Vec::new();
    let months = layout.some_month();
    let mut before = match months {
        // The base year is the one before the first.
        true => Before {
            reads: at_base.clone(),
            fractions: fractions.clone(),
        },
        false => Before::default(),
    };
    for y in 1..=years {
        let year = layout.years[y];
        model.world.insert_resource(Clock {
            base: base_year,
            year,
        });
        model.live_year();
        measure(
            model,
            prototype,
            layout,
            y,
            (&mut reads, &mut fractions),
            &mut out,
        );
        let errors = errors_of_tests(model, layout, y);
        let ratios = (fractions.as_slice(), stocks.as_slice());
        answer(
            layout,
            y,
            base_year,
            (&reads, &before),
            ratios,
            &errors,
            &mut out,
        );
        books(model, layout, y, &mut out);
        // Last: what is set off now acts from the next year on.
        judge(model, layout, y, &at_base, &reads);
        if months {
            std::mem::swap(&mut reads, &mut before.reads);
            before.fractions.clone_from(&fractions);
        }
        if let Some(trace) = &mut trace {
            trace.note(model, y);
        }
    }
    out.trace = trace.map(Trace::close);
    let assumed = model.world.resource::<Assumed>();
    // Read where results are made: the price level and the discount rate of each future.
    assumed.get("cost.inflation");
    if scenario.discount_rate.is_none() {
        assumed.get("cost.discount");
    }
    // What is left of things is reckoned there too.
    for policy in &scenario.policies {
        for thing in policy.decision.lasting(&scenario.base, base_year) {
            assumed.get(thing.what.life());
        }
    }
    for value in assumed.values() {
        out.assumed.extend((0..lanes).map(|l| value.get(l) as f32));
    }
    out.read = assumed.read();
    let laws = model.world.resource_mut::<Laws>();
    out.checks = laws.checks;
    match &laws.violation {
        Some(violation) => Err(violation.clone()),
        None => Ok(out),
    }
}

/// Puts a number into a row of samples, as many lanes as it has room for.
pub(super) fn put(row: &mut [f32], value: Lanes) {
    let values = value.to_array().map(|value| value as f32);
    match <&mut [f32; WIDTH]>::try_from(&mut *row) {
        Ok(all) => *all = values,
        Err(_) => row.copy_from_slice(&values[..row.len()]),
    }
}

/// Puts numbers into rows of samples that lie so far from one another, likewise.
#[inline(never)]
fn put_each(samples: &mut [f32], apart: usize, values: &[Lanes], lanes: usize) {
    if lanes == WIDTH {
        dispatch!(level(), simd => narrow_each(simd, samples, apart, values));
        return;
    }
    for (row, value) in samples.chunks_mut(apart).zip(values) {
        put(&mut row[..lanes], *value);
    }
}

#[inline(always)]
fn narrow_each<S: Simd>(simd: S, samples: &mut [f32], apart: usize, values: &[Lanes]) {
    for k in 0..values.len() {
        let row = &mut samples[k * apart..k * apart + WIDTH];
        for at in starts(simd) {
            let numbers = narrow::<S>(read_two(simd, &values[k], at));
            numbers.store_slice(&mut row[at..at + S::f32s::LEN]);
        }
    }
}

/// Reads every indicator in every scope into `reads`, whose room is used again; and of every target that is
/// a ratio top and bottom at base and in its year.
fn measure(
    model: &mut Model,
    prototype: &Prototype,
    layout: &Layout,
    year: usize,
    (reads, fractions): (&mut Vec<Read>, &mut Vec<Option<Fraction>>),
    out: &mut BlockResult,
) {
    let lanes = out.lanes;
    let entities = model.world.resource::<Index>().entrants.clone();
    let entrants: Vec<Entrants> = entities
        .iter()
        .map(|e| {
            *model
                .world
                .get::<Entrants>(*e)
                .expect("entrants keep their components")
        })
        .collect();
    if year > 0 {
        for (o, pool) in entrants.iter().enumerate() {
            let at = (o * layout.simulated() + year - 1) * lanes;
            for lane in 0..lanes {
                out.hiring[at + lane] =
                    [pool.open_posts.get(lane) as f32, pool.pool.get(lane) as f32];
            }
        }
    }
    let view = View::of(&model.world, entrants);
    let told = prototype.variants.len();
    reads.resize_with(prototype.indicators.len() + told, Read::default);
    let asked = layout.tests.iter().any(|test| test.variants.is_some());
    for (v, indicator) in prototype.variants.iter().enumerate().filter(|_| asked) {
        read(
            &view,
            indicator,
            &[],
            &mut reads[prototype.indicators.len() + v],
        );
    }
    for (i, indicator) in prototype.indicators.iter().enumerate() {
        let (before, rest) = reads.split_at_mut(i);
        let one = &mut rest[0];
        read(&view, indicator, before, one);
        // The base is what stood at a year-end: of what flowed in its year the model knows nothing.
        if year == 0 && indicator.flow {
            one.undefine();
        }
        let mut series = layout.first_series[i];
        for row in [from_ref(&one.nation), &one.regions, &one.provinces] {
            let at = layout.cell(series, year) * lanes;
            let apart = layout.years.len() * lanes;
            if !row.is_empty() {
                put_each(&mut out.samples[at..], apart, row, lanes);
            }
            series += row.len();
        }
    }
    fractions.clear();
    fractions.extend(layout.tests.iter().map(|test| {
        let next = test.form.month.is_some() && test.year == Some(year);
        let due = year == 0 || test.year == Some(year - 1) || next;
        match (due, test.scope) {
            (false, _) => None,
            (true, 0) => reads[test.indicator].fraction,
            (true, scope) => fraction(&view, &prototype.indicators, test.indicator, scope),
        }
    }));
}

/// Sets off policies that wait, in the futures that give cause: they act from the next year on.
fn judge(model: &mut Model, layout: &Layout, year: usize, at_base: &[Read], reads: &[Read]) {
    if layout.conditions.is_empty() {
        return;
    }
    let mut decisions = model.world.resource_mut::<Decisions>();
    for condition in &layout.conditions {
        let value = reads[condition.indicator].at(condition.scope) * condition.own;
        let start = at_base[condition.indicator].at(condition.scope) * condition.own;
        let cause = condition.cause.in_futures(value, start, layout.years[year]);
        decisions.set_off(condition.policy, layout.years[year], cause);
    }
}

/// Whether a target holds at a value.
fn holds(test: &Test, value: Lanes) -> Mask {
    let threshold = Lanes::splat(test.threshold);
    let held = match (test.direction, test.form.strict) {
        (Direction::AtLeast, false) => value.ge(threshold),
        (Direction::AtMost, false) => value.le(threshold),
        (Direction::AtLeast, true) => value.gt(threshold),
        (Direction::AtMost, true) => value.lt(threshold),
    };
    match test.form.up_to {
        Some(up_to) => held & value.le(Lanes::splat(up_to)),
        None => held,
    }
}

/// A bit for each lane.
fn bits(mask: Mask, lanes: usize) -> u16 {
    (0..lanes).fold(0, |bits, lane| bits | u16::from(mask.get(lane)) << lane)
}

/// What a published figure is multiplied by for its error, by test; 1 where none is published.
fn errors_of_tests(model: &Model, layout: &Layout, year: usize) -> Vec<Lanes> {
    let (chance, assumed) = (
        model.world.resource::<Chance>(),
        model.world.resource::<Assumed>(),
    );
    let each = layout.tests.iter().map(|test| match test.observed {
        Some(sd) => {
            let code = &layout.scopes[test.scope].code;
            let sd = assumed.at(sd);
            observation(chance, published(sd.0, code), layout.years[year], sd.1)
        }
        None => Lanes::ONE,
    });
    each.collect()
}

/// What stood at the year-end before, where some target must hold at the end of a month.
#[derive(Default)]
struct Before {
    reads: Vec<Read>,
    fractions: Vec<Option<Fraction>>,
}

/// Between two year-ends on the straight line.
pub(super) fn between(before: Lanes, now: Lanes, part: f64) -> Lanes {
    before + (now - before) * part
}

/// Tests every target at a year-end, or at the end of its month, on the unrounded numbers.
fn answer(
    layout: &Layout,
    year: usize,
    base_year: Year,
    (reads, before): (&[Read], &Before),
    (fractions, stocks): (&[Option<Fraction>], &[Lanes]),
    errors: &[Lanes],
    out: &mut BlockResult,
) {
    let lanes = out.lanes;
    let years = layout.simulated();
    for (t, test) in layout.tests.iter().enumerate() {
        let part = test.form.month.map(|_| test.form.part_of_year());
        let read = |at: usize| {
            let now = reads[at].at(test.scope);
            match part {
                None => now,
                Some(part) => between(before.reads[at].at(test.scope), now, part),
            }
        };
        // As the place itself counts, where it publishes a count of its own.
        let value = read(test.indicator) * test.own;
        let threshold = Lanes::splat(test.threshold);
        let met = holds(test, value);
        let at = t * years + year - 1;
        let seen = |at: usize| bits(holds(test, read(at) * test.own * errors[t]), lanes);
        let met = bits(met, lanes);
        let observed = test.observed.map_or(met, |_| seen(test.indicator));
        let mut held = [met, observed, 0, 0, 0];
        if let Some(told) = test.variants {
            for v in 0..3 {
                held[2 + v] = seen(told.first + v);
            }
        }
        // What must hold from a year on holds now if it has held since.
        if test.form.from.is_some_and(|from| from < layout.years[year]) && year > 1 {
            let before = [out.met[at - 1], out.seen[at - 1]].into_iter();
            let before = before.chain(out.seen_in[at - 1]);
            held.iter_mut()
                .zip(before)
                .for_each(|(now, before)| *now &= before);
        }
        let [met, seen, ways @ ..] = held;
        (out.met[at], out.seen[at], out.seen_in[at]) = (met, seen, ways);
        if test.year != Some(year - 1) {
            continue;
        }
        let mut short = match test.direction {
            Direction::AtLeast => threshold - value,
            Direction::AtMost => value - threshold,
        };
        if let Some(up_to) = test.form.up_to {
            short = short.max(value - Lanes::splat(up_to));
        }
        let short = short.max(Lanes::ZERO);
        let fraction =
            fractions[t].map(
                |now| match (part, before.fractions.get(t).copied().flatten()) {
                    (Some(part), Some(then)) => Fraction {
                        top: between(then.top, now.top, part),
                        bottom: between(then.bottom, now.bottom, part),
                    },
                    _ => now,
                },
            );
        let (gap, flow) = match fraction {
            Some(fraction) => {
                let top = fraction.top * test.own;
                // Heads (or beds) missing: for a share, those that also enlarge the whole.
                let missing = match test.direction {
                    Direction::AtLeast => fraction.bottom * threshold - top,
                    Direction::AtMost => top - fraction.bottom * threshold,
                };
                let missing = missing.max(Lanes::ZERO);
                let missing = if test.part_of_whole && test.threshold < 1.0 {
                    missing / (1.0 - test.threshold)
                } else {
                    missing
                };
                let elapsed = f64::from(layout.years[year].since(base_year));
                let elapsed = elapsed - 1.0 + test.form.part_of_year();
                (missing, (top - stocks[t] * test.own) / elapsed)
            }
            None => (short, Lanes::ZERO),
        };
        for lane in 0..lanes {
            out.gaps[t * lanes + lane] = [
                short.get(lane) as f32,
                gap.get(lane) as f32,
                flow.get(lane) as f32,
            ];
        }
    }
}

/// Copies the national ledger and the costs of the year.
fn books(model: &Model, layout: &Layout, year: usize, out: &mut BlockResult) {
    let lanes = out.lanes;
    let years = layout.simulated();
    let ledger = model.world.resource::<Ledger>();
    let mut line = 0;
    let mut write = |value: Lanes| {
        let at = (line * years + year - 1) * lanes;
        put(&mut out.ledger[at..at + lanes], value);
        line += 1;
    };
    let mut book = |opening: Lanes, causes: &mut dyn Iterator<Item = Lanes>| {
        let mut closing = opening;
        write(opening);
        for cause in causes {
            closing += cause;
            write(cause);
        }
        write(closing);
    };
    let beds = &ledger.beds;
    book(
        total(&ledger.opening.beds),
        &mut (0..enum_len::<BedCause>())
            .map(BedCause::from_usize)
            .map(|c| beds.iter().map(|page| page[c]).sum()),
    );
    for (o, pages) in ledger.people.iter().enumerate() {
        book(
            total(&ledger.opening.people[o]),
            &mut (0..enum_len::<PeopleCause>())
                .map(PeopleCause::from_usize)
                .map(|c| pages.iter().map(|page| page[c]).sum()),
        );
    }
    for (o, page) in ledger.students.iter().enumerate() {
        book(ledger.opening.students[o], &mut page.values().copied());
    }
    for (o, page) in ledger.entrants.iter().enumerate() {
        book(ledger.opening.entrants[o], &mut page.values().copied());
    }

    let costs = model.world.resource::<Costs>();
    for (page, spent) in ledger.money.values().zip(costs.by.values()) {
        write(page.carried_in.0);
        page.causes.values().for_each(|cause| write(cause.0));
        spent.values().for_each(|amount| write(-amount.0));
        write(page.carried_out.0);
    }
    let pay = |from: &ByPayer, out: &mut [f32]| {
        let amounts = from.values().flat_map(EnumMap::values);
        for (line, amount) in amounts.enumerate() {
            let at = (line * years + year - 1) * lanes;
            put(&mut out[at..at + lanes], amount.0);
        }
    };
    pay(&costs.by, &mut out.costs);
    if layout.here.is_some() {
        pay(&costs.by_here, &mut out.costs_here);
    }
    for (line, row) in costs.fates.iter().flat_map(EnumMap::values).enumerate() {
        let at = (line * years + year - 1) * lanes;
        for lane in 0..lanes {
            out.fates[at + lane] = row.map(|_, amount| amount.0.get(lane) as f32).into_array();
        }
    }
    let decisions = model.world.resource::<Decisions>();
    for (policy, row) in costs.by_policy.iter().enumerate() {
        let at = policy * years + year - 1;
        for lane in 0..lanes {
            out.policy_costs[at * lanes + lane] =
                row.map(|_, amount| amount.0.get(lane) as f32).into_array();
        }
        if let Some(money) = decisions.money(policy) {
            for lane in 0..lanes {
                let slot = &mut out.promised[policy * lanes + lane];
                *slot = money.map(|amount| amount.0.get(lane) as f32);
            }
        }
        let acts = decisions.acts(policy, layout.years[year]).gt(Lanes::ZERO);
        // Where only expectations are followed, more likely than not counts as done.
        let done = decisions.done(policy).gt(Lanes::splat(0.5));
        for lane in 0..lanes {
            out.at_work[at][0] |= u16::from(acts.get(lane)) << lane;
            out.at_work[at][1] |= u16::from(done.get(lane)) << lane;
        }
    }
}
