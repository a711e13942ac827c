//! Doctors who have a degree and are not yet counted: the pool from which registration could draw.
//!
//! ```text
//! T[2010] = 61.4 thousand / (1 - outside)          counted by the state, and those outside it
//! T[y+1]  = T[y] (1 - loss) + graduates[y] entry coverage
//! U[y]    = max(0, T[y] - (1 - not_working) official[y])
//! ```
//! Not identified: U in 2025 is about 9.5 thousand at central values (9.4 here) and moves from below
//! zero to 20 with one input at a time (-2.7 to 20.2 here; the design prints -4 to 21).
//!
//! What comes nearest to both, where a reader of the text could choose: graduates of the year before,
//! as written; means of the triangles for `outside`, `entry`, `coverage` and `not_working`, the most
//! likely value for `loss`. The mean of `loss` too gives 8.9. Most likely values throughout give 3.9,
//! because 1.00 of coverage is the edge of its triangle; with graduates of the same year they give
//! 9.7, and one input at a time then moves it from -3.7 to 25.9.

use std::fmt;

use super::Year;
use super::facts::Facts;
use crate::chance::Addressed;
use crate::chance::quantile::{normal as quantile, normal_cdf as distribution};

/// The year from which the stock is carried forward.
pub const FROM: Year = 2010;
/// Doctors the state counted at the end of `FROM`.
///
/// Source: GSO2018, doctors under the state, 2010.
pub const COUNTED_2010: f64 = 61_400.0;
/// Doctors the Ministry counted.
///
/// Source: rates of the Ministry times people, and for 2018 an assumed rate of 9.0.
pub const OFFICIAL: [(Year, f64); 4] = [
    (2018, 85_800.0),
    (2020, 95_700.0),
    (2022, 114_400.0),
    (2025, 153_500.0),
];
/// Rank correlation of loss and entry.
pub const TIE: f64 = 0.7;

/// A law that rises to its most likely value and falls from it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Triangle {
    /// Lower end.
    pub low: f64,
    /// Most likely value.
    pub mode: f64,
    /// Upper end.
    pub high: f64,
}

impl Triangle {
    /// The mean.
    pub fn mean(&self) -> f64 {
        (self.low + self.mode + self.high) / 3.0
    }

    /// The value below which the chance is `u`.
    pub fn quantile(&self, u: f64) -> f64 {
        let width = self.high - self.low;
        let rising = (self.mode - self.low) / width;
        if u < rising {
            self.low + (u * width * (self.mode - self.low)).sqrt()
        } else {
            self.high - ((1.0 - u) * width * (self.high - self.mode)).sqrt()
        }
    }
}

/// One value or one law for each input of the pool.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inputs<T> {
    /// Share of all doctors of 2010 outside the state's count.
    pub outside: T,
    /// Share of the stock lost a year.
    pub loss: T,
    /// Share of graduates who enter: the shipped `entry.doctor`.
    pub entry: T,
    /// Real over reported graduates: the shipped `train.grad_coverage_doctor`.
    pub coverage: T,
    /// Share of the official count that is not a working person.
    pub not_working: T,
}

/// What is assumed. Entry and coverage are those shipped; if they change, hand in others.
pub const SHIPPED: Inputs<Triangle> = Inputs {
    outside: Triangle {
        low: 0.05,
        mode: 0.10,
        high: 0.15,
    },
    loss: Triangle {
        low: 0.013,
        mode: 0.018,
        high: 0.024,
    },
    entry: Triangle {
        low: 0.78,
        mode: 0.89,
        high: 0.97,
    },
    coverage: Triangle {
        low: 1.0,
        mode: 1.0,
        high: 1.15,
    },
    not_working: Triangle {
        low: 0.0,
        mode: 0.02,
        high: 0.07,
    },
};

impl Inputs<Triangle> {
    /// Central values: means, and the most likely loss.
    pub fn central(&self) -> Inputs<f64> {
        Inputs {
            outside: self.outside.mean(),
            loss: self.loss.mode,
            entry: self.entry.mean(),
            coverage: self.coverage.mean(),
            not_working: self.not_working.mean(),
        }
    }

