//! Provinces stand in a row from the highest median to the lowest, each with the range that holds 8 in
//! 10 of its futures, the nation's threshold through all of them, and their own targets.

use super::measure::{Weight, ellipsis};
use super::page::{Height, page};
use super::scene::{Align, Point, Rect, Scene, Type};
use super::style::*;
use super::table::{Table, figure};
use super::{
    Asks, Chart, Options, Picture, PlotError, Threshold, asked_of_provinces, axis, indicator,
    known_by_province, nation, national_threshold, rank_of_asked, shape_of, shown, with_raking,
};
use crate::base::{TargetStatus, ends_of};
use crate::results::{Findings, IndicatorInfo, Scope, ScopeKind, Summary, TargetAnswer};
use crate::said::Told;
use crate::units::Year;
use crate::words::chart::provinces::{self as words, Standing};
use crate::words::report::bound_in;
use crate::words::{chart, number};

/// Provinces ranked with intervals and targets.
pub struct Ranking;

/// Height of a row.
const ROW: f64 = 21.0;
/// Height of a range's bar.
const BAR: f64 = 9.0;
/// Widest name of a province.
const NAME_ROOM: f64 = 190.0;
/// Least room of the bars: the nation's threshold is told over them while it is no longer than this.
const BARS: (f64, f64) = (180.0, 300.0);
/// Opacity of a range's bar.
const BAR_ALPHA: f64 = 0.30;

/// One row: a province, or the nation between them.
struct Row<'a> {
    scope: &'a Scope,
    name: &'a Told,
    nation: bool,
    summary: &'a Summary,
    /// Rank of its region among the regions of the picture.
    region: Option<usize>,
    targets: Vec<&'a TargetAnswer>,
    /// Whether its median meets what is asked of the nation.
    meets: bool,
    /// The targets of its own that its median meets.
    own_met: usize,
}

/// The words of all rows, and the room each column needs.
struct Columns {
    names: Vec<String>,
    /// Medians and ranges.
    values: Vec<(String, String)>,
    own: Vec<String>,
    name_room: f64,
    median_room: f64,
    value_room: f64,
    own_room: f64,
}

impl Columns {
    /// The least width of a page that leaves the bars a room of their own.
    fn least(&self, story: &Story) -> f64 {
        let label = story.threshold.map_or(0.0, |t| {
            let label = words::nation_threshold(story.info.unit, t.bound, t.year);
            Type::bold(LABEL, VERMILION_INK).width(&label)
        });
        let plot = label.clamp(BARS.0, BARS.1) + 4.0;
        let beside = self.name_room + 12.0 + self.value_room + self.own_room + 16.0;
        (plot + beside + 2.0 * MARGIN).ceil()
    }
}

/// Everything one ranking shows.
struct Story<'a> {
    info: &'a IndicatorInfo,
    year: Year,
    threshold: Option<Threshold>,
    rows: Vec<Row<'a>>,
    /// Names of the regions, in the order of the findings; empty where shapes would not tell them apart.
    regions: Vec<String>,
}

