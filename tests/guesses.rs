//! The draws of finished results say which guess matters, what misses have in common, and what knowing more
//! is worth.

use crate::support::small_run::{QUESTION, base, carecast, files, run};
use carecast::internals::base::{Base, Direction, Distribution, Form};
use carecast::internals::plot::scene::Rect;
use carecast::internals::plot::{self, Picture};
use carecast::internals::report::guesses::claim;
use carecast::internals::report::{columns, saved};
use carecast::internals::results::TargetAnswer;
use carecast::internals::results::comparison::{Choices, Comparison, TOGETHER};
use carecast::internals::study::hinges::{Hung, Known};
use carecast::internals::study::{guesses, worth};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

/// The question with money for beds.
const MONEY: &str = r#"(title: "More money", base: "viet-nam", policies: [
    (id: "money", payer: Provincial, do: Investment(amount: Multiple(1.5), money: Planned, split: (new_beds: Share(1.0))))])"#;

/// A home with a run and a comparison of 800 futures each.
fn home() -> &'static Path {
    static HOME: OnceLock<tempfile::TempDir> = OnceLock::new();
    let made = HOME.get_or_init(|| {
        let home = tempfile::tempdir().expect("a folder");
        run(
            home.path(),
            QUESTION,
            &["--replicates", "800", "--no-charts"],
        );
        fs::write(home.path().join("money.ron"), MONEY).expect("written");
        fs::write(home.path().join("plain.ron"), QUESTION).expect("written");
        compare(home.path(), &["--out", "out/compare"]);
        home
    });
    made.path()
}

fn compare(home: &Path, more: &[&str]) {
    carecast(home)
        .args([
            "compare",
            "plain.ron",
            "money.ron",
            "--replicates",
            "800",
            "--quiet",
            "--no-charts",
        ])
        .arg("--base")
        .arg(base())
        .args(more)
        .assert()
        .code(0);
}

/// What a command prints when it ends with `code`.
fn says(home: &Path, code: i32, words: &[&str]) -> String {
    let told = carecast(home).args(words).assert().code(code);
    let out = told.get_output();
    let both = [&out.stdout[..], &out.stderr[..]].concat();
    String::from_utf8_lossy(&both).into_owned()
}

fn json(home: &Path, words: &[&str]) -> Value {
    let words = [words, &["--json", "--quiet"]].concat();
    serde_json::from_str(&says(home, 0, &words)).expect("JSON")
}

fn left(folder: &Path) -> Vec<String> {
    let all = files(folder).into_keys();
    all.map(|name| name.to_string_lossy().into_owned())
        .collect()
}

#[test]
fn draws_come_back_as_they_were_lived() {
    let folder = home().join("out/baseline");
    let findings = saved::findings(&folder).expect("a run");
    let (all, _) = columns::draws(&folder).expect("readable").expect("kept");
    let futures = columns::futures(all, &findings);
    assert_eq!(futures.replicates, (0..800).collect::<Vec<u32>>());
    let drawn = findings
        .assumptions
        .iter()
        .filter(|a| a.distribution.is_drawn());
    assert_eq!(futures.assumed.len(), drawn.count());
    assert!(futures.assumed.iter().any(|(id, _)| id.contains('.')));
    let mut held = 0;
    for target in findings
        .targets
        .iter()
        .filter(|t| t.is_one_chance() && t.variants.is_empty())
    {
        let (_, met) = futures
            .met
            .iter()
            .find(|(id, _)| *id == target.id)
            .expect("its column");
        let hits = met
            .as_ref()
            .map(|met| met.iter().filter(|m| **m).count() as u32);
        assert_eq!(hits, target.probability.map(|p| p.hits), "{}", target.id);
        held += usize::from(hits.is_some());
    }
    assert!(held > 2, "{held}");
    // What is judged is the indicator beside it, in the way that is told.
    let plain = |t: &&TargetAnswer| t.scope == "nation" && t.form == Form::default();
    for target in findings.targets.iter().filter(plain) {
        let name = format!("{}/nation/{}", target.indicator, target.year);
        let (_, met) = futures
            .met
            .iter()
            .find(|(id, _)| *id == target.id)
            .expect("its column");
        let row = futures.values.iter().find(|(id, _)| *id == name);
        for (met, value) in met
            .iter()
            .flatten()
            .zip(row.iter().flat_map(|(_, row)| row))
        {
            let beyond = f64::from(*value) - target.threshold;
            let near = beyond.abs() < 1e-5 * target.threshold.abs();
            let meets = (target.direction == Direction::AtLeast) == (beyond >= 0.0);
            assert!(near || meets == *met, "{}: {value}", target.id);
        }
    }
}

