//! The derived tables of the built-in base come out of their inputs again, to the last byte.
//! `UPDATE_BASE=1 cargo test base_rebuild::` rewrites them; read the diff as a result.

mod derive;
mod network;

use carecast::internals::base::tables::Files;
use derive::{DERIVED, rebuild};
use std::collections::BTreeSet;
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

/// The files of a folder and of those in it, by name.
fn scenarios() -> Files {
    let own = assets().join("../../scenarios");
    let mut all = read(&own);
    all.extend(read(&own.join("packages")));
    all.retain(|name, _| name.ends_with(".ron"));
    all
}

/// Ids behind the words `source` and `sources`, as comments of scenarios name them.
fn cited(text: &str) -> BTreeSet<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut ids = BTreeSet::new();
    for (at, word) in words.iter().enumerate() {
        if !matches!(word.trim_start_matches('('), "source" | "sources") {
            continue;
        }
        for next in &words[at + 1..] {
            let id = next.trim_end_matches([',', ')', '.', ';', ':']);
            let is_id = |c: char| c.is_ascii_alphanumeric() || c == '_';
            let begins = id
                .chars()
                .take(2)
                .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
            if id.len() < 3 || !id.chars().all(is_id) || !begins {
                break;
            }
            ids.insert(id.to_owned());
            if !next.ends_with(',') {
                break;
            }
        }
    }
    ids
}

#[test]
fn every_source_that_a_shipped_scenario_cites_is_listed() {
    let base = carecast::internals::base::Base::builtin();
    let mut found = 0;
    for (name, text) in scenarios() {
        for id in cited(&text) {
            found += 1;
            let known = base.sources.iter().any(|source| source.id == id);
            assert!(known, "{name}: source {id}");
        }
    }
    assert!(found > 30, "{found}");
}

#[test]
fn every_source_listed_is_used_somewhere() {
    let mut used = String::new();
    for (name, text) in read(&assets())
        .into_iter()
        .chain(read(&assets().join("inputs")))
        .chain(scenarios())
    {
        if name != "sources.csv" {
            used.push_str(&text);
        }
    }
    for source in &carecast::internals::base::Base::builtin().sources {
        assert!(used.contains(&source.id), "{} is used nowhere", source.id);
    }
}
