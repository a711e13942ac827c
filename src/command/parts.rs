//! A question in parts: it is frozen into a folder, each part is lived by itself, on any machine that
//! has the program, and put together the parts leave what living it at once would.

use super::compare::Comparing;
use super::doors::{self, Known, Shelf};
use super::hindcast::Looking;
use super::progress::Progress;
use super::run::{self, Running};
use super::sweep::Sweeping;
use super::verify::{self, Apart};
use super::{
    Failure, FreezeOptions, Frozen as Question, IntoParts, MergeOptions, MissingOptions,
    PartOptions, screen, stop,
};
use crate::engine::{Keep, RunError, with_threads};
use crate::messages::{parts as messages, with_help};
use crate::report::futures::Belongs;
use crate::report::parts::{self, Asks, BASE, Flaw, Frozen, Lives, Own, Stage, Walk};
use crate::report::writing::Writing;
use crate::report::{self, Listed, Named, Pictures, ReportError, comparison};
use crate::said::Message;
use crate::scenario::Scenario;
use crate::words::number::grouped;
use rayon::prelude::*;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::ops::Range;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

/// A question that can be cut into parts.
pub(super) trait Cut {
    /// What it is called, and the folder of its results under the one the user names.
    fn name(&self) -> String;

    /// What is asked.
    fn asks(&self) -> Asks;

    /// The files it is read from, by name.
    fn files(&self) -> Vec<(String, String)>;

    /// The futures that are lived.
    fn lives(&self) -> Lives;

    /// One of the scenarios that are lived, by its number; they share base and seed.
    fn scenario(&self, number: u32) -> Cow<'_, Scenario>;

    /// The tables of a base that the program does not carry.
    fn tables(&self) -> Result<Vec<(String, Vec<u8>)>, String> {
        doors::tables(&self.scenario(0))
    }

    /// Lives some futures of one of them, for whoever keeps them.
    fn live(
        &self,
        number: u32,
        wish: &doors::Wish,
        along: (&mut Known<'_>, doors::Progress<'_>),
    ) -> Result<(), RunError> {
        doors::live_to_keep(&self.scenario(number), wish, along)
    }

    /// Writes the results: of the futures that lie on the shelf, and of the others, which are lived.
    fn merge(&mut self, shelf: Shelf<'_>, into: &Into<'_>) -> Result<(), Failure>;
}

/// How results are written.
pub(super) struct Into<'a> {
    /// Worker threads.
    pub threads: Option<usize>,
    /// Which pictures are drawn.
    pub pictures: Pictures,
    /// Whether only answers are told.
    pub quiet: bool,
    /// What is kept of a run beside its findings.
    pub keep: doors::Keep,
    /// The folder they go to.
    pub out: &'a Path,
    /// When it began.
    pub started: SystemTime,
    /// What is said of an end before the time.
    pub nothing: &'a str,
}

/// What tells a job of an array its number: HyperQueue, Slurm, Kubernetes, PBS.
const ARRAYS: [&str; 4] = [
    "HQ_TASK_ID",
    "SLURM_ARRAY_TASK_ID",
    "JOB_COMPLETION_INDEX",
    "PBS_ARRAY_INDEX",
];

fn refused(code: &str, message: &Message) -> Failure {
    Failure::Refused(coded(code, message))
}

fn coded(code: &str, Message { text, help }: &Message) -> String {
    with_help(format!("{code}: {text}"), help)
}

/// What the futures of a question belong to.
pub(super) fn belong(cut: &dyn Cut, asks: &Asks, hospitals: u32) -> Belongs {
    let scenario = cut.scenario(0);
    let mut whole = String::new();
    match asks {
        // Futures of a run are the same however many there are.
        Asks::Run(_) => {
            let one = Scenario {
                replicates: 1,
                ..scenario.clone().into_owned()
            };
            whole += &one.resolved();
        }
        _ => {
            whole += &serde_json::to_string(asks).expect("plain data has a JSON form");
            cut.files().iter().for_each(|(_, text)| whole += text);
        }
    }
    let question = fingerprint("", whole.as_bytes()).sha256;
    belongs(&scenario, question, hospitals)
}

