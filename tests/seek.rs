//! A search for packages, held against living every package there is, on the same futures; against what can be
//! solved by hand; and what it says where nothing reaches.

use crate::support::lived::found;
use crate::support::small_run::{base, carecast, files};
use crate::support::workbook::Book;
use carecast::internals::base::Base;
use carecast::internals::engine::RunError;
use carecast::internals::report::parts::Own;
use carecast::internals::report::seek::page;
use carecast::internals::report::{self, Named, Pictures, RunBlock};
use carecast::internals::results::seek::{Need, Seek};
use carecast::internals::scenario::Scenario;
use carecast::internals::scenario::file::from_text;
use carecast::internals::study::seek::kept::futures_in;
use carecast::internals::study::seek::space::Space;
use carecast::internals::study::seek::{Kept, Options, SeekError, every, seek, seek_on};
use carecast::internals::units::Year;
use carecast::internals::words::seek as words;
use std::sync::{Arc, Mutex};

/// Draws of a case.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }
    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.next()
    }
    fn one_of(&mut self, low: u32, high: u32) -> u32 {
        low + (self.next() * f64::from(high - low + 1)) as u32
    }
}

/// A question about the made-up country.
fn question(fields: &str) -> Scenario {
    let land = Arc::new(Base::read_folder(base()).expect("the small base is sound"));
    let text =
        format!("(title: \"T\", base: \"land\", years: (first: 2025, last: 2030), {fields})");
    let read = from_text("t.ron", &text, land);
    read.unwrap_or_else(|e| panic!("{}\n{text}", e.render(100, false)))
        .0
}

/// A question whose policies, levers, thresholds and ceiling are drawn.
fn drawn(seed: u64) -> Scenario {
    let mut dice = Dice(seed * 7_919);
    let amounts: Vec<f64> = (0..3).map(|_| dice.between(150.0, 600.0).round()).collect();
    let shares: Vec<f64> = (0..2)
        .map(|_| (dice.between(0.3, 0.9) * 100.0).round() / 100.0)
        .collect();
    let policies = [
        format!("(id: \"money\", do: Investment(amount: Level({}), money: Disbursed, split: (new_beds: Share({}), equipment: Rest), allocation: Gap), from: 2025, to: 2029, payer: Provincial)", amounts[0], shares[0]),
        format!("(id: \"central\", do: Investment(amount: Level({}), money: Disbursed, split: (new_beds: Share({}), equipment: Rest), allocation: PerHead), from: 2025, to: 2028, payer: Ministry)", amounts[1], shares[1]),
        format!("(id: \"campus\", do: SecondCampus(hospital: \"forest-sanatorium\", province: \"north-mark\", beds: {}, cost: {}, opens: 2028), payer: Ministry)", dice.one_of(100, 500), amounts[2]),
        format!("(id: \"owners\", do: PrivateSector(openings: {}, expansion: 0.02, ppp: (money: {}, share: 0.5)), from: 2025, to: 2030, payer: Ministry)", dice.one_of(2, 4), dice.one_of(50, 200)),
        "(id: \"pay\", do: Incentives(employers: [Provincial, Commune], occupation: \"doctor\", points: 20), from: 2025, to: 2030, payer: Provincial)".to_owned(),
    ];
    let sizes = [
        "\"amount\"",
        "\"amount\"",
        "",
        "\"openings\", \"expansion\", \"ppp.money\"",
        "\"points\"",
    ];
    let names = ["money", "central", "campus", "owners", "pay"];
    let mut levers = Vec::new();
    for (name, sizes) in names.iter().zip(sizes) {
        // Four of five are levers in the mean; a policy that is none is carried out in every package.
        if dice.next() < 0.2 && !levers.is_empty() {
            continue;
        }
        levers.push(match sizes {
            "" => format!("(policy: \"{name}\")"),
            sizes => format!(
                "(policy: \"{name}\", sizes: [{sizes}], steps: {})",
                dice.one_of(1, 3)
            ),
        });
    }
    let beds = (dice.between(32.6, 34.8) * 10.0).round() / 10.0;
    let private = (dice.between(0.08, 0.115) * 1000.0).round() / 1000.0;
    let ceiling = dice.between(1500.0, 8000.0).round();
    let both = format!(
        "(targets: [\"beds_per_10k/nation/2030/at-least-{beds}\", \"private_bed_share/nation/2030/at-least-{private}\"], at_least: [0.5, 0.8])"
    );
    let alone =
        format!("(targets: [\"beds_per_10k/nation/2030/at-least-{beds}\"], at_least: [0.5, 0.8])");
    question(&format!(
        "seed: {seed}, ceiling: (amount: {ceiling}), policies: [{}], targets: Only([(indicator: \"beds_per_10k\", at_least: {beds}, by: 2030), \
         (indicator: \"private_bed_share\", at_least: {private}, by: 2030)]), decide: (levers: [{}], goals: [{both}, {alone}])",
        policies.join(", "),
        levers.join(", "),
    ))
}

