//! Commune stations and the staff in them.

use super::{Fraction, View};
use crate::lanes::Lanes;

/// Staff of the stations, and person-years lent to them by hospitals.
pub(super) fn staff_per_station(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.staff.heads[0][p][2] + view.levers.rotated(p),
        bottom: Lanes::splat(view.country.stations[p]),
    }
}

pub(super) fn with_four(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.stations.with_four[p],
        bottom: Lanes::splat(view.country.stations[p]),
    }
}

pub(super) fn rebuilt(view: &View<'_>, _: usize) -> Lanes {
    view.stations.rebuilt
}

pub(super) fn upgraded(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.stations.by_money[p] + view.stations.upgraded[p],
        bottom: Lanes::splat(view.country.stations[p]),
    }
}
