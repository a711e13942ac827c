//! The national year is lived a second time by plain arrays and loops, written from the model's text
//! (where that is silent, from the guide and from what the program says of itself), and agrees with
//! the program year by year, in the nation and in every province.
//!
//! It takes from the program what is data: the loaded base, the scenario, medians of assumptions, and
//! the state at the end of the base year, which follows from the tables by rules written again besides.

use crate::support::second::opening::Country;
use crate::support::second::row::Row;
use crate::support::step;
use crate::support::step::live_year;
use carecast::internals::base::{Base, Distribution};
use carecast::internals::engine::prototype::Prototype;
use carecast::internals::indicator::{Read, View, read};
use carecast::internals::scenario::file::from_text;
use carecast::internals::scenario::{Scenario, Uncertainty};
use carecast::internals::world::country::Index;
use carecast::internals::world::staff::Entrants;
use carecast::internals::year::Model;
use std::sync::Arc;

/// Indicators of the program that the second version does not rebuild, each with the reason; followed
/// indicators and milestones, whose few lines are computed by hand in `followed.rs`, are left out too.
const NOT_REBUILT: &[(&str, &str)] = &[
    (
        "shock_years",
        "shocks are off unless a scenario switches one on, and are lived once only",
    ),
    ("visits_per_head", CARE),
    ("admissions_per_100", CARE),
    ("station_visit_share", CARE),
    ("visits_in_own_province", CARE),
    ("visits_not_served", CARE),
    ("staff_by_need", CARE),
    ("people_per_station_doctors", CARE),
    ("people_near_central", CARE),
    ("people_far_from_central", CARE),
    ("check_up_share", CARE),
    ("check_ups_short_of_staff", CARE),
    ("check_ups_short_of_money", CARE),
    ("outpatient_visits", CARE),
    ("hospital_stays", CARE),
    ("household_share", CARE),
    ("care_spending", CARE),
    ("fund_income", CARE),
    ("fund_payments", CARE),
    ("fund_balance", CARE),
    ("fund_reserve", CARE),
    ("fund_reserve_months", CARE),
];

/// Why visits, stays and who pays are lived once only.
const CARE: &str = "read off beds, staff and bed-days, which are rebuilt, and moves none of them; worked by hand in src/dynamics/visits.rs and in care_received.rs";

/// How far two numbers may lie apart, as a part of the larger one.
const WITHIN: f64 = 1e-9;

/// The program's indicators at the end of a year.
fn program(model: &Model, prototype: &Prototype) -> Vec<Read> {
    let pools = model.world.resource::<Index>().entrants.iter();
    let pools = pools.map(|e| model.world.get::<Entrants>(*e).expect("entrants stay"));
    let view = View::of(&model.world, pools.cloned().collect());
    let mut reads: Vec<Read> = Vec::new();
    for indicator in &prototype.indicators {
        let mut one = Read::default();
        read(&view, indicator, &reads, &mut one);
        reads.push(one);
    }
    reads
}

/// Whether two numbers agree; what should be nothing may be the rounding of a difference in one
/// (sums leave 1e-15 of what was added up: below a thousandth of a bed that is noise).
fn near(x: f64, y: f64) -> bool {
    let neither = x.is_nan() && y.is_nan(); // Nothing to divide by, in both.
    neither || (x - y).abs() <= WITHIN * x.abs().max(y.abs()).max(1e-3)
}

/// The opening balance follows from the tables.
fn compare_opening(second: &Country, apart: &mut Vec<String>) {
    for (what, here, there) in second.opening_balance() {
        compare(&format!("at base, {what}"), here, there, apart);
    }
}

/// Every stock agrees: also what no indicator tells, as beds of one hospital or staff of one age.
fn compare_stocks(program: &Country, second: &Country, apart: &mut Vec<String>) {
    for ((what, here), (_, there)) in program.stocks().into_iter().zip(second.stocks()) {
        compare(&format!("{} {what}", second.year()), here, there, apart);
    }
}

fn compare(what: &str, here: Row, there: Row, apart: &mut Vec<String>) {
    for (k, (x, y)) in here.0.into_iter().zip(there.0).enumerate() {
        if !near(x, y) {
            apart.push(format!("{what}, {k}: {x} and {y}"));
        }
    }
}

