//! What is said of [`CommuneDoctors`](super::CommuneDoctors).

use crate::said::messages;
use crate::words::codes::{Code, refuses, warns};
use crate::words::number::{grouped, trimmed};

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    warns(
        "commune::after-last-year",
        "Scholarships begin so late that the first bound students are licensed after the last year of the run: it shows what they cost and not what they bring.",
        "Make `years` longer, or let the policy start earlier.",
    ),
    refuses(
        "commune::by-outside-horizon",
        "The posts of a recruitment would be complete in a year the run does not reach, or in one the policy does not act in.",
        "Change `by`, or `from` and `to` of the policy.",
    ),
    refuses(
        "commune::funded-without-standard",
        "A share of the missing posts is to be funded, and no standard says how many are missing.",
        "Add `standard: 4.5`, or write the posts themselves with `posts`.",
    ),
    refuses(
        "commune::no-stations",
        "A province of the list has no commune station, or the base has none at all.",
        "Take the province out of the list.",
    ),
    refuses(
        "commune::posts-or-standard",
        "A recruitment names neither posts nor a standard, or both, and it is not said which holds.",
        "Write one of `posts: 500` and `standard: 4.5`; both are two policies.",
    ),
    refuses(
        "commune::province-twice",
        "A province stands twice in the list.",
        "Keep it once; doctors are shared by what each province lacks.",
    ),
    warns(
        "commune::size-zero",
        "A number of doctors, posts, places or months is 0 and changes nothing.",
        "Write how many, or take the line out; a run with it gives the numbers of the run without it.",
    ),
    refuses(
        "commune::touches-nothing",
        "The policy names no way to get doctors to stations, or an empty list of provinces.",
        "Add `rotation`, `recruitment` or `scholarships`, and at least one province or no list.",
    ),
    refuses(
        "commune::unknown-province",
        "The list of provinces holds a code the base does not have.",
        "`carecast list provinces` shows the codes.",
    ),
    warns(
        "commune::unusual-standard",
        "The standard lies far from the 4 to 5 doctors a station that are planned.",
        "Check the number: it is doctors for each station, not for the province.",
    ),
];

pub(super) const POSTS_BY: &str = "all posts are to be there in";

messages! {
    sends_nobody() = "this policy sends no doctor to a station"
        => "add `rotation`, `recruitment` or `scholarships`, or take the policy out";
    no_province() = "the list of provinces is empty: nobody would be sent anywhere"
        => "name at least one province, or leave `provinces` out";
    province_without_stations(code, plural) = "\"{code}\" has no commune station with {plural}"
        => "take it out of the list";
    no_stations(plural) = "the base has no commune station with {plural}"
        => "take the policy out";
    zero() = "a number of 0 changes nothing"
        => "write how many, or take the line out";
    zero_months() = "a term of 0 months changes nothing"
        => "write the months each doctor spends at a station";
    after_last_year(plural, from, licensed, last)
        = "{plural} who begin in {from} come to stations from {licensed}, after the last year {last}: this run shows the cost and not the gain"
        => "make `years` longer, or let the policy start earlier";
    neither() = "the recruitment names neither posts nor a standard"
        => "write `posts: 500`, or `standard: 4.5` doctors a station";
    both() = "the recruitment names posts and a standard: it is not said which holds"
        => "keep one of the two; both are two policies";
    unusual_standard(standard) = "{standard} doctors at every station"
        => "the standard of the base: `carecast explain post.commune_standard`";
    funded_of_what()
        = "a share of the missing posts is funded, and no standard says how many are missing"
        => "add `standard: 4.5`, or write the posts themselves with `posts`";
    funds_nothing() = "a funded share of 0 adds no post"
        => "write the share of the missing posts that is funded";
}

/// Doctors at stations: lent a year, recruited (posts, or a standard), places bound.
pub(super) fn station_doctors(
    lent: Option<f64>,
    recruited: Option<(Option<f64>, Option<f64>)>,
    bound: Option<f64>,
) -> String {
    let mut said = Vec::new();
    if let Some(doctors) = lent {
        said.push(format!(
            "{} doctors a year lent to stations",
            grouped(doctors)
        ));
    }
    match recruited {
        Some((Some(posts), _)) => said.push(format!("{} posts added and filled", grouped(posts))),
        Some((None, Some(standard))) => said.push(format!(
            "posts for {} doctors at every station added and filled",
            trimmed(standard, 1)
        )),
        _ => {}
    }
    if let Some(places) = bound {
        said.push(format!(
            "the first of {} bound students a year at a station",
            grouped(places)
        ));
    }
    said.join("; ")
}
