//! The derived tables of the built-in base come out of their inputs again, to the last byte.
//! `UPDATE_BASE=1 cargo test base_rebuild::` rewrites them; read the diff as a result.

mod derive;
mod network;

use carecast::internals::base::tables::Files;
use derive::{DERIVED, rebuild};
use std::path::{Path, PathBuf};

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/viet-nam")
}

fn read(folder: &Path) -> Files {
    let mut files = Files::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            files.insert(name, std::fs::read_to_string(&path).unwrap());
        }
    }
    files
}

#[test]
fn derived_tables_are_rebuilt_byte_for_byte() {
    let mut tables = read(&assets());
    // Nothing derived may feed a derivation.
    let kept: Vec<(String, String)> = DERIVED
        .iter()
        .map(|name| (name.to_string(), tables.remove(*name).unwrap_or_default()))
        .collect();
    let made = rebuild(&read(&assets().join("inputs")), &tables).unwrap();
    assert_eq!(made.len(), DERIVED.len());
    if std::env::var_os("UPDATE_BASE").is_some() {
        for (name, text) in &made {
            std::fs::write(assets().join(name), text).unwrap();
        }
        return;
    }
    for (name, text) in kept {
        let first = made[&name]
            .lines()
            .zip(text.lines())
            .position(|(a, b)| a != b);
        assert!(
            made[&name] == text,
            "{name} differs from its inputs, first in row {first:?}"
        );
    }
}

#[test]
fn every_source_of_the_inputs_resolves_and_every_assumption_has_a_range_and_a_reason() {
    let base = carecast::internals::base::Base::builtin();
    for (name, text) in read(&assets().join("inputs")) {
        if !name.ends_with(".csv") {
            continue;
        }
        let mut csv = csv::Reader::from_reader(text.as_bytes());
        let header = csv.headers().unwrap().clone();
        let column = |name: &str| header.iter().position(|c| c == name);
        for row in csv.records().map(Result::unwrap) {
            let cell = |name: &str| column(name).and_then(|at| row.get(at)).unwrap_or("");
            for id in cell("source_id").split(';').filter(|id| !id.is_empty()) {
                assert!(
                    base.sources.iter().any(|s| s.id == id),
                    "{name}: source {id}"
                );
            }
            if name == "derivation.csv" {
                let number = |column: &str| cell(column).parse::<f64>().unwrap();
                assert!(number("low") < number("high"), "{}", cell("id"));
                assert!(
                    (number("low")..=number("high")).contains(&number("value")),
                    "{}",
                    cell("id")
                );
                assert!(!cell("note").is_empty(), "{}", cell("id"));
            }
        }
    }
}

#[test]
fn every_source_listed_is_used_somewhere() {
    let mut used = String::new();
    for (name, text) in read(&assets())
        .into_iter()
        .chain(read(&assets().join("inputs")))
    {
        if name != "sources.csv" {
            used.push_str(&text);
        }
    }
    for source in &carecast::internals::base::Base::builtin().sources {
        assert!(used.contains(&source.id), "{} is used nowhere", source.id);
    }
}
