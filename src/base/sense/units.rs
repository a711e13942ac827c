//! The unit that stands beside a figure is the unit it is read in.

use super::bands;
use crate::base::tables::{Reader, Row};
use crate::messages::base as messages;

/// Refuses a figure whose `unit` is not the one it is read in, and a national figure nobody knows.
pub fn read(reader: &mut Reader<'_>, rows: &[Row]) {
    let plain = |unit: &str| -> String {
        let small = unit.to_lowercase();
        let plain: String = small.chars().filter(|c| c.is_alphanumeric()).collect();
        match plain.as_str() {
            "people" | "person" | "heads" => "persons".into(),
            "per10000people" | "per10kpeople" | "per10k" => "per10000".into(),
            _ => plain,
        }
    };
    for row in rows {
        let indicator = row.cell("indicator");
        let Some(expected) = bands::unit(row.file, "value", indicator) else {
            if row.file == "national.csv" {
                let said = messages::unknown_national(indicator, bands::known(row.file).join(", "));
                reader.refuse(row, "indicator", "base::unknown-indicator", said);
            }
            continue;
        };
        let unit = row.cell("unit");
        if !unit.is_empty() && plain(unit) != plain(expected) {
            let said = messages::other_unit(indicator, expected, unit);
            reader.refuse(row, "unit", "base::other-unit", said);
        }
    }
}
