//! The money a question is about: counted by its payers and years, held against a ceiling, and said first
//! where it is not enough.

use crate::support::lived::{compared, found};
use crate::support::small_run::carecast;
use carecast::internals::base::Base;
use carecast::internals::results::Findings;
use carecast::internals::scenario::Scenario;
use carecast::internals::scenario::file::from_text;
use carecast::internals::units::{Payer, PriceBasis, Year};
use std::fs;
use std::path::Path;

const MONEY: &str = "(id: \"money\", do: Investment(amount: Level(12000), money: Planned, \
    split: (new_beds: Share(0.7), equipment: Rest), allocation: Gap), from: 2026, to: 2030, payer: Ministry)";

/// A scenario of the built-in base that pays for beds.
fn scenario(name: &str, fields: &str, policies: &str) -> Scenario {
    let text = format!("(title: \"{name}\", base: \"viet-nam\", policies: [{policies}], {fields})");
    let (scenario, _) = from_text(&format!("{name}.ron"), &text, Base::builtin()).expect("sound");
    scenario
}

fn lived(scenario: &Scenario) -> Findings {
    found(scenario, 64)
}

#[test]
fn a_run_counts_what_its_policies_spend_of_public_money_to_the_year_of_its_targets() {
    let f = lived(&scenario("t", "", MONEY));
    let money = f.public.as_ref().expect("money is spent");
    assert_eq!(money.counted.payers, [Payer::Ministry, Payer::Provincial]);
    let counted = &money.counted;
    assert_eq!((counted.from, counted.to), (Year(2026), Year(2030)));
    let booked: f64 = f
        .policies
        .iter()
        .flat_map(|p| &p.costs)
        .filter(|c| counted.payers.contains(&c.payer) && counted.holds(c.year))
        .map(|c| c.spending.constant)
        .sum();
    let close = |a: f64, b: f64| (a - b).abs() <= 1e-6 * b.abs().max(1.0);
    assert!(booked > 20_000.0, "{booked}");
    assert!(close(money.spent.value, booked), "{money:?} {booked}");
    let lines: f64 = money.lines.iter().map(|l| l.spent).sum();
    assert!(close(lines, booked), "{lines} {booked}");
    // What is promised is what the planner wrote; not all of it is disbursed.
    assert!(close(money.promised, 60_000.0), "{}", money.promised);
    assert!(money.spent.value < 0.9 * money.promised);
    assert_eq!(money.ceiling, None);

    // A target of the scenario's own later on moves the year.
    let later = "targets: Only([(indicator: \"beds_per_10k\", at_least: 38, by: 2030), \
        (indicator: \"beds_per_10k\", at_least: 40, by: 2033)])";
    let f = lived(&scenario("t", later, MONEY));
    assert_eq!(f.public.expect("money").counted.to, Year(2033));
}

#[test]
fn a_ceiling_counts_the_payers_years_and_prices_it_names() {
    let counts = |amount: f64| {
        format!("ceiling: (amount: {amount}, payers: [Ministry], from: 2027, to: 2028)")
    };
    let of = |fields: &str| lived(&scenario("t", fields, MONEY)).public.expect("money");
    // What is spent in the mean is gone over in some futures and not in others.
    let fields = counts(of(&counts(10_000.0)).spent.value);
    let money = of(&fields);
    let whole: Vec<i32> = money.lines.iter().map(|l| l.year.0).collect();
    assert_eq!(whole, [2027, 2028]);
    let held = money.ceiling.expect("a ceiling");
    assert!(0 < held.over.hits && held.over.hits < 64, "{held:?}");
    assert_eq!(held.over.of, 64);

    let dearer = of(&fields.replace("to: 2028", "to: 2028, prices: Nominal"));
    assert_eq!(dearer.counted.prices, PriceBasis::Nominal);
    // Inflation of two to three years; the futures are the same.
    let rise = dearer.spent.value / money.spent.value;
    assert!((1.03..1.20).contains(&rise), "{rise}");
    assert!(dearer.ceiling.expect("a ceiling").over.hits >= held.over.hits);

    // Nothing may be spent: every future goes over. All may be: none does.
    for (amount, all) in [("0", true), ("1000000", false)] {
        let fields = format!("ceiling: (amount: {amount})");
        let money = of(&fields);
        let over = money.ceiling.expect("a ceiling").over;
        assert_eq!(over.hits, if all { over.of } else { 0 });
        assert_eq!(money.is_over(), all);
    }
}

