//! What is said of where and when plans reach their share.

use crate::said::{Said, say};
use crate::units::Year;
use crate::words::codes::{Code, refuses};

/// What happens in the year by which the whole share is reached.
pub(in crate::policy) const REACHED: Said = Said::new("the share is reached in", "tỷ lệ đạt được");

/// A list of provinces that is empty; `says` of which plan.
pub(in crate::policy) const fn no_province(code: &'static str, says: Said) -> Code {
    let way = Said::new(
        "Name at least one province, or leave `provinces` out for all of them.",
        "Ghi ít nhất một tỉnh, thành phố, hoặc bỏ `provinces` để áp dụng cho cả nước.",
    );
    refuses(code, says, way)
}

/// A province that stands twice in the list; `says` of which plan.
pub(in crate::policy) const fn province_twice(code: &'static str, says: Said) -> Code {
    refuses(
        code,
        says,
        Said::new("Keep one of the two.", "Giữ một trong hai."),
    )
}

/// A province that the base does not have; `says` who names it.
pub(in crate::policy) const fn unknown_province(code: &'static str, says: Said) -> Code {
    let way = Said::new(
        "`carecast list provinces` shows the codes.",
        "`carecast list provinces` cho biết các mã.",
    );
    refuses(code, says, way)
}

/// A year by which the share is reached that does not lie where the policy acts.
pub(in crate::policy) const fn year_outside(code: &'static str) -> Code {
    refuses(
        code,
        Said::new(
            "The share is reached in a year the run does not reach, or in one the policy does not act in.",
            "Tỷ lệ đạt được vào năm ngoài kỳ mô phỏng, hoặc năm mà giải pháp không có hiệu lực.",
        ),
        Said::new(
            "Change `by`, or `from` and `to` of the policy.",
            "Sửa `by`, hoặc `from` và `to` của giải pháp.",
        ),
    )
}

/// From when on the whole share is there, as it ends the name of a product; nothing where no year is named.
pub(in crate::policy) fn from_on(by: Option<Year>) -> String {
    by.map_or(String::new(), |year| {
        say! {
            en: format!(" from {year} on"),
            vi: format!(" từ năm {year}"),
        }
    })
}
