//! A run has one question, and every output leads with it.

use crate::support::lived::{compared, found, written};
use crate::support::small_run::carecast;
use crate::support::workbook::{Book, Cell};
use carecast::internals::base::{Base, Target, TargetStatus};
use carecast::internals::report::{self, Pictures};
use carecast::internals::results::{NATION, Standing};
use carecast::internals::scenario::file::from_text;
use carecast::internals::scenario::{Question, Scenario};
use std::fs;

/// Fields of a scenario of the built-in base without decisions.
fn scenario(fields: &str) -> Scenario {
    let text = format!(
        "(title: \"T\", base: \"viet-nam\", years: (first: 2026, last: 2030), policies: [], {fields})"
    );
    let (scenario, _) = from_text("t.ron", &text, Base::builtin()).expect("sound");
    scenario
}

/// Ids asked, in their order.
fn asked(fields: &str) -> Vec<String> {
    let question = scenario(fields).question;
    question.asked.into_iter().map(|(id, _)| id).collect()
}

#[test]
fn own_targets_come_before_the_places_and_these_before_the_nations() {
    let own = "targets: AdoptedAnd([(indicator: \"beds_per_10k\", at_least: 38, by: 2030), \
        (indicator: \"life_expectancy\", at_least: 76.5, by: 2030)])";
    let ids = asked(own);
    assert_eq!(
        ids,
        [
            "beds_per_10k/nation/2030/at-least-38",
            "life_expectancy/nation/2030/at-least-76.5"
        ]
    );

    // What is adopted already is asked by being written, and answered once.
    let adopted = "targets: AdoptedAnd([(indicator: \"beds_per_10k\", at_least: 35, by: 2030)])";
    assert_eq!(asked(adopted), ["beds_per_10k/nation/2030/qd201"]);
    let targets = scenario(adopted).targets;
    let beds = targets.iter().filter(|t| {
        (t.indicator.as_str(), t.scope.as_str(), t.year.0) == ("beds_per_10k", NATION, 2030)
    });
    assert_eq!(beds.count(), 1);

    // The drafts of a province are answered, and asked behind its own.
    let both = asked(&format!("province: \"lai-chau\", {own}"));
    assert_eq!(both[..2], ids[..]);
    assert!(
        both.len() > 8 && both[2..].iter().all(|id| id.contains("/lai-chau/")),
        "{both:?}"
    );

    let base = Base::builtin();
    let nation =
        |t: &&Target| t.scope == NATION && t.status == TargetStatus::Adopted && t.year.0 <= 2030;
    let nation: Vec<String> = base
        .targets
        .iter()
        .filter(nation)
        .map(|t| t.id.clone())
        .collect();
    assert_eq!(asked(""), nation);
    assert_eq!(asked("province: \"lai-chau\", question: Nation"), nation);
    // A province without a target of its own asks the nation's.
    assert_eq!(asked("province: \"son-la\""), nation);
    // Only what is written, whatever the place has.
    let only = own.replace("AdoptedAnd", "Only");
    assert_eq!(asked(&format!("province: \"lai-chau\", {only}")), ids);
}

#[test]
fn a_draft_that_the_scenario_writes_itself_is_asked_once() {
    let own = "(indicator: \"stunting_under_5\", below: 0.17, by: 2030, scope: \"lai-chau\")";
    let ids = asked(&format!(
        "province: \"lai-chau\", targets: AdoptedAnd([{own}])"
    ));
    let stunting: Vec<&String> = ids.iter().filter(|id| id.starts_with("stunting")).collect();
    assert_eq!(stunting, ["stunting_under_5/lai-chau/2030/below-0.17"]);
}

