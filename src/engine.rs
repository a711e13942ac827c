//! The question, lived many times: blocks of futures on every core, combined in replicate order.
//!
//! A future's numbers depend on the seed and its replicate number alone, so any number of threads,
//! any block width and any part of the run give the same rows.
//!
//! In the terms of the field: a future is a replicate, a block a batch of replicates that one core
//! simulates together, and to reduce is to summarise the sample of replicates.

pub mod agree;
pub mod block;
pub mod checkpoint;
pub mod facilities;
pub mod layout;
pub mod memory;
pub mod prototype;
pub mod reduce;
pub mod rehearse;
pub mod until;

use crate::results::{Aside, Draws, Facilities, Findings, Record, RunStatistics};
use crate::scenario::Scenario;
use crate::words::command as words;
pub use crate::world::ledger::Violation;
use crate::year::Model;
use block::BlockResult;
use layout::Layout;
use memory::Holds;
use prototype::Prototype;
use rayon::prelude::*;
use reduce::Lived;
use reduce::beyond::{Beyond, LEAF, Node, WHOLE};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::iter::Peekable;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

/// How a run is carried out; nothing here can change its results, but for ranks within their stated error
/// where more futures are asked to be kept one by one than ten thousand.
#[derive(Clone, Debug)]
pub struct Options {
    /// Worker threads; `None`: one for each core.
    pub threads: Option<usize>,
    /// Replicates to live; with [`until`](Options::until), at most these.
    pub replicates: Range<u32>,
    /// Stop as soon as every headline probability is known to this half-width, a fraction.
    pub until: Option<f64>,
    /// Futures in one block, 1 to 16.
    pub width: usize,
    /// Keep every future of every indicator.
    pub keep_draws: bool,
    /// Record every hospital year by year in this many of the first replicates.
    pub facilities: u32,
    /// Keep what was assumed in this many of the first replicates, and what became of each.
    pub assumptions: u32,
}

impl Options {
    /// All replicates of a scenario on every core.
    pub fn of(scenario: &Scenario) -> Self {
        Options {
            threads: None,
            replicates: 0..scenario.replicates,
            until: None,
            width: crate::lanes::WIDTH,
            keep_draws: false,
            facilities: 0,
            assumptions: 0,
        }
    }
}

/// Why a run gave no answer.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// A conservation law did not hold: an error of the program.
    #[error("{}", words::violation(&.0.entity, .0.year, .0.replicate, &.0.detail))]
    Violation(Violation),
    /// The caller asked to stop.
    #[error("{}", words::STOPPED)]
    Interrupted,
    /// The futures do not fit into memory.
    #[error("{}", words::too_many_futures(*futures, *needs, *free))]
    Memory {
        /// Futures asked for.
        futures: u32,
        /// Bytes they need.
        needs: u64,
        /// Bytes that are free, where the system tells.
        free: Option<u64>,
        /// Futures that fit; 0 where that is not known.
        fit: u32,
    },
    /// Futures that are to be kept find no room on the disk.
    #[error("{}", words::not_put_aside(.0))]
    Aside(io::Error),
    /// The scenario cannot be put into a world.
    #[error("{0}")]
    Setup(String),
}

/// Lives all replicates and reduces them to findings. `progress(done, total)` is called as futures
/// are finished and may return `false` to stop.
pub fn run(
    scenario: &Scenario,
    options: &Options,
    progress: &(dyn Fn(u32, u32) -> bool + Sync),
) -> Result<Findings, RunError> {
    record(scenario, options, progress).map(|record| record.findings)
}

/// The same with what else the options ask to keep.
pub fn record(
    scenario: &Scenario,
    options: &Options,
    progress: &(dyn Fn(u32, u32) -> bool + Sync),
) -> Result<Record, RunError> {
    record_along(scenario, options, Along::only(progress))
}

/// Who keeps finished blocks.
#[derive(Clone, Copy)]
pub struct Keep<'a> {
    /// Asked when a block is set out for: whether it will be kept.
    pub due: &'a (dyn Fn((u32, u32)) -> bool + Sync),
    /// Takes the bytes of those that are, in order.
    pub put: &'a (dyn Fn(&[u8]) + Sync),
}

