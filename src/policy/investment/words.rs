//! What is said of [`Investment`](super::Investment).

use crate::said::{Message, Said, messages, say};
use crate::units::Payer;
use crate::words::codes::{Code, both, refuses, warns};
use crate::words::number::trimmed;
use crate::words::tasks::{money_figure, named};

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    refuses(
        "investment::cut-of-places",
        Said::new(
            "A multiple below 1 has teaching places in its split; a cut of capital cannot take places away.",
            "Hệ số nhỏ hơn 1 mà cơ cấu vốn lại có chỗ đào tạo; cắt giảm vốn không làm mất chỗ đào tạo.",
        ),
        Said::new(
            "Leave `training_places` out of the split, or write a multiple above 1.",
            "Bỏ `training_places` khỏi cơ cấu vốn, hoặc ghi hệ số lớn hơn 1.",
        ),
    ),
    warns(
        "investment::large",
        Said::new(
            "A policy spends more in a year than twice all ordinary health capital of the base: often an amount in million instead of billion, or a total where a yearly amount is meant.",
            "Giải pháp chi trong một năm hơn hai lần toàn bộ vốn đầu tư công ngoài chương trình cho y tế của bộ số liệu gốc: thường do ghi triệu thay cho tỷ, hoặc ghi tổng mức thay cho mức mỗi năm.",
        ),
        Said::new(
            "Level(...) is the amount of each year in the currency unit of the base. A total over the years is written Profile([...]).",
            "Level(...) là mức mỗi năm theo đơn vị tiền của bộ số liệu gốc. Tổng mức nhiều năm viết là Profile([...]).",
        ),
    ),
    warns(
        "investment::no-beds",
        Said::new(
            "None of the money goes to new beds or to the expansion of hospitals, so the ratio of beds will not move.",
            "Không có vốn cho giường bệnh mới hoặc mở rộng bệnh viện, nên số giường bệnh trên 10.000 dân không thay đổi.",
        ),
        Said::new(
            "Right for a programme of stations, equipment or teaching. Else add `new_beds` or `expansion` to the split.",
            "Phù hợp với chương trình về trạm y tế, trang thiết bị hoặc đào tạo. Nếu không, thêm `new_beds` hoặc `expansion` vào cơ cấu vốn.",
        ),
    ),
    refuses(
        "investment::no-ordinary-capital",
        Said::new(
            "Multiple(...) scales the ordinary health capital of the payer, and hospitals and private investors have none in the model.",
            "Multiple(...) nhân vốn đầu tư công ngoài chương trình cho y tế của nguồn chi trả, trong khi mô hình không có vốn này ở bệnh viện và nhà đầu tư tư nhân.",
        ),
        Said::new(
            "Write the amount itself with Level(...) or Profile([...]), or let Ministry or Provincial pay.",
            "Ghi số tiền bằng Level(...) hoặc Profile([...]), hoặc chọn nguồn Ministry hay Provincial.",
        ),
    ),
    refuses(
        "investment::not-a-share",
        Said::new(
            "A purpose takes its share from an assumption that is not a share.",
            "Một mục đích lấy tỷ lệ từ một giả định không phải là tỷ lệ.",
        ),
        Said::new(
            "Name an assumption whose unit is share, or write Share(0.4).",
            "Ghi một giả định có đơn vị là tỷ lệ, hoặc viết Share(0.4).",
        ),
    ),
    refuses(
        "investment::not-money",
        Said::new(
            "The amount is taken from an assumption that is not a total of money.",
            "Mức vốn lấy từ một giả định không phải là tổng số tiền.",
        ),
        Said::new(
            "Name an assumption measured in the currency unit of the base, or write Level(...).",
            "Ghi một giả định tính theo đơn vị tiền của bộ số liệu gốc, hoặc viết Level(...).",
        ),
    ),
    warns(
        "investment::other-purpose",
        Said::new(
            "An assumption about hospital beds gives the share of another purpose, or the other way round; often two lines of the split were exchanged.",
            "Giả định về giường bệnh lại dùng làm tỷ lệ của mục đích khác, hoặc ngược lại; thường do đổi chỗ hai dòng của cơ cấu vốn.",
        ),
        Said::new(
            "Check the meaning of the assumption with `carecast explain` and its id.",
            "Xem ý nghĩa của giả định bằng `carecast explain` kèm mã giả định.",
        ),
    ),
    refuses(
        "investment::profile-assumption",
        Said::new(
            "A share or an amount is taken from an assumption that is a profile over years.",
            "Một tỷ lệ hoặc mức vốn lấy từ một giả định là dãy theo năm.",
        ),
        Said::new(
            "Name an assumption that is one number, or write the number itself.",
            "Ghi một giả định là một số, hoặc ghi luôn số đó.",
        ),
    ),
    refuses(
        "investment::province-twice",
        Said::new(
            "A province stands twice in the list of those who share the money.",
            "Một tỉnh, thành phố có hai lần trong danh sách được phân bổ vốn.",
        ),
        Said::new(
            "Keep it once; each province's part follows its people.",
            "Giữ một lần; phần của mỗi địa phương tính theo dân số.",
        ),
    ),
    refuses(
        "investment::split-needs-rest",
        Said::new(
            "A share of the split is drawn anew in every future, so that fixed shares cannot always add to 1 with it.",
            "Một tỷ lệ trong cơ cấu vốn được lấy ngẫu nhiên ở mỗi lượt mô phỏng, nên các tỷ lệ cố định không phải lúc nào cũng có tổng bằng 1.",
        ),
        Said::new(
            "Let one other purpose take the rest: `equipment: Rest`.",
            "Để một mục đích khác nhận phần còn lại: `equipment: Rest`.",
        ),
    ),
    refuses(
        "investment::split-not-whole",
        Said::new(
            "The shares of the split do not add to 1.",
            "Các tỷ lệ trong cơ cấu vốn có tổng khác 1.",
        ),
        Said::new(
            "Make them add to 1, or let one purpose take the rest: `equipment: Rest`.",
            "Sửa để tổng bằng 1, hoặc để một mục đích nhận phần còn lại: `equipment: Rest`.",
        ),
    ),
    both(
        "investment::touches-nothing",
        Said::new(
            "The policy would spend nothing, reach nobody or change nothing; a list without an entry is refused, an amount of nothing is not, since sweeps pass through it.",
            "Giải pháp không chi tiền, không đến nơi nào hoặc không thay đổi gì; danh sách trống thì bị từ chối, mức vốn bằng 0 thì không, vì phép quét tham số có thể đi qua giá trị này.",
        ),
        Said::new(
            "Write an amount, at least one province, or a multiple other than 1; or take the policy out.",
            "Ghi mức vốn, ít nhất một tỉnh, thành phố, hoặc hệ số khác 1; hoặc bỏ giải pháp.",
        ),
    ),
    refuses(
        "investment::two-rests",
        Said::new(
            "Two purposes take the rest, and it is not said how they share it.",
            "Hai mục đích cùng nhận phần còn lại mà không rõ chia thế nào.",
        ),
        Said::new(
            "Let one of them take the rest and give the other a share.",
            "Để một mục đích nhận phần còn lại và ghi tỷ lệ cho mục đích kia.",
        ),
    ),
    refuses(
        "investment::unknown-assumption",
        Said::new(
            "An amount or a share names an assumption the base does not have.",
            "Mức vốn hoặc tỷ lệ ghi một giả định mà bộ số liệu gốc không có.",
        ),
        Said::new(
            "`carecast list assumptions --match TEXT` finds the id.",
            "Tìm mã bằng `carecast list assumptions --match TEXT`.",
        ),
    ),
    refuses(
        "investment::unknown-province",
        Said::new(
            "The list of provinces holds a code the base does not have.",
            "Danh sách tỉnh, thành phố có một mã mà bộ số liệu gốc không có.",
        ),
        Said::new(
            "`carecast list provinces` shows the codes.",
            "`carecast list provinces` cho biết các mã.",
        ),
    ),
    refuses(
        "investment::year-outside-horizon",
        Said::new(
            "Money is given in a year the run does not reach, or in one the policy does not act in.",
            "Vốn được cấp vào năm ngoài kỳ mô phỏng, hoặc năm mà giải pháp không có hiệu lực.",
        ),
        Said::new(
            "Change the year, or `from` and `to` of the policy.",
            "Sửa năm đó, hoặc `from` và `to` của giải pháp.",
        ),
    ),
    refuses(
        "investment::year-twice",
        Said::new(
            "A profile gives the same year twice.",
            "Dãy theo năm ghi cùng một năm hai lần.",
        ),
        Said::new(
            "Write each year once, with its whole amount.",
            "Ghi mỗi năm một lần, với toàn bộ mức vốn của năm.",
        ),
    ),
];

