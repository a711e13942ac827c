//! The packages there are: what each lever can be set to, and the scenario of each package.

use crate::diagnostic::Problem;
use crate::results::public::Counted;
use crate::scenario::decide::{DecideWritten, Lever, levers};
use crate::scenario::knob::{self, Knob};
use crate::scenario::{Plan, Scenario};
use crate::units::Year;

/// A package: the level of each lever.
pub type Package = Vec<u8>;

/// The levels that each lever has in the packages of a search.
#[derive(Clone, Debug)]
pub struct Grid {
    /// The least of each: 0 leaves it out.
    pub least: Vec<u8>,
    /// How many, from the least on.
    pub sizes: Vec<usize>,
}

impl Grid {
    /// How many packages there are.
    pub fn many(&self) -> usize {
        self.sizes.iter().product()
    }

    /// The package of a position; the last lever changes first.
    pub fn package(&self, mut at: usize) -> Package {
        let mut package = self.least.clone();
        for (level, size) in package.iter_mut().zip(&self.sizes).rev() {
            *level += (at % size) as u8;
            at /= size;
        }
        package
    }

    /// Whether a search goes through it.
    pub fn holds(&self, package: &[u8]) -> bool {
        let mut pairs = package.iter().zip(&self.least);
        pairs.all(|(level, least)| level >= least)
    }

    /// The position of a package that a search goes through.
    pub fn position(&self, package: &[u8]) -> usize {
        let levers = package.iter().zip(&self.least).zip(&self.sizes);
        levers.fold(0, |at, ((level, least), size)| {
            at * size + usize::from(level - least)
        })
    }

    /// Whether a lever is at its upper end.
    pub fn at_end(&self, lever: usize, level: u8) -> bool {
        usize::from(level - self.least[lever]) + 1 >= self.sizes[lever]
    }
}

/// All packages of a scenario.
pub struct Space {
    scenario: Scenario,
    /// The levers.
    pub levers: Vec<Lever>,
    /// `[lever][level]`: the policy as it is carried out; `None` where it is left out.
    plans: Vec<Vec<Option<Plan>>>,
    /// Years that are lived.
    pub last: Year,
    /// Whose money counts, and when.
    pub counted: Counted,
}

impl Space {
    /// The packages of a scenario, each lever at each level a sound policy; or what is wrong with the first
    /// that is not, by lever and level.
    pub fn of(
        scenario: &Scenario,
        decide: &DecideWritten,
        last: Year,
    ) -> Result<Space, (usize, usize, Vec<Problem>)> {
        let mut plain = scenario.clone();
        plain.decide = None;
        let levers = levers(scenario, decide).map_err(|(at, _)| (at, 0, Vec::new()))?;
        let mut plans = Vec::new();
        for (n, lever) in levers.iter().enumerate() {
            let mut own = Vec::new();
            for (number, level) in lever.levels.iter().enumerate() {
                own.push(match (level.on, level.numbers.is_empty()) {
                    (false, _) => None,
                    (true, true) => Some(plain.policies[lever.at].clone()),
                    (true, false) => {
                        let numbers: Vec<(&Knob, f64)> =
                            level.numbers.iter().map(|(knob, v)| (knob, *v)).collect();
                        let set = knob::set(&plain, &numbers).map_err(|all| (n, number, all))?;
                        Some(set.policies[lever.at].clone())
                    }
                });
            }
            plans.push(own);
        }
        Ok(Space {
            counted: scenario.counted(),
            scenario: plain,
            levers,
            plans,
            last,
        })
    }

    /// The scenario it is made of.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The levels that packages can have.
    pub fn grid(&self) -> Grid {
        Grid {
            least: self.levers.iter().map(Lever::least).collect(),
            sizes: self.levers.iter().map(Lever::choices).collect(),
        }
    }

    /// The one in which nothing is decided, which every cost is counted from; no package of the search where a
    /// lever cannot be left out.
    pub fn nothing(&self) -> Package {
        vec![0; self.levers.len()]
    }

    /// The question of a package, lived to the end of a year.
    pub fn question(&self, package: &[u8], last: Year) -> Scenario {
        let mut asked = self.scenario.clone();
        let mut out = Vec::new();
        for ((lever, plans), level) in self.levers.iter().zip(&self.plans).zip(package) {
            match &plans[usize::from(*level)] {
                Some(plan) => asked.policies[lever.at] = plan.clone(),
                None => out.push(lever.policy.clone()),
            }
        }
        asked.last = last;
        asked
            .policies
            .retain(|plan| !out.contains(&plan.id) && plan.from <= last);
        for plan in &mut asked.policies {
            plan.to = plan.to.min(last);
        }
        asked
    }
}
