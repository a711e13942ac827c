//! One row for each option or decision: a name, a mark on a common axis, and the numbers at the right.

use crate::plot::axis::{self, Scale};
use crate::plot::measure::{Weight, ellipsis, leading, wrap_at_most};
use crate::plot::scene::{Align, Rect, Scene, Type};
use crate::plot::style::*;
use crate::results::Unit;
use crate::results::comparison::{Mean, Verdict};

/// Height of a row.
const ROW: f64 = 34.0;
/// The same where there are many.
const LOW_ROW: f64 = 27.0;
/// Rows up to which there are few.
const FEW: usize = 10;
/// Height of a bar.
const BAR: f64 = 15.0;
/// Widest name, and widest numbers.
const NAMES: f64 = 230.0;
const NUMBERS: f64 = 330.0;
/// Room below the rows for the axis and its caption.
const AXIS: f64 = 48.0;

/// One row.
pub struct Row {
    /// Name at the left.
    pub name: String,
    /// What is marked, in the unit of the axis; `None` where there is nothing.
    pub mean: Option<Mean>,
    /// Where a bar starts; `None` draws a point.
    pub from: Option<f64>,
    /// What is said of it.
    pub verdict: Verdict,
    /// Numbers at the right.
    pub text: String,
    /// Whether it stands out.
    pub strong: bool,
}

/// Height of the whole.
pub fn height(rows: usize) -> f64 {
    rows as f64 * row_height(rows) + AXIS
}

fn row_height(rows: usize) -> f64 {
    if rows <= FEW { ROW } else { LOW_ROW }
}

/// Colour and shape of a verdict: either is enough to tell them apart.
fn look(verdict: Verdict) -> (Colour, Shape) {
    match verdict {
        Verdict::Better | Verdict::Higher => (BLUE, Shape::Disc),
        Verdict::Worse | Verdict::Lower => (VERMILION, Shape::Block),
        Verdict::CannotTell => (QUIET, Shape::Ring),
        Verdict::TooSmall | Verdict::Same => (QUIET, Shape::Cross),
    }
}

/// Draws the rows with their axis.
pub fn draw(scene: &mut Scene, body: Rect, rows: &[Row], caption: &str) {
    let step = row_height(rows.len());
    let (name, strong) = (Type::normal(LABEL, INK), Type::bold(LABEL, INK));
    let quiet = Type::normal(SMALL, QUIET);
    let letters = |row: &Row| if row.strong { strong } else { name };
    let most = if step < ROW { 1 } else { 2 };
    let names: Vec<Vec<String>> = rows
        .iter()
        .map(|r| wrap_at_most(&r.name, LABEL, letters(r).weight, NAMES, most))
        .collect();
    let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
    let room = widest(&mut rows.iter().zip(&names).flat_map(|(r, lines)| {
        lines
            .iter()
            .map(|l| letters(r).width(l))
            .collect::<Vec<_>>()
    }));
    let texts: Vec<String> = rows
        .iter()
        .map(|r| ellipsis(&r.text, SMALL, letters(r).weight, NUMBERS))
        .collect();
    let beside = widest(&mut rows.iter().zip(&texts).map(|(r, t)| {
        Type {
            size: SMALL,
            ..letters(r)
        }
        .width(t)
    }));
    let plot = Rect {
        left: body.left + room + 18.0,
        right: body.right - beside - 20.0,
        top: body.top,
        bottom: body.top + rows.len() as f64 * step,
    };
    let ends = rows.iter().filter_map(|r| r.mean.map(|m| (m, r.from)));
    let (mut low, mut high) = (0.0f64, 0.0f64);
    for (mean, from) in ends {
        for value in [mean.low, mean.high, mean.value, from.unwrap_or(0.0)] {
            low = low.min(value);
            high = high.max(value);
        }
    }
    let ticks = axis::round_ticks(low, high, 5);
    let outer = (ticks[0].min(low), ticks[ticks.len() - 1].max(high));
    let x = Scale::new(outer, (plot.left + 8.0, plot.right - 8.0));
    axis::draw_values(scene, plot, &x, &ticks, Unit::Ratio);
    let zero = x.at(0.0);
    scene.line(&plot.upright(zero), MEDIUM, RULE, &[]);
    let caption = ellipsis(caption, SMALL, Weight::Normal, body.width());
    let half = quiet.width(&caption) / 2.0;
    let middle = ((plot.left + plot.right) / 2.0).clamp(body.left + half, body.right - half);
    scene.text((middle, plot.bottom + 37.0), Align::Middle, quiet, &caption);

    for (at, row) in rows.iter().enumerate() {
        let y = plot.top + (at as f64 + 0.5) * step;
        let lines = &names[at];
        let top = y - (lines.len() as f64 - 1.0) * leading(LABEL) * 0.44;
        for (line, text) in lines.iter().enumerate() {
            let place = (plot.left - 12.0, top + line as f64 * leading(LABEL) * 0.88);
            scene.text_centred(place, Align::Right, letters(row), text);
        }
        let small = Type {
            size: SMALL,
            ..letters(row)
        };
        scene.text_centred((plot.right + 14.0, y), Align::Left, small, &texts[at]);
        let Some(mean) = row.mean else { continue };
        let (colour, shape) = look(row.verdict);
        if let Some(from) = row.from {
            let (a, b) = (x.at(from), x.at(from + mean.value));
            let bar = Rect::sized(a.min(b), y - BAR / 2.0, (b - a).abs().max(1.0), BAR);
            let hatch = if mean.value < 0.0 {
                Hatch::Rising
            } else {
                Hatch::Plain
            };
            scene.bar(bar, colour, hatch);
            if at + 1 < rows.len() {
                let foot = [(b, y + BAR / 2.0), (b, y + step - BAR / 2.0)];
                scene.line(&foot, THIN, RULE, &[]);
            }
        }
        let shift = row.from.unwrap_or(0.0);
        let (low, high) = (x.at(shift + mean.low), x.at(shift + mean.high));
        let ink = if row.from.is_some() { INK } else { colour };
        if high - low > 1.0 {
            scene.line(&[(low, y), (high, y)], MEDIUM, ink, &[]);
            for end in [low, high] {
                scene.line(&[(end, y - 4.5), (end, y + 4.5)], MEDIUM, ink, &[]);
            }
        }
        if row.from.is_none() {
            scene.marker((x.at(mean.value), y), shape, MARKER + 0.6, colour);
        }
    }
}
