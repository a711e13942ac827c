//! A search in pictures: what more money buys, step by step, and what the packages near the answer decide.

use super::axis::{self, Scale};
use super::measure::{Weight, ellipsis, wrap_at_most};
use super::page::{Height, with_footer};
use super::scene::{Align, Point, Rect, Scene, Type};
use super::style::*;
use super::table::{Table, figure};
use super::{Picture, PlotError};
use crate::results::Unit;
use crate::results::seek::{By, Seek};
use crate::said::{Language, within};
use crate::words::seek as words;

/// Every picture of a search: the frontier of each goal that has one, then what packages decide.
pub fn pictures(s: &Seek) -> Result<Vec<Picture>, PlotError> {
    let told = |g: &usize| s.goals[*g].frontier.len() > 1;
    let mut all: Vec<Picture> = (0..s.goals.len())
        .filter(told)
        .map(|g| frontier(s, g))
        .collect();
    all.push(levers(s));
    Ok(all)
}

/// One step of the stairs.
struct Step {
    package: usize,
    cost: [f64; 3],
    reach: [f64; 3],
    fresh: bool,
}

fn steps(s: &Seek, goal: usize) -> Vec<Step> {
    let steps = s.goals[goal].frontier.iter();
    let mut all: Vec<Step> = steps
        .map(|at| {
            let one = s.package(*at);
            let found = &one.searched;
            let reach = found.goals[goal];
            Step {
                package: *at,
                cost: [found.cost.value, found.cost.low, found.cost.high],
                reach: [reach.value, reach.low, reach.high],
                fresh: one.checked.is_some(),
            }
        })
        .collect();
    all.sort_by(|a, b| a.cost[0].total_cmp(&b.cost[0]));
    all
}

/// Cost against the measure of a goal, as stairs.
fn frontier(s: &Seek, goal: usize) -> Picture {
    let all = steps(s, goal);
    let by = s.goals[goal].by;
    let unit = match by {
        By::Number => Unit::Ratio,
        _ => Unit::Share,
    };
    let title = words::frontier_title(s, goal);
    let subtitle = words::goal(s, &s.goals[goal]);
    let footer = words::footer(s);
    let header = (title.as_str(), subtitle.as_str());
    let mut page = with_footer(
        &footer,
        header,
        &words::FRONTIER_NOTE,
        WIDTH,
        Height::Page(HEIGHT),
    );
    let asked: Vec<f64> = s.goals[goal].answers.iter().map(|a| a.at_least).collect();
    let most = all.iter().map(|step| step.reach[2]).fold(0.0, f64::max);
    // A level far above everything found would press the stairs to the ground.
    let near: Vec<f64> = asked
        .into_iter()
        .filter(|level| *level <= most * 2.5)
        .collect();
    let high = near.iter().copied().fold(most, f64::max);
    let limit = match by {
        By::Number => f64::INFINITY,
        _ => 1.0,
    };
    let levels: Vec<f64> = axis::round_ticks(0.0, high, 5)
        .into_iter()
        .filter(|t| (-1e-9..=limit + 1e-9).contains(t))
        .collect();
    let low = all.iter().map(|step| step.cost[1]).fold(0.0, f64::min);
    let dear = all.iter().map(|step| step.cost[2]).fold(1.0, f64::max);
    // The ceiling where it is not far off.
    let ceiling = s.ceiling.filter(|ceiling| *ceiling <= 2.0 * dear);
    let costs = axis::round_ticks(low, ceiling.unwrap_or(dear).max(dear), 5);
    let body = page.body;
    let plot = Rect {
        left: body.left + axis::level_room(&levels, unit),
        top: body.top + 4.0,
        right: body.right - 8.0,
        bottom: body.bottom - 46.0,
    };
    let x = Scale::new(
        (costs[0], costs[costs.len() - 1]),
        (plot.left + 12.0, plot.right - 12.0),
    );
    let top = levels.last().copied().unwrap_or(1.0).max(high);
    let y = Scale::new((0.0, top), (plot.bottom - 8.0, plot.top + 14.0));
    let scene = &mut page.scene;
    axis::draw_levels(scene, plot, &y, &levels, unit);
    axis::draw_values(scene, plot, &x, &costs, Unit::Ratio);
    let caption = words::frontier_axis(s);
    let middle = (plot.left + plot.right) / 2.0;
    let quiet = Type::normal(SMALL, QUIET);
    scene.text((middle, plot.bottom + 38.0), Align::Middle, quiet, &caption);
    for level in near {
        scene.line(&plot.level(y.at(level)), MEDIUM, VERMILION, TARGET_DASH);
        let label = words::at_least(by, level);
        let letters = Type::bold(SMALL, VERMILION_INK);
        scene.text(
            (plot.left + 6.0, y.at(level) - 5.0),
            Align::Left,
            letters,
            &label,
        );
    }
    if let Some(ceiling) = ceiling {
        scene.line(&plot.upright(x.at(ceiling)), MEDIUM, INK, TARGET_DASH);
        let place = (x.at(ceiling) - 6.0, plot.bottom - 14.0);
        scene.text(place, Align::Right, Type::bold(SMALL, INK), &words::CEILING);
    }
    draw_stairs(scene, &all, (&x, &y), plot);
    Picture {
        chart: "frontier",
        name: format!("frontier-{}", goal + 1),
        title,
        subtitle,
        scene: Some(page.scene),
        table: stairs_in_numbers(s, &all),
    }
}

