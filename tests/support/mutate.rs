//! A clumsy hand, a broken disk and a malicious neighbour change a scenario's text, each change
//! drawn from a generator with a known seed.

use carecast::internals::scenario::grammar::SCENARIO;
use carecast::internals::shape::{Field, Holds, Shape};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use std::collections::BTreeSet;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// Bytes a text may grow to; now and then one is left to grow further.
const USUAL_SIZE: usize = 40_000;

/// Signs and words of both dialects.
#[rustfmt::skip]
const SIGNS: &[&str] = &[
    "(", ")", "[", "]", "{", "}", "()", "[]", "{}", "((", "))", ",", ",,", ":", "::", ";", "=",
    "\"", "\"\"", "'", "'a'", "'\\''", "\\", "\\\"", "\\u{302}", "\\u{0}", "\\u{d800}",
    "\\u{110000}", "\\x41", "\\ud800", "\\ud83d\\ude00", "\\u0302", "\\u1ebf", "\\n", "\\\n", "r\"",
    "r#\"", "\"#", "r#title", "b\"x\"", "b'x'", "//", "/*", "*/", "/**/", "/* /* */", "#",
    "#![enable(implicit_some)]", "#![enable(unwrap_newtypes)]", "#![enable(explicit_struct_names)]",
    "#![", "Some(", "None", "null", "true", "false", "inf", "NaN", "\n", "\r\n", "\r", "\t", " ",
    "%", "_", "-", "+", ".", "@", "$",
];

/// Numbers no planner means, and some that one could.
#[rustfmt::skip]
const NUMBERS: &[&str] = &[
    "0", "-0", "-0.0", "1", "-1", "0.5", "1.0", "2026", "2030", "2035", "2050", "1899", "2101",
    "1e999", "-1e999", "1e-400", "5e-324", "1e308", "NaN", "-NaN", "inf", "-inf", "+1", ".5", "5.",
    "1_000", "1__0", "_1", "0x10", "0xG", "0b101", "0o17", "1e", "1e+", "1.2.3", "1,5", "15%",
    "007", "2147483648", "-2147483649", "4294967296", "9223372036854775808", "18446744073709551615",
    "18446744073709551616", "99999999999999999999999999999999999999999999", "0.1u8", "1i32",
    "300u8", "1f32", "0.30000000000000004", "20000", "20001", "1000001",
];

/// Letters that meet the borders of characters.
#[rustfmt::skip]
const LETTERS: &[&str] = &[
    "ế", "e\u{302}\u{301}", "Ộ", "O\u{323}\u{302}", "\u{301}", "đ", "Đ", "\u{feff}", "\0",
    "\u{1b}[31m", "\u{2028}", "\u{2029}", "\u{85}", "\u{a0}", "\u{200b}", "\u{202e}", "\u{200f}",
    "\u{fffd}", "😀", "👨\u{200d}👩\u{200d}👧", "\u{10ffff}", "ﬁ", "\u{212b}", "“", "”", "«", "ª", "²",
    "\u{7f}", "\u{c}", "\u{1100}\u{1161}", "𝟏", "０",
];

/// Half a letter, and bytes that begin none.
#[rustfmt::skip]
const BYTES: &[&[u8]] = &[
    b"\xe1\xba", b"\xe1", b"\xf0\x9f", b"\xff\xfe", b"\xff", b"\x80", b"\xc0\x80", b"\xed\xa0\x80",
];

