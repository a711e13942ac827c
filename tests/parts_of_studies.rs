//! A comparison, a sweep and looking back are frozen and lived part by part: put together the parts leave
//! the bytes of one command, or the merge names what is wrong. Killed, that command goes on from what it
//! has kept.

use crate::cut_short::{AT_ONCE, TRIES, killed_and_kept, size};
use crate::parts::{
    all_parts, merge, of_another_build, place, said, shuffled_and_doubled, spoilt_and_mended,
};
use crate::support::small_run::{base, carecast, files};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

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
    /// The words of the command.
    fn all_words(&self) -> Vec<String> {
        let mut all: Vec<String> = self.words.iter().map(|word| (*word).to_owned()).collect();
        if self.words[0] != "hindcast" {
            all.push("--base".into());
            all.push(base().to_string_lossy().into_owned());
        }
        all
    }

    /// The command, after other words.
    fn command(&self, home: &Path, before: &[&str]) -> assert_cmd::Command {
        let mut command = carecast(home);
        command.args(before).args(self.all_words());
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

fn any_number_of_parts(study: &Study, numbers: &[u32]) {
    let (_once, whole) = at_once(study);
    for &parts in numbers {
        let home = home();
        let home = home.path();
        freeze(home, study, parts);
        shuffled_and_doubled(home, parts);
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

fn what_is_wrong_is_named_and_mended(study: &Study, points: u32) {
    let (_once, whole) = at_once(study);
    let home = home();
    let home = home.path();
    freeze(home, study, 3);
    freeze(home, study, 3); // the same question once more
    all_parts(home, 3);
    spoilt_and_mended(home, 1, points);
    of_another_build(home, "parts/00000.part");
    fs::copy(place(home, 1), place(home, 2)).expect("copied");
    let text = said(&merge(home).code(3));
    assert!(text.contains("part 0: made by another version"), "{text}");
    assert!(text.contains("part 2: of another question"), "{text}");
    all_parts(home, 3);
    // What only a run can keep is not kept in silence.
    for asked in [&["--keep-draws"][..], &["--draws", "5"]] {
        let told = carecast(home)
            .args(["merge", "frozen"])
            .args(asked)
            .assert();
        let text = said(&told.code(2));
        assert!(text.contains("parts::of-a-run-alone"), "{text}");
        assert!(text.contains(&format!("leave {} out", asked[0])), "{text}");
    }
    merge(home).code(0);
    assert!(files(&home.join(study.out)) == whole, "other bytes");
    // What is lived is not to be edited either.
    let question = fs::read_to_string(home.join("frozen/question.json")).expect("there");
    let (now, then) = match question.contains("\"at_most\": true") {
        true => ("\"at_most\": true", "\"at_most\": false"),
        false => ("\"at_most\": false", "\"at_most\": true"),
    };
    let turned = question.replacen(now, then, 1);
    fs::write(home.join("frozen/question.json"), turned).expect("written");
    assert!(said(&merge(home).code(2)).contains("parts::touched"));
    of_another_build(home, "question.json");
    assert!(said(&merge(home).code(2)).contains("parts::other-build"));
}

/// The command is killed once it has kept a block or two, and goes on to the same bytes.
fn killed_and_resumed(study: &Study) {
    let (_once, whole) = at_once(study);
    let home = home();
    let home = home.path();
    let out = home.join(study.out);
    let name = out.file_name().expect("a name").to_string_lossy();
    let kept = out.with_file_name(format!(".{name}.unfinished"));
    let (mut kills, mut left) = (0, false);
    for _ in 0..TRIES {
        if left && kills >= 2 {
            break;
        }
        let enough = size(&kept) + 10_000;
        let mut command = Command::new(env!("CARGO_BIN_EXE_carecast"));
        let command = command
            .current_dir(home)
            .args(study.all_words())
            .args(["--resume", "--no-charts"])
            .args(AT_ONCE)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        left = killed_and_kept(command, &kept, enough);
        kills += u32::from(left);
    }
    assert!(left, "it ended before it was killed");
    let mut last = study.command(home, &[]);
    let text = said(&last.args(["--resume", "--no-charts"]).assert().code(0));
    assert!(text.contains("going on from"), "{text}");
    assert!(files(&out) == whole, "other bytes");
    assert!(!kept.exists());
}

#[test]
fn any_number_of_parts_of_a_comparison_leaves_its_bytes() {
    any_number_of_parts(&COMPARISON, &[1, 3, 7, 64]);
}

#[test]
fn any_number_of_parts_of_a_sweep_leaves_its_bytes() {
    any_number_of_parts(&SWEEP, &[1, 3, 7, 64]);
}

#[test]
fn any_number_of_parts_of_a_sweep_that_goes_on_where_answers_are_not_clear_leaves_its_bytes() {
    any_number_of_parts(&SEARCHING, &[1, 3, 7]);
}

#[test]
fn any_number_of_parts_of_looking_back_leaves_its_bytes() {
    any_number_of_parts(&PAST, &[1, 3, 7]);
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
    what_is_wrong_is_named_and_mended(&COMPARISON, 20);
}

#[test]
fn what_is_wrong_with_parts_of_a_sweep_is_named() {
    what_is_wrong_is_named_and_mended(&SWEEP, 7);
    what_is_wrong_is_named_and_mended(&SEARCHING, 7);
}

#[test]
fn what_is_wrong_with_parts_of_looking_back_is_named() {
    what_is_wrong_is_named_and_mended(&PAST, 5);
}

#[test]
fn a_comparison_that_is_killed_goes_on_to_the_same_bytes() {
    killed_and_resumed(&COMPARISON);
}

#[test]
fn a_sweep_that_is_killed_goes_on_to_the_same_bytes() {
    killed_and_resumed(&SWEEP);
    killed_and_resumed(&SEARCHING);
}

#[test]
fn looking_back_that_is_killed_goes_on_to_the_same_bytes() {
    killed_and_resumed(&PAST);
}
