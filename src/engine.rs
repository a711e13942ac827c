//! The question, lived many times: blocks of futures on every core, combined in replicate order.
//!
//! A future's numbers depend on the seed and its replicate number alone, so any number of threads,
//! any block width and any part of the run give the same rows.

pub mod block;
pub mod facilities;
pub mod layout;
pub mod prototype;
pub mod reduce;

use crate::results::{Draws, Findings, Record, RunStatistics};
use crate::scenario::Scenario;
pub use crate::world::ledger::Violation;
use block::BlockResult;
use layout::Layout;
use prototype::Prototype;
use rayon::prelude::*;
use std::ops::Range;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::Instant;

/// How a run is carried out; nothing here can change its results.
#[derive(Clone, Debug)]
pub struct Options {
    /// Worker threads; `None`: one for each core.
    pub threads: Option<usize>,
    /// Replicates to live.
    pub replicates: Range<u32>,
    /// Futures in one block, 1 to 16.
    pub width: usize,
    /// Keep every future of every indicator.
    pub keep_draws: bool,
    /// Record every hospital year by year.
    pub facilities: bool,
}

impl Options {
    /// All replicates of a scenario on every core.
    pub fn of(scenario: &Scenario) -> Self {
        Options {
            threads: None,
            replicates: 0..scenario.replicates,
            width: crate::lanes::WIDTH,
            keep_draws: false,
            facilities: false,
        }
    }
}

/// Why a run gave no answer.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// A conservation law did not hold: an error of the program.
    #[error("{} in {} of future {} {}", .0.entity, .0.year, .0.replicate, .0.detail)]
    Violation(Violation),
    /// The caller asked to stop.
    #[error("the run was stopped")]
    Interrupted,
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
    let started = Instant::now();
    let prototype = Prototype::new(scenario)?;
    let layout = Layout::of(&prototype);
    let (blocks, threads) = live(&prototype, &layout, options, progress)?;
    let simulated = started.elapsed().as_secs_f64();
    let replicates = options.replicates.clone();
    let lived = replicates.len() as f64;
    let checks = blocks.iter().map(|b| b.checks).sum();
    let (mut findings, facilities) = with_threads(options.threads, || {
        let findings = reduce::reduce(scenario, &prototype, &layout, &blocks, replicates);
        let facilities = facilities::facilities(&prototype, &layout, &blocks);
        (findings, facilities)
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
    findings.statistics = RunStatistics {
        threads,
        simulate_seconds: simulated,
        reduce_seconds: started.elapsed().as_secs_f64() - simulated,
        futures_per_second: lived / simulated,
        years_per_second: lived * years / simulated,
        checks,
        peak_memory_mb: None,
    };
    Ok(Record {
        findings,
        facilities,
        draws,
    })
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
            .map_err(|e| RunError::Setup(format!("could not start {n} worker threads: {e}"))),
    }
}

/// Lives the blocks; they come back in replicate order.
pub fn live(
    prototype: &Prototype,
    layout: &Layout,
    options: &Options,
    progress: &(dyn Fn(u32, u32) -> bool + Sync),
) -> Result<(Vec<BlockResult>, usize), RunError> {
    let width = options.width.clamp(1, crate::lanes::WIDTH) as u32;
    let Range { start, end } = options.replicates;
    let total = end - start;
    let starts: Vec<u32> = (start..end).step_by(width as usize).collect();
    let done = AtomicU32::new(0);
    let stop = AtomicBool::new(false);
    // One world for each worker, restored in place between blocks.
    let worlds = Mutex::new(Vec::new());
    if !progress(0, total) {
        return Err(RunError::Interrupted);
    }
    let one = |first: &u32| -> Result<BlockResult, RunError> {
        if stop.load(Ordering::Relaxed) {
            return Err(RunError::Interrupted);
        }
        let idle = worlds
            .lock()
            .expect("no worker panics while it holds the lock")
            .pop();
        let mut model = idle.unwrap_or_else(|| prototype.instantiate());
        let lanes = (end - first).min(width) as usize;
        let traced = options.facilities;
        let result = block::live(&mut model, prototype, layout, *first, lanes, traced);
        worlds
            .lock()
            .expect("no worker panics while it holds the lock")
            .push(model);
        let lived = done.fetch_add(lanes as u32, Ordering::Relaxed) + lanes as u32;
        if !progress(lived, total) {
            stop.store(true, Ordering::Relaxed);
        }
        result.map_err(|violation| {
            stop.store(true, Ordering::Relaxed);
            RunError::Violation(violation)
        })
    };
    let (results, threads) = with_threads(options.threads, || {
        let results: Vec<Result<BlockResult, RunError>> =
            starts.par_iter().with_max_len(1).map(one).collect();
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
    Ok((blocks, threads))
}