/// What futures of a scenario belong to that are lived for a question with this fingerprint.
pub(super) fn belongs(scenario: &Scenario, question: String, hospitals: u32) -> Belongs {
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

/// The refusal of what lives no futures.
pub(super) fn no_futures(what: &str) -> Failure {
    refused("parts::not-cut", &messages::not_cut(what))
}

/// Bytes by name and fingerprint.
pub(super) fn fingerprint(name: &str, bytes: &[u8]) -> Named {
    let Listed {
        path: name, sha256, ..
    } = Listed::of(name, bytes).expect("memory can be read");
    Named { name, sha256 }
}

/// A scenario and what it builds on, by the files the planner wrote.
pub(super) fn own(scenario: &Scenario) -> Own {
    let behind = scenario.behind.iter().zip(&scenario.lying);
    let behind = behind.map(|(file, bytes)| fingerprint(&file.name, bytes));
    Own {
        scenario: fingerprint(&scenario.name, scenario.text.as_bytes()),
        builds_on: behind.collect(),
    }
}

/// Fixes all that fixes the numbers of a question.
pub fn freeze(options: &FreezeOptions) -> Result<(), Failure> {
    let FreezeOptions {
        question,
        run,
        into,
        recorded,
    } = options.clone();
    let run = run.zip(into).map(|(asks, into)| Question::Run {
        asks,
        into,
        recorded,
    });
    match question.or(run).expect("clap asks for one of the two") {
        Question::Run {
            asks,
            into,
            recorded,
        } => {
            if asks.file == "calibrate" && !Path::new(&asks.file).exists() {
                return Err(no_futures(&messages::FIT));
            }
            let running = Running::ask(&asks, &into.out)?;
            put(&running, recorded.futures(), &into)
        }
        Question::Compare { files, asks, into } => {
            put(&Comparing::ask(&files, &asks, false)?, 0, &into)
        }
        Question::Sweep { file, asks, into } => put(&Sweeping::ask(&file, &asks)?, 0, &into),
        Question::Hindcast { asks, into } => put(&Looking::ask(&asks)?.with_futures()?, 0, &into),
    }
}

/// Puts a question into its folder.
fn put(cut: &dyn Cut, hospitals: u32, into: &IntoParts) -> Result<(), Failure> {
    let asks = cut.asks();
    let belongs = belong(cut, &asks, hospitals);
    let frozen = Frozen::new(asks, belongs, cut.lives(), into.parts);
    let (out, name) = (&into.out, cut.name());
    let shown = out.display();
    match Frozen::read(out) {
        Ok(None) => {}
        Ok(Some(before)) if before == frozen => {
            screen::answer(&messages::frozen_before(name, shown));
            return Ok(());
        }
        _ => {
            let message = messages::another_question(shown);
            return Err(refused("parts::another-question", &message));
        }
    }
    let tables = cut.tables().map_err(Failure::CannotRun)?;
    let place = || {
        let stage = Stage::write(out, &frozen, &cut.files(), &tables)?;
        Ok((asked(stage.path(), &frozen).map(drop), stage))
    };
    let (read_back, stage) = place().map_err(|e| run::not_written(&e))?;
    read_back?; // a base that somebody edits at this moment is not what was read
    stage.publish(out).map_err(|e| run::not_written(&e))?;
    let many = many(&frozen.lives, 0..frozen.lives.replicates.len());
    let last = into.parts - 1;
    screen::answer(&messages::frozen(name, shown, many, into.parts, last));
    Ok(())
}

/// How much is lived, in words: futures, or scenarios where they tell themselves how many of theirs.
fn many(lives: &Lives, scenarios: Range<usize>) -> String {
    match lives.at_most {
        true => messages::points(scenarios.len()),
        false => messages::futures(grouped(lives.futures() as f64)),
    }
}

/// What a folder asks, if this program is built from what froze it.
fn frozen(folder: &Path) -> Result<Frozen, Failure> {
    let shown = folder.display();
    let none = |detail: &str| {
        let message = messages::no_question(&shown, detail);
        refused("parts::no-question", &message)
    };
    let frozen = Frozen::read(folder).map_err(|why| none(&format!(" ({why})")))?;
    let frozen = frozen.ok_or_else(|| none(""))?;
    let (version, sources) = (env!("CARGO_PKG_VERSION"), env!("CARECAST_SOURCES"));
    if (
        frozen.belongs.version.as_str(),
        frozen.belongs.sources.as_str(),
    ) != (version, sources)
    {
        let (theirs, ours) = (
            &frozen.belongs.version,
            format!("{version}, {:.8}", sources),
        );
        let message = messages::other_build(&shown, theirs, ours);
        return Err(refused("parts::other-build", &message));
    }
    Ok(frozen)
}

/// What a folder asks, if it is what was frozen.
fn asked(folder: &Path, frozen: &Frozen) -> Result<Box<dyn Cut>, Failure> {
    let touched = |detail: &dyn Display| {
        let message = messages::touched(folder.display(), detail);
        refused("parts::touched", &message)
    };
    let base = Some(folder.join(BASE)).filter(|base| base.is_dir());
    let Belongs {
        base: digest, seed, ..
    } = &frozen.belongs;
    let read = |file: &str, name: &str, futures: Option<u32>| {
        let listed = (*seed, futures);
        let place = folder.join(file);
        match verify::scenario(&place, name, digest, listed, base.as_deref())? {
            Ok(scenario) => Ok(scenario),
            Err(Apart::Base { found, .. }) => Err(touched(&messages::other_base(found))),
            Err(Apart::Said(words)) => Err(touched(&words)),
        }
    };
    let whole = frozen.lives.replicates.first().cloned();
    let whole = whole.ok_or_else(|| touched(&parts::QUESTION))?;
    let count = Some(whole.len() as u32);
    let cut: Box<dyn Cut> = match &frozen.asks {
        Asks::Run(own) => {
            let scenario = read(report::SCENARIO, &own.scenario.name, count)?;
            Box::new(Running::frozen(scenario, own.clone(), whole))
        }
        Asks::Compare { options, .. } => {
            let one = |name: &str| read(&comparison::option_file(name), name, count);
            let scenarios = options.iter().map(|o| one(&o.option.name));
            let scenarios = scenarios.collect::<Result<Vec<_>, _>>()?;
            Box::new(Comparing::frozen(scenarios, &frozen.asks, whole))
        }
        Asks::Sweep { own, .. } => {
            let scenario = read(report::SCENARIO, &own.scenario.name, None)?;
            Box::new(Sweeping::frozen(scenario, &frozen.asks)?)
        }
        Asks::Hindcast(past) => Box::new(Looking::frozen(folder, past)?),
    };
    let same = belong(&*cut, &frozen.asks, frozen.belongs.hospitals) == frozen.belongs
        && cut.lives() == frozen.lives;
    match same {
        true => Ok(cut),
        false => Err(touched(&parts::QUESTION)),
    }
}

/// Which part is meant.
fn index(options: &PartOptions, frozen: &Frozen) -> Result<u32, Failure> {
    let known = |name: &str| Some((name.to_owned(), std::env::var(name).ok()?));
    let said: Vec<(String, String)> = match (options.index, &options.index_from_env) {
        (Some(index), _) => vec![("INDEX".into(), index.to_string())],
        (None, Some(name)) => known(name).into_iter().collect(),
        (None, None) => ARRAYS.into_iter().filter_map(known).collect(),
    };
    let Some((name, value)) = said.first() else {
        return Err(match &options.index_from_env {
            Some(name) => refused("parts::index", &messages::unset(name)),
            None => refused("parts::index", &messages::no_index(ARRAYS.join(", "))),
        });
    };
    if said.iter().any(|(_, other)| other.trim() != value.trim()) {
        let all: Vec<String> = said.iter().map(|(name, n)| format!("{name}={n}")).collect();
        let message = messages::indices_differ(all.join(", "));
        return Err(refused("parts::index", &message));
    }
    let index = value.trim().parse::<u32>();
    let index = index.map_err(|_| refused("parts::index", &messages::not_an_index(name, value)))?;
    if index >= frozen.parts() {
        let message = messages::no_part(index, frozen.parts() - 1);
        return Err(refused("parts::index", &message));
    }
    Ok(index)
}

/// Whether the futures of these bytes come next; those that do are counted.
pub(super) fn follow(walk: &mut Walk, entry: &[u8], futures: &mut u32) -> bool {
    let place = doors::place_of(entry).filter(|place| walk.follows(*place));
    *futures += place.map_or(0, |(_, _, lanes)| lanes);
    place.is_some()
}

/// Lives one part.
pub fn part(folder: &Path, options: &PartOptions) -> Result<(), Failure> {
    stop::listen();
    let frozen = frozen(folder)?;
    let index = index(options, &frozen)?;
    let file = parts::place(folder, index);
    if frozen.entries(folder, index, &mut |_| true).is_ok() {
        screen::answer(&messages::finished_before(index, file.display()));
        return Ok(());
    }
    let cut = asked(folder, &frozen)?;
    let (pieces, name) = (frozen.pieces(index), cut.name());
    let lives = Lives {
        replicates: pieces.iter().map(|(_, piece)| piece.clone()).collect(),
        ..frozen.lives
    };
    let futures = lives.futures() as u32;
    let say = |text: String| (!options.quiet).then(|| screen::note(&text));
    let many = many(&lives, 0..pieces.len());
    say(messages::living(&name, index, frozen.parts(), many));
    let (mut walk, mut kept) = (Walk::along(&frozen, index), 0);
    let mut follows = |entry: &[u8]| follow(&mut walk, entry, &mut kept);
    let writing = Writing::part(folder, &frozen, index, &mut follows);
    let writing = writing.map_err(|e| run::not_written(&e))?;
    if kept > 0 {
        say(messages::going_on(index, grouped(f64::from(kept))));
    }
    let lost: Mutex<Option<ReportError>> = Mutex::new(None);
    let lost = || lost.lock().unwrap_or_else(PoisonError::into_inner);
    let keep = |bytes: &[u8]| {
        if let Err(error) = writing.put(bytes) {
            lost().get_or_insert(error);
        }
    };
    let mut shelf = Shelf::read(writing.entries()).kept_by(Keep::all(&keep));
    let progress = Progress::new(&name, futures, options.quiet);
    let mut before = 0;
    let mut lived = Ok(());
    for (scenario, piece) in pieces {
        let first = piece.start - frozen.lives.replicates[scenario as usize].start;
        let wish = doors::Wish {
            threads: options.threads.map(usize::from),
            replicates: piece.clone(),
            until: None,
            keep: doors::Keep {
                draws: false,
                facilities: frozen.belongs.hospitals.saturating_sub(first),
                assumptions: 0,
            },
            beside: folder.to_owned(),
        };
        let heard = |done: u32, _: u32| {
            progress.tell(before + done, futures);
            !stop::requested() && lost().is_none()
        };
        let along: (_, doors::Progress<'_>) = (&mut shelf.of(scenario), &heard);
        lived = cut.live(scenario, &wish, along);
        before += piece.len() as u32;
        if lived.is_err() {
            break;
        }
    }
    progress.done();
    drop(shelf);
    let lost = lost().take();
    let ended = match (lost, lived) {
        (Some(error), _) => Err(run::not_written(&error)),
        (None, Err(RunError::Interrupted)) => {
            writing.leave();
            return Err(Failure::Interrupted(messages::cut_short(index)));
        }
        (None, Err(error)) => {
            let nothing = messages::left_alone(name);
            Err(run::ended(error, &cut.scenario(0), &nothing))
        }
        (None, Ok(())) => writing.finish().map_err(|e| run::not_written(&e)),
    };
    // Another copy may have finished it meanwhile, and cleared away what this one wrote.
    match ended {
        Err(failure) if frozen.entries(folder, index, &mut |_| true).is_err() => Err(failure),
        _ => {
            screen::answer(&messages::finished(index, file.display()));
            Ok(())
        }
    }
}

/// What every part that cannot be used lacks.
type Flaws = BTreeMap<u32, Flaw>;

/// Numbers of parts as an array of jobs takes them: `3,7-9`.
pub(super) fn ranges<'a>(numbers: impl IntoIterator<Item = &'a u32>) -> String {
    let mut all: Vec<(u32, u32)> = Vec::new();
    for &number in numbers {
        match all.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            _ => all.push((number, number)),
        }
    }
    let said = all.iter().map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}-{last}"),
    });
    said.collect::<Vec<_>>().join(",")
}