#[test]
fn a_run_says_which_guess_matters() {
    let home = home();
    let found = json(home, &["drivers", "out/baseline", "--out", "told"]);
    let targets = found["targets"].as_array().expect("targets");
    assert!(!targets.is_empty());
    let mut told = 0;
    for guess in targets
        .iter()
        .flat_map(|t| t["guesses"].as_array().expect("guesses"))
    {
        let Some(index) = guess["value"].as_object() else {
            continue;
        };
        let [value, low, high] =
            ["index", "low", "high"].map(|k| index[k].as_f64().expect("a number"));
        assert!(
            0.0 <= low && low <= value && value <= high && high <= 1.0,
            "{guess}"
        );
        told += usize::from(index["told"] == true);
    }
    assert!(told > 0, "{found}");
    let names = left(&home.join("told"));
    for name in ["drivers.md", "guesses.csv", "drivers.json", "manifest.json"] {
        assert!(names.iter().any(|n| n == name), "{names:?}");
    }
    assert!(names.iter().any(|n| n.ends_with(".svg")), "{names:?}");
    let page = fs::read_to_string(home.join("told/drivers.md")).expect("a page");
    assert!(page.contains("we cannot tell"), "{page}");
    // One target alone, and the same bytes again.
    let id = targets[0]["target"].as_str().expect("an id");
    let one = json(
        home,
        &["drivers", "out/baseline", "--target", id, "--out", "one"],
    );
    assert_eq!(one["targets"].as_array().map(Vec::len), Some(1));
    let before = files(&home.join("told"));
    json(home, &["drivers", "out/baseline", "--out", "told"]);
    assert_eq!(files(&home.join("told")), before);
}

#[test]
fn a_run_says_what_its_misses_have_in_common() {
    let home = home();
    let found = json(home, &["explain-misses", "out/baseline", "--out", "missed"]);
    let targets = found["targets"].as_array().expect("targets");
    let boxes = targets.iter().flat_map(|t| {
        ["missing", "meeting"]
            .iter()
            .flat_map(|side| t[*side].as_array().expect("boxes"))
    });
    for found in boxes {
        let conditions = found["conditions"].as_array().expect("conditions");
        assert!((1..=3).contains(&conditions.len()), "{found}");
        let [hits, inside] = ["hits", "inside"].map(|k| found[k].as_u64().expect("a count"));
        assert!(hits <= inside && inside <= 400, "{found}");
    }
    let said = says(
        home,
        0,
        &["explain-misses", "out/baseline", "--out", "missed"],
    );
    assert!(
        said.contains("miss it") || said.contains("misses"),
        "{said}"
    );
    for name in [
        "explain-misses.md",
        "boxes.csv",
        "explain-misses.json",
        "manifest.json",
    ] {
        assert!(home.join("missed").join(name).is_file(), "{name}");
    }
}

#[test]
fn what_cannot_be_read_is_said_with_a_way_out() {
    let home = tempfile::tempdir().expect("a folder");
    let home = home.path();
    let folder = run(home, QUESTION, &["--replicates", "160", "--no-charts"]);
    let said = says(home, 2, &["drivers", "out/baseline", "--target", "nothing"]);
    assert!(said.contains("beds_per_10k/"), "{said}");
    let said = says(home, 2, &["decide", "worth", "out/baseline"]);
    assert!(said.contains("carecast compare"), "{said}");
    says(home, 0, &["drivers", "out/baseline", "--quiet"]);
    for verb in ["verify", "plot"] {
        let said = says(home, 2, &[verb, "out/baseline/drivers"]);
        assert!(said.contains("manifest"), "{said}");
    }
    let said = says(home, 2, &["drivers", "out/baseline/drivers"]);
    assert!(said.contains("out/baseline"), "{said}");
    // A run that lies beside its reading is verified all the same.
    let at = base().display().to_string();
    let said = says(
        home,
        0,
        &["verify", "out/baseline", "--quiet", "--base", &at],
    );
    assert!(said.starts_with("identical: "), "{said}");
    let path = folder.join("assumptions.parquet");
    let mut bytes = fs::read(&path).expect("kept");
    bytes[1_000] ^= 1;
    fs::write(&path, bytes).expect("written");
    let said = says(home, 1, &["drivers", "out/baseline"]);
    assert!(said.contains("assumptions.parquet"), "{said}");
    run(
        home,
        QUESTION,
        &["--replicates", "32", "--no-charts", "--draws", "0"],
    );
    let said = says(home, 2, &["explain-misses", "out/baseline"]);
    assert!(said.contains("--draws 10000"), "{said}");
    run(home, QUESTION, &["--replicates", "32", "--no-charts"]);
    let said = says(home, 0, &["drivers", "out/baseline"]);
    assert!(said.contains("fewer than 100 futures"), "{said}");
}

