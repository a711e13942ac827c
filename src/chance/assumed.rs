//! The value every assumption takes in each future.

use super::quantile;
use super::{Chance, Key};
use crate::base::{AssumptionBook, Cut, Distribution};
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
        let uniforms: Vec<Lanes> = self.keys.iter().map(|key| chance.parameter(*key)).collect();
        for (i, assumption) in self.book.all.iter().enumerate() {
            if !assumption.distribution.is_drawn() {
                continue;
            }
            let own = uniforms[i];
            let u = match &self.ties[i] {
                None => own,
                Some((rho, mix)) => {
                    let mixed = mix.iter().fold(Lanes::ZERO, |sum, (j, w)| {
                        sum + quantile::normals(uniforms[*j]) * *w
                    });
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
