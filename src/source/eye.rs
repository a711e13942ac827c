//! Signs that mislead the eye: a dot that was meant to part thousands, and spaces that are not the
//! space of the keyboard.

use super::outline;
pub use crate::diagnostic::odd_space;
use crate::messages::source::two_readings;
use crate::said::Message;
use std::ops::Range;

/// A number that can be read in two ways.
#[derive(Clone, Debug, PartialEq)]
pub struct TwoReadings {
    /// Where it stands.
    pub place: Range<usize>,
    /// As the program reads it: `39.2`.
    pub read: String,
    /// As its author may have meant it: `39200`.
    pub meant: String,
}

impl TwoReadings {
    /// The number with both readings, and how each of the two is written.
    pub fn said(&self, text: &str) -> Message {
        let written = &text[self.place.clone()];
        two_readings(written, &self.read, &self.meant, grouped(&self.meant))
    }
}

/// Digits in groups of three: `39,200`.
fn grouped(digits: &str) -> String {
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", digits),
    };
    let mut said = String::from(sign);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            said.push(',');
        }
        said.push(digit);
    }
    said
}

/// What stands before an amount, where three digits after the dot are doubtful without a zero at
/// their end too: nobody plans money to a thousandth of its unit.
const AMOUNTS: &[&str] = &["Level(", "cost:", "cost_per_place:"];

/// Numbers with one to three digits before a dot and three behind it, the last of them 0: `39.200`.
pub fn thousands(text: &str) -> Vec<TwoReadings> {
    let mut found = Vec::new();
    for place in outline::words(text) {
        let word = &text[place.clone()];
        let Some((whole, part)) = word.split_once('.') else {
            continue;
        };
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        let shaped = digits(whole)
            && whole.len() <= 3
            && !whole.starts_with('0')
            && part.len() == 3
            && digits(part);
        let before = text[..place.start].trim_end_matches(['-', '+', ' ']);
        let amount = AMOUNTS.iter().any(|a| before.ends_with(a));
        if shaped && (part.ends_with('0') || amount) {
            let start = place.start - usize::from(text[..place.start].ends_with('-'));
            let sign = if start < place.start { "-" } else { "" };
            let kept = part.trim_end_matches('0');
            found.push(TwoReadings {
                place: start..place.end,
                read: match kept {
                    "" => format!("{sign}{whole}"),
                    _ => format!("{sign}{whole}.{kept}"),
                },
                meant: format!("{sign}{whole}{part}"),
            });
        }
    }
    found
}

/// Where such a sign stands inside a number, and its name.
pub type Inside = (Range<usize>, &'static str);

/// A text without such signs outside its texts and comments, every place kept: between digits they
/// are told and the number is read as one, elsewhere they are blanks.
pub fn plain(text: &str) -> (String, Vec<Inside>) {
    let mut told = Vec::new();
    if text.is_ascii() {
        return (text.to_owned(), told);
    }
    let mut plain = text.as_bytes().to_vec();
    let digit = |at: Option<usize>| {
        at.and_then(|at| text.as_bytes().get(at))
            .is_some_and(u8::is_ascii_digit)
    };
    for part in outline::parts(text) {
        let sign = text.get(part.start..).and_then(|rest| rest.chars().next());
        let Some((sign, name)) = sign.and_then(|c| Some((c, odd_space(c)?))) else {
            continue;
        };
        let place = part.start..part.start + sign.len_utf8();
        let inside = digit(part.start.checked_sub(1)) && digit(Some(place.end));
        plain[place.clone()].fill(if inside { b'_' } else { b' ' });
        if inside {
            told.push((place, name));
        }
    }
    match String::from_utf8(plain) {
        Ok(plain) => (plain, told),
        Err(_) => (text.to_owned(), told),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_that_may_part_thousands_has_two_readings() {
        let of = |text: &str| -> Vec<(String, String)> {
            let found = thousands(text).into_iter();
            found.map(|t| (t.read, t.meant)).collect()
        };
        for (text, read, meant) in [
            ("(amount: Level(39.200))", "39.2", "39200"),
            ("Level( 1.000 )", "1", "1000"),
            ("Level(39.215)", "39.215", "39215"),
            ("[(2027, 120.500)]", "120.5", "120500"),
            ("cost: 5.432,", "5.432", "5432"),
            ("Normal(mean: -1.250, sd: 2)", "-1.25", "-1250"),
        ] {
            assert_eq!(of(text), [(read.to_owned(), meant.to_owned())], "{text}");
        }
        for text in [
            "Level(39200)",
            "Level(39_200)",
            "Level(39.2)",
            "Level(39.20)",
            "Level(39.2000)",
            "Share(0.250)",
            "Fixed(1234.500)",
            "Fixed(1.125)",
            "\"39.200\"",
            "// 39.200",
            "/* 39.200 */",
        ] {
            assert_eq!(of(text), [], "{text}");
        }
        let text = "(level: Level(39.200))";
        let found = thousands(text).remove(0);
        assert_eq!(&text[found.place.clone()], "39.200");
        let said = found.said(text).text;
        assert!(said.contains("39.2,") && said.contains("39,200"), "{said}");
        assert_eq!(grouped("1234567"), "1,234,567");
    }

    #[test]
    fn an_invisible_sign_in_a_number_is_told_and_the_number_read_as_one() {
        let (plain, told) =
            plain("(a: 39\u{a0}200, b:\u{a0}\"x\u{a0}y\", c: 0.2\u{200b}5) // \u{a0}");
        assert_eq!(
            plain,
            "(a: 39__200, b:  \"x\u{a0}y\", c: 0.2___5) // \u{a0}"
        );
        let names: Vec<&str> = told.iter().map(|(_, name)| *name).collect();
        assert_eq!(names, ["no-break space", "zero-width space"]);
        assert_eq!(told[0].0, 6..8);
    }

    #[test]
    fn an_invisible_sign_is_named() {
        for (sentence, said) in [
            ("39\u{a0}200", "39[no-break space]200"),
            ("39\u{202f}200", "39[narrow no-break space]200"),
            ("lai\u{200b}chau", "lai[zero-width space]chau"),
            ("Lai Châu", "Lai Châu"),
        ] {
            assert_eq!(crate::diagnostic::named(sentence.to_owned()), said);
        }
    }
}
