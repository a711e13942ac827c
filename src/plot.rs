//! The answer is shown in pictures: each chart is one file here and one row in [`CHARTS`]. A picture
//! is made from findings alone and leaves three files: `.svg`, `.png` and the figures as `.csv`.

pub mod attainment;
pub mod axis;
mod backend;
pub mod bridge;
pub mod compare;
pub mod exceedance;
pub mod fan;
pub mod guesses;
pub mod heat;
pub mod hindcast;
pub mod key;
pub mod lines;
pub mod map;
pub mod measure;
pub mod money;
pub mod page;
pub mod place;
#[cfg(feature = "png")]
pub mod png;
pub mod provinces;
pub mod ranking;
pub mod scene;
pub mod seek;
pub mod spread;
pub mod style;
pub mod supported;
pub mod svg;
pub mod table;
pub mod tiles;
pub mod timing;
mod ways;
pub mod worth;

use crate::base::{Borders, Bound, TargetStatus, ends_of, missed_by};
use crate::results::{
    Findings, ProvinceProbability, Scope, ScopeKind, Summary, TargetAnswer, Unit,
};
use crate::units::Year;
use crate::words::chart as words;
use crate::words::chart::provinces::Rank;
use crate::words::figures;
use rayon::prelude::*;
use scene::{Point, Scene};
use std::cmp::Reverse;
use std::fs;
use std::path::{Path, PathBuf};
use style::VERMILION;
use table::Table;

/// Why a picture could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PlotError {
    /// No chart has this id.
    #[error("{0}")]
    UnknownChart(String),
    /// The findings hold no such indicator, scope or year.
    #[error("{0}")]
    Unknown(String),
    /// Drawing failed.
    #[error("{}", words::not_drawn(.0))]
    Draw(String),
    /// Painting failed.
    #[error("{}", words::not_painted(.0))]
    Png(String),
    /// A file could not be written.
    #[error("{}", words::not_written(path, source))]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

/// What a picture is asked for; whatever is left out takes the chart's own choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Indicator id; for a bridge, the stock.
    pub indicator: Option<String>,
    /// Scope code.
    pub scope: Option<String>,
    /// Year.
    pub year: Option<Year>,
    /// Which part of a picture that needs several, from 0.
    pub part: usize,
    /// Width in pixels it is laid out for.
    pub width: Option<u32>,
}

impl Options {
    /// The width to lay out for; `usual` where nothing is said.
    fn wide(&self, usual: f64) -> f64 {
        self.width.map_or(usual, f64::from)
    }
}

/// A finished picture.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Id of the chart.
    pub chart: &'static str,
    /// File name without its ending.
    pub name: String,
    /// Title.
    pub title: String,
    /// The answer, in words.
    pub subtitle: String,
    /// What was drawn; `None` where there is nothing to draw, and then `subtitle` says why.
    pub scene: Option<Scene>,
    /// The figures.
    pub table: Table,
}

impl Picture {
    /// A picture that is not drawn, with the reason.
    pub fn not_drawn(chart: &'static str, name: String, reason: String) -> Picture {
        let table = Table::note(&reason);
        Picture {
            chart,
            name,
            title: String::new(),
            subtitle: reason,
            scene: None,
            table,
        }
    }

    /// The picture as SVG, where there is one.
    pub fn svg(&self) -> Result<Option<String>, PlotError> {
        self.scene
            .as_ref()
            .map(|scene| svg::svg(scene, &self.title, &self.subtitle))
            .transpose()
    }
}

/// An id as part of a file name that every system takes.
pub fn file_name(id: &str) -> String {
    id.chars()
        .map(|c| {
            if c.is_alphanumeric() || c == '_' || c == '-' || c == '.' {
                c
            } else {
                '-'
            }
        })
        .collect()
}

/// What a picture can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// One indicator.
    Indicator,
    /// One place.
    Scope,
    /// One year.
    Year,
}