#[test]
fn what_is_asked_comes_first_in_every_output() {
    // A made-up question: the one function that decides what is asked is put out of play.
    let mut scenario = scenario(
        "targets: AdoptedAnd([(indicator: \"managed_beds_per_10k\", at_least: 3, by: 2029, scope: \"son-la\")])",
    );
    let made_up = "managed_beds_per_10k/son-la/2029/at-least-3";
    scenario.question = Question {
        asked: vec![(made_up.to_owned(), Standing::Own)],
    };
    // Assumptions are told apart from a hundred futures on.
    let found = found(&scenario, 128);
    let claim = "managed";
    let first = &found.targets[0];
    assert_eq!(first.id, made_up);
    assert_eq!(found.headlines().count(), 1);
    assert_eq!(found.asked_place(), "son-la");
    let lines = report::headlines(&found, 5);
    assert_eq!(lines.len(), 1);
    assert!(
        lines[0].contains(claim) && lines[0].contains("Sơn La"),
        "{lines:?}"
    );

    let home = tempfile::tempdir().expect("a folder");
    let out = home.path().join("t");
    written(&found, &scenario, &out, Pictures::Svg);

    let page = crate::support::page::read(&out, "report");
    let first = page.split("\n---\n").next().expect("a first page");
    let row = first.lines().filter(|line| line.starts_with("| ")).nth(2);
    let row = row.expect("a table").to_lowercase();
    assert!(row.contains(claim), "{row}");
    let heading = |words: &str| {
        let at = page.find(words);
        at.unwrap_or_else(|| panic!("no {words} in {page}"))
    };
    assert!(heading("Sơn La: the answers") < heading("## Looking back"));

    let mut targets = csv::Reader::from_path(out.join("targets.csv")).expect("a table");
    let head = targets.headers().expect("a head").clone();
    let at = head.iter().position(|c| c == "id").expect("ids");
    let row = targets.records().next().expect("a row").expect("a row");
    assert_eq!(&row[at], made_up);

    let drivers = fs::read_to_string(out.join("drivers.csv")).expect("a table");
    let mut drivers = drivers.lines().skip(1).peekable();
    assert!(drivers.peek().is_some(), "some assumption is told");
    assert!(drivers.all(|line| line.contains(made_up)));

    let pictures: Vec<String> = fs::read_dir(out.join("charts"))
        .expect("pictures")
        .map(|e| {
            e.expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .filter(|name| name.ends_with(".svg"))
        .collect();
    for kind in [
        "ways",
        "attainment",
        "fan-managed_beds_per_10k-son-la",
        "exceedance-managed_beds_per_10k-2029-son-la",
    ] {
        assert!(
            pictures.iter().any(|name| name.starts_with(kind)),
            "{kind}: {pictures:?}"
        );
    }
    assert!(
        !pictures
            .iter()
            .any(|name| name.starts_with("bridge") || name == "fan-beds_per_10k.svg")
    );
    let ways = fs::read_to_string(out.join("charts/ways.svg")).expect("a picture");
    assert!(ways.contains("Sơn La: "), "the title names the place");
    let book = Book::open(&out.join("summary.xlsx"));
    let sheet = book.sheet("Targets");
    let claims: Vec<String> = sheet
        .column(sheet.titled("Target"))
        .map(Cell::text)
        .collect();
    let place = |what: &str| {
        let at = claims.iter().position(|t| t.to_lowercase().contains(what));
        at.unwrap_or_else(|| panic!("no {what} in {claims:?}"))
    };
    assert!(place(claim) < place("hospital beds"), "{claims:?}");
}

#[test]
fn a_comparison_asks_the_references_question_and_marks_what_others_ask_besides() {
    let stunting = "(indicator: \"stunting_under_5\", at_most: 0.17, by: 2030, scope: \"son-la\")";
    let beds = "(indicator: \"beds_per_10k\", at_least: 30, by: 2030, scope: \"son-la\")";
    let all = [
        ("a", scenario(&format!("targets: Only([{stunting}])"))),
        ("b", scenario(&format!("targets: Only([{beds}])"))),
    ];
    let found = compared(&all, 32, false);
    let asked: Vec<(&str, Option<usize>)> = found
        .questions
        .iter()
        .filter(|q| q.headline)
        .map(|q| (q.indicator.as_str(), q.asked_by))
        .collect();
    assert_eq!(
        asked,
        [("stunting_under_5", None), ("beds_per_10k", Some(1))]
    );
    // Values are read where both are asked.
    let local = |q: &&carecast::internals::results::comparison::Question| q.threshold.is_none();
    let values: Vec<&str> = found
        .questions
        .iter()
        .filter(local)
        .map(|q| q.scope.as_str())
        .collect();
    assert!(values.contains(&"son-la"), "{values:?}");
    assert!(
        values
            .iter()
            .all(|scope| ["son-la", NATION].contains(scope))
    );
}

/// How often a target holds, of 128 futures.
fn chance(target: &str) -> f64 {
    chance_with("", target)
}

/// The same with decisions.
fn chance_with(policies: &str, target: &str) -> f64 {
    let text = format!(
        "(title: \"T\", base: \"viet-nam\", years: (first: 2026, last: 2030), \
         policies: [{policies}], targets: Only([{target}]))"
    );
    let (scenario, _) = from_text("t.ron", &text, Base::builtin()).expect("sound");
    let answer = found(&scenario, 128).targets[0].probability;
    answer.expect("an answer").value
}

#[test]
fn bands_and_strict_bounds_are_met_as_they_are_written() {
    let beds = |bound: &str| chance(&format!("(indicator: \"beds_per_10k\", {bound}, by: 2030)"));
    let (low, high) = (beds("at_least: 34"), beds("at_least: 35"));
    let band = beds("at_least: 34, at_most: 35");
    assert!(0.0 < band && band < 1.0, "{band}");
    assert!((band - (low - high)).abs() < 1e-9, "{low} {band} {high}");
    // A milestone is 0 or 1: over 0 is reached, below 1 is not.
    let milestone = |bound: &str| {
        let id = "milestone:lai-chau-grade-1";
        let work = "(id: \"grade\", from: 2026, payer: Provincial, \
            do: ReachMilestone(milestone: \"lai-chau-grade-1\", by: 2029, cost: 200))";
        let target = format!("(indicator: \"{id}\", {bound}, by: 2030, scope: \"lai-chau\")");
        chance_with(work, &target)
    };
    let reached = milestone("at_least: 1");
    assert!(0.0 < reached && reached < 1.0, "{reached}");
    assert_eq!(milestone("over: 0"), reached);
    assert_eq!(milestone("below: 1"), 1.0 - reached);
    assert_eq!(milestone("at_most: 1"), 1.0);
}

#[test]
fn from_a_year_on_holds_where_each_year_end_does() {
    let cover = |when: &str| {
        chance(&format!(
            "(indicator: \"insurance_cover\", at_least: 0.957, {when})"
        ))
    };
    let each: Vec<f64> = (2026..=2030).map(|y| cover(&format!("by: {y}"))).collect();
    let on = cover("from: 2026");
    let least = each.iter().copied().fold(1.0, f64::min);
    assert!(0.0 < on && on <= least && least < 1.0, "{on} {each:?}");
    assert_eq!(cover("from: 2026, by: 2030"), on);
    assert_eq!(cover("from: 2030"), each[4]);
    assert!(cover("from: 2026, by: 2027") >= on);

    // So it is of each province that is asked what the nation is.
    let of_provinces = |when: &str| -> Vec<f64> {
        let target = format!("(indicator: \"beds_per_10k\", at_least: 35, {when})");
        let found = found(&scenario(&format!("targets: Only([{target}])")), 128);
        let rows = found.province_probability.iter();
        rows.filter(|r| r.indicator == "beds_per_10k")
            .map(|r| r.probability.value)
            .collect()
    };
    let (at_end, on) = (of_provinces("by: 2030"), of_provinces("from: 2026"));
    assert_eq!((at_end.len(), on.len()), (34, 34));
    assert!(on.iter().zip(&at_end).all(|(on, at_end)| on <= at_end));
    assert!(on.iter().sum::<f64>() < at_end.iter().sum::<f64>());
}

#[test]
fn what_can_be_neither_met_nor_missed_is_refused_with_a_way_out() {
    let refused = |target: &str| {
        let text = format!(
            "(title: \"T\", base: \"viet-nam\", policies: [], targets: Only([({target})]))"
        );
        let errors = from_text("t.ron", &text, Base::builtin())
            .err()
            .map(|e| e.render(100, false));
        errors.unwrap_or_else(|| panic!("{target} was taken"))
    };
    for (target, code) in [
        (
            "indicator: \"beds_per_10k\", about: 35, by: 2030",
            "target::about",
        ),
        (
            "indicator: \"beds_per_10k\", at_least: 35",
            "target::no-year",
        ),
        (
            "indicator: \"beds_per_10k\", at_least: 35, from: 2031, by: 2030",
            "target::no-year",
        ),
        (
            "indicator: \"beds_per_10k\", at_least: 36, at_most: 35, by: 2030",
            "target::empty-band",
        ),
        (
            "indicator: \"beds_per_10k\", at_least: 36, over: 35, by: 2030",
            "target::two-thresholds",
        ),
    ] {
        let said = refused(target);
        assert!(
            said.contains(code) && said.contains("help"),
            "{target}: {said}"
        );
    }
}

#[test]
fn a_place_that_cannot_be_is_refused() {
    let home = tempfile::tempdir().expect("a folder");
    let says = |fields: &str| {
        let text = format!("(title: \"T\", base: \"viet-nam\", policies: [], {fields})");
        fs::write(home.path().join("t.ron"), text).expect("written");
        let told = carecast(home.path())
            .args(["check", "t.ron"])
            .assert()
            .code(2);
        String::from_utf8_lossy(&told.get_output().stderr).into_owned()
    };
    assert!(says("region: \"nowhere\"").contains("scenario::unknown-region"));
    let region = Base::builtin().regions[0].code.clone();
    let both = says(&format!("province: \"lai-chau\", region: \"{region}\""));
    assert!(both.contains("scenario::two-places"), "{both}");
}

#[test]
fn what_was_due_before_the_run_is_told_from_what_was_published() {
    let bound = |what: &str| {
        let found = found(&scenario(&format!("targets: Only([({what})])")), 16);
        assert_eq!(found.headlines().count(), 1, "{what}");
        report::headlines(&found, 5).remove(0)
    };
    let beds = bound("indicator: \"beds_per_10k\", at_least: 33, by: 2025");
    assert!(
        beds.contains("observed: met, 34.5 (VietnamPlus (VNA)"),
        "{beds}"
    );
    let nurses = bound("indicator: \"nurses_per_10k\", at_least: 25, by: 2025");
    assert!(
        nurses.contains("observed: missed by 10.5, 14.5"),
        "{nurses}"
    );
    let private = bound("indicator: \"private_bed_share\", at_least: 0.1, by: 2025");
    assert!(
        private.contains("observed: missed by 3 points, 7%"),
        "{private}"
    );
    let doctors = bound("indicator: \"doctors_per_10k\", over: 14, by: 2024");
    assert!(doctors.contains("observed: missed by 0, 14"), "{doctors}");
    // Beside what is still to come: it takes no part in what must hold together.
    let both = "targets: Only([(indicator: \"beds_per_10k\", at_least: 33, by: 2025), \
        (indicator: \"beds_per_10k\", at_least: 35, by: 2030), (indicator: \"doctors_per_10k\", at_least: 15, by: 2030)])";
    let beside = found(&scenario(both), 16);
    assert_eq!(beside.joint.len(), 1);
    assert_eq!(beside.joint[0].targets.len(), 2);
    let unknown = bound("indicator: \"referral_share\", at_most: 0.1, by: 2025");
    assert!(unknown.contains("observed: not published"), "{unknown}");
}
