//! The search itself: what looks best is lived, what was learned corrects what looks best, and futures are
//! added where the answer is open.
//!
//! A package is lived on few futures at first and on twice as many as long as its interval holds what is
//! asked for, as in successive halving (K. Jamieson and A. Talwalkar, AISTATS 2016): what is clearly out
//! costs few futures.

use super::Options;
use super::pool::{Asked, Pool};
use super::space::Grid;
use super::surrogate::Surrogate;
use crate::engine::RunError;
use crate::results::comparison::Mean;
use crate::results::seek::Reach;
use crate::results::summary::{Z, interval};
use std::collections::BTreeSet;

/// Standard errors that a package must miss by to be dropped before all its futures are lived.
const SURE: f64 = 3.0;
/// A package that saves less than this part is not looked for.
const CHEAPER: f64 = 0.002;
/// Packages tried in one go, at most.
const TRIES: usize = 40;
/// The least by which the estimate of a package may be wrong.
const LEAST_SLACK: f64 = 0.02;
/// The most that is believed of it.
const MOST_SLACK: f64 = 0.15;
/// Estimates that the slack is read off.
const REMEMBERED: usize = 12;

/// Whether a reach is below a level whatever more futures say.
pub fn is_below(reach: &Reach, level: f64) -> bool {
    let error = (reach.high - reach.value).max(reach.value - reach.low) / Z;
    reach.value + SURE * error < level
}

/// A search on the futures of one pool.
pub struct Hunt<'a, 'p> {
    /// What was lived.
    pub pool: Pool<'p>,
    /// What is thought of the others.
    pub thought: Surrogate,
    asked: &'a Asked,
    options: &'a Options,
    learned: BTreeSet<usize>,
    /// Packages lived on all futures of the search, by position.
    whole: BTreeSet<usize>,
    /// By how much estimates were wrong, the last ones.
    wrong: Vec<f64>,
}

/// What is looked for.
#[derive(Clone, Copy)]
pub struct Wish {
    /// Goal, by position.
    pub goal: usize,
    /// What it must reach.
    pub level: f64,
    /// Whether the ceiling counts.
    pub within: bool,
}

impl<'a, 'p> Hunt<'a, 'p> {
    /// Ranks every package; a small space is lived whole.
    pub fn begin(
        mut pool: Pool<'p>,
        grid: Grid,
        asked: &'a Asked,
        options: &'a Options,
    ) -> Result<Self, RunError> {
        let thought = Surrogate::of(&mut pool, grid, &asked.goals, options.first)?;
        let mut hunt = Hunt {
            pool,
            thought,
            asked,
            options,
            learned: BTreeSet::new(),
            whole: BTreeSet::new(),
            wrong: Vec::new(),
        };
        for at in hunt.lived(0) {
            hunt.learn(at);
            if hunt.futures(at) >= options.most {
                hunt.whole.insert(at);
            }
        }
        hunt.wrong.clear();
        if hunt.thought.many() <= options.enumerate {
            for at in 0..hunt.thought.many() {
                hunt.live(at, options.most)?;
            }
        }
        Ok(hunt)
    }

    /// Lives a package to so many futures.
    pub fn live(&mut self, at: usize, futures: u32) -> Result<(), RunError> {
        let package = self.thought.package(at);
        self.pool.live(&package, futures)?;
        if futures >= self.options.most {
            self.whole.insert(at);
        }
        Ok(())
    }

    fn learn(&mut self, at: usize) {
        if self.learned.insert(at) {
            let package = self.thought.package(at);
            self.thought.learn(&self.pool, &package);
        }
    }

    /// The measure of a goal, where the package was lived.
    pub fn reach(&self, at: usize, goal: usize) -> Option<Reach> {
        let point = self.pool.point(&self.thought.package(at))?;
        Some(self.pool.reach(point, goal))
    }

    /// What is minimised and the money that counts, where the package was lived.
    pub fn means(&self, at: usize) -> Option<[f64; 2]> {
        let point = self.pool.point(&self.thought.package(at))?;
        Some(self.pool.means(point))
    }

