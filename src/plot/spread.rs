//! Provinces move apart or together over the years: the highest, the middle and the lowest median
//! among them, and below what the Gini coefficient and the ratio of both ends say.

use super::measure::{Weight, ellipsis, leading};
use super::page::{Height, page};
use super::place::spread;
use super::scene::{Align, Point, Rect, Scene, Type};
use super::style::*;
use super::table::{Table, figure};
use super::{
    Asks, Chart, Options, Picture, PlotError, asked_of_provinces, axis, indicator,
    known_by_province, nation,
};
use crate::results::{Findings, IndicatorInfo, Summary, Unit};
use crate::said::Said;
use crate::units::Year;
use crate::words::chart::provinces::{self as words, Change};
use crate::words::{chart, number};

/// Spread between provinces over time.
pub struct Spread;

/// Room of the labels right of the lines.
const LABEL_ROOM: f64 = 150.0;
/// Height of the panels below.
const LOWER: f64 = 208.0;
/// Gap between the panels below.
const GAP: f64 = 36.0;
/// Length of the leaders to the labels.
const LEADER: f64 = 16.0;
/// Dashes of the highest, the middle and the lowest line.
const DASHES: [&[f64]; 3] = [&[9.0, 4.0], &[], &[2.5, 3.0]];

/// One year: the provinces' medians in ascending order, by position of the scope.
struct Moment {
    year: Year,
    medians: Vec<(f64, usize)>,
}

impl Moment {
    fn highest(&self) -> (f64, usize) {
        self.medians[self.medians.len() - 1]
    }
    fn lowest(&self) -> (f64, usize) {
        self.medians[0]
    }
    fn middle(&self) -> f64 {
        let n = self.medians.len();
        (self.medians[(n - 1) / 2].0 + self.medians[n / 2].0) / 2.0
    }
}

/// A measure of the spread over the years.
struct Measure<'a> {
    id: String,
    heading: Said,
    path: Vec<(Year, &'a Summary)>,
}

struct Story<'a> {
    info: &'a IndicatorInfo,
    at: usize,
    moments: Vec<Moment>,
    measures: Vec<Measure<'a>>,
}

impl Chart for Spread {
    fn id(&self) -> &'static str {
        "spread"
    }

    fn standard(&self, findings: &Findings) -> Vec<Options> {
        // How all provinces lie apart is a question about the nation.
        let elsewhere = findings.asked_elsewhere().is_some();
        asked_of_provinces(findings)
            .into_iter()
            .filter(|_| !elsewhere)
            .map(|o| Options { year: None, ..o })
            .collect()
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
        let name = format!("spread-{id}");
        let story = Story::new(findings, at);
        let ends = story.moments.first().zip(story.moments.last());
        let (true, Some((first, last))) = (known_by_province(findings, &id), ends) else {
            let reason = words::nothing_to_spread(&id);
            return Ok(Picture::not_drawn("spread", name, reason));
        };
        let title = words::spread_title(story.info, &findings.country);
        let named = |moment: &Moment| {
            let ((low, a), (high, b)) = (moment.lowest(), moment.highest());
            (
                findings.scopes[a].name.as_str(),
                low,
                findings.scopes[b].name.as_str(),
                high,
            )
        };
        let gini = story.measures.first().and_then(|m| {
            let ((_, from), (_, to)) = (m.path.first()?, m.path.last()?);
            (m.heading == words::GINI).then(|| Change {
                from: from.median(),
                to: to.median(),
                range: (to.percentiles[1], to.percentiles[5]),
            })
        });
        let subtitle = words::spread_answer(
            story.info.unit,
            (first.year, last.year),
            [named(first), named(last)],
            gini,
        );
        let width = options.wide(WIDTH);
        let lower = LOWER * story.measure_rows(width - 2.0 * MARGIN) as f64;
        let mut page = page(
            findings,
            &title,
            &subtitle,
            &words::spread_note(!story.measures.is_empty()),
            width,
            Height::Body(350.0 + tall(width) - HEIGHT + lower),
        );
        story.draw(&mut page.scene, page.body, lower, findings);
        let table = story.table(findings);
        Ok(Picture {
            chart: "spread",
            name,
            title,
            subtitle,
            scene: Some(page.scene),
            table,
        })
    }
}

