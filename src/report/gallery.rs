//! The whole library of questions on one page: each with its answer, its picture and the time it
//! took; and what has moved since the answers the program carries were written.

mod html;

use super::draft::Draft;
use super::manifest::{self, Listed};
use super::page::html::Drawn;
use super::page::{claim, claim_alone, in_short, main_doubt, main_year, opening, paired, place};
use super::{CHARTS, ReportError};
use crate::base::tracked::is_milestone;
use crate::plot::fan;
use crate::results::summary::probability;
use crate::results::{Findings, NATION, TargetAnswer, is_official_twin, official_twin};
use crate::said::{Language, within};
use crate::table::number as cell;
use crate::units::Year;
use crate::words::{gallery as words, report};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// The language of the index: that of the questions it quotes, which stand in the comments of scenarios.
const LANGUAGE: Language = Language::En;

/// The answers as they were when this version was made, for the library compiled in.
pub const KNOWN: &str = include_str!("../../scenarios/answers.csv");

/// Changes of a mean below this share of it are not told.
const SLIGHT: f64 = 1e-3;

/// What a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Chance of a target.
    Chance,
    /// Mean of an indicator a policy of the question serves.
    Mean,
    /// Mean cost of all years together, constant prices.
    Cost,
}

/// One number of an answer, with what it takes to tell whether another run agrees.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// Scenario.
    pub scenario: String,
    /// What it is.
    pub kind: Kind,
    /// Id of the target or indicator.
    pub name: String,
    /// What is asked, in words.
    pub asks: String,
    /// Scope.
    pub scope: String,
    /// Year; the last one for costs.
    pub year: Year,
    /// The number: a fraction for chances and shares.
    pub value: f64,
    /// Standard deviation of one future.
    pub spread: f64,
    /// Futures it was taken over.
    pub futures: u32,
    /// What the baseline, or the scenario it is told against, found in the same futures, where it was
    /// asked there too.
    pub baseline: Option<f64>,
}

impl Fact {
    /// What tells a fact from others.
    pub fn key(&self) -> (&str, Kind, &str, &str, Year) {
        (
            &self.scenario,
            self.kind,
            &self.name,
            &self.scope,
            self.year,
        )
    }

    /// Whether a run of `futures` that found `value` agrees, within `errors` standard errors of both.
    pub fn agrees(&self, value: f64, futures: u32, errors: f64) -> bool {
        let each = |n: u32| 1.0 / f64::from(n.max(1));
        let spread = match self.kind {
            // A chance of 0 or 1 is known to about one future in so many.
            Kind::Chance => {
                let floor = each(self.futures.min(futures));
                self.spread.max((floor * (1.0 - floor)).sqrt())
            }
            _ => self.spread,
        };
        let error = spread * (each(self.futures) + each(futures)).sqrt();
        (self.value - value).abs() <= errors * error + 1e-9 * self.value.abs()
    }
}

/// The facts of an answer: chances of its own targets (those of its province, and those the baseline
/// does not ask) and of the headline targets, means of what its policies serve, and what all of it
/// costs, each beside what `baseline` found: the baseline, or another scenario it is told against.
pub fn facts(f: &Findings, baseline: Option<&Findings>) -> Vec<Fact> {
    within(LANGUAGE, || facts_of(f, baseline))
}

