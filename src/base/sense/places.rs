//! Places of a country lie apart from one another and near enough together to be one country.

use crate::base::tables::{Reader, Row};

/// Fewest places that say where a country lies.
const ENOUGH: usize = 5;

/// Tells of centres that cannot be: all on one point, two on one point, one far from all others.
pub fn centres(reader: &mut Reader<'_>, rows: &[Row]) {
    let number = |row: &Row, column: &str| row.cell(column).parse::<f64>().ok();
    let known: Vec<(&Row, f64, f64)> = rows
        .iter()
        .filter_map(|row| Some((row, number(row, "lat")?, number(row, "lon")?)))
        .collect();
    let one_point = |a: &(&Row, f64, f64), b: &(&Row, f64, f64)| (a.1, a.2) == (b.1, b.2);
    if known.len() > 1 && known.iter().all(|k| one_point(k, &known[0])) {
        reader.problem(
            known[0].0,
            "lat",
            "base::one-point",
            format!(
                "all {} places lie on one point, {} north and {} east",
                known.len(),
                known[0].1,
                known[0].2
            ),
            "give each place the latitude and longitude of its own centre, or leave both empty",
        );
        return;
    }
    for (at, place) in known.iter().enumerate() {
        if let Some(twin) = known[..at].iter().find(|k| one_point(k, place)) {
            reader.warn(
                place.0,
                "lat",
                "base::one-point",
                format!(
                    "`{}` lies on the point of `{}` (line {})",
                    place.0.cell("code"),
                    twin.0.cell("code"),
                    twin.0.line
                ),
                "give each place the latitude and longitude of its own centre",
            );
        }
    }
    if known.len() < ENOUGH {
        return;
    }
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
            let room = 0.5 * (high - low);
            let value = of(place);
            if value < low - room || value > high + room {
                reader.warn(
                    place.0,
                    column,
                    "base::far-place",
                    format!(
                        "`{}` lies at {value} degrees, all other places between {low} and {high}",
                        place.0.cell("code")
                    ),
                    "check the decimal point, and that latitude (north) and longitude (east) are not exchanged",
                );
            }
        }
    }
}
