//! Training programmes: a school and an occupation, with its students by the year they graduate.

pub use crate::base::MAX_YEARS;
use crate::base::Owner;
use crate::lanes::Lanes;
use bevy_ecs::prelude::{Component, Resource};

/// Which programme this is.
#[derive(Component, Clone, Copy, Debug)]
pub struct Programme {
    /// Position of the occupation.
    pub occupation: usize,
    /// Who runs it.
    pub owner: Owner,
    /// Share of the national intake.
    pub share: f64,
    /// Years of study.
    pub years: usize,
}

/// Students of a programme.
#[derive(Component, Clone, Copy, Debug)]
pub struct Students {
    /// `pipeline[k]` finishes in k + 1 years.
    pub pipeline: [Lanes; MAX_YEARS],
    /// Finished their classes a year late and graduate next year.
    pub late: Lanes,
    /// Intake of the base year.
    pub base_intake: Lanes,
}

impl Default for Students {
    fn default() -> Self {
        Students {
            pipeline: [Lanes::ZERO; MAX_YEARS],
            late: Lanes::ZERO,
            base_intake: Lanes::ZERO,
        }
    }
}

impl Students {
    /// Everybody enrolled.
    pub fn total(&self) -> Lanes {
        self.pipeline.iter().fold(self.late, |sum, s| sum + *s)
    }
}

/// Classes that a policy adds beside the ordinary ones; nobody studies in them at base.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct AddedClasses {
    /// Whom they admit this year; whole where people are.
    pub admits: Lanes,
    /// Whether their students are bound to commune stations and do not join the ordinary graduates.
    pub bound: bool,
    /// Their graduates of this year.
    pub graduates: Lanes,
}

/// What policies ask of schools this year.
#[derive(Resource, Clone, Debug, Default)]
pub struct TrainingLevers {
    /// Teaching places added by policy so far, by occupation.
    pub extra_places: Vec<Lanes>,
}
