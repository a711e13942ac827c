//! Two numbers are varied: each cell of the map is one pair, its colour and its figure the chance of
//! a target, or the cost.

use super::measure::{Weight, ellipsis};
use super::page::{Height, with_footer};
use super::scene::{Align, Rect, Scene, Type};
use super::style::*;
use super::table::{Table, figure};
use super::{Picture, PlotError, axis, file_name};
use crate::results::Unit;
use crate::results::sweep::{Axis, Point, Sweep};
use crate::words::report::upper_first;
use crate::words::{number, sweep as words};

/// Height of a cell, at most and at least.
const CELL: (f64, f64) = (56.0, 26.0);
/// Width of a cell at most.
const WIDEST: f64 = 132.0;
/// Height of the whole map where cells would be many.
const TALLEST: f64 = 460.0;
/// Gap between cells.
const GAP: f64 = 2.0;
/// Room of the legend right of the map.
const LEGEND: f64 = 110.0;

/// What a map shows.
struct Shown {
    chart: &'static str,
    name: String,
    title: String,
    subtitle: String,
    /// Ends of the colours.
    ends: (f64, f64),
    unit: Unit,
    caption: String,
}

/// The chance of one target over two numbers.
pub fn chance(sweep: &Sweep, target: usize) -> Result<Picture, PlotError> {
    let asked = &sweep.targets[target];
    let shown = Shown {
        chart: "sweep-chance",
        name: format!("chance-{}", file_name(&asked.id)),
        title: upper_first(&asked.said),
        subtitle: super::lines::chance_range(sweep, target),
        ends: (0.0, 1.0),
        unit: Unit::Share,
        caption: words::CHANCE.to_owned(),
    };
    let cell = |p: &Point| {
        let chance = &p.chances[target];
        (chance.value, number::chance(chance))
    };
    draw(sweep, &shown, &cell)
}

/// The cost of all policies over two numbers.
pub fn cost(sweep: &Sweep) -> Result<Picture, PlotError> {
    let costs: Vec<f64> = sweep.points.iter().map(|p| sweep.cost(p)).collect();
    let low = costs.iter().copied().fold(f64::INFINITY, f64::min);
    let high = costs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let ticks = axis::round_ticks(low, high, 5);
    let shown = Shown {
        chart: "sweep-cost",
        name: "cost".to_owned(),
        title: words::COST_TITLE.to_owned(),
        subtitle: words::cost_range(sweep, low, high),
        ends: (ticks[0], ticks[ticks.len() - 1]),
        unit: Unit::Money,
        caption: sweep.currency.to_string(),
    };
    draw(sweep, &shown, &|p| {
        let cost = sweep.cost(p);
        (cost, number::short(cost))
    })
}

