//! The tables of a base come from the program itself or from a folder a planner edits; the built-in
//! ones are copied out to start from.

use super::problem::{TableProblem, WriteError};
use super::tables::Files;
use crate::diagnostic::nearest;
use crate::messages::base as messages;
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

macro_rules! tables {
    (@example $name:literal) => {
        Some(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bases/three-provinces/", $name)))
    };
    (@example $name:literal not_in_example) => {
        None
    };
    ($($name:literal $($mark:ident)?),* $(,)?) => {
        /// Every table of a base, by file name.
        pub const TABLES: &[&str] = &[$($name),*];

        /// The built-in base, file by file.
        pub fn builtin_files() -> Files {
            [$(($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/viet-nam/", $name)))),*]
                .into_iter()
                .map(|(name, text)| (name.to_owned(), text.to_owned()))
                .collect()
        }

        /// A small made-up country to learn from, file by file.
        pub fn example_files() -> Files {
            let texts: [(&str, Option<&str>); TABLES.len()] =
                [$(($name, tables!(@example $name $($mark)?))),*];
            let there = texts.into_iter().filter_map(|(name, text)| Some((name, text?)));
            there.map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
        }
    };
}

tables! {
    "country.csv",
    "sources.csv",
    "regions.csv",
    "provinces.csv",
    "former_units.csv" not_in_example,
    "national.csv",
    "province_figures.csv",
    "population_path.csv",
    "retirement_age.csv",
    "death_rates.csv",
    "occupations.csv",
    "age_shares.csv",
    "facilities.csv",
    "referrals.csv",
    "projects.csv",
    "projects_not_used.csv",
    "transfers.csv",
    "schools.csv",
    "history.csv",
    "targets.csv",
    "marks.csv",
    "targets_not_used.csv",
    "tracked.csv",
    "tracked_values.csv",
    "reference_classes.csv",
    "milestones.csv",
    "assumed_tables.csv",
    "assumptions.ron",
}

/// By it spreadsheets know that a table is written in UTF-8.
const BYTE_MARK: &str = "\u{feff}";

/// What the tables mean, for the planner who edits them.
const GUIDE: (&str, &str) = (
    "README.md",
    include_str!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/assets/viet-nam/README.md"
    )),
);

/// One file of a base with its digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaseFile {
    /// File name.
    pub name: String,
    /// sha-256 of its contents, hex.
    pub sha256: String,
}

/// A table with its rows in order, as its digest is taken: neither the order of rows and columns nor
/// line ends, byte marks or quotes change it. What is no table is taken as it is.
fn in_order(name: &str, text: &str) -> String {
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    if !name.ends_with(".csv") {
        return plain.replace("\r\n", "\n");
    }
    let mut table = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(plain.as_bytes());
    let mut rows = table.records().filter_map(Result::ok);
    let header = rows.next().unwrap_or_default();
    let mut columns: Vec<usize> = (0..header.len()).collect();
    columns.sort_by_key(|at| &header[*at]);
    let arranged = |row: &csv::StringRecord| -> Vec<String> {
        let cell = |at: &usize| row.get(*at).unwrap_or("").to_owned();
        columns.iter().map(cell).collect()
    };
    let filled = |row: &csv::StringRecord| row.iter().any(|cell| !cell.is_empty());
    let mut all: Vec<Vec<String>> = rows.filter(filled).map(|row| arranged(&row)).collect();
    all.sort();
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in std::iter::once(arranged(&header)).chain(all) {
        writer.write_record(row).expect("memory takes every row");
    }
    let bytes = writer.into_inner().expect("memory takes every row");
    String::from_utf8(bytes).expect("cells are texts")
}

/// Names and digests of the files in order of name, and one digest over them all; each table is
/// taken with its rows in order.
pub fn digests(files: &Files) -> (Vec<BaseFile>, String) {
    let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
    let mut whole = Sha256::new();
    let mut list = Vec::new();
    for (name, text) in files {
        let text = in_order(name, text);
        whole.update(name.as_bytes());
        whole.update([0]);
        whole.update((text.len() as u64).to_le_bytes());
        whole.update(text.as_bytes());
        list.push(BaseFile {
            name: name.clone(),
            sha256: hex(&Sha256::digest(text.as_bytes())),
        });
    }
    (list, hex(&whole.finalize()))
}

/// The table a file seems to be meant for, which is not read under this name: `facilities.xlsx`.
fn meant(name: &str) -> Option<&'static str> {
    if name.starts_with(['.', '~']) {
        return None;
    }
    let small = name.to_lowercase();
    let stem = small.split_once('.').map_or(small.as_str(), |(s, _)| s);
    let table = TABLES
        .iter()
        .find(|t| t.split_once('.').is_some_and(|(s, _)| s == stem));
    table.copied().filter(|table| *table != name)
}

