//! What is said of [`TransferToProvince`](super::TransferToProvince).

use crate::said::{Said, messages, say};
use crate::words::codes::{Code, refuses};
use crate::words::tasks::named;

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    refuses(
        "transfer::already-decided",
        Said::new(
            "The hospital changes hands already by a decision that is part of the base.",
            "Bệnh viện đã đổi chủ quản theo một văn bản có sẵn trong bộ số liệu gốc.",
        ),
        Said::new(
            "Take it out of the list.",
            "Bỏ bệnh viện đó khỏi danh sách.",
        ),
    ),
    refuses(
        "transfer::not-a-ministry-hospital",
        Said::new(
            "Only hospitals of a ministry can be handed over, and this one belongs to somebody else.",
            "Chỉ chuyển giao được bệnh viện thuộc bộ, bệnh viện này thuộc chủ quản khác.",
        ),
        Said::new(
            "`carecast list facilities --owner ministry` shows those that can.",
            "`carecast list facilities --owner ministry` liệt kê các bệnh viện có thể chuyển giao.",
        ),
    ),
    refuses(
        "transfer::touches-nothing",
        Said::new(
            "The policy hands over no hospital.",
            "Giải pháp không chuyển giao bệnh viện nào.",
        ),
        Said::new(
            "Name at least one hospital, or take the policy out.",
            "Ghi ít nhất một bệnh viện, hoặc bỏ giải pháp.",
        ),
    ),
    refuses(
        "transfer::twice",
        Said::new(
            "The same hospital is handed over twice.",
            "Cùng một bệnh viện được chuyển giao hai lần.",
        ),
        Said::new("Keep one of the two.", "Giữ một trong hai."),
    ),
    refuses(
        "transfer::unknown-hospital",
        Said::new(
            "No hospital has the code in the list.",
            "Không có bệnh viện nào mang mã ghi trong danh sách.",
        ),
        Said::new(
            "`carecast list facilities --owner ministry` shows the codes.",
            "`carecast list facilities --owner ministry` cho biết các mã.",
        ),
    ),
    refuses(
        "transfer::year-outside-horizon",
        Said::new(
            "Hospitals would change hands in a year the run does not reach, or in one the policy does not act in.",
            "Bệnh viện đổi chủ quản vào năm ngoài kỳ mô phỏng, hoặc năm mà giải pháp không có hiệu lực.",
        ),
        Said::new(
            "Change `year`, or `from` and `to` of the policy.",
            "Sửa `year`, hoặc `from` và `to` của giải pháp.",
        ),
    ),
];

pub(super) const CHANGE_HANDS: Said = Said::new(
    "the hospitals change hands in",
    "các bệnh viện đổi chủ quản",
);

messages! {
    no_hospital() = "this policy hands over no hospital"
        => "name at least one hospital, or take the policy out",
        vi "giải pháp này không chuyển giao bệnh viện nào"
        => "ghi ít nhất một bệnh viện, hoặc bỏ giải pháp";
    twice(code) = "\"{code}\" is handed over twice"
        => "keep one of the two",
        vi "\"{code}\" được chuyển giao hai lần"
        => "giữ một trong hai";
    by_two_policies(code) = "\"{code}\" is handed over by two policies"
        => "a hospital changes hands once: keep one of the two",
        vi "\"{code}\" được chuyển giao bởi hai giải pháp"
        => "một bệnh viện chỉ đổi chủ quản một lần: giữ một trong hai";
    already_decided(hospital, year)
        = "{hospital} changes hands in {year} already: that is decided and part of the base"
        => "take it out of this list",
        vi "{hospital} đã đổi chủ quản năm {year}: việc này đã được quyết định và có trong bộ số liệu gốc"
        => "bỏ bệnh viện đó khỏi danh sách này";
    owned_privately(hospital) = "{hospital} belongs to private owners already, not to a ministry"
        => "only hospitals of a ministry can be handed over to a province",
        vi "{hospital} thuộc sở hữu tư nhân, không thuộc bộ"
        => "chỉ bệnh viện thuộc bộ mới chuyển giao được cho địa phương";
    owned_by_province(hospital) = "{hospital} belongs to its province already, not to a ministry"
        => "only hospitals of a ministry can be handed over to a province",
        vi "{hospital} đã thuộc địa phương, không thuộc bộ"
        => "chỉ bệnh viện thuộc bộ mới chuyển giao được cho địa phương";
}

/// The product of handovers: the hospitals are the provinces'.
pub(super) fn handed_over(hospitals: &[&str]) -> String {
    say! {
        en: {
            let passed = if hospitals.len() == 1 {
                "handed to its province"
            } else {
                "handed to their provinces"
            };
            format!("{} {passed}", named(hospitals))
        },
        vi: format!("chuyển giao về địa phương: {}", named(hospitals)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_product_is_said_in_a_line() {
        assert_eq!(
            handed_over(&["A", "B", "C", "D", "E", "F"]),
            "A, B, C, D and 2 more handed to their provinces"
        );
        assert_eq!(handed_over(&["A"]), "A handed to its province");
    }
}