/// One kind of picture.
pub trait Chart: Sync {
    /// Id, and start of its files' names.
    fn id(&self) -> &'static str;
    /// The pictures that belong to every run.
    fn standard(&self, findings: &Findings) -> Vec<Options>;
    /// What it can be asked for; a wish for anything else is not for this chart.
    fn asks(&self) -> &'static [Asks] {
        &[]
    }
    /// Draws one picture.
    fn draw(&self, findings: &Findings, options: &Options) -> Result<Picture, PlotError>;
}

/// Every chart, in the order in which a report shows them.
pub const CHARTS: [&dyn Chart; 11] = [
    &ways::Ways,
    &attainment::Attainment,
    &fan::Fan,
    &exceedance::Exceedance,
    &bridge::Bridge,
    &ranking::Ranking,
    &provinces::Provinces,
    &spread::Spread,
    &tiles::ChanceMap,
    &tiles::MedianMap,
    &money::Money,
];

/// Draws one picture of a chart.
#[cfg(any(test, feature = "internals"))]
pub fn draw(chart_id: &str, findings: &Findings, options: &Options) -> Result<Picture, PlotError> {
    let chart = CHARTS.iter().find(|c| c.id() == chart_id).ok_or_else(|| {
        let known: Vec<&str> = CHARTS.iter().map(|c| c.id()).collect();
        PlotError::UnknownChart(words::unknown_chart(chart_id, &known))
    })?;
    chart.draw(findings, options)
}

/// Draws every picture that belongs to a run, in the order of [`CHARTS`].
pub fn pictures(findings: &Findings) -> Result<Vec<Picture>, PlotError> {
    let asked: Vec<(&dyn Chart, Options)> = CHARTS
        .iter()
        .flat_map(|chart| {
            chart
                .standard(findings)
                .into_iter()
                .map(move |options| (*chart, options))
        })
        .collect();
    asked
        .par_iter()
        .map(|(chart, options)| chart.draw(findings, options))
        .collect()
}

/// Draws what is wished for: the pictures of a run (of one chart, if named), each with the wish put
/// in place of the chart's own choice. A wish is only for charts that can be asked for all of it.
pub fn wished(
    findings: &Findings,
    chart_id: Option<&str>,
    wish: &Options,
) -> Result<Vec<Picture>, PlotError> {
    let known: Vec<&str> = CHARTS.iter().map(|c| c.id()).collect();
    let mut wanted = vec![
        (wish.indicator.is_some(), Asks::Indicator),
        (wish.scope.is_some(), Asks::Scope),
        (wish.year.is_some(), Asks::Year),
    ];
    wanted.retain(|(given, _)| *given);
    let mut pictures = Vec::new();
    let mut found = false;
    for chart in CHARTS {
        if chart_id.is_some_and(|id| id != chart.id()) {
            continue;
        }
        found = true;
        if !wanted.iter().all(|(_, what)| chart.asks().contains(what)) {
            continue;
        }
        let mut all: Vec<Options> = Vec::new();
        // What a chart does not draw by itself it still draws where it is asked for.
        let mut standard = chart.standard(findings);
        if standard.is_empty() && chart_id.is_some() {
            standard.push(Options::default());
        }
        for own in standard {
            let options = Options {
                part: if wish.indicator.is_some() {
                    0
                } else {
                    own.part
                },
                indicator: wish.indicator.clone().or(own.indicator),
                scope: wish.scope.clone().or(own.scope),
                year: wish.year.or(own.year),
                width: wish.width,
            };
            if !all.contains(&options) {
                all.push(options);
            }
        }
        for options in all {
            pictures.push(chart.draw(findings, &options)?);
        }
    }
    if !found {
        let id = chart_id.unwrap_or_default();
        return Err(PlotError::UnknownChart(words::unknown_chart(id, &known)));
    }
    if pictures.is_empty() {
        return Err(PlotError::Unknown(words::NO_SUCH_PICTURE.to_owned()));
    }
    Ok(pictures)
}

/// Draws every picture of a run into a folder: `.svg` and `.csv` and, if asked (and compiled in),
/// `.png`. A file appears under its name only when it is whole. Returns the files in order.
#[cfg(any(test, feature = "internals"))]
pub fn draw_all(findings: &Findings, dir: &Path, png: bool) -> Result<Vec<PathBuf>, PlotError> {
    write(&pictures(findings)?, dir, png)
}

