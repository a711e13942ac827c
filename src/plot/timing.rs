//! What is left of each decision's points of chance by its year of start: a row for each decision, a cell
//! for each year, the fuller the more is left.

use super::Picture;
use super::page::{Height, with_footer};
use super::scene::{Align, Rect, Scene, Type};
use super::style::*;
use super::table::{Table, figure};
use crate::results::comparison::Verdict;
use crate::results::timing::{Decision, Timing};
use crate::units::Year;
use crate::words::timing as words;

/// Height of a row.
const ROW: f64 = 40.0;
/// Room of the years above the rows.
const HEAD: f64 = 26.0;

/// The decisions that serve a target that is asked, each with the one it gives most.
pub fn draw(t: &Timing) -> Picture {
    let (name, title) = ("waiting".to_owned(), words::picture_title(t));
    let first = |d: &'_ Decision| d.serves().first().copied();
    let rows: Vec<(&Decision, usize)> = t
        .decisions
        .iter()
        .filter_map(|d| Some((d, first(d)?)))
        .collect();
    if rows.is_empty() {
        return Picture::not_drawn("waiting", name, title);
    }
    let starts = rows.iter().map(|(d, _)| d.start).min();
    let from = starts.unwrap_or(t.years.0);
    let years: Vec<Year> = (from.0..=t.to.0.max(from.0)).map(Year).collect();
    let height = Height::Body(HEAD + ROW * rows.len() as f64 + 6.0);
    let subtitle = words::picture_subtitle(t);
    let header = (title.as_str(), subtitle.as_str());
    let mut page = with_footer(&words::footer(t), header, "", WIDTH, height);
    let letters = Type::normal(LABEL, INK);
    let labels = rows.iter().map(|(d, _)| letters.width(&d.id));
    let body = page.body;
    let left = body.left + labels.fold(0.0, f64::max).min(body.width() / 2.0) + 14.0;
    let wide = (body.right - left) / years.len() as f64;
    let mut table = Table::new(&["decision", "target", "start", "remains", "gives"]);
    let quiet = Type::normal(SMALL, QUIET);
    for (at, year) in years.iter().enumerate() {
        let x = left + (at as f64 + 0.5) * wide;
        let place = (x, body.top + HEAD / 2.0);
        page.scene
            .text_centred(place, Align::Middle, quiet, &year.to_string());
    }
    for (n, (decision, target)) in rows.iter().enumerate() {
        let top = body.top + HEAD + n as f64 * ROW;
        let gives = decision.gives(*target).unwrap_or_default();
        let middle = (body.left, top + ROW / 2.0);
        page.scene
            .text_centred(middle, Align::Left, letters, &decision.id);
        for (at, year) in years.iter().enumerate() {
            let Some(remains) = remains(decision, *target, *year) else {
                continue;
            };
            let cell = Rect::sized(left + at as f64 * wide, top, wide, ROW).grown(-2.0);
            filled(&mut page.scene, cell, remains, gives);
            table.row(&[
                ("decision", decision.id.clone()),
                ("target", t.asked[*target].question.id.clone()),
                ("start", year.to_string()),
                ("remains", figure(remains)),
                ("gives", figure(gives)),
            ]);
        }
    }
    Picture {
        chart: "waiting",
        name,
        title,
        subtitle,
        scene: Some(page.scene),
        table,
    }
}

/// What is left of what a decision gives if it starts in a year; `None` before it is planned, and where a
/// scenario cannot say so.
fn remains(decision: &Decision, target: usize, year: Year) -> Option<f64> {
    let gives = decision.gives(target)?;
    if year == decision.start {
        return Some(gives);
    }
    let later = decision.later.iter().find(|later| later.start == year)?;
    let (_, lost) = &later.shift.chances[target];
    let clear = matches!(lost.verdict, Verdict::Worse | Verdict::Better);
    Some(if clear {
        (gives + lost.mean).max(0.0)
    } else {
        gives
    })
}

/// A cell filled from below by the share that is left, with the points.
fn filled(scene: &mut Scene, cell: Rect, remains: f64, gives: f64) {
    scene.rect(cell, NO_FIGURE);
    let share = (remains / gives).clamp(0.0, 1.0);
    let full = Rect {
        top: cell.bottom - share * cell.height(),
        ..cell
    };
    scene.rect(full, FAINT);
    let letters = Type::normal(SMALL, INK);
    let said = words::remains(remains);
    scene.text_centred(cell.centre(), Align::Middle, letters, &said);
}
