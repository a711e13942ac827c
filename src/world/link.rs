//! Links between core and satellite hospitals.

use crate::units::Payer;
use crate::units::Year;
use bevy_ecs::prelude::Component;

/// A core hospital teaches a satellite one specialty.
#[derive(Component, Clone, Debug)]
pub struct Link {
    /// Position of its policy in the scenario.
    pub policy: usize,
    /// Province of the satellite.
    pub province: usize,
    /// Position of the satellite among the base's facilities.
    pub satellite: usize,
    /// Specialty handed down; `general` stands for all of the programme.
    pub specialty: String,
    /// First year.
    pub from: Year,
    /// Last year it is paid for.
    pub to: Year,
    /// Who pays.
    pub payer: Payer,
}
