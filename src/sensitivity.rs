//! Which guess matters: what futures that were lived already say of the numbers they were lived with.
//! Numbers in, numbers out; nothing in here knows of a run, a file or a word.
//!
//! In the terms of the field: first-order indices from given data, scenario discovery, and the value of
//! information by regression. The guide page [`guesses`](crate::guide::guesses) has the equations.

pub mod basis;
pub mod boxes;
pub mod discovery;
pub mod first;
pub mod total;
pub mod turning;
pub mod worth;

#[cfg(test)]
mod toys;
