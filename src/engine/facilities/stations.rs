//! What is told of the stations, which have doctors and no beds that count.

use super::super::layout::Layout;
use super::super::prototype::Prototype;
use super::{Trace, add_to, every, parts_of, quantiles_of, quantiles_of_counts, recorded};
use crate::base::Level;
use crate::results::record::{Facility, FacilityYear};
use rayon::prelude::*;

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
    let provinces = base.provinces.len();
    let first_of = |p: usize| listed.partition_point(|f| f.province < p);
    let firsts: Vec<usize> = (0..=provinces).map(first_of).collect();
    // The stations of a province at the end of a year.
    let tell = |k: usize| {
        let (p, y) = (k / years, k % years);
        let stations = firsts[p]..firsts[p + 1];
        let rows = stations.map(|s| every(traces, |t| &t.doctors, s, y));
        let rows: Vec<Vec<f32>> = rows.collect();
        let mut all = vec![0.0f32; futures];
        for row in &rows {
            add_to(&mut all, row);
        }
        let each = rows.iter().map(|row| FacilityYear {
            year: layout.years[y],
            open: 1.0,
            beds: [f64::NAN; 3],
            occupancy: None,
            staff_share: quantiles_of(&parts_of(row, &all)).unwrap_or_default(),
            staff: told.then(|| quantiles_of_counts(row)).flatten(),
            handed_over: 0.0,
        });
        each.collect()
    };
    let parts = (0..provinces * years).into_par_iter().map(tell);
    let parts: Vec<Vec<FacilityYear>> = parts.collect();
    let each = listed.iter().enumerate().map(|(s, f)| {
        let of_year = |y: usize| parts[f.province * years + y][s - firsts[f.province]];
        recorded(base, f, (0..years).map(of_year).collect())
    });
    each.collect()
}
