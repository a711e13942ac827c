//! Names of files as they are kept and as people read them.

use crate::said::say;
use std::borrow::Cow;

/// Before the name of a file that the program carries, in data and as a key: in English.
pub const BUILT_IN: &str = "built-in ";

/// The name of a file as people read it.
pub fn read(name: &str) -> Cow<'_, str> {
    say! {
        en: name.into(),
        vi: match name.strip_prefix(BUILT_IN) {
            Some(own) => format!("{own} (có sẵn)").into(),
            None => name.into(),
        },
    }
}
