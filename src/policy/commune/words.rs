//! What is said of [`CommuneDoctors`](super::CommuneDoctors).

use crate::said::{Said, messages, say};
use crate::words::codes::{Code, refuses, warns};
use crate::words::number::{grouped, trimmed};

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    warns(
        "commune::after-last-year",
        Said::new(
            "Scholarships begin so late that the first bound students are licensed after the last year of the run: it shows what they cost and not what they bring.",
            "Học bổng bắt đầu quá muộn, nên sinh viên đào tạo theo địa chỉ đầu tiên chỉ được cấp giấy phép hành nghề sau năm cuối của kỳ mô phỏng: kết quả cho thấy chi phí mà chưa cho thấy hiệu quả.",
        ),
        Said::new(
            "Make `years` longer, or let the policy start earlier.",
            "Kéo dài `years`, hoặc cho giải pháp bắt đầu sớm hơn.",
        ),
    ),
    refuses(
        "commune::by-outside-horizon",
        Said::new(
            "The posts of a recruitment would be complete in a year the run does not reach, or in one the policy does not act in.",
            "Vị trí việc làm tuyển dụng được bố trí đủ vào năm ngoài kỳ mô phỏng, hoặc năm mà giải pháp không có hiệu lực.",
        ),
        Said::new(
            "Change `by`, or `from` and `to` of the policy.",
            "Sửa `by`, hoặc `from` và `to` của giải pháp.",
        ),
    ),
    refuses(
        "commune::funded-without-standard",
        Said::new(
            "A share of the missing posts is to be funded, and no standard says how many are missing.",
            "Ghi tỷ lệ vị trí còn thiếu được cấp kinh phí, nhưng không có định mức nào cho biết thiếu bao nhiêu.",
        ),
        Said::new(
            "Add `standard: 4.5`, or write the posts themselves with `posts`.",
            "Thêm `standard: 4.5`, hoặc ghi số vị trí bằng `posts`.",
        ),
    ),
    refuses(
        "commune::no-stations",
        Said::new(
            "A province of the list has no commune station, or the base has none at all.",
            "Một tỉnh, thành phố trong danh sách không có trạm y tế xã, hoặc bộ số liệu gốc không có trạm nào.",
        ),
        Said::new(
            "Take the province out of the list.",
            "Bỏ tỉnh, thành phố đó khỏi danh sách.",
        ),
    ),
    refuses(
        "commune::posts-or-standard",
        Said::new(
            "A recruitment names neither posts nor a standard, or both, and it is not said which holds.",
            "Việc tuyển dụng không ghi số vị trí, cũng không ghi định mức; hoặc ghi cả hai nên không rõ áp dụng số nào.",
        ),
        Said::new(
            "Write one of `posts: 500` and `standard: 4.5`; both are two policies.",
            "Ghi một trong hai: `posts: 500` hoặc `standard: 4.5`; cần cả hai thì ghi thành hai giải pháp.",
        ),
    ),
    refuses(
        "commune::province-twice",
        Said::new(
            "A province stands twice in the list.",
            "Một tỉnh, thành phố có hai lần trong danh sách.",
        ),
        Said::new(
            "Keep it once; doctors are shared by what each province lacks.",
            "Giữ một lần; bác sĩ được phân bổ theo số còn thiếu của từng địa phương.",
        ),
    ),
    warns(
        "commune::size-zero",
        Said::new(
            "A number of doctors, posts, places or months is 0 and changes nothing.",
            "Số bác sĩ, vị trí, chỉ tiêu hoặc số tháng bằng 0 nên không thay đổi gì.",
        ),
        Said::new(
            "Write how many, or take the line out; a run with it gives the numbers of the run without it.",
            "Ghi số cụ thể, hoặc bỏ dòng đó; để nguyên thì kết quả như không có dòng đó.",
        ),
    ),
    refuses(
        "commune::touches-nothing",
        Said::new(
            "The policy names no way to get doctors to stations, or an empty list of provinces.",
            "Giải pháp không ghi cách nào đưa bác sĩ về trạm, hoặc danh sách tỉnh, thành phố trống.",
        ),
        Said::new(
            "Add `rotation`, `recruitment` or `scholarships`, and at least one province or no list.",
            "Thêm `rotation`, `recruitment` hoặc `scholarships`, và ghi ít nhất một tỉnh, thành phố hoặc bỏ danh sách.",
        ),
    ),
    refuses(
        "commune::unknown-province",
        Said::new(
            "The list of provinces holds a code the base does not have.",
            "Danh sách tỉnh, thành phố có một mã mà bộ số liệu gốc không có.",
        ),
        Said::new(
            "`carecast list provinces` shows the codes.",
            "`carecast list provinces` cho biết các mã.",
        ),
    ),
    warns(
        "commune::unusual-standard",
        Said::new(
            "The standard lies far from the 4 to 5 doctors a station that are planned.",
            "Định mức khác xa mức 4 đến 5 bác sĩ một trạm theo kế hoạch.",
        ),
        Said::new(
            "Check the number: it is doctors for each station, not for the province.",
            "Kiểm tra lại: đây là số bác sĩ của mỗi trạm, không phải của cả tỉnh, thành phố.",
        ),
    ),
];

