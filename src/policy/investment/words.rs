//! What is said of [`Investment`](super::Investment).

use crate::said::{Message, messages};
use crate::units::Payer;
use crate::words::codes::{Code, both, refuses, warns};
use crate::words::number::trimmed;
use crate::words::tasks::{money_figure, named};

/// Codes its messages carry.
pub(super) const CODES: &[Code] = &[
    refuses(
        "investment::cut-of-places",
        "A multiple below 1 has teaching places in its split; a cut of capital cannot take places away.",
        "Leave `training_places` out of the split, or write a multiple above 1.",
    ),
    warns(
        "investment::large",
        "A policy spends more in a year than twice all ordinary health capital of the base: often an amount in million instead of billion, or a total where a yearly amount is meant.",
        "Level(...) is the amount of each year in the currency unit of the base. A total over the years is written Profile([...]).",
    ),
    warns(
        "investment::no-beds",
        "None of the money goes to new beds or to the expansion of hospitals, so the ratio of beds will not move.",
        "Right for a programme of stations, equipment or teaching. Else add `new_beds` or `expansion` to the split.",
    ),
    refuses(
        "investment::no-ordinary-capital",
        "Multiple(...) scales the ordinary health capital of the payer, and hospitals and private investors have none in the model.",
        "Write the amount itself with Level(...) or Profile([...]), or let Ministry or Provincial pay.",
    ),
    refuses(
        "investment::not-a-share",
        "A purpose takes its share from an assumption that is not a share.",
        "Name an assumption whose unit is share, or write Share(0.4).",
    ),
    refuses(
        "investment::not-money",
        "The amount is taken from an assumption that is not a total of money.",
        "Name an assumption measured in the currency unit of the base, or write Level(...).",
    ),
    warns(
        "investment::other-purpose",
        "An assumption about hospital beds gives the share of another purpose, or the other way round; often two lines of the split were exchanged.",
        "Check the meaning of the assumption with `carecast explain` and its id.",
    ),
    refuses(
        "investment::profile-assumption",
        "A share or an amount is taken from an assumption that is a profile over years.",
        "Name an assumption that is one number, or write the number itself.",
    ),
    refuses(
        "investment::province-twice",
        "A province stands twice in the list of those who share the money.",
        "Keep it once; each province's part follows its people.",
    ),
    refuses(
        "investment::split-needs-rest",
        "A share of the split is drawn anew in every future, so that fixed shares cannot always add to 1 with it.",
        "Let one other purpose take the rest: `equipment: Rest`.",
    ),
    refuses(
        "investment::split-not-whole",
        "The shares of the split do not add to 1.",
        "Make them add to 1, or let one purpose take the rest: `equipment: Rest`.",
    ),
    both(
        "investment::touches-nothing",
        "The policy would spend nothing, reach nobody or change nothing; a list without an entry is refused, an amount of nothing is not, since sweeps pass through it.",
        "Write an amount, at least one province, or a multiple other than 1; or take the policy out.",
    ),
    refuses(
        "investment::two-rests",
        "Two purposes take the rest, and it is not said how they share it.",
        "Let one of them take the rest and give the other a share.",
    ),
    refuses(
        "investment::unknown-assumption",
        "An amount or a share names an assumption the base does not have.",
        "`carecast list assumptions --match TEXT` finds the id.",
    ),
    refuses(
        "investment::unknown-province",
        "The list of provinces holds a code the base does not have.",
        "`carecast list provinces` shows the codes.",
    ),
    refuses(
        "investment::year-outside-horizon",
        "Money is given in a year the run does not reach, or in one the policy does not act in.",
        "Change the year, or `from` and `to` of the policy.",
    ),
    refuses(
        "investment::year-twice",
        "A profile gives the same year twice.",
        "Write each year once, with its whole amount.",
    ),
];

pub(super) const GIVEN: &str = "money is given in";

