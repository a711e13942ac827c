//! What is said of [`RetirementExtension`](super::RetirementExtension).

use crate::said::{Said, messages, say};
use crate::words::codes::{Code, refuses, warns};
use crate::words::number::percent;

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    refuses(
        "retirement::no-posts",
        Said::new(
            "The staff of this occupation are not followed by employer, so nobody knows who of them is public.",
            "Nhóm nhân lực này không được theo dõi theo đơn vị sử dụng, nên không biết ai thuộc khu vực công lập.",
        ),
        Said::new(
            "Name an occupation with posts: the message lists them.",
            "Ghi một nhóm có vị trí việc làm: thông báo liệt kê các nhóm.",
        ),
    ),
    warns(
        "retirement::size-zero",
        Said::new(
            "A share of 0 keeps nobody at work.",
            "Tỷ lệ bằng 0 thì không giữ lại ai.",
        ),
        Said::new(
            "Write the share of those who would retire, or take the policy out; a run with it gives the numbers of the run without it.",
            "Ghi tỷ lệ người đến tuổi nghỉ hưu tiếp tục làm việc, hoặc bỏ giải pháp; để nguyên thì kết quả như không có giải pháp.",
        ),
    ),
    refuses(
        "retirement::twice",
        Said::new(
            "Two policies keep the staff of one occupation at work in the same years, and it is not said which age holds.",
            "Hai giải pháp cùng kéo dài thời gian công tác của một nhóm nhân lực trong cùng các năm, nên không rõ áp dụng tuổi nào.",
        ),
        Said::new(
            "Keep one of the two, or give them years that do not overlap.",
            "Giữ một trong hai, hoặc đặt các năm không trùng nhau.",
        ),
    ),
    refuses(
        "retirement::unknown-occupation",
        Said::new(
            "The base has no occupation with this code.",
            "Bộ số liệu gốc không có nhóm nhân lực mang mã này.",
        ),
        Said::new(
            "Occupations are written in the singular: the message lists them.",
            "Mã nhóm nhân lực viết ở số ít: thông báo liệt kê các mã.",
        ),
    ),
];

messages! {
    keeps_nobody() = "a share of 0 keeps nobody"
        => "write the share of those who would retire that works on: 0.3 is three in ten",
        vi "tỷ lệ bằng 0 không giữ lại ai"
        => "ghi tỷ lệ người đến tuổi nghỉ hưu tiếp tục làm việc: 0.3 là ba trên mười người";
    twice(policy, occupation) = "the policy \"{policy}\" keeps \"{occupation}\" at work in the same years"
        => "keep one of the two, or give them years that do not overlap",
        vi "giải pháp \"{policy}\" đã kéo dài thời gian công tác của \"{occupation}\" trong cùng các năm"
        => "giữ một trong hai, hoặc đặt các năm không trùng nhau";
}

/// Staff work on.
pub(super) fn work_on(plural: &str, share: f64, age: u32) -> String {
    say! {
        en: format!(
            "{} of the {plural} who would retire kept at work, to {age} at most",
            percent(share)
        ),
        vi: format!(
            "{} số {plural} đến tuổi nghỉ hưu tiếp tục làm việc, tối đa đến {age} tuổi",
            percent(share)
        ),
    }
}