/// Writes pictures into a folder.
pub fn write(pictures: &[Picture], dir: &Path, png: bool) -> Result<Vec<PathBuf>, PlotError> {
    fs::create_dir_all(dir).map_err(|source| PlotError::Write {
        path: dir.to_owned(),
        source,
    })?;
    let files: Vec<Vec<PathBuf>> = pictures
        .par_iter()
        .map(|picture| write_one(picture, dir, png))
        .collect::<Result<_, _>>()?;
    Ok(files.into_iter().flatten().collect())
}

fn write_one(picture: &Picture, dir: &Path, png: bool) -> Result<Vec<PathBuf>, PlotError> {
    let mut files = Vec::new();
    let mut keep = |ending: &str, bytes: &[u8]| {
        let path = dir.join(format!("{}.{ending}", picture.name));
        let part = dir.join(format!(".{}.{ending}.part", picture.name));
        fs::write(&part, bytes)
            .and_then(|()| fs::rename(&part, &path))
            .map_err(|source| PlotError::Write {
                path: path.clone(),
                source,
            })?;
        files.push(path);
        Ok::<(), PlotError>(())
    };
    if let Some(svg) = picture.svg()? {
        keep("svg", svg.as_bytes())?;
        if png {
            #[cfg(feature = "png")]
            keep("png", &png::png(&svg)?)?;
        }
    }
    keep("csv", &picture.table.csv())?;
    Ok(files)
}

/// Code of the nation's scope.
fn nation(findings: &Findings) -> &str {
    findings
        .scopes
        .iter()
        .find(|s| s.kind == ScopeKind::Nation)
        .map_or("nation", |s| s.code.as_str())
}

/// The nation's targets that pictures hold places against: those that are asked; where the question is of
/// another place, the adopted ones.
fn nations(findings: &Findings) -> impl Iterator<Item = &TargetAnswer> {
    let elsewhere = findings.asked_elsewhere().is_some();
    shown(findings, nation(findings)).filter(move |t| {
        t.headline || (elsewhere && t.status == TargetStatus::Adopted && t.probability.is_some())
    })
}

/// The same of one indicator that has an answer: the last due.
fn headline<'a>(findings: &'a Findings, indicator: &str) -> Option<&'a TargetAnswer> {
    nations(findings)
        .filter(|t| t.indicator == indicator && t.probability.is_some())
        .max_by_key(|t| t.year)
}

/// The name of the place the whole question is about, where it is not the nation.
fn asked_name(findings: &Findings) -> Option<&str> {
    let place = findings.scope(findings.asked_elsewhere()?)?;
    Some(&findings.scopes[place].name)
}

/// Where the province that the whole question is about stands among all, by its median future.
fn rank_of_asked(findings: &Findings, indicator: usize, year: Year) -> Option<Rank<'_>> {
    let here = findings.asked_elsewhere()?;
    let y = findings.years.iter().position(|known| *known == year)?;
    let median = |scope: &Scope| {
        let place = findings.scope(&scope.code)?;
        Some(findings.at(place, indicator, y)?.median())
    };
    let own = findings.provinces().find(|scope| scope.code == here)?;
    let value = median(own)?;
    let all: Vec<f64> = findings.provinces().filter_map(median).collect();
    Some(Rank {
        name: &own.name,
        rank: 1 + all.iter().filter(|other| **other > value).count(),
        of: all.len(),
    })
}

/// The title of a target's indicator, with its place where that is not what the whole question is about.
fn asked_title(findings: &Findings, target: &TargetAnswer) -> String {
    let info = findings.info(&target.indicator);
    let title = info.map_or(target.indicator.as_str(), |i| i.title.text());
    let place = findings.scope(&target.scope).map(|s| &findings.scopes[s]);
    match place.filter(|p| p.kind != ScopeKind::Nation && p.code != findings.asked_place()) {
        Some(place) => words::of_place(title, &place.name),
        None => title.to_owned(),
    }
}

