//! To come.
pub mod quantile;
