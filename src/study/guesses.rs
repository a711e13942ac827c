//! Which guess matters, read off the draws of a finished run: what each assumption explains by itself, and
//! what the futures that miss a target have in common.

use crate::base::Distribution;
use crate::results::guesses::{
    Condition, Guess, Guesses, InBox, Index, Missed, Misses, OfTarget, WayChance,
};
use crate::results::summary::probability;
use crate::results::{AssumptionUsed, Driver, Findings, Futures, TargetAnswer};
use crate::said::Told;
use crate::sensitivity::basis::{Basis, Drawn};
use crate::sensitivity::boxes::{self, Count};
use crate::sensitivity::discovery::stand;
use crate::sensitivity::first::{First, first, functions};
use crate::words::number::trimmed;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Fewest futures that meet a target, and fewest that miss it, for what decides between them to be asked.
const FEWEST: usize = 30;

/// Says what a target asks.
pub type Says<'a> = &'a (dyn Fn(&TargetAnswer) -> String + Sync);

/// The draws of a run, by assumption.
struct Draws<'a> {
    findings: &'a Findings,
    futures: &'a Futures,
}

impl<'a> Draws<'a> {
    fn assumption(&self, id: &str) -> Option<&'a AssumptionUsed> {
        self.findings.assumptions.iter().find(|a| a.id == id)
    }

    fn values(&self, id: &str) -> Option<&'a [f32]> {
        let mut all = self.futures.assumed.iter();
        all.find(|(known, _)| known == id)
            .map(|(_, row)| row.as_slice())
    }

    /// In which futures a target is met.
    fn met(&self, target: &str) -> Option<&'a [bool]> {
        let mut all = self.futures.met.iter();
        let (_, met) = all.find(|(known, _)| known == target)?;
        met.as_deref()
    }

    /// The indicator of a target in its year.
    fn indicator(&self, a: &TargetAnswer) -> Option<Vec<f64>> {
        let name = format!("{}/{}/{}", a.indicator, a.scope, a.year);
        let mut all = self.futures.values.iter();
        let (_, row) = all.find(|(known, _)| *known == name)?;
        let row: Vec<f64> = row.iter().map(|v| f64::from(*v)).collect();
        row.iter().all(|v| v.is_finite()).then_some(row)
    }

    /// The way that a target is told of, where no figure decides between several.
    fn way(a: &TargetAnswer) -> Option<String> {
        a.first_way().map(|way| way.name.clone())
    }

    /// Which of some targets have an answer in the draws.
    fn answered(&self, asked: &[&'a TargetAnswer]) -> Vec<(&'a TargetAnswer, &'a [bool])> {
        let all = asked.iter();
        all.filter_map(|a| Some((*a, self.met(&a.id).filter(|_| a.probability.is_some())?)))
            .collect()
    }
}

/// Targets whose chance was held against every assumption that can reach them, in the order of the question.
pub fn asked(findings: &Findings) -> Vec<&TargetAnswer> {
    let tried = |a: &&TargetAnswer| findings.drivers.iter().any(|d| d.target == a.id);
    findings.headlines().filter(tried).collect()
}

