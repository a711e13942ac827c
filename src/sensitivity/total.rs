//! What share of the spread of a result a part of what is drawn explains: alone (first order), and with all it
//! does together with other parts (total), from rows of a design.
//!
//! A row has two independent draws of everything, `A` and `B`; `f(A_B)` has the part from `B` and the rest from
//! `A`, and with `V` the variance of the result
//!
//! `S = E[f(B) (f(A_B) - f(A))] / V` and `T = E[(f(A) - f(A_B))^2] / 2 V`.
//!
//! Sources: A. Saltelli, P. Annoni, I. Azzini, F. Campolongo, M. Ratto, S. Tarantola, *Variance based sensitivity
//! analysis of model output*, Comput. Phys. Commun. 181 (2010), 259-270, table 2 b and f; M. J. W. Jansen,
//! *Analysis of variance designs for model output*, Comput. Phys. Commun. 117 (1999), 35-43.

/// Ends of an interval of 95 %, in standard deviations.
const Z: f64 = 1.959_963_984_540_054;

/// A share with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// The share; from 0 to 1.
    pub index: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// What a part explains.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Explained {
    /// Alone.
    pub first: Share,
    /// With all it does together with others.
    pub total: Share,
}

/// What a part explains of a result, by its values in the rows of `A`, of `B`, and of `A` with the part from `B`;
/// `None` where the result is the same in all rows.
///
/// Rows `2k` and `2k + 1` may be drawn as a pair; intervals are those of large samples over such pairs.
pub fn explained(a: &[f64], b: &[f64], swapped: &[f64]) -> Option<Explained> {
    let design = Design::of(a, b, &[swapped])?;
    let mean = design.mean;
    Some(Explained {
        first: design.share(|row| (b[row] - mean) * (swapped[row] - a[row])),
        total: design.share(|row| (a[row] - swapped[row]) * (a[row] - swapped[row]) / 2.0),
    })
}

/// What two parts explain only together, beyond what each does alone: by the values with the one from `B`, with
/// the other, and with both. `None` where the result is the same in all rows.
///
/// `S[ij] = E[f(B) (f(A_B[ij]) - f(A_B[i]) - f(A_B[j]) + f(A))] / V`: the closed index of the two less those of
/// each.
pub fn together(a: &[f64], b: &[f64], [one, other, both]: [&[f64]; 3]) -> Option<Share> {
    let design = Design::of(a, b, &[one, other, both])?;
    let mean = design.mean;
    Some(design.share(|row| (b[row] - mean) * (both[row] - one[row] - other[row] + a[row])))
}

/// The rows of the two draws.
struct Design {
    mean: f64,
    /// Squares around the mean, of both draws of a row.
    spreads: Vec<f64>,
    spread: f64,
}

impl Design {
    fn of(a: &[f64], b: &[f64], others: &[&[f64]]) -> Option<Design> {
        let n = a.len();
        if n < 2 || b.len() != n || others.iter().any(|other| other.len() != n) {
            return None;
        }
        let count = n as f64;
        let mean = (a.iter().sum::<f64>() + b.iter().sum::<f64>()) / (2.0 * count);
        let square = |x: f64| (x - mean) * (x - mean);
        let spreads: Vec<f64> = a
            .iter()
            .zip(b)
            .map(|(a, b)| (square(*a) + square(*b)) / 2.0)
            .collect();
        let spread = spreads.iter().sum::<f64>() / count;
        (spread > 1e-300).then_some(Design {
            mean,
            spreads,
            spread,
        })
    }

