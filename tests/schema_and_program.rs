//! The JSON Schema accepts what the program accepts and refuses what it refuses: every scenario at
//! hand is changed field by field, and both are asked.

use crate::support::small_run::carecast;
use carecast::internals::base::Base;
use carecast::internals::diagnostic::Severity;
use carecast::internals::scenario::file::{BUILT_IN, from_text};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// The schema as the program prints it.
fn whole() -> Value {
    let told = carecast(Path::new(".")).arg("schema").assert().code(0);
    serde_json::from_slice(&told.get_output().stdout).expect("JSON")
}

/// What a schema cannot say: codes of mistakes that are not of form, or that no schema can see.
const CANNOT_SAY: &[(&str, &str)] = &[
    (
        "assumption::",
        "laws must fit the assumption they are for, and their numbers one another",
    ),
    (
        "campus::",
        "names must be known, years lie in the run, and sums hold",
    ),
    (
        "checkup::",
        "names must be known, years lie in the run, and a policy does something",
    ),
    (
        "remote::",
        "names must be known, years lie in the run, and a policy does something",
    ),
    (
        "close::",
        "names must be known, years lie in the run, and a policy does something",
    ),
    (
        "merge::",
        "names must be known, years lie in the run, and a policy does something",
    ),
    (
        "services::",
        "names must be known, years lie in the run, and a policy does something",
    ),
    (
        "family::",
        "names must be known, years lie in the run, and a policy does something",
    ),
    (
        "exemption::",
        "names must be known, years lie in the run, and a policy does something",
    ),
    (
        "commune::",
        "names must be known, years lie in the run, and fields fit one another",
    ),
    (
        "decide::",
        "names must be known, sizes stand in policies, and levels fit their measure",
    ),
    ("extends::", "files must be there"),
    (
        "figure::",
        "names must be known, and figures hold together with those of the base",
    ),
    ("figures::", "the table must be there, and be one"),
    ("file::", "files must be there"),
    (
        "incentives::",
        "names must be known, and fields fit one another",
    ),
    ("initiative::", "names must be known"),
    (
        "intake::",
        "names must be known, years lie in the run, and fields fit one another",
    ),
    ("investment::", "shares must add up, and names be known"),
    ("milestone::", "names must be known, years lie in the run"),
    (
        "tie::",
        "names must be known and drawn, and correlations hold together",
    ),
    (
        "override::",
        "what an override leads to depends on the policy it names",
    ),
    ("package::", "files must be there"),
    ("policy::", "ids stand once, and years are in order"),
    (
        "private::",
        "names must be known, and a policy does something",
    ),
    ("remove::", "names must be known"),
    ("retirement::", "names must be known, and ages fit the base"),
    ("satellite::", "names must be known, years lie in the run"),
    (
        "scenario::",
        "the base, the years of the run and the province must be known",
    ),
    ("shock::", "years lie in the run"),
    (
        "station::",
        "names must be known, and a policy does something",
    ),
    ("target::", "names must be known, years lie in the run"),
    ("transfer::", "names must be known, years lie in the run"),
    ("when::", "names must be known, and a target be asked"),
    ("base::", "the base must be there"),
];

/// Mistakes of these families that a schema can see, and must.
const MUST_SAY: &[&str] = &[
    "incentives::not-public",
    "policy::bad-id",
    "private::below-one",
    "private::no-province",
    "private::nothing-paid",
    "scenario::discount-rate",
    "scenario::no-title",
    "scenario::replicates",
    "station::no-province",
    "target::no-threshold",
    "target::two-thresholds",
];

