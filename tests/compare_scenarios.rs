//! A budget officer holds options against one another: on the same draws, in one folder, with one
//! verdict for each.

use crate::support::page;
use crate::support::small_run::{base, carecast};
use crate::support::workbook::Book;
use carecast::internals::plot::compare as plot;
use carecast::internals::results::comparison::{Comparison, Paired, QuestionKind, Verdict};
use carecast::internals::words::compare as words;
use predicates::prelude::*;
use predicates::str::contains;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Three plans on the made-up country.
fn plans(home: &Path) {
    let write = |name: &str, policies: &str| {
        let text = format!(
            "(\n    title: \"Plan {name}\", base: \"here\",\n    years: (first: 2025, last: 2031), replicates: 96, seed: 5,\n    policies: [\n{policies}\n    ],\n)"
        );
        std::fs::write(home.join(format!("{name}.ron")), text).expect("written");
    };
    write("nothing", "");
    let money = |id: &str, times: f64, payer: &str| {
        format!(
            "        (id: \"{id}\", do: Investment(amount: Multiple({times}), money: Disbursed,\n            split: (new_beds: Rest), allocation: Gap), from: 2026, to: 2031, payer: {payer}),"
        )
    };
    write("more", &money("more-provincial", 2.0, "Provincial"));
    write(
        "much",
        &format!(
            "{}\n{}",
            money("more-provincial", 3.0, "Provincial"),
            money("more-central", 3.0, "Ministry")
        ),
    );
}

fn compare(home: &Path, arguments: &[&str]) -> assert_cmd::assert::Assert {
    carecast(home)
        .args(["compare", "--base"])
        .arg(base())
        .args(arguments)
        .assert()
}

fn found(home: &Path) -> Comparison {
    let text = std::fs::read(home.join("out/compare/comparison.json")).expect("written");
    serde_json::from_slice(&text).expect("a comparison")
}

/// A table as rows by column name.
fn table(path: PathBuf) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(&path).expect("a table");
    let header = reader.headers().expect("a header").clone();
    reader
        .records()
        .map(|row| {
            let row = row.expect("a row");
            let cells = header.iter().zip(row.iter());
            cells.map(|(k, v)| (k.to_owned(), v.to_owned())).collect()
        })
        .collect()
}

#[test]
fn a_scenario_against_itself_is_exactly_zero_everywhere() {
    let home = tempfile::tempdir().expect("a folder");
    plans(home.path());
    compare(
        home.path(),
        &["much.ron", "much.ron", "--no-charts", "--quiet"],
    )
    .code(0)
    .stdout(contains("every difference is zero"));
    let c = found(home.path());
    assert_eq!(c.options[1].name, "much (2)");
    assert!(c.inputs.is_empty() && c.attribution.is_empty());
    let mut differences: Vec<&Paired> = Vec::new();
    differences.extend(c.answers.iter().filter_map(|a| a.difference.as_ref()));
    differences.extend(c.provinces.iter().map(|p| &p.difference));
    differences.extend(c.spread.iter().map(|s| &s.difference));
    assert!(differences.len() > 10);
    for d in differences {
        assert_eq!((d.mean, d.sd, d.helped, d.harmed), (0.0, 0.0, 0, 0));
        assert_eq!((d.low, d.high), (0.0, 0.0));
        assert_eq!((d.unchanged, d.verdict), (96, Verdict::Same));
    }
    let nothing = [0.0; 3];
    for line in &c.costs {
        for a in [line.constant, line.nominal, line.discounted] {
            let d = a.difference;
            assert_eq!([d.value, d.low, d.high], nothing);
        }
    }
    assert!(
        c.prices
            .iter()
            .all(|p| p.price.is_none() && p.gained.value == 0.0)
    );
}

