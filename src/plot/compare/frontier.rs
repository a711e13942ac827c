//! Cost against chance: which options buy the most for their money.

use super::{page, slug};
use crate::plot::axis::{self, Scale};
use crate::plot::measure::ellipsis;
use crate::plot::page::Height;
use crate::plot::place::{Placer, Side, leader, spread};
use crate::plot::scene::{Align, Rect, Scene, Type};
use crate::plot::style::*;
use crate::plot::table::{Table, figure};
use crate::plot::{Picture, PlotError};
use crate::results::Unit;
use crate::results::comparison::{Comparison, Mean};
use crate::words::{chart::compare as words, number};

/// Widest label.
const LABEL_ROOM: f64 = 190.0;
/// Points up to which each bears its name.
const FEW: usize = 8;
/// Room of the list of names, of a number in it, and height of a row.
const LIST: f64 = 262.0;
const NUMBER: f64 = 28.0;
const LIST_ROW: f64 = 18.0;
/// Height of the row of numbers above the plot.
const STRIP: f64 = 30.0;

/// One option on the plane.
struct Point {
    option: usize,
    cost: Mean,
    chance: Mean,
    efficient: bool,
}

/// Marks the points that no other beats: from cheap to dear, those likelier than all before.
fn mark_efficient(points: &mut [Point]) {
    points.sort_by(|a, b| {
        let by_cost = a.cost.value.total_cmp(&b.cost.value);
        by_cost
            .then(b.chance.value.total_cmp(&a.chance.value))
            .then(a.option.cmp(&b.option))
    });
    let mut best = f64::NEG_INFINITY;
    for point in points {
        point.efficient = point.chance.value > best;
        best = best.max(point.chance.value);
    }
}

