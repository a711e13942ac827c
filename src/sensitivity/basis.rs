//! Functions of one assumption, over the futures in which it was drawn: what a result may hang on.
//!
//! All of them have mean 0 and mean square 1 over these futures and do not overlap, so that a regression
//! is one inner product a function.

use crate::lanes::whole_power;

/// Values of a choice among few ways, at most: more distinct values are told apart by their order.
const WAYS: usize = 8;
/// What is left of a function after the others are taken out of it, below which it is one of them.
const NOTHING: f64 = 1e-9;

/// One assumption as it was drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Drawn {
    /// A number: its values, and the futures in the order of these.
    Number(Vec<f64>, Vec<u32>),
    /// One of few ways: the way of each future, and how many there are.
    Way(Vec<u8>, usize),
}

impl Drawn {
    /// The draws of an assumption; `None` where it is the same in all futures.
    pub fn of(values: &[f32]) -> Option<Drawn> {
        let mut order: Vec<u32> = (0..values.len() as u32).collect();
        let value = |r: u32| values[r as usize];
        order.sort_by(|a, b| value(*a).total_cmp(&value(*b)).then(a.cmp(b)));
        let mut distinct: Vec<f32> = Vec::new();
        for r in &order {
            if distinct.last() != Some(&value(*r)) {
                distinct.push(value(*r));
            }
            if distinct.len() > WAYS {
                let numbers = values.iter().map(|v| f64::from(*v)).collect();
                return Some(Drawn::Number(numbers, order));
            }
        }
        let way = |v: &f32| distinct.iter().position(|d| d == v).unwrap_or(0) as u8;
        let ways = values.iter().map(way).collect();
        (distinct.len() > 1).then_some(Drawn::Way(ways, distinct.len()))
    }

    /// The value of each way, by its place; nothing of a number.
    pub fn values_of_ways(&self, values: &[f32]) -> Vec<f32> {
        let Drawn::Way(ways, many) = self else {
            return Vec::new();
        };
        let first = |way: usize| ways.iter().position(|w| usize::from(*w) == way);
        let value = |way: usize| first(way).and_then(|r| values.get(r)).copied();
        (0..*many).filter_map(value).collect()
    }

    /// Futures.
    pub fn futures(&self) -> usize {
        match self {
            Drawn::Number(values, _) => values.len(),
            Drawn::Way(ways, _) => ways.len(),
        }
    }
}

/// Functions of one assumption, `[function][future]`.
#[derive(Clone, Debug)]
pub struct Basis(pub Vec<Vec<f64>>);

impl Basis {
    /// The first so many half-waves over the ranks of a number; of a choice, its ways.
    pub fn waves(drawn: &Drawn, most: usize) -> Basis {
        let (values, order) = match drawn {
            Drawn::Way(ways, many) => return Basis::ways(ways, *many),
            Drawn::Number(values, order) => (values, order),
        };
        let n = values.len();
        let mut all = vec![vec![0.0; n]; most];
        for (rank, future) in order.iter().enumerate() {
            let angle = std::f64::consts::PI * (rank as f64 + 0.5) / n as f64;
            // Chebyshev's recurrence: cos((k + 1) a) = 2 cos a cos(k a) - cos((k - 1) a).
            let (first, mut before, mut now) = (libm::cos(angle), 1.0, libm::cos(angle));
            for wave in &mut all {
                wave[*future as usize] = std::f64::consts::SQRT_2 * now;
                (before, now) = (now, 2.0 * first * now - before);
            }
        }
        Basis(all)
    }

    /// A straight line; with knots a natural cubic spline, which is straight beyond the outer ones; of a
    /// choice, its ways. Knots lie at equal shares of the futures. Source: F. E. Harrell, *Regression
    /// Modeling Strategies*, 2nd ed., Springer 2015, section 2.4.5.
    pub fn spline(drawn: &Drawn, knots: usize) -> Basis {
        let (values, order) = match drawn {
            Drawn::Way(ways, many) => return Basis::ways(ways, *many),
            Drawn::Number(values, order) => (values, order),
        };
        let mut all = vec![values.clone()];
        if knots > 2 {
            let at = |k: usize| {
                let share = 0.05 + 0.9 * k as f64 / (knots - 1) as f64;
                values[order[(share * (values.len() - 1) as f64) as usize] as usize]
            };
            let at: Vec<f64> = (0..knots).map(at).collect();
            let (last, before) = (at[knots - 1], at[knots - 2]);
            let (wide, end) = (last - at[0], last - before);
            if end <= 0.0 || wide <= 0.0 {
                return Basis::apart(all);
            }
            let cube = |x: f64| whole_power(x.max(0.0), 3) / (wide * wide);
            for knot in &at[..knots - 2] {
                let bend = |x: &f64| {
                    let outer = cube(x - before) * (last - knot) - cube(x - last) * (before - knot);
                    cube(x - knot) - outer / end
                };
                all.push(values.iter().map(bend).collect());
            }
        }
        Basis::apart(all)
    }

