//! The same question over and over with other numbers in it: at each point of a grid, or of a Latin
//! hypercube, the chance of each target, what the policies serve, and what they cost.
//!
//! Every point lives the same futures (the same replicate numbers), so that two points differ only
//! by the numbers that were set and the surface is smooth. A few futures are lived everywhere; a
//! point whose interval still straddles a chance of 1 in 10, an even one or one of 9 in 10 is given
//! more, up to the most asked for.
//!
//! Simplification: a number of futures chosen by what was seen makes intervals a little too narrow.

use crate::base::Target;
use crate::diagnostic::Problem;
use crate::engine::block::BlockResult;
use crate::engine::layout::{Layout, own_factor};
use crate::engine::prototype::Prototype;
use crate::engine::reduce::{self, Tallied};
use crate::engine::{self, Known, Progress, RunError, Shelf};
use crate::results::sweep::{Axis, Design, Effort, Followed, Mean, Point, Sweep, SweptTarget};
use crate::results::{NATION, Probability, the_one_place};
use crate::said::Told;
use crate::scenario::Scenario;
use crate::scenario::knob::{self, Knob};
use crate::units::Year;
use crate::words;

/// Futures lived at every point before any is given more.
pub const FIRST: u32 = 256;
/// Chances that the interval of a clear answer lies on one side of.
pub const LINES: [f64; 3] = [0.1, 0.5, 0.9];
/// Futures lived at once: so many results lie in memory together.
const PORTION: u32 = 4_096;
/// Half-width of an interval that is narrow enough wherever it lies.
pub const NARROW: f64 = 0.015;

/// What is varied.
#[derive(Clone, Debug)]
pub struct Over {
    /// The number.
    pub knob: Knob,
    /// Its values, from the lowest up; for a Latin hypercube its two ends.
    pub values: Vec<f64>,
}

/// How a sweep is carried out.
#[derive(Clone, Debug)]
pub struct Options {
    /// Worker threads; `None`: one for each core.
    pub threads: Option<usize>,
    /// How many futures a point is given.
    pub effort: Effort,
    /// Ids of the targets to ask; the headline targets where there is none.
    pub targets: Vec<String>,
}

/// The few futures everywhere and more where the answer is not clear.
pub fn adaptive(most: u32) -> Effort {
    Effort::Adaptive {
        first: FIRST.min(most),
        most,
        lines: LINES.to_vec(),
        narrow: NARROW,
    }
}

/// Every value of each number with every value of each other.
pub fn grid(over: &[Over]) -> Vec<Vec<f64>> {
    let mut points = vec![Vec::new()];
    for one in over {
        let longer = points.iter().flat_map(|point: &Vec<f64>| {
            one.values.iter().map(|value| {
                let mut point = point.clone();
                point.push(*value);
                point
            })
        });
        points = longer.collect();
    }
    points
}

/// A Latin hypercube of `count` points: each number takes each of its `count` strata once, at the
/// stratum's middle; which go together is drawn from the seed.
pub fn latin(over: &[Over], count: usize, seed: u64) -> Vec<Vec<f64>> {
    let mut dice = seed ^ 0x6c61_7469_6e00_0000;
    let columns: Vec<Vec<f64>> = over
        .iter()
        .map(|one| {
            let (low, high) = (one.values[0], one.values[one.values.len() - 1]);
            let middle = |k: usize| low + (high - low) * (k as f64 + 0.5) / count as f64;
            let round = |v: f64| if one.knob.counts { v.round() } else { v };
            let mut column: Vec<f64> = (0..count).map(|k| round(middle(k))).collect();
            for k in (1..count).rev() {
                let other = (next(&mut dice) % (k as u64 + 1)) as usize;
                column.swap(k, other);
            }
            column
        })
        .collect();
    let mut points: Vec<Vec<f64>> = (0..count)
        .map(|k| columns.iter().map(|column| column[k]).collect())
        .collect();
    let order = |a: &Vec<f64>, b: &Vec<f64>| {
        let first = a.iter().zip(b).find(|(x, y)| x != y);
        first.map_or(std::cmp::Ordering::Equal, |(x, y)| x.total_cmp(y))
    };
    points.sort_by(order);
    points
}

