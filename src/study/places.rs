//! Who gains: how each province changes, and whether provinces come nearer to one another.

use super::paired;
use super::samples::Samples;
use crate::base::Direction;
use crate::results::comparison::{ProvinceChange, Spread, SpreadChange};

/// How every province changes in every indicator told by province.
pub fn provinces(
    option: usize,
    (reference, here): (&Samples, &Samples),
    local: &[String],
    codes: &[&str],
    better: &dyn Fn(&str) -> Option<Direction>,
    smallest: &dyn Fn(&str, f64) -> f64,
) -> Vec<ProvinceChange> {
    let mut out = Vec::new();
    for (i, indicator) in local.iter().enumerate() {
        for (p, code) in codes.iter().enumerate() {
            let (a, b) = (reference.province(i, p), here.province(i, p));
            if let Some(difference) = paired::values(a, b, better(indicator)) {
                out.push(ProvinceChange {
                    option,
                    indicator: indicator.clone(),
                    province: (*code).to_owned(),
                    reference: average(a),
                    here: average(b),
                    difference: paired::mattering(difference, smallest(indicator, average(a))),
                });
            }
        }
    }
    out
}

/// How the spread between provinces changes, for every indicator told by province.
pub fn spread(
    option: usize,
    (reference, here): (&Samples, &Samples),
    local: &[String],
    provinces: usize,
    smallest: &dyn Fn(&str, f64) -> f64,
) -> Vec<SpreadChange> {
    let mut out = Vec::new();
    for (i, indicator) in local.iter().enumerate() {
        for measure in [Spread::HighestMinusLowest, Spread::StandardDeviation] {
            let of = |kept: &Samples| spreads(kept, i, provinces, measure);
            let (a, b) = (of(reference), of(here));
            if let Some(difference) = paired::values(&a, &b, Some(Direction::AtMost)) {
                out.push(SpreadChange {
                    option,
                    indicator: indicator.clone(),
                    measure,
                    reference: average(&a),
                    here: average(&b),
                    difference: paired::mattering(difference, smallest(indicator, average(&a))),
                });
            }
        }
    }
    out
}

fn average(row: &[f32]) -> f64 {
    row.iter().map(|v| f64::from(*v)).sum::<f64>() / row.len() as f64
}

/// The spread in every future; not a number where a province has none.
fn spreads(kept: &Samples, indicator: usize, provinces: usize, measure: Spread) -> Vec<f32> {
    let rows: Vec<&[f32]> = (0..provinces)
        .map(|p| kept.province(indicator, p))
        .collect();
    let one = |r: usize| -> f32 {
        let values = rows.iter().map(|row| f64::from(row[r]));
        if values.clone().any(|v| !v.is_finite()) {
            return f32::NAN;
        }
        let spread = match measure {
            Spread::HighestMinusLowest => {
                let low = values.clone().fold(f64::INFINITY, f64::min);
                values.fold(f64::NEG_INFINITY, f64::max) - low
            }
            Spread::StandardDeviation => {
                let n = provinces as f64;
                let mean = values.clone().sum::<f64>() / n;
                (values.map(|v| (v - mean) * (v - mean)).sum::<f64>() / n).sqrt()
            }
        };
        spread as f32
    };
    (0..kept.futures).map(one).collect()
}
