//! How far a figure of any country can lie: a table with a reason for every row, the same for every
//! base.

use crate::base::tables::{Reader, Row};
use crate::messages::base as messages;
use crate::said::Told;
use std::sync::OnceLock;

/// The table: `assets/bands.csv`.
const TEXT: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/bands.csv"));

/// What lies outside is refused or warned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// It cannot be.
    Refuse,
    /// It is unlikely.
    Warn,
}

/// One row of the table.
#[derive(Clone, Debug)]
pub struct Band {
    /// Table of the base.
    pub table: String,
    /// Column, or a ratio that is made from columns.
    pub column: String,
    /// Indicator, id or code of the row; `*` stands for anything.
    pub indicator: String,
    /// Unit the figure is read in.
    pub unit: String,
    /// Low end.
    pub low: f64,
    /// High end.
    pub high: f64,
    /// What happens outside.
    pub action: Action,
    /// Who published it, where somebody did.
    #[allow(dead_code)] // Read with the table, held by a test.
    pub source: String,
    /// Grade.
    #[allow(dead_code)]
    pub grade: String,
    /// Why these ends.
    pub note: Told,
}

impl Band {
    /// Whether it is of a table; targets whose year is over are targets.
    fn is_of(&self, table: &str) -> bool {
        self.table == table || table == "marks.csv" && self.table == "targets.csv"
    }

    fn meets(&self, table: &str, column: &str, indicator: &str) -> bool {
        self.is_of(table) && self.column == column && fits(&self.indicator, indicator)
    }

    /// Whether a value lies within.
    pub fn holds(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }
}

/// `*_per_10k` and `milestone:*` stand for what ends or begins so.
fn fits(pattern: &str, indicator: &str) -> bool {
    match (pattern.strip_prefix('*'), pattern.strip_suffix('*')) {
        (Some(end), _) => indicator.ends_with(end),
        (None, Some(start)) => indicator.starts_with(start),
        (None, None) => pattern == indicator,
    }
}

/// Every band.
pub fn all() -> &'static [Band] {
    static ALL: OnceLock<Vec<Band>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut table = csv::Reader::from_reader(TEXT.as_bytes());
        let row = |cells: csv::StringRecord| {
            let number = |at: usize| cells[at].parse().expect("tested: every end is a number");
            Band {
                table: cells[0].to_owned(),
                column: cells[1].to_owned(),
                indicator: cells[2].to_owned(),
                unit: cells[3].to_owned(),
                low: number(4),
                high: number(5),
                action: if &cells[6] == "refuse" {
                    Action::Refuse
                } else {
                    Action::Warn
                },
                source: cells[7].to_owned(),
                grade: cells[8].to_owned(),
                note: Told {
                    en: cells[9].to_owned(),
                    vi: cells[10].to_owned(),
                },
            }
        };
        let rows = table.records();
        rows.map(|r| row(r.expect("tested: every row is read")))
            .collect()
    })
}

/// The first band of a kind that does this.
pub fn of(table: &str, column: &str, indicator: &str, action: Action) -> Option<&'static Band> {
    all()
        .iter()
        .find(|b| b.action == action && b.meets(table, column, indicator))
}

/// The unit a figure is read in.
pub fn unit(table: &str, column: &str, indicator: &str) -> Option<&'static str> {
    let mut bands = all().iter();
    let found = bands.find(|b| b.meets(table, column, indicator));
    found.map(|b| b.unit.as_str())
}

/// The indicators a table may hold.
pub fn known(table: &str) -> Vec<&'static str> {
    let mut known: Vec<&str> = Vec::new();
    let values = all().iter().filter(|b| b.column == "value");
    for band in values.filter(|b| b.table == table) {
        if known.last() != Some(&band.indicator.as_str()) {
            known.push(&band.indicator);
        }
    }
    known
}

/// The high end of a limit that is no column of its own.
pub fn limit(table: &str, what: &str, action: Action) -> f64 {
    of(table, what, "", action).map_or(f64::INFINITY, |b| b.high)
}

/// Ends of a range lie at most so many times apart from the value, in a table that says so itself or in any.
pub fn widest(table: &str, action: Action) -> f64 {
    let own = of(table, "low to high", "", action);
    own.map_or_else(|| limit("*", "low to high", action), |band| band.high)
}

