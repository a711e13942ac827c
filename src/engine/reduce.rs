//! Blocks become findings, always in replicate order: indicator by indicator, target by target.
//!
//! Very many futures are reduced as they end, and what is left of them is in [`beyond`]: it gives every
//! chance and every percentile of an indicator. Drivers, gaps, ledger, costs and policies are read off
//! the first of them, which are kept one by one.

pub mod beyond;
mod drivers;
mod first;
mod focus;
mod money;
mod policies;
pub mod public;
mod targets;

use super::block::BlockResult;
use super::futures_of;
use super::layout::Layout;
use super::prototype::Prototype;
use crate::base::{Assumption, Base, Cut, Distribution, Grade, HistoryPoint, RankTie, Target};
use crate::dynamics::official::{observation, published};
use crate::indicator::Indicator;
use crate::lanes::{Lanes, WIDTH};
use crate::results::public::PublicMoney;
use crate::results::summary::{all_finite, percentiles};
use crate::results::{
    Agreement, AssumptionUsed, BindingRow, BottomUp, CostRow, Driver, Exceedance, Findings,
    LedgerRow, NATION, PastMark, PolicyUsed, ProvinceFocus, ProvinceProbability, RunStatistics,
    ScopeKind, Summarised, Summary, TargetAnswer,
};
use crate::said::Told;
use crate::scenario::{Scenario, question};
use crate::units::Unit;
use crate::words::ties;
use beyond::{Beyond, RANK_ERROR};
use money::Prices;
use rayon::prelude::*;
use std::ops::Range;
use targets::{Count, answer, exceedance, joint, outlines, province_probability, share};

pub use first::first;
pub use targets::{
    Tallied, WAYS, chances, doubts, headline_targets, headlines, is_headline, tallied, told_in_ways,
};

/// All futures of a question, in replicate order.
pub struct Lived<'a> {
    /// Those that are kept one by one: all, or the first of very many.
    pub kept: &'a [BlockResult],
    /// The cells that are left of their samples; `None`: all.
    pub cells: Option<&'a [usize]>,
    /// What is left of those that were reduced as they ended; none, where all are kept.
    pub beyond: &'a Beyond,
    /// Those that are not reduced yet, which follow them: whole.
    pub whole: &'a [BlockResult],
}

impl Lived<'_> {
    /// How many they are.
    pub fn count(&self) -> u32 {
        futures_of(self.whole) + self.beyond.futures()
    }

    /// One cell over the futures that are kept.
    fn of_kept(&self, cell: usize) -> Vec<f32> {
        let at = self.cells.map_or(cell, |cells| {
            let at = cells.binary_search(&cell);
            at.expect("what is read off the first futures is among what is kept of them")
        });
        gather(self.kept, |b| &b.samples, at)
    }

    /// A count in the whole blocks with that of the others, by its place among [`targets::counts`].
    fn with(&self, here: Count, place: usize) -> Count {
        self.beyond.counts(place).fold(here, targets::together)
    }

    /// Percentiles of an indicator of a scope and year (`at`), whose values in the whole blocks are
    /// `exact`; `None` where it is not defined in every future.
    fn percentiles<const N: usize>(
        &self,
        prototype: &Prototype,
        layout: &Layout,
        exact: &[f32],
        at: (usize, usize, usize),
        wanted: [f64; N],
    ) -> Option<[f64; N]> {
        if self.count() == 0 || !all_finite(exact) {
            return None;
        }
        if self.beyond.futures() == 0 {
            return Some(percentiles(exact, wanted));
        }
        let row = row(prototype, layout, at);
        let defined = self.beyond.is_defined(row);
        defined.then(|| self.beyond.percentiles(exact, row, wanted))
    }
}

