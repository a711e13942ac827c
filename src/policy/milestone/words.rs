//! What is said of [`ReachMilestone`](super::ReachMilestone).

use crate::said::{Message, Said, messages, say};
use crate::words::codes::{Code, refuses, warns};
use crate::words::number::decimal;

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    warns(
        "milestone::faster-than-any",
        Said::new(
            "The planned time is shorter than that of any real project of the milestone's class.",
            "Thời gian theo kế hoạch ngắn hơn mọi dự án thực tế cùng nhóm với mốc công việc.",
        ),
        Said::new(
            "The run plans for that shortest time. Start earlier, or plan for a later year.",
            "Mô hình lấy thời gian ngắn nhất đó. Bắt đầu sớm hơn, hoặc đặt kế hoạch vào năm muộn hơn.",
        ),
    ),
    refuses(
        "milestone::is-a-project",
        Said::new(
            "The milestone is reached when a building project of the base opens, and no policy hastens that.",
            "Mốc công việc hoàn thành khi một dự án xây dựng của bộ số liệu gốc đi vào hoạt động, và không giải pháp nào đẩy nhanh được.",
        ),
        Said::new(
            "Choose a milestone that is no project of projects.csv.",
            "Chọn một mốc công việc không phải dự án trong projects.csv.",
        ),
    ),
    warns(
        "milestone::no-effort",
        Said::new(
            "With an effort of 0 the work never begins.",
            "Với nhịp độ bằng 0, công việc không bao giờ bắt đầu.",
        ),
        Said::new(
            "Write 1 to finish as planned, or take the policy out.",
            "Ghi 1 để hoàn thành theo kế hoạch, hoặc bỏ giải pháp.",
        ),
    ),
    refuses(
        "milestone::outside-horizon",
        Said::new(
            "A milestone is planned for a year the run does not reach, or in which the policy does not act.",
            "Mốc công việc đặt vào năm ngoài kỳ mô phỏng, hoặc năm mà giải pháp không có hiệu lực.",
        ),
        Said::new(
            "Change `by`, or `from` and `to` of the policy, or the `years` of the scenario.",
            "Sửa `by`, hoặc `from` và `to` của giải pháp, hoặc `years` của kịch bản.",
        ),
    ),
    warns(
        "milestone::under-way",
        Said::new(
            "The milestone is under way without any policy and planned for the same year or an earlier one.",
            "Mốc công việc đang được thực hiện mà không cần giải pháp nào, và theo kế hoạch hoàn thành vào cùng năm hoặc sớm hơn.",
        ),
        Said::new(
            "Plan for an earlier year, or take the policy out.",
            "Đặt năm sớm hơn, hoặc bỏ giải pháp.",
        ),
    ),
    refuses(
        "milestone::unknown",
        Said::new(
            "The base has no milestone of this id.",
            "Bộ số liệu gốc không có mốc công việc mang mã này.",
        ),
        Said::new(
            "The milestones are the rows of milestones.csv of the base.",
            "Các mốc công việc là các hàng của milestones.csv trong bộ số liệu gốc.",
        ),
    ),
];

pub(super) const PLANNED: Said = Said::new(
    "the milestone is planned for",
    "mốc công việc đặt kế hoạch vào",
);

messages! {
    no_effort() = "without effort the work never begins"
        => "1 finishes as planned; or take the policy out",
        vi "nhịp độ bằng 0 thì công việc không bao giờ bắt đầu"
        => "ghi 1 để hoàn thành theo kế hoạch; hoặc bỏ giải pháp";
    unknown(id, help) = "the base has no milestone \"{id}\"" => "{help}",
        vi "bộ số liệu gốc không có mốc công việc \"{id}\""
        => "{help}";
    is_a_project(id) = "\"{id}\" is reached when its building project opens, which no policy hastens"
        => "choose a milestone that is no project of projects.csv",
        vi "\"{id}\" hoàn thành khi dự án xây dựng đi vào hoạt động, không giải pháp nào đẩy nhanh được"
        => "chọn một mốc công việc không phải dự án trong projects.csv";
    under_way(planned)
        = "this milestone is under way already, planned for {planned}: the policy brings nothing forward"
        => "plan for an earlier year, or take the policy out",
        vi "mốc công việc này đang được thực hiện, theo kế hoạch hoàn thành năm {planned}: giải pháp không làm sớm hơn"
        => "đặt năm sớm hơn, hoặc bỏ giải pháp";
}

/// Work is planned to take less time than any real project.
pub(super) fn faster_than_any(planned: f64, class: &str, shortest: f64) -> Message {
    say! {
        en: Message {
            text: format!("{planned:.0} planned year(s) of work: no real project of the class `{class}` was planned for fewer than {shortest:.1} years"),
            help: "the run plans for that many years; start earlier or plan for a later year".to_owned(),
        },
        vi: Message {
            text: format!(
                "kế hoạch {planned:.0} năm thực hiện: không dự án thực tế nào thuộc nhóm `{class}` có kế hoạch dưới {} năm",
                decimal(shortest, 1)
            ),
            help: "mô hình lấy số năm đó; bắt đầu sớm hơn hoặc đặt kế hoạch vào năm muộn hơn".to_owned(),
        },
    }
}

/// The milestones of a base.
pub(super) fn known(ids: &[&str]) -> String {
    if ids.is_empty() {
        say! {
            en: "the base has no milestones: add rows to milestones.csv".to_owned(),
            vi: "bộ số liệu gốc không có mốc công việc: thêm hàng vào milestones.csv".to_owned(),
        }
    } else {
        say! {
            en: format!("the milestones are: {}", ids.join(", ")),
            vi: format!("các mốc công việc: {}", ids.join(", ")),
        }
    }
}
