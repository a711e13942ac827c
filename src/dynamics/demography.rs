//! Provinces grow by natural increase and migration, and together follow the official path of the
//! nation; people age.
//!
//! Simplification: bed use follows the share aged 60 and over, one figure for the nation's change.

use crate::chance::assumed::Assumed;
use crate::lanes::Lanes;
use crate::world::country::{Clock, Country};
use crate::world::population::Population;
use crate::world::shocks::Shocks;
use bevy_ecs::prelude::*;

/// Puts people at the base year.
pub fn start(country: Res<Country>, mut population: ResMut<Population>) {
    population.people = country
        .base
        .provinces
        .iter()
        .map(|p| Lanes::splat(p.population))
        .collect();
    population.share_60 = country
        .base
        .provinces
        .iter()
        .map(|p| Lanes::splat(p.share_60))
        .collect();
    population.add_up();
}

/// Provinces grow; with all shocks at zero they add to the official path exactly.
pub fn grow(
    clock: Res<Clock>,
    country: Res<Country>,
    assumed: Res<Assumed>,
    shocks: Res<Shocks>,
    mut population: ResMut<Population>,
) {
    let population = &mut *population;
    let path = |year| {
        country
            .base
            .population_path
            .iter()
            .find(|(y, _)| *y == year)
            .expect("checked: the population path covers the horizon")
            .1
    };
    let ratio = path(clock.year) / path(clock.year.plus(-1));
    let shrink = assumed.get("demo.natural_shrink");
    let migration = assumed.get("demo.migration_mult");
    let last_year = population.nation;

    // National mean of natural increase, towards which provincial differences shrink.
    let base = &country.base;
    let people: f64 = base.provinces.iter().map(|p| p.population).sum();
    let mean: f64 = base
        .provinces
        .iter()
        .map(|p| p.population * p.natural_increase)
        .sum::<f64>()
        / people;

    // Provincial shocks only redistribute: centred with population weights.
    let centre = population
        .people
        .iter()
        .zip(&shocks.growth_province)
        .fold(Lanes::ZERO, |sum, (n, e)| sum + *n * *e)
        / last_year;

    let mut expected = Lanes::ZERO;
    for (p, province) in base.provinces.iter().enumerate() {
        let natural = (Lanes::ONE - shrink) * (province.natural_increase - mean) + mean;
        let growth = natural + migration * province.net_migration;
        let w = population.people[p] * growth.exp();
        expected += w;
        population.people[p] = w * (shocks.growth_province[p] - centre).exp();
    }
    let national = (assumed.get("demo.growth_drift") + shocks.growth).exp() * ratio;
    let scale = last_year * national / expected;
    let slope = assumed.get("demo.share60_slope");
    for (people, share) in population.people.iter_mut().zip(&mut population.share_60) {
        *people *= scale;
        *share += slope;
    }
    population.add_up();
}
