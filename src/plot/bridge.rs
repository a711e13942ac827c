//! A stock walks from the base year to the target year, one step for each cause: gains first, then
//! losses.

use super::measure::{Weight, ellipsis, leading, wrap_at_most};
use super::page::{Height, page};
use super::scene::{Align, Rect, Scene, Type};
use super::style::*;
use super::table::{Table, figure};
use super::{Asks, Chart, Options, Picture, PlotError, axis, file_name, stock_of};
use crate::results::{Findings, LedgerRow, Unit};
use crate::units::Year;
use crate::words::{chart as words, number};

/// Waterfall of a stock of the ledger.
pub struct Bridge;

/// Height of a row, and of one whose names may take three lines.
const ROW: (f64, f64) = (34.0, 46.0);
/// Height of a step's bar.
const BAR: f64 = 18.0;
/// Widest name of a cause, on a usual page and at most.
const NAME_ROOM: (f64, f64) = (280.0, 460.0);
/// Shortest length of the whole walk.
const WALK: f64 = 110.0;
/// Causes below this share of all that moves are told together.
const SMALL_SHARE: f64 = 0.004;
/// Gains, and likewise losses, that stand alone.
const MOST: usize = 9;

/// One step.
#[derive(Clone, Debug, PartialEq)]
struct Step {
    title: String,
    change: f64,
}

/// The whole walk.
#[derive(Clone, Debug, PartialEq)]
struct Walk {
    stock: String,
    from: (Year, f64),
    to: (Year, f64),
    range: (f64, f64),
    steps: Vec<Step>,
    /// Pairs of causes left out since one takes in every year what the other gives: their titles
    /// and how much they move.
    cancelled: Vec<(String, String, f64)>,
}

impl Chart for Bridge {
    fn id(&self) -> &'static str {
        "bridge"
    }

    /// One for each stock that a ratio per 10,000 people is made of.
    fn standard(&self, findings: &Findings) -> Vec<Options> {
        // The ledger is the nation's.
        if findings.asked_elsewhere().is_some() {
            return Vec::new();
        }
        let mut stocks: Vec<&str> = Vec::new();
        for info in &findings.indicators {
            if let Some(stock) = info.stock.as_deref()
                && findings.ledger.iter().any(|row| row.stock == stock)
            {
                stocks.push(stock);
            }
        }
        if stocks.is_empty() {
            stocks.push("beds");
        }
        stocks
            .into_iter()
            .map(|s| Options {
                indicator: Some(s.to_owned()),
                ..Options::default()
            })
            .collect()
    }

    fn asks(&self) -> &'static [Asks] {
        &[Asks::Indicator, Asks::Year]
    }

    fn draw(&self, findings: &Findings, options: &Options) -> Result<Picture, PlotError> {
        let stock = options.indicator.as_deref().unwrap_or("beds");
        // A ratio is asked for by the stock it is made of.
        let stock = stock_of(findings, stock).unwrap_or(stock);
        let name = format!("bridge-{}", file_name(stock));
        let last = findings.years.last().copied();
        let asked = findings.targets.iter().filter(|t| {
            let of_it = stock_of(findings, &t.indicator) == Some(stock);
            t.headline && t.probability.is_some() && of_it
        });
        let due = asked.map(|t| t.year).max();
        let Some(walk) = options
            .year
            .or(due)
            .or(last)
            .and_then(|to| walk(findings, stock, to))
        else {
            return Ok(Picture::not_drawn(
                "bridge",
                name,
                words::nothing_to_bridge(stock),
            ));
        };
        let title = words::bridge_title(stock, &findings.country, walk.from.0, walk.to.0);
        let best = |sign: f64| {
            let steps = walk.steps.iter().filter(|s| s.change * sign > 0.0);
            steps
                .max_by(|a, b| a.change.abs().total_cmp(&b.change.abs()))
                .map(|s| (s.title.as_str(), s.change))
        };
        let subtitle = words::bridge_answer(
            stock,
            walk.from,
            walk.to,
            walk.range,
            [best(1.0), best(-1.0)],
        );
        let sheet = Sheet::of(&walk, options.wide(WIDTH));
        let body = (walk.steps.len() + 2) as f64 * sheet.row + 52.0;
        let mut page = page(
            findings,
            &title,
            &subtitle,
            &words::bridge_note(&walk.cancelled),
            sheet.width,
            Height::Body(body),
        );
        draw_walk(&mut page.scene, page.body, &walk, &sheet);
        let table = table(findings, &walk);
        Ok(Picture {
            chart: "bridge",
            name,
            title,
            subtitle,
            scene: Some(page.scene),
            table,
        })
    }
}

