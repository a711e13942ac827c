//! Which package of what can be decided is the cheapest that reaches what must hold, and whether any does.
//!
//! Every package lives the same futures, from the base year to the last year asked. What each lever does
//! alone is lived first; sums of these rank all packages; what looks best is lived, corrects the ranking,
//! and is given more futures where the answer is open. The cheapest is then lived on futures that the search
//! has never seen: only what reaches its chance there is named, and the chance told is the one found there.
//!
//! In the terms of the field: simulation optimisation with chance constraints over a discrete space, by
//! common random numbers, an additive metamodel with local correction, and racing; the check on fresh futures
//! takes out the optimiser's curse (J. E. Smith and R. L. Winkler, Management Science 2006).

mod hunt;
pub mod kept;
mod near;
pub mod pool;
pub mod space;
mod surrogate;

use crate::diagnostic::Problem;
use crate::engine::prototype::Prototype;
use crate::engine::reduce::{self, note_read};
use crate::engine::{RunError, with_threads};
use crate::lanes::WIDTH;
pub use kept::Kept;

use crate::results::seek::{Answer, Effort, Goal, Level, Lever, Need, Package, Reach, Seek, Stops};
use crate::scenario::Scenario;
use crate::scenario::decide::{self, DecideWritten};
use crate::study::sweep::swept_target;
use crate::units::Year;
use hunt::{Hunt, Wish};
use pool::{Asked, Heard, Pool};
use space::Space;

/// Futures of a package at first.
pub const FIRST: u32 = 512;
/// Futures of a package in the search, at most.
pub const MOST: u32 = 2_048;
/// Packages that are few enough to be lived all.
pub const FEW: usize = 48;
/// Futures of a package that a frontier shows, at least.
const SHOWN: u32 = 1_024;
/// Levels between nothing and the most at which a frontier is looked for.
const STEPS: usize = 8;
/// How much higher a package is sought that failed by a hair.
const LITTLE: f64 = 0.002;
/// Packages checked on fresh futures for one answer, at most.
const CHECKED: usize = 6;
/// Futures after which a check that clearly fails ends.
const LOOK: u32 = 2_048;

/// The smallest difference of a chance that matters, where a scenario says none: that of a comparison.
const MATTERS: f64 = 0.005;

/// How a search is carried out.
#[derive(Clone, Debug)]
pub struct Options {
    /// Worker threads; `None`: one for each core.
    pub threads: Option<usize>,
    /// Futures of a package at first; a whole number of blocks.
    pub first: u32,
    /// At most, likewise.
    pub most: u32,
    /// Futures of a check, numbered from behind those of the search.
    pub fresh: u32,
    /// So many packages are all lived.
    pub enumerate: usize,
    /// Cheaper packages tried whose estimate falls short.
    pub doubtful: usize,
}

impl Options {
    /// With so many futures in a check.
    pub fn of(fresh: u32) -> Options {
        let blocks = |most: u32| {
            let whole = fresh.min(most) / WIDTH as u32 * WIDTH as u32;
            whole.max(WIDTH as u32)
        };
        Options {
            threads: None,
            first: blocks(FIRST),
            most: blocks(MOST),
            fresh,
            enumerate: FEW,
            doubtful: 6,
        }
    }

    /// Futures of a package that a frontier shows, at least.
    fn shown(&self) -> u32 {
        SHOWN.min(self.most)
    }
}

