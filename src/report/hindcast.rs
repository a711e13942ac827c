//! What looking back leaves behind: a page in Markdown and for a browser, scores, every forecast as a
//! table of quantiles in the form of public scoring tools, what came, pictures, and a manifest that
//! lists them. As with a run, files appear only when all of them are whole.

use super::draft::Draft;
use super::manifest::{self, Listed, RunBlock};
use super::page::markdown::{Page, plain};
use super::read::ToRead;
use super::{CHARTS, Named, Pictures, ReportError};
use crate::hindcast::found::{Hindcast, Level, Mark, QUANTILES, Scored, Target, Windows};
use crate::plot;
use crate::table::{Cell, Described, Kind, Table};
use crate::units::Year;
use crate::words::hindcast as words;
use crate::words::number::{decimal, trimmed};
use crate::words::tables as about;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The user's table of what came, as it was read.
pub const ACTUAL: &str = "actual.csv";

/// What the manifest says of what was asked.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Manifest {
    /// Name of the program.
    pub program: String,
    /// Its version.
    pub version: String,
    /// `hindcast`.
    pub kind: String,
    /// Years that were forecast from.
    pub origins: Vec<i32>,
    /// The year by which everything used had to be published.
    pub known_by: Option<i32>,
    /// Futures of the whole model lived from each origin by each way of going on; 0: the law alone.
    #[serde(default)]
    pub replicates: u32,
    /// The user's file of what came.
    pub actual: Option<Named>,
    /// Every file but the manifest.
    pub files: Vec<Listed>,
    /// How it went.
    pub run: RunBlock,
}

/// What was asked, for the manifest.
pub struct Made<'a> {
    /// The user's table of what came, with the name of its file.
    pub actual: Option<(&'a str, &'a str)>,
    /// How it went.
    pub run: RunBlock,
}

/// Writes everything about a looking back into the folder `out` and returns the files, the manifest
/// last.
pub fn write(
    hindcast: &Hindcast,
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
    for table in &ALL {
        let (name, bytes) = table.csv(hindcast);
        draft.put(&name, &bytes)?;
    }
    #[cfg(feature = "parquet")]
    super::parquet::one_group(&draft, "forecasts", &forecasts(hindcast), &footer())?;
    if let Some((_, text)) = made.actual {
        draft.put(ACTUAL, text.as_bytes())?;
    }
    let to_read = ToRead {
        name: super::PAGE,
        workbook: &|_| Ok(()),
        draw: &|| plot::hindcast::pictures(hindcast),
        page: &|drawn| page(hindcast, drawn),
    };
    go_on()?;
    to_read.put(&draft, pictures, &go_on)?;
    let files = draft.digests()?;
    let actual = made.actual.map(|(name, text)| {
        let listed = Listed::of(name, text.as_bytes()).expect("memory can be read");
        Named {
            name: name.to_owned(),
            sha256: listed.sha256,
        }
    });
    let manifest = Manifest {
        program: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        kind: "hindcast".to_owned(),
        origins: hindcast.origins.iter().map(|o| o.year.0).collect(),
        known_by: hindcast.known_by.map(|year| year.0),
        replicates: hindcast.futures,
        actual,
        files,
        run: made.run.clone(),
    };
    let value = serde_json::to_value(&manifest).expect("plain data has a JSON form");
    draft.put(manifest::NAME, manifest::text(&value).as_bytes())?;
    go_on()?;
    draft.publish()
}

/// Every table.
pub const ALL: [Described<Hindcast>; 3] = [
    Described::new("scores", scores, about::SCORES),
    Described::new("forecasts", forecasts, about::FORECASTS),
    Described::new("came", came, about::CAME),
];

fn scores(hindcast: &Hindcast) -> Table<'_> {
    scores_of(&hindcast.scores)
}

fn scores_of<'a>(scores: impl IntoIterator<Item = &'a Scored>) -> Table<'a> {
    let percent = |v: f64| Cell::Told(v, format!("{}%", decimal(v, 1)));
    Table::over(scores)
        .text("target", |s| {
            Cell::Named(s.target.id().into(), words::target(s.target).into())
        })
        .text("level", |s| s.level.id())
        .text("windows", |s| s.windows.id())
        .text("origin", |s| {
            s.origin.map_or("all".to_owned(), |o| o.to_string())
        })
        .text("horizon", |s| {
            s.horizon.map_or("all".to_owned(), |h| h.to_string())
        })
        .text("model", |s| {
            Cell::Named(s.model.into(), words::model(s.model).into())
        })
        .put("rows", Kind::Whole, |s| Cell::Whole(s.rows as i64))
        .put("mape", Kind::Number, move |s| percent(s.mape))
        .put("bias", Kind::Number, |s| {
            let sign = if s.bias > 0.0 { "+" } else { "" };
            Cell::Told(s.bias, format!("{sign}{}%", decimal(s.bias, 1)))
        })
        .put("crps", Kind::Number, move |s| percent(s.crps))
        .each(["cov50", "cov80", "cov95"], Kind::Number, |s| {
            s.coverage.map(|c| Cell::Told(c, format!("{c:.0}%")))
        })
        .number("pit", |s| s.pit)
        .table()
}

