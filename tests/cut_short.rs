//! Runs are killed, interrupted, starved of disk and locked out. Nothing half-written stands under a
//! final name, the message says what to do, and `--resume` goes on to the same bytes.

use crate::support::small_run::{QUESTION, base, carecast, files, run};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Kills of a run.
const KILLS: u32 = 50;
/// Futures of the runs that are cut short: 30 blocks.
const FUTURES: &str = "480";
/// How often a run is started until it is cut short in time: a busy machine may let it end first.
pub const TRIES: u32 = 40;
/// Finished futures are kept from the first on, however quickly a run is over.
pub const AT_ONCE: [&str; 2] = ["--keep-after", "0"];

fn hidden(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let names = entries.map(|e| {
        let name = e.expect("an entry").file_name();
        name.to_string_lossy().into_owned()
    });
    names.filter(|n| n.starts_with('.')).collect()
}

fn command(home: &Path, more: &[&str]) -> Command {
    of_futures(FUTURES, home, more)
}

fn of_futures(futures: &str, home: &Path, more: &[&str]) -> Command {
    let mut command = without_keeping(futures, home);
    command.args(AT_ONCE).args(more);
    command
}

/// A run that keeps nothing in its first seconds.
fn without_keeping(futures: &str, home: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_carecast"));
    command
        .current_dir(home)
        .args(["run", "baseline.ron", "--base"])
        .arg(base())
        .args(["--replicates", futures])
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    command
}

fn start(home: &Path, more: &[&str]) -> Child {
    command(home, more).spawn().expect("the program starts")
}

fn said(child: &mut Child) -> String {
    let mut text = String::new();
    let pipe = child.stderr.as_mut().expect("piped");
    pipe.read_to_string(&mut text).expect("text");
    text
}

/// What the same run leaves when nobody disturbs it.
fn undisturbed() -> BTreeMap<PathBuf, Vec<u8>> {
    let home = tempfile::tempdir().expect("a folder");
    let options = ["--replicates", FUTURES];
    files(&run(home.path(), QUESTION, &options))
}

/// Where the futures of the run wait.
fn waiting(home: &Path) -> PathBuf {
    home.join("out/.baseline.unfinished")
}

pub fn size(file: &Path) -> u64 {
    fs::metadata(file).map_or(0, |m| m.len())
}

/// Files in the hidden draft of the results; drafts that killed runs have left do not count.
fn drafted(out: &Path, old: &[String]) -> usize {
    let mut files = 0;
    for name in hidden(out).iter().filter(|name| !old.contains(name)) {
        for folder in [out.join(name), out.join(name).join("charts")] {
            files += fs::read_dir(folder).into_iter().flatten().count();
        }
    }
    files
}

/// Waits until the run has come that far, or has ended; says which.
pub fn comes(child: &mut Child, far: impl Fn() -> bool) -> bool {
    while !far() {
        if child.try_wait().expect("asked").is_some() {
            return false;
        }
        std::thread::sleep(Duration::from_micros(300));
    }
    true
}

/// Starts it and kills it once so many bytes of futures are kept: whether they are still there. On a busy
/// machine it may have ended between the look and the kill, and then nothing is left to go on from.
pub fn killed_and_kept(command: &mut Command, kept: &Path, enough: u64) -> bool {
    let mut child = command.spawn().expect("the program starts");
    let came = comes(&mut child, || size(kept) >= enough);
    child.kill().expect("killed or gone");
    child.wait().expect("gone");
    came && size(kept) >= enough
}

/// The most bytes of futures that wait during a run.
fn most_waiting(home: &Path) -> u64 {
    let mut child = start(home, &[]);
    let most = std::cell::Cell::new(0);
    comes(&mut child, || {
        most.set(most.get().max(size(&waiting(home))));
        false
    });
    most.get()
}