/// The next of a row of mixed numbers.
///
/// Source: G. Steele, D. Lea and C. Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA
/// 2014 (SplitMix64).
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The axes of a set of points.
fn axes(over: &[Over], points: &[Vec<f64>]) -> Vec<Axis> {
    let axis = |(k, one): (usize, &Over)| {
        let mut values: Vec<f64> = points.iter().map(|p| p[k]).collect();
        values.sort_by(f64::total_cmp);
        values.dedup();
        Axis {
            name: one.knob.name.clone(),
            what: one.knob.what.clone(),
            unit: one.knob.unit.clone(),
            share: one.knob.share,
            stands: one.knob.stands,
            values,
        }
    };
    over.iter().enumerate().map(axis).collect()
}

/// Lives every point; [`check`] has found each of them sound. `progress` hears of futures done and planned so far, and may return `false` to stop.
pub fn sweep(
    scenario: &Scenario,
    over: &[Over],
    points: (Design, &[Vec<f64>]),
    options: &Options,
    progress: &(dyn Fn(u32, u32) -> bool + Sync),
) -> Result<Sweep, RunError> {
    sweep_behind(scenario, over, points, options, (Shelf::empty(), progress))
}

/// The same where some futures of the points, each a scenario by its number, were lived before.
pub fn sweep_behind(
    scenario: &Scenario,
    over: &[Over],
    (design, points): (Design, &[Vec<f64>]),
    options: &Options,
    (mut shelf, progress): (Shelf<'_>, Progress<'_>),
) -> Result<Sweep, RunError> {
    let prototype = Prototype::new(scenario)?;
    let asks = Asks::of(&prototype, over, options);
    let first = options.effort.first();
    let mut planned = first.saturating_mul(points.len() as u32);
    let mut done: u32 = 0;
    let mut found = Vec::with_capacity(points.len());
    let mut read = vec![false; scenario.base.assumptions.all.len()];
    for (point, number) in points.iter().zip(0..) {
        let question = &at(scenario, over, point).expect(SOUND);
        let heard = |now: u32, goal: u32| {
            progress(
                done.saturating_add(now),
                planned.saturating_add(goal - first),
            )
        };
        let mut take = |block: &BlockResult| reduce::note_read(&mut read, &block.read);
        let known = &mut shelf.of(number);
        let mut seen = lived(question, &asks, options, (known, &heard), &mut take)?;
        done = done.saturating_add(seen.futures);
        planned = planned.saturating_add(seen.futures - first);
        seen.at.clone_from(point);
        found.push(seen);
    }
    let Asks { targets, followed } = asks;
    let counted = scenario.counted();
    Ok(Sweep {
        scenario: scenario.name.clone(),
        title: crate::words::data::told(&scenario.title),
        country: crate::words::data::told(&scenario.base.name),
        currency: crate::words::data::told(&scenario.base.currency),
        base_year: scenario.base.year,
        years: (scenario.first, scenario.last),
        seed: scenario.seed,
        axes: axes(over, points),
        design,
        effort: options.effort.clone(),
        targets: targets
            .iter()
            .map(|t| swept_target(&prototype, &prototype.targets[*t]))
            .collect(),
        followed: followed
            .iter()
            .map(|at| followed_as(&prototype, at, counted.to))
            .collect(),
        counted: Some(counted),
        points: found,
        assumptions: reduce::assumptions(scenario, &read),
        assumed_tables: scenario.base.assumed_tables.clone(),
    })
}

/// Why a point is a scenario.
pub const SOUND: &str = "checked: every point is a scenario";

