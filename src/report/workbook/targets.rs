//! Each target in a row: its chance with both errors, the gap and what would close it; and the same
//! question at every year-end, with a chart of the nation's adopted targets.

use super::figure;
use super::sheet::{Look, OfTable, Sheet, colour};
use crate::base::Borders;
use crate::plot::style::{Colour, GRID, LINES, QUIET};
use crate::report::page::{claim_alone, place, title};
use crate::report::tables;
use crate::results::{Findings, TargetAnswer, Unit};
use crate::words::report::upper_first;
use crate::words::workbook as words;
use rust_xlsxwriter::{
    Chart, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartMarker,
    Worksheet, XlsxError,
};

fn unit(f: &Findings, a: &TargetAnswer) -> Unit {
    f.indicator(&a.indicator)
        .map_or(Unit::Ratio, |i| f.indicators[i].unit)
}

/// The sheet of the targets.
pub fn sheet(f: &Findings, run: &str) -> Result<Worksheet, XlsxError> {
    let mut lead = vec![&*words::TARGETS_LEAD];
    if f.targets.iter().any(|a| a.scope != "nation") {
        lead.push(&words::TARGETS_PROVINCES);
    }
    let around = OfTable {
        name: &words::TARGETS,
        title: &words::TARGETS_TITLE,
        lead: &lead,
        columns: &words::TARGET_COLUMNS,
        widths: [
            14.0, 40.0, 20.0, 11.0, 9.0, 9.0, 9.0, 36.0, 10.0, 10.0, 11.0, 11.0, 10.0, 10.0, 10.0,
            26.0, 10.0, 26.0, 10.0, 10.0, 9.0, 8.0, 18.0, 8.0, 11.0, 10.0, 24.0, 44.0,
        ],
        printed: words::TARGETS_PRINTED,
        frozen: 2,
    };
    around.sheet(&tables::targets(f), run)
}

/// Width of the first columns of the targets by year, and of a year.
const FIRST: [f64; 2] = [16.0, 62.0];
const A_YEAR: f64 = 7.5;
/// Rows a chart stands on.
const CHART: u32 = 20;

/// The sheet of the targets by year.
pub fn by_year(f: &Findings, run: &str) -> Result<Worksheet, XlsxError> {
    let years = f.years.get(1..).unwrap_or_default();
    let mut widths = FIRST.to_vec();
    widths.extend(years.iter().map(|_| A_YEAR));
    let mut s = Sheet::new(&words::BY_YEAR, &widths, widths.len(), run)?;
    s.title(&words::BY_YEAR_TITLE, run, &[&words::BY_YEAR_LEAD])?;
    let mut header: Vec<String> = words::BY_YEAR_COLUMNS.map(|c| c.title.into()).to_vec();
    header.extend(years.iter().map(ToString::to_string));
    s.header(&header, 2, 0)?;
    let header = s.next() - 1;
    let asked = |a: &&TargetAnswer| a.borders == Borders::Current && !a.by_year.is_empty();
    let headline: Vec<&TargetAnswer> = f
        .targets
        .iter()
        .filter(|a| a.headline)
        .filter(asked)
        .collect();
    if !headline.is_empty() {
        let row = s.next();
        s.heading((row, 0), words::headline(f.asks_the_nation()))?;
        let first = s.next();
        for a in &headline {
            chances(f, a, &mut s)?;
        }
        s.skip(1);
        let years = years.len() as u16;
        let parts = headline.len().div_ceil(MOST);
        let each = headline.len().div_ceil(parts);
        for (part, all) in headline.chunks(each).enumerate() {
            let from = first + (part * each) as u32;
            let name = words::chance_chart(part, parts, f.asks_the_nation());
            let mut chart = chart(f, &name, all, header, from, years);
            let row = s.next();
            s.chart(row, &mut chart, CHART)?;
            s.skip(CHART);
        }
    }
    let others: Vec<&TargetAnswer> = f
        .targets
        .iter()
        .filter(|a| !a.headline)
        .filter(asked)
        .collect();
    if !others.is_empty() {
        let row = s.next();
        s.heading((row, 0), &words::OTHERS)?;
        for a in others {
            chances(f, a, &mut s)?;
        }
    }
    s.done(false)
}

