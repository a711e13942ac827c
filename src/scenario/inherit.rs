//! A scenario on top of another: what it extends, the packages it takes up, and what it writes
//! anew. The order: the extended file, then the packages as they are listed, then the file's own
//! fields, then its `overrides`. Two files that say different things about the same policy or the
//! same assumption are refused, with both places.

mod edit;
pub mod path;
pub mod shelf;

use super::added::{IndicatorWritten, MilestoneWritten};
use super::decide::DecideWritten;
use super::figures::{FigureWritten, from_table};
use super::file::{CeilingWritten, MattersWritten, QuestionWritten, YearsWritten, has_word};
use super::file::{PackageFile, PlanWritten, ScenarioFile, TargetChoice, TargetWritten};
use super::grammar::Place;
use super::ties::TieWritten;
use crate::base::Distribution;
use crate::diagnostic::{Book, Problem, Problems, Source, nearest, suggestion};
use crate::messages::scenario::{assumptions as laws, figures, files as messages};
use crate::messages::source::{form, space_in_number};
use crate::messages::{FIRST_TIME, SECOND_TIME};
use crate::source::{self, Spanned, Written, eye, outline};
use crate::units::{Sampling, Uncertainty};
use serde::de::DeserializeOwned;
use shelf::{Found, Missing, Shelf};
use std::path::Path;

/// Files that may build on one another, in a row.
const LONGEST_CHAIN: usize = 16;

/// Everything a scenario says, from all the files it is made of.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// Title.
    pub title: Spanned<String>,
    /// Free note.
    pub note: Option<Spanned<String>>,
    /// The base: built in, or a folder.
    pub base: Spanned<String>,
    /// The province the question is about (code).
    pub province: Option<Spanned<String>>,
    /// The region the question is about (code).
    pub region: Option<Spanned<String>>,
    /// What is asked first, where it is said.
    pub question: Option<Spanned<QuestionWritten>>,
    /// Years simulated.
    pub years: Option<YearsWritten>,
    /// Number of futures.
    pub replicates: Option<Spanned<i64>>,
    /// Seed.
    pub seed: Option<Spanned<u64>>,
    /// Layers of randomness.
    pub uncertainty: Option<Spanned<Uncertainty>>,
    /// How assumptions are laid out.
    pub sampling: Option<Spanned<Sampling>>,
    /// Whether beds without staff stay shut.
    pub staffing_gate: Option<Spanned<bool>>,
    /// Real discount rate for costs.
    pub discount_rate: Option<Spanned<f64>>,
    /// The provinces a storm strikes (codes).
    pub storm_in: Option<Vec<Spanned<String>>>,
    /// What may be spent.
    pub ceiling: Option<CeilingWritten>,
    /// Policies that others have decided: those the file names, else those that stand as the extended file has
    /// them.
    pub given: Vec<Spanned<String>>,
    /// Smallest differences that matter.
    pub matters: MattersWritten,
    /// What can be decided and what must hold.
    pub decide: Option<DecideWritten>,
    /// Figures that are known better than in the base.
    pub figures: Vec<FigureWritten>,
    /// Indicators beside those of the base.
    pub indicators: Vec<IndicatorWritten>,
    /// Milestones beside those of the base.
    pub milestones: Vec<MilestoneWritten>,
    /// Ties between assumptions.
    pub ties: Vec<TieWritten>,
    /// Assumptions to use instead of the base's.
    pub assumptions: Vec<Law>,
    /// Policies.
    pub policies: Vec<PlanWritten>,
    /// The text of each policy, with the places of its parts.
    pub texts: Vec<Written>,
    /// Targets to answer.
    pub targets: TargetChoice,
    /// Where the targets were chosen, if anywhere.
    pub targets_at: Vec<usize>,
    /// Laws that take an assumption of another file back to the base's own: no idle lines.
    pub taken_back: Vec<Option<std::ops::Range<usize>>>,
}

