//! Beds asked for are braked by patients; what is left opens: hospitals of their own luck, larger
//! ones, growth of those that stand, and beds that public money helps to build.

use super::PrivateSector;
use crate::chance::assumed::Assumed;
use crate::chance::{Chance, Key, Process};
use crate::lanes::Lanes;
use crate::policy::{Act, Plan};
use crate::rules::{price, private_openings};
use crate::units::{Payer, Year};
use crate::world::amount::Billion;
use crate::world::country::{Clock, Country, Index};
use crate::world::decisions::Decisions;
use crate::world::facility::{BedBoard, BuiltBeds, Establishments, Group, Hospital};
use crate::world::ledger::{BedCause, Ledger};
use crate::world::money::{Costs, Fate, Offer, Purpose, Works};
use crate::world::population::Population;
use crate::world::private::PrivateLevers;
use crate::world::shocks::Stress;
use crate::world::staff::Employer;
use crate::world::{Address, InProvince};
use crate::year::{Model, Phase};
use bevy_ecs::prelude::*;

const OPENINGS: Process = Process::named("private-sector/openings");
const SIZE: Process = Process::named("private-sector/size");
const EXPANSION: Process = Process::named("private-sector/expansion");

/// A plan that draws private owners in.
#[derive(Component, Clone, Debug)]
pub struct Drive {
    policy: usize,
    id: String,
    openings: f64,
    size: f64,
    points: f64,
    money: f64,
    public_share: f64,
    /// Whether it reaches a province, and the address of its hospitals there.
    reach: Vec<Option<Key>>,
    payer: Payer,
    to: Year,
}

impl Act for PrivateSector {
    const PROCESSES: &'static [Process] = &[OPENINGS, SIZE, EXPANSION];

    /// Puts a plan into the world.
    fn spawn(&self, world: &mut World, country: &Country, policy: usize, plan: &Plan) {
        let listed = |code: &str| {
            let named = self.provinces.as_ref();
            named.is_none_or(|row| row.iter().any(|p| p.value == code))
        };
        world.spawn(Drive {
            policy,
            id: plan.id.clone(),
            openings: self.openings(),
            size: self.size(),
            points: self.expansion(),
            money: self.money(),
            public_share: self.ppp.as_ref().map_or(1.0, |p| p.share.value.0),
            reach: country
                .base
                .provinces
                .iter()
                .map(|p| listed(&p.code).then(|| Key::new3("private-sector", &plan.id, &p.code)))
                .collect(),
            payer: plan.payer(&country.base),
            to: plan.to,
        });
    }

    fn register(model: &mut Model) {
        model.add(Phase::Finance, draw_in);
        model.add(Phase::Construction, open_more);
        model.add(Phase::Measure, pay_for_larger);
    }
}