/// The stock of the ledger that an indicator, or that of which it is a figure, is made of.
fn stock_of<'a>(findings: &'a Findings, indicator: &'a str) -> Option<&'a str> {
    let plain = findings.plain(indicator);
    findings.info(plain)?.stock.as_deref()
}

/// The targets of a scope that a picture may show: today's borders, not superseded.
fn shown<'a>(findings: &'a Findings, scope: &str) -> impl Iterator<Item = &'a TargetAnswer> {
    findings.targets.iter().filter(move |t| {
        t.scope == scope && t.borders == Borders::Current && t.status != TargetStatus::Superseded
    })
}

/// Whether the base knows an indicator by province: what is not known there is not asked of the
/// provinces, though the nation has a target for it.
fn known_by_province(findings: &Findings, indicator: &str) -> bool {
    let mut asked = findings.province_probability.iter();
    asked.any(|row| row.indicator == indicator) || headline(findings, indicator).is_none()
}

/// What raking to the nation made of figures of provinces, and which provinces count otherwise themselves,
/// told under a picture of an indicator of theirs; nothing where there is nothing to tell.
fn raked_note(findings: &Findings, indicator: &str) -> String {
    let Some(what) = findings.counted(indicator) else {
        return String::new();
    };
    let counted = findings.bottom_up.iter();
    let counted = counted.filter(|b| b.occupation == what && b.bottom_up > 0.0);
    let by: Vec<f64> = counted.map(|b| b.used / b.bottom_up - 1.0).collect();
    let mut raised: Vec<f64> = by.iter().copied().filter(|by| *by > 0.05).collect();
    raised.sort_by(f64::total_cmp);
    let mut notes = Vec::new();
    if let Some(middle) = raised.get(raised.len() / 2) {
        let of = findings.provinces().count();
        notes.push(figures::raised(raised.len(), of, what, *middle));
    }
    let own = findings.own_counts.iter().filter(|own| own.what == what);
    let own = own.filter_map(|own| {
        let scope = findings.scope(&own.province)?;
        let name = &findings.scopes[scope].name;
        Some(figures::against(name, &own.count))
    });
    let own: Vec<String> = own.collect();
    if !own.is_empty() {
        notes.push(figures::count_otherwise(&own));
    }
    notes.join(" ")
}

/// A summary in another count, so many times the one it is told in.
fn times(summary: &Summary, factor: f64) -> Summary {
    Summary {
        mean: summary.mean * factor,
        sd: summary.sd * factor,
        percentiles: summary.percentiles.map(|value| value * factor),
        mc_error: summary.mc_error * factor,
    }
}

/// A note under a picture, with what is told of raking.
fn with_raking(note: &str, findings: &Findings, indicator: &str) -> String {
    match raked_note(findings, indicator).as_str() {
        "" => note.to_owned(),
        raked => format!("{note} {raked}"),
    }
}

/// The indicators and years whose provinces are set side by side: those asked of every province
/// whose spread is followed too; where none is, all that are asked.
fn asked_of_provinces(findings: &Findings) -> Vec<Options> {
    let mut asked: Vec<(&str, Year)> = Vec::new();
    let elsewhere = findings.asked_elsewhere().is_some();
    for row in findings.province_probability.iter().filter(|_| !elsewhere) {
        if !asked.contains(&(row.indicator.as_str(), row.year)) {
            asked.push((&row.indicator, row.year));
        }
    }
    for target in findings.headlines().filter(|_| elsewhere) {
        let at = (target.indicator.as_str(), target.year);
        let year = findings.years.iter().position(|y| *y == target.year);
        let mut all = findings.provinces().filter_map(|p| findings.scope(&p.code));
        let indicator = findings.indicator(at.0);
        let known = indicator.zip(year);
        let told = known.is_some_and(|(i, y)| {
            let ratio = matches!(findings.indicators[i].unit, Unit::Per10k | Unit::PerStation);
            ratio && all.all(|p| findings.at(p, i, y).is_some())
        });
        if told && !asked.contains(&at) {
            asked.push(at);
        }
    }
    let followed = |id: &str| findings.indicator(&format!("{id}_gini")).is_some();
    if !elsewhere && asked.iter().any(|(id, _)| followed(id)) {
        asked.retain(|(id, _)| followed(id));
    }
    asked
        .into_iter()
        .map(|(id, year)| Options {
            indicator: Some(id.to_owned()),
            year: Some(year),
            ..Options::default()
        })
        .collect()
}

