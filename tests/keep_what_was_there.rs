//! Results take the place of those of before all together or not at all, and what lies in a folder is
//! believed only where it is what was left there.

use crate::support::small_run::{QUESTION, base, carecast, run};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const FEW: [&str; 3] = ["--replicates", "16", "--no-charts"];

/// Every file below a folder, the hidden ones too.
fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy();
        if path.is_dir() {
            let inner = contents(&path).into_iter();
            all.extend(inner.map(|(below, bytes)| (format!("{name}/{below}"), bytes)));
        } else {
            all.insert(name.to_string(), fs::read(&path).expect("readable"));
        }
    }
    all
}

/// What a command says when it ends with `code`.
fn says(home: &Path, code: i32, words: &[&str]) -> String {
    let told = carecast(home)
        .args(words)
        .arg("--base")
        .arg(base())
        .assert()
        .code(code);
    let out = told.get_output();
    let both = [&out.stdout[..], &out.stderr[..]].concat();
    String::from_utf8_lossy(&both).into_owned()
}

/// Puts a folder in the place of a file.
fn block(folder: &Path, name: &str) {
    fs::remove_file(folder.join(name)).expect("it was there");
    fs::create_dir(folder.join(name)).expect("made");
    fs::write(folder.join(name).join("mine"), "mine").expect("written");
}

#[test]
fn a_blocked_file_leaves_every_result_of_before_and_is_named() {
    let mut names = vec![
        "findings.json",
        "manifest.json",
        "report.md",
        "scenario.resolved.ron",
    ];
    if cfg!(feature = "xlsx") {
        names.push("summary.xlsx");
    }
    for name in names {
        let home = tempfile::tempdir().expect("a folder");
        let out = run(home.path(), QUESTION, &FEW);
        block(&out, name);
        let before = contents(&out);
        let mut again = vec!["run", "baseline.ron", "--seed", "77"];
        again.extend(FEW);
        let said = says(home.path(), 1, &again);
        assert!(said.contains(name), "{said}");
        assert!(said.contains("is as it was before"), "{said}");
        assert!(said.contains("--out FOLDER"), "{said}");
        assert!(
            contents(&out) == before,
            "{name}: {:?}",
            contents(&out).keys()
        );
        // The way is free again: so is the run.
        fs::remove_dir_all(out.join(name)).expect("removed");
        says(home.path(), 0, &again);
        assert!(
            contents(&out)["findings.json"]
                != before.get("findings.json").cloned().unwrap_or_default()
        );
    }
}

#[test]
fn a_list_is_not_resumed_over_a_file_that_was_spoilt() {
    let home = tempfile::tempdir().expect("a folder");
    let out = run(home.path(), QUESTION, &FEW);
    let whole = contents(&out);
    let mut resume = vec!["run", "baseline.ron", "--resume"];
    resume.extend(FEW);
    let said = says(home.path(), 0, &resume);
    assert!(said.contains("finished before"), "{said}");
    for name in whole.keys().filter(|name| *name != "manifest.json") {
        let mut bytes = whole[name].clone();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(out.join(name), bytes).expect("written");
        let said = says(home.path(), 0, &resume);
        assert!(said.contains(name), "{said}");
        assert!(said.contains("lived again"), "{said}");
        assert!(
            fs::read(out.join(name)).expect("readable") == whole[name],
            "{name}"
        );
    }
    fs::remove_file(out.join("summary.csv")).expect("removed");
    let said = says(home.path(), 0, &resume);
    assert!(said.contains("summary.csv"), "{said}");
    assert!(out.join("summary.csv").is_file());
}
