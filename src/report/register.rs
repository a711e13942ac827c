//! Predictions put down with their date, to be held against what comes: every indicator of the nation
//! and its provinces over the next five years as quantiles, every target's chance, and what they were
//! lived from.

use super::draft::Draft;
use super::manifest::{self, Listed, Named, Replicates, RunBlock};
use super::page::claim_alone;
use super::page::markdown::{Page, plain};
use super::read::ToRead;
use super::tables::side;
use super::{Pictures, ReportError, SCENARIO};
use crate::results::{Findings, IndicatorInfo, PERCENTILES, ScopeKind, TargetAnswer, Unit};
use crate::table::{Cell, Described, Kind, Table};
use crate::units::Year;
use crate::words::data::spoken;
use crate::words::number::{decimal, grouped};
use crate::words::register as words;
use crate::words::report::upper_first;
use crate::words::tables as about;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The table of predictions.
pub const PREDICTIONS: &str = "predictions.csv";
/// The table of chances.
pub const CHANCES: &str = "chances.csv";
/// The table of chances by each way of going on.
pub const VARIANTS: &str = "variants.csv";
/// Years from the base that are put down.
const YEARS: i32 = 5;

/// What a registration was lived from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Manifest {
    /// Name of the program.
    pub program: String,
    /// Its version.
    pub version: String,
    /// `register`.
    pub kind: String,
    /// The day, ISO 8601.
    pub registered: String,
    /// The scenario, with the fingerprint of its file.
    pub scenario: Named,
    /// The base, with the fingerprint of its tables.
    pub base: Named,
    /// Seed.
    pub seed: u64,
    /// Futures lived.
    pub replicates: Replicates,
    /// Every file but the manifest.
    pub files: Vec<Listed>,
    /// How it went.
    pub run: RunBlock,
}

/// Writes the predictions of a run into the new folder `out`, and returns the files, the manifest last.
pub fn write(
    findings: &Findings,
    resolved: &str,
    registered: &str,
    out: &Path,
) -> Result<Vec<PathBuf>, ReportError> {
    let draft = Draft::open(out)?;
    draft.put(SCENARIO, resolved.as_bytes())?;
    for table in &ALL {
        let (name, bytes) = table.csv(findings);
        draft.put(&name, &bytes)?;
    }
    let to_read = ToRead {
        name: "register",
        workbook: &|_| Ok(()),
        draw: &|| Ok(Vec::new()),
        page: &|_| page(findings, registered),
    };
    to_read.put(&draft, Pictures::No, &|| Ok(()))?;
    let lived = &findings.replicates;
    let named = |name: &str, sha256: &str| Named {
        name: name.to_owned(),
        sha256: sha256.to_owned(),
    };
    let manifest = Manifest {
        program: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        kind: "register".to_owned(),
        registered: registered.to_owned(),
        scenario: named(&findings.scenario, &findings.scenario_digest),
        base: named(&findings.base, &findings.base_digest),
        seed: findings.seed,
        replicates: Replicates {
            first: lived.start,
            last: lived.end.saturating_sub(1),
            count: lived.end.saturating_sub(lived.start),
        },
        files: draft.digests()?,
        run: RunBlock::default(),
    };
    draft.put(manifest::NAME, manifest::text(&manifest).as_bytes())?;
    draft.publish()
}

/// The years that are put down, with their places.
fn years(findings: &Findings) -> Vec<(usize, Year)> {
    let all = findings.years.iter().copied().enumerate().skip(1);
    all.take(YEARS as usize).collect()
}

/// Indicators that somebody else may publish one day: shares and figures per head, of one definition and
/// without ways that no figure decides between.
fn is_put_down(indicator: &IndicatorInfo) -> bool {
    let per_head = matches!(
        indicator.unit,
        Unit::Per10k | Unit::Share | Unit::PerStation
    );
    per_head && indicator.open_between.is_none() && indicator.not_answerable.is_none()
}

/// Every table.
pub(super) const ALL: [Described<Findings>; 3] = [
    Described::new("predictions", predictions, about::REGISTER_PREDICTIONS),
    Described::new("chances", chances, about::REGISTER_CHANCES),
    Described::new("variants", variants, about::REGISTER_VARIANTS),
];

fn predictions(findings: &Findings) -> Table<'_> {
    let base = findings.years.first().copied().unwrap_or(Year(0));
    let scopes = findings.scopes.iter().enumerate();
    let scopes = scopes.filter(|(_, scope)| scope.kind != ScopeKind::Region);
    let asked = scopes.flat_map(|(s, scope)| {
        let all = findings.indicators.iter().enumerate();
        let put_down = all.filter(|(_, indicator)| is_put_down(indicator));
        put_down.flat_map(move |(i, indicator)| {
            let each = years(findings).into_iter();
            each.filter_map(move |(y, year)| Some((scope, indicator, year, findings.at(s, i, y)?)))
        })
    });
    let rows = asked.flat_map(|(scope, indicator, year, summary)| {
        let each = PERCENTILES.iter().zip(summary.percentiles);
        each.map(move |(u, value)| (scope, indicator, year, *u, value))
    });
    Table::over(rows)
        .text("origin_date", move |_| format!("{base}-12-31"))
        .text("target", |r| &r.1.id)
        .put("horizon", Kind::Whole, move |r| {
            Cell::Whole(r.2.since(base).into())
        })
        .text("target_end_date", |r| format!("{}-12-31", r.2))
        .text("location", |r| &r.0.code)
        .text("output_type", |_| "quantile")
        .numbers(["output_type_id", "value"], |r| [r.3, r.4])
        .table()
}

