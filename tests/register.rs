//! A planner puts down what a run predicts, and holds it against what comes.

use crate::support::small_run::{QUESTION, base, carecast, run};
use predicates::prelude::*;
use predicates::str::contains;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// A home with a finished run whose predictions were put down, and the folder of these.
fn home() -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().expect("a folder");
    run(home.path(), QUESTION, &["--replicates", "32"]);
    carecast(home.path())
        .args(["register", "out/baseline"])
        .assert()
        .success()
        .stdout(contains("put down in register/baseline-").or(contains("put down in register\\")));
    let mut all = std::fs::read_dir(home.path().join("register")).expect("a folder");
    let folder = all.find_map(|entry| {
        let path = entry.expect("an entry").path();
        path.is_dir().then_some(path)
    });
    (home, folder.expect("predictions"))
}

fn inside(home: &Path, folder: &Path) -> String {
    let inside = folder.strip_prefix(home).expect("inside");
    inside.display().to_string()
}

#[test]
fn predictions_are_dated_whole_and_never_written_over() {
    let (home, folder) = home();
    let manifest: serde_json::Value =
        serde_json::from_slice(&std::fs::read(folder.join("manifest.json")).unwrap()).unwrap();
    assert_eq!(manifest["kind"], "register");
    assert_eq!(manifest["replicates"]["count"], 32);
    assert_eq!(manifest["registered"].as_str().unwrap().len(), 10);
    for name in ["seed", "version"] {
        assert!(!manifest[name].is_null(), "{name}");
    }
    assert_eq!(manifest["base"]["sha256"].as_str().unwrap().len(), 64);
    let text = std::fs::read_to_string(folder.join("predictions.csv")).unwrap();
    assert!(text.contains(",beds_per_10k,1,"), "{}", &text[..500]);
    let page = std::fs::read_to_string(folder.join("register.md")).unwrap();
    assert!(page.contains("never changed after"), "{page}");
    carecast(home.path())
        .args(["register", "out/baseline"])
        .assert()
        .code(2)
        .stderr(contains("never written over"));
    assert_eq!(
        text,
        std::fs::read_to_string(folder.join("predictions.csv")).unwrap()
    );
}

#[test]
fn what_was_put_down_is_lived_again_to_the_byte() {
    let (home, folder) = home();
    let name = inside(home.path(), &folder);
    let base = base().display().to_string();
    carecast(home.path())
        .args(["verify", &name, "--base", &base])
        .assert()
        .success()
        .stdout(contains("identical"));
    let table = folder.join("predictions.csv");
    let text = std::fs::read_to_string(&table).unwrap();
    std::fs::write(
        &table,
        text.replacen("beds_per_10k,1,", "beds_per_10k,2,", 1),
    )
    .unwrap();
    carecast(home.path())
        .args(["verify", &name, "--base", &base])
        .assert()
        .code(1)
        .stdout(contains("predictions.csv"));
}

#[test]
fn what_was_put_down_is_held_against_what_comes() {
    let (home, folder) = home();
    let name = inside(home.path(), &folder);
    let text = std::fs::read_to_string(folder.join("predictions.csv")).unwrap();
    let median = text
        .lines()
        .find(|line| line.contains(",beds_per_10k,1,") && line.contains(",nation,quantile,0.5,"))
        .unwrap();
    let cells: Vec<&str> = median.split(',').collect();
    let (year, value) = (&cells[3][..4], cells[7]);
    let header =
        "indicator,year,value,unit,scope,source_id,grade,published,vintage,published_note,note\n";
    let row = format!("beds_per_10k,{year},{value},r,all,S,A,{year},,,\n");
    std::fs::write(home.path().join("came.csv"), format!("{header}{row}")).unwrap();
    carecast(home.path())
        .args(["register", &name, "--score", "came.csv"])
        .assert()
        .success()
        .stdout(contains("inside the 80% band").and(contains("held against what came")));
    let scored = std::fs::read_to_string(folder.join("scored-came.csv")).unwrap();
    assert!(
        scored.starts_with("kind,target,location,year,came"),
        "{scored}"
    );
    assert!(scored.contains("value,beds_per_10k,nation,"), "{scored}");

    let row = format!("unknown_thing,{year},1,r,all,S,A,{year},,,\n");
    std::fs::write(home.path().join("other.csv"), format!("{header}{row}")).unwrap();
    carecast(home.path())
        .args(["register", &name, "--score", "other.csv"])
        .assert()
        .code(2)
        .stderr(contains("no row tells").and(contains("other.csv")));
    carecast(home.path())
        .args(["register", "out/baseline", "--score", "came.csv"])
        .assert()
        .code(2)
        .stderr(contains("put down"));
}

#[test]
fn the_first_predictions_are_shipped_as_they_were_put_down() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/register");
    let all = std::fs::read_dir(&folder).expect("predictions are shipped");
    let mut found = 0;
    for entry in all {
        let folder = entry.expect("an entry").path();
        let manifest = std::fs::read(folder.join("manifest.json")).unwrap();
        let manifest: serde_json::Value = serde_json::from_slice(&manifest).unwrap();
        assert_eq!(manifest["kind"], "register");
        for file in manifest["files"].as_array().unwrap() {
            let bytes = std::fs::read(folder.join(file["path"].as_str().unwrap())).unwrap();
            let sum = Sha256::digest(&bytes);
            let sum: String = sum.iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(file["sha256"], sum, "{folder:?} {file}");
        }
        // The first blind tests: what the plan of 2026 asks for.
        let variants = std::fs::read_to_string(folder.join("variants.csv")).unwrap();
        for way in [
            "official,beds_per_10k_official,nation,2026,",
            ",stopped,",
            ",goes on,",
        ] {
            assert!(variants.contains(way), "{way}");
        }
        found += 1;
    }
    assert!(found > 0);
}
