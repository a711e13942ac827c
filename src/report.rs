//! What a run leaves behind: tables a spreadsheet opens, pictures, and a page a planner can hand on.
//!
//! Everything is first written to a hidden folder beside its final place. Files appear under their
//! final names only when all of them are whole; `manifest.json` comes last and lists them.

#[cfg(feature = "parquet")]
pub mod columns;
pub mod comparison;
pub mod designed;
pub mod difference;
mod draft;
pub mod futures;
pub mod gallery;
pub mod guesses;
pub mod hindcast;
mod lock;
mod manifest;
mod number;
mod page;
pub mod paper;
#[cfg(feature = "parquet")]
mod parquet;
pub mod parts;
mod read;
pub mod register;
#[cfg(test)]
pub(crate) mod sample;
pub mod saved;
pub mod seek;
pub mod sweep;
mod tables;
pub mod timing;
#[cfg(feature = "xlsx")]
mod workbook;
pub mod worth;
pub mod writing;

pub use lock::{Lock, place};
pub use manifest::{
    Listed, Machine, Manifest, NAME as MANIFEST, Named, RunBlock, peak_memory_mb, utc,
};
pub use page::{headlines, not_absorbed, over, spent};
#[cfg(feature = "xlsx")]
#[cfg(any(test, feature = "internals"))]
pub use workbook::NAME as WORKBOOK;

use crate::plot::{self, PlotError};
use crate::results::comparison::Comparison;
use crate::results::seek::Seek;
use crate::results::sweep::Sweep;
use crate::results::timing::Timing;
use crate::results::{Draws, Facilities, Findings, Futures, Record};
use crate::words::command as words;
use draft::Draft;
use rayon::prelude::*;
use read::ToRead;
use std::io;
use std::path::{Path, PathBuf};

/// Which pictures are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pictures {
    /// None.
    No,
    /// SVG only.
    Svg,
    /// SVG, and PNG beside it.
    SvgAndPng,
}

impl Pictures {
    /// Those that are not declined, painted where that is asked for.
    pub fn of(no_charts: bool, png: bool) -> Pictures {
        match (no_charts, png) {
            (true, _) => Pictures::No,
            (false, false) => Pictures::Svg,
            (false, true) => Pictures::SvgAndPng,
        }
    }
}

/// Why a run left nothing behind.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// A file or folder could not be written.
    #[error("{}", words::could_not_write(path, source))]
    Write {
        /// Where.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A picture could not be drawn.
    #[error("{}", words::no_picture(.0))]
    Picture(#[from] PlotError),
    /// Results could not take their places; the folder is as it was.
    #[error("{}", words::as_before(blocked, out))]
    AsBefore {
        /// What was in the way.
        blocked: Box<ReportError>,
        /// The folder.
        out: PathBuf,
    },
    /// Results could not take their places, nor could those of before go back to theirs.
    #[error("{}", words::set_aside(blocked, aside))]
    Aside {
        /// What was in the way.
        blocked: Box<ReportError>,
        /// The hidden folder in which both wait.
        aside: PathBuf,
    },
    /// Another run is writing to the same folder.
    #[error("{}", words::busy(.0))]
    Busy(PathBuf),
    /// The user asked to stop.
    #[error("{}", words::STOPPED_BEFORE)]
    Stopped,
}

impl ReportError {
    /// What the user can do about it.
    pub fn help(&self) -> String {
        match self {
            ReportError::Write { path, source } => help_writing(path, source),
            ReportError::AsBefore { blocked, .. } | ReportError::Aside { blocked, .. } => {
                blocked.help()
            }
            ReportError::Picture(_) => words::WITHOUT_PICTURES.into(),
            ReportError::Busy(_) => words::WAIT.into(),
            ReportError::Stopped => words::RUN_AGAIN.into(),
        }
    }
}

/// The scenario as it was run, every default written out.
pub const SCENARIO: &str = "scenario.resolved.ron";

/// Name of the page that answers, without its ending: in Markdown and for a browser.
const PAGE: &str = "report";

/// Folder of the pictures.
const CHARTS: &str = "charts";

/// How the page shows a picture.
fn shown_on_page(picture: &plot::Picture) -> page::Shown {
    page::Shown {
        file: picture
            .scene
            .is_some()
            .then(|| format!("{CHARTS}/{}.svg", picture.name)),
        title: picture.title.clone(),
        says: picture.subtitle.clone(),
    }
}

/// How the page shows pictures.
fn all_on_page(drawn: &[plot::Picture]) -> Vec<page::Shown> {
    drawn.iter().map(shown_on_page).collect()
}

fn help_writing(path: &Path, error: &io::Error) -> String {
    use io::ErrorKind as K;
    match error.kind() {
        K::StorageFull | K::QuotaExceeded | K::FileTooLarge => words::DISK_FULL.into(),
        K::ReadOnlyFilesystem | K::PermissionDenied => words::CLOSED.into(),
        K::NotADirectory | K::AlreadyExists | K::IsADirectory | K::DirectoryNotEmpty => {
            words::in_the_way(path)
        }
        _ => words::ANOTHER_FOLDER.into(),
    }
}

/// Makes sure that a folder can be written to, before anybody waits for a simulation.
pub fn probe(out: &Path) -> Result<(), ReportError> {
    Draft::open(out).map(drop)
}

/// An empty file on the disk on which a folder lies or will lie; no name leads to it, and it is gone with
/// the program.
///
/// # Errors
/// The system gives none.
pub fn aside(folder: &Path) -> io::Result<std::fs::File> {
    let mut around = folder.ancestors().filter(|path| path.is_dir());
    tempfile::tempfile_in(around.next().unwrap_or(Path::new(".")))
}

/// Removes what runs that were killed have left half-written in a folder: hidden, and never under a
/// final name. To be called only while no other run writes there.
pub fn sweep(out: &Path) {
    draft::sweep(out);
}

/// What a run hands over to be written.
#[derive(Clone, Copy)]
pub struct Handed<'a> {
    findings: &'a Findings,
    facilities: Option<&'a Facilities>,
    futures: Option<&'a Futures>,
    draws: Option<&'a Draws>,
}

