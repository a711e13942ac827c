//! The RON grammar of a scenario, field for field, and the way from a file to a [`Scenario`].

use super::added::{IndicatorWritten, MilestoneWritten};
use super::decide::DecideWritten;
use super::figures::FigureWritten;
use super::inherit::shelf::Shelf;
use super::inherit::{self, Gathered};
use super::show::Origins;
use super::ties::TieWritten;
use super::{Payer, Plan, Sampling, Scenario, Uncertainty, check};
use crate::base::{Base, BaseErrors, Distribution};
use crate::diagnostic::{Book, Problem, Problems, Rejected, Severity, nearest, suggestion};
use crate::messages::{did_you_mean, scenario::files as messages};
use crate::policy::task::{ProductWritten, ReportWritten};
use crate::policy::{Decision, When};
use crate::shape::{Measure, Shape, Shaped, shaped};
use crate::source::{self, Spanned};
use crate::units::{PriceBasis, Year};
use ron::value::RawValue;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Futures lived when a file does not say how many.
pub const REPLICATES: u32 = 10_000;
/// Most futures that are lived at once: with so many every chance is known to 0.1 points.
pub const MOST_REPLICATES: u32 = 1_000_000;
/// Seed when a file does not say which.
pub const SEED: u64 = 1;
/// Years simulated when a file does not say how many.
pub const USUAL_YEARS: i32 = 10;

shaped! {
    /// A scenario file as written.
    #[name("Scenario")]
    pub struct ScenarioFile {
        /// a few words that name the question; charts and reports carry them
        #[only(Name)]
        pub title: Spanned<String>,
        /// what a reader should know
        #[default]
        pub note: Option<Spanned<String>>,
        /// a scenario this one is built on: a file seen from this one, or a built-in name; what is
        /// not written here is taken from it
        #[default]
        pub extends: Option<Spanned<String>>,
        /// files that hold policies, assumptions and targets to add, seen from this file or built
        /// in
        #[default]
        pub packages: Vec<Spanned<String>>,
        /// "viet-nam", or the path of a base folder seen from this file; needed unless the file
        /// extends another
        #[default]
        pub base: Option<Spanned<String>>,
        /// code of the province the question is about: reports lead with it
        #[default]
        pub province: Option<Spanned<String>>,
        /// code of the region the question is about, where it is about no single province
        #[default]
        pub region: Option<Spanned<String>>,
        /// what is asked first; the targets written here, then those of the province or region, and
        /// the nation's where there is neither, if left out
        #[default]
        pub question: Option<Spanned<QuestionWritten>>,
        /// years of the run; ten after the base year if left out
        #[default]
        pub years: Option<YearsWritten>,
        /// number of futures; 10000 if left out
        #[default]
        #[shape(Shape::Whole(1.0, MOST_REPLICATES as f64, Measure::Bare))]
        pub replicates: Option<Spanned<i64>>,
        /// seed of all random numbers; 1 if left out
        #[default]
        #[shape(Shape::Whole(0.0, 18_446_744_073_709_551_615.0, Measure::Bare))]
        pub seed: Option<Spanned<u64>>,
        /// what is drawn; both if left out
        #[default]
        pub uncertainty: Option<Spanned<Uncertainty>>,
        /// how the numbers of the assumptions are laid out over the futures; Random, each drawn by
        /// itself, if left out
        #[default]
        pub sampling: Option<Spanned<Sampling>>,
        /// whether beds without staff stay shut; false if left out
        #[default]
        pub staffing_gate: Option<Spanned<bool>>,
        /// real discount rate of costs; the base's own if left out
        #[default]
        #[shape(Shape::Number(0.0, 0.2, Measure::Bare))]
        pub discount_rate: Option<Spanned<f64>>,
        /// codes of the provinces a storm strikes, these and no other; drawn for each storm if left
        /// out
        #[default]
        pub storm_in: Option<Vec<Spanned<String>>>,
        /// what may be spent: amount, whose money, in which years; none if left out
        #[default]
        pub ceiling: Option<CeilingWritten>,
        /// ids of policies that others have decided: their money stands beside the ceiling; those that stand as
        /// the extended file has them if left out
        #[default]
        pub given: Option<Vec<Spanned<String>>>,
        /// smallest differences that matter when options are compared; 0.5 points of a chance and
        /// half of the last digit printed of a value if left out
        #[default]
        pub matters: MattersWritten,
        /// what can be decided and what must hold, for `carecast decide seek`; nothing is sought if left out
        #[default]
        pub decide: Option<DecideWritten>,
        /// figures that are known better than in the base, each with its source and grade: the others make
        /// room, and what is published of the nation stays
        #[default]
        pub figures: Vec<FigureWritten>,
        /// a table in CSV with more of them, seen from this file
        #[default]
        pub figures_from: Option<Spanned<String>>,
        /// indicators beside those of the base: sums of others, or followed ones with a trend
        #[default]
        pub indicators: Vec<IndicatorWritten>,
        /// milestones beside those of the base
        #[default]
        pub milestones: Vec<MilestoneWritten>,
        /// laws to use in place of the base's, by id
        #[default]
        pub assumptions: Overrides,
        /// ties between assumptions, by their ranks, beside those of the base
        #[default]
        pub ties: Vec<TieWritten>,
        /// what is decided; needed unless the file extends another or lists packages
        #[default]
        pub policies: Option<Vec<PlanWritten>>,
        /// ids of policies of the extended file or of packages that are left out
        #[default]
        pub remove: Vec<Spanned<String>>,
        /// fields of policies to write anew, by the policy's id; with a path behind the id, the one
        /// field it leads to
        #[default]
        pub overrides: Table<Anything>,
        /// which targets are answered; Adopted if left out
        #[default]
        pub targets: Option<TargetChoice>,
    }
}

