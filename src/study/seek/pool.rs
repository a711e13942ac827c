//! Packages that are lived: of each future is kept which targets it meets, what they are judged on, and what
//! is spent. Every package lives the same futures.

use super::kept::{Kept, Stretch};
use super::space::{Package, Space};
use crate::base::Direction;
use crate::engine::block::BlockResult;
use crate::engine::layout::{Layout, Test};
use crate::engine::memory::{self, Holds};
use crate::engine::prototype::Prototype;
use crate::engine::reduce::note_read;
use crate::engine::{Known, Options, RunError, live_taking};
use crate::lanes::WIDTH;
use crate::results::Probability;
use crate::results::comparison::Mean;
use crate::results::seek::{By, Found, Minimised, Reach};
use crate::results::summary::{Z, interval, probability};
use crate::units::{PAYERS, PriceBasis, Year};
use crate::world::money::PURPOSES;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};

/// What is asked of every package.
pub struct Asked {
    /// Ids of the targets.
    pub targets: Vec<String>,
    /// Of each goal: its targets by position, and how they are told.
    pub goals: Vec<(Vec<usize>, By)>,
    /// What is minimised.
    pub minimise: Minimised,
    /// The most that may be spent of the money that counts.
    pub ceiling: Option<f64>,
    /// The smallest difference of a chance that matters.
    pub matters: f64,
}

/// When a number meets a target.
#[derive(Clone, Copy, Debug)]
pub struct Bound {
    direction: Direction,
    strict: bool,
    threshold: f64,
    up_to: f64,
}

impl Bound {
    fn of(test: &Test) -> Bound {
        Bound {
            direction: test.direction,
            strict: test.form.strict,
            threshold: test.threshold,
            up_to: test.form.up_to.unwrap_or(f64::INFINITY),
        }
    }

    /// Whether a number meets it.
    #[inline]
    pub fn holds(&self, value: f32) -> bool {
        let value = f64::from(value);
        let held = match (self.direction, self.strict) {
            (Direction::AtLeast, false) => value >= self.threshold,
            (Direction::AtMost, false) => value <= self.threshold,
            (Direction::AtLeast, true) => value > self.threshold,
            (Direction::AtMost, true) => value < self.threshold,
        };
        held && value <= self.up_to
    }
}

/// What was lived of a package.
#[derive(Clone, Debug, Default)]
pub struct Point {
    /// Futures.
    pub futures: u32,
    /// `[target][block]`: a bit for each future that meets it.
    hits: Vec<Vec<u16>>,
    /// `[target][future]`: what it is judged on in its year.
    pub values: Vec<Vec<f32>>,
    /// `[payer][future]`: all that is spent in the years that count, billion.
    spent: [Vec<f32>; 4],
}

/// Packages over one range of futures.
pub struct Pool<'a> {
    space: &'a Space,
    asked: &'a Asked,
    /// First future.
    start: u32,
    points: BTreeMap<Package, Point>,
    /// What each target asks.
    pub bounds: Vec<Bound>,
    /// Which assumptions were read.
    pub read: Vec<bool>,
    progress: &'a Heard<'a>,
    kept: &'a Kept<'a>,
}

/// Counts what is lived and tells it.
pub struct Heard<'a> {
    done: AtomicU32,
    planned: AtomicU32,
    tell: &'a (dyn Fn(u32, u32) -> bool + Sync),
}

impl<'a> Heard<'a> {
    /// So many futures are planned.
    pub fn new(planned: u32, tell: &'a (dyn Fn(u32, u32) -> bool + Sync)) -> Self {
        Heard {
            done: AtomicU32::new(0),
            planned: AtomicU32::new(planned),
            tell,
        }
    }

    /// Futures lived so far.
    pub fn done(&self) -> u32 {
        self.done.load(Ordering::Relaxed)
    }
}

