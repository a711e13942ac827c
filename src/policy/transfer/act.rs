//! The sides agree in their own time; then the hospital's beds, staff, posts and patients change
//! hands in one year, less what is lost on the way.

use super::TransferToProvince;
use crate::chance::assumed::Assumed;
use crate::chance::{Chance, Key, Process};
use crate::lanes::{Lanes, cumulative_round};
use crate::policy::{Act, Plan};
use crate::rules::price;
use crate::units::Payer;
use crate::world::Address;
use crate::world::care::CareBoard;
use crate::world::country::{Clock, Country, Index};
use crate::world::decisions::Decisions;
use crate::world::facility::{BedBoard, BuiltBeds, Group, HandedOver};
use crate::world::handover::{Agreement, Handover};
use crate::world::ledger::{Ledger, PeopleCause};
use crate::world::money::{Costs, Purpose};
use crate::world::staff::{Employer, Headcount, MAX_BANDS, Posts};
use crate::year::{Model, Phase};
use bevy_ecs::prelude::*;
use std::collections::BTreeMap;

const AGREE: Process = Process::named("transfer/agree");
const LOSS: Process = Process::named("transfer/loss");

impl Act for TransferToProvince {
    const PROCESSES: &'static [Process] = &[AGREE, LOSS];

    /// Puts the handovers of a plan into the world.
    fn spawn(&self, world: &mut World, country: &Country, policy: usize, plan: &Plan) {
        for code in &self.hospitals {
            let facility = country
                .base
                .facilities
                .iter()
                .position(|f| f.code == **code)
                .expect("checked: the hospital exists");
            let key = Key::new3("transfer", &plan.id, code);
            let handover = Handover {
                policy: Some(policy),
                hospital: world.resource::<Index>().hospitals[facility]
                    .expect("checked: a hospital, not a station"),
                province: country.base.facilities[facility].province,
                planned: self.year.value,
                until: plan.to,
                payer: plan.payer(&country.base),
                decided: false,
                mean_delay: self.mean_delay.as_ref().map(|y| y.value.0),
                integration: self.integration.as_ref().map(|y| y.value.0),
            };
            put(world, handover, key);
        }
    }

    fn register_base(model: &mut Model) {
        model.at_base(await_agreement);
    }

    fn register(model: &mut Model) {
        model.add(Phase::Policy, agree);
        model.add(Phase::Policy, hand_over);
        model.add(Phase::Policy, settle_in);
    }
}

/// Puts the handovers the base lists as decided into the world.
pub fn spawn_decided(world: &mut World, country: &Country) {
    for transfer in &country.base.transfers {
        if transfer.to != crate::base::Owner::Province {
            continue;
        }
        let facility = &country.base.facilities[transfer.facility];
        let handover = Handover {
            policy: None,
            hospital: world.resource::<Index>().hospitals[transfer.facility]
                .expect("checked: a hospital"),
            province: facility.province,
            planned: transfer.year,
            until: country.last,
            payer: Payer::Provincial,
            decided: true,
            mean_delay: None,
            integration: None,
        };
        put(
            world,
            handover,
            Key::new2("transfer/decided", &facility.code),
        );
    }
}

fn put(world: &mut World, handover: Handover, key: Key) {
    world
        .entity_mut(handover.hospital)
        .insert(HandedOver::default());
    world.spawn((handover, Address(key), Agreement::default()));
}

fn await_agreement(mut handovers: Query<&mut Agreement>) {
    for mut agreement in &mut handovers {
        *agreement = Agreement {
            pending: Lanes::ONE,
            ..Agreement::default()
        };
    }
}

/// From the planned year on the sides agree with a yearly chance; decided handovers happen.
fn agree(
    clock: Res<Clock>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    mut decisions: ResMut<Decisions>,
    mut handovers: Query<(&Handover, &Address, &mut Agreement)>,
) {
    for (handover, address, mut agreement) in &mut handovers {
        agreement.happened = Lanes::ZERO;
        // Where the policy was set off late, everything comes later by as much.
        let may = match handover.policy {
            None => {
                let due = (handover.planned..=handover.until).contains(&clock.year);
                Lanes::splat(f64::from(u8::from(due)))
            }
            Some(policy) => {
                let past = |year| decisions.since(policy, year, clock.year);
                let due =
                    past(handover.planned).ge(Lanes::ZERO) & past(handover.until).le(Lanes::ZERO);
                decisions.begun(policy, clock.year) * due.as_lanes()
            }
        };
        if !may.gt(Lanes::ZERO).any() {
            continue;
        }
        let now = if handover.decided {
            agreement.pending
        } else {
            let delay = handover
                .mean_delay
                .map_or_else(|| assumed.get("transfer.delay_mean"), Lanes::splat);
            chance.draw(AGREE, address.0, clock.year, 0).binomial(
                0,
                &agreement.pending,
                &(may / (delay + 1.0)),
            )
        };
        agreement.happened = now;
        agreement.pending -= now;
    }
    // The product of a policy is there when the last of its hospitals has changed hands.
    let mut all_done: BTreeMap<usize, Lanes> = BTreeMap::new();
    for (handover, _, agreement) in &handovers {
        if let Some(policy) = handover.policy {
            let all = all_done.entry(policy).or_insert(Lanes::ONE);
            *all = all.min(Lanes::ONE - agreement.pending);
        }
    }
    for (policy, all) in all_done {
        decisions.note_done(policy, all);
    }
}

