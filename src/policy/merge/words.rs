//! What is said of [`MergeHospitals`](super::MergeHospitals).

use crate::policy::close::words::{no_assumptions, not_the_provinces, year_outside};
use crate::said::{Said, messages, say};
use crate::words::codes::{Code, refuses};
use crate::words::tasks::named;

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    refuses(
        "merge::into-itself",
        Said::new(
            "A hospital shall join itself.",
            "Một bệnh viện sáp nhập vào chính nó.",
        ),
        Said::new(
            "Name the hospitals that join, and another one that stays.",
            "Ghi các bệnh viện sáp nhập, và một bệnh viện khác nhận sáp nhập.",
        ),
    ),
    no_assumptions("merge::no-figures"),
    not_the_provinces("merge::not-the-provinces"),
    refuses(
        "merge::other-province",
        Said::new(
            "Hospitals of two provinces shall become one.",
            "Bệnh viện của hai tỉnh, thành phố sáp nhập thành một.",
        ),
        Said::new(
            "Name hospitals of one province; beds, staff and patients stay there.",
            "Ghi các bệnh viện của cùng một địa phương; giường, nhân lực và người bệnh ở lại đó.",
        ),
    ),
    refuses(
        "merge::touches-nothing",
        Said::new(
            "The list of hospitals that join another is empty.",
            "Danh sách bệnh viện sáp nhập để trống.",
        ),
        Said::new(
            "Name at least one hospital, or take the policy out.",
            "Ghi ít nhất một bệnh viện, hoặc bỏ giải pháp.",
        ),
    ),
    refuses(
        "merge::twice",
        Said::new(
            "A hospital joins another twice, in one policy or in two, or one that is gone shall stay.",
            "Một bệnh viện sáp nhập hai lần, trong một hoặc hai giải pháp, hoặc bệnh viện nhận sáp nhập không còn.",
        ),
        Said::new("Keep one of the two.", "Giữ một trong hai."),
    ),
    refuses(
        "merge::unknown-hospital",
        Said::new(
            "A merger names a hospital the base does not have.",
            "Giải pháp sáp nhập ghi một bệnh viện mà bộ số liệu gốc không có.",
        ),
        Said::new(
            "`carecast list hospitals` shows the codes.",
            "`carecast list hospitals` cho biết các mã.",
        ),
    ),
    year_outside("merge::year-outside-horizon"),
];

pub(super) const MERGES: Said = Said::new("the hospitals merge in", "bệnh viện sáp nhập");

messages! {
    no_figures() = "this base says nothing about hospitals that merge"
        => "copy the assumptions that begin with `close.` from the built-in base, with your country's figures",
        vi "bộ số liệu gốc này không có số liệu về sáp nhập bệnh viện"
        => "chép các giả định bắt đầu bằng `close.` từ bộ số liệu có sẵn, với số liệu của nước mình";
    no_hospital() = "the list of hospitals is empty: none would merge"
        => "name at least one hospital, or take the policy out",
        vi "danh sách bệnh viện để trống: không bệnh viện nào sáp nhập"
        => "ghi ít nhất một bệnh viện, hoặc bỏ giải pháp";
    twice(code: &str) = "\"{code}\" is in the list twice"
        => "keep one of the two",
        vi "\"{code}\" có hai lần trong danh sách"
        => "giữ một trong hai";
    gone_already(code: &str) = "\"{code}\" joins another hospital by an earlier policy"
        => "name hospitals that are still there, or put both mergers into one policy",
        vi "\"{code}\" đã sáp nhập theo một giải pháp trước"
        => "ghi các bệnh viện còn hoạt động, hoặc gộp hai lần sáp nhập vào một giải pháp";
    into_itself() = "a hospital cannot join itself"
        => "name the hospitals that join, and another one that stays",
        vi "một bệnh viện không thể sáp nhập vào chính nó"
        => "ghi các bệnh viện sáp nhập, và một bệnh viện khác nhận sáp nhập";
    other_province(joins: &str, into: &str) = "{joins} and {into} stand in two provinces"
        => "name hospitals of one province",
        vi "{joins} và {into} ở hai tỉnh, thành phố"
        => "ghi các bệnh viện của cùng một địa phương";
}

/// The product: these hospitals are part of that one.
pub(super) fn merged(names: &[&str], into: &str) -> String {
    say! {
        en: format!("{} merged into {into}", named(names)),
        vi: format!("{} đã sáp nhập vào {into}", named(names)),
    }
}