/// What is kept of a block.
struct Piece {
    lanes: usize,
    hits: Vec<u16>,
    values: Vec<f32>,
    spent: [Vec<f32>; 4],
    read: Vec<bool>,
}

/// Where what is kept lies.
struct Places {
    /// Of each target: its word, its cell and what the place multiplies by.
    targets: Vec<(usize, usize, f32)>,
    years: Vec<usize>,
    simulated: usize,
    inflation: Option<usize>,
}

/// The test of a target and its year, by positions.
fn test_of<'l>(prototype: &Prototype, layout: &'l Layout, id: &str) -> (usize, &'l Test, usize) {
    let target = prototype.targets.iter().position(|t| t.id == id);
    let mut tests = layout.tests.iter().enumerate();
    let found =
        tests.find_map(|(k, test)| (Some(test.target) == target).then_some((k, test, test.year?)));
    found.expect("checked: the target is answered in a year that is lived")
}

impl Places {
    fn of(prototype: &Prototype, layout: &Layout, asked: &Asked, space: &Space) -> Places {
        let years = layout.simulated();
        let place = |id: &String| {
            let (k, test, year) = test_of(prototype, layout, id);
            let series = layout.first_series[test.indicator] + test.scope;
            let cell = layout.cell(series, year + 1);
            (k * years + year, cell, test.own as f32)
        };
        let nominal = space.counted.prices == PriceBasis::Nominal;
        let base = &prototype.scenario().base;
        let inflation = base.assumptions.position("cost.inflation");
        Places {
            targets: asked.targets.iter().map(place).collect(),
            years: (0..years)
                .filter(|y| space.counted.holds(layout.years[y + 1]))
                .collect(),
            simulated: years,
            inflation: inflation.filter(|_| nominal),
        }
    }

    fn take(&self, block: &BlockResult) -> Piece {
        let lanes = block.lanes;
        let mut values = Vec::with_capacity(self.targets.len() * lanes);
        for (_, cell, own) in &self.targets {
            let row = &block.samples[cell * lanes..(cell + 1) * lanes];
            values.extend(row.iter().map(|v| v * own));
        }
        let level = |lane: usize, year: usize| match self.inflation {
            Some(at) => libm::pow(
                1.0 + f64::from(block.assumed[at * lanes + lane]),
                (year + 1) as f64,
            ),
            None => 1.0,
        };
        let spent = |payer: usize| {
            let mut all = vec![0.0f64; lanes];
            for purpose in 0..PURPOSES.len() {
                for year in &self.years {
                    let line = (payer * PURPOSES.len() + purpose) * self.simulated + year;
                    let row = &block.costs[line * lanes..(line + 1) * lanes];
                    for (lane, (sum, v)) in all.iter_mut().zip(row).enumerate() {
                        *sum += f64::from(*v) * level(lane, *year);
                    }
                }
            }
            all.into_iter().map(|v| v as f32).collect()
        };
        Piece {
            lanes,
            hits: self
                .targets
                .iter()
                .map(|(word, ..)| block.seen[*word])
                .collect(),
            values,
            spent: std::array::from_fn(spent),
            read: block.read.clone(),
        }
    }
}

impl<'a> Pool<'a> {
    /// Nothing lived yet; futures are counted from `start`, a whole number of blocks.
    pub fn new(
        space: &'a Space,
        asked: &'a Asked,
        start: u32,
        (progress, kept): (&'a Heard<'a>, &'a Kept<'a>),
    ) -> Result<Self, RunError> {
        let prototype = Prototype::new(&space.question(&space.nothing(), space.last))?;
        let layout = Layout::of(&prototype);
        let bound = |id: &String| Bound::of(test_of(&prototype, &layout, id).1);
        Ok(Pool {
            bounds: asked.targets.iter().map(bound).collect(),
            space,
            asked,
            start,
            points: BTreeMap::new(),
            read: vec![false; prototype.scenario().base.assumptions.all.len()],
            progress,
            kept,
        })
    }

