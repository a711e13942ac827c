//! What the guide tells people to type on a cluster has the form that our program and the engines take. What needs
//! a cluster is not run here: `tests/cluster/` does that.

use carecast::internals::command;
use std::path::{Path, PathBuf};

const PAGE: &str = include_str!("../src/guide/cluster.md");

fn pages() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = std::fs::read_dir(root.join("src/guide")).expect("the guide can be read");
    // Pages in another language lie in a folder of their own and show the same commands.
    let guide = guide.map(|entry| entry.expect("an entry").path());
    let guide = guide.filter(|page| page.is_file());
    [root.join("README.md")].into_iter().chain(guide).collect()
}

/// Lines of blocks that are told to be typed and not run by the tests: `$ ...`, without their comments.
fn typed(page: &str) -> Vec<String> {
    let blocks = page.split("```").skip(1).step_by(2);
    let lines = blocks.flat_map(str::lines);
    let lines = lines.filter_map(|line| line.strip_prefix("$ "));
    lines
        .map(|line| line.split(" # ").next().unwrap_or(line).trim().to_owned())
        .collect()
}

/// Calls of our program in a line, as the words behind its name.
fn calls(line: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for piece in line.split("&&").flat_map(|piece| piece.split(" | ")) {
        let ends = [">", "2>&1", "&"];
        let words: Vec<&str> = piece.split_whitespace().collect();
        let ours = |word: &&str| *word == "carecast" || word.ends_with("/carecast");
        // A folder of the sources has the same name.
        let verb = |at: &usize| {
            words
                .get(at + 1)
                .is_some_and(|w| w.chars().all(char::is_lowercase))
        };
        let at = words.iter().position(ours).filter(verb);
        let Some(at) = at else { continue };
        let behind = words[at..].iter().take_while(|word| !ends.contains(word));
        // What an engine fills in is a number.
        let number = |word: &&str| {
            if *word == "{}" {
                "0".to_owned()
            } else {
                (*word).to_owned()
            }
        };
        found.push(behind.map(number).collect());
    }
    found
}

#[test]
fn every_command_that_is_not_run_is_one_that_the_program_understands() {
    let mut held = 0;
    for page in pages() {
        let text = std::fs::read_to_string(&page).expect("a page can be read");
        for line in typed(&text) {
            for call in calls(&line) {
                let words: Vec<&str> = call.iter().map(String::as_str).collect();
                if let Err(why) = command::understood(&words) {
                    panic!("{}: {line}\n{why}", page.display());
                }
                held += 1;
            }
        }
    }
    assert!(held >= 10, "{held}");
    assert!(command::understood(&["carecast", "freeze", "baseline", "--pieces", "3"]).is_err());
}

/// What stands behind a flag in a line.
fn behind<'a>(line: &'a str, flag: &str) -> &'a str {
    let mut words = line.split_whitespace().skip_while(|word| *word != flag);
    words
        .nth(1)
        .unwrap_or_else(|| panic!("no {flag} in {line}"))
}

#[test]
fn ten_lines_lead_to_a_million_futures() {
    let first = PAGE.split("```").nth(1).expect("a block");
    let lines: Vec<&str> = first
        .lines()
        .filter(|line| line.starts_with("$ "))
        .collect();
    assert_eq!(lines.len(), 10, "{lines:?}");
    let frozen = lines.iter().find(|line| line.contains("carecast freeze"));
    let frozen = frozen.expect("it is frozen");
    assert_eq!(behind(frozen, "--replicates"), "1000000");
    let parts: u32 = behind(frozen, "--parts").parse().expect("a number");
    // What Slurm takes where nobody has set it up for more.
    assert!(parts <= 1_001);
    let (folder, submits) = (behind(frozen, "--out"), "carecast submit ");
    let submitted: Vec<_> = lines.iter().filter(|line| line.contains(submits)).collect();
    assert!(
        submitted
            .iter()
            .all(|line| behind(line, "submit") == folder)
    );
    assert_eq!(
        submitted
            .iter()
            .filter(|line| line.contains(" --go "))
            .count(),
        1
    );
    // As many parts are handed to every other engine.
    let (last, lines) = (parts - 1, typed(PAGE));
    let engine = |name: &str| -> Vec<&String> {
        let begins = |line: &&String| line.split(" | ").any(|piece| piece.starts_with(name));
        lines.iter().filter(begins).collect()
    };
    let pbs = engine("qsub ");
    assert_eq!(pbs.len(), 1);
    assert_eq!(behind(pbs[0], "-J"), format!("0-{last}"));
    // Whatever is behind is run as it stands, from another folder: by whole names.
    let job = pbs[0].split(" -- ").nth(1).expect("a program behind --");
    assert!(
        job.starts_with('/') && behind(job, "part").starts_with('/'),
        "{job}"
    );
    let parallel: Vec<_> = lines
        .iter()
        .filter(|line| line.contains("| parallel "))
        .collect();
    assert_eq!(parallel.len(), 2);
    for line in parallel {
        assert!(
            line.starts_with(&format!("seq 0 {last} | parallel -j ")),
            "{line}"
        );
        assert!(
            line.contains(&format!(" carecast part {folder} {{}} ")),
            "{line}"
        );
    }
    let job = PAGE
        .split("```yaml")
        .nth(1)
        .and_then(|rest| rest.split("```").next());
    let job = job.expect("an indexed job");
    assert_eq!(behind(job, "completionMode:"), "Indexed");
    assert_eq!(behind(job, "completions:"), parts.to_string());
    assert!(job.contains("backoffLimitPerIndex:") && job.contains("restartPolicy: Never"));
    let list = job
        .split("command: [")
        .nth(1)
        .and_then(|rest| rest.split(']').next());
    let words: Vec<&str> = list
        .expect("a command")
        .split('"')
        .skip(1)
        .step_by(2)
        .collect();
    assert!(
        words[0].ends_with("/carecast") && words[1] == "part",
        "{words:?}"
    );
    command::understood(&words).expect("the program understands it");
}