impl<'a> From<&'a Findings> for Handed<'a> {
    fn from(findings: &'a Findings) -> Self {
        Handed {
            findings,
            facilities: None,
            futures: None,
            draws: None,
        }
    }
}

impl<'a> From<&'a Record> for Handed<'a> {
    fn from(record: &'a Record) -> Self {
        Handed {
            findings: &record.findings,
            facilities: record.facilities.as_ref(),
            futures: record.futures.as_ref(),
            draws: record.draws.as_ref(),
        }
    }
}

/// Everything about a run that is a table; they do not wait for one another.
fn put_tables(draft: &Draft, handed: Handed<'_>) -> Result<(), ReportError> {
    let findings = handed.findings;
    type Put<'a> = Box<dyn Fn() -> Result<(), ReportError> + Send + Sync + 'a>;
    let mut all: Vec<Put<'_>> = Vec::new();
    #[cfg(feature = "parquet")]
    for write in parquet::ALL {
        all.push(Box::new(move || write(draft, handed)));
    }
    all.push(Box::new(|| {
        draft.put(saved::FINDINGS, saved::text(findings).as_bytes())
    }));
    for table in &tables::ALL {
        all.push(Box::new(|| {
            let (name, bytes) = table.csv(findings);
            draft.put(&name, &bytes)
        }));
    }
    #[cfg(not(feature = "parquet"))]
    let _ = handed.draws;
    // One error is told, and the same whichever was met first.
    let ends: Vec<_> = all.par_iter().with_max_len(1).map(|put| put()).collect();
    ends.into_iter().collect()
}

/// Puts what is read of a run: the workbook, the pictures and the page.
fn read(
    draft: &Draft,
    handed: Handed<'_>,
    pictures: Pictures,
    go_on: &(dyn Fn() -> Result<(), ReportError> + Sync),
    beside: &(dyn Fn() -> Result<(), ReportError> + Sync),
) -> Result<(), ReportError> {
    let to_read = ToRead {
        name: PAGE,
        #[cfg(feature = "xlsx")]
        workbook: &|draft| workbook::write(draft, handed),
        #[cfg(not(feature = "xlsx"))]
        workbook: &|_| Ok(()),
        draw: &|| plot::pictures(handed.findings),
        page: &|drawn| {
            let shown = all_on_page(drawn);
            page::write(handed.findings, handed.facilities, handed.futures, &shown)
        },
    };
    to_read.put_beside(draft, pictures, go_on, beside)
}

