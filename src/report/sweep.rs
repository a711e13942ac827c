//! What a sweep leaves behind: its points as a table in CSV and Parquet, pictures, a page, and a
//! manifest that lists them. As with a run, files appear only when all of them are whole.

use super::draft::Draft;
use super::manifest::{self, Listed, RunBlock};
use super::number::{cell, cell_or_empty, unit_in_tables};
use super::page::markdown::Page;
use super::saved::{self, SavedError};
use super::{CHARTS, Named, Pictures, ReportError, SCENARIO};
use crate::plot;
use crate::results::sweep::{Design, Effort, Sweep};
use crate::units::PAYERS;
use crate::words::report::upper_first;
use crate::words::{number, sweep as words};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// All that was found, for programs.
pub const SWEEP: &str = "sweep.json";

/// What the manifest of a sweep says of its question.
#[derive(Clone, Debug, Deserialize)]
pub struct Manifest {
    /// Version of the program.
    pub version: String,
    /// The scenario, with the fingerprint of its file.
    pub scenario: Named,
    /// The files it builds on.
    pub builds_on: Vec<Named>,
    /// The base, with the fingerprint of its tables.
    pub base: Named,
    /// Seed.
    pub seed: u64,
    /// What was varied, as written.
    pub over: Vec<String>,
    /// How points were chosen.
    pub design: Design,
    /// How many futures a point was given.
    pub effort: Effort,
    /// Points.
    pub points: u32,
    /// Every file but the manifest.
    pub files: Vec<Listed>,
}

/// What a sweep found, as it left it.
pub fn saved(folder: &Path) -> Result<Sweep, SavedError> {
    saved::held(folder, SWEEP)
}

/// What a sweep was made from, for its manifest.
pub struct Made<'a> {
    /// The scenario, every default written out.
    pub resolved: &'a str,
    /// Fingerprint of its file.
    pub scenario_digest: &'a str,
    /// Files it builds on, with their fingerprints.
    pub files: &'a [(String, String)],
    /// The base and its fingerprint.
    pub base: (&'a str, &'a str),
    /// What was varied, as written.
    pub over: &'a [String],
    /// How it went.
    pub run: RunBlock,
}

/// Writes everything about a sweep into the folder `out` and returns the files, the manifest last.
pub fn write(
    sweep: &Sweep,
    made: &Made<'_>,
    out: &Path,
    pictures: Pictures,
    stop: &dyn Fn() -> bool,
) -> Result<Vec<PathBuf>, ReportError> {
    let go_on = || match stop() {
        true => Err(ReportError::Stopped),
        false => Ok(()),
    };
    let mut draft = Draft::open(out)?;
    draft.put(SCENARIO, made.resolved.as_bytes())?;
    let table = table(sweep);
    draft.put("sweep.csv", &table.csv())?;
    let whole = serde_json::to_vec(sweep).expect("plain data has a JSON form");
    draft.put(SWEEP, &whole)?;
    #[cfg(feature = "parquet")]
    super::parquet::sweep(&mut draft, &table.columns, &footer(sweep, made))?;
    #[cfg(feature = "xlsx")]
    super::workbook::swept(&mut draft, sweep, made.scenario_digest, made.base)?;
    go_on()?;
    let mut shown = Vec::new();
    if pictures != Pictures::No {
        let drawn = plot::lines::pictures(sweep)?;
        go_on()?;
        let folder = draft.folder(CHARTS)?;
        let files = plot::write(&drawn, &folder, pictures == Pictures::SvgAndPng)?;
        draft.adopt(CHARTS, files);
        shown = drawn.into_iter().map(super::shown_on_page).collect();
    }
    go_on()?;
    draft.put("report.md", page(sweep, &shown).as_bytes())?;
    let listed = draft.digests()?;
    let text = manifest_text(sweep, made, &listed);
    draft.put(manifest::NAME, text.as_bytes())?;
    go_on()?;
    draft.publish()
}

fn manifest_text(sweep: &Sweep, made: &Made<'_>, files: &[Listed]) -> String {
    let named =
        |(name, digest): &(String, String)| serde_json::json!({ "name": name, "sha256": digest });
    manifest::text(&serde_json::json!({
        "program": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "kind": "sweep",
        "scenario": { "name": sweep.scenario, "sha256": made.scenario_digest },
        "builds_on": made.files.iter().map(named).collect::<Vec<_>>(),
        "base": { "name": made.base.0, "sha256": made.base.1 },
        "country": sweep.country,
        "seed": sweep.seed,
        "over": made.over,
        "design": sweep.design,
        "effort": sweep.effort,
        "points": sweep.points.len(),
        "futures": sweep.futures(),
        "files": files,
        "run": made.run,
    }))
}

/// A column of the table.
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its values; not a number where there is none.
    pub values: Vec<f64>,
    /// Whether its values count things.
    pub whole: bool,
}

/// The points in columns.
struct Table {
    columns: Vec<Column>,
}

