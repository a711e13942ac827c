//! What differs between two scenarios in what they ask: inputs, units, targets. Layout, comments,
//! the order of entries and the files they come from do not count.

use super::grammar;
use super::inherit::path::Policy;
use super::{FigureWritten, Plan, Scenario, ron, spaced};
use crate::base::{Assumption, Base, Distribution, Target};
use crate::shape::{Field, Holds, Measure, Shape};
use crate::words::{data, differ as words};
use std::ops::Range;

/// Differences of one subject.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// The subject.
    pub title: String,
    /// What differs.
    pub rows: Vec<Row>,
}

/// One difference.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// A value that is another one.
    Other {
        /// What it is the value of.
        what: String,
        /// Its unit; empty where it has none.
        unit: String,
        /// The first value.
        a: String,
        /// The second value.
        b: String,
    },
    /// Something that only the first asks for, with what belongs to it.
    OnlyA(String, Vec<String>),
    /// Something that only the second asks for, with what belongs to it.
    OnlyB(String, Vec<String>),
}

impl Row {
    fn lines(&self) -> Vec<String> {
        let held = |head: String, parts: &[String]| {
            let parts = parts.iter().map(|part| format!("    {part}"));
            std::iter::once(head).chain(parts).collect()
        };
        match self {
            Row::Other { what, unit, a, b } => vec![words::other(what, a, b, unit)],
            Row::OnlyA(what, parts) => held(words::only(what, "A"), parts),
            Row::OnlyB(what, parts) => held(words::only(what, "B"), parts),
        }
    }
}

/// All of it as a reader sees it; each side is named by what was asked and by its title.
pub fn page(a: (&str, &str), b: (&str, &str), topics: &[Topic]) -> String {
    let mut page = words::sides(a, b);
    if topics.is_empty() {
        page.push_str(&format!("\n\n{}", words::SAME));
    }
    for topic in topics {
        page.push_str(&format!("\n\n{}", topic.title));
        for line in topic.rows.iter().flat_map(Row::lines) {
            page.push_str(&format!("\n  {line}"));
        }
    }
    page
}

fn other(what: &str, unit: &str, a: impl ToString, b: impl ToString) -> Row {
    Row::Other {
        what: what.to_owned(),
        unit: unit.to_owned(),
        a: a.to_string(),
        b: b.to_string(),
    }
}

/// Everything that differs; nothing where the two ask the same.
pub fn between(a: &Scenario, b: &Scenario) -> Vec<Topic> {
    let mut topics = Vec::new();
    let mut put = |title: String, rows: Vec<Row>| {
        if !rows.is_empty() {
            topics.push(Topic { title, rows });
        }
    };
    put(words::BASE.to_owned(), bases(a, b));
    put(words::RUN.to_owned(), run(a, b));
    put(words::FIGURES.to_owned(), figures(a, b));
    put(words::ASSUMPTIONS.to_owned(), assumptions(&a.base, &b.base));
    let (mut apart, mut changed) = (Vec::new(), Vec::new());
    let ids = a.policies.iter().chain(&b.policies).map(|p| p.id.as_str());
    let ids: std::collections::BTreeSet<&str> = ids.collect();
    for id in ids {
        let of = |s: &'_ Scenario| s.policies.iter().position(|p| p.id == id);
        match (of(a), of(b)) {
            (Some(n), Some(m)) => {
                let (one, two) = (&a.policies[n], &b.policies[m]);
                let rows = policies(one, two, &b.base.currency);
                if !rows.is_empty() {
                    changed.push((words::policy(id), rows));
                }
            }
            (Some(n), None) => apart.push(Row::OnlyA(id.to_owned(), fields(&a.policies[n]))),
            (None, Some(m)) => apart.push(Row::OnlyB(id.to_owned(), fields(&b.policies[m]))),
            (None, None) => {}
        }
    }
    put(words::POLICIES.to_owned(), apart);
    for (title, rows) in changed {
        put(title, rows);
    }
    put(words::TARGETS.to_owned(), targets(&a.targets, &b.targets));
    topics
}

