//! Options are lived on the same draws, one after the other, and each is held against the reference
//! future by future.

use super::attribute::{self, Design, Outcomes, Printed, Subset, attribution, mixed};
use super::best::{self, Kept};
use super::hinges::{self, Hung};
use super::matters::Smallest;
use super::questions::{self, questions, served, test, with_all_targets};
use super::samples::{self, Samples, Wanted};
use super::{costs, inputs, paired, places, variants};
use crate::base::Base;
use crate::engine::layout::Layout;
use crate::engine::memory::{self, Holds};
use crate::engine::prototype::Prototype;
use crate::engine::reduce::{self, told_in_ways};
use crate::engine::{Known, Progress, RunError, Shelf, digest_of, with_threads};
use crate::indicator::reach::reaches;
use crate::results::VariantAnswer;
use crate::results::comparison::{
    Answer, Attribution, Choices, Comparison, ComparisonStatistics, Mean, OptionInfo, Paired, Part,
    Question, QuestionKind as Kind, TOGETHER,
};
use crate::results::public::Counted;
use crate::results::summary::{interval, probability};
use crate::scenario::{Ceiling, Scenario};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::time::Instant;

/// An option to be compared.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Short name, unique among the options.
    pub name: String,
    /// The file, built-in scenario or folder of a run it comes from.
    pub file: String,
    /// The scenario.
    pub scenario: Scenario,
}

/// How options are lived.
#[derive(Clone, Debug)]
pub struct Options {
    /// Worker threads; `None`: one for each core.
    pub threads: Option<usize>,
    /// Replicates of every option.
    pub replicates: Range<u32>,
    /// Whether changes are split over decisions.
    pub attribute: bool,
}

/// Why options could not be compared.
#[derive(Debug, thiserror::Error)]
#[error("{source}")]
pub struct StudyError {
    /// Position of the option that was lived.
    pub option: usize,
    /// What went wrong.
    pub source: RunError,
}

/// So many of the first futures are kept one by one.
const DRAWS: u32 = 10_000;
/// Fewest futures over which a change is split, where so many are lived.
const FEWEST_TO_SPLIT: u32 = 64;

/// Lives the options and holds each against the one at position `reference`. All are checked to share
/// base, seed, years and layers of randomness. `progress(done, total)` counts the futures of all
/// options and may return `false` to stop.
pub fn compare(
    asked: &[Candidate],
    reference: usize,
    options: &Options,
    progress: &(dyn Fn(u32, u32) -> bool + Sync),
) -> Result<Comparison, StudyError> {
    compare_behind(asked, reference, options, (Shelf::empty(), progress))
}

/// The same where some futures of what is lived ([`Plan::stretches`]) were lived before.
pub fn compare_behind(
    asked: &[Candidate],
    reference: usize,
    options: &Options,
    along: (Shelf<'_>, Progress<'_>),
) -> Result<Comparison, StudyError> {
    let work = || in_pool(asked, reference, options, along);
    let lived = with_threads(options.threads, work);
    lived.unwrap_or_else(|source| {
        Err(StudyError {
            option: reference,
            source,
        })
    })
}

/// The money that an option is asked about: what its own ceiling counts, and where it has none, what the
/// reference's does.
fn of_public<'a>(reference: &'a Scenario, own: &'a Scenario) -> (Counted, Option<&'a Ceiling>) {
    let of = match own.ceiling {
        Some(_) => own,
        None => reference,
    };
    (of.counted(), of.ceiling.as_ref())
}

/// A scenario that a comparison lives: an option, or the reference with some of its decisions.
#[derive(Clone, Debug)]
pub struct Stretch {
    option: usize,
    decisions: Option<Subset>,
    /// Its futures.
    pub replicates: Range<u32>,
}

/// What a comparison lives, which is known before any of it is lived.
pub struct Plan<'a> {
    asked: &'a [Candidate],
    reference: usize,
    replicates: Range<u32>,
    /// The options, each with the targets of all.
    scenarios: Vec<Scenario>,
    /// In what each differs from the reference.
    parts: Vec<Vec<Part>>,
    /// How its change is split, where it is.
    designs: Vec<Option<Design>>,
}