    /// One draw; loss and entry are tied with rank correlation `TIE`.
    pub fn draw(&self, dice: &mut Addressed) -> Inputs<f64> {
        let mut normal = || dice.normal();
        // A normal copula with this correlation has the rank correlation wanted.
        let rho = 2.0 * (std::f64::consts::PI * TIE / 6.0).sin();
        let entry = normal();
        let loss = rho * entry + (1.0 - rho * rho).sqrt() * normal();
        Inputs {
            outside: self.outside.quantile(distribution(normal())),
            loss: self.loss.quantile(distribution(loss)),
            entry: self.entry.quantile(distribution(entry)),
            coverage: self.coverage.quantile(distribution(normal())),
            not_working: self.not_working.quantile(distribution(normal())),
        }
    }
}

/// Reported graduates a year, exponential between published years and beyond them.
#[derive(Clone, Debug, PartialEq)]
pub struct Graduates(Vec<(Year, f64)>);

/// Fewer than two published years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFewPoints;

impl fmt::Display for TooFewPoints {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("graduates of two years at least are needed to tell those of others")
    }
}

impl std::error::Error for TooFewPoints {}

impl Graduates {
    /// Doctors, from the facts.
    ///
    /// # Errors
    /// Fewer than two published years.
    pub fn doctors(facts: &Facts) -> Result<Graduates, TooFewPoints> {
        let own = facts
            .graduates
            .iter()
            .filter(|row| row.occupation == "doctor");
        let mut points: Vec<(Year, f64)> = own.map(|row| (row.year, row.graduates)).collect();
        points.sort_unstable_by_key(|(year, _)| *year);
        points.dedup_by_key(|(year, _)| *year);
        if points.len() < 2 {
            Err(TooFewPoints)
        } else {
            Ok(Graduates(points))
        }
    }

    /// Persons in a year.
    pub fn of(&self, year: Year) -> f64 {
        let last = self.0.len() - 2;
        let place = (0..last)
            .find(|place| year <= self.0[place + 1].0)
            .unwrap_or(last);
        let ((from, before), (to, after)) = (self.0[place], self.0[place + 1]);
        let part = f64::from(year - from) / f64::from(to - from);
        before * (after / before).powf(part)
    }
}

/// All doctors with a degree who have not left, at the end of a year from 2010.
pub fn stock(inputs: &Inputs<f64>, graduates: &Graduates, year: Year) -> f64 {
    let start = COUNTED_2010 / (1.0 - inputs.outside);
    (FROM..year).fold(start, |all, year| {
        all * (1.0 - inputs.loss) + graduates.of(year) * inputs.entry * inputs.coverage
    })
}

/// Doctors not yet counted at the end of a year, before the bound at zero: below it, more are counted
/// than there should be.
pub fn uncounted(inputs: &Inputs<f64>, graduates: &Graduates, year: Year, official: f64) -> f64 {
    stock(inputs, graduates, year) - (1.0 - inputs.not_working) * official
}

/// U: the pool at the end of a year.
pub fn pool(inputs: &Inputs<f64>, graduates: &Graduates, year: Year, official: f64) -> f64 {
    uncounted(inputs, graduates, year, official).max(0.0)
}

/// What registration has drawn from a pool after so many years, a share `rate` of the rest a year.
pub fn drawn(pool: f64, rate: f64, years: u32) -> f64 {
    pool * (1.0 - (1.0 - rate).powi(years as i32))
}

/// Share of the rest of the pool that is registered in a year, where it runs dry.
pub const RATE: Triangle = Triangle {
    low: 0.15,
    mode: 0.30,
    high: 0.50,
};
/// Doctors registered a year beyond the schools', where registration goes on as it lately did.
pub const FLOW: Triangle = Triangle {
    low: 2_600.0,
    mode: 4_500.0,
    high: 6_600.0,
};
/// The last year in which registration goes on.
pub const REGISTERED_BY: Year = 2030;

