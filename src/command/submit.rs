//! A frozen question goes to an engine that hands out work: the commands that do it are printed, or run,
//! until every part is there.
//!
//! Nothing of ours listens or schedules. An [`Engine`] says how it is told of an array of jobs; each job is
//! `carecast part`, which finds its number in the environment.

use super::{Failure, SubmitOptions, language, parts, screen, stop};
use crate::messages::parts as messages;
use clap::ValueEnum;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::Duration;

/// An engine that hands out work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Engine {
    /// HyperQueue: `hq submit`
    Hyperqueue,
    /// Slurm: `sbatch`
    Slurm,
}

/// What is submitted.
struct Array<'a> {
    /// Numbers of the parts: `0-4,7`.
    ranges: &'a str,
    /// The folder of the question, whole.
    folder: &'a Path,
    /// The program that lives a part.
    program: &'a Path,
    /// Name of the question.
    name: &'a str,
    /// Cores of a job.
    cores: u16,
    /// What the user hands on to the engine.
    more: &'a [String],
}

/// Folder of what the jobs say.
const LOGS: &str = "logs";
/// Between two looks at how many parts are there.
const LOOK: Duration = Duration::from_millis(500);

impl Engine {
    /// How the array is submitted and waited for.
    ///
    /// Sources: the manual pages of `sbatch` (`--array`, `--wait`, `--requeue`, `--wrap`) and the user
    /// guide of HyperQueue (task arrays, `--wait`, placeholders of output).
    fn command(self, array: &Array<'_>) -> Vec<OsString> {
        let logs = array.folder.join(LOGS);
        let with = |flag: &str, value: &dyn AsRef<std::ffi::OsStr>| {
            let mut whole = OsString::from(format!("--{flag}="));
            whole.push(value.as_ref());
            whole
        };
        let (name, cores) = (format!("carecast-{}", array.name), array.cores.to_string());
        let mut said: Vec<OsString> = Vec::new();
        let job = self.job(array);
        match self {
            Engine::Slurm => {
                said.extend(["sbatch".into(), "--wait".into(), "--requeue".into()]);
                said.push(with("array", &array.ranges));
                said.push(with("cpus-per-task", &cores));
                said.push(with("job-name", &name));
                said.push(with("output", &logs.join("%A_%a.txt")));
                said.extend(array.more.iter().map(OsString::from));
                let whole: Vec<String> = job
                    .iter()
                    .map(|word| quoted(&word.to_string_lossy()))
                    .collect();
                said.push(with("wrap", &format!("exec {}", whole.join(" "))));
            }
            Engine::Hyperqueue => {
                said.extend(["hq".into(), "submit".into(), "--wait".into()]);
                said.push(with("array", &array.ranges));
                said.push(with("cpus", &cores));
                said.push(with("name", &name));
                // It opens each file for itself: in one file one stream would write over the other.
                let log = |stream| logs.join(format!("%{{JOB_ID}}_%{{TASK_ID}}.{stream}.txt"));
                said.push(with("stdout", &log("out")));
                said.push(with("stderr", &log("err")));
                said.extend(array.more.iter().map(OsString::from));
                said.push("--".into());
                said.extend(job);
            }
        }
        said
    }

    /// Where it tells a job its number.
    fn index(self) -> &'static str {
        match self {
            Engine::Hyperqueue => "HQ_TASK_ID",
            Engine::Slurm => "SLURM_ARRAY_TASK_ID",
        }
    }

    /// What a job of the array runs.
    fn job(self, array: &Array<'_>) -> Vec<OsString> {
        let mut said: Vec<OsString> =
            vec![array.program.into(), "part".into(), array.folder.into()];
        // Said outright: workers of one engine often run as jobs of another, and hand its number on.
        said.extend(["--index-from-env".into(), self.index().into()]);
        said.extend([
            "--threads".into(),
            array.cores.to_string().into(),
            "--quiet".into(),
        ]);
        said
    }
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=,:%{}+@".contains(c);
    match !word.is_empty() && word.chars().all(plain) && !word.contains(['{', '}']) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', "'\\''")),
    }
}

