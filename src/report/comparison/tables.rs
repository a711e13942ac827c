//! The tables of a comparison: one row for one fact, units in a column of their own.

use crate::report::number::unit_in_tables;
use crate::report::tables::{direction, public};
use crate::results::Unit;
use crate::results::comparison::{
    Answer, Attributed, Comparison, InputDifference, Mean, Paired, ProvinceChange, Question,
    QuestionKind, Verdict, Written,
};
use crate::said::Told;
use crate::table::Cell::{Absent, Named};
use crate::table::{Cell, Columns, Described, Kind, Look, Table};
use crate::words::compare as words;
use crate::words::report::upper_first;
use crate::words::tables as about;
use crate::words::workbook::{comparison as own, yes};

/// Every table, in the order in which the page lists them.
pub const ALL: [Described<Comparison>; 12] = [
    Described::new("options", options, about::COMPARED_OPTIONS),
    Described::new("inputs", inputs, about::COMPARED_INPUTS),
    Described::new("differences", differences, about::COMPARED_DIFFERENCES),
    Described::new("by_year", by_year, about::COMPARED_BY_YEAR),
    Described::new("pairs", pairs, about::COMPARED_PAIRS),
    Described::new("variants", variants, about::COMPARED_VARIANTS),
    Described::new("public_money", public_money, about::PUBLIC_MONEY),
    Described::new("costs", costs, about::COMPARED_COSTS),
    Described::new(
        "cost_effectiveness",
        prices,
        about::COMPARED_COST_EFFECTIVENESS,
    ),
    Described::new("provinces", provinces, about::COMPARED_PROVINCES),
    Described::new("spread", spread, about::COMPARED_SPREAD),
    Described::new("attribution", attribution, about::COMPARED_ATTRIBUTION),
];

fn mean(m: Mean) -> [f64; 3] {
    [m.value, m.low, m.high]
}

fn no_mean(m: Option<Mean>) -> [Option<f64>; 3] {
    m.map_or([None; 3], |m| mean(m).map(Some))
}

/// Name of a kind of question.
fn kind(q: &Question) -> &'static str {
    match q.kind {
        QuestionKind::Target => "target",
        QuestionKind::Value => "value",
    }
}

/// The unit of what answers a question.
fn unit(c: &Comparison, q: &Question) -> Told {
    match q.kind {
        QuestionKind::Target => unit_in_tables(Unit::Share, &c.currency),
        QuestionKind::Value => unit_in_tables(q.unit, &c.currency),
    }
}

fn unit_of(c: &Comparison, indicator: &str) -> Told {
    let known = c.indicator(indicator).map(|i| c.indicators[i].unit);
    unit_in_tables(known.unwrap_or(Unit::Ratio), &c.currency)
}

/// The columns of a difference, where there is one; `shown` says how people are shown the change.
fn paired<'a, R: 'a>(
    t: Columns<'a, R>,
    read: fn(&R) -> Option<&'a Paired>,
    shown: impl Fn(&R, Mean) -> [Cell<'a>; 3] + 'a,
) -> Columns<'a, R> {
    t.each(["difference", "low", "high"], Kind::Number, move |r| {
        let mean = read(r).map(|d| Mean {
            value: d.mean,
            low: d.low,
            high: d.high,
        });
        mean.map_or([const { Absent }; 3], |mean| shown(r, mean))
    })
    .number("sd", move |r| read(r).map(|d| d.sd))
    .each(
        ["helped", "harmed", "unchanged", "futures"],
        Kind::Whole,
        move |r| match read(r) {
            Some(d) => [d.helped, d.harmed, d.unchanged, d.of()].map(|n| Cell::Whole(n.into())),
            None => [const { Absent }; 4],
        },
    )
    .text("verdict", move |r| {
        let said = |d: &Paired| {
            Named(
                words::verdict_in_tables(d.verdict).into(),
                words::verdict(d).into(),
            )
        };
        read(r).map_or(Absent, said)
    })
    .look(&["verdict"], move |r| {
        read(r).map_or(Look::Plain, |d| look(d.verdict))
    })
    .number("matters", move |r| read(r).map(|d| d.matters))
    .put("futures_needed", Kind::Whole, move |r| {
        let needed = read(r).and_then(|d| d.needed);
        needed.map_or(Absent, |n| Cell::Whole(n as i64))
    })
    .number("variance_cut", move |r| {
        read(r).and_then(|d| d.variance_cut)
    })
}

