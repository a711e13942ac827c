//! A scenario written out with, before each line, the file it comes from.

use super::inherit::Resolved;
use super::inherit::path::{Policy, Spot};
use super::{About, Scenario};
use crate::diagnostic::Book;
use crate::source::{Written, outline};
use crate::words::command as words;
use std::ops::Range;

/// Where each part of a scenario was written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origins {
    book: Option<Book>,
    fields: Vec<(&'static str, usize)>,
    laws: Vec<(String, usize)>,
    plans: Vec<(String, Written)>,
    targets: Vec<usize>,
}

impl Origins {
    /// The origins of what was put together from the texts of a book.
    pub fn of(whole: &Resolved, book: &Book) -> Origins {
        let mut fields = Vec::new();
        let mut put = |name, span: Option<&Range<usize>>| {
            fields.extend(span.map(|span| (name, span.start)));
        };
        put("title", whole.title.span.as_ref());
        put("note", whole.note.as_ref().and_then(|v| v.span.as_ref()));
        put("base", whole.base.span.as_ref());
        put(
            "province",
            whole.province.as_ref().and_then(|v| v.span.as_ref()),
        );
        put(
            "region",
            whole.region.as_ref().and_then(|v| v.span.as_ref()),
        );
        put(
            "question",
            whole.question.as_ref().and_then(|v| v.span.as_ref()),
        );
        put(
            "years",
            whole.years.as_ref().and_then(|v| v.last.span.as_ref()),
        );
        put(
            "replicates",
            whole.replicates.as_ref().and_then(|v| v.span.as_ref()),
        );
        put("seed", whole.seed.as_ref().and_then(|v| v.span.as_ref()));
        put(
            "uncertainty",
            whole.uncertainty.as_ref().and_then(|v| v.span.as_ref()),
        );
        put(
            "sampling",
            whole.sampling.as_ref().and_then(|v| v.span.as_ref()),
        );
        put(
            "staffing_gate",
            whole.staffing_gate.as_ref().and_then(|v| v.span.as_ref()),
        );
        put(
            "discount_rate",
            whole.discount_rate.as_ref().and_then(|v| v.span.as_ref()),
        );
        for code in whole.storm_in.iter().flatten() {
            put("storm_in", code.span.as_ref());
        }
        let ceiling = whole.ceiling.as_ref();
        put("ceiling", ceiling.and_then(|c| c.amount.span.as_ref()));
        for id in &whole.given {
            put("given", id.span.as_ref());
        }
        let matters = whole.matters.chances.iter().filter_map(|v| v.span.as_ref());
        let ids = whole.matters.ids().filter_map(|id| id.span.as_ref());
        for span in matters.chain(ids) {
            put("matters", Some(span));
        }
        let decide = whole.decide.iter();
        let levers = decide.clone().flat_map(|d| &d.levers);
        for span in levers.filter_map(|lever| lever.policy.span.as_ref()) {
            put("decide", Some(span));
        }
        for figure in &whole.figures {
            put("figures", figure.what.span.as_ref());
        }
        for tie in &whole.ties {
            put("ties", tie.rank.span.as_ref());
        }
        let placed = |(id, _): &super::inherit::Law| {
            let at = id.span.as_ref()?.start;
            Some((id.value.clone(), at))
        };
        let ids = whole.policies.iter().map(|p| p.id.value.clone());
        let laws = whole.assumptions.iter().filter_map(placed);
        // A price is a law that is told as a figure.
        let prices = whole.figures.iter().filter_map(|figure| {
            let at = figure.what.span.as_ref()?.start;
            Some((figure.what.value.clone(), at))
        });
        Origins {
            book: Some(book.clone()),
            fields,
            laws: laws.chain(prices).collect(),
            plans: ids.zip(whole.texts.iter().cloned()).collect(),
            targets: whole.targets_at.clone(),
        }
    }

