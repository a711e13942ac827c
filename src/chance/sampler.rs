//! How many of a group it strikes, in sixteen futures at once: one uniform for each count.
//!
//! Below ten expected the law is summed up to the uniform, which is exact. From ten on the count is
//! the rounded Cornish-Fisher expansion of the quantile to second order, with Sheppard's
//! corrections for rounding (variance less 1/12, fourth cumulant plus 1/120). Where `p` is above one
//! half those who are spared are counted instead.

use super::quantile::{NORMAL_CENTRE, NORMAL_TAIL};
use crate::lanes::{Lanes, exp, floor, ln};
use wide::f64x8;

/// From this expectation on the expansion takes over.
const SWITCH: f64 = 10.0;

/// One over 1, 2, 3, ...: further than any count goes whose expectation is below ten, since no
/// uniform is above `1 - 2^-33`.
const INVERSE: [f64; 64] = {
    let mut inverse = [0.0; 64];
    let mut k = 0;
    while k < 64 {
        inverse[k] = 1.0 / (k + 1) as f64;
        k += 1;
    }
    inverse
};

/// Standard normal numbers for uniforms on the grid of 32-bit words: the algorithm AS 241 of
/// [`super::quantile::normal`], lane by lane.
pub(super) fn normal(u: &Lanes) -> Lanes {
    Lanes::from(u.into_halves().map(normal_half))
}

/// Counts among `n` (whole, zero or more) struck with probability `p` (moved into 0..=1).
///
/// Whole, within `0..=n`, never less for a larger `u`; zero without looking further if nobody can be
/// struck in any lane.
#[inline(never)]
pub(super) fn binomial(u: &Lanes, n: &Lanes, p: &Lanes) -> Lanes {
    if !(*n * *p).gt(0.0).any() {
        return Lanes::ZERO;
    }
    let (u, n, p) = (u.into_halves(), n.into_halves(), p.into_halves());
    Lanes::from([0, 1].map(|half| binomial_half(u[half], n[half], p[half])))
}

/// Counts of events when `mean` (zero or more) are expected.
#[inline(never)]
pub(super) fn poisson(u: &Lanes, mean: &Lanes) -> Lanes {
    if !mean.gt(0.0).any() {
        return Lanes::ZERO;
    }
    let (u, mean) = (u.into_halves(), mean.into_halves());
    Lanes::from([0, 1].map(|half| poisson_half(u[half], mean[half])))
}

/// One where `u` is above `1 - p`, zero elsewhere.
#[inline]
pub(super) fn bernoulli(u: &Lanes, p: &Lanes) -> Lanes {
    u.gt(1.0 - *p).as_lanes()
}

/// A law of counts as both methods see it: binomial, or Poisson with `p` zero and `n` without end.
struct Law {
    n: f64x8,
    p: f64x8,
    q: f64x8,
    mean: f64x8,
    /// Logarithm of the probability of zero.
    none: f64x8,
    /// The probability of `k` over that of `k - 1` is `head / k - odds`.
    head: f64x8,
    odds: f64x8,
}

#[inline]
fn binomial_half(u: f64x8, n: f64x8, p: f64x8) -> f64x8 {
    let (zero, one) = (f64x8::splat(0.0), f64x8::splat(1.0));
    let p = p.simd_gt(zero).select(p, zero);
    let p = p.simd_gt(one).select(one, p);
    let mirrored = p.simd_gt(f64x8::splat(0.5));
    let (p, q) = (mirrored.select(one - p, p), mirrored.select(p, one - p));
    let u = mirrored.select(one - u, u);
    let odds = p / q;
    // What rounding took from 1 - p is put back into its logarithm.
    let log_q = ln(q) + ((one - q) - p);
    let law = Law {
        n,
        p,
        q,
        mean: n * p,
        none: n * log_q,
        head: (n + one) * odds,
        odds,
    };
    let count = law.count(u);
    mirrored.select(n - count, count)
}