fn facts_of(f: &Findings, baseline: Option<&Findings>) -> Vec<Fact> {
    let futures = f.replicates.end.saturating_sub(f.replicates.start);
    let mut out = Vec::new();
    let mut put = |kind, name: &str, asks: String, scope: &str, year, value: f64, spread, then| {
        let fact = Fact {
            scenario: f.scenario.clone(),
            kind,
            name: name.to_owned(),
            asks,
            scope: scope.to_owned(),
            year,
            value,
            spread,
            futures,
            baseline: then,
        };
        if !out.iter().any(|known: &Fact| known.key() == fact.key()) {
            out.push(fact);
        }
    };
    let focus = f.focus.as_ref().map(|focus| focus.province.as_str());
    let asked_before = |id: &str| baseline.and_then(|b| b.targets.iter().find(|a| a.id == id));
    let own = f.targets.iter().filter(|a| {
        focus == Some(a.scope.as_str()) || (baseline.is_some() && asked_before(&a.id).is_none())
    });
    let headline = f.targets.iter().filter(|a| a.headline);
    for a in own.chain(headline) {
        let Some(p) = a
            .probability
            .filter(|_| super::page::instead(f, a).is_none())
        else {
            continue;
        };
        let spread = (p.value * (1.0 - p.value)).sqrt();
        put(
            Kind::Chance,
            &a.id,
            claim(f, a),
            &a.scope,
            a.year,
            p.value,
            spread,
            asked_before(&a.id)
                .and_then(|b| b.probability)
                .map(|b| b.value),
        );
    }
    let years = [main_year(f), f.years.last().copied()];
    let nation = f.scopes.first().map_or("nation", |s| s.code.as_str());
    for id in f.policies.iter().flat_map(|p| &p.serves) {
        for year in years.into_iter().flatten() {
            for scope in [focus, Some(nation)].into_iter().flatten() {
                if let (Some(s), Some(i)) = (f.summary(scope, id, year), f.indicator(id)) {
                    let title = f.indicators[i].title.clone();
                    let then = baseline.and_then(|b| b.summary(scope, id, year));
                    let then = then.map(|b| b.mean);
                    put(
                        Kind::Mean,
                        id,
                        title.to_string(),
                        scope,
                        year,
                        s.mean,
                        s.sd,
                        then,
                    );
                }
            }
        }
    }
    if let Some(last) = f.years.last() {
        let all = |f: &Findings| f.costs.iter().map(|c| c.constant).sum::<f64>();
        let then = baseline.filter(|b| b.years == f.years).map(all);
        // Costs of years move together within a future: the spread of the total is at most their sum.
        let spread: f64 = f
            .years
            .iter()
            .filter_map(|y| f.summary(nation, "total_cost", *y))
            .map(|s| s.sd)
            .sum();
        let asks = words::COST.to_owned();
        let total = all(f);
        put(Kind::Cost, "cost", asks, nation, *last, total, spread, then);
    }
    out
}

/// Facts as a table.
pub fn table(facts: &[Fact]) -> Vec<u8> {
    let mut out = csv::Writer::from_writer(Vec::new());
    for fact in facts {
        let rounded = Fact {
            value: cell(fact.value).parse().unwrap_or(fact.value),
            spread: cell(fact.spread).parse().unwrap_or(fact.spread),
            baseline: fact.baseline.map(|b| cell(b).parse().unwrap_or(b)),
            ..fact.clone()
        };
        out.serialize(rounded).expect("memory takes every row");
    }
    out.into_inner().expect("memory takes every row")
}

/// A table read back.
///
/// # Errors
/// Says where the text is not such a table.
pub fn read(text: &str) -> Result<Vec<Fact>, csv::Error> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect()
}

/// One question with its answer.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Scenario.
    pub name: String,
    /// Title.
    pub title: String,
    /// The question, as the file begins.
    pub question: String,
    /// The answer in a paragraph, with both errors.
    pub answer: String,
    /// The same from the facts alone, as the page beside the scenarios has it: with the error of sampling.
    pub in_short: String,
    /// File of its picture, seen from the index.
    pub picture: Option<String>,
    /// What the picture shows.
    pub shows: String,
    /// Seconds it took, reading to writing.
    pub seconds: f64,
    /// Futures lived.
    pub futures: u32,
    /// What it found.
    pub facts: Vec<Fact>,
}

impl Entry {
    /// An entry for what was found; `text` is the scenario's file and `against` what the scenario
    /// found that it is told against, if any.
    pub fn new(f: &Findings, text: &str, against: Option<&Findings>) -> Entry {
        let name = against.map_or("", |a| a.scenario.as_str());
        Entry::with_facts(f, text, facts(f, against), name)
    }

    /// The same with the numbers of facts that were found before, told against `against`.
    pub fn with_facts(f: &Findings, text: &str, facts: Vec<Fact>, against: &str) -> Entry {
        within(LANGUAGE, || Entry::worded(f, text, facts, against))
    }

