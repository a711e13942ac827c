//! When each decision of a scenario must be taken: it is lived again with each left out, and started later
//! year by year; the verdict goes to the terminal, everything else to a folder.

use super::super::parts::own;
use super::super::progress::Progress;
use super::super::verify::{self, not_opened};
use super::super::{Failure, Painted, VerifyOptions, money, questions, run, screen, stop};
use crate::report::parts::Own;
use crate::report::{self, Pictures, RunBlock, saved, timing as left};
use crate::results::timing::Timing;
use crate::scenario::Scenario;
use crate::scenario::file::MOST_REPLICATES;
use crate::study::timing::{self as study, Options};
use crate::words::{command as says, timing as words};
use clap::Args;
use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime};

/// How it is asked by when decisions must be taken.
#[derive(Clone, Debug, Args)]
pub struct WhenOptions {
    /// A scenario file, or the name of a built-in scenario
    #[arg(value_name = "FILE")]
    file: String,
    /// Futures of each variant of the scenario [default: 2000]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_REPLICATES)))]
    replicates: Option<u32>,
    /// Seed of all random numbers, in place of the scenario's
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// The most that may be spent of public money to the year of the targets: billion, such as 60000
    #[arg(long, value_name = "AMOUNT", value_parser = money)]
    ceiling: Option<f64>,
    /// Folder of a base, in place of the one the scenario names
    #[arg(long, value_name = "DIR")]
    base: Option<PathBuf>,
    /// Worker threads [default: as many as the machine offers]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Folder under which the answer gets its own
    #[arg(long, value_name = "DIR", default_value = "out")]
    out: PathBuf,
    /// Print all that was found as JSON in place of sentences
    #[arg(long)]
    json: bool,
    /// Say nothing but the answers and what goes wrong
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    painted: Painted,
    /// Draw no pictures
    #[arg(long)]
    no_charts: bool,
}

/// Futures of each variant where nobody says how many.
const FUTURES: u32 = 2_000;

/// Fewest futures from which a difference of years can be told from luck.
const ENOUGH: usize = 200;

/// Lives the variants and leaves the answer.
pub fn when(options: &WhenOptions) -> Result<(), Failure> {
    stop::listen();
    let (started, began) = (SystemTime::now(), Instant::now());
    let asked = [options.file.clone()];
    let mut question = questions::ask(&asked, options.base.as_deref())?.remove(0);
    question.set((options.seed, None), None)?;
    if !options.quiet {
        question.warn();
    }
    let mut scenario = question.scenario;
    scenario.hold_to(options.ceiling);
    if scenario.policies.is_empty() {
        return Err(Failure::Refused(words::nothing_decided(&scenario.name)));
    }
    let replicates = 0..options.replicates.unwrap_or(FUTURES);
    let out = options.out.join(format!("{}-when", scenario.name));
    let _lock = run::lock(&out)?;
    if !options.quiet {
        let says = words::setting_out(
            &scenario.name,
            scenario.policies.len(),
            replicates.len() as u32,
        );
        screen::note(&says);
        if replicates.len() < ENOUGH {
            screen::note(&words::few(replicates.len()));
        }
    }
    let how = Options {
        threads: options.threads.map(usize::from),
        replicates,
    };
    let found = live(&scenario, &how, options.quiet, &words::NOTHING_WRITTEN)?;
    let seconds = began.elapsed().as_secs_f64();
    let run = RunBlock {
        started_at: report::utc(started),
        simulate_seconds: seconds,
        machine: report::Machine::this(),
        peak_memory_mb: report::peak_memory_mb(),
        ..RunBlock::default()
    };
    let pictures = Pictures::of(options.no_charts, options.painted.png());
    let own = own(&scenario);
    let files = write(
        &scenario,
        (&own, &found),
        (&out, pictures),
        run,
        &words::NOTHING_WRITTEN,
    )?;
    if options.json {
        let whole = serde_json::to_string_pretty(&found).expect("plain data has a JSON form");
        screen::answer(&whole);
        return Ok(());
    }
    for said in left::answers(&found) {
        screen::answer(&said);
    }
    if !options.quiet {
        let page = out.join(left::PAGE).display().to_string();
        let variants = found.variants();
        let name = &scenario.name;
        screen::note(&words::went(
            name,
            variants,
            &found,
            seconds,
            files.len(),
            &page,
        ));
    }
    Ok(())
}

fn live(scenario: &Scenario, how: &Options, quiet: bool, nothing: &str) -> Result<Timing, Failure> {
    let progress = Progress::new(&scenario.name, 1, quiet);
    let found = study::timing(scenario, how, &progress.heard());
    progress.done();
    let found = found.map_err(|error| run::ended(error, scenario, nothing))?;
    match found.asked.is_empty() {
        true => Err(Failure::Refused(words::nothing_asked(&scenario.name))),
        false => Ok(found),
    }
}

fn write(
    scenario: &Scenario,
    (own, found): (&Own, &Timing),
    (out, pictures): (&Path, Pictures),
    run: RunBlock,
    nothing: &str,
) -> Result<Vec<PathBuf>, Failure> {
    let made = left::Made {
        resolved: &scenario.resolved(),
        own,
        base: (&scenario.base.code, &scenario.base.digest),
        run,
    };
    left::write(found, &made, out, pictures, &stop::requested)
        .map_err(|error| run::unwritten(&error, nothing))
}

/// Lives a finished answer again and leaves it in the folder `into`; or why it cannot be the same any more.
pub fn again(
    folder: &Path,
    into: &Path,
    options: &VerifyOptions,
) -> Result<Result<(u64, u64), String>, Failure> {
    let manifest: left::Manifest = saved::manifest_as(folder).map_err(|e| not_opened(&e))?;
    let path = folder.join(report::SCENARIO);
    let (name, base) = (&manifest.scenario.name, &manifest.base.sha256);
    let listed = (manifest.seed, None);
    let scenario = match verify::scenario(&path, name, base, listed, options.base.as_deref())? {
        Ok(scenario) => scenario,
        Err(apart) => return Ok(Err(apart.into())),
    };
    let how = Options {
        threads: options.threads.map(usize::from),
        replicates: manifest.replicates,
    };
    let nothing = says::NOTHING_CHANGED;
    let found = live(&scenario, &how, options.quiet, &nothing)?;
    let pictures = verify::pictures(&manifest.files, options);
    let own = Own {
        scenario: manifest.scenario,
        builds_on: manifest.builds_on,
    };
    write(
        &scenario,
        (&own, &found),
        (into, pictures),
        RunBlock::default(),
        &nothing,
    )?;
    let lived = found.variants() as u64 * how.replicates.len() as u64;
    Ok(Ok((lived, found.seed)))
}
