//! A scenario's levers are searched for the cheapest package that reaches its goals; tables, pictures and a
//! page go to a folder, the answers to the terminal.

use crate::command::paper::Printed;
use crate::command::parts::{self, fingerprint, own};
use crate::command::progress::Progress;
use crate::command::sweep::refused;
use crate::command::unfinished::Waiting;
use crate::command::{
    Failure, Painted, ResumeOptions, VerifyOptions, money, questions, run, screen, stop, verify,
};
use crate::report::parts::Own;
use crate::report::{self, Pictures, RunBlock, saved};
use crate::results::seek::{By, Minimised, Seek};
use crate::scenario::Scenario;
use crate::scenario::decide::{self, DecideWritten, GoalWritten, LeverWritten};
use crate::scenario::file::MOST_REPLICATES;
use crate::source::Spanned;
use crate::study::seek::{self as study, Kept, Options, SeekError};
use crate::words::{command as says, seek as words};
use clap::Args;
use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime};

/// How a search is carried out.
#[derive(Clone, Debug, Args)]
pub struct SeekOptions {
    /// A scenario file with a block `decide`, or the name of a built-in scenario such as budget-60000
    #[arg(value_name = "FILE")]
    file: String,
    /// A lever, in place of those of the file: POLICY to have it in or out, POLICY:NUMBER+NUMBER/STEPS to size it
    #[arg(long, value_name = "LEVER")]
    lever: Vec<String>,
    /// A goal, in place of those of the file: TARGET+TARGET@CHANCE,CHANCE
    #[arg(long, value_name = "GOAL")]
    goal: Vec<String>,
    /// Futures on which what was found is checked; the search itself lives others [default: 10000]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_REPLICATES)))]
    replicates: Option<u32>,
    /// Seed of all random numbers; the same seed gives the same results
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// The most that may be spent beyond what is spent anyway, of the money that counts: billion, such as 60000
    #[arg(long, value_name = "AMOUNT", value_parser = money)]
    ceiling: Option<f64>,
    /// Folder of a base, in place of the one the scenario names
    #[arg(long, value_name = "DIR")]
    base: Option<PathBuf>,
    /// Worker threads [default: as many as the machine offers]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Folder under which the search gets its own
    #[arg(long, value_name = "DIR", default_value = "out")]
    out: PathBuf,
    /// Print everything that was found as JSON, in place of the answers
    #[arg(long)]
    json: bool,
    /// Say nothing but the answers and what goes wrong
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    painted: Painted,
    #[command(flatten)]
    printed: Printed,
    #[command(flatten)]
    resume: ResumeOptions,
    /// Draw no pictures
    #[arg(long)]
    no_charts: bool,
}

/// Looks for packages.
pub fn seek(options: &SeekOptions) -> Result<(), Failure> {
    stop::listen();
    options.printed.ready()?;
    let started = SystemTime::now();
    let asked = [options.file.clone()];
    let mut question = questions::ask(&asked, options.base.as_deref())?.remove(0);
    question.warn();
    let scenario = &mut question.scenario;
    scenario.seed = options.seed.unwrap_or(scenario.seed);
    scenario.hold_to(options.ceiling);
    let decide = decide_of(scenario, options)?;
    scenario.decide = Some(decide.clone());
    let how = Options {
        threads: options.threads.map(usize::from),
        ..Options::of(options.replicates.unwrap_or(scenario.replicates))
    };
    let out = options.out.join(format!("{}-seek", scenario.name));
    let lock = run::lock(&out)?;
    let levers = decide::levers(scenario, &decide).unwrap_or_default();
    if !options.quiet {
        let many = decide::packages(&levers).unwrap_or_default();
        screen::note(&words::setting_out(&scenario.name, levers.len(), many));
    }
    let waits = Waiting {
        resume: &options.resume,
        quiet: options.quiet,
        name: format!("{}-seek", scenario.name),
    };
    let asked = serde_json::to_string(&(how.fresh, how.first, how.most));
    let asked = asked.expect("plain data has a JSON form");
    let question = fingerprint("", format!("{}{asked}", scenario.resolved()).as_bytes());
    let belongs = parts::belongs(scenario, question.sha256, 0);
    let (writing, put_after) = waits.open(lock, &belongs, &mut study::kept::futures_in)?;
    let began = Instant::now();
    let put = |bytes: &[u8]| {
        if !options.resume.no_resume && began.elapsed() >= put_after {
            waits.put(&writing, bytes);
        }
    };
    let kept = Kept::of(writing.entries(), &put);
    let found = looked_for(scenario, &decide, &how, (options.quiet, &kept));
    drop(kept);
    let seconds = began.elapsed().as_secs_f64();
    let ended = found.and_then(|found| leave(&found, scenario, options, (&out, started, seconds)));
    waits.end(writing, ended, began.elapsed() >= put_after)
}

