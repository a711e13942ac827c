//! How many of a group it strikes, in sixteen futures at once: one uniform for each count.
//!
//! Below ten expected the probabilities are summed up to the uniform ([`super::few`]: total variation
//! from the exact law below 3e-6). From ten on the count is the rounded expansion of
//! [`super::expand`]: total variation below 3e-4 at ten expected and 1e-5 at a hundred, mean within 5e-6, standard deviation within 7e-5 of
//! itself. Where `p` is above one half those who are spared are counted instead.
//!
//! A count never falls as the uniform rises (the score of the expansion is in `f32`: the last digit
//! of it may), nor as `p` rises, but for one at the change of method and at one half.

use super::expand::expand;
use super::few;
use super::quantile::{NORMAL_CENTRE, NORMAL_TAIL};
use crate::lanes::Lanes;
use crate::lanes::fast::{ln, polynomial};
use crate::lanes::native::{all, at_least, long_starts, min, read, write};
use fearless_simd::prelude::*;
use fearless_simd::{Level, dispatch};
use std::slice::from_ref;

/// From this expectation on the expansion takes over.
pub(super) const SWITCH: f64 = 10.0;

/// Where a kernel finds a uniform number for each lane.
pub(super) trait Uniforms: Copy {
    /// Those of the lanes from `at` on.
    fn read<S: Simd>(&self, simd: S, at: usize) -> S::f64s;
}

impl Uniforms for Lanes {
    #[inline(always)]
    fn read<S: Simd>(&self, simd: S, at: usize) -> S::f64s {
        read(simd, self, at)
    }
}

/// What the counts of one vector are drawn from: of `n` (whole) each is struck with probability `p`, at
/// most one half, `mean` of them in expectation.
pub(super) struct Struck<S: Simd> {
    pub(super) uniform: S::f64s,
    pub(super) n: S::f64s,
    pub(super) p: S::f64s,
    pub(super) mean: S::f64s,
    /// Where those who are spared are counted.
    spared: S::mask64s,
}

/// Counts to be drawn: several groups, each in every lane.
pub(super) trait Groups: Copy {
    /// Whether the law is the binomial one, and else Poisson's.
    const BINOMIAL: bool;

    /// What those of group `k` in the lanes from `at` on are drawn from.
    fn struck<S: Simd>(&self, simd: S, k: usize, at: usize) -> Struck<S>;

    /// What is counted in the end where `count` came out.
    fn counted<S: Simd>(&self, of: &Struck<S>, count: S::f64s) -> S::f64s;
}

/// What those of group `k` in as many lanes from `at` on as a vector of `f32` holds are drawn from.
#[inline(always)]
pub(super) fn struck_two<S: Simd, G: Groups>(
    simd: S,
    groups: G,
    (k, at): (usize, usize),
) -> [Struck<S>; 2] {
    [
        groups.struck(simd, k, at),
        groups.struck(simd, k, at + S::f64s::LEN),
    ]
}

/// Of `n` (whole, zero or more) each is struck with probability `p` (moved into 0..=1). `PLAIN`: no
/// probability lies outside of 0 to one half.
#[derive(Clone, Copy)]
struct Binomial<'a, U, const PLAIN: bool> {
    uniform: &'a [U],
    n: &'a [Lanes],
    p: &'a [Lanes],
}

impl<U: Uniforms, const PLAIN: bool> Groups for Binomial<'_, U, PLAIN> {
    const BINOMIAL: bool = true;

    #[inline(always)]
    fn struck<S: Simd>(&self, simd: S, k: usize, at: usize) -> Struck<S> {
        let (zero, one) = (all(simd, 0.0), all(simd, 1.0));
        let (u, n) = (self.uniform[k].read(simd, at), read(simd, &self.n[k], at));
        let p = read(simd, &self.p[k], at);
        if PLAIN {
            return Struck {
                uniform: u,
                n,
                p,
                mean: n * p,
                spared: zero.simd_gt(zero),
            };
        }
        let p = min::<S>(at_least::<S>(p, zero), one);
        // Above one half those who are spared are counted.
        let spared = p.simd_gt(all(simd, 0.5));
        let p = spared.select(one - p, p);
        Struck {
            uniform: spared.select(one - u, u),
            n,
            p,
            mean: n * p,
            spared,
        }
    }

    #[inline(always)]
    fn counted<S: Simd>(&self, of: &Struck<S>, count: S::f64s) -> S::f64s {
        let count = min::<S>(count, of.n);
        if PLAIN {
            return count;
        }
        of.spared.select(of.n - count, count)
    }
}