/// Where a verdict says that an option does better, worse, or neither.
pub fn look(verdict: Verdict) -> Look {
    match verdict {
        Verdict::Better => Look::Good,
        Verdict::Worse => Look::Weak,
        Verdict::CannotTell | Verdict::TooSmall | Verdict::Same => Look::Quiet,
        Verdict::Higher | Verdict::Lower => Look::Plain,
    }
}

/// What each option spends of the money the question is about.
fn public_money(c: &Comparison) -> Table<'_> {
    let all = c.public.iter().enumerate();
    let rows = all.flat_map(|(option, money)| public::rows(option, money));
    let table = Table::over(rows).text("option", |r| &c.options[r.option].name);
    public::columns(table, &c.currency)
}

/// Every two options, target by target.
fn pairs(c: &Comparison) -> Table<'_> {
    let value = |q: usize, o: usize| c.answer(q, o).probability.map(|p| p.value);
    let t = Table::over(&c.pairs)
        .text("option", move |p| option(c, p.options.0))
        .text("other", move |p| option(c, p.options.1))
        .text("target", move |p| &c.questions[p.question].id)
        .number("chance", move |p| value(p.question, p.options.0))
        .number("chance_of_other", move |p| value(p.question, p.options.1));
    paired(t, |p| Some(&p.difference), |_, m| mean(m).map(Cell::Number)).table()
}

/// Every option on every target, in each way of what no figure decides between.
fn variants(c: &Comparison) -> Table<'_> {
    let t = Table::over(&c.variants)
        .text("assumption", |v| &v.assumption)
        .text("way", |v| &v.way)
        .number("weight", |v| v.weight)
        .text("option", move |v| option(c, v.option))
        .text("target", move |v| &c.questions[v.question].id)
        .number("chance", |v| v.chance.value)
        .number("chance_low", |v| v.chance.low)
        .number("chance_high", |v| v.chance.high);
    paired(t, |v| v.change.as_ref(), |_, m| mean(m).map(Cell::Number)).table()
}

fn options(c: &Comparison) -> Table<'_> {
    let cost = |o: usize| {
        let all = c.cost(o, None, None, None);
        all.map(|l| [l.constant, l.nominal, l.discounted])
            .unwrap_or_default()
    };
    let mut t = Table::over(c.options.iter().enumerate())
        .text("option", |(_, o)| &o.name)
        .text("title", |(_, o)| Cell::told(&o.title))
        .text("file", |(_, o)| named(&o.file))
        .text("sha256", |(_, o)| &o.digest)
        .text("reference", move |(at, _)| {
            Cell::worded(|| yes(*at == c.reference))
        })
        .text("policies", |(_, o)| o.policies.join(";"))
        .text("differing", |(_, o)| o.differing.join(";"))
        .text("serves", |(_, o)| o.serves.join(";"))
        .text("currency", move |_| Cell::told(&c.currency))
        .numbers(
            ["cost_constant", "cost_nominal", "cost_discounted"],
            move |(at, _)| cost(*at).map(|a| a.here),
        );
    for (k, money) in ["constant", "nominal", "discounted"]
        .into_iter()
        .enumerate()
    {
        for (end, name) in ["", "_low", "_high"].into_iter().enumerate() {
            t = t.number(format!("more_{money}{name}"), move |(at, _)| {
                mean(cost(*at)[k].difference)[end]
            });
        }
    }
    let best = |at: usize| c.best.get(at);
    let regret = move |at: usize| best(at)?.regret;
    t.each(
        ["best", "best_low", "best_high"],
        Kind::Number,
        move |(at, _)| {
            let first = best(*at).map(|b| b.first);
            first.map_or([const { Absent }; 3], |p| {
                [p.value, p.low, p.high].map(Cell::Number)
            })
        },
    )
    .number("regret", move |(at, _)| regret(*at).map(|r| r.lost))
    .text("regret_target", move |(at, _)| {
        Cell::maybe(regret(*at).map(|r| &c.questions[r.question].id))
    })
    .text("regret_against", move |(at, _)| {
        Cell::maybe(regret(*at).map(|r| &c.options[r.best].name))
    })
    .table()
}

