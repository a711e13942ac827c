//! The uncertain numbers of a base: their laws, ranges, reasons and units.

use super::tables::NAME_A_SOURCE;
use crate::said::{Message, Said, messages, say, sentences};

pub(crate) const VALUE_IS_NO_NUMBER: Said =
    Said::new("the value is not a number", "giá trị không phải là số");
pub(crate) const PROFILE_OF_SHARES: Said = Said::new(
    "a profile holds shares between 0 and 1",
    "dãy tỷ lệ theo năm (Profile) gồm các tỷ lệ từ 0 đến 1",
);
pub(crate) const DEVIATION_ABOVE_0: Said = Said::new(
    "a standard deviation is more than 0",
    "độ lệch chuẩn phải lớn hơn 0",
);
pub(crate) const LOGNORMAL_ABOVE_0: Said = Said::new(
    "the median and the sigma of a lognormal are more than 0",
    "trung vị và sigma của phân phối log-chuẩn phải lớn hơn 0",
);
pub(crate) const BETA_ABOVE_0: Said = Said::new(
    "both parameters of a beta are more than 0",
    "cả hai tham số của phân phối beta phải lớn hơn 0",
);
pub(crate) const CHOICE_OF_TWO: Said = Said::new(
    "a choice has two ways or more, each with a name",
    "Choice cần từ hai hướng trở lên, mỗi hướng có tên",
);
pub(crate) const CHOICE_ONCE: Said = Said::new(
    "a choice names each of its ways once",
    "Choice chỉ ghi mỗi hướng một lần",
);
pub(crate) const CHANCES_OUTSIDE: Said = Said::new(
    "the chances of a choice lie between 0 and 1",
    "xác suất của mỗi hướng nằm trong khoảng từ 0 đến 1",
);

pub(crate) const ANY_NUMBER: Said = Said::new("any number", "số bất kỳ");
pub(crate) const A_SHARE: Said = Said::new("between 0 and 1", "số từ 0 đến 1");
pub(crate) const SOME_SHARE: Said =
    Said::new("more than 0 and at most 1", "số lớn hơn 0 và không quá 1");
pub(crate) const INNER_SHARE: Said =
    Said::new("more than 0 and less than 1", "số lớn hơn 0 và nhỏ hơn 1");
pub(crate) const NOT_NEGATIVE: Said = Said::new("0 or more", "số từ 0 trở lên");
pub(crate) const POSITIVE: Said = Said::new("more than 0", "số lớn hơn 0");
pub(crate) const A_CHANGE: Said = Said::new(
    "more than -1 and less than 1 (3% is 0.03)",
    "số lớn hơn -1 và nhỏ hơn 1 (3% là 0.03)",
);
pub(crate) const AUTOCORRELATION: Said =
    Said::new("between -1 and 1", "số lớn hơn -1 và nhỏ hơn 1");

/// Why a number scaled from another country's is held.
pub(crate) const SCALED: Said = Said::new(
    "scaled from a count of another country; one of your own is better",
    "quy đổi từ số của nước khác; nên thay bằng số của chính nước mình",
);

sentences! {
    profile_does_not_add(sum) = "the shares of the profile add to {sum} and not to 1",
        vi "tổng của dãy tỷ lệ theo năm là `{sum}`, không phải 1";
    choice_does_not_add(sum) = "the chances of the choice add to {sum} and not to 1",
        vi "tổng xác suất của các hướng là `{sum}`, không phải 1";
    not_in_order(low, mode, high) = "low {low}, mode {mode} and high {high} are not in order",
        vi "low `{low}`, mode `{mode}` và high `{high}` không theo thứ tự tăng dần";
    low_not_below_high(low, high) = "low {low} is not below high {high}",
        vi "low `{low}` không nhỏ hơn high `{high}`";
    value_cannot_be(id, unit, words, value) = "`{id}` ({unit}) is {words}, and {value} is not",
        vi "`{id}` (đơn vị: {unit}) phải là {words}; `{value}` không đúng như vậy";
    law_cannot_be(id, unit, words, percent) = "`{id}` ({unit}) is {words}, and {percent}% of this law lies outside",
        vi "`{id}` (đơn vị: {unit}) phải là {words}; {percent}% của phân phối này nằm ngoài";
    scaled_by_people(ratio) = "Viet Nam's figure times {ratio}, by people",
        vi "số của Việt Nam nhân với `{ratio}`, theo quy mô dân số";
}