/// How registration may go on after the base year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Registration {
    /// Nobody is added.
    Stopped,
    /// The pool runs dry.
    Pool {
        /// Doctors in the pool at the base.
        pool: f64,
        /// Share of the rest registered a year.
        rate: f64,
    },
    /// As many as lately, to `REGISTERED_BY`.
    GoesOn {
        /// Doctors a year.
        flow: f64,
    },
}

impl Registration {
    /// Doctors counted by the end of a year beyond those whom the schools bring, from a base year.
    pub fn heads(&self, base: Year, year: Year) -> f64 {
        let years = |last: Year| u32::try_from(last - base).unwrap_or(0);
        match *self {
            Registration::Stopped => 0.0,
            Registration::Pool { pool, rate } => drawn(pool, rate, years(year)),
            Registration::GoesOn { flow } => flow * f64::from(years(year.min(REGISTERED_BY))),
        }
    }
}

/// Doctors whom registration must add beyond those whom the schools bring, in all and a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TurningPoint {
    /// In all.
    pub heads: f64,
    /// A year.
    pub a_year: f64,
}

/// What must be registered beyond `expected` heads to report `target` per 10,000 of `people` in so
/// many years.
pub fn turning_point(target: f64, people: f64, expected: f64, years: u32) -> TurningPoint {
    let heads = (target * people / 10_000.0 - expected).max(0.0);
    TurningPoint {
        heads,
        a_year: heads / f64::from(years.max(1)),
    }
}

