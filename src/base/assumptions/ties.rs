//! Ties a scenario puts between two uncertain numbers: by their ranks, through a normal copula, so that
//! each keeps its own law.
//!
//! The guide page [`randomness`](crate::guide::randomness#ties-of-a-scenario) has the equations.

use super::AssumptionBook;
use crate::base::Grade;
use serde::{Deserialize, Serialize};
use std::f64::consts::PI;

/// What is left of a score once the others are known, below which nothing is left.
const NOTHING: f64 = 1e-10;
/// Two correlations that are the same but for rounding.
const SAME: f64 = 1e-12;

/// A tie between two uncertain numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RankTie {
    /// The two, by their ids.
    pub between: (String, String),
    /// Rank correlation (Spearman's).
    pub rank: f64,
    /// Grade of the tie.
    pub grade: Grade,
    /// Why the two move together.
    pub reason: String,
}

impl RankTie {
    /// Whether it ties these two, in either order.
    pub fn is_between(&self, a: &str, b: &str) -> bool {
        let (one, other) = (self.between.0.as_str(), self.between.1.as_str());
        (one, other) == (a, b) || (one, other) == (b, a)
    }
}

/// The correlation of normal scores whose ranks have this one.
pub fn of_scores(rank: f64) -> f64 {
    2.0 * libm::sin(PI * rank / 6.0)
}

/// The rank correlation of normal scores that have this one.
pub fn of_ranks(score: f64) -> f64 {
    6.0 / PI * libm::asin(score / 2.0)
}

/// Ties that cannot hold together.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// Position among the ties of the one that does not fit.
    pub tie: usize,
    /// Rank correlations that it could have beside the others, where any.
    pub could_be: Option<(f64, f64)>,
}

/// How the scores of numbers that a scenario ties are made of scores of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct Joint {
    /// Positions in the book; those that the base ties to others come last.
    pub members: Vec<usize>,
    /// The lower triangle that makes their scores; `None` where a score is what it would be without
    /// the ties.
    pub rows: Vec<Option<Vec<f64>>>,
    /// Correlations of their scores.
    scores: Vec<Vec<f64>>,
}

/// How much of its own score and of those of others a number of the base is made of: position and share.
fn made_of(book: &AssumptionBook, at: usize) -> Vec<(usize, f64)> {
    let Some(tie) = &book.all[at].tied else {
        return vec![(at, 1.0)];
    };
    let scale = tie.to.iter().map(|(_, w)| w * w).sum::<f64>().sqrt();
    let others = tie.to.iter().filter_map(|(id, w)| {
        let position = book.position(id)?;
        Some((position, tie.rho * w / scale))
    });
    let own = (at, (1.0 - tie.rho * tie.rho).max(0.0).sqrt());
    others.chain([own]).collect()
}

/// The correlation of the scores of two numbers as the base has them.
fn in_base(book: &AssumptionBook, a: usize, b: usize) -> f64 {
    let (one, other) = (made_of(book, a), made_of(book, b));
    let pairs = one.iter().flat_map(|x| other.iter().map(move |y| (x, y)));
    let shared = pairs.filter(|((i, _), (j, _))| i == j);
    shared.map(|((_, v), (_, w))| v * w).sum()
}

/// The lower triangle whose product with itself is a matrix of correlations; the row at which there is
/// none (Cholesky).
fn root(of: &[Vec<f64>]) -> Result<Vec<Vec<f64>>, usize> {
    let many = of.len();
    let mut root = vec![vec![0.0; many]; many];
    for i in 0..many {
        for j in 0..=i {
            let known: f64 = (0..j).map(|k| root[i][k] * root[j][k]).sum();
            let left = of[i][j] - known;
            root[i][j] = if i == j {
                if left < -NOTHING {
                    return Err(i);
                }
                if left > NOTHING { left.sqrt() } else { 0.0 }
            } else if root[j][j] > 0.0 {
                left / root[j][j]
            } else if left.abs() > SAME.sqrt() {
                // The other is wholly made of those before it, and this one is tied to it otherwise.
                return Err(i);
            } else {
                0.0
            };
        }
    }
    Ok(root)
}

impl Joint {
    /// How the ties of a book move scores; `None` where it has none.
    pub fn of(book: &AssumptionBook) -> Result<Option<Joint>, Clash> {
        if book.ties.is_empty() {
            return Ok(None);
        }
        let members = members(book);
        let mut scores: Vec<Vec<f64>> = Vec::new();
        for a in &members {
            scores.push(members.iter().map(|b| in_base(book, *a, *b)).collect());
        }
        let before = scores.clone();
        let place = |id: &str| members.iter().position(|m| book.all[*m].id == id);
        let mut places = Vec::new();
        for tie in &book.ties {
            let (Some(i), Some(j)) = (place(&tie.between.0), place(&tie.between.1)) else {
                places.push(None);
                continue;
            };
            places.push(Some((i, j)));
            let score = of_scores(tie.rank);
            (scores[i][j], scores[j][i]) = (score, score);
        }
        let made = match root(&scores) {
            Ok(made) => made,
            Err(row) => return Err(clash(&scores, &before, &places, row)),
        };
        let rows = made.into_iter().enumerate().map(|(i, row)| {
            let same = (0..=i).all(|j| (scores[i][j] - before[i][j]).abs() < SAME);
            let alone = book.all[members[i]].tied.is_none();
            // What it is made of moves too, unless those before it stay as they were.
            let moved = !same || (!alone && scores[..i] != before[..i]);
            moved.then_some(row)
        });
        Ok(Some(Joint {
            rows: rows.collect(),
            members,
            scores,
        }))
    }

