//! The calls by which the front door reaches the rest of the house.

use super::screen;
use crate::base::Base;
use crate::diagnostic::{self, Problem, Problems};
pub use crate::engine::checkpoint::place_of;
use crate::engine::{self, Along, RunError, rehearse};
pub use crate::engine::{Known, Progress, Shelf};
use crate::messages::arguments::acts_nowhere;
use crate::policy::{KINDS, Kind};
use crate::report;
use crate::results::Record;
use crate::scenario::Scenario;
use crate::scenario::file::{self, BUILT_IN, ReadError};
use crate::words::command as words;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What reading gives: a scenario with its warnings, or what the user reads instead.
pub type Read = Result<(Scenario, Problems), String>;

/// The scenario that the answer of another is held against.
pub fn answered_against(name: &str) -> Option<&'static str> {
    file::answered_against(name)
}

/// Names of the scenarios the program carries.
pub fn built_in_names() -> Vec<&'static str> {
    file::built_in_names()
}

/// The text of a scenario the program carries.
pub fn built_in_text(name: &str) -> Option<&'static str> {
    let mut all = BUILT_IN.iter();
    all.find(|(known, _)| *known == name)
        .map(|(_, text)| &**text)
}

/// Reads and checks a scenario file.
pub fn read_file(path: &Path, base: Option<&Path>) -> Read {
    file::read(path, base).map_err(message)
}

/// Reads and checks a scenario the program carries, on its own base or on that of a folder; `None`
/// when it carries none of that name.
pub fn read_built_in(asked: &str, base: Option<&Path>) -> Option<Read> {
    let (name, text) = BUILT_IN.iter().find(|(name, _)| *name == asked)?;
    let Some(folder) = base else {
        return Some(Scenario::built_in(name).map_err(message));
    };
    let read = || {
        let base = Arc::new(Base::read_folder(folder)?);
        let read = file::from_text(&format!("{name}.ron"), text, base).map_err(ReadError::Rejected);
        let (mut scenario, warnings) = read?;
        let whole = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        scenario.base_name = whole.to_string_lossy().into_owned();
        Ok((scenario, warnings))
    };
    Some(read().map_err(message))
}

/// Puts a question into a world before it is asked. What the user reads where it cannot be put there,
/// or where one of its overrides acts nowhere.
pub fn rehearse(scenario: &Scenario, asked: &str) -> Result<(), String> {
    let idle = rehearse::idle_overrides(scenario)
        .map_err(|why| words::cannot_be_asked(asked, &why.to_string()))?;
    let mut problems = Problems::default();
    for id in &idle {
        let asks = |kind: &&Kind| kind.asks(id);
        let kinds: Vec<&str> = KINDS.iter().filter(asks).map(|k| k.name).collect();
        problems.add(
            Problem::refusal("assumption::acts-nowhere", acts_nowhere(id, &kinds))
                .over(scenario.origins.law(id)),
        );
    }
    if problems.is_empty() {
        return Ok(());
    }
    let book = scenario.book(asked);
    Err(diagnostic::render_book(
        &problems,
        &book,
        screen::width(),
        screen::colour(),
    ))
}

fn message(error: ReadError) -> String {
    match error {
        ReadError::Rejected(rejected) => rejected.render(screen::width(), screen::colour()),
        other => other.to_string(),
    }
}

/// Writes the built-in base to a new or empty folder.
pub fn write_base(folder: &Path) -> Result<(), String> {
    Base::write(folder)
        .map(drop)
        .map_err(|error| error.to_string())
}

/// Writes the made-up country to a new or empty folder.
pub fn write_example(folder: &Path) -> Result<(), String> {
    Base::write_example(folder)
        .map(drop)
        .map_err(|error| error.to_string())
}

/// The tables of a base that the program does not carry, file by file.
pub fn tables(scenario: &Scenario) -> Result<Vec<(String, Vec<u8>)>, String> {
    if scenario.base_name == Base::builtin().code {
        return Ok(Vec::new());
    }
    let folder = Path::new(&scenario.base_name);
    let files = scenario.base.file_list().iter();
    let read = files.map(|file| {
        let path = folder.join(&file.name);
        match std::fs::read(&path) {
            Ok(bytes) => Ok((file.name.clone(), bytes)),
            Err(reason) => Err(message(ReadError::Io { path, reason })),
        }
    });
    read.collect()
}

/// What is kept of a run beside its findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keep {
    /// Every future of every indicator.
    pub draws: bool,
    /// Every facility year by year, in so many of the first futures.
    pub facilities: u32,
    /// What was assumed in so many of the first futures, and what became of each.
    pub assumptions: u32,
}

/// Reads the scenario a finished run wrote out; `base` is where the folder of its base lies now.
pub fn read_saved(path: &Path, base: Option<&Path>) -> Result<Scenario, String> {
    let (mut scenario, _) = read_file(path, base)?;
    // The run names its base as it was called then.
    if let Some(name) = file::base_named_in(&scenario.text) {
        scenario.base_name = name;
    }
    Ok(scenario)
}

/// How futures are lived, and which.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Worker threads; `None`: as many as the machine offers.
    pub threads: Option<usize>,
    /// Replicates; with a stop rule, at most these.
    pub replicates: Range<u32>,
    /// Half-width at which the stop rule ends the run, a fraction.
    pub until: Option<f64>,
    /// What is kept beside the findings.
    pub keep: Keep,
    /// Where results will lie: what finds no room in memory waits there.
    pub beside: PathBuf,
}

impl Wish {
    /// In how many futures facilities are recorded: whole blocks of them.
    pub fn hospital_futures(&self) -> u32 {
        let all = self.replicates.len() as u32;
        let asked = self.keep.facilities.min(all);
        asked.next_multiple_of(crate::lanes::WIDTH as u32).min(all)
    }

    /// Of how many futures assumptions are kept.
    pub fn assumption_futures(&self) -> u32 {
        self.keep.assumptions.min(self.replicates.len() as u32)
    }
}

/// What the engine is asked for.
fn options(scenario: &Scenario, wish: &Wish) -> engine::Options {
    engine::Options {
        threads: wish.threads,
        replicates: wish.replicates.clone(),
        until: wish.until,
        keep_draws: wish.keep.draws,
        facilities: wish.keep.facilities,
        assumptions: wish.keep.assumptions,
        ..engine::Options::of(scenario)
    }
}

/// Lives these futures of a scenario, but for those known.
pub fn live(
    scenario: &Scenario,
    wish: &Wish,
    known: Known<'_>,
    progress: Progress<'_>,
) -> Result<Record, RunError> {
    let along = Along {
        known,
        progress,
        aside: Some(&|| report::aside(&wish.beside)),
    };
    engine::record_along(scenario, &options(scenario, wish), along)
}

/// The same for whoever keeps them.
pub fn live_to_keep(
    scenario: &Scenario,
    wish: &Wish,
    along: (&mut Known<'_>, Progress<'_>),
) -> Result<(), RunError> {
    engine::live_to_keep(scenario, &options(scenario, wish), along)
}
