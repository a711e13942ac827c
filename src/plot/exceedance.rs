//! The futures of one year stand in line from the lowest to the highest: over each value the curve
//! shows what share of them stands there or beyond, and where the target cuts it.

use super::key::{Key, Sample};
use super::measure::ellipsis;
use super::page::{Height, page};
use super::place::{Placer, Side, leader};
use super::scene::{Align, Point, Rect, Scene, Type};
use super::style::*;
use super::table::{Table, figure};
use super::{
    Asks, Chart, Options, Picture, PlotError, axis, file_name, headline, indicator, nation,
    shape_of, shown, times,
};
use crate::base::tracked::is_milestone;
use crate::base::{Bound, Direction, ends_of};
use crate::results::{Findings, IndicatorInfo, OwnCount, PERCENTILES, TargetAnswer, Unit};
use crate::units::Year;
use crate::words::chart::{self, money as words};
use crate::words::figures::counted;

/// Share of futures at or above each value, with the target marked.
pub struct Exceedance;

/// Opacity of the part that meets the target.
const MET_ALPHA: f64 = 0.18;

/// Futures in ten whose value is told on the curve.
const TENTHS: [u32; 3] = [9, 5, 1];

/// A marker, how it looks, and the label that still needs a place.
type Marked = (Point, (Colour, Shape), Option<(Type, String)>);

/// What one curve tells.
struct Story<'a> {
    info: &'a IndicatorInfo,
    year: Year,
    /// Share of futures not above a value, and the value; ascending.
    quantiles: Vec<(f64, f64)>,
    /// Targets of the year, the answered one first.
    targets: Vec<&'a TargetAnswer>,
    direction: Direction,
}

/// What stands on the curve for a target: one point, or one at each end of a band.
struct Mark<'a> {
    target: &'a TargetAnswer,
    value: f64,
    height: f64,
}

