//! The care people receive: visits, stays and check-ups, and who is there to give it.

use super::row::Row;
use super::{Fraction, Reading, View, reach, stations};
use crate::base::{Base, tells_of_care};
use crate::lanes::Lanes;
use crate::results::Unit;
use crate::said::Said;
use crate::world::facility::Group;
use crate::world::visits::{LOCAL, Outcome};

/// Kilometres from centre to centre up to which a Central hospital is near, and beyond which it is far.
const NEAR_KM: f64 = 100.0;
const FAR_KM: f64 = 200.0;

/// Only bases that say how many visits there are have these.
pub(super) fn told(base: &Base, _: usize) -> bool {
    tells_of_care(&base.assumptions)
}

pub(super) const PER_HEAD: Row = Row::new(
    "visits_per_head",
    Said::new("Outpatient visits per head", "Số lượt khám bệnh bình quân đầu người"),
    Unit::Ratio,
    Said::new(
        "outpatient visits of the province's people that were served in the year, wherever, over the people",
        "số lượt khám bệnh ngoại trú trong năm của người dân địa phương được đáp ứng, ở bất kỳ nơi nào, chia cho dân số",
    ),
    Said::new(
        "(visits served at their own level + above + in another province) / people",
        "(lượt khám được đáp ứng ở đúng tuyến + tuyến trên + tỉnh, thành phố khác) / dân số",
    ),
    reach::VISITS,
    Reading::Ratio(per_head),
)
.given(told);

fn per_head(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.visits.served(p),
        bottom: view.population.people[p],
    }
}

pub(super) const ADMISSIONS: Row = Row::new(
    "admissions_per_100",
    Said::new("Hospital stays per 100 people", "Số lượt điều trị nội trú trên 100 dân"),
    Unit::Ratio,
    Said::new(
        "stays in hospitals of the province's people in the year, for each 100 of them: bed-days over the days of a stay",
        "số lượt điều trị nội trú trong năm của người dân địa phương trên 100 dân: số ngày điều trị chia cho số ngày điều trị bình quân một lượt",
    ),
    Said::new(
        "(bed-days at home / days of a stay + bed-days in Central hospitals / days of a stay there) / (people / 100)",
        "(ngày điều trị tại tỉnh / số ngày một lượt + ngày điều trị tuyến trung ương / số ngày một lượt ở đó) / (dân số / 100)",
    ),
    reach::VISITS,
    Reading::Ratio(admissions),
)
.given(told);

fn admissions(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.visits.stays[p],
        bottom: view.population.people[p] / 100.0,
    }
}

pub(super) const AT_STATIONS: Row = Row::new(
    "station_visit_share",
    Said::new(
        "Stations' share of visits",
        "Tỷ lệ lượt khám tại trạm y tế xã",
    ),
    Unit::Share,
    Said::new(
        "visits that commune stations served over all visits that were served",
        "số lượt khám do trạm y tế xã đáp ứng trên tổng số lượt khám được đáp ứng",
    ),
    Said::new(
        "visits served by stations / visits served",
        "lượt khám tại trạm y tế xã / lượt khám được đáp ứng",
    ),
    reach::VISITS,
    Reading::Ratio(at_stations),
)
.more()
.given(told);

fn at_stations(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.visits.at_stations[p],
        bottom: view.visits.served(p),
    }
}

pub(super) const AT_HOME: Row = Row::new(
    "visits_in_own_province",
    Said::new(
        "Share of visits treated in the own province",
        "Tỷ lệ lượt khám được đáp ứng trong tỉnh, thành phố",
    ),
    Unit::Share,
    Said::new(
        "visits of the province's people served by facilities in it, Central ones too, over all their visits that were served",
        "số lượt khám của người dân địa phương tại các cơ sở trên địa bàn, kể cả bệnh viện tuyến trung ương, trên tổng số lượt khám được đáp ứng của họ",
    ),
    Said::new(
        "visits served in the own province / visits served",
        "lượt khám được đáp ứng trong tỉnh, thành phố / lượt khám được đáp ứng",
    ),
    reach::VISITS,
    Reading::Ratio(at_home),
)
.more()
.given(told);

fn at_home(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.visits.at_home[p],
        bottom: view.visits.served(p),
    }
}

pub(super) const NOT_SERVED: Row = Row::new(
    "visits_not_served",
    Said::new("Share of visits not served", "Tỷ lệ lượt khám không được đáp ứng"),
    Unit::Share,
    Said::new(
        "visits asked for that no facility had the staff for, at their own level, above it or in another province, over all visits asked for",
        "số lượt khám có nhu cầu nhưng không cơ sở nào đủ nhân lực đáp ứng, ở đúng tuyến, tuyến trên hoặc tỉnh, thành phố khác, trên tổng nhu cầu khám",
    ),
    Said::new(
        "visits not served / visits asked for",
        "lượt khám không được đáp ứng / lượt khám có nhu cầu",
    ),
    reach::VISITS,
    Reading::Ratio(not_served),
)
.less()
.given(told);