#[test]
fn a_run_killed_at_fifty_points_is_resumed_to_the_same_bytes() {
    let whole = undisturbed();
    let home = tempfile::tempdir().expect("a folder");
    let home = home.path();
    fs::write(home.join("baseline.ron"), QUESTION).expect("written");
    let most = most_waiting(home);
    fs::remove_dir_all(home.join("out")).expect("removed");
    let out = home.join("out/baseline");
    // A fixed sequence of points; how far a run has come is told by what it has kept and drafted.
    let mut state = 20_260_101u64;
    let mut point = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (state >> 40) as f64 / (1u64 << 24) as f64
    };
    let (mut living, mut writing, mut resumed) = (0, 0, 0);
    for kill in 0..KILLS {
        // Every second run begins anew, the others go on from the one before.
        let anew = kill % 2 == 0;
        if anew {
            let _ = fs::remove_file(waiting(home));
        }
        let more: &[&str] = if anew { &[] } else { &["--resume"] };
        let kept = if anew { 0 } else { size(&waiting(home)) };
        let old = hidden(&out);
        let mut child = start(home, more);
        let share = point();
        if share < 0.7 && kept < most {
            let far = kept + ((most - kept) as f64 * share / 0.7) as u64;
            living += u32::from(comes(&mut child, || {
                size(&waiting(home)) >= far && size(&waiting(home)) <= most
            }));
        } else {
            let far = (whole.len() as f64 * point()) as usize;
            writing += u32::from(comes(&mut child, || drafted(&out, &old) > far));
        }
        std::thread::sleep(Duration::from_micros((2_000.0 * point()) as u64));
        child.kill().expect("killed or gone");
        let text = said(&mut child);
        child.wait().expect("gone");
        resumed += u32::from(text.contains("going on from"));
        for (name, bytes) in files(&out) {
            assert!(
                whole.get(&name) == Some(&bytes),
                "kill {kill}: {} is not what a whole run leaves",
                name.display()
            );
        }
    }
    assert!(
        living >= 12 && writing >= 8 && resumed >= 12,
        "{living} runs were killed while living, {writing} while writing; {resumed} went on"
    );
    let mut last = start(home, &["--resume"]);
    let text = said(&mut last);
    assert!(last.wait().expect("it ends").success(), "{text}");
    let after = files(&out);
    assert_eq!(
        after.keys().collect::<Vec<_>>(),
        whole.keys().collect::<Vec<_>>()
    );
    assert!(after == whole, "the resumed run leaves other bytes");
    assert!(hidden(&home.join("out")).is_empty());
    assert!(hidden(&out).is_empty(), "a draft of a killed run was left");
}

#[test]
fn an_interrupted_run_keeps_its_futures_and_says_how_to_go_on() {
    let whole = undisturbed();
    let home = tempfile::tempdir().expect("a folder");
    fs::write(home.path().join("baseline.ron"), QUESTION).expect("written");
    let waiting = waiting(home.path());
    let interrupted = || {
        let mut child = start(home.path(), &[]);
        let came = comes(&mut child, || size(&waiting) >= 20_000);
        let pid = child.id().to_string();
        let _ = Command::new("kill").args(["-INT", &pid]).status();
        let text = said(&mut child);
        let code = child.wait().expect("it ends").code();
        if !came || code == Some(0) {
            let _ = fs::remove_dir_all(home.path().join("out"));
            return None;
        }
        Some((code, text))
    };
    let in_time = (0..TRIES).find_map(|_| interrupted());
    let (code, text) = in_time.expect("the run ended before it was interrupted");
    assert_eq!(code, Some(130), "{text}");
    assert!(text.contains("--resume"), "{text}");
    assert!(!home.path().join("out/baseline").exists());
    // More futures than were asked for first: what was kept serves all the same.
    carecast(home.path())
        .args(["run", "baseline.ron", "--resume", "--threads", "1"])
        .args(["--replicates", FUTURES, "--base"])
        .arg(base())
        .assert()
        .code(0)
        .stderr(predicates::str::contains("going on from"));
    assert!(files(&home.path().join("out/baseline")) == whole);
    assert!(!waiting.exists());
}

