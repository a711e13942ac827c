//! Staff: one cohort for each province, occupation and employer, by five-year age band; and the
//! people who are licensed and not yet placed.

use crate::base;
use crate::chance::Word;
use crate::lanes::{Lanes, total};
use bevy_ecs::prelude::{Component, Resource};
use enum_map::{Enum, EnumMap};

/// Most age bands a cohort can have (20-24 to 65-69).
pub const MAX_BANDS: usize = 10;

/// Who employs a cohort: those that [`base::Employer`] names, each a place of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum Employer {
    /// Hospitals of ministries.
    Central,
    /// Hospitals of provinces, both levels.
    Provincial,
    /// Commune stations.
    Commune,
    /// Private owners.
    Private,
}

/// Every employer, in the order cohorts are kept.
pub const EMPLOYERS: [Employer; 4] = [
    Employer::Central,
    Employer::Provincial,
    Employer::Commune,
    Employer::Private,
];

/// Public ones.
pub const PUBLIC: [Employer; 3] = [Employer::Central, Employer::Provincial, Employer::Commune];

/// Those who run hospitals.
pub const HOSPITALS: [Employer; 3] = [Employer::Central, Employer::Provincial, Employer::Private];

/// Under which the people of an occupation without posts are kept.
pub const WITHOUT_POSTS: Employer = Employer::Central;

impl PartialEq<base::Employer> for Employer {
    fn eq(&self, named: &base::Employer) -> bool {
        matches!(
            (self, named),
            (Employer::Central, base::Employer::Central)
                | (Employer::Provincial, base::Employer::Provincial)
                | (Employer::Commune, base::Employer::Commune)
                | (Employer::Private, base::Employer::Private)
        )
    }
}

/// Which cohort this is.
#[derive(Component, Clone, Copy, Debug)]
pub struct Cohort {
    /// Position of the province.
    pub province: usize,
    /// Position of the occupation.
    pub occupation: usize,
    /// Who employs it; [`WITHOUT_POSTS`] for occupations without posts.
    pub employer: Employer,
    /// Number of age bands.
    pub bands: usize,
    /// Lowest age of the first band.
    pub first_age: u32,
}

/// Heads by age band, plus names that are not people.
#[derive(Component, Clone, Copy, Debug)]
pub struct Headcount {
    /// People by five-year band.
    pub bands: [Lanes; MAX_BANDS],
    /// Names in the official count that are not working people: they stay and never leave.
    pub names: Lanes,
}

impl Default for Headcount {
    fn default() -> Self {
        Headcount {
            bands: [Lanes::ZERO; MAX_BANDS],
            names: Lanes::ZERO,
        }
    }
}

impl Headcount {
    /// Everybody in the official count.
    pub fn total(&self) -> Lanes {
        self.people() + self.names
    }
    /// People, without names.
    pub fn people(&self) -> Lanes {
        total(&self.bands)
    }
}

/// Funded posts of a cohort.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct Posts {
    /// Posts now.
    pub now: Lanes,
    /// Staff at base, which some rules refer to.
    pub base_staff: Lanes,
}

/// People who ask to move to private practice this year, by band.
#[derive(Component, Clone, Copy, Debug)]
pub struct Movers(pub [Lanes; MAX_BANDS]);

impl Default for Movers {
    fn default() -> Self {
        Movers([Lanes::ZERO; MAX_BANDS])
    }
}

/// The words that decide how many grow out of their band this year; drawn with those of leaving,
/// at the same address.
#[derive(Component, Clone, Copy, Debug)]
pub struct Birthdays(pub [Word; MAX_BANDS]);

impl Default for Birthdays {
    fn default() -> Self {
        Birthdays([Word::default(); MAX_BANDS])
    }
}

/// One occupation's people between school and post, for the nation.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct Entrants {
    /// Position of the occupation.
    pub occupation: usize,
    /// Last year's graduates, practising before the licence.
    pub practising: Lanes,
    /// Failed the exam once and sit it again.
    pub retry: Lanes,
    /// Licensed, looking, not placed.
    pub waiting: Lanes,
    /// Newly licensed this year.
    pub licensed: Lanes,
    /// Newly licensed this year who look for a counted post.
    pub looking: Lanes,
    /// Graduates of this year.
    pub graduates: Lanes,
    /// Open posts before placement.
    pub open_posts: Lanes,
    /// People looking before placement.
    pub pool: Lanes,
    /// People placed.
    pub placed: Lanes,
    /// Graduates bound to commune stations who are on their way there.
    pub bound: Lanes,
    /// Graduates of this year who are bound to commune stations; besides `graduates`.
    pub bound_graduates: Lanes,
    /// People bound to commune stations who were placed there this year; part of `placed`.
    pub bound_placed: Lanes,
}

