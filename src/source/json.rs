//! JSON that means what RON means: each sign of a JSON text is exchanged for the sign of our
//! dialect that says the same, byte for byte, so that every place in the file stays true and every
//! check and every sentence is shared.

use crate::diagnostic::{Problem, Problems};
use crate::messages::source::{self as messages, json as help};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// What a text is expected to hold: told by the grammar of the file.
pub trait Guide: Copy {
    /// What an object at this place is.
    fn object(self) -> Object;
    /// What stands under a key of a record.
    fn field(self, key: &str) -> Self;
    /// What a choice of this name holds.
    fn held(self, choice: &str) -> Self;
    /// What stands in a table under a key.
    fn entry(self, key: &str) -> Self;
    /// What stands at a place of a list or row.
    fn item(self, at: usize) -> Self;
    /// Whether a record can do without this field: null leaves it out.
    fn can_lack(self, key: &str) -> bool;
    /// Whether a whole number stands here.
    fn is_whole(self) -> bool;
    /// Whether a text is the name of a choice.
    fn is_choice(self) -> bool;
    /// Whether a list is a row of values, written in round brackets.
    fn is_row(self) -> bool;
}

/// What an object stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Object {
    /// A record.
    Record,
    /// A table.
    Table,
    /// A choice that holds something.
    Choice,
    /// Nothing that could be an object.
    Strange,
}

/// Whether a text is meant as JSON.
pub fn is_json(name: &str, text: &str) -> bool {
    let ends = std::path::Path::new(name)
        .extension()
        .is_some_and(|e| e.eq_ignore_ascii_case("json"));
    ends || text.trim_start().starts_with('{')
}

/// The text in our dialect, of the same length, or what is wrong with it as JSON.
pub fn to_ron<G: Guide>(text: &str, guide: G) -> Result<String, Box<Problem>> {
    super::outline::pairs(text)?;
    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(text) {
        return Err(Box::new(syntax(&error, text)));
    }
    if let Some(problem) = texts(text).find_map(|place| half_letter(text, place)) {
        return Err(Box::new(problem));
    }
    let mut work = Work {
        text: text.as_bytes(),
        out: text.as_bytes().to_vec(),
        at: 0,
    };
    work.value(guide);
    Ok(String::from_utf8(work.out).expect("letters are exchanged whole"))
}

/// The places of the texts of a JSON file, quotes included.
fn texts(json: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = json.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + bytes.get(at..)?.iter().position(|b| *b == b'"')?;
        at = text_end(bytes, start);
        Some(start..at.min(bytes.len()))
    })
}

/// The byte after the text that begins at a quote.
fn text_end(bytes: &[u8], start: usize) -> usize {
    let mut end = start + 1;
    while end < bytes.len() && bytes[end] != b'"' {
        end += if bytes[end] == b'\\' { 2 } else { 1 };
    }
    end + 1
}

/// A letter written by two numbers of which one is missing: JSON lets it pass, no text can hold it.
fn half_letter(json: &str, place: Range<usize>) -> Option<Problem> {
    let raw = &json[place.clone()];
    if !raw.contains('\\') || serde_json::from_str::<String>(raw).is_ok() {
        return None;
    }
    Some(Problem::refusal("json::syntax", messages::half_letter()).over(Some(place)))
}

/// Takes places in our dialect back to the JSON file, which begins at `start`: a text whose letters
/// were written by number became shorter, and its place reaches to its own end again.
pub fn places(json: &str, start: usize, problems: &mut Problems) {
    if !json.contains('\\') {
        return;
    }
    let texts: Vec<Range<usize>> = texts(json).collect();
    let whole = |outer: &mut Range<usize>| {
        if !(start..=start + json.len()).contains(&outer.start) {
            return;
        }
        let place = &mut (outer.start - start..outer.end - start);
        let around = |at: usize| texts.iter().find(|t| t.start < at && at < t.end);
        if let Some(text) = around(place.end)
            && (place.start <= text.start || !json.is_char_boundary(place.end))
        {
            place.end = text.end;
        }
        if let Some(text) = around(place.start)
            && !json.is_char_boundary(place.start)
        {
            place.start = text.start;
        }
        *outer = place.start + start..place.end + start;
    };
    for problem in &mut problems.all {
        problem.span.iter_mut().for_each(whole);
        problem.notes.iter_mut().for_each(|(place, _)| whole(place));
    }
}

