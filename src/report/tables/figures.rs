//! Figures of the base year that do not stand as the base has them: replaced by the asker, moved by that,
//! counted otherwise by a province itself, or raked to the nation.

use crate::base::Grade;
use crate::results::{BottomUp, FigureMoved, FigureUsed, Findings, ProvinceCount};
use crate::said::Told;
use crate::table::{Cell, Kind, Table};
use crate::words::figures as words;

enum Row<'a> {
    Replaced(&'a FigureUsed),
    Moved(&'a FigureMoved),
    Own(&'a ProvinceCount),
    Raked(&'a BottomUp),
}

impl<'a> Row<'a> {
    fn kind(&self) -> &'static str {
        match self {
            Row::Replaced(_) => "replaced",
            Row::Moved(moved) if moved.own => "moved",
            Row::Moved(_) => "makes_room",
            Row::Own(_) => "published_by_the_province",
            Row::Raked(_) => "raked_to_the_nation",
        }
    }

    /// What it is of, and where.
    fn about(&self) -> (String, String) {
        match self {
            Row::Replaced(f) => (f.what.clone(), f.of.clone()),
            Row::Moved(f) => (f.what.clone(), f.province.clone()),
            Row::Own(f) => (f.what.clone(), f.province.clone()),
            Row::Raked(f) => (f.occupation.clone(), f.province.clone()),
        }
    }

    /// Before, and after.
    fn values(&self) -> [Option<f64>; 2] {
        match self {
            Row::Replaced(f) => [f.before, Some(f.value)],
            Row::Moved(f) => [Some(f.before), Some(f.after)],
            Row::Own(f) => [Some(f.count.raked), Some(f.count.published)],
            Row::Raked(f) => [Some(f.bottom_up), Some(f.used)],
        }
    }

    fn unit(&self) -> Told {
        match self {
            Row::Replaced(f) => words::unit(&f.unit),
            Row::Moved(_) | Row::Own(_) => words::PER_10K.into(),
            Row::Raked(_) => words::PEOPLE.into(),
        }
    }

    fn replaced(&self) -> Option<&'a FigureUsed> {
        match self {
            Row::Replaced(figure) => Some(figure),
            _ => None,
        }
    }
}

fn letter(grade: Option<Grade>) -> String {
    grade.map_or(String::new(), |grade| format!("{grade:?}"))
}

/// All of them, each with what it was before.
pub fn figures(f: &Findings) -> Table<'_> {
    let replaced = f.figures.iter().map(Row::Replaced);
    let moved = f.figures_moved.iter().map(Row::Moved);
    let own = f.own_counts.iter().map(Row::Own);
    let raked = f.bottom_up.iter().map(Row::Raked);
    Table::over(replaced.chain(moved).chain(own).chain(raked))
        .text("kind", |r| r.kind())
        .text("what", |r| r.about().0)
        .text("of", |r| r.about().1)
        .text("unit", |r| Cell::telling(r.unit()))
        .put("before", Kind::Number, |r| number(r.values()[0]))
        .each(["before_low", "before_high"], Kind::Number, |r| {
            ends(r.replaced().and_then(|f| f.before_range))
        })
        .text("before_source", |r| {
            r.replaced()
                .map_or(String::new(), |f| f.before_source.clone())
        })
        .text("before_grade", |r| {
            letter(r.replaced().and_then(|f| f.before_grade))
        })
        .put("value", Kind::Number, |r| number(r.values()[1]))
        .each(["low", "high"], Kind::Number, |r| {
            ends(r.replaced().and_then(|f| f.range))
        })
        .text("source", |r| match r {
            Row::Replaced(f) => f.source.clone(),
            Row::Own(f) => f.count.source_id.clone(),
            _ => String::new(),
        })
        .text("grade", |r| match r {
            Row::Replaced(f) => letter(Some(f.grade)),
            Row::Own(f) => letter(Some(f.count.grade)),
            _ => String::new(),
        })
        .text("reason", |r| {
            r.replaced().map_or(String::new(), |f| f.reason.clone())
        })
        .put("change", Kind::Number, |r| match r.values() {
            [Some(before), Some(after)] if before > 0.0 => number(Some(after / before - 1.0)),
            _ => Cell::Absent,
        })
        .table()
}

fn number<'a>(value: Option<f64>) -> Cell<'a> {
    value.map_or(Cell::Absent, Cell::Number)
}

fn ends<'a>(range: Option<(f64, f64)>) -> [Cell<'a>; 2] {
    [number(range.map(|r| r.0)), number(range.map(|r| r.1))]
}
