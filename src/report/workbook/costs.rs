//! Who pays, for what and when: a block for each payer with its purposes as rows and the years as
//! columns, and sums by row, by column, by payer and over all, each a formula over the cells it adds.

use super::figure::{WHOLE, figure};
use super::sheet::{Look, Sheet, colour};
use super::targets::dressed;
use crate::plot::style::{BLUE, Colour, GREEN, ORANGE, SKY};
use crate::results::{CostRow, Findings};
use crate::units::{PAYERS, Payer, Year};
use crate::words::{page, workbook as words};
use rust_xlsxwriter::{Chart, ChartFormat, ChartSolidFill, Worksheet, XlsxError};

const FIRST: f64 = 46.0;
const A_YEAR: f64 = 12.0;
const TOTAL: f64 = 14.0;
/// Rows a chart stands on.
const CHART: u32 = 20;
/// Colours of the payers, in their order.
const FILLS: [Colour; PAYERS.len()] = [BLUE, SKY, GREEN, ORANGE];

/// In what money a section is told.
type Money = fn(&CostRow) -> f64;

/// The sheet of the costs.
pub fn sheet(f: &Findings, run: &str) -> Result<Worksheet, XlsxError> {
    let years: Vec<Year> = f
        .years
        .iter()
        .copied()
        .filter(|y| f.costs.iter().any(|c| c.year == *y))
        .collect();
    let mut widths = vec![FIRST];
    widths.extend(years.iter().map(|_| A_YEAR));
    widths.push(TOTAL);
    let mut s = Sheet::new(words::COSTS, &widths, widths.len(), run)?;
    s.title(words::COSTS_TITLE, run, &[&words::costs_lead(&f.currency)])?;
    if years.is_empty() {
        s.paragraph(words::NO_COSTS)?;
        return s.done(false);
    }
    let mut header = vec![words::COSTS_FIRST.title.to_owned()];
    header.extend(years.iter().map(ToString::to_string));
    header.push(words::ALL_YEARS.title.into());
    s.header(&header, 1, 0)?;
    let header = s.next() - 1;
    let base = f.years.first().copied().unwrap_or(years[0]);
    let sections: [(String, Money); 3] = [
        (words::constant(base), |c| c.constant),
        (words::NOMINAL.into(), |c| c.nominal),
        (words::discounted(base), |c| c.discounted),
    ];
    let mut breaks = Vec::new();
    for (at, (name, money)) in sections.iter().enumerate() {
        if at > 0 {
            s.skip(1);
            breaks.push(s.next());
        }
        let payers = section(f, &mut s, &years, name, *money, at == 0)?;
        if at == 0 {
            let mut chart = chart(f, base, header, &payers, years.len() as u16);
            s.chart(payers.chart, &mut chart, CHART)?;
        }
    }
    s.page_breaks(&breaks)?;
    s.done(false)
}

/// Where a section has its payers.
struct Payers {
    rows: Vec<(Payer, u32)>,
    chart: u32,
}

/// One kind of money: the payers together, then each with its purposes.
fn section(
    f: &Findings,
    s: &mut Sheet,
    years: &[Year],
    name: &str,
    money: Money,
    chart: bool,
) -> Result<Payers, XlsxError> {
    let payers: Vec<Payer> = PAYERS
        .into_iter()
        .filter(|p| f.costs.iter().any(|c| c.payer == *p))
        .collect();
    let last = years.len() as u16;
    let columns = 1..=last;
    let heading = s.next();
    s.heading((heading, 0), name)?;
    // The payers together stand first; they are written when their blocks are known.
    let together = heading + 1;
    let all = together + payers.len() as u32;
    let free = all + 2;
    let mut row = free + if chart { CHART } else { 0 };
    let mut blocks = Vec::new();
    for payer in &payers {
        s.text((row, 0), page::payer(*payer), Look::Strong)?;
        let first = row + 1;
        row = first;
        for purpose in purposes(f, *payer) {
            s.text((row, 0), &page::purpose(purpose), Look::Plain)?;
            for (at, year) in years.iter().enumerate() {
                let mine =
                    |c: &&CostRow| c.payer == *payer && c.purpose == purpose && c.year == *year;
                if let Some(cost) = f.costs.iter().find(mine) {
                    let figure = figure(money(cost), WHOLE);
                    s.figure((row, 1 + at as u16), &figure, Look::Plain)?;
                }
            }
            s.sum((row, last + 1), (row, 1), (row, last), WHOLE)?;
            row += 1;
        }
        let name = words::all_of(page::payer(*payer));
        s.text((row, 0), &name, Look::Strong)?;
        for column in columns.clone() {
            s.sum((row, column), (first, column), (row - 1, column), WHOLE)?;
        }
        s.sum((row, last + 1), (row, 1), (row, last), WHOLE)?;
        blocks.push((*payer, first, row - 1));
        row += 2;
    }
    let mut rows = Vec::new();
    for (at, (payer, first, end)) in blocks.iter().enumerate() {
        let row = together + at as u32;
        s.text((row, 0), page::payer(*payer), Look::Plain)?;
        for column in columns.clone() {
            s.sum((row, column), (*first, column), (*end, column), WHOLE)?;
        }
        s.sum((row, last + 1), (row, 1), (row, last), WHOLE)?;
        rows.push((*payer, row));
    }
    s.text((all, 0), words::ALL_PAYERS, Look::Strong)?;
    for column in columns {
        s.sum((all, column), (together, column), (all - 1, column), WHOLE)?;
    }
    s.sum((all, last + 1), (all, 1), (all, last), WHOLE)?;
    Ok(Payers { rows, chart: free })
}

/// What a payer pays for, in the order of the tables.
fn purposes(f: &Findings, payer: Payer) -> Vec<&str> {
    let mut all: Vec<&str> = Vec::new();
    for c in f.costs.iter().filter(|c| c.payer == payer) {
        if !all.contains(&c.purpose.as_str()) {
            all.push(&c.purpose);
        }
    }
    all
}

/// The payers on top of one another, year by year.
fn chart(f: &Findings, base: Year, header: u32, payers: &Payers, years: u16) -> Chart {
    let mut chart = Chart::new(rust_xlsxwriter::ChartType::ColumnStacked);
    for (payer, row) in &payers.rows {
        let at = PAYERS.iter().position(|p| p == payer).unwrap_or(0);
        let mut fill = ChartFormat::new();
        fill.set_solid_fill(ChartSolidFill::new().set_color(colour(FILLS[at])));
        chart
            .add_series()
            .set_name((words::COSTS, *row, 0))
            .set_categories((words::COSTS, header, 1, header, years))
            .set_values((words::COSTS, *row, 1, *row, years))
            .set_gap(60)
            .set_format(&mut fill);
    }
    dressed(&mut chart, &words::costs_chart(&f.currency, base));
    chart.y_axis().set_num_format(WHOLE);
    chart
}
