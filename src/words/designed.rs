//! What is said of a designed run: what groups of assumptions, and luck, explain alone and together.

use super::number::{grouped, trimmed};
use crate::results::designed::{Designed, Explains, Index, OfTarget};

/// The figures of the base year that nobody publishes, as a part of what is drawn.
pub const FIGURES: &str = "unpublished figures";
/// The luck of people, projects and shocks, as a part of what is drawn.
pub const LUCK: &str = "luck";
/// The table.
pub(crate) const PARTS: &str = "every group of assumptions, the figures of the base year that are not published, and luck: the share of the spread of a target's indicator, and of whether it is met, that each explains alone (first) and with all it does together with others (total), with intervals";
/// Above what this cannot say.
pub const LIMITS: &str = "How to read this";
/// What this cannot say.
pub const HOW_TO_READ: &[&str] = &[
    "*Alone* is what a part explains whatever the others are; *in all* counts what it does together with others too. Where the two differ, it acts through them. Totals may add up to more than the whole.",
    "*Luck* is what happens to people, projects and shocks from year to year; no survey makes it smaller. *Unpublished figures* are beds and staff of the base year that are drawn because nobody publishes them.",
    "Assumptions that are tied to others share a part of their draw: that part counts with the group it comes from.",
    "Intervals take rows for independent, and the design fills the cube more evenly: they are too wide rather than too narrow.",
];
/// Columns of the table that the page shows.
pub const COLUMNS: [(&str, &str); 5] = [
    ("part", "Part"),
    ("spread_total", "Of the spread, in all (95%)"),
    ("spread_first", "Alone (95%)"),
    ("met_total", "Of whether it is met, in all (95%)"),
    ("met_first", "Alone (95%)"),
];
/// Said where no target can be asked.
pub const NOTHING: &str = "No headline target is met in some futures and missed in others, or none is due within the years of the run.";
/// Said of a scenario with reports of tasks.
pub const AGREED: &str = "This scenario holds reports of tasks, which choose among futures. A design draws each part of a future anew, and such a future need not agree with them: take `progress` out for this.";
/// Said of a base with too many assumptions.
pub const TOO_MANY: &str =
    "The base has more assumptions than a design has numbers for: at most 500.";
/// Said of a target that is named.
pub const NO_TARGET: &str =
    "A designed run asks all headline targets at once; leave `--target` out.";
/// Said of a number of rows that does not fill the cube evenly.
pub fn bad_rows(rows: u32) -> String {
    let below = 1u32 << (31 - rows.max(1).leading_zeros());
    format!(
        "{rows} rows do not fill the design evenly: write a power of two, such as {below} or {}",
        2 * below
    )
}

/// Title of the page.
pub fn title(scenario: &str) -> String {
    format!("Which part matters, alone and with others: {scenario}")
}

/// What the page tells.
pub fn lead(found: &Designed) -> String {
    format!(
        "A designed run of {} rows. Each row was lived with two draws of everything, and once more for each of {} parts with the second draw of that part alone in place of the first, luck held: {} futures in all.",
        grouped(found.rows.into()),
        found.parts.len(),
        grouped(found.futures.into())
    )
}

/// A share with its interval: `19% (16 to 22)`.
pub fn index(index: &Index) -> String {
    let [value, low, high] = [index.index, index.low, index.high].map(|v| v * 100.0);
    let places = usize::from(value < 9.95);
    format!(
        "{}% ({} to {})",
        trimmed(value, places),
        trimmed(low, places),
        trimmed(high, places)
    )
}

/// What matters for a target, in one breath.
pub fn matters(of: &OfTarget) -> String {
    let said = |e: &Explains| {
        let both = e.value.or(e.met)?;
        let whole = |v: f64| trimmed(v * 100.0, 0);
        Some(format!(
            "{} {}% ({}% alone)",
            e.part,
            whole(both.total.index),
            whole(both.first.index)
        ))
    };
    let first: Vec<String> = of.parts.iter().filter_map(said).take(3).collect();
    match first.is_empty() {
        true => "the same in all rows".to_owned(),
        false => format!(
            "of the spread, with all it does together: {}",
            first.join(", ")
        ),
    }
}