/// The changes of a stock from the base year to the end of `to`, cause by cause; `None` where the
/// ledger lacks its opening or closing.
fn walk(findings: &Findings, stock: &str, to: Year) -> Option<Walk> {
    let base = *findings.years.first()?;
    let rows: Vec<&LedgerRow> = findings
        .ledger
        .iter()
        .filter(|r| r.stock == stock && r.year > base && r.year <= to)
        .collect();
    let first = *findings.years.get(1)?;
    let start = rows
        .iter()
        .find(|r| r.cause == "opening_stock" && r.year == first)?
        .mean;
    let close = rows
        .iter()
        .find(|r| r.cause == "closing_stock" && r.year == to)?;
    let mut causes: Vec<Cause> = Vec::new();
    for row in &rows {
        if row.cause == "opening_stock" || row.cause == "closing_stock" {
            continue;
        }
        let at = causes.iter().position(|c| c.id == row.cause);
        let at = at.unwrap_or_else(|| {
            causes.push(Cause {
                id: &row.cause,
                title: &row.title,
                by_year: Vec::new(),
            });
            causes.len() - 1
        });
        causes[at].by_year.push((row.year, row.mean));
    }
    causes.retain(|c| c.by_year.iter().any(|(_, mean)| *mean != 0.0));
    let cancelled = take_cancelling(&mut causes);
    let steps: Vec<Step> = causes
        .iter()
        .map(|c| Step {
            title: c.title.to_owned(),
            change: c.by_year.iter().map(|(_, mean)| mean).sum(),
        })
        .filter(|s| s.change != 0.0)
        .collect();
    let moved: f64 = steps.iter().map(|s| s.change.abs()).sum();
    let (gains, losses): (Vec<Step>, Vec<Step>) = steps.into_iter().partition(|s| s.change > 0.0);
    let mut all = sorted(gains, moved, words::other_gains);
    all.extend(sorted(losses, moved, words::other_losses));
    let left = close.mean - start - all.iter().map(|s| s.change).sum::<f64>();
    if left.abs() > 1e-6 * start.abs().max(close.mean.abs()).max(1.0) {
        all.push(Step {
            title: words::UNBOOKED.to_owned(),
            change: left,
        });
    }
    Some(Walk {
        stock: stock.to_owned(),
        from: (base, start),
        to: (to, close.mean),
        range: (close.p10, close.p90),
        steps: all,
        cancelled,
    })
}

/// A cause with what it changed in each year.
#[derive(Clone, Debug, PartialEq)]
struct Cause<'a> {
    id: &'a str,
    title: &'a str,
    by_year: Vec<(Year, f64)>,
}