shaped! {
    /// A package as written: what a scenario takes up by its field `packages`.
    #[name("Package")]
    #[allow(dead_code)] // Title and note are read to be checked, and shown nowhere.
    pub struct PackageFile {
        /// a few words that name the package
        pub title: Spanned<String>,
        /// what a reader should know
        #[default]
        pub note: Option<Spanned<String>>,
        /// laws to use in place of the base's, by id
        #[default]
        pub assumptions: Overrides,
        /// what is decided
        #[default]
        pub policies: Vec<PlanWritten>,
        /// targets to answer beside those of the scenario
        #[default]
        pub targets: Vec<TargetWritten>,
    }
}

shaped! {
    /// `years: (first: 2026, last: 2035)`.
    #[name("Years")]
    pub struct YearsWritten {
        /// first simulated year: the one after the base year
        pub first: Spanned<Year>,
        /// last simulated year
        pub last: Spanned<Year>,
    }
}

shaped! {
    /// `ceiling: (amount: 60000, payers: [Ministry, Provincial], to: 2030)`.
    #[name("Ceiling")]
    pub struct CeilingWritten {
        /// the most that may be spent in these years together
        #[shape(Shape::Number(0.0, f64::INFINITY, Measure::Money))]
        pub amount: Spanned<f64>,
        /// whose money counts; the Ministry's and the provinces' if left out
        #[default]
        pub payers: Option<Vec<Spanned<Payer>>>,
        /// first year that counts; the first of the run if left out
        #[default]
        pub from: Option<Spanned<Year>>,
        /// last year that counts; if left out the last in which a target that is asked is due, and of
        /// the nation's targets the year of most
        #[default]
        pub to: Option<Spanned<Year>>,
        /// prices of the base year, or of the year in which it is spent; Constant if left out
        #[default]
        pub prices: PriceBasis,
    }
}

shaped! {
    /// `matters: (chances: 0.01, indicators: {"beds_per_10k": 0.2})`.
    #[derive(Default)]
    #[name("Matters")]
    pub struct MattersWritten {
        /// smallest difference of a chance: 0.005 is half a point
        #[default]
        #[shape(Shape::Number(0.0, 0.2, Measure::Bare))]
        pub chances: Option<Spanned<f64>>,
        /// smallest difference of an indicator, in its own unit (a share as a fraction), by its id
        #[default]
        #[shape(Shape::Table(&Shape::Number(0.0, f64::INFINITY, Measure::Bare)))]
        pub indicators: Table<f64>,
    }
}

impl MattersWritten {
    /// What is written here, and what `under` says besides.
    pub fn or(mut self, under: MattersWritten) -> MattersWritten {
        self.chances = self.chances.or(under.chances);
        let own: Vec<String> = self.ids().map(|id| id.value.clone()).collect();
        let others = under.indicators.0.into_iter();
        let others = others.filter(|(id, _)| !own.contains(&id.value));
        self.indicators.0.extend(others);
        self
    }

    /// The indicators named.
    pub fn ids(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.indicators.0.iter().map(|(id, _)| id)
    }
}

