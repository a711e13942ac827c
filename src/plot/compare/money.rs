//! Who pays how much more in each year: one small panel for each option, all on one scale.

use super::page;
use crate::plot::axis::{self, Scale};
use crate::plot::measure::{Weight, ellipsis};
use crate::plot::page::Height;
use crate::plot::scene::{Align, Rect, Scene, Type};
use crate::plot::style::*;
use crate::plot::table::{Table, figure};
use crate::plot::{Picture, PlotError};
use crate::results::Unit;
use crate::results::comparison::Comparison;
use crate::units::{PAYERS, Year};
use crate::words::{chart::compare as words, compare as said, page as around};

/// Fills of the payers.
const PAYER_FILLS: [(Colour, Hatch); 4] = [
    (BLUE, Hatch::Plain),
    (ORANGE, Hatch::Rising),
    (GREEN, Hatch::Falling),
    (PURPLE, Hatch::Level),
];
/// Gap between panels.
const GAP: (f64, f64) = (22.0, 14.0);
/// Height of the key above the panels.
const KEY: f64 = 30.0;

/// One option's panel.
struct Panel {
    name: String,
    sum: String,
    /// `[payer][year]`.
    amounts: Vec<Vec<f64>>,
}

/// Draws the additional costs of every option.
pub fn draw(c: &Comparison) -> Result<Picture, PlotError> {
    let name = "cost-by-payer".to_owned();
    let years = c.years.get(1..).unwrap_or_default();
    let mut table = Table::new(&["option", "payer", "year", "difference", "low", "high"]);
    let mut panels = Vec::new();
    let mut sums: Vec<(&str, f64, String)> = Vec::new();
    for o in c.others() {
        let mut amounts = vec![vec![0.0; years.len()]; PAYERS.len()];
        for line in c
            .costs
            .iter()
            .filter(|l| l.option == o && l.purpose.is_none())
        {
            let (Some(payer), Some(year)) = (line.payer, line.year) else {
                continue;
            };
            let d = line.constant.difference;
            if let Some(at) = years.iter().position(|y| *y == year) {
                amounts[payer as usize][at] = d.value;
            }
            table.row(&[
                ("option", c.options[o].name.clone()),
                ("payer", format!("{payer:?}").to_lowercase()),
                ("year", year.to_string()),
                ("difference", figure(d.value)),
                ("low", figure(d.low)),
                ("high", figure(d.high)),
            ]);
        }
        let all = c.cost_of(o).map(|cost| cost.difference);
        let all = all.unwrap_or_default();
        let sum = said::change(all, 1.0).value;
        sums.push((&c.options[o].name, all.value, sum.clone()));
        panels.push(Panel {
            name: c.options[o].name.clone(),
            sum,
            amounts,
        });
    }
    let moves = panels
        .iter()
        .any(|p| p.amounts.iter().flatten().any(|v| *v != 0.0));
    if !moves || years.is_empty() {
        return Ok(Picture::not_drawn(
            "cost-by-payer",
            name,
            words::NOTHING.to_owned(),
        ));
    }
    sums.sort_by(|a, b| a.1.total_cmp(&b.1));
    let told = |at: Option<&(&str, f64, String)>| at.map(|(n, _, s)| ((*n).to_owned(), s.clone()));
    let dearest = told(sums.last());
    let cheapest = told(sums.first().filter(|_| sums.len() > 1));
    let pair = |of: &'_ Option<(String, String)>| of.clone();
    let (dearest, cheapest) = (pair(&dearest), pair(&cheapest));
    let title = words::money_title(c);
    let subtitle = words::money_answer(
        &c.currency,
        dearest.as_ref().map(|(n, s)| (n.as_str(), s.as_str())),
        cheapest.as_ref().map(|(n, s)| (n.as_str(), s.as_str())),
    );
    let columns = match panels.len() {
        1 => 1,
        2 | 4 => 2,
        3 | 5..=9 => 3,
        _ => 4,
    };
    let lines = panels.len().div_ceil(columns);
    let tall = match columns {
        1 => 380.0,
        2 => 300.0,
        3 => 210.0,
        _ => 164.0,
    };
    let height = Height::Body(KEY + lines as f64 * (tall + GAP.1));
    let mut page = page(c, (&title, &subtitle), "", WIDTH, height);
    draw_key(&mut page.scene, page.body);
    let (mut low, mut high) = (0.0f64, 0.0f64);
    for panel in &panels {
        for at in 0..years.len() {
            let of = |sign: f64| -> f64 {
                let row = panel.amounts.iter().map(|row| row[at]);
                row.filter(|v| v * sign > 0.0).sum()
            };
            low = low.min(of(-1.0));
            high = high.max(of(1.0));
        }
    }
    let ticks = axis::round_ticks(low, high, if tall > 200.0 { 5 } else { 3 });
    let room = axis::level_room(&ticks, Unit::Ratio);
    let inner = (page.body.width() - room - (columns - 1) as f64 * GAP.0) / columns as f64;
    for (at, panel) in panels.iter().enumerate() {
        let (column, line) = (at % columns, at / columns);
        let left = page.body.left + room + column as f64 * (inner + GAP.0);
        let top = page.body.top + KEY + line as f64 * (tall + GAP.1);
        let place = Rect::sized(left, top, inner, tall);
        draw_panel(&mut page.scene, place, panel, years, &ticks, column == 0);
    }
    Ok(Picture {
        chart: "cost-by-payer",
        name,
        title,
        subtitle,
        scene: Some(page.scene),
        table,
    })
}

