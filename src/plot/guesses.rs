//! Which guess matters, in pictures: how far the chance of a target moves with each, and how the futures of
//! a box differ from all.

use super::axis::{self, Scale};
use super::compare::slug;
use super::measure::{leading, wrap_at_most};
use super::page::{Height, Page, page};
use super::scene::{Align, Rect, Scene, Type};
use super::style::*;
use super::table::{Table, figure};
use super::{Picture, PlotError};
use crate::results::designed::{self, Both, Designed};
use crate::results::guesses::{Guess, Guesses, InBox, Missed, Misses, OfTarget};
use crate::results::summary::probability;
use crate::results::{Findings, Unit};
use crate::said::{Language, within};
use crate::words::designed as about_designs;
use crate::words::guesses as words;
use crate::words::number;
use rayon::prelude::*;

/// Guesses that a picture shows.
const SHOWN: usize = 12;
/// Height of a row, and of a bar in it.
const ROW: f64 = 36.0;
const BAR: f64 = 12.0;
/// Widest name.
const NAMES: f64 = 330.0;
/// Room of the numbers at the right.
const NUMBERS: f64 = 120.0;
/// Room above the rows, and below them for the axis and its caption.
const HEAD: f64 = 24.0;
const AXIS: f64 = 48.0;

/// The part of a file's name that is the target's.
pub fn part(target: &str) -> String {
    format!("-{}", slug(target))
}

/// The tornado of each target.
pub fn tornados(f: &Findings, found: &Guesses) -> Result<Vec<Picture>, PlotError> {
    let all = found.targets.par_iter().map(|target| tornado(f, target));
    Ok(all.collect())
}

fn tornado(f: &Findings, of: &OfTarget) -> Picture {
    let name = format!("tornado{}", part(&of.target));
    let mut told: Vec<&Guess> = of.guesses.iter().filter(|g| g.tornado.named).collect();
    told.sort_by(|a, b| b.moves().total_cmp(&a.moves()));
    told.truncate(SHOWN);
    let title = words::tornado_title(of);
    if told.is_empty() {
        return Picture::not_drawn("tornado", name, title);
    }
    let rows: Vec<Row> = told
        .iter()
        .map(|g| Row {
            name: words::in_short(&g.meaning).to_owned(),
            ends: g.ends().map(|p| p.value),
            text: g.value.map_or(String::new(), |i| words::index(&i)),
        })
        .collect();
    let mut table = Table::new(&[
        "target",
        "assumption",
        "low_fifth",
        "high_fifth",
        "all",
        "spread_share",
        "spread_low",
        "spread_high",
    ]);
    for g in &told {
        let share = |of: fn(&crate::results::guesses::Index) -> f64| {
            g.value.as_ref().map_or(String::new(), |i| figure(of(i)))
        };
        table.row(&[
            ("target", of.target.clone()),
            ("assumption", g.assumption.clone()),
            ("low_fifth", figure(g.ends()[0].value)),
            ("high_fifth", figure(g.ends()[1].value)),
            ("all", figure(of.chance.value)),
            ("spread_share", share(|i| i.index)),
            ("spread_low", share(|i| i.low)),
            ("spread_high", share(|i| i.high)),
        ]);
    }
    let subtitle = words::tornado_answer(of);
    let laid = Laid::of(&rows, 2, &words::OF_SPREAD);
    let mut page = sheet(f, (&title, &subtitle), &words::TORNADO_NOTE, laid.height());
    let axis = (of.chance.value, &*words::CHANCE_AXIS);
    draw(&mut page.scene, page.body, (&rows, &laid), axis);
    Picture {
        chart: "tornado",
        name,
        title,
        subtitle,
        scene: Some(page.scene),
        table,
    }
}

/// What the parts of a designed run explain of each target.
pub fn designed(f: &Findings, found: &Designed) -> Result<Vec<Picture>, PlotError> {
    let all = found.targets.par_iter().map(|target| parts(f, target));
    Ok(all.collect())
}

