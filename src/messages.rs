//! Every message about what was asked: what is wrong with a scenario or a base, and the way out. What
//! a policy or an indicator says about itself stands with it; answers are worded in `words`.

pub mod arguments;
pub mod base;
pub(crate) mod file;
pub mod parts;
pub mod scenario;
pub mod source;
pub mod units;

use crate::said::{Said, say, sentences};
use std::fmt::Display;

/// Under the place of a mistake.
pub(crate) const HERE: Said = Said::new("here", "tại đây");
/// Under what is written twice.
pub(crate) const FIRST_TIME: Said = Said::new("the first time", "lần thứ nhất");
/// Under what is written twice.
pub(crate) const SECOND_TIME: Said = Said::new("the second time", "lần thứ hai");
/// Before the code of what refuses a file.
pub(crate) const ERROR: Said = Said::new("Error", "Lỗi");
/// Before the code of what is only unusual.
pub(crate) const WARNING: Said = Said::new("Warning", "Cảnh báo");
/// Before the way out.
pub(crate) const HELP: Said = Said::new("help", "gợi ý");

sentences! {
    did_you_mean(name) = "did you mean \"{name}\"?", vi "có phải ý bạn là \"{name}\"?";
    did_you_mean_name(name) = "did you mean `{name}`?", vi "có phải ý bạn là `{name}`?";
    did_you_mean_id(id) = "did you mean {id}?", vi "có phải ý bạn là {id}?";
    choose_one(names) = "choose one of: {names}", vi "chọn một trong các giá trị: {names}";
    shared_luck(first, second)
        = "\"{first}\" and \"{second}\" would share their random numbers; please rename one of them",
        vi "\"{first}\" và \"{second}\" sẽ dùng chung số ngẫu nhiên; hãy đổi tên một trong hai";
    and_more(more) = "... and {more} more", vi "... và {more} mục khác";
}

/// What is wrong and the way out, as a terminal prints them one under the other.
pub(crate) fn with_help(text: impl Display, help: impl Display) -> String {
    format!("{text}\n  {HELP}: {help}")
}

/// The problems of a file, counted in one line.
pub(crate) fn summary(file: &str, errors: usize, warnings: usize) -> String {
    say! {
        en: summary_in_english(file, errors, warnings),
        vi: match (errors, warnings) {
            (0, 0) => format!("{file}: không có lỗi"),
            (0, n) => format!("{file}: {n} cảnh báo, không ảnh hưởng đến việc chạy"),
            (n, 0) => format!("{file}: còn {n} lỗi cần sửa"),
            (n, m) => format!("{file}: còn {n} lỗi cần sửa, {m} cảnh báo"),
        },
    }
}

fn summary_in_english(file: &str, errors: usize, warnings: usize) -> String {
    let mistakes = match errors {
        1 => "1 mistake".to_owned(),
        n => format!("{n} mistakes"),
    };
    let warned = match warnings {
        1 => "1 warning".to_owned(),
        n => format!("{n} warnings"),
    };
    match (errors, warnings) {
        (0, 0) => format!("{file}: no problem found"),
        (0, _) => format!("{file}: {warned}, nothing that stops a run"),
        (_, 0) => format!("{file}: {mistakes} to correct"),
        _ => format!("{file}: {mistakes} to correct, {warned}"),
    }
}
