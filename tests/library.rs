//! Every question of the library is lived again: the numbers behind its answer hold, the page of
//! answers says what they say, and the futures it shares with the baseline cut the variance of the
//! difference as the guide says.
//!
//! `carecast gallery` makes the answers anew; `answers.csv` and `README.md` of its folder then replace
//! those in `scenarios/`, and the difference is read as a result. `UPDATE_LIBRARY=1` writes the page
//! from the answers as they stand, where only its words have changed.

use carecast::internals::engine::block::BlockResult;
use carecast::internals::engine::layout::Layout;
use carecast::internals::engine::prototype::Prototype;
use carecast::internals::engine::reduce::{Lived as All, beyond::Beyond, reduce};
use carecast::internals::engine::{Options, live};
use carecast::internals::report::gallery::{Entry, Fact, KNOWN, facts, library, read};
use carecast::internals::results::Findings;
use carecast::internals::scenario::Scenario;
use carecast::internals::scenario::file::answered_against;
use std::collections::BTreeSet;

/// Futures of each question.
const FUTURES: u32 = 128;
/// Standard errors two answers may lie apart: some 500 numbers are held.
const ERRORS: f64 = 5.0;
/// Where the factors of matched draws are published.
const GUIDE: &str = include_str!("../src/guide/randomness.md");
/// The page of answers.
const PAGE: &str = include_str!("../scenarios/README.md");

struct Lived {
    scenario: Scenario,
    indicators: Vec<String>,
    layout: Layout,
    blocks: Vec<BlockResult>,
    findings: Findings,
}

fn lived(name: &str) -> Lived {
    let (scenario, _) = Scenario::built_in(name).unwrap_or_else(|e| panic!("{name}: {e}"));
    let prototype = Prototype::new(&scenario).expect("a checked scenario can be put into a world");
    let layout = Layout::of(&prototype);
    let options = Options {
        replicates: 0..FUTURES,
        ..Options::of(&scenario)
    };
    let (blocks, _) =
        live(&prototype, &layout, &options, &|_, _| true).unwrap_or_else(|e| panic!("{name}: {e}"));
    let none = Beyond::default();
    let all = All {
        kept: &blocks,
        cells: None,
        beyond: &none,
        whole: &blocks,
    };
    let findings = reduce(&scenario, &prototype, &layout, &all, 0..FUTURES);
    Lived {
        scenario,
        indicators: prototype
            .indicators
            .iter()
            .map(|i| i.info.id.clone())
            .collect(),
        layout,
        blocks,
        findings,
    }
}

impl Lived {
    /// National values of an indicator in 2030, in replicate order.
    fn values(&self, indicator: &str) -> Vec<f64> {
        let i = self
            .indicators
            .iter()
            .position(|i| i == indicator)
            .unwrap_or_else(|| panic!("{indicator} is in the registry"));
        let year = self.layout.years.iter().position(|y| y.0 == 2030);
        let cell = self
            .layout
            .cell(self.layout.first_series[i], year.expect("2030 is lived"));
        self.blocks
            .iter()
            .flat_map(|b| b.samples[cell * b.lanes..(cell + 1) * b.lanes].iter())
            .map(|v| f64::from(*v))
            .collect()
    }

    /// The first indicator each of its own policies is for; beds where it decides nothing of its own.
    fn served(&self, baseline: &Lived) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for plan in &self.scenario.policies {
            let shared = baseline.scenario.policies.iter().any(|p| p == plan);
            let first = plan.decision.serves(&self.scenario.base).remove(0);
            let read = self.findings.indicator(&first).is_some();
            if read && !shared && !all.contains(&first) {
                all.push(first);
            }
        }
        if all.is_empty() {
            all.push("beds_per_10k".into());
        }
        all
    }
}

fn variance(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / (n - 1.0)
}

/// The factor the guide publishes for a scenario and indicator.
fn published(name: &str, indicator: &str) -> Option<f64> {
    let row = GUIDE.lines().find(|line| {
        line.starts_with(&format!("| `{name}`")) && line.contains(&format!("`{indicator}`"))
    })?;
    let cell = row.trim_end_matches('|').rsplit('|').next()?;
    match cell.trim().trim_start_matches("over ") {
        "all" => Some(f64::INFINITY),
        number => number.replace(',', "").parse().ok(),
    }
}