impl Chart for Ranking {
    fn id(&self) -> &'static str {
        "ranking"
    }

    fn standard(&self, findings: &Findings) -> Vec<Options> {
        asked_of_provinces(findings)
    }

    fn asks(&self) -> &'static [Asks] {
        &[Asks::Indicator, Asks::Year]
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
        let threshold = national_threshold(findings, &id, options.year);
        let last = findings.years.last().copied();
        let Some(year) = options.year.or(threshold.map(|t| t.year)).or(last) else {
            return Ok(missing(&id));
        };
        let story = Story::new(findings, at, year, threshold);
        if !known_by_province(findings, &id) || story.provinces().count() < 2 {
            return Ok(missing(&id));
        }
        let standing = story.standing(findings);
        let here = rank_of_asked(findings, at, year);
        let title = words::ranking_title(story.info, year, standing.as_ref(), here);
        let subtitle = story.answer(standing.as_ref());
        let columns = story.columns();
        let width = match options.width {
            Some(_) => options.wide(WIDTH).max(columns.least(&story)),
            None => WIDTH,
        };
        let legend = story.legend(width - 2.0 * MARGIN);
        let lines = legend.last().map_or(0.0, |(_, row, _)| row + 1.0);
        let head = lines * 20.0 + 30.0;
        let body = head + story.rows.len() as f64 * ROW + 44.0;
        let mut page = page(
            findings,
            &title,
            &subtitle,
            &with_raking(&words::RANKING_NOTE, findings, &id),
            width,
            Height::Body(body),
        );
        story.draw(
            &mut page.scene,
            page.body,
            head,
            (&legend, &columns),
            findings,
        );
        Ok(Picture {
            chart: "ranking",
            name: format!("ranking-{id}-{year}"),
            title,
            subtitle,
            scene: Some(page.scene),
            table: story.table(),
        })
    }
}

fn missing(id: &str) -> Picture {
    Picture::not_drawn(
        "ranking",
        format!("ranking-{id}"),
        words::nothing_to_rank(id),
    )
}

impl<'a> Story<'a> {
    fn new(
        findings: &'a Findings,
        at: usize,
        year: Year,
        threshold: Option<Threshold>,
    ) -> Story<'a> {
        let info = &findings.indicators[at];
        let mut codes: Vec<&str> = Vec::new();
        for code in findings.provinces().filter_map(|p| p.region.as_deref()) {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        if codes.len() > REGIONS.len() || codes.len() < 2 {
            codes.clear();
        }
        let y = findings.years.iter().position(|y| *y == year);
        let mut rows: Vec<Row> = Vec::new();
        for (place, scope) in findings.scopes.iter().enumerate() {
            let nation = scope.code == nation(findings);
            if scope.kind != ScopeKind::Province && !nation {
                continue;
            }
            let Some(summary) = y.and_then(|y| findings.at(place, at, y)) else {
                continue;
            };
            let mut targets: Vec<&TargetAnswer> = Vec::new();
            for target in shown(findings, &scope.code).filter(|_| !nation) {
                let asked = target.indicator == info.id && target.year == year;
                if asked && targets.iter().all(|t| t.bound() != target.bound()) {
                    targets.push(target);
                }
            }
            targets.sort_by_key(|t| t.status != TargetStatus::Adopted);
            let own = targets.iter().map(|t| Threshold {
                bound: t.bound(),
                year: t.year,
            });
            let own_met = own.filter(|t| t.met_in(findings, place, at)).count();
            let region = scope.region.as_deref();
            rows.push(Row {
                scope,
                name: match nation {
                    true => &findings.country,
                    false => &scope.name,
                },
                nation,
                summary,
                region: region.and_then(|r| codes.iter().position(|c| *c == r)),
                targets,
                meets: threshold.is_some_and(|t| t.met_in(findings, place, at)),
                own_met,
            });
        }
        rows.sort_by(|a, b| {
            let (x, y) = (a.summary.median(), b.summary.median());
            y.total_cmp(&x).then(a.scope.code.cmp(&b.scope.code))
        });
        let regions = codes
            .iter()
            .map(|code| {
                findings.scope(code).map_or_else(
                    || code.replace('-', " "),
                    |s| findings.scopes[s].name.to_string(),
                )
            })
            .collect();
        Story {
            info,
            year,
            threshold,
            rows,
            regions,
        }
    }

