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
    Said::new("Hospital beds per 10,000 people", "Số giường bệnh trên 10.000 dân"),
    Unit::Per10k,
    Said::new("built hospital beds, public and private, without commune stations and polyclinics", "giường bệnh thực kê của bệnh viện công lập và tư nhân, không tính trạm y tế xã và phòng khám đa khoa"),
    Said::new("(beds of ministries + province + private) / people * 10,000", "(giường của bộ, ngành + của tỉnh, thành phố + tư nhân) / dân số * 10.000"),
    reach::BEDS,
    Reading::Ratio(built),
)
.counts(Said::new("beds", "giường bệnh"))
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
    Said::new(
        "Hospital beds with staff per 10,000 people",
        "Số giường bệnh đủ nhân lực vận hành trên 10.000 dân",
    ),
    Unit::Per10k,
    Said::new(
        "built beds that have staff enough to be open",
        "giường thực kê có đủ nhân lực để hoạt động",
    ),
    Said::new(
        "min(built beds, beds the staff can run) / people * 10,000",
        "min(giường thực kê, giường mà nhân lực vận hành được) / dân số * 10.000",
    ),
    reach::OPEN_BEDS,
    Reading::Ratio(operating),
)
.counts(Said::new(
    "operating beds",
    "giường bệnh đủ nhân lực vận hành",
))
.counted("beds")
.more()
.of(Figure::Beds);

pub(super) fn operating(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction::per_10k(all(&view.beds.operating[p]), view, p)
}

pub(super) const MANAGED: Row = Row::new(
    "managed_beds_per_10k",
    Said::new(
        "Beds managed by provinces per 10,000 people",
        "Số giường bệnh do địa phương quản lý trên 10.000 dân",
    ),
    Unit::Per10k,
    Said::new(
        "built beds of hospitals owned by a province",
        "giường thực kê của bệnh viện thuộc tỉnh, thành phố",
    ),
    Said::new(
        "beds of provincial and regional hospitals / people * 10,000",
        "giường của bệnh viện cấp tỉnh và bệnh viện khu vực / dân số * 10.000",
    ),
    reach::BEDS,
    Reading::Ratio(managed),
)
.counts(Said::new(
    "managed beds",
    "giường bệnh do địa phương quản lý",
))
.of(Figure::Beds);

pub(super) fn managed(view: &View<'_>, _: usize, p: usize) -> Fraction {
    let built = &view.beds.built[p];
    let own = built[Group::Provincial] + built[Group::Regional];
    Fraction::per_10k(own, view, p)
}

pub(super) const COUNT: Row = Row::new(
    "beds",
    Said::new("Hospital beds", "Số giường bệnh"),
    Unit::Count,
    Said::new("built hospital beds, public and private, without commune stations and polyclinics", "giường bệnh thực kê của bệnh viện công lập và tư nhân, không tính trạm y tế xã và phòng khám đa khoa"),
    Said::new("beds of ministries + province + private", "giường của bộ, ngành + của tỉnh, thành phố + tư nhân"),
    reach::BEDS,
    Reading::Sum(count),
)
.counts(Said::new("beds", "giường bệnh"))
.counted("beds")
.of(Figure::Beds);

/// Hospital beds, all of them.
pub(super) fn count(view: &View<'_>, _: usize, p: usize) -> Lanes {
    all(&view.beds.built[p])
}

pub(super) const PUBLIC: Row = Row::new(
    "beds_public",
    Said::new(
        "Hospital beds of ministries and provinces",
        "Số giường bệnh của bộ, ngành và địa phương",
    ),
    Unit::Count,
    Said::new(
        "built beds of hospitals of ministries and provinces",
        "giường thực kê của bệnh viện thuộc bộ, ngành và bệnh viện thuộc tỉnh, thành phố",
    ),
    Said::new(
        "beds of ministries + province",
        "giường của bộ, ngành + của tỉnh, thành phố",
    ),
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
    Said::new("Hospital beds of private owners", "Số giường bệnh tư nhân"),
    Unit::Count,
    Said::new(
        "built beds of private hospitals",
        "giường thực kê của bệnh viện tư nhân",
    ),
    Said::new("beds of private hospitals", "giường của bệnh viện tư nhân"),
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
    Said::new("People", "Dân số"),
    Unit::Count,
    Said::new("people at the end of the year", "dân số cuối năm"),
    Said::new("people at the end of the year", "dân số cuối năm"),
    reach::PEOPLE,
    Reading::Sum(people),
);

