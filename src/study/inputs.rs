//! What differs between the inputs of two options: policy by policy and field by field, each with the
//! file and line where it is written.

use super::Candidate;
use crate::policy::Plan;
use crate::results::comparison::{InputDifference, Part, PartKind, Written};
use crate::said::{Language, within};
use crate::scenario::FigureWritten;
use crate::scenario::Scenario;
use crate::words::compare as words;
use serde_json::Value;

/// Longest value that is told whole, in characters.
const LONGEST: usize = 160;

/// Name of the part that stands for assumptions and switches.
pub const SETTINGS: &str = "settings";

/// The decisions in which an option differs from the reference, in order of id; assumptions and
/// switches together are the last.
pub fn parts(reference: &Scenario, here: &Scenario) -> Vec<Part> {
    let mut ids: Vec<&str> = Vec::new();
    ids.extend(reference.policies.iter().map(|p| p.id.as_str()));
    ids.extend(here.policies.iter().map(|p| p.id.as_str()));
    ids.sort_unstable();
    ids.dedup();
    let find = |scenario: &'_ Scenario, id: &str| -> Option<Plan> {
        scenario.policies.iter().find(|p| p.id == id).cloned()
    };
    let kind = |id: &str| match (find(reference, id), find(here, id)) {
        (Some(a), Some(b)) if acts_alike(&a, &b) => None,
        (Some(_), Some(_)) => Some(PartKind::Changed),
        (Some(_), None) => Some(PartKind::Removed),
        _ => Some(PartKind::Added),
    };
    let part = |id: &str| {
        kind(id).map(|kind| Part {
            id: id.to_owned(),
            kind,
        })
    };
    let mut parts: Vec<Part> = ids.into_iter().filter_map(part).collect();
    if settings_differ(reference, here) {
        parts.push(Part {
            id: SETTINGS.into(),
            kind: PartKind::Settings,
        });
    }
    parts
}

/// Whether two plans do the same; who is responsible and by when is only printed.
fn acts_alike(a: &Plan, b: &Plan) -> bool {
    (&a.decision, a.from, a.to, a.payer, &a.when) == (&b.decision, b.from, b.to, b.payer, &b.when)
}

fn settings_differ(a: &Scenario, b: &Scenario) -> bool {
    a.staffing_gate != b.staffing_gate
        || a.storm_in != b.storm_in
        || a.figures != b.figures
        || a.base.assumptions != b.base.assumptions
}

/// What every option has otherwise than the reference.
pub fn differences(asked: &[Candidate], reference: usize) -> Vec<InputDifference> {
    let others = (0..asked.len()).filter(|o| *o != reference);
    others
        .flat_map(|option| of_one(option, &asked[reference], &asked[option]))
        .collect()
}

