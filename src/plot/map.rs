//! Every province is one tile, all of one size, roughly where it lies: so a small crowded province
//! is seen as well as a large empty one.

use super::axis;
use super::measure::{Weight, ascent, ellipsis, fit_name, leading, wrap_at_most};
use super::page::{Height, with_footer};
use super::scene::{Align, Rect, Scene, Type};
use super::style::*;
use crate::base::{Bound, ends_of};
use crate::results::{Findings, Scope, Unit};
use crate::words::chart as words;

/// Height of a tile with its gap, on a map of many rows and of few.
const TILE_HEIGHT: (f64, f64) = (58.0, 84.0);
/// Rows up to which a map has few.
const FEW_ROWS: u32 = 5;
/// Largest width of a tile with its gap, on a usual page.
const TILE_WIDTH: f64 = 140.0;
/// Width of a tile below which a narrow page puts the legend under the map.
const TILE_LEAST: f64 = 92.0;
/// Tiles grow in height with the page, up to this many times.
const TALLER: f64 = 1.5;
/// Height of a legend under the map, without and with a threshold.
const FLAT_LEGEND: (f64, f64) = (78.0, 124.0);
/// Gap between tiles.
const GAP: f64 = 4.0;
/// Room of the legend right of the map.
const LEGEND: f64 = 172.0;
/// Height of the legend's strip.
const STRIP: f64 = 210.0;
/// One tile: where, who, how much, and what is printed.
pub struct Tile<'a> {
    /// The province.
    pub scope: &'a Scope,
    /// The value that is coloured, where there is one.
    pub value: Option<f64>,
    /// The value as printed.
    pub label: String,
    /// Whether the tile has an outline.
    pub outlined: bool,
    /// Whether the question is about it.
    pub here: bool,
}

/// What the colours mean.
pub struct Legend {
    /// Above the strip.
    pub title: String,
    /// Round numbers from one end of the strip to the other.
    pub ticks: Vec<f64>,
    /// Unit of the numbers.
    pub unit: Unit,
    /// What is asked, and its words, where anything is.
    pub mark: Option<(Bound, String)>,
    /// Colours of the strip.
    pub colours: Colours,
}

/// Colours of a strip, from its low end to its high end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// From dark to light.
    Level,
    /// From vermilion over white to blue.
    Change,
    /// From blue over white to vermilion: where less is better.
    Turned,
}

impl Colours {
    fn at(self, t: f64) -> Colour {
        match self {
            Colours::Level => cividis(t),
            Colours::Change => diverging(t),
            Colours::Turned => diverging(1.0 - t),
        }
    }
}

impl Legend {
    /// The ends of what is asked that lie on the strip.
    fn asked(&self, bound: Bound) -> Vec<f64> {
        let (low, high) = (self.ticks[0], self.ticks[self.ticks.len() - 1]);
        let ends = ends_of(bound);
        ends.filter(|end| (low..=high).contains(end)).collect()
    }

    fn shade(&self, value: f64) -> Colour {
        let scale = axis::Scale::new(
            (self.ticks[0], self.ticks[self.ticks.len() - 1]),
            (0.0, 1.0),
        );
        self.colours.at(scale.at(value))
    }
}

/// Draws the whole page of a run's map.
pub fn draw_map(
    findings: &Findings,
    header: (&str, &str),
    tiles: &[Tile],
    legend: &Legend,
    (width, indicator): (f64, &str),
) -> Scene {
    let note = super::with_raking(&words::PROVINCES_NOTE, findings, indicator);
    let footer = words::footer(findings);
    draw_with_footer(header, tiles, legend, width, (&note, &footer))
}