/// Values that fit somewhere.
#[rustfmt::skip]
const VALUES: &[&str] = &[
    "Fixed(0.5)", "Fixed(NaN)", "Profile([])", "Profile([1])", "Profile([0.5, 0.5])",
    "Profile([1e308, 1e308])", "Normal(mean: 0.5, sd: 0)", "Normal(mean: 1e300, sd: 1e300)",
    "LogNormal(median: 0, sigma: 1)", "LogNormal(median: 1, sigma: 1e300)",
    "Triangular(low: 1, mode: 1, high: 1)", "Uniform(low: 1, high: 0)", "Beta(11, 2)",
    "Percentiles([])", "Percentiles([P10(0.5), P90(0.9)])", "Percentiles([P(1e-300, 0), P(99.999, 1e300)])",
    "Variants([])", "Variants([(0.5, Fixed(0)), (0.5, Fixed(1e300))])",
    "Beta(1e-300, 1e300)", "Beta(0, 0)", "Level(500)", "Level(1e300)", "Multiple(1.5)",
    "Profile([(2027, 10)])", "Profile([(2027, 10), (2027, 10)])", "Profile([(2040, inf)])",
    "Assumed(\"ntp.bed_share\")", "Assumed(\"\")", "Share(0.4)", "Rest", "Gap", "PerHead",
    "List([])", "List([\"ha-noi\", \"ha-noi\"])", "Adopted", "Only([])", "AdoptedAnd([])", "Always", "Behind(indicator: \"beds_per_10k\", by: 2030, margin: 0.5)",
    "Below(indicator: \"beds_per_10k\", level: 30)",
    "Ministry", "none", "both", "\"\"", "\"nation\"", "\"viet-nam\"", "\".\"", "\"..\"", "\"/\"",
    "\"beds_per_10k\"", "\"..///corpus\"", "(first: 2026, last: 2035)", "(first: 2026, last: 2026)",
    "()", "[]", "{}", "[[]]", "{\"Level\": 5}", "{\"Beta\": [2, 3]}",
    "{\"Share\": 0.5, \"Rest\": 1}", "[1, [2]]",
];

/// What a text is changed with.
pub struct Mutator {
    /// Names of fields and choices.
    names: Vec<String>,
    /// Texts that stand in quotes somewhere in the corpus: codes, ids, titles.
    quoted: Vec<String>,
}

impl Mutator {
    /// Learns the words of the grammar and those the corpus writes in quotes.
    pub fn new(corpus: &[Vec<u8>]) -> Mutator {
        let mut names = BTreeSet::new();
        words(SCENARIO, &mut names);
        let mut quoted = BTreeSet::new();
        for bytes in corpus {
            let text = String::from_utf8_lossy(bytes);
            let lines = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            for line in lines {
                let inside = line.split('"').skip(1).step_by(2);
                quoted.extend(inside.filter(|w| w.len() < 60).map(str::to_owned));
            }
        }
        Mutator {
            names: names.into_iter().map(str::to_owned).collect(),
            quoted: quoted.into_iter().collect(),
        }
    }

