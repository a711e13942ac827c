//! From ten expected on a count is the rounded Cornish-Fisher expansion of its quantile, to second
//! order, with Sheppard's corrections for rounding: variance less 1/12, fourth cumulant plus 1/120.
//!
//! The distance from the mean is worked out in `f32`: its error, three parts in ten million, moves no
//! probability by more than that, far below what the expansion itself leaves.

use super::sampler::{Groups, struck_two};
use crate::lanes::Lanes;
use crate::lanes::native::{
    all, all_short, at_least, min, narrow, polynomial, round_half_up, starts, widen, write_two,
};
use fearless_simd::prelude::*;

/// Puts the counts of group `k`, where the variance is five or more; lanes with less get some number.
#[inline(always)]
pub(super) fn expand<S: Simd, G: Groups>(simd: S, groups: G, k: usize, counts: &mut Lanes) {
    let (zero, one) = (all(simd, 0.0), all(simd, 1.0));
    for at in starts(simd) {
        let [a, b] = struck_two(simd, groups, (k, at));
        let (u0, u1) = (a.uniform, b.uniform);
        let [d0, d1] = widen::<S>(distance(
            simd,
            narrow::<S>([u0 - 0.5, u1 - 0.5]),
            narrow::<S>([min::<S>(u0, one - u0), min::<S>(u1, one - u1)]),
            narrow::<S>([a.mean * (one - a.p), b.mean * (one - b.p)]),
            narrow::<S>([a.p, b.p]),
        ));
        let c = at_least::<S>(round_half_up(simd, a.mean + d0), zero);
        let d = at_least::<S>(round_half_up(simd, b.mean + d1), zero);
        write_two::<S>([groups.counted(&a, c), groups.counted(&b, d)], counts, at);
    }
}

/// How far from the mean: `centred` is the uniform less one half, `tail` what lies beyond it.
#[inline(always)]
fn distance<S: Simd>(
    simd: S,
    centred: S::f32s,
    tail: S::f32s,
    variance: S::f32s,
    p: S::f32s,
) -> S::f32s {
    let one = all_short(simd, 1.0);
    let smooth = variance - 1.0 / 12.0;
    let smooth = smooth.simd_gt(one).select(smooth, one);
    let sd = smooth.sqrt();
    // One division gives both the score and one over the variance.
    let (top, bottom) = score(simd, centred, tail);
    let both = one / (bottom * smooth);
    let z = top * smooth * both;
    let inverse = bottom * both;
    // Third and fourth cumulant over the variance.
    let skew = (one - p * 2.0) * (variance * inverse);
    let fourth = ((one - p * (one - p) * 6.0) * variance + 1.0 / 120.0) * inverse;
    let z2 = z * z;
    let second = fourth * (1.0 / 24.0) * (z2 - 3.0) - skew * skew * (1.0 / 36.0) * (z2 * 2.0 - 5.0);
    sd * (z + inverse * z * second) + skew * (1.0 / 6.0) * (z2 - 1.0)
}

/// The standard normal score as a fraction, top and bottom. Source: Wichura, "Algorithm AS 241",
/// Applied Statistics 37 (1988), the single-precision routine; the grid of 32-bit words ends before
/// its far tail begins.
#[inline(always)]
fn score<S: Simd>(simd: S, centred: S::f32s, tail: S::f32s) -> (S::f32s, S::f32s) {
    let near = all_short(simd, 0.180625) - centred * centred;
    let inner = [3.387_132_7, 50.434_27, 159.291_13, 59.109_375];
    let top = centred * polynomial(simd, near, &inner);
    let bottom = polynomial(simd, near, &[1.0, 17.895_17, 78.757_76, 67.187_56]);
    let far = near.simd_lt(all_short(simd, 0.0));
    if !far.any_true() {
        return (top, bottom);
    }
    let r = (-ln(simd, tail)).sqrt() - 1.6;
    let outer = [1.423_437_3, 2.756_815_4, 1.306_728_5, 0.170_238_21];
    let size = polynomial(simd, r, &outer).copysign(centred);
    let below = polynomial(simd, r, &[1.0, 0.737_001_64, 0.120_211_33]);
    (far.select(size, top), far.select(below, bottom))
}

/// The natural logarithm of a positive normal number to seven digits. Source: `logf` of Moshier's
/// Cephes library (1992).
#[inline(always)]
fn ln<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
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
    const OFFSET: u32 = 0x3F35_04F3;
    let bits: S::u32s = x.bitcast();
    let bits = bits + (0x3F80_0000 - OFFSET);
    let mantissa: S::f32s = ((bits & 0x007F_FFFF) + OFFSET).bitcast();
    // 2^23 + exponent, read as a number.
    let count: S::f32s = ((bits >> 23) | 0x4B00_0000).bitcast();
    let k = count - (8_388_608.0 + 127.0);
    let f = mantissa - 1.0;
    let f2 = f * f;
    let rest = f * f2 * polynomial(simd, f, &LOG) - k * 2.121_944_4e-4 - f2 * 0.5;
    k * 0.693_359_4 + (f + rest)
}

#[cfg(test)]
mod tests {
    use super::super::quantile;
    use super::*;
    use fearless_simd::{Level, dispatch};

    #[test]
    fn the_short_score_has_six_digits_and_no_step() {
        let ends = [1.0 / 8589934592.0, 1e-9, 1e-7, 1e-4, 0.5];
        let steps = (1..4_000).map(|i| f64::from(i) / 4_000.0);
        let joins = [0.075, 0.925]
            .into_iter()
            .flat_map(|u| [u - 1e-9, u, u + 1e-9]);
        for u in steps.chain(joins).chain(ends).chain(ends.map(|u| 1.0 - u)) {
            let (centred, tail) = (u - 0.5, u.min(1.0 - u));
            let z = f64::from(dispatch!(Level::new(), simd => {
                let [centred, tail] = [centred, tail].map(|x| all_short(simd, x as f32));
                let (top, bottom) = score(simd, centred, tail);
                (top / bottom).as_slice()[3]
            }));
            let exact = quantile::normal(u);
            assert!(
                (z - exact).abs() < 1e-6 * (0.3 + exact.abs()),
                "{u}: {z} {exact}"
            );
        }
    }
}
