//! What it is worth to know a guess better before one of the options of a comparison is chosen, read off the
//! futures in which all of them were lived.

use crate::results::AssumptionUsed;
use crate::results::comparison::{Choices, Comparison, TOGETHER};
use crate::results::summary::probability;
use crate::results::worth::{Known, KnownGuess, Measured, Money, OfQuestion, Worth};
use crate::said::Told;
use crate::sensitivity::basis::Drawn;
use crate::sensitivity::discovery::stand;
use crate::sensitivity::first::{first, functions};
use crate::sensitivity::worth::{self as estimate, Benefits, ties};
use rayon::prelude::*;

/// Guesses about which people are asked.
const ASKED: usize = 5;
/// Questions besides the one that leads.
const BESIDES: usize = 5;
/// The chance that all together must reach under some option to lead.
const LEADS: f64 = 0.01;

/// How ids of assumptions begin that are shares of people who can be asked one by one: who finished, passed,
/// took up work, stayed. A share of money, beds or posts is not known from asking people.
const OF_PEOPLE: [&str; 12] = [
    "train.completion",
    "exam.pass",
    "exam.retry",
    "entry.doctor",
    "entry.nurse",
    "entry.pharmacist",
    "entry.wait_leave",
    "ret.male_share",
    "ret.work_on",
    "exit.to_private",
    "bond.fulfil",
    "rotation.stay",
];

/// Whether a survey of people could ask for it.
fn is_of_people(id: &str) -> bool {
    OF_PEOPLE.iter().any(|stem| id.starts_with(stem))
}

/// What is asked.
#[derive(Clone, Debug, Default)]
pub struct Asks {
    /// Only this question.
    pub only: Option<String>,
    /// What meeting it is worth, billion.
    pub value: Option<f64>,
    /// People a survey asks.
    pub people: u32,
}

/// A question with who meets it, `[option][future]`.
struct Asked<'a> {
    id: &'a str,
    met: Vec<&'a [bool]>,
}

impl Asked<'_> {
    /// Whether the options part in some future.
    fn parts(&self) -> bool {
        self.met.windows(2).any(|pair| pair[0] != pair[1])
    }

    fn chances(&self) -> Vec<f64> {
        let of =
            |met: &&[bool]| met.iter().filter(|m| **m).count() as f64 / met.len().max(1) as f64;
        self.met.iter().map(of).collect()
    }

    /// Whether some option meets it clearly more or less often than the reference, and by enough to matter:
    /// as the comparison says; of all together beyond luck by three standard deviations, and half a point.
    fn is_moved(&self, c: &Comparison) -> bool {
        if let Some(q) = c.questions.iter().position(|q| q.id == self.id) {
            let mut others = c.others().filter_map(|o| c.answer(q, o).difference);
            return others.any(|d| d.verdict.is_clear());
        }
        let before = self.met[c.reference];
        self.met.iter().any(|now| {
            let both = || now.iter().zip(before);
            let up = both().filter(|(now, before)| **now && !**before).count() as f64;
            let down = both().filter(|(now, before)| !**now && **before).count() as f64;
            let more = (up - down).abs();
            more > 3.0 * (up + down).sqrt() && more >= 0.005 * before.len() as f64
        })
    }

    fn widest(&self) -> f64 {
        let (mut low, mut high) = (1.0f64, 0.0f64);
        for chance in self.chances() {
            (low, high) = (low.min(chance), high.max(chance));
        }
        high - low
    }

    /// Benefits of meeting it at this worth, less what options cost.
    fn benefits(&self, value: f64, costs: Option<&[Vec<f32>]>) -> Benefits {
        let row = |(o, met): (usize, &&[bool])| {
            let cost = |r: usize| costs.map_or(0.0, |all| f64::from(all[o][r]));
            let one = |(r, met): (usize, &bool)| value * f64::from(u8::from(*met)) - cost(r);
            met.iter().enumerate().map(one).collect()
        };
        Benefits(self.met.iter().enumerate().map(row).collect())
    }
}

/// Ids of the questions that can be asked: those that every option answers.
pub fn known(choices: &Choices) -> Vec<&str> {
    all(choices).into_iter().map(|asked| asked.id).collect()
}