pub(super) const GIVEN: Said = Said::new("money is given in", "vốn được cấp");

messages! {
    no_province() = "the list of provinces is empty: the money would reach nobody"
        => "name at least one province, or write `allocation: Gap` or `PerHead`",
        vi "danh sách tỉnh, thành phố để trống: vốn không đến nơi nào"
        => "ghi ít nhất một tỉnh, thành phố, hoặc viết `allocation: Gap` hay `PerHead`";
    province_twice(code: &str) = "\"{code}\" is in the list twice"
        => "keep one of the two; a province's part follows its people",
        vi "\"{code}\" có hai lần trong danh sách"
        => "giữ một trong hai; phần của mỗi địa phương tính theo dân số";
    total_open(from, to) = "a total is spread in equal parts over {from} to {to}"
        => "right if it is meant for all these years; else write `from` and `to`",
        vi "tổng mức được chia đều từ năm {from} đến năm {to}"
        => "đúng nếu tính cho tất cả các năm này; nếu không, ghi `from` và `to`";
    each_year_open(from, to) = "money is given in every year from {from} to {to}"
        => "right if it is meant for all these years; else write `from` and `to`",
        vi "vốn được cấp mỗi năm từ năm {from} đến năm {to}"
        => "đúng nếu tính cho tất cả các năm này; nếu không, ghi `from` và `to`";
    no_hospital_beds() = "none of this money becomes hospital beds"
        => "right for a programme of stations, equipment or teaching; else add `new_beds` or `expansion` to the split",
        vi "không phần nào của vốn này thành giường bệnh"
        => "phù hợp với chương trình về trạm y tế, trang thiết bị hoặc đào tạo; nếu không, thêm `new_beds` hoặc `expansion` vào cơ cấu vốn";
    no_amount() = "an amount of 0 changes nothing"
        => "right as the end of a sweep; else write the amount of a year",
        vi "mức vốn bằng 0 không thay đổi gì"
        => "phù hợp khi là điểm đầu của một phép quét tham số; nếu không, ghi mức vốn mỗi năm";
    as_anyway()
        = "one time the ordinary capital is what is spent anyway: this changes nothing"
        => "Multiple(1.5) adds half as much again, Multiple(0.7) cuts three tenths",
        vi "một lần vốn đầu tư công ngoài chương trình là mức vẫn chi hằng năm: không thay đổi gì"
        => "Multiple(1.5) tăng thêm một nửa, Multiple(0.7) cắt giảm ba phần mười";
    cut_of_places() = "a cut of capital cannot take teaching places away"
        => "leave `training_places` out of the split, or write a multiple above 1",
        vi "cắt giảm vốn không làm mất chỗ đào tạo"
        => "bỏ `training_places` khỏi cơ cấu vốn, hoặc ghi hệ số lớn hơn 1";
    no_ordinary_capital(payer: Payer)
        = "{payer:?} has no ordinary health capital that could be multiplied"
        => "write the amount itself with Level(...) or Profile([...]), or let Ministry or Provincial pay",
        vi "{payer:?} không có vốn đầu tư công ngoài chương trình cho y tế để nhân lên"
        => "ghi số tiền bằng Level(...) hoặc Profile([...]), hoặc chọn nguồn Ministry hay Provincial";
    no_year() = "the profile holds no year"
        => "write Profile([(2027, 500), (2028, 800)]), or take the policy out",
        vi "dãy theo năm không có năm nào"
        => "viết Profile([(2027, 500), (2028, 800)]), hoặc bỏ giải pháp";
    no_money() = "the profile holds no money"
        => "write Profile([(2027, 500), (2028, 800)]), or take the policy out",
        vi "dãy theo năm không có khoản tiền nào"
        => "viết Profile([(2027, 500), (2028, 800)]), hoặc bỏ giải pháp";
    year_twice(year) = "the year {year} is given twice"
        => "write each year once, with its whole amount",
        vi "năm {year} được ghi hai lần"
        => "ghi mỗi năm một lần, với toàn bộ mức vốn của năm";
    not_money(id, unit, currency) = "\"{id}\" is measured in {unit}, it is not a total of money"
        => "name an assumption in {currency}, or write the amount itself with Level(...)",
        vi "\"{id}\" đo bằng {unit}, không phải là tổng số tiền"
        => "ghi một giả định tính theo {currency}, hoặc ghi số tiền bằng Level(...)";
    large(amount, currency, times)
        = "{amount} {currency} in a year is {times:.0} times all ordinary health capital of the base"
        => "is the amount in {currency}, and of one year? A total over years is written Profile([...])",
        vi "{amount} {currency} trong một năm gấp {times:.0} lần toàn bộ vốn đầu tư công ngoài chương trình cho y tế của bộ số liệu gốc"
        => "số tiền có đúng theo {currency} và của một năm không? Tổng mức nhiều năm viết là Profile([...])";
    not_a_share(id, unit) = "\"{id}\" is measured in {unit}, it is not a share"
        => "name an assumption whose unit is share, or write Share(0.4)",
        vi "\"{id}\" đo bằng {unit}, không phải là tỷ lệ"
        => "ghi một giả định có đơn vị là tỷ lệ, hoặc viết Share(0.4)";
    other_purpose(id, purpose)
        = "\"{id}\" is the share that becomes hospital beds, and is used for {purpose}"
        => "were two lines of the split exchanged?",
        vi "\"{id}\" là tỷ lệ vốn thành giường bệnh, nhưng lại dùng cho {purpose}"
        => "có đổi chỗ hai dòng của cơ cấu vốn không?";
    not_whole(sum) = "the shares of the split add to {sum}, not to 1"
        => "make them add to 1, or let one purpose take the rest: `equipment: Rest`",
        vi "các tỷ lệ trong cơ cấu vốn có tổng bằng {sum}, không bằng 1"
        => "sửa để tổng bằng 1, hoặc để một mục đích nhận phần còn lại: `equipment: Rest`";
    nothing_left(sum, rest) = "the shares add to {sum} and leave nothing for the rest ({rest})"
        => "lower them so that they add to 1 at most",
        vi "các tỷ lệ có tổng bằng {sum}, không còn phần cho mục nhận phần còn lại ({rest})"
        => "giảm các tỷ lệ để tổng tối đa bằng 1";
    profile_assumption(id) = "\"{id}\" is a profile over years, not one number"
        => "name an assumption that is one number",
        vi "\"{id}\" là dãy theo năm, không phải một số"
        => "ghi một giả định là một số";
}

