//! The whole of a run: the baseline lived many times on every core, put together, and written out.
//!
//! `cargo bench --bench ensemble`; `FUTURES=10000` and `THREADS=1` change what is asked for. Times
//! by the clock mean something on an idle machine only; what all threads worked, on any.

mod support;

use carecast::internals::engine::{self, Options};
use carecast::internals::plot;
use carecast::internals::report::{self, Pictures, RunBlock};
use carecast::internals::scenario::Scenario;
use std::time::SystemTime;
use support::by_the_clock;

fn main() {
    let started = SystemTime::now();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let threads = support::asked("THREADS", cores as u32) as usize;
    let futures = support::asked("FUTURES", 1_000);
    support::tell_machine(threads);

    let (read, (mut scenario, _)) =
        by_the_clock(|| Scenario::built_in("baseline").expect("the baseline can be read"));
    scenario.replicates = futures;
    let options = Options {
        threads: Some(threads),
        ..Options::of(&scenario)
    };
    let (run, findings) = by_the_clock(|| {
        engine::run(&scenario, &options, &|_, _| true).expect("the baseline can be lived")
    });
    let lived = &findings.statistics;

    let home = tempfile::tempdir().expect("a folder for what is written");
    let block = RunBlock::new(&findings, started, read.clock);
    let out = home.path().join("run");
    let (tables, files) = by_the_clock(|| {
        report::write(
            &findings,
            &scenario.resolved(),
            &out,
            Pictures::No,
            block,
            &|| false,
        )
        .expect("the tables can be written")
    });
    let (drawing, pictures) =
        by_the_clock(|| plot::pictures(&findings).expect("the pictures can be drawn"));
    let (painting, painted) = by_the_clock(|| {
        plot::write(&pictures, &home.path().join("charts"), false)
            .expect("the pictures can be written")
    });

    println!("{futures} futures of the baseline, {threads} threads\n");
    println!("{:<38} {:>10} {:>10}", "", "clock, s", "worked, s");
    let row = |what: &str, clock: f64, worked: Option<f64>, more: &str| {
        let worked = worked.map_or_else(String::new, |seconds| format!("{seconds:.2}"));
        println!("{what:<38} {clock:>10.2} {worked:>10}   {more}");
    };
    row("reading and checking", read.clock, read.worked, "");
    let speed = format!(
        "{:.0} futures, {:.0} years a second; {} laws held",
        lived.futures_per_second, lived.years_per_second, lived.checks
    );
    row("living", lived.simulate_seconds, None, &speed);
    row("means and percentiles", lived.reduce_seconds, None, "");
    row("living, means and percentiles", run.clock, run.worked, "");
    let count = |files: usize| format!("{files} files");
    let (clock, worked) = (tables.clock, tables.worked);
    row("tables and report", clock, worked, &count(files.len()));
    row("pictures laid out", drawing.clock, drawing.worked, "");
    let (clock, worked) = (painting.clock, painting.worked);
    let files = count(painted.len());
    row("pictures as SVG and CSV", clock, worked, &files);
    let all = [read, run, tables, drawing, painting];
    let worked = all.iter().map(|took| took.worked).sum();
    row("all", all.iter().map(|took| took.clock).sum(), worked, "");
    match report::peak_memory_mb() {
        Some(memory) => println!("\nLargest memory: {memory:.0} MB"),
        None => println!("\nLargest memory: this system does not tell"),
    }
}
