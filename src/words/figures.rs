//! What is said of figures of the base year that the asker knows better, and of counts that provinces
//! publish of themselves.

use super::report::things_in_vietnamese as things;
pub use super::sweep::BEDS;
use super::{data, number};
use crate::results::OwnCount;
use crate::said::{Said, Told, say};

/// Unit of ratios in the table of figures.
pub const PER_10K: Said = Said::new("per 10,000 people", "trên 10.000 dân");
/// Unit of heads in the table of figures.
pub const PEOPLE: Said = Said::new("people", "người");

/// Unit of shares in the table of figures.
pub const FRACTION: Said = Said::new("fraction", "tỷ lệ");
/// Unit of ages in the table of figures.
pub const YEARS: Said = Said::new("years", "tuổi");
/// Unit of counts per hundred in the table of figures.
pub const PER_100: Said = Said::new("per 100", "trên 100 bé gái");

/// The unit of a figure of the asker, as results keep it in English.
pub fn unit(en: &str) -> Told {
    let own = [BEDS, PEOPLE, FRACTION, YEARS, PER_100];
    let known = own.into_iter().find(|unit| unit.en == en);
    known.map_or_else(|| data::told(en), Told::from)
}

/// What a figure is of, in the language that is spoken.
pub fn what(what: &str) -> &str {
    say!(en: what, vi: things(what))
}

/// Heading of figures of the asker.
pub const HEADING: Said = Said::new("Figures of the asker", "Số liệu do người dùng đưa vào");

/// What these figures are.
pub const LEAD: Said = Said::new(
    "These figures of the base year are not the base's but the asker's, with the asker's sources. \
    What is published of the nation stays, so the others make room in proportion to what they have; `figures.csv` lists each.",
    "Các số liệu năm gốc này do người dùng đưa vào, kèm nguồn của người dùng, thay cho bộ số liệu gốc. Số liệu công bố của cả nước giữ nguyên, nên các địa phương khác được điều chỉnh theo tỷ lệ tương ứng; `figures.csv` liệt kê từng số.",
);

/// Columns of these figures.
pub const COLUMNS: [Said; 6] = [
    Said::new("Figure", "Số liệu"),
    Said::new("Place", "Địa bàn"),
    Said::new("In the base", "Trong bộ số liệu gốc"),
    Said::new("Source there", "Nguồn của số gốc"),
    Said::new("Here", "Số đưa vào"),
    Said::new("Source", "Nguồn"),
];

/// Where the base has no figure.
pub const NONE: Said = Said::new("none", "không có");

/// Heading of counts that provinces publish of themselves.
pub const OWN_COUNTS: Said = Said::new(
    "Counts that provinces publish of themselves",
    "Số liệu do địa phương tự công bố",
);

/// What these counts are.
pub const OWN_COUNTS_LEAD: Said = Said::new(
    "These provinces publish another figure than the one that is raked so that provinces add \
    to the nation: definitions, coverage or dates differ, and no source says by how much. Stocks and the nation stand on the \
    raked figure; targets and chances of the province are judged on its own count, as far above or below it as at the base \
    year. Medians in tables and maps are those of the raked figure.",
    "Các địa phương này công bố số liệu khác với số đã cân đối để tổng các địa phương bằng cả nước: khác nhau về khái niệm, phạm vi hoặc thời điểm, không nguồn nào nói rõ mỗi yếu tố gây chênh lệch bao nhiêu. Số lượng và số cả nước tính theo số đã cân đối; chỉ tiêu và khả năng đạt của địa phương xét theo số tự công bố, giữ mức chênh lệch như ở năm gốc. Trung vị trong bảng và sơ đồ ô tính theo số đã cân đối.",
);

/// Columns of these counts.
pub const OWN_COUNTS_COLUMNS: [Said; 6] = [
    Said::new("Province", "Tỉnh, thành phố"),
    Said::new("Figure", "Số liệu"),
    Said::new("Own count per 10,000", "Tự công bố, trên 10.000 dân"),
    Said::new("Raked per 10,000", "Đã cân đối, trên 10.000 dân"),
    Said::new("Difference", "Chênh lệch"),
    Said::new("Source", "Nguồn"),
];

/// A figure with its range.
pub fn figure(value: f64, range: Option<(f64, f64)>) -> String {
    match range {
        None => amount(value),
        Some((low, high)) => {
            let [value, low, high] = [value, low, high].map(amount);
            say! {
                en: format!("{value} ({low} to {high})"),
                vi: format!("{value} ({low}–{high})"),
            }
        }
    }
}

fn amount(value: f64) -> String {
    if value.abs() >= 100.0 {
        return number::grouped(value);
    }
    number::trimmed(value, 4)
}

/// A ratio per 10,000 people.
pub fn ratio(value: f64) -> String {
    say!(en: format!("{value:.1}"), vi: number::decimal(value, 1))
}

