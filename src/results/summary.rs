//! Many futures become a few numbers: mean, spread, percentiles, and how sure a probability is.

use super::{PERCENTILES, Probability, Summary};

/// Summary of one cell over all futures; `None` if it is not defined in every one of them.
pub fn summarise(values: &[f32]) -> Option<Summary> {
    if values.is_empty() || values.iter().any(|v| !v.is_finite()) {
        return None;
    }
    let n = values.len() as f64;
    let mean = values.iter().map(|v| f64::from(*v)).sum::<f64>() / n;
    let squares: f64 = values.iter().map(|v| (f64::from(*v) - mean).powi(2)).sum();
    let sd = if values.len() > 1 {
        (squares / (n - 1.0)).sqrt()
    } else {
        0.0
    };
    Some(Summary {
        mean,
        sd,
        percentiles: percentiles(values, PERCENTILES),
        mc_error: sd / n.sqrt(),
    })
}

/// Percentiles by linear interpolation between order statistics, `wanted` ascending.
pub fn percentiles<const N: usize>(values: &[f32], wanted: [f64; N]) -> [f64; N] {
    let mut ranks: Vec<i32> = values.iter().map(|v| rank(*v)).collect();
    by_rank(&mut ranks, wanted, number)
}

/// A whole number that stands among others as a number does among others in their total order.
pub fn rank(number: f32) -> i32 {
    turned(number.to_bits() as i32)
}

/// The number of a rank.
pub fn number(rank: i32) -> f64 {
    f64::from(f32::from_bits(turned(rank) as u32))
}

/// Bits below zero the other way round; its own inverse.
fn turned(bits: i32) -> i32 {
    bits ^ (((bits >> 31) as u32) >> 1) as i32
}

/// The same of whatever stands in the order of its numbers. Reorders `values`.
pub fn by_rank<T: Ord + Copy, const N: usize>(
    values: &mut [T],
    wanted: [f64; N],
    number: impl Fn(T) -> f64,
) -> [f64; N] {
    let last = values.len() - 1;
    let places = wanted.map(|q| q * last as f64);
    let below = places.map(|place| (place.floor() as usize).min(last));
    put_in_place(values, 0, &below);
    std::array::from_fn(|k| {
        let low = below[k];
        // Who comes next lies before the next place that is in order.
        let ordered = below[k..].iter().find(|b| **b > low);
        let end = ordered.map_or(values.len(), |b| b + 1);
        let at = number(values[low]);
        let next = values[low + 1..end].iter().min();
        let next = next.map_or(at, |next| number(*next));
        at + (next - at) * (places[k] - low as f64)
    })
}

/// Reorders until what stands at each of `places` (ascending) is what would in full order; `values`
/// begin at place `first`.
fn put_in_place<T: Ord>(values: &mut [T], first: usize, places: &[usize]) {
    if places.is_empty() {
        return;
    }
    let middle = places.len() / 2;
    let at = places[middle] - first;
    let (below, _, above) = values.select_nth_unstable(at);
    let before = places[..middle].partition_point(|p| *p < places[middle]);
    put_in_place(below, first, &places[..before]);
    let after = places[middle..].partition_point(|p| *p <= places[middle]);
    put_in_place(above, places[middle] + 1, &places[middle + after..]);
}

/// Probability with its 95 % Wilson interval.
pub fn probability(hits: u32, of: u32) -> Probability {
    const Z: f64 = 1.959_963_984_540_054;
    let n = f64::from(of.max(1));
    let p = f64::from(hits) / n;
    let centre = (p + Z * Z / (2.0 * n)) / (1.0 + Z * Z / n);
    let half = Z / (1.0 + Z * Z / n) * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    Probability {
        hits,
        of,
        value: p,
        low: (centre - half).max(0.0),
        high: (centre + half).min(1.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_interpolate_between_neighbours() {
        let values: Vec<f32> = (0..101).rev().map(|v| v as f32).collect();
        let p = percentiles(&values, [0.025, 0.5, 0.975]);
        assert_eq!(p, [2.5, 50.0, 97.5]);
    }

    #[test]
    fn percentiles_are_those_of_the_sorted_numbers() {
        let wanted = [0.0, 0.025, 0.03, 0.25, 0.5, 0.5, 0.975, 1.0];
        for n in [1, 2, 3, 7, 40, 500] {
            let mut values: Vec<f32> = (0..n)
                .map(|i: i32| (i.wrapping_mul(7_919) % 97) as f32 / 8.0 - 5.0)
                .collect();
            values[0] = -0.0;
            let mut sorted = values.clone();
            sorted.sort_by(f32::total_cmp);
            let found = percentiles(&values, wanted);
            for (q, found) in wanted.into_iter().zip(found) {
                let place = q * (n - 1) as f64;
                let low = place.floor() as usize;
                let [a, b] = [low, low + 1].map(|k| f64::from(sorted[k.min(n as usize - 1)]));
                assert_eq!(found, a + (b - a) * (place - low as f64), "{q} of {n}");
            }
        }
    }

    #[test]
    fn a_cell_that_is_undefined_somewhere_has_no_summary() {
        assert_eq!(summarise(&[1.0, f32::NAN]), None);
        let one = summarise(&[4.0]).expect("defined");
        assert_eq!((one.mean, one.sd, one.median()), (4.0, 0.0, 4.0));
    }

    #[test]
    fn wilson_intervals_agree_with_published_values() {
        // Newcombe (1998), table I: 81 of 263 gives 0.2553 to 0.3662; 0 of 20 gives 0 to 0.1611.
        let p = probability(81, 263);
        assert!((p.low - 0.2553).abs() < 5e-5 && (p.high - 0.3662).abs() < 5e-5);
        let none = probability(0, 20);
        assert!(none.low == 0.0 && (none.high - 0.1611).abs() < 5e-5);
    }
}
