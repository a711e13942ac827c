//! A year brings weather nobody decided: growth a little off the path, a good or bad year for
//! disbursing money, more or fewer resignations, provinces in or out of favour.

use crate::chance::assumed::Assumed;
use crate::chance::quantile::Beta;
use crate::chance::{Chance, Key, Process};
use crate::lanes::{Lanes, WIDTH};
use crate::world::country::{Clock, Country};
use crate::world::shocks::Shocks;
use bevy_ecs::prelude::*;

/// Names of the draws made here.
pub const PROCESSES: &[Process] = &[NATION, PROVINCE, DISBURSE];

const NATION: Process = Process::named("shocks/nation");
const PROVINCE: Process = Process::named("shocks/province");
const DISBURSE: Process = Process::named("shocks/disbursement");

/// Shocks with memory start from their long-run spread, growth from zero (the base is observed).
pub fn start(
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    mut shocks: ResMut<Shocks>,
) {
    let base = country.base_year();
    let nation = chance.draw(NATION, Key::of("nation"), base, 0);
    shocks.growth = Lanes::ZERO;
    shocks.quits = nation.normal(1) * assumed.get("exit.shock_sd");
    let capital_sd = assumed.get("capex.allocation_sd");
    let appeal_sd = assumed.get("post.allocation_sd");
    shocks.growth_province.clear();
    shocks.capital.clear();
    shocks.appeal.clear();
    for key in &country.province_keys {
        let draw = chance.draw(PROVINCE, *key, base, 0);
        shocks.growth_province.push(Lanes::ZERO);
        shocks.capital.push(draw.normal(1) * capital_sd);
        shocks.appeal.push(draw.normal(2) * appeal_sd);
    }
}

/// The next value of a shock with memory whose long-run spread is `sd`.
fn remember(last: Lanes, memory: Lanes, sd: Lanes, news: Lanes) -> Lanes {
    // News are narrower by what memory keeps, so the spread stays `sd` from year to year.
    last * memory + news * sd * (Lanes::ONE - memory * memory).sqrt()
}

/// Draws the shocks of the year.
pub fn draw(
    clock: Res<Clock>,
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    mut shocks: ResMut<Shocks>,
    mut provincial: Local<Around>,
    mut ministry: Local<Around>,
) {
    let shocks = &mut *shocks;
    let growth_memory = assumed.get("demo.shock_ar");
    let nation = chance.draw(NATION, Key::of("nation"), clock.year, 0);
    shocks.growth = remember(
        shocks.growth,
        growth_memory,
        assumed.get("demo.shock_nat_sd"),
        nation.normal(0),
    );
    shocks.quits = remember(
        shocks.quits,
        assumed.get("exit.shock_ar"),
        assumed.get("exit.shock_sd"),
        nation.normal(1),
    );
    let growth_sd = assumed.get("demo.shock_prov_sd");
    let capital_sd = assumed.get("capex.allocation_sd");
    let capital_memory = assumed.get("capex.allocation_ar");
    let appeal_sd = assumed.get("post.allocation_sd");
    let appeal_memory = assumed.get("post.allocation_ar");
    for (p, key) in country.province_keys.iter().enumerate() {
        let draw = chance.draw(PROVINCE, *key, clock.year, 0);
        shocks.growth_province[p] = remember(
            shocks.growth_province[p],
            growth_memory,
            growth_sd,
            draw.normal(0),
        );
        shocks.capital[p] = remember(
            shocks.capital[p],
            capital_memory,
            capital_sd,
            draw.normal(1),
        );
        shocks.appeal[p] = remember(shocks.appeal[p], appeal_memory, appeal_sd, draw.normal(2));
    }

    let concentration = assumed.get("capex.disburse_conc");
    let disbursement = chance.draw(DISBURSE, Key::of("nation"), clock.year, 0);
    let disbursed = |law: &mut Around, word: usize, mean: &str| {
        let mean = assumed.get(mean);
        if chance.counts_whole() {
            law.draw(disbursement.uniform(word), mean, concentration)
        } else {
            mean
        }
    };
    shocks.disbursed_provincial = disbursed(&mut provincial, 0, "capex.disburse_province");
    shocks.disbursed_ministry = disbursed(&mut ministry, 1, "capex.disburse_central");
}

/// Shares that vary by year around each future's own mean: Beta with that mean and concentration.
///
/// Both stay as they are while a future lives, so its law is worked out once.
#[derive(Default)]
pub struct Around {
    mean: Lanes,
    concentration: Lanes,
    /// By future; empty before the first draw.
    laws: Vec<Beta>,
}

impl Around {
    fn draw(&mut self, u: Lanes, mean: Lanes, concentration: Lanes) -> Lanes {
        if self.laws.is_empty() || self.mean != mean || self.concentration != concentration {
            (self.mean, self.concentration) = (mean, concentration);
            let law = |lane: usize| {
                let (m, c) = (mean.get(lane), concentration.get(lane));
                Beta::new(m * c, (1.0 - m) * c)
            };
            self.laws = (0..WIDTH).map(law).collect();
        }
        Lanes::from_array(std::array::from_fn(|lane| {
            self.laws[lane].quantile(u.get(lane))
        }))
    }
}
