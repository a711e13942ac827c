//! What a comparison, a sweep and a gallery leave is locked while it is written, can be verified, and
//! its pictures can be drawn again.

use crate::support::small_run::{QUESTION, base, carecast};
use carecast::internals::report::Lock;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The question with a decision.
const OTHER: &str = r#"(title: "More money", base: "viet-nam", policies: [
    (id: "money", payer: Provincial, do: Investment(amount: Multiple(1.5), money: Planned, split: (new_beds: Share(1.0))))])"#;

/// A home with two questions.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a folder");
    fs::write(home.path().join("plain.ron"), QUESTION).expect("written");
    fs::write(home.path().join("money.ron"), OTHER).expect("written");
    home
}

/// What a command says when it ends with `code`.
fn says(home: &Path, code: i32, words: &[&str]) -> String {
    let told = carecast(home).args(words).assert().code(code);
    let out = told.get_output();
    let both = [&out.stdout[..], &out.stderr[..]].concat();
    String::from_utf8_lossy(&both).into_owned()
}

/// A verb on the made-up country.
fn verb(name: &str) -> Vec<String> {
    let base = base().display().to_string();
    let words: &[&str] = match name {
        "compare" => &["compare", "plain.ron", "money.ron", "--replicates", "64"],
        _ => &[
            "sweep",
            "money.ron",
            "--over",
            "money.amount=0.5..1.5:3",
            "--replicates",
            "64",
        ],
    };
    let more = ["--quiet", "--base", &base];
    words.iter().chain(&more).map(|w| w.to_string()).collect()
}

fn make(home: &Path, name: &str) -> PathBuf {
    let words = verb(name);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    says(home, 0, &words);
    home.join(match name {
        "compare" => "out/compare",
        _ => "out/money-sweep",
    })
}

fn gallery(home: &Path, code: i32) -> String {
    let all = carecast::internals::scenario::file::built_in_names();
    let other = all.into_iter().find(|name| *name != "baseline");
    let other = other.expect("the library holds several");
    says(
        home,
        code,
        &["gallery", other, "--replicates", "16", "--quiet"],
    )
}

/// Pictures below a folder, by name.
fn pictures(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("drawn").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".svg") || name.ends_with(".csv") {
            all.insert(name, fs::read(entry.path()).expect("readable"));
        }
    }
    all
}

/// Changes the first digit after the middle of a file.
fn spoil(file: &Path) -> Vec<u8> {
    let whole = fs::read(file).expect("readable");
    let mut bytes = whole.clone();
    let from = bytes.len() / 2;
    let at = from
        + bytes[from..]
            .iter()
            .position(u8::is_ascii_digit)
            .expect("a digit");
    bytes[at] = if bytes[at] == b'7' { b'8' } else { b'7' };
    fs::write(file, bytes).expect("written");
    whole
}

#[test]
fn a_comparison_and_a_sweep_are_verified_and_redrawn() {
    for (name, tables) in [
        ("compare", ["comparison.json", "differences.csv"]),
        ("sweep", ["sweep.json", "sweep.csv"]),
    ] {
        let home = home();
        let out = make(home.path(), name);
        let folder = out.display().to_string();
        let said = says(home.path(), 0, &["plot", &folder, "--quiet"]);
        assert_eq!(said, "");
        assert_eq!(
            pictures(&out.join("redrawn")),
            pictures(&out.join("charts")),
            "{name}"
        );
        // The files it was made from are not needed any more.
        fs::remove_file(home.path().join("plain.ron")).expect("removed");
        fs::remove_file(home.path().join("money.ron")).expect("removed");
        let at = base().display().to_string();
        let verify = ["verify", &folder, "--quiet", "--base", &at];
        let said = says(home.path(), 0, &verify);
        assert!(said.starts_with("identical: "), "{said}");
        let mut names: Vec<String> = tables.iter().map(|t| t.to_string()).collect();
        names.retain(|t| out.join(t).is_file());
        names.push(match name {
            "compare" => "comparison.md".into(),
            _ => "report.md".into(),
        });
        assert!(names.len() >= 2, "{names:?}");
        for table in &names {
            let whole = spoil(&out.join(table));
            let said = says(home.path(), 1, &verify);
            assert!(said.contains(table.as_str()), "{table}: {said}");
            fs::write(out.join(table), whole).expect("written");
        }
        // A manifest that tells another story.
        let manifest = out.join("manifest.json");
        let text = fs::read_to_string(&manifest).expect("readable");
        let other = text.replacen("\"seed\": 1,", "\"seed\": 2,", 1);
        assert_ne!(text, other, "{text}");
        fs::write(&manifest, other).expect("written");
        let said = says(home.path(), 1, &verify);
        assert!(said.contains("seed"), "{said}");
        fs::write(&manifest, text).expect("written");
        let said = says(home.path(), 0, &verify);
        assert!(said.starts_with("identical: "), "{said}");
    }
}