fn how(threads: usize) -> Options {
    Options {
        threads: Some(threads),
        first: 64,
        most: 256,
        fresh: 256,
        // No case is so small that it is lived whole.
        enumerate: 0,
        ..Options::of(256)
    }
}

fn sought(scenario: &Scenario, options: &Options) -> Seek {
    let decide = scenario.decide.as_ref().expect("a search is asked");
    seek(scenario, decide, options, &|_, _| true).expect("the laws hold")
}

#[test]
fn twenty_drawn_cases_find_the_cheapest_that_living_every_package_finds() {
    let (mut reached, mut out_of_reach, mut off) = (0, 0, Vec::new());
    for seed in 1..=20 {
        let scenario = drawn(seed);
        let found = sought(&scenario, &how(2));
        let decide = scenario.decide.as_ref().expect("a search is asked");
        let all = every(&scenario, decide, &how(2)).expect("the laws hold");
        let ceiling = found.ceiling.expect("a ceiling is drawn");
        for (g, goal) in found.goals.iter().enumerate() {
            for answer in &goal.answers {
                let fits = all.iter().filter(|p| {
                    p.searched.money.value <= ceiling
                        && p.searched.goals[g].value >= answer.at_least
                });
                let costs = fits.map(|p| p.searched.cost.value);
                let cheapest = costs.fold(f64::INFINITY, f64::min);
                // What the search found first; a check that it failed is no fault of the search.
                let first = answer.failed.first().copied().or(answer.package);
                let sought = first.map(|at| found.package(at).searched.cost.value);
                match (cheapest.is_finite(), sought) {
                    (false, None) => out_of_reach += 1,
                    (true, Some(cost)) if cost <= cheapest + cheapest.abs() * 0.01 + 0.5 => {
                        reached += 1
                    }
                    (_, sought) => off.push((seed, g, answer.at_least, cheapest, sought)),
                }
                // A package that is named has stood the check, or there is none.
                if let Some(at) = answer.package {
                    let checked = found.package(at).checked.as_ref().expect("checked");
                    assert!(checked.goals[g].value >= answer.at_least, "{seed}");
                    assert!(checked.money.value <= ceiling, "{seed}");
                } else {
                    assert!(answer.stops.is_some(), "{seed}: it says why");
                }
            }
        }
    }
    assert!(off.is_empty(), "{off:?}");
    assert!(
        reached > 20 && out_of_reach > 5,
        "{reached} reached, {out_of_reach} not"
    );
}

#[test]
fn a_search_leaves_the_same_on_any_number_of_threads() {
    let scenario = drawn(3);
    assert_eq!(sought(&scenario, &how(1)), sought(&scenario, &how(2)));
}

#[test]
fn a_search_that_is_stopped_says_so() {
    let scenario = drawn(2);
    let decide = scenario.decide.as_ref().expect("a search is asked");
    let stopped = seek(&scenario, decide, &how(2), &|done, _| done < 100);
    let error = stopped.expect_err("it was stopped");
    let SeekError::Run(error) = error else {
        panic!("{error:?}")
    };
    assert!(matches!(error, RunError::Interrupted));
}

