//! One number is varied: a line for each target over its values, with the interval that sampling
//! leaves; and the cost by payer. Where points are scattered, each is a dot.

use super::axis::{self, Scale};
use super::key::{Key, Sample};
use super::page::{Height, with_footer};
use super::scene::{Align, Point as At, Rect, Scene, Type};
use super::style::*;
use super::table::{Table, figure};
use super::{Picture, PlotError, file_name};
use crate::results::Unit;
use crate::results::sweep::{Point, Sweep};
use crate::said::Told;
use crate::units::PAYERS;
use crate::words::report::{doubt_of, sampling_in_short, sure_in_ways, upper_first};
use crate::words::sweep as words;

/// Lines in one picture.
const MOST: usize = LINES.len();

/// How the chance of a target runs over the points, in words, with both errors at its ends.
pub fn chance_range(sweep: &Sweep, target: usize) -> String {
    let value = |p: &&Point| p.chances[target].value;
    let points = || sweep.points.iter();
    let low = points().min_by(|a, b| value(a).total_cmp(&value(b)));
    let high = points().max_by(|a, b| value(a).total_cmp(&value(b)));
    let (low, high) = match (low, high) {
        // Where all points agree, the one with the fewest futures says how surely.
        (Some(low), Some(high)) if value(&low) == value(&high) => {
            let least = points().min_by_key(|p| p.futures).unwrap_or(low);
            (least, least)
        }
        (Some(low), Some(high)) => (low, high),
        _ => return String::new(),
    };
    let said = |p: &Point| {
        let ways = p.doubts.get(target).map_or(&[][..], |d| &d.ways);
        sure_in_ways(&p.chances[target], ways)
    };
    let doubt = |p: &Point| {
        let chance = &p.chances[target];
        match p.doubts.get(target) {
            Some(doubt) => doubt_of(chance, doubt, &sweep.assumptions),
            None => {
                let sampling = sampling_in_short(chance.low, chance.high);
                words::sampling_alone(&sampling, &sweep.scenario)
            }
        }
    };
    let range = words::chance_range(sweep, (low, &said(low)), (high, &said(high)));
    format!("{range} {}", words::doubts(&doubt(low), &doubt(high)))
}

/// A line with its band.
struct Line {
    label: Told,
    /// Value of the number, value, lower and upper end of the interval.
    points: Vec<(f64, f64, f64, f64)>,
}

/// The chances of the targets over one number, several pictures where there are many targets.
pub fn chances(sweep: &Sweep) -> Result<Vec<Picture>, PlotError> {
    let targets: Vec<usize> = (0..sweep.targets.len()).collect();
    targets
        .chunks(MOST)
        .enumerate()
        .map(|(part, targets)| {
            let lines: Vec<Line> = targets
                .iter()
                .map(|t| Line {
                    label: sweep.targets[*t].said.clone(),
                    points: sweep
                        .points
                        .iter()
                        .map(|p| {
                            (
                                p.at[0],
                                p.chances[*t].value,
                                p.chances[*t].low,
                                p.chances[*t].high,
                            )
                        })
                        .collect(),
                })
                .collect();
            let name = match part {
                0 => "chances".to_owned(),
                n => format!("chances-{}", n + 1),
            };
            let axis = &sweep.axes[0];
            let title = words::chances_title(&words::told(sweep, axis));
            let subtitle = chance_range(sweep, targets[0]);
            let subtitle = words::one_of(&sweep.targets[targets[0]].said, &subtitle);
            draw(
                sweep,
                "sweep-chances",
                name,
                &title,
                &subtitle,
                &lines,
                Unit::Share,
            )
        })
        .collect()
}

/// What the policies cost over one number, by payer.
pub fn cost(sweep: &Sweep) -> Result<Picture, PlotError> {
    let mut lines = vec![Line {
        label: words::ALL_PAYERS.into(),
        points: sweep
            .points
            .iter()
            .map(|p| {
                let value = sweep.cost(p);
                (p.at[0], value, value, value)
            })
            .collect(),
    }];
    for (k, payer) in PAYERS.iter().enumerate() {
        if sweep.points.iter().all(|p| p.costs[k].value == 0.0) {
            continue;
        }
        lines.push(Line {
            label: words::payer(*payer),
            points: sweep
                .points
                .iter()
                .map(|p| {
                    let (value, half) = (p.costs[k].value, 1.96 * p.costs[k].error);
                    (p.at[0], value, value - half, value + half)
                })
                .collect(),
        });
    }
    let costs = sweep.points.iter().map(|p| sweep.cost(p));
    let low = costs.clone().fold(f64::INFINITY, f64::min);
    let high = costs.fold(f64::NEG_INFINITY, f64::max);
    let subtitle = words::cost_range(sweep, low, high);
    draw(
        sweep,
        "sweep-cost",
        "cost".into(),
        &words::COST_TITLE,
        &subtitle,
        &lines,
        Unit::Money,
    )
}

