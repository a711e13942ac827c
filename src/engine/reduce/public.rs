//! What decisions spend of the money a question is about, and how often that is more than they may.

use super::money::Prices;
use super::share;
use crate::engine::block::BlockResult;
use crate::engine::layout::Layout;
use crate::results::public::{Counted, Held, PublicLine, PublicMoney};
use crate::results::summary::{interval, percentiles};
use crate::scenario::{Ceiling, Scenario};
use crate::units::{Payer, PriceBasis, Year};
use crate::world::money::{FATES, Fate};
use enum_map::Enum;

/// What one payer spends in one year.
pub struct Row {
    /// Who.
    pub payer: Payer,
    /// When.
    pub year: Year,
    /// Billion in every future, at the prices that are counted.
    pub spent: Vec<f64>,
    /// Mean of what was promised, at the same prices.
    pub promised: f64,
}

/// The rows of payers and years that count, together and against the ceiling, over so many futures.
pub fn money(
    counted: Counted,
    ceiling: Option<&Ceiling>,
    rows: Vec<Row>,
    futures: usize,
) -> PublicMoney {
    let mut all = vec![0.0; futures];
    let mut lines = Vec::new();
    for row in rows {
        let spent = row.spent.iter().sum::<f64>() / futures as f64;
        if row.promised == 0.0 && row.spent.iter().all(|v| *v == 0.0) {
            continue;
        }
        all.iter_mut()
            .zip(&row.spent)
            .for_each(|(sum, v)| *sum += v);
        lines.push(PublicLine {
            payer: row.payer,
            year: row.year,
            spent,
            promised: row.promised,
        });
    }
    let amounts: Vec<f32> = all.iter().map(|v| *v as f32).collect();
    PublicMoney {
        counted,
        spent: interval(all.iter().copied()),
        range: percentiles(&amounts, [0.1, 0.9]),
        promised: lines.iter().map(|l| l.promised).sum(),
        lines,
        beside: None,
        ceiling: ceiling.map(|ceiling| Held {
            amount: ceiling.amount,
            over: share(all.iter().map(|v| *v > ceiling.amount)),
        }),
    }
}

/// Positions of the policies that a scenario itself decides, and of those that others have decided.
pub fn own_and_given(scenario: &Scenario) -> [Vec<usize>; 2] {
    let given = |at: &usize| scenario.given.contains(&scenario.policies[*at].id);
    let (given, own) = (0..scenario.policies.len()).partition(given);
    [own, given]
}

/// What a block says of some policies of its scenario, by position: what one payer spends on them and was asked to
/// promise in a simulated year, by positions, in each of its futures.
pub fn decided(
    block: &BlockResult,
    policies: &[usize],
    years: usize,
    (payer, y): (Payer, usize),
) -> [Vec<f64>; 2] {
    let lanes = block.lanes;
    let (mut spent, mut promised) = (vec![0.0; lanes], vec![0.0; lanes]);
    for policy in policies.iter().copied() {
        let at = policy * years + y;
        let offer = |y: usize| (policy * FATES + Fate::Offered.into_usize()) * years + y;
        let offered = offer(y);
        for lane in 0..lanes {
            let of =
                |row: &[[f32; 4]], at: usize| f64::from(row[at * lanes + lane][payer.into_usize()]);
            let paid = of(&block.policy_costs, at);
            spent[lane] += paid;
            // What promises no amount, or pays whole what it promises and so offers nothing to be absorbed, costs
            // what it costs.
            let offers = |y: usize| block.fates[offer(y) * lanes + lane] != [0.0; 4];
            let promises = block.promised[policy * lanes + lane][0].is_finite();
            promised[lane] += match promises && (0..years).any(offers) {
                true => of(&block.fates, offered),
                false => paid,
            };
        }
    }
    [spent, promised]
}

/// The money of a run: what its own policies spend, and beside it what those spend that others have decided.
pub fn of_run(
    scenario: &Scenario,
    prices: &Prices,
    layout: &Layout,
    blocks: &[BlockResult],
) -> PublicMoney {
    let counted = scenario.counted();
    let futures = blocks.iter().map(|b| b.lanes).sum();
    let years = layout.simulated();
    let lived = (0..years).filter(|y| counted.holds(layout.years[y + 1]));
    let payers = counted.payers.clone();
    let cells = payers
        .iter()
        .flat_map(|payer| lived.clone().map(move |y| (*payer, y)));
    let [own, given] = own_and_given(scenario);
    let row = |policies: &[usize], (payer, y): (Payer, usize)| {
        let (mut spent, mut promised) = (Vec::with_capacity(futures), Vec::new());
        for block in blocks {
            let [paid, asked] = decided(block, policies, years, (payer, y));
            spent.extend(paid);
            promised.extend(asked);
        }
        if counted.prices == PriceBasis::Nominal {
            prices.inflate(&mut spent, y + 1);
            prices.inflate(&mut promised, y + 1);
        }
        Row {
            payer,
            year: layout.years[y + 1],
            spent,
            promised: promised.iter().sum::<f64>() / futures as f64,
        }
    };
    let beside = match given.is_empty() {
        true => None,
        false => {
            let all = cells
                .clone()
                .map(|cell| row(&given, cell).spent.iter().sum::<f64>());
            Some(all.sum::<f64>() / futures as f64)
        }
    };
    let rows = cells.map(|cell| row(&own, cell)).collect();
    PublicMoney {
        beside,
        ..money(counted.clone(), scenario.ceiling.as_ref(), rows, futures)
    }
}
