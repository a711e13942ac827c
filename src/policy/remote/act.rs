//! Lines open in equal steps; where doctors ask, fewer patients are sent on.

use super::RemoteConsultation;
use crate::base::{Level, Owner};
use crate::chance::assumed::Assumed;
use crate::lanes::Lanes;
use crate::policy::rollout::Rollout;
use crate::policy::{Act, Plan};
use crate::rules::price;
use crate::world::care::CareBoard;
use crate::world::country::{Clock, Country};
use crate::world::decisions::Decisions;
use crate::world::money::{Costs, Purpose};
use crate::year::{Model, Phase};
use bevy_ecs::prelude::*;

/// A plan to open lines.
#[derive(Component, Clone, Debug)]
pub struct Lines {
    at: Rollout,
    share: f64,
    /// Hospitals of each province's own.
    hospitals: Vec<f64>,
}

impl Act for RemoteConsultation {
    /// Puts a plan into the world.
    fn spawn(&self, world: &mut World, country: &Country, policy: usize, plan: &Plan) {
        let mut hospitals = vec![0.0; country.provinces()];
        let all = country.base.facilities.iter();
        for own in all.filter(|f| f.owner == Owner::Province && f.level != Level::Commune) {
            hospitals[own.province] += 1.0;
        }
        world.spawn(Lines {
            at: Rollout::new(country, policy, plan, (&self.by, &self.provinces)),
            share: self.share.value.0,
            hospitals,
        });
    }

    fn register(model: &mut Model) {
        // After satellite links: advice is asked about those who would still travel.
        model.add(Phase::Policy, advise);
        model.add(Phase::Measure, pay);
    }
}

/// Of those who would still be sent to Central hospitals, some are treated at home after advice.
fn advise(
    clock: Res<Clock>,
    assumed: Res<Assumed>,
    mut decisions: ResMut<Decisions>,
    mut care: ResMut<CareBoard>,
    plans: Query<&Lines>,
) {
    for plan in &plans {
        let at = &plan.at;
        if clock.year < at.from {
            continue;
        }
        let ripe = at.ripe(&decisions, clock.year);
        let home = assumed.get("remote.uptake") * assumed.get("remote.avoided");
        let home = home * ripe.part * plan.share;
        for p in at.places() {
            let kept = care.kept_by_links[p];
            care.kept_by_links[p] = kept + (Lanes::ONE - kept) * home;
        }
        at.note_done(&mut decisions, ripe, clock.year);
    }
}

/// Each line costs money in every year in which it is open.
fn pay(
    clock: Res<Clock>,
    assumed: Res<Assumed>,
    decisions: Res<Decisions>,
    mut costs: ResMut<Costs>,
    plans: Query<&Lines>,
) {
    for plan in &plans {
        let at = &plan.at;
        if !at.covers(clock.year) {
            continue;
        }
        let ripe = at.ripe(&decisions, clock.year);
        let each = price(&assumed, "remote.cost_line");
        for p in at.places() {
            let open = ripe.part * (plan.share * plan.hospitals[p]);
            costs.charge_in(
                at.policy,
                p,
                at.payer,
                Purpose::RemoteConsultation,
                open * each,
            );
        }
    }
}
