//! A year later somebody opens a finished run: draws its pictures again, asks it for others, and
//! lives it again to see whether it is what it says it is.

use crate::support::small_run::{QUESTION, base, carecast, run};
use predicates::prelude::*;
use predicates::str::contains;
use std::fs;
use std::path::{Path, PathBuf};

fn names(folder: &Path) -> Vec<String> {
    let mut all: Vec<String> = fs::read_dir(folder)
        .expect("the folder exists")
        .map(|e| {
            e.expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    all.sort();
    all
}

fn home_with_run(options: &[&str]) -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().expect("a folder");
    let out = run(home.path(), QUESTION, options);
    (home, out)
}

/// Changes the first occurrence of a text in a file.
fn change(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).expect("a text");
    assert!(text.contains(from), "{from} is not in {}", path.display());
    fs::write(path, text.replacen(from, to, 1)).expect("written");
}

#[test]
fn a_saved_run_draws_its_pictures_again_byte_for_byte() {
    let (home, out) = home_with_run(&["--replicates", "24"]);
    // Nothing but the findings is needed.
    for name in ["scenario.resolved.ron", "summary.csv", "ledger.csv"] {
        fs::remove_file(out.join(name)).expect("removed");
    }
    carecast(home.path())
        .args(["plot", "out/baseline"])
        .assert()
        .code(0);
    let (own, again) = (out.join("charts"), out.join("redrawn"));
    assert_eq!(names(&own), names(&again));
    assert!(names(&own).len() > 20);
    for name in names(&own) {
        let same =
            fs::read(own.join(&name)).expect("own") == fs::read(again.join(&name)).expect("again");
        assert!(same, "{name} differs");
    }
}

#[cfg(feature = "png")]
#[test]
fn pictures_are_painted_where_that_is_asked_for() {
    let (home, out) = home_with_run(&["--replicates", "16", "--png"]);
    let painted = |folder: &Path, ending: &str| -> Vec<String> {
        let all = names(folder).into_iter();
        all.filter_map(|name| name.strip_suffix(ending).map(String::from))
            .collect()
    };
    let charts = out.join("charts");
    assert!(painted(&charts, ".svg").len() > 10);
    assert_eq!(painted(&charts, ".png"), painted(&charts, ".svg"));
    let plot = |more: &[&str]| {
        let told = carecast(home.path())
            .args(["plot", "out/baseline"])
            .args(more)
            .assert();
        told.code(0);
    };
    plot(&[]);
    let redrawn = out.join("redrawn");
    assert_eq!(painted(&redrawn, ".png"), Vec::<String>::new());
    plot(&["--png"]);
    assert_eq!(names(&redrawn), names(&charts));
    carecast(home.path())
        .args(["verify", "out/baseline"])
        .assert()
        .code(0);
    let (_home, plain) = home_with_run(&["--replicates", "16"]);
    assert_eq!(painted(&plain.join("charts"), ".png"), Vec::<String>::new());
}

#[test]
fn any_place_can_be_drawn_at_any_width() {
    let (home, _) = home_with_run(&["--replicates", "24", "--no-charts"]);
    let wish = ["--scope", "north-mark", "--indicator", "doctors_per_10k"];
    let draw = |out: &str, more: &[&str]| {
        carecast(home.path())
            .args(["plot", "out/baseline", "--out", out])
            .args(wish)
            .args(more)
            .assert()
            .code(0);
        let folder = home.path().join(out);
        let file = "fan-doctors_per_10k-north-mark";
        let curve = "exceedance-doctors_per_10k-2030-north-mark";
        assert_eq!(
            names(&folder),
            [
                format!("{curve}.csv"),
                format!("{curve}.svg"),
                format!("{file}.csv"),
                format!("{file}.svg")
            ]
        );
        fs::read_to_string(folder.join(format!("{file}.svg"))).expect("a picture")
    };
    let (usual, narrow) = (draw("usual", &[]), draw("narrow", &["--width", "480"]));
    assert!(usual.contains("Nordmark"));
    assert!(usual.starts_with("<svg") && usual.contains(" width=\"960\""));
    assert!(narrow.contains(" width=\"480\""));
    assert!(narrow.contains("viewBox=\"0 0 480 "), "laid out anew");
    assert_eq!(usual, draw("again", &["--width", "960"]));
    for width in ["479", "2401"] {
        carecast(home.path())
            .args(["plot", "out/baseline", "--width", width])
            .assert()
            .code(2)
            .stderr(predicates::str::contains("480 to 2400 pixels"));
    }
}