impl<'a> Plan<'a> {
    /// What is lived of these options.
    pub fn of(asked: &'a [Candidate], reference: usize, options: &Options) -> Plan<'a> {
        let own = |a: &Candidate| inputs::parts(&asked[reference].scenario, &a.scenario);
        let parts: Vec<Vec<Part>> = asked.iter().map(own).collect();
        let design = |p: &Vec<Part>| {
            let can = options.attribute && !p.is_empty() && p.len() <= attribute::MOST;
            can.then(|| Design::of(p))
        };
        Plan {
            asked,
            reference,
            replicates: options.replicates.clone(),
            scenarios: with_all_targets(asked, reference),
            designs: parts.iter().map(design).collect(),
            parts,
        }
    }

    /// Scenarios that are lived to split changes.
    fn between(&self) -> u32 {
        let all = self.designs.iter().flatten();
        all.map(|d| d.between().len() as u32).sum()
    }

    /// Over how many futures changes are split.
    fn split_over(&self) -> u32 {
        let futures = self.replicates.len() as u32;
        to_split(futures, self.asked.len() as u32, self.between())
    }

    /// What is lived, in this order: the reference, then each option with what splits its change.
    pub fn stretches(&self) -> Vec<Stretch> {
        let all = &self.replicates;
        let whole = |option| Stretch {
            option,
            decisions: None,
            replicates: all.clone(),
        };
        let some = all.start..all.start + self.split_over();
        let mut stretches = vec![whole(self.reference)];
        for (option, design) in self.designs.iter().enumerate() {
            if option != self.reference {
                stretches.push(whole(option));
            }
            let between = design.iter().flat_map(Design::between);
            stretches.extend(between.map(|subset| Stretch {
                option,
                decisions: Some(subset),
                replicates: some.clone(),
            }));
        }
        stretches
    }

    /// The scenario of one of them.
    pub fn scenario(&self, stretch: &Stretch) -> Cow<'_, Scenario> {
        let own = &self.scenarios[stretch.option];
        match stretch.decisions {
            None => Cow::Borrowed(own),
            Some(subset) => {
                let reference = &self.scenarios[self.reference];
                let parts = &self.parts[stretch.option];
                Cow::Owned(mixed(reference, own, parts, subset))
            }
        }
    }
}

/// One option with what was lived of it.
struct Lived {
    samples: Samples,
    /// The test and year that answer each question; `None` for values.
    tests: Vec<Option<(usize, usize)>>,
    /// Chances of the same in each way that no figure decides between.
    ways: Vec<Vec<VariantAnswer>>,
}

/// What every option is asked, and where the answers lie.
struct Frame<'a> {
    questions: &'a [Question],
    wanted: &'a Wanted,
    replicates: Range<u32>,
    /// How large a difference must be to matter.
    smallest: &'a Smallest,
    /// Position of [`Question::year`] among base year and simulated years.
    years: Vec<usize>,
}

