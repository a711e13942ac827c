//! The words of the pictures of whole distributions and of money.

use super::{answered_title, inside, known, number};
use crate::base::{Bound, Direction};
use crate::results::{IndicatorInfo, Summary, TargetAnswer, Unit};
use crate::said::Said;
use crate::units::Year;

/// Title of an exceedance curve: the answer where something is asked.
pub fn exceedance_title(
    indicator: &IndicatorInfo,
    place: &str,
    year: Year,
    target: Option<&TargetAnswer>,
) -> String {
    let head = format!("{}, {place}", indicator.title);
    let plain = || format!("{head}: all futures at the end of {year}");
    answered_title(&head, indicator.unit, target).unwrap_or_else(plain)
}

/// What stands below: how well the chance is known, then the values reached by nine, five and one in ten
/// futures.
pub fn exceedance_answer(
    unit: Unit,
    target: Option<&TargetAnswer>,
    direction: Direction,
    reached: [f64; 3],
) -> String {
    let [most, half, few] = reached.map(|v| number::value(unit, v));
    let beyond = match direction {
        Direction::AtLeast => "or more",
        Direction::AtMost => "or less",
    };
    let spread = if most == few {
        format!("At least 8 in 10 futures stand at {half}.")
    } else {
        format!(
            "9 in 10 futures come to {most} {beyond}, half to {half} {beyond}, 1 in 10 to {few} {beyond}."
        )
    };
    match target.and_then(known) {
        Some(known) => format!("{known} {spread}"),
        None => spread,
    }
}
/// Name of the curve's upright axis.
pub const AT_OR_ABOVE: Said = Said::en("share of futures at or above");
/// The same where a target asks for less.
pub const AT_OR_BELOW: Said = Said::en("share of futures at or below");
/// Labels of the points on the curve: nine, five and one in ten futures.
pub fn reached_label(unit: Unit, direction: Direction, tenths: u32, value: f64) -> String {
    let value = number::value(unit, value);
    let beyond = match direction {
        Direction::AtLeast => "or more",
        Direction::AtMost => "or less",
    };
    match tenths {
        5 => format!("half of futures: {value} {beyond}"),
        n => format!("{n} in 10 futures: {value} {beyond}"),
    }
}
/// Why a marker may stand off the curve.
pub const MET_AS_PRINTED: Said = Said::en(
    " A target counts as met where the figure as it is published, rounded, reaches it: its marker may stand off the curve.",
);
/// What the curve is, and its shaded part where a target asks for something.
pub fn exceedance_note(asked: Option<Bound>, year: Year) -> String {
    let what =
        "The height of the curve over a value is the share of futures that stand there or beyond";
    let Some((_, _, form)) = asked else {
        return format!("{what}.");
    };
    let band = match form.up_to {
        Some(_) => ": as many futures as the curve falls by between its two lines",
        None => "",
    };
    let since = match form.since(year) {
        Some(from) => format!(
            " It must hold at every year-end from {from} on, so fewer futures meet it than stand there in {year}."
        ),
        None => String::new(),
    };
    format!("{what}; the shaded part meets the target{band}.{since}")
}
/// The curve was drawn from percentiles only.
pub const FEW_QUANTILES: Said = Said::en(" Drawn through seven percentiles.");
/// No curve can be drawn.
pub fn nothing_to_exceed(indicator: &str, year: Year) -> String {
    format!("No picture: {indicator} has no distribution in {year}.")
}

/// Title of the picture of money.
pub fn money_title(by_purpose: bool, whose: &str, first: Year, last: Year) -> String {
    let question = if by_purpose {
        "What the money is for"
    } else {
        "Who pays"
    };
    format!("{question}: cost of hospitals and health staff, {whose}, {first} to {last}")
}
/// The answer of the picture of money: totals of the first and the last year, the range of the last,
/// and the largest parts over all years.
pub fn money_answer(
    currency: &str,
    (first, from): (Year, f64),
    (last, to): (Year, f64),
    range: Option<&Summary>,
    parts: &[(String, f64)],
) -> String {
    let mut text = format!(
        "{} {currency} in {first}, {} in {last}, on average over futures",
        number::short(from),
        number::short(to)
    );
    if let Some(s) = range {
        text += &format!(
            " (8 in 10 futures: {} to {})",
            number::short(s.percentiles[1]),
            number::short(s.percentiles[5])
        );
    }
    text += ".";
    let told: Vec<String> = parts
        .iter()
        .take(2)
        .map(|(name, share)| format!("{} {}", inside(name), number::percent(*share)))
        .collect();
    if !told.is_empty() {
        text += &format!(" Largest parts over all years: {}.", told.join("; "));
    }
    text
}
/// Name of the upright axis.
pub fn money_axis(currency: &str, base: Year) -> String {
    format!("{currency} a year, at prices of {base}")
}
/// Parts too small to stand alone.
pub fn other_parts(count: usize) -> String {
    format!("{count} smaller parts")
}
/// What bars and whiskers are.
pub const MONEY_NOTE: Said = Said::en(
    "Bars are means over all futures, at constant prices; the number above a bar is its total.",
);
/// The same with whiskers.
pub const MONEY_RANGE_NOTE: Said = Said::en(
    "Bars are means over all futures, at constant prices; the number above a bar is its total, the line through its top holds 8 in 10 futures.",
);
/// A part with its amount, where the bars it belongs to stand elsewhere.
pub fn in_last_year(part: &str, year: Year) -> String {
    format!("{part} in {year}")
}
/// No picture of money.
pub const NO_MONEY: Said = Said::en("No picture: the run booked no costs.");
