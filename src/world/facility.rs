//! Hospitals and stations, and the boards on which their beds are added up.

use crate::base::{Level, Owner};
use crate::lanes::Lanes;
use bevy_ecs::prelude::{Component, Resource};

/// How beds are grouped: by who runs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(usize)]
pub enum Group {
    /// Ministries.
    Central = 0,
    /// Provincial level, owned by a province.
    Provincial = 1,
    /// Regional level, owned by a province.
    Regional = 2,
    /// Private owners.
    Private = 3,
}

/// Every group in order.
pub const GROUPS: [Group; 4] = [
    Group::Central,
    Group::Provincial,
    Group::Regional,
    Group::Private,
];

impl Group {
    /// The group of a hospital by level and owner.
    pub fn of(level: Level, owner: Owner) -> Group {
        match (owner, level) {
            (Owner::Ministry | Owner::OtherMinistry, _) => Group::Central,
            (Owner::Private, _) => Group::Private,
            (Owner::Province, Level::Regional) => Group::Regional,
            (Owner::Province, _) => Group::Provincial,
        }
    }
    /// Position among employers (Central, Provincial, Commune, Private): both levels of a province
    /// are one employer.
    pub fn employer(self) -> usize {
        match self {
            Group::Central => 0,
            Group::Provincial | Group::Regional => 1,
            Group::Private => 3,
        }
    }
}

/// A hospital.
#[derive(Component, Clone, Copy, Debug)]
pub struct Hospital {
    /// Group at the end of the base year.
    pub group: Group,
}

/// Built beds of a hospital.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct BuiltBeds {
    /// Beds now.
    pub now: Lanes,
    /// Beds at the end of the base year.
    pub at_base: Lanes,
}

/// How many hospitals an entity stands for: 1, except the slot of private hospitals opened during
/// the run and a campus that has not opened.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct Establishments(pub Lanes);

/// 1 in the futures in which a ministry's hospital has passed to its province.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct HandedOver(pub Lanes);

/// A commune station.
#[derive(Component, Clone, Copy, Debug)]
pub struct Station {
    /// Standard normal score of its weight among the stations of the province.
    pub score: f64,
}

/// Doctors at a station (the first occupation of the base).
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct StationStaff(pub Lanes);

impl AsMut<Lanes> for StationStaff {
    #[inline(always)]
    fn as_mut(&mut self) -> &mut Lanes {
        &mut self.0
    }
}

/// Beds added up by province and group, after changes of owner.
#[derive(Resource, Clone, Debug, Default)]
pub struct BedBoard {
    /// Built beds `[province][group]`.
    pub built: Vec<[Lanes; 4]>,
    /// Beds that have staff, `[province][group]`.
    pub operating: Vec<[Lanes; 4]>,
    /// Net beds added this year by construction, `[province][employer]`.
    pub added: Vec<[Lanes; 4]>,
    /// Beds opened this year, by province.
    pub opened: Vec<Lanes>,
    /// Beds in commune stations and polyclinics, by province; outside every official ratio.
    pub at_stations: Vec<Lanes>,
    /// Staff per bed at base by occupation with posts, `[occupation][province][employer]`.
    pub base_staff_per_bed: Vec<Vec<[Lanes; 4]>>,
}

/// Stations at or above the standard of four doctors, by province.
#[derive(Resource, Clone, Debug, Default)]
pub struct StationBoard {
    /// Stations with four doctors or more.
    pub with_four: Vec<Lanes>,
    /// Mean doctors per station at base, by province.
    pub base_mean: Vec<Lanes>,
    /// Stations built, rebuilt or brought to standard in the year by policies, for the nation.
    pub rebuilt: Lanes,
    /// Stations that money of investments has built or rebuilt since base, by province; in parts of
    /// stations, at unit cost.
    pub by_money: Vec<Lanes>,
    /// Stations at which works of an upgrade have begun since base, by province.
    pub begun: Vec<Lanes>,
    /// Those of them that are at standard, by province.
    pub upgraded: Vec<Lanes>,
}

impl StationBoard {
    /// Stations of a province (of `stations`) that nobody has touched since base.
    pub fn left(&self, province: usize, stations: f64) -> Lanes {
        let touched = self.by_money[province] + self.begun[province];
        (Lanes::splat(stations) - touched).max(Lanes::ZERO)
    }
}

/// Hospitals counted, by province.
#[derive(Resource, Clone, Debug, Default)]
pub struct HospitalBoard {
    /// All hospitals.
    pub all: Vec<Lanes>,
    /// Private ones.
    pub private: Vec<Lanes>,
}
