//! Every province has a small panel of its own, roughly where it lies, all on one scale: its median
//! future, the band around it, and the nation's threshold.

use super::measure::{Weight, ellipsis, leading, wrap_at_most};
use super::page::{Height, page};
use super::scene::{Align, Point, Rect, Scene, Type};
use super::style::*;
use super::table::{Table, figure};
use super::{
    ASKED, Asks, Chart, Options, Picture, PlotError, Threshold, asked_of_provinces, axis,
    indicator, known_by_province, national_threshold, with_raking,
};
use crate::base::ends_of;
use crate::results::{Findings, IndicatorInfo, Scope, Summary};
use crate::units::Year;
use crate::words::chart::provinces::{self as words, Standing};
use crate::words::report::{bound_in, bound_of};
use crate::words::{chart, number};

/// Small panels of all provinces for one indicator.
pub struct Provinces;

/// Height of a panel with its gap.
const HIGH: f64 = 84.0;
/// Largest width of a panel with its gap, on a usual page.
const WIDE: f64 = 172.0;
/// Width of a panel, with its gap, below which a narrow page no longer keeps them where they lie.
const LEAST: f64 = 134.0;
/// Panels grow in height with the page, up to this many times.
const TALLER: f64 = 1.5;
/// Gap between panels, sideways and downwards.
const GAP: (f64, f64) = (14.0, 7.0);
/// Height of the line of words over a panel.
const HEAD: f64 = 19.0;
/// Columns and rows the key takes.
const KEY: (u32, u32) = (2, 3);
/// Opacity of the band that holds 8 in 10 futures.
const BAND: f64 = 0.32;

/// One province.
struct Panel<'a> {
    scope: &'a Scope,
    tile: (u32, u32),
    path: Vec<(Year, &'a Summary)>,
    /// Whether its median meets what is asked of the nation.
    meets: bool,
}

struct Story<'a> {
    info: &'a IndicatorInfo,
    year: Year,
    threshold: Option<Threshold>,
    panels: Vec<Panel<'a>>,
    ticks: Vec<f64>,
    years: (Year, Year),
}

impl Chart for Provinces {
    fn id(&self) -> &'static str {
        "provinces"
    }

    fn standard(&self, findings: &Findings) -> Vec<Options> {
        match findings.asked_elsewhere() {
            None => asked_of_provinces(findings),
            Some(_) => Vec::new(),
        }
    }

    fn asks(&self) -> &'static [Asks] {
        &[Asks::Indicator]
    }

    fn draw(&self, findings: &Findings, options: &Options) -> Result<Picture, PlotError> {
        let default = asked_of_provinces(findings).into_iter().next();
        let id = options
            .indicator
            .clone()
            .or(default.and_then(|d| d.indicator))
            .or(findings.indicators.first().map(|i| i.id.clone()))
            .unwrap_or_default();
        let at = indicator(findings, &id)?;
        let name = format!("provinces-{id}");
        let missing = || {
            let reason = chart::nothing_to_map(&id);
            Ok(Picture::not_drawn("provinces", name.clone(), reason))
        };
        let threshold = national_threshold(findings, &id, options.year);
        let last = findings.years.last().copied();
        let Some(year) = options.year.or(threshold.map(|t| t.year)).or(last) else {
            return missing();
        };
        let Some(story) = Story::new(findings, at, year, threshold) else {
            return missing();
        };
        if !known_by_province(findings, &id) {
            return missing();
        }
        let standing = story.threshold.map(|t| Standing {
            asked: bound_in(story.info.unit, t.bound, t.year),
            median: story.panels.iter().filter(|p| p.meets).count(),
            nearly_sure: 0,
            of: story.panels.len(),
        });
        let title = words::panels_title(story.info, story.years, standing.as_ref());
        let subtitle = words::panels_answer(year, standing.as_ref(), story.panels.len());
        let width = options.wide(WIDTH);
        let grid = Grid::on(&story.panels, width);
        let note = if grid.in_order {
            words::PANELS_IN_ORDER_NOTE
        } else {
            words::PANELS_NOTE
        };
        let note = with_raking(&note, findings, &id);
        let mut page = page(
            findings,
            &title,
            &subtitle,
            &note,
            width,
            Height::Body(f64::from(grid.rows) * grid.high + 4.0),
        );
        story.draw(&mut page.scene, page.body, &grid, &findings.currency);
        Ok(Picture {
            chart: "provinces",
            name,
            title,
            subtitle,
            scene: Some(page.scene),
            table: story.table(),
        })
    }
}

