//! The tables of a run: one row for one fact, units in the header or in a column of their own.

use super::number::unit_in_tables;
use super::page::markdown::plain;
use super::page::{claim, not_answered, place};
use crate::base::{AssumedTable, Borders, Direction, Grade, TargetStatus};
use crate::results::{
    AssumptionUsed, Driver, Findings, JointAnswer, MoneyFate, PolicyUsed, Probability, Spending,
    TargetAnswer, Unit, Word,
};
#[cfg(feature = "parquet")]
use crate::results::{Facilities, FacilityYear};
use crate::table::Cell::{Absent, Empty, Named, Year};
use crate::table::{Cell, Described, Kind, Look, Table};
use crate::units::Payer;
use crate::words::report::upper_first;
use crate::words::{number, page, report, tasks, workbook};
use std::borrow::Cow;

/// Every table, in the order in which the report lists them.
pub const ALL: [Described<Findings>; 13] = [
    Described::new(
        "summary",
        summary,
        "every indicator for the nation, each region and each province, year by year: mean, spread, percentiles and Monte Carlo error. Shares are fractions",
    ),
    Described::new(
        "targets",
        targets,
        "every target with its chance, interval, shortfall and year first met; or the reason why it has no answer",
    ),
    Described::new(
        "targets_by_year",
        targets_by_year,
        "the same question asked at each year-end",
    ),
    Described::new(
        "target_variants",
        target_variants,
        "the chance of each target in every way that no figure decides between, from all futures, with weights where they are supported",
    ),
    Described::new(
        "province_chances",
        province_chances,
        "the chance that a province by itself reaches the national threshold",
    ),
    Described::new(
        "drivers",
        drivers,
        "the chance of each headline target in the lowest and highest fifth of each assumption that can reach it, with the interval of the swing and whether it can be told from luck",
    ),
    Described::new(
        "tasks",
        self::tasks,
        "who does what by when: each policy with its product, its cost, who pays, the chance that it is there in time, and money promised, spent and unspent",
    ),
    Described::new(
        "policies",
        policies,
        "in how many futures each policy acts, and its product is there or its money spent, year by year",
    ),
    Described::new(
        "policy_costs",
        policy_costs,
        "what each policy costs, by payer and year: a part of `costs.csv`; and what is left of it at the end of the last year",
    ),
    Described::new("costs", costs, "money by payer, purpose and year"),
    Described::new(
        "ledger",
        ledger,
        "every change of every national stock by cause and year, money of each payer included",
    ),
    Described::new("binding", binding, "whether posts or people were short"),
    Described::new(
        "assumptions",
        assumptions,
        "every uncertain number with its law, source, grade and reason",
    ),
];

/// Every indicator in every scope at every year-end.
pub fn summary(f: &Findings) -> Table<'_> {
    let units: Vec<String> = f
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
        .text("unit", move |r| units[r.1].clone())
        .year("year", |r| f.years[r.2])
        .numbers(["mean", "sd"], |r| [r.3.mean, r.3.sd])
        .numbers(["p2_5", "p10", "p25", "p50", "p75", "p90", "p97_5"], |r| {
            r.3.percentiles
        })
        .number("mc_error", |r| r.3.mc_error)
        .table()
}

fn unit_of(f: &Findings, indicator: &str) -> String {
    f.indicator(indicator)
        .map(|i| unit_in_tables(f.indicators[i].unit, &f.currency))
        .unwrap_or_default()
}

/// Names of a chance in files.
const CHANCE: [&str; 5] = ["hits", "futures", "probability", "low_95", "high_95"];

/// Name of a direction in files.
pub fn direction(d: Direction) -> &'static str {
    match d {
        Direction::AtLeast => "at_least",
        Direction::AtMost => "at_most",
    }
}

/// Name of a standing in files.
pub fn status(s: TargetStatus) -> &'static str {
    match s {
        TargetStatus::Adopted => "adopted",
        TargetStatus::Draft => "draft",
        TargetStatus::Superseded => "superseded",
        TargetStatus::Vision => "vision",
    }
}

fn borders(b: Borders) -> &'static str {
    match b {
        Borders::Current => "current",
        Borders::Before2025 => "before-2025",
    }
}

/// What people read as it stands.
fn said<'a>(text: impl Into<Cow<'a, str>>) -> Cell<'a> {
    Named("".into(), text.into())
}

/// A target, or several asked at once.
struct Asked<'a> {
    target: Option<&'a TargetAnswer>,
    joint: Option<&'a JointAnswer>,
    unit: Unit,
    silent: Option<String>,
}