/// Above this a factor is published as "over 1,000": so little is left that its size is chance.
const MANY: f64 = 1000.0;

/// A factor as it is published.
fn told(factor: f64) -> String {
    match factor {
        f if f.is_infinite() => "all".into(),
        f if f > MANY => "over 1,000".into(),
        f if f < 10.0 => format!("{f:.1}"),
        f => format!("{f:.0}"),
    }
}

/// Whether a factor found in few futures agrees with a published one: a difference that few futures
/// decide has a variance that a hundred futures know only to a factor of four.
fn agree(found: f64, said: f64) -> bool {
    found == said
        || (0.25..4.0).contains(&(found / said))
        || (said >= MANY && found.is_finite() && found > MANY / 4.0)
}

#[test]
fn every_question_is_answered_as_its_page_says() {
    let known = read(KNOWN).expect("a table of answers");
    let of = |name: &str| -> Vec<Fact> {
        let own = known.iter().filter(|f| f.scenario == name);
        own.cloned().collect()
    };
    let mut wrong: Vec<String> = Vec::new();
    let mut page: Vec<(String, String, String)> = Vec::new();
    let mut rows: Vec<String> = Vec::new();
    let baseline = lived("baseline");
    let mut others: Vec<(&str, Lived)> = Vec::new();
    let mut names: Vec<&str> = carecast::internals::scenario::file::built_in_names();
    names.retain(|name| *name != "baseline");
    names.insert(0, "baseline");
    for name in &names {
        let one = if *name == "baseline" {
            None
        } else {
            Some(lived(name))
        };
        let lived = one.as_ref().unwrap_or(&baseline);
        // What it is answered against, lived once.
        let against = answered_against(name);
        let other = against.filter(|other| *other != "baseline");
        if let Some(other) = other
            && others
                .last()
                .is_none_or(|(known, _): &(&str, Lived)| *known != other)
        {
            others.push((other, self::lived(other)));
        }
        let reference = match (other, against) {
            (Some(_), _) => others.last().map(|(_, lived)| &lived.findings),
            (None, Some(_)) => Some(&baseline.findings),
            (None, None) => None,
        };
        let found = facts(&lived.findings, reference);
        let held = of(name);
        let keys = |all: &[Fact]| -> BTreeSet<String> {
            all.iter().map(|f| format!("{:?}", f.key())).collect()
        };
        for key in keys(&found).symmetric_difference(&keys(&held)) {
            wrong.push(format!("{key}: only one of the two answers it"));
        }
        for fact in &found {
            let Some(before) = held.iter().find(|h| h.key() == fact.key()) else {
                continue;
            };
            if !before.agrees(fact.value, fact.futures, ERRORS) {
                wrong.push(format!(
                    "{:?}: {} is held, {} is found in {} futures",
                    fact.key(),
                    before.value,
                    fact.value,
                    fact.futures
                ));
            }
        }
        let text = &lived.scenario.text;
        let entry = Entry::with_facts(&lived.findings, text, held, against.unwrap_or_default());
        page.push((entry.name, entry.question, entry.in_short));
        if lived.scenario.name == "baseline" {
            continue;
        }
        for indicator in lived.served(&baseline) {
            let (a, b) = (lived.values(&indicator), baseline.values(&indicator));
            let difference: Vec<f64> = a.iter().zip(&b).map(|(a, b)| a - b).collect();
            let left = variance(&difference);
            let factor = if left > 0.0 {
                (variance(&a) + variance(&b)) / left
            } else {
                f64::INFINITY
            };
            rows.push(format!("| `{name}` | `{indicator}` | {} |", told(factor)));
            match published(name, &indicator) {
                Some(said) if agree(factor, said) => {}
                said => wrong.push(format!(
                    "{name}, {indicator}: matched draws cut the variance {factor:.1} times, the guide says {said:?}"
                )),
            }
        }
    }
    println!("{}", rows.join("\n"));
    if std::env::var_os("UPDATE_LIBRARY").is_some() {
        std::fs::write("scenarios/README.md", library(&page)).expect("the page can be written");
    } else if library(&page) != PAGE {
        wrong.push("scenarios/README.md does not say what answers.csv holds".into());
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