/// `mean` (zero or more) are expected.
#[derive(Clone, Copy)]
struct Poisson<'a, U> {
    uniform: &'a U,
    mean: &'a Lanes,
}

impl<U: Uniforms> Groups for Poisson<'_, U> {
    const BINOMIAL: bool = false;

    #[inline(always)]
    fn struck<S: Simd>(&self, simd: S, _: usize, at: usize) -> Struck<S> {
        let (zero, most) = (all(simd, 0.0), all(simd, f64::MAX));
        let mean = min::<S>(at_least::<S>(read(simd, self.mean, at), zero), most);
        Struck {
            uniform: self.uniform.read(simd, at),
            n: zero,
            p: zero,
            mean,
            spared: zero.simd_gt(zero),
        }
    }

    #[inline(always)]
    fn counted<S: Simd>(&self, _: &Struck<S>, count: S::f64s) -> S::f64s {
        count
    }
}

/// Standard normal numbers for uniforms on the grid of 32-bit words: the algorithm AS 241 of
/// [`super::quantile::normal`], lane by lane.
#[inline(never)]
pub(super) fn normal(level: Level, u: &impl Uniforms) -> Lanes {
    dispatch!(level, simd => scores(simd, u))
}

#[inline(always)]
fn scores<S: Simd>(simd: S, u: &impl Uniforms) -> Lanes {
    let mut scores = Lanes::ZERO;
    for at in long_starts(simd) {
        write::<S>(score(simd, u.read(simd, at)), &mut scores, at);
    }
    scores
}

/// The standard normal score of a uniform.
#[inline(always)]
fn score<S: Simd>(simd: S, u: S::f64s) -> S::f64s {
    let (zero, one) = (all(simd, 0.0), all(simd, 1.0));
    let q = u - 0.5;
    let centre = all(simd, 0.180625) - q * q;
    let top = q * polynomial(simd, centre, &NORMAL_CENTRE[0]);
    let bottom = polynomial(simd, centre, &NORMAL_CENTRE[1]);
    let far = centre.simd_lt(zero);
    if !far.any_true() {
        return top / bottom;
    }
    // The grid of 32-bit words ends before the far tail of AS 241 begins.
    let upper = q.simd_gt(zero);
    let r = (-ln(simd, upper.select(one - u, u))).sqrt() - 1.6;
    let size = polynomial(simd, r, &NORMAL_TAIL[0]);
    let tail = upper.select(size, -size);
    let below = polynomial(simd, r, &NORMAL_TAIL[1]);
    far.select(tail, top) / far.select(below, bottom)
}

/// Counts among `n` (whole, zero or more) struck with probability `p` (moved into 0..=1).
///
/// Whole, within `0..=n`, never less for a larger `u`.
pub(super) fn binomial(level: Level, u: &impl Uniforms, n: &Lanes, p: &Lanes) -> Lanes {
    let mut count = [Lanes::ZERO];
    binomials(level, from_ref(u), from_ref(n), from_ref(p), &mut count);
    count[0]
}

/// The same for several groups that do not wait for one another, group by group.
#[inline(never)]
pub(super) fn binomials<U: Uniforms>(
    level: Level,
    uniform: &[U],
    n: &[Lanes],
    p: &[Lanes],
    counts: &mut [Lanes],
) {
    let groups = counts.len();
    assert!(uniform.len() == groups && n.len() == groups && p.len() == groups);
    dispatch!(level, simd => strike(simd, uniform, n, p, counts));
}

/// How many groups are looked through before those with few are drawn.
const AT_A_TIME: usize = 16;

