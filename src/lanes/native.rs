//! The lanes in vectors as wide as those of the machine the program finds itself on: two numbers at a
//! time on any x86-64, four with AVX2, eight with AVX-512.
//!
//! A kernel is written once over [`Simd`], calls itself through `dispatch!`, and keeps its bits: lane
//! by lane it is the same sequence of operations at every width. What it is made of is
//! `inline(always)`, with plain loops in place of closures, or it would be compiled for the least machine.

use super::{Lanes, WIDTH};
use fearless_simd::prelude::*;
use fearless_simd::{Level, dispatch};
use std::sync::OnceLock;

/// Adding this to a number of moderate size leaves its nearest whole number in the low bits.
pub(super) const MAGIC: f64 = 6755399441055744.0; // 1.5 * 2^52

/// What kernels compute with, for the whole program.
static CHOSEN: OnceLock<Level> = OnceLock::new();

/// What kernels compute with: the widest vectors of this machine, unless others were
/// [chosen](compute_with) before the first kernel ran.
#[inline(always)]
pub(crate) fn level() -> Level {
    *CHOSEN.get_or_init(Level::new)
}

/// What kernels compute with, such as `Avx2`.
pub fn instructions() -> String {
    name_of(level())
}

/// The name of a way to compute.
fn name_of(level: Level) -> String {
    let told = dispatch!(level, simd => format!("{simd:?}"));
    let name = told.split_whitespace().next();
    name.unwrap_or_default().to_string()
}

/// Makes every kernel compute with these instructions, by the name that [`instructions`] gives them in
/// letters of any size: slower ones of this machine, to see that they leave the same bytes.
///
/// # Errors
///
/// The names that could be chosen, where this one is not of this machine; and where a kernel has run
/// already with others.
pub fn compute_with(name: &str) -> Result<(), Vec<String>> {
    let of_that_name = |level: &Level| name_of(*level).eq_ignore_ascii_case(name);
    let found = levels().into_iter().find(of_that_name);
    let chosen = found.map(|level| name_of(*CHOSEN.get_or_init(|| level)));
    match chosen.is_some_and(|chosen| chosen.eq_ignore_ascii_case(name)) {
        true => Ok(()),
        false => Err(levels().into_iter().map(name_of).collect()),
    }
}

/// Where a vector of `f32` begins: each holds the lanes of two vectors of `f64`.
#[inline(always)]
pub(crate) fn starts<S: Simd>(_: S) -> std::iter::StepBy<std::ops::Range<usize>> {
    (0..WIDTH).step_by(S::f32s::LEN)
}

/// Where a vector of `f64` begins.
#[inline(always)]
pub(crate) fn long_starts<S: Simd>(_: S) -> std::iter::StepBy<std::ops::Range<usize>> {
    (0..WIDTH).step_by(S::f64s::LEN)
}

/// The same number everywhere.
#[inline(always)]
pub(crate) fn all<S: Simd>(simd: S, value: f64) -> S::f64s {
    S::f64s::splat(simd, value)
}

/// The same short number everywhere.
#[inline(always)]
pub(crate) fn all_short<S: Simd>(simd: S, value: f32) -> S::f32s {
    S::f32s::splat(simd, value)
}

/// The lanes from `at` on.
#[inline(always)]
pub(crate) fn read<S: Simd>(simd: S, lanes: &Lanes, at: usize) -> S::f64s {
    S::f64s::from_slice(simd, &lanes.as_array()[at..at + S::f64s::LEN])
}

/// Puts numbers into the lanes from `at` on.
#[inline(always)]
pub(crate) fn write<S: Simd>(numbers: S::f64s, lanes: &mut Lanes, at: usize) {
    numbers.store_slice(&mut lanes.as_mut_array()[at..at + S::f64s::LEN]);
}

/// As many lanes from `at` on as a vector of `f32` holds.
#[inline(always)]
pub(crate) fn read_two<S: Simd>(simd: S, lanes: &Lanes, at: usize) -> [S::f64s; 2] {
    [read(simd, lanes, at), read(simd, lanes, at + S::f64s::LEN)]
}

/// Puts as many numbers as a vector of `f32` holds into the lanes from `at` on.
#[inline(always)]
pub(crate) fn write_two<S: Simd>(numbers: [S::f64s; 2], lanes: &mut Lanes, at: usize) {
    write::<S>(numbers[0], lanes, at);
    write::<S>(numbers[1], lanes, at + S::f64s::LEN);
}