/// Names of the payers above the panels.
fn draw_key(scene: &mut Scene, body: Rect) {
    let letters = Type::normal(SMALL, INK);
    let mut left = body.left;
    for (payer, (colour, hatch)) in PAYERS.iter().zip(PAYER_FILLS) {
        let text = around::payer(*payer);
        scene.bar(Rect::sized(left, body.top + 2.0, 16.0, 13.0), colour, hatch);
        let place = (left + 22.0, body.top + 8.5);
        let drawn = scene.text_centred(place, Align::Left, letters, text);
        left = drawn.right + 20.0;
    }
}

fn draw_panel(
    scene: &mut Scene,
    place: Rect,
    panel: &Panel,
    years: &[Year],
    ticks: &[f64],
    with_numbers: bool,
) {
    let head = 22.0;
    let plot = Rect {
        top: place.top + head,
        bottom: place.bottom - 20.0,
        ..place
    };
    let strong = Type::bold(LABEL, INK);
    let quiet = Type::normal(SMALL, QUIET);
    let sum = quiet.width(&panel.sum);
    let title = ellipsis(&panel.name, LABEL, Weight::Bold, place.width() - sum - 12.0);
    let drawn = scene.text((place.left, place.top + 14.0), Align::Left, strong, &title);
    scene.text(
        (drawn.right + 8.0, place.top + 14.0),
        Align::Left,
        quiet,
        &panel.sum,
    );
    let outer = (ticks[0], ticks[ticks.len() - 1]);
    let y = Scale::new(outer, (plot.bottom - 4.0, plot.top + 4.0));
    for (tick, label) in ticks.iter().zip(axis::tick_labels(ticks, Unit::Ratio)) {
        let level = y.at(*tick);
        scene.line(&plot.level(level), THIN, GRID, &[]);
        if with_numbers {
            scene.text_centred((plot.left - 8.0, level), Align::Right, quiet, &label);
        }
    }
    let pitch = plot.width() / years.len() as f64;
    let wide = 0.74 * pitch;
    for at in 0..years.len() {
        let middle = plot.left + (at as f64 + 0.5) * pitch;
        let (mut up, mut down) = (0.0, 0.0);
        for (row, (colour, hatch)) in panel.amounts.iter().zip(PAYER_FILLS) {
            let amount = row[at];
            let from = if amount > 0.0 { &mut up } else { &mut down };
            let (a, b) = (y.at(*from), y.at(*from + amount));
            *from += amount;
            let bar = Rect::sized(middle - wide / 2.0, a.min(b), wide, (a - b).abs());
            if bar.height() > 0.05 {
                scene.bar(bar, colour, hatch);
            }
        }
    }
    let zero = y.at(0.0);
    scene.line(&plot.level(zero), THIN, RULE, &[]);
    // Years that have room, none beyond the panel's own width.
    let half = quiet.width("2000") / 2.0;
    let every = (44.0 / pitch).ceil().max(1.0) as usize;
    let mut free = f64::NEG_INFINITY;
    for (at, year) in years.iter().enumerate().step_by(every) {
        let middle = plot.left + (at as f64 + 0.5) * pitch;
        let kept = middle.max(plot.left + half).min(plot.right - half);
        if kept - half > free && (kept - middle).abs() < pitch {
            let place = (kept, place.bottom - 4.0);
            scene.text(place, Align::Middle, quiet, &year.to_string());
            free = kept + half + 8.0;
        }
    }
}
