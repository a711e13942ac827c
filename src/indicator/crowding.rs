//! How full the beds are, and who travels.

use super::{Fraction, View};
use crate::lanes::Lanes;

/// Beds that receive patients: all, or with the staffing gate those with staff; less those a shock
/// has taken out of use.
fn beds(view: &View<'_>, p: usize) -> [Lanes; 4] {
    if view.country.staffing_gate {
        view.beds.operating[p]
    } else {
        view.beds.built[p].map(|beds| beds * view.stress.usable[p])
    }
}

pub(super) fn central(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.care.worked[p][0],
        bottom: beds(view, p)[0] * 365.0,
    }
}

pub(super) fn provincial(view: &View<'_>, _: usize, p: usize) -> Fraction {
    let row = beds(view, p);
    Fraction {
        top: view.care.worked[p][1] + view.care.worked[p][2],
        bottom: (row[1] + row[2]) * 365.0,
    }
}

pub(super) fn referral_share(view: &View<'_>, _: usize, p: usize) -> Fraction {
    let referred = view.care.referred[p];
    Fraction {
        top: referred,
        bottom: referred + view.care.local[p],
    }
}

pub(super) fn shocks(view: &View<'_>, _: usize) -> Lanes {
    view.stress.any()
}

pub(super) fn at_home(view: &View<'_>, _: usize, p: usize) -> Lanes {
    view.care.local[p]
}
