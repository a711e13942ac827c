//! A run is frozen, lived part by part, in any order, twice, on other machines, cut short and spoilt:
//! put together the parts leave the bytes of one run, or the merge names what is wrong.

use crate::support::small_run::{QUESTION, base, carecast, files, run};
use assert_cmd::assert::Assert;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
#[cfg(unix)]
use std::time::Duration;

/// Futures of a run: 30 blocks, of which seven record the hospitals.
const RUN: [&str; 5] = ["--replicates", "470", "--facilities", "100", "--seed=7"];

/// Freezes the question into `folder`.
fn freeze(home: &Path, folder: &str, parts: u32, more: &[&str]) -> Assert {
    fs::write(home.join("baseline.ron"), QUESTION).expect("written");
    carecast(home)
        .args(["freeze", "baseline.ron", "--out", folder, "--base"])
        .arg(base())
        .args(["--parts", &parts.to_string()])
        .args(more)
        .assert()
}

fn frozen(parts: u32) -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a folder");
    freeze(home.path(), "frozen", parts, &RUN).code(0);
    home
}

pub fn part(home: &Path, index: u32, more: &[&str]) -> Assert {
    let command = ["part", "frozen", &index.to_string()];
    carecast(home).args(command).args(more).assert()
}

pub fn all_parts(home: &Path, parts: u32) {
    for index in 0..parts {
        part(home, index, &["--quiet"]).code(0);
    }
}

pub fn merge(home: &Path) -> Assert {
    let command = ["merge", "frozen", "--quiet", "--no-charts"];
    carecast(home).args(command).assert()
}

pub fn ranges(home: &Path) -> String {
    let told = carecast(home)
        .args(["missing", "frozen", "--ranges"])
        .assert();
    String::from_utf8_lossy(&told.code(0).get_output().stdout).into_owned()
}

pub fn said(told: &Assert) -> String {
    String::from_utf8_lossy(&told.get_output().stderr).into_owned()
}

pub fn place(home: &Path, index: u32) -> PathBuf {
    home.join(format!("frozen/parts/{index:05}.part"))
}

/// The same question in one run: the folder it leaves, and its home.
fn one_run() -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().expect("a folder");
    let out = run(
        home.path(),
        QUESTION,
        &[&RUN[..], &["--no-charts"]].concat(),
    );
    (home, out)
}

/// The parts leave what one run leaves.
fn is_one_run(home: &Path) {
    merge(home).code(0);
    let (_whole, out) = one_run();
    assert!(
        files(&home.join("out/baseline")) == files(&out),
        "other bytes"
    );
}

/// Numbers below `below`, in an order of our choice.
fn shuffled(below: u32) -> Vec<u32> {
    let mut all: Vec<u32> = (0..below).collect();
    all.sort_by_key(|n| n.wrapping_mul(2_654_435_761) >> 7);
    all
}

/// Lives all parts in some order, every second one twice at a time, on one thread or more.
pub fn shuffled_and_doubled(home: &Path, parts: u32) {
    for index in shuffled(parts) {
        let threads = ["--threads", ["1", "2", "3"][index as usize % 3], "--quiet"];
        // Two machines are given the same part.
        let start = || start(home, "frozen", index, &threads);
        let mut copies: Vec<Child> = (0..1 + index % 2).map(|_| start()).collect();
        copies
            .iter_mut()
            .for_each(|copy| assert!(copy.wait().expect("it ends").success()));
    }
    assert_eq!(ranges(home), "");
    let left = fs::read_dir(home.join("frozen/parts")).expect("it is there");
    assert_eq!(left.count(), parts as usize, "something of a try was left");
}

#[test]
fn any_number_of_parts_in_any_order_leaves_the_bytes_of_one_run() {
    let (_whole, out) = one_run();
    let whole = files(&out);
    for parts in [1, 3, 7, 64] {
        let home = frozen(parts);
        shuffled_and_doubled(home.path(), parts);
        merge(home.path()).code(0);
        assert!(
            files(&home.path().join("out/baseline")) == whole,
            "{parts} parts"
        );
        // Done once more, nothing is lived.
        let before = fs::read(place(home.path(), 0)).expect("there");
        let told = part(home.path(), 0, &[]).code(0);
        assert!(said(&told).is_empty(), "{}", said(&told));
        assert!(fs::read(place(home.path(), 0)).expect("there") == before);
    }
}

