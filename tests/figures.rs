//! Who asks may know a figure better than the base: it takes its place, the others make room, and what is
//! published of the nation stays. Where a province counts otherwise itself, its targets are judged on that.

use crate::support::lived::{compared, found, written};
use crate::support::small_run::carecast;
use carecast::internals::base::{Base, Ranged};
use carecast::internals::report::{self, Pictures};
use carecast::internals::results::comparison::Attribution;
use carecast::internals::results::{Findings, TargetAnswer};
use carecast::internals::scenario::Scenario;
use carecast::internals::scenario::file::{from_text, read};
use std::fs;
use std::path::Path;
use std::time::SystemTime;

const HUNG_YEN: &str = "(what: \"doctors\", of: \"hung-yen\", value: 3882, \
     source: \"Department of Health, report of 2025\", grade: B)";

fn text(fields: &str) -> String {
    let policies = if fields.contains("policies:") {
        ""
    } else {
        "policies: [], "
    };
    format!(
        "(title: \"T\", base: \"viet-nam\", years: (first: 2026, last: 2030), {policies}{fields})"
    )
}

/// A scenario of the built-in base with these fields.
fn scenario(fields: &str) -> Scenario {
    match from_text("t.ron", &text(fields), Base::builtin()) {
        Ok((scenario, _)) => scenario,
        Err(rejected) => panic!("{}", rejected.render(100, false)),
    }
}

/// Codes and messages of what is told of a scenario with these figures.
fn told(figures: &str) -> Vec<(&'static str, String)> {
    let all = match from_text(
        "t.ron",
        &text(&format!("figures: [{figures}]")),
        Base::builtin(),
    ) {
        Ok((_, warnings)) => warnings.all,
        Err(rejected) => rejected.problems.all,
    };
    let all = all.into_iter().filter(|p| p.code.starts_with("figure"));
    all.map(|p| (p.code, p.message)).collect()
}

fn doctors(base: &Base) -> Vec<Ranged> {
    let at = base.occupations.iter().position(|o| o.plural == "doctors");
    let at = at.expect("there are doctors");
    let each = base.provinces.iter();
    each.map(|p| p.staff[at].expect("known by province"))
        .collect()
}

fn target<'a>(f: &'a Findings, indicator: &str, scope: &str) -> &'a TargetAnswer {
    let mut all = f.targets.iter();
    let own = all.find(|a| a.scope == scope && f.plain(&a.indicator) == indicator);
    own.unwrap_or_else(|| panic!("{indicator} of {scope}"))
}

#[test]
fn hung_yens_own_doctors_are_taken_and_the_nation_stays() {
    let with = scenario(&format!("figures: [{HUNG_YEN}]"));
    let (old, new) = (doctors(&Base::builtin()), doctors(&with.base));
    let at = with.base.province("hung-yen").unwrap();
    assert_eq!(new[at], Ranged::single(3882.0));
    let sum = |row: &[Ranged]| row.iter().map(|r| r.central).sum::<f64>();
    assert_eq!(sum(&new), sum(&old));
    // The others share 5,126 - 3,882 = 1,244 heads in proportion, each to the nearest whole one.
    let factor = (sum(&old) - 3882.0) / (sum(&old) - 5126.0);
    for (p, (old, new)) in old.iter().zip(&new).enumerate() {
        if p != at {
            assert!((new.central - old.central * factor).abs() <= 1.0);
            assert!((new.low / new.central - old.low / old.central).abs() < 1e-12);
        }
    }
    // Nothing else of the base moves.
    let mut back = (*with.base).clone();
    for (p, own) in back.provinces.iter_mut().zip(&Base::builtin().provinces) {
        p.staff.clone_from(&own.staff);
    }
    assert_eq!(back, *Base::builtin());

    let (plain, with) = (found(&scenario(""), 64), found(&with, 64));
    let base = plain.years[0];
    let ratio = |f: &Findings, place: &str| {
        let summary = f.summary(place, "doctors_per_10k", base).expect("a ratio");
        (summary.percentiles[0], summary.percentiles[6])
    };
    let own = 3882.0 / 332.6359;
    let (low, high) = ratio(&with, "hung-yen");
    assert!((low - own).abs() < 1e-3 && (high - own).abs() < 1e-3);
    assert_eq!(ratio(&with, "nation"), ratio(&plain, "nation"));
    assert_eq!(ratio(&plain, "nation").0, ratio(&plain, "nation").1);

    // What was replaced, and what that moved.
    let [used] = &with.figures[..] else {
        panic!("one figure, got {:?}", with.figures);
    };
    assert_eq!((used.before, used.value), (Some(5126.0), 3882.0));
    assert!(used.before_source.contains("S146") && used.source.contains("2025"));
    let own: Vec<_> = with.figures_moved.iter().filter(|m| m.own).collect();
    assert_eq!(own.len(), 1);
    assert!((own[0].before - 15.41).abs() < 0.01 && (own[0].after - 11.67).abs() < 0.01);
    assert_eq!(with.figures_moved.len(), 34);
}

