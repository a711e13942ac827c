//! carecast: how likely a country's health-facility network is to meet its targets, what each
//! package of policies costs, and which is better.
//!
//! The layers, from the front door down. A module imports only from those below it.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod base;
pub mod chance;
pub mod command;
pub mod diagnostic;
pub mod dynamics;
pub mod engine;
pub mod guide;
pub mod indicator;
pub mod lanes;
pub mod plot;
pub mod policy;
pub mod report;
pub mod results;
pub mod rules;
pub mod scenario;
pub mod source;
pub mod units;
pub mod words;
pub mod world;
pub mod year;
