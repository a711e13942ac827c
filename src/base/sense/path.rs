//! The people of a year are near those of the years beside it.

use super::bands::{Action, limit};
use crate::base::tables::{Reader, Row};
use crate::messages::base as messages;

const FILE: &str = "population_path.csv";

/// How far from the even path between its neighbours a row may lie.
pub const OFF: &str = "off the even path";

/// Tells of rows that do not lie between their neighbours. The worst is found first and put aside,
/// so that one slip is told once.
pub fn jumps(reader: &mut Reader<'_>, rows: &[Row]) {
    let number = |row: &Row, column: &str| row.cell(column).parse::<f64>().ok();
    let mut points: Vec<(f64, f64, &Row)> = rows
        .iter()
        .filter_map(|row| Some((number(row, "year")?, number(row, "population")?, row)))
        .filter(|(_, people, _)| *people > 0.0)
        .collect();
    if points.len() != rows.len() || points.windows(2).any(|w| w[0].0 >= w[1].0) {
        return; // told of already
    }
    let (refused, warned) = (
        limit(FILE, OFF, Action::Refuse),
        limit(FILE, OFF, Action::Warn),
    );
    let growth = limit(FILE, "growth a year", Action::Warn);
    let bend = limit(FILE, "bend a year", Action::Warn);
    while points.len() >= 2 {
        let off = |at: usize| -> (f64, f64) {
            let (year, people, _) = points[at];
            let (before, b, _) = points[at - 1];
            let (expected, slack) = match points.get(at + 1) {
                Some((after, a, _)) => {
                    let part = (year - before) / (after - before);
                    (b * libm::pow(a / b, part), bend * (after - before))
                }
                None => (b, growth * (year - before)),
            };
            (people / expected - 1.0, slack)
        };
        let beyond = |at: usize| {
            let (off, slack) = off(at);
            libm::fabs(libm::log(1.0 + off)) - slack
        };
        let mut worst = 1;
        for at in 2..points.len() {
            if beyond(at) > beyond(worst) * 1.000_001 {
                worst = at;
            }
        }
        let (apart, slack) = off(worst);
        if apart.abs() <= warned + slack {
            return;
        }
        let (year, people, row) = points[worst];
        let said = messages::jump(people, year, apart, warned);
        if apart.abs() > refused + slack {
            reader.refuse(row, "population", "base::jump", said);
        } else {
            reader.warn(row, "population", "base::jump", said);
        }
        points.remove(worst);
    }
}
