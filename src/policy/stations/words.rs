//! What is said of [`StationUpgrade`](super::StationUpgrade).

use crate::said::messages;
use crate::words::codes::{Code, refuses, warns};
use crate::words::number::{grouped, percent};

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    warns(
        "station::changes-nothing",
        "An upgrade of stations begins works at none.",
        "Write Number(300) or Share(0.1), or take the policy out.",
    ),
    warns(
        "station::cost-implausible",
        "The cost of a station is less than a quarter or more than four times the usual one; often an amount in million, or that of the whole programme.",
        "Write the cost of one station in the currency unit of the base, or leave `cost` out.",
    ),
    warns(
        "station::more-than-exist",
        "The pace times the years is more than the stations there are; works stop when each has been touched once.",
        "Lower the pace, or let the policy end earlier.",
    ),
    refuses(
        "station::no-province",
        "The list of provinces of an upgrade of stations is empty.",
        "Name at least one province, or leave `provinces` out for all of them.",
    ),
    refuses(
        "station::none-there",
        "No commune station stands in the provinces of an upgrade.",
        "Name provinces whose stations are listed in facilities.csv of the base.",
    ),
    refuses(
        "station::province-twice",
        "A province stands twice in the list of an upgrade of stations.",
        "Keep one of the two.",
    ),
    refuses(
        "station::unknown-province",
        "An upgrade of stations names a province the base does not have.",
        "`carecast list provinces` shows the codes.",
    ),
];

messages! {
    no_province() = "the list of provinces is empty: no station would be touched"
        => "name at least one province, or leave `provinces` out for all of them";
    cost(cost, currency, usual) = "{cost} {currency} for a station, where {usual:.1} is usual"
        => "is the amount in {currency}, and of one station? Leave `cost` out to take the usual cost";
    none_there() = "no commune station stands where this policy acts"
        => "name provinces whose stations are listed in facilities.csv of the base";
    changes_nothing() = "works begin at no station: this changes nothing"
        => "write Number(300) or Share(0.1), or take the policy out";
    more_than_exist(a_year, years, stations)
        = "{a_year:.0} a year over {years} years are more than the {stations:.0} stations there are"
        => "works stop when every station has been touched once; a lower pace or an earlier `to` says so";
}

/// Stations brought to standard, so many a year.
pub(super) fn stations_a_year(number: f64) -> String {
    format!("{} stations a year at standard", grouped(number))
}

/// Stations brought to standard, a share each year.
pub(super) fn share_of_stations(share: f64) -> String {
    format!("{} of the stations at standard each year", percent(share))
}