    /// The change number `case` of a seed: one of `pool`, changed a few times. Every second one was
    /// `sound` before, so that what lies behind the first mistake is reached.
    pub fn mutant(&self, seed: u64, case: u64, pool: &[&[u8]], sound: &[&[u8]]) -> Vec<u8> {
        let mut dice = StdRng::seed_from_u64(seed ^ case.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let gentle = dice.random_ratio(1, 3);
        let from = if gentle || dice.random_ratio(1, 4) {
            sound
        } else {
            pool
        };
        let mut bytes = from
            .choose(&mut dice)
            .expect("a pool is not empty")
            .to_vec();
        if gentle {
            // One value for another: the smallest change a reader may still accept.
            let place = if dice.random_bool(0.5) {
                some_value(&bytes, &mut dice)
            } else {
                some_number(&bytes, &mut dice)
            };
            let value = self.value(&mut dice);
            bytes.splice(place.unwrap_or(0..0), value);
            return bytes;
        }
        let times = [1, 1, 1, 2, 2, 3, 5, 12]
            .choose(&mut dice)
            .copied()
            .unwrap_or(1);
        for _ in 0..times {
            self.change(&mut bytes, pool, &mut dice);
        }
        if bytes.len() > USUAL_SIZE && !dice.random_ratio(1, 50) {
            bytes.truncate(USUAL_SIZE);
        }
        bytes
    }

    fn change(&self, bytes: &mut Vec<u8>, pool: &[&[u8]], dice: &mut StdRng) {
        match dice.random_range(0..20) {
            0 => {
                if let Some(at) = some_place(bytes, dice) {
                    bytes[at] ^= 1 << dice.random_range(0..8);
                }
            }
            1 => drop(bytes.drain(some_range(bytes, dice))),
            2 => drop(bytes.drain(some_line(bytes, dice))),
            3 => {
                let copy = bytes[some_range(bytes, dice)].to_vec();
                insert(bytes, &copy, dice);
            }
            4 => {
                let copy = bytes[some_line(bytes, dice)].to_vec();
                let at = some_line(bytes, dice).start;
                bytes.splice(at..at, copy);
            }
            5 => {
                let other = pool.choose(dice).expect("a pool is not empty");
                let (here, there) = (cut(bytes, dice), cut(other, dice));
                bytes.truncate(here);
                bytes.extend_from_slice(&other[there..]);
            }
            6 => {
                let other = pool.choose(dice).expect("a pool is not empty");
                let piece = other[some_line(other, dice)].to_vec();
                insert(bytes, &piece, dice);
            }
            7..=9 => {
                let token = self.token(dice);
                insert(bytes, &token, dice);
            }
            10..=13 => {
                if let Some(place) = some_value(bytes, dice) {
                    let token = self.value(dice);
                    bytes.splice(place, token);
                }
            }
            14 => {
                if let Some(place) = some_quoted(bytes, dice) {
                    let token = self.token(dice);
                    bytes.splice(place, token);
                }
            }
            15 => {
                if let Some(place) = some_number(bytes, dice) {
                    let number = NUMBERS.choose(dice).expect("there are numbers");
                    bytes.splice(place, number.bytes());
                }
            }
            16 => deepen(bytes, dice),
            17 => {
                let token = self.token(dice);
                let most = [3, 70, 3000].choose(dice).copied().unwrap_or(3);
                let times = dice.random_range(1..=most);
                insert(bytes, &token.repeat(times), dice);
            }
            18 => whole(bytes, dice),
            _ => {
                let token = self.token(dice);
                let place = some_range(bytes, dice);
                bytes.splice(place, token);
            }
        }
    }

    /// Something to put in anywhere.
    fn token(&self, dice: &mut StdRng) -> Vec<u8> {
        match dice.random_range(0..8) {
            0 | 1 => SIGNS
                .choose(dice)
                .expect("there are signs")
                .as_bytes()
                .to_vec(),
            2 => LETTERS
                .choose(dice)
                .expect("there are letters")
                .as_bytes()
                .to_vec(),
            3 => BYTES.choose(dice).expect("there are bytes").to_vec(),
            4 => {
                let name = self.names.choose(dice).expect("there are names");
                let sides = [
                    ("", ""),
                    ("", ": "),
                    ("\"", "\": "),
                    ("\"", "\""),
                    (", ", "("),
                ];
                let (before, after) = sides.choose(dice).expect("there are sides");
                format!("{before}{name}{after}").into_bytes()
            }
            _ => self.value(dice),
        }
    }

    /// Something to put in the place of a value.
    fn value(&self, dice: &mut StdRng) -> Vec<u8> {
        let text = match dice.random_range(0..7) {
            0 | 1 => (*NUMBERS.choose(dice).expect("there are numbers")).to_owned(),
            2 | 3 => (*VALUES.choose(dice).expect("there are values")).to_owned(),
            4 | 5 => format!("\"{}\"", self.quoted.choose(dice).expect("there are texts")),
            _ => format!("\"{}\"", LETTERS.choose(dice).expect("there are letters")),
        };
        text.into_bytes()
    }
}

/// Names of fields and choices, wherever they stand in a shape.
fn words(shape: &'static Shape, names: &mut BTreeSet<&'static str>) {
    let fields = |fields: &'static [Field], names: &mut BTreeSet<&'static str>| {
        for field in fields {
            names.insert(field.name);
            words(field.shape, names);
        }
    };
    match shape {
        Shape::Record(name, entries) => {
            names.insert(name);
            fields(entries, names);
        }
        Shape::List(entry) | Shape::Table(entry) => words(entry, names),
        Shape::Row(entries) => entries.iter().for_each(|e| words(e, names)),
        Shape::Choice(_, variants) => {
            for variant in *variants {
                names.insert(variant.name);
                match variant.holds {
                    Holds::Nothing => {}
                    Holds::One(shape) => words(shape, names),
                    Holds::Row(shapes) => shapes.iter().for_each(|s| words(s, names)),
                    Holds::Fields(entries) => fields(entries, names),
                }
            }
        }
        Shape::Text | Shape::Whole(..) | Shape::Number(..) | Shape::Flag | Shape::Changes => {}
    }
}

fn some_place(bytes: &[u8], dice: &mut StdRng) -> Option<usize> {
    (!bytes.is_empty()).then(|| dice.random_range(0..bytes.len()))
}

fn cut(bytes: &[u8], dice: &mut StdRng) -> usize {
    dice.random_range(0..=bytes.len())
}

/// Some bytes in a row, mostly few.
fn some_range(bytes: &[u8], dice: &mut StdRng) -> Range<usize> {
    let start = cut(bytes, dice);
    let most = [1, 4, 40, 400].choose(dice).copied().unwrap_or(1);
    start..(start + dice.random_range(0..=most)).min(bytes.len())
}

/// One line with its end.
fn some_line(bytes: &[u8], dice: &mut StdRng) -> Range<usize> {
    let at = cut(bytes, dice);
    let start = bytes[..at]
        .iter()
        .rposition(|b| *b == b'\n')
        .map_or(0, |n| n + 1);
    let end = bytes[at..]
        .iter()
        .position(|b| *b == b'\n')
        .map_or(bytes.len(), |n| at + n + 1);
    start..end
}

/// Mostly beside a sign, where a reader decides something; sometimes anywhere.
fn insert(bytes: &mut Vec<u8>, piece: &[u8], dice: &mut StdRng) {
    let mut at = cut(bytes, dice);
    if dice.random_ratio(3, 4) {
        let next = bytes[at..].iter().position(|b| b"()[]{},:\"\n".contains(b));
        at += next.map_or(0, |n| n + usize::from(dice.random_bool(0.5)));
    }
    bytes.splice(at..at, piece.iter().copied());
}

/// What stands between a colon and the end of its entry.
fn some_value(bytes: &[u8], dice: &mut StdRng) -> Option<Range<usize>> {
    let at = cut(bytes, dice);
    let start = at + bytes[at..].iter().position(|b| *b == b':')? + 1;
    let mut depth = 0;
    let mut end = start;
    for byte in &bytes[start..] {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' if depth == 0 => break,
            b')' | b']' | b'}' => depth -= 1,
            b',' | b'\n' if depth == 0 => break,
            _ => {}
        }
        end += 1;
    }
    Some(start..end)
}

