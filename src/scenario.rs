//! A question, checked: which base, which years, which policies, which targets.
//!
//! In the terms of the field: a law is the distribution of an uncertain parameter, a knob a parameter
//! that a sweep or a sensitivity run varies.

pub mod added;
pub mod agreed;
pub mod ceiling;
pub mod check;
pub mod codes;
pub mod decide;
pub mod differ;
pub mod figures;
pub mod file;
pub mod grammar;
pub mod inherit;
pub mod knob;
pub mod question;
pub mod show;
#[cfg(test)]
pub(crate) mod small;
pub mod ties;

use crate::base::{Base, Distribution, Target};
use crate::chance::designed::Designed;
use crate::chance::even::Even;
use crate::diagnostic::{Book, Source};
use crate::results::{FigureMoved, FigureUsed};
use crate::said;
use crate::units::Year;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::Arc;

pub use crate::policy::Plan;
pub use crate::units::{PAYERS, Payer, Sampling, Uncertainty};
pub use added::{IndicatorWritten, MilestoneWritten};
pub use agreed::Agreed;
pub use ceiling::Ceiling;
pub use decide::DecideWritten;
pub use figures::FigureWritten;
pub use file::{QuestionWritten, TargetChoice};
pub use question::Question;

/// A scenario that has passed every check.
#[derive(Clone, Debug)]
pub struct Scenario {
    /// File stem: `baseline`.
    pub name: String,
    /// Title.
    pub title: String,
    /// Free note.
    pub note: String,
    /// The base, with this scenario's assumption overrides applied to its book.
    pub base: Arc<Base>,
    /// Code of the province the question is about; reports then lead with it.
    pub province: Option<String>,
    /// Code of the region the question is about, where it is about no single province.
    pub region: Option<String>,
    /// First simulated year (base year + 1).
    pub first: Year,
    /// Last simulated year.
    pub last: Year,
    /// Number of futures.
    pub replicates: u32,
    /// Seed.
    pub seed: u64,
    /// Layers of randomness.
    pub uncertainty: Uncertainty,
    /// How the numbers of the assumptions are laid out over the futures.
    pub sampling: Sampling,
    /// Whether beds without staff stay shut (targets then use operating beds).
    pub staffing_gate: bool,
    /// Real discount rate for costs; `None`: the base's assumption.
    pub discount_rate: Option<f64>,
    /// Codes of the provinces a storm strikes, where the scenario names them.
    pub storm_in: Option<Vec<String>>,
    /// What may be spent, where the scenario says it.
    pub ceiling: Option<Ceiling>,
    /// Ids of the policies that others have decided, in order: their money stands beside the question's.
    pub given: Vec<String>,
    /// Smallest differences that matter, where the scenario states them.
    pub matters: Matters,
    /// What can be decided and what must hold, where the scenario says it, as written.
    pub decide: Option<DecideWritten>,
    /// Figures of the asker in place of the base's, as written; `base` holds them.
    pub figures: Vec<FigureWritten>,
    /// Indicators it declares beside the base's, as written; `base` holds them.
    pub indicators: Vec<IndicatorWritten>,
    /// Milestones it declares, likewise.
    pub milestones: Vec<MilestoneWritten>,
    /// What figures replaced, and what that moved.
    pub replaced: Replaced,
    /// Assumptions the scenario overrides, as written.
    pub overrides: Vec<(String, Distribution)>,
    /// Policies, in order of id.
    pub policies: Vec<Plan>,
    /// Which futures agree with what was reported of its tasks, or of those of the scenario it is held
    /// against; `None`: all.
    pub agreed: Option<Arc<Agreed>>,
    /// What a designed run draws anew; `None`: futures are drawn as they are.
    pub designed: Option<Arc<Designed>>,
    /// Targets to answer.
    pub targets: Vec<Target>,
    /// Which of them are asked, in their order; the others stand around them.
    pub question: Question,
    /// The same as the file says it.
    pub question_written: Option<QuestionWritten>,
    /// How the file asked for its targets, for writing it out again.
    pub target_choice: TargetChoice,
    /// The base as the file names it: `viet-nam`, or the path of a folder.
    pub base_name: String,
    /// Text of the file, for the manifest's digest.
    pub text: String,
    /// The files it builds on, as read.
    pub behind: Vec<Source>,
    /// The same as they lie there, for the manifest's digests.
    pub lying: Vec<Vec<u8>>,
    /// Which file each part comes from.
    pub origins: Arc<show::Origins>,
}

