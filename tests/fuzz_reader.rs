//! Whatever bytes a scenario file holds, the reader answers: with a scenario that can be written out
//! and read again, or with mistakes that have a place, a known code and a way out.
//!
//! `FUZZ_CASES` is the number of changed files, `FUZZ_SEED` draws others, `FUZZ_SECONDS` hunts for that
//! long, and `FUZZ_FILE` reads one file alone.

use crate::support::mutate::Mutator;
use carecast::internals::diagnostic::{self, Book, Problem, Problems, Severity};
use carecast::internals::scenario::Scenario;
use carecast::internals::scenario::codes;
use carecast::internals::scenario::file::{ReadError, from_bytes};
use carecast::internals::words::codes::Weight;
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Changed files read when nobody asks for more.
const CASES: u64 = 4000;
/// Longest time one file may take: a planner waits no longer for an answer.
const PATIENCE: Duration = Duration::from_secs(2);
/// Longest sentence a message may hold, in characters.
const LONGEST: usize = 1000;
/// Finds of different kinds after which a hunt ends.
const ENOUGH: usize = 12;

/// A file as the reader gets it.
#[derive(Clone)]
struct Input {
    name: String,
    bytes: Vec<u8>,
}

fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every scenario we have, good or bad, in order of name.
fn corpus() -> Vec<Input> {
    let mut all = Vec::new();
    for folder in ["scenarios", "tests/bad", "tests/corpus"] {
        let mut paths: Vec<PathBuf> = std::fs::read_dir(home().join(folder))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|e| e == "ron" || e == "json"))
            .collect();
        paths.sort();
        assert!(!paths.is_empty(), "{folder} is empty");
        all.extend(paths.iter().map(|path| input(path)));
    }
    all
}

fn input(path: &Path) -> Input {
    let bytes = std::fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    Input { name, bytes }
}

/// A law that a file breaks: its name, which files of one cause share, and what happened.
struct Broken {
    law: String,
    told: String,
}

fn broken<T>(law: &str, told: impl Into<String>) -> Result<T, Broken> {
    Err(Broken {
        law: law.to_owned(),
        told: told.into(),
    })
}

thread_local! {
    /// Where the last panic came from and what it said.
    static PANIC: RefCell<(String, String)> = RefCell::default();
}

/// Keeps panics for the report instead of printing each of thousands.
fn keep_panics() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let ours = std::thread::current().name().is_some_and(|n| n == READER);
        if !ours {
            return usual(info);
        }
        let place = info.location().map_or_else(String::new, |l| {
            let file = l.file().rsplit("/src/").next().unwrap_or_default();
            format!("{file}:{}", l.line())
        });
        PANIC.set((place, info.to_string()));
    }));
}

/// Name of the thread that reads: its stack is the smallest a program of ours gets.
const READER: &str = "reader";

/// Does something on a thread of its own with the stack of a worker thread.
fn on_a_small_stack<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    keep_panics();
    std::thread::Builder::new()
        .name(READER.into())
        .stack_size(2 << 20)
        .spawn(work)
        .unwrap()
        .join()
        .unwrap_or_else(|_| panic!("the hunt itself stumbled: {:?}", PANIC.take()))
}

/// Reads a file as `carecast check` does and holds it to every law; what comes back names what was
/// told, so that a file that is told something new can be recognised.
fn holds(input: &Input) -> Result<BTreeSet<&'static str>, Broken> {
    let began = Instant::now();
    let read = catch_unwind(AssertUnwindSafe(|| answered(input)));
    let took = began.elapsed();
    let told = match read {
        Ok(answer) => answer?,
        Err(_) => {
            let (place, said) = PANIC.take();
            return broken(&format!("no panic, at {place}"), said);
        }
    };
    // A machine that was busy elsewhere gets a second chance.
    if took > PATIENCE {
        let began = Instant::now();
        let _ = catch_unwind(AssertUnwindSafe(|| answered(input)));
        if began.elapsed() > PATIENCE {
            return broken("an answer in time", format!("{took:?}"));
        }
    }
    Ok(told)
}

fn read(input: &Input) -> Result<(Scenario, Problems), ReadError> {
    from_bytes(
        &input.name,
        &input.bytes,
        &home().join("tests/corpus"),
        None,
    )
}

