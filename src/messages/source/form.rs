//! Messages about mistakes of form: what was expected, what stands there, what to do.

use crate::said::{Message, Said, messages, say, sentences};

/// Under a name that no field has.
pub(crate) const NO_FIELD: Said = Said::new(
    "not a field of this record",
    "bản ghi này không có trường đó",
);
/// Under a name that no choice has.
pub(crate) const NO_CHOICE: Said = Said::new("not a choice", "không có lựa chọn đó");
/// Under a field that is written again.
pub(crate) const SECOND_ONE: Said = Said::new("the second one", "lần thứ hai");
/// Under what follows a missing comma.
pub(crate) const COMMA_BEFORE: Said =
    Said::new("a comma goes before this", "cần dấu phẩy trước chỗ này");
/// Under a quote of a word processor.
pub(crate) const CURLY: Said = Said::new("not a straight quote", "không phải dấu ngoặc kép thẳng");
/// Under what stands behind a comma in a number.
pub(crate) const CUT_IN_TWO: Said = Said::new(
    "the number was cut in two by the comma",
    "dấu phẩy đã cắt số này làm đôi",
);

sentences! {
    needs(field) = "this record needs `{field}`",
        vi "bản ghi này cần `{field}`";
}

messages! {
    missing_field(field) = "the field `{field}` is missing" => "add `{field}: ...` to this record",
        vi "thiếu trường `{field}`"
        => "thêm `{field}: ...` vào bản ghi này";
    missing_unless_extends(field) = "the field `{field}` is missing"
        => "add `{field}: ...` to this record, or `extends: ...` to build on another scenario",
        vi "thiếu trường `{field}`"
        => "thêm `{field}: ...` vào bản ghi này, hoặc `extends: ...` để kế thừa một kịch bản khác";
    field_twice(field) = "the field `{field}` is written twice in this record"
        => "keep one of the two",
        vi "trường `{field}` được viết hai lần trong bản ghi này"
        => "chỉ giữ một trong hai";
    missing_comma(found) = "a comma is missing before {found}"
        => "fields and entries are separated by commas",
        vi "thiếu dấu phẩy trước {found}"
        => "các trường và các mục cách nhau bằng dấu phẩy";
    missing_colon(found) = "a colon is expected, found {found}"
        => "a field is written `name: value`",
        vi "cần dấu hai chấm, nhưng gặp {found}"
        => "trường viết theo dạng `name: value`";
    digits_only(found) = "a whole number is expected, found {found}"
        => "write digits only: 1000 or 1_000, without a point",
        vi "cần một số nguyên, nhưng gặp {found}"
        => "chỉ viết chữ số: 1000 hoặc 1_000, không có dấu chấm";
    too_much(found) = "{found} has something too much at its end"
        => "compare with one of the built-in scenarios",
        vi "{found} có phần thừa ở cuối"
        => "so với một kịch bản có sẵn";
    one_number(found) = "one value is expected between these brackets, found {found}"
        => "decimals take a point (0.15); thousands are written 1000 or 1_000",
        vi "cần một giá trị trong dấu ngoặc này, nhưng gặp {found}"
        => "phần thập phân dùng dấu chấm (0.15); hàng nghìn viết là 1000 hoặc 1_000";
    one_value(found) = "one value is expected between these brackets, found {found}"
        => "write one value between these brackets",
        vi "cần một giá trị trong dấu ngoặc này, nhưng gặp {found}"
        => "viết một giá trị trong dấu ngoặc này";
    named_field(found) = "a field with its name is expected, found {found}"
        => "values in these brackets have names: ( name: value, ... )",
        vi "cần một trường kèm tên, nhưng gặp {found}"
        => "các giá trị trong dấu ngoặc này có tên: ( name: value, ... )";
    named_choice(found) = "a choice with its name is expected, found {found}"
        => "a plain value is not enough here; write for instance Level(500), Share(0.4), Fixed(0.9)",
        vi "cần một lựa chọn kèm tên, nhưng gặp {found}"
        => "ở đây chỉ viết giá trị là chưa đủ; ví dụ viết Level(500), Share(0.4), Fixed(0.9)";
    curly_record() = "a record stands in round brackets, found `{{`"
        => "write ( ... ) instead of {{ ... }}, and the names of fields without quotes: ( title: \"...\", ... )",
        vi "bản ghi đặt trong ngoặc tròn, nhưng gặp `{{`"
        => "viết ( ... ) thay cho {{ ... }}, và tên trường không đặt trong dấu ngoặc kép: ( title: \"...\", ... )";
    after_the_end() = "the scenario has already ended before this"
        => "a file holds one record in round brackets; was a bracket closed too early?",
        vi "kịch bản đã kết thúc trước chỗ này"
        => "mỗi tệp gồm một bản ghi trong ngoặc tròn; có phải một dấu ngoặc đóng quá sớm?";
    value(refusal, help) = "{refusal}" => "{help}",
        vi "{refusal}"
        => "{help}";
    out_of_bounds(found) = "the number {found} is too large, or below zero where it cannot be"
        => "write a whole number of a sensible size",
        vi "số {found} quá lớn, hoặc nhỏ hơn 0 ở chỗ không được phép"
        => "viết một số nguyên có độ lớn hợp lý";
    whole_number(found) = "a whole number is expected, found {found}"
        => "write digits only, such as 2030 or 1_000",
        vi "cần một số nguyên, nhưng gặp {found}"
        => "chỉ viết chữ số, ví dụ 2030 hoặc 1_000";
    number(found) = "a number is expected, found {found}"
        => "write digits with a point, such as 0.15",
        vi "cần một số, nhưng gặp {found}"
        => "viết chữ số với dấu chấm thập phân, ví dụ 0.15";
    yes_or_no(found) = "`true` or `false` is expected, found {found}"
        => "write true or false, in small letters",
        vi "cần `true` hoặc `false`, nhưng gặp {found}"
        => "viết true hoặc false, bằng chữ thường";
    list(found) = "a list is expected, found {found}"
        => "a list stands in square brackets: [ ..., ... ]",
        vi "cần một danh sách, nhưng gặp {found}"
        => "danh sách đặt trong ngoặc vuông: [ ..., ... ]";
    list_end(found) = "the end of the list is expected, found {found}" => "close the list with `]`",
        vi "cần kết thúc danh sách, nhưng gặp {found}"
        => "đóng danh sách bằng `]`";
    table(found) = "a table in curly brackets is expected, found {found}"
        => "write {{ \"name\": value, ... }}",
        vi "cần một bảng trong ngoặc nhọn, nhưng gặp {found}"
        => "viết {{ \"name\": value, ... }}";
    table_end(found) = "the end of the table is expected, found {found}"
        => "close the table with `}}`",
        vi "cần kết thúc bảng, nhưng gặp {found}"
        => "đóng bảng bằng `}}`";
    record(found) = "a record in round brackets is expected, found {found}"
        => "a record is written ( name: value, ... )",
        vi "cần một bản ghi trong ngoặc tròn, nhưng gặp {found}"
        => "bản ghi viết theo dạng ( name: value, ... )";
    record_end(found) = "the closing `)` is expected, found {found}"
        => "was a comma or a bracket forgotten?",
        vi "cần dấu `)` đóng, nhưng gặp {found}"
        => "có phải quên một dấu phẩy hoặc dấu ngoặc?";
    bare_name(found) = "a name without quotes is expected, found {found}"
        => "values stand behind their names, and names have no quotes: `title: \"A new campus\"`",
        vi "cần một tên không có dấu ngoặc kép, nhưng gặp {found}"
        => "giá trị đứng sau tên, và tên không đặt trong dấu ngoặc kép: `title: \"A new campus\"`";
    unreadable(why) = "this cannot be read: {why}" => "compare with one of the built-in scenarios",
        vi "không thể đọc: {why}"
        => "so với một kịch bản có sẵn";
    curly_quotes() = "these quotes are the printed kind, as word processors make them"
        => "write straight quotes: \"...\"",
        vi "đây là dấu ngoặc kép cong, do trình soạn thảo văn bản tự thay"
        => "viết dấu ngoặc kép thẳng: \"...\"";
    percent() = "a share is written as a fraction, without `%`" => "15% is written 0.15",
        vi "tỷ lệ viết dưới dạng số thập phân, không có `%`"
        => "15% viết là 0.15";
    comma_in_number() = "a number cannot hold a comma"
        => "decimals take a point (0.15); thousands are written 1000 or 1_000",
        vi "số trong tệp không được có dấu phẩy"
        => "phần thập phân viết bằng dấu chấm (0.15); hàng nghìn viết là 1000 hoặc 1_000";
    equals() = "a field is given with a colon, not with `=`" => "write `name: value`",
        vi "trường viết với dấu hai chấm, không dùng `=`"
        => "viết `name: value`";
    semicolon() = "fields and entries are separated by commas, not by `;`" => "write `,` instead",
        vi "các trường và các mục cách nhau bằng dấu phẩy, không dùng `;`"
        => "thay bằng `,`";
}