    fn futures(&self, at: usize) -> u32 {
        let point = self.pool.point(&self.thought.package(at));
        point.map_or(0, |point| point.futures)
    }

    /// Packages lived on so many futures at least, by position.
    pub fn lived(&self, futures: u32) -> Vec<usize> {
        let all = self
            .pool
            .all()
            .filter(|(_, point)| point.futures >= futures);
        // Where a lever cannot be left out, nothing decided is none of them.
        all.filter(|(package, _)| self.thought.grid.holds(package))
            .map(|(package, _)| self.thought.position(package))
            .collect()
    }

    fn affordable(&self, money: f64, within: bool) -> bool {
        match self.asked.ceiling.filter(|_| within) {
            Some(ceiling) => money <= ceiling,
            None => true,
        }
    }

    /// Packages lived whole that do what is wished, the cheapest first.
    pub fn reaching(&self, wish: Wish) -> Vec<(usize, f64)> {
        let whole = self.whole.iter().copied();
        let mut found: Vec<(usize, f64)> = whole
            .filter_map(|at| {
                let [cost, money] = self.means(at)?;
                let reached = self.reach(at, wish.goal)?.value >= wish.level;
                (reached && self.affordable(money, wish.within)).then_some((at, cost))
            })
            .collect();
        found.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
        found
    }

    /// By how much an estimate may be wrong.
    pub fn slack(&self) -> f64 {
        let last = self.wrong.iter().rev().take(REMEMBERED);
        let many = last.len().max(1) as f64;
        let mean = last.sum::<f64>() / many;
        (2.0 * mean).clamp(LEAST_SLACK, MOST_SLACK)
    }

    /// Lives a package as far as needed to tell whether it does what is wished for less than `cost`.
    pub fn try_one(&mut self, at: usize, wish: Wish, cost: f64) -> Result<bool, RunError> {
        let thought = self.thought.goal(wish.goal, at);
        let mut futures = self.futures(at).max(self.options.first);
        loop {
            self.live(at, futures)?;
            let reach = self.reach(at, wish.goal).expect("it was lived");
            let [spent, money] = self.means(at).expect("it was lived");
            let out = is_below(&reach, wish.level)
                || spent > cost + cost.abs() * 0.02
                || !self.affordable(money * 0.98, wish.within && money > 0.0);
            if out || futures >= self.options.most {
                if !self.learned.contains(&at) {
                    self.wrong.push((reach.value - thought).abs());
                }
                self.learn(at);
                let reached = reach.value >= wish.level && spent < cost;
                return Ok(!out && reached && self.affordable(money, wish.within));
            }
            futures = (futures * 2).min(self.options.most);
        }
    }

    /// The cheapest package that does what is wished on the futures of the search.
    pub fn cheapest(&mut self, wish: Wish) -> Result<Option<usize>, RunError> {
        let mut best = self.reaching(wish).first().copied();
        let mut tried: BTreeSet<usize> = BTreeSet::new();
        for _ in 0..6 {
            let before = best;
            self.by_estimate(wish, &mut best, &mut tried)?;
            if best.is_none() {
                self.most_likely(wish, &mut best, &mut tried)?;
            }
            self.around(wish, &mut best, &mut tried)?;
            self.doubtful(wish, &mut best, &mut tried)?;
            if best == before {
                break;
            }
        }
        Ok(best.map(|(at, _)| at))
    }

    fn limit(best: Option<(usize, f64)>) -> f64 {
        best.map_or(f64::INFINITY, |(_, cost)| {
            cost - (cost.abs() * CHEAPER).max(0.5)
        })
    }

    /// Whether a package is worth a try: not lived whole yet, cheaper than the best and affordable.
    fn is_open(&self, at: usize, wish: Wish, limit: f64, tried: &BTreeSet<usize>) -> bool {
        self.thought.cost(at) < limit
            && self.affordable(self.thought.counted(at), wish.within)
            && !tried.contains(&at)
            && !self.whole.contains(&at)
    }

