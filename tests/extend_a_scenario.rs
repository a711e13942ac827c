//! A planner builds a scenario on another: it takes up what the other says and what packages bring,
//! writes some of it anew, sees where each line comes from, and runs it again from what it left.

use assert_cmd::Command;
use carecast::internals::policy::Decision;
use carecast::internals::policy::investment::Amount;
use carecast::internals::scenario::file::{BUILT_IN, PACKAGES, ReadError, read};
use carecast::internals::scenario::{Payer, Scenario};
use carecast::internals::units::Year;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const PLANS: &str = r#"(
    title: "Plans", base: "viet-nam", seed: 5, replicates: 300,
    assumptions: {"post.match": Fixed(0.9), "exam.pass_doctor": Fixed(0.9)},
    policies: [
        (id: "money", do: Investment(amount: Level(500), money: Planned,
            split: (new_beds: Share(0.4), equipment: Rest)), // by halves
            from: 2026, to: 2030, payer: Ministry),
        (id: "old", do: TransferToProvince(hospitals: ["quy-hoa"], year: 2028), from: 2027),
    ],
    targets: Only([(indicator: "beds_per_10k", at_least: 36, by: 2030)]),
)"#;
const PACKAGE: &str = r#"(
    title: "Links", assumptions: {"post.match": Fixed(0.9)},
    policies: [(id: "links", do: SatelliteHospitals(links: [
        (core: "cho-ray", satellite: "dong-nai-general", specialty: "cardiology")]), from: 2027)],
    targets: [(indicator: "referral_share", at_most: 0.15, by: 2030)],
)"#;
const CHILD: &str = r#"(
    title: "Child", extends: "plans.ron", packages: ["more/links.ron"],
    replicates: 200, assumptions: {"exam.pass_doctor": Fixed(0.85)},
    remove: ["old"],
    policies: [(id: "old", do: TransferToProvince(hospitals: ["quy-hoa"], year: 2029), from: 2028)],
    overrides: {
        "money": (amount: Multiple(1.5), payer: Provincial, money: Disbursed, deadline: 2031),
        "money.split.new_beds": Share(0.6),
        "links.links.0.from": 2028,
    },
)"#;

fn family(child: &str) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    std::fs::create_dir(home.path().join("more")).unwrap();
    std::fs::write(home.path().join("plans.ron"), PLANS).unwrap();
    std::fs::write(home.path().join("more/links.ron"), PACKAGE).unwrap();
    std::fs::write(home.path().join("child.ron"), child).unwrap();
    home
}

fn sound(path: &Path) -> Scenario {
    let (scenario, warnings) = read(path, None).unwrap_or_else(|e| panic!("{e}"));
    let usual = [
        "target::after-last-year",
        "policy::payer-open",
        "policy::no-deadline",
        "policy::nobody-responsible",
    ];
    let new = warnings.all.iter().find(|p| !usual.contains(&p.code));
    assert_eq!(new, None);
    scenario
}

fn codes(path: &Path) -> Vec<&'static str> {
    match read(path, None) {
        Ok((_, warnings)) => warnings.all.iter().map(|p| p.code).collect(),
        Err(ReadError::Rejected(rejected)) => {
            rejected.problems.all.iter().map(|p| p.code).collect()
        }
        Err(other) => panic!("{other}"),
    }
}

fn carecast(home: &TempDir, args: &[&str]) -> String {
    let done = Command::cargo_bin("carecast")
        .unwrap()
        .current_dir(home.path())
        .args(args)
        .assert()
        .success();
    String::from_utf8_lossy(&done.get_output().stdout).into_owned()
}

