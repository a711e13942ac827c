//! What is said of [`SecondCampus`](super::SecondCampus).

use crate::said::{Said, messages, say};
use crate::words::codes::{Code, refuses, warns};
use crate::words::number::grouped;

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    warns(
        "campus::cost-implausible",
        Said::new(
            "The cost of a campus divided by its beds is less than a third or more than three times the usual cost of a bed.",
            "Tổng mức đầu tư cơ sở mới chia cho số giường chưa đến một phần ba hoặc hơn ba lần suất đầu tư thông thường của một giường.",
        ),
        Said::new(
            "Amounts are in the currency unit of the base (billion VND). Leave `cost` out to take beds times the usual cost.",
            "Số tiền tính theo đơn vị tiền của bộ số liệu gốc (tỷ đồng). Bỏ `cost` thì lấy số giường nhân với suất đầu tư thông thường.",
        ),
    ),
    refuses(
        "campus::opens-outside-horizon",
        Said::new(
            "A campus would open in a year the run does not reach, or in one the policy does not act in.",
            "Cơ sở mới đi vào hoạt động vào năm ngoài kỳ mô phỏng, hoặc năm mà giải pháp không có hiệu lực.",
        ),
        Said::new(
            "Change `opens`, or `from` and `to` of the policy, or the `years` of the scenario.",
            "Sửa `opens`, hoặc `from` và `to` của giải pháp, hoặc `years` của kịch bản.",
        ),
    ),
    refuses(
        "campus::replaces-too-many",
        Said::new(
            "A campus would close more beds at home than the hospital has.",
            "Cơ sở mới làm đóng nhiều giường ở cơ sở cũ hơn số giường bệnh viện có.",
        ),
        Said::new(
            "Lower `replaces`: the share of the new beds that stands for beds closed at home.",
            "Giảm `replaces`: tỷ lệ giường mới thay cho giường đóng ở cơ sở cũ.",
        ),
    ),
    warns(
        "campus::touches-nothing",
        Said::new(
            "A campus has no beds: it is never built and costs nothing.",
            "Cơ sở mới không có giường: không được xây dựng và không tốn kinh phí.",
        ),
        Said::new(
            "Right as the end of a sweep; else write how many beds it has.",
            "Phù hợp khi là điểm đầu của một phép quét tham số; nếu không, ghi số giường.",
        ),
    ),
    refuses(
        "campus::unknown-hospital",
        Said::new(
            "No hospital has the code given in `hospital`.",
            "Không có bệnh viện nào mang mã ghi ở `hospital`.",
        ),
        Said::new(
            "`carecast list facilities --match TEXT` finds the code; stations cannot open a campus.",
            "Tìm mã bằng `carecast list facilities --match TEXT`; trạm y tế không mở được cơ sở mới.",
        ),
    ),
    refuses(
        "campus::unknown-province",
        Said::new(
            "No province has the code given in `province`.",
            "Không có tỉnh, thành phố nào mang mã ghi ở `province`.",
        ),
        Said::new(
            "`carecast list provinces` shows the codes.",
            "`carecast list provinces` cho biết các mã.",
        ),
    ),
    warns(
        "campus::very-large",
        Said::new(
            "A campus has more beds than the largest hospital of the base: often a zero too many.",
            "Cơ sở mới có nhiều giường hơn bệnh viện lớn nhất của bộ số liệu gốc: thường do thừa một số 0.",
        ),
        Said::new(
            "Check the number of beds; several campuses are several policies.",
            "Kiểm tra số giường; nhiều cơ sở mới thì ghi thành nhiều giải pháp.",
        ),
    ),
];

pub(super) const OPENS: Said = Said::new("the campus opens in", "cơ sở mới đi vào hoạt động");

messages! {
    no_beds() = "a campus without beds is never built and costs nothing"
        => "right as the end of a sweep; else write how many beds it has",
        vi "cơ sở mới không có giường thì không được xây dựng và không tốn kinh phí"
        => "phù hợp khi là điểm đầu của một phép quét tham số; nếu không, ghi số giường";
    very_large(beds, largest)
        = "{beds} beds are more than any hospital of the base has (at most {largest})"
        => "is there a zero too many? Several campuses are several policies",
        vi "{beds} giường là nhiều hơn mọi bệnh viện của bộ số liệu gốc (nhiều nhất {largest})"
        => "có thừa một số 0 không? Nhiều cơ sở mới thì ghi thành nhiều giải pháp";
    cost(beds, cost, currency, asked, usual)
        = "{beds} beds for {cost} {currency} is {asked} a bed; the usual cost is about {usual}"
        => "is the amount in {currency}? Leave `cost` out to take beds times the usual cost",
        vi "{beds} giường với {cost} {currency} là {asked} mỗi giường; mức thông thường khoảng {usual}"
        => "số tiền có đúng theo {currency} không? Bỏ `cost` thì lấy số giường nhân với suất đầu tư thông thường";
    replaces(closed, home, has)
        = "the campus would close {closed} beds at {home}, which has about {has}"
        => "lower `replaces`: the share of the new beds that stands for beds closed at home",
        vi "cơ sở mới làm đóng {closed} giường ở {home}, nơi có khoảng {has} giường"
        => "giảm `replaces`: tỷ lệ giường mới thay cho giường đóng ở cơ sở cũ";
}

/// The product of a campus: it is open.
pub(super) fn campus(beds: f64, hospital: &str, province: &str) -> String {
    let noun = if beds == 1.0 { "bed" } else { "beds" };
    say! {
        en: format!("{} {noun} of {hospital} open in {province}", grouped(beds)),
        vi: format!("{} giường bệnh của {hospital} đưa vào hoạt động tại {province}", grouped(beds)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_product_is_said_in_a_line() {
        assert_eq!(campus(1200.0, "A", "B"), "1,200 beds of A open in B");
    }
}
