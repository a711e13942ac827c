//! Who does what by when, what it costs, and what becomes of the money; year by year and by payer.

use super::said;
use crate::report::page::markdown::plain;
use crate::report::page::tasks as told;
use crate::results::{Findings, MoneyFate, PolicyUsed, Probability, Spending};
use crate::table::Cell::{Absent, Empty, Named};
use crate::table::{Cell, Columns, Kind, Look, Table};
use crate::units::Payer;
use crate::words::report::upper_first;
use crate::words::{data, page, tasks as words, workbook};

/// A chance over at least one future.
fn lived(p: Option<&Probability>) -> Option<Probability> {
    p.copied().filter(|p| p.of > 0)
}

fn spending(s: &Spending) -> [f64; 5] {
    [
        s.constant,
        s.constant_p10,
        s.constant_p90,
        s.nominal,
        s.discounted,
    ]
}

fn fate(m: &MoneyFate) -> [f64; 3] {
    [m.offered, m.lapsed, m.not_absorbed]
}

/// Who bears a cost of a policy, in words.
fn payers(p: &PolicyUsed) -> String {
    let names: Vec<&str> = p.payers.iter().map(|p| page::payer(*p)).collect();
    names.join("; ")
}

/// Who does what by when: one row a policy. Cells are empty where nobody, or no year, is named.
pub fn tasks(f: &Findings) -> Table<'_> {
    let at_end = |p: &PolicyUsed| lived(p.done.last()).map(|p| p.value);
    let t = Table::over(&f.policies)
        .text("policy", |p| &p.id)
        .text("task", |p| words::task(&p.id, &p.summary).replace('`', ""))
        .for_people()
        .text("kind", |p| &p.kind)
        .text("what", |p| Cell::told(&p.summary))
        .year("from", |p| p.from)
        .year("to", |p| p.to)
        .text("waits_for", |p| {
            p.when.as_ref().map_or(Cell::Absent, Cell::told)
        })
        .text("responsible", |p| {
            Cell::of_data(p.responsible.as_deref().unwrap_or_default())
        })
        .text("coordinating", |p| {
            p.coordinating
                .as_deref()
                .map_or(Cell::Absent, Cell::of_data)
        })
        .text("authority", |p| {
            p.authority.as_deref().map_or(Cell::Absent, Cell::of_data)
        })
        .put("deadline", Kind::Whole, |p| Cell::year(p.deadline))
        .put("deadline_month", Kind::Whole, |p| {
            p.deadline_month.map_or(Empty, |m| Cell::Whole(m.into()))
        })
        .text("product", |p| Cell::told(&p.product))
        .text("reported", |p| words::reported_in_tables(&p.reports))
        .text("reports_tell", |p| match p.reports.is_empty() {
            true => "".into(),
            false => Cell::worded(|| workbook::yes(p.reports_tell)),
        })
        .text("came", |p| p.came().map_or("", words::came_in_tables))
        .text("payers", move |p| {
            let ids: Vec<String> = p.payers.iter().map(|p| payer(*p)).collect();
            Named(ids.join(";").into(), payers(p).into())
        })
        .text("unit", move |_| Cell::told(&f.currency))
        .numbers(
            [
                "cost_mean",
                "cost_p10",
                "cost_p90",
                "cost_nominal_mean",
                "cost_discounted_mean",
            ],
            |p| spending(&p.cost),
        )
        .number("residual_mean", |p| p.residual)
        .chance(
            [
                "acts_in",
                "futures",
                "share_of_futures",
                "acts_low_95",
                "acts_high_95",
            ],
            |p| lived(Some(&p.acts_at_all)),
        )
        .each(
            ["first_acts_p10", "first_acts_p50", "first_acts_p90"],
            Kind::Whole,
            |p| p.first_acts.map(Cell::year),
        )
        .chance(
            [
                "on_time_hits",
                "on_time_of",
                "on_time_probability",
                "on_time_low_95",
                "on_time_high_95",
            ],
            |p| lived(p.on_time.as_ref()),
        )
        .put("on_time", Kind::Number, |p| {
            p.on_time.map_or(Empty, Cell::Chance)
        })
        .for_people()
        .number("there_at_end_probability", move |p| {
            at_end(p).filter(|_| !p.is_money)
        })
        .each(
            ["promised_mean", "spent_mean", "unspent_mean"],
            Kind::Number,
            |p| {
                let all = p.money.map(|m| [m.promised, m.spent, m.unspent()]);
                all.map_or([const { Absent }; 3], |all| all.map(Cell::Number))
            },
        )
        .number("not_absorbed_mean", |p| p.fate.not_absorbed)
        .chance(
            [
                "spent_in_time_hits",
                "spent_in_time_of",
                "spent_in_time_probability",
                "spent_in_time_low_95",
                "spent_in_time_high_95",
            ],
            |p| lived(p.spent_in_time.as_ref()),
        )
        .put("spent_in_time", Kind::Number, |p| {
            p.spent_in_time.map_or(Empty, Cell::Chance)
        })
        .for_people()
        .number("spent_at_end_probability", move |p| {
            at_end(p).filter(|_| p.is_money)
        })
        .text("serves", |p| p.serves.join(";"))
        .look(&["on_time", "spent_in_time"], |_| Look::Strong);
    in_words(f, t).table()
}

