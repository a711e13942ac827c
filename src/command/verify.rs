//! A finished run, comparison, sweep or gallery is lived again from what it left behind, and held
//! against itself: identical, or the first file and row in which the two part.

use super::progress::Progress;
use super::{Failure, VerifyOptions, compare, decide, doors, hindcast, register, run};
use super::{screen, stop, sweep};
use crate::report::gallery::{self as index, Entry, Manifest as Manifests};
use crate::report::saved::{self, Kind, SavedError};
use crate::report::{self, Listed, Manifest, Pictures, RunBlock, difference};
use crate::results::{Findings, Record};
use crate::said::{self, Language};
use crate::scenario::Scenario;
use crate::words::{command as words, designed, guesses};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::path::Path;

/// Lives what a folder holds again and tells the verdict.
pub fn verify(folder: &Path, options: &VerifyOptions) -> Result<(), Failure> {
    stop::listen();
    let kind = saved::kind(folder).map_err(|e| not_opened(&e))?;
    let head: Head = saved::manifest_as(folder).map_err(|e| not_opened(&e))?;
    let ours = env!("CARGO_PKG_VERSION");
    if head.version != ours {
        screen::note(&words::another_version(&head.version, ours));
    }
    let same_version = head.version == ours;
    said::leaving(&head.languages, || {
        again(folder, options, kind, same_version)
    })
}

/// The same, left in the languages in which the folder was.
fn again(
    folder: &Path,
    options: &VerifyOptions,
    kind: Kind,
    same_version: bool,
) -> Result<(), Failure> {
    if kind == Kind::Gallery {
        return gallery(folder, options);
    }
    if kind == Kind::Guesses {
        let shown = folder.display().to_string();
        return Err(Failure::Refused(guesses::made_of_draws(&shown)));
    }
    if kind == Kind::Designed {
        return Err(Failure::Refused(designed::rows_are_gone(folder)));
    }
    let again = room()?;
    if kind == Kind::Hindcast {
        if let Err(why) = hindcast::again(folder, again.path(), options)? {
            return differs(&why);
        }
        return match part(folder, again.path(), options, same_version)? {
            Err(place) => differs(&place),
            Ok(compared) => {
                screen::answer(&words::looked_back_alike(folder, compared));
                Ok(())
            }
        };
    }
    let lived = match kind {
        Kind::Comparison => compare::again(folder, again.path(), options)?,
        Kind::Sweep => sweep::again(folder, again.path(), options)?,
        Kind::Seek => decide::seek::again(folder, again.path(), options)?,
        Kind::Timing => decide::when::again(folder, again.path(), options)?,
        Kind::Register => register::again(folder, again.path(), options)?,
        Kind::Run | Kind::Gallery | Kind::Hindcast | Kind::Guesses | Kind::Designed => {
            run_again(folder, again.path(), options)?.map(|(manifest, _)| {
                let futures = u64::from(manifest.replicates.count);
                (futures, manifest.seed)
            })
        }
    };
    let (futures, seed) = match lived {
        Ok(lived) => lived,
        Err(why) => return differs(&why),
    };
    match part(folder, again.path(), options, same_version)? {
        Err(place) => differs(&place),
        Ok(compared) => {
            screen::answer(&words::identical(folder, compared, futures, seed));
            Ok(())
        }
    }
}

/// What manifests of every kind begin with.
#[derive(Deserialize)]
struct Head {
    version: String,
    /// Those before there were several were left in English.
    #[serde(default = "in_english")]
    languages: Vec<Language>,
}

fn in_english() -> Vec<Language> {
    vec![Language::En]
}

/// A folder for what is lived again.
fn room() -> Result<tempfile::TempDir, Failure> {
    tempfile::Builder::new()
        .prefix("carecast-verify-")
        .tempdir()
        .map_err(|e| Failure::CannotRun(words::no_room_to_verify(&e.to_string())))
}

