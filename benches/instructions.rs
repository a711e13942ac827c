//! A small run is counted instruction by instruction and held against what it took before: a guard
//! that a busy machine cannot disturb.
//!
//! `cargo bench --bench instructions` needs `valgrind`. `UPDATE_INSTRUCTIONS=1` stores the counts in
//! `benches/instructions.txt`; read the difference as a result.

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

/// The run that is counted.
const RUN: [&str; 8] = [
    "run",
    "baseline",
    "--replicates",
    "32",
    "--threads",
    "1",
    "--no-charts",
    "--quiet",
];
/// An area may take this much more than before.
const MORE: f64 = 0.05;
/// Areas below this share of the whole only count in the whole.
const SMALL: f64 = 0.01;
const ALL: &str = "all";

fn main() -> ExitCode {
    if cfg!(debug_assertions) {
        println!("This is not a release build: nothing measured. Use `cargo bench`.");
        return ExitCode::SUCCESS;
    }
    let valgrind = Command::new("valgrind").arg("--version").output();
    if !valgrind.is_ok_and(|said| said.status.success()) {
        println!("valgrind is not here: nothing measured");
        return ExitCode::SUCCESS;
    }
    let (counts, kernels) = count();
    let build = build(&kernels);
    let store = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/instructions.txt");
    if std::env::var_os("UPDATE_INSTRUCTIONS").is_some_and(|asked| asked == "1") {
        std::fs::write(&store, written(&counts, &build)).expect("the counts can be stored");
        println!("stored in {}", store.display());
    }
    let before = std::fs::read_to_string(&store).unwrap_or_default();
    if !before.is_empty() && build_of(&before) != build {
        show(&counts, &BTreeMap::new());
        println!(
            "\nThe stored counts are of another build ({}; this one: {}): nothing compared",
            build_of(&before),
            build
        );
        return ExitCode::SUCCESS;
    }
    let before = read(&before);
    show(&counts, &before);
    if before.is_empty() {
        println!("\nNo stored counts: run again with UPDATE_INSTRUCTIONS=1");
        return ExitCode::FAILURE;
    }
    let worse = worse(&counts, &before);
    if worse.is_empty() {
        println!(
            "\nNo area takes over {:.0} % more than before",
            MORE * 100.0
        );
        return ExitCode::SUCCESS;
    }
    println!(
        "\nOver {:.0} % more than before: {}\nIf that is meant, UPDATE_INSTRUCTIONS=1 stores the new counts",
        MORE * 100.0,
        worse.join(", ")
    );
    ExitCode::FAILURE
}

/// Instructions by area.
type Counts = BTreeMap<String, u64>;

/// Runs the program under valgrind; tells what it computed its kernels with there.
fn count() -> (Counts, String) {
    let home = tempfile::tempdir().expect("a folder for the run");
    let profile: PathBuf = home.path().join("callgrind");
    let run = Command::new("valgrind")
        .args(["--tool=callgrind", "--demangle=no", "--compress-strings=no"])
        .arg(format!("--callgrind-out-file={}", profile.display()))
        .arg(env!("CARGO_BIN_EXE_carecast"))
        .args(RUN)
        .arg("--out")
        .arg(home.path().join("out"))
        .output()
        .expect("valgrind starts");
    assert!(
        run.status.success(),
        "the run under valgrind failed:\n{}",
        String::from_utf8_lossy(&run.stderr)
    );
    let text = std::fs::read(&profile).expect("valgrind leaves its counts");
    let manifest = home.path().join("out/baseline/manifest.json");
    let manifest = std::fs::read(manifest).expect("the run leaves a manifest");
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).expect("it is JSON");
    let kernels = manifest["run"]["machine"]["instructions"].as_str();
    let kernels = kernels.expect("a run tells its machine").to_string();
    (areas(&String::from_utf8_lossy(&text)), kernels)
}

/// One function in the profile: its name, and instructions by the file they were written in.
#[derive(Default)]
struct Function {
    name: String,
    by_file: BTreeMap<String, u64>,
}

