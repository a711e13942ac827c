//! The share taken over rises year by year; people use a little more care; whoever takes over pays.

use super::FeeExemption;
use crate::chance::assumed::Assumed;
use crate::lanes::Lanes;
use crate::policy::{Act, Plan};
use crate::units::{Payer, Year};
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
    policy: usize,
    share: f64,
    /// Contribution rates from a year on, the earliest first.
    rates: Vec<(Year, f64)>,
    /// Whether the people of a province are exempt.
    reach: Vec<bool>,
    payer: Payer,
    from: Year,
    by: Year,
    to: Year,
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
        let provinces = country.base.provinces.iter();
        world.spawn((
            Exemption {
                policy,
                share: self.share.value.0,
                rates,
                reach: provinces.map(|p| self.reaches(&p.code)).collect(),
                payer: plan.payer(&country.base),
                from: plan.from,
                by: self.by.as_ref().map_or(plan.from, |y| y.value),
                to: plan.to,
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
        if clock.year < plan.from {
            continue;
        }
        let acts = decisions.acts(plan.policy, clock.year);
        let steps = f64::from(plan.by.since(plan.from) + 1).max(1.0);
        let gone = decisions.since(plan.policy, plan.from, clock.year) + 1.0;
        let ripe = (gone / steps).clamp(0.0, 1.0) * acts;
        for (p, taken) in taken.0.iter_mut().enumerate() {
            let left = (Lanes::ONE - levers.exempted(p)).max(Lanes::ZERO);
            *taken = match plan.reach[p] {
                true => (ripe * plan.share).min(left),
                false => Lanes::ZERO,
            };
            levers.exempt[p][plan.payer] += *taken;
        }
        for (year, rate) in &plan.rates {
            let due = decisions
                .since(plan.policy, *year, clock.year)
                .ge(Lanes::ZERO);
            let on = due & acts.gt(Lanes::ZERO);
            let times = Lanes::splat(*rate) / assumed.get("fund.rate");
            levers.contributions = on.select(times, levers.contributions);
        }
        // The product is there once the whole share is taken over, and stays after the last year.
        let whole = (gone.ge(Lanes::splat(steps))).as_lanes();
        let there = match clock.year <= plan.to {
            true => whole * acts,
            false => decisions.done(plan.policy),
        };
        decisions.note_done(plan.policy, there);
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
        if !(plan.from..=plan.to).contains(&clock.year) {
            continue;
        }
        for (p, part) in taken.0.iter().enumerate() {
            let amount = fund.copayments[p] * *part;
            costs.charge_in(plan.policy, p, plan.payer, Purpose::FeeExemption, amount);
        }
    }
}