impl<'a> Keep<'a> {
    /// Keeps every block.
    pub fn all(put: &'a (dyn Fn(&[u8]) + Sync)) -> Self {
        Keep {
            due: &|_| true,
            put,
        }
    }
}

/// Hears of futures finished and in all; `false` stops.
pub type Progress<'a> = &'a (dyn Fn(u32, u32) -> bool + Sync);

/// Blocks of the same question that were finished before, and who keeps the others; those of another
/// shape are not used.
pub struct Known<'a> {
    /// Gives those of the replicates it is asked for: each once, later ones after earlier ones.
    give: Box<dyn FnMut(Range<u32>) -> Vec<BlockResult> + Send + 'a>,
    /// How many futures of them lie in memory already.
    held: u32,
    /// Whether more are read when they are asked for.
    read: bool,
    /// Who keeps blocks that are lived now, and the number of their scenario.
    keep: Option<(u32, Keep<'a>)>,
}

impl<'a> Known<'a> {
    /// None, and nobody keeps what is lived.
    pub fn nothing() -> Self {
        Known::held(Vec::new())
    }

    /// Those that lie in memory.
    pub fn held(mut blocks: Vec<BlockResult>) -> Self {
        blocks.sort_by_key(|block| std::cmp::Reverse(block.first));
        Known {
            held: futures_of(&blocks),
            read: false,
            keep: None,
            give: Box::new(move |range| {
                let later = blocks.partition_point(|block| block.first >= range.end);
                let mut given = blocks.split_off(later);
                given.retain(|block| range.contains(&block.first));
                given
            }),
        }
    }

    /// Those that are read in the order of their futures, as they are needed: the first replicate and the
    /// bytes of each.
    pub fn read(entries: impl Iterator<Item = (u32, Vec<u8>)> + Send + 'a) -> Self {
        let mut entries = entries.peekable();
        Known {
            held: 0,
            read: true,
            keep: None,
            give: Box::new(move |range| {
                let mut given = Vec::new();
                loop {
                    let next = || entries.next_if(|(first, _)| *first < range.end);
                    let some: Vec<_> = std::iter::from_fn(next).take(TAKEN_UP).collect();
                    if some.is_empty() {
                        return given;
                    }
                    let blocks = some.into_par_iter();
                    let blocks = blocks.filter_map(|(_, bytes)| checkpoint::take_up(&bytes));
                    given.par_extend(blocks.map(|(_, block)| block));
                }
            }),
        }
    }
}

/// Blocks that are read before they are taken up, on all threads.
const TAKEN_UP: usize = 64;

/// Scenarios that are lived one after the other: blocks that were finished before, in that order, and who
/// keeps the others.
pub struct Shelf<'a> {
    row: Peekable<Row<'a>>,
    keep: Option<Keep<'a>>,
}

/// The bytes of blocks, each with the number of its scenario and its first replicate.
type Row<'a> = Box<dyn Iterator<Item = (u32, u32, Vec<u8>)> + Send + 'a>;

impl<'a> Shelf<'a> {
    /// Nothing was lived before, and nobody keeps what is.
    pub fn empty() -> Self {
        Shelf::read(std::iter::empty())
    }

    /// Those that are read as they are needed, by their bytes.
    pub fn read(entries: impl Iterator<Item = Vec<u8>> + Send + 'a) -> Self {
        let row: Row<'a> = Box::new(entries.map_while(|bytes| {
            let (scenario, first, _) = checkpoint::place_of(&bytes)?;
            Some((scenario, first, bytes))
        }));
        Shelf {
            row: row.peekable(),
            keep: None,
        }
    }

    /// The others are handed to `keep` by their bytes, in order, from when on it asks for them.
    pub fn kept_by(self, keep: Keep<'a>) -> Self {
        Shelf {
            keep: Some(keep),
            ..self
        }
    }

    /// Those of a scenario; of scenarios before it none are wanted any more.
    pub fn of(&mut self, scenario: u32) -> Known<'_> {
        let Shelf { row, keep } = self;
        while row.next_if(|(own, ..)| *own < scenario).is_some() {}
        let known = match row.peek() {
            Some((own, ..)) if *own == scenario => {
                let next = move || row.next_if(|(own, ..)| *own == scenario);
                Known::read(std::iter::from_fn(next).map(|(_, first, bytes)| (first, bytes)))
            }
            _ => Known::nothing(),
        };
        Known {
            keep: keep.map(|keep| (scenario, keep)),
            ..known
        }
    }
}

