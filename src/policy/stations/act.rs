//! Works begin at so many stations a year, are paid for in that year, and end when a station's time
//! is over.

use super::{Pace, StationUpgrade};
use crate::chance::Chance;
use crate::chance::assumed::Assumed;
use crate::lanes::{Lanes, split_whole};
use crate::policy::{Act, Plan};
use crate::rules::count;
use crate::units::{Payer, Year};
use crate::world::amount::Price;
use crate::world::country::{Clock, Country};
use crate::world::decisions::Decisions;
use crate::world::facility::StationBoard;
use crate::world::money::{Costs, Fate, Purpose};
use crate::world::shocks::Stress;
use crate::year::{Model, Phase};
use bevy_ecs::prelude::*;

/// A plan to bring stations to standard.
#[derive(Component, Clone, Debug)]
pub struct Upgrade {
    policy: usize,
    pace: Pace,
    cost: Option<f64>,
    years: Option<f64>,
    /// Whether a province takes part.
    reach: Vec<bool>,
    payer: Payer,
    from: Year,
    to: Year,
}

/// Stations of a plan.
#[derive(Component, Clone, Debug, Default)]
pub struct Sites {
    /// Stations at which works began, `[year since the first][province]`.
    begun: Vec<Vec<Lanes>>,
    /// Stations at standard by province.
    ready: Vec<Lanes>,
}

impl Act for StationUpgrade {
    /// Puts a plan into the world.
    fn spawn(&self, world: &mut World, country: &Country, policy: usize, plan: &Plan) {
        world.spawn((
            Upgrade {
                policy,
                pace: self.pace.clone(),
                cost: self.cost.as_ref().map(|m| m.value.0),
                years: self.years.as_ref().map(|y| y.value.0),
                reach: country
                    .base
                    .provinces
                    .iter()
                    .map(|p| self.reaches(&p.code))
                    .collect(),
                payer: plan.payer(&country.base),
                from: plan.from,
                to: plan.to,
            },
            Sites::default(),
        ));
    }

    fn register_base(model: &mut Model) {
        model.at_base(nothing_begun);
    }

    fn register(model: &mut Model) {
        model.add(Phase::Finance, upgrade);
    }
}

fn nothing_begun(
    country: Res<Country>,
    mut board: ResMut<StationBoard>,
    mut plans: Query<&mut Sites>,
) {
    let none = vec![Lanes::ZERO; country.provinces()];
    board.rebuilt = Lanes::ZERO;
    board.by_money.clone_from(&none);
    board.begun.clone_from(&none);
    board.upgraded.clone_from(&none);
    for mut sites in &mut plans {
        sites.begun.clear();
        sites.ready.clone_from(&none);
    }
}

/// Works begin, and end; after the money of investments, which is limited by the same stations.
fn upgrade(
    clock: Res<Clock>,
    country: Res<Country>,
    chance: Res<Chance>,
    assumed: Res<Assumed>,
    stress: Res<Stress>,
    mut decisions: ResMut<Decisions>,
    mut board: ResMut<StationBoard>,
    mut costs: ResMut<Costs>,
    mut plans: Query<(&Upgrade, &mut Sites)>,
) {
    let whole = chance.counts_whole();
    let n = country.provinces();
    for (plan, mut sites) in &mut plans {
        if clock.year < plan.from {
            continue;
        }
        let acts = decisions.acts(plan.policy, clock.year);
        let a_year = match &plan.pace {
            Pace::Number(stations) => f64::from(stations.value.0),
            Pace::Share(share) => {
                let all = (0..n).filter(|p| plan.reach[*p]);
                share.value.0 * all.map(|p| country.stations[p]).sum::<f64>()
            }
        };
        let left: Vec<Lanes> = (0..n)
            .map(|p| {
                let left = board.left(p, country.stations[p]);
                match (plan.reach[p], whole) {
                    (false, _) => Lanes::ZERO,
                    // What money has rebuilt is counted in parts of stations.
                    (true, true) => (left + 1e-9).floor(),
                    (true, false) => left,
                }
            })
            .collect();
        let all = left.iter().sum::<Lanes>();
        // A freeze of public money lets fewer works begin.
        let asked = count(acts * stress.disbursed * a_year, whole);
        let wanted = asked.min(all);
        let mut begins = vec![Lanes::ZERO; n];
        split_whole(wanted, &left, whole, &mut begins);
        let cost = plan
            .cost
            .map_or_else(|| assumed.get("cost.station"), Lanes::splat);
        let cost = Price::billion(cost);
        costs.charge(plan.policy, plan.payer, Purpose::Programme, wanted * cost);
        // Money for more stations than are left is not spent.
        let over = (asked - wanted) * cost;
        costs.note(plan.policy, plan.payer, Fate::Offered, asked * cost);
        costs.note(plan.policy, plan.payer, Fate::NotAbsorbed, over);
        costs.not_absorbed[plan.payer] += over;
        if let Some(p) = costs.here {
            costs.note_in(p, plan.payer, Purpose::Programme, begins[p] * cost);
        }
        for (board, begins) in board.begun.iter_mut().zip(&begins) {
            *board += *begins;
        }
        sites.begun.push(begins);

        // Works begin evenly over a year and take the same time everywhere.
        let takes = plan
            .years
            .map_or_else(|| assumed.get("station.years"), Lanes::splat);
        let now = sites.begun.len();
        let mut unready = Lanes::ZERO;
        for p in 0..n {
            let (mut over, mut begun) = (Lanes::ZERO, Lanes::ZERO);
            for (k, row) in sites.begun.iter().enumerate() {
                over += row[p] * ((now - k) as f64 - takes).clamp(0.0, 1.0);
                begun += row[p];
            }
            let ready = count(over, whole).max(sites.ready[p]).min(begun);
            let new = ready - sites.ready[p];
            board.rebuilt += new;
            board.upgraded[p] += new;
            sites.ready[p] = ready;
            unready += begun - ready;
        }
        // The product is there when works have ended and no more will begin.
        let begun = sites.begun.iter().flatten().sum::<Lanes>();
        let ended = all.le(wanted)
            | Lanes::splat(f64::from(u8::from(clock.year >= plan.to))).gt(Lanes::ZERO);
        let done = ended & unready.le(Lanes::splat(1e-9)) & begun.gt(Lanes::ZERO);
        decisions.note_done(plan.policy, done.as_lanes());
        if decisions.asks_share(plan.policy) {
            let (years, of) = (
                plan.to.since(plan.from) + 1,
                (0..n).filter(|p| plan.reach[*p]),
            );
            let all = of.map(|p| country.stations[p]).sum::<f64>();
            let whole = all.min(a_year * f64::from(years)).max(1.0);
            let ready = sites.ready.iter().sum::<Lanes>();
            decisions.note_share(plan.policy, (ready / whole).min(Lanes::ONE));
        }
    }
}
