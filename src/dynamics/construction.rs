//! Beds that were ordered open, in lumps, where hospitals are most crowded; old beds are replaced,
//! worn out, fitted out in existing buildings, or pass to commune stations.

use crate::chance::assumed::Assumed;
use crate::chance::{Chance, Process, Word};
use crate::lanes::native::level;
use crate::lanes::{Lanes, Mask, WIDTH, first_of_largest, native, split_whole, total};
use crate::rules::{count, price};
use crate::units::Payer;
use crate::world::care::CareBoard;
use crate::world::closing::Shut;
use crate::world::country::{Clock, Country};
use crate::world::facility::{BedBoard, BuiltBeds, Group, HandedOver, Hospital, TIERS, Tier};
use crate::world::ledger::{BedCause, Ledger};
use crate::world::money::{Costs, Purpose, Works};
use crate::world::staff::Employer;
use crate::world::{Address, InProvince};
use bevy_ecs::prelude::*;
use enum_map::EnumMap;
use fearless_simd::dispatch;
use fearless_simd::prelude::*;

/// Names of the draws made here.
pub const PROCESSES: &[Process] = &[BEDS];

const BEDS: Process = Process::named("construction/beds");

/// Hospitals whose beds are drawn in one call.
const AT_A_TIME: usize = 8;

/// Hospitals by province and group, fixed at the start of a run.
#[derive(Resource, Clone, Debug, Default)]
pub struct Members {
    /// Hospital entities by province and group at base.
    pub by: Vec<EnumMap<Group, Vec<Entity>>>,
    /// Ministries' hospitals that may pass to their province.
    pub may_pass: Vec<Vec<Entity>>,
}

type Hospitals<'w, 's> = Query<
    'w,
    's,
    (
        &'static mut BuiltBeds,
        &'static Hospital,
        Option<&'static HandedOver>,
        Option<&'static Shut>,
    ),
>;

/// Room for two numbers of each of some hospitals, kept from province to province.
#[derive(Default)]
pub struct Room([Vec<Lanes>; 2]);

impl Room {
    /// Two rows of so many zeros.
    fn rows(&mut self, members: usize) -> [&mut [Lanes]; 2] {
        self.0.each_mut().map(|row| {
            row.clear();
            row.resize(members, Lanes::ZERO);
            row.as_mut_slice()
        })
    }
}

/// In which futures a hospital is built for by `group`: a ministry's hospital by its ministry until
/// it has passed to the province, then by the province.
fn eligible(group: Group, hospital: &Hospital, handed: Option<&HandedOver>) -> Mask {
    let passed = handed.map_or(Mask::NONE, |h| h.0.ge(0.5));
    match (group == Group::Central, hospital.group == Group::Central) {
        (true, _) => !passed,
        (false, true) => passed,
        (false, false) => Mask::ALL,
    }
}

/// Base beds per bed of today, in whole parts of 1e-9.
#[inline(never)]
fn crowding(at_base: &Lanes, now: &Lanes) -> Lanes {
    dispatch!(level(), simd => crowded(simd, at_base, now))
}

#[inline(always)]
fn crowded<S: Simd>(simd: S, at_base: &Lanes, now: &Lanes) -> Lanes {
    let mut parts = Lanes::ZERO;
    for at in native::long_starts(simd) {
        let now = native::read(simd, now, at);
        // A hospital emptied of beds is not where beds go; a new one counts as uncrowded.
        let some = now.simd_gt(native::all(simd, 0.0));
        let ratio = native::read(simd, at_base, at) / some.select(now, native::all(simd, 1.0));
        let crowded = some.select(ratio, native::all(simd, 1e-6));
        // Equally crowded but for rounding is equally crowded: then the order of members decides.
        native::write::<S>(native::floor(simd, crowded * 1e9 + 0.5), &mut parts, at);
    }
    parts
}

