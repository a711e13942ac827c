//! What is told of the stations, which have doctors and no beds that count.

use super::super::layout::Layout;
use super::super::prototype::Prototype;
use super::{Trace, add_to, every, parts_of, quantiles, quantiles_of, recorded};
use crate::base::Level;
use crate::results::record::{FACILITY_PERCENTILES, Facility, FacilityYear};
use crate::results::summary::percentiles_of_counts;
use rayon::prelude::*;

/// Quantiles of the doctors of a station at the end of a year, which stand in `row` too.
fn doctors(traces: &[&Trace], station: usize, year: usize, row: &[f32]) -> Option<[f64; 3]> {
    let mut many = [0; 256];
    let small = traces
        .iter()
        .all(|t| t.doctors[year].tally(station * t.lanes, t.lanes, &mut many));
    match small && !row.is_empty() {
        true => Some(percentiles_of_counts(&many, 0, FACILITY_PERCENTILES)),
        false => quantiles(row.iter().copied()),
    }
}

/// What is told of each station, by province and in table order within it: its doctors, where the
/// occupation that is told is the one spread over stations.
pub(super) fn all(prototype: &Prototype, layout: &Layout, traces: &[&Trace]) -> Vec<Facility> {
    let base = &prototype.scenario().base;
    let mut listed: Vec<&crate::base::Facility> = base
        .facilities
        .iter()
        .filter(|f| f.level == Level::Commune)
        .collect();
    listed.sort_by_key(|f| f.province); // keeps the order of the table within a province
    let futures: usize = traces.iter().map(|t| t.lanes).sum();
    let years = layout.years.len();
    let told = super::recorded_occupation(prototype) == Some(0);
    // Doctors of all stations of a province, by year and future.
    let first_of = |p: usize| listed.partition_point(|f| f.province < p);
    let provinces: Vec<usize> = (0..base.provinces.len()).collect();
    let of_province = |p: &usize| {
        let stations = first_of(*p)..first_of(*p + 1);
        let mut out: Vec<Vec<FacilityYear>> = vec![Vec::new(); stations.len()];
        for y in 0..years {
            let rows = stations
                .clone()
                .map(|s| every(traces, |t| &t.doctors, s, y));
            let rows: Vec<Vec<f32>> = rows.collect();
            let mut all = vec![0.0f32; futures];
            for row in &rows {
                add_to(&mut all, row);
            }
            for ((s, row), out) in stations.clone().zip(&rows).zip(&mut out) {
                out.push(FacilityYear {
                    year: layout.years[y],
                    open: 1.0,
                    beds: [f64::NAN; 3],
                    occupancy: None,
                    staff_share: quantiles_of(&parts_of(row, &all)).unwrap_or_default(),
                    staff: if told {
                        doctors(traces, s, y, row)
                    } else {
                        None
                    },
                    handed_over: 0.0,
                });
            }
        }
        out
    };
    let parts: Vec<Vec<Vec<FacilityYear>>> = provinces.par_iter().map(of_province).collect();
    listed
        .iter()
        .zip(parts.into_iter().flatten())
        .map(|(f, years)| recorded(base, f, years))
        .collect()
}
