//! Options are lived on the same draws and held against one of them; the verdicts go to the terminal,
//! everything else into one folder.

use super::progress::Progress;
use super::questions::{self, Question};
use super::verify::{self, Apart, not_opened};
use super::{CompareOptions, Failure, VerifyOptions, doors, run, screen, stop};
use crate::diagnostic::suggestion;
use crate::report::{self, Pictures, RunBlock, comparison, saved};
use crate::results::comparison::Comparison;
use crate::scenario::Scenario;
use crate::study::compare::{self as study, Candidate, Options};
use crate::words::{command as around, compare as words};
use std::ops::Range;
use std::path::Path;
use std::time::{Instant, SystemTime};

/// Options that can be compared at once.
const MOST: usize = 40;

/// An option with the futures it asks for.
struct Read {
    candidate: Candidate,
    replicates: Range<u32>,
}

/// Compares options.
pub fn compare(files: &[String], options: &CompareOptions) -> Result<(), Failure> {
    stop::listen();
    let began = Instant::now();
    let started = SystemTime::now();
    if files.len() < 2 {
        return Err(Failure::Refused(words::TOO_FEW.to_owned()));
    }
    if files.len() > MOST {
        return Err(Failure::Refused(words::too_many(MOST)));
    }
    let all = read(files, options)?;
    let reference = reference(files, options, &all)?;
    share(&all, reference)?;
    let _lock = run::lock(&options.out)?;
    let reading = began.elapsed().as_secs_f64();

    let how = Options {
        threads: options.threads.map(usize::from),
        replicates: all[reference].replicates.clone(),
        attribute: !options.no_attribution,
    };
    let asked: Vec<Candidate> = all.into_iter().map(|r| r.candidate).collect();
    let first = &asked[reference].scenario;
    if !options.quiet {
        let futures = how.replicates.end - how.replicates.start;
        let name = &asked[reference].name;
        let others = asked.len() - 1;
        screen::note(&words::setting_out(
            others,
            name,
            futures,
            first.first,
            first.last,
        ));
    }
    let found = live(
        &asked,
        reference,
        &how,
        options.quiet,
        words::NOTHING_WRITTEN,
    )?;
    if !options.quiet {
        screen::note(words::WRITING);
    }
    let writing = Instant::now();
    let pictures = Pictures::of(options.no_charts, options.no_png);
    let resolved = resolved(&asked, &how);
    let block = comparison::block(&found, started, reading);
    let files = comparison::write(
        &found,
        &resolved,
        how.attribute,
        &options.out,
        pictures,
        block,
        &stop::requested,
    )
    .map_err(|error| run::unwritten(&error, words::NOTHING_WRITTEN))?;
    let page = options.out.join(comparison::PAGE).display().to_string();
    for (title, says) in comparison::verdicts(&found) {
        screen::answer(&format!("{title}: {says}"));
    }
    if !options.quiet {
        let seconds = writing.elapsed().as_secs_f64();
        screen::note(&words::went(&found, files.len(), seconds, &page));
    }
    Ok(())
}

/// Lives the options; `nothing` is said of what an end before the time leaves.
fn live(
    asked: &[Candidate],
    reference: usize,
    how: &Options,
    quiet: bool,
    nothing: &str,
) -> Result<Comparison, Failure> {
    let progress = Progress::new(words::NAME, 1, quiet);
    let tell = |done: u32, total: u32| {
        progress.tell(done, total);
        !stop::requested()
    };
    let found = study::compare(asked, reference, how, &tell);
    progress.done();
    found.map_err(|e| run::ended(e.source, &asked[e.option].scenario, nothing))
}

/// The options as they are lived.
fn resolved(asked: &[Candidate], how: &Options) -> Vec<String> {
    let lived = |a: &Candidate| {
        let mut scenario = a.scenario.clone();
        scenario.replicates = how.replicates.end - how.replicates.start;
        scenario.resolved()
    };
    asked.iter().map(lived).collect()
}

