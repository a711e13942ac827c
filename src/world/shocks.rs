//! Year shocks: what a year brings that nobody decided.

use crate::lanes::Lanes;
use bevy_ecs::prelude::Resource;

/// Shocks of the year; those with memory keep last year's value until the draw phase renews them.
#[derive(Resource, Clone, Debug, Default)]
pub struct Shocks {
    /// National growth, log.
    pub growth: Lanes,
    /// Provincial growth, log, by province, before centring.
    pub growth_province: Vec<Lanes>,
    /// Resignations, log.
    pub quits: Lanes,
    /// Share of bed money a province gets, log.
    pub capital: Vec<Lanes>,
    /// Appeal of a province to people choosing a post, log.
    pub appeal: Vec<Lanes>,
    /// Disbursed share of provincial money this year.
    pub disbursed_provincial: Lanes,
    /// Disbursed share of the Ministry's money this year.
    pub disbursed_ministry: Lanes,
}
