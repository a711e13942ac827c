//! Two questions are asked of every province and answered on the tile map: how likely it reaches the
//! nation's threshold, and where its median future stands.

use super::map::{Colours, Legend, Tile, draw_map};
use super::style::MAP_WIDTH;
use super::table::{Table, figure};
use super::{
    Asks, Chart, Options, Picture, PlotError, Threshold, asked_of_provinces, axis, headline,
    indicator, known_by_province, national_threshold, rank_of_asked,
};
use crate::results::{Findings, IndicatorInfo, Unit};
use crate::units::Year;
use crate::words::chart::provinces::Standing;
use crate::words::report::{bound_in, bound_of};
use crate::words::{chart as words, number};

/// The chance that each province reaches the nation's threshold.
pub struct ChanceMap;
/// The median of each province.
pub struct MedianMap;

/// Provinces named at each end of the subtitle.
const NAMED: usize = 2;

/// The question of a map.
struct Question<'a> {
    info: &'a IndicatorInfo,
    at: usize,
    year: Year,
    threshold: Option<Threshold>,
}

/// The maps that belong to a run: one for each national threshold asked of the provinces.
fn standard(findings: &Findings) -> Vec<Options> {
    let mut asked: Vec<Options> = Vec::new();
    let elsewhere = findings.asked_elsewhere().is_some();
    for row in findings.province_probability.iter().filter(|_| !elsewhere) {
        let options = Options {
            indicator: Some(row.indicator.clone()),
            year: Some(row.year),
            ..Options::default()
        };
        if !asked.contains(&options) {
            asked.push(options);
        }
    }
    // A map that is mostly empty says less than the report's line.
    let provinces = findings.provinces().count();
    asked.retain(|options| {
        let id = options.indicator.as_deref().unwrap_or_default();
        let threshold = national_threshold(findings, id, options.year);
        let known = findings.provinces().filter(|p| {
            threshold.is_some_and(|t| t.of_province(findings, (&p.code, id)).is_some())
        });
        2 * known.count() >= provinces
    });
    if asked.is_empty() && !elsewhere {
        asked.push(Options::default());
    }
    asked
}

/// The question options ask; what they leave out is taken from the first threshold asked of the
/// provinces, then from the first indicator that provinces have.
fn question<'a>(
    findings: &'a Findings,
    options: &Options,
) -> Result<Option<Question<'a>>, PlotError> {
    let wanted = options.indicator.as_deref();
    let row = findings.province_probability.iter().find(|r| {
        wanted.is_none_or(|id| r.indicator == id) && options.year.is_none_or(|year| r.year == year)
    });
    let default = || {
        let local = findings.indicators.iter().find(|i| !i.national_only);
        row.map(|r| r.indicator.as_str())
            .or(local.map(|i| i.id.as_str()))
    };
    let Some(id) = wanted.or_else(default) else {
        return Ok(None);
    };
    let at = indicator(findings, id)?;
    let target = headline(findings, id);
    let year = options
        .year
        .or(row.map(|r| r.year))
        .or(target.map(|t| t.year))
        .or(findings.years.last().copied());
    let Some(year) = year else { return Ok(None) };
    Ok(Some(Question {
        info: &findings.indicators[at],
        at,
        year,
        threshold: national_threshold(findings, id, Some(year)),
    }))
}

