//! Every uncertain number, and the tables that nobody publishes.

use super::said;
use crate::base::{AssumedTable, Grade};
use crate::report::page::markdown::plain;
use crate::results::{AssumptionUsed, Findings};
use crate::said::Told;
use crate::table::Cell::{Absent, Named};
use crate::table::{Cell, Kind, Look, Table};
use crate::words::{page, workbook};

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
    let told = |number: fn(&'a AssumptionUsed) -> &'a Told,
                table: fn(&'a AssumedTable) -> &'a str| {
        move |r: &Assumed<'a>| match r {
            Assumed::Number(a) => Cell::told(number(a)),
            Assumed::Table(t) => Cell::of_data(table(t)),
        }
    };
    Table::over(rows)
        .text("id", text(|a| &a.id, |t| &t.name))
        .text("grade", |r| format!("{:?}", r.grade()))
        .look(&["grade"], |r| match r.grade() {
            Grade::E => Look::Weak,
            _ => Look::Plain,
        })
        .text("unit", told(|a| &a.unit, |_| ""))
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
            Assumed::Table(t) => Cell::of_data(&t.range),
        })
        .text("source_id", text(|a| &a.source, |_| ""))
        .put("changed_by_scenario", Kind::Flag, |r| {
            r.number(|a| Cell::Flag(a.overridden))
        })
        .put("read", Kind::Flag, |r| r.number(|a| Cell::Flag(a.read)))
        .text("assumption", |r| {
            r.number(|a| said(page::assumption(&a.id, &plain(&a.meaning), a.overridden)))
        })
        .for_people()
        .text("range_or_law", |r| r.number(|a| said(page::range(a.range))))
        .for_people()
        .text("meaning", told(|a| &a.meaning, |t| &t.what))
        .text("reason", told(|a| &a.reason, |t| &t.reason))
        .text("cut_to", |r| r.number(|a| Cell::maybe(a.cut_to.as_ref())))
        .put("cut_share", Kind::Number, |r| {
            r.number(|a| Cell::some(a.cut_share, Cell::Number))
        })
        .table()
}

pub(super) fn assumptions(f: &Findings) -> Table<'_> {
    let tables = f.assumed_tables.iter().map(Assumed::Table);
    assumed(f.assumptions.iter().map(Assumed::Number).chain(tables))
}
