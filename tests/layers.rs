//! The rooms of the house stand on one another: a module imports only from those below it.

use std::collections::BTreeMap;
use std::path::Path;

/// Modules in the order of `lib.rs`, from the front door down.
fn layers() -> Vec<String> {
    let lib = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs");
    let text = std::fs::read_to_string(lib).expect("the source can be read");
    let named = text.lines().filter_map(|line| {
        let name = line
            .trim_start_matches("pub ")
            .strip_prefix("mod ")?
            .strip_suffix(';')?;
        Some(name.to_owned())
    });
    named.collect()
}

/// Files under a folder with their text, tests apart.
fn files(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).expect("the source can be read") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(&path).expect("the source can be read");
            let own = text.split("#[cfg(test)]").next().unwrap_or_default();
            found.push((path.display().to_string(), own.to_owned()));
        }
    }
}

#[test]
fn a_module_imports_only_from_those_below_it() {
    let layers = layers();
    assert!(layers.len() > 15, "{layers:?}");
    let rank: BTreeMap<&str, usize> = layers.iter().map(String::as_str).zip(0..).collect();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    files(&source, &mut all);
    let mut upward = Vec::new();
    for (path, text) in &all {
        let inside = path.rsplit_once("src").map_or("", |(_, rest)| rest);
        let room = inside
            .trim_start_matches(['/', '\\'])
            .split(['/', '\\', '.'])
            .next()
            .unwrap_or_default();
        let Some(own) = rank.get(room) else { continue };
        let lines = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        for line in lines {
            for used in line.split("crate::").skip(1) {
                let name: String = used
                    .chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || *c == '_')
                    .collect();
                if rank.get(name.as_str()).is_some_and(|other| other < own) {
                    upward.push(format!("{inside}: {}", line.trim()));
                }
            }
        }
    }
    assert!(upward.is_empty(), "{upward:#?}");
}
