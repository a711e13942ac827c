//! A planner asks how right forecasts from earlier years would have been, and which laws an earlier
//! year supports.

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use std::path::Path;
use tempfile::TempDir;

fn home() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn carecast(home: &TempDir) -> Command {
    let mut command = Command::cargo_bin("carecast").unwrap();
    command.current_dir(home.path());
    command
}

fn rows(path: &Path) -> (Vec<String>, Vec<csv::StringRecord>) {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let header = reader.headers().unwrap().iter().map(str::to_owned);
    let header = header.collect();
    (header, reader.records().map(Result::unwrap).collect())
}

const HEADER: &str =
    "province,indicator,year,value,unit,scope,source_id,grade,published,vintage,note\n";

#[test]
fn looking_back_leaves_a_page_scores_quantiles_and_pictures() {
    let home = home();
    carecast(&home)
        .args(["hindcast", "--out", "back", "--replicates", "64"])
        .assert()
        .success()
        .stdout(contains(
            "33 official beds per 10,000 people in 2025 would have been given about",
        ))
        .stdout(contains("It was met: 34.5 came"))
        .stdout(contains(
            "Doctors by province: no better than pooled growth",
        ));
    let back = home.path().join("back");
    let page = std::fs::read_to_string(back.join("report.md")).unwrap();
    for said in [
        "chosen knowing what came",
        "not looked back on",
        "not known then",
        "no better than pooled growth",
        "33 official beds per 10,000 people in 2025",
        "15 official doctors per 10,000 people in 2025",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("gave "), "would have given, never gave");
    for link in page.split("](").skip(1) {
        let file = link.split(')').next().unwrap();
        assert!(back.join(file).is_file(), "{file} leads nowhere");
        assert!(back.join(file.replace(".svg", ".csv")).is_file());
    }
    assert!(back.join("report.html").is_file());

    let (header, scores) = rows(&back.join("scores.csv"));
    let at = |name: &str| header.iter().position(|column| column == name).unwrap();
    let models = [
        "goes_on",
        "mixture",
        "model_goes_on",
        "model_mixture",
        "last_value",
        "pooled_growth",
        "straight_line",
    ];
    for model in models {
        let own = |row: &&csv::StringRecord| {
            &row[at("model")] == model
                && &row[at("level")] == "provinces"
                && &row[at("origin")] == "2008"
                && &row[at("horizon")] == "5"
        };
        let row = scores.iter().find(own).unwrap();
        assert_eq!(&row[at("rows")], "34", "{model}");
    }

    let (header, forecasts) = rows(&back.join("forecasts.csv"));
    assert_eq!(
        header,
        [
            "origin_date",
            "target",
            "horizon",
            "target_end_date",
            "location",
            "output_type",
            "output_type_id",
            "value",
            "model"
        ]
    );
    // Quantiles rise within a forecast.
    for nine in forecasts.chunks(9) {
        assert!(
            nine.iter()
                .all(|row| row[0] == nine[0][0] && row[8] == nine[0][8])
        );
        let values: Vec<f64> = nine.iter().map(|row| row[7].parse().unwrap()).collect();
        assert!(values.windows(2).all(|pair| pair[0] <= pair[1]), "{nine:?}");
    }
}

#[test]
fn looking_back_is_made_again_to_the_byte() {
    let home = home();
    let back = [
        "hindcast",
        "--out",
        "back",
        "--origin",
        "2008,2022",
        "--replicates",
        "16",
    ];
    carecast(&home).args(back).assert().success();
    carecast(&home)
        .args(["verify", "back"])
        .assert()
        .success()
        .stdout(contains("identical"));
    let scores = home.path().join("back/scores.csv");
    let text = std::fs::read_to_string(&scores).unwrap();
    std::fs::write(&scores, text.replacen("goes_on", "went_on", 1)).unwrap();
    carecast(&home)
        .args(["verify", "back"])
        .assert()
        .code(1)
        .stdout(contains("scores.csv"));
    carecast(&home).args(["plot", "back"]).assert().success();
}

#[test]
fn what_came_can_be_ones_own_table() {
    let home = home();
    let rows = "hue,beds_per_10000,2014,40.0,\"per 10,000\",departments,MINE,A,2015,,\n\
                hue,nurses_per_10000,2015,12.0,\"per 10,000\",departments,MINE,A,2016,,\n";
    std::fs::write(home.path().join("mine.csv"), format!("{HEADER}{rows}")).unwrap();
    let back = [
        "hindcast",
        "--origin",
        "2013",
        "--actual",
        "mine.csv",
        "--out",
        "back",
        "--replicates",
        "16",
    ];
    carecast(&home)
        .args(back)
        .args(["--no-charts"])
        .assert()
        .success();
    let page = std::fs::read_to_string(home.path().join("back/report.md")).unwrap();
    assert!(page.contains("What came was taken from mine.csv"), "{page}");
    let (_, scores) = self::rows(&home.path().join("back/scores.csv"));
    assert!(
        scores
            .iter()
            .any(|row| &row[0] == "nurses_per_10k_departments")
    );
    // It goes on from the copy in the folder.
    std::fs::remove_file(home.path().join("mine.csv")).unwrap();
    carecast(&home).args(["verify", "back"]).assert().success();
}

