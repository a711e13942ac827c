//! What a comparison leaves behind: tables, pictures, and a page whose first lines are the verdict.

mod page;
pub(super) mod tables;

pub use page::verdicts;

use super::draft::Draft;
use super::manifest::{self, Listed, Replicates, RunBlock, Years, peak_memory_mb, utc};
use super::read::ToRead;
use super::saved::{self, SavedError};
use super::{Machine, Named, Pictures, ReportError};
use crate::plot;
use crate::results::comparison::Comparison;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The page of a comparison.
pub const PAGE: &str = "comparison.html";
/// Its name without its ending.
const NAME: &str = "comparison";
/// All that was found, for programs.
pub const COMPARISON: &str = "comparison.json";
/// Folder of the scenarios as they were lived.
const OPTIONS: &str = "options";

/// A manifest of a comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Name of the program.
    pub program: String,
    /// Its version.
    pub version: String,
    /// `comparison`.
    pub kind: String,
    /// The options, with the fingerprints of their files.
    pub options: Vec<Named>,
    /// Name of the option the others are held against.
    pub reference: String,
    /// The base, with the fingerprint of its tables.
    pub base: Named,
    /// Country.
    pub country: String,
    /// Seed.
    pub seed: u64,
    /// Replicates lived of each option.
    pub replicates: Replicates,
    /// Layers of randomness.
    pub uncertainty: String,
    /// Years.
    pub years: Years,
    /// Whether changes were to be split over decisions.
    #[serde(default = "yes")]
    pub attributed: bool,
    /// In how many of the first futures assumptions and what comes of them are kept one by one.
    #[serde(default)]
    pub assumption_futures: u32,
    /// Every file but the manifest.
    pub files: Vec<Listed>,
    /// How it went.
    pub run: RunBlock,
}

fn yes() -> bool {
    true
}

impl Manifest {
    fn of(c: &Comparison, attributed: bool, files: Vec<Listed>, run: RunBlock) -> Manifest {
        let named = |name: &str, sha256: &str| Named {
            name: name.into(),
            sha256: sha256.into(),
        };
        Manifest {
            program: env!("CARGO_PKG_NAME").into(),
            version: env!("CARGO_PKG_VERSION").into(),
            kind: "comparison".into(),
            options: c
                .options
                .iter()
                .map(|o| named(&o.name, &o.digest))
                .collect(),
            reference: c.options[c.reference].name.clone(),
            base: named(&c.base, &c.base_digest),
            country: c.country.en.clone(),
            seed: c.seed,
            replicates: Replicates {
                first: c.replicates.start,
                last: c.replicates.end.saturating_sub(1),
                count: c.futures(),
            },
            uncertainty: c.uncertainty.clone(),
            years: Years {
                base: c.years.first().copied(),
                first: c.years.get(1).copied(),
                last: c.years.last().copied(),
            },
            attributed,
            assumption_futures: c
                .choices
                .as_ref()
                .map_or(0, |all| all.replicates.len() as u32),
            files,
            run,
        }
    }
}

/// How a comparison went, for its manifest.
pub fn block(c: &Comparison, started: std::time::SystemTime, read_seconds: f64) -> RunBlock {
    let s = &c.statistics;
    let lived = (s.futures + s.attribution_futures) as f64;
    let speed = lived / s.seconds.max(1e-9);
    RunBlock {
        started_at: utc(started),
        threads: s.threads,
        read_seconds,
        simulate_seconds: s.seconds,
        futures_per_second: speed,
        years_per_second: speed * c.years.len().saturating_sub(1) as f64,
        peak_memory_mb: peak_memory_mb(),
        machine: Machine::this(),
        ..RunBlock::default()
    }
}

/// What a comparison found, as it left it.
pub fn saved(folder: &Path) -> Result<Comparison, SavedError> {
    saved::held(folder, COMPARISON)
}

/// Name of the file that holds an option as it was lived.
pub fn option_file(name: &str) -> String {
    format!("{OPTIONS}/{}.ron", plot::compare::slug(name))
}

/// Puts what is read: the workbook, the pictures and the page.
pub(super) fn read(
    draft: &Draft,
    c: &Comparison,
    pictures: Pictures,
    go_on: &(dyn Fn() -> Result<(), ReportError> + Sync),
) -> Result<(), ReportError> {
    let to_read = ToRead {
        name: NAME,
        #[cfg(feature = "xlsx")]
        workbook: &|draft| super::workbook::compared(draft, c),
        #[cfg(not(feature = "xlsx"))]
        workbook: &|_| Ok(()),
        draw: &|| plot::compare::pictures(c),
        page: &|drawn| page::write(c, &super::all_on_page(drawn)),
    };
    to_read.put(draft, pictures, go_on)
}

/// Writes everything about one comparison into the folder `out` and returns the files, the manifest
/// last. `scenarios` are the options as they were lived, in order; `attributed` tells whether changes
/// were to be split. `stop` is asked between steps; once it says yes nothing is left behind.
pub fn write(
    c: &Comparison,
    scenarios: &[String],
    attributed: bool,
    out: &Path,
    pictures: Pictures,
    run: RunBlock,
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<Vec<PathBuf>, ReportError> {
    let began = std::time::Instant::now();
    let draft = Draft::open(out)?;
    let go_on = || {
        if stop() {
            Err(ReportError::Stopped)
        } else {
            Ok(())
        }
    };
    draft.folder(OPTIONS)?;
    for (option, text) in c.options.iter().zip(scenarios) {
        draft.put(&option_file(&option.name), text.as_bytes())?;
    }
    for table in &tables::ALL {
        let (name, bytes) = table.csv(c);
        draft.put(&name, &bytes)?;
    }
    let whole = serde_json::to_vec(c).expect("plain data has a JSON form");
    draft.put(COMPARISON, &whole)?;
    #[cfg(feature = "parquet")]
    if let Some(choices) = &c.choices {
        super::parquet::choices(&draft, c, choices)?;
    }
    go_on()?;
    read(&draft, c, pictures, &go_on)?;
    let run = RunBlock {
        write_seconds: began.elapsed().as_secs_f64(),
        ..run
    };
    let manifest = Manifest::of(c, attributed, draft.digests()?, run);
    draft.put(manifest::NAME, manifest::text(&manifest).as_bytes())?;
    go_on()?;
    draft.publish()
}