/// What each assumption that can reach these targets explains of them by itself.
pub fn guesses(
    findings: &Findings,
    futures: &Futures,
    asked: &[&TargetAnswer],
    says: Says<'_>,
) -> Guesses {
    let draws = Draws { findings, futures };
    let answered = draws.answered(asked);
    let pairs: Vec<&Driver> = answered
        .iter()
        .flat_map(|(a, _)| findings.drivers.iter().filter(|d| d.target == a.id))
        .collect();
    let mut ids: Vec<&str> = pairs.iter().map(|d| d.assumption.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let read = |id: &&str| Some(((*id).to_owned(), Read::of(&draws, id)?));
    let read: BTreeMap<String, Read> = ids.par_iter().filter_map(read).collect();
    let mut targets: Vec<OfTarget> = answered
        .par_iter()
        .map(|(a, met)| {
            let value = draws.indicator(a);
            let hits = apart(met).then(|| met.iter().map(|m| f64::from(u8::from(*m))).collect());
            let own = findings.drivers.iter().filter(|d| d.target == a.id);
            let rows: [Option<Vec<f64>>; 2] = [value, hits];
            OfTarget {
                target: a.id.clone(),
                says: Told::of(|| says(a)),
                way: Draws::way(a),
                chance: a.probability.expect("answered targets have a chance"),
                explained: None,
                guesses: own
                    .filter_map(|d| guess(&draws, d, &read, (&rows, met)))
                    .collect(),
            }
        })
        .collect();
    settle(&mut targets);
    Guesses {
        futures: futures.replicates.len() as u32,
        tried: pairs.len() as u32,
        targets,
    }
}

/// Whether enough futures lie on either side.
fn apart(met: &[bool]) -> bool {
    let hits = met.iter().filter(|m| **m).count();
    hits.min(met.len() - hits) >= FEWEST
}

/// An assumption as it was drawn.
struct Read {
    drawn: Drawn,
    basis: Basis,
    fifths: Option<[f64; 2]>,
}

impl Read {
    fn of(draws: &Draws<'_>, id: &str) -> Option<Read> {
        let drawn = Drawn::of(draws.values(id)?)?;
        let fifths = match &drawn {
            Drawn::Way(..) => None,
            Drawn::Number(values, order) => {
                let at = |rank: usize| values[order[rank] as usize];
                let fifth = order.len() / 5;
                Some([at(fifth), at(order.len() - fifth - 1)])
            }
        };
        Some(Read {
            basis: functions(&drawn),
            drawn,
            fifths,
        })
    }
}

fn guess(
    draws: &Draws<'_>,
    tornado: &Driver,
    read: &BTreeMap<String, Read>,
    (rows, met): (&[Option<Vec<f64>>; 2], &[bool]),
) -> Option<Guess> {
    let (used, own) = (
        draws.assumption(&tornado.assumption)?,
        read.get(&tornado.assumption)?,
    );
    let index = |row: &Option<Vec<f64>>| {
        row.as_ref()
            .and_then(|row| first(&own.basis, row))
            .map(untold)
    };
    let [value, hit] = rows.each_ref().map(index);
    Some(Guess {
        assumption: used.id.clone(),
        meaning: used.meaning.clone(),
        unit: used.unit.clone(),
        grade: used.grade,
        value,
        met: hit,
        fifths: own.fifths,
        ways: chances_by_way(used, draws.values(&used.id)?, &own.drawn, met),
        tornado: tornado.clone(),
    })
}

/// The chance of a target in each way of a choice.
fn chances_by_way(
    used: &AssumptionUsed,
    values: &[f32],
    drawn: &Drawn,
    met: &[bool],
) -> Vec<WayChance> {
    let Drawn::Way(of, many) = drawn else {
        return Vec::new();
    };
    let named = drawn.values_of_ways(values);
    let one = |way: usize| {
        let own = of.iter().zip(met).filter(|(w, _)| usize::from(**w) == way);
        let (mut hits, mut all) = (0, 0);
        own.for_each(|(_, met)| {
            hits += u32::from(*met);
            all += 1;
        });
        WayChance {
            name: name_of(used, named[way]),
            chance: probability(hits, all),
        }
    };
    (0..*many).map(one).collect()
}

fn untold(found: First) -> Index {
    Index {
        index: found.index,
        low: found.low,
        high: found.high,
        by_luck: found.by_luck,
        told: false,
    }
}

/// Tells which indices stand among all that were tried, for the target and in all, and puts the assumptions
/// in their order.
fn settle(targets: &mut [OfTarget]) {
    type Of = fn(&mut Guess) -> &mut Option<Index>;
    let both: [Of; 2] = [|g| &mut g.value, |g| &mut g.met];
    for of in both {
        let mut all: Vec<&mut Index> = Vec::new();
        for target in targets.iter_mut() {
            let mut own: Vec<&mut Index> = target
                .guesses
                .iter_mut()
                .filter_map(|g| of(g).as_mut())
                .collect();
            let chances: Vec<f64> = own.iter().map(|index| index.by_luck).collect();
            for (index, stands) in own.iter_mut().zip(stand(&chances)) {
                index.told = stands;
            }
            all.append(&mut own);
        }
        let chances: Vec<f64> = all.iter().map(|index| index.by_luck).collect();
        for (index, stands) in all.into_iter().zip(stand(&chances)) {
            index.told &= stands;
        }
    }
    for target in targets {
        let told = target.guesses.iter().filter_map(|g| g.value);
        let sum = told.clone().filter(|i| i.told).map(|i| i.index).sum();
        target.explained = (told.count() > 0).then_some(sum);
        target.guesses.sort_by(|a, b| {
            let (a, b) = (a.rank(), b.rank());
            b.0.cmp(&a.0)
                .then(b.1.total_cmp(&a.1))
                .then(b.2.total_cmp(&a.2))
        });
    }
}

/// What the futures that miss these targets have in common; where more miss than meet, also what those have
/// in common that meet.
pub fn misses(
    findings: &Findings,
    futures: &Futures,
    asked: &[&TargetAnswer],
    says: Says<'_>,
) -> Misses {
    let draws = Draws { findings, futures };
    let tried = |a: &TargetAnswer| -> Vec<&AssumptionUsed> {
        let mut own = findings
            .drivers
            .iter()
            .filter(|d| d.target == a.id)
            .peekable();
        match own.peek() {
            Some(_) => own
                .filter_map(|d| draws.assumption(&d.assumption))
                .collect(),
            // Of what is no headline it is not known what reaches it.
            None => findings.assumptions.iter().filter(|a| a.read).collect(),
        }
    };
    let one = |(a, met): &(&TargetAnswer, &[bool])| {
        let known = tried(a).into_iter();
        let (used, columns): (Vec<&AssumptionUsed>, Vec<Drawn>) = known
            .filter_map(|used| Some((used, Drawn::of(draws.values(&used.id)?)?)))
            .unzip();
        let missed: Vec<bool> = met.iter().map(|met| !met).collect();
        let (missing, half) = boxes::boxes(&columns, &missed);
        let many = missed.iter().filter(|missed| **missed).count();
        let meeting = match 2 * many > missed.len() {
            true => boxes::boxes(&columns, met).0,
            false => Vec::new(),
        };
        let said = |found: Vec<boxes::Found>, in_all: u32| {
            let each = found.into_iter();
            each.map(|found| in_words(&found, in_all, &used, (&columns, &draws)))
                .collect()
        };
        Missed {
            target: a.id.clone(),
            says: Told::of(|| says(a)),
            way: Draws::way(a),
            of: missed.len() as u32,
            misses: many as u32,
            tried: columns.len() as u32,
            missing: said(missing, half.misses),
            meeting: said(meeting, half.of - half.misses),
        }
    };
    Misses {
        futures: futures.replicates.len() as u32,
        targets: draws.answered(asked).par_iter().map(one).collect(),
    }
}

fn in_words(
    found: &boxes::Found,
    hits_in_all: u32,
    used: &[&AssumptionUsed],
    read: (&[Drawn], &Draws<'_>),
) -> InBox {
    let Count { of, misses } = found.inside;
    InBox {
        conditions: found
            .conditions
            .iter()
            .map(|c| condition(c, used, read))
            .collect(),
        inside: of,
        hits: misses,
        left: found.left.of,
        hits_left: found.left.misses,
        hits_in_all,
    }
}

fn condition(
    found: &boxes::Condition,
    used: &[&AssumptionUsed],
    (columns, draws): (&[Drawn], &Draws<'_>),
) -> Condition {
    let (own, drawn) = (used[found.column()], &columns[found.column()]);
    let n = drawn.futures() as f64;
    let (from, below, ways, holds) = match (found, drawn) {
        (boxes::Condition::Number(_, from, below), Drawn::Number(values, _)) => {
            let inside = |v: &&f64| from.is_none_or(|f| **v >= f) && below.is_none_or(|b| **v < b);
            (
                *from,
                *below,
                Vec::new(),
                values.iter().filter(inside).count(),
            )
        }
        (boxes::Condition::Ways(_, kept), Drawn::Way(of, _)) => {
            let named = drawn.values_of_ways(draws.values(&own.id).unwrap_or_default());
            let names = kept.iter().map(|way| name_of(own, named[*way])).collect();
            let inside = |way: &&u8| kept.contains(&usize::from(**way));
            (None, None, names, of.iter().filter(inside).count())
        }
        _ => unreachable!("a condition is of the kind of its column"),
    };
    Condition {
        assumption: own.id.clone(),
        meaning: own.meaning.clone(),
        unit: own.unit.clone(),
        from,
        below,
        ways,
        holds: holds as f64 / n,
    }
}

/// Name of the way of which a choice was drawn with this value: its place among all that there are, also
/// those that were never drawn. A number that takes few values has no names but these.
fn name_of(used: &AssumptionUsed, value: f32) -> String {
    let named = match &used.distribution {
        Distribution::Choice(ways) => ways.get(value as usize),
        _ => None,
    };
    named.map_or_else(|| trimmed(value.into(), 4), |(name, _)| name.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Grade;

    #[test]
    fn a_way_is_named_by_its_value_also_where_others_were_never_drawn() {
        let ways = ["a", "b", "c", "d"].map(|name| (name.to_owned(), 0.25));
        let mut used = AssumptionUsed {
            id: "way".into(),
            meaning: "which way".into(),
            unit: "variant".into(),
            grade: Grade::E,
            distribution: Distribution::Choice(ways.into()),
            range: None,
            source: String::new(),
            reason: "".into(),
            overridden: false,
            read: true,
            cut_to: None,
            cut_share: None,
        };
        let values: Vec<f32> = (0..100).map(|r| [1.0, 3.0][r % 2]).collect();
        let met: Vec<bool> = (0..100).map(|r| r % 2 == 1).collect();
        let drawn = Drawn::of(&values).expect("it differs");
        let told = |used: &AssumptionUsed| -> Vec<(String, u32)> {
            let all = chances_by_way(used, &values, &drawn, &met).into_iter();
            all.map(|way| (way.name, way.chance.hits)).collect()
        };
        assert_eq!(told(&used), [("b".to_owned(), 0), ("d".to_owned(), 50)]);
        used.distribution = Distribution::Normal { mean: 2.0, sd: 1.0 };
        assert_eq!(told(&used), [("1".to_owned(), 0), ("3".to_owned(), 50)]);
    }
}
