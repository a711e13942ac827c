//! The numbers of a scenario that can be set by name: those of a policy by its id and a path, and
//! assumptions by id. A number that is set goes through every check again.

use super::differ::text;
use super::file::{self, PlanWritten, from_text};
use super::inherit::path::{Policy, Spot};
use super::{Plan, Scenario};
use crate::base::Distribution;
use crate::diagnostic::{Problem, Problems, Rejected, nearest};
use crate::shape::{Measure, Narrow, Shape};
use crate::source;
use crate::words::sweep as words;

/// A number that can be set.
#[derive(Clone, Debug, PartialEq)]
pub struct Knob {
    /// Its name: `investment-2026.amount`, `post.match`.
    pub name: String,
    /// What it is, in English.
    pub what: String,
    /// Its unit, in English; empty where it has none.
    pub unit: String,
    /// Whether it is a part of a whole.
    pub share: bool,
    /// What the scenario says, where that is one number.
    pub stands: Option<f64>,
    /// Lowest and highest value that can be read.
    pub bounds: (f64, f64),
    /// Whether it counts things.
    pub counts: bool,
    /// What it is where it does nothing, or the least it can be: 1 of a multiple that can only enlarge.
    pub least: f64,
    /// The range the base gives an assumption.
    pub range: Option<(f64, f64)>,
    place: Place,
}

#[derive(Clone, Debug, PartialEq)]
enum Place {
    /// A policy by its position, and the path in it.
    Policy(usize, String),
    /// An assumption by its position in the book.
    Assumption(usize),
}

impl Knob {
    /// Whether it is a year of the calendar.
    pub fn is_year(&self) -> bool {
        self.unit == words::YEAR.en
    }
}

/// Every number of a scenario that can be set: those of its policies, then the base's assumptions.
pub fn knobs(scenario: &Scenario) -> Vec<Knob> {
    let mut all = Vec::new();
    for (at, plan) in scenario.policies.iter().enumerate() {
        let text = text(plan);
        let policy = Policy::new(&text, plan.decision.name());
        for (path, range, (shape, narrow)) in policy.numbers() {
            let bounds = match shape {
                Shape::Whole(low, high, _) | Shape::Number(low, high, _) => (*low, *high),
                _ => continue,
            };
            let measure = shape.measure();
            all.push(Knob {
                name: format!("{}.{path}", plan.id),
                what: words::field(plan.decision.name(), &path),
                unit: unit(measure, &scenario.base.currency),
                share: measure == Measure::Share,
                stands: text[range].parse().ok(),
                bounds,
                counts: matches!(shape, Shape::Whole(..)),
                least: match narrow {
                    Narrow::FromOne => 1.0,
                    _ => bounds.0.max(0.0),
                },
                range: None,
                place: Place::Policy(at, path),
            });
        }
    }
    for (at, a) in scenario.base.assumptions.all.iter().enumerate() {
        if matches!(
            a.distribution,
            Distribution::Profile(_) | Distribution::Choice(_)
        ) {
            continue;
        }
        let drawn = a.distribution.is_drawn();
        let own = (a.quantile(0.05), a.quantile(0.95));
        all.push(Knob {
            name: a.id.clone(),
            what: a.meaning.clone(),
            unit: a.unit.clone(),
            share: matches!(a.unit.as_str(), "share" | "fraction" | "probability"),
            stands: (!drawn).then(|| a.quantile(0.5)),
            bounds: (f64::NEG_INFINITY, f64::INFINITY),
            counts: false,
            least: 0.0,
            range: a.range.or(drawn.then_some(own)),
            place: Place::Assumption(at),
        });
    }
    all
}

fn unit(measure: Measure, currency: &str) -> String {
    match measure {
        Measure::Money => currency.to_owned(),
        Measure::Share => words::SHARE.en.to_owned(),
        Measure::Year => words::YEAR.en.to_owned(),
        Measure::Duration => words::YEARS.en.to_owned(),
        Measure::Beds => words::BEDS.en.to_owned(),
        Measure::Multiple => words::TIMES.en.to_owned(),
        Measure::Bare => String::new(),
    }
}