/// What is asked of an indicator of the nation: its target, the last due, or what provinces were asked;
/// `year` chooses among several. Of several in that year, the one that provinces were asked.
fn national_threshold(
    findings: &Findings,
    indicator: &str,
    year: Option<Year>,
) -> Option<Threshold> {
    let fits = |due: Year| year.is_none_or(|year| year == due);
    let asked = || {
        let rows = findings.province_probability.iter();
        rows.filter(|row| row.indicator == indicator && fits(row.year))
    };
    let targets = nations(findings).filter(|t| t.indicator == indicator && fits(t.year));
    let rank = |(at, t): &(usize, &TargetAnswer)| {
        let of_provinces = asked().any(|row| row.asks(t));
        (t.year, of_provinces, Reverse(*at))
    };
    let last = targets.enumerate().max_by_key(rank);
    last.map(|(_, t)| Threshold {
        bound: t.bound(),
        year: t.year,
    })
    .or(asked().next().map(|row| Threshold {
        bound: row.bound(),
        year: row.year,
    }))
}

/// What is asked of the nation.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Threshold {
    bound: Bound,
    /// At whose end it must hold.
    year: Year,
}

/// The marker of a target: open where it is not adopted.
fn shape_of(status: TargetStatus) -> style::Shape {
    match status {
        TargetStatus::Adopted => style::Shape::Diamond,
        _ => style::Shape::Ring,
    }
}

impl Threshold {
    fn reached_by(&self, value: f64) -> bool {
        missed_by(self.bound, value).is_none()
    }

    /// Whether the median future of a place meets it: at the end of its year, and at every year-end lived
    /// from which on it must hold.
    fn met_in(&self, findings: &Findings, place: usize, indicator: usize) -> bool {
        let from = self.bound.2.from.unwrap_or(self.year);
        let met = |y: usize| {
            let summary = findings.at(place, indicator, y);
            summary.is_some_and(|s| self.reached_by(s.median()))
        };
        let years = || findings.years.iter().enumerate();
        let mut before = years().filter(|(y, year)| *y > 0 && (from..self.year).contains(year));
        let due = years().find(|(_, year)| **year == self.year);
        due.is_some_and(|(y, _)| met(y)) && before.all(|(y, _)| met(y))
    }

    /// How often a province meets it, where that was asked.
    fn of_province<'a>(
        &self,
        findings: &'a Findings,
        (province, indicator): (&str, &str),
    ) -> Option<&'a ProvinceProbability> {
        let mut rows = findings.province_probability.iter();
        rows.find(|row| {
            let here = (row.province.as_str(), row.indicator.as_str());
            here == (province, indicator) && (row.year, row.bound()) == (self.year, self.bound)
        })
    }

    /// Shades a band between its ends, each placed by `at`; nothing where it has one end.
    fn shade(&self, scene: &mut Scene, at: impl Fn(f64) -> [Point; 2]) {
        shade_band(scene, self.bound, at);
    }
}

/// Opacity of the room between the ends of a band that is asked for.
const ASKED: f64 = 0.12;

/// Shades what lies between the ends of a band; `at` is the line across the plot at a value.
fn shade_band(scene: &mut Scene, bound: Bound, at: impl Fn(f64) -> [Point; 2]) {
    if let [low, high] = ends_of(bound).map(at).collect::<Vec<_>>()[..] {
        scene.area(vec![low[0], low[1], high[1], high[0]], VERMILION, ASKED);
    }
}

/// The position of an indicator, or the sentence that says it is not there.
fn indicator(findings: &Findings, id: &str) -> Result<usize, PlotError> {
    findings
        .indicator(id)
        .ok_or_else(|| PlotError::Unknown(words::unknown_code("indicator", id)))
}
