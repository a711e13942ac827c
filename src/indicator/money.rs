//! Money of the year.

use super::View;
use crate::lanes::Lanes;
use crate::world::money::Purpose;

fn sum(view: &View<'_>, wanted: impl Fn(usize) -> bool) -> Lanes {
    let mut total = Lanes::ZERO;
    for payer in &view.costs.by {
        for (purpose, amount) in payer.iter().enumerate() {
            if wanted(purpose) {
                total += *amount;
            }
        }
    }
    total
}

pub(super) fn capital(view: &View<'_>, _: usize) -> Lanes {
    sum(view, |purpose| {
        purpose <= Purpose::FitOut as usize || purpose == Purpose::PrivateSupport as usize
    })
}

pub(super) fn total(view: &View<'_>, _: usize) -> Lanes {
    sum(view, |_| true)
}
