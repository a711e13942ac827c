//! Messages about the policies of a scenario, whatever their kind.

use crate::said::{Message, Said, messages, say};

/// Under the year a policy begins.
pub(crate) const STARTS_HERE: Said = Said::new("it starts here", "bắt đầu tại đây");

messages! {
    id_twice(id) = "two policies have the id \"{id}\""
        => "give each its own: tables and random numbers use it",
        vi "hai giải pháp cùng mang mã \"{id}\""
        => "đặt mã riêng cho mỗi giải pháp: các bảng và các số ngẫu nhiên dùng mã này";
    starts_outside(year, first, last) = "the policy starts in {year}, outside the years we look at"
        => "the scenario runs from {first} to {last}",
        vi "giải pháp bắt đầu năm {year}, ngoài các năm được xem xét"
        => "kịch bản chạy từ năm {first} đến năm {last}";
    ends_outside(year, first, last) = "the policy ends in {year}, outside the years we look at"
        => "the scenario runs from {first} to {last}",
        vi "giải pháp kết thúc năm {year}, ngoài các năm được xem xét"
        => "kịch bản chạy từ năm {first} đến năm {last}";
    ends_before_start(from, to) = "the policy ends in {to}, before it starts in {from}"
        => "exchange the two years, or correct one",
        vi "giải pháp kết thúc năm {to}, trước khi bắt đầu năm {from}"
        => "đổi chỗ hai năm, hoặc sửa một năm";
    deadline_before_start(deadline, from) = "the deadline {deadline} is before the policy starts in {from}"
        => "move the deadline, or let the policy start earlier",
        vi "thời hạn hoàn thành năm {deadline} sớm hơn năm giải pháp bắt đầu ({from})"
        => "lùi thời hạn, hoặc cho giải pháp bắt đầu sớm hơn";
    deadline_month(got) = "a month is 1 to 12, got {got}"
        => "the month of the deadline's year at whose end the product is to be there; leave it out for December",
        vi "tháng phải từ 1 đến 12, nhận được {got}"
        => "ghi tháng trong năm hoàn thành mà cuối tháng đó phải có sản phẩm; bỏ trống là tháng 12";
    month_without_year() = "a month of a deadline is named, and no deadline"
        => "add `deadline`, its year",
        vi "có ghi tháng hoàn thành nhưng không ghi thời hạn hoàn thành"
        => "thêm `deadline`, năm hoàn thành";
    deadline_unseen(deadline, last) = "the deadline {deadline} is after the last year {last}"
        => "the run cannot tell whether it is kept; make `years` longer to see it",
        vi "thời hạn hoàn thành năm {deadline} sau năm cuối {last}"
        => "lần chạy không thể cho biết có đúng hạn hay không; kéo dài `years` để xem";
    nobody_responsible() = "nobody is named who is responsible, as others of the file have it"
        => "add `responsible: \"...\"`, the office that answers for it",
        vi "chưa ghi cơ quan chủ trì như các giải pháp khác trong tệp"
        => "thêm `responsible: \"...\"`, cơ quan chịu trách nhiệm";
    no_deadline() = "no deadline is named, as others of the file have it"
        => "add `deadline`, the year at whose end its product is to be there",
        vi "chưa ghi thời hạn hoàn thành như các giải pháp khác trong tệp"
        => "thêm `deadline`, năm mà đến cuối năm phải có sản phẩm";
    opens_too_late(percent: f64, last) = "some {percent:.0}% of its cost buys nothing by {last}: what it pays for opens later"
        => "begin earlier, or let `years` run beyond {last}: what opens afterwards is paid for and not counted",
        vi "khoảng {percent:.0}% chi phí chưa tạo ra kết quả nào đến hết năm {last}: những gì được đầu tư sẽ đưa vào hoạt động muộn hơn"
        => "bắt đầu sớm hơn, hoặc kéo dài `years` sau năm {last}: phần đưa vào hoạt động sau đó đã chi tiền nhưng không được tính";
}

/// An id of other letters than an id has; `better` is one that it may be meant for.
pub(crate) fn bad_id(id: &str, better: Option<&str>) -> Message {
    Message {
        text: say! {
            en: format!("\"{id}\" cannot be the id of a policy"),
            vi: format!("\"{id}\" không dùng làm mã giải pháp được"),
        },
        help: match better {
            Some(better) => say! {
                en: format!("write \"{better}\""),
                vi: format!("viết \"{better}\""),
            },
            None => say! {
                en: "write small letters, digits and hyphens, such as \"ntp-2026-2030\"".to_owned(),
                vi: "viết bằng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ \"ntp-2026-2030\""
                    .to_owned(),
            },
        },
    }
}