fn chances(findings: &Findings) -> Table<'_> {
    let put = years(findings);
    // What is published at the end of a year cannot score what was asked of another month.
    let scored = findings.targets.iter().filter(|t| t.form.month.is_none());
    let rows = scored.flat_map(|target| {
        let each = target.by_year.iter().zip(put.clone());
        each.map(move |(p, (_, year))| (target, year, p))
    });
    Table::over(rows)
        .text("target", |r| &r.0.id)
        .text("indicator", |r| &r.0.indicator)
        .text("location", |r| &r.0.scope)
        .number("threshold", |r| r.0.threshold)
        .text("direction", |r| side(r.0))
        .number("threshold_to", |r| r.0.form.up_to)
        .put("from_year", Kind::Whole, |r| {
            let from = r.0.form.from;
            from.map_or(Cell::Absent, Cell::Year)
        })
        .year("year", |r| r.1)
        .numbers(["chance", "low", "high"], |r| {
            [r.2.value, r.2.low, r.2.high]
        })
        .table()
}

/// Chances of targets of these years in their own year, by each way that no figure decides between.
fn variants(findings: &Findings) -> Table<'_> {
    let put = years(findings);
    let due = |target: &&TargetAnswer| put.iter().any(|(_, year)| *year == target.year);
    let all = findings.targets.iter().filter(due);
    Table::over(all.flat_map(|target| target.variants.iter().map(move |v| (target, v))))
        .text("target", |(target, _)| &target.id)
        .text("indicator", |(target, _)| &target.indicator)
        .text("location", |(target, _)| &target.scope)
        .year("year", |(target, _)| target.year)
        .text("assumption", |(_, v)| &v.assumption)
        .text("variant", |(_, v)| &v.name)
        .number("weight", |(_, v)| v.weight)
        .numbers(["chance", "low", "high"], |(_, v)| {
            let p = &v.probability;
            [p.value, p.low, p.high]
        })
        .table()
}

/// The nation's targets of these years, with their chances by each way of going on.
fn targets(page: &mut Page, findings: &Findings) {
    let put = years(findings);
    let due = findings.targets.iter().filter(|t| {
        let asked = t.headline && put.iter().any(|(_, year)| *year == t.year);
        asked && t.probability.is_some()
    });
    let rows: Vec<Vec<String>> = due
        .map(|t| {
            let ways: Vec<String> = t
                .variants
                .iter()
                .map(|v| format!("{} {}", spoken(&v.name), words::share(v.probability.value)))
                .collect();
            let one = t.probability.filter(|_| t.is_one_chance());
            let claim = claim_alone(findings, t);
            vec![
                format!("{} (`{}`)", plain(&upper_first(&claim)), t.id),
                one.map_or(String::new(), |p| words::share(p.value)),
                ways.join(words::BETWEEN_WAYS.text()),
            ]
        })
        .collect();
    page.section(&words::TARGETS);
    page.table(&words::TARGET_COLUMNS, &rows);
}

fn page(findings: &Findings, registered: &str) -> Page {
    let mut page = Page::titled(&words::title(&findings.title, registered));
    page.paragraph(&words::WHAT);
    page.section(&words::NATION);
    let put = years(findings);
    let mut header = vec![words::INDICATOR.to_owned()];
    header.extend(put.iter().map(|(_, year)| year.to_string()));
    let told = findings.targets.iter().filter(|t| t.headline);
    let asked: Vec<&str> = told.map(|t| t.indicator.as_str()).collect();
    let each = findings.indicators.iter().enumerate().filter(|(_, i)| {
        let of = [Some(&i.id), i.figure_of.as_ref(), i.spread_of.as_ref()];
        let family = of.iter().flatten().any(|id| asked.contains(&id.as_str()));
        family && is_put_down(i)
    });
    let table: Vec<Vec<String>> = each
        .map(|(i, indicator)| {
            let mut row = vec![plain(&indicator.title)];
            row.extend(put.iter().map(|(y, _)| {
                findings.at(0, i, *y).map_or(String::new(), |s| {
                    let scale = if indicator.unit == Unit::Share {
                        100.0
                    } else {
                        1.0
                    };
                    let [low, median, high] =
                        [1, 3, 5].map(|q| decimal(s.percentiles[q] * scale, 1));
                    words::median(&median, &low, &high)
                })
            }));
            row
        })
        .collect();
    page.table(&header, &table);
    targets(&mut page, findings);
    page.section(&words::FROM);
    page.list(&[
        format!("carecast {}", env!("CARGO_PKG_VERSION")),
        words::scenario(&findings.scenario, &findings.scenario_digest),
        words::base(&findings.base, &findings.base_digest),
        words::seed(
            findings.seed,
            &grouped(f64::from(
                findings.replicates.end - findings.replicates.start,
            )),
        ),
    ]);
    page
}
