//! What is said of [`Incentives`](super::Incentives).

use crate::base::Employer;
use crate::said::{Said, messages, say};
use crate::words::codes::{Code, refuses, warns};
use crate::words::number::{percent, trimmed};

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    refuses(
        "incentives::no-posts",
        Said::new(
            "The staff of this occupation are not followed by employer, so nobody knows who would get the allowance.",
            "Nhóm nhân lực này không được theo dõi theo đơn vị sử dụng, nên không biết ai được hưởng phụ cấp.",
        ),
        Said::new(
            "Name an occupation with posts: the message lists them.",
            "Ghi một nhóm có vị trí việc làm: thông báo liệt kê các nhóm.",
        ),
    ),
    refuses(
        "incentives::not-public",
        Said::new(
            "An allowance is promised to private staff, or to no employer.",
            "Phụ cấp được đặt cho nhân lực tư nhân, hoặc không ghi đơn vị nào.",
        ),
        Said::new(
            "Name Central, Provincial or Commune.",
            "Ghi Central, Provincial hoặc Commune.",
        ),
    ),
    warns(
        "incentives::points-as-share",
        Said::new(
            "An allowance of less than one point of pay is written; often a share was meant.",
            "Mức phụ cấp ghi dưới một điểm phần trăm lương; thường do viết theo tỷ lệ.",
        ),
        Said::new(
            "Points are hundredths of pay: three tenths are written 30.",
            "Một điểm là một phần trăm lương: ba phần mười viết là 30.",
        ),
    ),
    warns(
        "incentives::size-zero",
        Said::new(
            "An allowance of 0 points without starting pay changes nothing.",
            "Phụ cấp 0 điểm và không có lương khởi điểm thì không thay đổi gì.",
        ),
        Said::new(
            "Write the points of pay, or take the policy out; a run with it gives the numbers of the run without it.",
            "Ghi số điểm phần trăm của lương, hoặc bỏ giải pháp; để nguyên thì kết quả như không có giải pháp.",
        ),
    ),
    refuses(
        "incentives::touches-nothing",
        Said::new(
            "The allowance would reach nobody: no employer, no province, or none as poor as written.",
            "Phụ cấp không đến với ai: không có đơn vị, không có tỉnh, thành phố, hoặc không nơi nào có thu nhập thấp như đã ghi.",
        ),
        Said::new(
            "Name an employer and a province; the income index of the nation is 1.",
            "Ghi đơn vị và tỉnh, thành phố; chỉ số thu nhập của cả nước là 1.",
        ),
    ),
    refuses(
        "incentives::twice",
        Said::new(
            "An employer or a province stands twice in its list.",
            "Một đơn vị hoặc một tỉnh, thành phố có hai lần trong danh sách.",
        ),
        Said::new(
            "Keep it once; more pay is more points.",
            "Giữ một lần; muốn trả cao hơn thì tăng số điểm.",
        ),
    ),
    refuses(
        "incentives::unknown-occupation",
        Said::new(
            "The base has no occupation with this code.",
            "Bộ số liệu gốc không có nhóm nhân lực mang mã này.",
        ),
        Said::new(
            "Occupations are written in the singular: the message lists them.",
            "Mã nhóm nhân lực viết ở số ít: thông báo liệt kê các mã.",
        ),
    ),
    refuses(
        "incentives::unknown-province",
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
        "incentives::very-large",
        Said::new(
            "An allowance more than doubles pay: often a zero too many.",
            "Phụ cấp làm lương tăng hơn gấp đôi: thường do thừa một số 0.",
        ),
        Said::new(
            "Check the points; past about half of pay more of it moves hardly anybody.",
            "Kiểm tra số điểm; quá khoảng một nửa lương, tăng thêm hầu như không giữ thêm được ai.",
        ),
    ),
];

messages! {
    nobody() = "this allowance is paid to nobody: the list of employers is empty"
        => "name Central, Provincial or Commune, or take the policy out",
        vi "phụ cấp này không trả cho ai: danh sách đơn vị để trống"
        => "ghi Central, Provincial hoặc Commune, hoặc bỏ giải pháp";
    not_public(employer: Employer)
        = "{employer:?} is no public employer: its pay is not the state's to raise"
        => "name Central, Provincial or Commune",
        vi "{employer:?} không phải đơn vị công lập: Nhà nước không quyết định tiền lương ở đó"
        => "ghi Central, Provincial hoặc Commune";
    employer_twice(employer: Employer) = "{employer:?} is in the list twice"
        => "keep one of the two; more pay is more points",
        vi "{employer:?} có hai lần trong danh sách"
        => "giữ một trong hai; muốn trả cao hơn thì tăng số điểm";
    no_points() = "an allowance of 0 points changes nothing"
        => "write the points of pay: 30 raises pay by three tenths",
        vi "phụ cấp 0 điểm không thay đổi gì"
        => "ghi số điểm phần trăm của lương: 30 là tăng lương ba phần mười";
    as_share(points) = "{points} points are {points}% of pay"
        => "points are hundredths: three tenths of pay are written 30",
        vi "{points} điểm là {points}% lương"
        => "một điểm là một phần trăm: ba phần mười lương viết là 30";
    very_large(points) = "{points} points more than double pay"
        => "is there a zero too many? Past about half of pay more of it moves hardly anybody",
        vi "{points} điểm làm lương tăng hơn gấp đôi"
        => "có thừa một số 0 không? Quá khoảng một nửa lương, tăng thêm hầu như không giữ thêm được ai";
    no_province() = "the list of provinces is empty: the allowance would reach nobody"
        => "name at least one province, or leave `place` out",
        vi "danh sách tỉnh, thành phố để trống: phụ cấp không đến với ai"
        => "ghi ít nhất một tỉnh, thành phố, hoặc bỏ `place`";
    none_as_poor(level, lowest) = "no province has an income index below {level}"
        => "the lowest of the base is {lowest:.2}; the nation's is 1",
        vi "không tỉnh, thành phố nào có chỉ số thu nhập dưới {level}"
        => "mức thấp nhất của bộ số liệu gốc là `{lowest:.2}`; cả nước là 1";
}

/// An allowance is paid.
pub(super) fn allowance(points: f64, starting: Option<f64>) -> String {
    let points = trimmed(points, 1);
    match starting {
        Some(share) => say! {
            en: format!(
                "an allowance of {points} points of pay and starting pay {} higher in force",
                percent(share)
            ),
            vi: format!(
                "áp dụng phụ cấp {points}% lương và lương khởi điểm cao hơn {}",
                percent(share)
            ),
        },
        None => say! {
            en: format!("an allowance of {points} points of pay in force"),
            vi: format!("áp dụng phụ cấp {points}% lương"),
        },
    }
}
