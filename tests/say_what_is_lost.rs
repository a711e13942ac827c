//! What a verb prints and cannot be taken is an error, of every verb; a reader who has read enough
//! is none.

use crate::support::small_run::{QUESTION, base, run};
use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};

/// Words after the name of each verb that make it print; BASE stands for the made-up base.
const PRINTS: [(&str, &[&[&str]]); 29] = [
    ("facts", &[&["north-mark", "--base", "BASE"]]),
    (
        "run",
        &[&[
            "baseline.ron",
            "--replicates",
            "16",
            "--no-charts",
            "--base",
            "BASE",
        ]],
    ),
    (
        "check",
        &[
            &["baseline"],
            &["baseline", "--show"],
            &["baseline.ron", "--base", "BASE"],
        ],
    ),
    ("sweep", &[&["baseline", "--list"]]),
    (
        "diff",
        &[&["baseline", "baseline"], &["out/baseline", "baseline"]],
    ),
    (
        "list",
        &[
            &["policies"],
            &["indicators"],
            &["targets", "--json"],
            &["provinces"],
            &["facilities"],
            &["assumptions"],
            &["scenarios"],
        ],
    ),
    ("explain", &[&["post.match"], &["beds_per_10k"]]),
    ("new", &[&["my-plan"]]),
    ("schema", &[&[]]),
    ("completions", &[&["bash"], &["zsh"]]),
    ("man", &[&[], &["run"]]),
    ("base", &[&["--write", "copy"]]),
    (
        "compare",
        &[&[
            "baseline.ron",
            "baseline.ron",
            "--replicates",
            "16",
            "--no-charts",
            "--no-attribution",
            "--base",
            "BASE",
        ]],
    ),
    (
        "decide",
        &[
            &["when", "resolution-72", "--replicates", "16", "--no-charts"],
            &["worth", "out/compare"],
        ],
    ),
    ("drivers", &[&["out/baseline"]]),
    ("explain-misses", &[&["out/baseline"]]),
    ("plot", &[&["out/baseline", "--chart", "fan"]]),
    ("show", &[&["out/baseline", "--no-charts"]]),
    ("gallery", &[&["baseline", "--replicates", "1", "--quiet"]]),
    ("hindcast", &[&["--no-charts", "--quiet"]]),
    ("calibrate", &[&["--output", "laws.ron"]]),
    ("register", &[&["out/baseline"]]),
    (
        "verify",
        &[&["out/baseline", "--base", "BASE", "--no-charts"]],
    ),
    (
        "freeze",
        &[&[
            "baseline.ron",
            "--replicates",
            "16",
            "--parts",
            "1",
            "--out",
            "frozen",
            "--base",
            "BASE",
        ]],
    ),
    ("missing", &[&["frozen"], &["frozen", "--ranges"]]),
    ("submit", &[&["frozen", "--with", "slurm"]]),
    ("part", &[&["frozen", "0"]]),
    ("merge", &[&["frozen", "--no-charts"]]),
    ("help", &[&[], &["list"]]),
];

/// A folder with a finished run.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a folder");
    run(home.path(), QUESTION, &["--replicates", "16"]);
    home
}

fn command(home: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_carecast"));
    command.current_dir(home);
    for word in words {
        match *word {
            "BASE" => command.arg(base()),
            word => command.arg(word),
        };
    }
    command
}

/// Runs it with its answers going to a disk that is full: its exit code and what it said.
fn on_a_full_disk(home: &Path, words: &[&str]) -> (Option<i32>, String) {
    let full = File::options().write(true).open("/dev/full");
    let output = command(home, words)
        .stdout(full.expect("the system has a full disk to try"))
        .output()
        .expect("the program starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code(), said)
}

#[test]
fn an_answer_that_a_full_disk_loses_is_an_error_of_every_verb() {
    let home = home();
    let mut known: Vec<&str> = PRINTS.iter().map(|(verb, _)| *verb).collect();
    let mut verbs = carecast::internals::command::verbs();
    verbs.push("help".into());
    for verb in &verbs {
        let at = known.iter().position(|name| name == verb);
        let at = at.unwrap_or_else(|| panic!("say how {verb} prints"));
        known.remove(at);
    }
    assert!(known.is_empty(), "no such verbs: {known:?}");
    for (verb, ways) in PRINTS {
        for way in ways {
            let words: Vec<&str> = std::iter::once(verb).chain(way.iter().copied()).collect();
            let (code, said) = on_a_full_disk(home.path(), &words);
            assert_eq!(code, Some(1), "{words:?}: {said}");
            assert!(said.contains("could not be printed"), "{words:?}: {said}");
            assert!(said.contains("help:"), "{words:?}: {said}");
        }
    }
    for words in [&["--help"][..], &["--version"], &["run", "--help"]] {
        let (code, said) = on_a_full_disk(home.path(), words);
        assert_eq!(code, Some(1), "{words:?}: {said}");
        assert!(said.contains("could not be printed"), "{words:?}: {said}");
    }
    // What is at fault besides keeps its own code.
    let (code, _) = on_a_full_disk(home.path(), &["check", "no-such.ron"]);
    assert_eq!(code, Some(2));
}

#[test]
fn a_reader_who_hangs_up_is_no_error() {
    let home = tempfile::tempdir().expect("a folder");
    for words in [
        &["schema"][..],
        &["list", "facilities"],
        &["man"],
        &["--help"],
    ] {
        let mut child = command(home.path(), words)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{words:?}: {said}");
        assert!(!said.contains("printed"), "{words:?}: {said}");
    }
}
