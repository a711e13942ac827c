//! A sentence in every language that people read, where it is needed.

pub(crate) mod date;
pub mod number;
pub(crate) mod things;

use serde::{Deserialize, Deserializer, Serialize};
use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::ops::Deref;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{PoisonError, RwLock};

/// A language that people read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Vietnamese.
    Vi,
}

impl Language {
    /// Every language, English first.
    pub const ALL: [Language; 2] = [Language::En, Language::Vi];

    /// Its code of two letters, as `--lang` and a page write it.
    pub fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Vi => "vi",
        }
    }
}

/// The language of the program, until something is said in another.
static SPOKEN: AtomicU8 = AtomicU8::new(0);

thread_local! {
    /// The language of what this thread says just now, where it is another.
    static ASIDE: Cell<Option<Language>> = const { Cell::new(None) };
}

/// The language in which words are read now.
pub fn language() -> Language {
    ASIDE
        .get()
        .unwrap_or_else(|| match SPOKEN.load(Ordering::Relaxed) {
            0 => Language::En,
            _ => Language::Vi,
        })
}

/// Everything is said in this language from now on, by every thread.
pub fn speak(language: Language) {
    SPOKEN.store(u8::from(language == Language::Vi), Ordering::Relaxed);
}

/// What every thread says inside is said in this language.
pub fn speaking<T>(language: Language, says: impl FnOnce() -> T) -> T {
    /// Puts the language before back, after a panic too.
    struct Back(u8);
    impl Drop for Back {
        fn drop(&mut self) {
            SPOKEN.store(self.0, Ordering::Relaxed);
        }
    }
    let _back = Back(SPOKEN.load(Ordering::Relaxed));
    speak(language);
    says()
}

/// The languages in which what is read is left, where that is not the one that is spoken.
static LEFT: RwLock<Vec<Language>> = RwLock::new(Vec::new());

fn leave(languages: Vec<Language>) -> Vec<Language> {
    let mut left = LEFT.write().unwrap_or_else(PoisonError::into_inner);
    std::mem::replace(&mut *left, languages)
}

/// What is left to be read is left in every language from now on, the one that is spoken first.
pub fn leave_in_each() {
    let mut all = Language::ALL.to_vec();
    all.sort_by_key(|own| *own != language());
    leave(all);
}

/// The languages in which what is read is left.
pub fn left_in() -> Vec<Language> {
    let left = LEFT.read().unwrap_or_else(PoisonError::into_inner);
    match left.is_empty() {
        true => vec![language()],
        false => left.clone(),
    }
}

/// What is left inside is left in these languages, whatever is spoken.
pub fn leaving<T>(languages: &[Language], leaves: impl FnOnce() -> T) -> T {
    /// Puts the languages before back, after a panic too.
    struct Back(Vec<Language>);
    impl Drop for Back {
        fn drop(&mut self) {
            leave(std::mem::take(&mut self.0));
        }
    }
    let _back = Back(leave(languages.to_vec()));
    leaves()
}

/// What this thread says inside is said in this language.
pub fn within<T>(language: Language, says: impl FnOnce() -> T) -> T {
    /// Puts the language before back, after a panic too.
    struct Back(Option<Language>);
    impl Drop for Back {
        fn drop(&mut self) {
            ASIDE.set(self.0);
        }
    }
    let _back = Back(ASIDE.replace(Some(language)));
    says()
}

/// What is said, in each language; empty where a language has no words for it yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// In English.
    pub en: &'static str,
    /// In Vietnamese.
    pub vi: &'static str,
}

impl Said {
    /// Said in both languages.
    pub const fn new(en: &'static str, vi: &'static str) -> Self {
        Said { en, vi }
    }

    /// Said in English in every language: what stands in files for programs.
    pub const fn en(en: &'static str) -> Self {
        Said { en, vi: "" }
    }

    /// In the language that is spoken, in English where that has no words for it.
    pub fn text(self) -> &'static str {
        match language() {
            Language::Vi if !self.vi.is_empty() => self.vi,
            _ => self.en,
        }
    }

    /// The text that is spoken now, to keep.
    pub fn to_owned(self) -> String {
        self.text().to_owned()
    }
}

impl PartialEq<str> for Said {
    fn eq(&self, other: &str) -> bool {
        self.text() == other
    }
}

impl PartialEq<Said> for &str {
    fn eq(&self, other: &Said) -> bool {
        *self == other.text()
    }
}

impl PartialEq<Said> for String {
    fn eq(&self, other: &Said) -> bool {
        self == other.text()
    }
}

impl AsRef<str> for Said {
    fn as_ref(&self) -> &str {
        self.text()
    }
}

impl Deref for Said {
    type Target = str;

    fn deref(&self) -> &str {
        self.text()
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}

impl From<Said> for String {
    fn from(said: Said) -> Self {
        said.text().to_owned()
    }
}

impl From<Said> for Cow<'_, str> {
    fn from(said: Said) -> Self {
        Cow::Borrowed(said.text())
    }
}