/// The brake of the year, the levers on hospitals that open anyway, and beds bought with public money.
fn draw_in(
    clock: Res<Clock>,
    country: Res<Country>,
    assumed: Res<Assumed>,
    stress: Res<Stress>,
    population: Res<Population>,
    board: Res<BedBoard>,
    mut decisions: ResMut<Decisions>,
    mut levers: ResMut<PrivateLevers>,
    mut works: ResMut<Works>,
    mut costs: ResMut<Costs>,
    drives: Query<&Drive>,
) {
    levers.larger.clear();
    if drives.is_empty() {
        return;
    }
    let n = country.provinces();
    let size = assumed.get("priv.size");
    let unit = price(&assumed, "priv.unit");
    let national = private_openings(&assumed, clock.elapsed());
    let shares = &country.private_shares;
    // Beds a year's public money pays its share of, if owners were found for all. A freeze of public
    // money holds it back.
    let bought = |drive: &Drive, acts: Lanes| {
        Billion(acts * stress.disbursed * drive.money) / unit.times(drive.public_share)
    };

    // Beds that open anyway where a policy acts, and beds asked for besides.
    let mut asked = Lanes::ZERO;
    let mut reached = vec![Lanes::ZERO; n];
    for drive in &drives {
        let acts = decisions.acts(drive.policy, clock.year);
        asked += bought(drive, acts);
        for p in (0..n).filter(|p| drive.reach[*p].is_some()) {
            reached[p] = reached[p].max(acts);
            let opens = national * shares[p] * size;
            let more = opens * (drive.openings * drive.size - 1.0);
            asked += acts * (more + board.built[p][Group::Private] * drive.points);
        }
    }
    let sum = |weight: &dyn Fn(usize) -> Lanes| {
        (0..n).fold(Lanes::ZERO, |s, p| {
            s + reached[p] * weight(p) * national * size
        })
    };
    let anyway = sum(&|p| Lanes::splat(shares[p]));
    // Where private hospitals never stood, people say how many patients there are.
    let by_people = sum(&|p| population.people[p] / population.nation);
    let anyway = anyway.gt(Lanes::ZERO).select(anyway, by_people);
    let whole = anyway + assumed.get("priv.brake") * asked;
    let some = whole.gt(Lanes::ZERO);
    levers.brake = some.select(anyway / some.select(whole, Lanes::ONE), Lanes::ONE);

    levers.larger.resize(n, Lanes::ZERO);
    for drive in &drives {
        let acts = decisions.acts(drive.policy, clock.year);
        let comes = acts * levers.brake;
        for p in (0..n).filter(|p| drive.reach[*p].is_some()) {
            levers.larger[p] += comes * (drive.size - 1.0);
        }
        let beds = bought(drive, acts) * levers.brake;
        if drive.money > 0.0 {
            let spent = beds * unit * drive.public_share;
            decisions.note_money(drive.policy, Billion(acts * drive.money), spent);
            if decisions.asks_share(drive.policy) {
                let (a_year, left) = (Billion(acts * drive.money), drive.to.since(clock.year));
                let share = decisions.share_spent(drive.policy, a_year, left);
                decisions.note_share(drive.policy, share);
            }
        }
        if clock.year == drive.to {
            let done = if drive.money > 0.0 {
                decisions.mostly_spent(drive.policy)
            } else {
                acts
            };
            decisions.note_done(drive.policy, done);
        }
        if !beds.gt(Lanes::ZERO).any() {
            continue;
        }
        let reach = |p: usize| {
            if drive.reach[p].is_some() {
                population.people[p]
            } else {
                Lanes::ZERO
            }
        };
        let people = (0..n).fold(Lanes::ZERO, |s, p| s + reach(p));
        let parts: Vec<Lanes> = (0..n).map(|p| reach(p) / people).collect();
        for (bought, part) in works.bought_private.iter_mut().zip(&parts) {
            *bought += beds * *part;
        }
        let public = beds * unit * drive.public_share;
        costs.charge(drive.policy, drive.payer, Purpose::PrivateSupport, public);
        let own = beds * unit * (1.0 - drive.public_share);
        costs.charge(drive.policy, Payer::Private, Purpose::PrivateBeds, own);
        for (payer, purpose, money) in [
            (drive.payer, Purpose::PrivateSupport, public),
            (Payer::Private, Purpose::PrivateBeds, own),
        ] {
            costs.note(drive.policy, payer, Fate::Offered, money);
            works.offers.push(Offer {
                payer,
                purpose,
                policy: Some(drive.policy),
                account: None,
                central: Billion::NONE,
                by_province: parts.iter().map(|part| money * *part).collect(),
            });
        }
        if let Some(p) = costs.here {
            let support = Purpose::PrivateSupport;
            costs.note_in(p, drive.payer, support, public * parts[p]);
            costs.note_in(p, Payer::Private, Purpose::PrivateBeds, own * parts[p]);
        }
    }
}

