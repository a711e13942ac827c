//! A sentence in every language that people read, where it is needed.

/// What is said, in each language; empty where a language has no words for it yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// In English.
    pub en: &'static str,
    /// In Vietnamese.
    pub vi: &'static str,
}

impl Said {
    /// Said in English, and in no other language yet.
    pub const fn en(en: &'static str) -> Self {
        Said { en, vi: "" }
    }
}