fn all(choices: &Choices) -> Vec<Asked<'_>> {
    let one = |(at, id): (usize, &'_ String)| {
        let met: Option<Vec<&[bool]>> = choices.met.iter().map(|o| o[at].as_deref()).collect();
        Some((id.clone(), met?))
    };
    let each = choices.asked.iter().enumerate();
    each.filter_map(|(at, id)| {
        let (_, met) = one((at, id))?;
        Some(Asked { id, met })
    })
    .collect()
}

/// The questions that are asked, the one that leads first: all together where some option meets them, else the
/// one in which options differ most. What no option clearly moves is asked only by name: there options would
/// tie at whatever luck makes of it.
fn asked<'a>(c: &Comparison, choices: &'a Choices, only: Option<&str>) -> Vec<Asked<'a>> {
    let mut all: Vec<Asked<'_>> = all(choices).into_iter().filter(Asked::parts).collect();
    if let Some(id) = only {
        all.retain(|asked| asked.id == id);
        return all;
    }
    all.retain(|asked| asked.is_moved(c));
    let reached = |asked: &Asked<'_>| asked.chances().into_iter().fold(0.0, f64::max) >= LEADS;
    all.retain(|asked| asked.id != TOGETHER || reached(asked));
    let lead = match all.iter().position(|asked| asked.id == TOGETHER) {
        Some(at) => Some(at),
        None => (0..all.len())
            .max_by(|a, b| all[*a].widest().total_cmp(&all[*b].widest()).then(b.cmp(a))),
    };
    if let Some(at) = lead {
        let own = all.remove(at);
        all.insert(0, own);
    }
    all.truncate(1 + BESIDES);
    all
}

/// What knowing is worth. `says` tells what a question asks.
pub fn worth(
    c: &Comparison,
    choices: &Choices,
    asks: &Asks,
    says: &(dyn Fn(&str) -> String + Sync),
) -> Worth {
    let costs: Vec<f64> = choices.money.iter().map(|row| mean(row)).collect();
    let column = |(id, values): &(String, Vec<f32>)| {
        let used = c.assumptions.iter().find(|a| a.id == *id)?;
        Some((used, Drawn::of(values)?))
    };
    let columns: Vec<(&AssumptionUsed, Drawn)> =
        choices.assumed.par_iter().filter_map(column).collect();
    let asked = asked(c, choices, asks.only.as_deref());
    let mut measures: Vec<Benefits> = Vec::new();
    let mut values: Vec<Option<(f64, Option<[usize; 2]>)>> = Vec::new();
    for one in &asked {
        measures.push(one.benefits(1.0, None));
        let value = match asks.value {
            Some(value) => Some((value, None)),
            None => dearest(one, &costs, &choices.money),
        };
        measures.extend(value.map(|(value, _)| one.benefits(value, Some(&choices.money))));
        values.push(value);
    }
    let mut measured = measured(&columns, &measures, asks.people).into_iter();
    let mut next = || measured.next().expect("as many as were asked for");
    let questions = asked.iter().zip(values).map(|(one, value)| OfQuestion {
        id: one.id.to_owned(),
        says: Told::of(|| says(one.id)),
        chances: one
            .met
            .iter()
            .map(|met| probability(met.iter().filter(|m| **m).count() as u32, met.len() as u32))
            .collect(),
        chance: next(),
        money: value.map(|(value, tie)| Money {
            value,
            tie,
            measured: next(),
        }),
    });
    Worth {
        futures: choices.replicates.len() as u32,
        tried: columns.len() as u32,
        options: c.options.iter().map(|o| o.name.clone()).collect(),
        reference: c.reference,
        costs,
        currency: c.currency.clone(),
        people: asks.people,
        questions: questions.collect(),
    }
}

fn mean(row: &[f32]) -> f64 {
    row.iter().map(|v| f64::from(*v)).sum::<f64>() / row.len().max(1) as f64
}

