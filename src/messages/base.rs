//! Messages about the tables of a base.

mod assumptions;
mod country;
mod past;
mod sense;
mod tables;
mod told;

pub(crate) use super::did_you_mean_name;
pub(crate) use assumptions::*;
pub(crate) use country::*;
pub(crate) use past::*;
pub(crate) use sense::*;
pub use tables::Named;
pub(crate) use tables::*;
pub(crate) use told::*;
