//! Hospitals that change owner.

use crate::lanes::Lanes;
use crate::units::Year;
use bevy_ecs::entity::Entity;
use bevy_ecs::prelude::Component;

/// A ministry's hospital on its way to a province.
#[derive(Component, Clone, Copy, Debug)]
pub struct Handover {
    /// The hospital.
    pub hospital: Entity,
    /// Its province.
    pub province: usize,
    /// Planned year.
    pub planned: Year,
    /// Whether it is decided: then it happens in the planned year in every future.
    pub decided: bool,
    /// Mean years of delay, where the scenario sets it.
    pub mean_delay: Option<f64>,
    /// Years of integration, where the scenario sets it.
    pub integration: Option<f64>,
}

/// Where a handover stands in each future.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct Agreement {
    /// 1 until it happens.
    pub pending: Lanes,
    /// 1 in the year it happens.
    pub happened: Lanes,
    /// Years since it happened; 0 before.
    pub years_since: Lanes,
    /// Beds that changed hands.
    pub beds: Lanes,
    /// Bed-days a year at the time of the change that now are local.
    pub bed_days: Lanes,
}
