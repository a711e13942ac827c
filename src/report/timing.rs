//! What is left behind about when decisions must be taken: a page, tables, a workbook, a picture and a
//! manifest. As with a run, files appear only when all of them are whole.

use super::draft::Draft;
use super::manifest::{self, Listed, RunBlock};
use super::page::markdown::{Page, plain};
use super::parts::Own;
use super::read::ToRead;
use super::saved::{self, SavedError};
use super::{Named, Pictures, ReportError, SCENARIO};
use crate::plot;
use crate::results::timing::{AskedTarget, Decision, Enough, Shift, Timing};
use crate::table::{Cell, Described, Kind, Table, listed};
use crate::units::Year;
use crate::words::report::upper_first;
use crate::words::{compare, page as around, timing as words};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// Name of the page.
pub const PAGE: &str = "when.html";
/// Its name without its ending.
const NAME: &str = "when";
/// All that was found, for programs.
pub const TIMING: &str = "timing.json";

/// What the manifest says of the question.
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
    /// Replicates of each variant.
    pub replicates: std::ops::Range<u32>,
    /// Every file but the manifest.
    pub files: Vec<Listed>,
}

/// What was found, as it was left.
pub fn saved(folder: &Path) -> Result<Timing, SavedError> {
    saved::held(folder, TIMING)
}

/// What it was made from, for its manifest.
pub struct Made<'a> {
    /// The scenario, every default written out.
    pub resolved: &'a str,
    /// Its file and those it builds on.
    pub own: &'a Own,
    /// The base and its fingerprint.
    pub base: (&'a str, &'a str),
    /// How it went.
    pub run: RunBlock,
}

/// Every table, in the order in which the page lists them.
pub const ALL: [Described<Timing>; 3] = [
    Described::new("last_starts", last_starts, words::tables::LAST_STARTS),
    Described::new("waiting", waiting, words::tables::WAITING),
    Described::new("enough", enough, words::tables::ENOUGH),
];

/// Writes everything into the folder `out` and returns the files, the manifest last.
pub fn write(
    t: &Timing,
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
    for table in &ALL {
        let (name, bytes) = table.csv(t);
        draft.put(&name, &bytes)?;
    }
    let whole = serde_json::to_vec(t).expect("plain data has a JSON form");
    draft.put(TIMING, &whole)?;
    go_on()?;
    let of = (&*made.own.scenario.sha256, made.base);
    read(&draft, t, of, pictures, &go_on)?;
    let listed = draft.digests()?;
    draft.put(manifest::NAME, manifest_text(t, made, &listed).as_bytes())?;
    go_on()?;
    draft.publish()
}

/// Puts what is read: the workbook, the pictures and the page.
pub(super) fn read(
    draft: &Draft,
    t: &Timing,
    (scenario, base): (&str, (&str, &str)),
    pictures: Pictures,
    go_on: &(dyn Fn() -> Result<(), ReportError> + Sync),
) -> Result<(), ReportError> {
    let to_read = ToRead {
        name: NAME,
        #[cfg(feature = "xlsx")]
        workbook: &|draft| super::workbook::timed(draft, t, scenario, base),
        #[cfg(not(feature = "xlsx"))]
        workbook: &|_| {
            let _ = (scenario, base);
            Ok(())
        },
        draw: &|| Ok(vec![plot::timing::draw(t)]),
        page: &|drawn| page(t, &super::all_on_page(drawn)),
    };
    to_read.put(draft, pictures, go_on)
}

fn manifest_text(t: &Timing, made: &Made<'_>, files: &[Listed]) -> String {
    manifest::text(&serde_json::json!({
        "program": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "kind": "timing",
        "scenario": made.own.scenario,
        "builds_on": made.own.builds_on,
        "base": { "name": made.base.0, "sha256": made.base.1 },
        "country": t.country.en,
        "seed": t.seed,
        "replicates": t.replicates,
        "files": files,
        "run": made.run,
    }))
}

