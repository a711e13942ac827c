//! Past years for the charts: each published series under its own name, the best grade of a year
//! kept, nothing assumed.

use super::sheet::{plain, write};
use super::{DeriveError, Ground};
use std::collections::BTreeMap;

const HEADER: [&str; 8] = [
    "scope",
    "indicator",
    "year",
    "value",
    "series",
    "source_id",
    "grade",
    "note",
];

/// Makes `history.csv`.
pub fn history(ground: &Ground<'_>) -> Result<String, DeriveError> {
    let series = ground.input("history_series.csv")?;
    let national = ground.input("national_history.csv")?;
    let panel = ground.input("panel_history.csv")?;
    let provinces = ground.table("provinces.csv")?;
    // Key: scope rank, series rank, year. The best grade of a year stays.
    let mut kept: BTreeMap<(usize, usize, i64), (String, Vec<String>)> = BTreeMap::new();
    for (rank, line) in series.rows.iter().enumerate() {
        let printed = line.text("printed");
        let scale = line.number("scale")?;
        let nation = line.text("scope") == "nation";
        let rows = if nation { &national.rows } else { &panel.rows };
        for row in rows.iter().filter(|r| r.text("indicator") == printed) {
            let grade = row.text("grade");
            if grade == "E" {
                continue;
            }
            let (place, scope) = if nation {
                (0, "nation")
            } else {
                let code = row.text("province_slug");
                let at = provinces.rows.iter().position(|p| p.text("code") == code);
                (
                    at.ok_or_else(|| {
                        DeriveError(format!("panel_history.csv: no province `{code}`"))
                    })? + 1,
                    code,
                )
            };
            let year = row.number("year")? as i64;
            let cells = vec![
                scope.to_owned(),
                line.text("indicator").to_owned(),
                year.to_string(),
                plain(row.number("value")? * scale, 4),
                line.text("series").to_owned(),
                row.text("source_id").to_owned(),
                grade.to_owned(),
                String::new(),
            ];
            let key = (place, rank, year);
            if kept
                .get(&key)
                .is_none_or(|(known, _)| grade < known.as_str())
            {
                kept.insert(key, (grade.to_owned(), cells));
            }
        }
    }
    Ok(write(&HEADER, kept.into_values().map(|(_, cells)| cells)))
}