impl<'a> Asked<'a> {
    /// What is told of a target, with an answer or without.
    fn told(&self, read: impl FnOnce(&'a TargetAnswer) -> Cell<'a>) -> Cell<'a> {
        self.target.map_or(Absent, read)
    }

    /// A target that has an answer.
    fn answer(&self) -> Option<&'a TargetAnswer> {
        self.target.filter(|_| self.silent.is_none())
    }

    /// What was found of a target that has an answer.
    fn found(&self, read: impl FnOnce(&'a TargetAnswer) -> Cell<'a>) -> Cell<'a> {
        self.answer().map_or(Absent, read)
    }

    /// The same of several at once.
    fn at_once(&self, read: impl FnOnce(&'a JointAnswer) -> Cell<'a>) -> Cell<'a> {
        self.joint.map_or(Absent, read)
    }

    fn chance(&self) -> Option<Probability> {
        let joint = self.joint.map(|j| j.probability);
        joint.or(self.answer().and_then(|a| a.probability))
    }
}

/// The assumption that moves a chance most, in words.
fn driver<'a>(f: &Findings, a: &'a TargetAnswer) -> Cell<'a> {
    match (&a.driver, a.driver_swing) {
        (Some(id), Some(swing)) => {
            let known = f.assumptions.iter().find(|x| x.id == *id);
            let said = |x: &AssumptionUsed| {
                workbook::driver(&x.meaning, id, &format!("{:?}", x.grade), swing)
            };
            known.map_or(id.clone(), said).into()
        }
        _ if a.driver_asked && a.probability.is_some() => workbook::NO_DRIVER_TOLD.into(),
        _ => Absent,
    }
}

/// The targets, then those asked together.
pub fn targets(f: &Findings) -> Table<'_> {
    asked(f, &f.targets, &f.joint)
}