fn draw(
    sweep: &Sweep,
    chart: &'static str,
    name: String,
    title: &str,
    subtitle: &str,
    lines: &[Line],
    unit: Unit,
) -> Result<Picture, PlotError> {
    let axis = &sweep.axes[0];
    let room = WIDTH - 2.0 * MARGIN;
    let mut key = Key::default();
    for (line, (colour, dash)) in lines.iter().zip(LINES) {
        let letters = Type::normal(LABEL, INK);
        key.add(room, Sample::Line(colour, dash), &[(letters, &line.label)]);
    }
    let height = Height::Page(HEIGHT - 40.0 + key.height());
    let mut page = with_footer(&words::footer(sweep), (title, subtitle), "", WIDTH, height);
    key.draw(&mut page.scene, page.body);
    let body = Rect {
        bottom: page.body.bottom - key.height(),
        ..page.body
    };
    let scene = &mut page.scene;
    let ticks = levels(lines, unit);
    let plot = Rect {
        left: body.left + axis::level_room(&ticks, unit),
        top: body.top + 26.0,
        right: body.right - 14.0,
        bottom: body.bottom - 46.0,
    };
    let quiet = Type::normal(SMALL, QUIET);
    let caption = match unit {
        Unit::Money => sweep.currency.as_str(),
        _ => &words::CHANCE,
    };
    scene.text((body.left, body.top + SMALL), Align::Left, quiet, caption);
    let y = Scale::new((ticks[0], ticks[ticks.len() - 1]), (plot.bottom, plot.top));
    let ends = (axis.values[0], axis.values[axis.values.len() - 1]);
    let x = Scale::new(ends, (plot.left + 10.0, plot.right - 10.0));
    axis::draw_levels(scene, plot, &y, &ticks, unit);
    values(scene, plot, &x, sweep);
    for (line, (colour, _)) in lines.iter().zip(LINES) {
        let upper = line.points.iter().map(|p| (x.at(p.0), y.at(p.3)));
        let lower = line.points.iter().rev().map(|p| (x.at(p.0), y.at(p.2)));
        scene.area(upper.chain(lower).collect(), colour, INTERVAL);
    }
    for (line, (colour, dash)) in lines.iter().zip(LINES) {
        let points: Vec<At> = line.points.iter().map(|p| (x.at(p.0), y.at(p.1))).collect();
        scene.line(&points, THICK, colour, dash);
        for point in points {
            scene.disc(point, MARKER - 0.8, colour);
        }
    }
    let mut table = Table::new(&["line", "number", "at", "value", "low", "high", "futures"]);
    for line in lines {
        for (p, point) in line.points.iter().zip(&sweep.points) {
            table.row(&[
                ("line", line.label.en.clone()),
                ("number", axis.name.clone()),
                ("at", figure(p.0)),
                ("value", figure(p.1)),
                ("low", figure(p.2)),
                ("high", figure(p.3)),
                ("futures", point.futures.to_string()),
            ]);
        }
    }
    Ok(Picture {
        chart,
        name,
        title: title.to_owned(),
        subtitle: subtitle.to_owned(),
        scene: Some(page.scene),
        table,
    })
}

/// The values below the plot with the number's name, and a line where the scenario stands.
fn values(scene: &mut Scene, plot: Rect, x: &Scale, sweep: &Sweep) {
    let axis = &sweep.axes[0];
    let quiet = Type::normal(SMALL, QUIET);
    let mut free = f64::NEG_INFINITY;
    let few: Vec<f64> = match axis.values.len() {
        0..=15 => axis.values.clone(),
        _ => axis::round_ticks(axis.values[0], axis.values[axis.values.len() - 1], 8),
    };
    for value in few {
        let place = x.at(value);
        if place < plot.left || place > plot.right {
            continue;
        }
        scene.line(&plot.upright(place), THIN, GRID, &[]);
        let label = words::value(axis, value);
        let half = quiet.width(&label) / 2.0;
        if place - half > free {
            scene.text((place, plot.bottom + 17.0), Align::Middle, quiet, &label);
            free = place + half + 8.0;
        }
    }
    let middle = (plot.left + plot.right) / 2.0;
    scene.text(
        (middle, plot.bottom + 37.0),
        Align::Middle,
        quiet,
        &words::axis(axis),
    );
    let ends = (axis.values[0], axis.values[axis.values.len() - 1]);
    if let Some((value, label)) = axis.stands.zip(words::stands(axis))
        && (ends.0..=ends.1).contains(&value)
    {
        let place = x.at(value);
        scene.line(
            &[(place, plot.top - 4.0), (place, plot.bottom)],
            MEDIUM,
            RULE,
            NOW_DASH,
        );
        let half = quiet.width(&label) / 2.0;
        let middle = place.min(plot.right - half).max(plot.left + half);
        scene.text((middle, plot.top - 9.0), Align::Middle, quiet, &label);
    }
}

