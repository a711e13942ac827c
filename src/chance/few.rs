//! Below ten expected the probabilities of 0, 1, 2, ... are summed up to the uniform.
//!
//! Sums are in `f32`. What rounding leaves, and a uniform moved to at most [`LAST`], keep the total
//! variation from the exact law below 3e-6: a hundredth of what the expansion of [`super::expand`]
//! leaves where it takes over.

use super::sampler::{Groups, SWITCH, Struck, struck_two};
use crate::lanes::native::{
    all, all_short, narrow, polynomials, read_two, starts, widen, write_two,
};
use crate::lanes::{Lanes, WIDTH};
use fearless_simd::prelude::*;

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

/// A law of counts `k`, lane by lane: its probability of zero is `none`, that of `k` over that of
/// `k - 1` is `head / k - odds`.
#[derive(Clone, Copy)]
struct Law<S: Simd> {
    none: S::f32s,
    head: S::f32s,
    odds: S::f32s,
}

/// Puts the counts of some groups where fewer than ten are expected; a sum may pass the largest count
/// by its last digit.
///
/// Up to four vectors at a time, of one group or of several, so that one need not wait for another.
#[inline(always)]
pub(super) fn draw<S: Simd, G: Groups>(
    simd: S,
    groups: G,
    with_few: &[usize],
    counts: &mut [Lanes],
) {
    let side = S::f32s::LEN;
    if side < WIDTH {
        // Where two vectors hold a group, the registers hold what two groups need.
        let (pairs, rest) = match 2 * side {
            WIDTH => with_few.as_chunks::<2>(),
            _ => (&[][..], with_few),
        };
        for [k, l] in pairs {
            let halves = [(*k, 0), (*k, side), (*l, 0), (*l, side)];
            put(simd, groups, halves, counts);
        }
        for k in rest {
            for at in starts(simd).step_by(2) {
                put(simd, groups, [(*k, at), (*k, at + side)], counts);
            }
        }
        return;
    }
    let (fours, rest) = with_few.as_chunks::<4>();
    for four in fours {
        put(simd, groups, four.map(|k| (k, 0)), counts);
    }
    let (pairs, last) = rest.as_chunks::<2>();
    for [k, l] in pairs {
        put(simd, groups, [(*k, 0), (*l, 0)], counts);
    }
    for k in last {
        put(simd, groups, [(*k, 0)], counts);
    }
}

/// Puts the counts of `K` vectors, each of a group and its lanes from some place on.
#[inline(always)]
fn put<S: Simd, G: Groups, const K: usize>(
    simd: S,
    groups: G,
    vectors: [(usize, usize); K],
    counts: &mut [Lanes],
) {
    let zero = all_short(simd, 0.0);
    let (mut u, mut n, mut p) = ([zero; K], [zero; K], [zero; K]);
    for i in 0..K {
        let [a, b] = struck_two(simd, groups, vectors[i]);
        // A uniform of zero is reached at once, so lanes with many do not keep the others.
        u[i] = narrow::<S>([
            few_or(simd, &a, a.uniform, all(simd, 0.0)),
            few_or(simd, &b, b.uniform, all(simd, 0.0)),
        ]);
        if G::BINOMIAL {
            n[i] = narrow::<S>([a.n, b.n]);
            p[i] = narrow::<S>([a.p, b.p]);
        } else {
            n[i] = narrow::<S>([a.mean, b.mean]);
        }
    }
    let laws = if G::BINOMIAL {
        binomial_laws(simd, n, p)
    } else {
        poisson_laws(simd, n)
    };
    // Laws side by side; sums end each at its time, so not more than two go together.
    let mut summed = [zero; K];
    let pairs = K / 2 * 2;
    for i in (0..pairs).step_by(2) {
        let two = sum_up(simd, [u[i], u[i + 1]], &[laws[i], laws[i + 1]]);
        summed[i] = two[0];
        summed[i + 1] = two[1];
    }
    for i in pairs..K {
        summed[i] = sum_up(simd, [u[i]], &[laws[i]])[0];
    }
    for i in 0..K {
        let (k, at) = vectors[i];
        let [a, b] = struck_two(simd, groups, vectors[i]);
        let [c, d] = widen::<S>(summed[i]);
        let [many_a, many_b] = read_two(simd, &counts[k], at);
        let own = [
            few_or(simd, &a, groups.counted(&a, c), many_a),
            few_or(simd, &b, groups.counted(&b, d), many_b),
        ];
        write_two::<S>(own, &mut counts[k], at);
    }
}

