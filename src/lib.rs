//! carecast: how likely a country's health-facility network is to meet its targets, what each
//! package of policies costs, and which is better.
//!
//! A question is a [`Scenario`]; [`run`] lives its futures and gives [`Findings`]:
//!
//! ```
//! use carecast::{Options, Scenario, run};
//!
//! let (scenario, warnings) = Scenario::built_in("baseline")?;
//! assert!(warnings.is_empty());
//! let options = Options { replicates: 0..32, ..Options::of(&scenario) };
//! let findings = run(&scenario, &options, &|_done, _of| true)?;
//! for target in findings.targets.iter().filter(|target| target.headline) {
//!     if let Some(chance) = target.probability {
//!         println!("{} {}: {:.2}", target.indicator, target.year, chance.value);
//!     }
//! }
//! # assert!(findings.targets.iter().any(|target| target.headline));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Several scenarios on the same draws are held against one another by [`compare`], numbers of one
//! are varied by [`sweep`]; [`Base`] is what is known of a country. How the model works is told in the
//! [`guide`]. Everything else is the inside of the house: `cargo doc --document-private-items`.
//!
//! The layers, from the front door down. A module imports only from those below it.

#![forbid(unsafe_code)]
#![warn(missing_docs)]
// What is printed goes through `command::screen`, which notices a full disk.
#![cfg_attr(not(test), deny(clippy::print_stdout))]
// The guide leads into every room.
#![allow(rustdoc::private_intra_doc_links)]
// Much of the house serves the command alone.
#![cfg_attr(not(feature = "cli"), allow(dead_code, unused_imports))]
// The same bits on every system: clippy.toml.
#![cfg_attr(not(test), deny(clippy::disallowed_methods))]

// The only layer that talks to a terminal.
#[cfg(feature = "cli")]
mod command;

// The answer, shown: made from `results` alone.
mod report;

mod plot;

// A table, described once for all that write it.
mod table;

// Several questions on the same luck.
mod study;

// The question, lived many times.
mod engine;

// A question, checked.
mod scenario;

// What is decided, what is read off, what happens anyway.
mod policy;

mod indicator;

mod dynamics;

// Figures several rules share.
mod rules;

// How a year runs; what exists.
mod year;

mod world;

// Every sentence that people read.
mod words;

// What was found: plain data.
mod results;

// What was forecast, and what came.
mod hindcast;

// What lived futures say of the numbers they were lived with.
mod sensitivity;

// The dice; the starting point.
mod chance;

mod base;

// The vocabulary.
mod source;

mod diagnostic;

mod quantile;

mod lanes;

mod units;

// Every message about what was asked.
mod messages;

mod said;

mod shape;

// The model, explained page by page.
pub mod guide;

// The front door.
#[cfg(feature = "cli")]
pub use command::main as program;

pub use base::{Base, problem::BaseErrors};
pub use diagnostic::{Problem, Problems, Severity};
pub use engine::{Options, RunError, run};
pub use results::comparison::Comparison;
pub use results::sweep::{Effort, Sweep};
pub use results::{CostRow, Driver, Findings, JointAnswer, Probability, Summary, TargetAnswer};
pub use scenario::Scenario;
pub use scenario::file::{ReadError, from_bytes as scenario_from_bytes, read as read_scenario};
pub use study::compare::{Candidate, Options as CompareOptions, StudyError, compare};
pub use study::sweep::{Options as SweepOptions, Over, sweep};

/// The rooms, for the tests and benches of this repository: nothing in here is promised to others.
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod internals {
    macro_rules! rooms {
        ($($room:ident)*) => {$(
            pub mod $room {
                pub use crate::$room::*;
            }
        )*};
    }

    #[cfg(feature = "cli")]
    rooms! { command }
    rooms! {
        report plot table study engine scenario policy indicator dynamics rules year world words
        results hindcast sensitivity chance base source diagnostic quantile lanes said units shape
    }
}
