//! An auditor opens the record of a run: tables in columns that say what the others say, to the
//! last digit, whatever made them.

use crate::support::small_run::{QUESTION, run};
use carecast::internals::results::{PERCENTILES, summary};
use parquet::basic::Encoding;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::{Field, Row};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::Path;
use std::process::Command;

const KEPT: [&str; 2] = ["--keep-draws", "--no-charts"];

fn open(path: &Path) -> SerializedFileReader<File> {
    SerializedFileReader::new(File::open(path).expect("the file is there")).expect("a table")
}

/// Rows as cells by column name.
fn rows(path: &Path) -> Vec<BTreeMap<String, Field>> {
    let cells = |row: Row| row.into_columns().into_iter().collect();
    open(path)
        .get_row_iter(None)
        .expect("rows")
        .map(|row| cells(row.expect("a row")))
        .collect()
}

fn number(field: &Field) -> Option<f64> {
    match field {
        Field::Double(v) => Some(*v),
        Field::Float(v) => Some(f64::from(*v)),
        Field::Int(v) => Some(f64::from(*v)),
        Field::Null => None,
        other => panic!("{other} is no number"),
    }
}

fn text(field: &Field) -> &str {
    match field {
        Field::Str(text) => text,
        other => panic!("{other} is no text"),
    }
}

#[test]
fn the_summary_in_columns_is_the_summary_in_rows() {
    let home = tempfile::tempdir().expect("a folder");
    let out = run(
        home.path(),
        QUESTION,
        &["--replicates", "32", "--no-charts"],
    );
    let columns = rows(&out.join("summary.parquet"));
    let mut table = csv::Reader::from_path(out.join("summary.csv")).expect("a table");
    let header = table.headers().expect("a header").clone();
    let lines: Vec<csv::StringRecord> = table.records().map(|r| r.expect("a row")).collect();
    assert_eq!(columns.len(), lines.len());
    assert!(lines.len() > 500);
    for (row, line) in columns.iter().zip(&lines) {
        for (name, cell) in header.iter().zip(line) {
            match &row[name] {
                Field::Str(text) => assert_eq!(text, cell),
                field => {
                    let (a, b) = (
                        number(field).expect("defined"),
                        cell.parse().expect("digits"),
                    );
                    let near: f64 = 1e-11 * f64::max(1.0, f64::abs(b));
                    assert!((a - b).abs() <= near, "{name}: {a} {b}");
                }
            }
        }
    }
    let file = open(&out.join("summary.parquet"));
    let footer = file.metadata().file_metadata().key_value_metadata();
    let said: BTreeMap<&str, &str> = footer
        .expect("a footer")
        .iter()
        .filter_map(|pair| Some((pair.key.as_str(), pair.value.as_deref()?)))
        .collect();
    assert_eq!((said["seed"], said["first_replicate"]), ("1", "0"));
    assert_eq!(
        (said["last_replicate"], said["scenario"]),
        ("31", "baseline")
    );
    assert_eq!(said["base_sha256"].len(), 64);
    for column in file.metadata().row_group(0).columns() {
        let wanted = match column.column_path().string().as_str() {
            "scope" | "indicator" | "unit" => Encoding::RLE_DICTIONARY,
            "year" => Encoding::DELTA_BINARY_PACKED,
            _ => Encoding::BYTE_STREAM_SPLIT,
        };
        let used: Vec<Encoding> = column.encodings().collect();
        assert!(used.contains(&wanted), "{}: {used:?}", column.column_path());
    }
}