    /// Whether a package may do what is wished for no more than `most`, and is not settled.
    pub fn may(&self, at: usize, wish: Wish, most: f64, tried: &BTreeSet<usize>) -> bool {
        self.thought.cost(at) <= most && self.is_open(at, wish, f64::INFINITY, tried)
    }

    fn take(
        &mut self,
        at: usize,
        wish: Wish,
        best: &mut Option<(usize, f64)>,
        tried: &mut BTreeSet<usize>,
    ) -> Result<bool, RunError> {
        tried.insert(at);
        let cost = best.map_or(f64::INFINITY, |(_, cost)| cost);
        let reached = self.try_one(at, wish, cost)?;
        if reached {
            let [cost, _] = self.means(at).expect("it was lived");
            *best = Some((at, cost));
        }
        Ok(reached)
    }

    /// Tries the cheapest package that is thought to reach the level, again and again.
    fn by_estimate(
        &mut self,
        wish: Wish,
        best: &mut Option<(usize, f64)>,
        tried: &mut BTreeSet<usize>,
    ) -> Result<(), RunError> {
        for _ in 0..TRIES {
            let limit = Self::limit(*best);
            let reaches = |at: &usize| self.thought.goal(wish.goal, *at) >= wish.level;
            let open = (0..self.thought.many())
                .filter(reaches)
                .filter(|at| self.is_open(*at, wish, limit, tried));
            let cost = |at: &usize| self.thought.cost(*at);
            let Some(next) = open.min_by(|a, b| cost(a).total_cmp(&cost(b))) else {
                break;
            };
            self.take(next, wish, best, tried)?;
        }
        Ok(())
    }

    /// Where nothing is thought to reach the level: tries what comes nearest.
    fn most_likely(
        &mut self,
        wish: Wish,
        best: &mut Option<(usize, f64)>,
        tried: &mut BTreeSet<usize>,
    ) -> Result<(), RunError> {
        for _ in 0..6 {
            let least = wish.level - self.slack();
            let open = (0..self.thought.many())
                .filter(|at| self.thought.goal(wish.goal, *at) >= least)
                .filter(|at| self.is_open(*at, wish, f64::INFINITY, tried));
            let goal = |at: &usize| self.thought.goal(wish.goal, *at);
            let Some(next) = open.max_by(|a, b| goal(a).total_cmp(&goal(b))) else {
                break;
            };
            if self.take(next, wish, best, tried)? {
                break;
            }
        }
        Ok(())
    }

