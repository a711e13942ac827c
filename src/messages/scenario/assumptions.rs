//! Messages about the laws a scenario gives to assumptions.

use crate::said::messages;

/// Where the ids of assumptions stand.
pub(crate) const LIST: &str = "assumptions.ron of the base lists them all";
/// Under the law of another file.
pub(crate) const FIRST_LAW: &str = "the first law";
/// Under a law that another file gives too.
pub(crate) const SECOND_LAW: &str = "the second law";

/// Ways out of a law that cannot be drawn from, one for each kind.
pub(crate) mod law {
    pub(crate) const FIXED: &str = "write a plain number";
    pub(crate) const PROFILE: &str = "write shares from 0 to 1 that add to 1";
    pub(crate) const NORMAL: &str =
        "correct the numbers; a value that is not uncertain is written Fixed(...)";
    pub(crate) const TRIANGULAR: &str =
        "put the three numbers in order; `mode` is the most likely value";
    pub(crate) const UNIFORM: &str = "exchange the two, or write Fixed(...)";
    pub(crate) const BETA: &str =
        "Beta(11, 2) has its mean at 11/13; larger numbers make it narrower";
    pub(crate) const CHOICE: &str = "write each way once, with chances from 0 to 1 that add to 1";
}

messages! {
    twice(id) = "the assumption \"{id}\" is given twice" => "keep one of the two";
    unknown(id, help) = "the base has no assumption \"{id}\"" => "{help}";
    shock_outside(year, first, last) = "this shock strikes in {year}, outside the years we look at"
        => "the scenario runs from {first} to {last}; 0 means no given year";
    shock_never(shock, first, last, year) = "nothing lets this shock strike: its chance is 0 and it has no year in {first} to {last}"
        => "add \"{shock}year\": Fixed({year}) or \"{shock}chance\": Fixed(0.1)";
    no_law(fault, help) = "{fault}" => "{help}";
    other_length(id, shares, new) = "\"{id}\" is a profile of {shares} shares, not of {new}"
        => "write {shares} shares that add to 1";
    stays_choice(id, names, ways) = "\"{id}\" is one of {names}, and must stay a choice between them"
        => "write Choice([{ways}]) with chances that add to 1; 1.0 is certain";
    no_choice(id) = "\"{id}\" is a number, not a choice between named ways"
        => "write Fixed(...), Triangular(...), Normal(...), LogNormal(...), Uniform(...) or Beta(...)";
    stays_profile(id, shares) = "\"{id}\" is a profile over years and must stay one"
        => "write Profile([...]) with {shares} shares that add to 1";
    no_profile(id) = "\"{id}\" is one number, not a profile over years"
        => "write Fixed(...), Triangular(...), Normal(...), LogNormal(...), Uniform(...) or Beta(...)";
    as_in_base(id) = "this is what the base already says about \"{id}\""
        => "take the line out, or write what should differ";
    as_in_files(id) = "the files behind this one already say this about \"{id}\""
        => "take the line out, or write what should differ";
    share_outside(id, unit, middle) = "\"{id}\" is a {unit}, between 0 and 1; the middle of this law is {middle}"
        => "a share is a fraction: 15 % is written 0.15";
    cannot_be(fault) = "{fault}"
        => "write a law that lies inside, at least for the most part; what is left outside is cut off";
    unusual(id, middle, low, high, unit) = "the middle of this law, {middle}, lies outside the base's range of \"{id}\""
        => "the base has {low} to {high} ({unit}); say in `note` why this scenario differs";
    wide(id, from, to, low, high, unit) = "one future in ten lies outside {from} to {to}, far from the base's range of \"{id}\""
        => "the base has {low} to {high} ({unit}); has a decimal point slipped?";
    in_two_files(id) = "two files give \"{id}\" different laws"
        => "write the one that counts into `assumptions` of this scenario";
}