shaped! {
    /// One policy as written.
    #[derive(PartialEq)]
    #[name("Policy")]
    pub struct PlanWritten {
        /// unique in the file: small letters, digits, hyphens
        #[only(Id)]
        pub id: Spanned<String>,
        /// the decision
        #[name("do")]
        pub decision: Decision,
        /// first year it acts; the first of the run if left out
        #[default]
        pub from: Option<Spanned<Year>>,
        /// last year it acts; the last of the run if left out
        #[default]
        pub to: Option<Spanned<Year>>,
        /// who pays; the decision's own default if left out
        #[default]
        pub payer: Option<Payer>,
        /// who is responsible (printed)
        #[default]
        pub responsible: Option<Spanned<String>>,
        /// who works with them (printed)
        #[default]
        pub coordinating: Option<Spanned<String>>,
        /// what gives them the power to do it, or who decides (printed)
        #[default]
        pub authority: Option<Spanned<String>>,
        /// when it should be done (printed, checked against the years)
        #[default]
        pub deadline: Option<Spanned<Year>>,
        /// month at whose end it should be done, 1 to 12; December if left out
        #[default]
        #[shape(Shape::Whole(1.0, 12.0, Measure::Bare))]
        pub deadline_month: Option<Spanned<u32>>,
        /// what is there then: Reaches(...), Milestone(...) or Money
        #[default]
        pub product: Option<Spanned<ProductWritten>>,
        /// reports so far: how much was done by when
        #[default]
        pub progress: Vec<ReportWritten>,
        /// futures it acts in: Always (if left out), Behind(...), Below(...), Above(...)
        #[default]
        pub when: When,
    }
}

shaped! {
    /// What is asked first, whatever else is answered.
    #[derive(Copy, PartialEq, Eq, Serialize)]
    #[name("Question")]
    pub enum QuestionWritten {
        /// the targets of the nation
        Nation,
    }
}

shaped! {
    /// Which targets a scenario answers.
    #[derive(Default, PartialEq, Serialize)]
    pub enum TargetChoice {
        /// the adopted targets of the base
        #[default]
        Adopted,
        /// these and some more
        AdoptedAnd(Vec<TargetWritten>),
        /// only some of one's own
        #[only(Filled)]
        Only(Vec<TargetWritten>),
    }
}

impl TargetChoice {
    /// The targets written in the file.
    pub fn own(&self) -> &[TargetWritten] {
        match self {
            TargetChoice::Adopted => &[],
            TargetChoice::AdoptedAnd(own) | TargetChoice::Only(own) => own,
        }
    }
}

shaped! {
    /// `(indicator: "beds_per_10k", at_least: 35, by: 2030)`.
    #[derive(PartialEq, Serialize)]
    #[name("Target")]
    pub struct TargetWritten {
        /// id of an indicator
        pub indicator: Spanned<String>,
        /// met at or above; with at_most, a band from one to the other
        #[default]
        pub at_least: Option<Spanned<f64>>,
        /// met at or below
        #[default]
        pub at_most: Option<Spanned<f64>>,
        /// met above: "over 95%"
        #[default]
        #[unless("Option::is_none")]
        pub over: Option<Spanned<f64>>,
        /// met under: "below 17%"
        #[default]
        #[unless("Option::is_none")]
        pub below: Option<Spanned<f64>>,
        /// refused: "about 35" can be neither met nor missed
        #[default]
        #[unless("Option::is_none")]
        pub about: Option<Spanned<f64>>,
        /// year from whose end on it must hold, at every year-end to `by`
        #[default]
        #[unless("Option::is_none")]
        pub from: Option<Spanned<Year>>,
        /// year at whose end it must hold; with `from`, the last such year, and the last of the run if
        /// left out
        #[default]
        pub by: Option<Spanned<Year>>,
        /// month of that year at whose end it must hold, 1 to 12; December if left out
        #[default]
        #[unless("Option::is_none")]
        #[shape(Shape::Whole(1.0, 12.0, Measure::Bare))]
        pub by_month: Option<Spanned<u32>>,
        /// the part of its level at the end of the base year by which it falls: 0.3 for "reduce by 30%"; of
        /// indicators whose level is published
        #[default]
        #[unless("Option::is_none")]
        #[shape(Shape::Number(0.0, 1.0, Measure::Share))]
        pub reduce_by: Option<Spanned<f64>>,
        /// nation, a region or a province (code); the nation if left out
        #[default]
        pub scope: Option<Spanned<String>>,
        /// document that sets it
        #[default]
        pub document: Option<String>,
    }
}