/// Cells of samples that are read off futures kept one by one, ascending: those of targets in their
/// years, and of ranks among provinces.
pub fn cells(prototype: &Prototype, layout: &Layout) -> Vec<usize> {
    let due = layout.tests.iter().filter_map(|test| {
        let series = layout.first_series[test.indicator] + test.scope;
        Some(layout.cell(series, test.year? + 1))
    });
    let products = policies::cells(prototype, layout);
    let due = due.chain(focus::cells(prototype, layout));
    let mut all: Vec<usize> = due.chain(products).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Reduces all futures to findings.
pub fn reduce(
    scenario: &Scenario,
    prototype: &Prototype,
    layout: &Layout,
    lived: &Lived<'_>,
    replicates: Range<u32>,
) -> Findings {
    let base = &scenario.base;
    let blocks = lived.kept;
    // Summaries take the longest: what is told beside them is made by whoever is idle.
    let (summaries, ((drivers, targets), (places, books))) = rayon::join(
        || summaries(prototype, layout, lived),
        || {
            rayon::join(
                || answers(prototype, layout, lived),
                || {
                    rayon::join(
                        || Places::of(prototype, layout, lived),
                        || Books::of(scenario, prototype, layout, lived),
                    )
                },
            )
        },
    );
    let mut read = vec![false; base.assumptions.all.len()];
    for block in lived.whole {
        note_read(&mut read, &block.read);
    }
    for node in lived.beyond.nodes() {
        note_read(&mut read, &node.read);
    }
    let assumptions = assumptions(scenario, &read);
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
    let known = at_base(prototype);
    Findings {
        scenario: scenario.name.clone(),
        title: crate::words::data::told(&scenario.title),
        note: crate::words::data::told(&scenario.note),
        country: crate::words::data::told(&base.name),
        currency: crate::words::data::told(&base.currency),
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
        summarised: (lived.beyond.futures() > 0).then(|| Summarised {
            exact: futures_of(blocks),
            rank_error: RANK_ERROR,
        }),
        marks: marks(scenario),
        agreed: agreed(scenario, &replicates),
        replicates,
        uncertainty: scenario.uncertainty.name().into(),
        sampling: scenario.even().map(|_| scenario.sampling.name().into()),
        staffing_gate: scenario.staffing_gate,
        years: layout.years.clone(),
        scopes: layout.scopes.clone(),
        indicators: prototype
            .indicators
            .iter()
            .map(|i| i.info.clone())
            .collect(),
        summaries,
        province_probability: places.probability,
        exceedance: places.exceedance,
        joint: joint(prototype, layout, lived, &targets),
        targets,
        drivers,
        costs: books.costs,
        focus: books.focus,
        ledger: books.ledger,
        binding: books.binding,
        assumptions,
        assumed_tables: base.assumed_tables.clone(),
        policies: books.policies,
        public: books.public,
        history: base.history.clone(),
        publishers: publishers(base, &known),
        at_base: known,
        bottom_up: bottom_up(base),
        own_counts: targets::own_counts(base),
        figures: scenario.replaced.figures.clone(),
        figures_moved: scenario.replaced.moved.clone(),
        facility_counts: (base.facilities.len() - stations, synthetic, stations),
        statistics: RunStatistics::default(),
    }
}

/// What drives the targets, and the answer to each.
fn answers(
    prototype: &Prototype,
    layout: &Layout,
    lived: &Lived<'_>,
) -> (Vec<Driver>, Vec<TargetAnswer>) {
    let drivers = drivers::drivers(prototype, layout, lived);
    let outlines = outlines(prototype, layout).into_par_iter();
    let answers = outlines.map(|outline| answer(prototype, layout, lived, outline, &drivers));
    let answers = answers.collect();
    (drivers, answers)
}

/// Where the targets of the nation are met, and by how much.
struct Places {
    probability: Vec<ProvinceProbability>,
    exceedance: Vec<Exceedance>,
}

impl Places {
    fn of(prototype: &Prototype, layout: &Layout, lived: &Lived<'_>) -> Places {
        Places {
            probability: province_probability(prototype, layout, lived),
            exceedance: exceedance(prototype, layout, lived),
        }
    }
}

/// What is read off the books.
struct Books {
    costs: Vec<CostRow>,
    focus: Option<ProvinceFocus>,
    ledger: Vec<LedgerRow>,
    binding: Vec<BindingRow>,
    policies: Vec<PolicyUsed>,
    public: Option<PublicMoney>,
}

impl Books {
    fn of(scenario: &Scenario, prototype: &Prototype, layout: &Layout, lived: &Lived<'_>) -> Books {
        let blocks = lived.kept;
        let prices = Prices::of(scenario, layout, blocks);
        let here = layout.here;
        Books {
            costs: money::costs(&prices, layout, blocks, |b| &b.costs),
            focus: here.map(|here| focus::focus(prototype, &prices, layout, lived, here)),
            ledger: ledger(layout, blocks),
            binding: binding(scenario, layout, blocks),
            policies: policies::used(prototype, &prices, layout, lived),
            public: (!scenario.policies.is_empty())
                .then(|| public::of_run(scenario, &prices, layout, blocks)),
        }
    }
}

/// Staff of provinces as counted from below, beside what is used.
fn bottom_up(base: &Base) -> Vec<BottomUp> {
    let mut rows = Vec::new();
    for province in &base.provinces {
        for (o, occupation) in base.occupations.iter().enumerate() {
            if let (Some(counted), Some(used)) = (province.staff_bottom_up[o], province.staff[o]) {
                rows.push(BottomUp {
                    province: province.code.clone(),
                    occupation: occupation.plural.clone(),
                    used: used.central,
                    bottom_up: counted,
                });
            }
        }
    }
    rows
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
    let numbers = all.map(|(a, read)| AssumptionUsed {
        id: a.id.clone(),
        meaning: crate::words::data::told(&a.meaning),
        unit: crate::words::data::told(&a.unit),
        distribution: a.distribution.clone(),
        range: a.range,
        source: a.source.clone(),
        grade: a.grade,
        reason: crate::words::data::told(&a.reason),
        overridden: scenario.gives(&a.id),
        read: *read,
        cut_to: cut_off(a).map(|cut| cut.to.interval()),
        cut_share: cut_off(a).map(|cut| cut.share()),
    });
    let ties = scenario.base.assumptions.ties.iter();
    numbers.chain(ties.map(tie_used)).collect()
}

/// The cut of a law of which something is cut off.
fn cut_off(a: &Assumption) -> Option<Cut> {
    a.cut().filter(|cut| cut.share() > 0.0)
}

/// A tie of the scenario: assumed as a number is.
fn tie_used(tie: &RankTie) -> AssumptionUsed {
    AssumptionUsed {
        id: ties::id(tie),
        meaning: Told::of(|| ties::meaning(tie)),
        unit: ties::UNIT.into(),
        distribution: Distribution::Fixed(tie.rank),
        range: None,
        source: String::new(),
        grade: tie.grade,
        reason: crate::words::data::told(&tie.reason),
        overridden: true,
        read: true,
        cut_to: None,
        cut_share: None,
    }
}

/// One cell over all futures, in replicate order.
fn gather(blocks: &[BlockResult], of: impl Fn(&BlockResult) -> &[f32], cell: usize) -> Vec<f32> {
    gather_rows(blocks, of, cell, 1).swap_remove(0)
}

/// Cells that lie side by side, each over all futures in replicate order: one visit to each block for
/// all of them.
fn gather_rows(
    blocks: &[BlockResult],
    of: impl Fn(&BlockResult) -> &[f32],
    first: usize,
    cells: usize,
) -> Vec<Vec<f32>> {
    let futures = blocks.iter().map(|b| b.lanes).sum();
    let mut rows: Vec<Vec<f32>> = (0..cells).map(|_| vec![0.0; futures]).collect();
    let mut at = 0;
    for block in blocks {
        let side_by_side = &of(block)[first * block.lanes..(first + cells) * block.lanes];
        if block.lanes == WIDTH {
            // Of a known length, so that nobody is called for it.
            let (whole, _) = side_by_side.as_chunks::<WIDTH>();
            for (row, cell) in rows.iter_mut().zip(whole) {
                row[at..at + WIDTH].copy_from_slice(cell);
            }
        } else {
            for (row, cell) in rows.iter_mut().zip(side_by_side.chunks(block.lanes)) {
                row[at..at + block.lanes].copy_from_slice(cell);
            }
        }
        at += block.lanes;
    }
    rows
}

/// Targets of the nation and of the place asked about whose year is the base year or the one before, each
/// once, the later first.
fn marks(scenario: &Scenario) -> Vec<PastMark> {
    let base = &scenario.base;
    let place = question::place(scenario.province.as_deref(), scenario.region.as_deref());
    let near = |t: &&Target| {
        let here = t.scope == NATION || Some(t.scope.as_str()) == place;
        here && t.is_adopted() && (base.year.plus(-1)..=base.year).contains(&t.year)
    };
    let mut all: Vec<PastMark> = Vec::new();
    for mark in base.marks.iter().filter(near) {
        let twin = |known: &PastMark| {
            (&known.indicator, &known.scope, known.year, known.bound)
                == (&mark.indicator, &mark.scope, mark.year, mark.bound())
        };
        if !all.iter().any(twin) {
            all.push(PastMark {
                indicator: mark.indicator.clone(),
                scope: mark.scope.clone(),
                year: mark.year,
                bound: mark.bound(),
                document: crate::words::data::told(&mark.document),
                source_id: mark.source_id.clone(),
            });
        }
    }
    // The place's own before the nation's.
    all.sort_by_key(|mark| (mark.scope == NATION, std::cmp::Reverse(mark.year)));
    all
}

/// What the base holds as published for the end of its year, beside its series.
fn at_base(prototype: &Prototype) -> Vec<HistoryPoint> {
    let base = &prototype.scenario().base;
    let point = |indicator: &str, scope: &str, value: f64, of: (&str, Grade)| HistoryPoint {
        scope: scope.to_owned(),
        indicator: indicator.to_owned(),
        year: base.year,
        value,
        series: String::new(),
        grade: of.1,
        source_id: of.0.to_owned(),
    };
    let nation = base.tracked.iter().filter(|t| t.grade != Grade::E);
    let nation =
        nation.filter_map(|t| Some(point(&t.id, NATION, t.value?, (&t.source_id, t.grade))));
    let own = base.tracked_values.iter().filter(|v| v.is_published());
    let own = own.map(|v| {
        let id = &base.tracked[v.indicator].id;
        let place = &base.provinces[v.province].code;
        point(id, place, v.value, (&v.source_id, v.grade))
    });
    let counted = base.provinces.iter().flat_map(|p| {
        p.published.iter().filter_map(|published| {
            // What is published is the ratio of the whole stock.
            let mut all = prototype.indicators.iter().map(|i| &i.info);
            let of = all.find(|info| {
                info.counted.as_ref() == Some(&published.what)
                    && info.stock.is_some()
                    && info.unit == Unit::Per10k
            })?;
            let from = (published.source_id.as_str(), published.grade);
            Some(point(&of.id, &p.code, published.per_10k, from))
        })
    });
    nation.chain(own).chain(counted).collect()
}

/// Who published what came in the past, by the id of the source.
fn publishers(base: &Base, at_base: &[HistoryPoint]) -> Vec<(String, String)> {
    let points = base.history.iter().chain(at_base);
    let told: Vec<&str> = points.flat_map(|p| p.source_id.split(';')).collect();
    let known = base
        .sources
        .iter()
        .filter(|s| told.contains(&s.id.as_str()));
    known
        .map(|s| (s.id.clone(), format!("{}, {}", s.publisher, s.date)))
        .collect()
}

/// What the policies of a scenario spend of the money its question is about.
pub fn public_money(scenario: &Scenario, layout: &Layout, blocks: &[BlockResult]) -> PublicMoney {
    let prices = Prices::of(scenario, layout, blocks);
    public::of_run(scenario, &prices, layout, blocks)
}

/// How many futures were looked at for those that agree with what was reported.
pub fn agreed(scenario: &Scenario, replicates: &Range<u32>) -> Option<Agreement> {
    let agreed = scenario.agreed.as_ref()?;
    let last = replicates.end.checked_sub(1)? as usize;
    let last = agreed.read(|found| found.taken.get(last).copied())?;
    Some(Agreement {
        agree: replicates.end,
        of: last + 1,
    })
}

/// Position of the sd of the error with which an indicator's figures of provinces are published, in a
/// run that draws assumptions.
fn observed(prototype: &Prototype, indicator: usize) -> Option<usize> {
    let scenario = prototype.scenario();
    if !scenario.uncertainty.parameters() {
        return None;
    }
    let id = prototype.indicators[indicator].published.as_deref()?;
    scenario.base.assumptions.position(id)
}

/// What a province's figure of each of some years is multiplied by in each future for the error with which
/// it is published.
fn errors(
    prototype: &Prototype,
    layout: &Layout,
    blocks: &[BlockResult],
    sd: usize,
    (scope, years): (usize, Range<usize>),
) -> Vec<Vec<f64>> {
    let scenario = prototype.scenario();
    let id = scenario.base.assumptions.all[sd].id.as_str();
    let place = published(id, &layout.scopes[scope].code);
    let futures = futures_of(blocks) as usize;
    let mut rows: Vec<Vec<f64>> = years.clone().map(|_| Vec::with_capacity(futures)).collect();
    for block in blocks {
        let chance = prototype.luck(block.first);
        let at = sd * block.lanes;
        let mut sds = Lanes::ZERO;
        for lane in 0..block.lanes {
            sds.set(lane, f64::from(block.assumed[at + lane]));
        }
        for (row, year) in rows.iter_mut().zip(years.clone()) {
            let errors = observation(&chance, place, layout.years[year], sds);
            row.extend_from_slice(&errors.to_array()[..block.lanes]);
        }
    }
    rows
}

/// Figures become those that are published.
fn publish(row: &mut [f32], errors: &[f64]) {
    for (value, error) in row.iter_mut().zip(errors) {
        *value = (f64::from(*value) * error) as f32;
    }
}

/// Rows of a scope: of each indicator that is read there its values by year-end, each over all futures of
/// the blocks.
fn rows_of_scope<'a>(
    prototype: &'a Prototype,
    layout: &'a Layout,
    blocks: &'a [BlockResult],
    scope: usize,
) -> impl Iterator<Item = Option<Vec<Vec<f32>>>> + 'a {
    let years = layout.years.len();
    let is_province = layout.scopes[scope].kind == ScopeKind::Province;
    // Indicators published with one error stand side by side: it is drawn once for both.
    let mut last: Option<(usize, Vec<Vec<f64>>)> = None;
    let each = prototype.indicators.iter().enumerate();
    each.map(move |(i, indicator)| {
        if scope > 0 && indicator.info.national_only {
            return None;
        }
        let first = layout.cell(layout.first_series[i] + scope, 0);
        let mut rows = gather_rows(blocks, |b| &b.samples, first, years);
        if let Some(sd) = observed(prototype, i).filter(|_| is_province) {
            if last.as_ref().is_none_or(|(known, _)| *known != sd) {
                // The base year is published already.
                let drawn = errors(prototype, layout, blocks, sd, (scope, 1..years));
                last = Some((sd, drawn));
            }
            let drawn = last.iter().flat_map(|(_, drawn)| drawn);
            rows.iter_mut()
                .skip(1)
                .zip(drawn)
                .for_each(|(row, errors)| publish(row, errors));
        }
        Some(rows)
    })
}

