//! A comparison and a sweep are frozen and lived part by part: put together the parts leave the bytes of
//! one command, or the merge names what is wrong.

use crate::parts::{all_parts, merge, part, patch, place, ranges, said, shuffled, start};
use crate::support::small_run::{base, carecast, files};
use std::fs;
use std::path::Path;

/// A question that lives more than one scenario.
struct Study {
    /// As it is asked.
    words: &'static [&'static str],
    /// The folder of its results.
    out: &'static str,
}

/// Options of three blocks, and two that split the change of one of them.
const COMPARISON: Study = Study {
    words: &[
        "compare",
        "nothing.ron",
        "more.ron",
        "much.ron",
        "--replicates",
        "5..45",
    ],
    out: "out/compare",
};

/// As many futures at every point.
const SWEEP: Study = Study {
    words: &[
        "sweep",
        "more.ron",
        "--over",
        "more-provincial.amount=1,2,3",
        "--replicates",
        "40",
    ],
    out: "out/more-sweep",
};

/// More where the answer is not clear.
const SEARCHING: Study = Study {
    words: &[
        "sweep",
        "more.ron",
        "--over",
        "more-provincial.amount=1,2,3",
        "--most",
        "300",
    ],
    out: "out/more-sweep",
};

/// The whole model from one origin, by three ways of going on.
const PAST: Study = Study {
    words: &["hindcast", "--origin", "2018", "--replicates", "24"],
    out: "out/hindcast",
};

