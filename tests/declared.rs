//! What a scenario declares beside its base, and targets as plans write them: sums, followed indicators,
//! milestones, a month, a part by which something falls; and what came of the plans of years that are over.

use crate::support::lived::lived as live;
use crate::support::small_run::carecast;
use carecast::internals::base::Base;
use carecast::internals::engine::{Options, run};
use carecast::internals::results::{Findings, TargetAnswer};
use carecast::internals::scenario::Scenario;
use carecast::internals::scenario::file::from_text;
use carecast::internals::units::Year;

fn scenario(fields: &str) -> Scenario {
    let text = format!(
        "(title: \"T\", base: \"viet-nam\", years: (first: 2026, last: 2031), policies: [], {fields})"
    );
    let read = from_text("t.ron", &text, Base::builtin());
    read.unwrap_or_else(|e| panic!("{}", e.render(100, false)))
        .0
}

fn lived(scenario: &Scenario) -> Findings {
    let options = Options {
        replicates: 0..96,
        ..Options::of(scenario)
    };
    run(scenario, &options, &|_, _| true).expect("it lives")
}

fn asked<'a>(f: &'a Findings, indicator: &str) -> &'a TargetAnswer {
    let mut own = f.headlines().filter(|t| t.indicator == indicator);
    own.next().unwrap_or_else(|| panic!("{indicator} is asked"))
}

#[test]
fn a_sum_is_the_sum_of_what_its_parts_are_judged_on_in_every_future() {
    let staff = "indicators: [(id: \"staff_per_10k\", title: \"Doctors and nurses per 10,000 people\", \
        is: Sum([\"doctors_per_10k\", \"nurses_per_10k\"]))], \
        targets: Only([(indicator: \"staff_per_10k\", at_least: 40, by: 2030)])";
    let scenario = scenario(staff);
    let all = live(&scenario, 32);
    let of = |id: &str| all.nation(id, 2030);
    let parts = of("doctors_per_10k_expected")
        .into_iter()
        .zip(of("nurses_per_10k_expected"));
    for (sum, (doctors, nurses)) in of("staff_per_10k").into_iter().zip(parts) {
        assert!(
            (sum - doctors - nurses).abs() < 1e-4,
            "{sum} {doctors} {nurses}"
        );
    }
    let f = lived(&scenario);
    let staff = asked(&f, "staff_per_10k");
    assert!(staff.probability.is_some());
    // What is missing is told in heads: all occupations stand over the same people.
    let middle = |id: &str| {
        let summary = f.summary("nation", id, Year(2030)).expect("read");
        summary.median()
    };
    let short = (40.0 - middle("staff_per_10k")) * middle("people") / 10_000.0;
    let gap = staff.median_gap.expect("heads");
    assert!(
        short > 1_000.0 && (gap / short - 1.0).abs() < 0.01,
        "{gap} {short}"
    );
    assert_eq!(f.counts("staff_per_10k"), "doctors and nurses");
    // It comes back from what is written out.
    let again = from_text("t.ron", &scenario.resolved(), Base::builtin())
        .expect("sound")
        .0;
    assert_eq!(again.resolved(), scenario.resolved());
    assert_eq!(again.base.sums, scenario.base.sums);
}

#[test]
fn a_followed_indicator_moves_by_its_trend_and_stands_where_its_place_stands() {
    let books = "province: \"lai-chau\", indicators: [(id: \"health_books\", title: \"People with a health book\", \
        is: Followed(unit: Share, value: 0.4, better: Higher, trend: Uniform(low: 0.02, high: 0.06), \
        places: [(\"lai-chau\", 0.3)]), source: \"department of health, 2025\", reason: \"three years of counts\")], \
        targets: Only([(indicator: \"health_books\", at_least: 0.5, by: 2030, scope: \"lai-chau\")])";
    let f = lived(&scenario(books));
    let years: Vec<f64> = (2026..=2031)
        .map(|year| {
            let at = f.summary(
                "lai-chau",
                "health_books",
                carecast::internals::units::Year(year),
            );
            at.expect("it is followed").median()
        })
        .collect();
    assert!(
        years.is_sorted() && years[0] > 0.3 && years[0] < 0.37,
        "{years:?}"
    );
    let chance = asked(&f, "health_books").probability.expect("due").value;
    assert!(chance > 0.05 && chance < 0.95, "{chance}");
    let law = f
        .assumptions
        .iter()
        .find(|a| a.id == "track.health_books.trend");
    assert_eq!(format!("{:?}", law.expect("it is told").grade), "E");
}

