//! The answer to each target: how many futures meet it, by how much the others miss it, and where.

use super::beyond::Beyond;
use super::{Lived, errors, gather, observed, publish};
use crate::base::{
    Assumption, Base, Bound, Distribution, Form, Grade, Published, Target, missed_by,
};
use crate::chance::even::SAMPLES;
use crate::engine::block::BlockResult;
use crate::engine::layout::{Layout, Test, Variants, own_factor};
use crate::engine::prototype::Prototype;
use crate::indicator::reach::reaches;
use crate::indicator::row::Figure;
use crate::indicator::{Indicator, Reading, official};
use crate::policy::{Decision, KINDS, Kind};
use crate::results::summary::{all_finite, percentiles, probability};
use crate::results::{
    Doubt, Driver, Exceedance, JointAnswer, OwnCount, Probability, ProvinceCount,
    ProvinceProbability, ScopeKind, Standing, TargetAnswer, VariantAnswer, official_twin,
};
use crate::said::Told;
use crate::units::Year;
use crate::words;
use rayon::prelude::*;

/// Whether a bit is set, future by future.
fn set<'a>(
    blocks: &'a [BlockResult],
    bits: impl Fn(&BlockResult) -> u16 + 'a,
) -> impl Iterator<Item = bool> + 'a {
    blocks.iter().flat_map(move |b| {
        let bits = bits(b);
        (0..b.lanes).map(move |lane| bits >> lane & 1 == 1)
    })
}

pub(super) fn met<'a>(
    blocks: &'a [BlockResult],
    layout: &Layout,
    test: usize,
    year: usize,
) -> impl Iterator<Item = bool> + use<'a> {
    let at = test * layout.simulated() + year;
    set(blocks, move |b| b.met[at])
}

/// Futures in which a target is seen to hold: those of `met`, but for a province's figure as it is
/// published.
pub(super) fn seen<'a>(
    blocks: &'a [BlockResult],
    layout: &Layout,
    test: usize,
    year: usize,
) -> impl Iterator<Item = bool> + use<'a> {
    let at = test * layout.simulated() + year;
    set(blocks, move |b| b.seen[at])
}

/// Names and weights of the variants a target is told in, with the grade of the weights.
fn ways<'a>(prototype: &'a Prototype, told: &Variants) -> (&'a Assumption, &'a [(String, f64)]) {
    let assumption = &prototype.scenario().base.assumptions.all[told.drawn];
    match &assumption.distribution {
        Distribution::Choice(ways) => (assumption, ways),
        _ => (assumption, &[]),
    }
}

/// How often something held: futures, the sum over them of the part that held (0 or 1; where variants
/// are mixed, between), and of its squares.
pub type Count = [f64; 3];

/// Both counts together.
pub fn together(a: Count, b: Count) -> Count {
    [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
}

fn count(hits: impl Iterator<Item = bool>) -> Count {
    let (mut yes, mut of) = (0_u32, 0_u32);
    for hit in hits {
        of += 1;
        yes += u32::from(hit);
    }
    [f64::from(of), f64::from(yes), f64::from(yes)]
}

/// The share that a count of whole hits is.
fn chance([of, hits, _]: Count) -> Probability {
    probability(hits as u32, of as u32)
}

/// Variants that a target is judged on, each by its weight; none where one is drawn or there is none.
fn mixed_ways<'a>(prototype: &'a Prototype, test: &Test) -> &'a [(String, f64)] {
    let told = test.variants.as_ref().filter(|told| told.mixed);
    let told = told.filter(|_| prototype.scenario().uncertainty.parameters());
    told.map_or(&[][..], |told| ways(prototype, told).1)
}

/// How often a target holds at a year-end. Where variants are mixed, each counts by its weight in every
/// future, which is surer than the variant drawn in it.
fn count_of(
    prototype: &Prototype,
    layout: &Layout,
    blocks: &[BlockResult],
    (k, test): (usize, &Test),
    year: usize,
) -> Count {
    match mixed_ways(prototype, test).is_empty() {
        true => count(seen(blocks, layout, k, year)),
        false => count_in(prototype, layout, blocks, (k, test), year, |_| true),
    }
}

