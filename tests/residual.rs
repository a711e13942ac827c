//! What policies buy is worth something when the run ends: straight lines, worked by hand.

use crate::support::country::{asking, three_provinces};
use carecast::internals::engine::{Options, run};
use carecast::internals::results::PolicyUsed;
use std::sync::Arc;

/// A policy as it was lived in one future to 2030, things lasting so many years.
fn lived(building: f64, equipment: f64, policy: &str) -> PolicyUsed {
    let fields = format!(
        "uncertainty: none, years: (first: 2025, last: 2030), assumptions: {{\"life.building\": Fixed({building:?}), \
         \"life.equipment\": Fixed({equipment:?}), \"capex.absorb_multiple\": Fixed(80), \"capex.absorb_occupancy\": Fixed(0.01)}},"
    );
    let scenario = asking(&Arc::new(three_provinces()), &fields, policy);
    let options = Options {
        replicates: 0..1,
        ..Options::of(&scenario)
    };
    let found = run(&scenario, &options, &|_, _| true).expect("the laws hold");
    found.policies[0].clone()
}

fn near(a: f64, b: f64) {
    assert!((a - b).abs() <= 1e-5 * b.abs(), "{a} {b}");
}

#[test]
fn equipment_loses_a_fifth_of_its_worth_a_year() {
    let split = "equipment: Share(1.0)";
    let policy = format!(
        "(id: \"m\", payer: Provincial, from: 2025, to: 2030, do: Investment(amount: Level(100), money: Disbursed, split: ({split})))"
    );
    let policy = lived(40.0, 5.0, &policy);
    near(policy.cost.constant, 600.0);
    // Bought in 2030, 2029, 2028, 2027, 2026 and 2025.
    near(policy.residual, 100.0 * (1.0 + 0.8 + 0.6 + 0.4 + 0.2 + 0.0));
    let sum: f64 = policy.costs.iter().map(|c| c.residual).sum();
    near(policy.residual, sum);
}

#[test]
fn beds_wear_out_from_the_year_they_open_and_a_campus_as_a_whole() {
    // Paid for in 2028: 5, 20 and 30 % are open since 2028, 2029 and 2030, the rest opens later.
    let money = "(id: \"m\", payer: Provincial, from: 2028, to: 2028, do: Investment(amount: Level(100), money: Disbursed, split: (new_beds: Share(1.0))))";
    let policy = lived(10.0, 5.0, money);
    near(policy.residual, 5.0 * 0.8 + 20.0 * 0.9 + 30.0 + 25.0 + 20.0);
    let campus = "(id: \"c\", payer: Ministry, from: 2026, do: SecondCampus(hospital: \"north-mark-general\", province: \"east-vale\", beds: 100, cost: 90, opens: 2028))";
    let policy = lived(40.0, 5.0, campus);
    near(policy.residual, policy.cost.constant * (1.0 - 2.0 / 40.0));
    assert!(policy.residual > 80.0);
}

#[test]
fn staff_leave_nothing_that_is_worth_money() {
    let pay = "(id: \"p\", payer: Ministry, do: Incentives(employers: [Commune], points: 10))";
    let policy = lived(40.0, 5.0, pay);
    assert!(policy.cost.constant > 0.0);
    assert_eq!(policy.residual, 0.0);
}