/// Several purposes take the rest.
pub(super) fn two_rests(purposes: &[&str]) -> Message {
    say! {
        en: Message {
            text: format!("two purposes take the rest: {}", purposes.join(" and ")),
            help: "let one of them take the rest and give the other a share".to_owned(),
        },
        vi: Message {
            text: format!("hai mục đích cùng nhận phần còn lại: {}", purposes.join(" và ")),
            help: "để một mục đích nhận phần còn lại và ghi tỷ lệ cho mục đích kia".to_owned(),
        },
    }
}

/// Shares differ from future to future, and no purpose takes the rest.
pub(super) fn needs_rest(purposes: &[&str]) -> Message {
    let of = purposes.join(say!(en: " and ", vi: " và "));
    say! {
        en: Message {
            text: format!(
                "the share of {of} differs from future to future, so the shares cannot always add to 1"
            ),
            help: "let one other purpose take the rest: `stations: Rest`".to_owned(),
        },
        vi: Message {
            text: format!(
                "tỷ lệ của {of} khác nhau giữa các lượt mô phỏng, nên các tỷ lệ không phải lúc nào cũng có tổng bằng 1"
            ),
            help: "để một mục đích khác nhận phần còn lại: `stations: Rest`".to_owned(),
        },
    }
}

/// The product of money: nine tenths of it are spent.
pub(super) fn money(amount: &str, purposes: &[&str]) -> String {
    say! {
        en: format!("nine tenths spent of {amount}, for {}", named(purposes)),
        vi: format!("giải ngân được chín phần mười của {amount}, cho {}", named(purposes)),
    }
}

