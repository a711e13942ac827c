//! A planner finds out what exists, has a name explained, starts a scenario, writes it in JSON.

use assert_cmd::Command;
use carecast::internals::base::Base;
use carecast::internals::scenario::Scenario;
use carecast::internals::scenario::file::{BUILT_IN, from_text, read};
use predicates::prelude::*;
use predicates::str::contains;
use serde_json::{Value, json};

fn carecast(folder: &tempfile::TempDir) -> Command {
    let mut command = Command::cargo_bin("carecast").expect("the program was built");
    command.current_dir(folder.path()).env_remove("COLUMNS");
    command
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn said(arguments: &[&str]) -> String {
    let home = folder();
    let done = carecast(&home).args(arguments).assert().code(0);
    String::from_utf8(done.get_output().stdout.clone()).unwrap()
}

#[test]
fn each_list_is_the_same_for_people_and_for_programs() {
    for kind in [
        "policies",
        "indicators",
        "targets",
        "provinces",
        "assumptions",
        "scenarios",
    ] {
        let rows: Vec<Value> = serde_json::from_str(&said(&["list", kind, "--json"])).unwrap();
        assert!(!rows.is_empty(), "{kind}");
        let page = said(&["list", kind]);
        assert_eq!(page.lines().count(), rows.len() + 1, "{kind}\n{page}");
        for row in &rows {
            let name = ["id", "code", "name"]
                .iter()
                .find_map(|key| row[key].as_str());
            assert!(page.contains(name.unwrap()), "{row}");
        }
    }
    let provinces: Vec<Value> =
        serde_json::from_str(&said(&["list", "provinces", "--json"])).unwrap();
    assert_eq!(provinces.len(), 34);
}

#[test]
fn filters_narrow_and_a_filter_that_says_nothing_is_refused() {
    let rows = |arguments: &[&str]| -> Vec<Value> {
        serde_json::from_str(&said(&[&["list"], arguments, &["--json"]].concat())).unwrap()
    };
    let here = rows(&["facilities", "--province", "Lai Châu", "--level", "commune"]);
    assert_eq!(here.len(), 38);
    assert!(here.iter().all(|f| f["province"] == "lai-chau"));
    let central = rows(&[
        "facilities",
        "--owner",
        "Ministry",
        "--named",
        "--region",
        "Mekong Delta",
    ]);
    assert!(
        central
            .iter()
            .all(|f| f["owner"] == "Ministry" && f["synthetic"] == false)
    );
    let graded = rows(&["assumptions", "--grade", "e", "--match", "private"]);
    assert!(graded.len() > 3 && graded.iter().all(|a| a["grade"] == "E"));
    assert!(rows(&["targets", "--match", "khanh hoa"]).len() >= 4);
    let home = folder();
    for (arguments, way_out) in [
        (
            &["list", "policies", "--owner", "private"][..],
            "facilities",
        ),
        (&["list", "facilities", "--province", "hanoi"], "\"ha-noi\""),
        (&["list", "facilities", "--level", "village"], "commune"),
        (&["list", "targets", "--region", "xylophone"], "southeast"),
    ] {
        carecast(&home)
            .args(arguments)
            .assert()
            .code(2)
            .stdout("")
            .stderr(contains("help: ").and(contains(way_out)));
    }
    let none = said(&["list", "targets", "--match", "xylophone"]);
    assert!(none.contains("none of the 48 targets"), "{none}");
}

#[test]
fn a_name_is_explained_and_a_slip_leads_to_the_nearest() {
    for (name, parts) in [
        (
            "post.match",
            &[
                "Triangular",
                "█",
                "acts in",
                "equation",
                "grade",
                "source",
                "post.match\": ",
            ][..],
        ),
        (
            "doctors_per_10k",
            &["unit", "equation", "31 December", "targets: AdoptedAnd"],
        ),
        (
            "beds_per_10k/nation/2030/qd201",
            &["at least 35", "Decision 201", "https://", "adopted"],
        ),
        (
            "Investment",
            &[
                "serves",
                "does not move",
                "amount",
                "split",
                "payer: Provincial",
            ],
        ),
        (
            "cho-ray",
            &["Chợ Rẫy", "beds", "source", "TransferToProvince"],
        ),
        ("ron::percent", &["way out", "0.15", "refused"]),
        ("Lai Châu", &["people", "commune stations"]),
    ] {
        let page = said(&["explain", name]);
        for part in parts {
            assert!(page.contains(part), "{part} is missing in\n{page}");
        }
    }
    let home = folder();
    carecast(&home)
        .args(["explain", "post.mach"])
        .assert()
        .code(2)
        .stdout("")
        .stderr(contains("did you mean \"post.match\"?"));
    carecast(&home)
        .args(["explain", "beds_per_10"])
        .assert()
        .code(2)
        .stderr(contains("operating_beds_per_10k").and(contains("indicator")));
    carecast(&home)
        .args(["explain", "xylophone"])
        .assert()
        .code(2)
        .stderr(contains("carecast list"));
}

#[test]
fn a_starter_is_written_once_and_is_sound() {
    let home = folder();
    carecast(&home)
        .args(["new", "my-plan"])
        .assert()
        .code(0)
        .stdout(contains("my-plan.ron").and(contains("carecast run")));
    let path = home.path().join("my-plan.ron");
    let (scenario, warnings) = read(&path, None).unwrap();
    assert_eq!(
        (scenario.title.as_str(), warnings.is_empty()),
        ("my plan", true)
    );
    std::fs::write(&path, "mine").unwrap();
    carecast(&home)
        .args(["new", "my-plan.ron"])
        .assert()
        .code(2)
        .stderr(contains("exists already").and(contains("help: ")));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    for (name, code) in [("plan.json", 2), ("no/such/folder/plan", 1), ("..", 2)] {
        let refused = carecast(&home).args(["new", name]).assert().code(code);
        refused.stderr(contains("help: "));
    }
    assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 1);
}