/// Futures in blocks.
fn futures_of(blocks: &[BlockResult]) -> u32 {
    blocks.iter().map(|block| block.lanes as u32).sum()
}

/// What goes along with a run: what was lived before, and who hears of it.
pub struct Along<'a> {
    /// What was lived before, and who keeps the rest.
    pub known: Known<'a>,
    /// Called with futures finished and in all; `false` stops.
    pub progress: Progress<'a>,
    /// Opens an empty file for the draws of more futures than are kept one by one; `None`: all are held
    /// in memory.
    pub aside: Option<&'a dyn Fn() -> io::Result<File>>,
}

impl<'a> Along<'a> {
    /// Nothing was lived before and nothing is kept.
    pub fn only(progress: Progress<'a>) -> Self {
        Along {
            known: Known::nothing(),
            progress,
            aside: None,
        }
    }
}

/// The same on blocks finished before.
pub fn record_along(
    scenario: &Scenario,
    options: &Options,
    along: Along<'_>,
) -> Result<Record, RunError> {
    let seconds = stop_watch();
    let prototype = Prototype::new(scenario)?;
    let layout = Layout::of(&prototype);
    let start = options.replicates.start;
    let all = options.replicates.len() as u32;
    let mut futures = match options.until {
        Some(_) => until::first(all),
        None => all,
    };
    let mut lived = All::of(&prototype, &layout, options, along.known, along.aside);
    let stop_rule = loop {
        lived.go_on(futures, along.progress)?;
        let Some(half) = options.until else {
            break None;
        };
        let (rule, next) = until::ask(half, &prototype, &layout, &lived.together(), all);
        match next {
            None => break Some(rule),
            Some(next) => futures = next,
        }
    };
    let simulated = seconds();
    let replicates = start..start + futures;
    let together = lived.together();
    let nodes = together.beyond.nodes().iter().map(|node| node.checks);
    let whole = together.whole.iter().map(|block| block.checks);
    let checks = whole.chain(nodes).sum();
    let (mut findings, facilities) = with_threads(options.threads, || {
        rayon::join(
            || reduce::reduce(scenario, &prototype, &layout, &together, replicates),
            || facilities::facilities(&prototype, &layout, &lived.kept),
        )
    })?;
    let most = options.assumptions;
    let first = reduce::first(&prototype, &layout, &together, &findings, most);
    let years = f64::from(scenario.last.since(scenario.first) + 1);
    let speed = f64::from(lived.now) / simulated;
    findings.statistics = RunStatistics {
        threads: lived.threads,
        simulate_seconds: simulated,
        reduce_seconds: seconds() - simulated,
        futures_per_second: speed,
        years_per_second: speed * years,
        checks,
        peak_memory_mb: None,
        taken_over: futures - lived.now.min(futures),
        stop_rule,
    };
    let draws = options.keep_draws.then(|| Draws {
        national_only: findings
            .indicators
            .iter()
            .map(|i| i.national_only)
            .collect(),
        first_series: layout.first_series.clone(),
        years: layout.years.len(),
        aside: lived.aside.map(Arc::new),
        blocks: match lived.cells {
            None => lived.kept,
            Some(_) => lived.rest,
        }
        .into_iter()
        .map(|b| (b.lanes, b.samples))
        .collect(),
    });
    Ok(Record {
        findings,
        facilities: facilities.or(lived.facilities),
        futures: first,
        draws,
    })
}

/// The futures of a run so far: all of them one by one; of more than ten thousand each is reduced as it
/// ends, and the first are kept without most of their samples.
struct All<'a> {
    prototype: &'a Prototype,
    layout: &'a Layout,
    options: &'a Options,
    holds: Holds,
    /// How many are kept one by one.
    whole: u32,
    /// Those.
    kept: Vec<BlockResult>,
    /// What is left of their samples, once futures are reduced.
    cells: Option<Vec<usize>>,
    beyond: Beyond,
    /// Samples of those that were reduced, where every draw is kept.
    aside: Option<Aside>,
    open: Option<&'a dyn Fn() -> io::Result<File>>,
    /// Futures behind the last leaf.
    rest: Vec<BlockResult>,
    /// Told before their traces were dropped.
    facilities: Option<Facilities>,
    known: Known<'a>,
    /// Futures that had to be lived.
    now: u32,
    threads: usize,
}

