//! What is said of [`StationServices`](super::StationServices).

use super::Service;
use crate::said::{Said, messages, say};
use crate::units::Year;
use crate::words::codes::{Code, refuses, warns};
use crate::words::hindcast::and;
use crate::words::number::percent;

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    refuses(
        "services::no-figures",
        Said::new(
            "The base holds no assumptions on visits and what stations offer.",
            "Bộ số liệu gốc không có giả định về lượt khám và dịch vụ của trạm y tế xã.",
        ),
        Said::new(
            "Copy those that begin with `services.` from the built-in base and write your country's figures.",
            "Chép các giả định bắt đầu bằng `services.` từ bộ số liệu có sẵn và ghi số liệu của nước mình.",
        ),
    ),
    refuses(
        "services::no-province",
        Said::new(
            "The list of provinces of a plan of station services is empty.",
            "Danh sách tỉnh, thành phố của kế hoạch dịch vụ tại trạm y tế để trống.",
        ),
        Said::new(
            "Name at least one province, or leave `provinces` out for all of them.",
            "Ghi ít nhất một tỉnh, thành phố, hoặc bỏ `provinces` để áp dụng cho cả nước.",
        ),
    ),
    refuses(
        "services::no-service",
        Said::new(
            "The list of services of a plan of station services is empty.",
            "Danh sách dịch vụ của kế hoạch dịch vụ tại trạm y tế để trống.",
        ),
        Said::new(
            "Name Chronic or Tests, or leave `services` out for both.",
            "Ghi Chronic hoặc Tests, hoặc bỏ `services` để lấy cả hai.",
        ),
    ),
    refuses(
        "services::province-twice",
        Said::new(
            "A province stands twice in the list of a plan of station services.",
            "Một tỉnh, thành phố có hai lần trong danh sách của kế hoạch dịch vụ tại trạm y tế.",
        ),
        Said::new("Keep one of the two.", "Giữ một trong hai."),
    ),
    refuses(
        "services::service-twice",
        Said::new(
            "A service stands twice in the list of a plan of station services.",
            "Một dịch vụ có hai lần trong danh sách của kế hoạch dịch vụ tại trạm y tế.",
        ),
        Said::new("Keep one of the two.", "Giữ một trong hai."),
    ),
    warns(
        "services::size-zero",
        Said::new(
            "No station offers anything more.",
            "Không trạm y tế nào cung cấp thêm dịch vụ.",
        ),
        Said::new(
            "Write the share of stations that do, or take the policy out.",
            "Ghi tỷ lệ trạm y tế cung cấp thêm dịch vụ, hoặc bỏ giải pháp.",
        ),
    ),
    refuses(
        "services::unknown-province",
        Said::new(
            "A plan of station services names a province the base does not have.",
            "Kế hoạch dịch vụ tại trạm y tế ghi một tỉnh, thành phố mà bộ số liệu gốc không có.",
        ),
        Said::new(
            "`carecast list provinces` shows the codes.",
            "`carecast list provinces` cho biết các mã.",
        ),
    ),
    refuses(
        "services::year-outside-horizon",
        Said::new(
            "The share is reached in a year the run does not reach, or in one the policy does not act in.",
            "Tỷ lệ đạt được vào năm ngoài kỳ mô phỏng, hoặc năm mà giải pháp không có hiệu lực.",
        ),
        Said::new(
            "Change `by`, or `from` and `to` of the policy.",
            "Sửa `by`, hoặc `from` và `to` của giải pháp.",
        ),
    ),
];

pub(super) const REACHED: Said = Said::new("the share is reached in", "tỷ lệ đạt được");

messages! {
    no_figures() = "this base says nothing about visits and what stations offer"
        => "copy the assumptions that begin with `services.` from the built-in base, with your country's figures",
        vi "bộ số liệu gốc này không có số liệu về lượt khám và dịch vụ của trạm y tế xã"
        => "chép các giả định bắt đầu bằng `services.` từ bộ số liệu có sẵn, với số liệu của nước mình";
    no_province() = "the list of provinces is empty: no station would offer more"
        => "name at least one province, or leave `provinces` out for all of them",
        vi "danh sách tỉnh, thành phố để trống: không trạm nào cung cấp thêm dịch vụ"
        => "ghi ít nhất một tỉnh, thành phố, hoặc bỏ `provinces` để áp dụng cho cả nước";
    no_service() = "the list of services is empty: stations would offer nothing more"
        => "name Chronic or Tests, or leave `services` out for both",
        vi "danh sách dịch vụ để trống: trạm không cung cấp thêm gì"
        => "ghi Chronic hoặc Tests, hoặc bỏ `services` để lấy cả hai";
    service_twice() = "this service is in the list twice"
        => "keep one of the two",
        vi "dịch vụ này có hai lần trong danh sách"
        => "giữ một trong hai";
    changes_nothing() = "a share of 0 equips no station"
        => "write the share of stations that offer more: 1 is all of them",
        vi "tỷ lệ bằng 0 thì không trang bị cho trạm nào"
        => "ghi tỷ lệ trạm y tế cung cấp thêm dịch vụ: 1 là toàn bộ";
}

fn service(service: Service) -> &'static str {
    match service {
        Service::Chronic => say!(
            en: "care of high blood pressure and diabetes",
            vi: "quản lý tăng huyết áp và đái tháo đường"
        ),
        Service::Tests => {
            say!(en: "tests on the spot", vi: "xét nghiệm, siêu âm, điện tim tại chỗ")
        }
    }
}

/// The product: so many stations offer this.
pub(super) fn offered(share: f64, services: &[Service], by: Option<Year>) -> String {
    let names: Vec<&str> = services.iter().map(|s| service(*s)).collect();
    say! {
        en: {
            let by = by.map_or(String::new(), |year| format!(" from {year} on"));
            format!("{} of the stations equipped for {}{by}", percent(share), and(&names))
        },
        vi: {
            let by = by.map_or(String::new(), |year| format!(" từ năm {year}"));
            format!("{} trạm y tế xã được trang bị để {}{by}", percent(share), and(&names))
        },
    }
}
