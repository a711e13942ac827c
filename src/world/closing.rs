//! Hospitals that close, or join another.

use crate::lanes::Lanes;
use crate::units::{Payer, Year};
use bevy_ecs::entity::Entity;
use bevy_ecs::prelude::Component;

/// A hospital on its way to be closed, or to join another of its province.
#[derive(Component, Clone, Copy, Debug)]
pub struct Closing {
    /// Position of its policy in the scenario.
    pub policy: usize,
    /// The hospital.
    pub hospital: Entity,
    /// Its province.
    pub province: usize,
    /// The hospital it joins; none where it closes and its beds are gone.
    pub into: Option<Entity>,
    /// Planned year.
    pub year: Year,
    /// Last year of the policy.
    pub until: Year,
    /// Who pays.
    pub payer: Payer,
}

/// 1 in the futures in which a hospital has closed or joined another: beds on order open there only where no other one is left.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct Shut(pub Lanes);
