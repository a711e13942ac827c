//! A page for a browser is one file that opens anywhere, and says what the same page says as Markdown.

use crate::support::page::{markdown, unescaped, within};
use crate::support::small_run::{base, carecast};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};

/// What somebody may write into a scenario.
const TYPED: &str = "<script>alert('x')</script> & \\\"q\\\" ]]> <img src=x>";

/// A folder in which every command that leaves a page has left one.
fn home() -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a folder");
    let question =
        format!("(title: \"{TYPED}\", note: \"{TYPED}\", base: \"viet-nam\", policies: [])");
    fs::write(home.path().join("typed.ron"), question).expect("written");
    let money = r#"(title: "More money", base: "viet-nam", policies: [
        (id: "money", payer: Provincial, do: Investment(amount: Multiple(1.5), money: Planned, split: (new_beds: Share(1.0))))])"#;
    fs::write(home.path().join("money.ron"), money).expect("written");
    let base = base().display().to_string();
    let small = ["--replicates", "32", "--quiet", "--base", &base];
    let over = ["--over", "money.amount=0.5..1.5:3"];
    for words in [
        &[&["run", "typed.ron"][..], &small].concat()[..],
        &[&["compare", "typed.ron", "money.ron"][..], &small].concat(),
        &[&["sweep", "money.ron"][..], &over, &small].concat(),
        &["register", "out/typed", "--out", "out/register"],
        &["run", "baseline", "--replicates", "32", "--quiet"],
        &["gallery", "baseline", "--replicates", "16", "--quiet"],
        &["hindcast", "--replicates", "16", "--quiet"],
    ] {
        carecast(home.path()).args(words).assert().code(0);
    }
    home
}

/// Every file of this ending below a folder.
fn all(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => all(&path, ending, found),
            false if path.extension().is_some_and(|e| e == ending) => found.push(path),
            false => {}
        }
    }
}

#[test]
fn every_page_is_one_file_that_opens_anywhere_and_says_what_its_markdown_says() {
    let home = home();
    let mut pages = Vec::new();
    all(home.path(), "html", &mut pages);
    assert_eq!(pages.len(), 8, "{pages:?}");
    for path in pages {
        let name = path.display().to_string();
        let html = fs::read_to_string(&path).expect("text");
        stands_alone(&name, &html);
        let folder = path.parent().expect("a folder");
        let svgs = fs::read_dir(folder.join("charts")).map_or(0, |drawn| {
            let drawn = drawn.flatten();
            drawn
                .filter(|e| e.path().extension().is_some_and(|e| e == "svg"))
                .count()
        });
        if path.ends_with("gallery/index.html") {
            assert_eq!(html.matches("<figure").count(), 1, "{name}");
            assert!(html.contains("<a href=\"baseline/report.html\">"), "{name}");
            continue;
        }
        let written = fs::read_to_string(path.with_extension("md")).expect("Markdown");
        let (written, read) = (unescaped(&written), markdown(&html));
        // Of a page in parts the Markdown has the first, and the way to the whole.
        let own = path.file_name().expect("a name").to_string_lossy();
        let behind = format!("\n[What bears it out, the pictures and the annex]({own})\n");
        let (written, read) = match read.split_once("\n---\n") {
            Some((first, _)) => (written.strip_suffix(&behind).expect("a link"), first),
            None => (&*written, &*read),
        };
        let apart = written.lines().zip(read.lines()).find(|(a, b)| a != b);
        assert_eq!(apart, None, "{name}");
        assert!(written == read, "{name}");
        let drawn = html.matches("<figure").count();
        assert!(drawn == svgs, "{name}: {drawn} of {svgs} pictures");
    }
    let typed = fs::read_to_string(home.path().join("out/typed/report.html")).expect("a page");
    let told =
        "&lt;script&gt;alert('x')&lt;/script&gt; &amp; &quot;q&quot; ]]&gt; &lt;img src=x&gt;";
    for around in ["<title>", "<h1>", "<p>"] {
        assert!(typed.contains(&format!("{around}{told}")), "{around}");
    }
}

