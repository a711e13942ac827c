//! Every command that the README and the guide write down does what a reader expects of it: it ends well.

use assert_cmd::Command;
use std::collections::BTreeSet;
use std::path::Path;

/// What a page's word for something stands for here.
const STANDS_FOR: [(&str, &str); 10] = [
    ("FILE.ron", "fitted.ron"),
    ("FILE", "my-scenario.ron"),
    ("NAME=VALUES", "post.match=0.8,0.9"),
    ("NAME", "satellite"),
    ("DIR", "written"),
    ("YEAR", "2018"),
    ("RUN", "out/baseline"),
    ("A", "baseline"),
    ("B", "satellite"),
    ("FOLDER", "put-down"),
];

/// Commands as they are written: lines of blocks that begin with the program's name, and in a sentence
/// between back quotes.
fn written() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut pages = vec![root.join("README.md")];
    for entry in std::fs::read_dir(root.join("src/guide")).expect("the guide can be read") {
        let page = entry.expect("an entry").path();
        // Pages in another language show the same commands, which a test of their own holds.
        if page.is_file() {
            pages.push(page);
        }
    }
    let mut found = Vec::new();
    for page in pages {
        let text = std::fs::read_to_string(&page).expect("a page can be read");
        let blocks = text.split("```").skip(1).step_by(2);
        let lines = blocks
            .flat_map(str::lines)
            .filter(|line| line.starts_with("carecast "));
        found.extend(lines.map(|line| line.split(" # ").next().unwrap_or(line).trim().to_owned()));
        let quoted = text.split('`').skip(1).step_by(2);
        let said = quoted.filter(|said| said.starts_with("carecast ") && !said.contains('\n'));
        found.extend(said.map(str::to_owned));
    }
    let mut seen = BTreeSet::new();
    found.retain(|command| seen.insert(command.clone()));
    found
}

/// A command's words as a shell would part them.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (i, part) in command.split('\'').enumerate() {
        match i % 2 {
            0 => words.extend(part.split_whitespace().map(str::to_owned)),
            _ => words.push(part.to_owned()),
        }
    }
    words
}

fn carecast(home: &Path, words: &[&str]) -> std::process::Output {
    let mut command = Command::cargo_bin("carecast").expect("the program was built");
    let command = command.current_dir(home).args(words);
    command.output().expect("the program starts")
}

/// What stands in the folder of somebody who has read that far.
fn at_home(home: &Path) {
    let few = ["--replicates", "8", "--quiet", "--no-charts"];
    for name in ["my-scenario", "my-plan"] {
        carecast(home, &["new", name]);
        let file = format!("{name}.ron");
        carecast(home, &[&["run", file.as_str()], few.as_slice()].concat());
    }
    carecast(home, &[&["run", "baseline"], few.as_slice()].concat());
    std::fs::rename(home.join("out/my-plan"), home.join("out/other-plan")).expect("it was left");
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/register");
    let first = std::fs::read_dir(shipped)
        .expect("predictions are shipped")
        .next();
    let first = first
        .expect("predictions are shipped")
        .expect("an entry")
        .path();
    std::fs::create_dir(home.join("put-down")).expect("a folder");
    for entry in std::fs::read_dir(first).expect("it can be read") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a file");
        std::fs::copy(&path, home.join("put-down").join(name)).expect("it can be copied");
    }
    let came = "indicator,year,value,unit,scope,source_id,grade,published,vintage,published_note,note\n\
                beds_per_10k,2026,34.9,r,all,S,A,2026,,,\n";
    std::fs::write(home.join("came.csv"), came).expect("written");
}

/// The same question with few futures, and nothing in the way of what it makes.
fn made_small(mut words: Vec<String>, home: &Path) -> Vec<String> {
    // What may be left out.
    words.retain(|word| !word.starts_with('[') && !word.ends_with(']'));
    for word in &mut words {
        if let Some((_, here)) = STANDS_FOR.iter().find(|(said, _)| said == word) {
            *word = (*here).to_owned();
        }
    }
    if let Some(at) = words.iter().position(|word| word == "--score") {
        words[at + 1] = "came.csv".to_owned();
    }
    let futures = match words[1].as_str() {
        "run" | "compare" | "sweep" | "freeze" => Some("8"),
        "decide" if words[2] != "worth" => Some("16"),
        "gallery" => Some("1"),
        "hindcast" => Some("0"),
        _ => None,
    };
    if let Some(futures) = futures {
        if let Some(at) = words.iter().position(|word| word == "--replicates") {
            words.drain(at..at + 2);
        }
        words.extend(["--replicates".to_owned(), futures.to_owned()]);
    }
    if words.iter().any(|word| word == "--design") {
        words.extend(["--rows".to_owned(), "64".to_owned()]);
    }
    if let Some(at) = words.iter().position(|word| word == "--parts") {
        words[at + 1] = "1".to_owned();
    }
    let made = match words[1].as_str() {
        "new" => words.get(2).map(|name| format!("{name}.ron")),
        "base" => words.get(3).cloned(),
        "register" => Some("register".to_owned()),
        "freeze" => words
            .iter()
            .position(|w| w == "--out")
            .map(|at| words[at + 1].clone()),
        _ => None,
    };
    if let Some(made) = made {
        let made = home.join(made);
        let _ = std::fs::remove_file(&made).or_else(|_| std::fs::remove_dir_all(&made));
    }
    words
}

#[test]
fn every_command_that_a_page_writes_down_ends_well() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path();
    at_home(home);
    let written = written();
    assert!(written.len() > 25, "{written:#?}");
    let mut wrong = Vec::new();
    for command in &written {
        let words = made_small(words(command), home);
        let words: Vec<&str> = words.iter().skip(1).map(String::as_str).collect();
        let alone = words.len() == 1 && words[0] != "hindcast";
        let output = match alone {
            true => carecast(home, &[words[0], "--help"]),
            false => carecast(home, &words),
        };
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            wrong.push(format!("{command}\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
