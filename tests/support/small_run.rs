//! A finished run on the made-up country, small enough to be made again and again.

use assert_cmd::Command;
use std::path::{Path, PathBuf};

/// The made-up country.
pub fn base() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bases/three-provinces")
}

/// The program, in a folder of its own.
pub fn carecast(home: &Path) -> Command {
    let mut command = Command::cargo_bin("carecast").expect("the program was built");
    command.current_dir(home).env_remove("COLUMNS");
    command
}

/// Runs a question named `baseline` in `home` and returns the folder it left.
pub fn run(home: &Path, question: &str, options: &[&str]) -> PathBuf {
    std::fs::write(home.join("baseline.ron"), question).expect("written");
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