#[test]
fn a_built_in_question_needs_no_tables_and_any_first_future_will_do() {
    let home = tempfile::tempdir().expect("a folder");
    let home = home.path();
    let futures = ["--replicates", "1600..1620"];
    let freeze = ["freeze", "baseline", "--parts", "2", "--out", "frozen"];
    carecast(home).args(freeze).args(futures).assert().code(0);
    assert!(!home.join("frozen/base").exists());
    all_parts(home, 2);
    merge(home).code(0);
    let again = [
        "run",
        "baseline",
        "--quiet",
        "--no-charts",
        "--out",
        "again",
    ];
    carecast(home).args(again).args(futures).assert().code(0);
    assert!(files(&home.join("out/baseline")) == files(&home.join("again/baseline")));
    let verify = ["verify", "out/baseline", "--quiet"];
    carecast(home).args(verify).assert().code(0);
}

fn start(home: &Path, folder: &str, index: u32, more: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_carecast"))
        .current_dir(home)
        .args(["part", folder, &index.to_string()])
        .args(more)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts")
}

/// What tries that have not ended have left.
fn tries(home: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(home.join("frozen/parts")).expect("it is there");
    let all = entries.map(|e| e.expect("an entry").path());
    let begun = |path: &PathBuf| path.to_string_lossy().contains(".part-");
    all.filter(begun).collect()
}

/// Where the first block of a part ends: behind two lines of a head, the block's length and a checksum.
fn first_block_ends(part: &[u8]) -> usize {
    let lines = part.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    let head = lines.map(|(at, _)| at + 1).nth(1).expect("a head");
    let long = part[head..head + 4].try_into().expect("a length");
    head + 8 + u32::from_le_bytes(long) as usize
}

/// A finished part is cut short and changed, and its try is killed, at so many points: it is named, and
/// goes on to the same bytes.
pub fn spoilt_and_mended(home: &Path, index: u32, points: u32) {
    let whole = fs::read(place(home, index)).expect("there");
    let first = first_block_ends(&whole);
    let mut gone_on = 0;
    for point in 0..points {
        // Some point, the first byte and the last one among them.
        let at = match points - point {
            1 => whole.len() - 1,
            _ => point.wrapping_mul(2_654_435_761) as usize % whole.len(),
        };
        // A disk that lost the end of a finished part, or changed a byte of it.
        let mut spoilt = whole.clone();
        match point % 2 {
            0 => spoilt[at] ^= 4,
            _ => spoilt.truncate(at),
        }
        fs::write(place(home, index), spoilt).expect("written");
        assert_eq!(ranges(home), format!("{index}\n"), "byte {at}");
        let text = said(&merge(home).code(3));
        let named = format!("part {index}: cut short");
        assert!(
            text.contains("parts::incomplete") && text.contains(&named),
            "{text}"
        );
        assert!(text.contains("carecast part frozen INDEX"), "{text}");
        // A try that was killed, and its successor.
        fs::remove_file(place(home, index)).expect("removed");
        let killed = home.join(format!("frozen/parts/.{index:05}.part-killed"));
        fs::write(killed, &whole[..at]).expect("written");
        let text = said(&part(home, index, &[]).code(0));
        assert_eq!(text.contains("goes on from"), at >= first, "{at}: {text}");
        gone_on += u32::from(at >= first);
        assert!(
            fs::read(place(home, index)).expect("there") == whole,
            "byte {at}"
        );
        assert!(
            tries(home).is_empty(),
            "what the killed try left is still there"
        );
    }
    assert!(gone_on > 0 && gone_on < points, "{gone_on} of {points}");
    assert!(!home.join("out").exists(), "something was written");
}

#[test]
fn a_part_spoilt_or_killed_at_twenty_points_is_named_and_goes_on_to_the_same_bytes() {
    let home = frozen(3);
    let home = home.path();
    all_parts(home, 3);
    spoilt_and_mended(home, 1, 20);
    spoilt_and_mended(home, 2, 3);
    is_one_run(home);
}

