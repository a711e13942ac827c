//! Looking back in pictures: the nation's forecasts with what came, how much of it bands held, how
//! much nearer than pooled growth the law is, and which chances what came had been given.

use super::axis::{self, Scale};
use super::key::{Key, Sample};
use super::page::{Height, Page, with_footer};
use super::scene::{Align, Point, Rect, Scene, Type};
use super::style::*;
use super::table::{Table, figure};
use super::{Picture, PlotError};
use crate::hindcast::found::{Forecast, Hindcast, LEVELS, Level, NATION, Scored, Target, Windows};
use crate::results::Unit;
use crate::units::Year;
use crate::words::hindcast as words;

/// Every picture of a looking back.
pub fn pictures(hindcast: &Hindcast) -> Result<Vec<Picture>, PlotError> {
    let mut targets = hindcast.targets(Level::Nation);
    targets.sort_by_key(|target| !target.is_official());
    let bands = targets.into_iter().map(|target| bands(hindcast, target));
    let mut all: Vec<Picture> = bands.collect();
    if !hindcast.targets(Level::Provinces).is_empty() {
        all.extend([reliability(hindcast), skill(hindcast), pit(hindcast)]);
    }
    Ok(all)
}

/// A page with a key below its plot.
fn framed(hindcast: &Hindcast, header: (&str, &str), key: &Key, note: &str) -> (Page, Rect) {
    let height = Height::Page(HEIGHT - 60.0 + key.height());
    let mut page = with_footer(&words::footer(hindcast), header, note, WIDTH, height);
    key.draw(&mut page.scene, page.body);
    let body = Rect {
        bottom: page.body.bottom - key.height(),
        ..page.body
    };
    (page, body)
}

/// Room for axes inside a body.
fn plot_in(scene: &mut Scene, body: Rect, room: f64, above: &str, below: &str) -> Rect {
    let quiet = Type::normal(SMALL, QUIET);
    scene.text((body.left, body.top + SMALL), Align::Left, quiet, above);
    let plot = Rect {
        left: body.left + room,
        top: body.top + 28.0,
        right: body.right - 16.0,
        bottom: body.bottom - if below.is_empty() { 28.0 } else { 46.0 },
    };
    let middle = (plot.left + plot.right) / 2.0;
    scene.text((middle, plot.bottom + 38.0), Align::Middle, quiet, below);
    plot
}

/// The name of the picture of a target's bands.
pub fn bands_name(target: Target) -> String {
    format!("bands-{}", target.id())
}

/// Forecasts from an origin.
type Fan<'a> = (Year, Vec<&'a Forecast>);
/// What came in a year, and the 80 % band and median that were forecast of it.
type End = (Year, f64, [f64; 3]);

fn published(points: &[(Year, f64)], year: Year) -> Option<f64> {
    points.iter().find(|(y, _)| *y == year).map(|(_, v)| *v)
}

