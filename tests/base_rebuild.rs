//! The derived tables of the built-in base come out of their inputs again, to the last byte.
//! `UPDATE_BASE=1 cargo test --test base_rebuild` rewrites them; read the diff as a result.

use carecast::base::derive::{DERIVED, rebuild};
use carecast::base::tables::Files;
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
