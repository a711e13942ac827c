//! Allowances keep staff and draw entrants, along a curve that flattens; each point is paid to
//! everybody who is entitled, whether it moved them or not.

use super::Incentives;
use crate::chance::assumed::Assumed;
use crate::lanes::Lanes;
use crate::policy::{Act, Plan};
use crate::rules::price_of;
use crate::units::Payer;
use crate::world::country::{Clock, Country};
use crate::world::decisions::Decisions;
use crate::world::money::{Costs, Purpose};
use crate::world::staff::{EMPLOYERS, Employer, PUBLIC, StaffBoard, StaffLevers};
use crate::year::{Model, Phase};
use bevy_ecs::prelude::*;
use enum_map::EnumMap;

/// An allowance in the world.
#[derive(Component, Clone, Debug)]
pub struct Allowance {
    policy: usize,
    /// Employers whose staff get it.
    employers: Vec<Employer>,
    /// Positions of the occupations.
    occupations: Vec<usize>,
    /// Provinces where it is paid, by position.
    here: Vec<bool>,
    points: f64,
    /// Points of the first year's pay.
    starting: f64,
    payer: Payer,
}

/// Points of allowance for which the rise of all pay and the pull of commune posts are stated.
const STATED: f64 = 30.0;

impl Act for Incentives {
    /// Puts an allowance into the world.
    fn spawn(&self, world: &mut World, country: &Country, policy: usize, plan: &Plan) {
        let base = &country.base;
        let entitled = |e: &Employer| self.employers.iter().any(|named| *e == named.value);
        world.spawn(Allowance {
            policy,
            employers: EMPLOYERS.into_iter().filter(entitled).collect(),
            occupations: (0..base.occupations.len())
                .filter(|o| {
                    let occupation = &base.occupations[*o];
                    let named = self.occupation.as_ref();
                    occupation.has_posts && named.is_none_or(|code| **code == occupation.code)
                })
                .collect(),
            here: base.provinces.iter().map(|p| self.place.holds(p)).collect(),
            points: self.points.value.0,
            starting: self
                .starting_pay
                .as_ref()
                .map_or(0.0, |s| 100.0 * s.value.0),
            payer: plan.payer(&country.base),
        });
    }

    fn register_base(model: &mut Model) {
        model.at_base(pay_nobody);
    }

    fn register(model: &mut Model) {
        model.add(Phase::Policy, raise_pay);
        model.add(Phase::Measure, pay);
    }
}

fn pay_nobody(mut levers: ResMut<StaffLevers>) {
    levers.points.clear();
    levers.starting.clear();
    levers.quits.clear();
    levers.appeal.clear();
}

/// What points of pay are worth: each one its full worth at first, all of them together never more
/// than `saturation` of them.
fn worth(points: Lanes, saturation: Lanes) -> Lanes {
    saturation * (Lanes::ONE - (-points / saturation).exp())
}

/// What more points are worth on top of `before`; nothing at all for none.
fn worth_of_more(before: Lanes, more: Lanes, saturation: Lanes) -> Lanes {
    worth(before + more, saturation) - worth(before, saturation)
}