/// A year-end as a date.
fn date(year: Year) -> String {
    format!("{year}-12-31")
}

/// Every forecast as quantiles.
pub fn forecasts(hindcast: &Hindcast) -> Table<'_> {
    let rows = hindcast.forecasts.iter().flat_map(|f| {
        let each = QUANTILES.into_iter().zip(f.quantiles);
        each.map(move |(u, value)| (f, u, value))
    });
    Table::over(rows)
        .text("origin_date", |(f, ..)| date(f.origin))
        .text("target", |(f, ..)| f.target.id())
        .put("horizon", Kind::Whole, |(f, ..)| {
            Cell::Whole(f.horizon as i64)
        })
        .text("target_end_date", |(f, ..)| {
            date(f.origin.plus(f.horizon as i32))
        })
        .text("location", |(f, ..)| &f.location)
        .text("output_type", |_| "quantile")
        .numbers(["output_type_id", "value"], |(_, u, value)| [*u, *value])
        .text("model", |(f, ..)| f.model)
        .table()
}

#[cfg(feature = "parquet")]
fn footer() -> [(&'static str, String); 3] {
    [
        ("program", env!("CARGO_PKG_NAME")),
        ("version", env!("CARGO_PKG_VERSION")),
        ("rows", &about::ROWS_FORECASTS),
    ]
    .map(|(key, value)| (key, value.to_owned()))
}

/// What public tools hold the forecasts against.
fn came(hindcast: &Hindcast) -> Table<'_> {
    let rows = hindcast
        .series
        .iter()
        .flat_map(|s| s.points.iter().map(move |p| (s, p)));
    Table::over(rows)
        .text("target", |(s, _)| s.target.id())
        .text("location", |(s, _)| &s.location)
        .text("target_end_date", |(_, p)| date(p.0))
        .number("observation", |(_, p)| p.1)
        .table()
}

/// The page.
fn page(hindcast: &Hindcast, shown: &[plot::Picture]) -> Page {
    let mut page = Page::titled(&words::TITLE);
    page.paragraph(&words::HINDSIGHT);
    page.section(&words::marks_title(&hindcast.marks));
    for mark in &hindcast.marks {
        page.paragraph(&words::mark_says(mark));
        page.table(&words::marks_header(mark), &mark_rows(mark));
    }
    let bands = |official: bool| {
        let nation = hindcast.targets(Level::Nation).into_iter();
        let own = nation.filter(move |target| target.is_official() == official);
        let names: Vec<String> = own.map(plot::hindcast::bands_name).collect();
        move |p: &plot::Picture| names.contains(&p.name)
    };
    pictures(&mut page, shown, &bands(true));

    page.section(&words::provinces_title(hindcast));
    let provinces = hindcast.targets(Level::Provinces);
    let said = |id: &Target| words::against_rival(hindcast, *id, Level::Provinces);
    let verdicts: Vec<String> = provinces.iter().filter_map(said).map(|(_, s)| s).collect();
    page.list(&verdicts);
    if !verdicts.is_empty() {
        page.paragraph(&words::EARNS);
        scored(&mut page, hindcast, Level::Provinces);
    }
    for origin in &hindcast.origins {
        let came = hindcast
            .scores
            .iter()
            .any(|s| s.origin == Some(origin.year));
        if !came {
            page.paragraph(&words::not_looked_back(origin.year));
        }
    }
    pictures(&mut page, shown, &|p| p.chart != "hindcast-bands");

    page.section(&words::windows_title(&hindcast.windows));
    page.paragraph(&words::APART);
    let rows: Vec<Vec<String>> = hindcast.windows.iter().map(words::windowed).collect();
    page.table(&words::WINDOWS, &rows);
    pictures(&mut page, shown, &bands(false));
    if hindcast.scores.iter().any(|s| s.level == Level::Nation) {
        page.part(&words::NATION);
        let nation = hindcast.targets(Level::Nation);
        let said = |id: &Target| words::against_rival(hindcast, *id, Level::Nation);
        page.list(
            &nation
                .iter()
                .filter_map(said)
                .map(|(_, s)| s)
                .collect::<Vec<_>>(),
        );
        scored(&mut page, hindcast, Level::Nation);
    }

    not_known(&mut page, hindcast);
    past_targets(&mut page, hindcast);
    page.section(&words::HOW_DONE);
    let mut how = words::how(hindcast);
    let scored = match hindcast.futures {
        0 => words::ALONE.to_owned(),
        n => words::whole_model(n),
    };
    how.insert(0, scored);
    page.list(&how);
    page
}