/// The number of a name; else what comes near it.
pub fn find(scenario: &Scenario, name: &str) -> Result<Knob, Unknown> {
    let all = knobs(scenario);
    if let Some(knob) = all.iter().find(|k| k.name == name) {
        return Ok(knob.clone());
    }
    // A choice may be said too: `m.amount.level`, or `m.level` where only one field has it.
    if let Some((id, path)) = name.split_once('.')
        && let Some(at) = scenario.policies.iter().position(|p| p.id == id)
    {
        let mut fits: Vec<&Knob> = of_policy(&all, at)
            .filter(|knob| leads(&scenario.policies[at], path, knob))
            .collect();
        if let [only] = fits[..] {
            return Ok(only.clone());
        }
        fits.extend(of_policy(&all, at));
        let names: Vec<String> = of_policy(&all, at).map(|k| k.name.clone()).collect();
        let near = nearest(name, names.iter().map(String::as_str)).map(str::to_owned);
        return Err(Unknown::InPolicy { near, names });
    }
    let near = nearest(name, all.iter().map(|k| k.name.as_str())).map(str::to_owned);
    Err(Unknown::Anywhere { near })
}

/// A name that no number has.
#[derive(Clone, Debug, PartialEq)]
pub enum Unknown {
    /// The policy is there; its numbers, and the nearest of them.
    InPolicy {
        /// The nearest.
        near: Option<String>,
        /// All of them.
        names: Vec<String>,
    },
    /// Nothing of this name is there; the nearest name of all.
    Anywhere {
        /// The nearest.
        near: Option<String>,
    },
}

fn of_policy(all: &[Knob], at: usize) -> impl Iterator<Item = &Knob> {
    all.iter()
        .filter(move |k| matches!(&k.place, Place::Policy(n, _) if *n == at))
}

/// Whether a longer or shorter path leads to the same number.
fn leads(plan: &Plan, path: &str, knob: &Knob) -> bool {
    let Place::Policy(_, own) = &knob.place else {
        return false;
    };
    let text = text(plan);
    let policy = Policy::new(&text, plan.decision.name());
    let place = |path: &str| {
        let steps: Vec<&str> = path.split('.').collect();
        match policy.find(&steps) {
            Ok(Spot::Value(range, Shape::Number(..) | Shape::Whole(..))) => Some(range),
            _ => None,
        }
    };
    let numbers = policy.numbers();
    let here = numbers.iter().find(|(p, _, _)| p == own);
    let here = here.map(|(_, range, _)| range.clone());
    here.is_some() && (place(path) == here || place(&format!("{own}.{path}")) == here)
}

/// The scenario with some numbers set. What is wrong with it is told without a place: the numbers
/// stand in no file.
pub fn set(scenario: &Scenario, numbers: &[(&Knob, f64)]) -> Result<Scenario, Vec<Problem>> {
    let mut asked = scenario.clone();
    for (knob, value) in numbers {
        match &knob.place {
            Place::Policy(at, path) => {
                asked.policies[*at] = with(&asked.policies[*at], path, *value, &asked)?;
            }
            Place::Assumption(at) => {
                let id = &scenario.base.assumptions.all[*at].id;
                asked.overrides.retain(|(known, _)| known != id);
                let law = Distribution::Fixed(*value);
                asked.overrides.push((id.clone(), law));
            }
        }
    }
    read_again(asked)
}

/// The scenario without one of its policies, or what is wrong with it then.
pub fn without(scenario: &Scenario, id: &str) -> Result<Scenario, Vec<Problem>> {
    let mut asked = scenario.clone();
    asked.policies.retain(|plan| plan.id != id);
    read_again(asked)
}

/// The number that says when a policy starts: the year it opens, else the first it acts in.
pub fn start(scenario: &Scenario, id: &str) -> Option<Knob> {
    let plan = scenario.policies.iter().find(|plan| plan.id == id)?;
    let field = match plan.decision.opens() {
        Some(_) => "opens",
        None => "from",
    };
    find(scenario, &format!("{id}.{field}")).ok()
}

/// A scenario with other policies than its file has, checked as if they were written there. What a search
/// may decide about is no part of it: it names the policies and numbers of the file.
fn read_again(mut asked: Scenario) -> Result<Scenario, Vec<Problem>> {
    asked.decide = None;
    let read = from_text(&asked.name, &asked.resolved(), asked.base.clone());
    let (mut read, _) = read.map_err(|rejected| errors(&rejected))?;
    read.name.clone_from(&asked.name);
    read.base_name.clone_from(&asked.base_name);
    Ok(read)
}

fn errors(rejected: &Rejected) -> Vec<Problem> {
    let all = rejected.problems.all.iter();
    all.filter(|p| p.severity == crate::diagnostic::Severity::Error)
        .cloned()
        .collect()
}

