//! What the workbook of a search says.

use super::{CHANCE, CURRENCY, Column, NO_UNIT, about, column};
use crate::results::seek::Seek;
use crate::said::Said;
use crate::words::number::grouped;
use crate::words::seek as said;

/// Sheet of the goals: what opens first.
pub const GOALS: Said = Said::en("Answers");
/// Its title.
pub const GOALS_TITLE: Said = Said::en("What reaches what must hold, and at what price");
/// The tables as sheets: name and title.
pub const SHEETS: [(Said, Said); 4] = [
    (
        Said::en("Answers in figures"),
        Said::en("Every goal at every level, in figures"),
    ),
    (
        Said::en("Packages"),
        Said::en("Every package that is told of"),
    ),
    (Said::en("Frontier"), Said::en("What more money buys")),
    (
        Said::en("Levers"),
        Said::en("What each lever is to an answer, and what a step more of it does"),
    ),
];
/// Three decimals.
pub const THOUSANDTHS: &str = "0.000";

/// What a sheet shows.
pub fn about_seek(sheet: &str) -> &'static str {
    match sheet {
        s if *s == *GOALS => {
            "For each goal and level the cheapest package found that reaches it, or the best and what stops it"
        }
        "Answers in figures" => &said::ABOUT_ANSWERS,
        "Packages" => &said::ABOUT_PACKAGES,
        "Frontier" => &said::ABOUT_FRONTIER,
        "Levers" => &said::ABOUT_LEVERS,
        _ => about(sheet),
    }
}

/// Names of the facts about a search, in order.
pub const SEEK_FACTS: [Said; 10] = [
    Said::en("Scenario"),
    Said::en("Country"),
    Said::en("Years"),
    Said::en("Money that counts"),
    Said::en("Seed"),
    Said::en("Money"),
    Said::en("Base"),
    Said::en("Fingerprint of the scenario"),
    Said::en("Fingerprint of the base"),
    Said::en("Program"),
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
    column(
        Said::en("What must hold"),
        NO_UNIT,
        Said::en("the targets of the goal"),
    ),
    column(
        Said::en("At least"),
        NO_UNIT,
        Said::en("what its measure must reach"),
    ),
    column(
        Said::en("Reached"),
        NO_UNIT,
        Said::en("whether a package found reaches it on futures the search has not seen"),
    ),
    column(
        Said::en("Package"),
        NO_UNIT,
        Said::en("the cheapest that does; where none does, the best within the ceiling"),
    ),
    column(
        Said::en("Cost"),
        CURRENCY,
        Said::en("mean over the futures of what it spends beyond nothing decided"),
    ),
    column(
        Said::en("Chance"),
        CHANCE,
        Said::en("measure of the goal on fresh futures"),
    ),
    column(
        Said::en("At least (95%)"),
        CHANCE,
        Said::en("lower end of the 95% interval of sampling"),
    ),
    column(
        Said::en("At most (95%)"),
        CHANCE,
        Said::en("upper end of it"),
    ),
    column(
        Said::en("What stops it"),
        NO_UNIT,
        Said::en("why no package reaches it, where none does"),
    ),
];
