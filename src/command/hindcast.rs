//! Earlier years are asked what later ones would bring; the page, the scores, every forecast and the
//! pictures go to a folder, the answers to the terminal.

use super::sweep::refused;
use super::verify::{self, not_opened};
use super::{Failure, HindcastOptions, VerifyOptions, run, screen, stop};
use crate::base::{TableProblem, problem};
use crate::diagnostic::Problem;
use crate::hindcast::facts::{self, Came};
use crate::hindcast::found::Hindcast;
use crate::messages::arguments::unknown_origin;
use crate::report::hindcast::{self as report, ACTUAL, Made, Manifest};
use crate::report::{Machine, Pictures, RunBlock, peak_memory_mb, saved, utc};
use crate::study::hindcast::{self as study, Options};
use crate::words::{command as says, hindcast as words};
use std::path::Path;
use std::time::{Instant, SystemTime};

/// Looks back.
pub fn hindcast(options: &HindcastOptions) -> Result<(), Failure> {
    stop::listen();
    let (started, began) = (SystemTime::now(), Instant::now());
    let origins = origins(&options.origin)?;
    let actual = match &options.actual {
        None => None,
        Some(path) => Some((name(path), text_of(path)?)),
    };
    let found = look(
        &origins,
        actual.as_ref(),
        options.known_by,
        options.replicates,
    )?;
    let _lock = run::lock(&options.out)?;
    let pictures = Pictures::of(options.no_charts, options.no_png);
    let made = Made {
        actual: actual
            .as_ref()
            .map(|(name, text)| (name.as_str(), text.as_str())),
        run: RunBlock {
            started_at: utc(started),
            simulate_seconds: began.elapsed().as_secs_f64(),
            peak_memory_mb: peak_memory_mb(),
            machine: Machine::this(),
            ..RunBlock::default()
        },
    };
    let files = report::write(&found, &made, &options.out, pictures, &stop::requested)
        .map_err(|error| run::unwritten(&error, words::NOTHING_WRITTEN))?;
    let page = options.out.join("report.md").display().to_string();
    screen::answer(&format!("{} ({page})", words::TITLE));
    for said in report::headlines(&found) {
        screen::answer(&format!("  {said}"));
    }
    screen::answer(&format!("  {}", words::HINDSIGHT));
    if !options.quiet {
        screen::note(&words::written(files.len(), &page));
    }
    Ok(())
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

/// Looks back on what the user asked.
fn look(
    origins: &[i32],
    actual: Option<&(String, String)>,
    known_by: Option<i32>,
    futures: u32,
) -> Result<Hindcast, Failure> {
    let read = |(name, text): &(String, String)| -> Result<(String, Came), Failure> {
        let came = facts::came(name, text).map_err(|all| at_fault(name, &all))?;
        Ok((name.clone(), came))
    };
    let options = Options {
        origins: origins.to_vec(),
        actual: actual.map(read).transpose()?,
        known_by,
        futures,
    };
    study::hindcast(&options).map_err(|all| match known_by {
        Some(year) if all.iter().all(|p| p.code == "hindcast::not-known-by") => {
            let head = words::too_late(all.len(), year);
            Failure::Refused(problem::listed(&head, &all))
        }
        _ => at_fault(actual.map_or("", |(name, _)| name), &all),
    })
}

fn at_fault(file: &str, problems: &[TableProblem]) -> Failure {
    let head = words::at_fault(file, problems.len());
    Failure::Refused(problem::listed(&head, problems))
}

/// What a folder was made from: its manifest, and the table of what came.
type Saved = (Manifest, Option<(String, String)>);

fn saved_in(folder: &Path) -> Result<Result<Saved, String>, Failure> {
    let manifest: Manifest = saved::manifest_as(folder).map_err(|e| not_opened(&e))?;
    let Some(named) = &manifest.actual else {
        return Ok(Ok((manifest, None)));
    };
    let own = manifest.files.iter().filter(|f| f.path == ACTUAL).cloned();
    if saved::spoilt(folder, &own.collect::<Vec<_>>()).is_some() {
        return Ok(Err(says::spoilt(ACTUAL)));
    }
    let text = text_of(&folder.join(ACTUAL))?;
    let actual = (named.name.clone(), text);
    Ok(Ok((manifest, Some(actual))))
}

/// What a finished looking back found, found again.
pub(super) fn found(folder: &Path) -> Result<Hindcast, Failure> {
    let (manifest, actual) = saved_in(folder)?.map_err(Failure::CannotRun)?;
    look(
        &manifest.origins,
        actual.as_ref(),
        manifest.known_by,
        manifest.replicates,
    )
}

/// Looks back again and leaves it in the folder `into`; or why it cannot be the same any more.
pub(super) fn again(
    folder: &Path,
    into: &Path,
    options: &VerifyOptions,
) -> Result<Result<(), String>, Failure> {
    let (manifest, actual) = match saved_in(folder)? {
        Ok(saved) => saved,
        Err(why) => return Ok(Err(why)),
    };
    let found = look(
        &manifest.origins,
        actual.as_ref(),
        manifest.known_by,
        manifest.replicates,
    )?;
    let made = Made {
        actual: actual
            .as_ref()
            .map(|(name, text)| (name.as_str(), text.as_str())),
        run: RunBlock::default(),
    };
    let pictures = verify::pictures(&manifest.files, options);
    report::write(&found, &made, into, pictures, &stop::requested)
        .map_err(|error| run::unwritten(&error, says::NOTHING_CHANGED))?;
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
