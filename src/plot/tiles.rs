//! Every province is one tile, all of one size, roughly where it lies: so a small crowded province
//! is seen as well as a large empty one.

use super::measure::{Weight, ascent, fit_name, leading, wrap_at_most};
use super::page::{Height, page};
use super::scene::{Align, Rect, Scene, Type};
use super::style::*;
use super::table::{Table, figure};
use super::{Chart, Options, Picture, PlotError, axis, headline, indicator};
use crate::base::Direction;
use crate::results::{Findings, IndicatorInfo, Scope, TargetAnswer, Unit};
use crate::units::Year;
use crate::words::{chart as words, number};

/// The chance that each province reaches the nation's threshold.
pub struct ChanceMap;
/// The median of each province.
pub struct MedianMap;

/// Height of a tile with its gap, on a map of many rows and of few.
const TILE_HEIGHT: (f64, f64) = (58.0, 84.0);
/// Rows up to which a map has few.
const FEW_ROWS: u32 = 5;
/// Largest width of a tile with its gap.
const TILE_WIDTH: f64 = 140.0;
/// Gap between tiles.
const GAP: f64 = 4.0;
/// Room of the legend right of the map.
const LEGEND: f64 = 172.0;
/// Height of the legend's strip.
const STRIP: f64 = 210.0;
/// Provinces named at each end of the subtitle.
const NAMED: usize = 2;

/// One tile: where, who, how much, and what is printed.
struct Tile<'a> {
    scope: &'a Scope,
    value: Option<f64>,
    label: String,
    outlined: bool,
}

/// The question of a map.
struct Question<'a> {
    info: &'a IndicatorInfo,
    at: usize,
    year: Year,
    target: Option<&'a TargetAnswer>,
    threshold: Option<f64>,
}

impl Question<'_> {
    fn direction(&self) -> Direction {
        self.target.map_or(Direction::AtLeast, |t| t.direction)
    }
    fn bound(&self) -> Option<String> {
        self.threshold.map(|t| words::bound(self.info.unit, self.direction(), t))
    }
    fn reaches(&self, value: f64) -> bool {
        self.threshold.is_some_and(|threshold| match self.direction() {
            Direction::AtLeast => value >= threshold,
            Direction::AtMost => value <= threshold,
        })
    }
}

/// The maps that belong to a run: one for each national threshold asked of the provinces.
fn standard(findings: &Findings) -> Vec<Options> {
    let mut asked: Vec<Options> = Vec::new();
    for row in &findings.province_probability {
        let options =
            Options { indicator: Some(row.indicator.clone()), year: Some(row.year), ..Options::default() };
        if !asked.contains(&options) {
            asked.push(options);
        }
    }
    if asked.is_empty() {
        asked.push(Options::default());
    }
    asked
}

/// The question options ask; what they leave out is taken from the first threshold asked of the
/// provinces, then from the first indicator that provinces have.
fn question<'a>(findings: &'a Findings, options: &Options) -> Result<Option<Question<'a>>, PlotError> {
    let wanted = options.indicator.as_deref();
    let row = findings.province_probability.iter().find(|r| {
        wanted.is_none_or(|id| r.indicator == id) && options.year.is_none_or(|year| r.year == year)
    });
    let default = || {
        let local = findings.indicators.iter().find(|i| !i.national_only);
        row.map(|r| r.indicator.as_str()).or(local.map(|i| i.id.as_str()))
    };
    let Some(id) = wanted.or_else(default) else { return Ok(None) };
    let at = indicator(findings, id)?;
    let target = headline(findings, id);
    let year = options.year.or(row.map(|r| r.year)).or(target.map(|t| t.year)).or(findings.years.last().copied());
    let Some(year) = year else { return Ok(None) };
    let target = findings
        .targets
        .iter()
        .find(|t| t.headline && t.indicator == id && t.year == year)
        .or(target.filter(|t| t.year == year));
    let threshold = row.map(|r| r.threshold).or(target.map(|t| t.threshold));
    Ok(Some(Question { info: &findings.indicators[at], at, year, target, threshold }))
}

