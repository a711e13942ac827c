//! Who pays how much more, for what and when; and what a unit of gain costs.

use super::prices::price;
use super::samples::Samples;
use crate::engine::reduce::public::{Row, money};
use crate::results::comparison::{
    Amount, CostDifference, Gain, Mean, Payers, Price, Question, QuestionKind,
};
use crate::results::public::{Counted, PUBLIC, PublicMoney};
use crate::results::summary::interval;
use crate::scenario::Ceiling;
use crate::units::{PAYERS, PriceBasis, Year};
use crate::world::money::PURPOSES;
use rayon::prelude::*;

/// What is counted in a line.
#[derive(Clone, Copy, Debug)]
struct Line {
    payer: Option<usize>,
    purpose: Option<usize>,
    year: Option<usize>,
}

/// By what the amounts of a year are multiplied in each future.
#[derive(Clone, Copy)]
enum Prices<'a> {
    Constant,
    Of(&'a [Vec<f64>]),
}

/// The amounts of a line in every future.
fn amounts(kept: &Samples, line: Line, prices: Prices<'_>) -> Vec<f64> {
    let mut out = vec![0.0; kept.futures];
    let all = |one: Option<usize>, many: usize| one.map_or(0..many, |k| k..k + 1);
    for payer in all(line.payer, PAYERS.len()) {
        for purpose in all(line.purpose, PURPOSES.len()) {
            for year in all(line.year, kept.simulated()) {
                let row = kept.cost(payer, purpose, year);
                match prices {
                    Prices::Constant => {
                        for (sum, v) in out.iter_mut().zip(row) {
                            *sum += f64::from(*v);
                        }
                    }
                    Prices::Of(factors) => {
                        for ((sum, v), f) in out.iter_mut().zip(row).zip(&factors[year]) {
                            *sum += f64::from(*v) * f;
                        }
                    }
                }
            }
        }
    }
    out
}

fn average(row: &[f64]) -> f64 {
    row.iter().sum::<f64>() / row.len() as f64
}

/// Every line of costs of an option: by payer, purpose and year, and every total of them.
pub fn lines(
    option: usize,
    reference: &Samples,
    here: &Samples,
    rate: Option<f64>,
    years: &[Year],
) -> Vec<CostDifference> {
    let spent = |line: &Line| {
        let any =
            |kept: &Samples, payer, purpose, year| !kept.cost(payer, purpose, year).is_empty();
        let all = |one: Option<usize>, many: usize| one.map_or(0..many, |k| k..k + 1);
        all(line.payer, PAYERS.len()).any(|payer| {
            all(line.purpose, PURPOSES.len()).any(|purpose| {
                all(line.year, here.simulated()).any(|year| {
                    any(reference, payer, purpose, year) || any(here, payer, purpose, year)
                })
            })
        })
    };
    let with_all = |many: usize| std::iter::once(None).chain((0..many).map(Some));
    let mut wanted = Vec::new();
    for payer in with_all(PAYERS.len()) {
        for purpose in with_all(PURPOSES.len()) {
            for year in with_all(here.simulated()) {
                let line = Line {
                    payer,
                    purpose,
                    year,
                };
                if spent(&line) {
                    wanted.push(line);
                }
            }
        }
    }
    // Price levels and discounts hang on assumptions, which an option may hold otherwise.
    let levels = [reference.price_levels(), here.price_levels()];
    let discounts = [reference.discounts(rate), here.discounts(rate)];
    let amount = |line: Line, factors: Option<&[Vec<Vec<f64>>; 2]>| {
        let prices = |k: usize| factors.map_or(Prices::Constant, |f| Prices::Of(&f[k]));
        let (a, b) = (
            amounts(reference, line, prices(0)),
            amounts(here, line, prices(1)),
        );
        Amount {
            reference: average(&a),
            here: average(&b),
            difference: interval((0..a.len()).map(|r| b[r] - a[r])),
        }
    };
    wanted
        .into_par_iter()
        .map(|line| CostDifference {
            option,
            payer: line.payer.map(|p| PAYERS[p]),
            purpose: line.purpose.map(|p| PURPOSES[p].1.to_owned()),
            year: line.year.map(|y| years[y + 1]),
            constant: amount(line, None),
            nominal: amount(line, Some(&levels)),
            discounted: amount(line, Some(&discounts)),
        })
        .collect()
}

/// Amounts of a year at these prices.
fn priced(row: &[f32], year: usize, prices: Prices<'_>) -> Vec<f64> {
    let amounts = row.iter().map(|v| f64::from(*v));
    match prices {
        Prices::Constant => amounts.collect(),
        Prices::Of(levels) => amounts
            .zip(&levels[year])
            .map(|(v, level)| v * level)
            .collect(),
    }
}

/// What an option spends of some money beyond the reference in every future.
pub fn beyond(asked: &Counted, reference: &Samples, here: &Samples, years: &[Year]) -> Vec<f64> {
    let nominal = asked.prices == PriceBasis::Nominal;
    let levels = [reference, here].map(|kept| nominal.then(|| kept.price_levels()));
    let prices = |side: usize| levels[side].as_deref().map_or(Prices::Constant, Prices::Of);
    let mut sum = vec![0.0; here.futures];
    for payer in &asked.payers {
        for year in (0..reference.simulated()).filter(|y| asked.holds(years[y + 1])) {
            let line = Line {
                payer: Some(*payer as usize),
                purpose: None,
                year: Some(year),
            };
            let more = more(line, (reference, prices(0)), (here, prices(1)));
            sum.iter_mut()
                .zip(more)
                .for_each(|(sum, more)| *sum += more);
        }
    }
    sum
}