#[test]
fn the_extended_file_comes_first_then_packages_then_own_fields_then_overrides() {
    let home = family(CHILD);
    let child = sound(&home.path().join("child.ron"));
    assert_eq!(
        (child.title.as_str(), child.seed, child.replicates),
        ("Child", 5, 200)
    );
    let ids: Vec<&str> = child.policies.iter().map(|p| p.id.as_str()).collect();
    assert_eq!(ids, ["links", "money", "old"]);
    let money = &child.policies[1];
    assert_eq!(
        (money.payer, money.from),
        (Some(Payer::Provincial), Year(2026))
    );
    assert_eq!(money.deadline, Some(Year(2031)));
    let Decision::Investment(decision) = &money.decision else {
        panic!("money is an investment")
    };
    assert!(matches!(&decision.amount, Amount::Multiple(m) if m.value.0 == 1.5));
    let text = child.resolved();
    let bare = text.replace(' ', "");
    for part in [
        "Share(0.6)",
        "from:2028",
        "year:2029",
        "\"exam.pass_doctor\":Fixed(0.85)",
    ] {
        assert!(bare.contains(part), "{part} in {text}");
    }
    assert!(!text.contains("extends") && !text.contains("overrides"));
    // Two targets: the parent's own, and the package's.
    assert_eq!(child.targets.len(), 2);
    // The file the text came from is JSON: it means the same.
    let json = r#"{"title": "Child", "extends": "plans.ron", "packages": ["more/links.ron"],
        "replicates": 200, "assumptions": {"exam.pass_doctor": {"Fixed": 0.85}}, "remove": ["old"],
        "policies": [{"id": "old", "do": {"TransferToProvince": {"hospitals": ["quy-hoa"], "year": 2029}},
            "from": 2028}],
        "overrides": {"money": {"amount": {"Multiple": 1.5}, "payer": "Provincial",
                "money": "Disbursed", "deadline": 2031},
            "money.split.new_beds": {"Share": 0.6}, "links.links.0.from": 2028}}"#;
    let path = home.path().join("child.json");
    std::fs::write(&path, json).unwrap();
    assert_eq!(sound(&path).resolved(), text);
}

#[test]
fn what_is_written_out_reads_back_and_names_nothing_behind_it() {
    let home = family(CHILD);
    let child = sound(&home.path().join("child.ron"));
    let alone = tempfile::tempdir().unwrap();
    let path = alone.path().join("child.ron");
    std::fs::write(&path, child.resolved()).unwrap();
    let again = sound(&path);
    assert_eq!(again.resolved(), child.resolved());
    assert_eq!(again.policies, child.policies);
    assert_eq!(again.targets, child.targets);
    assert!(again.behind.is_empty() && child.behind.len() == 2);
    // So does what is shown with its files: they stand in comments.
    std::fs::write(&path, child.shown()).unwrap();
    assert_eq!(sound(&path).resolved(), child.resolved());
}

#[test]
fn each_line_is_shown_with_the_file_it_comes_from() {
    let home = family(CHILD);
    let page = carecast(&home, &["check", "--show", "child.ron"]);
    let of = |part: &str| {
        let line = page.lines().find(|l| l.contains(part));
        let line = line.unwrap_or_else(|| panic!("{part} in\n{page}"));
        line[3..line.find("*/").unwrap()].trim().to_owned()
    };
    for (part, file) in [
        ("title:", "child.ron"),
        ("base:", "plans.ron"),
        ("years:", "(default)"),
        ("seed:", "plans.ron"),
        ("post.match", "plans.ron"),
        ("exam.pass_doctor", "child.ron"),
        ("id: \"links\"", "more/links.ron"),
        ("id: \"money\"", "plans.ron"),
        ("amount:", "child.ron"),
        ("money: Disbursed", "child.ron"),
        ("split:", "plans.ron + child.ron"),
        ("allocation:", "(default)"),
        ("deadline: 2031", "child.ron"),
        ("deadline: None", "(default)"),
        ("year: 2029", "child.ron"),
        ("targets:", "plans.ron + more/links.ron"),
    ] {
        assert_eq!(of(part), file, "{part} in\n{page}");
    }
    let margins: Vec<usize> = page.lines().map(|l| l.find("*/").unwrap()).collect();
    assert!(margins.iter().all(|m| *m == margins[0]));
}