/// Texts of a picture lie on its page and do not lie on one another.
fn laid_out(pictures: &[Picture]) -> usize {
    let mut drawn = 0;
    for picture in pictures {
        let Some(scene) = &picture.scene else {
            continue;
        };
        let page = Rect::sized(0.0, 0.0, scene.width, scene.height);
        for (at, text) in scene.texts.iter().enumerate() {
            assert!(page.holds(&text.rect), "{}: {}", picture.name, text.text);
            for other in &scene.texts[at + 1..] {
                let meet = text.rect.grown(-1.0).meets(&other.rect.grown(-1.0));
                assert!(!meet, "{}: {} / {}", picture.name, text.text, other.text);
            }
        }
        drawn += 1;
    }
    drawn
}

#[test]
fn pictures_have_room_for_their_words() {
    let folder = home().join("out/baseline");
    let findings = saved::findings(&folder).expect("a run");
    let (all, _) = columns::draws(&folder).expect("readable").expect("kept");
    let futures = columns::futures(all, &findings);
    let says = |a: &TargetAnswer| claim(&findings, a);
    let asked = guesses::asked(&findings);
    let found = guesses::guesses(&findings, &futures, &asked, &says);
    assert!(laid_out(&plot::guesses::tornados(&findings, &found).expect("drawn")) > 0);
    let found = guesses::misses(&findings, &futures, &asked, &says);
    laid_out(&plot::guesses::boxes(&findings, &found).expect("drawn"));
    let (c, all) = choices(&home().join("out/compare"));
    let asks = worth::Asks {
        people: 400,
        ..worth::Asks::default()
    };
    let found = worth::worth(&c, &all, &asks, &|id| id.to_owned());
    laid_out(&plot::worth::pictures(&c, &found).expect("drawn"));
}

fn choices(folder: &Path) -> (Comparison, Choices) {
    let text = fs::read(folder.join("comparison.json")).expect("a comparison");
    let c: Comparison = serde_json::from_slice(&text).expect("a comparison");
    let (all, _) = columns::draws(folder).expect("readable").expect("kept");
    let choices = columns::choices(all, &c);
    (c, choices)
}

#[test]
fn a_comparison_keeps_what_comes_of_each_option() {
    let folder = home().join("out/compare");
    let (c, all) = choices(&folder);
    assert_eq!(all.replicates.len(), 800);
    assert!(all.assumed.len() > 50);
    let headlines = c.questions.iter().filter(|q| q.headline).count();
    assert_eq!(all.asked.len(), headlines + 1);
    assert_eq!(all.asked.last().map(String::as_str), Some(TOGETHER));
    let mut held = 0;
    for (at, id) in all.asked.iter().enumerate() {
        let Some(q) = c.questions.iter().position(|q| q.id == *id) else {
            continue;
        };
        for option in 0..c.options.len() {
            let hits = all.met[option][at]
                .as_ref()
                .map(|m| m.iter().filter(|m| **m).count() as u32);
            assert_eq!(
                hits,
                c.answer(q, option).probability.map(|p| p.hits),
                "{id}"
            );
            held += 1;
        }
    }
    assert!(held > 1);
    assert!(all.money[c.reference].iter().all(|v| *v == 0.0));
    for option in c.others() {
        let mean = all.money[option].iter().map(|v| f64::from(*v)).sum::<f64>() / 800.0;
        let told = c.public[option].spent.value;
        assert!(
            (mean - told).abs() < 1e-4 * told.abs().max(1.0),
            "{mean} {told}"
        );
    }
    // The same bytes in parts.
    let home = home();
    let at = base().display().to_string();
    let freeze = [
        "freeze",
        "compare",
        "plain.ron",
        "money.ron",
        "--replicates",
        "800",
        "--base",
        &at,
        "--parts",
        "3",
        "--out",
        "frozen",
    ];
    says(home, 0, &freeze);
    for part in ["0", "1", "2"] {
        says(home, 0, &["part", "frozen", part, "--quiet"]);
    }
    says(
        home,
        0,
        &[
            "merge",
            "frozen",
            "--quiet",
            "--no-charts",
            "--out",
            "merged",
        ],
    );
    let name = Path::new("assumptions.parquet");
    let merged = files(&home.join("merged/compare"));
    assert!(
        merged.get(name) == files(&folder).get(name),
        "the bytes of parts are those of one command"
    );
}

