//! Laws are fitted on what was published to a year, and written as a scenario that sets them; the base
//! stays as it is, and nothing is overwritten unless asked for.

use super::sweep::refused;
use super::{CalibrateOptions, Failure, screen};
use crate::base::Base;
use crate::diagnostic::Problem;
use crate::messages::arguments::unknown_origin;
use crate::plot;
use crate::study::calibrate::{POSSIBLE, calibrate as fitted, supported};
use crate::units::Year;
use crate::words::{command as says, hindcast as words};
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Fits laws and writes them.
pub fn calibrate(options: &CalibrateOptions) -> Result<(), Failure> {
    let text = options.origin.trim();
    let year = text.parse().ok().filter(|year| POSSIBLE.contains(year));
    let Some(origin) = year else {
        let problem = Problem::refusal("hindcast::unknown-origin", unknown_origin(text, &POSSIBLE));
        let place = 0..options.origin.len();
        let problems = vec![problem.over(Some(place))];
        return Err(refused(problems, "--origin", &options.origin));
    };
    let shown = options.output.display().to_string();
    if options.output.extension().is_none_or(|e| e != "ron") {
        return Err(Failure::Refused(words::overlay_is_ron(&shown)));
    }
    let table = options.output.with_extension("csv");
    let drawn = options.output.with_extension("svg");
    let painted = options.output.with_extension("png");
    for path in [&options.output, &table, &drawn, &painted] {
        let there = std::fs::symlink_metadata(path).is_ok();
        if there && (!options.force || path.is_dir()) {
            return Err(Failure::Refused(words::overlay_taken(
                &path.display().to_string(),
            )));
        }
    }
    let overlay = fitted(origin).map_err(|e| Failure::CannotRun(e.to_string()))?;
    let base = Base::builtin();
    let text = overlay.ron(&|id| base.assumptions.get(id).is_some());
    put(&options.output, text.as_bytes(), options.force)?;
    put(&table, overlay.csv().as_bytes(), options.force)?;
    let picture = plot::supported::supported(Year(origin), &supported(&overlay, &base));
    let failed = |e: plot::PlotError| Failure::CannotRun(e.to_string());
    let svg = picture.svg().map_err(failed)?.unwrap_or_default();
    put(&drawn, svg.as_bytes(), options.force)?;
    #[cfg(feature = "png")]
    {
        let bytes = plot::png::png(&svg).map_err(failed)?;
        put(&painted, &bytes, options.force)?;
    }
    let (known, all) = (
        overlay
            .lines
            .iter()
            .filter(|line| base.assumptions.get(line.id).is_some()),
        overlay.lines.len(),
    );
    let table = table.display().to_string();
    screen::answer(&words::overlay_written(&shown, &table, known.count(), all));
    screen::answer(&format!("{}: {}", picture.title, drawn.display()));
    Ok(())
}

/// Writes a file that appears whole or not at all, and over another only where that is asked for.
pub(super) fn put(path: &Path, bytes: &[u8], force: bool) -> Result<(), Failure> {
    let shown = path.display().to_string();
    let failed = |e: std::io::Error| match e.kind() {
        ErrorKind::AlreadyExists => Failure::Refused(words::overlay_taken(&shown)),
        _ => Failure::CannotRun(says::cannot_write(&shown, &e.to_string())),
    };
    if !force {
        let opened = OpenOptions::new().write(true).create_new(true).open(path);
        return opened
            .and_then(|mut file| file.write_all(bytes))
            .map_err(failed);
    }
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty());
    let mut file =
        tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new("."))).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.persist(path).map(drop).map_err(|e| failed(e.error))
}