impl Chart for ChanceMap {
    fn id(&self) -> &'static str {
        "tiles-chance"
    }

    fn standard(&self, findings: &Findings) -> Vec<Options> {
        standard(findings)
    }

    fn draw(&self, findings: &Findings, options: &Options) -> Result<Picture, PlotError> {
        let Some(question) = question(findings, options)? else {
            return Ok(missing("tiles-chance", options, "any indicator"));
        };
        let (info, year) = (question.info, question.year);
        let mut table = Table::new(&[
            "province", "name", "indicator", "year", "threshold", "probability", "low", "high", "hits", "of",
        ]);
        let mut tiles: Vec<Tile> = Vec::new();
        for scope in findings.provinces() {
            let row = findings
                .province_probability
                .iter()
                .find(|r| r.province == scope.code && r.indicator == info.id && r.year == year);
            if let Some(row) = row {
                let p = row.probability;
                table.row(&[
                    ("province", scope.code.clone()),
                    ("name", scope.name.clone()),
                    ("indicator", info.id.clone()),
                    ("year", year.to_string()),
                    ("threshold", figure(row.threshold)),
                    ("probability", figure(p.value)),
                    ("low", figure(p.low)),
                    ("high", figure(p.high)),
                    ("hits", p.hits.to_string()),
                    ("of", p.of.to_string()),
                ]);
            }
            let value = row.map(|r| r.probability.value);
            let label = row.map_or(words::NO_FIGURE.to_owned(), |r| number::chance(&r.probability));
            tiles.push(Tile { scope, value, label, outlined: false });
        }
        if table.rows.is_empty() || tiles.iter().all(|t| t.scope.tile.is_none()) {
            return Ok(missing("tiles-chance", options, &info.id));
        }
        let known: Vec<&Tile> = tiles.iter().filter(|t| t.value.is_some()).collect();
        let likely = known.iter().filter(|t| t.value.is_some_and(|v| v > 0.5)).count();
        let (highest, lowest) = extremes(&known);
        let threshold = question.threshold.unwrap_or(0.0);
        let title = words::chance_map_title(info, question.direction(), threshold, year);
        let subtitle = words::chance_map_answer(likely, known.len(), &highest, &lowest);
        let ticks = vec![0.0, 0.2, 0.4, 0.6, 0.8, 1.0];
        let legend = Legend { title: words::CHANCE_LEGEND.to_owned(), ticks, unit: Unit::Share, mark: None };
        let scene = draw_map(findings, (&title, &subtitle), &tiles, &legend);
        let name = format!("tiles-chance-{}-{year}", info.id);
        Ok(Picture { chart: "tiles-chance", name, title, subtitle, scene: Some(scene), table })
    }
}

