//! Several questions together, on the same luck. Plain data comes out.

pub mod sweep;