/// What was left of a finished question, to be shown again.
pub enum Shown {
    /// A run, with what was assumed in its first futures where that was kept.
    Run(Box<Findings>, Option<Futures>),
    /// A comparison.
    Comparison(Box<Comparison>),
    /// A sweep, with the fingerprints of its scenario and its base.
    Sweep(Box<Sweep>, Made),
    /// A search.
    Seek(Box<Seek>, Made),
    /// When decisions must be taken.
    Timing(Box<Timing>, Made),
}

/// From what something was made: the fingerprint of the scenario, the base and its fingerprint.
pub struct Made {
    /// Of the scenario.
    pub scenario: String,
    /// The base.
    pub base: Named,
}

/// Writes what is read of a finished question once more, in the language that is spoken, into the folder
/// `out`, and returns the files. Nothing is simulated, and nothing of the results is touched.
pub fn show(
    shown: &Shown,
    out: &Path,
    pictures: Pictures,
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<Vec<PathBuf>, ReportError> {
    let draft = Draft::open(out)?;
    let go_on = || match stop() {
        true => Err(ReportError::Stopped),
        false => Ok(()),
    };
    fn of(made: &Made) -> (&str, (&str, &str)) {
        (&made.scenario, (&made.base.name, &made.base.sha256))
    }
    match shown {
        Shown::Run(findings, futures) => {
            let handed = Handed {
                futures: futures.as_ref(),
                ..Handed::from(&**findings)
            };
            read(&draft, handed, pictures, &go_on, &|| Ok(()))?;
        }
        Shown::Comparison(c) => comparison::read(&draft, c, pictures, &go_on)?,
        Shown::Sweep(s, made) => sweep::read(&draft, s, of(made), pictures, &go_on)?,
        Shown::Seek(s, made) => seek::read(&draft, s, of(made), pictures, &go_on)?,
        Shown::Timing(t, made) => timing::read(&draft, t, of(made), pictures, &go_on)?,
    }
    draft.publish()
}

/// Writes everything about one run into the folder `out` and returns the files, the manifest last.
/// `stop` is asked between steps; once it says yes nothing is left behind.
pub fn write<'a>(
    handed: impl Into<Handed<'a>>,
    scenario_resolved: &str,
    out: &Path,
    pictures: Pictures,
    run: RunBlock,
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<Vec<PathBuf>, ReportError> {
    let began = std::time::Instant::now();
    let handed = handed.into();
    let findings = handed.findings;
    let draft = Draft::open(out)?;
    let go_on = || {
        if stop() {
            Err(ReportError::Stopped)
        } else {
            Ok(())
        }
    };

    draft.put(SCENARIO, scenario_resolved.as_bytes())?;
    read(&draft, handed, pictures, &go_on, &|| {
        put_tables(&draft, handed)
    })?;
    let listed = draft.digests()?;
    let run = RunBlock {
        write_seconds: began.elapsed().as_secs_f64(),
        ..run
    };
    let kept = (
        handed.facilities.map_or(0, |f| f.futures),
        handed.futures.map_or(0, |f| f.replicates.len() as u32),
    );
    let manifest = Manifest::of(findings, kept, listed, run);
    draft.put(manifest::NAME, manifest.text().as_bytes())?;
    go_on()?;
    draft.publish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;
    use std::fs;

    fn never() -> bool {
        false
    }

    fn left_by(out: &Path) -> BTreeMap<String, Vec<u8>> {
        let read = |e: io::Result<fs::DirEntry>| {
            let path = e.expect("an entry").path();
            let name = path
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            path.is_file()
                .then(|| (name, fs::read(path).expect("readable")))
        };
        fs::read_dir(out)
            .expect("the folder exists")
            .filter_map(read)
            .collect()
    }

    fn run(out: &Path, started_at: &str) {
        let block = RunBlock {
            started_at: started_at.into(),
            ..RunBlock::default()
        };
        write(
            &sample::findings(),
            "(title: \"A sample\")\n",
            out,
            Pictures::No,
            block,
            &never,
        )
        .expect("written");
    }

    #[test]
    fn equal_runs_differ_only_in_the_run_block_of_the_manifest() {
        let home = tempfile::tempdir().expect("a folder");
        let (one, two) = (home.path().join("one"), home.path().join("two"));
        run(&one, "2026-01-01T00:00:00Z");
        run(&two, "2026-02-02T00:00:00Z");
        let (mut a, mut b) = (left_by(&one), left_by(&two));
        let json =
            |bytes: Vec<u8>| -> serde_json::Value { serde_json::from_slice(&bytes).expect("JSON") };
        let mut first = json(a.remove(manifest::NAME).expect("a manifest"));
        let mut second = json(b.remove(manifest::NAME).expect("a manifest"));
        assert_eq!(a, b);
        assert_ne!(first["run"], second["run"]);
        first["run"].take();
        second["run"].take();
        assert_eq!(first, second);
        let listed = first["files"].as_array().expect("a list").len();
        assert_eq!(listed, a.len(), "the manifest lists every file but itself");
    }

    #[test]
    fn pictures_come_with_their_figures_and_are_listed() {
        let home = tempfile::tempdir().expect("a folder");
        let out = home.path().join("one");
        let files = write(
            &sample::findings(),
            "()",
            &out,
            Pictures::Svg,
            RunBlock::default(),
            &never,
        )
        .expect("written");
        assert!(files.iter().all(|file| file.is_file()), "{files:?}");
        let listed = |ending: &str| {
            files
                .iter()
                .filter(|f| {
                    f.starts_with(out.join(CHARTS)) && f.extension().is_some_and(|e| e == ending)
                })
                .count()
        };
        assert!(
            listed("svg") > 0 && listed("csv") >= listed("svg"),
            "{files:?}"
        );
        let page = fs::read_to_string(out.join("report.html")).expect("a report");
        let shown = page.matches("<figure id=").count();
        assert_eq!(shown, listed("svg"), "the page shows every picture");
        let first = fs::read_to_string(out.join("report.md")).expect("a first page");
        assert!(first.ends_with("](report.html)\n"), "{first}");
        assert!(!first.contains("\n---\n"), "{first}");
        assert_eq!(files.last(), Some(&out.join(manifest::NAME)));
    }

    #[test]
    fn a_run_that_is_stopped_leaves_nothing() {
        let home = tempfile::tempdir().expect("a folder");
        let out = home.path().join("one");
        let error = write(
            &sample::findings(),
            "()",
            &out,
            Pictures::Svg,
            RunBlock::default(),
            &|| true,
        );
        assert!(matches!(error, Err(ReportError::Stopped)), "{error:?}");
        assert!(!out.exists());
    }

    #[test]
    fn the_report_reads_as_a_planner_would_read_it() {
        let picture = |file: Option<&str>, title: &str, says: &str| page::Shown {
            file: file.map(String::from),
            title: title.into(),
            says: says.into(),
        };
        let file = Some("charts/fan-beds.svg");
        let drawn = [
            picture(
                file,
                "Hospital beds per 10,000 people",
                "35 [or more] by 2030: about 7 in 10",
            ),
            picture(None, "", "no province has a place on the map"),
        ];
        insta::assert_snapshot!(page::write(&sample::findings(), None, None, &drawn).text());
    }

    #[test]
    fn the_terminal_gets_the_answers_in_five_lines() {
        insta::assert_snapshot!(headlines(&sample::findings(), 5).join("\n"));
    }

    #[test]
    fn the_readme_names_every_table() {
        fn names<S>(all: &[crate::table::Described<S>]) -> Vec<&'static str> {
            all.iter().map(|table| table.name).collect()
        }
        let text = include_str!("../README.md");
        let mut all = [names(&tables::ALL), names(&comparison::tables::ALL)].concat();
        all.extend(
            [
                names(&hindcast::ALL),
                names(&register::ALL),
                names(&[sweep::POINTS]),
            ]
            .concat(),
        );
        all.retain(|name| !text.contains(&format!("`{name}.csv`")));
        assert!(all.is_empty(), "{all:?}");
    }

    #[test]
    fn the_tables_say_what_was_found() {
        let found = sample::findings();
        let shown: Vec<String> = tables::ALL
            .iter()
            .map(|table| {
                let (name, bytes) = table.csv(&found);
                let text = String::from_utf8(bytes).expect("UTF-8");
                let rows: Vec<&str> = text.lines().take(10).collect();
                format!("{name}\n{}", rows.join("\n"))
            })
            .collect();
        insta::assert_snapshot!(shown.join("\n\n"));
    }
}
