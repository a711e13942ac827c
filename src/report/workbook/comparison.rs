//! The workbook of a comparison: options as columns, what each changes with how sure that is, what it
//! costs and who pays, what a gain costs, who gains, which decision does it.

use super::assumptions;
use super::costs::{self, Around, Section, Spent};
use super::figure::{self, Figure, WHOLE, figure};
use super::sheet::{Look, OfTable, Sheet};
use super::targets;
use super::{program, read_me as front, written};
use crate::report::comparison::tables::{self, label, look};
use crate::report::number::unit_in_tables;
use crate::results::comparison::{Comparison, Mean, Paired, Question, QuestionKind};
use crate::results::public::PublicMoney;
use crate::table::Table;
use crate::units::PAYERS;
use crate::words::report::upper_first;
use crate::words::workbook::{self as words, Column, comparison as own};
use crate::words::{compare, page, public as budget};
use rust_xlsxwriter::{Worksheet, XlsxError};

/// The workbook as bytes.
pub fn bytes(c: &Comparison) -> Result<Vec<u8>, XlsxError> {
    let names: Vec<&str> = c.options.iter().map(|o| o.name.as_str()).collect();
    let title = own::compared(&names, &c.options[c.reference].name);
    let run = words::run(&title, c.seed, c.futures(), &c.base);
    let mut sheets = vec![options(c, &run)?, by_year(c, &run)?, money(c, &run)?];
    if !c.prices.is_empty() {
        sheets.push(prices(c, &run)?);
    }
    if !c.provinces.is_empty() {
        sheets.push(provinces(c, &run)?);
    }
    if !c.attribution.is_empty() {
        sheets.push(attribution(c, &run)?);
    }
    sheets.push(inputs(c, &run)?);
    sheets.push(assumptions::sheet(&c.assumptions, &c.assumed_tables, &run)?);
    sheets.push(dictionary(c, &run)?);
    let first = |names: &[String]| read_me(c, names, &title, &run);
    written(&title, &run, &c.base_digest, first, sheets)
}

fn read_me(
    c: &Comparison,
    others: &[String],
    title: &str,
    run: &str,
) -> Result<Worksheet, XlsxError> {
    let base = c.years[0];
    let first = c.years.get(1).copied().unwrap_or(base);
    let last = c.years.last().copied().unwrap_or(base);
    let mut facts: Vec<(String, String)> = Vec::new();
    for (at, option) in c.options.iter().enumerate() {
        let says = own::option(&option.title, &option.note, &option.digest);
        facts.push((own::option_name(&option.name, at == c.reference), says));
    }
    let said = [
        c.country.to_string(),
        words::years(base, first, last),
        words::futures(c.replicates.start, c.replicates.end),
        c.seed.to_string(),
        words::drawn(&c.uncertainty).to_owned(),
        words::money(&c.currency, base),
        c.base.clone(),
        c.base_digest.clone(),
        program(),
    ];
    let named = own::COMPARISON_FACTS.map(String::from);
    facts.extend(named.into_iter().zip(said));
    let mut reading: Vec<String> = words::READING.iter().map(|s| s.to_string()).collect();
    reading.extend(compare::methods(None));
    let about = front::About {
        title,
        facts,
        others,
        about: own::about_comparison,
        keys: &[],
        reading,
        limits: page::LEFT_OUT.iter().map(|s| s.to_string()).collect(),
    };
    front::about(&about, run)
}

/// A change with its interval, each shown as pages print it.
fn changes(mean: Mean, scale: f64, told: &compare::Interval) -> [Figure; 3] {
    [
        (mean.value, &told.value),
        (mean.low, &told.low),
        (mean.high, &told.high),
    ]
    .map(|(value, text)| figure::signed(value * scale, text))
}

/// The same of a question.
fn of_question(q: &Question, d: &Paired) -> [Figure; 3] {
    let mean = Mean {
        value: d.mean,
        low: d.low,
        high: d.high,
    };
    let scale = compare::scale(q.kind, q.unit);
    changes(mean, scale, &compare::difference(q, d))
}

/// The same of an amount.
fn of_amount(mean: Mean) -> [Figure; 3] {
    changes(mean, 1.0, &compare::change(mean, 1.0))
}

fn unit_of(c: &Comparison, q: &Question) -> String {
    match q.kind {
        QuestionKind::Target => words::CHANCE.into(),
        QuestionKind::Value => unit_in_tables(q.unit, &c.currency).text().to_owned(),
    }
}

