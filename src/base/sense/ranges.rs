//! A value lies between its own ends, and the ends are near enough to say something.

use super::bands::{self, Action};
use crate::base::tables::{Reader, Row};
use crate::messages::base as messages;

/// Tables with a range: table, value, low, high; no value where only the ends stand.
const RANGES: &[(&str, &str, &str, &str)] = &[
    ("national.csv", "value", "low", "high"),
    ("province_figures.csv", "value", "low", "high"),
    ("population_path.csv", "population", "low", "high"),
    ("death_rates.csv", "per_1000", "low", "high"),
    ("occupations.csv", "national_per_10k", "low", "high"),
    ("age_shares.csv", "share", "low", "high"),
    ("referrals.csv", "share", "low", "high"),
    ("schools.csv", "intake_share", "low", "high"),
    ("tracked_values.csv", "value", "low", "high"),
    (
        "projects.csv",
        "additional",
        "additional_low",
        "additional_high",
    ),
    ("assumed_tables.csv", "", "low", "high"),
];

/// Refuses values outside their own range and ranges in the wrong order; warns of an end that lies
/// so far from the value that a decimal point slipped.
pub fn in_order(reader: &mut Reader<'_>, rows: &[Row]) {
    let Some((_, value, low, high)) = rows
        .first()
        .and_then(|row| RANGES.iter().find(|(file, ..)| *file == row.file))
    else {
        return;
    };
    let file = rows.first().map_or("", |row| row.file);
    let widest = bands::widest(file, Action::Warn);
    let never = bands::widest(file, Action::Refuse);
    for row in rows {
        let number = |column: &str| {
            (!column.is_empty())
                .then(|| row.cell(column).parse::<f64>().ok())
                .flatten()
                .filter(|v| v.is_finite())
        };
        let (v, l, h) = (number(value), number(low), number(high));
        let fault = match (v, l, h) {
            (_, Some(l), Some(h)) if l > h => Some((*low, messages::low_above_high(l, h))),
            (Some(v), Some(l), Some(h)) if v < l || v > h => {
                Some((*value, messages::outside_its_range(v, l, h)))
            }
            (_, Some(l), None) => Some((*high, messages::only_a_low_end(l))),
            (_, None, Some(h)) => Some((*low, messages::only_a_high_end(h))),
            _ => None,
        };
        if let Some((mut column, wrong)) = fault {
            // Where two of the three agree, the third is at fault.
            if let (Some(v), Some(l), Some(h)) = (v, l, h)
                && l > h
            {
                column = if v <= h { *low } else { *high };
            }
            let said = messages::bad_range(wrong, low, high);
            reader.refuse(row, column, "base::range-misses-value", said);
            continue;
        }
        if let (None, Some(l), Some(h)) = (v, l, h)
            && l < 0.0
            && h > 0.0
        {
            let said = messages::range_across_0(l, h);
            reader.warn(row, low, "base::unlikely", said);
        }
        let middle = v.or(l.filter(|_| value.is_empty()));
        for (column, end) in [(*low, l), (*high, h)] {
            let (Some(middle), Some(end)) = (middle, end) else {
                continue;
            };
            let apart = (end / middle).max(middle / end);
            if middle > 0.0 && end > 0.0 && apart > never {
                let said = messages::factor_apart(short(end), short(apart), middle, widest);
                reader.refuse(row, column, "base::out-of-range", said);
            } else if middle > 0.0 && end > 0.0 && apart > widest {
                let said = messages::factor_apart(end, short(apart), middle, widest);
                reader.warn(row, column, "base::unlikely", said);
            }
        }
    }
}

/// A number that fits into a line.
fn short(value: f64) -> String {
    match value.abs() >= 1e9 {
        true => format!("{value:e}"),
        false => ((value * 10.0).round() / 10.0).to_string(),
    }
}
