//! What is said of [`FeeExemption`](super::FeeExemption).

use crate::policy::rollout::words as rollout;
use crate::said::{Message, Said, messages, say};
use crate::units::Year;
use crate::words::codes::{Code, refuses, warns};
use crate::words::number::percent;
use crate::words::tasks::named;

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    refuses(
        "exemption::no-figures",
        Said::new(
            "The base holds no assumptions on visits, the insurance fund and co-payments.",
            "Bộ số liệu gốc không có giả định về lượt khám, quỹ bảo hiểm y tế và phần cùng chi trả.",
        ),
        Said::new(
            "Copy those that begin with `visits.`, `fund.`, `fee.` and `check.` from the built-in base and write your country's figures.",
            "Chép các giả định bắt đầu bằng `visits.`, `fund.`, `fee.` và `check.` từ bộ số liệu có sẵn và ghi số liệu của nước mình.",
        ),
    ),
    rollout::no_province(
        "exemption::no-province",
        Said::new(
            "The list of provinces of an exemption is empty.",
            "Danh sách tỉnh, thành phố của giải pháp miễn viện phí để trống.",
        ),
    ),
    refuses(
        "exemption::no-rate",
        Said::new(
            "The list of contribution rates of an exemption is empty.",
            "Danh sách mức đóng của giải pháp miễn viện phí để trống.",
        ),
        Said::new(
            "Write at least one rate with its year, or leave `contribution` out.",
            "Ghi ít nhất một mức đóng kèm năm, hoặc bỏ `contribution`.",
        ),
    ),
    warns(
        "exemption::over-all",
        Said::new(
            "Exemptions that act in the same years and places take over more than all co-payments together: what is over does nothing.",
            "Các giải pháp miễn viện phí trong cùng năm và cùng địa bàn cộng lại chi trả thay nhiều hơn toàn bộ phần cùng chi trả: phần vượt không có tác dụng.",
        ),
        Said::new(
            "Let their shares add to 1 at most, or take one of them out.",
            "Để tổng các tỷ lệ tối đa là 1, hoặc bỏ một giải pháp.",
        ),
    ),
    refuses(
        "exemption::private-payer",
        Said::new(
            "Private owners are named as those who take over the fees of patients.",
            "Nguồn chi trả thay viện phí được ghi là nhà đầu tư tư nhân.",
        ),
        Said::new(
            "Write `payer: Hospitals` for the insurance fund, `Ministry` or `Provincial` for a budget.",
            "Ghi `payer: Hospitals` nếu do quỹ bảo hiểm y tế, `Ministry` hoặc `Provincial` nếu do ngân sách.",
        ),
    ),
    rollout::province_twice(
        "exemption::province-twice",
        Said::new(
            "A province stands twice in the list of an exemption.",
            "Một tỉnh, thành phố có hai lần trong danh sách của giải pháp miễn viện phí.",
        ),
    ),
    warns(
        "exemption::rate-implausible",
        Said::new(
            "A contribution rate is more than three times today's; often a percentage written as a whole number.",
            "Mức đóng bảo hiểm y tế cao hơn ba lần mức hiện nay; thường do ghi phần trăm thành số nguyên.",
        ),
        Said::new(
            "Rates are parts of the wage: 5.1 % is 0.051.",
            "Mức đóng là phần của tiền lương: 5,1% ghi là 0.051.",
        ),
    ),
    refuses(
        "exemption::rate-too-high",
        Said::new(
            "A contribution rate takes more than three tenths of the wage; often a percentage written as a whole number or a whole wage.",
            "Mức đóng bảo hiểm y tế lấy hơn ba phần mười tiền lương; thường do ghi phần trăm thành số nguyên hoặc ghi cả tiền lương.",
        ),
        Said::new(
            "Rates are parts of the wage: 5.1 % is 0.051.",
            "Mức đóng là phần của tiền lương: 5,1% ghi là 0.051.",
        ),
    ),
    refuses(
        "exemption::rate-twice",
        Said::new(
            "Two contribution rates begin in the same year.",
            "Hai mức đóng bảo hiểm y tế bắt đầu trong cùng một năm.",
        ),
        Said::new("Keep one of the two.", "Giữ một trong hai."),
    ),
    warns(
        "exemption::size-zero",
        Said::new(
            "An exemption takes over nothing and changes no contribution.",
            "Giải pháp miễn viện phí không chi trả thay gì và không thay đổi mức đóng.",
        ),
        Said::new(
            "Write the share that patients no longer pay, or take the policy out.",
            "Ghi tỷ lệ người bệnh không phải trả, hoặc bỏ giải pháp.",
        ),
    ),
    warns(
        "exemption::two-rates",
        Said::new(
            "Two exemptions that act in the same years set contribution rates: only one of them acts.",
            "Hai giải pháp miễn viện phí có hiệu lực trong cùng năm đều đặt mức đóng: chỉ một mức có tác dụng.",
        ),
        Said::new(
            "Write all rates into one policy. Where two are left, that of the id that comes last in alphabetical order acts.",
            "Ghi mọi mức đóng vào một giải pháp. Nếu để cả hai, mức của giải pháp có mã đứng sau theo thứ tự chữ cái có tác dụng.",
        ),
    ),
    rollout::unknown_province(
        "exemption::unknown-province",
        Said::new(
            "An exemption names a province the base does not have.",
            "Giải pháp miễn viện phí ghi một tỉnh, thành phố mà bộ số liệu gốc không có.",
        ),
    ),
    refuses(
        "exemption::year-outside-horizon",
        Said::new(
            "The share is reached, or a contribution rate begins, in a year the run does not reach or the policy does not act in.",
            "Tỷ lệ đạt được, hoặc mức đóng bắt đầu, vào năm ngoài kỳ mô phỏng hoặc năm mà giải pháp không có hiệu lực.",
        ),
        Said::new(
            "Change the year, or `from` and `to` of the policy.",
            "Sửa năm đó, hoặc `from` và `to` của giải pháp.",
        ),
    ),
];

