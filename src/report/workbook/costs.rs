//! Who pays, for what and when: a block for each payer with its purposes as rows and the years as
//! columns, and sums by row, by column, by payer and over all, each a formula over the cells it adds.

use super::figure::{WHOLE, figure};
use super::sheet::{At, Look, Sheet, colour};
use super::targets::dressed;
use crate::plot::style::{BLUE, Colour, GREEN, ORANGE, SKY};
use crate::report::page::{first, place};
use crate::results::{CostRow, Findings};
use crate::units::{PAYERS, Payer, Year};
use crate::words::{page, workbook as words};
use rust_xlsxwriter::{Chart, ChartFormat, ChartSolidFill, Worksheet, XlsxError};

const FIRST: f64 = 46.0;
const A_YEAR: f64 = 12.0;
const TOTAL: f64 = 14.0;
/// Rows a chart stands on.
pub const CHART: u32 = 20;
/// Colours of the payers, in their order.
const FILLS: [Colour; PAYERS.len()] = [BLUE, SKY, GREEN, ORANGE];

/// What is spent in a year.
pub struct Spent<'a> {
    /// Who pays.
    pub payer: Payer,
    /// What for.
    pub purpose: &'a str,
    /// When.
    pub year: Year,
    /// How much.
    pub amount: f64,
}

/// A section of a sheet of costs: one kind of money, or one option.
pub struct Section<'a> {
    /// Heading.
    pub name: String,
    /// Its cells.
    pub lines: Vec<Spent<'a>>,
}

/// What stands around the sections.
pub struct Around<'a> {
    /// Name of the sheet.
    pub sheet: &'static str,
    /// Title.
    pub title: &'a str,
    /// Below it.
    pub lead: &'a str,
    /// Title of the chart of the first section.
    pub chart: &'a str,
}

/// The sheet of a run's costs.
pub fn sheet(f: &Findings, run: &str) -> Result<Worksheet, XlsxError> {
    let base = f.years.first().copied().unwrap_or(first(f));
    let around = Around {
        sheet: &words::COSTS,
        title: &words::COSTS_TITLE,
        lead: &words::costs_lead(&f.currency),
        chart: &words::costs_chart(&f.currency, base),
    };
    sections(&around, &in_each_money(&f.costs, base), &f.years, run)
}

/// The sheet of the money spent in the province that a question is about.
pub fn province(f: &Findings, run: &str) -> Option<Result<Worksheet, XlsxError>> {
    let focus = f.focus.as_ref()?;
    let base = f.years.first().copied().unwrap_or(first(f));
    let name = place(f, &focus.province);
    let chart = words::costs_chart(&f.currency, base);
    let around = Around {
        sheet: &words::PROVINCE_COSTS,
        title: &words::costs_in(name),
        lead: &words::costs_lead(&f.currency),
        chart: &words::in_place(&chart, name),
    };
    let sections = in_each_money(&focus.costs, base);
    Some(self::sections(&around, &sections, &f.years, run))
}

/// Constant, nominal and discounted.
fn in_each_money(costs: &[CostRow], base: Year) -> Vec<Section<'_>> {
    let section = |name, money: fn(&CostRow) -> f64| {
        let lines = costs.iter().map(|c| Spent {
            payer: c.payer,
            purpose: &c.purpose,
            year: c.year,
            amount: money(c),
        });
        Section {
            name,
            lines: lines.collect(),
        }
    };
    vec![
        section(words::constant(base), |c| c.constant),
        section(words::NOMINAL.into(), |c| c.nominal),
        section(words::discounted(base), |c| c.discounted),
    ]
}

