//! The whole of a run: the baseline lived many times on every core, put together, and written out.
//!
//! `cargo bench --bench ensemble`; `FUTURES=10000` and `THREADS=1` change what is asked for. Times
//! are by the clock, so they mean something on an idle machine only.

mod support;

use carecast::engine::{self, Options};
use carecast::plot;
use carecast::report::{self, Pictures, RunBlock};
use carecast::scenario::Scenario;
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
    let findings =
        engine::run(&scenario, &options, &|_, _| true).expect("the baseline can be lived");
    let lived = &findings.statistics;

    let home = tempfile::tempdir().expect("a folder for what is written");
    let block = RunBlock::new(&findings, started, read);
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
    let png = cfg!(feature = "png");
    let (painting, painted) = by_the_clock(|| {
        plot::write(&pictures, &home.path().join("charts"), png)
            .expect("the pictures can be written")
    });

    println!("{futures} futures of the baseline, {threads} threads\n");
    let row =
        |what: &str, seconds: f64, more: &str| println!("{what:<44} {seconds:>8.2} s   {more}");
    row("reading and checking", read, "");
    row(
        "living",
        lived.simulate_seconds,
        &format!(
            "{:.0} futures, {:.0} years a second; {} laws held",
            lived.futures_per_second, lived.years_per_second, lived.checks
        ),
    );
    row(
        "putting together: means, percentiles",
        lived.reduce_seconds,
        "",
    );
    row(
        "tables and report, without pictures",
        tables,
        &format!("{} files", files.len()),
    );
    row("pictures laid out", drawing, "");
    row(
        if png {
            "pictures written as SVG, PNG and CSV"
        } else {
            "pictures written as SVG and CSV"
        },
        painting,
        &format!("{} files", painted.len()),
    );
    let all = read + lived.simulate_seconds + lived.reduce_seconds + tables + drawing + painting;
    row("all", all, "");
    match report::peak_memory_mb() {
        Some(memory) => println!("\nLargest memory: {memory:.0} MB"),
        None => println!("\nLargest memory: this system does not tell"),
    }
}
