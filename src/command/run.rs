//! Each scenario is lived in many futures and leaves a folder of results; its answers go to the
//! terminal.

use super::doors::{self, Known, Shelf};
use super::parts::{Cut, Into, own};
use super::progress::Progress;
use super::questions::{self, Question};
use super::unfinished::{self, Held};
use super::{Failure, RunAsks, RunOptions, fault, screen, stop};
use crate::engine::RunError;
use crate::messages::with_help;
use crate::report::parts::{Asks, Lives, Own};
use crate::report::{self, Lock, Pictures, ReportError, RunBlock};
use crate::results::{Findings, Record};
use crate::scenario::Scenario;
use crate::words::command as words;
use std::borrow::Cow;
use std::ops::Range;
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
    options.printed.ready()?;
    let mut questions = questions::ask(files, options.base.as_deref())?;
    questions::folders_differ(&questions, &options.out)?;
    for question in &mut questions {
        question.set((options.seed, options.ceiling), options.replicates.as_ref())?;
        if options.until.is_some() {
            question.is_no_latin(&words::A_STOP_RULE)?;
        }
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
type Live<'a> =
    &'a dyn Fn(&Scenario, &doors::Wish, Known<'_>, doors::Progress<'_>) -> Result<Record, RunError>;

/// A run of one scenario.
pub(super) struct Running<'a> {
    scenario: Scenario,
    /// At most these futures where a rule ends it.
    replicates: Range<u32>,
    until: Option<f64>,
    /// The files the planner wrote.
    own: Own,
    /// What reading it took.
    seconds: f64,
    live: Live<'a>,
}

/// One question after the other; the first that fails ends it, and what was finished is kept.
fn answer_all(questions: &[Question], options: &RunOptions, live: Live<'_>) -> Result<(), Failure> {
    let mut kept = Vec::new();
    for question in questions {
        let name = &question.scenario.name;
        let folder = options.out.join(name);
        let said = folder.display().to_string();
        let mut running = Running::of(question, options, live);
        let into = Into {
            threads: options.threads.map(usize::from),
            pictures: Pictures::of(options.no_charts, options.painted.png()),
            quiet: options.quiet,
            keep: options.keep(),
            out: &folder,
            started: SystemTime::now(),
            nothing: &words::nothing_written(name, &kept),
        };
        let held = match options.resume.resume && options.until.is_none() {
            true => unfinished::finished(&running.scenario, &into, &running.wish(&into)),
            false => Held::No,
        };
        match held {
            Held::Whole => screen::note(&words::finished_before(name, &said)),
            Held::Spoilt(_) | Held::No => {
                if let Held::Spoilt(file) = held {
                    screen::note(&words::spoilt_since(name, &file));
                }
                let says = running.sets_out();
                unfinished::at_once(&mut running, &into, &options.resume, Some(&says))?;
            }
        }
        kept.push(said);
    }
    Ok(())
}

impl<'a> Running<'a> {
    fn of(question: &Question, options: &RunOptions, live: Live<'a>) -> Running<'a> {
        let scenario = question.scenario.clone();
        let all = match options.until {
            Some(_) => MOST.max(scenario.replicates),
            None => scenario.replicates,
        };
        Running {
            replicates: options.replicates.clone().unwrap_or(0..all),
            until: options.until,
            own: own(&scenario),
            seconds: question.seconds,
            scenario,
            live,
        }
    }

    /// What the user asks of a run that is frozen.
    pub fn ask(asked: &RunAsks, out: &Path) -> Result<Running<'static>, Failure> {
        let files = [asked.file.clone()];
        let mut questions = questions::ask(&files, asked.base.as_deref())?;
        questions::folders_differ(&questions, out)?;
        let mut question = questions.remove(0);
        let replicates = question.set((asked.seed, asked.ceiling), asked.replicates.as_ref())?;
        question.warn();
        let own = own(&question.scenario);
        Ok(Running::frozen(question.scenario, own, replicates))
    }