/// The stairs with their intervals and markers.
fn draw_stairs(scene: &mut Scene, all: &[Step], (x, y): (&Scale, &Scale), plot: Rect) {
    let at = |step: &Step| (x.at(step.cost[0]), y.at(step.reach[0]));
    let mut line: Vec<Point> = Vec::new();
    for step in all {
        let (px, py) = at(step);
        if let Some((_, before)) = line.last().copied() {
            line.push((px, before));
        }
        line.push((px, py));
    }
    if let Some((_, last)) = line.last().copied() {
        line.push((plot.right, last));
    }
    scene.line(&line, MEDIUM, BLUE, &[]);
    for step in all {
        let (px, py) = at(step);
        let upright = [(px, y.at(step.reach[1])), (px, y.at(step.reach[2]))];
        scene.line(&upright, THIN + 0.3, BLUE, &[]);
        let across = [(x.at(step.cost[1]), py), (x.at(step.cost[2]), py)];
        scene.line(&across, THIN + 0.3, BLUE, &[]);
        let shape = match step.fresh {
            true => Shape::Disc,
            false => Shape::Ring,
        };
        scene.marker((px, py), shape, MARKER, BLUE);
    }
}

fn stairs_in_numbers(s: &Seek, all: &[Step]) -> Table {
    let mut table = Table::new(&[
        "package",
        "decides",
        "cost",
        "cost_low",
        "cost_high",
        "reach",
        "low",
        "high",
        "fresh",
    ]);
    for step in all {
        let yes = if step.fresh { "yes" } else { "no" };
        table.row(&[
            ("package", step.package.to_string()),
            (
                "decides",
                within(Language::En, || {
                    words::package(s, &s.package(step.package).levels)
                }),
            ),
            ("cost", figure(step.cost[0])),
            ("cost_low", figure(step.cost[1])),
            ("cost_high", figure(step.cost[2])),
            ("reach", figure(step.reach[0])),
            ("low", figure(step.reach[1])),
            ("high", figure(step.reach[2])),
            ("fresh", yes.to_owned()),
        ]);
    }
    table
}

/// Height of a row and of the heads of the columns.
const ROW: f64 = 30.0;
const HEADS: f64 = 44.0;
/// Room before and behind the cells.
const BEFORE: f64 = 170.0;
/// Packages that the picture shows, at most.
const MOST_ROWS: usize = 14;

/// The packages that the picture of levers shows: those near the answer, else those on the way to the most.
fn told(s: &Seek) -> Vec<usize> {
    let first = &s.goals[0];
    let near = first.answers.iter().rfind(|a| a.package.is_some());
    let mut all = match near {
        Some(answer) => answer.near.clone(),
        None => first.frontier.clone(),
    };
    if all.len() > MOST_ROWS {
        let last = all.len() - 1;
        all = (0..MOST_ROWS)
            .map(|k| all[k * last / (MOST_ROWS - 1)])
            .collect();
    }
    all
}

