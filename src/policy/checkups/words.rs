//! What is said of [`CheckUps`](super::CheckUps).

use super::Group;
use crate::policy::rollout::words as rollout;
use crate::said::{Said, messages, say};
use crate::units::Year;
use crate::words::codes::{Code, refuses, warns};
use crate::words::hindcast::and;
use crate::words::number::percent;

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    refuses(
        "checkup::group-twice",
        Said::new(
            "A group of people stands twice in the list of a plan of check-ups.",
            "Một nhóm đối tượng có hai lần trong danh sách của kế hoạch khám sức khỏe.",
        ),
        Said::new("Keep one of the two.", "Giữ một trong hai."),
    ),
    refuses(
        "checkup::no-figures",
        Said::new(
            "The base holds no assumptions on visits and check-ups.",
            "Bộ số liệu gốc không có giả định về lượt khám và khám sức khỏe.",
        ),
        Said::new(
            "Copy those that begin with `visits.`, `fund.`, `fee.` and `check.` from the built-in base and write your country's figures.",
            "Chép các giả định bắt đầu bằng `visits.`, `fund.`, `fee.` và `check.` từ bộ số liệu có sẵn và ghi số liệu của nước mình.",
        ),
    ),
    warns(
        "checkup::over-all",
        Said::new(
            "Plans of check-ups that act in the same years promise the same people more than one each: what is over does nothing.",
            "Các kế hoạch khám sức khỏe trong cùng năm hứa cho cùng một nhóm người nhiều hơn một lần mỗi người: phần vượt không có tác dụng.",
        ),
        Said::new(
            "Let the shares of the same people add to 1 at most, or take a plan out.",
            "Để tổng các tỷ lệ của cùng một nhóm người tối đa là 1, hoặc bỏ một kế hoạch.",
        ),
    ),
    refuses(
        "checkup::private-payer",
        Said::new(
            "Private owners are named as those who pay for free check-ups.",
            "Nguồn chi trả khám sức khỏe miễn phí được ghi là nhà đầu tư tư nhân.",
        ),
        Said::new(
            "Write `payer: Hospitals` for the insurance fund, `Ministry` or `Provincial` for a budget.",
            "Ghi `payer: Hospitals` nếu do quỹ bảo hiểm y tế, `Ministry` hoặc `Provincial` nếu do ngân sách.",
        ),
    ),
    rollout::province_twice(
        "checkup::province-twice",
        Said::new(
            "A province stands twice in the list of a plan of check-ups.",
            "Một tỉnh, thành phố có hai lần trong danh sách của kế hoạch khám sức khỏe.",
        ),
    ),
    warns(
        "checkup::size-zero",
        Said::new(
            "Check-ups are promised to nobody, or there is no money for any.",
            "Không có ai trong kế hoạch khám sức khỏe, hoặc không có kinh phí.",
        ),
        Said::new(
            "Write the share of people who are promised one, and leave `budget` out for as much as it takes.",
            "Ghi tỷ lệ người dân trong kế hoạch, và bỏ `budget` nếu kinh phí theo nhu cầu.",
        ),
    ),
    refuses(
        "checkup::touches-nothing",
        Said::new(
            "The list of groups or of provinces of a plan of check-ups is empty.",
            "Danh sách nhóm đối tượng hoặc tỉnh, thành phố của kế hoạch khám sức khỏe để trống.",
        ),
        Said::new(
            "Name at least one, or leave the list out for all of them.",
            "Ghi ít nhất một, hoặc bỏ danh sách để áp dụng cho tất cả.",
        ),
    ),
    rollout::unknown_province(
        "checkup::unknown-province",
        Said::new(
            "A plan of check-ups names a province the base does not have.",
            "Kế hoạch khám sức khỏe ghi một tỉnh, thành phố mà bộ số liệu gốc không có.",
        ),
    ),
    rollout::year_outside("checkup::year-outside-horizon"),
];

