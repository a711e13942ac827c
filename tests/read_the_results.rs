//! A run leaves a folder of whole files; the same question leaves the same files; a run that is
//! stopped leaves nothing.

use crate::support::page;
use assert_cmd::Command;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn carecast(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("carecast").expect("the program was built");
    command.current_dir(folder);
    command
}

fn files_in(folder: &Path, into: &mut BTreeMap<PathBuf, Vec<u8>>, root: &Path) {
    for entry in std::fs::read_dir(folder).expect("the folder exists") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files_in(&path, into, root);
        } else {
            let name = path.strip_prefix(root).expect("inside").to_path_buf();
            into.insert(name, std::fs::read(&path).expect("readable"));
        }
    }
}

fn all_files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    files_in(folder, &mut files, folder);
    files
}

fn manifest(files: &BTreeMap<PathBuf, Vec<u8>>) -> serde_json::Value {
    serde_json::from_slice(&files[Path::new("manifest.json")]).expect("JSON")
}

fn run(home: &Path, out: &str, threads: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    carecast(home)
        .args(["run", "baseline", "--replicates", "48", "--quiet"])
        .args(["--threads", threads, "--out", out])
        .assert()
        .code(0)
        .stderr("");
    all_files(&home.join(out).join("baseline"))
}

#[test]
fn the_same_question_leaves_the_same_bytes_on_any_number_of_threads() {
    let home = tempfile::tempdir().expect("a folder");
    let (mut one, mut two) = (run(home.path(), "one", "1"), run(home.path(), "two", "2"));
    let (mut first, mut second) = (manifest(&one), manifest(&two));
    first["run"].take();
    second["run"].take();
    assert_eq!(first, second);
    one.remove(Path::new("manifest.json"));
    two.remove(Path::new("manifest.json"));
    for (name, bytes) in &one {
        assert!(two.get(name) == Some(bytes), "{} differs", name.display());
    }
    assert_eq!(one.len(), two.len());
}

#[test]
fn the_manifest_lists_every_file_with_its_fingerprint() {
    let home = tempfile::tempdir().expect("a folder");
    let files = run(home.path(), "out", "2");
    let manifest = manifest(&files);
    let listed = manifest["files"].as_array().expect("a list");
    assert_eq!(listed.len(), files.len() - 1);
    for entry in listed {
        let name = entry["path"].as_str().expect("a path");
        let bytes = &files[Path::new(name)];
        let digest: String = Sha256::digest(bytes)
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect();
        assert_eq!(entry["sha256"], digest.as_str(), "{name}");
        assert_eq!(entry["bytes"], bytes.len(), "{name}");
    }
    let expected = [
        "summary.csv",
        "targets.csv",
        "drivers.csv",
        "costs.csv",
        "ledger.csv",
        "report.md",
        "scenario.resolved.ron",
    ];
    for name in expected {
        assert!(files.contains_key(Path::new(name)), "{name} is missing");
    }
    assert!(files.keys().any(|name| name.starts_with("charts")));
}

#[test]
fn the_answers_stand_in_the_terminal_and_at_the_head_of_the_report() {
    let home = tempfile::tempdir().expect("a folder");
    let told = carecast(home.path())
        .args(["--replicates", "48", "--no-charts"])
        .assert()
        .code(0);
    let said = String::from_utf8_lossy(&told.get_output().stdout).into_owned();
    assert!((2..=8).contains(&said.lines().count()), "{said}");
    let report =
        std::fs::read_to_string(home.path().join("out/baseline/report.md")).expect("a report");
    for answer in said
        .lines()
        .skip(1)
        .filter(|line| line.contains(" at the end of "))
    {
        let claim = answer.trim().split(':').next().expect("a claim");
        assert!(report.contains(claim), "{claim} is not in the report");
    }
    let short = report.find("## In short").expect("a first page");
    let first = report.find("\n## ").map(|first| first + 1);
    assert_eq!(first, Some(short), "the answer comes first");
}

/// What a page says in words, its tables left out.
fn in_words(page: &str) -> usize {
    let lines = page.lines().filter(|line| !line.starts_with('|'));
    lines.map(|line| line.split_whitespace().count()).sum()
}

fn words(page: &str) -> usize {
    page.split_whitespace().count()
}

/// The words of the longest bullet.
fn longest_bullet(page: &str) -> usize {
    let bullets = page.lines().filter(|l| l.trim_start().starts_with("- "));
    bullets.map(words).max().unwrap_or(0)
}

