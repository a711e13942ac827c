//! What is said of [`TrialHostels`](super::TrialHostels).

use crate::said::{Said, messages, say};
use crate::words::codes::{Code, refuses, warns};

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    warns(
        "trial::no-places",
        Said::new("Hostels have no places.", "Nhà lưu trú không có chỗ ở nào."),
        Said::new(
            "Write how many people can sleep there.",
            "Ghi số người có thể ở lại.",
        ),
    ),
    refuses(
        "trial::unknown-province",
        Said::new(
            "Hostels stand in a province the base does not have.",
            "Nhà lưu trú đặt ở tỉnh, thành phố mà bộ số liệu gốc không có.",
        ),
        Said::new(
            "`carecast list provinces` shows the codes.",
            "`carecast list provinces` cho biết các mã.",
        ),
    ),
];

messages! {
    no_places() = "hostels without places cost nothing and house nobody"
        => "write how many people can sleep there",
        vi "nhà lưu trú không có chỗ thì không tốn kinh phí và không ai ở"
        => "ghi số người có thể ở lại";
}

/// The hostels are open.
pub(super) fn open(places: u32) -> String {
    say! {
        en: format!("{places} places open"),
        vi: format!("{places} chỗ lưu trú đi vào hoạt động"),
    }
}
