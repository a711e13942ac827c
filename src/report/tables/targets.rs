//! The targets: what is asked, the answer, what it would take, and what moves it.

use super::{CHANCE, said, unit_of};
use crate::base::{Borders, Direction, Form, TargetStatus};
use crate::report::number::unit_in_tables;
use crate::report::page::{Instead, claim_alone, instead, place};
use crate::results::{
    AssumptionUsed, Findings, JointAnswer, OwnCount, Probability, Standing, TargetAnswer, Unit,
    Word,
};
use crate::table::Cell::{Absent, Named, Year};
use crate::table::{Cell, Columns, Kind, Look, Table};
use crate::words::report::upper_first;
use crate::words::{number, report, workbook};

/// Name of a direction in files.
pub fn direction(d: Direction) -> &'static str {
    Form::default().side(d)
}

/// The same of a target: over and below where the threshold itself does not meet it.
pub fn side(a: &TargetAnswer) -> &'static str {
    match a.form.up_to {
        Some(_) => "between",
        None => a.form.side(a.direction),
    }
}

/// Name of a standing in files.
fn status(s: TargetStatus) -> &'static str {
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

/// A target, or several asked at once.
struct TargetRow<'a> {
    target: Option<&'a TargetAnswer>,
    joint: Option<&'a JointAnswer>,
    unit: Unit,
    silent: Option<Instead>,
}

impl<'a> TargetRow<'a> {
    /// What is known of a target, with an answer or without.
    fn of_target(&self, read: impl FnOnce(&'a TargetAnswer) -> Cell<'a>) -> Cell<'a> {
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

/// The count of its own that the place publishes, where the target is judged on it.
fn own_count(a: &TargetAnswer) -> Option<&OwnCount> {
    a.own_count.as_ref()
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
    selected(f, &f.targets, &f.joint)
}

/// These targets, then these asked together.
pub fn selected<'a>(
    f: &'a Findings,
    targets: impl IntoIterator<Item = &'a TargetAnswer>,
    joint: &'a [JointAnswer],
) -> Table<'a> {
    let one = |a: &'a TargetAnswer| TargetRow {
        target: Some(a),
        joint: None,
        unit: f
            .indicator(&a.indicator)
            .map_or(Unit::Ratio, |i| f.indicators[i].unit),
        silent: instead(f, a),
    };
    let at_once = |j| TargetRow {
        target: None,
        joint: Some(j),
        unit: Unit::Share,
        silent: None,
    };
    let rows = targets
        .into_iter()
        .map(one)
        .chain(joint.iter().map(at_once));
    let mut t = found(f, what_is_asked(f, Table::over(rows)));
    t = t
        .put("own_count_at_base", Kind::Number, |r| {
            r.of_target(|a| own_count(a).map_or(Absent, |own| Cell::Number(own.published)))
        })
        .put("raked_at_base", Kind::Number, |r| {
            r.of_target(|a| own_count(a).map_or(Absent, |own| Cell::Number(own.raked)))
        })
        .text("own_count_source", |r| {
            r.of_target(|a| own_count(a).map_or(Absent, |own| own.source_id.as_str().into()))
        })
        .put("month", Kind::Whole, |r| {
            r.of_target(|a| {
                a.form
                    .month
                    .map_or(Absent, |month| Cell::Whole(month.into()))
            })
        });
    for (at, year) in f.years.iter().skip(1).enumerate() {
        t = t.number(format!("p_{year}"), move |r| {
            let asked = r.target.filter(|a| asks_by_year(a))?;
            asked.by_year.get(at).map(|p| p.value)
        });
    }
    t.table()
}

