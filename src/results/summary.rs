//! Many futures become a few numbers: mean, spread, percentiles, and how sure a probability is.

use super::{PERCENTILES, Probability, Summary};

/// Summary of one cell over all futures; `None` if it is not defined in every one of them. Reorders
/// `values`.
pub fn summarise(values: &mut [f32]) -> Option<Summary> {
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

/// Percentiles by linear interpolation between order statistics, `wanted` ascending. Reorders
/// `values`.
pub fn percentiles<const N: usize>(values: &mut [f32], wanted: [f64; N]) -> [f64; N] {
    let last = values.len() - 1;
    let mut from = 0;
    wanted.map(|q| {
        let place = q * last as f64;
        let low = (place.floor() as usize).min(last);
        let (_, at, above) = values[from..].select_nth_unstable_by(low - from, f32::total_cmp);
        let at = f64::from(*at);
        let next = above
            .iter()
            .copied()
            .min_by(f32::total_cmp)
            .map_or(at, f64::from);
        from = low;
        at + (next - at) * (place - low as f64)
    })
}

/// The same of whatever stands in the order of its numbers.
pub fn by_rank<T: Ord + Copy, const N: usize>(
    values: &mut [T],
    wanted: [f64; N],
    number: impl Fn(T) -> f64,
) -> [f64; N] {
    let last = values.len() - 1;
    let mut from = 0;
    wanted.map(|q| {
        let place = q * last as f64;
        let low = (place.floor() as usize).min(last);
        let (_, at, above) = values[from..].select_nth_unstable(low - from);
        let at = number(*at);
        let next = above.iter().min().map_or(at, |next| number(*next));
        from = low;
        at + (next - at) * (place - low as f64)
    })
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
        let mut values: Vec<f32> = (0..101).rev().map(|v| v as f32).collect();
        let p = percentiles(&mut values, [0.025, 0.5, 0.975]);
        assert_eq!(p, [2.5, 50.0, 97.5]);
    }

    #[test]
    fn a_cell_that_is_undefined_somewhere_has_no_summary() {
        assert_eq!(summarise(&mut [1.0, f32::NAN]), None);
        let one = summarise(&mut [4.0]).expect("defined");
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