/// Positions of groups.
#[derive(Default)]
struct Chosen {
    groups: [usize; AT_A_TIME],
    len: usize,
}

impl Chosen {
    /// Adds a group, if it belongs here: written down in any case, since a branch would be guessed
    /// wrong.
    #[inline(always)]
    fn push(&mut self, group: usize, belongs: bool) {
        self.groups[self.len] = group;
        self.len += usize::from(belongs);
    }
}

#[inline(always)]
fn strike<S: Simd, U: Uniforms>(
    simd: S,
    uniform: &[U],
    n: &[Lanes],
    p: &[Lanes],
    counts: &mut [Lanes],
) {
    let plain = Binomial::<U, true> { uniform, n, p };
    let any = Binomial::<U, false> { uniform, n, p };
    for first in (0..counts.len()).step_by(AT_A_TIME) {
        let mut with_few = [Chosen::default(), Chosen::default()];
        for k in first..counts.len().min(first + AT_A_TIME) {
            let mut within = all(simd, 0.0).simd_eq(all(simd, 0.0));
            for at in long_starts(simd) {
                let p = read(simd, &p[k], at);
                within &= p.simd_ge(all(simd, 0.0)) & p.simd_le(all(simd, 0.5));
            }
            let within = within.all_true();
            let few = if within {
                expand_many(simd, plain, k, counts)
            } else {
                expand_many(simd, any, k, counts)
            };
            with_few[usize::from(within)].push(k, few);
        }
        let [rest, within] = &with_few;
        few::draw(simd, plain, &within.groups[..within.len], counts);
        few::draw(simd, any, &rest.groups[..rest.len], counts);
    }
}

/// Counts of events when `mean` (zero or more) are expected.
#[inline(never)]
pub(super) fn poisson(level: Level, uniform: &impl Uniforms, mean: &Lanes) -> Lanes {
    let mut count = [Lanes::ZERO];
    dispatch!(level, simd => happen(simd, Poisson { uniform, mean }, &mut count));
    count[0]
}

#[inline(always)]
fn happen<S: Simd, G: Groups>(simd: S, group: G, count: &mut [Lanes; 1]) {
    if expand_many(simd, group, 0, count) {
        few::draw(simd, group, &[0], count);
    }
}

/// Puts the counts of a group by expansion if any lane has many, zeros if nobody can be struck, and
/// says whether any lane has few. The method is chosen lane by lane; one that no lane needs is
/// skipped.
#[inline(always)]
fn expand_many<S: Simd, G: Groups>(simd: S, groups: G, k: usize, counts: &mut [Lanes]) -> bool {
    let (zero, switch) = (all(simd, 0.0), all(simd, SWITCH));
    let nowhere = zero.simd_gt(zero);
    let (mut some, mut many, mut all_many) = (nowhere, nowhere, !nowhere);
    for at in long_starts(simd) {
        let of = groups.struck(simd, k, at);
        let reached = of.mean.simd_ge(switch);
        // Of those of whom all are spared, none are struck.
        some |= of.mean.simd_gt(zero) | of.spared;
        many |= reached;
        all_many &= reached;
    }
    if !some.any_true() {
        counts[k] = Lanes::ZERO;
        return false;
    }
    if many.any_true() {
        expand(simd, groups, k, &mut counts[k]);
    }
    !all_many.all_true()
}

/// One where `u` is above `1 - p`, zero elsewhere.
#[inline]
pub(super) fn bernoulli(u: &Lanes, p: &Lanes) -> Lanes {
    u.gt(1.0 - *p).as_lanes()
}

#[cfg(test)]
mod tests {
    use super::super::quantile;
    use super::*;
    use crate::lanes::WIDTH;
    use crate::lanes::native::levels;

    /// The smallest uniform of a 32-bit word, and what is left above the largest.
    const FIRST: f64 = 1.0 / 8589934592.0;
    /// Stands for the Poisson law among binomial ones: `p` is then its mean.
    const ENDLESS: f64 = f64::INFINITY;

