//! Each hospital in a row, with its beds and how full its kind is in its province; those that no list
//! names are marked, and never shown as observed.

use super::figure::{ONE, PERCENT, TENTHS, figure};
use super::sheet::{Look, Sheet};
use crate::base::Level;
use crate::report::page::{last, main_year, place};
use crate::results::{Facilities, Facility, FacilityYear, Findings};
use crate::units::Year;
use crate::words::workbook::{self as words, Column};
use rust_xlsxwriter::{Worksheet, XlsxError};

const FIRST: [f64; words::FACILITY_COLUMNS.len()] = [18.0, 48.0, 11.0, 25.0, 20.0, 36.0];
const A_FIGURE: f64 = 11.0;

/// A figure of a hospital and the year it is told at.
struct FigureAt {
    column: Column,
    year: Year,
    format: &'static str,
    read: fn(&FacilityYear) -> f64,
}

/// What is told: beds and occupancy at the start, in the year of most targets and in the last one.
fn figures(f: &Findings) -> Vec<FigureAt> {
    let mut years: Vec<Year> = f.years.first().copied().into_iter().collect();
    for year in [main_year(f), Some(last(f))].into_iter().flatten() {
        if f.years.contains(&year) && !years.contains(&year) {
            years.push(year);
        }
    }
    let at = |column, year, format, read| FigureAt {
        column,
        year,
        format,
        read,
    };
    let mut all = Vec::new();
    for year in &years {
        all.push(at(words::FACILITY_BEDS, *year, ONE, |y| y.beds[1]));
    }
    all.push(at(words::FACILITY_LOW, last(f), ONE, |y| y.beds[0]));
    all.push(at(words::FACILITY_HIGH, last(f), ONE, |y| y.beds[2]));
    for year in &years {
        all.push(at(words::FACILITY_OCCUPANCY, *year, TENTHS, |y| {
            y.occupancy.map_or(f64::NAN, |o| o[1])
        }));
    }
    all.push(at(words::FACILITY_OPEN, last(f), PERCENT, |y| y.open));
    all.push(at(words::FACILITY_HANDED, last(f), PERCENT, |y| {
        y.handed_over
    }));
    all
}

/// The sheet of the hospitals.
pub fn sheet(
    f: &Findings,
    facilities: Option<&Facilities>,
    run: &str,
) -> Result<Worksheet, XlsxError> {
    let figures = figures(f);
    let mut widths = FIRST.to_vec();
    widths.extend(figures.iter().map(|_| A_FIGURE));
    let mut s = Sheet::new(&words::FACILITIES, &widths, widths.len(), run)?;
    let (hospitals, synthetic, stations) = f.facility_counts;
    let Some(facilities) = facilities.filter(|f| f.futures > 0) else {
        s.title(&words::FACILITIES_TITLE, run, &[&words::NO_FACILITIES])?;
        return s.done(false);
    };
    let lead = words::facilities_lead(hospitals, synthetic, stations, facilities.futures);
    s.title(&words::FACILITIES_TITLE, run, &[&lead])?;
    let mut header: Vec<String> = words::FACILITY_COLUMNS.map(|c| c.title.into()).to_vec();
    header.extend(figures.iter().map(|t| words::at(&t.column.title, t.year)));
    s.header(&header, 2, 0)?;
    let hospitals = facilities.all.iter().filter(|h| h.level != Level::Commune);
    for hospital in hospitals {
        line(f, &mut s, hospital, &figures)?;
    }
    s.done(true)
}

fn line(f: &Findings, s: &mut Sheet, h: &Facility, told: &[FigureAt]) -> Result<(), XlsxError> {
    let row = s.next();
    let look = if h.synthetic {
        Look::Synthetic
    } else {
        Look::Plain
    };
    let texts = [
        place(f, &h.province),
        &h.name,
        words::yes(h.synthetic),
        words::level(h.level),
        words::owner(h.owner),
        &h.code,
    ];
    for (at, text) in texts.iter().enumerate() {
        s.text((row, at as u16), text, look)?;
    }
    for (at, told) in told.iter().enumerate() {
        let year = h.years.iter().find(|y| y.year == told.year);
        let value = year.map_or(f64::NAN, told.read);
        let at = (row, (FIRST.len() + at) as u16);
        s.figure(at, &figure(value, told.format), look)?;
    }
    Ok(())
}