/// Runs very many futures and interrupts the run when it tells how far it has come: so many futures, what
/// waits then, and what was told.
fn interrupted(home: &Path, after: &str) -> (String, u64, String) {
    fs::write(home.join("baseline.ron"), QUESTION).expect("written");
    let mut command = without_keeping("100000", home);
    command.args(["--keep-after", after]);
    let mut child = command.spawn().expect("the program starts");
    let lines = BufReader::new(child.stderr.take().expect("piped")).lines();
    let mut lines = lines.map_while(Result::ok);
    let told = lines.find(|line| line.contains(" of 100,000 futures"));
    let told = told.expect("it is at it for a while");
    let pid = child.id().to_string();
    let kill = Command::new("kill").args(["-INT", &pid]).status();
    assert!(kill.expect("kill runs").success());
    let text: Vec<String> = lines.collect();
    let text = text.join("\n");
    assert_eq!(child.wait().expect("it ends").code(), Some(130), "{text}");
    let (_, lived) = told.split_once("baseline: ").expect("of this run");
    let (lived, _) = lived.split_once(' ').expect("a number");
    (lived.replace(',', ""), size(&waiting(home)), text)
}

#[test]
fn a_run_that_has_not_lasted_long_keeps_nothing_and_says_so() {
    let home = tempfile::tempdir().expect("a folder");
    let (_, kept, text) = interrupted(home.path(), "3600");
    assert_eq!(kept, 0, "{text}");
    assert!(text.contains("starts from the beginning"), "{text}");
    assert!(text.contains("--keep-after"), "{text}");
    assert!(!text.contains("--resume"), "{text}");
    assert!(hidden(&home.path().join("out")).is_empty());
}

#[test]
fn a_run_that_began_to_keep_after_a_while_is_resumed_to_the_same_bytes() {
    let home = tempfile::tempdir().expect("a folder");
    let (lived, kept, text) = interrupted(home.path(), "1");
    assert!(kept > 20_000, "{text}");
    assert!(text.contains("--resume"), "{text}");
    let as_many = ["--replicates", &lived, "--no-charts"];
    let mut child = without_keeping(&lived, home.path());
    let mut child = child
        .args(["--no-charts", "--resume"])
        .spawn()
        .expect("the program starts");
    let text = said(&mut child);
    assert!(child.wait().expect("it ends").success(), "{text}");
    assert!(text.contains("going on from"), "{text}");
    let whole = tempfile::tempdir().expect("a folder");
    let whole = files(&run(whole.path(), QUESTION, &as_many));
    let resumed = files(&home.path().join("out/baseline"));
    assert!(resumed == whole, "the resumed run leaves other bytes");
}

#[test]
fn a_run_until_its_probabilities_are_known_is_resumed_to_the_same_bytes() {
    let until = ["--until", "1.5pt", "--replicates", "2000", "--no-charts"];
    let home = tempfile::tempdir().expect("a folder");
    let whole = files(&run(home.path(), QUESTION, &until));
    let home = tempfile::tempdir().expect("a folder");
    fs::write(home.path().join("baseline.ron"), QUESTION).expect("written");
    let waiting = waiting(home.path());
    let resumed = || {
        let mut command = of_futures("2000", home.path(), &["--resume"]);
        command.args([until[0], until[1], until[4]]);
        command
    };
    let out = home.path().join("out/baseline");
    // While it lives the futures before the rule is first asked, and when it has lived those it asks for.
    let early =
        (0..TRIES).any(|_| killed_and_kept(resumed().stderr(Stdio::null()), &waiting, 20_000));
    assert!(early, "it ended before it was killed");
    let late = (0..TRIES).any(|_| {
        let old = hidden(&out);
        let mut child = resumed().spawn().expect("the program starts");
        let came = comes(&mut child, || drafted(&out, &old) > 0);
        child.kill().expect("killed or gone");
        child.wait().expect("gone");
        came && size(&waiting) >= 20_000
    });
    assert!(late, "it ended before it was killed");
    let mut child = resumed().spawn().expect("the program starts");
    let text = said(&mut child);
    assert!(child.wait().expect("it ends").success(), "{text}");
    assert!(files(&out) == whole);
    let (_, rest) = text.split_once("going on from ").expect("it goes on");
    let (number, _) = rest.split_once(' ').expect("a number");
    let number: u32 = number.replace(',', "").parse().expect("a number");
    assert!(number > 1_008, "{text}");
}

