//! What is said of [`FamilyMedicine`](super::FamilyMedicine).

use crate::said::{Said, messages, say};
use crate::units::Year;
use crate::words::codes::{Code, refuses, warns};
use crate::words::number::percent;

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    warns(
        "family::long-list",
        Said::new(
            "A doctor would keep a list of more than 10,000 people, four times what is usual elsewhere.",
            "Mỗi bác sĩ quản lý danh sách trên 10.000 người, gấp bốn lần mức thường thấy ở các nước.",
        ),
        Said::new(
            "Write the people on the list of one doctor, about 1,500 to 4,000, or leave `list` out.",
            "Ghi số người trong danh sách của một bác sĩ, khoảng 1.500 đến 4.000, hoặc bỏ `list`.",
        ),
    ),
    refuses(
        "family::no-figures",
        Said::new(
            "The base holds no assumptions on visits and lists of people.",
            "Bộ số liệu gốc không có giả định về lượt khám và danh sách quản lý sức khỏe.",
        ),
        Said::new(
            "Copy those that begin with `family.` from the built-in base and write your country's figures.",
            "Chép các giả định bắt đầu bằng `family.` từ bộ số liệu có sẵn và ghi số liệu của nước mình.",
        ),
    ),
    refuses(
        "family::no-province",
        Said::new(
            "The list of provinces of a plan of family medicine is empty.",
            "Danh sách tỉnh, thành phố của kế hoạch y học gia đình để trống.",
        ),
        Said::new(
            "Name at least one province, or leave `provinces` out for all of them.",
            "Ghi ít nhất một tỉnh, thành phố, hoặc bỏ `provinces` để áp dụng cho cả nước.",
        ),
    ),
    refuses(
        "family::province-twice",
        Said::new(
            "A province stands twice in the list of a plan of family medicine.",
            "Một tỉnh, thành phố có hai lần trong danh sách của kế hoạch y học gia đình.",
        ),
        Said::new("Keep one of the two.", "Giữ một trong hai."),
    ),
    warns(
        "family::size-zero",
        Said::new(
            "Nobody is put on a list.",
            "Không có ai trong danh sách quản lý.",
        ),
        Said::new(
            "Write the share of people who shall be on a list, and leave `list` out for the usual length.",
            "Ghi tỷ lệ người dân trong danh sách, và bỏ `list` để lấy mức thông thường.",
        ),
    ),
    refuses(
        "family::unknown-province",
        Said::new(
            "A plan of family medicine names a province the base does not have.",
            "Kế hoạch y học gia đình ghi một tỉnh, thành phố mà bộ số liệu gốc không có.",
        ),
        Said::new(
            "`carecast list provinces` shows the codes.",
            "`carecast list provinces` cho biết các mã.",
        ),
    ),
    refuses(
        "family::year-outside-horizon",
        Said::new(
            "The share is reached in a year the run does not reach, or in one the policy does not act in.",
            "Tỷ lệ đạt được vào năm ngoài kỳ mô phỏng, hoặc năm mà giải pháp không có hiệu lực.",
        ),
        Said::new(
            "Change `by`, or `from` and `to` of the policy.",
            "Sửa `by`, hoặc `from` và `to` của giải pháp.",
        ),
    ),
];

pub(super) const REACHED: Said = Said::new("the share is reached in", "tỷ lệ đạt được");

messages! {
    no_figures() = "this base says nothing about visits and lists of people"
        => "copy the assumptions that begin with `family.` from the built-in base, with your country's figures",
        vi "bộ số liệu gốc này không có số liệu về lượt khám và danh sách quản lý sức khỏe"
        => "chép các giả định bắt đầu bằng `family.` từ bộ số liệu có sẵn, với số liệu của nước mình";
    no_province() = "the list of provinces is empty: nobody would be on a list"
        => "name at least one province, or leave `provinces` out for all of them",
        vi "danh sách tỉnh, thành phố để trống: không ai có trong danh sách"
        => "ghi ít nhất một tỉnh, thành phố, hoặc bỏ `provinces` để áp dụng cho cả nước";
    long_list(people) = "{people} people are on the list of one doctor"
        => "about 1,500 to 4,000 are usual elsewhere; leave `list` out for the usual length",
        vi "danh sách của một bác sĩ có {people} người"
        => "ở các nước thường khoảng 1.500 đến 4.000; bỏ `list` để lấy mức thông thường";
    changes_nothing() = "a share of 0 puts nobody on a list"
        => "write the share of people who shall be on a list: 1 is all of them",
        vi "tỷ lệ bằng 0 thì không ai có trong danh sách"
        => "ghi tỷ lệ người dân trong danh sách: 1 là toàn bộ";
    empty_lists() = "lists of 0 people hold nobody"
        => "write the people on the list of one doctor, or leave `list` out for the usual length",
        vi "danh sách 0 người thì không quản lý ai"
        => "ghi số người trong danh sách của một bác sĩ, hoặc bỏ `list` để lấy mức thông thường";
}

/// The product: so many people are on a list.
pub(super) fn listed(share: f64, by: Option<Year>) -> String {
    say! {
        en: {
            let by = by.map_or(String::new(), |year| format!(" from {year} on"));
            format!("{} of the people on the list of a station doctor{by}", percent(share))
        },
        vi: {
            let by = by.map_or(String::new(), |year| format!(" từ năm {year}"));
            format!("{} người dân có trong danh sách quản lý của bác sĩ trạm{by}", percent(share))
        },
    }
}