impl Chart for Exceedance {
    fn id(&self) -> &'static str {
        "exceedance"
    }

    /// One for each headline target, the last due where an indicator has several; where there is
    /// none, for the first indicator.
    fn standard(&self, findings: &Findings) -> Vec<Options> {
        let mut last: Vec<&TargetAnswer> = Vec::new();
        let asked = findings.headlines().filter(|t| t.probability.is_some());
        for target in asked.filter(|t| !is_milestone(&t.indicator)) {
            let alike = |t: &&&mut &TargetAnswer| {
                (&t.indicator, &t.scope) == (&target.indicator, &target.scope)
            };
            match last.iter_mut().find(|t| alike(&t)) {
                Some(known) if known.year < target.year => *known = target,
                Some(_) => {}
                None => last.push(target),
            }
        }
        // In the order in which indicators are listed, as every page has them.
        last.sort_by_key(|t| {
            (
                t.scope != nation(findings),
                findings.indicator(&t.indicator),
            )
        });
        let asked: Vec<Options> = last
            .into_iter()
            .map(|t| Options {
                indicator: Some(t.indicator.clone()),
                scope: Some(t.scope.clone()).filter(|scope| scope != nation(findings)),
                year: Some(t.year),
                ..Options::default()
            })
            .collect();
        if asked.is_empty() {
            vec![Options::default()]
        } else {
            asked
        }
    }

    fn asks(&self) -> &'static [Asks] {
        &[Asks::Indicator, Asks::Scope, Asks::Year]
    }

    fn draw(&self, findings: &Findings, options: &Options) -> Result<Picture, PlotError> {
        let default = findings.indicators.first().map_or("", |i| i.id.as_str());
        let at = indicator(findings, options.indicator.as_deref().unwrap_or(default))?;
        let info = &findings.indicators[at];
        let national = nation(findings);
        let code = options.scope.as_deref().unwrap_or(national);
        let place = findings
            .scope(code)
            .ok_or_else(|| PlotError::Unknown(chart::unknown_code("place", code)))?;
        let own = findings.headlines().filter(|t| t.scope == code);
        let own = own.filter(|t| t.indicator == info.id && t.probability.is_some());
        let due = own.map(|t| t.year).max();
        let due = due.or(headline(findings, &info.id).map(|t| t.year));
        let last = findings.years.last().copied().unwrap_or(Year(0));
        let year = options.year.or(due).unwrap_or(last);
        let (place_name, name) = if code == national {
            let name = format!("exceedance-{}-{year}", file_name(&info.id));
            (findings.country.text(), name)
        } else {
            let name = format!("exceedance-{}-{year}-{code}", file_name(&info.id));
            (findings.scopes[place].name.as_str(), name)
        };
        // As the place itself counts, where its targets are judged on that.
        let own = findings.own_count(&info.id, code);
        let found = quantiles(findings, (place, at, year), own);
        let Some((quantiles, fine)) = found else {
            let reason = words::nothing_to_exceed(&info.id, year);
            return Ok(Picture::not_drawn("exceedance", name, reason));
        };
        let mut targets: Vec<&TargetAnswer> = Vec::new();
        for target in shown(findings, code) {
            let asked = target.indicator == info.id && target.year == year;
            if asked && targets.iter().all(|t| t.bound() != target.bound()) {
                targets.push(target);
            }
        }
        targets.sort_by_key(|t| (!t.headline, t.probability.is_none()));
        let direction = targets.first().map_or(Direction::AtLeast, |t| t.direction);
        let story = Story {
            info,
            year,
            quantiles,
            targets,
            direction,
        };
        let reached = [9, 5, 1].map(|tenths| story.reached(tenths));
        let answered = story.targets.first().copied();
        let title = words::exceedance_title(info, place_name, year, answered);
        let subtitle = words::exceedance_answer(info.unit, answered, direction, reached);
        let subtitle = match own {
            None => subtitle,
            Some(own) => format!("{subtitle} {}", counted(own)),
        };
        let mut note = words::exceedance_note(answered.map(TargetAnswer::bound), year);
        if !fine {
            note += &words::FEW_QUANTILES;
        } else if story.is_off_the_curve() {
            note += &words::MET_AS_PRINTED;
        }
        let width = options.wide(WIDTH);
        let key = story.key(width);
        let height = Height::Page(tall(width) - 22.0 + key.height());
        let mut page = page(findings, &title, &subtitle, &note, width, height);
        story.draw(&mut page.scene, page.body, &findings.currency, &key);
        Ok(Picture {
            chart: "exceedance",
            name,
            title,
            subtitle,
            scene: Some(page.scene),
            table: story.table(),
        })
    }
}

