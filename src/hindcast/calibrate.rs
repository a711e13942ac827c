//! Laws of official counts, fitted on what was published to an origin and on nothing later.
//!
//! The recipe, for a stock and an origin Y:
//! - `d`: the count of all units over their people, provincial departments (doctors cleaned, Da Nang
//!   carried forward; nurses of 2012 the geometric mean of 2011 and 2013);
//! - growth now: mean yearly log growth of `d` over the four years to Y;
//! - growth in the long run: half the mean yearly log growth of the state series from 1995 to Y (so
//!   that its first growth is that of 1996), half that of `d` from 2002 to Y;
//! - sd of growth: root of the mean of `(x[t] - .9 x[t-1])^2`, `x` the yearly log growth of the state
//!   series less its own mean. The state series of beds is the printed rate (two digits); that of
//!   doctors and nurses is the count over the people, because the printed rate of doctors has one
//!   digit only, from 2000;
//! - observation and local walk: changes of the logs of the units' rates over 1 to 5 years, from 2004
//!   (2002 for origins before 2008), each less the unweighted mean of the units compared; Ha Noi and
//!   Phu Tho left out of every change across 2008, all staff of 2012 blank. The mean square of a
//!   horizon h, all starts pooled, is `2 obs^2 + h walk^2`: plain non-negative least squares on the
//!   (at most five) horizons, each horizon one equation;
//! - phi .9, converge .05 and the sd of the long run .02 are set, not fitted.

mod interval;
mod overlay;
mod recipe;
mod record;
mod squares;

use std::fmt;

pub use interval::Intervals;
pub use overlay::{Line, Overlay, Parts};
pub use recipe::{CONVERGE, Fit, LONG_SD, PHI};
pub use record::Record;
#[cfg(any(test, feature = "internals"))]
pub use squares::two_parts;

use super::facts::{At, NationRow, PanelRow, Sited};
use super::{Stock, Year, words};

/// Why a law cannot be fitted.
#[derive(Clone, Debug, PartialEq)]
pub enum CalibrateError {
    /// A row tells of a year after the origin.
    LaterRow {
        /// The row.
        at: At,
        /// Its year.
        year: Year,
        /// The origin.
        origin: Year,
    },
    /// A value that the recipe needs is not among the rows.
    Missing {
        /// Whose.
        place: String,
        /// Of what.
        indicator: String,
        /// When.
        year: Year,
    },
    /// Provincial departments have no series of four years to this origin.
    NoDepartments {
        /// The origin.
        origin: Year,
    },
    /// The value of the origin itself was made with a later year.
    NeedsLaterYear {
        /// What is counted.
        stock: Stock,
        /// The origin.
        origin: Year,
    },
}

impl fmt::Display for CalibrateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            CalibrateError::LaterRow { at, year, origin } => words::later_row(at, year, origin),
            CalibrateError::Missing {
                place,
                indicator,
                year,
            } => words::missing(indicator, place, year),
            CalibrateError::NoDepartments { origin } => words::no_departments(origin),
            CalibrateError::NeedsLaterYear { stock, origin } => {
                words::needs_later_year(stock.id(), origin)
            }
        })
    }
}

impl std::error::Error for CalibrateError {}

/// The law of one stock as it would have been fitted at an origin.
///
/// # Errors
/// Any row later than the origin, whatever it tells of; a value that the recipe needs and does not
/// find; an origin that the recipe cannot serve.
pub fn calibrate(
    panel: &[Sited<PanelRow>],
    nation: &[Sited<NationRow>],
    stock: Stock,
    origin: Year,
) -> Result<Fit, CalibrateError> {
    Record::gather(panel, nation, stock, origin).map(|record| recipe::fit(&record))
}

