//! A ratio opens like a fan: published years as points, then the futures as a median and bands, with
//! the targets set for it.

use super::key::{Key, Sample};
use super::measure::{leading, wrap_at_most};
use super::page::{Height, page};
use super::place::{Placer, Side, leader, spread};
use super::scene::{Align, Point, Rect, Scene, Type};
use super::style::*;
use super::table::{Table, figure};
use super::{
    Asks, Chart, Options, Picture, PlotError, axis, file_name, headline, indicator, nation,
    shade_band, shape_of, shown, stock_of, times,
};
use crate::base::tracked::is_milestone;
use crate::base::{HistoryPoint, ends_of};
use crate::results::{Findings, IndicatorInfo, Scope, Summary, TargetAnswer, Unit};
use crate::units::Year;
use crate::words::figures::counted;
use crate::words::{chart as words, data};

/// History, median, bands of 50, 80 and 95 % and targets of one indicator in one place.
pub struct Fan;

/// Widest label of a published series.
const SERIES_ROOM: f64 = 230.0;
/// Length of the leaders between the fan's end and its labels.
const LEADER: f64 = 16.0;

/// Where a value stands at the end of a year.
type At<'a> = &'a dyn Fn(Year, f64) -> Point;
/// Where a value stands when a target is due.
type Due<'a> = &'a dyn Fn(&TargetAnswer, f64) -> Point;

impl Chart for Fan {
    fn id(&self) -> &'static str {
        "fan"
    }

    /// One for each indicator that has a headline target, a published past, or a stock in the ledger;
    /// where none has, for each ratio per 10,000 people.
    fn standard(&self, findings: &Findings) -> Vec<Options> {
        let nation = nation(findings);
        let open = |id: &str| findings.info(id).is_some_and(|i| i.open_between.is_some());
        let belongs = |id: &str| {
            // A spread over ways that no figure decides between is no forecast.
            !open(id)
                && (headline(findings, id).is_some()
                    || findings
                        .history
                        .iter()
                        .any(|h| h.scope == nation && h.indicator == findings.plain(id))
                    || stock_of(findings, id)
                        .is_some_and(|stock| findings.ledger.iter().any(|l| l.stock == stock)))
        };
        let some = findings.indicators.iter().any(|i| belongs(&i.id));
        // What is asked of other places than the nation comes first, and alone where all is.
        let mut own: Vec<Options> = Vec::new();
        let asked = findings.headlines().filter(|a| a.scope != nation);
        let asked = asked.filter(|a| a.probability.is_some() && !is_milestone(&a.indicator));
        for target in asked {
            let options = Options {
                indicator: Some(target.indicator.clone()),
                scope: Some(target.scope.clone()),
                ..Options::default()
            };
            if !own.contains(&options) {
                own.push(options);
            }
        }
        if findings.asked_elsewhere().is_some() && !own.is_empty() {
            return own;
        }
        let nations = findings
            .indicators
            .iter()
            .filter(|i| {
                if some {
                    belongs(&i.id)
                } else {
                    i.unit == Unit::Per10k
                }
            })
            .map(|i| Options {
                indicator: Some(i.id.clone()),
                ..Options::default()
            });
        own.into_iter().chain(nations).collect()
    }

    fn asks(&self) -> &'static [Asks] {
        &[Asks::Indicator, Asks::Scope]
    }

    fn draw(&self, findings: &Findings, options: &Options) -> Result<Picture, PlotError> {
        let default = findings.indicators.first().map_or("", |i| i.id.as_str());
        let at = indicator(findings, options.indicator.as_deref().unwrap_or(default))?;
        let info = &findings.indicators[at];
        let code = options.scope.as_deref().unwrap_or_else(|| nation(findings));
        let local = Some(code).filter(|code| *code != nation(findings));
        let name = name(&info.id, local);
        if is_milestone(&info.id) {
            let why = words::reached_or_not(&info.title);
            return Ok(Picture::not_drawn("fan", name, why));
        }
        let place = findings
            .scope(code)
            .ok_or_else(|| PlotError::Unknown(words::unknown_code("place", code)))?;
        let scope = &findings.scopes[place];
        // As the place itself counts, where its targets are judged on that: the line and the futures under
        // it are then of one count.
        let own = findings.own_count(&info.id, code);
        let told: Vec<(Year, Summary)> = findings
            .years
            .iter()
            .enumerate()
            .filter_map(|(y, year)| {
                let summary = findings.at(place, at, y)?;
                Some((
                    *year,
                    own.map_or(*summary, |own| times(summary, own.factor())),
                ))
            })
            .collect();
        let path: Vec<(Year, &Summary)> = told.iter().map(|(y, s)| (*y, s)).collect();
        let (Some(first), Some(last)) = (path.first(), path.last()) else {
            return Ok(Picture::not_drawn(
                "fan",
                name,
                words::nothing_to_fan(&info.id, data::spoken(&scope.name)),
            ));
        };
        let story = Story::new(findings, info, scope, &path, first.0);
        let answered = story.answered();
        let asked = answered.map_or(last.0, |t| t.year);
        let summary = path
            .iter()
            .find(|(y, _)| *y == asked)
            .map_or(last.1, |(_, s)| s);
        let place_name = match local {
            None => findings.country.text(),
            Some(_) => scope.name.as_str(),
        };
        let title = words::fan_title(info, place_name, answered);
        let subtitle = words::fan_answer(info, answered, asked, summary);
        let subtitle = match own {
            None => subtitle,
            Some(own) => format!("{subtitle} {}", counted(own)),
        };
        let width = options.wide(WIDTH);
        let key = story.key(width);
        let height = Height::Page(tall(width) + key.height());
        let mut page = page(findings, &title, &subtitle, "", width, height);
        story.draw(&mut page.scene, page.body, &findings.currency, &key);
        Ok(Picture {
            chart: "fan",
            name,
            title,
            subtitle,
            scene: Some(page.scene),
            table: story.table(),
        })
    }
}

