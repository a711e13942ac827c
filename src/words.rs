//! Every sentence a user reads, by topic.

pub mod targets;