/// The same with a note and a footer of one's own.
pub fn draw_with_footer(
    header: (&str, &str),
    tiles: &[Tile],
    legend: &Legend,
    width: f64,
    (note, footer): (&str, &str),
) -> Scene {
    let places: Vec<(u32, u32)> = tiles.iter().filter_map(|t| t.scope.tile).collect();
    let first_column = places.iter().map(|p| p.0).min().unwrap_or(0);
    let first_row = places.iter().map(|p| p.1).min().unwrap_or(0);
    let columns = places.iter().map(|p| p.0).max().unwrap_or(0) - first_column + 1;
    let rows = places.iter().map(|p| p.1).max().unwrap_or(0) - first_row + 1;
    let height = if rows <= FEW_ROWS {
        TILE_HEIGHT.1
    } else {
        TILE_HEIGHT.0
    };
    let height = height * (width / MAP_WIDTH).clamp(1.0, TALLER);
    let map_height = f64::from(rows) * height;
    let room = width - 2.0 * MARGIN;
    let below = width < MAP_WIDTH && (room - LEGEND - 28.0) / f64::from(columns) < TILE_LEAST;
    let legend_height = match (below, legend.mark.is_some()) {
        (true, false) => map_height + FLAT_LEGEND.0,
        (true, true) => map_height + FLAT_LEGEND.1,
        (false, false) => STRIP + 40.0,
        (false, true) => STRIP + 104.0,
    };
    let body = Height::Body(map_height.max(legend_height));
    let mut page = with_footer(footer, header, note, width, body);
    let scene = &mut page.scene;
    let body = page.body;
    let beside = if below { 0.0 } else { LEGEND + 28.0 };
    let most = TILE_WIDTH * (width / MAP_WIDTH).max(1.0);
    let width = ((body.width() - beside) / f64::from(columns)).min(most);
    for tile in tiles {
        let Some((column, row)) = tile.scope.tile else {
            continue;
        };
        let ground = Rect::sized(
            body.left + f64::from(column - first_column) * width,
            body.top + f64::from(row - first_row) * height,
            width - GAP,
            height - GAP,
        );
        draw_tile(scene, ground, tile, legend, below);
    }
    if below {
        let room = Rect {
            top: body.top + map_height + 14.0,
            ..body
        };
        draw_flat_legend(scene, room, legend);
        return page.scene;
    }
    let right_of_map = body.left + f64::from(columns) * width + 28.0;
    draw_legend(
        scene,
        right_of_map.min(body.right - LEGEND),
        body.top,
        legend,
    );
    page.scene
}

/// Draws one tile; where names often take two lines, `open` sets these further apart.
fn draw_tile(scene: &mut Scene, ground: Rect, tile: &Tile, legend: &Legend, open: bool) {
    let shade = tile.value.map_or(NO_FIGURE, |v| legend.shade(v));
    let ink = ink_on(shade);
    scene.rect(ground, shade);
    if tile.outlined {
        scene.outline(ground.grown(-1.0), 2.6, INK);
        scene.outline(ground.grown(-3.2), 1.4, PAPER);
    }
    if tile.here {
        let tip = ground.left + 18.0;
        let corner = [
            (ground.left, ground.top),
            (tip, ground.top),
            (ground.left, ground.top + 18.0),
        ];
        scene.area(corner.to_vec(), INK, 1.0);
        scene.outline(ground.grown(1.6), 3.2, INK);
    }
    let room = ground.width() - 10.0;
    let name = fit_name(
        &tile.scope.name,
        (TILE_NAME, TILE_NAME_MIN),
        Weight::Normal,
        room,
    );
    let (middle, _) = ground.centre();
    let step = leading(name.size) * if open { 0.89 } else { 0.84 };
    let number_size = if name.lines.len() > 1 {
        TILE_NUMBER - 2.0
    } else {
        TILE_NUMBER
    };
    let names = name.lines.len() as f64 * step;
    let block = names + number_size;
    let mut baseline = ground.top + (ground.height() - block) / 2.0 + ascent("a", name.size) + 0.5;
    for line in &name.lines {
        scene.text(
            (middle, baseline),
            Align::Middle,
            Type::normal(name.size, ink),
            line,
        );
        baseline += step;
    }
    let mut letters = Type::bold(number_size, ink);
    while letters.width(&tile.label) > room - 6.0 && letters.size > 8.0 {
        letters.size -= 0.5;
    }
    let bottom = baseline - step + 6.0 + 0.8 * letters.size;
    scene.text(
        (middle, bottom.min(ground.bottom - 7.0)),
        Align::Middle,
        letters,
        &tile.label,
    );
}