/// The law that the recipe finds in a record, made up or gathered.
pub fn fit(record: &Record) -> Fit {
    recipe::fit(record)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hindcast::facts::Facts;
    use crate::hindcast::law::Law;
    use crate::hindcast::printed;

    #[test]
    fn every_printed_law_is_found_again() {
        let facts = Facts::built_in();
        let mut worst: f64 = 0.0;
        for row in printed::laws() {
            let stock = Stock::named(&row.indicator).unwrap();
            let (panel, nation) = facts.until(row.origin);
            let fit = calibrate(&panel, &nation, stock, row.origin).unwrap();
            let Law {
                now,
                long,
                phi,
                sd,
                long_sd,
                observation_sd,
                local_sd,
                converge,
                ..
            } = fit.law;
            let found = [
                now,
                long,
                phi,
                sd,
                long_sd,
                observation_sd,
                local_sd,
                converge,
            ];
            let printed = [
                row.g0, row.m, row.phi, row.s, row.s_m, row.obs_sd, row.rw_sd, row.kappa,
            ];
            for (found, printed) in found.into_iter().zip(printed) {
                worst = worst.max((found - printed).abs());
                assert!((found - printed).abs() < 1e-4, "{row:?}: {found} {printed}");
            }
            assert_eq!(fit.first_year, row.first_year);
        }
        assert!(worst < 6e-5, "the worst of all parameters is {worst}");
    }

    #[test]
    fn a_row_later_than_the_origin_is_refused_whatever_it_tells_of() {
        let facts = Facts::built_in();
        let (mut panel, mut nation) = facts.until(2008);
        let later = facts
            .panel
            .iter()
            .find(|row| row.year == 2010 && row.indicator == "income_per_capita_month");
        panel.push(later.unwrap().clone());
        let refused = calibrate(&panel, &nation, Stock::Beds, 2008).unwrap_err();
        let CalibrateError::LaterRow { at, year, origin } = &refused else {
            panic!("{refused}");
        };
        assert_eq!(
            (at.file.as_str(), *year, *origin),
            ("assets/hindcast/actual_panel34.csv", 2010, 2008)
        );
        assert!(
            refused
                .to_string()
                .contains(&format!("actual_panel34.csv:{}", at.line))
        );

        panel.pop();
        assert!(calibrate(&panel, &nation, Stock::Beds, 2008).is_ok());
        nation.push(
            facts
                .nation
                .iter()
                .find(|row| row.year == 2025)
                .unwrap()
                .clone(),
        );
        assert!(matches!(
            calibrate(&panel, &nation, Stock::Beds, 2008),
            Err(CalibrateError::LaterRow { year: 2025, .. })
        ));
    }

    #[test]
    fn a_shifted_date_breaks_the_fit() {
        let facts = Facts::built_in();
        let (mut panel, nation) = facts.until(2008);
        let row = panel
            .iter_mut()
            .find(|row| row.indicator == "beds_excl_stations")
            .unwrap();
        row.row.year = 2009;
        assert!(calibrate(&panel, &nation, Stock::Beds, 2008).is_err());
    }

    #[test]
    fn origins_that_the_recipe_cannot_serve_say_why() {
        let facts = Facts::built_in();
        let refused = |stock, origin| {
            let (panel, nation) = facts.until(origin);
            calibrate(&panel, &nation, stock, origin).unwrap_err()
        };
        assert_eq!(
            refused(Stock::Beds, 2005),
            CalibrateError::NoDepartments { origin: 2005 }
        );
        assert_eq!(
            refused(Stock::Beds, 2018),
            CalibrateError::NoDepartments { origin: 2018 }
        );
        assert_eq!(
            refused(Stock::Nurses, 2012),
            CalibrateError::NeedsLaterYear {
                stock: Stock::Nurses,
                origin: 2012
            }
        );
    }

    #[test]
    fn a_missing_value_is_named() {
        let facts = Facts::built_in();
        let (mut panel, nation) = facts.until(2009);
        panel.retain(|row| {
            !(row.province == "hue" && row.indicator == "nurses" && row.year == 2009)
        });
        let refused = calibrate(&panel, &nation, Stock::Nurses, 2009).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "no nurses of hue in 2009, which the recipe needs"
        );
    }
}