/// The same in some of the replicates.
fn count_in(
    prototype: &Prototype,
    layout: &Layout,
    blocks: &[BlockResult],
    (k, test): (usize, &Test),
    year: usize,
    counts: impl Fn(u32) -> bool,
) -> Count {
    let ways = mixed_ways(prototype, test);
    let at = k * layout.simulated() + year;
    let (mut of, mut sum, mut squares) = (0_u32, 0.0, 0.0);
    for b in blocks {
        for lane in (0..b.lanes).filter(|lane| counts(b.first + *lane as u32)) {
            if ways.is_empty() {
                let part = f64::from(b.seen[at] >> lane & 1);
                (of, sum, squares) = (of + 1, sum + part, squares + part);
                continue;
            }
            let held = ways.iter().zip(b.seen_in[at]);
            let held = held.filter(|(_, bits)| bits >> lane & 1 == 1);
            let part: f64 = held.map(|((_, weight), _)| weight).sum();
            of += 1;
            sum += part;
            squares += part * part;
        }
    }
    [f64::from(of), sum, squares]
}

/// The same as a chance.
fn chance_of(
    prototype: &Prototype,
    layout: &Layout,
    lived: &Lived<'_>,
    (k, test): (usize, &Test),
    year: usize,
) -> Probability {
    let here = count_of(prototype, layout, lived.whole, (k, test), year);
    let all = lived.with(here, place_of(layout, k, year));
    let plain = match mixed_ways(prototype, test).is_empty() {
        true => chance(all),
        false => mixed(all),
    };
    let scenario = prototype.scenario();
    // Futures that were chosen among others stand in no sample any more.
    if scenario.even().is_none() || scenario.agreed.is_some() || here[0] < 1.0 {
        return plain;
    }
    let share = |sample: usize| {
        let own = |replicate: u32| replicate as usize % SAMPLES == sample;
        let [of, sum, _] = count_in(prototype, layout, lived.whole, (k, test), year, own);
        sum / of
    };
    laid_out(plain, here[0] / all[0], std::array::from_fn(share))
}

/// A chance with the 95 % interval that its independent samples tell: the assumptions in each are laid out
/// more evenly than by chance, so that hits alone tell too wide a one. `told` is the part of the futures
/// that the samples hold; over all of them the error falls at least as it does by chance.
fn laid_out(plain: Probability, told: f64, samples: [f64; SAMPLES]) -> Probability {
    /// 97.5th percentile of Student's law with 15 degrees of freedom.
    const T: f64 = 2.131_449_5;
    let many = SAMPLES as f64;
    let mean = samples.iter().sum::<f64>() / many;
    let squares: f64 = samples.iter().map(|s| (s - mean) * (s - mean)).sum();
    let half = T * (squares / (many - 1.0) / many * told).sqrt();
    // All alike says nothing of their spread, and fewer futures than samples say nothing at all.
    match half > 0.0 {
        true => Probability {
            low: (plain.value - half).max(0.0),
            high: (plain.value + half).min(1.0),
            ..plain
        },
        false => plain,
    }
}

/// A mean of parts between 0 and 1, with its 95 % interval.
fn mixed([of, sum, squares]: Count) -> Probability {
    let of = of as u32;
    let n = f64::from(of.max(1));
    let value = (sum / n).clamp(0.0, 1.0);
    let sd = (squares / n - value * value).max(0.0).sqrt();
    if sd < 1e-9 {
        // All alike: what a sample of all or none leaves open.
        return Probability {
            value,
            ..probability((value * n).round() as u32, of)
        };
    }
    let half = 1.96 * sd / n.sqrt();
    // Hits only where some future has none or all.
    let hits = (value * n).round().clamp(1.0, (n - 1.0).max(1.0));
    Probability {
        hits: hits as u32,
        of,
        value,
        low: (value - half).max(0.0),
        high: (value + half).min(1.0),
    }
}

/// The chance in each variant that can be, from all futures.
fn in_variants(
    prototype: &Prototype,
    layout: &Layout,
    lived: &Lived<'_>,
    (k, test): (usize, &Test),
    year: usize,
) -> Vec<VariantAnswer> {
    let Some(told) = &test.variants else {
        return Vec::new();
    };
    told_in_ways(prototype, told, |v| {
        let here = way_count(layout, lived.whole, k, year, v);
        chance(lived.with(here, place_of(layout, k, year) + 1 + v))
    })
}

