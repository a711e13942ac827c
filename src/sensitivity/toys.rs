//! Made-up functions whose answers are known.

use crate::chance::{Addressed, Key, Process};
use crate::lanes::whole_power;
use crate::units::Year;
use std::f64::consts::PI;

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

/// Ishigami's function with a = 7, b = 0.1 on the unit cube.
pub fn ishigami(u: [f64; 3]) -> f64 {
    let [a, b, c] = u.map(|u| PI * (2.0 * u - 1.0));
    libm::sin(a) + 7.0 * libm::sin(b) * libm::sin(b) + 0.1 * whole_power(c, 4) * libm::sin(a)
}
/// Its first-order indices.
pub const OF_ISHIGAMI: [f64; 3] = [0.313_9, 0.442_4, 0.0];
/// Its total indices.
pub const TOTAL_OF_ISHIGAMI: [f64; 3] = [0.557_6, 0.442_4, 0.243_7];

/// How little each input of g does.
const A: [f64; 6] = [0.0, 1.0, 4.5, 9.0, 99.0, 99.0];

/// Sobol's g.
pub fn g(u: [f64; 6]) -> f64 {
    let each = u
        .iter()
        .zip(A)
        .map(|(u, a)| ((4.0 * u - 2.0).abs() + a) / (1.0 + a));
    each.product()
}

/// The variance of each factor of g, `1 / (3 (1 + a)^2)`, and of the whole.
fn spreads_of_g() -> ([f64; 6], f64) {
    let each = A.map(|a| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
    (each, each.map(|v| 1.0 + v).iter().product::<f64>() - 1.0)
}

/// Its first-order indices.
pub fn of_g() -> [f64; 6] {
    let (each, all) = spreads_of_g();
    each.map(|v| v / all)
}

/// Its total indices.
pub fn total_of_g() -> [f64; 6] {
    let (each, all) = spreads_of_g();
    each.map(|v| v / (1.0 + v) * (all + 1.0) / all)
}
