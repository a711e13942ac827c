//! A policy's money is an account like any other: planned, disbursed in part, carried, lapsed;
//! what is spent buys by purpose.

use super::{Allocation, Amount, Investment, MoneyKind, ShareOf, Split};
use crate::chance::assumed::Assumed;
use crate::lanes::Lanes;
use crate::policy::{Act, Plan};
use crate::rules::{
    built, central_unit_cost, level_shares, long_run, mean_disbursed, ordinary_plan, price,
    rebuild_stations, spend, unit_cost,
};
use crate::units::Payer;
use crate::units::Year;
use crate::world::amount::Billion;
use crate::world::country::{Clock, Country};
use crate::world::decisions::Decisions;
use crate::world::facility::{StationBoard, TIERS};
use crate::world::money::{Account, Costs, Fate, Flow, Offer, Purpose, Works};
use crate::world::population::Population;
use crate::world::school::TrainingLevers;
use crate::world::shocks::{Shocks, Stress};
use crate::year::{Model, Phase};
use bevy_ecs::prelude::*;
use enum_map::EnumMap;

/// A plan of money in the world.
#[derive(Component, Clone, Debug)]
pub struct Fund {
    policy: usize,
    amount: Amount,
    kind: MoneyKind,
    split: Split,
    /// Provinces that share the money; `None`: all.
    listed: Option<Vec<usize>>,
    per_head: bool,
    from: Year,
    to: Year,
}

impl Act for Investment {
    /// Puts a plan of money into the world.
    fn spawn(&self, world: &mut World, country: &Country, policy: usize, plan: &Plan) {
        let (listed, per_head) = match &self.allocation {
            Allocation::Gap => (None, false),
            Allocation::PerHead => (None, true),
            Allocation::List(codes) => {
                let positions = codes
                    .iter()
                    .map(|code| {
                        country
                            .base
                            .provinces
                            .iter()
                            .position(|p| p.code == **code)
                            .expect("checked: the province exists")
                    })
                    .collect();
                (Some(positions), true)
            }
        };
        world.spawn((
            Account {
                payer: plan.payer(&country.base),
                name: plan.id.clone(),
            },
            Flow::default(),
            Fund {
                policy,
                amount: self.amount.clone(),
                kind: self.money,
                split: self.split.clone(),
                listed,
                per_head,
                from: plan.from,
                to: plan.to,
            },
        ));
    }

    fn register(model: &mut Model) {
        model.add(Phase::Finance, invest);
        model.add(Phase::Finance, stop_at_nothing);
        // What no province absorbs is known once all money of the year is offered.
        model.add(Phase::Construction, count_spent);
    }
}

/// Share of each purpose: new beds, expansion, stations, equipment, training places.
fn shares(split: &Split, assumed: &Assumed) -> [Lanes; 5] {
    let row = [
        &split.new_beds,
        &split.expansion,
        &split.stations,
        &split.equipment,
        &split.training_places,
    ];
    let given = |s: &Option<ShareOf>| match s {
        Some(ShareOf::Share(v)) => Lanes::splat(v.value.0),
        Some(ShareOf::Assumed(id)) => assumed.get(id),
        Some(ShareOf::Rest) | None => Lanes::ZERO,
    };
    let mut out = row.map(given);
    // Two drawn shares may exceed the whole in a future: then they are cut in proportion.
    let sum = out.iter().sum::<Lanes>();
    let fit = Lanes::ONE / sum.max(Lanes::ONE);
    for slot in &mut out {
        *slot *= fit;
    }
    let rest = out
        .iter()
        .fold(Lanes::ONE, |left, s| left - *s)
        .max(Lanes::ZERO);
    for (slot, s) in out.iter_mut().zip(row) {
        if matches!(s, Some(ShareOf::Rest)) {
            *slot = rest;
        }
    }
    out
}

