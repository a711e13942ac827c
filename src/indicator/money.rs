//! Money of the year.

use super::row::Row;
use super::{Reading, View, reach};
use crate::lanes::Lanes;
use crate::results::Unit;
use crate::said::Said;
use crate::world::money::Purpose;

fn sum(view: &View<'_>, wanted: impl Fn(Purpose) -> bool) -> Lanes {
    let mut total = Lanes::ZERO;
    for payer in view.costs.by.values() {
        for (purpose, amount) in payer {
            if wanted(purpose) {
                total += amount.0;
            }
        }
    }
    total
}

pub(super) const CAPITAL: Row = Row::new(
    "capital_spent",
    Said::en("Capital spent"),
    Unit::Money,
    Said::en("ordinary capital, programmes, campuses, fit-out and private beds in the year"),
    Said::en(
        "ordinary capital + programmes + campuses + fit-out + private beds + public money for them",
    ),
    reach::MONEY,
    Reading::National(capital),
)
.of_the_year();

pub(super) fn capital(view: &View<'_>, _: usize) -> Lanes {
    sum(view, |purpose| {
        purpose <= Purpose::FitOut || purpose == Purpose::PrivateSupport
    })
}

pub(super) const TOTAL: Row = Row::new(
    "total_cost",
    Said::en("Total cost"),
    Unit::Money,
    Said::en("capital and running costs of the year, all payers"),
    Said::en("capital + operation + pay + allowances + training + links + handovers"),
    reach::MONEY,
    Reading::National(total),
)
.of_the_year();

pub(super) fn total(view: &View<'_>, _: usize) -> Lanes {
    sum(view, |_| true)
}
