//! The question, lived many times: blocks of futures on every core, combined in replicate order.
//!
//! A future's numbers depend on the seed and its replicate number alone, so any number of threads,
//! any block width and any part of the run give the same rows.
//!
//! In the terms of the field: a future is a replicate, a block a batch of replicates that one core
//! simulates together, and to reduce is to summarise the sample of replicates.

pub mod block;
pub mod facilities;
pub mod kept;
pub mod layout;
pub mod memory;
pub mod prototype;
pub mod reduce;
pub mod rehearse;
pub mod until;

use crate::results::{Draws, Findings, Record, RunStatistics};
use crate::scenario::Scenario;
use crate::words::command as words;
pub use crate::world::ledger::Violation;
use block::BlockResult;
use layout::Layout;
use memory::Holds;
use prototype::Prototype;
use rayon::prelude::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Instant;

/// How a run is carried out; nothing here can change its results.
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

/// What goes along with a run: what was lived before, and who hears of it.
pub struct Along<'a> {
    /// Blocks of the same question that were finished before; those of another shape are not used.
    pub known: Vec<BlockResult>,
    /// Called with every block that is finished, from the thread that lived it.
    pub keep: &'a (dyn Fn(&BlockResult) + Sync),
    /// Called with futures finished and in all; `false` stops.
    pub progress: &'a (dyn Fn(u32, u32) -> bool + Sync),
}

impl<'a> Along<'a> {
    /// Nothing was lived before and nothing is kept.
    pub fn only(progress: &'a (dyn Fn(u32, u32) -> bool + Sync)) -> Self {
        Along {
            known: Vec::new(),
            keep: &|_| {},
            progress,
        }
    }
}

