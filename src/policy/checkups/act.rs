//! Check-ups are held where stations have the time, as far as money goes.

use super::{CheckUps, Group};
use crate::chance::assumed::Assumed;
use crate::lanes::Lanes;
use crate::policy::rollout::Rollout;
use crate::policy::{Act, Plan};
use crate::world::amount::{Billion, Price};
use crate::world::country::{Clock, Country};
use crate::world::decisions::Decisions;
use crate::world::money::{Costs, Fate, Purpose};
use crate::world::population::Population;
use crate::world::staff::{StaffBoard, StaffLevers};
use crate::world::visits::{CareLevers, CheckUpBoard};
use crate::year::{Model, Phase};
use bevy_ecs::prelude::*;

/// A plan of check-ups.
#[derive(Component, Clone, Debug)]
pub struct Round {
    at: Rollout,
    share: f64,
    /// Whom it is for; `None`: everybody.
    groups: Option<Vec<Group>>,
    /// Most money a year, in billion.
    money: Option<f64>,
}

/// People a plan has time for this year, by province.
#[derive(Component, Clone, Debug, Default)]
pub struct Held(Vec<Lanes>);

impl Act for CheckUps {
    /// Puts a plan into the world.
    fn spawn(&self, world: &mut World, country: &Country, policy: usize, plan: &Plan) {
        let groups = self.groups.as_ref();
        world.spawn((
            Round {
                at: Rollout::new(country, policy, plan, (&self.by, &self.provinces)),
                share: self.share.value.0,
                groups: groups.map(|all| all.iter().map(|g| g.value).collect()),
                money: self.budget.as_ref().map(|m| m.value.0),
            },
            Held(vec![Lanes::ZERO; country.provinces()]),
        ));
    }

    fn register(model: &mut Model) {
        // Before visits of the year are served: stations have the less time for them.
        model.add(Phase::Care, examine);
    }
}

/// Part of the people of a province who belong to a plan's groups.
fn part(plan: &Round, assumed: &Assumed, elderly: Lanes) -> Lanes {
    let Some(groups) = &plan.groups else {
        return Lanes::ONE;
    };
    let pupils = assumed.get("check.share_pupils");
    let workers = assumed.get("check.share_workers");
    let others = (Lanes::ONE - pupils - workers - elderly).max(Lanes::ZERO);
    let of = |group: &Group| match group {
        Group::Pupils => pupils,
        Group::Workers => workers,
        Group::Elderly => elderly,
        Group::Others => others,
    };
    groups.iter().map(of).sum::<Lanes>().min(Lanes::ONE)
}

/// A year of check-ups, plan after plan: each takes the time and the people that earlier ones leave.
fn examine(
    clock: Res<Clock>,
    assumed: Res<Assumed>,
    population: Res<Population>,
    staff: Res<StaffBoard>,
    lent: Res<StaffLevers>,
    mut decisions: ResMut<Decisions>,
    mut levers: ResMut<CareLevers>,
    mut board: ResMut<CheckUpBoard>,
    mut costs: ResMut<Costs>,
    mut plans: Query<(&Round, &mut Held)>,
) {
    for (plan, mut held) in &mut plans {
        let at = &plan.at;
        if !at.covers(clock.year) {
            continue;
        }
        let ripe = at.ripe(&decisions, clock.year);
        let share = ripe.part * plan.share;
        let per_worker = assumed.get("check.per_worker");
        let may_take = assumed.get("check.station_time");
        let each = Price::billion(assumed.get("check.cost") * 1e-6);
        let [mut promised, mut all] = [Lanes::ZERO; 2];
        for p in at.places() {
            let people = population.people[p];
            let asked = people * part(plan, &assumed, population.share_60[p]) * share;
            let asked = asked.min((people - board.asked[p]).max(Lanes::ZERO));
            let workers = staff.at_stations(p) + lent.rotated(p);
            let free = (workers * may_take - levers.check_up_work[p]).max(Lanes::ZERO);
            let fits = asked.min(free * per_worker);
            board.asked[p] += asked;
            board.no_staff[p] += asked - fits;
            held.0[p] = fits;
            promised += asked;
            all += fits;
        }
        let budget = plan.money.map(|money| Billion(ripe.acts * money));
        let paid = match budget {
            Some(budget) => budget.part_of(all * each).min(Lanes::ONE),
            None => Lanes::ONE,
        };
        if let Some(budget) = budget {
            costs.note(at.policy, at.payer, Fate::Offered, budget);
            decisions.note_money(at.policy, budget, all * paid * each);
        }
        for p in at.places() {
            let fits = held.0[p];
            let done = fits * paid;
            board.done[p] += done;
            board.no_money[p] += fits - done;
            levers.check_up_work[p] += done / per_worker;
            costs.charge_in(at.policy, p, at.payer, Purpose::CheckUps, done * each);
        }
        at.note_kept(&mut decisions, ripe, (promised, all * paid));
    }
}