/// Money of the year is spent and buys.
fn invest(
    clock: Res<Clock>,
    country: Res<Country>,
    assumed: Res<Assumed>,
    shocks: Res<Shocks>,
    stress: Res<Stress>,
    population: Res<Population>,
    decisions: Res<Decisions>,
    mut works: ResMut<Works>,
    mut costs: ResMut<Costs>,
    mut levers: ResMut<TrainingLevers>,
    mut stations: ResMut<StationBoard>,
    mut funds: Query<(Entity, &Account, &Fund, &mut Flow)>,
) {
    let carry = assumed.get("capex.carry_share");
    stations.rebuilt = Lanes::ZERO;
    for (entity, account, fund, mut flow) in &mut funds {
        let acts = decisions.acts(fund.policy, clock.year);
        let late = decisions.late(fund.policy);
        // What a cut has carried over is still a cut after its last year.
        let cut = matches!(&fund.amount, Amount::Multiple(m) if m.value.0 < 1.0);
        let plan = match &fund.amount {
            _ if !acts.gt(Lanes::ZERO).any() => Billion::NONE,
            Amount::Level(money) => Billion(Lanes::splat(money.value.0)),
            // Where the policy was set off late, each amount comes later by as much.
            Amount::Profile(rows) => rows.iter().fold(Billion::NONE, |sum, (year, money)| {
                let due = decisions.since(fund.policy, year.value, clock.year);
                let now = due.ge(Lanes::ZERO) & due.le(Lanes::ZERO);
                sum + Billion(now.as_lanes() * money.0)
            }),
            // In equal parts over the years that are left to act in.
            Amount::Assumed(id) => {
                let years = Lanes::splat(f64::from(fund.to.since(fund.from) + 1)) - late;
                Billion(assumed.get(id) / years)
            }
            Amount::Multiple(m) => {
                // Of disbursed money: the part of the ordinary plan that is spent in the long run.
                let ordinary = ordinary_plan(account.payer, &assumed, clock.elapsed());
                let ordinary = match fund.kind {
                    MoneyKind::Planned => ordinary,
                    MoneyKind::Disbursed => {
                        ordinary * long_run(mean_disbursed(account.payer, &assumed), carry)
                    }
                };
                ordinary * (m.value.0 - 1.0).abs()
            }
        };
        let disbursed = match (fund.kind, account.payer) {
            (MoneyKind::Planned, Payer::Provincial) => shocks.disbursed_provincial,
            (MoneyKind::Planned, Payer::Ministry) => shocks.disbursed_ministry,
            _ => Lanes::ONE,
        };
        // A cut is booked as money that is not spent: the same rule, with the sign turned.
        let sign = if cut { -1.0 } else { 1.0 };
        flow.carried_out = flow.carried_out * flow_sign(&flow);
        spend(&mut flow, plan * acts, disbursed, carry);
        let spent = flow.spent * sign;
        if cut {
            turn(&mut flow);
        }
        costs.charge(fund.policy, account.payer, Purpose::Programme, spent);
        if let Some(p) = costs.here {
            let share = weights(&country, &population, &works, fund)[p];
            costs.note_in(p, account.payer, Purpose::Programme, spent * share);
        }
        let [new_beds, expansion, for_stations, _equipment, places] = shares(&fund.split, &assumed);
        if fund.split.stations.is_some() {
            let wanted = spent * for_stations / price(&assumed, "cost.station");
            let weights = weights(&country, &population, &works, fund);
            let built = rebuild_stations(&mut stations, &country.stations, wanted, &weights);
            stations.rebuilt += built;
            // Money for more stations than are left is not spent.
            let over = (wanted - built) * price(&assumed, "cost.station");
            flow.give_back(over);
            costs.charge(fund.policy, account.payer, Purpose::Programme, -over);
            costs.note(fund.policy, account.payer, Fate::NotAbsorbed, over);
            if let Some(p) = costs.here {
                costs.note_in(p, account.payer, Purpose::Programme, -(over * weights[p]));
            }
        }
        let own_capital = matches!(fund.amount, Amount::Multiple(_));
        buy(
            &country,
            &assumed,
            &stress,
            &population,
            &mut works,
            entity,
            account.payer,
            fund,
            own_capital,
            spent * new_beds,
            spent * expansion,
        );

        // Teaching places over the occupations with posts, by graduates of the base year.
        if fund.split.training_places.is_some() {
            let graduates: Vec<Lanes> = country
                .base
                .occupations
                .iter()
                .map(|o| {
                    if o.has_posts {
                        assumed.of("train.grad", &o.code)
                    } else {
                        Lanes::ZERO
                    }
                })
                .collect();
            let sum = graduates.iter().sum::<Lanes>().max(Lanes::ONE);
            let added = spent * places / price(&assumed, "cost.training_place");
            for (o, g) in graduates.iter().enumerate() {
                levers.extra_places[o] += added * *g / sum;
            }
        }
    }
}

/// What a fund is still to be given, an amount for each of so many years: what stands in its profile, else
/// as much a year as now.
fn still_to_come(fund: &Fund, now: Billion, year: Year) -> (Billion, i32) {
    match &fund.amount {
        Amount::Profile(rows) => {
            let later = rows.iter().filter(|(due, _)| due.value > year);
            let sum = later.map(|(_, money)| money.0).sum::<f64>();
            (Billion(Lanes::splat(sum)), 1)
        }
        _ => (now, fund.to.since(year)),
    }
}

