//! The brackets of a text, found before anything is understood: which are never closed, how deep
//! they go, and which entry of a list or record a place belongs to.

use crate::diagnostic::Problem;
use crate::messages::source::brackets as messages;
use std::ops::Range;

/// Brackets inside brackets, at most.
pub const DEEPEST: usize = 64;

/// One pair of brackets, by the bytes they stand at.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Byte of the opening bracket.
    pub open: usize,
    /// Byte of the closing bracket.
    pub close: usize,
    /// Bytes of the commas directly inside.
    pub commas: Vec<usize>,
}

/// Finds every pair of brackets, outer before inner, or says what is wrong with them.
pub fn pairs(text: &str) -> Result<Vec<Pair>, Box<Problem>> {
    let bytes = text.as_bytes();
    let mut found: Vec<Pair> = Vec::new();
    let mut standing: Vec<usize> = Vec::new();
    // Where a quote was forgotten, a text usually runs on over the end of its line.
    let mut runs_on: Option<usize> = None;
    let mut at = 0;
    while at < bytes.len() {
        let here = at;
        at = match bytes[at] {
            b'"' => string_end(text, at).map_err(|()| never_closed(text, runs_on.unwrap_or(at)))?,
            b'r' if raw_string(bytes, at).is_some() => raw_string_end(text, at)?,
            b'/' if bytes.get(at + 1) == Some(&b'/') => line_end(bytes, at),
            b'/' if bytes.get(at + 1) == Some(&b'*') => comment_end(text, at)?,
            b'\'' => char_end(bytes, at),
            b if b.is_ascii_alphanumeric() || b == b'_' => word_end(bytes, at),
            _ => at + 1,
        };
        match bytes[here] {
            b'"' if runs_on.is_none() && text[here..at].contains('\n') => runs_on = Some(here),
            b'(' | b'[' | b'{' => {
                if standing.len() == DEEPEST {
                    return Err(Box::new(
                        Problem::refusal("ron::too-deep", messages::too_deep(DEEPEST))
                            .over(Some(here..here + 1)),
                    ));
                }
                standing.push(found.len());
                found.push(Pair {
                    open: here,
                    close: bytes.len(),
                    commas: Vec::new(),
                });
            }
            close @ (b')' | b']' | b'}') => {
                let Some(pair) = standing.pop() else {
                    return Err(Box::new(
                        Problem::refusal(
                            "ron::bracket-never-opened",
                            messages::never_opened(close as char),
                        )
                        .over(Some(here..here + 1)),
                    ));
                };
                let open = found[pair].open;
                if closing(bytes[open]) != close {
                    return Err(Box::new(
                        Problem::refusal(
                            "ron::brackets-differ",
                            messages::differ(
                                bytes[open] as char,
                                close as char,
                                closing(bytes[open]) as char,
                            ),
                        )
                        .over(Some(here..here + 1))
                        .label(messages::CLOSED_HERE)
                        .note(Some(open..open + 1), messages::OPENED_HERE),
                    ));
                }
                found[pair].close = here;
            }
            b',' => {
                if let Some(&pair) = standing.last() {
                    found[pair].commas.push(here);
                }
            }
            _ => {}
        }
    }
    match standing.pop() {
        None => Ok(found),
        Some(pair) => {
            let open = found[pair].open;
            let wanted = closing(bytes[open]) as char;
            Err(Box::new(
                Problem::refusal(
                    "ron::bracket-never-closed",
                    messages::never_closed(bytes[open] as char, wanted, standing.len()),
                )
                .over(Some(open..open + 1))
                .label(messages::OPENED_HERE),
            ))
        }
    }
}

/// Words and numbers outside texts and comments: letters, digits, `_` and the dots between.
pub fn words(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let is_word = |range: &Range<usize>| {
        let first = bytes[range.start];
        first.is_ascii_alphanumeric() || first == b'_'
    };
    let mut parts = parts(text);
    parts.retain(is_word);
    parts
}

/// What stands outside texts and comments: words and numbers, and single bytes between.
pub fn parts(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        at = match bytes[at] {
            b'"' => string_end(text, at).unwrap_or(bytes.len()),
            b'r' if raw_string(bytes, at).is_some() => {
                raw_string_end(text, at).unwrap_or(bytes.len())
            }
            b'/' if bytes.get(at + 1) == Some(&b'/') => line_end(bytes, at),
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                comment_end(text, at).unwrap_or(bytes.len())
            }
            b'\'' => char_end(bytes, at),
            b if b.is_ascii_alphanumeric() || b == b'_' => {
                let part = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.');
                let length = bytes[at..].iter().take_while(|b| part(b)).count();
                found.push(at..at + length);
                at + length
            }
            _ => {
                found.push(at..at + 1);
                at + 1
            }
        };
    }
    found
}