/// In `f32`, rounded to nearest; whole numbers below 2^24 stay what they are.
#[inline(always)]
pub(crate) fn narrow<S: Simd>([low, high]: [S::f64s; 2]) -> S::f32s {
    low.narrow(high)
}

/// In `f64`, exactly.
#[inline(always)]
pub(crate) fn widen<S: Simd>(short: S::f32s) -> [S::f64s; 2] {
    let (low, high) = short.widen();
    [low, high]
}

/// The smaller; the first if they are equal or if either is not a number.
#[inline(always)]
pub(crate) fn min<S: Simd>(a: S::f64s, b: S::f64s) -> S::f64s {
    b.simd_lt(a).select(b, a)
}

/// `x` where it is greater, elsewhere `least`.
#[inline(always)]
pub(crate) fn at_least<S: Simd>(x: S::f64s, least: S::f64s) -> S::f64s {
    x.simd_gt(least).select(x, least)
}

/// The largest whole number not above; the bits of `f64::floor`.
#[inline(always)]
pub(crate) fn floor<S: Simd>(simd: S, x: S::f64s) -> S::f64s {
    if S::f64s::LEN > 2 {
        return x.floor();
    }
    // The least machine has no rounding instruction: push the fraction out of the mantissa and pull
    // back. What is 2^52 or more in size, or no number, is as whole as it can be.
    let big = all(simd, 4503599627370496.0);
    let size = x.abs();
    let nearest = ((size + big) - big).copysign(x);
    let whole = nearest - nearest.simd_gt(x).select(all(simd, 1.0), all(simd, 0.0));
    size.simd_lt(big).select(whole, x)
}

/// The nearest whole number, halves upwards, below 2^51 in size.
#[inline(always)]
pub(crate) fn round_half_up<S: Simd>(simd: S, x: S::f64s) -> S::f64s {
    let x = x + 0.5;
    if S::f64s::LEN > 2 {
        return x.floor();
    }
    // The least machine has no rounding instruction.
    let nearest = (x + MAGIC) - MAGIC;
    nearest - nearest.simd_gt(x).select(all(simd, 1.0), all(simd, 0.0))
}

/// A polynomial from its coefficients, lowest power first.
#[inline(always)]
pub(crate) fn polynomial<S: Simd, const N: usize>(
    simd: S,
    x: S::f32s,
    coefficients: &[f32; N],
) -> S::f32s {
    polynomials(simd, [x], coefficients)[0]
}

/// Polynomials from their common coefficients, lowest power first; step by step side by side, so that
/// none waits for itself alone.
#[inline(always)]
pub(crate) fn polynomials<S: Simd, const N: usize, const K: usize>(
    simd: S,
    x: [S::f32s; K],
    coefficients: &[f32; N],
) -> [S::f32s; K] {
    let mut sums = [all_short(simd, coefficients[N - 1]); K];
    for c in coefficients[..N - 1].iter().rev() {
        for i in 0..K {
            sums[i] = sums[i] * x[i] + *c;
        }
    }
    sums
}

/// The ways this machine can compute, the least first.
pub(crate) fn levels() -> Vec<Level> {
    let mut levels = vec![Level::baseline()];
    #[cfg(target_arch = "x86_64")]
    {
        levels.extend(Level::new().as_sse4_2().map(Level::Sse4_2));
        levels.extend(Level::new().as_avx2().map(Level::Avx2));
    }
    levels.push(Level::new());
    levels.dedup_by_key(|level| name_of(*level));
    levels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machine_has_a_name_without_brackets() {
        let name = instructions();
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
        assert!(!name.is_empty() && name.chars().all(plain), "{name}");
    }

    #[inline(always)]
    fn rounded<S: Simd>(simd: S, x: f64) -> f64 {
        round_half_up(simd, all(simd, x)).as_slice()[1]
    }

    #[test]
    fn halves_are_rounded_upwards_on_every_machine() {
        let odd = [
            0.0,
            0.4999999999999999,
            0.5,
            -0.5,
            -1.5,
            2.5,
            1e15 + 0.5,
            -1e15 - 0.25,
        ];
        let near = (-400..400).map(|i| f64::from(i) / 8.0);
        for level in levels() {
            for x in odd.into_iter().chain(near.clone()) {
                let found = dispatch!(level, simd => rounded(simd, x));
                assert_eq!(found, (x + 0.5).floor(), "{x}, {level:?}");
            }
        }
    }
}
