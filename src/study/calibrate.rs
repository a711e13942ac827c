//! What would have been assumed of official counts at an earlier year: laws fitted on rows to it and
//! on none after it.

use crate::base::{Base, Distribution};
use crate::hindcast::calibrate::{CalibrateError, Intervals, Line, Overlay, Parts, Record, fit};
use crate::hindcast::facts::Facts;
use crate::hindcast::found::Supported;
use crate::hindcast::official::Official;
use crate::hindcast::rates::Rates;
use crate::hindcast::synthetic::dice;
use crate::hindcast::variants::{Event, Paths, weights};
use crate::hindcast::{Stock, words};
use crate::said::Told;

/// Origins whose laws can be fitted.
pub const POSSIBLE: [i32; 9] = [2008, 2009, 2010, 2011, 2013, 2018, 2020, 2022, 2025];

/// Last year of provincial departments.
const DEPARTMENTS_TO: i32 = 2013;
/// Level of the ranges, and records made up for them.
const RANGES: (f64, usize) = (0.9, 199);

/// Fits the laws of an origin, one of `POSSIBLE`.
///
/// # Errors
/// A value that the recipe needs is not there.
pub fn calibrate(origin: i32) -> Result<Overlay, CalibrateError> {
    let facts = Facts::built_in();
    let last = origin.min(DEPARTMENTS_TO);
    let (panel, nation) = facts.until(last);
    let mut fits = Vec::new();
    for stock in Stock::ALL {
        let record = Record::gather(&panel, &nation, stock, last)?;
        let found = fit(&record);
        let ranges = Intervals::of(&found, &record, RANGES.0, RANGES.1, &mut dice(1));
        fits.push((found, Some(ranges)));
    }
    let series = Official::beds(facts);
    let (paths, from) = if origin <= DEPARTMENTS_TO {
        let from = Told::of(|| words::departments_to(origin - 4, origin));
        (Paths::of(&fits[0].0), from)
    } else {
        let from = Told::of(|| words::official_to(origin));
        (Paths::at(&series, origin), from)
    };
    let (early_panel, early_nation) = facts.until(2008);
    let early = Record::gather(&early_panel, &early_nation, Stock::Beds, 2008)?;
    let rates = Rates::gather(&facts.panel, Stock::Beds);
    // An event counts only where it was over by the origin.
    let events: Vec<Event> = Event::of_2008(&rates, &fit(&early))
        .into_iter()
        .chain(Event::of_2018(&series))
        .collect();
    Ok(Overlay::of(&Parts {
        origin,
        fits: &fits,
        paths,
        paths_from: from,
        weights: weights(&events, origin),
    }))
}

/// The laws of an overlay that have a range, each beside what the base says of it.
pub fn supported(overlay: &Overlay, base: &Base) -> Vec<Supported> {
    let of = |line: &Line| {
        let (fitted, range) = line.value.zip(line.range)?;
        let own = base.assumptions.get(line.id);
        let base = own.and_then(|own| {
            let (low, high) = own.range?;
            match own.distribution {
                Distribution::Fixed(value) => Some((value, low, high)),
                _ => None,
            }
        });
        Some(Supported {
            id: line.id.to_owned(),
            fitted,
            low: range.low,
            high: range.high,
            base,
        })
    };
    overlay.lines.iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_laws_of_2025_are_found_again() {
        let overlay = calibrate(2025).unwrap();
        let of = |id: &str| overlay.lines.iter().find(|line| line.id == id).unwrap();
        for (id, printed) in [
            ("quota.now_on", 0.0357),
            ("quota.long_on", 0.0270),
            ("quota.now_half", 0.0178),
            ("quota.long_half", 0.0135),
        ] {
            let value = of(id).value.unwrap();
            assert!((value - printed).abs() < 6e-5, "{id}: {value}");
        }
        assert!(of("quota.variant").law.contains("(\"plateau\", 0.08"));
    }

    #[test]
    fn every_origin_can_be_fitted() {
        for origin in POSSIBLE {
            let overlay = calibrate(origin).unwrap();
            assert_eq!(overlay.lines.len(), 15, "{origin}");
            assert!(
                overlay
                    .lines
                    .iter()
                    .all(|line| line.value.is_none_or(|v| v.is_finite() && v.abs() < 1.0))
            );
        }
    }
}