/// The cells of the page.
struct Grid {
    /// Column and row of each panel.
    cells: Vec<(u32, u32)>,
    columns: u32,
    rows: u32,
    /// Column and row of the key's upper left cell.
    key: (u32, u32),
    /// Height of a panel with its gap.
    high: f64,
    /// Whether the panels only follow one another, since the page is too narrow for a map.
    in_order: bool,
}

impl Grid {
    /// The cells for a page of this width: those of the map, or row after row of as many as fit.
    fn on(panels: &[Panel], width: f64) -> Grid {
        let room = width - 2.0 * MARGIN;
        let mut map = Grid::of(panels);
        map.high = HIGH * (width / WIDTH).clamp(1.0, TALLER);
        if width >= WIDTH || room / f64::from(map.columns) >= LEAST {
            return map;
        }
        let columns = ((room / LEAST) as u32).max(KEY.0 + 1);
        let mut order: Vec<usize> = (0..panels.len()).collect();
        order.sort_by_key(|at| (panels[*at].tile.1, panels[*at].tile.0));
        let mut free = (0..)
            .flat_map(|row| (0..columns).map(move |column| (column, row)))
            .filter(|(column, row)| *column >= KEY.0 || *row >= KEY.1);
        let mut cells = vec![(0, 0); panels.len()];
        for at in order {
            cells[at] = free.next().expect("rows never end");
        }
        let last = cells.iter().map(|c| c.1 + 1).max().unwrap_or(0);
        Grid {
            cells,
            columns,
            rows: last.max(KEY.1),
            key: (0, 0),
            high: HIGH,
            in_order: true,
        }
    }

    /// The cells that the panels take, with the key where there is an empty corner for it, else in
    /// new columns at the right.
    fn of(panels: &[Panel]) -> Grid {
        let tiles = || panels.iter().map(|p| p.tile);
        let first = (
            tiles().map(|t| t.0).min().unwrap_or(0),
            tiles().map(|t| t.1).min().unwrap_or(0),
        );
        let columns = tiles().map(|t| t.0 - first.0).max().unwrap_or(0) + 1;
        let rows = tiles().map(|t| t.1 - first.1).max().unwrap_or(0) + 1;
        let free = |key: &(u32, u32)| {
            tiles().all(|(x, y)| {
                let (x, y) = (x - first.0, y - first.1);
                x < key.0 || x >= key.0 + KEY.0 || y < key.1 || y >= key.1 + KEY.1
            })
        };
        let inside = (0..(rows + 1).saturating_sub(KEY.1))
            .flat_map(|y| (0..(columns + 1).saturating_sub(KEY.0)).map(move |x| (x, y)))
            .find(free);
        let (columns, rows, key) = match inside {
            Some(key) => (columns, rows, key),
            None => (columns + KEY.0, rows.max(KEY.1), (columns, 0)),
        };
        Grid {
            cells: tiles().map(|t| (t.0 - first.0, t.1 - first.1)).collect(),
            columns,
            rows,
            key,
            high: HIGH,
            in_order: false,
        }
    }
}

