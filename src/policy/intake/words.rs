//! What is said of [`TrainingIntake`](super::TrainingIntake).

use crate::said::{Message, Said, messages, say};
use crate::words::codes::{Code, refuses, warns};
use crate::words::number::decimal;
use std::fmt::Display;

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    warns(
        "intake::after-last-year",
        Said::new(
            "Places are added so late that the first added class is licensed after the last year of the run: it shows what they cost and not what they bring.",
            "Chỉ tiêu tuyển sinh tăng quá muộn, nên khóa tăng thêm đầu tiên chỉ được cấp giấy phép hành nghề sau năm cuối của kỳ mô phỏng: kết quả cho thấy chi phí mà chưa cho thấy hiệu quả.",
        ),
        Said::new(
            "Make `years` longer, or let the policy start earlier.",
            "Kéo dài `years`, hoặc cho giải pháp bắt đầu sớm hơn.",
        ),
    ),
    warns(
        "intake::cap-below-growth",
        Said::new(
            "The schools are said to teach fewer students than the growth asks for; what is above the cap is not admitted.",
            "Năng lực đào tạo đã ghi thấp hơn mức tăng tuyển sinh yêu cầu; phần vượt năng lực không được tuyển.",
        ),
        Said::new(
            "Raise `cap`, or found new schools.",
            "Tăng `cap`, hoặc thành lập trường mới.",
        ),
    ),
    warns(
        "intake::cost-implausible",
        Said::new(
            "The cost of a new school divided by its places is less than a tenth or more than ten times the usual cost of a place.",
            "Kinh phí trường mới chia cho số chỉ tiêu chưa đến một phần mười hoặc hơn mười lần chi phí thông thường của một chỗ đào tạo.",
        ),
        Said::new(
            "Amounts are in the currency unit of the base (billion VND). Leave `cost` out to take places times the usual cost.",
            "Số tiền tính theo đơn vị tiền của bộ số liệu gốc (tỷ đồng). Bỏ `cost` thì lấy số chỉ tiêu nhân với chi phí thông thường.",
        ),
    ),
    refuses(
        "intake::opens-outside-horizon",
        Said::new(
            "A school would open in a year the run does not reach, or in one the policy does not act in.",
            "Trường mới mở vào năm ngoài kỳ mô phỏng, hoặc năm mà giải pháp không có hiệu lực.",
        ),
        Said::new(
            "Change `first`, or `from` and `to` of the policy.",
            "Sửa `first`, hoặc `from` và `to` của giải pháp.",
        ),
    ),
    warns(
        "intake::size-zero",
        Said::new(
            "Growth of 0 and no new school add no place.",
            "Mức tăng bằng 0 và không có trường mới thì không thêm chỉ tiêu tuyển sinh nào.",
        ),
        Said::new(
            "Write the places added as a part of the base intake, or take the policy out; a run with it gives the numbers of the run without it.",
            "Ghi số chỉ tiêu tăng thêm so với năm gốc, hoặc bỏ giải pháp; để nguyên thì kết quả như không có giải pháp.",
        ),
    ),
    refuses(
        "intake::other-occupation",
        Said::new(
            "Capital is given to a school that trains another occupation.",
            "Vốn được bố trí cho trường đào tạo nhóm nhân lực khác.",
        ),
        Said::new(
            "Name a school that trains this occupation, or change `occupation`: schools.csv of the base lists every school by occupation.",
            "Ghi trường đào tạo nhóm nhân lực này, hoặc sửa `occupation`: bảng schools.csv của bộ số liệu gốc liệt kê các trường theo nhóm nhân lực.",
        ),
    ),
    refuses(
        "intake::school-twice",
        Said::new(
            "A school stands twice in the list of those that are given capital.",
            "Một trường có hai lần trong danh sách được bố trí vốn.",
        ),
        Said::new(
            "Keep one of the two, with the capital of both.",
            "Giữ một trong hai, với tổng số vốn.",
        ),
    ),
    refuses(
        "intake::unknown-school",
        Said::new(
            "Capital is given to a school the base does not have.",
            "Vốn được bố trí cho một trường mà bộ số liệu gốc không có.",
        ),
        Said::new(
            "The table schools.csv of the base lists every school with its code.",
            "Bảng schools.csv của bộ số liệu gốc liệt kê mọi trường kèm mã.",
        ),
    ),
    refuses(
        "intake::unknown-occupation",
        Said::new(
            "The base has no occupation with this code.",
            "Bộ số liệu gốc không có nhóm nhân lực mang mã này.",
        ),
        Said::new(
            "Occupations are written in the singular: the message lists them.",
            "Mã nhóm nhân lực viết ở số ít: thông báo liệt kê các mã.",
        ),
    ),
    warns(
        "intake::very-large",
        Said::new(
            "The intake would be more than four times that of the base year; often per cent were written.",
            "Tuyển sinh sẽ hơn bốn lần năm gốc; thường do viết theo phần trăm.",
        ),
        Said::new(
            "Three tenths more are written 0.3.",
            "Tăng ba phần mười viết là 0.3.",
        ),
    ),
];

