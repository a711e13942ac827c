//! Lent doctors count for their time at stations; recruits fill posts that were added; those bound by
//! a scholarship come with a post of their own, and so does a lent doctor who stays.

use super::{CommuneDoctors, Recruitment};
use crate::base::Owner;
use crate::chance::assumed::Assumed;
use crate::chance::{Chance, Key, Process};
use crate::dynamics::training::pass_shares;
use crate::lanes::{Lanes, split_whole};
use crate::policy::{Act, Plan};
use crate::rules::{count, join, price, price_of, station_allowance};
use crate::units::{Payer, Year};
use crate::world::Address;
use crate::world::country::{Clock, Country, Index};
use crate::world::decisions::Decisions;
use crate::world::ledger::{EntrantCause, Ledger, PeopleCause};
use crate::world::money::{Costs, Purpose};
use crate::world::school::{AddedClasses, Programme, Students};
use crate::world::staff::{
    Cohort, Employer, Entrants, Headcount, MAX_BANDS, Posts, StaffBoard, StaffLevers,
};
use crate::year::{Model, Phase};
use bevy_ecs::prelude::*;

const STAY: Process = Process::named("commune/stay");
const LICENSE: Process = Process::named("commune/license");
const BOND: Process = Process::named("commune/bond");

/// The occupation stations count, and its employers.
const DOCTORS: usize = 0;
const HOSPITALS: Employer = Employer::Provincial;
const STATIONS: Employer = Employer::Commune;
/// Part of the added posts that must be filled for a recruitment to count as carried out.
const CARRIED_OUT: f64 = 0.9;

/// A plan for the stations of some provinces.
#[derive(Component, Clone, Debug)]
pub struct StationPlan {
    policy: usize,
    payer: Payer,
    from: Year,
    to: Year,
    key: Key,
    /// Addresses of the provinces under this plan.
    keys: Vec<Key>,
    /// Provinces it is for, those with stations only.
    here: Vec<bool>,
    /// Doctors lent a year, and months each.
    rotation: Option<(f64, Option<f64>)>,
    recruitment: Option<Recruitment>,
    /// Places a year.
    scholarships: Option<f64>,
}

/// What has become of a plan so far.
#[derive(Component, Clone, Debug, Default)]
pub struct Sent {
    /// Doctors lent this year, by province.
    lent: Vec<Lanes>,
    /// Posts of the recruitment, by province.
    funded: Vec<Lanes>,
    /// Posts that came with those bound or who stayed, by province.
    brought: Vec<Lanes>,
    /// 1 where the recruitment has reached its size.
    full: Lanes,
    /// Last year's bound graduates, practising before the licence.
    practising: Lanes,
    /// Bound graduates who failed the exam once.
    retry: Lanes,
    /// Bound doctors placed so far.
    placed: Lanes,
    /// Most scholarship places there have been.
    most: Lanes,
}

impl Act for CommuneDoctors {
    const PROCESSES: &'static [Process] = &[STAY, LICENSE, BOND];

    /// Puts a plan into the world.
    fn spawn(&self, world: &mut World, country: &Country, policy: usize, plan: &Plan) {
        let base = &country.base;
        let here = |p: usize| {
            let named = self.provinces.as_ref();
            country.stations[p] > 0.0
                && named.is_none_or(|codes| codes.iter().any(|c| **c == base.provinces[p].code))
        };
        let key = Key::new2("commune", &plan.id);
        let mut entity = world.spawn((
            StationPlan {
                policy,
                payer: plan.payer(&country.base),
                from: plan.from,
                to: plan.to,
                key,
                keys: base.provinces.iter().map(|p| key.and(&p.code)).collect(),
                here: (0..country.provinces()).map(here).collect(),
                rotation: self.rotation.as_ref().map(|r| {
                    (
                        f64::from(r.doctors.value.0),
                        r.months.as_ref().map(|m| m.value.0),
                    )
                }),
                recruitment: self.recruitment.clone(),
                scholarships: self
                    .scholarships
                    .as_ref()
                    .map(|s| f64::from(s.places.value.0)),
            },
            Sent::default(),
        ));
        if self.scholarships.is_some() {
            entity.insert((
                Programme {
                    occupation: DOCTORS,
                    owner: Owner::Province,
                    share: 0.0,
                    years: base.occupations[DOCTORS].study_years as usize,
                },
                Address(key),
                Students::default(),
                AddedClasses {
                    bound: true,
                    ..AddedClasses::default()
                },
            ));
        }
    }

    fn register_base(model: &mut Model) {
        model.at_base(send_nobody);
    }

