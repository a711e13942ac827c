//! Three ways in which official beds may go on, and what the past says of each.
//!
//! *Plateau*: official beds grow as built ones do. *Goes on*: growth stays what it lately was, and
//! returns to what it was in the long run. *Half*: half of both. Equal at first, the weight of a
//! variant is multiplied by `exp(mean log score)` of each event that is over; an event is scored by
//! the log density of the log change that came, in closed form.
//!
//! What the weights are made of, where a reader of the text could choose (`.12/.35/.54` at 2018-22,
//! `.08/.32/.60` at 2025; with built beds as they grew in runs before private hospitals and beds put up in
//! standing buildings were corrected, `.14/.34/.52` and `.12/.31/.57`):
//! - event 2008-13: beds of provincial departments from 2008 to 2011 and to 2013, two scores (all
//!   five years from 2008 give `.11/.33/.56`, 2013 alone `.18/.35/.47`); goes on has the law fitted
//!   at 2008, the plateau built beds as a model run then builds them;
//! - event 2018-25: official beds from 2018, from 2020 and from 2022, each to 2025, three scores;
//! - sd of growth .024, of growth now .012, of the long run .02; nothing clipped;
//! - growth now at an origin: mean yearly log growth since the latest published point at least three
//!   years older, which is 2013 for 2018 and 2020 (28.7 in 2020 is assumed), 2018 for 2022, and
//!   2022 for 2025; the long run: the mean of those since 1995 and since 2004.

use super::Year;
use super::calibrate::{CONVERGE, Fit, LONG_SD, PHI};
use super::law::Law;
#[cfg(any(test, feature = "internals"))]
use super::mixture::Mixture;
#[cfg(any(test, feature = "internals"))]
use super::normal::Gaussian;
use super::official::Official;
use super::rates::Rates;
use super::windows::Window;

/// Sd of the yearly shock of growth of official beds.
pub const SD: f64 = 0.024;
/// Slowest and fastest growth of official beds: those of 1996-2013.
#[cfg(any(test, feature = "internals"))]
pub const CLIP: (f64, f64) = (-0.024, 0.087);
/// Yearly log growth of built beds per head in a run from each origin: what the plateau grows by.
///
/// Source: medians of runs of the model from bases of these years; 2025 is the shipped reference.
pub const BUILT: [(Year, f64); 7] = [
    (2008, -0.0067),
    (2011, -0.0048),
    (2013, -0.0026),
    (2018, 0.0028),
    (2020, 0.0023),
    (2022, 0.0030),
    (2025, 0.0043),
];
/// A published point at least so many years older gives growth now.
const SPAN: Year = 3;

/// A way in which official beds go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Variant {
    /// They grow as built beds do.
    Plateau,
    /// Half of what they lately grew by.
    Half,
    /// What they lately grew by.
    GoesOn,
}

impl Variant {
    /// All three, in the order of every table.
    pub const ALL: [Variant; 3] = [Variant::Plateau, Variant::Half, Variant::GoesOn];

    /// The word used in tables.
    pub fn id(self) -> &'static str {
        match self {
            Variant::Plateau => "plateau",
            Variant::Half => "half",
            Variant::GoesOn => "goes_on",
        }
    }
}

/// What the variants of an origin are made of, growths a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paths {
    /// Of built beds.
    pub built: f64,
    /// Of official beds now.
    pub now: f64,
    /// Of official beds in the long run.
    pub long: f64,
}

impl Paths {
    /// From the official series at an origin; `None` where a growth cannot be told.
    pub fn at(series: &Official, origin: Year) -> Option<Paths> {
        let (before, _) = series.published.range(..=origin - SPAN).next_back()?;
        let yearly = |from: Year| Some(series.growth(from, origin)? / f64::from(origin - from));
        Some(Paths {
            built: built(origin)?,
            now: yearly(*before)?,
            long: 0.5 * (yearly(1995)? + yearly(2004)?),
        })
    }

    /// From a law fitted on provincial departments.
    pub fn of(fit: &Fit) -> Option<Paths> {
        Some(Paths {
            built: built(fit.origin)?,
            now: fit.law.now,
            long: fit.law.long,
        })
    }

    /// Growth now and in the long run by a variant.
    pub fn growths(&self, variant: Variant) -> (f64, f64) {
        match variant {
            Variant::Plateau => (self.built, self.built),
            Variant::Half => (0.5 * self.now, 0.5 * self.long),
            Variant::GoesOn => (self.now, self.long),
        }
    }

    /// The law of a variant as it is looked back on: not clipped, the long run uncertain.
    pub fn law(&self, variant: Variant) -> Law {
        let (now, long) = self.growths(variant);
        Law {
            now,
            long,
            phi: PHI,
            sd: SD,
            long_sd: LONG_SD,
            observation_sd: 0.03,
            local_sd: 0.045,
            converge: CONVERGE,
            clip: None,
        }
    }