/// Points of this year by occupation, province and employer, and what they do to resignations and to
/// the choice of posts.
fn raise_pay(
    clock: Res<Clock>,
    country: Res<Country>,
    assumed: Res<Assumed>,
    mut decisions: ResMut<Decisions>,
    mut levers: ResMut<StaffLevers>,
    allowances: Query<&Allowance>,
) {
    if allowances.is_empty() {
        return;
    }
    let n = country.provinces();
    let weight = assumed.get("allow.starting_weight");
    let levers = &mut *levers;
    for rows in [
        &mut levers.points,
        &mut levers.starting,
        &mut levers.quits,
        &mut levers.appeal,
    ] {
        rows.clear();
        rows.resize(country.occupations(), Vec::new());
    }
    for allowance in &allowances {
        let acts = decisions.acts(allowance.policy, clock.year);
        for o in &allowance.occupations {
            if levers.points[*o].is_empty() {
                levers.points[*o] = vec![EnumMap::default(); n];
                levers.starting[*o] = vec![EnumMap::default(); n];
                levers.quits[*o] = vec![EnumMap::default(); n];
                levers.appeal[*o] = vec![EnumMap::default(); n];
            }
            for p in (0..n).filter(|p| allowance.here[*p]) {
                for e in &allowance.employers {
                    levers.points[*o][p][*e] += acts * allowance.points;
                    levers.starting[*o][p][*e] += acts * allowance.starting * weight;
                }
            }
        }
        let paid = acts * f64::from(u8::from(allowance.points + allowance.starting > 0.0));
        decisions.note_done(allowance.policy, paid);
    }
    // Points of allowance, on which effects are stated, for one point of pay.
    let allowance_in_pay = assumed.get("cost.allowance").max(Lanes::splat(0.01)) * 100.0 / STATED;
    let quit_effect = assumed.get("allow.quit_effect") / 10.0 / allowance_in_pay;
    let attract = assumed.get("allow.attract") / STATED / allowance_in_pay;
    let saturation = assumed.get("allow.saturation").max(Lanes::ONE);
    let at_stations = assumed.get("allow.points") * allowance_in_pay;
    for o in 0..country.occupations() {
        if levers.points[o].is_empty() {
            continue;
        }
        for p in 0..n {
            for e in PUBLIC {
                let before = match e {
                    Employer::Commune => at_stations,
                    _ => Lanes::ZERO,
                };
                let points = levers.points[o][p][e];
                let starting = levers.starting[o][p][e];
                levers.quits[o][p][e] = quit_effect * worth_of_more(before, points, saturation);
                levers.appeal[o][p][e] =
                    attract * worth_of_more(before, points + starting, saturation);
            }
        }
    }
}

/// Everybody who is entitled is paid.
fn pay(
    clock: Res<Clock>,
    country: Res<Country>,
    assumed: Res<Assumed>,
    decisions: Res<Decisions>,
    staff: Res<StaffBoard>,
    mut costs: ResMut<Costs>,
    allowances: Query<&Allowance>,
) {
    for allowance in &allowances {
        let acts = decisions.acts(allowance.policy, clock.year);
        for o in &allowance.occupations {
            let pay = price_of(&assumed, "cost.pay", &country.base.occupations[*o].code);
            for p in (0..country.provinces()).filter(|p| allowance.here[*p]) {
                let (mut heads, mut new) = (Lanes::ZERO, Lanes::ZERO);
                for e in &allowance.employers {
                    heads += staff.heads[*o][p][*e];
                    new += staff.placed[*o][p][*e];
                }
                let owed = heads * (allowance.points / 100.0) + new * (allowance.starting / 100.0);
                costs.charge_in(
                    allowance.policy,
                    p,
                    allowance.payer,
                    Purpose::Allowances,
                    owed * pay * acts,
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worth_of_pay_starts_in_full_flattens_and_never_falls() {
        let s = Lanes::splat(50.0);
        let at = |x: f64| worth(Lanes::splat(x), s).get(0);
        assert!((at(0.01) / 0.01 - 1.0).abs() < 1e-3);
        assert!((at(50.0) / 50.0 - (1.0 - libm::exp(-1.0))).abs() < 1e-12);
        assert!(at(300.0) < 50.0 && at(300.0) > 49.8);
        let mut last = 0.0;
        for k in 1..300 {
            let now = at(f64::from(k));
            assert!(now > last);
            last = now;
        }
    }

    #[test]
    fn no_points_are_worth_nothing_to_the_last_bit() {
        for before in [0.0, 19.77, 33.3] {
            let more = worth_of_more(Lanes::splat(before), Lanes::ZERO, Lanes::splat(47.1));
            assert_eq!(more, Lanes::ZERO);
        }
    }

    #[test]
    fn what_is_paid_already_makes_more_of_it_worth_less() {
        let s = Lanes::splat(50.0);
        let more = |before: f64| worth_of_more(Lanes::splat(before), Lanes::splat(10.0), s).get(0);
        assert!(more(0.0) > more(20.0) && more(20.0) > more(60.0));
    }
}