fn closing(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

fn line_end(bytes: &[u8], at: usize) -> usize {
    bytes[at..]
        .iter()
        .position(|&b| b == b'\n')
        .map_or(bytes.len(), |n| at + n + 1)
}

fn word_end(bytes: &[u8], at: usize) -> usize {
    bytes[at..]
        .iter()
        .position(|b| !(b.is_ascii_alphanumeric() || *b == b'_'))
        .map_or(bytes.len(), |n| at + n)
}

fn string_end(text: &str, at: usize) -> Result<usize, ()> {
    let bytes = text.as_bytes();
    let mut i = at + 1;
    while i < bytes.len() {
        match bytes[i] {
            b'\\' => i += 2,
            b'"' => return Ok(i + 1),
            _ => i += 1,
        }
    }
    Err(())
}

fn never_closed(text: &str, at: usize) -> Box<Problem> {
    let line = text[at..line_end(text.as_bytes(), at)].trim_end();
    Box::new(
        Problem::refusal("ron::text-never-closed", messages::quotes_never_closed())
            .over(Some(at..at + line.len()))
            .label(messages::QUOTE_MISSING),
    )
}

/// Number of `#` when a raw string `r#"..."#` starts at this byte.
fn raw_string(bytes: &[u8], at: usize) -> Option<usize> {
    let hashes = bytes[at + 1..].iter().take_while(|b| **b == b'#').count();
    (bytes.get(at + 1 + hashes) == Some(&b'"')).then_some(hashes)
}

fn raw_string_end(text: &str, at: usize) -> Result<usize, Box<Problem>> {
    let hashes = raw_string(text.as_bytes(), at).unwrap_or(0);
    let end = format!("\"{}", "#".repeat(hashes));
    let from = at + hashes + 2;
    match text[from..].find(&end) {
        Some(n) => Ok(from + n + end.len()),
        None => Err(Box::new(
            Problem::refusal("ron::text-never-closed", messages::text_never_closed(end))
                .over(Some(at..from)),
        )),
    }
}

fn comment_end(text: &str, at: usize) -> Result<usize, Box<Problem>> {
    let bytes = text.as_bytes();
    let (mut i, mut depth) = (at, 0usize);
    while i < bytes.len() {
        match &bytes[i..(i + 2).min(bytes.len())] {
            b"/*" => {
                depth += 1;
                i += 2;
            }
            b"*/" => {
                depth -= 1;
                i += 2;
                if depth == 0 {
                    return Ok(i);
                }
            }
            _ => i += 1,
        }
    }
    Err(Box::new(
        Problem::refusal(
            "ron::comment-never-closed",
            messages::comment_never_closed(),
        )
        .over(Some(at..at + 2)),
    ))
}

/// A character in single quotes is passed over; a lone apostrophe is one byte.
fn char_end(bytes: &[u8], at: usize) -> usize {
    let end = if bytes.get(at + 1) == Some(&b'\\') {
        at + 3
    } else {
        at + 2
    };
    if bytes.get(end) == Some(&b'\'') {
        end + 1
    } else {
        at + 1
    }
}

/// The pairs around a byte, innermost first. A closing bracket counts as inside its pair.
pub fn around(pairs: &[Pair], at: usize) -> Vec<&Pair> {
    let mut around: Vec<&Pair> = pairs
        .iter()
        .filter(|p| p.open < at && at <= p.close)
        .collect();
    around.reverse();
    around
}

/// The entry of a pair that holds a byte: from after one comma up to and with the next.
pub fn entry(pair: &Pair, at: usize) -> Range<usize> {
    let start = pair
        .commas
        .iter()
        .rev()
        .find(|c| **c < at)
        .map_or(pair.open + 1, |c| c + 1);
    let end = pair
        .commas
        .iter()
        .find(|c| **c >= at)
        .map_or(pair.close, |c| c + 1);
    start..end
}

/// An entry between two commas, comments left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The name before a colon.
    pub name: Option<Range<usize>>,
    /// The value.
    pub value: Range<usize>,
}

