//! What the model cannot carry is said when the tables are read, not when they are lived.

use super::bands::{self, Action};
use crate::base::ORDER_YEARS;
use crate::base::places::PUBLISHED;
use crate::base::tables::{Names, Reader, Row};
use crate::base::{
    AssumptionBook, CHOICES, Distribution, Facility, Level, MAY_BE_LEFT_OUT, Occupation,
    TableProblem, TrackedIndicator, required_assumptions, required_for_official,
    required_for_tracked,
};
use crate::diagnostic::nearest;
use crate::messages::base as messages;
use crate::said::Message;
use crate::units::Year;

/// Assumptions that are shares by year.
const PROFILES: &[&str] = &[ORDERS, "pipe.opened_rest"];

/// Beds on order, followed for a few years.
const ORDERS: &str = "capex.build_lag";

const ASSUMED: &str = "assumptions.ron";

/// Refuses projects at stations: a station has no beds to add to.
pub fn homes(reader: &mut Reader<'_>, rows: &[Row], names: &Names, facilities: &[Facility]) {
    for row in rows.iter().filter(|row| row.has("facility")) {
        let home = names
            .at(row.cell("facility"))
            .and_then(|at| facilities.get(at));
        if home.is_some_and(|f| f.level == Level::Commune) {
            let said = messages::project_at_station(row.cell("facility"));
            reader.refuse(row, "facility", "base::cannot-be", said);
        }
    }
}

/// Figures of a province that are no stock of beds or staff.
pub(super) const NO_STOCKS: &[&str] = &[
    "population",
    "share_60",
    "natural_increase",
    "net_migration",
    "income_index",
];

/// Refuses ranges that begin at 0, where a stock is drawn between its ends.
pub fn stocks(reader: &mut Reader<'_>, rows: &[Row]) {
    for row in rows {
        let id = row.kind();
        if NO_STOCKS.contains(&id) || id.ends_with("_bottom_up") || id.ends_with(PUBLISHED) {
            continue;
        }
        for column in ["value", "low", "high"] {
            if row.cell(column).parse::<f64>().is_ok_and(|v| v == 0.0) {
                reader.refuse(row, column, "base::out-of-range", messages::stock_of_0(id));
            }
        }
    }
}

/// Whether a law is a choice between the ways the model knows where it must be, and none elsewhere.
fn is_named_way(id: &str, law: &Distribution) -> bool {
    let ways = CHOICES.iter().find(|(choice, _)| *choice == id);
    match (ways, law) {
        (None, Distribution::Choice(_)) => false,
        (None, _) => true,
        (Some((_, ways)), Distribution::Choice(own)) => own
            .iter()
            .map(|(name, _)| name.as_str())
            .eq(ways.iter().copied()),
        // A law of one way alone: where it is held for a trial, by its place.
        (Some((_, ways)), Distribution::Fixed(place)) => {
            (0..ways.len()).any(|k| k as f64 == *place)
        }
        (Some(_), _) => false,
    }
}

/// Refuses a number of visits or stays that its people could not make: it is in thousands or millions.
pub fn per_person(reader: &mut Reader<'_>, book: &AssumptionBook, people: Option<f64>) {
    let Some(people) = people.filter(|people| *people > 0.0) else {
        return;
    };
    for a in &book.all {
        let band = bands::of(ASSUMED, "per person", &a.id, Action::Refuse);
        let each = a.quantile(0.5) / people;
        let Some(band) = band.filter(|band| !band.holds(each)) else {
            continue;
        };
        let shown = (each * 1e6).round() / 1e6;
        let said = messages::outside_band(shown, &band.unit, band.low, band.high, &band.note);
        let line = reader.line_of_assumption(ASSUMED, &a.id);
        let problem = TableProblem::of("base::out-of-range", ASSUMED, line, said);
        reader.problems.push(problem);
    }
}

/// Refuses laws the model has no use for, and warns of numbers nothing reads.
pub fn laws(
    reader: &mut Reader<'_>,
    book: &AssumptionBook,
    occupations: &[Occupation],
    tracked: &[TrackedIndicator],
    milestones: bool,
) {
    if book.all.is_empty() {
        return; // the file is at fault and has been told of
    }
    let problem = |line, code, said: Message| TableProblem::of(code, ASSUMED, line, said);
    let mut read = required_assumptions(occupations);
    read.extend(required_for_tracked(tracked, milestones));
    let held: Vec<&str> = book.all.iter().map(|a| a.id.as_str()).collect();
    read.extend(required_for_official(&held, occupations));
    read.extend(MAY_BE_LEFT_OUT.iter().map(|(id, _)| (*id).to_owned()));
    // What an occupation would need if it had posts, an exam or no national figure may stand ready.
    let mut ready = occupations.to_vec();
    for occupation in &mut ready {
        occupation.has_posts = !occupation.has_posts;
        occupation.exam_from = Some(Year(0));
        occupation.national_per_10k = None;
    }
    read.extend(required_assumptions(&ready));
    for a in &book.all {
        let line = |reader: &Reader<'_>| reader.line_of_assumption(ASSUMED, &a.id);
        let fault = match (&a.distribution, PROFILES.contains(&a.id.as_str())) {
            (Distribution::Profile(shares), _) if a.id == ORDERS && shares.len() > ORDER_YEARS => {
                Some(messages::orders_too_long(&a.id, shares.len(), ORDER_YEARS))
            }
            (law, _) if !is_named_way(&a.id, law) => {
                let ways = CHOICES.iter().find(|(id, _)| *id == a.id);
                Some(messages::not_a_named_way(
                    &a.id,
                    ways.map(|(_, ways)| *ways),
                ))
            }
            (Distribution::Profile(_), _) | (_, false) => None,
            (_, true) => Some(messages::not_a_profile(&a.id)),
        };
        if let Some(said) = fault {
            let problem = problem(line(reader), "base::bad-distribution", said);
            reader.problems.push(problem);
        }
        if !read.contains(&a.id) && !occupations.is_empty() {
            let near = nearest(&a.id, read.iter().map(String::as_str));
            let said = messages::idle_assumption(&a.id, near);
            let warning = problem(line(reader), "base::idle-assumption", said);
            reader.warnings.push(warning);
        }
    }
}
