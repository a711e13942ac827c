//! When each decision of a plan must be taken: the plan is lived again with that decision left out, and,
//! where this clearly costs some chance that is asked, with its start moved year by year to the last
//! year-end asked. All variants live the same futures (common random numbers), so that two differ only by
//! that one decision.
//!
//! A tipping year is that of adaptation pathways: the one from which what stands does not hold what is
//! asked any more.
//!
//! Source: M. Haasnoot, J. Kwakkel, W. Walker and J. ter Maat, Dynamic adaptive policy pathways, Global
//! Environmental Change 23 (2013), 485-498.

use super::compare::{self, Candidate, compare};
use crate::engine::{self, RunError};
use crate::results::comparison::{Comparison, Question, QuestionKind};
use crate::results::timing::{AskedTarget, Decision, Later, Shift, Timing};
use crate::results::{Findings, NATION};
use crate::scenario::{Plan, Scenario, knob};
use crate::units::Year;
use std::ops::Range;

/// How variants of a plan are lived.
#[derive(Clone, Debug)]
pub struct Options {
    /// Worker threads; `None`: one for each core.
    pub threads: Option<usize>,
    /// Replicates of every variant.
    pub replicates: Range<u32>,
}

/// Lives the plan, each of its decisions left out, and those that count started later.
/// `progress(done, total)` counts futures of all variants and may return `false` to stop; the total grows
/// as it turns out which decisions count.
///
/// # Errors
/// As a run.
pub fn timing(
    scenario: &Scenario,
    options: &Options,
    progress: &(dyn Fn(u32, u32) -> bool + Sync),
) -> Result<Timing, RunError> {
    let run = engine::Options {
        threads: options.threads,
        replicates: options.replicates.clone(),
        ..engine::Options::of(scenario)
    };
    let of_each = options.replicates.len() as u32;
    let planned = of_each.saturating_mul(2 + scenario.policies.len() as u32);
    let first = engine::run(scenario, &run, &|done, _| progress(done, planned))?;
    let last = scenario.year_of_money().min(scenario.last);
    let sooner = Sooner { scenario, last };

    let left_out: Vec<(usize, Scenario)> = scenario
        .policies
        .iter()
        .enumerate()
        .filter_map(|(at, plan)| {
            let without = knob::without(scenario, &plan.id).ok()?;
            Some((at, sooner.cut(without)))
        })
        .collect();
    let heard = |done: u32, _: u32| progress(done.saturating_add(of_each), planned);
    let variants = left_out.iter().map(|(_, variant)| variant.clone());
    let found = sooner.held(variants.collect(), options, &heard)?;
    let asked = asked(&found, &first);
    let mut decisions: Vec<Decision> = scenario
        .policies
        .iter()
        .map(|plan| decision(plan, &first))
        .collect();
    for ((at, _), option) in left_out.iter().zip(1..) {
        let lead = lead(&found, option).cloned();
        decisions[*at].without = Some(shift(&found, option, lead.as_ref()));
        decisions[*at].lead = lead;
    }

    let mut later: Vec<(usize, Year, Scenario)> = Vec::new();
    for (at, plan) in scenario.policies.iter().enumerate() {
        if !decisions[at].counts() {
            continue;
        }
        let starts = sooner.starts(plan, decisions[at].start);
        later.extend(starts.map(|(year, variant)| (at, year, variant)));
    }
    let lived = of_each.saturating_mul(2 + left_out.len() as u32);
    let more = of_each.saturating_mul(1 + later.len() as u32);
    let heard = |done: u32, _: u32| progress(lived + done, lived.saturating_add(more));
    if !later.is_empty() {
        let variants = later.iter().map(|(_, _, variant)| variant.clone());
        let found = sooner.held(variants.collect(), options, &heard)?;
        for ((at, start, _), option) in later.iter().zip(1..) {
            let shift = shift(&found, option, decisions[*at].lead.as_ref());
            decisions[*at].later.push(Later {
                start: *start,
                shift,
            });
        }
    }
    Ok(Timing {
        scenario: scenario.name.clone(),
        title: crate::words::data::told(&scenario.title),
        country: first.country,
        currency: first.currency,
        base_year: scenario.base.year,
        years: (scenario.first, scenario.last),
        to: last,
        seed: scenario.seed,
        replicates: options.replicates.clone(),
        agreed: first.agreed,
        asked,
        public: found.public[0].clone(),
        decisions,
        assumptions: first.assumptions,
        assumed_tables: first.assumed_tables,
    })
}

/// A plan of which nothing after the last year asked is lived: what comes later cannot reach back.
struct Sooner<'a> {
    scenario: &'a Scenario,
    last: Year,
}

