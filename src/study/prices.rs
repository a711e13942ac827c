//! What a unit of gain costs: the ratio of two means of the same futures, with the interval of their
//! joint spread. Intervals of cost and gain are never added.

use crate::results::comparison::Mean;
use crate::results::summary::{Z, interval};

/// The cost of a unit of gain, and the means it is made of; `None` where the gain's interval holds
/// zero, less is gained, or it costs nothing more.
///
/// Source: E. C. Fieller, Some problems in interval estimation, Journal of the Royal Statistical
/// Society B 16 (1954), 175-185.
pub fn price(cost: &[f64], gain: &[f64]) -> (Mean, Mean, Option<Mean>) {
    let (costs, gains) = (
        interval(cost.iter().copied()),
        interval(gain.iter().copied()),
    );
    let n = cost.len() as f64;
    if n < 2.0 {
        return (costs, gains, None);
    }
    let (x, y) = (costs.value, gains.value);
    // Variances and covariance of the means, as differences from the mean.
    let scale = 1.0 / (n * (n - 1.0));
    let (mut xx, mut yy, mut xy, mut apart) = (0.0, 0.0, 0.0, 0.0);
    for (c, g) in cost.iter().zip(gain) {
        let (c, g) = (c - x, g - y);
        xx += c * c;
        yy += g * g;
        xy += c * g;
        apart += (y * c - x * g) * (y * c - x * g);
    }
    let z2 = Z * Z;
    let (xx, yy, xy, apart) = (xx * scale, yy * scale, xy * scale, apart * scale);
    let a = y * y - z2 * yy;
    // What costs less and gains has no price: the ratio would be lower the more is gained.
    if y <= 0.0 || a <= 0.0 || x <= 0.0 {
        return (costs, gains, None);
    }
    let b = x * y - z2 * xy;
    // The discriminant of Fieller's equation, summed so that little cancels.
    let root = (z2 * (apart - z2 * (xx * yy - xy * xy))).max(0.0).sqrt();
    let ratio = Mean {
        value: x / y,
        low: (b - root) / a,
        high: (b + root) / a,
    };
    (costs, gains, Some(ratio))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cost_that_follows_its_gain_has_an_exact_price() {
        // Every future pays 3 for each unit it gains: the price is 3 however much the gain varies.
        let gain: Vec<f64> = (0..50).map(|k| 10.0 + f64::from(k % 7)).collect();
        let cost: Vec<f64> = gain.iter().map(|g| 3.0 * g).collect();
        let (_, _, ratio) = price(&cost, &gain);
        let ratio = ratio.expect("the gain is clear");
        for end in [ratio.value, ratio.low, ratio.high] {
            assert!((end - 3.0).abs() < 1e-7, "{ratio:?}");
        }
    }

    #[test]
    fn a_gain_that_may_be_nothing_has_no_price() {
        let gain: Vec<f64> = (0..50).map(|k| f64::from(k % 3) - 1.0).collect();
        let cost = vec![5.0; 50];
        assert_eq!(price(&cost, &gain).2, None);
        let loss: Vec<f64> = vec![-2.0; 50];
        assert_eq!(price(&cost, &loss).2, None);
        // Nor has what is gained while money is saved.
        let (gain, saved) = (vec![2.0; 50], vec![-5.0; 50]);
        assert_eq!(price(&saved, &gain).2, None);
    }

    #[test]
    fn the_interval_of_a_price_with_fixed_gain_is_that_of_the_cost() {
        let cost: Vec<f64> = (0..64).map(|k| 100.0 + f64::from(k % 9)).collect();
        let (costs, _, ratio) = price(&cost, &[2.0; 64]);
        let ratio = ratio.expect("the gain is clear");
        assert!((ratio.low - costs.low / 2.0).abs() < 1e-9);
        assert!((ratio.high - costs.high / 2.0).abs() < 1e-9);
    }
}