#[test]
fn a_milestone_of_a_scenario_is_asked_like_those_of_the_base() {
    let centre = "milestones: [(id: \"centre\", title: \"A centre opens\", planned: 2028, under_way: true, \
        reference: \"provincial-hospital\", source: \"plan of 2025\", grade: B)], \
        targets: Only([(indicator: \"milestone:centre\", at_least: 1, by: 2029)])";
    let f = lived(&scenario(centre));
    let chance = asked(&f, "milestone:centre")
        .probability
        .expect("due")
        .value;
    assert!(chance > 0.02 && chance < 0.98, "{chance}");
}

#[test]
fn a_month_lies_on_the_straight_line_between_two_year_ends() {
    let plain = "uncertainty: none,";
    let at = |year: i32| live(&scenario(plain), 1).nation("beds_per_10k", year)[0];
    let march = at(2029) + (at(2030) - at(2029)) * 0.25;
    let chance = |threshold: f64, when: &str| {
        let target = format!(
            "{plain} targets: Only([(indicator: \"beds_per_10k\", at_least: {threshold}, {when})])"
        );
        let f = lived(&scenario(&target));
        let own = f
            .headlines()
            .find(|t| t.indicator == "beds_per_10k")
            .expect("asked");
        own.probability.expect("due").value
    };
    let of_march = "by: 2030, by_month: 3";
    assert_eq!(chance(march - 1e-3, of_march), 1.0);
    assert_eq!(chance(march + 1e-3, of_march), 0.0);
    assert_eq!(chance(march + 1e-3, "by: 2030"), 1.0);
}

#[test]
fn a_part_by_which_something_falls_is_reckoned_from_what_is_published() {
    let fall = "targets: Only([(indicator: \"insurance_cover\", reduce_by: 0.1, by: 2030, scope: \"lai-chau\")])";
    let target = scenario(fall).targets.remove(0);
    assert!((target.threshold - 0.855).abs() < 1e-9, "{}", target.id);
}

#[test]
fn what_was_asked_for_by_now_heads_the_history() {
    let home = tempfile::tempdir().expect("a folder");
    carecast(home.path())
        .args([
            "run",
            "lai-chau",
            "--replicates",
            "64",
            "--quiet",
            "--no-charts",
        ])
        .assert()
        .code(0);
    let report = crate::support::page::read(&home.path().join("out/lai-chau"), "report");
    let (_, marks) = report
        .split_once("What was asked for by now")
        .expect("a section");
    let marks = &marks[..marks.find("\n## ").unwrap_or(marks.len())];
    for (asked, came) in [
        (
            "At least 33 hospital beds per 10,000 people at the end of 2025",
            "observed: met",
        ),
        (
            "At least 25 nurses per 10,000 people at the end of 2025",
            "observed: missed by 10.5",
        ),
        (
            "At least 3.4 pharmacists per 10,000 people at the end of 2025",
            "not published",
        ),
        ("at least 10%", "missed by 3 points"),
        (
            "At least 13.5 doctors per 10,000 people at the end of 2024",
            "observed: met",
        ),
    ] {
        let line = marks.lines().find(|line| line.contains(asked));
        assert!(
            line.is_some_and(|line| line.contains(came)),
            "{asked}: {came}\n{marks}"
        );
    }
    assert!(report.contains("a policy's effect on it is assumed (grade E)"));
}
