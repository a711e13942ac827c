//! Private hospitals open: how many is a Poisson draw for each province, their sizes lognormal.
//! Those that stand expand or close beds in `construction`.
//!
//! Assumption: openings lie over provinces as private beds do at base.

use crate::chance::assumed::Assumed;
use crate::chance::{Chance, Process};
use crate::lanes::Lanes;
use crate::rules::{price, private_openings};
use crate::units::Payer;
use crate::world::country::{Clock, Country, Index};
use crate::world::facility::{BedBoard, BuiltBeds, Establishments};
use crate::world::ledger::{BedCause, Ledger};
use crate::world::money::{Costs, Purpose, Works};
use crate::world::private::PrivateLevers;
use crate::world::staff::Employer;
use bevy_ecs::prelude::*;

/// Names of the draws made here.
pub const PROCESSES: &[Process] = &[OPENINGS, SIZE];

const OPENINGS: Process = Process::named("private/openings");
const SIZE: Process = Process::named("private/size");

/// New private hospitals open.
pub fn open(
    clock: Res<Clock>,
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    index: Res<Index>,
    mut board: ResMut<BedBoard>,
    mut ledger: ResMut<Ledger>,
    mut costs: ResMut<Costs>,
    mut levers: ResMut<PrivateLevers>,
    mut works: ResMut<Works>,
    mut hospitals: Query<(&mut BuiltBeds, &mut Establishments)>,
) {
    let national = private_openings(&assumed, clock.elapsed());
    let mean_size = assumed.get("priv.size");
    // Lognormal with that mean and squared coefficient of variation.
    let variance = (assumed.get("priv.size_cv2") + 1.0).ln();
    let centre = mean_size.ln() - variance * 0.5;
    let sd = variance.sqrt();
    let unit = price(&assumed, "priv.unit");
    let shares = &country.private_shares;
    levers.more_beds.clear();
    for p in 0..country.provinces() {
        let key = country.province_keys[p];
        let mean = national * shares[p];
        let opened = chance.draw(OPENINGS, key, clock.year, 0).poisson(0, &mean);
        // A policy makes the hospitals that open larger; the draws stay the same.
        let larger = levers.larger.get(p).copied().unwrap_or(Lanes::ZERO);
        let grows = larger.gt(Lanes::ZERO).any();
        let (mut beds, mut more) = (Lanes::ZERO, Lanes::ZERO);
        // Each hospital has a sub-number of its own: one more of them moves no size of the others.
        if chance.counts_whole() {
            let mut k = 0u32;
            loop {
                let opens = opened.gt(Lanes::splat(f64::from(k)));
                if !opens.any() {
                    break;
                }
                let size = (chance.draw(SIZE, key, clock.year, k).normal(0) * sd + centre).exp();
                let whole = size.round_half_up().max(Lanes::ONE);
                beds += opens.select(whole, Lanes::ZERO);
                if grows {
                    let larger = (size * (larger + 1.0)).round_half_up().max(Lanes::ONE);
                    more += opens.select(larger - whole, Lanes::ZERO);
                }
                k += 1;
            }
        } else {
            beds = opened * mean_size;
            more = beds * larger;
        }
        let (mut built, mut count) = hospitals
            .get_mut(index.new_private[p])
            .expect("slots keep their components");
        built.now += beds;
        count.0 += opened;
        ledger.book_beds(p, BedCause::PrivateOpened, beds);
        board.opened[p] += beds;
        board.added[p][Employer::Private] += beds;
        works.ready[p].show(beds);
        costs.book_in(p, Payer::Private, Purpose::PrivateBeds, beds * unit);
        if grows {
            // Their cost is charged to the policies, at the end of the year.
            built.now += more;
            ledger.book_beds(p, BedCause::PrivateOpened, more);
            board.opened[p] += more;
            board.added[p][Employer::Private] += more;
        }
        levers.more_beds.push(more);
    }
}

/// Private beds paid for by a policy open.
pub fn open_paid_by_policy(
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    index: Res<Index>,
    mut works: ResMut<Works>,
    mut board: ResMut<BedBoard>,
    mut ledger: ResMut<Ledger>,
    mut hospitals: Query<&mut BuiltBeds>,
) {
    let whole = chance.counts_whole();
    let profile = assumed.profile("capex.build_lag");
    let works = &mut *works;
    for p in 0..country.provinces() {
        let bought = works.bought_private[p];
        let open = works.private[p].open(bought, profile, whole);
        if !open.gt(Lanes::ZERO).any() {
            continue;
        }
        let mut built = hospitals
            .get_mut(index.new_private[p])
            .expect("slots keep their components");
        built.now += open;
        ledger.book_beds(p, BedCause::PrivateExpanded, open);
        board.opened[p] += open;
        board.added[p][Employer::Private] += open;
    }
}