#[test]
fn every_summary_follows_from_the_draws() {
    let home = tempfile::tempdir().expect("a folder");
    let options = ["--replicates", "7..47", "--keep-draws", "--no-charts"];
    let out = run(home.path(), QUESTION, &options);
    let mut futures: BTreeMap<(String, i32, String), Vec<f32>> = BTreeMap::new();
    let mut replicates: Vec<i32> = Vec::new();
    for row in rows(&out.join("draws.parquet")) {
        let year = number(&row["year"]).expect("a year") as i32;
        let scope = text(&row["scope"]).to_owned();
        if scope == "nation" && year == 2030 {
            replicates.push(number(&row["replicate"]).expect("a number") as i32);
        }
        for (name, field) in &row {
            if let Field::Float(value) = field {
                let cell = (scope.clone(), year, name.clone());
                futures.entry(cell).or_default().push(*value);
            }
        }
    }
    assert_eq!(replicates, (7..47).collect::<Vec<i32>>());
    let mut compared = 0;
    for row in rows(&out.join("summary.parquet")) {
        let year = number(&row["year"]).expect("a year") as i32;
        let cell = (
            text(&row["scope"]).into(),
            year,
            text(&row["indicator"]).into(),
        );
        let values = &futures[&cell];
        assert_eq!(values.len(), 40, "{cell:?}");
        let found = summary::percentiles(values, PERCENTILES);
        for (name, found) in ["p2_5", "p10", "p25", "p50", "p75", "p90", "p97_5"]
            .iter()
            .zip(found)
        {
            assert_eq!(number(&row[*name]), Some(found), "{cell:?} {name}");
            compared += 1;
        }
    }
    assert!(compared > 3_000);
}

#[test]
fn hospitals_add_up_to_the_nation_and_to_their_employers() {
    let question = r#"(title: "One path", base: "viet-nam", uncertainty: none, policies: [])"#;
    let home = tempfile::tempdir().expect("a folder");
    let out = run(home.path(), question, &["--replicates", "1", "--no-charts"]);
    let mut closing: BTreeMap<i32, f64> = BTreeMap::new();
    let mut ledger = csv::Reader::from_path(out.join("ledger.csv")).expect("a table");
    for line in ledger.records().map(|r| r.expect("a row")) {
        if &line[0] == "beds" && &line[1] == "closing_stock" {
            closing.insert(
                line[3].parse().expect("a year"),
                line[5].parse().expect("digits"),
            );
        }
    }
    assert_eq!(closing.len(), 10);
    let mut beds: BTreeMap<i32, f64> = BTreeMap::new();
    let mut shares: BTreeMap<(String, i32), f64> = BTreeMap::new();
    let mut at_stations: BTreeMap<i32, f64> = BTreeMap::new();
    let mut passed = false;
    for row in rows(&out.join("facilities.parquet")) {
        let year = number(&row["year"]).expect("a year") as i32;
        let station = text(&row["level"]) == "Commune";
        assert_eq!(number(&row["beds_p50"]).is_none(), station, "{row:?}");
        *beds.entry(year).or_default() += number(&row["beds_p50"]).unwrap_or(0.0);
        let place = (text(&row["province"]).to_owned(), year);
        *shares.entry(place).or_default() += number(&row["staff_share_p50"]).expect("a share");
        if station {
            *at_stations.entry(year).or_default() += number(&row["doctors_p50"]).expect("doctors");
            continue;
        }
        let full = number(&row["occupancy_p50"]);
        assert_eq!(full.is_some(), number(&row["open"]) == Some(1.0), "{row:?}");
        passed |= text(&row["facility"]) == "forest-sanatorium"
            && number(&row["handed_over"]) == Some(f64::from(u8::from(year >= 2025)));
    }
    assert!(passed, "a decided handover happens in its year");
    let mut summary = csv::Reader::from_path(out.join("summary.csv")).expect("a table");
    let head = summary.headers().expect("a head").clone();
    let column = |name: &str| head.iter().position(|h| h == name).expect(name);
    let stations = 30.0; // of the made-up country
    let mut compared = 0;
    for line in summary.records().map(|r| r.expect("a row")) {
        let of = |name: &str| line[column(name)].to_owned();
        if of("scope") == "nation" && of("indicator") == "doctors_per_station" {
            let year: i32 = of("year").parse().expect("a year");
            let mean: f64 = of("mean").parse().expect("digits");
            let gap = (at_stations[&year] / stations - mean).abs();
            assert!(gap < 1e-3 * mean, "{year}: {} {mean}", at_stations[&year]);
            compared += 1;
        }
    }
    assert_eq!(compared, 11);
    for (year, stock) in &closing {
        assert!(
            (beds[year] - stock).abs() < 0.01,
            "{year}: {} {stock}",
            beds[year]
        );
    }
    for (place, sum) in &shares {
        // One for each employer with beds in the province.
        assert!(
            (sum - sum.round()).abs() < 1e-5 && *sum > 0.9,
            "{place:?}: {sum}"
        );
    }
}