fn of_one(option: usize, reference: &Candidate, here: &Candidate) -> Vec<InputDifference> {
    let (a, b) = (&reference.scenario, &here.scenario);
    let mut out = Vec::new();
    let mut put = |of: &str, field: &str, reference: Option<Written>, here: Option<Written>| {
        out.push(InputDifference {
            option,
            of: of.to_owned(),
            field: field.to_owned(),
            reference,
            here,
        });
    };
    let stated = |value: Result<Value, serde_json::Error>| ron(&value.unwrap_or_default());
    let gate = |s: &Scenario| s.staffing_gate.to_string();
    let storm = |s: &Scenario| stated(serde_json::to_value(&s.storm_in));
    let sizes = |s: &Scenario| stated(serde_json::to_value(&s.matters));
    let ties = |s: &Scenario| stated(serde_json::to_value(&s.base.assumptions.ties));
    let tied = a.base.assumptions.ties != b.base.assumptions.ties;
    let settings: [(&str, bool, &dyn Fn(&Scenario) -> String); 4] = [
        ("staffing_gate", a.staffing_gate != b.staffing_gate, &gate),
        ("storm_in", a.storm_in != b.storm_in, &storm),
        ("matters", a.matters != b.matters, &sizes),
        ("ties", tied, &ties),
    ];
    for (field, _, value) in settings.into_iter().filter(|(_, differs, _)| *differs) {
        let of = |c: &Candidate| Some(written(c, None, field, value(&c.scenario)));
        put("scenario", field, of(reference), of(here));
    }
    figures(reference, here, &mut put);
    let mut ids: Vec<&String> = a
        .overrides
        .iter()
        .chain(&b.overrides)
        .map(|(id, _)| id)
        .collect();
    ids.sort();
    ids.dedup();
    for id in ids {
        let of = |asked: &Candidate| {
            let law = asked
                .scenario
                .overrides
                .iter()
                .find(|(known, _)| known == id);
            law.map(|(_, law)| {
                let value = serde_json::to_value(law).unwrap_or_default();
                written(asked, None, &format!("\"{id}\""), ron(&value))
            })
        };
        let (before, now) = (of(reference), of(here));
        if before.as_ref().map(|w| &w.value) != now.as_ref().map(|w| &w.value) {
            put(&words::assumption(id), "", before, now);
        }
    }
    for part in parts(a, b) {
        if part.kind == PartKind::Settings {
            continue;
        }
        let plan = |asked: &Candidate| -> Option<Plan> {
            asked
                .scenario
                .policies
                .iter()
                .find(|p| p.id == part.id)
                .cloned()
        };
        let of = words::policy(&part.id);
        match (plan(reference), plan(here)) {
            (Some(a), Some(b)) => {
                let (a, b) = (fields(&a), fields(&b));
                let mut names: Vec<&String> = a.iter().chain(&b).map(|(name, _)| name).collect();
                names.sort();
                names.dedup();
                for name in names {
                    let value = |row: &[(String, String)]| {
                        let cell = row.iter().find(|(known, _)| known == name);
                        cell.map(|(_, value)| value.clone())
                    };
                    let (before, now) = (value(&a), value(&b));
                    if before != now {
                        let at = |asked: &Candidate, value: Option<String>| {
                            value.map(|v| written(asked, Some(&part.id), name, v))
                        };
                        put(&of, name, at(reference, before), at(here, now));
                    }
                }
            }
            (before, now) => {
                let whole = |asked: &Candidate, plan: Option<Plan>| {
                    plan.map(|p| {
                        let value = serde_json::to_value(&p.decision).unwrap_or_default();
                        written(asked, Some(&part.id), "", ron(&value))
                    })
                };
                put(&of, "", whole(reference, before), whole(here, now));
            }
        }
    }
    out
}

/// Figures in place of the base's that only one of the two has, or that are other ones.
fn figures(
    reference: &Candidate,
    here: &Candidate,
    put: &mut impl FnMut(&str, &str, Option<Written>, Option<Written>),
) {
    let (a, b) = (&reference.scenario.figures, &here.scenario.figures);
    let mut known: Vec<&FigureWritten> = a.iter().chain(b).collect();
    known.sort_by_key(|figure| figure.about());
    known.dedup_by_key(|figure| figure.about());
    let book = |asked: &Candidate| asked.scenario.book(&asked.file);
    let (books, files) = ([book(reference), book(here)], [&reference.file, &here.file]);
    for figure in known {
        let of = |side: usize, figures: &[FigureWritten]| {
            let own = figures.iter().find(|f| f.about() == figure.about())?;
            let at = own.what.span.as_ref();
            let at = at.map(|span| books[side].line(span.start));
            Some(Written {
                file: at
                    .map_or(files[side].as_str(), |(file, ..)| file)
                    .to_owned(),
                line: at.map(|(_, line, _)| line),
                value: short(ron(&serde_json::to_value(own).unwrap_or_default())),
            })
        };
        let (before, now) = (of(0, a), of(1, b));
        if before.as_ref().map(|w| &w.value) != now.as_ref().map(|w| &w.value) {
            let told = within(Language::En, || figure.told());
            put(&words::figure(&told), "", before, now);
        }
    }
}

