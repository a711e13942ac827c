//! What share of the spread of a result one assumption explains by itself: its first-order index
//! `S = Var(E[y | x]) / Var(y)`, from futures that were lived for another purpose.
//!
//! `E[y | x]` is a sum of half-waves over the ranks of `x` (of a choice, the means of its ways). With `M`
//! of them a share of `M / (n - 1)` would be explained by luck; that is taken off, as an adjusted R² does.
//! Sources: E. Plischke, *How to compute variance-based sensitivity indicators with your spreadsheet
//! software*, Environ. Model. Softw. 35 (2012), 188-191; E. Plischke, E. Borgonovo, C. L. Smith, *Global
//! sensitivity measures from given data*, Eur. J. Oper. Res. 226 (2013), 536-550.
//!
//! Simplification: what goes up and down more often than the half-waves over its range is not seen.

use super::basis::{Basis, Drawn, centred, product, squares};

/// Half-waves.
pub const WAVES: usize = 8;
/// Ends of an interval of 95 %, in standard deviations.
const Z: f64 = 1.959_963_984_540_054;

/// A first-order index.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct First {
    /// The share of the spread that is explained; from 0 to 1.
    pub index: f64,
    /// Lower end of its 95 % interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// The chance of a share as large where nothing is explained.
    pub by_luck: f64,
}

/// The functions by which an index is found.
pub fn functions(drawn: &Drawn) -> Basis {
    Basis::waves(drawn, WAVES)
}

/// The index of a result by the functions of one assumption; `None` where the result is the same in all
/// futures, or there are too few.
///
/// The interval is that of large samples: the influence of each future on the share, `(2 g e + g² - S d²) /
/// V` with `g` the explained part, `e` the rest and `d` both, and what luck alone explains.
pub fn first(of: &Basis, result: &[f64]) -> Option<First> {
    let (rows, functions) = (result.len(), of.0.len());
    if rows < 4 * (functions + 1) {
        return None;
    }
    let n = rows as f64;
    let (row, _) = centred(result);
    let spread = squares(&row) / n;
    if spread <= 1e-300 || functions == 0 {
        return None;
    }
    let shares = of.shares(&row);
    let raw = squares(&shares) / spread;
    let free = n - 1.0 - functions as f64;
    let adjusted = 1.0 - (1.0 - raw) * (n - 1.0) / free;
    let index = adjusted.clamp(0.0, 1.0);
    let told = of.made_of(&shares);
    let influence = row.iter().zip(&told).map(|(d, g)| {
        let of_one = (2.0 * g * (d - g) + g * g - raw * d * d) / spread;
        of_one * of_one
    });
    let by_sample = influence.sum::<f64>() / n / n;
    let by_luck = 2.0 * functions as f64 / (n * n);
    let half = Z * (by_sample + by_luck).sqrt();
    Some(First {
        index,
        low: (adjusted - half).clamp(0.0, index),
        high: (adjusted + half).clamp(index, 1.0),
        by_luck: beyond(n * apart(of, &row, &shares), functions),
    })
}

/// How far shares lie from 0, in squares of what luck alone makes of them: of the whole spread, since an
/// assumption may widen a result and not move it. Source: H. White, *A heteroskedasticity-consistent
/// covariance matrix estimator and a direct test for heteroskedasticity*, Econometrica 48 (1980), 817-838.
fn apart(of: &Basis, row: &[f64], shares: &[f64]) -> f64 {
    let (n, many) = (row.len() as f64, shares.len());
    let weighted = |f: &Vec<f64>| f.iter().zip(row).map(|(f, d)| f * d).collect::<Vec<f64>>();
    let each: Vec<Vec<f64>> = of.0.iter().map(weighted).collect();
    // The root of their covariance, row by row (Cholesky), and the shares by it.
    let (mut root, mut scaled) = (vec![vec![0.0; many]; many], vec![0.0; many]);
    for i in 0..many {
        for j in 0..=i {
            let known: f64 = (0..j).map(|k| root[i][k] * root[j][k]).sum();
            let left = product(&each[i], &each[j]) / n - known;
            root[i][j] = match i == j {
                true if left > 1e-9 * squares(row) / n => left.sqrt(),
                // What the others hold already says nothing more.
                true => f64::INFINITY,
                false => left / root[j][j],
            };
        }
        let known: f64 = (0..i).map(|k| root[i][k] * scaled[k]).sum();
        scaled[i] = (shares[i] - known) / root[i][i];
    }
    squares(&scaled)
}