/// What stands inside quotes, or a part of it.
fn some_quoted(bytes: &[u8], dice: &mut StdRng) -> Option<Range<usize>> {
    let at = cut(bytes, dice);
    let start = at + bytes[at..].iter().position(|b| *b == b'"')? + 1;
    let length = bytes[start..].iter().position(|b| *b == b'"')?;
    let from = dice.random_range(0..=length);
    let from = if dice.random_bool(0.5) { 0 } else { from };
    Some(start + from..start + length)
}

fn some_number(bytes: &[u8], dice: &mut StdRng) -> Option<Range<usize>> {
    let at = cut(bytes, dice);
    let start = at + bytes[at..].iter().position(u8::is_ascii_digit)?;
    let length = bytes[start..]
        .iter()
        .position(|b| !(b.is_ascii_digit() || *b == b'.'));
    Some(start..length.map_or(bytes.len(), |n| start + n))
}

/// Brackets inside brackets, around a value or never closed.
fn deepen(bytes: &mut Vec<u8>, dice: &mut StdRng) {
    let pairs = [
        ("(", ")"),
        ("[", "]"),
        ("{", "}"),
        ("Some(", ")"),
        ("{\"a\":", "}"),
        ("/*", "*/"),
    ];
    let (open, close) = pairs.choose(dice).expect("there are brackets");
    let most = [5, 60, 70, 300, 20_000].choose(dice).copied().unwrap_or(5);
    let times = dice.random_range(1..=most);
    let place = some_value(bytes, dice).unwrap_or(0..0);
    let close = if dice.random_ratio(4, 5) { close } else { "" };
    bytes.splice(place.end..place.end, close.repeat(times).into_bytes());
    bytes.splice(place.start..place.start, open.repeat(times).into_bytes());
}

/// The whole text as another program would save it.
fn whole(bytes: &mut Vec<u8>, dice: &mut StdRng) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    *bytes = match dice.random_range(0..8) {
        0 => text.replace('\n', "\r\n").into_bytes(),
        1 => text.replace('\n', "\r").into_bytes(),
        2 => text.nfd().collect::<String>().into_bytes(),
        3 => format!("\u{feff}{text}").into_bytes(),
        4 => text.replace('\n', " ").into_bytes(),
        5 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        6 => text.replace(' ', "\u{a0}").into_bytes(),
        _ => bytes[..cut(bytes, dice)].to_vec(),
    };
}
