//! Options are lived on the same draws and held against one of them; the verdicts go to the terminal,
//! everything else into one folder.

use super::doors::{self, Shelf};
use super::parts::{Cut, Into, fingerprint};
use super::progress::Progress;
use super::questions;
use super::unfinished::at_once;
use super::verify::{self, Apart, not_opened};
use super::{CompareAsks, CompareOptions, Failure, VerifyOptions, run, screen, stop};
use crate::diagnostic::suggestion;
use crate::report::parts::{Asks, Lives, Written};
use crate::report::{self, Named, Pictures, RunBlock, comparison, saved};
use crate::results::comparison::{Comparison, InputDifference};
use crate::scenario::Scenario;
use crate::study::compare::{self as study, Candidate, Options, Plan, StudyError};
use crate::study::inputs::differences;
use crate::words::{command as around, compare as words, list};
use std::borrow::Cow;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::{Instant, SystemTime};

/// Options that can be compared at once.
const MOST: usize = 40;

/// An option with the futures it asks for.
struct Read {
    candidate: Candidate,
    replicates: Range<u32>,
}

/// Options that are compared.
pub(super) struct Comparing {
    asked: Vec<Candidate>,
    reference: usize,
    how: Options,
    /// What reading them took.
    reading: f64,
    /// Where they were written, if they are read as they were frozen.
    written: Option<(Vec<Written>, Vec<InputDifference>)>,
}

/// Compares options.
pub fn compare(files: &[String], options: &CompareOptions) -> Result<(), Failure> {
    stop::listen();
    options.printed.ready()?;
    let (started, began) = (SystemTime::now(), Instant::now());
    let mut comparing = Comparing::ask(files, &options.asks, options.quiet)?;
    comparing.reading = began.elapsed().as_secs_f64();
    let first = &comparing.asked[comparing.reference];
    let says = words::setting_out(
        comparing.asked.len() - 1,
        &first.name,
        comparing.how.replicates.len() as u32,
        first.scenario.first,
        first.scenario.last,
    );
    let into = Into {
        threads: options.threads.map(usize::from),
        pictures: Pictures::of(options.no_charts, options.painted.png()),
        quiet: options.quiet,
        keep: doors::Keep::default(),
        out: &options.out,
        started,
        nothing: &words::NOTHING_WRITTEN,
    };
    at_once(&mut comparing, &into, &options.resume, Some(&says))
}

impl Comparing {
    /// What the user asks.
    pub fn ask(files: &[String], asks: &CompareAsks, quiet: bool) -> Result<Comparing, Failure> {
        if files.len() < 2 {
            return Err(Failure::Refused(words::TOO_FEW.to_owned()));
        }
        if files.len() > MOST {
            return Err(Failure::Refused(words::too_many(MOST)));
        }
        let mut all = read(files, asks, quiet)?;
        for read in &mut all {
            read.candidate.scenario.hold_to(asks.ceiling);
        }
        let reference = reference(files, asks, &all)?;
        share(&all, reference)?;
        Ok(Comparing {
            how: Options {
                threads: None,
                replicates: all[reference].replicates.clone(),
                attribute: !asks.no_attribution,
            },
            asked: all.into_iter().map(|r| r.candidate).collect(),
            reference,
            reading: 0.0,
            written: None,
        })
    }

    /// What a folder asks: of a comparison, in these scenarios.
    pub fn frozen(scenarios: Vec<Scenario>, asks: &Asks, replicates: Range<u32>) -> Comparing {
        let Asks::Compare {
            options,
            reference,
            attribute,
            inputs,
        } = asks
        else {
            unreachable!("a comparison is asked for");
        };
        let one = |(scenario, written): (Scenario, &Written)| candidate(&written.file, scenario);
        Comparing {
            asked: scenarios.into_iter().zip(options).map(one).collect(),
            reference: *reference,
            how: Options {
                threads: None,
                replicates,
                attribute: *attribute,
            },
            reading: 0.0,
            written: Some((options.clone(), inputs.clone())),
        }
    }

    /// The options as they are lived.
    fn texts(&self) -> Vec<String> {
        let lived = |a: &Candidate| {
            let mut scenario = a.scenario.clone();
            scenario.replicates = self.how.replicates.len() as u32;
            scenario.resolved()
        };
        self.asked.iter().map(lived).collect()
    }