messages! {
    over_all(promised) = "with earlier plans, which promise {promised}, the same people would be promised more than one check-up each"
        => "let the shares of the same people, years and places add to 1 at most: what is over does nothing",
        vi "cùng với các kế hoạch trước, đã hứa `{promised}`, cùng một nhóm người sẽ được hứa nhiều hơn một lần khám mỗi người"
        => "để tổng các tỷ lệ của cùng nhóm người, năm và địa bàn tối đa là 1: phần vượt không có tác dụng";
    private_payer() = "private owners do not pay for free check-ups"
        => "write `payer: Hospitals` for the insurance fund, `Ministry` or `Provincial` for a budget",
        vi "nhà đầu tư tư nhân không chi trả khám sức khỏe miễn phí"
        => "ghi `payer: Hospitals` nếu do quỹ bảo hiểm y tế, `Ministry` hoặc `Provincial` nếu do ngân sách";
    no_figures() = "this base says nothing about visits and check-ups"
        => "copy the assumptions that begin with `visits.`, `fund.`, `fee.` and `check.` from the built-in base, with your country's figures",
        vi "bộ số liệu gốc này không có số liệu về lượt khám và khám sức khỏe"
        => "chép các giả định bắt đầu bằng `visits.`, `fund.`, `fee.` và `check.` từ bộ số liệu có sẵn, với số liệu của nước mình";
    no_province() = "the list of provinces is empty: nobody would be examined"
        => "name at least one province, or leave `provinces` out for all of them",
        vi "danh sách tỉnh, thành phố để trống: không ai được khám"
        => "ghi ít nhất một tỉnh, thành phố, hoặc bỏ `provinces` để áp dụng cho cả nước";
    no_group() = "the list of groups is empty: nobody would be examined"
        => "name Pupils, Workers, Elderly or Others, or leave `groups` out for everybody",
        vi "danh sách nhóm đối tượng để trống: không ai được khám"
        => "ghi Pupils, Workers, Elderly hoặc Others, hoặc bỏ `groups` để áp dụng cho toàn dân";
    group_twice() = "this group is in the list twice"
        => "keep one of the two",
        vi "nhóm này có hai lần trong danh sách"
        => "giữ một trong hai";
    changes_nothing() = "a share of 0 promises a check-up to nobody"
        => "write the share of people who are promised one each year: 1 is all of them",
        vi "tỷ lệ bằng 0 thì không ai được khám"
        => "ghi tỷ lệ người dân được khám mỗi năm: 1 là toàn bộ";
    no_money() = "without money no check-up is held"
        => "write how much there is a year, or leave `budget` out for as much as it takes",
        vi "không có kinh phí thì không khám được"
        => "ghi kinh phí mỗi năm, hoặc bỏ `budget` nếu kinh phí theo nhu cầu";
}

fn group(group: Group) -> &'static str {
    match group {
        Group::Pupils => say!(en: "pupils and students", vi: "học sinh, sinh viên"),
        Group::Workers => say!(en: "workers under contract", vi: "người lao động có hợp đồng"),
        Group::Elderly => say!(en: "people of 60 and over", vi: "người từ 60 tuổi"),
        Group::Others => say!(en: "people of no other group", vi: "các đối tượng khác"),
    }
}

/// The product: so many have a check-up each year.
pub(super) fn held(share: f64, groups: Option<&[Group]>, by: Option<Year>) -> String {
    let names: Vec<&str> = groups.unwrap_or(&[]).iter().map(|g| group(*g)).collect();
    say! {
        en: {
            let whom = match names.is_empty() {
                true => "the people".to_owned(),
                false => and(&names),
            };
            let by = rollout::from_on(by);
            format!("{} of {whom} have a free check-up each year{by}", percent(share))
        },
        vi: {
            let whom = match names.is_empty() {
                true => "người dân".to_owned(),
                false => and(&names),
            };
            let by = rollout::from_on(by);
            format!("{} {whom} được khám sức khỏe định kỳ miễn phí mỗi năm{by}", percent(share))
        },
    }
}
