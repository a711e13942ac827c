//! Non-negative least squares in two unknowns.

use crate::lanes::whole_power;

/// The `a >= 0` and `b >= 0` for which `2 a + h b` is nearest to `values[h - 1]` in the sum of
/// squares, `h` counted from 1. An empty slice gives zeros.
///
/// With two unknowns the best point is the free one or lies on an edge, so three candidates do.
pub fn two_parts(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    if values.is_empty() {
        return (0.0, 0.0);
    }
    let rows = || {
        values
            .iter()
            .enumerate()
            .map(|(place, value)| ((place + 1) as f64, *value))
    };
    let (mut h1, mut h2, mut v, mut hv) = (0.0, 0.0, 0.0, 0.0);
    for (h, value) in rows() {
        h1 += h;
        h2 += h * h;
        v += value;
        hv += h * value;
    }
    let edges = [((v / (2.0 * n)).max(0.0), 0.0), (0.0, (hv / h2).max(0.0))];
    let determinant = 4.0 * (n * h2 - h1 * h1);
    if determinant > 0.0 {
        let a = 2.0 * (v * h2 - h1 * hv) / determinant;
        let b = 4.0 * (n * hv - h1 * v) / determinant;
        if a >= 0.0 && b >= 0.0 {
            return (a, b);
        }
    }
    let miss = |(a, b): (f64, f64)| {
        rows()
            .map(|(h, v)| whole_power(2.0 * a + h * b - v, 2))
            .sum::<f64>()
    };
    if miss(edges[0]) < miss(edges[1]) {
        edges[0]
    } else {
        edges[1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn exact_values_are_found_again() {
        let values: Vec<f64> = (1..=5)
            .map(|h| 2.0 * 0.0009 + f64::from(h) * 0.0025)
            .collect();
        let (a, b) = two_parts(&values);
        assert!((a - 0.0009).abs() < 1e-15 && (b - 0.0025).abs() < 1e-15);
    }

    proptest! {
        #[test]
        fn no_other_point_is_nearer(
            values in prop::collection::vec(0.0..1.0f64, 1..6),
            a in 0.0..1.0f64,
            b in 0.0..1.0f64,
        ) {
            let miss = |a: f64, b: f64| -> f64 {
                values.iter().enumerate().map(|(h, v)| (2.0 * a + (h + 1) as f64 * b - v).powi(2)).sum()
            };
            let (best_a, best_b) = two_parts(&values);
            prop_assert!(best_a >= 0.0 && best_b >= 0.0);
            prop_assert!(miss(best_a, best_b) <= miss(a, b) + 1e-12);
        }
    }
}
