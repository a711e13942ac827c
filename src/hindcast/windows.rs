//! Windows from an origin to a year forecast: overlapping ones, which share years and so count less
//! than their number, and ones that share none.

use super::Year;
#[cfg(any(test, feature = "internals"))]
use super::law::Law;
#[cfg(any(test, feature = "internals"))]
use super::normal::Gaussian;
#[cfg(any(test, feature = "internals"))]
use super::rates::Rates;

/// From the end of one year to the end of a later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Window {
    /// The origin.
    pub from: Year,
    /// The year forecast.
    pub to: Year,
}

impl Window {
    /// Years between.
    pub fn horizon(&self) -> usize {
        usize::try_from(self.to - self.from).unwrap_or(0)
    }
}

/// National windows of five years that share no year: the greatest number that the outside view's
/// windows hold.
///
/// The design says "five national ones" and does not list them. This is one reading by which there
/// are five; `BETWEEN_ORIGINS` is the other, on which a law can be scored.
#[cfg(any(test, feature = "internals"))]
pub const NATIONAL: [Window; 5] = [
    Window {
        from: 1995,
        to: 2000,
    },
    Window {
        from: 2000,
        to: 2005,
    },
    Window {
        from: 2005,
        to: 2010,
    },
    Window {
        from: 2011,
        to: 2016,
    },
    Window {
        from: 2018,
        to: 2023,
    },
];

/// Windows from one origin of the tables to the next that share no year, without 2013-18, across
/// which the count changed from the state's to the Ministry's. 2020 is an assumed rate.
#[cfg(any(test, feature = "internals"))]
pub const BETWEEN_ORIGINS: [Window; 5] = [
    Window {
        from: 2008,
        to: 2011,
    },
    Window {
        from: 2011,
        to: 2013,
    },
    Window {
        from: 2018,
        to: 2020,
    },
    Window {
        from: 2020,
        to: 2022,
    },
    Window {
        from: 2022,
        to: 2025,
    },
];

/// Every window from these origins over 1 to `longest` years that ends by `last`.
#[cfg(any(test, feature = "internals"))]
pub fn overlapping(
    origins: impl IntoIterator<Item = Year>,
    longest: usize,
    last: Year,
) -> Vec<Window> {
    let mut windows = Vec::new();
    for from in origins {
        let ends = (1..=longest).map(|horizon| from + horizon as Year);
        windows.extend(ends.filter(|to| *to <= last).map(|to| Window { from, to }));
    }
    windows
}

/// The greatest number of windows that share no year, in order; of two that end together the one
/// that begins first is kept.
#[cfg(any(test, feature = "internals"))]
pub fn non_overlapping(windows: &[Window]) -> Vec<Window> {
    let mut sorted = windows.to_vec();
    sorted.sort_unstable_by_key(|window| (window.to, window.from));
    let mut kept: Vec<Window> = Vec::new();
    for window in sorted {
        if kept.last().is_none_or(|last| window.from >= last.to) {
            kept.push(window);
        }
    }
    kept
}

/// A national forecast and what came, as log changes.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg(any(test, feature = "internals"))]
pub struct Looked {
    /// The window.
    pub window: Window,
    /// The law's forecast of the log change.
    pub forecast: Gaussian,
    /// The log change that came.
    pub came: f64,
}

#[cfg(any(test, feature = "internals"))]
impl Looked {
    /// Whether what came lies in the central band of this level.
    #[cfg(any(test, feature = "internals"))]
    pub fn is_inside(&self, level: f64) -> bool {
        let above = self.forecast.quantile(0.5 + 0.5 * level) - self.forecast.mean;
        (self.came - self.forecast.mean).abs() <= above
    }
}

/// The nation of provincial departments by the law of its origin; `None` where a rate is missing.
#[cfg(any(test, feature = "internals"))]
pub fn look(rates: &Rates, law: &Law, window: Window) -> Option<Looked> {
    let came = rates.log_nation(window.to)? - rates.log_nation(window.from)?;
    Some(Looked {
        window,
        forecast: law.nation(window.horizon()),
        came,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hindcast::Stock;
    use crate::hindcast::facts::Facts;
    use crate::hindcast::outside::WINDOWS;

    #[test]
    fn five_national_windows_share_no_year() {
        assert_eq!(non_overlapping(&WINDOWS), NATIONAL);
    }

    #[test]
    fn national_beds_lie_in_the_band_in_most_windows() {
        let facts = Facts::built_in();
        let rates = Rates::gather(&facts.panel, Stock::Beds);
        let laws = crate::hindcast::printed::laws();
        let windows = overlapping(2006..=2012, 5, 2013);
        assert_eq!(windows.len(), 25);
        let looked: Vec<Looked> = windows
            .iter()
            .map(|window| {
                let law = laws
                    .iter()
                    .find(|law| law.indicator == "beds" && law.origin == window.from);
                look(&rates, &Law::from(law.unwrap()), *window).unwrap()
            })
            .collect();
        let inside = |level| {
            looked
                .iter()
                .filter(|looked| looked.is_inside(level))
                .count()
        };
        assert!(inside(0.8) >= 18, "{}", inside(0.8));
        assert_eq!(inside(0.8), 20);
    }

    #[test]
    fn windows_that_meet_do_not_overlap() {
        let window = |from, to| Window { from, to };
        let all = [
            window(2001, 2003),
            window(2000, 2001),
            window(2000, 2003),
            window(2002, 2004),
        ];
        assert_eq!(
            non_overlapping(&all),
            [window(2000, 2001), window(2001, 2003)]
        );
    }
}