/// Takes out the pairs of causes that cancel in every single year: people counted out of one part of
/// a stock and into another part of the same stock.
fn take_cancelling(causes: &mut Vec<Cause>) -> Vec<(String, String, f64)> {
    let cancel = |a: &Cause, b: &Cause| {
        a.by_year.len() == b.by_year.len()
            && a.by_year
                .iter()
                .zip(&b.by_year)
                .all(|((y, p), (z, q))| y == z && (p + q).abs() <= 1e-9 * p.abs().max(q.abs()))
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < causes.len() {
        let other = (at + 1..causes.len()).find(|other| cancel(&causes[at], &causes[*other]));
        let Some(other) = other else {
            at += 1;
            continue;
        };
        let second = causes.remove(other);
        let first = causes.remove(at);
        let moved = first.by_year.iter().map(|(_, mean)| mean.abs()).sum();
        found.push((first.title.to_owned(), second.title.to_owned(), moved));
    }
    found
}

/// Largest first; the small ones together at the end, if there are at least two.
fn sorted(mut steps: Vec<Step>, moved: f64, other: fn(usize) -> String) -> Vec<Step> {
    steps.sort_by(|a, b| {
        b.change
            .abs()
            .total_cmp(&a.change.abs())
            .then(a.title.cmp(&b.title))
    });
    let alone = steps
        .iter()
        .take_while(|s| s.change.abs() >= SMALL_SHARE * moved)
        .count()
        .min(MOST);
    if steps.len() - alone > 1 {
        let rest = steps.split_off(alone);
        let change = rest.iter().map(|s| s.change).sum();
        steps.push(Step {
            title: other(rest.len()),
            change,
        });
    }
    steps
}

/// How a walk is laid out on a page.
struct Sheet {
    width: f64,
    row: f64,
    /// Widest name of a cause.
    room: f64,
    /// Lines a name may take.
    lines: usize,
}

impl Sheet {
    /// For a page of this width, or as narrow as the numbers beside the bars allow.
    fn of(walk: &Walk, width: f64) -> Sheet {
        let body = width - 2.0 * MARGIN;
        let narrow = width < NARROW;
        let share = if narrow { 0.36 } else { 0.4 };
        let room = (0.25 * body)
            .clamp(NAME_ROOM.0, NAME_ROOM.1)
            .min(share * body);
        let (name, strong) = (Type::normal(LABEL, INK), Type::bold(LABEL, INK));
        let widest = |gains: bool| {
            let steps = walk.steps.iter().filter(|s| (s.change > 0.0) == gains);
            let texts = steps.map(|s| name.width(&number::change(s.change)) + 14.0);
            texts.fold(14.0, f64::max)
        };
        let ends = [walk.from.1, walk.to.1].map(|v| strong.width(&number::short(v)) + 24.0);
        let least = room + 16.0 + widest(false) + widest(true).max(ends[0]).max(ends[1]) + WALK;
        Sheet {
            width: if width < WIDTH {
                width.max((least + 2.0 * MARGIN).ceil())
            } else {
                width
            },
            row: if narrow { ROW.1 } else { ROW.0 },
            room,
            lines: if narrow { 3 } else { 2 },
        }
    }
}

fn draw_walk(scene: &mut Scene, body: Rect, walk: &Walk, sheet: &Sheet) {
    let row_height = sheet.row;
    let name = Type::normal(LABEL, INK);
    let strong = Type::bold(LABEL, INK);
    let quiet = Type::normal(SMALL, QUIET);
    let mut reached = walk.from.1;
    let mut levels = vec![reached];
    for step in &walk.steps {
        reached += step.change;
        levels.push(reached);
    }
    let ends = [walk.to.1, walk.range.0, walk.range.1];
    let (low, high) = levels
        .iter()
        .chain(&ends)
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| {
            (l.min(*v), h.max(*v))
        });
    let from_zero = low <= 0.3 * high;
    let ticks = axis::round_ticks(
        if from_zero { low.min(0.0) } else { low },
        high,
        axis::ticks_at(scene.width, 5),
    );

    let names: Vec<Vec<String>> = walk
        .steps
        .iter()
        .map(|s| wrap_at_most(&s.title, LABEL, Weight::Normal, sheet.room, sheet.lines))
        .collect();
    let year_ends = [words::year_end(walk.from.0), words::year_end(walk.to.0)];
    let name_room = names
        .iter()
        .flatten()
        .map(|l| name.width(l))
        .chain(year_ends.iter().map(|l| strong.width(l)))
        .fold(0.0, f64::max);
    let plot = Rect {
        left: body.left + name_room + 16.0,
        top: body.top,
        right: body.right,
        bottom: body.top + (walk.steps.len() + 2) as f64 * row_height,
    };
    let x = fitted_scale(
        walk,
        &levels,
        (if from_zero { low.min(0.0) } else { low }, high),
        plot,
    );

    let mut free = plot.left;
    for (tick, label) in ticks.iter().zip(axis::tick_labels(&ticks, Unit::Count)) {
        let place = x.at(*tick);
        if place < plot.left || place > plot.right {
            continue;
        }
        scene.line(&plot.upright(place), THIN, GRID, &[]);
        let half = quiet.width(&label) / 2.0;
        if place - half > free && place + half < body.right {
            scene.text((place, plot.bottom + 17.0), Align::Middle, quiet, &label);
            free = place + half + 10.0;
        }
    }
    let caption = words::bridge_axis(&walk.stock, from_zero);
    let caption = ellipsis(&caption, SMALL, Weight::Normal, body.width());
    let half = quiet.width(&caption) / 2.0;
    let centre = ((plot.left + plot.right) / 2.0).min(body.right - half);
    scene.text((centre, plot.bottom + 37.0), Align::Middle, quiet, &caption);

    let row_y = |row: usize| plot.top + (row as f64 + 0.5) * row_height;
    let last = walk.steps.len() + 1;
    for (row, level) in levels.iter().enumerate() {
        let place = x.at(*level);
        scene.line(
            &[(place, row_y(row)), (place, row_y(row + 1))],
            THIN,
            RULE,
            &[],
        );
    }
    scene.text_centred(
        (plot.left - 12.0, row_y(0)),
        Align::Right,
        strong,
        &year_ends[0],
    );
    scene.text_centred(
        (plot.left - 12.0, row_y(last)),
        Align::Right,
        strong,
        &year_ends[1],
    );
    for (row, level) in [(0, walk.from.1), (last, walk.to.1)] {
        let place = (x.at(level), row_y(row));
        let mut edge = place.0 + 2.0 * MARKER;
        if row == last {
            let (p10, p90) = (x.at(walk.range.0), x.at(walk.range.1));
            scene.line(&[(p10, place.1), (p90, place.1)], MEDIUM, INK, &[]);
            for end in [p10, p90] {
                scene.line(
                    &[(end, place.1 - 5.0), (end, place.1 + 5.0)],
                    MEDIUM,
                    INK,
                    &[],
                );
            }
            edge = edge.max(p90);
        }
        scene.marker(place, Shape::Diamond, MARKER + 1.5, INK);
        scene.text_centred(
            (edge + 8.0, place.1),
            Align::Left,
            strong,
            &number::short(level),
        );
    }
    for (at, step) in walk.steps.iter().enumerate() {
        let y = row_y(at + 1);
        let (from, to) = (x.at(levels[at]), x.at(levels[at + 1]));
        let (left, right) = (from.min(to), from.max(to).max(from.min(to) + 1.0));
        let gain = step.change > 0.0;
        let bar = Rect::sized(left, y - BAR / 2.0, right - left, BAR);
        if gain {
            scene.bar(bar, BLUE, Hatch::Plain);
        } else {
            scene.bar(bar, VERMILION, Hatch::Rising);
        }
        let text = number::change(step.change);
        if gain {
            scene.text_centred((right + 7.0, y), Align::Left, name, &text);
        } else {
            scene.text_centred((left - 7.0, y), Align::Right, name, &text);
        }
        let lines = &names[at];
        let top = y - (lines.len() as f64 - 1.0) * leading(LABEL) * 0.44;
        for (line, words) in lines.iter().enumerate() {
            let y = top + line as f64 * leading(LABEL) * 0.88;
            scene.text_centred((plot.left - 12.0, y), Align::Right, name, words);
        }
    }
}