impl<'a> All<'a> {
    fn of(
        prototype: &'a Prototype,
        layout: &'a Layout,
        options: &'a Options,
        known: Known<'a>,
        open: Option<&'a dyn Fn() -> io::Result<File>>,
    ) -> Self {
        let open = open.filter(|_| options.keep_draws);
        let whole = WHOLE.max(options.facilities).max(options.assumptions);
        let whole = whole.checked_next_multiple_of(LEAF);
        let in_memory = options.keep_draws && open.is_none();
        let whole = whole.filter(|_| !in_memory).unwrap_or(u32::MAX);
        let threads = threads(options);
        All {
            prototype,
            layout,
            options,
            holds: Holds::all(prototype, layout, options.facilities, threads, whole),
            whole,
            kept: Vec::new(),
            cells: None,
            beyond: Beyond::default(),
            aside: None,
            open,
            rest: Vec::new(),
            facilities: None,
            known,
            now: 0,
            threads: 0,
        }
    }

    /// All of them, to be reduced.
    fn together(&self) -> Lived<'_> {
        Lived {
            kept: &self.kept,
            cells: self.cells.as_deref(),
            beyond: &self.beyond,
            whole: match self.cells {
                None => &self.kept,
                Some(_) => &self.rest,
            },
        }
    }

    /// Lives up to so many futures.
    fn go_on(&mut self, futures: u32, progress: Progress<'_>) -> Result<(), RunError> {
        let done = self.together().count();
        self.holds.ask(futures, done.max(self.known.held))?;
        let before = std::mem::take(&mut self.kept);
        if futures <= self.whole {
            self.kept = self.live(before, 0..futures, futures, progress)?;
            return Ok(());
        }
        match self.cells {
            Some(_) => self.kept = before,
            None => {
                self.cells = Some(reduce::cells(self.prototype, self.layout));
                let file = self.open.map(|open| open()).transpose();
                let of = |file| Aside::new(file, LEAF as usize, self.layout.cells());
                self.aside = file.map_err(RunError::Aside)?.map(of);
                self.rest = before;
            }
        }
        let portion = leaves_at_once(threads(self.options));
        while self.together().count() < futures {
            let from = self.beyond.futures();
            let to = futures.min(from.saturating_add(portion));
            let mut before = std::mem::take(&mut self.rest);
            let later = before.partition_point(|block| block.first < self.replicate(to));
            let more = before.split_off(later);
            let mut lived = self.live(before, from..to, futures, progress)?;
            for end in (from + LEAF..=to).step_by(LEAF as usize) {
                let next = lived.partition_point(|block| block.first < self.replicate(end));
                let behind = lived.split_off(next);
                self.reduce(std::mem::replace(&mut lived, behind))?;
            }
            lived.extend(more);
            self.rest = lived;
        }
        Ok(())
    }

    /// The replicate of a future.
    fn replicate(&self, future: u32) -> u32 {
        self.options.replicates.start + future
    }

    /// Reduces a leaf. Of the first futures stays what is read off them one by one.
    fn reduce(&mut self, mut leaf: Vec<BlockResult>) -> Result<(), RunError> {
        let (prototype, layout) = (self.prototype, self.layout);
        let from = self.beyond.futures();
        if let Some(aside) = &mut self.aside {
            let blocks = leaf.iter().map(|b| (b.lanes, b.samples.as_slice()));
            aside.put(blocks).map_err(RunError::Aside)?;
        }
        let beyond = std::mem::take(&mut self.beyond);
        self.beyond = with_threads(self.options.threads, || {
            beyond.and(Node::of_leaf(prototype, layout, from / LEAF, &leaf))
        })?;
        if let Some(cells) = self.cells.as_ref().filter(|_| from < self.whole) {
            for block in &mut leaf {
                let lanes = block.lanes;
                let left = cells.iter();
                let left = left.flat_map(|cell| &block.samples[cell * lanes..(cell + 1) * lanes]);
                block.samples = left.copied().collect();
            }
            self.kept.append(&mut leaf);
        }
        let recorded = self.options.facilities;
        if self.facilities.is_none() && recorded > 0 && from + LEAF >= recorded {
            let kept = &self.kept;
            self.facilities = with_threads(self.options.threads, || {
                facilities::facilities(prototype, layout, kept)
            })?;
            self.kept.iter_mut().for_each(|block| block.trace = None);
        }
        Ok(())
    }

    /// Lives a part of `all` futures, counted from the first, beside those lived `before`.
    fn live(
        &mut self,
        before: Vec<BlockResult>,
        part: Range<u32>,
        all: u32,
        progress: Progress<'_>,
    ) -> Result<Vec<BlockResult>, RunError> {
        let replicates = self.replicate(part.start)..self.replicate(part.end);
        let mut known = before;
        let next = known.last().map_or(replicates.start, |last| last.first + 1);
        let give = &mut self.known.give;
        let threads = self.options.threads;
        known.append(&mut with_threads(threads, || give(next..replicates.end))?);
        let options = Options {
            replicates,
            facilities: self.options.facilities.saturating_sub(part.start),
            ..self.options.clone()
        };
        let along = Around {
            known,
            keep: self.known.keep,
            progress: &|done, _| progress(part.start + done, all),
        };
        let (prototype, layout) = (self.prototype, self.layout);
        let lived = live_along(prototype, layout, &options, along, &self.holds, &|block| {
            block
        })?;
        self.now += lived.now;
        self.threads = lived.threads;
        Ok(lived.blocks)
    }
}

