//! What the workbooks of guesses and of misses say.

use super::{CHANCE, CURRENCY, Column, NO_UNIT, OPTIONS, OWN_UNIT, about, column, columns};
use crate::said::Said;

/// Sheet of the guesses.
pub const GUESSES: Said = Said::en("Which guess matters");
/// Sheet of the boxes.
pub const BOXES: Said = Said::en("What misses have in common");

/// Sheet of what knowing is worth.
pub const WORTH: Said = Said::en("What knowing is worth");

/// What a sheet shows, as the first sheet lists it.
pub fn about_guesses(sheet: &str) -> &'static str {
    match sheet {
        s if *s == *GUESSES => {
            "Each assumption and each target it can reach: what it explains by itself, and the chance in its lowest and highest fifth"
        }
        s if *s == *BOXES => "Conditions under which most of the futures that miss a target lie",
        s if *s == *WORTH => {
            "What it is worth to the choice to know each guess, all of them, or a future whole"
        }
        s if *s == *OPTIONS => {
            "The options with chance, cost, and what meeting the question is worth less that"
        }
        _ => about(sheet),
    }
}

/// Names of the facts, in order.
pub const FACTS: [Said; 8] = [
    Said::en("Scenario"),
    Said::en("Country"),
    Said::en("Draws read, of the first futures"),
    Said::en("Seed"),
    Said::en("Base"),
    Said::en("Fingerprint of the scenario"),
    Said::en("Fingerprint of the base"),
    Said::en("Program"),
];

/// Unit of a share of the spread.
const OF_SPREAD: Said = Said::en("share of the variance between futures");

/// Columns of the guesses.
pub const GUESS_COLUMNS: [Column; 20] = columns! {
    target "Target", NO_UNIT, "What is asked";
    assumption "Guess", NO_UNIT, "The assumption, with its id";
    grade "Grade", NO_UNIT, "A official statistic or decision to E assumed";
    unit "Unit", NO_UNIT, "Unit of the assumption";
    spread_share "Of the spread of the indicator", OF_SPREAD, "First-order index: what the guess explains by itself";
    spread_told "Can be told", NO_UNIT, "Whether it stands when at most 5 in 100 of all that are named may be false";
    low_fifth "Lowest fifth below", OWN_UNIT, "The value under which the lowest fifth of its draws lies; of a choice the way with the lowest chance";
    low_fifth_probability "Chance there", CHANCE, "Chance of the target there";
    high_fifth "Highest fifth from", OWN_UNIT, "The value from which the highest fifth of its draws lies; of a choice the way with the highest chance";
    high_fifth_probability "Chance there", CHANCE, "Chance of the target there";
    swing_points "Change", Said::en("points"), "Chance in the highest less that in the lowest fifth, with its 95% interval";
    swing_told "Change can be told", NO_UNIT, "Whether it stands likewise";
    met_share "Of whether it is met", OF_SPREAD, "First-order index of the target being met or not";
    met_told "Can be told", NO_UNIT, "Whether it stands likewise";
    spread_low_95 "Spread from", OF_SPREAD, "Lower end of the 95% interval";
    spread_high_95 "Spread to", OF_SPREAD, "Upper end";
    spread_by_luck "By luck", Said::en("chance"), "The chance of as much where nothing is explained";
    swing_low_95 "Change from", Said::en("points"), "Lower end of the 95% interval";
    swing_high_95 "Change to", Said::en("points"), "Upper end";
    swing_by_luck "Change by luck", Said::en("chance"), "The chance of as much by luck alone";
};
/// How many of them are printed.
pub const GUESSES_PRINTED: usize = 14;

/// Columns of the boxes.
pub const BOX_COLUMNS: [Column; 10] = columns! {
    target "Target", NO_UNIT, "What is asked";
    side "The futures", NO_UNIT, "Whether the box is of those that miss the target, or of those that meet it";
    conditions "Where", NO_UNIT, "What holds in the box";
    coverage "Of them inside", CHANCE, "Of all such futures the share that the box holds (coverage)";
    density "Inside they are", CHANCE, "Of the futures inside the share of such (density)";
    base "Of what was left", CHANCE, "The share among the futures that no box before it holds";
    inside "Futures inside", Said::en("futures"), "Futures in the box";
    hits "Such inside", Said::en("futures"), "Those of them that miss, or meet";
    left "Left", Said::en("futures"), "Futures that no box before it holds";
    hits_in_all "Such in all", Said::en("futures"), "All that miss, or meet";
};

/// Names of the facts about a choice, in order.
pub const CHOICE_FACTS: [Said; 7] = [
    Said::en("Options"),
    Said::en("Country"),
    Said::en("Draws read, of the first futures"),
    Said::en("Seed"),
    Said::en("Base"),
    Said::en("Fingerprint of the base"),
    Said::en("Program"),
];

/// Columns of what knowing is worth.
pub const WORTH_COLUMNS: [Column; 11] = columns! {
    question "Question", NO_UNIT, "By what the choice is judged";
    measure "Measure", NO_UNIT, "By chance alone, or in money: what meeting the question is worth less what options cost";
    value_of_meeting "Meeting it is worth", CURRENCY, "What meeting the question is taken to be worth";
    guess "To know", NO_UNIT, "The assumption, with its id; all of them; or the whole future";
    grade "Grade", NO_UNIT, "A official statistic or decision to E assumed";
    worth "Worth up to", OWN_UNIT, "Expected value of (partial) perfect information";
    error "Error", OWN_UNIT, "Its standard error";
    changes "Changes the choice", CHANCE, "Share of futures in which one would choose otherwise";
    survey "Asking people", OWN_UNIT, "Expected value of a survey about it, where it is a share of people and among the five that matter";
    survey_changes "Survey changes the choice", CHANCE, "Share of surveys after which one would choose otherwise";
    unit "Unit", NO_UNIT, "Unit of the row";
};

/// Columns of the options.
pub const CHOICE_COLUMNS: [Column; 6] = columns! {
    question "Question", NO_UNIT, "By what the choice is judged";
    option "Option", NO_UNIT, "Its name";
    chance "Chance", CHANCE, "Chance that the question is met";
    cost "Public money", CURRENCY, "Mean of what it spends beyond the reference to the year of the targets";
    value_of_meeting "Meeting it is worth", CURRENCY, "What meeting the question is taken to be worth";
    benefit "Worth less cost", CURRENCY, "Chance times worth, less cost";
};
