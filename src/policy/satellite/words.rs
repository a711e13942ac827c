//! What is said of [`SatelliteHospitals`](super::SatelliteHospitals).

use crate::said::{Said, messages, say};
use crate::words::codes::{Code, refuses, warns};
use crate::words::tasks::named;

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    refuses(
        "satellite::core-too-small",
        Said::new(
            "A regional hospital is named as the one that teaches.",
            "Một bệnh viện khu vực được chọn làm bệnh viện hạt nhân.",
        ),
        Said::new(
            "A core hospital is of the central or the provincial level: `carecast list facilities --level central`.",
            "Bệnh viện hạt nhân phải thuộc tuyến trung ương hoặc cấp tỉnh: `carecast list facilities --level central`.",
        ),
    ),
    refuses(
        "satellite::link-twice",
        Said::new(
            "The same two hospitals are linked twice in the same specialty.",
            "Hai bệnh viện được liên kết hai lần trong cùng một chuyên khoa.",
        ),
        Said::new("Keep one of the two links.", "Giữ một trong hai liên kết."),
    ),
    refuses(
        "satellite::not-a-provincial-hospital",
        Said::new(
            "The hospital that learns is not owned by a province.",
            "Bệnh viện vệ tinh không do địa phương quản lý.",
        ),
        Said::new(
            "Name a hospital of the province, such as its general hospital.",
            "Ghi một bệnh viện của địa phương, ví dụ bệnh viện đa khoa tỉnh.",
        ),
    ),
    warns(
        "satellite::other-specialty",
        Said::new(
            "A specialised hospital hands down a specialty it is not listed for.",
            "Một bệnh viện chuyên khoa chuyển giao kỹ thuật của chuyên khoa khác với chuyên khoa được ghi.",
        ),
        Said::new(
            "Right if the hospital has such a department; else change the specialty.",
            "Đúng nếu bệnh viện có khoa đó; nếu không, đổi chuyên khoa.",
        ),
    ),
    refuses(
        "satellite::own-satellite",
        Said::new(
            "A hospital is linked with itself.",
            "Một bệnh viện được liên kết với chính nó.",
        ),
        Said::new(
            "Name the hospital that learns in `satellite`.",
            "Ghi bệnh viện nhận chuyển giao vào `satellite`.",
        ),
    ),
    refuses(
        "satellite::private-core",
        Said::new(
            "A private hospital is named as the one that teaches.",
            "Một bệnh viện tư nhân được chọn làm bệnh viện hạt nhân.",
        ),
        Said::new(
            "A core hospital is a public one of the central or the provincial level.",
            "Bệnh viện hạt nhân phải là bệnh viện công lập thuộc tuyến trung ương hoặc cấp tỉnh.",
        ),
    ),
    refuses(
        "satellite::starts-outside-horizon",
        Said::new(
            "A link starts in a year the run does not reach, or in one the policy does not act in.",
            "Liên kết bắt đầu vào năm ngoài kỳ mô phỏng, hoặc năm mà giải pháp không có hiệu lực.",
        ),
        Said::new(
            "Change `from` of the link, or `from` and `to` of the policy.",
            "Sửa `from` của liên kết, hoặc `from` và `to` của giải pháp.",
        ),
    ),
    refuses(
        "satellite::touches-nothing",
        Said::new(
            "A policy links no hospitals.",
            "Giải pháp không liên kết bệnh viện nào.",
        ),
        Said::new(
            "Add at least one link, or take the policy out.",
            "Thêm ít nhất một liên kết, hoặc bỏ giải pháp.",
        ),
    ),
    warns(
        "satellite::turned-around",
        Said::new(
            "A hospital that specialises in the specialty of a link is the one that learns, from one that does not.",
            "Bệnh viện chuyên về chuyên khoa của liên kết lại là bên nhận, còn bên chuyển giao thì không chuyên về chuyên khoa đó.",
        ),
        Said::new(
            "Exchange `core` and `satellite`, unless it is meant so.",
            "Đổi chỗ `core` và `satellite`, trừ khi đúng chủ ý.",
        ),
    ),
    refuses(
        "satellite::unknown-hospital",
        Said::new(
            "No hospital has the code given in `core` or `satellite`.",
            "Không có bệnh viện nào mang mã ghi ở `core` hoặc `satellite`.",
        ),
        Said::new(
            "`carecast list facilities --match TEXT` finds the code; stations are not hospitals.",
            "Tìm mã bằng `carecast list facilities --match TEXT`; trạm y tế không phải là bệnh viện.",
        ),
    ),
    refuses(
        "satellite::unknown-specialty",
        Said::new(
            "The base counts no referrals in the specialty.",
            "Bộ số liệu gốc không có số chuyển tuyến của chuyên khoa này.",
        ),
        Said::new(
            "Take one of the specialties the message lists; referrals.csv of the base holds them.",
            "Dùng một trong các chuyên khoa mà thông báo liệt kê; các chuyên khoa ghi trong referrals.csv của bộ số liệu gốc.",
        ),
    ),
    warns(
        "satellite::year-left-out",
        Said::new(
            "One link of a policy has no year of its own while others have; it starts in the first year of the policy.",
            "Một liên kết của giải pháp không có năm riêng trong khi các liên kết khác có; liên kết này bắt đầu từ năm đầu của giải pháp.",
        ),
        Said::new(
            "Add `from` to the link, or leave it out of all links of the policy.",
            "Thêm `from` cho liên kết, hoặc bỏ `from` ở mọi liên kết của giải pháp.",
        ),
    ),
];

