//! A mistake of form in a planner's words: what was expected, what stands there, what to do.

use super::outline::{self, Pair};
use crate::diagnostic::{Problem, nearest};
use crate::messages::source::{END_OF_FILE, form as messages};
use crate::messages::units::way_out;
use crate::said::Message;
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
        END_OF_FILE.to_owned()
    } else {
        shown(&text[token.clone()])
    };
    if let Some(problem) = habit(text, &token) {
        return problem.over(Some(token));
    }
    let inside = outline::around(pairs, at);
    let refused = Problem::refusal;
    match code {
        Error::NoSuchStructField {
            expected, found, ..
        } => refused(
            "ron::unknown-field",
            messages::no_field(found, nearest(found, expected.iter().copied()), expected),
        )
        .label(messages::NO_FIELD)
        .over(Some(here)),
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => refused(
            "ron::unknown-choice",
            messages::no_choice(found, nearest(found, expected.iter().copied()), expected),
        )
        .label(messages::NO_CHOICE)
        .over(Some(here)),
        Error::MissingStructField { field, .. } => {
            let record = inside.first().map_or(token, |pair| head(text, pair.open));
            refused("ron::missing-field", messages::missing_field(field))
                .label(messages::needs(field))
                .over(Some(record))
        }
        Error::DuplicateStructField { field, .. } => {
            refused("ron::field-twice", messages::field_twice(field))
                .label(messages::SECOND_ONE)
                .over(Some(key_before(text, at, field).unwrap_or(token)))
        }
        Error::ExpectedComma => refused("ron::missing-comma", messages::missing_comma(found))
            .label(messages::COMMA_BEFORE)
            .over(Some(token)),
        Error::ExpectedRawValue if !inside.is_empty() => {
            let pair = inside[0];
            let (open, close) = (pair.open + 1, pair.close);
            let held = text[open..close].trim();
            let start = open + text[open..close].find(held).unwrap_or(0);
            let said = match held.split(',').all(is_number) {
                true => messages::one_number(shown(held)),
                false => messages::one_value(shown(held)),
            };
            refused("ron::one-value", said).over(Some(start..start + held.len()))
        }
        code => {
            let word = &text[token.clone()];
            let (code, said) = match code {
                Error::ExpectedMapColon => ("ron::missing-colon", messages::missing_colon(found)),
                Error::TrailingCharacters if inside.is_empty() => {
                    ("ron::after-the-end", messages::after_the_end())
                }
                Error::Message(words) => ("ron::value", messages::value(words, way_out(words))),
                Error::IntegerOutOfBounds => {
                    ("ron::number-too-large", messages::out_of_bounds(found))
                }
                other => {
                    let nameless = text[..token.start].trim_end().ends_with(['(', ',']);
                    let curly = text[at..].starts_with('{');
                    (
                        "ron::unexpected",
                        unexpected(other, &found, word, nameless, curly),
                    )
                }
            };
            refused(code, said).over(Some(token))
        }
    }
}

/// What was expected in the place of what is found. `nameless`: it stands where a field could.
fn unexpected(code: &Error, found: &str, word: &str, nameless: bool, curly: bool) -> Message {
    match code {
        Error::TrailingCharacters if is_number(word) => messages::digits_only(found),
        Error::TrailingCharacters => messages::too_much(found),
        Error::SuggestRawIdentifier(_) | Error::InvalidIdentifier(_) => match nameless {
            true => messages::named_field(found),
            false => messages::named_choice(found),
        },
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) => match curly {
            true => messages::curly_record(),
            false => messages::record(found),
        },
        Error::ExpectedDifferentStructName { .. } => messages::record(found),
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } => messages::whole_number(found),
        Error::ExpectedFloat | Error::FloatUnderscore | Error::UnderscoreAtBeginning => {
            messages::number(found)
        }
        Error::ExpectedBoolean => messages::yes_or_no(found),
        Error::ExpectedString | Error::ExpectedChar => messages::text(found, word),
        Error::ExpectedArray => messages::list(found),
        Error::ExpectedArrayEnd => messages::list_end(found),
        Error::ExpectedMap => messages::table(found),
        Error::ExpectedMapEnd => messages::table_end(found),
        Error::ExpectedStructLikeEnd => messages::record_end(found),
        Error::ExpectedIdentifier => messages::bare_name(found),
        Error::ExpectedDifferentLength { expected, .. }
        | Error::InvalidValueForType { expected, .. } => messages::other(expected, found),
        other => messages::unreadable(lower(&other.to_string())),
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

/// Habits from other programs, whatever the reader complained about.
fn habit(text: &str, token: &Range<usize>) -> Option<Problem> {
    let word = &text[token.clone()];
    let before = text[..token.start].trim_end();
    if word.starts_with(['\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}', '«', '„']) {
        let problem = Problem::refusal("ron::curly-quotes", messages::curly_quotes());
        return Some(problem.label(messages::CURLY));
    }
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let number_before = before
        .strip_suffix(',')
        .is_some_and(|b| b.ends_with(|c: char| c.is_ascii_digit()))
        && text[..token.start].ends_with(',');
    if number_before && digits(word) {
        let problem = Problem::refusal("ron::comma-in-number", messages::comma_in_number());
        return Some(problem.label(messages::CUT_IN_TWO));
    }
    let (code, said) = match word.chars().next()? {
        '%' => ("ron::percent", messages::percent()),
        '=' => ("ron::missing-colon", messages::equals()),
        ';' => ("ron::missing-comma", messages::semicolon()),
        _ => return None,
    };
    Some(Problem::refusal(code, said))
}

fn is_number(word: &str) -> bool {
    let word = word.trim();
    !word.is_empty()
        && word
            .bytes()
            .all(|b| b.is_ascii_digit() || b == b'.' || b == b'_')
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
        return END_OF_FILE.to_owned();
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
