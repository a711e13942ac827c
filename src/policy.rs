//! What is decided. One file for each kind of policy: its RON shape, its checks, its systems and
//! its cost; the registry below is the order of play within a phase.

pub mod campus;
pub mod commune;
pub mod incentives;
pub mod initiative;
pub mod intake;
pub mod investment;
mod lookup;
pub mod milestone;
pub mod private;
pub mod retirement;
pub mod satellite;
pub mod stations;
pub mod things;
pub mod transfer;
pub mod when;

use crate::base::Base;
use crate::diagnostic::Problems;
use crate::shape::{About, Field, Holds, Narrow, Record, Shape, Shaped, Variant};
use crate::source::Spanned;
use crate::units::Year;
use crate::units::{Payer, Uncertainty};
use crate::world::decisions::Decisions;
use bevy_ecs::prelude::ResMut;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

pub use campus::SecondCampus;
pub use commune::CommuneDoctors;
pub use incentives::Incentives;
pub use initiative::Initiative;
pub use intake::TrainingIntake;
pub use investment::Investment;
pub use milestone::ReachMilestone;
pub use private::PrivateSector;
pub use retirement::RetirementExtension;
pub use satellite::SatelliteHospitals;
pub use stations::StationUpgrade;
pub use transfer::TransferToProvince;
pub use when::When;

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
    /// When it should be done (printed, and checked against the years).
    pub deadline: Option<Year>,
    /// In which futures it acts.
    pub when: When,
}

/// What every kind of policy states about itself.
pub trait Policy: Record {
    /// Name in a scenario file.
    const NAME: &'static str;
    /// One line: what it does.
    const SUMMARY: &'static str;
    /// Indicators it exists for; reports lead with these.
    const SERVES: &'static [&'static str];
    /// Headline targets it is not expected to move, and why, in words.
    const DOES_NOT_MOVE: &'static str;
    /// Whether it admits students, who help only after study and practice.
    const TRAINS: bool = false;
    /// Adds a problem for each thing that cannot be meant.
    fn check(&self, context: &CheckContext<'_>, problems: &mut Problems);
    /// Indicators this very decision exists for.
    fn serves(&self) -> Vec<String> {
        Self::SERVES.iter().map(|id| (*id).to_owned()).collect()
    }
    /// What is there when it is done, in words of [`words::tasks`](crate::words::tasks). Its systems
    /// tell [`Decisions`] in which futures it is.
    fn product(&self, base: &Base) -> String;
    /// Whether its product is money: what its systems tell then is that the money is spent, and no
    /// table calls that on time.
    fn is_money(&self) -> bool {
        false
    }
}

/// What a kind of policy states about itself, as plain data.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Name in a scenario file.
    pub name: &'static str,
    /// One line: what it does.
    pub summary: &'static str,
    /// Indicators it exists for.
    pub serves: &'static [&'static str],
    /// Headline targets it is not expected to move, and why.
    pub does_not_move: &'static str,
    /// Whether it admits students, who help only after study and practice.
    pub trains: bool,
    /// Its fields.
    pub fields: &'static [Field],
}

/// Declares every kind of policy: the variant of [`Decision`] and its row in the registry.
macro_rules! policies {
    ($($kind:ident),* $(,)?) => {
        /// One decision of a scenario file: `do: SatelliteHospitals(...)`.
        #[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
        pub enum Decision {
            $(
                #[doc = concat!("See [`", stringify!($kind), "`].")]
                $kind($kind),
            )*
        }

        impl Shaped for Decision {
            const SHAPE: &'static Shape = &Shape::Choice("Decision", &[$(Variant {
                name: <$kind as Policy>::NAME,
                holds: Holds::Fields(<$kind as Record>::FIELDS),
                narrow: Narrow::No,
                about: About(&[<$kind as Policy>::SUMMARY]),
            }),*]);
        }

        impl Decision {
            /// Name in a scenario file.
            pub fn name(&self) -> &'static str {
                match self { $(Decision::$kind(_) => <$kind as Policy>::NAME,)* }
            }
            /// One line: what it does.
            pub fn summary(&self) -> &'static str {
                match self { $(Decision::$kind(_) => <$kind as Policy>::SUMMARY,)* }
            }
            /// Indicators it exists for.
            pub fn serves(&self) -> Vec<String> {
                match self { $(Decision::$kind(p) => p.serves(),)* }
            }
            /// Headline targets it is not expected to move, and why.
            pub fn does_not_move(&self) -> &'static str {
                match self { $(Decision::$kind(_) => <$kind as Policy>::DOES_NOT_MOVE,)* }
            }
            /// What is there when it is done, in words.
            pub fn product(&self, base: &Base) -> String {
                match self { $(Decision::$kind(p) => p.product(base),)* }
            }
            /// Whether its product is money.
            pub fn is_money(&self) -> bool {
                match self { $(Decision::$kind(p) => p.is_money(),)* }
            }
            /// Adds a problem for each thing that cannot be meant.
            pub fn check(&self, context: &CheckContext<'_>, problems: &mut Problems) {
                match self { $(Decision::$kind(p) => p.check(context, problems),)* }
            }
        }

        /// Every kind, in the order of play.
        pub const KINDS: &[Kind] = &[$(Kind {
            name: <$kind as Policy>::NAME,
            summary: <$kind as Policy>::SUMMARY,
            serves: <$kind as Policy>::SERVES,
            does_not_move: <$kind as Policy>::DOES_NOT_MOVE,
            trains: <$kind as Policy>::TRAINS,
            fields: <$kind as Record>::FIELDS,
        }),*];

        /// Every kind's name, in the order of play.
        pub const NAMES: &[&str] = &[$(<$kind as Policy>::NAME),*];
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
}

/// Adds the systems that put plans at the base year: before all others, so that what is added up
/// there holds nothing of an earlier block of futures.
pub fn register_base(model: &mut crate::year::Model) {
    model.at_base(begin_anew);
    campus::act::register_base(model);
    transfer::act::register_base(model);
    stations::act::register_base(model);
    intake::act::register_base(model);
    incentives::act::register_base(model);
    commune::act::register_base(model);
    retirement::act::register_base(model);
}

/// Those that wait for nothing are set off, the others wait.
fn begin_anew(mut decisions: ResMut<Decisions>) {
    decisions.restore();
}

/// Adds the systems of every kind of policy, in the order of play. A scenario without plans of a
/// kind has none to find.
pub fn register(model: &mut crate::year::Model) {
    satellite::act::register(model);
    campus::act::register(model);
    transfer::act::register(model);
    investment::act::register(model);
    initiative::act::register(model);
    milestone::act::register(model);
    stations::act::register(model);
    private::act::register(model);
    intake::act::register(model);
    incentives::act::register(model);
    commune::act::register(model);
    retirement::act::register(model);
}