/// The name of a file, as data have it and as people read it.
fn named(file: &str) -> Cell<'_> {
    Named(file.into(), crate::messages::file::read(file))
}

/// What was decided differently.
pub fn inputs(c: &Comparison) -> Table<'_> {
    let mut t = Table::over(&c.inputs)
        .text("option", move |d| option(c, d.option))
        .text("what", |d| {
            Named((&d.of).into(), words::input(&d.of).into())
        })
        .text("field", |d| &d.field);
    let sides: [([&'static str; 4], fn(&InputDifference) -> Option<&Written>); 2] = [
        (
            [
                "reference_value",
                "reference_file",
                "reference_line",
                "reference_stands_in",
            ],
            |d| d.reference.as_ref(),
        ),
        (
            [
                "option_value",
                "option_file",
                "option_line",
                "option_stands_in",
            ],
            |d| d.here.as_ref(),
        ),
    ];
    for ([value, file, line, stands_in], read) in sides {
        t = t
            .text(value, move |d| match read(d) {
                Some(w) => Named((&w.value).into(), words::written(&w.value).into()),
                None => Named("".into(), words::NOT_THERE.into()),
            })
            .text(file, move |d| read(d).map_or(Absent, |w| named(&w.file)))
            .put(line, Kind::Whole, move |d| {
                let line = read(d).and_then(|w| w.line);
                line.map_or(Absent, |l| Cell::Whole(l as i64))
            })
            .text(stands_in, move |d| {
                read(d).map_or(String::new(), |w| {
                    own::written_at(&crate::messages::file::read(&w.file), w.line)
                })
            })
            .for_people()
            .look(&[stands_in], |_| Look::Quiet);
    }
    t.table()
}

fn differences(c: &Comparison) -> Table<'_> {
    struct Held<'a> {
        question: &'a Question,
        option: usize,
        answer: &'a Answer,
        before: Option<Mean>,
    }
    let rows = c.questions.iter().enumerate().flat_map(|(q, question)| {
        (0..c.options.len()).map(move |option| Held {
            question,
            option,
            answer: c.answer(q, option),
            before: c.answer(q, c.reference).value,
        })
    });
    let t = Table::over(rows)
        .text("question", |r| &r.question.id)
        .text("kind", |r| kind(r.question))
        .text("indicator", |r| &r.question.indicator)
        .text("title", |r| Cell::told(&r.question.title))
        .text("scope", |r| &r.question.scope)
        .year("year", |r| r.question.year)
        .number("threshold", |r| r.question.threshold)
        .text("better", |r| {
            r.question.better.map(direction).unwrap_or_default()
        })
        .text("unit", move |r| Cell::telling(unit(c, r.question)))
        .text("headline", |r| Cell::worded(|| yes(r.question.headline)))
        .text("option", move |r| &c.options[r.option].name)
        .numbers(["lowest_way", "highest_way"], |r| {
            let ends = r.answer.ends();
            ends.map_or([None; 2], |ends| ends.map(|p| Some(p.value)))
        })
        .text("served", |r| {
            Cell::worded(|| yes(r.question.served_by.contains(&r.option)))
        })
        .numbers(["value", "value_low", "value_high"], |r| {
            no_mean(r.answer.value)
        })
        .number("reference_value", |r| r.before.map(|m| m.value));
    paired(
        t,
        |r| r.answer.difference.as_ref(),
        |_, m| mean(m).map(Cell::Number),
    )
    .table()
}

fn by_year(c: &Comparison) -> Table<'_> {
    let asked = c.questions.iter().enumerate();
    let asked = asked.flat_map(|(q, question)| (0..c.options.len()).map(move |o| (q, question, o)));
    let rows = asked.flat_map(|(q, question, o)| {
        let each = c.years.iter().zip(&c.answer(q, o).by_year);
        each.filter_map(move |(year, value)| Some((question, o, *year, (*value)?)))
    });
    Table::over(rows)
        .text("question", |r| &r.0.id)
        .text("kind", |r| kind(r.0))
        .text("unit", move |r| Cell::telling(unit(c, r.0)))
        .text("option", move |r| &c.options[r.1].name)
        .year("year", |r| r.2)
        .number("value", |r| r.3)
        .table()
}

