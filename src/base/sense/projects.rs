//! What a bed of a named project costs is near what the base assumes a bed to cost: money is in one
//! scale.

use super::bands::{self, Action};
use crate::base::AssumptionBook;
use crate::base::tables::{Reader, Row};

/// Warns of projects whose cost is in another scale than the assumed cost of a bed.
pub fn costs(reader: &mut Reader<'_>, rows: &[Row], book: &AssumptionBook) {
    let Some(unit) = book.get("capex.unit_expansion") else {
        return;
    };
    let unit = unit.distribution.most_likely();
    if unit <= 0.0 {
        return;
    }
    for row in rows {
        let number = |column: &str| row.cell(column).parse::<f64>().ok().filter(|v| *v > 0.0);
        let Some(cost) = number("cost") else { continue };
        let (column, value) = match (row.file, number("beds")) {
            ("projects.csv", Some(beds)) => ("cost per bed", cost / beds / unit),
            ("projects.csv", None) => continue,
            _ => ("cost", cost / unit),
        };
        if let Some(band) = bands::of(row.file, column, "", Action::Warn)
            && !band.holds(value)
        {
            bands::tell(reader, row, "cost", band, value);
        }
    }
}
