//! The tables of a comparison: one row for one fact, units in a column of their own.

use crate::report::number::{cell, cell_or_empty, unit_in_tables};
use crate::report::tables::{Table, direction};
use crate::results::Unit;
use crate::results::comparison::{Amount, Asked, Comparison, Mean, Paired, Question};
use crate::words::compare as words;

/// Every table with its file name.
pub fn all(c: &Comparison) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("options.csv", options(c)),
        ("inputs.csv", inputs(c)),
        ("differences.csv", differences(c)),
        ("by_year.csv", by_year(c)),
        ("costs.csv", costs(c)),
        ("cost_effectiveness.csv", prices(c)),
        ("provinces.csv", provinces(c)),
        ("spread.csv", spread(c)),
        ("attribution.csv", attribution(c)),
    ]
}

fn name(c: &Comparison, option: usize) -> String {
    c.options[option].name.clone()
}

fn mean(m: Mean) -> [String; 3] {
    [m.value, m.low, m.high].map(cell)
}

/// Name of a kind of question.
fn kind(q: &Question) -> String {
    match q.kind {
        Asked::Target => "target".into(),
        Asked::Value => "value".into(),
    }
}

/// The unit of what answers a question.
fn unit(c: &Comparison, q: &Question) -> String {
    match q.kind {
        Asked::Target => "fraction".into(),
        Asked::Value => unit_in_tables(q.unit, &c.currency),
    }
}

fn unit_of(c: &Comparison, indicator: &str) -> String {
    let known = c.indicator(indicator).map(|i| c.indicators[i].unit);
    unit_in_tables(known.unwrap_or(Unit::Ratio), &c.currency)
}

/// Header of a difference.
const PAIRED: [&str; 12] = [
    "difference",
    "low",
    "high",
    "sd",
    "helped",
    "harmed",
    "unchanged",
    "futures",
    "verdict",
    "matters",
    "futures_needed",
    "variance_cut",
];

fn paired(d: &Paired) -> Vec<String> {
    vec![
        cell(d.mean),
        cell(d.low),
        cell(d.high),
        cell(d.sd),
        d.helped.to_string(),
        d.harmed.to_string(),
        d.unchanged.to_string(),
        d.of().to_string(),
        words::verdict_in_tables(d.verdict).into(),
        cell(d.matters),
        d.needed.map(|n| n.to_string()).unwrap_or_default(),
        cell_or_empty(d.variance_cut),
    ]
}

fn options(c: &Comparison) -> Vec<u8> {
    let mut header = vec![
        "option",
        "title",
        "file",
        "sha256",
        "reference",
        "policies",
        "differing",
        "serves",
        "currency",
    ];
    let amounts = ["constant", "nominal", "discounted"];
    let own: Vec<String> = amounts.iter().map(|a| format!("cost_{a}")).collect();
    let more: Vec<String> = amounts
        .iter()
        .flat_map(|a| ["", "_low", "_high"].map(|end| format!("more_{a}{end}")))
        .collect();
    header.extend(own.iter().chain(&more).map(String::as_str));
    let mut t = Table::new(&header);
    for (o, option) in c.options.iter().enumerate() {
        let mut row = vec![
            option.name.clone(),
            option.title.clone(),
            option.file.clone(),
            option.digest.clone(),
            if o == c.reference { "yes" } else { "no" }.into(),
            option.policies.join(";"),
            option.differing.join(";"),
            option.serves.join(";"),
            c.currency.clone(),
        ];
        let all = c.cost(o, None, None, None);
        let amounts = all
            .map(|l| [l.constant, l.nominal, l.discounted])
            .unwrap_or_default();
        row.extend(amounts.iter().map(|a| cell(a.here)));
        row.extend(amounts.iter().flat_map(|a| mean(a.difference)));
        t.row(&row);
    }
    t.bytes()
}

fn inputs(c: &Comparison) -> Vec<u8> {
    let mut t = Table::new(&[
        "option",
        "what",
        "field",
        "reference_value",
        "reference_file",
        "reference_line",
        "option_value",
        "option_file",
        "option_line",
    ]);
    for d in &c.inputs {
        let mut row = vec![name(c, d.option), d.of.clone(), d.field.clone()];
        for side in [&d.reference, &d.here] {
            let [value, file, line] = side.as_ref().map_or_else(Default::default, |w| {
                let line = w.line.map(|l| l.to_string()).unwrap_or_default();
                [w.value.clone(), w.file.clone(), line]
            });
            row.extend([value, file, line]);
        }
        t.row(&row);
    }
    t.bytes()
}

fn differences(c: &Comparison) -> Vec<u8> {
    let mut header = vec![
        "question",
        "kind",
        "indicator",
        "title",
        "scope",
        "year",
        "threshold",
        "better",
        "unit",
        "headline",
        "option",
        "served",
        "value",
        "value_low",
        "value_high",
        "reference_value",
    ];
    header.extend(PAIRED);
    let mut t = Table::new(&header);
    for (q, question) in c.questions.iter().enumerate() {
        let before = c.answer(q, c.reference).value;
        for o in 0..c.options.len() {
            let answer = c.answer(q, o);
            let mut row = vec![
                question.id.clone(),
                kind(question),
                question.indicator.clone(),
                question.title.clone(),
                question.scope.clone(),
                question.year.to_string(),
                cell_or_empty(question.threshold),
                question.better.map(direction).unwrap_or_default().into(),
                unit(c, question),
                if question.headline { "yes" } else { "no" }.into(),
                name(c, o),
                if question.served_by.contains(&o) {
                    "yes"
                } else {
                    "no"
                }
                .into(),
            ];
            row.extend(answer.value.map(mean).unwrap_or_default());
            row.push(cell_or_empty(before.map(|m| m.value)));
            match &answer.difference {
                Some(d) => row.extend(paired(d)),
                None => row.extend(PAIRED.map(|_| String::new())),
            }
            t.row(&row);
        }
    }
    t.bytes()
}

