//! What is said of [`StationServices`](super::StationServices).

use super::Service;
use crate::policy::rollout::words as rollout;
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
    rollout::no_province(
        "services::no-province",
        Said::new(
            "The list of provinces of a plan of station services is empty.",
            "Danh sách tỉnh, thành phố của kế hoạch dịch vụ tại trạm y tế để trống.",
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
    rollout::province_twice(
        "services::province-twice",
        Said::new(
            "A province stands twice in the list of a plan of station services.",
            "Một tỉnh, thành phố có hai lần trong danh sách của kế hoạch dịch vụ tại trạm y tế.",
        ),
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
    rollout::unknown_province(
        "services::unknown-province",
        Said::new(
            "A plan of station services names a province the base does not have.",
            "Kế hoạch dịch vụ tại trạm y tế ghi một tỉnh, thành phố mà bộ số liệu gốc không có.",
        ),
    ),
    rollout::year_outside("services::year-outside-horizon"),
];

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
            let by = rollout::from_on(by);
            format!("{} of the stations equipped for {}{by}", percent(share), and(&names))
        },
        vi: {
            let by = rollout::from_on(by);
            format!("{} trạm y tế xã được trang bị để {}{by}", percent(share), and(&names))
        },
    }
}