/// What is wrong, one line for parts that lack the same.
fn lines(flaws: &Flaws) -> Vec<String> {
    let mut alike: Vec<(&Flaw, Vec<u32>)> = Vec::new();
    for (index, flaw) in flaws {
        match alike.iter_mut().find(|(known, _)| *known == flaw) {
            Some((_, parts)) => parts.push(*index),
            None => alike.push((flaw, vec![*index])),
        }
    }
    let said = alike.iter().map(|(flaw, parts)| {
        let why = match flaw {
            Flaw::Missing => messages::MISSING.to_owned(),
            Flaw::Spoilt => messages::SPOILT.to_owned(),
            Flaw::OtherBuild => messages::OTHER_BUILD.to_owned(),
            Flaw::Another => messages::ANOTHER.to_owned(),
            Flaw::Unreadable(why) => messages::unreadable(why),
        };
        messages::flawed(&ranges(parts), &why)
    });
    said.collect()
}

/// What a folder asks: its name, and its parts.
pub(super) fn held(folder: &Path) -> Result<(String, u32), Failure> {
    let frozen = frozen(folder)?;
    Ok((asked(folder, &frozen)?.name(), frozen.parts()))
}

/// The parts that do not lie under their names. Those that do are not read: a part gets its name when it is
/// whole, and putting them together reads them all.
pub(super) fn pending(folder: &Path, parts: u32) -> Vec<u32> {
    let named = |index: &u32| parts::place(folder, *index).is_file();
    (0..parts).filter(|index| !named(index)).collect()
}

