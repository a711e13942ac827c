//! Exponential and logarithm of many numbers at once, from additions and multiplications whose order
//! is fixed, so that every build on every machine gives the same bits.

use super::native::{self, MAGIC, all, at_least};
use fearless_simd::prelude::*;
use wide::f64x8;

const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// `a` where it is greater, elsewhere `b`: also where either is not a number, or both are zero.
#[inline]
pub(crate) fn max(a: f64x8, b: f64x8) -> f64x8 {
    if cfg!(all(target_arch = "x86_64", target_feature = "sse2")) {
        a.fast_max(b) // MAXPD says just that.
    } else {
        a.simd_gt(b).select(a, b)
    }
}

/// `a` where it is less, elsewhere `b`: also where either is not a number, or both are zero.
#[inline]
pub(crate) fn min(a: f64x8, b: f64x8) -> f64x8 {
    if cfg!(all(target_arch = "x86_64", target_feature = "sse2")) {
        a.fast_min(b) // MINPD says just that.
    } else {
        a.simd_lt(b).select(a, b)
    }
}

/// A polynomial from its coefficients, lowest power first: even and odd powers side by side.
#[inline(always)]
pub(crate) fn polynomial<S: Simd, const N: usize>(
    simd: S,
    x: S::f64s,
    coefficients: &[f64; N],
) -> S::f64s {
    let x2 = x * x;
    let mut sums = [all(simd, 0.0); 2];
    for i in (0..N).rev() {
        let c = all(simd, coefficients[i]);
        sums[i % 2] = if i + 2 < N { sums[i % 2] * x2 + c } else { c };
    }
    sums[0] + x * sums[1]
}

/// The exponential from -700 to 700, relative error below 2e-10; arguments outside are moved there.
#[inline(always)]
pub(crate) fn exp_rough<S: Simd>(simd: S, x: S::f64s) -> S::f64s {
    let x = native::min::<S>(at_least::<S>(x, all(simd, -700.0)), all(simd, 700.0));
    // `x` is `k ln 2 + r` with `r` within half of ln 2; the low bits of `shifted` hold `k`.
    let shifted = x * std::f64::consts::LOG2_E + MAGIC;
    let k = shifted - MAGIC;
    let r = x - k * std::f64::consts::LN_2;
    let value: S::u64s = polynomial(simd, r, &EXP_ROUGH).bitcast();
    let power: S::u64s = shifted.bitcast();
    (value + (power << 52)).bitcast()
}

/// The exponential from -700 to 700, relative error below 5e-16; arguments outside are moved there, and
/// what is not a number stays so.
#[inline(always)]
pub(crate) fn exp<S: Simd>(simd: S, x: S::f64s) -> S::f64s {
    let within = native::min::<S>(at_least::<S>(x, all(simd, -700.0)), all(simd, 700.0));
    let shifted = within * std::f64::consts::LOG2_E + MAGIC;
    let k = shifted - MAGIC;
    let r = (within - k * LN2_HIGH) - k * LN2_LOW;
    // Small terms first: what is above `1 + r`, then `r`, then 1.
    let value = polynomial(simd, r, &EXP) * (r * r) + r + 1.0;
    let (value, power): (S::u64s, S::u64s) = (value.bitcast(), shifted.bitcast());
    x.simd_eq(x).select((value + (power << 52)).bitcast(), x)
}

/// One over 2!, 3!, ..., 13!: what is left out is below 1e-17 within half of ln 2.
const EXP: [f64; 12] = {
    let mut inverse = [0.0; 12];
    let (mut k, mut factorial) = (0, 1.0);
    while k < 12 {
        factorial *= (k + 2) as f64;
        inverse[k] = 1.0 / factorial;
        k += 1;
    }
    inverse
};

/// Degree 7 through Chebyshev points of `(exp(r) - 1) / r`: 1.1e-10 within half of ln 2, exact at 0.
const EXP_ROUGH: [f64; 8] = [
    1.0,
    1.0,
    5.000_000_047_117_757e-1,
    1.666_666_671_899_750_8e-1,
    4.166_635_289_677_516e-2,
    8.333_298_483_754_886e-3,
    1.394_110_843_397_267_4e-3,
    1.989_927_395_864_936e-4,
];

/// The natural logarithm of a positive normal number, relative error below 1e-14.
///
/// The mantissa is brought between `sqrt(1/2)` and `sqrt(2)`; with `s = f / (2 + f)` the rest is the
/// odd series of `2 artanh(s)`, with the coefficients of Sun's `e_log.c` (FreeBSD msun, 1993).
#[inline(always)]
pub(crate) fn ln<S: Simd>(simd: S, x: S::f64s) -> S::f64s {
    const LG: [f64; 7] = [
        6.666_666_666_666_735e-1,
        3.999_999_999_940_942e-1,
        2.857_142_874_366_239e-1,
        2.222_219_843_214_978_4e-1,
        1.818_357_216_161_805e-1,
        1.531_383_769_920_937_3e-1,
        1.479_819_860_511_658_6e-1,
    ];
    // Moving the bits by those of sqrt(1/2) lets the exponent field count from there.
    const OFFSET: u64 = 0x3FE6_A09E_0000_0000;
    const ONE: u64 = 0x3FF0_0000_0000_0000;
    let bits: S::u64s = x.bitcast();
    let bits = bits + (ONE - OFFSET);
    let mantissa: S::f64s = ((bits & 0x000F_FFFF_FFFF_FFFF) + OFFSET).bitcast();
    // 2^52 + exponent, read as a number.
    let count: S::f64s = ((bits >> 52) | 0x4330_0000_0000_0000).bitcast();
    let k = count - (4503599627370496.0 + 1023.0);
    let f = mantissa - 1.0;
    let s = f / (f + 2.0);
    let z = s * s;
    let r = z * polynomial(simd, z, &LG);
    let half = f * f * 0.5;
    k * LN2_HIGH - ((half - (s * (half + r) + k * LN2_LOW)) - f)
}
