//! The money a question is about: who spends how much to which year, and whether that is too much.

use super::compare::{amount, change};
use super::hindcast::and;
use super::number::{self, grouped};
use super::page::payer;
use super::report::{lower_first, sure, upper_first};
use crate::results::comparison::Mean;
use crate::results::public::{Counted, Held, PublicMoney};
use crate::said::Said;
use crate::units::{Payer, PriceBasis, Year};

/// Heading of the money of a run, or of a comparison.
pub fn heading(counted: &Counted) -> String {
    let to = counted.to;
    match counted.is_public() {
        true => format!("Public money to {to}"),
        false => format!("Money to {to}: {}", payers(counted)),
    }
}

fn payers(counted: &Counted) -> String {
    let all: Vec<String> = counted.payers.iter().map(|p| name(*p)).collect();
    and(&all)
}

fn name(who: Payer) -> String {
    lower_first(payer(who))
}

/// Whose money it is: `public money`, or `money of ...`.
pub fn whose(counted: &Counted) -> String {
    match counted.is_public() {
        true => "public money".to_owned(),
        false => format!("money of {}", payers(counted)),
    }
}

/// When it is spent: `from 2026 to 2030`, `in 2030`.
fn when(counted: &Counted) -> String {
    match counted.from == counted.to {
        true => format!("in {}", counted.to),
        false => format!("from {} to {}", counted.from, counted.to),
    }
}

/// At which prices: `at the prices of 2025`.
pub fn prices(counted: &Counted, base: Year) -> String {
    match counted.prices {
        PriceBasis::Constant => format!("at the prices of {base}"),
        PriceBasis::Nominal => "at the prices of each year".to_owned(),
    }
}

/// What the policies of a run spend.
pub fn of_run(m: &PublicMoney, currency: &str, base: Year) -> String {
    let counted = &m.counted;
    let parts = counted.payers.iter().filter(|p| m.of(**p) != 0.0);
    let parts = parts.map(|p| format!("{} {}", name(*p), grouped(m.of(*p))));
    let parts: Vec<String> = parts.collect();
    let parts = match parts.len() {
        0 | 1 => String::new(),
        _ => format!(": {}", parts.join(", ")),
    };
    let [low, high] = m.range;
    format!(
        "The decisions of this scenario, with all it builds on, spend {} {currency} of {} {} {}{parts} (8 in 10 futures: {} to {}; promised: {}).",
        grouped(m.spent.value),
        whose(counted),
        when(counted),
        prices(counted, base),
        grouped(low),
        grouped(high),
        grouped(m.promised),
    )
}

/// What the same payers spend in the place the question is about.
pub fn in_place(m: &PublicMoney, place: &str, amount: f64, currency: &str) -> String {
    format!(
        "In {place} {} {currency} of {} are spent in these years, ordinary budgets included.",
        grouped(amount),
        whose(&m.counted)
    )
}

/// How it stands to the ceiling.
pub fn held(m: &PublicMoney, held: &Held, currency: &str) -> String {
    let amount = format!("{} {currency}", grouped(held.amount));
    let risk = format!("chance of going over: {}", sure(None, &held.over));
    let apart = grouped((m.spent.value - held.amount).abs());
    match m.is_over() {
        true => format!("Over the ceiling of {amount} by {apart} in the mean; {risk}"),
        false => format!("Within the ceiling of {amount}, {apart} left in the mean; {risk}"),
    }
}

/// What an option spends more than the reference, in the verdict on it.
pub fn more(m: &PublicMoney, currency: &str) -> String {
    let counted = &m.counted;
    let spent = m.spent;
    let what = format!("{} {}", whose(counted), when(counted));
    if spent.value == 0.0 && spent.low == spent.high {
        return format!("spends as much {what}");
    }
    if spent.low <= 0.0 && spent.high >= 0.0 {
        return format!("spends neither clearly more nor less {what}");
    }
    let told = amount(Mean {
        value: spent.value.abs(),
        ..spent
    });
    let way = if spent.value > 0.0 { "more" } else { "less" };
    let said = format!("spends {} {currency} {way} of {what}", told.value);
    // What is offered and not spent is half of what an option decides.
    match m.promised - spent.value > 0.1 * m.promised.abs() {
        true => format!("{said} (promised: {})", grouped(m.promised)),
        false => said,
    }
}

/// The same in few words, with how it stands to its ceiling.
pub fn more_in_short(m: &PublicMoney, currency: &str) -> String {
    let what = format!("of {}", whose(&m.counted));
    let spent = amount(m.spent).value;
    let sign = if m.spent.value > 0.0 { "+" } else { "" };
    match (&m.ceiling, m.is_over()) {
        (Some(held), true) => format!(
            "over the ceiling ({}): {sign}{spent} {currency} {what}",
            super::number::chance(&held.over)
        ),
        (Some(held), false) if held.over.value < 0.05 => {
            format!("{sign}{spent} {currency} {what}, within the ceiling")
        }
        (Some(held), false) => format!(
            "{sign}{spent} {currency} {what}, within the ceiling (over in {})",
            super::number::chance(&held.over)
        ),
        (None, _) => format!("{sign}{spent} {currency} {what}"),
    }
}