/// The fields of a plan that change what it does, each as it would be written.
fn fields(plan: &Plan) -> Vec<(String, String)> {
    let value = |v: Result<Value, serde_json::Error>| ron(&v.unwrap_or_default());
    let mut out = vec![
        ("from".to_owned(), plan.from.to_string()),
        ("to".to_owned(), plan.to.to_string()),
        ("when".to_owned(), value(serde_json::to_value(&plan.when))),
    ];
    if let Some(payer) = plan.payer {
        out.push(("payer".to_owned(), value(serde_json::to_value(payer))));
    }
    let decision = serde_json::to_value(&plan.decision).unwrap_or_default();
    match decision {
        Value::Object(variant) if variant.len() == 1 => {
            for (name, inner) in variant {
                out.push(("do".to_owned(), name));
                if let Value::Object(inner) = inner {
                    let rows = inner.iter().filter(|(_, v)| !v.is_null());
                    out.extend(rows.map(|(field, v)| (field.clone(), ron(v))));
                }
            }
        }
        other => out.push(("do".to_owned(), ron(&other))),
    }
    out
}

/// A value with its place: that of the field after the policy's id, else that of the id, in the file
/// itself or in one it builds on.
fn written(asked: &Candidate, policy: Option<&str>, field: &str, value: String) -> Written {
    let own = asked.scenario.text_as_read();
    let behind = asked
        .scenario
        .behind
        .iter()
        .map(|s| (s.name.as_str(), s.text.as_str()));
    let texts = || std::iter::once((asked.file.as_str(), own.as_str())).chain(behind.clone());
    let field_in = |text: &str| place(text, policy, field);
    let found = texts().find_map(|(file, text)| Some((file, field_in(text)?)));
    let by_id = || texts().find_map(|(file, text)| Some((file, place(text, policy, "")?)));
    let found = found.or_else(|| policy.and_then(|_| by_id()));
    Written {
        file: found
            .map_or(asked.file.as_str(), |(file, _)| file)
            .to_owned(),
        line: found.map(|(_, line)| line),
        value: short(value),
    }
}

/// The line, from 1, on which a field of a policy (or of the scenario) is written in a text.
fn place(text: &str, policy: Option<&str>, field: &str) -> Option<usize> {
    let (from, to) = match policy {
        None => (0, text.len()),
        Some(id) => {
            let from = ids(text).find(|(_, known)| *known == id)?.0;
            let next = ids(text).map(|(at, _)| at).find(|at| *at > from);
            (from, next.unwrap_or(text.len()))
        }
    };
    let at = match field {
        "" => policy.map(|_| from)?,
        name => from + key(&text[from..to], name)?,
    };
    Some(text[..at].matches('\n').count() + 1)
}

/// Every id written in a text, with its place.
fn ids(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices("id").filter_map(move |(at, _)| {
        let starts = !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let rest = text[at + 2..].trim_start_matches('"').trim_start();
        let rest = rest.strip_prefix(':')?.trim_start().strip_prefix('"')?;
        let id = rest.split('"').next()?;
        starts.then_some((at, id))
    })
}