fn by_year(c: &Comparison) -> Vec<u8> {
    let mut t = Table::new(&["question", "kind", "unit", "option", "year", "value"]);
    for (q, question) in c.questions.iter().enumerate() {
        for o in 0..c.options.len() {
            for (year, value) in c.years.iter().zip(&c.answer(q, o).by_year) {
                if let Some(value) = value {
                    t.row(&[
                        question.id.clone(),
                        kind(question),
                        unit(c, question),
                        name(c, o),
                        year.to_string(),
                        cell(*value),
                    ]);
                }
            }
        }
    }
    t.bytes()
}

fn costs(c: &Comparison) -> Vec<u8> {
    let mut header: Vec<String> = ["option", "payer", "purpose", "year", "unit"]
        .map(String::from)
        .to_vec();
    for prices in ["constant", "nominal", "discounted"] {
        for end in ["", "_reference", "_difference", "_low", "_high"] {
            header.push(format!("{prices}{end}"));
        }
    }
    let mut t = Table::new(&header);
    let amount = |a: &Amount| {
        let mut row = vec![cell(a.here), cell(a.reference)];
        row.extend(mean(a.difference));
        row
    };
    for line in &c.costs {
        let mut row = vec![
            name(c, line.option),
            line.payer
                .map_or("all".into(), |p| format!("{p:?}").to_lowercase()),
            line.purpose.clone().unwrap_or("all".into()),
            line.year.map_or("all".into(), |y| y.to_string()),
            c.currency.clone(),
        ];
        for a in [&line.constant, &line.nominal, &line.discounted] {
            row.extend(amount(a));
        }
        t.row(&row);
    }
    t.bytes()
}

fn prices(c: &Comparison) -> Vec<u8> {
    let mut t = Table::new(&[
        "option",
        "gain",
        "year",
        "payers",
        "currency",
        "discounted_cost_to_year",
        "discounted_cost_to_year_low",
        "discounted_cost_to_year_high",
        "gained",
        "gained_low",
        "gained_high",
        "price",
        "price_low",
        "price_high",
        "cost_of_option",
        "cost_of_option_low",
        "cost_of_option_high",
    ]);
    for p in &c.prices {
        let mut row = vec![
            name(c, p.option),
            words::gain_in_tables(&p.gain),
            p.year.to_string(),
            words::payers_in_tables(p.payers).into(),
            c.currency.clone(),
        ];
        row.extend(mean(p.cost));
        row.extend(mean(p.gained));
        row.extend(p.price.map(mean).unwrap_or_default());
        row.extend(
            c.cost_of(p.option)
                .map(|cost| mean(cost.difference))
                .unwrap_or_default(),
        );
        t.row(&row);
    }
    t.bytes()
}

fn provinces(c: &Comparison) -> Vec<u8> {
    let mut header = vec![
        "option",
        "indicator",
        "unit",
        "year",
        "province",
        "name",
        "value",
        "reference_value",
    ];
    header.extend(PAIRED);
    let mut t = Table::new(&header);
    for p in &c.provinces {
        let scope = c.scopes.iter().find(|s| s.code == p.province);
        let mut row = vec![
            name(c, p.option),
            p.indicator.clone(),
            unit_of(c, &p.indicator),
            c.year.to_string(),
            p.province.clone(),
            scope.map(|s| s.name.clone()).unwrap_or_default(),
            cell(p.here),
            cell(p.reference),
        ];
        row.extend(paired(&p.difference));
        t.row(&row);
    }
    t.bytes()
}

fn spread(c: &Comparison) -> Vec<u8> {
    let mut header = vec![
        "option",
        "indicator",
        "unit",
        "measure",
        "year",
        "value",
        "reference_value",
    ];
    header.extend(PAIRED);
    let mut t = Table::new(&header);
    for s in &c.spread {
        let mut row = vec![
            name(c, s.option),
            s.indicator.clone(),
            unit_of(c, &s.indicator),
            words::measure_in_tables(s.measure).into(),
            c.year.to_string(),
            cell(s.here),
            cell(s.reference),
        ];
        row.extend(paired(&s.difference));
        t.row(&row);
    }
    t.bytes()
}

fn attribution(c: &Comparison) -> Vec<u8> {
    let mut t = Table::new(&[
        "option",
        "outcome",
        "unit",
        "part",
        "kind",
        "change",
        "low",
        "high",
        "order_error",
        "futures",
        "orders",
        "largest_gap",
    ]);
    for a in &c.attribution {
        let orders = a.orders.map_or("all".into(), |n| n.to_string());
        for outcome in &a.outcomes {
            let (id, unit) = match outcome.question {
                Some(q) => (c.questions[q].id.clone(), unit(c, &c.questions[q])),
                None => (format!("cost@{}", c.last_year()), c.currency.clone()),
            };
            let mut put = |part: &str, kind: &str, change: Mean, error: Option<f64>| {
                let mut row = vec![name(c, a.option), id.clone(), unit.clone()];
                row.extend([part.to_owned(), kind.to_owned()]);
                row.extend(mean(change));
                row.push(cell_or_empty(error));
                row.extend([a.futures.to_string(), orders.clone()]);
                row.push(cell(outcome.largest_gap));
                t.row(&row);
            };
            for (part, share) in a.parts.iter().zip(&outcome.shares) {
                let kind = words::part_kind(part.kind);
                put(&part.id, kind, share.change, share.order_error);
            }
            put("total", "total", outcome.total, None);
        }
    }
    t.bytes()
}