#[test]
fn a_comparison_leaves_one_whole_folder_that_names_what_differs() {
    let home = tempfile::tempdir().expect("a folder");
    plans(home.path());
    compare(home.path(), &["nothing.ron", "more.ron", "much.ron"])
        .code(0)
        .stdout(contains("Plan more: spends").and(contains("Plan much: spends")));
    let out = home.path().join("out/compare");
    let manifest: serde_json::Value =
        serde_json::from_slice(&std::fs::read(out.join("manifest.json")).expect("a manifest"))
            .expect("JSON");
    assert_eq!(manifest["kind"], "comparison");
    for file in manifest["files"].as_array().expect("a list") {
        let path = out.join(file["path"].as_str().expect("a path"));
        assert_eq!(
            path.metadata().expect("there").len(),
            file["bytes"],
            "{path:?}"
        );
    }
    for name in [
        "comparison.md",
        "options.csv",
        "inputs.csv",
        "differences.csv",
        "costs.csv",
        "cost_effectiveness.csv",
        "provinces.csv",
        "attribution.csv",
        "options/much.ron",
    ] {
        assert!(out.join(name).is_file(), "{name}");
    }
    let inputs = table(out.join("inputs.csv"));
    let row = |option: &str, what: &str| {
        let of = |r: &&BTreeMap<String, String>| r["option"] == option && r["what"] == what;
        inputs.iter().find(of).expect("a row").clone()
    };
    let added = row("much", "policy more-central");
    assert_eq!(
        (added["option_file"].as_str(), added["option_line"].as_str()),
        ("much.ron", "7")
    );
    assert_eq!(added["reference_value"], "");
    let page = page::read(&out, "comparison");
    assert!(page.contains("much.ron:7"), "{page}");
    for link in page
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
    {
        assert!(out.join(link).is_file(), "{link} leads nowhere");
    }
}

#[test]
fn each_option_answers_as_its_own_run_does() {
    let home = tempfile::tempdir().expect("a folder");
    plans(home.path());
    compare(
        home.path(),
        &["nothing.ron", "much.ron", "--no-charts", "--quiet"],
    )
    .code(0);
    carecast(home.path())
        .args([
            "run",
            "much.ron",
            "nothing.ron",
            "--no-charts",
            "--quiet",
            "--base",
        ])
        .arg(base())
        .assert()
        .code(0);
    let c = found(home.path());
    let out = home.path().join("out");
    let answers = table(out.join("compare/differences.csv"));
    let runs = table(out.join("much/targets.csv"));
    let mut held = 0;
    for row in runs.iter().filter(|r| !r["probability"].is_empty()) {
        let of =
            |r: &&BTreeMap<String, String>| r["question"] == row["id"] && r["option"] == "much";
        if let Some(answer) = answers.iter().find(of) {
            assert_eq!(answer["value"], row["probability"], "{}", row["id"]);
            held += 1;
        }
    }
    assert!(held > 1);
    // Sums of costs agree with the run's own table, prices of the year and discounting included.
    let run = table(out.join("much/costs.csv"));
    for (own, column) in [
        ("constant_mean", "constant"),
        ("nominal_mean", "nominal"),
        ("discounted_mean", "discounted"),
    ] {
        let own = if run[0].contains_key(own) {
            own
        } else {
            column
        };
        let sum: f64 = run
            .iter()
            .map(|r| r[own].parse::<f64>().expect("a number"))
            .sum();
        let all = c.cost(1, None, None, None).expect("a total");
        let here = match column {
            "constant" => all.constant.here,
            "nominal" => all.nominal.here,
            _ => all.discounted.here,
        };
        assert!(
            (here / sum - 1.0).abs() < 1e-9,
            "{column}: {here} and {sum}"
        );
    }
}

#[test]
fn finished_runs_are_compared_as_their_scenarios_are() {
    let home = tempfile::tempdir().expect("a folder");
    plans(home.path());
    carecast(home.path())
        .args([
            "run",
            "nothing.ron",
            "more.ron",
            "--no-charts",
            "--quiet",
            "--replicates",
            "48",
            "--base",
        ])
        .arg(base())
        .assert()
        .code(0);
    compare(
        home.path(),
        &["out/nothing", "out/more", "--no-charts", "--quiet"],
    )
    .code(0);
    let of_runs = found(home.path());
    compare(
        home.path(),
        &[
            "nothing.ron",
            "more.ron",
            "--replicates",
            "48",
            "--no-charts",
            "--quiet",
            "--threads",
            "1",
        ],
    )
    .code(0);
    let of_files = found(home.path());
    assert_eq!(of_runs.answers, of_files.answers);
    assert_eq!(of_runs.costs, of_files.costs);
    assert_eq!(of_runs.attribution, of_files.attribution);
    assert_eq!(of_runs.replicates, 0..48);
    // They are what they are: other futures are not asked of them in silence.
    for other in [["--seed", "9"], ["--replicates", "32"]] {
        let asked = [&["out/nothing", "out/more"], &other[..]].concat();
        compare(home.path(), &asked)
            .code(2)
            .stderr(contains(format!("leave {} out", other[0])));
    }
    let same = ["--seed", "5", "--replicates", "48", "--no-charts"];
    let asked = [&["out/nothing", "out/more"], &same[..]].concat();
    compare(home.path(), &asked).code(0);
}