/// Three campuses of known size and price; beds are certain.
#[test]
fn a_search_that_was_cut_short_goes_on_from_what_it_lived() {
    let scenario = drawn(3);
    let decide = scenario.decide.as_ref().expect("drawn with one");
    let whole = sought(&scenario, &how(2));
    let half = whole.effort.futures as u32 / 2;
    let lies = Mutex::new(Vec::new());
    let put = |entry: &[u8]| lies.lock().expect("whole").push(entry.to_vec());
    let first = Kept::of(std::iter::empty(), &put);
    let stopped = seek_on(&scenario, decide, &how(2), (&|done, _| done < half, &first));
    assert!(stopped.is_err());
    drop(first);
    let entries = std::mem::take(&mut *lies.lock().expect("whole"));
    let known: u32 = entries.iter().filter_map(|entry| futures_in(entry)).sum();
    assert!(known > half / 2, "{known} of {half}");
    let again = Kept::of(entries.into_iter(), &put);
    let found = seek_on(&scenario, decide, &how(2), (&|_, _| true, &again));
    assert_eq!(found.expect("the laws hold"), whole);
    // Only what was not known is lived and put down.
    let more = lies.lock().expect("whole");
    let lived: u32 = more.iter().filter_map(|entry| futures_in(entry)).sum();
    assert!(
        known + lived <= whole.effort.futures as u32,
        "{known} {lived}"
    );
}

fn campuses(fields: &str) -> Scenario {
    let campus = |id: &str, hospital: &str, province: &str, beds: u32, cost: u32| {
        format!(
            "(id: \"{id}\", do: SecondCampus(hospital: \"{hospital}\", province: \"{province}\", beds: {beds}, cost: {cost}, opens: 2027), payer: Ministry)"
        )
    };
    let all = [
        campus("small", "forest-sanatorium", "north-mark", 100, 100),
        campus("middle", "royal-hospital", "east-vale", 200, 900),
        campus("large", "port-saint-general", "port-saint", 400, 2000),
    ];
    question(&format!(
        "uncertainty: none, policies: [{}], {fields}",
        all.join(", ")
    ))
}

#[test]
fn what_can_be_reckoned_by_hand_is_found() {
    // What stands if nothing is decided, and what each of them adds alone.
    let targets = |at: f64| {
        format!(
            "targets: Only([(indicator: \"beds_per_10k\", at_least: {at}, by: 2030)]), decide: (levers: [(policy: \"small\"), (policy: \"middle\"), \
             (policy: \"large\")], goals: [(targets: [\"beds_per_10k/nation/2030/at-least-{at}\"], at_least: [0.8])])"
        )
    };
    let value = |s: &Scenario| {
        let findings = found(s, 1);
        let indicator = findings
            .indicators
            .iter()
            .position(|i| i.id == "beds_per_10k")
            .expect("known");
        let year = findings
            .years
            .iter()
            .position(|y| y.0 == 2030)
            .expect("lived");
        findings.at(0, indicator, year).expect("a mean").mean
    };
    let alone = |id: &str| {
        let mut one = campuses(&targets(30.0));
        one.policies.retain(|p| p.id == id);
        value(&one)
    };
    let nothing = alone("none of them");
    let names = ["small", "middle", "large"];
    let adds = names.map(|id| alone(id) - nothing);
    assert!(adds[0] > 0.1 && adds[1] > adds[0] + 0.1 && adds[2] > adds[0] + adds[1] + 0.1);
    // They cost 100, 900 and 2,000, so the cheapest is found from the least up.
    for set in [
        vec![0],
        vec![1],
        vec![0, 1],
        vec![2],
        vec![0, 2],
        vec![1, 2],
        vec![0, 1, 2],
        Vec::new(),
    ] {
        let more: f64 = match set.is_empty() {
            true => adds.iter().sum::<f64>() + 0.05,
            false => set.iter().map(|k| adds[*k]).sum::<f64>() - 0.02,
        };
        let named: Vec<&str> = set.iter().map(|k| names[*k]).collect();
        let named = named.join(", ");
        let wanted = (!named.is_empty()).then_some(named.as_str());
        let at = ((nothing + more) * 1000.0).round() / 1000.0;
        for enumerate in [0, 48] {
            let how = Options {
                enumerate,
                ..how(2)
            };
            let s = sought(&campuses(&targets(at)), &how);
            let answer = &s.goals[0].answers[0];
            let said = answer
                .package
                .map(|p| words::package(&s, &s.package(p).levels));
            assert_eq!(said.as_deref(), wanted, "{enumerate}");
            if wanted.is_none() {
                // Beds are certain: no lever moves a chance that is 0 with all of them.
                let stops = answer.stops.as_ref().expect("it says why");
                assert_eq!(
                    (stops.at_ends.len(), stops.over_ceiling, stops.later),
                    (0, None, None)
                );
                let page = page(&s, &[]).text();
                assert!(page.contains("No lever moves it enough"), "{page}");
            }
        }
    }
}