/// The chance that the sum of the squares of so many standard normal numbers is beyond `x`. Source: M.
/// Abramowitz, I. A. Stegun, *Handbook of Mathematical Functions*, 26.4.4 and 26.4.5.
fn beyond(x: f64, squares: usize) -> f64 {
    let half = x / 2.0;
    let (mut term, mut sum, mut k) = match squares % 2 {
        0 => (libm::exp(-half), libm::exp(-half), 1.0),
        _ => {
            let first = 2.0 * libm::sqrt(half / std::f64::consts::PI) * libm::exp(-half);
            (first, libm::erfc(half.sqrt()), 0.5)
        }
    };
    if squares % 2 == 1 && squares > 1 {
        sum += term;
        k = 1.5;
    }
    for _ in 0..squares.saturating_sub(2 + squares % 2) / 2 {
        term *= half / k;
        sum += term;
        k += 1.0;
    }
    sum.min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sensitivity::toys::{OF_ISHIGAMI, g, inputs, ishigami, of_g, uniforms};

    fn indices<const N: usize>(what: &str, f: fn([f64; N]) -> f64, many: usize) -> [First; N] {
        let x = inputs(what, many, N);
        let at = |r: usize| f(std::array::from_fn(|k| f64::from(x[k][r])));
        let y: Vec<f64> = (0..many).map(at).collect();
        std::array::from_fn(|k| {
            let drawn = Drawn::of(&x[k]).expect("it differs");
            first(&functions(&drawn), &y).expect("it differs")
        })
    }

    #[test]
    fn ishigami_and_g_are_found_within_two_points_at_8192() {
        let mut worst = 0.0f64;
        for seed in 0..10 {
            let found = indices(&format!("ishigami {seed}"), ishigami, 8_192);
            for (found, known) in found.iter().zip(OF_ISHIGAMI) {
                worst = worst.max((found.index - known).abs());
            }
            let found = indices(&format!("g {seed}"), g, 8_192);
            for (found, known) in found.iter().zip(of_g()) {
                worst = worst.max((found.index - known).abs());
            }
        }
        assert!(worst < 0.02, "{worst}");
    }

    #[test]
    fn nineteen_intervals_of_twenty_hold_the_index() {
        let (runs, mut held, mut falsely) = (200, [0; 3], 0);
        for seed in 0..runs {
            let found = indices(&format!("interval {seed}"), ishigami, 1_000);
            for (held, (found, known)) in held.iter_mut().zip(found.iter().zip(OF_ISHIGAMI)) {
                *held += usize::from((found.low..=found.high).contains(&known));
            }
            falsely += usize::from(found[2].by_luck < 0.05);
        }
        assert!(held.iter().all(|held| *held >= 184), "{held:?} of {runs}");
        assert!(falsely <= 20, "{falsely} of {runs}");
    }

    #[test]
    fn a_way_explains_what_lies_between_ways() {
        let ways: Vec<f32> = uniforms("ways", 4_000)
            .map(|u| (u * 3.0) as u8 as f32)
            .collect();
        let noise = uniforms("noise", 4_000).map(|u| u - 0.5);
        let y: Vec<f64> = ways
            .iter()
            .zip(noise)
            .map(|(w, e)| f64::from(*w) + e)
            .collect();
        let drawn = Drawn::of(&ways).expect("it differs");
        let found = first(&functions(&drawn), &y).expect("it differs");
        // 2/3 between three ways one apart, 1/12 within.
        assert!((found.index - 8.0 / 9.0).abs() < 0.01, "{found:?}");
        assert_eq!(first(&functions(&drawn), &vec![1.0; 4_000]), None);
    }

    #[test]
    fn chances_by_luck_are_those_of_tables() {
        for (x, squares, expected) in [
            (3.841_459, 1, 0.05),
            (5.991_465, 2, 0.05),
            (7.814_728, 3, 0.05),
            (15.507_31, 8, 0.05),
            (20.090_24, 8, 0.01),
            (18.475_31, 7, 0.01),
        ] {
            assert!(
                (beyond(x, squares) - expected).abs() < 1e-6,
                "{x} {squares}"
            );
        }
    }
}