fn bases(a: &Scenario, b: &Scenario) -> Vec<Row> {
    let mut rows = Vec::new();
    if a.base.digest == b.base.digest {
        return rows;
    }
    if a.base_name != b.base_name {
        rows.push(other(&words::BASE, "", &a.base_name, &b.base_name));
    }
    let year = (a.base.year, b.base.year);
    if year.0 != year.1 {
        rows.push(other(&words::BASE_YEAR, "", year.0, year.1));
    }
    if a.base.currency != b.base.currency {
        let [one, two] = [&a.base, &b.base].map(|base| data::spoken(&base.currency));
        rows.push(other(&words::CURRENCY, "", one, two));
    }
    let short = |digest: Option<&str>| match digest {
        Some(digest) => digest.chars().take(12).collect::<String>(),
        None => words::LEFT_OUT.to_owned(),
    };
    let of = |base: &Base, name: &str| {
        let file = base.files.iter().find(|f| f.name == name);
        short(file.map(|f| f.sha256.as_str()))
    };
    let names = a.base.files.iter().chain(&b.base.files).map(|f| &f.name);
    let names: std::collections::BTreeSet<&String> = names.collect();
    for name in names {
        let (one, two) = (of(&a.base, name), of(&b.base, name));
        if one != two {
            rows.push(other(&format!("{} {name}", words::TABLE), "", one, two));
        }
    }
    rows
}

fn run(a: &Scenario, b: &Scenario) -> Vec<Row> {
    let years = |s: &Scenario| words::years(s.first, s.last);
    let rate = |s: &Scenario| match s.discount_rate {
        Some(rate) => rate.to_string(),
        None => words::BASES_OWN.to_owned(),
    };
    let about = |code: &Option<String>| code.clone().unwrap_or_else(|| words::LEFT_OUT.to_owned());
    let all = [
        ("province", about(&a.province), about(&b.province)),
        ("region", about(&a.region), about(&b.region)),
        (
            "question",
            ron(&a.question_written),
            ron(&b.question_written),
        ),
        ("years", years(a), years(b)),
        (
            "replicates",
            a.replicates.to_string(),
            b.replicates.to_string(),
        ),
        ("seed", a.seed.to_string(), b.seed.to_string()),
        ("uncertainty", ron(&a.uncertainty), ron(&b.uncertainty)),
        ("sampling", ron(&a.sampling), ron(&b.sampling)),
        (
            "staffing_gate",
            a.staffing_gate.to_string(),
            b.staffing_gate.to_string(),
        ),
        ("discount_rate", rate(a), rate(b)),
        ("storm_in", ron(&a.storm_in), ron(&b.storm_in)),
        ("ceiling", ron(&a.ceiling), ron(&b.ceiling)),
        ("given", ron(&a.given), ron(&b.given)),
        ("matters", ron(&a.matters), ron(&b.matters)),
        ("decide", ron(&a.decide), ron(&b.decide)),
        (
            "ties",
            ron(&a.base.assumptions.ties),
            ron(&b.base.assumptions.ties),
        ),
    ];
    all.into_iter()
        .filter(|(_, a, b)| a != b)
        .map(|(what, a, b)| other(what, "", a, b))
        .collect()
}

/// Figures in place of the base's.
fn figures(a: &Scenario, b: &Scenario) -> Vec<Row> {
    let mut rows = Vec::new();
    let name = FigureWritten::told;
    for one in &a.figures {
        match b.figures.iter().find(|two| two.about() == one.about()) {
            None => rows.push(Row::OnlyA(name(one), vec![said(&ron(one))])),
            Some(two) if one != two => {
                rows.push(other(&name(one), "", said(&ron(one)), said(&ron(two))));
            }
            Some(_) => {}
        }
    }
    let new = |two: &&FigureWritten| a.figures.iter().all(|one| one.about() != two.about());
    let new = b.figures.iter().filter(new);
    rows.extend(new.map(|two| Row::OnlyB(name(two), vec![said(&ron(two))])));
    rows
}

fn assumptions(a: &Base, b: &Base) -> Vec<Row> {
    let (a, b) = (&a.assumptions, &b.assumptions);
    let mut rows = Vec::new();
    for one in &a.all {
        let Some(two) = b.get(&one.id) else {
            rows.push(Row::OnlyA(one.id.clone(), vec![law(one)]));
            continue;
        };
        if one.unit != two.unit {
            rows.push(other(
                &words::unit_of(&one.id),
                "",
                data::spoken(&one.unit),
                data::spoken(&two.unit),
            ));
        }
        if one.distribution != two.distribution || one.tied != two.tied {
            rows.push(other(&one.id, data::spoken(&two.unit), law(one), law(two)));
        } else if one.range != two.range {
            let said = |range: Option<(f64, f64)>| match range {
                Some((low, high)) => words::range(low, high),
                None => words::LEFT_OUT.to_owned(),
            };
            let what = words::range_of(&one.id);
            rows.push(other(
                &what,
                data::spoken(&two.unit),
                said(one.range),
                said(two.range),
            ));
        }
    }
    let new = b.all.iter().filter(|two| a.get(&two.id).is_none());
    rows.extend(new.map(|two| Row::OnlyB(two.id.clone(), vec![law(two)])));
    rows
}