#[test]
fn a_ceiling_that_stops_a_goal_is_named_with_the_price_of_going_over_it() {
    let fields = "ceiling: (amount: 400), targets: Only([(indicator: \"beds_per_10k\", at_least: 33, by: 2030)]), \
        decide: (levers: [(policy: \"small\"), (policy: \"middle\"), (policy: \"large\")], \
        goals: [(targets: [\"beds_per_10k/nation/2030/at-least-33\"], at_least: [0.8])])";
    let s = sought(&campuses(fields), &how(2));
    let answer = &s.goals[0].answers[0];
    assert_eq!(answer.package, None);
    let over = answer
        .stops
        .as_ref()
        .and_then(|stops| stops.over_ceiling)
        .expect("money would do");
    assert!(s.package(over).best().money.value > 400.0);
    assert!(s.package(s.goals[0].best).best().money.value <= 400.0);
    let page = page(&s, &[]).text();
    assert!(page.contains("What stops 8 in 10 is the ceiling"), "{page}");
}

#[test]
fn a_lever_that_cannot_be_left_out_is_paid_for() {
    const BEDS: &str = "beds_per_10k/nation/2030/at-least-33";
    let fields = |always: bool, ceiling: f64| {
        format!(
            "ceiling: (amount: {ceiling}), targets: Only([(indicator: \"beds_per_10k\", at_least: 33, by: 2030)]), \
            decide: (levers: [(policy: \"small\", always: {always}), (policy: \"middle\"), (policy: \"large\")], \
            goals: [(targets: [\"{BEDS}\"], at_least: [0.8])])"
        )
    };
    for enumerate in [0, 48] {
        let how = Options {
            enumerate,
            ..how(2)
        };
        let free = campuses(&fields(false, 9000.0));
        let decide = free.decide.as_ref().expect("a search is asked");
        let by_hand = every(&free, decide, &how).expect("the laws hold");
        let s = sought(&campuses(&fields(true, 9000.0)), &how);
        assert_eq!(s.effort.packages, 4);
        // Nothing decided is the scenario without any of its levers, and costs are counted from there.
        assert_eq!(words::package(&s, &s.packages[0].levels), words::NOTHING);
        for told in &s.packages {
            let same = by_hand.iter().find(|p| p.levels == told.levels);
            assert_eq!(same.expect("there").searched, told.searched);
        }
        let answer = &s.goals[0].answers[0];
        let fits = by_hand
            .iter()
            .filter(|p| p.levels[0] == 1 && p.searched.goals[0].value >= 0.8);
        let costs = fits.map(|p| p.searched.cost.value);
        let cheapest = costs.fold(f64::INFINITY, f64::min);
        let named = s.package(answer.package.expect("three campuses reach it"));
        assert_eq!((named.levels[0], named.searched.cost.value), (1, cheapest));
        assert!(named.searched.cost.value > 100.0);
        assert_eq!(answer.needs[0], Need::Must);
        assert_eq!(answer.next[0].level, None);
        // Over the ceiling alone it is told so, and nothing is said to be within it.
        let s = sought(&campuses(&fields(true, 50.0)), &how);
        let answer = &s.goals[0].answers[0];
        assert_eq!(answer.package, None);
        let page = page(&s, &[]).text();
        assert!(page.contains("is the ceiling"), "{page}");
        assert!(
            words::best_in_a_cell(&s, 0, s.package(s.goals[0].best)).starts_with("none"),
            "{page}"
        );
    }
}

