//! A value and where it was written; our RON dialect.
//!
//! A file is read in one go, but not given up at its first mistake: the entry that holds the
//! mistake is blanked out (byte for byte, so that places stay true) and the rest is read again,
//! until nothing new is found. A text in JSON is turned into this dialect first ([`json`]), with
//! every place kept.

pub mod explain;
pub mod eye;
pub mod json;
pub mod naming;
pub mod outline;
pub mod written;

use crate::diagnostic::{Placed, Problem, Problems};
use crate::messages::source as messages;
use crate::shape::{Shape, Shaped};
use ron::extensions::Extensions;
use ron::value::RawValue;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cell::{Cell, RefCell};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

pub use written::Written;

/// Largest file that is read, in bytes.
pub const LARGEST: usize = 1_000_000;

/// Mistakes of form told at once; further ones wait until these are corrected.
const MOST_MISTAKES: usize = 30;

/// A value with the byte range it was written at (`None` for defaults and values made in code).
#[derive(Clone, Debug)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it was written.
    pub span: Option<Range<usize>>,
}

impl<T> Spanned<T> {
    /// A value that was not written in a file.
    pub fn made(value: T) -> Spanned<T> {
        Spanned { value, span: None }
    }
}

impl<T: Shaped> Shaped for Spanned<T> {
    const SHAPE: &'static Shape = T::SHAPE;
}

impl<T> Placed for Spanned<T> {
    fn place(&self) -> Option<Range<usize>> {
        self.span.clone()
    }
}

/// Two values are equal wherever they were written.
impl<T: PartialEq> PartialEq for Spanned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T> std::ops::Deref for Spanned<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Serialize> Serialize for Spanned<T> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(s)
    }
}

thread_local! {
    /// Where the parts of the text being read were written.
    static PLACES: RefCell<Option<Written>> = const { RefCell::new(None) };
    /// Address and length of the text being read.
    static WHOLE: Cell<(usize, usize)> = const { Cell::new((0, 0)) };
    /// The first mistake inside a spanned value: serde hands on its words but not its place.
    static INNER: RefCell<Option<(Range<usize>, ron::Error)>> = const { RefCell::new(None) };
}

/// Where a slice of the text being read stands in it.
fn place(slice: &str) -> Option<usize> {
    let (start, length) = WHOLE.get();
    let at = (slice.as_ptr() as usize).checked_sub(start)?;
    (at + slice.len() <= length).then_some(at)
}

/// Where a stretch of the text being read was written.
fn written_at(span: Range<usize>) -> Range<usize> {
    PLACES.with_borrow(|places| match places {
        Some(written) => written.place(&span),
        None => span,
    })
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let slice = <&'de RawValue>::deserialize(d)?.trim().get_ron();
        let start = place(slice);
        match options().from_str::<T>(slice) {
            Ok(value) => Ok(Spanned {
                value,
                span: start.map(|s| written_at(s..s + slice.len())),
            }),
            Err(e) => {
                if let Some(start) = start {
                    let inner = bytes_of(slice, &e.span);
                    INNER.with_borrow_mut(|first| {
                        first.get_or_insert_with(|| {
                            (start + inner.start..start + inner.end, e.code.clone())
                        });
                    });
                }
                Err(serde::de::Error::custom(e.code))
            }
        }
    }
}

/// How we read and write RON: no `Some(...)`, no double brackets around a single value.
pub fn options() -> ron::Options {
    ron::Options::default().with_default_extension(
        Extensions::IMPLICIT_SOME
            | Extensions::UNWRAP_NEWTYPES
            | Extensions::UNWRAP_VARIANT_NEWTYPES,
    )
}

/// Byte range of a RON error, whose lines and columns count characters.
fn bytes_of(text: &str, span: &ron::error::Span) -> Range<usize> {
    let offset = |p: &ron::error::Position| {
        let line: usize = text
            .split_inclusive('\n')
            .take(p.line.saturating_sub(1))
            .map(str::len)
            .sum();
        let column: usize = text[line..]
            .chars()
            .take(p.col.saturating_sub(1))
            .map(char::len_utf8)
            .sum();
        line + column
    };
    let start = offset(&span.start);
    start..offset(&span.end).max(start)
}

/// The text of a file: not too large, UTF-8, without byte-order mark, letters composed (NFC), so
/// that a name typed on another system is the same name.
pub fn text_of(bytes: &[u8]) -> Result<String, (Box<Problem>, String)> {
    if bytes.len() > LARGEST {
        let problem =
            Problem::refusal("file::too-large", messages::too_large(bytes.len(), LARGEST));
        return Err((Box::new(problem), String::new()));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text
            .strip_prefix('\u{feff}')
            .unwrap_or(text)
            .nfc()
            .collect()),
        Err(e) => {
            let at = e.valid_up_to();
            let shown = String::from_utf8_lossy(bytes).into_owned();
            let problem = Problem::refusal("file::not-utf8", messages::not_utf8())
                .over(Some(at..at + '\u{fffd}'.len_utf8()));
            Err((Box::new(problem), shown))
        }
    }
}

