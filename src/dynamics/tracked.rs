//! Indicators that are followed move by a trend, by shocks and by what initiatives add; what is
//! published differs from what is true by an error of observation.
//!
//! A level moves on the scale of log odds between its bounds: near a bound the same effort moves it
//! less, and it never passes. What is reached stays when the money ends.
//!
//! Assumption: a province without a value of its own lies about the rest of the nation, with a drawn
//! distance; the nation's value of the base year is kept.

use crate::base::stock::deviation;
use crate::base::{Direction, JudgedOn, Owner, Ranged, TrackedIndicator, Weight};
use crate::chance::assumed::Assumed;
use crate::chance::{Chance, Draw, Key, Process};
use crate::lanes::Lanes;
use crate::rules::{Layers, base_score};
use crate::world::country::{Clock, Country};
use crate::world::facility::StationBoard;
use crate::world::population::Population;
use crate::world::tracked::TrackedBoard;
use bevy_ecs::prelude::*;

/// Names of the draws made here.
pub const PROCESSES: &[Process] = &[YEAR];

/// Word 0: the shock of the level. Word 1: the error of observation.
const YEAR: Process = Process::named("tracked/year");

/// Share of the room between the bounds that a level keeps from either of them at base.
const OFF_THE_BOUND: f64 = 0.001;

/// Address of an indicator, and of an indicator in a province.
fn key(t: &TrackedIndicator) -> Key {
    Key::new2("track", &t.id)
}

/// Name of an assumption about an indicator.
fn id_of(t: &TrackedIndicator, what: &str) -> String {
    ["track.", &t.id, ".", what].concat()
}

/// Puts followed indicators at the base year.
pub fn start(
    country: Res<Country>,
    layers: Res<Layers>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    population: Res<Population>,
    mut board: ResMut<TrackedBoard>,
    mut facilities: Local<Vec<f64>>,
) {
    let base = &country.base;
    let n = country.provinces();
    // Public facilities by province, counted once in a world.
    if facilities.is_empty() {
        facilities.resize(n, 0.0);
        for f in &base.facilities {
            if f.owner != Owner::Private {
                facilities[f.province] += 1.0;
            }
        }
    }
    *board = TrackedBoard::default();
    board.upgraded.resize(n, Lanes::ZERO);
    for (i, t) in base.tracked.iter().enumerate() {
        let span = t.high - t.low;
        let (low, high) = (t.low + OFF_THE_BOUND * span, t.high - OFF_THE_BOUND * span);
        let nation = match t.value {
            Some(value) => Lanes::splat(value),
            None => assumed.get(&id_of(t, "base")).clamp(low, high),
        };
        let weight: Vec<Lanes> = (0..n)
            .map(|p| match t.weight {
                Weight::People => population.people[p],
                Weight::Facilities => Lanes::splat(facilities[p]),
                Weight::Plain => Lanes::ONE,
            })
            .collect();
        // Provinces with a value of their own, then the rest, so that the nation is kept.
        let spread = assumed.get(&id_of(t, "province_sd"));
        let mut reading = vec![Lanes::ZERO; n];
        let mut distance = vec![Lanes::ZERO; n];
        let (mut known, mut others, mut moved) = (Lanes::ZERO, Lanes::ZERO, Lanes::ZERO);
        for (p, province) in base.provinces.iter().enumerate() {
            let score = base_score(&layers, &chance, key(t).and(&province.code));
            match base.own_value(i, p) {
                Some(own) => {
                    let sd = deviation(Ranged::with(own.value, own.range))
                        .expect("checked: a value lies inside its range");
                    reading[p] = (score * sd + own.value).clamp(low, high);
                    known += weight[p] * reading[p];
                }
                None => {
                    distance[p] = score * spread;
                    others += weight[p];
                    moved += weight[p] * distance[p];
                }
            }
        }
        let all = weight.iter().sum::<Lanes>();
        let shared = others.gt(Lanes::ZERO).select(others, Lanes::ONE);
        let rest = (nation * all - known - moved) / shared;
        for p in 0..n {
            if base.own_value(i, p).is_none() {
                reading[p] = (rest + distance[p]).clamp(low, high);
            }
        }
        // What is published at base holds an error already.
        let errors = errors(&country, &chance, &assumed, t, &weight);
        let odds = reading
            .iter()
            .zip(&errors)
            .map(|(published, error)| log_odds(t, (*published - *error).clamp(low, high)))
            .collect();
        if t.judged_on == JudgedOn::True {
            for (value, error) in reading.iter_mut().zip(&errors) {
                *value = (*value - *error).clamp(low, high);
            }
        }
        board
            .steep
            .push(Lanes::splat(span) / ((nation - t.low) * (Lanes::splat(t.high) - nation)));
        board.odds.push(odds);
        board.reading.push(reading);
        board.weight.push(weight);
        board.money.push(vec![Lanes::ZERO; n]);
    }
}

