//! Work on a milestone is paid in equal parts to its planned finish; how late it ends is drawn where
//! milestones are reached.

use super::ReachMilestone;
use crate::base::ReferenceClass;
use crate::lanes::Lanes;
use crate::policy::{Act, Plan};
use crate::units::Payer;
use crate::world::amount::Billion;
use crate::world::country::{Clock, Country};
use crate::world::decisions::Decisions;
use crate::world::money::{Costs, Purpose};
use crate::world::tracked::MilestoneBoard;
use crate::year::{Model, Phase};
use bevy_ecs::prelude::*;

/// Work on a milestone.
#[derive(Component, Clone, Copy, Debug)]
pub struct Work {
    policy: usize,
    milestone: usize,
    /// When it begins: the end of the year before the policy's first.
    start: f64,
    /// Planned years of work; infinite without effort.
    years: f64,
    /// Whole cost, billion.
    cost: f64,
    payer: Payer,
    /// The province it belongs to; none for one of the nation.
    province: Option<usize>,
}

impl Act for ReachMilestone {
    /// Puts the work on a milestone into the world.
    fn spawn(&self, world: &mut World, country: &Country, policy: usize, plan: &Plan) {
        let base = &country.base;
        let milestone = base
            .milestones
            .iter()
            .position(|m| m.id == *self.milestone)
            .expect("checked: the milestone exists");
        let row = &base.milestones[milestone];
        let class = ReferenceClass::of(&row.reference, &base.references);
        let effort = self.effort.as_ref().map_or(1.0, |e| e.value.0);
        let planned = f64::from(self.by.value.since(plan.from) + 1);
        let years = if effort > 0.0 {
            (planned / effort).max(class.shortest)
        } else {
            f64::INFINITY
        };
        world.spawn(Work {
            policy,
            milestone,
            start: f64::from(plan.from.0 - 1),
            years,
            cost: self.cost.value.0,
            payer: plan.payer(&country.base),
            province: row.province,
        });
    }

    fn register(model: &mut Model) {
        model.add(Phase::Policy, begin);
        model.add(Phase::Measure, charge);
    }
}

/// When the work of a policy begins, in each future.
fn start(work: &Work, decisions: &Decisions) -> Lanes {
    decisions.late(work.policy) + work.start
}

/// Tells by when work that has begun is planned to be finished; the earliest plan counts.
fn begin(
    clock: Res<Clock>,
    decisions: Res<Decisions>,
    mut board: ResMut<MilestoneBoard>,
    works: Query<&Work>,
) {
    for work in &works {
        let begun = decisions.begun(work.policy, clock.year).gt(Lanes::ZERO);
        let planned = start(work, &decisions) + work.years;
        let planned = begun.select(planned, Lanes::splat(f64::INFINITY));
        let known = board.planned[work.milestone];
        board.planned[work.milestone] = known.min(planned);
    }
}

/// The cost, in equal parts over the planned years; done when the milestone is reached.
fn charge(
    clock: Res<Clock>,
    board: Res<MilestoneBoard>,
    mut decisions: ResMut<Decisions>,
    mut costs: ResMut<Costs>,
    works: Query<&Work>,
) {
    let end = f64::from(clock.year.0);
    for work in &works {
        if !work.years.is_finite() {
            continue;
        }
        let begun = decisions.begun(work.policy, clock.year);
        let from = start(work, &decisions);
        let worked = ((from + work.years).min(end) - from.max(end - 1.0)).clamp(0.0, 1.0);
        if work.cost > 0.0 {
            let amount = Billion(begun * worked * (work.cost / work.years));
            let (policy, payer) = (work.policy, work.payer);
            match work.province {
                Some(p) => costs.charge_in(policy, p, payer, Purpose::Initiatives, amount),
                None => costs.charge(policy, payer, Purpose::Initiatives, amount),
            }
        }
        decisions.note_done(work.policy, board.done[work.milestone] * begun);
    }
}
