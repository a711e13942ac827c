//! What is read off finished results: which guess matters, what the futures that miss have in common. A
//! page, tables, a workbook, pictures, all of it for programs, and a manifest that says from which draws.

mod tables;

use super::draft::Draft;
use super::manifest::{self, RunBlock};
use super::page::markdown::{Page, plain};
use super::read::ToRead;
use super::{CHARTS, Pictures, ReportError};
use crate::plot::{self, Picture};
use crate::results::Findings;
use crate::results::guesses::{Guesses, InBox, Missed, Misses, OfTarget};
use crate::table::Described;
use crate::words::guesses as words;
use crate::words::report::upper_first;
use serde::Serialize;
use std::path::{Path, PathBuf};

pub use super::page::claim;
pub(super) use tables::{BOXES, GUESSES};
use tables::{GuessRow, rows_of_boxes};

/// Guesses of a target that its page and its picture show.
pub const SHOWN: usize = 12;

/// Where something was read off.
pub struct From<'a> {
    /// The folder, as it was given.
    pub folder: &'a Path,
    /// Sha-256 of the table of draws.
    pub draws: &'a str,
    /// How it went.
    pub run: RunBlock,
    /// Whether pictures are drawn.
    pub pictures: Pictures,
}

/// What a verb leaves behind.
pub(super) struct Left<'a, T: 'static> {
    /// Its kind in the manifest, and the name of its page and of what it found for programs.
    pub kind: &'static str,
    /// What was found.
    pub found: &'a T,
    /// What it was found of, for the manifest.
    pub of: serde_json::Value,
    /// Tables.
    pub tables: &'a [Described<T>],
    /// The page, given its pictures.
    pub page: &'a (dyn Fn(&[Picture]) -> Page + Sync),
    /// The pictures.
    pub draw: &'a (dyn Fn() -> Result<Vec<Picture>, plot::PlotError> + Sync),
    /// The workbook.
    #[cfg(feature = "xlsx")]
    pub book: &'a (dyn Fn(&Draft) -> Result<(), ReportError> + Sync),
}

impl<T: Serialize + Sync> Left<'_, T> {
    /// Writes all of it into the folder `out` and returns the files, the manifest last.
    pub fn write(
        self,
        from: &From<'_>,
        out: &Path,
        stop: &(dyn Fn() -> bool + Sync),
    ) -> Result<Vec<PathBuf>, ReportError> {
        let go_on = || match stop() {
            true => Err(ReportError::Stopped),
            false => Ok(()),
        };
        let draft = Draft::open(out)?;
        for table in self.tables {
            let (name, bytes) = table.csv(self.found);
            draft.put(&name, &bytes)?;
        }
        let whole = serde_json::to_vec_pretty(self.found).expect("plain data has a JSON form");
        draft.put(&format!("{}.json", self.kind), &whole)?;
        let to_read = ToRead {
            name: self.kind,
            #[cfg(feature = "xlsx")]
            workbook: self.book,
            #[cfg(not(feature = "xlsx"))]
            workbook: &|_| Ok(()),
            draw: self.draw,
            page: self.page,
        };
        go_on()?;
        to_read.put(&draft, from.pictures, &go_on)?;
        let listed = draft.digests()?;
        let text = manifest::text(&serde_json::json!({
            "program": env!("CARGO_PKG_NAME"),
            "version": env!("CARGO_PKG_VERSION"),
            "kind": self.kind,
            "from": from.folder.display().to_string(),
            "of": self.of,
            "draws_sha256": from.draws,
            "files": listed,
            "run": from.run,
        }));
        draft.put(manifest::NAME, text.as_bytes())?;
        go_on()?;
        draft.publish()
    }
}

/// Name of the page of a kind.
pub fn page_name(kind: &str) -> String {
    format!("{kind}.html")
}

/// What guesses are read off of, for a manifest.
pub(super) fn of_run(f: &Findings) -> serde_json::Value {
    serde_json::json!({
        "scenario": { "name": f.scenario, "sha256": f.scenario_digest },
        "base": { "name": f.base, "sha256": f.base_digest },
        "seed": f.seed,
        "replicates": { "first": f.replicates.start, "last": f.replicates.end.saturating_sub(1) },
    })
}

/// Kind of what `drivers` leaves.
pub const DRIVERS: &str = "drivers";
/// Kind of what `explain-misses` leaves.
pub const MISSES: &str = "explain-misses";

