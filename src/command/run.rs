//! Each scenario is lived in many futures and leaves a folder of results; its answers go to the
//! terminal.

use super::progress::Progress;
use super::questions::{self, Question};
use super::unfinished::{self, Held, Waiting};
use super::{Failure, RunOptions, doors, fault, screen, stop};
use crate::engine::RunError;
use crate::report::{self, Lock, Pictures, ReportError, RunBlock};
use crate::results::{Findings, Record};
use crate::scenario::Scenario;
use crate::words::command as words;
use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime};

/// Answers told in the terminal.
const HEADLINES: usize = 5;

/// Runs every scenario in turn, each into its own folder under `--out`.
pub fn run(files: &[String], options: &RunOptions) -> Result<(), Failure> {
    if !options.quiet {
        screen::note(&words::reading(
            env!("CARGO_PKG_VERSION"),
            &files.join(", "),
        ));
    }
    stop::listen();
    let mut questions = questions::ask(files, options.base.as_deref())?;
    questions::folders_differ(&questions, &options.out)?;
    for question in &mut questions {
        question.set((options.seed, options.ceiling), options.replicates.as_ref());
        question.warn();
    }
    for question in &questions {
        report::probe(&options.out.join(&question.scenario.name)).map_err(|e| not_written(&e))?;
    }
    answer_all(&questions, options, &doors::live)
}

/// Most futures lived until a stop rule is satisfied, where the user names no number.
const MOST: u32 = 50_000;

/// The engine, or what stands in for it in a test.
type Live<'a> = &'a dyn Fn(
    &Scenario,
    &doors::Wish,
    doors::Before,
    &doors::Ears<'_>,
) -> Result<Record, RunError>;

/// One question after the other; the first that fails ends it, and what was finished is kept.
fn answer_all(questions: &[Question], options: &RunOptions, live: Live<'_>) -> Result<(), Failure> {
    let mut kept = Vec::new();
    for question in questions {
        let scenario = &question.scenario;
        let folder = options.out.join(&scenario.name);
        let said = folder.display().to_string();
        let held = match options.resume && options.until.is_none() {
            true => {
                let wish = wish(scenario, options);
                let pictures = Pictures::of(options.no_charts, options.no_png);
                unfinished::finished(scenario, &folder, &wish, pictures)
            }
            false => Held::No,
        };
        match held {
            Held::Whole => screen::note(&words::finished_before(&scenario.name, &said)),
            Held::Spoilt(_) | Held::No => {
                if let Held::Spoilt(file) = held {
                    screen::note(&words::spoilt_since(&scenario.name, &file));
                }
                let kept = words::nothing_written(&scenario.name, &kept);
                answer(question, &folder, options, &kept, live)?;
            }
        }
        kept.push(said);
    }
    Ok(())
}

/// Why a run ended early, as the user reads it.
pub(super) fn ended(error: RunError, scenario: &Scenario, kept: &str) -> Failure {
    let name = &scenario.name;
    match error {
        RunError::Violation(broken) => {
            Failure::Ours(fault::violation(&broken, scenario.seed, kept))
        }
        RunError::Interrupted => Failure::Interrupted(kept.to_string()),
        RunError::Memory { fit, .. } => {
            let help = words::fewer_futures(fit);
            Failure::CannotRun(format!(
                "{MEMORY}: {error}
  help: {help}
{kept}"
            ))
        }
        RunError::Setup(_) | RunError::Aside(_) => {
            Failure::CannotRun(words::could_not_run(name, &error.to_string(), kept))
        }
    }
}

/// The code of futures that do not fit into memory.
const MEMORY: &str = "run::memory";

/// Results that were not written: `nothing` says so where the user asked to stop.
pub(super) fn unwritten(error: &ReportError, nothing: &str) -> Failure {
    match error {
        ReportError::Stopped => Failure::Interrupted(nothing.to_owned()),
        other => not_written(other),
    }
}

/// Locks a folder of results and removes what commands that were killed have left in it.
pub(super) fn lock(folder: &Path) -> Result<Lock, Failure> {
    let lock = Lock::of(folder).map_err(|e| not_written(&e))?;
    report::sweep(folder);
    report::probe(folder).map_err(|e| not_written(&e))?;
    Ok(lock)
}

pub(super) fn not_written(error: &ReportError) -> Failure {
    Failure::CannotRun(format!("{error}\n  help: {}", error.help()))
}

