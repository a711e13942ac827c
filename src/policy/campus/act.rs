//! A campus is paid for year by year, opens with a drawn delay, and closes the beds it replaces.

use super::SecondCampus;
use crate::chance::assumed::Assumed;
use crate::chance::{Chance, Key, Process};
use crate::lanes::Lanes;
use crate::policy::{Act, Opened, Plan, Policy};
use crate::rules::{count, price};
use crate::units::Payer;
use crate::units::Year;
use crate::world::amount::Billion;
use crate::world::country::{Clock, Country, Index};
use crate::world::decisions::Decisions;
use crate::world::facility::{BedBoard, BuiltBeds, Establishments, Group, Hospital};
use crate::world::ledger::{BedCause, Ledger};
use crate::world::money::{Costs, Purpose};
use crate::world::{Address, InProvince};
use crate::year::{Model, Phase};
use bevy_ecs::prelude::*;

const OPEN: Process = Process::named("campus/open");

/// A planned campus.
#[derive(Component, Clone, Copy, Debug)]
pub struct Campus {
    policy: usize,
    home: Entity,
    beds: f64,
    cost: Option<f64>,
    from: Year,
    opens: Year,
    until: Year,
    replaces: f64,
    payer: Payer,
}

/// 1 until the campus opens.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct Pending(Lanes);

impl Act for SecondCampus {
    const PROCESSES: &'static [Process] = &[OPEN];

    /// Puts a planned campus into the world: a hospital without beds.
    fn spawn(&self, world: &mut World, country: &Country, policy: usize, plan: &Plan) {
        let base = &country.base;
        let Opened { home, province } = self.opened(base).expect("a campus opens");
        let facility = &base.facilities[home];
        let home_entity =
            world.resource::<Index>().hospitals[home].expect("checked: a hospital, not a station");
        let campus = world.spawn((
            Hospital {
                group: Group::of(facility.level, facility.owner),
            },
            InProvince(province),
            Address(Key::new2("campus", &plan.id)),
            BuiltBeds::default(),
            Establishments::default(),
            Campus {
                policy,
                home: home_entity,
                beds: f64::from(self.beds.value.0),
                cost: self.cost.as_ref().map(|c| c.value.0),
                from: plan.from,
                opens: self.opens.value,
                until: plan.to,
                replaces: self.replaces.as_ref().map_or(0.0, |s| s.value.0),
                payer: plan.payer(&country.base),
            },
            Pending::default(),
        ));
        let campus = campus.id();
        world.resource_mut::<Index>().campuses.push(campus);
    }

    fn register_base(model: &mut Model) {
        model.at_base(plan_campus);
    }

    fn register(model: &mut Model) {
        model.add(Phase::Finance, pay_for_campus);
        model.add(Phase::Construction, open_campus);
    }
}

fn plan_campus(mut campuses: Query<(&Campus, &mut Pending, &mut BuiltBeds, &mut Establishments)>) {
    for (_, mut pending, mut beds, mut count) in &mut campuses {
        pending.0 = Lanes::ONE;
        *beds = BuiltBeds::default();
        count.0 = Lanes::ZERO;
    }
}

/// The cost, in equal parts from the policy's first year to the planned opening.
fn pay_for_campus(
    clock: Res<Clock>,
    assumed: Res<Assumed>,
    decisions: Res<Decisions>,
    mut costs: ResMut<Costs>,
    campuses: Query<(&Campus, &Hospital, &InProvince)>,
) {
    for (campus, hospital, place) in &campuses {
        // Where the policy was set off late, everything comes later by as much.
        let past_opening = decisions.since(campus.policy, campus.opens, clock.year);
        let pays =
            decisions.begun(campus.policy, clock.year) * past_opening.le(Lanes::ZERO).as_lanes();
        if !pays.gt(Lanes::ZERO).any() {
            continue;
        }
        let years = f64::from(campus.opens.since(campus.from) + 1);
        // Without beds there is no campus to pay for.
        let some = f64::from(u8::from(campus.beds > 0.0));
        let whole = match campus.cost {
            Some(cost) => Billion(Lanes::splat(cost * some)),
            None => {
                let unit = match hospital.group {
                    Group::Central => "capex.unit_central",
                    Group::Provincial => "capex.unit_provincial",
                    Group::Regional => "capex.unit_regional",
                    Group::Private => "priv.unit",
                };
                Lanes::splat(campus.beds) * price(&assumed, unit)
            }
        };
        costs.charge_in(
            campus.policy,
            place.0,
            campus.payer,
            Purpose::Campus,
            whole * assumed.get("capex.overrun") / years * pays,
        );
    }
}

/// Share of the works that is done at a year-end: they go on evenly from the first year to the opening
/// that is to be expected, delay included, and end with it.
fn works(campus: &Campus, year: Year, delay: Lanes, pending: Lanes) -> Lanes {
    let gone = f64::from(year.since(campus.from) + 1).max(0.0);
    let takes = delay + f64::from(campus.opens.since(campus.from) + 1);
    let expected = (Lanes::splat(gone) / takes).min(Lanes::ONE);
    expected.max(Lanes::ONE - pending)
}

/// From the planned year on the campus opens with a yearly chance; beds it replaces close at home.
fn open_campus(
    clock: Res<Clock>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    mut decisions: ResMut<Decisions>,
    mut board: ResMut<BedBoard>,
    mut ledger: ResMut<Ledger>,
    mut campuses: Query<(Entity, &Campus, &Address, &mut Pending)>,
    mut hospitals: Query<(&Hospital, &InProvince, &mut BuiltBeds, &mut Establishments)>,
) {
    let whole = chance.counts_whole();
    for (entity, campus, address, mut pending) in &mut campuses {
        let past = |year| decisions.since(campus.policy, year, clock.year);
        let may_open = past(campus.opens).ge(Lanes::ZERO) & past(campus.until).le(Lanes::ZERO);
        let due = decisions.begun(campus.policy, clock.year) * may_open.as_lanes();
        let (group, _, _, _) = hospitals.get(entity).expect("a campus is a hospital");
        let delay = || match group.group {
            Group::Central => assumed.get("pipe.campus_delay_mean"),
            _ => assumed.get("pipe.delay_mean"),
        };
        if decisions.asks_share(campus.policy) {
            decisions.note_share(campus.policy, works(campus, clock.year, delay(), pending.0));
        }
        if !due.gt(Lanes::ZERO).any() || !pending.0.gt(Lanes::ZERO).any() {
            continue;
        }
        let delay = delay();
        let opens = chance.draw(OPEN, address.0, clock.year, 0).binomial(
            0,
            &pending.0,
            &(due / (delay + 1.0)),
        );
        pending.0 -= opens;
        decisions.note_done(campus.policy, Lanes::ONE - pending.0);
        let beds = opens * campus.beds;
        {
            let (hospital, place, mut built, mut count) =
                hospitals.get_mut(entity).expect("a campus is a hospital");
            built.now += beds;
            if campus.beds > 0.0 {
                count.0 += opens;
            }
            ledger.book_beds(place.0, BedCause::Campus, beds);
            board.opened[place.0] += beds;
            board.added[place.0][hospital.group.employer()] += beds;
        }
        if campus.replaces > 0.0 {
            let (hospital, place, mut built, _) =
                hospitals.get_mut(campus.home).expect("home is a hospital");
            let closed = count(beds * campus.replaces, whole).min(built.now);
            built.now -= closed;
            ledger.book_beds(place.0, BedCause::Replaced, -closed);
            board.added[place.0][hospital.group.employer()] -= closed;
        }
    }
}