/// Lives a finished run again and leaves it in the folder `into`; or why it cannot be the same any
/// more.
fn run_again(
    folder: &Path,
    into: &Path,
    options: &VerifyOptions,
) -> Result<Result<(Manifest, Record), String>, Failure> {
    let manifest = saved::manifest(folder).map_err(|e| not_opened(&e))?;
    let path = folder.join(report::SCENARIO);
    let (name, base) = (&manifest.scenario.name, &manifest.base.sha256);
    let listed = (manifest.seed, Some(manifest.replicates.count));
    match scenario(&path, name, base, listed, options.base.as_deref())? {
        Ok(scenario) => {
            let record = live_again(&scenario, &manifest, into, options)?;
            Ok(Ok((manifest, record)))
        }
        Err(apart) => Ok(Err(apart.into())),
    }
}

/// The same for a gallery: each of its runs, then the index.
fn gallery(folder: &Path, options: &VerifyOptions) -> Result<(), Failure> {
    let manifest: Manifests = saved::manifest_as(folder).map_err(|e| not_opened(&e))?;
    let one_version = manifest.version == env!("CARGO_PKG_VERSION");
    if let Some(file) = saved::spoilt(folder, &manifest.files) {
        let name = file.strip_prefix(folder).unwrap_or(&file);
        return differs(&words::spoilt(&name.display().to_string()));
    }
    let mut entries: Vec<Entry> = Vec::new();
    let mut references: Vec<Findings> = Vec::new();
    let runs = manifest.runs.iter();
    let held: Vec<&str> = runs
        .filter_map(|r| doors::answered_against(&r.scenario))
        .collect();
    let mut compared = 0;
    let mut known = one_version;
    for run in &manifest.runs {
        let (saved, again) = (folder.join(&run.scenario), room()?);
        let (inner, record) = match run_again(&saved, again.path(), options)? {
            Ok(lived) => lived,
            Err(why) => return differs(&format!("{}: {why}", run.scenario)),
        };
        match part(&saved, again.path(), options, one_version)? {
            Err(place) => return differs(&format!("{}/{place}", run.scenario)),
            Ok(files) => compared += files,
        }
        let text = doors::built_in_text(&run.scenario).unwrap_or_default();
        let own = Listed::of("", text.as_bytes()).expect("memory can be read");
        if known && own.sha256 != inner.scenario.sha256 {
            screen::note(&words::index_not_made_again(&run.scenario));
            known = false;
        }
        let against = doors::answered_against(&run.scenario);
        let against = references
            .iter()
            .find(|f| Some(f.scenario.as_str()) == against);
        let mut entry = Entry::new(&record.findings, text, against);
        let listed = |file: &String| manifest.files.iter().any(|f| f.path == *file);
        entry.picture = entry.picture.filter(listed);
        entry.seconds = run.seconds;
        entries.push(entry);
        if held.contains(&record.findings.scenario.as_str()) {
            references.push(record.findings);
        }
    }
    if known {
        let again = room()?;
        let pictures = |file: &str| std::fs::read_to_string(folder.join(file)).ok();
        for (name, bytes) in index::pages(&entries, &pictures) {
            let put = std::fs::write(again.path().join(name), &bytes);
            put.map_err(|e| Failure::CannotRun(words::no_room_to_verify(&e.to_string())))?;
            compared += 1;
            if let Some(place) = between(name, folder, again.path(), one_version)? {
                return differs(&place);
            }
        }
    }
    let runs = manifest.runs.len();
    screen::answer(&words::gallery_identical(folder, compared, runs));
    Ok(())
}

fn differs(place: &str) -> Result<(), Failure> {
    screen::answer(&words::not_identical(place));
    Err(Failure::Differs)
}

pub(super) fn not_opened(error: &SavedError) -> Failure {
    match error {
        SavedError::NotARun { .. } => Failure::Refused(error.to_string()),
        _ => Failure::CannotRun(error.to_string()),
    }
}

