//! What is said of [`TrainingIntake`](super::TrainingIntake).

use crate::said::messages;
use crate::words::codes::{Code, refuses, warns};

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    warns(
        "intake::after-last-year",
        "Places are added so late that the first added class is licensed after the last year of the run: it shows what they cost and not what they bring.",
        "Make `years` longer, or let the policy start earlier.",
    ),
    warns(
        "intake::cap-below-growth",
        "The schools are said to teach fewer students than the growth asks for; what is above the cap is not admitted.",
        "Raise `cap`, or found new schools.",
    ),
    warns(
        "intake::cost-implausible",
        "The cost of a new school divided by its places is less than a tenth or more than ten times the usual cost of a place.",
        "Amounts are in the currency unit of the base (billion VND). Leave `cost` out to take places times the usual cost.",
    ),
    refuses(
        "intake::opens-outside-horizon",
        "A school would open in a year the run does not reach, or in one the policy does not act in.",
        "Change `first`, or `from` and `to` of the policy.",
    ),
    warns(
        "intake::size-zero",
        "Growth of 0 and no new school add no place.",
        "Write the places added as a part of the base intake, or take the policy out; a run with it gives the numbers of the run without it.",
    ),
    refuses(
        "intake::unknown-occupation",
        "The base has no occupation with this code.",
        "Occupations are written in the singular: the message lists them.",
    ),
    warns(
        "intake::very-large",
        "The intake would be more than four times that of the base year; often per cent were written.",
        "Three tenths more are written 0.3.",
    ),
];

pub(super) const OPENS: &str = "the school opens in";

messages! {
    no_place() = "growth of 0 and no new school add no place"
        => "write the places added as a part of the base intake: 0.3 is three tenths more";
    very_large(growth, times) = "growth of {growth} makes the intake {times} times that of the base year"
        => "three tenths more are written 0.3; schools that stand teach at most `cap` times the base intake";
    cap(cap, growth)
        = "schools that teach at most {cap} times the base intake have no room for growth of {growth}"
        => "raise `cap`, or found new schools: what is above it is not admitted";
    after_last_year(plural, from, licensed, last)
        = "{plural} begun in {from} are licensed from {licensed}, after the last year {last}: this run shows the cost and not the gain"
        => "make `years` longer, or let the policy start earlier";
    cost(places, cost, currency, asked, usual)
        = "{places} places for {cost} {currency} are {asked:.2} a place; the usual cost is about {usual:.2}"
        => "is the amount in {currency}? Leave `cost` out to take places times the usual cost";
}

/// The first class that a policy added has studied, practised and been licensed.
pub(super) fn first_class(plural: &str, years: u32) -> String {
    format!(
        "{plural} of the first added class licensed, after {years} years of study and one of practice"
    )
}
