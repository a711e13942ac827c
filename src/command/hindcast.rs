//! Earlier years are asked what later ones would bring; the page, the scores, every forecast and the
//! pictures go to a folder, the answers to the terminal.

use super::doors::{Keep, Shelf};
use super::parts::{Cut, Into, no_futures};
use super::sweep::refused;
use super::unfinished::at_once;
use super::verify::{self, not_opened};
use super::{Failure, HindcastAsks, HindcastOptions, VerifyOptions, run, screen, stop};
use crate::base::{TableProblem, problem};
use crate::diagnostic::Problem;
use crate::engine::with_threads;
use crate::hindcast::facts::{self, Came};
use crate::hindcast::found::Hindcast;
use crate::messages::arguments::unknown_origin;
use crate::messages::parts as messages;
use crate::report::hindcast::{self as report, ACTUAL, Made, Manifest};
use crate::report::parts::{Asks, Lives, Past};
use crate::report::{Machine, Pictures, RunBlock, peak_memory_mb, saved, utc};
use crate::scenario::Scenario;
use crate::study::hindcast::{self as study, Failed, Options};
use crate::words::{command as says, hindcast as words};
use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Instant, SystemTime};

/// What is asked of the past.
pub(super) struct Looking {
    origins: Vec<i32>,
    known_by: Option<i32>,
    futures: u32,
    /// The user's table of what came, with the name of its file.
    actual: Option<(String, String)>,
    lived: OnceLock<Vec<Scenario>>,
}

/// Looks back.
pub fn hindcast(options: &HindcastOptions) -> Result<(), Failure> {
    stop::listen();
    options.printed.ready()?;
    let into = Into {
        threads: None,
        pictures: Pictures::of(options.no_charts, options.painted.png()),
        quiet: options.quiet,
        keep: Keep::default(),
        out: &options.out,
        started: SystemTime::now(),
        nothing: &words::NOTHING_WRITTEN,
    };
    let mut looking = Looking::ask(&options.asks)?.checked()?;
    at_once(&mut looking, &into, &options.resume, None)
}

impl Looking {
    /// What the user asks.
    pub fn ask(asks: &HindcastAsks) -> Result<Looking, Failure> {
        let read = |path: &PathBuf| Ok((name(path), text_of(path)?));
        Ok(Looking {
            origins: origins(&asks.origin)?,
            known_by: asks.known_by,
            futures: asks.replicates,
            actual: asks.actual.as_ref().map(read).transpose()?,
            lived: OnceLock::new(),
        })
    }

    /// Refuses what can be seen to have no answer before anything is lived.
    fn checked(self) -> Result<Looking, Failure> {
        study::check(&self.options()?).map_err(|all| self.refused(&all))?;
        Ok(self)
    }

    /// The same, and what lives nothing.
    pub fn with_futures(self) -> Result<Looking, Failure> {
        let own = self.checked()?;
        match own.all() {
            [] => Err(no_futures(&messages::LAW_ALONE)),
            _ => Ok(own),
        }
    }

    /// What a folder asks.
    pub fn frozen(folder: &Path, past: &Past) -> Result<Looking, Failure> {
        let read = |name: &String| Ok((name.clone(), text_of(&folder.join(ACTUAL))?));
        Ok(Looking {
            origins: past.origins.clone(),
            known_by: past.known_by,
            futures: past.futures,
            actual: past.actual.as_ref().map(read).transpose()?,
            lived: OnceLock::new(),
        })
    }

    /// What is asked of the study.
    fn options(&self) -> Result<Options, Failure> {
        let read = |(name, text): &(String, String)| -> Result<(String, Came), Failure> {
            let came = facts::came(name, text).map_err(|all| at_fault(name, &all))?;
            Ok((name.clone(), came))
        };
        Ok(Options {
            origins: self.origins.clone(),
            actual: self.actual.as_ref().map(read).transpose()?,
            known_by: self.known_by,
            futures: self.futures,
        })
    }

    /// Looks back; some futures may lie on the shelf, `nothing` is said of what an end before the time
    /// leaves.
    fn look(&self, shelf: Shelf<'_>, nothing: &str) -> Result<Hindcast, Failure> {
        let heard = |_: u32, _: u32| !stop::requested();
        let found = study::hindcast(&self.options()?, (shelf, &heard));
        found.map_err(|failed| match failed {
            Failed::Lived(error) => run::ended(error, &self.scenario(0), nothing),
            Failed::Asked(all) => self.refused(&all),
        })
    }

    fn refused(&self, all: &[TableProblem]) -> Failure {
        match self.known_by {
            Some(year) if all.iter().all(|p| p.code == "hindcast::not-known-by") => {
                let head = words::too_late(all.len(), year);
                Failure::Refused(problem::listed(&head, all))
            }
            _ => {
                let file = self.actual.as_ref().map_or("", |(name, _)| name);
                at_fault(file, all)
            }
        }
    }

    /// What is lived of the whole model.
    fn all(&self) -> &[Scenario] {
        let read = || self.options().map(|options| study::scenarios(&options));
        self.lived.get_or_init(|| read().unwrap_or_default())
    }

    /// Writes the results into a folder.
    fn write(
        &self,
        found: &Hindcast,
        out: &Path,
        pictures: Pictures,
        run: RunBlock,
        nothing: &str,
    ) -> Result<Vec<PathBuf>, Failure> {
        let actual = self.actual.as_ref();
        let made = Made {
            actual: actual.map(|(name, text)| (name.as_str(), text.as_str())),
            run,
        };
        report::write(found, &made, out, pictures, &stop::requested)
            .map_err(|error| run::unwritten(&error, nothing))
    }