    fn ways(ways: &[u8], many: usize) -> Basis {
        let is = |way: usize| {
            ways.iter()
                .map(move |w| f64::from(u8::from(*w as usize == way)))
        };
        Basis::apart((1..many).map(|way| is(way).collect()).collect())
    }

    /// Takes the mean and the functions before it out of each.
    fn apart(functions: Vec<Vec<f64>>) -> Basis {
        let mut kept: Vec<Vec<f64>> = Vec::new();
        for mut own in functions {
            let n = own.len() as f64;
            let before = squares(&own) / n;
            // Twice: what rounding leaves of the first time goes with the second.
            for _ in 0..2 {
                let mean = own.iter().sum::<f64>() / n;
                own.iter_mut().for_each(|v| *v -= mean);
                for other in &kept {
                    let share = product(&own, other) / n;
                    own.iter_mut().zip(other).for_each(|(v, o)| *v -= share * o);
                }
            }
            let left = squares(&own) / n;
            if left > NOTHING * before {
                let scale = 1.0 / left.sqrt();
                own.iter_mut().for_each(|v| *v *= scale);
                kept.push(own);
            }
        }
        Basis(kept)
    }

    /// By how much each function is in a row whose mean is 0.
    pub fn shares(&self, row: &[f64]) -> Vec<f64> {
        let n = row.len() as f64;
        self.0.iter().map(|f| product(f, row) / n).collect()
    }

    /// The row that these shares make.
    pub fn made_of(&self, shares: &[f64]) -> Vec<f64> {
        let mut row = vec![0.0; self.0.first().map_or(0, Vec::len)];
        for (function, share) in self.0.iter().zip(shares) {
            row.iter_mut()
                .zip(function)
                .for_each(|(v, f)| *v += share * f);
        }
        row
    }
}

/// Inner product, in an order that no machine changes.
pub(super) fn product(a: &[f64], b: &[f64]) -> f64 {
    // Eight sums side by side: the processor adds them at once.
    let (a8, a_rest) = a.as_chunks::<8>();
    let (b8, b_rest) = b.as_chunks::<8>();
    let mut sums = [0.0; 8];
    for (a, b) in a8.iter().zip(b8) {
        for lane in 0..8 {
            sums[lane] += a[lane] * b[lane];
        }
    }
    let rest = a_rest.iter().zip(b_rest).map(|(a, b)| a * b);
    sums.iter().sum::<f64>() + rest.sum::<f64>()
}

/// Sum of squares.
pub(super) fn squares(row: &[f64]) -> f64 {
    product(row, row)
}

/// A row without its mean, and the mean.
pub(super) fn centred(row: &[f64]) -> (Vec<f64>, f64) {
    let mean = row.iter().sum::<f64>() / row.len().max(1) as f64;
    (row.iter().map(|v| v - mean).collect(), mean)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sensitivity::toys::uniforms;

    #[test]
    fn functions_do_not_overlap() {
        let values: Vec<f32> = uniforms("basis", 700)
            .map(|u| (u * u * 3.0) as f32)
            .collect();
        let few: Vec<f32> = values.iter().map(|v| v.floor()).collect();
        let number = Drawn::of(&values).expect("it differs");
        let ways = Drawn::of(&few).expect("it differs");
        assert_eq!(ways, Drawn::Way(few.iter().map(|v| *v as u8).collect(), 3));
        assert_eq!(Drawn::of(&[2.0; 9]), None);
        let all = [
            (Basis::waves(&number, 8), 8),
            (Basis::spline(&number, 0), 1),
            (Basis::spline(&number, 5), 4),
            (Basis::spline(&ways, 5), 2),
        ];
        for (basis, many) in all {
            assert_eq!(basis.0.len(), many);
            for (k, a) in basis.0.iter().enumerate() {
                assert!(a.iter().sum::<f64>().abs() < 1e-6);
                for (l, b) in basis.0.iter().enumerate() {
                    let expected = f64::from(u8::from(k == l));
                    assert!((product(a, b) / 700.0 - expected).abs() < 1e-6, "{k} {l}");
                }
            }
        }
    }

    #[test]
    fn a_spline_holds_what_is_straight_and_what_bends() {
        let values: Vec<f32> = uniforms("basis", 2_000).map(|u| u as f32).collect();
        let drawn = Drawn::of(&values).expect("it differs");
        let bent: Vec<f64> = values.iter().map(|v| libm::exp(f64::from(*v))).collect();
        let (row, _) = centred(&bent);
        let left = |knots| {
            let basis = Basis::spline(&drawn, knots);
            let fit = basis.made_of(&basis.shares(&row));
            let rest: Vec<f64> = row.iter().zip(&fit).map(|(a, b)| a - b).collect();
            squares(&rest) / squares(&row)
        };
        assert!(left(0) > 0.01 && left(5) < 1e-4, "{} {}", left(0), left(5));
    }
}
