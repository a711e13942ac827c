//! The chance of one target at every year-end, option by option: lines where they can be told apart, a
//! table of shades where there are more.

use super::{page, slug};
use crate::plot::axis;
use crate::plot::measure::{Weight, ellipsis, wrap_at_most};
use crate::plot::page::Height;
use crate::plot::place::spread;
use crate::plot::scene::{Align, Point, Rect, Scene, Type};
use crate::plot::style::*;
use crate::plot::table::{Table, figure};
use crate::plot::{Picture, PlotError};
use crate::results::comparison::{Comparison, Verdict};
use crate::results::{Probability, Unit};
use crate::units::Year;
use crate::words::report::{chance_range, sure};
use crate::words::{chart::compare as words, number};

/// Room of the labels at the line ends, and of the leaders to them.
const LABELS: f64 = 190.0;
const LEADER: f64 = 62.0;
/// Height of a row of shades.
const ROW: f64 = 27.0;
/// Widest name left of the shades.
const NAMES: f64 = 250.0;

/// Draws the chances of one target.
pub fn draw(c: &Comparison, q: usize) -> Result<Picture, PlotError> {
    let question = &c.questions[q];
    let name = format!("chance-{}", slug(&question.id));
    let years = c.years.get(1..).unwrap_or_default();
    let order: Vec<usize> = c
        .in_order()
        .into_iter()
        .filter(|o| c.answer(q, *o).chances.len() == years.len())
        .collect();
    let mut table = Table::new(&[
        "option",
        "question",
        "year",
        "probability",
        "low",
        "high",
        "hits",
        "of",
    ]);
    for o in &order {
        for (year, p) in years.iter().zip(&c.answer(q, *o).chances) {
            table.row(&[
                ("option", c.options[*o].name.clone()),
                ("question", question.id.clone()),
                ("year", year.to_string()),
                ("probability", figure(p.value)),
                ("low", figure(p.low)),
                ("high", figure(p.high)),
                ("hits", p.hits.to_string()),
                ("of", p.of.to_string()),
            ]);
        }
    }
    if order.is_empty() || years.is_empty() {
        return Ok(Picture::not_drawn(
            "chance",
            name,
            words::NOTHING.to_owned(),
        ));
    }
    let chance = |o: usize| match (c.answer(q, o).ends(), c.answer(q, o).probability) {
        (Some([low, high]), Some(p)) if p.of >= 30 => chance_range(low.value, high.value),
        (_, Some(p)) => sure(None, &p),
        (_, None) => String::new(),
    };
    let mean = |o: usize| c.answer(q, o).difference.map_or(0.0, |d| d.mean);
    let better = c.others().filter(|o| {
        c.answer(q, *o)
            .difference
            .is_some_and(|d| d.verdict == Verdict::Better)
    });
    let best = better.max_by(|a, b| mean(*a).total_cmp(&mean(*b)).then(b.cmp(a)));
    let same = c.others().all(|o| {
        c.answer(q, o)
            .difference
            .is_none_or(|d| d.verdict == Verdict::Same)
    });
    let best = best.map(|o| (c.options[o].name.as_str(), chance(o)));
    let title = words::chance_title(
        c,
        question,
        best.as_ref().map(|(name, p)| (*name, p.as_str())),
    );
    let subtitle = words::chance_answer(
        question.year,
        best.as_ref().map(|(name, p)| (*name, p.as_str())),
        (&c.options[c.reference].name, &chance(c.reference)),
        same,
    );
    let lines = order.len() <= LINES.len();
    let height = if lines {
        Height::Page(HEIGHT)
    } else {
        Height::Body(order.len() as f64 * ROW + 40.0)
    };
    let note = if lines { &words::CHANCE_NOTE } else { "" };
    let mut page = page(c, (&title, &subtitle), note, WIDTH, height);
    let told = |o: &usize| (c.options[*o].name.as_str(), &c.answer(q, *o).chances[..]);
    let rows: Vec<(&str, &[Probability])> = order.iter().map(told).collect();
    if lines {
        draw_lines(&mut page.scene, page.body, years, question.year, &rows);
    } else {
        draw_shades(&mut page.scene, page.body, years, question.year, &rows);
    }
    Ok(Picture {
        chart: "chance",
        name,
        title,
        subtitle,
        scene: Some(page.scene),
        table,
    })
}