/// Which row an indicator of a scope and year is, in the order of [`rows_of_scope`].
fn row(
    prototype: &Prototype,
    layout: &Layout,
    (scope, indicator, year): (usize, usize, usize),
) -> usize {
    let national = |all: &[Indicator]| all.iter().filter(|i| i.info.national_only).count();
    let all = &prototype.indicators;
    let everywhere = all.len() - national(all);
    let before = match scope {
        0 => indicator,
        _ => all.len() + (scope - 1) * everywhere + indicator - national(&all[..indicator]),
    };
    before * layout.years.len() + year
}

fn summaries(prototype: &Prototype, layout: &Layout, lived: &Lived<'_>) -> Vec<Option<Summary>> {
    let years = layout.years.len();
    let of_scope = |scope: usize| {
        let rows = rows_of_scope(prototype, layout, lived.whole, scope).enumerate();
        rows.flat_map(move |(i, rows)| match rows {
            None => vec![None; years],
            Some(rows) => {
                let first = row(prototype, layout, (scope, i, 0));
                let rows = rows.iter().enumerate();
                rows.map(|(y, row)| lived.beyond.summarise(row, first + y))
                    .collect()
            }
        })
    };
    let scopes = (0..layout.scopes.len()).into_par_iter();
    scopes.flat_map_iter(of_scope).collect()
}

