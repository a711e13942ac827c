//! The same question in both languages: the same tables to the byte, the same figures on the page, and no
//! English word where a Vietnamese reads.

use crate::support::small_run::{QUESTION, base, carecast, files, run};
use carecast::internals::policy::KINDS;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

const LITTLE: [&str; 2] = ["--replicates", "48"];

/// What a run leaves under a language.
fn left_in(language: &str) -> (tempfile::TempDir, PathBuf) {
    let home = tempfile::tempdir().expect("a folder");
    let out = run(
        home.path(),
        QUESTION,
        &[&LITTLE[..], &["--lang", language]].concat(),
    );
    (home, out)
}

/// Whether a file is there to be read: what depends on the language.
fn is_read(file: &Path) -> bool {
    let name = file.to_string_lossy();
    let read = [
        "report.html",
        "report.md",
        "report.docx",
        "summary.xlsx",
        "manifest.json",
    ];
    read.contains(&&*name) || name.ends_with(".svg")
}

#[test]
fn tables_are_the_same_bytes_in_both_languages() {
    let ((_a, en), (_b, vi)) = (left_in("en"), left_in("vi"));
    let (en, vi) = (files(&en), files(&vi));
    assert_eq!(en.keys().collect::<Vec<_>>(), vi.keys().collect::<Vec<_>>());
    let mut compared = 0;
    for (name, bytes) in en.iter().filter(|(name, _)| !is_read(name)) {
        compared += 1;
        assert!(vi.get(name) == Some(bytes), "{} differs", name.display());
    }
    assert!(compared > 20, "{compared}");
    for name in ["report.html", "report.md"] {
        assert_ne!(en[Path::new(name)], vi[Path::new(name)], "{name}");
    }
    let page = String::from_utf8_lossy(&vi[Path::new("report.html")]).into_owned();
    assert!(page.contains("<html lang=\"vi\""), "{}", &page[..200]);
}

#[test]
fn results_in_both_languages_stand_in_one_folder_and_are_verified() {
    let (home, out) = left_in("both");
    let all = files(&out);
    for name in ["vi/report.html", "vi/report.md", "report.html"] {
        assert!(all.contains_key(Path::new(name)), "{name}");
    }
    let (_alone, vi) = left_in("vi");
    let vi = files(&vi);
    for (name, bytes) in &vi {
        if is_read(name) && name != Path::new("manifest.json") {
            let beside = Path::new("vi").join(name);
            assert!(all.get(&beside) == Some(bytes), "{}", name.display());
        }
    }
    carecast(home.path())
        .args(["verify", "out/baseline", "--base"])
        .arg(base())
        .assert()
        .code(0);
}

#[test]
fn a_finished_run_is_shown_in_the_other_language_without_living_it() {
    let (home, out) = left_in("en");
    let before = files(&out);
    carecast(home.path())
        .args(["show", "out/baseline", "--lang", "vi"])
        .assert()
        .code(0);
    let (_alone, vi) = left_in("vi");
    let vi = files(&vi);
    let shown = files(&out.join("vi"));
    // What was recorded of single hospitals is not kept for people, so the workbook has a sheet less.
    for (name, bytes) in shown
        .iter()
        .filter(|(name, _)| !name.ends_with("summary.xlsx"))
    {
        assert!(vi.get(name) == Some(bytes), "{}", name.display());
    }
    assert!(shown.len() > 20, "{}", shown.len());
    // The run itself stays as it was left.
    let after = files(&out);
    for (name, bytes) in &before {
        assert!(after.get(name) == Some(bytes), "{}", name.display());
    }
    let refused = carecast(home.path())
        .args([
            "show",
            "out/baseline",
            "--lang",
            "vi",
            "--out",
            "out/baseline",
        ])
        .assert()
        .code(2);
    let said = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
    assert!(said.contains("gợi ý:"), "{said}");
    // Nor does it write over another result.
    fs::create_dir_all(home.path().join("out/other")).expect("a folder");
    let other = home.path().join("out/other/manifest.json");
    fs::write(&other, "{}").expect("a file");
    carecast(home.path())
        .args(["show", "out/baseline", "--out", "out/other"])
        .assert()
        .code(2);
    assert_eq!(fs::read_to_string(&other).ok().as_deref(), Some("{}"));
    assert_eq!(
        fs::read_dir(home.path().join("out/other"))
            .expect("a folder")
            .count(),
        1
    );
}