/// A law with its middle and its range.
fn law(assumption: &Assumption) -> String {
    let law = &assumption.distribution;
    let said = spaced(law);
    match law {
        Distribution::Fixed(_) | Distribution::Profile(_) | Distribution::Choice(_) => said,
        _ => words::law(
            &said,
            assumption.quantile(0.5),
            assumption.quantile(0.05),
            assumption.quantile(0.95),
        ),
    }
}

/// A policy written out in one piece.
pub(super) fn text(plan: &Plan) -> String {
    format!(
        "(id: {}, do: {}, from: {}, to: {}, payer: {}, responsible: {}, coordinating: {}, authority: {}, \
         deadline: {}, deadline_month: {}, when: {})",
        ron(&plan.id),
        spaced(&plan.decision),
        plan.from,
        plan.to,
        ron(&plan.payer),
        ron(&plan.responsible),
        ron(&plan.coordinating),
        ron(&plan.authority),
        ron(&plan.deadline),
        ron(&plan.deadline_month),
        spaced(&plan.when),
    )
}

/// The fields of a policy, a line each; those left out are left out.
fn fields(plan: &Plan) -> Vec<String> {
    let text = text(plan);
    let kind = plan.decision.name();
    let policy = Policy::new(&text, kind);
    let mut lines = vec![words::kind(kind, &plan.decision.summary())];
    for field in grammar::changes(Some(kind)) {
        if let Some((range, _)) = policy.value(&[field.name])
            && field.name != "do"
            && !empty(&text[range.clone()])
        {
            lines.push(format!("{}: {}", field.name, said(&text[range])));
        }
    }
    lines
}

fn empty(value: &str) -> bool {
    matches!(value, "None" | "Always" | "[]" | "()")
}

fn policies(a: &Plan, b: &Plan, currency: &str) -> Vec<Row> {
    let (one, two) = (text(a), text(b));
    let (kind, new) = (a.decision.name(), b.decision.name());
    let mut rows = Vec::new();
    if kind != new {
        rows.push(other("do", "", kind, new));
    }
    let pair = Pair {
        a: Policy::new(&one, kind),
        b: Policy::new(&two, new),
        texts: [&one, &two],
        currency,
    };
    for field in grammar::changes(Some(new)) {
        if field.name == "do" {
            continue;
        }
        let (x, y) = (pair.a.value(&[field.name]), pair.b.value(&[field.name]));
        if let (Some((x, _)), Some((y, shape))) = (x, y) {
            pair.compare(field.name, x, y, shape, &mut rows);
        } else if let Some((y, _)) = pair.b.value(&[field.name]) {
            rows.push(other(field.name, "", words::LEFT_OUT, said(&two[y])));
        }
    }
    if kind != new {
        for field in grammar::changes(Some(kind)) {
            let gone = pair.b.value(&[field.name]).is_none();
            if let (true, Some((x, _))) = (gone, pair.a.value(&[field.name])) {
                rows.push(other(field.name, "", said(&one[x]), words::LEFT_OUT));
            }
        }
    }
    rows
}

/// Two policies of one id.
struct Pair<'a> {
    a: Policy<'a>,
    b: Policy<'a>,
    texts: [&'a str; 2],
    currency: &'a str,
}