    fn provinces(&self) -> impl Iterator<Item = &Row<'a>> {
        self.rows.iter().filter(|r| !r.nation)
    }

    fn standing(&self, findings: &Findings) -> Option<Standing> {
        self.threshold.map(|t| Standing {
            asked: bound_in(self.info.unit, t.bound, t.year),
            median: self.provinces().filter(|r| r.meets).count(),
            nearly_sure: self
                .provinces()
                .filter_map(|r| t.of_province(findings, (&r.scope.code, &self.info.id)))
                .filter(|row| row.probability.value >= 0.9)
                .count(),
            of: self.provinces().count(),
        })
    }

    fn answer(&self, standing: Option<&Standing>) -> String {
        let unit = self.info.unit;
        let named = |row: &Row| {
            (
                row.name.to_string(),
                number::value(unit, row.summary.median()),
            )
        };
        let ends = self
            .provinces()
            .next()
            .zip(self.provinces().last())
            .map(|(high, low)| [named(high), named(low)])
            .filter(|[high, low]| high.1 != low.1);
        let own = self.provinces().map(|row| (row.targets.len(), row.own_met));
        let (all, reached) = own.fold((0, 0), |(n, k), (all, met)| (n + all, k + met));
        words::ranking_answer(standing, ends, (reached, all))
    }

    /// The regions' names in lines no wider than `room`: left edge, line, rank.
    fn legend(&self, room: f64) -> Vec<(f64, f64, usize)> {
        let letters = Type::normal(SMALL, INK);
        let (mut x, mut line) = (0.0, 0.0);
        let mut places = Vec::new();
        for (rank, name) in self.regions.iter().enumerate() {
            let width = 16.0 + letters.width(&ellipsis(name, SMALL, Weight::Normal, room - 16.0));
            if x > 0.0 && x + width > room {
                (x, line) = (0.0, line + 1.0);
            }
            places.push((x, line, rank));
            x += width + 22.0;
        }
        places
    }

    /// The words beside the bars.
    fn columns(&self) -> Columns {
        let unit = self.info.unit;
        let strong = Type::bold(LABEL, INK);
        let quiet = Type::normal(SMALL, QUIET);
        let own_letters = Type::normal(SMALL, VERMILION_INK);
        let names: Vec<String> = self
            .rows
            .iter()
            .map(|r| ellipsis(r.name, LABEL, Weight::Bold, NAME_ROOM))
            .collect();
        let name_room = names.iter().map(|n| strong.width(n)).fold(0.0, f64::max);
        let values: Vec<(String, String)> = self
            .rows
            .iter()
            .map(|r| {
                let [low, high] = [1, 5].map(|at| r.summary.percentiles[at]);
                (
                    number::value(unit, r.summary.median()),
                    words::range(unit, low, high),
                )
            })
            .collect();
        let own: Vec<String> = self
            .rows
            .iter()
            .map(|r| {
                let all: Vec<String> = r
                    .targets
                    .iter()
                    .map(|t| words::own_target(t, unit))
                    .collect();
                ellipsis(&all.join(", "), SMALL, Weight::Normal, 150.0)
            })
            .collect();
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let median_room = widest(&mut values.iter().map(|(m, _)| strong.width(m)));
        let range_room = widest(&mut values.iter().map(|(_, r)| quiet.width(r)));
        let value_room = (median_room + 6.0 + range_room).max(quiet.width(&words::RANKING_COLUMN));
        let own_room = widest(&mut own.iter().map(|o| own_letters.width(o)));
        let own_room = if own_room > 0.0 {
            own_room.max(own_letters.width(&words::OWN_TARGET_COLUMN)) + 16.0
        } else {
            0.0
        };
        Columns {
            names,
            values,
            own,
            name_room,
            median_room,
            value_room,
            own_room,
        }
    }

    fn draw(
        &self,
        scene: &mut Scene,
        body: Rect,
        head: f64,
        (legend, columns): (&[(f64, f64, usize)], &Columns),
        findings: &Findings,
    ) {
        let unit = self.info.unit;
        let quiet = Type::normal(SMALL, QUIET);
        let own_letters = Type::normal(SMALL, VERMILION_INK);
        for (x, line, rank) in legend {
            let (colour, shape) = REGIONS[*rank];
            let y = body.top + 8.0 + line * 20.0;
            scene.marker((body.left + x + 5.0, y), shape, MARKER, colour);
            let name = &self.regions[*rank];
            let name = ellipsis(name, SMALL, Weight::Normal, body.width() - 16.0);
            scene.text_centred(
                (body.left + x + 16.0, y),
                Align::Left,
                Type::normal(SMALL, INK),
                &name,
            );
        }

        let Columns {
            name_room,
            value_room,
            own_room,
            ..
        } = *columns;
        let plot = Rect {
            left: body.left + name_room + 12.0,
            top: body.top + head,
            right: body.right - value_room - own_room - 16.0,
            bottom: body.top + head + self.rows.len() as f64 * ROW,
        };
        let ticks = self.levels(axis::ticks_at(scene.width, 6));
        let x = axis::Scale::new(
            (ticks[0], ticks[ticks.len() - 1]),
            (plot.left + 8.0, plot.right - 8.0),
        );
        axis::draw_values(scene, plot, &x, &ticks, unit);
        scene.text(
            ((plot.left + plot.right) / 2.0, plot.bottom + 36.0),
            Align::Middle,
            quiet,
            &chart::unit(unit, &findings.currency),
        );
        let column = plot.right + 16.0;
        let baseline = plot.top - 9.0;
        scene.text(
            (column, baseline),
            Align::Left,
            quiet,
            &words::RANKING_COLUMN,
        );
        if own_room > 0.0 {
            let place = (body.right - own_room + 16.0, baseline);
            scene.text(place, Align::Left, own_letters, &words::OWN_TARGET_COLUMN);
        }
        self.draw_threshold(scene, plot, &x);
        for at in 0..self.rows.len() {
            self.draw_row(scene, (plot, body.right), &x, (at, columns));
        }
    }

    /// What is asked of the nation, through all rows.
    fn draw_threshold(&self, scene: &mut Scene, plot: Rect, x: &axis::Scale) {
        let baseline = plot.top - 9.0;
        let unit = self.info.unit;
        if let Some(t) = self.threshold {
            let upright = |value: f64| {
                let place = x.at(value);
                [(place, plot.top - 4.0), (place, plot.bottom)]
            };
            t.shade(scene, upright);
            for end in ends_of(t.bound) {
                scene.line(&upright(end), MEDIUM, VERMILION, TARGET_DASH);
            }
            let ends: Vec<f64> = ends_of(t.bound).map(|end| x.at(end)).collect();
            let place = ends.iter().sum::<f64>() / ends.len() as f64;
            let letters = Type::bold(LABEL, VERMILION_INK);
            let room = plot.right - plot.left;
            let label = words::nation_threshold(unit, t.bound, t.year);
            let label = ellipsis(&label, LABEL, Weight::Bold, room);
            let half = letters.width(&label) / 2.0;
            let middle = place.min(plot.right - half).max(plot.left + half);
            scene.text((middle, baseline), Align::Middle, letters, &label);
        }
    }

    /// One row: its name, its range and median, its own targets, and the words beside it.
    fn draw_row(
        &self,
        scene: &mut Scene,
        (plot, right): (Rect, f64),
        x: &axis::Scale,
        (at, columns): (usize, &Columns),
    ) {
        let (normal, strong) = (Type::normal(LABEL, INK), Type::bold(LABEL, INK));
        let quiet = Type::normal(SMALL, QUIET);
        let own_letters = Type::normal(SMALL, VERMILION_INK);
        let Columns {
            names,
            values,
            own,
            median_room,
            own_room,
            ..
        } = columns;
        let own_room = *own_room;
        let column = plot.right + 16.0;
        let row = &self.rows[at];
        let y = plot.top + (at as f64 + 0.5) * ROW;
        let letters = if row.nation { strong } else { normal };
        scene.text_centred((plot.left - 12.0, y), Align::Right, letters, &names[at]);
        let [low, median, high] = [1, 3, 5].map(|p| x.at(row.summary.percentiles[p]));
        let bar = Rect::sized(low, y - BAR / 2.0, (high - low).max(1.0), BAR);
        let corners = vec![
            (bar.left, bar.top),
            (bar.right, bar.top),
            (bar.right, bar.bottom),
            (bar.left, bar.bottom),
        ];
        scene.area(corners, BLUE, BAR_ALPHA);
        match row.region.map(|r| REGIONS[r]) {
            Some((colour, shape)) => scene.marker((median, y), shape, MARKER, colour),
            None if row.nation => {
                let stroke = [(median, y - 8.0), (median, y + 8.0)];
                scene.line(&stroke, THICK + 0.6, INK, &[]);
            }
            None => scene.marker((median, y), Shape::Disc, MARKER, INK),
        }
        for target in &row.targets {
            let shape = shape_of(target.status);
            let ends: Vec<Point> = ends_of(target.bound()).map(|v| (x.at(v), y)).collect();
            scene.line(&ends, MEDIUM, VERMILION, &[]);
            for end in ends {
                scene.marker(end, shape, MARKER, VERMILION);
            }
        }
        let (median, range) = &values[at];
        let edge = column + *median_room;
        scene.text_centred((edge, y), Align::Right, letters, median);
        scene.text_centred((edge + 6.0, y), Align::Left, quiet, range);
        if own_room > 0.0 {
            let place = (right - own_room + 16.0, y);
            scene.text_centred(place, Align::Left, own_letters, &own[at]);
        }
    }

    /// Round numbers over ranges, threshold and targets; from zero where zero is near.
    fn levels(&self, count: usize) -> Vec<f64> {
        let ranges = self
            .rows
            .iter()
            .flat_map(|r| [r.summary.percentiles[1], r.summary.percentiles[5]]);
        let own = self
            .rows
            .iter()
            .flat_map(|r| &r.targets)
            .flat_map(|t| ends_of(t.bound()));
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in ranges
            .chain(own)
            .chain(self.threshold.into_iter().flat_map(|t| ends_of(t.bound)))
            .filter(|v| v.is_finite())
        {
            low = low.min(value);
            high = high.max(value);
        }
        if low > 0.0 && low < 0.3 * high {
            low = 0.0;
        }
        axis::round_ticks(low, high, count)
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&[
            "rank",
            "place",
            "name",
            "region",
            "indicator",
            "year",
            "p10",
            "p50",
            "p90",
            "national_threshold",
            "own_target",
            "own_target_status",
            "own_target_probability",
            "own_target_document",
        ]);
        let mut rank = 0;
        for row in &self.rows {
            rank += usize::from(!row.nation);
            let base = [
                (
                    "rank",
                    if row.nation {
                        String::new()
                    } else {
                        rank.to_string()
                    },
                ),
                ("place", row.scope.code.clone()),
                ("name", row.name.en.clone()),
                ("region", row.scope.region.clone().unwrap_or_default()),
                ("indicator", self.info.id.clone()),
                ("year", self.year.to_string()),
                ("p10", figure(row.summary.percentiles[1])),
                ("p50", figure(row.summary.median())),
                ("p90", figure(row.summary.percentiles[5])),
                (
                    "national_threshold",
                    self.threshold.map_or(String::new(), |t| figure(t.bound.1)),
                ),
            ];
            if row.targets.is_empty() {
                table.row(&base);
            }
            for target in &row.targets {
                let mut cells = base.to_vec();
                cells.push(("own_target", figure(target.threshold)));
                cells.push((
                    "own_target_status",
                    format!("{:?}", target.status).to_lowercase(),
                ));
                if let Some(p) = target.probability {
                    cells.push(("own_target_probability", figure(p.value)));
                }
                cells.push(("own_target_document", target.document.en.clone()));
                table.row(&cells);
            }
        }
        table
    }
}
