//! Money is laid year on year in bars: once by who pays, once by what it is for.

use super::key::{Key, Sample};
use super::measure::{leading, wrap_at_most};
use super::page::{Height, page};
use super::place::spread;
use super::scene::{Align, Rect, Scene, Type};
use super::style::*;
use super::table::{Table, figure};
use super::{Chart, Options, Picture, PlotError, axis, nation};
use crate::results::{CostRow, Findings, Summary, Unit};
use crate::units::{PAYERS, Year};
use crate::words::chart::money as words;
use crate::words::{number, page as report};

/// Costs by payer (part 0) and by purpose (part 1), constant prices.
pub struct Money;

/// Room of the labels right of the bars.
const LABEL_ROOM: f64 = 216.0;
/// Room between the last bar and the labels: leader and key.
const LEADER: f64 = 46.0;
/// Share of a bar's pitch that the bar takes.
const BAR: f64 = 0.72;
/// Parts below this share of all money are told together.
const SMALL_SHARE: f64 = 0.004;

/// One part of every bar.
#[derive(Clone, Debug, PartialEq)]
struct Part {
    title: String,
    /// One amount for each year.
    amounts: Vec<f64>,
}

impl Part {
    fn total(&self) -> f64 {
        self.amounts.iter().sum()
    }
}

struct Story<'a> {
    years: Vec<Year>,
    /// From the bottom up: the largest first.
    parts: Vec<Part>,
    /// The range of the total in each year, where the run followed it.
    ranges: Vec<Option<&'a Summary>>,
}

impl Chart for Money {
    fn id(&self) -> &'static str {
        "money"
    }

    fn standard(&self, findings: &Findings) -> Vec<Options> {
        let parts = if spent(findings).costs.is_empty() {
            1
        } else {
            2
        };
        (0..parts)
            .map(|part| Options {
                part,
                ..Options::default()
            })
            .collect()
    }

    fn draw(&self, findings: &Findings, options: &Options) -> Result<Picture, PlotError> {
        let by_purpose = options.part > 0;
        let name = if by_purpose {
            "money-purpose"
        } else {
            "money-payer"
        }
        .to_owned();
        let spent = spent(findings);
        let story = Story::new(findings, &spent, by_purpose);
        let ends = story.years.first().zip(story.years.last());
        let (Some((first, last)), false) = (ends, story.parts.is_empty()) else {
            let reason = words::NO_MONEY.to_owned();
            return Ok(Picture::not_drawn("money", name, reason));
        };
        let title = words::money_title(by_purpose, spent.name, *first, *last);
        let all: f64 = story.parts.iter().map(Part::total).sum();
        let shares: Vec<(String, f64)> = story
            .parts
            .iter()
            .map(|p| (p.title.clone(), p.total() / all))
            .collect();
        let end = story.years.len() - 1;
        let subtitle = words::money_answer(
            &findings.currency,
            (*first, story.total(0)),
            (*last, story.total(end)),
            story.ranges[end],
            &shares,
        );
        let note = if story.ranges.iter().any(Option::is_some) {
            words::MONEY_RANGE_NOTE
        } else {
            words::MONEY_NOTE
        };
        let width = options.wide(WIDTH);
        let key = story.key(width);
        let height = Height::Page(tall(width) + key.height());
        let mut page = page(findings, &title, &subtitle, &note, width, height);
        story.draw(&mut page.scene, page.body, findings, &key);
        Ok(Picture {
            chart: "money",
            name,
            title,
            subtitle,
            scene: Some(page.scene),
            table: table(spent.costs),
        })
    }
}