/// Lives the question of one point as far as the sweep of `asked` does, for whoever keeps its blocks.
pub fn live_point(
    asked: (&Scenario, &[Over]),
    question: &Scenario,
    options: &Options,
    along: (&mut Known<'_>, Progress<'_>),
) -> Result<(), RunError> {
    let asks = Asks::of(&Prototype::new(asked.0)?, asked.1, options);
    lived(question, &asks, options, along, &mut |_| {}).map(drop)
}

/// What is asked at every point: targets and indicators, by position, these with their scope.
struct Asks {
    targets: Vec<usize>,
    followed: Vec<(usize, usize)>,
}

impl Asks {
    fn of(prototype: &Prototype, over: &[Over], options: &Options) -> Asks {
        let layout = Layout::of(prototype);
        let wanted: Vec<usize> = match options.targets.is_empty() {
            true => reduce::headline_targets(prototype, &layout),
            false => {
                let named = |id: &String| prototype.targets.iter().position(|t| t.id == *id);
                options.targets.iter().filter_map(named).collect()
            }
        };
        let answered = reduce::chances(&layout, &[], &wanted);
        let targets: Vec<usize> = answered.into_iter().map(|(target, _)| target).collect();
        let scopes = targets.iter().map(|t| prototype.targets[*t].scope.as_str());
        let place = the_one_place(scopes).to_owned();
        let followed = followed(prototype, over).into_iter();
        let followed = followed.map(|at| (at, read_at(prototype, &layout, at, &place)));
        Asks {
            followed: followed.collect(),
            targets,
        }
    }
}

/// Lives a point until its answer is clear, and says what was seen there; `take` is given every block.
fn lived(
    question: &Scenario,
    asks: &Asks,
    options: &Options,
    (known, progress): (&mut Known<'_>, Progress<'_>),
    take: &mut dyn FnMut(&BlockResult),
) -> Result<Point, RunError> {
    let prototype = Prototype::new(question)?;
    let layout = Layout::of(&prototype);
    let mut tally = Tally::new(&prototype, &layout, asks);
    let (mut goal, most) = (options.effort.first(), options.effort.most());
    loop {
        while tally.futures < goal {
            let before = tally.futures;
            let part = engine::Options {
                threads: options.threads,
                replicates: before..goal.min(before + PORTION),
                ..engine::Options::of(question)
            };
            let heard = |now: u32, _: u32| progress(before + now, goal);
            let blocks = engine::live_behind((&prototype, &layout), &part, known, &heard)?;
            blocks.iter().for_each(&mut *take);
            tally.add(blocks, question.counted().to);
        }
        if tally.is_clear(&options.effort) || goal >= most {
            return Ok(tally.point(&options.effort));
        }
        goal = (goal * 2).min(most);
    }
}

/// Where an indicator is followed: in the place that is asked about; the nation where it has no value there.
fn read_at(prototype: &Prototype, layout: &Layout, indicator: usize, place: &str) -> usize {
    let own = &prototype.indicators[indicator];
    let unknown = own.info.national_only || own.unknown_by_province(&prototype.scenario().base);
    let at = layout.scopes.iter().position(|s| s.code == place);
    at.filter(|_| !unknown).unwrap_or(0)
}

/// An indicator as it is followed, at the end of a year or of the last before it.
fn followed_as(prototype: &Prototype, (at, scope): &(usize, usize), to: Year) -> Followed {
    let layout = Layout::of(prototype);
    let (info, scope) = (&prototype.indicators[*at].info, &layout.scopes[*scope]);
    let in_place = |title: &Told| Told::of(|| words::sweep::title_in(title, &scope.name));
    Followed {
        id: info.id.clone(),
        title: match scope.code == NATION {
            true => info.title.clone(),
            false => in_place(&info.title),
        },
        unit: info.unit,
        scope: scope.code.clone(),
        year: layout.years[position_of(&layout, to)],
    }
}

/// The place of a year among those lived, that of the last where it lies beyond.
fn position_of(layout: &Layout, year: Year) -> usize {
    let found = layout.years.iter().position(|y| *y == year);
    found.unwrap_or(layout.simulated())
}

