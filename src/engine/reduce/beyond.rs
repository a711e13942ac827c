//! Of more than ten thousand futures each is reduced as it ends, so that memory does not grow with them:
//! counts of what held, moments, and a mergeable summary of each row of values.
//!
//! A *leaf* is 1,024 futures, counted from the first of the run; two neighbours become one node, two such
//! nodes another, by their place in the run alone. Whatever order, threads, parts or machines made them,
//! the same futures give the same nodes, to the byte.
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
pub const LEAF: u32 = 1024;

/// Futures that are kept one by one at least: every percentile of a run of ten thousand is exact.
pub const WHOLE: u32 = 10 * LEAF;

/// Standard error of a rank, as a share of all futures: half of what a value of a node stands for,
/// however many futures there are.
pub const RANK_ERROR: f64 = 0.5 / LEAF as f64;

/// Bytes that a value of a node takes, most of them in one or two: see [`pack`].
pub const PACKED: u64 = 3;

/// What is left of futures that were reduced together.
#[derive(Serialize, Deserialize)]
pub struct Node {
    /// Its first leaf, counted from the first of the run.
    pub leaf: u32,
    /// It holds `1 << level` leaves.
    pub level: u32,
    /// `[row]`: packed ranks of [`LEAF`] values in ascending order, each for `1 << level` futures.
    ranks: Vec<Box<[u8]>>,
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

/// A row of values as a node keeps it.
fn reduced(row: &[f32]) -> (Box<[u8]>, [f64; 2]) {
    let Moments { mean, squares, .. } = Moments::of(row);
    let mut ranks: Vec<u32> = row.iter().map(|value| rank(*value)).collect();
    ranks.sort_unstable();
    (pack(ranks.into_iter()), [mean, squares])
}

impl Node {
    /// Reduces the blocks of a leaf.
    pub fn of_leaf(
        prototype: &Prototype,
        layout: &Layout,
        leaf: u32,
        blocks: &[BlockResult],
    ) -> Node {
        let scopes = (0..layout.scopes.len()).into_par_iter();
        let rows = scopes.flat_map_iter(|scope| {
            let rows = rows_of_scope(prototype, layout, blocks, scope);
            rows.flatten().flatten().map(|row| reduced(&row))
        });
        let (ranks, moments) = rows.unzip();
        let mut read = vec![false; prototype.scenario().base.assumptions.all.len()];
        for block in blocks {
            note_read(&mut read, &block.read);
        }
        Node {
            leaf,
            level: 0,
            ranks,
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
        let halves = self.leaf >> self.level;
        self.level == next.level
            && halves.is_multiple_of(2)
            && next.leaf == self.leaf + (1 << self.level)
    }

    /// Both halves as one.
    fn with(self, next: Node) -> Node {
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
        let place = u64::from(self.leaf) << 8 | u64::from(self.level);
        let rows = self.ranks.into_par_iter().zip(next.ranks).enumerate();
        let ranks = rows.map(|(row, (a, b))| {
            let coin = spread(place ^ (row as u64) << 40) & 1;
            let both = merged(unpack(&a), unpack(&b));
            pack(both.skip(coin as usize).step_by(2))
        });
        let ranks = ranks.collect();
        let mut read = self.read;
        note_read(&mut read, &next.read);
        let counts = self.counts.iter().zip(&next.counts);
        Node {
            leaf: self.leaf,
            level: self.level + 1,
            ranks,
            moments,
            counts: counts.map(|(a, b)| together(*a, *b)).collect(),
            read,
            checks: self.checks + next.checks,
        }
    }
}

/// Ascending numbers, each but the first as its step from the one before: seven bits to a byte, of which
/// the last is below 128.
fn pack(ascending: impl Iterator<Item = u32>) -> Box<[u8]> {
    let mut bytes = Vec::with_capacity(2 * LEAF as usize);
    let mut before = 0;
    for number in ascending {
        let mut step = number - before;
        before = number;
        while step >= 128 {
            bytes.push(step as u8 | 128);
            step >>= 7;
        }
        bytes.push(step as u8);
    }
    bytes.into()
}

/// The numbers that were packed.
fn unpack(bytes: &[u8]) -> impl Iterator<Item = u32> {
    let (mut bytes, mut number) = (bytes.iter(), 0_u32);
    std::iter::from_fn(move || {
        let (mut byte, mut at) = (*bytes.next()?, 0);
        while byte >= 128 {
            number += u32::from(byte & 127) << at;
            at += 7;
            byte = *bytes.next()?;
        }
        number += u32::from(byte) << at;
        Some(number)
    })
}

/// Two ascending rows as one.
fn merged(a: impl Iterator<Item = u32>, b: impl Iterator<Item = u32>) -> impl Iterator<Item = u32> {
    let (mut a, mut b) = (a.peekable(), b.peekable());
    std::iter::from_fn(move || match (a.peek(), b.peek()) {
        (Some(x), Some(y)) if x > y => b.next(),
        (None, _) => b.next(),
        _ => a.next(),
    })
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
            last = before.with(last);
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

    /// How often something held, by its place among [`targets::counts`], in each node.
    pub fn counts(&self, place: usize) -> impl Iterator<Item = Count> {
        self.nodes.iter().map(move |node| node.counts[place])
    }

    /// Whether the values of a row are numbers in every future reduced.
    pub fn is_defined(&self, row: usize) -> bool {
        let mut all = self.nodes.iter().flat_map(|node| node.moments[row]);
        all.all(f64::is_finite)
    }

    /// Values at places of a row, by linear interpolation as of values one by one; `exact` are those of
    /// futures that are kept.
    pub fn percentiles<const N: usize>(
        &self,
        exact: &[f32],
        row: usize,
        wanted: [f64; N],
    ) -> [f64; N] {
        let kept = self.nodes.iter().flat_map(|node| {
            let ranks = unpack(&node.ranks[row]);
            ranks.map(|rank| (rank, 1_u32 << node.level))
        });
        let one_by_one = exact.iter().map(|v| (rank(*v), 1));
        let mut all: Vec<(u32, u32)> = kept.chain(one_by_one).collect();
        // A stable sort finds the rows that are in order already.
        all.sort_by_key(|(rank, _)| *rank);
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
        let nodes = self.nodes.iter().map(|node| {
            let [mean, squares] = node.moments[row];
            let n = f64::from(node.futures());
            Moments { n, mean, squares }
        });
        let Some(reduced) = nodes.reduce(Moments::with) else {
            return summarise(exact);
        };
        let all = match exact {
            [] => reduced,
            _ => reduced.with(Moments::of(exact)),
        };
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
    fn leaf(leaf: u32) -> Node {
        let row: Vec<f32> = (leaf * LEAF..(leaf + 1) * LEAF).map(value).collect();
        let low: Vec<f32> = row.iter().map(|v| -v).collect();
        let (ranks, moments) = [row, low].iter().map(|row| reduced(row)).unzip();
        Node {
            leaf,
            level: 0,
            ranks,
            moments,
            counts: vec![[N as f64, 3.0, 2.5]],
            read: vec![leaf == 0, true],
            checks: 7,
        }
    }

    fn bytes(beyond: &Beyond) -> Vec<u8> {
        postcard::to_allocvec(beyond.nodes()).expect("it can be written")
    }

    fn all(leaves: std::ops::Range<u32>) -> Beyond {
        let leaves = leaves.map(leaf);
        leaves.fold(Beyond::default(), Beyond::and)
    }

    #[test]
    fn numbers_are_packed_without_loss() {
        let rows: [&[u32]; 4] = [
            &[],
            &[0, 0, 127, 128, 16_511, 16_512],
            &[u32::MAX; 3],
            &[5, 2_097_156, u32::MAX],
        ];
        for row in rows {
            let packed = pack(row.iter().copied());
            assert_eq!(unpack(&packed).collect::<Vec<_>>(), row);
        }
        let values: Vec<f32> = (0..LEAF).map(|r| 30.0 + 0.1 * value(r)).collect();
        let (packed, _) = reduced(&values);
        assert!((packed.len() as u64) < PACKED * u64::from(LEAF));
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
        let count = beyond.counts(0).fold([0.0; 3], together);
        assert_eq!(count, [64.0 * N as f64, 192.0, 160.0]);
    }

    #[test]
    fn a_row_that_is_no_number_somewhere_has_no_summary() {
        let mut broken = leaf(5);
        broken.moments[1] = [f64::NAN; 2];
        let beyond = Beyond::default().and(broken).and(leaf(6)).and(leaf(7));
        let exact = [1.0; 64];
        assert!(beyond.summarise(&exact, 0).is_some());
        assert!(beyond.summarise(&exact, 1).is_none());
    }
}