    fn kernel(u: &Lanes, n: f64, p: f64) -> Lanes {
        if n == ENDLESS {
            poisson(Level::new(), u, &Lanes::splat(p))
        } else {
            binomial(Level::new(), u, &Lanes::splat(n), &Lanes::splat(p))
        }
    }

    fn one(u: f64, n: f64, p: f64) -> f64 {
        kernel(&Lanes::splat(u), n, p).get(0)
    }

    fn mean_and_sd(n: f64, p: f64) -> (f64, f64) {
        if n == ENDLESS {
            (p, p.sqrt())
        } else {
            (n * p, (n * p * (1.0 - p)).sqrt())
        }
    }

    /// The first count worth naming, and the probabilities from there on in closed form.
    fn exact(n: f64, p: f64) -> (f64, Vec<f64>) {
        let (mean, sd) = mean_and_sd(n, p);
        let low = (mean - 12.0 * sd - 3.0).floor().max(0.0);
        let high = (mean + 14.0 * sd + 30.0).ceil().min(n);
        let g = |x: f64| libm::lgamma(x + 1.0);
        let probability = |k: f64| {
            libm::exp(if n == ENDLESS {
                k * libm::log(mean) - mean - g(k)
            } else {
                g(n) - g(k) - g(n - k) + k * libm::log(p) + (n - k) * libm::log1p(-p)
            })
        };
        let len = (high - low) as usize + 1;
        let raw: Vec<f64> = (0..len).map(|i| probability(low + i as f64)).collect();
        let all: f64 = raw.iter().sum();
        (low, raw.iter().map(|x| x / all).collect())
    }

    /// The law the kernel really draws from, over the same counts: where it steps from one count to
    /// the next, found by halving, sixteen steps at a time.
    fn drawn(n: f64, p: f64, low: f64, len: usize) -> Vec<f64> {
        let mut ends = vec![0.0];
        for first in (0..len).step_by(WIDTH) {
            let counts = Lanes::from_array(std::array::from_fn(|lane| low + (first + lane) as f64));
            let (mut below, mut above) = (Lanes::ZERO, Lanes::ONE);
            for _ in 0..48 {
                let middle = (below + above) * 0.5;
                let reached = kernel(&middle.clamp(FIRST, 1.0 - FIRST), n, p).le(counts);
                below = reached.select(middle, below);
                above = reached.select(above, middle);
            }
            ends.extend(above.to_array());
        }
        (0..len).map(|k| ends[k + 1] - ends[k]).collect()
    }

    fn moments(low: f64, law: &[f64]) -> (f64, f64) {
        let at = |i: usize| low + i as f64;
        let mean: f64 = law.iter().enumerate().map(|(i, w)| w * at(i)).sum();
        let variance = law
            .iter()
            .enumerate()
            .map(|(i, w)| w * (at(i) - mean).powi(2));
        (mean, variance.sum::<f64>().sqrt())
    }

    /// Total variation, largest gap of the distribution functions, error of the mean, and of the
    /// standard deviation as a share of it.
    fn distance(n: f64, p: f64) -> [f64; 4] {
        let (low, exact) = exact(n, p);
        let drawn = drawn(n, p, low, exact.len());
        let gaps = || exact.iter().zip(&drawn).map(|(a, b)| a - b);
        let variation = 0.5 * gaps().map(f64::abs).sum::<f64>();
        let mut sum = 0.0;
        let largest = gaps().fold(0.0_f64, |largest, gap| {
            sum += gap;
            largest.max(sum.abs())
        });
        let ((m0, s0), (m1, s1)) = (moments(low, &exact), moments(low, &drawn));
        [variation, largest, (m1 - m0).abs(), (s1 / s0 - 1.0).abs()]
    }