#[test]
fn shells_and_manuals_know_every_command() {
    let verbs = [
        "run", "check", "list", "explain", "new", "schema", "man", "base",
    ];
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let text = said(&["completions", shell]);
        assert!(verbs.iter().all(|verb| text.contains(verb)), "{shell}");
    }
    let page = said(&["man"]);
    assert!(
        page.starts_with(".ie") || page.contains(".TH carecast"),
        "{page}"
    );
    assert!(verbs.iter().all(|verb| page.contains(verb)));
    assert!(said(&["man", "list"]).contains("province"));
    let home = folder();
    carecast(&home)
        .args(["man", "lst"])
        .assert()
        .code(2)
        .stderr(contains("\"list\""));
}

#[test]
fn the_schema_is_one_and_names_every_kind_of_policy() {
    let schema: Value = serde_json::from_str(&said(&["schema"])).unwrap();
    let text = schema.to_string();
    for kind in carecast::internals::policy::NAMES {
        assert!(text.contains(&format!("\"{kind}\"")), "{kind}");
    }
    assert_eq!(schema["properties"]["title"]["type"], "string");
}

/// A scenario as JSON, from what was read of it.
fn as_json(s: &Scenario) -> Value {
    let policies: Vec<Value> = s
        .policies
        .iter()
        .map(|p| {
            // As they are written; what is not said is left out.
            let progress: Vec<Value> = p.progress.iter().map(|report| json!(report)).collect();
            json!({
                "product": p.product, "progress": progress,
                "id": p.id, "do": p.decision, "from": p.from, "to": p.to, "payer": p.payer,
                "responsible": p.responsible, "coordinating": p.coordinating, "authority": p.authority,
                "deadline": p.deadline, "deadline_month": p.deadline_month, "when": p.when,
            })
        })
        .collect();
    let laws: serde_json::Map<String, Value> = s
        .overrides
        .iter()
        .map(|(id, law)| (id.clone(), json!(law)))
        .collect();
    json!({
        "title": s.title, "note": s.note, "base": s.base_name, "province": s.province, "region": s.region, "question": s.question_written,
        "years": { "first": s.first, "last": s.last },
        "replicates": s.replicates, "seed": s.seed, "uncertainty": s.uncertainty, "sampling": s.sampling,
        "staffing_gate": s.staffing_gate, "discount_rate": s.discount_rate, "storm_in": s.storm_in, "ceiling": s.ceiling, "given": s.given, "matters": s.matters, "decide": s.decide,
        "figures": s.figures, "indicators": s.indicators, "milestones": s.milestones, "ties": s.base.assumptions.ties, "assumptions": laws, "policies": policies, "targets": s.target_choice,
    })
}

