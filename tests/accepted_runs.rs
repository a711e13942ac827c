//! What is accepted can be lived: no base and no scenario that passes every check ends in an error
//! of the program.

use carecast::internals::base::BaseErrors;
use carecast::internals::base::load::from_files;
use carecast::internals::engine::{Options, run};
use carecast::internals::scenario::file::from_text;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

type Files = BTreeMap<String, String>;

/// The made-up country, file by file.
fn three_provinces() -> Files {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bases/three-provinces");
    let mut files = Files::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        files.insert(name, std::fs::read_to_string(path).unwrap());
    }
    files
}

/// Questions of every kind about it.
const QUESTIONS: &[&str] = &[
    "policies: []",
    r#"years: (first: 2025, last: 2049), policies: []"#,
    r#"policies: [
        (id: "campus", do: SecondCampus(hospital: "royal", province: "north-mark", beds: 120, opens: 2031)),
        (id: "beds", do: Investment(amount: Level(300), money: Planned, split: (new_beds: Share(0.5), stations: Rest), allocation: Gap), payer: Provincial),
        (id: "nurses", do: TrainingIntake(occupation: "nurse", growth: 0.4)),
    ]"#,
    r#"uncertainty: none, policies: [
        (id: "pay", do: Incentives(employers: [Commune], points: 30), payer: Provincial),
        (id: "stay", do: RetirementExtension(occupation: "doctor", share: 0.5, to_age: 68)),
        (id: "doctors", do: CommuneDoctors(rotation: (doctors: 20, months: 6)), payer: Provincial),
    ]"#,
];

/// How a base and a question end: refused, lived, or in an error of the program.
#[derive(PartialEq, Debug)]
enum End {
    Refused,
    Lived,
    Broken(String),
}

fn end(files: &Files, question: &str) -> End {
    let base = match from_files("three-provinces", files) {
        Ok(base) => Arc::new(base),
        Err(BaseErrors { .. }) => return End::Refused,
    };
    let text = format!("(title: \"T\", base: \"three-provinces\", {question})");
    let Ok((scenario, _)) = from_text("t.ron", &text, base) else {
        return End::Refused;
    };
    let options = Options {
        threads: Some(1),
        replicates: 0..8,
        ..Options::of(&scenario)
    };
    let lived = catch_unwind(AssertUnwindSafe(|| run(&scenario, &options, &|_, _| true)));
    match lived {
        Ok(Ok(_)) => End::Lived,
        Ok(Err(error)) => End::Broken(error.to_string()),
        Err(panic) => {
            let said = panic.downcast_ref::<String>().cloned();
            let said = said.or_else(|| panic.downcast_ref::<&str>().map(|s| (*s).to_owned()));
            End::Broken(said.unwrap_or_default())
        }
    }
}

fn changed(files: &Files, name: &str, from: &str, to: &str) -> Files {
    let mut files = files.clone();
    let text = files.get_mut(name).unwrap();
    assert!(text.contains(from), "{name} holds no `{from}`");
    *text = text.replacen(from, to, 1);
    files
}

/// What the reader says of files it refuses, each with table, line and code.
fn refusals(files: &Files) -> Vec<(String, Option<u64>, &'static str)> {
    let errors = from_files("three-provinces", files).expect_err("refused");
    let told = errors.problems.into_iter();
    told.map(|p| (p.file, p.line, p.code)).collect()
}