    /// The names of the files that some places lie in, each once.
    fn files(&self, places: impl IntoIterator<Item = usize>) -> String {
        let Some(book) = &self.book else {
            return words::NOWHERE.to_owned();
        };
        let mut names: Vec<&str> = Vec::new();
        for place in places {
            let name = book.page(book.page_of(place)).name.as_str();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        match names.is_empty() {
            true => words::NOWHERE.to_owned(),
            false => names.join(" + "),
        }
    }

    /// Where the law of an assumption is written: the place of its id.
    pub fn law(&self, id: &str) -> Option<Range<usize>> {
        let (_, at) = self.laws.iter().find(|(i, _)| i == id)?;
        Some(*at..at + id.len() + 2)
    }

    fn policy(&self, id: &str) -> Option<&Written> {
        self.plans
            .iter()
            .find(|(i, _)| i == id)
            .map(|(_, text)| text)
    }

    /// The files a field of a policy comes from.
    fn field_of(&self, id: &str, kind: &str, path: &[&str]) -> Option<String> {
        let text = self.policy(id)?;
        match Policy::new(text.text(), kind).find(path) {
            Ok(Spot::Value(range, _)) => Some(self.files(text.places(&range))),
            Ok(Spot::LeftOut { .. }) => Some(words::NOWHERE.to_owned()),
            Err(_) => None,
        }
    }
}

impl Scenario {
    /// The scenario written out, each line behind the file it comes from. It still reads as a
    /// scenario: the names stand in comments.
    pub fn shown(&self) -> String {
        let mut rows: Vec<(String, String)> = Vec::new();
        let mut lines = self.lines().into_iter().peekable();
        while let Some((about, line)) = lines.next() {
            let About::Policy(plan, ["do"]) = about else {
                rows.push((self.origin(&about), line));
                continue;
            };
            let mut block = vec![line];
            while let Some((_, line)) = lines.next_if(
                |(next, _)| matches!(next, About::Policy(other, ["do"]) if other.id == plan.id),
            ) {
                block.push(line);
            }
            rows.extend(self.decision(&plan.id, plan.decision.name(), block));
        }
        let wide = rows.iter().map(|(file, _)| file.chars().count()).max();
        let wide = wide.unwrap_or(0);
        let mut page = String::new();
        for (file, line) in rows {
            let file = file.replace("*/", "* /").replace("/*", "/ *");
            page.push_str(&format!("/* {file:<wide$} */ {line}\n"));
        }
        page
    }

    fn origin(&self, about: &About<'_>) -> String {
        let origins = &self.origins;
        match about {
            About::Frame => String::new(),
            About::Field(name) => {
                let places = origins.fields.iter().filter(|(n, _)| n == name);
                origins.files(places.map(|(_, at)| *at))
            }
            About::Law(id) => {
                let places = origins.laws.iter().filter(|(i, _)| i == id);
                origins.files(places.map(|(_, at)| *at))
            }
            About::Policy(plan, ["id"]) => {
                let text = origins.policy(&plan.id);
                origins.files(text.into_iter().flat_map(|t| t.places(&(0..1))))
            }
            About::Policy(plan, fields) => {
                let kind = plan.decision.name();
                let mut files: Vec<String> = Vec::new();
                for field in *fields {
                    let file = origins.field_of(&plan.id, kind, &[field]);
                    let file = file.unwrap_or_else(|| words::NOWHERE.to_owned());
                    if !files.contains(&file) {
                        files.push(file);
                    }
                }
                files.join(" + ")
            }
            About::Targets => origins.files(origins.targets.iter().copied()),
        }
    }

    /// The lines of a decision: each behind the file of what begins in it.
    fn decision(&self, id: &str, kind: &str, block: Vec<String>) -> Vec<(String, String)> {
        let text = block.join("\n");
        let begins = paths_by_line(&text);
        let whole = self.origins.field_of(id, kind, &["do"]).unwrap_or_default();
        let first = whole.split(" + ").next().unwrap_or_default().to_owned();
        block
            .into_iter()
            .zip(begins)
            .map(|(line, path)| {
                // What is nested deeper than a path can say belongs to what is around it.
                let found = (1..=path.len()).rev().find_map(|n| {
                    let steps: Vec<&str> = path[..n].iter().map(String::as_str).collect();
                    self.origins.field_of(id, kind, &steps)
                });
                (found.unwrap_or_else(|| first.clone()), line)
            })
            .collect()
    }
}

/// For each line of a decision the path of what begins in it first; empty where nothing does.
fn paths_by_line(text: &str) -> Vec<Vec<String>> {
    let mut paths = vec![Vec::new(); text.split('\n').count()];
    let pairs = outline::pairs(text).unwrap_or_default();
    if let Some(pair) = pairs.first() {
        walk(text, &pairs, pair, &mut Vec::new(), &mut paths);
    }
    paths
}

fn walk(
    text: &str,
    pairs: &[outline::Pair],
    pair: &outline::Pair,
    path: &mut Vec<String>,
    paths: &mut [Vec<String>],
) {
    for (n, entry) in outline::entries(text, pair).into_iter().enumerate() {
        let begin = entry
            .name
            .as_ref()
            .map_or(entry.value.start, |name| name.start);
        let step = match entry.name {
            Some(name) => text[name].to_owned(),
            None => n.to_string(),
        };
        path.push(step);
        let line = text[..begin].matches('\n').count();
        if paths[line].is_empty() {
            paths[line].clone_from(path);
        }
        let inner = pairs.iter().find(|p| entry.value.contains(&p.open));
        if let Some(inner) = inner {
            walk(text, pairs, inner, path, paths);
        }
        path.pop();
    }
}