impl Chart for MedianMap {
    fn id(&self) -> &'static str {
        "tiles-median"
    }

    fn standard(&self, findings: &Findings) -> Vec<Options> {
        standard(findings)
    }

    fn draw(&self, findings: &Findings, options: &Options) -> Result<Picture, PlotError> {
        let Some(question) = question(findings, options)? else {
            return Ok(missing("tiles-median", options, "any indicator"));
        };
        let (info, year) = (question.info, question.year);
        let y = findings.years.iter().position(|y| *y == year);
        let mut table = Table::new(&["province", "name", "indicator", "year", "p10", "p50", "p90", "threshold"]);
        let mut tiles: Vec<Tile> = Vec::new();
        for (place, scope) in findings.scopes.iter().enumerate() {
            if !findings.provinces().any(|p| p.code == scope.code) {
                continue;
            }
            let summary = y.and_then(|y| findings.at(place, question.at, y));
            if let Some(s) = summary {
                table.row(&[
                    ("province", scope.code.clone()),
                    ("name", scope.name.clone()),
                    ("indicator", info.id.clone()),
                    ("year", year.to_string()),
                    ("p10", figure(s.percentiles[1])),
                    ("p50", figure(s.median())),
                    ("p90", figure(s.percentiles[5])),
                    ("threshold", question.threshold.map_or(String::new(), figure)),
                ]);
            }
            let value = summary.map(|s| s.median());
            tiles.push(Tile {
                scope,
                value,
                label: value.map_or(words::NO_FIGURE.to_owned(), |v| number::value(info.unit, v)),
                outlined: value.is_some_and(|v| question.reaches(v)),
            });
        }
        if table.rows.is_empty() || tiles.iter().all(|t| t.scope.tile.is_none()) {
            return Ok(missing("tiles-median", options, &info.id));
        }
        let known: Vec<&Tile> = tiles.iter().filter(|t| t.value.is_some()).collect();
        let met = question.bound().map(|b| (known.iter().filter(|t| t.outlined).count(), b));
        let (highest, lowest) = extremes(&known);
        let title = words::median_map_title(info, year);
        let subtitle = words::median_map_answer(met, known.len(), &highest, &lowest);
        let values = || known.iter().filter_map(|t| t.value);
        let low = values().fold(f64::INFINITY, f64::min);
        let high = values().fold(f64::NEG_INFINITY, f64::max);
        let legend = Legend {
            title: words::unit(info.unit, &findings.currency),
            ticks: axis::round_ticks(low, high, 5),
            unit: info.unit,
            mark: question.threshold.zip(question.bound()),
        };
        let scene = draw_map(findings, (&title, &subtitle), &tiles, &legend);
        let name = format!("tiles-median-{}-{year}", info.id);
        Ok(Picture { chart: "tiles-median", name, title, subtitle, scene: Some(scene), table })
    }
}

fn missing(chart: &'static str, options: &Options, what: &str) -> Picture {
    let name = options.indicator.as_ref().map_or(chart.to_owned(), |id| format!("{chart}-{id}"));
    Picture::not_drawn(chart, name, words::nothing_to_map(what))
}

type Named = Vec<(String, String)>;

/// The provinces at both ends, by name and printed value.
fn extremes(tiles: &[&Tile]) -> (Named, Named) {
    let mut order: Vec<&&Tile> = tiles.iter().collect();
    order.sort_by(|a, b| a.value.unwrap_or(0.0).total_cmp(&b.value.unwrap_or(0.0)).then(a.scope.code.cmp(&b.scope.code)));
    let end = |order: Vec<&&Tile>| -> Named {
        let alike = order.iter().take_while(|t| t.label == order[0].label).count();
        if alike > NAMED {
            return vec![(words::many_provinces(alike), order[0].label.clone())];
        }
        let most = NAMED.min(order.len() / 2);
        order.iter().take(most).map(|t| (t.scope.name.clone(), t.label.clone())).collect()
    };
    (end(order.iter().rev().copied().collect()), end(order))
}

/// What the colours mean.
struct Legend {
    title: String,
    ticks: Vec<f64>,
    unit: Unit,
    mark: Option<(f64, String)>,
}

impl Legend {
    fn shade(&self, value: f64) -> Colour {
        let scale = axis::Scale::new((self.ticks[0], self.ticks[self.ticks.len() - 1]), (0.0, 1.0));
        cividis(scale.at(value))
    }
}

fn draw_map(findings: &Findings, (title, subtitle): (&str, &str), tiles: &[Tile], legend: &Legend) -> Scene {
    let places: Vec<(u32, u32)> = tiles.iter().filter_map(|t| t.scope.tile).collect();
    let first_column = places.iter().map(|p| p.0).min().unwrap_or(0);
    let first_row = places.iter().map(|p| p.1).min().unwrap_or(0);
    let columns = places.iter().map(|p| p.0).max().unwrap_or(0) - first_column + 1;
    let rows = places.iter().map(|p| p.1).max().unwrap_or(0) - first_row + 1;
    let height = if rows <= FEW_ROWS { TILE_HEIGHT.1 } else { TILE_HEIGHT.0 };
    let legend_height = STRIP + if legend.mark.is_some() { 104.0 } else { 40.0 };
    let body = Height::Body((f64::from(rows) * height).max(legend_height));
    let mut page = page(findings, title, subtitle, words::PROVINCES_NOTE, MAP_WIDTH, body);
    let scene = &mut page.scene;
    let body = page.body;
    let width = ((body.width() - LEGEND - 28.0) / f64::from(columns)).min(TILE_WIDTH);
    for tile in tiles {
        let Some((column, row)) = tile.scope.tile else { continue };
        let ground = Rect::sized(
            body.left + f64::from(column - first_column) * width,
            body.top + f64::from(row - first_row) * height,
            width - GAP,
            height - GAP,
        );
        draw_tile(scene, ground, tile, legend);
    }
    let right_of_map = body.left + f64::from(columns) * width + 28.0;
    draw_legend(scene, right_of_map.min(body.right - LEGEND), body.top, legend);
    page.scene
}

