//! Commune stations and the staff in them.

use super::row::Row;
use super::{Fraction, Reading, View, reach};
use crate::lanes::Lanes;
use crate::results::Unit;
use crate::said::Said;
use crate::world::staff::Employer;

pub(super) const STAFF: Row = Row::new(
    "{plural}_per_station",
    Said::en("{Plural} per commune station"),
    Unit::PerStation,
    Said::en("people of the first occupation working at commune stations over stations; one lent by a hospital counts for the part of the year"),
    Said::en("({plural} of commune stations + person-years lent by hospitals) / stations"),
    reach::STAFF,
    Reading::Ratio(staff_per_station),
)
.more()
.of_first();

/// Staff of the stations, and person-years lent to them by hospitals.
pub(super) fn staff_per_station(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.staff.heads[0][p][Employer::Commune] + view.levers.rotated(p),
        bottom: Lanes::splat(view.country.stations[p]),
    }
}

pub(super) const WITH_FOUR: Row = Row::new(
    "share_stations_with_4_{plural}",
    Said::en("Stations with four {plural} or more"),
    Unit::Share,
    Said::en("commune stations with four or more over all stations"),
    Said::en("stations with four {plural} or more / stations"),
    reach::STAFF_AT_STATIONS,
    Reading::Ratio(with_four),
)
.counts(Said::en("stations with 4 {plural}"))
.more()
.of_first();

pub(super) fn with_four(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.stations.with_four[p],
        bottom: Lanes::splat(view.country.stations[p]),
    }
}

pub(super) const REBUILT: Row = Row::new(
    "stations_rebuilt",
    Said::en("Commune stations rebuilt"),
    Unit::Count,
    Said::en("stations policies brought to standard in the year, and those their money could build or rebuild at unit cost"),
    Said::en("stations whose works end in the year + money of investments for stations / cost of one, never more than are left"),
    reach::STATIONS,
    Reading::National(rebuilt),
)
.more()
.of_the_year();

pub(super) fn rebuilt(view: &View<'_>, _: usize) -> Lanes {
    view.stations.rebuilt
}

pub(super) const UPGRADED: Row = Row::new(
    "share_stations_upgraded",
    Said::en("Commune stations rebuilt or at standard since the base year"),
    Unit::Share,
    Said::en("stations that policies have built, rebuilt or brought to standard since the base year over all stations"),
    Said::en("(stations brought to standard + those rebuilt by investments since the base year) / stations"),
    reach::STATIONS,
    Reading::Ratio(upgraded),
)
.counts(Said::en("stations upgraded"));

pub(super) fn upgraded(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.stations.by_money[p] + view.stations.upgraded[p],
        bottom: Lanes::splat(view.country.stations[p]),
    }
}