/// The same on blocks finished before.
pub fn record_along(
    scenario: &Scenario,
    options: &Options,
    mut along: Along<'_>,
) -> Result<Record, RunError> {
    let seconds = stop_watch();
    let prototype = Prototype::new(scenario)?;
    let layout = Layout::of(&prototype);
    let holds = Holds::whole(&prototype, &layout, options.facilities, threads(options));
    let start = options.replicates.start;
    let all = options.replicates.len() as u32;
    let mut futures = match options.until {
        Some(_) => until::first(all),
        None => all,
    };
    let mut lived_now = 0;
    let (blocks, threads, stop_rule) = loop {
        let part = Options {
            replicates: start..start + futures,
            ..options.clone()
        };
        let lived = live_along(&prototype, &layout, &part, along, &holds, &|block| block)?;
        lived_now += lived.now;
        let Some(half) = options.until else {
            break (lived.blocks, lived.threads, None);
        };
        let (rule, next) = until::ask(half, &prototype, &layout, &lived.blocks, all);
        match next {
            None => break (lived.blocks, lived.threads, Some(rule)),
            Some(next) => futures = next,
        }
        along = Along {
            known: lived.blocks,
            ..lived.along
        };
    };
    let simulated = seconds();
    let replicates = start..start + futures;
    let checks = blocks.iter().map(|b| b.checks).sum();
    let (mut findings, facilities) = with_threads(options.threads, || {
        rayon::join(
            || reduce::reduce(scenario, &prototype, &layout, &blocks, replicates),
            || facilities::facilities(&prototype, &layout, &blocks),
        )
    })?;
    let draws = options.keep_draws.then(|| Draws {
        national_only: findings
            .indicators
            .iter()
            .map(|i| i.national_only)
            .collect(),
        first_series: layout.first_series,
        years: layout.years.len(),
        blocks: blocks.into_iter().map(|b| (b.lanes, b.samples)).collect(),
    });
    let years = f64::from(scenario.last.since(scenario.first) + 1);
    let speed = f64::from(lived_now) / simulated;
    findings.statistics = RunStatistics {
        threads,
        simulate_seconds: simulated,
        reduce_seconds: seconds() - simulated,
        futures_per_second: speed,
        years_per_second: speed * years,
        checks,
        peak_memory_mb: None,
        kept: futures - lived_now.min(futures),
        stop_rule,
    };
    Ok(Record {
        findings,
        facilities,
        draws,
    })
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

fn with_threads<T: Send>(
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

/// Lives the blocks; they come back in replicate order.
pub fn live(
    prototype: &Prototype,
    layout: &Layout,
    options: &Options,
    progress: &(dyn Fn(u32, u32) -> bool + Sync),
) -> Result<(Vec<BlockResult>, usize), RunError> {
    let holds = Holds::whole(prototype, layout, options.facilities, threads(options));
    live_along(
        prototype,
        layout,
        options,
        Along::only(progress),
        &holds,
        &|b| b,
    )
    .map(|lived| (lived.blocks, lived.threads))
}

/// Lives the blocks and keeps of each only what `take` makes of it, in replicate order: for runs
/// whose whole results would not fit into memory together. `holds` is what is so kept.
pub fn live_taking<T: Send>(
    prototype: &Prototype,
    layout: &Layout,
    options: &Options,
    progress: &(dyn Fn(u32, u32) -> bool + Sync),
    holds: &Holds,
    take: &(dyn Fn(BlockResult) -> T + Sync),
) -> Result<Vec<T>, RunError> {
    let along = Along::only(progress);
    live_along(prototype, layout, options, along, holds, take).map(|lived| lived.blocks)
}

/// Blocks in replicate order, or what was taken of them, and how they came about.
struct Lived<'a, T> {
    blocks: Vec<T>,
    threads: usize,
    /// Futures that had to be lived.
    now: u32,
    /// What goes along with the next part; its known blocks are used up.
    along: Along<'a>,
}

fn live_along<'a, T: Send>(
    prototype: &Prototype,
    layout: &Layout,
    options: &Options,
    along: Along<'a>,
    holds: &Holds,
    take: &(dyn Fn(BlockResult) -> T + Sync),
) -> Result<Lived<'a, T>, RunError> {
    let width = options.width.clamp(1, crate::lanes::WIDTH) as u32;
    let Range { start, end } = options.replicates;
    let total = end - start;
    let traced = |first: u32| first - start < options.facilities;
    let Along {
        known,
        keep,
        progress,
    } = along;
    let mut known: BTreeMap<u32, BlockResult> = known
        .into_iter()
        .filter(|block| block.first >= start)
        .filter(|block| kept::fits(block, layout, traced(block.first)))
        .map(|block| (block.first, block))
        .collect();
    let held = known.values().map(|block| block.lanes as u32).sum();
    holds.ask(total, held)?;
    let blocks = (start..end).step_by(width as usize).map(|first| {
        let lanes = (end - first).min(width) as usize;
        let before = known.remove(&first).filter(|block| block.lanes == lanes);
        (first, lanes, before)
    });
    let mut wanted: Vec<(u32, usize, Option<BlockResult>)> = Vec::new();
    if wanted.try_reserve_exact(blocks.len()).is_err() {
        return Err(holds.refused(total));
    }
    wanted.extend(blocks);
    let before = wanted.iter().filter(|(_, _, block)| block.is_some());
    let before: u32 = before.map(|(_, lanes, _)| *lanes as u32).sum();
    let done = AtomicU32::new(before);
    let stop = AtomicBool::new(false);
    // One world for each worker, restored in place between blocks.
    let worlds = Mutex::new(Vec::new());
    if !progress(before, total) {
        return Err(RunError::Interrupted);
    }
    let one = |(first, lanes, before): (u32, usize, Option<BlockResult>)| {
        if let Some(block) = before {
            return Ok(take(block));
        }
        if stop.load(Ordering::Relaxed) {
            return Err(RunError::Interrupted);
        }
        let idle = worlds
            .lock()
            .expect("no worker panics while it holds the lock")
            .pop();
        let mut model = idle.unwrap_or_else(|| prototype.instantiate());
        let result = block::live(&mut model, prototype, layout, first, lanes, traced(first));
        worlds
            .lock()
            .expect("no worker panics while it holds the lock")
            .push(model);
        if let Ok(block) = &result {
            keep(block);
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
        let results: Vec<Result<T, RunError>> =
            wanted.into_par_iter().with_max_len(1).map(one).collect();
        (results, rayon::current_num_threads())
    })?;
    // A violation is told before an interruption it caused; the first in replicate order.
    let mut blocks = Vec::with_capacity(results.len());
    let mut interrupted = false;
    for result in results {
        match result {
            Ok(block) => blocks.push(block),
            Err(RunError::Interrupted) => interrupted = true,
            Err(error) => return Err(error),
        }
    }
    if interrupted {
        return Err(RunError::Interrupted);
    }
    Ok(Lived {
        blocks,
        threads,
        now: total - before,
        along: Along {
            known: Vec::new(),
            keep,
            progress,
        },
    })
}
