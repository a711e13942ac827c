//! A frozen question is handed to an engine, here one that plays its part: it lives the jobs of an array one
//! by one and lets the first it is given die, as a node that is switched off does.

#![cfg(unix)]

use crate::support::small_run::{self, QUESTION};
use predicates::prelude::*;
use predicates::str::contains;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// An engine that reads `--array=` as Slurm and HyperQueue do, and kills a job once.
const ENGINE: &str = r#"#!/bin/sh
echo "$0 $*" >> "$HERE/asked"
for word in "$@"; do
    case "$word" in
        --array=*) ranges="${word#--array=}" ;;
        --wrap=*) wrap="${word#--wrap=}" ;;
    esac
done
while [ $# -gt 0 ] && [ "$1" != "--" ]; do shift; done
[ $# -gt 0 ] && shift
status=0
for range in $(echo "$ranges" | tr ',' ' '); do
    first="${range%-*}"; last="${range#*-}"
    number="$first"
    while [ "$number" -le "$last" ]; do
        if [ ! -e "$HERE/died" ]; then
            touch "$HERE/died"; status=1
        elif [ -n "$wrap" ]; then
            SLURM_ARRAY_TASK_ID="$number" sh -c "$wrap" > /dev/null || status=1
        else
            HQ_TASK_ID="$number" "$@" > /dev/null || status=1
        fi
        number=$((number + 1))
    done
done
exit $status
"#;

/// A home with a frozen question and an engine on the path.
fn home(engine: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("baseline.ron"), QUESTION).unwrap();
    let tools = home.path().join("tools");
    fs::create_dir(&tools).unwrap();
    let place = tools.join(engine);
    fs::write(&place, ENGINE).unwrap();
    fs::set_permissions(&place, fs::Permissions::from_mode(0o755)).unwrap();
    small_run::carecast(home.path())
        .args([
            "freeze",
            "baseline.ron",
            "--replicates",
            "96",
            "--parts",
            "4",
        ])
        .args(["--out", "a folder", "--base"])
        .arg(small_run::base())
        .assert()
        .success();
    home
}

fn submit(home: &Path, engine: &str) -> assert_cmd::Command {
    let mut command = small_run::carecast(home);
    let path = std::env::var("PATH").unwrap_or_default();
    command
        .env("PATH", format!("{}:{path}", home.join("tools").display()))
        .env("HERE", home)
        .args(["submit", "a folder", "--with", engine]);
    command
}

#[test]
fn a_node_that_dies_is_healed_and_the_bytes_are_those_of_one_run() {
    for (engine, program) in [("slurm", "sbatch"), ("hyperqueue", "hq")] {
        let home = home(program);
        submit(home.path(), engine)
            .args(["--go", "--out", "merged"])
            .assert()
            .success()
            .stderr(contains("round 2").and(contains("4 of 4 parts are there")));
        let asked = fs::read_to_string(home.path().join("asked")).unwrap();
        let rounds: Vec<&str> = asked.lines().collect();
        assert_eq!(rounds.len(), 2, "{asked}");
        assert!(
            rounds[0].contains("--array=0-3 ") && rounds[1].contains("--array=0 "),
            "{asked}"
        );
        small_run::carecast(home.path())
            .args([
                "run",
                "baseline.ron",
                "--replicates",
                "96",
                "--quiet",
                "--out",
                "at-once",
                "--base",
            ])
            .arg(small_run::base())
            .assert()
            .success();
        let [mut one, mut other] = ["merged", "at-once"]
            .map(|folder| small_run::files(&home.path().join(folder).join("baseline")));
        for files in [&mut one, &mut other] {
            files.retain(|name, _| !name.ends_with("manifest.json"));
        }
        assert!(one.len() > 20 && one == other, "{engine}");
    }
}

#[test]
fn what_keeps_failing_is_named_with_its_parts() {
    let home = home("sbatch");
    submit(home.path(), "slurm")
        .args(["--go", "--rounds", "1"])
        .assert()
        .code(3)
        .stderr(
            contains("parts::incomplete")
                .and(contains("INDEX` for 0"))
                .and(contains("What was lived is kept"))
                .and(contains("is submitted again").not()),
        );
    // The same command goes on from there.
    submit(home.path(), "slurm")
        .args(["--go", "--rounds", "1", "--no-charts", "--threads", "1"])
        .assert()
        .success();
    let asked = fs::read_to_string(home.path().join("asked")).unwrap();
    assert_eq!(asked.lines().count(), 2, "{asked}");
    assert!(!home.path().join("out/baseline/charts").exists());
}

#[test]
fn parts_that_are_there_are_looked_for_and_not_read() {
    let home = home("sbatch");
    let parts = home.path().join("a folder/parts");
    fs::create_dir_all(&parts).unwrap();
    // No part at all: putting them together finds that, and submitting does not read it.
    fs::write(parts.join("00001.part"), "spoilt").unwrap();
    submit(home.path(), "slurm")
        .assert()
        .success()
        .stdout(contains("--array=0,2-3 "));
    submit(home.path(), "slurm")
        .args(["--go", "--quiet"])
        .assert()
        .code(3)
        .stderr(contains("part 1: ").and(contains("What was lived is kept")));
}

#[test]
fn more_parts_than_slurm_takes_are_told_before_any_is_submitted() {
    let home = home("sbatch");
    small_run::carecast(home.path())
        .args(["freeze", "baseline.ron", "--replicates", "32000"])
        .args(["--parts", "1002", "--out", "many", "--base"])
        .arg(small_run::base())
        .assert()
        .success();
    let parts = home.path().join("many/parts");
    fs::create_dir_all(&parts).unwrap();
    for index in 0..1_001 {
        fs::write(parts.join(format!("{index:05}.part")), "").unwrap();
    }
    let path = std::env::var("PATH").unwrap_or_default();
    let path = format!("{}:{path}", home.path().join("tools").display());
    let said = small_run::carecast(home.path())
        .env("PATH", &path)
        .env("HERE", home.path())
        .args(["submit", "many", "--with", "slurm", "--go", "--rounds", "1"])
        .assert()
        .code(3);
    let said = String::from_utf8_lossy(&said.get_output().stderr).into_owned();
    let at = |what: &str| said.find(what).unwrap_or_else(|| panic!("{what}: {said}"));
    assert!(at("MaxArraySize") < at("submitting parts 1001"));
}

#[test]
fn the_commands_are_printed_and_nothing_is_run() {
    let home = home("sbatch");
    submit(home.path(), "slurm")
        .args([
            "--program",
            "/opt/carecast",
            "--cores",
            "4",
            "--no-charts",
            "--threads",
            "3",
            "--draws",
            "50",
            "--",
            "--partition=short",
        ])
        .assert()
        .success()
        .stdout(
            contains("sbatch --wait --requeue --array=0-3 --cpus-per-task=4")
                .and(contains("--partition=short"))
                .and(contains("/opt/carecast merge"))
                .and(contains("--threads 3 --no-charts --draws 50")),
        );
    assert!(!home.path().join("asked").exists());
}

#[test]
fn an_engine_that_is_not_here_is_said_with_a_way_out() {
    let home = home("sbatch");
    small_run::carecast(home.path())
        .args(["submit", "a folder", "--with", "hyperqueue", "--go"])
        .env("PATH", home.path())
        .assert()
        .code(1)
        .stderr(
            contains("hq is not on this machine")
                .and(contains("without --go"))
                .and(contains("What was lived is kept")),
        );
}