pub(super) const POSTS_BY: Said =
    Said::new("all posts are to be there in", "mọi vị trí được bố trí đủ");

messages! {
    sends_nobody() = "this policy sends no doctor to a station"
        => "add `rotation`, `recruitment` or `scholarships`, or take the policy out",
        vi "giải pháp này không đưa bác sĩ nào về trạm"
        => "thêm `rotation`, `recruitment` hoặc `scholarships`, hoặc bỏ giải pháp";
    no_province() = "the list of provinces is empty: nobody would be sent anywhere"
        => "name at least one province, or leave `provinces` out",
        vi "danh sách tỉnh, thành phố để trống: không ai được đưa về đâu"
        => "ghi ít nhất một tỉnh, thành phố, hoặc bỏ `provinces`";
    province_without_stations(code, plural) = "\"{code}\" has no commune station with {plural}"
        => "take it out of the list",
        vi "\"{code}\" không có trạm y tế xã nào có {plural}"
        => "bỏ mã này khỏi danh sách";
    no_stations(plural) = "the base has no commune station with {plural}"
        => "take the policy out",
        vi "bộ số liệu gốc không có trạm y tế xã nào có {plural}"
        => "bỏ giải pháp";
    zero() = "a number of 0 changes nothing"
        => "write how many, or take the line out",
        vi "số 0 không thay đổi gì"
        => "ghi số cụ thể, hoặc bỏ dòng này";
    zero_months() = "a term of 0 months changes nothing"
        => "write the months each doctor spends at a station",
        vi "thời gian luân phiên 0 tháng không thay đổi gì"
        => "ghi số tháng mỗi bác sĩ làm việc tại trạm";
    after_last_year(plural, from, licensed, last)
        = "{plural} who begin in {from} come to stations from {licensed}, after the last year {last}: this run shows the cost and not the gain"
        => "make `years` longer, or let the policy start earlier",
        vi "{plural} nhập học năm {from} chỉ về trạm từ năm {licensed}, sau năm cuối {last}: kết quả cho thấy chi phí mà chưa cho thấy hiệu quả"
        => "kéo dài `years`, hoặc cho giải pháp bắt đầu sớm hơn";
    neither() = "the recruitment names neither posts nor a standard"
        => "write `posts: 500`, or `standard: 4.5` doctors a station",
        vi "việc tuyển dụng không ghi số vị trí, cũng không ghi định mức"
        => "viết `posts: 500`, hoặc `standard: 4.5` bác sĩ một trạm";
    both() = "the recruitment names posts and a standard: it is not said which holds"
        => "keep one of the two; both are two policies",
        vi "việc tuyển dụng ghi cả số vị trí và định mức: không rõ áp dụng số nào"
        => "giữ một trong hai; cần cả hai thì ghi thành hai giải pháp";
    unusual_standard(standard) = "{standard} doctors at every station"
        => "the standard of the base: `carecast explain post.commune_standard`",
        vi "{standard} bác sĩ ở mỗi trạm"
        => "định mức của bộ số liệu gốc: `carecast explain post.commune_standard`";
    funded_of_what()
        = "a share of the missing posts is funded, and no standard says how many are missing"
        => "add `standard: 4.5`, or write the posts themselves with `posts`",
        vi "có tỷ lệ vị trí còn thiếu được cấp kinh phí, nhưng không có định mức nào cho biết thiếu bao nhiêu"
        => "thêm `standard: 4.5`, hoặc ghi số vị trí bằng `posts`";
    funds_nothing() = "a funded share of 0 adds no post"
        => "write the share of the missing posts that is funded",
        vi "tỷ lệ được cấp kinh phí bằng 0 thì không thêm vị trí nào"
        => "ghi tỷ lệ vị trí còn thiếu được cấp kinh phí";
}

/// Doctors at stations: lent a year, recruited (posts, or a standard), places bound.
pub(super) fn station_doctors(
    lent: Option<f64>,
    recruited: Option<(Option<f64>, Option<f64>)>,
    bound: Option<f64>,
) -> String {
    let mut said = Vec::new();
    if let Some(doctors) = lent {
        said.push(say! {
            en: format!("{} doctors a year lent to stations", grouped(doctors)),
            vi: format!("mỗi năm {} bác sĩ luân phiên về trạm y tế xã", grouped(doctors)),
        });
    }
    match recruited {
        Some((Some(posts), _)) => said.push(say! {
            en: format!("{} posts added and filled", grouped(posts)),
            vi: format!("bổ sung và tuyển đủ {} vị trí việc làm", grouped(posts)),
        }),
        Some((None, Some(standard))) => said.push(say! {
            en: format!(
                "posts for {} doctors at every station added and filled",
                trimmed(standard, 1)
            ),
            vi: format!(
                "bổ sung và tuyển đủ vị trí việc làm cho {} bác sĩ ở mỗi trạm",
                trimmed(standard, 1)
            ),
        }),
        _ => {}
    }
    if let Some(places) = bound {
        said.push(say! {
            en: format!(
                "the first of {} bound students a year at a station",
                grouped(places)
            ),
            vi: format!(
                "khóa đầu tiên đào tạo theo địa chỉ ({} sinh viên mỗi năm) về trạm y tế xã",
                grouped(places)
            ),
        });
    }
    said.join("; ")
}
