//! The chance of each headline target, asked again at every year-end.

use super::key::{Key, Sample};
use super::measure::{Weight, ellipsis, wrap_at_most};
use super::page::{Height, page};
use super::place::spread;
use super::scene::{Align, Point, Rect, Scene, Type};
use super::style::*;
use super::table::{Table, figure};
use super::{
    Asks, Chart, Options, Picture, PlotError, asked_name, asked_title, axis, nation, shown,
};
use crate::results::{Findings, IndicatorInfo, Probability, TargetAnswer, Unit};
use crate::units::Year;
use crate::words::chart as words;

/// Probability of the nation's headline targets by year.
pub struct Attainment;

/// Width of the labels at the line ends, on a usual page and at most.
const LABEL_ROOM: (f64, f64) = (236.0, 420.0);
/// Length of the leaders between lines and labels, with the key at their end.
const LEADER: f64 = 66.0;
/// Lines one picture can hold.
const MOST: usize = LINES.len();

impl Chart for Attainment {
    fn id(&self) -> &'static str {
        "attainment"
    }

    fn standard(&self, findings: &Findings) -> Vec<Options> {
        let parts = answered(findings, None).len().div_ceil(MOST).max(1);
        (0..parts)
            .map(|part| Options {
                part,
                ..Options::default()
            })
            .collect()
    }

    fn asks(&self) -> &'static [Asks] {
        &[Asks::Indicator]
    }

    fn draw(&self, findings: &Findings, options: &Options) -> Result<Picture, PlotError> {
        let all = answered(findings, options.indicator.as_deref());
        let all: Vec<(&TargetAnswer, &IndicatorInfo)> = all.iter().map(|(t, i)| (*t, i)).collect();
        let parts = all.len().div_ceil(MOST);
        let mut name = "attainment".to_owned();
        if let Some(indicator) = &options.indicator {
            name = format!("{name}-{indicator}");
        }
        if options.part > 0 {
            name = format!("{name}-{}", options.part + 1);
        }
        // Parts of nearly equal size, in the order of the answers.
        let each = all.len().div_ceil(parts.max(1)).max(1);
        let Some(targets) = all.chunks(each).nth(options.part) else {
            return Ok(Picture::not_drawn(
                "attainment",
                name,
                words::NO_TARGETS.to_owned(),
            ));
        };
        let title = words::attainment_title(targets, (options.part, parts), asked_name(findings));
        let subtitle = words::attainment_answer(targets);
        let twins = targets.iter().enumerate().any(|(at, (a, _))| {
            targets[at + 1..]
                .iter()
                .any(|(b, _)| a.by_year == b.by_year)
        });
        let note = if twins { &words::TWINS_NOTE } else { "" };
        let width = options.wide(WIDTH);
        let key = key(targets, width);
        let height = Height::Page(tall(width) + key.height());
        let mut page = page(findings, &title, &subtitle, note, width, height);
        let years = findings.years.get(1..).unwrap_or_default();
        draw_body(&mut page.scene, page.body, years, targets, &key);
        let table = table(years, targets);
        Ok(Picture {
            chart: "attainment",
            name,
            title,
            subtitle,
            scene: Some(page.scene),
            table,
        })
    }
}

/// The headline targets that have an answer; where none is a headline, all of the nation's.
fn answered<'a>(
    findings: &'a Findings,
    indicator: Option<&str>,
) -> Vec<(&'a TargetAnswer, IndicatorInfo)> {
    let all: Vec<(&TargetAnswer, IndicatorInfo)> = findings
        .targets
        .iter()
        .filter(|t| t.headline || shown(findings, nation(findings)).any(|n| n.id == t.id))
        .filter(|t| t.probability.is_some() && !t.by_year.is_empty())
        .filter(|t| indicator.is_none_or(|id| t.indicator == id))
        .filter_map(|t| {
            let title = asked_title(findings, t);
            let info = findings.info(&t.indicator)?.clone();
            Some((
                t,
                IndicatorInfo {
                    title: title.into(),
                    ..info
                },
            ))
        })
        .collect();
    if all.iter().any(|(t, _)| t.headline) {
        all.into_iter().filter(|(t, _)| t.headline).collect()
    } else {
        all
    }
}

/// What the lines are, where a page is too narrow to say it at their ends.
fn key(targets: &[(&TargetAnswer, &IndicatorInfo)], width: f64) -> Key {
    let mut key = Key::default();
    if width < NARROW {
        for ((target, indicator), (colour, dash)) in targets.iter().zip(LINES) {
            let answer = words::attainment_label(target, indicator.unit);
            let texts = [
                (Type::bold(LABEL, INK), indicator.title.as_str()),
                (Type::normal(SMALL, QUIET), answer.as_str()),
            ];
            key.add(width - 2.0 * MARGIN, Sample::Line(colour, dash), &texts);
        }
    }
    key
}

/// Room of the labels at the line ends; a wide page gives what they need up to a limit.
fn label_room(targets: &[(&TargetAnswer, &IndicatorInfo)], width: f64) -> f64 {
    let most = (LABEL_ROOM.0 + 0.2 * (width - WIDTH)).clamp(LABEL_ROOM.0, LABEL_ROOM.1);
    let widest = targets.iter().flat_map(|(target, indicator)| {
        let answer = words::attainment_label(target, indicator.unit);
        [
            Type::bold(LABEL, INK).width(&indicator.title),
            Type::normal(SMALL, QUIET).width(&answer),
        ]
    });
    widest.fold(LABEL_ROOM.0, f64::max).min(most)
}

