//! Staff, graduates and those who wait.

use super::row::{Figure, Row};
use super::{Fraction, Reading, View, reach};
use crate::lanes::Lanes;
use crate::results::Unit;
use crate::said::Said;
use crate::world::staff::PUBLIC;

pub(super) const HEADS: Row = Row::new(
    "heads_{plural}",
    Said::en("{Plural}"),
    Unit::Count,
    Said::en("{plural} in the official count on the coverage of the base year, all employers"),
    Said::en("{plural} of all employers"),
    reach::STAFF,
    Reading::Sum(heads),
);

/// People of an occupation in the official count.
pub(super) fn heads(view: &View<'_>, o: usize, p: usize) -> Lanes {
    view.staff.heads[o][p].values().sum::<Lanes>()
}

pub(super) const PER_10K: Row = Row::new(
    "{plural}_per_10k",
    Said::en("{Plural} per 10,000 people"),
    Unit::Per10k,
    Said::en("{plural} in the official count on the coverage of the base year"),
    Said::en("{plural} of all employers / people * 10,000"),
    reach::STAFF,
    Reading::Ratio(per_10k),
)
.counts(Said::en("{plural}"))
.stock("{plural}")
.counted("{plural}")
.more()
.of(Figure::Heads)
.spread()
.judged_on("{plural}_per_10k_expected")
.told_in("{plural}_per_10k_official");

pub(super) fn per_10k(view: &View<'_>, o: usize, p: usize) -> Fraction {
    Fraction::per_10k(heads(view, o, p), view, p)
}

pub(super) const RESIGNATIONS: Row = Row::new(
    "resignations",
    Said::en("Resignations"),
    Unit::Count,
    Said::en("staff with posts who left the profession or moved to private practice in the year"),
    Said::en("sum over occupations with posts of those who left or moved to private practice"),
    reach::STAFF,
    Reading::Sum(resignations),
)
.less()
.of_the_year();

pub(super) fn resignations(view: &View<'_>, _: usize, p: usize) -> Lanes {
    view.country
        .base
        .occupations
        .iter()
        .enumerate()
        .filter(|(_, occupation)| occupation.has_posts)
        .fold(Lanes::ZERO, |s, (o, _)| s + view.staff.resigned[o][p])
}

pub(super) const UNFILLED: Row = Row::new(
    "unfilled_posts_{plural}",
    Said::en("Unfilled public posts: {plural}"),
    Unit::Share,
    Said::en("funded posts at hospitals of ministries and provinces and at stations that nobody fills, over all such posts"),
    Said::en("sum over public employers of max(posts - {plural}, 0) / posts"),
    reach::STAFF,
    Reading::Ratio(unfilled),
)
.of_neighbours()
.given(|base, o| base.occupations[o].has_posts);

/// Funded public posts that nobody fills, over all of them.
pub(super) fn unfilled(view: &View<'_>, o: usize, p: usize) -> Fraction {
    let (posts, heads) = (&view.staff.posts[o][p], &view.staff.heads[o][p]);
    let mut out = Fraction {
        top: Lanes::ZERO,
        bottom: Lanes::ZERO,
    };
    for e in PUBLIC {
        out.top += (posts[e] - heads[e]).max(Lanes::ZERO);
        out.bottom += posts[e];
    }
    out
}

pub(super) const GRADUATES: Row = Row::new(
    "graduates_{plural}",
    Said::en("Graduates: {plural}"),
    Unit::Count,
    Said::en("graduates of the year"),
    Said::en("{plural} who finish their studies in the year"),
    reach::STAFF,
    Reading::National(graduates),
);

pub(super) fn graduates(view: &View<'_>, o: usize) -> Lanes {
    view.entrants[o].graduates + view.entrants[o].bound_graduates
}

pub(super) const WAITING: Row = Row::new(
    "entrants_waiting_{plural}",
    Said::en("Waiting for a post: {plural}"),
    Unit::Count,
    Said::en("licensed, looking and not placed at the end of the year"),
    Said::en("licensed {plural} who look for a post - those placed"),
    reach::STAFF,
    Reading::National(waiting),
)
.less();

pub(super) fn waiting(view: &View<'_>, o: usize) -> Lanes {
    view.entrants[o].waiting
}

pub(super) const ALL_GRADUATES: Row = Row::new(
    "graduates",
    Said::en("Graduates"),
    Unit::Count,
    Said::en("graduates of the year, all occupations"),
    Said::en("graduates of the year, all occupations"),
    reach::STAFF,
    Reading::National(all_graduates),
);

pub(super) fn all_graduates(view: &View<'_>, _: usize) -> Lanes {
    view.entrants
        .iter()
        .fold(Lanes::ZERO, |s, e| s + e.graduates + e.bound_graduates)
}

pub(super) const ALL_WAITING: Row = Row::new(
    "entrants_waiting",
    Said::en("Waiting for a post"),
    Unit::Count,
    Said::en("licensed, looking and not placed at the end of the year, all occupations"),
    Said::en("licensed and looking - placed, at the end of the year"),
    reach::STAFF,
    Reading::National(all_waiting),
)
.less();

pub(super) fn all_waiting(view: &View<'_>, _: usize) -> Lanes {
    view.entrants.iter().fold(Lanes::ZERO, |s, e| s + e.waiting)
}