/// The same against a ceiling.
pub fn more_held(m: &PublicMoney, held: &Held, currency: &str) -> String {
    let amount = format!("{} {currency}", grouped(held.amount));
    let way = if m.is_over() { "over" } else { "within" };
    format!(
        "{way} the ceiling of {amount} (chance of going over: {})",
        sure(None, &held.over)
    )
}

/// What the table of a comparison's money is.
pub fn lead_of_comparison(counted: &Counted, currency: &str, base: Year) -> String {
    format!(
        "What each option spends of {} {} more than the reference, in {currency} {}, all it brings about included; of the reference, what its own decisions spend. \
         *Promised* is what decisions offer, of which some is not disbursed or finds nothing to buy. What all payers spend to the last year stands further below.",
        whose(counted),
        when(counted),
        prices(counted, base)
    )
}

/// What the table of a run's money is.
pub const LEAD_OF_RUN: Said = Said::en("By payer and year, means over the futures:");

/// First columns of a comparison's money; payers follow, then the last columns.
pub const OPTION: Said = Said::en("Option");
/// Last columns of a comparison's money.
pub const TOTALS: [Said; 4] = [
    Said::en("Together"),
    Said::en("Promised"),
    Said::en("Ceiling"),
    Said::en("Chance of going over"),
];
/// Columns of a run's money.
pub const YEAR: Said = Said::en("Year");
/// Last columns of a run's money.
pub const TOGETHER: Said = Said::en("Together");
/// The row of all years.
pub const ALL_YEARS: Said = Said::en("all years");
/// An amount with its prices.
pub fn at_prices(what: &str, prices: &str) -> String {
    format!("{what}, {prices}")
}

/// The range of 8 futures in 10.
pub fn eight_in_ten(low: &str, high: &str) -> String {
    format!("8 in 10 futures: {low} to {high}")
}

/// Said of what is over the ceiling in the mean.
pub const OVER: Said = Said::en("over the ceiling");

/// Said where there is no ceiling.
pub const NONE: Said = Said::en("none");

/// The option that others are held against.
pub fn reference(name: &str) -> String {
    format!("{name} (reference: its own decisions)")
}

/// What an option spends in all, by everybody and to the last year, behind what the question is about.
pub fn all_payers(cost: &str) -> String {
    format!("all payers together: {cost}")
}

/// Head of the money in the table of consequences.
pub fn beyond(counted: &Counted, currency: &str) -> String {
    let whose = upper_first(&whose(counted));
    format!(
        "{whose} {}, beyond the reference ({currency})",
        when(counted)
    )
}

/// The reference's own decisions there.
pub fn own_decisions(m: &PublicMoney) -> String {
    format!("its own decisions: {}", grouped(m.spent.value))
}

/// What an option spends more there; `usual` is what is counted of the reference.
pub fn more_in_a_cell(m: &PublicMoney, usual: &Counted) -> String {
    named(&change(m.spent, 1.0).value, &m.counted, usual)
}

/// A name or an amount, with what is counted of it where that is not as usual.
pub fn named(name: &str, counted: &Counted, usual: &Counted) -> String {
    match otherwise(counted, usual) {
        None => name.to_owned(),
        Some(what) => format!("{name} ({what})"),
    }
}

/// What is counted, where that is not as usual.
pub fn otherwise(counted: &Counted, usual: &Counted) -> Option<String> {
    if counted == usual {
        return None;
    }
    let prices = match (counted.prices == usual.prices, counted.prices) {
        (true, _) => "",
        (_, PriceBasis::Constant) => ", constant prices",
        (_, PriceBasis::Nominal) => ", prices of each year",
    };
    Some(format!("{} {}{prices}", whose(counted), when(counted)))
}

/// Head of the ceiling in the table of consequences.
pub const CEILING: Said = Said::en("Ceiling, and the chance of going over");

/// The ceiling of an option there.
pub fn against_ceiling(m: &PublicMoney) -> String {
    match &m.ceiling {
        None => NONE.to_owned(),
        Some(held) => {
            let way = if m.is_over() { "over" } else { "within" };
            format!(
                "{way} {} ({})",
                grouped(held.amount),
                number::chance(&held.over)
            )
        }
    }
}

/// The ceiling and the chance of going over, in two cells.
pub fn ceiling_and_chance(m: &PublicMoney) -> [String; 2] {
    match &m.ceiling {
        None => [NONE.to_owned(), String::new()],
        Some(held) => [grouped(held.amount), sure(None, &held.over)],
    }
}