/// Tells which parts are missing or spoilt.
pub fn missing(folder: &Path, options: &MissingOptions) -> Result<(), Failure> {
    let frozen = frozen(folder)?;
    let flaws = flaws(&frozen, folder);
    if options.ranges && !flaws.is_empty() {
        screen::answer(&ranges(flaws.keys()));
    } else {
        lines(&flaws).iter().for_each(|line| screen::answer(line));
    }
    Ok(())
}

/// What keeps parts from being put together.
fn flaws(frozen: &Frozen, folder: &Path) -> Flaws {
    let one = |index: u32| {
        let (mut walk, mut futures) = (Walk::along(frozen, index), 0);
        let mut follows = |entry: &[u8]| follow(&mut walk, entry, &mut futures);
        match frozen.entries(folder, index, &mut follows) {
            Ok(()) if walk.is_over() => None,
            Ok(()) => Some((index, Flaw::Spoilt)),
            Err(flaw) => Some((index, flaw)),
        }
    };
    let parts = (0..frozen.parts()).into_par_iter();
    parts.filter_map(one).collect()
}

/// Puts the parts together and writes what living them at once would.
pub fn merge(folder: &Path, options: &MergeOptions) -> Result<(), Failure> {
    stop::listen();
    options.printed.ready()?;
    let started = SystemTime::now();
    let frozen = frozen(folder)?;
    let mut cut = asked(folder, &frozen)?;
    let name = cut.name();
    let run = matches!(frozen.asks, Asks::Run(_));
    if let Some(flag) = options.drawn.asked().filter(|_| !run) {
        let message = messages::of_a_run_alone(flag, &name, folder.display());
        return Err(refused("parts::of-a-run-alone", &message));
    }
    let out = options.out.join(&name);
    let _lock = run::lock(&out)?;
    if !options.quiet {
        let many = many(&frozen.lives, 0..frozen.lives.replicates.len());
        screen::note(&messages::merging(&name, many, frozen.parts()));
    }
    let threads = options.threads.map(usize::from);
    let look = || flaws(&frozen, folder);
    let flaws = with_threads(threads, look)
        .map_err(|error| run::ended(error, &cut.scenario(0), &messages::left_alone(&name)))?;
    if !flaws.is_empty() {
        let said: Vec<String> = lines(&flaws)
            .iter()
            .map(|line| format!("  {line}"))
            .collect();
        let message = messages::incomplete(
            flaws.len(),
            frozen.parts(),
            said.join("\n"),
            folder.display(),
            ranges(flaws.keys()),
        );
        return Err(Failure::Incomplete(coded("parts::incomplete", &message)));
    }
    let into = Into {
        threads,
        pictures: Pictures::of(options.no_charts, options.painted.png()),
        quiet: options.quiet,
        keep: doors::Keep {
            draws: options.drawn.all(),
            facilities: frozen.belongs.hospitals,
            assumptions: options.drawn.first(),
        },
        out: &out,
        started,
        nothing: &messages::left_alone(&name),
    };
    cut.merge(Shelf::read(frozen.all_entries(folder)), &into)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_as_an_array_of_jobs_takes_them() {
        let cases: [(&[u32], &str); 4] = [
            (&[], ""),
            (&[3], "3"),
            (&[3, 7, 8, 9], "3,7-9"),
            (&[0, 1, 4, 6, 7], "0-1,4,6-7"),
        ];
        for (numbers, said) in cases {
            assert_eq!(ranges(numbers), said);
        }
    }
}