/// Something else was expected.
pub(crate) fn other(expected: &str, found: &str) -> Message {
    say! {
        en: Message {
            text: format!("{expected} is expected, found {found}"),
            help: "compare with one of the built-in scenarios".to_owned(),
        },
        vi: Message {
            text: format!("cần {}, nhưng gặp {found}", expected_vi(expected)),
            help: "so với một kịch bản có sẵn".to_owned(),
        },
    }
}

/// What the reader expects, in Vietnamese; what is not known stays.
fn expected_vi(expected: &str) -> String {
    if let Some(size) = expected.strip_prefix("a tuple of size ") {
        return format!("đúng {size} giá trị");
    }
    let known = match expected {
        "a string" | "a character" => "một văn bản trong dấu ngoặc kép",
        "a boolean" => "`true` hoặc `false`",
        "a sequence" => "một danh sách",
        "a map" => "một bảng trong ngoặc nhọn",
        "f32" | "f64" => "một số",
        "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" | "usize" => "một số nguyên",
        other => other,
    };
    known.to_owned()
}

/// A name that no field of a record has: the nearest, then all of them.
pub(crate) fn no_field(found: &str, near: Option<&str>, fields: &[&str]) -> Message {
    let all = fields.join(", ");
    Message {
        text: say! {
            en: format!("there is no field `{found}` here"),
            vi: format!("ở đây không có trường `{found}`"),
        },
        help: match near {
            Some(name) => say! {
                en: format!("did you mean `{name}`? the fields are: {all}"),
                vi: format!("có phải ý bạn là `{name}`? các trường gồm: {all}"),
            },
            None if all.is_empty() => nothing_here(),
            None => say! {
                en: format!("the fields are: {all}"),
                vi: format!("các trường gồm: {all}"),
            },
        },
    }
}