const FIRST: [f64; 2] = [56.0, 17.0];
const REFERENCE: f64 = 13.0;
/// Figure, change, at least, at most, verdict.
const OTHER: [f64; own::DIFFERENCE_COLUMNS.len()] = [12.0, 11.0, 11.0, 11.0, 30.0];

/// Options side by side: the chances and figures, the costs, and what a gain costs.
fn options(c: &Comparison, run: &str) -> Result<Worksheet, XlsxError> {
    let mut widths = FIRST.to_vec();
    widths.push(REFERENCE);
    for _ in c.others() {
        widths.extend(OTHER);
    }
    let mut s = Sheet::new(&words::OPTIONS, &widths, widths.len(), run)?;
    let reference = label(c, c.reference);
    s.title(&own::COMPARED_TITLE, run, &[&own::compared_lead(reference)])?;
    let mut groups = vec![(2, 1, own::option_name(reference, true))];
    let [what, unit, _] = words::OPTION_COLUMNS.map(|k| k.title);
    let mut header = vec![what, unit, own::DIFFERENCE_COLUMNS[0].title];
    for o in c.others() {
        let first = header.len() as u16;
        groups.push((first, OTHER.len() as u16, label(c, o).to_owned()));
        header.extend(own::DIFFERENCE_COLUMNS.map(|k| k.title));
    }
    s.groups(&groups)?;
    s.header(&header, 3, 1)?;
    let headline = |q: &Question| q.kind == QuestionKind::Target && q.headline;
    let other = |q: &Question| q.kind == QuestionKind::Target && !q.headline;
    let value = |q: &Question| q.kind == QuestionKind::Value;
    let kinds: [(&str, &dyn Fn(&Question) -> bool); 3] = [
        (words::chances(compare::are_adopted(c)), &headline),
        (&own::OTHER_CHANCES, &other),
        (&own::FIGURES, &value),
    ];
    for (name, wanted) in kinds {
        let asked: Vec<usize> = (0..c.questions.len())
            .filter(|q| wanted(&c.questions[*q]))
            .collect();
        if asked.is_empty() {
            continue;
        }
        let row = s.next();
        s.heading((row, 0), name)?;
        for q in asked {
            question(c, q, &mut s)?;
        }
    }
    public(c, &mut s)?;
    money_lines(c, &mut s)?;
    s.done(false)
}

fn question(c: &Comparison, q: usize, s: &mut Sheet) -> Result<(), XlsxError> {
    let asked = &c.questions[q];
    let row = s.next();
    s.text(
        (row, 0),
        &upper_first(&compare::question(c, asked)),
        Look::Plain,
    )?;
    s.text((row, 1), &unit_of(c, asked), Look::Quiet)?;
    let held = |s: &mut Sheet, column: u16, o: usize, look: Look| {
        let answer = c.answer(q, o);
        let figure = match (&answer.probability, answer.ends(), answer.value) {
            (_, Some([low, high]), _) => {
                return s.text((row, column), &compare::percent_range(low, high), look);
            }
            (Some(p), ..) => Some(figure::chance(p)),
            (None, _, v) => v.map(|v| figure::found(asked.unit, v.value)),
        };
        s.some((row, column), figure, look)
    };
    held(s, 2, c.reference, Look::Plain)?;
    let mut column = 3;
    for o in c.others() {
        held(s, column, o, Look::Strong)?;
        if let Some(d) = &c.answer(q, o).difference {
            let told = of_question(asked, d);
            for (at, figure) in told.iter().enumerate() {
                s.figure((row, column + 1 + at as u16), figure, Look::Plain)?;
            }
            let verdict = compare::verdict_on(asked, c.answer(q, c.reference), c.answer(q, o));
            s.text((row, column + 4), &verdict, look(d.verdict))?;
        }
        column += OTHER.len() as u16;
    }
    Ok(())
}

