//! Sentences about targets: levers that cannot act in time.

use super::number::decimal;
use super::report::things_in_vietnamese;
use crate::said::{Said, say};
use crate::units::Year;

/// The document of a target that a scenario sets.
pub const SET_BY_SCENARIO: Said = Said::new("set by this scenario", "do kịch bản này đặt ra");

/// Name of a set of targets of one document and year that are followed, not built from stocks.
pub fn followed_together(document: &str, year: Year) -> String {
    say! {
        en: format!("{document}, {year}, followed indicators"),
        vi: format!("{document}, năm {year}, các chỉ số theo dõi"),
    }
}

/// Name of the goals of the nation of one document and one year.
pub fn of_a_year_together(document: &str, year: Year) -> String {
    say! {
        en: format!("{document}, {year}"),
        vi: format!("{document}, năm {year}"),
    }
}

/// Name of the goals of one document, whenever each is due.
pub fn goals_together(document: &str) -> String {
    match document == SET_BY_SCENARIO {
        true => say!(
            en: "all targets of this scenario",
            vi: "tất cả các chỉ tiêu của kịch bản này"
        )
        .to_owned(),
        false => say! {
            en: format!("all goals of {document}"),
            vi: format!("tất cả các mục tiêu của {document}"),
        },
    }
}

/// New students finish too late.
pub fn students_too_late(
    plural: &str,
    first: Year,
    study_years: u32,
    target: Year,
) -> Option<String> {
    let licensed = first.plus(study_years as i32 + 1);
    (licensed > target).then(|| {
        say! {
            en: format!("places for new students begun in {first} give licensed {plural} from {licensed}: too late for {target}"),
            vi: format!(
                "sinh viên tuyển thêm từ năm {first} chỉ được cấp giấy phép hành nghề {} từ năm {licensed}: không kịp cho năm {target}",
                things_in_vietnamese(plural)
            ),
        }
    })
}

/// The first students of a policy finish too late.
pub fn classes_too_late(
    policy: &str,
    plural: &str,
    from: Year,
    study_years: u32,
    target: Year,
) -> Option<String> {
    let licensed = from.plus(study_years as i32 + 1);
    (licensed > target).then(|| {
        say! {
            en: format!("the policy of {from} ({policy}) admits its first students in {from}: after {study_years} years of study and one of practice they are licensed as {plural} from {licensed}: too late for {target}"),
            vi: format!(
                "giải pháp từ năm {from} ({policy}) tuyển khóa sinh viên đầu tiên năm {from}: sau {study_years} năm học và một năm thực hành, từ năm {licensed} mới được cấp giấy phép hành nghề {}: không kịp cho năm {target}",
                things_in_vietnamese(plural)
            ),
        }
    })
}

/// Money spent late opens beds after the target's year.
pub fn money_too_late(mean_lag: f64, target: Year) -> String {
    let last = target.plus(-(libm::ceil(mean_lag) as i32));
    say! {
        en: format!(
            "a bed opens {mean_lag:.1} years after its money on average: what is spent after {last} mostly opens after {target}"
        ),
        vi: format!(
            "giường bệnh đưa vào hoạt động bình quân {} năm sau khi giải ngân: vốn chi sau năm {last} phần lớn chỉ có giường sau năm {target}",
            decimal(mean_lag, 1)
        ),
    }
}
