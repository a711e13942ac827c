//! Options under variants: what no figure decides between is drawn as a choice between named ways, and the
//! futures of each way tell how every option stands if that way holds.

use super::matters::Smallest;
use super::paired;
use crate::base::{AssumptionBook, Distribution};
use crate::results::comparison::{Choices, Comparison, InVariant, Leads};
use crate::results::summary::probability;

/// Fewest futures of a way for it to be told.
const FEWEST: usize = 30;

/// One way of a choice, and the futures in which it was drawn.
struct Way<'a> {
    assumption: &'a str,
    name: &'a str,
    weight: f64,
    futures: Vec<usize>,
}

/// The ways that were drawn often enough, in the order of the book.
fn ways<'a>(choices: &'a Choices, laws: &'a AssumptionBook) -> Vec<Way<'a>> {
    let mut all = Vec::new();
    for (id, drawn) in &choices.assumed {
        let Some(Distribution::Choice(names)) = laws.get(id).map(|a| &a.distribution) else {
            continue;
        };
        let of = |at: usize| {
            let mine = |(_, drawn): &(usize, &f32)| **drawn as usize == at;
            let futures = drawn.iter().enumerate().filter(mine);
            futures.map(|(future, _)| future).collect::<Vec<usize>>()
        };
        let told = names.iter().enumerate().map(|(at, (name, weight))| Way {
            assumption: id,
            name,
            weight: *weight,
            futures: of(at),
        });
        let told: Vec<Way<'a>> = told.filter(|way| way.futures.len() >= FEWEST).collect();
        // One way alone is no choice.
        if told.len() > 1 {
            all.extend(told);
        }
    }
    all
}

/// How often each option meets each target in the futures of every way, and its change from the reference
/// there.
pub fn in_variants(
    found: &Comparison,
    choices: &Choices,
    laws: &AssumptionBook,
    smallest: &Smallest,
) -> Vec<InVariant> {
    let mut all = Vec::new();
    for way in ways(choices, laws) {
        let of = way.futures.len() as u32;
        for question in found.single() {
            let before = found.met(choices, found.reference, question);
            for option in 0..found.options.len() {
                let Some(now) = found.met(choices, option, question) else {
                    continue;
                };
                let count = |holds: &dyn Fn(usize) -> bool| {
                    let futures = way.futures.iter();
                    futures.filter(|future| holds(**future)).count() as u32
                };
                let change = before.filter(|_| option != found.reference).map(|before| {
                    let up = count(&|future| now[future] && !before[future]);
                    let down = count(&|future| before[future] && !now[future]);
                    let shares = paired::shares(up, down, count(&|future| before[future]), of);
                    paired::mattering(shares, smallest.of_a_chance())
                });
                all.push(InVariant {
                    assumption: way.assumption.to_owned(),
                    way: way.name.to_owned(),
                    weight: way.weight,
                    question,
                    option,
                    chance: probability(count(&|future| now[future]), of),
                    change,
                });
            }
        }
    }
    all
}

/// Which option is best most often in the futures of each way: it meets most of what is asked, and of several
/// that meet as many spends least.
pub fn leads(found: &Comparison, choices: &Choices, laws: &AssumptionBook) -> Vec<Leads> {
    let asked = found.single();
    let options = found.options.len();
    let counted = |option: usize, future: usize| {
        let each = asked.iter();
        each.filter(|q| {
            found
                .met(choices, option, **q)
                .is_some_and(|met| met[future])
        })
        .count()
    };
    let told = ways(choices, laws).into_iter().map(|way| {
        let mut first = vec![0u32; options];
        for future in &way.futures {
            let counts: Vec<usize> = (0..options).map(|o| counted(o, *future)).collect();
            let most = counts.iter().copied().max().unwrap_or(0);
            let leads = |o: &usize| counts[*o] == most;
            let money = |o: usize| choices.money[o].get(*future).copied().unwrap_or(0.0);
            let least = (0..options).filter(leads).map(money);
            let least = least.fold(f32::INFINITY, f32::min);
            for o in (0..options).filter(leads).filter(|o| money(*o) <= least) {
                first[o] += 1;
            }
        }
        let most = (0..options).reduce(|a, b| if first[b] > first[a] { b } else { a });
        let option = most.unwrap_or(found.reference);
        Leads {
            assumption: way.assumption.to_owned(),
            way: way.name.to_owned(),
            weight: way.weight,
            option,
            often: probability(first[option], way.futures.len() as u32),
        }
    });
    told.collect()
}