/// Every decision with every target it clearly serves; one that serves none stands alone.
pub(super) fn last_starts(t: &Timing) -> Table<'_> {
    let served = |d: &'_ Decision| {
        let all = d.serves();
        match all.is_empty() {
            true => vec![None],
            false => all.into_iter().map(Some).collect(),
        }
    };
    let rows = t.decisions.iter();
    let rows = rows.flat_map(move |d| served(d).into_iter().map(move |at| (d, at)));
    let last = |(d, at): &(&Decision, Option<usize>)| d.last_start((*at)?);
    Table::over(rows)
        .text("decision", |(d, _)| &d.id)
        .text("kind", |(d, _)| &d.kind)
        .text("responsible", |(d, _)| {
            d.responsible.as_deref().map_or(Cell::Absent, Cell::of_data)
        })
        .year("planned_start", |(d, _)| d.start)
        .put("product_there", Kind::Whole, |(d, _)| Cell::year(d.product))
        .text("target", |(_, at)| Cell::maybe(at.map(|at| target(t, at))))
        .number("gives", |(d, at)| at.and_then(|at| d.gives(at)))
        .put("last_start_all", Kind::Whole, move |r| {
            Cell::year(last(r).and_then(|l| l.all))
        })
        .put("last_start_half", Kind::Whole, move |r| {
            Cell::year(last(r).and_then(|l| l.half))
        })
        .put("last_start_any", Kind::Whole, move |r| {
            Cell::year(last(r).and_then(|l| l.any))
        })
        .number("money_saved_left_out", |(d, _)| {
            d.without.as_ref().map(|w| -w.money.value)
        })
        .text("currency", |_| Cell::told(&t.currency))
        .table()
}

/// A target: its id for programs, what it asks for people.
fn named(asked: &AskedTarget) -> Cell<'_> {
    let said = upper_first(&words::claim(asked));
    Cell::Named(asked.question.id.as_str().into(), said.into())
}

fn target(t: &Timing, at: usize) -> Cell<'_> {
    named(&t.asked[at])
}

/// Every start of every decision, and every target.
pub(super) fn waiting(t: &Timing) -> Table<'_> {
    let of = |d: &'_ Decision| -> Vec<(Option<Year>, Shift)> {
        let later = d.later.iter().map(|l| (Some(l.start), l.shift.clone()));
        let never = d.without.iter().map(|w| (None, w.clone()));
        later.chain(never).collect()
    };
    let rows = t.decisions.iter().flat_map(move |d| {
        of(d).into_iter().flat_map(move |(start, shift)| {
            let money = shift.money;
            let all = shift.chances.into_iter().enumerate();
            all.map(move |(at, (chance, paired))| (d, start, at, chance, paired, money))
        })
    });
    Table::over(rows)
        .text("decision", |r| &r.0.id)
        .year("planned_start", |r| r.0.start)
        .put("start", Kind::Whole, |r| Cell::year(r.1))
        .text("target", |r| target(t, r.2))
        .numbers(["chance", "chance_low", "chance_high"], |r| {
            [r.3.value, r.3.low, r.3.high]
        })
        .numbers(["difference", "low", "high"], |r| {
            [r.4.mean, r.4.low, r.4.high]
        })
        .text("verdict", |r| {
            let said = compare::verdict(&r.4);
            Cell::Named(compare::verdict_in_tables(r.4.verdict).into(), said.into())
        })
        .numbers(["money_more", "money_low", "money_high"], |r| {
            [r.5.value, r.5.low, r.5.high]
        })
        .text("currency", |_| Cell::told(&t.currency))
        .table()
}

/// Every target at every year-end.
pub(super) fn enough(t: &Timing) -> Table<'_> {
    let rows = t.asked.iter().flat_map(|asked| {
        let years = asked.by_year.iter();
        years.map(move |(year, p)| (asked, *year, *p))
    });
    let tips = |asked: &AskedTarget| match asked.enough() {
        Enough::Until(_, tips) => Some(tips),
        _ => None,
    };
    Table::over(rows)
        .text("target", |r| named(r.0))
        .year("target_year", |r| r.0.question.year)
        .year("year", |r| r.1)
        .numbers(["chance", "low", "high"], |r| {
            [r.2.value, r.2.low, r.2.high]
        })
        .put("tipping_year", Kind::Whole, move |r| Cell::year(tips(r.0)))
        .table()
}

/// What is said on the terminal: the verdict, then each decision that cannot wait.
pub fn answers(t: &Timing) -> Vec<String> {
    words::verdict(t)
}

