//! Who does what by when, what it costs, and of the money promised how much is spent and how much is
//! not.

use super::sheet::OfTable;
use crate::report::tables;
use crate::results::Findings;
use crate::words::{tasks, workbook as words};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// The sheet of the tasks; a run without policies has none.
pub fn sheet(f: &Findings, run: &str) -> Option<Result<Worksheet, XlsxError>> {
    let around = OfTable {
        name: &words::TASKS,
        title: &words::TASKS_TITLE,
        lead: &[&tasks::lead(&f.currency)],
        columns: &words::TASK_COLUMNS,
        widths: [
            46.0, 22.0, 18.0, 18.0, 10.0, 8.0, 46.0, 20.0, 14.0, 14.0, 14.0, 24.0, 14.0, 14.0,
            14.0, 14.0, 14.0, 20.0,
        ],
        printed: words::TASKS_PRINTED,
        frozen: 1,
    };
    (!f.policies.is_empty()).then(|| around.sheet(&tables::tasks(f), run))
}