/// Reads a value from a text whose parts may come from several files; all places are those where
/// its parts were written.
pub fn parse_written<T: DeserializeOwned>(written: &Written) -> (Option<T>, Problems) {
    PLACES.set(Some(written.clone()));
    let (value, mut problems) = parse::<T>(written.text());
    PLACES.set(None);
    for problem in &mut problems.all {
        let places = problem.notes.iter_mut().map(|(place, _)| place);
        for place in places.chain(&mut problem.span) {
            *place = written.place(place);
        }
    }
    problems.sort();
    (value, problems)
}

/// Reads a value. Gives all mistakes of form that can be told apart, and the value as far as it
/// could be read without the entries that hold them: good for further checks, not for use.
pub fn parse<T: DeserializeOwned>(text: &str) -> (Option<T>, Problems) {
    let mut problems = Problems::default();
    if text.trim().is_empty() {
        problems.add(Problem::refusal("file::empty", messages::empty()));
        return (None, problems);
    }
    let pairs = match outline::pairs(text) {
        Ok(pairs) => pairs,
        Err(problem) => {
            problems.add(*problem);
            return (None, problems);
        }
    };
    let mut work = text.to_owned();
    let mut gone: Vec<Range<usize>> = Vec::new();
    let mut left = 10 * MOST_MISTAKES;
    let value = loop {
        left -= 1;
        let (mut span, code) = match attempt::<T>(&work) {
            Ok(value) => break Some(value),
            Err(mistake) => mistake,
        };
        // What was blanked out before the mistake is not its place.
        let rest = &work[span.start..];
        span.start += rest.len() - rest.trim_start().len();
        span.end = span.end.max(span.start);
        if !explain::follows_from(&code, span.start, text, &pairs, &gone) {
            let problem = explain::problem(&code, span.clone(), &work, &pairs);
            // What stands around a mistake that was told may stumble over it again.
            let told = |p: &Problem| p.code == problem.code && p.span == problem.span;
            if !problems.all.iter().any(told) {
                problems.add(problem);
            }
        }
        if problems.all.len() >= MOST_MISTAKES || left == 0 {
            break None;
        }
        if matches!(code, ron::Error::ExpectedComma) && put_comma(&mut work, span.start) {
            continue;
        }
        match blank(&mut work, &pairs, &code, span.start) {
            Some(range) => {
                let field = emptied(&work, &pairs, &range);
                let without = field.and_then(|field| left_out::<T>(&work, field));
                gone.push(match without {
                    Some((text, field)) => {
                        work = text;
                        field
                    }
                    None => range,
                });
            }
            None => break None,
        }
    };
    problems.sort();
    (value, problems)
}

/// Reads once; the first mistake comes with its place.
fn attempt<T: DeserializeOwned>(text: &str) -> Result<T, (Range<usize>, ron::Error)> {
    WHOLE.set((text.as_ptr() as usize, text.len()));
    INNER.set(None);
    let read = options().from_str::<T>(text);
    WHOLE.set((0, 0));
    read.map_err(|e| {
        INNER
            .take()
            .unwrap_or_else(|| (bytes_of(text, &e.span), e.code))
    })
}

/// Puts a missing comma into the blank before a byte, or in the place of a semicolon.
fn put_comma(work: &mut String, at: usize) -> bool {
    if work[at..].starts_with(';') {
        work.replace_range(at..at + 1, ",");
        true
    } else if at > 0 && matches!(work.as_bytes()[at - 1], b' ' | b'\t') {
        work.replace_range(at - 1..at, ",");
        true
    } else {
        false
    }
}

/// The field whose list holds nothing any more once its last entry was blanked out: it was not empty as
/// written, and nobody shall be told that it is.
fn emptied(work: &str, pairs: &[outline::Pair], gone: &Range<usize>) -> Option<Range<usize>> {
    let around = outline::around(pairs, gone.start);
    let [list, record, ..] = &around[..] else {
        return None;
    };
    let inside = &work[list.open + 1..list.close];
    let empty = inside.chars().all(|c| c.is_whitespace() || c == ',');
    if work.as_bytes()[list.open] != b'[' || !empty {
        return None;
    }
    let field = outline::entry(record, list.open);
    let named = work[field.start..list.open].trim_end().ends_with(':');
    named.then_some(field)
}

/// The text without a field, where that field may be left out.
fn left_out<T: DeserializeOwned>(
    work: &str,
    field: Range<usize>,
) -> Option<(String, Range<usize>)> {
    let mut text = work.to_owned();
    text.replace_range(field.clone(), &blanks(&work[field.clone()]));
    let missing = matches!(
        attempt::<T>(&text),
        Err((_, ron::Error::MissingStructField { .. }))
    );
    (!missing).then_some((text, field))
}

/// As many blanks as a text has bytes, its lines kept.
fn blanks(text: &str) -> String {
    let blank = |b: u8| if b == b'\n' { '\n' } else { ' ' };
    text.bytes().map(blank).collect()
}

