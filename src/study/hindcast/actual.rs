//! What came: the tables of the program, with the user's own in their place.

use super::{DEPARTMENTS_TO, FURTHEST, MARKS};
use crate::base::{Base, TableProblem, former};
use crate::diagnostic::nearest;
use crate::hindcast::Stock;
use crate::hindcast::facts::{Came, Facts, PanelRow, Sited};
use crate::hindcast::found::{Hindcast, Target};
use crate::hindcast::official::Official;
use crate::hindcast::rates::Rates;
use crate::messages::base as messages;
use std::collections::{BTreeMap, BTreeSet};

/// What came: the tables, with the user's own in their place.
pub(super) struct Actual {
    pub rates: BTreeMap<Stock, Rates>,
    pub official: Official,
    pub doctors: BTreeMap<i32, f64>,
    /// Targets and years that the user's file tells of.
    given: BTreeSet<(Target, i32)>,
    pub passed_over: BTreeMap<String, usize>,
}

impl Actual {
    pub fn gather(
        facts: &Facts,
        actual: Option<&(String, Came)>,
    ) -> Result<Actual, Vec<TableProblem>> {
        let mut panel = facts.panel.clone();
        let mut what = Actual {
            rates: BTreeMap::new(),
            official: Official::beds(facts),
            doctors: facts
                .nation
                .iter()
                .filter(|row| row.indicator == "doctors_per_10k" && row.scope == "all")
                .map(|row| (row.year, row.value))
                .collect(),
            given: BTreeSet::new(),
            passed_over: BTreeMap::new(),
        };
        match actual {
            None => {}
            Some((_, Came::Panel(rows))) => what.provinces(&mut panel, rows)?,
            Some((_, Came::Nation(rows))) => {
                for row in rows {
                    let of_all = row.scope == "all";
                    match (row.indicator.as_str(), of_all) {
                        ("beds_per_10k", true) => {
                            what.official.assumed.remove(&row.year);
                            what.official.published.insert(row.year, row.value);
                            what.given.insert((Target::Official(Stock::Beds), row.year));
                        }
                        ("doctors_per_10k", true) => {
                            what.doctors.insert(row.year, row.value);
                            what.given
                                .insert((Target::Official(Stock::Doctors), row.year));
                        }
                        (other, _) => {
                            let name = format!("{other} ({})", row.scope);
                            *what.passed_over.entry(name).or_default() += 1;
                        }
                    }
                }
            }
        }
        for stock in Stock::ALL {
            what.rates.insert(stock, Rates::gather(&panel, stock));
        }
        Ok(what)
    }

    /// The user's rows of provinces take the place of those of the program.
    fn provinces(
        &mut self,
        panel: &mut Vec<Sited<PanelRow>>,
        rows: &[Sited<PanelRow>],
    ) -> Result<(), Vec<TableProblem>> {
        let places: BTreeSet<String> = panel.iter().map(|row| row.province.clone()).collect();
        let about = |row: &PanelRow| (row.province.clone(), row.indicator.clone(), row.year);
        let mut own: BTreeMap<_, _> = BTreeMap::new();
        let mut problems = Vec::new();
        for row in rows {
            if !places.contains(&row.province) {
                let base = Base::builtin();
                let known = || places.iter().map(String::as_str);
                let merged = former::help(&base.former_units, &row.province, known());
                let near = || {
                    Some(messages::did_you_mean_name(nearest(
                        &row.province,
                        known(),
                    )?))
                };
                let said = messages::unknown_place(&row.province, merged.or_else(near));
                problems.push(row.at.problem("province", "hindcast::unknown-place", said));
                continue;
            }
            let stock = Stock::ALL
                .into_iter()
                .find(|stock| row.indicator == stock.count() || row.indicator == stock.rate());
            match stock {
                Some(stock) => {
                    self.given.insert((Target::Departments(stock), row.year));
                }
                None if row.indicator != "population" => {
                    *self.passed_over.entry(row.indicator.clone()).or_default() += 1;
                    continue;
                }
                None => {}
            }
            own.insert(about(&row.row), row);
        }
        // A count of one's own is not held against a rate of the program's.
        let stale = |row: &PanelRow| {
            let told = |indicator: &str| {
                own.contains_key(&(row.province.clone(), indicator.to_owned(), row.year))
            };
            own.contains_key(&about(row))
                || Stock::ALL
                    .iter()
                    .any(|stock| row.indicator == stock.rate() && told(stock.count()))
        };
        panel.retain(|row| !stale(&row.row));
        panel.extend(own.values().map(|row| (*row).clone()));
        let there: BTreeSet<_> = panel.iter().map(|row| about(&row.row)).collect();
        for ((province, indicator, year), row) in &own {
            let Some(stock) = Stock::ALL.into_iter().find(|s| indicator == s.count()) else {
                continue;
            };
            let has =
                |indicator: &str| there.contains(&(province.clone(), indicator.to_owned(), *year));
            if !has("population") && !has(stock.rate()) {
                let said =
                    messages::nobody_to_hold_against(indicator, province, *year, stock.rate());
                problems.push(row.at.problem("value", "hindcast::no-people", said));
            }
        }
        if problems.is_empty() {
            return Ok(());
        }
        crate::base::problem::by_place(&mut problems);
        Err(problems)
    }

    /// Whether anything of the user's file was scored.
    pub fn is_scored(&self, found: &Hindcast) -> bool {
        self.given.iter().any(|(target, year)| {
            found.forecasts.iter().any(|forecast| {
                forecast.target == *target
                    && forecast.origin.0 + forecast.horizon as i32 == *year
                    && found
                        .series(*target, &forecast.location)
                        .is_some_and(|s| s.points.iter().any(|(y, _)| y.0 == *year))
            })
        })
    }
}

pub(super) fn nothing_to_score(file: &str) -> TableProblem {
    let indicators: Vec<&str> = Stock::ALL.iter().map(|stock| stock.rate()).collect();
    let said = messages::nothing_to_score(FURTHEST, DEPARTMENTS_TO, indicators.join(", "), MARKS);
    TableProblem::of("hindcast::nothing-to-score", file, None, said)
}