impl TargetWritten {
    /// Its thresholds: at least, at most, over, below.
    pub fn bounds(&self) -> [Option<&Spanned<f64>>; 4] {
        [&self.at_least, &self.at_most, &self.over, &self.below].map(Option::as_ref)
    }
}

/// `assumptions: {"post.match": Beta(11, 2)}`.
pub type Overrides = Table<Distribution>;

/// A table in file order, whose keys keep their places: an id that is written twice is a mistake we
/// point at.
#[derive(Clone, Debug)]
pub struct Table<V>(pub Vec<(Spanned<String>, Spanned<V>)>);

impl<V> Default for Table<V> {
    fn default() -> Table<V> {
        Table(Vec::new())
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Table<V> {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Rows<V>(PhantomData<V>);
        impl<'de, V: Deserialize<'de>> Visitor<'de> for Rows<V> {
            type Value = Table<V>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&crate::messages::source::TABLE)
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Table<V>, A::Error> {
                let mut rows = Vec::new();
                while let Some(row) = map.next_entry()? {
                    rows.push(row);
                }
                Ok(Table(rows))
            }
        }
        d.deserialize_map(Rows(PhantomData))
    }
}

impl<V: Shaped> Shaped for Table<V> {
    const SHAPE: &'static Shape = &Shape::Table(V::SHAPE);
}

/// A value that is read later: what it may be depends on where it goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anything;

impl Shaped for Anything {
    const SHAPE: &'static Shape = &Shape::Changes;
}

impl<'de> Deserialize<'de> for Anything {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        <&'de RawValue>::deserialize(d).map(|_| Anything)
    }
}

/// A scenario from its text, on a base; what it builds on is looked for among the built-in ones.
/// `name` is the file as the user knows it. What comes back beside the scenario are warnings.
pub fn from_text(
    name: &str,
    text: &str,
    base: Arc<Base>,
) -> Result<(Scenario, Problems), Box<Rejected>> {
    let shelf = Shelf::Program(PathBuf::new());
    let gathered = inherit::gather(name, text, shelf, crate::words::compare::built_in(name));
    finish(name, text, gathered, Ok(base))
}

/// Whether a word stands somewhere in a text.
pub(super) fn has_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .any(|w| w == word)
}

/// Checks what was read and makes the scenario, or collects everything that is wrong. `original`
/// is the text as it lies in the file; the places point into the texts of the book.
fn finish(
    name: &str,
    original: &str,
    gathered: Gathered,
    base: Result<Arc<Base>, Box<Problem>>,
) -> Result<(Scenario, Problems), Box<Rejected>> {
    let Gathered {
        resolved,
        mut problems,
        book,
        lying,
        ..
    } = gathered;
    let broken = problems.has_errors();
    let mut scenario = None;
    match (resolved, base) {
        (Some(resolved), Ok(base)) => {
            let mut found = Problems::default();
            let origins = Origins::of(&resolved, &book);
            let taken_back = resolved.taken_back.clone();
            scenario = check::scenario(name, original, resolved, base, &mut found);
            if let Some(scenario) = &mut scenario {
                scenario.behind = book.others();
                scenario.lying = lying;
                scenario.origins = Arc::new(origins);
            }
            // An entry that could not be read was left out: what holds it only looks empty. And
            // while there is something to correct in the form, warnings can wait.
            let incomplete = [
                "touches-nothing",
                "split-not-whole",
                "split-needs-rest",
                "no-threshold",
            ];
            let can_wait = |p: &Problem| {
                broken
                    && (p.severity == Severity::Warning
                        || incomplete.iter().any(|end| p.code.ends_with(end)))
            };
            // A law that undoes another file's is no idle line.
            let undoes = |p: &Problem| {
                p.code == "assumption::changes-nothing" && taken_back.contains(&p.span)
            };
            let found = found.all.into_iter().filter(|p| !can_wait(p) && !undoes(p));
            problems.all.extend(found);
        }
        (_, Err(problem)) => problems.add(*problem),
        (None, Ok(_)) => {}
    }
    json_places(&book, &mut problems);
    problems.sort();
    match scenario {
        Some(scenario) if !problems.has_errors() => Ok((scenario, problems)),
        _ => Err(Box::new(Rejected {
            problems,
            file_name: name.to_owned(),
            text: book.page(0).text.clone(),
            others: book.others(),
        })),
    }
}