    /// The correlation of the scores of two numbers of the book that the base ties to no other.
    pub fn score(&self, a: usize, b: usize) -> f64 {
        let place = |at: usize| self.members.iter().position(|m| *m == at);
        match (place(a), place(b)) {
            (Some(i), Some(j)) => self.scores[i][j],
            _ => f64::from(u8::from(a == b)),
        }
    }
}

/// The numbers that are tied, and those that the base ties them to: what the base ties to others last.
fn members(book: &AssumptionBook) -> Vec<usize> {
    let ids = book.ties.iter().flat_map(|t| [&t.between.0, &t.between.1]);
    let own: Vec<usize> = ids.filter_map(|id| book.position(id)).collect();
    let behind = own.iter().flat_map(|at| made_of(book, *at));
    let mut all: Vec<usize> = behind
        .map(|(at, _)| at)
        .chain(own.iter().copied())
        .collect();
    all.sort_by_key(|at| (book.all[*at].tied.is_some(), *at));
    all.dedup();
    all
}

/// The tie that does not fit: the last one without which those of the first rows hold together; else the
/// strongest of the row.
fn clash(
    scores: &[Vec<f64>],
    before: &[Vec<f64>],
    places: &[Option<(usize, usize)>],
    row: usize,
) -> Clash {
    let with = |(i, j): (usize, usize), value: f64| {
        let mut tried: Vec<Vec<f64>> = scores.to_vec();
        (tried[i][j], tried[j][i]) = (value, value);
        tried
    };
    let mut told = places.iter().enumerate().rev();
    let fits = told.find_map(|(tie, place)| {
        let (i, j) = (*place)?;
        let known = before[i][j];
        root(&with((i, j), known))
            .ok()
            .map(|_| (tie, (i, j), known))
    });
    let Some((tie, place, known)) = fits else {
        let strength = |place: &Option<(usize, usize)>| {
            place.map_or(0.0, |(i, j)| match i.max(j) == row {
                true => 1.0 + scores[i][j].abs(),
                false => scores[i][j].abs(),
            })
        };
        let each = places.iter().enumerate();
        let most = each.max_by(|a, b| strength(a.1).total_cmp(&strength(b.1)));
        return Clash {
            tie: most.map_or(0, |(tie, _)| tie),
            could_be: None,
        };
    };
    let end = |towards: f64| {
        let (mut good, mut bad) = (known, towards);
        for _ in 0..60 {
            let middle = 0.5 * (good + bad);
            match root(&with(place, middle)).is_ok() {
                true => good = middle,
                false => bad = middle,
            }
        }
        of_ranks(good)
    };
    Clash {
        tie,
        could_be: Some((end(-1.0), end(1.0))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Base;

    fn book(ties: &[(&str, &str, f64)]) -> AssumptionBook {
        let mut book = Base::builtin().assumptions.clone();
        book.ties = ties
            .iter()
            .map(|(a, b, rank)| RankTie {
                between: ((*a).to_owned(), (*b).to_owned()),
                rank: *rank,
                grade: Grade::E,
                reason: "for a test".into(),
            })
            .collect();
        book
    }

    #[test]
    fn ranks_and_scores_lead_back_to_one_another() {
        for rank in [-0.9, -0.3, 0.0, 0.5, 0.99] {
            assert!((of_ranks(of_scores(rank)) - rank).abs() < 1e-14);
        }
        assert_eq!(of_scores(0.0), 0.0);
        assert!((of_scores(1.0) - 1.0).abs() < 1e-15);
    }

    #[test]
    fn a_root_makes_the_matrix_again_or_there_is_none() {
        let of = vec![
            vec![1.0, 0.6, 0.3],
            vec![0.6, 1.0, -0.2],
            vec![0.3, -0.2, 1.0],
        ];
        let made = root(&of).expect("it is a matrix of correlations");
        for i in 0..3 {
            for j in 0..3 {
                let again: f64 = (0..3).map(|k| made[i][k] * made[j][k]).sum();
                assert!((again - of[i][j]).abs() < 1e-14);
            }
        }
        let none = vec![
            vec![1.0, 0.9, -0.9],
            vec![0.9, 1.0, 0.9],
            vec![-0.9, 0.9, 1.0],
        ];
        assert_eq!(root(&none), Err(2));
    }

    #[test]
    fn the_pair_that_does_not_fit_is_named_with_what_it_could_be() {
        let [a, b, c] = ["post.match", "capex.unit_provincial", "priv.size"];
        assert_eq!(Joint::of(&book(&[])), Ok(None));
        assert!(Joint::of(&book(&[(a, b, 0.6), (b, c, 0.6)])).is_ok());
        let clash = Joint::of(&book(&[(a, b, 0.6), (b, c, 0.6), (a, c, -0.5)])).unwrap_err();
        assert_eq!(clash.tie, 2);
        let (low, high) = clash.could_be.expect("others fit");
        // r12 r23 -+ sqrt((1 - r12^2) (1 - r23^2)) of the scores.
        let r = of_scores(0.6);
        let expected = of_ranks(r * r - (1.0 - r * r));
        assert!(
            (low - expected).abs() < 1e-6 && high > 0.999,
            "{low} {high}"
        );
    }
}
