//! Hospitals and stations, and the boards on which their beds are added up.

use crate::base::{Level, Owner};
use crate::lanes::Lanes;
use crate::world::staff::Employer;
use bevy_ecs::prelude::{Component, Resource};
use enum_map::{Enum, EnumMap, enum_map};

/// How beds are grouped: by who runs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Enum)]
pub enum Group {
    /// Ministries.
    Central,
    /// Provincial level, owned by a province.
    Provincial,
    /// Regional level, owned by a province.
    Regional,
    /// Private owners.
    Private,
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
    /// Who employs its staff: both levels of a province are one employer.
    pub fn employer(self) -> Employer {
        match self {
            Group::Central => Employer::Central,
            Group::Provincial | Group::Regional => Employer::Provincial,
            Group::Private => Employer::Private,
        }
    }
}

/// Beds by group, put together by employer; stations have none that count.
pub fn by_employer(beds: &EnumMap<Group, Lanes>) -> EnumMap<Employer, Lanes> {
    enum_map! {
        Employer::Central => beds[Group::Central],
        Employer::Provincial => beds[Group::Provincial] + beds[Group::Regional],
        Employer::Commune => Lanes::ZERO,
        Employer::Private => beds[Group::Private],
    }
}

/// Levels of a province's own hospitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum Tier {
    /// The provincial level.
    Provincial,
    /// The regional level.
    Regional,
}

/// Both levels in order.
pub const TIERS: [Tier; 2] = [Tier::Provincial, Tier::Regional];

impl Tier {
    /// The group of its hospitals.
    pub fn group(self) -> Group {
        match self {
            Tier::Provincial => Group::Provincial,
            Tier::Regional => Group::Regional,
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
    /// Built beds by province.
    pub built: Vec<EnumMap<Group, Lanes>>,
    /// Beds that have staff, by province.
    pub operating: Vec<EnumMap<Group, Lanes>>,
    /// Net beds added this year by construction, by province.
    pub added: Vec<EnumMap<Employer, Lanes>>,
    /// Beds opened this year, by province.
    pub opened: Vec<Lanes>,
    /// Beds in commune stations and polyclinics, by province; outside every official ratio.
    pub at_stations: Vec<Lanes>,
    /// Staff per bed at base by occupation with posts, `[occupation][province]`.
    pub base_staff_per_bed: Vec<Vec<EnumMap<Employer, Lanes>>>,
}

impl BedBoard {
    /// Built beds of a group in the nation.
    pub fn nation(&self, group: Group) -> Lanes {
        let rows = self.built.iter();
        rows.fold(Lanes::ZERO, |sum, row| sum + row[group])
    }
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