/// Takes places of files in JSON back to what was written there.
fn json_places(book: &Book, problems: &mut Problems) {
    for number in 0..=book.others().len() {
        let page = book.page(number);
        if source::json::is_json(&page.name, &page.text) {
            source::json::places(&page.text, book.start(number), problems);
        }
    }
}

/// The stem of a path as a user writes it: `scenarios/satellite.ron` is `satellite`.
pub(super) fn stem(name: &str) -> String {
    Path::new(name).file_stem().map_or_else(
        || name.to_owned(),
        |stem| stem.to_string_lossy().into_owned(),
    )
}

/// Texts of `scenarios/` by name.
macro_rules! shipped {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../scenarios/", $name, ".ron")))),*]
    };
}

/// The built-in scenarios by name, compiled into the program, in the order of the library.
pub const BUILT_IN: &[(&str, &str)] = shipped! {
    "baseline"
    "decision-201"
    "resolution-72"
    "without-ntp"
    "ntp"
    "ntp-35"
    "ntp-75"
    "ntp-95"
    "satellite"
    "satellites-127"
    "satellites-200"
    "transfer"
    "transfer-all-but-25"
    "investment-low"
    "investment-50"
    "investment-high"
    "investment-200"
    "private-15"
    "intake-10"
    "intake-30"
    "intake-60"
    "retirement"
    "fee-exemption-2030"
    "check-ups-2026"
    "station-model-2030"
    "remote-mountains-2028"
    "rescue-2028"
    "storm-2028"
    "vision-2050"
    "budget-60000"
    "lai-chau"
    "hung-yen"
    "lao-cai"
    "nghe-an"
    "ho-chi-minh"
    "hai-phong"
    "ha-tinh"
    "phu-tho"
    "quang-ninh"
};

/// The packages compiled into the program, by their path seen from the scenarios.
pub const PACKAGES: &[(&str, &str)] = shipped! {
    "packages/check-ups"
    "packages/commune-doctors-2027"
    "packages/handovers-other-ministries"
    "packages/pay-100"
    "packages/rotation"
    "packages/starting-pay"
};

/// Questions of the library that are answered against another one than the baseline.
const AGAINST: &str = include_str!("../../scenarios/gallery.csv");

/// The built-in scenario that the answer of another is held against; `None` for the baseline.
pub fn answered_against(name: &str) -> Option<&'static str> {
    let rows = AGAINST
        .lines()
        .skip(1)
        .filter_map(|row| row.split_once(','));
    let mut named = rows.filter(|(scenario, _)| *scenario == name);
    let own = named.next().map(|(_, against)| against.trim_end());
    own.or((name != "baseline").then_some("baseline"))
}

/// Names of the built-in scenarios.
pub fn built_in_names() -> Vec<&'static str> {
    BUILT_IN.iter().map(|(name, _)| *name).collect()
}

/// Why a scenario could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The file could not be opened.
    #[error("{}", messages::cannot_read(path.display(), reason))]
    Io {
        /// Path as given.
        path: PathBuf,
        /// What the system said.
        reason: std::io::Error,
    },
    /// The file holds mistakes.
    #[error("{}", .0.render(100, false))]
    Rejected(Box<Rejected>),
    /// The base holds mistakes.
    #[error(transparent)]
    Base(#[from] BaseErrors),
}

/// A scenario from a file. `base` is a folder to use instead of the one the file names. What comes
/// back beside the scenario are warnings.
pub fn read(path: &Path, base: Option<&Path>) -> Result<(Scenario, Problems), ReadError> {
    let bytes = std::fs::read(path).map_err(|reason| ReadError::Io {
        path: path.to_owned(),
        reason,
    })?;
    let folder = path.parent().unwrap_or(Path::new(""));
    from_bytes(&path.display().to_string(), &bytes, folder, base)
}

impl Scenario {
    /// A scenario compiled into the program, by name; what comes back beside it are warnings.
    pub fn built_in(name: &str) -> Result<(Scenario, Problems), ReadError> {
        Scenario::built_in_on(name, None)
    }

    /// The same on the base of a folder.
    pub fn built_in_on(name: &str, base: Option<&Path>) -> Result<(Scenario, Problems), ReadError> {
        let name = name.strip_suffix(".ron").unwrap_or(name);
        let Some((_, text)) = BUILT_IN.iter().find(|(known, _)| *known == name) else {
            let known: Vec<&str> = BUILT_IN.iter().map(|(known, _)| *known).collect();
            let mut problems = Problems::default();
            problems.add(Problem::refusal(
                "scenario::unknown",
                messages::no_built_in(name, suggestion(name, &known, "")),
            ));
            return Err(ReadError::Rejected(Box::new(Rejected {
                problems,
                file_name: name.to_owned(),
                text: String::new(),
                others: Vec::new(),
            })));
        };
        let file = format!("{name}.ron");
        let shelf = Shelf::Program(PathBuf::new());
        let key = crate::words::compare::built_in(&file);
        on_shelf(&file, text.as_bytes(), shelf, key, base)
    }
}

