//! Figures that several rules share: how money is spent, what a bed costs, how stocks of
//! the base year are drawn. Systems and policies meet here instead of importing one another.

pub mod retirement;

use crate::base::Base;
use crate::base::stock::Stock;
use crate::chance::assumed::Assumed;
use crate::chance::{Chance, Key};
use crate::lanes::{Lanes, split_whole};
use crate::units::{Payer, Uncertainty};
use crate::world::amount::{Billion, Price};
use crate::world::facility::{StationBoard, Tier};
use crate::world::money::Flow;
use crate::world::staff::Headcount;
use bevy_ecs::prelude::Resource;
use enum_map::EnumMap;

/// Rounds to whole heads or beds in futures that count them; leaves expectations as they are.
pub fn count(x: Lanes, whole: bool) -> Lanes {
    if whole { x.round_half_up() } else { x }
}

/// Which layers of randomness are on, for rules that draw unpublished base figures.
#[derive(Resource, Clone, Copy, Debug)]
pub struct Layers(pub Uncertainty);

/// A standard normal score of the parameter layer for a base figure; 0 with the layer off. Neighbouring
/// futures mirror each other in it, so that medians over futures are the figures of the tables.
pub fn base_score(layers: &Layers, chance: &Chance, key: Key) -> Lanes {
    if layers.0.parameters() {
        chance.mirrored(key)
    } else {
        Lanes::ZERO
    }
}

/// A stock of the base year in each future, by province: single figures as they are, ranges drawn so
/// that they add to the nation ([`Stock`]). `about` is the start of the key of its scores.
pub fn lie(
    stock: &Stock,
    base: &Base,
    layers: &Layers,
    chance: &Chance,
    about: &str,
    whole: bool,
) -> Vec<Lanes> {
    let n = stock.centre.len();
    let still = |p: usize| stock.own[p] == 0.0 && stock.common[p] == 0.0 && stock.closes[p] == 0.0;
    let scores: Vec<Lanes> = base
        .provinces
        .iter()
        .map(|p| base_score(layers, chance, Key::new3("base", about, &p.code)))
        .collect();
    let nation = if stock.nation > 0.0 {
        base_score(layers, chance, Key::new3("base", about, "nation")) * stock.nation
    } else {
        Lanes::ZERO
    };
    let leader = scores[stock.leader];
    let mut away: Vec<Lanes> = (0..n)
        .map(|p| scores[p] * stock.own[p] - leader * stock.common[p])
        .collect();
    let left = nation - away.iter().sum::<Lanes>();
    for p in 0..n {
        away[p] += left * stock.closes[p];
    }
    // Where a unit would come too low, all come nearer to their medians: the sum stays the nation's.
    let mut near = Lanes::ONE;
    for p in (0..n).filter(|p| !still(*p)) {
        let far = away[p].abs();
        let too_far = far.gt(Lanes::splat(stock.room[p]));
        near = near.min(too_far.select(
            Lanes::splat(stock.room[p]) / too_far.select(far, Lanes::ONE),
            Lanes::ONE,
        ));
    }
    let mut out: Vec<Lanes> = (0..n).map(|p| away[p] * near + stock.centre[p]).collect();
    if !whole {
        return out;
    }
    // Single figures are whole already; the others share what they leave of the nation.
    let moving: Vec<usize> = (0..n).filter(|p| !still(*p)).collect();
    let mut total = (nation * near + stock.total).round_half_up();
    for p in (0..n).filter(|p| still(*p)) {
        out[p] = out[p].round_half_up();
        total -= out[p];
    }
    let sum = moving.iter().map(|p| out[*p]).sum::<Lanes>();
    let weights: Vec<Lanes> = moving
        .iter()
        .map(|p| out[*p] + (total - sum) * stock.closes[*p])
        .collect();
    let mut parts = vec![Lanes::ZERO; moving.len()];
    if !moving.is_empty() {
        split_whole(total, &weights, whole, &mut parts);
    }
    for (p, part) in moving.iter().zip(parts) {
        out[*p] = part;
    }
    out
}

/// Spends an account's money for a year: carried money first; of the plan's unspent part the
/// carried share goes on for one year, the rest lapses.
pub fn spend(flow: &mut Flow, plan: Billion, disbursed: Lanes, carry_share: Lanes) {
    flow.plan = plan;
    flow.carried_in = flow.carried_out;
    let available = flow.plan + flow.carried_in;
    flow.spent = available * disbursed;
    let from_carried = flow.spent.min(flow.carried_in);
    let unspent_plan = flow.plan - (flow.spent - from_carried);
    flow.carried_out = unspent_plan * carry_share;
    flow.lapsed = available - flow.spent - flow.carried_out;
    flow.not_absorbed = Billion::NONE;
}

/// Share of a steady plan that is spent in the long run at a disbursed share `d` of what is
/// available, when a share `c` of the unspent plan is carried.
pub fn long_run(d: Lanes, c: Lanes) -> Lanes {
    // Money is carried for one year only: a payer that cannot even spend what it carried carries
    // the same share of the whole plan every year.
    let spends_all_carried = Lanes::ONE / (Lanes::ONE - c + d * c);
    d * spends_all_carried.min(Lanes::ONE + c)
}

