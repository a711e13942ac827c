//! A planner sorts a table as she likes: no byte of what comes out moves, nor what the base is known by.

use crate::support::small_run::{QUESTION, base, carecast};
use carecast::internals::base::Base;
use carecast::internals::base::folder::builtin_files;
use carecast::internals::base::tables::Files;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use std::collections::BTreeMap;
use std::path::Path;

/// The files of a folder by their name, folders below it included.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(at) = open.pop() {
        for entry in std::fs::read_dir(&at).expect("a folder can be read") {
            let path = entry.expect("an entry can be read").path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).expect("it lies below");
            let bytes = std::fs::read(&path).expect("a file can be read");
            found.insert(name.display().to_string(), bytes);
        }
    }
    found
}

/// The table with rows, and in half of them columns, in another order.
fn shuffled(text: &str, chance: &mut StdRng) -> String {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let mut rows: Vec<csv::StringRecord> = reader
        .records()
        .map(|row| row.expect("shipped tables can be read"))
        .collect();
    rows[1..].shuffle(chance);
    let mut columns: Vec<usize> = (0..rows[0].len()).collect();
    if chance.random_bool(0.5) {
        columns.shuffle(chance);
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in &rows {
        let cells: Vec<&str> = columns.iter().map(|at| &row[*at]).collect();
        writer.write_record(cells).expect("written");
    }
    String::from_utf8(writer.into_inner().expect("written")).expect("cells are texts")
}

fn of_folder(folder: &Path) -> Files {
    files(folder)
        .into_iter()
        .map(|(name, bytes)| (name, String::from_utf8(bytes).expect("tables are texts")))
        .collect()
}

#[test]
fn every_shuffled_table_makes_the_same_base() {
    let mut chance = StdRng::seed_from_u64(34);
    for all in [builtin_files(), of_folder(&base())] {
        let plain = carecast::internals::base::load::from_files("a base", &all).expect("good");
        for _ in 0..3 {
            let mut other = all.clone();
            for (name, text) in &mut other {
                if name.ends_with(".csv") {
                    *text = shuffled(text, &mut chance);
                }
            }
            let mut read =
                carecast::internals::base::load::from_files("a base", &other).expect("good");
            // Where a row stands is for messages alone.
            read.indicator_rows.clone_from(&plain.indicator_rows);
            assert!(read == plain);
        }
    }
}

#[test]
fn no_byte_of_a_run_moves_with_the_rows() {
    let home = tempfile::tempdir().expect("a folder");
    let home = home.path();
    let folder = home.join("base");
    std::fs::create_dir(&folder).expect("made");
    let tables = of_folder(&base());
    let write = |tables: &Files| {
        for (name, text) in tables {
            std::fs::write(folder.join(name), text).expect("written");
        }
    };
    std::fs::write(home.join("q.ron"), QUESTION).expect("written");
    let lived = |out: &str| {
        carecast(home)
            .args([
                "run",
                "q.ron",
                "--quiet",
                "--base",
                "base",
                "--replicates",
                "64",
                "--out",
                out,
            ])
            .assert()
            .code(0);
        files(&home.join(out))
    };
    write(&tables);
    let plain = lived("plain");
    let mut chance = StdRng::seed_from_u64(63);
    let turned = tables.iter().map(|(name, text)| {
        let csv = name.ends_with(".csv");
        (
            name.clone(),
            if csv {
                shuffled(text, &mut chance)
            } else {
                text.clone()
            },
        )
    });
    write(&turned.collect());
    let other = lived("other");
    assert_eq!(
        plain.keys().collect::<Vec<_>>(),
        other.keys().collect::<Vec<_>>()
    );
    for (name, bytes) in &plain {
        let same = match name.strip_suffix("manifest.json") {
            Some(_) => untimed(bytes) == untimed(&other[name]),
            None => bytes == &other[name],
        };
        assert!(same, "{name}");
    }
}

/// A manifest without when and how fast it was made.
fn untimed(bytes: &[u8]) -> serde_json::Value {
    let mut manifest: serde_json::Value = serde_json::from_slice(bytes).expect("JSON");
    let all = manifest.as_object_mut().expect("an object");
    assert!(all.remove("run").is_some());
    manifest
}

#[test]
fn places_follow_their_rank() {
    let base = Base::builtin();
    let first: Vec<&str> = base.provinces[..3]
        .iter()
        .map(|p| p.code.as_str())
        .collect();
    assert_eq!(first, ["ha-noi", "cao-bang", "tuyen-quang"]);
    assert_eq!(base.occupations[0].code, "doctor");
}