fn levels(lines: &[Line], unit: Unit) -> Vec<f64> {
    if unit == Unit::Share {
        return vec![0.0, 0.2, 0.4, 0.6, 0.8, 1.0];
    }
    let all = || lines.iter().flat_map(|l| &l.points);
    let low = all().map(|p| p.2).fold(0.0f64, f64::min);
    let high = all().map(|p| p.3).fold(0.0f64, f64::max);
    axis::round_ticks(low, high, 6)
}

/// Scattered points: the chance of a target over one of the numbers, each point a dot.
pub fn dots(sweep: &Sweep, target: usize, along: usize) -> Result<Picture, PlotError> {
    let axis = &sweep.axes[along];
    let asked = &sweep.targets[target];
    let title = upper_first(&asked.said);
    let subtitle = chance_range(sweep, target);
    let height = Height::Page(HEIGHT - 90.0);
    let mut page = with_footer(
        &words::footer(sweep),
        (&title, &subtitle),
        &words::DOTS,
        WIDTH,
        height,
    );
    let scene = &mut page.scene;
    let ticks = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0];
    let plot = Rect {
        left: page.body.left + axis::level_room(&ticks, Unit::Share),
        top: page.body.top + 26.0,
        right: page.body.right - 14.0,
        bottom: page.body.bottom - 46.0,
    };
    let quiet = Type::normal(SMALL, QUIET);
    scene.text(
        (page.body.left, page.body.top + SMALL),
        Align::Left,
        quiet,
        &words::CHANCE,
    );
    let y = Scale::new((0.0, 1.0), (plot.bottom, plot.top));
    let ends = (axis.values[0], axis.values[axis.values.len() - 1]);
    let x = Scale::new(ends, (plot.left + 10.0, plot.right - 10.0));
    axis::draw_levels(scene, plot, &y, &ticks, Unit::Share);
    let one = Sweep {
        axes: vec![axis.clone()],
        ..sweep.clone()
    };
    values(scene, plot, &x, &one);
    let mut table = Table::new(&["number", "at", "value", "low", "high", "futures"]);
    for p in &sweep.points {
        let chance = &p.chances[target];
        let place = x.at(p.at[along]);
        scene.line(
            &[(place, y.at(chance.low)), (place, y.at(chance.high))],
            THIN,
            SKY,
            &[],
        );
        scene.marker((place, y.at(chance.value)), Shape::Disc, MARKER, BLUE);
        table.row(&[
            ("number", axis.name.clone()),
            ("at", figure(p.at[along])),
            ("value", figure(chance.value)),
            ("low", figure(chance.low)),
            ("high", figure(chance.high)),
            ("futures", p.futures.to_string()),
        ]);
    }
    Ok(Picture {
        chart: "sweep-dots",
        name: format!(
            "chance-{}-over-{}",
            file_name(&asked.id),
            file_name(&axis.name)
        ),
        title,
        subtitle,
        scene: Some(page.scene),
        table,
    })
}

/// Every picture that belongs to a sweep.
pub fn pictures(sweep: &Sweep) -> Result<Vec<Picture>, PlotError> {
    use crate::results::sweep::Design;
    let targets = 0..sweep.targets.len();
    match (sweep.axes.len(), sweep.design) {
        (1, _) => {
            let mut all = chances(sweep)?;
            all.push(cost(sweep)?);
            Ok(all)
        }
        (2, Design::Grid) => targets
            .map(|t| super::heat::chance(sweep, t))
            .chain(std::iter::once_with(|| super::heat::cost(sweep)))
            .collect(),
        (axes, _) => targets
            .flat_map(|t| (0..axes).map(move |along| (t, along)))
            .map(|(t, along)| dots(sweep, t, along))
            .collect(),
    }
}