/// An amount of money given over some years.
pub(super) fn over_years(amount: f64, currency: &str, years: usize) -> String {
    let years = if years == 1 {
        say!(en: "in one year", vi: "trong một năm").to_owned()
    } else {
        say!(en: format!("over {years} years"), vi: format!("trong {years} năm"))
    };
    format!("{} {currency} {years}", money_figure(amount))
}

/// A total that an assumption gives.
pub(super) fn assumed_total(median: f64, currency: &str, id: &str) -> String {
    say! {
        en: format!("about {} {currency} in all (`{id}`)", money_figure(median)),
        vi: format!("tổng mức khoảng {} {currency} (`{id}`)", money_figure(median)),
    }
}

/// Money measured by ordinary capital: what is added to it or cut from it.
pub(super) fn multiple(times: f64) -> String {
    let part = trimmed((times - 1.0).abs() * 100.0, 1);
    if times < 1.0 {
        say! {
            en: format!("a cut of {part}% of ordinary capital"),
            vi: format!("phần cắt giảm {part}% vốn đầu tư công ngoài chương trình"),
        }
    } else {
        say! {
            en: format!("{part}% more ordinary capital"),
            vi: format!("phần tăng thêm {part}% vốn đầu tư công ngoài chương trình"),
        }
    }
}

/// A purpose of money.
pub(super) fn purpose(id: &str) -> &str {
    match id {
        "new_beds" => say!(en: "new beds", vi: "giường bệnh mới"),
        "expansion" => {
            say!(en: "beds in standing hospitals", vi: "giường bệnh tại bệnh viện hiện có")
        }
        "stations" => say!(en: "commune stations", vi: "trạm y tế xã"),
        "equipment" => say!(en: "equipment and repair", vi: "trang thiết bị và sửa chữa"),
        "training_places" => say!(en: "teaching places", vi: "chỗ đào tạo"),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::tasks::a_year;

    #[test]
    fn its_product_is_said_in_a_line() {
        let amount = a_year(500.0, "billion crowns");
        assert_eq!(
            money(&amount, &[purpose("new_beds"), purpose("equipment")]),
            "nine tenths spent of 500 billion crowns a year, for new beds and equipment and repair"
        );
        assert_eq!(multiple(0.7), "a cut of 30% of ordinary capital");
        assert_eq!(multiple(1.5), "50% more ordinary capital");
    }
}
