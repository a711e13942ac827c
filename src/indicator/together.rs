//! Sums of indicators that a scenario declares.

use super::row::Row;
use super::{Fraction, Indicator, Read, Reading, reach, words};
use crate::base::Base;
use crate::lanes::Lanes;
use crate::results::Unit;
use crate::said::{Said, Told};
use crate::words::data;

/// The sum of others in every scope.
pub(super) fn read(of: &[usize], before: &[Read], read: &mut Read) {
    let parts = || of.iter().map(|at| &before[*at]);
    read.fraction = fraction(parts().map(|part| part.fraction));
    read.nation = parts().map(|part| part.nation).sum::<Lanes>();
    let first = parts().next().expect("checked: a sum has parts");
    for k in 0..first.regions.len() {
        read.regions
            .push(parts().map(|part| part.regions[k]).sum::<Lanes>());
    }
    for k in 0..first.provinces.len() {
        read.provinces
            .push(parts().map(|part| part.provinces[k]).sum::<Lanes>());
    }
}

/// Tops of parts that have one bottom, over that: heads of several occupations over the same people.
pub(super) fn fraction(mut parts: impl Iterator<Item = Option<Fraction>>) -> Option<Fraction> {
    let first = parts.next()??;
    parts.try_fold(first, |sum, part| {
        let top = sum.top + part?.top;
        Some(Fraction { top, ..sum })
    })
}

/// What parts per 10,000 people count together, so that a gap can be told in it; nothing where one of them
/// counts no things or is over something else.
fn counts(parts: &[&Indicator]) -> Told {
    let things = |part: &&Indicator| part.counts_things() && part.info.unit == Unit::Per10k;
    match parts.iter().all(things) {
        true => {
            let all: Vec<&Told> = parts.iter().map(|part| &part.info.counts).collect();
            Told::of(|| words::counted_together(&all))
        }
        false => Told::default(),
    }
}

/// Rows of the registry, behind all they may be made of.
pub(super) fn rows(base: &Base, all: &[Indicator]) -> Vec<Indicator> {
    let each = base.sums.iter().enumerate().map(|(at, sum)| {
        let parts: Vec<&Indicator> = sum.of.iter().map(|at| &all[*at]).collect();
        let first = parts[0];
        let ids: Vec<&str> = parts.iter().map(|part| part.info.id.as_str()).collect();
        let names = [
            ("{id}", Told::from(sum.id.as_str())),
            ("{title}", data::told(&sum.title)),
            ("{meaning}", Told::of(|| words::together(&ids))),
            ("{equation}", Told::from(ids.join(" + "))),
        ];
        let own = Row::new(
            "{id}",
            Said::new("{title}", "{title}"),
            first.info.unit,
            Said::new("{meaning}", "{meaning}"),
            Said::new("{equation}", "{equation}"),
            reach::of_sum(&parts),
            Reading::Together(at),
        );
        let mut made = Row { most: None, ..own }.fill(0, None, &names);
        made.info.national_only = first.info.national_only;
        let same = parts
            .iter()
            .all(|part| part.info.better == first.info.better);
        made.info.better = first.info.better.filter(|_| same);
        made.info.counts = counts(&parts);
        made.flow = parts.iter().any(|part| part.flow);
        made.promised = parts.iter().any(|part| part.promised);
        made
    });
    each.collect()
}