messages! {
    unreadable_assumption(column, error) = "column {column}: {error}"
        => "each assumption is written like its neighbours: (id: \"...\", meaning: \"...\", ...)",
        vi "cột {column}: {error}"
        => "mỗi giả định viết theo mẫu các giả định bên cạnh: (id: \"...\", meaning: \"...\", ...)";
    range_not_drawn(id, value) = "`{id}` has a range and is Fixed({value}): no future takes another value of the range"
        => "give it a law (Triangular, Uniform, ...), or say in `held` why one value is held",
        vi "`{id}` có khoảng giá trị nhưng lại là Fixed({value}): không lượt mô phỏng nào lấy giá trị khác trong khoảng"
        => "đặt một phân phối (Triangular, Uniform, ...), hoặc nêu trong `held` vì sao giữ cố định một giá trị";
    other_currency(id, unit, expected: &str, amounts, pay) = "`{id}` is in `{unit}`, and is read in {expected}"
        => "convert its numbers to {expected} and write that unit: amounts are in {amounts} (country.csv), pay, student years and bed-years in {pay}",
        vi "`{id}` tính bằng `{unit}`, trong khi chương trình đọc theo `{expected}`"
        => "quy đổi các số sang `{expected}` và ghi đúng đơn vị đó: số tiền tính bằng `{amounts}` (country.csv), tiền lương, chi phí một năm sinh viên và một năm giường bệnh tính bằng `{pay}`";
    assumption_twice(id) = "`{id}` stands twice"
        => "keep one of the two",
        vi "`{id}` xuất hiện hai lần"
        => "chỉ giữ một trong hai";
    assumption_without(id, field) = "`{id}` has no {field}"
        => "say in a few words what it is",
        vi "`{id}` không có `{field}`"
        => "mô tả bằng vài từ";
    bad_law(id, fault) = "`{id}`: {fault}"
        => "correct the parameters",
        vi "`{id}`: {fault}"
        => "sửa các tham số";
    assumed_without_reason(id) = "`{id}` is assumed (grade E) and has no reason"
        => "say in `reason` why this value and this range",
        vi "`{id}` là giả định (mức tin cậy E) nhưng không có lý do"
        => "nêu trong `reason` vì sao chọn giá trị và khoảng giá trị này";
    fixed_without_range(id) = "`{id}` is assumed (grade E), fixed, and has no range"
        => "add `range: Some((low, high))`",
        vi "`{id}` là giả định (mức tin cậy E), được giữ cố định và không có khoảng giá trị"
        => "thêm `range: Some((low, high))`";
    assumption_without_source(id) = "`{id}` has no source"
        => "{NAME_A_SOURCE}",
        vi "`{id}` không có nguồn"
        => "{NAME_A_SOURCE}";
    range_misses_value(low, high, id) = "the range ({low}, {high}) of `{id}` is empty or misses its value"
        => "write the lower end first, the value between the two",
        vi "khoảng giá trị (`{low}`; `{high}`) của `{id}` rỗng hoặc không chứa giá trị của giả định"
        => "ghi cận dưới trước, giá trị nằm giữa hai cận";
    held_and_drawn(id) = "`{id}` says why it is held, and it is not: its law is drawn or a profile"
        => "take `held` out, or write Fixed(...)",
        vi "`{id}` nêu lý do giữ cố định nhưng không cố định: phân phối được lấy ngẫu nhiên hoặc là dãy tỷ lệ theo năm"
        => "bỏ `held`, hoặc ghi Fixed(...)";
    unknown_source_of(source, id) = "the source `{source}` of `{id}` is not in sources.csv"
        => "correct the id, or add the source to sources.csv",
        vi "nguồn `{source}` của `{id}` không có trong sources.csv"
        => "sửa mã nguồn, hoặc thêm nguồn vào sources.csv";
    empty_tie(id) = "the tie of `{id}` has no partner, or a correlation that is 0 or beyond 1"
        => "a tie has a correlation between -1 and 1 and at least one partner",
        vi "liên hệ (`tied`) của `{id}` không có giả định đi cùng, hoặc hệ số tương quan bằng 0 hay vượt quá 1"
        => "liên hệ cần hệ số tương quan từ -1 đến 1, khác 0, và ít nhất một giả định đi cùng";
    half_a_tie(id) = "the tie of `{id}` has a grade or a reason, and not both"
        => "write `grade:` and `reason:` of the tie, or neither where the assumption's own hold for it",
        vi "liên hệ của `{id}` có mức tin cậy hoặc lý do, nhưng không đủ cả hai"
        => "ghi cả `grade:` và `reason:` của liên hệ, hoặc không ghi nếu dùng chung với giả định";
    bad_partner(id, other) = "`{id}` is tied to `{other}`, which is not a drawn, untied assumption"
        => "tie to assumptions that are drawn and not tied themselves",
        vi "`{id}` có liên hệ với `{other}`, nhưng `{other}` không phải là giả định lấy ngẫu nhiên chưa có liên hệ"
        => "đặt liên hệ với các giả định được lấy ngẫu nhiên và bản thân chưa có liên hệ";
}

