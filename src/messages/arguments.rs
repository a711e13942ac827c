//! Messages about what is asked on the command line.

use crate::said::{Message, Said, messages, say};

/// Where a sweep may look for a name.
const LIST: Said = Said::new(
    "`carecast sweep FILE --list` shows all that can be varied",
    "`carecast sweep FILE --list` liệt kê mọi tham số có thể thay đổi",
);
/// Where the ids of targets are listed.
pub(crate) const TARGETS: Said = Said::new(
    "`carecast list targets` shows the ids; the scenario's own end in their threshold",
    "`carecast list targets` liệt kê các mã; mã chỉ tiêu riêng của kịch bản kết thúc bằng mức chỉ tiêu",
);

messages! {
    no_instructions(variable, name, there)
        = "{variable} is `{name}`, and this machine has no instructions of that name"
        => "set it to one of {there}, or leave it unset: the widest are taken, and the bytes are the same",
        vi "biến {variable} là `{name}`, nhưng máy này không có tập lệnh mang tên đó"
        => "đặt thành một trong các giá trị {there}, hoặc không đặt: tập lệnh rộng nhất được dùng, và kết quả giống hệt từng byte";
    varied_twice(name) = "\"{name}\" is varied twice"
        => "name each number once, with all its values",
        vi "\"{name}\" được thay đổi hai lần"
        => "ghi mỗi tham số một lần, kèm đủ các giá trị";
    no_name(form) = "a name, `=` and values are expected" => "{form}",
        vi "cần tên tham số, dấu `=` và các giá trị"
        => "{form}";
    ends_turned(from, to, form) = "the range runs from {from} to {to}: its low end comes first"
        => "{form}",
        vi "khoảng giá trị đi từ `{from}` đến `{to}`: cận dưới phải viết trước"
        => "{form}";
    counted_in_latin(form) = "a Latin hypercube takes a range without a count" => "{form}",
        vi "lấy mẫu siêu khối Latinh nhận khoảng giá trị không kèm số lượng"
        => "{form}";
    not_counted(form) = "how many values of this range?" => "{form}",
        vi "khoảng này lấy bao nhiêu giá trị?"
        => "{form}";
    no_range_in_latin(form) = "a Latin hypercube takes a range" => "{form}",
        vi "lấy mẫu siêu khối Latinh cần một khoảng giá trị"
        => "{form}";
    no_number(found) = "a number is expected, found \"{found}\""
        => "decimals take a point; values are separated by commas",
        vi "cần một số, nhận được \"{found}\""
        => "phần thập phân dùng dấu chấm; các giá trị cách nhau bằng dấu phẩy";
    between(name, low, high, got) = "{name} is between {low} and {high}, got {got}"
        => "choose other values",
        vi "{name} phải nằm trong khoảng từ `{low}` đến `{high}`, nhận được `{got}`"
        => "chọn giá trị khác";
    at_least(name, low, got) = "{name} is {low} or more, got {got}" => "choose other values",
        vi "{name} phải từ `{low}` trở lên, nhận được `{got}`"
        => "chọn giá trị khác";
    at_most(name, high, got) = "{name} is {high} or less, got {got}" => "choose other values",
        vi "{name} không được quá `{high}`, nhận được `{got}`"
        => "chọn giá trị khác";
    whole(name, got) = "{name} is a whole number, got {got}"
        => "choose ends and a count whose steps are whole, or list the values",
        vi "{name} phải là số nguyên, nhận được `{got}`"
        => "chọn hai cận và số lượng sao cho các bước là số nguyên, hoặc liệt kê từng giá trị";
    count(most, got) = "the number of values is between 2 and {most}, got \"{got}\""
        => "seven values make a picture that can be read",
        vi "số lượng giá trị phải nằm trong khoảng từ 2 đến {most}, nhận được \"{got}\""
        => "bảy giá trị cho một hình dễ đọc";
    comma_between(a: &str, b: &str) = "{a},{b} can be the two values {a} and {b}, or one number with a comma before its decimals"
        => "write `{a};{b}` for two values, or `{a}.{b}` for one: what is typed takes a point",
        vi "{a},{b} có thể là hai giá trị {a} và {b}, hoặc là một số thập phân viết bằng dấu phẩy"
        => "viết `{a};{b}` nếu là hai giá trị, hoặc `{a}.{b}` nếu là một số: khi gõ, phần thập phân dùng dấu chấm";
    value_twice(value) = "{value} is written twice" => "keep one of the two",
        vi "giá trị `{value}` được ghi hai lần"
        => "chỉ giữ một trong hai";
    no_target(id, help) = "the scenario answers no target \"{id}\"" => "{help}",
        vi "kịch bản không trả lời chỉ tiêu nào mang mã \"{id}\""
        => "{help}";
    too_many_points(most) = "these are more than {most} points"
        => "fewer values, or a Latin hypercube of so many points: --latin 200",
        vi "quá {most} điểm tính"
        => "giảm số giá trị, hoặc lấy mẫu siêu khối Latinh với số điểm đã định: --latin 200";
    no_scenario(name, at, fault, help) = "with {name} = {at}: {fault}" => "{help}",
        vi "khi {name} = `{at}`: {fault}"
        => "{help}";
}