/// Hospitals the policies draw in open, with draws of their own, and those that stand grow.
fn open_more(
    clock: Res<Clock>,
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    index: Res<Index>,
    levers: Res<PrivateLevers>,
    decisions: Res<Decisions>,
    mut board: ResMut<BedBoard>,
    mut ledger: ResMut<Ledger>,
    mut costs: ResMut<Costs>,
    drives: Query<&Drive>,
    mut hospitals: Query<(
        &Hospital,
        &InProvince,
        &Address,
        &mut BuiltBeds,
        &mut Establishments,
    )>,
) {
    if drives.is_empty() {
        return;
    }
    let unit = price(&assumed, "priv.unit");
    let national = private_openings(&assumed, clock.elapsed());
    let shares = &country.private_shares;
    let variance = (assumed.get("priv.size_cv2") + 1.0).ln();
    let sd = variance.sqrt();
    for drive in &drives {
        let comes = decisions.acts(drive.policy, clock.year) * levers.brake;
        if !comes.gt(Lanes::ZERO).any() {
            continue;
        }
        let mut own = |p: usize, beds: Lanes| {
            let (policy, beds_of) = (drive.policy, Purpose::PrivateBeds);
            costs.charge_in(policy, p, Payer::Private, beds_of, beds * unit);
        };
        if drive.points > 0.0 {
            let points = (comes * drive.points).min(Lanes::ONE);
            for (hospital, place, address, mut built, _) in &mut hospitals {
                let here = hospital.group == Group::Private && drive.reach[place.0].is_some();
                if !here || !built.now.gt(Lanes::ZERO).any() {
                    continue;
                }
                let key = address.0.and(&drive.id);
                let draw = chance.draw(EXPANSION, key, clock.year, 0);
                let grown = draw.binomial(0, &built.now, &points);
                built.now += grown;
                ledger.book_beds(place.0, BedCause::PrivateExpanded, grown);
                board.opened[place.0] += grown;
                board.added[place.0][Employer::Private] += grown;
                own(place.0, grown);
            }
        }
        if drive.openings > 1.0 {
            let mean_size = assumed.get("priv.size") * drive.size;
            let centre = mean_size.ln() - variance * 0.5;
            for (p, key) in drive.reach.iter().enumerate() {
                let Some(key) = *key else { continue };
                let mean = national * shares[p] * (drive.openings - 1.0) * comes;
                let opened = chance.draw(OPENINGS, key, clock.year, 0).poisson(0, &mean);
                let mut beds = Lanes::ZERO;
                if chance.counts_whole() {
                    let mut k = 0u32;
                    loop {
                        let opens = opened.gt(Lanes::splat(f64::from(k)));
                        if !opens.any() {
                            break;
                        }
                        let score = chance.draw(SIZE, key, clock.year, k).normal(0);
                        let size = (score * sd + centre).exp().round_half_up();
                        beds += opens.select(size.max(Lanes::ONE), Lanes::ZERO);
                        k += 1;
                    }
                } else {
                    beds = opened * mean_size;
                }
                let (_, _, _, mut built, mut count) = hospitals
                    .get_mut(index.new_private[p])
                    .expect("slots keep their components");
                built.now += beds;
                count.0 += opened;
                ledger.book_beds(p, BedCause::PrivateOpened, beds);
                board.opened[p] += beds;
                board.added[p][Employer::Private] += beds;
                own(p, beds);
            }
        }
    }
}

/// Beds of hospitals that opened larger are paid for by their owners, on account of the policies
/// that made them larger.
fn pay_for_larger(
    clock: Res<Clock>,
    assumed: Res<Assumed>,
    levers: Res<PrivateLevers>,
    decisions: Res<Decisions>,
    mut costs: ResMut<Costs>,
    drives: Query<&Drive>,
) {
    let unit = price(&assumed, "priv.unit");
    for drive in &drives {
        let own = decisions.acts(drive.policy, clock.year) * levers.brake * (drive.size - 1.0);
        if !own.gt(Lanes::ZERO).any() {
            continue;
        }
        for (p, (larger, more)) in levers.larger.iter().zip(&levers.more_beds).enumerate() {
            if drive.reach[p].is_some() {
                let some = larger.gt(Lanes::ZERO);
                let part = some.select(own / some.select(*larger, Lanes::ONE), Lanes::ZERO);
                let cost = *more * part * unit;
                let beds = Purpose::PrivateBeds;
                costs.charge_in(drive.policy, p, Payer::Private, beds, cost);
            }
        }
    }
}