#[inline]
fn poisson_half(u: f64x8, mean: f64x8) -> f64x8 {
    let zero = f64x8::splat(0.0);
    let mean = mean.simd_gt(zero).select(mean, zero);
    Law {
        n: f64x8::splat(f64::INFINITY),
        p: zero,
        q: f64x8::splat(1.0),
        mean,
        none: -mean,
        head: mean,
        odds: zero,
    }
    .count(u)
}

impl Law {
    /// The count at `u`. The method is chosen lane by lane; one that no lane needs is skipped.
    #[inline]
    fn count(&self, u: f64x8) -> f64x8 {
        let many = self.mean.simd_ge(f64x8::splat(SWITCH));
        let count = if many.all() {
            self.expand(u)
        } else if many.any() {
            // A uniform of zero is reached at once, so lanes with many do not keep the others.
            let summed = self.sum_up(many.select(f64x8::splat(0.0), u));
            many.select(self.expand(u), summed)
        } else {
            self.sum_up(u)
        };
        count.simd_gt(self.n).select(self.n, count)
    }

    /// Counts the values whose running probability stays below `u`. A lane that has arrived stays
    /// where it is while others go on.
    #[inline]
    fn sum_up(&self, u: f64x8) -> f64x8 {
        let one = f64x8::splat(1.0);
        let mut probability = exp(self.none);
        let mut sum = probability;
        let mut count = f64x8::splat(0.0);
        for pair in INVERSE.as_chunks::<2>().0 {
            let below = u.simd_gt(sum);
            if !below.any() {
                break;
            }
            count += below & one;
            probability *= self.head * pair[0] - self.odds;
            sum += probability;
            count += u.simd_gt(sum) & one;
            probability *= self.head * pair[1] - self.odds;
            sum += probability;
        }
        count
    }

    /// The rounded Cornish-Fisher expansion, zero or more.
    #[inline]
    fn expand(&self, u: f64x8) -> f64x8 {
        let z = normal_half(u);
        let variance = self.mean * self.q;
        let smooth = variance - 1.0 / 12.0;
        // Lanes with few have a variance no expansion is made for; any positive number will do.
        let smooth = smooth
            .simd_gt(f64x8::splat(1.0))
            .select(smooth, f64x8::splat(1.0));
        let inverse = 1.0 / smooth;
        let sd = smooth.sqrt();
        let skew = variance * inverse * (self.q - self.p);
        let fourth = (variance * (1.0 - self.p * self.q * 6.0) + 1.0 / 120.0) * inverse;
        let z2 = z * z;
        let second =
            fourth * (1.0 / 24.0) * (z2 - 3.0) - skew * skew * (1.0 / 36.0) * (z2 * 2.0 - 5.0);
        let x = self.mean + sd * z + skew * (1.0 / 6.0) * (z2 - 1.0) + z * second * (sd * inverse);
        let count = floor(x + 0.5);
        let zero = f64x8::splat(0.0);
        count.simd_gt(zero).select(count, zero)
    }
}

#[inline]
fn normal_half(u: f64x8) -> f64x8 {
    let q = u - 0.5;
    let centre = f64x8::splat(0.180625) - q * q;
    let z = q * ratio(centre, &NORMAL_CENTRE);
    let far = f64x8::splat(0.0).simd_gt(centre);
    if !far.any() {
        return z;
    }
    // The grid of 32-bit words ends before the far tail of AS 241 begins.
    let one = f64x8::splat(1.0);
    let upper = q.simd_gt(f64x8::splat(0.0));
    let tail = upper.select(one - u, u);
    let r = (-ln(tail)).sqrt() - 1.6;
    let size = ratio(r, &NORMAL_TAIL);
    far.select(upper.select(size, -size), z)
}

#[inline]
fn ratio(x: f64x8, coefficients: &[[f64; 2]; 8]) -> f64x8 {
    let [top, bottom] = coefficients[7];
    let (mut above, mut below) = (f64x8::splat(top), f64x8::splat(bottom));
    for [top, bottom] in coefficients[..7].iter().rev() {
        above = above * x + *top;
        below = below * x + *bottom;
    }
    above / below
}
