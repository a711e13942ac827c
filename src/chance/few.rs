//! Below ten expected the probabilities of 0, 1, 2, ... are summed up to the uniform.
//!
//! Sums are in `f32`. What rounding leaves, and a uniform moved to at most [`LAST`], keep the total
//! variation from the exact law below 3e-6: a hundredth of what the expansion of [`super::expand`]
//! leaves where it takes over.

use super::sampler::{SWITCH, Struck};
use crate::lanes::native::{
    all, all_short, narrow, polynomial, read_two, starts, widen, write_two,
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

/// Puts the binomial counts of `n` struck with `p`, at most one half, where fewer than ten are
/// expected; a count may pass `n` by the last digit of a sum.
#[inline(always)]
pub(super) fn binomial<S: Simd>(simd: S, of: &Struck, counts: &mut Lanes) {
    put::<S, true>(simd, of, counts);
}

/// Puts the Poisson counts where fewer than ten are expected.
#[inline(always)]
pub(super) fn poisson<S: Simd>(simd: S, of: &Struck, counts: &mut Lanes) {
    put::<S, false>(simd, of, counts);
}

/// Two vectors at a time, where not one alone holds all lanes.
#[inline(always)]
fn put<S: Simd, const BINOMIAL: bool>(simd: S, of: &Struck, counts: &mut Lanes) {
    if S::f32s::LEN < WIDTH {
        put_by::<S, 2, BINOMIAL>(simd, of, counts);
    } else {
        put_by::<S, 1, BINOMIAL>(simd, of, counts);
    }
}

/// `K` vectors side by side, so that one need not wait for the other.
#[inline(always)]
fn put_by<S: Simd, const K: usize, const BINOMIAL: bool>(simd: S, of: &Struck, counts: &mut Lanes) {
    let zero = all_short(simd, 0.0);
    let switch = all(simd, SWITCH);
    for start in starts(simd).step_by(K) {
        let mut u = [zero; K];
        let mut laws = [Law::<S> {
            none: zero,
            head: zero,
            odds: zero,
        }; K];
        for i in 0..K {
            let at = start + i * S::f32s::LEN;
            let mean = read_two(simd, &of.mean, at);
            // A uniform of zero is reached at once, so lanes with many do not keep the others.
            let mut own = read_two(simd, &of.uniform, at);
            for half in 0..2 {
                own[half] = mean[half].simd_ge(switch).select(all(simd, 0.0), own[half]);
            }
            u[i] = narrow::<S>(own);
            laws[i] = if BINOMIAL {
                let n = narrow::<S>(read_two(simd, &of.n, at));
                binomial_law(simd, n, narrow::<S>(read_two(simd, &of.p, at)))
            } else {
                poisson_law(simd, narrow::<S>(mean))
            };
        }
        let summed = sum_up::<S, K>(simd, u, &laws);
        for i in 0..K {
            let at = start + i * S::f32s::LEN;
            let mean = read_two(simd, &of.mean, at);
            let mut own = read_two(simd, counts, at);
            let few = widen::<S>(summed[i]);
            for half in 0..2 {
                own[half] = mean[half].simd_ge(switch).select(own[half], few[half]);
            }
            write_two::<S>(own, counts, at);
        }
    }
}

#[inline(always)]
fn binomial_law<S: Simd>(simd: S, n: S::f32s, p: S::f32s) -> Law<S> {
    // ln q = -2 artanh(p / (2 - p)), which is right to the last digits for the smallest p; one
    // division serves this and p / q.
    let (q, far) = (all_short(simd, 1.0) - p, all_short(simd, 2.0) - p);
    let share = p / (q * far);
    let odds = share * far;
    let log_q = artanh(simd, share * q) * -2.0;
    Law {
        none: exp_down(simd, n * log_q),
        head: (n + 1.0) * odds,
        odds,
    }
}

#[inline(always)]
fn poisson_law<S: Simd>(simd: S, mean: S::f32s) -> Law<S> {
    Law {
        none: exp_down(simd, -mean),
        head: mean,
        odds: all_short(simd, 0.0),
    }
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
            count[i] += below[i].select(one, zero) + again.select(one, zero);
            probability[i] *= law.head * pair[1] - law.odds;
            sum[i] += probability[i];
        }
    }
    count
}

/// The exponential of a number that is not positive, relative error below 2e-7; below -80 it stays
/// where it is there.
#[inline(always)]
fn exp_down<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
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
    let x = x.simd_gt(lowest).select(x, lowest);
    let shifted = x * std::f32::consts::LOG2_E + MAGIC;
    let k = shifted - MAGIC;
    let r = (x - k * LN2_HIGH) - k * LN2_LOW;
    let value = polynomial(simd, r, &EXP) * r + 1.0;
    let (bits, power): (S::u32s, S::u32s) = (value.bitcast(), shifted.bitcast());
    (bits + (power << 23)).bitcast()
}

/// The inverse hyperbolic tangent from 0 to 1/3, relative error below 1e-7.
#[inline(always)]
fn artanh<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
    /// `(artanh(x) / x - 1) / x^2` through Chebyshev points in `x^2`: 2e-8 of the whole.
    const ARTANH: [f32; 4] = [0.333_333_2, 0.200_037_8, 0.141_183_1, 0.134_257_5];
    let x2 = x * x;
    x + x * x2 * polynomial(simd, x2, &ARTANH)
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
        [Level::baseline(), Level::new()]
            .map(|level| dispatch!(level, simd => exp_down(simd, all_short(simd, x)).as_slice()[1]))
    }

    fn tangent(x: f32) -> [f32; 2] {
        [Level::baseline(), Level::new()]
            .map(|level| dispatch!(level, simd => artanh(simd, all_short(simd, x)).as_slice()[1]))
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