/// Gives `beds` to the most crowded of `members` in lumps of about `size`: in each future the
/// hospitals with the most base beds per bed of today get equal parts.
fn give(
    beds: Lanes,
    size: Lanes,
    group: Group,
    members: &[Entity],
    hospitals: &mut Hospitals<'_, '_>,
    room: &mut Room,
    whole: bool,
) {
    /// Less than any crowding: the hospital is somebody else's, or has had its part.
    const OUT: f64 = -1.0;
    /// A hospital that has closed has its part where no other one is left.
    const LAST: Lanes = Lanes::splat(-0.5);
    let [crowd, more] = room.rows(members.len());
    let [mut own, mut closed] = [Lanes::ZERO; 2];
    for (row, entity) in crowd.iter_mut().zip(members) {
        let (built, hospital, handed, shut) =
            hospitals.get(*entity).expect("members are hospitals");
        let may = eligible(group, hospital, handed);
        let gone = shut.map_or(Mask::NONE, |s| s.0.ge(0.5));
        let crowd = gone.select(LAST, crowding(&built.at_base, &built.now));
        *row = may.select(crowd, OUT);
        own += (may & !gone).as_lanes();
        closed += (may & gone).as_lanes();
    }
    let own = own.max(closed.min(Lanes::ONE));
    let asked = (beds / size.max(1.0)).round_half_up().max(1.0);
    let lumps = beds.gt(Lanes::ZERO).select(asked.min(own), Lanes::ZERO);
    let mut taken = Lanes::ZERO;
    for lump in 0.. {
        let done = Lanes::splat(f64::from(lump));
        let open = lumps.gt(done);
        if !open.any() {
            break;
        }
        let at = first_of_largest(crowd);
        let upto = beds * (done + 1.0) / lumps;
        let upto = if whole { upto.round_half_up() } else { upto };
        let open = open.as_lanes();
        for lane in (0..WIDTH).filter(|lane| open.get(*lane) > 0.0) {
            let k = at.get(lane) as usize;
            crowd[k].set(lane, OUT);
            more[k].set(lane, upto.get(lane) - taken.get(lane));
        }
        taken = upto;
    }
    for (more, entity) in more.iter().zip(members) {
        let (mut built, _, _, _) = hospitals.get_mut(*entity).expect("members are hospitals");
        built.now += *more;
    }
}

/// Takes `beds` out of `members` by their beds (whole, adding up exactly).
fn take(
    beds: Lanes,
    group: Group,
    members: &[Entity],
    hospitals: &mut Hospitals<'_, '_>,
    room: &mut Room,
    whole: bool,
) -> Lanes {
    let [weights, parts] = room.rows(members.len());
    for (weight, entity) in weights.iter_mut().zip(members) {
        let (built, hospital, handed, _) = hospitals.get(*entity).expect("members are hospitals");
        *weight = eligible(group, hospital, handed).select(built.now, Lanes::ZERO);
    }
    let stock = total(weights);
    let beds = beds.min(stock);
    split_whole(beds, weights, whole, parts);
    let mut taken = Lanes::ZERO;
    for ((entity, part), weight) in members.iter().zip(&*parts).zip(&*weights) {
        let (mut built, _, _, _) = hospitals.get_mut(*entity).expect("members are hospitals");
        let part = part.min(*weight);
        built.now -= part;
        taken += part;
    }
    taken
}

/// Beds bought by provinces open at the level they were bought for.
pub fn open_provincial(
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    members: Res<Members>,
    mut works: ResMut<Works>,
    mut board: ResMut<BedBoard>,
    mut ledger: ResMut<Ledger>,
    mut hospitals: Hospitals<'_, '_>,
    mut room: Local<Room>,
) {
    let whole = chance.counts_whole();
    let profile = assumed.profile("capex.build_lag").to_vec();
    let size = assumed.get("capex.project_size");
    let replace = assumed.get("capex.replace_share");
    let works = &mut *works;
    for p in 0..country.provinces() {
        for tier in TIERS {
            let group = tier.group();
            let bought = works.bought_provincial[p][tier];
            let open = works.provincial[p][tier].open(bought, &profile, whole);
            // A province without hospitals of the level builds at the other one.
            let own = &members.by[p][group];
            let with_passed: Vec<Entity>;
            let upper = tier == Tier::Provincial;
            let row = if upper && !members.may_pass[p].is_empty() && !own.is_empty() {
                with_passed = own.iter().chain(&members.may_pass[p]).copied().collect();
                &with_passed
            } else if own.is_empty() {
                let other = if upper {
                    Tier::Regional
                } else {
                    Tier::Provincial
                };
                &members.by[p][other.group()]
            } else {
                own
            };
            // Beds that no hospital can take stay on order: none is lost.
            if row.is_empty() || !open.gt(Lanes::ZERO).any() {
                works.provincial[p][tier].due += if row.is_empty() { open } else { Lanes::ZERO };
                continue;
            }
            give(open, size, group, row, &mut hospitals, &mut room, whole);
            let old = count(open * replace, whole);
            let closed = take(old, group, row, &mut hospitals, &mut room, whole);
            ledger.book_beds(p, BedCause::ProvincialMoney, open);
            ledger.book_beds(p, BedCause::Replaced, -closed);
            board.opened[p] += open;
            board.added[p][Employer::Provincial] += open - closed;
        }
    }
}