fn not_served(view: &View<'_>, _: usize, p: usize) -> Fraction {
    let row = &view.visits.outcome[p];
    Fraction {
        top: row[Outcome::NotServed],
        bottom: row.values().copied().sum(),
    }
}

pub(super) const ADEQUACY: Row = Row::new(
    "staff_by_need",
    Said::new("Staff by need", "Mức đáp ứng nhu cầu khám của nhân lực"),
    Unit::Ratio,
    Said::new(
        "visits that the staff of the province's own facilities would serve at the pace of the base year over the visits asked for there: below 1 the staff are fewer than need asks for",
        "số lượt khám mà nhân lực của các cơ sở trong tỉnh, thành phố đáp ứng được với năng suất của năm gốc trên số lượt khám có nhu cầu tại đó: dưới 1 là nhân lực ít hơn nhu cầu",
    ),
    Said::new(
        "sum over places of workers * visits of a worker in the base year / visits asked for there",
        "tổng theo nơi khám của số người làm việc * số lượt khám một người đáp ứng trong năm gốc / số lượt khám có nhu cầu tại đó",
    ),
    reach::VISITS,
    Reading::Ratio(adequacy),
)
.more()
.given(told);

fn adequacy(view: &View<'_>, _: usize, p: usize) -> Fraction {
    let asked = LOCAL.iter().map(|place| view.visits.asked[p][*place]);
    Fraction {
        top: view.visits.at_pace[p],
        bottom: asked.sum(),
    }
}

pub(super) const PEOPLE_PER_DOCTOR: Row = Row::new(
    "people_per_station_{plural}",
    Said::new(
        "People for each of the {plural} at stations",
        "Số dân trên một người thuộc nhóm {plural} tại trạm y tế xã",
    ),
    Unit::Count,
    Said::new(
        "people over those of the first occupation who work at commune stations, lent ones for their part of the year",
        "dân số chia cho số người thuộc nhóm nhân lực thứ nhất làm việc tại trạm y tế xã, người luân phiên tính theo phần thời gian trong năm",
    ),
    Said::new(
        "people / ({plural} of commune stations + person-years lent by hospitals)",
        "dân số / ({plural} của trạm y tế xã + số năm công do bệnh viện cử luân phiên)",
    ),
    reach::STAFF,
    Reading::Ratio(people_per_doctor),
)
.less()
.of_first()
.given(told);

fn people_per_doctor(view: &View<'_>, o: usize, p: usize) -> Fraction {
    Fraction {
        top: view.population.people[p],
        bottom: stations::staff_per_station(view, o, p).top,
    }
}

/// 1 where the centre of the province lies within so many kilometres of the centre of one with a hospital of
/// the Ministry of Health. Hospitals of other ministries stand nearly everywhere and serve their own people.
fn within(view: &View<'_>, p: usize, km: f64) -> Lanes {
    let hosts = view.country.distance[p].iter().zip(&view.beds.built);
    let hosts = hosts.zip(&view.country.ministry_hosts);
    let near = hosts.filter(|((far, _), ministry)| **far <= km && **ministry);
    near.fold(Lanes::ZERO, |some, ((_, beds), _)| {
        some.max(beds[Group::Central].gt(Lanes::ZERO).as_lanes())
    })
}

pub(super) const NEAR_CENTRAL: Row = Row::new(
    "people_near_central",
    Said::new(
        "People within 100 km of a hospital of the Ministry of Health",
        "Tỷ lệ dân số cách bệnh viện thuộc Bộ Y tế không quá 100 km",
    ),
    Unit::Share,
    Said::new(
        "people of provinces whose centre lies at most 100 km from that of a province with a hospital of the Ministry of Health, as the crow flies; between 100 and 200 km lie those that are neither near nor far",
        "dân số các tỉnh, thành phố có trung tâm cách trung tâm của nơi có bệnh viện thuộc Bộ Y tế không quá 100 km theo đường chim bay; từ 100 đến 200 km là nhóm còn lại, không gần và không xa",
    ),
    Said::new(
        "people of provinces within 100 km / people",
        "dân số các tỉnh, thành phố trong vòng 100 km / dân số",
    ),
    reach::BEDS,
    Reading::Ratio(near_central),
)
.more()
.given(told);

fn near_central(view: &View<'_>, _: usize, p: usize) -> Fraction {
    let people = view.population.people[p];
    Fraction {
        top: people * within(view, p, NEAR_KM),
        bottom: people,
    }
}

pub(super) const FAR_FROM_CENTRAL: Row = Row::new(
    "people_far_from_central",
    Said::new(
        "People over 200 km from a hospital of the Ministry of Health",
        "Tỷ lệ dân số cách bệnh viện thuộc Bộ Y tế trên 200 km",
    ),
    Unit::Share,
    Said::new(
        "people of provinces whose centre lies over 200 km from that of every province with a hospital of the Ministry of Health, as the crow flies",
        "dân số các tỉnh, thành phố có trung tâm cách trung tâm của mọi nơi có bệnh viện thuộc Bộ Y tế trên 200 km theo đường chim bay",
    ),
    Said::new(
        "people of provinces over 200 km away / people",
        "dân số các tỉnh, thành phố cách trên 200 km / dân số",
    ),
    reach::BEDS,
    Reading::Ratio(far_from_central),
)
.less()
.given(told);

