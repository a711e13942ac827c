//! What the checks of all kinds of policies say.

use crate::said::{Message, Said, messages, say, sentences};
use crate::units::Year;
use crate::words::report::things_in_vietnamese;

pub(super) const ALL_HOSPITALS: Said = Said::new(
    "the table facilities.csv of the base lists every hospital with its code",
    "bảng facilities.csv của bộ số liệu gốc liệt kê mọi bệnh viện kèm mã",
);
pub(super) const ALL_PROVINCES: Said = Said::new(
    "the table provinces.csv of the base lists every province with its code",
    "bảng provinces.csv của bộ số liệu gốc liệt kê mọi tỉnh, thành phố kèm mã",
);

/// Staff of an occupation, by its plural.
pub(super) fn staff(plural: &str) -> &str {
    say!(en: plural, vi: things_in_vietnamese(plural))
}

messages! {
    station(code, help) = "\"{code}\" is a commune station, not a hospital" => "{help}",
        vi "\"{code}\" là trạm y tế xã, không phải bệnh viện"
        => "{help}";
    no_hospital(code, help) = "there is no hospital with the code \"{code}\"" => "{help}",
        vi "không có bệnh viện nào mang mã \"{code}\""
        => "{help}";
    no_province(code, help) = "there is no province with the code \"{code}\"" => "{help}",
        vi "không có tỉnh, thành phố nào mang mã \"{code}\""
        => "{help}";
    no_occupation(code, help) = "there is no occupation with the code \"{code}\"" => "{help}",
        vi "không có nhóm nhân lực nào mang mã \"{code}\""
        => "{help}";
    without_employers(plural, help)
        = "the base follows {plural} without employers: nobody knows which of them are public"
        => "{help}",
        vi "bộ số liệu gốc không theo dõi {plural} theo đơn vị sử dụng: không biết ai thuộc khu vực công lập"
        => "{help}";
    in_list_twice(code: &str) = "\"{code}\" is in the list twice"
        => "keep one of the two",
        vi "\"{code}\" có hai lần trong danh sách"
        => "giữ một trong hai";
    outside_years(what, year, first, last) = "{what} {year}, outside the years we look at"
        => "the scenario runs from {first} to {last}",
        vi "{what} năm {year}, ngoài các năm mô phỏng"
        => "kịch bản mô phỏng từ năm {first} đến năm {last}";
    does_not_act(what, year, from, to) = "{what} {year}, when the policy does not act"
        => "the policy acts from {from} to {to}: change the year, or its `from` and `to`",
        vi "{what} năm {year}, khi giải pháp không có hiệu lực"
        => "giải pháp có hiệu lực từ năm {from} đến năm {to}: sửa năm này, hoặc sửa `from` và `to` của giải pháp";
    ministry_or_public() = "nobody is named who pays: the provinces are taken"
        => "add `payer: Ministry`, `Provincial` or `Hospitals`",
        vi "không ghi nguồn kinh phí: tính vào ngân sách địa phương"
        => "thêm `payer: Ministry`, `Provincial` hoặc `Hospitals`";
    ministry_or_anybody() = "nobody is named who pays: the provinces are taken"
        => "add `payer: Ministry`, `Provincial`, `Hospitals` or `Private`",
        vi "không ghi nguồn kinh phí: tính vào ngân sách địa phương"
        => "thêm `payer: Ministry`, `Provincial`, `Hospitals` hoặc `Private`";
}

sentences! {
    code_of(name, code) = "write the code of {name}: \"{code}\"",
        vi "viết mã của {name}: \"{code}\"";
    hospitals_of(province, codes) = "\"{province}\" is a province; some hospitals there: {codes}",
        vi "\"{province}\" là tỉnh, thành phố; một số bệnh viện ở đó: {codes}";
}

// In which futures a policy acts.
messages! {
    nothing_to_wait_for(indicator, help) = "there is no indicator \"{indicator}\" to wait for"
        => "{help}",
        vi "không có chỉ số \"{indicator}\" để chờ"
        => "{help}";
    national_only(indicator) = "{indicator} is read for the nation only"
        => "leave `scope` out, or wait for an indicator that is read by province",
        vi "{indicator} chỉ tính cho cả nước"
        => "bỏ `scope`, hoặc chờ một chỉ số tính theo tỉnh, thành phố";
    level(indicator, level) = "{indicator} cannot be {level}"
        => "write a number in the indicator's unit, zero or more",
        vi "{indicator} không thể bằng {level}"
        => "ghi một số theo đơn vị của chỉ số, từ 0 trở lên";
    level_in_percent(indicator, level, share) = "{indicator} cannot be {level}"
        => "a share is written as a fraction: {level}% is {share}",
        vi "{indicator} không thể bằng {level}"
        => "tỷ lệ viết dạng số thập phân với dấu chấm: {level}% là {share}";
    margin(margin) = "a margin is zero or more, got {margin}"
        => "write how far behind the line a future must lie, in the indicator's unit",
        vi "mức chậm phải từ 0 trở lên, nhận được {margin}"
        => "ghi mức chậm so với tiến độ đến chỉ tiêu, theo đơn vị của chỉ số";
    far_behind(margin, threshold) = "a future can hardly lie {margin} behind a target of {threshold}"
        => "the margin is in the indicator's unit; is there a zero too many?",
        vi "một lượt mô phỏng khó có thể chậm {margin} so với chỉ tiêu {threshold}"
        => "mức chậm ghi theo đơn vị của chỉ số; có thừa một số 0 không?";
    no_line(indicator)
        = "{indicator} counts what happens in a year: there is no line from the base year"
        => "wait with `Below(...)` or `Above(...)` instead",
        vi "{indicator} là số cộng dồn trong năm: không có tiến độ đều hằng năm tính từ năm gốc"
        => "chờ bằng `Below(...)` hoặc `Above(...)`";
    far_level(level, indicator, lowest, highest)
        = "{level} is far from all that is known or aimed at for {indicator} ({lowest} to {highest})"
        => "such a condition holds in every future or in none; is there a zero too many?",
        vi "{level} khác xa mọi số đã biết hoặc được đặt làm chỉ tiêu của {indicator} (từ {lowest} đến {highest})"
        => "điều kiện như vậy đúng ở mọi lượt mô phỏng hoặc không lượt nào; có thừa một số 0 không?";
}

/// No target is answered in the year a policy waits for; there may be some in others.
pub(super) fn no_target(indicator: &str, scope: &str, by: Year, years: &[String]) -> Message {
    Message {
        text: say! {
            en: format!("the scenario answers no target on {indicator} ({scope}) for {by}"),
            vi: format!("kịch bản không có kết quả cho chỉ tiêu về {indicator} ({scope}) năm {by}"),
        },
        help: if years.is_empty() {
            say! {
                en: format!("add a target on {indicator} for {by} to `targets`, or wait with `Below(...)`"),
                vi: format!("thêm chỉ tiêu về {indicator} năm {by} vào `targets`, hoặc chờ bằng `Below(...)`"),
            }
        } else {
            say! {
                en: format!("the years with a target are: {}", years.join(", ")),
                vi: format!("các năm có chỉ tiêu: {}", years.join(", ")),
            }
        },
    }
}
