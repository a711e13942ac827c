//! What the workbook of a search says.

use super::{CHANCE, CURRENCY, Column, about, column};
use crate::results::seek::Seek;
use crate::words::number::grouped;
use crate::words::seek as said;

/// Sheet of the goals: what opens first.
pub const GOALS: &str = "Answers";
/// Its title.
pub const GOALS_TITLE: &str = "What reaches what must hold, and at what price";
/// The tables as sheets: name and title.
pub const SHEETS: [(&str, &str); 4] = [
    (
        "Answers in figures",
        "Every goal at every level, in figures",
    ),
    ("Packages", "Every package that is told of"),
    ("Frontier", "What more money buys"),
    (
        "Levers",
        "What each lever is to an answer, and what a step more of it does",
    ),
];
/// Three decimals.
pub const THOUSANDTHS: &str = "0.000";

/// What a sheet shows.
pub fn about_seek(sheet: &str) -> &'static str {
    match sheet {
        GOALS => {
            "For each goal and level the cheapest package found that reaches it, or the best and what stops it"
        }
        "Answers in figures" => said::ABOUT_ANSWERS,
        "Packages" => said::ABOUT_PACKAGES,
        "Frontier" => said::ABOUT_FRONTIER,
        "Levers" => said::ABOUT_LEVERS,
        _ => about(sheet),
    }
}

/// Names of the facts about a search, in order.
pub const SEEK_FACTS: [&str; 10] = [
    "Scenario",
    "Country",
    "Years",
    "Money that counts",
    "Seed",
    "Money",
    "Base",
    "Fingerprint of the scenario",
    "Fingerprint of the base",
    "Program",
];

/// Which search it is, in a line.
pub fn run_of_seek(title: &str, s: &Seek, base: &str) -> String {
    format!(
        "{title}: {} of {} packages lived, {} futures in all, seed {}, base {base}",
        grouped(f64::from(s.effort.lived)),
        grouped(s.effort.packages as f64),
        grouped(s.effort.futures as f64),
        s.seed
    )
}

/// The goals.
pub const GOAL_COLUMNS: [Column; 9] = [
    column("What must hold", "", "the targets of the goal"),
    column("At least", "", "what its measure must reach"),
    column(
        "Reached",
        "",
        "whether a package found reaches it on futures the search has not seen",
    ),
    column(
        "Package",
        "",
        "the cheapest that does; where none does, the best within the ceiling",
    ),
    column(
        "Cost",
        CURRENCY,
        "mean over the futures of what it spends beyond nothing decided",
    ),
    column("Chance", CHANCE, "measure of the goal on fresh futures"),
    column(
        "At least (95%)",
        CHANCE,
        "lower end of the 95% interval of sampling",
    ),
    column("At most (95%)", CHANCE, "upper end of it"),
    column(
        "What stops it",
        "",
        "why no package reaches it, where none does",
    ),
];