#[test]
fn a_wish_that_cannot_be_met_is_refused_with_a_way_out() {
    let (home, out) = home_with_run(&["--replicates", "16"]);
    let own = names(&out.join("charts"));
    let cases: [(&[&str], &str); 6] = [
        (&["--scope", "north-marc"], "did you mean \"north-mark\"?"),
        (
            &["--indicator", "beds_per_10"],
            "did you mean \"beds_per_10k\"?",
        ),
        (&["--year", "2050"], "2034"),
        (&["--chart", "pie"], "attainment, fan"),
        (&["--chart", "bridge", "--scope", "coast"], "--scope"),
        (&["--out", "out/baseline/charts"], "redrawn/"),
    ];
    for (wish, way_out) in cases {
        carecast(home.path())
            .args(["plot", "out/baseline"])
            .args(wish)
            .assert()
            .code(2)
            .stdout("")
            .stderr(contains(way_out));
    }
    assert_eq!(names(&out.join("charts")), own);
    assert!(!out.join("redrawn").exists());
    for verb in ["plot", "verify"] {
        let mut command = carecast(home.path());
        command
            .args([verb, "out"])
            .assert()
            .code(2)
            .stderr(contains("manifest.json"));
    }
}

#[test]
fn a_run_that_was_left_alone_is_identical() {
    let kept: &[&str] = if cfg!(feature = "parquet") {
        &["--facilities", "7", "--keep-draws"]
    } else {
        &[]
    };
    let options = [
        &["--replicates", "5..29", "--seed", "9", "--threads", "1"],
        kept,
    ]
    .concat();
    let (home, out) = home_with_run(&options);
    fs::write(out.join("my notes.txt"), "mine").expect("written");
    let before = names(&out);
    carecast(home.path())
        .args(["verify", "out/baseline", "--threads", "2", "--quiet"])
        .assert()
        .code(0)
        .stderr("")
        .stdout(contains("identical: out/baseline").and(contains("24 futures, seed 9")));
    assert_eq!(names(&out), before, "a check leaves the run as it was");
}