    fn worded(f: &Findings, text: &str, facts: Vec<Fact>, against: &str) -> Entry {
        let (picture, shows) = picture(f);
        Entry {
            name: f.scenario.clone(),
            title: f.title.to_string(),
            question: opening(text).unwrap_or_else(|| f.title.to_string()),
            answer: answer(f, &facts, against, &|_, a| sure_and_doubt(f, a)),
            in_short: answer(f, &facts, against, &|fact, a| by_facts(&facts, fact, a)),
            picture,
            shows,
            seconds: 0.0,
            futures: f.replicates.end.saturating_sub(f.replicates.start),
            facts,
        }
    }
}

/// The picture that belongs to the answer: the fan of what is asked of the province, or of what the
/// question's own policies are for, or of the first headline target.
fn picture(f: &Findings) -> (Option<String>, String) {
    let drawn = |a: &TargetAnswer| {
        let scope = Some(a.scope.clone()).filter(|scope| scope != NATION);
        (a.indicator.clone(), scope)
    };
    let asked = f
        .headlines()
        .filter(|a| f.asked_elsewhere().is_some() && a.probability.is_some())
        .find(|a| !is_milestone(&a.indicator))
        .map(drawn);
    let headline = |id: &str| {
        let mut all = f.headlines();
        all.find(|a| a.indicator == id || f.plain(&a.indicator) == id)
    };
    let served = f
        .policies
        .iter()
        .flat_map(|p| &p.serves)
        .find_map(|id| headline(id))
        .map(drawn);
    let first = f
        .targets
        .iter()
        .find(|a| a.headline && Some(a.year) == main_year(f))
        .map(drawn);
    let Some((id, scope)) = asked.or(served).or(first) else {
        return (None, String::new());
    };
    let title = f
        .indicator(&id)
        .map_or(id.clone(), |i| f.indicators[i].title.to_string());
    let file = fan::name(&id, scope.as_deref());
    let file = format!("{}/{CHARTS}/{file}.svg", f.scenario);
    (Some(file), title)
}

/// Chances nearer than this are one chance: 0.5 points.
const HALF_A_POINT: f64 = 0.005;

/// The answer in a paragraph: the chances that differ from the baseline's (all of them, in the
/// baseline itself), what the policies of the question move, and the cost.
fn answer(
    f: &Findings,
    facts: &[Fact],
    against: &str,
    sure: &dyn Fn(&Fact, &TargetAnswer) -> String,
) -> String {
    let focus = f.focus.as_ref().map(|focus| focus.province.as_str());
    let compared = facts.iter().any(|fact| fact.baseline.is_some());
    let mut said = Vec::new();
    let mut chances: Vec<String> = Vec::new();
    let mut alike = 0;
    for fact in facts {
        let own = focus == Some(fact.scope.as_str()) || (compared && fact.baseline.is_none());
        let target = f.targets.iter().find(|a| a.id == fact.name);
        let asked = own || target.is_some_and(|a| a.headline);
        if fact.kind != Kind::Chance || is_official_twin(&fact.name) || !asked {
            continue;
        }
        let Some(target) = target else { continue };
        // Chances are told apart unrounded: 85 and 91 in 100 are both about 9 in 10.
        let near = |then: f64| (fact.value - then).abs() < HALF_A_POINT;
        if fact.baseline.is_some_and(near) {
            alike += 1;
            continue;
        }
        // A way of going on that no figure weighs has no one chance that another's could stand beside.
        let then = fact.baseline.filter(|_| target.is_one_chance());
        chances.push(words::chance(
            &asked_where(f, target),
            against,
            &sure(fact, target),
            then.map(|then| (fact.value, then)),
        ));
    }
    said.extend(words::chances(&chances));
    said.extend(words::alike(alike, chances.len(), against));
    // Matched futures: what is printed alike has not moved.
    let mut moved: Vec<(&Fact, Vec<String>)> = Vec::new();
    for fact in facts.iter().filter(|fact| fact.kind == Kind::Mean) {
        let Some(i) = f.indicator(&fact.name) else {
            continue;
        };
        let unit = f.indicators[i].unit;
        let (Some(then), true) = (fact.baseline, focus.is_none_or(|code| fact.scope == code))
        else {
            continue;
        };
        let print = |value: f64| words::amount(unit, value, &f.currency);
        let slight = (fact.value - then).abs() <= SLIGHT * then.abs();
        if slight || print(fact.value) == print(then) {
            continue;
        }
        let change = words::change(fact.year, &print(then), &print(fact.value));
        match moved.iter_mut().find(|(known, _)| known.name == fact.name) {
            Some((_, changes)) => changes.push(change),
            None => moved.push((fact, vec![change])),
        }
    }
    if compared {
        let moved: Vec<String> = moved
            .iter()
            .map(|(fact, changes)| words::moved(&fact.asks, changes))
            .collect();
        said.push(words::moved_against(&moved, against));
    }
    if let Some(cost) = facts.iter().find(|fact| fact.kind == Kind::Cost)
        && let Some(then) = cost.baseline
    {
        said.push(words::cost(
            cost.value - then,
            &f.currency,
            cost.year,
            against,
        ));
    }
    said.join(" ")
}

