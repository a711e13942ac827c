//! Pictures of a finished run are drawn again from what it left behind, of any place and at any
//! width; nothing is simulated.

use super::verify::not_opened;
use super::{Failure, PlotOptions, screen};
use crate::diagnostic::suggestion;
use crate::plot::{self, Options, Picture, PlotError, style};
use crate::report::gallery::Manifest as Gallery;
use crate::report::saved::Kind;
use crate::report::{self, comparison, saved};
use crate::results::Findings;
use crate::units::Year;
use crate::words::{command as words, designed, guesses};
use std::fs;
use std::path::Path;

/// Where pictures are drawn when nothing is said.
const REDRAWN: &str = "redrawn";

/// Draws the pictures of what a folder holds.
pub fn plot(folder: &Path, wish: &PlotOptions) -> Result<(), Failure> {
    match saved::kind(folder).map_err(|e| not_opened(&e))? {
        Kind::Run => of_run(folder, wish),
        Kind::Comparison => {
            plain(wish, &words::A_COMPARISON)?;
            let found = comparison::saved(folder).map_err(|e| not_opened(&e))?;
            all(folder, plot::compare::pictures(&found), wish)
        }
        Kind::Sweep => {
            plain(wish, &words::A_SWEEP)?;
            let found = report::sweep::saved(folder).map_err(|e| not_opened(&e))?;
            all(folder, plot::lines::pictures(&found), wish)
        }
        Kind::Seek => {
            plain(wish, &words::A_SEARCH)?;
            let found = report::seek::saved(folder).map_err(|e| not_opened(&e))?;
            all(folder, plot::seek::pictures(&found), wish)
        }
        Kind::Hindcast => {
            plain(wish, &words::A_HINDCAST)?;
            let found = super::hindcast::found(folder)?;
            all(folder, plot::hindcast::pictures(&found), wish)
        }
        Kind::Timing => {
            plain(wish, &words::A_TIMING)?;
            let found = report::timing::saved(folder).map_err(|e| not_opened(&e))?;
            all(folder, Ok(vec![plot::timing::draw(&found)]), wish)
        }
        Kind::Register => Err(Failure::Refused(words::no_pictures(folder))),
        Kind::Guesses => Err(Failure::Refused(guesses::made_of_draws(
            &folder.display().to_string(),
        ))),
        Kind::Designed => Err(Failure::Refused(designed::rows_are_gone(folder))),
        // Each run in a folder of its own.
        Kind::Gallery => {
            let manifest: Gallery = saved::manifest_as(folder).map_err(|e| not_opened(&e))?;
            let out = wish.out.clone().unwrap_or_else(|| folder.join(REDRAWN));
            for run in &manifest.runs {
                let wish = PlotOptions {
                    out: Some(out.join(&run.scenario)),
                    ..wish.clone()
                };
                of_run(&folder.join(&run.scenario), &wish)?;
            }
            Ok(())
        }
    }
}

/// Draws pictures of a finished run.
fn of_run(run: &Path, wish: &PlotOptions) -> Result<(), Failure> {
    let findings = saved::findings(run).map_err(|e| not_opened(&e))?;
    let out = wish.out.clone().unwrap_or_else(|| run.join(REDRAWN));
    let same = |a: &Path, b: &Path| fs::canonicalize(a).ok().zip(fs::canonicalize(b).ok());
    if same(&out, &run.join("charts")).is_some_and(|(a, b)| a == b) {
        return Err(Failure::Refused(words::pictures_of_the_run(&out)));
    }
    known(&findings, wish)?;
    if let Some(width) = wish.width
        && !style::WIDTHS.contains(&width)
    {
        return Err(Failure::Refused(words::no_such_width(
            width,
            &style::WIDTHS,
        )));
    }
    let options = Options {
        indicator: wish.indicator.clone(),
        scope: wish.scope.clone(),
        year: wish.year.map(Year),
        part: 0,
        width: wish.width,
    };
    let own = Options {
        width: wish.width,
        ..Options::default()
    };
    let all = plot::wished(&findings, wish.chart.as_deref(), &options).map_err(|e| refused(&e))?;
    // What belongs to the run is drawn as the run draws it; of a wish, what there is to draw.
    let (drawn, empty): (Vec<Picture>, Vec<Picture>) = if options == own {
        (all, Vec::new())
    } else {
        all.into_iter().partition(|p| p.scene.is_some())
    };
    if drawn.is_empty() {
        let reasons: Vec<&str> = empty.iter().map(|p| p.subtitle.as_str()).collect();
        return Err(Failure::Refused(words::nothing_drawn(&reasons)));
    }
    let files = plot::write(&drawn, &out, wish.painted.png()).map_err(|e| refused(&e))?;
    if !wish.quiet {
        for (name, least) in wider_than_asked(&drawn, wish.width) {
            screen::note(&words::least_width(name, least));
        }
        for file in files {
            screen::answer(&file.display().to_string());
        }
    }
    Ok(())
}