impl<'a> Story<'a> {
    fn new(findings: &'a Findings, spent: &Spent<'a>, by_purpose: bool) -> Story<'a> {
        let costs = spent.costs;
        let mut years: Vec<Year> = costs.iter().map(|c| c.year).collect();
        years.sort();
        years.dedup();
        let amounts = |of: &dyn Fn(&CostRow) -> bool| -> Vec<f64> {
            let in_year = |year: &Year| {
                let rows = costs.iter().filter(|c| c.year == *year && of(c));
                rows.map(|c| c.constant).sum()
            };
            years.iter().map(in_year).collect()
        };
        let mut parts: Vec<Part> = if by_purpose {
            let mut purposes: Vec<&str> = Vec::new();
            for row in costs {
                if !purposes.contains(&row.purpose.as_str()) {
                    purposes.push(&row.purpose);
                }
            }
            purposes
                .into_iter()
                .map(|purpose| Part {
                    title: report::purpose(purpose),
                    amounts: amounts(&|c| c.purpose == purpose),
                })
                .collect()
        } else {
            PAYERS
                .into_iter()
                .map(|payer| Part {
                    title: report::payer(payer).to_owned(),
                    amounts: amounts(&|c| c.payer == payer),
                })
                .collect()
        };
        parts.retain(|p| p.total() > 0.0);
        let parts = gathered(parts);
        let total = findings.indicator("total_cost");
        let ranges = years
            .iter()
            .map(|year| {
                let y = findings.years.iter().position(|y| y == year)?;
                findings.at(spent.place, total?, y)
            })
            .collect();
        Story {
            years,
            parts,
            ranges,
        }
    }

    fn total(&self, year: usize) -> f64 {
        self.parts.iter().map(|p| p.amounts[year]).sum()
    }

    /// A part's name with its amount in the last year.
    fn label(&self, part: &Part) -> String {
        let amount = part.amounts[self.years.len() - 1];
        format!("{}: {}", part.title, number::short(amount))
    }

    /// What the parts of the bars are, where a page is too narrow to say it beside them; the upper
    /// part first, as they lie.
    fn key(&self, width: f64) -> Key {
        let mut key = Key::default();
        if width < NARROW {
            for (part, (colour, hatch)) in self.parts.iter().zip(FILLS).rev() {
                let text = words::in_last_year(&self.label(part), self.years[self.years.len() - 1]);
                let texts = [(Type::normal(SMALL, INK), text.as_str())];
                key.add(width - 2.0 * MARGIN, Sample::Bar(colour, hatch), &texts);
            }
        }
        key
    }

    fn draw(&self, scene: &mut Scene, body: Rect, findings: &Findings, key: &Key) {
        key.draw(scene, body);
        let body = Rect {
            bottom: body.bottom - key.height(),
            ..body
        };
        let beside = if key.height() > 0.0 {
            0.0
        } else {
            LABEL_ROOM + LEADER
        };
        let quiet = Type::normal(SMALL, QUIET);
        let strong = Type::bold(SMALL, INK);
        let count = self.years.len();
        let tops: Vec<f64> = (0..count)
            .map(|at| {
                let upper = self.ranges[at].map_or(0.0, |s| s.percentiles[5]);
                self.total(at).max(upper)
            })
            .collect();
        let high = tops.iter().copied().fold(0.0, f64::max);
        let ticks = axis::round_ticks(0.0, high, 6);
        let base = findings.years.first().copied().unwrap_or(Year(0));
        scene.text(
            (body.left, body.top + SMALL),
            Align::Left,
            quiet,
            &words::money_axis(&findings.currency, base),
        );
        let plot = Rect {
            left: body.left + axis::level_room(&ticks, Unit::Money),
            top: body.top + 46.0,
            right: body.right - beside,
            bottom: body.bottom - 24.0,
        };
        let y = axis::Scale::new((0.0, ticks[ticks.len() - 1]), (plot.bottom, plot.top));
        axis::draw_levels(scene, plot, &y, &ticks, Unit::Money);
        let pitch = plot.width() / count as f64;
        let wide = pitch * BAR;
        // Numbers above and years below the bars stand at every bar, or at every second, third, ...
        let widest = (0..count)
            .map(|at| strong.width(&number::short(self.total(at))))
            .fold(quiet.width("2026"), f64::max);
        let beyond = (widest - wide).max(0.0);
        let every = ((widest + beyond + 6.0) / pitch).ceil().max(1.0) as usize;
        let edges = (plot.left, plot.right - (pitch - wide) / 2.0);
        scene.line(&plot.level(plot.bottom), THIN, RULE, &[]);
        for (at, year) in self.years.iter().enumerate() {
            let middle = plot.left + (at as f64 + 0.5) * pitch;
            let mut below = 0.0;
            for (part, (colour, hatch)) in self.parts.iter().zip(FILLS) {
                let above = below + part.amounts[at];
                let bar = Rect {
                    left: middle - wide / 2.0,
                    right: middle + wide / 2.0,
                    top: y.at(above),
                    bottom: y.at(below),
                };
                if bar.height() > 0.05 {
                    scene.bar(bar, colour, hatch);
                    let seam = bar.level(bar.top);
                    scene.line(&seam, 0.7, PAPER, &[]);
                }
                below = above;
            }
            let told = (count - 1 - at).is_multiple_of(every);
            if let Some(s) = self.ranges[at].filter(|_| told) {
                let (low, high) = (y.at(s.percentiles[1]), y.at(s.percentiles[5]));
                scene.line(&[(middle, low), (middle, high)], MEDIUM + 1.6, PAPER, &[]);
                scene.line(&[(middle, low), (middle, high)], MEDIUM, INK, &[]);
                for end in [low, high] {
                    scene.line(
                        &[(middle - 5.0, end), (middle + 5.0, end)],
                        MEDIUM,
                        INK,
                        &[],
                    );
                }
            }
            if told {
                let total = number::short(self.total(at));
                // No number leaves the bars' room: axis numbers stand left of it, leaders right.
                let half = strong.width(&total) / 2.0;
                let kept = middle.min(edges.1 - half).max(edges.0 + half);
                let place = (kept, y.at(tops[at]) - 7.0);
                scene.text(place, Align::Middle, strong, &total);
                let place = (middle, plot.bottom + 20.0);
                scene.text(place, Align::Middle, quiet, &year.to_string());
            }
        }
        if key.height() == 0.0 {
            self.draw_labels(scene, plot, &y, edges.1);
        }
    }

    /// The parts' names beside the last bar, each with its amount there.
    fn draw_labels(&self, scene: &mut Scene, plot: Rect, y: &axis::Scale, edge: f64) {
        let letters = Type::normal(SMALL, INK);
        let last = self.years.len() - 1;
        let mut below = 0.0;
        let mut wanted = Vec::new();
        let mut labels = Vec::new();
        for part in &self.parts {
            let amount = part.amounts[last];
            wanted.push(y.at(below + amount / 2.0));
            below += amount;
            labels.push(wrap_at_most(
                &self.label(part),
                SMALL,
                letters.weight,
                LABEL_ROOM,
                2,
            ));
        }
        // Places are found from the top down.
        wanted.reverse();
        let step = 0.92 * leading(SMALL);
        let heights: Vec<f64> = labels
            .iter()
            .rev()
            .map(|lines| lines.len() as f64 * step + 6.0)
            .collect();
        let found = spread(&wanted, &heights, plot.top - 40.0, plot.bottom + 22.0);
        let left = plot.right + LEADER;
        for (at, lines) in labels.iter().enumerate() {
            let rank = labels.len() - 1 - at;
            let (want, place) = (wanted[rank], found[rank]);
            let (colour, hatch) = FILLS[at];
            let key = Rect::sized(left - 22.0, place - 7.0, 16.0, 14.0);
            scene.line(
                &[(edge + 3.0, want), (key.left - 4.0, place)],
                THIN,
                RULE,
                &[],
            );
            scene.bar(key, colour, hatch);
            let top = place - (lines.len() as f64 - 1.0) * step / 2.0;
            for (line, words) in lines.iter().enumerate() {
                let y = top + line as f64 * step;
                scene.text_centred((left, y), Align::Left, letters, words);
            }
        }
    }
}