    /// The mean of a part of each row over the spread, with its interval.
    fn share(&self, of: impl Fn(usize) -> f64) -> Share {
        let n = self.spreads.len();
        let (count, spread, spreads) = (n as f64, self.spread, &self.spreads);
        let parts: Vec<f64> = (0..n).map(of).collect();
        let raw = parts.iter().sum::<f64>() / count / spread;
        // The influence of a row on a ratio of two means.
        let influence = |row: usize| (parts[row] - raw * spreads[row]) / spread;
        let pairs = (0..n).step_by(2);
        let squares: f64 = pairs
            .map(|row| {
                let both: f64 = (row..n.min(row + 2)).map(influence).sum();
                both * both
            })
            .sum();
        let half = Z * squares.sqrt() / count;
        let index = raw.clamp(0.0, 1.0);
        Share {
            index,
            low: (raw - half).clamp(0.0, index),
            high: (raw + half).clamp(index, 1.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chance::points::uniform;
    use crate::sensitivity::toys;

    /// What every input explains, by a design of so many rows; `draw` gives the number of a dimension in a row.
    fn all<const N: usize>(
        f: fn([f64; N]) -> f64,
        rows: u32,
        draw: &dyn Fn(usize, u32) -> f64,
    ) -> [Explained; N] {
        let values = |second: &dyn Fn(usize) -> bool| -> Vec<f64> {
            let number = |row, k| draw(if second(k) { N + k } else { k }, row);
            let at = |row| f(std::array::from_fn(|k| number(row, k)));
            (0..rows).map(at).collect()
        };
        let (a, b) = (values(&|_| false), values(&|_| true));
        std::array::from_fn(|i| {
            explained(&a, &b, &values(&|k| k == i)).expect("it differs from row to row")
        })
    }

    fn worst<const N: usize>(found: &[Explained; N], first: [f64; N], total: [f64; N]) -> f64 {
        let each = found.iter().zip(first.iter().zip(total));
        each.fold(0.0, |worst: f64, (found, (first, total))| {
            let [alone, all] = [found.first.index - first, found.total.index - total];
            worst.max(alone.abs()).max(all.abs())
        })
    }

    #[test]
    fn ishigami_and_g_are_found_within_two_points_at_8192_rows() {
        let mut far = 0.0f64;
        for seed in 0..16 {
            let draw = |dimension: usize, row: u32| uniform(dimension, row, seed);
            let found = all(toys::ishigami, 8_192, &draw);
            far = far.max(worst(&found, toys::OF_ISHIGAMI, toys::TOTAL_OF_ISHIGAMI));
            let found = all(toys::g, 8_192, &draw);
            far = far.max(worst(&found, toys::of_g(), toys::total_of_g()));
        }
        assert!(far < 0.02, "{far}");
    }

    /// Of Ishigami's function only the first and third input act together: what the total of either holds
    /// beyond its first.
    #[test]
    fn a_pair_explains_what_the_totals_hold_beyond_the_first_orders() {
        let known = toys::TOTAL_OF_ISHIGAMI[2] - toys::OF_ISHIGAMI[2];
        for seed in 0..4 {
            let values = |second: &dyn Fn(usize) -> bool| -> Vec<f64> {
                let number = |row, k| uniform(if second(k) { 3 + k } else { k }, row, seed);
                let at = |row| toys::ishigami(std::array::from_fn(|k| number(row, k)));
                (0..8_192).map(at).collect()
            };
            let (a, b) = (values(&|_| false), values(&|_| true));
            let one: Vec<Vec<f64>> = (0..3).map(|i| values(&|k| k == i)).collect();
            for (i, j, expected) in [(0, 1, 0.0), (0, 2, known), (1, 2, 0.0)] {
                let both = values(&|k| k == i || k == j);
                let found = together(&a, &b, [&one[i], &one[j], &both]).expect("it differs");
                assert!((found.index - expected).abs() < 0.02, "{i} {j} {found:?}");
                assert!(found.low <= found.index && found.index <= found.high);
            }
        }
        assert_eq!(together(&[1.0; 8], &[1.0; 8], [&[1.0; 8]; 3]), None);
    }

    #[test]
    fn nineteen_intervals_of_twenty_hold_the_index() {
        let runs = 200;
        let mut held = [0; 6];
        for run in 0..runs {
            let columns: Vec<Vec<f64>> = (0..6)
                .map(|k| toys::uniforms(&format!("total {run} {k}"), 1_000).collect())
                .collect();
            let draw = |dimension: usize, row: u32| columns[dimension][row as usize];
            let found = all(toys::ishigami, 1_000, &draw);
            for (k, found) in found.iter().enumerate() {
                let told = [
                    (found.first, toys::OF_ISHIGAMI[k]),
                    (found.total, toys::TOTAL_OF_ISHIGAMI[k]),
                ];
                for (which, (share, known)) in told.into_iter().enumerate() {
                    // What is held at 0 is 0 but for rounding.
                    let holds = share.low - 1e-4 <= known && known <= share.high + 1e-4;
                    held[2 * k + which] += u32::from(holds);
                }
            }
        }
        assert!(held.iter().all(|held| *held >= 182), "{held:?} of {runs}");
    }

    #[test]
    fn what_moves_nothing_explains_nothing_and_a_flat_result_has_no_spread() {
        let a: Vec<f64> = toys::uniforms("a", 64).collect();
        let b: Vec<f64> = toys::uniforms("b", 64).collect();
        let none = explained(&a, &b, &a).expect("it differs");
        assert_eq!((none.first.index, none.total.index), (0.0, 0.0));
        assert_eq!((none.total.low, none.total.high), (0.0, 0.0));
        let whole = explained(&a, &b, &b).expect("it differs");
        assert!(
            whole.first.high >= 1.0 - 1e-9 && whole.total.high >= 0.99,
            "{whole:?}"
        );
        assert_eq!(explained(&[1.0; 8], &[1.0; 8], &[1.0; 8]), None);
    }
}
