//! A designed run: parts are drawn anew one at a time, and nothing else moves.

use carecast::internals::base::Base;
use carecast::internals::results::designed::Designed;
use carecast::internals::scenario::Scenario;
use carecast::internals::scenario::file::from_text;
use carecast::internals::study::designed::designed;

fn scenario(more: &str) -> Scenario {
    let text = format!(
        "(title: \"T\", base: \"viet-nam\", years: (first: 2026, last: 2028), policies: [], {more} \
         targets: Only([(indicator: \"beds_per_10k\", at_least: 34, by: 2028)]))"
    );
    let read = from_text("t.ron", &text, Base::builtin());
    read.unwrap_or_else(|e| panic!("{}", e.render(100, false)))
        .0
}

fn found(scenario: &Scenario) -> Designed {
    let says = |_: &_, a: &carecast::internals::results::TargetAnswer| a.id.clone();
    let lived = designed(scenario, 64, &says, &|_, _| true);
    lived.unwrap_or_else(|e| panic!("{e}")).1
}

#[test]
fn parts_explain_all_of_the_spread_and_no_other_part_than_is_drawn() {
    let both = found(&scenario(""));
    // Twice, once for each part, and once for every two of the four largest.
    assert_eq!(both.futures, 64 * (2 + both.parts.len() as u32 + 6));
    assert!(both.targets.iter().all(|t| t.pairs.len() == 6));
    let names: Vec<&str> = both.parts.iter().map(|p| p.name.as_str()).collect();
    assert!(
        names.contains(&"luck") && names.contains(&"capex"),
        "{names:?}"
    );
    assert!(both.parts.iter().all(|p| {
        let own = |id: &String| id.starts_with(&format!("{}.", p.name));
        p.assumptions.iter().all(own)
    }));
    let of = |found: &Designed, part: &str| {
        let mut own = found.targets[0].parts.iter();
        own.find(|e| e.part == part)
            .and_then(|e| e.value)
            .expect("it differs")
    };
    let sum: f64 = both.targets[0]
        .parts
        .iter()
        .filter_map(|e| e.value)
        .map(|v| v.total.index)
        .sum();
    assert!(sum > 0.6, "{sum}");
    for part in &both.targets[0].parts {
        let value = part.value.expect("it differs");
        assert!(value.total.low <= value.total.index && value.total.index <= value.total.high);
        assert!(value.first.low <= value.total.high + 0.05, "{part:?}");
    }
    assert!(of(&both, "luck").total.index > 0.0);
    assert_eq!(both, found(&scenario("")));

    // Without luck there is no part of that name, and it took no share of the others.
    let still = found(&scenario("uncertainty: parameters,"));
    assert!(still.parts.iter().all(|p| p.name != "luck"));
    // With luck alone there is nothing else.
    let luck = found(&scenario("uncertainty: process,"));
    let value = of(&luck, "luck");
    assert!(
        value.total.index > 0.6 && value.first.high > 0.9,
        "{value:?}"
    );
    for part in luck.targets[0].parts.iter().filter(|e| e.part != "luck") {
        assert_eq!(part.value.expect("it differs").total.index, 0.0, "{part:?}");
    }
}
