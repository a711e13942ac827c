//! A budget officer asks by when each decision must be taken, and what waiting costs.

use crate::support::{lived, small_run};
use carecast::Scenario;
use carecast::internals::results::comparison::Verdict;
use carecast::internals::results::timing::{Enough, Timing};
use carecast::internals::scenario::file;
use carecast::internals::study::timing::{Options, timing};
use carecast::internals::units::Year;
use carecast::internals::words::timing as words;
use predicates::str::contains;
use std::path::Path;

const FUTURES: u32 = 256;

/// Money for beds that must be there in 2030, money that comes after, and a second question of people.
fn text(policies: &str, targets: &str) -> String {
    let base = small_run::base();
    format!(
        r#"(
    title: "Beds by 2030", base: {base:?}, years: (first: 2025, last: 2033), seed: 3,
    policies: [{policies}],
    targets: Only([{targets}]),
)"#
    )
}

const MONEY: &str = r#"
    (id: "money", do: Investment(amount: Level(400), money: Disbursed, split: (new_beds: Share(0.8), equipment: Rest)),
        from: 2026, to: 2029, payer: Provincial, deadline: 2027),
    (id: "too-late", do: Investment(amount: Level(400), money: Disbursed, split: (new_beds: Share(0.8), equipment: Rest)),
        from: 2031, to: 2033, payer: Provincial),"#;
const BEDS: &str = r#"(indicator: "beds_per_10k", at_least: 33, by: 2030)"#;

fn scenario(policies: &str, targets: &str) -> Scenario {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("beds.ron");
    std::fs::write(&path, text(policies, targets)).unwrap();
    file::read(&path, None).unwrap().0
}

fn found(scenario: &Scenario) -> Timing {
    let how = Options {
        threads: Some(2),
        replicates: 0..FUTURES,
    };
    timing(scenario, &how, &|_, _| true).unwrap()
}

#[test]
fn what_comes_after_the_last_target_changes_nothing_before_it() {
    let scenario = scenario(MONEY, BEDS);
    let found = found(&scenario);
    let whole = lived::found(&scenario, FUTURES);
    let target = whole.targets.iter().find(|t| t.headline).unwrap();
    assert_eq!(Some(found.asked[0].chance), target.probability);
    assert_eq!(found.to, Year(2030));
    let after = found.decisions.iter().find(|d| d.id == "too-late").unwrap();
    assert!(after.start > found.to);
    assert!(after.later.is_empty() && after.serves().is_empty());
    let same = &after.without.as_ref().unwrap().chances[0].1;
    assert_eq!(same.unchanged, FUTURES);
}

#[test]
fn leaving_out_and_waiting_are_what_a_planner_would_find_by_hand() {
    let scenario = scenario(MONEY, BEDS);
    let found = found(&scenario);
    let money = found.decisions.iter().find(|d| d.id == "money").unwrap();
    let by_hand = |policies: &str| {
        let other = self::scenario(policies, BEDS);
        let whole = lived::found(&other, FUTURES);
        whole
            .targets
            .iter()
            .find(|t| t.headline)
            .unwrap()
            .probability
    };
    let (_, after) = MONEY.split_once("\n    (id: \"too-late\"").unwrap();
    let without = by_hand(&format!("(id: \"too-late\"{after}"));
    assert_eq!(Some(money.without.as_ref().unwrap().chances[0].0), without);
    // Its deadline of 2027 does not keep it from being tried later.
    let starts: Vec<Year> = money.later.iter().map(|l| l.start).collect();
    assert_eq!(starts, [Year(2027), Year(2028), Year(2029)]);
    for later in &money.later {
        let from = format!("from: {}", later.start);
        let moved = MONEY
            .replace("from: 2026", &from)
            .replace(", deadline: 2027", "");
        assert_eq!(Some(later.shift.chances[0].0), by_hand(&moved), "{from}");
    }
    let gives = money.gives(0).unwrap();
    assert!(gives > 0.2, "{gives}");
    assert!(money.cannot_wait());
    let last = money.last_start(0).unwrap();
    assert!(last.all <= last.half && last.half <= last.any, "{last:?}");
    assert!(
        last.all == Some(money.start) && last.any > last.all,
        "{last:?}"
    );
    // Without it nothing of its money is spent, nor what running its beds takes.
    let saved = -money.without.as_ref().unwrap().money.value;
    assert!(saved >= found.public.spent.value, "{saved}");
}

/// What a search may decide about.
const DECIDE: &str = r#",
    decide: (levers: [(policy: "money", sizes: ["amount"], steps: 2), (policy: "too-late")],
        goals: [(targets: ["beds_per_10k/nation/2030/at-least-33"], at_least: [0.5])]),
)"#;

#[test]
fn what_can_be_decided_about_is_left_out_like_any_other() {
    let home = tempfile::tempdir().unwrap();
    let plain = text(MONEY, BEDS);
    let asked = plain.trim_end().strip_suffix(",\n)").unwrap().to_owned() + DECIDE;
    let read = |name: &str, text: &str| {
        let path = home.path().join(name);
        std::fs::write(&path, text).unwrap();
        file::read(&path, None).unwrap().0
    };
    let asked = read("asked.ron", &asked);
    assert!(asked.decide.is_some());
    let [found, plain] = [&asked, &read("plain.ron", &plain)].map(self::found);
    assert!(found.decisions.iter().all(|d| d.without.is_some()));
    assert_eq!(found.decisions, plain.decisions);
    // A sweep sets its numbers likewise, to what no lever could be.
    small_run::carecast(home.path())
        .args(["sweep", "asked.ron", "--over", "money.amount=0;400"])
        .args(["--replicates", "16", "--quiet"])
        .assert()
        .success();
}

