//! What a planner says of a task beside its decision: reports of its progress tell which futures can be,
//! and its product is what the planner says it is.

use crate::support::lived::lived as live;
use crate::support::small_run::carecast;
use carecast::internals::base::Base;
use carecast::internals::engine::{Options, run};
use carecast::internals::results::{Came, Findings, PolicyUsed};
use carecast::internals::scenario::Scenario;
use carecast::internals::scenario::file::from_text;
use carecast::internals::study::compare::{self, Candidate};

const LINKS: &str = "do: SatelliteHospitals(links: [(core: \"cho-ray\", satellite: \"dong-nai-general\", \
    specialty: \"cardiology\", from: 2026)]), payer: Ministry";

fn scenario(name: &str, fields: &str, policies: &str) -> Scenario {
    let text = format!(
        "(title: \"{name}\", base: \"viet-nam\", years: (first: 2026, last: 2031), policies: [{policies}], {fields})"
    );
    let read = from_text(&format!("{name}.ron"), &text, Base::builtin());
    read.unwrap_or_else(|e| panic!("{}", e.render(100, false)))
        .0
}

fn lived(scenario: &Scenario, futures: u32) -> Findings {
    let options = Options {
        replicates: 0..futures,
        ..Options::of(scenario)
    };
    run(scenario, &options, &|_, _| true).expect("it lives")
}

fn policy<'a>(f: &'a Findings, id: &str) -> &'a PolicyUsed {
    f.policies.iter().find(|p| p.id == id).expect("it is told")
}

