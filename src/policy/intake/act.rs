//! Added classes are programmes of their own, empty at base: ordinary classes keep their draws.

use super::TrainingIntake;
use crate::base::Owner;
use crate::chance::Key;
use crate::chance::assumed::Assumed;
use crate::lanes::Lanes;
use crate::policy::{Act, Plan};
use crate::rules::{count, price, price_of};
use crate::units::{Payer, Year};
use crate::world::Address;
use crate::world::amount::Billion;
use crate::world::country::{Clock, Country};
use crate::world::decisions::Decisions;
use crate::world::money::{Costs, Purpose};
use crate::world::school::{AddedClasses, Programme, Students};
use crate::year::{Model, Phase};
use bevy_ecs::prelude::*;
use std::collections::BTreeMap;

/// Whose classes these are and what they ask.
#[derive(Component, Clone, Debug)]
pub struct Classes {
    policy: usize,
    from: Year,
    to: Year,
    /// Who pays for places.
    payer: Payer,
    /// Who pays for student years.
    teaching: Payer,
    kind: Wish,
}

/// How many students are wanted.
#[derive(Clone, Debug)]
enum Wish {
    /// Larger classes in schools that stand.
    Larger {
        growth: f64,
        a_year: f64,
        cap: Option<f64>,
    },
    /// A new school.
    School {
        places: f64,
        first: Year,
        cost: Option<f64>,
    },
    /// Places that capital buys at a school that stands.
    Capital { money: f64, first: Year },
}

/// What has become of added classes so far.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct Grown {
    /// Most places there have been.
    most: Lanes,
    /// Years since the first students came: 1 in that year, 0 before.
    since: Lanes,
}

impl Act for TrainingIntake {
    /// Puts added classes into the world.
    fn spawn(&self, world: &mut World, country: &Country, policy: usize, plan: &Plan) {
        let base = &country.base;
        let occupation = base
            .occupations
            .iter()
            .position(|o| o.code == *self.occupation)
            .expect("checked: the occupation exists");
        let payer = plan.payer(&country.base);
        let years = base.occupations[occupation].study_years as usize;
        let mut put = |key: Key, owner: Option<Owner>, kind: Wish| {
            let teaching = match owner {
                Some(Owner::Ministry | Owner::OtherMinistry) => Payer::Ministry,
                Some(Owner::Province) => Payer::Provincial,
                Some(Owner::Private) => Payer::Private,
                None => payer,
            };
            world.spawn((
                Programme {
                    occupation,
                    owner: owner.unwrap_or(Owner::Ministry),
                    share: 0.0,
                    years,
                },
                Address(key),
                Students::default(),
                AddedClasses::default(),
                Classes {
                    policy,
                    from: plan.from,
                    to: plan.to,
                    payer,
                    teaching,
                    kind,
                },
                Grown::default(),
            ));
        };
        put(
            Key::new2("intake", &plan.id),
            None,
            Wish::Larger {
                growth: self.growth.value.0,
                a_year: self.a_year.as_ref().map_or(0.0, |a| a.value.0),
                cap: self.cap.as_ref().map(|c| c.value.0),
            },
        );
        for (k, school) in self.new_schools.iter().enumerate() {
            put(
                Key::new3("intake", &plan.id, &format!("school-{}", k + 1)),
                school.owner,
                Wish::School {
                    places: f64::from(school.places.value.0),
                    first: school.first.value,
                    cost: school.cost.as_ref().map(|c| c.value.0),
                },
            );
        }
        for school in &self.schools {
            let code = &school.school.value;
            let known = base.programmes.iter().find(|p| p.code == *code);
            put(
                Key::new3("intake-capital", &plan.id, code),
                known.map(|p| p.owner),
                Wish::Capital {
                    money: school.capital.value.0,
                    first: school.first.value,
                },
            );
        }
    }

    fn register_base(model: &mut Model) {
        model.at_base(empty_classes);
    }

    fn register(model: &mut Model) {
        model.add(Phase::Policy, ask_for_places);
        model.add(Phase::Finance, build_places);
        model.add(Phase::Measure, teach);
    }
}

fn empty_classes(mut classes: Query<(&mut AddedClasses, &mut Grown)>) {
    for (mut added, mut grown) in &mut classes {
        added.admits = Lanes::ZERO;
        added.graduates = Lanes::ZERO;
        *grown = Grown::default();
    }
}

/// 1 in the futures in which places of a year are there. Those that would open after the policy's last year
/// do not.
fn opened(decisions: &Decisions, class: &Classes, first: Year, year: Year) -> Lanes {
    let open = decisions.since(class.policy, first, year).ge(Lanes::ZERO)
        & decisions
            .since(class.policy, first, class.to)
            .ge(Lanes::ZERO);
    open.as_lanes() * decisions.begun(class.policy, year)
}