    /// Lives a package, and the one in which nothing is decided, to so many futures at least.
    pub fn live(&mut self, package: &[u8], futures: u32) -> Result<(), RunError> {
        let nothing = self.space.nothing();
        self.live_one(&nothing, futures)?;
        self.live_one(package, futures)
    }

    fn live_one(&mut self, package: &[u8], futures: u32) -> Result<(), RunError> {
        let known = self.points.get(package).map_or(0, |point| point.futures);
        if known >= futures {
            return Ok(());
        }
        let place = (self.start, package.to_vec(), known, futures);
        let shape = [self.asked.targets.len(), self.read.len()];
        let stretch = match self.kept.take(&place, shape) {
            Some(stretch) => {
                self.heard(futures - known)?;
                stretch
            }
            None => {
                let lived = self.stretch(package, known..futures)?;
                self.kept.keep(place, &lived);
                lived
            }
        };
        note_read(&mut self.read, &stretch.read);
        let point = self.points.entry(package.to_vec()).or_default();
        point.hits.resize_with(shape[0], Vec::new);
        point.values.resize_with(shape[0], Vec::new);
        let rows = point.hits.iter_mut().zip(stretch.hits);
        rows.for_each(|(row, more)| row.extend(more));
        let values = point.values.iter_mut().zip(stretch.values);
        let spent = point.spent.iter_mut().zip(stretch.spent);
        values.chain(spent).for_each(|(row, more)| row.extend(more));
        point.futures = futures;
        Ok(())
    }

    /// Lives these futures of a package.
    fn stretch(&self, package: &[u8], futures: Range<u32>) -> Result<Stretch, RunError> {
        let question = self.space.question(package, self.space.last);
        let prototype = Prototype::new(&question)?;
        let layout = Layout::of(&prototype);
        let places = Places::of(&prototype, &layout, self.asked, self.space);
        let range = self.start + futures.start..self.start + futures.end;
        let pieces = self.pieces((&prototype, &layout), range, &|block| places.take(block))?;
        let targets = self.asked.targets.len();
        let mut out = Stretch {
            hits: vec![Vec::new(); targets],
            values: vec![Vec::new(); targets],
            spent: Default::default(),
            read: vec![false; self.read.len()],
        };
        for piece in pieces {
            for (target, (row, word)) in out.hits.iter_mut().zip(&piece.hits).enumerate() {
                row.push(*word);
                let values = &piece.values[target * piece.lanes..(target + 1) * piece.lanes];
                out.values[target].extend_from_slice(values);
            }
            for (row, more) in out.spent.iter_mut().zip(&piece.spent) {
                row.extend_from_slice(more);
            }
            note_read(&mut out.read, &piece.read);
        }
        Ok(out)
    }

    /// Tells that so many futures more were found where an earlier try has put them.
    fn heard(&self, more: u32) -> Result<(), RunError> {
        let heard = self.progress;
        let done = heard.done().saturating_add(more);
        heard.done.store(done, Ordering::Relaxed);
        let planned = heard.planned.load(Ordering::Relaxed).max(done);
        match (heard.tell)(done, planned) {
            true => Ok(()),
            false => Err(RunError::Interrupted),
        }
    }

    /// Lives some futures and takes of each block what is wanted.
    fn pieces<T: Send>(
        &self,
        of: (&Prototype, &Layout),
        replicates: Range<u32>,
        take: &(dyn Fn(&BlockResult) -> T + Sync),
    ) -> Result<Vec<T>, RunError> {
        let more = replicates.len() as u32;
        let options = Options {
            replicates,
            width: WIDTH,
            ..Options::of(of.0.scenario())
        };
        let holds = Holds {
            future: 4 * (2 * self.asked.targets.len() as u64 + 2 * PAYERS.len() as u64),
            recorded: 0,
            records: 0,
            always: memory::standing(rayon::current_num_threads()),
            reduced: None,
        };
        let heard = self.progress;
        let before = heard.done();
        let tell = |now: u32, _: u32| {
            let done = before.saturating_add(now);
            // What comes is guessed: it is never told to be over before it is.
            let planned = heard
                .planned
                .load(Ordering::Relaxed)
                .max(done.saturating_add(more));
            (heard.tell)(done, planned)
        };
        let take = |block: BlockResult| take(&block);
        let pieces = live_taking(of, &options, (&mut Known::nothing(), &tell), &holds, &take)?;
        heard
            .done
            .store(before.saturating_add(more), Ordering::Relaxed);
        Ok(pieces)
    }

