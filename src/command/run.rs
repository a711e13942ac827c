//! Each scenario is lived in many futures and leaves a folder of results; its answers go to the
//! terminal.

use super::progress::Progress;
use super::questions::{self, Question};
use super::{Failure, RunOptions, fault, screen, stop};
use crate::engine::{self, RunError};
use crate::report::{self, Pictures, ReportError, RunBlock};
use crate::results::Findings;
use crate::words::command as words;
use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime};

/// Answers told in the terminal.
const HEADLINES: usize = 5;

/// Runs every scenario in turn, each into its own folder under `--out`.
pub fn run(files: &[String], options: &RunOptions) -> Result<(), Failure> {
    if !options.quiet {
        screen::note(&format!(
            "carecast {}: reading {}",
            env!("CARGO_PKG_VERSION"),
            files.join(", ")
        ));
    }
    stop::listen();
    let mut questions = questions::ask(files, options.base.as_deref())?;
    questions::folders_differ(&questions, &options.out)?;
    for question in &mut questions {
        question.scenario.seed = options.seed.unwrap_or(question.scenario.seed);
        if let Some(range) = &options.replicates {
            question.scenario.replicates = range.end - range.start;
        }
        question.warn();
    }
    for question in &questions {
        report::probe(&options.out.join(&question.scenario.name)).map_err(|e| not_written(&e))?;
    }
    let mut kept = Vec::new();
    for question in &questions {
        let folder = options.out.join(&question.scenario.name);
        answer(question, &folder, options, &kept)?;
        kept.push(folder.display().to_string());
    }
    Ok(())
}

fn not_written(error: &ReportError) -> Failure {
    Failure::CannotRun(format!("{error}\n  help: {}", error.help()))
}

/// Lives one scenario, writes its results and tells its answers.
fn answer(
    question: &Question,
    folder: &Path,
    options: &RunOptions,
    kept: &[String],
) -> Result<(), Failure> {
    let scenario = &question.scenario;
    let name = &scenario.name;
    let kept = words::kept(name, kept);
    let started = SystemTime::now();
    let replicates = options.replicates.clone().unwrap_or(0..scenario.replicates);
    let futures = replicates.end - replicates.start;
    if !options.quiet {
        screen::note(&words::setting_out(
            name,
            futures,
            scenario.first.0,
            scenario.last.0,
        ));
    }
    let progress = Progress::new(name, futures, options.quiet);
    let lived = engine::run(
        scenario,
        &engine::Options {
            threads: options.threads.map(usize::from),
            replicates,
            width: crate::lanes::WIDTH,
        },
        &|done, total| {
            progress.tell(done, total);
            !stop::asked()
        },
    );
    progress.done();
    let findings = lived.map_err(|error| match &error {
        RunError::Violation { .. } => {
            Failure::Ours(fault::violation(&error, scenario.seed, &kept).unwrap_or_default())
        }
        RunError::Interrupted => Failure::Interrupted(kept.clone()),
        RunError::Setup(why) => Failure::CannotRun(format!("{name} could not run: {why}\n{kept}")),
    })?;
    if !options.quiet {
        screen::note(&words::writing(name));
    }
    let began = Instant::now();
    let block = RunBlock::new(&findings, started, question.seconds);
    let files = report::write(
        &findings,
        &scenario.resolved(),
        folder,
        pictures(options),
        block,
        &stop::asked,
    )
    .map_err(|error| match error {
        ReportError::Stopped => Failure::Interrupted(kept.clone()),
        other => not_written(&other),
    })?;
    tell(
        &findings,
        folder,
        &files,
        began.elapsed().as_secs_f64(),
        options.quiet,
    );
    Ok(())
}

fn pictures(options: &RunOptions) -> Pictures {
    match (options.no_charts, options.no_png) {
        (true, _) => Pictures::No,
        (false, true) => Pictures::Svg,
        (false, false) => Pictures::SvgAndPng,
    }
}

/// The answers, and how the run went.
fn tell(findings: &Findings, folder: &Path, files: &[PathBuf], writing: f64, quiet: bool) {
    let report = folder.join("report.md").display().to_string();
    screen::answer(&format!("{} ({report})", findings.title));
    for line in report::headlines(findings, HEADLINES) {
        screen::answer(&format!("  {line}"));
    }
    if quiet {
        return;
    }
    let s = &findings.statistics;
    screen::note(&words::went(&words::Went {
        name: &findings.scenario,
        futures: findings
            .replicates
            .end
            .saturating_sub(findings.replicates.start),
        years: findings.years.len().saturating_sub(1),
        seconds: s.simulate_seconds + s.reduce_seconds,
        speed: s.futures_per_second,
        threads: s.threads,
        checks: s.checks,
        memory: s.peak_memory_mb,
        files: files.len(),
        writing,
        report: &report,
    }));
}