impl<'a> Story<'a> {
    fn new(findings: &'a Findings, at: usize) -> Story<'a> {
        let info = &findings.indicators[at];
        let mut moments = Vec::new();
        for (y, year) in findings.years.iter().enumerate() {
            let mut medians: Vec<(f64, usize)> = findings
                .scopes
                .iter()
                .enumerate()
                .filter(|(_, s)| findings.provinces().any(|p| p.code == s.code))
                .filter_map(|(place, _)| findings.at(place, at, y).map(|s| (s.median(), place)))
                .collect();
            medians.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            if medians.len() > 1 {
                moments.push(Moment {
                    year: *year,
                    medians,
                });
            }
        }
        let place = findings.scope(nation(findings));
        let measures = [
            ("gini", words::GINI),
            ("spread", words::HIGHEST_OVER_LOWEST),
        ]
        .into_iter()
        .filter_map(|(ending, heading)| {
            let id = format!("{}_{ending}", info.id);
            let (place, measure) = (place?, findings.indicator(&id)?);
            let path: Vec<(Year, &Summary)> = findings
                .years
                .iter()
                .enumerate()
                .filter_map(|(y, year)| findings.at(place, measure, y).map(|s| (*year, s)))
                .collect();
            (path.len() > 1).then_some(Measure { id, heading, path })
        })
        .collect();
        Story {
            info,
            at,
            moments,
            measures,
        }
    }

    fn years(&self) -> (Year, Year) {
        let of = |m: Option<&Moment>| m.map_or(Year(0), |m| m.year);
        (of(self.moments.first()), of(self.moments.last()))
    }

    fn draw(&self, scene: &mut Scene, body: Rect, lower: f64, findings: &Findings) {
        let upper = Rect {
            bottom: body.bottom - lower,
            ..body
        };
        self.draw_medians(scene, upper, findings);
        let rows = self.measure_rows(body.width()).max(1);
        let columns = self.measures.len().div_ceil(rows).max(1);
        let width = (body.width() - GAP * (columns as f64 - 1.0)) / columns as f64;
        for (at, measure) in self.measures.iter().enumerate() {
            let left = body.left + (at % columns) as f64 * (width + GAP);
            let top = body.bottom - lower + (at / columns) as f64 * LOWER;
            let room = Rect {
                left,
                right: left + width,
                top: top + 24.0,
                bottom: top + LOWER,
            };
            measure.draw(scene, room);
        }
    }

    /// Rows the measures take: side by side, or below one another where their headings would be cut.
    fn measure_rows(&self, room: f64) -> usize {
        let count = self.measures.len();
        let width = (room - GAP * (count as f64 - 1.0)) / count.max(1) as f64;
        let letters = Type::bold(SMALL, INK);
        let fits = |m: &Measure| letters.width(&m.heading) <= width;
        match count {
            0 => 0,
            _ if room >= WIDTH - 2.0 * MARGIN || self.measures.iter().all(fits) => 1,
            _ => count,
        }
    }

    fn draw_medians(&self, scene: &mut Scene, room: Rect, findings: &Findings) {
        let unit = self.info.unit;
        let quiet = Type::normal(SMALL, QUIET);
        let all = || self.moments.iter().flat_map(|m| &m.medians);
        let low = all().map(|m| m.0).fold(f64::INFINITY, f64::min);
        let high = all().map(|m| m.0).fold(f64::NEG_INFINITY, f64::max);
        let low = if low > 0.0 && low < 0.4 * high {
            0.0
        } else {
            low
        };
        let ticks = axis::round_ticks(low, high, 5);
        let label_room = LABEL_ROOM * (scene.width / WIDTH).clamp(1.0, 1.8);
        let plot = Rect {
            left: room.left + axis::level_room(&ticks, unit),
            top: room.top + 28.0,
            right: room.right - label_room - LEADER,
            bottom: room.bottom - 24.0,
        };
        let (first, last) = self.years();
        let x = axis::Scale::new(
            (f64::from(first.0), f64::from(last.0)),
            (plot.left + 8.0, plot.right),
        );
        let y = axis::Scale::new((ticks[0], ticks[ticks.len() - 1]), (plot.bottom, plot.top));
        scene.text(
            (room.left, room.top + SMALL),
            Align::Left,
            quiet,
            &chart::unit(unit, &findings.currency),
        );
        axis::draw_levels(scene, plot, &y, &ticks, unit);
        axis::draw_years(
            scene,
            plot,
            &x,
            &axis::year_ticks(first, last, plot.width()),
        );
        for place in 0..findings.scopes.len() {
            let line: Vec<Point> = self
                .moments
                .iter()
                .filter_map(|m| {
                    let (value, _) = m.medians.iter().find(|(_, p)| *p == place)?;
                    Some((x.at(f64::from(m.year.0)), y.at(*value)))
                })
                .collect();
            if line.len() > 1 {
                scene.line(&line, THIN, FAINT, &[]);
            }
        }
        let line = |value: &dyn Fn(&Moment) -> f64| -> Vec<Point> {
            let at = |m: &Moment| (x.at(f64::from(m.year.0)), y.at(value(m)));
            self.moments.iter().map(at).collect()
        };
        let lines = [
            line(&|m| m.highest().0),
            line(&Moment::middle),
            line(&|m| m.lowest().0),
        ];
        for (points, dash) in lines.iter().zip(DASHES) {
            scene.line(points, THICK, BLUE, dash);
        }
        let Some(end) = self.moments.last() else {
            return;
        };
        let values = [end.highest().0, end.middle(), end.lowest().0];
        let name = |place: usize| findings.scopes[place].name.as_str();
        let names = [name(end.highest().1), "", name(end.lowest().1)];
        let wanted = values.map(|v| y.at(v));
        let heights = [2.0 * leading(LABEL); 3];
        let centres = spread(&wanted, &heights, plot.top - 10.0, plot.bottom + 14.0);
        for (rank, centre) in centres.iter().enumerate() {
            let leader = [
                (plot.right + 2.0, wanted[rank]),
                (plot.right + LEADER - 4.0, *centre),
            ];
            scene.line(&leader, THIN, RULE, &[]);
            let labels = words::spread_label(rank, names[rank], &number::value(unit, values[rank]));
            let places = [centre - 0.5 * leading(LABEL), centre + 0.5 * leading(LABEL)];
            let letters = [Type::bold(LABEL, BLUE), quiet];
            for ((label, place), letters) in labels.iter().zip(places).zip(letters) {
                let label = ellipsis(label, letters.size, letters.weight, label_room);
                scene.text_centred((plot.right + LEADER, place), Align::Left, letters, &label);
            }
        }
    }

    fn table(&self, findings: &Findings) -> Table {
        let mut table = Table::new(&["kind", "indicator", "year", "place", "p10", "p50", "p90"]);
        for moment in &self.moments {
            let y = findings.years.iter().position(|y| *y == moment.year);
            let mut row = |kind: &str, place: Option<usize>, median: f64| {
                let summary = place.zip(y).and_then(|(p, y)| findings.at(p, self.at, y));
                let range =
                    |at: usize| summary.map_or(String::new(), |s| figure(s.percentiles[at]));
                table.row(&[
                    ("kind", kind.to_owned()),
                    ("indicator", self.info.id.clone()),
                    ("year", moment.year.to_string()),
                    (
                        "place",
                        place.map_or(String::new(), |p| findings.scopes[p].code.clone()),
                    ),
                    ("p10", range(1)),
                    ("p50", figure(median)),
                    ("p90", range(5)),
                ]);
            };
            let ((low, a), (high, b)) = (moment.lowest(), moment.highest());
            row("highest", Some(b), high);
            row("middle", None, moment.middle());
            row("lowest", Some(a), low);
            for (value, place) in &moment.medians {
                row("province", Some(*place), *value);
            }
        }
        for measure in &self.measures {
            for (year, s) in &measure.path {
                table.row(&[
                    ("kind", "measure".to_owned()),
                    ("indicator", measure.id.clone()),
                    ("year", year.to_string()),
                    ("p10", figure(s.percentiles[1])),
                    ("p50", figure(s.median())),
                    ("p90", figure(s.percentiles[5])),
                ]);
            }
        }
        table
    }
}

impl Measure<'_> {
    /// Median and band of the measure in a small panel, its value at both ends beside it.
    fn draw(&self, scene: &mut Scene, room: Rect) {
        let strong = Type::bold(LABEL, BLUE);
        let heading = ellipsis(&self.heading, SMALL, Weight::Bold, room.width());
        scene.text(
            (room.left, room.top + SMALL),
            Align::Left,
            Type::bold(SMALL, INK),
            &heading,
        );
        let ends = || {
            self.path
                .iter()
                .flat_map(|(_, s)| [s.percentiles[1], s.percentiles[5]])
        };
        let low = ends().fold(f64::INFINITY, f64::min);
        let high = ends().fold(f64::NEG_INFINITY, f64::max);
        let ticks = axis::round_ticks(low.min(0.6 * high), high, 3);
        let (Some((first, from)), Some((last, to))) = (self.path.first(), self.path.last()) else {
            return;
        };
        let places = if high < 1.0 { 3 } else { 1 };
        let label = |s: &Summary| {
            if high < 1e4 {
                number::decimal(s.median(), places)
            } else {
                number::short(s.median())
            }
        };
        let [start, end] = [label(from), label(to)];
        let plot = Rect {
            left: room.left + axis::level_room(&ticks, Unit::Ratio),
            top: room.top + 42.0,
            right: room.right - (strong.width(&end) + 10.0).max(18.0),
            bottom: room.bottom - 28.0,
        };
        let x = axis::Scale::new(
            (f64::from(first.0), f64::from(last.0)),
            (plot.left + 8.0, plot.right),
        );
        let y = axis::Scale::new((ticks[0], ticks[ticks.len() - 1]), (plot.bottom, plot.top));
        axis::draw_levels(scene, plot, &y, &ticks, Unit::Ratio);
        let mut years = vec![*first, Year((first.0 + last.0) / 2), *last];
        years.dedup();
        axis::draw_years(scene, plot, &x, &years);
        let at = |year: Year, value: f64| -> Point { (x.at(f64::from(year.0)), y.at(value)) };
        let upper = self
            .path
            .iter()
            .map(|(year, s)| at(*year, s.percentiles[5]));
        let lower = self
            .path
            .iter()
            .rev()
            .map(|(year, s)| at(*year, s.percentiles[1]));
        scene.area(upper.chain(lower).collect(), BLUE, BANDS[2]);
        let median: Vec<Point> = self
            .path
            .iter()
            .map(|(year, s)| at(*year, s.median()))
            .collect();
        scene.line(&median, THICK, BLUE, &[]);
        let place = (plot.right + 8.0, y.at(to.median()));
        scene.text_centred(place, Align::Left, strong, &end);
        // The first value stands over the band, where nothing is drawn.
        let top = at(*first, from.percentiles[5]).1.min(
            self.path
                .iter()
                .take(3)
                .map(|(year, s)| at(*year, s.percentiles[5]).1)
                .fold(f64::INFINITY, f64::min),
        );
        scene.text((plot.left + 8.0, top - 6.0), Align::Left, strong, &start);
    }
}