/// Draws cost against the chance of one target.
pub fn draw(c: &Comparison, q: usize) -> Result<Picture, PlotError> {
    let question = &c.questions[q];
    let name = format!("frontier-{}", slug(&question.id));
    let cost = |o: usize| {
        if o == c.reference {
            return Some(Mean::default());
        }
        c.cost_of(o).map(|cost| cost.difference)
    };
    let mut points: Vec<Point> = (0..c.options.len())
        .filter_map(|option| {
            Some(Point {
                option,
                cost: cost(option)?,
                chance: c.answer(q, option).value?,
                efficient: false,
            })
        })
        .collect();
    if points.len() < 2 {
        return Ok(Picture::not_drawn(
            "frontier",
            name,
            words::NOTHING.to_owned(),
        ));
    }
    mark_efficient(&mut points);
    let option = |p: &Point| c.options[p.option].name.as_str();
    let table = table(c, q, &points);
    let efficient: Vec<&str> = points.iter().filter(|p| p.efficient).map(option).collect();
    let title = words::frontier_title(c, question);
    let subtitle = words::frontier_answer(&efficient, points.len() - efficient.len());

    let ends = |of: &dyn Fn(&Point) -> Mean, least: f64| {
        let all = || points.iter().map(of);
        let low = all().map(|m| m.low).fold(f64::INFINITY, f64::min);
        let high = all().map(|m| m.high).fold(f64::NEG_INFINITY, f64::max);
        let middle = (low + high) / 2.0;
        (
            low.min(middle - least / 2.0),
            high.max(middle + least / 2.0),
        )
    };
    let (low, high) = ends(&|p| p.chance, 0.02);
    let (low, high) = (low.max(0.0), high.min(1.0));
    let chances = axis::round_ticks(low, high, 5);
    let chances: Vec<f64> = chances
        .into_iter()
        .filter(|t| (-1e-9..=1.0 + 1e-9).contains(t))
        .collect();
    let costs = ends(&|p| p.cost, 1.0);
    let cost_ticks = axis::round_ticks(costs.0, costs.1, 5);
    let sized = |plot: Rect| {
        let outer = (cost_ticks[0], cost_ticks[cost_ticks.len() - 1]);
        let x = Scale::new(outer, (plot.left + 16.0, plot.right - 16.0));
        let up = (chances[0].min(low), chances[chances.len() - 1].max(high));
        (x, Scale::new(up, (plot.bottom - 12.0, plot.top + 12.0)))
    };
    // Many names would lie on the data: there the points have numbers, and a list names them.
    let many = points.len() > FEW;
    let text_of = |at: usize| {
        let p = &points[at];
        let name = format!("{} {}", option(p), chance(c, q, p.option));
        if many { (at + 1).to_string() } else { name }
    };
    let first_note = if many {
        words::FRONTIER_NOTE_MANY
    } else {
        words::FRONTIER_NOTE
    };
    let mut note = first_note.to_owned();
    let mut drawn = None;
    // A label that finds no place is named in the note, and then the page is laid out again.
    for _ in 0..2 {
        let list = points.len() as f64 * LIST_ROW + 20.0;
        let height = if many {
            HEIGHT.max(list + 220.0)
        } else {
            HEIGHT
        };
        let mut page = page(c, (&title, &subtitle), &note, WIDTH, Height::Page(height));
        let body = page.body;
        let plot = Rect {
            left: body.left + axis::level_room(&chances, Unit::Share),
            top: body.top + if many { STRIP } else { 4.0 },
            right: body.right - if many { LIST } else { 0.0 },
            bottom: body.bottom - 46.0,
        };
        let (x, y) = sized(plot);
        let scene = &mut page.scene;
        axis::draw_levels(scene, plot, &y, &chances, Unit::Share);
        axis::draw_values(scene, plot, &x, &cost_ticks, Unit::Ratio);
        let caption = words::frontier_axis(&c.currency, c.last_year());
        let quiet = Type::normal(SMALL, QUIET);
        let half = quiet.width(&caption) / 2.0;
        let middle = ((plot.left + plot.right) / 2.0).max(body.left + half);
        scene.text((middle, plot.bottom + 38.0), Align::Middle, quiet, &caption);
        let at = |p: &Point| (x.at(p.cost.value), y.at(p.chance.value));
        let mut placer = Placer::new(plot.grown(-2.0));
        let line: Vec<_> = points.iter().filter(|p| p.efficient).map(at).collect();
        scene.line(&line, MEDIUM, BLUE, &[]);
        placer.avoid_line(&line);
        for p in points.iter().filter(|p| p.efficient || !many) {
            let (px, py) = at(p);
            let across = [(x.at(p.cost.low), py), (x.at(p.cost.high), py)];
            let upright = [(px, y.at(p.chance.low)), (px, y.at(p.chance.high))];
            let colour = if p.efficient { BLUE } else { RULE };
            for cross in [across, upright] {
                scene.line(&cross, THIN + 0.3, colour, &[]);
                placer.avoid_line(&cross);
            }
        }
        let letters = |p: &Point| {
            if p.efficient || p.option == c.reference {
                Type::bold(SMALL, INK)
            } else {
                Type::normal(SMALL, QUIET)
            }
        };
        if many {
            numbers_above(scene, plot, &points, &at, &letters);
            let left = plot.right + 26.0;
            let room = body.right - left - NUMBER;
            for (row, p) in points.iter().enumerate() {
                let y = body.top + 12.0 + row as f64 * LIST_ROW;
                let right = left + NUMBER - 8.0;
                let number = (row + 1).to_string();
                scene.text_centred((right, y), Align::Right, letters(p), &number);
                let says = format!("{}, {}", option(p), chance(c, q, p.option));
                let says = ellipsis(&says, SMALL, letters(p).weight, room);
                scene.text_centred((left + NUMBER, y), Align::Left, letters(p), &says);
            }
        }
        for p in points.iter().rev() {
            let (shape, colour) = match (p.option == c.reference, p.efficient) {
                (true, _) => (Shape::Diamond, INK),
                (false, true) => (Shape::Disc, BLUE),
                (false, false) => (Shape::Ring, QUIET),
            };
            let size = if many { MARKER - 0.6 } else { MARKER + 0.8 };
            scene.marker(at(p), shape, size, colour);
            let (px, py) = at(p);
            placer.block(Rect::sized(px - 6.0, py - 6.0, 12.0, 12.0));
        }
        let mut lost = Vec::new();
        let sides = [Side::Right, Side::Above, Side::Below, Side::Left];
        // Those that matter find a place first.
        let all = || 0..points.len();
        let first = all().filter(|p| points[*p].efficient);
        let told: Vec<usize> = first
            .chain(all().filter(|p| !points[*p].efficient))
            .collect();
        for place in told.into_iter().filter(|_| !many) {
            let p = &points[place];
            let letters = letters(p);
            let text = ellipsis(&text_of(place), SMALL, letters.weight, LABEL_ROOM);
            let size = (letters.width(&text), SMALL * 1.2);
            match placer.place(at(p), size, &sides) {
                Some(rect) => {
                    if let Some((from, to)) = leader(at(p), &rect) {
                        scene.line(&[from, to], THIN, RULE, &[]);
                    }
                    let place = (rect.left, rect.bottom - 0.28 * SMALL);
                    scene.text(place, Align::Left, letters, &text);
                }
                None => lost.push(option(p)),
            }
        }
        drawn = Some(page.scene);
        if lost.is_empty() || note.len() > first_note.len() {
            break;
        }
        note = format!("{first_note} {}", words::unlabelled(&lost));
    }
    Ok(Picture {
        chart: "frontier",
        name,
        title,
        subtitle,
        scene: drawn,
        table,
    })
}