/// The last year of each fan for which something came.
fn ends(fans: &[Fan<'_>], points: &[(Year, f64)]) -> Vec<(Year, Option<End>)> {
    let end = |f: &&Forecast| {
        let year = f.origin.plus(f.horizon as i32);
        Some((
            year,
            published(points, year)?,
            [2, 4, 6].map(|q| f.quantiles[q]),
        ))
    };
    fans.iter()
        .map(|(origin, fan)| (*origin, fan.iter().rev().find_map(end)))
        .collect()
}

/// Forecasts of the nation from each origin, with what was published.
pub fn bands(hindcast: &Hindcast, target: Target) -> Picture {
    let model = hindcast.headline_model(target);
    let name = bands_name(target);
    let points: Vec<(Year, f64)> = hindcast
        .series(target, NATION)
        .map_or(Vec::new(), |series| series.points.clone());
    let own = |f: &&Forecast| f.target == target && f.location == NATION && f.model == model;
    let fans: Vec<Fan> = hindcast
        .origins
        .iter()
        .map(|o| {
            let from = |f: &&Forecast| own(f) && f.origin == o.year;
            (o.year, hindcast.forecasts.iter().filter(from).collect())
        })
        .filter(|(_, fan): &Fan| !fan.is_empty())
        .take(LINES.len() - 1)
        .collect();
    let ends = ends(&fans, &points);
    let came = ends.iter().filter_map(|(_, end)| *end);
    let inside = came
        .clone()
        .filter(|(_, came, [low, _, high])| (low..=high).contains(&came));
    let above = came
        .clone()
        .filter(|(_, came, [_, median, _])| came > median);
    let title = words::bands_title(target, inside.count(), came.clone().count(), above.count());
    let subtitle = words::bands_subtitle(model);

    let letters = Type::normal(LABEL, INK);
    let room = WIDTH - 2.0 * MARGIN;
    let mut key = Key::default();
    key.add(
        room,
        Sample::Marker(INK, Shape::Disc),
        &[(letters, &words::PUBLISHED)],
    );
    for ((origin, end), (colour, dash)) in ends.iter().zip(LINES) {
        let text = words::from(*origin, *end);
        key.add(room, Sample::Line(colour, dash), &[(letters, &text)]);
    }
    let mark = hindcast.marks.iter().find(|m| m.target == target);
    let header = (title.as_str(), subtitle.as_str());
    let (mut page, body) = framed(hindcast, header, &key, &words::PICTURE_NOTE);
    let values = points.iter().map(|(_, v)| *v);
    let edges = fans
        .iter()
        .flat_map(|(_, fan)| fan.iter().flat_map(|f| [f.quantiles[2], f.quantiles[6]]));
    let all: Vec<f64> = values
        .chain(edges)
        .chain(mark.map(|m| m.threshold))
        .collect();
    let low = all.iter().copied().fold(f64::INFINITY, f64::min);
    let high = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let ticks = axis::round_ticks(low, high, 6);
    let space = axis::level_room(&ticks, Unit::Per10k);
    let scene = &mut page.scene;
    let plot = plot_in(scene, body, space, &words::PER_10K, "");
    let last = fans
        .iter()
        .flat_map(|(_, fan)| fan.iter().map(|f| f.origin.plus(f.horizon as i32)))
        .chain(points.iter().map(|(y, _)| *y))
        .max();
    let first = points.iter().map(|(y, _)| *y).min();
    let (Some(first), Some(last)) = (first, last) else {
        return Picture::not_drawn("hindcast-bands", name, title);
    };
    let y = Scale::new((ticks[0], ticks[ticks.len() - 1]), (plot.bottom, plot.top));
    let x = Scale::new(
        (f64::from(first.0), f64::from(last.0)),
        (plot.left + 12.0, plot.right - 12.0),
    );
    let at = |year: Year, value: f64| -> Point { (x.at(f64::from(year.0)), y.at(value)) };
    axis::draw_levels(scene, plot, &y, &ticks, Unit::Per10k);
    let years = axis::year_ticks(first, last, plot.width());
    axis::draw_years(scene, plot, &x, &years);
    if let Some(mark) = mark {
        let (from, to) = (at(first, mark.threshold), at(last, mark.threshold));
        scene.line(
            &[(plot.left, from.1), (plot.right, to.1)],
            MEDIUM,
            VERMILION,
            TARGET_DASH,
        );
        let letters = Type::normal(SMALL, VERMILION_INK);
        let text = words::target_line(mark.threshold, mark.year);
        scene.text((plot.left + 6.0, from.1 - 6.0), Align::Left, letters, &text);
    }
    let mut table = Table::new(&["series", "year", "value", "p10", "p25", "p75", "p90"]);
    for ((origin, fan), (colour, dash)) in fans.iter().zip(LINES) {
        let start = published(&points, *origin);
        for (low, high, alpha) in [(2, 6, BANDS[0]), (3, 5, BANDS[1])] {
            let each = |q: usize| {
                start.map(|v| at(*origin, v)).into_iter().chain(
                    fan.iter()
                        .map(move |f| at(f.origin.plus(f.horizon as i32), f.quantiles[q])),
                )
            };
            let mut area: Vec<Point> = each(high).collect();
            let mut lower: Vec<Point> = each(low).collect();
            lower.reverse();
            area.extend(lower);
            scene.area(area, colour, alpha);
        }
        let middle: Vec<Point> = start
            .map(|v| at(*origin, v))
            .into_iter()
            .chain(
                fan.iter()
                    .map(|f| at(f.origin.plus(f.horizon as i32), f.quantiles[4])),
            )
            .collect();
        scene.line(&middle, MEDIUM, colour, dash);
        for f in fan {
            table.row(&[
                ("series", format!("{model} from {origin}")),
                ("year", f.origin.plus(f.horizon as i32).to_string()),
                ("value", figure(f.quantiles[4])),
                ("p10", figure(f.quantiles[2])),
                ("p25", figure(f.quantiles[3])),
                ("p75", figure(f.quantiles[5])),
                ("p90", figure(f.quantiles[6])),
            ]);
        }
    }
    for (year, value) in &points {
        scene.marker(at(*year, *value), Shape::Disc, MARKER - 0.6, INK);
        table.row(&[
            ("series", "published".to_owned()),
            ("year", year.to_string()),
            ("value", figure(*value)),
        ]);
    }
    Picture {
        chart: "hindcast-bands",
        name,
        title,
        subtitle,
        scene: Some(page.scene),
        table,
    }
}

/// Targets of provinces with the score that would have been told.
fn of_provinces(hindcast: &Hindcast) -> Vec<&Scored> {
    let targets = hindcast.targets(Level::Provinces);
    targets
        .into_iter()
        .filter_map(|id| hindcast.overall(id, Level::Provinces, hindcast.headline_model(id)))
        .collect()
}

/// The same, and beside a mixture the way of going on that lately held.
fn with_lately(hindcast: &Hindcast) -> Vec<&Scored> {
    let told = of_provinces(hindcast);
    let lately = told
        .iter()
        .filter(|s| s.model.ends_with("mixture"))
        .filter_map(|s| words::lately(hindcast, s.target, Level::Provinces));
    told.iter().copied().chain(lately).collect()
}

/// A key with a line for each target, and one for what it is held against.
fn key_of(scores: &[&Scored], behind: &str) -> Key {
    let letters = Type::normal(LABEL, INK);
    let room = WIDTH - 2.0 * MARGIN;
    let mut key = Key::default();
    for (score, (colour, dash)) in scores.iter().zip(LINES) {
        let text = format!(
            "{} ({})",
            words::target(score.target),
            words::model(score.model)
        );
        key.add(room, Sample::Line(colour, dash), &[(letters, &text)]);
    }
    if !behind.is_empty() {
        key.add(room, Sample::Line(RULE, &[]), &[(letters, behind)]);
    }
    key
}

/// How much of what came bands held, against what they promised.
pub fn reliability(hindcast: &Hindcast) -> Picture {
    let scores = of_provinces(hindcast);
    let worst = scores
        .iter()
        .max_by(|a, b| {
            let off = |s: &Scored| (s.coverage[1] - 80.0).abs();
            off(a).total_cmp(&off(b))
        })
        .map(|s| (s.target, s.coverage[1]));
    let title = words::reliability_title(worst);
    let scores = with_lately(hindcast);
    let name = "reliability".to_owned();
    if scores.is_empty() {
        return Picture::not_drawn("hindcast-reliability", name, title);
    }
    let key = key_of(&scores, "");
    let header = (title.as_str(), &*words::RELIABILITY);
    let (mut page, body) = framed(hindcast, header, &key, &words::PICTURE_NOTE);
    let scene = &mut page.scene;
    let ticks = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0];
    let lowest = scores.iter().flat_map(|s| s.coverage).fold(100.0, f64::min);
    let ticks: Vec<f64> = match lowest < 40.0 {
        true => vec![0.0, 0.2, 0.4, 0.6, 0.8, 1.0],
        false => ticks.to_vec(),
    };
    let space = axis::level_room(&ticks, Unit::Share);
    let plot = plot_in(scene, body, space, &words::INSIDE, &words::PROMISED);
    let y = Scale::new((ticks[0], 1.0), (plot.bottom, plot.top));
    let x = Scale::new(
        (ticks[0].max(0.4), 1.0),
        (plot.left + 8.0, plot.right - 8.0),
    );
    axis::draw_levels(scene, plot, &y, &ticks, Unit::Share);
    axis::draw_values(scene, plot, &x, &LEVELS, Unit::Share);
    let low = ticks[0].max(0.4);
    scene.line(
        &[(x.at(low), y.at(low)), (x.at(1.0), y.at(1.0))],
        MEDIUM,
        RULE,
        &[],
    );
    let mut table = Table::new(&["target", "model", "promised", "inside", "rows"]);
    for (score, (colour, dash)) in scores.iter().zip(LINES) {
        let points: Vec<Point> = LEVELS
            .iter()
            .zip(score.coverage)
            .map(|(level, held)| (x.at(*level), y.at(held / 100.0)))
            .collect();
        scene.line(&points, THICK, colour, dash);
        for (point, (level, held)) in points.iter().zip(LEVELS.iter().zip(score.coverage)) {
            scene.marker(*point, Shape::Disc, MARKER, colour);
            table.row(&[
                ("target", score.target.id().to_owned()),
                ("model", score.model.to_owned()),
                ("promised", figure(*level)),
                ("inside", figure(held / 100.0)),
                ("rows", score.rows.to_string()),
            ]);
        }
    }
    Picture {
        chart: "hindcast-reliability",
        name,
        title,
        subtitle: words::RELIABILITY.to_owned(),
        scene: Some(page.scene),
        table,
    }
}

