//! What is read of a finished question is written once more, in another language; nothing is simulated.

use super::paper::Printed;
use super::verify::not_opened;
use super::{Failure, Painted, run, screen, stop};
use crate::report::saved::{self, Kind};
use crate::report::{self, Made, Named, Pictures, Shown};
use crate::said;
use crate::words::command as words;
use clap::Args;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// How a finished question is shown.
#[derive(Clone, Debug, Args)]
pub struct ShowOptions {
    /// Folder of a finished run, comparison, sweep, or of what decide left
    #[arg(value_name = "RUN")]
    folder: PathBuf,
    /// Folder to write to [default: one in the folder of the run, named by the language]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Say nothing but what goes wrong
    #[arg(long, short)]
    quiet: bool,
    #[command(flatten)]
    painted: Painted,
    #[command(flatten)]
    printed: Printed,
    /// Draw no pictures
    #[arg(long)]
    no_charts: bool,
}

/// Shows a finished question.
pub fn show(options: &ShowOptions) -> Result<(), Failure> {
    stop::listen();
    options.printed.ready()?;
    let folder = &options.folder;
    let shown = opened(folder)?;
    let own = folder.join(said::language().code());
    let out = options.out.as_ref().unwrap_or(&own);
    let same = |a: &Path| std::fs::canonicalize(a).ok();
    if same(out).is_some_and(|out| same(folder) == Some(out)) {
        return Err(Failure::Refused(words::shown_beside(out)));
    }
    // What only shows a result holds no manifest: a folder that has one is a result of its own.
    if out.join(report::MANIFEST).exists() {
        return Err(Failure::Refused(words::shown_over(out)));
    }
    let _lock = run::lock(out)?;
    let pictures = Pictures::of(options.no_charts, options.painted.png());
    let spoken = [said::language()];
    let files = said::leaving(&spoken, || {
        report::show(&shown, out, pictures, &stop::requested)
    })
    .map_err(|e| run::not_written(&e))?;
    if !options.quiet {
        let page = files
            .iter()
            .find(|file| file.extension().is_some_and(|e| e == "html"));
        screen::answer(&words::shown(
            files.len(),
            page.map_or(out.as_path(), |page| page),
        ));
    }
    Ok(())
}

fn opened(folder: &Path) -> Result<Shown, Failure> {
    let kind = saved::kind(folder).map_err(|e| not_opened(&e))?;
    let held = |e| not_opened(&e);
    Ok(match kind {
        Kind::Run => {
            let findings = saved::findings(folder).map_err(held)?;
            let futures = drawn(folder, &findings)?;
            Shown::Run(Box::new(findings), futures)
        }
        Kind::Comparison => {
            Shown::Comparison(Box::new(report::comparison::saved(folder).map_err(held)?))
        }
        Kind::Sweep => Shown::Sweep(
            Box::new(report::sweep::saved(folder).map_err(held)?),
            made(folder)?,
        ),
        Kind::Seek => Shown::Seek(
            Box::new(report::seek::saved(folder).map_err(held)?),
            made(folder)?,
        ),
        Kind::Timing => Shown::Timing(
            Box::new(report::timing::saved(folder).map_err(held)?),
            made(folder)?,
        ),
        Kind::Hindcast | Kind::Register | Kind::Guesses | Kind::Designed | Kind::Gallery => {
            return Err(Failure::Refused(words::not_shown(folder)));
        }
    })
}

/// From what it was made, as its manifest says.
fn made(folder: &Path) -> Result<Made, Failure> {
    #[derive(Deserialize)]
    struct Head {
        scenario: Named,
        base: Named,
    }
    let head: Head = saved::manifest_as(folder).map_err(|e| not_opened(&e))?;
    Ok(Made {
        scenario: head.scenario.sha256,
        base: head.base,
    })
}

/// What was assumed in the first futures of a run, where that was kept.
#[cfg(feature = "parquet")]
fn drawn(
    folder: &Path,
    findings: &crate::results::Findings,
) -> Result<Option<crate::results::Futures>, Failure> {
    use crate::report::columns;
    let held = columns::draws(folder).map_err(|e| not_opened(&e))?;
    Ok(held.map(|(all, _)| columns::futures(all, findings)))
}

#[cfg(not(feature = "parquet"))]
fn drawn(
    _: &Path,
    _: &crate::results::Findings,
) -> Result<Option<crate::results::Futures>, Failure> {
    Ok(None)
}
