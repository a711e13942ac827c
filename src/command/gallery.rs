//! The whole library is lived, question by question, and its answers stand on one page.

use super::progress::Progress;
use super::questions;
use super::{Failure, GalleryOptions, doors, run, screen, stop};
use crate::report::gallery::{Entry, Gallery};
use crate::report::{self, Lock, Pictures, ReportError, RunBlock};
use crate::results::Findings;
use crate::words::command as words;
use std::time::{Instant, SystemTime};

/// Lives every built-in scenario, or those named, and writes the index.
pub fn gallery(options: &GalleryOptions) -> Result<(), Failure> {
    stop::listen();
    let mut names: Vec<String> = if options.only.is_empty() {
        doors::built_in_names()
            .into_iter()
            .map(String::from)
            .collect()
    } else {
        options.only.clone()
    };
    // What others are told against comes first, the baseline before all.
    names.retain(|name| name != "baseline");
    names.insert(0, "baseline".into());
    let against = |name: &String| doors::answered_against(name).unwrap_or("baseline");
    let wanted: Vec<&str> = names.iter().map(against).collect();
    for (at, other) in wanted.into_iter().enumerate() {
        if !names[..at.max(1)].iter().any(|name| name == other) {
            names.retain(|name| name != other);
            names.insert(1, other.to_owned());
        }
    }
    let mut questions = questions::ask(&names, None)?;
    questions::folders_differ(&questions, &options.out)?;
    let _lock = run::lock(&options.out)?;
    let mut runs = Vec::new();
    for question in &questions {
        let folder = options.out.join(&question.scenario.name);
        runs.push(Lock::of(&folder).map_err(|e| run::not_written(&e))?);
    }
    let nothing = words::NO_GALLERY;
    let unwritten = |error: ReportError| run::unwritten(&error, &nothing);
    let mut gallery = Gallery::open(&options.out).map_err(unwritten)?;
    let mut entries: Vec<Entry> = Vec::new();
    let mut references: Vec<Findings> = Vec::new();
    let held: Vec<&str> = names
        .iter()
        .filter_map(|n| doors::answered_against(n))
        .collect();
    for question in &mut questions {
        let began = Instant::now();
        let started = SystemTime::now();
        let scenario = &mut question.scenario;
        scenario.replicates = options.replicates.unwrap_or(scenario.replicates);
        let scenario = &question.scenario;
        let wish = doors::Wish {
            threads: options.threads.map(usize::from),
            replicates: 0..scenario.replicates,
            until: None,
            keep: doors::Keep {
                draws: false,
                facilities: if scenario.province.is_some() {
                    2_000
                } else {
                    0
                },
                assumptions: 0,
            },
            beside: options.out.clone(),
        };
        let progress = Progress::new(&scenario.name, scenario.replicates, options.quiet);
        let heard = progress.heard();
        let lived = doors::live(scenario, &wish, doors::Known::nothing(), &heard);
        progress.done();
        let record = lived.map_err(|error| run::ended(error, scenario, &nothing))?;
        let block = RunBlock::new(&record.findings, started, question.seconds);
        let resolved = scenario.resolved();
        gallery
            .run(&scenario.name, |folder| {
                let pictures = Pictures::Svg;
                report::write(
                    &record,
                    &resolved,
                    folder,
                    pictures,
                    block,
                    &stop::requested,
                )
            })
            .map_err(unwritten)?;
        let against = doors::answered_against(&scenario.name);
        let against = references
            .iter()
            .find(|f| Some(f.scenario.as_str()) == against);
        let mut entry = Entry::new(&record.findings, &scenario.text, against);
        entry.picture = entry.picture.filter(|file| gallery.has(file));
        entry.seconds = began.elapsed().as_secs_f64();
        screen::answer(&format!("{}: {}", entry.name, entry.answer));
        entries.push(entry);
        if held.contains(&record.findings.scenario.as_str()) {
            references.push(record.findings);
        }
    }
    gallery.close(&entries).map_err(unwritten)?;
    screen::answer(&words::gallery_written(
        entries.len(),
        &options.out.join("index.html").display().to_string(),
    ));
    Ok(())
}