    fn plan(&self) -> Plan<'_> {
        Plan::of(&self.asked, self.reference, &self.how)
    }

    /// Lives the options, but for what lies on the shelf; `nothing` is said of what an end before the
    /// time leaves.
    fn live(&self, shelf: Shelf<'_>, quiet: bool, nothing: &str) -> Result<Comparison, Failure> {
        let Comparing {
            asked,
            reference,
            how,
            ..
        } = self;
        let progress = Progress::new(words::NAME, 1, quiet);
        let tell = progress.heard();
        let found = study::compare_behind(asked, *reference, how, (shelf, &tell));
        progress.done();
        let ended = |e: StudyError| run::ended(e.source, &asked[e.option].scenario, nothing);
        let mut found = found.map_err(ended)?;
        if let Some((options, inputs)) = &self.written {
            let files = options.iter().map(|o| (&o.file, &o.option.sha256));
            found.written_as(files, inputs);
        }
        Ok(found)
    }

    /// Writes the results into a folder.
    fn write(
        &self,
        found: &Comparison,
        out: &Path,
        pictures: Pictures,
        block: RunBlock,
        nothing: &str,
    ) -> Result<Vec<PathBuf>, Failure> {
        let texts = self.texts();
        let (attribute, stop) = (self.how.attribute, &stop::requested);
        comparison::write(found, &texts, attribute, out, pictures, block, stop)
            .map_err(|error| run::unwritten(&error, nothing))
    }

    /// Writes the results and tells the verdicts.
    fn leave(&self, found: &Comparison, into: &Into<'_>) -> Result<(), Failure> {
        if !into.quiet {
            screen::note(&words::WRITING);
        }
        let writing = Instant::now();
        let block = comparison::block(found, into.started, self.reading);
        let files = self.write(found, into.out, into.pictures, block, into.nothing)?;
        let page = into.out.join(comparison::PAGE).display().to_string();
        for (title, says) in comparison::verdicts(found) {
            screen::answer(&format!("{title}: {says}"));
        }
        if !into.quiet {
            let seconds = writing.elapsed().as_secs_f64();
            screen::note(&words::went(found, files.len(), seconds, &page));
        }
        Ok(())
    }
}

impl Cut for Comparing {
    fn name(&self) -> String {
        words::NAME.to_owned()
    }

    fn asks(&self) -> Asks {
        let written = |a: &Candidate| Written {
            option: fingerprint(&a.name, a.scenario.text.as_bytes()),
            file: a.file.clone(),
        };
        Asks::Compare {
            options: self.asked.iter().map(written).collect(),
            reference: self.reference,
            attribute: self.how.attribute,
            inputs: differences(&self.asked, self.reference),
        }
    }

    fn files(&self) -> Vec<(String, String)> {
        let file = |a: &Candidate| comparison::option_file(&a.name);
        let names = self.asked.iter().map(file);
        names.zip(self.texts()).collect()
    }

    fn lives(&self) -> Lives {
        let stretches = self.plan().stretches().into_iter();
        Lives {
            replicates: stretches.map(|stretch| stretch.replicates).collect(),
            at_most: false,
        }
    }

    fn scenario(&self, number: u32) -> Cow<'_, Scenario> {
        let plan = self.plan();
        let stretch = &plan.stretches()[number as usize];
        Cow::Owned(plan.scenario(stretch).into_owned())
    }

    /// Options may name the same base as the program carries it and as a folder.
    fn tables(&self) -> Result<Vec<(String, Vec<u8>)>, String> {
        let mut all = self.asked.iter().map(|a| doors::tables(&a.scenario));
        let first = all.find(|tables| !matches!(tables, Ok(none) if none.is_empty()));
        first.unwrap_or(Ok(Vec::new()))
    }

    fn merge(&mut self, shelf: Shelf<'_>, into: &Into<'_>) -> Result<(), Failure> {
        self.how.threads = into.threads;
        let found = self.live(shelf, into.quiet, into.nothing)?;
        self.leave(&found, into)
    }
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
    let (mut asked, mut written) = (Vec::new(), Vec::new());
    for option in &before.options {
        let path = folder.join(comparison::option_file(&option.name));
        let listed = (manifest.seed, Some(manifest.replicates.count));
        let (name, base) = (&option.name, &manifest.base.sha256);
        let scenario = match verify::scenario(&path, name, base, listed, options.base.as_deref())? {
            Ok(scenario) => scenario,
            Err(apart) => return Ok(Err(apart.into())),
        };
        asked.push(candidate(&option.file, scenario));
        written.push(Written {
            option: Named {
                name: option.name.clone(),
                sha256: option.digest.clone(),
            },
            file: option.file.clone(),
        });
    }
    let first = manifest.replicates.first;
    let comparing = Comparing {
        asked,
        reference: before.reference,
        how: Options {
            threads: options.threads.map(usize::from),
            replicates: first..first.saturating_add(manifest.replicates.count),
            attribute: manifest.attributed,
        },
        reading: 0.0,
        // The files the planner wrote are not kept, only what they said.
        written: Some((written, before.inputs)),
    };
    let nothing = around::NOTHING_CHANGED;
    let found = comparing.live(Shelf::empty(), options.quiet, &nothing)?;
    let pictures = verify::pictures(&manifest.files, options);
    comparing.write(&found, into, pictures, RunBlock::default(), &nothing)?;
    let lived = u64::from(found.futures()) * found.options.len() as u64;
    Ok(Ok((lived, found.seed)))
}