#[test]
fn what_was_kept_of_another_question_is_not_used() {
    let home = tempfile::tempdir().expect("a folder");
    fs::create_dir(home.path().join("out")).expect("made");
    fs::write(home.path().join("baseline.ron"), QUESTION).expect("written");
    for more in [&["--resume"][..], &[]] {
        fs::write(
            waiting(home.path()),
            "carecast: futures of an unfinished run, 1\n{}\nwhatever",
        )
        .expect("written");
        carecast(home.path())
            .args(["run", "baseline.ron", "--no-charts", "--base"])
            .arg(base())
            .args(["--replicates", "32"])
            .args(more)
            .assert()
            .code(0)
            .stderr(predicates::str::contains("another scenario, base or seed"));
    }
}

#[test]
fn a_list_that_was_cut_short_goes_on_after_what_was_finished() {
    let home = tempfile::tempdir().expect("a folder");
    let out = run(
        home.path(),
        QUESTION,
        &["--no-charts", "--replicates", "32"],
    );
    let moment = |out: &Path| {
        let file = fs::metadata(out.join("manifest.json")).expect("whole");
        file.modified().expect("known")
    };
    let before = moment(&out);
    fs::write(home.path().join("second.ron"), QUESTION).expect("written");
    carecast(home.path())
        .args(["run", "baseline.ron", "second.ron", "--resume", "--base"])
        .arg(base())
        .args(["--no-charts", "--replicates", "32"])
        .assert()
        .code(0)
        .stderr(predicates::str::contains("baseline: finished before"));
    assert_eq!(moment(&out), before);
    assert!(home.path().join("out/second/manifest.json").is_file());
    // What was finished with other futures, or without what is asked for now, is lived again.
    for more in [
        &["--replicates", "32..64", "--no-charts"][..],
        &["--replicates", "32..64", "--no-charts", "--facilities", "0"],
        &["--replicates", "32..64"],
    ] {
        let again = |more: &[&str]| {
            let told = carecast(home.path())
                .args(["run", "baseline.ron", "--resume", "--base"])
                .arg(base())
                .args(more)
                .assert()
                .code(0);
            String::from_utf8_lossy(&told.get_output().stderr).into_owned()
        };
        assert!(!again(more).contains("finished before"), "{more:?}");
        assert!(again(more).contains("finished before"), "{more:?}");
    }
}

#[test]
fn a_folder_does_not_hide_the_built_in_scenario_of_its_name() {
    let home = tempfile::tempdir().expect("a folder");
    fs::create_dir(home.path().join("baseline")).expect("made");
    carecast(home.path())
        .args(["check", "baseline"])
        .assert()
        .code(0);
}

#[test]
fn a_second_run_into_the_same_folder_is_refused() {
    let home = tempfile::tempdir().expect("a folder");
    fs::write(home.path().join("baseline.ron"), QUESTION).expect("written");
    // Long enough to be at it still when the second has read its base, however busy the machine is.
    let mut long = of_futures("100000", home.path(), &[]);
    let mut first = long.spawn().expect("the program starts");
    let waiting = waiting(home.path());
    assert!(comes(&mut first, || waiting.exists()));
    let mut second = start(home.path(), &[]);
    let text = said(&mut second);
    let second = second.wait().expect("it ends");
    assert!(first.try_wait().expect("asked").is_none(), "it goes on");
    first.kill().expect("it is ended");
    first.wait().expect("it ends");
    assert_eq!(second.code(), Some(1), "{text}");
    assert!(text.contains("another run is writing"), "{text}");
    assert!(text.contains("--out"), "{text}");
}

/// Runs where no file may grow beyond so many blocks of 512 bytes: what a full disk looks like to a
/// program, at a point of our choice.
fn starved(home: &Path, blocks: u32) -> (Option<i32>, String) {
    let mut line = format!("trap '' XFSZ; ulimit -f {blocks}; exec");
    let run = command(home, &[]);
    for word in std::iter::once(run.get_program()).chain(run.get_args()) {
        line.push_str(&format!(" '{}'", word.to_string_lossy()));
    }
    let output = Command::new("sh")
        .current_dir(home)
        .args(["-c", &line])
        .output()
        .expect("a shell runs");
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code(), text)
}