    /// Writes the results and tells the answers.
    fn leave(&self, found: &Hindcast, seconds: f64, into: &Into<'_>) -> Result<(), Failure> {
        let run = RunBlock {
            started_at: utc(into.started),
            simulate_seconds: seconds,
            peak_memory_mb: peak_memory_mb(),
            machine: Machine::this(),
            ..RunBlock::default()
        };
        let files = self.write(found, into.out, into.pictures, run, into.nothing)?;
        let page = into.out.join("report.html").display().to_string();
        screen::answer(&format!("{} ({page})", words::TITLE));
        for said in report::headlines(found) {
            screen::answer(&format!("  {said}"));
        }
        screen::answer(&format!("  {}", words::HINDSIGHT));
        if !into.quiet {
            screen::note(&words::written(files.len(), &page));
        }
        Ok(())
    }
}

fn name(path: &Path) -> String {
    path.display().to_string()
}

fn text_of(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path)
        .map_err(|e| Failure::Refused(words::cannot_read(&name(path), &e.to_string())))
}

/// The years to forecast from, each of those that can be.
fn origins(asked: &[String]) -> Result<Vec<i32>, Failure> {
    if asked.is_empty() {
        return Ok(study::USUAL.to_vec());
    }
    let mut years = Vec::new();
    for text in asked {
        let year = text.trim().parse().ok();
        match year.filter(|year| study::POSSIBLE.contains(year)) {
            Some(year) => years.push(year),
            None => {
                let whole = asked.join(",");
                let at = whole.find(text.as_str()).unwrap_or(0);
                let problem = Problem::refusal(
                    "hindcast::unknown-origin",
                    unknown_origin(text, &study::POSSIBLE),
                );
                let place = at..at + text.len();
                return Err(refused(vec![problem.over(Some(place))], "--origin", &whole));
            }
        }
    }
    Ok(years)
}

fn at_fault(file: &str, problems: &[TableProblem]) -> Failure {
    let head = words::at_fault(file, problems.len());
    Failure::Refused(problem::listed(&head, problems))
}

impl Cut for Looking {
    fn name(&self) -> String {
        words::NAME.to_owned()
    }

    fn asks(&self) -> Asks {
        Asks::Hindcast(Past {
            origins: self.origins.clone(),
            known_by: self.known_by,
            futures: self.futures,
            actual: self.actual.as_ref().map(|(name, _)| name.clone()),
        })
    }

    fn files(&self) -> Vec<(String, String)> {
        let table = |(_, text): &(String, String)| (ACTUAL.to_owned(), text.clone());
        self.actual.iter().map(table).collect()
    }

    fn lives(&self) -> Lives {
        Lives {
            replicates: vec![0..self.futures; self.all().len()],
            at_most: false,
        }
    }

    fn scenario(&self, number: u32) -> Cow<'_, Scenario> {
        Cow::Borrowed(&self.all()[number as usize])
    }

    fn tables(&self) -> Result<Vec<(String, Vec<u8>)>, String> {
        Ok(Vec::new())
    }

    fn merge(&mut self, shelf: Shelf<'_>, into: &Into<'_>) -> Result<(), Failure> {
        let began = Instant::now();
        let found = with_threads(into.threads, || self.look(shelf, into.nothing));
        let found = found.map_err(|e| run::ended(e, &self.scenario(0), into.nothing))??;
        self.leave(&found, began.elapsed().as_secs_f64(), into)
    }
}

/// What a folder was made from: its manifest, and what was asked; or why that is not there any more.
fn saved_in(folder: &Path) -> Result<Result<(Manifest, Looking), String>, Failure> {
    let manifest: Manifest = saved::manifest_as(folder).map_err(|e| not_opened(&e))?;
    let own = manifest.files.iter().filter(|f| f.path == ACTUAL).cloned();
    if manifest.actual.is_some() && saved::spoilt(folder, &own.collect::<Vec<_>>()).is_some() {
        return Ok(Err(says::spoilt(ACTUAL)));
    }
    let past = Past {
        origins: manifest.origins.clone(),
        known_by: manifest.known_by,
        futures: manifest.replicates,
        actual: manifest.actual.as_ref().map(|named| named.name.clone()),
    };
    let looking = Looking::frozen(folder, &past)?;
    Ok(Ok((manifest, looking)))
}

/// What a finished looking back found, found again.
pub(super) fn found(folder: &Path) -> Result<Hindcast, Failure> {
    let (_, looking) = saved_in(folder)?.map_err(Failure::CannotRun)?;
    looking.look(Shelf::empty(), &says::NOTHING_CHANGED)
}

/// Looks back again and leaves it in the folder `into`; or why it cannot be the same any more.
pub(super) fn again(
    folder: &Path,
    into: &Path,
    options: &VerifyOptions,
) -> Result<Result<(), String>, Failure> {
    let (manifest, looking) = match saved_in(folder)? {
        Ok(saved) => saved,
        Err(why) => return Ok(Err(why)),
    };
    let nothing = says::NOTHING_CHANGED;
    let found = looking.look(Shelf::empty(), &nothing)?;
    let pictures = verify::pictures(&manifest.files, options);
    looking.write(&found, into, pictures, RunBlock::default(), &nothing)?;
    Ok(Ok(()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_that_cannot_be_is_pointed_at() {
        let asked = ["2008".to_owned(), "2016".to_owned()];
        let failure = origins(&asked).unwrap_err();
        assert_eq!(failure.code(), 2);
        for part in ["hindcast::unknown-origin", "--origin:1:6", "2018"] {
            assert!(failure.message().contains(part), "{}", failure.message());
        }
        assert_eq!(origins(&[]).unwrap(), study::USUAL);
    }
}
