//! A designed run: two draws of everything, and for one part of it the second taken in place of the first.

use super::points;

/// What a designed run draws.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Designed {
    /// Rows of the design: an even number.
    pub rows: u32,
    /// By position in the book: whether an assumption takes its second draw.
    pub assumptions: Vec<bool>,
    /// Whether figures of the base year that are not published take theirs.
    pub stocks: bool,
    /// Whether the luck of people, projects and shocks does.
    pub luck: bool,
}

impl Designed {
    /// The uniform of an assumption in a row.
    pub(super) fn uniform(&self, position: usize, row: u32, seed: u64) -> f64 {
        let second = usize::from(self.assumptions[position]) * self.assumptions.len();
        points::uniform(second + position, row, seed)
    }

    /// The replicates whose luck and whose stocks a row takes.
    pub(super) fn replicates(&self, row: u32) -> [u32; 2] {
        let other = |second: bool| row.wrapping_add(if second { self.rows } else { 0 });
        [other(self.luck), other(self.stocks)]
    }
}