/// Larger classes share the room that ordinary growth leaves in the schools; new schools bring their
/// own.
fn ask_for_places(
    clock: Res<Clock>,
    country: Res<Country>,
    chance: Res<crate::chance::Chance>,
    assumed: Res<Assumed>,
    mut decisions: ResMut<Decisions>,
    ordinary: Query<(&Programme, &Students), Without<AddedClasses>>,
    mut classes: Query<(&Programme, &Classes, &mut AddedClasses, &mut Grown)>,
) {
    if classes.is_empty() {
        return;
    }
    let whole = chance.counts_whole();
    let capacity = assumed.get("train.capacity");
    let growth = (assumed.get("train.intake_growth") + 1.0).powf_scalar(clock.elapsed() as f64);
    let mut base_intake = vec![Lanes::ZERO; country.occupations()];
    for (programme, students) in &ordinary {
        base_intake[programme.occupation] += students.base_intake;
    }
    let wish = |class: &Classes, intake: Lanes| match class.kind {
        Wish::Larger { growth, a_year, .. } => {
            let years = decisions.since(class.policy, class.from, clock.year);
            let years = years.max(Lanes::ZERO);
            let raised = Lanes::splat(1.0 + a_year).powf(years) * (1.0 + growth) - 1.0;
            intake * raised * decisions.acts(class.policy, clock.year)
        }
        Wish::School { places, first, .. } => opened(&decisions, class, first, clock.year) * places,
        Wish::Capital { money, first } => {
            let places = Billion(Lanes::splat(money)) / price(&assumed, "cost.training_place");
            opened(&decisions, class, first, clock.year) * count(places, whole)
        }
    };
    let mut asked = vec![Lanes::ZERO; country.occupations()];
    for (programme, class, _, _) in &classes {
        if matches!(class.kind, Wish::Larger { .. }) {
            let o = programme.occupation;
            asked[o] += wish(class, base_intake[o]);
        }
    }
    let mut done: BTreeMap<usize, Lanes> = BTreeMap::new();
    let mut admitted: Vec<Lanes> = Vec::new();
    for (programme, class, _, _) in &classes {
        let o = programme.occupation;
        let want = wish(class, base_intake[o]);
        admitted.push(match class.kind {
            Wish::Larger { cap, .. } => {
                let cap = cap.map_or(capacity, Lanes::splat);
                let taken = base_intake[o] * growth.min(capacity);
                let room = (base_intake[o] * cap - taken).max(Lanes::ZERO);
                let fits = room.part_of(asked[o]).min(Lanes::ONE);
                count(want * fits, whole)
            }
            Wish::School { .. } | Wish::Capital { .. } => want,
        });
    }
    for ((programme, class, mut added, mut grown), admits) in classes.iter_mut().zip(admitted) {
        added.admits = admits;
        let begun = (admits + grown.since).gt(Lanes::ZERO).as_lanes();
        grown.since = (grown.since + 1.0) * begun;
        // The first class studies, practises a year and is licensed.
        let time = programme.years as f64 + 2.0;
        let there = grown.since.ge(Lanes::splat(time)).as_lanes();
        let any = done.entry(class.policy).or_insert(Lanes::ZERO);
        *any = any.max(there);
    }
    for (policy, there) in done {
        decisions.note_done(policy, there);
    }
}

/// Places that have not been there before are built in the year they are first used.
fn build_places(
    assumed: Res<Assumed>,
    mut costs: ResMut<Costs>,
    mut classes: Query<(&Classes, &AddedClasses, &mut Grown)>,
) {
    for (class, added, mut grown) in &mut classes {
        let new = (added.admits - grown.most).max(Lanes::ZERO);
        grown.most += new;
        let cost = match class.kind {
            Wish::School {
                cost: Some(cost), ..
            } => Billion(new.gt(Lanes::ZERO).as_lanes() * cost),
            Wish::Capital { money, .. } => Billion(new.gt(Lanes::ZERO).as_lanes() * money),
            _ => new * price(&assumed, "cost.training_place"),
        };
        costs.charge(class.policy, class.payer, Purpose::Programme, cost);
    }
}

/// Student years of added classes, to the last student.
fn teach(
    country: Res<Country>,
    assumed: Res<Assumed>,
    mut costs: ResMut<Costs>,
    classes: Query<(&Programme, &Classes, &Students)>,
) {
    for (programme, class, students) in &classes {
        let code = &country.base.occupations[programme.occupation].code;
        let student_year = price_of(&assumed, "cost.student_year", code);
        costs.charge(
            class.policy,
            class.teaching,
            Purpose::Training,
            students.total() * student_year,
        );
    }
}
