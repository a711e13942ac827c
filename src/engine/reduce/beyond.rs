//! Futures beyond the first ten thousand are reduced as they end, so that memory does not grow with
//! them: counts of what held, moments, and a mergeable summary of each row of values.
//!
//! A *leaf* is 2,048 futures whose replicates begin at a multiple of that number; two neighbours that are
//! whole become one node, two such nodes another, by the place of their first replicate alone. Whatever
//! order, threads, parts or machines made them, the same futures give the same nodes, to the byte.
//!
//! A node keeps of each row as many values as a leaf has futures. Merging two takes every second value of
//! both together, beginning with the first or the second by a coin that the row's place decides (the
//! uniform compactor of Karnin, Lang, Liberty, *Optimal Quantile Approximation in Streams*, FOCS 2016,
//! and Agarwal et al., *Mergeable Summaries*, TODS 38 (2013), section 3). A merge of values that each
//! stand for `w` futures moves a rank by 0 or by `w`, up or down alike; over all merges below a node the
//! variance is below a quarter of the square of what one of its values stands for.

use super::targets::{self, Count, together};
use super::{note_read, rows_of_scope};
use crate::chance::spread;
use crate::engine::block::BlockResult;
use crate::engine::checkpoint::plain;
use crate::engine::layout::Layout;
use crate::engine::prototype::Prototype;
use crate::results::summary::{Moments, between, number, rank, summarise};
use crate::results::{PERCENTILES, Summary};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// Futures of a leaf, and values a node keeps of each row.
pub const LEAF: u32 = 2048;

/// Futures that are kept one by one at least: every percentile of a run of ten thousand is exact.
pub const WHOLE: u32 = 5 * LEAF;

/// Standard error of a rank, as a share of all futures: half of what a value of a node stands for,
/// however many futures there are.
pub const RANK_ERROR: f64 = 0.5 / LEAF as f64;

/// What is left of futures that were reduced together.
#[derive(Serialize, Deserialize)]
pub struct Node {
    /// First replicate.
    pub first: u32,
    /// Its futures are `LEAF << level`.
    pub level: u32,
    /// `[row][LEAF]`: ranks of values in ascending order, each for `1 << level` futures.
    #[serde(with = "plain")]
    ranks: Vec<u32>,
    /// `[row]`: mean and sum of squared deviations; not a number where a value was none.
    #[serde(with = "plain")]
    moments: Vec<[f64; 2]>,
    /// What held how often, in the order of [`targets::counts`].
    #[serde(with = "plain")]
    counts: Vec<Count>,
    /// Which assumptions were read.
    pub read: Vec<bool>,
    /// Comparisons of laws made.
    pub checks: u64,
}

impl Node {
    /// Reduces the blocks of a leaf.
    pub fn of_leaf(prototype: &Prototype, layout: &Layout, blocks: &[BlockResult]) -> Node {
        let scopes = (0..layout.scopes.len()).into_par_iter();
        let rows: Vec<Vec<f32>> = scopes
            .flat_map_iter(|scope| rows_of_scope(prototype, layout, blocks, scope))
            .flatten()
            .flatten()
            .collect();
        let moments: Vec<[f64; 2]> = rows
            .par_iter()
            .map(|row| {
                let Moments { mean, squares, .. } = Moments::of(row);
                [mean, squares]
            })
            .collect();
        let sorted = rows.into_par_iter().flat_map_iter(|row| {
            let mut ranks: Vec<u32> = row.into_iter().map(rank).collect();
            ranks.sort_unstable();
            ranks
        });
        let mut read = vec![false; prototype.scenario().base.assumptions.all.len()];
        for block in blocks {
            note_read(&mut read, &block.read);
        }
        Node {
            first: blocks[0].first,
            level: 0,
            ranks: sorted.collect(),
            moments,
            counts: targets::counts(prototype, layout, blocks),
            read,
            checks: blocks.iter().map(|b| b.checks).sum(),
        }
    }

    /// Futures.
    pub fn futures(&self) -> u32 {
        LEAF << self.level
    }

    /// Whether `next` is the second half of the node that this one begins.
    fn begins_with(&self, next: &Node) -> bool {
        let halves = self.first / self.futures();
        self.level == next.level
            && halves.is_multiple_of(2)
            && next.first == self.first + self.futures()
    }