/// One file, and nothing in it that leads out, runs or clashes.
fn stands_alone(name: &str, html: &str) {
    assert!(html.len() < 3_000_000, "{name}: {} bytes", html.len());
    for part in [
        "<html lang=\"en\">",
        "<meta charset=\"utf-8\">",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "content=\"default-src 'none'; script-src 'sha256-",
    ] {
        assert!(html.contains(part), "{name}: {part}");
    }
    for (element, once) in [
        ("<title>", false),
        ("<h1", true),
        ("<script", true),
        ("<style", true),
    ] {
        // What a page looks its answers up in is data and runs nothing.
        let data = match element {
            "<script" => html.matches("<script type=\"application/json\"").count(),
            _ => 0,
        };
        let count = html.matches(element).count() - data;
        assert!(
            count == 1 || (!once && count > 1),
            "{name}: {count} of {element}"
        );
    }
    let without_names = html.replace("http://www.w3.org/2000/svg", "");
    for leads_out in [
        "http:",
        "https:",
        "<img",
        "<link",
        "<iframe",
        "<object",
        "<form",
        "@import",
        "url(",
        " src=\"",
        " style=\"",
        " onload=\"",
        "javascript:",
        "data:",
    ] {
        assert!(!without_names.contains(leads_out), "{name}: {leads_out}");
    }
    let mut ids: Vec<&str> = within(html, " id=\"", "\"");
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "{name}: a name is given twice");
    for link in within(html, "<a href=\"#", "\"") {
        assert!(
            ids.binary_search(&link).is_ok(),
            "{name}: {link} leads nowhere"
        );
    }
    let headings = ["<h2", "<h3", "<h4"].map(|h| html.matches(h).count());
    assert!(headings[0] > 0, "{name}");
    let asides = within(html, "<aside", "</aside>");
    let read = asides
        .iter()
        .fold(html.to_owned(), |html, aside| html.replace(aside, ""));
    for svg in within(&read, "<svg ", "</svg>") {
        let head = svg.split('>').next().unwrap_or_default();
        assert!(head.contains("role=\"img\""), "{name}: {head}");
        assert!(
            svg.contains("<title>") && svg.contains("<text "),
            "{name}: {head}"
        );
        assert!(
            !svg.contains(" id=") && !svg.contains("<script"),
            "{name}: {head}"
        );
    }
    let tables = html.matches("<table").count();
    assert_eq!(html.matches("<thead>").count(), tables, "{name}");
    for (open, close) in [
        ("div", 0),
        ("section", 0),
        ("details", 0),
        ("table", 0),
        ("p", 0),
        ("li", 0),
    ] {
        let opened =
            html.matches(&format!("<{open}>")).count() + html.matches(&format!("<{open} ")).count();
        assert_eq!(
            opened,
            html.matches(&format!("</{open}>")).count() + close,
            "{name}: {open}"
        );
    }
}

#[test]
fn the_manifest_names_the_page_and_verify_makes_it_again() {
    let home = tempfile::tempdir().expect("a folder");
    let words = ["run", "baseline", "--replicates", "16", "--quiet"];
    carecast(home.path()).args(words).assert().code(0);
    let out = home.path().join("out/baseline");
    let page = out.join("report.html");
    let bytes = fs::read(&page).expect("a page");
    let sum: String = Sha256::digest(&bytes)
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    let manifest = fs::read_to_string(out.join("manifest.json")).expect("a manifest");
    assert!(manifest.contains("\"report.html\"") && manifest.contains(&sum));
    let verify = ["verify", "out/baseline", "--quiet"];
    carecast(home.path()).args(verify).assert().code(0);
    let text = String::from_utf8(bytes).expect("text");
    fs::write(&page, text.replacen("futures", "Futures", 1)).expect("written");
    let told = carecast(home.path()).args(verify).assert().code(1);
    let said = String::from_utf8_lossy(&told.get_output().stdout).into_owned();
    assert!(said.contains("report.html"), "{said}");
}