/// Writes the results and tells the answers.
fn leave(
    found: &Seek,
    scenario: &Scenario,
    options: &SeekOptions,
    (out, started, seconds): (&Path, SystemTime, f64),
) -> Result<(), Failure> {
    let made = report::seek::Made {
        resolved: &scenario.resolved(),
        own: &own(scenario),
        base: (&scenario.base.code, &scenario.base.digest),
        run: RunBlock {
            started_at: report::utc(started),
            simulate_seconds: seconds,
            futures_per_second: found.effort.futures as f64 / seconds.max(1e-9),
            machine: report::Machine::this(),
            peak_memory_mb: report::peak_memory_mb(),
            ..RunBlock::default()
        },
    };
    let pictures = Pictures::of(options.no_charts, options.painted.png());
    let files = report::seek::write(found, &made, out, pictures, &stop::requested)
        .map_err(|error| run::unwritten(&error, &words::NOTHING_WRITTEN))?;
    let page = out.join(report::seek::PAGE).display().to_string();
    if options.json {
        let text = serde_json::to_string_pretty(found).expect("plain data has a JSON form");
        screen::answer(&text);
    } else {
        screen::answer(&format!("{} ({page})", words::page_title(&found.title)));
        for goal in 0..found.goals.len() {
            words::in_terminal(found, goal)
                .iter()
                .for_each(|line| screen::answer(line));
        }
    }
    if !options.quiet {
        screen::note(&words::went(found, seconds, files.len(), &page));
    }
    Ok(())
}

/// Lives a finished search again and leaves it in the folder `into`; or why it cannot be the same any more.
pub fn again(
    folder: &Path,
    into: &Path,
    options: &VerifyOptions,
) -> Result<Result<(u64, u64), String>, Failure> {
    let manifest: report::seek::Manifest =
        saved::manifest_as(folder).map_err(|e| verify::not_opened(&e))?;
    let path = folder.join(report::SCENARIO);
    let (name, base) = (&manifest.scenario.name, &manifest.base.sha256);
    let listed = (manifest.seed, None);
    let scenario = match verify::scenario(&path, name, base, listed, options.base.as_deref())? {
        Ok(scenario) => scenario,
        Err(apart) => return Ok(Err(apart.into())),
    };
    let Some(decide) = &scenario.decide else {
        return Err(Failure::Refused(words::nothing_to_decide(name)));
    };
    let how = Options {
        threads: options.threads.map(usize::from),
        ..Options::of(manifest.replicates)
    };
    let found = looked_for(&scenario, decide, &how, (options.quiet, &Kept::nothing()))?;
    let made = report::seek::Made {
        resolved: &scenario.resolved(),
        own: &Own {
            scenario: manifest.scenario,
            builds_on: manifest.builds_on,
        },
        base: (&scenario.base.code, &scenario.base.digest),
        run: RunBlock::default(),
    };
    let pictures = verify::pictures(&manifest.files, options);
    report::seek::write(&found, &made, into, pictures, &stop::requested)
        .map_err(|error| run::unwritten(&error, &says::NOTHING_CHANGED))?;
    Ok(Ok((found.effort.futures, found.seed)))
}