/// These targets, then these asked together.
pub fn asked<'a>(
    f: &'a Findings,
    targets: impl IntoIterator<Item = &'a TargetAnswer>,
    joint: &'a [JointAnswer],
) -> Table<'a> {
    let one = |a: &'a TargetAnswer| Asked {
        target: Some(a),
        joint: None,
        unit: f
            .indicator(&a.indicator)
            .map_or(Unit::Ratio, |i| f.indicators[i].unit),
        silent: not_answered(f, a),
    };
    let at_once = |j| Asked {
        target: None,
        joint: Some(j),
        unit: Unit::Share,
        silent: None,
    };
    let rows = targets
        .into_iter()
        .map(one)
        .chain(joint.iter().map(at_once));
    let fifth = |share| Cell::Told(share, number::percent(share));
    let mut t = Table::over(rows)
        .text(
            "kind",
            |r| if r.joint.is_some() { "joint" } else { "target" },
        )
        .put("id", Kind::Text, |r| match r.joint {
            Some(j) => (&j.name).into(),
            None => r.told(|a| (&a.id).into()),
        })
        .text("place", move |r| {
            said(r.target.map_or(f.country.as_str(), |a| place(f, &a.scope)))
        })
        .for_people()
        .text("claim", move |r| match r.joint {
            Some(j) => said(workbook::together(&j.name, j.targets.len())),
            None => r.told(|a| said(upper_first(&claim(f, a)))),
        })
        .for_people()
        .text("answer", |r| match (&r.silent, r.chance()) {
            (Some(why), _) => said(report::unanswered(why)),
            (None, Some(p)) => {
                let sampling = report::sampling(p.low, p.high);
                said(format!("{} ({sampling})", report::chance(&p)))
            }
            (None, None) => Absent,
        })
        .for_people()
        .text("indicator", |r| r.told(|a| (&a.indicator).into()))
        .text("scope", |r| r.told(|a| (&a.scope).into()))
        .put("year", Kind::Whole, |r| r.told(|a| Year(a.year)))
        .text("direction", |r| r.told(|a| direction(a.direction).into()))
        .put("threshold", Kind::Number, |r| {
            r.told(|a| Cell::Threshold(r.unit, a.threshold))
        })
        .text("unit", move |r| {
            let named = |a: &TargetAnswer| unit_of(f, &a.indicator).into();
            r.told(|a| Named(named(a), unit_in_tables(r.unit, &f.currency).into()))
        })
        .text("document", |r| r.told(|a| (&a.document).into()))
        .text("status", |r| {
            r.told(|a| Named(status(a.status).into(), report::standing(a.status).into()))
        })
        .text("borders", |r| r.told(|a| borders(a.borders).into()))
        .put("headline", Kind::Flag, |r| {
            r.told(|a| Cell::Flag(a.headline))
        })
        .text("source_id", |r| r.told(|a| (&a.source_id).into()))
        .chance(CHANCE, Asked::chance)
        .put("expected_shortfall", Kind::Number, |r| {
            r.found(|a| Cell::some(a.expected_shortfall, |v| Cell::Found(r.unit, v)))
        })
        .each(
            [
                "median_gap_count",
                "extra_a_year_count",
                "multiple_of_present_flow",
            ],
            Kind::Number,
            |r| match r.answer() {
                Some(a) => [a.median_gap, a.extra_a_year, a.multiple_of_flow]
                    .map(|v| Cell::some(v, Cell::Tenth)),
                None => [const { Absent }; 3],
            },
        )
        .each(
            ["first_met_p10", "first_met_p50", "first_met_p90"],
            Kind::Whole,
            |r| {
                let all = r.target.filter(|a| asks_by_year(a));
                all.map_or([const { Absent }; 3], |a| a.year_first_met.map(Cell::year))
            },
        )
        .put("half_met", Kind::Whole, |r| {
            r.found(|a| Cell::year(a.year_first_met[1]))
        })
        .for_people()
        .text("driver", |r| r.found(|a| Cell::maybe(a.driver.as_ref())))
        .text("driver_said", move |r| r.found(|a| driver(f, a)))
        .for_people()
        .each(
            ["driver_low", "driver_high"],
            Kind::Number,
            move |r| match r.answer() {
                Some(a) => [a.driver_range.map(|r| r.0), a.driver_range.map(|r| r.1)]
                    .map(|v| Cell::some(v, fifth)),
                None => [Absent, Absent],
            },
        )
        .numbers(
            [
                "driver_swing_points",
                "driver_swing_low_95",
                "driver_swing_high_95",
            ],
            |r| {
                let swing = r.answer().and_then(|a| a.driver_swing);
                swing.map_or([None; 3], |s| s.map(|v| Some(v * 100.0)))
            },
        )
        .text("not_answered", |r| Cell::maybe(r.silent.clone()))
        .look(&["not_answered"], |_| Look::Quiet)
        .look(&["probability"], |_| Look::Strong)
        .text("together", |r| r.at_once(|j| j.targets.join(";").into()))
        .text("ids", |r| match r.joint {
            Some(j) => j.targets.join("; ").into(),
            None => r.told(|a| (&a.id).into()),
        })
        .for_people()
        .numbers(["together_low", "together_high"], |r| {
            let bounds = r.joint.and_then(|j| j.bounds);
            bounds.map_or([None; 2], |ends| ends.map(Some))
        })
        .text("word", |r| r.found(|a| Cell::maybe(a.word().map(Word::id))));
    for (at, year) in f.years.iter().skip(1).enumerate() {
        t = t.number(format!("p_{year}"), move |r| {
            let asked = r.target.filter(|a| asks_by_year(a))?;
            asked.by_year.get(at).map(|p| p.value)
        });
    }
    t.table()
}

fn target_variants(f: &Findings) -> Table<'_> {
    let answered = f.targets.iter().filter(|a| not_answered(f, a).is_none());
    let rows = answered.flat_map(|a| a.variants.iter().map(move |v| (a, v)));
    Table::over(rows)
        .text("target", |(a, _)| &a.id)
        .text("assumption", |(_, v)| &v.assumption)
        .text("variant", |(_, v)| &v.name)
        .number("weight", |(_, v)| v.weight)
        .chance(CHANCE, |(_, v)| Some(v.probability))
        .table()
}

/// A target for old borders is no question about today's provinces, in any year.
fn asks_by_year(a: &TargetAnswer) -> bool {
    a.borders == Borders::Current
}

fn targets_by_year(f: &Findings) -> Table<'_> {
    let asked = f.targets.iter().filter(|a| asks_by_year(a));
    let years = || f.years.iter().copied().skip(1);
    let rows = asked.flat_map(|a| years().zip(&a.by_year).map(move |(year, p)| (a, year, p)));
    Table::over(rows)
        .text("target", |(a, _, _)| &a.id)
        .year("year", |(_, year, _)| *year)
        .chance(CHANCE, |(_, _, p)| Some(**p))
        .table()
}

fn province_chances(f: &Findings) -> Table<'_> {
    Table::over(&f.province_probability)
        .text("province", |r| &r.province)
        .text("indicator", |r| &r.indicator)
        .year("year", |r| r.year)
        .number("threshold", |r| r.threshold)
        .text("unit", move |r| unit_of(f, &r.indicator))
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
            target(d)
                .map(|a| unit_of(f, &a.indicator))
                .unwrap_or_default()
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