fn ledger(layout: &Layout, blocks: &[BlockResult]) -> Vec<LedgerRow> {
    let years = layout.simulated();
    let mut out = Vec::new();
    for (line, (stock, cause, title)) in layout.ledger.iter().enumerate() {
        for y in 0..years {
            let row = gather(blocks, |b| &b.ledger, line * years + y);
            // Payers and purposes without money leave no line.
            if stock.starts_with("money:") && row.iter().all(|v| *v == 0.0) {
                continue;
            }
            let mean = row.iter().map(|v| f64::from(*v)).sum::<f64>() / row.len() as f64;
            let [p10, p90] = percentiles(&row, [0.1, 0.9]);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::file::from_text;

    fn prototype() -> Prototype {
        let text = r#"(title: "A", base: "viet-nam", policies: [])"#;
        let (scenario, _) = from_text("t.ron", text, Base::builtin()).expect("a scenario");
        Prototype::new(&scenario).expect("a world")
    }

    #[test]
    fn what_is_published_for_the_base_year_is_known_with_its_source_and_grade() {
        let prototype = prototype();
        let all = at_base(&prototype);
        let of = |indicator: &str, place: &str| {
            let found = all
                .iter()
                .find(|p| p.indicator == indicator && p.scope == place);
            found.map(|p| (p.year, p.value, p.source_id.as_str(), p.grade))
        };
        let year = crate::units::Year(2025);
        assert_eq!(
            of("insurance_cover", "lai-chau"),
            Some((year, 0.95, "S022;SEED2", Grade::B))
        );
        assert_eq!(
            of("stunting_under_5", "lai-chau"),
            Some((year, 0.1993, "SEED2", Grade::B))
        );
        assert_eq!(
            of("doctors_per_10k", "hue"),
            Some((year, 15.4, "M006", Grade::B))
        );
        assert_eq!(of("life_expectancy", "lai-chau"), None, "it is assumed");
        assert_eq!(of("immunisation_under_1", "hue"), None, "an end of a range");
        let from = publishers(&prototype.scenario().base, &all);
        assert!(
            from.iter()
                .any(|(id, name)| id == "M006" && name.starts_with("Lao Dong"))
        );
    }

    #[test]
    fn heads_and_beds_are_judged_on_the_count_of_the_place_as_their_ratio_is() {
        let prototype = prototype();
        let factor = |id: &str| {
            let at = prototype.position(id).expect("an indicator");
            let own = prototype.own_count(at, "hue");
            own.map(|(_, factor)| factor)
        };
        let ratio = factor("doctors_per_10k").expect("it publishes its own");
        assert_eq!(factor("heads_doctors"), Some(ratio));
        // 2,642 raked heads of 1,193,023 people.
        let heads = 2_642.0 * ratio;
        assert!((heads - 15.4 * 119.3023).abs() < 1e-6, "{heads}");
        assert_eq!(factor("heads_nurses"), None);
    }
}
