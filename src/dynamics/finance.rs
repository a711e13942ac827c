//! Each payer has a plan; part of it is disbursed, part carried into the next year, the rest
//! lapses. What is spent on beds is ordered at unit cost and opens over the next years.
//!
//! A province absorbs money for beds up to a limit: in a year it begins at most a multiple of the
//! largest number it was ready to begin in one of the last five years, what private owners and named
//! projects opened there included (one extension can always begin), and none where its beds, those on order included, would stand emptier than a floor. Of
//! money over it each payer gets back its part; that lapses.
//!
//! Conservation by account and year: plan + carried in = spent + lapsed + carried out.

use crate::chance::assumed::Assumed;
use crate::lanes::Lanes;
use crate::rules::{
    central_unit_cost, level_shares, long_run, long_run_carried, mean_disbursed, ordinary_plan,
    private_openings, spend, unit_cost,
};
use crate::units::Payer;
use crate::world::amount::Billion;
use crate::world::care::{CareBoard, DAYS};
use crate::world::country::{Clock, Country};
use crate::world::decisions::Decisions;
use crate::world::facility::{BedBoard, Group, TIERS, Tier};
use crate::world::money::{
    Account, Costs, Fate, Flow, Offer, Orders, OrdinaryCapital, Purpose, Readiness, Works,
};
use crate::world::population::Population;
use crate::world::project::{Building, Progress};
use crate::world::shocks::{Shocks, Stress};
use bevy_ecs::prelude::*;
use enum_map::EnumMap;

/// Opens the accounts as they stand after years of steady plans, and fills works in progress with
/// the flow such years leave behind.
pub fn start(
    country: Res<Country>,
    assumed: Res<Assumed>,
    beds: Res<BedBoard>,
    population: Res<Population>,
    mut works: ResMut<Works>,
    mut costs: ResMut<Costs>,
    mut accounts: Query<(&Account, &mut Flow, Option<&OrdinaryCapital>)>,
    projects: Query<(&Building, &Progress)>,
) {
    let n = country.provinces();
    costs.new_page(0);
    let carry = assumed.get("capex.carry_share");
    let mut spent = EnumMap::<Payer, Billion>::default();
    for (account, mut flow, ordinary) in &mut accounts {
        *flow = Flow::default();
        if ordinary.is_none() {
            continue;
        }
        let plan = ordinary_plan(account.payer, &assumed, 0);
        let disbursed = mean_disbursed(account.payer, &assumed);
        flow.carried_out = plan * long_run_carried(disbursed, carry);
        spent[account.payer] = plan * long_run(disbursed, carry);
    }
    let profile = assumed.profile("capex.build_lag").to_vec();
    // Beds on order from the four years before base, by years to go.
    let backlog = |flow: Lanes| -> Orders {
        let mut orders = Orders::default();
        for (k, slot) in orders.by_year.iter_mut().enumerate() {
            let share: f64 = profile.iter().skip(k + 1).sum();
            *slot = flow * share;
        }
        orders
    };
    let levels = level_shares(&assumed);
    let shares = shares_of(&country, &assumed, &beds, &population, None);
    // Named provincial projects were paid from the same money; their beds are not organic ones.
    let named = projects.iter().filter(|(b, _)| !b.central);
    let named: Billion = named.map(|(_, p)| p.paid_at_base).sum();
    let bed_money = (spent[Payer::Provincial] * assumed.get("capex.bed_share_province")
        - named / profile.len() as f64)
        .or_none();
    works.provincial = (0..n)
        .map(|p| {
            EnumMap::from_fn(|tier| {
                backlog(bed_money * shares[p] * levels[tier] / unit_cost(&assumed, tier))
            })
        })
        .collect();
    let central = spent[Payer::Ministry] * assumed.get("capex.bed_share_central")
        / central_unit_cost(&assumed);
    works.central = backlog(central);
    works.private = vec![Orders::default(); n];
    works.bought_provincial = vec![EnumMap::default(); n];
    works.bought_central = Lanes::ZERO;
    works.bought_private = vec![Lanes::ZERO; n];
    let private = private_openings(&assumed, 1) * assumed.get("priv.size");
    works.ready = (0..n)
        .map(|p| {
            let flow =
                |tier: Tier| bed_money * shares[p] * levels[tier] / unit_cost(&assumed, tier);
            // Private owners open as many as they are to open in the first year.
            let private = private * country.private_shares[p];
            Readiness::steady(flow(Tier::Provincial) + flow(Tier::Regional) + private)
        })
        .collect();
    works.ready_central = Readiness::steady(central);
    works.offers.clear();
    works.shares = shares;
}

