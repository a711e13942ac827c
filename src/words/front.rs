//! The first page of a report: a verdict, one table, what comes too late, and the money.

use super::hindcast::and;
use super::number::grouped;
use crate::results::Word;
use crate::said::Said;
use crate::units::Year;

/// Heading of the first page.
pub const HEADING: Said = Said::en("In short");

/// Columns of its table.
pub const COLUMNS: [Said; 4] = [
    Said::en("Target"),
    Said::en("Chance"),
    Said::en("Missing in the middle future"),
    Said::en("Doubt"),
];

/// How the targets stand, in a sentence: so many asked, so many of them due already; `futures` are those
/// lived.
pub fn verdict((asked, over): (usize, usize), words: &[Word], futures: u32) -> String {
    if asked == 0 {
        return "No target is asked in these years.".to_owned();
    }
    if futures < 30 {
        return format!(
            "{} were lived: too few to say how sure a target is.",
            match futures {
                1 => "1 future".to_owned(),
                n => format!("{n} futures"),
            }
        );
    }
    let of = |wanted: Word| words.iter().filter(|w| **w == wanted).count();
    let said = [
        (of(Word::Will), "will be met", "will be met"),
        (of(Word::Probably), "probably will", "probably will"),
        (of(Word::Open), "is open", "are open"),
        (
            of(Word::ProbablyNot),
            "probably will not",
            "probably will not",
        ),
        (of(Word::WillNot), "will not", "will not"),
        (over, "was due before the run", "were due before the run"),
        (
            asked - over - words.len(),
            "cannot be answered",
            "cannot be answered",
        ),
    ];
    let parts: Vec<String> = said
        .iter()
        .filter(|(many, ..)| *many > 0)
        .map(|(many, one, several)| match many {
            1 => format!("1 {one}"),
            n => format!("{n} {several}"),
        })
        .collect();
    match asked {
        1 => format!(
            "The one target asked {}.",
            parts[0].trim_start_matches("1 ")
        ),
        n => {
            format!("Of the {n} targets asked, {}.", and(&parts))
        }
    }
}

/// The chance that so many of them hold at once, by the name of the set.
pub fn together(name: &str, many: usize, sure: &str) -> String {
    format!("{name}, {many} at once: {sure}.")
}

/// A target by what is reported.
pub fn as_reported(claim: &str) -> String {
    format!("{claim}, as reported")
}

/// The same by what is built and working.
pub fn as_built(claim: &str) -> String {
    format!("{claim}, as built")
}

/// What is missing, in things.
pub fn gap(many: f64, things: &str) -> String {
    format!("{} {things}", grouped(many.ceil()))
}

/// The middle future meets it.
pub const NO_GAP: Said = Said::en("nothing");

/// What is missing on average.
pub fn short(by: &str) -> String {
    format!("{by} on average")
}

/// What comes too late, sentence by sentence.
pub fn too_late(sentences: &[String]) -> String {
    format!("**Too late to help.** {}", sentences.join(" "))
}

/// The money.
pub fn money(heading: &str, sentences: &[String]) -> String {
    format!("**{heading}.** {}", sentences.join(" "))
}

/// On what the page rests.
pub fn lived(futures: u32, country: &str, first: Year, last: Year) -> String {
    format!(
        "From {} futures of {country}, {first} to {last}. *Doubt* is how far the chance may be off because only so many futures were lived, \
         then its range across the one assumption that matters most, with the grade of its source (A official, E assumed). \
         What bears this out follows; the annex has every table.",
        grouped(f64::from(futures))
    )
}