/// Where a figure comes from, with its grade.
pub fn from(source: &str, grade: Option<&str>) -> String {
    match (source, grade) {
        ("", None) => String::new(),
        ("", Some(grade)) => format!("({grade})"),
        (source, None) => source.to_owned(),
        (source, Some(grade)) => format!("{source} ({grade})"),
    }
}

/// What the asker's figure makes of a ratio of its place.
pub fn moved(place: &str, what: &str, before: f64, after: f64) -> String {
    let change = by(after / before - 1.0);
    say! {
        en: format!(
            "{place} begins with {after:.2} {what} per 10,000 people, {before:.2} in the base ({change})."
        ),
        vi: format!(
            "{place} bắt đầu với {} {} trên 10.000 dân, bộ số liệu gốc là {} ({change}).",
            number::decimal(after, 2),
            things(what),
            number::decimal(before, 2)
        ),
    }
}

/// A change with its sign: `+3.1%`.
pub fn by(change: f64) -> String {
    let text = format!("{:+.1}%", change * 100.0).replace('-', "\u{2212}");
    say!(en: text, vi: text.replace('.', ","))
}

/// A ratio of a place before and after.
pub fn from_to(place: &str, before: f64, after: f64) -> String {
    say! {
        en: format!("{place} from {before:.2} to {after:.2}"),
        vi: format!(
            "{place} từ {} thành {}",
            number::decimal(before, 2),
            number::decimal(after, 2)
        ),
    }
}

/// What the provinces without a figure of the asker make room by.
pub fn made_room(others: usize, what: &str, change: f64, named: &[String]) -> String {
    say! {
        en: format!(
            "The other {others} provinces share the difference in {what}: each has {} ({}).",
            by(change),
            named.join(", ")
        ),
        vi: format!(
            "{others} tỉnh, thành phố còn lại chia nhau phần chênh lệch về {}: mỗi nơi thay đổi {} ({}).",
            things(what),
            by(change),
            named.join("; ")
        ),
    }
}

/// That targets of a place are judged on its own count, and why both figures differ.
pub fn judged_on(place: &str, what: &str, own: &OwnCount) -> String {
    let [published, raked] = [own.published, own.raked].map(ratio);
    say! {
        en: format!(
            "{place} publishes {published} {what} per 10,000 people at the base year ({}, grade {:?}); raked so that provinces add to the \
             nation it has {raked}. Its targets are judged on its own count, {:.3} times the raked one in every year. The two differ by \
             definition, coverage or date, and no source says by how much; stocks, costs and the nation stand on the raked figure.",
            own.source_id,
            own.grade,
            own.factor()
        ),
        vi: format!(
            "{place} công bố {published} {} trên 10.000 dân ở năm gốc ({}, mức tin cậy {:?}); sau khi cân đối để tổng các địa \
             phương bằng cả nước, số này là {raked}. Chỉ tiêu của địa phương xét theo số tự công bố, bằng {} lần số đã cân đối trong \
             mọi năm. Hai số khác nhau về khái niệm, phạm vi hoặc thời điểm, không nguồn nào nói rõ chênh lệch; số lượng, kinh \
             phí và số cả nước tính theo số đã cân đối.",
            things(what),
            own.source_id,
            own.grade,
            number::decimal(own.factor(), 2)
        ),
    }
}

/// Under a picture of provinces: how many of its figures were raised so that provinces add to the nation.
pub fn raised(raised: usize, of: usize, what: &str, by: f64) -> String {
    say! {
        en: format!(
            "Raking to the nation raised the {what} of {raised} of {of} provinces, in the middle by {:.0}%.",
            by * 100.0
        ),
        vi: format!(
            "Cân đối theo tổng cả nước làm tăng số {} ở {raised} trong {of} tỉnh, thành phố, trung vị {:.0}%.",
            things(what),
            by * 100.0
        ),
    }
}

/// Under a picture of provinces: which of them count otherwise themselves.
pub fn count_otherwise(places: &[String]) -> String {
    say! {
        en: format!("Own counts differ: {}.", places.join(", ")),
        vi: format!("Số tự công bố khác: {}.", places.join("; ")),
    }
}

/// A province with its own count and the raked one.
pub fn against(place: &str, own: &OwnCount) -> String {
    let [published, raked] = [own.published, own.raked].map(ratio);
    say! {
        en: format!("{place} {published} against {raked}"),
        vi: format!("{place} {published} so với {raked}"),
    }
}

/// Under the title of a fan: in which count it is drawn.
pub fn counted(own: &OwnCount) -> String {
    say! {
        en: format!(
            "In the place's own count, {:.2} times the raked one.",
            own.factor()
        ),
        vi: format!(
            "Theo số địa phương tự công bố, bằng {} lần số đã cân đối.",
            number::decimal(own.factor(), 2)
        ),
    }
}