/// Lives a scenario in both versions; every indicator agrees in every year, or is told.
fn agree(mut scenario: Scenario) {
    assert!(!scenario.staffing_gate, "the gate is not rebuilt");
    scenario.uncertainty = Uncertainty::None;
    let base = scenario.base.clone();
    let prototype = Prototype::new(&scenario).expect("a checked scenario can be put into a world");
    let mut model = step::world(&scenario, 0);
    let mut second = Country::of_program(&mut model, &base, &scenario.policies);
    let mut apart = Vec::new();
    compare_opening(&second, &mut apart);
    for year in base.year.0..=scenario.last.0 {
        if year > base.year.0 {
            live_year(&mut model, year);
            second.live();
        }
        let here = Country::of_program(&mut model, &base, &scenario.policies);
        compare_stocks(&here, &second, &mut apart);
        let rebuilt = second.read();
        for (indicator, read) in prototype.indicators.iter().zip(program(&model, &prototype)) {
            let id = &indicator.info.id;
            let Some((_, (top, bottom))) = rebuilt.iter().find(|(name, _)| name == id) else {
                let told =
                    NOT_REBUILT.iter().any(|(name, _)| name == id) || indicator.is_followed();
                assert!(told, "{id} is neither rebuilt nor listed with a reason");
                continue;
            };
            if indicator.flow && year == base.year.0 {
                continue; // The base year is not lived.
            }
            let nation = top.sum() / bottom.map_or(1.0, Row::sum);
            let part = |p: usize| top[p] / bottom.map_or(1.0, |row| row[p]);
            let provinces = (0..read.provinces.len()).map(part);
            let scopes = base.provinces.iter().map(|p| p.code.as_str());
            let scopes = ["nation"].into_iter().chain(scopes);
            let here = [read.nation].into_iter().chain(read.provinces);
            let there = [nation].into_iter().chain(provinces);
            for ((scope, x), y) in scopes.zip(here).zip(there) {
                let x = x.get(0);
                if !near(x, y) {
                    apart.push(format!("{year} {id} {scope}: {x} and {y}"));
                }
            }
        }
    }
    let first = apart.iter().take(20).cloned().collect::<Vec<_>>();
    assert!(apart.is_empty(), "{} differ: {first:#?}", apart.len());
}

fn built_in(name: &str) -> Scenario {
    Scenario::built_in(name).expect("built in").0
}

/// Holds every assumption at a quantile, another one for each: rules that sleep at the medians wake.
fn held(mut scenario: Scenario, k: usize) -> Scenario {
    let mut base = Base::clone(&scenario.base);
    for (i, a) in base.assumptions.all.iter_mut().enumerate() {
        if a.id.starts_with("shock.") {
            continue; // Off unless a scenario switches one on.
        }
        let u = ((17 * i + 29 * k) % 37 + 1) as f64 / 38.0;
        a.distribution = match (&a.distribution, a.range) {
            (Distribution::Profile(_), _) => continue,
            (Distribution::Fixed(_), Some((low, high))) => {
                Distribution::Fixed(low + (high - low) * u)
            }
            (law, _) => Distribution::Fixed(law.quantile(u)),
        };
    }
    scenario.base = Arc::new(base);
    scenario
}

#[test]
fn the_built_in_base_with_the_adopted_plans_agrees() {
    agree(built_in("baseline"));
}

#[test]
fn the_made_up_country_agrees() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bases/three-provinces");
    let base = Arc::new(Base::read_folder(folder).expect("the made-up base has no mistake"));
    let text = r#"(title: "T", base: "made-up", policies: [])"#;
    let scenario = from_text("t.ron", text, base).expect("no mistake").0;
    agree(scenario.clone());
    (0..5).for_each(|k| agree(held(scenario.clone(), k)));
}

#[test]
fn links_handovers_and_more_capital_agree() {
    for name in ["satellite", "transfer", "investment-high"] {
        agree(built_in(name));
    }
}

#[test]
fn they_agree_away_from_the_medians() {
    for (k, name) in ["baseline", "satellite", "transfer", "investment-high"]
        .into_iter()
        .enumerate()
    {
        (0..3).for_each(|j| agree(held(built_in(name), 3 * k + j)));
    }
}