/// A text in our dialect as JSON: records are objects, a choice is its name or an object of one key.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn blanks(&mut self) {
        loop {
            let rest = self.rest();
            let trimmed = rest.trim_start();
            self.at += rest.len() - trimmed.len();
            if let Some(comment) = self.rest().strip_prefix("//") {
                self.at += 2 + comment.find('\n').unwrap_or(comment.len());
            } else if let Some(comment) = self.rest().strip_prefix("/*") {
                self.at += 4 + comment
                    .find("*/")
                    .unwrap_or(comment.len().saturating_sub(2));
            } else {
                return;
            }
        }
    }

    fn eat(&mut self, sign: char) -> bool {
        self.blanks();
        let there = self.rest().starts_with(sign);
        self.at += usize::from(there) * sign.len_utf8();
        there
    }

    fn word(&mut self) -> String {
        self.blanks();
        let rest = self.rest();
        let inside = |c: char| c.is_alphanumeric() || c == '_';
        let end = rest.find(|c| !inside(c)).unwrap_or(rest.len());
        let word = rest[..end].to_owned();
        self.at += end;
        word
    }

    fn value(&mut self) -> Option<Value> {
        self.blanks();
        let first = self.rest().chars().next()?;
        match first {
            '"' => {
                let mut end = 1;
                let bytes = self.rest().as_bytes();
                while *bytes.get(end)? != b'"' {
                    end += if bytes[end] == b'\\' { 2 } else { 1 };
                }
                let said: String = ron::from_str(self.rest().get(..=end)?).ok()?;
                self.at += end + 1;
                Some(Value::String(said))
            }
            '[' => {
                self.at += 1;
                let mut all = Vec::new();
                while !self.eat(']') {
                    all.push(self.value()?);
                    self.eat(',');
                }
                Some(Value::Array(all))
            }
            '{' => {
                self.at += 1;
                let mut all = Map::new();
                while !self.eat('}') {
                    let key = self.value()?.as_str()?.to_owned();
                    if !self.eat(':') || all.insert(key, self.value()?).is_some() {
                        return None;
                    }
                    self.eat(',');
                }
                Some(Value::Object(all))
            }
            '(' => self.brackets(),
            c if c.is_alphabetic() => {
                let name = self.word();
                match name.as_str() {
                    "true" => return Some(Value::Bool(true)),
                    "false" => return Some(Value::Bool(false)),
                    "None" => return Some(Value::Null),
                    _ => {}
                }
                self.blanks();
                if !self.rest().starts_with('(') {
                    return Some(Value::String(name));
                }
                let held = match self.brackets()? {
                    Value::Array(mut one) if one.len() == 1 => one.remove(0),
                    held => held,
                };
                match name.as_str() {
                    "Some" => Some(held),
                    _ => Some(json!({ name: held })),
                }
            }
            _ => {
                let rest = self.rest();
                let inside = |c: char| c.is_ascii_alphanumeric() || "+-._".contains(c);
                let end = rest.find(|c| !inside(c)).unwrap_or(rest.len());
                let number = rest[..end].replace('_', "");
                self.at += end;
                serde_json::from_str(&number).ok()
            }
        }
    }

    /// A record, or values in order.
    fn brackets(&mut self) -> Option<Value> {
        self.eat('(');
        let start = self.at;
        let name = self.word();
        let named = !name.is_empty() && self.eat(':');
        self.at = start;
        if !named && !self.eat(')') {
            let mut all = Vec::new();
            while !self.eat(')') {
                all.push(self.value()?);
                self.eat(',');
            }
            return Some(Value::Array(all));
        }
        let mut all = Map::new();
        while named && !self.eat(')') {
            let key = self.word();
            if !self.eat(':') || all.insert(key, self.value()?).is_some() {
                return None;
            }
            self.eat(',');
        }
        Some(Value::Object(all))
    }
}

/// Whether a value is what a schema says; every word the schema uses is known here.
fn fits(schema: &Value, value: &Value, root: &Value) -> bool {
    let Some(words) = schema.as_object() else {
        return schema.as_bool().expect("a schema is an object or a flag");
    };
    let all = |list: &Value| list.as_array().expect("a list").clone();
    let number = |v: &Value| v.as_f64().expect("a number");
    let list = value.as_array();
    let record = value.as_object();
    words.iter().all(|(word, said)| match word.as_str() {
        "$schema" | "$defs" | "description" | "title" | "$id" => true,
        "$ref" => {
            let name = said.as_str().expect("a text").strip_prefix("#/$defs/");
            fits(
                &root["$defs"][name.expect("a reference of ours")],
                value,
                root,
            )
        }
        "type" => match said.as_str().expect("a text") {
            "string" => value.is_string(),
            "boolean" => value.is_boolean(),
            "null" => value.is_null(),
            "array" => list.is_some(),
            "object" => record.is_some(),
            "number" => value.is_number(),
            "integer" => value.as_f64().is_some_and(|v| v.fract() == 0.0),
            other => panic!("type {other}"),
        },
        "const" => value == said,
        "enum" => all(said).contains(value),
        "minimum" => value.as_f64().is_none_or(|v| v >= number(said)),
        "exclusiveMinimum" => value.as_f64().is_none_or(|v| v > number(said)),
        "maximum" => value.as_f64().is_none_or(|v| v <= number(said)),
        "minLength" => value
            .as_str()
            .is_none_or(|t| t.chars().count() as f64 >= number(said)),
        "maxLength" => value
            .as_str()
            .is_none_or(|t| t.chars().count() as f64 <= number(said)),
        "minItems" => list.is_none_or(|l| l.len() as f64 >= number(said)),
        "maxItems" => list.is_none_or(|l| l.len() as f64 <= number(said)),
        "minProperties" => record.is_none_or(|r| r.len() as f64 >= number(said)),
        "pattern" => value.as_str().is_none_or(|text| matches(said, text)),
        "not" => !fits(said, value, root),
        "anyOf" => all(said).iter().any(|one| fits(one, value, root)),
        "allOf" => all(said).iter().all(|one| fits(one, value, root)),
        "oneOf" => {
            all(said)
                .iter()
                .filter(|one| fits(one, value, root))
                .count()
                == 1
        }
        "items" => {
            let from = words.get("prefixItems").map_or(0, |p| all(p).len());
            list.is_none_or(|l| l.iter().skip(from).all(|v| fits(said, v, root)))
        }
        "prefixItems" => {
            list.is_none_or(|l| l.iter().zip(all(said)).all(|(v, one)| fits(&one, v, root)))
        }
        "required" => record.is_none_or(|r| {
            let names = all(said);
            names
                .iter()
                .all(|n| r.contains_key(n.as_str().expect("a text")))
        }),
        "properties" => record.is_none_or(|r| {
            r.iter()
                .all(|(name, v)| said.get(name).is_none_or(|one| fits(one, v, root)))
        }),
        "patternProperties" => record.is_none_or(|r| {
            let patterns = said.as_object().expect("a record");
            r.iter().all(|(name, v)| {
                patterns
                    .iter()
                    .filter(|(p, _)| matches(&json!(p), name))
                    .all(|(_, one)| fits(one, v, root))
            })
        }),
        "additionalProperties" => record.is_none_or(|r| {
            let known = words.get("properties").and_then(Value::as_object);
            let other = r
                .iter()
                .filter(|(name, _)| known.is_none_or(|k| !k.contains_key(*name)));
            other.into_iter().all(|(_, v)| fits(said, v, root))
        }),
        other => panic!("the schema uses `{other}`"),
    })
}

