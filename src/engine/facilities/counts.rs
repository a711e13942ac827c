//! Beds and people of a block are kept as small as they can be told exactly.

use super::super::checkpoint::plain;
use crate::lanes::native::level;
use crate::results::summary::{ends_of_whole, whole_bits};
use fearless_simd::dispatch;
use serde::{Deserialize, Serialize};

/// Beds or people of a block, as small as they can be told exactly.
#[derive(Serialize, Deserialize)]
pub(super) enum Counts {
    /// Whole, none above 255.
    Few(#[serde(with = "plain")] Vec<u8>),
    /// Whole, none above 65,535.
    Whole(#[serde(with = "plain")] Vec<u16>),
    /// Expectations, or more than the smaller forms can hold.
    Real(#[serde(with = "plain")] Vec<f32>),
}

impl Counts {
    pub(super) fn of(counts: &[f32]) -> Counts {
        match ends_of_whole(counts) {
            Some((_, most)) if most <= i32::from(u8::MAX) => {
                let mut few = vec![0; counts.len()];
                shorten(counts, &mut few, |count| count as u8);
                Counts::Few(few)
            }
            Some((_, most)) if most <= i32::from(u16::MAX) => {
                let mut whole = vec![0; counts.len()];
                shorten(counts, &mut whole, |count| count as u16);
                Counts::Whole(whole)
            }
            _ => Counts::Real(counts.to_vec()),
        }
    }

    pub(super) fn copy(&self, from: usize, to: &mut [f32]) {
        let range = from..from + to.len();
        match self {
            Counts::Few(counts) => {
                for (slot, c) in to.iter_mut().zip(&counts[range]) {
                    *slot = f32::from(*c);
                }
            }
            Counts::Whole(counts) => {
                for (slot, c) in to.iter_mut().zip(&counts[range]) {
                    *slot = f32::from(*c);
                }
            }
            Counts::Real(counts) => to.copy_from_slice(&counts[range]),
        }
    }
}

/// Puts counts down in a smaller form that holds them.
#[inline(always)]
fn shorten<T: Copy>(counts: &[f32], to: &mut [T], as_small: impl Fn(u32) -> T + Copy) {
    dispatch!(level(), _simd => {
        for (slot, count) in to.iter_mut().zip(counts) {
            *slot = as_small(whole_bits(*count));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_kept_as_small_as_they_can_be_told_exactly() {
        for (counts, bytes) in [
            (vec![0.0, 1.0, 255.0], 1),
            (vec![0.0, 256.0, 65_535.0], 2),
            (vec![12.5, 1.0], 4),
            (vec![65_536.0], 4),
            (vec![-1.0], 4),
            (vec![1e30, f32::NAN], 4),
        ] {
            let kept = Counts::of(&counts);
            let size = match kept {
                Counts::Few(_) => 1,
                Counts::Whole(_) => 2,
                Counts::Real(_) => 4,
            };
            assert_eq!(size, bytes, "{counts:?}");
            let mut back = vec![-1.0; counts.len()];
            kept.copy(0, &mut back);
            let bits = |row: &[f32]| row.iter().map(|c| c.to_bits()).collect::<Vec<_>>();
            assert_eq!(bits(&back), bits(&counts));
        }
    }
}