/// The first where few are expected, elsewhere the other.
#[inline(always)]
fn few_or<S: Simd>(simd: S, of: &Struck<S>, few: S::f64s, many: S::f64s) -> S::f64s {
    of.mean.simd_ge(all(simd, SWITCH)).select(many, few)
}

#[inline(always)]
fn binomial_laws<S: Simd, const K: usize>(
    simd: S,
    n: [S::f32s; K],
    p: [S::f32s; K],
) -> [Law<S>; K] {
    // ln q = -2 artanh(p / (2 - p)), which is right to the last digits for the smallest p; one
    // division serves this and p / q.
    let (mut odds, mut ratio) = (p, p);
    for i in 0..K {
        let (q, far) = (all_short(simd, 1.0) - p[i], all_short(simd, 2.0) - p[i]);
        let share = p[i] / (q * far);
        odds[i] = share * far;
        ratio[i] = share * q;
    }
    let mut log = artanh(simd, ratio);
    for i in 0..K {
        log[i] = n[i] * (log[i] * -2.0);
    }
    let none = exp_down(simd, log);
    let mut laws = [Law {
        none: none[0],
        head: none[0],
        odds: none[0],
    }; K];
    for i in 0..K {
        laws[i] = Law {
            none: none[i],
            head: (n[i] + 1.0) * odds[i],
            odds: odds[i],
        };
    }
    laws
}

#[inline(always)]
fn poisson_laws<S: Simd, const K: usize>(simd: S, mean: [S::f32s; K]) -> [Law<S>; K] {
    let mut down = mean;
    for i in 0..K {
        down[i] = -mean[i];
    }
    let none = exp_down(simd, down);
    std::array::from_fn(|i| Law {
        none: none[i],
        head: mean[i],
        odds: all_short(simd, 0.0),
    })
}

/// Counts the values whose running probability stays below `u`. A lane that has arrived stays where
/// it is while others go on.
#[inline(always)]
fn sum_up<S: Simd, const K: usize>(simd: S, u: [S::f32s; K], laws: &[Law<S>; K]) -> [S::f32s; K] {
    let (zero, one) = (all_short(simd, 0.0), all_short(simd, 1.0));
    let last = all_short(simd, LAST);
    let (mut u, mut probability, mut count) = (u, [zero; K], [zero; K]);
    for i in 0..K {
        u[i] = u[i].simd_lt(last).select(u[i], last);
        probability[i] = laws[i].none;
    }
    let mut sum = probability;
    for pair in INVERSE.as_chunks::<2>().0 {
        let mut below = [u[0].simd_gt(sum[0]); K];
        let mut some = below[0];
        for i in 1..K {
            below[i] = u[i].simd_gt(sum[i]);
            some |= below[i];
        }
        if !some.any_true() {
            break;
        }
        for i in 0..K {
            let law = &laws[i];
            probability[i] *= law.head * pair[0] - law.odds;
            sum[i] += probability[i];
            let again = u[i].simd_gt(sum[i]);
            count[i] = one_more::<S>(below[i], count[i], [zero, one]);
            count[i] = one_more::<S>(again, count[i], [zero, one]);
            probability[i] *= law.head * pair[1] - law.odds;
            sum[i] += probability[i];
        }
    }
    count
}

/// One more where it holds, in the form that takes the fewest instructions.
#[inline(always)]
fn one_more<S: Simd>(here: S::mask32s, count: S::f32s, [zero, one]: [S::f32s; 2]) -> S::f32s {
    if S::f32s::LEN == WIDTH {
        here.select(count + one, count)
    } else {
        count + here.select(one, zero)
    }
}

