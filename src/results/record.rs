//! The full record of a run: beside what was found, every facility year by year and, where asked
//! for, every future of every indicator.

use super::Findings;
use crate::base::{Level, Owner};
use crate::said::Told;
use crate::units::Year;
use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::sync::Arc;
use wide::bytemuck::{cast_slice, cast_slice_mut};

/// Low, middle and high of what is told of a hospital.
pub const FACILITY_PERCENTILES: [f64; 3] = [0.10, 0.50, 0.90];

/// Findings, and what else was kept of the run they come from.
#[derive(Clone, Debug)]
pub struct Record {
    /// What was found.
    pub findings: Findings,
    /// Hospitals year by year, where recorded.
    pub facilities: Option<Facilities>,
    /// The first futures one by one, where kept.
    pub futures: Option<Futures>,
    /// Every future of every indicator, where kept.
    pub draws: Option<Draws>,
}

impl From<Findings> for Record {
    fn from(findings: Findings) -> Record {
        Record {
            findings,
            facilities: None,
            futures: None,
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
    pub name: Told,
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

/// The first futures one by one, by column: an id, and what it stands for in each.
#[derive(Clone, Debug, PartialEq)]
pub struct Futures {
    /// Their replicates.
    pub replicates: Vec<u32>,
    /// What was assumed, of all that is drawn.
    pub assumed: Vec<(String, Vec<f32>)>,
    /// Whether each target of the findings is met in its year; `None` where it has no answer.
    pub met: Vec<(String, Option<Vec<bool>>)>,
    /// The indicators of targets in their years: `indicator/scope/year`.
    pub values: Vec<(String, Vec<f32>)>,
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
    /// The first futures, where there were too many to hold them.
    pub aside: Option<Arc<Aside>>,
    /// Blocks in replicate order: how many futures, and their samples `[series][year][future]`.
    pub blocks: Vec<(usize, Vec<f32>)>,
}

impl Draws {
    /// Futures kept.
    pub fn futures(&self) -> usize {
        let aside = self.aside.as_ref().map_or(0, |aside| aside.futures());
        let blocks = self.blocks.iter().map(|(lanes, _)| lanes);
        aside + blocks.sum::<usize>()
    }

    /// One indicator in one scope, `[year][future]` in replicate order; `None` where it is not read. A
    /// future in which it is not defined holds a value that is not a number.
    ///
    /// # Errors
    /// What was put aside cannot be read.
    pub fn series(&self, scope: usize, indicator: usize) -> io::Result<Option<Vec<f32>>> {
        if scope > 0 && self.national_only[indicator] {
            return Ok(None);
        }
        let futures = self.futures();
        let first = (self.first_series[indicator] + scope) * self.years;
        let mut all = vec![0.0; self.years * futures];
        let mut from = 0;
        let mut put = |rows: &[f32], lanes: usize| {
            for (year, row) in rows.chunks_exact(lanes).enumerate() {
                let at = year * futures + from;
                all[at..at + lanes].copy_from_slice(row);
            }
            from += lanes;
        };
        if let Some(aside) = &self.aside {
            let mut rows = vec![0.0; self.years * aside.lanes];
            for portion in 0..aside.portions {
                aside.read(portion, first, &mut rows)?;
                put(&rows, aside.lanes);
            }
        }
        for (lanes, samples) in &self.blocks {
            put(
                &samples[first * lanes..(first + self.years) * lanes],
                *lanes,
            );
        }
        Ok(Some(all))
    }
}

/// Samples in a file, portion by portion of as many futures: `[cell][future]`.
#[derive(Debug)]
pub struct Aside {
    file: File,
    lanes: usize,
    cells: usize,
    portions: usize,
}

impl Aside {
    /// An empty file for portions of so many futures, of so many cells each.
    pub fn new(file: File, lanes: usize, cells: usize) -> Aside {
        Aside {
            file,
            lanes,
            cells,
            portions: 0,
        }
    }

    /// Puts a portion behind the others: blocks in replicate order, each with its futures and samples.
    ///
    /// # Errors
    /// The file does not take them.
    pub fn put<'a>(
        &mut self,
        blocks: impl Iterator<Item = (usize, &'a [f32])> + Clone,
    ) -> io::Result<()> {
        let mut file = BufWriter::with_capacity(1 << 20, &self.file);
        for cell in 0..self.cells {
            for (lanes, samples) in blocks.clone() {
                file.write_all(cast_slice(&samples[cell * lanes..(cell + 1) * lanes]))?;
            }
        }
        self.portions += 1;
        file.flush()
    }

    fn futures(&self) -> usize {
        self.portions * self.lanes
    }

    /// Cells of a portion from one on.
    fn read(&self, portion: usize, first: usize, rows: &mut [f32]) -> io::Result<()> {
        let cells = portion * self.cells + first;
        let mut file = &self.file;
        file.seek(SeekFrom::Start(
            (cells * self.lanes * size_of::<f32>()) as u64,
        ))?;
        file.read_exact(cast_slice_mut(rows))
    }
}
