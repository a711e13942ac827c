//! Fewer retire at the age; those kept are followed by band as an expected number, and paid.

use super::RetirementExtension;
use crate::chance::assumed::Assumed;
use crate::lanes::Lanes;
use crate::policy::{Act, Plan};
use crate::rules::price_of;
use crate::rules::retirement::{Retirement, past_65};
use crate::units::Payer;
use crate::world::country::{Clock, Country};
use crate::world::decisions::Decisions;
use crate::world::money::{Costs, Purpose};
use crate::world::staff::{Cohort, Employer, Headcount, KeptOn, PUBLIC, StaffLevers};
use crate::year::{Model, Phase};
use bevy_ecs::prelude::*;
use enum_map::EnumMap;

/// A decision to keep staff.
#[derive(Component, Clone, Copy, Debug)]
pub struct Extension {
    policy: usize,
    occupation: usize,
    share: f64,
    to_age: f64,
    payer: Payer,
}

/// Those kept by a decision by province, in bands 55-59, 60-64, 65-69: expected.
#[derive(Component, Clone, Debug, Default)]
pub struct Retained(Vec<EnumMap<Employer, [Lanes; 3]>>);

impl Act for RetirementExtension {
    /// Puts a decision into the world.
    fn spawn(&self, world: &mut World, country: &Country, policy: usize, plan: &Plan) {
        let occupation = country
            .base
            .occupations
            .iter()
            .position(|o| o.code == *self.occupation)
            .expect("checked: the occupation exists");
        world.spawn((
            Extension {
                policy,
                occupation,
                share: self.share.value.0,
                to_age: f64::from(self.last_age()),
                payer: plan.payer(&country.base),
            },
            Retained::default(),
        ));
    }

    fn register_base(model: &mut Model) {
        model.at_base(keep_nobody);
    }

    fn register(model: &mut Model) {
        model.add(Phase::Policy, keep);
        model.add(Phase::Policy, follow);
        model.add(Phase::Measure, pay);
    }
}

fn keep_nobody(
    country: Res<Country>,
    mut levers: ResMut<StaffLevers>,
    mut kept: Query<&mut Retained>,
) {
    levers.kept_on.clear();
    for mut kept in &mut kept {
        kept.0.clear();
        kept.0.resize(country.provinces(), EnumMap::default());
    }
}

/// The share kept this year, by occupation.
fn keep(
    clock: Res<Clock>,
    country: Res<Country>,
    decisions: Res<Decisions>,
    mut levers: ResMut<StaffLevers>,
    extensions: Query<&Extension>,
) {
    if extensions.is_empty() {
        return;
    }
    levers.kept_on.clear();
    levers.kept_on.resize(country.occupations(), None);
    for extension in &extensions {
        let acts = decisions.acts(extension.policy, clock.year);
        let on = acts.gt(Lanes::ZERO);
        let row = levers.kept_on[extension.occupation].get_or_insert(KeptOn {
            share: Lanes::ZERO,
            to_age: Lanes::splat(65.0),
        });
        // Decisions about one occupation never act in the same year.
        row.share += acts * extension.share;
        row.to_age = on.select(Lanes::splat(extension.to_age), row.to_age);
    }
}

/// Those kept grow by the share of those who would retire this year, and leave at their last age, by
/// death, or when the decision ends.
fn follow(
    clock: Res<Clock>,
    country: Res<Country>,
    assumed: Res<Assumed>,
    mut decisions: ResMut<Decisions>,
    mut extensions: Query<(&Extension, &mut Retained)>,
    cohorts: Query<(&Cohort, &Headcount)>,
) {
    for (extension, mut kept) in &mut extensions {
        let acts = decisions.acts(extension.policy, clock.year);
        if !acts.gt(Lanes::ZERO).any() && kept.0.iter().all(|row| *row == EnumMap::default()) {
            continue;
        }
        let occupation = &country.base.occupations[extension.occupation];
        let code = &occupation.code;
        let works_on = assumed
            .find(&format!("ret.work_on_{code}"))
            .unwrap_or_else(|| assumed.get(&format!("ret.work_on_{code}_public")));
        let (men, exit_65) = (
            assumed.of("ret.male_share", code),
            assumed.get("ret.exit_65"),
        );
        let (ages, rises) = country.retirement_ages(clock.year);
        let plain = Retirement::new(men, works_on, ages, rises, exit_65);
        // Mean years those kept stay in a band.
        let stay_55 = Lanes::splat((60.0 - ages.1).max(1.0));
        let stay_60 = men * (65.0 - ages.0) + (Lanes::ONE - men) * 5.0;
        let left = past_65(exit_65, Lanes::splat(extension.to_age));
        let stay_65 = (Lanes::ONE - left) / exit_65.max(Lanes::splat(1e-9));
        let up_55 = Lanes::ONE / stay_55;
        let out_60 = (Lanes::ONE / stay_60).min(Lanes::ONE);
        let out_65 = (Lanes::ONE / stay_65.max(Lanes::ONE)).min(Lanes::ONE);
        let goes_on = if extension.to_age > 65.0 { 1.0 } else { 0.0 };
        let death = assumed.get("exit.death_mult");
        let alive = [55usize, 60, 65]
            .map(|age| (Lanes::ONE - death * country.death_rate(age)).max(Lanes::ZERO));
        let first = (55 - occupation.first_age as usize) / 5;
        let mut sum = Lanes::ZERO;
        for (cohort, heads) in &cohorts {
            if cohort.occupation != extension.occupation || !PUBLIC.contains(&cohort.employer) {
                continue;
            }
            let row = &mut kept.0[cohort.province][cohort.employer];
            let there = |k: usize| heads.bands[first + k];
            let new = |k: usize, row: &[Lanes; 3]| {
                (there(k) - row[k]).max(Lanes::ZERO) * plain.retire[k] * extension.share
            };
            let (new_55, new_60) = (new(0, row), new(1, row));
            let in_55 = (row[0] + new_55) * alive[0];
            let in_60 = (row[1] + new_60) * alive[1];
            let in_65 = row[2] * alive[2];
            let (to_60, from_60, from_65) = (in_55 * up_55, in_60 * out_60, in_65 * out_65);
            let next = [
                in_55 - to_60,
                in_60 - from_60 + to_60,
                in_65 - from_65 + from_60 * goes_on,
            ];
            // An expected number of people, never more than there are.
            let all = next.iter().sum::<Lanes>();
            let people = there(0) + there(1) + there(2);
            let fit = people.part_of(all).min(Lanes::ONE) * acts;
            for k in 0..3 {
                row[k] = next[k].max(Lanes::ZERO) * fit;
                sum += row[k];
            }
        }
        let some = sum.gt(Lanes::ZERO).as_lanes();
        decisions.note_done(extension.policy, some);
    }
}

/// Those kept are paid.
fn pay(
    country: Res<Country>,
    assumed: Res<Assumed>,
    mut levers: ResMut<StaffLevers>,
    mut costs: ResMut<Costs>,
    extensions: Query<(&Extension, &Retained)>,
) {
    for (extension, kept) in &extensions {
        let o = extension.occupation;
        let pay = price_of(&assumed, "cost.pay", &country.base.occupations[o].code);
        for (p, row) in kept.0.iter().enumerate() {
            let of = |e: Employer| row[e].iter().sum::<Lanes>();
            let [central, provincial, stations] = PUBLIC.map(of);
            // The ordinary pay of stations counts everybody there.
            levers.carry_pay(o, p, stations);
            costs.charge_in(
                extension.policy,
                p,
                extension.payer,
                Purpose::Staffing,
                (central + provincial + stations) * pay,
            );
        }
    }
}