/// One target at every year-end.
fn chances(f: &Findings, a: &TargetAnswer, s: &mut Sheet) -> Result<(), XlsxError> {
    let row = s.next();
    s.text((row, 0), place(f, &a.scope), Look::Plain)?;
    s.text((row, 1), &upper_first(&claim_alone(f, a)), Look::Plain)?;
    for (at, (year, p)) in f.years.iter().skip(1).zip(&a.by_year).enumerate() {
        let look = if *year == a.year {
            Look::Due
        } else {
            Look::Plain
        };
        s.figure((row, 2 + at as u16), &figure::chance(p), look)?;
    }
    Ok(())
}

/// Lines that one chart can hold and still be told apart.
pub const MOST: usize = LINES.len();

/// Lines through the years, from `rows` of a sheet below a row of years; each is named by the cell
/// left of its figures.
pub fn lines(sheet: &str, name: &str, rows: (u32, u32), header: u32, years: u16) -> Chart {
    let named: Vec<Named<'_>> = (rows.0..=rows.1).map(Named::Cell).collect();
    drawn(sheet, name, &named, rows.0, header, years)
}

/// The chance of the nation's adopted targets through the years.
fn chart(
    f: &Findings,
    name: &str,
    all: &[&TargetAnswer],
    header: u32,
    first: u32,
    years: u16,
) -> Chart {
    let said: Vec<String> = all
        .iter()
        .map(|a| words::line(title(f, &a.indicator), unit(f, a), a.bound(), a.year))
        .collect();
    let named: Vec<Named<'_>> = said.iter().map(|s| Named::Text(s)).collect();
    drawn(&words::BY_YEAR, name, &named, first, header, years)
}

/// Where a line has its name from.
enum Named<'a> {
    Text(&'a str),
    Cell(u32),
}

fn drawn(
    sheet: &str,
    name: &str,
    named: &[Named<'_>],
    first: u32,
    header: u32,
    years: u16,
) -> Chart {
    const DASHES: [ChartLineDashType; MOST] = [
        ChartLineDashType::Solid,
        ChartLineDashType::Dash,
        ChartLineDashType::RoundDot,
        ChartLineDashType::LongDashDot,
        ChartLineDashType::SquareDot,
        ChartLineDashType::DashDot,
        ChartLineDashType::LongDash,
    ];
    let mut chart = Chart::new_line();
    for (at, line) in named.iter().enumerate() {
        let row = first + at as u32;
        let series = chart.add_series();
        match line {
            Named::Text(text) => series.set_name(*text),
            Named::Cell(row) => series.set_name((sheet, *row, 1)),
        };
        series
            .set_categories((sheet, header, 2, header, 1 + years))
            .set_values((sheet, row, 2, row, 1 + years))
            .set_marker(ChartMarker::new().set_none())
            .set_format(&mut stroke(LINES[at % MOST].0, 2.25, DASHES[at % MOST]));
    }
    dressed(&mut chart, name);
    chart.y_axis().set_min(0).set_max(1).set_num_format("0%");
    chart
}

fn stroke(ink: Colour, width: f64, dash: ChartLineDashType) -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_line(
        ChartLine::new()
            .set_color(colour(ink))
            .set_width(width)
            .set_dash_type(dash),
    );
    format
}

/// What every chart shares: a quiet title, a light grid, its key on the right.
pub fn dressed(chart: &mut Chart, title: &str) {
    chart.set_alt_text(title);
    chart
        .title()
        .set_name(title)
        .set_font(ChartFont::new().set_size(12).set_bold());
    chart
        .legend()
        .set_position(ChartLegendPosition::Right)
        .set_font(ChartFont::new().set_size(9));
    let small = || {
        let mut font = ChartFont::new();
        font.set_size(9).set_color(colour(QUIET));
        font
    };
    chart.x_axis().set_font(&small());
    chart
        .y_axis()
        .set_font(&small())
        .set_major_gridlines(true)
        .set_major_gridlines_line(ChartLine::new().set_color(colour(GRID)));
}