/// Weights that share bed money between provinces: people, lack of beds, and the year's favour.
fn shares_of(
    country: &Country,
    assumed: &Assumed,
    beds: &BedBoard,
    population: &Population,
    favour: Option<&[Lanes]>,
) -> Vec<Lanes> {
    let n = country.provinces();
    let converge = assumed.get("capex.converge");
    let total: Vec<Lanes> = beds
        .built
        .iter()
        .map(|row| row.values().sum::<Lanes>())
        .collect();
    let nation = total.iter().sum::<Lanes>() / population.nation;
    let mut weights: Vec<Lanes> = (0..n)
        .map(|p| {
            // A province without a bed counts as having a hundredth of the national density.
            let own = (total[p] / population.people[p]).max(nation * 0.01);
            let gap = ((nation / own).ln() * converge).exp();
            let favour = favour.map_or(Lanes::ONE, |f| f[p].exp());
            population.people[p] * gap * favour
        })
        .collect();
    let sum = weights.iter().sum::<Lanes>();
    for w in &mut weights {
        *w /= sum;
    }
    weights
}

/// Shares bed money between provinces for the year and clears last year's orders.
pub fn share_out(
    country: Res<Country>,
    assumed: Res<Assumed>,
    shocks: Res<Shocks>,
    beds: Res<BedBoard>,
    population: Res<Population>,
    mut works: ResMut<Works>,
) {
    works.shares = shares_of(
        &country,
        &assumed,
        &beds,
        &population,
        Some(&shocks.capital),
    );
    works.bought_provincial.fill(EnumMap::default());
    works.bought_central = Lanes::ZERO;
    works.bought_private.fill(Lanes::ZERO);
    works.offers.clear();
}

/// Ordinary capital is spent; what named provincial projects still cost comes out of the bed money
/// first, the rest buys beds at both levels of the provinces and at Central hospitals.
pub fn spend_ordinary_capital(
    clock: Res<Clock>,
    country: Res<Country>,
    assumed: Res<Assumed>,
    shocks: Res<Shocks>,
    beds: Res<BedBoard>,
    stress: Res<Stress>,
    mut works: ResMut<Works>,
    mut costs: ResMut<Costs>,
    mut accounts: Query<(Entity, &Account, &mut Flow), With<OrdinaryCapital>>,
    mut projects: Query<(&Building, &mut Progress)>,
) {
    let carry = assumed.get("capex.carry_share");
    let levels = level_shares(&assumed);
    for (entity, account, mut flow) in &mut accounts {
        let mut offer = Offer {
            payer: account.payer,
            purpose: Purpose::Capital,
            policy: None,
            account: Some(entity),
            central: Billion::NONE,
            by_province: Vec::new(),
        };
        let plan = ordinary_plan(account.payer, &assumed, clock.elapsed());
        let disbursed = match account.payer {
            Payer::Provincial => shocks.disbursed_provincial,
            _ => shocks.disbursed_ministry,
        };
        spend(&mut flow, plan, disbursed, carry);
        costs.book(account.payer, Purpose::Capital, flow.spent);
        if let Some(p) = costs.here {
            // The provinces' capital reaches a province as its beds' money does, the Ministry's as
            // Central beds lie.
            let share = match account.payer {
                Payer::Ministry => {
                    Lanes::part_of(beds.built[p][Group::Central], beds.nation(Group::Central))
                }
                _ => works.shares[p],
            };
            costs.note_in(p, account.payer, Purpose::Capital, flow.spent * share);
        }
        if account.payer == Payer::Ministry {
            let money = flow.spent * assumed.get("capex.bed_share_central");
            works.bought_central +=
                money / central_unit_cost(&assumed) * stress.still_builds_everywhere;
            offer.central = money * stress.still_builds_everywhere;
            works.offers.push(offer);
            continue;
        }
        // Money turned elsewhere by a shock is spent and adds no beds.
        let mut money =
            flow.spent * assumed.get("capex.bed_share_province") * stress.still_builds_everywhere;
        // Named projects: what is left to pay, evenly over the years to the planned opening.
        let mut wanted = Billion::NONE;
        for (building, progress) in &projects {
            if !building.central {
                wanted += instalment(building, progress, clock.year);
            }
        }
        let fit = money.part_of(wanted).min(Lanes::ONE);
        for (building, mut progress) in &mut projects {
            if !building.central {
                let pay = instalment(building, &progress, clock.year) * fit;
                progress.to_pay -= pay;
                money -= pay;
            }
        }
        let money = money.or_none();
        for p in 0..country.provinces() {
            for tier in TIERS {
                let beds = money * works.shares[p] * levels[tier] / unit_cost(&assumed, tier);
                works.bought_provincial[p][tier] += beds * stress.still_builds[p];
            }
        }
        let shares = works.shares.iter().zip(&stress.still_builds);
        offer.by_province = shares.map(|(share, kept)| money * *share * *kept).collect();
        works.offers.push(offer);
    }
}

