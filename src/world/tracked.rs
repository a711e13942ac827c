//! Indicators that are followed, and things to finish by a date.

use crate::lanes::Lanes;
use bevy_ecs::prelude::Resource;

/// Where followed indicators stand, `[indicator][province]`.
///
/// Levels move on the scale of log odds between the indicator's bounds, so that they never leave
/// them.
#[derive(Resource, Clone, Debug, Default)]
pub struct TrackedBoard {
    /// True level: log odds between the bounds.
    pub odds: Vec<Vec<Lanes>>,
    /// Value that is read and judged, in the indicator's unit.
    pub reading: Vec<Vec<Lanes>>,
    /// What a province weighs when provinces are added up.
    pub weight: Vec<Vec<Lanes>>,
    /// Money of initiatives this year over what it reaches: billion for each million people, or for
    /// each facility.
    pub money: Vec<Vec<Lanes>>,
    /// Stations brought to standard until the end of last year, by province.
    pub upgraded: Vec<Lanes>,
    /// Log odds for one unit of the indicator, at the nation's level of the base year.
    pub steep: Vec<Lanes>,
}

/// Where milestones stand, in the order of the base.
#[derive(Resource, Clone, Debug, Default)]
pub struct MilestoneBoard {
    /// 1 in futures in which it is reached.
    pub done: Vec<Lanes>,
    /// Years between the planned and the true finish, drawn once; infinite where it is never
    /// finished.
    pub delay: Vec<Lanes>,
    /// Planned finish by policies, in years with their fraction; infinite where none is under way.
    pub planned: Vec<Lanes>,
}
