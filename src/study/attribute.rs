//! The change of an option is split over the decisions that make it: each decision's share is what it
//! adds on average over all orders in which they could be taken (Shapley values), future by future on
//! common draws, so that the shares of a future add up to its change.
//!
//! Source: L. S. Shapley, A value for n-person games, Contributions to the Theory of Games II (1953).

use crate::results::comparison::{Attributed, Attribution, Mean, Part, PartKind, PartShare};
use crate::results::summary::{Z, interval, moments};
use crate::scenario::Scenario;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Decisions up to which every order is counted.
pub const EXACT: usize = 6;
/// Orders sampled beyond: half of them, and each of these backwards.
pub const ORDERS: usize = 64;
/// Decisions that can be told apart.
pub const MOST: usize = 127;

/// Which decisions are taken as in the option: a bit for each part.
pub type Subset = u128;

/// Per-future numbers of each outcome: `[outcome][future]`.
pub type Outcomes = Vec<Vec<f64>>;

/// How a change is split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Design {
    parts: usize,
    /// Sampled orders; none where every order is counted.
    orders: Vec<Vec<usize>>,
}

impl Design {
    /// The design for these parts: orders are drawn by a hash of the parts' ids, so that the same
    /// question is always split in the same way.
    pub fn of(parts: &[Part]) -> Design {
        let k = parts.len();
        let mut orders = Vec::new();
        if k > EXACT {
            for n in 0..ORDERS / 2 {
                let rank = |at: usize| {
                    let name = format!("attribution/{n}/{}", parts[at].id);
                    let digest: [u8; 32] = Sha256::digest(name.as_bytes()).into();
                    (digest, at)
                };
                let mut order: Vec<usize> = (0..k).collect();
                order.sort_by_key(|at| rank(*at));
                orders.push(order.clone());
                order.reverse();
                orders.push(order);
            }
        }
        Design { parts: k, orders }
    }

    /// Everything as in the option.
    pub fn full(&self) -> Subset {
        (1 << self.parts) - 1
    }

