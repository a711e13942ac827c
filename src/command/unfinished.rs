//! What a machine finishes of a question that it lives at once is kept while it lasts; cut short, it
//! goes on from there with `--resume`. To put all of it down costs a seventh of living it, so it begins
//! only when a question has been lived for a while: one that is over before is quick to live again.

use super::doors::{self, Shelf};
use super::parts::{self, Cut, Into};
use super::{Failure, ResumeOptions, run, screen};
use crate::engine::Keep;
use crate::engine::checkpoint;
use crate::report::futures::Belongs;
use crate::report::parts::{Frozen, Walk};
use crate::report::writing::{Follows, Found, MOST, Writing};
use crate::report::{self, Lock, Pictures, saved};
use crate::scenario::Scenario;
use crate::words::command as words;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Lives a question and writes its results: it is frozen as one part, which is lived on all cores, waits
/// beside the results while it lasts, and is put together as it comes.
pub fn at_once(
    cut: &mut dyn Cut,
    into: &Into<'_>,
    resume: &ResumeOptions,
    says: Option<&str>,
) -> Result<(), Failure> {
    let lock = run::lock(into.out)?;
    let note = |says: &str| {
        if !into.quiet {
            screen::note(says);
        }
    };
    says.into_iter().for_each(note);
    let lives = cut.lives();
    let name = cut.name();
    if lives.futures() == 0 {
        if resume.resume {
            note(&words::nothing_to_resume(&name));
        }
        let ended = cut.merge(Shelf::empty(), into);
        if ended.is_ok() {
            lock.remove();
        }
        return ended;
    }
    let asks = cut.asks();
    let belongs = parts::belong(cut, &asks, into.keep.facilities);
    let frozen = Frozen::new(asks, belongs, lives, 1);
    let mut walk = Walk::leaping(&frozen, 0);
    // The last block that was kept: its scenario and its first future.
    let mut last = None;
    let mut follows = |entry: &[u8]| {
        let mut futures = 0;
        let follows = parts::follow(&mut walk, entry, &mut futures);
        if follows {
            last = checkpoint::place_of(entry).map(|(scenario, first, _)| (scenario, first));
        }
        follows.then_some(futures)
    };
    let waits = Waiting {
        resume,
        quiet: into.quiet,
        name,
    };
    let (writing, after) = waits.open(lock, &frozen.belongs, &mut follows)?;
    let put = |bytes: &[u8]| waits.put(&writing, bytes);
    let started = Instant::now();
    let keep = Keep {
        // What was kept begins where an earlier try had lived for a while: what is lived of before does not
        // follow it.
        due: &|at| started.elapsed() >= after && last.is_none_or(|last| at > last),
        put: &put,
    };
    let shelf = Shelf::read(writing.entries());
    let shelf = match resume.no_resume {
        true => shelf,
        false => shelf.kept_by(keep),
    };
    let ended = cut.merge(shelf, into);
    waits.end(writing, ended, started.elapsed() >= after)
}

/// What is lived waits beside results, under a name.
pub struct Waiting<'a> {
    /// What the user wishes.
    pub resume: &'a ResumeOptions,
    /// Whether only answers are told.
    pub quiet: bool,
    /// What is lived.
    pub name: String,
}

impl Waiting<'_> {
    /// Goes on with what an earlier try has left, entry by entry as they `follow`, and says so. Gives the time
    /// from which on entries are put.
    pub fn open(
        &self,
        lock: Lock,
        belongs: &Belongs,
        follows: &mut dyn FnMut(&[u8]) -> Option<u32>,
    ) -> Result<(Writing, Duration), Failure> {
        let mut futures = 0;
        let mut counted = |entry: &[u8]| {
            let more = follows(entry);
            futures += more.unwrap_or(0);
            more.is_some()
        };
        let counted: Option<Follows<'_>> = match self.resume.resume {
            true => Some(&mut counted),
            false => None,
        };
        let opened = Writing::beside(lock, belongs, counted, MOST);
        let (writing, found) = opened.map_err(|e| run::not_written(&e))?;
        let name = &self.name;
        let says = match (found, self.resume.resume) {
            (Found::Nothing, true) => Some(words::nothing_to_resume(name)),
            (Found::Another, _) => Some(words::another_unfinished(name)),
            (Found::Same, true) => Some(words::going_on(name, futures)),
            (Found::Same, false) => Some(words::started_anew(name)),
            (Found::Nothing, false) => None,
        };
        says.iter()
            .filter(|_| !self.quiet)
            .for_each(|says| screen::note(says));
        // Behind futures that were kept there is no reason to wait.
        let after = match futures {
            0 => Duration::from_secs(self.resume.keep_after.into()),
            _ => Duration::ZERO,
        };
        Ok((writing, after))
    }

    /// Puts an entry. A place that cannot take it is told once, and living goes on.
    pub fn put(&self, writing: &Writing, bytes: &[u8]) {
        if let Err(error) = writing.put(bytes) {
            let (why, help) = (error.to_string(), error.help());
            screen::note(&words::cannot_keep(&self.name, &why, &help));
        }
    }

    /// What was put stays where living was cut short, and goes where it ended. `put`: whether it was time to.
    pub fn end(
        &self,
        writing: Writing,
        ended: Result<(), Failure>,
        put: bool,
    ) -> Result<(), Failure> {
        let name = &self.name;
        let kept = |says: String, writing: Writing| match writing.leave() {
            true => format!("{says}\n{}", words::can_be_resumed(name)),
            false if self.resume.no_resume || put => says,
            false => format!(
                "{says}\n{}",
                words::begins_anew(name, self.resume.keep_after)
            ),
        };
        match ended {
            Err(Failure::Interrupted(says)) => Err(Failure::Interrupted(kept(says, writing))),
            Err(Failure::CannotRun(says)) => Err(Failure::CannotRun(kept(says, writing))),
            // Futures of a fault of ours are not to be built upon.
            ended => {
                writing.remove();
                ended
            }
        }
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

/// Whether a folder holds this very run already, finished, with all that is wished for; asked where a
/// list of runs is resumed.
pub fn finished(scenario: &Scenario, into: &Into<'_>, wish: &doors::Wish) -> Held {
    let (folder, pictures): (&Path, _) = (into.out, into.pictures);
    let Ok(m) = saved::manifest(folder) else {
        return Held::No;
    };
    let lists = |ending: &str| m.files.iter().any(|f| f.path.ends_with(ending));
    let waits = report::place(folder).metadata().is_ok_and(|m| m.len() > 0);
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
        && (lists(".pdf") || !report::paper::wished())
        && lists(".svg") == (pictures != Pictures::No)
        && lists(".png") == (pictures == Pictures::SvgAndPng);
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