/// Everything a scenario can say, once; assumptions in the order JSON is written in.
const EVERYTHING: &str = r#"(
    title: "All \"kinds\" of things \\ Huế", note: "a\nb", base: "viet-nam", question: Nation,
    years: (first: 2026, last: 2040), replicates: 500, seed: 7, uncertainty: parameters, sampling: LatinHypercube,
    staffing_gate: true, discount_rate: 0.05,
    ceiling: (amount: 60000, payers: [Ministry, Hospitals], from: 2027, to: 2030, prices: Nominal),
    given: ["links", "money"],
    matters: (chances: 0.01, indicators: {"beds_per_10k": 0.2}),
    decide: (
        levers: [(policy: "links"), (policy: "more-money", sizes: ["amount", "split.expansion"], steps: 3, up_to: 1.5, always: true),
            (policy: "handover", sizes: ["year"], values: [2028, 2029])],
        goals: [(targets: ["beds_per_10k/nation/2035/at-least-38"], at_least: [0.5, 0.8]),
            (targets: ["staff_per_10k/nation/2033-06/at-least-50", "beds_per_10k/nation/2035/at-least-38"], at_least: [1.5], by: Number)],
        minimise: AllMoney,
    ),
    figures: [
        (what: "doctors", of: "hung-yen", value: 3882, low: 3700, high: 4000, source: "a \"report\"", grade: B),
        (what: "beds", of: "hai-phong", value: 15000, low: 12000, high: 17000, source: "guessed", grade: E, reason: "for a trial"),
        (what: "cost.station", value: 6, source: "a plan", grade: A),
    ],
    indicators: [
        (id: "staff_per_10k", title: "Staff per 10,000", is: Sum(["doctors_per_10k", "nurses_per_10k"])),
        (id: "health_books", title: "Health books", is: Followed(unit: Share, value: 0.4, low: 0.1, high: 0.9, better: Higher,
            trend: Uniform(low: 0.01, high: 0.03), noise: 0.01, response: Fixed(0.01), response_money: Fixed(30),
            places: [("lai-chau", 0.3)]), source: "counts", grade: D, reason: "three years"),
    ],
    milestones: [
        (id: "centre", title: "A centre", scope: "lai-chau", planned: 2029, under_way: true,
            reference: "provincial-hospital", source: "a plan", grade: B),
    ],
    ties: [
        (between: ("capex.overrun", "priv.size"), rank: -0.3, grade: E, reason: "for a \"trial\""),
        (between: ("exam.pass_doctor", "post.match"), rank: 0.5, grade: D, reason: "seen"),
    ],
    assumptions: {
        "capex.build_lag": Profile([0.1, 0.2, 0.3, 0.2, 0.2]),
        "capex.overrun": LogNormal(median: 1.1, sigma: 0.1),
        "demo.growth_drift": Normal(mean: 0.0, sd: 0.0004), "exam.pass_doctor": Beta(10, 2),
        "exam.retry": Percentiles([P10(0.5), P50(0.6), P(97.5, 0.8)]),
        "post.match": Triangular(low: 0.86, mode: 0.93, high: 0.99),
        "priv.size": Uniform(low: 70, high: 110),
        "train.grad_nurse": Variants([(0.6, Fixed(18000)), (0.4, Percentiles([P10(16000), P90(19000)]))]),
    },
    policies: [
        (id: "links", do: SatelliteHospitals(links: [
            (core: "cho-ray", satellite: "dong-nai-general", specialty: "cardiology", from: 2030),
            (core: "bach-mai", satellite: "lai-chau-general", specialty: "cardiology"),
        ])),
        (id: "campus", do: SecondCampus(hospital: "bach-mai", province: "son-la", beds: 300,
            cost: 1500, opens: 2032, replaces: 0.25), payer: Ministry, coordinating: "Sở Y tế", authority: "Nghị quyết 72", deadline: 2033, deadline_month: 6,
            product: Reaches(indicator: "beds_per_10k", at_least: 36.5, scope: "son-la"),
            progress: [(year: 2031, month: 6, done: 0.5, sd: 0.2, source: "a report"), (year: 2032, done: 0.9)], from: 2027),
        (id: "handover", do: TransferToProvince(hospitals: ["quy-hoa"], year: 2029,
            mean_delay: 1.5, integration: 2), responsible: "the Ministry",
            when: Above(indicator: "central_occupancy", scope: "north-central", level: 1.05)),
        (id: "money", do: Investment(amount: Profile([(2027, 10), (2029, 20.5)]),
            money: Disbursed, split: (new_beds: Assumed("ntp.bed_share"), stations: Rest),
            allocation: List(["lai-chau"])), from: 2027, to: 2031, payer: Provincial,
            when: Behind(indicator: "beds_per_10k", by: 2035, margin: 0.5)),
        (id: "more-money", do: Investment(amount: Multiple(1.5), money: Planned,
            split: (expansion: Share(0.5), training_places: Share(0.5)), allocation: PerHead),
            payer: Ministry),
    ],
    targets: AdoptedAnd([
        (indicator: "private_bed_share", at_most: 0.1, by: 2035, scope: "lai-chau", document: "a plan"),
        (indicator: "beds_per_10k", at_least: 38, by: 2035),
        (indicator: "staff_per_10k", at_least: 50, by: 2033, by_month: 6),
        (indicator: "insurance_cover", reduce_by: 0.1, by: 2033),
        (indicator: "milestone:centre", at_least: 1, by: 2033),
    ]),
)"#;