/// What is lived of a scenario.
fn wish(scenario: &Scenario, options: &RunOptions) -> doors::Wish {
    let all = match options.until {
        Some(_) => MOST.max(scenario.replicates),
        None => scenario.replicates,
    };
    doors::Wish {
        threads: options.threads.map(usize::from),
        replicates: options.replicates.clone().unwrap_or(0..all),
        until: options.until,
        keep: options.keep(),
        beside: options.out.join(&scenario.name),
    }
}

/// Lives one scenario, writes its results and tells its answers.
fn answer(
    question: &Question,
    folder: &Path,
    options: &RunOptions,
    kept: &str,
    live: Live<'_>,
) -> Result<(), Failure> {
    let scenario = &question.scenario;
    let name = &scenario.name;
    let started = SystemTime::now();
    let wish = wish(scenario, options);
    let futures = wish.replicates.end - wish.replicates.start;
    if !options.quiet {
        let most = options.until.is_some();
        screen::note(&words::setting_out(
            name,
            futures,
            most,
            scenario.first,
            scenario.last,
        ));
    }
    let (waiting, before) = unfinished::open(scenario, folder, options)?;
    let progress = Progress::new(name, futures, options.quiet);
    let ears = doors::Ears {
        progress: &|done, total| {
            progress.tell(done, total);
            !stop::requested()
        },
        finished: &|bytes| waiting.keep(bytes),
    };
    let lived = live(scenario, &wish, before, &ears);
    progress.done();
    let record = match lived {
        Ok(record) => record,
        Err(error) => return Err(cut_short(error, scenario, kept, waiting)),
    };
    let findings = &record.findings;
    if let Some(rule) = &findings.statistics.stop_rule {
        let lived = findings.replicates.end - findings.replicates.start;
        screen::note(&words::stopped_by_rule(name, lived, rule));
    }
    let block = RunBlock::new(findings, started, question.seconds);
    let leaves = Leaves {
        record: &record,
        resolved: &resolved(scenario, findings),
        pictures: Pictures::of(options.no_charts, options.no_png),
        quiet: options.quiet,
    };
    match leave(&leaves, folder, block) {
        Ok(()) => {
            waiting.done();
            Ok(())
        }
        Err(ReportError::Stopped) => Err(cut_short(RunError::Interrupted, scenario, kept, waiting)),
        Err(error) => Err(unfinished::not_written(&error, waiting)),
    }
}

/// What a run leaves behind.
pub(super) struct Leaves<'a> {
    /// What was lived.
    pub record: &'a Record,
    /// The scenario as it was run.
    pub resolved: &'a str,
    /// Which pictures are drawn.
    pub pictures: Pictures,
    /// Whether only answers are told.
    pub quiet: bool,
}

/// Writes it and tells the answers.
pub(super) fn leave(leaves: &Leaves, folder: &Path, block: RunBlock) -> Result<(), ReportError> {
    let Leaves {
        record,
        resolved,
        pictures,
        quiet,
    } = *leaves;
    let findings = &record.findings;
    if !quiet {
        screen::note(&words::writing(&findings.scenario));
    }
    let began = Instant::now();
    let files = report::write(record, resolved, folder, pictures, block, &stop::requested)?;
    tell(
        findings,
        folder,
        &files,
        began.elapsed().as_secs_f64(),
        quiet,
    );
    Ok(())
}

/// The scenario as it was run; a stop rule has chosen the number of futures.
fn resolved(scenario: &Scenario, findings: &Findings) -> String {
    match findings.statistics.stop_rule {
        None => scenario.resolved(),
        Some(_) => Scenario {
            replicates: findings.replicates.end - findings.replicates.start,
            ..scenario.clone()
        }
        .resolved(),
    }
}

/// A run that ended early, and what was kept of it.
fn cut_short(error: RunError, scenario: &Scenario, kept: &str, waiting: Waiting) -> Failure {
    // Futures of a fault of ours are not to be built upon.
    let resumable = match error {
        RunError::Interrupted | RunError::Memory { .. } | RunError::Aside(_) => waiting.cut_short(),
        _ => {
            waiting.done();
            String::new()
        }
    };
    match resumable.as_str() {
        "" => ended(error, scenario, kept),
        more => ended(error, scenario, &format!("{kept}\n{more}")),
    }
}

