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

use crate::lanes::whole_power;
use std::fmt;

use super::facts::Facts;
use super::{Year, words};
use crate::base::{Base, Distribution};
use crate::chance::Addressed;
use crate::chance::quantile::normal_cdf as distribution;

/// The year from which the stock is carried forward.
pub const FROM: Year = 2010;
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
    #[cfg(any(test, feature = "internals"))]
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

/// A triangular law of the built-in base.
fn law(id: &str) -> Triangle {
    let base = Base::builtin();
    match base.assumptions.get(id).map(|a| &a.distribution) {
        Some(&Distribution::Triangular { low, mode, high }) => Triangle { low, mode, high },
        _ => panic!("tested: the built-in base holds a triangular law of {id}"),
    }
}

/// Share of the rest of the pool that is registered in a year, where it runs dry.
pub fn rate() -> Triangle {
    law("recount.rate")
}

impl Inputs<Triangle> {
    /// What the built-in base assumes.
    pub fn shipped() -> Self {
        Inputs {
            outside: law("pool.outside"),
            loss: law("pool.loss"),
            entry: law("entry.doctor"),
            coverage: law("train.grad_coverage_doctor"),
            not_working: law("base.doctor_overcount"),
        }
    }
}

impl Inputs<Triangle> {
    /// Central values: means, and the most likely loss.
    #[cfg(any(test, feature = "internals"))]
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
        let rho = 2.0 * libm::sin(std::f64::consts::PI * TIE / 6.0);
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
        f.write_str(&words::TOO_FEW_POINTS)
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
        before * libm::pow(after / before, part)
    }
}

/// Doctors the state counted at the end of `FROM`, as the built-in base has it.
fn counted_first() -> f64 {
    let base = Base::builtin();
    let id = format!("pool.counted_{FROM}");
    let counted = base
        .assumptions
        .get(&id)
        .map(|a| a.distribution.most_likely());
    counted.expect("tested: the built-in base holds the count")
}

/// All doctors with a degree who have not left, at the end of a year from 2010.
pub fn stock(inputs: &Inputs<f64>, graduates: &Graduates, year: Year) -> f64 {
    let start = counted_first() / (1.0 - inputs.outside);
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
    pool * (1.0 - whole_power(1.0 - rate, years as i32))
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
        let (graduates, central) = (graduates(), Inputs::shipped().central());
        let of = |inputs: &Inputs<f64>| uncounted(inputs, &graduates, 2025, official(2025)) / 1e3;
        assert!((of(&central) - 9.5).abs() < 0.2, "{}", of(&central));
        let mut ends = (f64::MAX, f64::MIN);
        let laws = Inputs::shipped();
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
        let shipped = Inputs::shipped();
        let process = Process::named("test/pool");
        let mut dice = Addressed::new(1, 0, process, Key::of("pool"), units::Year(2025));
        let draws: Vec<Inputs<f64>> = (0..4_000).map(|_| shipped.draw(&mut dice)).collect();
        let n = draws.len() as f64;
        let mean = |of: fn(&Inputs<f64>) -> f64| draws.iter().map(of).sum::<f64>() / n;
        assert!((mean(|draw| draw.entry) - shipped.entry.mean()).abs() < 0.003);
        assert!((mean(|draw| draw.coverage) - shipped.coverage.mean()).abs() < 0.003);
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
    fn a_pool_runs_dry() {
        assert_eq!(drawn(9_500.0, 0.3, 0), 0.0);
        assert!((drawn(9_500.0, 0.3, 5) - 9_500.0 * (1.0 - 0.16807)).abs() < 1e-9);
        let inputs = Inputs::shipped().central();
        assert_eq!(pool(&inputs, &graduates(), 2025, 1e9), 0.0);
    }
}
