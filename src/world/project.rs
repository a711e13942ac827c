//! Named building projects.

use crate::base::ProjectState;
use crate::lanes::Lanes;
use crate::units::Year;
use crate::world::amount::Billion;
use bevy_ecs::entity::Entity;
use bevy_ecs::prelude::{Component, Resource};

/// A named project.
#[derive(Component, Clone, Copy, Debug)]
pub struct Building {
    /// The hospital whose beds grow.
    pub hospital: Entity,
    /// Beds of the whole building.
    pub beds: f64,
    /// Beds it adds, net of those it replaces.
    pub net_beds: f64,
    /// Whole cost in billion; `None`: all beds of the building at unit cost, for those that replace
    /// others are built as well.
    pub cost: Option<f64>,
    /// State at base.
    pub state: ProjectState,
    /// Planned year of opening.
    pub planned: Year,
    /// Whether the Ministry builds it (its money is outside the provincial account).
    pub central: bool,
}

/// Where a project stands in each future.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct Progress {
    /// 1 until it opens, then 0; 0 from the start in futures in which it is cancelled.
    pub pending: Lanes,
    /// Beds still to open of those already inaugurated.
    pub rest: Lanes,
    /// Money paid before the base year's end.
    pub paid_at_base: Billion,
    /// Money still to pay.
    pub to_pay: Billion,
    /// 1 in futures in which it is cancelled.
    pub cancelled: Lanes,
}

/// Named projects counted.
#[derive(Resource, Clone, Debug, Default)]
pub struct ProjectBoard {
    /// Past their planned year, not open, not cancelled.
    pub late: Lanes,
}
