//! Several questions together, on the same luck: options are held against one of them future by
//! future, and a change is split over the decisions that make it. Plain data comes out.

pub mod attribute;
pub mod calibrate;
pub mod compare;
pub mod costs;
#[allow(clippy::disallowed_methods)] // As `crate::hindcast`.
pub mod hindcast;
pub mod inputs;
pub mod kept;
pub mod matters;
pub mod paired;
pub mod places;
pub mod prices;
pub mod questions;
pub mod sweep;

pub use compare::{Asked, How, StudyError, compare};
