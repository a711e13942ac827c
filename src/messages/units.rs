//! Sentences about figures that a unit refuses, and their ways out.

use crate::said::sentences;

sentences! {
    year(got) = "a year is between 1900 and 2100, got {got}";
    share(got) = "a share is between 0 and 1, got {got}";
    rate(got) = "a rate is between 0 and 1, got {got}";
    money(got) = "an amount of money is zero or more, got {got}";
    multiple(got) = "a multiple is between 0 and 20, got {got}";
    growth(got) = "growth is written in parts of the base figure, between 0 and 20, got {got}";
    points(got) = "points of pay are hundredths of it, between 0 and 300, got {got}";
    months(got) = "months of a year are between 0 and 12, got {got}";
    per_station(got) = "doctors per station are between 0 and 20, got {got}";
    years(got) = "a duration is between 0 and 50 years, got {got}";
    beds(got) = "a number of beds is between 0 and 20000, got {got}";
    last_age(got) = "staff may be kept to an age between 65 and 70, got {got}";
    people(got) = "a number of people is between 0 and 100000, got {got}";
    stations(got) = "a number of stations is between 0 and 20000, got {got}";
}

/// The way out of a refusal, by how its sentence begins.
pub(crate) fn way_out(refusal: &str) -> &'static str {
    let ways = [
        ("a year", "write the year with four digits, such as 2030"),
        ("a share", "a share is a fraction: 15 % is written 0.15"),
        ("a rate", "a rate is a fraction: 3 % a year is written 0.03"),
        (
            "an amount",
            "write the amount at base-year prices, zero or more",
        ),
        (
            "a multiple",
            "Multiple(1.5) is half as much again; amounts are written Level(...)",
        ),
        ("a duration", "write the years as a number, such as 1.5"),
        ("a number of beds", "write the beds as a whole number"),
    ];
    ways.iter()
        .find(|(start, _)| refusal.starts_with(start))
        .map_or("change the value so that it fits", |(_, way)| way)
}