/// Refuses to choose among pictures that belong together.
fn plain(wish: &PlotOptions, of: &str) -> Result<(), Failure> {
    let asks = [
        ("--scope", wish.scope.is_some()),
        ("--indicator", wish.indicator.is_some()),
        ("--year", wish.year.is_some()),
        ("--width", wish.width.is_some()),
    ];
    match asks.iter().find(|(_, given)| *given) {
        Some((flag, _)) => Err(Failure::Refused(words::only_for_runs(flag, of))),
        None => Ok(()),
    }
}

/// Draws all pictures of a folder again, or those of one chart.
fn all(
    folder: &Path,
    drawn: Result<Vec<Picture>, PlotError>,
    wish: &PlotOptions,
) -> Result<(), Failure> {
    let mut drawn = drawn.map_err(|e| refused(&e))?;
    if let Some(chart) = &wish.chart {
        let mut known: Vec<&str> = drawn.iter().map(|p| p.chart).collect();
        known.dedup();
        if !known.contains(&chart.as_str()) {
            let help = suggestion(chart, &known, words::known_codes(&known));
            return Err(Failure::Refused(words::unknown_in_run(
                "chart", chart, &help,
            )));
        }
        drawn.retain(|p| p.chart == chart);
    }
    let out = wish.out.clone().unwrap_or_else(|| folder.join(REDRAWN));
    let files = plot::write(&drawn, &out, wish.painted.png()).map_err(|e| refused(&e))?;
    if !wish.quiet {
        for file in files {
            screen::answer(&file.display().to_string());
        }
    }
    Ok(())
}

/// The pictures that cannot be as narrow as asked for, with the width they have.
fn wider_than_asked(drawn: &[Picture], asked: Option<u32>) -> Vec<(&str, f64)> {
    let Some(asked) = asked else {
        return Vec::new();
    };
    let scenes = drawn
        .iter()
        .filter_map(|p| p.scene.as_ref().map(|s| (p.name.as_str(), s.width)));
    scenes.filter(|(_, w)| *w > f64::from(asked)).collect()
}

/// Refuses codes the run does not know, with the nearest it does.
fn known(findings: &Findings, wish: &PlotOptions) -> Result<(), Failure> {
    let refuse = |what: &str, code: &str, known: &[&str]| {
        let list = words::known_codes(known);
        let former = match what {
            "place" if findings.base == "viet-nam" => crate::base::Base::builtin(),
            _ => {
                return Err(Failure::Refused(words::unknown_in_run(
                    what,
                    code,
                    &suggestion(code, known, &list),
                )));
            }
        };
        let help = former
            .former_help(code, known.iter().copied())
            .unwrap_or_else(|| suggestion(code, known, &list));
        Err(Failure::Refused(words::unknown_in_run(what, code, &help)))
    };
    if let Some(code) = &wish.scope {
        let scopes: Vec<&str> = findings.scopes.iter().map(|s| s.code.as_str()).collect();
        if !scopes.contains(&code.as_str()) {
            return refuse("place", code, &scopes);
        }
    }
    if let Some(id) = &wish.indicator {
        let mut ids: Vec<&str> = findings.indicators.iter().map(|i| i.id.as_str()).collect();
        for row in &findings.ledger {
            if ids.last() != Some(&row.stock.as_str()) && !ids.contains(&row.stock.as_str()) {
                ids.push(&row.stock);
            }
        }
        if !ids.contains(&id.as_str()) {
            return refuse("indicator", id, &ids);
        }
    }
    if let Some(year) = wish.year
        && !findings.years.contains(&Year(year))
    {
        let ends = findings.years.first().zip(findings.years.last());
        let help = ends.map_or_else(String::new, |(a, b)| words::years_from_to(*a, *b));
        let asked = year.to_string();
        return Err(Failure::Refused(words::unknown_in_run(
            "year", &asked, &help,
        )));
    }
    Ok(())
}

fn refused(error: &PlotError) -> Failure {
    match error {
        PlotError::UnknownChart(_) | PlotError::Unknown(_) => Failure::Refused(error.to_string()),
        _ => Failure::CannotRun(error.to_string()),
    }
}
