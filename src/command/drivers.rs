//! What the draws of a finished run say of its guesses: which of them matter, and what the futures that miss
//! a target have in common. Nothing is lived.

use super::progress::Progress;
use super::verify::not_opened;
use super::{Failure, Painted, questions, run, screen, stop};
use crate::report::designed as design_report;
use crate::report::guesses::{self as report, From, claim};
use crate::report::saved::{self, Kind};
use crate::report::{Pictures, ReportError, RunBlock};
use crate::results::{Findings, Futures, TargetAnswer};
use crate::study::designed as design_study;
use crate::study::guesses as study;
use crate::words::designed as design_words;
use crate::words::guesses as words;
use clap::Args;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// How the draws of a finished run are read.
#[derive(Clone, Debug, Args)]
pub struct ReadOptions {
    /// Folder of a finished run, such as out/baseline
    #[arg(value_name = "RUN")]
    folder: PathBuf,
    /// Only this target, by its id [default: the headline targets]
    #[arg(long, value_name = "ID")]
    target: Option<String>,
    /// Print all that was found as JSON
    #[arg(long)]
    json: bool,
    /// Folder to write to [default: one in the folder of the run]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Say nothing but the answers and what goes wrong
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    painted: Painted,
    /// Draw no pictures
    #[arg(long)]
    no_charts: bool,
}

/// Which guess matters: read off a finished run, or found by a designed one.
#[derive(Clone, Debug, Args)]
pub struct DriversOptions {
    #[command(flatten)]
    read: ReadOptions,
    /// Live a designed run: RUN is then a scenario, and what each group of assumptions and luck explain is told
    /// alone and with all they do together
    #[arg(long)]
    design: bool,
    /// Rows of the design, a power of two; each is lived once for each group and twice more
    #[arg(long, value_name = "N", default_value_t = 1_024, value_parser = clap::value_parser!(u32).range(64..=8_192), requires = "design")]
    rows: u32,
    /// Folder of a base, in place of the one the scenario names
    #[arg(long, value_name = "DIR", requires = "design")]
    base: Option<PathBuf>,
}

/// A finished run with its draws.
struct Run {
    findings: Findings,
    futures: Futures,
    /// Sha-256 of the draws.
    draws: String,
}

/// What a target asks, in words.
type Says<'a> = Box<dyn Fn(&TargetAnswer) -> String + Sync + 'a>;

impl Run {
    fn open(folder: &Path, verb: &str) -> Result<Run, Failure> {
        let kind = saved::kind(folder).map_err(|e| not_opened(&e))?;
        let shown = folder.display().to_string();
        if kind != Kind::Run {
            return Err(Failure::Refused(words::not_a_run(&shown, verb)));
        }
        let findings = saved::findings(folder).map_err(|e| not_opened(&e))?;
        let (futures, draws) = drawn(folder, &findings)?;
        Ok(Run {
            findings,
            futures,
            draws,
        })
    }

    fn says(&self) -> Says<'_> {
        Box::new(|a| claim(&self.findings, a))
    }

    /// The target that is named, of these; all of them where none is.
    fn asked<'a>(
        &'a self,
        own: Vec<&'a TargetAnswer>,
        only: Option<&str>,
    ) -> Result<Vec<&'a TargetAnswer>, Failure> {
        let Some(id) = only else { return Ok(own) };
        let known: Vec<&str> = own.iter().map(|a| a.id.as_str()).collect();
        let found: Vec<&TargetAnswer> = own.iter().copied().filter(|a| a.id == id).collect();
        match found.is_empty() {
            true => Err(Failure::Refused(words::no_such_target(id, &known))),
            false => Ok(found),
        }
    }
}

/// The draws of a run, and the sha-256 of their table.
#[cfg(feature = "parquet")]
fn drawn(folder: &Path, findings: &Findings) -> Result<(Futures, String), Failure> {
    use crate::report::columns;
    let held = columns::draws(folder).map_err(|e| not_opened(&e))?;
    let none = || Failure::Refused(words::no_draws(&folder.display().to_string()));
    let (all, draws) = held.ok_or_else(none)?;
    Ok((columns::futures(all, findings), draws))
}

#[cfg(not(feature = "parquet"))]
fn drawn(_: &Path, _: &Findings) -> Result<(Futures, String), Failure> {
    Err(Failure::Refused(words::NO_COLUMNS.to_owned()))
}

/// Where what was found goes, and how it is told.
pub(super) struct Left<'a> {
    /// The folder it was read off.
    pub folder: &'a Path,
    /// The folder that is asked for.
    pub out: Option<&'a Path>,
    /// Sha-256 of the draws.
    pub draws: &'a str,
    /// What it is; the usual folder is called so.
    pub kind: &'a str,
    /// Whether no pictures are asked for, and whether they are painted.
    pub pictures: (bool, bool),
    /// Whether all is printed as JSON.
    pub json: bool,
    /// Whether only answers are told.
    pub quiet: bool,
}