#[test]
fn options_that_share_too_little_are_refused_with_both_places() {
    let home = tempfile::tempdir().expect("a folder");
    plans(home.path());
    let other = std::fs::read_to_string(home.path().join("more.ron")).expect("written");
    let other = other
        .replace("seed: 5", "seed: 6")
        .replace("last: 2031", "last: 2030")
        .replace("to: 2031", "to: 2030");
    std::fs::write(home.path().join("other.ron"), other).expect("written");
    compare(home.path(), &["nothing.ron", "other.ron"])
        .code(2)
        .stderr(
            contains("one seed")
                .and(contains("nothing.ron: 5"))
                .and(contains("other.ron: 6")),
        )
        .stderr(contains("span of years").and(contains("2025 to 2030")));
    // A finished run keeps its own number of futures.
    carecast(home.path())
        .args([
            "run",
            "nothing.ron",
            "--no-charts",
            "--quiet",
            "--replicates",
            "32",
            "--base",
        ])
        .arg(base())
        .assert()
        .code(0);
    compare(home.path(), &["out/nothing", "more.ron"])
        .code(2)
        .stderr(
            contains("number of futures")
                .and(contains("32"))
                .and(contains("96")),
        );
    compare(home.path(), &["nothing.ron"])
        .code(2)
        .stderr(contains("at least two"));
    compare(
        home.path(),
        &["nothing.ron", "more.ron", "--reference", "mor"],
    )
    .code(2)
    .stderr(contains("did you mean \"more\""));
    assert!(!home.path().join("out/compare").exists());
}

#[test]
fn any_option_can_be_the_reference() {
    let home = tempfile::tempdir().expect("a folder");
    plans(home.path());
    let quiet = ["--no-charts", "--quiet", "--no-attribution"];
    compare(
        home.path(),
        &[&["nothing.ron", "more.ron"], &quiet[..]].concat(),
    )
    .code(0);
    let one = found(home.path());
    compare(
        home.path(),
        &[
            &["nothing.ron", "more.ron", "--reference", "more"],
            &quiet[..],
        ]
        .concat(),
    )
    .code(0);
    let two = found(home.path());
    for (q, question) in one.questions.iter().enumerate() {
        let other = two
            .questions
            .iter()
            .position(|o| o.id == question.id)
            .expect("asked too");
        let a = one.answer(q, 1).difference.expect("answered");
        let b = two.answer(other, 0).difference.expect("answered");
        assert!((a.mean + b.mean).abs() < 1e-12, "{}", question.id);
        assert_eq!(
            (a.helped, a.harmed, a.unchanged),
            (b.harmed, b.helped, b.unchanged)
        );
    }
}

#[test]
fn the_change_of_a_package_is_the_sum_of_its_decisions_in_every_future() {
    let home = tempfile::tempdir().expect("a folder");
    plans(home.path());
    compare(
        home.path(),
        &["nothing.ron", "much.ron", "--no-charts", "--quiet"],
    )
    .code(0);
    let c = found(home.path());
    let split = &c.attribution[0];
    assert_eq!(
        (split.parts.len(), split.orders, split.futures),
        (2, None, 96)
    );
    for outcome in &split.outcomes {
        assert!(outcome.largest_gap < 1e-9, "{outcome:?}");
        let sum: f64 = outcome.shares.iter().map(|s| s.change.value).sum();
        assert!((sum - outcome.total.value).abs() <= 1e-9 * outcome.total.value.abs().max(1.0));
        if let Some(q) = outcome.question {
            // Told over all futures, the total is the difference itself.
            let d = c.answer(q, 1).difference.expect("answered");
            assert!(
                (d.mean - outcome.total.value).abs() < 1e-12,
                "{}",
                c.questions[q].id
            );
        }
    }
    let beds = c
        .questions
        .iter()
        .position(|q| q.kind == QuestionKind::Value && q.indicator == "beds_per_10k");
    let beds = split
        .outcomes
        .iter()
        .find(|o| o.question == beds)
        .expect("beds are split");
    assert!(beds.shares.iter().all(|s| s.change.value > 0.0), "{beds:?}");
}

