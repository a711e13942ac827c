//! The workbook of a comparison: options as columns, what each changes with how sure that is, what it
//! costs and who pays, what a gain costs, who gains, which decision does it.

use super::assumptions;
use super::costs::{self, Around, Section, Spent};
use super::figure::{self, Figure, WHOLE, figure};
use super::sheet::{Look, Sheet};
use super::targets;
use super::{program, read_me as front, written};
use crate::report::number::unit_in_tables;
use crate::results::comparison::{
    Asked, Attributed, Comparison, Mean, Paired, Question, Verdict, Written,
};
use crate::results::{IndicatorInfo, Unit};
use crate::units::PAYERS;
use crate::words::report::upper_first;
use crate::words::workbook::{self as words, Column, comparison as own};
use crate::words::{compare, page};
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
        c.country.clone(),
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

/// An option by its title; by its name where another has the same title.
fn label(c: &Comparison, option: usize) -> &str {
    let this = &c.options[option];
    let same = c.options.iter().filter(|o| o.title == this.title);
    if same.count() > 1 {
        &this.name
    } else {
        &this.title
    }
}

/// A change with its interval, each shown as pages print it.
fn changes(mean: Mean, scale: f64, told: &compare::Told) -> [Figure; 3] {
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

/// Where a verdict says that an option does better, worse, or neither.
fn look(verdict: Verdict) -> Look {
    match verdict {
        Verdict::Better => Look::Good,
        Verdict::Worse => Look::Weak,
        Verdict::CannotTell | Verdict::TooSmall | Verdict::Same => Look::Quiet,
        Verdict::Higher | Verdict::Lower => Look::Plain,
    }
}

fn unit_of(c: &Comparison, q: &Question) -> String {
    match q.kind {
        Asked::Target => words::CHANCE.into(),
        Asked::Value => unit_in_tables(q.unit, &c.currency),
    }
}

fn known<'a>(c: &'a Comparison, indicator: &str) -> Option<&'a IndicatorInfo> {
    c.indicator(indicator).map(|i| &c.indicators[i])
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
    let mut s = Sheet::new(words::OPTIONS, &widths, widths.len(), run)?;
    let reference = label(c, c.reference);
    s.title(own::COMPARED_TITLE, run, &[&own::compared_lead(reference)])?;
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
    let headline = |q: &Question| q.kind == Asked::Target && q.headline;
    let other = |q: &Question| q.kind == Asked::Target && !q.headline;
    let value = |q: &Question| q.kind == Asked::Value;
    let kinds: [(&str, &dyn Fn(&Question) -> bool); 3] = [
        (words::CHANCES, &headline),
        (own::OTHER_CHANCES, &other),
        (own::FIGURES, &value),
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
    money_lines(c, &mut s)?;
    s.done(false)
}