/// The money the question is about, option by option, and the ceiling.
fn public(c: &Comparison, s: &mut Sheet) -> Result<(), XlsxError> {
    let Some(own) = c.public.get(c.reference) else {
        return Ok(());
    };
    let row = s.next();
    s.heading((row, 0), &budget::beyond(&own.counted, &c.currency))?;
    let mut line = |name: &str, look: Look, of: &dyn Fn(&PublicMoney) -> Option<f64>| {
        let row = s.next();
        s.text((row, 0), name, look)?;
        s.text((row, 1), &c.currency, Look::Quiet)?;
        let figure = |o: usize| of(&c.public[o]).map(|v| figure(v, WHOLE));
        s.some((row, 2), figure(c.reference), look)?;
        for (at, o) in c.others().enumerate() {
            let column = 3 + (at * OTHER.len()) as u16;
            s.some((row, column), figure(o), look)?;
        }
        Ok::<u32, XlsxError>(row)
    };
    for payer in c.public_payers() {
        // Empty where an option's own ceiling does not count the payer.
        let of = |m: &PublicMoney| m.counted.payers.contains(&payer).then(|| m.of(payer));
        line(page::payer(payer), Look::Plain, &of)?;
    }
    let together = line(&budget::TOGETHER, Look::Strong, &|m| Some(m.spent.value))?;
    line(&budget::TOTALS[1], Look::Plain, &|m| Some(m.promised))?;
    let any = c.public.iter().any(|m| m.ceiling.is_some());
    if any {
        let amount = |m: &PublicMoney| m.ceiling.map(|held| held.amount);
        line(&budget::TOTALS[2], Look::Plain, &amount)?;
    }
    for (at, o) in c.others().enumerate() {
        let column = 3 + (at * OTHER.len()) as u16;
        let spent = of_amount(c.public[o].spent);
        for (k, figure) in spent.iter().enumerate() {
            s.figure((together, column + 1 + k as u16), figure, Look::Plain)?;
        }
        if let Some(what) = budget::otherwise(&c.public[o].counted, &own.counted) {
            s.text((together, column + 4), &what, Look::Quiet)?;
        }
    }
    if !any {
        return Ok(());
    }
    let row = s.next();
    s.text((row, 0), &budget::TOTALS[3], Look::Plain)?;
    s.text((row, 1), &words::CHANCE, Look::Quiet)?;
    let over = |o: usize| c.public[o].ceiling.map(|held| figure::chance(&held.over));
    s.some((row, 2), over(c.reference), Look::Plain)?;
    for (at, o) in c.others().enumerate() {
        let column = 3 + (at * OTHER.len()) as u16;
        s.some((row, column), over(o), Look::Strong)?;
        if c.public[o].is_over() {
            s.text((row, column + 4), &budget::OVER, Look::Weak)?;
        }
    }
    Ok(())
}

/// What each option costs in all, by payer, and for one unit of each gain.
fn money_lines(c: &Comparison, s: &mut Sheet) -> Result<(), XlsxError> {
    let base = c.years[0];
    let first = c.years.get(1).copied().unwrap_or(base);
    let last = c.years.last().copied().unwrap_or(base);
    let row = s.next();
    s.heading((row, 0), &words::costs_of(first, last))?;
    let constant = words::constant(base);
    let mut lines = Vec::new();
    for payer in PAYERS {
        let name = words::cost_in(page::payer(payer), &constant);
        lines.push((name, Some(payer), 0));
    }
    for (at, money) in [
        constant.clone(),
        words::NOMINAL.into(),
        words::discounted(base),
    ]
    .iter()
    .enumerate()
    {
        lines.push((words::cost_in(&words::ALL_PAYERS, money), None, at));
    }
    for (name, payer, money) in lines {
        let amount = |o: usize| {
            let line = c.cost(o, payer, None, None)?;
            Some([line.constant, line.nominal, line.discounted][money])
        };
        let Some(held) = amount(c.reference) else {
            continue;
        };
        let row = s.next();
        let look = if payer.is_none() && money == 0 {
            Look::Strong
        } else {
            Look::Plain
        };
        s.text((row, 0), &name, look)?;
        s.text((row, 1), &c.currency, Look::Quiet)?;
        s.figure((row, 2), &figure(held.here, WHOLE), look)?;
        let mut column = 3;
        for o in c.others() {
            if let Some(amount) = amount(o) {
                s.figure((row, column), &figure(amount.here, WHOLE), look)?;
                for (at, figure) in of_amount(amount.difference).iter().enumerate() {
                    s.figure((row, column + 1 + at as u16), figure, Look::Plain)?;
                }
            }
            column += OTHER.len() as u16;
        }
    }
    let mut gains: Vec<_> = Vec::new();
    for price in &c.prices {
        let gain = (&price.gain, price.payers, price.year);
        if !gains.contains(&gain) {
            gains.push(gain);
        }
    }
    if gains.is_empty() {
        return Ok(());
    }
    let row = s.next();
    s.heading((row, 0), &compare::PRICES)?;
    for (gain, payers, year) in gains {
        let row = s.next();
        let name = own::price_of(&compare::gain(c, gain), compare::payers(payers));
        s.text((row, 0), &name, Look::Plain)?;
        s.text((row, 1), &c.currency, Look::Quiet)?;
        let mut column = 3;
        for o in c.others() {
            let price = c
                .prices
                .iter()
                .find(|p| p.option == o && p.gain == *gain && p.payers == payers && p.year == year);
            match price.map(|p| p.price) {
                Some(Some(price)) => {
                    let [value, low, high] = figures_of_price(price);
                    s.figure((row, column), &value, Look::Strong)?;
                    s.figure((row, column + 2), &low, Look::Plain)?;
                    s.figure((row, column + 3), &high, Look::Plain)?;
                }
                Some(None) => s.text((row, column + 4), &compare::NO_PRICE, Look::Quiet)?,
                None => {}
            }
            column += OTHER.len() as u16;
        }
    }
    Ok(())
}