/// Who does what by when: one row a policy. Cells are empty where nobody, or no year, is named.
pub fn tasks(f: &Findings) -> Table<'_> {
    let at_end = |p: &PolicyUsed| lived(p.done.last()).map(|p| p.value);
    let payers = |p: &PolicyUsed| {
        let names: Vec<&str> = p.payers.iter().map(|p| page::payer(*p)).collect();
        names.join("; ")
    };
    Table::over(&f.policies)
        .text("policy", |p| &p.id)
        .text("task", |p| tasks::task(&p.id, &p.summary).replace('`', ""))
        .for_people()
        .text("kind", |p| &p.kind)
        .text("what", |p| &p.summary)
        .year("from", |p| p.from)
        .year("to", |p| p.to)
        .text("waits_for", |p| Cell::maybe(p.when.as_ref()))
        .text("responsible", |p| {
            p.responsible.as_deref().unwrap_or_default()
        })
        .put("deadline", Kind::Whole, |p| Cell::year(p.deadline))
        .text("product", |p| &p.product)
        .text("payers", move |p| {
            let ids: Vec<String> = p.payers.iter().map(|p| payer(*p)).collect();
            Named(ids.join(";").into(), payers(p).into())
        })
        .text("unit", move |_| &f.currency)
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
        .text("task_marked", |p| {
            said(tasks::task(&plain(&p.id), &plain(&p.summary)))
        })
        .for_people()
        .text("responsible_or_nobody", |p| {
            said(
                p.responsible
                    .as_deref()
                    .map_or(tasks::NOT_NAMED.into(), plain),
            )
        })
        .for_people()
        .text("by", |p| {
            said(
                p.deadline
                    .map_or(tasks::NOT_NAMED.into(), |y| y.to_string()),
            )
        })
        .for_people()
        .text("product_said", |p| said(upper_first(&plain(&p.product))))
        .for_people()
        .text("cost_said", |p| {
            let Spending {
                constant,
                constant_p10,
                constant_p90,
                ..
            } = p.cost;
            said(tasks::cost(constant, constant_p10, constant_p90))
        })
        .for_people()
        .text("paid_by", move |p| match p.payers.is_empty() {
            true => said(tasks::NOBODY),
            false => said(payers(p)),
        })
        .for_people()
        .text("on_time_said", move |p| {
            said(super::page::tasks::on_time(f, p))
        })
        .for_people()
        .text("money_said", |p| {
            said(p.money.map_or(tasks::NO_PROMISE.into(), |m| {
                tasks::promised(m.promised, m.spent, m.unspent())
            }))
        })
        .for_people()
        .text("in_time_said", move |p| {
            said(super::page::tasks::spent_in_time(f, p))
        })
        .for_people()
        .look(&["on_time", "spent_in_time"], |_| Look::Strong)
        .table()
}

/// In how many futures each policy acts, and its product is there or its money spent, year by year.
fn policies(f: &Findings) -> Table<'_> {
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
fn payer(payer: Payer) -> String {
    format!("{payer:?}")
}

/// What each policy costs, by payer and year: a part of the costs of the run.
fn policy_costs(f: &Findings) -> Table<'_> {
    Table::over(
        f.policies
            .iter()
            .flat_map(|p| p.costs.iter().map(move |c| (p, c))),
    )
    .text("policy", |(p, _)| &p.id)
    .text("payer", |(_, c)| payer(c.payer))
    .year("year", |(_, c)| c.year)
    .text("unit", move |_| &f.currency)
    .numbers(MONEY, |(_, c)| spending(&c.spending))
    .number("residual_mean", |(_, c)| c.residual)
    .numbers(
        ["offered_mean", "lapsed_mean", "not_absorbed_mean"],
        |(_, c)| fate(&c.fate),
    )
    .table()
}

/// Names of an amount of money in files.
const MONEY: [&str; 5] = [
    "constant_mean",
    "constant_p10",
    "constant_p90",
    "nominal_mean",
    "discounted_mean",
];

fn costs(f: &Findings) -> Table<'_> {
    Table::over(&f.costs)
        .text("payer", |c| payer(c.payer))
        .text("purpose", |c| &c.purpose)
        .year("year", |c| c.year)
        .text("unit", move |_| &f.currency)
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
        .text("title", |l| &l.title)
        .year("year", |l| l.year)
        .text("unit", move |l| match l.stock.starts_with("money") {
            true => f.currency.as_str(),
            false => "count",
        })
        .numbers(["mean", "p10", "p90"], |l| [l.mean, l.p10, l.p90])
        .table()
}

