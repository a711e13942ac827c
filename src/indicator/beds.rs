//! Beds and hospitals, counted as officials count them.

use super::{Fraction, View};
use crate::lanes::Lanes;

fn people_10k(view: &View<'_>, p: usize) -> Lanes {
    view.population.people[p] / 10_000.0
}

fn all(row: &[Lanes; 4]) -> Lanes {
    row.iter().sum::<Lanes>()
}

pub(super) fn built(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: all(&view.beds.built[p]),
        bottom: people_10k(view, p),
    }
}

pub(super) fn operating(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: all(&view.beds.operating[p]),
        bottom: people_10k(view, p),
    }
}

pub(super) fn managed(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.beds.built[p][1] + view.beds.built[p][2],
        bottom: people_10k(view, p),
    }
}

/// Hospital beds, all of them.
pub(super) fn count(view: &View<'_>, _: usize, p: usize) -> Lanes {
    all(&view.beds.built[p])
}

/// Beds of ministries and provinces.
pub(super) fn public(view: &View<'_>, _: usize, p: usize) -> Lanes {
    let [central, provincial, regional, _] = view.beds.built[p];
    central + provincial + regional
}

/// Beds of private hospitals.
pub(super) fn private(view: &View<'_>, _: usize, p: usize) -> Lanes {
    view.beds.built[p][3]
}

/// People.
pub(super) fn people(view: &View<'_>, _: usize, p: usize) -> Lanes {
    view.population.people[p]
}

pub(super) fn at_stations(view: &View<'_>, _: usize, p: usize) -> Lanes {
    view.beds.at_stations[p]
}

pub(super) fn private_share(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.beds.built[p][3],
        bottom: all(&view.beds.built[p]),
    }
}

pub(super) fn private_hospital_share(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.hospitals.private[p],
        bottom: view.hospitals.all[p],
    }
}

pub(super) fn opened(view: &View<'_>, _: usize, p: usize) -> Lanes {
    view.beds.opened[p]
}

pub(super) fn projects_late(view: &View<'_>, _: usize) -> Lanes {
    view.projects.late
}