impl<'a> Story<'a> {
    /// `None` where no province has both a figure and a place on the map.
    fn new(
        findings: &'a Findings,
        at: usize,
        year: Year,
        threshold: Option<Threshold>,
    ) -> Option<Story<'a>> {
        let mut panels = Vec::new();
        for scope in findings.provinces() {
            let (Some(tile), Some(place)) = (scope.tile, findings.scope(&scope.code)) else {
                continue;
            };
            let path: Vec<(Year, &Summary)> = findings
                .years
                .iter()
                .enumerate()
                .filter_map(|(y, year)| findings.at(place, at, y).map(|s| (*year, s)))
                .collect();
            if !path.is_empty() {
                let meets = threshold.is_some_and(|t| t.met_in(findings, place, at));
                panels.push(Panel {
                    scope,
                    tile,
                    path,
                    meets,
                });
            }
        }
        let points = || panels.iter().flat_map(|p| &p.path);
        let years = (points().map(|p| p.0).min()?, points().map(|p| p.0).max()?);
        let ends = points().flat_map(|(_, s)| [s.percentiles[1], s.percentiles[5]]);
        let (low, high) = ends
            .chain(threshold.into_iter().flat_map(|t| ends_of(t.bound)))
            .filter(|v| v.is_finite())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| {
                (l.min(v), h.max(v))
            });
        Some(Story {
            info: &findings.indicators[at],
            year,
            threshold,
            panels,
            ticks: axis::round_ticks(low, high, 4),
            years,
        })
    }

    /// The year's summary, or the last known.
    fn due_or_last<'b>(&self, panel: &'b Panel<'a>) -> Option<&'b (Year, &'a Summary)> {
        let due = panel.path.iter().find(|(year, _)| *year == self.year);
        due.or(panel.path.last())
    }

    fn draw(&self, scene: &mut Scene, body: Rect, grid: &Grid, currency: &str) {
        let most = WIDE * (scene.width / WIDTH).max(1.0);
        let width = (body.width() / f64::from(grid.columns)).min(most);
        let high = grid.high;
        let cell = |(column, row): (u32, u32)| {
            Rect::sized(
                body.left + f64::from(column) * width,
                body.top + f64::from(row) * high,
                width - GAP.0,
                high - GAP.1,
            )
        };
        for (panel, place) in self.panels.iter().zip(&grid.cells) {
            self.draw_panel(scene, cell(*place), panel);
        }
        let corner = cell(grid.key);
        let key = Rect::sized(
            corner.left,
            corner.top,
            f64::from(KEY.0) * width - GAP.0,
            f64::from(KEY.1) * high - GAP.1,
        );
        self.draw_key(scene, key, currency);
    }

    /// The plot of a panel: years and values become places in it.
    fn scales(&self, plot: Rect) -> (axis::Scale, axis::Scale) {
        let (first, last) = self.years;
        (
            axis::Scale::new(
                (f64::from(first.0), f64::from(last.0)),
                (plot.left + 4.0, plot.right - 4.0),
            ),
            axis::Scale::new(
                (self.ticks[0], self.ticks[self.ticks.len() - 1]),
                (plot.bottom - 1.0, plot.top + 1.0),
            ),
        )
    }

    fn draw_ground(&self, scene: &mut Scene, plot: Rect) {
        let (x, y) = self.scales(plot);
        scene.rect(plot, NO_FIGURE);
        for tick in &self.ticks {
            let level = plot.level(y.at(*tick));
            scene.line(&level, THIN, PAPER, &[]);
        }
        let year = f64::from(self.year.0);
        if self.year > self.years.0 && self.year < self.years.1 {
            let upright = plot.upright(x.at(year));
            scene.line(&upright, THIN, PAPER, &[]);
        }
    }

    fn draw_panel(&self, scene: &mut Scene, place: Rect, panel: &Panel) {
        let plot = Rect {
            top: place.top + HEAD,
            ..place
        };
        let (x, y) = self.scales(plot);
        let at = |year: Year, value: f64| -> Point { (x.at(f64::from(year.0)), y.at(value)) };
        let strong = Type::bold(LABEL, INK);
        let value = self.due_or_last(panel).map_or(String::new(), |(_, s)| {
            number::value(self.info.unit, s.median())
        });
        let room = place.width() - strong.width(&value) - 6.0;
        let baseline = place.top + HEAD - 6.0;
        let name = ellipsis(&panel.scope.name, SMALL, Weight::Normal, room);
        scene.text(
            (place.left, baseline),
            Align::Left,
            Type::normal(SMALL, INK),
            &name,
        );
        scene.text((place.right, baseline), Align::Right, strong, &value);
        self.draw_ground(scene, plot);
        let upper = panel
            .path
            .iter()
            .map(|(year, s)| at(*year, s.percentiles[5]));
        let lower = panel
            .path
            .iter()
            .rev()
            .map(|(year, s)| at(*year, s.percentiles[1]));
        scene.area(upper.chain(lower).collect(), BLUE, BAND);
        if let Some(t) = self.threshold {
            let level = |value: f64| plot.level(y.at(value));
            t.shade(scene, level);
            for end in ends_of(t.bound) {
                scene.line(&level(end), MEDIUM - 0.3, VERMILION, &[4.0, 3.0]);
            }
        }
        let median: Vec<Point> = panel
            .path
            .iter()
            .map(|(year, s)| at(*year, s.median()))
            .collect();
        scene.line(&median, MEDIUM + 0.2, BLUE, &[]);
        if let Some((year, s)) = self.due_or_last(panel) {
            scene.marker(at(*year, s.median()), Shape::Disc, MARKER - 1.0, BLUE);
        }
        if panel.meets {
            scene.outline(plot, 1.5, INK);
        }
    }

    /// A panel with words: what is what, and the numbers of the shared scale.
    fn draw_key(&self, scene: &mut Scene, key: Rect, currency: &str) {
        let quiet = Type::normal(SMALL, QUIET);
        let unit = self.info.unit;
        let labels = axis::tick_labels(&self.ticks, unit);
        let left = labels.iter().map(|l| quiet.width(l)).fold(0.0, f64::max);
        let plot = Rect::sized(
            key.left + left + 8.0,
            key.top + HEAD,
            (key.width() - left - 8.0).min(WIDE - GAP.0),
            HIGH - GAP.1 - HEAD,
        );
        let caption = chart::unit(unit, currency);
        let caption = ellipsis(&caption, SMALL, Weight::Normal, key.width());
        scene.text(
            (key.left, key.top + HEAD - 8.0),
            Align::Left,
            quiet,
            &caption,
        );
        self.draw_ground(scene, plot);
        let (x, y) = self.scales(plot);
        let mut free = f64::INFINITY;
        for (tick, label) in self.ticks.iter().zip(&labels) {
            let place = y.at(*tick);
            if place < free {
                scene.text_centred((plot.left - 6.0, place), Align::Right, quiet, label);
                free = place - leading(SMALL);
            }
        }
        let mut free = plot.left - 30.0;
        let mut years = vec![self.years.0, self.year, self.years.1];
        years.sort();
        years.dedup();
        for year in years {
            let label = year.to_string();
            let half = quiet.width(&label) / 2.0;
            let place = x.at(f64::from(year.0)).min(key.right - half);
            let place = place.max(plot.left + half);
            if place - half > free && year >= self.years.0 && year <= self.years.1 {
                scene.text((place, plot.bottom + 15.0), Align::Middle, quiet, &label);
                free = place + half + 6.0;
            }
        }
        let bound = self.threshold.map(|t| bound_of(unit, t.bound));
        let lines = words::panels_key(self.year, bound.as_deref());
        let shown = if bound.is_some() { 4 } else { 2 };
        let mut baseline = plot.bottom + 42.0;
        for (at, text) in lines.iter().enumerate().take(shown) {
            let sample = Rect::sized(key.left, baseline - 11.0, 24.0, 13.0);
            let (_, middle) = sample.centre();
            let level = sample.level(middle);
            let colour = match at {
                0 => {
                    scene.line(&level, MEDIUM + 0.2, BLUE, &[]);
                    scene.marker(sample.centre(), Shape::Disc, MARKER - 1.0, BLUE);
                    INK
                }
                1 => {
                    let corners = vec![
                        (sample.left, sample.top),
                        (sample.right, sample.top),
                        (sample.right, sample.bottom),
                        (sample.left, sample.bottom),
                    ];
                    scene.area(corners, BLUE, BAND);
                    INK
                }
                2 => {
                    // The ends of a band are its upper and its lower edge.
                    let band = self.threshold.is_some_and(|t| t.bound.2.up_to.is_some());
                    let levels = match band {
                        true => vec![sample.level(sample.top), sample.level(sample.bottom)],
                        false => vec![level],
                    };
                    if let [top, bottom] = levels[..] {
                        let corners = vec![top[0], top[1], bottom[1], bottom[0]];
                        scene.area(corners, VERMILION, ASKED);
                    }
                    for level in &levels {
                        scene.line(level, MEDIUM - 0.3, VERMILION, &[4.0, 3.0]);
                    }
                    VERMILION_INK
                }
                _ => {
                    scene.outline(sample.grown(-1.0), 1.5, INK);
                    INK
                }
            };
            let letters = Type::normal(SMALL, colour);
            let room = key.width() - 32.0;
            for line in wrap_at_most(text, SMALL, letters.weight, room, 2) {
                scene.text((key.left + 32.0, baseline), Align::Left, letters, &line);
                baseline += leading(SMALL);
            }
            baseline += 6.0;
        }
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&[
            "province",
            "name",
            "indicator",
            "year",
            "p10",
            "p50",
            "p90",
            "national_threshold",
        ]);
        for panel in &self.panels {
            for (year, s) in &panel.path {
                table.row(&[
                    ("province", panel.scope.code.clone()),
                    ("name", panel.scope.name.en.clone()),
                    ("indicator", self.info.id.clone()),
                    ("year", year.to_string()),
                    ("p10", figure(s.percentiles[1])),
                    ("p50", figure(s.median())),
                    ("p90", figure(s.percentiles[5])),
                    (
                        "national_threshold",
                        self.threshold.map_or(String::new(), |t| figure(t.bound.1)),
                    ),
                ]);
            }
        }
        table
    }
}
