//! One type for the rows of each table, and how it is read from one.

use super::Year;
use super::read::Read;
use crate::base::Grade;
use crate::base::tables::{Bounds, Row};

/// One province, indicator and year.
#[derive(Clone, Debug, PartialEq)]
pub struct PanelRow {
    /// Code of a unit of today (34).
    pub province: String,
    /// What is counted.
    pub indicator: String,
    /// The year-end.
    pub year: Year,
    /// In `unit`.
    pub value: f64,
    /// Unit of the value.
    pub unit: String,
    /// Whose facilities.
    pub scope: String,
    /// Key of the source.
    pub source_id: String,
    /// How good the figure is.
    pub grade: Grade,
    /// First year in which a forecaster could know it.
    pub published: Year,
    /// Breaks, sums and estimates.
    pub note: String,
}

/// One value of the nation.
#[derive(Clone, Debug, PartialEq)]
pub struct NationRow {
    /// What is counted.
    pub indicator: String,
    /// The year-end.
    pub year: Year,
    /// In `unit`.
    pub value: f64,
    /// Unit of the value.
    pub unit: String,
    /// `state`, `provincial departments` or `all` (the Ministry).
    pub scope: String,
    /// Key of the source.
    pub source_id: String,
    /// How good the figure is.
    pub grade: Grade,
    /// First year in which a forecaster could know it.
    pub published: Year,
    /// Definitions and doubts.
    pub note: String,
}

/// What an assumption or rule was at an origin.
#[derive(Clone, Debug, PartialEq)]
pub struct OriginRow {
    /// Year-end from which a forecast starts.
    pub origin: Year,
    /// The assumption or rule.
    pub id: String,
    /// `fixed`, `triangular` or `none`.
    pub law: String,
    /// Lower end of a triangular law.
    pub low: Option<f64>,
    /// Value of a fixed law, most likely value of a triangular one.
    pub mode: Option<f64>,
    /// Upper end of a triangular law.
    pub high: Option<f64>,
    /// Key of the source; empty where assumed.
    pub source_id: String,
    /// How good the figure is.
    pub grade: Grade,
    /// First year in which a forecaster could know it.
    pub published: Year,
    /// Whether a forecaster of the origin had it: `published` is at most a year later.
    pub known_then: bool,
    /// Why.
    pub note: String,
}

/// Graduates of one occupation in one year.
#[derive(Clone, Debug, PartialEq)]
pub struct GraduateRow {
    /// `doctor`, `nurse` or `pharmacist`.
    pub occupation: String,
    /// The year of the degree.
    pub year: Year,
    /// Persons.
    pub graduates: f64,
    /// Key of the source.
    pub source_id: String,
    /// How good the figure is.
    pub grade: Grade,
    /// First year in which a forecaster could know it.
    pub published: Year,
}

/// A target of the past and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct PastTargetRow {
    /// What was to be reached.
    pub indicator: String,
    /// By the end of this year.
    pub year: Year,
    /// The value to be reached.
    pub target: f64,
    /// Key of the document.
    pub source_id: String,
    /// How good the figure is.
    pub grade: Grade,
    /// The year in which it was set.
    pub set_in: Year,
    /// What was reported, if anything was.
    pub result: Option<f64>,
    /// Key of the source of the result.
    pub result_source_id: String,
    /// Definitions and doubts.
    pub note: String,
}

pub(super) const PANEL: &[&str] = &[
    "province",
    "indicator",
    "year",
    "value",
    "unit",
    "scope",
    "source_id",
    "grade",
    "published",
    "vintage",
    "note",
];

pub(super) fn panel(read: &mut Read<'_>, row: &Row) -> PanelRow {
    let year = read.year(row, "year");
    PanelRow {
        province: read.reader.code(row, "province"),
        indicator: read.reader.text(row, "indicator"),
        year,
        value: read.reader.number(row, "value", read.bounds(row)),
        unit: row.cell("unit").to_owned(),
        scope: row.cell("scope").to_owned(),
        source_id: read.reader.text(row, "source_id"),
        grade: read.grade(row),
        published: read.published(row, year),
        note: row.cell("note").to_owned(),
    }
}

pub(super) const NATION: &[&str] = &[
    "indicator",
    "year",
    "value",
    "unit",
    "scope",
    "source_id",
    "grade",
    "published",
    "vintage",
    "published_note",
    "note",
];

pub(super) fn nation(read: &mut Read<'_>, row: &Row) -> NationRow {
    let year = read.year(row, "year");
    NationRow {
        indicator: read.reader.text(row, "indicator"),
        year,
        value: read.reader.number(row, "value", read.bounds(row)),
        unit: row.cell("unit").to_owned(),
        scope: read.reader.text(row, "scope"),
        source_id: read.reader.text(row, "source_id"),
        grade: read.grade(row),
        published: read.published(row, year),
        note: row.cell("note").to_owned(),
    }
}

pub(super) const ORIGINS: &[&str] = &[
    "origin",
    "id",
    "law",
    "low",
    "mode",
    "high",
    "source_id",
    "grade",
    "published",
    "known_then",
    "note",
];

pub(super) fn origin(read: &mut Read<'_>, row: &Row) -> OriginRow {
    let mut end = |column| read.reader.maybe_number(row, column, Bounds::Any);
    let (low, mode, high) = (end("low"), end("mode"), end("high"));
    let origin = read.year(row, "origin");
    let published = read.year(row, "published");
    OriginRow {
        origin,
        id: read.reader.text(row, "id"),
        law: read.reader.text(row, "law"),
        low,
        mode,
        high,
        source_id: row.cell("source_id").to_owned(),
        grade: read.grade(row),
        published,
        known_then: read.known_then(row, origin, published),
        note: row.cell("note").to_owned(),
    }
}

pub(super) const GRADUATES: &[&str] = &[
    "occupation",
    "year",
    "graduates",
    "source_id",
    "grade",
    "published",
    "note",
];

pub(super) fn graduates(read: &mut Read<'_>, row: &Row) -> GraduateRow {
    let year = read.year(row, "year");
    GraduateRow {
        occupation: read.reader.text(row, "occupation"),
        year,
        graduates: read.reader.number(row, "graduates", Bounds::Positive),
        source_id: read.reader.text(row, "source_id"),
        grade: read.grade(row),
        published: read.published(row, year),
    }
}

pub(super) const TARGETS: &[&str] = &[
    "indicator",
    "year",
    "target",
    "source_id",
    "grade",
    "set_in",
    "result",
    "result_source_id",
    "note",
];

pub(super) fn target(read: &mut Read<'_>, row: &Row) -> PastTargetRow {
    let year = read.year(row, "year");
    PastTargetRow {
        indicator: read.reader.text(row, "indicator"),
        year,
        target: read.reader.number(row, "target", Bounds::NotNegative),
        source_id: read.reader.text(row, "source_id"),
        grade: read.grade(row),
        set_in: read.year(row, "set_in"),
        result: read.reader.maybe_number(row, "result", Bounds::NotNegative),
        result_source_id: row.cell("result_source_id").to_owned(),
        note: row.cell("note").to_owned(),
    }
}