#[test]
fn few_futures_are_enough_to_check_and_a_goal_of_the_past_is_refused() {
    let home = tempfile::tempdir().expect("a folder");
    let home = home.path();
    let text = |goal: &str| {
        format!(
            "(title: \"T\", extends: \"budget-60000\", decide: (levers: [(policy: \"work-on\")], goals: [(targets: [\"{goal}\"], at_least: [0.2])]))"
        )
    };
    std::fs::write(home.join("t.ron"), text(DOCTORS)).expect("written");
    for futures in ["1", "8", "17"] {
        carecast(home)
            .args(["decide", "seek", "t.ron", "--replicates", futures])
            .assert()
            .success();
    }
    let land = Arc::new(Base::read_folder(base()).expect("the small base is sound"));
    let asked = |year: i32| {
        let text = format!(
            "(title: \"T\", base: \"land\", years: (first: 2025, last: 2030), policies: [(id: \"campus\", \
            do: SecondCampus(hospital: \"royal-hospital\", province: \"east-vale\", beds: 200, cost: 900, opens: 2027), payer: Ministry)], \
            targets: Only([(indicator: \"beds_per_10k\", at_least: 33, by: {year})]), decide: (levers: [(policy: \"campus\")], \
            goals: [(targets: [\"beds_per_10k/nation/{year}/at-least-33\"], at_least: [0.8])]))"
        );
        from_text("t.ron", &text, land.clone())
    };
    {
        let year = 2024;
        let refused = asked(year).expect_err("it is not lived").render(200, false);
        assert!(
            refused.contains("is asked outside the years lived, 2025 to 2030"),
            "{refused}"
        );
    }
    for year in [2025, 2030] {
        let scenario = asked(year).expect("it is lived").0;
        let s = sought(&scenario, &how(2));
        assert_eq!(s.goals[0].answers.len(), 1);
    }
}

#[test]
fn numbers_of_targets_are_no_shares_in_the_workbook() {
    let beds = |at: u32| format!("\"beds_per_10k/nation/2030/at-least-{at}\"");
    let fields = format!(
        "targets: Only([(indicator: \"beds_per_10k\", at_least: 1, by: 2030), (indicator: \"beds_per_10k\", at_least: 2, by: 2030)]), \
        decide: (levers: [(policy: \"small\")], goals: [(targets: [{0}, {1}], at_least: [1.5], by: Number), (targets: [{0}], at_least: [0.5])])",
        beds(1),
        beds(2)
    );
    let s = sought(&campuses(&fields), &how(2));
    assert_eq!(s.package(0).searched.goals[0].value, 2.0);
    let home = tempfile::tempdir().expect("a folder");
    let named = Named {
        name: "t.ron".into(),
        sha256: "d".into(),
    };
    let own = Own {
        scenario: named,
        builds_on: Vec::new(),
    };
    let made = report::seek::Made {
        resolved: "",
        own: &own,
        base: ("land", "b"),
        run: RunBlock::default(),
    };
    report::seek::write(&s, &made, home.path(), Pictures::No, &|| false).expect("written");
    let book = Book::open(&home.path().join("summary.xlsx"));
    let sheet = book.sheet("Answers");
    let chances: Vec<&str> = sheet
        .column(5)
        .filter(|cell| cell.number().is_some())
        .map(|cell| cell.format.as_str())
        .collect();
    assert_eq!(chances, ["#,##0.00", "0.0%"]);
}

#[test]
fn a_search_lives_what_a_run_lives() {
    // The chance of nothing decided is that of a run over the same futures, whose years go further.
    let scenario = drawn(5);
    let s = sought(&scenario, &how(2));
    let mut plain = scenario.clone();
    let decide = scenario.decide.clone().expect("a search is asked");
    plain
        .policies
        .retain(|p| decide.levers.iter().all(|l| l.policy.value != p.id));
    let findings = found(&plain, 256);
    for (target, chance) in s.targets.iter().zip(&s.packages[0].searched.targets) {
        let answered = findings.targets.iter().find(|t| t.id == target.id);
        let run = answered.and_then(|t| t.probability).expect("answered");
        assert_eq!(
            (chance.hits, chance.of),
            (run.hits, run.of),
            "{}",
            target.id
        );
    }
}