/// The ways a target is told in that can be, each with its chance.
pub fn told_in_ways(
    prototype: &Prototype,
    told: &Variants,
    chance: impl Fn(usize) -> Probability,
) -> Vec<VariantAnswer> {
    let (assumption, ways) = ways(prototype, told);
    let each = ways.iter().enumerate();
    let each = each.filter(|(_, (_, weight))| *weight > 0.0);
    each.map(|(v, (name, weight))| VariantAnswer {
        assumption: assumption.id.clone(),
        name: name.clone(),
        // Weights that are only assumed serve to name drivers.
        weight: (told.mixed && assumption.grade != Grade::E).then_some(*weight),
        probability: chance(v),
    })
    .collect()
}

/// How often a target held in some futures, in all and in each variant; counts of others are added.
#[derive(Clone, Debug)]
pub struct Tallied {
    /// The target, by position.
    pub target: usize,
    all: Count,
    ways: [Count; WAYS],
}

impl Tallied {
    /// The same with what held in other futures.
    pub fn and(&mut self, other: &Tallied) {
        self.all = together(self.all, other.all);
        for (own, other) in self.ways.iter_mut().zip(other.ways) {
            *own = together(*own, other);
        }
    }

    /// The chance.
    pub fn chance(&self, prototype: &Prototype, layout: &Layout) -> Probability {
        let test = test_of(layout, self.target);
        let is_mixed = test.is_some_and(|(_, test)| !mixed_ways(prototype, test).is_empty());
        match is_mixed {
            true => mixed(self.all),
            false => chance(self.all),
        }
    }

    /// The chance in each variant.
    pub fn variants(&self, prototype: &Prototype, layout: &Layout) -> Vec<VariantAnswer> {
        let told = test_of(layout, self.target).and_then(|(_, test)| test.variants.as_ref());
        told.map_or(Vec::new(), |told| {
            told_in_ways(prototype, told, |v| chance(self.ways[v]))
        })
    }
}

/// How often these targets held in the futures of some blocks; those without an answer are left out.
pub fn tallied(
    prototype: &Prototype,
    layout: &Layout,
    blocks: &[BlockResult],
    targets: &[usize],
) -> Vec<Tallied> {
    let asked = layout.tests.iter().enumerate();
    let asked = asked.filter(|(_, test)| targets.contains(&test.target));
    asked
        .filter_map(|(k, test)| {
            let year = test.year?;
            Some(Tallied {
                target: test.target,
                all: count_of(prototype, layout, blocks, (k, test), year),
                ways: std::array::from_fn(|v| way_count(layout, blocks, k, year, v)),
            })
        })
        .collect()
}

/// The assumption that matters most for each of these targets, where one can be told from some futures, with
/// the ends of the chance across it; and the assumed effects of policies on it.
pub fn doubts(
    prototype: &Prototype,
    layout: &Layout,
    blocks: &[BlockResult],
    targets: &[usize],
) -> Vec<Doubt> {
    let beyond = Beyond::default();
    let lived = Lived {
        kept: blocks,
        cells: None,
        beyond: &beyond,
        whole: blocks,
    };
    let drivers = super::drivers::drivers(prototype, layout, &lived);
    let of = |target: &usize| {
        let id = &prototype.targets[*target].id;
        let strongest = drivers.iter().find(|d| d.target == *id && d.named);
        let test = test_of(layout, *target);
        Doubt {
            ways: Vec::new(),
            driver: strongest.map(|d| {
                let (a, b) = (d.low.value, d.high.value);
                (d.assumption.clone(), (a.min(b), a.max(b)))
            }),
            driver_asked: super::drivers::drawn(prototype),
            assumed_effects: test.map_or(Vec::new(), |(_, test)| {
                assumed_effects(prototype, test.indicator)
            }),
        }
    };
    targets.iter().map(of).collect()
}

/// How often a target holds in one variant.
fn way_count(layout: &Layout, blocks: &[BlockResult], k: usize, year: usize, way: usize) -> Count {
    let at = k * layout.simulated() + year;
    count(set(blocks, move |b| b.seen_in[at][way]))
}

pub(super) fn share(hits: impl Iterator<Item = bool>) -> Probability {
    chance(count(hits))
}

/// Variants at most.
pub const WAYS: usize = 3;

/// Where the count of a target at a year-end stands among [`counts`]; those of its variants follow.
fn place_of(layout: &Layout, k: usize, year: usize) -> usize {
    (k * layout.simulated() + year) * (1 + WAYS)
}

/// Where the count of a province stands: what is asked of provinces follows the targets.
fn place_of_province(layout: &Layout, asked: usize) -> usize {
    place_of(layout, layout.tests.len(), 0) + asked
}