/// What the schema says of everything that may be written in a file.
fn descriptions(value: &serde_json::Value, all: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            if let Some(serde_json::Value::String(text)) = fields.get("description") {
                all.insert(text.clone());
            }
            fields.values().for_each(|value| descriptions(value, all));
        }
        serde_json::Value::Array(values) => {
            values.iter().for_each(|value| descriptions(value, all))
        }
        _ => {}
    }
}

#[test]
fn every_field_of_a_file_is_explained_in_vietnamese() {
    let home = tempfile::tempdir().expect("a folder");
    let schema = carecast(home.path())
        .arg("schema")
        .output()
        .expect("it ran");
    let schema = serde_json::from_slice(&schema.stdout).expect("JSON");
    let mut all = BTreeSet::new();
    descriptions(&schema, &mut all);
    // What a kind of policy is stands with it in both languages, and the schema's own line is for editors.
    let elsewhere = |text: &String| {
        KINDS.iter().any(|kind| kind.summary.en == text) || text.starts_with("this schema")
    };
    all.retain(|text| !elsewhere(text));
    let table = include_str!("../src/words/fields.csv");
    let rows = csv::Reader::from_reader(table.as_bytes()).into_deserialize::<(String, String)>();
    let rows: BTreeMap<String, String> = rows.map(|row| row.expect("a row")).collect();
    let missing: Vec<&String> = all
        .iter()
        .filter(|text| !rows.contains_key(*text))
        .collect();
    assert!(all.len() > 250 && missing.is_empty(), "{missing:#?}");
    assert!(rows.values().all(|vi| !vi.trim().is_empty()));
    // None stands there for nothing.
    let own = |en: &&String| !all.contains(*en);
    let stale: Vec<&String> = rows.keys().filter(own).collect();
    assert!(stale.is_empty(), "{stale:#?}");
}

/// Text of a Markdown page without what is code.
fn plain(page: &str) -> String {
    let mut text = String::new();
    for (at, part) in page.split('`').enumerate() {
        text.push_str(if at % 2 == 0 { part } else { " " });
    }
    text
}

/// Numbers of a text, as values, with how often each stands there.
fn figures(text: &str, (group, part): (char, char)) -> BTreeMap<String, u32> {
    let mut all = BTreeMap::new();
    let mut number = String::new();
    for c in text.chars().chain([' ']) {
        if c.is_ascii_digit() || (!number.is_empty() && (c == group || c == part)) {
            number.push(c);
            continue;
        }
        let plain: String = number
            .trim_end_matches([group, part])
            .replace(group, "")
            .replace(part, ".");
        if !plain.is_empty() {
            *all.entry(plain).or_default() += 1;
        }
        number.clear();
    }
    all
}

#[test]
fn the_first_page_tells_the_same_figures_in_both_languages() {
    let ((_a, en), (_b, vi)) = (left_in("en"), left_in("vi"));
    let read = |folder: &Path| plain(&fs::read_to_string(folder.join("report.md")).expect("text"));
    let en = figures(&read(&en), (',', '.'));
    let vi = figures(&read(&vi), ('.', ','));
    // A date is written with other figures, and "one" may be a word.
    let telling = |all: &BTreeMap<String, u32>| -> BTreeSet<String> {
        all.keys().filter(|n| n.len() > 1).cloned().collect()
    };
    let (en, vi) = (telling(&en), telling(&vi));
    let apart: Vec<_> = en.symmetric_difference(&vi).collect();
    assert!(apart.is_empty(), "{apart:?}");
}