impl Sooner<'_> {
    fn cut(&self, mut scenario: Scenario) -> Scenario {
        scenario.last = self.last;
        for plan in &mut scenario.policies {
            plan.to = plan.to.min(self.last);
        }
        scenario.policies.retain(|plan| plan.from <= self.last);
        scenario
    }

    /// The plan with a decision started later, year by year, as far as a scenario can say so.
    fn starts(&self, plan: &Plan, start: Year) -> impl Iterator<Item = (Year, Scenario)> {
        let knob = knob::start(self.scenario, &plan.id);
        // What is late for its deadline is still done.
        let mut patient = self.scenario.clone();
        for other in &mut patient.policies {
            other.deadline = other.deadline.filter(|_| other.id != plan.id);
        }
        let years = (start.0 + 1)..=self.last.0;
        years.map_while(move |year| {
            let knob = knob.as_ref()?;
            let moved = knob::set(&patient, &[(knob, f64::from(year))]).ok()?;
            Some((Year(year), self.cut(moved)))
        })
    }

    /// The plan held against these variants of it.
    fn held(
        &self,
        variants: Vec<Scenario>,
        options: &Options,
        progress: &(dyn Fn(u32, u32) -> bool + Sync),
    ) -> Result<Comparison, RunError> {
        let all = std::iter::once(self.cut(self.scenario.clone())).chain(variants);
        let candidate = |(at, scenario): (usize, Scenario)| Candidate {
            name: at.to_string(),
            file: self.scenario.name.clone(),
            scenario,
        };
        let asked: Vec<Candidate> = all.enumerate().map(candidate).collect();
        let how = compare::Options {
            threads: options.threads,
            replicates: options.replicates.clone(),
            attribute: false,
        };
        compare(&asked, 0, &how, progress).map_err(|error| error.source)
    }
}

/// The questions that are answered, in their order.
fn questions(found: &Comparison) -> impl Iterator<Item = usize> {
    let all = found.questions.iter().enumerate();
    let asked = |q: &Question| q.headline && q.kind == QuestionKind::Target;
    all.filter(move |(_, q)| asked(q)).map(|(at, _)| at)
}

/// The value that tells best what a decision does: the first that it exists for and that clearly changes
/// without it, else the first it exists for.
fn lead(found: &Comparison, option: usize) -> Option<&Question> {
    let served = |q: &Question| q.kind == QuestionKind::Value && q.served_by.contains(&option);
    let all = found.questions.iter().enumerate();
    let all: Vec<(usize, &Question)> = all.filter(|(_, q)| served(q)).collect();
    let moves = |(at, _): &&(usize, &Question)| {
        let change = found.answer(*at, option).difference;
        change.is_some_and(|d| d.verdict.is_clear())
    };
    let best = all.iter().find(moves).or(all.first());
    best.map(|(_, q)| *q)
}

/// What is asked, and how the plan as it stands fares to the end of its years.
fn asked(found: &Comparison, whole: &Findings) -> Vec<AskedTarget> {
    let one = |at: usize| {
        let question = &found.questions[at];
        let chance = found.answer(at, 0).probability?;
        let place = found.scopes.iter().find(|s| s.code == question.scope);
        let place = place.filter(|s| s.code != NATION).map(|s| s.name.clone());
        let own = whole.targets.iter().find(|t| t.id == question.id);
        let own = own.map(|t| t.by_year.clone()).unwrap_or_default();
        let years = whole.years[1..].iter().copied();
        Some(AskedTarget {
            question: question.clone(),
            place,
            chance,
            by_year: years.zip(own).collect(),
        })
    };
    questions(found).filter_map(one).collect()
}

/// What an option changes in them, and in the value that its decision exists for.
fn shift(found: &Comparison, option: usize, lead: Option<&Question>) -> Shift {
    let one = |at: usize| {
        let answer = found.answer(at, option);
        answer.probability.zip(answer.difference)
    };
    let place = |lead: &Question| found.questions.iter().position(|q| q.id == lead.id);
    let lead = lead.and_then(place);
    Shift {
        chances: questions(found).filter_map(one).collect(),
        lead: lead.and_then(|at| found.answer(at, option).difference),
        money: found.public[option].spent,
    }
}

/// A decision before anything is moved.
fn decision(plan: &Plan, whole: &Findings) -> Decision {
    let opens = plan.decision.opens().map(|year| year.value);
    let used = whole.policies.iter().find(|used| used.id == plan.id);
    let done = used.map(|used| used.done.as_slice()).unwrap_or_default();
    let half = whole.years[1..].iter().zip(done);
    Decision {
        id: plan.id.clone(),
        kind: plan.decision.name().to_owned(),
        responsible: plan.responsible.clone(),
        start: opens.unwrap_or(plan.from),
        opens: opens.is_some(),
        product: half.filter(|(_, p)| p.value >= 0.5).map(|(y, _)| *y).next(),
        is_money: plan.is_money(),
        lead: None,
        without: None,
        later: Vec::new(),
    }
}