fn draw_lines(
    scene: &mut Scene,
    body: Rect,
    years: &[Year],
    due: Year,
    rows: &[(&str, &[Probability])],
) {
    let (first, last) = (years[0], years[years.len() - 1]);
    let ticks = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0];
    let plot = Rect {
        left: body.left + axis::level_room(&ticks, Unit::Share),
        top: body.top + 12.0,
        right: body.right - LABELS - LEADER - 6.0,
        bottom: body.bottom - 28.0,
    };
    let from = if first == last { first.0 - 1 } else { first.0 };
    let ends = (f64::from(from), f64::from(last.0));
    let x = axis::Scale::new(ends, (plot.left + 10.0, plot.right));
    let y = axis::Scale::new((0.0, 1.0), (plot.bottom - 6.0, plot.top));
    axis::draw_levels(scene, plot, &y, &ticks, Unit::Share);
    axis::draw_years(
        scene,
        plot,
        &x,
        &axis::year_ticks(first, last, plot.width()),
    );
    let at = |year: Year, value: f64| -> Point { (x.at(f64::from(year.0)), y.at(value)) };
    let path = |row: &[Probability], of: fn(&Probability) -> f64| -> Vec<Point> {
        years
            .iter()
            .zip(row)
            .map(|(year, p)| at(*year, of(p)))
            .collect()
    };
    for ((_, row), (colour, _)) in rows.iter().zip(LINES).take(1) {
        let mut band = path(row, |p| p.high);
        band.extend(path(row, |p| p.low).into_iter().rev());
        scene.area(band, colour, INTERVAL);
    }
    // The reference lies on top of what it hides.
    for ((_, row), (colour, dash)) in rows.iter().zip(LINES).rev() {
        scene.line(&path(row, |p| p.value), THICK, colour, dash);
    }
    for ((_, row), (colour, _)) in rows.iter().zip(LINES).rev() {
        for (year, p) in years.iter().zip(*row) {
            if *year == due {
                scene.marker(at(*year, p.value), Shape::Diamond, MARKER + 0.6, colour);
            }
        }
    }
    let end = |row: &[Probability]| row.last().map_or(plot.bottom, |p| y.at(p.value));
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|a, b| end(rows[*a].1).total_cmp(&end(rows[*b].1)).then(a.cmp(b)));
    let wanted: Vec<f64> = order.iter().map(|r| end(rows[*r].1)).collect();
    let names: Vec<Vec<String>> = order
        .iter()
        .map(|r| wrap_at_most(rows[*r].0, LABEL, Weight::Bold, LABELS, 2))
        .collect();
    let line = SMALL * 1.28;
    let heights: Vec<f64> = names
        .iter()
        .map(|n| (n.len() + 1) as f64 * line + 7.0)
        .collect();
    let centres = spread(&wanted, &heights, body.top, body.bottom);
    for (place, r) in order.iter().enumerate() {
        let (colour, dash) = LINES[*r];
        let knee = plot.right + LEADER - 36.0;
        let leader = [
            (plot.right + 4.0, wanted[place]),
            (knee - 3.0, centres[place]),
        ];
        scene.line(&leader, THIN, RULE, &[]);
        let key = [
            (knee, centres[place]),
            (plot.right + LEADER - 6.0, centres[place]),
        ];
        scene.line(&key, THICK, colour, dash);
        let left = plot.right + LEADER;
        let mut baseline = centres[place] - heights[place] / 2.0 + 2.0 + SMALL;
        for text in &names[place] {
            scene.text((left, baseline), Align::Left, Type::bold(LABEL, INK), text);
            baseline += line;
        }
        let in_year = years.iter().zip(rows[*r].1).find(|(year, _)| **year == due);
        let answer = in_year.map_or(String::new(), |(year, p)| {
            format!("{year}: {}", number::chance(p))
        });
        scene.text(
            (left, baseline),
            Align::Left,
            Type::normal(SMALL, QUIET),
            &answer,
        );
    }
}

fn draw_shades(
    scene: &mut Scene,
    body: Rect,
    years: &[Year],
    due: Year,
    rows: &[(&str, &[Probability])],
) {
    let name = Type::normal(LABEL, INK);
    let strong = Type::bold(LABEL, INK);
    let quiet = Type::normal(SMALL, QUIET);
    let letters = |row: usize| if row == 0 { strong } else { name };
    let short = |row: usize| ellipsis(rows[row].0, LABEL, letters(row).weight, NAMES);
    let room = (0..rows.len())
        .map(|r| letters(r).width(&short(r)))
        .fold(0.0, f64::max);
    let plot = Rect {
        left: body.left + room + 14.0,
        top: body.top + 24.0,
        ..body
    };
    let wide = plot.width() / years.len() as f64;
    let every = (40.0 / wide).ceil().max(1.0) as usize;
    for (at, year) in years.iter().enumerate() {
        let middle = plot.left + (at as f64 + 0.5) * wide;
        if (years.len() - 1 - at).is_multiple_of(every) || *year == due {
            let letters = if *year == due {
                Type::bold(SMALL, INK)
            } else {
                quiet
            };
            scene.text(
                (middle, plot.top - 8.0),
                Align::Middle,
                letters,
                &year.to_string(),
            );
        }
    }
    for (at, (_, row)) in rows.iter().enumerate() {
        let top = plot.top + at as f64 * ROW;
        let middle = top + ROW / 2.0;
        scene.text_centred(
            (plot.left - 10.0, middle),
            Align::Right,
            letters(at),
            &short(at),
        );
        for (y, p) in row.iter().enumerate() {
            let cell = Rect::sized(plot.left + y as f64 * wide, top, wide - 2.0, ROW - 2.0);
            let shade = cividis(p.value);
            scene.rect(cell, shade);
            let text = number::chance(p);
            let ink = Type::normal(SMALL, ink_on(shade));
            if ink.width(&text) < cell.width() - 2.0 {
                let centre = cell.centre();
                scene.text_centred(centre, Align::Middle, ink, &text);
            }
        }
    }
    if let Some(at) = years.iter().position(|y| *y == due) {
        let frame = Rect::sized(
            plot.left + at as f64 * wide - 1.0,
            plot.top - 1.0,
            wide,
            rows.len() as f64 * ROW,
        );
        scene.outline(frame, 2.2, INK);
    }
}
