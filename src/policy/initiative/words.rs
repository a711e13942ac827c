//! What is said of [`Initiative`](super::Initiative).

use crate::said::messages;
use crate::words::codes::{Code, refuses, warns};
use crate::words::report::lower_first;

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    warns(
        "initiative::more-than-works",
        "An initiative has over ten times the money that brings most of its effect: often an amount in million instead of billion, or a total where a yearly amount is meant.",
        "`cost` is the amount of each year in the currency unit of the base; the message says how much has most of the effect.",
    ),
    warns(
        "initiative::no-money",
        "An initiative with a cost of 0 moves nothing.",
        "Write what it costs a year, or take the policy out.",
    ),
    refuses(
        "initiative::province-twice",
        "A province stands twice in the list of those an initiative reaches.",
        "Keep it once; the money is shared by people, or by facilities.",
    ),
    refuses(
        "initiative::touches-nothing",
        "The list of provinces of an initiative is empty.",
        "Name at least one province, or leave `provinces` out to reach all.",
    ),
    refuses(
        "initiative::unknown-indicator",
        "An initiative names an indicator the base does not follow. Ratios of beds and staff are built from stocks: no initiative moves them directly.",
        "The followed indicators are the rows of tracked.csv of the base.",
    ),
    refuses(
        "initiative::unknown-province",
        "No province has the code given in `provinces`.",
        "`carecast list provinces` shows the codes.",
    ),
];

messages! {
    unknown_indicator(id, help) = "\"{id}\" is not an indicator the base follows" => "{help}";
    no_province() = "the list of provinces is empty: the initiative reaches nobody"
        => "name at least one province, or leave `provinces` out to reach all";
    province_twice(code: &str) = "\"{code}\" stands twice in the list"
        => "keep it once: the money is shared by people, or by facilities";
    no_money() = "this initiative has no money and moves nothing"
        => "write what it costs a year, or take the policy out";
    more_than_works(cost, currency, enough)
        = "{cost} {currency} a year is over ten times what such an initiative can use"
        => "about {enough} {currency} a year have most of the effect: is the amount in {currency}, and for one year?";
}

/// The indicators an initiative can move.
pub(super) fn followed(ids: &[&str]) -> String {
    if ids.is_empty() {
        "the base follows no indicator: add rows to tracked.csv".to_owned()
    } else {
        format!("the followed indicators are: {}", ids.join(", "))
    }
}

/// An initiative runs.
pub(super) fn initiative(title: &str, amount: &str) -> String {
    format!("{}: moved by {amount}", lower_first(title))
}
