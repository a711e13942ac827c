//! What a base holds of one province: every figure with its range, source and grade, and the rows in
//! which it can be corrected.

use super::explain::province_named;
use super::list::{Row, Table, drawn};
use super::{Failure, desk, screen};
use crate::base::folder;
use crate::base::tables::Files;
use crate::base::{Base, Grade, Ranged};
use crate::scenario::FigureWritten;
use crate::scenario::figures::COLUMNS as COLUMNS_OF_FIGURES;
use crate::source::Spanned;
use crate::words::{data, facts as words};
use clap::Args;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Which province, and how.
#[derive(Clone, Debug, Args)]
pub struct FactsOptions {
    /// The province: its code or name, of today or before 2025
    #[arg(value_name = "PROVINCE")]
    pub province: String,
    /// Print the figures to correct in a scenario, as it would state them
    #[arg(long)]
    pub figures: bool,
    /// Print the rows to correct, as they stand in the tables of the base; with --figures a table of figures
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

/// What a figure is of. A hospital has its code beside its name, by which a scenario names it.
fn named(held: &Held, line: &Line) -> String {
    let what: Vec<&str> = held.what.iter().map(|column| line.cell(column)).collect();
    let what = match held.value {
        "value" => words::figure(&what.join(" ")),
        _ => what.join(" "),
    };
    match line.cell("code") {
        "" => what,
        code => format!("{what} ({code})"),
    }
}

fn row(held: &Held, line: &Line) -> Row {
    let what = named(held, line);
    let unit = match held.value {
        "beds" => &words::BEDS,
        "planned" => &words::PLANNED,
        _ => line.cell("unit"),
    };
    let made_up = (line.cell("synthetic") == "yes").then(|| words::MADE_UP.text());
    Row {
        cells: vec![
            json!(what),
            value(line.cell(held.value)),
            value(line.cell("low")),
            value(line.cell("high")),
            json!(data::spoken(unit)),
            json!(line.cell("grade")),
            json!(line.cell("source_id")),
            json!(format!("{}:{}", held.file, line.number)),
            json!(made_up.unwrap_or_else(|| data::spoken(line.cell("note")))),
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
    if options.figures {
        screen::answer(&match options.csv {
            true => as_table(&stated(&base, at)),
            false => as_field(&stated(&base, at)),
        });
        screen::note(&words::paste_in(&province.name));
        return Ok(());
    }
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
    screen::answer(&beside_raked(&base, at));
    screen::answer(&words::TO_PASTE);
    screen::answer(&as_field(&stated(&base, at)));
    screen::note(&words::to_correct(&province.code));
    Ok(())
}

/// Figures of a province that a scenario can state, as the base has them: pasted as they are, they change
/// nothing.
fn stated(base: &Base, at: usize) -> Vec<FigureWritten> {
    let province = &base.provinces[at];
    let made = |value: f64| Spanned::made(value);
    let figure = |what: &str, own: Ranged, source: &str, grade: Grade| {
        let range = (own.low < own.high).then_some((own.low, own.high));
        let reason = (grade == Grade::E).then(|| Spanned::made(words::AS_ASSUMED.to_owned()));
        FigureWritten {
            what: Spanned::made(what.to_owned()),
            of: Some(Spanned::made(province.code.clone())),
            value: made(own.central),
            low: range.map(|(low, _)| made(low)),
            high: range.map(|(_, high)| made(high)),
            source: Spanned::made(words::of_the_base(source)),
            grade: Spanned::made(grade),
            reason,
        }
    };
    let told = |what: &str| {
        let told = province.told(what);
        told.map_or(("", province.grade), |t| (t.source_id.as_str(), t.grade))
    };
    let stocks = stocks(base).filter(|what| {
        let mut all = base.occupations.iter();
        all.all(|o| o.plural != *what || o.national_per_10k.is_some())
    });
    let stocks = stocks.filter_map(|what| {
        let (source, grade) = told(what);
        Some(figure(what, base.raked(at, what)?, source, grade))
    });
    let followed = base.tracked_values.iter().filter(|v| v.province == at);
    let followed = followed.map(|v| {
        let own = Ranged::with(v.value, v.range);
        let id = &base.tracked[v.indicator].id;
        figure(id, own, &v.source_id, v.grade)
    });
    stocks.chain(followed).collect()
}

/// Beds, and the occupations.
fn stocks(base: &Base) -> impl Iterator<Item = &str> {
    let plurals = base.occupations.iter().map(|o| o.plural.as_str());
    std::iter::once("beds").chain(plurals)
}

/// The field of a scenario that states figures.
fn as_field(figures: &[FigureWritten]) -> String {
    let lines = figures.iter().map(|f| format!("    {},\n", f.in_a_line()));
    format!("figures: [\n{}],", lines.collect::<String>())
}

/// The table beside a scenario that states figures.
fn as_table(figures: &[FigureWritten]) -> String {
    let mut out = csv::Writer::from_writer(Vec::new());
    let number = |value: &Option<Spanned<f64>>| {
        let value = value.as_ref();
        value.map_or(String::new(), |v| v.value.to_string())
    };
    let text = |value: &Option<Spanned<String>>| {
        let value = value.as_ref();
        value.map_or(String::new(), |v| v.value.clone())
    };
    let mut write = |cells: &[String]| out.write_record(cells).is_ok();
    write(&COLUMNS_OF_FIGURES.map(str::to_owned));
    for figure in figures {
        write(&[
            figure.what.value.clone(),
            text(&figure.of),
            figure.value.value.to_string(),
            number(&figure.low),
            number(&figure.high),
            figure.source.value.clone(),
            format!("{:?}", figure.grade.value),
            text(&figure.reason),
        ]);
    }
    let bytes = out.into_inner().unwrap_or_default();
    String::from_utf8_lossy(&bytes).trim_end().to_owned()
}

/// Raked figures of a province beside what it publishes and what was counted from below.
fn beside_raked(base: &Base, at: usize) -> String {
    let province = &base.provinces[at];
    let mut lines = vec![words::RAKED.to_owned()];
    for what in stocks(base) {
        let (Some(own), Some(ratio)) = (base.raked(at, what), base.raked_per_10k(at, what)) else {
            continue;
        };
        let mut line = words::raked(what, own.central, ratio);
        let occupation = base.occupations.iter().position(|o| o.plural == what);
        let below = occupation.and_then(|o| province.staff_bottom_up.get(o).copied().flatten());
        if let Some(below) = below.filter(|below| *below > 0.0) {
            let by = (own.central / below - 1.0) * 100.0;
            line += &words::from_below(below, by);
        }
        if let Some(own) = province.published.iter().find(|own| own.what == what) {
            let grade = format!("{:?}", own.grade);
            line += &words::published(own.per_10k, &own.source_id, &grade);
        }
        lines.push(line);
    }
    lines.join("\n")
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

/// The rows about a place as they stand, each table with its head; hospitals with their codes.
fn to_correct(files: &Files, code: &str) -> String {
    let parts = HELD.iter().filter_map(|held| {
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

    #[test]
    fn a_followed_figure_to_paste_has_the_source_of_its_own_value() {
        let base = Base::builtin();
        let at = base.province("lai-chau").expect("a province");
        for (what, source) in [
            ("stunting_under_5", "SEED2"),
            ("insurance_cover", "S022;SEED2"),
        ] {
            let all = stated(&base, at);
            let own = all.iter().find(|f| f.what.value == what);
            let own = own.expect("the base has its value");
            assert!(own.source.value.ends_with(source), "{}", own.source.value);
        }
    }

    #[test]
    fn every_table_of_a_place_can_be_corrected_and_names_hospitals_by_code() {
        let files = folder::builtin_files();
        let text = to_correct(&files, "lai-chau");
        for part in [
            "# tracked_values.csv",
            "# facilities.csv",
            "lai-chau-general",
        ] {
            assert!(text.contains(part), "{part}");
        }
    }
}