    /// The law of a variant as it is lived forward: clipped, the long run as it is.
    #[cfg(any(test, feature = "internals"))]
    pub fn lived(&self, variant: Variant) -> Law {
        Law {
            long_sd: 0.0,
            clip: Some(CLIP),
            ..self.law(variant)
        }
    }
}

/// Growth of built beds in a run from an origin: on the line between two origins of `BUILT`.
fn built(origin: Year) -> Option<f64> {
    let pair = BUILT
        .windows(2)
        .find(|pair| (pair[0].0..=pair[1].0).contains(&origin))?;
    let ((from, before), (to, after)) = (pair[0], pair[1]);
    let part = f64::from(origin - from) / f64::from(to - from);
    Some(before + (after - before) * part)
}

/// A stretch of the past that the variants are scored on.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The year by which it is over.
    pub over: Year,
    /// Mean log score of each of `Variant::ALL`.
    pub log_score: [f64; 3],
}

impl Event {
    /// Scores the variants on windows, each with the paths of its origin and the log change that
    /// came. `None` where there are no windows.
    pub fn scored(windows: &[(Window, Paths, f64)]) -> Option<Event> {
        let n = windows.len() as f64;
        let over = windows.iter().map(|(window, _, _)| window.to).max()?;
        let log_score = Variant::ALL.map(|variant| {
            let of = |(window, paths, came): &(Window, Paths, f64)| {
                paths
                    .law(variant)
                    .nation(window.horizon())
                    .log_density(*came)
            };
            windows.iter().map(of).sum::<f64>() / n
        });
        Some(Event { over, log_score })
    }

    /// Beds of provincial departments from 2008 to 2011 and to 2013, by the law fitted at 2008.
    pub fn of_2008(rates: &Rates, fit: &Fit) -> Option<Event> {
        let paths = Paths::of(fit)?;
        let came = |to: Year| Some(rates.log_nation(to)? - rates.log_nation(fit.origin)?);
        let row = |to: Year| {
            Some((
                Window {
                    from: fit.origin,
                    to,
                },
                paths,
                came(to)?,
            ))
        };
        Event::scored(&[row(2011)?, row(2013)?])
    }

    /// Official beds from 2018, 2020 and 2022, each to 2025.
    pub fn of_2018(series: &Official) -> Option<Event> {
        let row = |from: Year| {
            let window = Window { from, to: 2025 };
            Some((window, Paths::at(series, from)?, series.growth(from, 2025)?))
        };
        Event::scored(&[row(2018)?, row(2020)?, row(2022)?])
    }
}

/// Weights of `Variant::ALL` as known at an origin: equal, times `exp(mean log score)` of every
/// event that was over by then.
pub fn weights(events: &[Event], origin: Year) -> [f64; 3] {
    let mut log: [f64; 3] = [0.0; 3];
    for event in events.iter().filter(|event| event.over <= origin) {
        for (sum, score) in log.iter_mut().zip(event.log_score) {
            *sum += score;
        }
    }
    let best = log.iter().copied().fold(f64::MIN, f64::max);
    let odds = log.map(|score| libm::exp(score - best));
    let all: f64 = odds.iter().sum();
    odds.map(|odd| odd / all)
}

/// Log growth over `horizon` years of all variants together, with these weights.
#[cfg(any(test, feature = "internals"))]
pub fn together(paths: &Paths, weights: [f64; 3], horizon: usize) -> Option<Mixture> {
    let of = |(variant, weight): (Variant, f64)| (weight, paths.law(variant).nation(horizon));
    Mixture::of(Variant::ALL.into_iter().zip(weights).map(of))
}

/// One national window: each variant and all together, as known at the origin, and what came.
#[derive(Clone, Debug, PartialEq)]
#[cfg(any(test, feature = "internals"))]
pub struct Looked {
    /// The window.
    pub window: Window,
    /// Log growth by each of `Variant::ALL`.
    pub alone: [Gaussian; 3],
    /// All together, weighted as known at the origin.
    pub together: Mixture,
    /// The log growth that came.
    pub came: f64,
}

