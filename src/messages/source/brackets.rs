//! Messages about brackets, texts in quotes and comments.

use crate::said::{Message, Said, messages, say};

/// Under a bracket.
pub(crate) const OPENED_HERE: Said = Said::new("opened here", "mở tại đây");
/// Under a bracket.
pub(crate) const CLOSED_HERE: Said = Said::new("closed here", "đóng tại đây");
/// Under a line whose quote is open.
pub(crate) const QUOTE_MISSING: Said = Said::new(
    "a closing `\"` is missing in this line, or just before it",
    "thiếu dấu `\"` đóng ở dòng này, hoặc ngay trước đó",
);

messages! {
    too_deep(most) = "brackets are nested more than {most} deep here"
        => "a scenario needs fewer than ten levels; was a bracket repeated by mistake?",
        vi "ở đây các dấu ngoặc lồng nhau quá {most} cấp"
        => "một kịch bản cần chưa đến mười cấp; có phải một dấu ngoặc bị lặp do nhầm?";
    never_opened(sign) = "this `{sign}` closes a bracket that was never opened"
        => "delete it, or look for an earlier bracket that closes too soon",
        vi "dấu `{sign}` này đóng một dấu ngoặc chưa được mở"
        => "xóa đi, hoặc tìm dấu ngoặc phía trước đóng quá sớm";
    differ(open, close, wanted) = "`{open}` is closed by `{close}`"
        => "a `{wanted}` is needed before this, or one bracket is too many",
        vi "`{open}` được đóng bằng `{close}`"
        => "cần dấu `{wanted}` ở trước chỗ này, hoặc thừa một dấu ngoặc";
    quotes_never_closed() = "a text in quotes is never closed"
        => "each text has one `\"` before it and one after it; a quote inside a text is written \\\"",
        vi "văn bản trong dấu ngoặc kép chưa được đóng"
        => "mỗi văn bản có một dấu `\"` ở trước và một ở sau; dấu ngoặc kép bên trong văn bản viết là \\\"";
    text_never_closed(end) = "this text in quotes is never closed" => "it ends with {end}",
        vi "văn bản trong dấu ngoặc kép này chưa được đóng"
        => "văn bản kết thúc bằng {end}";
    comment_never_closed() = "this comment is never closed"
        => "a comment that starts with /* ends with */; a comment of one line starts with //",
        vi "chú thích này chưa được đóng"
        => "chú thích bắt đầu bằng /* phải kết thúc bằng */; chú thích một dòng bắt đầu bằng //";
}

/// A bracket that is never closed, with so many others around it.
pub(crate) fn never_closed(open: char, wanted: char, around: usize) -> Message {
    Message {
        text: say! {
            en: format!("this `{open}` is never closed"),
            vi: format!("dấu `{open}` này chưa được đóng"),
        },
        help: match around {
            0 => say! {
                en: format!("add a `{wanted}` where it should end"),
                vi: format!("thêm dấu `{wanted}` ở chỗ cần kết thúc"),
            },
            n => say! {
                en: format!(
                    "{} brackets are still open at the end of the file: was its end lost?",
                    n + 1
                ),
                vi: format!(
                    "đến cuối tệp còn {} dấu ngoặc chưa đóng: có phải tệp bị mất phần cuối?",
                    n + 1
                ),
            },
        },
    }
}
