//! Doctors as the Ministry counts them, by the law alone: whom the schools bring, what a flow model
//! misses, and who is registered from the pool.
//!
//! ```text
//! heads[t] = official[origin] + a year's balance of the schools, times t
//! E[t] = E[t-1] + x[t],  x[t] = .25 x[t-1] + .016 z[t]        what the flow model misses
//! official[t] = (heads[t] exp(E[t]) + R[t]) / people[t]       R: nobody, or the pool as it runs dry
//! ```
//! Registration that goes on as it lately did is not looked back on: its flow was measured on these
//! very years.

use super::Year;
use super::pool::{Graduates, Inputs, OFFICIAL, drawn, pool, rate};
use super::score::Forecast;
use crate::chance::quantile::normal_cdf;
use crate::chance::{Addressed, Key, Process};
use crate::units;

/// Share of a year's miss that is missed again the next year.
pub const MISS_KEPT: f64 = 0.25;
/// Sd of the part of a year's miss that is new.
pub const MISS_SD: f64 = 0.016;
/// Doctors a year by whom the schools' balance fell short of the official count, from an origin to
/// 2025.
///
/// Source: medians of runs of the model from bases of these years, against the official count.
pub const FELL_SHORT: [(Year, f64); 3] = [(2018, 4_600.0), (2020, 6_100.0), (2022, 6_600.0)];
/// Official doctors per 10,000 people, from which with `OFFICIAL` people are told.
///
/// Source: the Ministry; 2018 is assumed.
const RATES: [(Year, f64); 4] = [(2018, 9.0), (2020, 9.81), (2022, 11.5), (2025, 15.0)];
/// Futures drawn from each origin.
const FUTURES: usize = 4_000;

const LOOKED: Process = Process::named("hindcast/doctors");

/// Who is registered beyond those whom the schools bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Registered {
    /// Nobody.
    Stopped,
    /// Those in the pool, until it is dry.
    Pool,
}

impl Registered {
    /// Both.
    pub const ALL: [Registered; 2] = [Registered::Stopped, Registered::Pool];

    /// The word used in tables.
    pub fn id(self) -> &'static str {
        match self {
            Registered::Stopped => "stopped",
            Registered::Pool => "pool",
        }
    }
}

fn at(points: &[(Year, f64)], year: Year) -> Option<f64> {
    points
        .iter()
        .find(|(of, _)| *of == year)
        .map(|(_, value)| *value)
}

/// People in a year: the official count over its rate, growing evenly between the years of both.
fn people(year: Year) -> Option<f64> {
    let known: Vec<(Year, f64)> = OFFICIAL
        .iter()
        .filter_map(|(year, heads)| Some((*year, heads / at(&RATES, *year)? * 1e4)))
        .collect();
    let pair = known
        .windows(2)
        .find(|pair| (pair[0].0..=pair[1].0).contains(&year))?;
    let part = f64::from(year - pair[0].0) / f64::from(pair[1].0 - pair[0].0);
    Some(pair[0].1 * libm::pow(pair[1].1 / pair[0].1, part))
}

/// The official rate from which a forecast of an origin starts.
pub fn base(origin: Year) -> Option<f64> {
    at(&FELL_SHORT, origin).and_then(|_| at(&RATES, origin))
}

/// Log change of official doctors per head from an origin, by horizon from 1 year to 2025. `None`
/// where no run of the model began.
pub fn look(graduates: &Graduates, origin: Year, registered: Registered) -> Option<Vec<Forecast>> {
    let (short, counted) = (at(&FELL_SHORT, origin)?, at(&OFFICIAL, origin)?);
    let years = usize::try_from(2025 - origin).ok()?;
    let balance = (at(&OFFICIAL, 2025)? - counted) / years as f64 - short;
    let ratio: Vec<f64> = (1..=years)
        .map(|year| Some(people(origin)? / people(origin + year as Year)?))
        .collect::<Option<_>>()?;
    let mut dice = Addressed::new(1, 0, LOOKED, Key::of("official"), units::Year(origin));
    let mut found = vec![Vec::with_capacity(FUTURES); years];
    let (shipped, registered_a_year) = (Inputs::shipped(), rate());
    for _ in 0..FUTURES {
        let inputs = shipped.draw(&mut dice);
        let pool = pool(&inputs, graduates, origin, counted);
        let rate = registered_a_year.quantile(normal_cdf(dice.normal()));
        let (mut missed, mut miss) = (0.0, 0.0);
        for (year, found) in found.iter_mut().enumerate() {
            miss = MISS_KEPT * miss + MISS_SD * dice.normal();
            missed += miss;
            let heads = counted + balance * (year + 1) as f64;
            let more = match registered {
                Registered::Stopped => 0.0,
                Registered::Pool => drawn(pool, rate, year as u32 + 1),
            };
            let official = heads * libm::exp(missed) + more;
            found.push(libm::log(official / counted * ratio[year]));
        }
    }
    Some(found.into_iter().map(Forecast::drawn).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hindcast::facts::Facts;

    fn chance_of_15(origin: Year, registered: Registered) -> f64 {
        let graduates = Graduates::doctors(Facts::built_in()).unwrap();
        let forecasts = look(&graduates, origin, registered).unwrap();
        let needed = (15.0 / base(origin).unwrap()).ln();
        1.0 - forecasts.last().unwrap().pit(needed - 1e-12)
    }

    #[test]
    fn the_pool_would_have_given_15_doctors_one_one_and_two_in_ten() {
        // The whole model, with its own spread, gives .10 from 2018.
        for (origin, printed, within) in
            [(2018, 0.10, 0.05), (2020, 0.11, 0.02), (2022, 0.23, 0.02)]
        {
            let found = chance_of_15(origin, Registered::Pool);
            assert!((found - printed).abs() < within, "{origin}: {found}");
        }
    }

    #[test]
    fn without_registration_15_doctors_would_have_had_no_chance() {
        for origin in [2018, 2020, 2022] {
            assert!(chance_of_15(origin, Registered::Stopped) < 0.005);
        }
    }

    #[test]
    fn nothing_is_looked_back_on_where_no_run_began() {
        let graduates = Graduates::doctors(Facts::built_in()).unwrap();
        assert!(look(&graduates, 2019, Registered::Pool).is_none());
        assert!(base(2025).is_none());
    }
}
