//! Which rows the forecasts of an origin use, and which of them a forecaster did not have then.

use super::DEPARTMENTS_TO;
use crate::base::TableProblem;
use crate::hindcast::facts::{At, Facts};
use crate::hindcast::found::Late;
use crate::hindcast::official::Official;
use crate::hindcast::{Stock, doctors};
use crate::messages::base as messages;
use crate::units::Year;
use std::collections::BTreeMap;

/// Rows that forecasts of these origins use and that were published after a year.
pub(super) fn not_known_by(
    facts: &Facts,
    origins: &[i32],
    year: i32,
    whole: bool,
) -> Result<(), Vec<TableProblem>> {
    let mut late: BTreeMap<(String, u64), (String, i32, i32)> = BTreeMap::new();
    for origin in origins {
        for (at, id, published) in used(facts, *origin, whole) {
            if published > year {
                let place = (at.file, at.line);
                late.entry(place).or_insert((id, published, *origin));
            }
        }
    }
    let told = late
        .into_iter()
        .map(|((file, line), (id, published, origin))| {
            let said = messages::not_known_by(id, origin, published, year);
            let at = At { file, line };
            at.problem("published", "hindcast::not-known-by", said)
        });
    let told: Vec<TableProblem> = told.collect();
    if told.is_empty() { Ok(()) } else { Err(told) }
}

/// Every row that the forecasts of an origin use: place, what it tells of, year of publication. The
/// whole model uses every row of the overlay.
fn used(facts: &Facts, origin: i32, whole: bool) -> Vec<(At, String, i32)> {
    let mut all = used_by_law(facts, origin);
    if whole {
        let own = facts.origins.iter().filter(|row| row.origin == origin);
        for row in own {
            let told = (row.at.clone(), row.id.clone(), row.published);
            if !all.contains(&told) {
                all.push(told);
            }
        }
    }
    all
}

fn used_by_law(facts: &Facts, origin: i32) -> Vec<(At, String, i32)> {
    let mut all = Vec::new();
    if origin <= DEPARTMENTS_TO {
        let own = |indicator: &str| {
            indicator == "population"
                || Stock::ALL
                    .iter()
                    .any(|stock| indicator == stock.count() || indicator == stock.rate())
        };
        for row in facts.panel.iter().filter(|row| row.year <= origin) {
            if own(&row.indicator) {
                all.push((row.at.clone(), row.indicator.clone(), row.published));
            }
        }
        let own = ["beds_per_10k", "doctors", "nurses", "population"];
        for row in facts.nation.iter().filter(|row| row.year <= origin) {
            let scope = ["state", "all"].contains(&row.scope.as_str());
            if scope && own.contains(&row.indicator.as_str()) {
                all.push((row.at.clone(), row.indicator.clone(), row.published));
            }
        }
        return all;
    }
    for row in facts.nation.iter().filter(|row| row.year <= origin) {
        let series = row.scope == "state" || row.scope == "all" && row.year >= 2018;
        if series && row.indicator == "beds_per_10k" {
            all.push((row.at.clone(), row.indicator.clone(), row.published));
        }
    }
    let series = Official::beds(facts);
    for row in facts.origins.iter().filter(|row| row.origin == origin) {
        let base = row.id == "base.beds_per_10k" && series.assumed.contains_key(&origin);
        let doctors = row.id == "base.doctors_per_10k" && doctors::base(origin).is_some();
        if base || doctors {
            all.push((row.at.clone(), row.id.clone(), row.published));
        }
    }
    if doctors::base(origin).is_some() {
        for row in facts
            .graduates
            .iter()
            .filter(|row| row.occupation == "doctor")
        {
            let id = format!("graduates of {}", row.year);
            all.push((row.at.clone(), id, row.published));
        }
    }
    all
}

/// Rows of an origin that a forecaster did not have, those used here first.
pub(super) fn late(facts: &Facts, origin: i32, whole: bool) -> Vec<Late> {
    let used = used(facts, origin, whole);
    let mut all: Vec<Late> = Vec::new();
    let notes: BTreeMap<(&str, u64), &str> = facts
        .origins
        .iter()
        .map(|row| ((row.at.file.as_str(), row.at.line), row.note.as_str()))
        .collect();
    for (at, id, published) in &used {
        if *published > origin + 1 {
            let note = notes.get(&(at.file.as_str(), at.line)).copied();
            all.push(Late {
                place: at.to_string(),
                id: id.clone(),
                published: Year(*published),
                used: true,
                note: note.unwrap_or_default().to_owned(),
            });
        }
    }
    for row in facts.not_known_then(origin) {
        let place = row.at.to_string();
        if all.iter().all(|known| known.place != place) {
            all.push(Late {
                place,
                id: row.id.clone(),
                published: Year(row.published),
                used: false,
                note: row.note.clone(),
            });
        }
    }
    all
}
