//! A mistake of form in a planner's words: what was expected, what stands there, what to do.

use super::outline::{self, Pair};
use crate::diagnostic::{Problem, nearest};
use ron::Error;
use std::ops::Range;

/// The problem for a mistake found while reading.
pub fn problem(code: &Error, span: Range<usize>, text: &str, pairs: &[Pair]) -> Problem {
    let at = span.start.min(text.len());
    let token = token_at(text, at);
    let here = if matches!(
        code,
        Error::NoSuchStructField { .. } | Error::NoSuchEnumVariant { .. }
    ) && !span.is_empty()
    {
        span.clone()
    } else {
        token.clone()
    };
    let found = if text[at..].trim().is_empty() {
        "the end of the file".to_owned()
    } else {
        shown(&text[token.clone()])
    };
    if let Some(problem) = habit(text, &token) {
        return problem.over(Some(token));
    }
    let inside = outline::around(pairs, at);
    match code {
        Error::NoSuchStructField { expected, found, .. } => Problem::error(
            "ron::unknown-field",
            format!("there is no field `{found}` here"),
            choices(found, expected, "the fields are"),
        )
        .label("not a field of this record")
        .over(Some(here)),
        Error::NoSuchEnumVariant { expected, found, .. } => Problem::error(
            "ron::unknown-choice",
            format!("`{found}` is not one of the choices here"),
            choices(found, expected, "the choices are"),
        )
        .label("not a choice")
        .over(Some(here)),
        Error::MissingStructField { field, .. } => {
            let record = inside
                .first()
                .map_or(token, |pair| head(text, pair.open));
            Problem::error(
                "ron::missing-field",
                format!("the field `{field}` is missing"),
                format!("add `{field}: ...` to this record"),
            )
            .label(format!("this record needs `{field}`"))
            .over(Some(record))
        }
        Error::DuplicateStructField { field, .. } => Problem::error(
            "ron::field-twice",
            format!("the field `{field}` is written twice in this record"),
            "keep one of the two",
        )
        .label("the second one")
        .over(Some(key_before(text, at, field).unwrap_or(token))),
        Error::ExpectedComma => Problem::error(
            "ron::missing-comma",
            format!("a comma is missing before {found}"),
            "fields and entries are separated by commas",
        )
        .label("a comma goes before this")
        .over(Some(token)),
        Error::ExpectedMapColon => Problem::error(
            "ron::missing-colon",
            format!("a colon is expected, found {found}"),
            "a field is written `name: value`",
        )
        .over(Some(token)),
        Error::TrailingCharacters if !inside.is_empty() => {
            let (message, help) = if is_number(&text[token.clone()]) {
                (
                    format!("a whole number is expected, found {found}"),
                    "write digits only: 1000 or 1_000, without a point",
                )
            } else {
                (
                    format!("{found} has something too much at its end"),
                    "compare with one of the built-in scenarios",
                )
            };
            Problem::error("ron::unexpected", message, help).over(Some(token))
        }
        Error::ExpectedRawValue if !inside.is_empty() => {
            let pair = inside[0];
            let (open, close) = (pair.open + 1, pair.close);
            let held = text[open..close].trim();
            let start = open + text[open..close].find(held).unwrap_or(0);
            let help = if held.split(',').all(is_number) {
                "decimals take a point (0.15); thousands are written 1000 or 1_000"
            } else {
                "write one value between these brackets"
            };
            Problem::error(
                "ron::one-value",
                format!("one value is expected between these brackets, found {}", shown(held)),
                help,
            )
            .over(Some(start..start + held.len()))
        }
        Error::SuggestRawIdentifier(_) | Error::InvalidIdentifier(_) => {
            let (message, help) = if text[..token.start].trim_end().ends_with(['(', ',']) {
                ("a field with its name", "values in these brackets have names: ( name: value, ... )")
            } else {
                ("a choice with its name", "a plain value is not enough here; write for instance Level(500), Share(0.4), Fixed(0.9)")
            };
            Problem::error("ron::unexpected", format!("{message} is expected, found {found}"), help)
                .over(Some(token))
        }
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) if text[at..].starts_with('{') => {
            Problem::error(
                "ron::unexpected",
                "a record stands in round brackets, found `{`",
                "write ( ... ) instead of { ... }, and the names of fields without quotes: ( title: \"...\", ... )",
            )
            .over(Some(token))
        }
        Error::TrailingCharacters => Problem::error(
            "ron::after-the-end",
            "the scenario has already ended before this",
            "a file holds one record in round brackets; was a bracket closed too early?",
        )
        .over(Some(token)),
        Error::Message(words) => Problem::error(
            "ron::value",
            words.clone(),
            way_out(words),
        )
        .over(Some(token)),
        Error::IntegerOutOfBounds => Problem::error(
            "ron::number-too-large",
            format!("the number {found} is too large, or below zero where it cannot be"),
            "write a whole number of a sensible size",
        )
        .over(Some(token)),
        other => {
            let expected = expectation(other);
            let message = match &expected {
                Some((what, _)) => format!("{what} is expected, found {found}"),
                None => format!("this cannot be read: {}", lower(&other.to_string())),
            };
            let help = expected.map_or_else(
                || "compare with one of the built-in scenarios".to_owned(),
                |(_, help)| advice(help, &text[token.clone()]),
            );
            Problem::error("ron::unexpected", message, help).over(Some(token))
        }
    }
}