/// Blanks the smallest entry that holds a mistake and is not blank yet.
fn blank(
    work: &mut String,
    pairs: &[outline::Pair],
    code: &ron::Error,
    at: usize,
) -> Option<Range<usize>> {
    // A missing field is a mistake of the whole record, which is an entry of what is around it.
    let skip = usize::from(matches!(code, ron::Error::MissingStructField { .. }));
    let around = outline::around(pairs, at);
    for (depth, pair) in around.iter().enumerate().skip(skip) {
        let inside = if depth == 0 {
            at
        } else {
            around[depth - 1].open
        };
        let entry = outline::entry(pair, inside);
        let last = depth + 1 == around.len();
        let alone = pair.commas.is_empty() && work.as_bytes()[pair.open] == b'(';
        if work[entry.clone()].trim().is_empty() || (alone && !last) {
            continue;
        }
        let blanks = blanks(&work[entry.clone()]);
        work.replace_range(entry.clone(), &blanks);
        return Some(entry);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{Share, Year};

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Small {
        year: Spanned<Year>,
        #[serde(default)]
        share: Option<Spanned<Share>>,
        #[serde(default)]
        list: Vec<Spanned<String>>,
        #[serde(default)]
        inner: Vec<Inner>,
        #[serde(default)]
        plain: Option<Share>,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        name: Spanned<String>,
        kind: Kind,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    enum Kind {
        Plain,
        Level(Spanned<Share>),
    }

    fn mistakes(text: &str) -> Vec<(String, String)> {
        let (_, problems) = parse::<Small>(text);
        problems
            .all
            .into_iter()
            .map(|p| (p.message, text[p.span.unwrap()].to_owned()))
            .collect()
    }

    #[test]
    fn a_value_knows_where_it_was_written() {
        let text = "( // Trạm y tế\r\n  year: /* the first */ 2026 ,\r\n  list: [\"Huế\", \"b\"],\r\n  inner: [(name: \"x\", kind: Level( 0.5 ))], share: 0.25 )";
        let (value, problems) = parse::<Small>(text);
        assert!(problems.is_empty(), "{problems:?}");
        let value = value.unwrap();
        assert_eq!(&text[value.year.span.unwrap()], "2026");
        assert_eq!(&text[value.list[0].span.clone().unwrap()], "\"Huế\"");
        assert_eq!(&text[value.share.unwrap().span.unwrap()], "0.25");
        let Kind::Level(level) = &value.inner[0].kind else {
            panic!()
        };
        assert_eq!(&text[level.span.clone().unwrap()], "0.5");
    }

    #[test]
    fn every_mistake_of_form_is_told_at_once() {
        let found = mistakes(
            "(yeer: 1, year: 2026, share: 1.5, list: [1, \"ok\", 3],\n inner: [(name: \"a\", kind: Plane), (kind: Plain), (name: \"c\", kind: Level(7))], plain: 3)",
        );
        let places: Vec<_> = found.iter().map(|(_, place)| place.as_str()).collect();
        assert_eq!(places, ["yeer", "1.5", "1", "3", "Plane", "(", "7", "3"]);
    }

    #[test]
    fn a_mistake_does_not_cause_a_second_sentence() {
        assert_eq!(mistakes("(year: 1.5)").len(), 1);
        assert_eq!(mistakes("(year: \"soon\", list: [], )").len(), 1);
        assert_eq!(mistakes("(year 2026)").len(), 1);
    }

    #[test]
    fn a_missing_comma_hides_nothing() {
        let found = mistakes("(year: 2026 share: 2, list: [\"a\" \"b\"])");
        assert_eq!(found.len(), 3, "{found:?}");
    }

    #[test]
    fn the_same_letters_differently_typed_are_the_same_text() {
        let composed = text_of("Huế".as_bytes()).unwrap();
        let decomposed = text_of("\u{feff}Hue\u{302}\u{301}".as_bytes()).unwrap();
        assert_eq!(composed, decomposed);
    }

    #[test]
    fn a_text_that_is_not_utf8_points_at_the_letter() {
        let (problem, shown) = text_of(b"(title: \"Hu\xea\")").unwrap_err();
        assert_eq!(problem.code, "file::not-utf8");
        assert_eq!(&shown[problem.span.unwrap()], "\u{fffd}");
        assert_eq!(
            text_of(&vec![b' '; LARGEST + 1]).unwrap_err().0.code,
            "file::too-large"
        );
    }

    #[test]
    fn any_text_whatever_is_read_or_refused() {
        for text in [
            "",
            " ",
            "(",
            ")",
            "()",
            "[]",
            "\"",
            "'",
            "r#",
            "(year: 2026",
            "x(year:2026)",
            "(((((",
            "/*",
            "//",
            "\\",
            "(year:2026,,)",
            "(year::2026)",
            "{\"year\": 2026}",
            "(é)",
        ] {
            let (value, problems) = parse::<Small>(text);
            assert!(value.is_none() || !problems.is_empty(), "{text}");
        }
    }
}