    fn register(model: &mut Model) {
        model.add(Phase::Policy, lend_and_admit);
        model.add(Phase::Finance, build_places);
        model.add(Phase::Placement, stay);
        model.add(Phase::Placement, come_bound);
        model.add(Phase::Placement, add_posts);
        model.add(Phase::Measure, pay);
    }
}

fn send_nobody(
    country: Res<Country>,
    mut levers: ResMut<StaffLevers>,
    mut plans: Query<(&mut Sent, Option<&mut AddedClasses>)>,
) {
    levers.rotated.clear();
    levers.station_posts.clear();
    for (mut sent, classes) in &mut plans {
        let nobody = vec![Lanes::ZERO; country.provinces()];
        *sent = Sent {
            lent: nobody.clone(),
            funded: nobody.clone(),
            brought: nobody,
            ..Sent::default()
        };
        if let Some(mut classes) = classes {
            (classes.admits, classes.graduates) = (Lanes::ZERO, Lanes::ZERO);
        }
    }
}

/// How a plan's doctors are shared between its provinces: by doctors missing to the standard at the
/// base year; where none is missing, by stations.
fn weights(
    plan: &StationPlan,
    country: &Country,
    standard: Lanes,
    base_staff: impl Fn(usize) -> Lanes,
) -> Vec<Lanes> {
    let rows = |of: &dyn Fn(usize) -> Lanes| -> Vec<Lanes> {
        (0..country.provinces())
            .map(|p| if plan.here[p] { of(p) } else { Lanes::ZERO })
            .collect()
    };
    let missing = rows(&|p| (standard * country.stations[p] - base_staff(p)).max(Lanes::ZERO));
    let stations = rows(&|p| Lanes::splat(country.stations[p]));
    let some = missing.iter().sum::<Lanes>().gt(Lanes::ZERO);
    missing
        .iter()
        .zip(&stations)
        .map(|(m, s)| some.select(*m, *s))
        .collect()
}

/// Full-time equivalent of one lent doctor.
fn time_of(months: Option<f64>, assumed: &Assumed) -> Lanes {
    match months {
        Some(months) => Lanes::splat(months / 12.0),
        None => assumed.get("rotation.fte").clamp(0.0, 1.0),
    }
}

/// Doctors lent this year and students admitted.
fn lend_and_admit(
    clock: Res<Clock>,
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    decisions: Res<Decisions>,
    index: Res<Index>,
    mut levers: ResMut<StaffLevers>,
    mut plans: Query<(&StationPlan, &mut Sent, Option<&mut AddedClasses>)>,
    cohorts: Query<(&Headcount, &Posts)>,
) {
    if plans.is_empty() {
        return;
    }
    let n = country.provinces();
    let whole = chance.counts_whole();
    let standard = assumed.get("post.commune_standard");
    let row = |p: usize, e: Employer| {
        cohorts
            .get(index.cohorts[DOCTORS][p][e])
            .expect("cohorts keep their components")
    };
    let mut left: Vec<Lanes> = (0..n).map(|p| row(p, HOSPITALS).0.people()).collect();
    levers.rotated.clear();
    levers.rotated.resize(n, Lanes::ZERO);
    let mut share = vec![Lanes::ZERO; n];
    for (plan, mut sent, classes) in &mut plans {
        let acts = decisions.acts(plan.policy, clock.year);
        if let Some(mut classes) = classes {
            classes.admits = acts * plan.scholarships.unwrap_or(0.0);
        }
        let Some((doctors, months)) = plan.rotation else {
            continue;
        };
        let time = time_of(months, &assumed);
        let by = weights(plan, &country, standard, |p| row(p, STATIONS).1.base_staff);
        split_whole(acts * doctors, &by, whole, &mut share);
        for p in 0..n {
            // A province lends at most the doctors it has.
            let lent = share[p].min(left[p]);
            left[p] -= lent;
            sent.lent[p] = lent;
            levers.rotated[p] += lent * time;
        }
    }
}

/// Places that have not been there before are built in the year they are first used.
fn build_places(
    assumed: Res<Assumed>,
    mut costs: ResMut<Costs>,
    mut plans: Query<(&StationPlan, &AddedClasses, &mut Sent)>,
) {
    for (plan, classes, mut sent) in &mut plans {
        let new = (classes.admits - sent.most).max(Lanes::ZERO);
        sent.most += new;
        let cost = new * price(&assumed, "cost.training_place");
        costs.charge(plan.policy, plan.payer, Purpose::Programme, cost);
    }
}

