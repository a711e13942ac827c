//! What users read, one file for each topic: numbers go in, words come out. The text is English;
//! another language is another body of the same functions. What is said of a kind of policy or of an
//! indicator stands with it, and what is wrong with what was asked in `messages`.

#[cfg(feature = "cli")]
pub mod arguments;
pub mod browser;
pub mod chart;
pub mod codes;
pub mod command;
pub mod compare;
pub mod data;
pub mod designed;
pub mod differ;
pub mod explain;
pub mod facts;
pub mod figures;
pub mod focus;
pub mod front;
pub mod gallery;
pub mod guesses;
pub mod hindcast;
pub mod laws;
pub mod list;
pub mod model;
pub mod number;
pub mod page;
pub mod public;
pub mod register;
pub mod report;
pub mod seek;
pub mod sweep;
pub mod tables;
pub mod targets;
pub mod tasks;
pub mod ties;
pub mod timing;
pub mod word;
pub mod workbook;
pub mod worth;