/// The legend under the map: the strip lies from left to right.
fn draw_flat_legend(scene: &mut Scene, room: Rect, legend: &Legend) {
    let quiet = Type::normal(SMALL, QUIET);
    let ticks = &legend.ticks;
    let labels = axis::tick_labels(ticks, legend.unit);
    let half = |label: Option<&String>| label.map_or(0.0, |l| quiet.width(l) / 2.0);
    let place = (room.left, room.top + SMALL);
    scene.text(place, Align::Left, quiet, &legend.title);
    let strip = Rect {
        left: room.left + half(labels.first()),
        right: room.right - half(labels.last()),
        top: room.top + 22.0,
        bottom: room.top + 38.0,
    };
    let steps = 92;
    for step in 0..steps {
        let at = |step: i32| strip.left + f64::from(step) / f64::from(steps) * strip.width();
        let piece = Rect {
            left: at(step),
            // Each step reaches under the next one, so that no seam shows.
            right: (at(step + 1) + 1.0).min(strip.right),
            ..strip
        };
        let t = (f64::from(step) + 0.5) / f64::from(steps);
        scene.rect(piece, legend.colours.at(t));
    }
    let ends = (ticks[0], ticks[ticks.len() - 1]);
    let x = axis::Scale::new(ends, (strip.left, strip.right));
    let mut free = f64::NEG_INFINITY;
    for (tick, label) in ticks.iter().zip(&labels) {
        let (place, half) = (x.at(*tick), quiet.width(label) / 2.0);
        let mark = [(place, strip.bottom), (place, strip.bottom + 5.0)];
        scene.line(&mark, THIN, RULE, &[]);
        if place - half > free {
            let below = (place, strip.bottom + 20.0);
            scene.text(below, Align::Middle, quiet, label);
            free = place + half + 6.0;
        }
    }
    let Some((bound, said)) = &legend.mark else {
        return;
    };
    let line = strip.bottom + 44.0;
    let asked = legend.asked(*bound);
    for end in &asked {
        let upright = |by: f64| strip.grown(by).upright(x.at(*end));
        scene.line(&upright(4.0), MEDIUM + 2.2, PAPER, &[]);
        scene.line(&upright(5.0), MEDIUM + 0.4, VERMILION, &[]);
    }
    if !asked.is_empty() {
        let sample = [(room.left, line - 4.5), (room.left + 20.0, line - 4.5)];
        scene.line(&sample, MEDIUM + 0.4, VERMILION, &[]);
    }
    let words = words::legend_threshold(said);
    let words = ellipsis(&words, SMALL, Weight::Normal, room.width() - 28.0);
    let letters = Type::normal(SMALL, VERMILION_INK);
    scene.text((room.left + 28.0, line), Align::Left, letters, &words);
    let line = line + leading(SMALL);
    let sample = Rect::sized(room.left + 1.5, line - 11.0, 17.0, 13.0);
    scene.outline(sample, 2.4, INK);
    let place = (room.left + 28.0, line);
    scene.text(place, Align::Left, quiet, &words::OUTLINE_LEGEND);
}

fn draw_legend(scene: &mut Scene, left: f64, top: f64, legend: &Legend) {
    let quiet = Type::normal(SMALL, QUIET);
    scene.text((left, top + SMALL), Align::Left, quiet, &legend.title);
    let strip = Rect::sized(left, top + 26.0, 20.0, STRIP);
    let steps = 92;
    for step in 0..steps {
        let t = (f64::from(step) + 0.5) / f64::from(steps);
        let bottom = strip.bottom - f64::from(step) / f64::from(steps) * STRIP;
        // Each step reaches under the next one, so that no seam shows.
        let upper = (bottom - STRIP / f64::from(steps) - 1.0).max(strip.top);
        scene.rect(
            Rect {
                left: strip.left,
                top: upper,
                right: strip.right,
                bottom,
            },
            legend.colours.at(t),
        );
    }
    let ticks = &legend.ticks;
    let y = axis::Scale::new(
        (ticks[0], ticks[ticks.len() - 1]),
        (strip.bottom, strip.top),
    );
    for (tick, label) in ticks.iter().zip(axis::tick_labels(ticks, legend.unit)) {
        let place = y.at(*tick);
        scene.line(
            &[(strip.right, place), (strip.right + 5.0, place)],
            THIN,
            RULE,
            &[],
        );
        scene.text_centred((strip.right + 9.0, place), Align::Left, quiet, &label);
    }
    if let Some((bound, said)) = &legend.mark {
        let asked = legend.asked(*bound);
        for end in &asked {
            let place = y.at(*end);
            scene.line(&strip.grown(4.0).level(place), MEDIUM + 2.2, PAPER, &[]);
            scene.line(&strip.grown(5.0).level(place), MEDIUM + 0.4, VERMILION, &[]);
        }
        let line = strip.bottom + 30.0;
        if !asked.is_empty() {
            scene.line(
                &[(left, line - 4.5), (left + 20.0, line - 4.5)],
                MEDIUM + 0.4,
                VERMILION,
                &[],
            );
        }
        let text = Type::normal(SMALL, VERMILION_INK);
        let mut line = line;
        for words in wrap_at_most(
            &words::legend_threshold(said),
            SMALL,
            text.weight,
            LEGEND - 28.0,
            2,
        ) {
            scene.text((left + 28.0, line), Align::Left, text, &words);
            line += leading(SMALL);
        }
        scene.outline(Rect::sized(left + 1.5, line - 5.0, 17.0, 13.0), 2.4, INK);
        scene.text(
            (left + 28.0, line + 6.0),
            Align::Left,
            quiet,
            &words::OUTLINE_LEGEND,
        );
    }
}
