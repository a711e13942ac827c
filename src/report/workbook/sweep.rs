//! The workbook of a sweep: a row for each point with its chances, figures and costs, the chance of
//! each target over the first number, and what was varied.

use super::costs::{self, CHART};
use super::figure::{self, Figure, WHOLE, figure};
use super::sheet::{Look, Sheet};
use super::{assumptions, dictionary, program, read_me as front, targets, written};
use crate::results::sweep::{Axis, Design, Point, Sweep};
use crate::said::Said;
use crate::units::PAYERS;
use crate::words::report::upper_first;
use crate::words::workbook::{self as words, Column, sweep as own};
use crate::words::{page, sweep as said};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// The workbook as bytes; `digest` is that of the scenario, `base` the base's code and digest.
pub fn bytes(sweep: &Sweep, digest: &str, base: (&str, &str)) -> Result<Vec<u8>, XlsxError> {
    let title = said::page_title(&sweep.title);
    let run = own::run_of_sweep(&title, sweep, base.0);
    let mut sheets = vec![points(sweep, &run)?, chances(sweep, &run)?];
    if has_surface(sweep) {
        sheets.push(surface(sweep, &run)?);
    }
    sheets.push(spent(sweep, &run)?);
    sheets.push(varied(sweep, &run)?);
    sheets.push(assumptions::sheet(
        &sweep.assumptions,
        &sweep.assumed_tables,
        &run,
    )?);
    sheets.push(dictionary::of(&[], &columns(sweep), &sweep.currency, &run)?);
    let first = |names: &[String]| read_me(sweep, names, (&title, &run), digest, base);
    written(&title, &run, digest, first, sheets)
}

fn read_me(
    sweep: &Sweep,
    others: &[String],
    (title, run): (&str, &str),
    digest: &str,
    base: (&str, &str),
) -> Result<Worksheet, XlsxError> {
    let says = [
        sweep.scenario.clone(),
        sweep.country.to_string(),
        words::years(sweep.base_year, sweep.years.0, sweep.years.1),
        said::effort(sweep),
        sweep.seed.to_string(),
        words::money(&sweep.currency, sweep.base_year),
        base.0.to_owned(),
        digest.to_owned(),
        base.1.to_owned(),
        program(),
    ];
    let named = own::SWEEP_FACTS.map(String::from);
    let mut reading: Vec<String> = words::READING.iter().map(|s| s.to_string()).collect();
    reading.push(said::SAME_FUTURES.to_owned());
    reading.push(said::FIXED.to_owned());
    let about = front::About {
        title,
        facts: named.into_iter().zip(says).collect(),
        others,
        about: own::about_sweep,
        keys: &[(Look::Weak, &words::WEAK_KEY)],
        reading,
        limits: page::LEFT_OUT.iter().map(|s| s.to_string()).collect(),
    };
    front::about(&about, run)
}

/// Figures of a point that are printed side by side.
const ON_A_PAGE: usize = 5;
const AN_AXIS: f64 = 18.0;
const A_FIGURE: f64 = 14.0;

/// The value of a number at a point, as pages print it.
fn value(axis: &Axis, value: f64) -> Figure {
    figure::printed(value, &said::value(axis, value))
}

/// A sheet whose first columns are the numbers that were varied, and whose others have these heads.
fn table(
    sweep: &Sweep,
    (name, title, lead): (&str, &str, &str),
    others: &[(String, f64)],
    run: &str,
) -> Result<Sheet, XlsxError> {
    let mut widths = vec![AN_AXIS; sweep.axes.len()];
    widths.extend(others.iter().map(|(_, width)| *width));
    let mut s = Sheet::new(name, &widths, widths.len(), run)?;
    s.title(title, run, &[lead])?;
    let mut header: Vec<String> = sweep.axes.iter().map(said::axis).collect();
    header.extend(others.iter().map(|(head, _)| head.clone()));
    s.header(&header, sweep.axes.len() as u16, 0)?;
    Ok(s)
}

/// Writes the numbers of a point into the first columns of the next row, and gives the row.
fn begin(s: &mut Sheet, sweep: &Sweep, point: &Point) -> Result<u32, XlsxError> {
    let row = s.next();
    for (at, (axis, v)) in sweep.axes.iter().zip(&point.at).enumerate() {
        s.figure((row, at as u16), &value(axis, *v), Look::Strong)?;
    }
    Ok(row)
}