#[test]
fn a_full_disk_leaves_nothing_half_written_and_is_named() {
    let whole = undisturbed();
    let largest = whole.values().map(Vec::len).max().expect("files") as u32 / 512;
    let mut failed = 0;
    for blocks in [1, 2, 8, 40, 200, largest / 2, largest - 1] {
        let home = tempfile::tempdir().expect("a folder");
        fs::write(home.path().join("baseline.ron"), QUESTION).expect("written");
        let (code, text) = starved(home.path(), blocks);
        let out = home.path().join("out/baseline");
        assert_eq!(code, Some(1), "{blocks} blocks: {text}");
        assert!(text.contains("the disk is full"), "{blocks} blocks: {text}");
        assert!(text.contains("--out FOLDER"), "{blocks} blocks: {text}");
        assert!(
            files(&out).is_empty(),
            "{blocks} blocks left {:?}",
            files(&out).keys()
        );
        failed += 1;
    }
    assert_eq!(failed, 7);
    // Room for the results but not for all finished futures: the run goes on without keeping them.
    let home = tempfile::tempdir().expect("a folder");
    fs::write(home.path().join("baseline.ron"), QUESTION).expect("written");
    let (code, text) = starved(home.path(), largest + 1);
    assert_eq!(code, Some(0), "{text}");
    assert!(text.contains("no longer kept"), "{text}");
    assert!(files(&home.path().join("out/baseline")) == whole);
}

#[cfg(target_os = "linux")]
#[test]
fn a_place_that_cannot_be_written_is_named_before_anything_is_lived() {
    let home = tempfile::tempdir().expect("a folder");
    fs::write(home.path().join("baseline.ron"), QUESTION).expect("written");
    let (plain, locked) = (home.path().join("plain"), home.path().join("locked"));
    fs::write(&plain, "a file, not a folder").expect("written");
    fs::create_dir(&locked).expect("made");
    let mut rights = fs::metadata(&locked).expect("known").permissions();
    rights.set_readonly(true);
    fs::set_permissions(&locked, rights).expect("locked");
    // Whoever may write anywhere is shown a place of the system that nobody may write to.
    let all_powerful = fs::write(locked.join("try"), "").is_ok();
    let locked = if all_powerful {
        PathBuf::from("/proc/1")
    } else {
        locked
    };
    for place in [plain, locked] {
        let mut child = start(home.path(), &["--out", &place.to_string_lossy()]);
        let text = said(&mut child);
        assert_eq!(child.wait().expect("it ends").code(), Some(1), "{text}");
        assert!(text.contains(&*place.to_string_lossy()), "{text}");
        assert!(text.contains("--out FOLDER"), "{text}");
        assert!(!text.contains("living"), "{text}");
    }
}

#[test]
fn a_run_goes_on_until_its_probabilities_are_known() {
    let home = tempfile::tempdir().expect("a folder");
    fs::write(home.path().join("baseline.ron"), QUESTION).expect("written");
    let until = |more: &[&str]| {
        let told = carecast(home.path())
            .args(["run", "baseline.ron", "--no-charts", "--base"])
            .arg(base())
            .args(more)
            .assert()
            .code(0);
        let said = String::from_utf8_lossy(&told.get_output().stderr).into_owned();
        let text = fs::read_to_string(home.path().join("out/baseline/manifest.json"));
        let manifest: serde_json::Value =
            serde_json::from_str(&text.expect("a manifest")).expect("JSON");
        (said, manifest)
    };
    let (said, manifest) = until(&["--until", "1.5pt"]);
    assert!(said.contains("is known to 1.5 points after"), "{said}");
    let rule = &manifest["run"]["stop_rule"];
    assert_eq!(rule["reached"], true);
    assert!(rule["widest"][1].as_f64().expect("a width") <= 0.015);
    let lived = manifest["replicates"]["count"].as_u64().expect("a number");
    assert!((100..5_000).contains(&lived), "{lived}");
    let answers = fs::read_to_string(home.path().join("out/baseline/targets.csv"));
    assert!(answers.expect("answers").contains(&lived.to_string()));
    // It is the same run as one asked for that number.
    carecast(home.path())
        .args(["verify", "out/baseline"])
        .assert()
        .code(0);

    let (said, manifest) = until(&["--until", "0.2pt", "--replicates", "200"]);
    assert!(said.contains("not every headline probability"), "{said}");
    assert!(
        said.contains("after 200 futures, the most allowed"),
        "{said}"
    );
    assert_eq!(manifest["run"]["stop_rule"]["reached"], false);
    assert_eq!(manifest["replicates"]["count"], 200);
}
