//! Messages about brackets, texts in quotes and comments.

use crate::said::{Message, messages};

/// Under a bracket.
pub(crate) const OPENED_HERE: &str = "opened here";
/// Under a bracket.
pub(crate) const CLOSED_HERE: &str = "closed here";
/// Under a line whose quote is open.
pub(crate) const QUOTE_MISSING: &str = "a closing `\"` is missing in this line, or just before it";

messages! {
    too_deep(most) = "brackets are nested more than {most} deep here"
        => "a scenario needs fewer than ten levels; was a bracket repeated by mistake?";
    never_opened(sign) = "this `{sign}` closes a bracket that was never opened"
        => "delete it, or look for an earlier bracket that closes too soon";
    differ(open, close, wanted) = "`{open}` is closed by `{close}`"
        => "a `{wanted}` is needed before this, or one bracket is too many";
    quotes_never_closed() = "a text in quotes is never closed"
        => "each text has one `\"` before it and one after it; a quote inside a text is written \\\"";
    text_never_closed(end) = "this text in quotes is never closed" => "it ends with {end}";
    comment_never_closed() = "this comment is never closed"
        => "a comment that starts with /* ends with */; a comment of one line starts with //";
}

/// A bracket that is never closed, with so many others around it.
pub(crate) fn never_closed(open: char, wanted: char, around: usize) -> Message {
    Message {
        text: format!("this `{open}` is never closed"),
        help: match around {
            0 => format!("add a `{wanted}` where it should end"),
            n => format!(
                "{} brackets are still open at the end of the file: was its end lost?",
                n + 1
            ),
        },
    }
}