fn parts(f: &Findings, of: &designed::OfTarget) -> Picture {
    let name = format!("parts{}", part(&of.target));
    let title = about_designs::picture_title(of);
    let said = |e: &designed::Explains| {
        Some((about_designs::part(&e.part).to_owned(), e.value.or(e.met)?))
    };
    let told: Vec<(String, Both)> = of.parts.iter().filter_map(said).take(SHOWN).collect();
    if told.is_empty() {
        return Picture::not_drawn("parts", name, title);
    }
    let rows: Vec<Row> = told
        .iter()
        .map(|(name, both)| Row {
            name: name.clone(),
            ends: [both.first.index, both.total.index].map(|share| share.clamp(0.0, 1.0)),
            text: about_designs::index(&both.total),
        })
        .collect();
    let mut table = Table::new(&[
        "target",
        "part",
        "first",
        "total",
        "total_low",
        "total_high",
    ]);
    for (e, (_, both)) in of
        .parts
        .iter()
        .filter(|e| e.value.or(e.met).is_some())
        .zip(&told)
    {
        table.row(&[
            ("target", of.target.clone()),
            ("part", e.part.clone()),
            ("first", figure(both.first.index)),
            ("total", figure(both.total.index)),
            ("total_low", figure(both.total.low)),
            ("total_high", figure(both.total.high)),
        ]);
    }
    let laid = Laid::of(&rows, 2, &about_designs::IN_ALL);
    let subtitle = about_designs::PICTURE_ANSWER.to_string();
    let mut page = sheet(
        f,
        (&title, &subtitle),
        &about_designs::PICTURE_NOTE,
        laid.height(),
    );
    draw(
        &mut page.scene,
        page.body,
        (&rows, &laid),
        (0.0, &about_designs::PICTURE_AXIS),
    );
    Picture {
        chart: "parts",
        name,
        title,
        subtitle,
        scene: Some(page.scene),
        table,
    }
}

/// The boxes of each target.
pub fn boxes(f: &Findings, found: &Misses) -> Result<Vec<Picture>, PlotError> {
    let all = found.targets.par_iter().map(|target| of_boxes(f, target));
    Ok(all.collect())
}

fn of_boxes(f: &Findings, m: &Missed) -> Picture {
    let name = format!("boxes{}", part(&m.target));
    let title = words::boxes_title(m);
    let (boxes, verb): (&[InBox], &str) = match m.missing.is_empty() {
        true => (&m.meeting, &words::MEET),
        false => (&m.missing, &words::MISS),
    };
    if boxes.is_empty() {
        return Picture::not_drawn("boxes", name, title);
    }
    let share = |found: &InBox| probability(found.hits, found.inside);
    let rows: Vec<Row> = boxes
        .iter()
        .map(|found| Row {
            name: words::conditions(&found.conditions).replace('*', ""),
            ends: [
                f64::from(found.hits_left) / f64::from(found.left.max(1)),
                found.density(),
            ],
            text: format!(
                "{}, {}",
                number::chance(&share(found)),
                number::chance(&probability(found.hits, found.hits_in_all))
            ),
        })
        .collect();
    let mut table = Table::new(&["target", "box", "where", "before", "inside", "coverage"]);
    for (at, found) in boxes.iter().enumerate() {
        table.row(&[
            ("target", m.target.clone()),
            ("box", (at + 1).to_string()),
            (
                "where",
                within(Language::En, || words::conditions(&found.conditions)).replace('*', ""),
            ),
            ("before", figure(rows[at].ends[0])),
            ("inside", figure(found.density())),
            ("coverage", figure(found.coverage())),
        ]);
    }
    let subtitle = words::missed(m).replace('*', "");
    let laid = Laid::of(&rows, 6, &words::OF_BOXES);
    let mut page = sheet(f, (&title, &subtitle), &words::BOXES_NOTE, laid.height());
    let all = boxes[0].hits_left;
    let all = f64::from(all) / f64::from(boxes[0].left.max(1));
    let caption = words::boxes_axis(verb);
    draw(&mut page.scene, page.body, (&rows, &laid), (all, &caption));
    Picture {
        chart: "boxes",
        name,
        title,
        subtitle,
        scene: Some(page.scene),
        table,
    }
}

