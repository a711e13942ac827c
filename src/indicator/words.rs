//! What indicators say that are made from the tables of a base.

use crate::base::{JudgedOn, TrackedIndicator, Weight};
use crate::said::{Told, say};
use crate::units::Year;
use crate::words::data;

/// What a followed indicator counts; `own`: codes of the provinces with a value of their own.
pub(super) fn followed(of: &TrackedIndicator, own: &[&str]) -> String {
    let by = match of.weight {
        Weight::People => say!(en: "people", vi: "theo dân số"),
        Weight::Facilities => say!(en: "facilities", vi: "theo số cơ sở y tế"),
        Weight::Plain => say!(en: "provinces alike", vi: "với trọng số như nhau"),
    };
    let judged = match of.judged_on {
        JudgedOn::Published => {
            say!(en: "published, with its error", vi: "số công bố, gồm cả sai số")
        }
        JudgedOn::True => {
            say!(en: "it is, without error of observation", vi: "giá trị thực, không tính sai số quan sát")
        }
    };
    let known = if own.is_empty() {
        say! {
            en: "no province has a value of its own: all lie about the nation's".to_owned(),
            vi: "không tỉnh, thành phố nào có giá trị riêng: tất cả nằm quanh mức cả nước".to_owned(),
        }
    } else {
        let own = own.join(", ");
        say! {
            en: format!(
                "provinces with a value of their own: {own}; all others lie about the rest of the nation"
            ),
            vi: format!(
                "tỉnh, thành phố có giá trị riêng: {own}; các địa phương khác nằm quanh mức của phần còn lại của cả nước"
            ),
        }
    };
    let meaning = data::spoken(&of.meaning);
    say! {
        en: format!("{meaning}; as {judged}; followed, added up by {by}; {known}"),
        vi: format!("{meaning}; {judged}; chỉ số theo dõi, gộp các địa phương {by}; {known}"),
    }
}

/// What a sum of others counts.
pub(super) fn together(of: &[&str]) -> String {
    let of = of.join(", ");
    say! {
        en: format!("declared by the scenario: the sum of {of}"),
        vi: format!("kịch bản tự khai báo: tổng của {of}"),
    }
}

/// Things of several kinds, counted in one.
pub(super) fn counted_together(things: &[&Told]) -> String {
    let mut all: Vec<&str> = things.iter().map(|told| told.as_str()).collect();
    let last = all.pop().unwrap_or_default();
    let before = all.join(", ");
    say! {
        en: format!("{before} and {last}"),
        vi: format!("{before} và {last}"),
    }
}

/// What a milestone counts.
pub(super) fn milestone(planned: Year) -> String {
    say! {
        en: format!("1 in futures in which it is reached by the end of the year, planned for {planned}"),
        vi: format!("bằng 1 trong lượt mô phỏng có mốc hoàn thành chậm nhất vào cuối năm; kế hoạch năm {planned}"),
    }
}
