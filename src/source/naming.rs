//! What a name may be, wherever it is given: it goes into tables, workbooks, pages and names of
//! files, and must mean in each of them what it says.

use crate::messages::source as messages;
use crate::said::Message;

/// Letters of a name, at most.
pub const LONGEST: usize = 120;
/// Letters of a title, at most.
pub const LONGEST_TITLE: usize = 400;

/// What is wrong with a name, and a way out; `None` where nothing is.
pub fn fault(name: &str, longest: usize) -> Option<Message> {
    if let Some(sign) = name.chars().find(|c| unseen(*c)) {
        return Some(messages::unseen_sign(u32::from(sign)));
    }
    let first = name.trim_start().chars().next();
    if let Some(sign) = first.filter(|c| "=+-@".contains(*c)) {
        return Some(messages::formula(sign));
    }
    let letters = name.chars().count();
    (letters > longest).then(|| messages::long_name(letters, longest))
}

/// Whether a text holds small letters, digits and this sign alone, as ids and codes do.
pub fn is_plain(text: &str, sign: u8) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == sign;
    text.bytes().all(fits)
}

/// Whether it is words of such letters with hyphens between.
pub fn is_kebab(text: &str) -> bool {
    is_plain(text, b'-') && text.split('-').all(|word| !word.is_empty())
}

/// Whether a letter leaves no trace on a page, or turns the order of those behind it.
pub fn unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_what_it_says_in_every_table() {
        let long = "a".repeat(LONGEST + 1);
        for bad in [
            "=1+1",
            "+84",
            "-x",
            "@x",
            "  =x",
            "a\tb",
            "a\u{7}",
            "a\u{202e}b",
            &long,
        ] {
            assert!(fault(bad, LONGEST).is_some(), "{bad:?}");
        }
        let most = "ệ".repeat(LONGEST);
        for good in ["Bệnh viện Bạch Mai", "a-b", "A & B (2)", "2026", "", &most] {
            assert_eq!(fault(good, LONGEST), None, "{good:?}");
        }
    }
}