#[test]
fn one_changed_number_is_named_by_file_and_row() {
    let (home, out) = home_with_run(&["--replicates", "16"]);
    let told = |options: &[&str]| {
        let mut command = carecast(home.path());
        command
            .args(["verify", "out/baseline", "--quiet"])
            .args(options);
        let output = command.assert().code(1).get_output().clone();
        String::from_utf8(output.stdout).expect("a text")
    };
    let says = |told: &str, words: &[&str]| {
        for word in words {
            assert!(told.contains(word), "{word}: {told}");
        }
    };
    let safe = |name: &str| fs::read(out.join(name)).expect("a file");
    let put = |name: &str, bytes: &[u8]| fs::write(out.join(name), bytes).expect("written");

    let table = safe("summary.csv");
    let text = String::from_utf8(table.clone()).expect("a text");
    let (at, line) = text
        .lines()
        .enumerate()
        .find(|(_, line)| line.starts_with("coast,beds_per_10k") && line.contains(",2030,"))
        .expect("a row");
    let mean = line.split(',').nth(5).expect("a mean");
    change(
        &out.join("summary.csv"),
        line,
        &line.replacen(mean, "99.5", 1),
    );
    let line = format!("line {}", at + 1);
    says(
        &told(&["--no-charts"]),
        &["summary.csv", &line, "2030", "column mean", "99.5", mean],
    );
    put("summary.csv", &table);

    let findings = safe("findings.json");
    change(&out.join("findings.json"), "\"seed\": 1", "\"seed\": 2");
    says(
        &told(&["--no-charts"]),
        &["findings.json", "line ", "\"seed\": 2"],
    );
    carecast(home.path())
        .args(["plot", "out/baseline"])
        .assert()
        .code(1)
        .stderr(contains("not the file the run left"));
    put("findings.json", &findings);

    let picture = safe("charts/attainment.svg");
    change(&out.join("charts/attainment.svg"), "2030", "2031");
    says(&told(&[]), &["charts/attainment.svg", "line "]);
    put("charts/attainment.svg", &picture);

    let scenario = safe("scenario.resolved.ron");
    change(&out.join("scenario.resolved.ron"), "seed: 1,", "seed: 3,");
    says(&told(&["--no-charts"]), &["seed", "manifest.json", "3"]);
    put("scenario.resolved.ron", &scenario);

    let manifest = safe("manifest.json");
    change(
        &out.join("manifest.json"),
        "\"staffing_gate\": false",
        "\"staffing_gate\": true",
    );
    says(&told(&["--no-charts"]), &["manifest.json", "staffing_gate"]);
    put("manifest.json", &manifest);

    fs::remove_file(out.join("costs.csv")).expect("removed");
    says(&told(&["--no-charts"]), &["costs.csv", "lacks"]);
}

#[cfg(feature = "parquet")]
#[test]
fn a_table_in_columns_from_another_run_is_named_by_row_and_column() {
    let (home, out) = home_with_run(&["--replicates", "16", "--no-charts"]);
    let (_other, theirs) = home_with_run(&["--replicates", "16", "--no-charts", "--seed", "2"]);
    fs::copy(theirs.join("summary.parquet"), out.join("summary.parquet")).expect("copied");
    carecast(home.path())
        .args(["verify", "out/baseline", "--quiet"])
        .assert()
        .code(1)
        .stdout(contains("summary.parquet: row ").and(contains("column ")));
}

#[test]
fn another_version_and_a_changed_base_are_said_plainly() {
    let home = tempfile::tempdir().expect("a folder");
    let mine = home.path().join("mine");
    fs::create_dir(&mine).expect("made");
    for entry in fs::read_dir(base()).expect("the made-up country") {
        let path = entry.expect("an entry").path();
        fs::copy(&path, mine.join(path.file_name().expect("a name"))).expect("copied");
    }
    fs::write(home.path().join("plan.ron"), QUESTION).expect("written");
    let options = [
        "--base",
        "mine",
        "--replicates",
        "16",
        "--no-charts",
        "--quiet",
    ];
    carecast(home.path())
        .args(["run", "plan.ron"])
        .args(options)
        .assert()
        .code(0);
    let verify = |more: &[&str]| {
        let mut command = carecast(home.path());
        command.args(["verify", "out/plan", "--quiet"]).args(more);
        command.assert()
    };
    let manifest = home.path().join("out/plan/manifest.json");
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    change(&manifest, &version, "\"version\": \"0.0.9\"");
    verify(&[])
        .code(0)
        .stderr(contains("made by carecast 0.0.9"));
    change(&manifest, "\"version\": \"0.0.9\"", &version);

    fs::rename(&mine, home.path().join("moved")).expect("moved");
    verify(&[]).code(1);
    verify(&["--base", "moved"])
        .code(0)
        .stdout(contains("identical"));
    change(
        &home.path().join("moved/provinces.csv"),
        "Nordmark",
        "Nordmarch",
    );
    verify(&["--base", "moved"])
        .code(1)
        .stdout(contains("the base").and(contains("has changed since the run")));
}