/// An assumption's id and the law to use.
pub type Law = (Spanned<String>, Spanned<Distribution>);

/// What was read of a scenario and of the files behind it.
pub struct Gathered {
    /// What they say together, where it could be put together.
    pub resolved: Option<Resolved>,
    /// What is wrong so far.
    pub problems: Problems,
    /// The texts; places point into them.
    pub book: Book,
    /// The other files as they lie there, for fingerprints.
    pub lying: Vec<Vec<u8>>,
    /// The place the base is seen from.
    pub shelf: Shelf,
}

/// Reads a text and all it builds on. `key` tells the file from others.
pub fn gather(name: &str, text: &str, shelf: Shelf, key: String) -> Gathered {
    let mut reader = Reader {
        book: Book::new(name, text),
        dialect: vec![String::new()],
        lying: Vec::new(),
        problems: Problems::default(),
        taken: Vec::new(),
        taken_back: Vec::new(),
    };
    let mut chain = vec![(key, name.to_owned())];
    let layer = reader.scenario(0, &shelf, &mut chain);
    let mut seen_from = shelf;
    let resolved = layer.and_then(|layer| {
        let (base, from) = layer.base?;
        seen_from = from;
        let choice_at = layer.choice.as_ref().and_then(|(_, at)| *at);
        let chosen = layer.choice.map(|(choice, _)| choice).unwrap_or_default();
        let added_at = layer.added.iter().filter_map(|t| t.indicator.span.clone());
        let mut targets_at: Vec<usize> = choice_at.into_iter().collect();
        targets_at.extend(added_at.map(|span| span.start));
        let taken = layer.drafts.iter().filter(|draft| draft.given);
        let taken = taken.map(|draft| draft.plan.id.clone());
        let given = layer.given.unwrap_or_else(|| taken.collect());
        let (policies, texts) = layer.drafts.into_iter().map(|d| (d.plan, d.text)).unzip();
        Some(Resolved {
            title: layer.title,
            note: layer.note,
            base,
            province: layer.province,
            region: layer.region,
            question: layer.question,
            years: layer.years,
            replicates: layer.replicates,
            seed: layer.seed,
            uncertainty: layer.uncertainty,
            sampling: layer.sampling,
            staffing_gate: layer.staffing_gate,
            discount_rate: layer.discount_rate,
            storm_in: layer.storm_in,
            ceiling: layer.ceiling,
            given,
            matters: layer.matters,
            decide: layer.decide,
            figures: layer.figures,
            indicators: layer.indicators,
            milestones: layer.milestones,
            ties: layer.ties,
            assumptions: layer.assumptions,
            policies,
            texts,
            targets: with_added(chosen, layer.added),
            targets_at,
            taken_back: std::mem::take(&mut reader.taken_back),
        })
    });
    Gathered {
        resolved,
        problems: reader.problems,
        book: reader.book,
        lying: reader.lying,
        shelf: seen_from,
    }
}

/// A choice of targets with those of packages.
fn with_added(choice: TargetChoice, added: Vec<TargetWritten>) -> TargetChoice {
    let both = |mut own: Vec<TargetWritten>, added| {
        own.extend(added);
        own
    };
    match choice {
        TargetChoice::Adopted if added.is_empty() => TargetChoice::Adopted,
        TargetChoice::Adopted => TargetChoice::AdoptedAnd(added),
        TargetChoice::AdoptedAnd(own) => TargetChoice::AdoptedAnd(both(own, added)),
        TargetChoice::Only(own) => TargetChoice::Only(both(own, added)),
    }
}

/// A policy with the text it was read from.
#[derive(Clone, Debug)]
struct Draft {
    plan: PlanWritten,
    text: Written,
    /// Whether it stands as the extended file has it.
    given: bool,
}

