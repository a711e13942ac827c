//! Beds and hospitals, counted as officials count them.

use super::row::{Figure, Row};
use super::{Fraction, Reading, View, reach};
use crate::lanes::Lanes;
use crate::results::Unit;
use crate::said::Said;
use crate::world::facility::Group;
use enum_map::EnumMap;

fn all(row: &EnumMap<Group, Lanes>) -> Lanes {
    row.values().sum::<Lanes>()
}

pub(super) const PER_10K: Row = Row::new(
    "beds_per_10k",
    Said::en("Hospital beds per 10,000 people"),
    Unit::Per10k,
    Said::en("built hospital beds, public and private, without commune stations and polyclinics"),
    Said::en("(beds of ministries + province + private) / people * 10,000"),
    reach::BEDS,
    Reading::Ratio(built),
)
.counts(Said::en("beds"))
.stock("beds")
.counted("beds")
.more()
.of(Figure::Beds)
.spread()
.asked_beside("beds_per_10k_official")
.gated("operating_beds_per_10k");

pub(super) fn built(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction::per_10k(all(&view.beds.built[p]), view, p)
}

pub(super) const OPERATING: Row = Row::new(
    "operating_beds_per_10k",
    Said::en("Hospital beds with staff per 10,000 people"),
    Unit::Per10k,
    Said::en("built beds that have staff enough to be open"),
    Said::en("min(built beds, beds the staff can run) / people * 10,000"),
    reach::OPEN_BEDS,
    Reading::Ratio(operating),
)
.counts(Said::en("operating beds"))
.counted("beds")
.more()
.of(Figure::Beds);

pub(super) fn operating(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction::per_10k(all(&view.beds.operating[p]), view, p)
}

pub(super) const MANAGED: Row = Row::new(
    "managed_beds_per_10k",
    Said::en("Beds managed by provinces per 10,000 people"),
    Unit::Per10k,
    Said::en("built beds of hospitals owned by a province"),
    Said::en("beds of provincial and regional hospitals / people * 10,000"),
    reach::BEDS,
    Reading::Ratio(managed),
)
.counts(Said::en("managed beds"))
.of(Figure::Beds);

pub(super) fn managed(view: &View<'_>, _: usize, p: usize) -> Fraction {
    let built = &view.beds.built[p];
    let own = built[Group::Provincial] + built[Group::Regional];
    Fraction::per_10k(own, view, p)
}

pub(super) const COUNT: Row = Row::new(
    "beds",
    Said::en("Hospital beds"),
    Unit::Count,
    Said::en("built hospital beds, public and private, without commune stations and polyclinics"),
    Said::en("beds of ministries + province + private"),
    reach::BEDS,
    Reading::Sum(count),
)
.of(Figure::Beds);

/// Hospital beds, all of them.
pub(super) fn count(view: &View<'_>, _: usize, p: usize) -> Lanes {
    all(&view.beds.built[p])
}

pub(super) const PUBLIC: Row = Row::new(
    "beds_public",
    Said::en("Hospital beds of ministries and provinces"),
    Unit::Count,
    Said::en("built beds of hospitals of ministries and provinces"),
    Said::en("beds of ministries + province"),
    reach::BEDS,
    Reading::Sum(public),
)
.of(Figure::Beds);

/// Beds of ministries and provinces.
pub(super) fn public(view: &View<'_>, _: usize, p: usize) -> Lanes {
    let built = &view.beds.built[p];
    built[Group::Central] + built[Group::Provincial] + built[Group::Regional]
}

pub(super) const PRIVATE: Row = Row::new(
    "beds_private",
    Said::en("Hospital beds of private owners"),
    Unit::Count,
    Said::en("built beds of private hospitals"),
    Said::en("beds of private hospitals"),
    reach::BEDS,
    Reading::Sum(private),
)
.of(Figure::Beds);

/// Beds of private hospitals.
pub(super) fn private(view: &View<'_>, _: usize, p: usize) -> Lanes {
    view.beds.built[p][Group::Private]
}

pub(super) const PEOPLE: Row = Row::new(
    "people",
    Said::en("People"),
    Unit::Count,
    Said::en("people at the end of the year"),
    Said::en("people at the end of the year"),
    reach::PEOPLE,
    Reading::Sum(people),
);

/// People.
pub(super) fn people(view: &View<'_>, _: usize, p: usize) -> Lanes {
    view.population.people[p]
}

pub(super) const AT_STATIONS: Row = Row::new(
    "beds_at_stations",
    Said::en("Beds at commune stations"),
    Unit::Count,
    Said::en("beds of commune stations, outside every ratio of hospital beds"),
    Said::en("beds at stations of the base year + beds reclassified so far"),
    reach::BEDS,
    Reading::Sum(at_stations),
)
.of(Figure::Beds);

pub(super) fn at_stations(view: &View<'_>, _: usize, p: usize) -> Lanes {
    view.beds.at_stations[p]
}

pub(super) const PRIVATE_SHARE: Row = Row::new(
    "private_bed_share",
    Said::en("Private share of hospital beds"),
    Unit::Share,
    Said::en("private beds over all hospital beds"),
    Said::en("private beds / all hospital beds"),
    reach::BEDS,
    Reading::Ratio(private_share),
)
.counts(Said::en("private beds"))
.part_of_whole()
.of(Figure::Beds);

pub(super) fn private_share(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.beds.built[p][Group::Private],
        bottom: all(&view.beds.built[p]),
    }
}

pub(super) const PRIVATE_HOSPITALS: Row = Row::new(
    "private_hospital_share",
    Said::en("Private share of hospitals"),
    Unit::Share,
    Said::en("private hospitals over all hospitals"),
    Said::en("private hospitals / all hospitals"),
    reach::BEDS,
    Reading::Ratio(private_hospital_share),
)
.counts(Said::en("private hospitals"))
.part_of_whole();

pub(super) fn private_hospital_share(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.hospitals.private[p],
        bottom: view.hospitals.all[p],
    }
}

pub(super) const OPENED: Row = Row::new(
    "beds_opened",
    Said::en("Beds opened"),
    Unit::Count,
    Said::en("beds opened or put up in the year, before those closed"),
    Said::en("beds opened or fitted out in the year, before closures"),
    reach::BEDS,
    Reading::Sum(opened),
)
.more()
.of_the_year()
.of(Figure::Beds);

pub(super) fn opened(view: &View<'_>, _: usize, p: usize) -> Lanes {
    view.beds.opened[p]
}

pub(super) const PROJECTS_LATE: Row = Row::new(
    "projects_late",
    Said::en("Named projects late"),
    Unit::Count,
    Said::en("named projects past their planned year and not open, not cancelled"),
    Said::en("named projects past their planned year, not open, not cancelled"),
    reach::BEDS,
    Reading::National(projects_late),
)
.less();

pub(super) fn projects_late(view: &View<'_>, _: usize) -> Lanes {
    view.projects.late
}