#[cfg(unix)]
#[test]
fn a_part_that_is_killed_or_interrupted_goes_on_to_the_same_bytes() {
    let home = tempfile::tempdir().expect("a folder");
    let home = home.path();
    let long = ["--replicates", "6000", "--facilities", "0"];
    freeze(home, "frozen", 1, &long).code(0);
    freeze(home, "undisturbed", 1, &long).code(0);
    for signal in ["-KILL", "-INT"] {
        let before = tries(home).len();
        let mut child = start(home, "frozen", 0, &["--quiet"]);
        let far = |path: &PathBuf| fs::metadata(path).is_ok_and(|m| m.len() > 10_000);
        while tries(home).into_iter().filter(far).count() <= before {
            assert!(
                child.try_wait().expect("asked").is_none(),
                "it ended too early"
            );
            std::thread::sleep(Duration::from_millis(1));
        }
        let pid = child.id().to_string();
        let kill = Command::new("kill").args([signal, &pid]).status();
        assert!(kill.expect("kill runs").success());
        let code = child.wait().expect("it ends").code();
        assert_eq!(code, (signal == "-INT").then_some(130));
        assert!(!place(home, 0).exists());
    }
    let told = part(home, 0, &[]).code(0);
    assert!(said(&told).contains("goes on from"), "{}", said(&told));
    assert!(tries(home).is_empty());
    assert!(
        start(home, "undisturbed", 0, &[])
            .wait()
            .expect("it ends")
            .success()
    );
    let undisturbed = fs::read(home.join("undisturbed/parts/00000.part"));
    assert!(fs::read(place(home, 0)).expect("there") == undisturbed.expect("there"));
}

/// A file of a frozen question becomes one of a program that was built from other sources.
pub fn of_another_build(home: &Path, file: &str) {
    let question = fs::read(home.join("frozen/question.json")).expect("there");
    let json: serde_json::Value = serde_json::from_slice(&question).expect("JSON");
    let sources = json["belongs"]["sources"].as_str().expect("a fingerprint");
    let file = home.join("frozen").join(file);
    let mut bytes = fs::read(&file).expect("there");
    let found = bytes.windows(sources.len());
    let mut found = found
        .enumerate()
        .filter(|(_, own)| *own == sources.as_bytes());
    let (at, _) = found.next().expect("it names the sources");
    bytes[at..at + sources.len()].reverse();
    fs::write(file, bytes).expect("written");
}

#[test]
fn parts_of_another_build_or_another_question_are_named() {
    let home = frozen(3);
    let home = home.path();
    all_parts(home, 3);
    of_another_build(home, "parts/00000.part");
    let text = said(&merge(home).code(3));
    assert!(text.contains("part 0: made by another version"), "{text}");
    // The right part of another question, and another part of the right one.
    let other = tempfile::tempdir().expect("a folder");
    freeze(
        other.path(),
        "frozen",
        3,
        &["--replicates", "470", "--seed", "8"],
    )
    .code(0);
    part(other.path(), 1, &["--quiet"]).code(0);
    fs::copy(place(other.path(), 1), place(home, 1)).expect("copied");
    fs::copy(place(home, 1), place(home, 2)).expect("copied");
    let text = said(&merge(home).code(3));
    assert!(text.contains("part 1-2: of another question"), "{text}");
    assert_eq!(ranges(home), "0-2\n");
    all_parts(home, 3);
    is_one_run(home);

    // A program built from other sources neither lives nor merges.
    of_another_build(home, "question.json");
    for told in [part(home, 0, &[]).code(2), merge(home).code(2)] {
        let text = said(&told);
        assert!(
            text.contains("parts::other-build") && text.contains("help:"),
            "{text}"
        );
    }
}

