//! What is said of [`StationUpgrade`](super::StationUpgrade).

use crate::said::{Message, Said, messages, say};
use crate::words::codes::{Code, refuses, warns};
use crate::words::number::{decimal, grouped, percent};
use std::fmt::Display;

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    warns(
        "station::changes-nothing",
        Said::new(
            "An upgrade of stations begins works at none.",
            "Giải pháp nâng cấp không khởi công trạm nào.",
        ),
        Said::new(
            "Write Number(300) or Share(0.1), or take the policy out.",
            "Viết Number(300) hoặc Share(0.1), hoặc bỏ giải pháp.",
        ),
    ),
    warns(
        "station::cost-implausible",
        Said::new(
            "The cost of a station is less than a quarter or more than four times the usual one; often an amount in million, or that of the whole programme.",
            "Kinh phí một trạm chưa đến một phần tư hoặc hơn bốn lần mức thông thường; thường do ghi theo triệu, hoặc ghi kinh phí của cả chương trình.",
        ),
        Said::new(
            "Write the cost of one station in the currency unit of the base, or leave `cost` out.",
            "Ghi kinh phí một trạm theo đơn vị tiền của bộ số liệu gốc, hoặc bỏ `cost`.",
        ),
    ),
    warns(
        "station::more-than-exist",
        Said::new(
            "The pace times the years is more than the stations there are; works stop when each has been touched once.",
            "Số trạm mỗi năm nhân với số năm nhiều hơn số trạm hiện có; việc nâng cấp dừng khi mỗi trạm đã được làm một lần.",
        ),
        Said::new(
            "Lower the pace, or let the policy end earlier.",
            "Giảm số trạm mỗi năm, hoặc cho giải pháp kết thúc sớm hơn.",
        ),
    ),
    refuses(
        "station::no-province",
        Said::new(
            "The list of provinces of an upgrade of stations is empty.",
            "Danh sách tỉnh, thành phố của giải pháp nâng cấp trạm để trống.",
        ),
        Said::new(
            "Name at least one province, or leave `provinces` out for all of them.",
            "Ghi ít nhất một tỉnh, thành phố, hoặc bỏ `provinces` để áp dụng cho cả nước.",
        ),
    ),
    refuses(
        "station::none-there",
        Said::new(
            "No commune station stands in the provinces of an upgrade.",
            "Không có trạm y tế xã nào ở các tỉnh, thành phố của giải pháp nâng cấp.",
        ),
        Said::new(
            "Name provinces whose stations are listed in facilities.csv of the base.",
            "Ghi các tỉnh, thành phố có trạm trong facilities.csv của bộ số liệu gốc.",
        ),
    ),
    refuses(
        "station::province-twice",
        Said::new(
            "A province stands twice in the list of an upgrade of stations.",
            "Một tỉnh, thành phố có hai lần trong danh sách của giải pháp nâng cấp trạm.",
        ),
        Said::new("Keep one of the two.", "Giữ một trong hai."),
    ),
    refuses(
        "station::unknown-province",
        Said::new(
            "An upgrade of stations names a province the base does not have.",
            "Giải pháp nâng cấp trạm ghi một tỉnh, thành phố mà bộ số liệu gốc không có.",
        ),
        Said::new(
            "`carecast list provinces` shows the codes.",
            "`carecast list provinces` cho biết các mã.",
        ),
    ),
];

messages! {
    no_province() = "the list of provinces is empty: no station would be touched"
        => "name at least one province, or leave `provinces` out for all of them",
        vi "danh sách tỉnh, thành phố để trống: không trạm nào được nâng cấp"
        => "ghi ít nhất một tỉnh, thành phố, hoặc bỏ `provinces` để áp dụng cho cả nước";
    none_there() = "no commune station stands where this policy acts"
        => "name provinces whose stations are listed in facilities.csv of the base",
        vi "không có trạm y tế xã nào ở nơi giải pháp này thực hiện"
        => "ghi các tỉnh, thành phố có trạm trong facilities.csv của bộ số liệu gốc";
    changes_nothing() = "works begin at no station: this changes nothing"
        => "write Number(300) or Share(0.1), or take the policy out",
        vi "không trạm nào được khởi công: không thay đổi gì"
        => "viết Number(300) hoặc Share(0.1), hoặc bỏ giải pháp";
    more_than_exist(a_year, years, stations)
        = "{a_year:.0} a year over {years} years are more than the {stations:.0} stations there are"
        => "works stop when every station has been touched once; a lower pace or an earlier `to` says so",
        vi "mỗi năm {a_year:.0} trạm trong {years} năm là nhiều hơn {stations:.0} trạm hiện có"
        => "việc nâng cấp dừng khi mỗi trạm đã được làm một lần; ghi số trạm mỗi năm ít hơn hoặc `to` sớm hơn cho đúng";
}

/// A station costs far from what one usually costs.
pub(super) fn cost(cost: impl Display, currency: &str, usual: f64) -> Message {
    say! {
        en: Message {
            text: format!("{cost} {currency} for a station, where {usual:.1} is usual"),
            help: format!("is the amount in {currency}, and of one station? Leave `cost` out to take the usual cost"),
        },
        vi: Message {
            text: format!(
                "{cost} {currency} cho một trạm, trong khi mức thông thường là {}",
                decimal(usual, 1)
            ),
            help: format!("số tiền có đúng theo {currency} và của một trạm không? Bỏ `cost` thì lấy mức thông thường"),
        },
    }
}

/// Stations brought to standard, so many a year.
pub(super) fn stations_a_year(number: f64) -> String {
    say! {
        en: format!("{} stations a year at standard", grouped(number)),
        vi: format!("mỗi năm {} trạm y tế xã đạt chuẩn", grouped(number)),
    }
}

/// Stations brought to standard, a share each year.
pub(super) fn share_of_stations(share: f64) -> String {
    say! {
        en: format!("{} of the stations at standard each year", percent(share)),
        vi: format!("mỗi năm {} số trạm y tế xã đạt chuẩn", percent(share)),
    }
}
