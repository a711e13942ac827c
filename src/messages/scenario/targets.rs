//! Messages about the targets a scenario answers, and about indicators it names.

use crate::said::{Message, messages, sentences};

/// Where codes of scopes stand.
pub(crate) const SCOPES: &str =
    "write \"nation\", or a code of regions.csv or provinces.csv of the base";

sentences! {
    indicators(names) = "the indicators are: {names}";
}

messages! {
    none() = "the list of targets is empty: the run would answer nothing"
        => "name at least one target, or write `targets: Adopted`";
    twice() = "the same target is written twice" => "keep one of the two";
    already_adopted(document) = "this target is already among the adopted ones ({document})"
        => "it will be answered once for each document; take the line out to see it once";
    no_indicator(id, help) = "there is no indicator \"{id}\"" => "{help}";
    outside_years(by, first, last) = "the target is for {by}, outside the years we look at"
        => "the scenario runs from {first} to {last}";
    no_own_value(indicator, scope) = "the base has no {indicator} of \"{scope}\": it is taken to lie about the rest of the nation"
        => "add its value to tracked_values.csv of the base, or read the answer with care";
    national_only(indicator) = "{indicator} is read for the nation only"
        => "leave `scope` out, or choose an indicator that is read by province";
    two_thresholds() = "a target has `at_least` or `at_most`, not both"
        => "write two targets, one for each";
    no_threshold() = "this target does not say how much"
        => "add `at_least: ...` or `at_most: ...`";
    no_scope(code, help) = "\"{code}\" is neither the nation nor a region or province" => "{help}";
    below_zero(value) = "a target is zero or more, got {value}"
        => "write the value the indicator should reach";
    share_as_percent(indicator, most, value, share) = "{indicator} is a share and lies between 0 and {most}, got {value}"
        => "a share is written as a fraction: {value} % is {share}";
    tracked_as_percent(indicator, low, high, value, share) = "{indicator} lies between {low} and {high}, got {value}"
        => "a share is written as a fraction: {value} % is {share}";
    tracked_outside(indicator, low, high, value) = "{indicator} lies between {low} and {high}, got {value}"
        => "write the value the indicator should reach";
    per_station(value) = "{value} at every station is far beyond any plan"
        => "is the decimal point in its place? Write people for each station";
    many_times(value, times: f64, today) = "{value} per 10,000 people is {times:.0} times today's {today}"
        => "is the threshold meant per 10,000 people?";
    per_10k(value) = "{value} per 10,000 people is beyond any country's"
        => "is the decimal point in its place? Write how many there are per 10,000 people";
}

/// Adopted targets that fall due after the last year; the first few are named.
pub(crate) fn after_last_year(ids: &[&str], last: impl std::fmt::Display) -> Message {
    let shown = ids[..ids.len().min(5)].join(", ");
    Message {
        text: match ids.len() {
            1 => format!("an adopted target falls due after {last} and is not answered: {shown}"),
            n => {
                let more = if n > 5 { ", ..." } else { "" };
                format!(
                    "{n} adopted targets fall due after {last} and are not answered: {shown}{more}"
                )
            }
        },
        help: "make `years` longer to have them answered".to_owned(),
    }
}
