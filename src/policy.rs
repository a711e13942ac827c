//! What is decided. A folder for each kind of policy holds everything about it (its fields, words,
//! codes, example, checks, systems and cost) and a row of the registry below names it: the order of
//! rows is the order of play within a phase.
//!
//! A folder is one module with its `mod.rs`, so that a kind is one thing to add, move or leave out.
//!
//! In the terms of the field: a decision is an intervention, a handover a change of ownership, a campus a
//! capital project, a link a referral (hub and spoke) arrangement.

pub mod campus;
pub mod checkups;
pub mod close;
pub mod commune;
pub mod exemption;
pub mod family;
pub mod incentives;
pub mod initiative;
pub mod intake;
pub mod investment;
mod lookup;
pub mod merge;
pub mod milestone;
pub mod private;
pub mod remote;
pub mod retirement;
pub mod rollout;
pub mod satellite;
pub mod services;
pub mod stations;
pub mod task;
pub mod things;
pub mod transfer;
mod trial;
pub mod when;
mod words;

use crate::base::Base;
use crate::chance::Process;
use crate::diagnostic::Problems;
use crate::results::Report;
use crate::said::Said;
use crate::shape::{About, Field, Holds, Narrow, Record, Shape, Shaped, Variant};
use crate::source::Spanned;
use crate::units::Year;
use crate::units::{Payer, Uncertainty};
use crate::words::codes::Code;
use crate::world::country::Country;
use crate::world::decisions::Decisions;
use crate::year::Model;
use bevy_ecs::prelude::{ResMut, World};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;
use things::Thing;

pub use campus::SecondCampus;
pub use checkups::CheckUps;
pub use close::CloseHospital;
pub use commune::CommuneDoctors;
pub use exemption::FeeExemption;
pub use family::FamilyMedicine;
pub use incentives::Incentives;
pub use initiative::Initiative;
pub use intake::TrainingIntake;
pub use investment::Investment;
pub use merge::MergeHospitals;
pub use milestone::ReachMilestone;
pub use private::PrivateSector;
pub use remote::RemoteConsultation;
pub use retirement::RetirementExtension;
pub use satellite::SatelliteHospitals;
pub use services::StationServices;
pub use stations::StationUpgrade;
pub use task::ProductWritten;
pub use transfer::TransferToProvince;
#[cfg(test)]
pub use trial::TrialHostels;
pub use when::When;

/// What a kind of policy is declared with.
pub(crate) mod prelude {
    pub(crate) use super::lookup::meet;
    pub use super::things::{self, Thing};
    pub use super::{CheckContext, Earlier, Opened, Policy};
    pub use crate::base::Base;
    pub use crate::diagnostic::Problems;
    pub use crate::said::Said;
    pub(crate) use crate::shape::shaped;
    pub use crate::source::Spanned;
    pub use crate::units::{Payer, Year};
    pub use crate::words::codes::Code;
    pub use serde::Serialize;
}

/// What a policy's checks may look at.
pub struct CheckContext<'a> {
    /// The policy's id and where it is written, for problems that have no better place.
    pub id: &'a Spanned<String>,
    /// The base, overrides applied.
    pub base: &'a crate::base::Base,
    /// Years of the scenario.
    pub years: RangeInclusive<Year>,
    /// Years this policy acts.
    pub acts: RangeInclusive<Year>,
    /// Who the file says pays.
    pub payer: Option<Payer>,
    /// Whether the file says when it begins, and when it ends.
    pub dated: (bool, bool),
    /// Layers of randomness.
    pub uncertainty: Uncertainty,
}

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
    /// Who works with them (printed).
    pub coordinating: Option<String>,
    /// What gives them the power to do it, or who decides (printed).
    pub authority: Option<String>,
    /// When it should be done (printed, and checked against the years).
    pub deadline: Option<Year>,
    /// The month of that year at whose end it should be done; December where none is named.
    pub deadline_month: Option<u32>,
    /// What is there when it is done, where the file says so (what the decision brings about otherwise).
    pub product: Option<ProductWritten>,
    /// What was reported of it.
    pub progress: Vec<Report>,
    /// In which futures it acts.
    pub when: When,
}