/// Futures lived between one reduction and the next: whole leaves, and work for each thread.
fn leaves_at_once(threads: usize) -> u32 {
    let most = (PORTION.1 * crate::lanes::WIDTH).saturating_mul(threads);
    u32::try_from(most).map_or(LEAF, |most| most.next_multiple_of(LEAF))
}

/// Tells the seconds gone by; none do where the host has no clock.
fn stop_watch() -> impl Fn() -> f64 {
    let clock = !cfg!(all(target_arch = "wasm32", target_os = "unknown"));
    let started = clock.then(Instant::now);
    move || started.map_or(0.0, |started| started.elapsed().as_secs_f64())
}

/// The fingerprint of a scenario's text, hex sha-256.
pub fn digest_of(scenario: &Scenario) -> String {
    hex_digest(scenario.text.as_bytes())
}

/// The fingerprint of bytes, hex sha-256.
fn hex_digest(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|b| format!("{b:02x}")).collect()
}

/// Threads that live futures at once.
fn threads(options: &Options) -> usize {
    options.threads.unwrap_or_else(rayon::current_num_threads)
}

/// Does work on so many threads; on those of the machine where nobody names a number.
pub fn with_threads<T: Send>(
    threads: Option<usize>,
    work: impl FnOnce() -> T + Send,
) -> Result<T, RunError> {
    match threads {
        None => Ok(work()),
        Some(n) => rayon::ThreadPoolBuilder::new()
            .num_threads(n)
            .build()
            .map(|pool| pool.install(work))
            .map_err(|e| RunError::Setup(words::no_threads(n, e))),
    }
}

/// Lives the blocks; they come back in replicate order, and on how many threads.
#[cfg(feature = "internals")]
pub fn live(
    prototype: &Prototype,
    layout: &Layout,
    options: &Options,
    progress: Progress<'_>,
) -> Result<(Vec<BlockResult>, usize), RunError> {
    let mut known = Known::nothing();
    let blocks = live_behind((prototype, layout), options, &mut known, progress)?;
    Ok((blocks, threads(options)))
}

/// Lives the blocks, but for those known.
pub fn live_behind(
    of: (&Prototype, &Layout),
    options: &Options,
    known: &mut Known<'_>,
    progress: Progress<'_>,
) -> Result<Vec<BlockResult>, RunError> {
    let holds = Holds::of_run(of.0, of.1, options.facilities, threads(options));
    live_taking(of, options, (known, progress), &holds, &|block| block)
}