fn answered(input: &Input) -> Result<BTreeSet<&'static str>, Broken> {
    match read(input) {
        Ok((scenario, warnings)) => {
            if warnings.has_errors() {
                return broken("errors refuse", format!("{:?}", warnings.all));
            }
            problems_are_told(&warnings, &input.name, &scenario.book(&input.name))?;
            reads_back(&scenario)?;
            Ok(warnings.all.iter().map(|p| p.code).collect())
        }
        Err(ReadError::Rejected(rejected)) => {
            if !rejected.problems.has_errors() {
                return broken("a refusal has a reason", format!("{:?}", rejected.problems));
            }
            let book = Book::of(&input.name, &rejected.text, &rejected.others);
            problems_are_told(&rejected.problems, &input.name, &book)?;
            Ok(rejected.problems.all.iter().map(|p| p.code).collect())
        }
        // A base that lies in a folder of the same name has mistakes of its own.
        Err(other) => {
            page_is_readable(&other.to_string())?;
            Ok(BTreeSet::new())
        }
    }
}

/// Every problem has a code, a place, words and a way out, and all of them can be drawn.
fn problems_are_told(problems: &Problems, name: &str, book: &Book) -> Result<(), Broken> {
    for problem in &problems.all {
        one_is_told(problem, book)?;
    }
    let page = diagnostic::render_book(problems, book, 100, false);
    page_is_readable(&page)?;
    if !page.contains(name) {
        return broken("the file is named", page);
    }
    diagnostic::render_book(problems, book, 60, true);
    Ok(())
}

fn one_is_told(problem: &Problem, book: &Book) -> Result<(), Broken> {
    let Some(code) = codes::get(problem.code) else {
        return broken("a code is explained", problem.code);
    };
    let fits = match problem.severity {
        Severity::Error => code.weight != Weight::Warns,
        Severity::Warning => code.weight != Weight::Refuses,
    };
    if !fits {
        return broken("a code keeps its weight", format!("{problem:?}"));
    }
    let places = problem
        .span
        .iter()
        .chain(problem.notes.iter().map(|(place, _)| place));
    for place in places {
        if book.get(place.clone()).is_none() {
            let length = book.page(0).text.len();
            let law = format!("a place in the file, of {}", problem.code);
            return broken(&law, format!("{length} bytes, {problem:?}"));
        }
    }
    let words = [&problem.message, &problem.label, &problem.help];
    for said in words
        .into_iter()
        .chain(problem.notes.iter().map(|(_, words)| words))
    {
        if said.trim().is_empty() {
            return broken(
                &format!("no empty words, of {}", problem.code),
                format!("{problem:?}"),
            );
        }
        if said.chars().count() > LONGEST {
            let law = format!("short sentences, of {}", problem.code);
            return broken(&law, format!("{} characters", said.chars().count()));
        }
    }
    Ok(())
}

/// A page brings no signs that a terminal would obey.
fn page_is_readable(page: &str) -> Result<(), Broken> {
    let obeyed = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    match page.chars().find(|c| obeyed(*c)) {
        Some(sign) => broken("no sign a terminal obeys", format!("{sign:?} in {page:?}")),
        None => Ok(()),
    }
}

/// A scenario written out is accepted again, and is the same one.
fn reads_back(scenario: &Scenario) -> Result<(), Broken> {
    let written = Input {
        name: "again.ron".into(),
        bytes: scenario.resolved().into_bytes(),
    };
    let again = match read(&written) {
        Ok((again, _)) => again,
        Err(error) => return broken("what is written out is accepted", error.to_string()),
    };
    if again.resolved() != scenario.resolved() {
        let told = format!("{}\n{}", scenario.resolved(), again.resolved());
        return broken("what is written out stays the same", told);
    }
    let rate = |s: &Scenario| s.discount_rate.map(f64::to_bits);
    let parts = [
        ("title", again.title == scenario.title),
        ("note", again.note == scenario.note),
        ("base", again.base.digest == scenario.base.digest),
        ("book", again.base.assumptions == scenario.base.assumptions),
        (
            "years",
            (again.first, again.last) == (scenario.first, scenario.last),
        ),
        ("replicates", again.replicates == scenario.replicates),
        ("seed", again.seed == scenario.seed),
        ("uncertainty", again.uncertainty == scenario.uncertainty),
        ("sampling", again.sampling == scenario.sampling),
        (
            "staffing gate",
            again.staffing_gate == scenario.staffing_gate,
        ),
        ("discount rate", rate(&again) == rate(scenario)),
        ("storm", again.storm_in == scenario.storm_in),
        ("ceiling", again.ceiling == scenario.ceiling),
        ("given", again.given == scenario.given),
        ("indicators", again.indicators == scenario.indicators),
        ("milestones", again.milestones == scenario.milestones),
        ("matters", again.matters == scenario.matters),
        ("decide", again.decide == scenario.decide),
        (
            "ties",
            again.base.assumptions.ties == scenario.base.assumptions.ties,
        ),
        ("overrides", again.overrides == scenario.overrides),
        ("policies", again.policies == scenario.policies),
        ("targets", again.targets == scenario.targets),
    ];
    match parts.iter().find(|(_, same)| !same) {
        Some((part, _)) => broken(&format!("the same {part}"), scenario.resolved()),
        None => Ok(()),
    }
}