impl Plan {
    /// Who pays: whom the file names, else who usually does.
    pub fn payer(&self, base: &Base) -> Payer {
        self.payer
            .unwrap_or_else(|| self.decision.usual_payer(base))
    }

    /// Whether its product is money: as the planner says, else as the decision has it.
    pub fn is_money(&self) -> bool {
        match &self.product {
            Some(product) => *product == ProductWritten::Money,
            None => self.decision.is_money(),
        }
    }

    /// Reports that tell which futures can be: those later than the base year, of what has a path of its own.
    pub fn telling(&self, base: Year) -> impl Iterator<Item = &Report> {
        let has_path = self.decision.has_path();
        self.progress
            .iter()
            .filter(move |report| has_path && report.year > base)
    }

    /// Whether its path is held against reports.
    pub fn is_followed(&self, base: Year) -> bool {
        self.telling(base).next().is_some()
    }
}

/// An earlier policy of the same kind in the same file.
pub struct Earlier<'a, P> {
    /// Its id.
    pub id: &'a Spanned<String>,
    /// First and last year it acts.
    pub acts: (Year, Year),
    /// What it decides.
    pub decision: &'a P,
}

/// A hospital that a policy adds to those of the base.
pub struct Opened {
    /// The hospital it belongs to, by its place in the base.
    pub home: usize,
    /// Its province, by its place in the base.
    pub province: usize,
}

/// What a kind of policy does to the world: stands in its `act.rs`.
pub trait Act {
    /// Processes by which it draws.
    const PROCESSES: &'static [Process] = &[];

    /// Puts a plan into the world: the plan at place `policy` of the scenario.
    fn spawn(&self, world: &mut World, country: &Country, policy: usize, plan: &Plan);
    /// Adds the systems that put plans at the base year.
    fn register_base(_model: &mut Model) {}
    /// Adds its systems. A scenario without plans of a kind has none to find.
    fn register(model: &mut Model);
}

