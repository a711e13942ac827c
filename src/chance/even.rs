//! Numbers of the assumptions that fill their ranges more evenly than chance does: sixteen samples, each
//! drawn independently of the others, so that they tell the error of what they find together.
//!
//! Latin hypercube: M. D. McKay, R. J. Beckman, W. J. Conover, Technometrics 21 (1979), 239-245. The guide
//! page [`randomness`](crate::guide::randomness#designs) has the equations.

use super::{points, spread};
use crate::lanes::WIDTH;
use crate::units::Sampling;

/// Samples that are drawn independently of one another: a replicate belongs to that of its lane.
pub const SAMPLES: usize = WIDTH;

/// How the numbers of the assumptions are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Even {
    /// Points of a Sobol sequence, of whatever length.
    Sobol {
        /// Seed.
        seed: u64,
    },
    /// Latin hypercubes of so many rows each.
    Latin {
        /// Seed.
        seed: u64,
        /// Rows of each: a longer run has others.
        rows: u32,
    },
}

impl Even {
    /// The layout of a run of so many futures; `None` where each number is drawn by itself.
    pub fn of(sampling: Sampling, seed: u64, futures: u32) -> Option<Even> {
        match sampling {
            Sampling::Random => None,
            Sampling::Sobol => Some(Even::Sobol { seed }),
            Sampling::LatinHypercube => Some(Even::Latin {
                seed,
                rows: futures.div_ceil(SAMPLES as u32).max(1),
            }),
        }
    }

    /// The uniform of the assumption at a position of the book, in (0, 1).
    pub(super) fn uniform(&self, position: usize, replicate: u32) -> f64 {
        let (sample, row) = (replicate % SAMPLES as u32, replicate / SAMPLES as u32);
        let own = |seed: u64| spread(seed ^ spread(u64::from(sample) + 1));
        match *self {
            Even::Sobol { seed } => points::uniform(position, row, own(seed)),
            Even::Latin { seed, rows } => {
                // Behind the last row another hypercube begins.
                let (cube, row) = (row / rows, row % rows);
                let key = spread(own(seed) ^ spread(u64::from(cube) << 32 | position as u64));
                let inside = spread(key ^ u64::from(row)) >> 11;
                let inside = (inside as f64 + 0.5) / (1_u64 << 53) as f64;
                (f64::from(permuted(row, rows, key)) + inside) / f64::from(rows)
            }
        }
    }
}

/// Where a row stands among so many, in an order that the key chooses: each place is taken once.
fn permuted(row: u32, rows: u32, key: u64) -> u32 {
    let bits = 32 - (rows - 1).leading_zeros();
    if bits == 0 {
        return 0;
    }
    let mask = (1_u64 << bits) - 1;
    let half = bits.div_ceil(2);
    let mut at = u64::from(row);
    // Every step can be undone, so no two rows meet; what falls behind the last row goes round again.
    loop {
        for round in 0..4 {
            let key = spread(key.wrapping_add(round));
            at = at.wrapping_mul(key | 1) & mask;
            at = at.wrapping_add(key >> 32) & mask;
            at ^= at >> half;
        }
        if at < u64::from(rows) {
            return at as u32;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::ops::Range;

    #[test]
    fn each_place_is_taken_once() {
        for rows in [1, 2, 3, 7, 16, 100, 625, 1_000] {
            for key in [0, 9, u64::MAX] {
                let places = (0..rows).map(|row| permuted(row, rows, spread(key)));
                let places: BTreeSet<u32> = places.collect();
                assert_eq!(places.len() as u32, rows);
                assert!(places.iter().all(|place| *place < rows));
            }
        }
    }

    /// Whether each part of the range is met once by the rows of a sample.
    fn filled(even: Even, position: usize, sample: u32, rows: Range<u32>) -> bool {
        let parts = rows.len();
        let mut seen = vec![false; parts];
        for row in rows {
            let u = even.uniform(position, row * SAMPLES as u32 + sample);
            seen[(u * parts as f64) as usize] = true;
        }
        seen.iter().all(|met| *met)
    }

    #[test]
    fn every_sample_fills_every_range_and_none_is_another() {
        let sobol = Even::of(Sampling::Sobol, 7, 4_096).expect("even");
        let latin = Even::of(Sampling::LatinHypercube, 7, 16 * 100).expect("even");
        for position in [0, 3, 258, 499] {
            for sample in [0, 5, 15] {
                assert!(filled(sobol, position, sample, 0..256));
                assert!(filled(sobol, position, sample, 256..512));
                assert!(filled(latin, position, sample, 0..100));
                assert!(filled(latin, position, sample, 100..200));
            }
            for even in [sobol, latin] {
                let all = (0..SAMPLES as u32).map(|r| even.uniform(position, r).to_bits());
                assert_eq!(all.collect::<BTreeSet<u64>>().len(), SAMPLES);
            }
        }
        assert_eq!(Even::of(Sampling::Random, 7, 100), None);
    }

    /// Two assumptions of one sample are laid out independently.
    #[test]
    fn ranges_are_not_filled_in_step() {
        for sampling in [Sampling::Sobol, Sampling::LatinHypercube] {
            let even = Even::of(sampling, 3, 16 * 1_024).expect("even");
            let of =
                |position: usize| (0..1_024).map(move |row| even.uniform(position, row * 16) - 0.5);
            for (a, b) in [(0, 1), (40, 41), (100, 250)] {
                let moved: f64 = of(a).zip(of(b)).map(|(a, b)| a * b).sum();
                let correlation = moved / 1_024.0 * 12.0;
                assert!(
                    correlation.abs() < 0.12,
                    "{sampling:?} {a} {b} {correlation}"
                );
            }
        }
    }
}