/// The rows of the first table.
pub fn due(t: &Timing) -> Vec<Vec<String>> {
    let row = |d: &Decision| {
        let saved = d.without.as_ref().map(|w| words::saved(w.money));
        let none = String::new();
        let (most, gives, last, wait) = match (d.serves().first(), &d.without) {
            _ if d.start > t.to => (words::after(t.to), none.clone(), none.clone(), none),
            (_, None) => (words::NEEDED.to_owned(), none.clone(), none.clone(), none),
            (None, Some(without)) => (
                nothing_clear(t, d, without),
                none.clone(),
                none.clone(),
                none,
            ),
            (Some(at), Some(without)) => {
                let last = d.last_start(*at).unwrap_or_default();
                let wait = d.later.first();
                (
                    words::claim(&t.asked[*at]),
                    words::given(&without.chances[*at].1),
                    words::last_starts(last, t.to),
                    wait.map_or(String::new(), |l| words::change(&l.shift.chances[*at].1)),
                )
            }
        };
        vec![
            d.id.clone(),
            most,
            gives,
            d.start.to_string(),
            last,
            wait,
            saved.unwrap_or_default(),
        ]
    };
    t.decisions.iter().map(row).collect()
}

/// What a decision does that gives nothing clear to any target asked.
fn nothing_clear(t: &Timing, d: &Decision, without: &Shift) -> String {
    let lead = d.lead.as_ref().zip(without.lead.as_ref());
    let adds = lead.and_then(|(lead, change)| words::adds(lead, change, &t.currency));
    match adds {
        Some(adds) => words::nothing_clear_but(&adds),
        None => words::NOTHING_CLEAR.to_owned(),
    }
}

fn page(t: &Timing, shown: &[super::page::Shown]) -> Page {
    let mut page = Page::titled(&words::page_title(&t.title));
    page.paragraph(&words::verdict(t).join(" "));
    page.section(&words::DECIDE);
    page.paragraph(&words::decide_lead(t));
    let rows: Vec<Vec<String>> = due(t)
        .into_iter()
        .map(|row| row.iter().map(|cell| plain(cell)).collect())
        .collect();
    page.aligned(&words::DECIDE_COLUMNS, &rows, 2);
    page.section(&words::ENOUGH);
    page.paragraph(&words::enough_lead(t));
    let row = |asked: &AskedTarget| {
        let [enough, tips] = words::enough(asked.enough(), t.years.1);
        vec![
            upper_first(&plain(&words::claim(asked))),
            words::sure(asked),
            enough,
            tips,
        ]
    };
    let rows: Vec<Vec<String>> = t.asked.iter().map(row).collect();
    page.aligned(&words::ENOUGH_COLUMNS, &rows, 4);
    page.divided(&around::BODY);
    for picture in shown {
        match &picture.file {
            Some(file) => page.picture(&plain(&picture.title), file),
            None => page.paragraph(&picture.says),
        }
    }
    let late: Vec<String> = t
        .decisions
        .iter()
        .filter_map(|d| words::too_late(d, t.to))
        .collect();
    if !late.is_empty() {
        page.section(&words::TOO_LATE);
        page.list(&late);
    }
    price_of_waiting(t, &mut page);
    page.section(&words::HOW);
    page.list(&words::how(t));
    page.section(&words::FILES);
    let others = words::FILES_LIST.map(String::from);
    page.list(&listed(&ALL).into_iter().chain(others).collect::<Vec<_>>());
    page
}

/// Decision by decision: what each year of waiting costs, and what it saves.
fn price_of_waiting(t: &Timing, page: &mut Page) {
    let moved = t.decisions.iter().filter(|d| d.counts());
    let moved: Vec<&Decision> = moved.collect();
    if moved.is_empty() {
        return;
    }
    page.section(&words::WAITING);
    page.paragraph(&words::waiting_lead(t));
    for d in moved {
        page.part(&plain(&words::decision(d)));
        let mut header = vec![words::TARGET.to_owned()];
        header.extend(d.later.iter().map(|l| words::starts_in(l.start)));
        header.push(words::LEFT_OUT.to_owned());
        let shifts: Vec<&Shift> = d.later.iter().map(|l| &l.shift).chain(&d.without).collect();
        let mut rows: Vec<Vec<String>> = d
            .serves()
            .into_iter()
            .map(|at| {
                let cells = shifts.iter().map(|s| words::change(&s.chances[at].1));
                let claim = upper_first(&plain(&words::claim(&t.asked[at])));
                std::iter::once(claim).chain(cells).collect()
            })
            .collect();
        if let Some(lead) = &d.lead {
            let told = |s: &&Shift| s.lead.as_ref().map(|d| words::lead_changes(lead, d));
            let cells = shifts.iter().map(|s| told(s).unwrap_or_default());
            let title = plain(&words::lead(lead, &t.currency));
            rows.push(std::iter::once(title).chain(cells).collect());
        }
        let saved = shifts.iter().map(|s| words::saved(s.money));
        rows.push(
            std::iter::once(words::SAVED.to_owned())
                .chain(saved)
                .collect(),
        );
        page.table(&header, &rows);
    }
}
