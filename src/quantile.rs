//! One uniform number becomes one number of a given law, by the inverse of its distribution
//! function: a larger uniform never gives a smaller number.

mod beta;

use crate::lanes::native::level;
use crate::lanes::{Lanes, WIDTH};
use fearless_simd::dispatch;

/// Coefficients of AS 241 for `|u - 1/2| <= 0.425`, top and bottom, lowest power first.
pub(crate) const NORMAL_CENTRE: [[f64; 8]; 2] = [
    [
        3.387_132_872_796_366_6,
        133.141_667_891_784_38,
        1_971.590_950_306_551_4,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_7,
    ],
    [
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_597,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_854,
    ],
];

/// Coefficients of AS 241 for the tails, in `sqrt(-ln(tail)) - 1.6` up to 5.
pub(crate) const NORMAL_TAIL: [[f64; 8]; 2] = [
    [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        7.745_450_142_783_414e-4,
    ],
    [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_9e-9,
    ],
];

/// Coefficients of AS 241 for the far tails, in `sqrt(-ln(tail)) - 5`.
const NORMAL_FAR_TAIL: [[f64; 8]; 2] = [
    [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        1.242_660_947_388_078_4e-3,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    [
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
];

/// Standard normal; 16 digits. Source: Wichura, "Algorithm AS 241", Applied Statistics 37 (1988).
pub fn normal(u: f64) -> f64 {
    let q = u - 0.5;
    if q.abs() <= 0.425 {
        return q * ratio(0.180625 - q * q, &NORMAL_CENTRE);
    }
    let tail = if q < 0.0 { u } else { 1.0 - u };
    let r = libm::sqrt(-libm::log(tail));
    let size = if r <= 5.0 {
        ratio(r - 1.6, &NORMAL_TAIL)
    } else {
        ratio(r - 5.0, &NORMAL_FAR_TAIL)
    };
    if q < 0.0 { -size } else { size }
}

/// The same in each future, with the same bits.
pub fn normals(u: Lanes) -> Lanes {
    let u = u.to_array();
    let mut scores = dispatch!(level(), _simd => central(&u));
    for (score, u) in scores.iter_mut().zip(u) {
        let is_central = (u - 0.5).abs() <= 0.425;
        if !is_central {
            *score = normal(u);
        }
    }
    Lanes::from_array(scores)
}

/// Scores of uniforms that are not in the tails: plain loops over futures, to be compiled for the
/// machine at hand, in the order of operations of [`ratio`].
#[inline(always)]
fn central(u: &[f64; WIDTH]) -> [f64; WIDTH] {
    let [mut q, mut x, mut top, mut bottom] = [[0.0; WIDTH]; 4];
    for lane in 0..WIDTH {
        q[lane] = u[lane] - 0.5;
        x[lane] = 0.180625 - q[lane] * q[lane];
    }
    for power in (0..8).rev() {
        for lane in 0..WIDTH {
            top[lane] = top[lane] * x[lane] + NORMAL_CENTRE[0][power];
            bottom[lane] = bottom[lane] * x[lane] + NORMAL_CENTRE[1][power];
        }
    }
    for lane in 0..WIDTH {
        q[lane] *= top[lane] / bottom[lane];
    }
    q
}

fn ratio(x: f64, [top, bottom]: &[[f64; 8]; 2]) -> f64 {
    let horner = |row: &[f64; 8]| row.iter().rev().fold(0.0, |sum, c| sum * x + c);
    horner(top) / horner(bottom)
}

/// Standard normal distribution function.
pub fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x * std::f64::consts::FRAC_1_SQRT_2)
}

/// Triangular between `low` and `high` with its peak at `mode`, one share in each future.
pub fn triangular(u: Lanes, low: f64, mode: f64, high: f64) -> Lanes {
    let width = high - low;
    if width <= 0.0 {
        return Lanes::splat(mode);
    }
    let rises = (u * width).le(Lanes::splat(mode - low));
    // Each side's root is that of a number not below zero where the side is asked.
    let risen = (u * width * (mode - low)).max(Lanes::ZERO).sqrt() + low;
    let fallen = ((Lanes::ONE - u) * width * (high - mode))
        .max(Lanes::ZERO)
        .sqrt();
    rises.select(risen, Lanes::splat(high) - fallen)
}

/// Lognormal with this median and standard deviation of the logarithm.
pub fn lognormal(u: f64, median: f64, sigma: f64) -> f64 {
    median * libm::exp(sigma * normal(u))
}

