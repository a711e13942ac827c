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
    no_indicator(id, help) = "there is no indicator \"{id}\"" => "{help}";
    outside_years(by, first, last) = "the target is for {by}, outside the years we look at"
        => "the scenario runs from {first} to {last}";
    no_own_value(indicator, scope) = "the base has no {indicator} of \"{scope}\": it is taken to lie about the rest of the nation"
        => "add its value to tracked_values.csv of the base, or read the answer with care";
    national_only(indicator) = "{indicator} is read for the nation only"
        => "leave `scope` out, or choose an indicator that is read by province";
    two_thresholds() = "a target has one bound, or `at_least` and `at_most` for a band"
        => "write two targets, one for each";
    empty_band(low, high) = "no value is at least {low} and at most {high}"
        => "a band goes from the lower value, `at_least`, to the higher, `at_most`";
    no_threshold() = "this target does not say how much"
        => "add `at_least: ...`, `at_most: ...`, `over: ...` or `below: ...`";
    about(value) = "\"about {value}\" can be neither met nor missed"
        => "say from where on it is met: `at_least: {value}`, or a band such as `at_least: ..., at_most: ...`";
    reduced_and_bound() = "a target that is reduced by a part has no other bound" => "leave one of the two out";
    reduce_by(got) = "a part that something falls by lies between 0 and 1, got {got}"
        => "write a fraction: 0.3 for 30 %";
    level_unknown(indicator, scope) = "no level of {indicator} in {scope} is published for the base year: nothing to reduce it from"
        => "write the level it comes to: `at_most: ...`";
    month(got) = "a month is 1 to 12, got {got}" => "the month of `by` at whose end it must hold; leave it out for December";
    month_of_which_year() = "a month belongs to one year: `by`, without `from`"
        => "write `by: 2030, by_month: 6` for the end of June 2030";
    told_by_year() = "it is told by year-end alone: what happens during a year, a milestone, or what was due before the run"
        => "leave `by_month` out, or write the year before";
    no_year() = "this target does not say when" => "add `by: ...`, the year at whose end it must hold, or `from: ...`";
    from_after(from, by) = "the target holds from {from} on, after the year {by} it is set for"
        => "write the first year in `from` and the last in `by`";
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