/// A text on its way. It is known to be JSON, so nothing is checked twice.
struct Work<'a> {
    text: &'a [u8],
    out: Vec<u8>,
    at: usize,
}

impl Work<'_> {
    fn blanks(&mut self) {
        while self.text.get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
    }

    /// The sign at this place after blanks, passed over and exchanged.
    fn sign(&mut self, put: Option<u8>) -> u8 {
        self.blanks();
        let found = self.text[self.at];
        if let Some(put) = put {
            self.out[self.at] = put;
        }
        self.at += 1;
        found
    }

    fn peek(&mut self) -> u8 {
        self.blanks();
        self.text[self.at]
    }

    fn value<G: Guide>(&mut self, guide: G) {
        match self.peek() {
            b'{' => self.object(guide),
            b'[' => self.list(guide),
            b'"' => {
                let place = self.string();
                if guide.is_choice() {
                    self.bare(place);
                }
            }
            b'n' => {
                // null and None have the same length.
                self.out[self.at..self.at + 4].copy_from_slice(b"None");
                self.at += 4;
            }
            _ => {
                let start = self.at;
                while self
                    .text
                    .get(self.at)
                    .is_some_and(|b| b.is_ascii_alphanumeric() || b"+-.".contains(b))
                {
                    self.at += 1;
                }
                if guide.is_whole() {
                    self.as_integer(start..self.at);
                }
            }
        }
    }

    /// A whole number written with a point or a power is written without, where there is room.
    fn as_integer(&mut self, place: Range<usize>) {
        let text = std::str::from_utf8(&self.text[place.clone()]).unwrap_or_default();
        let value = text.parse::<f64>().ok();
        let value = value.filter(|v| v.fract() == 0.0 && v.abs() < 1e15);
        if let Some(value) = value.filter(|_| text.contains(['.', 'e', 'E'])) {
            let plain = format!("{value:.0}").replace("-0", "0");
            if plain.len() <= place.len() {
                let row = &mut self.out[place];
                row.fill(b' ');
                row[..plain.len()].copy_from_slice(plain.as_bytes());
            }
        }
    }

    /// Takes a field away that says nothing.
    fn take_away(&mut self, place: Range<usize>) {
        for sign in &mut self.out[place] {
            if !sign.is_ascii_whitespace() {
                *sign = b' ';
            }
        }
    }

    fn object<G: Guide>(&mut self, guide: G) {
        let open = self.at;
        let kind = guide.object();
        let top = self.text[..open].trim_ascii().is_empty();
        self.sign(None);
        if self.peek() == b'}' {
            self.sign(None);
            if kind != Object::Table {
                self.out[open] = b'(';
                self.out[self.at - 1] = b')';
            }
            return;
        }
        if kind == Object::Choice {
            return self.choice(open, guide);
        }
        loop {
            self.blanks();
            let key = self.string();
            let from = key.start;
            let name = String::from_utf8_lossy(&self.text[key.start + 1..key.end - 1]).into_owned();
            if kind == Object::Record {
                self.bare(key);
            }
            self.sign(None); // the colon
            let says_nothing = kind == Object::Record
                && ((self.peek() == b'n' && guide.can_lack(&name)) || (top && name == "$schema"));
            self.value(match kind {
                Object::Table => guide.entry(&name),
                _ => guide.field(&name),
            });
            let ends = self.sign(None) == b'}';
            if says_nothing {
                self.take_away(from..self.at - usize::from(ends));
            }
            if ends {
                break;
            }
        }
        if kind == Object::Record {
            self.out[open] = b'(';
            self.out[self.at - 1] = b')';
        }
    }

    /// `{"Level": 500}` is `Level(500)`; where brackets stand around what is held they are used.
    fn choice<G: Guide>(&mut self, open: usize, guide: G) {
        self.out[open] = b' ';
        self.blanks();
        let key = self.string();
        let name = String::from_utf8_lossy(&self.text[key.start + 1..key.end - 1]).into_owned();
        self.bare(key);
        let held = guide.held(&name);
        self.blanks();
        let colon = self.at;
        self.sign(None);
        let first = self.peek();
        let own =
            (first == b'{' && held.object() == Object::Record) || (first == b'[' && held.is_row());
        self.out[colon] = if own { b' ' } else { b'(' };
        self.value(held);
        // Further keys of a choice are left standing and told as a mistake.
        let mut end = self.sign(None);
        while end != b'}' {
            self.blanks();
            self.string();
            self.sign(None);
            self.value(held);
            end = self.sign(None);
        }
        self.out[self.at - 1] = if own { b' ' } else { b')' };
    }

    fn list<G: Guide>(&mut self, guide: G) {
        let open = self.at;
        self.sign(None);
        if self.peek() == b']' {
            self.sign(None);
        } else {
            let mut n = 0;
            loop {
                self.value(guide.item(n));
                n += 1;
                if self.sign(None) == b']' {
                    break;
                }
            }
        }
        if guide.is_row() {
            self.out[open] = b'(';
            self.out[self.at - 1] = b')';
        }
    }

    /// Passes over a text; its letters written by number become letters, blanks fill up behind it.
    fn string(&mut self) -> Range<usize> {
        let start = self.at;
        let end = text_end(self.text, start);
        self.at = end;
        let raw = &self.text[start..end];
        if raw.contains(&b'\\') {
            let said: String =
                serde_json::from_slice(raw).expect("checked: every text of the file is whole");
            let mut again = quoted(&said.nfc().collect::<String>());
            if again.len() > raw.len() {
                again = quoted(&said);
            }
            again.resize(raw.len(), b' ');
            self.out[start..end].copy_from_slice(&again);
        }
        start..end
    }

    /// Takes the quotes of a name away.
    fn bare(&mut self, place: Range<usize>) {
        let inside = &self.text[place.start + 1..place.end - 1];
        let is_name = std::str::from_utf8(inside).is_ok_and(|s| {
            s.chars().all(|c| c.is_alphanumeric() || c == '_')
                && s.chars().next().is_some_and(|c| !c.is_numeric())
        });
        if is_name {
            self.out[place.start] = b' ';
            self.out[place.end - 1] = b' ';
        }
    }
}

