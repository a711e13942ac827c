//! What a page for a browser says beside what the same page says as Markdown.

use crate::said::Said;
/// Language of the page, as browsers and readers aloud know it (BCP 47).
pub const LANGUAGE: &str = "en";

/// Heading of the list of headings.
pub const CONTENTS: Said = Said::en("On this page");

/// What to do with the headings of the annex.
pub const ANNEX: Said =
    Said::en("Each heading opens. What is shut is left out on paper: open what is to be printed.");

/// Opens every heading of the annex.
pub const OPEN_ALL: Said = Said::en("Open all");

/// Shuts every heading of the annex.
pub const SHUT_ALL: Said = Said::en("Shut all");

/// What a reader aloud says of a table that can be moved sideways.
pub const TABLE: Said = Said::en("Table");

/// What a click on the head of a column does.
pub const SORT: Said = Said::en("Sort by this column");

/// What ends the first page where it stands by itself: the way to the whole, in Markdown.
pub fn the_rest(file: &str) -> String {
    format!("[What bears it out, the pictures and the annex]({file})")
}

/// Heading of what a reader may question.
pub const QUESTION: Said = Said::en("Question an assumption");

/// What questioning an assumption is and is not.
pub fn question_lead(futures: &str) -> String {
    format!(
        "Narrow a range to what you hold possible: the chances become those of the futures that lie in it, of the first {futures} that \
         were lived. Nothing is lived anew and nothing is guessed beyond what was drawn. The fewer futures are left, the wider the 95% \
         interval; with fewer than 30 no chance is given. A range moves all else that hangs together with it in these futures, and a \
         target that the assumption cannot reach moves by luck alone. Where the ways of going on have weights, each of these futures counts the \
         way it has gone, so that a chance may lie a little off the one printed. Targets without one chance are left out."
    )
}

/// Heads of the table of targets.
pub const QUESTION_COLUMNS: [Said; 3] = [
    Said::en("Target"),
    Said::en("Chance on this page"),
    Said::en("In the futures that are left"),
];

/// What is left of the futures; `{left}` and `{all}` are numbers the page fills in.
pub const QUESTION_LEFT: Said = Said::en("{left} of {all} futures are left.");

/// A chance with its interval; `{chance}`, `{low}` and `{high}` are filled in.
pub const QUESTION_CHANCE: Said = Said::en("{chance} ({low} to {high})");

/// Said where too few futures are left.
pub const QUESTION_FEW: Said = Said::en("too few to tell");

/// A range; `{low}` and `{high}` are filled in.
pub const QUESTION_RANGE: Said = Said::en("{low} to {high}");

/// The lower end of a range.
pub const QUESTION_LOW: Said = Said::en("from");

/// The upper end of a range.
pub const QUESTION_HIGH: Said = Said::en("to");

/// Takes everything back.
pub const QUESTION_BACK: Said = Said::en("All as it was");

/// An assumption with its unit and grade.
pub fn assumption(meaning: &str, unit: &str, grade: &str) -> String {
    let meaning = super::report::upper_first(meaning.trim_end_matches('.'));
    match unit {
        "none" | "variant" | "" => format!("{meaning} (grade {grade})"),
        unit => format!("{meaning} ({unit}; grade {grade})"),
    }
}

/// A value that was drawn, to three figures.
pub fn value(value: f64) -> String {
    let size = value.abs();
    let places = match size {
        s if s >= 100.0 => 0,
        s if s >= 10.0 => 1,
        s if s >= 1.0 => 2,
        s if s >= 0.1 => 3,
        s if s >= 0.01 => 4,
        _ => 5,
    };
    super::number::trimmed(value, places)
}