fn sheet(f: &Findings, header: (&str, &str), note: &str, height: f64) -> Page {
    page(f, header.0, header.1, note, WIDTH, Height::Body(height))
}

/// One row: a name, a bar from one chance to another, and what is said of it.
struct Row {
    name: String,
    ends: [f64; 2],
    text: String,
}

/// Names of rows broken into lines, and the room that words need.
struct Laid {
    names: Vec<Vec<String>>,
    /// Height of a row.
    row: f64,
    left: f64,
    right: f64,
    head: &'static str,
}

impl Laid {
    fn of(rows: &[Row], most: usize, head: &'static str) -> Laid {
        let letters = Type::normal(LABEL, INK);
        let wrap = |r: &Row| wrap_at_most(&r.name, LABEL, letters.weight, NAMES, most);
        let names: Vec<Vec<String>> = rows.iter().map(wrap).collect();
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
        let lines = names.iter().map(Vec::len).max().unwrap_or(1);
        let small = Type::normal(SMALL, INK);
        let texts = rows.iter().map(|r| small.width(&r.text));
        Laid {
            left: widest(&mut names.iter().flatten().map(|line| letters.width(line))),
            right: widest(&mut texts.chain([small.width(head)])).min(NUMBERS),
            row: ROW.max(lines as f64 * leading(LABEL) * 0.88 + 10.0),
            names,
            head,
        }
    }

    fn height(&self) -> f64 {
        HEAD + self.names.len() as f64 * self.row + AXIS
    }
}

/// Draws the rows on an axis of chances, with the chance that they are held against and what the axis is
/// called.
fn draw(scene: &mut Scene, body: Rect, (rows, laid): (&[Row], &Laid), (all, caption): (f64, &str)) {
    let (letters, quiet) = (Type::normal(LABEL, INK), Type::normal(SMALL, QUIET));
    let small = Type::normal(SMALL, INK);
    let plot = Rect {
        left: body.left + laid.left + 18.0,
        right: body.right - laid.right - 20.0,
        top: body.top + HEAD,
        bottom: body.top + HEAD + rows.len() as f64 * laid.row,
    };
    let ends = || rows.iter().flat_map(|r| r.ends).chain([all]);
    let (low, high) = (ends().fold(1.0, f64::min), ends().fold(0.0, f64::max));
    let ticks: Vec<f64> = axis::round_ticks(low, high, 6)
        .into_iter()
        .filter(|t| (-1e-9..=1.0 + 1e-9).contains(t))
        .collect();
    let outer = (ticks[0].min(low), ticks[ticks.len() - 1].max(high));
    let x = Scale::new(outer, (plot.left + 10.0, plot.right - 10.0));
    axis::draw_values(scene, plot, &x, &ticks, Unit::Share);
    let half = quiet.width(caption) / 2.0;
    let middle = ((plot.left + plot.right) / 2.0).clamp(body.left + half, body.right - half);
    scene.text((middle, plot.bottom + 37.0), Align::Middle, quiet, caption);
    scene.text(
        (plot.right + 14.0, plot.top - 9.0),
        Align::Left,
        quiet,
        laid.head,
    );
    scene.line(&plot.upright(x.at(all)), MEDIUM, VERMILION, TARGET_DASH);
    for (at, row) in rows.iter().enumerate() {
        let y = plot.top + (at as f64 + 0.5) * laid.row;
        let lines = &laid.names[at];
        let top = y - (lines.len() as f64 - 1.0) * leading(LABEL) * 0.44;
        for (line, text) in lines.iter().enumerate() {
            let place = (plot.left - 12.0, top + line as f64 * leading(LABEL) * 0.88);
            scene.text_centred(place, Align::Right, letters, text);
        }
        let [from, to] = row.ends.map(|v| x.at(v));
        let bar = Rect::sized(from.min(to), y - BAR / 2.0, (to - from).abs().max(1.0), BAR);
        scene.bar(bar, SKY, Hatch::Plain);
        scene.marker((from, y), Shape::Ring, MARKER + 0.6, BLUE);
        scene.marker((to, y), Shape::Disc, MARKER + 0.6, BLUE);
        scene.text_centred((plot.right + 14.0, y), Align::Left, small, &row.text);
    }
}