/// The value of meeting a question at which two options tie and knowing a future would be worth most.
fn dearest(
    asked: &Asked<'_>,
    costs: &[f64],
    money: &[Vec<f32>],
) -> Option<(f64, Option<[usize; 2]>)> {
    let options: Vec<(f64, f64)> = asked
        .chances()
        .into_iter()
        .zip(costs.iter().copied())
        .collect();
    let worth = |value: f64| asked.benefits(value, Some(money)).of_the_future().value;
    let all = ties(&options)
        .into_iter()
        .map(|value| (worth(value), value));
    let (_, value) = all.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.total_cmp(&a.1)))?;
    let benefit = |o: &usize| value * options[*o].0 - options[*o].1;
    let mut order: Vec<usize> = (0..options.len()).collect();
    order.sort_by(|a, b| benefit(b).total_cmp(&benefit(a)).then(a.cmp(b)));
    Some((value, Some([order[0], order[1]])))
}

/// What knowing is worth in each of these measures.
fn measured(
    columns: &[(&AssumptionUsed, Drawn)],
    measures: &[Benefits],
    people: u32,
) -> Vec<Measured> {
    let lucks: Vec<Vec<f64>> = columns
        .par_iter()
        .map(|(_, drawn)| {
            let basis = functions(drawn);
            measures
                .iter()
                .map(|benefits| luck(benefits, &basis))
                .collect()
        })
        .collect();
    let one = |(at, benefits): (usize, &Benefits)| {
        let chances: Vec<f64> = lucks.iter().map(|row| row[at]).collect();
        let kept = columns
            .iter()
            .zip(stand(&chances))
            .filter(|(_, stands)| *stands);
        let kept: Vec<&(&AssumptionUsed, Drawn)> = kept.map(|(column, _)| column).collect();
        of_measure(benefits, &kept, people)
    };
    measures.par_iter().enumerate().map(one).collect()
}

/// The chance that an assumption moves the choice as much by luck: that of the option it moves most, for as
/// many as there are.
fn luck(benefits: &Benefits, basis: &crate::sensitivity::basis::Basis) -> f64 {
    let best = benefits.best();
    let others = (0..benefits.0.len()).filter(|o| *o != best);
    let of = |o: usize| first(basis, &benefits.beyond(o, best)).map_or(1.0, |found| found.by_luck);
    let least = others.map(of).fold(1.0, f64::min);
    (least * (benefits.0.len() - 1).max(1) as f64).min(1.0)
}

fn of_measure(benefits: &Benefits, kept: &[&(&AssumptionUsed, Drawn)], people: u32) -> Measured {
    let future = known_at_most(benefits.of_the_future(), f64::INFINITY);
    let guess = |column: &&(&AssumptionUsed, Drawn)| {
        let (used, drawn) = column;
        let known = benefits.known(&benefits.given(drawn));
        KnownGuess {
            assumption: used.id.clone(),
            meaning: used.meaning.clone(),
            unit: used.unit.clone(),
            grade: used.grade,
            known: known_at_most(known, future.value),
            survey: None,
        }
    };
    let mut guesses: Vec<KnownGuess> = kept.par_iter().map(guess).collect();
    guesses.retain(|g| g.known.changes > 0.0 && g.known.value > 0.0);
    guesses.sort_by(|a, b| {
        let by_worth = b.known.value.total_cmp(&a.known.value);
        by_worth.then(a.assumption.cmp(&b.assumption))
    });
    for guess in guesses.iter_mut().take(ASKED) {
        let own = kept.iter().find(|(used, _)| used.id == guess.assumption);
        let (_, drawn) = own.expect("it is one of them");
        let can = is_of_people(&guess.assumption).then(|| benefits.given(drawn));
        let asked = can.and_then(|told| benefits.asked(drawn, &told, people));
        guess.survey = asked.map(|worth| known_at_most(worth, guess.known.value));
    }
    let columns: Vec<&Drawn> = kept.iter().map(|(_, drawn)| drawn).collect();
    let all = benefits.known(&benefits.given_all(&columns));
    Measured {
        best: benefits.best(),
        benefits: benefits.means(),
        future,
        all: known_at_most(all, future.value),
        guesses,
    }
}

/// A worth held to its bound, from which it can lie by no more than its error.
fn known_at_most(found: estimate::Worth, most: f64) -> Known {
    Known {
        value: found.value.min(most),
        error: found.error,
        changes: found.changes,
        held: found.value > most,
    }
}