fn instalment(building: &Building, progress: &Progress, year: crate::units::Year) -> Billion {
    let years = building.planned.since(year) + 1;
    progress.to_pay / (years.max(1) as f64)
}

/// What was bought is cut to what can be absorbed, and each payer keeps what it had offered for the
/// rest: it is not spent, and lapses.
pub fn absorb(
    country: Res<Country>,
    assumed: Res<Assumed>,
    beds: Res<BedBoard>,
    care: Res<CareBoard>,
    mut works: ResMut<Works>,
    mut costs: ResMut<Costs>,
    mut decisions: ResMut<Decisions>,
    mut flows: Query<&mut Flow>,
) {
    let works = &mut *works;
    let multiple = assumed.get("capex.absorb_multiple");
    let least = assumed.get("capex.project_size");
    let full = assumed.get("capex.absorb_occupancy") * DAYS;
    // How much of what is asked for is begun. Where nobody was treated at base, no occupancy is known
    // and only the multiple holds.
    let part = |ready: &mut Readiness, asked: Lanes, days: Lanes, standing: Lanes| {
        let ceiling = ready.ceiling(multiple, least, asked);
        let places = (days / full - standing).max(Lanes::ZERO);
        let places = days.gt(Lanes::ZERO).select(places, asked);
        let begun = asked.min(ceiling.min(places));
        let some = asked.gt(Lanes::ZERO);
        some.select(begun / some.select(asked, Lanes::ONE), Lanes::ONE)
    };
    let mut left_over = Vec::with_capacity(country.provinces());
    let (mut referred, mut central) = (Lanes::ZERO, works.central.beds());
    for p in 0..country.provinces() {
        let days = (care.local_base[p] + care.handed_days[p]) * care.growth[p];
        let built = &beds.built[p];
        let local = built[Group::Provincial] + built[Group::Regional] + built[Group::Private];
        let standing = local + works.on_order(p);
        referred += care.referred_base[p] * care.referral_scale[p] * care.growth[p];
        central += built[Group::Central];
        let own = &works.bought_provincial[p];
        let asked = own[Tier::Provincial] + own[Tier::Regional] + works.bought_private[p];
        let part = part(&mut works.ready[p], asked, days, standing);
        for bought in works.bought_provincial[p].values_mut() {
            *bought *= part;
        }
        works.bought_private[p] *= part;
        left_over.push(Lanes::ONE - part);
    }
    let asked = works.bought_central;
    let part = part(&mut works.ready_central, asked, referred, central);
    works.bought_central *= part;
    let over = Lanes::ONE - part;
    for offer in &works.offers {
        let by_province = offer.by_province.iter().zip(&left_over);
        let by_province = by_province.map(|(money, over)| *money * *over);
        let back = by_province.fold(offer.central * over, |sum, money| sum + money);
        let account = offer.account.map(|account| flows.get_mut(account));
        match account {
            Some(flow) => flow.expect("accounts keep their flows").give_back(back),
            None => costs.not_absorbed[offer.payer] += back,
        }
        match offer.policy {
            Some(policy) => {
                costs.charge(policy, offer.payer, offer.purpose, -back);
                costs.note(policy, offer.payer, Fate::NotAbsorbed, back);
                // Public money for private beds was noted as spent when it was offered.
                if offer.purpose == Purpose::PrivateSupport {
                    decisions.note_money(policy, Billion::NONE, -back);
                }
            }
            None => costs.book(offer.payer, offer.purpose, -back),
        }
        if let Some(p) = costs.here {
            let mut here = Billion::NONE;
            if let Some(money) = offer.by_province.get(p) {
                here += *money * left_over[p];
            }
            let hosts = beds.nation(Group::Central);
            here += offer.central * over * beds.built[p][Group::Central].part_of(hosts);
            costs.note_in(p, offer.payer, offer.purpose, -here);
        }
    }
}