#[test]
fn figures_equal_to_the_bases_move_no_byte() {
    let base = Base::builtin();
    let home = tempfile::tempdir().unwrap();
    let printed = carecast(home.path())
        .args(["facts", "hung-yen", "--figures"])
        .assert()
        .success();
    let field = String::from_utf8(printed.get_output().stdout.clone()).unwrap();
    let same = scenario(field.trim());
    assert_eq!(same.figures.len(), 3, "{field}");
    assert_eq!(*same.base, *base);
    let moved = &same.replaced.moved;
    assert!(!moved.is_empty() && moved.iter().all(|m| m.before == m.after && m.own));

    // The table says the same as the field.
    let printed = carecast(home.path())
        .args(["facts", "hung-yen", "--figures", "--csv"])
        .assert()
        .success();
    fs::write(home.path().join("mine.csv"), &printed.get_output().stdout).unwrap();
    let path = home.path().join("t.ron");
    fs::write(&path, text("figures_from: \"mine.csv\"")).unwrap();
    let (table, _) = read(&path, None).unwrap();
    assert_eq!(table.figures, same.figures);
    assert_eq!(table.resolved(), same.resolved());
    assert_eq!(table.behind.len(), 1);

    let tables = |scenario: &Scenario, name: &str| {
        let folder = home.path().join(name);
        written(&found(scenario, 48), scenario, &folder, Pictures::No);
        ["summary.csv", "targets.csv", "ledger.csv", "costs.csv"]
            .map(|file| fs::read(folder.join(file)).unwrap())
    };
    assert!(tables(&scenario(""), "plain") == tables(&same, "same"));
}

#[test]
fn a_hospital_a_followed_value_and_a_price_are_stated() {
    let figures = "figures: [\
        (what: \"beds\", of: \"thai-binh-general\", value: 900, source: \"Decision\", grade: A), \
        (what: \"facilities_with_emr\", of: \"hung-yen\", value: 0.4, low: 0.3, high: 0.5, source: \"guess\", grade: E, reason: \"a visit\"), \
        (what: \"cost.station\", value: 7.5, low: 7, high: 8, source: \"Plan 12\", grade: A)]";
    let with = scenario(&format!(
        "{figures}, policies: [(id: \"s\", do: StationUpgrade(pace: Share(0.1)), from: 2027, to: 2030, payer: Provincial)]"
    ));
    let base = &with.base;
    let hospital = &base.facilities[base.facility("thai-binh-general").unwrap()];
    assert!(hospital.beds_known && hospital.beds == 900.0);
    assert_eq!(base.provinces, Base::builtin().provinces);
    let price = base.assumptions.get("cost.station").unwrap();
    assert_eq!(price.source, "Plan 12");
    let inside = |q: f64| price.quantile(q);
    assert!((inside(0.1) - 7.0).abs() < 1e-6 && (inside(0.5) - 7.5).abs() < 1e-9);
    let followed = base
        .tracked
        .iter()
        .position(|t| t.id == "facilities_with_emr");
    let own = base.own_value(followed.unwrap(), base.province("hung-yen").unwrap());
    assert_eq!(
        own.map(|v| (v.value, v.range)),
        Some((0.4, Some((0.3, 0.5))))
    );
    let lived = found(&with, 32);
    let price = lived.assumptions.iter().find(|a| a.id == "cost.station");
    assert!(price.is_some_and(|a| a.overridden && a.read));
    let beds = |f: &Findings, place: &str| *f.summary(place, "beds", f.years[0]).expect("beds");
    let plain = found(&scenario(""), 32);
    for place in ["nation", "hung-yen", "ha-noi"] {
        assert_eq!(beds(&lived, place), beds(&plain, place), "{place}");
    }
}