/// Some of the doctors lent this year stay at their stations for good, each in a post that is added;
/// the hospital may fill the one they leave.
fn stay(
    clock: Res<Clock>,
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    index: Res<Index>,
    mut plans: Query<(&StationPlan, &mut Sent)>,
    mut cohorts: Query<(&Cohort, &mut Headcount)>,
) {
    let whole = chance.counts_whole();
    for (plan, mut sent) in &mut plans {
        if plan.rotation.is_none() {
            continue;
        }
        let stays = assumed.get("rotation.stay");
        for p in 0..country.provinces() {
            if !sent.lent[p].gt(Lanes::ZERO).any() {
                continue;
            }
            let (from, to) = (
                index.cohorts[DOCTORS][p][HOSPITALS],
                index.cohorts[DOCTORS][p][STATIONS],
            );
            let (cohort, mut hospital) = cohorts
                .get_mut(from)
                .expect("cohorts keep their components");
            let bands = cohort.bands;
            let lent = sent.lent[p].min(hospital.people());
            let draw = chance.draw(STAY, plan.keys[p], clock.year, 0);
            let stayed = draw.binomial(0, &lent, &stays);
            let mut moved = [Lanes::ZERO; MAX_BANDS];
            split_whole(stayed, &hospital.bands[..bands], whole, &mut moved[..bands]);
            for (band, m) in hospital.bands.iter_mut().zip(&moved) {
                *band -= *m;
            }
            let (_, mut station) = cohorts.get_mut(to).expect("cohorts keep their components");
            for (band, m) in station.bands.iter_mut().zip(&moved) {
                *band += *m;
            }
            sent.brought[p] += stayed;
        }
    }
}

/// Bound graduates of last year sit the exam; of those licensed a share keeps the bond and comes to
/// the stations, the others buy themselves out and look for a post like anybody.
fn come_bound(
    clock: Res<Clock>,
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    index: Res<Index>,
    mut ledger: ResMut<Ledger>,
    mut plans: Query<(&StationPlan, &AddedClasses, &mut Sent)>,
    mut entrants: Query<&mut Entrants>,
    mut cohorts: Query<(&mut Headcount, &Posts)>,
) {
    if plans.is_empty() {
        return;
    }
    let n = country.provinces();
    let whole = chance.counts_whole();
    let occupation = &country.base.occupations[DOCTORS];
    let code = &occupation.code;
    let standard = assumed.get("post.commune_standard");
    let mut pool = entrants
        .get_mut(index.entrants[DOCTORS])
        .expect("entrants keep their components");
    let mut share = vec![Lanes::ZERO; n];
    for (plan, classes, mut sent) in &mut plans {
        let draw = chance.draw(LICENSE, plan.key, clock.year, 0);
        let (mut passed, mut failed, mut failed_twice) =
            (sent.practising, Lanes::ZERO, Lanes::ZERO);
        if let Some((once, again)) = pass_shares(occupation, clock.year, &assumed) {
            let first = draw.binomial(0, &sent.practising, &once);
            let second = draw.binomial(1, &sent.retry, &again);
            passed = first + second;
            failed = sent.practising - first;
            failed_twice = sent.retry - second;
        }
        let bond = chance.draw(BOND, plan.key, clock.year, 0);
        let kept = bond.binomial(0, &passed, &assumed.get("bond.fulfil"));
        let free = passed - kept;
        let looking = bond.binomial(1, &free, &assumed.get(&format!("entry.{code}")));
        sent.practising = classes.graduates;
        sent.retry = failed;
        sent.placed += kept;
        pool.bound -= passed + failed_twice;
        pool.bound_placed += kept;
        pool.waiting += looking;
        pool.licensed += passed;
        pool.looking += kept + looking;
        ledger.book_entrants(DOCTORS, EntrantCause::FailedExam, -failed_twice);
        ledger.book_entrants(DOCTORS, EntrantCause::OtherWork, looking - free);
        ledger.book_entrants(DOCTORS, EntrantCause::Placed, -kept);
        let by = weights(plan, &country, standard, |p| {
            let row = cohorts.get(index.cohorts[DOCTORS][p][STATIONS]);
            row.expect("cohorts keep their components").1.base_staff
        });
        split_whole(kept, &by, whole, &mut share);
        for (p, come) in share.iter().enumerate() {
            let (mut heads, _) = cohorts
                .get_mut(index.cohorts[DOCTORS][p][STATIONS])
                .expect("cohorts keep their components");
            join(&mut heads, *come, occupation.enter_first_band, whole);
            ledger.book_people(DOCTORS, p, PeopleCause::Placed, *come);
            sent.brought[p] += *come;
        }
    }
}