/// Every point in a row: futures, chances, means, cost.
fn points(sweep: &Sweep, run: &str) -> Result<Worksheet, XlsxError> {
    let mut heads = vec![(own::SWEEP_FUTURES.title.to_owned(), 10.0)];
    heads.extend(sweep.targets.iter().map(|a| (upper_first(&a.said), 24.0)));
    let followed = sweep.followed.iter();
    heads.extend(followed.map(|f| (own::mean_in(&f.title, f.year), 20.0)));
    heads.push((own::SWEEP_COST.title.to_owned(), A_FIGURE));
    let about = (
        words::OPTIONS,
        own::POINTS_TITLE,
        own::points_lead(&sweep.currency),
    );
    let mut s = table(sweep, (&about.0, &about.1, &about.2), &heads, run)?;
    let first = sweep.axes.len() as u16;
    for point in &sweep.points {
        let row = begin(&mut s, sweep, point)?;
        let mut cells = vec![Some(figure(f64::from(point.futures), WHOLE))];
        cells.extend(point.chances.iter().map(|p| Some(figure::chance(p))));
        let means = sweep.followed.iter().zip(&point.means);
        cells.extend(means.map(|(f, m)| m.map(|m| figure::found(f.unit, m.value))));
        cells.push(Some(figure(sweep.cost(point), WHOLE)));
        for (at, cell) in cells.into_iter().enumerate() {
            s.some((row, first + at as u16), cell, Look::Plain)?;
        }
    }
    let begin: Vec<u16> = (first..first + heads.len() as u16)
        .step_by(ON_A_PAGE)
        .skip(1)
        .collect();
    s.pages_across(&begin)?;
    s.done(true)
}

/// Every target at every point, with its interval.
fn chances(sweep: &Sweep, run: &str) -> Result<Worksheet, XlsxError> {
    let heads = own::SWEEP_CHANCES.map(|c| c.title.to_owned());
    let widths = [66.0, 8.0, 12.0, 12.0, 12.0, 10.0];
    let heads: Vec<(String, f64)> = heads.into_iter().zip(widths).collect();
    let about = (
        &*words::TARGETS,
        &*own::TARGETS_OVER,
        &*own::TARGETS_OVER_LEAD,
    );
    let mut s = table(sweep, about, &heads, run)?;
    let first = sweep.axes.len() as u16;
    for (t, asked) in sweep.targets.iter().enumerate() {
        for point in &sweep.points {
            let row = begin(&mut s, sweep, point)?;
            let p = &point.chances[t];
            s.text((row, first), &upper_first(&asked.said), Look::Plain)?;
            let end = |v: f64| figure(v, figure::TENTHS);
            let cells = [
                figure(f64::from(asked.year.0), figure::YEAR),
                figure::chance(p),
                end(p.low),
                end(p.high),
                figure(f64::from(point.futures), WHOLE),
            ];
            for (at, cell) in cells.iter().enumerate() {
                s.figure((row, first + 1 + at as u16), cell, Look::Plain)?;
            }
        }
    }
    s.done(true)
}

/// Whether chances can be laid out over the first number: in a grid of one or two numbers.
fn has_surface(sweep: &Sweep) -> bool {
    let fits = sweep.design == Design::Grid && sweep.axes.len() <= 2;
    fits && sweep.axes.first().is_some_and(|a| a.values.len() > 1)
}

/// The chance of each target over the first number, a row for each value of the second.
fn surface(sweep: &Sweep, run: &str) -> Result<Worksheet, XlsxError> {
    let axis = &sweep.axes[0];
    let mut widths = vec![56.0, 30.0];
    widths.extend(axis.values.iter().map(|_| 11.0));
    let mut s = Sheet::new(&own::SURFACE, &widths, widths.len(), run)?;
    let over = said::axis(axis);
    s.title(&own::surface_title(&over), run, &[&own::SURFACE_LEAD])?;
    let header = s.next();
    let mut heads = own::SWEEP_SURFACE.map(|c| c.title.to_owned()).to_vec();
    heads.extend(axis.values.iter().map(|v| said::value(axis, *v)));
    s.header(&heads, 2, 0)?;
    let second: Vec<Option<f64>> = match sweep.axes.get(1) {
        Some(other) => other.values.iter().copied().map(Some).collect(),
        None => vec![None],
    };
    let mut blocks = Vec::new();
    for (t, asked) in sweep.targets.iter().enumerate() {
        let from = s.next();
        for other in &second {
            let row = s.next();
            s.text((row, 0), &upper_first(&asked.said), Look::Plain)?;
            let name = match (other, sweep.axes.get(1)) {
                (Some(v), Some(axis)) => format!("{} {}", axis.name, said::value(axis, *v)),
                _ => upper_first(&asked.said),
            };
            s.text((row, 1), &name, Look::Quiet)?;
            for (at, v) in axis.values.iter().enumerate() {
                let here = |p: &&Point| p.at[0] == *v && p.at.get(1).copied() == *other;
                let point = sweep.points.iter().find(here);
                let chance = point.map(|p| figure::chance(&p.chances[t]));
                s.some((row, 2 + at as u16), chance, Look::Plain)?;
            }
        }
        blocks.push((upper_first(&asked.said), (from, s.next() - 1)));
    }
    // Charts of the targets that are neither certain nor out of reach everywhere.
    let open = |t: usize| {
        let mut all = sweep.points.iter().map(|p| p.chances[t].value);
        all.any(|v| (0.01..=0.99).contains(&v))
    };
    let drawn = blocks.iter().enumerate().filter(|(t, _)| open(*t));
    let mut breaks = Vec::new();
    for (_, (name, rows)) in drawn {
        s.skip(1);
        let at = s.next();
        breaks.push(at);
        let rows = (rows.0, rows.1.min(rows.0 + targets::MOST as u32 - 1));
        let values = axis.values.len() as u16;
        let mut chart = targets::lines(&own::SURFACE, name, rows, header, values);
        chart.x_axis().set_name(&over);
        s.chart(at, &mut chart, CHART)?;
        s.skip(CHART);
    }
    s.page_breaks(&breaks)?;
    s.done(false)
}