/// Whether a mistake only follows from an entry that was blanked out before.
pub fn follows_from(
    code: &Error,
    at: usize,
    text: &str,
    pairs: &[Pair],
    gone: &[Range<usize>],
) -> bool {
    let around = outline::around(pairs, at);
    let Some(pair) = around.first() else {
        return false;
    };
    gone.iter()
        .filter(|g| outline::around(pairs, g.start).first() == Some(pair))
        .any(|g| {
            let lost = &text[g.clone()];
            // Values without names: once is enough to say that they need them.
            let nameless = g.start == pair.open + 1 && !lost.contains(':');
            match code {
                // The field stands there with a bad value, or under a misspelt name.
                Error::MissingStructField { field, .. } => {
                    let mut words = lost
                        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
                        .filter(|word| !word.is_empty())
                        .peekable();
                    let misspelt = words.peek().is_some_and(|w| nearest(w, [*field]).is_some());
                    nameless || misspelt || words.any(|word| word == *field)
                }
                Error::SuggestRawIdentifier(_) | Error::InvalidIdentifier(_) => nameless,
                Error::NoSuchStructField { .. }
                | Error::NoSuchEnumVariant { .. }
                | Error::Message(_) => false,
                // A tuple that has lost one of its parts is too short.
                _ => at == pair.close && !lost.contains(':'),
            }
        })
}

/// What a reader error expected, and the advice that goes with it.
fn expectation(code: &Error) -> Option<(String, &'static str)> {
    let (what, help) = match code {
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } => {
            ("a whole number", "write digits only, such as 2030 or 1_000")
        }
        Error::ExpectedFloat | Error::FloatUnderscore | Error::UnderscoreAtBeginning => {
            ("a number", "write digits with a point, such as 0.15")
        }
        Error::ExpectedBoolean => ("`true` or `false`", "write true or false, in small letters"),
        Error::ExpectedString | Error::ExpectedChar => ("a text in quotes", "quotes"),
        Error::ExpectedArray => ("a list", "a list stands in square brackets: [ ..., ... ]"),
        Error::ExpectedArrayEnd => ("the end of the list", "close the list with `]`"),
        Error::ExpectedMap => (
            "a table in curly brackets",
            "write { \"name\": value, ... }",
        ),
        Error::ExpectedMapEnd => ("the end of the table", "close the table with `}`"),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => (
            "a record in round brackets",
            "a record is written ( name: value, ... )",
        ),
        Error::ExpectedStructLikeEnd => ("the closing `)`", "was a comma or a bracket forgotten?"),
        Error::ExpectedIdentifier => (
            "a name without quotes",
            "values stand behind their names, and names have no quotes: `title: \"A new campus\"`",
        ),
        Error::ExpectedDifferentLength { expected, .. }
        | Error::InvalidValueForType { expected, .. } => {
            return Some((
                expected.clone(),
                "compare with one of the built-in scenarios",
            ));
        }
        _ => return None,
    };
    Some((what.to_owned(), help))
}

/// Advice for the case at hand: a word without quotes is shown with them.
fn advice(help: &'static str, token: &str) -> String {
    match help {
        "quotes"
            if token
                .chars()
                .all(|c| c.is_alphanumeric() || c == '-' || c == '_') =>
        {
            format!("write \"{token}\", with quotes")
        }
        "quotes" => "texts stand in quotes: \"...\"".to_owned(),
        help => help.to_owned(),
    }
}

