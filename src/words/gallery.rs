//! What the index of the library says.

use super::command::duration;
use super::number::{self, grouped};
use super::report::{lower_first, upper_first};
use crate::results::Unit;
use crate::said::{Said, say};
use crate::units::Year;

/// Title of the index.
pub const TITLE: Said = Said::new("Questions and answers", "Câu hỏi và kết quả");

/// What the index is.
pub fn lead(questions: usize) -> String {
    say! {
        en: format!(
        "{questions} questions about the network, each lived in the same futures. Chances are shares of these futures. \
         Numbers against the baseline come from the same futures with and without the decisions."
    ),
        vi: format!(
            "{questions} câu hỏi về mạng lưới, mỗi câu chạy trên cùng các lượt mô phỏng. Xác suất là tỷ lệ trong số lượt mô phỏng đó. \
             Số liệu so với kịch bản cơ sở lấy từ cùng các lượt mô phỏng, có và không có các giải pháp."
        ),
    }
}

/// Columns of the list of questions.
pub const COLUMNS: [Said; 3] = [
    Said::new("Scenario", "Kịch bản"),
    Said::new("Question", "Câu hỏi"),
    Said::new("Time", "Thời gian"),
];

/// How an answer was made.
pub fn made(name: &str, futures: u32, seconds: f64) -> String {
    let (futures, time) = (grouped(f64::from(futures)), duration(seconds));
    say! {
        en: format!("carecast run {name}: {futures} futures in {time}."),
        vi: format!("carecast run {name}: {futures} lượt mô phỏng trong {time}."),
    }
}

/// Link to a run's page.
pub const REPORT: Said = Said::new("The whole report", "Báo cáo đầy đủ");

/// Heading of what moved.
pub const CHANGES: Said = Said::new(
    "Changes that move the numbers",
    "Thay đổi làm số liệu khác đi",
);

/// What moved since the answers were written.
pub fn changes(many: usize) -> String {
    say! {
        en: match many {
            0 => "Every answer agrees with those this version of the program was made with, within sampling.".into(),
            n => format!("{n} numbers differ from those this version of the program was made with, by more than sampling explains, or came or went:"),
        },
        vi: match many {
            0 => "Mọi kết quả khớp với kết quả kèm theo phiên bản này của chương trình, trong phạm vi sai số mô phỏng.".into(),
            n => format!("{n} số liệu khác với kết quả kèm theo phiên bản này của chương trình, vượt sai số mô phỏng, hoặc mới xuất hiện, hoặc không còn:"),
        },
    }
}

/// A number that moved.
pub fn has_moved(
    scenario: &str,
    name: &str,
    scope: &str,
    year: Year,
    then: &str,
    now: &str,
) -> String {
    say! {
        en: format!("{scenario}: {name} ({scope}, {year}) was {then} and is {now}"),
        vi: format!("{scenario}: {name} ({scope}, năm {year}) trước là {then}, nay là {now}"),
    }
}

/// A number that is gone.
pub fn is_gone(scenario: &str, name: &str, scope: &str, year: Year) -> String {
    say! {
        en: format!("{scenario}: {name} ({scope}, {year}) is no longer answered"),
        vi: format!("{scenario}: {name} ({scope}, năm {year}) không còn kết quả"),
    }
}

/// A number that came.
pub fn is_new(scenario: &str, name: &str, scope: &str, year: Year) -> String {
    say! {
        en: format!("{scenario}: {name} ({scope}, {year}) is new"),
        vi: format!("{scenario}: {name} ({scope}, năm {year}) là kết quả mới"),
    }
}

/// What a cost is.
pub const COST: Said = Said::new(
    "all costs of all years together, constant prices",
    "tổng chi phí của tất cả các năm, giá so sánh",
);

/// The scenario that an answer is told against, in a sentence.
fn the(against: &str) -> String {
    say! {
        en: match against {
            "baseline" => "the baseline".to_owned(),
            other => other.to_owned(),
        },
        vi: match against {
            "baseline" => "kịch bản cơ sở".to_owned(),
            other => format!("kịch bản {other}"),
        },
    }
}

/// How sure a target is, with its doubt.
pub fn with_doubt(sure: &str, doubt: &str) -> String {
    match doubt.is_empty() {
        true => sure.to_owned(),
        false => format!("{sure}, {doubt}"),
    }
}

/// How sure a target is if it goes on in one way of several.
pub fn in_way(way: &str, sure: &str) -> String {
    let way = super::data::spoken(way);
    say! {
        en: format!("{sure} (if it goes on so: {way})"),
        vi: format!("{sure} (nếu diễn biến tiếp theo là: {way})"),
    }
}

/// How sure a target is that is counted in two ways.
pub fn of_two_counts(official: &str, built: &str) -> String {
    say! {
        en: format!("as reported {official}; as built {built}"),
        vi: format!("theo số báo cáo: {official}; theo số thực có: {built}"),
    }
}