/// A scenario as it was lived, under the name it had; or why what was made of it cannot be the same any
/// more: the base is another one, or manifest and scenario tell two stories of the seed or of the number
/// of futures (which a sweep does not take from its scenario).
pub(super) fn scenario(
    path: &Path,
    name: &str,
    base: &str,
    (seed, futures): (u64, Option<u32>),
    folder: Option<&Path>,
) -> Result<Result<Scenario, Apart>, Failure> {
    let mut scenario = doors::read_saved(path, folder).map_err(Failure::CannotRun)?;
    name.clone_into(&mut scenario.name);
    if scenario.base.digest != base {
        let words = words::base_changed(&scenario.base_name, base, &scenario.base.digest);
        let found = scenario.base.digest.clone();
        return Ok(Err(Apart::Base { found, words }));
    }
    let lived = futures.map(|listed| ("replicates", listed.into(), scenario.replicates.into()));
    let mut said = std::iter::once(("seed", seed, scenario.seed)).chain(lived);
    Ok(match said.find(|(_, listed, file)| listed != file) {
        Some((what, listed, file)) => Err(Apart::Said(words::run_contradicts_itself(
            what, listed, file,
        ))),
        None => Ok(scenario),
    })
}

/// Why what was lived cannot be lived again, in words.
pub(super) enum Apart {
    /// The base is another one than then.
    Base {
        /// Its digest.
        found: String,
        /// The words.
        words: String,
    },
    /// Manifest and scenario tell two stories.
    Said(String),
}

impl From<Apart> for String {
    fn from(apart: Apart) -> String {
        match apart {
            Apart::Base { words, .. } | Apart::Said(words) => words,
        }
    }
}

fn live_again(
    scenario: &Scenario,
    manifest: &Manifest,
    into: &Path,
    options: &VerifyOptions,
) -> Result<Record, Failure> {
    let nothing = words::NOTHING_CHANGED;
    let first = manifest.replicates.first;
    let replicates = first..first.saturating_add(manifest.replicates.count);
    let keep = doors::Keep {
        draws: manifest.lists("draws.parquet"),
        facilities: manifest.hospital_futures,
        assumptions: manifest.assumption_futures,
    };
    let mut record = record_again(scenario, (replicates, keep), into, options)?;
    // The file the planner wrote is not kept, only what it said: its fingerprint is taken over.
    record
        .findings
        .scenario_digest
        .clone_from(&manifest.scenario.sha256);
    let behind = manifest.builds_on.iter();
    record.findings.scenario_files = behind
        .map(|file| (file.name.clone(), file.sha256.clone()))
        .collect();
    let pictures = pictures(&manifest.files, options);
    let (resolved, block) = (scenario.resolved(), RunBlock::default());
    report::write(&record, &resolved, into, pictures, block, &stop::requested)
        .map_err(|error| run::unwritten(&error, &nothing))?;
    Ok(record)
}

/// Lives the same futures of a scenario again.
pub(super) fn record_again(
    scenario: &Scenario,
    (replicates, keep): (std::ops::Range<u32>, doors::Keep),
    beside: &Path,
    options: &VerifyOptions,
) -> Result<Record, Failure> {
    let progress = Progress::new(&scenario.name, replicates.len() as u32, options.quiet);
    let wish = doors::Wish {
        threads: options.threads.map(usize::from),
        replicates,
        until: None,
        keep,
        beside: beside.to_owned(),
    };
    let heard = progress.heard();
    let lived = doors::live(scenario, &wish, doors::Known::nothing(), &heard);
    progress.done();
    lived.map_err(|error| run::ended(error, scenario, &words::NOTHING_CHANGED))
}

/// The pictures that results of these files are made with again.
pub(super) fn pictures(files: &[Listed], options: &VerifyOptions) -> Pictures {
    let ends = |ending: &str| files.iter().any(|f| f.path.ends_with(ending));
    match (ends(".svg"), ends(".png") && !options.no_charts) {
        (false, false) => Pictures::No,
        (_, true) => Pictures::SvgAndPng,
        (true, false) => Pictures::Svg,
    }
}