fn draw_tile(scene: &mut Scene, ground: Rect, tile: &Tile, legend: &Legend) {
    let shade = tile.value.map_or(NO_FIGURE, |v| legend.shade(v));
    let ink = ink_on(shade);
    scene.rect(ground, shade);
    if tile.outlined {
        scene.outline(ground.grown(-1.0), 2.6, INK);
        scene.outline(ground.grown(-3.2), 1.4, PAPER);
    }
    let room = ground.width() - 10.0;
    let name = fit_name(&tile.scope.name, (TILE_NAME, TILE_NAME_MIN), Weight::Normal, room);
    let (middle, _) = ground.centre();
    let step = leading(name.size) * 0.84;
    let number_size = if name.lines.len() > 1 { TILE_NUMBER - 2.0 } else { TILE_NUMBER };
    let names = name.lines.len() as f64 * step;
    let block = names + number_size;
    let mut baseline = ground.top + (ground.height() - block) / 2.0 + ascent("a", name.size) + 0.5;
    for line in &name.lines {
        scene.text((middle, baseline), Align::Middle, Type::normal(name.size, ink), line);
        baseline += step;
    }
    let mut letters = Type::bold(number_size, ink);
    while letters.width(&tile.label) > room && letters.size > 8.0 {
        letters.size -= 0.5;
    }
    let bottom = baseline - step + 6.0 + 0.8 * letters.size;
    scene.text((middle, bottom.min(ground.bottom - 7.0)), Align::Middle, letters, &tile.label);
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
        scene.rect(Rect { left: strip.left, top: upper, right: strip.right, bottom }, cividis(t));
    }
    let ticks = &legend.ticks;
    let y = axis::Scale::new((ticks[0], ticks[ticks.len() - 1]), (strip.bottom, strip.top));
    for (tick, label) in ticks.iter().zip(axis::tick_labels(ticks, legend.unit)) {
        let place = y.at(*tick);
        scene.line(&[(strip.right, place), (strip.right + 5.0, place)], THIN, RULE, &[]);
        scene.text_centred((strip.right + 9.0, place), Align::Left, quiet, &label);
    }
    if let Some((threshold, bound)) = &legend.mark {
        let inside = *threshold >= ticks[0] && *threshold <= ticks[ticks.len() - 1];
        if inside {
            let place = y.at(*threshold);
            scene.line(&[(strip.left - 4.0, place), (strip.right + 4.0, place)], MEDIUM + 2.2, PAPER, &[]);
            scene.line(&[(strip.left - 5.0, place), (strip.right + 5.0, place)], MEDIUM + 0.4, VERMILION, &[]);
        }
        let line = strip.bottom + 30.0;
        if inside {
            scene.line(&[(left, line - 4.5), (left + 20.0, line - 4.5)], MEDIUM + 0.4, VERMILION, &[]);
        }
        let text = Type::normal(SMALL, VERMILION_INK);
        let mut line = line;
        for words in wrap_at_most(&words::legend_threshold(bound), SMALL, text.weight, LEGEND - 28.0, 2) {
            scene.text((left + 28.0, line), Align::Left, text, &words);
            line += leading(SMALL);
        }
        scene.outline(Rect::sized(left + 1.5, line - 5.0, 17.0, 13.0), 2.4, INK);
        scene.text((left + 28.0, line + 6.0), Align::Left, quiet, words::OUTLINE_LEGEND);
    }
}
