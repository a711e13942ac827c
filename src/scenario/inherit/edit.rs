//! Fields of policies that a scenario writes anew: by the policy's id and the field's name, or by
//! the path of a single value. The policy is read again with the new value in it, so every check
//! and every sentence is that of a policy written out.

use super::path::{self, Policy};
use super::{Draft, Reader};
use crate::diagnostic::{Problem, nearest, suggestion};
use crate::messages::{FIRST_TIME, SECOND_TIME, scenario::files as messages};
use crate::scenario::file::{Anything, PlanWritten};
use crate::source::{self, Spanned, Written, outline};

/// Writes the fields into the policies they belong to.
pub(super) fn apply(
    reader: &mut Reader,
    page: usize,
    rows: &[(Spanned<String>, Spanned<Anything>)],
    drafts: &mut [Draft],
) {
    let mut told: Vec<(String, Written)> = Vec::new();
    for (key, value) in rows {
        if reader.problems.crowded() {
            return;
        }
        let (id, path) = match key.split_once('.') {
            Some((id, path)) => (id, Some(path)),
            None => (key.as_str(), None),
        };
        let Some(draft) = drafts.iter_mut().find(|d| d.plan.id.value == id) else {
            let known: Vec<&str> = drafts.iter().map(|d| d.plan.id.as_str()).collect();
            reader.problems.refuse(
                key,
                "override::unknown-policy",
                messages::no_policy(id, suggestion(id, &known, messages::POLICIES)),
            );
            continue;
        };
        let Some(value) = written(reader, page, value) else {
            continue;
        };
        for (path, name, value) in fields(reader, key, path, &value) {
            let whole = format!("{id}.{path}");
            let covers = |a: &str, b: &str| a == b || a.starts_with(&format!("{b}."));
            let twin = told
                .iter()
                .find(|(other, _)| covers(other, &whole) || covers(&whole, other));
            if let Some((_, first)) = twin {
                let problem = Problem::refusal("override::twice", messages::anew_twice(&path, id))
                    .over(Some(place(&name)))
                    .label(SECOND_TIME)
                    .note(Some(place(first)), FIRST_TIME);
                reader.problems.add(problem);
                continue;
            }
            told.push((whole, name.clone()));
            one(reader, draft, &path, &name, &value);
        }
    }
}

/// The text of a value with its place.
fn written(reader: &Reader, page: usize, value: &Spanned<Anything>) -> Option<Written> {
    let span = value.span.clone()?;
    let start = reader.book.start(page);
    let text = reader.dialect[page].get(span.start.checked_sub(start)?..span.end - start)?;
    Some(Written::at(text, span.start))
}

fn place(name: &Written) -> std::ops::Range<usize> {
    name.place(&(0..name.text().len()))
}

/// The single fields of a row: their paths, their names as written, their values.
fn fields(
    reader: &mut Reader,
    key: &Spanned<String>,
    path: Option<&str>,
    value: &Written,
) -> Vec<(String, Written, Written)> {
    let key_at = key.span.clone().unwrap_or_default();
    if let Some(path) = path {
        // The path stands at the end of the key, before its quote.
        let from = key_at.end.saturating_sub(1 + path.len()).max(key_at.start);
        return vec![(path.to_owned(), Written::at(path, from), value.clone())];
    }
    let text = value.text();
    let entries = match outline::pairs(text) {
        Ok(pairs) if text.starts_with('(') && !pairs.is_empty() => {
            outline::entries(text, &pairs[0])
        }
        _ => Vec::new(),
    };
    let record = text.starts_with('(') && entries.iter().all(|e| e.name.is_some());
    if !record {
        let problem = Problem::refusal("override::not-fields", messages::no_fields(&key.value));
        reader.problems.add(problem.over(Some(place(value))));
        return Vec::new();
    }
    if entries.is_empty() {
        idle(reader, &key.value, place(value));
    }
    let named = entries.into_iter().filter_map(|e| {
        let name = value.slice(e.name?);
        Some((name.text().to_owned(), name, value.slice(e.value)))
    });
    named.collect()
}

fn idle(reader: &mut Reader, what: &str, at: std::ops::Range<usize>) {
    let problem = Problem::caution("override::changes-nothing", messages::idle(what));
    reader.problems.add(problem.over(Some(at)));
}

/// Writes one field anew.
fn one(reader: &mut Reader, draft: &mut Draft, path: &str, name: &Written, value: &Written) {
    let steps: Vec<&str> = path.split('.').collect();
    let kind = draft.plan.decision.name();
    let spot = match Policy::new(draft.text.text(), kind).find(&steps) {
        Ok(spot) => spot,
        Err(miss) => {
            let step = steps[miss.step.min(steps.len() - 1)];
            let known: Vec<&str> = miss.known.iter().map(String::as_str).collect();
            let help = messages::there_are(nearest(step, known.iter().copied()), &known);
            let said = match miss.step {
                0 => messages::no_field(kind, step, help),
                n => messages::no_part(steps[..n].join("."), step, help),
            };
            let problem = Problem::refusal("override::unknown-field", said);
            reader.problems.add(problem.over(Some(place(name))));
            return;
        }
    };
    let last = steps.last().copied().unwrap_or_default();
    let from = name.text().len() - last.len();
    let text = path::put(
        &draft.text,
        &spot,
        &name.slice(from..name.text().len()),
        value,
    );
    let (plan, problems) = source::parse_written::<PlanWritten>(&text);
    let known = |p: &Problem| {
        let same = |k: &Problem| k.code == p.code && k.span == p.span;
        reader.problems.all.iter().any(same)
    };
    let new: Vec<Problem> = problems.all.into_iter().filter(|p| !known(p)).collect();
    let fails = !new.is_empty();
    reader.problems.all.extend(new);
    let Some(plan) = plan.filter(|_| !fails) else {
        return;
    };
    if plan == draft.plan {
        idle(
            reader,
            &format!("{}.{path}", draft.plan.id.value),
            place(value),
        );
    }
    draft.plan = plan;
    draft.text = text;
}
