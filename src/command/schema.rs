//! The JSON Schema of scenario files is printed, read off the grammar.

use super::{Failure, screen};
use crate::scenario::grammar::{self, PACKAGE, SCENARIO};
use crate::shape::{Field, Holds, Narrow, Shape, Variant};
use crate::source::naming;
use crate::words::command::THIS_SCHEMA;
use serde_json::{Map, Value, json};

/// Prints the schema.
pub fn schema() -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(&document()).expect("plain values always become JSON");
    screen::answer(&text);
    Ok(())
}

/// The schema as a value; named shapes stand under `$defs`.
pub fn document() -> Value {
    let mut named = Map::new();
    let Value::Object(top) = of(SCENARIO, &mut named) else {
        unreachable!("a scenario is a record")
    };
    let mut top = named
        .remove(name_in(&top))
        .expect("the record was just named");
    // Without a scenario to extend, the base must be named, and policies or packages.
    let written = |names: &[&str]| {
        let there = names
            .iter()
            .map(|name| (name.to_string(), json!({ "not": { "type": "null" } })));
        json!({ "required": names, "properties": there.collect::<Map<_, _>>() })
    };
    top["anyOf"] = json!([
        written(&["extends"]),
        written(&["base", "policies"]),
        written(&["base", "packages"]),
    ]);
    top["anyOf"][2]["properties"]["packages"]["minItems"] = json!(1);
    names_schema(&mut top);
    if let Some(target) = named.get_mut("Target") {
        let absent = |names: &[&str]| {
            let none = names
                .iter()
                .map(|name| (name.to_string(), json!({ "type": "null" })));
            json!({ "properties": none.collect::<Map<_, _>>() })
        };
        let alone =
            |name: &str, others: &[&str]| json!({ "allOf": [written(&[name]), absent(others)] });
        // One bound, or a band; and a year.
        target["allOf"] = json!([
            { "anyOf": [
                alone("at_least", &["over", "below"]),
                alone("at_most", &["over", "below"]),
                alone("over", &["at_least", "at_most", "below"]),
                alone("below", &["at_least", "at_most", "over"]),
            ] },
            { "anyOf": [written(&["by"]), written(&["from"])] },
            absent(&["about"]),
        ]);
    }
    // A package is another file: its shape stands beside the others.
    of(PACKAGE, &mut named);
    if let Some(package) = named.get_mut("Package") {
        names_schema(package);
    }
    let mut page = Map::new();
    page.insert(
        "$schema".into(),
        json!("https://json-schema.org/draft/2020-12/schema"),
    );
    if let Value::Object(fields) = top {
        page.extend(fields);
    }
    page.insert("$defs".into(), Value::Object(named));
    Value::Object(page)
}

/// A file may name the schema it is written by.
fn names_schema(file: &mut Value) {
    file["properties"]["$schema"] = json!({
        "type": "string",
        "description": THIS_SCHEMA.text(),
    });
}

/// What a value must be beside its shape.
fn narrowed(mut made: Value, narrow: Narrow) -> Value {
    let more = match narrow {
        Narrow::No => return made,
        Narrow::Positive if made.get("prefixItems").is_some() => {
            for entry in made["prefixItems"].as_array_mut().into_iter().flatten() {
                *entry = narrowed(entry.take(), narrow);
            }
            return made;
        }
        Narrow::Positive => json!({ "exclusiveMinimum": 0 }),
        Narrow::FromOne => json!({ "minimum": 1 }),
        Narrow::Filled => json!({ "minItems": 1 }),
        Narrow::Name => json!({
            "allOf": [{ "pattern": "\\S" }, { "pattern": "^[^=+@-]" }],
            "maxLength": naming::LONGEST_TITLE,
        }),
        Narrow::Id => json!({
            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
            "maxLength": naming::LONGEST,
        }),
        Narrow::Among(words) if made.get("items").is_some() => {
            json!({ "items": { "enum": words }, "minItems": 1 })
        }
        Narrow::Among(words) => json!({ "enum": words }),
    };
    if let (Value::Object(page), Value::Object(more)) = (&mut made, more) {
        page.extend(more);
    }
    made
}

/// The name a reference points to.
fn name_in(reference: &Map<String, Value>) -> &str {
    reference["$ref"]
        .as_str()
        .and_then(|path| path.rsplit('/').next())
        .expect("references are ours and well formed")
}