/// A command in a line, as a shell takes it.
fn line(words: &[OsString]) -> String {
    let all: Vec<String> = words.iter().map(|w| quoted(&w.to_string_lossy())).collect();
    all.join(" ")
}

/// Prints what submits the parts that are missing, or does it and puts the parts together.
pub fn submit(folder: &Path, options: &SubmitOptions) -> Result<(), Failure> {
    stop::listen();
    let (name, many) = parts::held(folder)?;
    let folder = whole(folder)?;
    let program = match &options.program {
        Some(program) => program.clone(),
        None => std::env::current_exe().map_err(|why| Failure::CannotRun(why.to_string()))?,
    };
    let submitting = Submitting {
        name,
        many,
        folder: &folder,
        program: &program,
        options,
    };
    match options.go {
        true => submitting.kept(submitting.go()),
        false => submitting.print(),
    }
}

/// A folder by its whole name: jobs begin elsewhere.
fn whole(folder: &Path) -> Result<PathBuf, Failure> {
    std::path::absolute(folder).map_err(|why| Failure::CannotRun(why.to_string()))
}

/// A question on its way to an engine.
struct Submitting<'a> {
    name: String,
    /// Its parts.
    many: u32,
    folder: &'a Path,
    program: &'a Path,
    options: &'a SubmitOptions,
}