#[test]
fn a_child_runs_again_from_what_it_left_to_the_same_bytes() {
    let home = family(CHILD);
    let run = [
        "run",
        "child.ron",
        "--replicates",
        "32",
        "--no-charts",
        "--quiet",
    ];
    carecast(&home, &run);
    let told = carecast(&home, &["verify", "out/child", "--quiet"]);
    assert!(told.contains("dentical"), "{told}");
    let manifest = std::fs::read_to_string(home.path().join("out/child/manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    let names: Vec<&str> = manifest["builds_on"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["plans.ron", "more/links.ron"]);
    // What it left is a scenario of its own: it runs to the same tables.
    std::fs::copy(
        home.path().join("out/child/scenario.resolved.ron"),
        home.path().join("alone.ron"),
    )
    .unwrap();
    carecast(&home, &["run", "alone.ron", "--no-charts", "--quiet"]);
    for table in [
        "summary.csv",
        "targets.csv",
        "costs.csv",
        "scenario.resolved.ron",
    ] {
        let of =
            |name: &str| std::fs::read(home.path().join("out").join(name).join(table)).unwrap();
        assert!(of("child") == of("alone"), "{table} differs");
    }
    let said = carecast(&home, &["diff", "child.ron", "out/child"]);
    assert!(said.contains("replicates: 200 → 32"), "{said}");
    let said = carecast(&home, &["diff", "out/alone", "out/child"]);
    assert!(said.contains("the same question"), "{said}");
    let said = carecast(&home, &["diff", "plans.ron", "child.ron"]);
    for part in [
        "links, only in B",
        "Level(500) billion VND → Multiple(1.5) times",
        "payer: Ministry → Provincial",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
}

#[test]
fn two_minds_are_refused_unless_the_file_itself_decides() {
    let conflict = r#"(title: "C", extends: "plans.ron", packages: ["more/links.ron"], assumptions: {
        "post.match": Fixed(0.92)}, remove: ["old"])"#;
    let home = family(conflict);
    let child = home.path().join("child.ron");
    let other = PACKAGE.replace("Fixed(0.9)", "Fixed(0.95)");
    std::fs::write(home.path().join("more/links.ron"), &other).unwrap();
    assert_eq!(sound(&child).overrides.len(), 2);
    let undecided = conflict.replace("\"post.match\": Fixed(0.92)", "");
    std::fs::write(&child, &undecided).unwrap();
    assert_eq!(codes(&child), ["assumption::in-two-files"]);
    // A law that takes an assumption back to the base's own is no idle line.
    let (_, base) = (0, carecast::internals::base::Base::builtin());
    let own = &base.assumptions.get("post.match").unwrap().distribution;
    let law = ron::to_string(own).unwrap();
    let back = undecided.replace(
        "assumptions: {",
        &format!("assumptions: {{\"post.match\": {law}"),
    );
    std::fs::write(&child, back).unwrap();
    assert_eq!(sound(&child).overrides.len(), 2);
    let twice = other.replace("\"links\"", "\"money\"");
    std::fs::write(home.path().join("more/links.ron"), twice).unwrap();
    assert!(codes(&child).contains(&"policy::in-two-files"));
}

#[test]
fn a_mistake_behind_is_shown_in_its_own_text() {
    let home = family(CHILD);
    let slips = PLANS
        .replace("quy-hoa", "quy-hoaa")
        .replace("seed: 5", "seed: x");
    std::fs::write(home.path().join("plans.ron"), slips).unwrap();
    let Err(ReadError::Rejected(rejected)) = read(&home.path().join("child.ron"), None) else {
        panic!("refused")
    };
    let page = rejected.render(100, false);
    assert!(
        page.contains("plans.ron:2:") && page.contains("child.ron: "),
        "{page}"
    );
}

#[test]
fn seventeen_files_in_a_row_are_too_many_and_sixteen_are_not() {
    let home = tempfile::tempdir().unwrap();
    let path = |n: usize| home.path().join(format!("{n}.ron"));
    std::fs::write(path(0), PLANS).unwrap();
    for n in 1..=16 {
        let text = format!("(title: \"{n}\", extends: \"{}.ron\")", n - 1);
        std::fs::write(path(n), text).unwrap();
    }
    assert_eq!(sound(&path(15)).policies.len(), 2);
    assert_eq!(codes(&path(16)), ["extends::too-many"]);
}

#[test]
fn every_package_is_compiled_in_and_sound() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/packages");
    let mut lying: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    lying.sort();
    let names: Vec<String> = lying
        .iter()
        .map(|p| format!("packages/{}", p.file_stem().unwrap().to_string_lossy()))
        .collect();
    let built_in: Vec<&str> = PACKAGES.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, built_in);
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("with.ron");
    for ((name, text), file) in PACKAGES.iter().zip(&lying) {
        assert_eq!(*text, std::fs::read_to_string(file).unwrap());
        let with = format!("(title: \"T\", extends: \"baseline\", packages: [\"{name}\"])");
        std::fs::write(&path, with).unwrap();
        assert!(sound(&path).policies.len() > 3);
    }
    // Every scenario but the baseline builds on another one.
    for (name, text) in BUILT_IN.iter().filter(|(name, _)| *name != "baseline") {
        assert!(text.contains("extends: \""), "{name}");
    }
}