impl Frame<'_> {
    /// Lives an option, and keeps what was assumed in so many of the first futures.
    fn live(
        &self,
        scenario: &Scenario,
        (replicates, draws): (&Range<u32>, u32),
        along: (&mut Known<'_>, Progress<'_>),
    ) -> Result<Lived, RunError> {
        let wanted = (self.wanted, draws);
        let (samples, prototype, layout) = samples::live(scenario, wanted, replicates, along)?;
        let tests = self.questions.iter().map(|q| test(q, &prototype, &layout));
        let tests: Vec<Option<(usize, usize)>> = tests.collect();
        let futures = samples.futures as u32;
        let ways = |test: &Option<(usize, usize)>| {
            let told = test.and_then(|(k, _)| Some((k, layout.tests[k].variants.as_ref()?)));
            told.map_or(Vec::new(), |(k, told)| {
                let hits: Vec<u32> = samples.in_ways(k).collect();
                told_in_ways(&prototype, told, |way| probability(hits[way], futures))
            })
        };
        let ways = tests.iter().map(ways).collect();
        Ok(Lived {
            samples,
            tests,
            ways,
        })
    }

    fn indicator(&self, question: &Question) -> usize {
        let position = self
            .wanted
            .indicators
            .iter()
            .position(|(id, _)| *id == question.indicator);
        position.expect("the indicators of values are among those wanted")
    }

    /// What one option answers.
    fn answer(&self, at: usize, lived: &Lived) -> Answer {
        let question = &self.questions[at];
        let samples = &lived.samples;
        let n = samples.futures as u32;
        if let Some((test, year)) = lived.tests[at] {
            let hits = |y: usize| -> u32 {
                samples
                    .met(test, y)
                    .iter()
                    .map(|word| word.count_ones())
                    .sum()
            };
            let chances: Vec<_> = (0..samples.simulated())
                .map(|y| probability(hits(y), n))
                .collect();
            let own = chances[year];
            let mut by_year = vec![None];
            by_year.extend(chances.iter().map(|p| Some(p.value)));
            return Answer {
                value: Some(Mean {
                    value: own.value,
                    low: own.low,
                    high: own.high,
                }),
                probability: Some(own),
                by_year,
                chances,
                difference: None,
                ways: lived.ways[at].clone(),
            };
        }
        let empty = Answer {
            value: None,
            probability: None,
            by_year: Vec::new(),
            chances: Vec::new(),
            difference: None,
            ways: Vec::new(),
        };
        if question.kind == Kind::Target {
            return empty;
        }
        let indicator = self.indicator(question);
        let told = |y: usize| {
            let row = samples.here(indicator, y);
            let whole = row.iter().all(|v| v.is_finite());
            whole.then(|| interval(row.iter().map(|v| f64::from(*v))))
        };
        Answer {
            value: told(self.years[at]),
            by_year: (0..=samples.simulated())
                .map(|y| told(y).map(|m| m.value))
                .collect(),
            ..empty
        }
    }

    /// The difference of an option from the reference, in the year of the question.
    fn difference(&self, at: usize, reference: &Lived, here: &Lived) -> Option<Paired> {
        let question = &self.questions[at];
        match (reference.tests[at], here.tests[at]) {
            (Some((a, year)), Some((b, _))) => {
                let words = reference
                    .samples
                    .met(a, year)
                    .iter()
                    .zip(here.samples.met(b, year));
                let (mut up, mut down, mut met) = (0, 0, 0);
                for (before, now) in words {
                    up += (now & !before).count_ones();
                    down += (before & !now).count_ones();
                    met += before.count_ones();
                }
                let shares = paired::shares(up, down, met, here.samples.futures as u32);
                Some(paired::mattering(shares, self.smallest.of_a_chance()))
            }
            _ if question.kind == Kind::Target => None,
            _ => {
                let indicator = self.indicator(question);
                let row = |lived: &'_ Lived| lived.samples.here(indicator, self.years[at]).to_vec();
                let before = row(reference);
                let paired = paired::values(&before, &row(here), question.better)?;
                let about = interval(before.iter().map(|v| f64::from(*v))).value;
                let (id, unit) = (&question.indicator, question.unit);
                let smallest = self.smallest.of_a_value(id, unit, about);
                Some(paired::mattering(paired, smallest))
            }
        }
    }

    /// What an option answers, held against the reference. The same inputs live the same futures: there
    /// the difference is known to be nothing.
    fn against(&self, reference: &Lived, here: &Lived, same: bool) -> Vec<Answer> {
        let one = |q: usize| {
            let difference = self.difference(q, reference, here);
            let difference = difference.map(|d| match d.unchanged == d.of() && same {
                true => paired::mattering(paired::nothing(d.of()), d.matters),
                false => d,
            });
            Answer {
                difference,
                ..self.answer(q, here)
            }
        };
        (0..self.questions.len()).map(one).collect()
    }

    /// In which futures each headline target is met in its year.
    fn met(&self, here: &Lived) -> Vec<Vec<u16>> {
        let asked = self.questions.iter().zip(&here.tests);
        let met = |(question, test): (&Question, &Option<(usize, usize)>)| match test {
            Some((test, year)) if question.headline => here.samples.met(*test, *year).to_vec(),
            _ => Vec::new(),
        };
        asked.map(met).collect()
    }

    /// Points by which the chance of a target changes in each future.
    fn points(&self, at: usize, reference: &Lived, here: &Lived) -> Option<Vec<f64>> {
        let ((a, year), (b, _)) = reference.tests[at].zip(here.tests[at])?;
        let met = |lived: &Lived, test| lived.samples.met_in(test, year, lived.samples.futures);
        let (before, now) = (met(reference, a), met(here, b));
        let both = now.iter().zip(&before);
        Some(both.map(|(n, b)| 100.0 * (n - b)).collect())
    }

    /// How an option changes provinces and the spread between them.
    fn by_province(
        &self,
        option: usize,
        both: (&Samples, &Samples),
        (prototype, base): (&Prototype, &Base),
        found: &mut Comparison,
    ) {
        let better = |id: &str| {
            let value = |q: &&Question| q.kind == Kind::Value && q.indicator == id;
            self.questions.iter().find(value).and_then(|q| q.better)
        };
        let matters = |id: &str, about: f64| {
            let mut all = prototype.indicators.iter();
            let unit = all.find(|i| i.info.id == id).map(|i| i.info.unit);
            let unit = unit.expect("the indicators told by province are known");
            self.smallest.of_a_value(id, unit, about)
        };
        let codes: Vec<&str> = base.provinces.iter().map(|p| p.code.as_str()).collect();
        let (local, among) = (&self.wanted.local, codes.len());
        let changes = places::provinces(option, both, local, &codes, &better, &matters);
        found.provinces.extend(changes);
        let spread = places::spread(option, both, local, among, &matters);
        found.spread.extend(spread);
    }

    /// Which outcomes are split: headline targets, values, and the cost of all payers.
    fn outcomes(&self) -> Vec<Option<usize>> {
        let split = |q: &Question| q.headline || q.kind == Kind::Value;
        let asked = self.questions.iter().enumerate();
        let asked = asked.filter(|(_, q)| split(q)).map(|(at, _)| Some(at));
        asked.chain([None]).collect()
    }

    /// These outcomes in the first futures.
    fn numbers(&self, lived: &Lived, futures: usize) -> Outcomes {
        let one = |outcome: &Option<usize>| match *outcome {
            None => costs::of_option(&lived.samples)[..futures].to_vec(),
            Some(at) => match lived.tests[at] {
                Some((test, year)) => lived.samples.met_in(test, year, futures),
                None => {
                    let row = lived
                        .samples
                        .here(self.indicator(&self.questions[at]), self.years[at]);
                    row[..futures].iter().map(|v| f64::from(*v)).collect()
                }
            },
        };
        self.outcomes().iter().map(one).collect()
    }

    /// What was assumed in the first futures, before any option is told.
    fn choices(&self, scenario: &Scenario, reference: &Lived) -> Choices {
        let book = &scenario.base.assumptions.all;
        let ids = samples::drawn(scenario)
            .into_iter()
            .map(|k| book[k].id.clone());
        let asked = self.questions.iter().filter(|q| q.headline);
        let asked = asked.map(|q| q.id.clone()).chain([TOGETHER.to_owned()]);
        Choices {
            replicates: self.replicates.clone().take(DRAWS as usize).collect(),
            assumed: ids.zip(reference.samples.assumed.iter().cloned()).collect(),
            asked: asked.collect(),
            met: Vec::new(),
            money: Vec::new(),
        }
    }

    /// What comes of an option in each of the first futures.
    fn choose(&self, choices: &mut Choices, here: &Lived, more: &[f64]) {
        let futures = choices.replicates.len();
        let asked = self
            .questions
            .iter()
            .zip(&here.tests)
            .filter(|(q, _)| q.headline);
        let mut met: Vec<Option<Vec<bool>>> = asked
            .map(|(_, test)| {
                let (test, year) = (*test)?;
                let met = here.samples.met_in(test, year, futures);
                Some(met.into_iter().map(|met| met > 0.5).collect())
            })
            .collect();
        let all = |r: usize| met.iter().all(|met| met.as_ref().is_some_and(|met| met[r]));
        let together = (0..futures).map(all).collect();
        let answered = !met.is_empty() && met.iter().all(Option::is_some);
        met.push(answered.then_some(together));
        choices.met.push(met);
        choices
            .money
            .push(more.iter().take(futures).map(|v| *v as f32).collect());
    }

    /// What the comparison says of these outcomes over all futures; `answers` are the option's.
    fn printed(&self, reference: &Lived, here: &Lived, answers: &[Answer]) -> Vec<Printed> {
        let all = here.samples.futures;
        let rows = self
            .numbers(reference, all)
            .into_iter()
            .zip(self.numbers(here, all));
        let told = |(question, (reference, here)): (Option<usize>, (Vec<f64>, Vec<f64>))| {
            let difference = match question {
                None => Some(interval((0..all).map(|r| here[r] - reference[r]))),
                Some(at) => answers[at].difference.map(|d| Mean {
                    value: d.mean,
                    low: d.low,
                    high: d.high,
                }),
            };
            Printed {
                question,
                reference,
                here,
                difference,
            }
        };
        self.outcomes().into_iter().zip(rows).map(told).collect()
    }
}

