//! What can be decided, and what must hold: the space that a search goes through, and its goals.
//!
//! In the terms of the field: levers are decision variables (mixed: on or off, or stepped), goals are chance
//! constraints, each alone or jointly.

use super::knob::{self, Knob, Unknown};
use super::{Plan, Scenario};
pub use crate::results::seek::{By, Minimised};
use crate::shape::{Measure, Shape, shaped};
use crate::source::Spanned;
use serde::Serialize;

/// Steps of a lever that is sized, where nothing is said.
pub const STEPS: i64 = 4;
/// Most steps of a lever.
pub const MOST_STEPS: i64 = 40;
/// The largest multiple of what is written.
const MOST_TIMES: f64 = 20.0;
/// Most packages that a search looks through.
pub const MOST_PACKAGES: usize = 1 << 20;

shaped! {
    /// `decide: (levers: [(policy: "beds", sizes: ["amount"])], goals: [(targets: ["..."], at_least: [0.8])])`.
    #[derive(PartialEq, Serialize)]
    #[name("Decide")]
    pub struct DecideWritten {
        /// what can be decided: policies of this scenario, each in or out, or sized
        #[only(Filled)]
        pub levers: Vec<LeverWritten>,
        /// what must hold, the most important first
        #[only(Filled)]
        pub goals: Vec<GoalWritten>,
        /// what a package should cost least of: money that the ceiling counts (PublicMoney, if left out), or that of
        /// all payers (AllMoney)
        #[default]
        pub minimise: Minimised,
    }
}

shaped! {
    /// `(policy: "beds", sizes: ["amount"], steps: 4)`.
    #[derive(PartialEq, Serialize)]
    #[name("Lever")]
    pub struct LeverWritten {
        /// id of a policy of this scenario
        pub policy: Spanned<String>,
        /// paths of numbers of it that grow together, from nothing to what is written; in or out, if left out
        #[default]
        #[unless("Vec::is_empty")]
        pub sizes: Vec<Spanned<String>>,
        /// equal steps from nothing to the largest; 4 if left out
        #[default]
        #[unless("Option::is_none")]
        #[shape(Shape::Whole(1.0, MOST_STEPS as f64, Measure::Bare))]
        pub steps: Option<Spanned<i64>>,
        /// the largest, as a multiple of what is written; 1 if left out
        #[default]
        #[unless("Option::is_none")]
        #[shape(Shape::Number(0.0, MOST_TIMES, Measure::Bare))]
        pub up_to: Option<Spanned<f64>>,
        /// values of the one number named, in place of steps: [2026, 2028] of a year
        #[default]
        #[unless("Vec::is_empty")]
        pub values: Vec<Spanned<f64>>,
        /// whether it cannot be left out; false if left out
        #[default]
        #[unless("std::ops::Not::not")]
        pub always: bool,
    }
}

shaped! {
    /// `(targets: ["beds_per_10k/nation/2030/at-least-36.5"], at_least: [0.5, 0.8])`.
    #[derive(PartialEq, Serialize)]
    #[name("Goal")]
    pub struct GoalWritten {
        /// ids of targets of this scenario, as in targets.csv of a run
        #[only(Filled)]
        pub targets: Vec<Spanned<String>>,
        /// what their measure must reach: chances, or numbers of targets with by: Number
        #[only(Filled)]
        pub at_least: Vec<Spanned<f64>>,
        /// how several targets are told in one: Together if left out
        #[default]
        pub by: By,
    }
}

/// A lever with all it can be set to.
#[derive(Clone, Debug)]
pub struct Lever {
    /// The policy.
    pub policy: String,
    /// Position of the policy.
    pub at: usize,
    /// Whether it is only in or out.
    pub switch: bool,
    /// Whether no package leaves it out.
    pub always: bool,
    /// From the least to the most; the first leaves the policy out, also where no package does: what
    /// packages cost is counted from there.
    pub levels: Vec<Level>,
}

impl Lever {
    /// The least level of a package.
    pub fn least(&self) -> u8 {
        u8::from(self.always)
    }

    /// How many levels packages can have.
    pub fn choices(&self) -> usize {
        self.levels.len() - usize::from(self.always)
    }
}

/// One setting of a lever.
#[derive(Clone, Debug, Default)]
pub struct Level {
    /// Whether the policy is carried out.
    pub on: bool,
    /// Which part of what is written, where it is sized by steps.
    pub part: Option<f64>,
    /// Its numbers.
    pub numbers: Vec<(Knob, f64)>,
}

/// What is wrong with a lever, and at what.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// No policy of this id; all there are.
    NoPolicy(Vec<String>),
    /// Reports say how far it is: it is decided already.
    UnderWay,
    /// No number of this path (by position among the sizes).
    NoNumber(usize, Option<String>, Vec<String>),
    /// A year has no size.
    Year(usize),
    /// What stands there is no number above the least it can be.
    NoSize(usize),
    /// Values belong to one number.
    ValuesOfSeveral,
    /// Steps or a largest where values are listed, or where nothing is sized.
    Idle,
    /// So many steps, or no such largest.
    Steps,
}