/// Which side was short when staff were hired: posts or people.
pub fn binding(f: &Findings) -> Table<'_> {
    Table::over(&f.binding)
        .text("occupation", |b| {
            Named((&b.occupation).into(), upper_first(&b.occupation).into())
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

/// An uncertain number, or a table that nobody publishes.
pub enum Assumed<'a> {
    /// A number.
    Number(&'a AssumptionUsed),
    /// A whole table.
    Table(&'a AssumedTable),
}

impl<'a> Assumed<'a> {
    fn grade(&self) -> Grade {
        match self {
            Assumed::Number(a) => a.grade,
            Assumed::Table(_) => Grade::E,
        }
    }

    /// What is told of a number alone.
    fn number(&self, read: impl FnOnce(&'a AssumptionUsed) -> Cell<'a>) -> Cell<'a> {
        match self {
            Assumed::Number(a) => read(a),
            Assumed::Table(_) => Absent,
        }
    }
}

/// Numbers and tables that are assumed, in the order given.
pub fn assumed<'a>(rows: impl IntoIterator<Item = Assumed<'a>>) -> Table<'a> {
    let end = |v| Cell::Told(v, page::figure(v));
    let text = |number: fn(&'a AssumptionUsed) -> &'a str,
                table: fn(&'a AssumedTable) -> &'a str| {
        move |r: &Assumed<'a>| match r {
            Assumed::Number(a) => number(a),
            Assumed::Table(t) => table(t),
        }
    };
    Table::over(rows)
        .text("id", text(|a| &a.id, |t| &t.name))
        .text("grade", |r| format!("{:?}", r.grade()))
        .look(&["grade"], |r| match r.grade() {
            Grade::E => Look::Weak,
            _ => Look::Plain,
        })
        .text("unit", text(|a| &a.unit, |_| ""))
        .text("law", |r| match r {
            Assumed::Number(a) => {
                let law = ron::to_string(&a.distribution).expect("a law has a RON form");
                Named(law.into(), page::law(&a.distribution).into())
            }
            Assumed::Table(_) => Named("table".into(), workbook::A_TABLE.into()),
        })
        .each(
            ["range_low", "range_high"],
            Kind::Number,
            move |r| match r {
                Assumed::Number(a) => {
                    [a.range.map(|r| r.0), a.range.map(|r| r.1)].map(|v| Cell::some(v, end))
                }
                Assumed::Table(_) => [Absent, Absent],
            },
        )
        .text("range_in_words", |r| match r {
            Assumed::Number(a) => said(a.range.map(|_| page::range(a.range)).unwrap_or_default()),
            Assumed::Table(t) => (&t.range).into(),
        })
        .text("source_id", text(|a| &a.source, |_| ""))
        .put("changed_by_scenario", Kind::Flag, |r| {
            r.number(|a| Cell::Flag(a.overridden))
        })
        .put("read", Kind::Flag, |r| r.number(|a| Cell::Flag(a.read)))
        .text("assumption", |r| {
            let said =
                |a: &AssumptionUsed| page::assumption(&a.id, &plain(&a.meaning), a.overridden);
            r.number(|a| Named("".into(), said(a).into()))
        })
        .for_people()
        .text("range_or_law", |r| r.number(|a| said(page::range(a.range))))
        .for_people()
        .text("meaning", text(|a| &a.meaning, |t| &t.what))
        .text("reason", text(|a| &a.reason, |t| &t.reason))
        .text("cut_to", |r| r.number(|a| Cell::maybe(a.cut_to.as_ref())))
        .put("cut_share", Kind::Number, |r| {
            r.number(|a| Cell::some(a.cut_share, Cell::Number))
        })
        .table()
}

fn assumptions(f: &Findings) -> Table<'_> {
    let tables = f.assumed_tables.iter().map(Assumed::Table);
    assumed(f.assumptions.iter().map(Assumed::Number).chain(tables))
}

/// What was recorded of each facility at each year-end.
#[cfg(feature = "parquet")]
pub fn facilities(all: &Facilities) -> Table<'_> {
    let each = all.all.iter();
    let mut t = Table::over(each.flat_map(|h| h.years.iter().map(move |y| (h, y))))
        .text("province", |(h, _)| &h.province)
        .text("facility", |(h, _)| &h.code)
        .text("name", |(h, _)| &h.name)
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
