//! An address goes in, four 32-bit words come out: Philox4x32-10.
//!
//! Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (2011), and
//! the test vectors of their library Random123.

use crate::lanes::{Lanes, WIDTH};
use wide::{f64x4, f64x8, u64x4};

const MULTIPLY: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];
const ROUNDS: u32 = 10;

/// Four random words for one counter and key.
pub const fn philox4x32_10(counter: [u32; 4], key: [u32; 2]) -> [u32; 4] {
    let [mut a, mut b, mut c, mut d] = counter;
    let mut round = 0;
    while round < ROUNDS {
        let [k0, k1] = round_key(key, round);
        let (low0, high0) = product(MULTIPLY[0], a);
        let (low1, high1) = product(MULTIPLY[1], c);
        (a, b, c, d) = (high1 ^ b ^ k0, low1, high0 ^ d ^ k1, low0);
        round += 1;
    }
    [a, b, c, d]
}

const fn round_key(key: [u32; 2], round: u32) -> [u32; 2] {
    [
        key[0].wrapping_add(WEYL[0].wrapping_mul(round)),
        key[1].wrapping_add(WEYL[1].wrapping_mul(round)),
    ]
}

const fn product(a: u32, b: u32) -> (u32, u32) {
    let full = a as u64 * b as u64;
    (full as u32, (full >> 32) as u32)
}

/// The replicate numbers of sixteen lanes with what the first round makes of them.
///
/// A word of a lane is kept in the low half of 64 bits, and what gathers in the high half is never
/// looked at: products then need no shuffling. Four lanes go through all rounds at a time, so that
/// what is in use fits into the registers of any machine.
#[derive(Clone, Copy, Debug)]
pub(super) struct Replicates {
    numbers: [u32; WIDTH],
    low: [u64x4; 4],
    high: [u64x4; 4],
}

/// The keys of all rounds of one seed, side by side for four lanes from the third round on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Schedule {
    first: [[u32; 2]; 2],
    later: [[u64x4; 2]; ROUNDS as usize - 2],
}

/// Four words for each of sixteen lanes, each in the low half of 64 bits: four lanes, then the words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words([[u64x4; 4]; 4]);

impl Schedule {
    pub(super) fn new(key: [u32; 2]) -> Schedule {
        Schedule {
            first: [round_key(key, 0), round_key(key, 1)],
            later: std::array::from_fn(|round| round_key(key, round as u32 + 2).map(splat)),
        }
    }
}

impl Replicates {
    pub(super) fn new(numbers: [u32; WIDTH]) -> Replicates {
        let products = numbers.map(|number| product(MULTIPLY[0], number));
        Replicates {
            numbers,
            low: wide::bytemuck::cast(products.map(|(low, _)| u64::from(low))),
            high: wide::bytemuck::cast(products.map(|(_, high)| u64::from(high))),
        }
    }

    pub(super) fn numbers(&self) -> [u32; WIDTH] {
        self.numbers
    }

    /// The words at `(replicate, address...)`, lane by lane equal to [`philox4x32_10`].
    #[inline(never)]
    pub(super) fn words(&self, address: [u32; 3], schedule: &Schedule) -> Words {
        // Only the first counter word differs between lanes, so in the first two rounds half of the
        // state is the same number in all of them.
        let [b, c, d] = address;
        let [[k0, k1], [k2, k3]] = schedule.first;
        let (low1, high1) = product(MULTIPLY[1], c);
        let (a, b) = (high1 ^ b ^ k0, low1);
        let (low0, high0) = product(MULTIPLY[0], a);
        let [from_d, from_b, from_a] = [d ^ k1, b ^ k2, high0 ^ k3].map(splat);
        let four = |quarter: usize| {
            let product1 = times(self.high[quarter] ^ from_d, MULTIPLY[1]);
            let state = [
                (product1 >> 32) ^ from_b,
                product1,
                self.low[quarter] ^ from_a,
                splat(low0),
            ];
            // One after the other and not in a loop: nothing is then moved between registers.
            let k = &schedule.later;
            let state = round(round(state, &k[0]), &k[1]);
            let state = round(round(state, &k[2]), &k[3]);
            let state = round(round(state, &k[4]), &k[5]);
            round(round(state, &k[6]), &k[7])
        };
        Words([four(0), four(1), four(2), four(3)])
    }
}