/// The largest part first; the small ones, and those beyond the fills a picture can tell apart,
/// together at the end.
fn gathered(mut parts: Vec<Part>) -> Vec<Part> {
    parts.sort_by(|a, b| b.total().total_cmp(&a.total()).then(a.title.cmp(&b.title)));
    let all: f64 = parts.iter().map(Part::total).sum();
    let mut alone = parts
        .iter()
        .take_while(|p| p.total() >= SMALL_SHARE * all)
        .count()
        .min(FILLS.len());
    if alone < parts.len() && alone == FILLS.len() {
        alone -= 1;
    }
    if parts.len() - alone > 1 {
        let rest = parts.split_off(alone);
        let years = rest[0].amounts.len();
        parts.push(Part {
            title: words::other_parts(rest.len()),
            amounts: (0..years)
                .map(|y| rest.iter().map(|p| p.amounts[y]).sum())
                .collect(),
        });
    }
    parts
}

/// Whose money is shown.
struct Spent<'a> {
    place: usize,
    name: &'a str,
    costs: &'a [CostRow],
}

/// The money of the place that the whole question is about, where the run tells it: of the nation, or of
/// the province it looks into. Of a region, or another province, no money is told: there it is the
/// nation's, under the nation's name.
fn spent(findings: &Findings) -> Spent<'_> {
    let here = findings.focus.as_ref();
    let here = here.filter(|focus| findings.asked_elsewhere() == Some(&focus.province));
    let own = here.and_then(|focus| Some((findings.scope(&focus.province)?, focus)));
    match own {
        Some((place, focus)) => Spent {
            place,
            name: &findings.scopes[place].name,
            costs: &focus.costs,
        },
        None => Spent {
            place: findings.scope(nation(findings)).unwrap_or_default(),
            name: &findings.country,
            costs: &findings.costs,
        },
    }
}

/// Every cost line, and who pays it.
fn table(costs: &[CostRow]) -> Table {
    let mut table = Table::new(&["payer", "purpose", "year", "constant_mean", "p10", "p90"]);
    for row in costs {
        table.row(&[
            ("payer", format!("{:?}", row.payer)),
            ("purpose", row.purpose.clone()),
            ("year", row.year.to_string()),
            ("constant_mean", figure(row.constant)),
            ("p10", figure(row.constant_p10)),
            ("p90", figure(row.constant_p90)),
        ]);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_money_is_lost_when_small_parts_are_told_together() {
        let parts: Vec<Part> = (0..14)
            .map(|k| Part {
                title: format!("part {k}"),
                amounts: vec![f64::from(k), 100.0 * f64::from(k % 5)],
            })
            .collect();
        let all: f64 = parts.iter().map(Part::total).sum();
        let told = gathered(parts);
        assert!(
            told.len() <= FILLS.len(),
            "every part has a fill of its own"
        );
        assert_eq!(told.iter().map(Part::total).sum::<f64>(), all);
        assert!(told[0].total() >= told[1].total());
    }
}
