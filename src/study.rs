//! Several questions together, on the same luck: options are held against one of them future by
//! future, and a change is split over the decisions that make it. Plain data comes out.
//!
//! In the terms of the field: the same luck is common random numbers, options held future by future
//! are a paired comparison, and the split over decisions is an attribution by Shapley values.

pub mod attribute;
pub mod best;
pub mod calibrate;
pub mod compare;
pub mod costs;
pub mod designed;
pub mod guesses;
pub mod hindcast;
pub mod hinges;
pub mod inputs;
pub mod matters;
pub mod paired;
pub mod places;
pub mod prices;
pub mod questions;
pub mod samples;
pub mod seek;
pub mod sweep;
pub mod timing;
pub mod variants;
pub mod worth;

pub use compare::Candidate;