impl Story<'_> {
    /// The value that this many futures in ten reach, in the direction of the target.
    fn reached(&self, tenths: u32) -> f64 {
        let share = f64::from(tenths) / 10.0;
        let below = match self.direction {
            Direction::AtLeast => 1.0 - share,
            Direction::AtMost => share,
        };
        between(&self.quantiles, below)
    }

    /// The share of futures that stands at a value or beyond, given the share not above it.
    fn beyond(&self, below: f64) -> f64 {
        match self.direction {
            Direction::AtLeast => 1.0 - below,
            Direction::AtMost => below,
        }
    }

    /// The curve's height over a value.
    fn curve(&self, value: f64) -> f64 {
        let turned: Vec<(f64, f64)> = self.quantiles.iter().map(|(q, v)| (*v, *q)).collect();
        self.beyond(between(&turned, value))
    }

    /// Where a target's marker stands: its counted probability, where it asks in the direction of
    /// the curve for all beyond one value. The ends of a band lie on the curve: its chance is the fall
    /// between them.
    fn marks<'b>(&self, target: &'b TargetAnswer) -> impl Iterator<Item = Mark<'b>> {
        let whole = target.form.up_to.is_none() && target.direction == self.direction;
        let counted = target.probability.filter(|_| whole).map(|p| p.value);
        ends_of(target.bound()).map(move |value| Mark {
            target,
            value,
            height: counted.unwrap_or_else(|| self.curve(value)),
        })
    }

    /// Whether a marker stands visibly off the curve, which is of one year.
    fn is_off_the_curve(&self) -> bool {
        const VISIBLE: f64 = 0.01;
        let of_a_year =
            |t: &&&TargetAnswer| t.form.month.is_none() && t.form.since(t.year).is_none();
        let mut marks = self
            .targets
            .iter()
            .filter(of_a_year)
            .flat_map(|t| self.marks(t));
        marks.any(|m| (m.height - self.curve(m.value)).abs() > VISIBLE)
    }

    /// What the markers are, where a page narrower than usual may lack the room beside them.
    fn key(&self, width: f64) -> Key {
        let mut key = Key::default();
        if width < WIDTH {
            let (unit, room) = (self.info.unit, width - 2.0 * MARGIN);
            for target in &self.targets {
                let letters = Type::bold(LABEL, VERMILION_INK);
                let sample = Sample::Marker(VERMILION, shape_of(target.status));
                key.add(
                    room,
                    sample,
                    &[(letters, &chart::target_label(target, unit))],
                );
            }
            for tenths in TENTHS {
                let label =
                    words::reached_label(unit, self.direction, tenths, self.reached(tenths));
                let sample = Sample::Marker(BLUE, Shape::Disc);
                key.add(room, sample, &[(Type::normal(LABEL, INK), &label)]);
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
        let shares = [0.0, 0.2, 0.4, 0.6, 0.8, 1.0];
        let quiet = Type::normal(SMALL, QUIET);
        let plot = Rect {
            left: body.left + axis::level_room(&shares, Unit::Share),
            // Over the plot stands the first target, where no list names it.
            top: body.top + if key.height() > 0.0 { 30.0 } else { 48.0 },
            right: body.right - 20.0,
            bottom: body.bottom - 46.0,
        };
        let ticks = self.levels(axis::ticks_at(scene.width, 7));
        let (low, high) = (ticks[0], ticks[ticks.len() - 1]);
        let x = axis::Scale::new((low, high), (plot.left + 8.0, plot.right - 8.0));
        let y = axis::Scale::new((0.0, 1.0), (plot.bottom, plot.top));
        let caption = match self.direction {
            Direction::AtLeast => words::AT_OR_ABOVE,
            Direction::AtMost => words::AT_OR_BELOW,
        };
        scene.text((body.left, body.top + SMALL), Align::Left, quiet, &caption);
        axis::draw_levels(scene, plot, &y, &shares, Unit::Share);
        axis::draw_values(scene, plot, &x, &ticks, unit);
        scene.text(
            ((plot.left + plot.right) / 2.0, plot.bottom + 36.0),
            Align::Middle,
            quiet,
            &chart::unit(unit, currency),
        );

        let line = self.line(plot, (&x, &y));
        if let Some(target) = self.targets.first() {
            shade(scene, plot, &line, met_between(target.bound(), &x));
        }

        let mut placer = Placer::new(Rect {
            top: plot.top + 2.0,
            bottom: plot.bottom - 2.0,
            left: plot.left + 4.0,
            right: plot.right,
        });
        placer.block_line(&line);
        let around = |(x, y): Point, r: f64| Rect::sized(x - r, y - r, 2.0 * r, 2.0 * r);
        let told = key.height() == 0.0;
        let mut marked = self.draw_targets(scene, &mut placer, plot, (&x, &y), told);
        scene.line(&line, THICK, BLUE, &[]);
        for tenths in TENTHS {
            let value = self.reached(tenths);
            let place = (x.at(value), y.at(f64::from(tenths) / 10.0));
            let label = words::reached_label(unit, self.direction, tenths, value);
            let told = Some((Type::normal(LABEL, INK), label));
            marked.push((place, (BLUE, Shape::Disc), told));
        }
        for (place, (colour, shape), _) in &marked {
            scene.marker(*place, *shape, MARKER + 0.5, *colour);
            placer.block(around(*place, MARKER + 2.5));
        }
        if told {
            self.draw_labels(scene, &mut placer, &marked);
        }
    }

    /// The curve from one side of the plot to the other.
    fn line(&self, plot: Rect, (x, y): (&axis::Scale, &axis::Scale)) -> Vec<Point> {
        let mut line: Vec<Point> = Vec::new();
        if let Some((_, first)) = self.quantiles.first() {
            line.push((plot.left, y.at(self.beyond(0.0))));
            line.push((x.at(*first), y.at(self.beyond(0.0))));
        }
        let points = self.quantiles.iter();
        line.extend(points.map(|(below, value)| (x.at(*value), y.at(self.beyond(*below)))));
        if let Some((_, last)) = self.quantiles.last() {
            line.push((x.at(*last), y.at(self.beyond(1.0))));
            line.push((plot.right, y.at(self.beyond(1.0))));
        }
        line
    }

    /// The line and the marks of each target. Of the first the label stands over the plot, where nothing
    /// else is drawn, so that it is always told; those of the others still need a place.
    fn draw_targets(
        &self,
        scene: &mut Scene,
        placer: &mut Placer,
        plot: Rect,
        (x, y): (&axis::Scale, &axis::Scale),
        told: bool,
    ) -> Vec<Marked> {
        let letters = Type::bold(LABEL, VERMILION_INK);
        let mut marked: Vec<Marked> = Vec::new();
        for (rank, target) in self.targets.iter().enumerate() {
            let label = chart::target_label(target, self.info.unit);
            if rank == 0 && told {
                let ends: Vec<f64> = ends_of(target.bound()).map(|end| x.at(end)).collect();
                let place = ends.iter().sum::<f64>() / ends.len() as f64;
                let label = ellipsis(&label, LABEL, letters.weight, plot.width());
                let half = letters.width(&label) / 2.0;
                let middle = place.min(plot.right - half).max(plot.left + half);
                scene.text((middle, plot.top - 8.0), Align::Middle, letters, &label);
            }
            let mut label = Some((letters, label)).filter(|_| rank > 0);
            for mark in self.marks(target) {
                let place = (x.at(mark.value), y.at(mark.height));
                let upright = plot.upright(place.0);
                scene.line(&upright, MEDIUM, VERMILION, TARGET_DASH);
                placer.block_line(&upright);
                let level = [(plot.left, place.1), place];
                scene.line(&level, THIN + 0.3, VERMILION, NOW_DASH);
                placer.avoid_line(&level);
                let look = (VERMILION, shape_of(mark.target.status));
                marked.push((place, look, label.take()));
            }
        }
        marked
    }

    /// The labels that still need a place.
    fn draw_labels(&self, scene: &mut Scene, placer: &mut Placer, marked: &[Marked]) {
        let sides = match self.direction {
            Direction::AtLeast => [Side::Right, Side::Left, Side::Above, Side::Below],
            Direction::AtMost => [Side::Left, Side::Right, Side::Above, Side::Below],
        };
        let told = marked
            .iter()
            .filter_map(|(place, _, told)| Some((place, told.as_ref()?)));
        for (place, (letters, label)) in told {
            let size = (letters.width(label), 1.3 * LABEL);
            if let Some(room) = placer.place(*place, size, &sides) {
                if let Some((from, to)) = leader(*place, &room) {
                    scene.line(&[from, to], THIN, RULE, &[]);
                }
                scene.text((room.left, room.top + LABEL), Align::Left, *letters, label);
            }
        }
    }

    /// Round numbers over the curve and the targets.
    fn levels(&self, count: usize) -> Vec<f64> {
        let wanted = self.targets.iter().flat_map(|t| ends_of(t.bound()));
        let values = self.quantiles.iter().map(|(_, value)| *value).chain(wanted);
        let (low, high) = values
            .filter(|v| v.is_finite())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| {
                (l.min(v), h.max(v))
            });
        axis::round_ticks(low, high, count)
    }

    fn table(&self) -> Table {
        let mut table = Table::new(&[
            "kind",
            "indicator",
            "year",
            "value",
            "share_at_or_beyond",
            "document",
        ]);
        let fixed = || {
            [
                ("indicator", self.info.id.clone()),
                ("year", self.year.to_string()),
            ]
        };
        for (below, value) in &self.quantiles {
            let mut cells = fixed().to_vec();
            cells.push(("kind", "curve".to_owned()));
            cells.push(("value", figure(*value)));
            cells.push(("share_at_or_beyond", figure(self.beyond(*below))));
            table.row(&cells);
        }
        for mark in self.targets.iter().flat_map(|t| self.marks(t)) {
            let mut cells = fixed().to_vec();
            cells.push(("kind", "target".to_owned()));
            cells.push(("value", figure(mark.value)));
            cells.push(("share_at_or_beyond", figure(mark.height)));
            cells.push(("document", mark.target.document.en.clone()));
            table.row(&cells);
        }
        table
    }
}