/// Where a key stands: a word (bare or quoted) before a colon, outside comments.
fn key(text: &str, name: &str) -> Option<usize> {
    text.match_indices(name).map(|(at, _)| at).find(|at| {
        let line = text[..*at].rfind('\n').map_or(0, |n| n + 1);
        let comment = text[line..*at].contains("//");
        let whole = !text[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let rest = text[at + name.len()..].trim_start_matches('"').trim_start();
        whole && !comment && rest.starts_with(':')
    })
}

/// A value as it would be written in a scenario.
fn ron(value: &Value) -> String {
    let variant = |name: &str| name.starts_with(|c: char| c.is_ascii_uppercase());
    match value {
        Value::Null => words::NOT_SAID.to_owned(),
        Value::String(word) if variant(word) && !word.contains(' ') => word.clone(),
        Value::Array(all) => {
            let all: Vec<String> = all.iter().map(ron).collect();
            format!("[{}]", all.join(", "))
        }
        Value::Object(fields) => {
            if let (1, Some((name, inner))) = (fields.len(), fields.iter().next())
                && variant(name)
            {
                let text = ron(inner);
                return if text.starts_with('(') {
                    format!("{name}{text}")
                } else {
                    format!("{name}({text})")
                };
            }
            let rows = fields.iter().filter(|(_, v)| !v.is_null());
            let rows: Vec<String> = rows
                .map(|(name, v)| format!("{name}: {}", ron(v)))
                .collect();
            format!("({})", rows.join(", "))
        }
        plain => plain.to_string(),
    }
}

fn short(value: String) -> String {
    if value.chars().count() <= LONGEST {
        return value;
    }
    let head: String = value.chars().take(LONGEST - 2).collect();
    format!("{head} \u{2026}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::file::from_text;
    use crate::scenario::small;

    fn candidate(name: &str, text: &str) -> Candidate {
        let (scenario, _) = from_text(name, text, small::base()).expect("a sound scenario");
        Candidate {
            name: name.into(),
            file: name.into(),
            scenario,
        }
    }

    const A: &str = r#"(
    title: "A", base: "made-up",
    policies: [
        (id: "kept", do: Investment(amount: Multiple(1.5), money: Disbursed,
            split: (new_beds: Rest), allocation: Gap), from: 2027, payer: Provincial),
        (id: "gone", do: TransferToProvince(hospitals: ["heart"], year: 2028), from: 2027),
    ],
)"#;
    const B: &str = r#"(
    title: "B", base: "made-up",
    assumptions: { "post.match": Fixed(0.9) },
    policies: [
        (
            id: "kept",
            // amount: what it was before
            do: Investment(
                amount: Multiple(2.0),
                money: Disbursed, split: (new_beds: Rest), allocation: Gap,
            ),
            from: 2028, payer: Provincial, responsible: "somebody else",
        ),
    ],
)"#;

    #[test]
    fn what_differs_is_told_with_its_lines() {
        let all = [candidate("a.ron", A), candidate("b.ron", B)];
        let told: Vec<String> = differences(&all, 0)
            .iter()
            .map(|d| {
                let side = |w: &Option<Written>| match w {
                    Some(w) => format!("{}:{} {}", w.file, w.line.unwrap_or(0), w.value),
                    None => "none".into(),
                };
                format!(
                    "{} {} | {} | {}",
                    d.of,
                    d.field,
                    side(&d.reference),
                    side(&d.here)
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                "assumption post.match  | none | b.ron:3 Fixed(0.9)",
                "policy gone  | a.ron:6 TransferToProvince(hospitals: [\"heart\"], year: 2028) | none",
                "policy kept amount | a.ron:4 Multiple(1.5) | b.ron:9 Multiple(2.0)",
                "policy kept from | a.ron:5 2027 | b.ron:12 2028",
            ]
        );
    }

    #[test]
    fn who_is_responsible_decides_nothing() {
        let other = A.replace("payer: Provincial", "payer: Provincial, deadline: 2029");
        let all = [candidate("a.ron", A), candidate("b.ron", &other)];
        assert_eq!(parts(&all[0].scenario, &all[1].scenario), []);
        assert_eq!(differences(&all, 0), []);
    }

    #[test]
    fn parts_are_added_removed_or_changed() {
        let (a, b) = (candidate("a.ron", A), candidate("b.ron", B));
        let kinds = |x: &Candidate, y: &Candidate| -> Vec<(String, PartKind)> {
            let parts = parts(&x.scenario, &y.scenario);
            parts.into_iter().map(|p| (p.id, p.kind)).collect()
        };
        let own = |id: &str, kind| (id.to_owned(), kind);
        assert_eq!(
            kinds(&a, &b),
            [
                own("gone", PartKind::Removed),
                own("kept", PartKind::Changed),
                own(SETTINGS, PartKind::Settings)
            ]
        );
        assert_eq!(kinds(&b, &a)[0], own("gone", PartKind::Added));
    }
}
