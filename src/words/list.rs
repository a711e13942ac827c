//! Words of the lists: headings, units, and what is said when nothing is left.

use super::number::{grouped, trimmed};
use crate::lanes::whole_power;
use crate::results::Unit;
use crate::said::say;
use crate::units::Year;
use serde_json::Value;

/// A column's heading among others: `beds_per_10k` is `beds per 10k`. What has a code beside its name is called by
/// that name.
pub fn heading(column: &str, among: &[&str]) -> String {
    let coded = ["id", "code"].iter().any(|key| among.contains(key));
    say! {
        en: column.replace('_', " "),
        vi: match (column, coded) {
            ("name", true) => "tên gọi".to_owned(),
            _ => heading_vi(column),
        },
    }
}

/// A column's heading in Vietnamese.
fn heading_vi(column: &str) -> String {
    let heading = match column {
        "id" | "code" => "mã",
        "name" => "mã",
        "title" => "tên gọi",
        "what_it_does" => "nội dung",
        "serves" => "phục vụ",
        "unit" => "đơn vị",
        "read_for" => "phạm vi",
        "meaning" => "ý nghĩa",
        "indicator" => "chỉ số",
        "scope" => "địa bàn",
        "year" => "năm",
        "direction" => "chiều",
        "threshold" => "mức chỉ tiêu",
        "status" => "tình trạng",
        "document" => "văn bản",
        "grade" => "mức tin cậy",
        "region" => "vùng",
        "population" => "dân số",
        "beds" => "số giường",
        "beds_per_10k" => "giường trên 10.000 dân",
        "official_code" => "mã chính thức",
        "province" => "tỉnh, thành phố",
        "level" => "cấp",
        "owner" => "chủ quản",
        "specialty" => "chuyên khoa",
        "beds_published" => "giường đã công bố",
        "synthetic" => "giả lập",
        "median" => "trung vị",
        "law" => "phân phối",
        "years" => "các năm",
        "policies" => "giải pháp",
        "note" => "ghi chú",
        "what" => "số liệu",
        "value" => "giá trị",
        "low" => "thấp nhất",
        "high" => "cao nhất",
        "source" => "nguồn",
        "stands_in" => "vị trí trong tệp",
        other => return other.replace('_', " "),
    };
    heading.to_owned()
}

/// What is listed, in Vietnamese.
fn things(kind: &str) -> &str {
    match kind {
        "policies" => "giải pháp",
        "indicators" => "chỉ số",
        "targets" => "chỉ tiêu",
        "provinces" => "tỉnh, thành phố",
        "facilities" => "cơ sở y tế",
        "assumptions" => "giả định",
        "scenarios" => "kịch bản",
        other => other,
    }
}

/// What a filter names, in Vietnamese.
fn named(what: &str) -> &str {
    match what {
        "province" => "tỉnh, thành phố",
        "region" => "vùng",
        "grade" => "mức tin cậy",
        "owner" => "chủ quản",
        "level" => "cấp",
        other => other,
    }
}

/// A value in a table for people.
pub fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => say!(en: "yes", vi: "có").to_owned(),
        Value::Bool(false) => say!(en: "no", vi: "không").to_owned(),
        Value::Number(n) if n.is_i64() => match n.as_i64() {
            // Years are not grouped.
            Some(n) if (1900..=2100).contains(&n) => n.to_string(),
            n => grouped(n.unwrap_or_default() as f64),
        },
        Value::Number(n) => trimmed(n.as_f64().unwrap_or_default(), 6),
        Value::String(text) => text.clone(),
        // Told in each language.
        Value::Object(told) => {
            let text = told.get(crate::said::language().code());
            let text = text.and_then(Value::as_str).filter(|text| !text.is_empty());
            let english = told.get("en").and_then(Value::as_str);
            text.or(english).unwrap_or_default().to_owned()
        }
        other => other.to_string(),
    }
}

/// A number with four significant digits.
pub fn rounded(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let scale = whole_power(10f64, 3 - libm::floor(libm::log10(value.abs())) as i32);
    (value * scale).round() / scale
}