/// A scale from `low` to `high` with just the room at both sides that the numbers beside the bars need.
fn fitted_scale(walk: &Walk, levels: &[f64], (low, high): (f64, f64), plot: Rect) -> axis::Scale {
    const EDGE: f64 = 6.0;
    let name = Type::normal(LABEL, INK);
    let strong = Type::bold(LABEL, INK);
    let (mut left, mut right) = (14.0, 14.0);
    let mut x = axis::Scale::new((low, high), (plot.left + left, plot.right - right));
    for _ in 0..24 {
        let (mut from, mut to) = (plot.left + EDGE, plot.right - EDGE);
        for (at, step) in walk.steps.iter().enumerate() {
            let text = name.width(&number::change(step.change)) + 8.0;
            let (a, b) = (x.at(levels[at]), x.at(levels[at + 1]));
            if step.change > 0.0 {
                to = to.max(a.max(b) + text);
            } else {
                from = from.min(a.min(b) - text);
            }
        }
        for (value, total) in [
            (walk.from.1, walk.from.1),
            (walk.to.1.max(walk.range.1), walk.to.1),
        ] {
            to = to.max(x.at(value) + 2.0 * MARKER + 10.0 + strong.width(&number::short(total)));
        }
        let (over_left, over_right) = (plot.left + EDGE - from, to - (plot.right - EDGE));
        if over_left < 0.5 && over_right < 0.5 {
            break;
        }
        left += over_left;
        right += over_right;
        x = axis::Scale::new((low, high), (plot.left + left, plot.right - right));
    }
    x
}