/// What a target asks, with its place: an entry of the gallery stands under no heading that names it.
fn asked_where(f: &Findings, a: &TargetAnswer) -> String {
    let claim = claim_alone(f, a);
    match a.scope == NATION {
        true => claim,
        false => report::claim_in(place(f, &a.scope), &claim),
    }
}

/// How sure a target is, by facts: the count a document uses comes first, and where no figure decides how it goes
/// on, the way is named that the fact is about.
fn by_facts(all: &[Fact], fact: &Fact, a: &TargetAnswer) -> String {
    let one = |fact: &Fact| {
        let hits = (fact.value * f64::from(fact.futures)).round() as u32;
        let p = probability(hits, fact.futures);
        let said = report::sure(Some(p.word()), &p);
        words::with_doubt(&said, &report::sampling_in_short(p.low, p.high))
    };
    let twin = official_twin(&fact.name);
    let official = all.iter().find(|other| other.name == twin);
    match (official, a.first_way()) {
        (Some(official), _) => words::of_two_counts(&one(official), &one(fact)),
        (None, Some(way)) => words::in_way(&way.name, &one(fact)),
        (None, None) => one(fact),
    }
}

/// How sure a target is, as the first page of its run says it, with both errors; the count a document uses
/// comes first.
fn sure_and_doubt(f: &Findings, a: &TargetAnswer) -> String {
    let one = |a: &TargetAnswer| words::with_doubt(&in_short(f, a), &main_doubt(f, a));
    let all: Vec<&TargetAnswer> = f.targets.iter().collect();
    let twin = paired(f, &all).into_iter().find(|(own, _)| own.id == a.id);
    match twin.and_then(|(_, twin)| twin) {
        Some(official) => words::of_two_counts(&one(official), &one(a)),
        None => one(a),
    }
}

/// Facts that another version of the program answered otherwise, beyond what sampling explains, and
/// facts that came or went, in words.
pub fn moved(known: &[Fact], now: &[Fact]) -> Vec<String> {
    let mut out = Vec::new();
    for fact in now {
        let before = known.iter().find(|k| k.key() == fact.key());
        match before {
            Some(k) if !k.agrees(fact.value, fact.futures, 4.0) => out.push(words::has_moved(
                &fact.scenario,
                &fact.name,
                &fact.scope,
                fact.year,
                &cell(k.value),
                &cell(fact.value),
            )),
            _ => {}
        }
    }
    let asked: Vec<&str> = now.iter().map(|fact| fact.scenario.as_str()).collect();
    let gone = known
        .iter()
        .filter(|k| asked.contains(&k.scenario.as_str()))
        .filter(|k| !now.iter().any(|n| n.key() == k.key()));
    out.extend(gone.map(|k| words::is_gone(&k.scenario, &k.name, &k.scope, k.year)));
    let fresh = now
        .iter()
        .filter(|n| !known.iter().any(|k| k.key() == n.key()));
    out.extend(fresh.map(|n| words::is_new(&n.scenario, &n.name, &n.scope, n.year)));
    out
}

/// The library's page as it stands beside the scenarios: each question with its answer, without
/// pictures and times.
pub fn library(entries: &[(String, String, String)]) -> String {
    let mut page = String::from(words::LIBRARY);
    for (name, question, answer) in entries {
        page += &format!("\n## {name}\n\n*{question}*\n\n{answer}\n");
    }
    page
}

/// A gallery on its way: its runs, then their index. Everything takes its place at the end, all
/// together.
pub struct Gallery {
    draft: Draft,
}