#[test]
fn what_does_not_fit_is_refused_in_plain_words() {
    let code = |figures: &str| {
        told(figures)
            .into_iter()
            .map(|(code, _)| code)
            .collect::<Vec<_>>()
    };
    let one = |what: &str, of: &str, value: &str, rest: &str| {
        format!("(what: \"{what}\", of: \"{of}\", value: {value}, source: \"s\", grade: B{rest})")
    };
    // Others lose a third of theirs.
    let far = told(&one("doctors", "ha-noi", "60000", ""));
    assert!(
        far.iter()
            .any(|(code, said)| *code == "figure::does-not-fit" && said.contains("31.2% fewer")),
        "{far:?}"
    );
    // Eight percent are told.
    assert!(code(&one("doctors", "ha-noi", "28000", "")).contains(&"figure::moves-others"));
    assert_eq!(
        code(&one("doctors", "ha-noi", "17600", "")),
        Vec::<&str>::new()
    );
    assert_eq!(
        code(&one("doctors", "ha-noi", "1760", "")),
        ["figure::out-of-band"]
    );
    assert_eq!(
        code(&one("beds", "hue", "3000", "")),
        ["figure::unlikely", "figure::does-not-fit"]
    );
    // Every province at once cannot come to another nation.
    let base = Base::builtin();
    let all = base.provinces.iter().zip(doctors(&base));
    let all: Vec<String> = all
        .map(|(p, own)| one("doctors", &p.code, &(own.central + 5.0).to_string(), ""))
        .collect();
    assert_eq!(code(&all.join(", ")), ["figure::does-not-fit"]);
    let twice = format!("{HUNG_YEN}, {}", HUNG_YEN.replace("3882", "3900"));
    assert_eq!(code(&twice), ["figure::twice"]);
    assert_eq!(
        code(&HUNG_YEN.replace("grade: B", "grade: E")),
        ["figure::assumed"]
    );
    assert_eq!(
        code(&HUNG_YEN.replace("hung-yen", "hung")),
        ["figure::unknown-place"]
    );
    assert_eq!(
        code(&HUNG_YEN.replace("Department of Health, report of 2025", " ")),
        ["figure::no-source"]
    );
    assert_eq!(
        code(&HUNG_YEN.replace("doctors", "people")),
        ["figure::unknown"]
    );
}

#[test]
fn a_province_that_counts_otherwise_is_judged_on_its_own_count() {
    let fields = "province: \"hai-phong\", targets: Only([\
        (indicator: \"beds_per_10k\", at_least: 46, by: 2030, scope: \"hai-phong\"), \
        (indicator: \"beds_per_10k\", at_least: 35, by: 2030)])";
    let judged = scenario(fields);
    let mut raked = judged.clone();
    let mut base = (*raked.base).clone();
    base.provinces.iter_mut().for_each(|p| p.published.clear());
    raked.base = base.into();
    let (judged, raked) = (found(&judged, 96), found(&raked, 96));
    // Stock, rake and nation are untouched.
    let untouched =
        |f: &Findings| serde_json::to_string(&(&f.summaries, &f.ledger, &f.costs)).unwrap();
    assert!(untouched(&judged) == untouched(&raked));
    let nation = |f: &Findings| target(f, "beds_per_10k", "nation").clone();
    assert_eq!(nation(&judged), nation(&raked));

    let own = target(&judged, "beds_per_10k", "hai-phong")
        .own_count
        .clone()
        .expect("published");
    assert_eq!((own.published, own.source_id.as_str()), (45.0, "M041"));
    assert!((own.raked - 14_537.0 / 414.3256).abs() < 1e-9);
    assert!(
        target(&raked, "beds_per_10k", "hai-phong")
            .own_count
            .is_none()
    );

    // Judged on 45 at base is asking the raked figure for as much less.
    let asked = 46.0 / own.factor();
    let other = fields.replace("at_least: 46", &format!("at_least: {asked}"));
    let mut lowered = scenario(&other);
    let mut base = (*lowered.base).clone();
    base.provinces.iter_mut().for_each(|p| p.published.clear());
    lowered.base = base.into();
    let lowered = found(&lowered, 96);
    let answer = |f: &Findings| {
        let all = f.targets.iter().filter(|a| a.scope == "hai-phong");
        let each = all.map(|a| (a.indicator.clone(), a.probability, a.by_year.clone()));
        each.collect::<Vec<_>>()
    };
    assert_eq!(answer(&judged), answer(&lowered));
    assert!(answer(&judged) != answer(&raked));
    let gap = |f: &Findings| {
        target(f, "beds_per_10k", "hai-phong")
            .expected_shortfall
            .unwrap()
    };
    assert!(gap(&lowered) > 0.0, "some futures miss it");
    assert!((gap(&judged) / gap(&lowered) - own.factor()).abs() < 1e-3);

    // An own figure of the asker takes the place of both.
    let stated = scenario(&format!(
        "{fields}, figures: [(what: \"beds\", of: \"hai-phong\", value: 18645, source: \"city\", grade: B)]"
    ));
    let stated = found(&stated, 32);
    assert!(
        target(&stated, "beds_per_10k", "hai-phong")
            .own_count
            .is_none()
    );
    let at_base = stated
        .summary("hai-phong", "beds_per_10k", stated.years[0])
        .unwrap();
    assert!((at_base.median() - 45.0).abs() < 0.01);
}

