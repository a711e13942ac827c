//! Every shipped scenario is lived in a few futures, and its answers are held against those of the
//! last time.
//!
//! `UPDATE_GOLDEN=1 cargo test golden::` writes the answers anew: the difference is then read
//! as a result. Numbers may part by [`TOLERANCE`], which is what is left of a number printed to eight
//! digits; any change of a rule, a figure or a draw moves them by far more.

use carecast::engine::{Options, run};
use carecast::results::{Findings, ScopeKind};
use carecast::scenario::Scenario;
use carecast::scenario::file::BUILT_IN;
use carecast::units::Year;
use std::fmt::Write;
use std::path::PathBuf;

/// Futures of a golden run: few, since the numbers are held and not believed.
const FUTURES: u32 = 48;
/// Largest relative difference.
const TOLERANCE: f64 = 1e-6;
/// Indicators held by province as well.
const BY_PROVINCE: [&str; 4] = [
    "beds_per_10k",
    "doctors_per_10k",
    "nurses_per_10k",
    "referral_share",
];
/// Scenarios held in full; of the others the targets, the nation's means and the costs of some years
/// are enough, since they are made of the same parts.
const IN_FULL: [&str; 5] = [
    "baseline",
    "satellite",
    "transfer",
    "investment-low",
    "investment-high",
];
/// Year in which provinces are held; books are held in the first, this and the last year.
const PROVINCES_IN: Year = Year(2030);

/// `what,place,name,year,value`, one line for each number that is held.
fn table(findings: &Findings) -> Vec<(String, f64)> {
    let in_full = IN_FULL.contains(&findings.scenario.as_str());
    let held = [
        findings.years[1],
        PROVINCES_IN,
        findings.years[findings.years.len() - 1],
    ];
    let mut rows = Vec::new();
    let mut put = |key: String, value: f64| rows.push((key, value));
    for target in &findings.targets {
        let key = |what| format!("{what},{},{},{}", target.scope, target.id, target.year);
        if let Some(p) = target.probability {
            put(key("futures_that_meet"), f64::from(p.hits));
        }
        if let Some(short) = target.expected_shortfall {
            put(key("expected_shortfall"), short);
        }
    }
    for (s, scope) in findings.scopes.iter().enumerate() {
        for (i, indicator) in findings.indicators.iter().enumerate() {
            let nation = scope.kind == ScopeKind::Nation;
            if !nation && !BY_PROVINCE.contains(&indicator.id.as_str()) {
                continue;
            }
            for (y, year) in findings.years.iter().enumerate() {
                if !nation && *year != PROVINCES_IN {
                    continue;
                }
                if !(in_full || nation && held.contains(year)) {
                    continue;
                }
                let Some(summary) = findings.at(s, i, y) else {
                    continue;
                };
                let key = |what| format!("{what},{},{},{year}", scope.code, indicator.id);
                put(key("mean"), summary.mean);
                if nation && in_full {
                    put(key("median"), summary.median());
                    put(key("sd"), summary.sd);
                }
            }
        }
    }
    for row in findings.costs.iter().filter(|r| held.contains(&r.year)) {
        let payer = format!("{:?}", row.payer).to_lowercase();
        put(
            format!("cost,{payer},{},{}", row.purpose, row.year),
            row.constant,
        );
    }
    let books = findings.ledger.iter().filter(|_| in_full);
    for row in books.filter(|r| held.contains(&r.year)) {
        let key = format!("ledger,{},{},{}", row.stock, row.cause, row.year);
        put(key, row.mean);
    }
    rows
}

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(format!("{name}.csv"))
}

fn written(rows: &[(String, f64)]) -> String {
    let mut text = String::from("what,place,name,year,value\n");
    for (key, value) in rows {
        writeln!(text, "{key},{value:.7e}").expect("text can be written to");
    }
    text
}

/// The lines in which two tables part, at most ten of them told.
fn apart(rows: &[(String, f64)], held: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut old: std::collections::BTreeMap<&str, f64> = held
        .lines()
        .skip(1)
        .map(|line| {
            let (key, value) = line.rsplit_once(',').expect("a line ends in its value");
            (key, value.parse().expect("a value is a number"))
        })
        .collect();
    for (key, now) in rows {
        match old.remove(key.as_str()) {
            None => out.push(format!("{key}: {now} is new")),
            Some(then) if (now - then).abs() > TOLERANCE * then.abs().max(now.abs()) => {
                out.push(format!("{key}: was {then}, is {now}"));
            }
            Some(_) => {}
        }
    }
    out.extend(
        old.into_iter()
            .map(|(key, then)| format!("{key}: was {then}, is gone")),
    );
    out
}

#[test]
fn every_shipped_scenario_answers_as_it_did() {
    let mut parted = Vec::new();
    for (name, _) in BUILT_IN {
        let (scenario, _) = Scenario::built_in(name).expect("shipped scenarios are sound");
        let options = Options {
            replicates: 0..FUTURES,
            ..Options::of(&scenario)
        };
        let findings = run(&scenario, &options, &|_, _| true).expect("a run ends well");
        let rows = table(&findings);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(file(name), written(&rows)).expect("the tests' folder can be written");
            continue;
        }
        let held = std::fs::read_to_string(file(name)).unwrap_or_else(|e| {
            panic!("{name} has no golden run ({e}); UPDATE_GOLDEN=1 cargo test golden:: writes one")
        });
        let lines = apart(&rows, &held);
        if !lines.is_empty() {
            let few: Vec<&str> = lines.iter().take(10).map(String::as_str).collect();
            parted.push(format!(
                "{name}: {} of {} numbers have moved\n  {}",
                lines.len(),
                rows.len(),
                few.join("\n  ")
            ));
        }
    }
    assert!(
        parted.is_empty(),
        "{}\nIf this is meant: UPDATE_GOLDEN=1 cargo test golden::, and read the difference as a result",
        parted.join("\n")
    );
}

#[test]
fn every_shipped_scenario_is_held_and_nothing_else() {
    let folder = file("x").parent().expect("a folder").to_path_buf();
    let mut held: Vec<String> = std::fs::read_dir(folder)
        .expect("golden runs are kept")
        .map(|e| {
            e.expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let mut shipped: Vec<String> = BUILT_IN.iter().map(|(n, _)| format!("{n}.csv")).collect();
    held.sort();
    shipped.sort();
    assert_eq!(held, shipped);
}

#[test]
fn a_number_that_moves_is_told() {
    let rows = vec![
        ("mean,nation,beds,2030".to_owned(), 2.0),
        ("a".to_owned(), 1.0),
    ];
    let held = written(&rows);
    assert!(apart(&rows, &held).is_empty());
    let moved = vec![("mean,nation,beds,2030".to_owned(), 2.00001)];
    assert_eq!(apart(&moved, &held).len(), 2, "one moved, one is gone");
}