impl Chart for ChanceMap {
    fn id(&self) -> &'static str {
        "tiles-chance"
    }

    fn standard(&self, findings: &Findings) -> Vec<Options> {
        standard(findings)
    }

    fn asks(&self) -> &'static [Asks] {
        &[Asks::Indicator, Asks::Year]
    }

    fn draw(&self, findings: &Findings, options: &Options) -> Result<Picture, PlotError> {
        let Some(question) = question(findings, options)? else {
            return Ok(missing("tiles-chance", options, &words::ANY_INDICATOR));
        };
        let (info, year) = (question.info, question.year);
        let mut table = Table::new(&[
            "province",
            "name",
            "indicator",
            "year",
            "threshold",
            "probability",
            "low",
            "high",
            "hits",
            "of",
        ]);
        let Some(threshold) = question.threshold else {
            return Ok(missing("tiles-chance", options, &info.id));
        };
        let mut tiles: Vec<Tile> = Vec::new();
        for scope in findings.provinces() {
            let row = threshold.of_province(findings, (&scope.code, &info.id));
            if let Some(row) = row {
                let p = row.probability;
                table.row(&[
                    ("province", scope.code.clone()),
                    ("name", scope.name.en.clone()),
                    ("indicator", info.id.clone()),
                    ("year", year.to_string()),
                    ("threshold", figure(row.threshold)),
                    ("probability", figure(p.value)),
                    ("low", figure(p.low)),
                    ("high", figure(p.high)),
                    ("hits", p.hits.to_string()),
                    ("of", p.of.to_string()),
                ]);
            }
            let value = row.map(|r| r.probability.value);
            let label = row.map_or(words::NO_FIGURE.to_owned(), |r| {
                number::chance(&r.probability)
            });
            tiles.push(Tile {
                scope,
                value,
                label,
                outlined: false,
                here: findings.asked_elsewhere() == Some(&scope.code),
            });
        }
        if table.rows.is_empty() || tiles.iter().all(|t| t.scope.tile.is_none()) {
            return Ok(missing("tiles-chance", options, &info.id));
        }
        let known: Vec<&Tile> = tiles.iter().filter(|t| t.value.is_some()).collect();
        let likely = known
            .iter()
            .filter(|t| t.value.is_some_and(|v| v > 0.5))
            .count();
        let (highest, lowest) = extremes(&known);
        let counts = (likely, known.len());
        let title = words::chance_map_title(info, threshold.bound, year, counts);
        let subtitle = words::chance_map_answer(&highest, &lowest);
        let ticks = vec![0.0, 0.2, 0.4, 0.6, 0.8, 1.0];
        let legend = Legend {
            title: words::CHANCE_LEGEND.to_owned(),
            ticks,
            unit: Unit::Share,
            mark: None,
            colours: Colours::Level,
        };
        let scene = draw_map(
            findings,
            (&title, &subtitle),
            &tiles,
            &legend,
            (options.wide(MAP_WIDTH), &info.id),
        );
        let name = format!("tiles-chance-{}-{year}", info.id);
        Ok(Picture {
            chart: "tiles-chance",
            name,
            title,
            subtitle,
            scene: Some(scene),
            table,
        })
    }
}

