//! A table that was saved in one alphabet and read in another holds two or three wrong letters for
//! each right one.

use crate::base::tables::{Reader, Row};
use crate::messages::base as messages;

/// What Windows-1252 makes of the bytes 0x80 to 0x9f; a blank where it has no letter.
const WINDOWS: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// The byte a letter stands for in a table that was read as Windows-1252 or Latin-1.
fn byte(letter: char) -> Option<u8> {
    let code = u32::from(letter);
    if (0x80..=0xff).contains(&code) {
        return u8::try_from(code).ok();
    }
    if (0x1000..0x2000).contains(&code) {
        return None; // most accented letters of Vietnamese
    }
    let at = WINDOWS.chars().position(|c| c == letter && c != ' ')?;
    u8::try_from(0x80 + at).ok()
}

/// The text as it was meant, if it was decoded twice.
pub fn meant(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let mut meant = String::new();
    let mut found = false;
    let mut run: Vec<char> = Vec::new();
    for letter in text.chars().map(Some).chain([None]) {
        if let Some(letter) = letter.filter(|c| byte(*c).is_some()) {
            run.push(letter);
            continue;
        }
        let bytes: Vec<u8> = run.iter().filter_map(|c| byte(*c)).collect();
        match String::from_utf8(bytes) {
            Ok(right) if !right.is_empty() => {
                meant.push_str(&right);
                found = true;
            }
            _ => meant.extend(&run),
        }
        run.clear();
        meant.extend(letter);
    }
    found.then_some(meant)
}

/// Refuses rows whose text was decoded twice, each row once.
pub fn decoded_twice(reader: &mut Reader<'_>, rows: &[Row]) {
    for row in rows {
        let garbled = row.named().find_map(|(column, text)| {
            let meant = meant(text)?;
            Some((column, text.to_owned(), meant))
        });
        if let Some((column, text, meant)) = garbled {
            let said = messages::decoded_twice(text, meant);
            reader.refuse(row, column, "base::decoded-twice", said);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a spreadsheet makes of UTF-8 that it takes for Windows-1252.
    fn garbled(text: &str) -> String {
        text.bytes()
            .map(|b| match b {
                0x80..=0x9f => match WINDOWS.chars().nth(usize::from(b) - 0x80) {
                    Some(' ') | None => char::from(b),
                    Some(letter) => letter,
                },
                _ => char::from(b),
            })
            .collect()
    }

    #[test]
    fn a_text_decoded_twice_is_known_and_read_as_it_was_meant() {
        assert_eq!(WINDOWS.chars().count(), 32);
        for text in ["Hà Nội", "Đắk Lắk", "Bệnh viện Bạch Mai", "Küste", "Łódź"] {
            assert_eq!(meant(&garbled(text)).as_deref(), Some(text));
            assert_eq!(meant(text), None, "{text}");
        }
        for text in ["plain", "5 °C", "“quoted” – dashes…", "Ân Thi", "Á, Â, Ã"] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
