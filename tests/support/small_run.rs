//! A finished run on the made-up country, small enough to be made again and again.

use assert_cmd::Command;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The made-up country.
pub fn base() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bases/three-provinces")
}

/// The program, in a folder of its own.
pub fn carecast(home: &Path) -> Command {
    let mut command = Command::cargo_bin("carecast").expect("the program was built");
    command.current_dir(home).env_remove("COLUMNS");
    // Whatever the machine speaks: tests that want another language say so.
    command.env("CARECAST_LANG", "en");
    command
}

/// Runs a question named `baseline` in `home` and returns the folder it left.
pub fn run(home: &Path, question: &str, options: &[&str]) -> PathBuf {
    fs::write(home.join("baseline.ron"), question).expect("written");
    carecast(home)
        .args(["run", "baseline.ron", "--quiet", "--base"])
        .arg(base())
        .args(options)
        .assert()
        .code(0);
    home.join("out/baseline")
}

/// A question without decisions.
pub const QUESTION: &str = r#"(title: "A question", base: "viet-nam", policies: [])"#;

/// Every file of a folder that shows, by name; the `run` block of a manifest is left out.
pub fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    fn walk(folder: &Path, below: &Path, out: &mut BTreeMap<PathBuf, Vec<u8>>) {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let entry = entry.expect("an entry");
            let name = below.join(entry.file_name());
            if entry.file_name().to_string_lossy().starts_with('.') {
                continue;
            }
            if entry.path().is_dir() {
                walk(&entry.path(), &name, out);
                continue;
            }
            let mut bytes = fs::read(entry.path()).expect("readable");
            if name.ends_with("manifest.json") {
                let mut json: serde_json::Value = serde_json::from_slice(&bytes).expect("whole");
                json.as_object_mut().expect("a record").remove("run");
                bytes = json.to_string().into_bytes();
            }
            out.insert(name, bytes);
        }
    }
    let mut out = BTreeMap::new();
    walk(folder, Path::new(""), &mut out);
    out
}