/// The patterns the schema uses.
fn matches(pattern: &Value, text: &str) -> bool {
    match pattern.as_str().expect("a text") {
        "^[^.]*$" => !text.contains('.'),
        "\\S" => !text.trim().is_empty(),
        "^[a-z0-9]+(-[a-z0-9]+)*$" => text.split('-').all(|part| {
            let small = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
            !part.is_empty() && part.bytes().all(small)
        }),
        "^[^=+@-]" => !text.is_empty() && !text.starts_with(['=', '+', '-', '@']),
        other => panic!("the schema uses the pattern {other}"),
    }
}

/// Codes of the mistakes the program finds; none where it accepts.
fn refused(text: &str, base: &Arc<Base>) -> Vec<String> {
    match from_text("question.json", text, base.clone()) {
        Ok(_) => Vec::new(),
        Err(rejected) => {
            let all = rejected.problems.all.iter();
            all.filter(|p| p.severity == Severity::Error)
                .map(|p| p.code.to_string())
                .collect()
        }
    }
}

/// Every place of a value: its path, and the same without numbers.
fn places(value: &Value, path: &str, kind: &str, out: &mut Vec<(String, String)>) {
    out.push((path.to_owned(), kind.to_owned()));
    match value {
        Value::Array(all) => {
            for (n, one) in all.iter().enumerate() {
                places(one, &format!("{path}/{n}"), &format!("{kind}/*"), out);
            }
        }
        Value::Object(all) => {
            for (name, one) in all {
                let own = name.replace('~', "~0").replace('/', "~1");
                // Ids of a table are of one kind.
                let table = kind.ends_with("/assumptions") || kind.ends_with("/overrides");
                let known = if table { "*" } else { name };
                places(
                    one,
                    &format!("{path}/{own}"),
                    &format!("{kind}/{known}"),
                    out,
                );
            }
        }
        _ => {}
    }
}

/// The value with something else at a place; `None` takes the place away.
fn changed(whole: &Value, path: &str, to: Option<Value>) -> Value {
    let mut out = whole.clone();
    match to {
        Some(to) => *out.pointer_mut(path).expect("a place of this value") = to,
        None => {
            let (above, name) = path.rsplit_once('/').expect("not the whole");
            let name = name.replace("~1", "/").replace("~0", "~");
            match out.pointer_mut(above).expect("a place of this value") {
                Value::Object(all) => {
                    all.remove(&name);
                }
                Value::Array(all) => {
                    all.remove(name.parse().expect("a number"));
                }
                _ => unreachable!("only these hold others"),
            }
        }
    }
    out
}

/// What is put at a place.
fn changes(now: &Value) -> Vec<(&'static str, Option<Value>)> {
    let mut all = vec![
        ("left out", None),
        ("null", Some(Value::Null)),
        ("a text", Some(json!("x"))),
        ("an empty text", Some(json!(""))),
        ("a blank text", Some(json!("  "))),
        ("a flag", Some(json!(true))),
        ("minus one", Some(json!(-1))),
        ("nothing", Some(json!(0))),
        ("a half", Some(json!(0.5))),
        ("a small number", Some(json!(3))),
        ("a large number", Some(json!(1e9))),
        ("a huge number", Some(json!(1e300))),
        ("an empty list", Some(json!([]))),
        ("a list", Some(json!(["x"]))),
        ("an empty record", Some(json!({}))),
        ("a record", Some(json!({ "zzz": 1 }))),
    ];
    if let Some(whole) = now.as_i64() {
        all.push(("the same with a point", Some(json!(whole as f64))));
        all.push(("a broken number", Some(json!(whole as f64 + 0.5))));
    }
    if let Value::Object(fields) = now {
        let mut more = fields.clone();
        more.insert("zzz".into(), json!(1));
        all.push(("a stranger inside", Some(Value::Object(more))));
        let mut more = fields.clone();
        more.insert("zzz".into(), Value::Null);
        all.push(("a null stranger inside", Some(Value::Object(more))));
    }
    all
}

