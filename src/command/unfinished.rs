//! What a run finishes is kept while it lasts; cut short, it goes on from there with `--resume`.

use super::{Failure, RunOptions, doors, run, screen};
use crate::report::futures::Belongs;
use crate::report::unfinished::{Found, Unfinished, place};
use crate::report::{self, Listed, Pictures, ReportError, saved};
use crate::scenario::Scenario;
use crate::words::command as words;
use std::path::{Path, PathBuf};

/// The place where finished futures wait, while a run lasts.
pub struct Waiting {
    file: Unfinished,
    name: String,
    write: bool,
}

/// Opens that place for a run into `folder`, and gives what an earlier run left there where the user
/// asked to go on from it.
pub fn open(
    scenario: &Scenario,
    folder: &Path,
    options: &RunOptions,
) -> Result<(Waiting, doors::Before), Failure> {
    let mut before = doors::Before::default();
    let opened = Unfinished::open(
        folder,
        &belongs(scenario, options.keep().facilities),
        options.resume,
        &mut |entry| before.add(entry),
    );
    let (file, found) = opened.map_err(|e| run::not_written(&e))?;
    report::sweep(folder);
    let futures = before.futures();
    let says = match (found, options.resume) {
        (Found::Nothing, true) => Some(words::nothing_to_resume(&scenario.name)),
        (Found::Another, _) => Some(words::another_unfinished(&scenario.name)),
        (Found::Entries(_), true) => Some(words::going_on(&scenario.name, futures)),
        (Found::Entries(_), false) => Some(words::started_anew(&scenario.name)),
        (Found::Nothing, false) => None,
    };
    if let Some(says) = says.filter(|_| !options.quiet) {
        screen::note(&says);
    }
    let waiting = Waiting {
        file,
        name: scenario.name.clone(),
        write: !options.no_resume,
    };
    Ok((waiting, before))
}

impl Waiting {
    /// Keeps finished futures. A place that cannot take them is told once, and the run goes on.
    pub fn keep(&self, bytes: &[u8]) {
        if !self.write {
            return;
        }
        if let Err(error) = self.file.keep(bytes) {
            screen::note(&words::cannot_keep(
                &self.name,
                &error.to_string(),
                &error.help(),
            ));
        }
    }

    /// The results are written.
    pub fn done(self) {
        self.file.remove();
    }

    /// The run was cut short: what the user reads of what was kept.
    pub fn cut_short(self) -> String {
        match self.file.leave() {
            Some(_) => words::can_be_resumed(&self.name),
            None => String::new(),
        }
    }
}

/// What futures of a scenario belong to.
pub fn belongs(scenario: &Scenario, hospitals: u32) -> Belongs {
    let question = Scenario {
        replicates: 1,
        ..scenario.clone()
    };
    let resolved = question.resolved();
    let question = Listed::of(report::SCENARIO, resolved.as_bytes())
        .expect("memory can be read")
        .sha256;
    Belongs {
        version: env!("CARGO_PKG_VERSION").into(),
        sources: env!("CARECAST_SOURCES").into(),
        question,
        base: scenario.base.digest.clone(),
        seed: scenario.seed,
        hospitals,
        part: None,
    }
}

/// What a folder holds of a run that is to be made.
pub enum Held {
    /// All of it, and every file is the one the run left.
    Whole,
    /// All of it once; this file is not the one the run left.
    Spoilt(PathBuf),
    /// Not this run, or not all that is wished for.
    No,
}

/// Whether `folder` holds this very run already, finished, with all that is wished for; asked where a
/// list of runs is resumed.
pub fn finished(
    scenario: &Scenario,
    folder: &Path,
    wish: &doors::Wish,
    pictures: Pictures,
) -> Held {
    let Ok(m) = saved::manifest(folder) else {
        return Held::No;
    };
    let lists = |ending: &str| m.files.iter().any(|f| f.path.ends_with(ending));
    let waits = place(folder).metadata().is_ok_and(|m| m.len() > 0);
    let this = !waits
        && m.version == env!("CARGO_PKG_VERSION")
        && m.scenario.name == scenario.name
        && m.base.sha256 == scenario.base.digest
        && m.seed == scenario.seed
        && m.replicates.first == wish.replicates.start
        && m.replicates.count == wish.replicates.len() as u32
        && m.hospital_futures == wish.hospital_futures()
        && m.assumption_futures == wish.assumption_futures()
        && m.lists(report::SCENARIO)
        && m.lists(saved::FINDINGS)
        && m.lists("draws.parquet") == wish.keep.draws
        && lists(".xlsx") == cfg!(feature = "xlsx")
        && lists(".svg") == (pictures != Pictures::No)
        && lists(".png") == (pictures == Pictures::SvgAndPng && cfg!(feature = "png"));
    if !this {
        return Held::No;
    }
    if let Some(file) = saved::spoilt(folder, &m.files) {
        return Held::Spoilt(file);
    }
    let resolved = std::fs::read_to_string(folder.join(report::SCENARIO));
    match resolved.is_ok_and(|text| text == scenario.resolved()) {
        true => Held::Whole,
        false => Held::No,
    }
}

/// What a run leaves where its results could not be written.
pub fn not_written(error: &ReportError, waiting: Waiting) -> Failure {
    let Failure::CannotRun(says) = run::not_written(error) else {
        unreachable!("what cannot be written is told as such");
    };
    let kept = waiting.cut_short();
    Failure::CannotRun(match kept.as_str() {
        "" => says,
        kept => format!("{says}\n{kept}"),
    })
}