/// What a scenario says with all that lies below it.
struct Layer {
    title: Spanned<String>,
    note: Option<Spanned<String>>,
    base: Option<(Spanned<String>, Shelf)>,
    province: Option<Spanned<String>>,
    region: Option<Spanned<String>>,
    question: Option<Spanned<QuestionWritten>>,
    years: Option<YearsWritten>,
    replicates: Option<Spanned<i64>>,
    seed: Option<Spanned<u64>>,
    uncertainty: Option<Spanned<Uncertainty>>,
    sampling: Option<Spanned<Sampling>>,
    staffing_gate: Option<Spanned<bool>>,
    discount_rate: Option<Spanned<f64>>,
    storm_in: Option<Vec<Spanned<String>>>,
    ceiling: Option<CeilingWritten>,
    given: Option<Vec<Spanned<String>>>,
    matters: MattersWritten,
    decide: Option<DecideWritten>,
    figures: Vec<FigureWritten>,
    indicators: Vec<IndicatorWritten>,
    milestones: Vec<MilestoneWritten>,
    ties: Vec<TieWritten>,
    assumptions: Vec<Law>,
    drafts: Vec<Draft>,
    choice: Option<(TargetChoice, Option<usize>)>,
    added: Vec<TargetWritten>,
}

impl Layer {
    /// What the layer below says stands where this one says nothing; titles and notes are a file's own.
    fn over(self, under: Layer) -> Layer {
        let figures = anew(under.figures, self.figures, |a, b| a.about() == b.about());
        let indicators = anew(under.indicators, self.indicators, |a, b| a.id == b.id);
        let milestones = anew(under.milestones, self.milestones, |a, b| a.id == b.id);
        let ties = anew(under.ties, self.ties, TieWritten::ties_as);
        // A question is about one place: whoever names another leaves the one below.
        let place = match self.province.is_some() || self.region.is_some() {
            true => (self.province, self.region),
            false => (under.province, under.region),
        };
        Layer {
            figures,
            indicators,
            milestones,
            ties,
            base: self.base.or(under.base),
            province: place.0,
            region: place.1,
            question: self.question.or(under.question),
            years: self.years.or(under.years),
            replicates: self.replicates.or(under.replicates),
            seed: self.seed.or(under.seed),
            uncertainty: self.uncertainty.or(under.uncertainty),
            sampling: self.sampling.or(under.sampling),
            staffing_gate: self.staffing_gate.or(under.staffing_gate),
            discount_rate: self.discount_rate.or(under.discount_rate),
            storm_in: self.storm_in.or(under.storm_in),
            ceiling: self.ceiling.or(under.ceiling),
            matters: self.matters.or(under.matters),
            decide: self.decide.or(under.decide),
            choice: self.choice.or(under.choice),
            ..self
        }
    }
}

/// What a layer below says of things, and what this one does: of one thing, this one's.
fn anew<T>(under: Vec<T>, own: Vec<T>, same: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let told = |below: &T| own.iter().any(|one| same(one, below));
    let mut all: Vec<T> = under.into_iter().filter(|below| !told(below)).collect();
    all.extend(own);
    all
}

struct Reader {
    book: Book,
    /// Each text in our dialect.
    dialect: Vec<String>,
    /// The files behind the first as they lie there.
    lying: Vec<Vec<u8>>,
    problems: Problems,
    /// Packages taken up so far: their keys and where they are named.
    taken: Vec<(String, Option<std::ops::Range<usize>>)>,
    taken_back: Vec<Option<std::ops::Range<usize>>>,
}