/// Counts what each fund was given and has spent, and says in its last year whether that is enough.
fn count_spent(
    clock: Res<Clock>,
    mut decisions: ResMut<Decisions>,
    mut costs: ResMut<Costs>,
    funds: Query<(&Account, &Fund, &Flow)>,
) {
    for (account, fund, flow) in &funds {
        let lapsed = flow.lapsed - flow.not_absorbed;
        costs.note(fund.policy, account.payer, Fate::Offered, flow.plan);
        costs.note(fund.policy, account.payer, Fate::Lapsed, lapsed);
        decisions.note_money(fund.policy, flow.plan, flow.spent);
        if decisions.asks_share(fund.policy) {
            let (a_year, left) = still_to_come(fund, flow.plan, clock.year);
            let share = decisions.share_spent(fund.policy, a_year, left);
            decisions.note_share(fund.policy, share);
        }
        if clock.year >= fund.to {
            let spent = decisions.mostly_spent(fund.policy);
            decisions.note_done(fund.policy, spent);
        }
    }
}

/// A cut takes at most the beds that would have been bought: what is left of it falls on other
/// capital, whatever the order of policies.
fn stop_at_nothing(mut works: ResMut<Works>) {
    works.bought_central = works.bought_central.max(Lanes::ZERO);
    for beds in works
        .bought_provincial
        .iter_mut()
        .flat_map(EnumMap::values_mut)
    {
        *beds = beds.max(Lanes::ZERO);
    }
}

/// -1 for an account that books a cut, 1 otherwise.
fn flow_sign(flow: &Flow) -> Lanes {
    flow.carried_out
        .0
        .lt(Lanes::ZERO)
        .select(Lanes::splat(-1.0), Lanes::ONE)
}

fn turn(flow: &mut Flow) {
    flow.plan = -flow.plan;
    flow.carried_in = -flow.carried_in;
    flow.spent = -flow.spent;
    flow.lapsed = -flow.lapsed;
    flow.not_absorbed = -flow.not_absorbed;
    flow.carried_out = -flow.carried_out;
}

/// How a fund is shared between provinces; the weights add to 1.
fn weights(country: &Country, population: &Population, works: &Works, fund: &Fund) -> Vec<Lanes> {
    if !fund.per_head {
        return works.shares.clone();
    }
    let listed = |p: usize| fund.listed.as_ref().is_none_or(|l| l.contains(&p));
    let row: Vec<Lanes> = (0..country.provinces())
        .map(|p| {
            if listed(p) {
                population.people[p]
            } else {
                Lanes::ZERO
            }
        })
        .collect();
    let sum = row.iter().sum::<Lanes>();
    row.iter().map(|w| *w / sum).collect()
}

/// Orders beds. The Ministry's own capital buys Central beds, private money private ones, all else
/// beds at both levels of the provinces. Public money that a shock turns elsewhere buys none.
fn buy(
    country: &Country,
    assumed: &Assumed,
    stress: &Stress,
    population: &Population,
    works: &mut Works,
    account: Entity,
    payer: Payer,
    fund: &Fund,
    own_capital: bool,
    new_beds: Billion,
    expansion: Billion,
) {
    let expansion_unit = built(assumed, "capex.unit_expansion");
    let mut offer = Offer {
        payer,
        purpose: Purpose::Programme,
        policy: Some(fund.policy),
        account: Some(account),
        central: Billion::NONE,
        by_province: Vec::new(),
    };
    if payer == Payer::Ministry && own_capital {
        let beds = new_beds / central_unit_cost(assumed) + expansion / expansion_unit;
        works.bought_central += beds * stress.still_builds_everywhere;
        offer.central = (new_beds + expansion) * stress.still_builds_everywhere;
        works.offers.push(offer);
        return;
    }
    let weights = weights(country, population, works, fund);
    let levels = level_shares(assumed);
    for (p, weight) in weights.iter().enumerate() {
        let money = (new_beds + expansion) * *weight;
        if payer == Payer::Private {
            works.bought_private[p] += money / price(assumed, "priv.unit");
            offer.by_province.push(money);
            continue;
        }
        let kept = stress.still_builds_everywhere * stress.still_builds[p];
        offer.by_province.push(money * kept);
        for tier in TIERS {
            let part = *weight * levels[tier];
            let beds =
                new_beds * part / unit_cost(assumed, tier) + expansion * part / expansion_unit;
            works.bought_provincial[p][tier] +=
                beds * stress.still_builds_everywhere * stress.still_builds[p];
        }
    }
    works.offers.push(offer);
}
