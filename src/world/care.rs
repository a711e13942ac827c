//! Bed-days and crowding.

use crate::lanes::Lanes;
use crate::world::facility::Group;
use bevy_ecs::prelude::Resource;
use enum_map::EnumMap;

/// Days a bed stands a year.
pub const DAYS: f64 = 365.0;

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
    /// Bed-days a year of hospitals that were closed, by their province, at base use.
    pub closed_days: Vec<Lanes>,
    /// Bed-days of the province's people this year near home of other provinces, for want of their own beds.
    pub away: Vec<Lanes>,
    /// Bed-days of other provinces' people this year, for want of beds there.
    pub came: Vec<Lanes>,
    /// Occupancy of Central hospitals by host province at base.
    pub central_base: Vec<Lanes>,
    /// Growth of bed-day need since base by province, last year.
    pub growth: Vec<Lanes>,
    /// Bed-days last year from each province to each host of Central beds.
    pub flows: Flows,
    /// Occupancy by province; zero where there are no beds.
    pub occupancy: Vec<EnumMap<Group, Lanes>>,
    /// Bed-days of the province's people met locally this year.
    pub local: Vec<Lanes>,
    /// Bed-days of the province's people met in Central hospitals this year.
    pub referred: Vec<Lanes>,
    /// Bed-days worked by province.
    pub worked: Vec<EnumMap<Group, Lanes>>,
}

/// Bed-days, or shares of them, from each province to each host of Central beds.
#[derive(Clone, Debug, Default)]
pub struct Flows {
    hosts: Vec<usize>,
    /// `[province][host]`.
    rows: Vec<Lanes>,
}

impl Flows {
    /// Forgets all flows and takes these provinces as hosts.
    pub fn restart(&mut self, hosts: impl Iterator<Item = usize>) {
        self.hosts.clear();
        self.hosts.extend(hosts);
        self.rows.clear();
    }

    /// Adds the row of the next province: what `of` gives for each host by position and province.
    pub fn add(&mut self, of: impl Fn(usize, usize) -> Lanes) {
        let hosts = self.hosts.iter().enumerate();
        self.rows.extend(hosts.map(|(k, c)| of(k, *c)));
    }

    /// Provinces with Central beds.
    pub fn hosts(&self) -> &[usize] {
        &self.hosts
    }

    /// What goes from a province to each of the hosts.
    pub fn from(&self, province: usize) -> impl Iterator<Item = (usize, Lanes)> {
        let n = self.hosts.len();
        let row = &self.rows[province * n..(province + 1) * n];
        self.hosts.iter().copied().zip(row.iter().copied())
    }

    /// The same, to be changed.
    pub fn out_of(&mut self, province: usize) -> impl Iterator<Item = (usize, &mut Lanes)> {
        let n = self.hosts.len();
        let row = &mut self.rows[province * n..(province + 1) * n];
        self.hosts.iter().copied().zip(row)
    }

    /// What goes from a province to one host, to be changed; `None` where it has no Central beds.
    pub fn bound_for(&mut self, province: usize, host: usize) -> Option<&mut Lanes> {
        let mut row = self.out_of(province);
        row.find(|(c, _)| *c == host).map(|(_, flow)| flow)
    }
}