/// Years after the base year that ages of retirement are told for while they still rise.
pub fn ages_for() -> f64 {
    let band = of(
        "retirement_age.csv",
        "years after the base year",
        "",
        Action::Warn,
    );
    band.map_or(0.0, |b| b.low)
}

/// A scenario's law lies at most so many times beyond the range of its base.
pub fn times_beyond() -> f64 {
    limit("assumptions.ron", "beyond the base", Action::Refuse)
}

/// Tells of cells outside the band of their unit.
pub fn outside(reader: &mut Reader<'_>, rows: &[Row]) {
    let Some(first) = rows.first() else { return };
    let of_table: Vec<&Band> = all().iter().filter(|b| b.is_of(first.file)).collect();
    let mut columns: Vec<&str> = of_table.iter().map(|b| b.column.as_str()).collect();
    columns.dedup();
    columns.retain(|c| first.has(c));
    let unit_of_money = |band: &Band| band.unit.starts_with("of ");
    for row in rows {
        let indicator = row.kind();
        for column in &columns {
            let Ok(value) = row.cell(column).parse::<f64>() else {
                continue;
            };
            for action in [Action::Refuse, Action::Warn] {
                let mut bands = of_table.iter().filter(|b| b.action == action);
                let Some(band) = bands.find(|b| b.meets(row.file, column, indicator)) else {
                    continue;
                };
                if !unit_of_money(band) && !band.holds(value) {
                    tell(reader, row, column, band, value);
                    break;
                }
            }
        }
    }
}

/// Tells of a value outside a band, at its cell.
pub fn tell(reader: &mut Reader<'_>, row: &Row, column: &str, band: &Band, value: f64) {
    let shown = (value * 1e6).round() / 1e6;
    let said = messages::outside_band(shown, &band.unit, band.low, band.high, &band.note);
    match band.action {
        Action::Refuse => reader.refuse(row, column, "base::out-of-range", said),
        Action::Warn => reader.warn(row, column, "base::unlikely", said),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_band_is_in_order_and_says_why() {
        assert!(all().len() > 40);
        for band in all() {
            let name = format!("{} {} {}", band.table, band.column, band.indicator);
            assert!(band.low <= band.high, "{name}");
            let notes = [&band.note.en, &band.note.vi, &band.unit];
            assert!(notes.iter().all(|n| !n.is_empty()), "{name}");
            assert!(
                ["A", "E"].contains(&band.grade.as_str()),
                "{name}: published ends would need a source of their own"
            );
            assert!(
                band.source.is_empty() || band.source.contains(','),
                "{name}"
            );
        }
    }

    #[test]
    fn every_limit_of_the_checks_is_a_row() {
        for (table, what, action) in [
            ("population_path.csv", super::super::path::OFF, Action::Warn),
            (
                "population_path.csv",
                super::super::path::OFF,
                Action::Refuse,
            ),
            ("population_path.csv", "growth a year", Action::Warn),
            ("population_path.csv", "bend a year", Action::Warn),
            ("provinces.csv", "room around the others", Action::Warn),
            ("provinces.csv", "exchanged", Action::Warn),
            ("national.csv", "listed to published", Action::Warn),
            ("*", "low to high", Action::Warn),
            ("*", "low to high", Action::Refuse),
            ("national.csv", "share_60 to its provinces", Action::Warn),
            ("facilities.csv", "beds to the province's", Action::Warn),
            (
                "province_figures.csv",
                "over the middle province",
                Action::Warn,
            ),
            (
                "retirement_age.csv",
                "years after the base year",
                Action::Warn,
            ),
            ("assumptions.ron", "beyond the base", Action::Refuse),
        ] {
            assert!(limit(table, what, action).is_finite(), "{table} {what}");
        }
    }

    #[test]
    fn a_star_stands_for_the_rest_of_a_name() {
        for (pattern, name, fit) in [
            ("*", "", true),
            ("*_per_10k", "doctors_per_10k", true),
            ("*_per_10k", "doctors", false),
            ("milestone:*", "milestone:a", true),
            ("doctor", "doctors", false),
        ] {
            assert_eq!(fits(pattern, name), fit, "{pattern} {name}");
        }
    }
}