/// Writes what was found, and says it.
pub(super) fn leave<T: Serialize>(
    found: &T,
    left: &Left<'_>,
    write: &dyn Fn(&From<'_>, &Path) -> Result<Vec<PathBuf>, ReportError>,
    said: Vec<String>,
) -> Result<(), Failure> {
    let usual = left.folder.join(left.kind);
    let out = left.out.unwrap_or(&usual);
    let _lock = run::lock(out)?;
    let (no_charts, png) = left.pictures;
    let from = From {
        folder: left.folder,
        draws: left.draws,
        run: RunBlock::default(),
        pictures: Pictures::of(no_charts, png),
    };
    let files = write(&from, out).map_err(|e| run::not_written(&e))?;
    if left.json {
        let text = serde_json::to_string_pretty(found).expect("plain data has a JSON form");
        screen::answer(&text);
    } else {
        said.iter().for_each(|line| screen::answer(line));
    }
    if !left.quiet {
        let page = out.join(report::page_name(left.kind)).display().to_string();
        screen::note(&words::written(files.len(), &page));
    }
    Ok(())
}

impl ReadOptions {
    fn left<'a>(&'a self, kind: &'a str, draws: &'a str) -> Left<'a> {
        Left {
            folder: &self.folder,
            out: self.out.as_deref(),
            draws,
            kind,
            pictures: (self.no_charts, self.painted.png()),
            json: self.json,
            quiet: self.quiet,
        }
    }
}

/// Says what groups of assumptions explain, by a designed run.
fn designed(options: &DriversOptions) -> Result<(), Failure> {
    let (read, rows) = (&options.read, options.rows);
    if !rows.is_power_of_two() {
        return Err(Failure::Refused(design_words::bad_rows(rows)));
    }
    if read.target.is_some() {
        return Err(Failure::Refused(design_words::NO_TARGET.to_owned()));
    }
    let asked = [read.folder.display().to_string()];
    let question = questions::ask(&asked, options.base.as_deref())?.remove(0);
    question.warn();
    let scenario = question.scenario;
    if scenario.agreed.is_some() {
        return Err(Failure::Refused(design_words::AGREED.to_owned()));
    }
    if !scenario.uncertainty.parameters() && !scenario.uncertainty.process() {
        return Err(Failure::Refused(design_words::NOTHING_DRAWN.to_owned()));
    }
    if !design_study::fits(&scenario) {
        return Err(Failure::Refused(design_words::TOO_MANY.to_owned()));
    }
    let folder = PathBuf::from(format!("out/{}-drivers", scenario.name));
    let progress = Progress::new(&scenario.name, 2 * rows, read.quiet);
    let lived = design_study::designed(&scenario, rows, &|f, a| claim(f, a), &progress.heard());
    progress.done();
    let nothing = crate::words::timing::NOTHING_WRITTEN;
    let (findings, found) = lived.map_err(|error| run::ended(error, &scenario, &nothing))?;
    let write = |from: &From<'_>, out: &Path| {
        design_report::write(&findings, &found, from, out, &stop::requested)
    };
    let left = Left {
        out: Some(read.out.as_deref().unwrap_or(&folder)),
        ..read.left(design_report::KIND, "")
    };
    leave(&found, &left, &write, design_report::said(&found))
}

/// Says which guess matters.
pub fn drivers(options: &DriversOptions) -> Result<(), Failure> {
    stop::listen();
    if options.design {
        return designed(options);
    }
    let options = &options.read;
    let run = Run::open(&options.folder, report::DRIVERS)?;
    let own = study::asked(&run.findings);
    let asked = run.asked(own, options.target.as_deref())?;
    let says = run.says();
    let found = study::guesses(&run.findings, &run.futures, &asked, &*says);
    let write = |from: &From<'_>, out: &Path| {
        report::drivers(&run.findings, &found, from, out, &stop::requested)
    };
    let said = report::drivers_said(&found);
    leave(
        &found,
        &options.left(report::DRIVERS, &run.draws),
        &write,
        said,
    )
}

/// Says what the futures that miss have in common.
pub fn explain_misses(options: &ReadOptions) -> Result<(), Failure> {
    stop::listen();
    let run = Run::open(&options.folder, report::MISSES)?;
    let own = match options.target {
        None => run.findings.headlines().collect(),
        Some(_) => run
            .findings
            .targets
            .iter()
            .filter(|a| a.probability.is_some())
            .collect(),
    };
    let asked = run.asked(own, options.target.as_deref())?;
    let says = run.says();
    let found = study::misses(&run.findings, &run.futures, &asked, &*says);
    let write = |from: &From<'_>, out: &Path| {
        report::misses(&run.findings, &found, from, out, &stop::requested)
    };
    let said = report::misses_said(&found);
    leave(
        &found,
        &options.left(report::MISSES, &run.draws),
        &write,
        said,
    )
}
