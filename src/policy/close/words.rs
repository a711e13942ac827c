//! What is said of [`CloseHospital`](super::CloseHospital).

use crate::said::{Said, messages, say};
use crate::words::codes::{Code, refuses};
use crate::words::tasks::named;

/// A base without assumptions on hospitals that go.
pub(in crate::policy) const fn no_assumptions(code: &'static str) -> Code {
    refuses(
        code,
        Said::new(
            "The base holds no assumptions on hospitals that close or merge.",
            "Bộ số liệu gốc không có giả định về giải thể và sáp nhập bệnh viện.",
        ),
        Said::new(
            "Copy those that begin with `close.` from the built-in base and write your country's figures.",
            "Chép các giả định bắt đầu bằng `close.` từ bộ số liệu có sẵn và ghi số liệu của nước mình.",
        ),
    )
}

/// A hospital that no province owns.
pub(in crate::policy) const fn not_the_provinces(code: &'static str) -> Code {
    refuses(
        code,
        Said::new(
            "A hospital is named that no province owns: one of a ministry, also one on its way to the province, or a private one.",
            "Bệnh viện được ghi không thuộc địa phương: của bộ, kể cả đang chờ chuyển giao, hoặc của tư nhân.",
        ),
        Said::new(
            "Name hospitals that the province owns in the base year.",
            "Ghi các bệnh viện thuộc địa phương quản lý trong năm gốc.",
        ),
    )
}

/// A year in which no hospital can go.
pub(in crate::policy) const fn year_outside(code: &'static str) -> Code {
    refuses(
        code,
        Said::new(
            "Hospitals close or merge in a year the run does not reach, or in one the policy does not act in.",
            "Việc giải thể hoặc sáp nhập vào năm ngoài kỳ mô phỏng, hoặc năm mà giải pháp không có hiệu lực.",
        ),
        Said::new(
            "Change `year`, or `from` and `to` of the policy.",
            "Sửa `year`, hoặc `from` và `to` của giải pháp.",
        ),
    )
}

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    no_assumptions("close::no-figures"),
    not_the_provinces("close::not-the-provinces"),
    refuses(
        "close::touches-nothing",
        Said::new(
            "The list of hospitals that close is empty.",
            "Danh sách bệnh viện giải thể để trống.",
        ),
        Said::new(
            "Name at least one hospital, or take the policy out.",
            "Ghi ít nhất một bệnh viện, hoặc bỏ giải pháp.",
        ),
    ),
    refuses(
        "close::twice",
        Said::new(
            "A hospital closes twice, in one policy or in two.",
            "Một bệnh viện giải thể hai lần, trong một hoặc hai giải pháp.",
        ),
        Said::new("Keep one of the two.", "Giữ một trong hai."),
    ),
    refuses(
        "close::unknown-hospital",
        Said::new(
            "A closure names a hospital the base does not have.",
            "Giải pháp giải thể ghi một bệnh viện mà bộ số liệu gốc không có.",
        ),
        Said::new(
            "`carecast list hospitals` shows the codes.",
            "`carecast list hospitals` cho biết các mã.",
        ),
    ),
    year_outside("close::year-outside-horizon"),
];

pub(super) const CLOSES: Said = Said::new("the hospitals close in", "bệnh viện giải thể");

messages! {
    no_figures() = "this base says nothing about hospitals that close"
        => "copy the assumptions that begin with `close.` from the built-in base, with your country's figures",
        vi "bộ số liệu gốc này không có số liệu về giải thể bệnh viện"
        => "chép các giả định bắt đầu bằng `close.` từ bộ số liệu có sẵn, với số liệu của nước mình";
    no_hospital() = "the list of hospitals is empty: none would close"
        => "name at least one hospital, or take the policy out",
        vi "danh sách bệnh viện để trống: không bệnh viện nào giải thể"
        => "ghi ít nhất một bệnh viện, hoặc bỏ giải pháp";
    twice(code: &str) = "\"{code}\" is in the list twice"
        => "keep one of the two",
        vi "\"{code}\" có hai lần trong danh sách"
        => "giữ một trong hai";
    by_two_policies(code: &str) = "\"{code}\" closes by an earlier policy already"
        => "keep one of the two",
        vi "\"{code}\" đã giải thể theo một giải pháp trước"
        => "giữ một trong hai";
    owned_privately(name: &str) = "{name} is owned privately: no province closes or merges it"
        => "name hospitals that the province owns",
        vi "{name} thuộc tư nhân: địa phương không giải thể hoặc sáp nhập được"
        => "ghi các bệnh viện thuộc địa phương quản lý";
    owned_by_ministry(name: &str) = "{name} is owned by a ministry: no province closes or merges it"
        => "name hospitals that the province owns",
        vi "{name} thuộc bộ quản lý: địa phương không giải thể hoặc sáp nhập được"
        => "ghi các bệnh viện thuộc địa phương quản lý";
    on_its_way(name: &str) = "{name} is a ministry's on its way to the province: nobody knows in which year it arrives"
        => "name hospitals that the province owns in the base year",
        vi "{name} thuộc bộ, đang chờ chuyển giao về địa phương: chưa rõ năm hoàn thành"
        => "ghi các bệnh viện thuộc địa phương quản lý trong năm gốc";
}

/// The product: these hospitals are closed.
pub(super) fn closed(names: &[&str]) -> String {
    say! {
        en: format!("{} closed", named(names)),
        vi: format!("{} đã giải thể", named(names)),
    }
}
