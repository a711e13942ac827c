//! The first page of a report: a verdict, one table, what comes too late, and the money.

use super::hindcast::and;
use super::number::grouped;
use crate::results::Word;
use crate::said::{Language, Said, language, say};
use crate::units::Year;

/// Heading of the first page.
pub const HEADING: Said = Said::new("In short", "Tóm tắt");

/// Columns of its table.
pub const COLUMNS: [Said; 4] = [
    Said::new("Target", "Chỉ tiêu"),
    Said::new("Chance", "Khả năng đạt"),
    Said::new("Missing in the middle future", "Số còn thiếu (trung vị)"),
    Said::new("Doubt", "Mức không chắc chắn"),
];

/// How the targets stand, in a sentence: so many asked, so many of them due already; `futures` are those
/// lived.
pub fn verdict((asked, over): (usize, usize), words: &[Word], futures: u32) -> String {
    if asked == 0 {
        let none = say! {
            en: "No target is asked in these years.",
            vi: "Không có chỉ tiêu nào được xét trong các năm này.",
        };
        return none.to_owned();
    }
    if language() == Language::Vi {
        return verdict_in_vietnamese((asked, over), words, futures);
    }
    if futures < 30 {
        return format!(
            "{} were lived: too few to say how sure a target is.",
            match futures {
                1 => "1 future".to_owned(),
                n => format!("{n} futures"),
            }
        );
    }
    let of = |wanted: Word| words.iter().filter(|w| **w == wanted).count();
    let said = [
        (of(Word::Will), "will be met", "will be met"),
        (
            of(Word::Probably),
            "probably will be met",
            "probably will be met",
        ),
        (of(Word::Open), "is open", "are open"),
        (
            of(Word::ProbablyNot),
            "probably will not be met",
            "probably will not be met",
        ),
        (of(Word::WillNot), "will not be met", "will not be met"),
        (over, "was due before the run", "were due before the run"),
        (
            asked - over - words.len(),
            "cannot be answered",
            "cannot be answered",
        ),
    ];
    let parts: Vec<String> = said
        .iter()
        .filter(|(many, ..)| *many > 0)
        .map(|(many, one, several)| match many {
            1 => format!("1 {one}"),
            n => format!("{n} {several}"),
        })
        .collect();
    match asked {
        1 => format!(
            "The one target asked {}.",
            parts[0].trim_start_matches("1 ")
        ),
        n => {
            format!("Of the {n} targets asked, {}.", and(&parts))
        }
    }
}

/// The same in Vietnamese, where some are asked.
fn verdict_in_vietnamese((asked, over): (usize, usize), words: &[Word], futures: u32) -> String {
    if futures < 30 {
        return format!(
            "Mới chạy {futures} lượt mô phỏng, quá ít để kết luận về khả năng đạt chỉ tiêu."
        );
    }
    let of = |wanted: Word| words.iter().filter(|w| **w == wanted).count();
    let said = [
        (of(Word::Will), "rất nhiều khả năng đạt"),
        (of(Word::Probably), "nhiều khả năng đạt"),
        (of(Word::Open), "chưa chắc chắn"),
        (of(Word::ProbablyNot), "ít khả năng đạt"),
        (of(Word::WillNot), "rất ít khả năng đạt"),
        (over, "đã đến hạn trước kỳ mô phỏng"),
        (asked - over - words.len(), "chưa có kết quả"),
    ];
    let mut some = said.iter().filter(|(many, _)| *many > 0);
    let whole = some.clone().find(|(many, _)| *many == asked);
    match (asked, whole) {
        (1, Some((_, how))) => format!("Chỉ tiêu duy nhất được xét: {how}."),
        (_, Some((_, how))) => format!("Cả {asked} chỉ tiêu được xét đều {how}."),
        (_, None) => {
            let first = some.next();
            let first = first.map(|(many, how)| format!("{many} chỉ tiêu {how}"));
            let others = some.map(|(many, how)| format!("{many} {how}"));
            let parts: Vec<String> = first.into_iter().chain(others).collect();
            format!("Trong {asked} chỉ tiêu được xét: {}.", parts.join("; "))
        }
    }
}

/// The chance that so many of them hold at once, by the name of the set.
pub fn together(name: &str, many: usize, sure: &str) -> String {
    say! {
        en: format!("{name}, {many} at once: {sure}."),
        vi: format!("{name}, đạt đồng thời {many} chỉ tiêu: {sure}."),
    }
}

/// A target by what is reported.
pub fn as_reported(claim: &str) -> String {
    say!(en: format!("{claim}, as reported"), vi: format!("{claim}, theo số báo cáo"))
}

/// The same by what is built and working.
pub fn as_built(claim: &str) -> String {
    say!(en: format!("{claim}, as built"), vi: format!("{claim}, theo số thực có"))
}

/// What is missing, in things.
pub fn gap(many: f64, things: &str) -> String {
    format!("{} {things}", grouped(many.ceil()))
}

/// The middle future meets it.
pub const NO_GAP: Said = Said::new("nothing", "không thiếu");

/// The middle future meets at its end what must hold from a year on.
pub fn no_gap_in(year: Year) -> String {
    say!(en: format!("nothing in {year}"), vi: format!("năm {year} không thiếu"))
}

/// What comes too late, sentence by sentence.
pub fn too_late(sentences: &[String]) -> String {
    let sentences = sentences.join(" ");
    say! {
        en: format!("**Too late to help.** {sentences}"),
        vi: format!("**Biện pháp không còn kịp thời.** {sentences}"),
    }
}

/// The money.
pub fn money(heading: &str, sentences: &[String]) -> String {
    format!("**{heading}.** {}", sentences.join(" "))
}

/// On what the page rests.
pub fn lived(futures: u32, country: &str, first: Year, last: Year) -> String {
    let futures = grouped(f64::from(futures));
    say! {
        en: format!(
            "From {futures} futures of {country}, {first} to {last}. *Doubt* is how far the chance may be off because only so many futures were lived, \
             then its range across the one assumption that matters most, with the grade of its source (A official, E assumed). \
             What bears this out follows; the annex has every table."
        ),
        vi: format!(
            "Tính từ {futures} lượt mô phỏng của {country}, từ năm {first} đến năm {last}. *Mức không chắc chắn* gồm sai số \
             mô phỏng, sau đó là khoảng xác suất khi giả định ảnh hưởng lớn nhất thay đổi, kèm mức tin cậy của nguồn (A: \
             chính thức; E: giả định). Căn cứ chi tiết ở phần sau; phụ lục có đầy đủ các bảng."
        ),
    }
}
