//! How full the beds are, and who travels.

use super::{Fraction, View};
use crate::lanes::Lanes;

fn beds<'a>(view: &'a View<'_>, p: usize) -> &'a [Lanes; 4] {
    if view.country.staffing_gate {
        &view.beds.operating[p]
    } else {
        &view.beds.built[p]
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

pub(super) fn at_home(view: &View<'_>, _: usize, p: usize) -> Lanes {
    view.care.local[p]
}
