//! A storm or an epidemic takes beds out of use and money for new ones, public money is frozen, a
//! wave of staff resigns: shocks a plan is tested against, off unless a scenario switches one on.
//!
//! Assumption: shocks strike by themselves, each with its own chance a year; which provinces a storm
//! hits is drawn for each of them, unless the scenario names them.
//! Simplification: a shock ends with its year (a wave of resignations lasts some); beds come back,
//! staff are not hurt, and the beds a year did not add are not made up for.

use crate::chance::assumed::Assumed;
use crate::chance::{Chance, Key, Process};
use crate::lanes::Lanes;
use crate::world::country::{Clock, Country};
use crate::world::shocks::{Blow, Shocks, Stress};
use bevy_ecs::prelude::*;

/// Names of the draws made here.
pub const PROCESSES: &[Process] = &[STORM, STORM_PROVINCE, EPIDEMIC, FREEZE, EXIT_WAVE];

const STORM: Process = Process::named("stress/storm");
const STORM_PROVINCE: Process = Process::named("stress/storm-province");
const EPIDEMIC: Process = Process::named("stress/epidemic");
const FREEZE: Process = Process::named("stress/freeze");
const EXIT_WAVE: Process = Process::named("stress/exit-wave");

/// No shock in the base year.
pub fn start(country: Res<Country>, mut stress: ResMut<Stress>) {
    *stress = Stress::none(country.provinces());
}

/// A share an assumption gives, kept between 0 and 1.
fn share(assumed: &Assumed, id: &str) -> Lanes {
    assumed.get(id).clamp(0.0, 1.0)
}

/// 1 where a shock strikes this year: in the year that is given, and with its yearly chance. Where
/// only expectations are followed, the chance itself.
fn strikes(
    process: Process,
    [yearly, given]: [&str; 2],
    clock: &Clock,
    chance: &Chance,
    assumed: &Assumed,
) -> Lanes {
    let given = assumed.get(given) - f64::from(clock.year.0);
    let given = given.abs().lt(0.5).as_lanes();
    let yearly = share(assumed, yearly);
    // Draws live at addresses: leaving this one out moves no other, and a shock that is off costs nothing.
    if !yearly.gt(Lanes::ZERO).any() {
        return given;
    }
    let draw = chance.draw(process, Key::of("nation"), clock.year, 0);
    given.max(draw.bernoulli(0, yearly))
}

/// The shocks of the year, and what they do. Without one every number is exactly 1.
pub fn strike(
    clock: Res<Clock>,
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    mut shocks: ResMut<Shocks>,
    mut stress: ResMut<Stress>,
) {
    let of = |process, ids| strikes(process, ids, &clock, &chance, &assumed);
    let storm = of(STORM, ["shock.storm_chance", "shock.storm_year"]);
    let epidemic = of(EPIDEMIC, ["shock.epidemic_chance", "shock.epidemic_year"]);
    let freeze = of(FREEZE, ["shock.freeze_chance", "shock.freeze_year"]);
    let wave = of(EXIT_WAVE, ["shock.exit_chance", "shock.exit_year"]);
    let stress = &mut *stress;
    stress.struck[Blow::Storm] = storm;
    stress.struck[Blow::Epidemic] = epidemic;
    stress.struck[Blow::Freeze] = freeze;
    stress.struck[Blow::ExitWave] = wave;

    let [out, need, diverted] = ["beds", "demand", "diverted"]
        .map(|what| share(&assumed, &format!("shock.epidemic_{what}")) * epidemic);
    stress.still_builds_everywhere = Lanes::ONE - diverted;
    let hit = share(&assumed, "shock.storm_provinces");
    let [flooded, hurt, drawn_off] = ["beds", "demand", "diverted"]
        .map(|what| share(&assumed, &format!("shock.storm_{what}")) * storm);
    let stormy = storm.gt(Lanes::ZERO).any();
    for (p, key) in country.province_keys.iter().enumerate() {
        let here = match &country.storm_in {
            _ if !stormy => Lanes::ZERO,
            Some(named) if named[p] => Lanes::ONE,
            Some(_) => Lanes::ZERO,
            None => chance
                .draw(STORM_PROVINCE, *key, clock.year, 0)
                .bernoulli(0, hit),
        };
        stress.usable[p] = (Lanes::ONE - out) * (Lanes::ONE - flooded * here);
        stress.need[p] = (Lanes::ONE + need) * (Lanes::ONE + hurt * here);
        stress.still_builds[p] = Lanes::ONE - drawn_off * here;
    }

    let left = share(&assumed, "shock.freeze_disbursed");
    stress.disbursed = Lanes::ONE - freeze * (Lanes::ONE - left);
    shocks.disbursed_provincial *= stress.disbursed;
    shocks.disbursed_ministry *= stress.disbursed;

    // A wave that began k years ago still runs where it lasts longer than k years.
    stress.waves.rotate_right(1);
    stress.waves[0] = wave;
    let years = assumed.get("shock.exit_years").max(Lanes::ZERO);
    let mut running = Lanes::ZERO;
    for (k, began) in stress.waves.iter().enumerate() {
        running += *began * (years - k as f64).clamp(0.0, 1.0);
    }
    let more = (assumed.get("shock.exit_quits") - 1.0).max(Lanes::ZERO);
    stress.quits = Lanes::ONE + running.min(Lanes::ONE) * more;
}
