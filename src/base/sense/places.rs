//! Places of a country lie apart from one another and near enough together to be one country.

use super::bands::{Action, limit};
use crate::base::tables::{Reader, Row};
use crate::messages::base as messages;

/// Fewest places that say where a country lies.
const ENOUGH: usize = 5;

/// Fewest places whose order can be compared with that of their tiles.
const TO_COMPARE: usize = 4;

/// Tells of a country whose latitudes and longitudes are exchanged: its tiles, drawn north up, lie
/// along the other of the two.
fn exchanged(reader: &mut Reader<'_>, known: &[(&Row, f64, f64)]) -> bool {
    let tile = |row: &Row, column: &str| row.cell(column).parse::<f64>().ok();
    let placed: Vec<[f64; 4]> = known
        .iter()
        .filter_map(|(row, lat, lon)| {
            let (col, down) = (tile(row, "tile_col")?, tile(row, "tile_row")?);
            Some([*lat, *lon, col, -down])
        })
        .collect();
    if placed.len() < TO_COMPARE {
        return false;
    }
    let along = |a: usize, b: usize| correlation(&placed, a, b);
    let as_written = along(0, 3) + along(1, 2);
    let turned = along(1, 3) + along(0, 2);
    let found = turned > as_written + limit("provinces.csv", "exchanged", Action::Warn);
    if found {
        reader.warn(known[0].0, "lat", "base::exchanged", messages::exchanged());
    }
    found
}

/// How far two numbers of each place go together, -1 to 1; 0 where one of them is always the same.
fn correlation(places: &[[f64; 4]], a: usize, b: usize) -> f64 {
    let n = places.len() as f64;
    let mean = |k: usize| places.iter().map(|p| p[k]).sum::<f64>() / n;
    let (mean_a, mean_b) = (mean(a), mean(b));
    let together = |k: usize, mean_k: f64, l: usize, mean_l: f64| {
        let products = places.iter().map(|p| (p[k] - mean_k) * (p[l] - mean_l));
        products.sum::<f64>()
    };
    let spread = together(a, mean_a, a, mean_a) * together(b, mean_b, b, mean_b);
    if spread > 0.0 {
        together(a, mean_a, b, mean_b) / spread.sqrt()
    } else {
        0.0
    }
}

/// Tells of centres that cannot be: all on one point, two on one point, one far from all others.
pub fn centres(reader: &mut Reader<'_>, rows: &[Row]) {
    let number = |row: &Row, column: &str| row.cell(column).parse::<f64>().ok();
    let known: Vec<(&Row, f64, f64)> = rows
        .iter()
        .filter_map(|row| Some((row, number(row, "lat")?, number(row, "lon")?)))
        .collect();
    let one_point = |a: &(&Row, f64, f64), b: &(&Row, f64, f64)| (a.1, a.2) == (b.1, b.2);
    if known.len() > 1 && known.iter().all(|k| one_point(k, &known[0])) {
        let said = messages::one_point(known.len(), known[0].1, known[0].2);
        reader.refuse(known[0].0, "lat", "base::one-point", said);
        return;
    }
    for (at, place) in known.iter().enumerate() {
        if let Some(twin) = known[..at].iter().find(|k| one_point(k, place)) {
            let said = messages::same_point(place.0.cell("code"), twin.0.cell("code"), twin.0.line);
            reader.warn(place.0, "lat", "base::one-point", said);
        }
    }
    if exchanged(reader, &known) || known.len() < ENOUGH {
        return;
    }
    let room = limit("provinces.csv", "room around the others", Action::Warn);
    let swapped = known.iter().filter(|k| k.1.abs() > 90.0).count();
    if swapped > 0 {
        return; // a latitude beyond 90 degrees is refused where it is read
    }
    for (column, of) in [
        ("lat", (|k| k.1) as fn(&(&Row, f64, f64)) -> f64),
        ("lon", |k| k.2),
    ] {
        for (at, place) in known.iter().enumerate() {
            let others = || {
                let all = known.iter().enumerate();
                all.filter(move |(i, _)| *i != at).map(move |(_, k)| of(k))
            };
            let low = others().fold(f64::INFINITY, f64::min);
            let high = others().fold(f64::NEG_INFINITY, f64::max);
            let room = room * (high - low);
            let value = of(place);
            if value < low - room || value > high + room {
                let said = messages::far_place(place.0.cell("code"), value, low, high);
                reader.warn(place.0, column, "base::far-place", said);
            }
        }
    }
}
