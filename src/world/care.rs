//! Bed-days and crowding.

use crate::lanes::Lanes;
use bevy_ecs::prelude::Resource;

/// Demand for bed-days and how full the beds are, by province.
#[derive(Resource, Clone, Debug, Default)]
pub struct CareBoard {
    /// Bed-days a year met near home at base.
    pub local_base: Vec<Lanes>,
    /// Bed-days a year referred to Central hospitals at base.
    pub referred_base: Vec<Lanes>,
    /// People of the base year in reach of each host: everybody, over distance in kilometres.
    pub reach: Vec<Lanes>,
    /// Age index of the base year by province (bed use of the age mix).
    pub age_index_base: Vec<Lanes>,
    /// Share of the base's referrals that still go to Central hospitals (falls with handovers).
    pub referral_scale: Vec<Lanes>,
    /// Bed-days a year that came with hospitals handed over, by host province, at base use.
    pub handed_days: Vec<Lanes>,
    /// Part of local service lost while hospitals settle in, bed-days a year by province.
    pub service_lost: Vec<Lanes>,
    /// Fall of referrals by satellite links, share by province.
    pub kept_by_links: Vec<Lanes>,
    /// Occupancy of Central hospitals by host province at base.
    pub central_base: Vec<Lanes>,
    /// Growth of bed-day need since base by province, last year.
    pub growth: Vec<Lanes>,
    /// Bed-days last year from each province to each host of Central beds.
    pub flows: Vec<Vec<(usize, Lanes)>>,
    /// Occupancy `[province][group]`; zero where there are no beds.
    pub occupancy: Vec<[Lanes; 4]>,
    /// Bed-days of the province's people met locally this year.
    pub local: Vec<Lanes>,
    /// Bed-days of the province's people met in Central hospitals this year.
    pub referred: Vec<Lanes>,
    /// Bed-days worked by group `[province][group]`.
    pub worked: Vec<[Lanes; 4]>,
}
