//! The tables of guesses and of misses: a row for each pair of an assumption and a target, and one for each
//! box.

use crate::report::page::markdown::plain;
use crate::results::guesses::{Guess, Guesses, InBox, Index, Missed, Misses, OfTarget};
use crate::results::summary::probability;
use crate::table::Cell::Named;
use crate::table::{Cell, Described, Kind, Table};
use crate::words::guesses as words;
use crate::words::page::{driver, swing};
use crate::words::report::upper_first;
use crate::words::tables as about;

/// Every pair.
pub(in crate::report) const GUESSES: Described<Guesses> =
    Described::new("guesses", guesses, about::GUESSES);
/// Every box.
pub(in crate::report) const BOXES: Described<Misses> = Described::new("boxes", boxes, about::BOXES);

/// An assumption, and the target that it can reach.
#[derive(Clone, Copy)]
pub struct GuessRow<'a> {
    /// The target.
    pub target: &'a OfTarget,
    /// The assumption.
    pub guess: &'a Guess,
}

/// All pairs.
pub fn rows_of_guesses(found: &Guesses) -> impl Iterator<Item = GuessRow<'_>> {
    let each = found.targets.iter();
    each.flat_map(|target| {
        target
            .guesses
            .iter()
            .map(move |guess| GuessRow { target, guess })
    })
}

fn guesses(found: &Guesses) -> Table<'_> {
    guesses_of(rows_of_guesses(found))
}

/// Names of an index in files: itself, its interval, and luck.
type Names = [&'static str; 4];
const SPREAD: Names = [
    "spread_share",
    "spread_low_95",
    "spread_high_95",
    "spread_by_luck",
];
const MET: Names = ["met_share", "met_low_95", "met_high_95", "met_by_luck"];

fn index(of: Option<Index>) -> [Cell<'static>; 4] {
    match of {
        None => [const { Cell::Empty }; 4],
        Some(i) => [
            Cell::Told(i.index, words::index(&i)),
            Cell::Share(i.low),
            Cell::Share(i.high),
            Cell::Number(i.by_luck),
        ],
    }
}

/// These pairs.
pub fn guesses_of<'a>(rows: impl IntoIterator<Item = GuessRow<'a>>) -> Table<'a> {
    let named = |of: Option<Index>| of.is_some_and(|i| i.told);
    Table::over(rows)
        .text("target", |r| {
            Named(
                r.target.target.as_str().into(),
                upper_first(&r.target.says).into(),
            )
        })
        .text("assumption", |r| {
            let (id, meaning) = (&r.guess.assumption, plain(&r.guess.meaning));
            Named(id.as_str().into(), driver(&meaning, id).into())
        })
        .text("meaning", |r| Cell::told(&r.guess.meaning))
        .text("grade", |r| format!("{:?}", r.guess.grade))
        .text("unit", |r| Cell::told(&r.guess.unit))
        .each(SPREAD, Kind::Number, |r| index(r.guess.value))
        .flag("spread_told", move |r| named(r.guess.value))
        .each(MET, Kind::Number, |r| index(r.guess.met))
        .flag("met_told", move |r| named(r.guess.met))
        .each(["low_fifth", "high_fifth"], Kind::Number, |r| {
            let said = words::fifths(r.guess);
            let ends = r
                .guess
                .fifths
                .map(|ends| ends.map(Some))
                .unwrap_or([None; 2]);
            let mut both = ends.into_iter().zip(said);
            let mut next = || match both.next() {
                Some((Some(value), said)) => Cell::Told(value, said),
                Some((None, said)) => Named("".into(), said.into()),
                None => Cell::Empty,
            };
            [next(), next()]
        })
        .each(
            ["low_fifth_probability", "high_fifth_probability"],
            Kind::Number,
            |r| r.guess.ends().map(Cell::Chance),
        )
        .put("swing_points", Kind::Number, |r| {
            let d = &r.guess.tornado;
            Cell::Told(d.swing() * 100.0, swing(d.swing(), d.swing_range()))
        })
        .numbers(["swing_low_95", "swing_high_95"], |r| {
            r.guess.tornado.swing_range().map(|v| v * 100.0)
        })
        .number("swing_by_luck", |r| r.guess.tornado.by_luck())
        .flag("swing_told", |r| r.guess.tornado.named)
        .table()
}

/// A box, and the target whose misses it holds.
#[derive(Clone, Copy)]
pub struct BoxRow<'a> {
    /// The target.
    pub target: &'a Missed,
    /// Whether it is of the futures that meet.
    pub meets: bool,
    /// Which of the boxes, from 1.
    pub number: u32,
    /// The box.
    pub found: &'a InBox,
}

/// All boxes.
pub fn rows_of_boxes(targets: &[Missed]) -> impl Iterator<Item = BoxRow<'_>> {
    targets.iter().flat_map(|target| {
        let both = [(false, &target.missing), (true, &target.meeting)];
        both.into_iter().flat_map(move |(meets, boxes)| {
            boxes.iter().zip(1..).map(move |(found, number)| BoxRow {
                target,
                meets,
                number,
                found,
            })
        })
    })
}

fn boxes(found: &Misses) -> Table<'_> {
    boxes_of(rows_of_boxes(&found.targets))
}

/// Names of the parts of a condition in files.
const CONDITIONS: [[&str; 5]; 3] = [
    ["assumption_1", "from_1", "below_1", "ways_1", "holds_1"],
    ["assumption_2", "from_2", "below_2", "ways_2", "holds_2"],
    ["assumption_3", "from_3", "below_3", "ways_3", "holds_3"],
];

/// These boxes.
pub fn boxes_of<'a>(rows: impl IntoIterator<Item = BoxRow<'a>>) -> Table<'a> {
    let mut t = Table::over(rows)
        .text("target", |r| {
            Named(
                r.target.target.as_str().into(),
                upper_first(&r.target.says).into(),
            )
        })
        .text("side", |r| Cell::worded(|| words::side(r.meets)))
        .whole("box", |r| r.number)
        .text("conditions", |r| {
            Cell::worded(|| upper_first(&words::conditions(&r.found.conditions)))
        })
        .each(["coverage", "density", "base"], Kind::Number, |r| {
            let f = r.found;
            [
                Cell::Chance(probability(f.hits, f.hits_in_all)),
                Cell::Chance(probability(f.hits, f.inside)),
                Cell::Chance(probability(f.hits_left, f.left)),
            ]
        })
        .whole("inside", |r| r.found.inside)
        .whole("hits", |r| r.found.hits)
        .whole("left", |r| r.found.left)
        .whole("hits_left", |r| r.found.hits_left)
        .whole("hits_in_all", |r| r.found.hits_in_all);
    for (at, [assumption, from, below, ways, holds]) in CONDITIONS.into_iter().enumerate() {
        t = t
            .text(assumption, move |r| {
                let own = r.found.conditions.get(at);
                Cell::from(own.map_or("", |c| c.assumption.as_str()))
            })
            .number(from, move |r| r.found.conditions.get(at)?.from)
            .number(below, move |r| r.found.conditions.get(at)?.below)
            .text(ways, move |r| {
                let own = r.found.conditions.get(at);
                own.map_or(String::new(), |c| c.ways.join(";"))
            })
            .number(holds, move |r| r.found.conditions.get(at).map(|c| c.holds));
    }
    t.table()
}