/// The first page, the body and the annex.
fn parts(text: &str) -> [&str; 3] {
    let parts: Vec<&str> = text.split("\n---\n").collect();
    <[&str; 3]>::try_from(parts).expect("three parts")
}

#[test]
fn a_first_page_and_its_body_are_short() {
    let home = tempfile::tempdir().expect("a folder");
    let names = [
        "baseline",
        "lai-chau",
        "resolution-72",
        "transfer-all-but-25",
    ];
    let usual = ["--replicates", "128", "--no-charts", "--quiet"];
    let all = |command: &'static str| [&[command], &names[..], &usual[..]].concat();
    carecast(home.path()).args(all("run")).assert().code(0);
    for name in names {
        let text = page::read(&home.path().join("out").join(name), "report");
        let [first, body, _] = parts(&text);
        assert!(in_words(first) <= 400, "{name}: {}", in_words(first));
        let rules = first.lines().filter(|line| line.starts_with("| --- |"));
        let tables = rules.count();
        assert_eq!(tables, 1, "{name}: one table");
        assert!(words(body) <= 3_200, "{name}: {}", words(body));
        let longest = longest_bullet(first).max(longest_bullet(body));
        assert!(longest <= 45, "{name}: {longest}");
    }
    let many = [&all("compare")[..], &["--ceiling", "60000"]].concat();
    carecast(home.path()).args(many).assert().code(0);
    let text = page::read(&home.path().join("out/compare"), "comparison");
    let [first, body, _] = parts(&text);
    assert!(in_words(first) <= 400, "{}", in_words(first));
    assert!(words(body) <= 3_200, "{}", words(body));
    assert!(longest_bullet(first) <= 45, "{first}");
}

#[test]
fn the_resolved_scenario_runs_to_the_same_summary() {
    let home = tempfile::tempdir().expect("a folder");
    let files = run(home.path(), "out", "2");
    let resolved = home.path().join("baseline.ron");
    std::fs::write(&resolved, &files[Path::new("scenario.resolved.ron")]).expect("written");
    carecast(home.path())
        .args([
            "run",
            "baseline.ron",
            "--no-charts",
            "--quiet",
            "--out",
            "again",
        ])
        .assert()
        .code(0);
    let again = all_files(&home.path().join("again/baseline"));
    let summary = Path::new("summary.csv");
    assert!(
        files[summary] == again[summary],
        "the resolved scenario gives other results"
    );
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_ends_with_130_and_leaves_no_results() {
    use std::io::{BufRead, BufReader};
    let home = tempfile::tempdir().expect("a folder");
    let begun = || {
        let started = std::time::Instant::now();
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_carecast"))
            .current_dir(home.path())
            .args(["--replicates", "50000"])
            .stderr(std::process::Stdio::piped())
            .spawn()
            .expect("the program starts");
        let mut lines = BufReader::new(child.stderr.take().expect("piped")).lines();
        let first = lines.next().expect("a line").expect("text");
        (child, lines, first, started.elapsed())
    };
    // How quickly the first word comes is asked of the program, not of what else the machine is at.
    let (mut child, mut lines, mut first, mut after) = begun();
    for _ in 0..5 {
        if after.as_secs_f64() < 2.0 {
            break;
        }
        child.kill().expect("killed or gone");
        child.wait().expect("gone");
        (child, lines, first, after) = begun();
    }
    assert!(
        after.as_secs_f64() < 2.0,
        "the first word came after {after:?}"
    );
    assert!(first.contains("baseline"), "{first}");
    let living = lines.find(|line| line.as_ref().is_ok_and(|line| line.contains("living")));
    assert!(living.is_some(), "the run never began");
    let kill = std::process::Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status();
    assert!(kill.expect("kill runs").success());
    let rest: Vec<String> = lines.map_while(Result::ok).collect();
    assert_eq!(child.wait().expect("it ends").code(), Some(130), "{rest:?}");
    assert!(
        rest.iter()
            .any(|line| line.contains("Nothing of baseline was written")),
        "{rest:?}"
    );
    assert!(!home.path().join("out/baseline").exists());
    let kept = home.path().join("out/.baseline.unfinished").exists();
    let told = rest.iter().any(|line| line.contains("--resume"));
    assert_eq!(kept, told, "{rest:?}");
}