fn table(findings: &Findings, walk: &Walk) -> Table {
    let mut table = Table::new(&["stock", "cause", "title", "year", "mean", "p10", "p90"]);
    let base = findings.years.first().copied();
    for row in &findings.ledger {
        if row.stock == walk.stock && Some(row.year) > base && row.year <= walk.to.0 {
            table.row(&[
                ("stock", row.stock.clone()),
                ("cause", row.cause.clone()),
                ("title", row.title.en.clone()),
                ("year", row.year.to_string()),
                ("mean", figure(row.mean)),
                ("p10", figure(row.p10)),
                ("p90", figure(row.p90)),
            ]);
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(title: &str, change: f64) -> Step {
        Step {
            title: title.to_owned(),
            change,
        }
    }

    #[test]
    fn small_causes_are_told_together_and_none_is_lost() {
        let steps = vec![
            step("a", 1.0),
            step("b", 900.0),
            step("c", 2.0),
            step("d", 97.0),
        ];
        let told = sorted(steps, 1000.0, |n| format!("{n} more"));
        let titles: Vec<&str> = told.iter().map(|s| s.title.as_str()).collect();
        assert_eq!(titles, ["b", "d", "2 more"]);
        assert_eq!(told.iter().map(|s| s.change).sum::<f64>(), 1000.0);
    }

    #[test]
    fn causes_that_cancel_in_every_year_are_taken_out_and_no_others() {
        let cause = |id: &'static str, by_year: &[f64]| Cause {
            id,
            title: id,
            by_year: (2026..).map(Year).zip(by_year.iter().copied()).collect(),
        };
        let mut causes = vec![
            cause("moved in", &[902.171875, 779.640625]),
            cause("graduated", &[3.0, 4.0]),
            cause("moved out", &[-902.171875, -779.640625]),
            // The same in sum, not year by year: another story.
            cause("retired", &[-4.0, -3.0]),
        ];
        let taken = take_cancelling(&mut causes);
        assert_eq!(
            taken,
            [("moved in".to_owned(), "moved out".to_owned(), 1681.8125)]
        );
        let left: Vec<&str> = causes.iter().map(|c| c.id).collect();
        assert_eq!(left, ["graduated", "retired"]);
    }

    #[test]
    fn a_single_small_cause_keeps_its_name() {
        let told = sorted(vec![step("big", 999.0), step("small", 1.0)], 1000.0, |n| {
            format!("{n} more")
        });
        assert_eq!(told[1].title, "small");
    }
}
