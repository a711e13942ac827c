//! The outside view: what came of official beds over five years, whatever the reasons, at other
//! times. It stands beside a forecast and takes no part in the word.

use super::Year;
use super::facts::{COUNTRY, Facts};
use super::found::NATION;
use super::mixture::Mixture;
use super::normal::Gaussian;
use super::official::Official;
use super::windows::Window;
use crate::base::{Bound, Direction};

/// Sd of the noise about each growth of the past, log.
pub const NOISE_SD: f64 = 0.02;

const fn five_from(from: Year) -> Window {
    Window { from, to: from + 5 }
}

/// Five-year windows of the reference class: starts 1995-2008 of the state series, 2011-16 (which
/// ends on a preliminary figure), 2018-23 and 2020-25 (which begins on an assumed one).
pub const WINDOWS: [Window; 17] = [
    five_from(1995),
    five_from(1996),
    five_from(1997),
    five_from(1998),
    five_from(1999),
    five_from(2000),
    five_from(2001),
    five_from(2002),
    five_from(2003),
    five_from(2004),
    five_from(2005),
    five_from(2006),
    five_from(2007),
    five_from(2008),
    five_from(2011),
    five_from(2018),
    five_from(2020),
];

/// Years ahead that it looks.
pub const AHEAD: Year = 5;

/// Chance that the past gives to a rise of the nation's official beds as large as a target asks, whatever
/// the reasons, with the number of spans seen; `None` where it tells of nothing such, as of a band or of
/// what must hold from a year on.
pub fn of_target(
    country: &str,
    base: Year,
    indicator: &str,
    scope: &str,
    year: Year,
    (direction, threshold, form): Bound,
) -> Option<(f64, usize)> {
    let known = country == COUNTRY && indicator == "beds_per_10k_official" && scope == NATION;
    let from = form.from.is_some_and(|from| from.0 < year);
    let rise = direction == Direction::AtLeast && form.up_to.is_none() && !from;
    if !known || !rise || year - base != AHEAD {
        return None;
    }
    let beds = Official::beds(Facts::built_in());
    let view = OutsideView::by(&beds, base)?;
    Some((view.chance(beds.rate(base)?, threshold), view.growths.len()))
}

/// Log growths over five years, each as likely as another, with noise.
#[derive(Clone, Debug, PartialEq)]
pub struct OutsideView {
    /// What came in each window.
    pub growths: Vec<(Window, f64)>,
    /// Sd of the noise about each, log.
    pub noise_sd: f64,
}

impl OutsideView {
    /// From all windows that end by this year; `None` where there are none.
    pub fn by(series: &Official, year: Year) -> Option<OutsideView> {
        let growths: Vec<(Window, f64)> = WINDOWS
            .iter()
            .filter(|window| window.to <= year)
            .filter_map(|window| Some((*window, series.growth(window.from, window.to)?)))
            .collect();
        (!growths.is_empty()).then_some(OutsideView {
            growths,
            noise_sd: NOISE_SD,
        })
    }

    /// Log growth over five years: each growth of the past as likely as another, with noise.
    pub fn forecast(&self) -> Option<Mixture> {
        let of = |(_, mean): &(Window, f64)| {
            (
                1.0,
                Gaussian {
                    mean: *mean,
                    sd: self.noise_sd,
                },
            )
        };
        Mixture::of(self.growths.iter().map(of))
    }

    /// The chance that a rate of today is at least `target` in five years.
    pub fn chance(&self, today: f64, target: f64) -> f64 {
        self.forecast().map_or(f64::NAN, |forecast| {
            forecast.chance_above(libm::log(target / today))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hindcast::facts::Facts;

    #[test]
    fn the_outside_view_of_2025_knows_seventeen_windows() {
        let beds = Official::beds(Facts::built_in());
        let view = OutsideView::by(&beds, 2025).unwrap();
        assert_eq!(view.growths.len(), 17);
        let forecast = view.forecast().unwrap();
        let in_2030 = |u: f64| 34.5 * forecast.quantile(u).exp();
        assert!(in_2030(0.1) < 35.0 && in_2030(0.9) > 40.0);
        assert!((0.6..0.8).contains(&view.chance(34.5, 35.0)));
    }

    #[test]
    fn an_earlier_view_knows_less() {
        let beds = Official::beds(Facts::built_in());
        assert_eq!(OutsideView::by(&beds, 2008).unwrap().growths.len(), 9);
        assert!(OutsideView::by(&beds, 1999).is_none());
    }
}