pub(super) const PLACES: Said = Said::new("the added places open in", "chỉ tiêu tăng thêm bắt đầu");
pub(super) const ALL_SCHOOLS: Said = Said::new(
    "the table schools.csv of the base lists every school with its code",
    "bảng schools.csv của bộ số liệu gốc liệt kê mọi trường kèm mã",
);
pub(super) const OPENS: Said = Said::new("the school opens in", "trường mới mở");

messages! {
    no_place() = "growth of 0 and no new school add no place"
        => "write the places added as a part of the base intake: 0.3 is three tenths more",
        vi "mức tăng bằng 0 và không có trường mới thì không thêm chỉ tiêu tuyển sinh nào"
        => "ghi số chỉ tiêu tăng thêm so với năm gốc: 0.3 là tăng ba phần mười";
    very_large(growth, times) = "growth of {growth} makes the intake {times} times that of the base year"
        => "three tenths more are written 0.3; schools that stand teach at most `cap` times the base intake",
        vi "mức tăng {growth} làm tuyển sinh gấp {times} lần năm gốc"
        => "tăng ba phần mười viết là 0.3; trường hiện có chỉ đào tạo tối đa `cap` lần tuyển sinh năm gốc";
    cap(cap, growth)
        = "schools that teach at most {cap} times the base intake have no room for growth of {growth}"
        => "raise `cap`, or found new schools: what is above it is not admitted",
        vi "các trường đào tạo tối đa {cap} lần tuyển sinh năm gốc thì không đủ chỗ cho mức tăng {growth}"
        => "tăng `cap`, hoặc thành lập trường mới: phần vượt năng lực không được tuyển";
    after_last_year(plural, from, licensed, last)
        = "{plural} begun in {from} are licensed from {licensed}, after the last year {last}: this run shows the cost and not the gain"
        => "make `years` longer, or let the policy start earlier",
        vi "{plural} nhập học năm {from} chỉ được cấp giấy phép hành nghề từ năm {licensed}, sau năm cuối {last}: kết quả cho thấy chi phí mà chưa cho thấy hiệu quả"
        => "kéo dài `years`, hoặc cho giải pháp bắt đầu sớm hơn";
}

messages! {
    school_twice() = "this school is in the list twice"
        => "keep one of the two, with the capital of both",
        vi "trường này có hai lần trong danh sách"
        => "giữ một trong hai, với tổng số vốn";
    unknown_school(code, help) = "there is no school with the code \"{code}\"" => "{help}",
        vi "không có trường nào mang mã \"{code}\""
        => "{help}";
    trains_others(name, plural) = "{name} trains {plural} by this code"
        => "name a school of this occupation, or change `occupation`: schools.csv of the base lists every school by occupation",
        vi "{name} theo mã này đào tạo {plural}"
        => "ghi trường của nhóm nhân lực này, hoặc sửa `occupation`: bảng schools.csv của bộ số liệu gốc liệt kê các trường theo nhóm nhân lực";
}

/// A place of a new school costs far from what one usually costs.
pub(super) fn cost(
    places: impl Display,
    cost: impl Display,
    currency: &str,
    asked: f64,
    usual: f64,
) -> Message {
    say! {
        en: Message {
            text: format!("{places} places for {cost} {currency} are {asked:.2} a place; the usual cost is about {usual:.2}"),
            help: format!("is the amount in {currency}? Leave `cost` out to take places times the usual cost"),
        },
        vi: Message {
            text: format!(
                "{places} chỉ tiêu với {cost} {currency} là {} mỗi chỗ đào tạo; mức thông thường khoảng {}",
                decimal(asked, 2),
                decimal(usual, 2)
            ),
            help: format!("số tiền có đúng theo {currency} không? Bỏ `cost` thì lấy số chỉ tiêu nhân với chi phí thông thường"),
        },
    }
}

/// The first class that a policy added has studied, practised and been licensed.
pub(super) fn first_class(plural: &str, years: u32) -> String {
    say! {
        en: format!(
            "{plural} of the first added class licensed, after {years} years of study and one of practice"
        ),
        vi: format!(
            "khóa {plural} tăng thêm đầu tiên được cấp giấy phép hành nghề, sau {years} năm học và một năm thực hành"
        ),
    }
}
