//! Commune stations and the staff in them.

use super::row::Row;
use super::{Fraction, Reading, View, reach};
use crate::lanes::Lanes;
use crate::results::Unit;
use crate::said::Said;
use crate::world::staff::Employer;

pub(super) const STAFF: Row = Row::new(
    "{plural}_per_station",
    Said::new("{Plural} per commune station", "Số {plural} bình quân một trạm y tế xã"),
    Unit::PerStation,
    Said::new("people of the first occupation working at commune stations over stations; one lent by a hospital counts for the part of the year", "số người thuộc nhóm nhân lực thứ nhất làm việc tại trạm y tế xã chia cho số trạm; người do bệnh viện cử luân phiên tính theo phần thời gian trong năm"),
    Said::new("({plural} of commune stations + person-years lent by hospitals) / stations", "({plural} của trạm y tế xã + số năm công do bệnh viện cử luân phiên) / số trạm"),
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
    Said::new(
        "Stations with four {plural} or more",
        "Tỷ lệ trạm y tế xã có từ 4 {plural} trở lên",
    ),
    Unit::Share,
    Said::new(
        "commune stations with four or more over all stations",
        "số trạm y tế xã có từ 4 người trở lên trên tổng số trạm",
    ),
    Said::new(
        "stations with four {plural} or more / stations",
        "số trạm có từ 4 {plural} trở lên / số trạm",
    ),
    reach::STAFF_AT_STATIONS,
    Reading::Ratio(with_four),
)
.counts(Said::new(
    "stations with 4 {plural}",
    "trạm y tế xã có từ 4 {plural} trở lên",
))
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
    Said::new("Commune stations rebuilt", "Số trạm y tế xã được xây dựng lại"),
    Unit::Count,
    Said::new("stations policies brought to standard in the year, and those their money could build or rebuild at unit cost", "số trạm được các giải pháp đưa lên đạt chuẩn trong năm, cộng số trạm mà vốn của các giải pháp đủ để xây mới hoặc xây dựng lại theo suất vốn đầu tư"),
    Said::new("stations whose works end in the year + money of investments for stations / cost of one, never more than are left", "số trạm hoàn thành thi công trong năm + vốn đầu tư cho trạm / chi phí một trạm, không quá số trạm còn lại"),
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
    Said::new("Commune stations rebuilt or at standard since the base year", "Tỷ lệ trạm y tế xã được xây mới hoặc đạt chuẩn kể từ năm gốc"),
    Unit::Share,
    Said::new("stations that policies have built, rebuilt or brought to standard since the base year over all stations", "số trạm được các giải pháp xây mới, xây dựng lại hoặc đưa lên đạt chuẩn kể từ năm gốc trên tổng số trạm"),
    Said::new("(stations brought to standard + those rebuilt by investments since the base year) / stations", "(số trạm được đưa lên đạt chuẩn + số trạm được vốn đầu tư xây dựng lại kể từ năm gốc) / số trạm"),
    reach::STATIONS,
    Reading::Ratio(upgraded),
)
.counts(Said::new("stations upgraded", "trạm y tế xã được nâng cấp"));

pub(super) fn upgraded(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.stations.by_money[p] + view.stations.upgraded[p],
        bottom: Lanes::splat(view.country.stations[p]),
    }
}
