//! What several tests stand on: countries, questions, small runs and the second version of the year.

pub mod country;
pub mod findings;
pub mod lived;
pub mod mutate;
pub mod page;
#[path = "support/second/year.rs"]
pub mod second;
pub mod small_run;
pub mod step;
pub mod workbook;
