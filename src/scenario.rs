//! A question, checked: which base, which years, which policies, which targets.

pub mod check;
pub mod file;
#[cfg(test)]
pub(crate) mod small;

use crate::base::{Base, Distribution, Target};
use crate::policy::Decision;
use crate::units::Year;
use serde::{Deserialize, Serialize};
use std::fmt::Write;
use std::sync::Arc;

pub use file::TargetChoice;

/// Which layers of randomness are on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Uncertainty {
    /// Assumptions and events are drawn: the headline.
    #[default]
    Both,
    /// Assumptions are drawn; every count takes its expectation.
    Parameters,
    /// Assumptions stay at their medians; events are drawn.
    Process,
    /// Assumptions at medians and counts at expectations, as real numbers.
    None,
}

impl Uncertainty {
    /// Whether assumptions are drawn.
    pub fn parameters(self) -> bool {
        matches!(self, Uncertainty::Both | Uncertainty::Parameters)
    }
    /// Whether events (people, projects, shocks) are drawn.
    pub fn process(self) -> bool {
        matches!(self, Uncertainty::Both | Uncertainty::Process)
    }
}

/// Who pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Payer {
    /// Central budget (the Ministry of Health).
    Ministry,
    /// Provincial budgets.
    Provincial,
    /// Hospital revenue: health insurance and fees.
    Hospitals,
    /// Private investors and schools.
    Private,
}

/// Every payer in printing order.
pub const PAYERS: [Payer; 4] = [
    Payer::Ministry,
    Payer::Provincial,
    Payer::Hospitals,
    Payer::Private,
];

/// One policy of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Unique in the scenario; random numbers, overrides and tables use it.
    pub id: String,
    /// The decision.
    pub decision: Decision,
    /// First year it acts.
    pub from: Year,
    /// Last year it acts.
    pub to: Year,
    /// Who pays, where the file says so (the decision's own default otherwise).
    pub payer: Option<Payer>,
    /// Who is responsible (printed).
    pub responsible: Option<String>,
    /// When it should be done (printed, and checked against the years).
    pub deadline: Option<Year>,
}

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
    /// Whether beds without staff stay shut (targets then use operating beds).
    pub staffing_gate: bool,
    /// Real discount rate for costs; `None`: the base's assumption.
    pub discount_rate: Option<f64>,
    /// Assumptions the scenario overrides, as written.
    pub overrides: Vec<(String, Distribution)>,
    /// Policies, in order of id.
    pub policies: Vec<Plan>,
    /// Targets to answer.
    pub targets: Vec<Target>,
    /// How the file asked for its targets, for writing it out again.
    pub target_choice: TargetChoice,
    /// The base as the file names it: `viet-nam`, or the path of a folder.
    pub base_name: String,
    /// Text of the file, for the manifest's digest.
    pub text: String,
}

impl Scenario {
    /// The scenario with every default written out, as a file that reads back to the same one.
    pub fn resolved(&self) -> String {
        let mut page =
            String::from("// The scenario as it was run, every default written out.\n(\n");
        field(&mut page, "title", &self.title);
        field(&mut page, "note", &self.note);
        field(&mut page, "base", &self.base_name);
        let _ = writeln!(
            page,
            "    years: (first: {}, last: {}),",
            self.first, self.last
        );
        field(&mut page, "replicates", &self.replicates);
        field(&mut page, "seed", &self.seed);
        field(&mut page, "uncertainty", &self.uncertainty);
        field(&mut page, "staffing_gate", &self.staffing_gate);
        field(&mut page, "discount_rate", &self.discount_rate);
        page.push_str("    assumptions: {\n");
        for (id, law) in &self.overrides {
            let _ = writeln!(page, "        {}: {},", ron(id), ron(law));
        }
        page.push_str("    },\n    policies: [\n");
        for plan in &self.policies {
            let _ = writeln!(page, "        (\n            id: {},", ron(&plan.id));
            let _ = writeln!(page, "            do: {},", ron(&plan.decision));
            let _ = writeln!(page, "            from: {}, to: {},", plan.from, plan.to);
            let _ = writeln!(page, "            payer: {},", ron(&plan.payer));
            let _ = writeln!(page, "            responsible: {},", ron(&plan.responsible));
            let _ = writeln!(page, "            deadline: {},", ron(&plan.deadline));
            page.push_str("            when: Always,\n        ),\n");
        }
        page.push_str("    ],\n");
        field(&mut page, "targets", &self.target_choice);
        page.push_str(")\n");
        page
    }
}

fn field<T: Serialize>(page: &mut String, name: &str, value: &T) {
    let _ = writeln!(page, "    {name}: {},", ron(value));
}

/// One value in our dialect, on one line.
fn ron<T: Serialize + ?Sized>(value: &T) -> String {
    crate::source::options()
        .to_string(value)
        .expect("a checked scenario holds only what the dialect can write")
}
