//! What a sweep leaves behind: its points as a table in CSV and Parquet, pictures, a page, and a
//! manifest that lists them. As with a run, files appear only when all of them are whole.

use super::draft::Draft;
use super::manifest::{self, Listed, RunBlock};
use super::number::unit_in_tables;
use super::page::markdown::{Page, plain};
use super::parts::Own;
use super::read::ToRead;
use super::saved::{self, SavedError};
use super::{Named, Pictures, ReportError, SCENARIO};
use crate::plot;
use crate::results::NATION;
use crate::results::sweep::{Design, Effort, Sweep};
use crate::table::{Described, Table};
use crate::units::PAYERS;
use crate::words::report::upper_first;
use crate::words::tables as about;
use crate::words::{number, sweep as words};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// All that was found, for programs.
pub const SWEEP: &str = "sweep.json";

/// What the manifest of a sweep says of its question.
#[derive(Clone, Debug, Deserialize)]
pub struct Manifest {
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
    /// Its file and those it builds on.
    pub own: &'a Own,
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
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<Vec<PathBuf>, ReportError> {
    let go_on = || match stop() {
        true => Err(ReportError::Stopped),
        false => Ok(()),
    };
    let draft = Draft::open(out)?;
    draft.put(SCENARIO, made.resolved.as_bytes())?;
    let (name, bytes) = POINTS.csv(sweep);
    draft.put(&name, &bytes)?;
    let whole = serde_json::to_vec(sweep).expect("plain data has a JSON form");
    draft.put(SWEEP, &whole)?;
    #[cfg(feature = "parquet")]
    super::parquet::one_group(&draft, POINTS.name, &points(sweep), &footer(sweep, made))?;
    go_on()?;
    let of = (&*made.own.scenario.sha256, made.base);
    read(&draft, sweep, of, pictures, &go_on)?;
    let listed = draft.digests()?;
    let text = manifest_text(sweep, made, &listed);
    draft.put(manifest::NAME, text.as_bytes())?;
    go_on()?;
    draft.publish()
}

/// Puts what is read: the workbook, the pictures and the page.
pub(super) fn read(
    draft: &Draft,
    sweep: &Sweep,
    (scenario, base): (&str, (&str, &str)),
    pictures: Pictures,
    go_on: &(dyn Fn() -> Result<(), ReportError> + Sync),
) -> Result<(), ReportError> {
    let to_read = ToRead {
        name: super::PAGE,
        #[cfg(feature = "xlsx")]
        workbook: &|draft| super::workbook::swept(draft, sweep, scenario, base),
        #[cfg(not(feature = "xlsx"))]
        workbook: &|_| {
            let _ = (scenario, base);
            Ok(())
        },
        draw: &|| plot::lines::pictures(sweep),
        page: &|drawn| page(sweep, &super::all_on_page(drawn)),
    };
    to_read.put(draft, pictures, go_on)
}

fn manifest_text(sweep: &Sweep, made: &Made<'_>, files: &[Listed]) -> String {
    manifest::text(&serde_json::json!({
        "program": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "kind": "sweep",
        "scenario": made.own.scenario,
        "builds_on": made.own.builds_on,
        "base": { "name": made.base.0, "sha256": made.base.1 },
        "country": sweep.country.en,
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

/// The points.
pub(super) const POINTS: Described<Sweep> = Described::new("sweep", points, about::SWEEP_POINTS);

fn points(sweep: &Sweep) -> Table<'_> {
    let mut t = Table::over(&sweep.points);
    for (k, axis) in sweep.axes.iter().enumerate() {
        t = t.number(axis.name.clone(), move |p| p.at[k]);
    }
    t = t.whole("futures", |p| p.futures);
    for (k, asked) in sweep.targets.iter().enumerate() {
        let id = &asked.id;
        t = t
            .number(format!("chance of {id}"), move |p| p.chances[k].value)
            .number(format!("low of {id}"), move |p| p.chances[k].low)
            .number(format!("high of {id}"), move |p| p.chances[k].high);
    }
    for (k, followed) in sweep.followed.iter().enumerate() {
        let unit = unit_in_tables(followed.unit, &sweep.currency);
        let place = match followed.scope.as_str() {
            NATION => String::new(),
            place => format!(" in {place}"),
        };
        let of = format!("{}{place} {} ({})", followed.id, followed.year, unit.en);
        t = t
            .number(format!("mean of {of}"), move |p| {
                p.means[k].map(|m| m.value)
            })
            .number(format!("error of {of}"), move |p| {
                p.means[k].map(|m| m.error)
            });
    }
    for (k, payer) in PAYERS.iter().enumerate() {
        let of = format!("{payer:?} ({})", sweep.currency.en);
        t = t
            .number(format!("cost to {of}"), move |p| p.costs[k].value)
            .number(format!("error of cost to {of}"), move |p| p.costs[k].error);
    }
    t.number(format!("cost ({})", sweep.currency.en), move |p| {
        sweep.cost(p)
    })
    .table()
}

#[cfg(feature = "parquet")]
fn footer(sweep: &Sweep, made: &Made<'_>) -> Vec<(&'static str, String)> {
    vec![
        ("program", env!("CARGO_PKG_NAME").to_owned()),
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
        ("rows", about::ROWS_SWEEP.to_owned()),
        ("scenario", sweep.scenario.clone()),
        ("scenario_sha256", made.own.scenario.sha256.clone()),
        ("base", made.base.0.to_owned()),
        ("base_sha256", made.base.1.to_owned()),
        ("country", sweep.country.en.clone()),
        ("currency", sweep.currency.en.clone()),
        ("seed", sweep.seed.to_string()),
        ("over", made.over.join(" ")),
    ]
}

fn page(sweep: &Sweep, shown: &[super::page::Shown]) -> Page {
    let mut page = Page::titled(&words::page_title(&sweep.title));
    page.section(&words::VARIED);
    let lines: Vec<String> = sweep
        .axes
        .iter()
        .map(|axis| {
            let ends = (axis.values.first(), axis.values.last());
            let said = |v: Option<&f64>| v.map_or(String::new(), |v| words::value(axis, *v));
            let stands = words::stands(axis).map_or(String::new(), |s| format!("; {s}"));
            words::varied(axis, &said(ends.0), &said(ends.1), &stands)
        })
        .collect();
    page.list(&lines);
    page.section(&words::CHANCES);
    for (t, asked) in sweep.targets.iter().enumerate() {
        let range = plot::lines::chance_range(sweep, t);
        page.paragraph(&plain(&format!("{}. {range}", upper_first(&asked.said))));
    }
    for picture in shown {
        match &picture.file {
            Some(file) => page.picture(&plain(&picture.title), file),
            None => page.paragraph(&picture.says),
        }
    }
    page.section(&words::COSTS);
    let mut header: Vec<String> = sweep.axes.iter().map(words::axis).collect();
    let counted = sweep.counted.as_ref();
    header.extend(counted.map(|counted| words::money(counted, &sweep.currency)));
    header.push(words::all_payers(sweep));
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
            row.extend(counted.map(|_| number::short(p.money)));
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
    page.section(&words::HOW);
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
    page
}