/// Who asks what of whom.
fn what_is_asked<'a>(f: &'a Findings, t: Columns<'a, TargetRow<'a>>) -> Columns<'a, TargetRow<'a>> {
    t.text(
        "kind",
        |r| if r.joint.is_some() { "joint" } else { "target" },
    )
    .put("id", Kind::Text, |r| match r.joint {
        Some(j) => Cell::told(&j.name),
        None => r.of_target(|a| (&a.id).into()),
    })
    .text("place", move |r| {
        said(r.target.map_or(f.country.as_str(), |a| place(f, &a.scope)))
    })
    .for_people()
    .text("claim", move |r| match r.joint {
        Some(j) => said(workbook::together(&j.name, j.targets.len())),
        None => r.of_target(|a| said(upper_first(&claim_alone(f, a)))),
    })
    .for_people()
    .text("answer", |r| match (&r.silent, r.chance()) {
        (Some(instead), _) => said(instead.said()),
        (None, Some(p)) => {
            let sampling = report::sampling(p.low, p.high);
            said(format!("{} ({sampling})", report::chance(&p)))
        }
        (None, None) => Absent,
    })
    .for_people()
    .text("indicator", |r| r.of_target(|a| (&a.indicator).into()))
    .text("scope", |r| r.of_target(|a| (&a.scope).into()))
    .put("year", Kind::Whole, |r| r.of_target(|a| Year(a.year)))
    .text("direction", |r| r.of_target(|a| side(a).into()))
    .put("threshold", Kind::Number, |r| {
        r.of_target(|a| Cell::Threshold(r.unit, a.threshold))
    })
    .put("threshold_to", Kind::Number, |r| {
        let up_to = |a: &TargetAnswer| a.form.up_to;
        r.of_target(|a| up_to(a).map_or(Absent, |v| Cell::Threshold(r.unit, v)))
    })
    .put("from_year", Kind::Whole, |r| {
        r.of_target(|a| a.form.from.map_or(Absent, Year))
    })
    .text("unit", move |r| {
        r.of_target(|a| {
            let named = unit_of(f, &a.indicator).en;
            let spoken = unit_in_tables(r.unit, &f.currency).text().to_owned();
            Named(named.into(), spoken.into())
        })
    })
    .text("document", |r| r.of_target(|a| Cell::told(&a.document)))
    .text("status", |r| {
        r.of_target(|a| match a.standing {
            // What a scenario writes stands in no document that could be a draft.
            Some(Standing::Own) => Absent,
            _ => Named(status(a.status).into(), report::standing(a.status).into()),
        })
    })
    .text("borders", |r| r.of_target(|a| borders(a.borders).into()))
    .put("headline", Kind::Flag, |r| {
        r.of_target(|a| Cell::Flag(a.headline))
    })
    .text("source_id", |r| r.of_target(|a| (&a.source_id).into()))
}

/// The answer, what it lacks, and what moves it.
fn found<'a>(f: &'a Findings, t: Columns<'a, TargetRow<'a>>) -> Columns<'a, TargetRow<'a>> {
    let fifth = |share| Cell::Told(share, number::percent(share));
    t.chance(CHANCE, TargetRow::chance)
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
        .text("not_answered", move |r| match (&r.silent, r.target) {
            (Some(_), Some(a)) => Cell::worded(|| {
                let silent = instead(f, a);
                silent.map_or(String::new(), |s| s.reason().to_owned())
            }),
            _ => Absent,
        })
        .look(&["not_answered"], |_| Look::Quiet)
        .look(&["probability"], |_| Look::Strong)
        .text("together", |r| r.at_once(|j| j.targets.join(";").into()))
        .text("ids", |r| match r.joint {
            Some(j) => j.targets.join("; ").into(),
            None => r.of_target(|a| (&a.id).into()),
        })
        .for_people()
        .numbers(["together_low", "together_high"], |r| {
            let bounds = r.joint.and_then(|j| j.bounds);
            bounds.map_or([None; 2], |ends| ends.map(Some))
        })
        .text("word", |r| r.found(|a| Cell::maybe(a.word().map(Word::id))))
}

pub(super) fn target_variants(f: &Findings) -> Table<'_> {
    let answered = f.targets.iter().filter(|a| instead(f, a).is_none());
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

pub(super) fn targets_by_year(f: &Findings) -> Table<'_> {
    let asked = f.targets.iter().filter(|a| asks_by_year(a));
    let years = || f.years.iter().copied().skip(1);
    let rows = asked.flat_map(|a| years().zip(&a.by_year).map(move |(year, p)| (a, year, p)));
    Table::over(rows)
        .text("target", |(a, _, _)| &a.id)
        .year("year", |(_, year, _)| *year)
        .chance(CHANCE, |(_, _, p)| Some(**p))
        .table()
}
