//! What is said of [`FamilyMedicine`](super::FamilyMedicine).

use crate::policy::rollout::words as rollout;
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
    rollout::no_province(
        "family::no-province",
        Said::new(
            "The list of provinces of a plan of family medicine is empty.",
            "Danh sách tỉnh, thành phố của kế hoạch y học gia đình để trống.",
        ),
    ),
    rollout::province_twice(
        "family::province-twice",
        Said::new(
            "A province stands twice in the list of a plan of family medicine.",
            "Một tỉnh, thành phố có hai lần trong danh sách của kế hoạch y học gia đình.",
        ),
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
    rollout::unknown_province(
        "family::unknown-province",
        Said::new(
            "A plan of family medicine names a province the base does not have.",
            "Kế hoạch y học gia đình ghi một tỉnh, thành phố mà bộ số liệu gốc không có.",
        ),
    ),
    rollout::year_outside("family::year-outside-horizon"),
];

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
            let by = rollout::from_on(by);
            format!("{} of the people on the list of a station doctor{by}", percent(share))
        },
        vi: {
            let by = rollout::from_on(by);
            format!("{} người dân có trong danh sách quản lý của bác sĩ trạm{by}", percent(share))
        },
    }
}
