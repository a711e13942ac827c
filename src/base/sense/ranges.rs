//! A value lies between its own ends, and the ends are near enough to say something.

use super::bands;
use crate::base::tables::{Reader, Row};

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
    let widest = bands::widest();
    for row in rows {
        let number = |column: &str| {
            (!column.is_empty())
                .then(|| row.cell(column).parse::<f64>().ok())
                .flatten()
                .filter(|v| v.is_finite())
        };
        let (v, l, h) = (number(value), number(low), number(high));
        let fault = match (v, l, h) {
            (_, Some(l), Some(h)) if l > h => {
                Some((*low, format!("the low end {l} is above the high end {h}")))
            }
            (Some(v), Some(l), Some(h)) if v < l || v > h => Some((
                *value,
                format!("the value {v} lies outside its own range, {l} to {h}"),
            )),
            (_, Some(l), None) => Some((
                *high,
                format!("half a range: the low end is {l}, the high end is empty"),
            )),
            (_, None, Some(h)) => Some((
                *low,
                format!("half a range: the high end is {h}, the low end is empty"),
            )),
            _ => None,
        };
        if let Some((mut column, message)) = fault {
            // Where two of the three agree, the third is at fault.
            if let (Some(v), Some(l), Some(h)) = (v, l, h)
                && l > h
            {
                column = if v <= h { *low } else { *high };
            }
            reader.problem(
                row,
                column,
                "base::range-misses-value",
                message,
                format!("put the lower end in `{low}`, the upper end in `{high}`, and the value between the two; is all in one unit?"),
            );
            continue;
        }
        let middle = v.or(l.filter(|_| value.is_empty()));
        for (column, end) in [(*low, l), (*high, h)] {
            let (Some(middle), Some(end)) = (middle, end) else {
                continue;
            };
            let apart = (end / middle).max(middle / end);
            if middle > 0.0 && end > 0.0 && apart > widest {
                reader.warn(
                    row,
                    column,
                    "base::unlikely",
                    format!("{end} lies a factor of {apart:.0} from {middle}"),
                    format!("check the decimal point and the unit; within a factor of {widest} a range is taken as it is"),
                );
            }
        }
    }
}
