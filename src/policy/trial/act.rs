//! Hostels are paid for each year, by a price that is drawn.

use super::TrialHostels;
use crate::chance::{Chance, Key, Process};
use crate::policy::{Act, Plan};
use crate::units::Payer;
use crate::world::Address;
use crate::world::amount::Billion;
use crate::world::country::{Clock, Country};
use crate::world::decisions::Decisions;
use crate::world::money::{Costs, Purpose};
use crate::year::{Model, Phase};
use bevy_ecs::prelude::*;

const LUCK: Process = Process::named("test/hostels");

/// Hostels of a plan.
#[derive(Component)]
struct Hostels {
    policy: usize,
    province: usize,
    places: f64,
    payer: Payer,
}

impl Act for TrialHostels {
    const PROCESSES: &'static [Process] = &[LUCK];

    /// Puts the hostels of a plan into the world.
    fn spawn(&self, world: &mut World, country: &Country, at: usize, plan: &Plan) {
        let mut provinces = country.base.provinces.iter();
        let hostels = Hostels {
            policy: at,
            province: provinces
                .position(|p| p.code == *self.province)
                .expect("checked: the province exists"),
            places: f64::from(self.places.value.0),
            payer: plan.payer(&country.base),
        };
        world.spawn((hostels, Address(Key::new2("trial", &plan.id))));
    }

    fn register(model: &mut Model) {
        model.add(Phase::Measure, pay);
    }
}

fn pay(
    clock: Res<Clock>,
    chance: Res<Chance>,
    decisions: Res<Decisions>,
    mut costs: ResMut<Costs>,
    all: Query<(&Hostels, &Address)>,
) {
    for (hostels, address) in &all {
        let acts = decisions.acts(hostels.policy, clock.year);
        let price = chance.draw(LUCK, address.0, clock.year, 0).uniform(0);
        let cost = Billion(acts * price * (0.01 * hostels.places));
        let (policy, place, payer) = (hostels.policy, hostels.province, hostels.payer);
        costs.charge_in(policy, place, payer, Purpose::Initiatives, cost);
    }
}