pub(crate) fn missing_assumption(id: &str, near: Option<&str>) -> Message {
    Message {
        text: say! {
            en: format!("the assumption `{id}` is missing"),
            vi: format!("thiếu giả định `{id}`"),
        },
        help: match near {
            Some(near) => say! {
                en: format!("`{near}` is close: is it this one? Otherwise add `{id}`"),
                vi: format!("`{near}` gần giống: có phải là giả định này không? Nếu không, thêm `{id}`"),
            },
            None => say! {
                en: format!("add `{id}` with its distribution, grade and reason"),
                vi: format!("thêm `{id}` kèm phân phối, mức tin cậy và lý do"),
            },
        },
    }
}

pub(crate) fn idle_assumption(id: &str, near: Option<&str>) -> Message {
    Message {
        text: say! {
            en: format!("nothing reads `{id}`"),
            vi: format!("`{id}` không được sử dụng ở đâu"),
        },
        help: match near {
            Some(near) => say! {
                en: format!("is `{near}` meant? Else take it out"),
                vi: format!("có phải ý bạn là `{near}`? Nếu không, bỏ giả định này"),
            },
            None => say! {
                en: "take it out; an assumption belongs to an occupation or an indicator of the tables"
                    .to_owned(),
                vi: "bỏ giả định này; mỗi giả định phải thuộc một nhóm nhân lực hoặc một chỉ số trong các bảng"
                    .to_owned(),
            },
        },
    }
}

pub(crate) fn not_a_named_way(id: &str, ways: Option<&[&str]>) -> Message {
    Message {
        text: match ways {
            Some(ways) => say! {
                en: format!("`{id}` must be a choice between {}, in this order", ways.join(", ")),
                vi: format!("`{id}` phải là lựa chọn giữa {}, theo đúng thứ tự này", ways.join(", ")),
            },
            None => say! {
                en: format!("`{id}` is one number, not a choice between named ways"),
                vi: format!("`{id}` là một số, không phải lựa chọn giữa các hướng có tên"),
            },
        },
        help: say! {
            en: "write Choice([(\"name\", 0.4), ...]) for named ways, with chances that add to 1, and another law for a number",
            vi: "ghi Choice([(\"name\", 0.4), ...]) cho các hướng có tên, tổng xác suất bằng 1; với một số thì dùng phân phối khác",
        }
        .into(),
    }
}

pub(crate) fn levels_of_another(ids: &[String], name: &str, code: &str, block: &str) -> Message {
    let many = ids.len();
    let (are, they) = match many {
        1 => ("1 assumption is the level".to_owned(), "it"),
        n => (format!("{n} assumptions are levels"), "them"),
    };
    let ids = ids.join(", ");
    Message {
        text: say! {
            en: format!("{are} of another country, and the base is about {name}: {ids}"),
            vi: format!("{many} giả định lấy mức của nước khác, trong khi bộ số liệu gốc là của {name}: {ids}"),
        },
        help: say! {
            en: format!(
                "write {name}'s own figures, each with `level_of: \"{code}\"`; this block goes in place of {they} (counts are \
                 scaled by people; what is empty is yours to fill in):\n{block}"
            ),
            vi: format!(
                "ghi số liệu riêng của {name}, mỗi giả định kèm `level_of: \"{code}\"`; thay các giả định đó bằng đoạn dưới đây (số đếm đã \
                 quy đổi theo dân số; chỗ trống cần được điền):\n{block}"
            ),
        },
    }
}