#[test]
fn an_option_is_held_against_what_it_spends_beyond_the_reference_in_every_future() {
    let without = scenario("without", "ceiling: (amount: 1000)", "");
    let with = scenario("with", "", MONEY);
    let ceiling = "ceiling: (amount: 90000, payers: [Ministry, Private], to: 2035)";
    let own = scenario("own", ceiling, MONEY);
    let options = [("without", without), ("with", with), ("own", own)];
    let c = compared(&options, 64, false);
    let [reference, with, own] = &c.public[..] else {
        panic!("one for each option");
    };
    assert_eq!(reference.spent.value, 0.0);
    assert!(!reference.is_over());
    // The reference's ceiling holds where an option has none.
    let held = with.ceiling.expect("that of the reference");
    assert_eq!((held.amount, held.over.hits), (1_000.0, 64));
    assert!(with.is_over());
    assert_eq!(own.ceiling.map(|c| c.amount), Some(90_000.0));
    assert_eq!((own.counted.to, own.is_over()), (Year(2035), false));
    // Everybody whom some option counts stands in tables of all of them.
    let all = [Payer::Ministry, Payer::Provincial, Payer::Private];
    assert_eq!(c.public_payers(), all);
    // What is counted is what the costs of the comparison say.
    let line = |payer, year| {
        let line = c.cost(1, Some(payer), None, Some(Year(year)));
        line.map_or(0.0, |l| l.constant.difference.value)
    };
    let payers = [Payer::Ministry, Payer::Provincial];
    let all: f64 = payers
        .into_iter()
        .flat_map(|payer| (2026..=2030).map(move |year| line(payer, year)))
        .sum();
    let apart = (with.spent.value - all).abs();
    assert!(apart <= 1e-6 * all.abs(), "{} {all}", with.spent.value);
}

/// A folder with a scenario that pays for beds.
fn written(home: &Path) {
    let text = format!("(title: \"Beds\", extends: \"baseline\", policies: [{MONEY}])");
    fs::write(home.join("beds.ron"), text).expect("a file");
}

#[test]
fn what_is_over_the_ceiling_is_said_before_anything_else() {
    let home = tempfile::tempdir().expect("a folder");
    written(home.path());
    let said = |args: &[&str]| {
        let mut command = carecast(home.path());
        let done = command.args(args).assert().code(0);
        String::from_utf8(done.get_output().stdout.clone()).expect("UTF-8")
    };
    let usual = ["--replicates", "64", "--no-charts", "--quiet"];
    let run = |ceiling: &str| {
        let mut args = vec!["run", "beds.ron", "--ceiling", ceiling];
        args.extend(usual);
        said(&args)
    };
    let text = run("1000");
    let lines: Vec<&str> = text.lines().collect();
    assert!(
        lines[1].contains("Over the ceiling of 1,000 billion VND"),
        "{text}"
    );
    let read = |name: &str| fs::read_to_string(home.path().join(name)).expect("a page");
    let page = read("out/beds/report.md");
    let first: Vec<&str> = page.lines().filter(|l| !l.is_empty()).collect();
    assert!(
        first[2].starts_with("**Over the ceiling of 1,000"),
        "{page}"
    );
    let kept = read("out/beds/scenario.resolved.ron");
    assert!(kept.contains("amount:1000"), "{kept}");

    let text = run("900_000");
    let last = text.lines().find(|l| l.contains("public money"));
    let last = last.expect("the money is told");
    assert!(last.contains("from 2026 to 2030"), "{text}");
    assert!(text.contains("Within the ceiling of 900,000"), "{text}");

    let mut args = vec!["compare", "baseline", "beds.ron", "--ceiling", "1000"];
    args.extend(usual);
    let text = said(&args);
    assert!(
        text.starts_with("Beds: over the ceiling of 1,000"),
        "{text}"
    );
    let page = read("out/compare/comparison.md");
    let first = page.split("\n---\n").next().expect("a first page");
    for wanted in [
        "Over the ceiling of 1,000 billion VND",
        "of public money from 2026 to 2030",
        "Ceiling, and the chance of going over",
    ] {
        assert!(first.contains(wanted), "{wanted} in {first}");
    }

    let mut command = carecast(home.path());
    let refused = command
        .args(["run", "beds.ron", "--ceiling", "much"])
        .assert();
    let refused = refused.code(2);
    let text = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
    assert!(text.contains("an amount of money from 0 on"), "{text}");
}

#[test]
fn what_is_promised_is_what_is_offered_and_of_what_offers_nothing_what_is_paid() {
    let cover = "(id: \"cover\", do: Initiative(indicator: \"insurance_cover\", cost: 20), \
        from: 2026, to: 2030, payer: Provincial)";
    let money = lived(&scenario("t", "", cover)).public.expect("money");
    assert!((money.promised - 100.0).abs() < 1e-6, "{}", money.promised);
    assert!((money.spent.value - 100.0).abs() < 1e-6);
    // So little money for so many people is all that binds.
    let check_ups =
        "(id: \"elderly\", do: CheckUps(share: 0.9, budget: 60), from: 2026, payer: Ministry)";
    let money = lived(&scenario("t", "", check_ups)).public.expect("money");
    assert!((money.promised - 300.0).abs() < 1e-6, "{}", money.promised);
    assert!(money.spent.value <= money.promised + 1e-6 && money.spent.value > 250.0);
}
