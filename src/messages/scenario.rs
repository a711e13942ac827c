//! Messages about a scenario: its head and what its base carries.

pub mod added;
pub mod assumptions;
pub mod decide;
pub mod figures;
pub mod files;
pub mod plans;
pub mod targets;
pub mod tasks;
pub mod ties;
pub mod told;

use crate::said::{Message, messages};

/// Where the codes of provinces stand, for a question about one.
pub(crate) const PROVINCE_CODES: &str = "provinces.csv of the base lists the codes; leave `province` out for a question about the nation";
/// Where the codes of regions stand, for a question about one.
pub(crate) const REGION_CODES: &str =
    "regions.csv of the base lists the codes; leave `region` out for a question about the nation";
/// Where the codes of provinces stand.
pub(crate) const PROVINCES: &str = "provinces.csv of the base lists the codes";
/// Where indicators are listed.
pub(crate) const INDICATORS: &str = "`carecast list indicators` prints them all; a target that cannot be answered belongs in targets_not_used.csv";

messages! {
    no_title() = "the title is empty"
        => "charts and reports carry the title: a few words that name the question";
    file_name(fault) = "the scenario is called after its file, and {fault}"
        => "give the file a name that begins with a letter or a digit, and not too long";
    no_province(code, help) = "there is no province \"{code}\"" => "{help}";
    no_region(code, help) = "there is no region \"{code}\"" => "{help}";
    two_places(region) = "the question is about a province, and about the region \"{region}\" too"
        => "keep one of the two; targets of other places can be written in `targets` with their `scope`";
    first_year(usual, first) = "a run starts in {usual}, the year after the base year, not in {first}"
        => "write `first: {usual}`; policies have their own `from`";
    last_year_early(last, base, usual, furthest) = "the last year {last} is not after the base year {base}"
        => "choose a last year from {usual} to {furthest}";
    last_year_late(last, furthest) = "the last year {last} is too far away"
        => "the model can be run to {furthest}: the assumptions carry no further";
    replicates(got) = "the number of futures is between 1 and 1000000, got {got}"
        => "1000 are good for a first look, 10000 for a result";
    no_storm_province(code, help) = "there is no province \"{code}\" for a storm to strike" => "{help}";
    storm_twice(code) = "\"{code}\" is named twice" => "keep one of the two";
    storm_nowhere() = "the list of provinces that a storm strikes is empty: no storm would do anything"
        => "name at least one, or leave `storm_in` out to have them drawn";
    storm_never() = "provinces of a storm are named, and no storm strikes: its chance is 0 and it has no year"
        => "add \"shock.storm_year\": Fixed(2028) or \"shock.storm_chance\": Fixed(0.1) to `assumptions`";
    storm_chance_unread() = "the storm strikes the provinces that `storm_in` names: this chance is not read"
        => "take one of the two out";
    ceiling_amount(got) = "a ceiling is an amount of money from 0 on, got {got}"
        => "write what may be spent in all its years together, in the base's currency: `ceiling: (amount: 60000)`";
    ceiling_year(year, first, last) = "the run goes from {first} to {last}: money of {year} is not counted"
        => "choose a year from {first} to {last}";
    ceiling_years(from, to) = "a ceiling from {from} to {to} holds no year"
        => "`to` is {from} or later";
    ceiling_nobody() = "the ceiling is on nobody's money"
        => "name a payer, or leave `payers` out: the Ministry's and the provinces' money counts then";
    ceiling_payer_twice(payer) = "{payer} is named twice" => "keep one of the two";
    matters_twice(id) = "\"{id}\" has two smallest differences" => "keep one of the two";
    more_warnings(more) = "the tables of the base have {more} more warnings"
        => "correct those above; the others are told then";
    path_too_short(last, end) = "population_path.csv ends in {last}, the run goes to {end}"
        => "add a row for {end} or later to population_path.csv, or end the run in {last}";
}

/// So few futures that chances are coarse: how coarse, and with 1000 and 10000 of them.
pub(crate) fn few_replicates(n: u32, points: impl Fn(u32) -> f64) -> Message {
    let some = points(n);
    Message {
        text: match n {
            1 => format!("1 future leave a probability uncertain by {some} points"),
            n => format!("{n} futures leave a probability uncertain by {some} points"),
        },
        help: format!(
            "1000 bring it to {}, 10000 to {}",
            points(1000),
            points(10_000)
        ),
    }
}

/// A discount rate outside its bounds.
pub(crate) fn discount_rate(rate: f64) -> Message {
    Message {
        text: format!("the discount rate is between 0 and 0.2, got {rate}"),
        help: match rate {
            1.0..=20.0 => format!("a rate is a fraction: {rate} % is written {}", rate / 100.0),
            _ => "3 % is written 0.03; leave it out to use the base's own".to_owned(),
        },
    }
}

/// What a smallest difference is of.
#[derive(Clone, Copy)]
pub(crate) enum Of {
    Chance,
    Share,
    Indicator,
}

/// A smallest difference that is no size of what it is of.
pub(crate) fn smallest_difference(of: Of, most: f64, got: f64) -> Message {
    Message {
        text: match of {
            Of::Chance => format!(
                "the smallest difference of a chance that matters lies between 0 and {most}, got {got}"
            ),
            Of::Share => format!(
                "the smallest difference of a share that matters lies between 0 and {most}, got {got}"
            ),
            Of::Indicator => format!(
                "the smallest difference of an indicator that matters is a number from 0 on, got {got}"
            ),
        },
        help: match most.is_finite() && (most..=100.0).contains(&got) {
            true => format!("a fraction: {got} points are written {}", got / 100.0),
            false => {
                "0 lets every difference matter that can be told; leave it out for the usual size"
                    .to_owned()
            }
        },
    }
}

/// An indicator of a table that is none, in so many rows.
pub(crate) fn nothing_reckons(place: &str, id: &str, rows: usize, help: String) -> Message {
    let text = match rows {
        1 => format!("{place} (indicator): the row of `{id}`, which nothing reckons"),
        n => format!("{place} (indicator): the first of {n} rows of `{id}`, which nothing reckons"),
    };
    Message { text, help }
}
