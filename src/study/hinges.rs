//! On which guess a comparison hangs: how far the change that each option makes most reaches between the
//! lowest and the highest fifth of the number that moves it most, and which number would turn the order of
//! the two best options.

use crate::base::{AssumptionBook, Distribution, Grade};
use crate::results::comparison::{Choices, Comparison, Doubt, Hinge, Order, Turned, Verdict};
use crate::sensitivity::{discovery, turning};
use rayon::prelude::*;

/// What was lived, with the futures in the order of each number.
pub struct Hung<'a> {
    found: &'a Comparison,
    choices: &'a Choices,
    /// The numbers among what was drawn; a choice between ways has no lowest and no highest.
    numbers: Vec<&'a (String, Vec<f32>)>,
    /// By number, from the lowest draw to the highest.
    orders: Vec<Vec<usize>>,
    laws: &'a AssumptionBook,
    known: Known<'a>,
}

/// What is known of options and questions, by their positions.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// Whether two options ask the same.
    pub alike: &'a dyn Fn(usize, usize) -> bool,
    /// Whether an assumption can reach what a question is judged on.
    pub reaches: &'a (dyn Fn(&str, usize) -> bool + Sync),
}

impl<'a> Hung<'a> {
    /// Puts the futures into order.
    pub fn of(
        found: &'a Comparison,
        choices: &'a Choices,
        laws: &'a AssumptionBook,
        known: Known<'a>,
    ) -> Hung<'a> {
        let is_choice = |id: &str| {
            let law = laws.get(id).map(|a| &a.distribution);
            matches!(law, Some(Distribution::Choice(_)))
        };
        let drawn = choices.assumed.iter();
        let numbers: Vec<&(String, Vec<f32>)> = drawn.filter(|(id, _)| !is_choice(id)).collect();
        let orders = numbers.par_iter().map(|(_, draws)| turning::order(draws));
        Hung {
            found,
            choices,
            orders: orders.collect(),
            numbers,
            laws,
            known,
        }
    }

    fn grade(&self, id: &str) -> Option<Grade> {
        self.laws.get(id).map(|a| a.grade)
    }

    /// Whether an option meets a question in each of the first futures.
    fn met(&self, option: usize, question: usize) -> Option<&[bool]> {
        self.found.met(self.choices, option, question)
    }

    /// The target that an option clearly moves most.
    fn moves_most(&self, option: usize) -> Option<usize> {
        let size = |q: &usize| {
            let change = self.found.answer(*q, option).difference?;
            matches!(change.verdict, Verdict::Better | Verdict::Worse).then_some(change.mean.abs())
        };
        let all = self.found.single().into_iter();
        let all = all.filter_map(|q| Some((q, size(&q)?)));
        let most = all.reduce(|a, b| if b.1 > a.1 { b } else { a });
        most.map(|(q, _)| q)
    }

    /// The number that matters most to the change that an option makes most.
    fn hinge(&self, option: usize) -> Option<Hinge> {
        let question = self.moves_most(option)?;
        let before = self.met(self.found.reference, question)?;
        let now = self.met(option, question)?;
        let change = |(now, before): (&bool, &bool)| f64::from(*now) - f64::from(*before);
        let values: Vec<f64> = now.iter().zip(before).map(change).collect();
        let (assumption, reach) = self.most(question, &values)?;
        Some(Hinge {
            option,
            question,
            grade: self.grade(&assumption),
            assumption,
            low: reach.low.mean,
            high: reach.high.mean,
        })
    }

    /// Of the numbers that can reach a question the one over which some values of the futures differ most
    /// between its lowest and its highest fifth; `None` where none can be told from luck.
    fn most(&self, question: usize, values: &[f64]) -> Option<(String, turning::Reach)> {
        let all = self.numbers.iter().zip(&self.orders);
        let own = all.filter(|((id, _), _)| (self.known.reaches)(id, question));
        let reach = |((id, _), order): (&&(String, Vec<f32>), &Vec<usize>)| {
            Some((id.clone(), turning::reach(order, values)?))
        };
        let reaches: Vec<(String, turning::Reach)> = own.map(reach).collect::<Option<_>>()?;
        let luck: Vec<f64> = reaches.iter().map(|(_, reach)| reach.by_luck()).collect();
        let stands = discovery::stand(&luck);
        let told = reaches
            .into_iter()
            .zip(stands)
            .filter(|(_, stands)| *stands);
        let swing = |reach: &turning::Reach| reach.swing().abs();
        let most = told.reduce(|a, b| if swing(&b.0.1) > swing(&a.0.1) { b } else { a });
        most.map(|(most, _)| most)
    }

    /// What each target's chance hangs on in the reference.
    pub fn doubts(&self) -> Vec<Doubt> {
        let one = |question: usize| {
            let met = self.met(self.found.reference, question)?;
            let values: Vec<f64> = met.iter().map(|met| f64::from(*met)).collect();
            let (assumption, reach) = self.most(question, &values)?;
            Some(Doubt {
                question,
                grade: self.grade(&assumption),
                assumption,
                low: reach.low.mean.min(reach.high.mean),
                high: reach.low.mean.max(reach.high.mean),
            })
        };
        self.found.single().into_iter().filter_map(one).collect()
    }

    /// The same of every option but the reference; where no number can be told from luck there is none.
    pub fn hinges(&self) -> Vec<Hinge> {
        self.found.others().filter_map(|o| self.hinge(o)).collect()
    }

    /// How many of the targets asked an option meets in each of the first futures.
    fn counts(&self, option: usize) -> Vec<f64> {
        let mut counts = vec![0.0; self.choices.replicates.len()];
        for met in self
            .found
            .single()
            .into_iter()
            .filter_map(|q| self.met(option, q))
        {
            counts
                .iter_mut()
                .zip(met)
                .for_each(|(n, met)| *n += f64::from(*met));
        }
        counts
    }

    /// The two options that are best most often, and the number that would turn which of them meets more.
    pub fn order(&self) -> Option<Order> {
        let mut ranked: Vec<usize> = (0..self.found.options.len()).collect();
        let often = |o: usize| self.found.best[o].first.hits;
        ranked.sort_by_key(|o| (std::cmp::Reverse(often(*o)), *o));
        let (first, others) = ranked.split_first()?;
        // One that asks the same as the first is that one under another name.
        let second = others.iter().find(|o| !(self.known.alike)(*first, **o))?;
        let gap = |(a, b): (usize, usize)| {
            let both = self.counts(a).into_iter().zip(self.counts(b));
            both.map(|(a, b)| a - b).collect::<Vec<f64>>()
        };
        let mut options = (*first, *second);
        let mut values = gap(options);
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len().max(1) as f64;
        if mean(&values) < 0.0 {
            options = (*second, *first);
            values = gap(options);
        }
        if values.iter().all(|v| *v == 0.0) {
            return None;
        }
        let turn = |(order, number): (&Vec<usize>, &&(String, Vec<f32>))| {
            turning::turn(&number.1, order, &values)
        };
        let both = self.orders.iter().zip(&self.numbers);
        let turns: Vec<Option<turning::Turn>> = both.map(turn).collect();
        let luck: Vec<f64> = turns.iter().map(|t| t.map_or(1.0, |t| t.by_luck)).collect();
        let stands = discovery::stand(&luck);
        let told = turns.iter().enumerate().filter(|(k, _)| stands[*k]);
        let told = told.filter_map(|(k, turn)| Some((k, (*turn)?)));
        let most = told.reduce(|a, b| if b.1.there < a.1.there { b } else { a });
        Some(Order {
            options,
            lead: mean(&values),
            turned: most.map(|(k, turn)| {
                let id = &self.numbers[k].0;
                Turned {
                    assumption: id.clone(),
                    grade: self.grade(id),
                    at: turn.at,
                    below: turn.below,
                }
            }),
        })
    }
}
