//! Staff, graduates and those who wait.

use super::row::{Figure, Row};
use super::{Fraction, Reading, View, reach};
use crate::lanes::Lanes;
use crate::results::Unit;
use crate::said::Said;
use crate::world::staff::PUBLIC;

pub(super) const HEADS: Row = Row::new(
    "heads_{plural}",
    Said::new("{Plural}", "Số {plural}"),
    Unit::Count,
    Said::new(
        "{plural} in the official count on the coverage of the base year, all employers",
        "{plural} theo thống kê chính thức với phạm vi thống kê của năm gốc, tất cả các đơn vị sử dụng nhân lực",
    ),
    Said::new(
        "{plural} of all employers",
        "{plural} của tất cả các đơn vị sử dụng nhân lực",
    ),
    reach::STAFF,
    Reading::Sum(heads),
)
.counts(Said::new("{plural}", "{plural}"))
.counted("{plural}");

/// People of an occupation in the official count.
pub(super) fn heads(view: &View<'_>, o: usize, p: usize) -> Lanes {
    view.staff.heads[o][p].values().sum::<Lanes>()
}

pub(super) const PER_10K: Row = Row::new(
    "{plural}_per_10k",
    Said::new("{Plural} per 10,000 people", "Số {plural} trên 10.000 dân"),
    Unit::Per10k,
    Said::new(
        "{plural} in the official count on the coverage of the base year",
        "{plural} theo thống kê chính thức với phạm vi thống kê của năm gốc",
    ),
    Said::new(
        "{plural} of all employers / people * 10,000",
        "{plural} của tất cả các đơn vị sử dụng nhân lực / dân số * 10.000",
    ),
    reach::STAFF,
    Reading::Ratio(per_10k),
)
.counts(Said::new("{plural}", "{plural}"))
.stock("{plural}")
.counted("{plural}")
.more()
.of(Figure::Heads)
.spread()
.judged_on("{plural}_per_10k_expected")
.told_in("{plural}_per_10k_official");

pub(super) fn per_10k(view: &View<'_>, o: usize, p: usize) -> Fraction {
    Fraction::per_10k(heads(view, o, p), view, p)
}

pub(super) const RESIGNATIONS: Row = Row::new(
    "resignations",
    Said::new("Resignations", "Số người thôi việc"),
    Unit::Count,
    Said::new("staff with posts who left the profession or moved to private practice in the year", "người có vị trí việc làm đã bỏ nghề hoặc chuyển sang khu vực tư nhân trong năm"),
    Said::new("sum over occupations with posts of those who left or moved to private practice", "tổng số người bỏ nghề hoặc chuyển sang khu vực tư nhân của các nhóm nhân lực có vị trí việc làm"),
    reach::STAFF,
    Reading::Sum(resignations),
)
.less()
.of_the_year();

pub(super) fn resignations(view: &View<'_>, _: usize, p: usize) -> Lanes {
    view.country
        .base
        .occupations
        .iter()
        .enumerate()
        .filter(|(_, occupation)| occupation.has_posts)
        .fold(Lanes::ZERO, |s, (o, _)| s + view.staff.resigned[o][p])
}

pub(super) const UNFILLED: Row = Row::new(
    "unfilled_posts_{plural}",
    Said::new("Unfilled public posts: {plural}", "Tỷ lệ vị trí việc làm công lập còn trống: {plural}"),
    Unit::Share,
    Said::new("funded posts at hospitals of ministries and provinces and at stations that nobody fills, over all such posts", "vị trí việc làm đã bố trí kinh phí nhưng chưa có người tại bệnh viện của bộ, ngành, bệnh viện của địa phương và trạm y tế xã, trên tổng số vị trí việc làm đó"),
    Said::new("sum over public employers of max(posts - {plural}, 0) / posts", "tổng theo các đơn vị công lập của max(vị trí việc làm - số {plural}, 0) / vị trí việc làm"),
    reach::STAFF,
    Reading::Ratio(unfilled),
)
.of_neighbours()
.given(|base, o| base.occupations[o].has_posts);

/// Funded public posts that nobody fills, over all of them.
pub(super) fn unfilled(view: &View<'_>, o: usize, p: usize) -> Fraction {
    let (posts, heads) = (&view.staff.posts[o][p], &view.staff.heads[o][p]);
    let mut out = Fraction {
        top: Lanes::ZERO,
        bottom: Lanes::ZERO,
    };
    for e in PUBLIC {
        out.top += (posts[e] - heads[e]).max(Lanes::ZERO);
        out.bottom += posts[e];
    }
    out
}

pub(super) const GRADUATES: Row = Row::new(
    "graduates_{plural}",
    Said::new("Graduates: {plural}", "Số tốt nghiệp: {plural}"),
    Unit::Count,
    Said::new("graduates of the year", "số người tốt nghiệp trong năm"),
    Said::new(
        "{plural} who finish their studies in the year",
        "{plural} học xong trong năm",
    ),
    reach::STAFF,
    Reading::National(graduates),
);

pub(super) fn graduates(view: &View<'_>, o: usize) -> Lanes {
    view.entrants[o].graduates + view.entrants[o].bound_graduates
}

pub(super) const WAITING: Row = Row::new(
    "entrants_waiting_{plural}",
    Said::new("Waiting for a post: {plural}", "Số chờ bố trí việc làm: {plural}"),
    Unit::Count,
    Said::new("licensed, looking and not placed at the end of the year", "người đã được cấp giấy phép hành nghề, đang tìm việc và chưa được tuyển dụng tính đến cuối năm"),
    Said::new("licensed {plural} who look for a post - those placed", "{plural} đã được cấp giấy phép hành nghề đang tìm việc - số được tuyển dụng"),
    reach::STAFF,
    Reading::National(waiting),
)
.less();

pub(super) fn waiting(view: &View<'_>, o: usize) -> Lanes {
    view.entrants[o].waiting
}

pub(super) const ALL_GRADUATES: Row = Row::new(
    "graduates",
    Said::new("Graduates", "Số tốt nghiệp"),
    Unit::Count,
    Said::new(
        "graduates of the year, all occupations",
        "số người tốt nghiệp trong năm, tất cả các nhóm nhân lực",
    ),
    Said::new(
        "graduates of the year, all occupations",
        "số người tốt nghiệp trong năm, tất cả các nhóm nhân lực",
    ),
    reach::STAFF,
    Reading::National(all_graduates),
);

pub(super) fn all_graduates(view: &View<'_>, _: usize) -> Lanes {
    view.entrants
        .iter()
        .fold(Lanes::ZERO, |s, e| s + e.graduates + e.bound_graduates)
}

pub(super) const ALL_WAITING: Row = Row::new(
    "entrants_waiting",
    Said::new("Waiting for a post", "Số chờ bố trí việc làm"),
    Unit::Count,
    Said::new("licensed, looking and not placed at the end of the year, all occupations", "người đã được cấp giấy phép hành nghề, đang tìm việc và chưa được tuyển dụng tính đến cuối năm, tất cả các nhóm nhân lực"),
    Said::new("licensed and looking - placed, at the end of the year", "số đã được cấp giấy phép hành nghề và đang tìm việc - số được tuyển dụng, tính đến cuối năm"),
    reach::STAFF,
    Reading::National(all_waiting),
)
.less();

pub(super) fn all_waiting(view: &View<'_>, _: usize) -> Lanes {
    view.entrants.iter().fold(Lanes::ZERO, |s, e| s + e.waiting)
}
