//! Every shipped scenario is lived in a few futures, and its answers are held against those of the
//! last time: one file for each indicator, and one each for targets, costs and books, so that what is
//! new touches nothing that was there.
//!
//! `UPDATE_GOLDEN=1 cargo test golden::` writes the answers anew: the difference is then read
//! as a result. Numbers may part by [`TOLERANCE`], which is what is left of a number printed to eight
//! digits; any change of a rule, a figure or a draw moves them by far more. Digests are of the numbers
//! to six digits: builds agree to the last bit, so a digest moves with what it is of and nothing else.

use carecast::internals::engine::{Options, run};
use carecast::internals::results::{Findings, ScopeKind};
use carecast::internals::scenario::Scenario;
use carecast::internals::scenario::file::BUILT_IN;
use carecast::internals::units::Year;
use std::collections::BTreeMap;
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
/// Scenarios held in full. Of the others a digest of the same numbers is held, and the nation's means of
/// two years to tell what has moved, since they are made of the same parts.
pub const IN_FULL: [&str; 5] = [
    "baseline",
    "satellite",
    "transfer",
    "investment-low",
    "investment-high",
];
/// Year in which provinces are held; books and costs are held in the first, this and the last year.
const TOLD_IN: Year = Year(2030);

/// One line of a file: whose it is (`scenario,what,place`), and its values, each with its label.
struct Line {
    key: String,
    cells: Vec<(String, String)>,
}

/// Lines by file.
type Files = BTreeMap<String, Vec<Line>>;

/// Numbers of one kind by label.
type Series = Vec<(String, f64)>;