/// What figures of the asker replaced in the base, and the ratios of the base year that this moved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Replaced {
    /// Each figure beside that of the base.
    pub figures: Vec<FigureUsed>,
    /// Ratios of provinces, before and after.
    pub moved: Vec<FigureMoved>,
}

/// Smallest differences that matter when options are held against one another, as far as they are
/// stated.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Matters {
    /// Of a chance, as a fraction.
    pub chances: Option<f64>,
    /// Of indicators, by id, each in its own unit.
    pub indicators: BTreeMap<String, f64>,
}

impl Scenario {
    /// Whether it gives an assumption a law or a figure of its own.
    pub fn gives(&self, id: &str) -> bool {
        let law = self.overrides.iter().any(|(own, _)| own == id);
        law || self.figures.iter().any(|figure| *figure.what == *id)
    }

    /// Ids of the assumptions it gives a law or a figure of its own.
    pub fn given(&self) -> impl Iterator<Item = &String> {
        let prices = self.figures.iter().map(|figure| &figure.what.value);
        let prices = prices.filter(|id| self.base.assumptions.get(id).is_some());
        self.overrides.iter().map(|(id, _)| id).chain(prices)
    }

    /// The text of the file as the reader saw it: the places of warnings point into this one.
    pub fn text_as_read(&self) -> String {
        crate::source::text_of(self.text.as_bytes()).unwrap_or_else(|_| self.text.clone())
    }

    /// All texts it was read from; places of warnings point into them. `name` is the file as the
    /// user knows it.
    pub fn book(&self, name: &str) -> Book {
        Book::of(name, &self.text_as_read(), &self.behind)
    }

    /// How the numbers of its assumptions are laid out, where not each is drawn by itself.
    pub fn even(&self) -> Option<Even> {
        Even::of(self.sampling, self.seed, self.replicates)
    }

    /// The scenario with every default written out and all it builds on taken in, as a file that
    /// reads back to the same one.
    pub fn resolved(&self) -> String {
        // A file for programs: the same in every language.
        said::within(said::Language::En, || {
            let lines = self.lines();
            lines.iter().flat_map(|(_, line)| [line, "\n"]).collect()
        })
    }

    /// The same line by line, with what each line says.
    fn lines(&self) -> Vec<(About<'_>, String)> {
        let mut page = Page::default();
        page.put(About::Frame, crate::words::command::AS_RUN.into());
        page.put(About::Frame, "(".into());
        page.field("title", &self.title);
        page.field("note", &self.note);
        page.field("base", &self.base_name);
        page.field("province", &self.province);
        page.field("region", &self.region);
        page.field("question", &self.question_written);
        page.put(
            About::Field("years"),
            format!("    years: (first: {}, last: {}),", self.first, self.last),
        );
        page.field("replicates", &self.replicates);
        page.field("seed", &self.seed);
        page.field("uncertainty", &self.uncertainty);
        if self.sampling != Sampling::default() {
            page.field("sampling", &self.sampling);
        }
        page.field("staffing_gate", &self.staffing_gate);
        page.field("discount_rate", &self.discount_rate);
        page.field("storm_in", &self.storm_in);
        page.field("ceiling", &self.ceiling);
        if !self.given.is_empty() {
            page.field("given", &self.given);
        }
        page.field("matters", &self.matters);
        if let Some(decide) = &self.decide {
            let decide = format!("    decide: {},", tall(decide, 1));
            page.put(About::Field("decide"), decide);
        }
        if !self.figures.is_empty() {
            let figures = format!("    figures: {},", tall(&self.figures, 1));
            page.put(About::Field("figures"), figures);
        }
        if !self.indicators.is_empty() {
            let indicators = format!("    indicators: {},", tall(&self.indicators, 1));
            page.put(About::Field("indicators"), indicators);
        }
        if !self.milestones.is_empty() {
            let milestones = format!("    milestones: {},", tall(&self.milestones, 1));
            page.put(About::Field("milestones"), milestones);
        }
        if !self.base.assumptions.ties.is_empty() {
            let ties = tall(&self.base.assumptions.ties, 1);
            page.put(About::Field("ties"), format!("    ties: {ties},"));
        }
        page.put(About::Frame, "    assumptions: {".into());
        for (id, law) in &self.overrides {
            let line = format!("        {}: {},", ron(id), ron(law));
            page.put(About::Law(id), line);
        }
        page.put(About::Frame, "    },".into());
        page.put(About::Frame, "    policies: [".into());
        for plan in &self.policies {
            let of = |fields| About::Policy(plan, fields);
            page.put(of(&["id"]), "        (".into());
            page.put(of(&["id"]), format!("            id: {},", ron(&plan.id)));
            let decision = format!("            do: {},", tall(&plan.decision, 3));
            page.put(of(&["do"]), decision);
            let years = format!("            from: {}, to: {},", plan.from, plan.to);
            page.put(of(&["from", "to"]), years);
            let payer = format!("            payer: {},", ron(&plan.payer));
            page.put(of(&["payer"]), payer);
            let who = format!("            responsible: {},", ron(&plan.responsible));
            page.put(of(&["responsible"]), who);
            let with = format!("            coordinating: {},", ron(&plan.coordinating));
            page.put(of(&["coordinating"]), with);
            let by = format!("            authority: {},", ron(&plan.authority));
            page.put(of(&["authority"]), by);
            let deadline = format!("            deadline: {},", ron(&plan.deadline));
            page.put(of(&["deadline"]), deadline);
            let month = ron(&plan.deadline_month);
            page.put(
                of(&["deadline_month"]),
                format!("            deadline_month: {month},"),
            );
            if let Some(product) = &plan.product {
                let product = format!("            product: {},", ron(product));
                page.put(of(&["product"]), product);
            }
            if !plan.progress.is_empty() {
                let progress = format!("            progress: {},", tall(&plan.progress, 3));
                page.put(of(&["progress"]), progress);
            }
            page.put(
                of(&["when"]),
                format!("            when: {},", ron(&plan.when)),
            );
            page.put(of(&["id"]), "        ),".into());
        }
        page.put(About::Frame, "    ],".into());
        let targets = format!("    targets: {},", tall(&self.target_choice, 1));
        page.put(About::Targets, targets);
        page.put(About::Frame, ")".into());
        page.lines
    }
}