/// Share of futures not above a value, and the value, ascending, and whether these are the whole curve; where
/// that was not kept, through the percentiles.
fn quantiles(
    findings: &Findings,
    (place, at, year): (usize, usize, Year),
    own: Option<&OwnCount>,
) -> Option<(Vec<(f64, f64)>, bool)> {
    let (code, id) = (&findings.scopes[place].code, &findings.indicators[at].id);
    let mut all = findings.exceedance.iter();
    let whole = all.find(|e| e.scope == *code && e.indicator == *id && e.year == year);
    if let Some(e) = whole {
        // It is of the place's own count already.
        let last = (e.quantiles.len() - 1).max(1) as f64;
        let shares = (0..).map(|k| f64::from(k) / last);
        return Some((shares.zip(e.quantiles.iter().copied()).collect(), true));
    }
    let y = findings.years.iter().position(|y| *y == year)?;
    let summary = findings.at(place, at, y)?;
    let summary = own.map_or(*summary, |own| times(summary, own.factor()));
    let kept = PERCENTILES.into_iter().zip(summary.percentiles);
    Some((kept.collect(), false))
}

/// Between which places on the page values meet a bound.
fn met_between((direction, threshold, form): Bound, x: &axis::Scale) -> (f64, f64) {
    match direction {
        Direction::AtLeast => {
            let up_to = form.up_to.map_or(f64::INFINITY, |up_to| x.at(up_to));
            (x.at(threshold), up_to)
        }
        Direction::AtMost => (f64::NEG_INFINITY, x.at(threshold)),
    }
}