pub use beta::{Beta, beta_cdf};

/// Above this variance the exact sum would take too long, and the expansion is exact to 1e-4.
#[cfg(any(test, feature = "internals"))]
const LONG_SUM: f64 = 1e8;

/// Poisson: the smallest count whose probability of not being exceeded reaches `u`.
///
/// Exact (to rounding) up to a mean of 1e8, Cornish-Fisher to second order above.
#[cfg(any(test, feature = "internals"))]
pub fn poisson(u: f64, mean: f64) -> f64 {
    if mean.is_nan() || mean <= 0.0 {
        return 0.0;
    }
    if mean > LONG_SUM {
        return expand(u, mean, mean, 1.0, 1.0);
    }
    smallest_count(u, mean.floor(), f64::INFINITY, |k| mean / k)
}

/// Binomial: the smallest count whose probability of not being exceeded reaches `u`.
///
/// Exact (to rounding) up to a variance of 1e8, Cornish-Fisher to second order above.
#[cfg(any(test, feature = "internals"))]
pub fn binomial(u: f64, n: f64, p: f64) -> f64 {
    if n.is_nan() || p.is_nan() || n <= 0.0 || p <= 0.0 {
        return 0.0;
    }
    if p >= 1.0 {
        return n;
    }
    let (odds, variance) = (p / (1.0 - p), n * p * (1.0 - p));
    if variance > LONG_SUM {
        let fourth = 1.0 - 6.0 * p * (1.0 - p);
        return expand(u, n * p, variance, 1.0 - 2.0 * p, fourth).min(n);
    }
    let mode = ((n + 1.0) * p).floor().min(n);
    smallest_count(u, mode, n, |k| (n - k + 1.0) / k * odds)
}

/// Finds the count at `u` from the most likely one and `ratio(k)`, the probability of `k` over that
/// of `k - 1`. Probabilities are taken relative to the most likely count and summed from below.
#[cfg(any(test, feature = "internals"))]
fn smallest_count(u: f64, mode: f64, most: f64, ratio: impl Fn(f64) -> f64) -> f64 {
    const NEGLIGIBLE: f64 = 1e-22;
    let mut below = Vec::new();
    let (mut k, mut weight) = (mode, 1.0);
    while k > 0.0 && weight > NEGLIGIBLE {
        weight /= ratio(k);
        k -= 1.0;
        below.push(weight);
    }
    let lowest = k;
    let mut above = Vec::new();
    let (mut k, mut weight) = (mode, 1.0);
    while k < most && weight > NEGLIGIBLE {
        k += 1.0;
        weight *= ratio(k);
        above.push(weight);
    }
    let weights = || below.iter().rev().chain([&1.0]).chain(&above);
    // Smallest first, so that rounding stays at the last digit.
    let upper: f64 = above.iter().rev().sum();
    let lower: f64 = below.iter().rev().sum();
    let goal = u * (lower + 1.0 + upper);
    let mut sum = 0.0;
    let mut count = lowest;
    for weight in weights() {
        sum += weight;
        if sum >= goal {
            return count;
        }
        count += 1.0;
    }
    count - 1.0
}