pub(super) const RATE: Said = Said::new("the contribution rate begins in", "mức đóng bắt đầu");

messages! {
    no_figures() = "this base says nothing about visits, insurance and co-payments"
        => "copy the assumptions that begin with `visits.`, `fund.`, `fee.` and `check.` from the built-in base, with your country's figures",
        vi "bộ số liệu gốc này không có số liệu về lượt khám, bảo hiểm y tế và phần cùng chi trả"
        => "chép các giả định bắt đầu bằng `visits.`, `fund.`, `fee.` và `check.` từ bộ số liệu có sẵn, với số liệu của nước mình";
    no_province() = "the list of provinces is empty: nobody would be exempt"
        => "name at least one province, or leave `provinces` out for all of them",
        vi "danh sách tỉnh, thành phố để trống: không ai được miễn"
        => "ghi ít nhất một tỉnh, thành phố, hoặc bỏ `provinces` để áp dụng cho cả nước";
    no_rate() = "the list of contribution rates is empty"
        => "write at least one, as (2027, 0.051), or leave `contribution` out",
        vi "danh sách mức đóng để trống"
        => "ghi ít nhất một mức, ví dụ (2027, 0.051), hoặc bỏ `contribution`";
    over_all(taken) = "with earlier policies, which take over {taken}, more than all co-payments would be taken over"
        => "let the shares of the same years and places add to 1 at most: what is over does nothing",
        vi "cùng với các giải pháp trước, đã chi trả thay `{taken}`, tổng vượt quá toàn bộ phần cùng chi trả"
        => "để tổng các tỷ lệ trong cùng năm và địa bàn tối đa là 1: phần vượt không có tác dụng";
    two_rates(first) = "\"{first}\" sets a contribution rate in the same years: only one of them acts"
        => "write all rates into one policy; else those of the id that comes last in alphabetical order act",
        vi "\"{first}\" cũng đặt mức đóng trong cùng năm: chỉ một mức có tác dụng"
        => "ghi mọi mức đóng vào một giải pháp; nếu không, mức của giải pháp có mã đứng sau theo thứ tự chữ cái có tác dụng";
    private_payer() = "private owners do not take over the fees of patients"
        => "write `payer: Hospitals` for the insurance fund, `Ministry` or `Provincial` for a budget",
        vi "nhà đầu tư tư nhân không chi trả thay viện phí của người bệnh"
        => "ghi `payer: Hospitals` nếu do quỹ bảo hiểm y tế, `Ministry` hoặc `Provincial` nếu do ngân sách";
    changes_nothing() = "a share of 0 takes over nothing"
        => "write the share of co-payments that patients no longer pay: 1 is all of them",
        vi "tỷ lệ bằng 0 thì không chi trả thay gì"
        => "ghi tỷ lệ phần cùng chi trả mà người bệnh không phải trả: 1 là toàn bộ";
    rate_twice(year: Year) = "two contribution rates begin in {year}"
        => "keep one of the two",
        vi "hai mức đóng cùng bắt đầu năm {year}"
        => "giữ một trong hai";
}

/// A contribution rate far above today's.
pub(super) fn rate(rate: f64) -> Message {
    say! {
        en: Message {
            text: format!("a contribution of {} of the wage", percent(rate)),
            help: "rates are parts of the wage: 5.1 % is 0.051".to_owned(),
        },
        vi: Message {
            text: format!("mức đóng bằng {} tiền lương", percent(rate)),
            help: "mức đóng là phần của tiền lương: 5,1% ghi là 0.051".to_owned(),
        },
    }
}

/// The product: a share of co-payments that patients no longer pay.
pub(super) fn taken_over(share: f64, by: Option<Year>, places: Option<&[String]>) -> String {
    say! {
        en: {
            let what = match share {
                1.0 => "patients make no co-payments".to_owned(),
                _ => format!("patients are exempt from {} of co-payments", percent(share)),
            };
            let where_ = places.map_or(String::new(), |all| format!(" in {}", named(all)));
            let by = by.map_or(String::new(), |year| format!(" by {year}"));
            format!("{what}{where_}{by}")
        },
        vi: {
            let what = match share {
                1.0 => "người bệnh được miễn toàn bộ phần cùng chi trả".to_owned(),
                _ => format!("người bệnh được miễn {} phần cùng chi trả", percent(share)),
            };
            let where_ = places.map_or(String::new(), |all| format!(" tại {}", named(all)));
            let by = rollout::from_on(by);
            format!("{what}{where_}{by}")
        },
    }
}
