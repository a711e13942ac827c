//! An address goes in, four 32-bit words come out: Philox4x32-10.
//!
//! Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (2011), and
//! the test vectors of their library Random123.

use super::sampler::Uniforms;
use crate::lanes::native::{long_starts, write};
use crate::lanes::{Lanes, WIDTH};
use fearless_simd::prelude::*;
use fearless_simd::{Level, dispatch};
use wide::u64x8;

const MULTIPLY: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];
const ROUNDS: u32 = 10;
const LOW_HALF: u64 = 0xFFFF_FFFF;
/// The bits of 2^52: with a word in its low half, those of 2^52 + word. Taking [`LESS`] away is exact.
const TWO_TO_52: u64 = 0x4330_0000_0000_0000;
const LESS: f64 = 4503599627370496.0 - 0.5;
const PART: f64 = 1.0 / 4294967296.0;

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

/// A 32-bit number for each lane, in the low half of 64 bits.
#[derive(Clone, Copy, Debug, Default)]
struct Row([u64x8; 2]);

/// The replicate numbers of sixteen lanes with what the first round makes of them.
///
/// A word of a lane is kept in the low half of 64 bits, and what gathers in the high half is never
/// looked at: products then need no shuffling. Two vectors of lanes go through all rounds at a time,
/// so that what is in use fits into the registers of any machine.
#[derive(Clone, Copy, Debug)]
pub(super) struct Replicates {
    numbers: [u32; WIDTH],
    low: Row,
    high: Row,
}

/// The keys of all rounds of one seed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Schedule {
    first: [[u32; 2]; 2],
    later: [[u32; 2]; ROUNDS as usize - 2],
}

/// One word for each of sixteen futures, which decides one thing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word(Row);

impl Row {
    fn of(numbers: [u32; WIDTH]) -> Row {
        Row(wide::bytemuck::cast(numbers.map(u64::from)))
    }

    #[inline(always)]
    fn read<S: Simd>(&self, simd: S, at: usize) -> S::u64s {
        let lanes: &[u64; WIDTH] = wide::bytemuck::cast_ref(&self.0);
        S::u64s::from_slice(simd, &lanes[at..at + S::u64s::LEN])
    }

    #[inline(always)]
    fn write<S: Simd>(&mut self, numbers: S::u64s, at: usize) {
        let lanes: &mut [u64; WIDTH] = wide::bytemuck::cast_mut(&mut self.0);
        numbers.store_slice(&mut lanes[at..at + S::u64s::LEN]);
    }
}

impl Schedule {
    pub(super) fn new(key: [u32; 2]) -> Schedule {
        Schedule {
            first: [round_key(key, 0), round_key(key, 1)],
            later: std::array::from_fn(|round| round_key(key, round as u32 + 2)),
        }
    }
}

impl Replicates {
    pub(super) fn new(numbers: [u32; WIDTH]) -> Replicates {
        let products = numbers.map(|number| product(MULTIPLY[0], number));
        Replicates {
            numbers,
            low: Row::of(products.map(|(low, _)| low)),
            high: Row::of(products.map(|(_, high)| high)),
        }
    }

    pub(super) fn numbers(&self) -> [u32; WIDTH] {
        self.numbers
    }

    /// The words at `(replicate, address...)`, lane by lane equal to [`philox4x32_10`].
    #[inline(never)]
    pub(super) fn words(&self, level: Level, address: [u32; 3], schedule: &Schedule) -> [Word; 4] {
        dispatch!(level, simd => words(simd, self, address, schedule))
    }

    /// The words of `len` addresses, one after the other in the last number: a row of first words, one
    /// of second words, and so on up to four.
    #[inline(never)]
    pub(super) fn rows<const R: usize>(
        &self,
        level: Level,
        address: [u32; 3],
        schedule: &Schedule,
        len: usize,
        rows: [&mut [Word]; R],
    ) {
        dispatch!(level, simd => fill(simd, self, address, schedule, len, rows));
    }
}

#[inline(always)]
fn fill<S: Simd, const R: usize>(
    simd: S,
    replicates: &Replicates,
    [a, b, c]: [u32; 3],
    schedule: &Schedule,
    len: usize,
    rows: [&mut [Word]; R],
) {
    const { assert!(R <= 4, "an address has four words") };
    for k in 0..len {
        let four = words(simd, replicates, [a, b, c + k as u32], schedule);
        for i in 0..R {
            rows[i][k] = four[i];
        }
    }
}

