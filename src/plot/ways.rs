//! The chance of each headline target, one bar each: a mark for every way the world could go on that no
//! figure decides between, a stroke for their mixture where weights are supported, and a ring for the
//! outside view, which takes no part in the word.

use super::axis::{self, Scale};
use super::key::{Key, Sample};
use super::measure::{Weight, ellipsis};
use super::page::{Height, page};
use super::scene::{Align, Rect, Type};
use super::style::*;
use super::table::{Table, figure};
use super::{Chart, Options, Picture, PlotError, asked_name, asked_title};
use crate::hindcast::outside as view;
use crate::results::{Findings, TargetAnswer, Unit};
use crate::said::{Language, within};
use crate::words::chart as words;

/// The chance of each headline target in every way.
pub struct Ways;

/// Height of a row.
const ROW: f64 = 44.0;
/// Least width of the room of the marks, where words beside them can be shorter.
const PLOT: f64 = 260.0;
/// Most radius of a mark, that of a way with all the weight.
const MOST: f64 = 9.0;
/// Marks of the ways, in their order.
const MARKS: [(Shape, Colour); 3] = [
    (Shape::Block, ORANGE),
    (Shape::Triangle, GREEN),
    (Shape::Disc, BLUE),
];

impl Chart for Ways {
    fn id(&self) -> &'static str {
        "ways"
    }

    fn standard(&self, findings: &Findings) -> Vec<Options> {
        let asked = headlines(findings);
        let told = asked.iter().any(|t| !t.variants.is_empty());
        if told || !findings.asks_the_nation() {
            vec![Options::default()]
        } else {
            Vec::new()
        }
    }

    fn draw(&self, findings: &Findings, options: &Options) -> Result<Picture, PlotError> {
        let targets = headlines(findings);
        let name = "ways".to_owned();
        if targets.is_empty() {
            let why = words::NO_TARGETS.to_owned();
            return Ok(Picture::not_drawn("ways", name, why));
        }
        let title = words::ways_title(&targets, asked_name(findings));
        let says = words::ways(findings.asks_the_nation());
        let width = options.wide(WIDTH);
        let key = key(findings, &targets, width);
        let height = Height::Body(targets.len() as f64 * ROW + 60.0 + key.height());
        let mut page = page(findings, &title, says, "", width, height);
        key.draw(&mut page.scene, page.body);
        let scene = &mut page.scene;
        let (bold, quiet) = (Type::bold(LABEL, INK), Type::normal(SMALL, QUIET));
        let names: Vec<[String; 2]> = targets.iter().map(|t| named(findings, t)).collect();
        let widest = |row: &[String; 2]| bold.width(&row[0]).max(quiet.width(&row[1]));
        let left = names.iter().map(widest).fold(0.0, f64::max);
        let left = left.min(0.5 * width) + 16.0;
        let (said, right) = said(&targets, page.body.width() - left - PLOT);
        let plot = Rect {
            left: page.body.left + left,
            top: page.body.top + 10.0,
            right: page.body.right - right,
            bottom: page.body.bottom - key.height() - 34.0,
        };
        let x = Scale::new((0.0, 1.0), (plot.left + MOST, plot.right - MOST));
        axis::draw_values(scene, plot, &x, &[0.0, 0.25, 0.5, 0.75, 1.0], Unit::Share);
        let mut table = Table::new(&["target", "word", "way", "weight", "probability"]);
        for (n, target) in targets.iter().enumerate() {
            let y = plot.top + (n as f64 + 0.5) * ROW;
            let room = plot.left - 16.0 - page.body.left;
            let [title, asked] = &names[n];
            let title = ellipsis(title, LABEL, Weight::Bold, room);
            let asked = ellipsis(asked, SMALL, Weight::Normal, room);
            scene.text_centred((page.body.left, y - 8.0), Align::Left, bold, &title);
            scene.text_centred((page.body.left, y + 9.0), Align::Left, quiet, &asked);
            let [word, number] = &said[n];
            scene.text_centred((page.body.right, y - 8.0), Align::Right, bold, word);
            scene.text_centred((page.body.right, y + 9.0), Align::Right, quiet, number);
            let all = || target.variants.iter().map(|v| v.probability.value);
            let value = target.probability.map_or(0.0, |p| p.value);
            let (low, high) = (all().fold(value, f64::min), all().fold(value, f64::max));
            scene.line(&[(x.at(0.0), y), (x.at(1.0), y)], 1.0, FAINT, &[]);
            scene.line(&[(x.at(low), y), (x.at(high), y)], THICK + 2.0, FAINT, &[]);
            let mut row = |way: &str, weight: Option<f64>, p: f64| {
                table.row(&[
                    ("target", target.id.clone()),
                    (
                        "word",
                        within(Language::En, || words::ways_in_table(target)),
                    ),
                    ("way", way.to_owned()),
                    ("weight", weight.map(figure).unwrap_or_default()),
                    ("probability", figure(p)),
                ]);
            };
            for (variant, (shape, colour)) in target.variants.iter().zip(MARKS) {
                let radius = variant
                    .weight
                    .map_or(0.6 * MOST, |w| (MOST * w.sqrt()).max(3.5));
                let p = variant.probability.value;
                scene.marker((x.at(p), y), shape, radius, colour);
                row(&variant.name, variant.weight, p);
            }
            if let Some(seen) = outside(findings, target) {
                scene.marker((x.at(seen), y), Shape::Ring, 0.6 * MOST, QUIET);
                row(&words::WAYS_OUTSIDE_ID, None, seen);
            }
            if target.is_one_chance() {
                let at = x.at(value);
                scene.line(&[(at, y - 13.0), (at, y + 13.0)], THICK, INK, &[]);
                row("", None, value);
            }
        }
        Ok(Picture {
            chart: "ways",
            name,
            title,
            subtitle: says.to_owned(),
            scene: Some(page.scene),
            table,
        })
    }
}