#[test]
fn parts_split_over_fewer_futures_add_up_to_the_printed_difference_and_an_option_has_one_cost() {
    let home = tempfile::tempdir().expect("a folder");
    plans(home.path());
    let much = std::fs::read_to_string(home.path().join("much.ron")).expect("written");
    let line = much.lines().find(|l| l.contains("more-central"));
    let start = much.find("        (id: \"more-central\"").expect("a plan");
    assert!(line.is_some());
    let third = much[start..].split("    ],").next().expect("its text");
    let third = third
        .replace("more-central", "more-still")
        .replace("Multiple(3)", "Multiple(2)");
    let three = format!("{}{third}{}", &much[..start], &much[start..]);
    std::fs::write(home.path().join("three.ron"), three).expect("written");
    compare(home.path(), &["nothing.ron", "three.ron", "--quiet"]).code(0);
    let out = home.path().join("out/compare");
    let c = found(home.path());
    let split = &c.attribution[0];
    assert_eq!((split.parts.len(), split.futures), (4, 64));
    for outcome in &split.outcomes {
        let sum: f64 = outcome.shares.iter().map(|s| s.change.value).sum();
        let gap = (sum - outcome.total.value).abs();
        assert!(
            gap <= 1e-9 * outcome.total.value.abs().max(1.0),
            "{outcome:?}"
        );
        let said = match outcome.question {
            Some(q) => c.answer(q, 1).difference.expect("answered").mean,
            None => c.cost_of(1).expect("costs").difference.value,
        };
        assert!((said - outcome.total.value).abs() <= 1e-9 * said.abs().max(1.0));
    }
    let page = page::read(&out, "comparison");
    assert!(page.contains("not split (sampling)"), "{page}");
    assert!(page.contains("Cost of all payers to the end of 2031, constant prices"));

    // One cost: the table of options, of costs, of gains, the split, and the picture.
    let number = |row: &BTreeMap<String, String>, column: &str| -> f64 {
        row[column].parse().expect("a number")
    };
    let options = table(out.join("options.csv"));
    let cost = number(&options[1], "more_constant");
    assert!(cost > 0.0);
    let mut same = Vec::new();
    for row in table(out.join("costs.csv")) {
        let all = ["payer", "purpose", "year"]
            .iter()
            .all(|k| row[*k] == "all");
        if all && row["option"] == "three" {
            same.push(number(&row, "constant_difference"));
        }
    }
    for row in table(out.join("cost_effectiveness.csv")) {
        same.push(number(&row, "cost_of_option"));
    }
    for row in table(out.join("attribution.csv")) {
        if row["outcome"] == "cost@2031" && row["part"] == "total" {
            same.push(number(&row, "change"));
        }
    }
    let mut frontiers = 0;
    for entry in std::fs::read_dir(out.join("charts")).expect("pictures") {
        let path = entry.expect("a file").path();
        let name = path
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        if name.starts_with("frontier") && name.ends_with(".csv") {
            frontiers += 1;
            let rows = table(path);
            let own = rows.iter().find(|r| r["option"] == "three");
            same.push(number(own.expect("a point"), "cost"));
        }
    }
    assert!(frontiers > 0 && same.len() > 4);
    for other in same {
        assert!((other - cost).abs() <= 1e-6 * cost, "{other} beside {cost}");
    }
}

#[test]
fn matched_draws_cut_the_variance_of_what_each_option_is_for() {
    let home = tempfile::tempdir().expect("a folder");
    plans(home.path());
    // A lever of usual size; where all capital is tripled, the effect itself is the uncertain part.
    let more = std::fs::read_to_string(home.path().join("more.ron")).expect("written");
    let less = more.replace("Multiple(2)", "Multiple(0.7)");
    std::fs::write(home.path().join("less.ron"), less).expect("written");
    let options = [
        "nothing.ron",
        "more.ron",
        "less.ron",
        "--no-charts",
        "--quiet",
    ];
    compare(home.path(), &options).code(0);
    let c = found(home.path());
    for o in c.others() {
        let lead = c.options[o].lead.expect("each option is for something");
        for (q, question) in c.questions.iter().enumerate() {
            let Some(cut) = c.answer(q, o).difference.and_then(|d| d.variance_cut) else {
                assert_ne!(q, lead, "{} changes nothing it is for", c.options[o].name);
                continue;
            };
            // Whether a threshold is reached is decided by few futures: theirs is only printed.
            println!(
                "{}, {}: {cut:.1} times smaller",
                c.options[o].name, question.id
            );
            assert!(cut >= 5.0 || q != lead, "{}: {cut}", question.id);
        }
    }
}