/// Lives a finished comparison again and leaves it in the folder `into`; or why it cannot be the same
/// any more.
pub(super) fn again(
    folder: &Path,
    into: &Path,
    options: &VerifyOptions,
) -> Result<Result<(u64, u64), String>, Failure> {
    let manifest: comparison::Manifest = saved::manifest_as(folder).map_err(|e| not_opened(&e))?;
    let before = comparison::saved(folder).map_err(|e| not_opened(&e))?;
    let mut asked = Vec::new();
    for option in &before.options {
        let path = folder.join(comparison::option_file(&option.name));
        let listed = (manifest.seed, Some(manifest.replicates.count));
        let (name, base) = (&option.name, &manifest.base.sha256);
        let scenario = match verify::scenario(&path, name, base, listed, options.base.as_deref())? {
            Ok(scenario) => scenario,
            Err(apart) => return Ok(Err(apart.into())),
        };
        asked.push(Candidate {
            name: option.name.clone(),
            file: option.file.clone(),
            scenario,
        });
    }
    let first = manifest.replicates.first;
    let how = Options {
        threads: options.threads.map(usize::from),
        replicates: first..first.saturating_add(manifest.replicates.count),
        attribute: manifest.attributed,
    };
    let nothing = around::NOTHING_CHANGED;
    let mut found = live(&asked, before.reference, &how, options.quiet, nothing)?;
    // The files the planner wrote are not kept, only what they said.
    found.written_as(&before);
    let pictures = verify::pictures(&manifest.files, options);
    let block = RunBlock::default();
    let texts = resolved(&asked, &how);
    let stop = &stop::requested;
    comparison::write(&found, &texts, how.attribute, into, pictures, block, stop)
        .map_err(|error| run::unwritten(&error, nothing))?;
    let lived = u64::from(found.futures()) * found.options.len() as u64;
    Ok(Ok((lived, found.seed)))
}

/// Reads every option; one mistake refuses all.
fn read(files: &[String], options: &CompareOptions) -> Result<Vec<Read>, Failure> {
    let mut all = Vec::new();
    let mut refused = Vec::new();
    for file in files {
        match one(file, options) {
            Ok(read) => all.push(read),
            Err(Failure::Refused(message)) => refused.push(message),
            Err(other) => return Err(other),
        }
    }
    if !refused.is_empty() {
        return Err(Failure::Refused(refused.join("\n")));
    }
    // Names tell options apart in tables and pictures: a second one of a name gets a number.
    for at in 0..all.len() {
        let name = all[at].candidate.name.clone();
        let taken = |n: &str, all: &[Read]| all[..at].iter().any(|r| r.candidate.name == n);
        let mut own = name.clone();
        let mut number = 2;
        while taken(&own, &all) {
            own = format!("{name} ({number})");
            number += 1;
        }
        all[at].candidate.name = own;
    }
    Ok(all)
}

/// One option: a finished run, a file, or a built-in scenario.
fn one(file: &str, options: &CompareOptions) -> Result<Read, Failure> {
    let path = Path::new(file);
    let finished = path.is_dir() && path.join(report::MANIFEST).is_file();
    if finished {
        return of_run(file, path, options);
    }
    if path.is_dir() && !doors::built_in_names().contains(&file) {
        let error = saved::manifest(path).err();
        return Err(error.map_or(Failure::Refused(file.to_owned()), |e| not_opened(&e)));
    }
    let asked = [file.to_owned()];
    let mut all = questions::ask(&asked, options.base.as_deref())?;
    let Question {
        mut scenario,
        warnings,
        typed,
        seconds,
    } = all.remove(0);
    scenario.seed = options.seed.unwrap_or(scenario.seed);
    let replicates = options.replicates.clone().unwrap_or(0..scenario.replicates);
    scenario.replicates = replicates.end - replicates.start;
    let question = Question {
        typed,
        scenario,
        warnings,
        seconds,
    };
    if !options.quiet {
        question.warn();
    }
    let place = if path.exists() {
        file.to_owned()
    } else {
        words::built_in(file)
    };
    Ok(Read {
        candidate: candidate(&place, question.scenario),
        replicates,
    })
}

fn candidate(file: &str, scenario: Scenario) -> Candidate {
    Candidate {
        name: scenario.name.clone(),
        file: file.to_owned(),
        scenario,
    }
}

