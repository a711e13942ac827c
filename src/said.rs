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

/// What a message says: what is wrong or odd, in one sentence without a full stop, and the way out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What is wrong.
    pub text: String,
    /// What to do.
    pub help: String,
}

/// Messages, each a function of what it names. A parameter without a type is anything that can be
/// shown; `=>` parts what is wrong from what to do:
///
/// ```text
/// messages! {
///     private_core(core) = "{core} is private and cannot be a core hospital"
///         => "a core hospital is a public one of the central or the provincial level";
/// }
/// ```
macro_rules! messages {
    ($($(#[$note:meta])* $name:ident($($given:ident $(: $kind:ty)?),* $(,)?) = $text:literal => $help:literal;)*) => {$(
        $(#[$note])*
        pub(crate) fn $name($($given: $crate::said::shown!($($kind)?)),*) -> $crate::said::Message {
            $crate::said::Message {
                text: format!($text),
                help: format!($help),
            }
        }
    )*};
}

/// Sentences and parts of them, each a function of what it names; parameters as in [`messages!`].
macro_rules! sentences {
    ($($(#[$note:meta])* $name:ident($($given:ident $(: $kind:ty)?),* $(,)?) = $text:literal;)*) => {$(
        $(#[$note])*
        pub(crate) fn $name($($given: $crate::said::shown!($($kind)?)),*) -> String {
            format!($text)
        }
    )*};
}

/// The type of a parameter of a message.
macro_rules! shown {
    () => { impl std::fmt::Display };
    ($kind:ty) => { $kind };
}

pub(crate) use {messages, sentences, shown};