fn question(c: &Comparison, q: usize, s: &mut Sheet) -> Result<(), XlsxError> {
    let asked = &c.questions[q];
    let row = s.next();
    s.text(
        (row, 0),
        &upper_first(&compare::asked(c, asked)),
        Look::Plain,
    )?;
    s.text((row, 1), &unit_of(c, asked), Look::Quiet)?;
    let held = |o: usize| {
        let answer = c.answer(q, o);
        match (&answer.probability, answer.value) {
            (Some(p), _) => Some(figure::chance(p)),
            (None, v) => v.map(|v| figure::found(asked.unit, v.value)),
        }
    };
    s.some((row, 2), held(c.reference), Look::Plain)?;
    let mut column = 3;
    for o in c.others() {
        s.some((row, column), held(o), Look::Strong)?;
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
        lines.push((words::cost_in(words::ALL_PAYERS, money), None, at));
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
    s.heading((row, 0), compare::PRICES)?;
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
                Some(None) => s.text((row, column + 4), compare::NO_PRICE, Look::Quiet)?,
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
    let mut s = Sheet::new(words::BY_YEAR, &widths, widths.len(), run)?;
    s.title(words::BY_YEAR_TITLE, run, &[words::BY_YEAR_LEAD])?;
    let mut header: Vec<String> = own::COMPARED_BY_YEAR.map(|k| k.title.into()).to_vec();
    header.extend(years.iter().map(ToString::to_string));
    s.header(&header, 2, 0)?;
    let header = s.next() - 1;
    let mut breaks = Vec::new();
    let mut charts = 0;
    for (q, asked) in c.questions.iter().enumerate() {
        if asked.kind != Asked::Target || !asked.headline {
            continue;
        }
        if charts > 0 && charts % 2 == 0 {
            breaks.push(s.next());
        }
        let claim = upper_first(&compare::asked(c, asked));
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
        let mut chart = targets::lines(words::BY_YEAR, &claim, rows, header, years.len() as u16);
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
        sheet: words::COSTS,
        title: words::COSTS_TITLE,
        lead: &own::compared_costs_lead(&c.currency),
        chart: &words::in_place(&chart, label(c, c.reference)),
    };
    costs::sections(&around, &sections, &c.years, run)
}

fn table(
    name: &'static str,
    widths: &[f64],
    columns: &[Column],
    title: &str,
    lead: &str,
    run: &str,
) -> Result<Sheet, XlsxError> {
    let mut s = Sheet::new(name, widths, widths.len(), run)?;
    s.title(title, run, &[lead])?;
    let titles: Vec<&str> = columns.iter().map(|k| k.title).collect();
    s.header(&titles, 2, 0)?;
    Ok(s)
}

fn prices(c: &Comparison, run: &str) -> Result<Worksheet, XlsxError> {
    const WIDTHS: [f64; own::PRICE_COLUMNS.len()] = [
        28.0, 60.0, 22.0, 14.0, 14.0, 14.0, 12.0, 12.0, 12.0, 12.0, 12.0, 12.0, 16.0,
    ];
    let lead = compare::prices_lead(&c.currency);
    let mut s = table(
        own::PRICES,
        &WIDTHS,
        &own::PRICE_COLUMNS,
        compare::PRICES,
        &lead,
        run,
    )?;
    for p in &c.prices {
        let row = s.next();
        s.text((row, 0), label(c, p.option), Look::Plain)?;
        s.text((row, 1), &compare::gain(c, &p.gain), Look::Plain)?;
        s.text((row, 2), compare::payers(p.payers), Look::Plain)?;
        let told = of_amount(p.cost).into_iter().chain(of_amount(p.gained));
        for (at, figure) in told.enumerate() {
            s.figure((row, 3 + at as u16), &figure, Look::Plain)?;
        }
        match p.price {
            Some(price) => {
                for (at, figure) in figures_of_price(price).iter().enumerate() {
                    let look = if at == 0 { Look::Strong } else { Look::Plain };
                    s.figure((row, 9 + at as u16), figure, look)?;
                }
            }
            None => s.text((row, 12), compare::NO_PRICE, Look::Quiet)?,
        }
    }
    s.done(true)
}

fn provinces(c: &Comparison, run: &str) -> Result<Worksheet, XlsxError> {
    const WIDTHS: [f64; own::PROVINCE_CHANGES.len()] = [
        20.0, 28.0, 40.0, 14.0, 12.0, 12.0, 11.0, 11.0, 11.0, 30.0, 10.0, 10.0, 11.0,
    ];
    let mut s = table(
        words::PROVINCES,
        &WIDTHS,
        &own::PROVINCE_CHANGES,
        &compare::provinces(c.year),
        own::PROVINCE_CHANGES_LEAD,
        run,
    )?;
    for p in &c.provinces {
        let row = s.next();
        let scope = c.scopes.iter().find(|s| s.code == p.province);
        let info = known(c, &p.indicator);
        let unit = info.map_or(Unit::Ratio, |i| i.unit);
        let title = info.map_or(p.indicator.as_str(), |i| &i.title);
        let d = &p.difference;
        let scale = compare::scale(Asked::Value, unit);
        let mean = Mean {
            value: d.mean,
            low: d.low,
            high: d.high,
        };
        let texts = [
            scope.map_or(p.province.as_str(), |s| &s.name),
            label(c, p.option),
            title,
            &unit_in_tables(unit, &c.currency),
        ];
        for (at, text) in texts.iter().enumerate() {
            s.text((row, at as u16), text, Look::Plain)?;
        }
        s.figure((row, 4), &figure::found(unit, p.reference), Look::Plain)?;
        s.figure((row, 5), &figure::found(unit, p.here), Look::Plain)?;
        let told = changes(mean, scale, &compare::change(mean, scale));
        for (at, figure) in told.iter().enumerate() {
            s.figure((row, 6 + at as u16), figure, Look::Plain)?;
        }
        s.text((row, 9), &compare::verdict(d), look(d.verdict))?;
        for (at, many) in [d.helped, d.harmed, d.unchanged].iter().enumerate() {
            let figure = figure(f64::from(*many), WHOLE);
            s.figure((row, 10 + at as u16), &figure, Look::Plain)?;
        }
    }
    s.done(true)
}

fn attribution(c: &Comparison, run: &str) -> Result<Worksheet, XlsxError> {
    const WIDTHS: [f64; own::PART_COLUMNS.len()] = [28.0, 60.0, 34.0, 13.0, 13.0, 13.0, 14.0];
    let first = &c.attribution[0];
    let lead = compare::attribution_lead(first.futures, c.futures(), first.orders);
    let mut s = table(
        own::PARTS,
        &WIDTHS,
        &own::PART_COLUMNS,
        compare::ATTRIBUTION,
        &lead,
        run,
    )?;
    for a in &c.attribution {
        let option = label(c, a.option);
        for outcome in &a.outcomes {
            let (name, scale) = outcome_of(c, outcome);
            let mut line = |part: &str, mean: Mean, error: Option<f64>, look: Look| {
                let row = s.next();
                s.text((row, 0), option, Look::Plain)?;
                s.text((row, 1), &name, Look::Plain)?;
                s.text((row, 2), part, look)?;
                let told = changes(mean, scale, &compare::change(mean, scale));
                for (at, figure) in told.iter().enumerate() {
                    s.figure((row, 3 + at as u16), figure, look)?;
                }
                let error = error.map(|e| e * scale);
                let shown = error.map(|e| {
                    let text = compare::change(
                        Mean {
                            value: e,
                            low: e,
                            high: e,
                        },
                        1.0,
                    );
                    figure::signed(e, text.value.trim_start_matches('+'))
                });
                s.some((row, 6), shown, look)
            };
            for (part, share) in a.parts.iter().zip(&outcome.shares) {
                let name = compare::part(&part.id, part.kind);
                line(&name, share.change, share.order_error, Look::Plain)?;
            }
            line(own::ALL_PARTS, outcome.total, None, Look::Strong)?;
        }
    }
    s.done(true)
}

/// Name of an outcome, and by what its changes are multiplied to be printed.
fn outcome_of(c: &Comparison, outcome: &Attributed) -> (String, f64) {
    match outcome.question.map(|q| &c.questions[q]) {
        Some(q) => (
            upper_first(&compare::asked(c, q)),
            compare::scale(q.kind, q.unit),
        ),
        None => (compare::option_cost(c.last_year()), 1.0),
    }
}

fn inputs(c: &Comparison, run: &str) -> Result<Worksheet, XlsxError> {
    const WIDTHS: [f64; own::INPUT_COLUMNS.len()] = [28.0, 34.0, 22.0, 48.0, 30.0, 48.0, 30.0];
    let mut s = table(
        own::INPUTS,
        &WIDTHS,
        &own::INPUT_COLUMNS,
        compare::INPUTS,
        own::INPUTS_LEAD,
        run,
    )?;
    for d in &c.inputs {
        let row = s.next();
        s.text((row, 0), label(c, d.option), Look::Plain)?;
        s.text((row, 1), &d.of, Look::Plain)?;
        s.text((row, 2), &d.field, Look::Plain)?;
        for (at, side) in [&d.reference, &d.here].into_iter().enumerate() {
            let column = 3 + 2 * at as u16;
            let (value, place) = side
                .as_ref()
                .map_or((compare::NOT_THERE.to_owned(), String::new()), stands);
            s.text((row, column), &value, Look::Plain)?;
            s.text((row, column + 1), &place, Look::Quiet)?;
        }
    }
    s.done(true)
}

/// A value, and where it is written.
fn stands(w: &Written) -> (String, String) {
    (w.value.clone(), own::written_at(&w.file, w.line))
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
