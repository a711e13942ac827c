//! The value every assumption takes in each future.

use super::quantile;
use super::{Chance, Key};
use crate::base::{AssumptionBook, Cut, Distribution, Joint};
use crate::lanes::Lanes;
use bevy_ecs::prelude::Resource;
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

/// One value for each assumption and future; who asks for one is noted.
#[derive(Resource, Debug)]
pub struct Assumed {
    book: AssumptionBook,
    keys: Vec<Key>,
    /// Position of each id; asked for so often that the time of the hash counts.
    index: HashMap<String, usize, FixedState>,
    /// Positions of the assumptions each one is tied to, with weights scaled to a mix of unit variance.
    ties: Vec<Option<(f64, Vec<(usize, f64)>)>>,
    /// How those that the scenario ties are made of one another, where it ties any.
    joint: Option<Joint>,
    /// The cut of each law that reaches further than its quantity can.
    cuts: Vec<Option<Cut>>,
    values: Vec<Lanes>,
    // Noted through a shared reference: systems ask for values and change none.
    read: Vec<AtomicBool>,
    drawn: bool,
}

impl Assumed {
    /// The book's assumptions, at their medians until drawn. `drawn`: whether the parameter layer
    /// is on.
    pub fn new(book: &AssumptionBook, drawn: bool) -> Self {
        let index: HashMap<String, usize, FixedState> = book
            .all
            .iter()
            .enumerate()
            .map(|(i, a)| (a.id.clone(), i))
            .collect();
        let ties = book
            .all
            .iter()
            .map(|a| {
                a.tied.as_ref().map(|tie| {
                    let scale = tie.to.iter().map(|(_, w)| w * w).sum::<f64>().sqrt();
                    let mix = tie
                        .to
                        .iter()
                        .map(|(id, w)| (index[id.as_str()], w / scale))
                        .collect();
                    (tie.rho, mix)
                })
            })
            .collect();
        Assumed {
            keys: book.all.iter().map(|a| Key::of(&a.id)).collect(),
            index,
            ties,
            joint: Joint::of(book).expect("checked: the ties hold together"),
            cuts: book.all.iter().map(|a| a.cut()).collect(),
            values: book
                .all
                .iter()
                .map(|a| Lanes::splat(a.quantile(0.5)))
                .collect(),
            read: book.all.iter().map(|_| AtomicBool::new(false)).collect(),
            book: book.clone(),
            drawn,
        }
    }

    /// Draws every assumption for the futures of `chance`. With the parameter layer off they stay
    /// at their medians.
    pub fn draw(&mut self, chance: &Chance) {
        if !self.drawn {
            return;
        }
        // All of them first: a tie mixes the scores of others, wherever they stand in the book.
        let keys = self.keys.iter().enumerate();
        let uniforms: Vec<Lanes> = keys.map(|(at, key)| chance.assumption(at, *key)).collect();
        let moved = self.moved(&uniforms);
        for (i, assumption) in self.book.all.iter().enumerate() {
            if !assumption.distribution.is_drawn() {
                continue;
            }
            let own = uniforms[i];
            let u = match (&moved[i], &self.ties[i]) {
                (Some(score), _) => score.map(quantile::normal_cdf),
                (None, None) => own,
                (None, Some((rho, mix))) => {
                    let mixed = mix.iter().fold(Lanes::ZERO, |sum, (j, w)| {
                        let score = moved[*j].unwrap_or_else(|| quantile::normals(uniforms[*j]));
                        sum + score * *w
                    });
                    let mixed = match mix.iter().any(|(j, _)| moved[*j].is_some()) {
                        true => mixed * self.narrower(mix),
                        false => mixed,
                    };
                    // Together of unit variance, so a tied assumption keeps its own law; only its company changes.
                    let rest = (1.0 - rho * rho).sqrt();
                    let score = mixed * *rho + quantile::normals(own) * rest;
                    score.map(quantile::normal_cdf)
                }
            };
            self.values[i] = assumption
                .distribution
                .quantiles_in(u, self.cuts[i].as_ref());
        }
    }

    /// Scores that the ties of the scenario move.
    fn moved(&self, uniforms: &[Lanes]) -> Vec<Option<Lanes>> {
        let mut moved = vec![None; uniforms.len()];
        let Some(joint) = &self.joint else {
            return moved;
        };
        let own = |at: &usize| quantile::normals(uniforms[*at]);
        let own: Vec<Lanes> = joint.members.iter().map(own).collect();
        for (at, row) in joint.members.iter().zip(&joint.rows) {
            let made = |row: &Vec<f64>| {
                let parts = row.iter().zip(&own);
                parts.fold(Lanes::ZERO, |sum, (share, score)| sum + *score * *share)
            };
            moved[*at] = row.as_ref().map(made);
        }
        moved
    }

