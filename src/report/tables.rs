//! The tables of a run: one row for one fact, units in the header or in a column of their own.

mod assumptions;
mod figures;
pub mod public;
mod targets;
mod tasks;

pub use assumptions::{Assumed, assumed};
pub use targets::{direction, selected, side, targets};
pub use tasks::tasks;

use super::number::unit_in_tables;
use super::page::claim;
use super::page::markdown::plain;
#[cfg(feature = "parquet")]
use crate::results::comparison::{Choices, Comparison};
use crate::results::{Driver, Findings, Probability, Unit};
#[cfg(feature = "parquet")]
use crate::results::{Facilities, FacilityYear, Futures};
use crate::said::Told;
use crate::table::Cell::Named;
use crate::table::{Cell, Described, Kind, Table};
use crate::words::report::upper_first;
use crate::words::tables as about;
use crate::words::{figures as figures_of, number, page};
use assumptions::assumptions;
use figures::figures;
use std::borrow::Cow;
use targets::{target_variants, targets_by_year};
use tasks::{MONEY, payer, policies, policy_costs};

/// Every table, in the order in which the report lists them.
pub const ALL: [Described<Findings>; 15] = [
    Described::new("summary", summary, about::SUMMARY),
    Described::new("targets", targets, about::TARGETS),
    Described::new("targets_by_year", targets_by_year, about::TARGETS_BY_YEAR),
    Described::new("target_variants", target_variants, about::TARGET_VARIANTS),
    Described::new(
        "province_chances",
        province_chances,
        about::PROVINCE_CHANCES,
    ),
    Described::new("drivers", drivers, about::DRIVERS),
    Described::new("tasks", tasks, about::TASKS),
    Described::new("policies", policies, about::POLICIES),
    Described::new("policy_costs", policy_costs, about::POLICY_COSTS),
    Described::new("public_money", public_money, about::PUBLIC_MONEY),
    Described::new("costs", costs, about::COSTS),
    Described::new("ledger", ledger, about::LEDGER),
    Described::new("binding", binding, about::BINDING),
    Described::new("assumptions", assumptions, about::ASSUMPTIONS),
    Described::new("figures", figures, about::FIGURES),
];

/// Every indicator in every scope at every year-end.
pub fn summary(f: &Findings) -> Table<'_> {
    let units: Vec<Told> = f
        .indicators
        .iter()
        .map(|i| unit_in_tables(i.unit, &f.currency))
        .collect();
    let of_scope = |s| (0..f.indicators.len()).map(move |i| (s, i));
    let places = (0..f.scopes.len()).flat_map(of_scope);
    let all = places.flat_map(|(s, i)| (0..f.years.len()).map(move |y| (s, i, y)));
    Table::over(all.filter_map(|(s, i, y)| Some((s, i, y, f.at(s, i, y)?))))
        .text("scope", |r| &f.scopes[r.0].code)
        .text("indicator", |r| &f.indicators[r.1].id)
        .text("unit", move |r| Cell::telling(units[r.1].clone()))
        .year("year", |r| f.years[r.2])
        .numbers(["mean", "sd"], |r| [r.3.mean, r.3.sd])
        .numbers(["p2_5", "p10", "p25", "p50", "p75", "p90", "p97_5"], |r| {
            r.3.percentiles
        })
        .number("mc_error", |r| r.3.mc_error)
        .table()
}

fn unit_of(f: &Findings, indicator: &str) -> Told {
    f.indicator(indicator)
        .map(|i| unit_in_tables(f.indicators[i].unit, &f.currency))
        .unwrap_or_default()
}

/// What people read as it stands.
fn said<'a>(text: impl Into<Cow<'a, str>>) -> Cell<'a> {
    Named("".into(), text.into())
}

/// Names of a chance in files.
const CHANCE: [&str; 5] = ["hits", "futures", "probability", "low_95", "high_95"];

/// What the decisions of a run spend of the money it is about.
fn public_money(f: &Findings) -> Table<'_> {
    let rows = f.public.iter().flat_map(|money| public::rows(0, money));
    public::columns(Table::over(rows), &f.currency)
}