#[test]
fn a_campus_is_among_the_hospitals_of_its_province() {
    let home = tempfile::tempdir().expect("a folder");
    let question = r#"(title: "A campus", base: "viet-nam", uncertainty: none, policies: [
        (id: "wing", do: SecondCampus(hospital: "north-mark-general", province: "east-vale", beds: 137, opens: 2026))])"#;
    let out = run(home.path(), question, &["--replicates", "1", "--no-charts"]);
    let mut ledger = csv::Reader::from_path(out.join("ledger.csv")).expect("a table");
    let closing: BTreeMap<i32, f64> = ledger
        .records()
        .map(|r| r.expect("a row"))
        .filter(|line| &line[0] == "beds" && &line[1] == "closing_stock")
        .map(|line| {
            (
                line[3].parse().expect("a year"),
                line[5].parse().expect("digits"),
            )
        })
        .collect();
    let mut beds: BTreeMap<i32, f64> = BTreeMap::new();
    let mut own = Vec::new();
    for row in rows(&out.join("facilities.parquet")) {
        let year = number(&row["year"]).expect("a year") as i32;
        let here = number(&row["beds_p50"]).unwrap_or(0.0);
        *beds.entry(year).or_default() += here;
        if text(&row["facility"]) == "campus:wing" {
            assert_eq!(text(&row["province"]), "east-vale");
            own.push(here);
        }
    }
    assert!(
        own.first() == Some(&0.0) && own.last().is_some_and(|b| *b > 50.0),
        "{own:?}"
    );
    for (year, stock) in &closing {
        assert!(
            (beds[year] - stock).abs() < 0.01,
            "{year}: {} {stock}",
            beds[year]
        );
    }
}

#[test]
fn the_first_futures_say_what_was_assumed_and_what_became_of_it() {
    let home = tempfile::tempdir().expect("a folder");
    let options = ["--replicates", "5..45", "--no-charts"];
    let out = run(home.path(), QUESTION, &options);
    let first = rows(&out.join("assumptions.parquet"));
    let replicates: Vec<_> = first.iter().map(|row| number(&row["replicate"])).collect();
    assert!(
        replicates
            .iter()
            .copied()
            .eq((5..45).map(|r| Some(f64::from(r))))
    );
    let table = |name: &str| {
        let mut table = csv::Reader::from_path(out.join(name)).expect("a table");
        let rows = table.deserialize::<BTreeMap<String, String>>();
        rows.map(|row| row.expect("a row")).collect::<Vec<_>>()
    };
    let mut answered = 0;
    let targets = table("targets.csv").into_iter();
    for target in targets.filter(|target| target["kind"] == "target") {
        let Some(place) = first[0].keys().find(|id| **id == target["id"]) else {
            panic!("{target:?} is no column");
        };
        let hits = first
            .iter()
            .filter(|row| row[place] == Field::Bool(true))
            .count();
        let none = first.iter().all(|row| row[place] == Field::Null);
        assert_eq!(none, target["probability"].is_empty(), "{place}");
        if !none {
            answered += 1;
            // Where ways are mixed a chance weighs them all; a future has gone one of them.
            let mixed = place.ends_with("/official");
            assert!(mixed || target["hits"] == hits.to_string(), "{place}");
            let at = ["indicator", "scope", "year"].map(|part| target[part].as_str());
            let values = first.iter().map(|row| number(&row[&at.join("/")]));
            assert_eq!(values.flatten().count(), 40, "{place}");
        }
    }
    assert!(answered > 0);
    // What is drawn has a column of numbers that differ; the figures of due years are numbers.
    let drawn = table("assumptions.csv").into_iter().filter(|a| {
        let law = a["law"].split('(').next();
        matches!(
            law,
            Some("Normal" | "Triangular" | "Beta" | "LogNormal" | "Uniform")
        )
    });
    let mut columns = 0;
    for id in drawn.map(|a| a["id"].replace('.', "_")) {
        columns += 1;
        let values: Vec<_> = first.iter().map(|row| number(&row[&id])).collect();
        assert!(values.iter().all(Option::is_some), "{id}");
        assert!(values[0] != values[1] || values[1] != values[2], "{id}");
    }
    assert!(columns > 20, "{columns}");
    let fewer = [&options[..], &["--draws", "7"]].concat();
    let out = run(home.path(), QUESTION, &fewer);
    assert!(rows(&out.join("assumptions.parquet")) == first[..7]);
    let none = [&options[..], &["--draws", "0"]].concat();
    let out = run(home.path(), QUESTION, &none);
    assert!(!out.join("assumptions.parquet").exists());
}