/// An indicator's unit in words.
pub fn unit(unit: Unit, currency: &str) -> String {
    match unit {
        Unit::Per10k => say!(en: "per 10,000 people", vi: "trên 10.000 dân").to_owned(),
        Unit::Share => say!(en: "share", vi: "tỷ lệ").to_owned(),
        Unit::Count => say!(en: "count", vi: "số lượng").to_owned(),
        Unit::Money => currency.to_owned(),
        Unit::PerStation => say!(en: "per station", vi: "trên một trạm").to_owned(),
        Unit::Ratio => say!(en: "pure number", vi: "lần").to_owned(),
        Unit::Years => say!(en: "years", vi: "tuổi").to_owned(),
        Unit::Per100 => say!(en: "per 100", vi: "trên 100 bé gái").to_owned(),
    }
}

/// Where an indicator is read.
pub fn read_for(national_only: bool) -> &'static str {
    if national_only {
        say!(en: "nation", vi: "cả nước")
    } else {
        say!(en: "nation, regions, provinces", vi: "cả nước, vùng, tỉnh, thành phố")
    }
}

/// The years of a scenario.
pub fn years(first: Year, last: Year) -> String {
    say! {
        en: format!("{first} to {last}"),
        vi: format!("từ năm {first} đến năm {last}"),
    }
}

/// How many rows were shown.
pub fn shown(rows: usize, of: usize, kind: &str) -> String {
    if rows == of {
        say! {
            en: format!(
                "{} {kind}; explain one with: carecast explain NAME",
                grouped(of as f64)
            ),
            vi: format!(
                "{} {}; giải thích một mục: carecast explain NAME",
                grouped(of as f64),
                things(kind)
            ),
        }
    } else {
        let (rows, of) = (grouped(rows as f64), grouped(of as f64));
        say! {
            en: format!("{rows} of {of} {kind}"),
            vi: format!("{rows} trong {of} {}", things(kind)),
        }
    }
}

/// No row passed the filters.
pub fn nothing_left(kind: &str, of: usize) -> String {
    say! {
        en: format!(
        "none of the {} {kind} fits all filters; leave one out to see more",
        grouped(of as f64)
    ),
        vi: format!("trong {} {}, không mục nào phù hợp với tất cả bộ lọc; bỏ bớt một bộ lọc để có thêm kết quả", grouped(of as f64), things(kind)),
    }
}

/// A filter that says nothing about what is listed.
pub fn filter_says_nothing(filter: &str, kind: &str, kinds: &[&str]) -> String {
    say! {
        en: format!(
        "{filter} says nothing about {kind}\n  help: it works with {}; --match TEXT works with every list",
        kinds.join(", ")
    ),
        vi: format!("{filter} không áp dụng được cho danh sách {}\n  gợi ý: bộ lọc này dùng với {}; --match TEXT dùng được với mọi danh sách", things(kind), kinds.join(", ")),
    }
}

/// A word of a filter that is not known.
pub fn no_such(what: &str, asked: &str, help: &str) -> String {
    say! {
        en: format!("there is no {what} \"{asked}\"\n  help: {help}"),
        vi: format!("không có {} \"{asked}\"\n  gợi ý: {help}", named(what)),
    }
}

/// The few words a filter takes.
pub fn one_of(names: &[&str]) -> String {
    say! {
        en: format!("choose one of: {}", names.join(", ")),
        vi: format!("chọn một trong: {}", names.join(", ")),
    }
}

/// Where the known names of a place stand.
pub fn see(what: &str) -> String {
    match what {
        "province" => say!(en: "carecast list provinces shows them all", vi: "carecast list provinces liệt kê tất cả").to_owned(),
        what => say! {
            en: format!("carecast list provinces shows every {what}"),
            vi: format!("carecast list provinces cho biết mọi {}", named(what)),
        },
    }
}

/// A scenario we carry does not read: our fault.
pub fn built_in_broken(name: &str, why: &str) -> String {
    say! {
        en: format!("the built-in scenario {name} cannot be read: {why}"),
        vi: format!("không đọc được kịch bản có sẵn {name}: {why}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn cells_are_written_for_people() {
        let cases = [
            (json!(3939), "3,939"),
            (json!(2030), "2030"),
            (json!(0.15), "0.15"),
            (json!(true), "yes"),
            (json!(null), ""),
        ];
        for (value, expected) in cases {
            assert_eq!(cell(&value), expected);
        }
        assert_eq!(rounded(0.012_345), 0.012_35);
        assert_eq!(rounded(0.0), 0.0);
    }
}