    /// The measure of a goal at the end of each year of the whole run, over the first futures.
    pub fn by_year(
        &self,
        package: &[u8],
        goal: usize,
        last: Year,
        futures: u32,
    ) -> Result<Vec<(Year, Reach)>, RunError> {
        let question = self.space.question(package, last);
        let prototype = Prototype::new(&question)?;
        let layout = Layout::of(&prototype);
        let (targets, by) = &self.asked.goals[goal];
        let years = layout.simulated();
        let ids = targets.iter().map(|t| &self.asked.targets[*t]);
        let tests: Vec<usize> = ids.map(|id| test_of(&prototype, &layout, id).0).collect();
        let words = |block: &BlockResult| -> Vec<u16> {
            let cells = tests
                .iter()
                .flat_map(|k| (0..years).map(move |y| k * years + y));
            cells.map(|cell| block.seen[cell]).collect()
        };
        let range = self.start..self.start + futures;
        let pieces = self.pieces((&prototype, &layout), range, &words)?;
        let year = |y: usize| {
            let row = |t: usize| {
                pieces
                    .iter()
                    .map(|p| p[t * years + y])
                    .collect::<Vec<u16>>()
            };
            let rows: Vec<Vec<u16>> = (0..tests.len()).map(row).collect();
            let rows: Vec<&[u16]> = rows.iter().map(Vec::as_slice).collect();
            (layout.years[y + 1], measure(&rows, *by, futures))
        };
        Ok((0..years).map(year).collect())
    }

    /// What was lived of a package.
    pub fn point(&self, package: &[u8]) -> Option<&Point> {
        self.points.get(package)
    }

    /// The last year lived.
    pub fn last(&self) -> Year {
        self.space.last
    }

    /// Every package lived, with its futures.
    pub fn all(&self) -> impl Iterator<Item = (&Package, &Point)> {
        self.points.iter()
    }

    /// What a package spends beyond the one in which nothing is decided, in each future: of the money that
    /// counts, and of all.
    fn beyond(&self, point: &Point, all: bool) -> Vec<f64> {
        let nothing = &self.points[&self.space.nothing()];
        let mut sum = vec![0.0f64; point.futures as usize];
        for payer in PAYERS {
            let at = payer as usize;
            if all || self.space.counted.payers.contains(&payer) {
                let rows = point.spent[at].iter().zip(&nothing.spent[at]);
                for (sum, (here, before)) in sum.iter_mut().zip(rows) {
                    *sum += f64::from(*here) - f64::from(*before);
                }
            }
        }
        sum
    }

    /// What is minimised, in each future.
    pub fn costs(&self, point: &Point) -> Vec<f64> {
        self.beyond(point, self.asked.minimise == Minimised::AllMoney)
    }

    /// Means of what is minimised and of the money that counts.
    pub fn means(&self, point: &Point) -> [f64; 2] {
        let mean = |row: Vec<f64>| row.iter().sum::<f64>() / row.len() as f64;
        [mean(self.costs(point)), mean(self.beyond(point, false))]
    }

    /// The measure of a goal.
    pub fn reach(&self, point: &Point, goal: usize) -> Reach {
        let (targets, by) = &self.asked.goals[goal];
        let rows: Vec<&[u16]> = targets.iter().map(|t| &*point.hits[*t]).collect();
        measure(&rows, *by, point.futures)
    }

