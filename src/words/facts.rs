//! What is said around the figures of a place.

use super::number::{decimal, grouped, trimmed};
use super::report::{things_in_vietnamese as things, upper_first};
use crate::base::Source;
use crate::said::{Said, say};
use crate::units::Year;

pub use super::sweep::BEDS;
/// Unit of a milestone's figure.
pub const PLANNED: Said = Said::new("planned year", "năm dự kiến");
/// Note of a hospital that no list names.
pub const MADE_UP: Said = Said::new(
    "made up: no list names it; number and size agree with published totals",
    "giả lập: không danh sách nào nêu tên; số lượng và quy mô khớp với tổng đã công bố",
);

/// What a figure is of; in Vietnamese its name beside the one that is written in files.
pub fn figure(what: &str) -> String {
    let own = match what {
        "population" => "dân số",
        "natural_increase" => "tăng tự nhiên",
        "net_migration" => "di cư thuần",
        "income_index" => "thu nhập so với cả nước",
        "share_60" => "tỷ lệ người từ 60 tuổi",
        _ => things(what),
    };
    say! {
        en: what.to_owned(),
        vi: match own == what {
            true => what.to_owned(),
            false => format!("{own} ({what})"),
        },
    }
}

/// What the list is.
pub fn head(name: &str, code: &str, year: Year, stations: usize) -> String {
    let stations = grouped(stations as f64);
    say! {
        en: format!(
            "{name} ({code}) as the base holds it at the end of {year}; beside what is listed, {stations} commune stations.\n"
        ),
        vi: format!(
            "{name} ({code}) trong bộ số liệu gốc, cuối năm {year}; ngoài danh sách dưới đây còn có {stations} trạm y tế xã.\n"
        ),
    }
}

/// A source with its title.
pub fn source(source: &Source) -> String {
    format!(
        "{}: {}, {}, {}",
        source.id, source.title, source.publisher, source.date
    )
}

/// How the rows are printed that can be corrected.
pub fn to_correct(code: &str) -> String {
    say! {
        en: format!(
            "`carecast facts {code} --figures` prints the figures to correct in a scenario (with --csv: in a table beside it); \
             `carecast facts {code} --csv` prints the rows to correct in a base of your own (`carecast base --write DIR`)"
        ),
        vi: format!(
            "`carecast facts {code} --figures` in ra các số liệu để sửa trong kịch bản (thêm --csv: trong một bảng đi kèm); \
             `carecast facts {code} --csv` in ra các hàng để sửa trong bộ số liệu riêng (`carecast base --write DIR`)"
        ),
    }
}

/// Where corrected rows belong.
pub fn correct_in(name: &str) -> String {
    say! {
        en: format!(
            "Correct these rows of {name} in the tables named above, in a base made with `carecast base --write DIR`: give value, \
             range, your source and its grade. `carecast check SCENARIO --base DIR` says what no longer adds up."
        ),
        vi: format!(
            "Sửa các hàng này của {name} trong các bảng nêu trên, ở bộ số liệu tạo bằng `carecast base --write DIR`: ghi giá \
             trị, khoảng giá trị, nguồn và mức tin cậy. `carecast check SCENARIO --base DIR` cho biết chỗ nào không còn khớp."
        ),
    }
}

/// Above the raked figures beside those that are published or counted from below.
pub const RAKED: Said = Said::new(
    "Figures that are raked so that provinces add to the nation:",
    "Số liệu đã cân đối để tổng các địa phương bằng cả nước:",
);

/// A raked figure with its ratio.
pub fn raked(what: &str, value: f64, per_10k: f64) -> String {
    let value = grouped(value);
    say! {
        en: format!("  {what}: {value} raked, {per_10k:.2} per 10,000 people"),
        vi: format!(
            "  {}: {value} sau cân đối, tức {} trên 10.000 dân",
            upper_first(things(what)),
            decimal(per_10k, 2)
        ),
    }
}

/// Beside it: what was counted from below.
pub fn from_below(value: f64, by: f64) -> String {
    let (value, by) = (grouped(value), super::figures::by(by / 100.0));
    say! {
        en: format!("; counted from below {value} (raking moved it by {by})"),
        vi: format!("; đếm từ cơ sở {value} (cân đối làm thay đổi {by})"),
    }
}

/// Beside it: what the province publishes.
pub fn published(per_10k: f64, source: &str, grade: &str) -> String {
    say! {
        en: format!(
            "; the province publishes {per_10k} per 10,000 ({source}, {grade}): its targets are judged on that count"
        ),
        vi: format!(
            "; địa phương công bố {} trên 10.000 dân ({source}, mức tin cậy {grade}): chỉ tiêu của địa phương xét theo số này",
            trimmed(per_10k, 2)
        ),
    }
}

/// Above the figures of a scenario.
pub const TO_PASTE: Said = Said::new(
    "\nTo state a figure you know better, paste its line into a scenario, with your value, source and grade:",
    "\nĐể đưa vào số liệu bạn biết chính xác hơn, dán dòng tương ứng vào kịch bản, kèm giá trị, nguồn và mức tin cậy của bạn (phần thập phân dùng dấu chấm):",
);

/// Source of a figure of the base in a line to correct.
pub fn of_the_base(sources: &str) -> String {
    say!(en: format!("the base: {sources}"), vi: format!("bộ số liệu gốc: {sources}"))
}

/// Reason of an assumed figure of the base in a line to correct.
pub const AS_ASSUMED: Said =
    Said::new("as the base assumes it", "theo giả định của bộ số liệu gốc");

/// Where corrected figures belong.
pub fn paste_in(name: &str) -> String {
    say! {
        en: format!(
            "Keep what you know better of {name}, with your value, source and grade; without `low` and `high` a figure holds in every \
             future. The rest stays as the base has it."
        ),
        vi: format!(
            "Chỉ giữ những số liệu về {name} mà bạn biết chính xác hơn, kèm giá trị, nguồn và mức tin cậy; nếu không có `low` và \
             `high`, số liệu giữ nguyên trong mọi lượt mô phỏng. Phần còn lại theo bộ số liệu gốc."
        ),
    }
}
