//! A planner types a command and gets an answer, or a sentence that says what to do.

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;

/// The program, in a folder of its own.
fn carecast(folder: &tempfile::TempDir) -> Command {
    let mut command = Command::cargo_bin("carecast").expect("the program was built");
    command.current_dir(folder.path()).env_remove("COLUMNS");
    command
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn entries(folder: &tempfile::TempDir) -> usize {
    std::fs::read_dir(folder.path())
        .expect("the folder exists")
        .count()
}

#[test]
fn help_names_every_command_and_every_exit_code() {
    let home = folder();
    let mut all = carecast(&home);
    all.arg("--help").assert().code(0).stdout(
        contains("run")
            .and(contains("check"))
            .and(contains("base"))
            .and(contains("out/baseline/"))
            .and(contains("3 parts of a"))
            .and(contains("130 interrupted")),
    );
    let options = [
        "--replicates",
        "--seed",
        "--threads",
        "--out",
        "--base",
        "--quiet",
    ];
    let help = carecast(&home).args(["run", "--help"]).assert().code(0);
    let text = String::from_utf8_lossy(&help.get_output().stdout).into_owned();
    for option in options {
        assert!(text.contains(option), "{option} is missing in {text}");
    }
}

#[test]
fn arguments_that_cannot_be_meant_are_refused_with_code_2() {
    let cases: &[&[&str]] = &[
        &["run"],
        &["check"],
        &["base"],
        &["fly"],
        &["run", "baseline", "--speed", "9"],
        &["run", "baseline", "--replicates", "0"],
        &["run", "baseline", "--replicates", "9..3"],
        &["run", "baseline", "--replicates", "many"],
        &["run", "baseline", "--threads", "0"],
        &["run", "baseline", "--seed", "-1"],
        &["--replicates", "10", "run", "baseline"],
    ];
    for case in cases {
        let home = folder();
        carecast(&home)
            .args(*case)
            .assert()
            .code(2)
            .stderr(contains("error:"));
        assert_eq!(entries(&home), 0, "{case:?} left something behind");
    }
}

#[test]
fn a_misspelt_scenario_is_answered_with_the_nearest_name() {
    let home = folder();
    for verb in ["run", "check"] {
        carecast(&home)
            .args([verb, "basline"])
            .assert()
            .code(2)
            .stdout("")
            .stderr(contains("\"basline\"").and(contains("did you mean \"baseline\"?")));
    }
}

#[test]
fn a_file_that_is_missing_is_named_with_what_could_be_run_instead() {
    let home = folder();
    carecast(&home)
        .args(["check", "plans/next-year.ron"])
        .assert()
        .code(2)
        .stderr(contains("plans/next-year.ron").and(contains("satellite")));
}

#[test]
fn one_file_at_fault_refuses_all_before_anything_runs() {
    let home = folder();
    std::fs::write(home.path().join("bad.ron"), "(title: ").expect("written");
    carecast(&home)
        .args(["run", "bad.ron", "nowhere.ron"])
        .assert()
        .code(2)
        .stdout("")
        .stderr(contains("bad.ron").and(contains("nowhere.ron")));
    assert!(!home.path().join("out").exists(), "a run had begun");
}

#[test]
fn a_base_is_never_written_over_other_files() {
    let home = folder();
    std::fs::write(home.path().join("mine.txt"), "mine").expect("written");
    carecast(&home)
        .args(["base", "--write", "."])
        .assert()
        .code(2)
        .stderr(contains("already holds files").and(contains("help:")));
    assert_eq!(entries(&home), 1);
}

#[test]
fn a_sound_scenario_is_said_to_be_sound_beside_a_faulty_one() {
    let home = folder();
    std::fs::write(
        home.path().join("bad.ron"),
        r#"(titel: "x", base: "viet-nam", policies: [])"#,
    )
    .expect("written");
    carecast(&home)
        .args(["check", "baseline"])
        .assert()
        .code(0)
        .stdout(contains("baseline: no problem found"));
    carecast(&home)
        .args(["check", "bad.ron", "baseline"])
        .assert()
        .code(2)
        .stdout(contains("baseline: no problem found"))
        .stderr(contains("bad.ron:1:2").and(contains("did you mean `title`?")));
}

#[test]
fn the_base_is_copied_edited_and_checked_again() {
    let home = folder();
    carecast(&home)
        .args(["base", "--write", "mine"])
        .assert()
        .code(0)
        .stdout(contains("carecast run baseline --base mine"));
    let check = ["check", "baseline", "--base", "mine"];
    carecast(&home).args(check).assert().code(0);
    let table = home.path().join("mine/provinces.csv");
    let text = std::fs::read_to_string(&table).expect("a table");
    let header = text.lines().next().expect("a header");
    std::fs::write(&table, header).expect("written");
    carecast(&home)
        .args(check)
        .assert()
        .code(2)
        .stderr(contains("provinces.csv"));
}

#[test]
fn a_place_that_cannot_be_written_to_is_named_before_anything_runs() {
    let home = folder();
    std::fs::write(home.path().join("out"), "a file in the way").expect("written");
    carecast(&home)
        .args(["run", "baseline"])
        .assert()
        .code(1)
        .stdout("")
        .stderr(
            contains("could not write")
                .and(contains("--out"))
                .and(contains("living").not()),
        );
}
