//! carecast: how likely a country's health-facility network is to meet its targets, what each
//! package of policies costs, and which is better.
//!
//! The layers, from the front door down. A module imports only from those below it.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod command;
pub mod report;
pub mod plot;
pub mod engine;
pub mod scenario;
pub mod indicator;
pub mod policy;
pub mod dynamics;
pub mod chance;
pub mod year;
pub mod base;
pub mod results;
pub mod world;
pub mod diagnostic;
pub mod source;
pub mod lanes;
pub mod words;
pub mod units;