/// Writes which guess matters.
pub fn drivers(
    f: &Findings,
    found: &Guesses,
    from: &From<'_>,
    out: &Path,
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<Vec<PathBuf>, ReportError> {
    let left = Left {
        kind: DRIVERS,
        found,
        of: of_run(f),
        tables: &[GUESSES],
        page: &|shown| drivers_page(f, found, shown),
        draw: &|| plot::guesses::tornados(f, found),
        #[cfg(feature = "xlsx")]
        book: &|draft| super::workbook::drivers(draft, f, found),
    };
    left.write(from, out, stop)
}

/// Writes what the futures that miss have in common.
pub fn misses(
    f: &Findings,
    found: &Misses,
    from: &From<'_>,
    out: &Path,
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<Vec<PathBuf>, ReportError> {
    let left = Left {
        kind: MISSES,
        found,
        of: of_run(f),
        tables: &[BOXES],
        page: &|shown| misses_page(f, found, shown),
        draw: &|| plot::guesses::boxes(f, found),
        #[cfg(feature = "xlsx")]
        book: &|draft| super::workbook::misses(draft, f, found),
    };
    left.write(from, out, stop)
}

/// The pictures of a target, or why there is none.
pub(super) fn pictures(page: &mut Page, shown: &[Picture], target: &str) {
    let part = plot::guesses::part(target);
    let own = |p: &&Picture| p.name.strip_suffix(&*part) == Some(p.chart);
    for picture in shown.iter().filter(own) {
        if picture.scene.is_some() {
            let alt = plain(&picture.title);
            page.picture(&alt, &format!("{CHARTS}/{}.svg", picture.name));
        }
    }
}

fn drivers_page(f: &Findings, found: &Guesses, shown: &[Picture]) -> Page {
    let mut page = Page::titled(&words::drivers_title(&f.title));
    page.paragraph(&words::drivers_lead(found.futures, found.tried));
    page.list(&answers(
        found
            .targets
            .iter()
            .map(|t| (t.says.text(), words::matters(t))),
    ));
    if found.targets.is_empty() {
        page.paragraph(&words::TOO_FEW);
    }
    for target in &found.targets {
        page.section(&upper_first(&plain(&target.says)));
        if let Some(way) = &target.way {
            page.paragraph(&words::of_way(way));
        }
        page.paragraph(&format!("{}.", upper_first(&words::matters(target))));
        of_target(&mut page, target);
        pictures(&mut page, shown, &target.target);
    }
    page.section(&words::LIMITS);
    page.list(words::DRIVERS_LIMITS);
    page
}

fn of_target(page: &mut Page, target: &OfTarget) {
    let told = target.guesses.iter().filter(|g| g.is_told()).count();
    let shown = told.min(SHOWN);
    if shown > 0 {
        if let Some(said) = words::explained(target) {
            page.paragraph(&said);
        }
        let rows = target
            .guesses
            .iter()
            .take(shown)
            .map(|guess| GuessRow { target, guess });
        page.of(&tables::guesses_of(rows), &words::GUESS_COLUMNS, 2);
    }
    let untold = target.guesses.len() - told;
    page.paragraph(&words::others(told, shown, untold));
}

/// Answers by target.
fn answers<'a>(all: impl Iterator<Item = (&'a str, String)>) -> Vec<String> {
    all.map(|(says, answer)| format!("**{}**: {answer}", upper_first(&plain(says))))
        .collect()
}

fn misses_page(f: &Findings, found: &Misses, shown: &[Picture]) -> Page {
    let mut page = Page::titled(&words::misses_title(&f.title));
    page.paragraph(&words::misses_lead(found.futures));
    for target in &found.targets {
        page.section(&upper_first(&plain(&target.says)));
        if let Some(way) = &target.way {
            page.paragraph(&words::of_way(way));
        }
        page.list(&said_of(target));
        if !target.missing.is_empty() || !target.meeting.is_empty() {
            let rows = rows_of_boxes(std::slice::from_ref(target));
            page.of(&tables::boxes_of(rows), &words::BOX_COLUMNS, 2);
        }
        pictures(&mut page, shown, &target.target);
    }
    page.section(&words::LIMITS);
    page.list(words::MISSES_LIMITS);
    page
}

/// What is said of the misses of a target, box by box.
fn said_of(target: &Missed) -> Vec<String> {
    let said = |boxes: &[InBox], verb: &str| -> Vec<String> {
        let each = boxes.iter().enumerate();
        each.map(|(nth, found)| words::in_box(found, nth, verb))
            .collect()
    };
    let mut all = said(&target.missing, &words::MISS);
    if all.is_empty() {
        all.push(words::no_box(target));
    }
    all.extend(said(&target.meeting, &words::MEET));
    all
}

/// The answers for the terminal.
pub fn drivers_said(found: &Guesses) -> Vec<String> {
    if found.targets.is_empty() {
        return vec![words::TOO_FEW.to_owned()];
    }
    let each = found.targets.iter();
    each.map(|t| {
        let says = words::with_way(&t.says, t.way.as_deref());
        format!("{says}: {}", words::matters(t).replace('*', ""))
    })
    .collect()
}

/// The answers for the terminal.
pub fn misses_said(found: &Misses) -> Vec<String> {
    if found.targets.is_empty() {
        return vec![words::TOO_FEW.to_owned()];
    }
    let each = found.targets.iter();
    each.map(|t| {
        let said = words::missed(t).replace('*', "");
        format!("{}: {said}", words::with_way(&t.says, t.way.as_deref()))
    })
    .collect()
}