/// A target as it is asked at every point.
pub fn swept_target(prototype: &Prototype, target: &Target) -> SweptTarget {
    let mut all = prototype.indicators.iter();
    let known = all.find(|i| i.info.id == target.indicator);
    let info = known.map(|i| (&i.info.title, i.info.unit));
    let (title, unit) = info.expect("checked: the target's indicator is known");
    let layout = Layout::of(prototype);
    let place = layout.scopes.iter().find(|s| s.code == target.scope);
    let place = place.filter(|s| s.code != NATION).map(|s| s.name.clone());
    SweptTarget {
        id: target.id.clone(),
        indicator: target.indicator.clone(),
        scope: target.scope.clone(),
        year: target.year,
        threshold: target.threshold,
        direction: target.direction,
        said: Told::of(|| {
            words::sweep::target(
                &target.indicator,
                title,
                unit,
                place.as_deref(),
                target.bound(),
                target.year,
            )
        }),
    }
}

/// The indicators that the varied policies serve; where only assumptions are varied, those all
/// policies serve.
fn followed(prototype: &Prototype, over: &[Over]) -> Vec<usize> {
    let scenario = prototype.scenario();
    let id = |o: &Over| o.knob.name.split('.').next().unwrap_or_default().to_owned();
    let ids: Vec<String> = over.iter().map(id).collect();
    let serves = |all: bool| -> Vec<String> {
        let plans = scenario.policies.iter();
        plans
            .filter(|p| all || ids.contains(&p.id))
            .flat_map(|p| p.decision.serves(&scenario.base))
            .collect()
    };
    let mut named = serves(false);
    if named.is_empty() {
        named = serves(true);
    }
    let position = |id: &String| prototype.indicators.iter().position(|i| i.info.id == *id);
    let mut found: Vec<usize> = named.iter().filter_map(position).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// What was seen at a point so far.
struct Tally<'a> {
    of: (&'a Prototype, &'a Layout, &'a Asks),
    futures: u32,
    seen: Vec<Tallied>,
    /// For each indicator: futures in which it is defined, sum and sum of squares.
    sums: Vec<(f64, f64, f64)>,
    /// For each payer: sum and sum of squares.
    costs: [(f64, f64); 4],
    /// Sum of the money the question is about.
    money: f64,
    /// The first futures, from which drivers are told.
    kept: Vec<BlockResult>,
}

impl<'a> Tally<'a> {
    fn new(prototype: &'a Prototype, layout: &'a Layout, asks: &'a Asks) -> Tally<'a> {
        Tally {
            of: (prototype, layout, asks),
            futures: 0,
            seen: reduce::tallied(prototype, layout, &[], &asks.targets),
            sums: vec![(0.0, 0.0, 0.0); asks.followed.len()],
            costs: [(0.0, 0.0); 4],
            money: 0.0,
            kept: Vec::new(),
        }
    }

    /// Takes in blocks; indicators are read at the end of the year `to`.
    fn add(&mut self, blocks: Vec<BlockResult>, to: Year) {
        let (prototype, layout, asks) = self.of;
        let futures = blocks.iter().map(|b| b.lanes as u32).sum::<u32>();
        self.futures += futures;
        let more = reduce::tallied(prototype, layout, &blocks, &asks.targets);
        for (seen, more) in self.seen.iter_mut().zip(&more) {
            seen.and(more);
        }
        let money = reduce::public_money(prototype.scenario(), layout, &blocks);
        self.money += money.spent.value * f64::from(futures);
        let year = position_of(layout, to);
        for block in &blocks {
            for (sums, (indicator, scope)) in self.sums.iter_mut().zip(&asks.followed) {
                let own = own_factor(prototype, &layout.scopes, (*indicator, *scope));
                let cell = layout.cell(layout.first_series[*indicator] + scope, year);
                let row = &block.samples[cell * block.lanes..(cell + 1) * block.lanes];
                let values = row.iter().map(|v| f64::from(*v) * own);
                for value in values.filter(|v| v.is_finite()) {
                    sums.0 += 1.0;
                    sums.1 += value;
                    sums.2 += value * value;
                }
            }
            for lane in 0..block.lanes {
                let mut whole = [0.0f64; 4];
                for row in block.policy_costs.chunks_exact(block.lanes) {
                    for (sum, cost) in whole.iter_mut().zip(row[lane]) {
                        *sum += f64::from(cost);
                    }
                }
                for (sums, cost) in self.costs.iter_mut().zip(whole) {
                    sums.0 += cost;
                    sums.1 += cost * cost;
                }
            }
        }
        if self.futures <= PORTION {
            self.kept.extend(blocks);
        }
    }

    fn chances(&self) -> Vec<Probability> {
        let (prototype, layout, _) = self.of;
        let each = self.seen.iter();
        each.map(|seen| seen.chance(prototype, layout)).collect()
    }

    /// Whether every answer is clear.
    fn is_clear(&self, effort: &Effort) -> bool {
        self.chances().iter().all(|chance| is_clear(chance, effort))
    }

    fn point(&self, effort: &Effort) -> Point {
        let (prototype, layout, asks) = self.of;
        let mut doubts = reduce::doubts(prototype, layout, &self.kept, &asks.targets);
        for (doubt, seen) in doubts.iter_mut().zip(&self.seen) {
            doubt.ways = seen.variants(prototype, layout);
        }
        Point {
            at: Vec::new(),
            futures: self.futures,
            clear: self.is_clear(effort),
            chances: self.chances(),
            means: self
                .sums
                .iter()
                .map(|(n, sum, squares)| (*n > 0.0).then(|| mean(*n, *sum, *squares)))
                .collect(),
            costs: self
                .costs
                .map(|(sum, squares)| mean(f64::from(self.futures), sum, squares)),
            doubts,
            money: self.money / f64::from(self.futures.max(1)),
        }
    }
}

/// Whether an answer is clear: its interval is narrow enough, or lies on one side of every line.
fn is_clear(chance: &Probability, effort: &Effort) -> bool {
    let Effort::Adaptive { lines, narrow, .. } = effort else {
        return true;
    };
    let straddles = |line: &f64| chance.low < *line && *line < chance.high;
    !lines.iter().any(straddles) || (chance.high - chance.low) / 2.0 <= *narrow
}

fn mean(n: f64, sum: f64, squares: f64) -> Mean {
    let value = sum / n;
    let spread = (squares / n - value * value).max(0.0);
    // With one future nothing is known about the error.
    let error = if n > 1.0 {
        (spread / (n - 1.0)).sqrt()
    } else {
        0.0
    };
    Mean { value, error }
}

/// The checked scenario of a point, or what is wrong with it.
pub fn at(scenario: &Scenario, over: &[Over], point: &[f64]) -> Result<Scenario, Vec<Problem>> {
    let numbers: Vec<(&Knob, f64)> = over
        .iter()
        .zip(point)
        .map(|(one, value)| (&one.knob, *value))
        .collect();
    knob::set(scenario, &numbers)
}

/// Checks the scenario of every point; the first that cannot be comes back with its values. Each is
/// made again when it is lived: thousands of them would not fit into memory.
pub fn check(
    scenario: &Scenario,
    over: &[Over],
    points: &[Vec<f64>],
) -> Result<(), (Vec<f64>, Vec<Problem>)> {
    points.iter().try_for_each(|point| {
        at(scenario, over, point)
            .map(drop)
            .map_err(|problems| (point.clone(), problems))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Base;
    use crate::results::summary::probability;
    use crate::scenario::{file::from_text, small};

    fn over(name: &str, values: &[f64]) -> Over {
        let text = r#"(title: "A", base: "made-up", policies: [
            (id: "campus", do: SecondCampus(hospital: "royal", province: "south-coast", beds: 300,
            opens: 2030))])"#;
        let (scenario, _) = from_text("t.ron", text, small::base()).unwrap();
        Over {
            knob: knob::find(&scenario, name).unwrap(),
            values: values.to_vec(),
        }
    }

    #[test]
    fn a_grid_holds_every_pair_in_order() {
        let both = [
            over("post.match", &[0.8, 0.9]),
            over("campus.beds", &[100.0, 200.0, 300.0]),
        ];
        let points = grid(&both);
        assert_eq!(points.len(), 6);
        assert_eq!(
            (points[0].as_slice(), points[5].as_slice()),
            (&[0.8, 100.0][..], &[0.9, 300.0][..])
        );
        assert_eq!(axes(&both, &points)[1].values, [100.0, 200.0, 300.0]);
    }

    #[test]
    fn a_point_keeps_both_errors_ways_and_the_money_of_the_question() {
        let text = r#"(title: "A", base: "viet-nam", policies: [
            (id: "campus", do: SecondCampus(hospital: "bach-mai", province: "son-la", beds: 300,
            opens: 2030))])"#;
        let (scenario, _) = from_text("t.ron", text, Base::builtin()).unwrap();
        let over = [over("campus.beds", &[100.0, 300.0])];
        let points = grid(&over);
        let options = Options {
            threads: Some(1),
            effort: Effort::Fixed(128),
            targets: Vec::new(),
        };
        let found = sweep(
            &scenario,
            &over,
            (Design::Grid, &points),
            &options,
            &|_, _| true,
        );
        let found = found.unwrap();
        let to = scenario.counted().to;
        assert_eq!(found.counted.as_ref().map(|c| c.to), Some(to));
        assert!(found.followed.iter().all(|f| f.year == to));
        for point in &found.points {
            assert_eq!(point.doubts.len(), found.targets.len());
            assert!(point.doubts.iter().all(|d| d.driver_asked));
            assert!(point.money <= found.cost(point) + 1e-6);
        }
        let said = crate::plot::lines::chance_range(&found, 0);
        assert!(said.contains("Doubt") && said.contains("point"), "{said}");
        assert!(!said.contains("campus.beds"), "{said}");
    }

    #[test]
    fn a_hypercube_takes_each_stratum_once_and_whole_numbers_where_things_are_counted() {
        let both = [
            over("post.match", &[0.8, 1.0]),
            over("campus.beds", &[100.0, 500.0]),
        ];
        let points = latin(&both, 20, 7);
        for (k, low, high) in [(0, 0.8, 1.0), (1, 100.0, 500.0)] {
            let mut strata: Vec<usize> = points
                .iter()
                .map(|p| ((p[k] - low) / (high - low) * 20.0) as usize)
                .collect();
            strata.sort_unstable();
            assert_eq!(strata, (0..20).collect::<Vec<_>>());
        }
        assert!(points.iter().all(|p| p[1].fract() == 0.0));
        assert_eq!(
            points,
            latin(&both, 20, 7),
            "the same seed, the same points"
        );
        assert_ne!(points, latin(&both, 20, 8));
        assert!(points.is_sorted_by(|a, b| a[0] <= b[0]));
    }

    #[test]
    fn an_answer_is_clear_when_its_interval_straddles_no_line() {
        let effort = adaptive(100_000);
        for (hits, futures, clear) in [
            (0, 256, true),
            (256, 256, true),
            (128, 256, false),
            (77, 256, true), // 0.25 to 0.36
            (26, 256, false),
            (2200, 4400, true), // narrow enough, though even
        ] {
            assert_eq!(
                is_clear(&probability(hits, futures), &effort),
                clear,
                "{hits} of {futures}"
            );
        }
        assert!(is_clear(&probability(128, 256), &Effort::Fixed(256)));
    }

    #[test]
    fn a_mean_knows_its_error() {
        let m = mean(4.0, 10.0, 30.0); // 1, 2, 3, 4
        assert_eq!(m.value, 2.5);
        assert!((m.error - (5.0f64 / 3.0 / 4.0).sqrt()).abs() < 1e-12);
    }
}