/// A name that no choice has: the nearest, then all of them.
pub(crate) fn no_choice(found: &str, near: Option<&str>, choices: &[&str]) -> Message {
    let all = choices.join(", ");
    Message {
        text: say! {
            en: format!("`{found}` is not one of the choices here"),
            vi: format!("`{found}` không phải là một lựa chọn ở đây"),
        },
        help: match near {
            Some(name) => say! {
                en: format!("did you mean `{name}`? the choices are: {all}"),
                vi: format!("có phải ý bạn là `{name}`? các lựa chọn gồm: {all}"),
            },
            None if all.is_empty() => nothing_here(),
            None => say! {
                en: format!("the choices are: {all}"),
                vi: format!("các lựa chọn gồm: {all}"),
            },
        },
    }
}

/// Where a record has no field, or a choice no name.
fn nothing_here() -> String {
    say! {
        en: "nothing may stand here".to_owned(),
        vi: "ở đây phải để trống".to_owned(),
    }
}

/// A text without quotes; a word is shown with them.
pub(crate) fn text(found: &str, token: &str) -> Message {
    let bare = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    Message {
        text: say! {
            en: format!("a text in quotes is expected, found {found}"),
            vi: format!("cần văn bản trong dấu ngoặc kép, nhưng gặp {found}"),
        },
        help: match token.chars().all(bare) {
            true => say! {
                en: format!("write \"{token}\", with quotes"),
                vi: format!("viết \"{token}\", có dấu ngoặc kép"),
            },
            false => say! {
                en: "texts stand in quotes: \"...\"".to_owned(),
                vi: "văn bản đặt trong dấu ngoặc kép: \"...\"".to_owned(),
            },
        },
    }
}