/// FNV-1a over what is held, each number to six digits.
fn digest<'a>(all: impl Iterator<Item = &'a (String, Series)>) -> String {
    let mut text = String::new();
    for (key, series) in all {
        text.push_str(key);
        for (label, value) in series {
            write!(text, " {label}={value:.5e}").expect("text can be written to");
        }
        text.push('\n');
    }
    let start = 0xcbf2_9ce4_8422_2325;
    let hash = text.bytes().fold(start, |h: u64, byte| {
        (h ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    format!("#{hash:016x}")
}

fn line(scenario: &str, what: &str, series: &[(String, f64)]) -> Line {
    let printed = |(label, value): &(String, f64)| (label.clone(), format!("{value:.7e}"));
    Line {
        key: format!("{scenario},{what}"),
        cells: series.iter().map(printed).collect(),
    }
}

/// The file of an indicator; a colon has no place in the name of a file.
fn of_indicator(id: &str) -> String {
    format!("indicators/{}", id.replace(':', "-"))
}

/// Puts what one scenario found into the files: whole where it is held in full; else the digest of each
/// half, the nation's (or the country's money) and the provinces', with the `telling` series.
fn put(
    files: &mut Files,
    file: String,
    findings: &Findings,
    all: &[(String, Series)],
    telling: &str,
) {
    let scenario = findings.scenario.as_str();
    let lines = files.entry(file).or_default();
    if telling.is_empty() || IN_FULL.contains(&scenario) {
        lines.extend(
            all.iter()
                .map(|(what, series)| line(scenario, what, series)),
        );
        return;
    }
    let told = [TOLD_IN, findings.years[findings.years.len() - 1]].map(|y| y.to_string());
    let of_nation = |(what, _): &&(String, Series)| what.ends_with(",nation") || telling == "sum";
    let (nation, places): (Vec<_>, Vec<_>) = all.iter().partition(of_nation);
    let mut cells = vec![("all".to_owned(), digest(nation.iter().copied()))];
    for year in &told {
        let own = nation
            .iter()
            .filter(|(what, _)| telling == "sum" || what == telling);
        let values = own.flat_map(|(_, series)| series.iter().filter(|(label, _)| label == year));
        let values: Vec<f64> = values.map(|(_, value)| *value).collect();
        if !values.is_empty() {
            cells.push((year.clone(), format!("{:.7e}", values.iter().sum::<f64>())));
        }
    }
    let key = format!("{scenario},digest,nation");
    lines.push(Line { key, cells });
    if !places.is_empty() {
        let cells = vec![(TOLD_IN.to_string(), digest(places.into_iter()))];
        let key = format!("{scenario},digest,places");
        lines.push(Line { key, cells });
    }
}

/// Everything that is held of one scenario.
fn hold(files: &mut Files, findings: &Findings) {
    let last = findings.years[findings.years.len() - 1];
    let held = [findings.years[1], TOLD_IN, last];
    let mut targets: Vec<(String, Series)> = Vec::new();
    for target in &findings.targets {
        let of = |what: &str| format!("{what},{},{}", target.scope, target.id);
        let in_year = |value| vec![(target.year.to_string(), value)];
        if let Some(p) = target.probability {
            targets.push((of("futures_that_meet"), in_year(f64::from(p.hits))));
        }
        if let Some(short) = target.expected_shortfall {
            targets.push((of("expected_shortfall"), in_year(short)));
        }
    }
    put(files, "targets".into(), findings, &targets, "");
    for (i, indicator) in findings.indicators.iter().enumerate() {
        let mut all = Vec::new();
        for (s, scope) in findings.scopes.iter().enumerate() {
            let nation = scope.kind == ScopeKind::Nation;
            if !nation && !BY_PROVINCE.contains(&indicator.id.as_str()) {
                continue;
            }
            let years = findings.years.iter().enumerate();
            let years = years.filter(|(_, year)| nation || **year == TOLD_IN);
            let found: Vec<_> = years
                .filter_map(|(y, year)| Some((year.to_string(), findings.at(s, i, y)?)))
                .collect();
            let mut series =
                |what: &str, of: &dyn Fn(&carecast::internals::results::Summary) -> f64| {
                    let values = found.iter().map(|(year, cell)| (year.clone(), of(cell)));
                    all.push((format!("{what},{}", scope.code), values.collect()));
                };
            series("mean", &|cell| cell.mean);
            if nation {
                series("median", &|cell| cell.median());
                series("sd", &|cell| cell.sd);
            }
        }
        put(
            files,
            of_indicator(&indicator.id),
            findings,
            &all,
            "mean,nation",
        );
    }
    let mut by_name = |file: &str, rows: &mut dyn Iterator<Item = (String, Year, f64)>| {
        let mut all: Vec<(String, Series)> = Vec::new();
        for (name, year, value) in rows.filter(|(_, year, _)| held.contains(year)) {
            let cell = (year.to_string(), value);
            match all.iter_mut().find(|(known, _)| *known == name) {
                Some((_, series)) => series.push(cell),
                None => all.push((name, vec![cell])),
            }
        }
        put(files, file.to_owned(), findings, &all, "sum");
    };
    let costs = findings.costs.iter().map(|r| {
        let payer = format!("{:?}", r.payer).to_lowercase();
        (format!("{payer},{}", r.purpose), r.year, r.constant)
    });
    by_name("costs", &mut costs.into_iter());
    let books = findings.ledger.iter();
    let books = books.map(|r| (format!("{},{}", r.stock, r.cause), r.year, r.mean));
    by_name("ledger", &mut books.into_iter());
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn written(lines: &[Line]) -> String {
    let mut text = String::from("scenario,what,place,values\n");
    for Line { key, cells } in lines {
        let cells: Vec<String> = cells.iter().map(|(l, v)| format!("{l}={v}")).collect();
        writeln!(text, "{key},{}", cells.join(" ")).expect("text can be written to");
    }
    text
}

/// Every cell of a file, by the key of its line and its label.
fn cells(text: &str) -> BTreeMap<(&str, &str), &str> {
    let lines = text.lines().skip(1);
    let lines = lines.map(|line| line.rsplit_once(',').expect("a line ends in its values"));
    let all = lines.flat_map(|(key, values)| values.split_whitespace().map(move |v| (key, v)));
    all.map(|(key, cell)| {
        let (label, value) = cell.split_once('=').expect("a value has its label");
        ((key, label), value)
    })
    .collect()
}

/// The cells in which two texts of a file part.
fn apart(now: &str, held: &str) -> Vec<String> {
    let (now, mut then) = (cells(now), cells(held));
    let close = |a: &str, b: &str| match (a.parse::<f64>(), b.parse::<f64>()) {
        (Ok(a), Ok(b)) => (a - b).abs() <= TOLERANCE * a.abs().max(b.abs()),
        _ => a == b,
    };
    let mut out = Vec::new();
    for ((key, label), is) in now {
        match then.remove(&(key, label)) {
            None => out.push(format!("{key},{label}: {is} is new")),
            Some(was) if was != is && !close(was, is) => {
                out.push(format!("{key},{label}: was {was}, is {is}"));
            }
            Some(_) => {}
        }
    }
    let gone = then.into_iter();
    out.extend(gone.map(|((key, label), was)| format!("{key},{label}: was {was}, is gone")));
    out
}

/// Names of the files that are kept.
fn kept() -> Vec<String> {
    let mut all = Vec::new();
    for part in ["", "indicators/"] {
        let entries = std::fs::read_dir(folder().join(part)).expect("golden runs are kept");
        for entry in entries {
            let name = entry.expect("an entry").file_name();
            let name = name.to_string_lossy();
            all.extend(
                name.strip_suffix(".csv")
                    .map(|name| format!("{part}{name}")),
            );
        }
    }
    all.sort();
    all
}

#[test]
fn every_shipped_scenario_answers_as_it_did() {
    let mut files = Files::new();
    for (name, _) in BUILT_IN {
        let (scenario, _) = Scenario::built_in(name).expect("shipped scenarios are sound");
        let options = Options {
            replicates: 0..FUTURES,
            ..Options::of(&scenario)
        };
        let findings = run(&scenario, &options, &|_, _| true).expect("a run ends well");
        hold(&mut files, &findings);
    }
    let path = |name: &str| folder().join(format!("{name}.csv"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        for (name, lines) in &files {
            std::fs::write(path(name), written(lines)).expect("the tests' folder can be written");
        }
        for name in kept().iter().filter(|name| !files.contains_key(*name)) {
            std::fs::remove_file(path(name)).expect("the tests' folder can be written");
        }
        return;
    }
    let mut parted = Vec::new();
    for (name, lines) in &files {
        let Ok(held) = std::fs::read_to_string(path(name)) else {
            parted.push(format!("{name}: it has no golden file yet"));
            continue;
        };
        let moved = apart(&written(lines), &held);
        if !moved.is_empty() {
            let few: Vec<&str> = moved.iter().take(10).map(String::as_str).collect();
            let count = moved.len();
            parted.push(format!(
                "{name}: {count} values have moved\n  {}",
                few.join("\n  ")
            ));
        }
    }
    let gone = kept().into_iter().filter(|name| !files.contains_key(name));
    parted.extend(gone.map(|name| format!("{name}: nothing is found of it any more")));
    assert!(
        parted.is_empty(),
        "{}\nIf this is meant: UPDATE_GOLDEN=1 cargo test golden::, and read the difference as a result",
        parted.join("\n")
    );
}

#[test]
fn a_number_that_moves_is_told() {
    let of = |all: &[(&str, f64)]| {
        let series: Series = all.iter().map(|(l, v)| ((*l).to_owned(), *v)).collect();
        written(&[line("baseline", "mean,nation", &series)])
    };
    let held = of(&[("2029", 1.0), ("2030", 2.0)]);
    assert!(apart(&of(&[("2029", 1.0), ("2030", 2.000_001)]), &held).is_empty());
    assert_eq!(
        apart(&of(&[("2030", 2.00001)]), &held),
        [
            "baseline,mean,nation,2030: was 2.0000000e0, is 2.0000100e0",
            "baseline,mean,nation,2029: was 1.0000000e0, is gone"
        ]
    );
    let series = |value| [("mean,nation".to_owned(), vec![("2030".to_owned(), value)])];
    assert_ne!(digest(series(2.0).iter()), digest(series(2.0001).iter()));
}