impl LeverWritten {
    /// What the lever can be set to in a scenario.
    pub fn read(&self, scenario: &Scenario) -> Result<Lever, Fault> {
        let at = scenario.policies.iter().position(|p| p.id == *self.policy);
        let Some(at) = at else {
            let ids = scenario.policies.iter().map(|p| p.id.clone());
            return Err(Fault::NoPolicy(ids.collect()));
        };
        let plan = &scenario.policies[at];
        if !plan.progress.is_empty() {
            return Err(Fault::UnderWay);
        }
        let knobs = self.knobs(plan, scenario)?;
        let mut levels = vec![Level::default()];
        levels.extend(match (knobs.is_empty(), self.values.is_empty()) {
            (true, true) if self.steps.is_none() && self.up_to.is_none() => vec![Level {
                on: true,
                ..Level::default()
            }],
            (true, true) => return Err(Fault::Idle),
            (_, false) => self.listed(&knobs)?,
            (false, true) => self.stepped(&knobs)?,
        });
        Ok(Lever {
            policy: plan.id.clone(),
            at,
            switch: knobs.is_empty(),
            always: self.always,
            levels,
        })
    }

    fn knobs(&self, plan: &Plan, scenario: &Scenario) -> Result<Vec<Knob>, Fault> {
        let find = |(n, path): (usize, &Spanned<String>)| {
            let name = format!("{}.{}", plan.id, path.value);
            knob::find(scenario, &name).map_err(|unknown| match unknown {
                Unknown::InPolicy { near, names } => {
                    let short = |name: &String| match name.split_once('.') {
                        Some((_, path)) => path.to_owned(),
                        None => name.clone(),
                    };
                    Fault::NoNumber(
                        n,
                        near.as_ref().map(short),
                        names.iter().map(short).collect(),
                    )
                }
                Unknown::Anywhere { .. } => Fault::NoNumber(n, None, Vec::new()),
            })
        };
        self.sizes.iter().enumerate().map(find).collect()
    }

    /// The values that are listed.
    fn listed(&self, knobs: &[Knob]) -> Result<Vec<Level>, Fault> {
        let [knob] = knobs else {
            return Err(Fault::ValuesOfSeveral);
        };
        if self.steps.is_some() || self.up_to.is_some() {
            return Err(Fault::Idle);
        }
        if self.values.len() as i64 > MOST_STEPS {
            return Err(Fault::Steps);
        }
        let level = |value: &Spanned<f64>| Level {
            on: true,
            part: None,
            numbers: vec![(knob.clone(), value.value)],
        };
        Ok(self.values.iter().map(level).collect())
    }

    /// Equal steps.
    fn stepped(&self, knobs: &[Knob]) -> Result<Vec<Level>, Fault> {
        let steps = self.steps.as_ref().map_or(STEPS, |steps| steps.value);
        let most = self.up_to.as_ref().map_or(1.0, |most| most.value);
        let sound = (1..=MOST_STEPS).contains(&steps) && most > 0.0 && most <= MOST_TIMES;
        if !sound {
            return Err(Fault::Steps);
        }
        let mut full = Vec::new();
        for (n, knob) in knobs.iter().enumerate() {
            if knob.is_year() {
                return Err(Fault::Year(n));
            }
            match knob.stands {
                Some(value) if value > knob.least => full.push((knob, value)),
                _ => return Err(Fault::NoSize(n)),
            }
        }
        let level = |step: i64| {
            let part = most * step as f64 / steps as f64;
            let number = |(knob, value): &(&Knob, f64)| {
                let sized = knob.least + part * (value - knob.least);
                // Sizes are read as people write them, not as sums of binary fractions.
                let sized = match knob.counts {
                    true => sized.round(),
                    false => (sized * 1e9).round() / 1e9,
                };
                ((*knob).clone(), sized)
            };
            Level {
                on: true,
                part: Some(part),
                numbers: full.iter().map(number).collect(),
            }
        };
        Ok((1..=steps).map(level).collect())
    }
}

/// Every lever of a scenario, where each is sound.
pub fn levers(scenario: &Scenario, decide: &DecideWritten) -> Result<Vec<Lever>, (usize, Fault)> {
    let each = decide.levers.iter().enumerate();
    each.map(|(n, lever)| lever.read(scenario).map_err(|fault| (n, fault)))
        .collect()
}

/// How many packages they make; `None` where nobody could count them.
pub fn packages(levers: &[Lever]) -> Option<usize> {
    let many = levers.iter().map(Lever::choices);
    many.into_iter()
        .try_fold(1usize, |all, levels| all.checked_mul(levels))
}
