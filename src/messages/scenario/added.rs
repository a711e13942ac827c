//! Messages about indicators and milestones that a scenario declares.

use crate::said::{messages, say};

messages! {
    bad_id(id) = "\"{id}\" cannot be the id of an indicator"
        => "write small letters, digits and _, such as \"health_books\"",
        vi "\"{id}\" không dùng làm mã chỉ số được"
        => "viết bằng chữ thường không dấu, chữ số và dấu _, ví dụ \"health_books\"";
    bad_milestone_id(id) = "\"{id}\" cannot be the id of a milestone"
        => "write small letters, digits and hyphens, such as \"oncology-centre\"",
        vi "\"{id}\" không dùng làm mã mốc công việc được"
        => "viết bằng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ \"oncology-centre\"";
    known(id) = "there is an indicator \"{id}\" already"
        => "give this one another id, or ask that one: `carecast list indicators` prints them all",
        vi "đã có chỉ số \"{id}\""
        => "đặt mã khác, hoặc hỏi chính chỉ số đó: `carecast list indicators` in ra tất cả";
    known_milestone(id) = "there is a milestone \"{id}\" already"
        => "give this one another id, or ask that one: `carecast list indicators --match milestone:` prints them all",
        vi "đã có mốc công việc \"{id}\""
        => "đặt mã khác, hoặc hỏi chính mốc đó: `carecast list indicators --match milestone:` in ra tất cả";
    unknown(id, help) = "there is no indicator \"{id}\"" => "{help}",
        vi "không có chỉ số nào mang mã \"{id}\""
        => "{help}";
    does_not_add(id) = "{id} does not add up: shares, spreads and averages of others have no sum"
        => "add what is counted per 10,000 people, per station, in heads or in money",
        vi "{id} không cộng được: tỷ lệ, độ chênh lệch và số bình quân của các chỉ số khác không có tổng"
        => "cộng những gì tính trên 10.000 dân, trên một trạm, theo số người hoặc theo số tiền";
    other_unit(id, first) = "{id} is not counted as {first} is"
        => "a sum is of indicators of one unit that are read in the same places",
        vi "{id} không cùng đơn vị với {first}"
        => "chỉ cộng các chỉ số cùng đơn vị và có số liệu ở cùng phạm vi";
    twice(id) = "{id} is in the sum already, or what it is judged on is" => "leave it out",
        vi "{id} đã có trong tổng, hoặc chỉ số gốc của nó đã có"
        => "bỏ chỉ số này";
    one_part() = "a sum is of two indicators or more" => "ask the one itself, or name another",
        vi "tổng phải gồm ít nhất hai chỉ số"
        => "hỏi chính chỉ số đó, hoặc nêu thêm một chỉ số";
    no_source(id) = "the figures of {id} come from nowhere"
        => "add `source: \"...\"`, and `reason: \"...\"`: why these laws hold its own past",
        vi "số liệu của {id} không ghi nguồn"
        => "thêm `source: \"...\"` và `reason: \"...\"`: vì sao các phân phối này phù hợp với diễn biến đã qua của chỉ số";
    milestone_without_source() = "a milestone says where it stands" => "add `source: \"...\"`, the document that plans it",
        vi "mốc công việc phải ghi rõ nằm trong văn bản nào"
        => "thêm `source: \"...\"`, văn bản đề ra mốc này";
    nothing_followed() = "this base follows no indicator: what that takes is not in its assumptions"
        => "add track.province_ratio to assumptions.ron of the base",
        vi "bộ số liệu gốc này không theo dõi chỉ số nào: thiếu các giả định cần thiết"
        => "thêm track.province_ratio vào assumptions.ron của bộ số liệu gốc";
    no_milestones() = "this base has no milestones: what they take is not in its assumptions"
        => "add milestone.on_time to assumptions.ron of the base",
        vi "bộ số liệu gốc này không có mốc công việc: thiếu các giả định cần thiết"
        => "thêm milestone.on_time vào assumptions.ron của bộ số liệu gốc";
    outside(value, low, high) = "the level {value} does not lie between {low} and {high}"
        => "write a share as a fraction, or state `low` and `high`",
        vi "mức `{value}` không nằm trong khoảng từ `{low}` đến `{high}`"
        => "viết tỷ lệ dưới dạng số thập phân với dấu chấm, hoặc nêu `low` và `high`";
    no_province(code, help) = "there is no province \"{code}\"" => "{help}",
        vi "không có tỉnh, thành phố nào mang mã \"{code}\""
        => "{help}";
    no_class(class, help) = "there is no class \"{class}\" of real projects" => "{help}",
        vi "không có nhóm dự án thực tế nào mang mã \"{class}\""
        => "{help}";
    planned_before(planned, base) = "the milestone is planned for {planned}, and {base} is over"
        => "write a year of the run",
        vi "mốc công việc định vào năm {planned}, trong khi năm {base} đã qua"
        => "viết một năm trong thời gian chạy";
}

/// Classes of real projects a base has.
pub(crate) fn classes(known: &[&str]) -> String {
    let known = known.join(", ");
    say! {
        en: format!("the base has {known}"),
        vi: format!("bộ số liệu gốc có: {known}"),
    }
}

/// What is counted, of an indicator that a scenario declares.
pub(crate) fn declared(title: &str) -> String {
    say! {
        en: format!("declared by the scenario: {title}"),
        vi: format!("kịch bản khai báo: {title}"),
    }
}

/// What a law of a declared indicator is of, and its unit.
pub(crate) fn law(what: &str, title: &str) -> (String, String) {
    let (meaning, unit) = say! {
        en: law_en(what),
        vi: law_vi(what),
    };
    (format!("{title}: {meaning}"), unit.to_owned())
}

fn law_en(what: &str) -> (&'static str, &'static str) {
    match what {
        "trend" => ("movement a year without any initiative", "its unit a year"),
        "noise_sd" => ("sd of the yearly shock", "its unit"),
        "observation_sd" => ("sd of the error of published figures", "its unit"),
        "province_sd" => ("sd between provinces where none is published", "its unit"),
        "response" => (
            "most an initiative adds to a year\'s movement",
            "its unit a year",
        ),
        _ => (
            "yearly money at which an initiative has 63% of its most",
            "billion a year per million people",
        ),
    }
}

fn law_vi(what: &str) -> (&'static str, &'static str) {
    match what {
        "trend" => (
            "mức thay đổi mỗi năm khi không có chương trình can thiệp",
            "đơn vị của chỉ số mỗi năm",
        ),
        "noise_sd" => ("độ lệch chuẩn của biến động hằng năm", "đơn vị của chỉ số"),
        "observation_sd" => (
            "độ lệch chuẩn của sai số trong số liệu đã công bố",
            "đơn vị của chỉ số",
        ),
        "province_sd" => (
            "độ lệch chuẩn giữa các tỉnh, thành phố khi chưa có số liệu công bố",
            "đơn vị của chỉ số",
        ),
        "response" => (
            "mức tăng thêm tối đa mỗi năm nhờ chương trình can thiệp",
            "đơn vị của chỉ số mỗi năm",
        ),
        _ => (
            "kinh phí hằng năm để chương trình can thiệp đạt 63% mức tối đa",
            "tỷ mỗi năm trên một triệu dân",
        ),
    }
}
