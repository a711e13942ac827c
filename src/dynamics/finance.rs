//! Each payer has a plan; part of it is disbursed, part carried into the next year, the rest
//! lapses. What is spent on beds is ordered at unit cost and opens over the next years.
//!
//! Conservation by account and year: plan + carried in = spent + lapsed + carried out.

use crate::chance::assumed::Assumed;
use crate::lanes::Lanes;
use crate::rules::{
    central_unit_cost, level_shares, long_run, long_run_carried, mean_disbursed, ordinary_plan,
    spend, unit_cost,
};
use crate::units::Payer;
use crate::world::country::{Clock, Country};
use crate::world::facility::BedBoard;
use crate::world::money::{Account, Costs, Flow, Orders, OrdinaryCapital, Purpose, Works};
use crate::world::population::Population;
use crate::world::project::{Building, Progress};
use crate::world::shocks::{Shocks, Stress};
use bevy_ecs::prelude::*;

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
    let mut spent = [Lanes::ZERO; 2];
    for (account, mut flow, ordinary) in &mut accounts {
        *flow = Flow::default();
        if ordinary.is_none() {
            continue;
        }
        let plan = ordinary_plan(account.payer, &assumed, 0);
        let disbursed = mean_disbursed(account.payer, &assumed);
        flow.carried_out = plan * long_run_carried(disbursed, carry);
        spent[usize::from(account.payer == Payer::Ministry)] = plan * long_run(disbursed, carry);
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
    let named: Lanes = projects
        .iter()
        .filter(|(b, _)| !b.central)
        .fold(Lanes::ZERO, |s, (_, p)| s + p.paid_at_base);
    let bed_money = (spent[0] * assumed.get("capex.bed_share_province")
        - named / profile.len() as f64)
        .max(Lanes::ZERO);
    works.provincial = (0..n)
        .map(|p| {
            core::array::from_fn(|level| {
                backlog(bed_money * shares[p] * levels[level] / unit_cost(&assumed, level))
            })
        })
        .collect();
    works.central =
        backlog(spent[1] * assumed.get("capex.bed_share_central") / central_unit_cost(&assumed));
    works.private = vec![Orders::default(); n];
    works.bought_provincial = vec![[Lanes::ZERO; 2]; n];
    works.bought_central = Lanes::ZERO;
    works.bought_private = vec![Lanes::ZERO; n];
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
        .map(|row| row.iter().sum::<Lanes>())
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
    for row in &mut works.bought_provincial {
        *row = [Lanes::ZERO; 2];
    }
    works.bought_central = Lanes::ZERO;
    for row in &mut works.bought_private {
        *row = Lanes::ZERO;
    }
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
    mut accounts: Query<(&Account, &mut Flow), With<OrdinaryCapital>>,
    mut projects: Query<(&Building, &mut Progress)>,
) {
    let carry = assumed.get("capex.carry_share");
    let levels = level_shares(&assumed);
    for (account, mut flow) in &mut accounts {
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
                    let central = beds.built.iter().fold(Lanes::ZERO, |s, row| s + row[0]);
                    Lanes::part_of(beds.built[p][0], central)
                }
                _ => works.shares[p],
            };
            costs.note_in(p, account.payer, Purpose::Capital, flow.spent * share);
        }
        if account.payer == Payer::Ministry {
            let beds =
                flow.spent * assumed.get("capex.bed_share_central") / central_unit_cost(&assumed);
            works.bought_central += beds * stress.kept_everywhere;
            continue;
        }
        // Money turned elsewhere by a shock is spent and adds no beds.
        let mut money =
            flow.spent * assumed.get("capex.bed_share_province") * stress.kept_everywhere;
        // Named projects: what is left to pay, evenly over the years to the planned opening.
        let mut wanted = Lanes::ZERO;
        for (building, progress) in &projects {
            if !building.central {
                wanted += instalment(building, progress, clock.year);
            }
        }
        let some = wanted.gt(Lanes::ZERO);
        let fit = some.select(
            (money / some.select(wanted, Lanes::ONE)).min(Lanes::ONE),
            Lanes::ZERO,
        );
        for (building, mut progress) in &mut projects {
            if !building.central {
                let pay = instalment(building, &progress, clock.year) * fit;
                progress.to_pay -= pay;
                money -= pay;
            }
        }
        let money = money.max(Lanes::ZERO);
        for p in 0..country.provinces() {
            for level in 0..2 {
                let beds = money * works.shares[p] * levels[level] / unit_cost(&assumed, level);
                works.bought_provincial[p][level] += beds * stress.kept[p];
            }
        }
    }
}

fn instalment(building: &Building, progress: &Progress, year: crate::units::Year) -> Lanes {
    let years = building.planned.since(year) + 1;
    progress.to_pay / (years.max(1) as f64)
}