fn costs(c: &Comparison) -> Table<'_> {
    let mut t = Table::over(&c.costs)
        .text("option", move |l| &c.options[l.option].name)
        .text("payer", |l| {
            l.payer
                .map_or("all".into(), |p| format!("{p:?}").to_lowercase())
        })
        .text("purpose", |l| l.purpose.as_deref().unwrap_or("all"))
        .text("year", |l| l.year.map_or("all".into(), |y| y.to_string()))
        .text("unit", move |_| Cell::told(&c.currency));
    for (k, money) in ["constant", "nominal", "discounted"]
        .into_iter()
        .enumerate()
    {
        for (end, name) in ["", "_reference", "_difference", "_low", "_high"]
            .into_iter()
            .enumerate()
        {
            t = t.number(format!("{money}{name}"), move |l| {
                let a = [&l.constant, &l.nominal, &l.discounted][k];
                let [value, low, high] = mean(a.difference);
                [a.here, a.reference, value, low, high][end]
            });
        }
    }
    t.table()
}

/// An option by its name in files, and as people are told it.
fn option(c: &Comparison, option: usize) -> Cell<'_> {
    Named((&c.options[option].name).into(), label(c, option).into())
}

/// An option by its title; by its name where another has the same title.
pub fn label(c: &Comparison, option: usize) -> &str {
    let this = &c.options[option];
    let same = c.options.iter().filter(|o| o.title == this.title);
    if same.count() > 1 {
        &this.name
    } else {
        &this.title
    }
}

/// A change, with the text that people are shown.
fn change<'a>(mean: Mean, scale: f64) -> [Cell<'a>; 3] {
    cells(mean, scale, words::change(mean, scale))
}

fn cells<'a>(mean: Mean, scale: f64, interval: words::Interval) -> [Cell<'a>; 3] {
    let cell = |value, text| Cell::Change(value, scale, text);
    [
        cell(mean.value, interval.value),
        cell(mean.low, interval.low),
        cell(mean.high, interval.high),
    ]
}

/// What gains cost.
pub fn prices(c: &Comparison) -> Table<'_> {
    Table::over(&c.prices)
        .text("option", move |p| option(c, p.option))
        .text("gain", move |p| {
            Named(
                words::gain_in_tables(&p.gain).into(),
                words::gain(c, &p.gain).into(),
            )
        })
        .year("year", |p| p.year)
        .text("payers", |p| {
            Named(
                words::payers_in_tables(p.payers).into(),
                words::payers(p.payers).into(),
            )
        })
        .text("currency", move |_| Cell::told(&c.currency))
        .each(
            [
                "discounted_cost_to_year",
                "discounted_cost_to_year_low",
                "discounted_cost_to_year_high",
            ],
            Kind::Number,
            |p| change(p.cost, 1.0),
        )
        .each(["gained", "gained_low", "gained_high"], Kind::Number, |p| {
            change(p.gained, 1.0)
        })
        // Very small ones keep the digits that say something.
        .each(
            ["price", "price_low", "price_high"],
            Kind::Number,
            |p| match p.price {
                Some(price) => cells(price, 1.0, words::amount(price)),
                None => [const { Absent }; 3],
            },
        )
        .text("no_price", |p| match p.price {
            Some(_) => Absent,
            None => words::NO_PRICE.into(),
        })
        .for_people()
        .look(&["no_price"], |_| Look::Quiet)
        .look(&["price"], |_| Look::Strong)
        .numbers(
            [
                "cost_of_option",
                "cost_of_option_low",
                "cost_of_option_high",
            ],
            move |p| no_mean(c.cost_of(p.option).map(|cost| cost.difference)),
        )
        .table()
}