/// Why a search found nothing.
#[derive(Debug, thiserror::Error)]
pub enum SeekError {
    /// It could not be lived.
    #[error(transparent)]
    Run(#[from] RunError),
    /// A level of a lever, by their positions, is no sound policy.
    #[error("{}", why.first().map_or(String::new(), |p| p.message.clone()))]
    Level {
        /// The lever.
        lever: usize,
        /// Its level.
        level: usize,
        /// What is wrong.
        why: Vec<Problem>,
    },
}

/// The last year that a search must live: that of the last target asked, or of the money that counts.
pub fn last_year(scenario: &Scenario, decide: &DecideWritten) -> Year {
    let asked = decide.goals.iter().flat_map(|goal| &goal.targets);
    let years = asked.filter_map(|id| {
        let target = scenario.targets.iter().find(|t| t.id == id.value)?;
        Some(target.year)
    });
    let counted = scenario.counted().to;
    years.fold(counted, Year::max).min(scenario.last)
}

/// What is asked of every package.
fn asked(scenario: &Scenario, decide: &DecideWritten) -> Asked {
    let mut targets: Vec<String> = Vec::new();
    let mut goals = Vec::new();
    for goal in &decide.goals {
        let position = |id: &crate::source::Spanned<String>| {
            let known = targets.iter().position(|t| *t == id.value);
            known.unwrap_or_else(|| {
                targets.push(id.value.clone());
                targets.len() - 1
            })
        };
        goals.push((goal.targets.iter().map(position).collect(), goal.by));
    }
    Asked {
        targets,
        goals,
        minimise: decide.minimise,
        ceiling: scenario.ceiling.as_ref().map(|c| c.amount),
        matters: scenario.matters.chances.unwrap_or(MATTERS).max(1e-6),
    }
}

/// Looks for packages. What is decided and what must hold has been checked. `progress` hears of futures
/// lived and of about how many there will be, and may return `false` to stop.
#[cfg(feature = "internals")]
pub fn seek(
    scenario: &Scenario,
    decide: &DecideWritten,
    options: &Options,
    progress: &(dyn Fn(u32, u32) -> bool + Sync),
) -> Result<Seek, SeekError> {
    seek_on(scenario, decide, options, (progress, &Kept::nothing()))
}

/// The same, from what an earlier try has lived on.
pub fn seek_on(
    scenario: &Scenario,
    decide: &DecideWritten,
    options: &Options,
    along: (&(dyn Fn(u32, u32) -> bool + Sync), &Kept<'_>),
) -> Result<Seek, SeekError> {
    let last = last_year(scenario, decide);
    let space = Space::of(scenario, decide, last)
        .map_err(|(lever, level, why)| SeekError::Level { lever, level, why })?;
    with_threads(options.threads, || {
        looked_for(&space, decide, options, along)
    })?
}

/// Every package there is, lived whole on the futures of a search: what a search is held against.
#[cfg(feature = "internals")]
pub fn every(
    scenario: &Scenario,
    decide: &DecideWritten,
    options: &Options,
) -> Result<Vec<Package>, SeekError> {
    let last = last_year(scenario, decide);
    let space = Space::of(scenario, decide, last)
        .map_err(|(lever, level, why)| SeekError::Level { lever, level, why })?;
    let asked = asked(scenario, decide);
    let heard = Heard::new(0, &|_, _| true);
    let kept = Kept::nothing();
    let mut pool = Pool::new(&space, &asked, 0, (&heard, &kept))?;
    let grid = space.grid();
    let mut all = Vec::new();
    for at in 0..grid.many() {
        let levels = grid.package(at);
        pool.live(&levels, options.most)?;
        all.push(Package {
            searched: pool.found(&levels),
            checked: None,
            levels,
        });
    }
    Ok(all)
}

fn looked_for(
    space: &Space,
    decide: &DecideWritten,
    options: &Options,
    (progress, kept): (&(dyn Fn(u32, u32) -> bool + Sync), &Kept<'_>),
) -> Result<Seek, SeekError> {
    let scenario = space.scenario();
    let asked = asked(scenario, decide);
    let heard = Heard::new(planned(space, decide, options), progress);
    let pool = Pool::new(space, &asked, 0, (&heard, kept))?;
    let fresh = Pool::new(space, &asked, options.most, (&heard, kept))?;
    let hunt = Hunt::begin(pool, space.grid(), &asked, options)?;
    let mut search = Search {
        hunt,
        fresh,
        asked: &asked,
        options,
        last: scenario.last,
        told: vec![space.nothing()],
        most: Vec::new(),
    };
    search.hunt.live(0, options.most)?;
    let mut goals = Vec::new();
    for (number, goal) in decide.goals.iter().enumerate() {
        let levels: Vec<f64> = goal.at_least.iter().map(|level| level.value).collect();
        goals.push(search.goal(number, &levels)?);
    }
    // What was lived for one goal may be on the frontier of another.
    for (number, goal) in goals.iter_mut().enumerate() {
        let frontier = search.hunt.frontier(number);
        goal.frontier = frontier.into_iter().map(|at| search.tell(at)).collect();
    }
    let told: Vec<Package> = search.told.iter().map(|one| search.package(one)).collect();
    let mut read = search.hunt.pool.read.clone();
    note_read(&mut read, &search.fresh.read);
    let prototype = Prototype::new(scenario)?;
    let target = |id: &String| {
        let target = prototype.targets.iter().find(|t| t.id == *id);
        swept_target(&prototype, target.expect("checked: the target is there"))
    };
    Ok(Seek {
        scenario: scenario.name.clone(),
        title: crate::words::data::told(&scenario.title),
        country: crate::words::data::told(&scenario.base.name),
        currency: crate::words::data::told(&scenario.base.currency),
        base_year: scenario.base.year,
        years: (scenario.first, space.last),
        seed: scenario.seed,
        counted: space.counted.clone(),
        ceiling: asked.ceiling,
        minimise: decide.minimise,
        levers: space
            .levers
            .iter()
            .map(|lever| as_told(lever, scenario))
            .collect(),
        targets: asked.targets.iter().map(target).collect(),
        packages: told,
        goals,
        effort: Effort {
            packages: search.hunt.thought.many() as u64,
            lived: search.hunt.lived(1).len() as u32,
            search: (options.first, options.most),
            fresh: options.fresh,
            futures: u64::from(heard.done()),
            enumerated: search.hunt.thought.many() <= options.enumerate,
        },
        assumptions: reduce::assumptions(scenario, &read),
        assumed_tables: scenario.base.assumed_tables.clone(),
    })
}

/// About how many futures will be lived.
fn planned(space: &Space, decide: &DecideWritten, options: &Options) -> u32 {
    let alone: usize = space.grid().sizes.iter().map(|n| n - 1).sum();
    let levels: usize = decide.goals.iter().map(|goal| goal.at_least.len()).sum();
    let tries = 4 * options.most + options.fresh;
    let all = (alone as u32 + 1).saturating_mul(options.first);
    all.saturating_add(tries.saturating_mul((levels + decide.goals.len()) as u32))
}

fn as_told(lever: &decide::Lever, scenario: &Scenario) -> Lever {
    let level = |level: &decide::Level| Level {
        on: level.on,
        part: level.part,
        numbers: level
            .numbers
            .iter()
            .map(|(knob, value)| {
                let path = knob.name.split_once('.').map_or("", |(_, path)| path);
                (path.to_owned(), knob.unit.clone(), *value)
            })
            .collect(),
    };
    Lever {
        policy: lever.policy.clone(),
        kind: scenario.policies[lever.at].decision.name().to_owned(),
        switch: lever.switch,
        always: lever.always,
        levels: lever.levels.iter().map(level).collect(),
    }
}

/// A search under way.
struct Search<'a, 'p> {
    hunt: Hunt<'a, 'p>,
    fresh: Pool<'p>,
    asked: &'a Asked,
    options: &'a Options,
    last: Year,
    /// Packages that are told, the one in which nothing is decided first.
    told: Vec<space::Package>,
    /// Of goals, the package with the most whatever it costs.
    most: Vec<(usize, usize)>,
}

impl Search<'_, '_> {
    /// The place of a package among those told.
    fn tell(&mut self, at: usize) -> usize {
        let package = self.hunt.thought.package(at);
        let known = self.told.iter().position(|other| *other == package);
        known.unwrap_or_else(|| {
            self.told.push(package);
            self.told.len() - 1
        })
    }

    fn package(&self, levels: &[u8]) -> Package {
        let checked = self.fresh.point(levels).is_some();
        Package {
            searched: self.hunt.pool.found(levels),
            checked: checked.then(|| self.fresh.found(levels)),
            levels: levels.to_vec(),
        }
    }

    /// Answers a goal at all its levels.
    fn goal(&mut self, goal: usize, levels: &[f64]) -> Result<Goal, RunError> {
        let best = self.hunt.most(goal, true)?;
        self.hunt.fill_frontier(goal, best, STEPS)?;
        self.check(best, None)?;
        let mut answers = Vec::new();
        for level in levels {
            answers.push(self.answer(goal, *level, best)?);
        }
        let (targets, by) = self.asked.goals[goal].clone();
        Ok(Goal {
            targets,
            by,
            best: self.tell(best),
            frontier: Vec::new(),
            answers,
        })
    }

    /// Lives a package on fresh futures; says whether it does there what is wished.
    fn check(&mut self, at: usize, wish: Option<Wish>) -> Result<bool, RunError> {
        let levels = self.hunt.thought.package(at);
        let all = self.options.fresh;
        let look = LOOK.min(all) / WIDTH as u32 * WIDTH as u32;
        // Fewer than a block are not worth a look.
        if let Some(wish) = wish.filter(|_| look > 0) {
            self.fresh.live(&levels, look)?;
            if hunt::is_below(&self.reach(&levels, wish.goal), wish.level) {
                return Ok(false);
            }
        }
        self.fresh.live(&levels, all)?;
        let Some(wish) = wish else { return Ok(true) };
        let point = self.fresh.point(&levels).expect("it was lived");
        let [_, money] = self.fresh.means(point);
        let affordable = self
            .asked
            .ceiling
            .is_none_or(|c| !wish.within || money <= c);
        Ok(affordable && self.reach(&levels, wish.goal).value >= wish.level)
    }

    fn reach(&self, levels: &[u8], goal: usize) -> Reach {
        let point = self.fresh.point(levels).expect("it was lived");
        self.fresh.reach(point, goal)
    }

    /// The cheapest package that reaches a level, on fresh futures too.
    fn answer(&mut self, goal: usize, level: f64, best: usize) -> Result<Answer, RunError> {
        let wish = Wish {
            goal,
            level,
            within: true,
        };
        let mut failed = Vec::new();
        let named = self.named(wish, &mut failed)?;
        let stops = match named {
            Some(_) => None,
            None => Some(self.stops(wish, best)?),
        };
        let (mut told, mut needs) = (Vec::new(), Vec::<Need>::new());
        // Only of the first goal: alternatives to the others are in the table of packages.
        if let (Some(at), 0) = (named, goal) {
            let found = near::near(&mut self.hunt, (at, wish))?;
            needs = found.1;
            for other in found.0 {
                if other == at || (!failed.contains(&other) && self.check(other, Some(wish))?) {
                    told.push(other);
                }
            }
        }
        let next = near::next(
            &mut self.hunt,
            (named.unwrap_or(best), goal),
            self.asked,
            self.options,
        )?;
        Ok(Answer {
            at_least: level,
            package: named.map(|at| self.tell(at)),
            failed: failed.into_iter().map(|at| self.tell(at)).collect(),
            stops,
            near: told.into_iter().map(|at| self.tell(at)).collect(),
            needs,
            next,
        })
    }

    /// The cheapest that stands the check; those that do not are put down. Futures are matched, so what one
    /// package lost between search and check the next will lose too: it is sought so much higher.
    fn named(&mut self, wish: Wish, failed: &mut Vec<usize>) -> Result<Option<usize>, RunError> {
        let mut above: f64 = 0.0;
        for _ in 0..2 * CHECKED {
            let level = wish.level + above;
            let Some(at) = self.hunt.cheapest(Wish { level, ..wish })? else {
                return Ok(None);
            };
            if failed.contains(&at) {
                above += LITTLE;
                continue;
            }
            if self.check(at, Some(wish))? {
                return Ok(Some(at));
            }
            failed.push(at);
            if failed.len() >= CHECKED {
                return Ok(None);
            }
            let before = self.hunt.reach(at, wish.goal).expect("it was lived");
            let now = self.reach(&self.hunt.thought.package(at), wish.goal);
            above = above.max(before.value - now.value).max(LITTLE);
        }
        Ok(None)
    }

    /// The package with the most of a goal whatever it costs; the best within the ceiling where no other is
    /// better by what matters, future by future.
    fn most(&mut self, goal: usize, best: usize) -> Result<usize, RunError> {
        if self.asked.ceiling.is_none() {
            return Ok(best);
        }
        if let Some((_, most)) = self.most.iter().find(|(known, _)| *known == goal) {
            return Ok(*most);
        }
        let most = self.hunt.most(goal, false)?;
        let more = self.hunt.more(most, best, goal);
        let most = match more.low >= self.asked.matters {
            true => most,
            false => best,
        };
        self.most.push((goal, most));
        Ok(most)
    }

    /// Why nothing reaches a level.
    fn stops(&mut self, wish: Wish, best: usize) -> Result<Stops, RunError> {
        let free = Wish {
            within: false,
            ..wish
        };
        let most = self.most(wish.goal, best)?;
        let over = match self.asked.ceiling {
            Some(_) => self.hunt.cheapest(free)?,
            None => None,
        };
        // What was found within the ceiling and failed the check is no reason of its own.
        let over = over.filter(|at| {
            let money = self.hunt.means(*at).map(|[_, money]| money);
            let ceiling = self.asked.ceiling;
            money
                .zip(ceiling)
                .is_some_and(|(money, ceiling)| money > ceiling)
        });
        self.check(most, None)?;
        if let Some(at) = over {
            self.check(at, None)?;
        }
        let levels = self.hunt.thought.package(most);
        let grid = &self.hunt.thought.grid;
        let at_end = |lever: &usize| grid.at_end(*lever, levels[*lever]);
        let at_ends = (0..levels.len()).filter(at_end).collect();
        let mut later = None;
        if over.is_none() && self.last > self.hunt.pool.last() {
            let by_year =
                self.hunt
                    .pool
                    .by_year(&levels, wish.goal, self.last, self.options.shown())?;
            let after = by_year
                .into_iter()
                .filter(|(y, _)| *y > self.hunt.pool.last());
            later = after
                .filter(|(_, reach)| reach.value >= wish.level)
                .map(|(year, _)| year)
                .next();
        }
        Ok(Stops {
            most: self.tell(most),
            over_ceiling: over.map(|at| self.tell(at)),
            at_ends,
            later,
        })
    }
}
