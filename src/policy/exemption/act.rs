//! The share taken over rises year by year; people use a little more care; whoever takes over pays.

use super::FeeExemption;
use crate::chance::assumed::Assumed;
use crate::lanes::Lanes;
use crate::policy::rollout::Rollout;
use crate::policy::{Act, Plan};
use crate::units::Year;
use crate::world::country::{Clock, Country};
use crate::world::decisions::Decisions;
use crate::world::fund::FundBoard;
use crate::world::money::{Costs, Purpose};
use crate::world::visits::CareLevers;
use crate::year::{Model, Phase};
use bevy_ecs::prelude::*;

/// A plan to take over co-payments.
#[derive(Component, Clone, Debug)]
pub struct Exemption {
    at: Rollout,
    share: f64,
    /// Contribution rates from a year on, the earliest first.
    rates: Vec<(Year, f64)>,
}

/// Part of the co-payments of each province that a plan takes over this year.
#[derive(Component, Clone, Debug, Default)]
pub struct TakenOver(Vec<Lanes>);

impl Act for FeeExemption {
    /// Puts a plan into the world.
    fn spawn(&self, world: &mut World, country: &Country, policy: usize, plan: &Plan) {
        let written = self.contribution.iter().flatten();
        let mut rates: Vec<(Year, f64)> = written.map(|(y, rate)| (y.value, rate.0)).collect();
        rates.sort_by_key(|(year, _)| *year);
        world.spawn((
            Exemption {
                at: Rollout::new(country, policy, plan, (&self.by, &self.provinces)),
                share: self.share.value.0,
                rates,
            },
            TakenOver::default(),
        ));
    }

    fn register_base(model: &mut Model) {
        model.at_base(nothing_taken_over);
    }

    fn register(model: &mut Model) {
        model.add(Phase::Policy, take_over);
        model.add(Phase::Measure, pay);
    }
}

fn nothing_taken_over(country: Res<Country>, mut plans: Query<&mut TakenOver>) {
    for mut taken in &mut plans {
        taken.0.clear();
        taken.0.resize(country.provinces(), Lanes::ZERO);
    }
}

/// What each plan takes over this year: together never more than there is.
fn take_over(
    clock: Res<Clock>,
    assumed: Res<Assumed>,
    mut decisions: ResMut<Decisions>,
    mut levers: ResMut<CareLevers>,
    mut plans: Query<(&Exemption, &mut TakenOver)>,
) {
    if plans.is_empty() {
        return;
    }
    for (plan, mut taken) in &mut plans {
        let at = &plan.at;
        if clock.year < at.from {
            continue;
        }
        let ripe = at.ripe(&decisions, clock.year);
        for (p, taken) in taken.0.iter_mut().enumerate() {
            let left = (Lanes::ONE - levers.exempted(p)).max(Lanes::ZERO);
            *taken = match at.reach[p] {
                true => (ripe.part * plan.share).min(left),
                false => Lanes::ZERO,
            };
            levers.exempt[p][at.payer] += *taken;
        }
        for (year, rate) in &plan.rates {
            let due = decisions
                .since(at.policy, *year, clock.year)
                .ge(Lanes::ZERO);
            let on = due & ripe.acts.gt(Lanes::ZERO);
            let times = Lanes::splat(*rate) / assumed.get("fund.rate");
            levers.contributions = on.select(times, levers.contributions);
        }
        at.note_done(&mut decisions, ripe, clock.year);
    }
    let more = assumed.get("fee.elasticity") * assumed.get("fee.copay_part");
    for p in 0..levers.more_use.len() {
        levers.more_use[p] = Lanes::ONE + more * levers.exempted(p);
    }
}

/// Whoever takes over co-payments pays them.
fn pay(
    clock: Res<Clock>,
    fund: Res<FundBoard>,
    mut costs: ResMut<Costs>,
    plans: Query<(&Exemption, &TakenOver)>,
) {
    for (plan, taken) in &plans {
        let at = &plan.at;
        if !at.covers(clock.year) {
            continue;
        }
        for (p, part) in taken.0.iter().enumerate() {
            let amount = fund.copayments[p] * *part;
            costs.charge_in(at.policy, p, at.payer, Purpose::FeeExemption, amount);
        }
    }
}
