//! What every package would do if levers only added up, future by future, corrected by what packages that
//! were lived did beyond that.
//!
//! Futures are matched, so the effect of a lever alone is known in each of them; the sum over levers of the
//! effects on what a target is judged on says in which futures it would be met. Where levers stand in one
//! another's way the sum is wrong: the difference found at packages that were lived is carried over to those
//! around them by inverse squared distances (D. Shepard, A two-dimensional interpolation function for
//! irregularly-spaced data, ACM 1968).

use super::pool::{Bound, Pool};
use super::space::{Grid, Package};
use crate::engine::RunError;
use crate::results::seek::By;
use rayon::prelude::*;

/// Futures that packages are ranked on, at most.
const RANKED_ON: usize = 512;
/// Packages that are ranked in one go.
const CHUNK: usize = 2_048;
/// Weight of the plain sum beside that of packages that were lived, which is 1 at distance 1.
const PLAIN: f32 = 0.5;

/// The estimate of every package.
pub struct Surrogate {
    /// The packages.
    pub grid: Grid,
    /// `[package]`: what is minimised, and the money that counts.
    money: [Vec<f32>; 2],
    /// `[goal][package]`.
    goals: Vec<Vec<f32>>,
    /// `[package]`: weights of what was lived.
    weight: Vec<f32>,
    /// `[number][package]`: weighted differences of the two sums of money and of the goals.
    shift: Vec<Vec<f32>>,
}

/// What one level of a lever adds, where it acts alone beside what cannot be left out.
struct Effect {
    /// `[target][future]`.
    values: Vec<f32>,
    money: [f64; 2],
}

impl Surrogate {
    /// Lives each lever alone at each of its levels, and ranks every package.
    pub fn of(
        pool: &mut Pool<'_>,
        grid: Grid,
        goals: &[(Vec<usize>, By)],
        futures: u32,
    ) -> Result<Surrogate, RunError> {
        let sizes = grid.sizes.clone();
        let least: Package = grid.least.clone();
        pool.live(&least, futures)?;
        let mut effects: Vec<Vec<Effect>> = Vec::new();
        for lever in 0..sizes.len() {
            let mut own = Vec::new();
            for level in 0..sizes[lever] {
                let mut alone = least.clone();
                alone[lever] += level as u8;
                pool.live(&alone, futures)?;
                own.push(effect(pool, &alone, &least, futures));
            }
            effects.push(own);
        }
        let start = start(pool, &least, futures);
        let spent = pool.means(pool.point(&least).expect("it was lived"));
        let many = grid.many();
        let bounds = pool.bounds.clone();
        let chunks: Vec<(usize, Vec<[f32; 2]>, Vec<f32>)> = (0..many.div_ceil(CHUNK))
            .into_par_iter()
            .map(|chunk| {
                let from = chunk * CHUNK;
                let to = many.min(from + CHUNK);
                let all = Ranking {
                    sizes: &sizes,
                    effects: &effects,
                    bounds: &bounds,
                    goals,
                };
                let (money, found) = all.rank((&start, spent), from..to);
                (from, money, found)
            })
            .collect();
        let mut money = [vec![0.0f32; many], vec![0.0f32; many]];
        let mut ranked = vec![vec![0.0f32; many]; goals.len()];
        for (from, sums, found) in chunks {
            for (k, pair) in sums.iter().enumerate() {
                money[0][from + k] = pair[0];
                money[1][from + k] = pair[1];
                for (g, row) in ranked.iter_mut().enumerate() {
                    row[from + k] = found[k * goals.len() + g];
                }
            }
        }
        Ok(Surrogate {
            weight: vec![PLAIN; many],
            shift: vec![vec![0.0; many]; 2 + goals.len()],
            grid,
            money,
            goals: ranked,
        })
    }

    /// How many packages there are.
    pub fn many(&self) -> usize {
        self.weight.len()
    }

    /// The package of a position.
    pub fn package(&self, at: usize) -> Package {
        self.grid.package(at)
    }

    /// The position of a package.
    pub fn position(&self, package: &[u8]) -> usize {
        self.grid.position(package)
    }

    fn shifted(&self, plain: f32, number: usize, at: usize) -> f32 {
        plain + self.shift[number][at] / self.weight[at]
    }

    /// What is minimised.
    pub fn cost(&self, at: usize) -> f64 {
        f64::from(self.shifted(self.money[0][at], 0, at))
    }

    /// The money that counts.
    pub fn counted(&self, at: usize) -> f64 {
        f64::from(self.shifted(self.money[1][at], 1, at))
    }

    /// The measure of a goal.
    pub fn goal(&self, goal: usize, at: usize) -> f64 {
        f64::from(self.shifted(self.goals[goal][at], 2 + goal, at))
    }

