//! In the planned year the beds of a hospital close, or pass to the hospital it joins.

use super::CloseHospital;
use crate::chance::assumed::Assumed;
use crate::lanes::Lanes;
use crate::policy::{Act, Plan};
use crate::rules::price;
use crate::source::Spanned;
use crate::units::Year;
use crate::world::care::{CareBoard, DAYS};
use crate::world::closing::{Closing, Shut};
use crate::world::country::{Clock, Country, Index};
use crate::world::decisions::Decisions;
use crate::world::facility::{BedBoard, BuiltBeds, Establishments, Hospital};
use crate::world::ledger::{BedCause, Ledger};
use crate::world::money::{Costs, Purpose};
use crate::year::{Model, Phase};
use bevy_ecs::prelude::*;
use std::collections::BTreeMap;

impl Act for CloseHospital {
    /// Puts the closures of a plan into the world.
    fn spawn(&self, world: &mut World, country: &Country, policy: usize, plan: &Plan) {
        for code in &self.hospitals {
            put(world, country, policy, plan, (code, None), self.year.value);
        }
    }

    fn register_base(model: &mut Model) {
        model.at_base(all_open);
    }

    fn register(model: &mut Model) {
        model.add(Phase::Policy, shut);
    }
}

/// Puts one closure into the world: of a hospital, and the one it joins.
pub(in crate::policy) fn put(
    world: &mut World,
    country: &Country,
    policy: usize,
    plan: &Plan,
    (code, into): (&Spanned<String>, Option<&Spanned<String>>),
    year: Year,
) {
    let facilities = &country.base.facilities;
    let place = |code: &Spanned<String>| {
        let at = facilities.iter().position(|f| f.code == **code);
        at.expect("checked: the hospital exists")
    };
    let entity = |at: usize, world: &World| {
        world.resource::<Index>().hospitals[at].expect("checked: a hospital, not a station")
    };
    let at = place(code);
    let hospital = entity(at, world);
    let into = into.map(|code| entity(place(code), world));
    world.entity_mut(hospital).insert(Shut::default());
    world.spawn(Closing {
        policy,
        hospital,
        province: facilities[at].province,
        into,
        year,
        until: plan.to,
        payer: plan.payer(&country.base),
    });
}

fn all_open(mut hospitals: Query<&mut Shut>) {
    for mut shut in &mut hospitals {
        shut.0 = Lanes::ZERO;
    }
}

/// Beds close or pass on. A hospital shuts once, by whichever policy comes first.
fn shut(
    clock: Res<Clock>,
    assumed: Res<Assumed>,
    mut decisions: ResMut<Decisions>,
    mut board: ResMut<BedBoard>,
    mut care: ResMut<CareBoard>,
    mut ledger: ResMut<Ledger>,
    mut costs: ResMut<Costs>,
    closings: Query<&Closing>,
    mut hospitals: Query<(&Hospital, &mut BuiltBeds, &mut Establishments)>,
    mut shut: Query<&mut Shut>,
) {
    let mut all_done: BTreeMap<usize, Lanes> = BTreeMap::new();
    for closing in &closings {
        let past = |year| decisions.since(closing.policy, year, clock.year);
        let due = past(closing.year).ge(Lanes::ZERO) & past(closing.until).le(Lanes::ZERO);
        let due = decisions.begun(closing.policy, clock.year) * due.as_lanes();
        // Beds pass only to a hospital that is there.
        let gone = closing.into.and_then(|into| shut.get(into).ok());
        let stays = Lanes::ONE - gone.map_or(Lanes::ZERO, |gone| gone.0);
        let mut done = shut
            .get_mut(closing.hospital)
            .expect("closures are of hospitals");
        let now = due * stays * (Lanes::ONE - done.0);
        done.0 += now;
        let all = all_done.entry(closing.policy).or_insert(Lanes::ONE);
        *all = all.min(done.0);
        if !now.gt(Lanes::ZERO).any() {
            continue;
        }
        let p = closing.province;
        let (hospital, mut built, mut count) = hospitals
            .get_mut(closing.hospital)
            .expect("closures are of hospitals");
        let group = hospital.group;
        let moved = built.now * now;
        let at_base = built.at_base * now;
        built.now -= moved;
        let gone = count.0 * now;
        count.0 -= gone;
        board.built[p][group] -= moved;
        match closing.into {
            Some(into) => {
                built.at_base -= at_base;
                let (hospital, mut built, _) = hospitals
                    .get_mut(into)
                    .expect("hospitals are joined to hospitals");
                built.now += moved;
                built.at_base += at_base;
                board.built[p][hospital.group] += moved;
            }
            None => {
                ledger.book_beds(p, BedCause::Retired, -moved);
                board.added[p][group.employer()] -= moved;
                let full = care.occupancy[p][group].part_of(care.growth[p]);
                care.closed_days[p] += moved * full * DAYS;
            }
        }
        let cost = moved * price(&assumed, "close.cost_per_bed");
        costs.charge_in(closing.policy, p, closing.payer, Purpose::Closures, cost);
    }
    // The product of a policy is there when the last of its hospitals has shut.
    for (policy, all) in all_done {
        decisions.note_done(policy, all);
    }
}
