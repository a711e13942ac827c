//! The country as every system sees it: the base, with the look-ups they share.

use crate::base::Base;
use crate::chance::Key;
use crate::units::Year;
use crate::world::staff::Employer;
use bevy_ecs::entity::Entity;
use bevy_ecs::prelude::Resource;
use enum_map::EnumMap;
use std::sync::Arc;

/// The base and what is looked up in it again and again.
#[derive(Resource, Clone, Debug)]
pub struct Country {
    /// The base, with the scenario's overrides.
    pub base: Arc<Base>,
    /// Last simulated year.
    pub last: Year,
    /// Kilometres between provincial centres, `[from][to]`, zero on the diagonal.
    pub distance: Vec<Vec<f64>>,
    /// Addresses of provinces.
    pub province_keys: Vec<Key>,
    /// Addresses of occupations.
    pub occupation_keys: Vec<Key>,
    /// Stations in each province.
    pub stations: Vec<f64>,
    /// Whether a hospital of the Ministry of Health stood in a province in the base year.
    pub ministry_hosts: Vec<bool>,
    /// Each province's share of the private beds of the base's facility list; by people where the
    /// list has none.
    pub private_shares: Vec<f64>,
    /// Whether a storm strikes a province, by province, where the scenario says which it strikes.
    pub storm_in: Option<Vec<bool>>,
    /// Whether beds without staff stay shut.
    pub staffing_gate: bool,
    /// Real discount rate the scenario sets, if any.
    pub discount_rate: Option<f64>,
}

impl Country {
    /// Number of provinces.
    pub fn provinces(&self) -> usize {
        self.base.provinces.len()
    }
    /// Number of occupations.
    pub fn occupations(&self) -> usize {
        self.base.occupations.len()
    }
    /// Deaths a year per person in the five-year band that starts at `age`.
    pub fn death_rate(&self, age: usize) -> f64 {
        self.base
            .death_rates
            .iter()
            .find(|(from, _)| *from as usize == age)
            .map(|(_, rate)| *rate)
            .expect("checked: death rates cover every band")
    }
    /// Retirement ages of men and women in force in a year, and their rise since the year before.
    pub fn retirement_ages(&self, year: Year) -> ((f64, f64), (f64, f64)) {
        let of = |year| {
            self.base
                .retirement_age
                .iter()
                .find(|(y, _, _)| *y == year)
                .map(|(_, men, women)| (*men, *women))
                .expect("checked: retirement ages cover the horizon")
        };
        let (ages, before) = (of(year), of(year.plus(-1)));
        (ages, (ages.0 - before.0, ages.1 - before.1))
    }
    /// The base year.
    pub fn base_year(&self) -> Year {
        self.base.year
    }
    /// What [`Country::private_shares`] is for a base.
    pub fn shares_of_private_beds(base: &Base) -> Vec<f64> {
        let mut beds = vec![0.0; base.provinces.len()];
        for facility in &base.facilities {
            if facility.owner == crate::base::Owner::Private {
                beds[facility.province] += facility.beds;
            }
        }
        let mut sum: f64 = beds.iter().sum();
        if sum <= 0.0 {
            beds = base.provinces.iter().map(|p| p.population).collect();
            sum = beds.iter().sum();
        }
        beds.iter().map(|b| b / sum).collect()
    }
    /// Great-circle distance in kilometres between the centres of all provinces; from the tile map
    /// (one tile is taken as `tile_km`) where a centre is not known.
    ///
    /// Assumption: the tile distance is grade E and only ranks the hosts of central hospitals.
    pub fn distances(base: &Base, tile_km: f64) -> Vec<Vec<f64>> {
        let one = |a: &crate::base::Province, b: &crate::base::Province| match (a.centre, b.centre)
        {
            (Some((lat_a, lon_a)), Some((lat_b, lon_b))) => {
                let rad = core::f64::consts::PI / 180.0;
                let (phi_a, phi_b) = (lat_a * rad, lat_b * rad);
                let half_lat = libm::sin((phi_b - phi_a) / 2.0);
                let half_lon = libm::sin((lon_b - lon_a) * rad / 2.0);
                let h =
                    half_lat * half_lat + libm::cos(phi_a) * libm::cos(phi_b) * half_lon * half_lon;
                2.0 * 6371.0 * libm::asin(h.sqrt().min(1.0))
            }
            _ => {
                let dx = a.tile.0 as f64 - b.tile.0 as f64;
                let dy = a.tile.1 as f64 - b.tile.1 as f64;
                (dx * dx + dy * dy).sqrt() * tile_km
            }
        };
        base.provinces
            .iter()
            .map(|a| base.provinces.iter().map(|b| one(a, b)).collect())
            .collect()
    }
}

/// Where the entities of each kind are, by position.
#[derive(Resource, Clone, Debug, Default)]
pub struct Index {
    /// Hospital entity for each facility of the base (`None` for stations).
    pub hospitals: Vec<Option<Entity>>,
    /// Slot for private hospitals opened during the run, by province.
    pub new_private: Vec<Entity>,
    /// Second campuses of the scenario, in the order of its policies.
    pub campuses: Vec<Entity>,
    /// Stations, by province and in table order within it.
    pub stations: Vec<Entity>,
    /// Cohorts `[occupation][province]`; for occupations without posts all employers have the same.
    pub cohorts: Vec<Vec<EnumMap<Employer, Entity>>>,
    /// Entrants by occupation.
    pub entrants: Vec<Entity>,
}

/// The calendar of a run.
#[derive(Resource, Clone, Copy, Debug)]
pub struct Clock {
    /// The base year.
    pub base: Year,
    /// The year being lived.
    pub year: Year,
}

impl Clock {
    /// Years since the base year; 1 in the first simulated year.
    pub fn elapsed(&self) -> i32 {
        self.year.since(self.base)
    }
}
