//! A finished run is lived again from what it left behind, and held against itself: identical, or
//! the first file and row in which the two part.

use super::progress::Progress;
use super::{Failure, VerifyOptions, doors, run, screen, stop};
use crate::report::saved::{self, SavedError};
use crate::report::{self, Manifest, Pictures, ReportError, RunBlock, difference};
use crate::scenario::Scenario;
use crate::words::command as words;
use std::collections::BTreeSet;
use std::path::Path;

/// Lives a finished run again and tells the verdict.
pub fn verify(folder: &Path, options: &VerifyOptions) -> Result<(), Failure> {
    stop::listen();
    let manifest = saved::manifest(folder).map_err(|e| not_opened(&e))?;
    let ours = env!("CARGO_PKG_VERSION");
    if manifest.version != ours {
        screen::note(&words::another_version(&manifest.version, ours));
    }
    let scenario = match scenario(folder, &manifest, options)? {
        Ok(scenario) => scenario,
        Err(why) => return differs(&why),
    };
    let again = tempfile::Builder::new()
        .prefix("carecast-verify-")
        .tempdir()
        .map_err(|e| Failure::CannotRun(words::no_room_to_verify(&e.to_string())))?;
    live_again(&scenario, &manifest, again.path(), options)?;
    match part(folder, again.path(), &manifest, options)? {
        Some(place) => differs(&place),
        None => {
            let one_version = manifest.version == ours;
            let compared = manifest
                .files
                .iter()
                .filter(|f| counts(&f.path, options, one_version));
            screen::answer(&words::identical(
                folder,
                compared.count(),
                manifest.replicates.count,
                manifest.seed,
            ));
            Ok(())
        }
    }
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

/// The scenario of a run, or why the run cannot be the same any more.
fn scenario(
    folder: &Path,
    manifest: &Manifest,
    options: &VerifyOptions,
) -> Result<Result<Scenario, String>, Failure> {
    let path = folder.join(report::SCENARIO);
    let mut scenario =
        doors::read_saved(&path, options.base.as_deref()).map_err(Failure::CannotRun)?;
    scenario.name.clone_from(&manifest.scenario.name);
    if scenario.base.digest != manifest.base.sha256 {
        return Ok(Err(words::base_changed(
            &scenario.base_name,
            &manifest.base.sha256,
            &scenario.base.digest,
        )));
    }
    let said = [
        ("seed", manifest.seed, scenario.seed),
        (
            "replicates",
            u64::from(manifest.replicates.count),
            u64::from(scenario.replicates),
        ),
    ];
    let apart = said.iter().find(|(_, manifest, file)| manifest != file);
    Ok(match apart {
        Some((what, manifest, file)) => Err(words::run_contradicts_itself(what, *manifest, *file)),
        None => Ok(scenario),
    })
}

fn live_again(
    scenario: &Scenario,
    manifest: &Manifest,
    into: &Path,
    options: &VerifyOptions,
) -> Result<(), Failure> {
    let nothing = words::NOTHING_CHANGED;
    let first = manifest.replicates.first;
    let replicates = first..first.saturating_add(manifest.replicates.count);
    let progress = Progress::new(&scenario.name, manifest.replicates.count, options.quiet);
    let keep = doors::Keep {
        draws: manifest.lists("draws.parquet"),
        facilities: manifest.hospital_futures,
    };
    let wish = doors::Wish {
        threads: options.threads.map(usize::from),
        replicates,
        until: None,
        keep,
    };
    let ears = doors::Ears {
        progress: &|done, total| {
            progress.tell(done, total);
            !stop::asked()
        },
        finished: &|_| {},
    };
    let lived = doors::live(scenario, &wish, doors::Before::default(), &ears);
    progress.done();
    let mut record = lived.map_err(|error| run::ended(error, scenario, nothing))?;
    // The file the planner wrote is not kept, only what it said: its fingerprint is taken over.
    record
        .findings
        .scenario_digest
        .clone_from(&manifest.scenario.sha256);
    let behind = manifest.builds_on.iter();
    record.findings.scenario_files = behind
        .map(|file| (file.name.clone(), file.sha256.clone()))
        .collect();
    let ends = |ending: &str| manifest.files.iter().any(|f| f.path.ends_with(ending));
    let pictures = match (ends(".svg"), ends(".png") && !options.no_charts) {
        (false, false) => Pictures::No,
        (_, true) => Pictures::SvgAndPng,
        (true, false) => Pictures::Svg,
    };
    let (resolved, block) = (scenario.resolved(), RunBlock::default());
    report::write(&record, &resolved, into, pictures, block, &stop::asked)
        .map(drop)
        .map_err(|error| match error {
            ReportError::Stopped => Failure::Interrupted(nothing.to_owned()),
            other => run::not_written(&other),
        })
}

fn is_picture(path: &str) -> bool {
    path.starts_with("charts/")
}

/// Whether a file is compared. A workbook names the version that made it.
fn counts(path: &str, options: &VerifyOptions, one_version: bool) -> bool {
    let left_out = is_picture(path) && options.no_charts;
    let columns = path.ends_with(".parquet") && !cfg!(feature = "parquet");
    let painted = path.ends_with(".png") && !cfg!(feature = "png");
    let book = path.ends_with(".xlsx") && !(one_version && cfg!(feature = "xlsx"));
    !left_out && !columns && !painted && !book
}

/// The first place where the saved run and the one made anew part; tables are read before pictures.
fn part(
    saved: &Path,
    again: &Path,
    manifest: &Manifest,
    options: &VerifyOptions,
) -> Result<Option<String>, Failure> {
    let now = saved::manifest(again).map_err(|e| not_opened(&e))?;
    let mut names: BTreeSet<(bool, &str)> = BTreeSet::new();
    let one_version = manifest.version == now.version;
    let mut passed_over = BTreeSet::new();
    for file in manifest.files.iter().chain(&now.files) {
        let path = file.path.as_str();
        if counts(path, options, one_version) {
            names.insert((is_picture(path), path));
        } else if !(is_picture(path) && options.no_charts) && passed_over.insert(path) {
            let lacks = !path.ends_with(".xlsx") || !cfg!(feature = "xlsx");
            screen::note(&if lacks {
                words::cannot_compare(path)
            } else {
                words::names_its_version(path)
            });
        }
    }
    for (_, name) in &names {
        let place = difference::between(name, saved, again, one_version).map_err(|source| {
            Failure::CannotRun(
                SavedError::Read {
                    path: saved.join(name),
                    source,
                }
                .to_string(),
            )
        })?;
        if place.is_some() {
            return Ok(place);
        }
    }
    if !one_version {
        return Ok(None);
    }
    // The files are the same: so must be what the manifest says of them and of the run.
    let said = |m: &Manifest| {
        let mut listed = m.files.clone();
        listed.retain(|f| counts(&f.path, options, one_version));
        Manifest {
            files: listed,
            run: RunBlock::default(),
            ..m.clone()
        }
    };
    let (old, new) = (said(manifest).text(), said(&now).text());
    Ok((old != new).then(|| difference::of_texts(report::MANIFEST, &old, &new)))
}