/// The Cornish-Fisher expansion the lanes use, for one number.
#[cfg(any(test, feature = "internals"))]
fn expand(u: f64, mean: f64, variance: f64, skew: f64, fourth: f64) -> f64 {
    let z = normal(u);
    let smooth = variance - 1.0 / 12.0;
    let sd = libm::sqrt(smooth);
    let skew = skew * variance / smooth;
    let fourth = (variance * fourth + 1.0 / 120.0) / smooth;
    let second = fourth / 24.0 * (z * z - 3.0) - skew * skew / 36.0 * (2.0 * z * z - 5.0);
    let x = mean + sd * z + skew / 6.0 * (z * z - 1.0) + z * second / sd;
    (x + 0.5).floor().max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normal_scores_are_the_published_ones() {
        for (u, z) in [
            (0.5, 0.0),
            (0.975, 1.959_963_984_540_054),
            (0.9, 1.281_551_565_544_600_4),
            (0.25, -0.674_489_750_196_081_7),
            (0.001, -3.090_232_306_167_813_5),
            (1e-20, -9.262_340_089_798_408),
        ] {
            assert!((normal(u) - z).abs() < 1e-14 * (1.0 + z.abs()), "{u}");
        }
        for i in 1..2_000 {
            let u = f64::from(i) / 2_000.0;
            assert!((normal_cdf(normal(u)) - u).abs() < 1e-15, "{u}");
            let small = libm::pow(10.0, -f64::from(i) / 10.0);
            assert!(
                (normal_cdf(normal(small)) / small - 1.0).abs() < 1e-11,
                "{small}"
            );
        }
    }

    #[test]
    fn a_triangle_keeps_its_corners_and_halves() {
        let triangle =
            |u: f64, low, mode, high| triangular(Lanes::splat(u), low, mode, high).get(0);
        assert_eq!(triangle(0.0, 1.0, 2.0, 5.0), 1.0);
        assert_eq!(triangle(1.0, 1.0, 2.0, 5.0), 5.0);
        assert_eq!(triangle(0.25, 1.0, 2.0, 5.0), 2.0);
        assert_eq!(triangle(0.5, 0.0, 1.0, 2.0), 1.0);
        assert_eq!(triangle(0.7, 3.0, 3.0, 3.0), 3.0);
        // Peaks at an end.
        assert_eq!(triangle(0.75, 1.0, 1.0, 5.0), 3.0);
        assert_eq!(triangle(0.25, 1.0, 5.0, 5.0), 3.0);
        // The area below x is (x - low)^2 / (width (mode - low)), above it likewise.
        let x = triangle(0.1, 1.0, 2.0, 5.0);
        assert!(((x - 1.0) * (x - 1.0) / 4.0 - 0.1).abs() < 1e-15);
        let x = triangle(0.9, 1.0, 2.0, 5.0);
        assert!(((5.0 - x) * (5.0 - x) / 12.0 - 0.1).abs() < 1e-15);
        // Each future by itself, on either side of the peak.
        let u = Lanes::from_array(std::array::from_fn(|lane| lane as f64 / 16.0));
        let all = triangular(u, 1.0, 2.0, 5.0);
        for lane in 0..crate::lanes::WIDTH {
            assert_eq!(all.get(lane), triangle(u.get(lane), 1.0, 2.0, 5.0));
        }
        assert_eq!(lognormal(0.5, 7.0, 0.3), 7.0);
    }

    /// Distribution function from the closed form of each probability.
    fn cdf(k: f64, probability: impl Fn(f64) -> f64) -> f64 {
        (0..=k as usize)
            .map(|j| libm::exp(probability(j as f64)))
            .sum()
    }

    #[test]
    fn a_count_is_the_first_whose_running_probability_reaches_the_uniform() {
        let g = |x: f64| libm::lgamma(x + 1.0);
        for i in 0..300 {
            let u = (f64::from(i) + 0.37) / 300.0;
            for (n, p) in [(1.0, 0.5), (9.0, 0.2), (60.0, 0.93), (400.0, 0.4)] {
                let log =
                    |k: f64| g(n) - g(k) - g(n - k) + k * libm::log(p) + (n - k) * libm::log1p(-p);
                let k = binomial(u, n, p);
                assert!(cdf(k, log) >= u - 1e-12, "{u} {n} {p}");
                assert!(k == 0.0 || cdf(k - 1.0, log) < u + 1e-12, "{u} {n} {p}");
            }
            for mean in [0.02, 3.0, 88.0] {
                let log = |k: f64| k * libm::log(mean) - mean - g(k);
                let k = poisson(u, mean);
                assert!(cdf(k, log) >= u - 1e-12, "{u} {mean}");
                assert!(k == 0.0 || cdf(k - 1.0, log) < u + 1e-12, "{u} {mean}");
            }
        }
        assert_eq!(binomial(0.3, 0.0, 0.5), 0.0);
        assert_eq!(binomial(0.3, 8.0, 1.0), 8.0);
        assert_eq!(binomial(0.3, 8.0, 0.0), 0.0);
        assert_eq!(poisson(0.3, 0.0), 0.0);
    }

    #[test]
    fn very_large_counts_join_without_a_step() {
        for u in [1e-9, 0.02, 0.5, 0.9, 0.999_999] {
            let mean = LONG_SUM;
            assert!((poisson(u, mean) - expand(u, mean, mean, 1.0, 1.0)).abs() <= 1.0);
            let (n, p) = (4e8, 0.5);
            let gap = binomial(u, n, p) - expand(u, n * p, n * p * 0.5, 0.0, -0.5);
            assert!(gap.abs() <= 1.0, "{u}: {gap}");
        }
    }
}