    /// Tries what is one step away: a lever down, or one down and another up.
    fn around(
        &mut self,
        wish: Wish,
        best: &mut Option<(usize, f64)>,
        tried: &mut BTreeSet<usize>,
    ) -> Result<(), RunError> {
        for _ in 0..8 {
            let Some((at, _)) = *best else { return Ok(()) };
            let (limit, least) = (Self::limit(*best), wish.level - self.slack());
            let mut near: Vec<usize> = self
                .neighbours(at)
                .into_iter()
                .filter(|at| self.thought.goal(wish.goal, *at) >= least)
                .filter(|at| self.is_open(*at, wish, limit, tried))
                .collect();
            let cost = |at: &usize| self.thought.cost(*at);
            near.sort_by(|a, b| cost(a).total_cmp(&cost(b)));
            let mut improved = false;
            for next in near.into_iter().take(12) {
                if self.take(next, wish, best, tried)? {
                    improved = true;
                    break;
                }
            }
            if !improved {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Tries cheaper packages whose estimate is short of the level by less than it may be wrong.
    fn doubtful(
        &mut self,
        wish: Wish,
        best: &mut Option<(usize, f64)>,
        tried: &mut BTreeSet<usize>,
    ) -> Result<(), RunError> {
        for _ in 0..self.options.doubtful {
            // A hundredth is what a search may miss by.
            let limit = match best {
                Some((_, cost)) => *cost - cost.abs() * 0.01,
                None => return Ok(()),
            };
            let least = wish.level - self.slack();
            let open = (0..self.thought.many())
                .filter(|at| self.thought.goal(wish.goal, *at) >= least)
                .filter(|at| self.is_open(*at, wish, limit, tried));
            let goal = |at: &usize| self.thought.goal(wish.goal, *at);
            let Some(next) = open.max_by(|a, b| goal(a).total_cmp(&goal(b))) else {
                break;
            };
            if self.take(next, wish, best, tried)? {
                break;
            }
        }
        Ok(())
    }

    /// Packages one step away: one lever moved, or one down and another up.
    pub fn neighbours(&self, at: usize) -> Vec<usize> {
        let here = self.thought.package(at);
        let grid = &self.thought.grid;
        let mut all = Vec::new();
        for down in 0..here.len() {
            if here[down] == grid.least[down] {
                continue;
            }
            let mut less = here.clone();
            less[down] -= 1;
            all.push(self.thought.position(&less));
            for up in (0..here.len()).filter(|up| *up != down) {
                if !grid.at_end(up, here[up]) {
                    let mut other = less.clone();
                    other[up] += 1;
                    all.push(self.thought.position(&other));
                }
            }
        }
        all
    }

    /// The package with the most of a goal, on the futures of the search; of those that do not differ by what
    /// matters the cheapest.
    pub fn most(&mut self, goal: usize, within: bool) -> Result<usize, RunError> {
        let wish = Wish {
            goal,
            level: 0.0,
            within,
        };
        // What is lived already; the least is mostly affordable.
        self.live(0, self.options.most)?;
        let mut tried = BTreeSet::new();
        let mut misses = 0;
        while misses < 6 && tried.len() < TRIES {
            let (best, value) = self.best_of(goal, within);
            // By turns from those around the best and from all packages.
            let beside = match tried.len() % 2 {
                0 => None,
                _ => self.most_promising(goal, self.beside(best), wish, &tried),
            };
            let all = || self.most_promising(goal, 0..self.thought.many(), wish, &tried);
            let Some(next) = beside.or_else(all) else {
                break;
            };
            tried.insert(next);
            let hopeless = self.thought.goal(goal, next) + self.slack() < value;
            match !hopeless && self.beats(next, best, wish)? {
                true => misses = 0,
                false => misses += 1,
            }
        }
        Ok(self.best_of(goal, within).0)
    }

    /// Of some packages that are open, the one that is thought to have the most of a goal; of those alike the
    /// cheapest.
    fn most_promising(
        &self,
        goal: usize,
        among: impl IntoIterator<Item = usize>,
        wish: Wish,
        tried: &BTreeSet<usize>,
    ) -> Option<usize> {
        let thought = |at: usize| (self.thought.goal(goal, at) / self.asked.matters).round();
        let open = among
            .into_iter()
            .filter(|at| self.is_open(*at, wish, f64::INFINITY, tried));
        open.max_by(|a, b| {
            let cost = |at: usize| self.thought.cost(at);
            let first = thought(*a).total_cmp(&thought(*b));
            first.then(cost(*b).total_cmp(&cost(*a)))
        })
    }

    /// How much more of a goal one package has than another, over the futures that both lived.
    pub fn more(&self, at: usize, other: usize, goal: usize) -> Mean {
        let [here, other] = [at, other].map(|at| {
            let point = self.pool.point(&self.thought.package(at)).expect("lived");
            self.pool.in_futures(point, goal)
        });
        let more = here.iter().zip(&other).map(|(a, b)| a - b);
        interval(more.collect::<Vec<f64>>().into_iter())
    }

    /// Lives a package as far as needed to tell whether it has more of a goal than another, future by future.
    fn beats(&mut self, at: usize, best: usize, wish: Wish) -> Result<bool, RunError> {
        let thought = self.thought.goal(wish.goal, at);
        let mut futures = self.futures(at).max(self.options.first);
        loop {
            self.live(at, futures)?;
            let more = self.more(at, best, wish.goal);
            let [_, money] = self.means(at).expect("it was lived");
            let out = more.high < self.asked.matters || !self.affordable(money, wish.within);
            if out || futures >= self.options.most {
                let reach = self.reach(at, wish.goal).expect("it was lived");
                if !self.learned.contains(&at) {
                    self.wrong.push((reach.value - thought).abs());
                }
                self.learn(at);
                return Ok(!out && more.value > 0.0);
            }
            futures = (futures * 2).min(self.options.most);
        }
    }

    /// One lever moved either way.
    fn beside(&self, at: usize) -> Vec<usize> {
        let here = self.thought.package(at);
        let mut all = self.neighbours(at);
        for lever in 0..here.len() {
            if !self.thought.grid.at_end(lever, here[lever]) {
                let mut more = here.clone();
                more[lever] += 1;
                all.push(self.thought.position(&more));
            }
        }
        all
    }

    /// The best package lived whole and its measure: the cheapest of those that lack less than what matters.
    fn best_of(&self, goal: usize, within: bool) -> (usize, f64) {
        let whole = self.whole.iter().copied();
        let known = whole.filter_map(|at| {
            let [cost, money] = self.means(at)?;
            let value = self.reach(at, goal)?.value;
            self.affordable(money, within).then_some((at, value, cost))
        });
        let known: Vec<(usize, f64, f64)> = known.collect();
        let most = known.iter().fold(0.0, |most, one| one.1.max(most));
        let good = known.iter().filter(|one| one.1 + self.asked.matters > most);
        let best = good.min_by(|a, b| a.2.total_cmp(&b.2).then(a.0.cmp(&b.0)));
        match best {
            Some((at, value, _)) => (*at, *value),
            // What cannot be left out is over the ceiling alone.
            None => (0, self.reach(0, goal).map_or(0.0, |reach| reach.value)),
        }
    }

    /// Lives what is thought to be the cheapest way to levels between nothing and the most.
    pub fn fill_frontier(
        &mut self,
        goal: usize,
        best: usize,
        steps: usize,
    ) -> Result<(), RunError> {
        let value = |hunt: &Self, at| hunt.reach(at, goal).map_or(0.0, |r: Reach| r.value);
        let (low, high) = (value(self, 0), value(self, best));
        for step in 1..steps {
            let level = low + (high - low) * step as f64 / steps as f64;
            let open = (0..self.thought.many())
                .filter(|at| self.thought.goal(goal, *at) >= level)
                .filter(|at| self.affordable(self.thought.counted(*at), true));
            let cost = |at: &usize| self.thought.cost(*at);
            let Some(next) = open.min_by(|a, b| cost(a).total_cmp(&cost(b))) else {
                continue;
            };
            self.live(next, self.options.shown())?;
            self.learn(next);
        }
        Ok(())
    }

    /// Packages that no other beats in both: from the cheapest up.
    pub fn frontier(&self, goal: usize) -> Vec<usize> {
        let lived = self.lived(self.options.shown()).into_iter();
        let mut all: Vec<(f64, f64, usize)> = lived
            .filter_map(|at| {
                let [cost, money] = self.means(at)?;
                let value = self.reach(at, goal)?.value;
                self.affordable(money, true).then_some((cost, value, at))
            })
            .collect();
        all.sort_by(|a, b| {
            a.0.total_cmp(&b.0)
                .then(b.1.total_cmp(&a.1))
                .then(a.2.cmp(&b.2))
        });
        let mut most = f64::NEG_INFINITY;
        let mut kept = Vec::new();
        for (_, value, at) in all {
            if value >= most + self.asked.matters {
                most = value;
                kept.push(at);
            }
        }
        kept
    }

    /// How far two packages are from one another: 1 where one lever goes from its one end to the other.
    pub fn apart(&self, a: usize, b: usize) -> f64 {
        let (a, b) = (self.thought.package(a), self.thought.package(b));
        let scale = |n: usize| 1.0 / (n as f64 - 1.0).max(1.0);
        let sizes = self.thought.grid.sizes.iter();
        a.iter()
            .zip(&b)
            .zip(sizes)
            .map(|((a, b), n)| (f64::from(*a) - f64::from(*b)).abs() * scale(*n))
            .sum()
    }
}