impl Reader {
    /// What a file says; its mistakes of form are told.
    fn value<T: DeserializeOwned>(&mut self, page: usize, guide: Place) -> Option<T> {
        let start = self.book.start(page);
        let Source { name, text } = self.book.page(page).clone();
        let is_json = source::json::is_json(&name, &text) && !text.trim().is_empty();
        let ron = match is_json {
            false => text,
            true => match source::json::to_ron(&text, guide) {
                Ok(ron) => ron,
                Err(problem) => {
                    self.problems.add(moved(*problem, start));
                    return None;
                }
            },
        };
        let (ron, odd) = eye::plain(&ron);
        for (place, name) in odd {
            let problem = Problem::refusal("ron::odd-space", space_in_number(name));
            let place = place.start + start - 1..place.end + start + 1;
            self.problems.add(problem.over(Some(place)));
        }
        let (value, problems) = source::parse_written(&Written::at(&ron, start));
        for doubt in eye::thousands(&ron) {
            let problem = Problem::caution("ron::thousands-dot", doubt.said(&ron));
            let place = doubt.place.start + start..doubt.place.end + start;
            self.problems.add(problem.over(Some(place)));
        }
        self.dialect[page] = ron;
        self.problems.all.extend(problems.all);
        value
    }

    /// Puts a file that was found behind the others, if its text can be read.
    fn open(&mut self, found: &Found) -> Option<usize> {
        let (text, problem) = match source::text_of(&found.bytes) {
            Ok(text) => (text, None),
            Err((problem, shown)) => (shown, Some(*problem)),
        };
        let name = found.name.clone();
        let start = self.book.add(Source { name, text });
        self.dialect.push(String::new());
        self.lying.push(found.bytes.clone());
        match problem {
            None => Some(self.dialect.len() - 1),
            Some(mut problem) => {
                // A file too large to be shown has no place of its own to point at.
                problem.span = problem.span.or(Some(0..0));
                self.problems.add(moved(problem, start));
                None
            }
        }
    }

    /// The file a name stands for.
    fn find(
        &mut self,
        asked: &Spanned<String>,
        shelf: &Shelf,
        code: &'static str,
    ) -> Option<Found> {
        match shelf.find(asked) {
            Ok(found) => Some(found),
            Err(missing) => {
                let names = shelf::built_in_names();
                let said = match missing {
                    Missing::NotThere => {
                        let name = asked.strip_suffix(".ron").unwrap_or(asked);
                        let help = suggestion(name, &names, messages::PATH_OR_NAME);
                        messages::not_there(&asked.value, help)
                    }
                    Missing::Unreadable(why) => messages::unreadable(&asked.value, why),
                };
                self.problems.refuse(asked, code, said);
                None
            }
        }
    }

    /// What a scenario says with all it builds on.
    fn scenario(
        &mut self,
        page: usize,
        shelf: &Shelf,
        chain: &mut Vec<(String, String)>,
    ) -> Option<Layer> {
        let before = self.problems.all.len();
        let file: ScenarioFile = self.value(page, Place::SCENARIO)?;
        let extends = file.extends.as_ref();
        let below = extends.map(|asked| self.extended(asked, shelf, chain));
        let mut packages = Vec::new();
        for asked in &file.packages {
            packages.extend(self.package(asked, shelf));
        }
        let fails = self.problems.all[before..].to_vec();
        if file.extends.is_none() {
            self.needs(page, "base", file.base.is_some(), &fails);
            let some = file.policies.is_some() || !file.packages.is_empty();
            self.needs(page, "policies", some, &fails);
        }
        // Without the file it is built on, half of it is not known.
        let below = match below {
            None => None,
            Some(layer) => Some(layer?),
        };
        Some(self.together(page, shelf, file, below, packages))
    }

    /// The figures of a table beside the file that names it.
    fn table(&mut self, asked: &Spanned<String>, shelf: &Shelf) -> Vec<FigureWritten> {
        let code = "figures::not-found";
        let found = match shelf.find(asked) {
            Ok(found) => found,
            Err(Missing::NotThere) => {
                let said = figures::no_table(&asked.value);
                self.problems.refuse(asked, code, said);
                return Vec::new();
            }
            Err(Missing::Unreadable(why)) => {
                let said = messages::unreadable(&asked.value, why);
                self.problems.refuse(asked, code, said);
                return Vec::new();
            }
        };
        let Some(page) = self.open(&found) else {
            return Vec::new();
        };
        let (text, start) = (&self.book.page(page).text, self.book.start(page));
        from_table(text, start, &mut self.problems)
    }

