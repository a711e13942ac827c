//! On which number a difference between two choices hangs: how far it reaches between the lowest and the
//! highest fifth of the number, and at what value it turns to the other side.

/// Fewest futures for which fifths are compared.
const FEWEST: usize = 100;
/// Slices of a number among which its turn is looked for.
const SLICES: usize = 20;

/// A mean over some futures, with its standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fifth {
    /// The mean.
    pub mean: f64,
    /// Its standard error.
    pub error: f64,
}

/// What a difference is in the lowest and the highest fifth of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    /// In the lowest fifth.
    pub low: Fifth,
    /// In the highest.
    pub high: Fifth,
}

impl Reach {
    /// By how much it is greater in the highest fifth.
    pub fn swing(&self) -> f64 {
        self.high.mean - self.low.mean
    }

    /// The chance that two fifths of the same world lie so far apart, by normal theory.
    pub fn by_luck(&self) -> f64 {
        let error = libm::hypot(self.low.error, self.high.error);
        match error > 0.0 {
            true => libm::erfc(self.swing().abs() / error / std::f64::consts::SQRT_2),
            false if self.swing() == 0.0 => 1.0,
            false => 0.0,
        }
    }
}

/// Futures from the lowest draw to the highest.
pub fn order(draws: &[f32]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..draws.len()).collect();
    order.sort_by(|a, b| draws[*a].total_cmp(&draws[*b]).then(a.cmp(b)));
    order
}

fn over(futures: &[usize], values: &[f64]) -> Fifth {
    let n = futures.len() as f64;
    let mean = futures.iter().map(|r| values[*r]).sum::<f64>() / n;
    let spread = |r: &usize| (values[*r] - mean) * (values[*r] - mean);
    let variance = futures.iter().map(spread).sum::<f64>() / (n - 1.0).max(1.0);
    Fifth {
        mean,
        error: (variance / n).sqrt(),
    }
}

/// A difference in the lowest and the highest fifth of a number; `None` of too few futures.
pub fn reach(order: &[usize], values: &[f64]) -> Option<Reach> {
    let fifth = order.len() / 5;
    (order.len() >= FEWEST).then(|| Reach {
        low: over(&order[..fifth], values),
        high: over(&order[order.len() - fifth..], values),
    })
}

/// Where a difference turns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn {
    /// The value of the number at which it is nothing.
    pub at: f64,
    /// Whether it turns below that value; else above.
    pub below: bool,
    /// Mean of the difference in the fifth in which it has turned.
    pub there: f64,
    /// The chance of such a fifth by luck, were the difference nothing there.
    pub by_luck: f64,
}

/// Where a difference that is above zero in the mean lies below zero, by one number: its end fifth must lie
/// there; where, is read off slices of the draws, each with its neighbours, on the straight line between
/// two. `None` where neither end does.
pub fn turn(draws: &[f32], order: &[usize], values: &[f64]) -> Option<Turn> {
    let ends = reach(order, values)?;
    let below = ends.low.mean <= ends.high.mean;
    let there = if below { ends.low } else { ends.high };
    if there.mean >= 0.0 {
        return None;
    }
    let by_luck = match there.error > 0.0 {
        true => 0.5 * libm::erfc(-there.mean / there.error / std::f64::consts::SQRT_2),
        false => 0.0,
    };
    let n = order.len();
    let slice = |k: usize| &order[k * n / SLICES..(k + 1) * n / SLICES];
    let mut rows: Vec<(f64, f64)> = (0..SLICES)
        .map(|k| {
            let at = slice(k).iter().map(|r| f64::from(draws[*r])).sum::<f64>();
            let near = &order[k.saturating_sub(1) * n / SLICES..(k + 2).min(SLICES) * n / SLICES];
            (at / slice(k).len() as f64, over(near, values).mean)
        })
        .collect();
    if !below {
        rows.reverse();
    }
    // From the turned end on: the first slice in which the difference is back.
    let back = rows
        .iter()
        .position(|(_, mean)| *mean >= 0.0)
        .filter(|k| *k > 0)?;
    let ((a, before), (b, after)) = (rows[back - 1], rows[back]);
    Some(Turn {
        at: a + (b - a) * (-before) / (after - before),
        below,
        there: there.mean,
        by_luck,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers from 0 to 1 in mixed order, and a difference that is nothing at a half of them.
    fn example(n: usize, zero: f64, slope: f64) -> (Vec<f32>, Vec<f64>) {
        let draws: Vec<f32> = (0..n).map(|k| (k * 7_919 % n) as f32 / n as f32).collect();
        let noise = |k: usize| if k.is_multiple_of(2) { 1.0 } else { -1.0 };
        let value = |(k, d): (usize, &f32)| slope * (f64::from(*d) - zero) + 0.3 * noise(k / 3);
        let values = draws.iter().enumerate().map(value).collect();
        (draws, values)
    }

    #[test]
    fn a_difference_turns_where_it_is_nothing() {
        for (zero, slope, below) in [(0.3, 2.0, true), (0.7, -2.0, false)] {
            let (draws, values) = example(5_000, zero, slope);
            let found = turn(&draws, &order(&draws), &values).expect("it turns");
            assert!((found.at - zero).abs() < 0.03, "{found:?}");
            assert_eq!(found.below, below);
            assert!(found.there < 0.0 && found.by_luck < 1e-6, "{found:?}");
        }
    }

    #[test]
    fn what_stays_on_its_side_does_not_turn() {
        let (draws, values) = example(5_000, -0.2, 1.0);
        assert_eq!(turn(&draws, &order(&draws), &values), None);
        let reach = reach(&order(&draws), &values).expect("futures enough");
        assert!(
            (reach.swing() - 0.8).abs() < 0.05 && reach.by_luck() < 1e-9,
            "{reach:?}"
        );
        let (few, values) = example(50, 0.3, 2.0);
        assert_eq!(turn(&few, &order(&few), &values), None);
    }
}