/// Beds bought by the Ministry open at Central hospitals, shared over host provinces by their beds.
pub fn open_central(
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    members: Res<Members>,
    mut works: ResMut<Works>,
    mut board: ResMut<BedBoard>,
    mut ledger: ResMut<Ledger>,
    mut hospitals: Hospitals<'_, '_>,
    mut room: Local<Room>,
) {
    let whole = chance.counts_whole();
    let profile = assumed.profile("capex.build_lag").to_vec();
    let size = assumed.get("capex.project_size");
    let replace = assumed.get("capex.replace_share");
    let works = &mut *works;
    let open = works.central.open(works.bought_central, &profile, whole);
    let weights: Vec<Lanes> = (0..country.provinces())
        .map(|p| {
            // Only where a listed hospital is still the Ministry's can beds be given.
            let mut stays = Mask::NONE;
            for entity in &members.by[p][Group::Central] {
                let (_, hospital, handed, _) =
                    hospitals.get(*entity).expect("members are hospitals");
                stays |= eligible(Group::Central, hospital, handed);
            }
            stays.select(board.built[p][Group::Central], Lanes::ZERO)
        })
        .collect();
    let hosts = weights.iter().sum::<Lanes>().gt(Lanes::ZERO);
    works.central.due += hosts.select(Lanes::ZERO, open);
    let open = hosts.select(open, Lanes::ZERO);
    let mut parts = vec![Lanes::ZERO; country.provinces()];
    split_whole(open, &weights, whole, &mut parts);
    for (p, beds) in parts.iter().enumerate() {
        let row = &members.by[p][Group::Central];
        if row.is_empty() || !beds.gt(Lanes::ZERO).any() {
            continue;
        }
        give(
            *beds,
            size,
            Group::Central,
            row,
            &mut hospitals,
            &mut room,
            whole,
        );
        let old = count(*beds * replace, whole);
        let closed = take(old, Group::Central, row, &mut hospitals, &mut room, whole);
        ledger.book_beds(p, BedCause::MinistryMoney, *beds);
        ledger.book_beds(p, BedCause::Replaced, -closed);
        board.opened[p] += *beds;
        board.added[p][Employer::Central] += *beds - closed;
    }
}

