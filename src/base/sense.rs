//! Figures that can be read may still be nonsense: a unit mistaken, a digit lost, a text decoded
//! twice, one hospital under two codes. What cannot be is refused, what is only unlikely is warned.
//!
//! Each table is looked at as it is read; what only shows between tables is looked at when all are
//! there.

pub mod bands;
mod culprit;
mod letters;
mod limits;
mod naming;
mod path;
mod places;
mod projects;
mod ranges;
mod stocks;
mod twins;
mod units;

use super::tables::{Reader, Row};

pub use bands::{ages_for, times_beyond};
pub use culprit::Adding;
pub use limits::{homes, laws, per_person};
pub use projects::costs;
pub use stocks::together;

/// What shows in one table.
pub fn table(reader: &mut Reader<'_>, rows: &[Row]) {
    reader.adding.keep(rows);
    naming::plain(reader, rows);
    letters::decoded_twice(reader, rows);
    ranges::in_order(reader, rows);
    bands::outside(reader, rows);
    twins::keys(reader, rows);
    match rows.first().map(|row| row.file) {
        Some("provinces.csv") => places::centres(reader, rows),
        Some("facilities.csv") => twins::hospitals(reader, rows),
        Some("projects.csv" | "projects_not_used.csv") => reader.building.extend_from_slice(rows),
        Some("population_path.csv") => path::jumps(reader, rows),
        Some("national.csv") => units::read(reader, rows),
        Some("province_figures.csv") => {
            units::read(reader, rows);
            limits::stocks(reader, rows);
        }
        _ => {}
    }
}