/// Looks, and tells how far it has come.
fn looked_for(
    scenario: &Scenario,
    decide: &DecideWritten,
    how: &Options,
    (quiet, kept): (bool, &Kept<'_>),
) -> Result<Seek, Failure> {
    let progress = Progress::new(&scenario.name, how.fresh, quiet);
    let found = study::seek_on(scenario, decide, how, (&progress.heard(), kept));
    progress.done();
    found.map_err(|error| match error {
        SeekError::Run(error) => run::ended(error, scenario, &words::NOTHING_WRITTEN),
        SeekError::Level { lever, level, why } => {
            let policy = &decide.levers[lever].policy;
            let said: Vec<String> = why.into_iter().map(|p| p.message).collect();
            Failure::Refused(words::unsound_level(policy, level, &said.join("; ")))
        }
    })
}

/// What is asked: by the file, or by the arguments in its place.
fn decide_of(scenario: &Scenario, options: &SeekOptions) -> Result<DecideWritten, Failure> {
    let written = scenario.decide.clone();
    if options.lever.is_empty() && options.goal.is_empty() {
        let none = || Failure::Refused(words::nothing_to_decide(&options.file));
        return written.ok_or_else(none);
    }
    let mut decide = written.unwrap_or_else(|| DecideWritten {
        levers: Vec::new(),
        goals: Vec::new(),
        minimise: Minimised::default(),
    });
    if !options.lever.is_empty() {
        let read = options.lever.iter().map(|text| lever(text));
        decide.levers = read.collect::<Result<_, _>>()?;
    }
    if !options.goal.is_empty() {
        let read = options.goal.iter().map(|text| goal(text));
        decide.goals = read.collect::<Result<_, _>>()?;
    }
    let problems = scenario.problems_of(&decide);
    match problems.is_empty() {
        true => Ok(decide),
        false => Err(refused(problems.all, &words::ARGUMENTS, "")),
    }
}

/// `POLICY`, or `POLICY:NUMBER+NUMBER/STEPS`.
fn lever(text: &str) -> Result<LeverWritten, Failure> {
    let refuse = || Failure::Refused(words::no_lever(text));
    let (policy, sizes) = match text.split_once(':') {
        Some((policy, sizes)) => (policy, Some(sizes)),
        None => (text, None),
    };
    let (sizes, steps) = match sizes.map(|sizes| sizes.split_once('/').unwrap_or((sizes, ""))) {
        None => (Vec::new(), None),
        Some((sizes, "")) => (sizes.split('+').collect(), None),
        Some((sizes, steps)) => {
            let steps = steps.trim().parse::<i64>().map_err(|_| refuse())?;
            (sizes.split('+').collect(), Some(Spanned::made(steps)))
        }
    };
    let named = |name: &str| !name.trim().is_empty();
    if !named(policy) || !sizes.iter().all(|size| named(size)) {
        return Err(refuse());
    }
    let made = |name: &str| Spanned::made(name.trim().to_owned());
    Ok(LeverWritten {
        policy: made(policy),
        sizes: sizes.into_iter().map(made).collect(),
        steps,
        up_to: None,
        values: Vec::new(),
        always: false,
    })
}

/// `TARGET+TARGET@CHANCE,CHANCE`.
fn goal(text: &str) -> Result<GoalWritten, Failure> {
    let refuse = || Failure::Refused(words::no_goal(text));
    let (targets, levels) = text.split_once('@').ok_or_else(refuse)?;
    let level = |level: &str| level.trim().parse::<f64>().map(Spanned::made);
    let levels = levels.split(',').map(level);
    Ok(GoalWritten {
        targets: targets
            .split('+')
            .map(|id| Spanned::made(id.trim().to_owned()))
            .collect(),
        at_least: levels.collect::<Result<_, _>>().map_err(|_| refuse())?,
        by: By::default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lever_is_a_policy_with_what_is_sized_and_in_how_many_steps() {
        let plain = lever("campus").expect("a switch");
        assert!(plain.policy.value == "campus" && plain.sizes.is_empty());
        let sized = lever("beds:amount+split.new_beds/3").expect("a size");
        let sizes: Vec<&str> = sized.sizes.iter().map(|s| s.value.as_str()).collect();
        assert_eq!(sizes, ["amount", "split.new_beds"]);
        assert_eq!(sized.steps.map(|s| s.value), Some(3));
        for text in ["", "beds:", "beds:amount/x", ":amount"] {
            let failed = lever(text).expect_err(text);
            assert!(failed.message().contains("is no lever"), "{text}");
        }
    }

    #[test]
    fn a_goal_is_targets_with_chances() {
        let read = goal("a/b/2030+c@0.5,0.8").expect("a goal");
        let levels: Vec<f64> = read.at_least.iter().map(|l| l.value).collect();
        assert_eq!((read.targets.len(), levels), (2, vec![0.5, 0.8]));
        for text in ["a", "a@", "a@x"] {
            let failed = goal(text).expect_err(text);
            assert!(failed.message().contains("is no goal"), "{text}");
        }
    }
}