/// People.
pub(super) fn people(view: &View<'_>, _: usize, p: usize) -> Lanes {
    view.population.people[p]
}

pub(super) const AT_STATIONS: Row = Row::new(
    "beds_at_stations",
    Said::new("Beds at commune stations", "Số giường tại trạm y tế xã"),
    Unit::Count,
    Said::new(
        "beds of commune stations, outside every ratio of hospital beds",
        "giường của trạm y tế xã, không tính vào tỷ lệ giường bệnh nào",
    ),
    Said::new(
        "beds at stations of the base year + beds reclassified so far",
        "giường tại trạm y tế xã của năm gốc + giường đã chuyển về trạm đến nay",
    ),
    reach::BEDS,
    Reading::Sum(at_stations),
)
.of(Figure::Beds);

pub(super) fn at_stations(view: &View<'_>, _: usize, p: usize) -> Lanes {
    view.beds.at_stations[p]
}

pub(super) const PRIVATE_SHARE: Row = Row::new(
    "private_bed_share",
    Said::new(
        "Private share of hospital beds",
        "Tỷ lệ giường bệnh tư nhân",
    ),
    Unit::Share,
    Said::new(
        "private beds over all hospital beds",
        "số giường bệnh tư nhân trên tổng số giường bệnh",
    ),
    Said::new(
        "private beds / all hospital beds",
        "giường bệnh tư nhân / tổng số giường bệnh",
    ),
    reach::BEDS,
    Reading::Ratio(private_share),
)
.counts(Said::new("private beds", "giường bệnh tư nhân"))
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
    Said::new("Private share of hospitals", "Tỷ lệ bệnh viện tư nhân"),
    Unit::Share,
    Said::new(
        "private hospitals over all hospitals",
        "số bệnh viện tư nhân trên tổng số bệnh viện",
    ),
    Said::new(
        "private hospitals / all hospitals",
        "bệnh viện tư nhân / tổng số bệnh viện",
    ),
    reach::BEDS,
    Reading::Ratio(private_hospital_share),
)
.counts(Said::new("private hospitals", "bệnh viện tư nhân"))
.part_of_whole();

pub(super) fn private_hospital_share(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.hospitals.private[p],
        bottom: view.hospitals.all[p],
    }
}

pub(super) const OPENED: Row = Row::new(
    "beds_opened",
    Said::new("Beds opened", "Số giường bệnh đưa vào hoạt động"),
    Unit::Count,
    Said::new("beds opened or put up in the year, before those closed", "giường đưa vào hoạt động hoặc kê tăng thêm trong năm, chưa trừ giường ngừng sử dụng"),
    Said::new("beds opened or fitted out in the year, before closures", "giường đưa vào hoạt động hoặc kê tăng thêm trong nhà hiện có trong năm, chưa trừ giường ngừng sử dụng"),
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
    Said::new("Named projects late", "Số dự án chậm tiến độ"),
    Unit::Count,
    Said::new(
        "named projects past their planned year and not open, not cancelled",
        "dự án đã có tên quá năm kế hoạch mà chưa đưa vào hoạt động, trừ dự án đã hủy",
    ),
    Said::new(
        "named projects past their planned year, not open, not cancelled",
        "số dự án đã có tên quá năm kế hoạch, chưa đưa vào hoạt động, không bị hủy",
    ),
    reach::BEDS,
    Reading::National(projects_late),
)
.less();

pub(super) fn projects_late(view: &View<'_>, _: usize) -> Lanes {
    view.projects.late
}