/// What is spent more on a line in every future.
fn more(
    line: Line,
    (reference, before): (&Samples, Prices<'_>),
    (here, now): (&Samples, Prices<'_>),
) -> Vec<f64> {
    let before = amounts(reference, line, before);
    let now = amounts(here, line, now);
    now.iter()
        .zip(&before)
        .map(|(now, before)| now - before)
        .collect()
}

/// The money that a comparison is about: of the reference what its own policies spend, of another option
/// what it spends more than the reference.
pub fn public(
    (asked, ceiling): (Counted, Option<&Ceiling>),
    reference: &Samples,
    other: Option<&Samples>,
    years: &[Year],
) -> PublicMoney {
    let nominal = asked.prices == PriceBasis::Nominal;
    let levels = |kept: &Samples| nominal.then(|| kept.price_levels());
    let levels = [Some(reference), other].map(|kept| kept.and_then(levels));
    let prices = |side: usize| levels[side].as_deref().map_or(Prices::Constant, Prices::Of);
    let mut rows = Vec::new();
    for payer in &asked.payers {
        let at = *payer as usize;
        for year in (0..reference.simulated()).filter(|y| asked.holds(years[y + 1])) {
            let line = Line {
                payer: Some(at),
                purpose: None,
                year: Some(year),
            };
            let own = reference.decided(at, year);
            let [own, promised] = own.map(|row| priced(row, year, prices(0)));
            let promised = average(&promised);
            let (spent, promised) = match other {
                None => (own, promised),
                Some(here) => {
                    let more = more(line, (reference, prices(0)), (here, prices(1)));
                    let asked = priced(here.decided(at, year)[1], year, prices(1));
                    (more, average(&asked) - promised)
                }
            };
            rows.push(Row {
                payer: *payer,
                year: years[year + 1],
                spent,
                promised,
            });
        }
    }
    money(asked, ceiling, rows, reference.futures)
}

/// The cost of an option in every future: all payers, all simulated years, constant prices
/// ([`Comparison::cost_of`]).
///
/// [`Comparison::cost_of`]: crate::results::comparison::Comparison::cost_of
pub fn of_option(kept: &Samples) -> Vec<f64> {
    let all = Line {
        payer: None,
        purpose: None,
        year: None,
    };
    amounts(kept, all, Prices::Constant)
}

/// What is needed to price the gains of an option.
pub struct Priced<'a> {
    /// Position of the option.
    pub option: usize,
    /// The reference's futures.
    pub reference: &'a Samples,
    /// The option's.
    pub here: &'a Samples,
    /// Fixed discount rate.
    pub rate: Option<f64>,
    /// Base year and simulated years.
    pub years: &'a [Year],
    /// Position of the year at which stocks are read.
    pub year: usize,
    /// What is asked.
    pub questions: &'a [Question],
    /// Points gained in each future by a target question.
    pub point: &'a dyn Fn(usize) -> Option<Vec<f64>>,
    /// Plurals of the occupations.
    pub occupations: Vec<String>,
    /// Position of the bed-days at home among the indicators kept.
    pub at_home: Option<usize>,
}

/// What a point of probability, a head, a bed and a bed-day at home cost, for all payers and for the
/// public budgets.
pub fn prices(p: &Priced<'_>) -> Vec<Price> {
    let gained = |a: &[f32], b: &[f32]| -> Vec<f64> {
        b.iter()
            .zip(a)
            .map(|(b, a)| f64::from(*b) - f64::from(*a))
            .collect()
    };
    let mut gains: Vec<(Gain, usize, Vec<f64>)> = Vec::new();
    for (q, question) in p.questions.iter().enumerate() {
        let year = p.years.iter().position(|y| *y == question.year);
        if let (QuestionKind::Target, true, Some(year), Some(row)) =
            (question.kind, question.headline, year, (p.point)(q))
        {
            gains.push((Gain::Point(question.id.clone()), year, row));
        }
    }
    let stock = |k: usize| {
        let of = |kept: &'_ Samples| kept.closing(k, p.year - 1).to_vec();
        gained(&of(p.reference), &of(p.here))
    };
    for (o, plural) in p.occupations.iter().enumerate() {
        gains.push((Gain::Head(plural.clone()), p.year, stock(o + 1)));
    }
    gains.push((Gain::Bed, p.year, stock(0)));
    if let Some(at) = p.at_home {
        let row = gained(p.reference.here(at, p.year), p.here.here(at, p.year));
        gains.push((Gain::BedDayAtHome, p.year, row));
    }
    let discounts = [p.reference.discounts(p.rate), p.here.discounts(p.rate)];
    let mut out = Vec::new();
    for (payers, counted) in [(Payers::All, &PAYERS[..]), (Payers::Budgets, &PUBLIC[..])] {
        // Additional cost to the end of each year, in every future.
        let mut to: Vec<Vec<f64>> = vec![vec![0.0; p.here.futures]];
        for y in 0..p.here.simulated() {
            let mut sum = to[y].clone();
            for payer in counted {
                let line = Line {
                    payer: Some(*payer as usize),
                    purpose: None,
                    year: Some(y),
                };
                let before = amounts(p.reference, line, Prices::Of(&discounts[0]));
                let now = amounts(p.here, line, Prices::Of(&discounts[1]));
                for ((s, a), b) in sum.iter_mut().zip(before).zip(now) {
                    *s += b - a;
                }
            }
            to.push(sum);
        }
        for (gain, year, row) in &gains {
            let (cost, gained, price) = price(&to[*year], row);
            out.push(Price {
                option: p.option,
                gain: gain.clone(),
                year: p.years[*year],
                payers,
                cost,
                gained,
                price: price.filter(|m: &Mean| m.value.is_finite()),
            });
        }
    }
    out
}