#[test]
fn the_first_page_is_short_and_has_one_table() {
    for seed in [1, 3, 4] {
        let page = page(&sought(&drawn(seed), &how(2)), &[]).text();
        let first = page.split("\n---\n").next().expect("a page");
        let words = first
            .split_whitespace()
            .filter(|w| w.chars().any(char::is_alphanumeric))
            .count();
        assert!(words <= 400, "{words} words:\n{first}");
        assert_eq!(first.matches("\n| --- |").count(), 1, "{first}");
    }
}

#[test]
fn the_command_leaves_the_same_bytes_on_one_thread_and_two_and_says_what_is_at_fault() {
    let home = tempfile::tempdir().expect("a folder");
    let home = home.path();
    let text = format!(
        "(title: \"T\", extends: \"budget-60000\", decide: (levers: [(policy: \"work-on\"), (policy: \"private-beds\", sizes: [\"ppp.money\"], steps: 2)], \
         goals: [(targets: [\"{DOCTORS}\"], at_least: [0.2, 0.9])]))"
    );
    std::fs::write(home.join("t.ron"), text).expect("written");
    let mut made = Vec::new();
    for threads in ["1", "2"] {
        let out = carecast(home)
            .args([
                "decide",
                "seek",
                "t.ron",
                "--replicates",
                "64",
                "--threads",
                threads,
                "--out",
                threads,
            ])
            .assert()
            .success();
        let said = String::from_utf8_lossy(&out.get_output().stdout).into_owned();
        assert!(said.contains("at least 9 in 10: none found"), "{said}");
        let mut all = files(&home.join(threads).join("t-seek"));
        all.retain(|path, _| path.file_name().is_some_and(|name| name != "manifest.json"));
        made.push(all);
    }
    let names: Vec<String> = made[0]
        .keys()
        .map(|path| path.display().to_string())
        .collect();
    for name in [
        "seek.md",
        "answers.csv",
        "packages.csv",
        "frontier.csv",
        "levers.csv",
        "summary.xlsx",
        "seek.json",
    ] {
        assert!(
            names.iter().any(|n| n.ends_with(name)),
            "{name} in {names:?}"
        );
    }
    assert!(made[0] == made[1], "the same bytes");
    for (words, said) in [
        (vec!["baseline"], "does not say what can be decided"),
        (vec!["t.ron", "--lever", "work-on:"], "is no lever"),
        (vec!["t.ron", "--goal", DOCTORS], "is no goal"),
        (
            vec!["t.ron", "--lever", "work-no"],
            "there is no policy \"work-no\"",
        ),
        (
            vec![
                "t.ron",
                "--goal",
                "beds_per_10k/nation/2030/qd201/official@0.8",
            ],
            "is an official count",
        ),
        (
            vec![
                "t.ron",
                "--lever",
                "public-beds:split.new_beds/1",
                "--lever",
                "work-on:to_age/2",
                "--ceiling=-5",
            ],
            "ceiling",
        ),
    ] {
        let arguments = [vec!["decide", "seek"], words.clone()].concat();
        let out = carecast(home).args(&arguments).assert().code(2);
        let told = String::from_utf8_lossy(&out.get_output().stderr).into_owned();
        assert!(told.contains(said), "{words:?}: {told}");
    }
}

const DOCTORS: &str = "doctors_per_10k/nation/2030/at-least-18.5";

#[test]
fn intervals_hold_the_chance_of_many_futures_of_another_seed() {
    let mut held = 0;
    for seed in 1..=20 {
        let mut scenario = drawn(3);
        scenario.seed = seed;
        let s = sought(&scenario, &how(2));
        let goal = &s.goals[1];
        let best = s.package(goal.best);
        let reach = best.checked.as_ref().expect("checked").goals[1];
        // The same package, lived as a scenario of its own.
        let decide = scenario.decide.as_ref().expect("a search is asked");
        let space = Space::of(&scenario, decide, Year(2030)).unwrap_or_else(|e| panic!("{e:?}"));
        let mut question = space.question(&best.levels, Year(2030));
        question.seed = 4_321;
        let findings = found(&question, 6_400);
        let id = &s.targets[goal.targets[0]].id;
        let target = findings.targets.iter().find(|t| t.id == *id);
        let chance = target.and_then(|t| t.probability).expect("answered").value;
        held += u32::from((reach.low..=reach.high).contains(&chance));
    }
    assert!(held >= 17, "{held} of 20");
}
