//! Messages about the text of a file, before it is a question.

pub mod brackets;
pub mod form;

use crate::said::{Message, Said, messages, say};

/// The end of a file, where something was expected.
pub(crate) const END_OF_FILE: Said = Said::new("the end of the file", "cuối tệp");
/// What a table is.
pub(crate) const TABLE: Said = Said::new("a table in curly brackets", "một bảng trong ngoặc nhọn");

messages! {
    too_large(bytes, most) = "the file has {bytes} bytes; a scenario has at most {most}"
        => "is this the right file? A scenario is a short text; tables belong into a base folder",
        vi "tệp có {bytes} byte; một kịch bản có nhiều nhất {most} byte"
        => "có đúng là tệp này không? Kịch bản là một văn bản ngắn; các bảng đặt trong thư mục của bộ số liệu gốc";
    not_utf8() = "a character here is not written in UTF-8"
        => "save the file again with the encoding \"UTF-8\" (in most editors: Save as, Encoding)",
        vi "ở đây có ký tự không viết theo UTF-8"
        => "lưu lại tệp với bảng mã \"UTF-8\" (trong phần lớn trình soạn thảo: Save as, Encoding)";
    empty() = "the file is empty" => "copy one of the built-in scenarios and change it",
        vi "tệp đang trống"
        => "chép một kịch bản có sẵn rồi sửa";
    unseen_sign(number: u32) = "a name holds a sign that is not seen (U+{number:04X})"
        => "take it out: copied text brings such signs along; type the name anew",
        vi "tên có ký tự không nhìn thấy (U+{number:04X})"
        => "bỏ ký tự đó: văn bản sao chép thường mang theo ký tự như vậy; gõ lại tên";
    formula(sign) = "a name begins with `{sign}`, and spreadsheets take it for a formula"
        => "let it begin with a letter or a digit",
        vi "tên bắt đầu bằng `{sign}`, bảng tính sẽ hiểu là công thức"
        => "đặt tên bắt đầu bằng chữ cái hoặc chữ số";
    long_name(letters, most) = "a name has {letters} letters, and may have {most}"
        => "shorten it; what is to be explained goes into a note",
        vi "tên có {letters} ký tự, chỉ được có {most}"
        => "rút ngắn tên; phần giải thích viết vào ghi chú";
    space_in_number(name) = "a {name} stands inside this number"
        => "delete it; thousands are written 1000 or 1_000",
        vi "trong số này có {name}"
        => "xóa đi; hàng nghìn viết là 1000 hoặc 1_000";
    two_readings(written, read, meant, grouped) = "`{written}` is read as {read}, and may be meant as {grouped}"
        => "the dot is the decimal sign: write {meant} for the thousands, or {read} without the zeros that make it look like them",
        vi "`{written}` được đọc là {read}, nhưng có thể ý muốn viết là {grouped}"
        => "dấu chấm ngăn phần thập phân: viết {meant} nếu là hàng nghìn, hoặc {read} và bỏ các số 0 gây nhầm lẫn";
    half_letter() = "this is no JSON: a text holds half a letter"
        => "write the letter itself, or both of its numbers: \\ud83d\\ude00",
        vi "đây không phải là JSON: có văn bản chứa một nửa ký tự"
        => "viết chính ký tự đó, hoặc đủ hai mã: \\ud83d\\ude00";
}

/// A text that is no JSON; `said` is what its reader stumbled over.
pub(crate) fn no_json(said: String, help: Said) -> Message {
    Message {
        text: say! {
            en: format!("this is no JSON: {said}"),
            vi: format!("đây không phải là JSON: {}", stumbled(&said)),
        },
        help: help.to_owned(),
    }
}

/// What the reader of JSON says, in Vietnamese; what is not known stays.
fn stumbled(said: &str) -> String {
    if let Some(expected) = said.strip_prefix("expected `") {
        return format!("cần `{}", expected.replace("` or `", "` hoặc `"));
    }
    let known = match said {
        "expected value" => "cần một giá trị",
        "expected ident" => "từ không hợp lệ",
        "trailing comma" => "thừa dấu phẩy",
        "trailing characters" => "thừa ký tự sau khi đã kết thúc",
        "key must be a string" => "tên phải đặt trong dấu ngoặc kép",
        "invalid number" => "số không hợp lệ",
        "number out of range" => "số quá lớn",
        "invalid escape" => "ký tự thoát sau dấu \\ không hợp lệ",
        "recursion limit exceeded" => "các dấu ngoặc lồng nhau quá sâu",
        other if other.starts_with("EOF while parsing") => "tệp kết thúc giữa chừng",
        other if other.starts_with("control character") => "có ký tự điều khiển trong văn bản",
        other => other,
    };
    known.to_owned()
}

/// Ways out of a text that is no JSON.
pub(crate) mod json {
    use crate::said::Said;

    pub(crate) const COMMA: Said = Said::new(
        "take the comma before the closing bracket away",
        "bỏ dấu phẩy trước ngoặc đóng",
    );
    pub(crate) const COMMENT: Said = Said::new(
        "JSON has no comments: write words into \"note\", or write the scenario in RON",
        "JSON không có chú thích: viết lời vào \"note\", hoặc viết kịch bản bằng RON",
    );
    pub(crate) const RON: Said = Said::new(
        "records stand in { } in JSON; a scenario in round brackets is RON, in a file that ends in .ron",
        "trong JSON, bản ghi đặt trong { }; kịch bản viết trong ngoặc tròn là RON, trong tệp có đuôi .ron",
    );
    pub(crate) const KEY: Said = Said::new(
        "names stand in double quotes in JSON: \"title\": \"...\"",
        "trong JSON, tên đặt trong dấu ngoặc kép: \"title\": \"...\"",
    );
    pub(crate) const OTHER: Said = Said::new(
        "in JSON names and texts stand in double quotes, and entries are separated by commas",
        "trong JSON, tên và văn bản đặt trong dấu ngoặc kép, các mục cách nhau bằng dấu phẩy",
    );
}

/// The name of a space or a sign without width that is not on the keyboard.
pub fn odd_space(sign: char) -> Option<&'static str> {
    Some(match sign {
        '\u{a0}' => say!(en: "no-break space", vi: "dấu cách không ngắt"),
        '\u{ad}' => say!(en: "soft hyphen", vi: "dấu nối mềm"),
        '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' => {
            say!(en: "typographic space", vi: "dấu cách in ấn")
        }
        '\u{2007}' => say!(en: "figure space", vi: "dấu cách chữ số"),
        '\u{200b}' => say!(en: "zero-width space", vi: "dấu cách không độ rộng"),
        '\u{200c}' | '\u{200d}' => say!(en: "zero-width joiner", vi: "dấu nối không độ rộng"),
        '\u{200e}' | '\u{200f}' => say!(en: "mark of reading order", vi: "dấu chỉ chiều đọc"),
        '\u{2028}' | '\u{2029}' => say!(en: "line separator", vi: "dấu ngắt dòng"),
        '\u{202f}' => say!(en: "narrow no-break space", vi: "dấu cách hẹp không ngắt"),
        '\u{2060}' => say!(en: "word joiner", vi: "dấu nối từ"),
        '\u{3000}' => say!(en: "wide space", vi: "dấu cách rộng"),
        '\u{feff}' => say!(en: "byte-order mark", vi: "dấu thứ tự byte"),
        _ => return None,
    })
}