fn draw_body(
    scene: &mut Scene,
    body: Rect,
    years: &[Year],
    targets: &[(&TargetAnswer, &IndicatorInfo)],
    key: &Key,
) {
    let (Some(first), Some(last)) = (years.first(), years.last()) else {
        return;
    };
    let ticks = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0];
    key.draw(scene, body);
    let body = Rect {
        bottom: body.bottom - key.height(),
        ..body
    };
    let listed = key.height() > 0.0;
    let label_room = label_room(targets, scene.width);
    let beside = if listed {
        12.0
    } else {
        label_room + LEADER + 6.0
    };
    let plot = Rect {
        left: body.left + axis::level_room(&ticks, Unit::Share),
        top: body.top + 12.0,
        right: body.right - beside,
        bottom: body.bottom - 28.0,
    };
    // A single year stands at the labels.
    let from = if first == last { first.0 - 1 } else { first.0 };
    let x = axis::Scale::new(
        (f64::from(from), f64::from(last.0)),
        (plot.left + 10.0, plot.right),
    );
    let y = axis::Scale::new((0.0, 1.0), (plot.bottom - 6.0, plot.top));
    axis::draw_levels(scene, plot, &y, &ticks, Unit::Share);
    axis::draw_years(
        scene,
        plot,
        &x,
        &axis::year_ticks(*first, *last, plot.width()),
    );

    let at = |year: Year, value: f64| -> Point { (x.at(f64::from(year.0)), y.at(value)) };
    let path = |target: &TargetAnswer, of: fn(&Probability) -> f64| -> Vec<Point> {
        years
            .iter()
            .zip(&target.by_year)
            .map(|(year, p)| at(*year, of(p)))
            .collect()
    };
    for ((target, _), (colour, _)) in targets.iter().zip(LINES) {
        let mut band = path(target, |p| p.high);
        band.extend(path(target, |p| p.low).into_iter().rev());
        scene.area(band, colour, INTERVAL);
    }
    for ((target, _), (colour, dash)) in targets.iter().zip(LINES) {
        scene.line(&path(target, |p| p.value), THICK, colour, dash);
    }
    for ((target, _), (colour, _)) in targets.iter().zip(LINES) {
        if let ([year], [only]) = (years, &target.by_year[..]) {
            scene.marker(at(*year, only.value), Shape::Disc, MARKER, colour);
        }
        if let Some(due) = years
            .iter()
            .zip(&target.by_year)
            .find(|(year, _)| **year == target.year)
        {
            scene.marker(
                at(*due.0, due.1.value),
                Shape::Diamond,
                MARKER + 0.6,
                colour,
            );
        }
    }
    if !listed {
        draw_labels(scene, plot, (body, label_room), targets, &|target| {
            target.by_year.last().map_or(plot.bottom, |p| y.at(p.value))
        });
    }
}

/// Labels at the line ends, pushed apart, each with a key of its line's colour and dash.
fn draw_labels(
    scene: &mut Scene,
    plot: Rect,
    (body, room): (Rect, f64),
    targets: &[(&TargetAnswer, &IndicatorInfo)],
    end: &dyn Fn(&TargetAnswer) -> f64,
) {
    let mut order: Vec<usize> = (0..targets.len()).collect();
    order.sort_by(|a, b| {
        end(targets[*a].0)
            .total_cmp(&end(targets[*b].0))
            .then(a.cmp(b))
    });
    let lines: Vec<Vec<String>> = order
        .iter()
        .map(|at| wrap_at_most(&targets[*at].1.title, LABEL, Weight::Bold, room, 2))
        .collect();
    let line = SMALL * 1.28;
    let heights: Vec<f64> = lines
        .iter()
        .map(|l| (l.len() + 1) as f64 * line + 7.0)
        .collect();
    let wanted: Vec<f64> = order.iter().map(|at| end(targets[*at].0)).collect();
    let centres = spread(&wanted, &heights, body.top, body.bottom);
    for (row, at) in order.iter().enumerate() {
        let (target, indicator) = targets[*at];
        let (colour, dash) = LINES[*at];
        let knee = plot.right + LEADER - 38.0;
        // Quiet, so that nobody takes it for data; only the key bears colour and dash.
        scene.line(
            &[(plot.right + 4.0, wanted[row]), (knee - 3.0, centres[row])],
            THIN,
            RULE,
            &[],
        );
        let key = [
            (knee, centres[row]),
            (plot.right + LEADER - 6.0, centres[row]),
        ];
        scene.line(&key, THICK, colour, dash);
        let left = plot.right + LEADER;
        let mut baseline = centres[row] - heights[row] / 2.0 + 2.0 + SMALL;
        for text in &lines[row] {
            scene.text((left, baseline), Align::Left, Type::bold(LABEL, INK), text);
            baseline += line;
        }
        let answer = words::attainment_label(target, indicator.unit);
        let answer = ellipsis(&answer, SMALL, Weight::Normal, room);
        scene.text(
            (left, baseline),
            Align::Left,
            Type::normal(SMALL, QUIET),
            &answer,
        );
    }
}

fn table(years: &[Year], targets: &[(&TargetAnswer, &IndicatorInfo)]) -> Table {
    let mut table = Table::new(&[
        "target",
        "indicator",
        "threshold",
        "due",
        "year",
        "probability",
        "low",
        "high",
        "hits",
        "of",
    ]);
    for (target, _) in targets {
        for (year, p) in years.iter().zip(&target.by_year) {
            table.row(&[
                ("target", target.id.clone()),
                ("indicator", target.indicator.clone()),
                ("threshold", figure(target.threshold)),
                ("due", target.year.to_string()),
                ("year", year.to_string()),
                ("probability", figure(p.value)),
                ("low", figure(p.low)),
                ("high", figure(p.high)),
                ("hits", p.hits.to_string()),
                ("of", p.of.to_string()),
            ]);
        }
    }
    table
}