#[test]
fn an_option_that_decides_the_same_by_another_name_differs_in_nothing() {
    // A lever of size zero is a decision, and changes nothing in any future.
    let home = tempfile::tempdir().expect("a folder");
    plans(home.path());
    let zero = std::fs::read_to_string(home.path().join("more.ron")).expect("written");
    assert!(zero.contains("Multiple(2)"));
    std::fs::write(
        home.path().join("zero.ron"),
        zero.replace("Multiple(2)", "Multiple(1)"),
    )
    .expect("written");
    compare(
        home.path(),
        &["nothing.ron", "zero.ron", "--no-charts", "--quiet"],
    )
    .code(0);
    let c = found(home.path());
    for (q, question) in c.questions.iter().enumerate() {
        let d = c.answer(q, 1).difference.expect("answered");
        assert_eq!(d.verdict, Verdict::Same, "{}", question.id);
    }
}

#[test]
fn a_stated_smallest_size_that_matters_is_the_verdict_of_every_output() {
    let home = tempfile::tempdir().expect("a folder");
    plans(home.path());
    let verdicts = |files: &[&str]| {
        compare(home.path(), &[files, &["--quiet"]].concat()).code(0);
        let c = found(home.path());
        let q = c
            .questions
            .iter()
            .position(|q| q.kind == QuestionKind::Value && q.indicator == "beds_per_10k");
        let q = q.expect("beds are asked");
        let out = home.path().join("out/compare");
        let row = |r: &BTreeMap<String, String>| {
            r["question"] == c.questions[q].id && r["option"] == c.options[1].name
        };
        let own = table(out.join("differences.csv"))
            .into_iter()
            .find(row)
            .expect("a row");
        let drawn = format!("charts/difference-{}", plot::slug(&c.questions[q].id));
        let figures = table(out.join(format!("{drawn}.csv")));
        assert_eq!(figures[0]["verdict"], own["verdict"]);
        let svg = std::fs::read_to_string(out.join(format!("{drawn}.svg"))).expect("a picture");
        let page = page::read(&out, "comparison");
        let places = table(out.join("provinces.csv"));
        let places: Vec<String> = places
            .iter()
            .filter(|r| r["indicator"] == "beds_per_10k")
            .map(|r| r["verdict"].clone())
            .collect();
        let d = c.answer(q, 1).difference.expect("answered");
        let said = words::verdict_short(d.verdict);
        assert_eq!(own["verdict"], words::verdict_in_tables(d.verdict));
        assert!(
            texts_of(&svg).contains(said) && page.contains(said),
            "{said}"
        );
        if cfg!(feature = "xlsx") {
            let book = Book::open(&out.join("summary.xlsx"));
            let sheets = book.sheets.iter();
            let told = sheets
                .flat_map(|s| s.cells.values())
                .any(|c| c.text() == words::verdict(&d));
            assert!(told, "{said} in the workbook");
        }
        (d.verdict, d.matters, places)
    };
    let (verdict, matters, places) = verdicts(&["nothing.ron", "more.ron"]);
    assert_eq!((verdict, matters), (Verdict::Better, 0.05));
    assert!(places.iter().any(|v| v == "better"), "{places:?}");
    // One option states it, or the reference does.
    let stated = |name: &str| {
        let text = std::fs::read_to_string(home.path().join(name)).expect("written");
        let sizes = "matters: (indicators: {\"beds_per_10k\": 1000}),\n    policies:";
        std::fs::write(
            home.path().join(format!("stated-{name}")),
            text.replace("policies:", sizes),
        )
        .expect("written");
    };
    stated("nothing.ron");
    stated("more.ron");
    for files in [
        ["stated-nothing.ron", "more.ron"],
        ["nothing.ron", "stated-more.ron"],
    ] {
        let (verdict, matters, places) = verdicts(&files);
        assert_eq!((verdict, matters), (Verdict::TooSmall, 1000.0));
        assert!(
            places.iter().all(|v| v == "too_small" || v == "same"),
            "{places:?}"
        );
    }
}

/// The words of every text in a picture.
fn texts_of(svg: &str) -> String {
    let mut out = String::new();
    for part in svg.split('>').skip(1) {
        let text = part.split('<').next().unwrap_or_default().trim();
        if !text.is_empty() {
            out.push_str(text);
            out.push('\n');
        }
    }
    out
}

