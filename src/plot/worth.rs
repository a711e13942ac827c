//! What knowing each guess would be worth to a choice, in a picture: a bar for each guess, a mark for asking
//! people about it.

use super::axis::{self, Scale};
use super::compare::page;
use super::guesses::part;
use super::measure::{leading, wrap_at_most};
use super::page::Height;
use super::scene::{Align, Rect, Scene, Type};
use super::style::*;
use super::table::{Table, figure};
use super::{Picture, PlotError};
use crate::results::Unit;
use crate::results::comparison::Comparison;
use crate::results::worth::{KnownGuess, Measured, OfQuestion, Worth};
use crate::words::guesses::in_short;
use crate::words::worth as words;
use rayon::prelude::*;

/// Guesses that a picture shows.
const SHOWN: usize = 10;
/// Height of a row, and of a bar in it.
const ROW: f64 = 36.0;
const BAR: f64 = 13.0;
/// Widest name.
const NAMES: f64 = 330.0;
/// Room above the rows, and below them for the axis and its caption.
const HEAD: f64 = 24.0;
const AXIS: f64 = 48.0;
/// Ends of an interval of 95 %, in standard errors.
const Z: f64 = 1.96;

/// A picture for each question: in money where that is told, else by chance.
pub fn pictures(c: &Comparison, w: &Worth) -> Result<Vec<Picture>, PlotError> {
    Ok(w.questions.par_iter().map(|q| draw(c, w, q)).collect())
}

fn draw(c: &Comparison, w: &Worth, q: &OfQuestion) -> Picture {
    let name = format!("worth{}", part(&q.id));
    let in_money = q.money.as_ref().filter(|m| !m.measured.guesses.is_empty());
    let (m, scale): (&Measured, f64) = match in_money {
        Some(money) => (&money.measured, 1.0),
        None => (&q.chance, 100.0),
    };
    let amount = |v: f64| match in_money {
        Some(_) => words::money(v, &w.currency),
        None => words::points(v),
    };
    let title = words::picture_title(q, m, &amount);
    if m.guesses.is_empty() {
        return Picture::not_drawn("worth", name, title);
    }
    let shown = &m.guesses[..m.guesses.len().min(SHOWN)];
    let mut table = Table::new(&[
        "question",
        "assumption",
        "worth",
        "low",
        "high",
        "survey",
        "changes",
    ]);
    let rows: Vec<Row> = shown.iter().map(|g| Row::of(g, scale)).collect();
    for (g, row) in shown.iter().zip(&rows) {
        table.row(&[
            ("question", q.id.clone()),
            ("assumption", g.assumption.clone()),
            ("worth", figure(row.worth)),
            ("low", figure(row.ends[0])),
            ("high", figure(row.ends[1])),
            ("survey", row.survey.map_or(String::new(), figure)),
            ("changes", figure(g.known.changes)),
        ]);
    }
    let subtitle = words::picture_answer(q, m, &amount, w);
    let height = Height::Body(HEAD + rows.len() as f64 * ROW + AXIS);
    let mut page = page(c, (&title, &subtitle), &words::PICTURE_NOTE, WIDTH, height);
    let caption = match in_money {
        Some(_) => w.currency.as_str(),
        None => &words::POINTS,
    };
    bars(&mut page.scene, page.body, &rows, caption);
    Picture {
        chart: "worth",
        name,
        title,
        subtitle,
        scene: Some(page.scene),
        table,
    }
}

/// One guess, in the unit of the axis.
struct Row {
    name: String,
    worth: f64,
    ends: [f64; 2],
    survey: Option<f64>,
    text: String,
}

impl Row {
    fn of(g: &KnownGuess, scale: f64) -> Row {
        let half = Z * g.known.error;
        Row {
            name: in_short(&g.meaning).to_owned(),
            worth: scale * g.known.value,
            ends: [(g.known.value - half).max(0.0), g.known.value + half].map(|v| scale * v),
            survey: g.survey.map(|s| scale * s.value),
            text: words::share(g.known.changes),
        }
    }
}

fn bars(scene: &mut Scene, body: Rect, rows: &[Row], caption: &str) {
    let (letters, quiet) = (Type::normal(LABEL, INK), Type::normal(SMALL, QUIET));
    let small = Type::normal(SMALL, INK);
    let wrap = |r: &Row| wrap_at_most(&r.name, LABEL, letters.weight, NAMES, 2);
    let names: Vec<Vec<String>> = rows.iter().map(wrap).collect();
    let room = names
        .iter()
        .flatten()
        .map(|line| letters.width(line))
        .fold(0.0, f64::max);
    let beside = quiet.width(&words::CHANGES);
    let plot = Rect {
        left: body.left + room + 18.0,
        right: body.right - beside - 20.0,
        top: body.top + HEAD,
        bottom: body.top + HEAD + rows.len() as f64 * ROW,
    };
    let high = rows.iter().map(|r| r.ends[1]).fold(0.0, f64::max);
    let ticks = axis::round_ticks(0.0, high, 5);
    let outer = (0.0, ticks[ticks.len() - 1].max(high));
    let x = Scale::new(outer, (plot.left + 2.0, plot.right - 10.0));
    axis::draw_values(scene, plot, &x, &ticks, Unit::Ratio);
    let middle = (plot.left + plot.right) / 2.0;
    scene.text((middle, plot.bottom + 37.0), Align::Middle, quiet, caption);
    let head = (plot.right + 14.0, plot.top - 9.0);
    scene.text(head, Align::Left, quiet, &words::CHANGES);
    for (at, row) in rows.iter().enumerate() {
        let y = plot.top + (at as f64 + 0.5) * ROW;
        let lines = &names[at];
        let top = y - (lines.len() as f64 - 1.0) * leading(LABEL) * 0.44;
        for (line, text) in lines.iter().enumerate() {
            let place = (plot.left - 12.0, top + line as f64 * leading(LABEL) * 0.88);
            scene.text_centred(place, Align::Right, letters, text);
        }
        let wide = (x.at(row.worth) - x.at(0.0)).max(1.0);
        scene.bar(
            Rect::sized(x.at(0.0), y - BAR / 2.0, wide, BAR),
            SKY,
            Hatch::Plain,
        );
        let ends = row.ends.map(|v| x.at(v));
        scene.line(&[(ends[0], y), (ends[1], y)], MEDIUM, INK, &[]);
        for end in ends {
            scene.line(&[(end, y - 4.5), (end, y + 4.5)], MEDIUM, INK, &[]);
        }
        if let Some(survey) = row.survey {
            scene.marker((x.at(survey), y), Shape::Diamond, MARKER + 0.6, VERMILION);
        }
        scene.text_centred((plot.right + 14.0, y), Align::Left, small, &row.text);
    }
}