/// Name of the fan of an indicator: of the nation, or of a place by its code.
pub fn name(indicator: &str, place: Option<&str>) -> String {
    let indicator = file_name(indicator);
    match place {
        Some(code) => format!("fan-{indicator}-{code}"),
        None => format!("fan-{indicator}"),
    }
}

/// What one fan tells.
struct Story<'a> {
    info: &'a IndicatorInfo,
    path: &'a [(Year, &'a Summary)],
    base: Year,
    series: Vec<(&'a str, Vec<&'a HistoryPoint>)>,
    targets: Vec<&'a TargetAnswer>,
}

impl<'a> Story<'a> {
    fn new(
        findings: &'a Findings,
        info: &'a IndicatorInfo,
        scope: &Scope,
        path: &'a [(Year, &'a Summary)],
        base: Year,
    ) -> Self {
        let mut series: Vec<(&str, Vec<&HistoryPoint>)> = Vec::new();
        for point in &findings.history {
            if point.scope == scope.code && point.indicator == info.plain() {
                match series.iter_mut().find(|(name, _)| *name == point.series) {
                    Some((_, points)) => points.push(point),
                    None => series.push((&point.series, vec![point])),
                }
            }
        }
        for (_, points) in &mut series {
            points.sort_by_key(|p| p.year);
        }
        series.sort_by_key(|(_, points)| std::cmp::Reverse(points.last().map(|p| p.year)));
        let last = path.last().map_or(base, |(year, _)| *year);
        let mut targets: Vec<&TargetAnswer> = Vec::new();
        for target in shown(findings, &scope.code) {
            let within = target.indicator == info.id && target.year >= base && target.year <= last;
            let mut known = targets.iter();
            let twin = known.any(|t| (t.year, t.bound()) == (target.year, target.bound()));
            if within && !twin {
                targets.push(target);
            }
        }
        targets.sort_by_key(|t| t.year);
        Story {
            info,
            path,
            base,
            series,
            targets,
        }
    }

    /// The target the subtitle answers: a headline one before others, the last due among them.
    fn answered(&self) -> Option<&'a TargetAnswer> {
        let answered = self.targets.iter().filter(|t| t.probability.is_some());
        answered.max_by_key(|t| (t.headline, t.year)).copied()
    }

    fn first_year(&self) -> Year {
        let years = self
            .series
            .iter()
            .flat_map(|(_, points)| points)
            .map(|p| p.year);
        years.chain([self.base]).min().unwrap_or(self.base)
    }

    fn last_year(&self) -> Year {
        let years = self
            .series
            .iter()
            .flat_map(|(_, points)| points)
            .map(|p| p.year);
        years
            .chain(self.path.iter().map(|(y, _)| *y))
            .max()
            .unwrap_or(self.base)
    }

    /// Round numbers over everything that is drawn; from zero where zero is near.
    fn levels(&self) -> Vec<f64> {
        let simulated = self
            .path
            .iter()
            .flat_map(|(_, s)| [s.percentiles[0], s.percentiles[6]]);
        let published = self
            .series
            .iter()
            .flat_map(|(_, points)| points)
            .map(|p| p.value);
        let wanted = self.targets.iter().flat_map(|t| ends_of(t.bound()));
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in simulated
            .chain(published)
            .chain(wanted)
            .filter(|v| v.is_finite())
        {
            low = low.min(value);
            high = high.max(value);
        }
        if low > 0.0 && low < 0.4 * high {
            low = 0.0;
        }
        axis::round_ticks(low, high, 6)
    }

    /// What the markers are, where a page narrower than usual may lack the room beside them.
    fn key(&self, width: f64) -> Key {
        let mut key = Key::default();
        if width < WIDTH {
            let room = width - 2.0 * MARGIN;
            for target in &self.targets {
                let letters = Type::bold(LABEL, VERMILION_INK);
                let label = words::target_label(target, self.info.unit);
                let sample = Sample::Marker(VERMILION, shape_of(target.status));
                key.add(room, sample, &[(letters, &label)]);
            }
            for (rank, (name, _)) in self.series.iter().enumerate() {
                let (colour, shape) = SERIES[rank % SERIES.len()];
                let letters = Type::normal(SMALL, INK);
                key.add(
                    room,
                    Sample::Marker(colour, shape),
                    &[(letters, data::spoken(name))],
                );
            }
        }
        key
    }

    fn draw(&self, scene: &mut Scene, body: Rect, currency: &str, key: &Key) {
        let unit = self.info.unit;
        key.draw(scene, body);
        let body = Rect {
            bottom: body.bottom - key.height(),
            ..body
        };
        let ticks = self.levels();
        let bold = Type::bold(LABEL, BLUE);
        let quiet = Type::normal(SMALL, QUIET);
        let Some((_, end)) = self.path.last() else {
            return;
        };
        let median = words::median_label(unit, end.median());
        let labels = words::BAND_LABELS
            .iter()
            .map(|l| quiet.width(l))
            .fold(bold.width(&median), f64::max);
        let plot = Rect {
            left: body.left + axis::level_room(&ticks, unit),
            top: body.top + 34.0,
            right: body.right - labels - LEADER - 6.0,
            bottom: body.bottom - 24.0,
        };
        let years = (self.first_year(), self.last_year());
        let x = axis::Scale::new(
            (f64::from(years.0.0), f64::from(years.1.0)),
            (plot.left + 8.0, plot.right),
        );
        let (bottom, top) = (ticks[0], ticks[ticks.len() - 1]);
        let y = axis::Scale::new((bottom, top), (plot.bottom, plot.top));
        let at = |year: Year, value: f64| -> Point { (x.at(f64::from(year.0)), y.at(value)) };
        // Year-ends stand at their years: the end of June lies halfway before.
        let due = |target: &TargetAnswer, value: f64| -> Point {
            let time = f64::from(target.year.0) - 1.0 + target.form.part_of_year();
            (x.at(time), y.at(value))
        };

        scene.text(
            (body.left, body.top + SMALL),
            Align::Left,
            quiet,
            &words::unit(unit, currency),
        );
        axis::draw_levels(scene, plot, &y, &ticks, unit);
        axis::draw_years(
            scene,
            plot,
            &x,
            &axis::year_ticks(years.0, years.1, plot.width()),
        );
        let now = x.at(f64::from(self.base.0));
        if years.0 < self.base {
            draw_now(scene, plot, now);
        }

        for (band, alpha) in BANDS.iter().enumerate() {
            let upper = self
                .path
                .iter()
                .map(|(year, s)| at(*year, s.percentiles[6 - band]));
            let lower = self
                .path
                .iter()
                .rev()
                .map(|(year, s)| at(*year, s.percentiles[band]));
            scene.area(upper.chain(lower).collect(), BLUE, *alpha);
        }
        let line = |rank: usize| -> Vec<Point> {
            self.path
                .iter()
                .map(|(year, s)| at(*year, s.percentiles[rank]))
                .collect()
        };
        let mut placer = Placer::new(Rect {
            left: plot.left + 2.0,
            right: plot.right - 2.0,
            ..plot
        });
        for rank in 0..7 {
            placer.avoid_line(&line(rank));
        }
        placer.block_line(&plot.upright(now));
        if let Some(target) = self.answered().or(self.targets.last().copied()) {
            // What must hold from a year on is drawn from there.
            let from = target.form.from.unwrap_or(self.base).max(self.base);
            let line = |value: f64| [at(from, value), due(target, value)];
            shade_band(scene, target.bound(), line);
            for end in ends_of(target.bound()) {
                scene.line(&line(end), MEDIUM, VERMILION, TARGET_DASH);
                placer.avoid_line(&line(end));
            }
        }
        scene.line(&line(3), THICK, BLUE, &[]);
        self.draw_points(scene, &mut placer, (&at, &due));
        if key.height() == 0.0 {
            self.draw_names(scene, &mut placer, (&at, &due));
        }
        self.draw_ends(scene, plot, &y, end, &median);
    }

    /// Published points and targets.
    fn draw_points(&self, scene: &mut Scene, placer: &mut Placer, (at, due): (At<'_>, Due<'_>)) {
        let around = |(x, y): Point, r: f64| Rect::sized(x - r, y - r, 2.0 * r, 2.0 * r);
        for (rank, (_, points)) in self.series.iter().enumerate() {
            let (colour, shape) = SERIES[rank % SERIES.len()];
            for point in points {
                let place = at(point.year, point.value);
                scene.marker(place, shape, MARKER, colour);
                placer.block(around(place, MARKER + 1.0));
            }
        }
        for target in &self.targets {
            for end in ends_of(target.bound()) {
                let place = due(target, end);
                scene.marker(place, shape_of(target.status), MARKER + 1.0, VERMILION);
                placer.block(around(place, MARKER + 3.0));
            }
        }
    }

    /// The labels of targets and published points, where there is room.
    fn draw_names(&self, scene: &mut Scene, placer: &mut Placer, (at, due): (At<'_>, Due<'_>)) {
        // The target of the subtitle finds its place first.
        let first = self.answered();
        let rest = self
            .targets
            .iter()
            .copied()
            .filter(|t| first.is_none_or(|f| f.id != t.id));
        for target in first.into_iter().chain(rest) {
            let letters = Type::bold(LABEL, VERMILION_INK);
            let label = words::target_label(target, self.info.unit);
            // Of a band over its upper end, where fewer futures lie.
            let upper = ends_of(target.bound()).fold(f64::NEG_INFINITY, f64::max);
            let place = due(target, upper);
            let size = (letters.width(&label), leading(LABEL));
            if let Some(room) = placer.place(
                place,
                size,
                &[Side::Above, Side::Left, Side::Below, Side::Right],
            ) {
                lead(scene, place, room);
                scene.text((room.left, room.top + LABEL), Align::Left, letters, &label);
            }
        }
        // A marker of its own beside a name would be read as one more figure.
        for (name, points) in &self.series {
            let letters = Type::normal(SMALL, INK);
            let lines = wrap_at_most(data::spoken(name), SMALL, letters.weight, SERIES_ROOM, 3);
            let widest = lines.iter().map(|l| letters.width(l)).fold(0.0, f64::max);
            let size = (widest, lines.len() as f64 * leading(SMALL));
            let Some(point) = points.get(points.len() / 2) else {
                continue;
            };
            let place = at(point.year, point.value);
            let sides = [Side::Below, Side::Above, Side::Right, Side::Left];
            let Some(room) = placer.place(place, size, &sides) else {
                continue;
            };
            lead(scene, place, room);
            for (row, line) in lines.iter().enumerate() {
                let baseline = room.top + SMALL + row as f64 * leading(SMALL);
                scene.text((room.left, baseline), Align::Left, letters, line);
            }
        }
    }

    /// The labels at the end of the fan.
    fn draw_ends(
        &self,
        scene: &mut Scene,
        plot: Rect,
        y: &axis::Scale,
        end: &Summary,
        median: &str,
    ) {
        let ends = [
            (
                end.percentiles[6],
                &*words::BAND_LABELS[0],
                Type::normal(SMALL, QUIET),
            ),
            (
                end.percentiles[5],
                &*words::BAND_LABELS[1],
                Type::normal(SMALL, QUIET),
            ),
            (
                end.percentiles[4],
                &*words::BAND_LABELS[2],
                Type::normal(SMALL, QUIET),
            ),
            (end.median(), median, Type::bold(LABEL, BLUE)),
        ];
        let wanted: Vec<f64> = ends.iter().map(|(value, ..)| y.at(*value)).collect();
        let heights = [leading(SMALL); 4];
        let found = spread(&wanted, &heights, plot.top - 14.0, plot.bottom);
        for ((want, height), (_, label, letters)) in wanted.iter().zip(&found).zip(&ends) {
            let bend = plot.right + LEADER - 4.0;
            scene.line(
                &[(plot.right + 2.0, *want), (bend, *height)],
                THIN,
                RULE,
                &[],
            );
            scene.text_centred((plot.right + LEADER, *height), Align::Left, *letters, label);
        }
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&[
            "kind",
            "series",
            "year",
            "value",
            "mean",
            "p2_5",
            "p10",
            "p25",
            "p50",
            "p75",
            "p90",
            "p97_5",
            "probability",
            "probability_low",
            "probability_high",
            "source_id",
        ]);
        for (name, points) in &self.series {
            for point in points {
                table.row(&[
                    ("kind", "published".to_owned()),
                    ("series", (*name).to_owned()),
                    ("year", point.year.to_string()),
                    ("value", figure(point.value)),
                    ("source_id", point.source_id.clone()),
                ]);
            }
        }
        for (year, s) in self.path {
            let p = s.percentiles.map(figure);
            let [p2_5, p10, p25, p50, p75, p90, p97_5] = p;
            table.row(&[
                ("kind", "simulated".to_owned()),
                ("year", year.to_string()),
                ("mean", figure(s.mean)),
                ("p2_5", p2_5),
                ("p10", p10),
                ("p25", p25),
                ("p50", p50),
                ("p75", p75),
                ("p90", p90),
                ("p97_5", p97_5),
            ]);
        }
        for target in &self.targets {
            let probability = |of: fn(&crate::results::Probability) -> f64| {
                target
                    .probability
                    .as_ref()
                    .map_or(String::new(), |p| figure(of(p)))
            };
            table.row(&[
                ("kind", "target".to_owned()),
                ("series", target.document.en.clone()),
                ("year", target.year.to_string()),
                ("value", figure(target.threshold)),
                ("probability", probability(|p| p.value)),
                ("probability_low", probability(|p| p.low)),
                ("probability_high", probability(|p| p.high)),
                ("source_id", target.source_id.clone()),
            ]);
        }
        table
    }
}

/// The line between what is published and what is simulated.
fn draw_now(scene: &mut Scene, plot: Rect, now: f64) {
    let quiet = Type::normal(SMALL, QUIET);
    scene.line(
        &[(now, plot.top - 14.0), (now, plot.bottom)],
        THIN,
        RULE,
        NOW_DASH,
    );
    let baseline = plot.top - 6.0;
    if now - plot.left > quiet.width(&words::PUBLISHED) + 12.0 {
        scene.text(
            (now - 6.0, baseline),
            Align::Right,
            quiet,
            &words::PUBLISHED,
        );
    }
    if plot.right - now > quiet.width(&words::SIMULATED) + 12.0 {
        scene.text((now + 6.0, baseline), Align::Left, quiet, &words::SIMULATED);
    }
}

/// Ties a label that had to go far to its point.
fn lead(scene: &mut Scene, point: Point, label: Rect) {
    if let Some((from, to)) = leader(point, &label) {
        scene.line(&[from, to], THIN, RULE, &[]);
    }
}
