//! Messages about the text of a file, before it is a question.

pub mod brackets;
pub mod form;

use crate::said::messages;

/// The end of a file, where something was expected.
pub(crate) const END_OF_FILE: &str = "the end of the file";
/// What a table is.
pub(crate) const TABLE: &str = "a table in curly brackets";

messages! {
    too_large(bytes, most) = "the file has {bytes} bytes; a scenario has at most {most}"
        => "is this the right file? A scenario is a short text; tables belong into a base folder";
    not_utf8() = "a character here is not written in UTF-8"
        => "save the file again with the encoding \"UTF-8\" (in most editors: Save as, Encoding)";
    empty() = "the file is empty" => "copy one of the built-in scenarios and change it";
    unseen_sign(number: u32) = "a name holds a sign that is not seen (U+{number:04X})"
        => "take it out: copied text brings such signs along; type the name anew";
    formula(sign) = "a name begins with `{sign}`, and spreadsheets take it for a formula"
        => "let it begin with a letter or a digit";
    long_name(letters, most) = "a name has {letters} letters, and may have {most}"
        => "shorten it; what is to be explained goes into a note";
    space_in_number(name) = "a {name} stands inside this number"
        => "delete it; thousands are written 1000 or 1_000";
    two_readings(written, read, meant, grouped) = "`{written}` is read as {read}, and may be meant as {grouped}"
        => "the dot is the decimal sign: write {meant} for the thousands, or {read} without the zeros that make it look like them";
    half_letter() = "this is no JSON: a text holds half a letter"
        => "write the letter itself, or both of its numbers: \\ud83d\\ude00";
    no_json(said, help) = "this is no JSON: {said}" => "{help}";
}

/// Ways out of a text that is no JSON.
pub(crate) mod json {
    pub(crate) const COMMA: &str = "take the comma before the closing bracket away";
    pub(crate) const COMMENT: &str =
        "JSON has no comments: write words into \"note\", or write the scenario in RON";
    pub(crate) const RON: &str = "records stand in { } in JSON; a scenario in round brackets is RON, in a file that ends in .ron";
    pub(crate) const KEY: &str = "names stand in double quotes in JSON: \"title\": \"...\"";
    pub(crate) const OTHER: &str =
        "in JSON names and texts stand in double quotes, and entries are separated by commas";
}

/// The name of a space or a sign without width that is not on the keyboard.
pub fn odd_space(sign: char) -> Option<&'static str> {
    Some(match sign {
        '\u{a0}' => "no-break space",
        '\u{ad}' => "soft hyphen",
        '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' => {
            "typographic space"
        }
        '\u{2007}' => "figure space",
        '\u{200b}' => "zero-width space",
        '\u{200c}' | '\u{200d}' => "zero-width joiner",
        '\u{200e}' | '\u{200f}' => "mark of reading order",
        '\u{2028}' | '\u{2029}' => "line separator",
        '\u{202f}' => "narrow no-break space",
        '\u{2060}' => "word joiner",
        '\u{3000}' => "wide space",
        '\u{feff}' => "byte-order mark",
        _ => return None,
    })
}
