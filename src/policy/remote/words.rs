//! What is said of [`RemoteConsultation`](super::RemoteConsultation).

use crate::policy::rollout::words as rollout;
use crate::said::{Said, messages, say};
use crate::units::Year;
use crate::words::codes::{Code, refuses, warns};
use crate::words::number::percent;

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    refuses(
        "remote::no-figures",
        Said::new(
            "The base holds no assumptions on advice over a line.",
            "Bộ số liệu gốc không có giả định về hội chẩn từ xa.",
        ),
        Said::new(
            "Copy those that begin with `remote.` from the built-in base and write your country's figures.",
            "Chép các giả định bắt đầu bằng `remote.` từ bộ số liệu có sẵn và ghi số liệu của nước mình.",
        ),
    ),
    rollout::no_province(
        "remote::no-province",
        Said::new(
            "The list of provinces of a plan of remote consultation is empty.",
            "Danh sách tỉnh, thành phố của kế hoạch hội chẩn từ xa để trống.",
        ),
    ),
    rollout::province_twice(
        "remote::province-twice",
        Said::new(
            "A province stands twice in the list of a plan of remote consultation.",
            "Một tỉnh, thành phố có hai lần trong danh sách của kế hoạch hội chẩn từ xa.",
        ),
    ),
    warns(
        "remote::size-zero",
        Said::new(
            "No hospital has a line to ask for advice.",
            "Không bệnh viện nào có điểm cầu hội chẩn từ xa.",
        ),
        Said::new(
            "Write the share of hospitals that have one, or take the policy out.",
            "Ghi tỷ lệ bệnh viện có điểm cầu, hoặc bỏ giải pháp.",
        ),
    ),
    rollout::unknown_province(
        "remote::unknown-province",
        Said::new(
            "A plan of remote consultation names a province the base does not have.",
            "Kế hoạch hội chẩn từ xa ghi một tỉnh, thành phố mà bộ số liệu gốc không có.",
        ),
    ),
    rollout::year_outside("remote::year-outside-horizon"),
];

messages! {
    no_figures() = "this base says nothing about advice over a line"
        => "copy the assumptions that begin with `remote.` from the built-in base, with your country's figures",
        vi "bộ số liệu gốc này không có số liệu về hội chẩn từ xa"
        => "chép các giả định bắt đầu bằng `remote.` từ bộ số liệu có sẵn, với số liệu của nước mình";
    no_province() = "the list of provinces is empty: nobody could ask for advice"
        => "name at least one province, or leave `provinces` out for all of them",
        vi "danh sách tỉnh, thành phố để trống: không nơi nào hội chẩn từ xa"
        => "ghi ít nhất một tỉnh, thành phố, hoặc bỏ `provinces` để áp dụng cho cả nước";
    changes_nothing() = "a share of 0 opens no line"
        => "write the share of the provinces' hospitals that have a line: 1 is all of them",
        vi "tỷ lệ bằng 0 thì không mở điểm cầu nào"
        => "ghi tỷ lệ bệnh viện của địa phương có điểm cầu: 1 là toàn bộ";
}

/// The product: so many hospitals have a line.
pub(super) fn lines(share: f64, by: Option<Year>) -> String {
    say! {
        en: {
            let by = rollout::from_on(by);
            format!("{} of the provinces' hospitals can ask Central ones for advice over a line{by}", percent(share))
        },
        vi: {
            let by = rollout::from_on(by);
            format!("{} bệnh viện của địa phương hội chẩn từ xa được với tuyến trung ương{by}", percent(share))
        },
    }
}