/// A policy with one number set.
fn with(plan: &Plan, path: &str, value: f64, scenario: &Scenario) -> Result<Plan, Vec<Problem>> {
    let mut text = text(plan);
    let numbers = Policy::new(&text, plan.decision.name()).numbers();
    let found = numbers.into_iter().find(|(p, _, _)| p == path);
    let (_, range, _) = found.expect("the knob was read off this policy");
    text.replace_range(range, &value.to_string());
    let (written, problems): (Option<PlanWritten>, Problems) = source::parse(&text);
    match written {
        Some(written) if !problems.has_errors() => {
            Ok(file::plan(written, scenario.first, scenario.last))
        }
        _ => Err(problems.all),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::small;

    const TEXT: &str = r#"(title: "A", base: "made-up", policies: [
        (id: "money", do: Investment(amount: Level(500), money: Planned,
            split: (new_beds: Share(0.6), equipment: Rest)), from: 2027, payer: Provincial),
        (id: "campus", do: SecondCampus(hospital: "royal", province: "south-coast", beds: 300,
            opens: 2030)),
    ])"#;

    fn scenario() -> Scenario {
        let read = from_text("t.ron", TEXT, small::base());
        read.unwrap_or_else(|e| panic!("{}", e.render(100, false)))
            .0
    }

    #[test]
    fn a_number_is_found_by_its_name_or_by_what_it_is_written_in() {
        let s = scenario();
        for (name, found) in [
            ("money.amount", "money.amount"),
            ("money.amount.level", "money.amount"),
            ("money.level", "money.amount"),
            ("money.split.new_beds", "money.split.new_beds"),
            ("campus.beds", "campus.beds"),
            ("post.match", "post.match"),
        ] {
            assert_eq!(find(&s, name).unwrap().name, found, "{name}");
        }
        let Err(Unknown::InPolicy { near, names }) = find(&s, "money.amuont") else {
            panic!("no such number")
        };
        assert_eq!(near.as_deref(), Some("money.amount"));
        assert!(
            names.contains(&"money.from".to_owned()) && names.len() == 4,
            "{names:?}"
        );
        let Err(Unknown::Anywhere { near }) = find(&s, "post.mach") else {
            panic!("no such number")
        };
        assert_eq!(near.as_deref(), Some("post.match"));
    }

    #[test]
    fn a_number_that_is_set_is_the_only_thing_that_changes() {
        let s = scenario();
        let (amount, matched) = (
            find(&s, "money.amount").unwrap(),
            find(&s, "post.match").unwrap(),
        );
        let set_to = set(&s, &[(&amount, 750.5), (&matched, 0.9)]).unwrap();
        let topics = super::super::differ::between(&s, &set_to);
        let rows: usize = topics.iter().map(|t| t.rows.len()).sum();
        assert_eq!(rows, 2, "{topics:?}");
        assert_eq!(find(&set_to, "money.amount").unwrap().stands, Some(750.5));
        assert_eq!(find(&set_to, "post.match").unwrap().stands, Some(0.9));
        // Set to what it is, it asks the same question.
        let same = set(&s, &[(&amount, 500.0)]).unwrap();
        assert_eq!(same.resolved(), s.resolved());
    }

    #[test]
    fn what_a_search_may_decide_about_can_be_set_to_nothing_and_left_out() {
        let decide = r#"], targets: Only([(indicator: "beds_per_10k", at_least: 30, by: 2030)]), decide: (
            levers: [(policy: "money", sizes: ["amount"]), (policy: "campus")],
            goals: [(targets: ["beds_per_10k/nation/2030/at-least-30"], at_least: [0.5])]))"#;
        let whole = TEXT.strip_suffix("])").unwrap().to_owned() + decide;
        let read = from_text("t.ron", &whole, small::base());
        let s = read.unwrap_or_else(|e| panic!("{}", e.render(100, false)));
        assert!(s.0.decide.is_some());
        let amount = find(&s.0, "money.amount").unwrap();
        let nothing = set(&s.0, &[(&amount, 0.0)]).unwrap();
        assert_eq!(find(&nothing, "money.amount").unwrap().stands, Some(0.0));
        let left = without(&s.0, "campus").unwrap();
        assert_eq!((left.policies.len(), left.decide), (1, None));
    }

    #[test]
    fn a_number_that_cannot_be_is_refused_with_its_reason() {
        let s = scenario();
        for (name, value, said) in [
            ("money.split.new_beds", 1.5, "between 0 and 1"),
            ("campus.opens", 2050.0, "outside"),
            ("campus.beds", 10.5, "whole number"),
            ("post.match", 90.0, "between 0 and 1"),
        ] {
            let knob = find(&s, name).unwrap();
            let problems = set(&s, &[(&knob, value)]).unwrap_err();
            assert!(
                problems.iter().any(|p| p.message.contains(said)),
                "{name}: {problems:?}"
            );
        }
    }
}