/// Habits from other programs, whatever the reader complained about.
fn habit(text: &str, token: &Range<usize>) -> Option<Problem> {
    let word = &text[token.clone()];
    let before = text[..token.start].trim_end();
    if word.starts_with(['\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}', '«', '„']) {
        return Some(
            Problem::error(
                "ron::curly-quotes",
                "these quotes are the printed kind, as word processors make them",
                "write straight quotes: \"...\"",
            )
            .label("not a straight quote"),
        );
    }
    if word.starts_with('%') {
        return Some(Problem::error(
            "ron::percent",
            "a share is written as a fraction, without `%`",
            "15 % is written 0.15",
        ));
    }
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let number_before = before
        .strip_suffix(',')
        .is_some_and(|b| b.ends_with(|c: char| c.is_ascii_digit()))
        && text[..token.start].ends_with(',');
    if number_before && digits(word) {
        return Some(
            Problem::error(
                "ron::comma-in-number",
                "a number cannot hold a comma",
                "decimals take a point (0.15); thousands are written 1000 or 1_000",
            )
            .label("the number was cut in two by the comma"),
        );
    }
    if word.starts_with('=') {
        return Some(Problem::error(
            "ron::missing-colon",
            "a field is given with a colon, not with `=`",
            "write `name: value`",
        ));
    }
    if word.starts_with(';') {
        return Some(Problem::error(
            "ron::missing-comma",
            "fields and entries are separated by commas, not by `;`",
            "write `,` instead",
        ));
    }
    None
}

fn is_number(word: &str) -> bool {
    let word = word.trim();
    !word.is_empty()
        && word
            .bytes()
            .all(|b| b.is_ascii_digit() || b == b'.' || b == b'_')
}

/// What to do about a value its unit refuses.
fn way_out(words: &str) -> &'static str {
    const WAYS: &[(&str, &str)] = &[
        ("a share", "a share is a fraction: 15 % is written 0.15"),
        ("a rate", "a rate is a fraction: 3 % a year is written 0.03"),
        ("a year", "write the year with four digits, such as 2030"),
        ("a duration", "write the years as a number, such as 1.5"),
        ("a number of beds", "write the beds as a whole number"),
        (
            "a multiple",
            "Multiple(1.5) is half as much again; amounts are written Level(...)",
        ),
        (
            "an amount",
            "write the amount at base-year prices, zero or more",
        ),
    ];
    WAYS.iter()
        .find(|(start, _)| words.starts_with(start))
        .map_or("change the value so that it fits", |(_, way)| way)
}

/// The nearest choice, then all of them.
fn choices(found: &str, expected: &[&str], lead: &str) -> String {
    let all = format!("{lead}: {}", expected.join(", "));
    match nearest(found, expected.iter().copied()) {
        Some(name) => format!("did you mean `{name}`? {all}"),
        None if expected.is_empty() => "nothing may stand here".to_owned(),
        None => all,
    }
}

/// The word, number, quoted text or sign that stands at a byte (blanks before it passed over).
fn token_at(text: &str, at: usize) -> Range<usize> {
    let start = at + (text[at..].len() - text[at..].trim_start().len());
    let rest = &text[start..];
    let Some(first) = rest.chars().next() else {
        let end = text.trim_end().len();
        let start = text[..end].char_indices().last().map_or(0, |(i, _)| i);
        return start..end;
    };
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '+');
    // The reader may already stand inside the word, as after the sign of a number.
    let inside = text[..start].len() - text[..start].trim_end_matches(word).len();
    if word(first) && inside > 0 {
        return token_at(text, start - inside);
    }
    let length = if first == '"' {
        let mut escaped = false;
        rest.char_indices()
            .skip(1)
            .find(|(_, c)| {
                let end = *c == '"' && !escaped;
                escaped = *c == '\\' && !escaped;
                end
            })
            .map_or(rest.len(), |(i, _)| i + 1)
    } else if word(first) {
        rest.find(|c| !word(c)).unwrap_or(rest.len())
    } else {
        first.len_utf8()
    };
    start..start + length
}

/// The opening bracket of a record with the name before it.
fn head(text: &str, open: usize) -> Range<usize> {
    let name = text[..open]
        .chars()
        .rev()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .map(char::len_utf8)
        .sum::<usize>();
    open - name..open + 1
}

/// The last time a field's name is written before a byte, up to its end.
fn key_before(text: &str, at: usize, field: &str) -> Option<Range<usize>> {
    let end = (at + field.len()).min(text.len());
    let end = (end..text.len())
        .find(|i| text.is_char_boundary(*i))
        .unwrap_or(text.len());
    let start = text[..end].rfind(field)?;
    Some(start..start + field.len())
}

/// A token as it is quoted in a sentence.
fn shown(token: &str) -> String {
    if token.is_empty() {
        return "the end of the file".to_owned();
    }
    let short: String = token.chars().take(40).collect();
    if short.len() < token.len() {
        format!("`{short}...`")
    } else {
        format!("`{short}`")
    }
}

fn lower(sentence: &str) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}