#[test]
fn a_gallery_is_verified_and_redrawn() {
    let home = home();
    gallery(home.path(), 0);
    let out = home.path().join("out/gallery");
    let said = says(home.path(), 0, &["plot", "out/gallery", "--quiet"]);
    assert_eq!(said, "");
    assert_eq!(
        pictures(&out.join("redrawn/baseline")),
        pictures(&out.join("baseline/charts"))
    );
    let verify = ["verify", "out/gallery", "--quiet"];
    let said = says(home.path(), 0, &verify);
    assert!(said.starts_with("identical: "), "{said}");
    assert!(said.contains("2 runs"), "{said}");
    for name in ["answers.csv", "index.md", "baseline/summary.csv"] {
        let whole = spoil(&out.join(name));
        let said = says(home.path(), 1, &verify);
        assert!(said.contains(name), "{said}");
        fs::write(out.join(name), whole).expect("written");
    }
    // All of it is replaced, or nothing.
    let before = fs::read(out.join("baseline/findings.json")).expect("readable");
    fs::remove_file(out.join("answers.csv")).expect("removed");
    fs::create_dir(out.join("answers.csv")).expect("made");
    fs::write(out.join("answers.csv/mine"), "mine").expect("written");
    let words = ["gallery", "baseline", "--replicates", "32", "--quiet"];
    let said = says(home.path(), 1, &words);
    assert!(said.contains("answers.csv"), "{said}");
    let after = fs::read(out.join("baseline/findings.json")).expect("readable");
    assert!(before == after, "a run was replaced");
}

#[test]
fn no_two_commands_write_to_one_folder() {
    let home = home();
    for (name, folder) in [
        ("compare", "out/compare"),
        ("sweep", "out/money-sweep"),
        ("gallery", "out/gallery"),
        ("gallery", "out/gallery/baseline"),
    ] {
        let held = Lock::of(&home.path().join(folder)).expect("free");
        let said = if name == "gallery" {
            gallery(home.path(), 1)
        } else {
            let words = verb(name);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            says(home.path(), 1, &words)
        };
        assert!(said.contains("another run is writing"), "{name}: {said}");
        assert!(said.contains("--out"), "{name}: {said}");
        assert!(!home.path().join(folder).exists(), "{name}");
        drop(held);
    }
    let out = make(home.path(), "compare");
    assert!(out.join("manifest.json").is_file());
    let hidden = fs::read_dir(home.path().join("out")).expect("there");
    let hidden: Vec<_> = hidden
        .flatten()
        .map(|e| e.file_name().to_string_lossy().into_owned())
        .filter(|n| n.starts_with('.'))
        .collect();
    assert_eq!(hidden, Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn a_gallery_that_is_interrupted_says_so_with_its_code() {
    let home = home();
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_carecast"))
        .current_dir(home.path())
        .args(["gallery", "baseline", "--quiet"])
        .spawn()
        .expect("the program starts");
    let out = home.path().join("out/gallery");
    for _ in 0..6_000 {
        if out.is_dir() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    let pid = child.id().to_string();
    let sent = std::process::Command::new("kill")
        .args(["-INT", &pid])
        .status();
    assert!(sent.expect("sent").success());
    assert_eq!(child.wait().expect("it ends").code(), Some(130));
    assert!(!out.exists(), "something was left");
}

#[test]
fn absurd_numbers_of_futures_are_refused_with_a_way_out() {
    let home = home();
    let base = base().display().to_string();
    let money = ["sweep", "money.ron", "--over", "money.amount=0.5,1"];
    for words in [
        &["run", "plain.ron"][..],
        &["compare", "plain.ron", "money.ron"],
        &["freeze", "plain.ron", "--parts", "3", "--out", "frozen"],
        &money,
    ] {
        let words = [words, &["--replicates", "1000000000", "--base", &base]].concat();
        let said = says(home.path(), 2, &words);
        assert!(
            said.contains("1,000,000") || said.contains("1000000"),
            "{said}"
        );
        assert!(
            words[0] == "sweep" || said.contains("1000000..2000000"),
            "{said}"
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn futures_that_do_not_fit_into_memory_are_refused_before_anything_is_lived() {
    let home = home();
    let base = base().display().to_string();
    let words = "compare plain.ron money.ron --replicates 1000000 --quiet --base";
    let began = std::time::Instant::now();
    let program = assert_cmd::cargo::cargo_bin("carecast");
    let told = std::process::Command::new("sh")
        .args(["-c", "ulimit -v 1000000 && exec \"$@\"", "sh"])
        .arg(program)
        .args(words.split(' '))
        .arg(base)
        .current_dir(home.path())
        .output();
    let out = told.expect("it ends");
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    assert_eq!(out.status.code(), Some(1), "{said}");
    assert!(said.contains("run::memory"), "{said}");
    assert!(said.contains("1,000,000 futures need about"), "{said}");
    assert!(said.contains("--replicates"), "{said}");
    assert!(began.elapsed().as_secs() < 60, "it was lived first");
}