#[test]
fn a_table_that_cannot_be_used_is_refused_with_line_column_and_way_out() {
    let home = home();
    let cases = [
        (
            "heu,beds_per_10000,2014,40,r,d,S,A,2015,,",
            ":2 (province)",
            "did you mean `hue`",
        ),
        (
            "hue,beds_per_10000,2014,forty,r,d,S,A,2015,,",
            ":2 (value)",
            "not a number",
        ),
        (
            "hue,beds_per_10000,2014,40,r,d,S,A,2013,,",
            ":2 (published)",
            "first appeared",
        ),
        (
            "hue,beds_per_10000,2014,40,r,d,S,Z,2015,,",
            ":2 (grade)",
            "one of: A",
        ),
        (
            "hue,beds_per_10000,2024,40,r,d,S,A,2025,,",
            "mine.csv",
            "one to 5 years",
        ),
    ];
    for (row, place, way) in cases {
        std::fs::write(home.path().join("mine.csv"), format!("{HEADER}{row}\n")).unwrap();
        let back = [
            "hindcast",
            "--origin",
            "2013",
            "--actual",
            "mine.csv",
            "--replicates",
            "0",
        ];
        carecast(&home)
            .args(back)
            .assert()
            .code(2)
            .stderr(contains("mine.csv").and(contains(place)).and(contains(way)));
        assert!(!home.path().join("out").exists(), "nothing is left behind");
    }
    carecast(&home)
        .args(["hindcast", "--actual", "nowhere.csv"])
        .assert()
        .code(2)
        .stderr(contains("nowhere.csv"));
}

#[test]
fn origins_and_rows_that_were_not_known_are_refused() {
    let home = home();
    carecast(&home)
        .args(["hindcast", "--origin", "2008,2016"])
        .assert()
        .code(2)
        .stderr(contains("hindcast::unknown-origin").and(contains("2018")));
    carecast(&home)
        .args([
            "hindcast",
            "--origin",
            "2020",
            "--known-by",
            "2021",
            "--replicates",
            "0",
        ])
        .assert()
        .code(2)
        .stderr(
            contains("assets/hindcast/origin_laws.csv:")
                .and(contains("base.beds_per_10k"))
                .and(contains("published in 2023")),
        );
    // The whole model uses rows of later years, the law alone none.
    let known = [
        "hindcast",
        "--origin",
        "2008",
        "--known-by",
        "2009",
        "--no-charts",
    ];
    carecast(&home)
        .args(known)
        .assert()
        .code(2)
        .stderr(contains("allow.attract").and(contains("--replicates 0")));
    carecast(&home)
        .args(known)
        .args(["--replicates", "0"])
        .assert()
        .success();
}

#[test]
fn fitted_laws_are_a_scenario_and_overwrite_nothing() {
    let home = home();
    let fit = ["calibrate", "--origin", "2025", "--output", "laws.ron"];
    carecast(&home)
        .args(fit)
        .assert()
        .success()
        .stdout(contains("the base is as it was"));
    let laws = home.path().join("laws.ron");
    let text = std::fs::read_to_string(&laws).unwrap();
    assert!(text.contains("\"quota.now_on\": Fixed(0.0356"), "{text}");
    assert!(text.contains("90%:"), "{text}");
    let (_, table) = rows(&home.path().join("laws.csv"));
    assert_eq!(table.len(), 15);
    carecast(&home)
        .args(["check", "laws.ron"])
        .assert()
        .success();

    std::fs::write(&laws, "mine").unwrap();
    carecast(&home)
        .args(fit)
        .assert()
        .code(2)
        .stderr(contains("--force"));
    assert_eq!(std::fs::read_to_string(&laws).unwrap(), "mine");
    carecast(&home).args(fit).arg("--force").assert().success();
    assert_ne!(std::fs::read_to_string(&laws).unwrap(), "mine");
    carecast(&home)
        .args(["calibrate", "--origin", "2016", "--output", "b.ron"])
        .assert()
        .code(2)
        .stderr(contains("hindcast::unknown-origin"));
    carecast(&home)
        .args(["calibrate", "--output", "laws.txt"])
        .assert()
        .code(2)
        .stderr(contains(".ron"));
}

#[test]
fn every_row_of_the_past_names_a_source_that_is_listed() {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let mut known = std::collections::BTreeSet::new();
    for list in ["viet-nam/sources.csv", "hindcast/sources.csv"] {
        let (_, sources) = rows(&assets.join(list));
        known.extend(sources.iter().map(|row| row[0].to_owned()));
    }
    let tables = [
        "actual_panel34.csv",
        "actual_national.csv",
        "later_points.csv",
        "origin_laws.csv",
        "graduates.csv",
        "targets_past.csv",
    ];
    for name in tables {
        let (header, all) = rows(&assets.join("hindcast").join(name));
        let columns = (0..header.len()).filter(|at| header[*at].ends_with("source_id"));
        let columns: Vec<usize> = columns.collect();
        for row in all {
            for id in columns.iter().flat_map(|at| row[*at].split(';')) {
                assert!(
                    id.is_empty() || known.contains(id.trim()),
                    "{name}: {row:?}"
                );
            }
        }
    }
}

#[test]
fn a_folder_that_is_being_written_to_is_not_taken() {
    let home = home();
    let back = home.path().join("back");
    let held = carecast::internals::report::Lock::of(&back).unwrap();
    carecast(&home)
        .args([
            "hindcast",
            "--out",
            "back",
            "--no-charts",
            "--replicates",
            "0",
        ])
        .assert()
        .code(1)
        .stderr(contains("another run is writing"));
    drop(held);
    assert!(!back.join("scores.csv").exists());
}