    /// Both halves as one.
    fn with(self, next: &Node) -> Node {
        let futures = f64::from(self.futures());
        let halves = self.moments.iter().zip(&next.moments);
        let moments = halves.map(|(a, b)| {
            let half = |[mean, squares]: [f64; 2]| Moments {
                n: futures,
                mean,
                squares,
            };
            let both = half(*a).with(half(*b));
            [both.mean, both.squares]
        });
        let moments = moments.collect();
        let place = u64::from(self.first) << 8 | u64::from(self.level);
        let mut ranks = self.ranks;
        let rows = ranks.par_chunks_exact_mut(LEAF as usize);
        let others = next.ranks.par_chunks_exact(LEAF as usize);
        rows.zip(others).enumerate().for_each(|(row, (a, b))| {
            let coin = spread(place ^ (row as u64) << 40) & 1;
            thin(a, b, coin == 1);
        });
        let mut read = self.read;
        note_read(&mut read, &next.read);
        let counts = self.counts.iter().zip(&next.counts);
        Node {
            first: self.first,
            level: self.level + 1,
            ranks,
            moments,
            counts: counts.map(|(a, b)| together(*a, *b)).collect(),
            read,
            checks: self.checks + next.checks,
        }
    }
}

/// Every second value of two sorted rows together, into the first of them.
fn thin(a: &mut [u32], b: &[u32], skip_first: bool) {
    let (mut i, mut j) = (0, 0);
    let mut take = !skip_first;
    let mut kept = Vec::with_capacity(a.len());
    while i < a.len() || j < b.len() {
        let from_a = j == b.len() || (i < a.len() && a[i] <= b[j]);
        let value = if from_a { a[i] } else { b[j] };
        i += usize::from(from_a);
        j += usize::from(!from_a);
        if take {
            kept.push(value);
        }
        take = !take;
    }
    a.copy_from_slice(&kept);
}

/// Nodes of neighbouring futures, merged as far as their places allow.
#[derive(Default)]
pub struct Beyond {
    nodes: Vec<Node>,
}

impl Beyond {
    /// These and a node behind the last one.
    pub fn and(mut self, node: Node) -> Beyond {
        let mut last = node;
        while let Some(before) = self.nodes.pop() {
            if !before.begins_with(&last) {
                self.nodes.push(before);
                break;
            }
            last = before.with(&last);
        }
        self.nodes.push(last);
        self
    }

    /// The nodes, in the order of their futures.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// Futures reduced so far.
    pub fn futures(&self) -> u32 {
        self.nodes.iter().map(Node::futures).sum()
    }

    /// What held how often; `None` where nothing was reduced.
    pub fn counts(&self) -> Option<Vec<Count>> {
        let mut all = self.nodes.iter().map(|node| &node.counts);
        let first = all.next()?.clone();
        let with = |sum: Vec<Count>, more: &Vec<Count>| {
            let both = sum.iter().zip(more);
            both.map(|(a, b)| together(*a, *b)).collect()
        };
        Some(all.fold(first, with))
    }

    /// Values at places of a row, by linear interpolation as of values one by one; `exact` are those of
    /// futures that are kept.
    pub fn percentiles<const N: usize>(
        &self,
        exact: &[f32],
        row: usize,
        wanted: [f64; N],
    ) -> [f64; N] {
        let row = row * LEAF as usize;
        let one_by_one = exact.iter().map(|v| (rank(*v), 1_u32));
        let kept = self.nodes.iter().flat_map(|node| {
            let ranks = &node.ranks[row..row + LEAF as usize];
            ranks.iter().map(|rank| (*rank, 1 << node.level))
        });
        let mut all: Vec<(u32, u32)> = one_by_one.chain(kept).collect();
        all.sort_unstable();
        let mut behind = 0_u64;
        let ends: Vec<u64> = all
            .iter()
            .map(|(_, futures)| {
                behind += u64::from(*futures);
                behind
            })
            .collect();
        let at = |place: u64| number(all[ends.partition_point(|end| *end <= place)].0);
        wanted.map(|q| {
            let place = q * (behind - 1) as f64;
            between(at(place.floor() as u64), at(place.ceil() as u64), place)
        })
    }

