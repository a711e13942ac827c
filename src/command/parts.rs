//! A run in parts: its question is frozen into a folder, each part is lived by itself, on any machine
//! that has the program, and put together the parts leave what one run would.

use super::progress::Progress;
use super::questions;
use super::run::{self, Leaves};
use super::unfinished::belongs;
use super::verify::{self, Apart};
use super::{
    Failure, FreezeOptions, MergeOptions, MissingOptions, PartOptions, doors, screen, stop,
};
use crate::engine::RunError;
use crate::lanes::WIDTH;
use crate::messages::parts as messages;
use crate::report::parts::{self, BASE, Flaw, Frozen, Stage, Writing};
use crate::report::{self, Listed, Named, Pictures, RunBlock};
use crate::said::Message;
use crate::scenario::Scenario;
use crate::words::number::grouped;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::path::Path;
use std::time::SystemTime;

/// What is not cut into parts yet.
const NOT_YET: [&str; 4] = ["compare", "sweep", "hindcast", "calibrate"];

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
    format!("{code}: {text}\n  help: {help}")
}

/// Fixes all that fixes the numbers of a run.
pub fn freeze(files: &[String], options: &FreezeOptions) -> Result<(), Failure> {
    let other = |file: &String| NOT_YET.contains(&file.as_str()) && !Path::new(file).exists();
    if files.len() != 1 || files.iter().any(other) {
        return Err(refused("parts::runs-alone", &messages::runs_alone()));
    }
    let mut questions = questions::ask(files, options.base.as_deref())?;
    questions::folders_differ(&questions, &options.out)?;
    let mut question = questions.remove(0);
    let replicates = question.set(options.seed, options.replicates.as_ref());
    question.warn();
    let scenario = &question.scenario;
    let named = |name: &str, bytes: &[u8]| {
        let Listed {
            path: name, sha256, ..
        } = Listed::of(name, bytes).expect("memory can be read");
        Named { name, sha256 }
    };
    let own = named(&scenario.name, scenario.text.as_bytes());
    let behind = scenario.behind.iter().zip(&scenario.lying);
    let behind = behind.map(|(file, bytes)| named(&file.name, bytes));
    let frozen = Frozen::run(
        (own, behind.collect()),
        &scenario.base_name,
        belongs(scenario, options.recorded.futures()),
        replicates,
        (options.parts, WIDTH as u32),
    );
    let out = &options.out;
    let shown = out.display();
    match Frozen::read(out) {
        Ok(None) => {}
        Ok(Some(before)) if before == frozen => {
            screen::answer(&messages::frozen_before(&scenario.name, shown));
            return Ok(());
        }
        _ => {
            let message = messages::another_question(shown);
            return Err(refused("parts::another-question", &message));
        }
    }
    let tables = doors::tables(scenario).map_err(Failure::CannotRun)?;
    let place = || {
        let stage = Stage::write(out, &frozen, &scenario.resolved(), &tables)?;
        Ok((asked(stage.path(), &frozen), stage))
    };
    let (read_back, stage) = place().map_err(|e| run::not_written(&e))?;
    read_back?; // a base that somebody edits at this moment is not what was read
    stage.publish(out).map_err(|e| run::not_written(&e))?;
    screen::answer(&messages::frozen(
        &scenario.name,
        shown,
        grouped(f64::from(scenario.replicates)),
        options.parts,
        options.parts - 1,
    ));
    Ok(())
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

/// The scenario a folder asks, if it is what was frozen.
fn asked(folder: &Path, frozen: &Frozen) -> Result<Scenario, Failure> {
    let touched = |detail: &dyn Display| {
        let message = messages::touched(folder.display(), detail);
        refused("parts::touched", &message)
    };
    let base = Some(folder.join(BASE)).filter(|base| base.is_dir());
    let count = frozen.replicates().len() as u32;
    let read = verify::scenario(
        &folder.join(report::SCENARIO),
        &frozen.scenario.name,
        &frozen.belongs.base,
        (frozen.belongs.seed, Some(count)),
        base.as_deref(),
    );
    let scenario = match read? {
        Ok(scenario) => scenario,
        Err(Apart::Base { found, .. }) => return Err(touched(&messages::other_base(found))),
        Err(Apart::Said(words)) => return Err(touched(&words)),
    };
    match belongs(&scenario, frozen.belongs.hospitals) == frozen.belongs {
        true => Ok(scenario),
        false => Err(touched(&report::SCENARIO)),
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

/// Whether futures, by their bytes, are those that come next.
fn follows(entry: &[u8], next: &mut u32, end: u32) -> bool {
    let own = (*next, (end - *next).min(WIDTH as u32));
    let follows = doors::place_of(entry) == Some(own);
    *next += if follows { own.1 } else { 0 };
    follows
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
    let scenario = asked(folder, &frozen)?;
    let (range, name) = (frozen.range(index), &scenario.name);
    let futures = range.len() as u32;
    let say = |text: String| (!options.quiet).then(|| screen::note(&text));
    say(messages::living(
        name,
        index,
        frozen.parts(),
        grouped(f64::from(futures)),
    ));
    let mut next = range.start;
    let begun = Writing::begin(folder, &frozen, index, &mut |entry| {
        follows(entry, &mut next, range.end)
    });
    let mut writing = begun.map_err(|e| run::not_written(&e))?;
    let kept = next - range.start;
    if kept > 0 {
        say(messages::going_on(index, grouped(f64::from(kept))));
    }
    let progress = Progress::new(name, futures, options.quiet);
    let wish = doors::Wish {
        threads: options.threads.map(usize::from),
        replicates: next..range.end,
        until: None,
        keep: doors::Keep {
            draws: false,
            facilities: (frozen.belongs.hospitals).saturating_sub(next - frozen.replicates().start),
            assumptions: 0,
        },
        beside: folder.to_owned(),
    };
    let heard = |done, _| {
        progress.tell(kept + done, futures);
        !stop::requested()
    };
    let mut lost = None;
    let lived = doors::live_in_order(&scenario, &wish, &heard, &mut |bytes| {
        lost = writing.put(&bytes).err();
        lost.is_none()
    });
    progress.done();
    let ended = match (lost, lived) {
        (Some(error), _) => Err(run::not_written(&error)),
        (None, Err(RunError::Interrupted)) => {
            writing.leave();
            return Err(Failure::Interrupted(messages::cut_short(index)));
        }
        (None, Err(error)) => Err(run::ended(error, &scenario, &messages::left_alone(name))),
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
fn ranges<'a>(numbers: impl IntoIterator<Item = &'a u32>) -> String {
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

/// Tells which parts are missing or spoilt.
pub fn missing(folder: &Path, options: &MissingOptions) -> Result<(), Failure> {
    let frozen = frozen(folder)?;
    let parts = (0..frozen.parts()).into_par_iter();
    let flaws: Flaws = parts
        .filter_map(|index| {
            let flaw = frozen.entries(folder, index, &mut |_| true).err()?;
            Some((index, flaw))
        })
        .collect();
    if options.ranges && !flaws.is_empty() {
        screen::answer(&ranges(flaws.keys()));
    } else {
        lines(&flaws).iter().for_each(|line| screen::answer(line));
    }
    Ok(())
}

/// Puts the parts together and writes what one run would.
pub fn merge(folder: &Path, options: &MergeOptions) -> Result<(), Failure> {
    stop::listen();
    let started = SystemTime::now();
    let frozen = frozen(folder)?;
    let scenario = asked(folder, &frozen)?;
    let (replicates, name) = (frozen.replicates(), &scenario.name);
    let out = options.out.join(name);
    let _lock = run::lock(&out)?;
    if !options.quiet {
        let futures = grouped(f64::from(scenario.replicates));
        screen::note(&messages::merging(name, futures, frozen.parts()));
    }
    let parts = (0..frozen.parts()).into_par_iter();
    let flaws: Flaws = parts
        .filter_map(|index| {
            let range = frozen.range(index);
            let mut next = range.start;
            let whole = frozen.entries(folder, index, &mut |entry| {
                follows(entry, &mut next, range.end)
            });
            match whole {
                Ok(()) if next == range.end => None,
                Ok(()) => Some((index, Flaw::Spoilt)),
                Err(flaw) => Some((index, flaw)),
            }
        })
        .collect();
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
    let nothing = messages::left_alone(name);
    let wish = doors::Wish {
        threads: options.threads.map(usize::from),
        replicates,
        until: None,
        keep: doors::Keep {
            draws: options.drawn.all(),
            facilities: frozen.belongs.hospitals,
            assumptions: options.drawn.first(),
        },
        beside: out.clone(),
    };
    let ears = doors::Ears {
        progress: &|_, _| !stop::requested(),
        finished: &|_| {},
    };
    let entries = frozen.all_entries(folder);
    let lived = doors::live_reading(&scenario, &wish, entries, &ears);
    let mut record = lived.map_err(|error| run::ended(error, &scenario, &nothing))?;
    // Of the files the planner wrote only the fingerprints were frozen.
    let findings = &mut record.findings;
    findings.scenario_digest.clone_from(&frozen.scenario.sha256);
    let behind = frozen.builds_on.into_iter();
    findings.scenario_files = behind.map(|file| (file.name, file.sha256)).collect();
    let block = RunBlock::new(findings, started, 0.0);
    let leaves = Leaves {
        record: &record,
        resolved: &scenario.resolved(),
        pictures: Pictures::of(options.no_charts, options.no_png),
        quiet: options.quiet,
    };
    let written = run::leave(&leaves, &out, block);
    written.map_err(|error| run::unwritten(&error, &nothing))
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