#[test]
fn a_policy_waits_for_a_target_as_it_is_judged() {
    let with = |published: bool| {
        let mut s = scenario(&text_of_waiting());
        if !published {
            let mut base = (*s.base).clone();
            base.provinces.iter_mut().for_each(|p| p.published.clear());
            s.base = base.into();
        }
        let f = found(&s, 64);
        let acts = f.policies.iter().find(|p| p.id == "w").expect("the policy");
        serde_json::to_value(acts).unwrap()
    };
    assert!(with(true) != with(false));
}

fn text_of_waiting() -> String {
    // At 45 beds the city is never behind 36; at 35 raked it is in many futures.
    "policies: [(id: \"w\", do: StationUpgrade(pace: Share(0.1), provinces: [\"hai-phong\"]), from: 2027, to: 2030, \
     payer: Provincial, when: Behind(indicator: \"beds_per_10k\", scope: \"hai-phong\", by: 2030, margin: 0))], \
     targets: AdoptedAnd([(indicator: \"beds_per_10k\", at_least: 40, by: 2030, scope: \"hai-phong\")])"
        .to_owned()
}

#[test]
fn both_counts_stand_side_by_side_in_tables_and_report() {
    let home = tempfile::tempdir().unwrap();
    let asked = scenario(&format!(
        "figures: [{HUNG_YEN}], province: \"hai-phong\", targets: Only([\
         (indicator: \"beds_per_10k\", at_least: 46, by: 2030, scope: \"hai-phong\")])"
    ));
    let lived = found(&asked, 48);
    let folder = home.path().join("out");
    written(&lived, &asked, &folder, Pictures::No);
    let file = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    let rows = |name: &str| -> Vec<std::collections::BTreeMap<String, String>> {
        let text = file(name);
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        reader.deserialize().map(|row| row.unwrap()).collect()
    };
    let targets = rows("targets.csv");
    let own = targets
        .iter()
        .find(|r| r["scope"] == "hai-phong")
        .expect("a target");
    assert_eq!(own["own_count_at_base"], "45");
    assert!(own["raked_at_base"].starts_with("35.08") && own["own_count_source"] == "M041");

    let figures = rows("figures.csv");
    let kind = |kind: &str| {
        figures
            .iter()
            .filter(|r| r["kind"] == kind)
            .collect::<Vec<_>>()
    };
    let [replaced] = kind("replaced")[..] else {
        panic!("one figure is replaced");
    };
    assert_eq!(
        (
            &*replaced["before"],
            &*replaced["value"],
            &*replaced["grade"]
        ),
        ("5126", "3882", "B")
    );
    assert_eq!(kind("moved").len(), 1);
    assert_eq!(kind("makes_room").len(), 33);
    assert_eq!(kind("published_by_the_province").len(), 3);
    let raked = kind("raked_to_the_nation");
    let up = raked
        .iter()
        .filter(|r| r["change"].parse::<f64>().unwrap() > 0.3);
    assert!(raked.len() >= 34 && up.count() >= 20, "{}", raked.len());

    let page = crate::support::page::read(&folder, "report");
    for said in [
        "Figures of the asker",
        "Department of Health, report of 2025 (B)",
        "5,126",
        "3,882",
        "Hải Phòng publishes 45.0",
        "it has 35.1",
        "The other 33 provinces share the difference in doctors",
        "Counts that provinces publish of themselves",
    ] {
        assert!(page.contains(said), "{said} in {page}");
    }
}