#[test]
fn what_the_model_cannot_carry_is_refused_where_it_stands() {
    let files = three_provinces();
    let line_of = |name: &str, start: &str| {
        let mut lines = files[name].lines();
        lines.position(|l| l.contains(start)).unwrap() as u64 + 1
    };
    let at = line_of("occupations.csv", "doctor,");
    let mut rows: Vec<String> = files["occupations.csv"]
        .lines()
        .map(str::to_owned)
        .collect();
    let heading: Vec<&str> = files["occupations.csv"]
        .lines()
        .next()
        .unwrap()
        .split(',')
        .collect();
    let years = heading.iter().position(|c| *c == "study_years").unwrap();
    let mut cells: Vec<&str> = rows[at as usize - 1].split(',').collect();
    cells[years] = "9";
    rows[at as usize - 1] = cells.join(",");
    let mut long = files.clone();
    long.insert("occupations.csv".into(), rows.join("\n"));
    let told = refusals(&long);
    assert!(
        told.iter()
            .any(|(f, l, _)| f == "occupations.csv" && *l == Some(at)),
        "{told:?}"
    );

    let law = |id: &str, law: &str| {
        let mut files = files.clone();
        let text = files.get_mut("assumptions.ron").unwrap();
        let line = text
            .lines()
            .find(|l| l.contains(&format!("id: \"{id}\"")))
            .unwrap();
        let (head, rest) = line.split_once("distribution: ").unwrap();
        let end = rest.find(')').unwrap();
        let new = format!("{head}distribution: {law}{}", &rest[end + 1..]);
        *text = text.replace(line, &new);
        files
    };
    let at = line_of("assumptions.ron", "id: \"capex.build_lag\"");
    for bad in [
        "Fixed(3.0)",
        "Profile([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0])",
    ] {
        let told = refusals(&law("capex.build_lag", bad));
        let wanted = (
            "assumptions.ron".to_owned(),
            Some(at),
            "base::bad-distribution",
        );
        assert!(told.contains(&wanted), "{bad}: {told:?}");
    }

    let station = files["facilities.csv"]
        .lines()
        .find(|l| l.contains(",station,"))
        .and_then(|l| l.split(',').next())
        .unwrap();
    let at = line_of("projects.csv", "north-mark-wing");
    let told = refusals(&changed(
        &files,
        "projects.csv",
        ",north-mark-general,",
        &format!(",{station},"),
    ));
    let wanted = ("projects.csv".to_owned(), Some(at), "base::cannot-be");
    assert!(told.contains(&wanted), "{told:?}");

    // Every low end of a stock at 0: nothing could be drawn around its middle.
    let mut zero = files.clone();
    let text = zero.get_mut("province_figures.csv").unwrap();
    let rows = text.lines().enumerate().map(|(n, line)| {
        let mut cells: Vec<&str> = line.split(',').collect();
        if n > 0 && !cells[3].is_empty() && ["beds", "doctors", "nurses"].contains(&cells[1]) {
            cells[3] = "0";
        }
        cells.join(",")
    });
    *text = rows.collect::<Vec<_>>().join("\n");
    let told = refusals(&zero);
    assert!(
        told.iter().all(|(f, l, code)| f == "province_figures.csv"
            && l.is_some()
            && *code == "base::out-of-range"),
        "{told:?}"
    );
}

/// Numbers without a pattern, the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n as u64) as usize
    }
}

/// What may stand in place of a number.
const OTHERS: &[&str] = &[
    "0", "1", "-1", "0.5", "1e-9", "1e9", "2", "9", "12", "40", "100", "2024", "2035", "2060", "",
];

/// The files with a few numbers, words or rows changed, and what was changed.
fn mutated(files: &Files, dice: &mut Dice) -> (Files, String) {
    let mut files = files.clone();
    let mut said = Vec::new();
    for _ in 0..=dice.below(3) {
        let names: Vec<String> = files.keys().cloned().collect();
        let name = names[dice.below(names.len())].clone();
        let text = files.get_mut(&name).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        if lines.len() < 2 {
            continue; // a heading alone
        }
        let at = 1 + dice.below(lines.len() - 1);
        let separator = |c: char| matches!(c, ',' | '(' | ')' | '[' | ']' | ' ');
        let line = lines[at];
        let numbers: Vec<(usize, &str)> = line
            .split(separator)
            .map(|part| (part.as_ptr() as usize - line.as_ptr() as usize, part))
            .filter(|(_, part)| part.parse::<f64>().is_ok())
            .collect();
        let mut new: Vec<String> = lines.iter().map(|l| (*l).to_owned()).collect();
        match (numbers.is_empty(), dice.below(8)) {
            (_, 0) => {
                new.remove(at);
                said.push(format!("{name}:{} taken out", at + 1));
            }
            (false, _) => {
                let (start, number) = numbers[dice.below(numbers.len())];
                let value: f64 = number.parse().unwrap();
                let other = match dice.below(3) {
                    0 => OTHERS[dice.below(OTHERS.len())].to_owned(),
                    1 => format!("{}", value * [0.1, 0.5, 0.9, 1.1, 2.0, 10.0][dice.below(6)]),
                    _ => format!("{}", value + [-1.0, 1.0, 0.1, 5.0][dice.below(4)]),
                };
                let (head, rest) = (&line[..start], &line[start + number.len()..]);
                new[at] = format!("{head}{other}{rest}");
                said.push(format!("{name}:{} {number} -> {other}", at + 1));
            }
            (true, _) => {}
        }
        *text = new.join("\n") + "\n";
    }
    (files, said.join("; "))
}

#[test]
fn what_is_accepted_is_lived() {
    let files = three_provinces();
    for question in QUESTIONS {
        // The second runs further than the path of the made-up country may reach.
        let end = end(&files, question);
        assert!(!matches!(end, End::Broken(_)), "{question}: {end:?}");
    }
    assert_eq!(end(&files, QUESTIONS[0]), End::Lived);
    let tries = match std::env::var_os("CARECAST_ALL_BASES") {
        Some(_) => 4_000,
        None => 150,
    };
    let mut lived = 0;
    let mut broken = Vec::new();
    for seed in 0..tries {
        let mut dice = Dice(seed);
        let (files, said) = mutated(&files, &mut dice);
        match end(&files, QUESTIONS[dice.below(QUESTIONS.len())]) {
            End::Lived => lived += 1,
            End::Refused => {}
            End::Broken(why) => broken.push(format!("{seed}: {said}: {why}")),
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    assert!(lived * 5 > tries, "only {lived} of {tries} were lived");
}