/// The same, and of each block only what `take` makes of it is kept: for runs whose whole results
/// would not fit into memory together. `holds` is what is so kept.
pub fn live_taking<T: Send>(
    of: (&Prototype, &Layout),
    options: &Options,
    along: (&mut Known<'_>, Progress<'_>),
    holds: &Holds,
    take: &(dyn Fn(BlockResult) -> T + Sync),
) -> Result<Vec<T>, RunError> {
    let futures = options.replicates.len() as u32;
    holds.ask(futures, 0)?;
    // Blocks that are read lie in memory whole until something is taken of them.
    let portion = if along.0.read {
        portion(options)
    } else {
        futures
    };
    let mut all = Vec::new();
    let mut put = |blocks: Vec<T>| all.extend(blocks);
    in_portions(portion, of, options, along, holds, take, &mut put)?;
    Ok(all)
}

/// Lives the blocks for whoever keeps them: memory holds those that are being lived and a portion of
/// those known.
pub fn live_to_keep(
    scenario: &Scenario,
    options: &Options,
    along: (&mut Known<'_>, Progress<'_>),
) -> Result<(), RunError> {
    let prototype = Prototype::new(scenario)?;
    let layout = Layout::of(&prototype);
    let holds = Holds::of_run(&prototype, &layout, options.facilities, threads(options));
    let portion = portion(options);
    holds.ask(portion.min(options.replicates.len() as u32), 0)?;
    let of = (&prototype, &layout);
    in_portions(portion, of, options, along, &holds, &drop, &mut |_| {})
}

/// Blocks lived at once where not all are held, and at least so many for each thread.
const PORTION: (usize, usize) = (64, 4);

/// Futures of these.
fn portion(options: &Options) -> u32 {
    ((PORTION.0).max(PORTION.1 * threads(options)) * options.width) as u32
}

/// Lives so many futures at once, then the next.
fn in_portions<T: Send>(
    portion: u32,
    (prototype, layout): (&Prototype, &Layout),
    options: &Options,
    (known, progress): (&mut Known<'_>, Progress<'_>),
    holds: &Holds,
    take: &(dyn Fn(BlockResult) -> T + Sync),
    hand: &mut dyn FnMut(Vec<T>),
) -> Result<(), RunError> {
    let Range { start, end } = options.replicates;
    for first in (start..end).step_by(portion.max(1) as usize) {
        let before = first - start;
        let part = Options {
            replicates: first..end.min(first.saturating_add(portion)),
            facilities: options.facilities.saturating_sub(before),
            ..options.clone()
        };
        let give = &mut known.give;
        let around = Around {
            known: with_threads(part.threads, || give(part.replicates.clone()))?,
            keep: known.keep,
            progress: &|done, _| progress(before + done, end - start),
        };
        hand(live_along(prototype, layout, &part, around, holds, take)?.blocks);
    }
    Ok(())
}

/// Blocks in replicate order, or what was taken of them, and how they came about.
struct Stretch<T> {
    blocks: Vec<T>,
    threads: usize,
    /// Futures that had to be lived.
    now: u32,
}

/// What goes along with a part: its known blocks, and who hears of it.
struct Around<'a> {
    known: Vec<BlockResult>,
    keep: Option<(u32, Keep<'a>)>,
    progress: Progress<'a>,
}

/// One world for each worker, restored in place between blocks.
struct Worlds<'a> {
    prototype: &'a Prototype,
    idle: Mutex<Vec<Model>>,
}

impl<'a> Worlds<'a> {
    fn of(prototype: &'a Prototype) -> Self {
        Worlds {
            prototype,
            idle: Mutex::default(),
        }
    }

    /// Lends a world that nobody uses, a new one where there is none.
    fn lend<T>(&self, work: impl FnOnce(&mut Model) -> T) -> T {
        let idle = || {
            self.idle
                .lock()
                .expect("no worker panics while it holds the lock")
        };
        let known = idle().pop();
        let mut model = known.unwrap_or_else(|| self.prototype.instantiate());
        let done = work(&mut model);
        idle().push(model);
        done
    }
}

/// Hands on in order what is finished in any.
struct InOrder<'a> {
    keep: Keep<'a>,
    waiting: Mutex<Waiting>,
}

/// The number of the block that comes next, and blocks that are finished before it.
type Waiting = (usize, BTreeMap<usize, Option<Vec<u8>>>);

impl<'a> InOrder<'a> {
    fn to(keep: Keep<'a>) -> Self {
        let waiting = Mutex::default();
        InOrder { keep, waiting }
    }