#[test]
fn a_folder_keeps_the_question_it_was_frozen_for() {
    let home = frozen(5);
    let home = home.path();
    let told = freeze(home, "frozen", 5, &RUN).code(0);
    let answer = String::from_utf8_lossy(&told.get_output().stdout).into_owned();
    assert!(answer.contains("already"), "{answer}");
    for (parts, more) in [(5, &RUN[..4]), (6, &RUN[..]), (5, &[])] {
        let text = said(&freeze(home, "frozen", parts, more).code(2));
        assert!(
            text.contains("parts::another-question") && text.contains("--out"),
            "{text}"
        );
    }
    fs::create_dir(home.join("mine")).expect("made");
    fs::write(home.join("mine/notes"), "mine").expect("written");
    let text = said(&freeze(home, "mine", 5, &RUN).code(1));
    assert!(text.contains("in the way"), "{text}");
    assert_eq!(fs::read_dir(home.join("mine")).expect("there").count(), 1);
    let text = said(&carecast(home).args(["part", "mine", "0"]).assert().code(2));
    assert!(text.contains("parts::no-question"), "{text}");
    let refused: [(&[&str], &str); 4] = [
        (&["calibrate"], "parts::not-cut"),
        (&["compare", "baseline.ron"], "two"),
        (&["sweep", "baseline.ron"], "--over"),
        (&["baseline.ron", "baseline.ron"], "cannot be used"),
    ];
    for (words, says) in refused {
        let command = [&["freeze"], words, &["--parts", "2", "--out", "new"]].concat();
        let text = said(&carecast(home).args(command).assert().code(2));
        assert!(text.contains(says), "{text}");
    }
    // What was frozen is not to be edited.
    let table = home.join("frozen/base/regions.csv");
    let text = fs::read_to_string(&table).expect("there");
    fs::write(&table, text.replacen("Highlands", "Uplands", 1)).expect("written");
    let told = part(home, 0, &[]).code(2);
    assert!(said(&told).contains("parts::touched"), "{}", said(&told));
}

#[test]
fn what_is_missing_is_told_as_an_array_of_jobs_takes_it() {
    let home = frozen(10);
    let home = home.path();
    for index in [0, 1, 2, 4, 5, 6] {
        part(home, index, &["--quiet"]).code(0);
    }
    assert_eq!(ranges(home), "3,7-9\n");
    let told = carecast(home).args(["missing", "frozen"]).assert().code(0);
    let lines = String::from_utf8_lossy(&told.get_output().stdout).into_owned();
    assert_eq!(lines, "part 3,7-9: not there yet\n");
    let text = said(&merge(home).code(3));
    assert!(
        text.contains("4 of 10 parts") && text.contains("3,7-9"),
        "{text}"
    );
}

#[test]
fn an_array_of_jobs_says_which_part_it_is() {
    let home = frozen(6);
    let home = home.path();
    let from = |environment: &[(&str, &str)], more: &[&str]| {
        let mut command = carecast(home);
        for name in [
            "HQ_TASK_ID",
            "SLURM_ARRAY_TASK_ID",
            "JOB_COMPLETION_INDEX",
            "PBS_ARRAY_INDEX",
        ] {
            command.env_remove(name);
        }
        command.envs(environment.iter().copied());
        command
            .args(["part", "frozen", "--quiet"])
            .args(more)
            .assert()
    };
    let both = [("HQ_TASK_ID", "4"), ("SLURM_ARRAY_TASK_ID", "1")];
    from(&[("SLURM_ARRAY_TASK_ID", "0")], &[]).code(0);
    from(
        &[("JOB_COMPLETION_INDEX", "2"), ("PBS_ARRAY_INDEX", "2")],
        &[],
    )
    .code(0);
    from(&both, &["--index-from-env", "HQ_TASK_ID"]).code(0);
    from(&[("MINE", "5")], &["--index-from-env", "MINE"]).code(0);
    from(&both, &["3"]).code(0);
    assert_eq!(ranges(home), "1\n");
    let refused: [(&[(&str, &str)], &[&str], &str); 5] = [
        (&both, &[], "HQ_TASK_ID=4, SLURM_ARRAY_TASK_ID=1"),
        (&[], &[], "which part"),
        (&[], &["--index-from-env", "MINE"], "MINE is not set"),
        (&[("HQ_TASK_ID", "one")], &[], "no number"),
        (&[], &["6"], "from 0 to 5"),
    ];
    for (environment, more, says) in refused {
        let text = said(&from(environment, more).code(2));
        assert!(
            text.contains("parts::index") && text.contains(says),
            "{text}"
        );
        assert!(text.contains("help:"), "{text}");
    }
}