/// The same as the page says it.
fn in_words<'a>(f: &'a Findings, t: Columns<'a, &'a PolicyUsed>) -> Columns<'a, &'a PolicyUsed> {
    t.text("task_marked", |p| {
        said(words::task(&plain(&p.id), &plain(&p.summary)))
    })
    .for_people()
    .text("responsible_or_nobody", |p| {
        said(
            p.responsible
                .as_deref()
                .map_or(words::NOT_NAMED.into(), |who| plain(data::spoken(who))),
        )
    })
    .for_people()
    .text("by", |p| {
        let by = p.deadline.map(|year| words::by(year, p.deadline_month));
        said(by.unwrap_or(words::NOT_NAMED.into()))
    })
    .for_people()
    .text("product_said", |p| said(upper_first(&plain(&p.product))))
    .for_people()
    .text("reported_said", |p| said(words::reported(&p.reports)))
    .for_people()
    .text("cost_said", |p| {
        let Spending {
            constant,
            constant_p10,
            constant_p90,
            ..
        } = p.cost;
        said(words::cost(constant, constant_p10, constant_p90))
    })
    .for_people()
    .text("paid_by", move |p| match p.payers.is_empty() {
        true => said(words::NOBODY),
        false => said(payers(p)),
    })
    .for_people()
    .text("on_time_said", move |p| said(told::on_time(f, p)))
    .for_people()
    .text("money_said", |p| {
        said(p.money.map_or(words::NO_PROMISE.into(), |m| {
            words::promised(m.promised, m.spent, m.unspent())
        }))
    })
    .for_people()
    .text("in_time_said", move |p| said(told::spent_in_time(f, p)))
    .for_people()
}

/// In how many futures each policy acts, and its product is there or its money spent, year by year.
pub(super) fn policies(f: &Findings) -> Table<'_> {
    let years = || f.years.iter().copied().skip(1);
    let rows = f.policies.iter().flat_map(|p| {
        let each = years().zip(&p.acts).zip(&p.done);
        each.map(move |((year, acts), done)| (p, year, acts, lived(Some(done))))
    });
    Table::over(rows)
        .text("policy", |r| &r.0.id)
        .year("year", |r| r.1)
        .chance(
            [
                "acts_in",
                "futures",
                "share_of_futures",
                "acts_low_95",
                "acts_high_95",
            ],
            |r| Some(*r.2),
        )
        .chance(
            [
                "product_there_hits",
                "product_there_of",
                "product_there_probability",
                "product_there_low_95",
                "product_there_high_95",
            ],
            |r| r.3.filter(|_| !r.0.is_money),
        )
        .chance(
            [
                "spent_hits",
                "spent_of",
                "spent_probability",
                "spent_low_95",
                "spent_high_95",
            ],
            |r| r.3.filter(|_| r.0.is_money),
        )
        .table()
}

/// A payer as files name it.
pub(super) fn payer(payer: Payer) -> String {
    format!("{payer:?}")
}

/// What each policy costs, by payer and year: a part of the costs of the run.
pub(super) fn policy_costs(f: &Findings) -> Table<'_> {
    Table::over(
        f.policies
            .iter()
            .flat_map(|p| p.costs.iter().map(move |c| (p, c))),
    )
    .text("policy", |(p, _)| &p.id)
    .text("payer", |(_, c)| payer(c.payer))
    .year("year", |(_, c)| c.year)
    .text("unit", move |_| Cell::told(&f.currency))
    .numbers(MONEY, |(_, c)| spending(&c.spending))
    .number("residual_mean", |(_, c)| c.residual)
    .numbers(
        ["offered_mean", "lapsed_mean", "not_absorbed_mean"],
        |(_, c)| fate(&c.fate),
    )
    .table()
}

/// Names of an amount of money in files.
pub(super) const MONEY: [&str; 5] = [
    "constant_mean",
    "constant_p10",
    "constant_p90",
    "nominal_mean",
    "discounted_mean",
];