#[test]
fn json_means_what_ron_means() {
    let home = folder();
    let mut texts: Vec<(&str, &str)> = BUILT_IN.to_vec();
    texts.push(("everything", EVERYTHING));
    for (name, text) in texts {
        let (scenario, _) = from_text(&format!("{name}.ron"), text, Base::builtin())
            .unwrap_or_else(|e| panic!("{}", e.render(100, false)));
        let value = as_json(&scenario);
        let tall = serde_json::to_string_pretty(&value).unwrap();
        // Letters by number, as some programs write them.
        let ascii: String = value
            .to_string()
            .chars()
            .map(|c| {
                if c.is_ascii() {
                    c.to_string()
                } else {
                    format!("\\u{:04x}", c as u32)
                }
            })
            .collect();
        for (file, json) in [
            ("a.json", tall.as_str()),
            ("b.json", &ascii),
            ("c.txt", &tall),
        ] {
            let path = home.path().join(file);
            std::fs::write(&path, json).unwrap();
            let (again, _) = read(&path, None).unwrap_or_else(|e| panic!("{name}: {e}"));
            assert_eq!(again.resolved(), scenario.resolved(), "{name} in {file}");
            assert_eq!(again.policies, scenario.policies);
            assert_eq!(again.targets, scenario.targets);
            assert_eq!(again.overrides, scenario.overrides);
            assert_eq!(again.base.assumptions, scenario.base.assumptions);
        }
    }
}

#[test]
fn the_same_name_typed_on_different_systems_is_the_same_name() {
    use unicode_normalization::UnicodeNormalization;
    let home = folder();
    let (_, text) = BUILT_IN
        .iter()
        .find(|(name, _)| *name == "satellite")
        .expect("built in");
    let composed: String = text.nfc().collect();
    let decomposed: String = text.nfd().collect();
    assert_ne!(composed, decomposed);
    let windows = composed.replace('\n', "\r\n");
    let mut read_as = Vec::new();
    for (file, text) in [
        ("nfc.ron", composed.clone()),
        ("nfd.ron", decomposed),
        ("windows.ron", windows.clone()),
        ("mark.ron", format!("\u{feff}{windows}")),
        ("old-mac.ron", format!("{composed}\r\n\r\n")),
    ] {
        let path = home.path().join(file);
        std::fs::write(&path, text).unwrap();
        let (scenario, warnings) = read(&path, None).unwrap_or_else(|e| panic!("{file}: {e}"));
        assert!(warnings.is_empty(), "{file}");
        read_as.push((file, scenario.resolved()));
    }
    for (file, resolved) in &read_as {
        assert_eq!(*resolved, read_as[0].1, "{file}");
    }
}

#[test]
fn hostile_files_get_a_plain_message() {
    let home = folder();
    let deep_json = format!("{}1{}", "{\"a\":".repeat(5000), "}".repeat(5000));
    let deep_list = format!(
        "(title: \"T\", base: \"viet-nam\", policies: {}",
        "[".repeat(9000)
    );
    let wide = format!(
        "(title: \"T\", base: \"viet-nam\", policies: [{}])",
        "(id: \"x\"),".repeat(20_000)
    );
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        (
            "deep.json",
            deep_json.into_bytes(),
            "nested more than 64 deep",
        ),
        (
            "deep.ron",
            deep_list.into_bytes(),
            "nested more than 64 deep",
        ),
        ("huge.ron", vec![b' '; 1_000_001], "at most 1000000"),
        ("huge.json", vec![b'{'; 3_000_000], "at most 1000000"),
        ("latin.ron", b"(title: \"Hu\xea\")".to_vec(), "UTF-8"),
        ("utf16.json", b"\xff\xfe{\0}\0".to_vec(), "UTF-8"),
        ("zeros.ron", vec![0; 5000], "Error"),
        ("wide.ron", wide.into_bytes(), "`do` is missing"),
        ("empty.json", Vec::new(), "the file is empty"),
        ("list.json", b"[1, 2]".to_vec(), "Error"),
        ("number.json", b"7".to_vec(), "Error"),
        (
            "ron-in.json",
            b"(title: \"T\", base: \"viet-nam\", policies: [])".to_vec(),
            ".ron",
        ),
    ];
    for (file, bytes, part) in cases {
        std::fs::write(home.path().join(file), bytes).unwrap();
        let done = carecast(&home)
            .args(["check", file])
            .timeout(std::time::Duration::from_secs(60))
            .assert()
            .code(2);
        let text = String::from_utf8_lossy(&done.get_output().stderr).into_owned();
        assert!(
            text.contains(part),
            "{file}: {}",
            &text[..text.len().min(2000)]
        );
        assert!(!text.contains("our fault"), "{file}");
        assert!(
            text.len() < 60_000,
            "{file}: {} bytes of message",
            text.len()
        );
    }
}