    /// The file a scenario extends.
    fn extended(
        &mut self,
        asked: &Spanned<String>,
        shelf: &Shelf,
        chain: &mut Vec<(String, String)>,
    ) -> Option<Layer> {
        let found = self.find(asked, shelf, "extends::not-found")?;
        if let Some(at) = chain.iter().position(|(key, _)| *key == found.key) {
            let names = chain[at..]
                .iter()
                .map(|(_, name)| name)
                .chain([&found.name]);
            let short = |name: &String| match Path::new(name).file_name() {
                Some(file) => file.to_string_lossy().into_owned(),
                None => name.clone(),
            };
            self.problems.refuse(
                asked,
                "extends::circle",
                messages::circle(&names.map(short).collect::<Vec<_>>()),
            );
            return None;
        }
        if chain.len() == LONGEST_CHAIN {
            self.problems.refuse(
                asked,
                "extends::too-many",
                messages::too_many(LONGEST_CHAIN),
            );
            return None;
        }
        let page = self.open(&found)?;
        chain.push((found.key, found.name));
        let layer = self.scenario(page, &found.shelf, chain);
        chain.pop();
        layer
    }

    /// A package a scenario lists.
    fn package(&mut self, asked: &Spanned<String>, shelf: &Shelf) -> Option<(usize, PackageFile)> {
        let found = self.find(asked, shelf, "package::not-found")?;
        if let Some((_, first)) = self.taken.iter().find(|(key, _)| *key == found.key) {
            self.problems.add(
                Problem::refusal("package::twice", messages::package_twice(&asked.value))
                    .over(asked.span.clone())
                    .label(SECOND_TIME)
                    .note(first.clone(), FIRST_TIME),
            );
            return None;
        }
        self.taken.push((found.key.clone(), asked.span.clone()));
        let page = self.open(&found)?;
        let before = self.problems.all.len();
        let package: Option<PackageFile> = self.value(page, Place::PACKAGE);
        // A whole scenario is a likely slip: once is enough to say so.
        let scenario = |p: &Problem| {
            let only_there = ["`base`", "`extends`"]
                .iter()
                .any(|f| p.message.contains(f));
            p.code == "ron::unknown-field" && only_there
        };
        if let Some(at) = self.problems.all[before..].iter().position(scenario) {
            self.problems.all.swap(before, before + at);
            self.problems.all.truncate(before + 1);
            self.problems.all[before].help = messages::WHOLE_SCENARIO.into();
            return None;
        }
        Some((page, package?))
    }

    /// Tells of a field that a scenario cannot do without, unless it only could not be read.
    fn needs(&mut self, page: usize, field: &'static str, there: bool, fails: &[Problem]) {
        let misspelt = |p: &Problem| {
            let said = p.span.clone().and_then(|span| self.book.get(span));
            p.code == "ron::unknown-field" && said.is_some_and(|w| nearest(w, [field]).is_some())
        };
        let text = &self.dialect[page];
        let lost = !fails.is_empty() && (has_word(text, field) || fails.iter().any(misspelt));
        if there || lost {
            return;
        }
        let open = text.find('(').map_or(0..0, |at| at..at + 1);
        let problem = Problem::refusal("ron::missing-field", form::missing_unless_extends(field))
            .label(form::needs(field))
            .over(Some(open));
        self.problems.add(moved(problem, self.book.start(page)));
    }

    /// The policies of a file, each with its text.
    fn drafts(&self, page: usize, plans: Vec<PlanWritten>) -> Vec<Draft> {
        let (text, start) = (&self.dialect[page], self.book.start(page));
        let pairs = outline::pairs(text).unwrap_or_default();
        let own = |plan: &PlanWritten| {
            let at = plan.id.span.as_ref()?.start.checked_sub(start)?;
            let pair = *outline::around(&pairs, at).first()?;
            let range = pair.open..pair.close + 1;
            Some(Written::at(&text[range.clone()], range.start + start))
        };
        let with_text = |plan: PlanWritten| Draft {
            text: own(&plan).unwrap_or_default(),
            plan,
            given: false,
        };
        plans.into_iter().map(with_text).collect()
    }