/// The answers, and how the run went.
fn tell(findings: &Findings, folder: &Path, files: &[PathBuf], writing: f64, quiet: bool) {
    let report = folder.join("report.md").display().to_string();
    screen::answer(&format!("{} ({report})", findings.title));
    // What cannot be paid for is said before anything else.
    if let Some(line) = report::over(findings) {
        screen::answer(&format!("  {line}"));
    }
    for line in report::headlines(findings, HEADLINES) {
        screen::answer(&format!("  {line}"));
    }
    for line in report::spent(findings) {
        screen::answer(&format!("  {line}"));
    }
    for line in report::not_absorbed(findings) {
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
        memory: s.peak_memory_mb.or_else(report::peak_memory_mb),
        taken_over: s.taken_over,
        files: files.len(),
        writing,
        report: &report,
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::{Drawn, Recorded};
    use crate::diagnostic::Problems;
    use crate::engine::Violation;
    use crate::scenario::{file, small};
    use crate::units::Year;

    fn question(name: &str) -> Question {
        let text = r#"(title: "A question", base: "small", policies: [])"#;
        let (scenario, _) = file::from_text(name, text, small::base()).expect("a sound scenario");
        Question {
            typed: name.into(),
            scenario,
            warnings: Problems::default(),
            seconds: 0.0,
        }
    }

    fn options(out: &Path) -> RunOptions {
        RunOptions {
            replicates: Some(0..64),
            seed: None,
            ceiling: None,
            threads: Some(1),
            until: None,
            resume: false,
            no_resume: false,
            out: out.to_path_buf(),
            base: None,
            quiet: true,
            no_png: true,
            no_charts: true,
            drawn: Drawn {
                #[cfg(feature = "parquet")]
                keep_draws: false,
                #[cfg(feature = "parquet")]
                draws: 0,
            },
            recorded: Recorded {
                #[cfg(any(feature = "parquet", feature = "xlsx"))]
                facilities: 0,
            },
        }
    }

    /// Lives the first scenario well and ends the second one as told.
    fn second_ends(with: impl Fn() -> RunError) -> (tempfile::TempDir, Failure) {
        let home = tempfile::tempdir().expect("a folder");
        let live =
            |scenario: &Scenario, wish: &doors::Wish, _: doors::Before, ears: &doors::Ears<'_>| {
                let all = wish.replicates.end;
                assert!((ears.progress)(all, all));
                if scenario.name == "one" {
                    Ok(report::sample::findings().into())
                } else {
                    Err(with())
                }
            };
        let questions = [question("one.ron"), question("two.ron")];
        let failure =
            answer_all(&questions, &options(home.path()), &live).expect_err("the second fails");
        assert!(home.path().join("one/manifest.json").is_file());
        assert!(
            !home.path().join("two").exists(),
            "something half-written was left"
        );
        (home, failure)
    }

    #[test]
    fn an_interrupted_run_keeps_what_was_finished_and_says_so() {
        let (home, failure) = second_ends(|| RunError::Interrupted);
        assert_eq!(failure.code(), 130);
        assert!(
            failure
                .message()
                .contains(&home.path().join("one").display().to_string())
        );
    }

    #[test]
    fn a_broken_law_is_our_fault_and_is_named() {
        let (_home, failure) = second_ends(|| {
            RunError::Violation(Violation {
                entity: "beds of ba-song".into(),
                year: Year(2029),
                replicate: 31,
                detail: "100 + 5 - 3, not 101".into(),
            })
        });
        assert_eq!(failure.code(), 70);
        for part in ["our fault", "beds of ba-song", "2029", "31", "100 + 5 - 3"] {
            assert!(
                failure.message().contains(part),
                "{part}: {}",
                failure.message()
            );
        }
    }

    #[test]
    fn a_run_that_cannot_be_set_up_says_why() {
        let (_home, failure) = second_ends(|| RunError::Setup("no thread could be started".into()));
        assert_eq!(failure.code(), 1);
        assert!(failure.message().contains("no thread could be started"));
    }

    #[test]
    fn two_questions_never_share_a_folder() {
        let out = Path::new("out");
        let clash = [question("a/plan.ron"), question("b/PLAN.ron")];
        let failure = questions::folders_differ(&clash, out).expect_err("one folder for two");
        assert_eq!(failure.code(), 2);
        assert!(
            failure.message().contains("b/PLAN.ron"),
            "{}",
            failure.message()
        );
        assert!(questions::folders_differ(&[question("...ron")], out).is_err());
        assert!(questions::folders_differ(&[question("a.ron"), question("b.ron")], out).is_ok());
    }
}