#[test]
fn a_base_to_learn_from_and_a_question_that_fits_it() {
    let home = folder();
    let said = |args: &[&str]| {
        let out = carecast(&home).args(args).output().unwrap();
        let text = [out.stdout, out.stderr].concat();
        let text = String::from_utf8_lossy(&text).into_owned();
        assert_eq!(out.status.code(), Some(0), "{args:?}: {text}");
        assert!(!text.contains("arning"), "{args:?}: {text}");
        text
    };
    said(&["base", "--example", "land"]);
    said(&["new", "first", "--base", "land"]);
    said(&["check", "first.ron"]);
    std::fs::create_dir_all(home.path().join("plans")).unwrap();
    said(&["new", "plans/second", "--base", "land"]);
    said(&["check", "plans/second.ron"]);
    said(&[
        "run",
        "first.ron",
        "--replicates",
        "200",
        "--no-charts",
        "--quiet",
    ]);
    let text = std::fs::read_to_string(home.path().join("first.ron")).unwrap();
    assert!(
        text.contains("first: 2025") && !text.contains('{'),
        "{text}"
    );
    // What is commented out is sound as well.
    let all: String = text
        .lines()
        .map(|line| match line.trim_start().strip_prefix("// (id") {
            Some(rest) => format!("(id{rest}\n"),
            None => format!("{line}\n"),
        })
        .collect();
    assert!(all.contains("\n(id"), "{all}");
    std::fs::write(home.path().join("all.ron"), all).unwrap();
    carecast(&home).args(["check", "all.ron"]).assert().code(0);
}

#[test]
fn a_former_unit_leads_to_its_unit_of_today() {
    let home = folder();
    for (asked, now) in [
        ("binh-duong", "ho-chi-minh"),
        ("Bình Dương", "ho-chi-minh"),
        ("yen-bai", "lao-cai"),
    ] {
        carecast(&home)
            .args(["explain", asked])
            .assert()
            .code(0)
            .stdout(predicates::str::starts_with(now))
            .stderr(contains("July 2025").and(contains(now)));
    }
    carecast(&home)
        .args(["run", "baseline", "--replicates", "16"])
        .args(["--no-charts", "--quiet", "--facilities", "0"])
        .assert()
        .code(0);
    for asked in ["binh-duong", "Bình Dương"] {
        carecast(&home)
            .args(["plot", "out/baseline", "--scope", asked])
            .assert()
            .code(2)
            .stderr(contains("ho-chi-minh").and(contains("July 2025")));
    }
}

#[test]
fn the_median_of_a_law_that_is_cut_is_that_of_what_is_left() {
    let home = folder();
    carecast(&home)
        .args(["base", "--example", "land"])
        .assert()
        .code(0);
    let path = home.path().join("land/assumptions.ron");
    let book = std::fs::read_to_string(&path).unwrap();
    let (head, rest) = book.split_once("(id: \"post.match\"").unwrap();
    let (said, rest) = rest.split_once("distribution: ").unwrap();
    let (_, rest) = rest.split_once("), ").unwrap();
    let new =
        format!("{head}(id: \"post.match\"{said}distribution: Normal(mean: 0.95, sd: 0.1), {rest}");
    std::fs::write(&path, new).unwrap();
    let out = carecast(&home)
        .args([
            "list",
            "assumptions",
            "--match",
            "post.match",
            "--json",
            "--base",
            "land",
        ])
        .output()
        .unwrap();
    let rows: Vec<Value> = serde_json::from_slice(&out.stdout).unwrap();
    // 31 % lie above 1: the middle of the rest is the 34.6th percentile of the whole.
    let median = rows[0]["median"].as_f64().unwrap();
    assert!((median - 0.9103).abs() < 0.001, "{median}");
    carecast(&home)
        .args(["explain", "post.match", "--base", "land"])
        .assert()
        .code(0)
        .stdout(contains("50%: 0.910"));
}
