//! Hospitals that change owner.

use crate::lanes::Lanes;
use crate::units::{Payer, Year};
use bevy_ecs::entity::Entity;
use bevy_ecs::prelude::Component;

/// A ministry's hospital on its way to a province.
#[derive(Component, Clone, Copy, Debug)]
pub struct Handover {
    /// Position of its policy in the scenario; none for one the base lists as decided.
    pub policy: Option<usize>,
    /// The hospital.
    pub hospital: Entity,
    /// Its province.
    pub province: usize,
    /// Planned year.
    pub planned: Year,
    /// Last year in which the sides may agree.
    pub until: Year,
    /// Who pays for the change.
    pub payer: Payer,
    /// Whether it is decided: then it happens in the planned year in every future.
    pub decided: bool,
    /// Mean years of delay, where the scenario sets it.
    pub mean_delay: Option<f64>,
    /// Years of integration, where the scenario sets it.
    pub integration: Option<f64>,
}

/// Where a handover stands in each future.
#[derive(Component, Clone, Debug, Default)]
pub struct Agreement {
    /// 1 until it happens.
    pub pending: Lanes,
    /// 1 in the year it happens.
    pub happened: Lanes,
    /// Bed-days a year that became local, by the year in which they did: one year in a future
    /// that is lived, a part in each year where the change is only expected.
    pub settling: Vec<(Year, Lanes)>,
}