fn headlines(findings: &Findings) -> Vec<&TargetAnswer> {
    let all = findings.targets.iter();
    all.filter(|t| t.headline && t.probability.is_some())
        .collect()
}

/// How sure each target is, in full where that leaves the marks their room; and how wide that is.
fn said(targets: &[&TargetAnswer], room: f64) -> (Vec<[String; 2]>, f64) {
    let (bold, quiet) = (Type::bold(LABEL, INK), Type::normal(SMALL, QUIET));
    let told = |in_short: bool| {
        let all = targets.iter().map(|t| words::ways_word(t, in_short));
        let all: Vec<[String; 2]> = all.collect();
        let wide = |[word, number]: &[String; 2]| bold.width(word).max(quiet.width(number));
        let widest = all.iter().map(wide).fold(0.0, f64::max);
        (all, widest + 16.0)
    };
    let full = told(false);
    if full.1 <= room { full } else { told(true) }
}

/// The chance that the past gives to a rise as large, where it tells of one.
fn outside(findings: &Findings, target: &TargetAnswer) -> Option<f64> {
    let (base, year) = (findings.years.first()?.0, target.year.0);
    let (of, bound) = (&target.indicator, target.bound());
    view::of_target(&findings.base, base, of, &target.scope, year, bound).map(|(p, _)| p)
}

/// A target in two lines: what is counted, and what is asked of it.
fn named(findings: &Findings, target: &TargetAnswer) -> [String; 2] {
    let info = findings
        .indicator(&target.indicator)
        .map(|i| &findings.indicators[i]);
    let title = asked_title(findings, target);
    let asked = info.map_or(String::new(), |i| words::ways_asked(target, i.unit));
    [title, asked]
}

fn key(findings: &Findings, targets: &[&TargetAnswer], width: f64) -> Key {
    let mut key = Key::default();
    let letters = Type::normal(LABEL, INK);
    let room = width - 2.0 * MARGIN;
    for (k, (shape, colour)) in MARKS.into_iter().enumerate() {
        let mut names: Vec<&str> = Vec::new();
        for variant in targets.iter().filter_map(|t| t.variants.get(k)) {
            if !names.contains(&variant.name.as_str()) {
                names.push(&variant.name);
            }
        }
        if !names.is_empty() {
            let text = words::ways_key(&names);
            key.add(
                room,
                Sample::Marker(colour, shape),
                &[(letters, text.as_str())],
            );
        }
    }
    if targets.iter().any(|t| outside(findings, t).is_some()) {
        key.add(
            room,
            Sample::Marker(QUIET, Shape::Ring),
            &[(letters, &words::WAYS_OUTSIDE)],
        );
    }
    key.add(
        room,
        Sample::Line(INK, &[]),
        &[(letters, &words::WAYS_STROKE)],
    );
    key
}