/// A text in quotes of our dialect; never longer than the same text in JSON.
fn quoted(said: &str) -> Vec<u8> {
    let mut text = vec![b'"'];
    for letter in said.chars() {
        match letter {
            '"' => text.extend(b"\\\""),
            '\\' => text.extend(b"\\\\"),
            '\n' => text.extend(b"\\n"),
            '\r' => text.extend(b"\\r"),
            '\t' => text.extend(b"\\t"),
            c => text.extend(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    text.push(b'"');
    text
}

/// A mistake of form that JSON itself refuses.
fn syntax(error: &serde_json::Error, text: &str) -> Problem {
    let line: usize = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum();
    let mut at = (line + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    // A mistake found at a line's end lies with the last sign before it.
    let before = text[..at].trim_end();
    if text[at..].trim_start().is_empty() || text[at..].starts_with('\n') {
        at = before.char_indices().last().map_or(0, |(i, _)| i);
    }
    let end = at + text[at..].chars().next().map_or(0, char::len_utf8);
    let said = error.to_string();
    let said = said.split(" at line ").next().unwrap_or(&said).to_owned();
    let help = match text[at..].chars().next() {
        Some('}' | ']') if before.ends_with(',') => help::COMMA,
        Some('/') => help::COMMENT,
        Some('(') => help::RON,
        _ if said.starts_with("key must be") => help::KEY,
        _ => help::OTHER,
    };
    Problem::refusal("json::syntax", messages::no_json(said, help)).over(Some(at..end))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A guide that knows a little grammar: a record with choices, a row and a table.
    #[derive(Clone, Copy)]
    enum Small {
        Record,
        Choice,
        Row,
        Table,
        Plain,
    }

    impl Guide for Small {
        fn object(self) -> Object {
            match self {
                Small::Record => Object::Record,
                Small::Choice => Object::Choice,
                Small::Table => Object::Table,
                _ => Object::Strange,
            }
        }
        fn field(self, key: &str) -> Self {
            match key {
                "choice" => Small::Choice,
                "row" => Small::Row,
                "table" => Small::Table,
                "record" => Small::Record,
                _ => Small::Plain,
            }
        }
        fn held(self, choice: &str) -> Self {
            match choice {
                "Named" => Small::Record,
                "Beta" => Small::Row,
                _ => Small::Plain,
            }
        }
        fn entry(self, _: &str) -> Self {
            Small::Choice
        }
        fn item(self, _: usize) -> Self {
            Small::Plain
        }
        fn can_lack(self, key: &str) -> bool {
            key == "lacks"
        }
        fn is_whole(self) -> bool {
            false
        }
        fn is_choice(self) -> bool {
            matches!(self, Small::Choice)
        }
        fn is_row(self) -> bool {
            matches!(self, Small::Row)
        }
    }

    #[test]
    fn each_sign_finds_its_counterpart_and_nothing_moves() {
        for (json, ron) in [
            (
                r#"{"a": 1, "b": [true, null]}"#,
                r#"( a : 1,  b : [true, None])"#,
            ),
            (r#"{"choice": "Gap"}"#, r#"( choice :  Gap )"#),
            (r#"{"choice": {"Level": 5}}"#, r#"( choice :   Level ( 5))"#),
            (
                r#"{"choice": {"Named": {"a": 1}}}"#,
                r#"( choice :   Named   ( a : 1) )"#,
            ),
            (
                r#"{"choice": {"Beta": [2, 3]}}"#,
                r#"( choice :   Beta   (2, 3) )"#,
            ),
            (
                r#"{"$schema": "x", "lacks": null, "a": 1}"#,
                r#"(                                a : 1)"#,
            ),
            (r#"{"a": 1, "lacks": null}"#, r#"( a : 1,              )"#),
            (r#"{"row": [2027, 5]}"#, r#"( row : (2027, 5))"#),
            (
                r#"{"table": {"a.b": {"Fixed": 1}}}"#,
                r#"( table : {"a.b":   Fixed ( 1)})"#,
            ),
            (
                r#"{"a": "\u0048u\u1ebf \"x\""}"#,
                r#"( a : "Huế \"x\""        )"#,
            ),
        ] {
            let turned = to_ron(json, Small::Record).unwrap();
            assert_eq!(turned, ron);
            assert_eq!(turned.len(), json.len());
        }
    }

    #[test]
    fn a_text_written_by_numbers_is_pointed_at_as_a_whole() {
        let json = r#"{"a": "\u1ebfếếế", "b": 1}"#;
        let ron = to_ron(json, Small::Record).unwrap();
        let start = ron.find("\"ế").unwrap();
        let place = start..start + ron[start..].rfind('"').unwrap() + 1;
        let mut problems = Problems::default();
        let said = messages::half_letter;
        problems.add(Problem::refusal("a", said()).over(Some(place.clone())));
        problems.add(Problem::refusal("b", said()).note(Some(place), "twin"));
        places(json, 0, &mut problems);
        let whole = r#""\u1ebfếếế""#;
        assert_eq!(&json[problems.all[0].span.clone().unwrap()], whole);
        assert_eq!(&json[problems.all[1].notes[0].0.clone()], whole);
    }

    #[test]
    fn what_is_no_json_is_told_at_its_place() {
        for (text, place, help) in [
            ("{\"a\": 1,}", "}", "comma"),
            ("{a: 1}", "a", "double quotes"),
            ("{\n  // words\n  \"a\": 1}", "/", "note"),
            ("{\"a\": (1)}", "(", "RON"),
            ("{\"a\" 1}", "1", "double quotes"),
            ("{\"a\": \"\\ud800b\"}", "\"\\ud800b\"", "both"),
        ] {
            let problem = to_ron(text, Small::Record).unwrap_err();
            assert_eq!(problem.code, "json::syntax");
            assert_eq!(&text[problem.span.clone().unwrap()], place, "{text}");
            assert!(problem.help.contains(help), "{text}: {}", problem.help);
        }
    }
}