/// What a line of a scenario that is written out says.
#[derive(Clone, Copy, Debug)]
enum About<'a> {
    /// Brackets around the rest.
    Frame,
    /// A field of the top record.
    Field(&'static str),
    /// The law of an assumption.
    Law(&'a str),
    /// Some fields of a policy.
    Policy(&'a Plan, &'static [&'static str]),
    /// The targets.
    Targets,
}

/// A scenario while it is written out.
#[derive(Default)]
struct Page<'a> {
    lines: Vec<(About<'a>, String)>,
}

impl<'a> Page<'a> {
    fn put(&mut self, about: About<'a>, text: String) {
        let lines = text.split('\n').map(|line| (about, line.to_owned()));
        self.lines.extend(lines);
    }

    fn field<T: Serialize>(&mut self, name: &'static str, value: &T) {
        self.put(About::Field(name), format!("    {name}: {},", ron(value)));
    }
}

/// One value in our dialect, on one line.
fn ron<T: Serialize + ?Sized>(value: &T) -> String {
    crate::source::options()
        .to_string(value)
        .expect("a checked scenario holds only what the dialect can write")
}

/// The same with room between its parts.
fn spaced<T: Serialize + ?Sized>(value: &T) -> String {
    let shape = ron::ser::PrettyConfig::new()
        .depth_limit(0)
        .separate_tuple_members(false);
    crate::source::options()
        .to_string_pretty(value, shape)
        .expect("a checked scenario holds only what the dialect can write")
}

/// One value in our dialect, a line for each entry of its outer lists, indented by `depth`.
fn tall<T: Serialize>(value: &T, depth: usize) -> String {
    let shape = ron::ser::PrettyConfig::new().new_line("\n").depth_limit(2);
    crate::source::options()
        .to_string_pretty(value, shape)
        .expect("a checked scenario holds only what the dialect can write")
        .replace('\n', &format!("\n{}", "    ".repeat(depth)))
}

#[cfg(test)]
mod tests {
    use super::file::from_text;
    use super::small;

    const EVERYTHING: &str = r#"(
        title: "All \"kinds\" of things", note: "a\nb", base: "made-up", province: "north",
        years: (first: 2026, last: 2040), replicates: 500, seed: 7, uncertainty: process,
        staffing_gate: true, discount_rate: 0.05,
        storm_in: ["north"], matters: (chances: 0.01, indicators: {"beds_per_10k": 0.2, "private_bed_share": 0}),
        ceiling: (amount: 60000.5, payers: [Provincial, Hospitals], from: 2027, to: 2030, prices: Nominal),
        decide: (levers: [(policy: "campus", sizes: ["beds", "cost"], steps: 2), (policy: "stay")],
            goals: [(targets: ["beds_per_10k/nation/2035/at-least-38"], at_least: [0.5])]),
        assumptions: {
            "post.match": Triangular(low: 0.85, mode: 0.9, high: 0.95),
            "build.lag": Profile([0.25, 0.75]), "shock.storm_year": Fixed(2028),
        },
        policies: [
            (id: "z-links", do: SatelliteHospitals(links: [
                (core: "royal", satellite: "south-general", specialty: "general", from: 2030),
                (core: "heart", satellite: "south-general", specialty: "cardiology"),
            ])),
            (id: "campus", do: SecondCampus(hospital: "royal", province: "south-coast", beds: 300,
                cost: 1500, opens: 2032, replaces: 0.25), payer: Ministry, deadline: 2033),
            (id: "handover", do: TransferToProvince(hospitals: ["heart"], year: 2029,
                mean_delay: 1.5, integration: 2), responsible: "the Ministry", coordinating: "the province",
                authority: "the Law on Health", deadline: 2030, deadline_month: 6, when: Above(indicator: "central_occupancy", level: 0.9)),
            (id: "money", do: Investment(amount: Profile([(2027, 10), (2029, 20.5)]),
                money: Disbursed, split: (new_beds: Assumed("programme.bed_share"), stations: Rest),
                allocation: List(["north"])), from: 2027, to: 2031, payer: Provincial,
                when: Behind(indicator: "beds_per_10k", scope: "nation", by: 2030, margin: 0.5)),
            (id: "more-money", do: Investment(amount: Multiple(1.5), money: Planned,
                split: (expansion: Share(0.5), training_places: Share(0.5)), allocation: PerHead)),
            (id: "classes", do: TrainingIntake(occupation: "nurse", growth: 0.25, a_year: 0.05, cap: 1.75,
                new_schools: [(places: 50, first: 2028, cost: 45, owner: Private), (places: 20, first: 2027)])),
            (id: "pay", do: Incentives(employers: [Central, Commune], occupation: "doctor", points: 12.5,
                starting_pay: 0.5, place: IncomeBelow(1.5))),
            (id: "pay-there", do: Incentives(employers: [Commune], points: 5, place: Provinces(["north"]))),
            (id: "stations", do: CommuneDoctors(rotation: (doctors: 30, months: 4.5),
                recruitment: (standard: 4.5, funded: 0.5, by: 2030), scholarships: (places: 5),
                provinces: ["south-coast"])),
            (id: "posts", do: CommuneDoctors(recruitment: (posts: 10))),
            (id: "stay", do: RetirementExtension(occupation: "doctor", share: 0.25, to_age: 67)),
        ],
        targets: AdoptedAnd([
            (indicator: "private_bed_share", at_most: 0.1, by: 2035, scope: "north", document: "a plan"),
            (indicator: "beds_per_10k", at_least: 38, by: 2035),
        ]),
    )"#;

    #[test]
    fn a_scenario_written_out_reads_back_whole() {
        let (scenario, _) = from_text("all.ron", EVERYTHING, small::base()).unwrap();
        let resolved = scenario.resolved();
        let (again, _) = from_text("all.ron", &resolved, small::base()).unwrap();
        assert_eq!(again.resolved(), resolved);
        assert_eq!(again.policies, scenario.policies);
        assert_eq!(again.targets, scenario.targets);
        assert_eq!(again.overrides, scenario.overrides);
        assert_eq!(again.base.assumptions, scenario.base.assumptions);
        assert_eq!((again.first, again.last), (scenario.first, scenario.last));
        assert_eq!(again.province, scenario.province);
        assert_eq!(again.ceiling, scenario.ceiling);
        assert_eq!(again.decide, scenario.decide);
        assert_eq!((again.title, again.note), (scenario.title, scenario.note));
    }

    #[test]
    fn what_is_left_out_is_written_out() {
        let text = r#"(title: "T", base: "made-up", policies: [])"#;
        let (scenario, _) = from_text("bare.ron", text, small::base()).unwrap();
        let resolved = scenario.resolved();
        for line in [
            "years: (first: 2026, last: 2035)",
            "replicates: 10000",
            "seed: 1",
            "uncertainty: both",
            "staffing_gate: false",
            "targets: Adopted",
        ] {
            assert!(resolved.contains(line), "{line} in {resolved}");
        }
    }

    #[test]
    fn overrides_change_the_book_and_policies_stand_in_order_of_id() {
        let (scenario, _) = from_text("all.ron", EVERYTHING, small::base()).unwrap();
        let law = &scenario
            .base
            .assumptions
            .get("post.match")
            .unwrap()
            .distribution;
        assert_eq!(*law, scenario.overrides[1].1);
        assert!(scenario.overrides.is_sorted_by(|a, b| a.0 < b.0));
        assert!(scenario.policies.is_sorted_by(|a, b| a.id < b.id));
        assert_eq!(scenario.policies.len(), 11);
    }
}
