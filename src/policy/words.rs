//! What the checks of all kinds of policies say.

use crate::said::{Message, messages, sentences};
use crate::units::Year;

pub(super) const ALL_HOSPITALS: &str =
    "the table facilities.csv of the base lists every hospital with its code";
pub(super) const ALL_PROVINCES: &str =
    "the table provinces.csv of the base lists every province with its code";

messages! {
    station(code, help) = "\"{code}\" is a commune station, not a hospital" => "{help}";
    no_hospital(code, help) = "there is no hospital with the code \"{code}\"" => "{help}";
    no_province(code, help) = "there is no province with the code \"{code}\"" => "{help}";
    no_occupation(code, help) = "there is no occupation with the code \"{code}\"" => "{help}";
    without_employers(plural, help)
        = "the base follows {plural} without employers: nobody knows which of them are public"
        => "{help}";
    in_list_twice(code: &str) = "\"{code}\" is in the list twice"
        => "keep one of the two";
    outside_years(what, year, first, last) = "{what} {year}, outside the years we look at"
        => "the scenario runs from {first} to {last}";
    does_not_act(what, year, from, to) = "{what} {year}, when the policy does not act"
        => "the policy acts from {from} to {to}: change the year, or its `from` and `to`";
    ministry_or_public() = "nobody is named who pays: the provinces are taken"
        => "add `payer: Ministry`, `Provincial` or `Hospitals`";
    ministry_or_anybody() = "nobody is named who pays: the provinces are taken"
        => "add `payer: Ministry`, `Provincial`, `Hospitals` or `Private`";
}

sentences! {
    code_of(name, code) = "write the code of {name}: \"{code}\"";
    hospitals_of(province, codes) = "\"{province}\" is a province; some hospitals there: {codes}";
}

// In which futures a policy acts.
messages! {
    nothing_to_wait_for(indicator, help) = "there is no indicator \"{indicator}\" to wait for"
        => "{help}";
    national_only(indicator) = "{indicator} is read for the nation only"
        => "leave `scope` out, or wait for an indicator that is read by province";
    level(indicator, level) = "{indicator} cannot be {level}"
        => "write a number in the indicator's unit, zero or more";
    level_in_percent(indicator, level, share) = "{indicator} cannot be {level}"
        => "a share is written as a fraction: {level} % is {share}";
    margin(margin) = "a margin is zero or more, got {margin}"
        => "write how far behind the line a future must lie, in the indicator's unit";
    far_behind(margin, threshold) = "a future can hardly lie {margin} behind a target of {threshold}"
        => "the margin is in the indicator's unit; is there a zero too many?";
    no_line(indicator)
        = "{indicator} counts what happens in a year: there is no line from the base year"
        => "wait with `Below(...)` or `Above(...)` instead";
    far_level(level, indicator, lowest, highest)
        = "{level} is far from all that is known or aimed at for {indicator} ({lowest} to {highest})"
        => "such a condition holds in every future or in none; is there a zero too many?";
}

/// No target is answered in the year a policy waits for; there may be some in others.
pub(super) fn no_target(indicator: &str, scope: &str, by: Year, years: &[String]) -> Message {
    Message {
        text: format!("the scenario answers no target on {indicator} ({scope}) for {by}"),
        help: if years.is_empty() {
            format!("add a target on {indicator} for {by} to `targets`, or wait with `Below(...)`")
        } else {
            format!("the years with a target are: {}", years.join(", "))
        },
    }
}