#[test]
fn terminal_page_tables_and_pictures_agree_to_the_printed_digit() {
    let home = tempfile::tempdir().expect("a folder");
    plans(home.path());
    let done = compare(
        home.path(),
        &["nothing.ron", "more.ron", "much.ron", "--quiet"],
    )
    .code(0);
    let said = String::from_utf8(done.get_output().stdout.clone()).expect("UTF-8");
    let c = found(home.path());
    let out = home.path().join("out/compare");
    let page = page::read(&out, "comparison");
    let differences = table(out.join("differences.csv"));
    let number = |cell: &str| cell.parse::<f64>().expect("a number");
    let close =
        |cell: &str, value: f64| (number(cell) - value).abs() <= 1e-10 * value.abs().max(1e-3);
    let mut pictures = 0;
    for (q, question) in c.questions.iter().enumerate() {
        for o in c.others() {
            let Some(d) = c.answer(q, o).difference else {
                continue;
            };
            let name = &c.options[o].name;
            let told = words::difference(question, &d);
            let own = |r: &&BTreeMap<String, String>| {
                r["option"] == *name && r["question"] == question.id
            };
            let row = differences.iter().find(own).expect("a row");
            assert!(
                close(&row["difference"], d.mean)
                    && close(&row["low"], d.low)
                    && close(&row["high"], d.high)
            );
            if question.headline || question.kind == QuestionKind::Value {
                assert!(
                    page.contains(&told.with_interval()),
                    "{}: {told:?}",
                    question.id
                );
            }
            if c.options[o].lead == Some(q) && (d.verdict.is_clear() || d.verdict == Verdict::Same)
            {
                assert!(said.contains(&told.value), "{told:?} in {said}");
            }
            let file = out.join(format!(
                "charts/difference-{}.csv",
                plot::slug(&question.id)
            ));
            if !file.is_file() {
                continue;
            }
            let figures = table(file.clone());
            let row = figures.iter().find(own).expect("a row");
            assert_eq!(number(&row["difference"]), d.mean, "{}", question.id);
            let svg = std::fs::read_to_string(file.with_extension("svg")).expect("a picture");
            let texts = texts_of(&svg);
            let printed = match d.verdict {
                Verdict::Same => "same".to_owned(),
                _ => told.with_interval(),
            };
            assert!(texts.contains(&printed), "{told:?} in {texts}");
            pictures += 1;
        }
    }
    assert!(pictures > 4);
    // Money: the total of the page, the table and the picture.
    for o in c.others() {
        let cost = c
            .cost(o, None, None, None)
            .expect("a total")
            .constant
            .difference;
        let told = words::change(cost, 1.0);
        let bare = told.value.trim_start_matches(['+', '\u{2212}']);
        assert!(said.contains(bare), "{bare} in {said}");
        assert!(page.contains(&told.with_interval()));
        let svg = std::fs::read_to_string(out.join("charts/cost-by-payer.svg")).expect("a picture");
        assert!(texts_of(&svg).contains(&told.value));
        let options = table(out.join("options.csv"));
        let row = options
            .iter()
            .find(|r| r["option"] == c.options[o].name)
            .expect("a row");
        assert!(close(&row["more_constant"], cost.value));
    }
}

#[test]
fn two_options_that_ask_the_same_are_nothing_to_compare() {
    let home = tempfile::tempdir().expect("a folder");
    plans(home.path());
    let more = std::fs::read_to_string(home.path().join("more.ron")).expect("written");
    std::fs::write(
        home.path().join("twin.ron"),
        more.replace("Plan more", "Plan twin"),
    )
    .expect("written");
    compare(
        home.path(),
        &[
            "nothing.ron",
            "more.ron",
            "twin.ron",
            "--no-charts",
            "--quiet",
        ],
    )
    .code(0);
    let c = found(home.path());
    let twins: Vec<_> = c.pairs.iter().filter(|p| p.options == (1, 2)).collect();
    assert!(!twins.is_empty());
    for pair in twins {
        let d = pair.difference;
        assert_eq!((d.verdict, d.low, d.high), (Verdict::Same, 0.0, 0.0));
    }
    let order = c.order.as_ref().map(|order| order.options);
    assert!(order.is_none_or(|(a, b)| a == 0 || b == 0), "{order:?}");
}