/// Staff added up by occupation, province and employer.
#[derive(Resource, Clone, Debug, Default)]
pub struct StaffBoard {
    /// Official count `[occupation][province]`; under [`WITHOUT_POSTS`] for occupations without posts.
    pub heads: Vec<Vec<EnumMap<Employer, Lanes>>>,
    /// Funded posts `[occupation][province]`; nothing for occupations without posts.
    pub posts: Vec<Vec<EnumMap<Employer, Lanes>>>,
    /// Resignations of the year by occupation and province.
    pub resigned: Vec<Vec<Lanes>>,
    /// People who took a post this year `[occupation][province]`, without those bound to it.
    pub placed: Vec<Vec<EnumMap<Employer, Lanes>>>,
}

impl StaffBoard {
    /// Everybody on the staff of the stations of a province.
    pub fn at_stations(&self, province: usize) -> Lanes {
        let all = self.heads.iter();
        all.fold(Lanes::ZERO, |sum, heads| {
            sum + heads[province][Employer::Commune]
        })
    }
}

/// Whom a policy keeps: `share` of those who would retire at the age, until they reach `to_age`.
#[derive(Clone, Copy, Debug)]
pub struct KeptOn {
    /// Share of those who would retire at the age.
    pub share: Lanes,
    /// Age at which they stop, 65 to 70.
    pub to_age: Lanes,
}

/// What policies do to employers this year. A row that is empty or missing: no policy does.
#[derive(Resource, Clone, Debug, Default)]
pub struct StaffLevers {
    /// Points of pay that allowances of policies add `[occupation][province]`.
    pub points: Vec<Vec<EnumMap<Employer, Lanes>>>,
    /// What starting pay of policies is worth to those who choose, in points of pay, likewise.
    pub starting: Vec<Vec<EnumMap<Employer, Lanes>>>,
    /// What these allowances add to the factor by which pay changes resignations: zero or below.
    pub quits: Vec<Vec<EnumMap<Employer, Lanes>>>,
    /// What they and starting pay add to the appeal of a post, as a share of its own appeal.
    pub appeal: Vec<Vec<EnumMap<Employer, Lanes>>>,
    /// Those whom policies keep past the retirement age, by occupation.
    pub kept_on: Vec<Option<KeptOn>>,
    /// Posts for the first occupation at commune stations that policies fund, by province.
    pub station_posts: Vec<Lanes>,
    /// Person-years of the first occupation lent by the province's hospitals to its stations.
    pub rotated: Vec<Lanes>,
    /// People at stations whose pay policies carry `[occupation][province]`.
    pub paid_at_stations: Vec<Vec<Lanes>>,
}

impl StaffLevers {
    /// Posts at stations of a province that policies fund.
    pub fn station_posts(&self, province: usize) -> Lanes {
        self.station_posts
            .get(province)
            .copied()
            .unwrap_or(Lanes::ZERO)
    }

    /// Person-years lent to the stations of a province.
    pub fn rotated(&self, province: usize) -> Lanes {
        self.rotated.get(province).copied().unwrap_or(Lanes::ZERO)
    }

    /// People at stations whose pay policies carry.
    pub fn paid_at_stations(&self, occupation: usize, province: usize) -> Lanes {
        self.paid_at_stations
            .get(occupation)
            .and_then(|row| row.get(province))
            .copied()
            .unwrap_or(Lanes::ZERO)
    }

    /// Adds people at stations whose pay a policy carries.
    pub fn carry_pay(&mut self, occupation: usize, province: usize, people: Lanes) {
        if self.paid_at_stations.len() <= occupation {
            self.paid_at_stations.resize(occupation + 1, Vec::new());
        }
        let row = &mut self.paid_at_stations[occupation];
        if row.len() <= province {
            row.resize(province + 1, Lanes::ZERO);
        }
        row[province] += people;
    }
}