/// Reads the tables of a folder; what comes beside them are warnings of files that look like tables
/// and are not read. Tables it should not hold are refused: nothing is ignored.
pub fn read(folder: &Path) -> Result<(Files, Vec<TableProblem>), Vec<TableProblem>> {
    let problem = |code, file: String, said| TableProblem::of(code, file, None, said);
    let entries = std::fs::read_dir(folder).map_err(|error| {
        vec![problem(
            "base::no-folder",
            folder.display().to_string(),
            messages::unreadable_folder(error),
        )]
    })?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok())
        .filter(|entry| entry.path().is_file())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let mut files = Files::new();
    let mut problems = Vec::new();
    let mut strays = Vec::new();
    for name in &names {
        let Some(table) = meant(name) else { continue };
        let stray = problem(
            "base::stray-file",
            name.clone(),
            messages::stray_file(name, table),
        );
        if names.iter().any(|n| n == table) {
            strays.push(stray);
        } else {
            problems.push(stray); // the table would be taken for one that was left out
        }
    }
    for name in names {
        if !(name.ends_with(".csv") || name.ends_with(".ron")) || name.starts_with('.') {
            continue;
        }
        if !TABLES.contains(&name.as_str()) {
            let near = nearest(&name, TABLES.iter().copied());
            let said = messages::unknown_table(&name, near, TABLES);
            problems.push(problem("base::unknown-table", name, said));
            continue;
        }
        match std::fs::read_to_string(folder.join(&name)) {
            Ok(text) => {
                // The byte mark belongs to the file, not to the table.
                let table = text.strip_prefix(BYTE_MARK).map(str::to_owned);
                files.insert(name, table.unwrap_or(text));
            }
            Err(error) => problems.push(problem(
                "base::unreadable-table",
                name,
                messages::unreadable_file(error),
            )),
        }
    }
    if problems.is_empty() {
        Ok((files, strays))
    } else {
        Err(problems)
    }
}

/// Copies tables with the guide to them into a new or empty folder and returns what was written.
pub fn write(folder: &Path, files: Files) -> Result<Vec<PathBuf>, WriteError> {
    let io = |path: &Path| {
        let path = path.to_owned();
        move |reason| WriteError::Io { path, reason }
    };
    if folder.is_file() {
        return Err(WriteError::NotAFolder(folder.to_owned()));
    }
    if folder.is_dir()
        && std::fs::read_dir(folder)
            .map_err(io(folder))?
            .next()
            .is_some()
    {
        return Err(WriteError::NotEmpty(folder.to_owned()));
    }
    std::fs::create_dir_all(folder).map_err(io(folder))?;
    let mut written = Vec::new();
    let guide = (GUIDE.0.to_owned(), GUIDE.1.to_owned());
    for (name, text) in files.into_iter().chain([guide]) {
        let path = folder.join(&name);
        let mark = if name.ends_with(".csv") {
            BYTE_MARK
        } else {
            ""
        };
        std::fs::write(&path, format!("{mark}{text}")).map_err(io(&path))?;
        written.push(path);
    }
    Ok(written)
}