/// English words that stand in no Vietnamese text and in no name.
const ENGLISH: [&str; 40] = [
    "the",
    "of",
    "and",
    "with",
    "from",
    "for",
    "that",
    "which",
    "this",
    "these",
    "futures",
    "beds",
    "doctors",
    "nurses",
    "year",
    "years",
    "people",
    "hospital",
    "hospitals",
    "chance",
    "target",
    "targets",
    "assumption",
    "money",
    "public",
    "province",
    "provinces",
    "what",
    "each",
    "every",
    "where",
    "most",
    "least",
    "more",
    "less",
    "than",
    "are",
    "is",
    "was",
    "not",
];

/// English words of a text, but for those of names.
fn english(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '-');
    words
        .map(str::to_lowercase)
        .filter(|word| ENGLISH.contains(&word.as_str()))
        .collect()
}

#[test]
fn no_english_word_stands_where_a_vietnamese_reads() {
    let home = tempfile::tempdir().expect("a folder");
    carecast(home.path())
        .args(["run", "lai-chau", "--replicates", "64", "--lang", "vi"])
        .assert()
        .code(0);
    let out = home.path().join("out/lai-chau");
    let mut found = Vec::new();
    for (name, bytes) in files(&out) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let text = match name.extension().and_then(|e| e.to_str()) {
            Some("md") => plain(&text),
            Some("svg") => svg_texts(&text),
            _ => continue,
        };
        let words = english(&text);
        if !words.is_empty() {
            found.push(format!("{}: {words:?}", name.display()));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// Texts of a picture.
fn svg_texts(svg: &str) -> String {
    let texts = svg.split("<text").skip(1);
    let inside = texts.filter_map(|t| t.split_once('>')?.1.split_once("</text>"));
    let plain = inside.map(|(text, _)| {
        let mut out = String::new();
        let mut tag = false;
        for c in text.chars() {
            match c {
                '<' => tag = true,
                '>' => tag = false,
                c if !tag => out.push(c),
                _ => {}
            }
        }
        out
    });
    plain.collect::<Vec<_>>().join("\n")
}

#[test]
fn help_and_refusals_are_in_vietnamese() {
    let home = tempfile::tempdir().expect("a folder");
    let says = |code: i32, words: &[&str]| {
        let told = carecast(home.path()).args(words).assert().code(code);
        let out = told.get_output();
        let [out, err] =
            [&out.stdout, &out.stderr].map(|b| String::from_utf8_lossy(b).into_owned());
        out + &err
    };
    for words in [
        &["--help", "--lang", "vi"][..],
        &["run", "--help", "--lang=vi"],
        &["compare", "--help", "--lang=vi"],
    ] {
        let told = says(0, words);
        let words_found = english(&plain(&told));
        assert!(words_found.is_empty(), "{words:?}: {words_found:?}\n{told}");
    }
    // Ids stand at the head of a line of a list.
    let told = says(0, &["list", "indicators", "--lang", "vi"]);
    let lines = told.lines().filter_map(|line| line.trim().split_once(' '));
    let told: String = lines.flat_map(|(_, rest)| [rest, "\n"]).collect();
    let found = english(&told);
    assert!(found.is_empty(), "{found:?}\n{told}");
    fs::write(
        home.path().join("wrong.ron"),
        "(title: \"x\", base: \"viet-nam\", years: (first: 2030, last: 2026))",
    )
    .expect("written");
    let told = says(2, &["check", "wrong.ron", "--lang", "vi"]);
    assert!(told.contains("gợi ý"), "{told}");
    // What was typed is shown as it was typed.
    let ours: Vec<&str> = told.lines().filter(|line| !line.contains('│')).collect();
    let found = english(&plain(&ours.join("\n")));
    assert!(found.is_empty(), "{found:?}\n{told}");
    let told = says(2, &["run", "no-such", "--lang", "vi"]);
    let found = english(&plain(&told));
    assert!(found.is_empty(), "{found:?}\n{told}");
}