/// Everything a kind of policy says about itself: its fields ([`Record`]), its words, what it may not
/// ask, who pays, and what it does to the world ([`Act`]). Lists of policies elsewhere are made from
/// this.
pub trait Policy: Record + Act {
    /// Name in a scenario file.
    const NAME: &'static str;
    /// One line: what it does.
    const SUMMARY: Said;
    /// Indicators it exists for; reports lead with these.
    const SERVES: &'static [&'static str];
    /// Headline targets it is not expected to move, and why, in words.
    const DOES_NOT_MOVE: Said;
    /// Phases in which it acts, and what happens there.
    const ACTS: Said;
    /// Its equation.
    const EQUATION: Said;
    /// Beginnings of the ids of assumptions it asks.
    const USES: &'static [&'static str];
    /// Of these, beginnings of ids that are read in every run and act through this kind alone.
    const ALONE: &'static [&'static str] = &[];
    /// One entry of `policies`, sound on the built-in base.
    const EXAMPLE: Said;
    /// Codes its messages carry, with cause and way out.
    const CODES: &'static [Code];
    /// Whether it admits students, who help only after study and practice.
    const TRAINS: bool = false;

    /// Names of those it draws about, each under the id of its plan; an address must not be shared.
    fn keys(&self, _id: &str, _base: &Base) -> Vec<String> {
        Vec::new()
    }
    /// Adds a problem for each thing that cannot be meant.
    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems);
    /// Adds a problem for each thing an earlier policy of this kind does already.
    fn check_beside(
        &self,
        _acts: (Year, Year),
        _earlier: &[Earlier<'_, Self>],
        _problems: &mut Problems,
    ) where
        Self: Sized,
    {
    }
    /// Warns of what is left to a default that a planner rarely means to leave open.
    fn warn_of_defaults(&self, _context: &CheckContext<'_>, _problems: &mut Problems) {}
    /// Indicators this very decision exists for.
    fn serves(&self, _: &Base) -> Vec<String> {
        Self::SERVES.iter().map(|id| (*id).to_owned()).collect()
    }
    /// Ids of the assumptions that are its effect; `None`: all that its kind asks.
    fn acts_by(&self) -> Option<Vec<String>> {
        None
    }
    /// What is there when it is done. Its systems tell [`Decisions`] in which futures it is.
    fn product(&self, base: &Base) -> String;
    /// Whether its product is money: what its systems tell then is that the money is spent, and no
    /// table calls that on time.
    fn is_money(&self) -> bool {
        false
    }
    /// Whether the share of it that is done at a year-end follows from what a future draws, and its systems
    /// tell it ([`Decisions::note_share`]): then reports of progress tell which futures can be.
    fn has_path(&self) -> bool {
        false
    }
    /// Who pays where the file does not say.
    fn usual_payer(&self, base: &Base) -> Payer;
    /// What its cost of a year buys that lasts.
    fn lasting(&self, _base: &Base, _year: Year) -> Vec<Thing> {
        Vec::new()
    }
    /// The share of its cost that buys nothing up to the last year of a run, where it acts in these
    /// years.
    fn bought_too_late(&self, base: &Base, acts: (Year, Year), last: Year) -> f64 {
        let acts = acts.0.0..=acts.1.0;
        things::mean(acts.map(|y| (1.0, things::after(last, self.lasting(base, Year(y))))))
    }
    /// The year that is written for when it opens.
    fn opens(&self) -> Option<&Spanned<Year>> {
        None
    }
    /// The hospital it adds.
    fn opened(&self, _base: &Base) -> Option<Opened> {
        None
    }
    /// Whether it admits students of an occupation, by position.
    fn admits(&self, _base: &Base, _occupation: usize) -> bool {
        false
    }
}

/// What a kind of policy states about itself, as plain data.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Name in a scenario file.
    pub name: &'static str,
    /// One line: what it does.
    pub summary: Said,
    /// Indicators it exists for.
    pub serves: &'static [&'static str],
    /// Headline targets it is not expected to move, and why.
    pub does_not_move: Said,
    /// Phases in which it acts, and what happens there.
    pub acts: Said,
    /// Its equation.
    pub equation: Said,
    /// Beginnings of the ids of assumptions it asks.
    pub uses: &'static [&'static str],
    /// Of these, beginnings of ids that act through this kind alone.
    pub alone: &'static [&'static str],
    /// One entry of `policies`.
    pub example: Said,
    /// Codes its messages carry.
    pub codes: &'static [Code],
    /// Whether it admits students, who help only after study and practice.
    pub trains: bool,
    /// Processes by which it draws.
    pub processes: &'static [Process],
    /// Its fields.
    pub fields: &'static [Field],
}

impl Kind {
    /// Whether it asks an assumption.
    pub fn asks(&self, id: &str) -> bool {
        self.uses.iter().any(|stem| id.starts_with(stem))
    }
}

