//! Every uncertain number, the weakest first: what it means, from what it is drawn, who says so, and
//! why.

use super::sheet::OfTable;
use crate::base::{AssumedTable, Grade};
use crate::report::tables::{Assumed, assumed};
use crate::results::AssumptionUsed;
use crate::words::workbook as words;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// The sheet of the assumptions.
pub fn sheet(
    all: &[AssumptionUsed],
    tables: &[AssumedTable],
    run: &str,
) -> Result<Worksheet, XlsxError> {
    let weak = all.iter().filter(|a| a.grade == Grade::E).count();
    let around = OfTable {
        name: &words::ASSUMPTIONS,
        title: &words::ASSUMPTIONS_TITLE,
        lead: &[&words::assumptions_lead(
            all.len() + tables.len(),
            weak + tables.len(),
        )],
        columns: &words::ASSUMPTION_COLUMNS,
        widths: [
            7.5, 30.0, 46.0, 16.0, 28.0, 20.0, 18.0, 64.0, 7.5, 11.0, 12.0, 12.0,
        ],
        printed: words::ASSUMPTIONS_PRINTED,
        frozen: 2,
    };
    let grades = [Grade::E, Grade::D, Grade::C, Grade::B, Grade::A];
    let of = |grade| all.iter().filter(move |a| a.grade == grade);
    let numbers = grades.into_iter().flat_map(of).map(Assumed::Number);
    let rows = tables.iter().map(Assumed::Table).chain(numbers);
    around.sheet(&assumed(rows), run)
}