/// What results say in words, in each language: a run of one language can be shown in the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Told {
    /// In English.
    pub en: String,
    /// In Vietnamese; empty where that has no words for it.
    pub vi: String,
}

impl Told {
    /// Told in each language by the same words.
    pub fn of<T: Into<String>>(says: impl Fn() -> T) -> Self {
        Told {
            en: within(Language::En, || says().into()),
            vi: within(Language::Vi, || says().into()),
        }
    }

    /// Told in each language, where there is something to tell.
    pub fn of_some(says: impl Fn() -> Option<String>) -> Option<Self> {
        let [en, vi] = Language::ALL.map(|language| within(language, &says));
        Some(Told { en: en?, vi: vi? })
    }

    /// Sentences, as many in each language.
    pub fn of_each(says: impl Fn() -> Vec<String>) -> Vec<Self> {
        let [en, vi] = Language::ALL.map(|language| within(language, &says));
        en.into_iter()
            .zip(vi)
            .map(|(en, vi)| Told { en, vi })
            .collect()
    }

    /// What [`Told::text`] gives, by the name that texts have it under.
    pub fn as_str(&self) -> &str {
        self.text()
    }

    /// In the language that is spoken, in English where that has no words for it.
    pub fn text(&self) -> &str {
        match language() {
            Language::Vi if !self.vi.is_empty() => &self.vi,
            _ => &self.en,
        }
    }
}

impl Deref for Told {
    type Target = str;

    fn deref(&self) -> &str {
        self.text()
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.text().fmt(f)
    }
}

impl From<Said> for Told {
    fn from(said: Said) -> Self {
        Told {
            en: said.en.to_owned(),
            vi: said.vi.to_owned(),
        }
    }
}

impl PartialEq<str> for Told {
    fn eq(&self, other: &str) -> bool {
        self.text() == other
    }
}

impl AsRef<str> for Told {
    fn as_ref(&self) -> &str {
        self.text()
    }
}

/// A name that is the same in every language, or the words of a file that has one language.
impl From<String> for Told {
    fn from(en: String) -> Self {
        Told {
            en,
            vi: String::new(),
        }
    }
}

impl From<&str> for Told {
    fn from(en: &str) -> Self {
        en.to_owned().into()
    }
}

/// Results of before were told in English alone.
impl<'de> Deserialize<'de> for Told {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Kept {
            One(String),
            Each { en: String, vi: String },
        }
        Ok(match Kept::deserialize(from)? {
            Kept::One(en) => en.into(),
            Kept::Each { en, vi } => Told { en, vi },
        })
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

/// The same in each language; what a language does not have does not compile:
///
/// ```text
/// say! {
///     en: format!("{n} beds"),
///     vi: format!("{n} giường bệnh"),
/// }
/// ```
macro_rules! say {
    (en: $en:expr, vi: $vi:expr $(,)?) => {
        match $crate::said::language() {
            $crate::said::Language::En => $en,
            $crate::said::Language::Vi => $vi,
        }
    };
}

/// Messages, each a function of what it names. A parameter without a type is anything that can be
/// shown; `=>` parts what is wrong from what to do, and the Vietnamese follows:
///
/// ```text
/// messages! {
///     private_core(core) = "{core} is private and cannot be a core hospital"
///         => "a core hospital is a public one of the central or the provincial level",
///         vi "{core} là bệnh viện tư nhân, không thể làm bệnh viện hạt nhân"
///         => "bệnh viện hạt nhân phải là bệnh viện công tuyến trung ương hoặc tuyến tỉnh";
/// }
/// ```
macro_rules! messages {
    ($($(#[$note:meta])* $name:ident($($given:ident $(: $kind:ty)?),* $(,)?) = $text:literal => $help:literal, vi $text_vi:literal => $help_vi:literal;)*) => {$(
        $(#[$note])*
        pub(crate) fn $name($($given: $crate::said::shown!($($kind)?)),*) -> $crate::said::Message {
            $crate::said::say! {
                en: $crate::said::Message {
                    text: format!($text),
                    help: format!($help),
                },
                vi: $crate::said::Message {
                    text: format!($text_vi),
                    help: format!($help_vi),
                },
            }
        }
    )*};
}

/// Sentences and parts of them, each a function of what it names; parameters as in [`messages!`].
macro_rules! sentences {
    ($($(#[$note:meta])* $name:ident($($given:ident $(: $kind:ty)?),* $(,)?) = $text:literal, vi $text_vi:literal;)*) => {$(
        $(#[$note])*
        pub(crate) fn $name($($given: $crate::said::shown!($($kind)?)),*) -> String {
            $crate::said::say!(en: format!($text), vi: format!($text_vi))
        }
    )*};
}

/// The type of a parameter of a message.
macro_rules! shown {
    () => { impl std::fmt::Display };
    ($kind:ty) => { $kind };
}

pub(crate) use {messages, say, sentences, shown};
