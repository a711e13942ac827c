//! The page of shipped plans is held true: what it names exists, and nothing that a plan asks is left out.

use carecast::internals::base::{Base, Borders, Target};
use carecast::internals::indicator::registry;
use carecast::internals::results::{NATION, Standing};
use carecast::internals::scenario::Scenario;
use carecast::internals::scenario::file::built_in_names;
use std::collections::BTreeSet;
use std::path::Path;

const PAGE: &str = include_str!("../src/guide/plans.md");
/// How the line begins that names the scenario of a table.
const OF: &str = "Scenario `";

/// One sentence of a plan.
struct Row {
    says: String,
    sources: BTreeSet<String>,
    answered: String,
}

/// One plan.
struct Section {
    scenario: Scenario,
    /// All its text, tables and all.
    text: String,
    rows: Vec<Row>,
}

/// The tables of the page, each below the scenario it is about.
fn sections() -> Vec<Section> {
    let read = |text: &str| {
        let named = text.lines().find_map(|line| line.strip_prefix(OF));
        let name = named.and_then(|line| line.split('`').next());
        let name = name.unwrap_or_else(|| panic!("no scenario is named: {text}"));
        let (scenario, _) = Scenario::built_in(name).unwrap_or_else(|e| panic!("{name}: {e}"));
        let rows: Vec<Row> = text
            .lines()
            .filter(|line| line.starts_with('|') && !line.starts_with("|---"))
            .skip(1)
            .map(row)
            .collect();
        assert!(rows.len() > 5, "{name}: {} rows", rows.len());
        Section {
            scenario,
            text: text.to_owned(),
            rows,
        }
    };
    let all: Vec<Section> = PAGE.split("\n# ").skip(1).map(read).collect();
    assert!(all.len() > 5);
    all
}

fn row(line: &str) -> Row {
    let inside = line.trim().trim_matches('|');
    let cells: Vec<&str> = inside.split('|').map(str::trim).collect();
    let [says, sources, answered] = cells[..] else {
        panic!("three cells: {line}");
    };
    assert!(
        ![says, sources, answered].contains(&""),
        "a cell is empty: {line}"
    );
    Row {
        says: says.to_owned(),
        sources: ids(sources),
        answered: answered.to_owned(),
    }
}

/// Ids with `;` between.
fn ids(text: &str) -> BTreeSet<String> {
    text.split(';').map(|id| id.trim().to_owned()).collect()
}

/// What stands in code marks.
fn codes(text: &str) -> BTreeSet<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The numbers of a text, without those in code marks: of "10,000 people in 2026-2030" three.
fn numbers(text: &str) -> Vec<f64> {
    let plain: String = text.split('`').step_by(2).collect();
    let part_of = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    plain
        .split(|c: char| !part_of(c))
        .filter_map(|token| token.trim_matches(['.', ',']).replace(',', "").parse().ok())
        .collect()
}

/// Whether a value stands among numbers, as it is or in per cent. Documents print to the hundredth, and a
/// target over one of their numbers is written a hundredth above it.
fn among(value: f64, told: &[f64]) -> bool {
    let near = |of: f64| told.iter().any(|n| (n - of).abs() < 0.0101);
    near(value) || near(value * 100.0)
}

/// The places the page is about: the nation, and the provinces of its scenarios.
fn places(all: &[Section]) -> BTreeSet<String> {
    let provinces = all.iter().filter_map(|s| s.scenario.province.clone());
    std::iter::once(NATION.to_owned())
        .chain(provinces)
        .collect()
}

/// What one sentence says wrongly of a target it names.
fn wrong_of(target: &Target, row: &Row) -> Option<String> {
    let told = numbers(&row.says);
    let year = f64::from(target.form.from.unwrap_or(target.year).0);
    // One is a thing done, or all of them.
    let bounds = [Some(target.threshold), target.form.up_to];
    let mut bounds = bounds.into_iter().flatten().filter(|b| *b != 1.0);
    let right = told.contains(&year) && bounds.all(|bound| among(bound, &told));
    (!right).then(|| format!("{}: year or number is not in \"{}\"", target.id, row.says))
}

#[test]
fn every_name_on_the_page_exists() {
    let base = Base::builtin();
    let sources: BTreeSet<&str> = base.sources.iter().map(|s| s.id.as_str()).collect();
    let indicators = registry(&base);
    let mut known: BTreeSet<&str> = sources.clone();
    known.extend(built_in_names());
    known.extend(indicators.iter().map(|i| i.info.id.as_str()));
    known.extend(base.targets.iter().map(|t| t.id.as_str()));
    known.extend(base.facilities.iter().map(|f| f.code.as_str()));
    known.extend(base.projects.iter().map(|p| p.code.as_str()));
    known.extend(base.programmes.iter().map(|p| p.code.as_str()));
    known.extend(base.file_list().iter().map(|f| f.name.as_str()));
    let mut wrong = Vec::new();
    for section in sections() {
        let scenario = &section.scenario;
        let here = |code: &str| {
            known.contains(code)
                || base.assumptions.get(code).is_some()
                || scenario.policies.iter().any(|p| p.id == code)
                || scenario.targets.iter().any(|t| t.id == code)
        };
        let mut unknown: Vec<&str> = codes(&section.text)
            .into_iter()
            .filter(|c| !here(c))
            .collect();
        let cited = section.rows.iter().flat_map(|row| &row.sources);
        unknown.extend(cited.map(String::as_str).filter(|id| !sources.contains(id)));
        wrong.extend(unknown.iter().map(|c| format!("{}: {c}", scenario.name)));
    }
    assert!(wrong.is_empty(), "not known:\n{}", wrong.join("\n"));
}

