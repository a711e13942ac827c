//! What people have of earlier versions opens, or is refused by its version with a way out.

use crate::support::country::three_provinces;
use assert_cmd::Command;
use carecast::internals::base::Base;
use std::fs;
use std::path::{Path, PathBuf};

fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What was kept of a version.
fn kept() -> PathBuf {
    home().join("tests/fixtures/v0.1.0")
}

fn carecast(arguments: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::cargo_bin("carecast").expect("the program was built");
    let ended = command.args(arguments).output().expect("it starts");
    let told = String::from_utf8_lossy(&ended.stderr).into_owned();
    (ended.status.code(), told)
}

#[test]
fn a_scenario_of_0_1_0_opens() {
    let scenario = kept().join("scenario.ron");
    let (code, told) = carecast(&["check", &scenario.to_string_lossy()]);
    assert_eq!(code, Some(0), "{told}");
}

#[test]
fn a_finished_run_of_0_1_0_is_refused_by_its_version() {
    let run = kept().join("run");
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("drawn");
    let (run, out) = (run.to_string_lossy(), out.to_string_lossy());
    let (code, told) = carecast(&["plot", &run, "--out", &out]);
    assert_ne!(code, Some(0));
    assert!(told.contains("was written by carecast 0.1.0"), "{told}");
    assert!(told.contains("make the run again"), "{told}");
    let (code, told) = carecast(&["verify", &run]);
    assert_ne!(code, Some(0));
    assert!(
        told.contains("this run was made by carecast 0.1.0"),
        "{told}"
    );
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("there is room");
    for entry in fs::read_dir(from).expect("a folder of tables") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name");
        fs::copy(&path, to.join(name)).expect("there is room");
    }
}

#[test]
fn a_base_of_0_1_0_is_told_what_it_lacks() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&home().join("tests/bases/three-provinces"), folder.path());
    let assumptions = folder.path().join("assumptions.ron");
    fs::copy(kept().join("assumptions.ron"), &assumptions).expect("there is room");
    let was = fs::read_to_string(&assumptions).expect("it was just written");
    let refused = Base::read_folder(folder.path()).expect_err("assumptions are missing");
    let told = refused.to_string();
    let now = three_provinces();
    let lacks = now
        .assumptions
        .all
        .iter()
        .filter(|a| !was.contains(&format!("\"{}\"", a.id)))
        .filter(|a| told.contains(&format!("the assumption `{}` is missing", a.id)));
    assert!(lacks.count() >= 4, "{told}");
    assert!(
        told.contains("with its distribution, grade and reason"),
        "{told}"
    );
}
