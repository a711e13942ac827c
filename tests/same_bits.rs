//! Bits travel: what a future is made of is the same on every system and on every processor.

use crate::support::small_run::{self, QUESTION};
use carecast::internals::lanes;
use predicates::prelude::*;
use predicates::str::contains;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Methods that `clippy.toml` refuses, by type.
fn refused() -> BTreeMap<String, BTreeSet<String>> {
    let text = fs::read_to_string(home().join("clippy.toml")).expect("it can be read");
    let mut found = BTreeMap::<String, BTreeSet<String>>::new();
    for named in text.split("path = \"").skip(1) {
        let path = named.split('"').next().unwrap_or_default();
        let (kind, method) = path.split_once("::").expect("a method of a type");
        found.entry(kind.into()).or_default().insert(method.into());
    }
    found
}

/// Methods of a type whose results differ from system to system, by the standard library's own pages;
/// `None` where the toolchain came without them.
fn of_no_fixed_bits(kind: &str) -> Option<BTreeSet<String>> {
    let asked = Command::new("rustc").args(["--print", "sysroot"]).output();
    let root = String::from_utf8(asked.ok()?.stdout).ok()?;
    let page = format!("share/doc/rust/html/std/primitive.{kind}.html");
    let text = fs::read_to_string(Path::new(root.trim()).join(page)).ok()?;
    let methods = text.split("<section id=\"method.").skip(1);
    let loose = methods.filter(|told| told.contains("</a>Unspecified precision</h"));
    let name = |told: &str| told.split('"').next().unwrap_or_default().to_owned();
    Some(loose.map(name).collect())
}

#[test]
fn every_function_without_fixed_bits_is_refused() {
    let refused = refused();
    assert_eq!(refused["f32"], refused["f64"]);
    for kind in ["f32", "f64"] {
        let Some(loose) = of_no_fixed_bits(kind) else {
            println!("not run: the toolchain has no pages of the standard library (rust-docs)");
            return;
        };
        assert!(loose.len() > 25 && loose.contains("ln_1p"), "{loose:?}");
        let let_through: Vec<_> = loose.difference(&refused[kind]).collect();
        assert!(let_through.is_empty(), "{kind}: {let_through:?}");
    }
}

/// Files of a folder and what they say, tests and comments apart.
fn sources(folder: &Path, found: &mut BTreeMap<PathBuf, String>) {
    for entry in fs::read_dir(folder).expect("the source can be read") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = fs::read_to_string(&path).expect("the source can be read");
            let own = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
            let code = |line: &&str| !line.trim_start().starts_with("//");
            let lines: Vec<&str> = own.lines().filter(code).collect();
            let inside = path.strip_prefix(home()).expect("it lies there");
            found.insert(inside.to_owned(), lines.join("\n"));
        }
    }
}

/// Every transcendental function that lived futures are made with is one of `libm` or of the lanes, which are the
/// same on every system. The list is printed: `cargo test same_bits -- --nocapture`.
#[test]
fn what_lives_futures_calls_no_mathematics_of_the_system() {
    let mut all = BTreeMap::new();
    sources(&home().join("src"), &mut all);
    let mut calls = BTreeMap::<String, Vec<String>>::new();
    let mut ours = 0;
    for (file, text) in &all {
        // Nobody is let off.
        let asks = text.contains("disallowed_methods") && !file.ends_with("src/lib.rs");
        assert!(!asks, "{}", file.display());
        assert!(!text.contains("std::intrinsics"), "{}", file.display());
        assert!(!text.contains("extern \"C\""), "{}", file.display());
        for (at, line) in text.lines().enumerate() {
            for called in line.split("libm::").skip(1) {
                let ends = |c: char| !c.is_ascii_alphanumeric() && c != '_';
                let name = called.split(ends).next().unwrap_or_default();
                let place = format!("{}:{}", file.display(), at + 1);
                calls
                    .entry(format!("libm::{name}"))
                    .or_default()
                    .push(place);
                ours += 1;
            }
        }
    }
    println!("{calls:#?}");
    assert!(ours > 10, "{calls:?}");
    let lib = fs::read_to_string(home().join("src/lib.rs")).expect("it can be read");
    let deny = "#![cfg_attr(not(test), deny(clippy::disallowed_methods))]";
    assert_eq!(lib.matches("disallowed_methods").count(), 1);
    assert!(lib.contains(deny));
}

