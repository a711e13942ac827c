//! Staff, graduates and those who wait.

use super::{Fraction, View};
use crate::lanes::Lanes;

/// People of an occupation in the official count.
pub(super) fn heads(view: &View<'_>, o: usize, p: usize) -> Lanes {
    view.staff.heads[o][p].iter().sum::<Lanes>()
}

pub(super) fn per_10k(view: &View<'_>, o: usize, p: usize) -> Fraction {
    Fraction {
        top: heads(view, o, p),
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