fn is_picture(path: &str) -> bool {
    path.starts_with("charts/") || path.contains("/charts/")
}

fn is_printed(path: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|ending| ending == report::paper::ENDING)
}

/// Whether a file is compared. A workbook and a page for a browser name the version that made them.
fn counts(path: &str, options: &VerifyOptions, one_version: bool) -> bool {
    let left_out = is_picture(path) && options.no_charts;
    let columns = path.ends_with(".parquet") && !cfg!(feature = "parquet");
    let painted = path.ends_with(".png") && !cfg!(feature = "png");
    let book = path.ends_with(".xlsx") && !(one_version && cfg!(feature = "xlsx"));
    let page = path.ends_with(".html") && !one_version;
    let pasted = path.ends_with(".docx") && !cfg!(feature = "xlsx");
    !is_printed(path) && !pasted && !left_out && !columns && !painted && !book && !page
}

/// How many files were compared; or the first place where what was saved and what was made anew part.
/// Tables are read before pictures.
fn part(
    saved: &Path,
    again: &Path,
    options: &VerifyOptions,
    one_version: bool,
) -> Result<Result<usize, String>, Failure> {
    let (old, new) = (said(saved)?, said(again)?);
    let mut names = BTreeSet::new();
    let mut passed_over = BTreeSet::new();
    for file in old.files.iter().chain(&new.files) {
        let path = file.path.as_str();
        if counts(path, options, one_version) {
            names.insert((is_picture(path), path));
        } else if !(is_picture(path) && options.no_charts) && passed_over.insert(path) {
            let book = path.ends_with(".xlsx") && cfg!(feature = "xlsx");
            screen::note(&if is_printed(path) {
                words::printed_at(path)
            } else if book || path.ends_with(".html") {
                words::names_its_version(path)
            } else {
                words::cannot_compare(path)
            });
        }
    }
    for (_, name) in &names {
        if let Some(place) = between(name, saved, again, one_version)? {
            return Ok(Err(place));
        }
    }
    let listed = old.files.iter();
    let compared = listed.filter(|f| counts(&f.path, options, one_version));
    let compared = compared.count();
    if !one_version {
        return Ok(Ok(compared));
    }
    // The files are the same: so must be what the manifests say of them and of the question.
    let (old, new) = (old.text(options), new.text(options));
    Ok(match old == new {
        true => Ok(compared),
        false => Err(difference::of_texts(report::MANIFEST, &old, &new)),
    })
}

/// The first place where a file and the same file made anew part.
fn between(
    name: &str,
    saved: &Path,
    again: &Path,
    one_version: bool,
) -> Result<Option<String>, Failure> {
    difference::between(name, saved, again, one_version).map_err(|source| {
        let path = saved.join(name);
        Failure::CannotRun(SavedError::Read { path, source }.to_string())
    })
}

/// A manifest of any kind.
struct Said {
    files: Vec<Listed>,
    manifest: Map<String, Value>,
}

fn said(folder: &Path) -> Result<Said, Failure> {
    let mut manifest: Map<String, Value> =
        saved::manifest_as(folder).map_err(|e| not_opened(&e))?;
    let files = manifest.remove("files").unwrap_or_default();
    manifest.remove("run");
    let files = serde_json::from_value(files).map_err(|error| {
        let (path, detail) = (folder.join(report::MANIFEST), error.to_string());
        not_opened(&SavedError::Unreadable { path, detail })
    })?;
    Ok(Said { files, manifest })
}

impl Said {
    /// What it says of the question and of the files that are compared.
    fn text(mut self, options: &VerifyOptions) -> String {
        self.files.retain(|f| counts(&f.path, options, true));
        let whole = serde_json::json!({ "question": self.manifest, "files": self.files });
        serde_json::to_string_pretty(&whole).expect("plain data has a JSON form")
    }
}