    /// A file and what lies below it, put together.
    fn together(
        &mut self,
        page: usize,
        shelf: &Shelf,
        mut file: ScenarioFile,
        below: Option<Layer>,
        packages: Vec<(usize, PackageFile)>,
    ) -> Layer {
        let targets_at = file
            .targets
            .as_ref()
            .map(|_| self.field_at(page, "targets"));
        let mut figures = std::mem::take(&mut file.figures);
        if let Some(asked) = &file.figures_from {
            figures.extend(self.table(asked, shelf));
        }
        let own = std::mem::take(&mut file.policies).unwrap_or_default();
        let own = self.drafts(page, own);
        let mut inherited = Vec::new();
        let mut laws: Vec<Law> = Vec::new();
        let mut added = Vec::new();
        let mut under = None;
        if let Some(mut layer) = below {
            // A price is told by a law or by a figure: whichever this file writes takes the other's place.
            let is_law = |f: &FigureWritten| file.assumptions.0.iter().any(|(id, _)| *id == f.what);
            layer.figures.retain(|figure| !is_law(figure));
            let told = |(id, _): &Law| figures.iter().any(|f| f.what == *id);
            layer.assumptions.retain(|law| !told(law));
            inherited.append(&mut layer.drafts);
            inherited.iter_mut().for_each(|draft| draft.given = true);
            laws.append(&mut layer.assumptions);
            added.append(&mut layer.added);
            under = Some(layer);
        }
        for (page, package) in packages {
            inherited.extend(self.drafts(page, package.policies));
            for law in package.assumptions.0 {
                self.inherit_law(law, &file.assumptions.0, &mut laws);
            }
            added.extend(package.targets);
        }
        self.remove(&file.remove, &mut inherited, &own);
        let mut drafts: Vec<Draft> = Vec::new();
        for draft in inherited.into_iter().chain(own) {
            // Two of one file are told by the checks of its policies.
            let page_of = |d: &Draft| d.plan.id.span.as_ref().map(|s| self.book.page_of(s.start));
            let twin = drafts
                .iter()
                .find(|d| d.plan.id == draft.plan.id && page_of(d) != page_of(&draft));
            match twin {
                Some(twin) => {
                    let problem = in_two_files(&draft.plan, &twin.plan);
                    self.problems.add(problem);
                }
                None => drafts.push(draft),
            }
        }
        let before: Vec<Written> = drafts.iter().map(|draft| draft.text.clone()).collect();
        edit::apply(self, page, &file.overrides.0, &mut drafts);
        for (draft, before) in drafts.iter_mut().zip(before) {
            draft.given &= draft.text == before;
        }
        let mut assumptions = laws;
        for (id, law) in std::mem::take(&mut file.assumptions.0) {
            let twice = |(other, _): &Law| *other == id && same_file(&self.book, other, &id);
            let known = assumptions.iter().position(|l| l.0 == id && !twice(l));
            match known {
                Some(at) => {
                    if assumptions[at].1 == law {
                        self.problems.warn(
                            &law,
                            "assumption::changes-nothing",
                            laws::as_in_files(&id.value),
                        );
                    }
                    self.taken_back.push(law.span.clone());
                    assumptions[at] = (id, law);
                }
                None => assumptions.push((id, law)),
            }
        }
        let layer = Layer {
            title: file.title,
            note: file.note,
            base: file.base.map(|base| (base, shelf.clone())),
            province: file.province,
            region: file.region,
            question: file.question,
            years: file.years,
            replicates: file.replicates,
            seed: file.seed,
            uncertainty: file.uncertainty,
            sampling: file.sampling,
            staffing_gate: file.staffing_gate,
            discount_rate: file.discount_rate,
            storm_in: file.storm_in,
            ceiling: file.ceiling,
            given: file.given,
            matters: file.matters,
            decide: file.decide,
            figures,
            indicators: file.indicators,
            milestones: file.milestones,
            ties: file.ties,
            assumptions,
            drafts,
            choice: file.targets.map(|choice| (choice, targets_at.flatten())),
            added,
        };
        match under {
            Some(under) => layer.over(under),
            None => layer,
        }
    }