/// An assumption as drawn in every future.
fn drawn(scenario: &Scenario, id: &str, futures: u32) -> Vec<f64> {
    let at = scenario.base.assumptions.position(id).expect("known");
    let all = live(scenario, futures);
    let lanes = all.lanes();
    lanes
        .map(|(b, lane)| f64::from(b.assumed[at * b.lanes + lane]))
        .collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

#[test]
fn futures_agree_with_reports_as_often_as_bayes_says() {
    // A link is as far as the years since its first over the lag: at the end of 2027, 1 / lag.
    let links = |rest: &str| scenario("t", "", &format!("(id: \"links\", {LINKS}{rest})"));
    let (plain, told) = (
        links(""),
        links(", progress: [(year: 2027, done: 0.35, sd: 0.05)]"),
    );
    let lags = drawn(&plain, "sat.lag", 6_400);
    let likely = |lag: f64| (-0.5 * ((1.0 / lag.max(1.0) - 0.35) / 0.05).powi(2)).exp();
    let (mut sum, mut of) = (0.0, 0.0);
    for lag in &lags {
        sum += likely(*lag) * lag;
        of += likely(*lag);
    }
    let expected = sum / of;
    let agreed = drawn(&told, "sat.lag", 1_600);
    assert!((mean(&lags) - 2.0).abs() < 0.05, "{}", mean(&lags));
    assert!(expected > 2.5, "{expected}");
    assert!(
        (mean(&agreed) - expected).abs() < 0.03,
        "{} {expected}",
        mean(&agreed)
    );
    // As many are taken as the likelihood says on average.
    let f = lived(&told, 1_600);
    let taken = f.agreed.expect("reports tell");
    assert_eq!(taken.agree, 1_600);
    let share = f64::from(taken.agree) / f64::from(taken.of);
    assert!((share - of / lags.len() as f64).abs() < 0.03, "{share}");
    assert!(policy(&f, "links").reports_tell);
}

#[test]
fn a_report_at_a_month_stands_between_two_year_ends() {
    // Between nothing at the end of 2026 and 1 / lag at the end of 2027.
    let links = |rest: &str| scenario("t", "", &format!("(id: \"links\", {LINKS}{rest})"));
    let half = links(", progress: [(year: 2027, month: 6, done: 0.175, sd: 0.025)]");
    let whole = links(", progress: [(year: 2027, done: 0.35, sd: 0.05)]");
    assert_eq!(drawn(&half, "sat.lag", 64), drawn(&whole, "sat.lag", 64));
}

#[test]
fn threads_and_parts_of_a_run_live_the_same_futures() {
    let money = "(id: \"money\", do: Investment(amount: Level(9000), money: Planned, split: (new_beds: Share(0.7), \
        equipment: Rest), allocation: Gap), to: 2030, payer: Ministry, progress: [(year: 2026, month: 9, done: 0.1)])";
    let told = scenario("t", "", money);
    let one = lived(&told, 96);
    let again = scenario("t", "", money);
    let options = Options {
        replicates: 0..96,
        threads: Some(1),
        ..Options::of(&again)
    };
    let other = run(&again, &options, &|_, _| true).expect("it lives");
    let chances = |f: &Findings| f.targets.iter().map(|t| t.probability).collect::<Vec<_>>();
    assert_eq!(chances(&one), chances(&other));
    // More futures begin with the same ones.
    let more = drawn(&scenario("t", "", money), "capex.bed_share_central", 160);
    assert_eq!(drawn(&told, "capex.bed_share_central", 48), more[..48]);
}

#[test]
fn all_options_are_lived_in_the_futures_of_the_reference() {
    let told = format!("(id: \"links\", {LINKS}, progress: [(year: 2027, done: 0.35, sd: 0.05)])");
    let (with, without) = (scenario("a", "", &told), scenario("b", "", ""));
    let asked = [with.clone(), without].map(|scenario| Candidate {
        name: scenario.name.clone(),
        file: scenario.name.clone(),
        scenario,
    });
    let how = compare::Options {
        threads: None,
        replicates: 0..320,
        attribute: false,
    };
    let both = compare::compare(&asked, 0, &how, &|_, _| true).expect("they live");
    let f = lived(&with, 320);
    let alone = f
        .targets
        .iter()
        .find(|t| t.indicator == "beds_per_10k")
        .expect("asked");
    let question = both
        .questions
        .iter()
        .position(|q| q.indicator == "beds_per_10k");
    assert!(question.is_some() && alone.probability.is_some());
    let told = both.answer(question.expect("asked"), 0).probability;
    assert_eq!(told, alone.probability);
    assert_eq!(both.agreed, f.agreed);
    // The links alone differ: beds are the same in every future.
    let change = both.answer(question.expect("asked"), 1).difference;
    assert!(
        change.is_none_or(|d| d.mean == 0.0 && d.sd == 0.0),
        "{change:?}"
    );
}

#[test]
fn reports_that_no_future_agrees_with_are_refused() {
    let far = format!("(id: \"links\", {LINKS}, progress: [(year: 2026, done: 1, sd: 0.05)])");
    let scenario = scenario("t", "", &far);
    let options = Options::of(&scenario);
    let said = run(&scenario, &options, &|_, _| true)
        .map(|_| ())
        .expect_err("none agrees");
    assert!(said.to_string().contains("`progress`"), "{said}");
}

#[test]
fn a_product_is_what_its_planner_says() {
    let stay = |id: &str, product: &str| {
        format!(
            "(id: \"{id}\", do: RetirementExtension(occupation: \"doctor\", share: 0.25, to_age: 65), deadline: 2030{product})"
        )
    };
    let asked = "targets: Only([(indicator: \"doctors_per_10k\", at_least: 17, by: 2030)]),";
    let reach = ", product: Reaches(indicator: \"doctors_per_10k\", at_least: 17)";
    let f = lived(&scenario("t", asked, &stay("stay", reach)), 320);
    let target = f.headlines().next().expect("asked");
    let (chance, task) = (target.probability.expect("due"), policy(&f, "stay"));
    // Both are judged on people with what the model misses.
    let years = f.years.iter().position(|y| y.0 == 2030).expect("lived");
    let on_time = task.on_time.expect("a deadline");
    assert_eq!(Some(&on_time), task.done.get(years - 1));
    assert!(
        (chance.value - on_time.value).abs() < 1e-9 && task.product.contains("at least 17"),
        "{}",
        task.product
    );
    let milestone = ", product: Milestone(\"MILESTONE\")";
    let id = &Base::builtin().milestones[0].id;
    let f = lived(
        &scenario("t", "", &stay("stay", &milestone.replace("MILESTONE", id))),
        32,
    );
    assert!(policy(&f, "stay").product.starts_with("milestone reached"));
}

#[test]
fn tasks_that_were_due_before_the_run_are_done_late_or_unknown() {
    let due = |id: &str, reports: &str| {
        format!(
            "(id: \"{id}\", do: Incentives(employers: [Commune], points: 5), deadline: 2025, progress: [{reports}])"
        )
    };
    let all = [
        due("in-time", "(year: 2025, month: 11, done: 1)"),
        due(
            "late",
            "(year: 2025, month: 12, done: 0.6), (year: 2026, month: 3, done: 1)",
        ),
        due("silent", ""),
    ];
    let f = lived(&scenario("t", "", &all.join(", ")), 32);
    let came = ["in-time", "late", "silent"].map(|id| policy(&f, id).came());
    assert_eq!(
        came,
        [Some(Came::Done), Some(Came::Late), Some(Came::Unknown)]
    );
}

#[test]
fn the_report_says_what_was_reported_and_on_which_futures_it_rests() {
    let home = tempfile::tempdir().expect("a folder");
    let text = format!(
        "(title: \"T\", base: \"viet-nam\", years: (first: 2026, last: 2031), policies: [(id: \"links\", {LINKS}, \
         responsible: \"Bộ Y tế\", deadline: 2028, progress: [(year: 2027, done: 0.35, sd: 0.05, source: \"report 12\")])])"
    );
    std::fs::write(home.path().join("t.ron"), text).expect("written");
    carecast(home.path())
        .args([
            "run",
            "t.ron",
            "--replicates",
            "64",
            "--quiet",
            "--no-charts",
        ])
        .assert()
        .code(0);
    let read =
        |name: &str| std::fs::read_to_string(home.path().join("out/t").join(name)).expect(name);
    let report = crate::support::page::read(&home.path().join("out/t"), "report");
    assert!(report.contains("35% by 12/2027 (report 12)"), "{report}");
    assert_eq!(
        report.matches("64 agree with them").count(),
        2,
        "on the first page and at the tasks"
    );
    let tasks = read("tasks.csv");
    assert!(
        tasks.contains("2027-12 0.35") && tasks.contains(",yes,"),
        "{tasks}"
    );
}
