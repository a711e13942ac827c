//! A slip in a base is noticed where it stands, and a sound base of another country is not troubled.

use carecast::internals::base::folder::builtin_files;
use carecast::internals::base::load::from_files;
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
    let there = |p: &carecast::internals::base::TableProblem| {
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
    ("provinces.csv", "rank", "where a place stands in lists"),
    ("regions.csv", "rank", "where a place stands in lists"),
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

/// Numbers without a pattern, the same on every machine.
struct Dice(u64);

impl Dice {
    /// Between 0.7 and 1.3.
    fn factor(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        0.7 + 0.6 * ((z ^ (z >> 31)) as f64 / u64::MAX as f64)
    }
}

fn number(cell: &str) -> Option<f64> {
    cell.parse().ok()
}

/// Multiplies some cells of a row by one factor.
fn times(row: &mut [String], cells: &[usize], factor: f64) {
    for c in cells {
        if let Some(value) = number(&row[*c]) {
            row[*c] = format!("{}", value * factor);
        }
    }
}

/// A base whose every figure is moved by up to 30 %, totals raked again.
fn moved(files: &Files, dice: &mut Dice) -> Files {
    let mut all: BTreeMap<&str, Table> = BTreeMap::new();
    for (name, content) in files.iter().filter(|(name, _)| name.ends_with(".csv")) {
        all.insert(name, table(content));
    }
    let get = |all: &BTreeMap<&str, Table>, file: &str, key: &str, name: &str| -> f64 {
        let t = &all[file];
        let row = t.iter().find(|r| r[0] == key).unwrap();
        number(&row[column(t, name)]).unwrap()
    };
    // The nation: people and ratios.
    let growth = dice.factor();
    for (file, name) in [("national.csv", "population"), ("population_path.csv", "")] {
        let t = all.get_mut(file).unwrap();
        for row in t
            .iter_mut()
            .skip(1)
            .filter(|r| name.is_empty() || r[0] == name)
        {
            for c in 1..=3 {
                if let Some(value) = number(&row[c]) {
                    row[c] = format!("{:.0}", value * growth);
                }
            }
        }
    }
    for row in all.get_mut("national.csv").unwrap().iter_mut().skip(1) {
        // Hospitals and stations are those of the list; the share of people over 60 follows the provinces'.
        let counted = ["hospitals", "private_hospitals", "stations", "share_60"];
        if row[0] != "population" && !counted.contains(&row[0].as_str()) {
            times(row, &[1, 2, 3], dice.factor());
        }
    }
    let t = all.get_mut("occupations.csv").unwrap();
    let c = column(t, "national_per_10k");
    for row in t.iter_mut().skip(1) {
        times(row, &[c, c + 1, c + 2], dice.factor());
    }
    let nation = get(&all, "national.csv", "population", "value");
    let mut totals = BTreeMap::from([("population".to_owned(), nation)]);
    let beds = get(&all, "national.csv", "beds_per_10k", "value");
    totals.insert("beds".into(), beds * nation / 1e4);
    for row in all["occupations.csv"].iter().skip(1) {
        if let Some(ratio) = number(&row[c]) {
            totals.insert(row[1].clone(), ratio * nation / 1e4);
        }
    }
    // Provinces, raked to the nation.
    let t = all.get_mut("province_figures.csv").unwrap();
    let own = ["natural_increase", "net_migration", "share_60"];
    for row in t.iter_mut().skip(1) {
        let factor = dice.factor();
        times(row, &[2, 3, 4], factor);
    }
    let sums: BTreeMap<String, f64> = t.iter().skip(1).fold(BTreeMap::new(), |mut sums, row| {
        *sums.entry(row[1].clone()).or_insert(0.0) += number(&row[2]).unwrap();
        sums
    });
    for row in t.iter_mut().skip(1) {
        if let Some(total) = totals.get(&row[1]) {
            let factor = total / sums[&row[1]];
            times(row, &[2, 3, 4], factor);
        }
    }
    // People are whole: the last province takes what rounding leaves.
    let mut left = nation;
    let mut last = 0;
    for (at, row) in t
        .iter_mut()
        .enumerate()
        .filter(|(_, r)| r[1] == "population")
    {
        let people = number(&row[2]).unwrap().round();
        row[2] = format!("{people}");
        left -= people;
        last = at;
    }
    let people = number(&t[last][2]).unwrap() + left;
    t[last][2] = format!("{people}");
    let of = |t: &Table, place: &str, id: &str| -> f64 {
        let row = t.iter().find(|r| r[0] == place && r[1] == id).unwrap();
        number(&row[2]).unwrap()
    };
    let places: Vec<String> = t
        .iter()
        .filter(|r| r[1] == "population")
        .map(|r| r[0].clone())
        .collect();
    let mean: f64 = places
        .iter()
        .map(|p| of(t, p, "income_index") * of(t, p, "population"))
        .sum::<f64>()
        / nation;
    for row in t.iter_mut().filter(|r| r[1] == "income_index") {
        times(row, &[2, 3, 4], 1.0 / mean);
    }
    assert!(own.iter().all(|id| sums.contains_key(*id)));
    let aged: f64 = places
        .iter()
        .map(|p| of(t, p, "share_60") * of(t, p, "population"))
        .sum();
    let beds_of: BTreeMap<String, f64> = places
        .iter()
        .map(|p| (p.clone(), of(t, p, "beds")))
        .collect();
    for row in all.get_mut("national.csv").unwrap().iter_mut() {
        if row[0] == "share_60" {
            let factor = aged / nation / number(&row[1]).unwrap();
            times(row, &[1, 2, 3], factor);
        }
    }
    // Hospitals, raked to their province.
    let beds = beds_of;
    let t = all.get_mut("facilities.csv").unwrap();
    let c = column(t, "beds");
    let mut sums: BTreeMap<String, f64> = BTreeMap::new();
    for row in t.iter_mut().skip(1) {
        times(row, &[c], dice.factor());
        *sums.entry(row[3].clone()).or_insert(0.0) += number(&row[c]).unwrap();
    }
    for row in t.iter_mut().skip(1) {
        let whole = number(&row[c]).unwrap() * beds[&row[3]] / sums[&row[3]];
        row[c] = format!("{:.0}", whole.round());
    }
    // Shares of a group.
    for (file, group, name) in [
        ("age_shares.csv", "occupation", "share"),
        ("schools.csv", "occupation", "intake_share"),
        ("referrals.csv", "", "share"),
    ] {
        let t = all.get_mut(file).unwrap();
        let c = column(t, name);
        let g = (!group.is_empty()).then(|| column(t, group));
        let mut sums: BTreeMap<String, f64> = BTreeMap::new();
        let of = |row: &[String]| g.map_or(String::new(), |g| row[g].clone());
        for row in t.iter_mut().skip(1) {
            times(row, &[c, c + 1, c + 2], dice.factor());
            *sums.entry(of(row)).or_insert(0.0) += number(&row[c]).unwrap();
        }
        for row in t.iter_mut().skip(1) {
            let factor = 1.0 / sums[&of(row)];
            times(row, &[c, c + 1, c + 2], factor);
        }
    }
    // What adds to nothing.
    for (file, cells) in [
        ("death_rates.csv", vec![vec!["per_1000", "low", "high"]]),
        (
            "projects.csv",
            vec![
                vec!["beds"],
                vec!["cost"],
                vec!["additional", "additional_low", "additional_high"],
            ],
        ),
        ("projects_not_used.csv", vec![vec!["beds"], vec!["cost"]]),
        ("history.csv", vec![vec!["value"]]),
        ("targets.csv", vec![vec!["threshold"]]),
        ("tracked.csv", vec![vec!["value"], vec!["printed_to"]]),
        ("tracked_values.csv", vec![vec!["value", "low", "high"]]),
        ("provinces.csv", vec![vec!["lat"], vec!["lon"]]),
        ("assumed_tables.csv", vec![vec!["low", "high"]]),
    ] {
        let t = all.get_mut(file).unwrap();
        let heading = t[0].clone();
        let at = |name: &str| heading.iter().position(|h| h == name).unwrap();
        let bounds: BTreeMap<String, (f64, f64)> = if file == "tracked_values.csv" {
            let t = table(&files["tracked.csv"]);
            let bound = |r: &Vec<String>, n: &str| number(&r[column(&t, n)]).unwrap();
            t.iter()
                .skip(1)
                .map(|r| (r[0].clone(), (bound(r, "low"), bound(r, "high"))))
                .collect()
        } else {
            BTreeMap::new()
        };
        for row in t.iter_mut().skip(1) {
            for group in &cells {
                let mut factor = dice.factor();
                let highest = group
                    .iter()
                    .filter_map(|n| number(&row[at(n)]))
                    .fold(0.0, f64::max);
                let lowest = group
                    .iter()
                    .filter_map(|n| number(&row[at(n)]))
                    .fold(f64::INFINITY, f64::min);
                let (low, high) = match file {
                    "tracked.csv" if group[0] == "value" => (
                        number(&row[at("low")]).unwrap(),
                        number(&row[at("high")]).unwrap(),
                    ),
                    "tracked_values.csv" => bounds[&row[0]],
                    "projects.csv" if group[0] == "additional" => (0.0, 1.0 + 1e-9),
                    "targets.csv" if row[at("indicator")].starts_with("milestone:") => (1.0, 1.0),
                    "targets.csv" | "history.csv" if highest <= 1.0 => (0.0, 1.0 + 1e-9),
                    _ => (f64::NEG_INFINITY, f64::INFINITY),
                };
                if !(lowest * factor > low && highest * factor < high) {
                    factor = 1.0; // it cannot go there
                }
                let cells: Vec<usize> = group.iter().map(|n| at(n)).collect();
                times(row, &cells, factor);
                if file == "projects.csv" && group[0] == "beds" {
                    row[cells[0]] = format!("{:.0}", number(&row[cells[0]]).unwrap());
                }
            }
        }
    }
    let mut moved = files.clone();
    for (name, t) in &all {
        moved.insert((*name).to_owned(), text(t));
    }
    moved
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

/// Random bases that are asked about: a few always, all where the variable is set.
fn random_bases() -> u64 {
    match std::env::var_os("CARECAST_ALL_BASES") {
        Some(_) => 500,
        None => 24,
    }
}

#[test]
fn a_base_moved_by_up_to_30_percent_is_not_troubled() {
    let files = builtin_files();
    let lanes = std::thread::available_parallelism().map_or(2, usize::from) as u64;
    let troubled: Vec<String> = std::thread::scope(|scope| {
        let parts = (0..lanes).map(|lane| {
            let files = &files;
            scope.spawn(move || {
                let seeds = (lane..random_bases()).step_by(lanes as usize);
                let told = seeds.map(|seed| (seed, troubles(&moved(files, &mut Dice(seed)))));
                let told = told.filter(|(_, told)| !told.is_empty());
                told.map(|(seed, told)| format!("base {seed}: {told}"))
                    .collect::<Vec<_>>()
            })
        });
        let parts: Vec<_> = parts.collect();
        parts.into_iter().flat_map(|p| p.join().unwrap()).collect()
    });
    assert!(
        troubled.is_empty(),
        "{} of {} bases are troubled\n{}",
        troubled.len(),
        random_bases(),
        troubled.join("\n")
    );
}

#[test]
fn a_country_whose_latitudes_and_longitudes_are_exchanged_is_noticed() {
    let mut files = builtin_files();
    let mut rows = table(&files["provinces.csv"]);
    let (lat, lon) = (column(&rows, "lat"), column(&rows, "lon"));
    // Moved west first: a latitude of 105 degrees would be refused.
    for row in rows.iter_mut().skip(1) {
        let east: f64 = row[lon].parse().unwrap();
        row[lon] = format!("{:.2}", east - 60.0);
    }
    files.insert("provinces.csv".into(), text(&rows));
    assert_eq!(troubles(&files), "");
    for row in rows.iter_mut().skip(1) {
        row.swap(lat, lon);
    }
    files.insert("provinces.csv".into(), text(&rows));
    let base = from_files("t", &files).unwrap();
    let told: Vec<_> = base.warnings.iter().map(|w| (w.code, w.line)).collect();
    assert_eq!(told, [("base::exchanged", Some(2))]);
}

#[test]
fn an_unknown_indicator_is_refused_with_its_line() {
    for (file, from, to) in [
        ("history.csv", "beds_per_10k", "beds_per_10000"),
        ("targets.csv", "beds_per_10k", "beds_per_10000"),
        ("marks.csv", "beds_per_10k", "beds_per_10000"),
    ] {
        let mut files = builtin_files();
        let mut rows = table(&files[file]);
        let at = column(&rows, "indicator");
        for row in rows.iter_mut().filter(|row| row[at] == from) {
            row[at] = to.into();
        }
        let line = rows.iter().position(|row| row[at] == to).unwrap() + 1;
        files.insert(file.into(), text(&rows));
        let base = std::sync::Arc::new(from_files("viet-nam", &files).unwrap());
        let question = "(title: \"T\", base: \"viet-nam\", policies: [])";
        let refused =
            carecast::internals::scenario::file::from_text("t.ron", question, base).unwrap_err();
        let place = format!("{file}:{line} (indicator)");
        assert!(
            refused
                .problems
                .all
                .iter()
                .any(|p| { p.code == "base::unknown-indicator" && p.message.starts_with(&place) }),
            "{place}: {}",
            refused.render(100, false)
        );
    }
}

/// What is said of the built-in base once a table is changed: each with its place and code.
fn spoilt(file: &str, change: impl FnOnce(&mut Table)) -> Vec<(String, Option<u64>, &'static str)> {
    let mut files = builtin_files();
    let mut rows = table(&files[file]);
    change(&mut rows);
    files.insert(file.into(), text(&rows));
    let told = match from_files("viet-nam", &files) {
        Ok(base) => base.warnings,
        Err(errors) => [errors.problems, errors.warnings].concat(),
    };
    told.into_iter().map(|p| (p.file, p.line, p.code)).collect()
}

/// The line of a row whose first cells are these.
fn line(rows: &Table, cells: &[&str]) -> usize {
    let fits = |row: &&Vec<String>| row.iter().zip(cells).all(|(a, b)| a == b);
    rows.iter().position(|row| fits(&row)).unwrap()
}

fn set(rows: &mut Table, cells: &[&str], name: &str, change: impl Fn(f64) -> f64) -> u64 {
    let (at, c) = (line(rows, cells), column(rows, name));
    let value: f64 = rows[at][c].parse().unwrap();
    rows[at][c] = format!("{}", change(value));
    at as u64 + 1
}

#[test]
fn a_list_that_lost_rows_is_noticed() {
    let mut stations = 0;
    let told = spoilt("facilities.csv", |rows| {
        let level = column(rows, "level");
        rows.retain(|row| {
            stations += usize::from(row[level] == "Commune");
            row[level] != "Commune" || stations % 3 != 0
        });
    });
    assert!(
        told.contains(&("national.csv".into(), Some(7), "base::unlikely")),
        "{told:?}"
    );
    for id in ["hospitals", "private_hospitals", "stations"] {
        let mut at = 0;
        let told = spoilt("national.csv", |rows| {
            at = line(rows, &[id]) as u64 + 1;
            for name in ["value", "low", "high"] {
                let c = column(rows, name);
                times(&mut rows[at as usize - 1], &[c], 2.0);
            }
        });
        assert_eq!(told, [("national.csv".into(), Some(at), "base::unlikely")]);
    }
    for code in ["bach-mai", "cho-ray"] {
        let told = spoilt("facilities.csv", |rows| rows.retain(|row| row[0] != code));
        let of = |(file, _, code): &(String, Option<u64>, &str)| {
            file == "province_figures.csv" && *code == "base::unlikely"
        };
        assert!(told.iter().any(of), "{code}: {told:?}");
    }
}

#[test]
fn figures_of_two_provinces_exchanged_are_noticed() {
    for what in ["doctors", "nurses", "beds"] {
        let mut lines = [0; 2];
        let told = spoilt("province_figures.csv", |rows| {
            let at = ["ha-noi", "dien-bien"].map(|p| line(rows, &[p, what]));
            let (a, b) = (rows[at[0]].clone(), rows[at[1]].clone());
            rows[at[0]][2..5].clone_from_slice(&b[2..5]);
            rows[at[1]][2..5].clone_from_slice(&a[2..5]);
            lines = at.map(|at| at as u64 + 1);
        });
        for line in lines {
            let there = told
                .iter()
                .any(|t| t.0 == "province_figures.csv" && t.1 == Some(line));
            assert!(there, "{what}, line {line}: {told:?}");
        }
    }
    let mut lines = [0; 2];
    let told = spoilt("province_figures.csv", |rows| {
        let at = ["ha-noi", "dien-bien"].map(|p| line(rows, &[p, "population"]));
        let people = at.map(|at| rows[at][2].clone());
        rows[at[0]][2].clone_from(&people[1]);
        rows[at[1]][2].clone_from(&people[0]);
        lines = at.map(|at| at as u64 + 1);
    });
    for line in lines {
        let own = (
            "province_figures.csv".to_owned(),
            Some(line),
            "base::unlikely",
        );
        assert!(told.contains(&own), "{told:?}");
    }
}

#[test]
fn the_cell_at_fault_is_accused_and_no_other() {
    for (file, cells, name) in [
        ("occupations.csv", &["doctor"][..], "national_per_10k"),
        ("national.csv", &["beds_per_10k"], "value"),
    ] {
        let mut at = 0;
        let told = spoilt(file, |rows| at = set(rows, cells, name, |v| v * 10.0));
        let sums: Vec<_> = told
            .iter()
            .filter(|t| t.2 == "base::does-not-add-up")
            .collect();
        assert!(
            sums.iter().all(|t| t.0 == file && t.1 == Some(at)),
            "{told:?}"
        );
        assert!(!sums.is_empty(), "{told:?}");
    }
    // Ha Noi's doctors and nurses exchanged: no innocent province.
    let told = spoilt("province_figures.csv", |rows| {
        let at = ["doctors", "nurses"].map(|what| line(rows, &["ha-noi", what]));
        let (a, b) = (rows[at[0]].clone(), rows[at[1]].clone());
        rows[at[0]][2..5].clone_from_slice(&b[2..5]);
        rows[at[1]][2..5].clone_from_slice(&a[2..5]);
    });
    assert!(
        told.iter().all(|t| t.0 != "province_figures.csv"),
        "{told:?}"
    );
    assert!(!told.is_empty());
}

#[test]
fn tables_that_end_early_or_say_a_thing_twice_are_noticed() {
    let told = spoilt("retirement_age.csv", |rows| {
        rows.retain(|row| row[0].parse::<i32>().is_ok_and(|y| y <= 2029) || row[0] == "year");
    });
    assert_eq!(
        told,
        [("retirement_age.csv".into(), Some(6), "base::unlikely")]
    );
    let told = spoilt("national.csv", |rows| {
        let at = line(rows, &["share_60"]);
        times(&mut rows[at], &[1, 2, 3], 2.0);
    });
    assert_eq!(told.len(), 1, "{told:?}");
    assert_eq!(
        (told[0].0.as_str(), told[0].2),
        ("national.csv", "base::unlikely")
    );
    for file in ["history.csv", "reference_classes.csv", "assumed_tables.csv"] {
        let told = spoilt(file, |rows| {
            let last = rows[rows.len() - 1].clone();
            rows.push(last);
        });
        let twice = |t: &(String, Option<u64>, &str)| t.0 == file && t.2 == "base::duplicate-code";
        assert!(told.iter().any(twice), "{told:?}");
    }
    let told = spoilt("assumed_tables.csv", |rows| {
        let at = line(rows, &["age_shares.csv"]);
        times(&mut rows[at], &[2], -1.0);
    });
    assert_eq!(
        told,
        [("assumed_tables.csv".into(), Some(2), "base::unlikely")]
    );
    let told = spoilt("projects.csv", |rows| {
        let c = column(rows, "beds");
        rows[1][c] = "10000".into();
    });
    let there = |t: &(String, Option<u64>, &str)| t.0 == "projects.csv" && t.1 == Some(2);
    assert!(told.iter().any(there), "{told:?}");
}

#[test]
fn ends_of_ranges_out_of_all_proportion_are_noticed_or_refused() {
    for (file, name) in [
        ("national.csv", "high"),
        ("population_path.csv", "high"),
        ("death_rates.csv", "high"),
        ("occupations.csv", "high"),
        ("age_shares.csv", "high"),
        ("schools.csv", "high"),
        ("assumed_tables.csv", "high"),
    ] {
        let mut at = 0;
        let told = spoilt(file, |rows| {
            let c = column(rows, name);
            let some = |row: &Vec<String>| row[c].parse::<f64>().is_ok();
            at = rows.iter().position(some).unwrap();
            times(&mut rows[at], &[c], 10.0);
        });
        let there = |t: &(String, Option<u64>, &str)| t.0 == file && t.1 == Some(at as u64 + 1);
        assert!(told.iter().any(there), "{file}: {told:?}");
    }
    for text in ["1e308", "1e14"] {
        let told = spoilt("province_figures.csv", |rows| {
            let c = column(rows, "high");
            rows[35][c] = text.into();
        });
        let own = (
            "province_figures.csv".to_owned(),
            Some(36),
            "base::out-of-range",
        );
        assert!(told.contains(&own), "{text}: {told:?}");
    }
}

#[test]
fn one_mistake_is_told_by_one_message() {
    let told = spoilt("provinces.csv", |rows| {
        set(rows, &["ha-noi"], "lat", |_| 105.85);
    });
    let codes: Vec<&str> = told.iter().map(|t| t.2).collect();
    assert_eq!(codes, ["base::out-of-range"], "{told:?}");
    let told = spoilt("projects.csv", |rows| {
        let c = column(rows, "planned");
        rows[1][c] = "2205".into();
    });
    let codes: Vec<&str> = told.iter().map(|t| t.2).collect();
    assert_eq!(codes, ["base::out-of-range"], "{told:?}");
}

#[test]
fn counts_of_a_country_in_another_scale_are_refused() {
    for (id, law) in [
        ("visits.outpatient", "Fixed(180000000.0)"),
        ("visits.stays", "Fixed(18000000.0)"),
    ] {
        let mut files = builtin_files();
        let book = files.get_mut("assumptions.ron").unwrap();
        let start = book.find(&format!("id: \"{id}\"")).unwrap();
        let at = start + book[start..].find(law).unwrap();
        book.replace_range(
            at..at + law.len(),
            "Triangular(low: 170.0, mode: 180.0, high: 190.0)",
        );
        let errors = from_files("viet-nam", &files).unwrap_err();
        assert!(
            errors
                .problems
                .iter()
                .any(|p| p.code == "base::out-of-range"),
            "{errors}"
        );
    }
}