/// The heads at which a target is as likely as not, from its chance at rising numbers of heads:
/// linear on the normal scale between the two neighbours. `None` where the chances do not cross a
/// half.
pub fn turning_point_of(chances: &[(f64, f64)], years: u32) -> Option<TurningPoint> {
    let pair = chances
        .windows(2)
        .find(|pair| pair[0].1 < 0.5 && pair[1].1 >= 0.5)?;
    let scale = |chance: f64| quantile(chance.clamp(1e-9, 1.0 - 1e-9));
    let (below, above) = (scale(pair[0].1), scale(pair[1].1));
    let heads = pair[0].0 + (pair[1].0 - pair[0].0) * -below / (above - below);
    Some(TurningPoint {
        heads,
        a_year: heads / f64::from(years.max(1)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::{Key, Process};
    use crate::units;

    fn graduates() -> Graduates {
        Graduates::doctors(Facts::built_in()).unwrap()
    }

    fn official(year: Year) -> f64 {
        OFFICIAL.iter().find(|(of, _)| *of == year).unwrap().1
    }

    #[test]
    fn graduates_go_through_the_published_years() {
        let graduates = graduates();
        for (year, number) in [(2006, 3_265.0), (2017, 9_118.0), (2023, 11_300.0)] {
            assert!((graduates.of(year) - number).abs() < 1e-9);
        }
        // The same law as the tables of origins: 3,935 in 2008, 5,207 in 2011, 6,276 in 2013.
        for (year, number) in [
            (2005, 2_973.97),
            (2008, 3_935.29),
            (2011, 5_207.36),
            (2013, 6_276.42),
        ] {
            assert!((graduates.of(year) - number).abs() < 0.01, "{year}");
        }
        assert!(graduates.of(2025) > graduates.of(2024));
    }

    #[test]
    fn the_pool_of_2025_is_about_nine_and_a_half_thousand_and_not_identified() {
        let (graduates, central) = (graduates(), SHIPPED.central());
        let of = |inputs: &Inputs<f64>| uncounted(inputs, &graduates, 2025, official(2025)) / 1e3;
        assert!((of(&central) - 9.5).abs() < 0.2, "{}", of(&central));
        let mut ends = (f64::MAX, f64::MIN);
        let laws = SHIPPED;
        for high in [false, true] {
            let end = |law: Triangle| if high { law.high } else { law.low };
            for moved in [
                Inputs {
                    outside: end(laws.outside),
                    ..central
                },
                Inputs {
                    loss: end(laws.loss),
                    ..central
                },
                Inputs {
                    entry: end(laws.entry),
                    ..central
                },
                Inputs {
                    coverage: end(laws.coverage),
                    ..central
                },
                Inputs {
                    not_working: end(laws.not_working),
                    ..central
                },
            ] {
                ends = (ends.0.min(of(&moved)), ends.1.max(of(&moved)));
            }
        }
        assert!(
            (ends.0 + 4.0).abs() < 2.0 && (ends.1 - 21.0).abs() < 2.0,
            "{ends:?}"
        );
    }

    #[test]
    fn draws_keep_to_their_laws_and_their_tie() {
        let process = Process::named("test/pool");
        let mut dice = Addressed::new(1, 0, process, Key::of("pool"), units::Year(2025));
        let draws: Vec<Inputs<f64>> = (0..4_000).map(|_| SHIPPED.draw(&mut dice)).collect();
        let n = draws.len() as f64;
        let mean = |of: fn(&Inputs<f64>) -> f64| draws.iter().map(of).sum::<f64>() / n;
        assert!((mean(|draw| draw.entry) - SHIPPED.entry.mean()).abs() < 0.003);
        assert!((mean(|draw| draw.coverage) - SHIPPED.coverage.mean()).abs() < 0.003);
        let (loss, entry) = (mean(|draw| draw.loss), mean(|draw| draw.entry));
        let (mut both, mut own, mut other) = (0.0, 0.0, 0.0);
        for draw in &draws {
            both += (draw.loss - loss) * (draw.entry - entry);
            own += (draw.loss - loss).powi(2);
            other += (draw.entry - entry).powi(2);
        }
        let tie = both / (own * other).sqrt();
        assert!((tie - TIE).abs() < 0.05, "{tie}");
        assert!(
            draws
                .iter()
                .all(|draw| (0.0..=0.07).contains(&draw.not_working))
        );
    }

    #[test]
    fn registration_turns_at_1900_a_year() {
        // Chances of 19 doctors per 10,000 in 2030 at so many thousand heads beyond the schools'.
        let chances = [
            (0.0, 0.17),
            (6_000.0, 0.37),
            (10_000.0, 0.53),
            (15_000.0, 0.73),
            (25_000.0, 0.97),
        ];
        let turn = turning_point_of(&chances, 5).unwrap();
        assert!((turn.heads - 9_300.0).abs() < 100.0, "{turn:?}");
        assert!((turn.a_year - 1_900.0).abs() < 50.0, "{turn:?}");
        // 18.12 per 10,000 expected of 105.5 million.
        let same = turning_point(19.0, 105_500_000.0, 191_150.0, 5);
        assert!((same.heads - 9_300.0).abs() < 1.0 && (same.a_year - 1_860.0).abs() < 1.0);
        assert_eq!(turning_point(15.0, 1e6, 2_000.0, 5).heads, 0.0);
        assert!(turning_point_of(&chances[..2], 5).is_none());
    }

    #[test]
    fn a_pool_runs_dry() {
        assert_eq!(drawn(9_500.0, 0.3, 0), 0.0);
        assert!((drawn(9_500.0, 0.3, 5) - 9_500.0 * (1.0 - 0.16807)).abs() < 1e-9);
        let dry = Registration::Pool {
            pool: 9_500.0,
            rate: 0.3,
        };
        assert_eq!(dry.heads(2025, 2030), drawn(9_500.0, 0.3, 5));
        assert_eq!(Registration::Stopped.heads(2025, 2030), 0.0);
        let on = Registration::GoesOn { flow: FLOW.mode };
        assert_eq!(
            (on.heads(2025, 2030), on.heads(2025, 2035)),
            (22_500.0, 22_500.0)
        );
        assert_eq!(on.heads(2025, 2025), 0.0);
        let inputs = SHIPPED.central();
        assert_eq!(pool(&inputs, &graduates(), 2025, 1e9), 0.0);
    }
}