fn of(shape: &Shape, named: &mut Map<String, Value>) -> Value {
    match shape {
        Shape::Text => json!({ "type": "string" }),
        Shape::Whole(low, high, _) => bounded("integer", *low, *high),
        Shape::Number(low, high, _) => bounded("number", *low, *high),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::List(entry) => json!({ "type": "array", "items": of(entry, named) }),
        Shape::Row(entries) => row(entries, named),
        // A path behind the id leads to one field, of whatever kind.
        Shape::Table(Shape::Changes) => json!({
            "type": "object",
            "patternProperties": { "^[^.]*$": of(&Shape::Changes, named) },
        }),
        Shape::Table(entry) => {
            json!({ "type": "object", "additionalProperties": of(entry, named) })
        }
        Shape::Changes => {
            if !named.contains_key("Changes") {
                named.insert("Changes".into(), Value::Null);
                let made = changes(named);
                named.insert("Changes".into(), made);
            }
            json!({ "$ref": "#/$defs/Changes" })
        }
        Shape::Record(name, fields) => {
            if !named.contains_key(*name) {
                named.insert((*name).into(), Value::Null);
                let made = record(fields, named);
                named.insert((*name).into(), made);
            }
            json!({ "$ref": format!("#/$defs/{name}") })
        }
        Shape::Choice(name, variants) => {
            if !named.contains_key(*name) {
                named.insert((*name).into(), Value::Null);
                let made: Vec<Value> = variants.iter().map(|v| variant(v, named)).collect();
                named.insert((*name).into(), json!({ "oneOf": made }));
            }
            json!({ "$ref": format!("#/$defs/{name}") })
        }
    }
}

fn bounded(kind: &str, low: f64, high: f64) -> Value {
    let mut page = Map::new();
    page.insert("type".into(), json!(kind));
    let number = |value: f64| {
        if kind == "integer" && value.abs() < 1e15 {
            json!(value as i64)
        } else if kind == "integer" && value >= u64::MAX as f64 {
            json!(u64::MAX)
        } else {
            json!(value)
        }
    };
    if low.is_finite() {
        page.insert("minimum".into(), number(low));
    }
    if high.is_finite() {
        page.insert("maximum".into(), number(high));
    }
    Value::Object(page)
}

fn row(entries: &[&Shape], named: &mut Map<String, Value>) -> Value {
    let entries: Vec<Value> = entries.iter().map(|e| of(e, named)).collect();
    let many = entries.len();
    json!({ "type": "array", "prefixItems": entries, "minItems": many, "maxItems": many })
}

/// Some fields of a policy; what fits depends on its kind.
fn changes(named: &mut Map<String, Value>) -> Value {
    let mut shapes: Vec<(&str, Vec<Value>)> = Vec::new();
    for field in grammar::changes(None) {
        let mut made = narrowed(of(field.shape, named), field.narrow);
        if !field.needed {
            made = json!({ "anyOf": [made, { "type": "null" }] });
        }
        match shapes.iter_mut().find(|(name, _)| *name == field.name) {
            Some((_, known)) if known.contains(&made) => {}
            Some((_, known)) => known.push(made),
            None => shapes.push((field.name, vec![made])),
        }
    }
    let properties: Map<String, Value> = shapes
        .into_iter()
        .map(|(name, fits)| (name.to_owned(), json!({ "anyOf": fits })))
        .collect();
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

fn record(fields: &[Field], named: &mut Map<String, Value>) -> Value {
    let mut properties = Map::new();
    for field in fields {
        let mut made = narrowed(of(field.shape, named), field.narrow);
        if !field.needed {
            made = json!({ "anyOf": [made, { "type": "null" }] });
        }
        if let Value::Object(page) = &mut made {
            page.insert("description".into(), json!(field.about));
        }
        properties.insert(field.name.into(), made);
    }
    let needed: Vec<&str> = fields.iter().filter(|f| f.needed).map(|f| f.name).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": needed,
        "additionalProperties": false,
    })
}

fn variant(variant: &Variant, named: &mut Map<String, Value>) -> Value {
    let held = match &variant.holds {
        Holds::Nothing => {
            return json!({ "const": variant.name, "description": variant.about });
        }
        Holds::One(shape) => of(shape, named),
        Holds::Row(entries) => row(entries, named),
        Holds::Fields(fields) => record(fields, named),
    };
    let held = narrowed(held, variant.narrow);
    json!({
        "type": "object",
        "description": variant.about,
        "properties": { variant.name: held },
        "required": [variant.name],
        "additionalProperties": false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_points_at_something() {
        let schema = document();
        let defined = schema["$defs"].as_object().unwrap();
        assert!(defined.values().all(Value::is_object));
        let text = schema.to_string();
        let mut found = 0;
        for part in text.split("#/$defs/").skip(1) {
            let name = part.split('"').next().unwrap();
            assert!(defined.contains_key(name), "{name}");
            found += 1;
        }
        assert!(found > 15);
        assert_eq!(schema["properties"]["title"]["type"], "string");
        assert_eq!(schema["additionalProperties"], false);
    }
}
