//! Below ten expected the probabilities of 0, 1, 2, ... are summed up to the uniform.
//!
//! Sums are in `f32`, eight futures at a time. What rounding leaves, and a uniform moved to at most
//! [`LAST`], keep the total variation from the exact law below 3e-6: a hundredth of what the expansion
//! of [`super::expand`] leaves where it takes over.

use crate::lanes::Lanes;
use wide::f32x8;

/// Uniforms beyond this are moved here: sums of rounded probabilities end a little short of one.
const LAST: f32 = 1.0 - 2e-6;

/// One over 1, 2, 3, ...: further than any count goes whose expectation is below ten, since no
/// uniform is above [`LAST`].
const INVERSE: [f32; 40] = {
    let mut inverse = [0.0; 40];
    let mut k = 0;
    while k < 40 {
        inverse[k] = 1.0 / (k + 1) as f32;
        k += 1;
    }
    inverse
};

/// The binomial count of `n` struck with `p`, at most one half; it may pass `n` by the last digit of
/// a sum.
#[inline(never)]
pub(super) fn binomial(u: &Lanes, n: &Lanes, p: &Lanes) -> Lanes {
    let ([u0, u1], [n0, n1], [p0, p1]) = (narrow(*u), narrow(*n), narrow(*p));
    widen([half(u0, n0, p0), half(u1, n1, p1)])
}

/// The Poisson count when `mean` are expected.
#[inline(never)]
pub(super) fn poisson(u: &Lanes, mean: &Lanes) -> Lanes {
    let ([u0, u1], [m0, m1]) = (narrow(*u), narrow(*mean));
    let zero = f32x8::splat(0.0);
    widen([
        sum_up(u0, exp_down(-m0), m0, zero),
        sum_up(u1, exp_down(-m1), m1, zero),
    ])
}

#[inline(always)]
fn half(u: f32x8, n: f32x8, p: f32x8) -> f32x8 {
    // ln q = -2 artanh(p / (2 - p)), which is right to the last digits for the smallest p; one
    // division serves this and p / q.
    let (q, far) = (1.0 - p, 2.0 - p);
    let share = p / (q * far);
    let odds = share * far;
    let log_q = artanh(share * q) * -2.0;
    sum_up(u, exp_down(n * log_q), (n + 1.0) * odds, odds)
}

/// Counts the values whose running probability stays below `u`, for a law whose probability of zero
/// is `none` and whose probability of `k` over that of `k - 1` is `head / k - odds`. A lane that has
/// arrived stays where it is while others go on.
#[inline(always)]
fn sum_up(u: f32x8, none: f32x8, head: f32x8, odds: f32x8) -> f32x8 {
    let one = f32x8::splat(1.0);
    let last = f32x8::splat(LAST);
    let u = u.simd_lt(last).select(u, last);
    let (mut probability, mut sum) = (none, none);
    let mut count = f32x8::splat(0.0);
    for pair in INVERSE.as_chunks::<2>().0 {
        let below = u.simd_gt(sum);
        if !below.any() {
            break;
        }
        probability *= head * pair[0] - odds;
        sum += probability;
        count += (below & one) + (u.simd_gt(sum) & one);
        probability *= head * pair[1] - odds;
        sum += probability;
    }
    count
}

/// The exponential of a number that is not positive, relative error below 2e-7; below -80 it stays
/// where it is there.
#[inline(always)]
fn exp_down(x: f32x8) -> f32x8 {
    /// `(exp(r) - 1) / r` through Chebyshev points within half of ln 2: 4e-9.
    const EXP: [f32; 6] = [
        1.0,
        0.5,
        0.166_665_05,
        0.041_666_465,
        0.008_369_22,
        0.001_393_373_1,
    ];
    const MAGIC: f32 = 12_582_912.0; // 1.5 * 2^23: its low bits hold the nearest whole number
    const LN2_HIGH: f32 = 0.693_359_4;
    const LN2_LOW: f32 = -2.121_944_4e-4;
    let lowest = f32x8::splat(-80.0);
    let x = x.simd_gt(lowest).select(x, lowest);
    let shifted = x * std::f32::consts::LOG2_E + MAGIC;
    let k = shifted - MAGIC;
    let r = (x - k * LN2_HIGH) - k * LN2_LOW;
    let value = polynomial(r, &EXP) * r + 1.0;
    f32x8::from_bits(value.to_bits() + (shifted.to_bits() << 23))
}

/// The inverse hyperbolic tangent from 0 to 1/3, relative error below 1e-7.
#[inline(always)]
fn artanh(x: f32x8) -> f32x8 {
    /// `(artanh(x) / x - 1) / x^2` through Chebyshev points in `x^2`: 2e-8 of the whole.
    const ARTANH: [f32; 4] = [0.333_333_2, 0.200_037_8, 0.141_183_1, 0.134_257_5];
    let x2 = x * x;
    x + x * x2 * polynomial(x2, &ARTANH)
}

#[inline(always)]
fn polynomial<const N: usize>(x: f32x8, coefficients: &[f32; N]) -> f32x8 {
    let mut sum = f32x8::splat(coefficients[N - 1]);
    for c in coefficients[..N - 1].iter().rev() {
        sum = sum * x + *c;
    }
    sum
}

/// The lanes in `f32`; whole numbers below 2^24 stay what they are.
#[inline(always)]
pub(super) fn narrow(lanes: Lanes) -> [f32x8; 2] {
    let values = lanes.to_array();
    [
        f32x8::new(std::array::from_fn(|lane| values[lane] as f32)),
        f32x8::new(std::array::from_fn(|lane| values[8 + lane] as f32)),
    ]
}

#[inline(always)]
pub(super) fn widen(halves: [f32x8; 2]) -> Lanes {
    let halves = halves.map(f32x8::to_array);
    Lanes::from_array(std::array::from_fn(|lane| {
        f64::from(halves[lane / 8][lane % 8])
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(f: impl Fn(f32x8) -> f32x8, x: f64) -> f64 {
        f64::from(f(f32x8::splat(x as f32)).to_array()[5])
    }

    #[test]
    fn the_short_functions_keep_to_their_stated_error() {
        let (mut exponential, mut tangent) = (0.0_f64, 0.0_f64);
        for i in 0..=20_000 {
            let x = f64::from(-20.0_f32 * i as f32 / 20_000.0);
            exponential = exponential.max((one(exp_down, x) / libm::exp(x) - 1.0).abs());
            let x = f64::from((i + 1) as f32 / 60_010.0);
            let exact = 0.5 * (libm::log1p(x) - libm::log1p(-x));
            tangent = tangent.max((one(artanh, x) / exact - 1.0).abs());
        }
        assert!(exponential < 2e-7, "{exponential:e}");
        assert!(tangent < 1.2e-7, "{tangent:e}");
        assert_eq!(one(exp_down, 0.0), 1.0);
        assert!(one(exp_down, -1e30) > 0.0 && one(exp_down, -1e30) < 1e-30);
    }

    #[test]
    fn a_sum_ends_before_its_table_does() {
        for (n, p) in [(20.0, 0.499), (1e6, 9.99e-6), (25.0, 0.4), (11.0, 0.9)] {
            let counts = binomial(
                &Lanes::ONE,
                &Lanes::splat(n),
                &Lanes::splat(f64::min(p, 0.5)),
            );
            assert!(counts.lt(INVERSE.len() as f64).all(), "{n} {p}");
        }
        assert!(poisson(&Lanes::ONE, &Lanes::splat(9.999)).lt(40.0).all());
    }
}