#[inline(always)]
fn words<S: Simd>(
    simd: S,
    replicates: &Replicates,
    address: [u32; 3],
    schedule: &Schedule,
) -> [Word; 4] {
    // Only the first counter word differs between lanes, so in the first two rounds half of the
    // state is the same number in all of them.
    let [b, c, d] = address;
    let [[k0, k1], [k2, k3]] = schedule.first;
    let (low1, high1) = product(MULTIPLY[1], c);
    let (a, b) = (high1 ^ b ^ k0, low1);
    let (low0, high0) = product(MULTIPLY[0], a);
    let same = [d ^ k1, b ^ k2, high0 ^ k3, low0];
    let mut words = [Word::default(); 4];
    let side = S::u64s::LEN;
    for at in (0..WIDTH).step_by(2 * side) {
        let mut left = second_round(simd, replicates, at, same);
        let mut right = second_round(simd, replicates, at + side, same);
        for [k0, k1] in schedule.later {
            let (k0, k1) = (splat(simd, k0), splat(simd, k1));
            left = round(simd, left, k0, k1);
            right = round(simd, right, k0, k1);
        }
        for (word, (left, right)) in words.iter_mut().zip(left.into_iter().zip(right)) {
            word.0.write::<S>(left, at);
            word.0.write::<S>(right, at + side);
        }
    }
    words
}

/// The state of the lanes from `at` on after two rounds.
#[inline(always)]
fn second_round<S: Simd>(
    simd: S,
    replicates: &Replicates,
    at: usize,
    [from_d, from_b, from_a, low0]: [u32; 4],
) -> [S::u64s; 4] {
    let high = replicates.high.read(simd, at);
    let product1 = times(simd, high ^ splat(simd, from_d), MULTIPLY[1]);
    [
        (product1 >> 32) ^ splat(simd, from_b),
        product1,
        replicates.low.read(simd, at) ^ splat(simd, from_a),
        splat(simd, low0),
    ]
}

#[inline(always)]
fn round<S: Simd>(simd: S, state: [S::u64s; 4], k0: S::u64s, k1: S::u64s) -> [S::u64s; 4] {
    let product0 = times(simd, state[0], MULTIPLY[0]);
    let product1 = times(simd, state[2], MULTIPLY[1]);
    [
        (product1 >> 32) ^ (state[1] ^ k0),
        product1,
        (product0 >> 32) ^ (state[3] ^ k1),
        product0,
    ]
}

#[inline(always)]
fn splat<S: Simd>(simd: S, word: u32) -> S::u64s {
    S::u64s::splat(simd, u64::from(word))
}

#[inline(always)]
fn times<S: Simd>(simd: S, value: S::u64s, factor: u32) -> S::u64s {
    (value & LOW_HALF) * splat(simd, factor)
}

impl Word {
    /// `(word + 1/2) / 2^32`.
    pub(super) fn uniform(&self, level: Level) -> Lanes {
        dispatch!(level, simd => uniforms(simd, self))
    }

    fn lanes(&self) -> [u32; WIDTH] {
        wide::bytemuck::cast::<[u64x8; 2], [u64; WIDTH]>(self.0.0).map(|bits| bits as u32)
    }
}

#[inline(always)]
fn uniforms<S: Simd>(simd: S, word: &Word) -> Lanes {
    let mut uniforms = Lanes::ZERO;
    for at in long_starts(simd) {
        write::<S>(Uniforms::read(word, simd, at), &mut uniforms, at);
    }
    uniforms
}

impl Uniforms for Word {
    #[inline(always)]
    fn read<S: Simd>(&self, simd: S, at: usize) -> S::f64s {
        let bits = (self.0.read(simd, at) & LOW_HALF) | TWO_TO_52;
        let number: S::f64s = bits.bitcast();
        (number - LESS) * PART
    }
}

/// The number [`uniform53`] makes of two words.
pub(super) fn uniform53_of(first: &Word, second: &Word) -> Lanes {
    let (first, second) = (first.lanes(), second.lanes());
    Lanes::from_array(std::array::from_fn(|lane| {
        uniform53(first[lane], second[lane])
    }))
}

/// A number in the open interval (0, 1) from the upper 26 bits of two words.
pub(super) fn uniform53(first: u32, second: u32) -> f64 {
    let bits = u64::from(first >> 6) << 26 | u64::from(second >> 6);
    (bits as f64 + 0.5) * (1.0 / 4503599627370496.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lanes::native::levels;

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
            let replicates = Replicates::new(numbers);
            for level in levels() {
                let words = replicates.words(level, [mix[0], mix[1], mix[2]], &schedule);
                for (lane, number) in numbers.into_iter().enumerate() {
                    let single = philox4x32_10([number, mix[0], mix[1], mix[2]], key);
                    for (word, value) in words.iter().zip(single) {
                        assert_eq!(word.lanes()[lane], value, "{level:?}");
                        let uniform = (f64::from(value) + 0.5) / 4294967296.0;
                        assert_eq!(word.uniform(level).get(lane), uniform);
                    }
                    assert_eq!(
                        uniform53_of(&words[1], &words[2]).get(lane),
                        uniform53(single[1], single[2])
                    );
                }
            }
        }
    }

    #[test]
    fn uniforms_never_reach_zero_or_one() {
        assert!(uniform53(0, 0) > 0.0 && uniform53(u32::MAX, u32::MAX) < 1.0);
        let all = |bits| Word(Row([u64x8::splat(bits); 2])).uniform(Level::new());
        assert!(all(0).gt(0.0).all() && all(u64::MAX).lt(1.0).all());
    }
}