/// The area under the part of a line between two places.
fn shade(scene: &mut Scene, plot: Rect, line: &[Point], (from, to): (f64, f64)) {
    let mut top: Vec<Point> = Vec::new();
    for pair in line.windows(2) {
        let ((x1, y1), (x2, y2)) = (pair[0], pair[1]);
        let (left, right) = (x1.max(from), x2.min(to));
        if left > right {
            continue;
        }
        // An upright piece lies inside with both its ends.
        let on = |x: f64| y1 + (y2 - y1) * (x - x1) / (x2 - x1);
        match x2 > x1 {
            true => top.extend([(left, on(left)), (right, on(right))]),
            false => top.extend([(x1, y1), (x2, y2)]),
        }
    }
    if let (Some(first), Some(last)) = (top.first().copied(), top.last().copied()) {
        top.push((last.0, plot.bottom));
        top.push((first.0, plot.bottom));
        scene.area(top, BLUE, MET_ALPHA);
    }
}

/// The second number at a first one, on the straight lines between pairs that ascend; the ends hold
/// beyond them.
fn between(pairs: &[(f64, f64)], at: f64) -> f64 {
    let after = pairs.iter().position(|(a, _)| *a >= at);
    match after {
        Some(0) => pairs[0].1,
        Some(k) => {
            let ((a, u), (b, v)) = (pairs[k - 1], pairs[k]);
            u + (v - u) * (at - a) / (b - a)
        }
        None => pairs.last().map_or(f64::NAN, |(_, v)| *v),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_between_two_quantiles_is_read_on_the_line_between_them() {
        let pairs = [(0.0, 10.0), (0.5, 20.0), (1.0, 40.0)];
        let read = [-1.0, 0.25, 0.5, 0.75, 2.0].map(|at| between(&pairs, at));
        assert_eq!(read, [10.0, 15.0, 20.0, 30.0, 40.0]);
    }
}
