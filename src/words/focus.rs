//! What is said of the province a question is about.

use super::number::grouped;
use crate::said::Said;
use crate::units::Year;

/// Heading of its targets.
pub fn answers(name: &str) -> String {
    format!("{name}: the answers")
}

/// What the list of answers is, where all are about one place.
pub fn answers_lead(name: &str) -> String {
    format!("The chance that {name} meets each target asked of it, in its year:")
}

/// Heading of its ranks.
pub fn ranks(name: &str) -> String {
    format!("Where {name} stands among the provinces")
}

/// What the ranks are.
pub const RANKS_LEAD: Said = Said::en(
    "Rank 1 is the province with the most for its people. The range is that of 8 in 10 futures.",
);

/// Columns of the ranks.
pub const RANK_COLUMNS: [Said; 4] = [
    Said::en("Ratio"),
    Said::en("Year"),
    Said::en("Median (8 in 10 futures)"),
    Said::en("Rank"),
];

/// A rank with its range.
pub fn rank(middle: u32, low: u32, high: u32, of: u32) -> String {
    if low == high {
        format!("{middle} of {of}")
    } else {
        format!("{middle} of {of} ({low} to {high})")
    }
}

/// Heading of its hospitals.
pub fn hospitals(name: &str) -> String {
    format!("{name}: its hospitals")
}

/// Said where hospitals were not recorded.
pub const NOT_RECORDED: Said = Said::en(
    "Hospitals were not recorded in this run: leave out `--facilities 0` to have them here.",
);

/// What the table of hospitals is.
pub fn hospitals_lead(all: usize, synthetic: usize, futures: u32) -> String {
    format!(
        "{} hospitals, over the first {} futures. {} of them are marked *synthetic*: no list names them, so their \
         number and size are made up to agree with published totals. Replace them in `facilities.csv` of your own base. \
         Patients follow beds within the province, so a hospital is as full as its group.",
        grouped(all as f64),
        grouped(f64::from(futures)),
        grouped(synthetic as f64)
    )
}

/// Columns of the hospitals.
pub fn hospital_columns(base: Year, year: Year) -> [String; 6] {
    [
        "Hospital".into(),
        "Named or synthetic".into(),
        "Owner".into(),
        format!("Beds {base}"),
        format!("Beds {year} (8 in 10 futures)"),
        format!("Occupancy {year}"),
    ]
}

/// A synthetic hospital.
pub const SYNTHETIC: Said = Said::en("synthetic");
/// Owner.
pub const MINISTRY: Said = Said::en("Ministry of Health");
/// Owner.
pub const OTHER_MINISTRY: Said = Said::en("other ministry");
/// Owner.
pub const PRIVATE: Said = Said::en("private");
/// Owner and level.
pub const REGIONAL: Said = Said::en("province, regional level");
/// Owner and level.
pub const PROVINCIAL: Said = Said::en("province, provincial level");

/// A number of beds with its range.
pub fn with_range([low, middle, high]: [f64; 3]) -> String {
    if low.round() == high.round() {
        grouped(middle)
    } else {
        format!(
            "{} ({} to {})",
            grouped(middle),
            grouped(low),
            grouped(high)
        )
    }
}

/// Heading of its money.
pub fn money(name: &str) -> String {
    format!("{name}: its money")
}

/// What the money is.
pub fn money_lead(currency: &str, base: Year) -> String {
    format!(
        "What is spent in the province, whoever pays: means over all futures, in {currency} at the prices of {base}. The \
         provinces' ordinary capital is shared out like the money for beds, the Ministry's by Central beds. Training of \
         students is not counted by province."
    )
}

/// Heading of its neighbours.
pub fn neighbours(name: &str) -> String {
    format!("Who looks for the same people as {name}")
}

/// What the table of neighbours is.
pub fn neighbours_lead(name: &str) -> String {
    format!(
        "New doctors and nurses choose among open posts; a richer province draws more of them (`post.income_elasticity`, \
         grade E). *Pull* is the appeal of a post there over that of the same post in {name}. Staff already at work do \
         not move between provinces in this model, because nobody publishes such moves: the real loss to richer \
         neighbours may be larger."
    )
}

/// First columns of the neighbours.
pub const NEIGHBOUR_COLUMNS: [Said; 4] = [
    Said::en("Province"),
    Said::en("Distance (km)"),
    Said::en("Income index"),
    Said::en("Pull"),
];

/// A title and a year.
pub fn in_year(title: &str, year: Year) -> String {
    format!("{title}, {year}")
}