impl Pair<'_> {
    /// Goes down as long as both say the same kind of thing.
    fn compare(
        &self,
        path: &str,
        x: Range<usize>,
        y: Range<usize>,
        shape: &'static Shape,
        rows: &mut Vec<Row>,
    ) {
        let (one, two) = (&self.texts[0][x.clone()], &self.texts[1][y.clone()]);
        if one == two {
            return;
        }
        match shape {
            Shape::Record(_, fields) => return self.fields(path, x, y, fields, rows),
            Shape::Choice(..) => {
                let held = (self.a.variant(&x, shape), self.b.variant(&y, shape));
                let same = self.a.word(&x) == self.b.word(&y);
                match held {
                    (Some(Holds::Fields(fields)), Some(_)) if same => {
                        return self.fields(path, x, y, fields, rows);
                    }
                    (Some(Holds::One(inner @ (Shape::List(_) | Shape::Record(..)))), Some(_))
                        if same =>
                    {
                        let (p, q) = (self.a.items(&x), self.b.items(&y));
                        if let ([p], [q]) = (&p[..], &q[..]) {
                            let (p, q) = (p.value.clone(), q.value.clone());
                            return self.compare(path, p, q, inner, rows);
                        }
                    }
                    _ => {}
                }
                let unit = |held: Option<&'static Holds>| match held {
                    Some(Holds::One(inner)) => self.unit(inner),
                    _ => String::new(),
                };
                if same {
                    return rows.push(other(path, &unit(held.1), said(one), said(two)));
                }
                let whole = |text: &str, held| format!("{} {}", said(text), unit(held));
                let (one, two) = (whole(one, held.0), whole(two, held.1));
                return rows.push(other(path, "", one.trim_end(), two.trim_end()));
            }
            Shape::List(Shape::Row([_, value])) => {
                let keyed = |policy: &Policy<'_>, text: &str, range: &Range<usize>| {
                    let rows = policy.items(range).into_iter();
                    let pair = |row: crate::source::outline::Entry| {
                        let parts = policy.items(&row.value);
                        let [key, held] = &parts[..] else { return None };
                        let part = |r: &Range<usize>| text[r.clone()].to_owned();
                        Some((part(&key.value), part(&held.value)))
                    };
                    rows.filter_map(pair).collect::<Vec<(String, String)>>()
                };
                let p = keyed(&self.a, self.texts[0], &x);
                let q = keyed(&self.b, self.texts[1], &y);
                let mut keys: Vec<&String> = p.iter().chain(&q).map(|(key, _)| key).collect();
                keys.sort();
                keys.dedup();
                for key in keys {
                    let of = |rows: &[(String, String)]| {
                        let row = rows.iter().find(|(k, _)| k == key);
                        row.map_or(words::LEFT_OUT.to_owned(), |(_, value)| said(value))
                    };
                    if of(&p) != of(&q) {
                        let path = format!("{path}.{key}");
                        rows.push(other(&path, &self.unit(value), of(&p), of(&q)));
                    }
                }
                return;
            }
            Shape::List(_) => {
                let texts = |policy: &Policy<'_>, text: &str, range: &Range<usize>| {
                    let items = policy.items(range).into_iter();
                    items
                        .map(|e| text[e.value].to_owned())
                        .collect::<Vec<String>>()
                };
                let p = texts(&self.a, self.texts[0], &x);
                let q = texts(&self.b, self.texts[1], &y);
                let only = |of: &[String], than: &[String]| -> Vec<String> {
                    let new = of.iter().filter(|i| !than.contains(i));
                    new.map(|item| said(item)).collect()
                };
                let (gone, new) = (only(&p, &q), only(&q, &p));
                if !gone.is_empty() {
                    rows.push(Row::OnlyA(path.to_owned(), gone));
                }
                if !new.is_empty() {
                    rows.push(Row::OnlyB(path.to_owned(), new));
                }
                return;
            }
            _ => {}
        }
        rows.push(other(path, &self.unit(shape), said(one), said(two)));
    }

    fn fields(
        &self,
        path: &str,
        x: Range<usize>,
        y: Range<usize>,
        fields: &'static [Field],
        rows: &mut Vec<Row>,
    ) {
        for field in fields {
            let p = self.a.named_in(&x, field.name);
            let q = self.b.named_in(&y, field.name);
            let path = format!("{path}.{}", field.name);
            match (p, q) {
                (Some(p), Some(q)) => self.compare(&path, p, q, field.shape, rows),
                (Some(p), None) => {
                    rows.push(other(&path, "", said(&self.texts[0][p]), words::LEFT_OUT));
                }
                (None, Some(q)) => {
                    rows.push(other(&path, "", words::LEFT_OUT, said(&self.texts[1][q])));
                }
                (None, None) => {}
            }
        }
    }

    fn unit(&self, shape: &Shape) -> String {
        match shape.measure() {
            Measure::Money => data::spoken(self.currency).to_owned(),
            Measure::Share => words::SHARE.to_owned(),
            Measure::Duration => words::DURATION.to_owned(),
            Measure::Beds => words::BEDS.to_owned(),
            Measure::Multiple => words::MULTIPLE.to_owned(),
            Measure::Year | Measure::Bare => String::new(),
        }
    }
}

/// A value as it is shown: without fields that are left out and without zeros that say nothing.
fn said(value: &str) -> String {
    if value == "None" {
        return words::LEFT_OUT.to_owned();
    }
    let mut text = value.to_owned();
    while let Some(end) = text.find(": None") {
        let start = text[..end].rfind([',', '(']).unwrap_or(0);
        let whole = text[start..].starts_with(',');
        text.replace_range(start + usize::from(!whole)..end + ": None".len(), "");
    }
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let mut tidy = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find(".0") {
        let idle = digit(rest[..at].chars().last()) && !digit(rest[at + 2..].chars().next());
        tidy.push_str(&rest[..at]);
        if !idle {
            tidy.push_str(".0");
        }
        rest = &rest[at + 2..];
    }
    tidy + rest
}

