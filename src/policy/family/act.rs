//! People are put on lists as far as there are doctors to keep them; some of their visits move to stations.

use super::FamilyMedicine;
use crate::chance::assumed::Assumed;
use crate::lanes::Lanes;
use crate::policy::rollout::{Rollout, station_doctors};
use crate::policy::{Act, Plan};
use crate::world::amount::Price;
use crate::world::country::{Clock, Country};
use crate::world::decisions::Decisions;
use crate::world::money::{Costs, Purpose};
use crate::world::population::Population;
use crate::world::staff::{StaffBoard, StaffLevers};
use crate::world::visits::CareLevers;
use crate::year::{Model, Phase};
use bevy_ecs::prelude::*;

/// A plan of lists.
#[derive(Component, Clone, Debug)]
pub struct Lists {
    at: Rollout,
    share: f64,
    /// People on the list of one doctor at most, where the scenario says it.
    list: Option<f64>,
}

impl Act for FamilyMedicine {
    /// Puts a plan into the world.
    fn spawn(&self, world: &mut World, country: &Country, policy: usize, plan: &Plan) {
        world.spawn(Lists {
            at: Rollout::new(country, policy, plan, (&self.by, &self.provinces)),
            share: self.share.value.0,
            list: self.list.as_ref().map(|l| f64::from(l.value.0)),
        });
    }

    fn register(model: &mut Model) {
        // Before visits of the year are asked for, with the doctors of the year.
        model.add(Phase::Care, keep_lists);
    }
}

/// A year of lists, plan after plan: each takes the people and the doctors that earlier ones leave.
fn keep_lists(
    clock: Res<Clock>,
    country: Res<Country>,
    assumed: Res<Assumed>,
    population: Res<Population>,
    staff: Res<StaffBoard>,
    lent: Res<StaffLevers>,
    mut decisions: ResMut<Decisions>,
    mut levers: ResMut<CareLevers>,
    mut costs: ResMut<Costs>,
    plans: Query<&Lists>,
) {
    for plan in &plans {
        let at = &plan.at;
        if !at.covers(clock.year) {
            continue;
        }
        let ripe = at.ripe(&decisions, clock.year);
        let list = plan
            .list
            .map_or_else(|| assumed.get("family.list"), Lanes::splat);
        let moved = assumed.get("family.moved");
        let each = Price::billion(assumed.get("family.cost") * 1e-6);
        let [mut promised, mut all] = [Lanes::ZERO; 2];
        for p in at.places() {
            let people = population.people[p];
            let asked = people * ripe.part * plan.share;
            let asked = asked.min((people - levers.on_lists[p]).max(Lanes::ZERO));
            let doctors = station_doctors(&country, &staff, &lent, p);
            let room = (doctors * list - levers.on_lists[p]).max(Lanes::ZERO);
            let listed = asked.min(room);
            levers.on_lists[p] += listed;
            levers.to_stations[p] += moved * listed.part_of(people);
            promised += asked;
            all += listed;
            let cost = listed * each;
            costs.charge_in(at.policy, p, at.payer, Purpose::FamilyMedicine, cost);
        }
        at.note_kept(&mut decisions, ripe, (promised, all));
    }
}