#[test]
fn every_target_of_the_base_for_these_places_is_told_with_its_number_and_sources() {
    let all = sections();
    let places = places(&all);
    assert!(places.len() > 4, "{places:?}");
    let base = Base::builtin();
    let theirs = |t: &&Target| t.borders == Borders::Current && places.contains(&t.scope);
    let mut wrong = Vec::new();
    for target in base.targets.iter().filter(theirs) {
        let rows = all.iter().flat_map(|s| &s.rows);
        let mut naming = rows.filter(|row| codes(&row.answered).contains(target.id.as_str()));
        let Some(row) = naming.next() else {
            wrong.push(format!("{} is not on the page", target.id));
            continue;
        };
        wrong.extend(wrong_of(target, row));
        if !ids(&target.source_id).is_subset(&row.sources) {
            wrong.push(format!(
                "{} has the sources {}",
                target.id, target.source_id
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_target_and_policy_that_a_scenario_writes_stands_in_its_own_table() {
    let all = sections();
    let (baseline, _) = Scenario::built_in("baseline").expect("it is built in");
    let mut wrong = Vec::new();
    let mut written = 0;
    for section in &all {
        let scenario = &section.scenario;
        let own = scenario.question.asked.iter();
        for (id, _) in own.filter(|(_, why)| *why == Standing::Own) {
            written += 1;
            let target = scenario.targets.iter().find(|t| t.id == *id);
            let target = target.expect("what is asked is answered");
            let named = |row: &&Row| codes(&row.answered).contains(id.as_str());
            match section.rows.iter().find(named) {
                Some(row) => wrong.extend(wrong_of(target, row)),
                None => wrong.push(format!("{}: target {id} is not told", scenario.name)),
            }
        }
        let told = codes(&section.text);
        for plan in &scenario.policies {
            let inherited = baseline.policies.iter().any(|p| p.id == plan.id);
            if !inherited && !told.contains(plan.id.as_str()) {
                wrong.push(format!("{}: policy {} is not told", scenario.name, plan.id));
            }
        }
    }
    assert!(written > 20, "{written}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_target_that_cannot_be_used_is_told_with_why() {
    let all = sections();
    let places = places(&all);
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/viet-nam/targets_not_used.csv");
    let mut table = csv::Reader::from_path(table).expect("the base has the table");
    let heads = table.headers().expect("heads").clone();
    let at = |name: &str| heads.iter().position(|h| h == name).expect("a column");
    let [scope, indicator, year, value, reason, source] =
        ["scope", "indicator", "year", "value", "reason", "source_id"].map(at);
    let (mut wrong, mut found) = (Vec::new(), 0);
    for record in table.records() {
        let record = record.expect("a row");
        if !places.contains(&record[scope]) {
            continue;
        }
        found += 1;
        // One is a thing done; a year may be a time within it.
        let years = numbers(&record[year]).into_iter().map(f64::floor);
        let values = numbers(&record[value]).into_iter().filter(|v| *v != 1.0);
        let asked: Vec<f64> = years.chain(values).collect();
        let tells = |row: &Row| {
            let told = numbers(&row.says);
            let why = match &record[reason] {
                r if r.starts_with("its year is over") => row.answered.starts_with("observed"),
                r if r.starts_with("not among the indicators") => {
                    row.answered.starts_with("not modelled") || row.answered.starts_with("left to")
                }
                _ => true,
            };
            why && ids(&record[source]).is_subset(&row.sources)
                && asked.iter().all(|number| told.contains(number))
        };
        if !all.iter().flat_map(|s| &s.rows).any(tells) {
            wrong.push(format!(
                "{} of {}: {asked:?}",
                &record[indicator], &record[scope]
            ));
        }
    }
    assert!(found > 50, "{found}");
    assert!(wrong.is_empty(), "not told:\n{}", wrong.join("\n"));
}

#[test]
fn what_is_observed_is_in_the_history_as_told() {
    let base = Base::builtin();
    let indicators = registry(&base);
    let mut wrong = Vec::new();
    let mut seen = 0;
    for row in sections().iter().flat_map(|s| &s.rows) {
        if !row.answered.contains("see history") {
            continue;
        }
        let (named, told) = (codes(&row.answered), numbers(&row.answered));
        for indicator in indicators
            .iter()
            .filter(|i| named.contains(i.info.id.as_str()))
        {
            seen += 1;
            let as_told = base.history.iter().any(|point| {
                let sources = ids(&point.source_id);
                point.indicator == indicator.info.id
                    && point.scope == NATION
                    && told.contains(&f64::from(point.year.0))
                    && told.contains(&point.value)
                    && sources.iter().any(|s| named.contains(s.as_str()))
            });
            if !as_told {
                wrong.push(format!("{}: {}", indicator.info.id, row.answered));
            }
        }
    }
    assert!(seen > 8, "{seen}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