/// Reads every option; one mistake refuses all.
fn read(files: &[String], asks: &CompareAsks, quiet: bool) -> Result<Vec<Read>, Failure> {
    let mut all = Vec::new();
    let mut refused = Vec::new();
    for file in files {
        match one(file, asks, quiet) {
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
fn one(file: &str, asks: &CompareAsks, quiet: bool) -> Result<Read, Failure> {
    let path = Path::new(file);
    let finished = path.is_dir() && path.join(report::MANIFEST).is_file();
    if finished {
        return of_run(file, path, asks);
    }
    if path.is_dir() && !doors::built_in_names().contains(&file) {
        let error = saved::manifest(path).err();
        return Err(error.map_or(Failure::Refused(file.to_owned()), |e| not_opened(&e)));
    }
    let asked = [file.to_owned()];
    let mut all = questions::ask(&asked, asks.base.as_deref())?;
    let mut question = all.remove(0);
    let replicates = question.set((asks.seed, None), asks.replicates.as_ref())?;
    if !quiet {
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
fn of_run(file: &str, folder: &Path, asks: &CompareAsks) -> Result<Read, Failure> {
    let manifest = saved::manifest(folder).map_err(|e| not_opened(&e))?;
    let ours = env!("CARGO_PKG_VERSION");
    if manifest.version != ours {
        screen::note(&around::another_version(&manifest.version, ours));
    }
    let path = folder.join(report::SCENARIO);
    let (name, base) = (&manifest.scenario.name, &manifest.base.sha256);
    let listed = (manifest.seed, Some(manifest.replicates.count));
    let scenario = verify::scenario(&path, name, base, listed, asks.base.as_deref())?;
    let scenario = scenario.map_err(|apart| {
        Failure::Refused(match apart {
            Apart::Base { found, .. } => words::base_of_run_changed(file, base, &found),
            Apart::Said(words) => words,
        })
    })?;
    let first = manifest.replicates.first;
    let replicates = first..first.saturating_add(manifest.replicates.count);
    let written = Path::new(file).join(report::SCENARIO);
    let other_seed = asks.seed.is_some_and(|seed| seed != manifest.seed);
    let other_futures = asks.replicates.as_ref().is_some_and(|r| *r != replicates);
    for (flag, other) in [("--seed", other_seed), ("--replicates", other_futures)] {
        if other {
            let written = written.display().to_string();
            return Err(Failure::Refused(words::as_it_was_lived(
                file, flag, &written,
            )));
        }
    }
    Ok(Read {
        replicates,
        candidate: candidate(&written.display().to_string(), scenario),
    })
}

/// Position of the reference: as asked for by file or name, else the first.
fn reference(files: &[String], asks: &CompareAsks, all: &[Read]) -> Result<usize, Failure> {
    let Some(word) = &asks.reference else {
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
        let help = suggestion(word, &names, words::references(&names));
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
    let years = |r: &Read| list::years(r.candidate.scenario.first, r.candidate.scenario.last);
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
    let laid_out = |r: &Read| r.candidate.scenario.sampling.name().to_owned();
    let digest = |r: &Read| r.candidate.scenario.base.digest.clone();
    type Of<'a> = &'a dyn Fn(&Read) -> String;
    let what: [(words::Shared, Of<'_>, Of<'_>); 7] = [
        (words::Shared::Base, &digest, &base),
        (words::Shared::Seed, &seed, &seed),
        (words::Shared::Years, &years, &years),
        (words::Shared::Futures, &futures, &futures),
        (words::Shared::Uncertainty, &layers, &layers),
        (words::Shared::Sampling, &laid_out, &laid_out),
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
