//! A number is split into whole parts that still add up to it: each part gets the step between two
//! rounded running sums.

use super::{Lanes, native};
use fearless_simd::prelude::*;
use fearless_simd::{Level, dispatch};

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
    let mut sum = Running::default();
    for (part, out) in parts.iter().zip(out) {
        *out = sum.next(part, true);
    }
}

/// A running sum of parts, and how much of it has been given in whole steps; below 2^51.
#[derive(Clone, Copy, Debug, Default)]
pub struct Running {
    sum: Lanes,
    given: Lanes,
}

impl Running {
    /// Adds a part, and gives the step to the rounded sum, or with `whole` false to the sum itself.
    #[inline(never)]
    pub fn next(&mut self, part: &Lanes, whole: bool) -> Lanes {
        dispatch!(Level::new(), simd => step(simd, self, part, whole))
    }

    /// The step to a sum known otherwise.
    pub fn rest(&mut self, sum: Lanes) -> Lanes {
        let step = sum - self.given;
        (self.sum, self.given) = (sum, sum);
        step
    }
}

#[inline(always)]
fn step<S: Simd>(simd: S, running: &mut Running, part: &Lanes, whole: bool) -> Lanes {
    let mut steps = Lanes::ZERO;
    for at in native::long_starts(simd) {
        let sum = native::read(simd, &running.sum, at) + native::read(simd, part, at);
        let reached = if whole {
            native::round_half_up(simd, sum)
        } else {
            sum
        };
        native::write::<S>(
            reached - native::read(simd, &running.given, at),
            &mut steps,
            at,
        );
        native::write::<S>(sum, &mut running.sum, at);
        native::write::<S>(reached, &mut running.given, at);
    }
    steps
}

/// Splits `total` in proportion to weights of zero or more; in whole parts when `whole` is true
/// (`total` is then whole too, below 2^51). The parts add up to the total: the last running share is
/// exactly one. In a future where all weights are zero the first part takes everything.
#[inline(never)]
pub fn split_whole(total: Lanes, weights: &[Lanes], whole: bool, out: &mut [Lanes]) {
    assert_eq!(weights.len(), out.len(), "one place for each weight");
    dispatch!(Level::new(), simd => split(simd, &total, weights, whole, out));
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
    fn without_weights_the_first_takes_everything() {
        for whole in [true, false] {
            let mut out = [Lanes::ONE; 3];
            split_whole(Lanes::splat(9.0), &[Lanes::ZERO; 3], whole, &mut out);
            assert_eq!(out, [Lanes::splat(9.0), Lanes::ZERO, Lanes::ZERO]);
        }
    }
}