/// Exponentials of numbers that are not positive, relative error below 2e-7; those below -80 stay
/// where they are there.
#[inline(always)]
fn exp_down<S: Simd, const K: usize>(simd: S, x: [S::f32s; K]) -> [S::f32s; K] {
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
    let lowest = all_short(simd, -80.0);
    let (mut shifted, mut r) = (x, x);
    for i in 0..K {
        let x = x[i].simd_gt(lowest).select(x[i], lowest);
        shifted[i] = x * std::f32::consts::LOG2_E + MAGIC;
        let k = shifted[i] - MAGIC;
        r[i] = (x - k * LN2_HIGH) - k * LN2_LOW;
    }
    let mut powers = polynomials(simd, r, &EXP);
    for i in 0..K {
        let value = powers[i] * r[i] + 1.0;
        let (bits, power): (S::u32s, S::u32s) = (value.bitcast(), shifted[i].bitcast());
        powers[i] = (bits + (power << 23)).bitcast();
    }
    powers
}

/// Inverse hyperbolic tangents from 0 to 1/3, relative error below 1e-7.
#[inline(always)]
fn artanh<S: Simd, const K: usize>(simd: S, x: [S::f32s; K]) -> [S::f32s; K] {
    /// `(artanh(x) / x - 1) / x^2` through Chebyshev points in `x^2`: 2e-8 of the whole.
    const ARTANH: [f32; 4] = [0.333_333_2, 0.200_037_8, 0.141_183_1, 0.134_257_5];
    let mut x2 = x;
    for i in 0..K {
        x2[i] = x[i] * x[i];
    }
    let mut tangents = polynomials(simd, x2, &ARTANH);
    for i in 0..K {
        tangents[i] = x[i] + x[i] * x2[i] * tangents[i];
    }
    tangents
}

#[cfg(test)]
mod tests {
    use super::super::sampler;
    use super::*;
    use crate::lanes::native::levels;
    use fearless_simd::{Level, dispatch};

    /// A short function at one number, as the least machine and as this one compute it.
    fn one(f: impl Fn(f32) -> [f32; 2], x: f64) -> f64 {
        let [least, own] = f(x as f32);
        assert_eq!(least.to_bits(), own.to_bits(), "at {x}");
        f64::from(own)
    }

    fn exponential(x: f32) -> [f32; 2] {
        [Level::baseline(), Level::new()].map(
            |level| dispatch!(level, simd => exp_down(simd, [all_short(simd, x)])[0].as_slice()[1]),
        )
    }

    fn tangent(x: f32) -> [f32; 2] {
        [Level::baseline(), Level::new()].map(
            |level| dispatch!(level, simd => artanh(simd, [all_short(simd, x)])[0].as_slice()[1]),
        )
    }

    #[test]
    fn the_short_functions_keep_to_their_stated_error() {
        let (mut exponent, mut hyperbola) = (0.0_f64, 0.0_f64);
        for i in 0..=20_000 {
            let x = f64::from(-20.0_f32 * i as f32 / 20_000.0);
            exponent = exponent.max((one(exponential, x) / libm::exp(x) - 1.0).abs());
            let x = f64::from((i + 1) as f32 / 60_010.0);
            let exact = 0.5 * (libm::log1p(x) - libm::log1p(-x));
            hyperbola = hyperbola.max((one(tangent, x) / exact - 1.0).abs());
        }
        assert!(exponent < 2e-7, "{exponent:e}");
        assert!(hyperbola < 1.2e-7, "{hyperbola:e}");
        assert_eq!(one(exponential, 0.0), 1.0);
        assert!(one(exponential, -1e30) > 0.0 && one(exponential, -1e30) < 1e-30);
    }

    #[test]
    fn a_sum_ends_before_its_table_does() {
        let last = INVERSE.len() as f64;
        for level in levels() {
            for (n, p) in [(20.0, 0.499), (1e6, 9.99e-6), (25.0, 0.39)] {
                let (n, p) = (Lanes::splat(n), Lanes::splat(p));
                let counts = sampler::binomial(level, &Lanes::ONE, &n, &p);
                assert!(counts.lt(last).all(), "{n:?} {p:?}");
            }
            let counts = sampler::poisson(level, &Lanes::ONE, &Lanes::splat(9.999));
            assert!(counts.lt(last).all());
        }
    }
}
