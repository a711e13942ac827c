//! From ten expected on a count is the rounded Cornish-Fisher expansion of its quantile, to second
//! order, with Sheppard's corrections for rounding: variance less 1/12, fourth cumulant plus 1/120.
//!
//! The distance from the mean is worked out in `f32`: its error, three parts in ten million, moves no
//! probability by more than that, far below what the expansion itself leaves.

use super::few::{narrow, widen};
use crate::lanes::Lanes;
use wide::{f32x8, u32x8};

/// The count at `u`, zero or more, for a variance of five or more; lanes with less get some number.
///
/// `p` is zero for the Poisson law.
#[inline]
pub(super) fn expand(u: Lanes, mean: Lanes, p: Lanes) -> Lanes {
    let (centred, tail) = (narrow(u - 0.5), narrow(u.min(1.0 - u)));
    let (spread, p) = (narrow(mean * (1.0 - p)), narrow(p));
    let distance = [
        distance(centred[0], tail[0], spread[0], p[0]),
        distance(centred[1], tail[1], spread[1], p[1]),
    ];
    (mean + widen(distance)).round_half_up().max(0.0)
}

/// How far from the mean: `centred` is the uniform less one half, `tail` what lies beyond it.
#[inline]
fn distance(centred: f32x8, tail: f32x8, variance: f32x8, p: f32x8) -> f32x8 {
    let smooth = variance - 1.0 / 12.0;
    let smooth = smooth
        .simd_gt(f32x8::splat(1.0))
        .select(smooth, f32x8::splat(1.0));
    let sd = smooth.sqrt();
    // One division gives both the score and one over the variance.
    let (top, bottom) = score(centred, tail);
    let both = 1.0 / (bottom * smooth);
    let z = top * smooth * both;
    let inverse = bottom * both;
    // Third and fourth cumulant over the variance.
    let skew = (1.0 - p * 2.0) * (variance * inverse);
    let fourth = ((1.0 - p * (1.0 - p) * 6.0) * variance + 1.0 / 120.0) * inverse;
    let z2 = z * z;
    let second = fourth * (1.0 / 24.0) * (z2 - 3.0) - skew * skew * (1.0 / 36.0) * (z2 * 2.0 - 5.0);
    sd * (z + inverse * z * second) + skew * (1.0 / 6.0) * (z2 - 1.0)
}

/// The standard normal score as a fraction, top and bottom. Source: Wichura, "Algorithm AS 241",
/// Applied Statistics 37 (1988), the single-precision routine; the grid of 32-bit words ends before
/// its far tail begins.
#[inline]
fn score(centred: f32x8, tail: f32x8) -> (f32x8, f32x8) {
    let near = 0.180625 - centred * centred;
    let top = centred * polynomial(near, &[3.387_132_7, 50.434_27, 159.291_13, 59.109_375]);
    let bottom = polynomial(near, &[1.0, 17.895_17, 78.757_76, 67.187_56]);
    let far = near.simd_lt(f32x8::splat(0.0));
    if !far.any() {
        return (top, bottom);
    }
    let r = (-ln(tail)).sqrt() - 1.6;
    let size = polynomial(r, &[1.423_437_3, 2.756_815_4, 1.306_728_5, 0.170_238_21]);
    let sign = centred & f32x8::splat(-0.0);
    (
        far.select(size | sign, top),
        far.select(polynomial(r, &[1.0, 0.737_001_64, 0.120_211_33]), bottom),
    )
}

/// The natural logarithm of a positive normal number to seven digits. Source: `logf` of Moshier's
/// Cephes library (1992).
#[inline]
fn ln(x: f32x8) -> f32x8 {
    const LOG: [f32; 9] = [
        3.333_333e-1,
        -2.499_999_4e-1,
        2.000_071_5e-1,
        -1.666_805_8e-1,
        1.424_932_3e-1,
        -1.242_014_1e-1,
        1.167_699_9e-1,
        -1.151_461e-1,
        7.037_684e-2,
    ];
    // Moving the bits by those of sqrt(1/2) lets the exponent field count from there.
    let offset = u32x8::splat(0x3F35_04F3);
    let bits = x.to_bits() + (u32x8::splat(0x3F80_0000) - offset);
    let mantissa = (bits & u32x8::splat(0x007F_FFFF)) + offset;
    // 2^23 + exponent, read as a number.
    let count = f32x8::from_bits((bits >> 23) | u32x8::splat(0x4B00_0000));
    let k = count - (8_388_608.0 + 127.0);
    let f = f32x8::from_bits(mantissa) - 1.0;
    let f2 = f * f;
    let rest = f * f2 * polynomial(f, &LOG) - k * 2.121_944_4e-4 - f2 * 0.5;
    k * 0.693_359_4 + (f + rest)
}

#[inline]
fn polynomial<const N: usize>(x: f32x8, coefficients: &[f32; N]) -> f32x8 {
    let mut sum = f32x8::splat(coefficients[N - 1]);
    for c in coefficients[..N - 1].iter().rev() {
        sum = sum * x + *c;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::super::quantile;
    use super::*;

    #[test]
    fn the_short_score_has_six_digits_and_no_step() {
        let ends = [1.0 / 8589934592.0, 1e-9, 1e-7, 1e-4, 0.5];
        let steps = (1..4_000).map(|i| f64::from(i) / 4_000.0);
        let joins = [0.075, 0.925]
            .into_iter()
            .flat_map(|u| [u - 1e-9, u, u + 1e-9]);
        for u in steps.chain(joins).chain(ends).chain(ends.map(|u| 1.0 - u)) {
            let (centred, tail) = (u - 0.5, u.min(1.0 - u));
            let (top, bottom) = score(f32x8::splat(centred as f32), f32x8::splat(tail as f32));
            let z = f64::from((top / bottom).to_array()[3]);
            let exact = quantile::normal(u);
            assert!(
                (z - exact).abs() < 1e-6 * (0.3 + exact.abs()),
                "{u}: {z} {exact}"
            );
        }
    }
}