/// A scenario from the bytes of a file that lies in `folder`; [`read`] without the file system.
pub fn from_bytes(
    name: &str,
    bytes: &[u8],
    folder: &Path,
    base_override: Option<&Path>,
) -> Result<(Scenario, Problems), ReadError> {
    let (shelf, key) = inherit::of_file(name, folder);
    on_shelf(name, bytes, shelf, key, base_override)
}

/// A scenario from the bytes of a file, and from what it builds on, seen from its shelf.
fn on_shelf(
    name: &str,
    bytes: &[u8],
    shelf: Shelf,
    key: String,
    base_override: Option<&Path>,
) -> Result<(Scenario, Problems), ReadError> {
    let rejected = |problems: Problems, text: String| {
        ReadError::Rejected(Box::new(Rejected {
            problems,
            file_name: name.to_owned(),
            text,
            others: Vec::new(),
        }))
    };
    let text = match source::text_of(bytes) {
        Ok(text) => text,
        Err((problem, shown)) => {
            let mut problems = Problems::default();
            problems.add(*problem);
            return Err(rejected(problems, shown));
        }
    };
    let mut gathered = inherit::gather(name, &text, shelf, key);
    let base = match (&mut gathered.resolved, base_override) {
        (_, Some(given)) => {
            let base = Base::read_folder(given)?;
            if let Some(whole) = &mut gathered.resolved {
                whole.base.value = written_path(given);
            }
            Ok(Arc::new(base))
        }
        (Some(whole), None) => {
            let folder = match &gathered.shelf {
                Shelf::Folder(folder) => folder.clone(),
                Shelf::Program(_) => PathBuf::new(),
            };
            named_base(&mut whole.base, &folder)?
        }
        // Nothing can be checked against a base that is not known.
        (None, None) => Ok(Base::builtin()),
    };
    let original = String::from_utf8_lossy(bytes);
    finish(name, &original, gathered, base).map_err(ReadError::Rejected)
}

/// The base a file names: the built-in one by its code, else a folder beside the file.
fn named_base(
    name: &mut Spanned<String>,
    folder: &Path,
) -> Result<Result<Arc<Base>, Box<Problem>>, ReadError> {
    let built_in = Base::builtin();
    if name.value == built_in.code {
        return Ok(Ok(built_in));
    }
    let path = folder.join(&name.value);
    if path.is_dir() {
        let base = Base::read_folder(&path)?;
        name.value = written_path(&path);
        return Ok(Ok(Arc::new(base)));
    }
    let near = nearest(name, [built_in.code.as_str()]);
    let help = match near {
        Some(code) => did_you_mean(code),
        None => messages::base_named(&built_in.code),
    };
    Ok(Err(Box::new(
        Problem::refusal(
            "scenario::unknown-base",
            messages::no_base(&name.value, help),
        )
        .over(name.span.clone()),
    )))
}

/// The base a scenario names in its text, as written.
pub fn base_named_in(text: &str) -> Option<String> {
    let (file, _) = source::parse::<ScenarioFile>(text);
    file.and_then(|file| file.base).map(|base| base.value)
}

/// The path of a folder as a scenario written elsewhere can name it.
fn written_path(path: &Path) -> String {
    let whole = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    whole.to_string_lossy().into_owned()
}

/// A checked policy line.
pub(super) fn plan(written: PlanWritten, first: Year, last: Year) -> Plan {
    Plan {
        id: written.id.value,
        decision: written.decision,
        from: written.from.map_or(first, |y| y.value),
        to: written.to.map_or(last, |y| y.value),
        payer: written.payer,
        responsible: written.responsible.map(|who| who.value),
        coordinating: written.coordinating.map(|who| who.value),
        authority: written.authority.map(|who| who.value),
        deadline: written.deadline.map(|y| y.value),
        deadline_month: written.deadline_month.map(|month| month.value),
        product: written.product.map(|product| product.value),
        progress: written.progress.iter().map(ReportWritten::read).collect(),
        when: written.when,
    }
}