#[test]
fn options_with_other_figures_are_compared_and_said_to_be_so() {
    let plain = scenario("");
    let with = scenario(&format!("figures: [{HUNG_YEN}]"));
    let asked = [("plain", plain), ("own", with)];
    let found = compared(&asked, 64, true);
    let input = found
        .inputs
        .iter()
        .find(|i| i.of == "figure doctors of hung-yen");
    let input = input.expect("the figure is among the inputs");
    assert!(input.reference.is_none());
    let here = input.here.as_ref().expect("the option has it");
    assert!(
        here.value.contains("3882") && here.line == Some(1),
        "{here:?}"
    );
    let split = &found.attribution;
    let of_settings = |a: &Attribution| a.parts.iter().any(|p| p.id == "settings");
    assert!(!split.is_empty() && split.iter().all(of_settings));
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("out");
    let texts = asked.each_ref().map(|(_, scenario)| scenario.resolved());
    let block = report::comparison::block(&found, SystemTime::now(), 0.0);
    report::comparison::write(&found, &texts, true, &out, Pictures::No, block, &|| false).unwrap();
    let page = crate::support::page::read(&out, "comparison");
    assert!(page.contains("Options start from different figures of the base year"));
}

#[test]
fn a_changed_table_of_figures_is_another_question() {
    let home = tempfile::tempdir().unwrap();
    let table = |value: &str| {
        let text = format!("what,of,value,source,grade\ndoctors,hung-yen,{value},Report,B\n");
        fs::write(home.path().join("mine.csv"), text).unwrap();
    };
    let path = home.path().join("t.ron");
    fs::write(&path, text("figures_from: \"mine.csv\"")).unwrap();
    let run = |more: &[&str]| {
        let mut command = carecast(home.path());
        command.args([
            "run",
            "t.ron",
            "--replicates",
            "32",
            "--no-charts",
            "--quiet",
        ]);
        command.args(more).assert()
    };
    table("3882");
    run(&[]).success();
    let manifest = fs::read_to_string(home.path().join("out/t/manifest.json")).unwrap();
    assert!(manifest.contains("mine.csv"));
    let verify = || {
        let mut command = carecast(home.path());
        command.args(["verify", "out/t"]).assert()
    };
    verify().success();
    let resolved = |path: &Path| read(path, None).unwrap().0.resolved();
    let before = resolved(&path);
    table("3900");
    // Futures belong to what the figures make of the question; the finished run stands by itself.
    assert!(resolved(&path) != before);
    verify().success();
    // The scenario as it was run holds the figures themselves.
    let lived = fs::read_to_string(home.path().join("out/t/scenario.resolved.ron")).unwrap();
    assert!(lived.contains("value: 3882") && !lived.contains("figures_from"));
}

#[test]
fn a_file_states_anew_what_the_one_below_states() {
    let home = tempfile::tempdir().unwrap();
    let two = format!(
        "figures: [{HUNG_YEN}, (what: \"nurses\", of: \"hung-yen\", value: 3200, source: \"s\", grade: C)]"
    );
    fs::write(home.path().join("below.ron"), text(&two)).unwrap();
    let above = format!(
        "(title: \"A\", extends: \"below.ron\", figures: [{}])",
        HUNG_YEN.replace("3882", "4000")
    );
    let path = home.path().join("above.ron");
    fs::write(&path, above).unwrap();
    let (scenario, _) = read(&path, None).unwrap();
    let mut values: Vec<f64> = scenario.figures.iter().map(|f| f.value.value).collect();
    values.sort_by(f64::total_cmp);
    assert_eq!(values, [3200.0, 4000.0]);
}