    /// What a folder asks: of a run of this scenario.
    pub fn frozen(scenario: Scenario, own: Own, replicates: Range<u32>) -> Running<'static> {
        Running {
            scenario,
            replicates,
            until: None,
            own,
            seconds: 0.0,
            live: &doors::live,
        }
    }

    fn sets_out(&self) -> String {
        let Scenario {
            name, first, last, ..
        } = &self.scenario;
        let (futures, most) = (self.replicates.len() as u32, self.until.is_some());
        words::setting_out(name, futures, most, *first, *last)
    }

    /// What is lived, and how.
    fn wish(&self, into: &Into<'_>) -> doors::Wish {
        doors::Wish {
            threads: into.threads,
            replicates: self.replicates.clone(),
            until: self.until,
            keep: into.keep,
            beside: into.out.to_owned(),
        }
    }

    /// Writes the results and tells the answers.
    fn leave(&self, record: &Record, into: &Into<'_>) -> Result<(), ReportError> {
        let (findings, out) = (&record.findings, into.out);
        let block = RunBlock::new(findings, into.started, self.seconds);
        if !into.quiet {
            screen::note(&words::writing(&findings.scenario));
        }
        let began = Instant::now();
        let (resolved, pictures) = (resolved(&self.scenario, findings), into.pictures);
        let files = report::write(record, &resolved, out, pictures, block, &stop::requested)?;
        let writing = began.elapsed().as_secs_f64();
        tell(findings, out, &files, writing, into.quiet);
        Ok(())
    }
}

impl Cut for Running<'_> {
    fn name(&self) -> String {
        self.scenario.name.clone()
    }

    fn asks(&self) -> Asks {
        Asks::Run(self.own.clone())
    }

    fn files(&self) -> Vec<(String, String)> {
        vec![(report::SCENARIO.to_owned(), self.scenario.resolved())]
    }

    fn lives(&self) -> Lives {
        Lives {
            replicates: vec![self.replicates.clone()],
            at_most: self.until.is_some(),
        }
    }

    fn scenario(&self, _: u32) -> Cow<'_, Scenario> {
        Cow::Borrowed(&self.scenario)
    }

    fn merge(&mut self, mut shelf: Shelf<'_>, into: &Into<'_>) -> Result<(), Failure> {
        let scenario = &self.scenario;
        let progress = Progress::new(&scenario.name, self.replicates.len() as u32, into.quiet);
        let heard = progress.heard();
        let lived = (self.live)(scenario, &self.wish(into), shelf.of(0), &heard);
        progress.done();
        let mut record = lived.map_err(|error| ended(error, scenario, into.nothing))?;
        // Of the files the planner wrote a frozen question has only the fingerprints.
        let findings = &mut record.findings;
        let Own {
            scenario: written,
            builds_on,
        } = &self.own;
        findings.scenario_digest.clone_from(&written.sha256);
        let files = builds_on.iter();
        findings.scenario_files = files
            .map(|file| (file.name.clone(), file.sha256.clone()))
            .collect();
        if let Some(rule) = &findings.statistics.stop_rule {
            let lived = findings.replicates.len() as u32;
            screen::note(&words::stopped_by_rule(&scenario.name, lived, rule));
        }
        let written = self.leave(&record, into);
        written.map_err(|error| unwritten(&error, into.nothing))
    }
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
            let said = with_help(format!("{MEMORY}: {error}"), help);
            Failure::CannotRun(format!("{said}\n{kept}"))
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
    Failure::CannotRun(with_help(error, error.help()))
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

/// The answers, and how the run went.
fn tell(findings: &Findings, folder: &Path, files: &[PathBuf], writing: f64, quiet: bool) {
    let report = folder.join("report.html").display().to_string();
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
    use crate::command::{Drawn, Recorded, ResumeOptions};
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
            printed: Default::default(),
            replicates: Some(0..64),
            seed: None,
            ceiling: None,
            threads: Some(1),
            until: None,
            resume: ResumeOptions {
                resume: false,
                no_resume: false,
                keep_after: 0,
            },
            out: out.to_path_buf(),
            base: None,
            quiet: true,
            painted: super::super::Painted::default(),
            no_charts: true,
            drawn: Drawn {
                #[cfg(feature = "parquet")]
                keep_draws: false,
                #[cfg(feature = "parquet")]
                draws: Some(0),
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
        let live = |scenario: &Scenario,
                    wish: &doors::Wish,
                    _: Known<'_>,
                    progress: doors::Progress<'_>| {
            let all = wish.replicates.end;
            assert!(progress(all, all));
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
