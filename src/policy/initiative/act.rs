//! The money of an initiative is shared between its provinces and paid; the movement it adds is
//! made where followed indicators move.

use super::Initiative;
use crate::base::Weight;
use crate::lanes::Lanes;
use crate::policy::{Act, Plan};
use crate::units::Payer;
use crate::units::Year;
use crate::world::amount::Billion;
use crate::world::country::{Clock, Country};
use crate::world::decisions::Decisions;
use crate::world::money::{Costs, Purpose};
use crate::world::tracked::TrackedBoard;
use crate::year::{Model, Phase};
use bevy_ecs::prelude::*;

/// An initiative at work.
#[derive(Component, Clone, Debug)]
pub struct Drive {
    policy: usize,
    indicator: usize,
    /// Billion a year.
    cost: f64,
    /// Whether it reaches each province.
    reaches: Vec<bool>,
    to: Year,
    payer: Payer,
}

impl Act for Initiative {
    /// Puts an initiative into the world.
    fn spawn(&self, world: &mut World, country: &Country, policy: usize, plan: &Plan) {
        let base = &country.base;
        let indicator = base
            .tracked
            .iter()
            .position(|t| t.id == *self.indicator)
            .expect("checked: the indicator is followed");
        world.spawn(Drive {
            policy,
            indicator,
            cost: self.cost.value.0,
            reaches: base
                .provinces
                .iter()
                .map(|p| self.reaches(&p.code))
                .collect(),
            to: plan.to,
            payer: plan.payer(&country.base),
        });
    }

    fn register(model: &mut Model) {
        model.add(Phase::Finance, share_money);
        model.add(Phase::Measure, finish);
    }
}

/// The year's money is paid and shared: the same for each person (or facility) of its provinces.
fn share_money(
    clock: Res<Clock>,
    country: Res<Country>,
    mut decisions: ResMut<Decisions>,
    mut costs: ResMut<Costs>,
    mut board: ResMut<TrackedBoard>,
    drives: Query<&Drive>,
) {
    for drive in &drives {
        let acts = decisions.acts(drive.policy, clock.year);
        if drive.cost <= 0.0 || !acts.gt(Lanes::ZERO).any() {
            continue;
        }
        let unit = match country.base.tracked[drive.indicator].weight {
            Weight::People => 1e-6,
            Weight::Facilities | Weight::Plain => 1.0,
        };
        let mut reached = Lanes::ZERO;
        for (weight, reaches) in board.weight[drive.indicator].iter().zip(&drive.reaches) {
            if *reaches {
                reached += *weight * unit;
            }
        }
        let some = reached.gt(Lanes::ZERO).select(reached, Lanes::ONE);
        let each = acts * drive.cost / some;
        let amount = Billion(acts * drive.cost);
        costs.charge(drive.policy, drive.payer, Purpose::Initiatives, amount);
        decisions.note_money(drive.policy, amount, amount);
        if let Some(p) = costs.here.filter(|p| drive.reaches[*p]) {
            let here = Billion(each * board.weight[drive.indicator][p] * unit);
            costs.note_in(p, drive.payer, Purpose::Initiatives, here);
        }
        for (money, reaches) in board.money[drive.indicator].iter_mut().zip(&drive.reaches) {
            if *reaches {
                *money += each;
            }
        }
    }
}

/// It is done when its last year is over.
fn finish(clock: Res<Clock>, mut decisions: ResMut<Decisions>, drives: Query<&Drive>) {
    for drive in &drives {
        if clock.year >= drive.to {
            let begun = decisions.begun(drive.policy, drive.to);
            decisions.note_done(drive.policy, begun);
        }
    }
}