    /// What each future adds to the measure of a goal; of the weakest, the chance of the target that is.
    pub fn in_futures(&self, point: &Point, goal: usize) -> Vec<f64> {
        let (targets, by) = &self.asked.goals[goal];
        let rows: Vec<&[u16]> = targets.iter().map(|t| &*point.hits[*t]).collect();
        let bit = |row: &[u16], r: usize| row[r / WIDTH] >> (r % WIDTH) & 1;
        let futures = 0..point.futures as usize;
        match by {
            By::Together => futures
                .map(|r| f64::from(rows.iter().fold(1, |all, row| all & bit(row, r))))
                .collect(),
            By::Number => futures
                .map(|r| rows.iter().map(|row| f64::from(bit(row, r))).sum())
                .collect(),
            By::Weakest => {
                let weakest = rows.iter().min_by_key(|row| count(row));
                let row = weakest.expect("a goal has a target");
                futures.map(|r| f64::from(bit(row, r))).collect()
            }
        }
    }

    /// All that is found of a package.
    pub fn found(&self, package: &[u8]) -> Found {
        let point = &self.points[package];
        let nothing = &self.points[&self.space.nothing()];
        let mean = |row: Vec<f64>| -> Mean { interval(row.into_iter()) };
        let money = self.beyond(point, false);
        let over = |ceiling: f64| {
            let over = money.iter().filter(|v| **v > ceiling).count();
            probability(over as u32, point.futures)
        };
        let payer = |at: usize| {
            let rows = point.spent[at].iter().zip(&nothing.spent[at]);
            let more: f64 = rows
                .map(|(here, before)| f64::from(*here) - f64::from(*before))
                .sum();
            more / f64::from(point.futures)
        };
        Found {
            futures: point.futures,
            cost: mean(self.costs(point)),
            over: self.asked.ceiling.map(over),
            payers: std::array::from_fn(payer),
            targets: point
                .hits
                .iter()
                .map(|row| chance(row, point.futures))
                .collect(),
            goals: (0..self.asked.goals.len())
                .map(|g| self.reach(point, g))
                .collect(),
            money: mean(money),
        }
    }
}

/// Futures that meet a target.
fn count(row: &[u16]) -> u32 {
    row.iter().map(|word| word.count_ones()).sum()
}

fn chance(row: &[u16], futures: u32) -> Probability {
    probability(count(row), futures)
}

/// The measure of some targets over so many futures, with its 95 % interval: Wilson's of a chance, by normal
/// theory of a number.
fn measure(rows: &[&[u16]], by: By, futures: u32) -> Reach {
    let of = |p: Probability| Reach {
        value: p.value,
        low: p.low,
        high: p.high,
    };
    let blocks = rows.first().map_or(0, |row| row.len());
    match by {
        By::Together => {
            let together = |b: usize| rows.iter().fold(u16::MAX, |all, row| all & row[b]);
            let hits: u32 = (0..blocks).map(|b| together(b).count_ones()).sum();
            of(probability(hits, futures))
        }
        By::Weakest => {
            let hits = rows.iter().map(|row| count(row)).min().unwrap_or(0);
            of(probability(hits, futures))
        }
        By::Number => {
            let n = f64::from(futures);
            let (mut sum, mut squares) = (0.0, 0.0);
            for b in 0..blocks {
                for lane in 0..WIDTH {
                    let held: u32 = rows.iter().map(|row| u32::from(row[b] >> lane & 1)).sum();
                    sum += f64::from(held);
                    squares += f64::from(held * held);
                }
            }
            let value = sum / n;
            let spread = (squares / n - value * value).max(0.0);
            let half = Z * (spread / (n - 1.0).max(1.0)).sqrt();
            Reach {
                value,
                low: (value - half).max(0.0),
                high: (value + half).min(rows.len() as f64),
            }
        }
    }
}