fn province_chances(f: &Findings) -> Table<'_> {
    Table::over(&f.province_probability)
        .text("province", |r| &r.province)
        .text("indicator", |r| &r.indicator)
        .year("year", |r| r.year)
        .number("threshold", |r| r.threshold)
        .text("unit", move |r| Cell::telling(unit_of(f, &r.indicator)))
        .chance(CHANCE, |r| Some(r.probability))
        .table()
}

fn drivers(f: &Findings) -> Table<'_> {
    drivers_of(f, &f.drivers)
}

/// These assumptions, each with the target whose chance it moves.
pub fn drivers_of<'a>(f: &'a Findings, rows: impl IntoIterator<Item = &'a Driver>) -> Table<'a> {
    let target = |d: &Driver| f.targets.iter().find(|a| a.id == d.target);
    let fifth = |p: Probability| [Cell::Chance(p), Cell::Share(p.low), Cell::Share(p.high)];
    Table::over(rows)
        .text("target", move |d| {
            let asks = target(d).map(|a| upper_first(&claim(f, a)));
            Named((&d.target).into(), asks.unwrap_or_default().into())
        })
        .text("assumption", move |d| {
            let known = f.assumptions.iter().find(|x| x.id == d.assumption);
            let meaning = plain(known.map_or("", |x| &x.meaning));
            Named(
                (&d.assumption).into(),
                page::driver(&meaning, &d.assumption).into(),
            )
        })
        .text("grade", |d| format!("{:?}", d.grade))
        .text("unit", move |d| {
            let unit = target(d).map(|a| unit_of(f, &a.indicator));
            Cell::telling(unit.unwrap_or_default())
        })
        .each(
            [
                "low_fifth_probability",
                "low_fifth_low_95",
                "low_fifth_high_95",
            ],
            Kind::Number,
            move |d| fifth(d.low),
        )
        .each(
            [
                "high_fifth_probability",
                "high_fifth_low_95",
                "high_fifth_high_95",
            ],
            Kind::Number,
            move |d| fifth(d.high),
        )
        .numbers(["low_fifth_mean", "high_fifth_mean"], |d| {
            [d.low_mean, d.high_mean]
        })
        .put("swing_points", Kind::Number, |d| {
            Cell::Told(d.swing() * 100.0, page::swing(d.swing(), d.swing_range()))
        })
        .numbers(["swing_low_95", "swing_high_95"], |d| {
            d.swing_range().map(|v| v * 100.0)
        })
        .number("chance_by_luck", |d| d.by_luck())
        .flag("named", |d| d.named)
        .table()
}

fn costs(f: &Findings) -> Table<'_> {
    Table::over(&f.costs)
        .text("payer", |c| payer(c.payer))
        .text("purpose", |c| &c.purpose)
        .year("year", |c| c.year)
        .text("unit", move |_| Cell::told(&f.currency))
        .numbers(MONEY, |c| {
            [
                c.constant,
                c.constant_p10,
                c.constant_p90,
                c.nominal,
                c.discounted,
            ]
        })
        .table()
}

fn ledger(f: &Findings) -> Table<'_> {
    Table::over(&f.ledger)
        .text("stock", |l| &l.stock)
        .text("cause", |l| &l.cause)
        .text("title", |l| Cell::told(&l.title))
        .year("year", |l| l.year)
        .text("unit", move |l| match l.stock.starts_with("money") {
            true => Cell::told(&f.currency),
            false => Cell::telling(unit_in_tables(Unit::Count, &f.currency)),
        })
        .numbers(["mean", "p10", "p90"], |l| [l.mean, l.p10, l.p90])
        .table()
}