/// A price with its interval. Very small ones keep the digits that say something.
fn figures_of_price(price: Mean) -> [Figure; 3] {
    let told = compare::amount(price);
    [
        (price.value, &told.value),
        (price.low, &told.low),
        (price.high, &told.high),
    ]
    .map(|(value, text)| figure::signed(value, text))
}

const YEARS_FIRST: [f64; 2] = [60.0, 26.0];
const A_YEAR: f64 = 8.0;
/// Rows a chart stands on.
const CHART: u32 = 18;

/// Each headline target by option and year-end, a chart below each.
fn by_year(c: &Comparison, run: &str) -> Result<Worksheet, XlsxError> {
    let years = c.years.get(1..).unwrap_or_default();
    let mut widths = YEARS_FIRST.to_vec();
    widths.extend(years.iter().map(|_| A_YEAR));
    let mut s = Sheet::new(&words::BY_YEAR, &widths, widths.len(), run)?;
    s.title(&words::BY_YEAR_TITLE, run, &[&words::BY_YEAR_LEAD])?;
    let mut header: Vec<String> = own::COMPARED_BY_YEAR.map(|k| k.title.into()).to_vec();
    header.extend(years.iter().map(ToString::to_string));
    s.header(&header, 2, 0)?;
    let header = s.next() - 1;
    let mut breaks = Vec::new();
    let mut charts = 0;
    for (q, asked) in c.questions.iter().enumerate() {
        if asked.kind != QuestionKind::Target || !asked.headline {
            continue;
        }
        if charts > 0 && charts % 2 == 0 {
            breaks.push(s.next());
        }
        let claim = upper_first(&compare::question(c, asked));
        let first = s.next();
        for o in 0..c.options.len() {
            let row = s.next();
            s.text((row, 0), &claim, Look::Plain)?;
            s.text((row, 1), label(c, o), Look::Plain)?;
            for (at, (year, p)) in years.iter().zip(&c.answer(q, o).chances).enumerate() {
                let due = *year == asked.year;
                let look = if due { Look::Due } else { Look::Plain };
                s.figure((row, 2 + at as u16), &figure::chance(p), look)?;
            }
        }
        s.skip(1);
        let rows = (first, first + c.options.len() as u32 - 1);
        let mut chart = targets::lines(&words::BY_YEAR, &claim, rows, header, years.len() as u16);
        let row = s.next();
        s.chart(row, &mut chart, CHART)?;
        s.skip(CHART);
        charts += 1;
    }
    s.page_breaks(&breaks)?;
    s.done(false)
}

/// Each option's costs, and what it costs more than the reference.
fn money(c: &Comparison, run: &str) -> Result<Worksheet, XlsxError> {
    let base = c.years[0];
    let lines = |o: usize, more: bool| -> Vec<Spent<'_>> {
        let mine = c.costs.iter().filter(|l| l.option == o);
        mine.filter_map(|l| {
            let amount = if more {
                l.constant.difference.value
            } else {
                l.constant.here
            };
            Some(Spent {
                payer: l.payer?,
                purpose: l.purpose.as_deref()?,
                year: l.year?,
                amount,
            })
        })
        .collect()
    };
    let constant = words::constant(base);
    let mut sections = vec![Section {
        name: own::option_costs(label(c, c.reference), &constant),
        lines: lines(c.reference, false),
    }];
    for o in c.others() {
        let title = label(c, o);
        sections.push(Section {
            name: own::option_costs(title, &constant),
            lines: lines(o, false),
        });
        sections.push(Section {
            name: own::option_costs_more(title, &constant),
            lines: lines(o, true),
        });
    }
    let chart = words::costs_chart(&c.currency, base);
    let around = Around {
        sheet: &words::COSTS,
        title: &words::COSTS_TITLE,
        lead: &own::compared_costs_lead(&c.currency),
        chart: &words::in_place(&chart, label(c, c.reference)),
    };
    costs::sections(&around, &sections, &c.years, run)
}

