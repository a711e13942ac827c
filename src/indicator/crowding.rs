//! How full the beds are, and who travels.

use super::row::{Figure, Row};
use super::{Fraction, Reading, View, reach};
use crate::lanes::Lanes;
use crate::results::Unit;
use crate::said::Said;
use crate::world::care::DAYS;
use crate::world::facility::Group;
use enum_map::EnumMap;

/// Fullness beyond which no hospital works.
const MOST_OCCUPANCY: f64 = 3.0;

/// Beds that receive patients: all, or with the staffing gate those with staff; less those a shock
/// has taken out of use.
fn beds(view: &View<'_>, p: usize) -> EnumMap<Group, Lanes> {
    if view.country.staffing_gate {
        view.beds.operating[p]
    } else {
        view.beds.built[p].map(|_, beds| beds * view.stress.usable[p])
    }
}

pub(super) const CENTRAL: Row = Row::new(
    "central_occupancy",
    Said::en("Occupancy of Central hospitals"),
    Unit::Share,
    Said::en("bed-days over beds times 365, hospitals of ministries, by host province"),
    Said::en("bed-days of Central hospitals / (their beds * 365)"),
    reach::BEDS,
    Reading::Ratio(central),
)
.less()
.most(MOST_OCCUPANCY);

pub(super) fn central(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.care.worked[p][Group::Central],
        bottom: beds(view, p)[Group::Central] * DAYS,
    }
}

pub(super) const PROVINCIAL: Row = Row::new(
    "provincial_occupancy",
    Said::en("Occupancy of provinces' hospitals"),
    Unit::Share,
    Said::en("bed-days over beds times 365, hospitals owned by provinces"),
    Said::en("bed-days of the province's hospitals / (their beds * 365)"),
    reach::BEDS,
    Reading::Ratio(provincial),
)
.most(MOST_OCCUPANCY);

pub(super) fn provincial(view: &View<'_>, _: usize, p: usize) -> Fraction {
    let own = |row: &EnumMap<Group, Lanes>| row[Group::Provincial] + row[Group::Regional];
    Fraction {
        top: own(&view.care.worked[p]),
        bottom: own(&beds(view, p)) * DAYS,
    }
}

pub(super) const REFERRAL_SHARE: Row = Row::new(
    "referral_share",
    Said::en("Share of bed-days in Central hospitals"),
    Unit::Share,
    Said::en("bed-days of the province's people in Central hospitals over all their bed-days"),
    Said::en("bed-days in Central hospitals / (those + bed-days at home)"),
    reach::BEDS,
    Reading::Ratio(referral_share),
)
.less();

pub(super) fn referral_share(view: &View<'_>, _: usize, p: usize) -> Fraction {
    let referred = view.care.referred[p];
    Fraction {
        top: referred,
        bottom: referred + view.care.local[p],
    }
}

pub(super) const SHOCKS: Row = Row::new(
    "shock_years",
    Said::en("Years with a shock of the stress test"),
    Unit::Share,
    Said::en("1 in a year in which a shock that the scenario switches on strikes or lasts, else 0: the mean is the share of futures"),
    Said::en("1 if a storm, an epidemic, a freeze or a wave of resignations strikes or lasts, else 0"),
    reach::SHOCKS,
    Reading::National(shocks),
)
.of_the_year();

pub(super) fn shocks(view: &View<'_>, _: usize) -> Lanes {
    view.stress.any()
}

pub(super) const AT_HOME: Row = Row::new(
    "bed_days_at_home",
    Said::en("Bed-days treated at home"),
    Unit::Count,
    Said::en("bed-days of the province's people in the year outside Central hospitals"),
    Said::en("bed-days of the people of a province outside Central hospitals"),
    reach::BEDS,
    Reading::Sum(at_home),
)
.more()
.of(Figure::Beds);

pub(super) fn at_home(view: &View<'_>, _: usize, p: usize) -> Lanes {
    view.care.local[p]
}