/// A smaller file that breaks the same law: lines, then bytes are left out while it still does.
fn smallest(input: &Input, law: &str, until: Instant) -> Input {
    let breaks = |bytes: &[u8]| {
        let tried = Input {
            name: input.name.clone(),
            bytes: bytes.to_vec(),
        };
        holds(&tried).is_err_and(|b| b.law == law)
    };
    let lines: Vec<Vec<u8>> = input
        .bytes
        .split_inclusive(|b| *b == b'\n')
        .map(<[u8]>::to_vec)
        .collect();
    let lines = fewest(lines, &breaks, until);
    let bytes: Vec<Vec<u8>> = lines.concat().into_iter().map(|b| vec![b]).collect();
    Input {
        name: input.name.clone(),
        bytes: fewest(bytes, &breaks, until).concat(),
    }
}

/// Leaves out parts, large pieces first, as long as what stays still breaks.
fn fewest(mut parts: Vec<Vec<u8>>, breaks: &dyn Fn(&[u8]) -> bool, until: Instant) -> Vec<Vec<u8>> {
    let mut size = parts.len().div_ceil(2);
    while size > 0 && Instant::now() < until {
        let mut at = 0;
        while at < parts.len() && Instant::now() < until {
            let mut fewer = parts.clone();
            fewer.drain(at..(at + size).min(parts.len()));
            if breaks(&fewer.concat()) {
                parts = fewer;
            } else {
                at += size;
            }
        }
        size = if size == 1 { 0 } else { size.div_ceil(2) };
    }
    parts
}

/// Keeps a find in the corpus and says how to see it alone.
fn keep(find: &Input, broken: &Broken) -> String {
    let digest = Sha256::digest(&find.bytes);
    let hash: String = digest.iter().take(6).map(|b| format!("{b:02x}")).collect();
    let ending = if find.name.ends_with(".json") {
        "json"
    } else {
        "ron"
    };
    let path = format!("tests/corpus/found_{hash}.{ending}");
    std::fs::write(home().join(&path), &find.bytes).expect("the corpus can be written");
    let told: String = broken.told.chars().take(600).collect();
    format!(
        "broken: {}\n{told}\nkept as {path}; to see it alone: FUZZ_FILE={path} cargo test fuzz_reader::",
        broken.law
    )
}

fn asked(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    let number = text.parse();
    Some(number.unwrap_or_else(|_| panic!("{name} is a whole number, got {text:?}")))
}

fn refuses(code: &str) -> bool {
    codes::get(code).is_some_and(|c| c.weight == Weight::Refuses)
}