/// Three plans on the made-up country.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a folder");
    let plan = |id: &str, times: u32, payer: &str| {
        format!(
            "(id: \"{id}\", do: Investment(amount: Multiple({times}), money: Disbursed,
                split: (new_beds: Rest), allocation: Gap), from: 2026, to: 2028, payer: {payer}),"
        )
    };
    let write = |name: &str, policies: &str| {
        let text = format!(
            "(title: \"Plan {name}\", base: \"here\", years: (first: 2025, last: 2028), seed: 5,
                policies: [{policies}], targets: Only([(indicator: \"beds_per_10k\", at_least: 30, by: 2028)]))"
        );
        fs::write(home.path().join(format!("{name}.ron")), text).expect("written");
    };
    let more = |times| plan("more-provincial", times, "Provincial");
    write("nothing", "");
    write("more", &more(2));
    write(
        "much",
        &format!("{}{}", more(3), plan("more-central", 3, "Ministry")),
    );
    home
}

impl Study {
    /// The command, after other words.
    fn command(&self, home: &Path, before: &[&str]) -> assert_cmd::Command {
        let mut command = carecast(home);
        command.args(before).args(self.words);
        if self.words[0] != "hindcast" {
            command.arg("--base").arg(base());
        }
        command
    }
}

fn freeze(home: &Path, study: &Study, parts: u32) {
    let mut command = study.command(home, &["freeze"]);
    let parts = parts.to_string();
    let command = command.args(["--out", "frozen", "--parts", &parts]);
    command.assert().code(0);
}

/// What one command leaves.
fn at_once(
    study: &Study,
) -> (
    tempfile::TempDir,
    std::collections::BTreeMap<std::path::PathBuf, Vec<u8>>,
) {
    let home = home();
    let mut command = study.command(home.path(), &[]);
    command.args(["--quiet", "--no-charts"]).assert().code(0);
    let all = files(&home.path().join(study.out));
    assert!(all.len() > 4, "{:?}", all.keys());
    (home, all)
}

fn any_number_of_parts(study: &Study) {
    let (_once, whole) = at_once(study);
    for parts in [1, 3, 7] {
        let home = home();
        let home = home.path();
        freeze(home, study, parts);
        for index in shuffled(parts) {
            let threads = ["--threads", ["2", "1", "3"][index as usize % 3], "--quiet"];
            // Two machines are given the same part.
            let mut copies: Vec<_> = (0..1 + index % 2)
                .map(|_| start(home, "frozen", index, &threads))
                .collect();
            copies
                .iter_mut()
                .for_each(|copy| assert!(copy.wait().expect("it ends").success()));
        }
        assert_eq!(ranges(home), "");
        merge(home).code(0);
        assert!(files(&home.join(study.out)) == whole, "{parts} parts");
        if parts == 3 {
            carecast(home)
                .args(["verify", study.out, "--quiet"])
                .assert()
                .code(0);
        }
    }
}

fn what_is_wrong_is_named_and_mended(study: &Study) {
    let (_once, whole) = at_once(study);
    let home = home();
    let home = home.path();
    freeze(home, study, 3);
    freeze(home, study, 3); // the same question once more
    all_parts(home, 3);
    let sound = fs::read(place(home, 1)).expect("there");
    for point in 1..8 {
        let mut bytes = sound.clone();
        let at = (bytes.len() - 1) * point / 7;
        bytes[at] ^= 4;
        fs::write(place(home, 1), &bytes).expect("written");
        assert_eq!(ranges(home), "1\n", "byte {at}");
        assert!(said(&merge(home).code(3)).contains("part 1: cut short"));
        // A try that was killed, and its successor.
        fs::remove_file(place(home, 1)).expect("removed");
        let killed = home.join("frozen/parts/.00001.part-killed");
        fs::write(killed, &sound[..at]).expect("written");
        let told = said(&part(home, 1, &[]).code(0));
        let goes_on = told.contains("goes on from");
        assert!(goes_on || point < 5, "byte {at}: {told}");
        assert!(
            fs::read(place(home, 1)).expect("there") == sound,
            "byte {at}"
        );
    }
    let question = fs::read_to_string(home.join("frozen/question.json")).expect("there");
    let json: serde_json::Value = serde_json::from_str(&question).expect("JSON");
    let sources = json["belongs"]["sources"].as_str().expect("a fingerprint");
    let other: String = sources.chars().rev().collect();
    patch(&place(home, 0), sources, &other);
    fs::copy(place(home, 1), place(home, 2)).expect("copied");
    let text = said(&merge(home).code(3));
    assert!(text.contains("part 0: made by another version"), "{text}");
    assert!(text.contains("part 2: of another question"), "{text}");
    all_parts(home, 3);
    merge(home).code(0);
    assert!(files(&home.join(study.out)) == whole, "other bytes");
    // What is lived is not to be edited either.
    let (now, then) = match question.contains("\"at_most\": true") {
        true => ("\"at_most\": true", "\"at_most\": false"),
        false => ("\"at_most\": false", "\"at_most\": true"),
    };
    let turned = question.replacen(now, then, 1);
    fs::write(home.join("frozen/question.json"), turned).expect("written");
    assert!(said(&merge(home).code(2)).contains("parts::touched"));
    patch(&home.join("frozen/question.json"), sources, &other);
    assert!(said(&merge(home).code(2)).contains("parts::other-build"));
}

#[test]
fn any_number_of_parts_of_a_comparison_leaves_its_bytes() {
    any_number_of_parts(&COMPARISON);
}

#[test]
fn any_number_of_parts_of_a_sweep_leaves_its_bytes() {
    any_number_of_parts(&SWEEP);
}

#[test]
fn any_number_of_parts_of_a_sweep_that_goes_on_where_answers_are_not_clear_leaves_its_bytes() {
    any_number_of_parts(&SEARCHING);
}

#[test]
fn any_number_of_parts_of_looking_back_leaves_its_bytes() {
    any_number_of_parts(&PAST);
    let home = home();
    let law = [
        "freeze",
        "hindcast",
        "--replicates",
        "0",
        "--parts",
        "2",
        "--out",
        "frozen",
    ];
    let refused = said(&carecast(home.path()).args(law).assert().code(2));
    assert!(refused.contains("parts::not-cut"), "{refused}");
    let late = [
        "freeze",
        "hindcast",
        "--origin",
        "2020",
        "--known-by",
        "2021",
    ];
    let late = [&late[..], &["--parts", "2", "--out", "frozen"]].concat();
    let refused = said(&carecast(home.path()).args(late).assert().code(2));
    assert!(
        refused.contains("was published in 2023, after 2021"),
        "{refused}"
    );
}

#[test]
fn what_is_wrong_with_parts_of_a_comparison_is_named() {
    what_is_wrong_is_named_and_mended(&COMPARISON);
}

#[test]
fn what_is_wrong_with_parts_of_a_sweep_is_named() {
    what_is_wrong_is_named_and_mended(&SWEEP);
    what_is_wrong_is_named_and_mended(&SEARCHING);
}