impl Submitting<'_> {
    fn array(&self, pending: &[u32]) -> Vec<OsString> {
        let array = Array {
            ranges: &parts::ranges(pending),
            folder: self.folder,
            program: self.program,
            name: &self.name,
            cores: self.options.cores,
            more: &self.options.more,
        };
        self.options.with.command(&array)
    }

    /// What puts the parts together.
    fn merge(&self) -> Vec<OsString> {
        let asked = &self.options.merge;
        let mut said: Vec<OsString> = vec![
            self.program.into(),
            "merge".into(),
            self.folder.into(),
            "--out".into(),
            asked.out.as_os_str().to_owned(),
        ];
        if let Some(language) = language::typed() {
            said.extend([language::OPTION.into(), language.into()]);
        }
        if let Some(threads) = asked.threads {
            said.extend(["--threads".into(), threads.to_string().into()]);
        }
        if asked.painted.png() {
            said.push("--png".into());
        }
        if asked.printed.asked() {
            said.push("--pdf".into());
        }
        if asked.no_charts {
            said.push("--no-charts".into());
        }
        match asked.drawn.asked() {
            Some(flag) if asked.drawn.all() => said.push(flag.into()),
            Some(flag) => said.extend([flag.into(), asked.drawn.first().to_string().into()]),
            None => {}
        }
        said
    }

    /// Of what failed it is said that nothing lived is lost.
    fn kept(&self, ended: Result<(), Failure>) -> Result<(), Failure> {
        // Who let it go has been told so.
        if ended
            .as_ref()
            .is_err_and(|failure| !matches!(failure, Failure::Interrupted(_)))
        {
            screen::note(&messages::kept(self.folder.display()));
        }
        ended
    }

    /// The commands, to be copied.
    fn print(&self) -> Result<(), Failure> {
        let pending = parts::pending(self.folder, self.many);
        if !pending.is_empty() {
            screen::answer(&line(&self.array(&pending)));
            screen::note(&messages::logs_of_jobs(self.folder.join(LOGS).display()));
        }
        screen::answer(&line(&self.merge()));
        if let Some(said) = self.beyond_usual(&pending) {
            screen::note(&said);
        }
        Ok(())
    }

    /// What Slurm refuses unless it is set up for it.
    fn beyond_usual(&self, pending: &[u32]) -> Option<String> {
        const USUAL: u32 = 1_001;
        let last = *pending.last()?;
        let beyond = self.options.with == Engine::Slurm && last >= USUAL;
        beyond.then(|| messages::beyond_array(last, USUAL))
    }

    /// Submits, waits, submits again what did not come, and puts the parts together.
    fn go(&self) -> Result<(), Failure> {
        let logs = self.folder.join(LOGS);
        fs::create_dir_all(&logs)
            .map_err(|why| Failure::CannotRun(format!("{}: {why}", logs.display())))?;
        for round in 1..=self.options.rounds {
            let pending = parts::pending(self.folder, self.many);
            if pending.is_empty() {
                break;
            }
            // Before anything is submitted: an engine may refuse all of it.
            if let Some(said) = self.beyond_usual(&pending).filter(|_| round == 1) {
                screen::note(&said);
            }
            let command = self.array(&pending);
            if !self.quiet() {
                let ranges = parts::ranges(&pending);
                screen::note(&messages::submitting(&self.name, ranges, round));
                screen::note(&line(&command));
            }
            self.waited(&command, round == self.options.rounds)?;
        }
        parts::merge(self.folder, &self.options.merge)
    }

    fn quiet(&self) -> bool {
        self.options.merge.quiet
    }

    /// Runs a command and tells how many parts are there, until it ends; one that ends ill has left what it
    /// did, and the next round, if this is not the last, submits the rest.
    fn waited(&self, command: &[OsString], last: bool) -> Result<ExitStatus, Failure> {
        let shown = command[0].to_string_lossy().into_owned();
        let child = Command::new(&command[0])
            .args(&command[1..])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn();
        let mut child = child.map_err(|why| match why.kind() {
            io::ErrorKind::NotFound => Failure::CannotRun(messages::no_engine_said(&shown)),
            _ => Failure::CannotRun(format!("{shown}: {why}")),
        })?;
        let mut told = None;
        loop {
            if stop::requested() {
                return Err(self.stopped(&mut child));
            }
            let ended = child.try_wait();
            let ended = ended.map_err(|why| Failure::CannotRun(format!("{shown}: {why}")))?;
            let there = self.many - parts::pending(self.folder, self.many).len() as u32;
            if !self.quiet() && told != Some(there) {
                screen::note(&messages::parts_there(&self.name, there, self.many));
                told = Some(there);
            }
            match ended {
                Some(status) => {
                    if !status.success() && !self.quiet() {
                        screen::note(&match last {
                            true => messages::engine_ended_last(&shown, status),
                            false => messages::engine_ended(&shown, status),
                        });
                    }
                    return Ok(status);
                }
                None => thread::sleep(LOOK),
            }
        }
    }

    /// What is waited for is let go; what the engine has begun it goes on with.
    fn stopped(&self, child: &mut Child) -> Failure {
        // It has ended already, or it ends now: either is well.
        let _ = child.kill();
        let _ = child.wait();
        Failure::Interrupted(messages::no_longer_waiting(
            &self.name,
            self.folder.display(),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn array<'a>(more: &'a [String]) -> Array<'a> {
        Array {
            ranges: "0-4,7",
            folder: Path::new("/data/kế hoạch/it's"),
            program: Path::new("/opt/carecast"),
            name: "baseline",
            cores: 2,
            more,
        }
    }

    #[test]
    fn slurm_is_told_of_an_array_whose_jobs_find_their_number() {
        let more = ["--partition=short".to_owned()];
        let said = line(&Engine::Slurm.command(&array(&more)));
        assert_eq!(
            said,
            "sbatch --wait --requeue --array=0-4,7 --cpus-per-task=2 --job-name=carecast-baseline \
             '--output=/data/kế hoạch/it'\\''s/logs/%A_%a.txt' --partition=short \
             '--wrap=exec /opt/carecast part '\\''/data/kế hoạch/it'\\''\\'\\'''\\''s'\\'' --index-from-env SLURM_ARRAY_TASK_ID --threads 2 --quiet'"
        );
    }

    #[test]
    fn hyperqueue_is_told_likewise() {
        let said = line(&Engine::Hyperqueue.command(&array(&[])));
        assert_eq!(
            said,
            "hq submit --wait --array=0-4,7 --cpus=2 --name=carecast-baseline \
             '--stdout=/data/kế hoạch/it'\\''s/logs/%{JOB_ID}_%{TASK_ID}.out.txt' \
             '--stderr=/data/kế hoạch/it'\\''s/logs/%{JOB_ID}_%{TASK_ID}.err.txt' \
             -- /opt/carecast part '/data/kế hoạch/it'\\''s' --index-from-env HQ_TASK_ID --threads 2 --quiet"
        );
    }
}