    /// The summary of a row; `None` if it is not defined in every future.
    pub fn summarise(&self, exact: &[f32], row: usize) -> Option<Summary> {
        if self.nodes.is_empty() {
            return summarise(exact);
        }
        let mut all = Moments::of(exact);
        for node in &self.nodes {
            let [mean, squares] = node.moments[row];
            let n = f64::from(node.futures());
            all = all.with(Moments { n, mean, squares });
        }
        if !all.mean.is_finite() || !all.squares.is_finite() {
            return None;
        }
        Some(all.summary(self.percentiles(exact, row, PERCENTILES)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const N: usize = LEAF as usize;

    /// The value of a future: a skewed row, with ties.
    fn value(replicate: u32) -> f32 {
        let u = spread(u64::from(replicate)) as f64 / u64::MAX as f64;
        ((u * u * 4000.0).round() / 100.0) as f32
    }

    /// A leaf of two rows.
    fn leaf(first: u32) -> Node {
        let row: Vec<f32> = (first..first + LEAF).map(value).collect();
        let sorted = |row: &[f32]| {
            let mut ranks: Vec<u32> = row.iter().map(|v| rank(*v)).collect();
            ranks.sort_unstable();
            ranks
        };
        let low: Vec<f32> = row.iter().map(|v| -v).collect();
        let of = |row: &[f32]| {
            let Moments { mean, squares, .. } = Moments::of(row);
            [mean, squares]
        };
        Node {
            first,
            level: 0,
            ranks: [sorted(&row), sorted(&low)].concat(),
            moments: vec![of(&row), of(&low)],
            counts: vec![[N as f64, 3.0, 2.5]],
            read: vec![first == 0, true],
            checks: 7,
        }
    }

    fn bytes(beyond: &Beyond) -> Vec<u8> {
        postcard::to_allocvec(beyond.nodes()).expect("it can be written")
    }

    fn all(leaves: std::ops::Range<u32>) -> Beyond {
        let leaves = leaves.map(|i| leaf(i * LEAF));
        leaves.fold(Beyond::default(), Beyond::and)
    }

    #[test]
    fn parts_put_together_are_the_whole_to_the_byte() {
        let whole = bytes(&all(5..36));
        for borders in [vec![5, 36], vec![5, 8, 36], vec![5, 6, 7, 16, 24, 33, 36]] {
            let parts = borders.windows(2).map(|part| all(part[0]..part[1]));
            let nodes = parts.flat_map(|part| part.nodes);
            let together = nodes.fold(Beyond::default(), Beyond::and);
            assert_eq!(bytes(&together), whole, "{borders:?}");
        }
        let sizes = |beyond: &Beyond| beyond.nodes.iter().map(|n| n.level).collect::<Vec<_>>();
        assert_eq!(sizes(&all(5..36)), [0, 1, 3, 4, 2]);
    }

    #[test]
    fn ranks_lie_within_their_error_and_moments_are_exact() {
        let (exact, leaves) = (5 * LEAF, 5..69);
        let one_by_one: Vec<f32> = (0..exact).map(value).collect();
        let beyond = all(leaves.clone());
        let mut every: Vec<f32> = (0..leaves.end * LEAF).map(value).collect();
        every.sort_unstable_by(f32::total_cmp);
        let wanted: [f64; 99] = std::array::from_fn(|k| (k + 1) as f64 / 100.0);
        let found = beyond.percentiles(&one_by_one, 0, wanted);
        let mut worst = 0.0_f64;
        for (q, value) in wanted.into_iter().zip(found) {
            let share = |n: usize| n as f64 / every.len() as f64;
            let below = share(every.partition_point(|v| f64::from(*v) < value));
            let at_most = share(every.partition_point(|v| f64::from(*v) <= value));
            worst = worst.max((below - q).max(q - at_most));
        }
        assert!(worst > 0.0 && worst < 4.0 * RANK_ERROR, "{worst}");
        let summary = beyond
            .summarise(&one_by_one, 0)
            .expect("every value is a number");
        let exactly = summarise(&every).expect("every value is a number");
        for (a, b) in [(summary.mean, exactly.mean), (summary.sd, exactly.sd)] {
            assert!((a / b - 1.0).abs() < 1e-12, "{a} {b}");
        }
        assert_eq!(beyond.counts(), Some(vec![[64.0 * N as f64, 192.0, 160.0]]));
    }

    #[test]
    fn a_row_that_is_no_number_somewhere_has_no_summary() {
        let mut broken = leaf(5 * LEAF);
        broken.moments[1] = [f64::NAN; 2];
        let beyond = Beyond::default()
            .and(broken)
            .and(leaf(6 * LEAF))
            .and(leaf(7 * LEAF));
        let exact = [1.0; 64];
        assert!(beyond.summarise(&exact, 0).is_some());
        assert!(beyond.summarise(&exact, 1).is_none());
    }
}