/// A year passes: trend, shock, initiatives, and the error of what is published.
pub fn advance(
    clock: Res<Clock>,
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    population: Res<Population>,
    stations: Res<StationBoard>,
    mut board: ResMut<TrackedBoard>,
    mut draws: Local<Draws>,
    mut shocks: Local<Vec<Lanes>>,
    mut misses: Local<Vec<Lanes>>,
) {
    let n = country.provinces();
    let board = &mut *board;
    for (i, t) in country.base.tracked.iter().enumerate() {
        let of = |what: &str| assumed.get(&id_of(t, what));
        let (trend, noise) = (of("trend"), of("noise_sd"));
        let (most, scale) = (of("response"), of("response_money"));
        let good = match t.better {
            Direction::AtLeast => 1.0,
            Direction::AtMost => -1.0,
        };
        if t.weight == Weight::People {
            board.weight[i].copy_from_slice(&population.people);
        }
        let weight = &board.weight[i];
        let ratio = assumed.get("track.province_ratio");
        let published = t.judged_on == JudgedOn::Published;
        draws.of(&country, &chance, t, clock.year);
        draws.spread(0, ratio, weight, &mut shocks);
        if published {
            draws.spread(1, ratio, weight, &mut misses);
        }
        let error = of("observation_sd");
        let (low, span) = (t.low, t.high - t.low);
        for p in 0..n {
            let money = std::mem::take(&mut board.money[i][p]);
            let pull = if money.gt(Lanes::ZERO).any() {
                most * (Lanes::ONE - (-(money / scale)).exp()) * good
            } else {
                Lanes::ZERO
            };
            board.odds[i][p] += board.steep[i] * (trend + noise * shocks[p] + pull);
            if t.id == INVESTED {
                let new = stations.upgraded[p] - board.upgraded[p];
                board.odds[i][p] = renewed(board.odds[i][p], new.part_of(weight[p]));
            }
            let level = Lanes::splat(span) / ((-board.odds[i][p]).exp() + 1.0) + low;
            board.reading[i][p] = if published {
                (level + error * misses[p]).clamp(t.low, t.high)
            } else {
                level
            };
        }
    }
    board.upgraded.clone_from(&stations.upgraded);
}

/// The followed share of facilities invested in, which stations brought to standard raise.
pub const INVESTED: &str = "facilities_invested";

/// Log odds of a share after a part of all facilities is renewed, whichever they are: of those not
/// invested in yet as large a part.
fn renewed(odds: Lanes, part: Lanes) -> Lanes {
    let some = part.gt(Lanes::ZERO);
    if !some.any() {
        return odds;
    }
    // With share s, s + (1 - s) x: the odds are (s + (1 - s) x) / ((1 - s) (1 - x)).
    let x = part.clamp(0.0, 1.0 - OFF_THE_BOUND);
    let up = (odds.exp() + x) / (Lanes::ONE - x);
    some.select(up.ln(), odds)
}

fn log_odds(t: &TrackedIndicator, value: Lanes) -> Lanes {
    ((value - t.low) / (Lanes::splat(t.high) - value)).ln()
}

/// Errors of what is published at base, by province.
fn errors(
    country: &Country,
    chance: &Chance,
    assumed: &Assumed,
    t: &TrackedIndicator,
    weight: &[Lanes],
) -> Vec<Lanes> {
    let sd = assumed.get(&id_of(t, "observation_sd"));
    let ratio = assumed.get("track.province_ratio");
    let mut draws = Draws::default();
    draws.of(country, chance, t, country.base_year());
    let mut all = Vec::new();
    draws.spread(1, ratio, weight, &mut all);
    all.iter_mut().for_each(|e| *e *= sd);
    all
}

/// The draws of an indicator in a year: the nation's, then each province's.
#[derive(Default)]
pub struct Draws(Vec<Draw>);

impl Draws {
    fn of(
        &mut self,
        country: &Country,
        chance: &Chance,
        t: &TrackedIndicator,
        year: crate::units::Year,
    ) {
        let key = key(t);
        let provinces = country.base.provinces.iter();
        let keys = std::iter::once(key).chain(provinces.map(|p| key.and(&p.code)));
        self.0.clear();
        self.0
            .extend(keys.map(|key| chance.draw(YEAR, key, year, 0)));
    }

    /// The nation's normal number, and around it those of provinces with `ratio` times its sd,
    /// centred by weight so that the nation keeps its own.
    fn spread(&self, word: usize, ratio: Lanes, weight: &[Lanes], all: &mut Vec<Lanes>) {
        let (nation, provinces) = self.0.split_first().expect("the nation's comes first");
        let nation = nation.normal(word);
        all.clear();
        all.extend(provinces.iter().map(|draw| draw.normal(word)));
        let (mut moved, mut weights) = (Lanes::ZERO, Lanes::ZERO);
        for (x, w) in all.iter().zip(weight) {
            moved += *x * *w;
            weights += *w;
        }
        let mean = moved.part_of(weights);
        for x in all {
            *x = nation + (*x - mean) * ratio;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stations_at_standard_raise_the_share_of_facilities_invested_in() {
        let odds = Lanes::splat((0.4f64 / 0.6).ln());
        let share = |odds: Lanes| 1.0 / (1.0 + (-odds.get(0)).exp());
        // Half of all facilities are renewed: half of the 60 % that were not.
        assert!((share(renewed(odds, Lanes::splat(0.5))) - 0.7).abs() < 1e-12);
        assert_eq!(renewed(odds, Lanes::ZERO).get(0), odds.get(0));
    }
}
