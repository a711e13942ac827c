//! Tables of the past, to look back on.

use crate::said::{Message, messages, sentences};

messages! {
    published_before(published, year) = "published in {published}, before the end of {year} that it tells of"
        => "write the year in which the figure first appeared; `year` is the year it tells of";
    not_known_by(id, origin: i32, published, year) = "{id}, used by the forecasts from {origin}, was published in {published}, after {year}"
        => "leave the origin {origin} out, or `--known-by` a later year, or look back on the law alone \
            (`--replicates 0`), which uses fewer rows; without `--known-by` such rows are used, counted and listed";
    nobody_to_hold_against(indicator, province: &str, year: i32, rate) = "{indicator} of {province} in {year} has no people to be held against"
        => "add a row `population` (thousand persons) of {province} in {year}, or one of `{rate}`";
    nothing_to_score(furthest, to, indicators, marks) = "no row tells of anything that was forecast"
        => "provinces are forecast for one to {furthest} years from an origin to {to}: {indicators} (or the counts, \
            with population); the nation from 2018 to {marks}: beds_per_10k and doctors_per_10k with the scope `all`";
    told_twice(indicator, place, year, line) = "{indicator} of {place} in {year} stands in line {line} too"
        => "keep one of the two rows";
}

sentences! {
    one_row_of(columns) = "write at least one row of: {columns}";
}

pub(crate) fn unknown_place(province: &str, help: Option<String>) -> Message {
    let list = || "use a code of today's 34 units: `carecast list provinces`".to_owned();
    Message {
        text: format!("no province is called `{province}`"),
        help: help.unwrap_or_else(list),
    }
}

pub(crate) fn wrong_mark(published: i32, origin: i32, known: bool) -> Message {
    let (knew, word) = match known {
        true => ("knew", "yes"),
        false => ("did not know", "no"),
    };
    Message {
        text: format!(
            "published in {published}, for the origin {origin}: who stood there {knew} it"
        ),
        help: format!("correct the year of publication, or write {word} in `known_then`"),
    }
}