/// Bytes of a text, as RFC 4648 (4) says.
fn bytes(text: &str) -> Vec<u8> {
    let six = |letter: u8| match letter {
        b'A'..=b'Z' => u32::from(letter - b'A'),
        b'a'..=b'z' => u32::from(letter - b'a') + 26,
        b'0'..=b'9' => u32::from(letter - b'0') + 52,
        b'+' => 62,
        _ => 63,
    };
    let mut out = Vec::new();
    for four in text.trim_end_matches('=').as_bytes().chunks(4) {
        let shift = 6 * (4 - four.len() as u32);
        let bits = four.iter().fold(0, |bits, letter| bits << 6 | six(*letter)) << shift;
        out.extend(&bits.to_be_bytes()[1..four.len()]);
    }
    out
}

fn rows(file: &Path) -> Vec<std::collections::BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(file).expect("a table");
    reader
        .deserialize()
        .map(|row| row.expect("a row"))
        .collect()
}

#[test]
fn a_question_to_an_assumption_is_answered_from_the_futures_the_tables_tell_of() {
    let home = tempfile::tempdir().expect("a folder");
    let words = [
        "run",
        "baseline",
        "--replicates",
        "1000",
        "--no-charts",
        "--quiet",
    ];
    carecast(home.path()).args(words).assert().code(0);
    let out = home.path().join("out/baseline");
    let html = fs::read_to_string(out.join("report.html")).expect("a page");
    let aside = within(&html, "<aside class=\"questioned\" hidden", "</aside>");
    let carried = within(aside[0], "<script type=\"application/json\"", "</script>");
    let (_, json) = carried[0].split_once('>').expect("a tag ends");
    let carried: serde_json::Value = serde_json::from_str(json).expect("JSON");
    assert_eq!(carried["futures"], 1000);
    let list = |name: &str| carried[name].as_array().expect("a list").clone();
    let id = |entry: &serde_json::Value| entry["id"].as_str().expect("an id").to_owned();
    let decoded =
        |entry: &serde_json::Value, name: &str| bytes(entry[name].as_str().expect("text"));
    let (targets, assumptions) = (list("targets"), list("assumptions"));
    assert!(targets.len() >= 8, "{}", targets.len());
    assert!(
        (2..=10).contains(&assumptions.len()),
        "{}",
        assumptions.len()
    );

    let weighted = rows(&out.join("target_variants.csv"));
    let answers = rows(&out.join("targets.csv"));
    let drivers = rows(&out.join("drivers.csv"));
    let number = |text: &str| text.parse::<f64>().expect("a number");
    let mut compared = 0;
    for target in &targets {
        let (met, name) = (decoded(target, "met"), id(target));
        let hit = |future: usize| met[future / 8] >> (future % 8) & 1 == 1;
        let share = |of: &mut dyn Iterator<Item = usize>| {
            let all: Vec<usize> = of.collect();
            all.iter().filter(|future| hit(**future)).count() as f64 / all.len() as f64
        };
        let answer = answers
            .iter()
            .find(|row| row["id"] == name)
            .expect("an answer");
        let apart = (share(&mut (0..1000)) - number(&answer["probability"])).abs();
        // A mixture of ways is counted by its weights, here by the way each future has gone.
        let mixed = weighted.iter().any(|row| row["target"] == name);
        assert!(apart < if mixed { 0.03 } else { 1e-9 }, "{name}: {apart}");
        for assumption in assumptions.iter().filter(|a| a["ways"] == false) {
            let (parts, about) = (decoded(assumption, "parts"), id(assumption));
            assert_eq!(assumption["names"].as_array().map(Vec::len), Some(101));
            let own = |row: &&std::collections::BTreeMap<String, String>| {
                row["target"] == name && row["assumption"] == about
            };
            let Some(told) = drivers.iter().find(own) else {
                continue;
            };
            let low = share(&mut (0..1000).filter(|future| parts[*future] < 20));
            let high = share(&mut (0..1000).filter(|future| parts[*future] >= 80));
            for (found, column) in [
                (low, "low_fifth_probability"),
                (high, "high_fifth_probability"),
            ] {
                assert!(
                    (found - number(&told[column])).abs() < 1e-9,
                    "{name}, {about}: {found}"
                );
            }
            compared += 1;
        }
    }
    assert!(compared >= 5, "{compared}");
}
