//! What a page carries so that its reader can question an assumption: of the first futures what was drawn
//! of the assumptions that matter most, and which targets were met. A reader who holds only a part of a
//! range possible asks what happened in the futures of that part; nothing is lived anew.

use super::answers::{claim, instead, paired};
use super::markdown::plain;
use crate::base::Distribution;
use crate::results::{AssumptionUsed, Findings, Futures, TargetAnswer};
use crate::words::data::spoken;
use crate::words::{browser as words, front, number, report};

/// So many assumptions are offered, those that move a chance most.
const MOST: usize = 10;
/// So many equal parts the futures are put into by what was drawn; a reader chooses whole parts.
pub const PARTS: usize = 100;

/// Futures that can be asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Questioned {
    /// How many.
    pub futures: usize,
    /// Targets.
    pub targets: Vec<Asked>,
    /// Assumptions, the one that moves a chance most first.
    pub assumptions: Vec<Drawn>,
}

/// A target and the futures in which it is met.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Id.
    pub id: String,
    /// What it asks for, in Markdown.
    pub says: String,
    /// Its chance as the page prints it, from all futures.
    pub chance: String,
    /// A bit for each future, the lowest of a byte first.
    pub met: Vec<u8>,
}

/// An assumption and what was drawn of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    /// Id.
    pub id: String,
    /// What it means with its unit and grade, in Markdown.
    pub says: String,
    /// For each future the part it lies in: where values are ordered, of [`PARTS`]; else the way it goes.
    pub parts: Vec<u8>,
    /// Where parts begin and the last ends, as printed; of ways that are chosen from, their names.
    pub names: Vec<String>,
    /// Whether they are ways that are chosen from.
    pub ways: bool,
}

/// What can be asked of these futures; `None` where no assumption can be told from luck.
pub fn questioned(f: &Findings, futures: &Futures) -> Option<Questioned> {
    let targets = targets(f, futures);
    let known = |id: &str| targets.iter().any(|t| t.id == id);
    let mut moved: Vec<(&str, f64)> = Vec::new();
    for d in f.drivers.iter().filter(|d| d.named && known(&d.target)) {
        let swing = d.swing().abs();
        match moved.iter_mut().find(|(id, _)| *id == d.assumption) {
            Some((_, most)) => *most = most.max(swing),
            None => moved.push((&d.assumption, swing)),
        }
    }
    moved.sort_by(|a, b| b.1.total_cmp(&a.1));
    let assumptions = moved.into_iter().take(MOST);
    let assumptions: Vec<Drawn> = assumptions
        .filter_map(|(id, _)| {
            let about = f.assumptions.iter().find(|a| a.id == id)?;
            let (_, values) = futures.assumed.iter().find(|(known, _)| known == id)?;
            drawn(about, values)
        })
        .collect();
    (!assumptions.is_empty()).then_some(Questioned {
        futures: futures.replicates.len(),
        targets,
        assumptions,
    })
}

/// Targets of the question that have one chance. Of one whose ways have no weights these futures know the
/// first way alone, which is no answer.
fn targets(f: &Findings, futures: &Futures) -> Vec<Asked> {
    let asked: Vec<&TargetAnswer> = f.headlines().collect();
    let one = |a: &TargetAnswer, says: String| {
        let p = a.probability.filter(|_| a.is_one_chance())?;
        let (_, met) = futures.met.iter().find(|(id, _)| *id == a.id)?;
        instead(f, a).is_none().then_some(Asked {
            id: a.id.clone(),
            says,
            chance: number::chance(&p),
            met: bits(met.as_ref()?),
        })
    };
    let pairs = paired(f, &asked).into_iter();
    let both = pairs.flat_map(|(a, twin)| {
        let says = report::upper_first(&claim(f, a));
        match twin {
            None => [one(a, says), None],
            Some(official) => [
                one(official, front::as_reported(&says)),
                one(a, front::as_built(&says)),
            ],
        }
    });
    both.flatten().collect()
}

fn bits(met: &[bool]) -> Vec<u8> {
    let byte = |eight: &[bool]| {
        let each = eight.iter().zip(0..);
        each.fold(0, |byte, (met, at)| byte | u8::from(*met) << at)
    };
    met.chunks(8).map(byte).collect()
}

fn drawn(about: &AssumptionUsed, values: &[f32]) -> Option<Drawn> {
    let (parts, names, ways) = match &about.distribution {
        Distribution::Choice(ways) => {
            let way = |v: &f32| (0..ways.len()).contains(&(*v as usize)).then_some(*v as u8);
            let parts: Option<Vec<u8>> = values.iter().map(way).collect();
            let names = ways.iter().map(|(name, _)| plain(spoken(name))).collect();
            (parts?, names, true)
        }
        _ => {
            let (parts, ends) = in_parts(values)?;
            (parts, ends.into_iter().map(words::value).collect(), false)
        }
    };
    Some(Drawn {
        id: about.id.clone(),
        says: words::assumption(
            &plain(&about.meaning),
            &about.unit,
            &format!("{:?}", about.grade),
        ),
        parts,
        names,
        ways,
    })
}

/// The part of each value by rank, and the values at which parts begin and the last ends. Equal values lie
/// in one part.
fn in_parts(values: &[f32]) -> Option<(Vec<u8>, Vec<f64>)> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f32::total_cmp);
    let last = sorted.last().filter(|v| v.is_finite())?;
    let part = |v: &f32| {
        let below = sorted.partition_point(|other| other < v);
        (below * PARTS / sorted.len()) as u8
    };
    let begins =
        (0..PARTS).map(|k| sorted[(k * sorted.len()).div_ceil(PARTS).min(sorted.len() - 1)]);
    let ends = begins.chain([*last]).map(f64::from).collect();
    Some((values.iter().map(part).collect(), ends))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn futures_lie_in_parts_by_rank_and_equal_ones_together() {
        let values: Vec<f32> = (0..1000).rev().map(|v| v as f32).collect();
        let (parts, ends) = in_parts(&values).expect("numbers");
        assert_eq!((parts[999], parts[989], parts[0]), (0, 1, 99));
        assert_eq!(
            (ends.len(), ends[0], ends[20], ends[100]),
            (101, 0.0, 200.0, 999.0)
        );
        let lowest = parts.iter().filter(|part| **part < 20).count();
        assert_eq!(lowest, 200);
        let (parts, _) = in_parts(&[3.0, 1.0, 3.0, 3.0]).expect("numbers");
        assert_eq!(parts, [25, 0, 25, 25]);
        assert_eq!(in_parts(&[]), None);
    }

    #[test]
    fn a_future_has_a_bit_the_lowest_first() {
        let mut met = [false; 10];
        met[0] = true;
        met[9] = true;
        assert_eq!(bits(&met), [1, 2]);
    }
}