/// A finished run is lived again from what it left behind: the same futures, to the bit.
fn of_run(file: &str, folder: &Path, options: &CompareOptions) -> Result<Read, Failure> {
    let manifest = saved::manifest(folder).map_err(|e| not_opened(&e))?;
    let ours = env!("CARGO_PKG_VERSION");
    if manifest.version != ours {
        screen::note(&around::another_version(&manifest.version, ours));
    }
    let path = folder.join(report::SCENARIO);
    let (name, base) = (&manifest.scenario.name, &manifest.base.sha256);
    let listed = (manifest.seed, Some(manifest.replicates.count));
    let scenario = verify::scenario(&path, name, base, listed, options.base.as_deref())?;
    let scenario = scenario.map_err(|apart| {
        Failure::Refused(match apart {
            Apart::Base { found, .. } => words::base_of_run_changed(file, base, &found),
            Apart::Said(words) => words,
        })
    })?;
    let first = manifest.replicates.first;
    let written = Path::new(file).join(report::SCENARIO);
    Ok(Read {
        replicates: first..first.saturating_add(manifest.replicates.count),
        candidate: candidate(&written.display().to_string(), scenario),
    })
}

/// Position of the reference: as asked for by file or name, else the first.
fn reference(files: &[String], options: &CompareOptions, all: &[Read]) -> Result<usize, Failure> {
    let Some(word) = &options.reference else {
        return Ok(0);
    };
    let by_file = files.iter().position(|f| f == word);
    let by_name = || all.iter().position(|r| r.candidate.name == *word);
    let folder = |path: &str| std::fs::canonicalize(path).ok();
    let by_place = || {
        let place = folder(word)?;
        files
            .iter()
            .position(|f| folder(f).as_ref() == Some(&place))
    };
    by_file.or_else(by_name).or_else(by_place).ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|r| r.candidate.name.as_str()).collect();
        let help = suggestion(word, &names, &words::references(&names));
        Failure::Refused(words::no_such_reference(word, &help))
    })
}

/// Refuses options that do not share what makes their futures the same.
fn share(all: &[Read], reference: usize) -> Result<(), Failure> {
    let cut = |digest: &str| digest.chars().take(12).collect::<String>();
    let base = |r: &Read| {
        let s = &r.candidate.scenario;
        format!("{} ({})", s.base_name, cut(&s.base.digest))
    };
    let years = |r: &Read| {
        format!(
            "{} to {}",
            r.candidate.scenario.first, r.candidate.scenario.last
        )
    };
    let futures = |r: &Read| match r.replicates.start {
        0 => r.replicates.end.to_string(),
        first => format!("{first}..{}", r.replicates.end),
    };
    let rate = |r: &Read| match r.candidate.scenario.discount_rate {
        None => words::BASES_RATE.to_owned(),
        Some(rate) => rate.to_string(),
    };
    let seed = |r: &Read| r.candidate.scenario.seed.to_string();
    let layers = |r: &Read| r.candidate.scenario.uncertainty.name().to_owned();
    let digest = |r: &Read| r.candidate.scenario.base.digest.clone();
    type Of<'a> = &'a dyn Fn(&Read) -> String;
    let what: [(words::Shared, Of<'_>, Of<'_>); 6] = [
        (words::Shared::Base, &digest, &base),
        (words::Shared::Seed, &seed, &seed),
        (words::Shared::Years, &years, &years),
        (words::Shared::Futures, &futures, &futures),
        (words::Shared::Uncertainty, &layers, &layers),
        (words::Shared::DiscountRate, &rate, &rate),
    ];
    let mut apart = Vec::new();
    let first = &all[reference];
    for (what, value, said) in &what {
        let other = all.iter().find(|r| value(r) != value(first));
        if let Some(other) = other {
            apart.push(words::not_shared(
                *what,
                (&first.candidate.file, &said(first)),
                (&other.candidate.file, &said(other)),
            ));
        }
    }
    if apart.is_empty() {
        Ok(())
    } else {
        Err(Failure::Refused(apart.join("\n")))
    }
}