/// A chance now, and as it was in `against`; `both` are the two.
pub fn chance(asks: &str, against: &str, now: &str, both: Option<(f64, f64)>) -> String {
    let asks = lower_first(asks);
    let percent = |value: f64| number::decimal(value * 100.0, 1);
    let against = say!(en: against.to_owned(), vi: the(against));
    match both {
        Some((value, then)) => {
            let (value, then) = (percent(value), percent(then));
            format!("{asks}: {now} ({value}%; {against}: {then}%)")
        }
        None => format!("{asks}: {now}"),
    }
}

/// The chances in one sentence.
pub fn chances(all: &[String]) -> Option<String> {
    (!all.is_empty()).then(|| format!("{}.", upper_first(&all.join("; "))))
}

/// How many of the headline targets have the chance they have in `against`.
pub fn alike(targets: usize, told: usize, against: &str) -> Option<String> {
    let the = the(against);
    say! {
        en: match (targets, told) {
            (0, _) => None,
            (1, 0) => Some(format!(
                "The headline target has {the}'s chance, to half a point."
            )),
            (n, 0) => Some(format!(
                "All {n} headline targets have {the}'s chances, to half a point."
            )),
            (1, _) => Some(format!(
                "The other headline target has {the}'s chance, to half a point."
            )),
            (n, _) => Some(format!(
                "The other {n} headline targets have {the}'s chances, to half a point."
            )),
        },
        vi: {
            let which = match (targets, told) {
                (0, _) => return None,
                (1, 0) => "Chỉ tiêu chủ yếu".to_owned(),
                (n, 0) => format!("Cả {n} chỉ tiêu chủ yếu"),
                (1, _) => "Chỉ tiêu chủ yếu còn lại".to_owned(),
                (n, _) => format!("{n} chỉ tiêu chủ yếu còn lại"),
            };
            Some(format!(
                "{which} có khả năng đạt như {the}, chênh lệch không quá nửa điểm phần trăm."
            ))
        },
    }
}

/// A mean as an answer prints it: money with its currency.
pub fn amount(unit: Unit, value: f64, currency: &str) -> String {
    match unit {
        Unit::Money => format!("{} {currency}", number::value(unit, value)),
        _ => number::value(unit, value),
    }
}

/// A change of one year.
pub fn change(year: Year, then: &str, now: &str) -> String {
    say! {
        en: format!("from {then} to {now} in {year}"),
        vi: format!("từ {then} đến {now} năm {year}"),
    }
}

/// An indicator that moved against the baseline.
pub fn moved(title: &str, changes: &[String]) -> String {
    let title = lower_first(title);
    say! {
        en: format!("{title} {}", changes.join(" and ")),
        vi: format!("{title} {}", changes.join(" và ")),
    }
}

/// What moved against another scenario.
pub fn moved_against(moved: &[String], against: &str) -> String {
    let the = the(against);
    if moved.is_empty() {
        say! {
            en: format!("Nothing its policies are for moves by a printed digit against {the}."),
            vi: format!("Các chỉ số mà giải pháp hướng tới không thay đổi đến mức thấy được so với {the}."),
        }
    } else {
        let moved = moved.join("; ");
        say! {
            en: format!("Means against {the}: {moved}."),
            vi: format!("Trung bình so với {the}: {moved}."),
        }
    }
}

/// What it costs beyond another scenario.
pub fn cost(more: f64, currency: &str, last: Year, against: &str) -> String {
    let amount = grouped(more.abs());
    let the = the(against);
    say! {
        en: {
            let what = if more >= 0.0 { "more" } else { "less" };
            format!(
                "All payers together spend {amount} {currency} {what} than in {the} up to {last}, at constant prices."
            )
        },
        vi: {
            let what = if more >= 0.0 { "tốn thêm" } else { "tiết kiệm" };
            format!(
                "Tính chung tất cả các nguồn, {what} {amount} {currency} so với {the} đến hết năm {last}, theo giá so sánh."
            )
        },
    }
}

/// The head of the library's page.
pub const LIBRARY: Said = Said::new(
    "\
# The questions that come with carecast

Each file here is a question, with its sources in comments. `carecast run NAME` answers one, `carecast gallery` all of
them. The answers below come from as many futures as `answers.csv` says beside each number; a test lives every question
again, holds these numbers against what it finds, and the paragraphs against the numbers.
",
    "\
# Các câu hỏi đi kèm carecast

Mỗi tệp ở đây là một câu hỏi, nguồn ghi trong phần chú thích. Lệnh `carecast run NAME` trả lời một câu hỏi, `carecast
gallery` trả lời tất cả. Kết quả dưới đây lấy từ số lượt mô phỏng ghi cạnh mỗi số trong `answers.csv`; một phép kiểm thử
chạy lại từng câu hỏi, đối chiếu các số này với kết quả mới, và đối chiếu các đoạn văn với các số.
",
);
