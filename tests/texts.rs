//! Every text a reader meets is held: by digest for every shipped scenario, and whole for the five
//! that are held in full.
//!
//! A sentence that moves on purpose: `UPDATE_GOLDEN=1 cargo test texts::` writes the digests and the
//! whole texts anew, and the difference is read as a reader would. What has moved in a text that is
//! only held by digest is found by `git stash`, the same command, and a comparison of the two folders
//! it leaves under `target/tmp/texts`.

use crate::golden::IN_FULL;
use crate::support::page;
use assert_cmd::Command;
use carecast::internals::scenario::file::BUILT_IN;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Texts by name: what was asked, and which of its texts.
type Texts = BTreeMap<String, String>;

fn carecast(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::cargo_bin("carecast").expect("the program was built");
    let ended = command
        .current_dir(folder)
        .args(arguments)
        .output()
        .expect("the program starts");
    assert!(ended.status.success(), "{arguments:?}: {ended:?}");
    String::from_utf8(ended.stdout).expect("text is UTF-8")
}

/// What is written in the pictures of a folder, a line each, by picture; where it stands is the
/// picture's own affair.
fn words_of_pictures(folder: &Path) -> String {
    let entries = fs::read_dir(folder).expect("pictures were drawn");
    let mut files: Vec<PathBuf> = entries.map(|e| e.expect("an entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "svg"));
    files.sort();
    let mut all = String::new();
    for file in files {
        let name = file.file_name().expect("a file has a name");
        writeln!(all, "== {}", name.to_string_lossy()).expect("text can be written to");
        let svg = fs::read_to_string(&file).expect("a picture is text");
        let mut lines: Vec<String> = ["text", "title", "desc"]
            .iter()
            .flat_map(|kind| within(&svg, kind))
            .collect();
        lines.sort();
        for line in lines {
            writeln!(all, "{line}").expect("text can be written to");
        }
    }
    all
}

/// The words inside the elements of a kind.
fn within(svg: &str, kind: &str) -> Vec<String> {
    let (open, close) = (format!("<{kind}"), format!("</{kind}>"));
    let mut out = Vec::new();
    let mut rest = svg;
    while let Some(at) = rest.find(&open) {
        let inside = &rest[at + open.len()..];
        let begins = inside.find('>').expect("a tag ends") + 1;
        let ends = inside.find(&close).expect("an element ends");
        let mut words = String::new();
        let mut in_tag = false;
        for letter in inside[begins..ends].chars() {
            match letter {
                '<' => in_tag = true,
                '>' => in_tag = false,
                _ if !in_tag => words.push(letter),
                _ => {}
            }
        }
        out.push(words.trim().to_owned());
        rest = &inside[ends..];
    }
    out
}

/// What the program says of every shipped scenario, of all of them side by side, and of the kinds of
/// things it knows.
fn spoken() -> Texts {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let mut texts = Texts::new();
    for (name, _) in BUILT_IN {
        let run = ["run", name, "--replicates", "8", "--no-resume", "-q"];
        texts.insert(format!("{name}/terminal"), carecast(at, &run));
        let out = at.join("out").join(name);
        let report = page::read(&out, "report");
        texts.insert(format!("{name}/report"), report);
        texts.insert(
            format!("{name}/pictures"),
            words_of_pictures(&out.join("charts")),
        );
    }
    let mut all = vec!["compare"];
    all.extend(
        BUILT_IN
            .iter()
            .map(|(name, _)| *name)
            .filter(|n| *n != "vision-2050"),
    );
    all.extend(["--replicates", "4", "--no-attribution", "-q"]);
    texts.insert("all/comparison-terminal".into(), carecast(at, &all));
    let out = at.join("out/compare");
    texts.insert("all/comparison".into(), page::read(&out, "comparison"));
    texts.insert(
        "all/comparison-pictures".into(),
        words_of_pictures(&out.join("charts")),
    );

    let mut told = String::new();
    let kinds = carecast::internals::policy::NAMES
        .iter()
        .map(|n| (*n).to_owned());
    let base = carecast::internals::base::Base::builtin();
    let indicators = carecast::internals::indicator::registry(&base);
    let ids = indicators.iter().map(|i| i.info.id.clone());
    for id in kinds.chain(ids) {
        told += &carecast(at, &["explain", &id]);
    }
    texts.insert("all/explain".into(), told);
    texts.insert("all/schema".into(), carecast(at, &["schema"]));
    texts
}

fn held() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/texts")
}

/// `text,words,sha256`, a line each.
fn digests(texts: &Texts) -> String {
    let mut table = String::from("text,words,sha256\n");
    for (name, text) in texts {
        let words = text.split_whitespace().count();
        let sum = Sha256::digest(text.as_bytes());
        let sum: String = sum.iter().map(|b| format!("{b:02x}")).collect();
        writeln!(table, "{name},{words},{sum}").expect("text can be written to");
    }
    table
}

/// Texts that are held whole.
fn whole(texts: &Texts) -> impl Iterator<Item = (&String, &String)> {
    let full = |name: &str| IN_FULL.iter().any(|s| name.starts_with(&format!("{s}/")));
    texts.iter().filter(move |(name, _)| full(name))
}

/// The first lines in which two texts part.
fn apart(was: &str, is: &str) -> String {
    let mut lines = was.lines().zip(is.lines());
    match lines.find(|(a, b)| a != b) {
        Some((a, b)) => format!("was: {a}\n    is:  {b}"),
        None => format!(
            "was {} lines, is {}",
            was.lines().count(),
            is.lines().count()
        ),
    }
}

#[test]
fn every_text_is_the_same_to_the_byte() {
    let texts = spoken();
    let table = digests(&texts);
    let file = |name: &str| held().join(format!("{}.txt", name.replace('/', "-")));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(held()).expect("the tests' folder can be written");
        fs::write(held().join("digests.csv"), &table).expect("the tests' folder can be written");
        for (name, text) in whole(&texts) {
            fs::write(file(name), text).expect("the tests' folder can be written");
        }
    }
    // All of them, where they can be compared with those of another state of the sources.
    let left = Path::new(env!("CARGO_TARGET_TMPDIR")).join("texts");
    for (name, text) in &texts {
        let file = left.join(format!("{name}.txt"));
        fs::create_dir_all(file.parent().expect("a folder")).expect("there is room");
        fs::write(file, text).expect("there is room");
    }
    let before = fs::read_to_string(held().join("digests.csv")).expect("digests are held");
    if before == table {
        return;
    }
    let known: Vec<&str> = before.lines().collect();
    let moved: Vec<String> = table
        .lines()
        .filter(|line| !known.contains(line))
        .map(|line| {
            let name = line.split(',').next().unwrap_or(line);
            let how = fs::read_to_string(file(name)).map(|was| apart(&was, &texts[name]));
            format!("{name}\n    {}", how.unwrap_or_default())
        })
        .collect();
    panic!(
        "{} of {} texts have moved; the new ones lie in {}\n{}",
        moved.len(),
        texts.len(),
        left.display(),
        moved.join("\n")
    );
}

#[test]
fn words_are_read_out_of_a_picture_whatever_stands_around_them() {
    let svg =
        "<svg><title>A</title><g><text x=\"1\">b <tspan>c</tspan></text></g><text>d</text></svg>";
    assert_eq!(within(svg, "text"), ["b c", "d"]);
    assert_eq!(within(svg, "title"), ["A"]);
}