/// Numbers of the points in a row above the plot, each with a leader to its own: they stand in the order
/// of their cost, so leaders never cross.
fn numbers_above(
    scene: &mut Scene,
    plot: Rect,
    points: &[Point],
    at: &dyn Fn(&Point) -> (f64, f64),
    letters: &dyn Fn(&Point) -> Type,
) {
    let number = |row: usize| (row + 1).to_string();
    let wanted: Vec<f64> = points.iter().map(|p| at(p).0).collect();
    let wide = |row: usize| letters(&points[row]).width(&number(row)) + 6.0;
    let widths: Vec<f64> = (0..points.len()).map(wide).collect();
    let places = spread(&wanted, &widths, plot.left, plot.right);
    for (row, (p, place)) in points.iter().zip(places).enumerate() {
        let (px, py) = at(p);
        scene.line(&[(place, plot.top - 3.0), (px, py - 5.0)], THIN, RULE, &[]);
        let above = (place, plot.top - 12.0);
        scene.text_centred(above, Align::Middle, letters(p), &number(row));
    }
}

/// The points in numbers.
fn table(c: &Comparison, q: usize, points: &[Point]) -> Table {
    let mut table = Table::new(&[
        "option",
        "question",
        "cost",
        "cost_low",
        "cost_high",
        "probability",
        "low",
        "high",
        "efficient",
    ]);
    for p in points {
        table.row(&[
            ("option", c.options[p.option].name.clone()),
            ("question", c.questions[q].id.clone()),
            ("cost", figure(p.cost.value)),
            ("cost_low", figure(p.cost.low)),
            ("cost_high", figure(p.cost.high)),
            ("probability", figure(p.chance.value)),
            ("low", figure(p.chance.low)),
            ("high", figure(p.chance.high)),
            (
                "efficient",
                if p.efficient { "yes" } else { "no" }.to_owned(),
            ),
        ]);
    }
    table
}

fn chance(c: &Comparison, q: usize, o: usize) -> String {
    let answer = c.answer(q, o);
    match (&answer.probability, answer.ends()) {
        (_, Some([low, high])) => crate::words::compare::percent_range(low, high),
        (Some(p), None) => number::chance(p),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_no_other_beats_is_efficient() {
        let exactly = words::exactly;
        let all = [
            (0.0, 0.5),
            (10.0, 0.7),
            (12.0, 0.7),
            (15.0, 0.6),
            (20.0, 0.9),
            (-5.0, 0.4),
        ];
        let mut points: Vec<Point> = all
            .iter()
            .enumerate()
            .map(|(option, (cost, chance))| Point {
                option,
                cost: exactly(*cost),
                chance: exactly(*chance),
                efficient: false,
            })
            .collect();
        mark_efficient(&mut points);
        let best: Vec<usize> = points
            .iter()
            .filter(|p| p.efficient)
            .map(|p| p.option)
            .collect();
        assert_eq!(best, [5, 0, 1, 4]);
    }
}