/// Lives the next stretch of a plan.
type Next<'a> = dyn FnMut() -> Result<Lived, StudyError> + 'a;

/// An option whose change is split, beside the reference.
struct Split<'a> {
    option: usize,
    lived: [&'a Lived; 2],
    parts: &'a [Part],
    design: &'a Design,
}

impl Split<'_> {
    /// Lives the decisions between reference and option in so many of the first futures, and splits
    /// the change that `answers` tell.
    fn over(
        &self,
        frame: &Frame<'_>,
        futures: u32,
        answers: &[Answer],
        next: &mut Next<'_>,
    ) -> Result<Attribution, StudyError> {
        let [before, here] = self.lived;
        let between = self.design.between();
        // Where the whole is the only subset, all futures are at hand.
        let many = match between.is_empty() {
            true => frame.replicates.len(),
            false => futures as usize,
        };
        let mut lived: BTreeMap<Subset, Outcomes> = BTreeMap::new();
        lived.insert(0, frame.numbers(before, many));
        lived.insert(self.design.full(), frame.numbers(here, many));
        for subset in between {
            lived.insert(subset, frame.numbers(&next()?, many));
        }
        let printed = frame.printed(before, here, answers);
        let parts = self.parts.to_vec();
        Ok(attribution(
            self.option,
            parts,
            self.design,
            &lived,
            &printed,
        ))
    }
}