impl Gallery {
    /// Begins a gallery in the folder `out`.
    ///
    /// # Errors
    /// The folder cannot be written to.
    pub fn open(out: &Path) -> Result<Gallery, ReportError> {
        let draft = Draft::open(out)?;
        Ok(Gallery { draft })
    }

    /// Takes in a run that `write` leaves in the folder it is given.
    ///
    /// # Errors
    /// Those of `write`, and where the folder cannot be made.
    pub fn run(
        &mut self,
        name: &str,
        write: impl FnOnce(&Path) -> Result<Vec<PathBuf>, ReportError>,
    ) -> Result<(), ReportError> {
        let folder = self.draft.folder(name)?;
        let files = write(&folder)?;
        self.draft.adopt(name, files);
        Ok(())
    }

    /// Whether a file has been taken in.
    pub fn has(&self, name: &str) -> bool {
        self.draft.has(name)
    }

    /// Writes the index and gives every file its place.
    ///
    /// # Errors
    /// A place is blocked: then everything is as it was before.
    pub fn close(self, entries: &[Entry]) -> Result<Vec<PathBuf>, ReportError> {
        let files = entries.iter().filter_map(|e| e.picture.as_deref());
        let pictures = self.draft.pictures(files)?;
        for (name, bytes) in pages(entries, &|file| pictures.get(file).cloned()) {
            self.draft.put(name, &bytes)?;
        }
        let listed = self.draft.digests()?;
        let text = manifest_text(entries, &listed);
        self.draft.put(manifest::NAME, text.as_bytes())?;
        self.draft.publish()
    }
}

/// The files of the index; `pictures` gives those of its runs.
pub fn pages(entries: &[Entry], pictures: Drawn<'_>) -> [(&'static str, Vec<u8>); 4] {
    within(LANGUAGE, || pages_of(entries, pictures))
}

fn pages_of(entries: &[Entry], pictures: Drawn<'_>) -> [(&'static str, Vec<u8>); 4] {
    let known = read(KNOWN).expect("the table compiled in is one");
    let facts: Vec<Fact> = entries.iter().flat_map(|e| e.facts.clone()).collect();
    let changes = moved(&known, &facts);
    let library: Vec<(String, String, String)> = entries
        .iter()
        .map(|e| (e.name.clone(), e.question.clone(), e.in_short.clone()))
        .collect();
    [
        ("index.md", markdown(entries, &changes).into_bytes()),
        (
            "index.html",
            html::page(entries, &changes, pictures).into_bytes(),
        ),
        ("answers.csv", table(&facts)),
        ("README.md", self::library(&library).into_bytes()),
    ]
}

/// What the manifest of a gallery says.
#[derive(Clone, Debug, Deserialize)]
pub struct Manifest {
    /// Version of the program.
    pub version: String,
    /// Its runs.
    pub runs: Vec<Run>,
    /// Every file but the manifest.
    pub files: Vec<Listed>,
}

/// A run of a gallery.
#[derive(Clone, Debug, Deserialize)]
pub struct Run {
    /// Scenario, and the folder the run lies in.
    pub scenario: String,
    /// Seconds it took.
    pub seconds: f64,
}

fn manifest_text(entries: &[Entry], files: &[Listed]) -> String {
    let runs = entries.iter().map(|e| {
        serde_json::json!({
            "scenario": e.name,
            "futures": e.futures,
            "seconds": e.seconds,
            "manifest": format!("{}/{}", e.name, manifest::NAME),
        })
    });
    manifest::text(&serde_json::json!({
        "program": env!("CARGO_PKG_NAME"),
        "version": env!("CARGO_PKG_VERSION"),
        "kind": "gallery",
        "runs": runs.collect::<Vec<_>>(),
        "files": files,
    }))
}