/// A sheet of sections below one another, each on pages of its own.
pub fn sections(
    around: &Around<'_>,
    sections: &[Section<'_>],
    years: &[Year],
    run: &str,
) -> Result<Worksheet, XlsxError> {
    let spent_in = |year: &Year| {
        let mut lines = sections.iter().flat_map(|s| &s.lines);
        lines.any(|l| l.year == *year)
    };
    let years: Vec<Year> = years.iter().copied().filter(spent_in).collect();
    let mut widths = vec![FIRST];
    widths.extend(years.iter().map(|_| A_YEAR));
    widths.push(TOTAL);
    let mut s = Sheet::new(around.sheet, &widths, widths.len(), run)?;
    s.title(around.title, run, &[around.lead])?;
    if years.is_empty() {
        s.paragraph(&words::NO_COSTS)?;
        return s.done(false);
    }
    let mut header = vec![words::COSTS_FIRST.title.to_owned()];
    header.extend(years.iter().map(ToString::to_string));
    header.push(words::ALL_YEARS.title.into());
    s.header(&header, 1, 0)?;
    let header = s.next() - 1;
    let mut breaks = Vec::new();
    for (at, section) in sections.iter().enumerate() {
        if at > 0 {
            s.skip(1);
            breaks.push(s.next());
        }
        let payers = blocks(&mut s, section, &years, at == 0)?;
        if at == 0 {
            let mut chart = chart(around, header, &payers, years.len() as u16);
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

/// One section: the payers together, then each with its purposes.
fn blocks(
    s: &mut Sheet,
    section: &Section<'_>,
    years: &[Year],
    chart: bool,
) -> Result<Payers, XlsxError> {
    let pays = |p: &Payer| section.lines.iter().any(|l| l.payer == *p);
    let payers: Vec<Payer> = PAYERS.into_iter().filter(pays).collect();
    let last = years.len() as u16;
    let columns = 1..=last;
    let heading = s.next();
    s.heading((heading, 0), &section.name)?;
    // The payers together stand first; they are written when their blocks are known.
    let together = heading + 1;
    let all = together + payers.len() as u32;
    let free = all + 2;
    let mut row = free + if chart { CHART } else { 0 };
    let mut stretches = Vec::new();
    for payer in &payers {
        s.text((row, 0), page::payer(*payer), Look::Strong)?;
        row += 1;
        let first = row;
        for purpose in purposes(section, *payer) {
            s.text((row, 0), &page::purpose(purpose), Look::Plain)?;
            for (at, year) in years.iter().enumerate() {
                let mine =
                    |l: &&Spent<'_>| l.payer == *payer && l.purpose == purpose && l.year == *year;
                if let Some(line) = section.lines.iter().find(mine) {
                    let figure = figure(line.amount, WHOLE);
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
        stretches.push((*payer, first, row - 1));
        row += 2;
    }
    let mut rows = Vec::new();
    for (at, (payer, first, end)) in stretches.iter().enumerate() {
        let row = together + at as u32;
        s.text((row, 0), page::payer(*payer), Look::Plain)?;
        for column in columns.clone() {
            s.sum((row, column), (*first, column), (*end, column), WHOLE)?;
        }
        s.sum((row, last + 1), (row, 1), (row, last), WHOLE)?;
        rows.push((*payer, row));
    }
    if !payers.is_empty() {
        s.text((all, 0), &words::ALL_PAYERS, Look::Strong)?;
        for column in columns {
            s.sum((all, column), (together, column), (all - 1, column), WHOLE)?;
        }
        s.sum((all, last + 1), (all, 1), (all, last), WHOLE)?;
    }
    Ok(Payers { rows, chart: free })
}

/// What a payer pays for, in the order of the tables.
fn purposes<'a>(section: &Section<'a>, payer: Payer) -> Vec<&'a str> {
    let mut all: Vec<&str> = Vec::new();
    for line in section.lines.iter().filter(|l| l.payer == payer) {
        if !all.contains(&line.purpose) {
            all.push(line.purpose);
        }
    }
    all
}

/// The payers on top of one another, year by year.
fn chart(around: &Around<'_>, header: u32, payers: &Payers, years: u16) -> Chart {
    let payers = payers
        .rows
        .iter()
        .map(|(payer, row)| (*payer, (*row, 0), (*row, 1, *row, years)));
    let categories = (header, 1, header, years);
    stacked(around.sheet, around.chart, categories, payers)
}

/// First row and column, last row and column.
pub type Stretch = (u32, u16, u32, u16);

/// Columns of payers on top of one another: each with the cell of its name and its values.
pub fn stacked(
    sheet: &str,
    title: &str,
    categories: Stretch,
    payers: impl Iterator<Item = (Payer, At, Stretch)>,
) -> Chart {
    let of = |(row, column, last, end): Stretch| (sheet, row, column, last, end);
    let mut chart = Chart::new(rust_xlsxwriter::ChartType::ColumnStacked);
    for (payer, name, values) in payers {
        let at = PAYERS.iter().position(|p| *p == payer).unwrap_or(0);
        let mut fill = ChartFormat::new();
        fill.set_solid_fill(ChartSolidFill::new().set_color(colour(FILLS[at])));
        chart
            .add_series()
            .set_name((sheet, name.0, name.1))
            .set_categories(of(categories))
            .set_values(of(values))
            .set_gap(60)
            .set_format(&mut fill);
    }
    dressed(&mut chart, title);
    chart.y_axis().set_num_format(WHOLE);
    chart
}