fn table<const N: usize>(
    name: &'static str,
    (title, lead): (&str, &str),
    columns: &'static [Column; N],
    widths: [f64; N],
    (table, run): (Table<'_>, &str),
) -> Result<Worksheet, XlsxError> {
    let around = OfTable {
        name,
        title,
        lead: &[lead],
        columns,
        widths,
        printed: N,
        frozen: 2,
    };
    around.sheet(&table, run)
}

fn prices(c: &Comparison, run: &str) -> Result<Worksheet, XlsxError> {
    let said = (&*compare::PRICES, &*compare::prices_lead(&c.currency));
    let widths = [
        28.0, 60.0, 22.0, 14.0, 14.0, 14.0, 12.0, 12.0, 12.0, 12.0, 12.0, 12.0, 16.0,
    ];
    let held = (tables::prices(c), run);
    table(&own::PRICES, said, &own::PRICE_COLUMNS, widths, held)
}

fn provinces(c: &Comparison, run: &str) -> Result<Worksheet, XlsxError> {
    let said = (&*compare::provinces(c.year), &*own::PROVINCE_CHANGES_LEAD);
    let widths = [
        20.0, 28.0, 40.0, 14.0, 12.0, 12.0, 11.0, 11.0, 11.0, 30.0, 10.0, 10.0, 11.0,
    ];
    let held = (tables::provinces(c), run);
    table(
        &words::PROVINCES,
        said,
        &own::PROVINCE_CHANGES,
        widths,
        held,
    )
}

fn attribution(c: &Comparison, run: &str) -> Result<Worksheet, XlsxError> {
    let first = &c.attribution[0];
    let lead = compare::attribution_lead(first.futures, c.futures(), first.orders);
    let said = (&*compare::ATTRIBUTION, &*lead);
    let widths = [28.0, 60.0, 34.0, 13.0, 13.0, 13.0, 14.0];
    let held = (tables::attribution(c), run);
    table(&own::PARTS, said, &own::PART_COLUMNS, widths, held)
}

fn inputs(c: &Comparison, run: &str) -> Result<Worksheet, XlsxError> {
    let said = (&*compare::INPUTS, &*own::INPUTS_LEAD);
    let widths = [28.0, 34.0, 22.0, 48.0, 30.0, 48.0, 30.0];
    let held = (tables::inputs(c), run);
    table(&own::INPUTS, said, &own::INPUT_COLUMNS, widths, held)
}

fn dictionary(c: &Comparison, run: &str) -> Result<Worksheet, XlsxError> {
    let mut options = words::OPTION_COLUMNS[..2].to_vec();
    options.extend(own::DIFFERENCE_COLUMNS);
    let mut by_year = own::COMPARED_BY_YEAR.to_vec();
    by_year.push(words::A_YEAR_OF_CHANCES);
    let costs = vec![words::COSTS_FIRST, words::A_YEAR_OF_COSTS, words::ALL_YEARS];
    let mut sheets = vec![
        (words::OPTIONS, options),
        (words::BY_YEAR, by_year),
        (words::COSTS, costs),
    ];
    if !c.prices.is_empty() {
        sheets.push((own::PRICES, own::PRICE_COLUMNS.to_vec()));
    }
    if !c.provinces.is_empty() {
        sheets.push((words::PROVINCES, own::PROVINCE_CHANGES.to_vec()));
    }
    if !c.attribution.is_empty() {
        sheets.push((own::PARTS, own::PART_COLUMNS.to_vec()));
    }
    sheets.push((own::INPUTS, own::INPUT_COLUMNS.to_vec()));
    sheets.push((words::ASSUMPTIONS, words::ASSUMPTION_COLUMNS.to_vec()));
    super::dictionary::of(&c.indicators, &sheets, &c.currency, run)
}