/// What a package of `Cargo.lock` needs, by name.
fn needs() -> BTreeMap<String, BTreeSet<String>> {
    let text = fs::read_to_string(home().join("Cargo.lock")).expect("it can be read");
    let mut found = BTreeMap::<String, BTreeSet<String>>::new();
    for package in text.split("[[package]]").skip(1) {
        let quoted = |line: &str| line.split('"').nth(1).map(str::to_owned);
        let name = package.lines().find(|line| line.starts_with("name = "));
        let name = name.and_then(quoted).expect("it has a name");
        let lines = package.lines().filter(|line| line.starts_with(" \""));
        let other = |line: &str| quoted(line)?.split(' ').next().map(str::to_owned);
        found
            .entry(name)
            .or_default()
            .extend(lines.filter_map(other));
    }
    found
}

#[test]
fn no_crate_that_futures_are_lived_with_calls_mathematics_of_the_system() {
    // Rooms that live futures and draw, and the crates they name.
    let rooms = [
        "chance",
        "lanes",
        "quantile",
        "dynamics",
        "year",
        "world",
        "policy",
        "indicator",
        "rules",
    ];
    let mut all = BTreeMap::new();
    sources(&home().join("src"), &mut all);
    let needs = needs();
    let mut open: BTreeSet<String> = BTreeSet::new();
    for (file, text) in &all {
        let parts: Vec<String> = file
            .iter()
            .map(|part| part.to_string_lossy().trim_end_matches(".rs").to_owned())
            .collect();
        if !rooms.contains(&parts[1].as_str()) {
            continue;
        }
        let named = needs["carecast"].iter().filter(|name| {
            let path = format!("{}::", name.replace('-', "_"));
            text.contains(&path)
        });
        open.extend(named.cloned());
    }
    assert!(
        open.contains("libm") && open.contains("fearless_simd"),
        "{open:?}"
    );
    let mut seen = BTreeSet::new();
    while let Some(name) = open.pop_first() {
        if seen.insert(name.clone()) {
            open.extend(needs.get(&name).into_iter().flatten().cloned());
        }
    }
    println!("{seen:?}");
    // Through these, generic code calls the functions of the standard library.
    for door in ["num-traits", "rand_distr"] {
        assert!(!seen.contains(door), "{door} is behind {seen:?}");
    }
}

/// The ways an x86-64 processor may compute.
#[cfg(target_arch = "x86_64")]
const WIDTHS: [&str; 4] = ["Sse2", "Sse4_2", "Avx2", "Avx512"];

/// What the program says it computes with.
fn told(folder: &Path) -> String {
    let text = fs::read_to_string(folder.join("manifest.json")).expect("a manifest");
    let manifest: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let name = &manifest["run"]["machine"]["instructions"];
    name.as_str().expect("a name").to_owned()
}

fn lived_with(name: &str) -> (String, BTreeMap<PathBuf, Vec<u8>>) {
    let home = tempfile::tempdir().expect("a folder");
    fs::write(home.path().join("baseline.ron"), QUESTION).expect("written");
    small_run::carecast(home.path())
        .env("CARECAST_INSTRUCTIONS", name)
        .args([
            "run",
            "baseline.ron",
            "--quiet",
            "--replicates",
            "96",
            "--no-charts",
            "--base",
        ])
        .arg(small_run::base())
        .assert()
        .success();
    let out = home.path().join("out/baseline");
    (told(&out), small_run::files(&out))
}

#[cfg(target_arch = "x86_64")]
#[test]
fn every_width_of_this_processor_leaves_the_same_bytes() {
    let there = lanes::compute_with("none of these").expect_err("nobody has such");
    let (widest, bytes) = lived_with("");
    assert_eq!(Some(&widest), there.last());
    for name in WIDTHS {
        if !there.contains(&name.to_owned()) {
            println!("not run: {name}, which this processor lacks");
            continue;
        }
        let (with, found) = lived_with(&name.to_lowercase());
        assert_eq!(with, name);
        assert!(bytes == found, "{name}: other bytes than {widest}");
        println!("{name}: {} files with the bytes of {widest}", found.len());
    }
    let unknown: Vec<_> = there
        .iter()
        .filter(|name| !WIDTHS.contains(&name.as_str()))
        .collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn instructions_that_are_not_of_this_machine_are_refused_by_name() {
    let home = tempfile::tempdir().expect("a folder");
    small_run::carecast(home.path())
        .env("CARECAST_INSTRUCTIONS", "mmx")
        .args(["list", "scenarios"])
        .assert()
        .code(2)
        .stderr(contains("CARECAST_INSTRUCTIONS is `mmx`").and(contains("leave it unset")));
}
