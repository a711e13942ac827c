//! A number is split into whole parts that still add up to it: each part gets the step between two
//! rounded running sums.

use super::{Lanes, fast, native};
use crate::lanes::native::level;
use fearless_simd::dispatch;
use fearless_simd::prelude::*;

/// Rounds parts so that every running sum is the rounded running sum: `out_k = round(S_k) -
/// round(S_(k-1))`, halves upwards. With `whole` false the parts are kept as they are.
///
/// Parts of zero or more give whole numbers of zero or more, each less than one away from its part;
/// when the parts add up to a whole number, give or take rounding errors, so does the result, exactly.
pub fn cumulative_round(parts: &[Lanes], whole: bool, out: &mut [Lanes]) {
    assert_eq!(parts.len(), out.len(), "one place for each part");
    if !whole {
        out.copy_from_slice(parts);
        return;
    }
    dispatch!(level(), simd => round_sums(simd, parts, out));
}

#[inline(always)]
fn round_sums<S: Simd>(simd: S, parts: &[Lanes], out: &mut [Lanes]) {
    for at in native::long_starts(simd) {
        let (mut sum, mut given) = (native::all(simd, 0.0), native::all(simd, 0.0));
        for k in 0..parts.len() {
            sum += native::read(simd, &parts[k], at);
            let reached = native::round_half_up(simd, sum);
            native::write::<S>(reached - given, &mut out[k], at);
            given = reached;
        }
    }
}

/// Splits `total` (below 2^51) by weights `exp(spread * score)`, in whole parts: the steps between
/// rounded running sums, none of which passes the total. The last takes what is left, so that the parts
/// add up to the total; it alone may be broken, where the total is.
#[inline(never)]
pub fn split_by_scores<T: AsMut<Lanes>>(
    total: Lanes,
    spread: Lanes,
    scores: &[f64],
    out: &mut [T],
) {
    assert_eq!(scores.len(), out.len(), "one place for each score");
    dispatch!(level(), simd => spread_out(simd, &total, &spread, scores, out));
}

#[inline(always)]
fn spread_out<S: Simd, T: AsMut<Lanes>>(
    simd: S,
    total: &Lanes,
    spread: &Lanes,
    scores: &[f64],
    out: &mut [T],
) {
    let (zero, one) = (native::all(simd, 0.0), native::all(simd, 1.0));
    for at in native::long_starts(simd) {
        let total = native::read(simd, total, at);
        let spread = native::read(simd, spread, at);
        let mut all = zero;
        for k in 0..scores.len() {
            let weight = fast::exp_rough(simd, spread * scores[k]);
            all += weight;
            native::write::<S>(weight, out[k].as_mut(), at);
        }
        let some = all.simd_gt(zero);
        let per_weight = some.select(total / some.select(all, one), zero);
        let most = native::round_half_up(simd, total - 0.5); // The whole part.
        let (mut sum, mut given) = (zero, zero);
        for k in 0..scores.len() {
            let slot = out[k].as_mut();
            let reached = if k + 1 == scores.len() {
                total
            } else {
                sum += native::read(simd, slot, at) * per_weight;
                native::min::<S>(native::round_half_up(simd, sum), most)
            };
            native::write::<S>(reached - given, slot, at);
            given = reached;
        }
    }
}

/// Splits `total` in proportion to weights of zero or more; in whole parts when `whole` is true
/// (`total` is then whole too, below 2^51). The parts add up to the total: the last running share is
/// exactly one. In a future where all weights are zero the first part takes everything.
#[inline(never)]
pub fn split_whole(total: Lanes, weights: &[Lanes], whole: bool, out: &mut [Lanes]) {
    assert_eq!(weights.len(), out.len(), "one place for each weight");
    dispatch!(level(), simd => split(simd, &total, weights, whole, out));
}