    /// What brings a mix back to unit variance where the scenario ties what it is made of.
    fn narrower(&self, mix: &[(usize, f64)]) -> f64 {
        let pairs = mix.iter().flat_map(|x| mix.iter().map(move |y| (x, y)));
        let spread: f64 = pairs
            .map(|((i, v), (j, w))| {
                let score = self.joint.as_ref().map(|joint| joint.score(*i, *j));
                v * w * score.unwrap_or(f64::from(u8::from(i == j)))
            })
            .sum();
        1.0 / spread.sqrt()
    }

    fn position(&self, id: &str) -> usize {
        *self
            .index
            .get(id)
            .unwrap_or_else(|| panic!("checked: the base holds the assumption {id}"))
    }

    /// The value of an assumption in each future.
    pub fn get(&self, id: &str) -> Lanes {
        let i = self.position(id);
        self.read[i].store(true, Ordering::Relaxed);
        self.values[i]
    }

    /// Id and value of the assumption at a position of the book.
    pub fn at(&self, position: usize) -> (&str, Lanes) {
        let id = self.book.all[position].id.as_str();
        (id, self.get(id))
    }

    /// Every id, in the book's order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.book.all.iter().map(|a| a.id.as_str())
    }

    /// The value of an assumption that may be missing (those only some occupations have).
    pub fn find(&self, id: &str) -> Option<Lanes> {
        let i = *self.index.get(id)?;
        self.read[i].store(true, Ordering::Relaxed);
        Some(self.values[i])
    }

    /// The value of `<stem>_<occupation>`.
    pub fn of(&self, stem: &str, occupation: &str) -> Lanes {
        self.get(&[stem, "_", occupation].concat())
    }

    /// The value of `base.<occupation>_<what>`.
    pub fn of_share(&self, what: &str, occupation: &str) -> Lanes {
        self.get(&["base.", occupation, "_", what].concat())
    }

    /// A profile's shares.
    pub fn profile(&self, id: &str) -> &[f64] {
        let i = self.position(id);
        self.read[i].store(true, Ordering::Relaxed);
        match &self.book.all[i].distribution {
            Distribution::Profile(shares) => shares,
            _ => panic!("checked: {id} is a profile"),
        }
    }

    /// Holds an assumption at chosen values, one for each future, until the next draw: what would
    /// happen if it were so.
    #[cfg(any(test, feature = "internals"))]
    pub fn hold(&mut self, id: &str, values: Lanes) {
        let i = self.position(id);
        self.values[i] = values;
    }

    /// The values of all assumptions, in the book's order.
    pub fn values(&self) -> &[Lanes] {
        &self.values
    }

    /// Which assumptions a system has read so far, in the book's order.
    pub fn read(&self) -> Vec<bool> {
        self.read
            .iter()
            .map(|r| r.load(Ordering::Relaxed))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Base, Grade, RankTie};
    use crate::lanes::WIDTH;

    const BLOCKS: u32 = 512;

    fn tied(ties: &[(&str, &str, f64)]) -> AssumptionBook {
        let mut book = Base::builtin().assumptions.clone();
        let tie = |(a, b, rank): &(&str, &str, f64)| RankTie {
            between: ((*a).to_owned(), (*b).to_owned()),
            rank: *rank,
            grade: Grade::E,
            reason: "for a test".into(),
        };
        book.ties = ties.iter().map(tie).collect();
        book
    }

    /// Draws of all assumptions, `[assumption][future]`.
    fn drawn(book: &AssumptionBook) -> Vec<Vec<f64>> {
        let mut assumed = Assumed::new(book, true);
        let mut all = vec![Vec::new(); book.all.len()];
        for block in 0..BLOCKS {
            assumed.draw(&Chance::new(3, block * WIDTH as u32, true));
            for (row, values) in all.iter_mut().zip(assumed.values()) {
                row.extend(values.to_array());
            }
        }
        all
    }

    fn ranks(values: &[f64]) -> Vec<f64> {
        let mut order: Vec<usize> = (0..values.len()).collect();
        order.sort_by(|a, b| values[*a].total_cmp(&values[*b]));
        let mut ranks = vec![0.0; values.len()];
        for (rank, at) in order.into_iter().enumerate() {
            ranks[at] = rank as f64;
        }
        ranks
    }

    fn spearman(a: &[f64], b: &[f64]) -> f64 {
        let (a, b) = (ranks(a), ranks(b));
        let n = a.len() as f64;
        let apart: f64 = a.iter().zip(&b).map(|(a, b)| (a - b) * (a - b)).sum();
        1.0 - 6.0 * apart / (n * (n * n - 1.0))
    }

    /// The largest gap between what was drawn and its law.
    fn gap(book: &AssumptionBook, at: usize, values: &[f64]) -> f64 {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let n = sorted.len() as f64;
        let law = &book.all[at];
        (1..200).fold(0.0, |most: f64, k| {
            let u = f64::from(k) / 200.0;
            let below = sorted.partition_point(|v| *v <= law.quantile(u)) as f64 / n;
            most.max((below - u).abs())
        })
    }

    #[test]
    fn ties_are_reached_and_laws_stay() {
        let ties = [
            ("post.match", "priv.size", 0.6),
            ("priv.size", "capex.unit_provincial", -0.3),
            ("post.match", "cost.inflation", 0.3),
            // Tied by the base to capex.unit_provincial, by another copula of scores.
            ("capex.unit_central", "cost.inflation", 0.4),
        ];
        let (book, free) = (tied(&ties), tied(&[]));
        let (now, before) = (drawn(&book), drawn(&free));
        let at = |id: &str| book.position(id).expect("it is there");
        let n = now[0].len() as f64;
        for (a, b, rank) in ties {
            let found = spearman(&now[at(a)], &now[at(b)]);
            // Three standard errors of a rank correlation.
            assert!(
                (found - rank).abs() < 3.2 * (1.0 - rank * rank) / n.sqrt() + 0.005,
                "{a} {b} {found}"
            );
        }
        // What is not tied is not tied, and what the base ties still is.
        let found = spearman(&now[at("post.match")], &now[at("capex.unit_provincial")]);
        assert!(found.abs() < 0.04, "{found}");
        let pair = |draws: &[Vec<f64>], a: &str, b: &str| spearman(&draws[at(a)], &draws[at(b)]);
        for b in ["capex.unit_regional", "priv.unit", "capex.unit_central"] {
            let [was, is] = [&before, &now].map(|draws| pair(draws, "capex.unit_provincial", b));
            assert!((was - is).abs() < 0.03, "{b} {was} {is}");
        }
        let touched = [
            "post.match",
            "priv.size",
            "capex.unit_provincial",
            "cost.inflation",
            "capex.unit_central",
            "capex.unit_regional",
            "capex.unit_expansion",
            "priv.unit",
            "capex.overrun",
        ];
        for (i, assumption) in book.all.iter().enumerate() {
            if touched.contains(&assumption.id.as_str()) {
                let gap = gap(&book, i, &now[i]);
                // Kolmogorov's bound, passed once in a thousand.
                assert!(gap < 1.95 / n.sqrt(), "{} {gap}", assumption.id);
            } else {
                assert_eq!(now[i], before[i], "{}", assumption.id);
            }
        }
    }

    #[test]
    fn partners_of_the_base_may_be_tied_to_one_another() {
        let book = tied(&[
            ("exit.quit_public_doctor", "exit.quit_private_doctor", 0.8),
            ("age.doctor_tilt", "exit.quit_public_doctor", 0.5),
        ]);
        let draws = drawn(&book);
        for id in ["entry.doctor", "pool.loss", "exit.quit_private_doctor"] {
            let at = book.position(id).expect("it is there");
            let gap = gap(&book, at, &draws[at]);
            assert!(gap < 1.95 / (draws[at].len() as f64).sqrt(), "{id} {gap}");
        }
    }

    #[test]
    fn a_tie_of_nothing_moves_nothing() {
        let none = drawn(&tied(&[]));
        assert_eq!(none, drawn(&tied(&[("post.match", "priv.size", 0.0)])));
        // The second of two gives way; the first keeps its draws.
        let book = tied(&[("post.match", "priv.size", 0.5)]);
        let now = drawn(&book);
        let [a, b] = ["post.match", "priv.size"].map(|id| book.position(id).expect("it is there"));
        let (first, second) = (a.min(b), a.max(b));
        assert_eq!(now[first], none[first]);
        assert_ne!(now[second], none[second]);
    }
}