/// Looks back on a national window: to 2013 on beds of provincial departments, by the law fitted at
/// its origin; from 2018 on the official series. `None` where something is not known.
#[cfg(any(test, feature = "internals"))]
pub fn look(
    window: Window,
    rates: &Rates,
    fits: &[Fit],
    series: &Official,
    events: &[Event],
) -> Option<Looked> {
    let (paths, came) = if window.to <= 2013 {
        let fit = fits.iter().find(|fit| fit.origin == window.from)?;
        let came = rates.log_nation(window.to)? - rates.log_nation(window.from)?;
        (Paths::of(fit)?, came)
    } else {
        (
            Paths::at(series, window.from)?,
            series.growth(window.from, window.to)?,
        )
    };
    Some(Looked {
        window,
        alone: Variant::ALL.map(|variant| paths.law(variant).nation(window.horizon())),
        together: together(&paths, weights(events, window.from), window.horizon())?,
        came,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hindcast::Stock;
    use crate::hindcast::calibrate::calibrate;
    use crate::hindcast::facts::Facts;
    use crate::hindcast::law::live;
    use crate::hindcast::rates::Base;
    use crate::hindcast::windows::BETWEEN_ORIGINS;

    fn events(facts: &Facts) -> [Event; 2] {
        let (panel, nation) = facts.until(2008);
        let fit = calibrate(&panel, &nation, Stock::Beds, 2008).unwrap();
        let rates = Rates::gather(&facts.panel, Stock::Beds);
        let series = Official::beds(facts);
        [
            Event::of_2008(&rates, &fit).unwrap(),
            Event::of_2018(&series).unwrap(),
        ]
    }

    fn near(found: [f64; 3], printed: [f64; 3], tolerance: f64) {
        for (found_one, printed_one) in found.iter().zip(printed) {
            assert!(
                (found_one - printed_one).abs() < tolerance,
                "{found:?} {printed:?}"
            );
        }
    }

    #[test]
    fn weights_are_equal_at_first_and_then_what_events_make_them() {
        let events = events(Facts::built_in());
        near(weights(&events, 2008), [1.0 / 3.0; 3], 1e-15);
        for origin in [2018, 2020, 2022] {
            near(weights(&events, origin), [0.116, 0.349, 0.535], 0.005);
        }
        near(weights(&events, 2025), [0.08, 0.32, 0.60], 0.005);
    }

    #[test]
    fn what_goes_on_from_2025_is_the_law_of_2025() {
        let series = Official::beds(Facts::built_in());
        let paths = Paths::at(&series, 2025).unwrap();
        assert!((paths.now - 0.0357).abs() < 5e-5 && (paths.long - 0.0270).abs() < 5e-5);
        let half = paths.law(Variant::Half);
        assert!((half.now - 0.0178).abs() < 5e-5 && (half.long - 0.0135).abs() < 5e-5);
    }

    #[test]
    fn the_chance_of_33_beds_in_2025_as_known_then() {
        let facts = Facts::built_in();
        let (events, series) = (events(facts), Official::beds(facts));
        for (origin, printed) in [(2018, 0.29), (2020, 0.36), (2022, 0.57)] {
            let paths = Paths::at(&series, origin).unwrap();
            let needed = (33.0 / series.rate(origin).unwrap()).ln();
            let horizon = (2025 - origin) as usize;
            let all = together(&paths, weights(&events, origin), horizon).unwrap();
            let mixed = all.chance_above(needed);
            assert!((mixed - printed).abs() < 0.011, "{origin}: {mixed}");
        }
    }

    #[test]
    fn five_windows_between_origins_are_looked_back_on() {
        let facts = Facts::built_in();
        let (events, series) = (events(facts), Official::beds(facts));
        let rates = Rates::gather(&facts.panel, Stock::Beds);
        let fits = [2008, 2011].map(|origin| {
            let (panel, nation) = facts.until(origin);
            calibrate(&panel, &nation, Stock::Beds, origin).unwrap()
        });
        let looked =
            BETWEEN_ORIGINS.map(|window| look(window, &rates, &fits, &series, &events).unwrap());
        let inside = looked
            .iter()
            .filter(|looked| (0.1..=0.9).contains(&looked.together.chance_below(looked.came)));
        assert!(inside.count() >= 3);
    }

    #[test]
    fn lived_forward_from_2025_the_variants_give_the_printed_chances() {
        let series = Official::beds(Facts::built_in());
        let paths = Paths::at(&series, 2025).unwrap();
        let nobody = Base {
            provinces: vec![],
            log_rate: vec![],
            log_nation: 34.5_f64.ln(),
            share: vec![],
        };
        let mixture = |chances: [f64; 3]| -> f64 {
            [0.08, 0.32, 0.60]
                .iter()
                .zip(chances)
                .map(|(weight, chance)| weight * chance)
                .sum()
        };
        let chances = |target: f64, year: usize| {
            Variant::ALL.map(|variant| {
                let draws = live(&paths.lived(variant), &nobody, year, 40_000, 5);
                let needed = (target / 34.5_f64).ln();
                let met = draws.nation[year - 1]
                    .iter()
                    .filter(|grown| **grown >= needed)
                    .count();
                met as f64 / 40_000.0
            })
        };
        let in_2030 = chances(35.0, 5);
        near(in_2030, [0.55, 0.70, 0.85], 0.02);
        assert!((mixture(in_2030) - 0.77).abs() < 0.02);
        let in_2026 = chances(34.7, 1);
        near(in_2026, [0.48, 0.67, 0.87], 0.02);
        assert!((mixture(in_2026) - 0.77).abs() < 0.02);
    }
}