/// Beds, staff, posts and patients change hands.
fn hand_over(
    clock: Res<Clock>,
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    index: Res<Index>,
    mut board: ResMut<BedBoard>,
    mut care: ResMut<CareBoard>,
    mut ledger: ResMut<Ledger>,
    mut costs: ResMut<Costs>,
    mut handovers: Query<(&Handover, &Address, &mut Agreement)>,
    mut hospitals: Query<(&BuiltBeds, &mut HandedOver)>,
    mut cohorts: Query<(&mut Headcount, &mut Posts)>,
) {
    let whole = chance.counts_whole();
    let lost_share = assumed.get("transfer.staff_loss");
    for (handover, address, mut agreement) in &mut handovers {
        if !agreement.happened.gt(Lanes::ZERO).any() {
            continue;
        }
        let p = handover.province;
        let (beds, mut handed) = hospitals
            .get_mut(handover.hospital)
            .expect("handovers are of hospitals");
        let moved_beds = beds.now * agreement.happened;
        handed.0 += agreement.happened;
        let central = board.built[p][Group::Central];
        let some = central.gt(Lanes::ZERO);
        let share = some
            .select(moved_beds / some.select(central, Lanes::ONE), Lanes::ZERO)
            .min(Lanes::ONE);
        board.built[p][Group::Central] -= moved_beds;
        board.built[p][Group::Provincial] += moved_beds;

        for (o, occupation) in country.base.occupations.iter().enumerate() {
            if !occupation.has_posts {
                continue;
            }
            let bands = occupation.bands();
            let row = &index.cohorts[o][p];
            let (from, to) = (row[Employer::Central], row[Employer::Provincial]);
            let mut parts = vec![Lanes::ZERO; bands + 1];
            let moved_posts;
            {
                let (heads, mut posts) = cohorts
                    .get_mut(from)
                    .expect("cohorts keep their components");
                for (part, band) in parts.iter_mut().zip(&heads.bands[..bands]) {
                    *part = *band * share;
                }
                parts[bands] = heads.names * share;
                moved_posts = posts.now * share;
                posts.now -= moved_posts;
            }
            let mut moved = vec![Lanes::ZERO; bands + 1];
            cumulative_round(&parts, whole, &mut moved);
            let mut arrive = [Lanes::ZERO; MAX_BANDS];
            let mut lost = Lanes::ZERO;
            {
                let (mut heads, _) = cohorts
                    .get_mut(from)
                    .expect("cohorts keep their components");
                for b in 0..bands {
                    let go = moved[b].min(heads.bands[b]);
                    let draw =
                        chance.draw(LOSS, address.0.and(&occupation.code), clock.year, b as u32);
                    let gone = draw.binomial(0, &go, &lost_share);
                    heads.bands[b] -= go;
                    arrive[b] = go - gone;
                    lost += gone;
                }
                moved[bands] = moved[bands].min(heads.names);
                heads.names -= moved[bands];
            }
            let (mut heads, mut posts) =
                cohorts.get_mut(to).expect("cohorts keep their components");
            for (band, come) in heads.bands.iter_mut().zip(&arrive) {
                *band += *come;
            }
            heads.names += moved[bands];
            posts.now += moved_posts;
            ledger.book_people(o, p, PeopleCause::LostInHandover, -lost);
        }

        // Its patients go on coming: they now are the province's.
        let host_growth = care.growth[p];
        let mut days = Lanes::ZERO;
        for q in 0..country.provinces() {
            let Some(flow) = care.flows.bound_for(q, p) else {
                continue;
            };
            let going = *flow * share;
            *flow -= going;
            // Where all of them pass, rounding leaves no fewer than none.
            let left = (Lanes::ONE - going.part_of(care.referred[q])).max(Lanes::ZERO);
            care.referral_scale[q] *= left;
            care.referred[q] -= going;
            days += going;
        }
        let at_base_use = days / host_growth;
        care.handed_days[p] += at_base_use;
        agreement.settling.push((clock.year, at_base_use));
        let cost = moved_beds * price(&assumed, "transfer.cost_per_bed");
        match handover.policy {
            Some(policy) => costs.charge_in(policy, p, handover.payer, Purpose::Handovers, cost),
            None => costs.book_in(p, handover.payer, Purpose::Handovers, cost),
        }
    }
}

/// Service lost while hospitals settle in: all of the drawn loss in the first year, falling evenly
/// to nothing over the years of integration.
fn settle_in(
    clock: Res<Clock>,
    assumed: Res<Assumed>,
    mut care: ResMut<CareBoard>,
    handovers: Query<(&Handover, &Agreement)>,
) {
    for row in &mut care.service_lost {
        *row = Lanes::ZERO;
    }
    let loss = assumed.get("transfer.service_loss");
    for (handover, agreement) in &handovers {
        let years = handover
            .integration
            .map_or_else(|| assumed.get("transfer.integration_years"), Lanes::splat)
            .max(Lanes::ONE);
        for (changed, bed_days) in &agreement.settling {
            let since = f64::from(clock.year.since(*changed));
            let left = (Lanes::ONE - Lanes::splat(since) / years).max(Lanes::ZERO);
            care.service_lost[handover.province] += *bed_days * loss * left;
        }
    }
}