#[test]
fn a_comparison_says_what_knowing_is_worth() {
    let home = home();
    let ask = ["decide", "worth", "out/compare", "--out", "worth"];
    let found = json(home, &ask);
    let questions = found["questions"].as_array().expect("questions");
    assert!(!questions.is_empty(), "{found}");
    let number = |v: &Value| v.as_f64().expect("a number");
    for q in questions {
        let money = q["money"].get("measured");
        for measured in std::iter::once(&q["chance"]).chain(money) {
            let bound = number(&measured["future"]["value"]);
            assert!(bound >= 0.0);
            for guess in measured["guesses"].as_array().expect("guesses") {
                let known = number(&guess["known"]["value"]);
                assert!(0.0 < known && known <= bound, "{guess}");
                if let Some(survey) = guess["survey"].get("value") {
                    assert!((0.0..=known).contains(&number(survey)), "{guess}");
                }
            }
        }
    }
    for name in [
        "worth.md",
        "worth.csv",
        "options.csv",
        "worth.json",
        "manifest.json",
    ] {
        assert!(home.join("worth").join(name).is_file(), "{name}");
    }
    let said = says(home, 0, &ask);
    assert!(
        said.contains("By chance alone") && said.contains("In money"),
        "{said}"
    );
    let with = [
        "decide",
        "worth",
        "out/compare",
        "--value",
        "60000",
        "--out",
        "worth",
    ];
    let found = json(home, &with);
    assert_eq!(number(&found["questions"][0]["money"]["value"]), 60_000.0);
    let said = says(
        home,
        2,
        &["decide", "worth", "out/compare", "--target", "nothing"],
    );
    assert!(said.contains(TOGETHER), "{said}");
}

#[test]
fn a_comparison_hangs_on_a_number_and_on_no_choice_between_ways() {
    let (mut c, mut all) = choices(&home().join("out/compare"));
    let mut land = Base::read_folder(base()).expect("the small base is sound");
    // A choice and a number are drawn so that the change of the target that moves most hangs on them alone.
    let size = |q: &usize| c.answer(*q, 1).difference.map_or(0.0, |d| d.mean.abs());
    let most = c.single().into_iter();
    let question = most
        .max_by(|a, b| size(a).total_cmp(&size(b)))
        .expect("asked");
    let place = all
        .asked
        .iter()
        .position(|id| *id == c.questions[question].id);
    let place = place.expect("its draws were kept");
    let met = |option: usize| all.met[option][place].clone().expect("answered");
    let (before, now) = (met(0), met(1));
    let moved = before.iter().zip(&now).filter(|(a, b)| a != b).count();
    assert!(moved > 50, "{moved}");
    let draws: Vec<f32> = before
        .iter()
        .zip(&now)
        .map(|(a, b)| f32::from(u8::from(*b)) - f32::from(u8::from(*a)))
        .collect();
    // The first of them becomes a choice between ways, which is no number to hang on.
    let first = all.assumed[0].0.clone();
    let mut law = land.assumptions.all.iter_mut().filter(|a| a.id == first);
    law.next().expect("it is of the base").distribution =
        Distribution::Choice(vec![("one".into(), 0.5), ("other".into(), 0.5)]);
    for (_, row) in &mut all.assumed[..2] {
        row.clone_from(&draws);
    }
    let number = all.assumed[1].0.clone();
    fn known(alike: &dyn Fn(usize, usize) -> bool) -> Known<'_> {
        Known {
            alike,
            reaches: &|_, _| true,
        }
    }
    let alike = |_: usize, _: usize| false;
    let hinges = Hung::of(&c, &all, &land.assumptions, known(&alike)).hinges();
    assert_eq!(hinges.len(), 1, "{hinges:?}");
    assert_eq!(
        (hinges[0].question, &hinges[0].assumption),
        (question, &number)
    );
    // Two that ask the same are one: the order is that of the others.
    c.options.push(c.options[1].clone());
    c.best.push(c.best[1]);
    all.met.push(all.met[1].clone());
    c.best[0].first.hits = 0;
    let twins = |a: usize, b: usize| (a == 0) == (b == 0);
    let order = Hung::of(&c, &all, &land.assumptions, known(&twins)).order();
    assert_eq!(order.expect("two differ").options, (1, 0));
}