fn markdown(entries: &[Entry], changes: &[String]) -> String {
    let mut page = format!("# {}\n\n{}\n", words::TITLE, words::lead(entries.len()));
    page += &format!(
        "\n| {} |\n| --- | --- | ---: |\n",
        words::COLUMNS.map(|c| c.text()).join(" | ")
    );
    for e in entries {
        page += &format!(
            "| [{}](#{}) | {} | {} |\n",
            e.name,
            e.name,
            e.question.replace('|', "\\|"),
            crate::words::command::duration(e.seconds)
        );
    }
    for e in entries {
        page += &format!("\n## {}\n\n*{}*\n\n{}\n", e.name, e.question, e.answer);
        if let Some(picture) = &e.picture {
            page += &format!("\n![{}]({picture})\n", e.shows);
        }
        page += &format!("\n{}\n", words::made(&e.name, e.futures, e.seconds));
    }
    page += &format!(
        "\n## {}\n\n{}\n",
        words::CHANGES,
        words::changes(changes.len())
    );
    for change in changes {
        page += &format!("\n- {change}");
    }
    page.push('\n');
    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn facts_read_back_as_they_were_written() {
        let all = facts(&sample::findings(), None);
        assert!(all.iter().any(|f| f.kind == Kind::Chance));
        let text = String::from_utf8(table(&all)).expect("UTF-8");
        let again = read(&text).expect("its own table");
        assert_eq!(table(&again), text.as_bytes());
        assert_eq!(again.len(), all.len());
    }

    #[test]
    fn chances_that_read_alike_are_told_apart_unrounded() {
        let f = sample::findings();
        let mut all = facts(&f, Some(&f));
        let asked = |fact: &&mut Fact| {
            fact.kind == Kind::Chance && Some(fact.year) == main_year(&f) && fact.baseline.is_some()
        };
        let at = all.iter_mut().find(asked).expect("a headline of that year");
        (at.futures, at.value, at.baseline) = (4_000, 0.914, Some(0.907));
        let key = at.asks.clone();
        let told = answer(&f, &all, "baseline", &|_, a| sure_and_doubt(&f, a)).to_lowercase();
        assert!(told.contains(&key.to_lowercase()), "{told}");
        assert!(told.contains("(91.4%; baseline: 90.7%)"), "{told}");
        let at = all.iter_mut().find(|fact| fact.asks == key);
        at.expect("still there").baseline = Some(0.9181);
        let told = answer(&f, &all, "baseline", &|_, a| sure_and_doubt(&f, a));
        assert!(
            told.contains("to half a point") && !told.contains("91.4%"),
            "{told}"
        );
    }

    #[test]
    fn a_number_that_moves_is_told_and_sampling_is_not() {
        let all = facts(&sample::findings(), None);
        assert_eq!(moved(&all, &all), Vec::<String>::new());
        let mut other = all.clone();
        let chance = other
            .iter_mut()
            .find(|f| f.kind == Kind::Chance && f.value > 0.2 && f.value < 0.8)
            .expect("some chance is open");
        chance.value += 0.5 * chance.spread / f64::from(chance.futures).sqrt();
        assert_eq!(moved(&all, &other), Vec::<String>::new());
        let chance = other
            .iter_mut()
            .find(|f| f.kind == Kind::Chance && f.value > 0.2 && f.value < 0.8)
            .expect("some chance is open");
        chance.value = 1.0;
        assert_eq!(moved(&all, &other).len(), 1);
        other.pop();
        assert_eq!(moved(&all, &other).len(), 2, "what is gone is told");
    }

    #[test]
    fn an_index_is_written_whole_and_lists_its_runs() {
        let out = tempfile::tempdir().expect("a folder");
        let f = sample::findings();
        let entry = Entry::new(&f, "// What is asked?\n(", None);
        for _ in 0..2 {
            let mut gallery = Gallery::open(out.path()).expect("opened");
            let put = |folder: &Path| {
                std::fs::create_dir_all(folder.join("charts")).expect("made");
                let own = ["a.csv", "charts/fan-beds_per_10k.svg"].map(|name| folder.join(name));
                own.iter()
                    .for_each(|file| std::fs::write(file, "a").expect("written"));
                Ok(own.to_vec())
            };
            gallery.run("sample", put).expect("taken in");
            let files = gallery
                .close(std::slice::from_ref(&entry))
                .expect("written");
            assert!(files.iter().all(|file| file.is_file()), "{files:?}");
        }
        let text = std::fs::read_to_string(out.path().join(manifest::NAME)).expect("there");
        let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read["runs"][0]["scenario"], f.scenario);
        assert_eq!(read["files"].as_array().map(Vec::len), Some(6));
    }

    #[test]
    fn the_library_compiled_in_has_answers() {
        let known = read(KNOWN).expect("a table");
        assert!(known.iter().any(|f| f.scenario == "baseline"));
    }
}
