//! carecast: how likely a country's health-facility network is to meet its targets, what each
//! package of policies costs, and which is better.
//!
//! The layers, from the front door down. A module imports only from those below it.

#![forbid(unsafe_code)]
#![warn(missing_docs)]
// What is printed goes through `command::screen`, which notices a full disk.
#![cfg_attr(not(test), deny(clippy::print_stdout))]
// The same bits on every system: clippy.toml.
#![cfg_attr(not(test), deny(clippy::disallowed_methods))]

// The only layer that talks to a terminal.
#[cfg(feature = "cli")]
pub mod command;

// The answer, shown: made from `results` alone.
pub mod report;

pub mod plot;

// A table, described once for all that write it.
pub mod table;

// Several questions on the same luck.
pub mod study;

// The question, lived many times.
pub mod engine;

// A question, checked.
pub mod scenario;

// What is decided, what is read off, what happens anyway.
pub mod policy;

pub mod indicator;

pub mod dynamics;

// Figures several rules share.
pub mod rules;

// How a year runs; what exists.
pub mod year;

pub mod world;

// Every sentence that people read.
pub mod words;

// What was found: plain data.
pub mod results;

// What was forecast, and what came.
#[allow(clippy::disallowed_methods)] // Its published figures keep their last digits.
pub mod hindcast;

// The dice; the starting point.
pub mod chance;

pub mod base;

// The vocabulary.
pub mod source;

pub mod diagnostic;

pub mod quantile;

pub mod lanes;

pub mod units;

// Every message about what was asked.
pub mod messages;

pub mod said;

pub mod shape;

// The model, explained page by page.
pub mod guide;