#[inline(always)]
fn split<S: Simd>(simd: S, total: &Lanes, weights: &[Lanes], whole: bool, out: &mut [Lanes]) {
    let (zero, one) = (native::all(simd, 0.0), native::all(simd, 1.0));
    for at in native::long_starts(simd) {
        let total = native::read(simd, total, at);
        let mut sum = zero;
        for weight in weights {
            sum += native::read(simd, weight, at);
        }
        let some = sum.simd_gt(zero);
        let scale = some.select(sum, one);
        let (mut running, mut placed) = (zero, zero);
        for k in 0..weights.len() {
            let weight = native::read(simd, &weights[k], at);
            let part = if whole {
                running += weight;
                let share = if k + 1 == weights.len() {
                    one
                } else {
                    some.select(running / scale, one)
                };
                let reached = native::round_half_up(simd, total * share);
                let part = reached - placed;
                placed = reached;
                part
            } else {
                let otherwise = if k == 0 { total } else { zero };
                some.select(total * (weight / scale), otherwise)
            };
            native::write::<S>(part, &mut out[k], at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::WIDTH;
    use super::*;

    #[test]
    fn whole_parts_add_up_to_the_whole() {
        let parts: Vec<Lanes> = (0..10)
            .map(|k| Lanes::from_array(std::array::from_fn(|l| (k * l) as f64 * 0.1 + 0.1)))
            .collect();
        let mut out = vec![Lanes::ZERO; parts.len()];
        cumulative_round(&parts, true, &mut out);
        let sum: Lanes = out.iter().sum();
        for lane in 0..WIDTH {
            let exact = (0..10).map(|k| k * lane).sum::<usize>() as f64 * 0.1 + 1.0;
            assert!((sum.get(lane) - exact).abs() <= 0.5 + 1e-9);
            for (part, whole) in parts.iter().zip(&out) {
                assert!((part.get(lane) - whole.get(lane)).abs() < 1.0 + 1e-9);
                assert!(whole.get(lane) >= 0.0 && whole.get(lane).fract() == 0.0);
            }
        }
        let tenths = [Lanes::splat(0.1); 10];
        cumulative_round(&tenths, true, &mut out);
        assert_eq!(out.iter().sum::<Lanes>(), Lanes::ONE);
        cumulative_round(&tenths, false, &mut out);
        assert_eq!(out, tenths);
    }

    #[test]
    fn a_total_is_split_without_loss() {
        for (total, weights) in [
            (1000.0, vec![1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0]),
            (7.0, vec![0.0, 5.0, 0.0, 5.0, 0.0]),
            (1e7, vec![0.1; 30]),
            (1.0, vec![1e-9, 1e9, 1e-9]),
        ] {
            let weights: Vec<Lanes> = weights.into_iter().map(Lanes::splat).collect();
            let mut out = vec![Lanes::ZERO; weights.len()];
            split_whole(Lanes::splat(total), &weights, true, &mut out);
            assert_eq!(out.iter().sum::<Lanes>(), Lanes::splat(total));
            for (weight, part) in weights.iter().zip(&out) {
                assert!(part.ge(0.0).all() && part.floor() == *part);
                assert!(weight.get(0) > 0.0 || part.get(0) == 0.0);
            }
            split_whole(Lanes::splat(total), &weights, false, &mut out);
            let sum = out.iter().sum::<Lanes>().get(3);
            assert!((sum / total - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn scores_share_a_total_by_their_exponentials() {
        let scores: Vec<f64> = (0..9).map(|k| f64::from(k * k % 5) - 2.0).collect();
        let spread = Lanes::from_array(std::array::from_fn(|lane| lane as f64 * 0.11));
        let total = Lanes::from_array(std::array::from_fn(|lane| (lane * lane) as f64));
        let mut people = vec![Lanes::ZERO; scores.len()];
        split_by_scores(total, spread, &scores, &mut people);
        let mut parts = people.clone();
        for lane in 0..WIDTH {
            let weight = |score: &f64| libm::exp(spread.get(lane) * score);
            let all: f64 = scores.iter().map(weight).sum();
            for (score, part) in scores.iter().zip(&mut parts) {
                part.set(lane, total.get(lane) * weight(score) / all);
            }
        }
        let mut rounded = people.clone();
        cumulative_round(&parts, true, &mut rounded);
        assert!(people.iter().sum::<Lanes>() == total && people == rounded);
        split_by_scores(total, spread, &[], &mut [] as &mut [Lanes]);
    }

    #[test]
    fn all_but_the_last_are_whole_where_the_total_is_not() {
        let scores = [0.0, 0.0, 0.0, -30.0];
        let totals = [10.6, 10.4, 0.3, 12.0];
        for total in totals.map(Lanes::splat) {
            let mut out = [Lanes::ZERO; 4];
            split_by_scores(total, Lanes::ONE, &scores, &mut out);
            assert!(out[..3].iter().all(|part| part.floor() == *part));
            assert!(out.iter().all(|part| part.ge(0.0).all()), "{out:?}");
            let lost = out.iter().sum::<Lanes>() - total;
            assert!(lost.get(0).abs() < 1e-12);
        }
    }

    #[test]
    fn without_weights_the_first_takes_everything() {
        for whole in [true, false] {
            let mut out = [Lanes::ONE; 3];
            split_whole(Lanes::splat(9.0), &[Lanes::ZERO; 3], whole, &mut out);
            assert_eq!(out, [Lanes::splat(9.0), Lanes::ZERO, Lanes::ZERO]);
        }
    }
}
