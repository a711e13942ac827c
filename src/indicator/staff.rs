//! Staff, graduates and those who wait.

use super::{Fraction, View};
use crate::lanes::Lanes;

fn heads(view: &View<'_>, o: usize, p: usize) -> Lanes {
    view.staff.heads[o][p]
        .iter()
        .fold(Lanes::ZERO, |s, h| s + *h)
}

pub(super) fn per_10k(view: &View<'_>, o: usize, p: usize) -> Fraction {
    Fraction {
        top: heads(view, o, p),
        bottom: view.population.people[p] / 10_000.0,
    }
}

/// Adds people already at work whom wider registration brings into the count, by each province's
/// share of staff, as long as the widening lasts.
pub(super) fn per_10k_official(view: &View<'_>, o: usize, p: usize) -> Fraction {
    let plural = &view.country.base.occupations[o].plural;
    let a_year = view.assumed.get(&format!("base.recount_{plural}"));
    let lasts = view.assumed.get(&format!("base.recount_{plural}_years"));
    let years = lasts.min(f64::from(view.clock.elapsed()));
    let nation = (0..view.provinces()).fold(Lanes::ZERO, |s, q| s + heads(view, o, q));
    let own = heads(view, o, p);
    let widened = Fraction {
        top: own * a_year * years,
        bottom: nation,
    };
    let some = nation.gt(Lanes::ZERO);
    let extra = some.select(widened.top / some.select(nation, Lanes::ONE), Lanes::ZERO);
    Fraction {
        top: own + extra,
        bottom: view.population.people[p] / 10_000.0,
    }
}

pub(super) fn resignations(view: &View<'_>, _: usize, p: usize) -> Lanes {
    view.country
        .base
        .occupations
        .iter()
        .enumerate()
        .filter(|(_, occupation)| occupation.has_posts)
        .fold(Lanes::ZERO, |s, (o, _)| s + view.staff.resigned[o][p])
}

/// Funded public posts that nobody fills, over all of them.
pub(super) fn unfilled(view: &View<'_>, o: usize, p: usize) -> Fraction {
    let (posts, heads) = (&view.staff.posts[o][p], &view.staff.heads[o][p]);
    let mut out = Fraction {
        top: Lanes::ZERO,
        bottom: Lanes::ZERO,
    };
    for e in 0..3 {
        out.top += (posts[e] - heads[e]).max(Lanes::ZERO);
        out.bottom += posts[e];
    }
    out
}

pub(super) fn graduates(view: &View<'_>, o: usize) -> Lanes {
    view.entrants[o].graduates + view.entrants[o].bound_graduates
}

pub(super) fn waiting(view: &View<'_>, o: usize) -> Lanes {
    view.entrants[o].waiting
}

pub(super) fn all_graduates(view: &View<'_>, _: usize) -> Lanes {
    view.entrants
        .iter()
        .fold(Lanes::ZERO, |s, e| s + e.graduates + e.bound_graduates)
}

pub(super) fn all_waiting(view: &View<'_>, _: usize) -> Lanes {
    view.entrants.iter().fold(Lanes::ZERO, |s, e| s + e.waiting)
}