pub(super) const STARTS: Said = Said::new("the link starts in", "liên kết bắt đầu");

messages! {
    no_links() = "this policy links no hospitals"
        => "add at least one link, or take the policy out",
        vi "giải pháp này không liên kết bệnh viện nào"
        => "thêm ít nhất một liên kết, hoặc bỏ giải pháp";
    year_left_out(start)
        = "this link has no year of its own, others of the policy have: it starts with the policy in {start}"
        => "add `from` to the link, or leave it out of all",
        vi "liên kết này không có năm riêng, các liên kết khác của giải pháp thì có: liên kết bắt đầu cùng giải pháp năm {start}"
        => "thêm `from` cho liên kết, hoặc bỏ `from` ở mọi liên kết";
    link_twice(core, specialty, satellite) = "\"{core}\" already hands {specialty} down to \"{satellite}\""
        => "keep one of the two links",
        vi "\"{core}\" đã chuyển giao kỹ thuật {specialty} cho \"{satellite}\""
        => "giữ một trong hai liên kết";
    linked_already(policy, specialty) = "the policy \"{policy}\" already links these two in {specialty}"
        => "keep one of the two links",
        vi "giải pháp \"{policy}\" đã liên kết hai bệnh viện này về {specialty}"
        => "giữ một trong hai liên kết";
    own_satellite() = "a hospital cannot be its own satellite"
        => "name the hospital that learns",
        vi "một bệnh viện không thể là vệ tinh của chính mình"
        => "ghi bệnh viện nhận chuyển giao";
    private_core(core) = "{core} is private and cannot be a core hospital"
        => "a core hospital is a public one of the central or the provincial level",
        vi "{core} là bệnh viện tư nhân, không thể làm bệnh viện hạt nhân"
        => "bệnh viện hạt nhân phải là bệnh viện công lập thuộc tuyến trung ương hoặc cấp tỉnh";
    core_too_small(core) = "{core} is a regional hospital and cannot be a core hospital"
        => "a core hospital is of the central or the provincial level",
        vi "{core} là bệnh viện khu vực, không thể làm bệnh viện hạt nhân"
        => "bệnh viện hạt nhân phải thuộc tuyến trung ương hoặc cấp tỉnh";
    not_provincial(hospital) = "{hospital} is not owned by a province"
        => "a satellite is a hospital of the province, such as its general hospital",
        vi "{hospital} không do địa phương quản lý"
        => "bệnh viện vệ tinh là bệnh viện của địa phương, ví dụ bệnh viện đa khoa tỉnh";
    unknown_specialty(specialty, help) = "the base counts no referrals in the specialty \"{specialty}\""
        => "{help}",
        vi "bộ số liệu gốc không có số chuyển tuyến của chuyên khoa \"{specialty}\""
        => "{help}";
    other_specialty(core, listed, asked) = "{core} is listed for {listed}, not for {asked}"
        => "right if the hospital has such a department; else change the specialty",
        vi "{core} thuộc chuyên khoa {listed}, không phải {asked}"
        => "đúng nếu bệnh viện có khoa đó; nếu không, đổi chuyên khoa";
    turned_around(satellite, specialty, core)
        = "\"{satellite}\" specialises in {specialty} and would learn it from \"{core}\", which does not"
        => "were `core` and `satellite` exchanged?",
        vi "\"{satellite}\" chuyên về {specialty} mà lại nhận chuyển giao từ \"{core}\", nơi không chuyên về chuyên khoa đó"
        => "có đổi chỗ `core` và `satellite` không?";
}

/// The product of links between hospitals: all of them open.
pub(super) fn links(satellites: &[&str], links: usize) -> String {
    say! {
        en: {
            let links = if links == 1 {
                "1 link".to_owned()
            } else {
                format!("{links} links")
            };
            format!("{links} open to {}", named(satellites))
        },
        vi: format!(
            "{links} liên kết chuyển giao kỹ thuật hoạt động tại {}",
            named(satellites)
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_product_is_said_in_a_line() {
        assert_eq!(links(&["A"], 1), "1 link open to A");
        assert_eq!(links(&["A", "B"], 3), "3 links open to A and B");
    }
}