/// Everything that is counted in some futures: each target at each year-end and its variants, what is
/// asked of provinces, and what holds at once.
pub fn counts(prototype: &Prototype, layout: &Layout, blocks: &[BlockResult]) -> Vec<Count> {
    let mut all = Vec::new();
    for (k, test) in layout.tests.iter().enumerate() {
        for year in 0..layout.simulated() {
            all.push(count_of(prototype, layout, blocks, (k, test), year));
            all.extend((0..WAYS).map(|way| way_count(layout, blocks, k, year, way)));
        }
    }
    let asked = asked_of_provinces(prototype, layout);
    all.extend(
        asked
            .iter()
            .map(|place| province_count(prototype, layout, blocks, *place)),
    );
    let sets = sets(prototype, layout);
    all.extend(sets.iter().map(|(_, tests)| at_once(layout, blocks, tests)));
    all
}

pub(super) fn test_of(layout: &Layout, target: usize) -> Option<(usize, &Test)> {
    layout
        .tests
        .iter()
        .enumerate()
        .find(|(_, test)| test.target == target)
}

/// Whether a target is a headline: the question asks it, and it falls due within the horizon.
pub fn is_headline(prototype: &Prototype, layout: &Layout, target: usize) -> bool {
    prototype.asked[target].is_some()
        && test_of(layout, target).is_some_and(|(_, test)| test.year.is_some())
}

/// Whether a headline target is one that published figures cannot answer: it is told with the others,
/// and with why.
fn is_unanswerable(prototype: &Prototype, layout: &Layout, target: usize) -> bool {
    let t = &prototype.targets[target];
    let mut all = prototype.indicators.iter();
    let open = all.any(|i| i.info.id == t.indicator && i.info.not_answerable.is_some());
    open && prototype.asked[target].is_some() && layout.years[1..].contains(&t.year)
}

/// Whether a target that is asked was due at the base year or before: it is told what came.
fn is_past(prototype: &Prototype, layout: &Layout, target: usize) -> bool {
    prototype.asked[target].is_some() && prototype.targets[target].year <= layout.years[0]
}

/// The probability of every headline target, by id; of every target, where none is a headline.
pub fn headlines(
    prototype: &Prototype,
    layout: &Layout,
    lived: &Lived<'_>,
) -> Vec<(String, Probability)> {
    let id = |t: usize| prototype.targets[t].id.clone();
    let asked = headline_targets(prototype, layout);
    let mut all = chances(layout, lived.whole, &asked);
    if lived.beyond.futures() > 0 {
        for (target, chance) in &mut all {
            let (k, test) = test_of(layout, *target).expect("it was answered");
            let year = test.year.expect("it was answered");
            *chance = chance_of(prototype, layout, lived, (k, test), year);
        }
    }
    all.into_iter()
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
        .map(|(k, t, year)| (t, share(seen(blocks, layout, k, year))))
        .collect()
}

/// Every target before it is answered, in the order of the answers: those asked, the scenario's own in
/// the order it writes them; then the nation's. Of the base's, what is built from stocks comes before what
/// is only followed, since a plan's ratios lead.
pub(super) fn outlines(prototype: &Prototype, layout: &Layout) -> Vec<(usize, TargetAnswer)> {
    let behind = |id: &str| {
        let found = prototype.indicators.iter().find(|i| i.info.id == id);
        found.is_some_and(Indicator::is_followed)
    };
    let all = 0..prototype.targets.len();
    let mut all: Vec<(usize, TargetAnswer)> =
        all.map(|t| (t, outline(prototype, layout, t))).collect();
    all.sort_by_key(|(at, t)| {
        let asked = prototype.asked[*at].filter(|_| t.headline);
        let own = asked.filter(|(_, why)| *why == Standing::Own);
        let rank = own.map_or(usize::MAX, |(place, _)| place);
        let last = own.is_none() && behind(&t.indicator);
        let why = asked.map(|(_, why)| why);
        (why.is_none(), why, rank, t.scope != "nation", last)
    });
    all
}

