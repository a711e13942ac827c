//! A slip of the hand in a scenario is caught: of all single edits that change what is computed,
//! nearly all are refused or warned of, and those that pass are known with the reason why.

use carecast::internals::base::Base;
use carecast::internals::policy::Decision;
use carecast::internals::scenario::Scenario;
use carecast::internals::scenario::file::{BUILT_IN, from_text};
use std::collections::BTreeMap;
use std::ops::Range;

/// One edit of a scenario's text.
struct Slip {
    /// What was done, in a few words that do not depend on the place.
    what: String,
    /// Line it was done in, for messages.
    line: usize,
    /// The text afterwards.
    text: String,
}

/// What stands in a text, comments left out.
#[derive(Clone, Debug, PartialEq)]
enum Kind {
    Word,
    Text,
    Number,
    Sign(char),
}

/// The tokens of a text with their places.
fn tokens(text: &str) -> Vec<(Kind, Range<usize>)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let word = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'.';
        match bytes[at] {
            b'/' if bytes[at + 1] == b'/' => {
                while at < bytes.len() && bytes[at] != b'\n' {
                    at += 1;
                }
                continue;
            }
            b'"' => {
                at += 1;
                while bytes[at] != b'"' {
                    at += 1;
                }
                at += 1;
                found.push((Kind::Text, start..at));
            }
            b if word(b) => {
                while word(bytes[at]) {
                    at += 1;
                }
                let kind = if b.is_ascii_digit() {
                    Kind::Number
                } else {
                    Kind::Word
                };
                found.push((kind, start..at));
            }
            b if b.is_ascii_whitespace() => at += 1,
            b => {
                at += 1;
                found.push((Kind::Sign(b as char), start..at));
            }
        }
    }
    found
}

/// An entry between two commas of a record or list: its name, where it is one of a record, its
/// whole place with the comma, and the place of its value.
#[derive(Clone, Debug)]
struct Entry {
    bracket: usize,
    name: Option<String>,
    whole: Range<usize>,
    value: Range<usize>,
}

fn entries(text: &str) -> Vec<Entry> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    // Open brackets: the token of each, and where its current entry begins.
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (n, (kind, place)) in tokens.iter().enumerate() {
        let ends = matches!(kind, Kind::Sign(',' | ')' | ']' | '}'));
        if let (true, Some((bracket, first))) = (ends, open.last().copied())
            && first < n
        {
            let named = tokens
                .get(first + 1)
                .is_some_and(|t| t.0 == Kind::Sign(':'));
            let from = if named { first + 2 } else { first };
            let comma = *kind == Kind::Sign(',');
            found.push(Entry {
                bracket,
                name: named.then(|| text[tokens[first].1.clone()].to_owned()),
                whole: tokens[first].1.start..if comma { place.end } else { place.start },
                value: tokens[from].1.start..tokens[n - 1].1.end,
            });
        }
        match kind {
            Kind::Sign('(' | '[' | '{') => open.push((n, n + 1)),
            Kind::Sign(')' | ']' | '}') => {
                open.pop();
            }
            Kind::Sign(',') => {
                if let Some(last) = open.last_mut() {
                    last.1 = n + 1;
                }
            }
            _ => {}
        }
    }
    found
}

/// Names of fields that hold free words.
const FREE_WORDS: &[&str] = &["title", "note", "responsible"];

