//! A slip in a base is noticed where it stands, and a sound base of another country is not troubled.

use carecast::base::folder::builtin_files;
use carecast::base::load::from_files;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

type Files = BTreeMap<String, String>;

/// A table as rows of cells, the heading first.
type Table = Vec<Vec<String>>;

fn table(text: &str) -> Table {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let row = |r: csv::StringRecord| r.iter().map(str::to_owned).collect();
    reader.records().map(|r| row(r.unwrap())).collect()
}

fn text(table: &Table) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    table
        .iter()
        .for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn column(table: &Table, name: &str) -> usize {
    table[0].iter().position(|c| c == name).unwrap()
}

/// Columns that hold words or the numbers of nothing.
const WORDS: &[&str] = &["note", "date", "title", "name", "name_en"];

/// One cell of each kind: table, column, what the row is about, row.
fn kinds(files: &Files) -> Vec<(String, String, String, usize)> {
    let mut seen = BTreeSet::new();
    let mut kinds = Vec::new();
    for (file, content) in files.iter().filter(|(name, _)| name.ends_with(".csv")) {
        if ["sources.csv", "targets_not_used.csv"].contains(&file.as_str()) {
            continue; // printed words: no number of theirs is reckoned with
        }
        let rows = table(content);
        let about = |row: &[String]| {
            let of = ["indicator", "key", "occupation"];
            let mut found = of
                .iter()
                .filter_map(|c| rows[0].iter().position(|h| h == c));
            match (found.next(), file.as_str()) {
                (Some(at), _) => row[at].clone(),
                (None, "tracked.csv" | "occupations.csv") => row[0].clone(),
                _ => String::new(),
            }
        };
        for (at, row) in rows.iter().enumerate().skip(1) {
            for (c, cell) in row.iter().enumerate() {
                let name = &rows[0][c];
                let number = cell.parse::<f64>().is_ok_and(|v| v != 0.0);
                if number && !WORDS.contains(&name.as_str()) {
                    let kind = (file.clone(), name.clone(), about(row));
                    if seen.insert(kind.clone()) {
                        kinds.push((kind.0, kind.1, kind.2, at));
                    }
                }
            }
        }
    }
    kinds
}

/// What the reader says of one cell changed: nothing, something elsewhere, or something there.
#[derive(PartialEq, Debug)]
enum Said {
    Nothing,
    Elsewhere,
    There,
}

fn said(files: &Files, file: &str, name: &str, at: usize, times: f64) -> Said {
    let mut rows = table(&files[file]);
    let c = column(&rows, name);
    let value: f64 = rows[at][c].parse().unwrap();
    rows[at][c] = format!("{}", (value * times * 1e9).round() / 1e9);
    let mut files = files.clone();
    files.insert(file.to_owned(), text(&rows));
    let told = match from_files("t", &files) {
        Ok(base) => base.warnings,
        Err(errors) => [errors.problems, errors.warnings].concat(),
    };
    let there = |p: &carecast::base::TableProblem| {
        p.file == file && p.line == Some(at as u64 + 1) && [name, ""].contains(&p.column.as_str())
    };
    if told.iter().any(there) {
        Said::There
    } else if told.is_empty() {
        Said::Nothing
    } else {
        Said::Elsewhere
    }
}

/// Slips nobody can see in the cell itself, and why.
const UNSEEN: &[(&str, &str, &str)] = &[
    (
        "assumed_tables.csv",
        "low",
        "the table has two ends and no value: the other end is named",
    ),
    (
        "assumed_tables.csv",
        "high",
        "the table has two ends and no value: the other end is named",
    ),
    ("projects_not_used.csv", "beds", "left out of the model"),
    (
        "projects_not_used.csv",
        "cost",
        "left out of the model; a campus may cost a hundred times a ward",
    ),
    (
        "province_figures.csv",
        "value",
        "rates of growth near 0 are as likely as any",
    ),
    (
        "tracked.csv",
        "printed_to",
        "a figure may be printed to one digit or to four",
    ),
    (
        "tracked.csv",
        "low",
        "a bound is anybody's choice while it holds the value",
    ),
    (
        "tracked.csv",
        "high",
        "a bound is anybody's choice while it holds the value",
    ),
];

#[test]
fn a_slip_of_the_point_is_noticed_at_its_cell() {
    let files = builtin_files();
    let kinds = kinds(&files);
    let lanes = std::thread::available_parallelism().map_or(2, usize::from);
    let found: Vec<(String, bool, bool)> = std::thread::scope(|scope| {
        let parts = kinds.chunks(kinds.len().div_ceil(lanes)).map(|part| {
            let files = &files;
            scope.spawn(move || {
                let mut found = Vec::new();
                for (file, name, about, at) in part {
                    for times in [100.0, 0.01, 1000.0] {
                        let said = said(files, file, name, *at, times);
                        let named = UNSEEN.iter().any(|(f, c, _)| f == file && c == name);
                        let what = format!("{file}:{} {name} {about} x {times}: {said:?}", at + 1);
                        found.push((what, said == Said::There, named));
                    }
                }
                found
            })
        });
        let parts: Vec<_> = parts.collect();
        parts.into_iter().flat_map(|p| p.join().unwrap()).collect()
    });
    let missed: Vec<&(String, bool, bool)> = found.iter().filter(|(_, seen, _)| !seen).collect();
    let list: Vec<&str> = missed.iter().map(|(what, ..)| what.as_str()).collect();
    assert!(found.len() > 300, "{}", found.len());
    assert!(
        missed.len() * 20 <= found.len(),
        "{} of {} are not noticed:\n{}",
        missed.len(),
        found.len(),
        list.join("\n")
    );
    let unexplained: Vec<&str> = missed
        .iter()
        .filter(|m| !m.2)
        .map(|m| m.0.as_str())
        .collect();
    assert!(
        unexplained.is_empty(),
        "no reason for\n{}",
        unexplained.join("\n")
    );
}

/// What the reader says of a base, empty where it is content.
fn troubles(files: &Files) -> String {
    match from_files("t", files) {
        Ok(base) => base.warnings.iter().map(|w| format!("{w}\n")).collect(),
        Err(errors) => errors.to_string(),
    }
}

#[test]
fn sound_bases_are_not_troubled() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bases/three-provinces");
    let mut three = Files::new();
    for entry in std::fs::read_dir(here).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        three.insert(name, std::fs::read_to_string(path).unwrap());
    }
    assert_eq!(troubles(&three), "");
    assert_eq!(troubles(&builtin_files()), "");
}