/// How much nearer than pooled growth forecasts of provinces are, by horizon.
pub fn skill(hindcast: &Hindcast) -> Picture {
    let scores = with_lately(hindcast);
    let title = words::skill_title(hindcast);
    let name = "skill-by-horizon".to_owned();
    if scores.is_empty() {
        return Picture::not_drawn("hindcast-skill", name, title);
    }
    let at_horizon = |target: Target, model: &str, horizon: u32| {
        let own = |s: &&Scored| {
            (s.target, s.level, s.windows, s.origin, s.horizon, s.model)
                == (
                    target,
                    Level::Provinces,
                    Windows::All,
                    None,
                    Some(horizon),
                    model,
                )
        };
        hindcast.scores.iter().find(own).map(|s| s.crps)
    };
    let lines: Vec<(&Scored, Vec<(u32, f64)>)> = scores
        .iter()
        .map(|score| {
            let points = (1..=5).filter_map(|horizon| {
                let own = at_horizon(score.target, score.model, horizon)?;
                let rival = at_horizon(score.target, "pooled_growth", horizon)?;
                Some((horizon, 1.0 - own / rival))
            });
            (*score, points.collect())
        })
        .collect();
    let key = key_of(&scores, words::model("pooled_growth"));
    let header = (title.as_str(), &*words::SKILL);
    let (mut page, body) = framed(hindcast, header, &key, &words::PICTURE_NOTE);
    let scene = &mut page.scene;
    let all = || {
        lines
            .iter()
            .flat_map(|(_, points)| points.iter().map(|(_, v)| *v))
    };
    let ticks = axis::round_ticks(all().fold(0.0, f64::min), all().fold(0.0, f64::max), 6);
    let space = axis::level_room(&ticks, Unit::Share);
    let plot = plot_in(scene, body, space, &words::NEARER, &words::YEARS_AHEAD);
    let y = Scale::new((ticks[0], ticks[ticks.len() - 1]), (plot.bottom, plot.top));
    let x = Scale::new((1.0, 5.0), (plot.left + 24.0, plot.right - 24.0));
    axis::draw_levels(scene, plot, &y, &ticks, Unit::Share);
    axis::draw_values(scene, plot, &x, &[1.0, 2.0, 3.0, 4.0, 5.0], Unit::Count);
    let zero = y.at(0.0);
    scene.line(&plot.level(zero), MEDIUM, RULE, &[]);
    let mut table = Table::new(&["target", "model", "horizon", "nearer"]);
    for ((score, points), (colour, dash)) in lines.iter().zip(LINES) {
        let places: Vec<Point> = points
            .iter()
            .map(|(h, v)| (x.at(f64::from(*h)), y.at(*v)))
            .collect();
        scene.line(&places, THICK, colour, dash);
        for (place, (horizon, value)) in places.iter().zip(points) {
            scene.marker(*place, Shape::Disc, MARKER, colour);
            table.row(&[
                ("target", score.target.id().to_owned()),
                ("model", score.model.to_owned()),
                ("horizon", horizon.to_string()),
                ("nearer", figure(*value)),
            ]);
        }
    }
    Picture {
        chart: "hindcast-skill",
        name,
        title,
        subtitle: words::SKILL.to_owned(),
        scene: Some(page.scene),
        table,
    }
}