/// Points that a chart of costs can hold.
const MOST_BARS: usize = 60;

/// Costs by payer at every point, with sums that follow their cells.
fn spent(sweep: &Sweep, run: &str) -> Result<Worksheet, XlsxError> {
    let mut heads: Vec<(String, f64)> = PAYERS
        .iter()
        .map(|payer| (page::payer(*payer).to_owned(), 20.0))
        .collect();
    heads.push((words::ALL_PAYERS.to_owned(), A_FIGURE));
    let lead = own::costs_over_lead(&sweep.currency, sweep.base_year, sweep.years);
    let about = (&*words::COSTS, &*own::COSTS_OVER, lead.as_str());
    let mut s = table(sweep, about, &heads, run)?;
    let header = s.next() - 1;
    let first = sweep.axes.len() as u16;
    let last = first + PAYERS.len() as u16;
    for point in &sweep.points {
        let row = begin(&mut s, sweep, point)?;
        for (at, cost) in point.costs.iter().enumerate() {
            s.figure(
                (row, first + at as u16),
                &figure(cost.value, WHOLE),
                Look::Plain,
            )?;
        }
        s.sum((row, last), (row, first), (row, last - 1), WHOLE)?;
    }
    if sweep.points.len() <= MOST_BARS {
        let rows = (header + 1, s.next() - 1);
        let payers = PAYERS.iter().zip(first..).map(|(payer, column)| {
            let values = (rows.0, column, rows.1, column);
            (*payer, (header, column), values)
        });
        let points = (rows.0, 0, rows.1, first - 1);
        let mut chart = costs::stacked(&words::COSTS, &own::COSTS_OVER, points, payers);
        s.skip(1);
        let at = s.next();
        s.page_breaks(&[at])?;
        s.chart(at, &mut chart, CHART)?;
        s.skip(CHART);
    }
    s.done(false)
}

/// The numbers that were varied.
fn varied(sweep: &Sweep, run: &str) -> Result<Worksheet, XlsxError> {
    const WIDTHS: [f64; own::VARIED_COLUMNS.len()] = [34.0, 60.0, 22.0, 16.0, 16.0, 16.0, 10.0];
    let mut s = Sheet::new(&own::VARIED, &WIDTHS, WIDTHS.len(), run)?;
    s.title(&own::VARIED_TITLE, run, &[&own::VARIED_LEAD])?;
    s.header(&own::VARIED_COLUMNS.map(|c| c.title), 1, 0)?;
    for axis in &sweep.axes {
        let row = s.next();
        let texts = [&axis.name, &*said::what(axis), said::unit(axis)];
        for (at, text) in texts.into_iter().enumerate() {
            s.text((row, at as u16), text, Look::Plain)?;
        }
        let cells = [
            axis.stands,
            axis.values.first().copied(),
            axis.values.last().copied(),
        ];
        for (at, cell) in cells.into_iter().enumerate() {
            let cell = cell.map(|v| value(axis, v));
            s.some((row, 3 + at as u16), cell, Look::Plain)?;
        }
        let many = figure(axis.values.len() as f64, WHOLE);
        s.figure((row, 6), &many, Look::Plain)?;
    }
    s.done(false)
}

/// The columns of each sheet.
fn columns(sweep: &Sweep) -> Vec<(Said, Vec<Column>)> {
    let mut points = vec![own::AXIS, own::SWEEP_FUTURES, own::SWEEP_CHANCE];
    points.extend([own::SWEEP_MEAN, own::SWEEP_COST]);
    let mut chances = vec![own::AXIS];
    chances.extend(own::SWEEP_CHANCES);
    let mut all = vec![(words::OPTIONS, points), (words::TARGETS, chances)];
    if has_surface(sweep) {
        all.push((own::SURFACE, own::SWEEP_SURFACE.to_vec()));
    }
    all.push((words::COSTS, vec![own::AXIS, own::SWEEP_PAYER]));
    all.push((own::VARIED, own::VARIED_COLUMNS.to_vec()));
    all.push((words::ASSUMPTIONS, words::ASSUMPTION_COLUMNS.to_vec()));
    all
}
