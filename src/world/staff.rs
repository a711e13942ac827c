//! Staff: one cohort for each province, occupation and employer, by five-year age band; and the
//! people who are licensed and not yet placed.

use crate::lanes::Lanes;
use bevy_ecs::prelude::{Component, Resource};

/// Most age bands a cohort can have (20-24 to 65-69).
pub const MAX_BANDS: usize = 10;

/// Which cohort this is.
#[derive(Component, Clone, Copy, Debug)]
pub struct Cohort {
    /// Position of the province.
    pub province: usize,
    /// Position of the occupation.
    pub occupation: usize,
    /// Position of the employer; 0 for occupations without posts.
    pub employer: usize,
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
        self.bands.iter().fold(Lanes::ZERO, |sum, b| sum + *b)
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

/// The uniforms that decide how many grow out of their band this year; drawn with those of leaving,
/// at the same address.
#[derive(Component, Clone, Copy, Debug)]
pub struct Birthdays(pub [Lanes; MAX_BANDS]);

impl Default for Birthdays {
    fn default() -> Self {
        Birthdays([Lanes::ZERO; MAX_BANDS])
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
}

/// Staff added up by occupation, province and employer.
#[derive(Resource, Clone, Debug, Default)]
pub struct StaffBoard {
    /// Official count `[occupation][province][employer]`; the first entry for occupations without posts.
    pub heads: Vec<Vec<[Lanes; 4]>>,
    /// Funded posts `[occupation][province][employer]`; nothing for occupations without posts.
    pub posts: Vec<Vec<[Lanes; 4]>>,
    /// Resignations of the year by occupation and province.
    pub resigned: Vec<Vec<Lanes>>,
}