/// Which side was short when staff were hired: posts or people.
pub fn binding(f: &Findings) -> Table<'_> {
    Table::over(&f.binding)
        .text("occupation", |b| {
            Named(
                (&b.occupation).into(),
                upper_first(figures_of::what(&b.occupation)).into(),
            )
        })
        .year("year", |b| b.year)
        .put("share_of_futures_posts_bind", Kind::Number, |b| {
            Cell::Told(b.posts_bind, number::percent(b.posts_bind))
        })
        .numbers(["open_posts_mean", "people_looking_mean"], |b| {
            [b.open_posts, b.pool]
        })
        .table()
}

/// The first futures one by one.
#[cfg(feature = "parquet")]
pub fn futures(all: &Futures) -> Table<'_> {
    let mut t = Table::over(0..all.replicates.len()).whole("replicate", |r| all.replicates[*r]);
    for (id, values) in &all.assumed {
        t = t.put(id.clone(), Kind::Single, move |r| {
            Cell::Number(values[*r].into())
        });
    }
    for (id, met) in &all.met {
        t = t.put(id.clone(), Kind::Answer, move |r| {
            met.as_ref().map_or(Cell::Empty, |met| Cell::Flag(met[*r]))
        });
    }
    for (id, values) in &all.values {
        t = t.put(id.clone(), Kind::Single, move |r| {
            Cell::Number(values[*r].into())
        });
    }
    t.table()
}

/// Names of the columns of an option among the futures of a comparison: what it meets, in the order of
/// [`Choices::asked`], and last what it spends.
#[cfg(feature = "parquet")]
pub fn columns_of_option(name: &str, asked: &[String]) -> Vec<String> {
    let ids = asked.iter().map(String::as_str).chain(["public_money"]);
    ids.map(|id| format!("{name}/{id}")).collect()
}

/// The first futures of a comparison one by one.
#[cfg(feature = "parquet")]
pub fn choices<'a>(c: &'a Comparison, all: &'a Choices) -> Table<'a> {
    let mut t = Table::over(0..all.replicates.len()).whole("replicate", |r| all.replicates[*r]);
    for (id, values) in &all.assumed {
        t = t.put(id.clone(), Kind::Single, move |r| {
            Cell::Number(values[*r].into())
        });
    }
    for (o, option) in c.options.iter().enumerate() {
        let mut names = columns_of_option(&option.name, &all.asked).into_iter();
        for (met, name) in all.met[o].iter().zip(names.by_ref()) {
            t = t.put(name, Kind::Answer, move |r| {
                met.as_ref().map_or(Cell::Empty, |met| Cell::Flag(met[*r]))
            });
        }
        for name in names {
            t = t.put(name, Kind::Single, move |r| {
                Cell::Number(all.money[o][*r].into())
            });
        }
    }
    t.table()
}

/// What was recorded of each facility at each year-end.
#[cfg(feature = "parquet")]
pub fn facilities(all: &Facilities) -> Table<'_> {
    let each = all.all.iter();
    let mut t = Table::over(each.flat_map(|h| h.years.iter().map(move |y| (h, y))))
        .text("province", |(h, _)| &h.province)
        .text("facility", |(h, _)| &h.code)
        .text("name", |(h, _)| Cell::told(&h.name))
        .text("level", |(h, _)| format!("{:?}", h.level))
        .text("owner_at_base", |(h, _)| format!("{:?}", h.owner))
        .flag("synthetic", |(h, _)| h.synthetic)
        .year("year", |(_, y)| y.year)
        .whole("futures", move |_| all.futures)
        .numbers(["open", "handed_over"], |(_, y)| [y.open, y.handed_over]);
    let told: [(&str, fn(&FacilityYear) -> Option<[f64; 3]>); 4] = [
        ("beds", |y| Some(y.beds)),
        ("occupancy", |y| y.occupancy),
        ("staff_share", |y| Some(y.staff_share)),
        (all.occupation.as_deref().unwrap_or_default(), |y| y.staff),
    ];
    let there = told.into_iter().filter(|(what, _)| !what.is_empty());
    for (what, read) in there {
        for (at, end) in ["p10", "p50", "p90"].into_iter().enumerate() {
            t = t.number(format!("{what}_{end}"), move |(_, y)| {
                read(y).map(|v| v[at])
            });
        }
    }
    t.table()
}
