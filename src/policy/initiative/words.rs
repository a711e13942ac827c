//! What is said of [`Initiative`](super::Initiative).

use crate::said::{Said, messages, say};
use crate::words::codes::{Code, refuses, warns};
use crate::words::report::lower_first;

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    warns(
        "initiative::more-than-works",
        Said::new(
            "An initiative has over ten times the money that brings most of its effect: often an amount in million instead of billion, or a total where a yearly amount is meant.",
            "Chương trình can thiệp có kinh phí hơn mười lần mức đã mang lại phần lớn tác động: thường do ghi triệu thay cho tỷ, hoặc ghi tổng mức thay cho mức mỗi năm.",
        ),
        Said::new(
            "`cost` is the amount of each year in the currency unit of the base; the message says how much has most of the effect.",
            "`cost` là kinh phí mỗi năm theo đơn vị tiền của bộ số liệu gốc; thông báo nêu mức mang lại phần lớn tác động.",
        ),
    ),
    warns(
        "initiative::no-money",
        Said::new(
            "An initiative with a cost of 0 moves nothing.",
            "Chương trình can thiệp có kinh phí bằng 0 thì không thay đổi gì.",
        ),
        Said::new(
            "Write what it costs a year, or take the policy out.",
            "Ghi kinh phí mỗi năm, hoặc bỏ giải pháp.",
        ),
    ),
    refuses(
        "initiative::province-twice",
        Said::new(
            "A province stands twice in the list of those an initiative reaches.",
            "Một tỉnh, thành phố có hai lần trong danh sách thụ hưởng chương trình can thiệp.",
        ),
        Said::new(
            "Keep it once; the money is shared by people, or by facilities.",
            "Giữ một lần; kinh phí được chia theo dân số hoặc theo số cơ sở y tế.",
        ),
    ),
    refuses(
        "initiative::touches-nothing",
        Said::new(
            "The list of provinces of an initiative is empty.",
            "Danh sách tỉnh, thành phố của chương trình can thiệp để trống.",
        ),
        Said::new(
            "Name at least one province, or leave `provinces` out to reach all.",
            "Ghi ít nhất một tỉnh, thành phố, hoặc bỏ `provinces` để áp dụng cho cả nước.",
        ),
    ),
    refuses(
        "initiative::unknown-indicator",
        Said::new(
            "An initiative names an indicator the base does not follow. Ratios of beds and staff are built from stocks: no initiative moves them directly.",
            "Chương trình can thiệp ghi một chỉ số mà bộ số liệu gốc không theo dõi. Các chỉ số về giường bệnh và nhân lực được tính từ nguồn lực: không chương trình can thiệp nào làm thay đổi trực tiếp.",
        ),
        Said::new(
            "The followed indicators are the rows of tracked.csv of the base.",
            "Các chỉ số theo dõi là các hàng của tracked.csv trong bộ số liệu gốc.",
        ),
    ),
    refuses(
        "initiative::unknown-province",
        Said::new(
            "No province has the code given in `provinces`.",
            "Không có tỉnh, thành phố nào mang mã ghi ở `provinces`.",
        ),
        Said::new(
            "`carecast list provinces` shows the codes.",
            "`carecast list provinces` cho biết các mã.",
        ),
    ),
];

messages! {
    unknown_indicator(id, help) = "\"{id}\" is not an indicator the base follows" => "{help}",
        vi "\"{id}\" không phải chỉ số mà bộ số liệu gốc theo dõi"
        => "{help}";
    no_province() = "the list of provinces is empty: the initiative reaches nobody"
        => "name at least one province, or leave `provinces` out to reach all",
        vi "danh sách tỉnh, thành phố để trống: chương trình can thiệp không đến với ai"
        => "ghi ít nhất một tỉnh, thành phố, hoặc bỏ `provinces` để áp dụng cho cả nước";
    province_twice(code: &str) = "\"{code}\" stands twice in the list"
        => "keep it once: the money is shared by people, or by facilities",
        vi "\"{code}\" có hai lần trong danh sách"
        => "giữ một lần: kinh phí được chia theo dân số hoặc theo số cơ sở y tế";
    no_money() = "this initiative has no money and moves nothing"
        => "write what it costs a year, or take the policy out",
        vi "chương trình can thiệp này không có kinh phí nên không thay đổi gì"
        => "ghi kinh phí mỗi năm, hoặc bỏ giải pháp";
    more_than_works(cost, currency, enough)
        = "{cost} {currency} a year is over ten times what such an initiative can use"
        => "about {enough} {currency} a year have most of the effect: is the amount in {currency}, and for one year?",
        vi "{cost} {currency} mỗi năm là hơn mười lần mức một chương trình can thiệp như vậy dùng được"
        => "khoảng {enough} {currency} mỗi năm đã mang lại phần lớn tác động: số tiền có đúng theo {currency} và của một năm không?";
}

/// The indicators an initiative can move.
pub(super) fn followed(ids: &[&str]) -> String {
    if ids.is_empty() {
        say! {
            en: "the base follows no indicator: add rows to tracked.csv".to_owned(),
            vi: "bộ số liệu gốc không theo dõi chỉ số nào: thêm hàng vào tracked.csv".to_owned(),
        }
    } else {
        say! {
            en: format!("the followed indicators are: {}", ids.join(", ")),
            vi: format!("các chỉ số theo dõi: {}", ids.join(", ")),
        }
    }
}

/// An initiative runs.
pub(super) fn initiative(title: &str, amount: &str) -> String {
    say! {
        en: format!("{}: moved by {amount}", lower_first(title)),
        vi: format!("{}: tác động bằng kinh phí {amount}", lower_first(title)),
    }
}