/// Scenarios as JSON, by name.
fn samples() -> BTreeMap<String, Value> {
    let mut texts: Vec<(String, String)> = BUILT_IN
        .iter()
        .map(|(name, text)| (format!("{name}.ron"), text.to_string()))
        .collect();
    for folder in ["tests/bad", "tests/corpus"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in std::fs::read_dir(folder).expect("there").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let text = std::fs::read(entry.path()).unwrap_or_default();
            if let Ok(text) = String::from_utf8(text) {
                texts.push((name, text.trim_start_matches('\u{feff}').to_owned()));
            }
        }
    }
    let mut all = BTreeMap::new();
    for (name, text) in texts {
        let read = match name.ends_with(".json") {
            true => serde_json::from_str(&text).ok(),
            false => {
                let mut reader = Reader { text: &text, at: 0 };
                let value = reader.value();
                reader.blanks();
                value.filter(|_| reader.rest().is_empty())
            }
        };
        if let Some(value) = read.filter(|v: &Value| v.is_object()) {
            all.insert(name, value);
        }
    }
    all
}

#[test]
fn the_schema_accepts_what_the_program_accepts_and_refuses_what_it_refuses() {
    let schema = whole();
    let base = Base::builtin();
    let samples = samples();
    assert!(samples.len() > 60, "{}", samples.len());
    let mut apart: BTreeMap<String, String> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    let mut asked = 0;
    let mut hold = |name: &str, kind: &str, what: &str, value: &Value| {
        let text = serde_json::to_string_pretty(value).expect("JSON");
        let said = fits(&schema, value, &schema);
        let codes = refused(&text, &base);
        asked += 1;
        let of_form = |code: &String| {
            MUST_SAY.contains(&code.as_str())
                || !CANNOT_SAY.iter().any(|(known, _)| code.starts_with(known))
        };
        let wrong = match (said, codes.is_empty()) {
            (true, true) => return,
            (false, true) => "the program accepts it".to_owned(),
            (true, false) if !codes.iter().any(of_form) => return,
            (true, false) => format!("the schema accepts it, the program says {codes:?}"),
            (false, false) => return,
        };
        let told = format!("{name}: {kind}: {what}: {wrong}");
        apart.entry(format!("{kind}: {what}")).or_insert(told);
    };
    for (name, value) in &samples {
        hold(name, "", "as it is", value);
        // Changes are tried where nothing else is wrong.
        if !refused(&value.to_string(), &base).is_empty() {
            continue;
        }
        let mut all = Vec::new();
        places(value, "", "", &mut all);
        for (path, kind) in all {
            if path.is_empty() || !seen.insert(kind.clone()) {
                continue;
            }
            let now = value.pointer(&path).expect("a place of this value");
            for (what, to) in changes(now) {
                hold(name, &kind, what, &changed(value, &path, to));
            }
        }
        let mut more = value.clone();
        more["zzz"] = json!(1);
        hold(name, "", "a stranger", &more);
    }
    assert!(asked > 1_000, "{asked}");
    let told: Vec<&str> = apart.values().map(String::as_str).collect();
    assert!(
        told.is_empty(),
        "{} of {asked} differ:\n{}",
        told.len(),
        told.join("\n")
    );
}

#[test]
fn a_schema_is_named_in_a_file_and_a_byte_mark_stands_before_it() {
    let text = "\u{feff}{\"$schema\": \"https://example.org/carecast.json\", \"title\": \"A question\",\n \"base\": \"viet-nam\", \"policies\": []}";
    let home = tempfile::tempdir().expect("a folder");
    for (name, text) in [
        ("plain.json", text.to_owned()),
        (
            "plain.ron",
            "\u{feff}(title: \"A question\", base: \"viet-nam\", policies: [])".to_owned(),
        ),
    ] {
        let file = home.path().join(name);
        std::fs::write(&file, text).expect("written");
        let read = carecast::internals::scenario::file::read(&file, None);
        assert!(read.is_ok(), "{name}");
    }
    let value: Value = serde_json::from_str(&text[3..]).expect("JSON");
    assert!(fits(&whole(), &value, &whole()));
}