impl Chart for MedianMap {
    fn id(&self) -> &'static str {
        "tiles-median"
    }

    fn standard(&self, findings: &Findings) -> Vec<Options> {
        match findings.asked_elsewhere() {
            None => standard(findings),
            Some(_) => asked_of_provinces(findings),
        }
    }

    fn asks(&self) -> &'static [Asks] {
        &[Asks::Indicator, Asks::Year]
    }

    fn draw(&self, findings: &Findings, options: &Options) -> Result<Picture, PlotError> {
        let Some(question) = question(findings, options)? else {
            return Ok(missing("tiles-median", options, &words::ANY_INDICATOR));
        };
        let (info, year) = (question.info, question.year);
        if !known_by_province(findings, &info.id) {
            return Ok(missing("tiles-median", options, &info.id));
        }
        let y = findings.years.iter().position(|y| *y == year);
        let mut table = Table::new(&[
            "province",
            "name",
            "indicator",
            "year",
            "p10",
            "p50",
            "p90",
            "threshold",
        ]);
        let mut tiles: Vec<Tile> = Vec::new();
        for (place, scope) in findings.scopes.iter().enumerate() {
            if !findings.provinces().any(|p| p.code == scope.code) {
                continue;
            }
            let summary = y.and_then(|y| findings.at(place, question.at, y));
            if let Some(s) = summary {
                table.row(&[
                    ("province", scope.code.clone()),
                    ("name", scope.name.en.clone()),
                    ("indicator", info.id.clone()),
                    ("year", year.to_string()),
                    ("p10", figure(s.percentiles[1])),
                    ("p50", figure(s.median())),
                    ("p90", figure(s.percentiles[5])),
                    (
                        "threshold",
                        question
                            .threshold
                            .map_or(String::new(), |t| figure(t.bound.1)),
                    ),
                ]);
            }
            let value = summary.map(|s| s.median());
            tiles.push(Tile {
                scope,
                value,
                label: value.map_or(words::NO_FIGURE.to_owned(), |v| number::value(info.unit, v)),
                outlined: question
                    .threshold
                    .is_some_and(|t| t.met_in(findings, place, question.at)),
                here: findings.asked_elsewhere() == Some(&scope.code),
            });
        }
        if table.rows.is_empty() || tiles.iter().all(|t| t.scope.tile.is_none()) {
            return Ok(missing("tiles-median", options, &info.id));
        }
        let known: Vec<&Tile> = tiles.iter().filter(|t| t.value.is_some()).collect();
        let standing = question.threshold.map(|t| Standing {
            asked: bound_in(info.unit, t.bound, t.year),
            median: known.iter().filter(|t| t.outlined).count(),
            nearly_sure: 0,
            of: known.len(),
        });
        let (highest, lowest) = extremes(&known);
        let here = rank_of_asked(findings, question.at, year);
        let title = words::median_map_title(info, year, standing.as_ref(), here);
        let asked = standing.is_some();
        let subtitle = words::median_map_answer(asked, known.len(), &highest, &lowest);
        let values = || known.iter().filter_map(|t| t.value);
        let low = values().fold(f64::INFINITY, f64::min);
        let high = values().fold(f64::NEG_INFINITY, f64::max);
        let legend = Legend {
            title: words::unit(info.unit, &findings.currency),
            ticks: axis::round_ticks(low, high, 5),
            unit: info.unit,
            mark: question
                .threshold
                .map(|t| (t.bound, bound_of(info.unit, t.bound))),
            colours: Colours::Level,
        };
        let scene = draw_map(
            findings,
            (&title, &subtitle),
            &tiles,
            &legend,
            (options.wide(MAP_WIDTH), &info.id),
        );
        let name = format!("tiles-median-{}-{year}", info.id);
        Ok(Picture {
            chart: "tiles-median",
            name,
            title,
            subtitle,
            scene: Some(scene),
            table,
        })
    }
}

fn missing(chart: &'static str, options: &Options, what: &str) -> Picture {
    let name = options
        .indicator
        .as_ref()
        .map_or(chart.to_owned(), |id| format!("{chart}-{id}"));
    Picture::not_drawn(chart, name, words::nothing_to_map(what))
}

type Named = Vec<(String, String)>;

/// The provinces at both ends, by name and printed value.
fn extremes(tiles: &[&Tile]) -> (Named, Named) {
    let mut order: Vec<&&Tile> = tiles.iter().collect();
    order.sort_by(|a, b| {
        a.value
            .unwrap_or(0.0)
            .total_cmp(&b.value.unwrap_or(0.0))
            .then(a.scope.code.cmp(&b.scope.code))
    });
    let end = |order: Vec<&&Tile>| -> Named {
        let alike = order
            .iter()
            .take_while(|t| t.label == order[0].label)
            .count();
        if alike > NAMED {
            return vec![(words::many_provinces(alike), order[0].label.clone())];
        }
        let most = NAMED.min(order.len() / 2);
        order
            .iter()
            .take(most)
            .map(|t| (t.scope.name.to_string(), t.label.clone()))
            .collect()
    };
    (end(order.iter().rev().copied().collect()), end(order))
}
