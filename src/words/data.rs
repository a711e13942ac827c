//! Names, meanings and reasons that stand in data: tables of the built-in base and its scenarios are
//! written in English, and what each of their texts is in Vietnamese stands in one table beside them.
//! The English text is the key, so a text that is edited has no Vietnamese until its row follows.

use super::targets::SET_BY_SCENARIO;
use crate::said::{Language, Told, language};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The texts of the built-in data, of the help, and of what may be written in a file: English, Vietnamese.
const TEXTS: [&str; 3] = [
    include_str!("../../assets/viet-nam/vietnamese.csv"),
    include_str!("help.csv"),
    include_str!("fields.csv"),
];

static KNOWN: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let rows = TEXTS.into_iter().flat_map(|table| {
        csv::Reader::from_reader(table.as_bytes()).into_deserialize::<(String, String)>()
    });
    rows.filter_map(Result::ok).collect()
});

/// A text of the data in Vietnamese, where the table has it.
fn known(en: &str) -> Option<&'static str> {
    match en == SET_BY_SCENARIO.en {
        true => Some(SET_BY_SCENARIO.vi),
        false => KNOWN.get(en).map(String::as_str),
    }
}

/// A text of the data in both languages.
pub fn told(en: &str) -> Told {
    Told {
        en: en.to_owned(),
        vi: known(en).unwrap_or_default().to_owned(),
    }
}

/// A text of the data in the language that is spoken; itself where that has no words for it.
pub fn spoken(en: &str) -> &str {
    match language() {
        Language::En => en,
        Language::Vi => known(en).unwrap_or(en),
    }
}