    /// A block by its number is finished; one that is not to be kept has no bytes.
    fn put(&self, number: usize, bytes: Option<Vec<u8>>) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let (next, early) = &mut *waiting;
        early.insert(number, bytes);
        while let Some(bytes) = early.remove(next) {
            bytes.iter().for_each(|bytes| (self.keep.put)(bytes));
            *next += 1;
        }
    }
}

fn live_along<T: Send>(
    prototype: &Prototype,
    layout: &Layout,
    options: &Options,
    along: Around<'_>,
    holds: &Holds,
    take: &(dyn Fn(BlockResult) -> T + Sync),
) -> Result<Stretch<T>, RunError> {
    let width = options.width.clamp(1, crate::lanes::WIDTH) as u32;
    let Range { start, end } = options.replicates;
    if let Some(agreed) = &prototype.scenario().agreed {
        with_threads(options.threads, || agree::find(agreed, end))??;
    }
    let total = end - start;
    let traced = |first: u32| first - start < options.facilities;
    let Around {
        known,
        keep,
        progress,
    } = along;
    let mut known: BTreeMap<u32, BlockResult> = known
        .into_iter()
        .filter(|block| block.first >= start)
        .filter(|block| checkpoint::fits(block, layout, traced(block.first)))
        .map(|block| (block.first, block))
        .collect();
    let blocks = (start..end).step_by(width as usize).map(|first| {
        let lanes = (end - first).min(width) as usize;
        let before = known.remove(&first).filter(|block| block.lanes == lanes);
        (first, lanes, before)
    });
    let mut wanted: Vec<(u32, usize, Option<BlockResult>)> = Vec::new();
    // So many futures that even the list of their blocks finds no room are refused in words.
    if wanted.try_reserve_exact(blocks.len()).is_err() {
        return Err(holds.refused(total));
    }
    wanted.extend(blocks);
    let before = wanted.iter().filter(|(_, _, block)| block.is_some());
    let before: u32 = before.map(|(_, lanes, _)| *lanes as u32).sum();
    let done = AtomicU32::new(before);
    let stop = AtomicBool::new(false);
    let worlds = Worlds::of(prototype);
    if !progress(before, total) {
        return Err(RunError::Interrupted);
    }
    let keep = keep.map(|(scenario, keep)| (scenario, InOrder::to(keep)));
    let one = |number: usize, (first, lanes, before): (u32, usize, Option<BlockResult>)| {
        if let Some(block) = before {
            if let Some((_, keep)) = &keep {
                keep.put(number, None);
            }
            return Ok(take(block));
        }
        if stop.load(Ordering::Relaxed) {
            return Err(RunError::Interrupted);
        }
        let due = keep.as_ref();
        let due = due.is_some_and(|(scenario, keep)| (keep.keep.due)((*scenario, first)));
        let live =
            |model: &mut Model| block::live(model, prototype, layout, first, lanes, traced(first));
        let result = worlds.lend(live);
        if let (Ok(block), Some((scenario, keep))) = (&result, &keep) {
            keep.put(number, due.then(|| checkpoint::put_down(*scenario, block)));
        }
        let lived = done.fetch_add(lanes as u32, Ordering::Relaxed) + lanes as u32;
        if !progress(lived, total) {
            stop.store(true, Ordering::Relaxed);
        }
        result.map(take).map_err(|violation| {
            stop.store(true, Ordering::Relaxed);
            RunError::Violation(violation)
        })
    };
    let (results, threads) = with_threads(options.threads, || {
        // The next block falls to the next idle thread, so that few wait for one before them to be kept.
        let each = wanted.into_iter().enumerate().par_bridge();
        let lived = each.map(|(number, block)| (number, one(number, block)));
        let mut results: Vec<(usize, Result<T, RunError>)> = lived.collect();
        results.sort_unstable_by_key(|(number, _)| *number);
        (results, rayon::current_num_threads())
    })?;
    // A violation is told before an interruption it caused; the first in replicate order.
    let mut blocks = Vec::with_capacity(results.len());
    let mut interrupted = false;
    for (_, result) in results {
        match result {
            Ok(block) => blocks.push(block),
            Err(RunError::Interrupted) => interrupted = true,
            Err(error) => return Err(error),
        }
    }
    if interrupted {
        return Err(RunError::Interrupted);
    }
    Ok(Stretch {
        blocks,
        threads,
        now: total - before,
    })
}
