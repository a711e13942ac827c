//! The pages for users are there twice. What is code, where links lead and what figures say is the same in
//! both languages, paragraph by paragraph, so that a page that is edited in one is edited in the other.

use regex::Regex;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a pattern")
}

static CODE: LazyLock<Regex> = LazyLock::new(|| pattern("`([^`]*)`"));
static LINK: LazyLock<Regex> = LazyLock::new(|| pattern(r"\]\(([^)]*)\)"));
static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[^\w.,])(\d+(?:[.,]\d+)*|[.,]\d+)"));
/// What begins a paragraph of its own.
static BEGINS: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(\||- |\d+\. |#)"));
/// The number of an entry in a list.
static ENTRY: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\d+\. "));
/// Versions and licences, whose points are no marks of numbers.
static NAME: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b\d{1,2}\.\d{1,2}\.\d{1,2}\b|SIL [\w ]*1\.1|Apache[- ]2\.0"));

/// Pages in English with the same in Vietnamese.
fn pages() -> Vec<(PathBuf, PathBuf)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = vec![(root.join("README.md"), root.join("README.vi.md"))];
    let guide = root.join("src/guide");
    for entry in fs::read_dir(guide.join("vi")).expect("the guide can be read") {
        let vi = entry.expect("an entry").path();
        let name = vi.file_name().expect("a name").to_owned();
        all.push((guide.join(name), vi));
    }
    all
}

/// Whether a paragraph belongs to one language alone: it leads to the other's page, or to a heading by the
/// name it has in English, or says how numbers are written.
fn alone(block: &str) -> bool {
    block.starts_with("<a id=")
        || block.starts_with("*Bản tiếng Việt")
        || block.starts_with("*In English")
}

/// The paragraphs, list entries, rows, headings and blocks of code of a page.
fn blocks(page: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut now = String::new();
    let mut fenced = false;
    for line in page.lines() {
        let fence = line.starts_with("```");
        if !fenced && (fence || line.trim().is_empty() || BEGINS.is_match(line)) && !now.is_empty()
        {
            all.push(std::mem::take(&mut now));
        }
        fenced ^= fence;
        if fenced || !line.trim().is_empty() {
            now += line;
            now.push('\n');
        }
        if fence && !fenced {
            all.push(std::mem::take(&mut now));
        }
    }
    all.push(now);
    all.retain(|block| !block.is_empty() && !alone(block));
    all
}

/// How often each of some parts of a text stands there.
fn counted(parts: impl Iterator<Item = String>) -> BTreeMap<String, u32> {
    let mut all = BTreeMap::new();
    parts.for_each(|part| *all.entry(part).or_default() += 1);
    all
}

/// What a paragraph holds that no language changes: code, where links lead, figures.
fn held(block: &str, (group, part): (char, char)) -> [BTreeMap<String, u32>; 3] {
    let one_line = block.replace('\n', " ");
    let of = |pattern: &Regex, text: &str| {
        let found = pattern.captures_iter(text).map(|found| found[1].to_owned());
        found.collect::<Vec<String>>()
    };
    let plain = LINK
        .replace_all(&CODE.replace_all(&one_line, " "), "]")
        .into_owned();
    let plain = ENTRY.replace(&plain, "").into_owned();
    // What stands between the figures and the brackets of ranges may stand together with either.
    let spaced = plain.replace(['(', '[', '–', '/', '+', '='], " ");
    let figures = of(&NUMBER, &spaced).into_iter().map(|figure| {
        let one = figure.replace(group, "").replace(part, ".");
        match one.strip_prefix('.') {
            Some(rest) => format!("0.{rest}"),
            None => one,
        }
    });
    [
        counted(of(&CODE, &one_line).into_iter()),
        counted(of(&LINK, &one_line).into_iter()),
        counted(figures),
    ]
}

/// Versions and names of licences, whose points are no marks of numbers.
fn without_names(block: &str) -> String {
    NAME.replace_all(block, " ").into_owned()
}

#[test]
fn pages_for_users_say_the_same_in_both_languages() {
    let mut wrong = Vec::new();
    let mut compared = 0;
    for (en, vi) in pages() {
        let page = vi
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let read = |path: &Path| fs::read_to_string(path).expect("a page can be read");
        let (en, vi) = (blocks(&read(&en)), blocks(&read(&vi)));
        if en.len() != vi.len() {
            wrong.push(format!(
                "{page}: {} paragraphs, in Vietnamese {}",
                en.len(),
                vi.len()
            ));
        }
        for (en, vi) in en.iter().zip(&vi) {
            compared += 1;
            let level = |block: &str| block.chars().take_while(|c| *c == '#').count();
            let cells = |block: &str| block.replace("\\|", "").matches('|').count();
            if en.starts_with("```") || vi.starts_with("```") {
                if en != vi {
                    wrong.push(format!("{page}: other code:\n{en}\n{vi}"));
                }
                continue;
            }
            let same_kind =
                level(en) == level(vi) && (!en.starts_with('|') || cells(en) == cells(vi));
            let [one, other] = [(en, (',', '.')), (vi, ('.', ','))]
                .map(|(block, marks)| held(&without_names(block), marks));
            if !same_kind || one != other {
                wrong.push(format!("{page}:\n{en}{vi}{one:?}\n{other:?}"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} differ:\n{}",
        wrong.len(),
        wrong.join("\n\n")
    );
    assert!(compared > 500, "{compared}");
}