fn outline(prototype: &Prototype, layout: &Layout, target: usize) -> TargetAnswer {
    let t = &prototype.targets[target];
    TargetAnswer {
        id: t.id.clone(),
        // What it is judged on, so that every picture and table beside it shows the same.
        indicator: prototype
            .position(&t.indicator)
            .and_then(|i| prototype.indicators[i].judged_on.clone())
            .unwrap_or_else(|| t.indicator.clone()),
        scope: t.scope.clone(),
        year: t.year,
        threshold: t.threshold,
        direction: t.direction,
        form: t.form,
        document: crate::words::data::told(&t.document),
        status: t.status,
        borders: t.borders,
        source_id: t.source_id.clone(),
        headline: is_headline(prototype, layout, target)
            || is_unanswerable(prototype, layout, target)
            || is_past(prototype, layout, target),
        standing: prototype.asked[target].map(|(_, why)| why),
        probability: None,
        by_year: Vec::new(),
        year_first_met: [None; 3],
        expected_shortfall: None,
        median_gap: None,
        median_short: None,
        extra_a_year: None,
        multiple_of_flow: None,
        driver_range: None,
        driver: None,
        driver_swing: None,
        driver_asked: false,
        assumed_effects: Vec::new(),
        too_late: Vec::new(),
        variants: Vec::new(),
        own_count: own_count(prototype, t),
    }
}

/// The count of its own that a target's province publishes, where the target is judged on it.
fn own_count(prototype: &Prototype, target: &Target) -> Option<OwnCount> {
    let indicator = prototype.position(&target.indicator)?;
    let (published, factor) = prototype.own_count(indicator, &target.scope)?;
    Some(beside_raked(published, factor))
}

fn beside_raked(published: &Published, factor: f64) -> OwnCount {
    OwnCount {
        published: published.per_10k,
        raked: published.per_10k / factor,
        source_id: published.source_id.clone(),
        grade: published.grade,
    }
}

/// Counts that provinces publish of themselves, in the order of the base.
pub(super) fn own_counts(base: &Base) -> Vec<ProvinceCount> {
    let places = base.provinces.iter().enumerate();
    let each = places.flat_map(|(p, province)| {
        let of = move |published: &Published| {
            let (_, factor) = base.own_count(p, &published.what)?;
            Some(ProvinceCount {
                province: province.code.clone(),
                what: published.what.clone(),
                count: beside_raked(published, factor),
            })
        };
        province.published.iter().filter_map(of)
    });
    each.collect()
}

pub(super) fn answer(
    prototype: &Prototype,
    layout: &Layout,
    lived: &Lived<'_>,
    (target, mut out): (usize, TargetAnswer),
    drivers: &[Driver],
) -> TargetAnswer {
    let t = &prototype.targets[target];
    let blocks = lived.kept;
    let Some((k, test)) = test_of(layout, target) else {
        return out;
    };
    let years = layout.simulated();
    out.by_year = (0..years)
        .map(|y| chance_of(prototype, layout, lived, (k, test), y))
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
    out.variants = in_variants(prototype, layout, lived, (k, test), year);
    let row = |j: usize| -> Vec<f32> {
        blocks
            .iter()
            .flat_map(|b| (0..b.lanes).map(move |lane| b.gaps[k * b.lanes + lane][j]))
            .collect()
    };
    let short = row(0);
    out.expected_shortfall =
        Some(short.iter().map(|v| f64::from(*v)).sum::<f64>() / short.len() as f64);
    let [middle] = percentiles(&short, [0.5]);
    out.median_short = Some(middle).filter(|v| v.is_finite());
    let counts_heads = prototype.indicators[test.indicator].counts_things();
    if counts_heads {
        let [gap] = percentiles(&row(1), [0.5]);
        let [flow] = percentiles(&row(2), [0.5]);
        let years = f64::from(t.year.since(layout.years[0])) - 1.0 + t.form.part_of_year();
        let extra = gap / years;
        out.median_gap = Some(gap.round());
        out.extra_a_year = Some(extra);
        if flow > 0.0 {
            out.multiple_of_flow = Some((flow + extra) / flow);
        }
    }
    if out.headline {
        out.driver_asked = super::drivers::drawn(prototype);
        // The first driver of a target is the strongest; it is one only where it stands.
        let of_it = |d: &&Driver| d.target == out.id && d.named;
        if let Some(strongest) = drivers.iter().find(of_it) {
            let (a, b) = (strongest.low.value, strongest.high.value);
            out.driver_range = Some((a.min(b), a.max(b)));
            out.driver = Some(strongest.assumption.clone());
            let [low, high] = strongest.swing_range();
            out.driver_swing = Some([strongest.swing(), low, high]);
        }
        out.assumed_effects = assumed_effects(prototype, test.indicator);
    }
    out.too_late = Told::of_each(|| too_late(prototype, layout, test, t.year));
    out
}

