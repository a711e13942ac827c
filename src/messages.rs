//! Every message about what was asked: what is wrong with a scenario or a base, and the way out. What
//! a policy or an indicator says about itself stands with it; answers are worded in `words`.

pub mod arguments;
pub mod base;
pub mod parts;
pub mod scenario;
pub mod source;
pub mod units;

use crate::said::sentences;

/// Under the place of a mistake.
pub(crate) const HERE: &str = "here";
/// Under what is written twice.
pub(crate) const FIRST_TIME: &str = "the first time";
/// Under what is written twice.
pub(crate) const SECOND_TIME: &str = "the second time";
/// Before the code of what refuses a file.
pub(crate) const ERROR: &str = "Error";
/// Before the code of what is only unusual.
pub(crate) const WARNING: &str = "Warning";

sentences! {
    did_you_mean(name) = "did you mean \"{name}\"?";
    did_you_mean_name(name) = "did you mean `{name}`?";
    did_you_mean_id(id) = "did you mean {id}?";
    choose_one(names) = "choose one of: {names}";
    shared_luck(first, second)
        = "\"{first}\" and \"{second}\" would share their random numbers; please rename one of them";
    and_more(more) = "... and {more} more";
}

/// The problems of a file, counted in one line.
pub(crate) fn summary(file: &str, errors: usize, warnings: usize) -> String {
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