#[test]
fn equal_runs_leave_equal_bytes_on_any_number_of_threads() {
    let homes = [1, 3].map(|threads| {
        let home = tempfile::tempdir().expect("a folder");
        let threads = threads.to_string();
        let options = [&["--replicates", "50", "--threads", &threads], &KEPT[..]].concat();
        run(home.path(), QUESTION, &options);
        home
    });
    for name in [
        "summary.parquet",
        "facilities.parquet",
        "draws.parquet",
        "assumptions.parquet",
        "findings.json",
    ] {
        let [a, b] = [&homes[0], &homes[1]]
            .map(|home| fs::read(home.path().join("out/baseline").join(name)).expect(name));
        assert!(a == b, "{name} differs");
    }
}

#[test]
fn what_is_not_asked_for_is_not_kept() {
    let home = tempfile::tempdir().expect("a folder");
    run(
        home.path(),
        QUESTION,
        &[&["--replicates", "16"], &KEPT[..]].concat(),
    );
    let out = run(
        home.path(),
        QUESTION,
        &["--replicates", "16", "--facilities", "0", "--no-charts"],
    );
    assert!(out.join("summary.parquet").is_file());
    for name in ["facilities.parquet", "draws.parquet"] {
        assert!(
            !out.join(name).exists(),
            "{name} of the run before was left"
        );
    }
}

/// The scripts of the guide, where this machine has what they import; `CARECAST_PYTHON` names
/// another interpreter.
#[test]
fn the_scripts_of_the_guide_open_a_run() {
    let python = std::env::var("CARECAST_PYTHON").unwrap_or_else(|_| "python3".into());
    let guide = include_str!("../README.md");
    let scripts: Vec<&str> = guide
        .split("```python\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect();
    assert_eq!(scripts.len(), 2, "the guide has two scripts");
    let has = Command::new(&python)
        .args(["-c", "import duckdb, pandas, polars"])
        .output();
    if !has.is_ok_and(|ran| ran.status.success()) {
        eprintln!("not tested: {python} lacks duckdb, pandas or polars");
        return;
    }
    let home = tempfile::tempdir().expect("a folder");
    run(
        home.path(),
        QUESTION,
        &[&["--replicates", "24"], &KEPT[..]].concat(),
    );
    for script in scripts {
        let ran = Command::new(&python)
            .args(["-c", script])
            .current_dir(home.path())
            .output()
            .expect("it starts");
        assert!(
            ran.status.success(),
            "{script}\n{}",
            String::from_utf8_lossy(&ran.stderr)
        );
        assert!(!ran.stdout.is_empty(), "{script}");
    }
}
