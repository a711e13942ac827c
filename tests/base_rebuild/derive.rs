//! The derived tables of a base are rebuilt from what they were made of, the same to the last byte
//! every time: figures by province, the facility list, schools, history and targets.

pub mod figures;
pub mod history;
pub mod schools;
pub mod sheet;
pub mod targets;

use super::network;
use carecast::internals::base::tables::Files;
use sheet::{Constants, Sheet};

/// Why a derived table cannot be rebuilt.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct DeriveError(pub String);

/// Tables this module makes.
pub const DERIVED: [&str; 7] = [
    "province_figures.csv",
    "facilities.csv",
    "schools.csv",
    "history.csv",
    "targets.csv",
    "marks.csv",
    "targets_not_used.csv",
];

/// What the derivations share: the inputs, the tables a planner writes, and the constants.
#[derive(Debug)]
pub struct Ground<'a> {
    /// Files of the `inputs` folder.
    pub inputs: &'a Files,
    /// Tables of the base that are not derived.
    pub tables: &'a Files,
    /// Rows of `inputs/derivation.csv`.
    pub constants: Constants,
}

impl<'a> Ground<'a> {
    /// A table of the `inputs` folder.
    pub fn input(&self, file: &str) -> Result<Sheet, DeriveError> {
        Sheet::read(self.inputs, file)
    }

    /// A table of the base.
    pub fn table(&self, file: &str) -> Result<Sheet, DeriveError> {
        Sheet::read(self.tables, file)
    }

    /// A published national figure.
    pub fn national(&self, indicator: &str) -> Result<f64, DeriveError> {
        let sheet = self.table("national.csv")?;
        let row = sheet.rows.iter().find(|r| r.text("indicator") == indicator);
        row.ok_or_else(|| DeriveError(format!("national.csv has no `{indicator}`")))?
            .number("value")
    }
}

/// Rebuilds every derived table from `inputs` and from the tables a planner writes.
pub fn rebuild(inputs: &Files, tables: &Files) -> Result<Files, DeriveError> {
    let constants = Constants::read(inputs)?;
    let ground = Ground {
        inputs,
        tables,
        constants,
    };
    let figures = figures::figures(&ground)?;
    let [targets, marks, targets_not_used] = targets::targets(&ground)?;
    Ok(Files::from([
        (
            "facilities.csv".to_owned(),
            network::facilities(&ground, &figures)?,
        ),
        ("province_figures.csv".to_owned(), figures.table),
        ("schools.csv".to_owned(), schools::schools(&ground)?),
        ("history.csv".to_owned(), history::history(&ground)?),
        ("targets.csv".to_owned(), targets),
        ("marks.csv".to_owned(), marks),
        ("targets_not_used.csv".to_owned(), targets_not_used),
    ]))
}
