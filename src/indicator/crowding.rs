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
    Said::new("Occupancy of Central hospitals", "Công suất sử dụng giường bệnh của bệnh viện tuyến trung ương"),
    Unit::Share,
    Said::new("bed-days over beds times 365, hospitals of ministries, by host province", "số ngày điều trị nội trú chia cho (số giường nhân 365), bệnh viện thuộc bộ, ngành, tính cho địa phương nơi đặt bệnh viện"),
    Said::new("bed-days of Central hospitals / (their beds * 365)", "ngày điều trị nội trú của bệnh viện tuyến trung ương / (số giường của các bệnh viện đó * 365)"),
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
    Said::new("Occupancy of provinces' hospitals", "Công suất sử dụng giường bệnh của bệnh viện địa phương"),
    Unit::Share,
    Said::new("bed-days over beds times 365, hospitals owned by provinces", "số ngày điều trị nội trú chia cho (số giường nhân 365), bệnh viện thuộc tỉnh, thành phố"),
    Said::new("bed-days of the province's hospitals / (their beds * 365)", "ngày điều trị nội trú của bệnh viện thuộc tỉnh, thành phố / (số giường của các bệnh viện đó * 365)"),
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
    Said::new("Share of bed-days in Central hospitals", "Tỷ lệ ngày điều trị nội trú tại bệnh viện tuyến trung ương"),
    Unit::Share,
    Said::new("bed-days of the province's people in Central hospitals over all their bed-days", "số ngày điều trị nội trú của người dân địa phương tại bệnh viện tuyến trung ương trên tổng số ngày điều trị nội trú của họ"),
    Said::new("bed-days in Central hospitals / (those + bed-days at home)", "ngày điều trị nội trú tại bệnh viện tuyến trung ương / (số đó + ngày điều trị nội trú tại tỉnh)"),
    reach::BEDS,
    Reading::Ratio(referral_share),
)
.less();

pub(super) fn referral_share(view: &View<'_>, _: usize, p: usize) -> Fraction {
    let referred = view.care.referred[p];
    Fraction {
        top: referred,
        bottom: referred + view.care.local[p] + view.care.away[p],
    }
}

pub(super) const SHOCKS: Row = Row::new(
    "shock_years",
    Said::new("Years with a shock of the stress test", "Năm có cú sốc trong phép thử sức chịu đựng"),
    Unit::Share,
    Said::new("1 in a year in which a shock that the scenario switches on strikes or lasts, else 0: the mean is the share of futures", "bằng 1 trong năm có cú sốc do kịch bản bật xảy ra hoặc kéo dài, ngoài ra bằng 0: trung bình là tỷ lệ lượt mô phỏng"),
    Said::new("1 if a storm, an epidemic, a freeze or a wave of resignations strikes or lasts, else 0", "bằng 1 nếu bão, dịch bệnh, ngưng trệ giải ngân hoặc làn sóng nghỉ việc xảy ra hoặc kéo dài, ngoài ra bằng 0"),
    reach::SHOCKS,
    Reading::National(shocks),
)
.of_the_year();

pub(super) fn shocks(view: &View<'_>, _: usize) -> Lanes {
    view.stress.any()
}

pub(super) const AT_HOME: Row = Row::new(
    "bed_days_at_home",
    Said::new("Bed-days treated at home", "Số ngày điều trị nội trú tại tỉnh"),
    Unit::Count,
    Said::new("bed-days of the province's people in the year outside Central hospitals", "số ngày điều trị nội trú trong năm của người dân địa phương ngoài bệnh viện tuyến trung ương"),
    Said::new("bed-days of the people of a province outside Central hospitals", "ngày điều trị nội trú của người dân tỉnh, thành phố ngoài bệnh viện tuyến trung ương"),
    reach::BEDS,
    Reading::Sum(at_home),
)
.more()
.of(Figure::Beds);

pub(super) fn at_home(view: &View<'_>, _: usize, p: usize) -> Lanes {
    view.care.local[p]
}