/// Who gains.
pub fn provinces(c: &Comparison) -> Table<'_> {
    let unit = |id: &str| {
        c.indicator(id)
            .map_or(Unit::Ratio, |i| c.indicators[i].unit)
    };
    let name = |code: &str| {
        c.scopes
            .iter()
            .find(|s| s.code == code)
            .map(|s| s.name.as_str())
    };
    let t = Table::over(&c.provinces)
        .text("option", move |p| option(c, p.option))
        .text("indicator", move |p| {
            let known = c
                .indicator(&p.indicator)
                .map(|i| c.indicators[i].title.text());
            let said = known.unwrap_or(&p.indicator);
            Named((&p.indicator).into(), said.into())
        })
        .text("unit", move |p| {
            Cell::telling(unit_in_tables(unit(&p.indicator), &c.currency))
        })
        .year("year", move |_| c.year)
        .text("province", move |p| {
            Named(
                (&p.province).into(),
                name(&p.province).unwrap_or(&p.province).into(),
            )
        })
        .text("name", move |p| name(&p.province).unwrap_or_default())
        .each(["value", "reference_value"], Kind::Number, move |p| {
            [p.here, p.reference].map(|v| Cell::Found(unit(&p.indicator), v))
        });
    let told = move |p: &&ProvinceChange, mean| {
        change(mean, words::scale(QuestionKind::Value, unit(&p.indicator)))
    };
    paired(t, |p| Some(&p.difference), told).table()
}

fn spread(c: &Comparison) -> Table<'_> {
    let t = Table::over(&c.spread)
        .text("option", move |s| &c.options[s.option].name)
        .text("indicator", |s| &s.indicator)
        .text("unit", move |s| Cell::telling(unit_of(c, &s.indicator)))
        .text("measure", |s| words::measure_in_tables(s.measure))
        .year("year", move |_| c.year)
        .numbers(["value", "reference_value"], |s| [s.here, s.reference]);
    paired(t, |s| Some(&s.difference), |_, m| mean(m).map(Cell::Number)).table()
}

/// The change split over decisions.
pub fn attribution(c: &Comparison) -> Table<'_> {
    let outcomes = c
        .attribution
        .iter()
        .flat_map(|a| a.outcomes.iter().map(move |o| (a, o)));
    let rows = outcomes.flat_map(|(a, outcome)| {
        let parts = a.parts.iter().zip(&outcome.shares);
        let parts = parts.map(|(part, share)| (Some(part), share.change, share.order_error));
        let all = parts.chain([(None, outcome.total, None)]);
        all.map(move |(part, change, error)| (a, outcome, part, change, error))
    });
    let asked = |o: &Attributed| o.question.map(|q| &c.questions[q]);
    let scale = move |o| asked(o).map_or(1.0, |q| words::scale(q.kind, q.unit));
    Table::over(rows)
        .text("option", move |(a, ..)| option(c, a.option))
        .text("outcome", move |(_, o, ..)| match asked(o) {
            Some(q) => Named((&q.id).into(), upper_first(&words::question(c, q)).into()),
            None => {
                let last = c.last_year();
                Named(
                    format!("cost@{last}").into(),
                    words::option_cost(last).into(),
                )
            }
        })
        .text("unit", move |(_, o, ..)| {
            asked(o).map_or(Cell::told(&c.currency), |q| Cell::telling(unit(c, q)))
        })
        .text("part", |r| match r.2 {
            Some(part) => Named((&part.id).into(), words::part(&part.id, part.kind).into()),
            None => Named("total".into(), own::ALL_PARTS.into()),
        })
        .text("kind", |r| {
            r.2.map_or("total".into(), |part| {
                Named(
                    words::part_kind(part.kind).into(),
                    words::way(part.kind).into(),
                )
            })
        })
        .each(["change", "low", "high"], Kind::Number, move |r| {
            change(r.3, scale(r.1))
        })
        .put("order_error", Kind::Number, move |r| {
            Cell::some(r.4, |e| {
                let scale = scale(r.1);
                let [value, low, high] = [e * scale; 3];
                let text = words::change(Mean { value, low, high }, 1.0).value;
                Cell::Change(e, scale, text.trim_start_matches('+').to_owned())
            })
        })
        .whole("futures", |(a, ..)| a.futures)
        .text("orders", |(a, ..)| {
            a.orders.map_or("all".into(), |n| n.to_string())
        })
        .number("largest_gap", |(_, o, ..)| o.largest_gap)
        .look(
            &["part", "change", "low", "high", "order_error"],
            |r| match r.2 {
                Some(_) => Look::Plain,
                None => Look::Strong,
            },
        )
        .table()
}