/// How values to vary are written.
pub(crate) fn form(latin: bool) -> &'static str {
    match latin {
        true => say! {
            en: "write NAME=LOW..HIGH, such as post.match=0.8..0.95",
            vi: "viết NAME=LOW..HIGH, chẳng hạn post.match=0.8..0.95",
        },
        false => say! {
            en: "write NAME=LOW..HIGH:COUNT, such as post.match=0.8..0.95:7, or NAME=VALUE,VALUE,...",
            vi: "viết NAME=LOW..HIGH:COUNT, chẳng hạn post.match=0.8..0.95:7, hoặc NAME=VALUE,VALUE,...",
        },
    }
}

/// A share written in percent, with its fraction where it is a number.
pub(crate) fn percent(written: &str, fraction: Option<f64>) -> Message {
    Message {
        text: say! {
            en: format!("\"{written}\" is no plain number"),
            vi: format!("\"{written}\" không phải là số thập phân"),
        },
        help: match fraction {
            Some(fraction) => say! {
                en: format!("write a fraction: {fraction}"),
                vi: format!("viết dưới dạng số thập phân với dấu chấm: {fraction}"),
            },
            None => say! {
                en: "write a fraction".to_owned(),
                vi: "viết dưới dạng số thập phân với dấu chấm".to_owned(),
            },
        },
    }
}

/// A number that a policy does not have: the nearest of those it has, and all of them.
pub(crate) fn not_of_policy(name: &str, near: Option<String>, names: &[String]) -> Message {
    let all = names.join(", ");
    Message {
        text: say! {
            en: format!("the policy has no number \"{name}\""),
            vi: format!("giải pháp không có tham số nào tên là \"{name}\""),
        },
        help: match near {
            Some(near) => say! {
                en: format!("did you mean {near}? its numbers are: {all}"),
                vi: format!("có phải ý bạn là {near}? các tham số của giải pháp: {all}"),
            },
            None => say! {
                en: format!("its numbers are: {all}"),
                vi: format!("các tham số của giải pháp: {all}"),
            },
        },
    }
}

/// A number that is nowhere, and the nearest.
pub(crate) fn nowhere(name: &str, near: Option<String>) -> Message {
    Message {
        text: say! {
            en: format!("there is no number \"{name}\" to vary"),
            vi: format!("không có tham số nào tên là \"{name}\" để thay đổi"),
        },
        help: match near {
            Some(near) => say! {
                en: format!("did you mean {near}? {LIST}"),
                vi: format!("có phải ý bạn là {near}? {LIST}"),
            },
            None => LIST.to_owned(),
        },
    }
}

/// A year that no forecast can start from.
pub(crate) fn unknown_origin(text: &str, possible: &[i32]) -> Message {
    let years: Vec<String> = possible.iter().map(ToString::to_string).collect();
    Message {
        text: say! {
            en: format!("nothing was published from which a forecast of {text} could start"),
            vi: format!("không có số liệu công bố để lập dự báo từ năm {text}"),
        },
        help: say! {
            en: format!("the origins are: {}", years.join(", ")),
            vi: format!("các năm lập dự báo gồm: {}", years.join(", ")),
        },
    }
}

/// An override that no system reads, and the kinds of policies that ask for it.
pub(crate) fn acts_nowhere(id: &str, kinds: &[&str]) -> Message {
    Message {
        text: say! {
            en: format!("nothing in this run reads \"{id}\": this override changes no answer"),
            vi: format!("lần chạy này không sử dụng \"{id}\": giá trị thay thế này không làm thay đổi kết quả nào"),
        },
        help: match kinds {
            [] => say!(en: "take the line out", vi: "bỏ dòng này").to_owned(),
            kinds => say! {
                en: format!(
                    "take the line out, or add a policy that asks for it: {}",
                    kinds.join(", ")
                ),
                vi: format!("bỏ dòng này, hoặc thêm một giải pháp cần đến giả định này: {}", kinds.join(", ")),
            },
        },
    }
}