fn targets(a: &[Target], b: &[Target]) -> Vec<Row> {
    let mut rows = Vec::new();
    for one in a {
        let Some(two) = b.iter().find(|t| t.id == one.id) else {
            rows.push(Row::OnlyA(target(one), Vec::new()));
            continue;
        };
        if target(one) != target(two) {
            rows.push(other(&one.id, "", target(one), target(two)));
        }
    }
    let new = b.iter().filter(|two| !a.iter().any(|t| t.id == two.id));
    rows.extend(new.map(|two| Row::OnlyB(target(two), Vec::new())));
    rows
}

/// A target in words.
fn target(t: &Target) -> String {
    let document = data::spoken(&t.document);
    words::target(&t.indicator, &t.scope, t.bound(), t.year, document)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::file::from_text;
    use crate::scenario::small;

    const A: &str = r#"(title: "A", base: "made-up", seed: 3,
        assumptions: {"post.match": Uniform(low: 0.85, high: 0.95)},
        policies: [
            (id: "money", do: Investment(amount: Level(500), money: Planned,
                split: (new_beds: Share(0.6), equipment: Rest)), from: 2027, payer: Provincial),
            (id: "links", do: SatelliteHospitals(links: [
                (core: "royal", satellite: "south-general", specialty: "general"),
                (core: "heart", satellite: "south-general", specialty: "cardiology")])),
        ])"#;

    fn read(text: &str) -> Scenario {
        let read = from_text("t.ron", text, small::base());
        read.unwrap_or_else(|e| panic!("{}", e.render(100, false)))
            .0
    }

    fn told(b: &str) -> String {
        let topics = between(&read(A), &read(b));
        page(("a", "A"), ("b", "B"), &topics)
    }

    #[test]
    fn layout_words_and_order_do_not_count() {
        let mut again = A.replace("(id: \"money\"", "/* new */ (\n id: \"money\"");
        again = again.replace(
            "from: 2027, payer: Provincial",
            "payer: Provincial, from: 2027",
        );
        again = again.replace("title: \"A\"", "title: \"Another title\"");
        assert_eq!(between(&read(A), &read(&again)), []);
        assert!(told(&again).contains(&*words::SAME));
    }

    #[test]
    fn each_difference_is_told_with_its_unit() {
        let b = A
            .replace("Level(500)", "Level(650)")
            .replace("Share(0.6)", "Share(0.5)")
            .replace("from: 2027", "from: 2028, to: 2030")
            .replace("seed: 3", "seed: 4, years: (first: 2026, last: 2031)")
            .replace("high: 0.95", "high: 0.99")
            .replace(
                ", specialty: \"cardiology\")",
                ", specialty: \"cardiology\", from: 2029)",
            );
        let told = told(&b);
        for part in [
            "seed: 3 → 4",
            "years: 2026 to 2035 → 2026 to 2031",
            "amount: Level(500) → Level(650) (billion crowns)",
            "split.new_beds: Share(0.6) → Share(0.5) (share)",
            "from: 2027 → 2028",
            "post.match: Uniform(low: 0.85, high: 0.95), median 0.9",
            "5 to 95%: 0.855 to 0.945",
            "links, only in A",
            "2029",
        ] {
            assert!(told.contains(part), "{part} in\n{told}");
        }
        assert!(!told.contains("equipment"), "{told}");
    }

    #[test]
    fn what_only_one_of_them_decides_is_told_whole() {
        let cut = A.find("(id: \"links\"").unwrap();
        let b = format!("{}])", &A[..cut]);
        let told = told(&b);
        for part in [
            "links, only in A",
            "SatelliteHospitals",
            "core: \"heart\"",
            "from: 2026",
            "specialty: \"cardiology\")]",
        ] {
            assert!(told.contains(part), "{part} in\n{told}");
        }
        let asks = A.replace(
            "seed: 3",
            "seed: 3, targets: AdoptedAnd([(indicator: \"beds_per_10k\", at_least: 38, by: 2035)])",
        );
        let page = page(("a", ""), ("b", ""), &between(&read(A), &read(&asks)));
        assert!(
            page.contains("only in B") && page.contains("at least 38"),
            "{page}"
        );
    }
}
