//! What is said of [`SecondCampus`](super::SecondCampus).

use crate::said::messages;
use crate::words::codes::{Code, refuses, warns};
use crate::words::number::grouped;

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    warns(
        "campus::cost-implausible",
        "The cost of a campus divided by its beds is less than a third or more than three times the usual cost of a bed.",
        "Amounts are in the currency unit of the base (billion VND). Leave `cost` out to take beds times the usual cost.",
    ),
    refuses(
        "campus::opens-outside-horizon",
        "A campus would open in a year the run does not reach, or in one the policy does not act in.",
        "Change `opens`, or `from` and `to` of the policy, or the `years` of the scenario.",
    ),
    refuses(
        "campus::replaces-too-many",
        "A campus would close more beds at home than the hospital has.",
        "Lower `replaces`: the share of the new beds that stands for beds closed at home.",
    ),
    warns(
        "campus::touches-nothing",
        "A campus has no beds: it is never built and costs nothing.",
        "Right as the end of a sweep; else write how many beds it has.",
    ),
    refuses(
        "campus::unknown-hospital",
        "No hospital has the code given in `hospital`.",
        "`carecast list facilities --match TEXT` finds the code; stations cannot open a campus.",
    ),
    refuses(
        "campus::unknown-province",
        "No province has the code given in `province`.",
        "`carecast list provinces` shows the codes.",
    ),
    warns(
        "campus::very-large",
        "A campus has more beds than the largest hospital of the base: often a zero too many.",
        "Check the number of beds; several campuses are several policies.",
    ),
];

pub(super) const OPENS: &str = "the campus opens in";

messages! {
    no_beds() = "a campus without beds is never built and costs nothing"
        => "right as the end of a sweep; else write how many beds it has";
    very_large(beds, largest)
        = "{beds} beds are more than any hospital of the base has (at most {largest})"
        => "is there a zero too many? Several campuses are several policies";
    cost(beds, cost, currency, asked, usual)
        = "{beds} beds for {cost} {currency} is {asked} a bed; the usual cost is about {usual}"
        => "is the amount in {currency}? Leave `cost` out to take beds times the usual cost";
    replaces(closed, home, has)
        = "the campus would close {closed} beds at {home}, which has about {has}"
        => "lower `replaces`: the share of the new beds that stands for beds closed at home";
}

/// The product of a campus: it is open.
pub(super) fn campus(beds: f64, hospital: &str, province: &str) -> String {
    let noun = if beds == 1.0 { "bed" } else { "beds" };
    format!("{} {noun} of {hospital} open in {province}", grouped(beds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn its_product_is_said_in_a_line() {
        assert_eq!(campus(1200.0, "A", "B"), "1,200 beds of A open in B");
    }
}