messages! {
    no_province() = "the list of provinces is empty: the money would reach nobody"
        => "name at least one province, or write `allocation: Gap` or `PerHead`";
    province_twice(code: &str) = "\"{code}\" is in the list twice"
        => "keep one of the two; a province's part follows its people";
    total_open(from, to) = "a total is spread in equal parts over {from} to {to}"
        => "right if it is meant for all these years; else write `from` and `to`";
    each_year_open(from, to) = "money is given in every year from {from} to {to}"
        => "right if it is meant for all these years; else write `from` and `to`";
    no_hospital_beds() = "none of this money becomes hospital beds"
        => "right for a programme of stations, equipment or teaching; else add `new_beds` or `expansion` to the split";
    no_amount() = "an amount of 0 changes nothing"
        => "right as the end of a sweep; else write the amount of a year";
    as_anyway()
        = "one time the ordinary capital is what is spent anyway: this changes nothing"
        => "Multiple(1.5) adds half as much again, Multiple(0.7) cuts three tenths";
    cut_of_places() = "a cut of capital cannot take teaching places away"
        => "leave `training_places` out of the split, or write a multiple above 1";
    no_ordinary_capital(payer: Payer)
        = "{payer:?} has no ordinary health capital that could be multiplied"
        => "write the amount itself with Level(...) or Profile([...]), or let Ministry or Provincial pay";
    no_year() = "the profile holds no year"
        => "write Profile([(2027, 500), (2028, 800)]), or take the policy out";
    no_money() = "the profile holds no money"
        => "write Profile([(2027, 500), (2028, 800)]), or take the policy out";
    year_twice(year) = "the year {year} is given twice"
        => "write each year once, with its whole amount";
    not_money(id, unit, currency) = "\"{id}\" is measured in {unit}, it is not a total of money"
        => "name an assumption in {currency}, or write the amount itself with Level(...)";
    large(amount, currency, times)
        = "{amount} {currency} in a year is {times:.0} times all ordinary health capital of the base"
        => "is the amount in {currency}, and of one year? A total over years is written Profile([...])";
    not_a_share(id, unit) = "\"{id}\" is measured in {unit}, it is not a share"
        => "name an assumption whose unit is share, or write Share(0.4)";
    other_purpose(id, purpose)
        = "\"{id}\" is the share that becomes hospital beds, and is used for {purpose}"
        => "were two lines of the split exchanged?";
    not_whole(sum) = "the shares of the split add to {sum}, not to 1"
        => "make them add to 1, or let one purpose take the rest: `equipment: Rest`";
    nothing_left(sum, rest) = "the shares add to {sum} and leave nothing for the rest ({rest})"
        => "lower them so that they add to 1 at most";
    profile_assumption(id) = "\"{id}\" is a profile over years, not one number"
        => "name an assumption that is one number";
}

/// Several purposes take the rest.
pub(super) fn two_rests(purposes: &[&str]) -> Message {
    Message {
        text: format!("two purposes take the rest: {}", purposes.join(" and ")),
        help: "let one of them take the rest and give the other a share".to_owned(),
    }
}

/// Shares differ from future to future, and no purpose takes the rest.
pub(super) fn needs_rest(purposes: &[&str]) -> Message {
    let of = purposes.join(" and ");
    Message {
        text: format!(
            "the share of {of} differs from future to future, so the shares cannot always add to 1"
        ),
        help: "let one other purpose take the rest: `stations: Rest`".to_owned(),
    }
}

/// The product of money: nine tenths of it are spent.
pub(super) fn money(amount: &str, purposes: &[&str]) -> String {
    format!("nine tenths spent of {amount}, for {}", named(purposes))
}

/// An amount of money given over some years.
pub(super) fn over_years(amount: f64, currency: &str, years: usize) -> String {
    let years = if years == 1 {
        "in one year".to_owned()
    } else {
        format!("over {years} years")
    };
    format!("{} {currency} {years}", money_figure(amount))
}

/// A total that an assumption gives.
pub(super) fn assumed_total(median: f64, currency: &str, id: &str) -> String {
    format!("about {} {currency} in all (`{id}`)", money_figure(median))
}

/// Money measured by ordinary capital: what is added to it or cut from it.
pub(super) fn multiple(times: f64) -> String {
    let part = trimmed((times - 1.0).abs() * 100.0, 1);
    if times < 1.0 {
        format!("a cut of {part}% of ordinary capital")
    } else {
        format!("{part}% more ordinary capital")
    }
}

/// A purpose of money.
pub(super) fn purpose(id: &str) -> &str {
    match id {
        "new_beds" => "new beds",
        "expansion" => "beds in standing hospitals",
        "stations" => "commune stations",
        "equipment" => "equipment and repair",
        "training_places" => "teaching places",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::tasks::a_year;

    #[test]
    fn its_product_is_said_in_a_line() {
        let amount = a_year(500.0, "billion crowns");
        assert_eq!(
            money(&amount, &[purpose("new_beds"), purpose("equipment")]),
            "nine tenths spent of 500 billion crowns a year, for new beds and equipment and repair"
        );
        assert_eq!(multiple(0.7), "a cut of 30% of ordinary capital");
        assert_eq!(multiple(1.5), "50% more ordinary capital");
    }
}