    /// Laws and what the guide says of their distance: number, probability (mean, where endless), and
    /// the bounds of [`distance`].
    fn published() -> Vec<(f64, f64, [f64; 4])> {
        let row = |line: &str| {
            let mut cells = line.trim_matches('|').split('|').map(str::trim);
            let law = cells.next()?;
            let (n, p) = match law.strip_prefix("Poisson ") {
                Some(mean) => (ENDLESS, mean.parse().ok()?),
                None => {
                    let (n, p) = law.strip_prefix("binomial ")?.split_once(", ")?;
                    (n.parse().ok()?, p.parse().ok()?)
                }
            };
            let bounds: Vec<f64> = cells.map_while(|cell| cell.parse().ok()).collect();
            Some((n, p, bounds.try_into().ok()?))
        };
        let guide = include_str!("../guide/randomness.md");
        guide.lines().filter_map(row).collect()
    }

    #[test]
    fn the_law_drawn_is_as_close_to_the_exact_one_as_the_guide_says() {
        let published = published();
        assert!(published.len() >= 24, "the guide's table is gone");
        for (n, p, bounds) in published {
            let errors = distance(n, p);
            for (error, bound) in errors.into_iter().zip(bounds) {
                assert!(error < bound, "n {n}, p {p}: {errors:?} against {bounds:?}");
            }
        }
    }

    #[test]
    fn below_ten_expected_only_rounding_parts_from_the_exact_law() {
        for (n, p) in [
            (1.0, 0.5),
            (2.0, 0.1),
            (3.0, 0.9),
            (7.0, 0.37),
            (16.0, 0.6),
            (19.0, 0.5),
            (90.0, 0.11),
            (900.0, 0.99),
            (1e6, 9.9e-6),
            (ENDLESS, 0.5),
            (ENDLESS, 7.0),
        ] {
            let errors = distance(n, p);
            for (error, bound) in errors.into_iter().zip([3e-6, 3e-6, 3e-5, 1e-4]) {
                assert!(error < bound, "n {n}, p {p}: {errors:?}");
            }
        }
    }

    #[test]
    fn the_kernel_is_the_quantile_function_where_it_sums() {
        for i in 0..2_000_u32 {
            let u = (f64::from(i.wrapping_mul(2_654_435_761)) + 0.5) / 4294967296.0;
            for (n, p) in [(1.0, 0.4), (12.0, 0.03), (12.0, 0.9), (300.0, 0.02)] {
                let gap = (one(u, n, p) - quantile::binomial(u, n, p)).abs();
                // Beyond the last uniform that sums reach, a count may be short of the quantile.
                let inside = (3e-6..1.0 - 3e-6).contains(&u);
                assert!(gap == 0.0 || !inside && gap <= 3.0, "{u} {n} {p}");
            }
            for (n, p) in [(60.0, 0.3), (1e5, 0.2), (1e5, 0.9)] {
                let gap = one(u, n, p) - quantile::binomial(u, n, p);
                assert!(gap.abs() <= 1.0, "{u} {n} {p}");
            }
            assert_eq!(one(u, ENDLESS, 7.5), quantile::poisson(u, 7.5));
            let sign = one(u, 1.0, 0.37) - bernoulli(&Lanes::splat(u), &Lanes::splat(0.37)).get(0);
            assert_eq!(sign, 0.0);
        }
    }

    #[test]
    fn a_larger_uniform_never_strikes_fewer() {
        for (n, p) in [
            (3.0, 0.4),
            (20.0, 0.5),
            (40.0, 0.26),
            (1_000.0, 0.01),
            (1_000.0, 0.009),
            (700.0, 0.6),
            (1e5, 0.3),
            (ENDLESS, 10.0),
        ] {
            let mut last = 0.0;
            let middle = (0..40_000).map(|i| (f64::from(i) + 0.5) / 40_000.0);
            let low = (1..400)
                .rev()
                .map(|i| 2.0_f64.powf(-33.0 * f64::from(i) / 400.0) * 1e-4);
            let low: Vec<f64> = low.collect::<Vec<_>>().into_iter().rev().collect();
            let high = low.iter().map(|u| 1.0 - u.max(FIRST)).collect::<Vec<_>>();
            let mut all: Vec<f64> = middle
                .chain(low.iter().map(|u| u.max(FIRST)))
                .chain(high)
                .collect();
            all.sort_by(f64::total_cmp);
            for u in all {
                let count = one(u, n, p);
                assert!(count >= last, "n {n}, p {p}, u {u}: {count} after {last}");
                assert!(count <= n && count.fract() == 0.0);
                last = count;
            }
        }
    }