    /// Learns what a package did that was lived. Gives by how much each goal was missed.
    pub fn learn(&mut self, pool: &Pool<'_>, package: &[u8]) {
        let Some(point) = pool.point(package) else {
            return;
        };
        let at = self.position(package);
        let [cost, counted] = pool.means(point);
        let mut apart = vec![
            cost as f32 - self.money[0][at],
            counted as f32 - self.money[1][at],
        ];
        for (g, row) in self.goals.iter().enumerate() {
            apart.push(pool.reach(point, g).value as f32 - row[at]);
        }
        let Grid { least, sizes } = &self.grid;
        let scale: Vec<f32> = sizes
            .iter()
            .map(|n| 1.0 / (*n as f32 - 1.0).max(1.0))
            .collect();
        let mut other = least.clone();
        for at in 0..self.weight.len() {
            let mut square = 0.0f32;
            for ((a, b), scale) in other.iter().zip(package).zip(&scale) {
                let d = (f32::from(*a) - f32::from(*b)) * scale;
                square += d * d;
            }
            let weight = 1.0 / (square * square + 1e-6);
            self.weight[at] += weight;
            for (row, apart) in self.shift.iter_mut().zip(&apart) {
                row[at] += weight * apart;
            }
            for ((level, least), size) in other.iter_mut().zip(least).zip(sizes).rev() {
                *level += 1;
                if usize::from(*level - least) < *size {
                    break;
                }
                *level = *least;
            }
        }
    }
}

/// What a lever alone adds to what targets are judged on, and to money.
fn effect(pool: &Pool<'_>, alone: &[u8], least: &[u8], futures: u32) -> Effect {
    let (here, before) = (start(pool, alone, futures), start(pool, least, futures));
    let values = here.iter().zip(&before).map(|(a, b)| a - b).collect();
    let points = [alone, least].map(|package| pool.point(package).expect("it was lived"));
    let [here, before] = points.map(|point| pool.means(point));
    Effect {
        values,
        money: std::array::from_fn(|k| here[k] - before[k]),
    }
}

/// `[target][future]`: what targets are judged on.
fn start(pool: &Pool<'_>, package: &[u8], futures: u32) -> Vec<f32> {
    let point = pool.point(package).expect("it was lived");
    let some = RANKED_ON.min(futures as usize);
    let rows = point.values.iter().flat_map(|row| &row[..some]);
    rows.copied().collect()
}

/// What packages are ranked by.
struct Ranking<'a> {
    sizes: &'a [usize],
    effects: &'a [Vec<Effect>],
    bounds: &'a [Bound],
    goals: &'a [(Vec<usize>, By)],
}

impl Ranking<'_> {
    /// Money and goals of some packages, by adding up levers; sums over the first levers are kept as long as
    /// those do not change.
    fn rank(
        &self,
        (start, money_at_start): (&[f32], [f64; 2]),
        range: std::ops::Range<usize>,
    ) -> (Vec<[f32; 2]>, Vec<f32>) {
        let levers = self.sizes.len();
        let mut levels = vec![0usize; levers];
        let mut rest = range.start;
        for (level, size) in levels.iter_mut().zip(self.sizes).rev() {
            *level = rest % size;
            rest /= size;
        }
        let mut sums = vec![start.to_vec(); levers + 1];
        let mut money = vec![money_at_start; levers + 1];
        let mut changed = 0;
        let (mut spent, mut found) = (Vec::new(), Vec::new());
        let futures = start.len() / self.bounds.len().max(1);
        for _ in range {
            for lever in changed..levers {
                let effect = &self.effects[lever][levels[lever]];
                let (before, after) = sums.split_at_mut(lever + 1);
                let rows = before[lever].iter().zip(&effect.values);
                for (sum, (before, more)) in after[0].iter_mut().zip(rows) {
                    *sum = before + more;
                }
                money[lever + 1] = std::array::from_fn(|k| money[lever][k] + effect.money[k]);
            }
            spent.push(money[levers].map(|v| v as f32));
            self.goals_of(&sums[levers], futures, &mut found);
            // The next package: the first lever that changes decides what is added anew.
            changed = levers;
            while changed > 0 {
                changed -= 1;
                levels[changed] += 1;
                if levels[changed] < self.sizes[changed] {
                    break;
                }
                levels[changed] = 0;
            }
        }
        (spent, found)
    }

    fn goals_of(&self, values: &[f32], futures: usize, found: &mut Vec<f32>) {
        let met = |target: usize| {
            let bound = self.bounds[target];
            let row = &values[target * futures..(target + 1) * futures];
            row.iter().map(move |v| bound.holds(*v))
        };
        let n = futures as f32;
        for (targets, by) in self.goals {
            let value = match by {
                By::Together => {
                    let mut all = vec![true; futures];
                    for target in targets {
                        all.iter_mut()
                            .zip(met(*target))
                            .for_each(|(all, met)| *all &= met);
                    }
                    all.iter().filter(|met| **met).count() as f32 / n
                }
                By::Weakest => {
                    let each = targets.iter().map(|t| met(*t).filter(|met| *met).count());
                    each.min().unwrap_or(0) as f32 / n
                }
                By::Number => {
                    let each = targets.iter().map(|t| met(*t).filter(|met| *met).count());
                    each.sum::<usize>() as f32 / n
                }
            };
            found.push(value);
        }
    }
}