    /// The subsets to be lived besides the reference (none) and the option (all), in order.
    pub fn between(&self) -> Vec<Subset> {
        let whole = self.full();
        if self.orders.is_empty() {
            return (1..whole).collect();
        }
        let mut all: Vec<Subset> = Vec::new();
        for order in &self.orders {
            let mut subset = 0;
            for part in &order[..order.len() - 1] {
                subset |= 1 << part;
                all.push(subset);
            }
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Each part's change of one outcome in every future, `[part][future]`, and the mean change of
    /// each part in every sampled order, `[part][order]`.
    fn split(&self, value: &dyn Fn(Subset) -> Vec<f64>) -> (Vec<Vec<f64>>, Vec<Vec<f64>>) {
        let k = self.parts;
        let empty = value(0);
        let futures = empty.len();
        let mut shares = vec![vec![0.0; futures]; k];
        let mut by_order = vec![Vec::new(); k];
        if self.orders.is_empty() {
            let weights: Vec<f64> = (0..k).map(|size| weight(size, k)).collect();
            let values: Vec<Vec<f64>> = (0..=self.full()).map(value).collect();
            for (subset, without) in values.iter().enumerate() {
                let weight = |s: usize| weights[s.count_ones() as usize];
                for (part, share) in shares.iter_mut().enumerate() {
                    if subset >> part & 1 == 1 {
                        continue;
                    }
                    let with = &values[subset | 1 << part];
                    let w = weight(subset);
                    for ((s, a), b) in share.iter_mut().zip(with).zip(without) {
                        *s += w * (a - b);
                    }
                }
            }
            return (shares, by_order);
        }
        let each = 1.0 / self.orders.len() as f64;
        for order in &self.orders {
            let (mut subset, mut before): (Subset, _) = (0, empty.clone());
            for part in order {
                subset |= 1 << part;
                let after = value(subset);
                let mut sum = 0.0;
                for ((s, a), b) in shares[*part].iter_mut().zip(&after).zip(&before) {
                    *s += each * (a - b);
                    sum += a - b;
                }
                by_order[*part].push(sum / futures as f64);
                before = after;
            }
        }
        (shares, by_order)
    }
}

/// Share of the orders in which a part comes right after `size` others of `k`.
fn weight(size: usize, k: usize) -> f64 {
    let choose = (0..size).fold(1.0, |c, n| c * (k - 1 - n) as f64 / (n + 1) as f64);
    1.0 / (k as f64 * choose)
}

/// The reference with some of the option's decisions taken.
pub fn mixed(reference: &Scenario, here: &Scenario, parts: &[Part], subset: Subset) -> Scenario {
    let mut scenario = reference.clone();
    for (at, part) in parts.iter().enumerate() {
        if subset >> at & 1 == 0 {
            continue;
        }
        if part.kind == PartKind::Settings {
            scenario.base = here.base.clone();
            scenario.overrides.clone_from(&here.overrides);
            scenario.figures.clone_from(&here.figures);
            scenario.replaced.clone_from(&here.replaced);
            scenario.staffing_gate = here.staffing_gate;
            scenario.storm_in.clone_from(&here.storm_in);
            continue;
        }
        scenario.policies.retain(|p| p.id != part.id);
        let plan = here.policies.iter().find(|p| p.id == part.id);
        scenario.policies.extend(plan.cloned());
    }
    scenario.policies.sort_by(|a, b| a.id.cmp(&b.id));
    scenario
}

/// What the comparison says of an outcome over all its futures.
#[derive(Clone, Debug)]
pub struct Printed {
    /// The question it answers; `None`: the cost of the option.
    pub question: Option<usize>,
    /// The reference in every future.
    pub reference: Vec<f64>,
    /// The option in every future.
    pub here: Vec<f64>,
    /// The difference as the comparison tells it.
    pub difference: Option<Mean>,
}

/// Id of the part of a change that is not split.
pub const NOT_SPLIT: &str = "not_split";

/// Puts the split of every outcome together. `lived` holds the outcomes of every subset of the
/// design in the futures that are split, the first ones; `printed` what is said of each outcome over
/// all futures. What the futures of the split do not show of a printed difference is a part of its
/// own, so that the parts add up to the difference.
pub fn attribution(
    option: usize,
    mut parts: Vec<Part>,
    design: &Design,
    lived: &BTreeMap<Subset, Outcomes>,
    printed: &[Printed],
) -> Attribution {
    let whole = design.full();
    let all = printed.first().map_or(0, |p| p.here.len());
    let futures = lived[&0].first().map_or(0, Vec::len);
    let sampled = futures < all;
    let outcomes = printed.iter().enumerate().filter_map(|(at, printed)| {
        let difference = printed.difference?;
        let value = |subset: Subset| lived[&subset][at].clone();
        let defined = |row: &[f64]| row.iter().all(|v| v.is_finite());
        if futures == 0 || !lived.values().all(|rows| defined(&rows[at])) {
            return None;
        }
        let (shares, by_order) = design.split(&value);
        let (start, end) = (value(0), value(whole));
        let total: Vec<f64> = end.iter().zip(&start).map(|(b, a)| b - a).collect();
        let gap = |r: usize| {
            let sum: f64 = shares.iter().map(|row| row[r]).sum();
            (sum - total[r]).abs() / total[r].abs().max(1.0)
        };
        let shown = |(row, orders): (&Vec<f64>, &Vec<f64>)| PartShare {
            change: interval(row.iter().copied()),
            order_error: (!orders.is_empty()).then(|| order_error(orders)),
        };
        let mut all_shares: Vec<PartShare> = shares.iter().zip(&by_order).map(shown).collect();
        if sampled {
            let split: f64 = all_shares.iter().map(|s| s.change.value).sum();
            all_shares.push(PartShare {
                change: not_split(difference.value - split, printed, futures),
                order_error: None,
            });
        }
        Some(Attributed {
            question: printed.question,
            reference: moments(printed.reference.iter().copied()).0,
            here: moments(printed.here.iter().copied()).0,
            total: difference,
            shares: all_shares,
            largest_gap: (0..futures).map(gap).fold(0.0, f64::max),
        })
    });
    let outcomes = outcomes.collect();
    if sampled {
        parts.push(Part {
            id: NOT_SPLIT.to_owned(),
            kind: PartKind::NotSplit,
        });
    }
    Attribution {
        option,
        futures: futures as u32,
        orders: (!design.orders.is_empty()).then_some(design.orders.len() as u32),
        parts,
        outcomes,
    }
}

/// The rest of a difference, with the interval in which the mean of the first futures misses the mean
/// of all by chance.
fn not_split(rest: f64, printed: &Printed, futures: usize) -> Mean {
    let changes = printed.here.iter().zip(&printed.reference);
    let changes: Vec<f64> = changes.map(|(b, a)| b - a).collect();
    let (_, sd, n) = moments(changes.iter().copied());
    let half = Z * sd * (1.0 / futures as f64 - 1.0 / n).max(0.0).sqrt();
    Mean {
        value: rest,
        low: rest - half,
        high: rest + half,
    }
}

/// Half of the 95 % interval that the choice of orders leaves: an order and its reverse count as one
/// sample.
fn order_error(by_order: &[f64]) -> f64 {
    let pairs: Vec<f64> = by_order
        .chunks(2)
        .map(|p| p.iter().sum::<f64>() / p.len() as f64)
        .collect();
    let (_, sd, n) = moments(pairs.iter().copied());
    Z * sd / n.sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(k: usize) -> Vec<Part> {
        let part = |n: usize| Part {
            id: format!("policy-{n}"),
            kind: PartKind::Added,
        };
        (0..k).map(part).collect()
    }

    /// Lives a made-up game in a few futures.
    fn played(k: usize, game: &dyn Fn(Subset, usize) -> f64) -> Attribution {
        let design = Design::of(&parts(k));
        let futures = |s: Subset| vec![(0..5).map(|r| game(s, r)).collect()];
        let mut lived: BTreeMap<Subset, Outcomes> = BTreeMap::new();
        for subset in design.between().into_iter().chain([0, design.full()]) {
            lived.insert(subset, futures(subset));
        }
        attribution(1, parts(k), &design, &lived, &[said(&lived, &design, 5)])
    }

    /// What is printed of the only outcome: its first `futures`, then others that change by one more.
    fn said(lived: &BTreeMap<Subset, Outcomes>, design: &Design, futures: usize) -> Printed {
        let more = |subset: Subset, by: f64| {
            let row = &lived[&subset][0];
            let rest = (row.len()..futures).map(|r| row[r % row.len()] + by);
            row.iter().copied().chain(rest).collect::<Vec<f64>>()
        };
        let (reference, here) = (more(0, 0.0), more(design.full(), 1.0));
        let difference = interval((0..futures).map(|r| here[r] - reference[r]));
        Printed {
            question: None,
            reference,
            here,
            difference: Some(difference),
        }
    }

    #[test]
    fn what_fewer_futures_do_not_show_is_a_part_of_its_own() {
        let design = Design::of(&parts(2));
        let mut lived: BTreeMap<Subset, Outcomes> = BTreeMap::new();
        for subset in 0..4u32 {
            let row = (0..5).map(|r| f64::from(subset) * f64::from(r + 1));
            lived.insert(subset.into(), vec![row.collect()]);
        }
        let printed = said(&lived, &design, 20);
        let split = attribution(1, parts(2), &design, &lived, &[printed]);
        let kinds: Vec<_> = split.parts.iter().map(|p| p.kind).collect();
        assert_eq!(
            kinds,
            [PartKind::Added, PartKind::Added, PartKind::NotSplit]
        );
        let outcome = &split.outcomes[0];
        let sum: f64 = outcome.shares.iter().map(|s| s.change.value).sum();
        assert!((sum - outcome.total.value).abs() < 1e-12);
        // A quarter of the futures is split; the others change by one more.
        let rest = outcome.shares[2].change;
        assert!((rest.value - 0.75).abs() < 1e-12, "{rest:?}");
        assert!(rest.low < rest.value && rest.value < rest.high);
        assert!((outcome.here - outcome.reference - outcome.total.value).abs() < 1e-12);
    }

    #[test]
    fn weights_of_all_orders_add_to_one() {
        for k in 1..=EXACT {
            let choose =
                |s: usize| (0..s).fold(1.0, |c, n| c * (k - 1 - n) as f64 / (n + 1) as f64);
            let all: f64 = (0..k).map(|size| choose(size) * weight(size, k)).sum();
            assert!((all - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn the_glove_game_is_split_as_published() {
        // Two left gloves and one right one: a pair is worth 1. Shapley: 1/6, 1/6, 2/3.
        let game = |s: Subset, _| f64::from(u8::from(s & 0b011 != 0 && s & 0b100 != 0));
        let split = played(3, &game);
        let shares: Vec<f64> = split.outcomes[0]
            .shares
            .iter()
            .map(|s| s.change.value)
            .collect();
        for (share, said) in shares.iter().zip([1.0 / 6.0, 1.0 / 6.0, 2.0 / 3.0]) {
            assert!((share - said).abs() < 1e-12, "{shares:?}");
        }
        assert_eq!(split.orders, None);
    }

    #[test]
    fn shares_add_up_in_every_future_however_decisions_meet() {
        for k in [1, 2, 6, 9] {
            // Every decision multiplies what the others do, each future in its own way.
            let game = |s: Subset, r: usize| {
                let each = (0..k).filter(|p| s >> p & 1 == 1);
                each.fold(3e6, |v, p| v * (1.0 + 0.01 * (p + r + 1) as f64))
            };
            let split = played(k, &game);
            assert!(
                split.outcomes[0].largest_gap < 1e-9,
                "{k}: {}",
                split.outcomes[0].largest_gap
            );
            assert_eq!(split.orders.is_some(), k > EXACT);
        }
    }

    #[test]
    fn what_adds_up_by_itself_is_split_exactly_by_any_orders() {
        let game = |s: Subset, r: usize| {
            (0..8)
                .filter(|p| s >> p & 1 == 1)
                .map(|p| (p * r) as f64)
                .sum()
        };
        let split = played(8, &game);
        for (p, share) in split.outcomes[0].shares.iter().enumerate() {
            assert!((share.change.value - 2.0 * p as f64).abs() < 1e-9);
            assert!(share.order_error.expect("sampled") < 1e-9);
        }
    }

    #[test]
    fn sampled_orders_lie_within_their_error_of_all_orders() {
        // A threshold: anything happens only when five of eight decisions are taken; by symmetry
        // each has an eighth.
        let game = |s: Subset, _| f64::from(u8::from(s.count_ones() >= 5));
        let split = played(8, &game);
        let inside = split.outcomes[0]
            .shares
            .iter()
            .filter(|s| (s.change.value - 0.125).abs() <= s.order_error.expect("sampled") + 1e-12);
        assert!(inside.count() >= 6);
    }

    #[test]
    fn orders_do_not_depend_on_the_run() {
        let (a, b) = (Design::of(&parts(9)), Design::of(&parts(9)));
        assert_eq!(a, b);
        assert_eq!(a.orders.len(), ORDERS);
        let distinct: std::collections::BTreeSet<_> = a.orders.iter().collect();
        assert!(distinct.len() > 60);
    }
}