    /// Where the value of a field of the top record stands.
    fn field_at(&self, page: usize, name: &str) -> Option<usize> {
        let text = &self.dialect[page];
        let pairs = outline::pairs(text).ok()?;
        let entries = outline::entries(text, pairs.first()?);
        let named = |e: &&outline::Entry| e.name.clone().is_some_and(|n| text[n] == *name);
        let entry = entries.iter().find(named)?;
        Some(entry.value.start + self.book.start(page))
    }

    /// A law of a package: the same as known ones, unless the file itself decides.
    fn inherit_law(&mut self, law: Law, own: &[Law], laws: &mut Vec<Law>) {
        let decided = own.iter().any(|(id, _)| *id == law.0);
        let known = laws.iter().find(|(id, _)| *id == law.0);
        match known {
            Some((id, _)) if same_file(&self.book, id, &law.0) => laws.push(law),
            Some((_, other)) if other.value == law.1.value || decided => {}
            Some((id, _)) => {
                let problem =
                    Problem::refusal("assumption::in-two-files", laws::in_two_files(&law.0.value))
                        .over(law.0.span.clone())
                        .label(laws::SECOND_LAW)
                        .note(id.span.clone(), laws::FIRST_LAW);
                self.problems.add(problem);
            }
            None => laws.push(law),
        }
    }

    /// Takes out policies of other files.
    fn remove(&mut self, ids: &[Spanned<String>], inherited: &mut Vec<Draft>, own: &[Draft]) {
        let known: Vec<String> = inherited.iter().map(|d| d.plan.id.value.clone()).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        for id in ids {
            let before = inherited.len();
            inherited.retain(|d| d.plan.id != *id);
            if inherited.len() < before {
                continue;
            }
            let help = if known.contains(&id.as_str()) {
                messages::REMOVED_ALREADY.to_owned()
            } else if own.iter().any(|d| d.plan.id == *id) {
                messages::WRITTEN_HERE.to_owned()
            } else {
                suggestion(id, &known, messages::REMOVABLE)
            };
            self.problems.refuse(
                id,
                "remove::unknown-policy",
                messages::not_removed(&id.value, help),
            );
        }
    }
}

/// Whether two places lie in the same file.
fn same_file<A, B>(book: &Book, a: &Spanned<A>, b: &Spanned<B>) -> bool {
    match (&a.span, &b.span) {
        (Some(a), Some(b)) => book.page_of(a.start) == book.page_of(b.start),
        _ => false,
    }
}

/// The same policy, decided by two files.
fn in_two_files(second: &PlanWritten, first: &PlanWritten) -> Problem {
    Problem::refusal(
        "policy::in-two-files",
        messages::decided_twice(&second.id.value),
    )
    .over(second.id.span.clone())
    .label(SECOND_TIME)
    .note(first.id.span.clone(), FIRST_TIME)
}

/// A problem of a text that begins at a place.
fn moved(mut problem: Problem, start: usize) -> Problem {
    let notes = problem.notes.iter_mut().map(|(place, _)| place);
    for place in notes.chain(&mut problem.span) {
        *place = place.start + start..place.end + start;
    }
    problem
}

/// The key and the place of a file named on its own.
pub fn of_file(name: &str, folder: &Path) -> (Shelf, String) {
    let shelf = Shelf::Folder(folder.to_owned());
    let file = Path::new(name).file_name().unwrap_or(name.as_ref());
    let key = shelf.key(Path::new(file));
    (shelf, key)
}