/// The entries directly inside a pair of a text whose brackets close.
pub fn entries(text: &str, pair: &Pair) -> Vec<Entry> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut name = None;
    // First byte and end of what stands in the entry so far, and the end of its first token.
    let mut held: Option<(usize, usize, usize)> = None;
    let (mut at, mut depth) = (pair.open + 1, 0usize);
    while at < pair.close {
        let here = at;
        at = token_end(text, at).min(pair.close);
        let comment = bytes[here] == b'/' && matches!(bytes.get(here + 1), Some(b'/' | b'*'));
        match bytes[here] {
            b if comment || b.is_ascii_whitespace() => continue,
            b',' if depth == 0 => {
                if let Some((first, end, _)) = held.take() {
                    found.push(Entry {
                        name: name.take(),
                        value: first..end,
                    });
                }
                name = None;
                continue;
            }
            b':' if depth == 0 && name.is_none() => {
                if let Some((first, end, one)) = held
                    && end == one
                {
                    name = Some(first..end);
                    held = None;
                    continue;
                }
            }
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        held = Some(held.map_or((here, at, at), |(first, _, one)| (first, at, one)));
    }
    if let Some((first, end, _)) = held {
        found.push(Entry {
            name,
            value: first..end,
        });
    }
    found
}

/// The end of the text, comment, word or sign that begins at a byte.
fn token_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    match bytes[at] {
        b'"' => string_end(text, at).unwrap_or(bytes.len()),
        b'r' if raw_string(bytes, at).is_some() => raw_string_end(text, at).unwrap_or(bytes.len()),
        b'/' if bytes.get(at + 1) == Some(&b'/') => line_end(bytes, at),
        b'/' if bytes.get(at + 1) == Some(&b'*') => comment_end(text, at).unwrap_or(bytes.len()),
        b'\'' => char_end(bytes, at),
        b if b.is_ascii_alphanumeric() || b == b'_' => word_end(bytes, at),
        _ => (at + 1..=bytes.len())
            .find(|end| text.is_char_boundary(*end))
            .unwrap_or(bytes.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_texts_and_comments_do_not_count() {
        let text = r##"( a: "(\"[", /* ( /* [ */ */ b: r#"(""# // )
        , c: '(' , d: [1, 2] )"##;
        let found = pairs(text).unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].commas.len(), 3);
        assert_eq!(&text[found[1].open..=found[1].close], "[1, 2]");
    }

    #[test]
    fn each_bracket_mistake_has_its_own_sentence() {
        for (text, code, at) in [
            ("(a: [1, 2)", "ron::brackets-differ", 9),
            ("(a: [1, 2]", "ron::bracket-never-closed", 0),
            ("(a: 1))", "ron::bracket-never-opened", 6),
            ("(a: \"x)", "ron::text-never-closed", 4),
            ("(a: /* x)", "ron::comment-never-closed", 4),
        ] {
            let problem = pairs(text).unwrap_err();
            assert_eq!(
                (problem.code, problem.span.unwrap().start),
                (code, at),
                "{text}"
            );
        }
    }

    #[test]
    fn a_million_brackets_are_refused_without_harm() {
        let problem = pairs(&"(".repeat(1_000_000)).unwrap_err();
        assert_eq!(problem.code, "ron::too-deep");
        assert!(pairs(&format!("{}{}", "[".repeat(64), "]".repeat(64))).is_ok());
    }

    #[test]
    fn entries_have_names_and_values_and_no_comments() {
        let text =
            "(a: 1, // x, y\n /* b */ b : Level( 5, 6 ) // end\n, \"c.d\": \"x:y, z\", 7, e: ế)";
        let found = pairs(text).unwrap();
        let told: Vec<(Option<&str>, &str)> = entries(text, &found[0])
            .into_iter()
            .map(|e| (e.name.map(|n| &text[n]), &text[e.value]))
            .collect();
        let expected = [
            (Some("a"), "1"),
            (Some("b"), "Level( 5, 6 )"),
            (Some("\"c.d\""), "\"x:y, z\""),
            (None, "7"),
            (Some("e"), "ế"),
        ];
        assert_eq!(told, expected);
        assert_eq!(entries("()", &pairs("()").unwrap()[0]), []);
    }

    #[test]
    fn an_entry_reaches_from_comma_to_comma() {
        let text = "(a: 1, b: [2, 3], c: 4)";
        let found = pairs(text).unwrap();
        assert_eq!(&text[entry(&found[0], 8)], " b: [2, 3],");
        assert_eq!(&text[entry(around(&found, 14)[0], 14)], " 3");
        assert_eq!(&text[entry(&found[0], 20)], " c: 4");
    }
}