#[test]
fn a_decision_that_others_cannot_do_without_is_not_told_to_be_idle() {
    let mut found = found(&scenario(MONEY, BEDS));
    let said = |t: &Timing| words::verdict(t).join(" ");
    for decision in &mut found.decisions {
        decision.start = found.to;
        decision.later.clear();
        let without = decision.without.as_mut().unwrap();
        without.chances[0].1.verdict = Verdict::CannotTell;
    }
    assert!(said(&found).contains("Leaving out any one of 2 clearly changes none"));
    found.decisions[0].without = None;
    assert!(said(&found).contains("Leaving out 1 of them clearly changes none"));
}

#[test]
fn a_plan_is_never_enough_for_what_nothing_reaches() {
    let found = found(&scenario(
        MONEY,
        r#"(indicator: "beds_per_10k", at_least: 300, by: 2030)"#,
    ));
    assert_eq!(found.asked[0].enough(), Enough::Never);
    assert!(found.decisions.iter().all(|d| !d.cannot_wait()));
}

fn asked(home: &Path, name: &str, threads: &str) -> std::path::PathBuf {
    let out = format!("out-{threads}");
    small_run::carecast(home)
        .args(["decide", "when", name, "--replicates", "64", "--quiet"])
        .args(["--threads", threads, "--out", &out])
        .assert()
        .success()
        .stdout(contains("Of the 2 decisions of this plan"));
    home.join(out).join("beds-when")
}

#[test]
fn the_answer_is_the_same_on_any_number_of_threads_and_can_be_lived_again() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("beds.ron"), text(MONEY, BEDS)).unwrap();
    let [one, two] = ["1", "2"].map(|threads| asked(home.path(), "beds.ron", threads));
    let [mut a, mut b] = [&one, &two].map(|folder| small_run::files(folder));
    for files in [&mut a, &mut b] {
        files.retain(|name, _| !name.ends_with("manifest.json"));
    }
    assert_eq!(a.keys().collect::<Vec<_>>(), b.keys().collect::<Vec<_>>());
    assert!(a == b);
    for wanted in [
        "when.md",
        "waiting.csv",
        "last_starts.csv",
        "enough.csv",
        "charts/waiting.svg",
    ] {
        assert!(a.keys().any(|name| name.ends_with(wanted)), "{wanted}");
    }
    small_run::carecast(home.path())
        .args(["verify", "out-1/beds-when", "--quiet"])
        .assert()
        .success()
        .stdout(contains("identical"));
    small_run::carecast(home.path())
        .args(["plot", "out-1/beds-when"])
        .assert()
        .success();
}

#[test]
fn a_title_is_shown_as_it_was_typed() {
    let home = tempfile::tempdir().unwrap();
    let typed = r#"Beds [by 2030] & "more" <now>"#;
    let title = format!("title: {typed:?}");
    let text = text(MONEY, BEDS).replace("title: \"Beds by 2030\"", &title);
    std::fs::write(home.path().join("beds.ron"), text).unwrap();
    let out = asked(home.path(), "beds.ron", "1");
    let page = std::fs::read_to_string(out.join("when.html")).unwrap();
    let told = "Beds [by 2030] &amp; &quot;more&quot; &lt;now&gt;";
    for tag in ["<h1>", "<title>"] {
        assert!(page.contains(&format!("{tag}{told}")), "{page}");
    }
}

#[test]
fn what_cannot_be_asked_is_refused_with_a_way_out() {
    let home = tempfile::tempdir().unwrap();
    for (policies, targets, said) in [
        ("", BEDS, "has no policies whose start could be moved"),
        (
            MONEY,
            r#"(indicator: "beds_per_10k", at_least: 33, by: 2024)"#,
            "asks no target that is due in its years",
        ),
    ] {
        std::fs::write(home.path().join("beds.ron"), text(policies, targets)).unwrap();
        small_run::carecast(home.path())
            .args(["decide", "when", "beds.ron", "--replicates", "16"])
            .assert()
            .code(2)
            .stderr(contains(said));
        assert!(!home.path().join("out/beds-when/manifest.json").exists());
    }
}

#[test]
fn json_says_what_the_files_hold() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("beds.ron"), text(MONEY, BEDS)).unwrap();
    let said = small_run::carecast(home.path())
        .args([
            "decide",
            "when",
            "beds.ron",
            "--replicates",
            "32",
            "--quiet",
            "--json",
        ])
        .assert()
        .success();
    let said: Timing = serde_json::from_slice(&said.get_output().stdout).unwrap();
    let kept = std::fs::read(home.path().join("out/beds-when/timing.json")).unwrap();
    let kept: Timing = serde_json::from_slice(&kept).unwrap();
    assert_eq!(said, kept);
}