/// Bars of a histogram.
const BARS: usize = 10;

/// The chances that what came had been given, side by side for each target.
pub fn pit(hindcast: &Hindcast) -> Picture {
    let scores = of_provinces(hindcast);
    let of = |score: &Scored| {
        let own = |p: &&crate::hindcast::found::Pit| {
            (p.target, p.level, p.model) == (score.target, Level::Provinces, score.model)
        };
        hindcast.pits.iter().find(own).map(|p| p.values.as_slice())
    };
    let all: Vec<(&Scored, &[f64])> = scores
        .iter()
        .filter_map(|score| Some((*score, of(score)?)))
        .collect();
    let upper = |values: &[f64]| {
        values.iter().filter(|v| **v > 0.5).count() as f64 / values.len().max(1) as f64
    };
    let furthest = all
        .iter()
        .map(|(score, values)| (score.target, upper(values)))
        .max_by(|a, b| (a.1 - 0.5).abs().total_cmp(&(b.1 - 0.5).abs()));
    let title = words::pit_title(furthest);
    let name = "pit".to_owned();
    if all.is_empty() {
        return Picture::not_drawn("hindcast-pit", name, title);
    }
    let header = (title.as_str(), &*words::PIT);
    let (mut page, body) = framed(hindcast, header, &Key::default(), &words::PICTURE_NOTE);
    let shares: Vec<[f64; BARS]> = all
        .iter()
        .map(|(_, values)| {
            let mut bars = [0.0; BARS];
            for value in *values {
                let bar = ((value * BARS as f64) as usize).min(BARS - 1);
                bars[bar] += 1.0 / values.len() as f64;
            }
            bars
        })
        .collect();
    let most = shares.iter().flatten().copied().fold(0.2, f64::max);
    let ticks = axis::round_ticks(0.0, most, 5);
    let scene = &mut page.scene;
    let space = axis::level_room(&ticks, Unit::Share);
    let gap = 22.0;
    let width = (body.width() - space - 16.0 - gap * (all.len() - 1) as f64) / all.len() as f64;
    let mut table = Table::new(&["target", "model", "from", "to", "share"]);
    let (quiet, strong) = (Type::normal(SMALL, QUIET), Type::bold(LABEL, INK));
    for (n, ((score, _), bars)) in all.iter().zip(&shares).enumerate() {
        let left = body.left + space + n as f64 * (width + gap);
        let plot = Rect {
            left,
            top: body.top + 30.0,
            right: left + width,
            bottom: body.bottom - 46.0,
        };
        let y = Scale::new((0.0, ticks[ticks.len() - 1]), (plot.bottom, plot.top));
        let x = Scale::new((0.0, 1.0), (plot.left, plot.right));
        if n == 0 {
            axis::draw_levels(scene, plot, &y, &ticks, Unit::Share);
        } else {
            for tick in &ticks {
                let level = y.at(*tick);
                scene.line(&plot.level(level), THIN, GRID, &[]);
            }
        }
        let upper_name = words::target(score.target);
        let middle = (plot.left + plot.right) / 2.0;
        let label = crate::words::report::upper_first(upper_name);
        let label = super::measure::ellipsis(&label, LABEL, super::measure::Weight::Bold, width);
        scene.text((middle, body.top + 16.0), Align::Middle, strong, &label);
        for (bar, share) in bars.iter().enumerate() {
            let (from, to) = (bar as f64 / BARS as f64, (bar + 1) as f64 / BARS as f64);
            let area = Rect {
                left: x.at(from) + 1.0,
                top: y.at(*share),
                right: x.at(to) - 1.0,
                bottom: plot.bottom,
            };
            scene.rect(area, BLUE);
            table.row(&[
                ("target", score.target.id().to_owned()),
                ("model", score.model.to_owned()),
                ("from", figure(from)),
                ("to", figure(to)),
                ("share", figure(*share)),
            ]);
        }
        let even = y.at(1.0 / BARS as f64);
        scene.line(&plot.level(even), MEDIUM, VERMILION, &[]);
        // The outer labels stay inside their panel: the next one is near.
        let places = [
            (0.0, Align::Left),
            (0.5, Align::Middle),
            (1.0, Align::Right),
        ];
        let labels = axis::tick_labels(&[0.0, 0.5, 1.0], Unit::Share);
        for ((tick, align), label) in places.into_iter().zip(labels) {
            scene.text((x.at(tick), plot.bottom + 17.0), align, quiet, &label);
        }
    }
    let middle = (body.left + body.right) / 2.0;
    scene.text(
        (middle, body.bottom - 8.0),
        Align::Middle,
        quiet,
        &words::GIVEN,
    );
    Picture {
        chart: "hindcast-pit",
        name,
        title,
        subtitle: words::PIT.to_owned(),
        scene: Some(page.scene),
        table,
    }
}
