//! A planner varies numbers of a scenario and sees how chances and costs follow.

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use serde_json::Value;
use std::path::Path;
use tempfile::TempDir;

fn home() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bases/three-provinces");
    let text = format!(
        r#"(
    title: "Money for beds", base: {base:?}, years: (first: 2025, last: 2030), seed: 3,
    policies: [
        (id: "money", do: Investment(amount: Level(100), money: Disbursed,
            split: (new_beds: Share(0.8), equipment: Rest)), from: 2026, to: 2029, payer: Provincial),
    ],
    targets: Only([(indicator: "beds_per_10k", at_least: 30, by: 2030)]),
)"#
    );
    std::fs::write(home.path().join("beds.ron"), text).unwrap();
    home
}

fn carecast(home: &TempDir) -> Command {
    let mut command = Command::cargo_bin("carecast").unwrap();
    command.current_dir(home.path());
    command
}

fn table(home: &TempDir) -> (Vec<String>, Vec<Vec<f64>>) {
    let path = home.path().join("out/beds-sweep/sweep.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let names = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    let rows = reader
        .records()
        .map(|row| {
            let row = row.unwrap();
            row.iter()
                .map(|cell| cell.parse().unwrap_or(f64::NAN))
                .collect()
        })
        .collect();
    (names, rows)
}

#[test]
fn a_grid_leaves_a_table_pictures_and_a_manifest_and_more_money_never_lowers_beds() {
    let home = home();
    carecast(&home)
        .args([
            "sweep",
            "beds.ron",
            "--over",
            "money.level=0,200,400",
            "--over",
            "post.match=0.8..0.9:2",
        ])
        .args(["--replicates", "64", "--quiet"])
        .assert()
        .success()
        .stdout(contains("The chance"));
    let (names, rows) = table(&home);
    assert_eq!(rows.len(), 6);
    let column = |start: &str| {
        let at = names.iter().position(|n| n.starts_with(start));
        at.unwrap_or_else(|| panic!("{start} in {names:?}"))
    };
    let (money, beds, cost) = (
        column("money.amount"),
        column("mean of beds_per_10k"),
        column("cost ("),
    );
    for pair in rows
        .iter()
        .filter(|r| r[1] == 0.8)
        .collect::<Vec<_>>()
        .windows(2)
    {
        assert!(pair[0][money] < pair[1][money]);
        assert!(pair[0][beds] <= pair[1][beds], "{pair:?}");
        assert!(pair[0][cost] < pair[1][cost]);
    }
    // Money of four years, all of it disbursed: 4 x 400, but for what a province cannot absorb.
    let dear = rows.iter().find(|r| r[money] == 400.0).unwrap();
    assert!((1590.0..1600.0).contains(&dear[cost]), "{dear:?}");
    assert!(rows.iter().all(|r| r[column("futures")] == 64.0));
    let folder = home.path().join("out/beds-sweep");
    let text = std::fs::read_to_string(folder.join("manifest.json")).unwrap();
    let manifest: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(manifest["kind"], "sweep");
    for file in manifest["files"].as_array().unwrap() {
        assert!(folder.join(file["path"].as_str().unwrap()).is_file());
    }
    let page = std::fs::read_to_string(folder.join("report.md")).unwrap();
    assert!(page.contains("charts/cost.svg") && page.contains("80%"));
    // The same command leaves the same bytes but for the run block of the manifest.
    let before = std::fs::read(folder.join("sweep.csv")).unwrap();
    carecast(&home)
        .args([
            "sweep",
            "beds.ron",
            "--over",
            "money.level=0,200,400",
            "--over",
            "post.match=0.8..0.9:2",
        ])
        .args([
            "--replicates",
            "64",
            "--quiet",
            "--no-charts",
            "--threads",
            "1",
        ])
        .assert()
        .success();
    assert!(std::fs::read(folder.join("sweep.csv")).unwrap() == before);
}

#[test]
fn a_point_is_what_a_run_of_its_scenario_finds() {
    let home = home();
    carecast(&home)
        .args([
            "sweep",
            "beds.ron",
            "--over",
            "money.amount=100;300",
            "--replicates",
            "160",
        ])
        .args(["--quiet", "--no-charts"])
        .assert()
        .success();
    let (names, rows) = table(&home);
    let chance = names
        .iter()
        .position(|n| n.starts_with("chance of"))
        .unwrap();
    for (row, amount) in rows.iter().zip(["100", "300"]) {
        let text = std::fs::read_to_string(home.path().join("beds.ron")).unwrap();
        let text = text.replace("Level(100)", &format!("Level({amount})"));
        std::fs::write(home.path().join("one.ron"), text).unwrap();
        carecast(&home)
            .args([
                "run",
                "one.ron",
                "--replicates",
                "160",
                "--quiet",
                "--no-charts",
            ])
            .assert()
            .success();
        let path = home.path().join("out/one/targets.csv");
        let mut reader = csv::Reader::from_path(path).unwrap();
        let headers = reader.headers().unwrap().clone();
        let at = headers
            .iter()
            .position(|h| h == "probability" || h == "chance")
            .unwrap();
        let record = reader.records().next().unwrap().unwrap();
        let run: f64 = record[at].parse().unwrap();
        assert!(
            (row[chance] - run).abs() < 1e-9,
            "{amount}: {} and {run}",
            row[chance]
        );
    }
}

#[test]
fn futures_go_where_the_answer_is_not_clear() {
    let home = home();
    carecast(&home)
        .args([
            "sweep",
            "beds.ron",
            "--over",
            "money.amount=0..3000:7",
            "--most",
            "1024",
            "--quiet",
        ])
        .assert()
        .success();
    let (names, rows) = table(&home);
    let of = |start: &str| names.iter().position(|n| n.starts_with(start)).unwrap();
    let (futures, low, high) = (of("futures"), of("low of"), of("high of"));
    for row in &rows {
        let straddles = [0.1, 0.5, 0.9]
            .iter()
            .any(|l| row[low] < *l && *l < row[high]);
        let clear = !straddles || (row[high] - row[low]) / 2.0 <= 0.015;
        assert!(clear || row[futures] == 1024.0, "{row:?}");
        assert!(row[futures] >= 256.0);
    }
}

#[test]
fn scattered_points_have_a_dot_each_and_arguments_are_pointed_at() {
    let home = home();
    carecast(&home)
        .args([
            "sweep",
            "beds.ron",
            "--over",
            "money.amount=0..500",
            "--over",
            "post.match=0.8..0.9",
        ])
        .args([
            "--over",
            "money.split.new_beds=0.2..0.9",
            "--latin",
            "8",
            "--replicates",
            "32",
            "--quiet",
        ])
        .assert()
        .success();
    let (_, rows) = table(&home);
    assert_eq!(rows.len(), 8);
    let charts = std::fs::read_dir(home.path().join("out/beds-sweep/charts")).unwrap();
    let svgs = charts.filter(|f| {
        f.as_ref()
            .unwrap()
            .path()
            .extension()
            .is_some_and(|e| e == "svg")
    });
    assert_eq!(svgs.count(), 3);
    for (over, part) in [
        ("money.amout=1,2", "did you mean money.amount"),
        ("money.amount=1,5", "1,5 can be the two values 1 and 5"),
        ("money.split.new_beds=0.5,2", "--over:1:26"),
        ("post.match=1..2:3", "with post.match"),
    ] {
        carecast(&home)
            .args(["sweep", "beds.ron", "--over", over])
            .assert()
            .code(2)
            .stderr(contains(part));
    }
    carecast(&home)
        .args(["sweep", "beds.ron", "--list"])
        .assert()
        .success()
        .stdout(contains("money.split.new_beds").and(contains("post.match")));
}
