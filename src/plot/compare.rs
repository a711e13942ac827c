//! A comparison in pictures: each kind is one file here. A picture is made from the comparison alone,
//! and can be read with two options and with twenty.

mod attribution;
mod chances;
mod differences;
mod frontier;
mod map;
mod money;
mod rows;

use super::page::{Height, Page, with_footer};
use super::{Picture, PlotError};
use crate::results::comparison::{Comparison, Question, QuestionKind, Verdict};
use crate::words::chart::compare as words;
use rayon::prelude::*;

/// Every picture of a comparison, in the order in which its page shows them.
pub fn pictures(c: &Comparison) -> Result<Vec<Picture>, PlotError> {
    let asked = || 0..c.questions.len();
    let told = |q: &usize| {
        let question = &c.questions[*q];
        let value = question.kind == QuestionKind::Value && !question.served_by.is_empty();
        question.headline || value
    };
    let changed = |q: &usize| {
        let differences = c.others().filter_map(|o| c.answer(*q, o).difference);
        differences.into_iter().any(|d| d.verdict != Verdict::Same)
    };
    let (moved, still): (Vec<usize>, Vec<usize>) = asked().filter(told).partition(changed);
    let (headlines, values): (Vec<usize>, Vec<usize>) =
        moved.into_iter().partition(|q| c.questions[*q].headline);
    let mut drawn: Vec<Box<dyn Fn() -> Result<Picture, PlotError> + Sync + Send + '_>> = Vec::new();
    for q in &headlines {
        drawn.push(Box::new(|| differences::draw(c, *q)));
    }
    for q in &values {
        drawn.push(Box::new(|| differences::draw(c, *q)));
    }
    for q in &headlines {
        drawn.push(Box::new(|| chances::draw(c, *q)));
    }
    for q in &headlines {
        drawn.push(Box::new(|| frontier::draw(c, *q)));
    }
    drawn.push(Box::new(|| money::draw(c)));
    for split in c.attribution.iter().filter(|a| a.parts.len() > 1) {
        for outcome in attribution::pictured(c, split) {
            drawn.push(Box::new(move || attribution::draw(c, split, outcome)));
        }
    }
    for option in c.others() {
        drawn.push(Box::new(move || map::draw(c, option)));
    }
    let all: Vec<Picture> = drawn
        .par_iter()
        .map(|draw| draw())
        .collect::<Result<_, _>>()?;
    // Where nothing differs there is one sentence, not one for each picture.
    let (shown, empty): (Vec<Picture>, Vec<Picture>) =
        all.into_iter().partition(|p| p.scene.is_some());
    if shown.is_empty() {
        return Ok(empty.into_iter().take(1).collect());
    }
    let mut all = shown;
    if !still.is_empty() {
        let still: Vec<&Question> = still.iter().map(|q| &c.questions[*q]).collect();
        let reason = words::unchanged(c, &still);
        all.push(Picture::not_drawn(
            "difference",
            "unchanged".to_owned(),
            reason,
        ));
    }
    Ok(all)
}

/// A page of a comparison.
pub fn page(c: &Comparison, header: (&str, &str), note: &str, width: f64, height: Height) -> Page {
    with_footer(&words::footer(c), header, note, width, height)
}

/// A name as part of a file name: small letters, digits and dashes.
pub fn slug(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_alphanumeric() || letter == '_' || letter == '.' {
            out.extend(letter.to_lowercase());
        } else if !out.ends_with('-') && !out.is_empty() {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::slug;

    #[test]
    fn a_name_becomes_part_of_a_file_name() {
        for (name, expected) in [
            (
                "beds_per_10k/nation/2030/qd201",
                "beds_per_10k-nation-2030-qd201",
            ),
            ("much (2)", "much-2"),
            ("Đà Nẵng: more", "đà-nẵng-more"),
        ] {
            assert_eq!(slug(name), expected);
        }
    }
}
