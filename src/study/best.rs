//! Which option is best, future by future, and what is given up with each: options against one another,
//! not only against the reference.

use super::matters::Smallest;
use super::paired;
use crate::lanes::WIDTH;
use crate::results::comparison::{Best, Comparison, Pair, Regret};
use crate::results::summary::probability;

/// What is kept of an option to rank it.
pub struct Kept {
    /// In which futures each question is met, a word for each block; empty where it is not answered.
    pub met: Vec<Vec<u16>>,
    /// What it spends more than the reference of the money the question is about, future by future.
    pub more: Vec<f64>,
}

impl Kept {
    /// How many of these questions are met in a future.
    fn count(&self, asked: &[usize], future: usize) -> u32 {
        let met = |q: &usize| {
            self.met[*q]
                .get(future / WIDTH)
                .is_some_and(|w| w >> (future % WIDTH) & 1 == 1)
        };
        asked.iter().filter(|q| met(q)).count() as u32
    }
}

/// How often each option is best, and its largest loss of chance against the best option for a target.
///
/// In a future the best is the one that meets most of what is asked, of several the one that spends least;
/// those that are alike in both are all best.
pub fn best(found: &Comparison, kept: &[Kept]) -> Vec<Best> {
    let asked = found.single();
    let futures = found.futures() as usize;
    let mut first = vec![0u32; kept.len()];
    for future in 0..futures {
        let counts: Vec<u32> = kept.iter().map(|k| k.count(&asked, future)).collect();
        let most = counts.iter().copied().max().unwrap_or(0);
        let leads = |o: &usize| counts[*o] == most;
        let least = (0..kept.len())
            .filter(leads)
            .map(|o| kept[o].more[future])
            .fold(f64::INFINITY, f64::min);
        for o in (0..kept.len()).filter(leads) {
            first[o] += u32::from(kept[o].more[future] <= least);
        }
    }
    let regret = |o: usize| {
        let lost = |q: &usize| {
            let own = found.answer(*q, o).probability?.value;
            let all =
                (0..kept.len()).filter_map(|o| Some((o, found.answer(*q, o).probability?.value)));
            let (best, value) = all.reduce(|a, b| if b.1 > a.1 { b } else { a })?;
            Some(Regret {
                question: *q,
                best,
                lost: value - own,
            })
        };
        let all = asked.iter().filter_map(lost).filter(|r| r.lost > 0.0);
        all.reduce(|a, b| if b.lost > a.lost { b } else { a })
    };
    let one = |(o, hits): (usize, &u32)| Best {
        first: probability(*hits, futures as u32),
        regret: regret(o),
    };
    first.iter().enumerate().map(one).collect()
}

/// Every two options, target by target: the second minus the first. Two that ask the same differ in nothing.
pub fn pairs(
    found: &Comparison,
    kept: &[Kept],
    smallest: &Smallest,
    alike: &dyn Fn(usize, usize) -> bool,
) -> Vec<Pair> {
    let of = found.futures();
    let mut all = Vec::new();
    for a in 0..kept.len() {
        for b in a + 1..kept.len() {
            let same = alike(a, b);
            for q in found.single() {
                let (before, now) = (&kept[a].met[q], &kept[b].met[q]);
                if before.is_empty() || now.is_empty() {
                    continue;
                }
                let (mut up, mut down, mut met) = (0, 0, 0);
                for (before, now) in before.iter().zip(now) {
                    up += (now & !before).count_ones();
                    down += (before & !now).count_ones();
                    met += before.count_ones();
                }
                let shares = match same && up + down == 0 {
                    true => paired::nothing(of),
                    false => paired::shares(up, down, met, of),
                };
                all.push(Pair {
                    options: (a, b),
                    question: q,
                    difference: paired::mattering(shares, smallest.of_a_chance()),
                });
            }
        }
    }
    all
}