/// In every hospital some beds are withdrawn or closed, and some are put up in standing buildings:
/// public ones from hospital revenue where they are crowded, private ones by expansion.
pub fn wear_and_fit_out(
    clock: Res<Clock>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    care: Res<CareBoard>,
    mut board: ResMut<BedBoard>,
    mut ledger: ResMut<Ledger>,
    mut costs: ResMut<Costs>,
    mut hospitals: Query<(
        &Hospital,
        &InProvince,
        &Address,
        &mut BuiltBeds,
        Option<&HandedOver>,
    )>,
) {
    let retire = assumed.get("bed.retire_rate");
    let fit_out = assumed.get("bed.fitout_rate");
    let fit_out_cost = price(&assumed, "bed.fitout_cost");
    let closure = assumed.get("priv.closure");
    let expansion = assumed.get("priv.expansion");
    let private_cost = price(&assumed, "priv.unit");
    // Crowding at which a public hospital fits out at the stated rate.
    let full = Lanes::splat(0.9);
    let crowded_rate = |occupancy: Lanes| {
        let crowded = (occupancy / full).clamp(0.5, 1.3);
        (fit_out * crowded * crowded).min(Lanes::ONE)
    };
    let rates = care.occupancy.iter();
    let rates = rates.map(|row| row.map(|_, occupancy| crowded_rate(occupancy)));
    let rates: Vec<EnumMap<Group, Lanes>> = rates.collect();
    let mut standing = hospitals
        .iter_mut()
        .filter(|(_, _, _, beds, _)| beds.now.gt(Lanes::ZERO).any());
    let mut some = Vec::with_capacity(AT_A_TIME);
    // Beds that go, then beds that come, of one hospital after the other.
    let mut words = [[Word::default(); 2]; AT_A_TIME];
    let [mut now, mut shares, mut changes] = [[[Lanes::ZERO; 2]; AT_A_TIME]; 3];
    loop {
        some.extend(standing.by_ref().take(AT_A_TIME));
        if some.is_empty() {
            break;
        }
        for (k, (hospital, place, address, beds, handed)) in some.iter().enumerate() {
            let draw = chance.draw(BEDS, address.0, clock.year, 0);
            words[k] = [draw.word(0), draw.word(1)];
            now[k] = [beds.now; 2];
            let rates = &rates[place.0];
            let own = rates[hospital.group];
            shares[k] = match (hospital.group, handed) {
                (Group::Private, _) => [closure, expansion],
                (_, Some(handed)) => {
                    let provincial = rates[Group::Provincial];
                    [retire, handed.0.ge(0.5).select(provincial, own)]
                }
                (_, None) => [retire, own],
            };
        }
        let len = some.len();
        chance.strike_each(
            words[..len].as_flattened(),
            now[..len].as_flattened(),
            shares[..len].as_flattened(),
            changes[..len].as_flattened_mut(),
        );
        for ((hospital, place, _, mut beds, handed), &[gone, come]) in some.drain(..).zip(&changes)
        {
            let p = place.0;
            let net = come - gone;
            beds.now += net;
            board.opened[p] += come;
            if hospital.group == Group::Private {
                ledger.book_beds(p, BedCause::PrivateClosed, -gone);
                ledger.book_beds(p, BedCause::PrivateExpanded, come);
                board.added[p][Employer::Private] += net;
                costs.book_in(p, Payer::Private, Purpose::PrivateBeds, come * private_cost);
                continue;
            }
            ledger.book_beds(p, BedCause::Retired, -gone);
            ledger.book_beds(p, BedCause::FittedOut, come);
            costs.book_in(p, Payer::Hospitals, Purpose::FitOut, come * fit_out_cost);
            // Beds of a hospital handed over bring posts to its new employer.
            let employer = hospital.group.employer();
            match handed {
                Some(handed) => {
                    board.added[p][Employer::Provincial] += net * handed.0;
                    board.added[p][employer] += net * (Lanes::ONE - handed.0);
                }
                None => board.added[p][employer] += net,
            }
        }
    }
}

/// Polyclinic and district beds pass to commune stations over the first three years and leave the
/// official count.
pub fn reclassify(
    clock: Res<Clock>,
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    members: Res<Members>,
    mut board: ResMut<BedBoard>,
    mut ledger: ResMut<Ledger>,
    mut hospitals: Hospitals<'_, '_>,
    mut room: Local<Room>,
) {
    let years = 3;
    if clock.elapsed() > years {
        return;
    }
    let whole = chance.counts_whole();
    let total = assumed.get("bed.reclassified");
    let upto = |k: i32| {
        let beds = total * (k as f64 / years as f64);
        count(beds, whole)
    };
    let now = upto(clock.elapsed()) - upto(clock.elapsed() - 1);
    let weights: Vec<Lanes> = (0..country.provinces())
        .map(|p| {
            if members.by[p][Group::Regional].is_empty() {
                Lanes::ZERO
            } else {
                board.built[p][Group::Regional]
            }
        })
        .collect();
    let mut parts = vec![Lanes::ZERO; country.provinces()];
    if !weights.iter().any(|w| w.gt(Lanes::ZERO).any()) {
        return;
    }
    split_whole(now, &weights, whole, &mut parts);
    for (p, beds) in parts.iter().enumerate() {
        if members.by[p][Group::Regional].is_empty() {
            continue;
        }
        let moved = take(
            *beds,
            Group::Regional,
            &members.by[p][Group::Regional],
            &mut hospitals,
            &mut room,
            whole,
        );
        board.at_stations[p] += moved;
        board.added[p][Employer::Provincial] -= moved;
        ledger.book_beds(p, BedCause::Reclassified, -moved);
    }
}