/// One round of four lanes.
#[inline(always)]
fn round(state: [u64x4; 4], [k0, k1]: &[u64x4; 2]) -> [u64x4; 4] {
    let product0 = times(state[0], MULTIPLY[0]);
    let product1 = times(state[2], MULTIPLY[1]);
    [
        (product1 >> 32) ^ (state[1] ^ *k0),
        product1,
        (product0 >> 32) ^ (state[3] ^ *k1),
        product0,
    ]
}

#[inline]
fn splat(word: u32) -> u64x4 {
    u64x4::splat(u64::from(word))
}

#[inline]
fn low_half(value: u64x4) -> u64x4 {
    value & u64x4::splat(0xFFFF_FFFF)
}

#[inline]
fn times(value: u64x4, factor: u32) -> u64x4 {
    low_half(value) * splat(factor)
}

impl Words {
    /// `(word + 1/2) / 2^32`.
    #[inline]
    pub(super) fn uniform(&self, word: usize) -> Lanes {
        let one = |quarter| {
            // The bits of 2^52 + word; taking 2^52 away is exact.
            let number = f64x4::from_bits(low_half(quarter) | u64x4::splat(0x4330_0000_0000_0000));
            (number - (4503599627370496.0 - 0.5)) * (1.0 / 4294967296.0)
        };
        Lanes::from(wide::bytemuck::cast::<[f64x4; 4], [f64x8; 2]>(
            self.0.map(|four| one(four[word])),
        ))
    }

    /// The number [`uniform53`] makes of this word and the next.
    pub(super) fn uniform53(&self, word: usize) -> Lanes {
        let (first, second) = (self.lanes(word), self.lanes(word + 1));
        Lanes::from_array(std::array::from_fn(|lane| {
            uniform53(first[lane], second[lane])
        }))
    }

    fn lanes(&self, word: usize) -> [u32; WIDTH] {
        let words = self.0.map(|four| four[word]);
        wide::bytemuck::cast::<[u64x4; 4], [u64; WIDTH]>(words).map(|bits| bits as u32)
    }
}

/// A number in the open interval (0, 1) from the upper 26 bits of two words.
pub(super) fn uniform53(first: u32, second: u32) -> f64 {
    let bits = u64::from(first >> 6) << 26 | u64::from(second >> 6);
    (bits as f64 + 0.5) * (1.0 / 4503599627370496.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_test_vectors_hold() {
        for (counter, key, expected) in [
            (
                [0; 4],
                [0; 2],
                [0x6627_E8D5, 0xE169_C58D, 0xBC57_AC4C, 0x9B00_DBD8],
            ),
            (
                [u32::MAX; 4],
                [u32::MAX; 2],
                [0x408F_276D, 0x41C8_3B0E, 0xA20B_C7C6, 0x6D54_51FD],
            ),
            (
                [0x243F_6A88, 0x85A3_08D3, 0x1319_8A2E, 0x0370_7344],
                [0xA409_3822, 0x299F_31D0],
                [0xD16C_FE09, 0x94FD_CCEB, 0x5001_E420, 0x2412_6EA1],
            ),
        ] {
            assert_eq!(philox4x32_10(counter, key), expected);
        }
    }

    #[test]
    fn the_lanes_give_the_words_of_single_numbers() {
        for i in 0..200_u32 {
            let mix = philox4x32_10([i, 1, 2, 3], [4, 5]);
            let numbers = std::array::from_fn(|lane| mix[3].wrapping_mul(lane as u32 * 7 + 1));
            let key = [mix[0] ^ mix[1], mix[2]];
            let schedule = Schedule::new(key);
            let words = Replicates::new(numbers).words([mix[0], mix[1], mix[2]], &schedule);
            for (lane, number) in numbers.into_iter().enumerate() {
                let single = philox4x32_10([number, mix[0], mix[1], mix[2]], key);
                for (word, value) in single.into_iter().enumerate() {
                    assert_eq!(words.lanes(word)[lane], value);
                    let uniform = (f64::from(value) + 0.5) / 4294967296.0;
                    assert_eq!(words.uniform(word).get(lane), uniform);
                }
                assert_eq!(
                    words.uniform53(1).get(lane),
                    uniform53(single[1], single[2])
                );
            }
        }
    }

    #[test]
    fn uniforms_never_reach_zero_or_one() {
        assert!(uniform53(0, 0) > 0.0 && uniform53(u32::MAX, u32::MAX) < 1.0);
        let extremes = Words(
            [[
                u64x4::splat(0),
                u64x4::splat(u64::MAX),
                u64x4::splat(0),
                u64x4::splat(0),
            ]; 4],
        );
        assert!(extremes.uniform(0).gt(0.0).all() && extremes.uniform(1).lt(1.0).all());
    }
}