fn table(sweep: &Sweep) -> Table {
    let mut columns = Vec::new();
    let mut put = |name: String, whole: bool, of: &dyn Fn(&crate::results::sweep::Point) -> f64| {
        let values = sweep.points.iter().map(of).collect();
        columns.push(Column {
            name,
            values,
            whole,
        });
    };
    for (k, axis) in sweep.axes.iter().enumerate() {
        put(axis.name.clone(), false, &|p| p.at[k]);
    }
    put("futures".into(), true, &|p| f64::from(p.futures));
    for (t, asked) in sweep.asked.iter().enumerate() {
        let id = &asked.id;
        put(format!("chance of {id}"), false, &|p| p.chances[t].value);
        put(format!("low of {id}"), false, &|p| p.chances[t].low);
        put(format!("high of {id}"), false, &|p| p.chances[t].high);
    }
    for (i, followed) in sweep.followed.iter().enumerate() {
        let unit = unit_in_tables(followed.unit, &sweep.currency);
        let of = format!("{} {} ({unit})", followed.id, followed.year);
        put(format!("mean of {of}"), false, &|p| {
            p.means[i].map_or(f64::NAN, |m| m.value)
        });
        put(format!("error of {of}"), false, &|p| {
            p.means[i].map_or(f64::NAN, |m| m.error)
        });
    }
    for (k, payer) in PAYERS.iter().enumerate() {
        let of = format!("{payer:?} ({})", sweep.currency);
        put(format!("cost to {of}"), false, &|p| p.costs[k].value);
        put(format!("error of cost to {of}"), false, &|p| {
            p.costs[k].error
        });
    }
    put(format!("cost ({})", sweep.currency), false, &|p| {
        sweep.cost(p)
    });
    Table { columns }
}

impl Table {
    fn csv(&self) -> Vec<u8> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let row = "memory takes every row, and rows are as long as their header";
        let names = self.columns.iter().map(|c| &c.name);
        writer.write_record(names).expect(row);
        let rows = self.columns.first().map_or(0, |c| c.values.len());
        for n in 0..rows {
            let cells = self.columns.iter().map(|c| match c.values[n] {
                v if v.is_nan() => cell_or_empty(None),
                v => cell(v),
            });
            writer.write_record(cells).expect(row);
        }
        writer.into_inner().expect("memory takes every row")
    }
}

#[cfg(feature = "parquet")]
fn footer(sweep: &Sweep, made: &Made<'_>) -> Vec<(&'static str, String)> {
    vec![
        ("program", env!("CARGO_PKG_NAME").to_owned()),
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
        (
            "rows",
            "one point of a sweep; chances and shares are fractions".to_owned(),
        ),
        ("scenario", sweep.scenario.clone()),
        ("scenario_sha256", made.scenario_digest.to_owned()),
        ("base", made.base.0.to_owned()),
        ("base_sha256", made.base.1.to_owned()),
        ("country", sweep.country.clone()),
        ("currency", sweep.currency.clone()),
        ("seed", sweep.seed.to_string()),
        ("over", made.over.join(" ")),
    ]
}

fn page(sweep: &Sweep, shown: &[super::page::Shown]) -> String {
    let mut page = Page::titled(&words::page_title(&sweep.title));
    page.section(words::VARIED);
    let lines: Vec<String> = sweep
        .axes
        .iter()
        .map(|axis| {
            let ends = (axis.values.first(), axis.values.last());
            let said = |v: Option<&f64>| v.map_or(String::new(), |v| words::value(axis, *v));
            let stands = words::stands(axis).map_or(String::new(), |s| format!("; {s}"));
            format!(
                "`{}`, {} ({}): {} to {}{stands}",
                axis.name,
                axis.what,
                axis.unit,
                said(ends.0),
                said(ends.1)
            )
        })
        .collect();
    page.list(&lines);
    page.section(words::CHANCES);
    for (t, asked) in sweep.asked.iter().enumerate() {
        let range = plot::lines::chance_range(sweep, t);
        page.paragraph(&format!("{}. {range}", upper_first(&asked.said)));
    }
    for picture in shown {
        match &picture.file {
            Some(file) => page.paragraph(&format!("![{}]({file})", picture.title)),
            None => page.paragraph(&picture.says),
        }
    }
    page.section(words::COSTS);
    let mut header: Vec<String> = sweep.axes.iter().map(words::axis).collect();
    header.push(sweep.currency.clone());
    header.extend(
        sweep
            .followed
            .iter()
            .map(|f| format!("{}, {}", f.title, f.year)),
    );
    let rows: Vec<Vec<String>> = sweep
        .points
        .iter()
        .map(|p| {
            let axes = sweep.axes.iter().zip(&p.at);
            let mut row: Vec<String> = axes.map(|(axis, v)| words::value(axis, *v)).collect();
            row.push(number::short(sweep.cost(p)));
            let means = sweep.followed.iter().zip(&p.means);
            row.extend(means.map(|(f, mean)| match mean {
                Some(mean) => number::value(f.unit, mean.value),
                None => String::new(),
            }));
            row
        })
        .collect();
    page.table(&header, &rows);
    page.section(words::HOW);
    let mut how = vec![
        format!("{}.", words::effort(sweep)),
        words::SAME_FUTURES.to_owned(),
        words::COST_IS.to_owned(),
    ];
    if matches!(sweep.effort, crate::results::sweep::Effort::Adaptive { .. }) {
        how.push(words::CHOSEN.to_owned());
    }
    how.push(words::FIXED.to_owned());
    page.list(&how);
    page.text()
}