    #[test]
    fn a_larger_probability_never_strikes_fewer_but_for_the_change_of_method() {
        let (mut steps, mut back) = (0, 0);
        for n in [1.0, 7.0, 25.0, 90.0, 2_000.0, 60_000.0] {
            for u in [FIRST, 0.001, 0.1, 0.3, 0.5, 0.77, 0.95, 0.9999, 1.0 - FIRST] {
                let mut last = 0.0;
                for i in 0..=5_000 {
                    let p = f64::from(i) / 5_000.0;
                    let count = one(u, n, p);
                    assert!(count >= last - 1.0, "n {n}, u {u}, p {p}");
                    let changes = [p, 1.0 - p]
                        .iter()
                        .any(|p| (n * p - SWITCH).abs() <= n / 5_000.0);
                    // Beyond the last uniform that sums reach, their rounding decides.
                    let beyond = u > 1.0 - 3e-6;
                    assert!(
                        count >= last || changes || p > 0.5 || beyond,
                        "n {n}, u {u}, p {p}"
                    );
                    steps += 1;
                    back += i32::from(count < last);
                    last = count;
                }
                assert_eq!(last, n, "a certain loss strikes everyone");
            }
        }
        assert!(back * 1_000 < steps, "{back} of {steps}");
    }

    #[test]
    fn nobody_is_struck_where_nobody_can_be() {
        for u in [FIRST, 0.5, 1.0 - FIRST] {
            assert_eq!(one(u, 0.0, 0.5), 0.0);
            assert_eq!(one(u, 50.0, 0.0), 0.0);
            assert_eq!(one(u, 50.0, -0.5), 0.0);
            assert_eq!(one(u, 50.0, f64::NAN), 0.0);
            assert_eq!(one(u, 50.0, 1.0), 50.0);
            assert_eq!(one(u, 50.0, 1.5), 50.0);
            assert_eq!(one(u, ENDLESS, 0.0), 0.0);
        }
    }

    #[test]
    fn a_lane_never_looks_at_its_neighbours_nor_at_the_machine() {
        let mix = |i: usize, lane: usize| {
            let bits = (i * WIDTH + lane) as u32;
            (f64::from(bits.wrapping_mul(2_654_435_761)) + 0.5) / 4294967296.0
        };
        for i in 0..500 {
            let u = Lanes::from_array(std::array::from_fn(|lane| mix(i, lane)));
            let n = Lanes::from_array(std::array::from_fn(|lane| {
                (10.0_f64.powf(5.0 * mix(i + 7, lane)) - 1.0).floor()
            }));
            let p = Lanes::from_array(std::array::from_fn(|lane| mix(i + 13, lane).powi(3)));
            let mean = n * p;
            let own = Level::new();
            let normals = normal(own, &u);
            let (together, events) = (binomial(own, &u, &n, &p), poisson(own, &u, &mean));
            for level in levels() {
                let bits = |lanes: Lanes| lanes.to_array().map(f64::to_bits);
                assert_eq!(
                    bits(binomial(level, &u, &n, &p)),
                    bits(together),
                    "{level:?}"
                );
                assert_eq!(bits(poisson(level, &u, &mean)), bits(events), "{level:?}");
                assert_eq!(bits(normal(level, &u)), bits(normals), "{level:?}");
            }
            for lane in 0..WIDTH {
                let single = |values: Lanes| Lanes::splat(values.get(lane));
                let alone = binomial(own, &single(u), &single(n), &single(p));
                assert_eq!(alone, single(together));
                assert_eq!(poisson(own, &single(u), &single(mean)), single(events));
                let z = quantile::normal(u.get(lane));
                assert!((normals.get(lane) - z).abs() <= 1e-14 * (1.0 + z.abs()));
                assert_eq!(normal(own, &single(u)), single(normals));
            }
        }
    }
}
