//! What was reached in past years, and what documents ask for: history for the charts, and targets
//! with their standing.

use super::tables::{Bounds, Names, Reader, Row};
use super::{
    Borders, Direction, Form, HistoryPoint, Province, Region, Target, TargetNotUsed, TargetStatus,
};
use crate::messages::base::{self as messages, Named};
use crate::source::naming::is_plain;
use crate::units::Year;

/// The nation, the regions and the provinces, by code.
pub fn scopes(regions: &[Region], provinces: &[Province]) -> Names {
    let mut names = Names::default();
    if regions.is_empty() || provinces.is_empty() {
        return names; // a table is at fault and has been told of
    }
    names.know("nation");
    for code in regions
        .iter()
        .map(|r| &r.code)
        .chain(provinces.iter().map(|p| &p.code))
    {
        names.know(code);
    }
    names
}

fn scope(reader: &mut Reader<'_>, row: &super::tables::Row, scopes: &Names) -> String {
    reader.position(row, "scope", Named::Scope, scopes);
    row.cell("scope").to_owned()
}

fn indicator(reader: &mut Reader<'_>, row: &super::tables::Row) -> String {
    let id = reader.text(row, "indicator");
    let milestone = id.strip_prefix(crate::base::tracked::MILESTONE);
    if milestone.is_none() && !is_plain(&id, b'_') {
        let said = messages::not_an_indicator(&id, "beds_per_10k");
        reader.refuse(row, "indicator", "base::not-a-code", said);
    }
    reader.first_row_of(row, &id);
    id
}

/// Published values of past years.
pub fn history(reader: &mut Reader<'_>, names: &Names) -> Vec<HistoryPoint> {
    let rows = reader.table(
        "history.csv",
        &[
            "scope",
            "indicator",
            "year",
            "value",
            "series",
            "source_id",
            "grade",
            "note",
        ],
    );
    rows.iter()
        .map(|row| HistoryPoint {
            scope: scope(reader, row, names),
            indicator: indicator(reader, row),
            year: Year(reader.integer(row, "year", 1950, 2150) as i32),
            value: reader.number(row, "value", Bounds::NotNegative),
            series: reader.text(row, "series"),
            grade: reader.grade(row),
            source_id: row.cell("source_id").to_owned(),
        })
        .collect()
}

/// Usable targets.
pub fn targets(reader: &mut Reader<'_>, scopes: &Names) -> Vec<Target> {
    let rows = reader.table("targets.csv", &COLUMNS);
    of_rows(reader, rows, scopes)
}

/// Targets whose year is over; a base may leave the table out.
pub fn marks(reader: &mut Reader<'_>, scopes: &Names) -> Vec<Target> {
    let rows = reader.table_if_there("marks.csv", &COLUMNS);
    of_rows(reader, rows, scopes)
}

/// Columns of a table of targets.
const COLUMNS: [&str; 12] = [
    "id",
    "indicator",
    "scope",
    "year",
    "threshold",
    "direction",
    "document",
    "status",
    "borders",
    "source_id",
    "grade",
    "note",
];

fn of_rows(reader: &mut Reader<'_>, mut rows: Vec<Row>, scopes: &Names) -> Vec<Target> {
    // The nation's before those of places, the sooner before the later, else by id.
    rows.sort_by_key(|row| {
        let national = row.cell("scope") == "nation";
        (!national, row.cell("year").to_owned())
    });
    let mut names = Names::default();
    let mut all = Vec::new();
    for row in &rows {
        let id = reader.text(row, "id");
        names.add(reader, row, "id", &id);
        let (direction, strict) = reader.choice(
            row,
            "direction",
            &[
                ("at_least", (Direction::AtLeast, false)),
                ("at_most", (Direction::AtMost, false)),
                ("over", (Direction::AtLeast, true)),
                ("below", (Direction::AtMost, true)),
            ],
        );
        all.push(Target {
            id,
            indicator: indicator(reader, row),
            scope: scope(reader, row, scopes),
            year: Year(reader.integer(row, "year", 1950, 2150) as i32),
            threshold: reader.number(row, "threshold", Bounds::NotNegative),
            direction,
            form: Form {
                strict,
                ..Form::default()
            },
            document: reader.text(row, "document"),
            status: reader.choice(
                row,
                "status",
                &[
                    ("adopted", TargetStatus::Adopted),
                    ("draft", TargetStatus::Draft),
                    ("superseded", TargetStatus::Superseded),
                    ("vision", TargetStatus::Vision),
                ],
            ),
            borders: reader.choice(
                row,
                "borders",
                &[
                    ("current", Borders::Current),
                    ("before-2025", Borders::Before2025),
                ],
            ),
            source_id: row.cell("source_id").to_owned(),
            grade: reader.grade(row),
        });
    }
    all
}

/// Targets of the sources that cannot be used.
pub fn targets_not_used(reader: &mut Reader<'_>) -> Vec<TargetNotUsed> {
    let rows = reader.table(
        "targets_not_used.csv",
        &[
            "scope",
            "indicator",
            "year",
            "value",
            "document",
            "reason",
            "source_id",
        ],
    );
    rows.iter()
        .map(|row| {
            reader.source_ids(row);
            TargetNotUsed {
                indicator: reader.text(row, "indicator"),
                scope: reader.text(row, "scope"),
                year: row.cell("year").to_owned(),
                value: row.cell("value").to_owned(),
                document: row.cell("document").to_owned(),
                reason: reader.text(row, "reason"),
            }
        })
        .collect()
}
