//! What should be decided: each question of that kind is one file here.

pub(super) mod when;

use super::{DecideVerb, Failure};

/// Answers one of them.
pub fn decide(verb: &DecideVerb) -> Result<(), Failure> {
    match verb {
        DecideVerb::When { file, options } => when::when(file, options),
    }
}
