//! The uncertain numbers of a base: their laws, ranges, reasons and units.

use super::tables::NAME_A_SOURCE;
use crate::said::{Message, messages, sentences};

pub(crate) const VALUE_IS_NO_NUMBER: &str = "the value is not a number";
pub(crate) const PROFILE_OF_SHARES: &str = "a profile holds shares between 0 and 1";
pub(crate) const DEVIATION_ABOVE_0: &str = "a standard deviation is more than 0";
pub(crate) const LOGNORMAL_ABOVE_0: &str =
    "the median and the sigma of a lognormal are more than 0";
pub(crate) const BETA_ABOVE_0: &str = "both parameters of a beta are more than 0";
pub(crate) const CHOICE_OF_TWO: &str = "a choice has two ways or more, each with a name";
pub(crate) const CHOICE_ONCE: &str = "a choice names each of its ways once";
pub(crate) const CHANCES_OUTSIDE: &str = "the chances of a choice lie between 0 and 1";

pub(crate) const ANY_NUMBER: &str = "any number";
pub(crate) const A_SHARE: &str = "between 0 and 1";
pub(crate) const SOME_SHARE: &str = "more than 0 and at most 1";
pub(crate) const INNER_SHARE: &str = "more than 0 and less than 1";
pub(crate) const NOT_NEGATIVE: &str = "0 or more";
pub(crate) const POSITIVE: &str = "more than 0";
pub(crate) const A_CHANGE: &str = "more than -1";
pub(crate) const AUTOCORRELATION: &str = "between -1 and 1";

/// Why a number scaled from another country's is held.
pub(crate) const SCALED: &str = "scaled from a count of another country; one of your own is better";

sentences! {
    profile_does_not_add(sum) = "the shares of the profile add to {sum} and not to 1";
    choice_does_not_add(sum) = "the chances of the choice add to {sum} and not to 1";
    not_in_order(low, mode, high) = "low {low}, mode {mode} and high {high} are not in order";
    low_not_below_high(low, high) = "low {low} is not below high {high}";
    value_cannot_be(id, unit, words, value) = "`{id}` ({unit}) is {words}, and {value} is not";
    law_cannot_be(id, unit, words, percent) = "`{id}` ({unit}) is {words}, and {percent} % of this law lies outside";
    scaled_by_people(ratio) = "Viet Nam's figure times {ratio}, by people";
}

messages! {
    odd_space(name) = "a {name} stands inside a number"
        => "delete it; thousands are written 1000 or 1_000";
    unreadable_assumption(column, error) = "column {column}: {error}"
        => "each assumption is written like its neighbours: (id: \"...\", meaning: \"...\", ...)";
    range_not_drawn(id, value) = "`{id}` has a range and is Fixed({value}): no future takes another value of the range"
        => "give it a law (Triangular, Uniform, ...), or say in `held` why one value is held";
    other_currency(id, unit, expected: &str, amounts, pay) = "`{id}` is in `{unit}`, and is read in {expected}"
        => "convert its numbers to {expected} and write that unit: amounts are in {amounts} (country.csv), pay, student years and bed-years in {pay}";
    assumption_twice(id) = "`{id}` stands twice"
        => "keep one of the two";
    assumption_without(id, field) = "`{id}` has no {field}"
        => "say in a few words what it is";
    bad_law(id, fault) = "`{id}`: {fault}"
        => "correct the parameters";
    assumed_without_reason(id) = "`{id}` is assumed (grade E) and has no reason"
        => "say in `reason` why this value and this range";
    fixed_without_range(id) = "`{id}` is assumed (grade E), fixed, and has no range"
        => "add `range: Some((low, high))`";
    assumption_without_source(id) = "`{id}` has no source"
        => "{NAME_A_SOURCE}";
    range_misses_value(low, high, id) = "the range ({low}, {high}) of `{id}` is empty or misses its value"
        => "write the lower end first, the value between the two";
    held_and_drawn(id) = "`{id}` says why it is held, and it is not: its law is drawn or a profile"
        => "take `held` out, or write Fixed(...)";
    unknown_source_of(source, id) = "the source `{source}` of `{id}` is not in sources.csv"
        => "correct the id, or add the source to sources.csv";
    empty_tie(id) = "the tie of `{id}` has no partner, or a correlation that is 0 or beyond 1"
        => "a tie has a correlation between -1 and 1 and at least one partner";
    half_a_tie(id) = "the tie of `{id}` has a grade or a reason, and not both"
        => "write `grade:` and `reason:` of the tie, or neither where the assumption's own hold for it";
    bad_partner(id, other) = "`{id}` is tied to `{other}`, which is not a drawn, untied assumption"
        => "tie to assumptions that are drawn and not tied themselves";
}

pub(crate) fn missing_assumption(id: &str, near: Option<&str>) -> Message {
    Message {
        text: format!("the assumption `{id}` is missing"),
        help: match near {
            Some(near) => format!("`{near}` is close: is it this one? Otherwise add `{id}`"),
            None => format!("add `{id}` with its distribution, grade and reason"),
        },
    }
}

pub(crate) fn idle_assumption(id: &str, near: Option<&str>) -> Message {
    Message {
        text: format!("nothing reads `{id}`"),
        help: match near {
            Some(near) => format!("is `{near}` meant? Else take it out"),
            None => {
                "take it out; an assumption belongs to an occupation or an indicator of the tables"
                    .into()
            }
        },
    }
}

pub(crate) fn not_a_named_way(id: &str, ways: Option<&[&str]>) -> Message {
    Message {
        text: match ways {
            Some(ways) => format!("`{id}` must be a choice between {}, in this order", ways.join(", ")),
            None => format!("`{id}` is one number, not a choice between named ways"),
        },
        help: "write Choice([(\"name\", 0.4), ...]) for named ways, with chances that add to 1, and another law for a number".into(),
    }
}

pub(crate) fn levels_of_another(ids: &[String], name: &str, code: &str, block: &str) -> Message {
    let (are, they) = match ids.len() {
        1 => ("1 assumption is the level".to_owned(), "it"),
        n => (format!("{n} assumptions are levels"), "them"),
    };
    let ids = ids.join(", ");
    Message {
        text: format!("{are} of another country, and the base is about {name}: {ids}"),
        help: format!(
            "write {name}'s own figures, each with `level_of: \"{code}\"`; this block goes in place of {they} (counts are \
             scaled by people; what is empty is yours to fill in):\n{block}"
        ),
    }
}