/// Adds up a profile by area. A function's instructions, with whatever was drawn into it, belong to
/// the module that its name tells, else to the module most of its own lines stand in, else to the
/// libraries.
fn areas(profile: &str) -> Counts {
    let mut counts = Counts::new();
    let mut function = Function::default();
    let mut file = String::new();
    let mut called = false;
    let mut close = |function: &Function| {
        let sum: u64 = function.by_file.values().sum();
        *counts.entry(ALL.into()).or_default() += sum;
        *counts.entry(area(function)).or_default() += sum;
    };
    for line in profile.lines() {
        if let Some((key, value)) = line.split_once('=') {
            match key {
                "fn" => {
                    close(&function);
                    function = Function {
                        name: value.into(),
                        ..Function::default()
                    };
                }
                "fl" | "fi" | "fe" => file = value.into(),
                // The next line holds what the called function took.
                "calls" => called = true,
                _ => {}
            }
            continue;
        }
        if !line.starts_with(|c: char| c.is_ascii_digit() || "+-*".contains(c)) {
            continue;
        }
        if std::mem::take(&mut called) {
            continue;
        }
        let cost = line.split_whitespace().nth(1);
        let cost: u64 = cost.map_or(0, |c| c.parse().expect("a number of instructions"));
        *function.by_file.entry(file.clone()).or_default() += cost;
    }
    close(&function);
    counts
}

fn area(function: &Function) -> String {
    let of_name = function
        .name
        .split_once("8carecast")
        .and_then(|(_, rest)| identifier(rest));
    if let Some(name) = of_name {
        return name;
    }
    let own = function.by_file.iter().filter_map(|(file, count)| {
        let (_, inside) = file.split_once("carecast/src/").or_else(|| {
            let home = concat!(env!("CARGO_MANIFEST_DIR"), "/src/");
            file.split_once(home).or_else(|| {
                let bare = file.strip_prefix("src/")?;
                Some(("", bare))
            })
        })?;
        let name = inside.split(['/', '.']).next()?;
        Some((*count, name.to_string()))
    });
    let most = own.max();
    most.map_or_else(|| "libraries".into(), |(_, name)| name)
}

/// The identifier a mangled name goes on with: its length, then its letters.
fn identifier(rest: &str) -> Option<String> {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let length: usize = rest[..digits].parse().ok()?;
    let name = rest[digits..].get(..length)?;
    Some(name.to_string())
}

fn build(kernels: &str) -> String {
    format!(
        "{} {}, kernels with {kernels}",
        std::env::consts::ARCH,
        support::instructions()
    )
}

fn build_of(text: &str) -> &str {
    let line = text.lines().find_map(|line| line.strip_prefix("# build: "));
    line.unwrap_or("unknown")
}

fn written(counts: &Counts, build: &str) -> String {
    let mut text = format!(
        "# Instructions of `carecast {}`, by area of src/.\n# build: {}\n",
        RUN.join(" "),
        build
    );
    for (area, count) in counts {
        text += &format!("{area} {count}\n");
    }
    text
}

fn read(text: &str) -> Counts {
    let rows = text.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|line| {
        let (area, count) = line.split_once(' ')?;
        Some((area.to_string(), count.parse().ok()?))
    })
    .collect()
}

fn worse(counts: &Counts, before: &Counts) -> Vec<String> {
    let all = before.get(ALL).copied().unwrap_or(0) as f64;
    let grown = counts.iter().filter(|(area, count)| {
        let old = before.get(*area).copied().unwrap_or(0) as f64;
        let new = **count as f64;
        new > old * (1.0 + MORE) && new - old > all * SMALL * MORE
    });
    grown.map(|(area, _)| area.clone()).collect()
}

fn show(counts: &Counts, before: &Counts) {
    println!("carecast {}\n", RUN.join(" "));
    println!(
        "{:<14} {:>16} {:>8} {:>9}",
        "area", "instructions", "share", "change"
    );
    let all = counts[ALL] as f64;
    let mut rows: Vec<_> = counts.iter().collect();
    rows.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    for (area, count) in rows {
        let change = before.get(area).filter(|old| **old > 0).map(|old| {
            let change = *count as f64 / *old as f64 - 1.0;
            format!("{:+.2} %", change * 100.0)
        });
        println!(
            "{area:<14} {count:>16} {:>6.1} % {:>9}",
            *count as f64 / all * 100.0,
            change.unwrap_or_default()
        );
    }
}