/// Assumptions of grade E by which policies that exist for an indicator act on it.
fn assumed_effects(prototype: &Prototype, indicator: usize) -> Vec<String> {
    let scenario = prototype.scenario();
    let (base, gate) = (&scenario.base, scenario.staffing_gate);
    let indicator = &prototype.indicators[indicator];
    let plain = indicator.info.plain();
    let serving = scenario.policies.iter().map(|plan| &plan.decision);
    let serving = serving.filter(|decision| decision.serves(base).iter().any(|id| id == plain));
    let kind = |decision: &'_ Decision| KINDS.iter().find(|kind| kind.name == decision.name());
    let serving: Vec<(&Decision, &Kind)> = serving
        .filter_map(|decision| Some((decision, kind(decision)?)))
        .collect();
    let by = |id: &str| {
        serving
            .iter()
            .any(|(decision, kind)| kind.asks(id) && decision.is_by(id))
    };
    let assumed = base.assumptions.all.iter().filter(|a| a.grade == Grade::E);
    let asked = assumed.filter(|a| by(&a.id));
    let acting = asked.filter(|a| reaches(&a.id, indicator, base, gate));
    acting.map(|a| a.id.clone()).collect()
}

fn too_late(prototype: &Prototype, layout: &Layout, test: &Test, target: Year) -> Vec<String> {
    let base = &prototype.scenario().base;
    let indicator = &prototype.indicators[test.indicator];
    let mut out = Vec::new();
    let occupation = &base.occupations[indicator.occupation];
    if indicator.figure == Figure::Heads {
        out.extend(words::targets::students_too_late(
            &occupation.plural,
            layout.years[1],
            occupation.study_years,
            target,
        ));
        for plan in &prototype.scenario().policies {
            if plan.decision.admits(base, indicator.occupation) {
                out.extend(words::targets::classes_too_late(
                    &plan.decision.summary(),
                    &occupation.plural,
                    plan.from,
                    occupation.study_years,
                    target,
                ));
            }
        }
    }
    if indicator.figure == Figure::Beds
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

/// An indicator in a scope over all futures, at the end of a year or of the month of it that a form names, a
/// province's as it is published.
fn shown(
    prototype: &Prototype,
    layout: &Layout,
    blocks: &[BlockResult],
    (indicator, scope, year): (usize, usize, usize),
    form: Form,
) -> Vec<f32> {
    let series = layout.first_series[indicator] + scope;
    let at = |year| gather(blocks, |b| &b.samples, layout.cell(series, year));
    let mut values = at(year);
    if form.month.is_some() {
        let part = form.part_of_year() as f32;
        for (now, before) in values.iter_mut().zip(at(year - 1)) {
            *now = before + (*now - before) * part;
        }
    }
    let is_province = layout.scopes[scope].kind == ScopeKind::Province;
    if let Some(sd) = observed(prototype, indicator).filter(|_| is_province) {
        let errors = errors(prototype, layout, blocks, sd, (scope, year..year + 1));
        publish(&mut values, &errors[0]);
    }
    values
}

/// What is asked of provinces: each target of the nation on a ratio that is asked, by test and province;
/// where the question is another place's, each adopted one, since provinces are held against these.
fn asked_of_provinces(prototype: &Prototype, layout: &Layout) -> Vec<(usize, usize)> {
    let base = &prototype.scenario().base;
    let mut asked = Vec::new();
    let national = |test: &Test| test.scope == 0 && test.year.is_some();
    let asked_of_all = |test: &Test| prototype.asked[test.target].is_some();
    let some_lead = layout
        .tests
        .iter()
        .any(|test| national(test) && asked_of_all(test));
    let adopted = |test: &Test| {
        let target = &prototype.targets[test.target];
        target.is_adopted()
    };
    let leads = |test: &Test| {
        national(test)
            && match some_lead {
                true => asked_of_all(test),
                false => adopted(test),
            }
    };
    for (k, test) in layout.tests.iter().enumerate() {
        let indicator = &prototype.indicators[test.indicator];
        if !leads(test) {
            continue;
        }
        // One question for each indicator: that of the latest year.
        let later = |other: &Test| {
            other.indicator == test.indicator && other.year > test.year && leads(other)
        };
        let unknown = indicator.unknown_by_province(base);
        if indicator.info.national_only || unknown || layout.tests.iter().any(later) {
            continue;
        }
        let provinces = (0..base.provinces.len()).filter(|p| match indicator.reading {
            // A province that is only known as part of the nation has no verdict of its own.
            Reading::Followed(i) => base.own_value(i, *p).is_some(),
            _ => true,
        });
        asked.extend(provinces.map(|p| (k, p)));
    }
    asked
}

/// How often a province stands where the nation wants to stand, at the end of the year, or at every year-end
/// from which on it must hold; no number where its figure is none.
fn province_count(
    prototype: &Prototype,
    layout: &Layout,
    blocks: &[BlockResult],
    (k, p): (usize, usize),
) -> Count {
    let test = &layout.tests[k];
    let year = test.year.expect("what is asked lies inside the horizon") + 1;
    let scope = 1 + prototype.scenario().base.regions.len() + p;
    let own = own_factor(prototype, &layout.scopes, (test.indicator, scope));
    let bound = (test.direction, test.threshold, test.form);
    let from = test.form.from.unwrap_or(layout.years[year]);
    let mut held: Vec<bool> = Vec::new();
    for y in (1..=year).filter(|y| *y == year || layout.years[*y] >= from) {
        let at = (test.indicator, scope, y);
        let values = shown(prototype, layout, blocks, at, test.form);
        if !all_finite(&values) {
            return [f64::NAN; 3];
        }
        held.resize(values.len(), true);
        for (held, value) in held.iter_mut().zip(values) {
            *held &= meets(bound, (f64::from(value) * own) as f32);
        }
    }
    count(held.into_iter())
}

/// Whether a sample meets a bound. Samples are single; a bound is made single too, so that what equals it
/// meets it.
pub(super) fn meets((direction, threshold, form): Bound, value: f32) -> bool {
    let single = |v: f64| f64::from(v as f32);
    let form = Form {
        up_to: form.up_to.map(single),
        ..form
    };
    missed_by((direction, single(threshold), form), f64::from(value)).is_none()
}

/// How often each province stands where the nation wants to stand, for every headline target on a ratio.
pub(super) fn province_probability(
    prototype: &Prototype,
    layout: &Layout,
    lived: &Lived<'_>,
) -> Vec<ProvinceProbability> {
    let asked = asked_of_provinces(prototype, layout)
        .into_par_iter()
        .enumerate();
    let each = asked.filter_map(|(i, (k, p))| {
        let here = province_count(prototype, layout, lived.whole, (k, p));
        let all = lived.with(here, place_of_province(layout, i));
        let test = &layout.tests[k];
        all[0].is_finite().then(|| ProvinceProbability {
            province: prototype.scenario().base.provinces[p].code.clone(),
            indicator: prototype.indicators[test.indicator].info.id.clone(),
            year: prototype.targets[test.target].year,
            threshold: test.threshold,
            direction: test.direction,
            form: test.form,
            probability: chance(all),
        })
    });
    each.collect()
}

/// The whole distribution wherever a headline target is due, once for each indicator, place and year.
pub(super) fn exceedance(
    prototype: &Prototype,
    layout: &Layout,
    lived: &Lived<'_>,
) -> Vec<Exceedance> {
    let hundredths: [f64; 101] = std::array::from_fn(|k| k as f64 / 100.0);
    let mut out: Vec<Exceedance> = Vec::new();
    for test in &layout.tests {
        let (true, Some(year)) = (is_headline(prototype, layout, test.target), test.year) else {
            continue;
        };
        let (id, place, due) = (
            &prototype.indicators[test.indicator].info.id,
            &layout.scopes[test.scope].code,
            layout.years[year + 1],
        );
        let known = |e: &Exceedance| (&e.indicator, &e.scope, e.year) == (id, place, due);
        // What is kept of each future are year-ends.
        if out.iter().any(known) || test.form.month.is_some() {
            continue;
        }
        let at = (test.indicator, test.scope, year + 1);
        let values = shown(prototype, layout, lived.whole, at, test.form);
        let at = (test.scope, test.indicator, year + 1);
        if let Some(quantiles) = lived.percentiles(prototype, layout, &values, at, hundredths) {
            let quantiles = quantiles.map(|value| value * test.own);
            out.push(Exceedance {
                indicator: id.clone(),
                scope: place.clone(),
                year: due,
                quantiles: quantiles.to_vec(),
            });
        }
    }
    out
}

/// Named sets of targets that must all hold, as tests: the headline targets of one document and year.
fn sets(prototype: &Prototype, layout: &Layout) -> Vec<(Told, Vec<usize>)> {
    let mut sets: Vec<(Told, Vec<usize>)> = Vec::new();
    let outlines = outlines(prototype, layout);
    // Of a target on beds that is answered for both counts, the one that will be reported.
    let twin = |a: &TargetAnswer| outlines.iter().any(|(_, b)| b.id == official_twin(&a.id));
    for (target, answer) in outlines.iter().filter(|(_, a)| a.headline && !twin(a)) {
        // What was due before the run is told and not lived.
        let Some((k, _)) = test_of(layout, *target).filter(|(_, test)| test.year.is_some()) else {
            continue;
        };
        let indicator = &prototype.indicators[layout.tests[k].indicator];
        // The goals of one document hang together, whenever each is due; the nation's of a year do.
        let why = prototype.asked[*target].map(|(_, why)| why);
        let name = Told::of(|| {
            if why != Some(Standing::Nation) {
                words::targets::goals_together(&answer.document)
            } else if indicator.is_followed() {
                words::targets::followed_together(&answer.document, answer.year)
            } else {
                words::targets::of_a_year_together(&answer.document, answer.year)
            }
        });
        match sets.iter_mut().find(|(n, _)| *n == name) {
            Some((_, tests)) => tests.push(k),
            None => sets.push((name, vec![k])),
        }
    }
    sets.retain(|(_, tests)| tests.len() > 1);
    sets
}

/// How often all of some tests hold in their years.
fn at_once(layout: &Layout, blocks: &[BlockResult], tests: &[usize]) -> Count {
    let years = layout.simulated();
    count(blocks.iter().flat_map(|b| {
        (0..b.lanes).map(move |lane| {
            tests.iter().all(|k| {
                let year = layout.tests[*k]
                    .year
                    .expect("headline targets lie inside the horizon");
                b.met[k * years + year] >> lane & 1 == 1
            })
        })
    }))
}

/// The chance that all targets of a set hold.
pub(super) fn joint(
    prototype: &Prototype,
    layout: &Layout,
    lived: &Lived<'_>,
    answers: &[TargetAnswer],
) -> Vec<JointAnswer> {
    let sets = sets(prototype, layout);
    let before = place_of_province(layout, asked_of_provinces(prototype, layout).len());
    let each = sets.into_iter().enumerate().map(|(i, (name, tests))| {
        let all = lived.with(at_once(layout, lived.whole, &tests), before + i);
        let reading = |k: &usize| &prototype.indicators[layout.tests[*k].indicator];
        let official = tests
            .iter()
            .any(|k| official::drawn_by(reading(k)).is_some());
        let id = |k: &usize| prototype.targets[layout.tests[*k].target].id.clone();
        let bounds = official.then(|| {
            let own = tests.iter().map(|k| {
                let answer = answers.iter().find(|a| a.id == id(k));
                answer
                    .and_then(|a| a.probability.as_ref())
                    .map_or(0.0, |p| p.value)
            });
            let missed: f64 = own.clone().map(|p| 1.0 - p).sum();
            [(1.0 - missed).max(0.0), own.fold(1.0, f64::min)]
        });
        JointAnswer {
            name,
            probability: chance(all),
            bounds,
            targets: tests.iter().map(id).collect(),
        }
    });
    each.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spread_of_sixteen_samples_tells_the_error() {
        let plain = probability(500, 1_000);
        let samples = std::array::from_fn(|k| if k % 2 == 0 { 0.4 } else { 0.6 });
        let found = laid_out(plain, 1.0, samples);
        // By hand: deviations of 0.1, over 15 and 16: a standard error of 0.02582, times 2.13145.
        assert!((found.low - 0.44497).abs() < 1e-5 && (found.high - 0.55503).abs() < 1e-5);
        assert_eq!((found.value, found.hits), (plain.value, plain.hits));
        // A fourth of the futures told it: over all of them it is half.
        let all = laid_out(plain, 0.25, samples);
        assert!((all.high - all.low - (found.high - found.low) / 2.0).abs() < 1e-12);
        // All alike, or no samples: what hits tell.
        assert_eq!(laid_out(plain, 1.0, [0.5; SAMPLES]), plain);
        assert_eq!(laid_out(plain, 1.0, [f64::NAN; SAMPLES]), plain);
    }
}
