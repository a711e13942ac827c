//! Made-up functions whose answers are known.

use crate::chance::{Addressed, Key, Process};
use crate::units::Year;

const TOYS: Process = Process::named("test/sensitivity");

/// Addressed uniform numbers.
pub fn uniforms(what: &str, many: usize) -> impl Iterator<Item = f64> + use<> {
    let mut dice = Addressed::new(20, 0, TOYS, Key::of(what), Year(2026));
    (0..many).map(move |_| dice.uniform())
}

/// The same for each of several inputs, in the unit of the toy.
pub fn inputs(what: &str, many: usize, each: usize) -> Vec<Vec<f32>> {
    let one = |k| {
        uniforms(&format!("{what} {k}"), many)
            .map(|u| u as f32)
            .collect()
    };
    (0..each).map(one).collect()
}