fn slips(text: &str) -> Vec<Slip> {
    let mut all = Vec::new();
    let mut put = |what: String, place: Range<usize>, with: &str| {
        let mut changed = text.to_owned();
        changed.replace_range(place.clone(), with);
        all.push(Slip {
            what,
            line: text[..place.start].matches('\n').count() + 1,
            text: changed,
        });
    };
    // A line is lost.
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        if !words.is_empty() && !words.starts_with("//") {
            let bare = words.split("//").next().unwrap_or_default().trim();
            put(format!("line lost: {bare}"), start..start + line.len(), "");
        }
        start += line.len();
    }
    // A field is lost.
    let entries = entries(text);
    for entry in &entries {
        if let Some(name) = &entry.name {
            put(format!("field lost: {name}"), entry.whole.clone(), "");
        }
    }
    // The values of two fields are exchanged.
    for (n, a) in entries.iter().enumerate() {
        for b in entries[n + 1..].iter().filter(|b| b.bracket == a.bracket) {
            let (Some(one), Some(other)) = (&a.name, &b.name) else {
                continue;
            };
            let (x, y) = (&text[a.value.clone()], &text[b.value.clone()]);
            if x == y
                || (FREE_WORDS.contains(&one.as_str()) && FREE_WORDS.contains(&other.as_str()))
            {
                continue;
            }
            let between = &text[a.value.end..b.value.start];
            put(
                format!("exchanged: {one} and {other}"),
                a.value.start..b.value.end,
                &format!("{y}{between}{x}"),
            );
        }
    }
    // The id of a policy names nothing that exists before: a planner makes it up, like a title.
    let own = |name: &str| name == "id" || FREE_WORDS.contains(&name);
    let free: Vec<Range<usize>> = entries
        .iter()
        .filter(|e| e.name.as_deref().is_some_and(own))
        .map(|e| e.value.clone())
        .collect();
    let holder = |place: &Range<usize>| {
        let of = entries.iter().find(|e| e.value == *place);
        of.and_then(|e| e.name.clone()).unwrap_or_default()
    };
    for (kind, place) in tokens(text) {
        let said = &text[place.clone()];
        match kind {
            // A name loses a letter, or two of its letters change places.
            Kind::Word | Kind::Text if !free.contains(&place) => {
                let quote = usize::from(kind == Kind::Text);
                let inside = &said[quote..said.len() - quote];
                let middle = inside.len() / 2;
                let mut letters: Vec<char> = inside.chars().collect();
                let name = holder(&place);
                if letters.len() < 2 {
                    continue;
                }
                letters.remove(middle);
                let shorter: String = letters.iter().collect();
                let q = &said[..quote];
                put(
                    format!("letter lost: {name} {inside}"),
                    place.clone(),
                    &format!("{q}{shorter}{q}"),
                );
                let mut letters: Vec<char> = inside.chars().collect();
                letters.swap(middle - 1, middle);
                let turned: String = letters.iter().collect();
                if turned != inside {
                    put(
                        format!("letters turned: {name} {inside}"),
                        place.clone(),
                        &format!("{q}{turned}{q}"),
                    );
                }
            }
            Kind::Number => {
                let name = holder(&place);
                put(
                    format!("negated: {name}"),
                    place.clone(),
                    &format!("-{said}"),
                );
                let value: f64 = said.parse().expect("a number");
                put(
                    format!("1000 times: {name}"),
                    place.clone(),
                    &format!("{}", value * 1000.0),
                );
            }
            _ => {}
        }
    }
    all
}

/// What a scenario computes: everything but the words that are only printed.
fn computed(s: &Scenario) -> String {
    let policies: Vec<String> = s
        .policies
        .iter()
        .map(|p| {
            let payer = p.payer(&s.base);
            // A link without a year of its own starts with its policy.
            let mut decision = p.decision.clone();
            if let Decision::SatelliteHospitals(satellites) = &mut decision {
                for link in &mut satellites.links {
                    let from = link.from.as_ref().map_or(p.from, |y| y.value);
                    link.from = Some(carecast::internals::source::Spanned::made(from));
                }
            }
            let decision = serde_json::to_string(&decision).unwrap();
            let when = serde_json::to_string(&p.when).unwrap();
            format!("{} {decision} {} {} {payer:?} {when}", p.id, p.from, p.to)
        })
        .collect();
    format!(
        "{policies:?} {:?} {:?} {} {} {} {} {:?} {} {:?} {:?} {:?}",
        s.targets,
        s.overrides,
        s.first,
        s.last,
        s.replicates,
        s.seed,
        s.uncertainty,
        s.staffing_gate,
        s.discount_rate,
        s.matters,
        s.storm_in
    )
}