/// Changes files of the corpus one after the other; a changed one that is told something new is
/// changed further.
fn hunt(cases: u64, seed: u64, time: Option<Duration>) -> Vec<String> {
    let began = Instant::now();
    let mut pool = corpus();
    let own = pool.len();
    let texts: Vec<Vec<u8>> = pool.iter().map(|input| input.bytes.clone()).collect();
    let mutator = Mutator::new(&texts);
    let mut told: BTreeSet<BTreeSet<&str>> = pool.iter().filter_map(|i| holds(i).ok()).collect();
    let mut sound: Vec<usize> = (0..own).filter(|n| read(&pool[*n]).is_ok()).collect();
    let (mut laws, mut finds, mut accepted) = (BTreeSet::new(), Vec::new(), 0u64);
    let mut case = 0;
    while time.map_or(case < cases, |time| began.elapsed() < time) && laws.len() < ENOUGH {
        let all: Vec<&[u8]> = pool.iter().map(|input| input.bytes.as_slice()).collect();
        let best: Vec<&[u8]> = sound.iter().map(|n| all[*n]).collect();
        let name = if case % 16 == 0 {
            "changed.json"
        } else {
            "changed.ron"
        };
        let tried = Input {
            name: name.into(),
            bytes: mutator.mutant(seed, case, &all, &best),
        };
        case += 1;
        if time.is_some() {
            // An overflow of the stack ends the program: this file was the last one read.
            let last = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fuzz_reader_last");
            std::fs::write(last, &tried.bytes).expect("the target folder can be written");
        }
        match holds(&tried) {
            Ok(codes) => {
                let is_sound = !codes.iter().any(|code| refuses(code)) && read(&tried).is_ok();
                accepted += u64::from(is_sound);
                if tried.bytes.len() < 10_000 && pool.len() < 20 * own && told.insert(codes) {
                    sound.extend(is_sound.then_some(pool.len()));
                    pool.push(tried);
                }
            }
            Err(broken) => {
                if laws.insert(broken.law.clone()) {
                    let until = Instant::now() + Duration::from_secs(60);
                    let find = smallest(&tried, &broken.law, until);
                    let broken = holds(&find).err().unwrap_or(broken);
                    finds.push(format!(
                        "case {case} of seed {seed}: {}",
                        keep(&find, &broken)
                    ));
                }
            }
        }
    }
    println!(
        "{case} changed files in {:.0?}, {accepted} accepted, {} kinds of answers, {} finds",
        began.elapsed(),
        told.len(),
        finds.len()
    );
    assert!(
        !finds.is_empty() || case < 1000 || (accepted > case / 50 && told.len() > 50),
        "the hunt sees too little"
    );
    finds
}

#[test]
fn every_file_of_the_corpus_is_answered() {
    let finds = on_a_small_stack(|| {
        let files = match std::env::var("FUZZ_FILE") {
            Ok(path) => vec![input(&home().join(path))],
            Err(_) => corpus(),
        };
        let held = files.iter().map(|file| (file, holds(file)));
        held.filter_map(|(file, held)| {
            held.err()
                .map(|b| format!("{}: {}\n{}", file.name, b.law, b.told))
        })
        .collect::<Vec<_>>()
    });
    assert!(finds.is_empty(), "{}", finds.join("\n\n"));
}

#[test]
fn every_changed_file_is_answered() {
    if std::env::var_os("FUZZ_FILE").is_some() {
        return;
    }
    let finds = on_a_small_stack(|| {
        let time = asked("FUZZ_SECONDS").map(Duration::from_secs);
        hunt(
            asked("FUZZ_CASES").unwrap_or(CASES),
            asked("FUZZ_SEED").unwrap_or(1),
            time,
        )
    });
    assert!(finds.is_empty(), "{}", finds.join("\n\n"));
}

#[test]
fn a_find_is_made_small() {
    let large: Vec<Vec<u8>> = "a b c X d e\nf Y g".bytes().map(|b| vec![b]).collect();
    let breaks = |bytes: &[u8]| bytes.contains(&b'X') && bytes.contains(&b'Y');
    let until = Instant::now() + Duration::from_secs(10);
    assert_eq!(fewest(large, &breaks, until).concat(), b"XY");
}

#[test]
fn the_same_seed_changes_the_same_files() {
    let texts: Vec<Vec<u8>> = corpus().into_iter().map(|input| input.bytes).collect();
    let pool: Vec<&[u8]> = texts.iter().map(Vec::as_slice).collect();
    let mutator = Mutator::new(&texts);
    for case in 0..50 {
        assert_eq!(
            mutator.mutant(7, case, &pool, &pool),
            mutator.mutant(7, case, &pool, &pool)
        );
    }
    let different = (0..50)
        .filter(|n| mutator.mutant(7, *n, &pool, &pool) != mutator.mutant(8, *n, &pool, &pool));
    assert!(different.count() > 40);
}
