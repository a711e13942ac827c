//! What exists is listed: policies, indicators, targets, provinces, facilities, assumptions,
//! scenarios; as a table for people or as JSON for programs, narrowed by filters.

mod filter;
mod rows;

use super::{Failure, desk, screen};
use crate::words::list as words;
use clap::{Args, ValueEnum};
use comfy_table::{ContentArrangement, Table as Drawn, presets};
use filter::Filter;
use serde_json::{Map, Value};
use std::path::PathBuf;

/// What can be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Levers someone can pull
    Policies,
    /// Numbers read off the world at each year-end
    Indicators,
    /// Thresholds of documents, each with its year
    Targets,
    /// Provinces of the base
    Provinces,
    /// Hospitals and commune stations
    Facilities,
    /// Uncertain numbers, each with its law and grade
    Assumptions,
    /// Scenarios the program carries
    Scenarios,
}

impl Kind {
    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Policies => "policies",
            Kind::Indicators => "indicators",
            Kind::Targets => "targets",
            Kind::Provinces => "provinces",
            Kind::Facilities => "facilities",
            Kind::Assumptions => "assumptions",
            Kind::Scenarios => "scenarios",
        }
    }
}

/// What to list and how.
#[derive(Clone, Debug, Args)]
pub struct ListOptions {
    /// What to list
    #[arg(value_enum)]
    pub kind: Kind,
    /// Only of this province (code or name)
    #[arg(long, value_name = "NAME")]
    pub province: Option<String>,
    /// Only of this region (code or name)
    #[arg(long, value_name = "NAME")]
    pub region: Option<String>,
    /// Only of this grade: A official, B press quoting officials, C secondary, D derived, E assumed
    #[arg(long, value_name = "A-E")]
    pub grade: Option<String>,
    /// Only of this owner: ministry, other-ministry, province, private
    #[arg(long, value_name = "OWNER")]
    pub owner: Option<String>,
    /// Only of this level: central, provincial, regional, commune
    #[arg(long, value_name = "LEVEL")]
    pub level: Option<String>,
    /// Only facilities whose name and place are known, none that were made so that totals add up
    #[arg(long)]
    pub named: bool,
    /// Only rows that hold this text; accents and capitals do not count
    #[arg(long = "match", value_name = "TEXT")]
    pub matching: Option<String>,
    /// Print JSON, one object for each row
    #[arg(long)]
    pub json: bool,
    /// Folder of a base, in place of the built-in one
    #[arg(long, value_name = "DIR")]
    pub base: Option<PathBuf>,
}

/// Rows of one kind, before any filter.
pub struct Table {
    /// Names of the columns; the keys in JSON.
    pub columns: &'static [&'static str],
    /// Rows in the order of the base.
    pub rows: Vec<Row>,
}

/// One thing that exists.
pub struct Row {
    /// One value for each column.
    pub cells: Vec<Value>,
    /// What filters look at.
    pub about: filter::About,
}

/// Prints the rows that pass the filters.
pub fn list(options: &ListOptions) -> Result<(), Failure> {
    let base = desk::base(options.base.as_deref())?;
    let filter = Filter::read(options, &base)?;
    let mut table = rows::of(options.kind, &base)?;
    let of = table.rows.len();
    table.rows.retain(|row| filter.keeps(row));
    if options.json {
        screen::answer(&json(&table));
    } else if table.rows.is_empty() {
        screen::answer(&words::nothing_left(options.kind.name(), of));
    } else {
        screen::answer(&drawn(&table));
    }
    if !options.json && !table.rows.is_empty() {
        screen::note(&words::shown(table.rows.len(), of, options.kind.name()));
    }
    Ok(())
}

/// What is told in each language is English to programs.
fn english(cell: &Value) -> Value {
    let told = cell.as_object().and_then(|told| told.get("en"));
    told.unwrap_or(cell).clone()
}

fn json(table: &Table) -> String {
    let objects: Vec<Value> = table
        .rows
        .iter()
        .map(|row| {
            let fields = table.columns.iter().map(|c| (*c).to_owned());
            Value::Object(
                fields
                    .zip(row.cells.iter().map(english))
                    .collect::<Map<_, _>>(),
            )
        })
        .collect();
    serde_json::to_string_pretty(&objects).expect("plain values always become JSON")
}

/// A table without lines; a row stays on one line unless a terminal is too narrow for it.
pub fn drawn(table: &Table) -> String {
    let mut page = Drawn::new();
    page.load_preset(presets::NOTHING);
    // A column that no row fills is left to the JSON.
    let filled = |at: &usize| {
        let empty = |cell: &Value| english(cell).as_str().is_some_and(str::is_empty);
        table.rows.iter().any(|row| !empty(&row.cells[*at]))
    };
    let shown: Vec<usize> = (0..table.columns.len()).filter(filled).collect();
    page.set_header(
        shown
            .iter()
            .map(|at| words::heading(table.columns[*at], table.columns)),
    );
    if screen::answers_to_terminal() {
        page.set_content_arrangement(ContentArrangement::Dynamic);
        page.set_width(screen::width() as u16);
    } else {
        page.set_content_arrangement(ContentArrangement::Disabled);
    }
    for row in &table.rows {
        page.add_row(shown.iter().map(|at| words::cell(&row.cells[*at])));
    }
    let page = page.to_string();
    let lines: Vec<&str> = page.lines().map(str::trim_end).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_rows_as_wide_as_its_columns() {
        let base = crate::base::Base::builtin();
        for kind in Kind::value_variants() {
            let table = rows::of(*kind, &base).unwrap();
            assert!(!table.rows.is_empty(), "{kind:?}");
            for row in &table.rows {
                assert_eq!(row.cells.len(), table.columns.len(), "{kind:?}");
            }
            let named = kind.to_possible_value().unwrap();
            assert_eq!(named.get_name(), kind.name());
        }
    }
}