fn mark_rows(mark: &Mark) -> Vec<Vec<String>> {
    let Some(first) = mark.seen.first() else {
        return Vec::new();
    };
    let models: Vec<&str> = first.by.iter().map(|(model, _)| *model).collect();
    let mut rows: Vec<Vec<String>> = models
        .iter()
        .map(|model| {
            let mut row = vec![words::model(model).to_owned()];
            row.extend(mark.seen.iter().map(|seen| {
                let own = seen.by.iter().find(|(m, _)| m == model);
                own.map_or(String::new(), |(_, p)| words::chance_in_table(*p))
            }));
            row
        })
        .collect();
    let mut median = vec![words::median_for(mark)];
    median.extend(mark.seen.iter().map(|seen| decimal(seen.median, 1)));
    rows.push(median);
    rows
}

fn pictures(page: &mut Page, shown: &[plot::Picture], which: &dyn Fn(&plot::Picture) -> bool) {
    for picture in shown.iter().filter(|p| which(p)) {
        match picture.scene {
            Some(_) => {
                let alt = plain(&picture.title);
                page.picture(&alt, &format!("{CHARTS}/{}.svg", picture.name));
            }
            None => page.paragraph(&picture.subtitle),
        }
    }
}

/// Every model over all origins and horizons, one after the other for each target.
fn scored(page: &mut Page, hindcast: &Hindcast, level: Level) {
    let own = |s: &&Scored| {
        s.level == level && s.windows == Windows::All && s.origin.is_none() && s.horizon.is_none()
    };
    let table = scores_of(hindcast.scores.iter().filter(own));
    page.of(&table, &words::SCORES, 2);
    page.paragraph(&words::READ_SCORES);
}

fn not_known(page: &mut Page, hindcast: &Hindcast) {
    let all = || hindcast.origins.iter().flat_map(|o| &o.not_known);
    let used = all().filter(|late| late.used).count();
    page.section(&words::late_title(used, all().count()));
    page.paragraph(&words::LATE);
    for origin in &hindcast.origins {
        let used = origin.not_known.iter().filter(|late| late.used).count();
        if origin.not_known.is_empty() {
            page.paragraph(&words::no_late(origin.year));
            continue;
        }
        page.part(&words::late_head(origin.year, used, origin.not_known.len()));
        let lines: Vec<String> = origin.not_known.iter().map(words::late).collect();
        page.list(&lines);
    }
}

fn past_targets(page: &mut Page, hindcast: &Hindcast) {
    let known = hindcast.past_targets.iter().filter(|t| t.result.is_some());
    let met = known
        .clone()
        .filter(|t| t.result.is_some_and(|came| came >= t.target));
    page.section(&words::past_targets_title(met.count(), known.count()));
    let rows: Vec<Vec<String>> = hindcast
        .past_targets
        .iter()
        .map(|t| {
            vec![
                format!("`{}`", t.indicator),
                t.set_in.to_string(),
                t.year.to_string(),
                trimmed(t.target, 2),
                t.result
                    .map_or(words::NOT_KNOWN.to_owned(), |v| trimmed(v, 2)),
                plain(&t.note),
            ]
        })
        .collect();
    page.table(&words::PAST_TARGETS, &rows);
}

/// The answers for the terminal.
pub fn headlines(hindcast: &Hindcast) -> Vec<String> {
    let marks = hindcast.marks.iter().map(words::mark_says);
    let targets = hindcast.targets(Level::Provinces);
    let provinces = targets
        .iter()
        .filter_map(|id| words::against_rival(hindcast, *id, Level::Provinces))
        .map(|(_, said)| said);
    let mut all: Vec<String> = marks.chain(provinces).collect();
    if all.is_empty() {
        all.push(words::provinces_title(hindcast));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Shelf;
    use crate::study::hindcast::{Options, USUAL, hindcast};

    #[test]
    fn the_page_says_what_would_have_been_seen_and_what_was_not_known() {
        let options = Options {
            origins: USUAL.to_vec(),
            ..Options::default()
        };
        let found = hindcast(&options, (Shelf::empty(), &|_, _| true)).unwrap();
        insta::assert_snapshot!(page(&found, &[]).text());
    }
}