/// What packages decide: a row for each package, a column for each lever.
fn levers(s: &Seek) -> Picture {
    let rows = told(s);
    let title = words::levers_title(s);
    let subtitle = words::goal(s, &s.goals[0]);
    let mut table = Table::new(&["package", "lever", "level", "part", "cost", "reach"]);
    for at in &rows {
        let one = s.package(*at);
        for (lever, level) in s.levers.iter().zip(&one.levels) {
            let level = usize::from(*level);
            let part = level as f64 / (lever.levels.len() - 1).max(1) as f64;
            table.row(&[
                ("package", at.to_string()),
                ("lever", lever.policy.clone()),
                (
                    "level",
                    within(Language::En, || words::level_in_short(lever, level)),
                ),
                ("part", figure(part)),
                ("cost", figure(one.best().cost.value)),
                ("reach", figure(one.best().goals[0].value)),
            ]);
        }
    }
    let body = HEADS + rows.len() as f64 * ROW + 8.0;
    let footer = words::footer(s);
    let header = (title.as_str(), subtitle.as_str());
    let mut page = with_footer(
        &footer,
        header,
        &words::LEVERS_NOTE,
        WIDTH,
        Height::Body(body),
    );
    draw_levers(s, &rows, page.body, &mut page.scene);
    Picture {
        chart: "levers",
        name: "levers".to_owned(),
        title,
        subtitle,
        scene: Some(page.scene),
        table,
    }
}

fn draw_levers(s: &Seek, rows: &[usize], body: Rect, scene: &mut Scene) {
    let by = s.goals[0].by;
    let wide = (body.width() - BEFORE) / s.levers.len() as f64;
    let left = |l: usize| body.left + BEFORE + l as f64 * wide;
    for (l, lever) in s.levers.iter().enumerate() {
        let lines = wrap_at_most(
            &lever.policy.replace('-', " "),
            SMALL,
            Weight::Normal,
            wide - 8.0,
            2,
        );
        let up = lines.len() as f64 - 1.0;
        for (n, line) in lines.iter().enumerate() {
            let y = body.top + HEADS - 16.0 - (up - n as f64) * SMALL * 1.25;
            let letters = Type::normal(SMALL, QUIET);
            scene.text_centred((left(l) + wide / 2.0, y), Align::Middle, letters, line);
        }
    }
    for (n, at) in rows.iter().enumerate() {
        let one = s.package(*at);
        let top = body.top + HEADS + n as f64 * ROW;
        let found = one.best();
        let reached = words::reached_in_short(by, found, 0);
        let cost = crate::words::number::short(found.cost.value);
        let says = ellipsis(
            &words::reached_for(&reached, &cost),
            SMALL,
            Weight::Normal,
            BEFORE - 14.0,
        );
        let place = (body.left + BEFORE - 10.0, top + ROW / 2.0);
        scene.text_centred(place, Align::Right, Type::normal(SMALL, INK), &says);
        for (l, (lever, level)) in s.levers.iter().zip(&one.levels).enumerate() {
            let level = usize::from(*level);
            let most = (lever.levels.len() - 1).max(1);
            let cell = Rect::sized(left(l) + 1.5, top + 1.5, wide - 3.0, ROW - 3.0);
            let on = lever.levels[level].on;
            let ground = match on {
                true => shade(level as f64 / most as f64),
                false => PAPER,
            };
            scene.rect(cell, ground);
            if !on {
                scene.outline(cell, THIN, GRID);
                continue;
            }
            let text = words::level_in_short(lever, level);
            let letters = Type::normal(SMALL, ink_on(ground));
            let text = ellipsis(&text, SMALL, Weight::Normal, wide - 8.0);
            scene.text_centred(cell.centre(), Align::Middle, letters, &text);
        }
    }
}

/// From a pale blue to a full one.
fn shade(part: f64) -> Colour {
    let mix = |pale: u8, full: u8| {
        let far = 0.15 + 0.85 * part.clamp(0.0, 1.0);
        (f64::from(pale) + (f64::from(full) - f64::from(pale)) * far).round() as u8
    };
    Colour(
        mix(PAPER.0, BLUE.0),
        mix(PAPER.1, BLUE.1),
        mix(PAPER.2, BLUE.2),
    )
}