fn draw(
    sweep: &Sweep,
    shown: &Shown,
    cell: &dyn Fn(&Point) -> (f64, String),
) -> Result<Picture, PlotError> {
    let (across, up) = (&sweep.axes[0], &sweep.axes[1]);
    let stands = |a: &Axis| a.stands.filter(|v| a.values.contains(v));
    let mark = stands(across).zip(stands(up));
    let note = if mark.is_some() { &words::OUTLINE } else { "" };
    let rows = up.values.len() as f64;
    let height = (TALLEST / rows).clamp(CELL.1, CELL.0);
    let map = rows * height;
    let body = Height::Body(map.max(190.0) + 66.0);
    let footer = words::footer(sweep);
    let mut page = with_footer(&footer, (&shown.title, &shown.subtitle), note, WIDTH, body);
    let scene = &mut page.scene;
    let quiet = Type::normal(SMALL, QUIET);
    let labels: Vec<String> = up.values.iter().map(|v| words::value(up, *v)).collect();
    let room = labels.iter().map(|l| quiet.width(l)).fold(0.0, f64::max) + 10.0;
    let left = page.body.left + room;
    let columns = across.values.len() as f64;
    let width = ((page.body.right - LEGEND - 30.0 - left) / columns).min(WIDEST);
    // The name of the upright number stands over its values.
    let caption = ellipsis(
        &words::axis(up),
        SMALL,
        Weight::Normal,
        page.body.width() - LEGEND,
    );
    scene.text(
        (page.body.left, page.body.top + SMALL),
        Align::Left,
        quiet,
        &caption,
    );
    let top = page.body.top + 26.0;
    let place = |p: &Point| {
        let column = across.values.iter().position(|v| *v == p.at[0])?;
        let row = up.values.iter().position(|v| *v == p.at[1])?;
        let from_top = up.values.len() - 1 - row;
        Some(Rect::sized(
            left + column as f64 * width,
            top + from_top as f64 * height,
            width - GAP,
            height - GAP,
        ))
    };
    let scale = axis::Scale::new(shown.ends, (0.0, 1.0));
    let cells: Vec<(Rect, f64, String, bool)> = sweep
        .points
        .iter()
        .filter_map(|p| {
            let (value, label) = cell(p);
            let marked = mark.is_some_and(|(a, b)| p.at == [a, b]);
            Some((place(p)?, value, label, marked))
        })
        .collect();
    let mut letters = Type::bold(TILE_NUMBER - 1.0, INK);
    let widest = |letters: Type| {
        let widths = cells.iter().map(|c| letters.width(&c.2));
        widths.fold(0.0, f64::max)
    };
    while widest(letters) > width - GAP - 6.0 && letters.size > 8.0 {
        letters.size -= 0.5;
    }
    let told = widest(letters) <= width - GAP - 2.0;
    for (ground, value, label, marked) in &cells {
        let shade = cividis(scale.at(*value));
        scene.rect(*ground, shade);
        if *marked {
            scene.outline(ground.grown(-1.0), 2.6, INK);
            scene.outline(ground.grown(-3.2), 1.4, PAPER);
        }
        if told {
            let letters = Type {
                colour: ink_on(shade),
                ..letters
            };
            scene.text_centred(ground.centre(), Align::Middle, letters, label);
        }
    }
    for (row, label) in labels.iter().enumerate() {
        let middle = top + (rows - 1.0 - row as f64 + 0.5) * height - GAP / 2.0;
        scene.text_centred((left - 8.0, middle), Align::Right, quiet, label);
    }
    let foot = top + map;
    let mut free = f64::NEG_INFINITY;
    for (column, value) in across.values.iter().enumerate() {
        let label = words::value(across, *value);
        let middle = left + (column as f64 + 0.5) * width - GAP / 2.0;
        let half = quiet.width(&label) / 2.0;
        if middle - half > free {
            scene.text((middle, foot + 16.0), Align::Middle, quiet, &label);
            free = middle + half + 6.0;
        }
    }
    let middle = left + columns * width / 2.0;
    let name = ellipsis(
        &words::axis(across),
        SMALL,
        Weight::Normal,
        page.body.width() - LEGEND,
    );
    let half = quiet.width(&name) / 2.0;
    let middle = middle.max(page.body.left + half);
    scene.text((middle, foot + 36.0), Align::Middle, quiet, &name);
    legend(scene, left + columns * width + 26.0, top, shown);
    Ok(Picture {
        chart: shown.chart,
        name: shown.name.clone(),
        title: shown.title.clone(),
        subtitle: shown.subtitle.clone(),
        scene: Some(page.scene),
        table: table(sweep, shown, cell),
    })
}

/// The cells in numbers.
fn table(sweep: &Sweep, shown: &Shown, cell: &dyn Fn(&Point) -> (f64, String)) -> Table {
    let mut table = Table::new(&[
        "across",
        "across_value",
        "up",
        "up_value",
        "value",
        "low",
        "high",
        "futures",
    ]);
    for p in &sweep.points {
        let chance = sweep
            .targets
            .iter()
            .position(|a| shown.name == format!("chance-{}", file_name(&a.id)));
        let ends = chance.map(|t| (p.chances[t].low, p.chances[t].high));
        table.row(&[
            ("across", sweep.axes[0].name.clone()),
            ("across_value", figure(p.at[0])),
            ("up", sweep.axes[1].name.clone()),
            ("up_value", figure(p.at[1])),
            ("value", figure(cell(p).0)),
            ("low", ends.map_or(String::new(), |e| figure(e.0))),
            ("high", ends.map_or(String::new(), |e| figure(e.1))),
            ("futures", p.futures.to_string()),
        ]);
    }
    table
}

/// The strip of colours with its numbers.
fn legend(scene: &mut Scene, left: f64, top: f64, shown: &Shown) {
    let quiet = Type::normal(SMALL, QUIET);
    let caption = ellipsis(&shown.caption, SMALL, Weight::Normal, LEGEND);
    scene.text((left, top - 26.0 + SMALL), Align::Left, quiet, &caption);
    let strip = Rect::sized(left, top, 18.0, 160.0);
    let steps = 80;
    let at = |step: i32| strip.bottom - f64::from(step) / f64::from(steps) * strip.height();
    for step in 0..steps {
        let piece = Rect {
            // Each step reaches under the next one, so that no seam shows.
            top: (at(step + 1) - 1.0).max(strip.top),
            bottom: at(step),
            ..strip
        };
        scene.rect(piece, cividis((f64::from(step) + 0.5) / f64::from(steps)));
    }
    let ticks = axis::round_ticks(shown.ends.0, shown.ends.1, 5);
    let y = axis::Scale::new(shown.ends, (strip.bottom, strip.top));
    for (tick, label) in ticks.iter().zip(axis::tick_labels(&ticks, shown.unit)) {
        let place = y.at(*tick);
        if place > strip.bottom + 0.5 || place < strip.top - 0.5 {
            continue;
        }
        let mark = [(strip.right, place), (strip.right + 5.0, place)];
        scene.line(&mark, THIN, RULE, &[]);
        scene.text_centred((strip.right + 9.0, place), Align::Left, quiet, &label);
    }
}