/// Posts at stations on top of those of the base.
fn add_posts(
    clock: Res<Clock>,
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    decisions: Res<Decisions>,
    index: Res<Index>,
    mut levers: ResMut<StaffLevers>,
    mut plans: Query<(&StationPlan, &mut Sent)>,
    cohorts: Query<&Posts>,
) {
    if plans.is_empty() {
        return;
    }
    let n = country.provinces();
    let whole = chance.counts_whole();
    let standard = assumed.get("post.commune_standard");
    let posts = |p: usize| {
        cohorts
            .get(index.cohorts[DOCTORS][p][STATIONS])
            .expect("cohorts keep their components")
    };
    levers.station_posts.clear();
    levers.station_posts.resize(n, Lanes::ZERO);
    for (plan, mut sent) in &mut plans {
        if let Some(recruitment) = &plan.recruitment {
            // What was funded by the last year stays funded.
            let upto = Year(clock.year.0.min(plan.to.0));
            let by = recruitment.by.as_ref().map_or(plan.from, |y| y.value);
            let steps = f64::from(by.since(plan.from) + 1);
            let years = decisions
                .since(plan.policy, plan.from, upto)
                .max(Lanes::ZERO)
                + 1.0;
            let progress =
                (years / steps).min(Lanes::ONE) * decisions.begun(plan.policy, clock.year);
            sent.full = progress.ge(Lanes::ONE).as_lanes();
            if let Some(all) = &recruitment.posts {
                let all = count(progress * f64::from(all.value.0), whole);
                let by = weights(plan, &country, standard, |p| posts(p).base_staff);
                split_whole(all, &by, whole, &mut sent.funded);
            }
            if let Some(goal) = &recruitment.standard {
                let funded = recruitment.funded.as_ref().map_or(1.0, |f| f.value.0);
                for p in (0..n).filter(|p| plan.here[*p]) {
                    let missing = -(posts(p).now - goal.value.0 * country.stations[p]);
                    let added = missing.max(Lanes::ZERO) * progress * funded;
                    sent.funded[p] = count(added, whole);
                }
            }
        }
        for p in 0..n {
            levers.station_posts[p] += sent.funded[p] + sent.brought[p];
        }
    }
}

/// Pay of those in added posts, with the allowances of stations; what lending costs on top of the pay
/// that goes on; student years.
fn pay(
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    index: Res<Index>,
    staff: Res<StaffBoard>,
    mut decisions: ResMut<Decisions>,
    mut levers: ResMut<StaffLevers>,
    mut costs: ResMut<Costs>,
    plans: Query<(&StationPlan, &Sent, Option<&Students>)>,
    cohorts: Query<&Posts>,
) {
    if plans.is_empty() {
        return;
    }
    let n = country.provinces();
    let code = &country.base.occupations[DOCTORS].code;
    let pay = price_of(&assumed, "cost.pay", code);
    let allowance = station_allowance(&assumed);
    let student_year = price_of(&assumed, "cost.student_year", code);
    // Added posts are filled after those of the base.
    let filled: Vec<Lanes> = (0..n)
        .map(|p| {
            let posts = cohorts
                .get(index.cohorts[DOCTORS][p][STATIONS])
                .expect("cohorts keep their components");
            let ordinary = if chance.counts_whole() {
                posts.now.floor()
            } else {
                posts.now
            };
            let beyond = (staff.heads[DOCTORS][p][STATIONS] - ordinary).max(Lanes::ZERO);
            beyond.min(levers.station_posts(p))
        })
        .collect();
    for (plan, sent, students) in &plans {
        let (mut recruits, mut theirs, mut lent) = (Lanes::ZERO, Lanes::ZERO, Lanes::ZERO);
        let away = match plan.rotation {
            Some((_, months)) => time_of(months, &assumed) * assumed.get("rotation.extra_pay"),
            None => Lanes::ZERO,
        };
        for (p, filled) in filled.iter().enumerate() {
            let posts = sent.funded[p] + sent.brought[p];
            let people = posts.part_of(levers.station_posts(p)) * *filled;
            levers.carry_pay(DOCTORS, p, people);
            recruits += people;
            theirs += posts;
            lent += sent.lent[p];
            let owed = ((allowance + 1.0) * people + away * sent.lent[p]) * pay;
            costs.charge_in(plan.policy, p, plan.payer, Purpose::Staffing, owed);
        }
        let mut done = Lanes::ONE;
        if plan.rotation.is_some() {
            done = done.min(lent.gt(Lanes::ZERO).as_lanes());
        }
        if plan.recruitment.is_some() {
            let enough = recruits.ge(theirs * CARRIED_OUT) & theirs.gt(Lanes::ZERO);
            done = done.min(sent.full.min(enough.as_lanes()));
        }
        if plan.scholarships.is_some() {
            done = done.min(sent.placed.gt(Lanes::ZERO).as_lanes());
        }
        if let Some(students) = students {
            let teaching = students.total() * student_year;
            costs.charge(plan.policy, plan.payer, Purpose::Training, teaching);
        }
        decisions.note_done(plan.policy, done);
    }
}
