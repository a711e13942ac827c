//! What a base holds of one province: every figure with its range, source and grade, and the rows in
//! which it can be corrected.

use super::explain::province_named;
use super::list::{Row, Table, drawn};
use super::{Failure, desk, screen};
use crate::base::Base;
use crate::base::folder;
use crate::base::tables::Files;
use crate::words::facts as words;
use clap::Args;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Which province, and how.
#[derive(Clone, Debug, Args)]
pub struct FactsOptions {
    /// The province: its code or name, of today or before 2025
    #[arg(value_name = "PROVINCE")]
    pub province: String,
    /// Print the rows to correct, as they stand in the tables of the base
    #[arg(long)]
    pub csv: bool,
    /// Folder of a base, in place of the built-in one
    #[arg(long, value_name = "DIR")]
    pub base: Option<PathBuf>,
}

/// A table that holds figures of places, and how its rows read.
struct Held {
    file: &'static str,
    /// The column that names the place.
    place: &'static str,
    /// Columns that say what a figure is of.
    what: &'static [&'static str],
    value: &'static str,
}

/// The tables with figures of a place, in the order in which they are told.
const HELD: [Held; 5] = [
    Held {
        file: "province_figures.csv",
        place: "province",
        what: &["indicator"],
        value: "value",
    },
    Held {
        file: "tracked_values.csv",
        place: "province",
        what: &["indicator"],
        value: "value",
    },
    Held {
        file: "facilities.csv",
        place: "province",
        what: &["name"],
        value: "beds",
    },
    Held {
        file: "milestones.csv",
        place: "scope",
        what: &["title"],
        value: "planned",
    },
    Held {
        file: "targets.csv",
        place: "scope",
        what: &["indicator", "year", "direction"],
        value: "threshold",
    },
];

/// Columns of the list.
const COLUMNS: [&str; 9] = [
    "what",
    "value",
    "low",
    "high",
    "unit",
    "grade",
    "source",
    "stands_in",
    "note",
];

/// One row of a table with the line it stands in.
struct Line {
    number: u64,
    head: csv::StringRecord,
    cells: csv::StringRecord,
}

impl Line {
    fn cell(&self, column: &str) -> &str {
        let at = self.head.iter().position(|c| c == column);
        at.and_then(|at| self.cells.get(at)).unwrap_or_default()
    }
}

/// The rows of a table that are about a place.
fn lines(files: &Files, held: &Held, code: &str) -> Vec<Line> {
    let Some(text) = files.get(held.file) else {
        return Vec::new();
    };
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes());
    let Ok(head) = reader.headers().cloned() else {
        return Vec::new();
    };
    let rows = reader.records().filter_map(Result::ok);
    let each = rows.map(|cells| Line {
        number: cells.position().map_or(0, csv::Position::line),
        head: head.clone(),
        cells,
    });
    // Stations are counted elsewhere: a list of hundreds says nothing.
    each.filter(|line| line.cell(held.place) == code && line.cell("level") != "Commune")
        .collect()
}

/// A cell as a number, where it is one.
fn value(cell: &str) -> Value {
    match cell.parse::<i64>() {
        Ok(whole) => json!(whole),
        Err(_) => cell
            .parse::<f64>()
            .map_or(json!(cell), |number| json!(number)),
    }
}

fn row(held: &Held, line: &Line) -> Row {
    let what: Vec<&str> = held.what.iter().map(|column| line.cell(column)).collect();
    let unit = match held.value {
        "beds" => words::BEDS,
        "planned" => words::PLANNED,
        _ => line.cell("unit"),
    };
    let made_up = (line.cell("synthetic") == "yes").then_some(words::MADE_UP);
    Row {
        cells: vec![
            json!(what.join(" ")),
            value(line.cell(held.value)),
            value(line.cell("low")),
            value(line.cell("high")),
            json!(unit),
            json!(line.cell("grade")),
            json!(line.cell("source_id")),
            json!(format!("{}:{}", held.file, line.number)),
            json!(made_up.unwrap_or(line.cell("note"))),
        ],
        about: Default::default(),
    }
}

/// Prints what a base holds of a province.
pub fn facts(options: &FactsOptions) -> Result<(), Failure> {
    let folder = options.base.as_deref();
    let base = desk::base(folder)?;
    let at = province_named(&options.province, &base)?;
    let province = &base.provinces[at];
    let files = tables(folder)?;
    if options.csv {
        screen::answer(&to_correct(&files, &province.code));
        screen::note(&words::correct_in(&province.name));
        return Ok(());
    }
    let all = HELD.iter().flat_map(|held| {
        let lines = lines(&files, held, &province.code).into_iter();
        lines.map(move |line| row(held, &line))
    });
    let table = Table {
        columns: &COLUMNS,
        rows: all.collect(),
    };
    let stations = base.facilities.iter();
    let stations = stations.filter(|f| f.province == at && f.level == crate::base::Level::Commune);
    screen::answer(&words::head(
        &province.name,
        &province.code,
        base.year,
        stations.count(),
    ));
    screen::answer(&drawn(&table));
    screen::answer(&sources(&base, &table));
    screen::note(&words::to_correct(&province.code));
    Ok(())
}

/// The tables of a base as texts.
fn tables(folder: Option<&Path>) -> Result<Files, Failure> {
    let Some(folder) = folder else {
        return Ok(folder::builtin_files());
    };
    let read = folder::read(folder);
    read.map(|(files, _)| files).map_err(|problems| {
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        Failure::Refused(said.join("\n"))
    })
}

/// The sources named, with their titles.
fn sources(base: &Base, table: &Table) -> String {
    let mut ids: Vec<&str> = Vec::new();
    for row in &table.rows {
        for id in row.cells[6].as_str().unwrap_or_default().split(';') {
            if !id.is_empty() && !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    let known = |id: &&str| base.sources.iter().find(|s| s.id == **id);
    let said = ids.iter().filter_map(known).map(words::source);
    said.collect::<Vec<_>>().join("\n")
}

/// The rows of figures as they stand, each table with its head.
fn to_correct(files: &Files, code: &str) -> String {
    let figures = HELD.iter().filter(|held| held.value == "value");
    let parts = figures.filter_map(|held| {
        let lines = lines(files, held, code);
        let head = &lines.first()?.head;
        let mut out = csv::Writer::from_writer(Vec::new());
        out.write_record(head).ok()?;
        for line in &lines {
            out.write_record(&line.cells).ok()?;
        }
        let text = String::from_utf8(out.into_inner().ok()?).ok()?;
        Some(format!("# {}\n{text}", held.file))
    });
    parts.collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_of_a_province_stands_with_its_line_source_and_grade() {
        let files = folder::builtin_files();
        let base = Base::builtin();
        for province in &base.provinces {
            for held in &HELD {
                for line in lines(&files, held, &province.code) {
                    let row = row(held, &line);
                    assert_eq!(row.cells.len(), COLUMNS.len());
                    let place = row.cells[7].as_str().expect("a place");
                    let text = files[held.file].lines().nth(line.number as usize - 1);
                    let first = line.cells.get(0).expect("a cell");
                    assert!(text.is_some_and(|t| t.contains(first)), "{place}");
                    assert!(
                        !row.cells[5].as_str().expect("a grade").is_empty(),
                        "{place}"
                    );
                    assert!(
                        !row.cells[6].as_str().expect("a source").is_empty(),
                        "{place}"
                    );
                }
            }
        }
    }
}