/// Declares every kind of policy: the variant of [`Decision`] and its row in the registry.
macro_rules! policies {
    ($($(#[$given:meta])* $kind:ident),* $(,)?) => {
        /// One decision of a scenario file: `do: SatelliteHospitals(...)`.
        #[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
        pub enum Decision {
            $(
                #[doc = concat!("See [`", stringify!($kind), "`].")]
                $(#[$given])*
                $kind($kind),
            )*
        }

        impl Shaped for Decision {
            const SHAPE: &'static Shape = &Shape::Choice("Decision", &[$($(#[$given])* Variant {
                name: <$kind as Policy>::NAME,
                holds: Holds::Fields(<$kind as Record>::FIELDS),
                narrow: Narrow::No,
                about: About(&[<$kind as Policy>::SUMMARY.en]),
            }),*]);
        }

        impl Decision {
            /// Name in a scenario file.
            pub fn name(&self) -> &'static str {
                match self { $($(#[$given])* Decision::$kind(_) => <$kind as Policy>::NAME,)* }
            }
            /// One line: what it does.
            pub fn summary(&self) -> Said {
                match self { $($(#[$given])* Decision::$kind(_) => <$kind as Policy>::SUMMARY,)* }
            }
            /// Headline targets it is not expected to move, and why.
            pub fn does_not_move(&self) -> Said {
                match self { $($(#[$given])* Decision::$kind(_) => <$kind as Policy>::DOES_NOT_MOVE,)* }
            }
            /// Names of those it draws about under the id of its plan.
            pub fn keys(&self, id: &str, base: &Base) -> Vec<String> {
                match self { $($(#[$given])* Decision::$kind(p) => p.keys(id, base),)* }
            }
            /// Adds a problem for each thing that cannot be meant.
            pub fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
                match self { $($(#[$given])* Decision::$kind(p) => p.check(context, problems),)* }
            }
            /// Warns of what is left to a default that a planner rarely means to leave open.
            pub fn warn_of_defaults(&self, context: &CheckContext<'_>, problems: &mut Problems) {
                match self { $($(#[$given])* Decision::$kind(p) => p.warn_of_defaults(context, problems),)* }
            }
            /// Indicators it exists for.
            pub fn serves(&self, base: &Base) -> Vec<String> {
                match self { $($(#[$given])* Decision::$kind(p) => p.serves(base),)* }
            }
            /// Whether it acts by an assumption.
            pub fn is_by(&self, id: &str) -> bool {
                let own = match self { $($(#[$given])* Decision::$kind(p) => p.acts_by(),)* };
                own.is_none_or(|ids| ids.iter().any(|own| own == id))
            }
            /// What is there when it is done, in words.
            pub fn product(&self, base: &Base) -> String {
                match self { $($(#[$given])* Decision::$kind(p) => p.product(base),)* }
            }
            /// Whether its product is money.
            pub fn is_money(&self) -> bool {
                match self { $($(#[$given])* Decision::$kind(p) => p.is_money(),)* }
            }
            /// Whether the share of it that is done follows from what a future draws.
            pub fn has_path(&self) -> bool {
                match self { $($(#[$given])* Decision::$kind(p) => p.has_path(),)* }
            }
            /// Who pays where the file does not say.
            pub fn usual_payer(&self, base: &Base) -> Payer {
                match self { $($(#[$given])* Decision::$kind(p) => p.usual_payer(base),)* }
            }
            /// What its cost of a year buys that lasts.
            pub fn lasting(&self, base: &Base, year: Year) -> Vec<Thing> {
                match self { $($(#[$given])* Decision::$kind(p) => p.lasting(base, year),)* }
            }
            /// The share of its cost that buys nothing up to the last year of a run.
            pub fn bought_too_late(&self, base: &Base, acts: (Year, Year), last: Year) -> f64 {
                match self { $($(#[$given])* Decision::$kind(p) => p.bought_too_late(base, acts, last),)* }
            }
            /// The year that is written for when it opens.
            pub fn opens(&self) -> Option<&Spanned<Year>> {
                match self { $($(#[$given])* Decision::$kind(p) => p.opens(),)* }
            }
            /// The hospital it adds.
            pub fn opened(&self, base: &Base) -> Option<Opened> {
                match self { $($(#[$given])* Decision::$kind(p) => p.opened(base),)* }
            }
            /// Whether it admits students of an occupation.
            pub fn admits(&self, base: &Base, occupation: usize) -> bool {
                match self { $($(#[$given])* Decision::$kind(p) => p.admits(base, occupation),)* }
            }
            /// Puts a plan that decides this into the world.
            pub fn spawn(&self, world: &mut World, country: &Country, at: usize, plan: &Plan) {
                match self { $($(#[$given])* Decision::$kind(p) => p.spawn(world, country, at, plan),)* }
            }
            /// Adds a problem for each thing an earlier policy of the same kind does already.
            pub fn check_beside<'a>(
                &self,
                acts: (Year, Year),
                earlier: impl Iterator<Item = Earlier<'a, Decision>>,
                problems: &mut Problems,
            ) {
                match self { $($(#[$given])* Decision::$kind(p) => {
                    let same: Vec<Earlier<'_, $kind>> = earlier
                        .filter_map(|e| match e.decision {
                            Decision::$kind(decision) => Some(Earlier { id: e.id, acts: e.acts, decision }),
                            _ => None,
                        })
                        .collect();
                    p.check_beside(acts, &same, problems);
                })* }
            }
        }

        /// Every kind, in the order of play.
        pub const KINDS: &[Kind] = &[$($(#[$given])* Kind {
            name: <$kind as Policy>::NAME,
            summary: <$kind as Policy>::SUMMARY,
            serves: <$kind as Policy>::SERVES,
            does_not_move: <$kind as Policy>::DOES_NOT_MOVE,
            acts: <$kind as Policy>::ACTS,
            equation: <$kind as Policy>::EQUATION,
            uses: <$kind as Policy>::USES,
            alone: <$kind as Policy>::ALONE,
            example: <$kind as Policy>::EXAMPLE,
            codes: <$kind as Policy>::CODES,
            processes: <$kind as Act>::PROCESSES,
            trains: <$kind as Policy>::TRAINS,
            fields: <$kind as Record>::FIELDS,
        }),*];

        /// Every kind's name, in the order of play.
        #[cfg(any(test, feature = "internals"))]
        pub const NAMES: &[&str] = &[$($(#[$given])* <$kind as Policy>::NAME),*];

        /// Adds the systems that put plans at the base year: before all others, so that what is
        /// added up there holds nothing of an earlier block of futures.
        pub fn register_base(model: &mut Model) {
            model.at_base(begin_anew);
            $($(#[$given])* <$kind as Act>::register_base(model);)*
        }

        /// Adds the systems of every kind of policy, in the order of play.
        pub fn register(model: &mut Model) {
            $($(#[$given])* <$kind as Act>::register(model);)*
        }
    };
}

policies! {
    SatelliteHospitals,
    SecondCampus,
    TransferToProvince,
    Investment,
    Initiative,
    ReachMilestone,
    StationUpgrade,
    PrivateSector,
    TrainingIntake,
    Incentives,
    CommuneDoctors,
    RetirementExtension,
    FeeExemption,
    CheckUps,
    RemoteConsultation,
    CloseHospital,
    MergeHospitals,
    StationServices,
    FamilyMedicine,
    #[cfg(test)]
    TrialHostels,
}

/// Those that wait for nothing are set off, the others wait.
fn begin_anew(mut decisions: ResMut<Decisions>) {
    decisions.restore();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_asks_assumptions_that_are_there() {
        let base = Base::builtin();
        for kind in KINDS {
            for stem in kind.uses.iter().chain(kind.alone) {
                let known = base.assumptions.all.iter().any(|a| a.id.starts_with(stem));
                assert!(known, "{} uses {stem}, which is no assumption", kind.name);
            }
        }
    }

    #[test]
    fn every_example_is_accepted_as_it_stands() {
        for kind in KINDS {
            for example in [kind.example.en, kind.example.vi] {
                let text = format!("(title: \"T\", base: \"viet-nam\", policies: [{example}])");
                let read = crate::scenario::file::from_text("t.ron", &text, Base::builtin());
                let (_, warnings) = read.unwrap_or_else(|e| panic!("{}", e.render(100, false)));
                assert!(warnings.is_empty(), "{:?}", warnings.all);
            }
        }
    }
}