/// Share of a steady plan that is carried in each year in the long run.
pub fn long_run_carried(d: Lanes, c: Lanes) -> Lanes {
    let kept = (Lanes::ONE - long_run(d, c)) / (Lanes::ONE - c).max(Lanes::splat(1e-9));
    c * kept.min(Lanes::ONE)
}

/// Plan of an ordinary account this year.
pub fn ordinary_plan(payer: Payer, assumed: &Assumed, elapsed: i32) -> Billion {
    match payer {
        Payer::Provincial => {
            // The assumption is money really disbursed: the plan is what gives it in the long run.
            let steady = long_run(
                assumed.get("capex.disburse_province"),
                assumed.get("capex.carry_share"),
            );
            let growth = (assumed.get("capex.province_growth") + 1.0).powf_scalar(elapsed as f64);
            Billion(assumed.get("capex.province_disbursed") * growth / steady)
        }
        _ => Billion(assumed.get("capex.moh_plan")),
    }
}

/// The disbursed share a payer reaches on average in a future.
pub fn mean_disbursed(payer: Payer, assumed: &Assumed) -> Lanes {
    match payer {
        Payer::Provincial => assumed.get("capex.disburse_province"),
        Payer::Ministry => assumed.get("capex.disburse_central"),
        Payer::Hospitals | Payer::Private => Lanes::ONE,
    }
}

/// Cost of a bed with equipment at a level of the province.
pub fn unit_cost(assumed: &Assumed, tier: Tier) -> Price {
    let id = match tier {
        Tier::Provincial => "capex.unit_provincial",
        Tier::Regional => "capex.unit_regional",
    };
    built(assumed, id)
}

/// Cost of a Central bed.
pub fn central_unit_cost(assumed: &Assumed) -> Price {
    built(assumed, "capex.unit_central")
}

/// What is built costs more than it is said to.
pub fn built(assumed: &Assumed, id: &str) -> Price {
    price(assumed, id).times(assumed.get("capex.overrun"))
}

/// A price that the book has in billion.
pub fn price(assumed: &Assumed, id: &str) -> Price {
    Price::billion(assumed.get(id))
}

/// Pay of an occupation, or another price of it that the book has in million.
pub fn price_of(assumed: &Assumed, stem: &str, occupation: &str) -> Price {
    Price::million(assumed.of(stem, occupation))
}

/// Allowances at stations as a part of pay: the rise of pay is stated for 30 points.
pub fn station_allowance(assumed: &Assumed) -> Lanes {
    assumed.get("cost.allowance") * (assumed.get("allow.points") / 30.0)
}

/// How bed money of provinces is shared between the provincial and the regional level.
pub fn level_shares(assumed: &Assumed) -> EnumMap<Tier, Lanes> {
    let provincial = assumed.get("capex.provincial_level_share");
    EnumMap::from_array([provincial, Lanes::ONE - provincial])
}

/// Private hospitals expected to open in the nation in the `elapsed`th year after base.
pub fn private_openings(assumed: &Assumed, elapsed: i32) -> Lanes {
    let growth = (assumed.get("priv.openings_growth") + 1.0).powf_scalar((elapsed - 1) as f64);
    assumed.get("priv.openings") * growth
}

/// Builds or rebuilds up to `wanted` stations over provinces by `weights` that add to 1, never more
/// than there are left; what a province has no stations for goes to the others that take part, by the
/// stations they have left. Returns the stations of the nation; below zero takes money's stations
/// away.
///
/// What money buys is counted in parts of stations, at unit cost.
pub fn rebuild_stations(
    board: &mut StationBoard,
    stations: &[f64],
    wanted: Lanes,
    weights: &[Lanes],
) -> Lanes {
    let left: Vec<Lanes> = (0..stations.len())
        .map(|p| {
            let left = board.left(p, stations[p]);
            weights[p].gt(Lanes::ZERO).select(left, Lanes::ZERO)
        })
        .collect();
    let mut parts: Vec<Lanes> = left
        .iter()
        .zip(weights)
        .map(|(left, weight)| (wanted * *weight).min(*left))
        .collect();
    let placed = parts.iter().sum::<Lanes>();
    let over = (wanted - placed).max(Lanes::ZERO);
    let room = left
        .iter()
        .zip(&parts)
        .fold(Lanes::ZERO, |s, (left, part)| s + (*left - *part));
    let some = room.gt(Lanes::ZERO);
    let unit = some
        .select(over / some.select(room, Lanes::ONE), Lanes::ZERO)
        .min(Lanes::ONE);
    for (p, part) in parts.iter_mut().enumerate() {
        *part += (left[p] - *part) * unit;
        board.by_money[p] = (board.by_money[p] + *part).max(Lanes::ZERO);
    }
    let all = left.iter().sum::<Lanes>();
    wanted.min(all)
}

/// Puts people into the youngest bands of a cohort, `first` of them into the first.
pub fn join(heads: &mut Headcount, people: Lanes, first: f64, whole: bool) {
    let young = count(people * first, whole);
    heads.bands[0] += young;
    heads.bands[1] += people - young;
}
