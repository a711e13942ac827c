//! Every sentence a user reads, by who speaks it.

pub mod command;
pub mod report;