/// Asks for room: what is kept of the reference and of one option, the latter twice while it is put
/// together; and the numbers that are made of them.
fn ask_for_room(
    frame: &Frame<'_>,
    layout: &Layout,
    provinces: usize,
    options: usize,
) -> Result<(), RunError> {
    let own = samples::bytes(frame.wanted, layout, provinces);
    let worth = 4 * layout.simulated() + (4 + options) * frame.outcomes().len();
    let holds = Holds {
        future: 3 * own + 8 * worth as u64,
        recorded: 0,
        records: 0,
        always: memory::standing(rayon::current_num_threads()),
        reduced: None,
    };
    holds.ask(frame.replicates.len() as u32, 0)
}

fn in_pool(
    asked: &[Candidate],
    reference: usize,
    options: &Options,
    (mut shelf, progress): (Shelf<'_>, Progress<'_>),
) -> Result<Comparison, StudyError> {
    let began = Instant::now();
    let plan = Plan::of(asked, reference, options);
    let Plan {
        scenarios,
        parts,
        designs,
        ..
    } = &plan;
    let of = |option: usize| move |source: RunError| StudyError { option, source };
    let serves: Vec<Vec<String>> = asked
        .iter()
        .zip(parts)
        .map(|(a, parts)| served(&asked[reference].scenario, &a.scenario, parts))
        .collect();
    let prototype = Prototype::new(&scenarios[reference]).map_err(of(reference))?;
    let layout = Layout::of(&prototype);
    let (asked_of_all, wanted) = questions(&prototype, &layout, &serves, (asked, reference));
    let at = |q: &Question| layout.years.iter().position(|y| *y == q.year);
    let smallest = Smallest::of(asked, reference);
    let frame = Frame {
        questions: &asked_of_all,
        wanted: &wanted,
        replicates: options.replicates.clone(),
        smallest: &smallest,
        years: asked_of_all.iter().map(|q| at(q).unwrap_or(0)).collect(),
    };

    let futures = options.replicates.len() as u32;
    let base = &asked[reference].scenario.base;
    ask_for_room(&frame, &layout, base.provinces.len(), asked.len()).map_err(of(reference))?;
    let (between, split_over) = (plan.between(), plan.split_over());
    let stretches = plan.stretches();
    let total = stretches.iter().fold(0u32, |sum, stretch| {
        sum.saturating_add(stretch.replicates.len() as u32)
    });
    let mut done: u32 = 0;
    let mut all = stretches.iter().zip(0..);
    // Each run counts from nought; together they count to the total.
    let mut next = || {
        let (stretch, number) = all.next().expect("what is lived stands in the plan");
        let run = stretch.replicates.len() as u32;
        let counted = |now: u32, _: u32| progress(done.saturating_add(now.min(run)), total);
        let (scenario, mut known) = (plan.scenario(stretch), shelf.of(number));
        let along: (_, Progress<'_>) = (&mut known, &counted);
        // The reference is lived first.
        let draws = if number == 0 { DRAWS } else { 0 };
        let lived = frame.live(&scenario, (&stretch.replicates, draws), along);
        done = done.saturating_add(run);
        lived.map_err(of(stretch.option))
    };

    let base_lived = next()?;
    let mut answers: Vec<Vec<Answer>> = Vec::new();
    let of_first = (&prototype, &layout);
    let mut found = not_lived(asked, reference, &frame, of_first, parts, &serves);
    let mut read = vec![false; base.assumptions.all.len()];
    let mut kept: Vec<Kept> = Vec::new();
    let counted = asked[reference].scenario.counted();
    let mut choices = frame.choices(&scenarios[reference], &base_lived);
    for (option, scenario) in scenarios.iter().enumerate() {
        let own;
        let here = if option == reference {
            &base_lived
        } else {
            own = next()?;
            &own
        };
        reduce::note_read(&mut read, &here.samples.read);
        let more = costs::beyond(&counted, &base_lived.samples, &here.samples, &layout.years);
        frame.choose(&mut choices, here, &more);
        let met = frame.met(here);
        kept.push(Kept { met, more });
        found.options[option].not_absorbed = here.samples.not_absorbed;
        let rate = scenario.discount_rate;
        let other = (option != reference).then_some(&here.samples);
        let asked = of_public(&asked[reference].scenario, &asked[option].scenario);
        found.public.push(costs::public(
            asked,
            &base_lived.samples,
            other,
            &layout.years,
        ));
        found.costs.extend(costs::lines(
            option,
            &base_lived.samples,
            &here.samples,
            rate,
            &layout.years,
        ));
        if option == reference {
            let row = (0..asked_of_all.len()).map(|q| frame.answer(q, here));
            answers.push(row.collect());
            continue;
        }
        let row = frame.against(&base_lived, here, parts[option].is_empty());
        found.prices.extend(costs::prices(&costs::Priced {
            option,
            reference: &base_lived.samples,
            here: &here.samples,
            rate,
            years: &layout.years,
            year: wanted.year,
            questions: &asked_of_all,
            point: &|q| frame.points(q, &base_lived, here),
            occupations: base.occupations.iter().map(|o| o.plural.clone()).collect(),
            at_home: wanted.indicators.iter().position(questions::is_at_home),
        }));
        let both = (&base_lived.samples, &here.samples);
        frame.by_province(option, both, (&prototype, base), &mut found);
        if let Some(design) = &designs[option] {
            let one = Split {
                option,
                lived: [&base_lived, here],
                parts: &parts[option],
                design,
            };
            let split = one.over(&frame, split_over, &row, &mut next)?;
            found.attribution.push(split);
        }
        answers.push(row);
    }

    found.agreed = reduce::agreed(&scenarios[reference], &options.replicates);
    let asked_of = 0..found.questions.len();
    let flat = asked_of.flat_map(|q| answers.iter().map(move |row| row[q].clone()));
    found.answers = flat.collect();
    found.best = best::best(&found, &kept);
    let alike = |a: usize, b: usize| {
        let [a, b] = [a, b].map(|option| &asked[option].scenario);
        inputs::parts(a, b).is_empty()
    };
    found.pairs = best::pairs(&found, &kept, &smallest, &alike);
    let gate = asked[reference].scenario.staffing_gate;
    let reached = |id: &str, question: usize| {
        let test = base_lived.tests[question].map(|(test, _)| &layout.tests[test]);
        test.is_none_or(|t| reaches(id, &prototype.indicators[t.indicator], base, gate))
    };
    let known = hinges::Known {
        alike: &alike,
        reaches: &reached,
    };
    let hung = Hung::of(&found, &choices, &base.assumptions, known);
    let (hinges, doubts, order) = (hung.hinges(), hung.doubts(), hung.order());
    (found.hinges, found.doubts, found.order) = (hinges, doubts, order);
    found.variants = variants::in_variants(&found, &choices, &base.assumptions, &smallest);
    found.leads = variants::leads(&found, &choices, &base.assumptions);
    found.choices = Some(choices);
    found.assumptions = reduce::assumptions(&asked[reference].scenario, &read);
    for assumption in &mut found.assumptions {
        assumption.overridden |= asked.iter().any(|a| a.scenario.gives(&assumption.id));
    }
    found.statistics = ComparisonStatistics {
        threads: rayon::current_num_threads(),
        seconds: began.elapsed().as_secs_f64(),
        futures: u64::from(futures) * asked.len() as u64,
        attribution_futures: u64::from(between) * u64::from(split_over),
    };
    Ok(found)
}

/// What a comparison says before anything is lived.
fn not_lived(
    asked: &[Candidate],
    reference: usize,
    frame: &Frame<'_>,
    (prototype, layout): (&Prototype, &Layout),
    parts: &[Vec<Part>],
    serves: &[Vec<String>],
) -> Comparison {
    let option = |(o, a): (usize, &Candidate)| OptionInfo {
        name: a.name.clone(),
        title: crate::words::data::told(&a.scenario.title),
        note: crate::words::data::told(&a.scenario.note),
        file: a.file.clone(),
        digest: digest_of(&a.scenario),
        policies: a.scenario.policies.iter().map(|p| p.id.clone()).collect(),
        differing: parts[o].iter().map(|p| p.id.clone()).collect(),
        lead: (o != reference)
            .then(|| lead(frame.questions, &serves[o]))
            .flatten(),
        serves: serves[o].clone(),
        not_absorbed: 0.0,
        same_as_reference: parts[o].is_empty(),
    };
    let info = |id: &&str| {
        let known = prototype.indicators.iter().find(|i| i.info.id == **id);
        known.map(|i| i.info.clone())
    };
    let mut indicators: Vec<&str> = Vec::new();
    for (id, _) in &frame.wanted.indicators {
        if !indicators.contains(&id.as_str()) {
            indicators.push(id);
        }
    }
    let first = &asked[reference].scenario;
    let base = &first.base;
    Comparison {
        country: crate::words::data::told(&base.name),
        currency: crate::words::data::told(&base.currency),
        base: base.code.clone(),
        base_digest: base.digest.clone(),
        seed: first.seed,
        replicates: frame.replicates.clone(),
        agreed: None,
        uncertainty: first.uncertainty.name().to_owned(),
        year: layout.years[frame.wanted.year],
        years: layout.years.clone(),
        scopes: layout.scopes.clone(),
        indicators: indicators.iter().filter_map(info).collect(),
        options: asked.iter().enumerate().map(option).collect(),
        reference,
        inputs: inputs::differences(asked, reference),
        questions: frame.questions.to_vec(),
        answers: Vec::new(),
        costs: Vec::new(),
        public: Vec::new(),
        best: Vec::new(),
        pairs: Vec::new(),
        variants: Vec::new(),
        leads: Vec::new(),
        hinges: Vec::new(),
        doubts: Vec::new(),
        order: None,
        prices: Vec::new(),
        provinces: Vec::new(),
        spread: Vec::new(),
        attribution: Vec::new(),
        assumptions: Vec::new(),
        assumed_tables: base.assumed_tables.clone(),
        choices: None,
        statistics: ComparisonStatistics::default(),
    }
}

/// Futures over which changes are split: all of them, or so many that living the subsets takes no
/// longer than living the options, in whole blocks.
fn to_split(futures: u32, options: u32, subsets: u32) -> u32 {
    let fair = u64::from(futures) * u64::from(options) / u64::from(subsets.max(1));
    let blocks = fair as u32 / crate::lanes::WIDTH as u32 * crate::lanes::WIDTH as u32;
    blocks.max(FEWEST_TO_SPLIT).min(futures)
}

/// The question an option exists for: the value of the first indicator it serves; else the first
/// headline target, else the first question.
fn lead(questions: &[Question], serves: &[String]) -> Option<usize> {
    let value = |id: &String| {
        let mut all = questions.iter();
        all.position(|q| q.kind == Kind::Value && q.indicator == *id)
    };
    serves
        .iter()
        .find_map(value)
        .or_else(|| questions.iter().position(|q| q.headline))
        .or((!questions.is_empty()).then_some(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splitting_takes_no_longer_than_living() {
        assert_eq!(to_split(10_000, 2, 2), 10_000);
        assert_eq!(to_split(10_000, 2, 62), 320);
        assert_eq!(to_split(10_000, 20, 40), 4_992);
        assert_eq!(to_split(500, 2, 62), 64);
        assert_eq!(to_split(48, 2, 62), 48);
        assert_eq!(to_split(48, 2, 0), 48);
    }
}
