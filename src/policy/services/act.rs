//! Stations are equipped in equal steps, once; what they offer draws visits as far as doctors are there.

use super::{Service, StationServices};
use crate::chance::assumed::Assumed;
use crate::lanes::Lanes;
use crate::policy::rollout::{Rollout, station_doctors};
use crate::policy::{Act, Plan};
use crate::rules::price;
use crate::world::amount::Billion;
use crate::world::country::{Clock, Country};
use crate::world::decisions::Decisions;
use crate::world::money::{Costs, Purpose};
use crate::world::staff::{StaffBoard, StaffLevers};
use crate::world::visits::CareLevers;
use crate::year::{Model, Phase};
use bevy_ecs::prelude::*;

/// A plan to equip stations.
#[derive(Component, Clone, Debug)]
pub struct Offer {
    at: Rollout,
    share: f64,
    services: Vec<Service>,
}

/// Largest part of the whole share of stations that was equipped so far.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct Equipped(Lanes);

impl Act for StationServices {
    /// Puts a plan into the world.
    fn spawn(&self, world: &mut World, country: &Country, policy: usize, plan: &Plan) {
        let at = Rollout::new(country, policy, plan, (&self.by, &self.provinces));
        let offer = Offer {
            at,
            share: self.share.value.0,
            services: self.offered(),
        };
        world.spawn((offer, Equipped::default()));
    }

    fn register_base(model: &mut Model) {
        model.at_base(nothing_equipped);
    }

    fn register(model: &mut Model) {
        // Before visits of the year are asked for, with the doctors of the year.
        model.add(Phase::Care, offer);
        model.add(Phase::Measure, pay);
    }
}

fn nothing_equipped(mut plans: Query<&mut Equipped>) {
    for mut equipped in &mut plans {
        equipped.0 = Lanes::ZERO;
    }
}

/// More people ask for visits at stations that offer more.
fn offer(
    clock: Res<Clock>,
    country: Res<Country>,
    assumed: Res<Assumed>,
    staff: Res<StaffBoard>,
    lent: Res<StaffLevers>,
    mut decisions: ResMut<Decisions>,
    mut levers: ResMut<CareLevers>,
    plans: Query<&Offer>,
) {
    for plan in &plans {
        let at = &plan.at;
        if clock.year < at.from {
            continue;
        }
        let ripe = at.ripe(&decisions, clock.year);
        let rise = plan.services.iter().map(|s| assumed.get(s.rise()));
        let rise = rise.sum::<Lanes>() * ripe.part * plan.share;
        let needed = assumed.get("services.doctors");
        for p in at.places() {
            let doctors = station_doctors(&country, &staff, &lent, p);
            let a_station = doctors.part_of(Lanes::splat(country.stations[p]));
            let able = a_station.part_of(needed).min(Lanes::ONE);
            levers.station_rise[p] += rise * able;
        }
        at.note_done(&mut decisions, ripe, clock.year);
    }
}

/// What stations need once is paid in the year they are equipped, and what they use in every year.
fn pay(
    clock: Res<Clock>,
    country: Res<Country>,
    assumed: Res<Assumed>,
    decisions: Res<Decisions>,
    mut costs: ResMut<Costs>,
    mut plans: Query<(&Offer, &mut Equipped)>,
) {
    for (plan, mut equipped) in &mut plans {
        let at = &plan.at;
        if !at.covers(clock.year) {
            continue;
        }
        let ripe = at.ripe(&decisions, clock.year);
        let new = (ripe.part - equipped.0).max(Lanes::ZERO);
        equipped.0 += new;
        let running = price(&assumed, "services.running");
        for p in at.places() {
            let stations = plan.share * country.stations[p];
            let mut cost = Billion::NONE;
            for service in &plan.services {
                let once = price(&assumed, service.cost());
                cost += new * stations * once + ripe.part * stations * running;
            }
            costs.charge_in(at.policy, p, at.payer, Purpose::StationServices, cost);
        }
    }
}
