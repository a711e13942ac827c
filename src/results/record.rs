//! The full record of a run: beside what was found, every facility year by year and, where asked
//! for, every future of every indicator.

use super::Findings;
use crate::base::{Level, Owner};
use crate::units::Year;

/// Low, middle and high of what is told of a hospital.
pub const FACILITY_PERCENTILES: [f64; 3] = [0.10, 0.50, 0.90];

/// Findings, and what else was kept of the run they come from.
#[derive(Clone, Debug)]
pub struct Record {
    /// What was found.
    pub findings: Findings,
    /// Hospitals year by year, where recorded.
    pub facilities: Option<Facilities>,
    /// Every future of every indicator, where kept.
    pub draws: Option<Draws>,
}

impl From<Findings> for Record {
    fn from(findings: Findings) -> Record {
        Record {
            findings,
            facilities: None,
            draws: None,
        }
    }
}

/// Every facility of the base, and for each province one entry for the private hospitals that open
/// during the run.
#[derive(Clone, Debug, PartialEq)]
pub struct Facilities {
    /// Futures it is told over: the first so many of the run.
    pub futures: u32,
    /// The occupation whose people are told by hospital: the first that has posts.
    pub occupation: Option<String>,
    /// Hospitals, then stations, by province in table order.
    pub all: Vec<Facility>,
}

/// One facility through the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Facility {
    /// Code; `new-private:<province>` for the private hospitals that open during the run.
    pub code: String,
    /// Name.
    pub name: String,
    /// Code of its province.
    pub province: String,
    /// Level of care.
    pub level: Level,
    /// Owner at the end of the base year.
    pub owner: Owner,
    /// Whether no list names it.
    pub synthetic: bool,
    /// Base year and every simulated year.
    pub years: Vec<FacilityYear>,
}

/// One facility at the end of one year, over the futures recorded. Triples are [`FACILITY_PERCENTILES`].
///
/// Simplification: within a province patients and staff follow beds, so a hospital is as full as
/// its group and has the share of its employer's staff that it has of the employer's beds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FacilityYear {
    /// Year.
    pub year: Year,
    /// Share of futures in which it has beds.
    pub open: f64,
    /// Beds; not a number for a station, whose beds are not counted one by one.
    pub beds: [f64; 3],
    /// Occupancy of its group in its province, over the futures in which it has beds.
    pub occupancy: Option<[f64; 3]>,
    /// Its share of its employer's staff in the province.
    pub staff_share: [f64; 3],
    /// That share of the people of one occupation, heads.
    pub staff: Option<[f64; 3]>,
    /// Share of futures in which it has passed from a ministry to its province.
    pub handed_over: f64,
}

/// Every future of every indicator.
#[derive(Clone, Debug)]
pub struct Draws {
    /// First series of each indicator: one for each scope, or one for the nation.
    pub first_series: Vec<usize>,
    /// Whether an indicator is read for the nation only.
    pub national_only: Vec<bool>,
    /// Years of each series.
    pub years: usize,
    /// Blocks in replicate order: how many futures, and their samples `[series][year][future]`.
    pub blocks: Vec<(usize, Vec<f32>)>,
}

impl Draws {
    /// Futures kept.
    pub fn futures(&self) -> usize {
        self.blocks.iter().map(|(lanes, _)| lanes).sum()
    }

    /// One indicator in one scope and year, in replicate order; `None` where it is not read. A
    /// future in which it is not defined holds a value that is not a number.
    pub fn row(&self, scope: usize, indicator: usize, year: usize) -> Option<Vec<f32>> {
        if scope > 0 && self.national_only[indicator] {
            return None;
        }
        let cell = (self.first_series[indicator] + scope) * self.years + year;
        let mut row = Vec::with_capacity(self.futures());
        for (lanes, samples) in &self.blocks {
            row.extend_from_slice(&samples[cell * lanes..(cell + 1) * lanes]);
        }
        Some(row)
    }
}
