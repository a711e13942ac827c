//! What the answers rest on: the decisions, the assumptions from the weakest up, what is synthetic,
//! what is left out, and how to read the errors.

use super::answers::{median_and_range, with_unit};
use super::markdown::{Page, plain};
use super::{first, last, place, tasks, title};
use crate::base::Grade;
use crate::report::tables::{ALL, Assumed, assumed};
use crate::results::{AssumptionUsed, Findings, NATION};
use crate::table::listed;
use crate::words::page as words;

/// The table of tasks, where anything is decided.
pub fn tasks(f: &Findings, page: &mut Page) {
    if !f.policies.is_empty() {
        page.section(&words::TASKS);
        tasks::table(f, page);
    }
}

/// Each policy: what it does, what it is for, what it is not expected to move.
pub fn policies(f: &Findings, page: &mut Page) {
    page.section(&words::DECISIONS);
    if f.policies.is_empty() {
        page.paragraph(&words::NO_DECISION);
        return;
    }
    let mut told: Vec<&str> = Vec::new();
    for p in &f.policies {
        page.part(&words::decision(&plain(&p.id), p.from, p.to));
        let mut items = vec![words::does(&plain(&p.summary))];
        items.extend(tasks::waits(p));
        items.extend(tasks::not_absorbed(f, p).or_else(|| tasks::unspent(f, p)));
        items.extend(tasks::residual(f, p));
        for id in &p.serves {
            items.push(served(f, id, !told.contains(&id.as_str())));
            told.push(id);
        }
        if !p.does_not_move.trim().is_empty() {
            items.push(words::does_not_move(&plain(&p.does_not_move)));
        }
        page.list(&items);
    }
    page.paragraph(&words::ONE_DECISION);
}

/// An indicator a policy is for: where it starts and where it ends in the place that is asked about, and once
/// in the nation.
fn served(f: &Findings, id: &str, first_time: bool) -> String {
    let nation = f.scopes.first().map_or(NATION, |s| s.code.as_str());
    let focus = f.focus.as_ref().map(|focus| focus.province.as_str());
    let asked = f.asked_elsewhere().or(focus);
    let own = asked.and_then(|scope| path(f, scope, id).map(|path| (scope, path)));
    match own {
        Some((scope, own)) => {
            let behind = path(f, nation, id).filter(|_| first_time);
            let name = plain(place(f, scope));
            words::serves(title(f, id), Some(&name), Some(&own), behind.as_deref())
        }
        None => words::serves(title(f, id), None, path(f, nation, id).as_deref(), None),
    }
}

/// How an indicator goes in a place, from the base year to the last.
fn path(f: &Findings, scope: &str, id: &str) -> Option<String> {
    let unit = f.indicators[f.indicator(id)?].unit;
    let at = |year| Some(with_unit(f, &median_and_range(f, scope, id, year)?, unit));
    // What happens during a year has none at base: it is told from the first year lived.
    let base = f.years.first().copied().unwrap_or(last(f));
    let stands = f
        .summary(scope, id, base)
        .is_some_and(|s| s.median() != 0.0);
    let from = if stands { base } else { first(f) };
    Some(words::path(&at(from)?, from, &at(last(f))?, last(f)))
}

/// The assumptions, grade E in full first, then the better founded ones.
pub fn assumptions(f: &Findings, page: &mut Page) {
    if f.assumptions.is_empty() {
        return;
    }
    page.section(&words::RESTS_ON);
    let of = |g: Grade| -> Vec<&AssumptionUsed> {
        f.assumptions.iter().filter(|a| a.grade == g).collect()
    };
    let grades = [Grade::E, Grade::D, Grade::C, Grade::B, Grade::A];
    let counts = grades.map(|g| (g, of(g).len()));
    page.paragraph(&words::rests_on(f.assumptions.len(), &counts));
    tables(f, page);
    for grade in grades {
        let all = of(grade);
        if all.is_empty() {
            continue;
        }
        page.part(&words::of_grade(grade, all.len()));
        let columns: &[_] = match grade {
            Grade::E => &words::WEAK_COLUMNS,
            _ => &words::FOUNDED_COLUMNS,
        };
        let table = assumed(all.into_iter().map(Assumed::Number));
        page.of(&table, columns, columns.len());
    }
    let idle: Vec<String> = f
        .assumptions
        .iter()
        .filter(|a| !a.read)
        .map(|a| format!("`{}`", a.id))
        .collect();
    if !idle.is_empty() {
        page.paragraph(&words::idle(&idle));
    }
}

/// Tables of the base that nobody publishes.
fn tables(f: &Findings, page: &mut Page) {
    if f.assumed_tables.is_empty() {
        return;
    }
    page.part(&words::assumed_tables(f.assumed_tables.len()));
    let table = assumed(f.assumed_tables.iter().map(Assumed::Table));
    page.of(&table, &words::TABLES_COLUMNS, 4);
}

/// How much of the facility list is synthetic.
pub fn facilities(f: &Findings, page: &mut Page) {
    let (hospitals, synthetic, stations) = f.facility_counts;
    page.section(&words::FACILITIES);
    page.paragraph(&words::facilities(hospitals, synthetic, stations));
}

/// What the model does not do.
pub fn left_out(f: &Findings, page: &mut Page) {
    page.section(&words::LEAVES_OUT);
    let mut items = words::LEFT_OUT.to_vec();
    if !f.staffing_gate {
        items.push(words::BEDS_WITHOUT_STAFF);
    }
    page.list(&items);
}

/// How to read the two errors.
pub fn how_to_read(page: &mut Page) {
    page.section(&words::READING);
    page.list(words::HOW_TO_READ);
}

/// What else lies in the folder.
pub fn files(charts: bool, page: &mut Page) {
    page.section(&words::BESIDE);
    let office = [words::FILES_WORKBOOK, words::FILES_WORD];
    let office = office.into_iter().filter(|_| cfg!(feature = "xlsx"));
    let tables = listed(&ALL).into_iter().map(|line| format!("{line}."));
    let others = words::FILES
        .iter()
        .chain(charts.then_some(&words::FILES_CHARTS));
    let items: Vec<String> = office
        .map(String::from)
        .chain(tables)
        .chain(others.map(|line| String::from(*line)))
        .collect();
    page.list(&items);
}