/// Slips that pass, and why no check can tell them from a decision.
const PASS: &[(&str, &str)] = &[
    (
        "field lost: when",
        "a policy that waits for nothing is a sound one",
    ),
    (
        "line lost: when: ",
        "a policy that waits for nothing is a sound one",
    ),
    (
        "line lost: by: ",
        "a share that is reached at once is a sound one",
    ),
    (
        "line lost: contribution: ",
        "contributions may stay as they are",
    ),
    (
        "field lost: contribution",
        "contributions may stay as they are",
    ),
    ("field lost: budget", "check-ups may cost what they take"),
    (
        "negated: at_least",
        "the reserve of a fund may be below zero",
    ),
    ("field lost: at_least", "half of a band is a bound"),
    ("field lost: at_most", "half of a band is a bound"),
    (
        "field lost: scope",
        "what is said of a region may be meant of the nation",
    ),
    ("1000 times: seed", "any seed is as good as another"),
    (
        "field lost: packages",
        "without a package it is another question, and a sound one",
    ),
    (
        "line lost: packages",
        "without a package it is another question, and a sound one",
    ),
    (
        "line lost: (core: ",
        "one link fewer is another package, and a sound one",
    ),
    (
        "line lost: \"",
        "one hospital fewer is another package, and a sound one",
    ),
    (
        "field lost: stations",
        "the purpose that takes the rest takes this share too",
    ),
    (
        "exchanged: stations and equipment",
        "any purpose may take the rest",
    ),
    (
        "field lost: policies",
        "a file that builds on another and decides nothing of its own asks the same question",
    ),
    ("field lost: assumptions", "the same"),
    ("field lost: overrides", "the same"),
    (
        "field lost: \"ordinary-capital",
        "one override fewer is another question, and a sound one",
    ),
    (
        "field lost: \"shock.",
        "a shock that does not strike is the default",
    ),
    ("field lost: targets", "the adopted targets are the default"),
    (
        "line lost: (indicator: ",
        "one target fewer is another question, and a sound one",
    ),
    (
        "field lost: document",
        "a target of one's own needs no document",
    ),
    ("letter lost: document", "a title can be anything"),
    ("letters turned: document", "a title can be anything"),
    (
        "field lost: months",
        "a doctor who is lent serves as long as the base says",
    ),
    ("field lost: to", "a policy may act to the last year"),
    ("field lost: from", "a policy may act from the first year"),
    ("line lost: from", "the same"),
    ("field lost: payer", "every decision has a payer of its own"),
    ("line lost: payer", "the same"),
    (
        "field lost: provinces",
        "a decision may be meant for every province",
    ),
    ("field lost: place", "the same"),
    ("line lost: place", "the same"),
    ("field lost: allocation", "the same"),
    ("line lost: allocation", "the same"),
    (
        "field lost: occupation",
        "an allowance may be meant for all",
    ),
    ("line lost: occupation", "the same"),
    ("field lost: funded", "all missing posts are the default"),
    ("field lost: by", "posts may be there at once"),
    ("field lost: openings", "any part of an incentive is one"),
    ("field lost: ppp", "the same"),
    ("line lost: ppp", "the same"),
    (
        "line lost: provinces",
        "a decision may be meant for every province",
    ),
    (
        "1000 times: budget",
        "a budget for check-ups bounds what they cost, and is not spent beyond it",
    ),
    (
        "1000 times: money",
        "what no owner takes up is not spent, so any offer is one",
    ),
    ("line lost: openings", "the same"),
    ("field lost: size", "the same"),
    ("line lost: size", "the same"),
    ("field lost: starting_pay", "the same"),
    ("line lost: starting_pay", "the same"),
    (
        "field lost: new_beds",
        "the purpose that takes the rest takes this share too",
    ),
    ("field lost: expansion", "the same"),
    ("exchanged: new_beds and", "any purpose may have any share"),
    ("exchanged: expansion and equipment", "the same"),
    (
        "field lost: remove",
        "what is left is the scenario it extends, under another name",
    ),
    (
        "line lost: remove",
        "what is left is the scenario it extends, under another name",
    ),
    (
        "exchanged: to and deadline",
        "a deadline may lie before the last year of a policy",
    ),
];

/// Policies that wait: no scenario we offer has one.
const WAITS: &str = r#"(
    title: "If futures fall behind",
    base: "viet-nam",
    policies: [
        (
            id: "campus-if-behind",
            do: SecondCampus(hospital: "cho-ray", province: "dong-nai", beds: 500, opens: 2029),
            responsible: "Cho Ray hospital",
            deadline: 2032,
            when: Behind(indicator: "beds_per_10k", by: 2030, margin: 0.5),
        ),
        (
            id: "handover-if-short",
            do: TransferToProvince(hospitals: ["quy-hoa"], year: 2028),
            responsible: "Ministry of Health",
            deadline: 2030,
            when: Below(indicator: "doctors_per_10k", level: 16),
        ),
        (
            id: "links-if-crowded",
            do: SatelliteHospitals(links: [
                (core: "cho-ray", satellite: "dong-nai-general", specialty: "cardiology"),
            ]),
            responsible: "Cho Ray hospital",
            deadline: 2030,
            when: Above(indicator: "central_occupancy", scope: "southeast", level: 1.05),
        ),
    ],
)
"#;

#[test]
fn nearly_every_slip_is_refused_or_warned_of() {
    let (mut counted, mut caught, mut silent) = (0u32, 0u32, 0u32);
    let mut passed: BTreeMap<String, u32> = BTreeMap::new();
    let mut unknown = Vec::new();
    for (name, text) in BUILT_IN.iter().chain(&[("waits", WAITS)]) {
        let file = format!("{name}.ron");
        let (sound, _) = from_text(&file, text, Base::builtin()).unwrap();
        let meant = computed(&sound);
        for slip in slips(text) {
            match from_text(&file, &slip.text, Base::builtin()) {
                Err(_) => caught += 1,
                Ok((_, warnings)) if !warnings.is_empty() => caught += 1,
                Ok((scenario, _)) if computed(&scenario) == meant => {
                    silent += 1;
                    continue;
                }
                Ok(_) => match PASS.iter().find(|(start, _)| slip.what.starts_with(start)) {
                    Some((start, _)) => *passed.entry((*start).to_owned()).or_default() += 1,
                    None => unknown.push(format!("{file}:{} {}", slip.line, slip.what)),
                },
            }
            counted += 1;
        }
    }
    println!("{counted} slips, {caught} caught, {silent} change nothing, pass: {passed:#?}");
    assert!(
        unknown.is_empty(),
        "{} pass without a reason: {unknown:#?}",
        unknown.len()
    );
    assert!(counted > 2000, "{counted}");
    let share = f64::from(caught) / f64::from(counted);
    assert!(
        share >= 0.98,
        "{caught} of {counted} slips are caught: {share:.4}; {passed:#?}"
    );
    for (start, why) in PASS {
        assert!(
            passed.contains_key(*start),
            "nothing passes by \"{start}\" ({why})"
        );
    }
}