fn far_from_central(view: &View<'_>, _: usize, p: usize) -> Fraction {
    let people = view.population.people[p];
    Fraction {
        top: people * (Lanes::ONE - within(view, p, FAR_KM)),
        bottom: people,
    }
}

pub(super) const CHECK_UPS: Row = Row::new(
    "check_up_share",
    Said::new(
        "People with a free check-up in the year",
        "Tỷ lệ người dân được khám sức khỏe định kỳ miễn phí trong năm",
    ),
    Unit::Share,
    Said::new(
        "people who had a free check-up of a policy of the scenario in the year over all people; check-ups that people or employers pay for themselves are not counted",
        "số người được khám sức khỏe định kỳ miễn phí trong năm theo giải pháp của kịch bản trên tổng dân số; không tính khám sức khỏe do người dân hoặc người sử dụng lao động tự chi trả",
    ),
    Said::new(
        "people with a free check-up / people",
        "số người được khám sức khỏe miễn phí / dân số",
    ),
    reach::VISITS,
    Reading::Ratio(check_ups),
)
.more()
.given(told);

fn check_ups(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.check_ups.done[p],
        bottom: view.population.people[p],
    }
}

pub(super) const CHECK_UPS_NO_STAFF: Row = Row::new(
    "check_ups_short_of_staff",
    Said::new(
        "Promised check-ups that stations had no time for",
        "Tỷ lệ lượt khám sức khỏe theo kế hoạch không thực hiện được do trạm thiếu nhân lực",
    ),
    Unit::Share,
    Said::new(
        "people who were promised a free check-up and had none because the staff of stations lack the time, over all who were promised one; nothing where none is promised",
        "số người có trong kế hoạch khám sức khỏe miễn phí nhưng không được khám do nhân lực trạm y tế không đủ thời gian, trên tổng số người trong kế hoạch; không xác định nếu không có kế hoạch",
    ),
    Said::new(
        "check-ups not held for want of staff / check-ups promised",
        "số lượt không thực hiện được do thiếu nhân lực / số lượt theo kế hoạch",
    ),
    reach::VISITS,
    Reading::Ratio(no_staff),
)
.less()
.of_promised()
.given(told);

fn no_staff(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.check_ups.no_staff[p],
        bottom: view.check_ups.asked[p],
    }
}

pub(super) const CHECK_UPS_NO_MONEY: Row = Row::new(
    "check_ups_short_of_money",
    Said::new(
        "Promised check-ups that money was short for",
        "Tỷ lệ lượt khám sức khỏe theo kế hoạch không thực hiện được do thiếu kinh phí",
    ),
    Unit::Share,
    Said::new(
        "people who were promised a free check-up and had none because the money of the year was spent, over all who were promised one; nothing where none is promised",
        "số người có trong kế hoạch khám sức khỏe miễn phí nhưng không được khám do hết kinh phí của năm, trên tổng số người trong kế hoạch; không xác định nếu không có kế hoạch",
    ),
    Said::new(
        "check-ups not held for want of money / check-ups promised",
        "số lượt không thực hiện được do thiếu kinh phí / số lượt theo kế hoạch",
    ),
    reach::VISITS,
    Reading::Ratio(no_money),
)
.less()
.of_promised()
.given(told);

fn no_money(view: &View<'_>, _: usize, p: usize) -> Fraction {
    Fraction {
        top: view.check_ups.no_money[p],
        bottom: view.check_ups.asked[p],
    }
}

pub(super) const VISITS: Row = Row::new(
    "outpatient_visits",
    Said::new("Outpatient visits", "Số lượt khám bệnh ngoại trú"),
    Unit::Count,
    Said::new(
        "outpatient visits of the province's people that were served in the year, wherever",
        "số lượt khám bệnh ngoại trú trong năm của người dân địa phương được đáp ứng, ở bất kỳ nơi nào",
    ),
    Said::new(
        "visits served at their own level + above + in another province",
        "lượt khám được đáp ứng ở đúng tuyến + tuyến trên + tỉnh, thành phố khác",
    ),
    reach::VISITS,
    Reading::Sum(visits),
)
.given(told);

fn visits(view: &View<'_>, _: usize, p: usize) -> Lanes {
    view.visits.served(p)
}

pub(super) const STAYS: Row = Row::new(
    "hospital_stays",
    Said::new("Hospital stays", "Số lượt điều trị nội trú"),
    Unit::Count,
    Said::new(
        "stays in hospitals of the province's people in the year, wherever",
        "số lượt điều trị nội trú trong năm của người dân địa phương, ở bất kỳ nơi nào",
    ),
    Said::new(
        "bed-days at home / days of a stay + bed-days in Central hospitals / days of a stay there",
        "ngày điều trị tại tỉnh / số ngày một lượt + ngày điều trị tuyến trung ương / số ngày một lượt ở đó",
    ),
    reach::VISITS,
    Reading::Sum(stays),
)
.given(told);

fn stays(view: &View<'_>, _: usize, p: usize) -> Lanes {
    view.visits.stays[p]
}
